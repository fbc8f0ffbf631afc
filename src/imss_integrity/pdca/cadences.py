"""How often an indicator is measured, and which period each measurement covers.

Periodicidad. The measurements of one indicator all cover periods of one length, so that a
month is never compared with a quarter.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum

from ..kernel.days import Period
from ..kernel.fields import DAY
from ..kernel.months import add_months
from ..kernel.text import Text

__all__ = ["Cadence"]

_ONE_DAY = timedelta(days=1)


class Cadence(StrEnum):
    """How long the period of each measurement is (periodicidad).

    Attributes:
        DAILY, WEEKLY: One day; seven days.
        MONTHLY, BIMONTHLY, QUARTERLY, HALF_YEARLY, YEARLY: 1, 2, 3, 6 and 12 months.

    Source:
        Own.

    >>> Cadence.MONTHLY.period_from(date(2026, 2, 1)).end
    datetime.date(2026, 2, 28)
    >>> Cadence("mensual") is Cadence.MONTHLY
    True
    >>> Cadence.WEEKLY.period_from("2026-02-01")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'start' must be a civil day (date): got a ...
    """

    DAILY = "diaria"
    WEEKLY = "semanal"
    MONTHLY = "mensual"
    BIMONTHLY = "bimestral"
    QUARTERLY = "trimestral"
    HALF_YEARLY = "semestral"
    YEARLY = "anual"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return Text(self.value, _ENGLISH[self])

    def period_from(self, start: date) -> Period:
        """Give the period of this length whose first day is *start*."""
        DAY.check("start", start)
        if days := _DAYS.get(self):
            return Period(start=start, end=start + timedelta(days=days - 1))
        return Period(start=start, end=add_months(start, _MONTHS[self]) - _ONE_DAY)


_DAYS: Mapping[Cadence, int] = {Cadence.DAILY: 1, Cadence.WEEKLY: 7}
_MONTHS: Mapping[Cadence, int] = {
    Cadence.MONTHLY: 1,
    Cadence.BIMONTHLY: 2,
    Cadence.QUARTERLY: 3,
    Cadence.HALF_YEARLY: 6,
    Cadence.YEARLY: 12,
}
_ENGLISH: Mapping[Cadence, str] = {
    Cadence.DAILY: "daily",
    Cadence.WEEKLY: "weekly",
    Cadence.MONTHLY: "monthly",
    Cadence.BIMONTHLY: "every two months",
    Cadence.QUARTERLY: "quarterly",
    Cadence.HALF_YEARLY: "half-yearly",
    Cadence.YEARLY: "yearly",
}
