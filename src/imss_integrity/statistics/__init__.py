"""Statistics: means, agreement between evaluators, and charts of measurements over time.

Estadística. The only room that gives floats; inside it computes exactly and rounds once.
It knows numbers and tables, not units or criteria.
"""

from __future__ import annotations

from .agreement import DisagreementShares, disagreement_shares, krippendorff_alpha
from .assurances import Assurance, nhs_assurance
from .attribute_charts import c_chart, p_chart, u_chart
from .beta_binomials import ShrunkShares, beta_binomial_shrinkage
from .chart_results import ControlChart
from .chart_segments import ChartKind, ChartSegment, MovingRangeFactor
from .coincidence import MeasurementLevel
from .comparison_results import ComparedUnit, UnitComparison
from .comparisons import compare_units
from .counts import byar
from .cusums import Cusum, cusum
from .dispersion import Overdispersion, overdispersion
from .flags import FunnelFlag, FunnelFlags, funnel_flags
from .funnels import FunnelLimits, FunnelScale, funnel_limits
from .individuals import xmr_chart
from .intervals import Interval, IntervalMethod
from .intraclass import Icc, icc
from .kappas import KappaMarginals, KappaWeights, cohen_kappa, fleiss_kappa
from .laney_charts import laney_p_chart
from .means import MeanMethod, weighted_mean
from .nhs_rules import nhs_signals
from .point_labels import PointLabel, Variation, nhs_labels
from .proportions import clopper_pearson, newcombe_difference, wilson
from .ranks import RankInterval, rank_intervals
from .rule_sets import Improvement, Marking, RuleSet, Side
from .run_charts import RunChart, RunChartLimits, run_chart, run_chart_limits
from .runs_law import run_count_law
from .shrinking import RandomEffects, random_effects
from .signal_results import ChartSignals, Signal
from .signalling import find_signals
from .survey_margins import SurveyMargin, survey_margin
from .zone_rules import zone_signals

__all__ = [
    "Assurance",
    "ChartKind",
    "ChartSegment",
    "ChartSignals",
    "ComparedUnit",
    "ControlChart",
    "Cusum",
    "DisagreementShares",
    "FunnelFlag",
    "FunnelFlags",
    "FunnelLimits",
    "FunnelScale",
    "Icc",
    "Improvement",
    "Interval",
    "IntervalMethod",
    "KappaMarginals",
    "KappaWeights",
    "Marking",
    "MeanMethod",
    "MeasurementLevel",
    "MovingRangeFactor",
    "Overdispersion",
    "PointLabel",
    "RandomEffects",
    "RankInterval",
    "RuleSet",
    "RunChart",
    "RunChartLimits",
    "ShrunkShares",
    "Side",
    "Signal",
    "SurveyMargin",
    "UnitComparison",
    "Variation",
    "beta_binomial_shrinkage",
    "byar",
    "c_chart",
    "clopper_pearson",
    "cohen_kappa",
    "compare_units",
    "cusum",
    "disagreement_shares",
    "find_signals",
    "fleiss_kappa",
    "funnel_flags",
    "funnel_limits",
    "icc",
    "krippendorff_alpha",
    "laney_p_chart",
    "newcombe_difference",
    "nhs_assurance",
    "nhs_labels",
    "nhs_signals",
    "overdispersion",
    "p_chart",
    "random_effects",
    "rank_intervals",
    "run_chart",
    "run_chart_limits",
    "run_count_law",
    "survey_margin",
    "u_chart",
    "weighted_mean",
    "wilson",
    "xmr_chart",
    "zone_signals",
]
