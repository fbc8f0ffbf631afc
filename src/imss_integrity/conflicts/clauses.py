"""A definition as clauses over cells: what must be answered so that a question is shown.

Cláusulas. Leaving a question unanswered does all that disabling it would do, and is always
possible. So a condition that wants an answer is "one answer lies in these cells, and the
question is shown"; one that forbids is "no answer lies in them", whoever is shown; and the
opposite of either is the other. A clause lists alternatives of which one must be met.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import copy
from datetime import date
from typing import NamedTuple

from .conditions import Condition, Match, Operator
from .domains import Domain, large_amount
from .layout import Layout
from .questions import Question, Role

__all__ = ["Clause", "Clauses", "Literal", "Member", "Place", "is_any", "members_above"]

Place = tuple[str, int | None]
"""Code of a question, and the instance of the group that repeats and holds it."""

Member = tuple[str, int | None]
"""A condition by code and index; all conditions of a question that needs any (``None``)."""


class Literal(NamedTuple):
    """Whether an answer at the places *code*, *rows* lies in the cells *mask*.

    Wanted: at its one place. Not wanted: at none of its places.
    """

    code: str
    rows: tuple[int | None, ...]
    mask: int
    wanted: bool


Clause = tuple[Literal, ...]


class Clauses:
    """Writes the clauses of a definition as they are on one day.

    Attributes:
        layout: The layout of the definition.
        on: The day.
        kept: The members that count, all others being left out; ``None``: all count.
    """

    def __init__(self, layout: Layout, *, on: date) -> None:
        self.layout: Layout = layout
        self.on: date = on
        self.kept: frozenset[Member] | None = None
        self._seats = _seats(layout)
        self._compared = _compared(layout)
        self._domains: dict[str, Domain] = {}
        self._read: dict[Member, tuple[int, bool]] = {}

    def keeping(self, kept: frozenset[Member] | None) -> Clauses:
        """Give the clauses of the same definition with no conditions but those *kept*."""
        made = copy(self)  # what was read of the definition is shared
        made.kept = kept
        return made

    def domain(self, code: str) -> Domain:
        """Give the cells of a question."""
        if code not in self._domains:
            question = self.layout.places[code].question
            self._domains[code] = Domain.of(question, self._compared[code], on=self.on)
        return self._domains[code]

    def above(self, place: Place) -> Place | None:
        """Give the group that holds a place; ``None`` at the top."""
        code, row = place
        parent = self.layout.parents[code]
        if parent is None:
            return None
        return parent, row if self.layout.places[parent].frame is not None else None

    def shown(self, place: Place) -> Iterator[Clause]:
        """Go through what the own conditions of a place ask for."""
        code, row = place
        question = self.layout.places[code].question
        if is_any(question):
            if self._counts((code, None)):
                numbers = range(len(question.when))
                yield tuple(one for n in numbers for one in self._ways(code, n, row, wanted=True))
            return
        for number in range(len(question.when)):
            if self._counts((code, number)):
                yield self._ways(code, number, row, wanted=True)

    def hidden(self, place: Place) -> Iterator[Clause]:
        """Go through what makes the own conditions of a place fail."""
        code, row = place
        question = self.layout.places[code].question
        ways = [self._ways(code, n, row, wanted=False) for n in range(len(question.when))]
        if is_any(question):
            yield from (way for n, way in enumerate(ways) if self._counts((code, n)))
        else:
            yield tuple(literal for way in ways for literal in way)

    def single(self, place: Place, number: int, *, wanted: bool) -> Iterator[Clause]:
        """Go through what one condition of a place asks for, or (not *wanted*) what fails it."""
        code, row = place
        if not wanted or self._counts((code, number)):
            yield self._ways(code, number, row, wanted=wanted)

    def _counts(self, member: Member) -> bool:
        return self.kept is None or member in self.kept

    def _ways(self, code: str, number: int, row: int | None, *, wanted: bool) -> Clause:
        """Give the alternatives that meet one condition, or (not *wanted*) fail it."""
        reader = self.layout.places[code]
        condition = reader.question.when[number]
        source = self.layout.places[condition.question]
        mask, asks = self._reading(code, number)
        positive = asks is wanted
        rows: tuple[int | None, ...]
        if source.frame is None:
            rows = (None,)
        elif source.frame == reader.frame:
            rows = (row,)
        else:
            seat, count = self._seats[condition]
            rows = (seat,) if positive and seat is not None else tuple(range(count))
        if positive:
            return tuple(Literal(condition.question, (one,), mask, wanted=True) for one in rows)
        return (Literal(condition.question, rows, mask, wanted=False),)

    def _reading(self, code: str, number: int) -> tuple[int, bool]:
        """Give the cells that a condition looks at, and whether it asks for an answer there."""
        key = (code, number)
        if key not in self._read:
            condition = self.layout.places[code].question.when[number]
            mask = self.domain(condition.question).where(condition, on=self.on)
            is_absence = condition.operator is Operator.EXISTS and condition.value is False
            forbids = condition.operator is Operator.NOT_EQUAL or is_absence
            self._read[key] = mask, not forbids
        return self._read[key]


def is_any(question: Question) -> bool:
    """Say whether any of several conditions is enough."""
    return question.match is Match.ANY and len(question.when) > 1


def members_above(layout: Layout, code: str) -> tuple[Member, ...]:
    """Give every condition that may keep a question from being shown, its own among them."""
    found: dict[str, None] = {}
    stack = [code]
    while stack:
        code = stack.pop()
        if code in found:
            continue
        found[code] = None
        stack += [condition.question for condition in layout.places[code].question.when]
        stack += [parent] if (parent := layout.parents[code]) is not None else []
    return tuple(
        (code, number) for code in found for number in _numbers(layout.places[code].question)
    )


def _numbers(question: Question) -> tuple[int | None, ...]:
    return (None,) if is_any(question) else tuple(range(len(question.when)))


def _compared(layout: Layout) -> dict[str, list[object]]:
    """Give what each question is compared with; an interest, with a large amount too."""
    found: dict[str, list[object]] = {code: [] for code in layout.places}
    for code, place in layout.places.items():
        for condition in place.question.when:
            found[condition.question].append(condition.value)
        if place.question.role is Role.VALUE:
            found[code].append(large_amount(place.question))
    return found


def _seats(layout: Layout) -> Mapping[Condition, tuple[int | None, int]]:
    """Give each condition that reads into a group that repeats from outside an instance.

    An instance can be doubled without any condition noticing. So each such condition has one of
    its own, and the first instance is for what lies inside. Only where the group allows fewer
    instances must one be chosen (``None``) among as many as it allows.
    """
    outside: dict[int, dict[Condition, None]] = {}
    for place in layout.places.values():
        for condition in place.question.when:
            frame = layout.places[condition.question].frame
            if frame is not None and frame != place.frame:
                outside.setdefault(frame, {})[condition] = None
    seats: dict[Condition, tuple[int | None, int]] = {}
    for frame, conditions in outside.items():
        most = layout.top.places[frame].question.max_answers
        wanted = len(conditions) + 1
        for number, condition in enumerate(conditions, start=1):
            seats[condition] = (number if wanted <= most else None, min(wanted, most))
    return seats
