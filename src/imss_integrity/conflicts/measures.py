"""The score of private interests: impact times probability, and how several combine.

Puntaje de los intereses. Impact times probability on scales of 1 to 10, as in the matrix of risk
administration. The scales, factors and formula are an own proposal of this library: no body
compared publishes a numeric score.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from fractions import Fraction
from math import prod

import attrs

from ..kernel.arguments import members_of
from ..kernel.errors import InvalidValueError, must
from ..kernel.exact import parse_exact
from ..kernel.fields import ExactNumber, WholeNumber
from ..kernel.text import Text
from ..kernel.values import Value
from .scales import Link, Proximity, Recency, Scale

__all__ = [
    "InterestScore",
    "combined_score",
    "interest_score",
    "value_step",
]

MOST = 10  # the top of both scales
LARGE_VALUE = 250  # UMA a month; PDN filling norms
_BASE = WholeNumber(1, MOST)
_VALUE = ExactNumber(0)
_TENTHS = 10
# Impact by base and step together; probability by the tenths of the three factors: ten times
# their product, rounded half up, from 1.
_IMPACTS = tuple(min(impact, MOST) for impact in range(MOST + 3))
_PROBABILITIES = tuple(max((tenths + 50) // 100, 1) for tenths in range(_TENTHS**3 + 1))


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
    return _IMPACTS[base + step], _PROBABILITIES[tenths]


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


def _factor(scale: type[Scale], given: StrEnum | Fraction | str, path: str) -> Fraction:
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
    given = members_of("scores", scores, int)
    for score in given:
        WholeNumber(0, 100).check("scores", score)
    rest = prod((100 - score for score in given), start=1)
    return Fraction(100 * (100 ** len(given) - rest), 100 ** len(given))
