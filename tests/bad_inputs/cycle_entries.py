"""Entry points of cycles: what a payload of the catalogue means for the classes of `pdca`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any, cast

import attrs

from imss_integrity.catalog import EXAMPLE_CYCLE
from imss_integrity.kernel import Period, parse_day
from imss_integrity.kernel.fields import choice
from imss_integrity.pdca import (
    CheckingEnded,
    Cycle,
    CycleEvent,
    DoingEnded,
    Opened,
    Phase,
    Plan,
    PlanApproved,
    cycle_portfolio,
    replay,
)

Payload = Any
DAY = date(2026, 1, 5)
FIRST = cast("Opened", EXAMPLE_CYCLE.events[0])
# A phase of a document, in English, is entered by an event.
ENTERING: Mapping[str, Callable[[date], CycleEvent]] = {
    "plan": lambda on: attrs.evolve(FIRST, on=on),
    "do": lambda on: PlanApproved(on=on, by="calidad"),
    "check": lambda on: DoingEnded(on=on, by="calidad"),
    "act": lambda on: CheckingEnded(on=on, by="calidad"),
}


def phase(payload: Payload) -> object:
    """Take the payload as a phase: its exact code."""
    return choice(Phase, payload, path="phase")


def phases(payload: Payload) -> object:
    """Take the payload as the phases of a cycle, in the order in which it entered them."""
    return replay(_entering([[name, DAY] for name in payload])).phase


def events(payload: Payload) -> object:
    """Take the payload as phases with the day on which each was entered."""
    return replay(_entering(payload)).phase


def events_in_order(payload: Payload) -> object:
    """Take the payload as the same events, told in the order of the phases."""
    order = list(ENTERING)
    return replay(_entering(sorted(payload, key=lambda pair: order.index(pair[0])))).phase


def _entering(pairs: Payload) -> list[CycleEvent]:
    """Give the events of the example cycle up to each phase, moved to the day of the pair."""
    made: list[CycleEvent] = []
    for name, day in pairs:
        on = day if isinstance(day, date) else parse_day(day)
        made += [attrs.evolve(event, on=on) for event in _needed(name)]
        made.append(ENTERING[name](on))
    return made


def _needed(name: str) -> list[CycleEvent]:
    """Give what the example cycle did between entering the phase before and this one."""
    entered = {"plan": Opened, "do": PlanApproved, "check": DoingEnded, "act": CheckingEnded}
    kinds = [type(event) for event in EXAMPLE_CYCLE.events]
    ends = [kinds.index(kind) for kind in entered.values()]
    number = list(entered).index(name)
    start = ends[number - 1] + 1 if number else 0
    return list(EXAMPLE_CYCLE.events[start : ends[number]])


def actions(payload: Payload) -> object:
    """Take the payload as the actions of a plan."""
    return Plan(actions=payload).actions


def planned_period(payload: Payload) -> object:
    """Take the payload as the days in which a cycle is planned to run."""
    named = isinstance(payload, dict) and payload.keys() == {"start", "end"}
    period = Period.parse(**payload) if named else payload
    return attrs.asdict(_opened("C-1", period).period)


def cycles_of_unit(payload: Payload) -> object:
    """Take the payload as the periods of the cycles of one unit."""
    opened = [_opened(f"C-{n}", Period.parse(*pair)) for n, pair in enumerate(payload)]
    view = cycle_portfolio(opened, unit="UMF-900", on=date(2200, 1, 1))
    return [[cycle.period.start, cycle.period.end] for cycle in view.cycles]


def _opened(code: str, period: Period) -> Cycle:
    return replay([attrs.evolve(FIRST, code=code, period=period, subcriteria=())])


def target(payload: Payload) -> object:
    """Take the payload as the target of an indicator, and go the way to it."""
    number = Fraction(payload) if type(payload) is int else payload
    moved = attrs.evolve(EXAMPLE_CYCLE.plan.indicators[0], target=number)
    moved.attainment(Fraction(0), Fraction(1, 2))  # a target of 0 is no way to go
    return payload
