"""The statutory holidays of Mexico, year by year.

Días de descanso obligatorio, Ley Federal del Trabajo, art. 74. Election days are not here:
they are set each time, so the caller adds them to a `Calendar`. Bank holidays and the
closing days of the Institute are other calendars, and are the caller's too.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from .errors import Fault, NotInForceError
from .fields import WholeNumber
from .provenance import Source
from .text import Text

__all__ = ["LFT_74", "statutory_holidays"]

LFT_74 = Source(
    code="lft-74",
    title=Text(
        "Ley Federal del Trabajo, artículo 74",
        "Federal Labour Law, article 74",
    ),
)

FIRST_YEAR = 1970  # the first year of the present law
_MONDAYS_SINCE = 2006  # decree of January 2006: three holidays move to a Monday
_JUAREZ_MONDAY_SINCE = 2007  # in 2006, his bicentenary, 21 March stayed on its day
_OCTOBER_HANDOVER_SINCE = 2024
_YEAR = WholeNumber(1900, 2200)


def statutory_holidays(year: int) -> tuple[date, ...]:
    """Give the statutory holidays of *year*, in order.

    Días de descanso obligatorio.

    Args:
        year: The calendar year, 1970 to 2200, both included.

    Returns:
        Seven days, or eight in a year in which the federal executive is handed over
        (every six years: 1 December until 2018, 1 October from 2024).

    Raises:
        InvalidValueError: If *year* is no whole number from 1900 to 2200.
        NotInForceError: For a year before the law of 1970.

    Source:
        Ley Federal del Trabajo, art. 74 (official); handover days of past years as the
        public package `holidays` lists them.

    >>> [str(day) for day in statutory_holidays(2026)[:3]]
    ['2026-01-01', '2026-02-02', '2026-03-16']
    >>> statutory_holidays(1950)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.NotInForceError: 'year' must be 1970 or later: the list is that...
    """
    _YEAR.check("year", year)
    if year < FIRST_YEAR:
        text = Text(
            "'year' debe ser 1970 o posterior: la lista es la de la ley de ese año",
            "'year' must be 1970 or later: the list is that of the law of that year",
        )
        raise NotInForceError(Fault("year", "in_force", text))
    return _holidays_of(year)


@cache  # of sound years only: a cache takes 2026 and 2026.0 for the same argument
def _holidays_of(year: int) -> tuple[date, ...]:
    moved = year >= _MONDAYS_SINCE
    days = [
        date(year, 1, 1),
        _monday(year, 2, 1) if moved else date(year, 2, 5),
        _monday(year, 3, 3) if year >= _JUAREZ_MONDAY_SINCE else date(year, 3, 21),
        date(year, 5, 1),
        date(year, 9, 16),
        _monday(year, 11, 3) if moved else date(year, 11, 20),
        date(year, 12, 25),
    ]
    if (year - FIRST_YEAR) % 6 == 0:
        days.append(date(year, 10, 1) if year >= _OCTOBER_HANDOVER_SINCE else date(year, 12, 1))
    return tuple(sorted(days))


def _monday(year: int, month: int, number: int) -> date:
    """Give the Monday of the month that has the given *number*, counted from 1."""
    first = date(year, month, 1)
    return first + timedelta(days=-first.weekday() % 7, weeks=number - 1)
