"""How heavy a risk is: impact and probability from 1 to 10, and the quadrant they fall in.

Valoración de riesgos y cuadrantes. Probability tells the second quadrant from the fourth, so
both numbers are always named.
"""

from __future__ import annotations

from enum import StrEnum

import attrs

from ..kernel.errors import raise_any
from ..kernel.fields import WholeNumber
from ..kernel.provenance import Source
from ..kernel.text import Text
from ..kernel.values import Value

__all__ = ["Quadrant", "RiskValuation", "quadrant_of"]

SCALE = WholeNumber(1, 10)
_LOW = 5  # the last value of the low side
_WIDTH = 2  # values that share a name
INTERNAL_CONTROL = Source(
    code="control-interno",
    title=Text(
        "Disposiciones y Manual de Control Interno: administración de riesgos (fecha y vigencia"
        " sin confirmar)",
        "Provisions and Manual of Internal Control: administration of risks (day and force not"
        " confirmed)",
    ),
)
RISK_SOURCES = (
    INTERNAL_CONTROL,
    Source(
        code="matriz-merida",
        title=Text(
            "Ayuntamiento de Mérida, sistema de matriz de riesgos: escalas y cuadrantes",
            "City of Mérida, risk matrix system: scales and quadrants",
        ),
    ),
)


class Quadrant(StrEnum):
    """Where a risk falls on the map (cuadrante). Of each scale, 5 belongs to the low side.

    Attributes:
        I: High impact, high probability: atención inmediata.
        II: Low impact, high probability: atención periódica.
        III: Low impact, low probability: controlados.
        IV: High impact, low probability: seguimiento.
    """

    I = "I"  # noqa: E741 - the quadrants are named by Roman numbers
    II = "II"
    III = "III"
    IV = "IV"

    @property
    def label(self) -> Text:
        """What it asks for, in both languages."""
        return _QUADRANTS[self]


_QUADRANTS = {
    Quadrant.I: Text("atención inmediata", "immediate attention"),
    Quadrant.II: Text("atención periódica", "periodic attention"),
    Quadrant.III: Text("controlados", "controlled"),
    Quadrant.IV: Text("seguimiento", "follow-up"),
}
_IMPACTS = (
    Text("menor", "minor"),
    Text("bajo", "low"),
    Text("moderado", "moderate"),
    Text("grave", "severe"),
    Text("catastrófico", "catastrophic"),
)
_PROBABILITIES = (
    Text("remota", "remote"),
    Text("inusual", "unusual"),
    Text("probable", "probable"),
    Text("muy probable", "very probable"),
    Text("recurrente", "recurrent"),
)


@attrs.frozen(kw_only=True, weakref_slot=False)
class RiskValuation(Value):
    """How heavy a risk is, with or without its controls.

    Valoración de un riesgo.

    Attributes:
        impact: How bad it would be, 1 to 10, both included.
        probability: How likely it is, 1 to 10, both included; a step of a scale, no share.

    Raises:
        InvalidValueError: If one of them leaves its range.

    Source:
        The scales of the risk matrix system of Mérida (reported); the federal bands of
        probability are not known.

    >>> heavy = RiskValuation(impact=8, probability=3)
    >>> heavy.quadrant, str(heavy.impact_label), str(heavy.probability_label)
    (<Quadrant.IV: 'IV'>, 'grave', 'inusual')
    >>> RiskValuation(impact=8, probability=0)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'probability' must be a whole number from 1...
    """

    impact: int = attrs.field(validator=SCALE)
    probability: int = attrs.field(validator=SCALE)

    @property
    def quadrant(self) -> Quadrant:
        """The quadrant it falls in; see `quadrant_of`."""
        return quadrant_of(impact=self.impact, probability=self.probability)

    @property
    def impact_label(self) -> Text:
        """The name of the impact: menor, bajo, moderado, grave, catastrófico."""
        return _IMPACTS[(self.impact - 1) // _WIDTH]

    @property
    def probability_label(self) -> Text:
        """The name of the probability: remota, inusual, probable, muy probable, recurrente."""
        return _PROBABILITIES[(self.probability - 1) // _WIDTH]


def quadrant_of(*, impact: int, probability: int) -> Quadrant:
    """Give the quadrant of a risk on the map.

    Cuadrante de un riesgo.

    Args:
        impact: 1 to 10, both included; high above 5.
        probability: 1 to 10, both included; high above 5.

    Returns:
        I where both are high, II where only the probability is, III where neither is, IV where
        only the impact is.

    Raises:
        InvalidValueError: If an argument is no whole number in its range; both are named.

    Source:
        The risk matrix system of Mérida (reported).

    >>> quadrant_of(impact=3, probability=8), quadrant_of(impact=8, probability=3)
    (<Quadrant.II: 'II'>, <Quadrant.IV: 'IV'>)
    >>> quadrant_of(impact=11, probability=3)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'impact' must be a whole number from 1 to 10...
    """
    given = {"impact": impact, "probability": probability}
    faults = (SCALE.fault(path, value) for path, value in given.items())
    raise_any(fault for fault in faults if fault is not None)
    if impact > _LOW:
        return Quadrant.I if probability > _LOW else Quadrant.IV
    return Quadrant.II if probability > _LOW else Quadrant.III
