"""The highest level that answers can reach, by the score of their interests.

Nivel más alto alcanzable. Each rule of the policy is taken at its worst: the closest kin, the
most direct link, current, of large value, in as many instances as its details allow. What is
large depends on the UMA of a day: a million pesos a month is, or the most that the question
allows. Where the questions do not let all rules be at their worst together, the best way to
give in is searched.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product
from math import prod
from typing import NamedTuple, TypeVar

from .clauses import Clause, Clauses, Literal, members_above
from .domains import large_amount
from .layout import Layout
from .levels import Level
from .measures import severity
from .measuring import InterestReader
from .policies import ScreeningPolicy
from .questions import Role
from .scales import Link, Proximity, Recency

__all__ = ["Way", "copies_for", "highest_level", "ways_of"]

Measure = TypeVar("Measure", Proximity, Link)
Answers = Mapping[str, Callable[[object], bool]]


class Way(NamedTuple):
    """One way to answer the questions of a rule.

    Attributes:
        score: The score of one of its interests, 1 to 100; 0: it declares none.
        most: How many interests it declares at most.
        details: Code of the group that repeats, of which each instance is one; it is shown.
        answers: Code -> says of an answer whether it is one that may be given.
    """

    score: int
    most: int
    details: str | None
    answers: Answers

    def clauses(self, clauses: Clauses) -> Iterator[Clause]:
        """Go through what it asks for; details that repeat are told in their first instance."""
        for code, is_wanted in self.answers.items():
            row = None if clauses.layout.places[code].frame is None else 0
            values = clauses.domain(code).values
            mask = sum(1 << n for n, value in enumerate(values) if is_wanted(value))
            yield (Literal(code, (row,), mask, wanted=True),)


_NO = Way(0, 0, None, {})


def ways_of(reader: InterestReader, layout: Layout) -> list[Way]:
    """Give the ways to answer the questions of a rule, the worst first and none at all last."""
    rule = reader.rule
    near = _choices(reader, layout, Role.KINSHIP, reader.kin, rule.proximity or Proximity.SELF)
    links = _choices(reader, layout, Role.LINK, reader.links, rule.link or Link.NONE)
    recency = (rule.recency or Recency.CURRENT).tenths  # without a last day it is current
    ways = [
        Way(
            score=prod(severity(rule.base, step, closest.tenths * link.tenths * recency)),
            most=reader.most,
            details=None if reader.rows is None else rule.details,
            answers={rule.question: reader.declared_by, **who, **how, **much},
        )
        for (closest, who), (link, how), (step, much) in product(near, links, _steps(reader))
    ]
    return [*sorted(ways, key=lambda way: -way.score), _NO]


def _steps(reader: InterestReader) -> Iterator[tuple[int, Answers]]:
    """Go through what a value can add to the impact, each with its answers."""
    if (place := reader.slots.get(Role.VALUE)) is not None:
        code, large = place.question.code, large_amount(place.question)
        yield 2, {code: lambda value: isinstance(value, Decimal) and value >= large}
        yield 1, {code: lambda value: isinstance(value, Decimal) and value > 0}
    yield 0, {}


def _choices(
    reader: InterestReader,
    layout: Layout,
    role: Role,
    options: Mapping[object, Measure],
    fixed: Measure,
) -> list[tuple[Measure, Answers]]:
    """Give the measures that the follow-up with *role* can state, each with its answers."""
    place = reader.slots.get(role)
    if place is None:
        return [(fixed, {})]
    code = place.question.code
    found: list[tuple[Measure, Answers]] = []
    for measure in sorted(set(options.values()), key=lambda one: -one.tenths):
        codes = frozenset(one for one, own in options.items() if own.tenths >= measure.tenths)
        found.append((measure, {code: codes.__contains__}))
    bare = len(members_above(layout, code)) == len(members_above(layout, reader.rule.details or ""))
    if not (place.question.required and bare):
        found.append((fixed, {}))  # it may be left out
    return found


def level_of(policy: ScreeningPolicy, ways: Sequence[Way], most: int | None = None) -> Level:
    """Give the level of as many interests as *ways* allow, at most *most* of each."""
    counts = (way.most if most is None else min(way.most, most) for way in ways)
    return policy.level_of_scores(
        [way.score for way, count in zip(ways, counts, strict=True) for _ in range(count)]
    )


def highest_level(
    policy: ScreeningPolicy,
    ways: Sequence[Sequence[Way]],
    is_possible: Callable[[Sequence[Way]], bool],
) -> tuple[Level, Sequence[Way]]:
    """Give the highest level and ways that reach it, one for each rule.

    Branch and bound over *ways*, those of each rule from worst to none; all at their worst
    are tried first.
    """
    worst = [own[0] for own in ways]
    best: tuple[Level, Sequence[Way]] = (level_of(policy, ()), ())
    branches: list[list[Way]] = [[], worst]
    while branches:
        chosen = branches.pop()
        bound = level_of(policy, [*chosen, *worst[len(chosen) :]])
        if bound.rank <= best[0].rank or not is_possible(chosen):
            continue
        if len(chosen) == len(ways):
            best = (bound, chosen)
        else:
            branches += [[*chosen, way] for way in reversed(ways[len(chosen)])]
    return best


def copies_for(policy: ScreeningPolicy, level: Level, ways: Sequence[Way]) -> dict[str, int]:
    """Say how many instances of each group are enough for *ways* to reach *level*."""
    top = max((way.most for way in ways), default=1)
    enough = 1 + bisect_left(
        range(1, top + 1), level.rank, key=lambda most: level_of(policy, ways, most).rank
    )
    return {way.details: min(way.most, enough) for way in ways if way.details is not None}
