"""When the quarterly reports on the risks are due.

Reportes trimestrales de avances.
"""

from __future__ import annotations

from datetime import date, timedelta

import attrs

from ..kernel.calendar import Calendar
from ..kernel.days import Period
from ..kernel.fields import DAY, Each, InstanceOf, OneOf, WholeNumber
from ..kernel.months import add_months
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value
from .quadrants import INTERNAL_CONTROL

__all__ = ["QuarterlyReport", "QuarterlyReports", "quarterly_reports"]

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


@attrs.frozen(kw_only=True, weakref_slot=False)
class QuarterlyReports(Report, Value):
    """The quarterly reports of a year, and when they are due.

    Reportes trimestrales de avances. Records have one row for each report.

    Attributes:
        reports: One for each quarter, in order.
        business_days: Business days after the end of the quarter, 1 to 60.
        status: ``OWN``: that number is recalled or the caller's, not confirmed.
        sources: The rules of internal control.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    reports: tuple[QuarterlyReport, ...] = attrs.field(
        validator=Each(InstanceOf(QuarterlyReport), least=4, most=4)
    )
    business_days: int = attrs.field(validator=_DAYS)
    status: Status = attrs.field(validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(validator=Each(InstanceOf(Source)))

    def _table(self, language: Language) -> Table:
        title = Text(
            "Reportes trimestrales: vencen {n} días hábiles después del trimestre",
            "Quarterly reports: due {n} business days after the quarter",
        ).format(n=self.business_days)
        return Table(
            title=title.to(language),
            header=_HEADER[language],
            rows=tuple(
                (str(one.period.start), str(one.period.end), str(one.due)) for one in self.reports
            ),
        )

    def _records(self) -> list[dict[str, object]]:
        return [
            {
                "start": one.period.start,
                "end": one.period.end,
                "due": one.due,
                "status": self.status.value,
            }
            for one in self.reports
        ]


_HEADER = {
    Language.ES: ("del", "al", "vence"),
    Language.EN: ("from", "to", "due"),
}


def quarterly_reports(
    year: int, *, calendar: Calendar, business_days: int = _OWN_BUSINESS_DAYS
) -> QuarterlyReports:
    """Give the four quarterly reports of a year, with the days on which they are due.

    Reportes trimestrales de avances del PTAR.

    Args:
        year: The year, 1900 to 2199.
        calendar: Whose business days count.
        business_days: Business days after the end of the quarter, 1 to 60; the default of 15
            is own, not official: the federal rule is recalled, not confirmed.

    Returns:
        One report for each quarter, in order; the quarters cover the year.

    Raises:
        InvalidValueError: If an argument is of the wrong kind or leaves its range.
        NotInForceError: If the calendar does not know the holidays of that year.

    Source:
        Own; the days after the quarter are recalled of the rules of internal control.

    >>> [str(one.due) for one in quarterly_reports(2026, calendar=Calendar()).reports]
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
    return QuarterlyReports(
        reports=tuple(
            QuarterlyReport(
                period=quarter, due=calendar.business_days_after(quarter.end, business_days)
            )
            for quarter in quarters
        ),
        business_days=business_days,
        status=Status.OWN,
        sources=(INTERNAL_CONTROL,),
    )
