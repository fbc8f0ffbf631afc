"""Suppression of small cells, with the cells that protect them.

Supresión de celdas pequeñas. A small count tells of few persons; hidden alone, it follows from
the total of its line. So more cells are hidden, until none can be recomputed, or the table is
refused. Three limits remain: a total still tells the sum of the hidden counts of its line; who
publishes two tables of the same people must compare them; and whoever knows a count from
elsewhere (a zero that cannot be otherwise) knows more than the audit assumes.

Sources: Cox (1980) and Gusfield (1988); thresholds differ from body to body, none is official
here. Rounding is left out: rounded counts do not add up to their totals.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..kernel.arguments import members_of
from ..kernel.errors import Fault, InconsistentError, must, raise_any
from ..kernel.fields import NAME, Each, InstanceOf, choice
from ..kernel.provenance import Source, Status
from ..kernel.text import Text
from .counts import Cell, Counts, PublishedTotals, cells_of, read_counts
from .exchanges import EXCHANGES, Network
from .refusals import NotPublishableError
from .suppression_results import THRESHOLD, SuppressedTable, is_small

__all__ = ["suppress"]

_OWN_THRESHOLD = 10  # counts from 1 to 9 are hidden: own, not official
_DUTY = Source(code="lgpdppso-3-disociacion", title=Text("LGPDPPSO, arts. 3 y 16-IX: disociación"))


def suppress(
    table: Iterable[Iterable[int]],
    *,
    row_names: Iterable[str] | None = None,
    column_names: Iterable[str] | None = None,
    threshold: int = _OWN_THRESHOLD,
    hide_unanimous: bool = True,
    totals: PublishedTotals | str = PublishedTotals.BOTH,
) -> SuppressedTable:
    """Hide small counts, and as few others as will protect them, or refuse the table.

    Supresión primaria y complementaria. Hidden first: counts from 1 to *threshold* - 1, and
    the only count of a row all of whose members are in one column. Then, cell by cell, those
    whose exchange with it is cheapest, fewest cells before smallest counts (zeros among
    them); at the end, none of the added ones could be shown again. Close to the fewest, not
    proved to be the fewest. Shown counts and totals stay as they are.

    It refuses only where no safe table exists: a published total is small itself, or the
    totals alone give a hidden cell away.

    Args:
        table: Counts, rows of one length, at least one cell; whole numbers from 0 that add up
            to less than 2^53. Rows are groups of people, columns what is said of them.
        row_names: A name for each row, none twice; ``None``: numbers from 1. Names of lines
            are published with the table, and a refusal names them too: they are those of
            groups, never of persons.
        column_names: A name for each column, none twice; ``None``: numbers from 1.
        threshold: The smallest count above 0 that is shown, at least 2. 10 is own, not
            official: others take 3, 5, 8 (NHS Digital) or 11.
        hide_unanimous: Whether a row with all of its members in one of several columns hides
            that count, because a group of any size then tells the answer of each member.
        totals: Which totals are published; a list of counts with its total is one row with
            `PublishedTotals.ROWS`.

    Returns:
        The table without the hidden counts; `audit_suppression` of it finds none exposed.

    Raises:
        NotPublishableError: With one fault ``not_publishable`` for each line to merge, under
            ``rows[i]``, ``columns[j]``, or ``table`` where all of it is too small.
        InvalidValueError: If an argument breaks its rule.
        InconsistentError: If rows differ in length, or names are not as many as lines.

    Source:
        The duty: LGPDPPSO, articles 3 and 16-IX (derived). The method: after Cox (1980) and
        Gusfield (1988). The thresholds: own.

    >>> suppress([[2, 40, 30], [25, 31, 12]]).cells
    ((None, 40, None), (None, 31, None))
    >>> suppress([[2, 40]], totals="renglones").cells
    ((None, None),)
    >>> suppress([[2, 3], [25, 31]])
    Traceback (most recent call last):
        ...
    imss_integrity.privacy.refusals.NotPublishableError: row '1' must be merged with another: it...
    """
    counts = read_counts(table)
    rows = _names("row_names", row_names, len(counts))
    columns = _names("column_names", column_names, len(counts[0]))
    THRESHOLD.check("threshold", threshold)
    InstanceOf(bool).check("hide_unanimous", hide_unanimous)
    published = choice(PublishedTotals, totals, path="totals")
    row_totals, column_totals = _totals(counts, published)
    raise_any(
        _small_totals(row_totals, column_totals, rows, columns, threshold), NotPublishableError
    )
    sensitive = {
        (i, j)
        for i, j in cells_of(counts)
        if is_small(counts[i][j], threshold)
        or (hide_unanimous and _is_unanimous(counts[i], counts[i][j]))
    }
    hidden = _protected(counts, sensitive, published, columns)
    return SuppressedTable(
        row_names=rows,
        column_names=columns,
        cells=tuple(
            tuple(None if (i, j) in hidden else count for j, count in enumerate(row))
            for i, row in enumerate(counts)
        ),
        row_totals=row_totals,
        column_totals=column_totals,
        threshold=threshold,
        status=Status.OWN,
        sources=(EXCHANGES, _DUTY),
    )


def _protected(
    counts: Counts, sensitive: set[Cell], totals: PublishedTotals, columns: Sequence[str]
) -> set[Cell]:
    """Add to the *sensitive* cells what protects them.

    Every cell of an exchange can change, those that it adds too; and what is protected stays
    so when more is hidden. So one exchange for each sensitive cell makes the table safe, and a
    cell that has none with all cells hidden is exposed in every table with these totals.
    """
    whole = Network.of(counts, cells_of(counts), totals)
    one_more = sum(map(sum, counts)) + 1  # more than all counts: cells weigh more than sums
    costs = {cell: one_more + count for cell, count in whole.counts.items()}
    costs |= dict.fromkeys(sensitive, 0)
    hidden = sensitive
    published = Network.of(counts, hidden, totals)
    for cell in sorted(sensitive):
        if published.is_exposed(cell):
            ways = (whole.cheapest_exchange(cell, costs, raised=way) for way in (True, False))
            cheapest = min((way for way in ways if way is not None), default=None)
            if cheapest is None:
                raise NotPublishableError(_gives_away(cell[1], columns[cell[1]]))
            costs |= dict.fromkeys(cheapest[1], 0)
            hidden = hidden.union(cheapest[1])
            published = Network.of(counts, hidden, totals)
    return _thinned(counts, hidden, sensitive, totals)


def _thinned(
    counts: Counts, hidden: set[Cell], sensitive: set[Cell], totals: PublishedTotals
) -> set[Cell]:
    """Show again, the largest first, what was hidden to protect and is not needed any more."""
    before: set[Cell] = set()
    while hidden != before:  # what could not be shown in one round may be shown in the next
        before = hidden
        for cell in sorted(hidden - sensitive, key=lambda one: (-counts[one[0]][one[1]], one)):
            rest = hidden - {cell}
            network = Network.of(counts, rest, totals)
            if not any(map(network.is_exposed, sorted(rest, key=lambda one: not _meet(one, cell)))):
                hidden = rest
    return hidden


def _meet(one: Cell, other: Cell) -> bool:
    """Say whether two cells are in one line: there a cell is missed first."""
    return one[0] == other[0] or one[1] == other[1]


def _is_unanimous(row: Sequence[int], count: int) -> bool:
    return len(row) > 1 and 0 < count == sum(row)


def _totals(
    counts: Counts, totals: PublishedTotals
) -> tuple[tuple[int, ...] | None, tuple[int, ...] | None]:
    """Give the totals of rows and of columns, where they are published."""
    rows = None if totals is PublishedTotals.COLUMNS else tuple(map(sum, counts))
    columns = None
    if totals is not PublishedTotals.ROWS:
        columns = tuple(sum(column) for column in zip(*counts, strict=True))
    return rows, columns


def _names(path: str, names: object, lines: int) -> tuple[str, ...]:
    if names is None:
        return tuple(str(number) for number in range(1, lines + 1))
    given = members_of(path, names, str)
    Each(NAME, most=len(given)).check(path, given)
    if len(given) != lines:
        rule = Text("dar un nombre por línea ({n})", "give one name for each line ({n})")
        raise InconsistentError(must(path, "length", rule.format(n=lines), len(given)))
    return given


def _small_totals(
    row_totals: Sequence[int] | None,
    column_totals: Sequence[int] | None,
    rows: Sequence[str],
    columns: Sequence[str],
    threshold: int,
) -> Iterator[Fault]:
    """Go through the published totals that are small counts themselves."""
    small = Text("su total va de 1 a {n}", "its total is from 1 to {n}").format(n=threshold - 1)
    if is_small(sum(row_totals or column_totals or ()), threshold):
        sentence = Text("el cuadro no es publicable: {why}", "the table is not publishable: {why}")
        yield Fault("table", _CODE, sentence.format(why=small))
        return
    for i, total in enumerate(row_totals or ()):
        if is_small(total, threshold):
            yield Fault(f"rows[{i}]", _CODE, _ROW.format(name=rows[i], why=small))
    for j, total in enumerate(column_totals or ()):
        if is_small(total, threshold):
            yield Fault(f"columns[{j}]", _CODE, _COLUMN.format(name=columns[j], why=small))


def _gives_away(column: int, name: str) -> Fault:
    """Name the column to merge where the totals alone tell a hidden cell.

    With no small total this is the column in which everybody is: it tells the answer of each.
    """
    why = Text("todos están en ella", "everybody is in it")
    return Fault(f"columns[{column}]", _CODE, _COLUMN.format(name=name, why=why))


_CODE = "not_publishable"
_ROW = Text(
    "el renglón '{name}' debe unirse con otro: {why}",
    "row '{name}' must be merged with another: {why}",
)
_COLUMN = Text(
    "la columna '{name}' debe unirse con otra: {why}",
    "column '{name}' must be merged with another: {why}",
)
