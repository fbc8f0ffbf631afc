"""Classes of statistics, each with the strategy of its values: results as the verbs give them."""

from __future__ import annotations

from hypothesis import strategies as st

from ..statistics import (
    ChartSegment,
    ChartSignals,
    ComparedUnit,
    ControlChart,
    Cusum,
    DisagreementShares,
    FunnelFlags,
    FunnelLimits,
    Icc,
    Interval,
    Overdispersion,
    PointLabel,
    RandomEffects,
    RankInterval,
    RuleSet,
    RunChart,
    RunChartLimits,
    ShrunkShares,
    Signal,
    SurveyMargin,
    UnitComparison,
    Variation,
    beta_binomial_shrinkage,
    cusum,
    disagreement_shares,
    funnel_flags,
    overdispersion,
    random_effects,
    survey_margin,
)
from .comparisons import CONFIDENCES, chart_signals, intervals, unit_comparisons
from .ruled import Types, built, parts_of
from .statistics import control_charts, count_series, run_charts, value_series

__all__ = ["STATISTICS_TYPES"]

_POSITIVE = st.floats(0.001, 1e6)
_SOME = st.integers(-20, 20).map(float) | st.floats(-1e6, 1e6)
_DISTANCES = st.lists(_POSITIVE, min_size=2, max_size=2, unique=True).map(sorted)
_PEOPLE = st.integers(1, 60) | st.integers(1, 10**9)
_RANKS = st.integers(1, 40)


@st.composite
def _signals(draw: st.DrawFn) -> Signal:
    rules = draw(st.sampled_from(RuleSet))
    marked = sorted(draw(st.sets(st.integers(0, 40), max_size=8)))
    within = st.integers(marked[0], marked[-1]) if marked else st.integers(0, 40)
    ends = sorted([draw(within), *marked[:1], *marked[-1:]])
    return draw(
        built(
            Signal,
            rules=st.just(rules),
            rule=st.sampled_from(tuple(rules.rules)),
            first=st.just(ends[0]),
            completed=st.sampled_from(ends),
            last=st.just(ends[-1]),
            points=st.just(tuple(marked)),
        )
    )


@st.composite
def _ratings(draw: st.DrawFn) -> list[list[float | None]]:
    """Give the ratings of two to four observers; each rates the first unit."""
    units = draw(st.integers(1, 5))
    cell = st.none() | st.integers(0, 20).map(float)
    rows = st.tuples(_SOME, *[cell] * (units - 1)).map(list)
    return draw(st.lists(rows, min_size=2, max_size=4))


@st.composite
def _random_effects(draw: st.DrawFn) -> RandomEffects:
    pairs = draw(st.lists(st.tuples(_SOME, _POSITIVE), min_size=2, max_size=8))
    effects, variances = zip(*pairs, strict=True)
    return random_effects(effects, variances)


_LABELS = st.just(PointLabel(variation=Variation.COMMON)) | st.builds(
    PointLabel,
    variation=st.sampled_from([one for one in Variation if one is not Variation.COMMON]),
    rule=st.sampled_from(tuple(RuleSet.NHS.rules)),
)

STATISTICS_TYPES: Types = {
    ChartSegment: parts_of(control_charts(), lambda chart: chart.segments),
    ChartSignals: chart_signals(),
    ComparedUnit: parts_of(unit_comparisons(), lambda comparison: comparison.units),
    ControlChart: control_charts(),
    Cusum: st.builds(
        cusum, value_series(min_size=1), target=_SOME, sigma=_POSITIVE, k=_POSITIVE, h=_POSITIVE
    ),
    DisagreementShares: _ratings().map(disagreement_shares),
    FunnelFlags: count_series().map(lambda counts: funnel_flags(*counts)),
    FunnelLimits: built(FunnelLimits, z=_DISTANCES.map(tuple)),
    Icc: built(Icc),
    Interval: intervals(),
    Overdispersion: st.builds(overdispersion, st.lists(_SOME, min_size=3, max_size=12)),
    PointLabel: _LABELS,
    RandomEffects: _random_effects(),
    RankInterval: st.lists(_RANKS, min_size=3, max_size=3)
    .map(sorted)
    .map(lambda ends: RankInterval(lower=ends[0], median=ends[1], upper=ends[2])),
    RunChart: run_charts(),
    RunChartLimits: built(RunChartLimits),
    ShrunkShares: count_series(min_size=2).map(lambda counts: beta_binomial_shrinkage(*counts)),
    Signal: _signals(),
    SurveyMargin: st.tuples(_PEOPLE, _PEOPLE, CONFIDENCES).map(
        lambda drawn: survey_margin(min(drawn[:2]), max(drawn[:2]), confidence=drawn[2])
    ),
    UnitComparison: unit_comparisons(),
}
