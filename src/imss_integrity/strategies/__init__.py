"""Hypothesis strategies for the classes of the library, for its own tests and for yours.

Estrategias de prueba. Needs the extra ``testing``. One module for each room; what a
strategy gives, the constructor accepts, and what the constructor accepts can come up.
"""

from __future__ import annotations

from .competitiveness import (
    assessments,
    evaluator_sheets,
    frameworks,
    gates,
    route_costs,
    stage_scales,
    standings,
    year_results,
)
from .conflicts import kinships, legal_radii
from .definitions import questionnaires, responses
from .initiatives import candidates, selection_processes
from .kernel import (
    calendars,
    codes,
    commitments,
    days,
    exact_numbers,
    money,
    names,
    periods,
    published_figures,
    rules,
    scores,
    sources,
    statuses,
    texts,
)
from .organization import (
    budget_keys,
    clues,
    ooads,
    subdelegations,
    umaes,
    units,
)
from .pdca import cycles, indicators, measurement_series, plans
from .plan_actions import actions
from .privacy import (
    count_tables,
    identifying_fields,
    pseudonym_keys,
    quasi_identifier_tables,
    sensitive_texts,
    suppressed_tables,
)
from .programmes import action_lines, action_programmes
from .reaches import (
    fulfilment_criteria,
    index_components,
    index_deductions,
    initiative_records,
    learning_evaluations,
    staged_reaches,
)
from .risks import (
    complaints,
    information_requests,
    procedures,
    risk_controls,
    risk_valuations,
    valued_risks,
)
from .screenings import completed_responses, screened_questionnaires
from .statistics import control_charts, count_series, run_charts, value_series

__all__ = [
    "action_lines",
    "action_programmes",
    "actions",
    "assessments",
    "budget_keys",
    "calendars",
    "candidates",
    "clues",
    "codes",
    "commitments",
    "complaints",
    "completed_responses",
    "control_charts",
    "count_series",
    "count_tables",
    "cycles",
    "days",
    "evaluator_sheets",
    "exact_numbers",
    "frameworks",
    "fulfilment_criteria",
    "gates",
    "identifying_fields",
    "index_components",
    "index_deductions",
    "indicators",
    "information_requests",
    "initiative_records",
    "kinships",
    "learning_evaluations",
    "legal_radii",
    "measurement_series",
    "money",
    "names",
    "ooads",
    "periods",
    "plans",
    "procedures",
    "pseudonym_keys",
    "published_figures",
    "quasi_identifier_tables",
    "questionnaires",
    "responses",
    "risk_controls",
    "risk_valuations",
    "route_costs",
    "rules",
    "run_charts",
    "scores",
    "screened_questionnaires",
    "selection_processes",
    "sensitive_texts",
    "sources",
    "stage_scales",
    "staged_reaches",
    "standings",
    "statuses",
    "subdelegations",
    "suppressed_tables",
    "texts",
    "umaes",
    "units",
    "value_series",
    "valued_risks",
    "year_results",
]
