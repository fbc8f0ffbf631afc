"""Laws of civil days, periods, holidays, business days and the UMA."""

from __future__ import annotations

import calendar
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

import attrs
import holidays
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.kernel import (
    PUBLISHED_UMA,
    Calendar,
    InconsistentError,
    InvalidValueError,
    NotInForceError,
    Period,
    UmaValue,
    add_months,
    parse_day,
    statutory_holidays,
)
from imss_integrity.kernel.fields import FIRST_DAY, LAST_DAY
from imss_integrity.strategies import calendars, days, periods

SINCE_1970 = date(1970, 1, 1)
NAIVE = datetime(2024, 2, 29)  # noqa: DTZ001 - the trap itself
MONTHS = st.integers(-3600, 3600)


def naive_add_months(day: date, months: int) -> date | None:
    """Count months on the fingers; `None` outside the range of the library."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not FIRST_DAY.year <= years <= LAST_DAY.year:
        return None
    last = calendar.monthrange(years, month + 1)[1]
    return date(years, month + 1, min(day.day, last))


class TestParseDay:
    """A civil day is a date or ``YYYY-MM-DD``, nothing else."""

    @given(day=days())
    def test_it_is_the_inverse_of_isoformat(self, day: date) -> None:
        """Writing a day and reading it gives the same day."""
        assert day == parse_day(day.isoformat()) == parse_day(day)

    @given(
        year=st.integers(1899, 2201) | st.integers(0, 9999),
        month=st.integers(0, 13),
        day=st.integers(0, 32),
    )
    def test_only_days_that_exist_are_read(self, year: int, month: int, day: int) -> None:
        """Digits in the right shape are read if and only if the calendar has that day."""
        text = f"{year:04}-{month:02}-{day:02}"
        known = 1900 <= year <= 2200 and 1 <= month <= 12
        expected = None
        if known and 1 <= day <= calendar.monthrange(year, month)[1]:
            expected = date(year, month, day)
        if expected is None:
            with pytest.raises(InvalidValueError):
                parse_day(text)
        else:
            assert expected == parse_day(text)

    @given(text=st.text(max_size=12))
    def test_no_text_of_another_shape_is_read(self, text: str) -> None:
        """Whatever is read comes back as the same text."""
        try:
            day = parse_day(text)
        except InvalidValueError:
            return
        assert text == day.isoformat()

    @pytest.mark.parametrize(
        "value",
        [
            "20240229", "2024-W09-4", "2024-W09", "2024-060", "2024-02", "2024", "1", "MAR", "99",
            "2024- 2-29", "2014- 4-21", "2024-2-29", "2024-02-29\n", " 2024-02-29", "2024-02-29 ",
            "2024-02-29T00:00", "2024-02-29T00:00:00Z", "2024-02-29Z", "29/02/2024", "02-29-2024",
            "2024/02/29", "+2024-02-29", "-2024-02-29", "02024-02-29", "\u0662024-02-29",
            "\uff12024-02-29", "2024\u201002\u201029", "2024\u221202\u221229",
            "2023-02-29", "2024-00-10", "2024-13-01", "2024-04-31",
            "0000-01-01", "9999-99-99", "", "today", "9" * 400, "2024-02-29\x00",
            NAIVE, datetime(2024, 2, 29, tzinfo=UTC), 20240229, 1709164800.0,
            None, True, b"2024-02-29", ("2024", "02", "29"), [2024, 2, 29],
        ],
    )  # fmt: skip
    def test_every_other_shape_is_refused(self, value: object) -> None:
        """No week dates, ordinals, times, other scripts, other orders, partial dates."""
        with pytest.raises(InvalidValueError) as caught:
            parse_day(value, path="due")

        assert [(fault.path, fault.code) for fault in caught.value.faults] == [("due", "day")]

    @pytest.mark.parametrize("value", ["1899-12-31", "2201-01-01", date(1899, 12, 31), date.max])
    def test_days_outside_the_range_are_refused(self, value: object) -> None:
        """The range is 1900 to 2200."""
        with pytest.raises(InvalidValueError, match="must be from 1900-01-01 to 2200-12-31"):
            parse_day(value)

    def test_both_ends_of_the_range_are_read(self) -> None:
        """The first and the last day are inside."""
        assert (parse_day("1900-01-01"), parse_day("2200-12-31")) == (FIRST_DAY, LAST_DAY)


class TestAddMonths:
    """Months are added once, from the start."""

    @given(day=days(), months=MONTHS)
    def test_it_agrees_with_counting_on_the_fingers(self, day: date, months: int) -> None:
        """A naive count gives the same day, or leaves the range where the library refuses."""
        expected = naive_add_months(day, months)
        if expected is None:
            with pytest.raises(InvalidValueError):
                add_months(day, months)
        else:
            assert expected == add_months(day, months)

    @given(pair=st.tuples(days(), days()).map(sorted), months=st.integers(-1200, 1200))
    def test_order_is_kept(self, pair: list[date], months: int) -> None:
        """An earlier day never moves behind a later one."""
        moved = [naive_add_months(day, months) for day in pair]
        if None not in moved:
            early, late = (add_months(day, months) for day in pair)
            assert early <= late

    @given(day=days(date(1901, 1, 1), date(2199, 12, 31)), years=st.integers(-1, 1))
    def test_twelve_months_are_a_year(self, day: date, years: int) -> None:
        """The same day of the other year, or 28 February after 29."""
        moved = add_months(day, 12 * years)

        assert day.year + years == moved.year
        assert (day.month, day.day) == (moved.month, moved.day) or (
            (day.month, day.day, moved.month, moved.day) == (2, 29, 2, 28)
        )

    @pytest.mark.parametrize(
        ("expected", "start", "months"),
        [
            ("2025-02-28", "2024-02-29", 12), ("2023-02-28", "2024-02-29", -12),
            ("2024-02-28", "2023-02-28", 12), ("2024-02-28", "2025-02-28", -12),
            ("2024-02-29", "2024-01-31", 1), ("2024-03-31", "2024-01-31", 2),
            ("2024-03-29", "2024-02-29", 1), ("2028-02-29", "2024-02-29", 48),
            ("2026-05-31", "2026-05-31", 0),
        ],
    )  # fmt: skip
    def test_the_ends_of_months(self, expected: str, start: str, months: int) -> None:
        """A day that the target month lacks becomes its last day; two steps are not one."""
        assert expected == add_months(parse_day(start), months).isoformat()

    @pytest.mark.parametrize(
        "months", [True, 1.0, 0.5, "1", None, 3601, -3601, 10**20, float("nan")]
    )
    def test_odd_numbers_of_months_are_refused(self, months: int) -> None:
        """Months are a whole number from -3600 to 3600."""
        with pytest.raises(InvalidValueError, match="'months' must be a whole number from -3600"):
            add_months(date(2024, 2, 29), months)

    def test_a_datetime_is_no_day(self) -> None:
        """A datetime is a date to Python, not to the library."""
        with pytest.raises(InvalidValueError, match="must be a civil day"):
            add_months(datetime(2024, 2, 29, tzinfo=UTC), 1)


class TestPeriod:
    """Both ends of a period are included."""

    @given(period=periods(), day=days())
    def test_days_lie_between_the_ends(self, period: Period, day: date) -> None:
        """Membership is the order of days."""
        assert (period.start <= day <= period.end) == (day in period)

    @given(period=periods())
    def test_the_days_are_counted_with_both_ends(self, period: Period) -> None:
        """The ends are inside, their neighbours outside, and the count goes from end to end."""
        one = timedelta(days=1)

        assert period.start in period
        assert period.end in period
        assert period.start - one not in period
        assert period.end + one not in period
        assert period.start + (period.days - 1) * one == period.end

    @given(period=periods())
    def test_it_is_read_from_its_text(self, period: Period) -> None:
        """Two texts of days make the same period."""
        assert period == Period.parse(str(period.start), str(period.end))

    @given(period=periods().filter(lambda period: period.days > 1))
    def test_the_end_never_precedes_the_start(self, period: Period) -> None:
        """A period is never turned round silently."""
        with pytest.raises(InvalidValueError, match="'end' must not precede 'start'"):
            Period(start=period.end, end=period.start)

    @pytest.mark.parametrize("year", [1900, 2023, 2024, 2200])
    def test_a_year_has_all_its_days(self, year: int) -> None:
        """366 in a leap year; it is written as its number."""
        period = Period.year(year)

        assert 365 + calendar.isleap(year) == period.days
        assert str(year) == str(period)

    @pytest.mark.parametrize("year", [1899, 2201, True, "2024", 2024.0, None])
    def test_other_years_are_refused(self, year: int) -> None:
        """A year is a whole number from 1900 to 2200."""
        with pytest.raises(InvalidValueError, match="'year' must be a whole number"):
            Period.year(year)

    @pytest.mark.parametrize("value", ["2024-02-29", None, 5, NAIVE])
    def test_what_is_no_day_lies_in_no_period(self, value: object) -> None:
        """Neither a text nor a datetime is inside."""
        assert value not in Period.year(2024)

    @pytest.mark.parametrize(
        "other", [("2024-01-01", "2025-12-31"), ("2024-01-02", "2024-12-31"), ("2024-01-01",) * 2]
    )
    def test_other_periods_are_written_with_both_ends(self, other: tuple[str, str]) -> None:
        """Only a whole calendar year goes by its number."""
        assert " / ".join(other) == str(Period.parse(*other))


class TestStatutoryHolidays:
    """Ley Federal del Trabajo, artículo 74: son días de descanso obligatorio."""

    @pytest.mark.parametrize("year", range(1970, 2101))
    def test_they_are_those_of_the_public_list(self, year: int) -> None:
        """The package `holidays`, another implementation, lists the same days."""
        listed = holidays.country_holidays("MX", years=year)

        assert sorted(listed) == list(statutory_holidays(year))

    @pytest.mark.parametrize(
        ("year", "inside", "outside"),
        [
            # Decree of 2006: two holidays move at once, the third a year later.
            (2005, "2005-02-05", "2005-02-07"), (2006, "2006-02-06", "2006-02-05"),
            (2005, "2005-11-20", "2005-11-21"), (2006, "2006-11-20", "2006-11-19"),
            (2006, "2006-03-21", "2006-03-20"), (2007, "2007-03-19", "2007-03-21"),
            (2005, "2005-03-21", "2005-03-20"), (2007, "2007-11-19", "2007-11-20"),
            # The federal executive is handed over every six years.
            (1970, "1970-12-01", "1970-10-01"), (2012, "2012-12-01", "2012-10-01"),
            (2018, "2018-12-01", "2018-10-01"), (2024, "2024-10-01", "2024-12-01"),
            (2030, "2030-10-01", "2030-12-01"),
        ],
    )  # fmt: skip
    def test_both_sides_of_each_change(self, year: int, inside: str, outside: str) -> None:
        """A reform holds from its first year and not before."""
        listed = [day.isoformat() for day in statutory_holidays(year)]

        assert inside in listed
        assert outside not in listed

    @given(year=st.integers(1970, 2200))
    def test_there_are_seven_or_eight_in_order(self, year: int) -> None:
        """Eight in a year of handover, all of that year, none twice."""
        listed = statutory_holidays(year)

        assert 7 + (year % 6 == 2) == len(set(listed)) == len(listed)
        assert sorted(listed) == list(listed)
        assert {year} == {day.year for day in listed}

    def test_years_before_the_law_are_not_answered(self) -> None:
        """The list is that of the law of 1970."""
        with pytest.raises(NotInForceError, match="'year' must be 1970 or later"):
            statutory_holidays(1969)

    @pytest.mark.parametrize(
        "year", [1899, 2201, True, 2026.0, Fraction(2026), "2026", None, [2026]]
    )
    def test_other_years_are_refused_whatever_was_asked_before(self, year: int) -> None:
        """2026.0 equals 2026 and is refused all the same, by place and by name."""
        statutory_holidays(2026)
        statutory_holidays(year=2026)
        with pytest.raises(InvalidValueError, match="'year' must be a whole number"):
            statutory_holidays(year)
        with pytest.raises(InvalidValueError, match="'year' must be a whole number"):
            statutory_holidays(year=year)


class TestBusinessDays:
    """Días hábiles: the start is not counted, the end is."""

    @given(
        start=days(SINCE_1970, date(2190, 1, 1)),
        count=st.integers(0, 80),
        closed=st.lists(st.integers(1, 90), unique=True, max_size=12),
        statutory=st.booleans(),
    )
    def test_they_agree_with_a_naive_loop_and_with_numpy(
        self, start: date, count: int, closed: list[int], *, statutory: bool
    ) -> None:
        """Three ways of counting reach the same day."""
        closing = [start + timedelta(days=n) for n in closed]
        table = Calendar(statutory=statutory).closing(closing)
        off = set(closing)
        if statutory:
            off.update(*(statutory_holidays(start.year + n) for n in (0, 1)))

        naive, left = start, count
        while left:
            naive += timedelta(days=1)
            left -= naive.weekday() < 5 and naive not in off
        reached = table.business_days_after(start, count)

        assert naive == reached
        if count:  # numpy moves a start that is no business day, even by 0 days
            assert reached == np.busday_offset(
                np.datetime64(start), count, roll="backward", holidays=sorted(off)
            ).astype(object)

    @given(start=days(SINCE_1970, date(2190, 1, 1)), count=st.integers(0, 80))
    def test_counting_back_gives_the_number(self, start: date, count: int) -> None:
        """`business_days_between` undoes `business_days_after`; the day reached is open."""
        table = Calendar()
        reached = table.business_days_after(start, count)

        assert count == table.business_days_between(start, reached)
        assert table.is_business_day(reached) or count == 0

    @given(
        start=days(SINCE_1970, date(2190, 1, 1)),
        first=st.integers(0, 120),
        second=st.integers(0, 120),
    )
    def test_spans_add_up(self, start: date, first: int, second: int) -> None:
        """The count over two spans that follow each other is the sum of theirs."""
        table = Calendar()
        middle = start + timedelta(days=first)
        end = middle + timedelta(days=second)

        assert table.business_days_between(start, end) == (
            table.business_days_between(start, middle) + table.business_days_between(middle, end)
        )

    @given(table=calendars(), day=days(SINCE_1970))
    def test_closing_a_day_closes_it_and_no_other(self, table: Calendar, day: date) -> None:
        """A closed day is no business day; closing it twice changes nothing."""
        closed = table.closing([day])

        assert not closed.is_business_day(day)
        assert closed == closed.closing([day])
        assert {*table.closed, day} == set(closed.closed)
        before, after = day - timedelta(days=1), day + timedelta(days=1)
        for other in (other for other in (before, after) if SINCE_1970 <= other <= LAST_DAY):
            assert table.is_business_day(other) == closed.is_business_day(other)

    def test_election_days_are_the_callers(self) -> None:
        """An ordinary Wednesday is open until the caller closes it."""
        day = date(2026, 6, 3)

        assert Calendar().is_business_day(day)
        assert not Calendar(closed=(day,)).is_business_day(day)

    def test_statutory_holidays_may_be_left_out(self) -> None:
        """Without them 1 May 2026, a Friday, is a business day; a Saturday never is."""
        assert not Calendar().is_business_day(date(2026, 5, 1))
        assert Calendar(statutory=False).is_business_day(date(2026, 5, 1))
        assert not Calendar(statutory=False).is_business_day(date(2026, 5, 2))

    def test_days_before_the_law_need_no_holidays(self) -> None:
        """Before 1970 only a calendar without the statutory list can tell."""
        with pytest.raises(NotInForceError):
            Calendar().is_business_day(date(1969, 12, 30))
        assert Calendar(statutory=False).is_business_day(date(1969, 12, 30))

    @pytest.mark.parametrize("count", [-1, 10_001, True, 1.0, "1", None])
    def test_odd_counts_are_refused(self, count: int) -> None:
        """Days are a whole number from 0 to 10 000."""
        with pytest.raises(InvalidValueError, match="'days' must be a whole number from 0"):
            Calendar().business_days_after(date(2026, 1, 1), count)

    def test_the_end_of_the_range_is_an_error(self) -> None:
        """Counting past 2200 is refused, not wrapped."""
        with pytest.raises(InvalidValueError, match="must be from 1900-01-01 to 2200-12-31"):
            Calendar().business_days_after(date(2200, 12, 30), 5)

    def test_an_end_before_the_start_is_refused(self) -> None:
        """No negative count is given."""
        with pytest.raises(InvalidValueError, match="'end' must not precede 'start'"):
            Calendar().business_days_between(date(2026, 1, 2), date(2026, 1, 1))

    @pytest.mark.parametrize(
        "closing", [["2026-01-01"], [date(2026, 1, 1), "x"], [[1]], [NAIVE], [None]]
    )
    def test_only_days_can_be_closed(self, closing: list[date]) -> None:
        """Anything else is refused with its place, alone or among days."""
        with pytest.raises(InvalidValueError, match=r"must be a civil day \(date\)"):
            Calendar().closing(closing)

    def test_a_day_is_closed_once(self) -> None:
        """A repeated day is a sign of a wrong list."""
        with pytest.raises(InconsistentError, match="'closed' must not repeat days"):
            Calendar(closed=(date(2026, 1, 2),) * 2)


class TestUma:
    """Ley para determinar el valor de la UMA: rige del 1 de febrero al 31 de enero."""

    @pytest.mark.parametrize(
        ("expected", "day"),
        [
            ("108.57", "2024-02-01"), ("108.57", "2025-01-31"), ("113.14", "2025-02-01"),
            ("113.14", "2026-01-31"), ("117.31", "2026-02-01"), ("117.31", "2027-01-31"),
        ],
    )  # fmt: skip
    def test_both_sides_of_each_first_of_february(self, expected: str, day: str) -> None:
        """The value changes on the day, not before."""
        assert Decimal(expected) == Calendar().uma_on(parse_day(day)).daily

    @pytest.mark.parametrize("day", ["2024-01-31", "2027-02-01"])
    def test_days_without_a_value_are_errors(self, day: str) -> None:
        """Outside the known values nothing is guessed; the message gives the range."""
        with pytest.raises(NotInForceError, match=r"knows \(2024-02-01 to 2027-01-31\)"):
            Calendar().uma_on(parse_day(day))

    def test_a_calendar_without_values_says_so(self) -> None:
        """There is no range to give."""
        with pytest.raises(NotInForceError, match=r"knows \(none\)") as caught:
            Calendar(uma=()).uma_on(date(2026, 5, 4))
        assert "(ninguno)" in caught.value.text.es

    @given(table=calendars(), day=days())
    def test_the_value_found_is_that_of_the_day(self, table: Calendar, day: date) -> None:
        """At most one value holds the day, and it is the one given."""
        expected = [value for value in table.uma if day in value.period]
        try:
            actual = [table.uma_on(day)]
        except NotInForceError:
            actual = []
        assert expected == actual

    @given(value=st.sampled_from(PUBLISHED_UMA), period=periods())
    def test_overlapping_values_are_refused(self, value: UmaValue, period: Period) -> None:
        """Two values share a calendar if and only if no day has both."""
        other = attrs.evolve(value, period=period)
        if value.period.start in period or period.start in value.period:
            for pair in ((value, other), (other, value)):
                with pytest.raises(InconsistentError, match="must not overlap"):
                    Calendar(uma=pair)
        else:
            assert other in Calendar(uma=(value, other)).uma

    def test_later_years_are_added_by_the_caller(self) -> None:
        """A calendar is extended, never changed."""
        later = attrs.evolve(
            PUBLISHED_UMA[-1],
            period=Period.parse("2027-02-01", "2028-01-31"),
            daily=Decimal("121.00"),
        )

        table = Calendar(uma=(*PUBLISHED_UMA, later))

        assert later == table.uma_on(date(2027, 2, 1))

    @pytest.mark.parametrize(
        ("daily", "monthly", "yearly"),
        [
            ("108.57", "3300.53", "39606.36"), ("113.14", "3439.46", "41273.52"),
            ("117.31", "3566.22", "42794.64"),
        ],
    )  # fmt: skip
    def test_months_and_years_are_those_published(
        self, daily: str, monthly: str, yearly: str
    ) -> None:
        """30.4 days a month, rounded to cents; 12 months a year."""
        value = next(value for value in PUBLISHED_UMA if value.daily == Decimal(daily))

        assert (Decimal(monthly), Decimal(yearly)) == (value.monthly, value.yearly)
