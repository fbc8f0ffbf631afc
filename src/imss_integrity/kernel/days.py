"""Civil days, periods of days, and month arithmetic.

Fechas civiles. A day comes in as a ``date`` or as ``YYYY-MM-DD``, and lies from 1900-01-01
to 2200-12-31. There are no times of day and no clock. The only module that imports dateutil.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

import attrs
from dateutil.relativedelta import relativedelta

from .errors import Fault, InvalidValueError, must
from .fields import DAY, WholeNumber
from .text import Text
from .values import Value

__all__ = ["Period", "add_months", "earliest_within", "parse_day"]

_SHAPE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", re.ASCII)
_MONTHS = WholeNumber(-12 * 300, 12 * 300)
_WINDOW = WholeNumber(0, 12 * 300)


def parse_day(value: object, *, path: str = "day") -> date:
    """Read a civil day from a ``date`` or from the text ``YYYY-MM-DD``.

    Fecha civil. No other shape is accepted: no week dates, no times, no other order.

    Args:
        value: The day.
        path: The name of the field, for the error.

    Returns:
        The day, from 1900-01-01 to 2200-12-31, both included.

    Raises:
        InvalidValueError: For any other shape, for a day that does not exist, and for one
            outside the range.

    Source:
        Own; ISO 8601 calendar dates.

    >>> parse_day("2024-02-29")
    datetime.date(2024, 2, 29)
    >>> parse_day("2026-02-30")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'day' must be an existing day of the form YY...
    """
    day = _day_of(value)
    if day is None:
        rule = Text(
            "ser un día existente con la forma AAAA-MM-DD",
            "be an existing day of the form YYYY-MM-DD",
        )
        raise InvalidValueError(must(path, "day", rule, value))
    DAY.check(path, day)
    return day


def _day_of(value: object) -> date | None:
    if type(value) is date:
        return value
    parts = _SHAPE.fullmatch(value) if isinstance(value, str) else None
    if parts is None:
        return None
    try:
        return date(int(parts[1]), int(parts[2]), int(parts[3]))
    except ValueError:  # the shape is right, the day does not exist
        return None


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


@attrs.frozen(kw_only=True, weakref_slot=False)
class Period(Value):
    """A run of days, from its first to its last.

    Periodo. Both ends are included.

    Attributes:
        start: First day.
        end: Last day, never before *start*.

    Raises:
        InvalidValueError: If an end is no civil day, or *end* precedes *start*.

    Source:
        Own.

    >>> Period.year(2025).days
    365
    >>> Period(start=date(2026, 3, 1), end=date(2026, 2, 28))
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'end' must not precede 'start'
    """

    start: date = attrs.field(validator=DAY)
    end: date = attrs.field(validator=DAY)

    def __attrs_post_init__(self) -> None:
        if self.end < self.start:
            text = Text("'end' no debe ser anterior a 'start'", "'end' must not precede 'start'")
            raise InvalidValueError(Fault("end", "order", text))

    @classmethod
    def year(cls, year: int) -> Period:
        """Give the calendar *year*, 1900 to 2200."""
        WholeNumber(1900, 2200).check("year", year)
        return cls(start=date(year, 1, 1), end=date(year, 12, 31))

    @classmethod
    def parse(cls, start: object, end: object) -> Period:
        """Read a period from two days as `parse_day` reads them."""
        return cls(start=parse_day(start, path="start"), end=parse_day(end, path="end"))

    @property
    def days(self) -> int:
        """How many days it has, at least 1."""
        return (self.end - self.start).days + 1

    def __contains__(self, day: object) -> bool:
        """Say whether *day* lies in it; a value that is no civil day lies in none."""
        return type(day) is date and self.start <= day <= self.end

    def __str__(self) -> str:
        whole_year = (self.start.month, self.start.day, self.end.month, self.end.day) == (
            1,
            1,
            12,
            31,
        )
        if whole_year and self.start.year == self.end.year:
            return str(self.start.year)
        return f"{self.start} / {self.end}"
