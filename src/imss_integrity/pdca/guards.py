"""What keeps an event from joining a cycle: everything is named at once.

Reglas del ciclo. One generator for each kind of event that has rules of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from ..kernel.errors import Fault, must
from ..kernel.text import Text, join
from . import cycle_events as events
from .judging import agree, judge
from .measuring import series_faults
from .phases import LEGAL, CycleMove, Phase, illegal_move, lacking
from .standings import ActionState, Standing

__all__ = ["faults_of", "foreign_faults", "opening_faults"]

_EVENTS = {
    events.Opened,
    events.PlanDrafted,
    events.PlanApproved,
    events.ActionStarted,
    events.ActionProgressed,
    events.ActionDone,
    events.ActionCancelled,
    events.Measured,
    events.EvidenceAdded,
    events.DoingEnded,
    events.Verified,
    events.CheckingEnded,
    events.Decided,
    events.Closed,
    events.NextOpened,
}


def foreign_faults(path: str, event: object) -> Iterator[Fault]:
    """Go through what makes *event* none: a class below one could say anything of itself."""
    if type(event) not in _EVENTS:
        yield must(path, "type", Text("ser un evento de ciclo", "be an event of a cycle"), event)


def opening_faults(event: events.Opened) -> Iterator[Fault]:
    """Go through what keeps *event* from opening a cycle; nothing: it may."""
    yield from _actor_faults("by", event.by, event)
    if event.previous == event.code:
        text = Text("'previous' debe nombrar otro ciclo", "'previous' must name another cycle")
        yield Fault("previous", "self", text)


def faults_of(standing: Standing, event: events.CycleEvent) -> Iterator[Fault]:
    """Go through what keeps *event* from joining; nothing: it may."""
    if event.move not in LEGAL[standing.phase]:
        yield illegal_move(standing.phase, event.move)
        return
    if event.on < standing.on:
        text = Text(
            "'on' no debe ser anterior al último evento del ciclo",
            "'on' must not precede the last event of the cycle",
        )
        yield Fault("on", "order", text)
    yield from _actor_faults("by", event.by, standing.opened)
    if (own := _GUARDS.get(event.move)) is not None:
        yield from own(standing, event)


def _actor_faults(path: str, role: str, opened: events.Opened) -> Iterator[Fault]:
    if role not in opened.roles:
        rule = Text("nombrar un rol del ciclo", "name a role of the cycle")
        yield must(path, "unknown", rule, role)


def _draft(standing: Standing, event: events.PlanDrafted) -> Iterator[Fault]:
    for number, action in enumerate(event.plan.actions):
        yield from _actor_faults(f"plan.actions[{number}].owner", action.owner, standing.opened)
    drafted = {indicator.code: indicator for indicator in event.plan.indicators}
    for measured in standing.plan.indicators:
        kept = drafted.get(measured.code)
        if measured.code in standing.measurements and not (kept and kept.measures_like(measured)):
            text = Text(
                "'plan' debe conservar el indicador '{code}', que ya tiene mediciones:"
                " sólo su meta puede cambiar",
                "'plan' must keep indicator '{code}', which has measurements:"
                " only its target may change",
            )
            yield Fault("plan", "measured", text.format(code=measured.code))


def _approve(standing: Standing, _: events.PlanApproved) -> Iterator[Fault]:
    plan = standing.plan
    missing = list(plan.missing())
    if plan.indicator is None or plan.indicator.code not in standing.measurements:
        missing.append(Text("línea base del indicador", "a baseline of the indicator"))
    if missing:
        yield lacking(Phase.PLAN, missing)


_MAY: Mapping[CycleMove, tuple[ActionState, ...]] = {
    CycleMove.START: (ActionState.PENDING,),
    CycleMove.PROGRESS: (ActionState.UNDERWAY,),
    CycleMove.FINISH: (ActionState.UNDERWAY,),
    CycleMove.CANCEL: (ActionState.PENDING, ActionState.UNDERWAY),
}
ActionEvent = (
    events.ActionStarted | events.ActionProgressed | events.ActionDone | events.ActionCancelled
)


def _act(standing: Standing, event: ActionEvent) -> Iterator[Fault]:
    if event.action not in standing.work:
        yield _unknown_action(event.action)
        return
    work = standing.work[event.action]
    if work.state not in (may := _MAY[event.move]):
        rule = Text(
            "nombrar una acción en estado {states}", "name an action in state {states}"
        ).format(states=join((Text(f"'{state}'") for state in may), ", "))
        yield must("action", "transition", rule, work.state.value)
    if isinstance(event, events.ActionProgressed) and event.progress < work.progress:
        rule = Text("no bajar de {n}", "not fall below {n}").format(n=work.progress)
        yield must("progress", "order", rule, event.progress)
    if isinstance(event, events.ActionStarted):
        yield from _start(standing, event)


def _start(standing: Standing, event: events.ActionStarted) -> Iterator[Fault]:
    action = next(one for one in standing.plan.actions if one.code == event.action)
    if waits := [code for code in action.after if standing.work[code].is_open]:
        text = Text(
            "'action' debe esperar a que terminen o se cancelen: {codes}",
            "'action' must wait until these are done or cancelled: {codes}",
        )
        yield Fault("action", "waits", text.format(codes=", ".join(waits)))


def _unknown_action(code: str) -> Fault:
    rule = Text("nombrar una acción del plan", "name an action of the plan")
    return must("action", "unknown", rule, code)


def _measure(standing: Standing, event: events.Measured) -> Iterator[Fault]:
    indicators = {indicator.code: indicator for indicator in standing.plan.indicators}
    if event.indicator not in indicators:
        rule = Text("nombrar un indicador del plan", "name an indicator of the plan")
        yield must("indicator", "unknown", rule, event.indicator)
        return
    known = standing.measurements.get(event.indicator, ())
    yield from series_faults(known, event.measurements, indicators[event.indicator])
    for number, one in enumerate(event.measurements):
        if one.period.end > event.on:
            text = Text(
                "'period' debe haber terminado el día del evento",
                "'period' must be over on the day of the event",
            )
            yield Fault(f"measurements[{number}].period", "future", text)


def _evidence(standing: Standing, event: events.EvidenceAdded) -> Iterator[Fault]:
    codes = {action.code for action in standing.plan.actions}
    if event.action is not None and event.action not in codes:
        yield _unknown_action(event.action)


def _end_doing(standing: Standing, _: events.DoingEnded) -> Iterator[Fault]:
    if left := [action.code for action in standing.open_actions()]:
        missing = Text("término o cancelación de {codes}", "an end or a cancellation of {codes}")
        yield lacking(Phase.DO, [missing.format(codes=", ".join(left))])


def _verify(standing: Standing, event: events.Verified) -> Iterator[Fault]:
    given = event.verdict
    if given.on != event.on:
        rule = Text("ser del día del evento", "be of the day of the event")
        yield must("verdict.on", "day", rule, str(given.on))
    elif not agree(given, judge(standing, on=event.on, terms=given.terms)):
        text = Text(
            "'verdict' debe seguir de las mediciones del ciclo: calcúlelo con verify",
            "'verdict' must follow from the measurements of the cycle: get it from verify",
        )
        yield Fault("verdict", "evidence", text)


def _end_checking(standing: Standing, _: events.CheckingEnded) -> Iterator[Fault]:
    if not standing.verdicts:
        yield lacking(Phase.CHECK, [Text("un veredicto (verify)", "a verdict (verify)")])


def _close(standing: Standing, _: events.Closed) -> Iterator[Fault]:
    if standing.decision is None:
        yield lacking(Phase.ACT, [Text("una decisión", "a decision")])


def _continue(standing: Standing, event: events.NextOpened) -> Iterator[Fault]:
    if event.code in {standing.opened.code, standing.opened.previous}:
        text = Text("'code' debe nombrar otro ciclo", "'code' must name another cycle")
        yield Fault("code", "self", text)
    if standing.following is not None:
        rule = Text("nombrar el ciclo siguiente una sola vez", "name the next cycle only once")
        yield must("code", "duplicate", rule, event.code)


_GUARDS: Mapping[CycleMove, Callable[[Standing, Any], Iterable[Fault]]] = {
    CycleMove.DRAFT_PLAN: _draft,
    CycleMove.APPROVE_PLAN: _approve,
    CycleMove.START: _act,
    CycleMove.PROGRESS: _act,
    CycleMove.FINISH: _act,
    CycleMove.CANCEL: _act,
    CycleMove.MEASURE: _measure,
    CycleMove.ADD_EVIDENCE: _evidence,
    CycleMove.END_DOING: _end_doing,
    CycleMove.VERIFY: _verify,
    CycleMove.END_CHECKING: _end_checking,
    CycleMove.CLOSE: _close,
    CycleMove.CONTINUE: _continue,
}
