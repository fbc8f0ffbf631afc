"""The search for answers that meet clauses: complete, iterative, and bounded in its steps.

Búsqueda. A store says which cells each place may still be answered with, and which it must
be. A clause with one alternative left is met at once; only then is an alternative guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet

import attrs

from .clauses import Clause, Clauses, Literal, Place

__all__ = ["Budget", "Found", "LimitReachedError", "Search"]

_FREE: tuple[int, frozenset[int]] = (-1, frozenset())
_ANY = frozenset({-1})  # an answer is needed, whichever is allowed


class LimitReachedError(Exception):
    """The steps are used up; never leaves `prove`, which reports what is undecided."""


@attrs.define
class Budget:
    """The steps of one proof.

    Attributes:
        limit: How many steps may be taken.
        steps: How many were.
    """

    limit: int
    steps: int = 0

    def spend(self) -> None:
        """Take one step."""
        if self.steps >= self.limit:
            raise LimitReachedError
        self.steps += 1


@attrs.define
class Found:
    """A store of answers in the making; as the search gives it, they meet every clause.

    Attributes:
        store: Place -> the cells that its answers may lie in, and those of which each must hold
            one. A place that needs nothing stays unanswered.
        shown: The places that must be shown.
        unmet: The clauses that are not met yet.
    """

    store: dict[Place, tuple[int, frozenset[int]]]
    shown: set[Place]
    unmet: list[Clause]

    def copy(self) -> Found:
        """Give a copy that can go another way."""
        return Found(dict(self.store), set(self.shown), list(self.unmet))


class Search:
    """Looks for answers that meet the clauses of a definition on one day."""

    def __init__(
        self, clauses: Clauses, budget: Budget, *, dead: AbstractSet[str] = frozenset()
    ) -> None:
        self.clauses: Clauses = clauses
        self.spend: Callable[[], None] = budget.spend
        self.dead = dead
        places = clauses.layout.places
        self.orders: list[tuple[str, str]] = [
            (code, other)
            for code, place in places.items()
            if (other := place.question.not_before) is not None
        ]
        self.ordered: set[str] = {code for pair in self.orders for code in pair}

    def solve(
        self,
        shown: Iterable[Place],
        clauses: Iterable[Clause] = (),
        *,
        start: Found | None = None,
    ) -> Found | None:
        """Find answers with which all of *shown* are shown and *clauses* are met.

        Args:
            shown: What must be shown.
            clauses: What else must be met.
            start: What was found before, to be kept as it is; ``None``: nothing.

        Returns:
            The answers; ``None``: there are none.

        Raises:
            LimitReachedError: If the steps are used up.
        """
        first = Found({}, set(), []) if start is None else start.copy()
        first.unmet += clauses
        for place in shown:
            self._show(first, place)
        branches: list[tuple[Found, Clause]] = [(first, ())]
        while branches:
            found, ways = branches.pop()
            if len(ways) > 1:
                branches.append((found, ways[1:]))
                found = found.copy()
            if ways and not self._post(found, ways[0]):
                continue
            if not self._settle(found):
                continue
            if not found.unmet:
                return found
            shortest = min(range(len(found.unmet)), key=lambda n: len(found.unmet[n]))
            # What forbids answers asks for least, so it is tried first.
            branches.append((found, tuple(sorted(found.unmet.pop(shortest), key=_wanted))))
        return None

    def _show(self, found: Found, place: Place | None) -> None:
        while place is not None and place not in found.shown:
            self.spend()
            found.shown.add(place)
            found.unmet.extend(self.clauses.shown(place))
            place = self.clauses.above(place)

    def _settle(self, found: Found) -> bool:
        """Meet every clause that leaves no choice; say whether all can still be met."""
        waiting: list[Clause] = []
        moved = True
        while moved:
            moved = False
            while found.unmet:
                clause = found.unmet.pop()
                if any(self._holds(found, literal) for literal in clause):
                    continue
                ways = tuple(literal for literal in clause if self._may(found, literal))
                if len(ways) > 1:
                    waiting.append(ways)
                elif not ways or not self._post(found, ways[0]):
                    return False
                else:
                    moved = True
            found.unmet, waiting = waiting, []
        return True

    def _holds(self, found: Found, literal: Literal) -> bool:
        self.spend()
        code, mask = literal.code, literal.mask
        if literal.wanted:
            place = (code, literal.rows[0])
            allowed, needs = found.store.get(place, _FREE)
            return place in found.shown and any(not need & allowed & ~mask for need in needs)
        return not any(found.store.get((code, row), _FREE)[0] & mask for row in literal.rows)

    def _may(self, found: Found, literal: Literal) -> bool:
        """Say whether the store allows *literal*, place by place."""
        if literal.wanted and literal.code in self.dead:
            return False
        domain = self.clauses.domain(literal.code)
        entries = (self._narrowed(found, literal, row) for row in literal.rows)
        return all(domain.chosen(*entry, self.spend) is not None for entry in entries)

    def _narrowed(
        self, found: Found, literal: Literal, row: int | None
    ) -> tuple[int, frozenset[int]]:
        """Give the entry of one place with *literal* met."""
        self.spend()
        allowed, needs = found.store.get((literal.code, row), _FREE)
        if not literal.wanted:
            return allowed & ~literal.mask, needs
        if self.clauses.domain(literal.code).most == 1:
            return allowed & literal.mask, _ANY
        return allowed, needs | {literal.mask}

    def _post(self, found: Found, literal: Literal) -> bool:
        """Meet a *literal* that may be met, and show what it reads.

        Returns:
            Whether the days can still be in order, which no place tells alone.
        """
        for row in literal.rows:
            found.store[literal.code, row] = self._narrowed(found, literal, row)
        if literal.wanted:
            self._show(found, (literal.code, literal.rows[0]))
        return literal.code not in self.ordered or self.days(found) is not None

    def days(self, found: Found) -> Mapping[Place, int] | None:
        """Give the earliest day of each place whose days come in an order, as ordinals.

        A day that must not precede another is moved to where it does not. Such rules have
        a solution if and only if they have one of earliest days; ``None``: there is none.
        """
        floors: dict[Place, int] = {
            place: 0
            for place, (_, needs) in found.store.items()
            if needs and place[0] in self.ordered
        }
        pairs = [
            ((later, row), (earlier, self._row(earlier, row)))
            for later, earlier in self.orders
            for code, row in floors
            if code == later and (earlier, self._row(earlier, row)) in floors
        ]
        days: dict[Place, int] = {}
        moved = list(floors)
        while moved:
            self.spend()
            place = moved.pop()
            day = self._earliest(found, place, floors[place])
            if day is None:
                return None
            if days.get(place) != day:
                days[place] = day
                for later, earlier in pairs:
                    if earlier == place and floors[later] < day:
                        floors[later] = day
                        moved.append(later)
        return days

    def _earliest(self, found: Found, place: Place, floor_day: int) -> int | None:
        allowed, needs = found.store[place]
        domain = self.clauses.domain(place[0])
        allowed &= (1 << len(domain.values)) - 1
        for need in needs:  # an ordered day has one answer
            allowed &= need
        return domain.earliest(allowed, floor_day)

    def _row(self, code: str, row: int | None) -> int | None:
        return None if self.clauses.layout.places[code].frame is None else row


def _wanted(literal: Literal) -> bool:
    return literal.wanted
