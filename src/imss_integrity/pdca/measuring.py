"""Measurements: what an indicator stood at in one period.

Medición. Exact: a number, or the counts that a share is made of, so that small and large
periods keep their weight.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

import attrs

from ..kernel.days import Period
from ..kernel.errors import Fault, InconsistentError, MissingDataError, must, placed
from ..kernel.exact import parse_exact
from ..kernel.fields import ExactNumber, InstanceOf, Optional, WholeNumber
from ..kernel.text import Text
from ..kernel.values import Value
from .indicators import Indicator, Measure

__all__ = ["Measurement", "level_of", "misfits", "series_faults"]


@attrs.frozen(kw_only=True, weakref_slot=False)
class Measurement(Value):
    """What was measured in one period: a value, or a numerator and a denominator.

    Medición. Made most easily by `of_value` and `of_counts`.

    Attributes:
        period: The period it covers.
        value: The number; ``None`` where there are counts.
        numerator: Cases or events, at least 0; ``None`` where there is a value.
        denominator: Cases or size they are among, at least 1; ``None`` where there is a value.

    Raises:
        InvalidValueError: If a field breaks its rule (a denominator of 0 among them).
        InconsistentError: If there is neither a value nor both counts, or all of them.

    Source:
        Own.

    >>> Measurement.of_counts(Period.year(2025), 36, 400).numerator
    36
    >>> Measurement.of_counts(Period.year(2025), 36, 0)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'denominator' must be a whole number from 1 ...
    """

    period: Period = attrs.field(validator=InstanceOf(Period))
    value: Fraction | None = attrs.field(default=None, validator=Optional(ExactNumber()))
    numerator: int | None = attrs.field(default=None, validator=Optional(WholeNumber()))
    denominator: int | None = attrs.field(default=None, validator=Optional(WholeNumber(1)))

    def __attrs_post_init__(self) -> None:
        counts = (self.numerator is not None) + (self.denominator is not None)
        if (self.value is not None, counts) not in {(True, 0), (False, 2)}:
            text = Text(
                "una medición debe tener 'value', o bien 'numerator' y 'denominator'",
                "a measurement must have 'value', or else 'numerator' and 'denominator'",
            )
            raise InconsistentError(Fault("value", "shape", text))

    @classmethod
    def of_value(cls, period: Period, value: int | Fraction | Decimal | str) -> Measurement:
        """Measure a number, exact: ``"12.5"``, ``Decimal("12.5")``; never a float."""
        return cls(period=period, value=parse_exact(value, path="value"))

    @classmethod
    def of_counts(cls, period: Period, numerator: int, denominator: int) -> Measurement:
        """Measure cases among cases, or events for a size."""
        return cls(period=period, numerator=numerator, denominator=denominator)


def level_of(measurement: Measurement, indicator: Indicator) -> Fraction:
    """Give the level of *indicator* that *measurement* states, exact, in its unit.

    Raises:
        InvalidValueError: If an argument is of another type.
        MissingDataError: If the measurement holds counts where a value is asked for, or a
            value where counts are.

    Source:
        Own; a rate is events by size, times the size for which it is stated.

    >>> month = Period.parse("2026-01-01", "2026-01-31")
    >>> from imss_integrity.catalog import EXAMPLE_CYCLE
    >>> level_of(Measurement.of_counts(month, 45, 336), EXAMPLE_CYCLE.plan.indicator)
    Fraction(15, 112)
    >>> level_of(Measurement.of_value(month, 3), EXAMPLE_CYCLE.plan.indicator)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.MissingDataError: a measurement of measure 'proporcion' must ha...
    """
    InstanceOf(Measurement).check("measurement", measurement)
    InstanceOf(Indicator).check("indicator", indicator)
    if (fault := _shape_fault(measurement, indicator)) is not None:
        raise MissingDataError(fault)
    if measurement.value is not None:
        return measurement.value
    return Fraction((measurement.numerator or 0) * indicator.per, measurement.denominator or 1)


def _shape_fault(measurement: Measurement, indicator: Indicator) -> Fault | None:
    if (measurement.value is None) is indicator.measure.is_ratio:
        return None
    needed = (
        Text("'numerator' y 'denominator'", "'numerator' and 'denominator'")
        if indicator.measure.is_ratio
        else Text("'value'")
    )
    text = Text(
        "una medición de tipo '{measure}' debe tener {needed}",
        "a measurement of measure '{measure}' must have {needed}",
    )
    return Fault("value", "shape", text.format(measure=indicator.measure, needed=needed))


def series_faults(
    known: tuple[Measurement, ...], more: tuple[Measurement, ...], indicator: Indicator
) -> Iterator[Fault]:
    """Go through what keeps *more* from following *known* as measurements of *indicator*."""
    last = known[-1].period if known else None
    for number, one in enumerate(more):
        place = f"measurements[{number}]"
        yield from (placed(fault, place) for fault in misfits(one, indicator))
        if last is not None and one.period.start <= last.end:
            text = Text(
                "'measurements' debe ir en orden, sin repetir ni traslapar periodos",
                "'measurements' must be in order, with no period repeated or overlapping",
            )
            yield Fault(f"{place}.period", "order", text)
        last = one.period


def misfits(one: Measurement, indicator: Indicator) -> Iterator[Fault]:
    """Go through what keeps *one* from being a measurement of *indicator*."""
    if (fault := _shape_fault(one, indicator)) is not None:
        yield fault
    elif indicator.measure is Measure.COUNT and not _is_count(one.value):
        rule = Text("ser un entero desde 0 en un conteo", "be a whole number from 0 for a count")
        yield must("value", "range", rule, one.value)
    elif indicator.measure is Measure.PROPORTION and (one.numerator or 0) > (one.denominator or 0):
        rule = Text(
            "no pasar de 'denominator' en una proporción",
            "not exceed 'denominator' for a proportion",
        )
        yield must("numerator", "range", rule, one.numerator)
    if one.period != indicator.cadence.period_from(one.period.start):
        rule = Text(
            "cubrir un periodo de la periodicidad {cadence}",
            "cover a period of the cadence {cadence}",
        ).format(cadence=indicator.cadence.label)
        yield must("period", "cadence", rule, one.period.days)


def _is_count(value: Fraction | None) -> bool:
    return value is not None and value.denominator == 1 and value >= 0
