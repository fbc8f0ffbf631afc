"""How a policy reads the interests of a response: compiled once for a definition.

Lectura de intereses. A measure that nobody stated yet is open: it is taken neither at its
mildest nor at its worst, and the score has two ends.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import NamedTuple, cast

import attrs

from ..kernel.calendar import Calendar
from ..kernel.days import earliest_within
from .answers import Absence, QuestionType, YesNo
from .layout import Layout, Place
from .measures import LARGE_VALUE, WINDOWS, InterestScore, Link, Proximity, Recency, scored
from .policies import InterestRule, ScreeningPolicy
from .questions import Option, Question, Role

__all__ = ["Clock", "InterestReader", "Measures", "Row", "is_unsettled", "readers_of", "stated"]

Row = tuple[object, ...]


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
def _starts(on: date) -> tuple[date, ...]:
    return tuple(earliest_within(on, months) for _, months in WINDOWS)


@attrs.frozen
class Clock:
    """The day of a screening, and what depends on it."""

    on: date
    calendar: Calendar

    def recency(self, ended: date) -> Recency:
        """Say how long ago an interest ended; see `conflicts.recency_of`."""
        if ended >= self.on:
            return Recency.CURRENT
        for (recency, _), start in zip(WINDOWS, _starts(self.on), strict=True):
            if ended >= start:
                return recency
        return Recency.OLDER

    def step(self, pesos: Decimal) -> int:
        """Give what a value in pesos a month adds to the impact."""
        if not pesos:
            return 0
        return 1 if Fraction(pesos) <= self.large else 2

    @cached_property
    def large(self) -> Fraction:
        """Pesos a month above which a value is large: 250 daily UMA."""
        return LARGE_VALUE * Fraction(self.calendar.uma_on(self.on).daily)


def is_unsettled(question: Question, value: object) -> bool:
    """Say whether an answer may still come: it is required and absent, unknown, or declined."""
    if value is None:
        return question.required
    return value is Absence.UNKNOWN or value is Absence.DECLINED


def stated(place: Place, row: Row | None, mask: int) -> tuple[object, bool]:
    """Give the answer at a follow-up, ``None`` where there is none, and whether it is open."""
    if row is None:
        return None, True
    if not mask >> place.position & 1:
        return None, False
    value = row[place.position]
    if is_unsettled(place.question, value):
        return None, True
    return (None if isinstance(value, Absence) else value), False


@attrs.frozen
class InterestReader:
    """Reads the interests that one rule makes of the answers.

    Attributes:
        rule: The rule.
        position: Position of its question in the top frame.
        declares: The answer that declares an interest; ``None``: any answer.
        group: Position of its details in the top frame; ``None``: it has none.
        is_row: Whether the details repeat, so that each instance is an interest.
        follow_ups: Codes of all that its details hold.
        slots: Places of the follow-ups by role.
        most: How many interests it can declare.
        mildest, worst: What is open, at its two ends.
    """

    rule: InterestRule
    position: int
    declares: object | None
    group: int | None
    is_row: bool
    follow_ups: tuple[str, ...]
    slots: Mapping[Role, Place]
    most: int
    mildest: Measures
    worst: Measures

    @classmethod
    def of(cls, rule: InterestRule, layout: Layout) -> InterestReader:
        """Compile *rule* for the questions of *layout*."""
        place = layout.places[rule.question]
        details = None if rule.details is None else layout.places[rule.details]
        is_row = details is not None and details.question.repeats
        inside = () if details is None else tuple(details.question.walk())[1:]
        slots = {one.role: layout.places[one.code] for one in inside if one.role is not None}
        return cls(
            rule=rule,
            position=place.position,
            declares=YesNo.YES if place.question.type is QuestionType.YES_NO else None,
            group=None if details is None else details.position,
            is_row=is_row,
            follow_ups=tuple(one.code for one in inside),
            slots=slots,
            most=details.question.max_answers if details is not None and is_row else 1,
            mildest=_end(rule, slots, worst=False),
            worst=_end(rule, slots, worst=True),
        )

    def is_declared(self, values: Row, mask: int) -> bool:
        """Say whether the answers declare an interest."""
        return bool(mask >> self.position & 1) and self.declared_by(values[self.position])

    def declared_by(self, value: object) -> bool:
        """Say whether this answer to its question declares an interest."""
        if self.declares is not None:
            return value is self.declares
        return value is not None and not isinstance(value, Absence)

    def instances(self, values: Row) -> tuple[Row | None, ...]:
        """Give the instances of a declared interest; ``(None,)`` where none is detailed yet."""
        if not self.is_row or self.group is None:
            return (values,)
        return cast("tuple[Row, ...]", values[self.group]) or (None,)

    def measure(self, row: Row | None, mask: int, clock: Clock) -> Measures:
        """Measure one instance; *mask* tells which of its places are enabled."""
        rule = self.rule
        found: dict[Role, object] = {
            Role.KINSHIP: rule.proximity or Proximity.SELF,
            Role.ENDED: rule.recency or Recency.CURRENT,
            Role.LINK: rule.link or Link.NONE,
            Role.VALUE: 0,
        }
        for role, place in self.slots.items():
            if role in found:
                value, is_open = stated(place, row, mask)
                if is_open:
                    found[role] = None
                elif value is not None:
                    found[role] = _read(role, place, value, clock)
        return Measures(*found.values())  # type: ignore[arg-type]

    def score(self, found: Measures, open_as: Measures) -> InterestScore:
        """Score an interest with what is open taken from *open_as*."""
        whole = cast("tuple[Proximity, Recency, Link, int]", found.over(open_as))
        proximity, recency, link, step = whole
        return scored(self.rule.base, step, proximity.tenths * recency.tenths * link.tenths)


def _end(rule: InterestRule, slots: Mapping[Role, Place], *, worst: bool) -> Measures:
    """Give the measures that the questions of *rule* let open, at one end."""
    pick = max if worst else min
    near, links = [rule.proximity or Proximity.SELF], [rule.link or Link.NONE]
    if Role.KINSHIP in slots:
        near = [_proximity(option) for option in slots[Role.KINSHIP].question.options]
    if Role.LINK in slots:
        links = [Link(option.code) for option in slots[Role.LINK].question.options]
    ages = list(Recency) if Role.ENDED in slots else [rule.recency or Recency.CURRENT]
    return Measures(
        proximity=pick(near, key=lambda one: one.tenths),
        recency=pick(ages, key=lambda one: one.tenths),
        link=pick(links, key=lambda one: one.tenths),
        step=2 if worst and Role.VALUE in slots else 0,
    )


def _proximity(option: Option) -> Proximity:
    if option.proximity is not None or option.kinship is None:
        return option.proximity or Proximity.NONE
    return Proximity.of(option.kinship)


def _read(role: Role, place: Place, value: object, clock: Clock) -> object:
    if role is Role.KINSHIP:
        option = place.question.option(value)
        return Proximity.NONE if option is None else _proximity(option)
    if role is Role.LINK:
        return Link(str(value))
    return clock.recency(value) if type(value) is date else clock.step(cast("Decimal", value))


def readers_of(policy: ScreeningPolicy, layout: Layout) -> tuple[InterestReader, ...]:
    """Compile the rules of *policy*, in its order."""
    return tuple(InterestReader.of(rule, layout) for rule in policy.interests)
