"""Days, exact numbers and amounts of money as JSON can carry them: one form each.

Valores sencillos. A day is ``YYYY-MM-DD``; an exact number a whole number, or a text ``a/b``; an
amount a text of its digits, which keeps the zeros behind its point. Nothing is read but that.
"""

from __future__ import annotations

import math
import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from ..kernel.days import parse_day
from ..kernel.fields import MAX_WHOLE

__all__ = [
    "DECIMAL",
    "FRACTION",
    "day_of",
    "decimal_of",
    "decimal_text",
    "float_of",
    "fraction_of",
    "fraction_of_text",
    "fraction_plain",
    "fraction_text",
]

# As many digits as the library's own results can need; reading them takes no time to speak of.
_MAX_TEXT = 4000
FRACTION = re.compile(r"-?[0-9]{1,1990}/0*[1-9][0-9]{0,1989}", re.ASCII)
DECIMAL = re.compile(r"-?[0-9]{1,37}(?:\.[0-9]{1,37})?(?:E\+[0-9]{1,2})?", re.ASCII)


@lru_cache(maxsize=8192)
def day_of(text: str) -> date:
    """Read a day from its text; days repeat, so those read last are remembered.

    Raises:
        ImssIntegrityError: If the text is no day of the library.
    """
    return parse_day(text)


def fraction_text(number: Fraction) -> str:
    """Write an exact number as ``a/b``, also where *b* is 1."""
    return f"{number.numerator}/{number.denominator}"


def fraction_plain(number: Fraction) -> int | str:
    """Write an exact number as a whole number, where it is one that JSON carries."""
    whole = number.numerator
    is_whole = number.denominator == 1 and -MAX_WHOLE <= whole <= MAX_WHOLE
    return whole if is_whole else fraction_text(number)


def fraction_of(given: object) -> Fraction | None:
    """Read an exact number from a whole number or ``a/b``; ``None``: it is neither."""
    if type(given) is int:
        return Fraction(given) if -MAX_WHOLE <= given <= MAX_WHOLE else None
    if type(given) is str and len(given) <= _MAX_TEXT and FRACTION.fullmatch(given):
        above, _, below = given.partition("/")
        return Fraction(int(above), int(below))
    return None


def fraction_of_text(given: object) -> Fraction | None:
    """Read an exact number from ``a/b`` alone."""
    return fraction_of(given) if type(given) is str else None


def decimal_text(number: Decimal) -> str:
    """Write an amount with all its digits; an exponent only where zeros were never counted."""
    exponent = number.as_tuple().exponent
    return str(number) if not isinstance(exponent, int) or exponent > 0 else f"{number:f}"


def decimal_of(given: object) -> Decimal | None:
    """Read an amount from its text; ``None``: it is none."""
    if type(given) is str and DECIMAL.fullmatch(given):
        return Decimal(given)
    return None


def float_of(given: object) -> float | None:
    """Read a finite number; a whole one only where a float holds it exactly; ``None``: none."""
    if type(given) is int:
        return float(given) if -MAX_WHOLE <= given <= MAX_WHOLE else None
    if type(given) is float and math.isfinite(given):
        return given + 0.0  # there is one zero
    return None
