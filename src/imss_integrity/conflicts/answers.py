"""What a question asks for, what an answer may be, and the kinds of absence.

Respuestas y ausencias. Yes and no are an enumeration, never a bare truth value; absence is
never "no" and never 0. A value is read from what a form or a document gives; no message shows it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from typing import cast

from ..kernel.characters import problem_of
from ..kernel.days import parse_day
from ..kernel.errors import Fault, ImssIntegrityError, InvalidValueError, duty_of
from ..kernel.fields import CODE, DAY, MAX_DIGITS, MAX_EXPONENT, MAX_WHOLE, OneOf
from ..kernel.text import Text

__all__ = [
    "DECIMAL_TEXT",
    "LONGEST_TEXT",
    "Absence",
    "AnswerValue",
    "QuestionType",
    "YesNo",
    "answer_fault",
    "parse_value",
    "value_problem",
]

LONGEST_TEXT = 4000
DECIMAL_TEXT = re.compile(r"-?[0-9]{1,28}(?:\.[0-9]{1,28})?", re.ASCII)


class QuestionType(StrEnum):
    """What a question asks for (tipo de reactivo).

    Attributes:
        YES_NO: `YesNo`, as in the library's own questionnaires.
        BOOLEAN: ``True`` or ``False``, as in FHIR and neutral definitions.
        CHOICE: The code of one of its options; of several where it repeats.
        KINSHIP: A choice whose options are relations, each with its kinship.
        INTEGER: A whole number.
        DECIMAL: An exact decimal number of at most 28 digits.
        MONEY: Pesos, exact, not negative.
        DATE: A civil day.
        TEXT: A text of at most 4,000 characters; line breaks are allowed.
        GROUP: Questions that stand together; it has no answer of its own.
    """

    YES_NO = "si_no"
    BOOLEAN = "booleano"
    CHOICE = "opcion"
    KINSHIP = "parentesco"
    INTEGER = "entero"
    DECIMAL = "decimal"
    MONEY = "dinero"
    DATE = "fecha"
    TEXT = "texto"
    GROUP = "grupo"

    @property
    def has_order(self) -> bool:
        """Whether its answers come in an order of their own."""
        return self in _ORDERED

    @property
    def has_options(self) -> bool:
        """Whether it is answered with codes of options."""
        return self in {QuestionType.CHOICE, QuestionType.KINSHIP}


_ORDERED = frozenset(
    {QuestionType.INTEGER, QuestionType.DECIMAL, QuestionType.MONEY, QuestionType.DATE}
)


class YesNo(StrEnum):
    """Yes or no (sí o no). "No sé" is `Absence.UNKNOWN`, which is neither."""

    YES = "si"
    NO = "no"


AnswerValue = YesNo | str | bool | int | Decimal | date
"""One answer, in its final form."""


class Absence(Enum):
    """Why an answer is absent (ausencia); no kind of it is "no", and none is 0.

    Attributes:
        NOT_ASKED: The question is disabled, so nobody was asked. Never stated by a person.
        NOT_YET_ANSWERED: The question is open. Never stated by a person.
        DECLINED: The person refuses to answer: complete, and flagged.
        UNKNOWN: "No sé": complete, and pending.
        NOT_APPLICABLE: The person states that it does not apply: complete.
    """

    # No enumeration of texts: a text answer must not be able to equal an absence.
    NOT_ASKED = "no_preguntado"
    NOT_YET_ANSWERED = "sin_respuesta"
    DECLINED = "declinado"
    UNKNOWN = "no_se"
    NOT_APPLICABLE = "no_aplica"

    @property
    def is_stated(self) -> bool:
        """Whether a person states it; the other two follow from the questionnaire."""
        return self in _STATED

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _LABELS[self]


_STATED = frozenset({Absence.DECLINED, Absence.UNKNOWN, Absence.NOT_APPLICABLE})
_LABELS = {
    Absence.NOT_ASKED: Text("no se preguntó", "not asked"),
    Absence.NOT_YET_ANSWERED: Text("sin respuesta", "not yet answered"),
    Absence.DECLINED: Text("prefiere no responder", "declined"),
    Absence.UNKNOWN: Text("no sé", "unknown"),
    Absence.NOT_APPLICABLE: Text("no aplica", "not applicable"),
}


def answer_fault(path: str, code: str, rule: Text, *, subject: str) -> Fault:
    """Compose *subject* must *rule*, without the answer: it may be personal, however short."""
    return Fault(path, code, duty_of(subject, rule))


_RULES = {
    QuestionType.YES_NO: Text("ser 'si' o 'no'", "be 'si' or 'no'"),
    QuestionType.BOOLEAN: Text("ser verdadero o falso", "be true or false"),
    QuestionType.CHOICE: Text("ser la clave de una opción", "be the code of an option"),
    QuestionType.KINSHIP: Text("ser la clave de un parentesco", "be the code of a relation"),
    QuestionType.INTEGER: Text("ser un número entero", "be a whole number"),
    QuestionType.DECIMAL: Text(
        "ser un decimal exacto de a lo más 28 dígitos",
        "be an exact decimal of at most 28 digits",
    ),
    QuestionType.MONEY: Text(
        "ser una cantidad exacta en pesos, no negativa",
        "be an exact amount of pesos, not negative",
    ),
    QuestionType.DATE: Text(
        "ser un día existente con la forma AAAA-MM-DD",
        "be an existing day of the form YYYY-MM-DD",
    ),
    QuestionType.TEXT: Text(
        "ser un texto de 1 a 4000 caracteres visibles, en NFC",
        "be a text of 1 to 4000 visible characters, in NFC",
    ),
    QuestionType.GROUP: Text("no llevar respuesta propia", "have no answer of its own"),
}


def value_problem(kind: QuestionType, value: object) -> Text | None:
    """Say which rule of its type *value* breaks, in its final form; ``None``: none."""
    return None if _IS_SOUND[kind](value) else _RULES[kind]


def _is_code(value: object) -> bool:
    return CODE.fault("", value) is None


def _is_whole(value: object) -> bool:
    return type(value) is int and abs(value) <= MAX_WHOLE


def _is_decimal(value: object) -> bool:
    if type(value) is not Decimal or not value.is_finite():
        return False
    _, digits, exponent = value.as_tuple()
    return len(digits) <= MAX_DIGITS and abs(int(exponent)) <= MAX_EXPONENT


def _is_money(value: object) -> bool:
    return isinstance(value, Decimal) and _is_decimal(value) and not value.is_signed()


def _is_day(value: object) -> bool:
    return DAY.fault("", value) is None


def _is_text(value: object) -> bool:
    if type(value) is not str or not value.strip():
        return False  # spaces alone would answer a required question with nothing
    return problem_of(value, LONGEST_TEXT, line_breaks=True, outer_space=True) is None


_IS_SOUND: Mapping[QuestionType, Callable[[object], bool]] = {
    QuestionType.YES_NO: lambda value: type(value) is YesNo,
    QuestionType.BOOLEAN: lambda value: type(value) is bool,
    QuestionType.CHOICE: _is_code,
    QuestionType.KINSHIP: _is_code,
    QuestionType.INTEGER: _is_whole,
    QuestionType.DECIMAL: _is_decimal,
    QuestionType.MONEY: _is_money,
    QuestionType.DATE: _is_day,
    QuestionType.TEXT: _is_text,
    QuestionType.GROUP: lambda _: False,
}


def parse_value(kind: QuestionType, given: object, *, path: str = "value") -> AnswerValue:
    """Read one answer to a question of the type *kind* from what a form or a document gives.

    Lectura de una respuesta. Texts stand for days (``YYYY-MM-DD``), decimals and amounts
    (``"2.5"``), ``si`` and ``no``; whole numbers stand for decimals too; a text is put in
    normal form NFC. A ``float`` is refused, because it rarely is the number that was meant.

    Args:
        kind: The type of the question; not `QuestionType.GROUP`, which has no answer.
        given: The answer.
        path: Where it stands, for the error.

    Returns:
        The answer in its final form.

    Raises:
        InvalidValueError: If *given* is no such answer. The message never shows it.

    Source:
        Own.

    >>> parse_value(QuestionType.DATE, "2026-05-04"), parse_value(QuestionType.YES_NO, "si")
    (datetime.date(2026, 5, 4), <YesNo.YES: 'si'>)
    >>> parse_value(QuestionType.YES_NO, True)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'value' must be 'si' or 'no'
    """
    OneOf(QuestionType).check("kind", kind)
    value = _final(kind, given)
    problem = value_problem(kind, value)
    if problem is not None:
        raise InvalidValueError(answer_fault(path, "answer", problem, subject=path))
    return cast("AnswerValue", value)


def _final(kind: QuestionType, given: object) -> object:
    """Bring *given* into its final form where it has one; the rest is refused by its type."""
    if kind is QuestionType.YES_NO and type(given) is str:
        return next((member for member in YesNo if member.value == given), None)
    if kind is QuestionType.DATE:
        return _day(given)
    if kind is QuestionType.INTEGER and type(given) is Decimal and _is_decimal(given):
        return int(given) if given == int(given) else given
    if kind in {QuestionType.DECIMAL, QuestionType.MONEY}:
        return _decimal(given)
    if kind is QuestionType.TEXT and type(given) is str and len(given) <= LONGEST_TEXT:
        return unicodedata.normalize("NFC", given)
    return given


def _day(given: object) -> date | None:
    try:
        return parse_day(given)
    except ImssIntegrityError:  # its message shows short texts, and an answer may be personal
        return None


def _decimal(given: object) -> object:
    if type(given) is int and abs(given) <= MAX_WHOLE:
        return Decimal(given)
    is_number = type(given) is str and DECIMAL_TEXT.fullmatch(given)
    return Decimal(str(given)) if is_number else given
