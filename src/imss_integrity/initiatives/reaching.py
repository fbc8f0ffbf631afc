"""Conversion rates of a reach: only where nesting is known, and as wide as the bounds are.

Tasas de conversión. Exact counts give one share and Wilson's interval; "more than" counts
give the range that is left; a ratio of two lower bounds says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from ..kernel.fields import InstanceOf
from ..kernel.figures import PublishedFigure, Relation, ratio_of
from ..kernel.provenance import Status, merged_sources, weakest
from ..statistics.intervals import read_confidence
from ..statistics.proportions import wilson
from .figure_bounds import Bounds
from .reach_results import ReachRate, ReachRates
from .reaches import Reach

__all__ = ["reach_rates"]


def reach_rates(reach: Reach, *, confidence: float = 0.95) -> ReachRates:
    """Work out what share of each stage is in the stage nested in it.

    Tasas de conversión. A stage that is not stated to lie within the one before has none,
    whatever their numbers.

    Args:
        reach: Its stages, in order, and which of them are nested.
        confidence: Of the intervals, between 0 and 1, neither included.

    Returns:
        One range for each nested stage, exact: every pair of true counts that fits all that
        was published gives a share inside it, and no narrower range would hold them all.
        Where both counts are exact, the share itself and its Wilson interval.

    Raises:
        InvalidValueError: If *reach* is none, or *confidence* leaves its range.

    Source:
        Own; interval arithmetic, and Wilson's interval where counts are exact.

    >>> from imss_integrity.catalog import FIVE_ACTIONS_ENROLLED, FIVE_ACTIONS_REACHED
    >>> reach = Reach.from_figures([FIVE_ACTIONS_REACHED, FIVE_ACTIONS_ENROLLED],
    ...     initiative="cinco-acciones", nested=[FIVE_ACTIONS_ENROLLED.code])
    >>> str(reach_rates(reach).rates[0])
    'sin tasa: las cotas publicadas no dan ninguna dirección'
    >>> reach_rates(reach, confidence=1)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'confidence' must lie between 0 and 1...
    """
    InstanceOf(Reach).check("reach", reach)
    read_confidence(confidence)  # refused too where no interval is made
    rates = tuple(_rates(reach, confidence))
    methods = (rate.interval.sources for rate in rates if rate.interval is not None)
    return ReachRates(
        reach=reach,
        rates=rates,
        status=weakest((reach.status, Status.DERIVED)),
        sources=merged_sources(reach.sources, *methods),
    )


def _rates(reach: Reach, confidence: float) -> Iterator[ReachRate]:
    for (wide, before), (narrow, stage) in pairwise(zip(reach.bounds, reach.stages, strict=True)):
        if stage.nested and wide[1] != 0:
            lowest, highest = _share(narrow, wide)
            counts = narrow[0], wide[0]
            is_exact = counts == (narrow[1], wide[1])
            yield ReachRate(
                stage=stage.figure.code,
                before=before.figure.code,
                lowest=lowest,
                highest=highest,
                about=None if lowest or highest < 1 else _about(stage.figure, before.figure),
                interval=wilson(*map(int, counts), confidence=confidence) if is_exact else None,
            )


def _share(narrow: Bounds, wide: Bounds) -> tuple[Fraction, Fraction]:
    """Give the range of a share whose part never passes its whole, and whose whole is above 0."""
    least, most = narrow
    low, high = wide
    lowest = Fraction(0) if high is None else least / high
    if most is None or most > low:
        return lowest, Fraction(1)  # part and whole may be one
    return lowest, most / low if most else Fraction(0)


def _about(part: PublishedFigure, whole: PublishedFigure) -> Fraction | None:
    """Give the quotient of what was published as "about", where it can be a share."""
    if whole.value < part.value or not whole.value:
        return None
    ratio = ratio_of(part, whole)
    return ratio.nominal if ratio.relation is Relation.ABOUT else None
