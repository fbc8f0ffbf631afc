"""On which days a plan is followed up.

Calendario de seguimientos. Every day is counted from the start in one step, so that the 31st
comes back after a short month.
"""

from __future__ import annotations

from datetime import date

from ..kernel.errors import Fault, InconsistentError
from ..kernel.fields import DAY, WholeNumber
from ..kernel.months import add_months
from ..kernel.text import Text

__all__ = ["follow_up_days"]

_MONTHS = WholeNumber(1, 120)


def follow_up_days(start: date, *, every_months: int, until: date) -> tuple[date, ...]:
    """Give the days of the follow-ups of a plan that starts on *start*.

    Calendario de seguimientos. The day of the month is that of *start*, or the last one of a
    month that lacks it. The start itself is no follow-up.

    Args:
        start: The first day of the plan.
        every_months: Months from one follow-up to the next, 1 to 120, both included.
        until: The last day on which there may be one, included; not before *start*.

    Returns:
        The days in order; none where the first one would come after *until*.

    Raises:
        InvalidValueError: If an argument leaves its range, or a follow-up would come more than
            3600 months after *start*.
        InconsistentError: If *until* precedes *start*.

    Source:
        Own; how often a cycle is to be followed up is not known, so it is an argument.

    >>> days = follow_up_days(date(2026, 1, 31), every_months=1, until=date(2026, 4, 30))
    >>> [str(day) for day in days]
    ['2026-02-28', '2026-03-31', '2026-04-30']
    >>> follow_up_days(date(2026, 1, 31), every_months=0, until=date(2026, 4, 30))
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'every_months' must be a whole number from 1...
    """
    DAY.check("start", start)
    DAY.check("until", until)
    _MONTHS.check("every_months", every_months)
    if until < start:
        text = Text("'until' no debe ser anterior a 'start'", "'until' must not precede 'start'")
        raise InconsistentError(Fault("until", "order", text))
    months = 12 * (until.year - start.year) + until.month - start.month
    days = (add_months(start, after) for after in range(every_months, months + 1, every_months))
    return tuple(day for day in days if day <= until)
