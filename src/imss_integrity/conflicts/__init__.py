"""Conflicts of interest: kinship, questionnaires that are proved, responses, screening.

Conflictos de intereses. What a law reaches is an argument, never a guess in code. A screening
refers; it never declares a person guilty.
"""

from __future__ import annotations

from .altering import AnswerChange, LevelChange, LevelChanges, smallest_changes
from .answers import Absence, AnswerValue, QuestionType, YesNo, parse_value
from .conditions import Condition, Match, MonthsBack, Operator, holds
from .evaluation import Evaluation, evaluate
from .findings import ConflictType, Finding, FiredTrigger, Interest, Safeguard
from .kinship import Bond, Kinship, Line
from .levels import Band, Level, Review, SafeguardRule
from .measures import (
    InterestScore,
    Link,
    Proximity,
    Recency,
    combined_score,
    interest_score,
    recency_of,
)
from .policies import InterestRule, ScreeningPolicy, Trigger
from .questionnaires import Questionnaire
from .questions import Bound, Option, Question, Role, Section, Sensitivity
from .radii import BondReading, LegalRadius, Within, within
from .relations import Relation
from .responses import Answer, Response
from .screening import Screening, screen

__all__ = [
    "Absence",
    "Answer",
    "AnswerChange",
    "AnswerValue",
    "Band",
    "Bond",
    "BondReading",
    "Bound",
    "Condition",
    "ConflictType",
    "Evaluation",
    "Finding",
    "FiredTrigger",
    "Interest",
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
    "MonthsBack",
    "Operator",
    "Option",
    "Proximity",
    "Question",
    "QuestionType",
    "Questionnaire",
    "Recency",
    "Relation",
    "Response",
    "Review",
    "Role",
    "Safeguard",
    "SafeguardRule",
    "Screening",
    "ScreeningPolicy",
    "Section",
    "Sensitivity",
    "Trigger",
    "Within",
    "YesNo",
    "combined_score",
    "evaluate",
    "holds",
    "interest_score",
    "parse_value",
    "recency_of",
    "screen",
    "smallest_changes",
    "within",
]
