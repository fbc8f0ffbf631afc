"""What can be worked out of the hidden cells of a table, exactly.

Auditoría de celdas reservadas. An audit belongs to whoever is about to publish: it holds the
counts that each hidden cell can have, and shows them only where there is more than one.

Source: Gusfield (1988).
"""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from ..kernel.errors import InconsistentError, must, raise_any
from ..kernel.fields import MAX_WHOLE, Each, InstanceOf, OneOf, WholeNumber, choice
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value
from .counts import Cell, PublishedTotals, read_cells, read_counts
from .exchanges import EXCHANGES, Network
from .refusals import discreet_fault

__all__ = ["SuppressionAudit", "audit_suppression"]

_PAIRS = Each(Each(WholeNumber(), least=2, most=2), most=MAX_WHOLE)


@attrs.frozen(kw_only=True, weakref_slot=False)
class SuppressionAudit(Report, Value):
    """What can be worked out of each hidden cell of a table from what is published.

    Auditoría de celdas reservadas.

    Attributes:
        hidden: The hidden cells: row and column, from 0, in order.
        intervals: The lowest and the highest count that each of them can have, both included;
            exact. Not in ``repr``, and shown only where they differ: where they are equal
            they are the hidden count.
        status: ``DERIVED``.
        sources: The method.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: If there is not one interval for each cell, or its ends are not in
            order.

    >>> audit = SuppressionAudit(hidden=((0, 0), (0, 1)), intervals=((7, 7), (0, 3)),
    ...     status=Status.DERIVED, sources=())
    >>> audit.exposed, audit.is_safe, "7" in repr(audit) + audit.describe()
    (((0, 0),), False, False)
    >>> attrs.evolve(audit, intervals=((0, 3),))
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'intervals' must be as many as the hidden...
    """

    hidden: tuple[Cell, ...] = attrs.field(validator=_PAIRS)
    intervals: tuple[tuple[int, int], ...] = attrs.field(validator=_PAIRS, repr=False)
    status: Status = attrs.field(validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(validator=Each(InstanceOf(Source)))

    def __attrs_post_init__(self) -> None:
        if len(self.intervals) != len(self.hidden):
            rule = Text(
                "ser tantos como las celdas reservadas ({n})",
                "be as many as the hidden cells ({n})",
            ).format(n=len(self.hidden))
            raise InconsistentError(must("intervals", "length", rule, len(self.intervals)))
        order = Text("ir del menor al mayor", "go from the lowest to the highest")
        raise_any(
            (
                discreet_fault(f"intervals[{n}]", "order", order)
                for n, (low, high) in enumerate(self.intervals)
                if low > high
            ),
            InconsistentError,
        )

    @property
    def exposed(self) -> tuple[Cell, ...]:
        """The hidden cells whose count can be recomputed exactly."""
        pairs = zip(self.hidden, self.intervals, strict=True)
        return tuple(cell for cell, (low, high) in pairs if low == high)

    @property
    def is_safe(self) -> bool:
        """Whether no hidden cell can be recomputed; true where none is hidden."""
        return not self.exposed

    def _table(self, language: Language) -> Table:
        exposed = Text("se recalcula", "can be recomputed").to(language)
        verdict = Text(
            "{n} de {m} celdas reservadas se recalculan (renglones y columnas desde 0)",
            "{n} of {m} hidden cells can be recomputed (rows and columns from 0)",
        ).format(n=len(self.exposed), m=len(self.hidden))
        return Table(
            title=Text("Auditoría de celdas reservadas", "Audit of hidden cells").to(language),
            lines=(verdict.to(language),),
            header=_AUDIT_HEADER[language],
            rows=tuple(
                (str(i), str(j), exposed, "")
                if low == high
                else (str(i), str(j), str(low), str(high))
                for (i, j), (low, high) in zip(self.hidden, self.intervals, strict=True)
            ),
        )

    def _records(self) -> list[dict[str, object]]:
        return [
            {
                "row": i,
                "column": j,
                "exposed": low == high,
                "low": None if low == high else low,
                "high": None if low == high else high,
            }
            for (i, j), (low, high) in zip(self.hidden, self.intervals, strict=True)
        ]


_AUDIT_HEADER = {
    Language.ES: ("renglón", "columna", "mínimo", "máximo"),
    Language.EN: ("row", "column", "lowest", "highest"),
}


def audit_suppression(
    table: Iterable[Iterable[int]],
    hidden: Iterable[Cell],
    *,
    totals: PublishedTotals | str = PublishedTotals.BOTH,
) -> SuppressionAudit:
    """Find, for each hidden cell, the counts that it can have given all that is published.

    Auditoría de celdas reservadas. Published are the other cells and the totals; counts are
    whole and at least 0. Exact, in whole numbers; hiding more never narrows an interval.

    Args:
        table: Counts as they are, hidden ones included; rows of one length, at least one cell.
            Whole numbers from 0 that add up to less than 2^53.
        hidden: The hidden cells: row and column, from 0, none twice.
        totals: Which totals are published; a list of counts with its total is one row with
            `PublishedTotals.ROWS`.

    Returns:
        The interval of each hidden cell, in order; a cell with equal ends is exposed.

    Raises:
        InvalidValueError: If the table is none, holds what is no count, or a cell is not in it
            or stands twice (all named by their place; no count is shown).
        InconsistentError: If its rows differ in length.

    Source:
        Gusfield (1988).

    >>> audit = audit_suppression([[4, 9, 2], [7, 1, 6], [3, 8, 5]], [(0, 0), (0, 2), (1, 2)])
    >>> audit.exposed
    ((0, 0), (0, 2), (1, 2))
    >>> audit_suppression([[1, 2], [3, 4]], [(0, 5)])
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'hidden' must name cells of the table @ hidd...
    """
    counts = read_counts(table)
    cells = read_cells(hidden, counts)
    network = Network.of(counts, cells, choice(PublishedTotals, totals, path="totals"))
    return SuppressionAudit(
        hidden=cells,
        intervals=tuple(map(network.interval, cells)),
        status=Status.DERIVED,
        sources=(EXCHANGES,),
    )
