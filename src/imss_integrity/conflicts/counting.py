"""Counting interests: each one's score, the triggers it meets, and the level of all.

Cómputo. This is the part of a screening that runs for every response; what explains it is
built when it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import attrs

from .answers import YesNo
from .enabling import Enabled
from .levels import Level
from .measuring import Clock, InterestReader, Measures, Row, is_unsettled
from .policies import ScreeningPolicy, Trigger
from .reaching import Possible
from .responses import Response
from .triggering import TriggerReader
from .views import effective_view

__all__ = ["Counted", "Instance", "counted", "extremes"]


class Instance(NamedTuple):
    """One declared interest: its reader, where it stands, its measures, score and triggers."""

    reader: InterestReader
    row: int | None
    values: Row | None
    mask: int
    measures: Measures
    score: int
    fired: tuple[Trigger, ...]

    def __repr__(self) -> str:
        # What was measured is personal; the question is not.
        return f"Instance({self.reader.rule.question!r}, row={self.row})"


@attrs.frozen(weakref_slot=False)
class Counted:
    """All declared interests of a response, before they are explained.

    Attributes:
        policy: The policy that they were counted by.
        state: What is enabled.
        instances: The interests, in the order of the policy and of the instances.
    """

    policy: ScreeningPolicy = attrs.field(repr=False)
    state: Enabled = attrs.field(repr=False)
    instances: tuple[Instance, ...]

    @property
    def scores(self) -> tuple[int, ...]:
        """The score of each interest, with what is open at its mildest."""
        return tuple([one.score for one in self.instances])

    @property
    def fired(self) -> tuple[Trigger, ...]:
        """The triggers that fired, once for each interest."""
        return tuple([trigger for one in self.instances for trigger in one.fired])

    def level(self, *, is_critical: bool) -> Level:
        """Give the level of what is stated; *is_critical*: whatever the interests say."""
        if is_critical or self.fired:
            return Level.CRITICAL
        return self.policy.level_of_scores(self.scores)


def counted(response: Response, clock: Clock) -> Counted:
    """Count the interests that *response* declares."""
    questionnaire = response.questionnaire
    policy, readers, triggers = questionnaire.screening_plan
    plan = questionnaire.plan
    values: Row = response.values
    state = plan.enabled(values, on=clock.on)
    top = state[0]
    no = YesNo.NO  # looked up once: members of an enumeration are slow to reach
    instances: list[Instance] = []
    for reader in readers:
        value = values[reader.position]
        if value is None or value is no or not top >> reader.position & 1:
            continue  # most answers by far
        if not reader.declared_by(value):
            continue
        group, own = reader.rows, triggers[reader.rule.question]
        given = (values,) if group is None else values[group]
        for row, instance in enumerate(given or (None,)):
            place, mask = None, top
            if group is not None and instance is not None:
                place, mask = row, plan.instance(state, group, row)
            found = reader.measure(instance, mask, clock)
            fired: tuple[Trigger, ...] = ()
            if own:
                fired = tuple([t.trigger for t in own if t.fires(instance, mask, found, clock)])
            impact, probability = reader.score(found, reader.mildest)
            fields = (reader, place, instance, mask, found, impact * probability, fired)
            instances.append(Instance._make(fields))
    return Counted(policy, state, tuple(instances))


def extremes(response: Response, clock: Clock) -> tuple[Level, Level]:
    """Give the lowest and the highest level still possible once open answers are given."""
    response = effective_view(response, on=clock.on)
    questionnaire = response.questionnaire
    policy, readers, triggers = questionnaire.screening_plan
    possible = Possible.of(questionnaire.layout, response.values, on=clock.on)
    sure = [
        (one.reader.rule.base, False)
        if possible.is_unsure(one.reader, one.row)
        else (one.score, bool(one.fired))
        for one in counted(response, clock).instances
        if possible.state(one.reader.rule.question)
    ]
    worst = [
        end
        for reader in readers
        for end in _worst(reader, triggers[reader.rule.question], response, possible, clock)
    ]
    return _level_of(policy, sure), _level_of(policy, worst)


def _level_of(policy: ScreeningPolicy, ends: Sequence[tuple[int, bool]]) -> Level:
    if any(fires for _, fires in ends):
        return Level.CRITICAL
    return policy.level_of_scores([score for score, _ in ends])


def _worst(
    reader: InterestReader,
    triggers: Sequence[TriggerReader],
    response: Response,
    possible: Possible,
    clock: Clock,
) -> Iterator[tuple[int, bool]]:
    """Give score and triggers of the interests that one rule may still find, at their worst."""
    code = reader.rule.question
    values: Row = response.values
    question = response.questionnaire.layout.places[code].question
    value, state = values[reader.position], possible.state(code)
    if state is False:
        return
    stated: tuple[Row | None, ...] = ()
    if reader.declared_by(value):
        stated = (values,) if reader.rows is None else values[reader.rows] or (None,)
    elif (value is None and state is None) or is_unsettled(question, value):
        stated = (None,)
    for row, given in enumerate(stated):
        place = None if reader.rows is None else row
        is_open = given is None or possible.is_unsure(reader, place)
        instance = None if is_open else given
        mask = 0 if instance is None else possible.mask(reader, place)
        found = reader.measure(instance, mask, clock)
        may_fire = any(one.fires(instance, mask, found, clock) is not False for one in triggers)
        copies = reader.most if given is None else 1
        impact, probability = reader.score(found, reader.worst)
        yield from [(impact * probability, may_fire)] * copies
