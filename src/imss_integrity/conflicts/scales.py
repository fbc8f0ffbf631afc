"""The three scales of a private interest: whose it is, how long ago, and its link.

Escalas de un interés: proximidad, actualidad y vínculo con la función. Codes, factors and
windows are an own proposal of this library, not official.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Self

from ..kernel.fields import DAY, InstanceOf, Optional
from ..kernel.months import earliest_within
from ..kernel.text import Text
from .kinship import Kinship, Line

__all__ = ["WINDOWS", "Link", "Proximity", "Recency", "Scale", "recency_of"]


class Scale(StrEnum):
    """A measure of an interest: each member has a code and a factor in tenths, 1 to 10 (own).

    Escala.
    """

    tenths: int

    def __new__(cls, code: str, tenths: int = 0) -> Self:
        """Make a member of its code and its factor."""
        made = str.__new__(cls, code)
        made._value_ = code
        made.tenths = tenths
        return made

    @property
    def factor(self) -> Fraction:
        """Its factor, above 0 to 1 (own)."""
        return Fraction(self.tenths, 10)


class Proximity(Scale):
    """How close the person is whose interest it is (proximidad), from closest to farthest."""

    SELF = "self", 10
    BOND = "bond", 10
    DEPENDANT = "dependant", 10
    DEGREE_1 = "degree_1", 9
    DEGREE_2 = "degree_2", 8
    AFFINITY_1 = "affinity_1", 7
    AFFINITY_2 = "affinity_2", 7
    DEGREE_3 = "degree_3", 6
    DEGREE_4 = "degree_4", 5
    ASSOCIATE = "associate", 5
    AFFINITY_3 = "affinity_3", 4
    AFFINITY_4 = "affinity_4", 4
    NONE = "none", 2

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _PROXIMITY_LABELS[self]

    @classmethod
    def of(cls, kinship: Kinship) -> Proximity:
        """Give the proximity of a relative; beyond the fourth degree it is none (own)."""
        InstanceOf(Kinship).check("kinship", kinship)
        if kinship.bond is not None:
            return cls.BOND
        head = "affinity" if kinship.line is Line.AFFINITY else "degree"
        code = f"{head}_{kinship.degree}"
        return cls(code) if code in set(cls) else cls.NONE


class Recency(Scale):
    """How long ago the interest ended (actualidad), from current to oldest."""

    CURRENT = "current", 10
    ENDED_1Y = "ended_1y", 8
    ENDED_2Y = "ended_2y", 5
    ENDED_5Y = "ended_5y", 2
    OLDER = "older", 1

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _RECENCY_LABELS[self]


class Link(Scale):
    """How the interest meets the function (vínculo con la función), from closest on."""

    DECIDES = "decides", 10
    SAME_UNIT = "same_unit", 6
    SAME_INSTITUTE = "same_institute", 3
    NONE = "none", 1

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _LINK_LABELS[self]


_PROXIMITY_LABELS = {
    Proximity.SELF: Text("la propia persona", "the person"),
    Proximity.BOND: Text("cónyuge, concubina o concubinario", "spouse or concubine"),
    Proximity.DEPENDANT: Text("dependiente económico", "dependant"),
    Proximity.DEGREE_1: Text("primer grado", "first degree"),
    Proximity.DEGREE_2: Text("segundo grado", "second degree"),
    Proximity.AFFINITY_1: Text("afinidad en primer grado", "affinity, first degree"),
    Proximity.AFFINITY_2: Text("afinidad en segundo grado", "affinity, second degree"),
    Proximity.DEGREE_3: Text("tercer grado", "third degree"),
    Proximity.DEGREE_4: Text("cuarto grado", "fourth degree"),
    Proximity.ASSOCIATE: Text("socio, amistad o enemistad", "associate, friend or enemy"),
    Proximity.AFFINITY_3: Text("afinidad en tercer grado", "affinity, third degree"),
    Proximity.AFFINITY_4: Text("afinidad en cuarto grado", "affinity, fourth degree"),
    Proximity.NONE: Text("sin parentesco legal", "no kinship in law"),
}
_RECENCY_LABELS = {
    Recency.CURRENT: Text("actual", "current"),
    Recency.ENDED_1Y: Text("terminó hace a lo más un año", "ended at most a year ago"),
    Recency.ENDED_2Y: Text("terminó hace a lo más dos años", "ended at most two years ago"),
    Recency.ENDED_5Y: Text("terminó hace a lo más cinco años", "ended at most five years ago"),
    Recency.OLDER: Text("terminó hace más de cinco años", "ended more than five years ago"),
}
_LINK_LABELS = {
    Link.DECIDES: Text("decide o decidiría", "decides or would decide"),
    Link.SAME_UNIT: Text("misma unidad o influye", "same unit or influences"),
    Link.SAME_INSTITUTE: Text("Instituto, otra línea de mando", "Institute, other chain"),
    Link.NONE: Text("sin vínculo con la función", "no link with the function"),
}
WINDOWS = ((Recency.ENDED_1Y, 12), (Recency.ENDED_2Y, 24), (Recency.ENDED_5Y, 60))


def recency_of(ended: date | None, *, on: date) -> Recency:
    """Say how long ago an interest *ended*, seen from the day *on*.

    Actualidad. ``None`` and a day from *on* on are current; the windows of 1, 2 and 5 years
    include their last day (see `kernel.earliest_within`).

    Raises:
        InvalidValueError: If a day is none, or the windows reach back beyond 1900.

    Source:
        Own; one year after LGRA 56 and 72, two after the filling norms of the PDN.

    >>> recency_of(date(2025, 5, 4), on=date(2026, 5, 4)), recency_of(None, on=date(2026, 5, 4))
    (<Recency.ENDED_1Y: 'ended_1y'>, <Recency.CURRENT: 'current'>)
    >>> recency_of(None, on="2026-05-04")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'on' must be a civil day (date): got a text...
    """
    DAY.check("on", on)
    Optional(DAY).check("ended", ended)
    if ended is None or ended >= on:
        return Recency.CURRENT
    starts = [(recency, earliest_within(on, months)) for recency, months in WINDOWS]
    return next((recency for recency, start in starts if ended >= start), Recency.OLDER)
