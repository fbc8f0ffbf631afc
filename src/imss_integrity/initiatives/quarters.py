"""When the quarterly reports on the risks are due.

Reportes trimestrales de avances.
"""

from __future__ import annotations

from datetime import date, timedelta

import attrs

from ..kernel.calendar import Calendar
from ..kernel.days import Period, add_months
from ..kernel.fields import DAY, InstanceOf, WholeNumber
from ..kernel.values import Value

__all__ = ["QuarterlyReport", "quarterly_reports"]

_YEAR = WholeNumber(1900, 2199)  # the last report is due in the year after
_DAYS = WholeNumber(1, 60)
_MONTHS = 3
_OWN_BUSINESS_DAYS = 15  # recalled of the federal rule, not confirmed: own, not official


@attrs.frozen(kw_only=True, weakref_slot=False)
class QuarterlyReport(Value):
    """A report on the progress of a quarter.

    Reporte trimestral.

    Attributes:
        period: The quarter it speaks of.
        due: The last day on which it is in time, included.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    period: Period = attrs.field(validator=InstanceOf(Period))
    due: date = attrs.field(validator=DAY)


def quarterly_reports(
    year: int, *, calendar: Calendar, business_days: int = _OWN_BUSINESS_DAYS
) -> tuple[QuarterlyReport, ...]:
    """Give the four quarterly reports of a year, with the days on which they are due.

    Reportes trimestrales de avances del PTAR.

    Args:
        year: The year, 1900 to 2199.
        calendar: Whose business days count.
        business_days: Business days after the end of the quarter, 1 to 60; the default of 15
            is own, not official: the federal rule is recalled, not confirmed.

    Returns:
        The quarters in order; they cover the year.

    Raises:
        InvalidValueError: If an argument is of the wrong kind or leaves its range.
        NotInForceError: If the calendar does not know the holidays of that year.

    Source:
        Own; the days after the quarter are recalled of the rules of internal control.

    >>> [str(one.due) for one in quarterly_reports(2026, calendar=Calendar())]
    ['2026-04-21', '2026-07-21', '2026-10-21', '2027-01-22']
    >>> quarterly_reports(2026, calendar=Calendar(), business_days=0)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'business_days' must be a whole number from...
    """
    _YEAR.check("year", year)
    InstanceOf(Calendar).check("calendar", calendar)
    _DAYS.check("business_days", business_days)
    starts = [add_months(date(year, 1, 1), months) for months in range(0, 12, _MONTHS)]
    quarters = [
        Period(start=start, end=add_months(start, _MONTHS) - timedelta(days=1)) for start in starts
    ]
    return tuple(
        QuarterlyReport(
            period=quarter, due=calendar.business_days_after(quarter.end, business_days)
        )
        for quarter in quarters
    )
