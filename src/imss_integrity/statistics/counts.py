"""The interval of a count of rare events.

Intervalo de un conteo: complaints, incidents, sanctions in a period, where there is no number
of trials.
"""

from __future__ import annotations

from math import sqrt

from .intervals import Interval, IntervalMethod, interval_around, normal_point, read_confidence
from .outcomes import read_both
from .reading import Number, whole_count

__all__ = ["byar"]


def byar(count: int, *, confidence: Number = 0.95) -> Interval:
    """Give the interval of a Poisson count by Byar's approximation.

    Aproximación de Byar. At 95 % it lies within a few hundredths of the exact limits from a
    count of 5 on.

    Args:
        count: Whole count from 0.
        confidence: Share between 0 and 1, both excluded.

    Returns:
        The interval of the expected count, from 0; its lower limit is exactly 0 at a count
        of 0. For a rate divide it by the time or the population, which are taken as known.

    Raises:
        InvalidValueError: If the count or the confidence breaks its range.

    Source:
        Breslow and Day 1987 (derived); a lower limit below 0 is 0 (own).

    >>> events = byar(4)
    >>> round(events.lower, 3), round(events.upper, 3)
    (1.076, 10.241)
    >>> byar(-1)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'count' must hold counts: whole numbers from...
    """
    x, level = read_both(lambda: whole_count(count, "count"), lambda: read_confidence(confidence))
    z = normal_point(level)
    lower = max(0.0, _limit(x, -z)) if x else 0.0
    return interval_around(IntervalMethod.BYAR, float(x), lower, _limit(x + 1, z), level)


def _limit(count: int, z: float) -> float:
    root: float = 1 - 1 / (9 * count) + z / (3 * sqrt(count))
    return count * root**3
