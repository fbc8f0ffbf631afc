"""Tables with hidden cells, and how they are shown.

Cuadros con celdas reservadas. A hidden count is nowhere in them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from ..kernel.arguments import repeated_codes
from ..kernel.errors import Fault, InconsistentError, must, raise_any
from ..kernel.fields import (
    MAX_WHOLE,
    NAME,
    Each,
    FieldRule,
    InstanceOf,
    OneOf,
    Optional,
    WholeNumber,
)
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value
from .counts import Cell
from .refusals import discreet_fault

__all__ = ["THRESHOLD", "SuppressedTable", "is_small"]

HIDDEN = "*"
"""What stands in the place of a hidden count."""

THRESHOLD = WholeNumber(2)
_TOTAL = "total"  # in both languages


_COUNT = WholeNumber()


def _series(rule: FieldRule) -> Each:
    return Each(rule, least=1, most=MAX_WHOLE)


_NAMES = _series(NAME)
_TOTALS = Optional(_series(_COUNT))
_CELLS = _series(_series(Optional(_COUNT)))


def is_small(count: int, threshold: int) -> bool:
    """Say whether *count* must not be shown: above 0 and below the *threshold*."""
    return 0 < count < threshold


@attrs.frozen(kw_only=True, weakref_slot=False)
class SuppressedTable(Report, Value):
    """A table for publication, in which the hidden counts cannot be recomputed.

    Cuadro con celdas reservadas. Made by `suppress`. Which of the hidden cells were small and
    which only protect them is not told: it would narrow what they can be. The constructor
    checks what can be seen in each line (totals, and no hidden cell alone in a line with its
    total); that no cell can be recomputed across lines is checked where it is made.

    Attributes:
        row_names: Name of each row, at least one, none twice.
        column_names: Name of each column, at least one, none twice.
        cells: Rows of counts from 0; ``None``: hidden.
        row_totals: Total of each row; ``None``: not published.
        column_totals: Total of each column; ``None``: not published.
        threshold: Counts from 1 to one below it are not shown; at least 2.
        status: ``OWN``: no threshold is official.
        sources: What the duty and the method rest on.

    Raises:
        InvalidValueError: If a field breaks its rule or a name stands twice.
        InconsistentError: If shapes differ, no totals are given, the lines do not add up to
            them, a small count is shown, or the only hidden cell of a line could be told.

    >>> table = SuppressedTable(row_names=("A",), column_names=("si", "no"), cells=((None, None),),
    ...     row_totals=(42,), column_totals=None, threshold=10, status=Status.OWN, sources=())
    >>> table.hidden, table.total
    (((0, 0), (0, 1)), 42)
    >>> attrs.evolve(table, cells=((None, 40),))
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'row_totals' must not tell the only hidden...
    """

    row_names: tuple[str, ...] = attrs.field(validator=_NAMES)
    column_names: tuple[str, ...] = attrs.field(validator=_NAMES)
    cells: tuple[tuple[int | None, ...], ...] = attrs.field(validator=_CELLS)
    row_totals: tuple[int, ...] | None = attrs.field(validator=_TOTALS)
    column_totals: tuple[int, ...] | None = attrs.field(validator=_TOTALS)
    threshold: int = attrs.field(validator=THRESHOLD)
    status: Status = attrs.field(validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(validator=Each(InstanceOf(Source)))

    def __attrs_post_init__(self) -> None:
        raise_any(repeated_codes("row_names", self.row_names))
        raise_any(repeated_codes("column_names", self.column_names))
        raise_any(self._shape_faults(), InconsistentError)
        raise_any(self._line_faults(), InconsistentError)

    @property
    def hidden(self) -> tuple[Cell, ...]:
        """The hidden cells: row and column, from 0, row by row."""
        return tuple(
            (i, j)
            for i, row in enumerate(self.cells)
            for j, count in enumerate(row)
            if count is None
        )

    @property
    def total(self) -> int:
        """The grand total."""
        return sum(self.row_totals or self.column_totals or ())

    def _lines(self) -> Iterator[tuple[tuple[int, ...], Sequence[Sequence[int | None]], str]]:
        """Go through the published totals, with the lines that they add up."""
        if self.row_totals is not None:
            yield self.row_totals, self.cells, "row_totals"
        if self.column_totals is not None:
            yield self.column_totals, tuple(zip(*self.cells, strict=True)), "column_totals"

    def _shape_faults(self) -> Iterator[Fault]:
        rows, columns = len(self.row_names), len(self.column_names)
        sizes = [("cells", len(self.cells), rows)]
        sizes += [(f"cells[{i}]", len(row), columns) for i, row in enumerate(self.cells)]
        if self.row_totals is not None:
            sizes.append(("row_totals", len(self.row_totals), rows))
        if self.column_totals is not None:
            sizes.append(("column_totals", len(self.column_totals), columns))
        rule = Text("tener un elemento por nombre ({n})", "have one member for each name ({n})")
        for path, size, names in sizes:
            if size != names:
                yield must(path, "length", rule.format(n=names), size)
        if self.row_totals is None and self.column_totals is None:
            rule = Text(
                "estar publicados si no lo están los de columna",
                "be published if those of the columns are not",
            )
            yield discreet_fault("row_totals", "missing", rule)

    def _line_faults(self) -> Iterator[Fault]:
        adds_up = Text("sumar lo que sus celdas", "add up as their cells do")
        alone = Text(
            "no delatar la única celda reservada", "not tell the only hidden cell of their line"
        )
        small = Text("ser 0 o llegar al umbral ({n})", "be 0 or reach the threshold ({n})").format(
            n=self.threshold
        )
        for i, row in enumerate(self.cells):
            if any(is_small(count or 0, self.threshold) for count in row):
                yield discreet_fault(f"cells[{i}]", "small", small)
        for totals, lines, name in self._lines():
            for i, (total, line) in enumerate(zip(totals, lines, strict=True)):
                path = f"{name}[{i}]"
                left, hidden = total - sum(count or 0 for count in line), line.count(None)
                if is_small(total, self.threshold):
                    yield discreet_fault(path, "small", small)
                if left < 0 or (left and not hidden):
                    yield discreet_fault(path, "total", adds_up)
                elif hidden == 1 or (hidden and not left):
                    yield discreet_fault(path, "exposed", alone)
        if len({sum(totals) for totals, _, _ in self._lines()}) > 1:
            yield discreet_fault("column_totals", "total", adds_up)

    def _table(self, language: Language) -> Table:
        header: tuple[str, ...] = ("", *self.column_names)
        rows = [(name, *_shown(row)) for name, row in zip(self.row_names, self.cells, strict=True)]
        if self.column_totals is not None:
            rows.append((_TOTAL, *_shown(self.column_totals)))
        if self.row_totals is not None:
            header = (*header, _TOTAL)
            totals = (*self.row_totals, self.total)
            rows = [(*row, str(total)) for row, total in zip(rows, totals, strict=False)]
        line = Text(
            "{n} de {m} celdas reservadas ({mark}); conteos de 1 a {small} no se muestran (umbral "
            "propio, no oficial), y otros los protegen",
            "{n} of {m} cells hidden ({mark}); counts from 1 to {small} are not shown (own "
            "threshold, not official), and others protect them",
        ).format(
            n=len(self.hidden),
            m=len(self.row_names) * len(self.column_names),
            mark=HIDDEN,
            small=self.threshold - 1,
        )
        return Table(
            title=_TABLE_TITLE.to(language),
            lines=(line.to(language),),
            header=header,
            rows=tuple(rows),
        )

    def _records(self) -> list[dict[str, object]]:
        inner = [
            _record(row, column, count)
            for row, counts in zip(self.row_names, self.cells, strict=True)
            for column, count in zip(self.column_names, counts, strict=True)
        ]
        rows = zip(self.row_names, self.row_totals or (), strict=False)
        columns = zip(self.column_names, self.column_totals or (), strict=False)
        return [
            *inner,
            *(_record(name, None, total) for name, total in rows),
            *(_record(None, name, total) for name, total in columns),
            _record(None, None, self.total),
        ]


_TABLE_TITLE = Text("Cuadro con celdas reservadas", "Table with hidden cells")


def _shown(counts: Sequence[int | None]) -> tuple[str, ...]:
    return tuple(HIDDEN if count is None else str(count) for count in counts)


def _record(row: str | None, column: str | None, count: int | None) -> dict[str, object]:
    return {"row": row, "column": column, "count": count, "hidden": count is None}
