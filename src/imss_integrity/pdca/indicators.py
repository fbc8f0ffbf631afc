"""Indicators: what a cycle measures, and the direction in which it should move.

Indicador. Its measure decides what a measurement holds and by which chart it is judged.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction

import attrs

from ..kernel.errors import Fault, InconsistentError, must, raise_any
from ..kernel.fields import CODE, LABEL, ExactNumber, InstanceOf, OneOf, Optional, WholeNumber
from ..kernel.text import Text
from ..kernel.values import Value
from ..statistics import Improvement
from .cadences import Cadence

__all__ = ["Indicator", "Measure"]

_LARGEST_BASE = 1_000_000


class Measure(StrEnum):
    """What an indicator counts (tipo de medida), and so what its measurements hold.

    Attributes:
        VALUE: Any number: days of waiting, a balance. Judged by an XmR chart.
        COUNT: Whole events of one area of opportunity, always the same. A c chart.
        PROPORTION: Cases among cases: numerator and denominator. A Laney p' chart.
        RATE: Events for a size, such as patient-days: numerator, denominator. A u chart.
    """

    VALUE = "valor"
    COUNT = "conteo"
    PROPORTION = "proporcion"
    RATE = "tasa"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _LABELS[self]

    @property
    def is_ratio(self) -> bool:
        """Whether its measurements hold a numerator and a denominator."""
        return self in {Measure.PROPORTION, Measure.RATE}


_LABELS: Mapping[Measure, Text] = {
    Measure.VALUE: Text("valor", "value"),
    Measure.COUNT: Text("conteo", "count"),
    Measure.PROPORTION: Text("proporción", "proportion"),
    Measure.RATE: Text("tasa", "rate"),
}


@attrs.frozen(kw_only=True, weakref_slot=False)
class Indicator(Value):
    """What is measured to know whether a cycle made a difference.

    Indicador.

    Attributes:
        code: Code, unique in the plan.
        name: What it measures.
        unit: Unit of measure, in words; of a proportion, what its cases are.
        measure: What its measurements hold.
        wanted: The direction that is an improvement. An indicator without one is refused.
        cadence: How long the period of each measurement is.
        target: The level to reach, in the unit (a proportion from 0 to 1, never a percent);
            ``None``: none is set yet.
        per: Size for which a rate is stated: 1000 for "each 1,000 patient-days", 1 to
            1,000,000; 1 for every other measure.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: If the target cannot be a level of the measure, or *per* is stated
            for what is no rate.

    Source:
        Own.

    >>> waiting = Indicator(code="espera", name=Text("Espera en ventanilla", "Wait at the desk"),
    ...     unit=Text("minutos", "minutes"), measure=Measure.VALUE, wanted=Improvement.DOWN,
    ...     cadence=Cadence.MONTHLY, target=Fraction(15))
    >>> waiting.attainment(Fraction(40), Fraction(30))
    Fraction(2, 5)
    >>> attrs.evolve(waiting, measure=Measure.PROPORTION)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'target' must be from 0 to 1 for a proportion...
    """

    code: str = attrs.field(validator=CODE)
    name: Text = attrs.field(validator=LABEL)
    unit: Text = attrs.field(validator=LABEL)
    measure: Measure = attrs.field(validator=OneOf(Measure))
    wanted: Improvement = attrs.field(validator=OneOf(Improvement))
    cadence: Cadence = attrs.field(validator=OneOf(Cadence))
    target: Fraction | None = attrs.field(default=None, validator=Optional(ExactNumber()))
    per: int = attrs.field(default=1, validator=WholeNumber(1, _LARGEST_BASE))

    def __attrs_post_init__(self) -> None:
        faults: list[Fault] = []
        if self.target is not None:
            if self.measure is Measure.PROPORTION and not 0 <= self.target <= 1:
                rule = Text(
                    "ser de 0 a 1 en una proporción: 90 % es 9/10",
                    "be from 0 to 1 for a proportion: 90 % is 9/10",
                )
                faults.append(must("target", "range", rule, self.target))
            if self.measure in {Measure.COUNT, Measure.RATE} and self.target < 0:
                rule = Text(
                    "ser al menos 0 en un conteo o tasa", "be at least 0 for a count or rate"
                )
                faults.append(must("target", "range", rule, self.target))
        if self.per != 1 and self.measure is not Measure.RATE:
            rule = Text("ser 1 en lo que no es tasa", "be 1 for what is no rate")
            faults.append(must("per", "range", rule, self.per))
        raise_any(faults, InconsistentError)

    def attainment(self, baseline: Fraction, level: Fraction) -> Fraction | None:
        """Give the share of the way from *baseline* to the target that *level* has gone.

        Avance hacia la meta. 1 is the target reached; below 0 is further away than at the
        start, above 1 beyond the target. ``None``: no target is set, or the baseline stands
        on it, so that there is no way to go.
        """
        InstanceOf(Fraction).check("baseline", baseline)
        InstanceOf(Fraction).check("level", level)
        if self.target is None or self.target == baseline:
            return None
        return (level - baseline) / (self.target - baseline)

    def measures_like(self, other: Indicator) -> bool:
        """Say whether what measures *other* measures this: all but the target agree."""
        return attrs.evolve(self, target=None) == attrs.evolve(other, target=None)
