"""Laws of requests for information (LGTAIP 130 to 148): clocks, and how replies stand."""

from __future__ import annotations

import statistics
from datetime import date, timedelta
from fractions import Fraction
from random import Random

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.catalog import REQUEST_RULES, get_deadline
from imss_integrity.initiatives import (
    Clarification,
    InformationRequest,
    Reply,
    ReplyKind,
    RequestClock,
    ResponseStanding,
    ResponseTimes,
    ReviewAppeal,
    request_clock,
    response_times,
)
from imss_integrity.kernel import Calendar, DeadlineRule, InconsistentError, deadline_of
from imss_integrity.strategies import calendars
from imss_integrity.strategies.risks import information_requests

FIRST, LAST = date(2025, 3, 21), date(2030, 12, 31)
REQUESTS = information_requests(FIRST, LAST)
SETS = st.lists(REQUESTS, max_size=6, unique_by=lambda one: one.folio)
CALENDARS = st.just(Calendar()) | calendars()
ONE_DAY = timedelta(days=1)
FILED = date(2026, 1, 8)
PLAIN = InformationRequest(folio="S-1", filed=FILED)
IN_TIME, LATE, OPEN, OVERDUE, AWAITING, UNCLARIFIED = ResponseStanding


def clock_of(request: InformationRequest, calendar: Calendar | None = None) -> RequestClock:
    """Give the clock of a request by the law, with the statutory calendar."""
    return request_clock(request, rules=REQUEST_RULES, calendar=calendar or Calendar())


def by(code: str, start: date, calendar: Calendar | None = None) -> date:
    """Give the last day of a deadline of the catalogue."""
    return deadline_of(get_deadline(code), start, calendar=calendar)


def times_of(requests: list[InformationRequest], on: date = LAST) -> ResponseTimes:
    """Give the response times by the law, with the statutory calendar."""
    return response_times(requests, on=on, rules=REQUEST_RULES, calendar=Calendar())


class TestAnswer:
    """LGTAIP 134: 20 business days from the day after filing; 10 more, once."""

    @given(REQUESTS, CALENDARS)
    def test_twenty_business_days_from_the_start(
        self, request_: InformationRequest, calendar: Calendar
    ) -> None:
        """Whatever the start is; without more time, no day else plays a part."""
        plain = attrs.evolve(request_, extended=None, appeal=None)
        clock = clock_of(plain, calendar)
        if clock.start is not None:
            assert clock.answer_by == by("LGTAIP-134", clock.start, calendar)
            assert clock.not_competent_by == by("LGTAIP-138", clock.start, calendar)
            assert clock.public_by == by("LGTAIP-132", clock.start, calendar)

    @given(REQUESTS, st.integers(0, 60))
    def test_more_time_never_shortens(self, request_: InformationRequest, days: int) -> None:
        """It adds ten business days if it was approved while the clock ran, else nothing."""
        plain = attrs.evolve(request_, extended=None, reply=None, appeal=None)
        approved = request_.filed + timedelta(days=days)
        before, after = clock_of(plain), clock_of(attrs.evolve(plain, extended=approved))
        if before.answer_by is not None and before.start is not None:
            assert after.answer_by is not None
            runs = before.start <= approved <= before.answer_by
            more = by("LGTAIP-134-prorroga", before.answer_by) if runs else before.answer_by
            assert before.answer_by <= after.answer_by == more
        assert attrs.evolve(after, request=plain, answer_by=None, appeal_by=None) == attrs.evolve(
            before, answer_by=None, appeal_by=None
        )

    @pytest.mark.parametrize(("wait", "days"), [(0, 30), (1, 20)])
    def test_both_sides_of_the_last_day_to_extend(self, wait: int, days: int) -> None:
        """Approved on the last day it counts, on the next it does not."""
        approved = by("LGTAIP-134", FILED) + wait * ONE_DAY
        clock = clock_of(attrs.evolve(PLAIN, extended=approved))
        assert clock.answer_by == Calendar().business_days_after(FILED, days)

    @given(REQUESTS)
    def test_a_closed_day_never_shortens(self, request_: InformationRequest) -> None:
        """The last day of each kind of reply, closed, moves to a later one."""
        plain = attrs.evolve(request_, clarification=None, extended=None, appeal=None)
        clock = clock_of(plain)
        for name in ("answer_by", "public_by", "not_competent_by", "clarify_by"):
            closed = Calendar().closing([getattr(clock, name)])
            assert getattr(clock, name) < getattr(clock_of(plain, closed), name)


