"""Exact numbers: reading them, adding them, and rounding them once, for display.

Números exactos. A score is a rational number. Nothing here returns a float.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from .arguments import check_series
from .errors import InvalidValueError, must
from .fields import WholeNumber, choice
from .text import Text

__all__ = [
    "Rounding",
    "exact_sum",
    "largest_remainder",
    "parse_exact",
    "parse_whole",
    "round_exact",
    "shown_number",
]

Exact = int | Decimal | Fraction

_DIGITS = 56
_PLACES = WholeNumber(0, 28)
_GROUPED_FROM = 5  # digits: 2637 stays together, 12 637 is set apart

_WHOLE = re.compile(r"-?[0-9]{1,16}", re.ASCII)
_EXACT = re.compile(r"-?[0-9]{1,28}(?:\.[0-9]{1,28}|/[0-9]{1,28})?", re.ASCII)


class Rounding(StrEnum):
    """How a number is rounded for display (redondeo); the half way case is what differs.

    Attributes:
        HALF_UP: A half goes away from zero.
        HALF_EVEN: A half goes to the even neighbour.
        DOWN: Everything goes toward zero.
    """

    HALF_UP = "half_up"
    HALF_EVEN = "half_even"
    DOWN = "down"


def parse_whole(value: object, *, path: str = "value") -> int:
    """Read a whole number from an ``int`` or its plain text.

    Entero. Text is ASCII digits with an optional minus, at most 16 digits; nothing is
    rounded and ``True`` is not a number.

    Raises:
        InvalidValueError: For any other shape.

    >>> parse_whole("20")
    20
    >>> parse_whole("62.5", path="percent")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'percent' must be a whole number: got '62.5'
    """
    if type(value) is int:
        return value
    if type(value) is str and _WHOLE.fullmatch(value):
        return int(value)
    rule = Text("ser un número entero", "be a whole number")
    raise InvalidValueError(must(path, "type", rule, value))


def parse_exact(value: object, *, path: str = "value") -> Fraction:
    """Read an exact number from an ``int``, ``Fraction``, finite ``Decimal`` or its text.

    Número exacto. Text is a decimal (``0.25``) or a fraction (``1/4``), at most 28 digits
    on either side. A ``float`` is refused, because it rarely is the number that was meant.

    Raises:
        InvalidValueError: For any other shape, and for a denominator of 0.

    >>> parse_exact("0.2") + parse_exact("1/4")
    Fraction(9, 20)
    >>> parse_exact(0.2, path="weight")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'weight' must be an exact number, such as '0...
    """
    if type(value) is Fraction:
        return value
    if type(value) is int or (type(value) is Decimal and _is_moderate(value)):
        return Fraction(value)
    is_text = type(value) is str and _EXACT.fullmatch(value)
    if is_text and not re.search(r"/0+\Z", str(value)):
        return Fraction(str(value))
    rule = Text(
        "ser un número exacto, como '0.25' o '1/4'",
        "be an exact number, such as '0.25' or '1/4'",
    )
    raise InvalidValueError(must(path, "type", rule, value))


def _is_moderate(value: Decimal) -> bool:
    """Say whether *value* is finite and short enough to become a Fraction quickly."""
    _, digits, exponent = value.as_tuple()
    return isinstance(exponent, int) and len(digits) <= _DIGITS and abs(exponent) <= _DIGITS


def exact_sum(numbers: Iterable[Fraction]) -> Fraction:
    """Add *numbers* exactly; one common denominator makes it fast. The sum of none is 0."""
    terms = tuple(numbers)
    common = math.lcm(*(term.denominator for term in terms))
    return Fraction(sum(term.numerator * (common // term.denominator) for term in terms), common)


def round_exact(value: Exact, places: int = 0, mode: Rounding = Rounding.HALF_UP) -> Decimal:
    """Round an exact number to *places* decimals, for display only.

    Redondeo exacto: no float takes part, so 2.675 goes to 2.68.

    Args:
        value: The number.
        places: Decimals kept, 0 to 28.
        mode: What happens to a half; see `Rounding`.

    Returns:
        A ``Decimal`` with exactly *places* decimals.

    Raises:
        InvalidValueError: If *places* or *mode* is not one of those.

    Source:
        Own.

    >>> round_exact(Fraction(2675, 1000), 2)
    Decimal('2.68')
    >>> round_exact(Fraction(1, 3), 29)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'places' must be a whole number from 0 to 28...
    """
    _PLACES.check("places", places)
    chosen = choice(Rounding, mode, path="mode")
    scaled = parse_exact(value) * 10**places
    floor, rest = divmod(abs(scaled.numerator), scaled.denominator)
    twice = 2 * rest
    if chosen is Rounding.HALF_UP:
        floor += twice >= scaled.denominator
    elif chosen is Rounding.HALF_EVEN:
        floor += twice > scaled.denominator or (twice == scaled.denominator and floor % 2 == 1)
    return _decimal(-floor if scaled < 0 else floor, places)


def _decimal(units: int, places: int) -> Decimal:
    # Built from digits: no decimal context takes part, whatever precision the caller set.
    return Decimal((int(units < 0), tuple(int(digit) for digit in str(abs(units))), -places))


def largest_remainder(
    parts: Sequence[Exact], places: int = 0, *, total: Exact | None = None
) -> tuple[Decimal, ...]:
    """Round *parts* to *places* decimals so that they add up to their rounded total.

    Resto mayor (Hamilton): every part is first rounded down; the units that are missing
    from the rounded total go to the parts with the largest remainders, ties to the earlier.

    Args:
        parts: Exact numbers, shape ``(n,)``; negative ones are allowed.
        places: Decimals kept, 0 to 28.
        total: What the rounded parts add up to, one of the two neighbours of the exact sum
            at *places* decimals; ``None``: the exact sum, rounded half up.

    Returns:
        The rounded parts, in order; each differs from its part by at most one unit of the
        last place.

    Raises:
        InvalidValueError: If a part is no exact number, *places* leaves its range, or *total*
            is no such neighbour.

    Source:
        Own choice of a known method (Hamilton).

    >>> largest_remainder([Fraction(1, 3)] * 3, 2)
    (Decimal('0.34'), Decimal('0.33'), Decimal('0.33'))
    >>> largest_remainder([0.5])
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'parts' must be an exact number, ...: got 0.5
    """
    check_series("parts", parts, Fraction.__name__)
    _PLACES.check("places", places)
    scaled = [parse_exact(part, path="parts") * 10**places for part in parts]
    floors = [math.floor(part) for part in scaled]
    exact = exact_sum(scaled)
    wanted = exact if total is None else parse_exact(total, path="total") * 10**places
    units = int(round_exact(wanted))
    if abs(units - exact) >= 1:
        rule = Text("ser la suma redondeada de las partes", "be the rounded sum of the parts")
        raise InvalidValueError(must("total", "range", rule, total))
    lacking = units - sum(floors)
    by_remainder = sorted(range(len(scaled)), key=lambda i: (floors[i] - scaled[i], i))
    for i in by_remainder[:lacking]:
        floors[i] += 1
    return tuple(_decimal(floor, places) for floor in floors)


def shown_number(value: Exact, places: int = 2) -> str:
    """Write a number for people: rounded half up, no idle zeros, thousands apart from 10 000.

    Groups of three digits are set apart by a space (NOM-008-SCFI), the decimal point is a
    point, in both languages.

    >>> shown_number(Fraction(1245, 2)), shown_number(400_000), shown_number(Fraction(2, 3))
    ('622.5', '400 000', '0.67')
    """
    text = f"{round_exact(value, places):f}"
    whole, _, decimals = text.partition(".")
    if len(whole.lstrip("-")) >= _GROUPED_FROM:
        whole = f"{int(whole):,}".replace(",", " ")
    kept = decimals.rstrip("0")
    number = f"{whole}.{kept}" if kept else whole
    return "0" if number == "-0" else number
