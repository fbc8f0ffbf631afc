"""Business days and values that depend on the day, under a calendar the caller can extend.

Calendario. `Calendar()` knows the statutory holidays and the published UMA; a caller adds
closing days of the Institute, election days, or the UMA of a later year.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

import attrs

from .errors import Fault, InconsistentError, InvalidValueError, NotInForceError, must
from .fields import DAY, Each, InstanceOf, WholeNumber
from .holidays import statutory_holidays
from .text import Text
from .uma import PUBLISHED_UMA, UmaValue
from .values import Value

__all__ = ["Calendar"]

_SATURDAY = 5
_COUNT = WholeNumber(0, 10_000)
_ONE_DAY = timedelta(days=1)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Calendar(Value):
    """Which days are business days, and what the UMA is worth on a day.

    Calendario de días hábiles. Saturdays and Sundays are never business days.

    Attributes:
        closed: Days that are not business days, beside the statutory holidays: election
            days, closing days of the Institute. In any order, without repetition.
        statutory: Whether the statutory holidays count; ``False`` leaves *closed* alone.
        uma: Values of the UMA, by period, none overlapping.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: If a day is repeated or two UMA periods overlap.

    Source:
        Ley Federal del Trabajo, art. 74, for the statutory holidays (official).

    >>> Calendar().business_days_after(date(2026, 4, 29), 2)
    datetime.date(2026, 5, 4)
    >>> Calendar().uma_on(date(1999, 5, 5))
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.NotInForceError: 'on' must lie in a period whose UMA the calend...
    """

    closed: tuple[date, ...] = attrs.field(default=(), validator=Each(DAY))
    statutory: bool = attrs.field(default=True, validator=InstanceOf(bool))
    uma: tuple[UmaValue, ...] = attrs.field(
        default=PUBLISHED_UMA, validator=Each(InstanceOf(UmaValue))
    )

    def __attrs_post_init__(self) -> None:
        if len(set(self.closed)) < len(self.closed):
            text = Text("'closed' no debe repetir días", "'closed' must not repeat days")
            raise InconsistentError(Fault("closed", "duplicate", text))
        periods = sorted((value.period for value in self.uma), key=lambda period: period.start)
        if any(later.start <= earlier.end for earlier, later in pairwise(periods)):
            text = Text(
                "los periodos de 'uma' no deben traslaparse", "periods of 'uma' must not overlap"
            )
            raise InconsistentError(Fault("uma", "overlap", text))

    def closing(self, days: Iterable[date]) -> Calendar:
        """Give the same calendar with more closed *days*; one closed already stays so."""
        added = tuple(days)
        Each(DAY).check("days", added)
        return attrs.evolve(self, closed=tuple(sorted({*self.closed, *added})))

    def is_business_day(self, day: date) -> bool:
        """Say whether *day* is a business day (día hábil).

        Raises:
            InvalidValueError: If *day* is no civil day.
            NotInForceError: If statutory holidays count and *day* lies before 1970.
        """
        DAY.check("day", day)
        holidays = statutory_holidays(day.year) if self.statutory else ()
        return day.weekday() < _SATURDAY and day not in holidays and day not in self.closed

    def business_days_after(self, start: date, days: int) -> date:
        """Give the day that is *days* business days after *start*.

        Días hábiles. The start is not counted, whatever day it is; 0 days give *start*.

        Args:
            start: The day from which is counted.
            days: Business days, 0 to 10 000.

        Raises:
            InvalidValueError: If an argument or the result leaves its range.
        """
        DAY.check("start", start)
        _COUNT.check("days", days)
        day = start
        while days:
            day += _ONE_DAY
            days -= self.is_business_day(day)
        return day

    def business_days_between(self, start: date, end: date) -> int:
        """Count the business days after *start* and up to *end*, *end* included."""
        DAY.check("start", start)
        DAY.check("end", end)
        if end < start:
            rule = Text("ser igual o posterior a 'start'", "not precede 'start'")
            raise InvalidValueError(must("end", "order", rule, end))
        span = range(1, (end - start).days + 1)
        return sum(self.is_business_day(start + timedelta(days=n)) for n in span)

    def uma_on(self, on: date) -> UmaValue:
        """Give the UMA in force on the day *on*.

        Raises:
            NotInForceError: If the calendar knows no value for that day.
        """
        DAY.check("on", on)
        for value in self.uma:
            if on in value.period:
                return value
        known = Text("ninguno", "none")
        if self.uma:
            first = min(value.period.start for value in self.uma)
            last = max(value.period.end for value in self.uma)
            known = Text(f"{first} a {last}", f"{first} to {last}")
        sentence = Text(
            "'on' debe estar en un periodo cuya UMA conozca el calendario ({known});"
            " amplíelo con Calendar(uma=...)",
            "'on' must lie in a period whose UMA the calendar knows ({known});"
            " extend the calendar with Calendar(uma=...)",
        )
        raise NotInForceError(Fault("on", "in_force", sentence.format(known=known)))
