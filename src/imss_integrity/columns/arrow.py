"""Results as an Arrow stream: the one module that uses pyarrow, when it is asked to.

Arrow. Whoever speaks the Arrow PyCapsule interface (polars, pandas, pyarrow, DuckDB ...) reads
`ArrowRecords` directly.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..kernel.report import Report
from .frames import column_cells

__all__ = ["ArrowRecords"]


class ArrowRecords:
    """A result, or rows, that data frames read through the Arrow PyCapsule interface.

    Registros en Arrow. Needs the extra ``arrow`` when it is read. Days, whole numbers, numbers,
    texts and truth values keep their type, and an absent cell is null, whatever its column.

    Args:
        rows: A result, whose records are taken, or rows with the same keys.

    Raises:
        InvalidValueError: If *rows* is neither, or a column holds values of several kinds.

    Source:
        Arrow PyCapsule interface.

    >>> ArrowRecords([{"unit": "UMF-900", "points": 620.5}]).names
    ('unit', 'points')
    >>> ArrowRecords(620.5)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'rows' must be a series of Mapping: got 620.5
    """

    __slots__ = ("_columns",)

    def __init__(self, rows: Report | Iterable[Mapping[str, object]]) -> None:
        self._columns = column_cells(rows)

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the columns, in order."""
        return tuple(self._columns)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Give the capsule of an Arrow stream; *requested_schema* as pyarrow reads it."""
        # Only whoever asks for Arrow needs it.
        import pyarrow as pa  # noqa: PLC0415  # pyright: ignore[reportMissingImports]

        arrow: Any = pa
        types = {
            "day": arrow.date32(), "number": arrow.float64(), "text": arrow.string(),
            "truth": arrow.bool_(), "whole": arrow.int64(),
        }  # fmt: skip
        arrays = {
            name: arrow.array(cells, type=types[kind])
            for name, (kind, cells) in self._columns.items()
        }
        stream: object = arrow.table(arrays).__arrow_c_stream__(requested_schema)
        return stream
