"""Answers as bytes: the codebook of each question, and columns read by it.

Libro de códigos. A byte is the position of an answer among those that its question allows;
255 is no answer, whatever the kind of absence, because none of them weighs anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..conflicts import Absence, Question, Questionnaire, QuestionType, YesNo
from ..conflicts.answers import answer_fault
from ..kernel.fields import InstanceOf
from ..kernel.text import Text
from .arrays import Bytes, column_of, raise_rows

__all__ = ["NO_ANSWER", "answer_book", "answer_marks", "answers_of"]

NO_ANSWER = 255
"""The byte that stands for no answer."""

_MOST = 254  # options that a byte tells apart, beside `NO_ANSWER` and what is refused
_REFUSED = 254
_STATED = {absence: NO_ANSWER for absence in Absence if absence.is_stated}
_FIXED: Mapping[QuestionType, tuple[str | bool, ...]] = {
    QuestionType.YES_NO: tuple(YesNo),
    QuestionType.BOOLEAN: (False, True),
}
_RULE = Text("ser una respuesta de su libro de códigos", "be an answer of its codebook")


def answers_of(question: Question) -> tuple[str | bool, ...] | None:
    """Give the answers that *question* allows, in order; ``None``: they are not few."""
    if question.repeats or len(question.options) > _MOST:
        return None
    if question.type.has_options:
        return tuple(option.code for option in question.options)
    return _FIXED.get(question.type)


def answer_book(questionnaire: Questionnaire) -> dict[str, tuple[str | bool, ...]]:
    """Give the codebook of a questionnaire: what each byte of a column stands for.

    Libro de códigos. Questions answered with one of at most 254 answers, and in no group that
    repeats, have a column; yes is 0 and no is 1, of truth values ``False`` is 0.

    Args:
        questionnaire: The definition.

    Returns:
        Code of a question -> its answers; the position of an answer is its byte.

    Raises:
        InvalidValueError: If *questionnaire* is none.

    Source:
        Own.

    >>> from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE
    >>> answer_book(CONFLICT_QUESTIONNAIRE)["EMP1"]
    (<YesNo.YES: 'si'>, <YesNo.NO: 'no'>)
    >>> answer_book("EMP1")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'questionnaire' must be of type Questionnair...
    """
    InstanceOf(Questionnaire).check("questionnaire", questionnaire)
    known = {
        place.question.code: answers_of(place.question)
        for place in questionnaire.layout.places.values()
        if place.frame is None
    }
    return {code: answers for code, answers in known.items() if answers is not None}


def answer_marks(question: Question, given: ArrayLike) -> Bytes:
    """Read the column of *question*: bytes by its codebook, or the answers themselves.

    Returns:
        The position of each answer, counted from 1; 0 where there is none.
    """
    path = f"columns[{question.code}]"
    array = column_of(path, given)
    answers = answers_of(question) or ()
    marks = np.add(_bytes_of(array, question, answers), np.uint8(1))  # 255 becomes 0
    if marks.max(initial=0) > len(answers):
        raise_rows(
            marks > len(answers),
            lambda row: answer_fault(f"{path}[{row}]", "option", _RULE, subject=question.code),
        )
    return marks


def _bytes_of(
    array: NDArray[Any], question: Question, answers: tuple[str | bool, ...]
) -> NDArray[np.uint8]:
    if array.dtype == np.uint8:
        return array
    if array.dtype.kind in "iu":
        known = (array >= 0) & (array <= NO_ANSWER)
        return np.where(known, array, _REFUSED).astype(np.uint8)
    if array.dtype.kind == "b" and question.type is QuestionType.BOOLEAN:
        return array.view(np.uint8)
    book: Mapping[tuple[bool, object], int] = {
        (type(answer) is bool, answer): place for place, answer in enumerate(answers)
    }
    cells = (_byte_of(cell, question, book) for cell in array.tolist())
    return np.fromiter(cells, dtype=np.uint8, count=len(array))


def _byte_of(cell: object, question: Question, book: Mapping[tuple[bool, object], int]) -> int:
    if isinstance(cell, Absence):
        return _STATED.get(cell, _REFUSED)
    if isinstance(cell, str):
        is_unknown = question.type is QuestionType.YES_NO and cell == Absence.UNKNOWN.value
        return NO_ANSWER if is_unknown or not cell else book.get((False, cell), _REFUSED)
    if type(cell) is bool:
        return book.get((True, cell), _REFUSED)
    is_blank = cell is None or (type(cell) is float and cell != cell)  # noqa: PLR0124 - NaN
    return NO_ANSWER if is_blank else _REFUSED
