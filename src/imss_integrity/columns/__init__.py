"""Many records at once: scores, compliance and tallies over columns, and results as columns.

Cálculo por columnas. Each result is the one that the objects give, to the last bit; needs the
extra ``columns`` (numpy), and `ArrowRecords` the extra ``arrow`` (pyarrow).
"""

from __future__ import annotations

from .answer_books import NO_ANSWER, answer_book
from .arrow import ArrowRecords
from .assessing import score_assessments
from .assessment_blocks import NOT_RATED
from .assessment_results import AssessmentScores
from .complying import ProgrammeShares, comply_programmes
from .frames import to_columns
from .responding import ResponseScores, score_responses
from .tallying import NO_SCORE, CountRollUp, roll_up_counts, tally_columns

__all__ = [
    "NOT_RATED",
    "NO_ANSWER",
    "NO_SCORE",
    "ArrowRecords",
    "AssessmentScores",
    "CountRollUp",
    "ProgrammeShares",
    "ResponseScores",
    "answer_book",
    "comply_programmes",
    "roll_up_counts",
    "score_assessments",
    "score_responses",
    "tally_columns",
    "to_columns",
]
