"""What the charts of shares and counts have in common: reading counts, choosing points.

Cartas por atributos, lo que comparten. The charts themselves are in `attribute_charts` and
`laney_charts`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import sqrt
from operator import gt

import attrs

from ..kernel.errors import InconsistentError, must, raise_any
from ..kernel.text import Text
from .chart_results import ControlChart
from .chart_segments import ChartKind, ChartSegment
from .chart_sources import LANEY, MONTGOMERY
from .floats import check_length, read_counts
from .stretches import Stretch, check_least, read_excluded, read_indices, stretches_of

__all__ = ["Options", "attribute_chart", "binomial", "segment_of", "shares_of"]


@attrs.frozen(kw_only=True)
class Options:
    """Which points count, as the caller gave it."""

    baseline: object
    excluded: object
    rebase: object


def attribute_chart(
    kind: ChartKind,
    counts: Sequence[int],
    sizes: Sequence[float] | None,
    options: Options,
    segment: Callable[[Stretch], ChartSegment],
) -> ControlChart:
    """Choose the points that count, and make the chart of their segments."""
    count = len(counts)
    least = 2 if kind is ChartKind.P_PRIME else 1
    check_least("events", count, least)
    baseline: frozenset[int] | None = None
    if options.baseline is not None:
        indices = read_indices(options.baseline, path="baseline", count=count)
        check_least("baseline", len(indices), least)
        baseline = frozenset(indices)
    left = read_excluded(options.excluded, count)
    stretches = stretches_of(
        count, baseline=baseline, excluded=left, rebase=options.rebase, least=least, path="events"
    )
    return ControlChart(
        kind=kind,
        values=_values(counts, sizes),
        trials=None if sizes is None else tuple(map(float, sizes)),
        segments=tuple(map(segment, stretches)),
        excluded=left,
        sources=(LANEY, MONTGOMERY) if kind is ChartKind.P_PRIME else (MONTGOMERY,),
    )


def _values(counts: Sequence[int], sizes: Sequence[float] | None) -> tuple[float, ...]:
    if sizes is None:
        return tuple(map(float, counts))
    return tuple([x / n for x, n in zip(counts, sizes, strict=True)])


def segment_of(
    stretch: Stretch, centre: float, sigma: float, sigma_z: float | None = None
) -> ChartSegment:
    """Give the segment of a stretch."""
    points = len(stretch.counted)
    return ChartSegment(
        start=stretch.start, points=points, centre=centre, sigma=sigma, sigma_z=sigma_z
    )


def binomial(happened: Sequence[int], tried: Sequence[int]) -> tuple[float, float]:
    """Give the share of all trials, and the standard deviation of one of them."""
    yes, whole = sum(happened), sum(tried)
    return yes / whole, sqrt(yes * (whole - yes)) / whole


def shares_of(events: object, trials: object) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Read events and trials, and refuse more events than trials."""
    counts = read_counts(events, path="events")
    sizes = read_counts(trials, path="trials", low=1)
    check_length("trials", sizes, len(counts))
    if any(map(gt, counts, sizes)):
        more = Text("ser a lo más 'trials' ({n})", "be at most 'trials' ({n})")
        raise_any(
            (
                must(f"events[{i}]", "range", more.format(n=size), count, subject="events")
                for i, (count, size) in enumerate(zip(counts, sizes, strict=True))
                if count > size
            ),
            InconsistentError,
        )
    return counts, sizes
