"""When an agenda of simplification and digitisation is to be notified.

Agenda de simplificación y digitalización.
"""

from __future__ import annotations

from datetime import date

from ..kernel.days import Period
from ..kernel.errors import NotInForceError, must
from ..kernel.fields import WholeNumber
from ..kernel.text import Text

__all__ = ["agenda_windows"]

_YEAR = WholeNumber(1900, 2200)
_FIRST_YEAR = 2026  # the law was published on 16 July 2025, after the window of that month
_MONTHS = (1, 7)
_LAST_DAY = 15


def agenda_windows(year: int) -> tuple[Period, Period]:
    """Give the two windows in which the agenda of a year is notified.

    Ventanas de la agenda de simplificación: the first 15 days of January and of July, both
    ends included.

    Args:
        year: The year, 2026 or later.

    Returns:
        The window of January and that of July; calendar days, which never move.

    Raises:
        InvalidValueError: If *year* is no year of the library.
        NotInForceError: If the law was not there yet.

    Source:
        Ley Nacional para Eliminar Trámites Burocráticos (DOF 16-07-2025), art. 21 (official);
        that the window of July 2025 lies before the law is derived.

    >>> [str(window) for window in agenda_windows(2026)]
    ['2026-01-01 / 2026-01-15', '2026-07-01 / 2026-07-15']
    >>> agenda_windows(2025)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.NotInForceError: 'year' must be 2026 or later: the law is of 16...
    """
    _YEAR.check("year", year)
    if year < _FIRST_YEAR:
        rule = Text(
            "ser 2026 o posterior: la ley es del 16 de julio de 2025 (LNETB, art. 21)",
            "be 2026 or later: the law is of 16 July 2025 (LNETB, art. 21)",
        )
        raise NotInForceError(must("year", "in_force", rule, year))
    january, july = (
        Period(start=date(year, month, 1), end=date(year, month, _LAST_DAY)) for month in _MONTHS
    )
    return january, july
