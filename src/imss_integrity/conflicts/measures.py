"""How a private interest is measured: proximity, recency, link with the function; its score.

Medición de un interés. Impact times probability on scales of 1 to 10, as in the matrix of risk
administration. The scales, factors and formula are an own proposal of this library: no body
compared publishes a numeric score.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from fractions import Fraction
from math import prod
from typing import Self, TypeVar

import attrs

from ..kernel.days import earliest_within
from ..kernel.errors import InvalidValueError, must
from ..kernel.exact import parse_exact
from ..kernel.fields import ExactNumber, WholeNumber
from ..kernel.text import Text
from ..kernel.values import Value
from .kinship import Kinship, Line

__all__ = [
    "InterestScore",
    "Link",
    "Proximity",
    "Recency",
    "combined_score",
    "interest_score",
    "recency_of",
    "value_step",
]

MOST = 10  # the top of both scales
LARGE_VALUE = 250  # UMA a month; PDN filling norms
_BASE = WholeNumber(1, MOST)
_VALUE = ExactNumber(0)
_TENTHS = 10


Measure = TypeVar("Measure", bound="Proximity | Recency | Link")


def _member(cls: type[Measure], code: str, tenths: int) -> Measure:
    made = str.__new__(cls, code)
    made._value_ = code
    made.tenths = tenths
    return made


class Proximity(StrEnum):
    """How close the person is whose interest it is (proximidad), from closest to farthest."""

    tenths: int

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

    def __new__(cls, code: str, tenths: int = 0) -> Self:
        """Make a member of its code and its factor in tenths, 1 to 10 (own)."""
        return _member(cls, code, tenths)

    @property
    def factor(self) -> Fraction:
        """Its factor, above 0 to 1 (own)."""
        return Fraction(self.tenths, _TENTHS)

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _PROXIMITY_LABELS[self]

    @classmethod
    def of(cls, kinship: Kinship) -> Proximity:
        """Give the proximity of a relative; beyond the fourth degree it is none (own)."""
        if kinship.bond is not None:
            return cls.BOND
        head = "affinity" if kinship.line is Line.AFFINITY else "degree"
        code = f"{head}_{kinship.degree}"
        return cls(code) if code in set(cls) else cls.NONE


class Recency(StrEnum):
    """How long ago the interest ended (actualidad), from current to oldest."""

    tenths: int

    CURRENT = "current", 10
    ENDED_1Y = "ended_1y", 8
    ENDED_2Y = "ended_2y", 5
    ENDED_5Y = "ended_5y", 2
    OLDER = "older", 1

    def __new__(cls, code: str, tenths: int = 0) -> Self:
        """Make a member of its code and its factor in tenths, 1 to 10 (own)."""
        return _member(cls, code, tenths)

    @property
    def factor(self) -> Fraction:
        """Its factor, above 0 to 1 (own)."""
        return Fraction(self.tenths, _TENTHS)

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _RECENCY_LABELS[self]


class Link(StrEnum):
    """How the interest meets the function (vínculo con la función), from closest on."""

    tenths: int

    DECIDES = "decides", 10
    SAME_UNIT = "same_unit", 6
    SAME_INSTITUTE = "same_institute", 3
    NONE = "none", 1

    def __new__(cls, code: str, tenths: int = 0) -> Self:
        """Make a member of its code and its factor in tenths, 1 to 10 (own)."""
        return _member(cls, code, tenths)

    @property
    def factor(self) -> Fraction:
        """Its factor, above 0 to 1 (own)."""
        return Fraction(self.tenths, _TENTHS)

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

    Source:
        Own; one year after LGRA 56 and 72, two after the filling norms of the PDN.

    >>> recency_of(date(2025, 5, 4), on=date(2026, 5, 4)), recency_of(None, on=date(2026, 5, 4))
    (<Recency.ENDED_1Y: 'ended_1y'>, <Recency.CURRENT: 'current'>)
    >>> recency_of(None, on="2026-05-04") and recency_of(date(2025, 5, 4), on="2026-05-04")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'day' must be a civil day (date): got a text...
    """
    if ended is None:
        return Recency.CURRENT
    starts = [(recency, earliest_within(on, months)) for recency, months in WINDOWS]
    if ended >= on:
        return Recency.CURRENT
    return next((recency for recency, start in starts if ended >= start), Recency.OLDER)


