"""Krippendorff's alpha, and who and what drives disagreement.

Acuerdo entre evaluadores. Alpha compares the disagreement that is observed inside the
units with the one that chance would give; it takes any number of observers, missing cells,
and four levels of measurement. Kappas are in `kappas`, intraclass correlation is in
`intraclass`. Measure agreement on the individual sheets, before any consensus: scores that
were agreed on are not independent ratings.

Source: Krippendorff, *Content Analysis* (coincidence matrix); for percents of the maturity
lattice, alpha at interval or ordinal level as the main figure is own.
"""

from __future__ import annotations

from fractions import Fraction

import attrs

from ..kernel.errors import Fault, InconsistentError, must
from ..kernel.exact import exact_sum
from ..kernel.fields import MAX_WHOLE, Each, ExactNumber, choice
from ..kernel.text import Text
from ..kernel.values import Value
from .coincidence import Coincidences, MeasurementLevel, Ratings

__all__ = ["DisagreementShares", "disagreement_shares", "krippendorff_alpha"]

_SHARES = Each(ExactNumber(0, 1), least=1, most=MAX_WHOLE)


@attrs.frozen(kw_only=True, weakref_slot=False)
class DisagreementShares(Value):
    """What part of the observed disagreement falls to each unit and to each observer.

    Origen del desacuerdo. Each tuple adds up to exactly 1; where nobody disagrees, both
    hold zeros.

    Attributes:
        by_unit: Share of each unit, in the order of the columns; exact, 0 to 1.
        by_observer: Share of each observer, in the order of the rows; exact, 0 to 1. The
            disagreement of a pair is split half to each of the two.

    Raises:
        InvalidValueError: If a share is no ``Fraction`` from 0 to 1, or there is none.
        InconsistentError: If the shares add up neither to 1 nor, in both, to 0.

    >>> DisagreementShares(by_unit=(Fraction(1),), by_observer=(Fraction(1, 2),) * 2).by_unit
    (Fraction(1, 1),)
    >>> DisagreementShares(by_unit=(Fraction(1),), by_observer=(Fraction(1, 2),))
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'by_observer' must add up to 1: got 1/2
    """

    by_unit: tuple[Fraction, ...] = attrs.field(validator=_SHARES)
    by_observer: tuple[Fraction, ...] = attrs.field(validator=_SHARES)

    def __attrs_post_init__(self) -> None:
        whole = int(any(self.by_unit))
        for name, shares in (("by_unit", self.by_unit), ("by_observer", self.by_observer)):
            if (total := exact_sum(shares)) != whole:
                rule = Text("sumar {n}", "add up to {n}").format(n=whole)
                raise InconsistentError(must(name, "total", rule, total))


def krippendorff_alpha(
    ratings: Ratings, *, level: MeasurementLevel | str = MeasurementLevel.INTERVAL
) -> float:
    """Measure how far observers agree beyond chance: Krippendorff's alpha.

    Alfa de Krippendorff. ``1 - observed / expected`` disagreement. A unit with a single
    value says nothing about agreement and drops out. The time grows with the cells (at
    ratio level also with the square of the distinct values), never with the square of the
    units.

    Args:
        ratings: Observers x units, at least two observers; finite numbers of one unit,
            ``None`` where the observer did not rate the unit. From 0 up at ratio level.
        level: A `MeasurementLevel` or its text.

    Returns:
        Alpha, dimensionless: 1 is perfect agreement, 0 is what chance gives, below 0 is
        systematic disagreement. Exact arithmetic, rounded once.

    Raises:
        InvalidValueError: If a rating or the level breaks its rule, or there are fewer than
            two observers.
        InconsistentError: If the rows differ in length, or all values are equal: without
            variation agreement cannot be told from chance, and alpha is undefined.
        MissingDataError: If no unit has two values.

    Source:
        Krippendorff, *Content Analysis* (derived).

    >>> krippendorff_alpha([[1, 2, 3, 3, None, 1], [1, 2, 3, 4, 2, None], [None, 3, 3, 4, 2, 1]])
    0.8782608695652174
    >>> krippendorff_alpha([[1, None], [None, 2]])
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.MissingDataError: 'ratings' must hold a unit with two values: g...
    """
    found = Coincidences.of(ratings, choice(MeasurementLevel, level, path="level"))
    marginal = found.marginal()
    expected = found.total(marginal)
    if not expected:
        text = Text(
            "'ratings' debe llevar al menos dos valores distintos; sin variación el alfa no está"
            " definido",
            "'ratings' must hold at least two distinct values; without variation alpha is"
            " undefined",
        )
        raise InconsistentError(Fault("ratings", "no_variation", text))
    observed = sum(found.by_unit())
    return float(1 - Fraction((marginal.total() - 1) * observed, found.common * expected))


def disagreement_shares(
    ratings: Ratings, *, level: MeasurementLevel | str = MeasurementLevel.INTERVAL
) -> DisagreementShares:
    """Say which units and which observers the observed disagreement comes from.

    Origen del desacuerdo: who and which subcriterion drives it. The disagreement is the
    numerator of Krippendorff's alpha; a pair of values in a unit counts ``1 / (m - 1)``
    where *m* observers rated the unit, half of it for each of the two observers.

    Args:
        ratings: As for `krippendorff_alpha`.
        level: A `MeasurementLevel` or its text.

    Returns:
        Exact shares; all of them 0 where there is no disagreement at all.

    Raises:
        InvalidValueError: If a rating or the level breaks its rule, or there are fewer than
            two observers.
        InconsistentError: If the rows differ in length.
        MissingDataError: If no unit has two values.

    Source:
        Own, after Krippendorff's observed disagreement.

    >>> disagreement_shares([[50, 60, 80], [50, 65, 80], [50, 60, 90]]).by_unit
    (Fraction(0, 1), Fraction(1, 5), Fraction(4, 5))
    >>> disagreement_shares([[50, 60, 80]])
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'ratings' must have at least 2 observers: go...
    """
    found = Coincidences.of(ratings, choice(MeasurementLevel, level, path="level"))
    return DisagreementShares(
        by_unit=_shares(found.by_unit()), by_observer=_shares(found.by_observer())
    )


def _shares(parts: tuple[int, ...]) -> tuple[Fraction, ...]:
    whole = sum(parts) or 1
    return tuple(Fraction(part, whole) for part in parts)
