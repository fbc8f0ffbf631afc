"""Hypothesis strategies for the classes of the library, for its own tests and for yours.

Estrategias de prueba. Needs the extra ``testing``. One module for each room; what a
strategy gives, the constructor accepts, and what the constructor accepts can come up.

Where the library is installed nothing need be imported: ``st.from_type`` knows its public
classes (see `registering`). So that ``import hypothesis`` loads no room for that, the names
of this package load theirs on first use.
"""

from __future__ import annotations

from .._lazy import lazily

# Type checkers know this name; see the root package.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from .comparisons import chart_signals, intervals, unit_comparisons
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
    from .cycle_types import verdicts
    from .definitions import questionnaires, responses
    from .filing_events import filings, submissions
    from .hostile import HostileDocument, hostile_documents, hostile_responses
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
    from .panoramas import joined_panoramas, tallies
    from .pdca import cycles, indicators, measurement_series, plans
    from .plan_actions import actions
    from .privacy import (
        count_tables,
        identifying_fields,
        pseudonym_keys,
        quasi_identifier_tables,
        sensitive_texts,
        suppressed_tables,
        suppression_audits,
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
    from .registering import register
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
    from .twists import Twist
else:  # so that they refuse a name that is not there
    __getattr__, __dir__ = lazily(
        __name__,
        {
            "comparisons": ("chart_signals", "intervals", "unit_comparisons"),
            "competitiveness": (
                "assessments",
                "evaluator_sheets",
                "frameworks",
                "gates",
                "route_costs",
                "stage_scales",
                "standings",
                "year_results",
            ),
            "conflicts": ("kinships", "legal_radii"),
            "cycle_types": ("verdicts",),
            "definitions": ("questionnaires", "responses"),
            "filing_events": ("filings", "submissions"),
            "hostile": ("HostileDocument", "hostile_documents", "hostile_responses"),
            "initiatives": ("candidates", "selection_processes"),
            "kernel": (
                "calendars",
                "codes",
                "commitments",
                "days",
                "exact_numbers",
                "money",
                "names",
                "periods",
                "published_figures",
                "rules",
                "scores",
                "sources",
                "statuses",
                "texts",
            ),
            "organization": ("budget_keys", "clues", "ooads", "subdelegations", "umaes", "units"),
            "panoramas": ("joined_panoramas", "tallies"),
            "pdca": ("cycles", "indicators", "measurement_series", "plans"),
            "plan_actions": ("actions",),
            "privacy": (
                "count_tables",
                "identifying_fields",
                "pseudonym_keys",
                "quasi_identifier_tables",
                "sensitive_texts",
                "suppressed_tables",
                "suppression_audits",
            ),
            "programmes": ("action_lines", "action_programmes"),
            "reaches": (
                "fulfilment_criteria",
                "index_components",
                "index_deductions",
                "initiative_records",
                "learning_evaluations",
                "staged_reaches",
            ),
            "registering": ("register",),
            "risks": (
                "complaints",
                "information_requests",
                "procedures",
                "risk_controls",
                "risk_valuations",
                "valued_risks",
            ),
            "screenings": ("completed_responses", "screened_questionnaires"),
            "statistics": ("control_charts", "count_series", "run_charts", "value_series"),
            "twists": ("Twist",),
        },
    )

__all__ = [
    "HostileDocument",
    "Twist",
    "action_lines",
    "action_programmes",
    "actions",
    "assessments",
    "budget_keys",
    "calendars",
    "candidates",
    "chart_signals",
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
    "filings",
    "frameworks",
    "fulfilment_criteria",
    "gates",
    "hostile_documents",
    "hostile_responses",
    "identifying_fields",
    "index_components",
    "index_deductions",
    "indicators",
    "information_requests",
    "initiative_records",
    "intervals",
    "joined_panoramas",
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
    "register",
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
    "submissions",
    "suppressed_tables",
    "suppression_audits",
    "tallies",
    "texts",
    "umaes",
    "unit_comparisons",
    "units",
    "value_series",
    "valued_risks",
    "verdicts",
    "year_results",
]
