"""The critical path of a plan: when each action can start and end, and which ones may not slip.

Ruta crítica, en días hábiles. All is counted in business days from the first one; the days of
the calendar are looked up once, at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from graphlib import TopologicalSorter

from ..kernel.arguments import members_of
from ..kernel.calendar import Calendar
from ..kernel.errors import InvalidValueError, must
from ..kernel.fields import DAY, InstanceOf, Optional
from ..kernel.holidays import LFT_74
from ..kernel.provenance import Source, Status
from ..kernel.text import Text
from .actions import Action, check_actions
from .path_results import CriticalPath, PlannedAction

__all__ = ["critical_path"]

_ONE_DAY = timedelta(days=1)
_METHOD = Source(
    code="cpm-1959",
    title=Text(
        "Kelley y Walker (1959), Critical-Path Planning and Scheduling",
        "Kelley and Walker (1959), Critical-Path Planning and Scheduling",
    ),
)


def critical_path(
    actions: Iterable[Action], *, start: date, calendar: Calendar | None = None
) -> CriticalPath:
    """Work out when each action of a plan can start and end, and which decide the end.

    Ruta crítica. An action of *n* days that starts on a business day ends on the *n*-th
    business day, its own start counted; one that waits for it starts on the next business day.
    This is the plan as it was made: progress takes no part.

    Args:
        actions: The actions of one plan, in any order, at least one.
        start: The first day of the plan; where it is no business day, the next one is.
        calendar: Whose business days count; ``None``: the statutory ones.

    Returns:
        The same for any order of *actions*. Exact; time grows with the actions, with what they
        wait for, and with the days that the plan takes.

    Raises:
        InvalidValueError: If there is no action, an argument is of another kind, or the plan
            runs past 2200-12-31.
        InconsistentError: If the actions do not make a plan (see `check_actions`).
        NotInForceError: If statutory holidays count and *start* lies before 1970.

    Source:
        Kelley and Walker (1959), Critical-Path Planning and Scheduling; business days by the
        calendar.

    >>> first = Action(code="A1", what=Text("Convocar"), owner="calidad",
    ...     due=date(2026, 5, 4), days=2)
    >>> second = Action(code="A2", what=Text("Aplicar encuesta"), owner="calidad",
    ...     due=date(2026, 5, 8), after=("A1",), days=3)
    >>> path = critical_path([first, second], start=date(2026, 4, 30))
    >>> path.chain, str(path.finish)
    (('A1', 'A2'), '2026-05-07')
    >>> critical_path([second], start=date(2026, 4, 30))
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'after' must name actions of the plan: got...
    """
    DAY.check("start", start)
    Optional(InstanceOf(Calendar)).check("calendar", calendar)
    given = members_of("actions", actions, Action)
    if not given:
        rule = Text("tener al menos una acción", "have at least one action")
        raise InvalidValueError(must("actions", "empty", rule, 0))
    check_actions(given)
    known = {action.code: action for action in sorted(given, key=lambda action: action.code)}
    order = tuple(TopologicalSorter({a.code: a.after for a in known.values()}).static_order())
    starts = _earliest_starts(known, order)
    total = max(starts[action.code] + action.days for action in given)
    slack = _slack(known, order, starts, total)
    chosen = calendar or Calendar()
    days = _business_days(start, total, chosen)
    planned = [
        _planned(action, known, days, starts[code], slack[code]) for code, action in known.items()
    ]
    return CriticalPath(
        start=days[0],
        finish=days[-1],
        actions=tuple(sorted(planned, key=lambda one: one.earliest_start)),
        chain=_chain(known, starts, slack),
        status=Status.DERIVED,
        sources=(_METHOD, LFT_74) if chosen.statutory else (_METHOD,),
    )


def _earliest_starts(known: Mapping[str, Action], order: Iterable[str]) -> dict[str, int]:
    """Give the business day, counted from 0, on which each action can start."""
    starts: dict[str, int] = {}
    for code in order:
        ends = (starts[before] + known[before].days for before in known[code].after)
        starts[code] = max(ends, default=0)
    return starts


def _slack(
    known: Mapping[str, Action], order: Sequence[str], starts: Mapping[str, int], total: int
) -> dict[str, int]:
    """Give by how many business days each action may slip and the whole still end in time."""
    latest_ends = dict.fromkeys(known, total)
    for code in reversed(order):
        latest_start = latest_ends[code] - known[code].days
        for before in known[code].after:
            latest_ends[before] = min(latest_ends[before], latest_start)
    return {code: latest_ends[code] - starts[code] - known[code].days for code in known}


def _chain(
    known: Mapping[str, Action], starts: Mapping[str, int], slack: Mapping[str, int]
) -> tuple[str, ...]:
    """Give critical actions that follow each other from start to end: each time the first code."""
    critical = [action for code, action in known.items() if not slack[code]]
    followers: dict[str, str] = {}
    for action in critical:  # by code, so that the first one stays
        for before in action.after:
            if starts[before] + known[before].days == starts[action.code]:
                followers.setdefault(before, action.code)
    chain = [next(action.code for action in critical if not starts[action.code])]
    while (follower := followers.get(chain[-1])) is not None:
        chain.append(follower)
    return tuple(chain)


def _business_days(start: date, count: int, calendar: Calendar) -> list[date]:
    """Give the first *count* business days, *start* among them where it is one."""
    days: list[date] = []
    day = start
    while len(days) < count:
        DAY.check("start", day)  # a plan may run past the last day of the library
        if calendar.is_business_day(day):
            days.append(day)
        day += _ONE_DAY
    return days


def _planned(
    action: Action, known: Mapping[str, Action], days: Sequence[date], start: int, slack: int
) -> PlannedAction:
    last = start + action.days - 1
    return PlannedAction(
        action=action,
        earliest_start=days[start],
        earliest_finish=days[last],
        latest_start=days[start + slack],
        latest_finish=days[last + slack],
        slack=slack,
        due_before=tuple(code for code in action.after if action.due < known[code].due),
    )
