"""Suppression: an audit equals trying all tables, and what is published gives nothing away.

LGPDPPSO, artículos 3 y 16-IX: disociar es que nadie pueda ser reconocido por la estructura,
el contenido o el grado de desagregación de lo que se publica.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, combinations, product
from random import Random
from typing import Any

import attrs
import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st

from imss_integrity import strategies
from imss_integrity.privacy import (
    NotPublishableError,
    PublishedTotals,
    SuppressedTable,
    audit_suppression,
    suppress,
)

Counts = Sequence[Sequence[int]]
Cell = tuple[int, int]

BOTH, ROWS, COLUMNS = PublishedTotals
TOTALS = st.sampled_from(PublishedTotals)
TABLES = strategies.count_tables()
TURNED = {BOTH: BOTH, ROWS: COLUMNS, COLUMNS: ROWS}


def cells_of(table: Counts) -> list[Cell]:
    """Give all cells."""
    return [(i, j) for i, row in enumerate(table) for j in range(len(row))]


def transposed(table: Counts) -> list[list[int]]:
    """Turn rows into columns."""
    return [list(column) for column in zip(*table, strict=True)]


@st.composite
def hidden_in(draw: st.DrawFn, table: Counts) -> list[Cell]:
    """Choose cells to hide."""
    return [cell for cell in cells_of(table) if draw(st.booleans())]


@st.composite
def small_tables(draw: st.DrawFn) -> list[list[int]]:
    """Draw tables so small that all others with their totals can be gone through."""
    rows, columns = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    counts = st.sampled_from([0, 0, 1, 1, 2, 3])
    return [[draw(counts) for _ in range(columns)] for _ in range(rows)]


def published(table: Any, **options: Any) -> SuppressedTable | None:
    """Give the suppressed table; ``None``: it is refused."""
    try:
        return suppress(table, **options)
    except NotPublishableError:
        return None


# --- the naive way: all tables ------------------------------------------------------------


def lines_of(total: int, size: int) -> Iterator[tuple[int, ...]]:
    """Go through all lines of *size* counts that add up to *total*."""
    if size == 1:
        yield (total,)
        return
    for first in range(total + 1):
        yield from ((first, *rest) for rest in lines_of(total - first, size - 1))


def twins_of(table: Counts, totals: PublishedTotals) -> list[tuple[tuple[int, ...], ...]]:
    """Give all tables that have the published totals of *table*, itself among them."""
    if totals is COLUMNS:
        turned = twins_of(transposed(table), ROWS)
        return [tuple(zip(*twin, strict=True)) for twin in turned]
    found = product(*(list(lines_of(sum(row), len(row))) for row in table))
    if totals is ROWS:
        return list(found)
    sums = [sum(column) for column in zip(*table, strict=True)]
    return [twin for twin in found if sums == [sum(column) for column in zip(*twin, strict=True)]]


def tried_intervals(
    twins: Sequence[Counts], table: Counts, hidden: Sequence[Cell]
) -> dict[Cell, tuple[int, int]]:
    """Give lowest and highest count of hidden cells over the tables that agree where it shows."""
    shown = [cell for cell in cells_of(table) if cell not in hidden]
    agreeing = [twin for twin in twins if all(twin[i][j] == table[i][j] for i, j in shown)]
    return {
        (i, j): (min(twin[i][j] for twin in agreeing), max(twin[i][j] for twin in agreeing))
        for i, j in hidden
    }


def is_tried_safe(twins: Sequence[Counts], table: Counts, hidden: Sequence[Cell]) -> bool:
    """Say whether every hidden cell can be more than one thing."""
    return all(low < high for low, high in tried_intervals(twins, table, hidden).values())


def must_hide(table: Counts, threshold: int, *, unanimous: bool) -> set[Cell]:
    """Say which cells are sensitive, by the words of the rule."""
    small = {(i, j) for i, j in cells_of(table) if table[i][j] in range(1, threshold)}
    alone = {
        (i, j)
        for i, j in cells_of(table)
        if table[i][j] and len(table[i]) > 1 and table[i].count(0) == len(table[i]) - 1
    }
    return small | alone if unanimous else small


def has_small_total(table: Counts, threshold: int, totals: PublishedTotals) -> bool:
    """Say whether a published total is a small count itself."""
    rows, columns = [sum(row) for row in table], [sum(row) for row in transposed(table)]
    published = [sum(rows), *(rows if totals is not COLUMNS else ())]
    published += columns if totals is not ROWS else []
    return any(total in range(1, threshold) for total in published)


def safe_patterns(
    table: Counts, sensitive: set[Cell], totals: PublishedTotals
) -> Iterator[set[Cell]]:
    """Go through all ways to hide the sensitive cells and others so that none is exposed."""
    twins = twins_of(table, totals)
    free = [cell for cell in cells_of(table) if cell not in sensitive]
    sizes = (combinations(free, size) for size in range(len(free) + 1))
    for added in chain.from_iterable(sizes):
        hidden = sensitive.union(added)
        if is_tried_safe(twins, table, sorted(hidden)):
            yield hidden


# --- laws ---------------------------------------------------------------------------------


class TestAudit:
    """La auditoría da, de cada celda reservada, justo los conteos que los totales permiten."""

    @given(table=small_tables(), totals=TOTALS, data=st.data())
    def test_it_equals_trying_all_tables(
        self, table: list[list[int]], totals: PublishedTotals, data: st.DataObject
    ) -> None:
        """Neither more nor less than what some table with the same totals has."""
        hidden = data.draw(hidden_in(table))
        audit = audit_suppression(table, hidden, totals=totals)
        tried = tried_intervals(twins_of(table, totals), table, hidden)

        assert tried == dict(zip(audit.hidden, audit.intervals, strict=True))
        assert [cell for cell, (low, high) in tried.items() if low == high] == list(audit.exposed)
        assert audit.is_safe == is_tried_safe(twins_of(table, totals), table, hidden)

    @given(table=TABLES, totals=TOTALS, data=st.data())
    def test_the_count_itself_is_possible(
        self, table: list[list[int]], totals: PublishedTotals, data: st.DataObject
    ) -> None:
        """The truth lies between the ends, which lie between 0 and what the line leaves."""
        hidden = data.draw(hidden_in(table))
        audit = audit_suppression(table, hidden, totals=totals)

        for (i, j), (low, high) in zip(audit.hidden, audit.intervals, strict=True):
            assert 0 <= low <= table[i][j] <= high
            if totals is not COLUMNS:
                assert high <= sum(table[a][b] for a, b in hidden if a == i)
            if totals is not ROWS:
                assert high <= sum(table[a][b] for a, b in hidden if b == j)

    @given(table=TABLES, totals=TOTALS, data=st.data())
    def test_hiding_more_never_narrows(
        self, table: list[list[int]], totals: PublishedTotals, data: st.DataObject
    ) -> None:
        """So what is protected stays so, and hiding all is the most that can be done."""
        more = data.draw(hidden_in(table))
        fewer = [cell for cell in more if data.draw(st.booleans())]
        wide, narrow = (
            dict(zip(audit.hidden, audit.intervals, strict=True))
            for audit in (audit_suppression(table, some, totals=totals) for some in (more, fewer))
        )

        for cell, (low, high) in narrow.items():
            assert wide[cell][0] <= low <= high <= wide[cell][1]

    @given(table=TABLES, totals=TOTALS, data=st.data())
    def test_totals_that_are_not_published_tell_nothing(
        self, table: list[list[int]], totals: PublishedTotals, data: st.DataObject
    ) -> None:
        """With both totals every interval lies inside the one with either alone."""
        hidden = data.draw(hidden_in(table))
        both = audit_suppression(table, hidden).intervals
        some = audit_suppression(table, hidden, totals=totals).intervals

        for (low, high), (lowest, highest) in zip(both, some, strict=True):
            assert lowest <= low <= high <= highest

    @given(table=TABLES)
    def test_with_all_hidden_the_totals_alone_bound(self, table: list[list[int]]) -> None:
        """From max(0, row + column - total) to the smaller of the two (Fréchet)."""
        rows, columns = [sum(row) for row in table], [sum(row) for row in transposed(table)]
        audit = audit_suppression(table, cells_of(table))
        assert audit.intervals == tuple(
            (max(0, row + column - sum(rows)), min(row, column))
            for row in rows
            for column in columns
        )

    @given(table=TABLES, axis=st.sampled_from([ROWS, COLUMNS]), data=st.data())
    def test_with_one_kind_of_totals_each_line_stands_alone(
        self, table: list[list[int]], axis: PublishedTotals, data: st.DataObject
    ) -> None:
        """One hidden cell of a line is told by its total; of several each can be all or nothing."""
        hidden = data.draw(hidden_in(table))
        audit = audit_suppression(table, hidden, totals=axis)
        place = 0 if axis is ROWS else 1

        for cell, interval in zip(audit.hidden, audit.intervals, strict=True):
            line = [table[i][j] for i, j in hidden if (i, j)[place] == cell[place]]
            count = table[cell[0]][cell[1]]
            assert interval == ((count, count) if len(line) == 1 else (0, sum(line)))

    @given(table=TABLES, totals=TOTALS, data=st.data())
    def test_the_order_of_lines_makes_no_difference(
        self, table: list[list[int]], totals: PublishedTotals, data: st.DataObject
    ) -> None:
        """Intervals go with their cells, and turning the table turns them."""
        hidden = data.draw(hidden_in(table))
        rows = data.draw(st.permutations(range(len(table))))
        columns = data.draw(st.permutations(range(len(table[0]))))
        moved = [[table[i][j] for j in columns] for i in rows]
        audit = audit_suppression(table, hidden, totals=totals)
        before = dict(zip(audit.hidden, audit.intervals, strict=True))
        places = [(rows.index(i), columns.index(j)) for i, j in hidden]
        after = audit_suppression(moved, places, totals=totals)
        turned = audit_suppression(
            transposed(table), [(j, i) for i, j in hidden], totals=TURNED[totals]
        )

        assert before == {
            (rows[i], columns[j]): interval
            for (i, j), interval in zip(after.hidden, after.intervals, strict=True)
        }
        assert before == {
            (i, j): interval
            for (j, i), interval in zip(turned.hidden, turned.intervals, strict=True)
        }

    @given(table=TABLES, totals=TOTALS, factor=st.integers(1, 50), data=st.data())
    def test_intervals_scale_with_the_counts(
        self, table: list[list[int]], totals: PublishedTotals, factor: int, data: st.DataObject
    ) -> None:
        """The ends are those of a linear programme, which whole numbers do not change."""
        hidden = data.draw(hidden_in(table))
        larger = [[factor * count for count in row] for row in table]
        before = audit_suppression(table, hidden, totals=totals).intervals
        after = audit_suppression(larger, hidden, totals=totals).intervals

        assert after == tuple((factor * low, factor * high) for low, high in before)


class TestSuppression:
    """Ninguna celda reservada se recalcula; se niega sólo lo que no puede publicarse."""

    @given(table=small_tables(), totals=TOTALS, unanimous=st.booleans())
    def test_it_refuses_only_where_no_safe_table_exists(
        self,
        table: list[list[int]],
        totals: PublishedTotals,
        unanimous: bool,  # noqa: FBT001 - Hypothesis fills it in
    ) -> None:
        """All patterns of hidden cells are tried, against all tables with the same totals."""
        sensitive = must_hide(table, 3, unanimous=unanimous)
        patterns = safe_patterns(table, sensitive, totals)
        possible = not has_small_total(table, 3, totals) and next(patterns, None) is not None
        made = published(table, threshold=3, hide_unanimous=unanimous, totals=totals)

        assert possible == (made is not None)
        if made is not None:
            assert sensitive <= set(made.hidden)
            assert is_tried_safe(twins_of(table, totals), table, made.hidden)

    @given(seed=st.integers(0, 2**64 - 1))
    def test_no_hidden_cell_can_be_recomputed(self, seed: int) -> None:
        """Ten random tables for each example, up to 6 x 6, of every size of counts."""
        chance = Random(seed)  # noqa: S311 - tables, no secrets
        for _ in range(10):
            rows, columns = chance.randint(1, 6), chance.randint(1, 6)
            most = chance.choice([2, 6, 15, 40, 1000])
            table = [[chance.randint(0, most) for _ in range(columns)] for _ in range(rows)]
            totals = chance.choice(list(PublishedTotals))
            threshold = chance.randint(2, 12)
            made = published(table, threshold=threshold, totals=totals)
            if made is not None:
                assert audit_suppression(table, made.hidden, totals=totals).is_safe
                assert set(made.hidden) >= must_hide(table, threshold, unanimous=True)

    @given(table=TABLES, totals=TOTALS, threshold=st.integers(2, 12))
    def test_what_is_shown_is_as_it_was(
        self, table: list[list[int]], totals: PublishedTotals, threshold: int
    ) -> None:
        """Shown counts and totals are unchanged, the hidden ones are nowhere."""
        made = published(table, threshold=threshold, totals=totals)
        if made is None:
            return
        columns = [sum(column) for column in transposed(table)]

        for i, j in cells_of(table):
            assert made.cells[i][j] == (None if (i, j) in made.hidden else table[i][j])
        assert made.row_totals == (None if totals is COLUMNS else tuple(map(sum, table)))
        assert made.column_totals == (None if totals is ROWS else tuple(columns))
        assert made.total == sum(columns)

    @given(table=TABLES, totals=TOTALS, threshold=st.integers(2, 12))
    def test_nothing_is_hidden_in_vain(
        self, table: list[list[int]], totals: PublishedTotals, threshold: int
    ) -> None:
        """Whatever protects: shown again, it or another hidden cell would be exposed."""
        made = published(table, threshold=threshold, totals=totals)
        if made is None:
            return
        sensitive = must_hide(table, threshold, unanimous=True)
        for cell in set(made.hidden) - sensitive:
            fewer = [other for other in made.hidden if other != cell]
            assert not audit_suppression(table, fewer, totals=totals).is_safe
        assert sensitive or not made.hidden

    @given(table=small_tables())
    def test_it_is_close_to_the_fewest_cells(self, table: list[list[int]]) -> None:
        """On small tables no safe pattern has two cells less: all 206,538 were gone through."""
        assume(not has_small_total(table, 2, BOTH))
        sensitive = must_hide(table, 2, unanimous=True)
        fewest = next(safe_patterns(table, sensitive, BOTH), None)
        assume(fewest is not None)

        assert len(suppress(table, threshold=2).hidden) <= len(fewest or ()) + 1

    @given(table=TABLES, totals=TOTALS)
    def test_one_input_gives_one_table(
        self, table: list[list[int]], totals: PublishedTotals
    ) -> None:
        """Again, as tuples, and as an array of numpy."""
        made = published(table, totals=totals)
        assert made == published(tuple(map(tuple, table)), totals=totals)
        assert made == published(np.array(table), totals=totals.value)

    @given(table=TABLES, data=st.data())
    def test_whoever_knows_all_totals_could_hide_for_those_who_know_some(
        self, table: list[list[int]], data: st.DataObject
    ) -> None:
        """A table that is safe with both totals is safe with either alone."""
        totals = data.draw(st.sampled_from([ROWS, COLUMNS]))
        made = published(table)
        assert made is None or audit_suppression(table, made.hidden, totals=totals).is_safe

    @given(made=strategies.suppressed_tables())
    def test_a_table_is_a_sound_value(self, made: SuppressedTable) -> None:
        """It can be taken apart and put together, and tells each cell once."""
        assert made == attrs.evolve(made)
        records = made.to_records()
        inner = [row for row in records if row["row"] is not None and row["column"] is not None]

        assert len(inner) == len(made.row_names) * len(made.column_names)
        assert len(made.hidden) == sum(1 for row in records if row["hidden"])
        assert len(made.hidden) == sum(1 for row in records if row["count"] is None)
