"""Which questions are enabled: the conditions of a definition, compiled once into one function.

Habilitación. A condition reads the effective answers of its source, so a disabled source counts
as unanswered; a question is enabled where its group is and its own conditions hold. Inside a
group that repeats, a condition on the same group reads the same instance; from outside, the
answers of all instances count as several answers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache

import attrs

from ..kernel.codegen import Names, make_function
from ..kernel.months import earliest_within
from .answers import Absence, QuestionType
from .conditions import Condition, Match, MonthsBack, Operator, passes
from .layout import Frame, Layout, Place

__all__ = ["Enabled", "Plan"]

Values = tuple[object, ...]
Enabled = tuple[int, tuple[list[int], ...]]
"""One bit for each place of the top frame, and of each instance of the groups in `Plan.dynamic`."""

_NIL = frozenset({type(None), Absence})
_CLASSES = {
    QuestionType.INTEGER: int,
    QuestionType.DECIMAL: Decimal,
    QuestionType.MONEY: Decimal,
    QuestionType.DATE: date,
}


@attrs.frozen(weakref_slot=False)
class Plan:
    """The compiled conditions of a definition.

    Attributes:
        layout: The layout it was made for.
        windows: Lengths in months of the windows that its conditions read.
        dynamic: Positions of the groups that repeat and have conditions of their own inside.
        always: Bits of a frame that are on whenever the frame is, by its group (``None``: top).
        function: Values and window days -> what is enabled.
    """

    layout: Layout
    windows: tuple[int, ...]
    dynamic: tuple[int, ...]
    always: Mapping[int | None, int]
    function: Callable[[Values, tuple[date, ...]], Enabled]

    @classmethod
    def of(cls, layout: Layout) -> Plan:
        """Compile the conditions of *layout*."""
        return _Compiler(layout).plan()

    def enabled(self, values: Values, *, on: date) -> Enabled:
        """Say which places are enabled for *values* on the day *on*."""
        return self.function(values, _days(self.windows, on) if self.windows else ())

    def instance(self, state: Enabled, group: int, row: int) -> int:
        """Give the bits of one instance of the group at that position; 0 where it is disabled."""
        mask, rows = state
        if not mask >> group & 1:
            return 0
        if group in self.dynamic:
            return rows[self.dynamic.index(group)][row]
        return self.always[group]


@lru_cache(maxsize=256)
def _days(windows: tuple[int, ...], on: date) -> tuple[date, ...]:
    return tuple(earliest_within(on, months) for months in windows)


class _Compiler:
    """Writes the lines of the function: one test for each question that has conditions."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.names = Names()
        self.nil, self.tuple_ = self.names.of(_NIL), self.names.of(tuple)
        self.windows: list[int] = []
        self.is_always = self._unconditioned()
        own = {place.frame for place in layout.places.values() if place.question.when}
        self.dynamic = tuple(group for group in layout.rows if group in own)

    def _unconditioned(self) -> dict[str, bool]:
        """Say, by code, whether a place is on whenever its frame is."""
        always: dict[str, bool] = {}
        for code, place in self.layout.places.items():  # a group comes before what it holds
            frame = self.layout.frame_of(place)
            above = place.parent is None or always[frame.places[place.parent].question.code]
            always[code] = above and not place.question.when
        return always

    def plan(self) -> Plan:
        layout = self.layout
        frames: list[tuple[int | None, Frame]] = [(None, layout.top), *layout.rows.items()]
        always = {
            group: sum(1 << p.position for p in frame.places if self.is_always[p.question.code])
            for group, frame in frames
        }
        lines = [f"m = {always[None]}"]
        lines += [f"n{group} = [{always[group]}] * len(v[{group}])" for group in self.dynamic]
        for code in layout.order:
            place = layout.places[code]
            if place.question.when:
                lines += self._statement(place)
        lines.append(f"return m, ({''.join(f'n{group}, ' for group in self.dynamic)})")
        space = {**self.names.values, "any": any, "len": len, "zip": zip, "enumerate": enumerate}
        function = make_function("v, w", lines, space)
        return Plan(layout, tuple(self.windows), self.dynamic, always, function)

    def _statement(self, place: Place) -> list[str]:
        """Write the test of *place*; it switches on what it holds without conditions too."""
        joiner = " or " if place.question.match is Match.ANY else " and "
        tests = [f"({self._test(place, condition)})" for condition in place.question.when]
        test = f"({joiner.join(tests)})"
        frame = self.layout.frame_of(place)
        if place.parent is not None and not self._always_at(place, place.parent):
            test = f"{self._mask(place)} >> {place.parent} & 1 and {test}"
        bits = 1 << place.position
        on = {place.position}
        for below in frame.below(place.position):
            if below.parent in on and not below.question.when:
                on.add(below.position)
                bits |= 1 << below.position
        if place.frame is None:
            return [f"if {test}: m |= {bits}"]
        # A group that is off stays off as a whole: its instances are not looked at then.
        group = place.frame
        return [
            f"for j, r in enumerate(v[{group}]):",
            f" n = n{group}[j]",
            f" if {test}: n{group}[j] |= {bits}",
        ]

    def _always_at(self, place: Place, position: int) -> bool:
        return self.is_always[self.layout.frame_of(place).places[position].question.code]

    def _mask(self, place: Place) -> str:
        return "m" if place.frame is None else "n"

    def _test(self, place: Place, condition: Condition) -> str:
        source = self.layout.places[condition.question]
        positive = condition
        is_negated = condition.operator is Operator.NOT_EQUAL or (
            condition.value is False and (condition.operator is Operator.EXISTS)
        )
        if condition.operator is Operator.NOT_EQUAL:
            positive = attrs.evolve(condition, operator=Operator.EQUAL)
        elif is_negated:
            positive = attrs.evolve(condition, value=True)
        test = self._read(place, source, positive)
        return f"not ({test})" if is_negated else test

    def _read(self, place: Place, source: Place, condition: Condition) -> str:
        """Test the effective answers of *source*, in whatever frame it lies."""
        bit = f" >> {source.position} & 1 and "
        is_always = self.is_always[source.question.code]
        if source.frame is None:
            return ("" if is_always else f"m{bit}") + self._compare(
                f"v[{source.position}]", source, condition
            )
        test = self._compare(f"r[{source.position}]", source, condition)
        test = test if is_always else f"n{bit}{test}"
        if source.frame == place.frame:
            return test
        group = source.frame
        rows = f"r in v[{group}]"
        if group in self.dynamic:
            rows = f"r, n in zip(v[{group}], n{group})"
        return f"m >> {group} & 1 and any({test} for {rows})"

    def _compare(self, value: str, source: Place, condition: Condition) -> str:
        """Compare one place; a place that repeats holds a tuple."""
        question, comparison = source.question, condition.operator
        if comparison is Operator.EXISTS:
            return f"{value}.__class__ not in {self.nil}"
        wanted = self._wanted(condition)
        by_weight = comparison.compares_order and question.type is QuestionType.CHOICE
        if by_weight:
            wanted = self.names.of(self._heavier(source, condition))
        sign = "in" if by_weight else "==" if comparison is Operator.EQUAL else comparison.value
        if question.repeats:
            return f"{value}.__class__ is {self.tuple_} and any(y {sign} {wanted} for y in {value})"
        if comparison is Operator.EQUAL or by_weight:
            return f"{value} {sign} {wanted}"
        kind = self.names.of(_CLASSES[question.type])
        return f"{value}.__class__ is {kind} and {value} {sign} {wanted}"

    def _wanted(self, condition: Condition) -> str:
        if not isinstance(condition.value, MonthsBack):
            return self.names.of(condition.value)
        months = condition.value.months
        if months not in self.windows:
            self.windows.append(months)
        return f"w[{self.windows.index(months)}]"

    def _heavier(self, source: Place, condition: Condition) -> frozenset[str]:
        """Give the codes of the options whose weight compares so with that of the value."""
        weights = {option.code: option.weight for option in source.question.options}
        wanted = weights[str(condition.value)]
        return frozenset(
            code for code, weight in weights.items() if passes(condition.operator, [weight], wanted)
        )
