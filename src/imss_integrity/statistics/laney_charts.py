"""Laney's p' chart: shares whose spread is measured from the points themselves.

Carta p' de Laney. With very large counts (80 thousand of 400 thousand) the binomial law
expects so little chance that a p chart flags noise; p' learns how far the points stray.

Source: Laney (2002), Improved control charts for attributes.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from math import fsum, sqrt

from ..kernel.errors import Fault, InconsistentError
from ..kernel.text import Text
from .attributes import Options, attribute_chart, binomial, segment_of, shares_of
from .chart_results import ControlChart
from .chart_segments import ChartKind, ChartSegment
from .stretches import Stretch, counted_of

__all__ = ["laney_p_chart"]

SPREAD = 1.128  # the mean moving range of a standard normal series (d2 of two points)
_NO_VARIATION = Text(
    "'events' debe variar donde cuenta: sin variación sigma z no está definida; use p_chart",
    "'events' must vary where they count: without variation sigma z is undefined; use p_chart",
)


def laney_p_chart(
    events: Iterable[int],
    trials: Iterable[int],
    *,
    baseline: Iterable[int] | None = None,
    excluded: Iterable[int] = (),
    rebase: Iterable[int] = (),
) -> ControlChart:
    """Chart shares whose spread is measured from the points themselves.

    Carta p' de Laney. As `p_chart`, with the standard deviation of each point widened by
    sigma z: the mean step between neighbours that count, in binomial standard deviations,
    by 1.128. Where sigma z is below 1 the limits are narrower than those of the p chart.

    Args:
        events: As for `p_chart`; at least 2 points.
        trials: As for `p_chart`.
        baseline: Indices of the points that make the centre and sigma z, in any order; its
            neighbours in time make the steps. ``None``: all points.
        excluded: As for `p_chart`.
        rebase: As for `p_chart`.

    Returns:
        The chart; each segment holds its ``sigma_z``.

    Raises:
        InvalidValueError: If a count or an option breaks its range, or fewer than 2 points
            of a segment count.
        InconsistentError: If the lengths differ, events are more than trials, or all trials
            that count end alike: without variation sigma z is undefined.

    Source:
        Laney 2002 (derived); what a baseline means beside a rebase is own.

    >>> chart = laney_p_chart([50, 61, 48, 70], [100, 110, 90, 120])
    >>> round(chart.segments[0].sigma_z, 4), round(chart.upper[0], 4)
    (0.766, 0.6597)
    >>> laney_p_chart([0, 0], [10, 12])
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'events' must vary where they count: ...
    """
    counts, sizes = shares_of(events, trials)

    def segment(stretch: Stretch) -> ChartSegment:
        happened, tried = counted_of(counts, stretch), counted_of(sizes, stretch)
        share, sigma = binomial(happened, tried)
        if not sigma:
            raise InconsistentError(Fault("events", "no_variation", _NO_VARIATION))
        distances = [
            (x / n - share) / sigma * sqrt(n) for x, n in zip(happened, tried, strict=True)
        ]
        steps = [abs(later - earlier) for earlier, later in pairwise(distances)]
        sigma_z = fsum(steps) / len(steps) / SPREAD
        return segment_of(stretch, share, sigma * sigma_z, sigma_z)

    options = Options(baseline=baseline, excluded=excluded, rebase=rebase)
    return attribute_chart(ChartKind.P_PRIME, counts, sizes, options, segment)
