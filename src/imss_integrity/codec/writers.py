"""Writers: what gives a value of a type as JSON text, one for each type.

Escritores. A document is written as text at once, as short as JSON can be and the same whatever
is installed; plain values are that text, read again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from json.encoder import encode_basestring
from math import isfinite
from typing import Any

from ..kernel.errors import InvalidValueError, must
from ..kernel.text import Text
from .scalars import decimal_text, fraction_plain, fraction_text
from .unions import TAG, VALUE, is_tagged, tag_of

__all__ = [
    "DAYS",
    "LEAF_WRITERS",
    "Write",
    "choice_writer",
    "fraction_text_writer",
    "optional_writer",
    "quoted",
    "tuple_writer",
    "tuple_writer_of_any_length",
    "union_writer",
]

Write = Callable[[Any], str]

quoted: Write = encode_basestring
"""A text as JSON writes it."""


def _boolean(value: bool) -> str:  # noqa: FBT001 - it is what is written
    return "true" if value else "false"


def _finite(value: float) -> str:
    if not isfinite(value):
        rule = Text("ser un número finito", "be a finite number")
        raise InvalidValueError(must("value", "type", rule, value))
    return float.__repr__(value)


def _fraction(number: Fraction) -> str:
    plain = fraction_plain(number)
    return quoted(plain) if isinstance(plain, str) else str(plain)


def fraction_text_writer(number: Fraction) -> str:
    """Write an exact number as ``a/b``, whole or not."""
    return quoted(fraction_text(number))


def _decimal(number: Decimal) -> str:
    return quoted(decimal_text(number))


class _Days(dict[date, str]):
    """Days as texts; days repeat, so those written are kept, up to a number."""

    def __missing__(self, day: date) -> str:
        text = f'"{day.isoformat()}"'
        if len(self) < _MOST_DAYS:
            self[day] = text
        return text


_MOST_DAYS = 4096
DAYS: Mapping[date, str] = _Days()
"""Each day as JSON writes it."""


LEAF_WRITERS: Mapping[object, Write] = {
    str: quoted,
    int: str,
    bool: _boolean,
    float: _finite,
    Fraction: _fraction,
    Decimal: _decimal,
    date: DAYS.__getitem__,
}
"""What is no record and holds nothing else."""


def choice_writer(kind: type[Enum]) -> Write:
    """Give what writes the members of an enumeration: their values."""
    return {one: quoted(one.value) for one in kind}.__getitem__


def optional_writer(write: Write) -> Write:
    """Give what writes a value that may be ``None``."""
    return lambda value: "null" if value is None else write(value)


def tuple_writer(writers: Sequence[Write]) -> Write:
    """Give what writes tuples of that many values, each of its own type."""

    def fixed(values: tuple[object, ...]) -> str:
        written = [write(one) for write, one in zip(writers, values, strict=True)]
        return f"[{','.join(written)}]"

    return fixed


def tuple_writer_of_any_length(write: Write) -> Write:
    """Give what writes tuples of values of one type."""
    return lambda values: f"[{','.join(map(write, values))}]"


def union_writer(writers: Mapping[type, Write], kinds: Mapping[type, tuple[type, ...]]) -> Write:
    """Give what writes a value of one of the classes of *writers* as `UnionReader` reads it."""
    heads = {one: f'{{"{TAG}":"{tag_of(one)}",' for one in writers if is_tagged(one, kinds)}
    names: Sequence[str] = [member.__name__ for member in writers]

    def write(value: Any) -> str:  # noqa: ANN401
        member = value.__class__
        if member not in writers:
            rule = Text("ser uno de {names}", "be one of {names}").format(names=", ".join(names))
            raise InvalidValueError(must("value", "type", rule, value))
        written = writers[member](value)
        head = heads.get(member)
        if head is None:
            return written
        if dict not in kinds[member]:
            return f'{head}"{VALUE}":{written}}}'
        return head + written[1:]  # before the first key; every record has one

    return write
