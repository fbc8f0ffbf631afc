"""A table for each question: what stands in a document -> the answer, or it raises.

Tablas de respuestas. A table is indexed by what the document holds, ``null`` for what is left out.
Choices and days are looked up in dictionaries, which costs next to nothing; all else is checked by
an object that looks like one. What is wrong is only noticed: the detailed way tells what.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from datetime import date
from typing import Any

from ..conflicts.answer_checks import question_faults
from ..conflicts.answers import (
    LONGEST_TEXT,
    Absence,
    QuestionType,
    YesNo,
    parse_value,
    value_problem,
)
from ..conflicts.questions import Question
from ..kernel.fields import MAX_WHOLE
from .doubt import Unsure
from .readers import composed
from .scalars import day_of

__all__ = ["Checked", "Plain", "absence_of", "table_of"]

_MOST_DAYS = 4096
_STATED = {one.value: one for one in Absence if one.is_stated}


def absence_of(given: Any) -> Absence:  # noqa: ANN401
    """Give the absence that an object states."""
    if len(given) != len(("type", "value")) or given["type"] != "absence":
        raise Unsure
    return _STATED[given["value"]]


class Checked:
    """A table without entries: what is looked up is checked by the rules of the question."""

    __slots__ = ("question",)

    def __init__(self, question: Question) -> None:
        self.question: Question = question

    def __getitem__(self, given: Any) -> object:  # noqa: ANN401
        if given is None:
            return None
        if given.__class__ is dict:
            return absence_of(given)
        return self.answer(given)

    def answer(self, given: Any) -> object:  # noqa: ANN401
        """Read an answer that is there."""
        return self.sound(self.one(given))

    def one(self, given: Any) -> object:  # noqa: ANN401
        """Read one answer by its type."""
        if given.__class__ not in {str, int, bool}:
            raise Unsure
        return parse_value(self.question.type, given)

    def sound(self, value: object) -> object:
        """Refuse a value that breaks a rule of the question."""
        for _ in question_faults("", self.question, value):
            raise Unsure
        return value


class _Several(Checked):
    """Of a question that takes several answers."""

    __slots__ = ()

    def answer(self, given: Any) -> object:  # noqa: ANN401
        if given.__class__ is not list or len(given) > self.question.max_answers:
            raise Unsure
        return self.sound(tuple([self.one(one) for one in given]))


class Plain(Checked):
    """Of a question whose answers are nearly always what the document holds."""

    __slots__ = ()

    @abstractmethod
    def check(self, var: str) -> str:
        """Give the test, in code, that *var* must be looked up because it may be no answer."""


class _Text(Plain):
    """Of a question for text."""

    __slots__ = ()

    def check(self, var: str) -> str:
        return (
            f"{var}.__class__ is not str or len({var}) > {LONGEST_TEXT}"
            f" or not {var}.isascii() and beyond({var}) is not None"
            f" or not {var}.isprintable() or not {var}.strip()"
        )

    def answer(self, given: Any) -> object:  # noqa: ANN401
        if given.__class__ is not str or len(given) > LONGEST_TEXT:
            raise Unsure
        text = composed(given)
        if value_problem(QuestionType.TEXT, text) is not None:
            raise Unsure
        return text


class _Whole(Plain):
    """Of a question for a whole number between whole bounds."""

    __slots__ = ()

    def check(self, var: str) -> str:
        least, most = self.question.least, self.question.most
        low = least if type(least) is int else -MAX_WHOLE
        high = most if type(most) is int else MAX_WHOLE
        return f"{var}.__class__ is not int or not {low} <= {var} <= {high}"


class _Days(dict[object, object]):
    """Of a question for a day; days repeat, so those read are kept, up to a number."""

    __slots__ = ("checked",)

    def __init__(self, question: Question) -> None:
        super().__init__({None: None})
        self.checked = Checked(question)

    def __missing__(self, given: Any) -> date:  # noqa: ANN401
        if given.__class__ is not str:
            raise Unsure
        day = day_of(given)
        self.checked.sound(day)
        if len(self) < _MOST_DAYS:
            self[given] = day
        return day


def table_of(question: Question) -> Any:  # noqa: ANN401 - whatever can be indexed
    """Give the table of a question that is no group."""
    if question.repeats:
        return _Several(question)
    if question.type is QuestionType.YES_NO:
        return _choices({one.value: one for one in YesNo})
    if question.type.has_options:
        return _choices({option.code: option.code for option in question.options})
    tables: dict[QuestionType, Any] = {
        QuestionType.DATE: _Days,
        QuestionType.TEXT: _Text,
        QuestionType.INTEGER: _Whole,
    }
    return tables.get(question.type, Checked)(question)


def _choices(answers: Mapping[str, object]) -> Mapping[object, object]:
    table: dict[object, object] = {None: None}
    table.update(answers)
    return table
