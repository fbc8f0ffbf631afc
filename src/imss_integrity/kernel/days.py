"""Civil days and periods of days.

Fechas civiles. A day comes in as a ``date`` or as ``YYYY-MM-DD``, and lies from 1900-01-01
to 2200-12-31. There are no times of day and no clock.
"""

from __future__ import annotations

import re
from datetime import date

import attrs

from .errors import Fault, InvalidValueError, must
from .fields import DAY, WholeNumber
from .text import Text
from .values import Value

__all__ = ["Period", "parse_day"]

_SHAPE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", re.ASCII)


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
