"""One value on both sides: an answer, what a condition compares with, a bound.

Valores. FHIR puts the type of a value into its name: ``valueDate``, ``answerCoding``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar, cast

from ..conflicts import AnswerValue, Match, MonthsBack, QuestionType, YesNo
from ..conflicts.answers import value_problem
from ..kernel.days import parse_day
from ..kernel.errors import ImssIntegrityError
from ..kernel.text import Text
from .fhir_names import code_of
from .fhir_nodes import extensions
from .fhir_tables import CALCULATED, YES_NO_CODES, YES_NO_SYSTEM
from .foreign_nodes import Node

__all__ = ["MOST_INTEGER", "as_fhir", "from_fhir", "kept", "limit_from_fhir", "number_of"]

T = TypeVar("T")

MOST_INTEGER = 2**31 - 1
_MOST_MONTHS = 3600
_MOST_DIGITS = 40  # of a whole number that is worth looking at
_MONTHS = re.compile(r"today\(\)(?: - ([0-9]{1,4}) months?)?", re.ASCII)
_PARTIAL = re.compile(r"[0-9]{4}(?:-[0-9]{2})?", re.ASCII)
_NAMES = {
    QuestionType.YES_NO: "Coding",
    QuestionType.BOOLEAN: "Boolean",
    QuestionType.CHOICE: "Coding",
    QuestionType.KINSHIP: "Coding",
    QuestionType.INTEGER: "Integer",
    QuestionType.DECIMAL: "Decimal",
    QuestionType.MONEY: "Decimal",
    QuestionType.DATE: "Date",
    QuestionType.TEXT: "String",
}
_MEMBERS = {code: member for member, code in YES_NO_CODES.items()}


def as_fhir(prefix: str, kind: QuestionType, value: object) -> dict[str, Any] | None:
    """Give the member for a value of that *kind*; ``None``: FHIR cannot carry it.

    A window becomes an expression. At the ends of months others may count it otherwise.
    """
    if isinstance(value, MonthsBack):
        start = f"today() - {value.months} months" if value.months else "today()"
        expression = {"language": "text/fhirpath", "expression": start}
        extension = {"url": CALCULATED, "valueExpression": expression}
        return {f"_{prefix}Date": {"extension": [extension]}}
    if type(value) is int and abs(value) > MOST_INTEGER:
        return None
    return {f"{prefix}{_NAMES[kind]}": _plain(kind, value)}


def _plain(kind: QuestionType, value: object) -> object:
    if isinstance(value, YesNo):
        return {"system": YES_NO_SYSTEM, "code": YES_NO_CODES[value]}
    if kind.has_options:
        return {"code": value}
    return value.isoformat() if isinstance(value, date) else value


def limit_from_fhir(prefix: str, kind: QuestionType, node: Node) -> AnswerValue | MonthsBack | None:
    """Give what a bound or a condition holds; ``None``, with a note: nothing of that *kind*."""
    months = _months(node.node(f"_{prefix}Date")) if kind is QuestionType.DATE else None
    return from_fhir(prefix, kind, node) if months is None else months


def _months(element: Node | None) -> MonthsBack | None:
    extension = {} if element is None else extensions(element, {CALCULATED})
    expression = extension[CALCULATED].node("valueExpression") if extension else None
    text = None if expression is None else expression.text("expression")
    found = _MONTHS.fullmatch(text or "")
    months = int(found[1] or 0) if found else -1
    return MonthsBack(months) if 0 <= months <= _MOST_MONTHS else None


def from_fhir(prefix: str, kind: QuestionType, node: Node) -> AnswerValue | None:
    """Give the value of that *kind* that *node* holds; ``None``, with a note: none it could hold.

    The note shows no value.
    """
    key = f"{prefix}{_NAMES[kind]}"
    given = node.value.get(key)
    value = _coded(prefix, node) if kind.has_options else _READERS.get(kind, _as_it_is)(given)
    problem = value_problem(kind, value)
    if problem is None:
        return cast("AnswerValue", value)
    if kind is QuestionType.DATE and type(given) is str and _PARTIAL.fullmatch(given):
        rule = Text(
            "ser un día completo: un año o un mes no se importan",
            "be a whole day: a year or a month alone is not imported",
        )
        node.notes.must(node.path_of(key), "partial", rule)
    else:
        node.notes.must(node.path_of(key), "answer", problem)
    return None


def _coded(prefix: str, node: Node) -> str | None:
    """Give the code of an option, which may also be a text or a whole number."""
    coding = node.value.get(f"{prefix}Coding")
    if coding is not None:
        below = node.node(f"{prefix}Coding")
        given = None if below is None else below.value.get("code")
    else:
        given = node.value.get(f"{prefix}String", node.value.get(f"{prefix}Integer"))
    if type(given) is int and abs(given) <= MOST_INTEGER:
        given = str(given)
    return code_of(given) if type(given) is str and given else None


def number_of(given: object) -> Decimal | None:
    """Give a number of JSON exactly; a float stands for its shortest decimal, as it was written."""
    if type(given) is int and abs(given) < 10**_MOST_DIGITS:
        return Decimal(given)
    if type(given) is float:
        return Decimal(repr(given))
    return given if type(given) is Decimal else None


def _yes_no(given: object) -> YesNo | None:
    coding: Mapping[object, object] = {}
    if isinstance(given, Mapping):
        coding = cast("Mapping[object, object]", given)
    code = coding.get("code")
    is_known = coding.get("system") == YES_NO_SYSTEM and type(code) is str
    return _MEMBERS.get(cast("str", code)) if is_known else None


def _day(given: object) -> date | None:
    try:
        return parse_day(given) if type(given) is str else None
    except ImssIntegrityError:  # its message may show a short text; the note shows none
        return None


def _as_it_is(given: object) -> object:
    return given


_READERS = {
    QuestionType.YES_NO: _yes_no,
    QuestionType.DECIMAL: number_of,
    QuestionType.MONEY: number_of,
    QuestionType.DATE: _day,
}


def kept(conditions: Sequence[T | None], match: Match | None) -> list[T]:
    """Give the conditions that stay where some, ``None`` here, were lost.

    What is lost may only make a question be asked more often, never less: where any of the
    conditions would do, none stays.
    """
    if match is Match.ANY and None in conditions:
        return []
    return [condition for condition in conditions if condition is not None]
