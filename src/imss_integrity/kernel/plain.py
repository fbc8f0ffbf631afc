"""Values of the library as plain JSON values, so that they can be digested.

Forma llana. One way only: reading JSON back is the work of the codec.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any, cast

import attrs

from .canonical import Json
from .errors import InvalidValueError, must
from .text import Text

__all__ = ["plain"]


def plain(value: object, *, path: str = "value") -> Json:
    """Give *value* as JSON values: objects by field, enumerations by value, numbers exact.

    Forma llana. Days become ``YYYY-MM-DD``, exact numbers texts (``2.5``, ``1/3``), tuples
    lists; a decimal loses the zeros behind its point, because 1.0 and 1 are equal.

    Raises:
        InvalidValueError: If *value* is of a kind that no class of the library holds.

    Source:
        Own.

    >>> plain((Fraction(1, 3), Decimal("2.50"), date(2026, 5, 4), Text("meta", "target")))
    ['1/3', '2.5', '2026-05-04', {'es': 'meta', 'en': 'target'}]
    >>> plain({1, 2})
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'value' must be a value of the library: got ...
    """
    if isinstance(value, Enum):
        return plain(value.value, path=path)
    if value is None or type(value) in {bool, int, str}:
        return cast("Json", value)
    if isinstance(value, Decimal) and value.is_finite():
        return _shortest(value)
    if type(value) in {date, Fraction}:
        return str(value)
    if isinstance(value, tuple):
        return [plain(member, path=path) for member in cast("tuple[object, ...]", value)]
    cls: Any = type(value)
    if attrs.has(cls):
        fields = (field.name for field in attrs.fields(cls) if field.init)
        return {name: plain(getattr(value, name), path=path) for name in fields}
    rule = Text("ser un valor de la biblioteca", "be a value of the library")
    raise InvalidValueError(must(path, "type", rule, value))


def _shortest(value: Decimal) -> str:
    # Never `normalize`: it rounds to the precision of whatever context the caller set.
    text = f"{value:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if value == 0 else text