class TestClarification:
    """LGTAIP 130: asked within 5 days, answered in 10; restarts the clock."""

    @given(st.integers(0, 400), st.integers(0, 5), st.integers(0, 60))
    def test_its_answer_starts_the_clock_anew(self, later: int, asked: int, answered: int) -> None:
        """The reply counts as if the request had been filed on that day; never any sooner."""
        filed = FILED + timedelta(days=later)
        asked_on = filed + timedelta(days=asked)
        answered_on = asked_on + timedelta(days=answered)
        plain = attrs.evolve(PLAIN, filed=filed)
        clock = clock_of(
            attrs.evolve(plain, clarification=Clarification(asked=asked_on, answered=answered_on))
        )
        anew = clock_of(attrs.evolve(plain, filed=answered_on))
        for name in ("start", "answer_by", "public_by", "not_competent_by", "appeal_by"):
            assert getattr(anew, name) == getattr(clock, name) >= getattr(clock_of(plain), name)
        assert clock.clarified_by == by("LGTAIP-130-II", asked_on)

    def test_until_then_no_clock_runs(self) -> None:
        """No reply is due, so none is late, however long it takes."""
        asked = attrs.evolve(PLAIN, clarification=Clarification(asked=FILED))
        clock = clock_of(asked)
        assert [None] * 5 == [
            clock.start, clock.answer_by, clock.public_by, clock.not_competent_by, clock.appeal_by,
        ]  # fmt: skip
        last = by("LGTAIP-130-II", FILED)
        assert AWAITING is clock.standing(on=last)
        assert UNCLARIFIED is clock.standing(on=last + ONE_DAY)

    @pytest.mark.parametrize("answered", [None, date(2026, 2, 2)])
    def test_asked_too_late_it_stops_nothing(self, answered: date | None) -> None:
        """Own reading: both sides of the fifth business day."""
        last = by("LGTAIP-130-I", FILED)
        in_time, late = (
            clock_of(
                attrs.evolve(PLAIN, clarification=Clarification(asked=asked, answered=answered))
            )
            for asked in (last, last + ONE_DAY)
        )
        assert answered == in_time.start
        assert (FILED, by("LGTAIP-134", FILED), None) == (
            late.start, late.answer_by, late.clarified_by,
        )  # fmt: skip

    def test_a_reply_that_does_not_wait_counts_from_the_filing(self) -> None:
        """Own reading: asking and replying all the same gains no time."""
        asked = Clarification(asked=date(2026, 1, 9))
        last = by("LGTAIP-134", FILED)
        for on, standing in ((last, IN_TIME), (last + ONE_DAY, LATE)):
            request_ = attrs.evolve(PLAIN, clarification=asked, reply=Reply(on=on))
            assert standing is clock_of(request_).standing(on=LAST)


class TestStanding:
    """Replied to in time or late; open, overdue, or waiting."""

    @pytest.mark.parametrize(
        ("kind", "code"),
        [
            (ReplyKind.ANSWER, "LGTAIP-134"),
            (ReplyKind.ALREADY_PUBLIC, "LGTAIP-132"),
            (ReplyKind.NOT_COMPETENT, "LGTAIP-138"),
        ],
    )
    def test_both_sides_of_each_kind_of_reply(self, kind: ReplyKind, code: str) -> None:
        """On its last day a reply is in time, on the next it is late."""
        last = by(code, FILED)
        for on, standing in ((last, IN_TIME), (last + ONE_DAY, LATE)):
            clock = clock_of(attrs.evolve(PLAIN, reply=Reply(on=on, kind=kind)))
            assert (last, standing) == (clock.reply_by, clock.standing(on=on))

    def test_both_sides_without_reply(self) -> None:
        """Open on the last day to answer, overdue on the next."""
        last = by("LGTAIP-134", FILED)
        assert OPEN is clock_of(PLAIN).standing(on=last)
        assert OVERDUE is clock_of(PLAIN).standing(on=last + ONE_DAY)

    @given(REQUESTS, CALENDARS)
    def test_days_are_business_days_from_the_start(
        self, request_: InformationRequest, calendar: Calendar
    ) -> None:
        """At most as many as the deadline gives if and only if the reply is in time."""
        clock = clock_of(attrs.evolve(request_, extended=None), calendar)
        if request_.reply is None:
            assert clock.days is None
        else:
            allowed: dict[ReplyKind, DeadlineRule] = {
                ReplyKind.ANSWER: REQUEST_RULES.answer,
                ReplyKind.ALREADY_PUBLIC: REQUEST_RULES.already_public,
                ReplyKind.NOT_COMPETENT: REQUEST_RULES.not_competent,
            }
            assert clock.days is not None
            if calendar.is_business_day(request_.reply.on):
                in_time = clock.days <= allowed[request_.reply.kind].amount
                assert in_time == (clock.standing(on=LAST) is IN_TIME)

    @given(REQUESTS)
    def test_what_is_settled_stays_so(self, request_: InformationRequest) -> None:
        """Once replied to, the standing never changes; an open one only goes on to overdue."""
        clock = clock_of(request_)
        early = clock.standing(on=request_.last_day)
        late = clock.standing(on=LAST + timedelta(days=400))
        assert late is {OPEN: OVERDUE, AWAITING: UNCLARIFIED}.get(early, early)

    @given(REQUESTS)
    def test_nothing_is_known_before_it_happens(self, request_: InformationRequest) -> None:
        """A day before the last event is refused."""
        clock_of(request_).standing(on=request_.last_day)
        with pytest.raises(InconsistentError, match="must not precede the last day"):
            clock_of(request_).standing(on=request_.last_day - ONE_DAY)


