"""Adding up percents by criterion in blocks that stay in the cache.

Sumas por criterio. A percent of the lattice is a multiple of the step, so multiplying by the
inverse of the step modulo 256 divides it without a remainder; what is not rated (255), off the
lattice or above 100 becomes larger than any sound quotient, and one maximum tells whether a
block holds any of it. Quotients are small: many are added as bytes before they are weighed.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import attrs
import numpy as np
from numpy.typing import DTypeLike, NDArray

from ..competitiveness import Criterion, Framework
from .arrays import Bytes

__all__ = ["NOT_RATED", "CriterionSums", "add_up"]

NOT_RATED = 255
"""The byte that stands for a subcriterion that is not yet rated, which is not 0."""

_ROWS = 8192
_TILE = 256
_BYTE = 255
_FULL = 100


@attrs.frozen
class CriterionSums:
    """What the percents of many assessments add up to; criteria by rows, assessments by columns.

    Attributes:
        sums: Points times percent of what is rated; at most a hundred million.
        idle: Points that are not rated.
        unrated: How many subcriteria of an assessment are not rated.
        lowest: The lowest percent that is rated, `NOT_RATED` where none is.
        wrong: Whether an assessment holds a percent off the lattice.
    """

    sums: NDArray[np.int32]
    idle: NDArray[np.int32]
    unrated: NDArray[np.int32]
    lowest: Bytes
    wrong: NDArray[np.bool_]


@attrs.frozen
class _Lattice:
    """How a byte is divided by the step: *inverse* modulo 256, then what must hold of it."""

    unit: int  # the odd part of the step, which quotients are multiples of
    inverse: np.uint8
    top: int
    even: int  # bits of the quotient that must be 0

    @classmethod
    def of(cls, step: int) -> _Lattice:
        even = step & -step
        unit = step // even
        return cls(unit, np.uint8(pow(unit, -1, _BYTE + 1)), _FULL // unit, even - 1)

    def off(self, quotients: Bytes) -> bool:
        """Say whether any of *quotients* is none of the lattice."""
        if quotients.max(initial=0) > self.top:
            return True
        return bool(self.even) and bool((quotients & self.even).any())


@attrs.frozen
class _CriterionPlan:
    """How a criterion is added up.

    Attributes:
        place: Where its subcriteria stand.
        count: How many they are.
        runs: Stretches of subcriteria that carry the same points.
        dtype: What holds points times quotients, as small as can be.
    """

    place: slice
    count: int
    runs: tuple[tuple[slice, int], ...]
    dtype: DTypeLike

    @classmethod
    def of(cls, criterion: Criterion, start: int, lattice: _Lattice) -> _CriterionPlan:
        points = [sub.points for sub in criterion.subcriteria]
        place = slice(start, start + len(points))
        dtype = np.min_scalar_type(lattice.top * criterion.points)
        return cls(place, len(points), tuple(_runs(points, lattice)), dtype)


def _runs(carried: list[int], lattice: _Lattice) -> Iterator[tuple[slice, int]]:
    """Go through stretches of equal points, each short enough to be added as bytes."""
    longest, start = _BYTE // lattice.top, 0
    for points, run in groupby(carried):
        stop = start + sum(1 for _ in run)
        for first in range(start, stop, longest):
            yield slice(first, min(first + longest, stop)), points
        start = stop


def _plans(framework: Framework, lattice: _Lattice) -> Iterator[_CriterionPlan]:
    start = 0
    for criterion in framework.criteria:
        yield _CriterionPlan.of(criterion, start, lattice)
        start += len(criterion.subcriteria)


def add_up(columns: Bytes, framework: Framework, *, lowest: bool) -> CriterionSums:
    """Add up *columns*, shape (subcriteria, assessments).

    Args:
        columns: Percents, `NOT_RATED` where there is none.
        framework: What they are by.
        lowest: Whether the lowest percents are wanted, or the sums.
    """
    rows: int = columns.shape[1]
    lattice = _Lattice.of(framework.scale.step)
    plans = tuple(_plans(framework, lattice))
    found = CriterionSums(
        sums=np.zeros((len(plans), rows), dtype=np.int32),
        idle=np.zeros((len(plans), rows), dtype=np.int32),
        unrated=np.zeros(rows, dtype=np.int32),
        lowest=np.full(rows, NOT_RATED, dtype=np.uint8),
        wrong=np.zeros(rows, dtype=np.bool_),
    )
    widest = max(plan.count for plan in plans)
    scratch = np.empty((widest, min(_ROWS, rows)), dtype=np.uint8)
    for start in range(0, rows, _ROWS):
        here = slice(start, min(start + _ROWS, rows))
        block = _turned(columns[:, here])
        for number, plan in enumerate(plans):
            given = block[plan.place]
            quotients = scratch[: plan.count, : here.stop - start]
            np.multiply(given, lattice.inverse, out=quotients)
            if lattice.off(quotients):
                _set_apart(given, quotients, lattice, found, (number, plan, here))
            if lowest:
                least = np.minimum.reduce(given, axis=0)
                np.minimum(found.lowest[here], least, out=found.lowest[here])
            else:
                _weigh(quotients, plan, found.sums[number, here], lattice.unit)
    return found


def _turned(block: Bytes) -> Bytes:
    """Give *block* with each subcriterion contiguous; in tiles, which the cache holds."""
    if block.strides[1] == 1:
        return block
    turned = np.empty(block.shape, dtype=np.uint8)
    for start in range(0, block.shape[1], _TILE):
        turned[:, start : start + _TILE] = block[:, start : start + _TILE]
    return turned


def _set_apart(
    given: Bytes,
    quotients: Bytes,
    lattice: _Lattice,
    found: CriterionSums,
    where: tuple[int, _CriterionPlan, slice],
) -> None:
    """Count what is not rated as 0, and mark what is off the lattice."""
    number, plan, here = where
    absent = (given == NOT_RATED).view(np.uint8)
    quotients &= absent - np.uint8(1)  # 255 where it is rated, 0 where it is not
    for run, points in plan.runs:
        narrow = np.add.reduce(absent[run], axis=0, dtype=np.uint8)
        found.unrated[here] += narrow
        found.idle[number, here] += np.multiply(narrow, points, dtype=np.int32)
    if lattice.off(quotients):
        off = (quotients > lattice.top) | (quotients & lattice.even != 0)
        found.wrong[here] |= off.any(axis=0)


def _weigh(quotients: Bytes, plan: _CriterionPlan, sums: NDArray[np.int32], unit: int) -> None:
    total = np.zeros(len(sums), dtype=plan.dtype)
    for run, points in plan.runs:
        narrow = np.add.reduce(quotients[run], axis=0, dtype=np.uint8)
        total += np.multiply(narrow, points, dtype=plan.dtype)
    np.multiply(total, unit, out=sums, dtype=np.int32)
