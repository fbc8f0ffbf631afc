"""What the rules found on a chart: one signal for each pattern, and the points it marks.

Señales. A pattern that goes on is one signal that grows: it carries where it began, where it
was first complete and where it ended, so that a reader can tell when a change began and when
it could first have been known.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, pairwise
from operator import lt
from typing import cast

import attrs

from ..kernel.errors import Fault, InconsistentError, InvalidValueError, must, raise_any
from ..kernel.fields import MAX_WHOLE, Each, FieldRule, InstanceOf, OneOf, Optional, WholeNumber
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value
from .rule_sets import Marking, RuleSet, Side

__all__ = ["ChartSignals", "Signal"]

_INDEX = WholeNumber()
_MOST_SHOWN = 20  # indices in a cell


@attrs.frozen
class _Ascending(FieldRule):
    """The value is a tuple of distinct indices in ascending order; fast where all is well."""

    def fault(self, path: str, value: object) -> Fault | None:
        """Say what is wrong with *value*, found at *path*; ``None`` where nothing is."""
        given = value  # its type stays `object`, whatever the checks say of `value`
        if type(value) is tuple:
            indices = cast("tuple[int, ...]", value)
            if set(map(type, indices)) <= {int} and all(map(lt, (-1, *indices), indices)):
                return None
        rule = Text("ser una tupla de índices ascendentes", "be a tuple of ascending indices")
        return must(path, "order", rule, given)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Signal(Value):
    """A pattern that chance hardly makes.

    Señal. Indices count from 0.

    Attributes:
        rules: The set of the rule.
        rule: Code of the rule in its set, such as ``racha`` or ``4``.
        side: Where it points; ``None`` for rules without a side.
        first: The first point of the pattern: where the change began, if it is one.
        completed: The point at which the pattern was first complete, or at which whatever
            concerns the whole chart is known.
        last: The last point that completes it.
        points: The points that are marked, from *first* to *last*; empty for a rule that
            concerns the whole chart and no point of it.

    Raises:
        InvalidValueError: If a field breaks its rule, or the set has no such rule.
        InconsistentError: If the points are not in order.

    >>> signal = Signal(rules=RuleSet.NHS, rule="racha", side=Side.LOW, first=3, completed=9,
    ...     last=10, points=tuple(range(3, 11)))
    >>> signal.name.en
    'seven points on one side of the centre'
    >>> attrs.evolve(signal, rule="4")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'rule' must be one of fuera, tendencia, dos_...
    """

    rules: RuleSet = attrs.field(validator=OneOf(RuleSet))
    rule: str
    side: Side | None = attrs.field(validator=Optional(OneOf(Side)))
    first: int
    completed: int
    last: int
    points: tuple[int, ...] = attrs.field(validator=_Ascending())

    def __attrs_post_init__(self) -> None:
        _check_rule(self.rules, self.rule)
        # All at once, and only where that fails one by one: there are hundreds of signals.
        ends = (self.first, self.completed, self.last)
        if set(map(type, ends)) != {int}:
            raise_any(
                fault
                for name, end in zip(("first", "completed", "last"), ends, strict=True)
                if (fault := _INDEX.fault(name, end)) is not None
            )
        marked = self.points or (self.last,)
        if not 0 <= self.first <= self.completed <= self.last or not (
            self.first <= marked[0] and marked[-1] <= self.last
        ):
            text = Text(
                "'first', 'completed' y 'last' deben ir en orden, con 'points' entre ellos",
                "'first', 'completed' and 'last' must be in order, with 'points' between them",
            )
            raise InconsistentError(Fault("points", "order", text))

    @property
    def name(self) -> Text:
        """The rule in words, in both languages."""
        return self.rules.rules[self.rule]


def _check_rule(rules: RuleSet, rule: object) -> None:
    if type(rule) is not str or rule not in rules.rules:
        sentence = Text("'rule' debe ser una de {codes}", "'rule' must be one of {codes}")
        text = sentence.format(codes=", ".join(rules.rules))
        raise InvalidValueError(Fault("rule", "choice", text))


@attrs.frozen(kw_only=True, weakref_slot=False)
class ChartSignals(Report, Value):
    """Everything that a set of rules found on a chart.

    Señales de una carta. No signal means: nothing that chance does not make, not that
    nothing changed.

    Attributes:
        rules: The set of rules.
        marking: Which points of a pattern are marked.
        count: Number of points of the chart, 0 or more.
        signals: What was found, in the order of their last points.
        enough: ``False``: too few points for any rule of the set, so none was applied.
        status: ``DERIVED`` where the set is applied as published; ``OWN`` where the marking
            is not that of its authors, and on run charts.
        sources: The publications.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: If a signal is of another set, out of order, or beyond the chart.
    """

    rules: RuleSet = attrs.field(validator=OneOf(RuleSet))
    marking: Marking = attrs.field(validator=OneOf(Marking))
    count: int = attrs.field(validator=_INDEX)
    signals: tuple[Signal, ...] = attrs.field(validator=Each(InstanceOf(Signal), most=MAX_WHOLE))
    enough: bool = attrs.field(default=True, validator=InstanceOf(bool))
    status: Status = attrs.field(validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(default=(), validator=Each(InstanceOf(Source)))

    def __attrs_post_init__(self) -> None:
        raise_any(_misfits(self), InconsistentError)

    def points(self, rule: str) -> tuple[int, ...]:
        """Give the indices that the rule with the code *rule* marks, ascending, each once.

        Raises:
            InvalidValueError: If the set has no such rule.
        """
        _check_rule(self.rules, rule)
        marked = (signal.points for signal in self.signals if signal.rule == rule)
        return tuple(sorted(set(chain.from_iterable(marked))))

    def _table(self, language: Language) -> Table:
        title = Text(
            "{rules}; señales: {n}, puntos: {count}", "{rules}; signals: {n}, points: {count}"
        )
        filled = title.format(rules=self.rules.label, n=len(self.signals), count=self.count)
        return Table(
            title=filled.to(language),
            lines=tuple(line.to(language) for line in _lines(self)),
            header=tuple(cell.to(language) for cell in _HEADER) if self.signals else (),
            rows=tuple(_row(signal, language) for signal in self.signals),
        )

    def _records(self) -> list[dict[str, object]]:
        return [
            {
                "rules": signal.rules.value,
                "rule": signal.rule,
                "name": signal.name.es,
                "side": signal.side and signal.side.value,
                "first": signal.first,
                "completed": signal.completed,
                "last": signal.last,
                "marked": len(signal.points),
            }
            for signal in self.signals
        ]


def _misfits(found: ChartSignals) -> list[Fault]:
    """Give what does not fit together."""
    faults: list[Fault] = []
    if any(later.last < earlier.last for earlier, later in pairwise(found.signals)):
        text = Text("'signals' debe ir en orden", "'signals' must be in order")
        faults.append(Fault("signals", "order", text))
    if any(one.rules is not found.rules for one in found.signals):
        text = Text("'signals' debe ser de un conjunto", "'signals' must be of one rule set")
        faults.append(Fault("signals", "foreign", text))
    if any(one.last >= found.count for one in found.signals):
        text = Text("'signals' debe quedar en la carta", "'signals' must lie on the chart")
        faults.append(Fault("signals", "range", text))
    if found.signals and not found.enough:
        text = Text("'signals' debe faltar con pocos puntos", "'signals' must be absent")
        faults.append(Fault("signals", "few", text))
    return faults


def _lines(found: ChartSignals) -> list[Text]:
    """Give the sentences above the table."""
    if not found.enough:
        return [
            Text(
                "Muy pocos puntos: no se aplica ninguna regla.",
                "Too few points: no rule is applied.",
            )
        ]
    marking = Text(
        "Marcado: {m}. Los puntos se cuentan desde 0.", "Marking: {m}. Points count from 0."
    )
    return [marking.format(m=found.marking.label)]


_HEADER = (
    Text("clave", "code"),
    Text("regla", "rule"),
    Text("hacia", "towards"),
    Text("desde", "from"),
    Text("se completa en", "complete at"),
    Text("hasta", "to"),
    Text("puntos marcados", "marked points"),
)


def _row(signal: Signal, language: Language) -> tuple[str, ...]:
    return (
        signal.rule,
        signal.name.to(language),
        "" if signal.side is None else signal.side.label.to(language),
        str(signal.first),
        str(signal.completed),
        str(signal.last),
        _listed(signal.points),
    )


def _listed(indices: Sequence[int]) -> str:
    shown = ", ".join(map(str, indices[:_MOST_SHOWN]))
    return f"{shown} ..." if len(indices) > _MOST_SHOWN else shown
