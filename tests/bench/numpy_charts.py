"""The straightforward numpy version of what the charts give: the rival of `charts.py`.

A list comes in, arrays come out; as one writes it, with whole-array arithmetic and windows.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Lines = tuple[Floats, Floats, Floats, Floats]

TREND, SHIFT, WINDOW, NEAR = 7, 7, 3, 2


def xmr_lines(values: Sequence[float]) -> Lines:
    """Give values, centre, lower and upper limit at each point."""
    points = np.asarray(values, dtype=np.float64)
    if points.ndim != 1 or points.size < WINDOW - 1 or not np.isfinite(points).all():
        raise ValueError(points.size)
    centre = points.mean()
    reach = 2.66 * np.abs(np.diff(points)).mean()
    ones = np.ones_like(points)
    return points, centre * ones, (centre - reach) * ones, (centre + reach) * ones


def p_lines(events: Sequence[int], trials: Sequence[int]) -> Lines:
    """Give shares, centre, lower and upper limit at each point."""
    happened, tried = np.asarray(events), np.asarray(trials)
    if (happened < 0).any() or (happened > tried).any() or (tried < 1).any():
        raise ValueError(happened.size)
    centre = happened.sum() / tried.sum()
    reach = 3 * np.sqrt(centre * (1 - centre) / tried)
    lower, upper = np.clip(centre - reach, 0, 1), np.clip(centre + reach, 0, 1)
    return happened / tried, centre * np.ones_like(reach), lower, upper


def as_lists(lines: Lines) -> list[list[float]]:
    """Give plain numbers, as code without numpy needs them."""
    return [line.tolist() for line in lines]


def nhs_marks(values: Floats, centre: Floats, lower: Floats, upper: Floats) -> dict[str, Flags]:
    """Give the points that each rule of the NHS marks, whole patterns."""
    count = values.size
    signs = np.sign(values - centre)
    steps = np.sign(np.diff(values))
    near_low, near_high = centre - (centre - lower) * 2 / 3, centre + (upper - centre) * 2 / 3
    trend = _windows(steps, TREND - 1)
    shift = _windows(signs, SHIFT)
    sides = sliding_window_view(signs, WINDOW)
    high = sliding_window_view((values >= near_high) & (values <= upper), WINDOW).sum(axis=1)
    low = sliding_window_view((values <= near_low) & (values >= lower), WINDOW).sum(axis=1)
    two = ((sides > 0).all(axis=1) & (high >= NEAR)) | ((sides < 0).all(axis=1) & (low >= NEAR))
    return {
        "outside": (values < lower) | (values > upper),
        "trend": _spread(trend, TREND, count),
        "shift": _spread(shift, SHIFT, count),
        "two_of_three": _spread(two, WINDOW, count),
    }


def _windows(signs: Floats, width: int) -> Flags:
    """Say which windows hold one sign only."""
    if signs.size < width:
        return np.zeros(0, dtype=np.bool_)
    windows = sliding_window_view(signs, width)
    return np.asarray((windows > 0).all(axis=1) | (windows < 0).all(axis=1))


def _spread(starts: Flags, width: int, count: int) -> Flags:
    """Mark every point of the windows that start where *starts* says so."""
    change = np.zeros(count + 1, dtype=np.int64)
    first = np.flatnonzero(starts)
    np.add.at(change, first, 1)
    np.add.at(change, first + width, -1)
    marked: Flags = np.cumsum(change[:-1]) > 0
    return marked
