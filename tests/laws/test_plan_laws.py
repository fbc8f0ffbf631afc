"""Laws of plans: the critical path, rings of actions, and follow-ups by month arithmetic.

The second implementation knows nothing of earliest and latest days: it goes through every
chain of actions that wait for each other and adds up their days.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.kernel import Calendar, InconsistentError, Text, overdue
from imss_integrity.pdca import (
    Action,
    CriticalPath,
    check_actions,
    critical_path,
    follow_up_agenda,
    follow_up_days,
)
from imss_integrity.strategies import actions, calendars, days

Plan = Sequence[Action]

STARTS = days(date(1970, 1, 1), date(2150, 1, 1))
CALENDARS = st.just(Calendar()) | calendars()
PLANS = actions(least=1)
RANDOMS = st.randoms(use_true_random=False)
ONE_DAY = timedelta(days=1)


@st.composite
def brief_plans(draw: st.DrawFn) -> Plan:
    """Give plans whose actions are short enough to be made longer, and often equally long."""
    return [attrs.evolve(action, days=draw(st.integers(1, 4))) for action in draw(PLANS)]


def chains(plan: Plan) -> list[tuple[Action, ...]]:
    """Give every chain of actions, each waiting for the one before, of any length above 0."""
    found: list[tuple[Action, ...]] = []
    grown: list[tuple[Action, ...]] = [(action,) for action in plan]
    while grown:
        found += grown
        grown = [(*one, action) for one in grown for action in plan if one[-1].code in action.after]
    return found


def length(chain: Sequence[Action]) -> int:
    """Add up the days of a chain."""
    return sum(action.days for action in chain)


def longest(plan: Plan, *, through: str) -> int:
    """Give the length of the longest chain that holds the action *through*."""
    held = (one for one in chains(plan) if any(action.code == through for action in one))
    return max(length(one) for one in held)


def with_action(plan: Plan, code: str, **changes: Any) -> Plan:
    """Give the same plan with one action changed."""
    return [attrs.evolve(one, **changes) if one.code == code else one for one in plan]


def shuffled(plan: Plan, random: Random) -> Plan:
    """Give the same actions in another order."""
    return random.sample(plan, len(plan))


def after(day: date, business_days: int, calendar: Calendar) -> date:
    """Give the day so many business days after the eve of *day*."""
    return calendar.business_days_after(day - ONE_DAY, business_days)


def finish_in(path: CriticalPath, calendar: Calendar) -> int:
    """Count the business days of a whole plan."""
    return calendar.business_days_between(path.start - ONE_DAY, path.finish)


class TestCriticalPath:
    """Ruta crítica: la cadena más larga decide cuándo termina el plan."""

    @given(plan=PLANS, start=STARTS, calendar=CALENDARS)
    def test_every_day_follows_from_the_longest_chains(
        self, plan: Plan, start: date, calendar: Calendar
    ) -> None:
        """Of what must come before, of what comes after, and of all."""
        path = critical_path(plan, start=start, calendar=calendar)
        total = max(length(one) for one in chains(plan))

        assert path.start == after(start, 1, calendar)
        assert path.finish == after(start, total, calendar)
        assert {one.action for one in path.actions} == set(plan)
        for one in path.actions:
            until = max(length(c) for c in chains(plan) if c[-1].code == one.code)
            slack = total - longest(plan, through=one.code)
            assert slack == one.slack
            assert one.earliest_finish == after(start, until, calendar)
            assert one.latest_finish == after(start, until + slack, calendar)

    @given(plan=PLANS, start=STARTS, calendar=CALENDARS)
    def test_an_action_takes_its_days(self, plan: Plan, start: date, calendar: Calendar) -> None:
        """Its first and its last day are business days and both count, early or late."""
        for one in critical_path(plan, start=start, calendar=calendar).actions:
            for first, last in (
                (one.earliest_start, one.earliest_finish),
                (one.latest_start, one.latest_finish),
            ):
                assert calendar.is_business_day(first)
                assert last == after(first, one.action.days, calendar)

    @given(plan=PLANS, start=STARTS)
    def test_what_waits_starts_on_the_next_business_day(self, plan: Plan, start: date) -> None:
        """After the last of those it waits for; what waits for none starts with the plan."""
        path = critical_path(plan, start=start)
        ends = {one.code: one.earliest_finish for one in path.actions}
        for one in path.actions:
            last = max((ends[code] for code in one.action.after), default=None)
            expected = path.start if last is None else Calendar().business_days_after(last, 1)
            assert expected == one.earliest_start

    @given(plan=PLANS | brief_plans(), start=STARTS)
    def test_the_chain_is_the_first_that_fills_the_plan(self, plan: Plan, start: date) -> None:
        """Of all chains as long as the whole, the first one by code; all of it is critical."""
        path = critical_path(plan, start=start)
        filling = [one for one in chains(plan) if length(one) == finish_in(path, Calendar())]

        assert path.chain == min(tuple(action.code for action in one) for one in filling)
        assert set(path.chain) <= {one.code for one in path.actions if one.is_critical}

    @given(plan=PLANS, start=STARTS, calendar=CALENDARS, random=RANDOMS)
    def test_the_order_of_the_actions_does_not_matter(
        self, plan: Plan, start: date, calendar: Calendar, random: Random
    ) -> None:
        """Any order gives the very same result, by earliest start and then by code."""
        path = critical_path(plan, start=start, calendar=calendar)
        keys = [(one.earliest_start, one.code) for one in path.actions]

        assert path == critical_path(shuffled(plan, random), start=start, calendar=calendar)
        assert keys == sorted(keys)

    @given(plan=brief_plans(), start=STARTS, random=RANDOMS)
    def test_codes_are_only_names(self, plan: Plan, start: date, random: Random) -> None:
        """Codes given out anew change no day; the chain may be another one of its length."""
        names = [action.code for action in plan]
        new = dict(zip(names, random.sample(names, len(names)), strict=True))
        renamed = [
            attrs.evolve(one, code=new[one.code], after=tuple(new[code] for code in one.after))
            for one in plan
        ]
        before, now = (critical_path(one, start=start) for one in (plan, renamed))
        planned = {one.code: one for one in now.actions}

        assert before.finish == now.finish
        for one in before.actions:
            same = planned[new[one.code]]
            assert one.earliest_start == same.earliest_start
            assert one.slack == same.slack
        taken = {action.code: action.days for action in renamed}
        assert finish_in(now, Calendar()) == sum(taken[code] for code in now.chain)

    @given(plan=PLANS, start=STARTS, calendar=CALENDARS)
    def test_a_plan_starts_on_a_business_day(
        self, plan: Plan, start: date, calendar: Calendar
    ) -> None:
        """A start that is none counts as the next one, and the result does not tell them apart."""
        path = critical_path(plan, start=start, calendar=calendar)

        assert path == critical_path(plan, start=path.start, calendar=calendar)


class TestDelays:
    """Holgura: lo que una acción puede retrasarse sin retrasar el plan."""

    @given(plan=brief_plans(), start=STARTS, data=st.data())
    def test_a_critical_action_delays_the_whole(
        self, plan: Plan, start: date, data: st.DataObject
    ) -> None:
        """By one business day for one; any other can take its slack and not a day more."""
        path = critical_path(plan, start=start)
        one = data.draw(st.sampled_from(path.actions))

        def finish(more: int) -> date:
            longer = with_action(plan, one.code, days=one.action.days + more)
            return critical_path(longer, start=start).finish

        next_day = Calendar().business_days_after(path.finish, 1)
        assert path.finish == finish(one.slack)
        assert next_day == finish(one.slack + 1)
        assert one.is_critical is (finish(1) == next_day)

    @given(plan=brief_plans(), start=STARTS, data=st.data())
    def test_no_more_days_end_sooner(self, plan: Plan, start: date, data: st.DataObject) -> None:
        """The plan and each action end on the same day or later when one takes longer."""
        code = data.draw(st.sampled_from(plan)).code
        longer = with_action(plan, code, days=data.draw(st.integers(4, 1000)))

        assert_not_sooner(plan, longer, start)

    @given(plan=brief_plans(), start=STARTS, data=st.data())
    def test_no_more_waiting_ends_sooner(
        self, plan: Plan, start: date, data: st.DataObject
    ) -> None:
        """Nor when one must wait for one more."""
        order = [one.code for one in critical_path(plan, start=start).actions]
        place = data.draw(st.integers(0, len(order) - 1))
        waiting = next(one for one in plan if one.code == order[place])
        more = data.draw(st.sets(st.sampled_from(order[:place])) if place else st.just(set[str]()))
        awaited = tuple(sorted({*waiting.after, *more}))

        assert_not_sooner(plan, with_action(plan, waiting.code, after=awaited), start)

    @given(plan=PLANS, start=STARTS)
    def test_late_is_what_cannot_end_by_its_due_day(self, plan: Plan, start: date) -> None:
        """Due on the day it ends is in time; due the day before is late."""
        for one in critical_path(plan, start=start).actions:
            for due, late in ((one.earliest_finish, False), (one.earliest_finish - ONE_DAY, True)):
                changed = with_action(plan, one.code, due=due)
                again = critical_path(changed, start=start).actions
                assert late is next(other.is_late for other in again if other.code == one.code)

    @given(plan=PLANS, start=STARTS, data=st.data())
    def test_due_days_against_the_order_are_told(
        self, plan: Plan, start: date, data: st.DataObject
    ) -> None:
        """They are no fault: each is named where it waits, and only there."""
        dues = st.sampled_from([start, start + ONE_DAY])
        plan = [attrs.evolve(one, due=data.draw(dues)) for one in plan]
        pairs = {(one, two) for one in plan for two in plan if two.code in one.after}
        expected = {(one.code, two.code) for one, two in pairs if one.due < two.due}
        path = critical_path(plan, start=start)

        assert expected == {(one.code, code) for one in path.actions for code in one.due_before}


def assert_not_sooner(plan: Plan, other: Plan, start: date) -> None:
    """Check that the *other* plan and each of its actions end no sooner."""
    before, now = (critical_path(one, start=start) for one in (plan, other))
    ends = {one.code: one.earliest_finish for one in now.actions}
    assert before.finish <= now.finish
    assert all(one.earliest_finish <= ends[one.code] for one in before.actions)


@st.composite
def tangles(draw: st.DrawFn) -> Plan:
    """Give up to six actions that may wait for any of them, themselves among them."""
    codes = "abcdef"[: draw(st.integers(1, 6))]
    awaited = st.lists(st.sampled_from(codes), unique=True, max_size=3).map(tuple)
    return [
        Action(
            code=code,
            what=Text("Paso"),
            owner="calidad",
            due=date(2026, 3, 31),
            days=1,
            after=draw(awaited),
        )
        for code in codes
    ]


def walks(plan: Plan, start: str) -> Iterator[list[str]]:
    """Go through every ring from *start*: each waits for the next, the last for *start*."""
    waits = {action.code: action.after for action in plan}
    pending = [[start]]
    while pending:
        walk = pending.pop()
        for code in waits[walk[-1]]:
            if code == start:
                yield walk
            elif code not in walk:
                pending.append([*walk, code])


def named_rings(plan: Plan) -> list[list[str]]:
    """Give the rings that the refusal names; none: the actions make a plan."""
    try:
        check_actions(plan)
    except InconsistentError as error:
        texts = [fault.text.es.rpartition("círculo: ")[2] for fault in error.faults]
        return [text.split(" -> ") for text in texts]
    return []


class TestRings:
    """Las acciones de un plan no se esperan en círculo."""

    @given(plan=actions())
    def test_a_sound_plan_is_accepted(self, plan: Plan) -> None:
        """In any order, with any codes."""
        check_actions(plan)

    @given(plan=tangles())
    def test_every_action_in_a_ring_is_named(self, plan: Plan) -> None:
        """And no other; each ring is a true one, and no shorter one goes through its first."""
        inside = {one.code for one in plan if any(True for _ in walks(plan, one.code))}
        rings = named_rings(plan)

        assert inside == {code for ring in rings for code in ring}
        for first, *others in rings:
            ring = [first, *others[:-1]]
            known = list(walks(plan, first))
            assert others[-1] == first
            assert ring in known
            assert len(ring) == min(map(len, known))

    @given(plan=tangles(), random=RANDOMS)
    def test_the_order_of_the_actions_does_not_matter(self, plan: Plan, random: Random) -> None:
        """The same rings are named, in the same words."""
        assert named_rings(plan) == named_rings(shuffled(plan, random))

    @given(plan=tangles())
    def test_what_has_no_critical_path_is_refused_alike(self, plan: Plan) -> None:
        """A plan has a critical path if and only if its actions make a plan."""
        if named_rings(plan):
            with pytest.raises(InconsistentError):
                critical_path(plan, start=date(2026, 1, 5))
        else:
            assert critical_path(plan, start=date(2026, 1, 5)).chain


@st.composite
def follow_ups(draw: st.DrawFn) -> tuple[date, int, date]:
    """Give a start, an interval in months, and a last day."""
    start = draw(days(date(1990, 1, 1), date(2060, 12, 31)))
    until = draw(days(start, date(2062, 12, 31)))
    return start, draw(st.integers(1, 30) | st.integers(1, 120)), until


class TestFollowUps:
    """Calendario de seguimientos: los meses se cuentan siempre desde el inicio."""

    @given(case=follow_ups())
    def test_days_are_those_of_a_wall_calendar(self, case: tuple[date, int, date]) -> None:
        """Month by month, the day of the start or the last one of a shorter month."""
        start, every, until = case
        expected: list[date] = []
        year, month = start.year, start.month
        while date(year, month, 1) <= until:
            day = date(year, month, min(start.day, monthrange(year, month)[1]))
            if start < day <= until:
                expected.append(day)
            year, month = year + (month - 1 + every) // 12, (month - 1 + every) % 12 + 1

        assert tuple(expected) == follow_up_days(start, every_months=every, until=until)

    @given(case=follow_ups())
    def test_they_never_drift(self, case: tuple[date, int, date]) -> None:
        """Every n months is every n-th of the monthly ones, whatever short months lie between."""
        start, every, until = case
        monthly = follow_up_days(start, every_months=1, until=until)

        assert monthly[every - 1 :: every] == follow_up_days(start, every_months=every, until=until)

    @given(case=follow_ups(), data=st.data())
    def test_a_sooner_end_only_cuts_off(
        self, case: tuple[date, int, date], data: st.DataObject
    ) -> None:
        """What is left is what does not come after it, the end itself included."""
        start, every, until = case
        whole = follow_up_days(start, every_months=every, until=until)
        sooner = data.draw(st.sampled_from([start, *whole]) | days(start, until))

        assert tuple(day for day in whole if day <= sooner) == follow_up_days(
            start, every_months=every, until=sooner
        )

    @given(plan=actions(), case=follow_ups(), data=st.data())
    def test_every_action_stands_in_the_agenda_once(
        self, plan: Plan, case: tuple[date, int, date], data: st.DataObject
    ) -> None:
        """At the first follow-up that does not precede its due day, or beyond the last one."""
        start, every, until = case
        dates = follow_up_days(start, every_months=every, until=until)
        near = [day + timedelta(days=shift) for day in dates for shift in (0, 1)]
        dues = st.sampled_from([start, until, *near]) | days()
        plan = [attrs.evolve(one, due=data.draw(dues)) for one in plan]
        agenda = follow_up_agenda(plan, start=start, every_months=every, until=until)

        assert list(dates) == [one.on for one in agenda.follow_ups]
        found = {one.on: one.due for one in agenda.follow_ups} | {None: agenda.beyond}
        expected: dict[date | None, set[Action]] = {day: set() for day in (*dates, None)}
        for action in plan:
            expected[next((day for day in dates if day >= action.due), None)].add(action)
        assert expected == {day: set(due) for day, due in found.items()}
        for due in found.values():
            assert list(due) == sorted(due, key=lambda one: (one.due, one.code))

    @given(plan=actions(), on=days())
    def test_overdue_takes_actions(self, plan: Plan, on: date) -> None:
        """An action is a commitment: late past its due day and below 100 %."""
        late = overdue(plan, on=on)

        assert {one for one in plan if one.due < on and one.progress < 100} == set(late)
