"""Conflicts of interest: kinship, questionnaires that are proved, responses, screening.

Conflictos de intereses. What a law reaches is an argument, never a guess in code. A screening
refers; it never declares a person guilty.
"""

from __future__ import annotations

from .altering import AnswerChange, LevelChange, LevelChanges, smallest_changes
from .answers import Absence, AnswerValue, QuestionType, YesNo, parse_value
from .comparing import compare_years
from .comparison_results import Comparison, InterestChange, InterestFate
from .conditions import Condition, Match, MonthsBack, Operator, holds
from .evaluation import Evaluation, evaluate
from .filing_events import (
    Amended,
    ClarificationAsked,
    Drafted,
    Expired,
    FilingEvent,
    FilingMove,
    Submitted,
    Superseded,
    Withdrawn,
)
from .filing_states import FilingState
from .filings import Filing, apply_event, replay_filing
from .findings import ConflictType, Finding, FiredTrigger, Interest, Safeguard
from .kinship import Bond, Kinship, Line
from .levels import Band, Level, Review, SafeguardRule
from .measures import InterestScore, combined_score, interest_score
from .migrating import Migration, migrate_answers
from .policies import InterestRule, ScreeningPolicy, Trigger
from .proof_results import CoreMember, Defect, DefectKind, Proof, Witness
from .proving import prove
from .questionnaires import Questionnaire
from .questions import Bound, Option, Question, Role, Section, Sensitivity
from .radii import BondReading, LegalRadius, Within, within
from .relations import Relation
from .renewal_results import Renewal, RenewalDue, RenewalReason
from .renewal_rules import RenewalRules, YearlyWindow
from .renewals import renewal_due
from .responses import Answer, Response
from .scales import Link, Proximity, Recency, recency_of
from .screening import Screening, screen
from .submissions import Submission
from .version_results import ChangeKind, VersionChange, VersionDifference
from .versioning import compare_versions

__all__ = [
    "Absence",
    "Amended",
    "Answer",
    "AnswerChange",
    "AnswerValue",
    "Band",
    "Bond",
    "BondReading",
    "Bound",
    "ChangeKind",
    "ClarificationAsked",
    "Comparison",
    "Condition",
    "ConflictType",
    "CoreMember",
    "Defect",
    "DefectKind",
    "Drafted",
    "Evaluation",
    "Expired",
    "Filing",
    "FilingEvent",
    "FilingMove",
    "FilingState",
    "Finding",
    "FiredTrigger",
    "Interest",
    "InterestChange",
    "InterestFate",
    "InterestRule",
    "InterestScore",
    "Kinship",
    "LegalRadius",
    "Level",
    "LevelChange",
    "LevelChanges",
    "Line",
    "Link",
    "Match",
    "Migration",
    "MonthsBack",
    "Operator",
    "Option",
    "Proof",
    "Proximity",
    "Question",
    "QuestionType",
    "Questionnaire",
    "Recency",
    "Relation",
    "Renewal",
    "RenewalDue",
    "RenewalReason",
    "RenewalRules",
    "Response",
    "Review",
    "Role",
    "Safeguard",
    "SafeguardRule",
    "Screening",
    "ScreeningPolicy",
    "Section",
    "Sensitivity",
    "Submission",
    "Submitted",
    "Superseded",
    "Trigger",
    "VersionChange",
    "VersionDifference",
    "Withdrawn",
    "Within",
    "Witness",
    "YearlyWindow",
    "YesNo",
    "apply_event",
    "combined_score",
    "compare_versions",
    "compare_years",
    "evaluate",
    "holds",
    "interest_score",
    "migrate_answers",
    "parse_value",
    "prove",
    "recency_of",
    "renewal_due",
    "replay_filing",
    "screen",
    "smallest_changes",
    "within",
]
