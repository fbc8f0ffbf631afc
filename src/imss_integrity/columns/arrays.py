"""Columns as they come in and go out: checked arrays, exact sums, faults by row.

Columnas. Whatever numpy can read as one column is taken: an array, a list, a column of a data
frame. Nothing is coerced, no integer may overflow, and no message shows an answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..kernel.errors import (
    MAX_FAULTS,
    Fault,
    ImssIntegrityError,
    InconsistentError,
    InvalidValueError,
    must,
    raise_any,
)
from ..kernel.text import Text

__all__ = [
    "Bytes",
    "Whole",
    "check_lengths",
    "column_of",
    "raise_rows",
    "sealed",
    "sums_by",
    "whole_column",
]

Bytes = NDArray[np.uint8]
Whole = NDArray[np.int64]

_EXACT_BITS = 53  # whole numbers that a double holds exactly

_COLUMN = Text("ser una columna: una serie de una dimensión", "be a column of one dimension")
_WHOLE = Text("ser una columna de enteros", "be a column of whole numbers")
_LENGTH = Text("tener tantas filas como las demás ({n})", "have as many rows as the others ({n})")


def column_of(path: str, given: ArrayLike, *, dimensions: int = 1) -> NDArray[Any]:
    """Read *given* as an array of that many *dimensions*, or refuse it."""
    try:
        array: NDArray[Any] = np.asarray(given)
    except (TypeError, ValueError):  # rows of different lengths, or no array at all
        array = np.empty(())
    if array.ndim != dimensions:
        raise InvalidValueError(must(path, "type", _COLUMN, given))
    return array


def whole_column(path: str, given: ArrayLike, *, low: int, high: int) -> Whole:
    """Read a column of whole numbers from *low* to *high*, both included."""
    array = column_of(path, given)
    if array.dtype.kind not in "iu":
        raise InvalidValueError(must(path, "type", _WHOLE, given))
    # Compared before they are cast: 2**64 - 1 would turn into -1.
    if array.size and not low <= int(array.min()) <= int(array.max()) <= high:
        rule = Text("ir de {low} a {high}", "be from {low} to {high}").format(low=low, high=high)
        raise_rows(
            (array < low) | (array > high),
            lambda row: must(f"{path}[{row}]", "range", rule, int(array[row])),
        )
    return array.astype(np.int64, copy=False)


def check_lengths(columns: Mapping[str, NDArray[Any]]) -> int:
    """Give the number of rows that all *columns* have, or refuse them."""
    sizes = {path: len(column) for path, column in columns.items()}
    rows = next(iter(sizes.values()), 0)
    raise_any(
        (
            must(path, "length", _LENGTH.format(n=rows), size)
            for path, size in sizes.items()
            if size != rows
        ),
        InconsistentError,
    )
    return rows


def raise_rows(
    wrong: NDArray[np.bool_],
    fault_of: Callable[[int], Fault],
    kind: type[ImssIntegrityError] = InvalidValueError,
) -> None:
    """Raise one *kind* with a fault for each row that is *wrong*; past 50 they are counted."""
    rows = np.flatnonzero(wrong)
    if not len(rows):
        return
    faults = [fault_of(int(row)) for row in rows[:MAX_FAULTS]]
    if (hidden := len(rows) - len(faults)) > 0:
        more = Text("y {n} faltas más", "and {n} more faults").format(n=hidden)
        faults.append(Fault("", "more", more))
    raise kind(*faults)


def sums_by(places: NDArray[np.integer[Any]], values: Whole, count: int) -> list[int]:
    """Add *values*, 0 or more each, by *places* (0 to *count* - 1); exact, linear.

    A double adds whole numbers exactly below 2^53: larger ones are added in limbs.
    """
    sums = [0] * count
    width = _EXACT_BITS - len(values).bit_length()
    left, shift, most = values, 0, int(values.max(initial=0))
    while most >> shift:
        is_last = not most >> (shift + width)
        limb = left if is_last else left & ((1 << width) - 1)
        added = np.bincount(places, weights=limb, minlength=count)
        sums = [total + (int(part) << shift) for total, part in zip(sums, added, strict=True)]
        left, shift = left >> width, shift + width
    return sums


def sealed(array: NDArray[Any]) -> NDArray[Any]:
    """Give *array*, which nobody can write to from now on."""
    array.flags.writeable = False
    return array
