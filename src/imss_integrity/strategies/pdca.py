"""Strategies of PDCA cycles: indicators, their measurements, plans, and whole cycles.

A cycle is drawn event by event, as far as it happens to go, so every phase comes up.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from fractions import Fraction

import attrs
from hypothesis import strategies as st

from ..kernel.days import Period
from ..pdca import (
    ActionCancelled,
    ActionDone,
    ActionProgressed,
    ActionStarted,
    ActionState,
    Cadence,
    CheckingEnded,
    Closed,
    Cycle,
    CycleEvent,
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
from ..statistics import Improvement, RuleSet
from .kernel import codes, exact_numbers, names, texts
from .plan_actions import actions

__all__ = ["cycles", "indicators", "measurement_series", "plans"]

_CODES, _NAMES, _TEXTS = codes(), names(), texts()
_STARTS = st.dates(date(1990, 1, 1), date(2090, 1, 1))
_COUNTS = st.integers(0, 12) | st.integers(0, 10**6)
_LEAST_POINTS = st.integers(2, 4) | st.integers(2, 12)
_MOST_WAIT = 40
_LONG_RUN = date(2120, 1, 1)
_MOST_PROGRESS = 99


@st.composite
def indicators(draw: st.DrawFn, *, with_target: bool | None = None) -> Indicator:
    """Give indicators (indicadores) of every measure, cadence and direction.

    Args:
        draw: Given by Hypothesis.
        with_target: Whether a target is set; ``None``: either.
    """
    measure = draw(st.sampled_from(Measure))
    levels = {
        Measure.VALUE: exact_numbers(-1000, 1000),
        Measure.PROPORTION: exact_numbers(0, 1),
    }.get(measure, exact_numbers(0, 1000))
    target = None
    if with_target or (with_target is None and draw(st.booleans())):
        target = draw(levels)
    return Indicator(
        code=draw(_CODES),
        name=draw(_TEXTS),
        unit=draw(_TEXTS),
        measure=measure,
        wanted=draw(st.sampled_from(Improvement)),
        cadence=draw(st.sampled_from(Cadence)),
        target=target,
        per=draw(st.sampled_from([1, 1000, 10_000])) if measure is Measure.RATE else 1,
    )


def _measured(indicator: Indicator, period: Period) -> st.SearchStrategy[Measurement]:
    if indicator.measure is Measure.VALUE:
        values = exact_numbers(-1000, 1000)
        return values.map(lambda value: Measurement(period=period, value=value))
    if indicator.measure is Measure.COUNT:
        return _COUNTS.map(lambda count: Measurement(period=period, value=Fraction(count)))
    most = 1 if indicator.measure is Measure.PROPORTION else 3
    return st.integers(1, 10**4).flatmap(
        lambda size: st.integers(0, most * size).map(
            lambda cases: Measurement.of_counts(period, cases, size)
        )
    )


@st.composite
def measurement_series(
    draw: st.DrawFn,
    indicator: Indicator,
    *,
    start: date | None = None,
    min_size: int = 1,
    max_size: int = 30,
) -> tuple[Measurement, ...]:
    """Give measurements (mediciones) of *indicator* in order, with and without gaps.

    Half of the series stay at one level, so that a change between two of them shows.

    Args:
        draw: Given by Hypothesis.
        indicator: What is measured.
        start: First day of the first period; ``None``: any from 1990 to 2090.
        min_size: Fewest measurements.
        max_size: Most measurements.
    """
    first = draw(_STARTS) if start is None else start
    is_level = draw(st.booleans())
    measured: list[Measurement] = []
    for _ in range(draw(st.integers(min_size, max_size))):
        period = indicator.cadence.period_from(first)
        if measured and is_level:
            measured.append(attrs.evolve(measured[0], period=period))
        else:
            measured.append(draw(_measured(indicator, period)))
        gap = draw(st.sampled_from([0, 0, 0, 1, 5]))
        first = period.end + timedelta(days=1 + gap)
    return tuple(measured)


@st.composite
def plans(draw: st.DrawFn, *, complete: bool = False) -> Plan:
    """Give plans (planes), whole or with gaps.

    Args:
        draw: Given by Hypothesis.
        complete: Whether nothing is missing; otherwise anything may be.
    """
    drawn = draw(
        st.lists(
            indicators(with_target=True if complete else None),
            min_size=int(complete),
            max_size=3,
            unique_by=lambda indicator: indicator.code,
        )
    )
    has_main = complete or (bool(drawn) and draw(st.booleans()))
    steps = draw(actions(least=int(complete)))
    return Plan(
        aim=draw(_TEXTS) if complete or draw(st.booleans()) else None,
        indicator=drawn[0] if has_main else None,
        side_effects=tuple(drawn[1:] if has_main else drawn),
        actions=tuple(attrs.evolve(step, progress=0) for step in steps),
    )


@st.composite
def cycles(draw: st.DrawFn) -> Cycle:
    """Give PDCA cycles (ciclos PHVA) in every phase, each event allowed."""
    plan = draw(plans(complete=True))
    roles = tuple(sorted({action.owner for action in plan.actions}))
    opened = draw(_STARTS)
    length = draw(st.integers(0, 800))
    code = draw(_CODES)
    first = Opened(
        on=opened,
        by=roles[0],
        code=code,
        unit=draw(_CODES),
        period=Period(start=opened, end=opened + timedelta(days=length)),
        roles=roles,
        subcriteria=tuple(draw(st.lists(_CODES, max_size=3, unique=True))),
        previous=draw(st.none() | _CODES.filter(lambda other: other != code)),
    )
    cycle = replay([first])
    for _ in range(draw(st.integers(0, 40))):
        on = cycle.on + timedelta(days=draw(st.integers(0, _MOST_WAIT)))
        event = _STEPS[cycle.phase](draw, cycle, plan, on)
        if event is None:
            break
        cycle = advance(cycle, event)
    return cycle


def _planning(draw: st.DrawFn, cycle: Cycle, plan: Plan, on: date) -> CycleEvent:
    by = draw(_roles(cycle))
    if not cycle.plan.actions:
        return PlanDrafted(on=on, by=by, plan=plan)
    unmeasured = [one for one in plan.indicators if not cycle.measurements(one.code)]
    if plan.indicator in unmeasured or (unmeasured and draw(st.booleans())):
        return _measuring(draw, cycle, unmeasured[0], on)
    return PlanApproved(on=on, by=by)


def _measuring(draw: st.DrawFn, cycle: Cycle, indicator: Indicator, on: date) -> CycleEvent:
    known = cycle.measurements(indicator.code)
    free = known[-1].period.end + timedelta(days=1) if known else cycle.events[0].on
    # With or without a period into which the intervention falls.
    start = draw(st.sampled_from([free, max(free, cycle.intervention or free)]))
    # The days of the library end in 2200: from the long run on, one period at a time.
    most = max(1, min(14, (_LONG_RUN - start).days // 366))
    series = draw(measurement_series(indicator, start=start, max_size=most))
    return Measured(
        on=max(on, series[-1].period.end),
        by=draw(_roles(cycle)),
        indicator=indicator.code,
        measurements=series,
    )


def _doing(draw: st.DrawFn, cycle: Cycle, _: Plan, on: date) -> CycleEvent:
    by = draw(_roles(cycle))
    still_open = {action.code: action for action in cycle.open_actions}
    ready = [code for code, one in still_open.items() if still_open.keys().isdisjoint(one.after)]
    if not ready:
        return DoingEnded(on=on, by=by)
    code = draw(st.sampled_from(ready))
    if draw(st.integers(0, 5)) == 0:
        return ActionCancelled(on=on, by=by, action=code, reason=draw(_TEXTS))
    if draw(st.integers(0, 5)) == 0:
        return EvidenceAdded(on=on, by=by, action=code, reference=draw(_NAMES))
    if cycle.action_state(code) is ActionState.PENDING:
        return ActionStarted(on=on, by=by, action=code)
    least = max(1, still_open[code].progress)
    if draw(st.booleans()) and least < _MOST_PROGRESS:
        progress = draw(st.integers(least, _MOST_PROGRESS))
        return ActionProgressed(on=on, by=by, action=code, progress=progress)
    return ActionDone(on=on, by=by, action=code)


def _checking(draw: st.DrawFn, cycle: Cycle, plan: Plan, on: date) -> CycleEvent:
    by = draw(_roles(cycle))
    if draw(st.integers(0, 3)) > (0 if cycle.verdict is None else 2):
        main, *others = plan.indicators
        return _measuring(draw, cycle, draw(st.sampled_from([main, main, *others])), on)
    if cycle.verdict is None or draw(st.integers(0, 2)) == 0:
        rules = draw(st.sampled_from(RuleSet))
        verdict = verify(cycle, on=on, rules=rules, least_points=draw(_LEAST_POINTS))
        return Verified(on=on, by=by, verdict=verdict)
    return CheckingEnded(on=on, by=by)


def _acting(draw: st.DrawFn, cycle: Cycle, _: Plan, on: date) -> CycleEvent:
    by = draw(_roles(cycle))
    if cycle.decision is None or draw(st.integers(0, 2)) == 0:
        decision = draw(st.sampled_from(Decision))
        return Decided(on=on, by=by, decision=decision, reason=draw(_TEXTS))
    return Closed(on=on, by=by)


def _closed(draw: st.DrawFn, cycle: Cycle, _: Plan, on: date) -> CycleEvent | None:
    if cycle.following is not None:
        return None
    other = draw(_CODES.filter(lambda code: code not in {cycle.code, cycle.previous}))
    return NextOpened(on=on, by=draw(_roles(cycle)), code=other)


def _roles(cycle: Cycle) -> st.SearchStrategy[str]:
    return st.sampled_from(cycle.roles)


_STEPS: Mapping[Phase, Callable[[st.DrawFn, Cycle, Plan, date], CycleEvent | None]] = {
    Phase.PLAN: _planning,
    Phase.DO: _doing,
    Phase.CHECK: _checking,
    Phase.ACT: _acting,
    Phase.CLOSED: _closed,
}
