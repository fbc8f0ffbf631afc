"""The cycles of one unit, side by side: what runs, what is late, what was learned.

Cartera de ciclos de una unidad.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

import attrs

from ..kernel.arguments import members_of, repeated_codes
from ..kernel.errors import Fault, InconsistentError, must, raise_any
from ..kernel.exact import shown_number
from ..kernel.fields import CODE, DAY, Each, InstanceOf, OneOf
from ..kernel.provenance import Source, Status, merged_sources
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value
from .cycle_scores import score_cycle
from .cycle_shown import decision_words
from .cycles import Cycle

__all__ = ["CyclePortfolio", "cycle_portfolio"]

_MOST = 1000


@attrs.frozen(kw_only=True, weakref_slot=False)
class CyclePortfolio(Report, Value):
    """The cycles of one unit as they stand on one day.

    Cartera de ciclos.

    Attributes:
        unit: Code of the unit.
        on: The day.
        cycles: Its cycles as of that day, by opening day and code.
        status: Own.
        sources: What the scores rest on.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: If a cycle is of another unit, two share a code, two on the same
            subcriterion (or two that name none) overlap in time, or one names a cycle here
            as previous or next that does not name it back.

    Source:
        Own.
    """

    unit: str = attrs.field(validator=CODE)
    on: date = attrs.field(validator=DAY)
    cycles: tuple[Cycle, ...] = attrs.field(validator=Each(InstanceOf(Cycle), most=_MOST))
    status: Status = attrs.field(default=Status.OWN, validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(default=(), validator=Each(InstanceOf(Source)))

    def __attrs_post_init__(self) -> None:
        raise_any(_faults(self.unit, self.cycles), InconsistentError)

    def _table(self, language: Language) -> Table:
        title = Text("Ciclos PHVA de {unit} al {on}: {n}", "PDCA cycles of {unit} on {on}: {n}")
        return Table(
            title=title.format(unit=self.unit, on=self.on, n=len(self.cycles)).to(language),
            header=_HEADER[language],
            rows=tuple(self._row(cycle, language) for cycle in self.cycles),
        )

    def _row(self, cycle: Cycle, language: Language) -> tuple[str, ...]:
        return (
            cycle.code,
            str(cycle.period),
            cycle.phase.label.to(language),
            str(len(cycle.overdue(on=self.on))),
            cycle.verdict.outcome.label.to(language) if cycle.verdict else "",
            decision_words(cycle.standing).to(language),
            shown_number(score_cycle(cycle).value),
        )

    def _records(self) -> list[dict[str, object]]:
        return [
            {
                "unit": self.unit,
                "on": self.on,
                "cycle": cycle.code,
                "start": cycle.period.start,
                "end": cycle.period.end,
                "phase": cycle.phase.value,
                "previous": cycle.previous,
                "actions": len(cycle.actions),
                "overdue": len(cycle.overdue(on=self.on)),
                "outcome": cycle.verdict.outcome.value if cycle.verdict else None,
                "decision": cycle.decision.decision.value if cycle.decision else None,
                "against_evidence": cycle.decided_against_evidence,
                "points": score_cycle(cycle).value,
                "status": self.status.value,
            }
            for cycle in self.cycles
        ]


_HEADER = {
    Language.ES: (
        "ciclo",
        "periodo",
        "fase",
        "vencidas",
        "resultado",
        "decisión",
        "puntos CAF clásicos",
    ),
    Language.EN: (
        "cycle",
        "period",
        "phase",
        "overdue",
        "outcome",
        "decision",
        "classical CAF points",
    ),
}


def _faults(unit: str, cycles: tuple[Cycle, ...]) -> Iterator[Fault]:
    yield from repeated_codes("cycles", (cycle.code for cycle in cycles))
    by_code = {cycle.code: cycle for cycle in cycles}
    for number, cycle in enumerate(cycles):
        if cycle.unit != unit:
            rule = Text("ser de la unidad '{unit}'", "be of the unit '{unit}'").format(unit=unit)
            yield must(f"cycles[{number}].unit", "foreign", rule, cycle.unit)
        before, after = by_code.get(cycle.previous or ""), by_code.get(cycle.following or "")
        if before is not None and before.following != cycle.code:
            text = Text(
                "'previous' debe nombrar un ciclo que lo nombre como siguiente",
                "'previous' must name a cycle that names it as the next",
            )
            yield Fault(f"cycles[{number}].previous", "lineage", text)
        if after is not None and after.previous != cycle.code:
            text = Text(
                "'following' debe nombrar un ciclo que lo nombre como anterior",
                "'following' must name a cycle that names it as the previous",
            )
            yield Fault(f"cycles[{number}].following", "lineage", text)
    for one, other in combinations(cycles, 2):
        if _same_subject(one, other) and _overlap(one, other):
            text = Text(
                "los ciclos '{one}' y '{other}' tratan lo mismo y no deben traslaparse",
                "cycles '{one}' and '{other}' are on the same subject and must not overlap",
            )
            yield Fault("cycles", "overlap", text.format(one=one.code, other=other.code))


def _same_subject(one: Cycle, other: Cycle) -> bool:
    if not one.subcriteria and not other.subcriteria:
        return True
    return not set(one.subcriteria).isdisjoint(other.subcriteria)


def _overlap(one: Cycle, other: Cycle) -> bool:
    return one.period.start <= other.period.end and other.period.start <= one.period.end


def cycle_portfolio(cycles: Iterable[Cycle], *, unit: str, on: date) -> CyclePortfolio:
    """Gather the cycles of *unit* as they stand on the day *on*.

    Cartera de ciclos. Cycles opened after *on* are left out.

    Args:
        cycles: Cycles of the unit, in any order.
        unit: Code of the unit.
        on: The day.

    Raises:
        InvalidValueError: If an argument is of another kind.
        InconsistentError: As of `CyclePortfolio`.

    Source:
        Own.

    >>> from imss_integrity.catalog import EXAMPLE_CYCLE
    >>> view = cycle_portfolio([EXAMPLE_CYCLE], unit="UMF-900", on=EXAMPLE_CYCLE.on)
    >>> [cycle.phase.value for cycle in view.cycles]
    ['actuar']
    >>> cycle_portfolio([EXAMPLE_CYCLE], unit="UMF-901", on=EXAMPLE_CYCLE.on)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'unit' must be of the unit 'UMF-901': got ...
    """
    DAY.check("on", on)
    known = [
        cycle.as_of(on) for cycle in members_of("cycles", cycles, Cycle) if cycle.events[0].on <= on
    ]
    known.sort(key=lambda cycle: (cycle.events[0].on, cycle.code))
    sources = merged_sources(*(score_cycle(cycle).sources for cycle in known))
    return CyclePortfolio(unit=unit, on=on, cycles=tuple(known), sources=sources)