@attrs.frozen(kw_only=True, weakref_slot=False)
class InterestScore(Value):
    """The score of one interest: its impact times its probability.

    Puntaje de un interés (propio).

    Attributes:
        impact: 1 to 10.
        probability: 1 to 10.

    Raises:
        InvalidValueError: If one of them leaves its range.

    Source:
        Own.

    >>> InterestScore(impact=8, probability=9).score
    72
    >>> InterestScore(impact=0, probability=9)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'impact' must be a whole number from 1 to 10...
    """

    impact: int = attrs.field(validator=_BASE)
    probability: int = attrs.field(validator=_BASE)

    @property
    def score(self) -> int:
        """Impact times probability, 1 to 100, exact."""
        return self.impact * self.probability


def severity(base: int, step: int, tenths: int) -> tuple[int, int]:
    """Give impact and probability from the base, the step of the value, and the factors' tenths."""
    half_up = (2 * tenths + MOST * _TENTHS) // (2 * MOST * _TENTHS)
    return min(base + step, MOST), max(half_up, 1)


def value_step(value_uma: Fraction | None) -> int:
    """Give what a value adds to the impact: 0 for none, 1 up to 250 UMA a month, 2 above."""
    if not value_uma:
        return 0
    return 1 if value_uma <= LARGE_VALUE else 2


def interest_score(
    base: int,
    *,
    proximity: Proximity | Fraction | str,
    recency: Recency | Fraction | str,
    link: Link | Fraction | str,
    value_uma: Fraction | int | str | None = None,
) -> InterestScore:
    """Score one private interest.

    Puntaje de un interés. Impact is the base and the step of its value, at most 10.
    Probability is ten times the product of the three factors, rounded once, half up, from 1.

    Args:
        base: What the question weighs, 1 to 10.
        proximity: Whose interest it is: a `Proximity`, its code, or a factor above 0 to 1.
        recency: How long ago it ended: the same of `Recency`.
        link: How it meets the function: the same of `Link`.
        value_uma: Daily UMA a month, exact, from 0; ``None``: it has no value in money.

    Returns:
        The score with its two factors, exact.

    Raises:
        InvalidValueError: If an argument leaves its range.

    Source:
        Own, not official.

    >>> interest_score(8, proximity="degree_1", recency="current", link="decides").score
    72
    >>> interest_score(8, proximity="near", recency="current", link="decides")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'proximity' must be one of self, bond, ...
    """
    _BASE.check("base", base)
    value = None if value_uma is None else parse_exact(value_uma, path="value_uma")
    if value is not None:
        _VALUE.check("value_uma", value)
    factors = (
        _factor(Proximity, proximity, "proximity"),
        _factor(Recency, recency, "recency"),
        _factor(Link, link, "link"),
    )
    tenfold = MOST * prod(factors, start=Fraction(1))
    half_up = (2 * tenfold.numerator + tenfold.denominator) // (2 * tenfold.denominator)
    impact = min(base + value_step(value), MOST)
    return InterestScore(impact=impact, probability=max(half_up, 1))


def _factor(
    scale: type[Proximity | Recency | Link], given: StrEnum | Fraction | str, path: str
) -> Fraction:
    named = next((member for member in scale if member == given), None)
    if named is not None:
        return named.factor
    try:
        factor = parse_exact(given)
    except InvalidValueError:
        factor = Fraction(0)
    if not 0 < factor <= 1:
        rule = Text(
            "ser uno de {codes}, o un factor mayor que 0 y hasta 1",
            "be one of {codes}, or a factor above 0 and up to 1",
        )
        raise InvalidValueError(must(path, "choice", rule.format(codes=", ".join(scale)), given))
    return factor


def combined_score(scores: Iterable[int]) -> Fraction:
    """Combine the scores of several interests into one, 0 to 100, exact.

    Puntaje combinado: ``100 (1 - product of (1 - s/100))``. The order does not matter, an
    interest more never lowers it, and no number of small ones goes beyond 100.

    Source:
        Own, not official.

    >>> combined_score([70]), combined_score([])
    (Fraction(70, 1), Fraction(0, 1))
    >>> combined_score([101])
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'scores' must be a whole number from 0 to 100...
    """
    given = tuple(scores)
    for score in given:
        WholeNumber(0, 100).check("scores", score)
    rest = prod((100 - score for score in given), start=1)
    return Fraction(100 * (100 ** len(given) - rest), 100 ** len(given))
