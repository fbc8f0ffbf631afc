"""Ranks of units, with how uncertain they are.

Lugares con su incertidumbre. A rank is the least certain figure that can be made of a share:
with few trials nearly every place is possible. It is told with its interval or not at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

import attrs

from ..kernel.errors import Fault, InconsistentError
from ..kernel.fields import InstanceOf, WholeNumber
from ..kernel.text import Text
from ..kernel.values import Value
from .outcomes import read_outcomes

__all__ = ["RankInterval", "rank_intervals"]

_RANK = WholeNumber(1)
_DRAWS = WholeNumber(100, 100_000)
_GENERATOR = InstanceOf(Random)
_PRIOR = 0.5  # Jeffreys


@attrs.frozen(kw_only=True, weakref_slot=False)
class RankInterval(Value):
    """The place of one unit among all, as far as it is known.

    Lugar con su intervalo. Place 1 has the highest share, whether or not that is good.

    Attributes:
        median: The middle place, from *lower* to *upper*.
        lower: The place that 5 % of the draws do not exceed, from 1.
        upper: The place that 95 % of the draws do not exceed.

    Raises:
        InvalidValueError: If a place is no whole number from 1.
        InconsistentError: If the places are not in order.

    >>> str(RankInterval(median=3, lower=1, upper=9))
    '3 (1-9)'
    >>> RankInterval(median=3, lower=4, upper=9)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'lower', 'median' and 'upper' must be in order
    """

    median: int = attrs.field(validator=_RANK)
    lower: int = attrs.field(validator=_RANK)
    upper: int = attrs.field(validator=_RANK)

    def __attrs_post_init__(self) -> None:
        if not self.lower <= self.median <= self.upper:
            text = Text(
                "'lower', 'median' y 'upper' deben ir en orden",
                "'lower', 'median' and 'upper' must be in order",
            )
            raise InconsistentError(Fault("median", "order", text))

    def __str__(self) -> str:
        return f"{self.median} ({self.lower}-{self.upper})"


def rank_intervals(
    successes: Iterable[int], trials: Iterable[int], *, generator: Random, draws: int = 1000
) -> tuple[RankInterval, ...]:
    """Find how far the rank of each unit is known, by drawing what its share may be.

    Lugares con su intervalo. In each draw every unit gets a share that its counts allow (beta
    distribution, with half a success and half a failure added), and all are ranked.

    Args:
        successes: Whole counts, one for each unit, each from 0 to its trials.
        trials: Whole counts from 1.
        generator: The chance, of the caller: the same state gives the same ranks. It moves on.
        draws: How many, 100 to 100 000; with 1000 an end of an interval is known to about one
            place in fifty.

    Returns:
        One interval for each unit, in order: the median and the 5 % and 95 % places.

    Raises:
        InvalidValueError: If an argument breaks its rule, or there is no unit.
        InconsistentError: If a unit has more successes than trials, or the lists differ in
            length.

    Source:
        Goldstein and Spiegelhalter (1996) for ranks by draws; the prior is own.

    >>> ranks = rank_intervals([95, 50, 5], [100, 100, 100], generator=Random(1))
    >>> [str(rank) for rank in ranks]
    ['1 (1-1)', '2 (2-2)', '3 (3-3)']
    >>> rank_intervals([95, 50], [100, 100], generator=1)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'generator' must be of type Random: got 1
    """
    _GENERATOR.check("generator", generator)
    _DRAWS.check("draws", draws)
    xs, ns = read_outcomes(successes, trials)
    shapes = [(x + _PRIOR, n - x + _PRIOR) for x, n in zip(xs, ns, strict=True)]
    ranks: list[list[int]] = [[] for _ in shapes]
    for _ in range(draws):
        shares = [generator.betavariate(*shape) for shape in shapes]
        order = sorted(range(len(shares)), key=shares.__getitem__, reverse=True)
        for rank, i in enumerate(order, 1):
            ranks[i].append(rank)
    return tuple(_interval(sorted(of_unit)) for of_unit in ranks)


def _interval(ordered: list[int]) -> RankInterval:
    def at(percent: int) -> int:
        return ordered[-(-percent * len(ordered) // 100) - 1]

    return RankInterval(median=at(50), lower=at(5), upper=at(95))
