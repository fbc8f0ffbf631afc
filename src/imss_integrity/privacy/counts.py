"""Tables of counts: what is read of them, and which of their totals are published.

Cuadros de conteos. Rows are groups of people (units, processes), columns what is counted of
them (answers, levels). No count is shown in a fault: a small one is what must not be told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from enum import StrEnum
from numbers import Integral
from typing import cast

from ..kernel.errors import Fault, InconsistentError, InvalidValueError, must, raise_any
from ..kernel.fields import MAX_WHOLE
from ..kernel.text import Text
from .refusals import discreet_fault

__all__ = ["Cell", "Counts", "PublishedTotals", "cells_of", "read_cells", "read_counts"]

Cell = tuple[int, int]
"""Row and column of a cell, both from 0."""
Counts = tuple[tuple[int, ...], ...]
"""Rows of counts, all of one length."""

_NO_LISTS: tuple[type, ...] = (str, bytes, Mapping, AbstractSet)
_LIST = Text("ser una lista ordenada", "be an ordered list")
_TABLE = Text(
    "ser una lista de renglones; de un DataFrame, .to_numpy()",
    "be a list of rows; of a data frame, .to_numpy()",
)
_FILLED = Text("tener al menos una celda", "hold at least one cell")
_COUNT = Text("llevar conteos: enteros desde 0", "hold counts: whole numbers from 0")
_LIMIT = Text("sumar menos de 2^53", "add up to less than 2^53")
_PAIR = Text("llevar pares de renglón y columna, desde 0", "hold pairs of row and column, from 0")
_KNOWN = Text("nombrar celdas del cuadro", "name cells of the table")
_ONCE = Text("no repetir celdas", "repeat no cell")


class PublishedTotals(StrEnum):
    """Which totals stand beside a table (totales publicados); the grand total follows.

    Attributes:
        BOTH: Those of rows and of columns.
        ROWS: Those of rows only; also for a list of counts with its total, as one row.
        COLUMNS: Those of columns only.
    """

    BOTH = "ambos"
    ROWS = "renglones"
    COLUMNS = "columnas"


def cells_of(counts: Counts) -> Iterator[Cell]:
    """Go through the cells, row by row."""
    return ((i, j) for i, row in enumerate(counts) for j in range(len(row)))


def read_counts(table: object) -> Counts:
    """Read a table of counts, at least one cell; its rows are equally long.

    Raises:
        InvalidValueError: If it is no table, is empty, or holds what is no count (all named).
        InconsistentError: If its rows differ in length.
    """
    lines = _members(table, "table", _TABLE)
    rows = [_members(row, f"table[{i}]", _TABLE) for i, row in enumerate(lines)]
    width = len(rows[0]) if rows else 0
    rule = Text("tener renglones de igual largo ({n})", "have rows of equal length ({n})")
    raise_any(
        (
            must(f"table[{i}]", "ragged", rule.format(n=width), len(row), subject="table")
            for i, row in enumerate(rows)
            if len(row) != width
        ),
        InconsistentError,
    )
    if not width:
        raise InvalidValueError(discreet_fault("table", "empty", _FILLED))
    raise_any(
        discreet_fault(f"table[{i}][{j}]", "range", _COUNT)
        for i, row in enumerate(rows)
        for j, value in enumerate(row)
        if not _is_whole(value) or cast("int", value) < 0
    )
    counts = tuple(tuple(int(value) for value in cast("Sequence[int]", row)) for row in rows)
    if sum(map(sum, counts)) > MAX_WHOLE:
        raise InvalidValueError(discreet_fault("table", "range", _LIMIT))
    return counts


def read_cells(hidden: object, counts: Counts) -> tuple[Cell, ...]:
    """Read a list of cells of the table *counts*, in order, none twice.

    Raises:
        InvalidValueError: If one is no pair, is not in the table or stands twice (all named).
    """
    if isinstance(hidden, AbstractSet):
        hidden = tuple(cast("Iterable[object]", hidden))  # cells have no order of their own
    pairs = [_members(pair, f"hidden[{n}]") for n, pair in enumerate(_members(hidden, "hidden"))]
    raise_any(_misplaced(pairs, counts))
    cells = tuple((int(row), int(column)) for row, column in cast("Sequence[Cell]", pairs))
    first = {cell: n for n, cell in reversed(tuple(enumerate(cells)))}
    raise_any(
        discreet_fault(f"hidden[{n}]", "duplicate", _ONCE)
        for n, cell in enumerate(cells)
        if first[cell] != n
    )
    return tuple(sorted(cells))


def _misplaced(pairs: Iterable[Sequence[object]], counts: Counts) -> Iterator[Fault]:
    sizes = (len(counts), len(counts[0]))
    for n, pair in enumerate(pairs):
        path = f"hidden[{n}]"
        if len(pair) != len(sizes) or not all(map(_is_whole, pair)):
            yield discreet_fault(path, "type", _PAIR)
            continue
        places = zip(cast("Sequence[int]", pair), sizes, strict=True)
        if not all(0 <= place < size for place, size in places):
            yield discreet_fault(path, "range", _KNOWN)


def _is_whole(value: object) -> bool:
    """Say whether *value* is a whole number, one of numpy among them; ``True`` is none."""
    return type(value) is not bool and isinstance(value, Integral)


def _members(given: object, path: str, rule: Text = _LIST) -> tuple[object, ...]:
    if isinstance(given, _NO_LISTS) or not isinstance(given, Iterable):
        raise InvalidValueError(discreet_fault(path, "type", rule))
    return tuple(cast("Iterable[object]", given))
