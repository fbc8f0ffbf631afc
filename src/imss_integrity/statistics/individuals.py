"""The XmR chart: individual values, judged by their own moving ranges.

Carta XmR. The chart for one number at a time, whatever it measures: what is ordinary is
learned from how far each value lies from the one before, so that a shift of the level does
not widen the limits.

Source: Montgomery, *Introduction to Statistical Quality Control*; screening of moving
ranges by Nelson (1982), as in the tools of NHS England.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from math import fsum
from operator import sub

from ..kernel.fields import InstanceOf, WholeNumber, choice
from .chart_results import SIGMAS, ControlChart
from .chart_segments import RANGE_LIMIT, ChartKind, ChartSegment, MovingRangeFactor
from .chart_sources import MONTGOMERY, NELSON
from .floats import read_floats
from .reading import Number
from .stretches import Stretch, check_least, counted_of, read_excluded, stretches_of

__all__ = ["xmr_chart"]

LEAST = 2  # points: one moving range
_FLAG = InstanceOf(bool)


def xmr_chart(
    values: Iterable[Number],
    *,
    factor: MovingRangeFactor | str = MovingRangeFactor.ROUNDED,
    baseline: int | None = None,
    screen: bool = False,
    excluded: Iterable[int] = (),
    rebase: Iterable[int] = (),
) -> ControlChart:
    """Chart individual values in time order, with limits from their moving ranges.

    Carta XmR. Centre: the mean of the points that count. Limits: the centre less and plus
    *factor* mean moving ranges. A moving range lies between a point that counts and the
    next one that counts. Time is linear in the points.

    Args:
        values: Finite numbers of one unit, in time order, shape ``(n,)``, ``n >= 2``, each
            from -1e100 to 1e100. A missing value is left out by the caller.
        factor: A `MovingRangeFactor` or its text.
        baseline: How many of the first points make centre and limits, 2 to ``n``; the
            limits are frozen: they hold for the points after it. ``None``: all points.
        screen: Whether moving ranges of 3.267 times their mean or more are dropped, once,
            before the mean is taken; the centre keeps every point. Where all moving ranges
            are 0 none is dropped.
        excluded: Indices of points that make neither centre nor moving ranges, and are
            still shown against the limits.
        rebase: Ascending indices, from 1, of points at which a new segment starts, with a
            centre and limits of its own. A segment that holds no point of the baseline
            counts all its points.

    Returns:
        The chart; floats, the mean rounded once. Limits that fall on the centre mean that
        nothing varied.

    Raises:
        InvalidValueError: If a value or an option breaks its range, or fewer than 2 points
            of a segment count.

    Source:
        Montgomery; Nelson 1982 for the screening (derived). Moving ranges that step over
        excluded points are the reading of qicharts2; what a baseline means beside a rebase
        is own.

    >>> chart = xmr_chart([12, 15, 11, 14, 13, 18, 12, 30, 13, 14], baseline=6)
    >>> round(chart.upper[-1], 2), chart.outside
    (22.35, (7,))
    >>> xmr_chart([7])
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'values' must have at least 2 points: got 1
    """
    chosen = choice(MovingRangeFactor, factor, path="factor")
    _FLAG.check("screen", screen)
    points = read_floats(values, path="values")
    check_least("values", len(points), LEAST)
    if baseline is not None:
        WholeNumber(LEAST, len(points)).check("baseline", baseline)
    left = read_excluded(excluded, len(points))
    stretches = stretches_of(
        len(points),
        baseline=None if baseline is None else range(baseline),
        excluded=left,
        rebase=rebase,
        least=LEAST,
        path="values",
    )
    return ControlChart(
        kind=ChartKind.XMR,
        values=points,
        segments=tuple(_segment(points, one, chosen, screen=screen) for one in stretches),
        excluded=left,
        factor=chosen,
        sources=(MONTGOMERY, NELSON) if screen else (MONTGOMERY,),
    )


def _segment(
    points: Sequence[float], stretch: Stretch, factor: MovingRangeFactor, *, screen: bool
) -> ChartSegment:
    counted = counted_of(points, stretch)
    mean = fsum(_moving_ranges(counted)) / (len(counted) - 1)
    # Where nothing moves the centre is where the points are, and not one rounding step away.
    centre = fsum(counted) / len(counted) if mean else counted[0]
    screened: tuple[int, ...] = ()
    if screen and mean > 0:
        limit = RANGE_LIMIT * mean
        ranges = list(_moving_ranges(counted))
        later = stretch.counted[1:]
        screened = tuple(i for i, one in zip(later, ranges, strict=True) if one >= limit)
        mean = fsum(one for one in ranges if one < limit) / (len(ranges) - len(screened))
    return ChartSegment(
        start=stretch.start,
        points=len(counted),
        centre=centre,
        sigma=factor.number * mean / SIGMAS,
        mean_moving_range=mean,
        screened=screened,
    )


def _moving_ranges(counted: Sequence[float]) -> Iterator[float]:
    return map(abs, map(sub, islice(counted, 1, None), counted))
