"""Reading the numbers, lists and tables that the statistics work on.

Lectura de datos. Every number comes in exactly, as a ``Fraction``: a float is the binary
fraction that it is. So a result does not depend on the order of its inputs, and is rounded
once, at its end. NaN, infinity and ``True`` are refused; whatever is wrong in a table is
reported at once.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from numbers import Rational, Real
from typing import TypeVar, cast

import attrs

from ..kernel.errors import (
    Fault,
    ImssIntegrityError,
    InconsistentError,
    InvalidValueError,
    must,
    raise_any,
)
from ..kernel.exact import parse_exact
from ..kernel.fields import MAX_WHOLE, FieldRule
from ..kernel.text import Text

__all__ = [
    "FiniteFloat",
    "Number",
    "Shape",
    "finite_number",
    "read_series",
    "read_table",
    "whole_count",
    "whole_multiples",
]

Number = int | float | Decimal | Fraction | str
T = TypeVar("T")
Read = Callable[[object, str], T]

_LARGEST = 2**1024 - 2**970  # the largest finite float
_FINITE = Text(
    "llevar números finitos (ni NaN, ni infinito, ni booleano)",
    "hold finite numbers (no NaN, no infinity, no boolean)",
)
_NO_LISTS: tuple[type, ...] = (str, bytes, Mapping, AbstractSet)
_LIST = Text("ser una lista ordenada", "be an ordered list")
_TABLE = Text(
    "ser una lista de filas; de un DataFrame, .to_numpy()",
    "be a list of rows; of a data frame, .to_numpy()",
)


@attrs.frozen
class FiniteFloat(FieldRule):
    """The value is a finite ``float``."""

    def fault(self, path: str, value: object) -> Fault | None:
        """Say what is wrong with *value*, found at *path*; ``None`` where nothing is."""
        if type(value) is float and math.isfinite(value):
            return None
        return must(path, "type", Text("ser un float finito", "be a finite float"), value)


def finite_number(value: object, path: str) -> Fraction:
    """Read a finite number, exactly; a numpy scalar counts as the number that it holds.

    Raises:
        InvalidValueError: For NaN, infinity, booleans, anything beyond the range of a float
            and any text that is not an exact number.

    >>> finite_number(0.5, "values[0]"), finite_number("1/3", "values[1]")
    (Fraction(1, 2), Fraction(1, 3))
    >>> finite_number(float("nan"), "values[0]")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'values' must hold finite numbers (...): got...
    """
    if type(value) is int and -MAX_WHOLE <= value <= MAX_WHOLE:
        return _whole(value)
    number = _number_of(value)
    if number is None or abs(number) > _LARGEST:
        raise InvalidValueError(_at(path, "type", _FINITE, value))
    return number


@lru_cache(maxsize=1024)
def _whole(value: int) -> Fraction:
    # Ratings repeat few values: one object for each makes counting them several times faster.
    return Fraction(value)


def whole_count(value: object, path: str) -> int:
    """Read a count: a whole number from 0 to 2**53 - 1, in any shape that holds one."""
    number = _number_of(value)
    if number is None or number.denominator != 1 or not 0 <= number <= MAX_WHOLE:
        rule = Text("llevar cuentas: enteros desde 0", "hold counts: whole numbers from 0")
        raise InvalidValueError(_at(path, "range", rule, value))
    return number.numerator


def _number_of(value: object) -> Fraction | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, Rational):
        return Fraction(int(value.numerator), int(value.denominator))
    if isinstance(value, Real):
        number = float(value)
        return Fraction(number) if math.isfinite(number) else None
    try:
        return parse_exact(value)
    except InvalidValueError:
        return None


def read_series(values: object, *, path: str, read: Read[T]) -> tuple[T, ...]:
    """Read each member of a list with *read*; where any is bad, name them all."""
    found: list[T] = []
    faults: list[Fault] = []
    for i, value in enumerate(_members(values, path)):
        try:
            found.append(read(value, f"{path}[{i}]"))
        except ImssIntegrityError as error:
            faults.extend(error.faults)
    raise_any(faults)
    return tuple(found)


@attrs.frozen
class Shape:
    """What the rows and the columns of a table are called, and the fewest there may be."""

    rows: Text
    columns: Text
    least_rows: int
    least_columns: int
    square: bool = False


def read_table(
    rows: object, shape: Shape, *, path: str, read: Read[T]
) -> tuple[tuple[T, ...], ...]:
    """Read a table, all of whose rows are equally long, cell by cell with *read*.

    Raises:
        InvalidValueError: If it is no table, is too small, or holds bad cells (all named).
        InconsistentError: If its rows differ in length, or it should be square and is not.
    """
    given = _members(rows, path, _TABLE)
    lines = [_members(row, f"{path}[{i}]", _TABLE) for i, row in enumerate(given)]
    width = len(lines[0]) if lines else 0
    for i, line in enumerate(lines):
        if len(line) != width:
            rule = Text(
                "tener filas de igual largo ({n} {what})",
                "have rows of equal length ({n} {what})",
            ).format(n=width, what=shape.columns)
            raise InconsistentError(_at(f"{path}[{i}]", "ragged", rule, len(line)))
    _at_least(len(lines), shape.least_rows, shape.rows, path)
    _at_least(width, shape.least_columns, shape.columns, path)
    if shape.square and len(lines) != width:
        rule = Text(
            "tener tantas filas como columnas ({n})", "have as many rows as columns ({n})"
        ).format(n=width)
        raise InconsistentError(must(path, "square", rule, len(lines)))
    cells = read_series(
        [(i, j, cell) for i, line in enumerate(lines) for j, cell in enumerate(line)],
        path=path,
        read=lambda placed, _: _cell(placed, path, read),
    )
    return tuple(cells[start : start + width] for start in range(0, len(cells), width))


def whole_multiples(numbers: Iterable[Fraction]) -> dict[Fraction, int]:
    """Give distinct *numbers* as whole multiples of one common unit."""
    distinct = set(numbers)
    common = math.lcm(*(number.denominator for number in distinct))
    return {number: number.numerator * (common // number.denominator) for number in distinct}


def _cell(placed: object, path: str, read: Read[T]) -> T:
    i, j, cell = cast("tuple[int, int, object]", placed)
    return read(cell, f"{path}[{i}][{j}]")


def _members(given: object, path: str, rule: Text = _LIST) -> tuple[object, ...]:
    if isinstance(given, _NO_LISTS) or not isinstance(given, Iterable):
        raise InvalidValueError(_at(path, "type", rule, given))
    return tuple(cast("Iterable[object]", given))


def _at_least(count: int, least: int, what: Text, path: str) -> None:
    if count < least:
        rule = Text("tener al menos {n} {what}", "have at least {n} {what}")
        fault = must(path, "few" if count else "empty", rule.format(n=least, what=what), count)
        raise InvalidValueError(fault)


def _at(path: str, code: str, rule: Text, value: object) -> Fault:
    """Compose a fault whose subject is the whole argument, and whose path is the cell."""
    return must(path, code, rule, value, subject=path.partition("[")[0])
