"""Results as columns of the right type, for data frames.

Columnas para tablas de datos.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from ..kernel.arguments import members_of
from ..kernel.errors import Fault, InvalidValueError, must, raise_any
from ..kernel.report import Report
from ..kernel.text import Text

__all__ = ["column_cells", "to_columns"]

_NUMBERS = (int, float, Decimal, Fraction)
_KINDS: Mapping[str, tuple[type, ...]] = {
    "whole": (int,), "number": _NUMBERS, "day": (date,), "text": (str,), "truth": (bool,)
}  # fmt: skip


def column_cells(
    rows: Report | Iterable[Mapping[str, object]],
) -> dict[str, tuple[str, list[Any]]]:
    """Give the kind and the cells of each column; a cell that a row lacks is ``None``.

    Raises:
        InvalidValueError: If *rows* is neither a result nor rows, or the cells of a column are
            of several kinds; every such column is named.
    """
    given = _rows_of(rows)
    names = dict.fromkeys(name for row in given for name in row)
    cells = {name: [_plain(row.get(name)) for row in given] for name in names}
    kinds = {name: _kind_of(column) for name, column in cells.items()}
    raise_any(_mixed(name) for name, kind in kinds.items() if kind is None)
    return {name: (kinds[name] or "", column) for name, column in cells.items()}


def _rows_of(rows: object) -> Sequence[Mapping[str, object]]:
    if isinstance(rows, Report):
        return rows.to_records()
    # The class is abstract, and its type arguments are not known at run time.
    return members_of("rows", rows, cast("type[Mapping[str, object]]", Mapping))


def _plain(cell: object) -> object:
    """Give texts without their enumeration, and exact numbers as the nearest ``float``."""
    if isinstance(cell, str):
        return str.__str__(cell)
    return float(cell) if isinstance(cell, Decimal | Fraction) else cell


def _kind_of(column: list[object]) -> str | None:
    types = {type(cell) for cell in column if cell is not None}
    return next((kind for kind, own in _KINDS.items() if types.issubset(own)), None)


def _mixed(name: object) -> Fault:
    rule = Text(
        "llevar sólo números, sólo días, sólo textos o sólo valores de verdad",
        "hold numbers only, days only, texts only or truth values only",
    )
    return must(f"rows[{name}]", "type", rule, None, subject="rows")


def to_columns(rows: Report | Iterable[Mapping[str, object]]) -> dict[str, NDArray[Any]]:
    """Give a result, or rows, as one array for each column.

    Columnas. For ``pandas.DataFrame(...)`` and ``polars.DataFrame(...)``; where absent cells
    matter, `ArrowRecords` keeps them apart from every value.

    Args:
        rows: A result, whose records are taken, or rows with the same keys.

    Returns:
        Name -> array, in the order of the rows: ``int64``; ``float64`` for other numbers, exact
        ones as the nearest, and for whole numbers among which some are absent (NaN);
        ``datetime64[D]`` for days (NaT: absent); ``bool``; texts as ``str``, and objects where
        a text or a truth value is absent (``None``).

    Raises:
        InvalidValueError: If *rows* is neither, or a column holds values of several kinds.

    Source:
        Own.

    >>> from imss_integrity.catalog import EXAMPLE_ASSESSMENTS
    >>> from imss_integrity.competitiveness import score
    >>> columns = to_columns(score(EXAMPLE_ASSESSMENTS[0]))
    >>> columns["value"].dtype, columns["value"][:2].tolist()
    (dtype('float64'), [20.0, 18.0])
    >>> to_columns([{"x": 1}, {"x": "uno"}])
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'rows' must hold numbers only, days only, te...
    """
    return {name: _array(kind, cells) for name, (kind, cells) in column_cells(rows).items()}


def _array(kind: str, cells: list[Any]) -> NDArray[Any]:
    is_full = None not in cells
    if kind == "day":
        return np.array(cells, dtype="datetime64[D]")
    if kind == "number" or (kind == "whole" and not is_full):
        return np.array(cells, dtype=np.float64)  # None becomes NaN
    if kind == "whole":
        return _whole(cells)
    types = {"text": np.str_, "truth": np.bool_}
    return np.array(cells, dtype=types[kind] if is_full else object)


def _whole(cells: list[Any]) -> NDArray[Any]:
    try:
        return np.array(cells, dtype=np.int64)
    except OverflowError:
        rule = Text("llevar enteros de 64 bits", "hold whole numbers of 64 bits")
        raise InvalidValueError(must("rows", "range", rule, None)) from None
