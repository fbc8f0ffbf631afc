"""How a policy reads the interests of a response: compiled once for a definition.

Lectura de intereses. A measure that nobody stated yet is open: it is taken neither at its
mildest nor at its worst, and the score has two ends.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Context, Decimal
from functools import lru_cache
from typing import Any, NamedTuple, cast

import attrs

from ..kernel.calendar import Calendar
from ..kernel.months import earliest_within
from .answers import Absence, QuestionType, YesNo
from .layout import Layout, Place
from .measure_code import Reading, Way, measuring_function
from .measures import LARGE_VALUE, severity
from .policies import InterestRule, ScreeningPolicy
from .questions import Option, Question, Role
from .scales import WINDOWS, Link, Proximity, Recency

__all__ = [
    "DECLARING",
    "Clock",
    "InterestReader",
    "Measures",
    "Row",
    "is_unsettled",
    "readers_of",
    "stated",
]

Row = tuple[Any, ...]
DECLARING: Mapping[QuestionType, object] = {
    QuestionType.YES_NO: YesNo.YES,
    QuestionType.BOOLEAN: True,
}
"""The answer that declares an interest, by the type of its question; of others any does."""
_EXACT = Context(prec=64)  # never the context that a caller set


class Measures(NamedTuple):
    """What is known of one interest; ``None``: open."""

    proximity: Proximity | None
    recency: Recency | None
    link: Link | None
    step: int | None

    def over(self, ends: Measures) -> Measures:
        """Give the same with what is open taken from *ends*."""
        return Measures(
            self.proximity or ends.proximity,
            self.recency or ends.recency,
            self.link or ends.link,
            ends.step if self.step is None else self.step,
        )


@lru_cache(maxsize=256)
def _starts(on: date) -> tuple[tuple[date, Recency], ...]:
    return tuple((earliest_within(on, months), recency) for recency, months in WINDOWS)


@attrs.frozen
class Clock:
    """The day of a screening, and what depends on it."""

    on: date
    calendar: Calendar

    def recency(self, ended: date) -> Recency:
        """Say how long ago an interest ended; see `conflicts.recency_of`."""
        if ended >= self.on:
            return Recency.CURRENT
        for start, recency in _starts(self.on):
            if ended >= start:
                return recency
        return Recency.OLDER

    def step(self, pesos: Decimal) -> int:
        """Give what a value in pesos a month adds to the impact."""
        if not pesos:
            return 0
        return 1 if pesos <= self.large else 2

    @property
    def large(self) -> Decimal:
        """Pesos a month above which a value is large: 250 daily UMA."""
        return _EXACT.multiply(self.calendar.uma_on(self.on).daily, Decimal(LARGE_VALUE))


def is_unsettled(question: Question, value: object) -> bool:
    """Say whether an answer may still come: it is required and absent, unknown, or declined."""
    if value is None:
        return question.required
    return value is Absence.UNKNOWN or value is Absence.DECLINED


def stated(place: Place, row: Row | None, mask: int) -> tuple[Any, bool]:
    """Give the answer at a follow-up, ``None`` where there is none, and whether it is open."""
    if row is None:
        return None, True
    position = place.position
    if not mask >> position & 1:
        return None, False
    value = row[position]
    if value is None or value.__class__ is Absence:
        return None, is_unsettled(place.question, value)
    return value, False


@attrs.frozen
class InterestReader:
    """Reads the interests that one rule makes of the answers.

    Attributes:
        rule: The rule.
        position: Position of its question in the top frame.
        declares: The answer that declares an interest; ``None``: any answer.
        rows: Position of the details in the top frame, where they repeat, so that each
            instance is an interest; ``None``: they do not, or there are none.
        follow_ups: Codes of all that its details hold.
        slots: Places of the follow-ups by role.
        most: How many interests it can declare.
        kin, links: Measures by the code of the option that states them.
        unstated: The measures of an interest with no instance yet: what is asked for is open.
        function: Answers of an instance, the bits of its places, and the clock -> measures.
        mildest, worst: What is open, at its two ends.
    """

    rule: InterestRule
    position: int
    declares: object | None
    rows: int | None
    follow_ups: tuple[str, ...]
    slots: Mapping[Role, Place]
    most: int
    kin: Mapping[object, Proximity]
    links: Mapping[object, Link]
    unstated: Measures
    function: Callable[[Row, int, Clock], Measures]
    mildest: Measures
    worst: Measures

    @classmethod
    def of(cls, rule: InterestRule, layout: Layout) -> InterestReader:
        """Compile *rule* for the questions of *layout*."""
        place = layout.places[rule.question]
        details = None if rule.details is None else layout.places[rule.details]
        inside = () if details is None else tuple(details.question.walk())[1:]
        slots = {one.role: layout.places[one.code] for one in inside if one.role is not None}
        fixed = Measures(
            proximity=rule.proximity or Proximity.SELF,
            recency=rule.recency or Recency.CURRENT,
            link=rule.link or Link.NONE,
            step=0,
        )
        kin, links = _options(slots, Role.KINSHIP), _options(slots, Role.LINK)
        near: dict[object, Proximity] = {option.code: _proximity(option) for option in kin}
        meets: dict[object, Link] = {option.code: Link(option.code) for option in links}
        ways: tuple[tuple[Role, Way], ...] = (
            (Role.KINSHIP, near),
            (Role.ENDED, Clock.recency),
            (Role.LINK, meets),
            (Role.VALUE, Clock.step),
        )
        readings = [
            Reading(measure, slots[role].position, _unsettled(slots[role].question), way)
            for measure, (role, way) in enumerate(ways)
            if role in slots
        ]
        mildest, worst = (
            Measures(
                proximity=pick(near.values() or (fixed.proximity,), key=_tenths),
                recency=pick(Recency if Role.ENDED in slots else (fixed.recency,), key=_tenths),
                link=pick(meets.values() or (fixed.link,), key=_tenths),
                step=step if Role.VALUE in slots else 0,
            )
            for pick, step in ((min, 0), (max, 2))
        )
        return cls(
            rule=rule,
            position=place.position,
            declares=DECLARING.get(place.question.type),
            rows=details.position if details is not None and details.question.repeats else None,
            follow_ups=tuple(one.code for one in inside),
            slots=slots,
            most=details.question.max_answers if details and details.question.repeats else 1,
            kin=near,
            links=meets,
            unstated=Measures(
                proximity=None if Role.KINSHIP in slots else fixed.proximity,
                recency=None if Role.ENDED in slots else fixed.recency,
                link=None if Role.LINK in slots else fixed.link,
                step=None if Role.VALUE in slots else 0,
            ),
            function=measuring_function(Measures._make, fixed, readings),
            mildest=mildest,
            worst=worst,
        )

    def declared_by(self, value: object) -> bool:
        """Say whether this answer to its question declares an interest."""
        if self.declares is not None:
            return value is self.declares
        return value is not None and not isinstance(value, Absence)

    def measure(self, row: Row | None, mask: int, clock: Clock) -> Measures:
        """Measure one instance; *mask* tells which of its places are enabled."""
        return self.unstated if row is None else self.function(row, mask, clock)

    def score(self, found: Measures, open_as: Measures) -> tuple[int, int]:
        """Give impact and probability, with what is open taken from *open_as*."""
        proximity, recency, link, step = found
        if proximity is None or recency is None or link is None or step is None:
            closed = found.over(open_as)
            proximity, recency, link, step = cast("tuple[Proximity, Recency, Link, int]", closed)
        return severity(self.rule.base, step, proximity.tenths * recency.tenths * link.tenths)


def _unsettled(question: Question) -> frozenset[object]:
    return frozenset(value for value in (None, *Absence) if is_unsettled(question, value))


def _options(slots: Mapping[Role, Place], role: Role) -> tuple[Option, ...]:
    return slots[role].question.options if role in slots else ()


def _tenths(measure: Proximity | Recency | Link | None) -> int:
    return 0 if measure is None else measure.tenths


def _proximity(option: Option) -> Proximity:
    if option.proximity is not None or option.kinship is None:
        return option.proximity or Proximity.NONE
    return Proximity.of(option.kinship)


def readers_of(policy: ScreeningPolicy, layout: Layout) -> tuple[InterestReader, ...]:
    """Compile the rules of *policy*, in its order."""
    return tuple(InterestReader.of(rule, layout) for rule in policy.interests)
