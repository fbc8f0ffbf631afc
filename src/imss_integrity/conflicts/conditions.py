"""Conditions that enable a question, with the meaning of HL7 FHIR R5, as data.

Condiciones de habilitación. Conditions are flat; nesting comes from groups. A condition reads
the effective answers of its source: those of an enabled question, absences apart.

Source: HL7 FHIR R5, code system questionnaire-enable-operator (confirmed, adopted exactly).
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any

import attrs

from ..kernel.arguments import members_of
from ..kernel.errors import InvalidValueError, must
from ..kernel.fields import CODE, OneOf, WholeNumber, choice
from ..kernel.months import earliest_within
from ..kernel.text import Text
from ..kernel.values import Value
from .answers import AnswerValue, QuestionType, parse_value, value_problem

__all__ = ["Condition", "Match", "MonthsBack", "Operator", "condition_problem", "holds", "passes"]


class Operator(StrEnum):
    """How a condition compares (operador), as FHIR R5 defines it.

    Attributes:
        EXISTS: There is an answer, or (value ``False``) there is none.
        EQUAL: At least one answer equals the value.
        NOT_EQUAL: No answer equals the value; so it holds where there is no answer.
        GREATER, LESS, AT_LEAST, AT_MOST: At least one answer compares so; never holds where
            there is no answer.
    """

    EXISTS = "exists"
    EQUAL = "="
    NOT_EQUAL = "!="
    GREATER = ">"
    LESS = "<"
    AT_LEAST = ">="
    AT_MOST = "<="

    @property
    def compares_order(self) -> bool:
        """Whether it needs answers that come in an order."""
        return self in _COMPARISONS


_COMPARISONS: dict[Operator, Callable[[Any, Any], bool]] = {
    Operator.GREATER: operator.gt,
    Operator.LESS: operator.lt,
    Operator.AT_LEAST: operator.ge,
    Operator.AT_MOST: operator.le,
}


class Match(StrEnum):
    """How several conditions of one question are joined (todas o alguna); never a default."""

    ALL = "all"
    ANY = "any"


@attrs.frozen(weakref_slot=False)
class MonthsBack(Value):
    """The earliest day of a window that ends on the day of evaluation.

    Ventana relativa: *in the last 24 months* is "at least ``MonthsBack(24)``".

    Attributes:
        months: Length of the window, 0 to 3600; 0 is the day of evaluation itself.

    Raises:
        InvalidValueError: If *months* leaves its range.

    Source:
        Own; see `kernel.earliest_within`.

    >>> MonthsBack(24).day(on=date(2026, 5, 4))
    datetime.date(2024, 5, 4)
    >>> MonthsBack(-1)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'months' must be a whole number from 0 to 360...
    """

    months: int = attrs.field(validator=WholeNumber(0, 3600))

    def day(self, *, on: date) -> date:
        """Give the earliest day of the window that ends on the day *on*."""
        return _earliest(on, self.months)


@lru_cache(maxsize=1024)
def _earliest(on: date, months: int) -> date:
    return earliest_within(on, months)


@attrs.frozen(weakref_slot=False)
class Condition(Value):
    """One comparison with the answers of another question.

    Condición. Positional, because it reads as a sentence: ``Condition("FAM1", "=", YesNo.YES)``.

    Attributes:
        question: Code of the source, a question with answers of its own.
        operator: How it compares.
        value: With what, in its final form: ``True`` or ``False`` for `Operator.EXISTS`, else an
            answer of the type of the source, or `MonthsBack` for a day.

    Raises:
        InvalidValueError: If the code or the operator breaks its rule. That the value fits
            its source is checked by the `Questionnaire`, which knows it.

    Source:
        HL7 FHIR R5.

    >>> Condition("FAM1", Operator.EXISTS, True).operator
    <Operator.EXISTS: 'exists'>
    >>> Condition("FAM 1", Operator.EXISTS, True)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'question' must be a code of 1 to 64 ASCII ...
    """

    question: str = attrs.field(validator=CODE)
    operator: Operator = attrs.field(validator=OneOf(Operator))
    value: AnswerValue | MonthsBack

    def __str__(self) -> str:
        value = getattr(self.value, "value", self.value)
        return f"{self.question} {self.operator} {value}"


def condition_problem(kind: QuestionType, comparison: Operator, value: object) -> Text | None:
    """Say why *comparison* with *value* does not fit a source of the type *kind*.

    Weighted options come in an order too; that is the questionnaire's to know.
    """
    if kind is QuestionType.GROUP:
        return Text("leer un reactivo, no un grupo", "read a question, not a group")
    if comparison is Operator.EXISTS:
        boolean = Text("comparar con verdadero o falso", "compare with true or false")
        return None if type(value) is bool else boolean
    if comparison.compares_order and not (kind.has_order or kind is QuestionType.CHOICE):
        return Text("comparar por orden sólo lo que lo tiene", "compare by order only what has one")
    if kind is QuestionType.DATE and isinstance(value, MonthsBack):
        return None
    problem = value_problem(kind, value)
    fitting = Text(
        "llevar un valor de su fuente: {problem}", "hold a value of its source: {problem}"
    )
    return None if problem is None else fitting.format(problem=problem)


def passes(comparison: Operator, answers: Iterable[Any], value: Any) -> bool:  # noqa: ANN401
    """Say whether *comparison* holds for effective *answers*; nothing is checked."""
    given = tuple(answers)
    if comparison is Operator.EXISTS:
        return bool(given) is value
    if comparison is Operator.EQUAL:
        return value in given
    if comparison is Operator.NOT_EQUAL:
        return value not in given
    compare = _COMPARISONS[comparison]
    return any(compare(answer, value) for answer in given)


def holds(
    comparison: Operator | str, answers: Iterable[object], value: object, *, kind: QuestionType
) -> bool:
    """Say whether a condition holds for the *answers* of a source of the type *kind*.

    Tabla de operadores de FHIR R5. Nothing but the answers decides: no answer at all makes
    ``!=`` and ``exists`` with ``False`` hold, and every other comparison fail.

    Args:
        comparison: The operator or its text.
        answers: The effective answers of the source, as `parse_value` reads them.
        value: What they are compared with, as `parse_value` reads it; a truth value for
            ``exists``.
        kind: The type of the source.

    Raises:
        InvalidValueError: If the operator is unknown, or a value does not fit the source.

    Source:
        HL7 FHIR R5, questionnaire-enable-operator.

    >>> holds("!=", [], "blue", kind=QuestionType.CHOICE)
    True
    >>> holds("exists", [3], "yes", kind=QuestionType.INTEGER)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'value' must compare with true or false: got...
    """
    chosen = choice(Operator, comparison, path="comparison")
    OneOf(QuestionType).check("kind", kind)
    given = members_of("answers", answers, object)
    read = [parse_value(kind, answer, path=f"answers[{n}]") for n, answer in enumerate(given)]
    if chosen is not Operator.EXISTS and kind is not QuestionType.GROUP:
        value = parse_value(kind, value)
    problem = condition_problem(kind, chosen, value)
    if problem is None and chosen.compares_order and not kind.has_order:
        problem = Text("llevar opciones con peso para comparar por orden", "hold weighted options")
    if problem is not None:
        raise InvalidValueError(must("value", "condition", problem, value))
    return passes(chosen, read, value)
