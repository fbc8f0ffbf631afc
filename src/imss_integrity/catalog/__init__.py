"""Reference data, official, reported or own, as typed values with their sources.

Catálogo. No rule of the library imports it: frameworks, calendars and gates are arguments.
"""

from __future__ import annotations

from ..conflicts import Relation
from .awards import AWARDS, AwardYear
from .conflict_questionnaire import CONFLICT_QUESTIONNAIRE
from .deadlines import DEADLINES, find_deadline, get_deadline
from .example_cycle import EXAMPLE_CYCLE, EXAMPLE_CYCLE_SOURCE
from .example_integrity import EXAMPLE_PROGRAMME, EXAMPLE_RESPONSES, EXAMPLE_RISKS
from .examples import EXAMPLE_ASSESSMENTS, EXAMPLE_COSTS, EXAMPLE_STANDING, EXAMPLE_UNIT
from .figures import (
    ACTION_LINES,
    ACTION_LINES_COMPLIANCE,
    FIVE_ACTIONS_ENROLLED,
    FIVE_ACTIONS_REACHED,
    FIVE_ACTIONS_SHARED,
    GUARDERIAS_2023,
    OOADS_IN_MODEL_2023,
    OOADS_TOTAL,
    QUESTIONNAIRES,
    SELECTION_2019,
    UNITS_IN_MODEL_2023,
)
from .five_actions import FIVE_ACTIONS, FIVE_ACTIONS_REACH
from .frameworks import CRITERIA_2021, REFERENCE_FRAMEWORK, REFERENCE_GATE
from .kinship_codes import RELATION_OPTIONS, RELATIONS, find_relation, get_relation
from .legal_radii import LEGAL_RADII, find_radius, get_radius
from .ooads import OOADS, find_ooad, get_ooad, ooads_of_state
from .renewal_rules import RENEWAL_RULES
from .request_rules import REQUEST_RULES
from .sources import ORGANISATION_SOURCES, ORGANISATION_STATUS, UMAE_STATE_STATUS
from .subdelegations import SUBDELEGATIONS, find_subdelegation, get_subdelegation
from .umaes import UMAES, find_umae, get_umae

__all__ = [
    "ACTION_LINES",
    "ACTION_LINES_COMPLIANCE",
    "AWARDS",
    "CONFLICT_QUESTIONNAIRE",
    "CRITERIA_2021",
    "DEADLINES",
    "EXAMPLE_ASSESSMENTS",
    "EXAMPLE_COSTS",
    "EXAMPLE_CYCLE",
    "EXAMPLE_CYCLE_SOURCE",
    "EXAMPLE_PROGRAMME",
    "EXAMPLE_RESPONSES",
    "EXAMPLE_RISKS",
    "EXAMPLE_STANDING",
    "EXAMPLE_UNIT",
    "FIVE_ACTIONS",
    "FIVE_ACTIONS_ENROLLED",
    "FIVE_ACTIONS_REACH",
    "FIVE_ACTIONS_REACHED",
    "FIVE_ACTIONS_SHARED",
    "GUARDERIAS_2023",
    "LEGAL_RADII",
    "OOADS",
    "OOADS_IN_MODEL_2023",
    "OOADS_TOTAL",
    "ORGANISATION_SOURCES",
    "ORGANISATION_STATUS",
    "QUESTIONNAIRES",
    "REFERENCE_FRAMEWORK",
    "REFERENCE_GATE",
    "RELATIONS",
    "RELATION_OPTIONS",
    "RENEWAL_RULES",
    "REQUEST_RULES",
    "SELECTION_2019",
    "SUBDELEGATIONS",
    "UMAES",
    "UMAE_STATE_STATUS",
    "UNITS_IN_MODEL_2023",
    "AwardYear",
    "Relation",
    "find_deadline",
    "find_ooad",
    "find_radius",
    "find_relation",
    "find_subdelegation",
    "find_umae",
    "get_deadline",
    "get_ooad",
    "get_radius",
    "get_relation",
    "get_subdelegation",
    "get_umae",
    "ooads_of_state",
]
