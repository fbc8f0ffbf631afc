"""Counts of the values inside units, and the distances between values, in whole numbers.

Tabla de coincidencias. What Krippendorff's alpha is made of: the sums of squared distances
over all pairs of values of a unit. Values are counted, not paired, so the time grows with
the cells; only the ratio level goes through pairs of distinct values.

Source: Krippendorff, *Content Analysis*; the distance at ordinal level is the difference of
the middle ranks, which equals his sum of the marginals in between.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from fractions import Fraction

import attrs

from ..kernel.errors import InvalidValueError, MissingDataError, must
from ..kernel.text import Text
from .reading import Number, Shape, finite_number, read_table, whole_multiples

__all__ = ["Coincidences", "MeasurementLevel", "Ratings"]

Ratings = Iterable[Iterable[Number | None]]
Counts = Mapping[int, int]

_SHAPE = Shape(Text("evaluadores", "observers"), Text("unidades", "units"), 2, 1)
_PAIR = 2
_RATIO_BITS = 256


class MeasurementLevel(StrEnum):
    """What the numbers of a rating mean (nivel de medición), and so how far apart two are.

    Attributes:
        NOMINAL: Names; two values differ or not.
        ORDINAL: Ranks; the distance is the number of ratings in between.
        INTERVAL: Quantities; the distance is the difference.
        RATIO: Quantities from 0 up; the distance is the difference over the sum.
    """

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"
    RATIO = "ratio"


@attrs.frozen
class Coincidences:
    """Ratings as whole numbers, unit by unit, and the distances of their level.

    Attributes:
        units: The values of each unit, one for each observer; ``None`` is missing.
        counts: How often each unit holds each value; empty where it has no pair.
        common: A number that one less than the values of each unit divides; it turns
            observed disagreement into whole numbers.
        spread: Counts -> for each value, the sum of its squared distances to all of them.
    """

    units: tuple[tuple[int | None, ...], ...]
    counts: tuple[Counter[int], ...]
    common: int
    spread: Callable[[Counts], dict[int, int]]

    @classmethod
    def of(cls, ratings: Ratings, level: MeasurementLevel) -> Coincidences:
        """Read observers x units of numbers, ``None`` where one is missing.

        Raises:
            InvalidValueError: If a rating breaks its rule, or there are too few observers.
            InconsistentError: If the rows differ in length.
            MissingDataError: If no unit has two values.
        """
        read = _magnitude if level is MeasurementLevel.RATIO else _rating
        columns = tuple(zip(*read_table(ratings, _SHAPE, path="ratings", read=read), strict=True))
        paired = [unit for unit in columns if len(unit) - unit.count(None) >= _PAIR]
        if not paired:
            rule = Text("llevar una unidad con dos valores", "hold a unit with two values")
            raise MissingDataError(must("ratings", "unpaired", rule, None))
        marginal = Counter(value for unit in paired for value in unit if value is not None)
        scale = _double_middle_ranks if level is MeasurementLevel.ORDINAL else whole_multiples
        whole = scale(marginal)
        # A value of an unpaired unit may have no whole number; it takes part in nothing.
        units = tuple(
            tuple(None if value is None else whole.get(value) for value in unit) for unit in columns
        )
        counts = tuple(_pairable(unit) for unit in units)
        common = math.lcm(*(count.total() - 1 for count in counts if count))
        return cls(units, counts, common, _SPREADS[level])

    def marginal(self) -> Counter[int]:
        """Count the values of all units that hold a pair."""
        total: Counter[int] = Counter()
        for count in self.counts:
            total.update(count)
        return total

    def total(self, count: Counts) -> int:
        """Add the squared distances of all ordered pairs of *count*."""
        return sum(count[value] * apart for value, apart in self.spread(count).items())

    def by_unit(self) -> tuple[int, ...]:
        """Give the observed disagreement inside each unit, times *common*."""
        return tuple(self.total(count) * self._weight(count) for count in self.counts)

    def by_observer(self) -> tuple[int, ...]:
        """Give the observed disagreement of each observer with the others, times *common*."""
        sums = [0] * len(self.units[0])
        for unit, count in zip(self.units, self.counts, strict=True):
            weight = self._weight(count)
            apart = self.spread(count)
            for observer, value in enumerate(unit):
                if value in apart:
                    sums[observer] += weight * apart[value]
        return tuple(sums)

    def _weight(self, count: Counter[int]) -> int:
        return self.common // (count.total() - 1) if count else 0


def _rating(value: object, path: str) -> Fraction | None:
    return None if value is None else finite_number(value, path)


def _magnitude(value: object, path: str) -> Fraction | None:
    number = _rating(value, path)
    if number is not None and number < 0:
        rule = Text(
            "llevar valores desde 0 en el nivel 'ratio'", "hold values from 0 up at level 'ratio'"
        )
        raise InvalidValueError(must(path, "range", rule, value, subject="ratings"))
    return number


def _pairable(unit: Iterable[int | None]) -> Counter[int]:
    count = Counter(value for value in unit if value is not None)
    return count if count.total() >= _PAIR else Counter()


def _double_middle_ranks(marginal: Mapping[Fraction, int]) -> dict[Fraction, int]:
    ranks: dict[Fraction, int] = {}
    below = 0
    for value in sorted(marginal):
        ranks[value] = 2 * below + marginal[value]
        below += marginal[value]
    return ranks


def _differing(counts: Counts) -> dict[int, int]:
    n = sum(counts.values())
    return {value: n - count for value, count in counts.items()}


def _squared_differences(counts: Counts) -> dict[int, int]:
    n = sum(counts.values())
    first = sum(count * value for value, count in counts.items())
    second = sum(count * value * value for value, count in counts.items())
    return {value: n * value * value - 2 * value * first + second for value in counts}


def _squared_ratios(counts: Counts) -> dict[int, int]:
    # Fixed point of 256 bits: exact sums of so many different denominators would grow
    # without bound. Rounded up, so that only equal values are no distance apart.
    def squared(one: int, other: int) -> int:
        if one == other:
            return 0
        return -(-((one - other) ** 2 << _RATIO_BITS) // (one + other) ** 2)

    return {
        value: sum(count * squared(value, other) for other, count in counts.items())
        for value in counts
    }


_SPREADS: Mapping[MeasurementLevel, Callable[[Counts], dict[int, int]]] = {
    MeasurementLevel.NOMINAL: _differing,
    MeasurementLevel.ORDINAL: _squared_differences,
    MeasurementLevel.INTERVAL: _squared_differences,
    MeasurementLevel.RATIO: _squared_ratios,
}
