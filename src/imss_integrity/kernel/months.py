"""Month arithmetic on civil days: the only module that imports dateutil.

Aritmética de meses.
"""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from .fields import DAY, WholeNumber

__all__ = ["add_months", "earliest_within"]

_MONTHS = WholeNumber(-12 * 300, 12 * 300)
_WINDOW = WholeNumber(0, 12 * 300)


def add_months(day: date, months: int) -> date:
    """Add whole *months* to *day*, in one step from the start.

    Aritmética de meses. A day that the target month lacks becomes its last day, so two
    steps of one month are not one step of two: always add from the start date.

    Args:
        day: The start.
        months: Months to add, -3600 to 3600; 12 are one year.

    Returns:
        The day, always within 1900-01-01 to 2200-12-31.

    Raises:
        InvalidValueError: If an argument or the result leaves its range.

    Source:
        Own; computed by dateutil.

    >>> add_months(date(2024, 1, 31), 1), add_months(date(2024, 2, 29), 12)
    (datetime.date(2024, 2, 29), datetime.date(2025, 2, 28))
    >>> add_months(date(2200, 12, 1), 1)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'day' must be from 1900-01-01 to 2200-12-31:...
    """
    DAY.check("day", day)
    _MONTHS.check("months", months)
    moved = day + relativedelta(months=months)
    DAY.check("day", moved)
    return moved


def earliest_within(on: date, months: int) -> date:
    """Give the earliest day that is at most *months* months before *on*.

    Ventana de meses. A day lies in the window while *on* is not past the same date so many
    months later: the last day of the window is inclusive, and 29 February ends on the 28th.

    Args:
        on: The day from which one looks back.
        months: Length of the window, 0 to 3600; 0 leaves *on* alone.

    Returns:
        The earliest day *d* with ``on <= add_months(d, months)``.

    Raises:
        InvalidValueError: If an argument or the result leaves its range.

    Source:
        Own reading of windows of law that count from date to date.

    >>> earliest_within(date(2026, 3, 1), 12), earliest_within(date(2025, 2, 28), 12)
    (datetime.date(2025, 3, 1), datetime.date(2024, 2, 28))
    >>> earliest_within(date(2024, 2, 29), 12)
    datetime.date(2023, 3, 1)
    >>> earliest_within(date(2026, 3, 1), -1)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'months' must be a whole number from 0 to 360...
    """
    _WINDOW.check("months", months)
    day = add_months(on, -months)
    # The month may have been too short for the day: then the window opens a day later.
    return day if on <= add_months(day, months) else day + timedelta(days=1)
