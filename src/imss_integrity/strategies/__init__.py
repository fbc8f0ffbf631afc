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
from .screenings import completed_responses, screened_questionnaires

__all__ = [
    "actions",
    "assessments",
    "budget_keys",
    "calendars",
    "candidates",
    "clues",
    "codes",
    "commitments",
    "completed_responses",
    "count_tables",
    "cycles",
    "days",
    "evaluator_sheets",
    "exact_numbers",
    "frameworks",
    "gates",
    "identifying_fields",
    "indicators",
    "kinships",
    "legal_radii",
    "measurement_series",
    "money",
    "names",
    "ooads",
    "periods",
    "plans",
    "pseudonym_keys",
    "published_figures",
    "quasi_identifier_tables",
    "questionnaires",
    "responses",
    "route_costs",
    "rules",
    "scores",
    "screened_questionnaires",
    "selection_processes",
    "sensitive_texts",
    "sources",
    "stage_scales",
    "standings",
    "statuses",
    "subdelegations",
    "suppressed_tables",
    "texts",
    "umaes",
    "units",
    "year_results",
]
