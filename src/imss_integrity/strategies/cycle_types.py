"""Classes of PDCA, each with the strategy of its values: results as the verbs give them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

import attrs
from hypothesis import strategies as st

from ..kernel import Period
from ..pdca import (
    Action,
    ActionCancelled,
    ActionDone,
    ActionProgressed,
    ActionStarted,
    CheckingEnded,
    Closed,
    CriticalPath,
    Cycle,
    CycleEvent,
    CyclePortfolio,
    Decided,
    DoingEnded,
    Effect,
    EvidenceAdded,
    FiredRule,
    FollowUp,
    FollowUpAgenda,
    Indicator,
    IndicatorVerdict,
    Measured,
    Measurement,
    NextOpened,
    Opened,
    Plan,
    PlanApproved,
    PlanDrafted,
    PlannedAction,
    Terms,
    Verdict,
    Verified,
    critical_path,
    cycle_portfolio,
    follow_up_agenda,
    replay,
    verify,
)
from ..statistics import RuleSet
from .comparisons import CONFIDENCES
from .kernel import codes, days
from .pdca import cycles, indicators, measurement_series, plans
from .plan_actions import actions
from .ruled import Types, built, parts_of

__all__ = ["CYCLE_TYPES", "verdicts"]

Series = tuple[Measurement, ...]

_CODES, _ONE_DAY = codes(), timedelta(days=1)
# Statutory holidays are known from 1970 on, and a long plan must end before the last day.
_STARTS = days(date(1990, 1, 1), date(2090, 1, 1))


@st.composite
def verdicts(draw: st.DrawFn) -> Verdict:
    """Give verdicts (veredictos): change, noise, and too few points to tell."""
    cycle = draw(_checked_cycles())
    return verify(
        cycle,
        on=cycle.on,
        rules=draw(st.sampled_from(RuleSet)),
        confidence=draw(CONFIDENCES),
        least_points=draw(st.integers(2, 12)),
    )


@st.composite
def _checked_cycles(draw: st.DrawFn) -> Cycle:
    """Give cycles of one action, whose indicators were measured before it and after it."""
    drawn, start = draw(plans(complete=True)), draw(_STARTS)
    action = attrs.evolve(drawn.actions[0], after=())
    plan, by = attrs.evolve(drawn, actions=(action,)), action.owner
    before = {one: draw(measurement_series(one, start=start)) for one in plan.indicators}
    first = _last_day(before.values())
    after = {one: draw(measurement_series(one, start=first + _ONE_DAY)) for one in plan.indicators}
    last = _last_day(after.values())
    opened = Opened(
        on=start,
        by=by,
        code=draw(_CODES),
        unit=draw(_CODES),
        period=Period(start=start, end=last),
        roles=(by,),
    )
    return replay(
        [
            opened,
            PlanDrafted(on=start, by=by, plan=plan),
            *_measured(before, by, first),
            PlanApproved(on=first, by=by),
            ActionStarted(on=first, by=by, action=action.code),
            ActionDone(on=first, by=by, action=action.code),
            DoingEnded(on=first, by=by),
            *_measured(after, by, last),
        ]
    )


def _last_day(series: Iterable[Series]) -> date:
    return max(one[-1].period.end for one in series)


def _measured(found: Mapping[Indicator, Series], by: str, on: date) -> Iterator[Measured]:
    for indicator, series in found.items():
        yield Measured(on=on, by=by, indicator=indicator.code, measurements=series)


@st.composite
def _agendas(draw: st.DrawFn) -> FollowUpAgenda:
    start = draw(_STARTS)
    until = start + timedelta(days=draw(st.integers(0, 2000)))
    return follow_up_agenda(
        draw(actions()), start=start, every_months=draw(st.integers(1, 24)), until=until
    )


_CYCLES = cycles()
_SERIES = indicators().flatmap(measurement_series)
_PATHS = st.builds(critical_path, actions(least=1), start=_STARTS)
_ACTIONS = parts_of(actions(least=1), lambda own: own)
_OF_RULES = (
    *(ActionCancelled, ActionDone, ActionProgressed, ActionStarted, CheckingEnded, Closed),
    *(Decided, DoingEnded, EvidenceAdded, NextOpened, PlanApproved, PlanDrafted, Verified),
)
_WITHIN: Types = {Action: _ACTIONS, Plan: plans(), Verdict: verdicts()}
_EVENTS: Types = {
    **{kind: built(kind, _WITHIN) for kind in _OF_RULES},
    Measured: built(Measured, measurements=_SERIES),
    Opened: _CYCLES.map(lambda cycle: cycle.events[0]),
}

CYCLE_TYPES: Types = {
    **_EVENTS,
    **_WITHIN,
    CriticalPath: _PATHS,
    Cycle: _CYCLES,
    CycleEvent: st.one_of(*_EVENTS.values()),
    CyclePortfolio: _CYCLES.map(lambda one: cycle_portfolio([one], unit=one.unit, on=one.on)),
    Effect: built(Effect),
    FiredRule: built(FiredRule),
    FollowUp: built(FollowUp, _WITHIN),
    FollowUpAgenda: _agendas(),
    Indicator: indicators(),
    IndicatorVerdict: parts_of(verdicts(), lambda one: (one.main, *one.side_effects)),
    Measurement: parts_of(_SERIES, lambda series: series),
    PlannedAction: parts_of(_PATHS, lambda path: path.actions),
    Terms: built(Terms, confidence=CONFIDENCES),
}
