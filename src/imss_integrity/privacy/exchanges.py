"""How hidden counts can change while every published total stays: by exchanges.

Intercambios. Rows and columns are the nodes of a network, hidden cells are its edges. Whoever
raises a cell by 1 must lower another one in its row, raise one in the column of that, and so
on, until the cycle closes: an *exchange*. A count can be lowered only where it is above 0.
Every other table with the same totals is reached by exchanges, so the counts that a cell can
have are a problem of maximum flow, and exact in whole numbers.

Source: Gusfield (1988), A graph theoretic approach to statistical data security.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from heapq import heappop, heappush

import attrs

from ..kernel.provenance import Source
from ..kernel.text import Text
from .counts import Cell, Counts, PublishedTotals

__all__ = ["EXCHANGES", "Network"]

EXCHANGES = Source(
    code="gusfield-1988",
    title=Text(
        "Gusfield (1988), A graph theoretic approach to statistical data security, SIAM Journal "
        "on Computing 17(3)"
    ),
)
"""The method of all that is worked out here."""

Reached = dict[int, tuple[Cell, int]]
"""Node -> the cell by which it was reached, and the node from which."""


@attrs.frozen
class Network:
    """Cells that may change, and the published totals that tie them.

    Attributes:
        rows: Nodes below this number are rows, the others are columns.
        ends: Row node and column node of each cell. Lines without published totals share one
            node: it ties nothing that the totals of the other lines do not tie already.
        counts: The count of each cell.
        meeting: Node -> the cells that meet there, each with the node at its other end.
    """

    rows: int
    ends: Mapping[Cell, tuple[int, int]]
    counts: Mapping[Cell, int]
    meeting: Mapping[int, list[tuple[Cell, int]]]

    @classmethod
    def of(cls, counts: Counts, cells: Iterable[Cell], totals: PublishedTotals) -> Network:
        """Give the network of *cells* of a table."""
        rows = len(counts)
        ends: dict[Cell, tuple[int, int]] = {}
        meeting: dict[int, list[tuple[Cell, int]]] = {}
        for i, j in cells:
            row = 0 if totals is PublishedTotals.COLUMNS else i
            column = rows if totals is PublishedTotals.ROWS else rows + j
            ends[i, j] = (row, column)
            meeting.setdefault(row, []).append(((i, j), column))
            meeting.setdefault(column, []).append(((i, j), row))
        return cls(rows, ends, {(i, j): counts[i][j] for i, j in ends}, meeting)

    def is_exposed(self, cell: Cell) -> bool:
        """Say whether *cell* can have no count but its own."""
        return all(self._exchange(self.counts, cell, raised=raised) is None for raised in _WAYS)

    def interval(self, cell: Cell) -> tuple[int, int]:
        """Give the lowest and the highest count that *cell* can have; it can have any between."""
        low, high = (self._extreme(cell, raised=raised) for raised in _WAYS)
        return low, high

    def _extreme(self, cell: Cell, *, raised: bool) -> int:
        counts = dict(self.counts)
        # What bounds it at once saves the last search, the one that finds nothing.
        bound = min(map(self._sum_at, self.ends[cell])) if raised else 0
        while counts[cell] != bound:
            cycle = self._exchange(counts, cell, raised=raised)
            if cycle is None:
                break
            up, down = (cycle[::2], cycle[1::2]) if raised else (cycle[1::2], cycle[::2])
            step = min(counts[other] for other in down)
            for other in up:
                counts[other] += step
            for other in down:
                counts[other] -= step
        return counts[cell]

    def _sum_at(self, node: int) -> int:
        return sum(self.counts[cell] for cell, _ in self.meeting[node])

    def _exchange(
        self, counts: Mapping[Cell, int], cell: Cell, *, raised: bool
    ) -> list[Cell] | None:
        """Give a shortest exchange that raises (or lowers) *cell*: it first, then by turns.

        Shortest ones first keep the number of exchanges small, however large the counts are.
        """
        if not raised and not counts[cell]:
            return None
        start, goal = self._route(cell, raised=raised)
        # Looking one step ahead is several times faster where many cells are hidden.
        last = {
            before: other
            for other, before in self.meeting[goal]
            if other != cell and (counts[other] or not raised)
        }
        if start in last:
            return [cell, last[start]]
        reached: Reached = {}
        queue = deque([start])
        while queue:
            node = queue.popleft()
            for other, there in self._steps(counts, cell, node):
                if there not in reached and there != start:
                    reached[there] = (other, node)
                    if there in last:
                        return [cell, *_way(reached, start, there), last[there]]
                    queue.append(there)
        return None

    def cheapest_exchange(
        self, cell: Cell, costs: Mapping[Cell, int], *, raised: bool
    ) -> tuple[int, list[Cell]] | None:
        """Give the exchange of least cost that raises (or lowers) *cell*, and its cost.

        Args:
            cell: The cell; its own cost is left out.
            costs: What it costs to use each cell, at least 0.
            raised: Whether *cell* is raised, or lowered.

        Returns:
            ``None``: no exchange does it.
        """
        start, goal = self._route(cell, raised=raised)
        spent = {start: 0}
        reached: Reached = {}
        queue = [(0, start)] if raised or self.counts[cell] else []
        while queue:
            so_far, node = heappop(queue)
            if node == goal:
                return so_far, [cell, *_way(reached, start, goal)]
            if so_far > spent[node]:
                continue  # reached for less since
            for other, there in self._steps(self.counts, cell, node):
                cost = so_far + costs[other]
                if there not in spent or cost < spent[there]:
                    spent[there] = cost
                    reached[there] = (other, node)
                    heappush(queue, (cost, there))
        return None

    def _route(self, cell: Cell, *, raised: bool) -> tuple[int, int]:
        """Give the node where the rest of an exchange begins, and the one where it ends."""
        row, column = self.ends[cell]
        return (column, row) if raised else (row, column)

    def _steps(
        self, counts: Mapping[Cell, int], cell: Cell, node: int
    ) -> Iterator[tuple[Cell, int]]:
        """Go through the cells, but *cell*, by which *node* is left, and where they lead."""
        lowers = node >= self.rows  # out of a column by lowering, out of a row by raising
        for other, there in self.meeting[node]:
            if other != cell and (counts[other] or not lowers):
                yield other, there


_WAYS = (False, True)


def _way(reached: Reached, start: int, goal: int) -> list[Cell]:
    """Give the cells on the way from *start* to *goal*."""
    cells: list[Cell] = []
    while goal != start:
        cell, goal = reached[goal]
        cells.append(cell)
    return cells[::-1]
