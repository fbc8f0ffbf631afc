"""Whether a hard trigger of the law fires for an interest: yes, no, or not told yet.

Disparadores por ley. What an answer leaves open is neither taken as met nor as not met.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from .conditions import Condition, MonthsBack, Operator, passes
from .layout import Layout, Place
from .measuring import Clock, InterestReader, Measures, Row, stated
from .policies import ScreeningPolicy, Trigger
from .questions import Option, Role
from .radii import LegalRadius, within
from .scales import Proximity, Recency

__all__ = ["TriggerReader", "is_inside", "triggers_of"]

# Whoever is not told apart by kinship: the person's own circle is inside every radius.
_OWN = frozenset({Proximity.SELF, Proximity.BOND, Proximity.DEPENDANT})


def is_inside(option: Option, radius: LegalRadius, affinity_degree: int | None) -> bool:
    """Say whether the relation of *option* lies inside *radius*."""
    kin = option.kinship
    return kin is not None and within(kin, radius, affinity_degree=affinity_degree).inside


@attrs.frozen
class TriggerReader:
    """Reads one trigger for the interests of one rule.

    Attributes:
        trigger: The trigger.
        reader: The rule's reader.
        inside: Options of the kinship follow-up that lie inside the radius; ``None``: the
            trigger has no radius, or the rule asks for no kinship.
        conditions: Its conditions, each with the place that it reads.
        is_dated: Whether its rule is in force on some days only.
    """

    trigger: Trigger
    reader: InterestReader
    inside: frozenset[str] | None
    conditions: tuple[tuple[Condition, Place], ...]
    is_dated: bool

    @classmethod
    def of(cls, trigger: Trigger, reader: InterestReader, layout: Layout) -> TriggerReader:
        """Compile *trigger* for the interests of *reader*."""
        inside = None
        if trigger.radius is not None and Role.KINSHIP in reader.slots:
            options = reader.slots[Role.KINSHIP].question.options
            inside = frozenset(
                option.code
                for option in options
                if is_inside(option, trigger.radius, trigger.affinity_degree)
            )
        places = tuple((one, layout.places[one.question]) for one in trigger.when)
        is_dated = trigger.rule.first_day is not None or trigger.rule.last_day is not None
        return cls(trigger, reader, inside, places, is_dated)

    def fires(self, row: Row | None, mask: int, found: Measures, clock: Clock) -> bool | None:
        """Say whether it fires for one instance; ``None``: what is open may yet decide."""
        trigger = self.trigger
        if trigger.links and found.link is not None and found.link not in trigger.links:
            return False  # most often; nothing else need be looked at then
        if self.is_dated and not trigger.rule.in_force(on=clock.on):
            return False
        tests: list[bool | None] = [None if trigger.links and found.link is None else True]
        if trigger.radius is not None:
            tests.append(self._is_kin(row, mask, found))
        if trigger.months is not None:
            tests.append(self._is_recent(row, mask, found, clock, trigger.months))
        for condition, place in self.conditions:
            tests.append(_meets(condition, place, row, mask, clock))
        return False if False in tests else None if None in tests else True

    def _is_kin(self, row: Row | None, mask: int, found: Measures) -> bool | None:
        if self.inside is None:
            return found.proximity in _OWN
        value, is_open = stated(self.reader.slots[Role.KINSHIP], row, mask)
        if is_open:
            return None if self.inside else False
        return value in self.inside

    def _is_recent(
        self, row: Row | None, mask: int, found: Measures, clock: Clock, months: int
    ) -> bool | None:
        if Role.ENDED not in self.reader.slots:
            return found.recency is Recency.CURRENT
        value, is_open = stated(self.reader.slots[Role.ENDED], row, mask)
        if is_open or value is None:
            return None if is_open else True
        return passes(Operator.AT_LEAST, [value], MonthsBack(months).day(on=clock.on))


def _meets(
    condition: Condition, place: Place, row: Row | None, mask: int, clock: Clock
) -> bool | None:
    value, is_open = stated(place, row, mask)
    if is_open:
        return None
    wanted = condition.value
    day = wanted.day(on=clock.on) if isinstance(wanted, MonthsBack) else wanted
    answers: Row = ()
    if value is not None:
        answers = value if value.__class__ is tuple else (value,)
    return passes(condition.operator, answers, day)


def triggers_of(
    policy: ScreeningPolicy, readers: Iterable[InterestReader], layout: Layout
) -> Mapping[str, tuple[TriggerReader, ...]]:
    """Compile the triggers of *policy* by the code of the question that they look at."""
    by_code = {reader.rule.question: reader for reader in readers}
    return {
        code: tuple(
            TriggerReader.of(trigger, reader, layout)
            for trigger in policy.triggers
            if code in trigger.questions
        )
        for code, reader in by_code.items()
    }