class TestAppeal:
    """LGTAIP 144 and 148: 15 days to appeal; 40 to decide, and 20 more."""

    def test_fifteen_days_from_the_reply_or_from_the_silence(self) -> None:
        """Own reading of the second: from the end of the time to answer."""
        replied = clock_of(attrs.evolve(PLAIN, reply=Reply(on=date(2026, 1, 30))))
        assert replied.appeal_by == by("LGTAIP-144", date(2026, 1, 30))
        assert clock_of(PLAIN).appeal_by == by("LGTAIP-144", by("LGTAIP-134", FILED))

    @pytest.mark.parametrize(("wait", "days"), [(None, 40), (0, 60), (1, 40)])
    def test_forty_days_to_decide_and_twenty_more(self, wait: int | None, days: int) -> None:
        """More time counts if it was taken by the fortieth day."""
        filed = date(2026, 3, 2)
        more = None if wait is None else by("LGTAIP-148", filed) + wait * ONE_DAY
        appeal = ReviewAppeal(filed=filed, extended=more)
        clock = clock_of(attrs.evolve(PLAIN, appeal=appeal))
        assert clock.decision_by == Calendar().business_days_after(filed, days)
        assert clock_of(PLAIN).decision_by is None


class TestResponseTimes:
    """How many in time, late or open, and the median of the days."""

    @given(SETS)
    def test_every_request_stands_somewhere(self, requests: list[InformationRequest]) -> None:
        """The counts add up to the requests, and the rows say the same."""
        found = times_of(requests)
        assert len(requests) == sum(found.counts.values()) == len(found.to_records())
        assert [*found.counts] == [*ResponseStanding]
        for standing, count in found.counts.items():
            assert count == sum(row["standing"] == standing for row in found.to_records())

    @given(SETS, st.randoms(use_true_random=False))
    def test_order_changes_nothing(
        self, requests: list[InformationRequest], random: Random
    ) -> None:
        """Counts, share and median are of a set of requests."""
        there, back = times_of(requests), times_of(random.sample(requests, len(requests)))
        assert there.counts == back.counts
        assert there.in_time_share == back.in_time_share
        assert there.median_days == back.median_days
        assert sorted(there.overdue) == sorted(back.overdue)

    @given(SETS)
    def test_the_median_is_of_replies(self, requests: list[InformationRequest]) -> None:
        """Worked out a second time; of none there is none."""
        days = [one.days for one in map(clock_of, requests) if one.days is not None]
        wanted = Fraction(statistics.median(days)) if days else None
        assert wanted == times_of(requests).median_days

    @given(SETS)
    def test_silence_never_pays(self, requests: list[InformationRequest]) -> None:
        """Leaving out a reply never raises the share in time, once all is due."""
        for place, one in enumerate(requests):
            if one.reply is not None and one.clarification is None and one.extended is None:
                silent = attrs.evolve(one, reply=None, appeal=None)
                rest = [*requests[:place], silent, *requests[place + 1 :]]
                far = LAST + timedelta(days=400)
                with_reply, without = times_of(requests, far), times_of(rest, far)
                assert with_reply.in_time_share is not None
                assert without.in_time_share is not None
                assert without.in_time_share <= with_reply.in_time_share

    def test_a_share_of_what_is_due(self) -> None:
        """One in time, one late, one overdue; what is open or waits takes no part."""
        last = by("LGTAIP-134", FILED)
        requests = [
            attrs.evolve(PLAIN, folio="S-1", reply=Reply(on=last)),
            attrs.evolve(PLAIN, folio="S-2", reply=Reply(on=last + ONE_DAY)),
            attrs.evolve(PLAIN, folio="S-3"),
            attrs.evolve(PLAIN, folio="S-4", filed=last),
            attrs.evolve(PLAIN, folio="S-5", filed=last, clarification=Clarification(asked=last)),
        ]
        found = times_of(requests, last + ONE_DAY)
        assert dict.fromkeys(ResponseStanding, 1) | {UNCLARIFIED: 0} == found.counts
        assert Fraction(1, 3) == found.in_time_share
        assert Fraction(20) == found.median_days  # a Saturday adds no business day
        assert ("S-3",) == found.overdue
        assert times_of([]).in_time_share is None
