"""One cycle in each of its phases, and how a test checks that it refuses an event."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import attrs
import pytest

from imss_integrity.kernel import ImssIntegrityError, InconsistentError, Period, Text
from imss_integrity.pdca import (
    Action,
    ActionCancelled,
    ActionDone,
    ActionProgressed,
    ActionStarted,
    Cadence,
    CheckingEnded,
    Closed,
    Cycle,
    CycleEvent,
    CycleMove,
    Decided,
    Decision,
    DoingEnded,
    EvidenceAdded,
    Indicator,
    Measure,
    Measured,
    Measurement,
    NextOpened,
    Opened,
    Phase,
    Plan,
    PlanApproved,
    PlanDrafted,
    Verified,
    advance,
    replay,
    verify,
)
from imss_integrity.statistics import Improvement

LOOSE: dict[str, Callable[..., Any]] = {
    made.__name__: made
    for made in (Indicator, Measurement, Plan, Opened, ActionProgressed, Measured, Decided, verify)
}
ONE_DAY = timedelta(days=1)
START = date(2025, 1, 6)  # a Monday
CHANGE = START + timedelta(weeks=12)
CHECK = CHANGE + timedelta(weeks=13)


def indicator(code: str, measure: Measure = Measure.VALUE, **more: Any) -> Indicator:
    """Give a weekly indicator that should fall."""
    given: dict[str, Any] = {
        "code": code,
        "name": Text("Espera", "Waiting"),
        "unit": Text("minutos", "minutes"),
        "measure": measure,
        "wanted": Improvement.DOWN,
        "cadence": Cadence.WEEKLY,
    }
    return Indicator(**(given | more))


def action(code: str, *after: str, **more: Any) -> Action:
    """Give an action of the shift that waits for others."""
    due = date(2025, 6, 30)
    return Action(
        code=code,
        what=Text("Paso", "Step"),
        owner=more.pop("owner", "turno"),
        due=due,
        after=after,
        days=5,
        **more,
    )


def weeks(levels: list[int], first: int = 0) -> tuple[Measurement, ...]:
    """Measure whole levels week by week, from week *first* on."""
    return tuple(
        Measurement.of_value(
            Cadence.WEEKLY.period_from(START + timedelta(weeks=first + number)), level
        )
        for number, level in enumerate(levels)
    )


def shares(counts: list[tuple[int, int]], first: int = 0) -> tuple[Measurement, ...]:
    """Measure cases among cases week by week."""
    return tuple(
        Measurement.of_counts(
            Cadence.WEEKLY.period_from(START + timedelta(weeks=first + number)), *pair
        )
        for number, pair in enumerate(counts)
    )


WAITING = indicator("espera", target=Fraction(8))
FALLS = indicator("caidas", Measure.COUNT)
COMPLAINTS = indicator("quejas", Measure.PROPORTION)
INFECTIONS = indicator("infeccion", Measure.RATE, per=1000)
PLAN = Plan(
    aim=Text("Menos espera", "Less waiting"),
    indicator=WAITING,
    side_effects=(FALLS, COMPLAINTS, INFECTIONS),
    actions=(action("A1"), action("A2", "A1")),
)
OPENED = Opened(
    on=START,
    by="calidad",
    code="C-2",
    unit="UMF-900",
    period=Period.year(2025),
    roles=("calidad", "turno"),
    previous="C-1",
)
EVENTS: list[CycleEvent] = [
    OPENED,
    PlanDrafted(on=START, by="calidad", plan=PLAN),
    Measured(on=CHANGE, by="turno", indicator="espera", measurements=weeks([10, 12] * 6)),
    Measured(on=CHANGE, by="turno", indicator="caidas", measurements=weeks([8, 10] * 6)),
    PlanApproved(on=CHANGE, by="calidad"),
    ActionStarted(on=CHANGE, by="turno", action="A1"),
    ActionProgressed(on=CHANGE, by="turno", action="A1", progress=40),
    ActionDone(on=CHANGE, by="turno", action="A1"),
    ActionStarted(on=CHANGE, by="turno", action="A2"),
    ActionCancelled(on=CHANGE, by="turno", action="A2", reason=Text("Sin presupuesto", "No money")),
    DoingEnded(on=CHANGE, by="calidad"),
    Measured(on=CHECK, by="turno", indicator="espera", measurements=weeks([2, 4] * 6, 12)),
    Measured(on=CHECK, by="turno", indicator="caidas", measurements=weeks([8, 10] * 6, 12)),
]
VERDICT = verify(replay(EVENTS), on=CHECK)
EVENTS.extend(
    [
        Verified(on=CHECK, by="calidad", verdict=VERDICT),
        CheckingEnded(on=CHECK, by="calidad"),
        Decided(
            on=CHECK,
            by="calidad",
            decision=Decision.STANDARDISE,
            reason=Text("Mejoró", "It improved"),
        ),
        Closed(on=CHECK, by="calidad"),
        NextOpened(on=CHECK, by="calidad", code="C-3"),
    ]
)


def before(kind: type[CycleEvent], skipped: int = 0) -> Cycle:
    """Give the cycle as it stands before its event of that class."""
    places = [number for number, event in enumerate(EVENTS) if type(event) is kind]
    return replay(EVENTS[: places[skipped]])


NEW = replay(EVENTS[:1])
READY = before(PlanApproved)
DOING = before(ActionStarted)
UNDERWAY = before(ActionDone)
CHECKING = before(Verified)
ACTING = before(Decided)
CLOSED = before(NextOpened)
PHASES = {
    Phase.PLAN: READY,
    Phase.DO: UNDERWAY,
    Phase.CHECK: CHECKING,
    Phase.ACT: ACTING,
    Phase.CLOSED: CLOSED,
}
LEGAL = {
    "planear": "borrador_de_plan aprobacion_de_plan medicion evidencia",
    "hacer": "inicio_de_accion avance_de_accion termino_de_accion cancelacion_de_accion"
    " cierre_de_hacer medicion evidencia",
    "verificar": "verificacion cierre_de_verificar medicion evidencia",
    "actuar": "decision cierre medicion evidencia",
    "cerrado": "ciclo_siguiente",
}
ONE_OF_EACH = {event.move: event for event in EVENTS} | {
    CycleMove.ADD_EVIDENCE: EvidenceAdded(on=CHECK, by="turno", reference="OFICIO-1")
}


def each_refuses(path: str, code: str, *calls: Callable[[], object]) -> None:
    """Check that each call raises that one fault."""
    for call in calls:
        with pytest.raises(ImssIntegrityError) as caught:
            call()
        assert [(path, code)] == [(fault.path, fault.code) for fault in caught.value.faults]


def refusal(cycle: Cycle, event: CycleEvent) -> InconsistentError:
    """Give the error, which `replay` raises too; check that the cycle stays and that it speaks."""
    events = cycle.events
    with pytest.raises(InconsistentError) as caught:
        advance(cycle, event)
    with pytest.raises(InconsistentError) as same:
        replay([*events, event])
    assert caught.value.faults == same.value.faults
    assert caught.value.faults == pickle.loads(pickle.dumps(caught.value)).faults  # noqa: S301
    assert events is cycle.events
    assert replay(events) == cycle
    for fault in caught.value.faults:
        assert " must " in str(fault.text.en)
        assert " debe " in f" {fault.text.es} "
    return caught.value


def refused(cycle: Cycle, event: CycleEvent) -> list[tuple[str, str]]:
    """Give path, below the event's own, and code of each fault."""
    place = f"events[{len(cycle.events)}]"
    faults = refusal(cycle, event).faults
    assert all(fault.path.startswith(place) for fault in faults)
    return [(fault.path.removeprefix(place).removeprefix("."), fault.code) for fault in faults]


def later(event: CycleEvent, **changes: Any) -> CycleEvent:
    """Give the event with changes, long after all others unless a day is among them."""
    return attrs.evolve(event, **({"on": date(2025, 12, 1)} | changes))
