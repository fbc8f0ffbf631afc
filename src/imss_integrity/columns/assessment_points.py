"""From sums to points: numerators and denominators, by criterion and in all.

Puntos. A denominator is 100, hundredths of a point, but where points that are not rated were
given to the others of their criterion.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..competitiveness import Framework, MissingPolicy
from ..kernel.explanation import Aggregation
from .arrays import sealed
from .assessment_blocks import CriterionSums

__all__ = ["criterion_points", "points_of", "total_points"]

_HUNDREDTHS = 100
_LARGEST = 2**63 - 1


def points_of(framework: Framework) -> NDArray[np.int64]:
    """Give the points of each criterion, shape (criteria, 1)."""
    return np.array([[criterion.points] for criterion in framework.criteria])


def criterion_points(
    framework: Framework,
    found: CriterionSums,
    policy: MissingPolicy,
    method: Aggregation,
    *,
    shared: bool,
) -> tuple[NDArray[Any], NDArray[Any]]:
    """Give numerators and denominators, shape (criteria, assessments).

    Where points are *shared*, those of a criterion are carried by what is rated alone.
    """
    points = points_of(framework)
    hundredths: NDArray[Any] = np.broadcast_to(np.int64(_HUNDREDTHS), found.sums.shape)
    if method is Aggregation.MINIMUM:
        fills = (found.unrated > 0) & (policy is MissingPolicy.ZERO)
        return points * np.where(fills, 0, found.lowest), hundredths
    if not shared:
        return found.sums, hundredths
    is_partial = found.idle > 0
    numerators = np.where(is_partial, points * found.sums.astype(np.int64), found.sums)
    return numerators, np.where(is_partial, _HUNDREDTHS * (points - found.idle), hundredths)


def total_points(
    numerators: NDArray[Any], denominators: NDArray[Any], *, shared: bool, most: int
) -> tuple[NDArray[Any], NDArray[Any]]:
    """Add up criteria; *most* is what a total can be in points."""
    totals: NDArray[Any] = numerators.sum(axis=0, dtype=np.int64)
    units: NDArray[Any] = np.broadcast_to(np.int64(_HUNDREDTHS), totals.shape)
    if not shared:
        return sealed(totals), sealed(units)
    common, fits = _common_units(denominators, _LARGEST // most)
    totals = (numerators * (common // denominators)).sum(axis=0)
    if not fits.all():
        totals, common = totals.astype(object), common.astype(object)
        parts, below = (one[:, ~fits].astype(object) for one in (numerators, denominators))
        common[~fits] = np.lcm.reduce(below, axis=0)
        totals[~fits] = (parts * (common[~fits] // below)).sum(axis=0)
    return sealed(totals), sealed(common)


def _common_units(denominators: NDArray[Any], limit: int) -> tuple[NDArray[Any], NDArray[np.bool_]]:
    """Give a common denominator of each column, and whether it keeps to *limit*."""
    rows: int = denominators.shape[1]
    common: NDArray[Any] = np.full(rows, _HUNDREDTHS, dtype=np.int64)
    fits = np.ones(rows, dtype=np.bool_)
    for below in denominators:
        step = below // np.gcd(common, below)
        fits &= step <= limit // common
        common = np.where(fits, common * step, common)
    return common, fits
