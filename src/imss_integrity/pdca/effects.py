"""How large a change is: the difference of two means, with an interval.

Efecto. The spread is read from the moving ranges inside each phase, as on an XmR chart, so that
the change itself does not widen it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import fsum, sqrt
from statistics import NormalDist, mean

from .indicator_verdicts import Effect

__all__ = ["effect_of"]

_MOVING_RANGE = 1.128  # expected moving range of two normal values, in standard deviations


def effect_of(before: Sequence[float], after: Sequence[float], *, confidence: float) -> Effect:
    """Give the effect between two phases, each of at least one level."""
    # These means are rounded once, so that a level that never moves has no effect.
    low, high = mean(before), mean(after)
    difference = high - low
    ranges = [abs(b - a) for levels in (before, after) for a, b in pairwise(levels)]
    spread = fsum(ranges) / len(ranges) / _MOVING_RANGE if ranges else 0.0
    quantile = NormalDist().inv_cdf((1 + confidence) / 2)
    half = quantile * spread * sqrt(1 / len(before) + 1 / len(after))
    return Effect(
        before=low,
        after=high,
        difference=difference,
        lower=difference - half if spread else None,
        upper=difference + half if spread else None,
        confidence=confidence,
    )
