"""Charts of shares and counts: p, u and c.

Cartas por atributos. Their limits come from the binomial or the Poisson law, so they need
the trials behind each point. With very large counts that law flags noise: see
`laney_charts`, or chart the shares as individual values.

Source: Montgomery, *Introduction to Statistical Quality Control*.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import fsum, sqrt

from ..kernel.errors import must, raise_any
from ..kernel.text import Text
from .attributes import Options, attribute_chart, binomial, segment_of, shares_of
from .chart_results import ControlChart
from .chart_segments import ChartKind, ChartSegment
from .floats import SMALLEST, check_length, read_counts, read_floats
from .reading import Number
from .stretches import Stretch, counted_of

__all__ = ["c_chart", "p_chart", "u_chart"]

_NOT_POSITIVE = Text("ser mayor que 0, desde 1e-9", "be above 0, from 1e-9")
Indices = Iterable[int]


def p_chart(
    events: Iterable[int],
    trials: Iterable[int],
    *,
    baseline: Indices | None = None,
    excluded: Indices = (),
    rebase: Indices = (),
) -> ControlChart:
    """Chart shares: events among trials, each trial with or without the event.

    Carta p. Centre: all events by all trials of the points that count. Limits: 3 standard
    deviations of the binomial law for the trials of each point, clipped to 0..1.

    Args:
        events: Whole counts in time order, shape ``(n,)``, ``n >= 1``, from 0 to *trials*.
        trials: Whole counts, shape ``(n,)``, from 1.
        baseline: Indices of the points that make the centre, in any order; the limits are
            frozen: they hold for every point. ``None``: all points.
        excluded: Indices of points that never count, and are still shown.
        rebase: Ascending indices, from 1, of points at which a new segment starts, with a
            centre of its own. A segment that holds no point of the baseline counts all its
            points.

    Returns:
        The chart; floats, the centre rounded once.

    Raises:
        InvalidValueError: If a count or an option breaks its range, or no point of a
            segment counts.
        InconsistentError: If the lengths differ, or events are more than trials.

    Source:
        Montgomery (derived); what a baseline means beside a rebase is own.

    >>> chart = p_chart([3, 5, 2, 9, 4], [40, 50, 45, 48, 52], baseline=[0, 1, 2, 4])
    >>> round(chart.centre[0], 4), round(chart.upper[3], 4), chart.lower[3]
    (0.0749, 0.1888, 0.0)
    >>> p_chart([1, 2], [10, 0])
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'trials' must hold counts from 1: got 0 @ tr...
    """
    counts, sizes = shares_of(events, trials)

    def segment(stretch: Stretch) -> ChartSegment:
        share, sigma = binomial(counted_of(counts, stretch), counted_of(sizes, stretch))
        return segment_of(stretch, share, sigma)

    options = Options(baseline=baseline, excluded=excluded, rebase=rebase)
    return attribute_chart(ChartKind.P, counts, sizes, options, segment)


def u_chart(
    events: Iterable[int],
    trials: Iterable[Number],
    *,
    baseline: Indices | None = None,
    excluded: Indices = (),
    rebase: Indices = (),
) -> ControlChart:
    """Chart events by opportunity, such as complaints for each thousand consultations.

    Carta u. Centre: all events by all opportunity of the points that count. Limits: 3
    standard deviations of the Poisson law for each point, never below 0.

    Args:
        events: Whole counts in time order, shape ``(n,)``, ``n >= 1``, from 0.
        trials: Opportunity of each point (patient days, thousands of consultations), shape
            ``(n,)``, any number from 1e-9 to 1e100.
        baseline: As for `p_chart`.
        excluded: As for `p_chart`.
        rebase: As for `p_chart`.

    Returns:
        The chart; floats, events for each unit of opportunity.

    Raises:
        InvalidValueError: If a number or an option breaks its range, or no point of a
            segment counts.
        InconsistentError: If the lengths differ.

    Source:
        Montgomery (derived); what a baseline means beside a rebase is own.

    >>> chart = u_chart([3, 5, 2], [1.5, 2, 1.25])
    >>> round(chart.centre[0], 4), round(chart.upper[0], 4)
    (2.1053, 5.6594)
    >>> u_chart([3, 5, 2], [1.5, 2])
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'trials' must have 3 values, one for each po...
    """
    counts = read_counts(events, path="events")
    sizes = read_floats(trials, path="trials")
    check_length("trials", sizes, len(counts))
    raise_any(
        must(f"trials[{i}]", "range", _NOT_POSITIVE, size, subject="trials")
        for i, size in enumerate(sizes)
        if size < SMALLEST
    )

    def segment(stretch: Stretch) -> ChartSegment:
        centre = sum(counted_of(counts, stretch)) / fsum(counted_of(sizes, stretch))
        return segment_of(stretch, centre, sqrt(centre))

    options = Options(baseline=baseline, excluded=excluded, rebase=rebase)
    return attribute_chart(ChartKind.U, counts, sizes, options, segment)


def c_chart(
    events: Iterable[int],
    *,
    baseline: Indices | None = None,
    excluded: Indices = (),
    rebase: Indices = (),
) -> ControlChart:
    """Chart counts of events where every point has the same opportunity.

    Carta c. Centre: the mean count of the points that count. Limits: 3 standard deviations
    of the Poisson law, never below 0.

    Args:
        events: Whole counts in time order, shape ``(n,)``, ``n >= 1``, from 0.
        baseline: As for `p_chart`.
        excluded: As for `p_chart`.
        rebase: As for `p_chart`.

    Returns:
        The chart; floats.

    Raises:
        InvalidValueError: If a count or an option breaks its range, or no point of a
            segment counts.

    Source:
        Montgomery (derived); what a baseline means beside a rebase is own.

    >>> c_chart([20, 25, 30]).upper
    (40.0, 40.0, 40.0)
    >>> c_chart([1, -2])
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'events' must hold counts: ...: got -2 @ eve...
    """
    counts = read_counts(events, path="events")

    def segment(stretch: Stretch) -> ChartSegment:
        counted = counted_of(counts, stretch)
        centre = sum(counted) / len(counted)
        return segment_of(stretch, centre, sqrt(centre))

    options = Options(baseline=baseline, excluded=excluded, rebase=rebase)
    return attribute_chart(ChartKind.C, counts, None, options, segment)
