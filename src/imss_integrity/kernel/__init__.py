"""What every room stands on: texts, errors, provenance, exact numbers, time, explanations.

Núcleo. Nothing here knows what a unit, a cycle or a questionnaire is. Names load their modules
on first use: whoever reads a period does not wait for what prints results.
"""

from __future__ import annotations

from .._lazy import lazily

# Type checkers know this name; see the package's own face.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from .calendar import Calendar
    from .canonical import Json, canonical_text, digest, parse_json
    from .commitment import Commitment, overdue
    from .days import Period, parse_day
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
    from .exact import (
        Rounding,
        largest_remainder,
        parse_exact,
        parse_whole,
        round_exact,
        shown_number,
    )
    from .explanation import Aggregation, Part, Score
    from .figures import FigureRatio, PublishedFigure, Relation, ratio_of
    from .holidays import statutory_holidays
    from .months import add_months, earliest_within
    from .provenance import Rule, Source, Status, weakest
    from .report import Report, Table
    from .text import Language, Text
    from .uma import PUBLISHED_UMA, UmaValue
else:  # so that they refuse a name that is not there
    __getattr__, __dir__ = lazily(
        __name__,
        {
            "calendar": ("Calendar",),
            "canonical": ("Json", "canonical_text", "digest", "parse_json"),
            "commitment": ("Commitment", "overdue"),
            "days": ("Period", "parse_day"),
            "deadline": ("DeadlineRule", "TimeUnit", "deadline_of"),
            "errors": (
                "Fault",
                "ImssIntegrityError",
                "InconsistentError",
                "InvalidValueError",
                "MissingDataError",
                "NotInForceError",
                "OutOfReachError",
                "UnknownCodeError",
            ),
            "exact": (
                "Rounding",
                "largest_remainder",
                "parse_exact",
                "parse_whole",
                "round_exact",
                "shown_number",
            ),
            "explanation": ("Aggregation", "Part", "Score"),
            "figures": ("FigureRatio", "PublishedFigure", "Relation", "ratio_of"),
            "holidays": ("statutory_holidays",),
            "months": ("add_months", "earliest_within"),
            "provenance": ("Rule", "Source", "Status", "weakest"),
            "report": ("Report", "Table"),
            "text": ("Language", "Text"),
            "uma": ("PUBLISHED_UMA", "UmaValue"),
        },
    )

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
