"""The three axes of the Unit's work; every initiative has exactly one as its main axis.

Ejes de la Unidad de Integridad y Transparencia. The axes are reported (column of
2022-12-12); that an initiative has one main axis is own.
"""

from __future__ import annotations

from enum import StrEnum

from ..kernel.text import Text

__all__ = ["Axis"]


class Axis(StrEnum):
    """An axis of the Unit's work (eje), in the order in which they were published.

    Attributes:
        CULTURE: Integrity culture as prevention.
        ETHICS: New ethics on international standards.
        MANAGEMENT: Better public management.

    Source:
        Column of the Unit, 12 December 2022 (reported); the codes are own.

    >>> Axis("cultura_de_integridad").label.to("en")
    'integrity culture as prevention'
    >>> Axis("transparencia")
    Traceback (most recent call last):
        ...
    ValueError: 'transparencia' is not a valid Axis
    """

    CULTURE = "cultura_de_integridad"
    ETHICS = "nueva_etica"
    MANAGEMENT = "mejor_gestion"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _LABELS[self]


_LABELS = {
    Axis.CULTURE: Text("cultura de integridad como prevención", "integrity culture as prevention"),
    Axis.ETHICS: Text(
        "nueva ética con estándares internacionales", "new ethics on international standards"
    ),
    Axis.MANAGEMENT: Text("mejor gestión pública", "better public management"),
}
