"""What every room stands on: texts, errors, provenance, exact numbers, time, explanations.

Núcleo. Nothing here knows what a unit, a cycle or a questionnaire is.
"""

from __future__ import annotations

from .calendar import Calendar
from .canonical import Json, canonical_text, digest, parse_json
from .commitment import Commitment, overdue
from .days import Period, add_months, earliest_within, parse_day
from .deadline import DeadlineRule, TimeUnit, deadline_of
from .errors import (
    Fault,
    ImssIntegrityError,
    InconsistentError,
    InvalidValueError,
    MissingDataError,
    NotInForceError,
    OutOfReachError,
    UnknownCodeError,
)
from .exact import Rounding, largest_remainder, parse_exact, parse_whole, round_exact, shown_number
from .explanation import Aggregation, Part, Score
from .figures import FigureRatio, PublishedFigure, Relation, ratio_of
from .holidays import statutory_holidays
from .provenance import Rule, Source, Status, weakest
from .report import Report, Table
from .text import Language, Text
from .uma import PUBLISHED_UMA, UmaValue

__all__ = [
    "PUBLISHED_UMA",
    "Aggregation",
    "Calendar",
    "Commitment",
    "DeadlineRule",
    "Fault",
    "FigureRatio",
    "ImssIntegrityError",
    "InconsistentError",
    "InvalidValueError",
    "Json",
    "Language",
    "MissingDataError",
    "NotInForceError",
    "OutOfReachError",
    "Part",
    "Period",
    "PublishedFigure",
    "Relation",
    "Report",
    "Rounding",
    "Rule",
    "Score",
    "Source",
    "Status",
    "Table",
    "Text",
    "TimeUnit",
    "UmaValue",
    "UnknownCodeError",
    "add_months",
    "canonical_text",
    "deadline_of",
    "digest",
    "earliest_within",
    "largest_remainder",
    "overdue",
    "parse_day",
    "parse_exact",
    "parse_json",
    "parse_whole",
    "ratio_of",
    "round_exact",
    "shown_number",
    "statutory_holidays",
    "weakest",
]
