"""Between which levels a screening can still end, while answers are open.

Niveles aún posibles. Enablement is told in three values (on, off, not told yet), so the range
never leaves out a level that answering could bring; where conditions contradict each other it
may hold one too many. `prove` says of a definition which levels no answers reach.
"""

from __future__ import annotations

from datetime import date
from typing import cast

import attrs

from .answers import Absence
from .conditions import Condition, Match, MonthsBack, Operator, passes
from .layout import Layout, Place
from .measuring import InterestReader, Row, is_unsettled

__all__ = ["Possible"]

State = bool | None  # on, off, or not told yet


@attrs.frozen
class Possible:
    """What may be enabled once open answers are given.

    Attributes:
        layout: Layout of the definition.
        values: The effective values of the response: what is disabled now holds nothing,
            and may hold anything once it is enabled.
        on: The day.
        states: State of each place, by code and instance (``None``: top frame).
    """

    layout: Layout
    values: Row = attrs.field(repr=False)
    on: date
    states: dict[tuple[str, int | None], State]

    @classmethod
    def of(cls, layout: Layout, values: Row, *, on: date) -> Possible:
        """Tell the state of every place, sources before what they enable."""
        made = cls(layout, values, on, {})
        for code in layout.order:
            place = layout.places[code]
            for row in made.rows_of(place):
                made.states[code, row] = made._state(place, row)
        return made

    def rows_of(self, place: Place) -> list[int] | list[None]:
        """Give the instances in which a place stands; one without number at the top."""
        if place.frame is None:
            return [None]
        return list(range(len(cast("tuple[Row, ...]", self.values[place.frame]))))

    def state(self, code: str, row: int | None = None) -> State:
        """Give the state of a place."""
        return self.states[code, row]

    def is_unsure(self, reader: InterestReader, row: int | None) -> bool:
        """Say whether it is open which follow-ups of an instance are asked."""
        if reader.rows is not None and row is None:
            return False  # no instance yet: all of it is open, and none of it unsure
        return any(self.states[code, row] is None for code in reader.follow_ups)

    def mask(self, reader: InterestReader, row: int | None) -> int:
        """Give the bits of the follow-ups of an instance that are on."""
        on = (self.layout.places[code] for code in reader.follow_ups if self.states[code, row])
        return sum(1 << place.position for place in on)

    def value(self, place: Place, row: int | None) -> object:
        """Give what was entered at a place."""
        if place.frame is None or row is None:
            return self.values[place.position]
        return cast("tuple[Row, ...]", self.values[place.frame])[row][place.position]

    def _state(self, place: Place, row: int | None) -> State:
        tests = [self._holds(one, place, row) for one in place.question.when]
        parent = self.layout.parents[place.question.code]
        above: State = True
        if parent is not None:
            same_frame = self.layout.places[parent].frame == place.frame
            above = self.states[parent, row if same_frame else None]
        own = _any(tests) if place.question.match is Match.ANY else _all(tests)
        return _all([above, own])

    def _holds(self, condition: Condition, place: Place, row: int | None) -> State:
        source = self.layout.places[condition.question]
        same = source.frame is not None and source.frame == place.frame
        rows = [row] if same else self.rows_of(source)
        negative = condition.operator is Operator.NOT_EQUAL or (
            condition.operator is Operator.EXISTS and condition.value is False
        )
        met: State = _any([self._meets(condition, source, one) for one in rows])
        if met is False and not rows and self._may_gain_rows(source):
            met = None
        if met is None:
            return None
        return met is not negative

    def _may_gain_rows(self, source: Place) -> bool:
        group = self.layout.top.places[cast("int", source.frame)].question
        state = self.states[group.code, None]
        return state is None or (state and group.required)

    def _meets(self, condition: Condition, source: Place, row: int | None) -> State:
        """Say whether an effective answer of *source* meets the positive form of *condition*."""
        state = self.states[source.question.code, row]
        value = self.value(source, row)
        if state is False:
            return False
        if (value is None and state is None) or is_unsettled(source.question, value):
            return None
        single = () if _is_absent(value) else (value,)
        given = cast("tuple[object, ...]", value if value.__class__ is tuple else single)
        compare = Operator.EQUAL if condition.operator is Operator.NOT_EQUAL else condition.operator
        wanted: object = condition.value
        if compare is Operator.EXISTS:
            wanted = True
        elif isinstance(wanted, MonthsBack):
            wanted = wanted.day(on=self.on)
        if not self._passes(source, compare, given, wanted):
            return False
        return True if state else None

    def _passes(self, source: Place, compare: Operator, given: Row, wanted: object) -> bool:
        if compare.compares_order and source.question.options:
            weights = {option.code: option.weight for option in source.question.options}
            given, wanted = tuple(weights[str(code)] for code in given), weights[str(wanted)]
        return passes(compare, given, wanted)


def _is_absent(value: object) -> bool:
    return value is None or isinstance(value, Absence)


def _all(states: list[State]) -> State:
    return False if False in states else None if None in states else True


def _any(states: list[State]) -> State:
    return True if True in states else None if None in states else False
