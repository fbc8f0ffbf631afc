"""Deadlines of the LGRA and the LGTAIP: both sides of every end and every first day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.catalog import DEADLINES, find_deadline, get_deadline
from imss_integrity.kernel import (
    Calendar,
    DeadlineRule,
    InvalidValueError,
    Language,
    NotInForceError,
    Status,
    TimeUnit,
    UnknownCodeError,
    deadline_of,
)

STARTS = st.dates(date(2025, 3, 21), date(2199, 1, 1))
ANY = st.sampled_from(DEADLINES)
LGTAIP_FIRST_DAY = date(2025, 3, 21)


class TestCounting:
    """The start is not counted; calendar time never moves, business days skip closed days."""

    @given(ANY, STARTS)
    def test_a_later_start_never_ends_earlier(self, rule: DeadlineRule, start: date) -> None:
        """Monotone in the start, and always after it."""
        assert start < deadline_of(rule, start) <= deadline_of(rule, start + timedelta(days=1))

    @given(STARTS)
    def test_sixty_calendar_days_are_sixty_days(self, start: date) -> None:
        """LGRA 33: weekends and holidays count, and the last day does not move."""
        for code in ("LGRA-33-I", "LGRA-33-III"):
            assert timedelta(days=60) == deadline_of(get_deadline(code), start) - start

    @given(STARTS)
    def test_a_year_ends_on_the_same_date(self, start: date) -> None:
        """LGRA 56 and 72: the same day of the next year, 28 February for the 29th."""
        last = deadline_of(get_deadline("LGRA-56"), start)
        assert start.year + 1 == last.year
        assert (start.month, min(start.day, 28 if start.month == 2 else 31)) in {
            (last.month, last.day),
            (last.month, min(last.day, 28)),
        }

    @pytest.mark.parametrize(
        ("start", "last"),
        [
            (date(2024, 2, 29), date(2025, 2, 28)),
            (date(2023, 2, 28), date(2024, 2, 28)),
            (date(2025, 12, 31), date(2026, 12, 31)),
        ],
    )
    def test_leap_days_of_the_one_year_window(self, start: date, last: date) -> None:
        """A leap day ends on 28 February; 28 February ends on 28 February."""
        assert last == deadline_of(get_deadline("LGRA-56"), start)

    @given(STARTS, st.sampled_from([d for d in DEADLINES if d.unit is TimeUnit.BUSINESS_DAYS]))
    def test_business_deadlines_end_on_a_business_day(
        self, start: date, rule: DeadlineRule
    ) -> None:
        """As many business days after the start as the rule gives, by the calendar given."""
        last = deadline_of(rule, start)
        assert Calendar().is_business_day(last)
        assert rule.amount == Calendar().business_days_between(start, last)
        closed = Calendar().closing([last])
        assert last < deadline_of(rule, start, calendar=closed)

    def test_months_end_with_a_shorter_month(self) -> None:
        """Three months from 30 November 2025 end on 28 February 2026."""
        rule = get_deadline("LGTAIP-58")
        assert date(2026, 2, 28) == deadline_of(rule, date(2025, 11, 30))


class TestForce:
    """LGTAIP: in force since 21 March 2025, the day after its publication."""

    def test_both_sides_of_the_first_day(self) -> None:
        """The last day before is refused with both days named, the first day is counted."""
        rule = get_deadline("LGTAIP-138")
        assert date(2025, 3, 26) == deadline_of(rule, LGTAIP_FIRST_DAY)
        with pytest.raises(NotInForceError, match="2025-03-20: it is from 2025-03-21") as caught:
            deadline_of(rule, LGTAIP_FIRST_DAY - timedelta(days=1))
        assert "sin límite" in caught.value.text.es
        assert "without limit" in str(caught.value.text.en)

    @pytest.mark.parametrize("start", ["2026-01-01", None, date(2200, 12, 1)])
    def test_days_out_of_range_are_refused(self, start: date) -> None:
        """The start and the end are civil days of the library."""
        with pytest.raises(InvalidValueError):
            deadline_of(get_deadline("LGRA-33-I"), start)


class TestCatalogue:
    """Every deadline has a code of its own, both languages, a source and a status."""

    def test_codes_are_unique_and_found(self) -> None:
        """By code, and only by a known one."""
        assert len(DEADLINES) == len({rule.code for rule in DEADLINES})
        for rule in DEADLINES:
            assert rule == get_deadline(rule.code) == find_deadline(rule.code)
        with pytest.raises(UnknownCodeError, match="did you mean 'LGTAIP-13"):
            get_deadline("LGTAIP-13")

    def test_texts_and_status(self) -> None:
        """What is recalled or an own reading is never official."""
        for rule in DEADLINES:
            assert rule.rule.text.to(Language.EN) != rule.rule.text.es
            if rule.code.startswith("LGTAIP"):
                assert Status.DERIVED is rule.rule.status
        assert Status.OWN is get_deadline("LGRA-56").rule.status
        assert Status.OFFICIAL is get_deadline("LGRA-33-I").rule.status
