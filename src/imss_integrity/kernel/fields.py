"""Rules of single fields, each written once.

Reglas de campo. A rule is a value: it says what is wrong with another value (`fault`), it
is an attrs validator (calling it), and a decoding plan can read its limits. Types are
exact: ``True`` is not a number, a ``datetime`` is not a day, a list is not a tuple.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final, TypeVar, cast

from .characters import CODE_LIMIT, CODE_PATTERN, problem_of
from .errors import Fault, duty_of, must
from .field_rules import MAX_ITEMS, Each, FieldRule, InstanceOf, OneOf, Optional
from .text import Text

__all__ = [
    "CODE",
    "DAY",
    "FIRST_DAY",
    "LABEL",
    "LAST_DAY",
    "MAX_ITEMS",
    "NAME",
    "Day",
    "Each",
    "ExactNumber",
    "FieldRule",
    "InstanceOf",
    "Label",
    "Money",
    "Name",
    "OneOf",
    "Optional",
    "Pattern",
    "WholeNumber",
    "choice",
]

FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2200, 12, 31)
MAX_WHOLE = 2**53 - 1
MAX_DIGITS = 28
MAX_EXPONENT = 9


class WholeNumber(FieldRule):
    """The value is an ``int`` from *low* to *high*, both included; never a ``bool``."""

    __slots__ = ("high", "low")

    def __init__(self, low: int = 0, high: int = MAX_WHOLE) -> None:
        self.low: Final[int] = low
        self.high: Final[int] = high

    def fault(self, path: str, value: object) -> Fault | None:
        if type(value) is int and self.low <= value <= self.high:
            return None
        rule = Text("ser un entero de {low} a {high}", "be a whole number from {low} to {high}")
        code = "range" if type(value) is int else "type"
        return must(path, code, rule.format(low=self.low, high=self.high), value)


class ExactNumber(FieldRule):
    """The value is a ``Fraction`` from *low* to *high*, both included, and below 2^53 in size.

    ``None`` sets no other limit.
    """

    __slots__ = ("high", "low")

    def __init__(
        self, low: Fraction | int | None = None, high: Fraction | int | None = None
    ) -> None:
        self.low: Final[Fraction | int | None] = low
        self.high: Final[Fraction | int | None] = high

    def fault(self, path: str, value: object) -> Fault | None:
        if type(value) is not Fraction:
            rule = Text(
                "ser un número exacto, como Fraction('0.25')",
                "be an exact number, such as Fraction('0.25')",
            )
            return must(path, "type", rule, value)
        # Compared as integers: several times faster than as fractions.
        above, below = value.as_integer_ratio()
        if abs(above) > MAX_WHOLE * below:
            return must(path, "range", Text("ser menor que 2^53", "be below 2^53"), value)
        if self.low is not None and above * self.low.denominator < self.low.numerator * below:
            return must(
                path, "range", Text(f"ser al menos {self.low}", f"be at least {self.low}"), value
            )
        if self.high is not None and above * self.high.denominator > self.high.numerator * below:
            return must(
                path, "range", Text(f"ser a lo más {self.high}", f"be at most {self.high}"), value
            )
        return None


class Money(FieldRule):
    """The value is a finite ``Decimal`` of at most 28 digits, exponent -9 to 9, not negative."""

    __slots__ = ()

    def fault(self, path: str, value: object) -> Fault | None:
        rule = Text(
            "ser un Decimal finito, no negativo, de a lo más 28 dígitos",
            "be a finite Decimal, not negative, of at most 28 digits",
        )
        if type(value) is not Decimal:
            return must(path, "type", rule, value)
        _, digits, exponent = value.as_tuple()
        if (
            isinstance(exponent, str)
            or value.is_signed()
            or len(digits) > MAX_DIGITS
            or abs(exponent) > MAX_EXPONENT
        ):
            return must(path, "range", rule, value)
        return None


class Day(FieldRule):
    """The value is a civil ``date`` from 1900-01-01 to 2200-12-31, never a ``datetime``."""

    __slots__ = ()

    def fault(self, path: str, value: object) -> Fault | None:
        if type(value) is not date:
            return must(
                path, "type", Text("ser una fecha civil (date)", "be a civil day (date)"), value
            )
        if FIRST_DAY <= value <= LAST_DAY:
            return None
        rule = Text(f"ir de {FIRST_DAY} a {LAST_DAY}", f"be from {FIRST_DAY} to {LAST_DAY}")
        return must(path, "range", rule, value)


class Pattern(FieldRule):
    """The value is a ``str`` that matches *pattern* from end to end; *rule* says it in words."""

    __slots__ = ("limit", "pattern", "rule")

    def __init__(self, pattern: re.Pattern[str], rule: Text, limit: int = CODE_LIMIT) -> None:
        self.pattern: Final[re.Pattern[str]] = pattern
        self.rule: Final[Text] = rule
        self.limit: Final[int] = limit

    def fault(self, path: str, value: object) -> Fault | None:
        if type(value) is not str:
            return must(path, "type", Text("ser texto", "be text"), value)
        if len(value) <= self.limit and self.pattern.fullmatch(value):
            return None
        return must(path, "grammar", self.rule, value)


class Name(FieldRule):
    """The value is a text for people of at most *limit* characters (see `characters`)."""

    __slots__ = ("limit", "line_breaks")

    def __init__(self, limit: int = 200, *, line_breaks: bool = False) -> None:
        self.limit: Final[int] = limit
        self.line_breaks: Final[bool] = line_breaks

    def fault(self, path: str, value: object) -> Fault | None:
        if type(value) is not str:
            return must(path, "type", Text("ser texto", "be text"), value)
        problem = problem_of(value, self.limit, line_breaks=self.line_breaks)
        if problem is None:
            return None
        # A name may be personal: the message says its length and nothing else.
        length = Text("texto de {n} caracteres", "text of {n} characters").format(n=len(value))
        sentence = Text("{duty}: {got}").format(duty=duty_of(path, problem), got=length)
        return Fault(path, "text", sentence)


class Label(FieldRule):
    """The value is a `Text` whose wordings are sound `Name`s of at most *limit* characters."""

    __slots__ = ("limit",)

    def __init__(self, limit: int = 500) -> None:
        self.limit: Final[int] = limit

    def fault(self, path: str, value: object) -> Fault | None:
        if not isinstance(value, Text):
            return must(path, "type", Text("ser un Text(es, en)", "be a Text(es, en)"), value)
        es, en = value.es, value.en
        if _is_sound(es, self.limit) and (en is None or _is_sound(en, self.limit)):
            return None
        rule = Name(self.limit)
        return rule.fault(f"{path}.es", es) or rule.fault(f"{path}.en", en)


def _is_sound(wording: object, limit: int) -> bool:
    return type(wording) is str and problem_of(wording, limit) is None


CODE = Pattern(
    CODE_PATTERN,
    Text(
        "ser una clave de 1 a 64 letras, dígitos, puntos o guiones ASCII",
        "be a code of 1 to 64 ASCII letters, digits, dots or dashes",
    ),
)
NAME = Name()
LABEL = Label()
DAY = Day()


Choice = TypeVar("Choice", bound=StrEnum)


def choice(enum: type[Choice], value: object, *, path: str) -> Choice:
    """Give the member of *enum* that *value* names: the member itself or its exact text.

    Raises:
        InvalidValueError: If there is none; the message lists the allowed values.

    >>> from imss_integrity.kernel import Language
    >>> choice(Language, "en", path="language")
    <Language.EN: 'en'>
    >>> choice(Language, "EN", path="language")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'language' must be one of es, en
    """
    if isinstance(value, enum):
        return value
    member = next((m for m in enum if type(value) is str and m == value), None)
    OneOf(enum).check(path, member)
    return cast("Choice", member)
