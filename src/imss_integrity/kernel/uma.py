"""The value of the UMA, the unit in which Mexican law states amounts, by day.

Unidad de Medida y Actualización. INEGI publishes a daily value each year, in force from
1 February to 31 January; the monthly value is 30.4 daily ones, rounded to cents.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import attrs

from .days import Period
from .exact import round_exact
from .fields import InstanceOf, Money, OneOf
from .provenance import Source, Status
from .text import Text
from .values import Value

__all__ = ["PUBLISHED_UMA", "UmaValue"]

_DAYS_A_MONTH = Fraction("30.4")


@attrs.frozen(kw_only=True, weakref_slot=False)
class UmaValue(Value):
    """The UMA while one value is in force.

    Valor de la UMA.

    Attributes:
        period: First and last day in force, both included.
        daily: Pesos a day, exact, as published.
        source: Where it was published.
        status: How far it can be trusted.

    Raises:
        InvalidValueError: If a field breaks its rule.

    >>> PUBLISHED_UMA[0].monthly
    Decimal('3300.53')
    >>> attrs.evolve(PUBLISHED_UMA[0], daily=Decimal("NaN"))
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'daily' must be a finite Decimal, not negati...
    """

    period: Period = attrs.field(validator=InstanceOf(Period))
    daily: Decimal = attrs.field(validator=Money())
    source: Source = attrs.field(validator=InstanceOf(Source))
    status: Status = attrs.field(validator=OneOf(Status))

    @property
    def monthly(self) -> Decimal:
        """Pesos a month: 30.4 daily values, rounded half up to cents."""
        return round_exact(_DAYS_A_MONTH * Fraction(self.daily), 2)

    @property
    def yearly(self) -> Decimal:
        """Pesos a year: 12 monthly values."""
        return round_exact(12 * Fraction(self.monthly), 2)


_INEGI = Source(
    code="inegi-uma",
    title=Text("INEGI, valor de la UMA, según la prensa", "INEGI, value of the UMA, by the press"),
)


def _published(year: int, daily: str) -> UmaValue:
    return UmaValue(
        period=Period(start=date(year, 2, 1), end=date(year + 1, 1, 31)),
        daily=Decimal(daily),
        source=_INEGI,
        status=Status.REPORTED,
    )


PUBLISHED_UMA = (_published(2024, "108.57"), _published(2025, "113.14"), _published(2026, "117.31"))
