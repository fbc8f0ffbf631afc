"""The chance of each total, if each subcriterion is drawn from its evaluators at random.

Distribución del total. Every subcriterion takes the percent of one of its evaluators, each
with equal chance, independently; the chances of all totals follow exactly, by convolution on
whole hundredths of a point. Own.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction

from .frameworks import Framework
from .stages import StageRule

__all__ = ["stage_chances", "total_chances"]


def total_chances(
    framework: Framework, percents: Sequence[Sequence[int]]
) -> Mapping[Fraction, Fraction]:
    """Give every possible total, in points, with its exact chance; the chances add up to 1.

    Args:
        framework: What was rated.
        percents: For each subcriterion, in order, the percents of its evaluators, at least
            one.
    """
    ways: Mapping[int, int] = {0: 1}
    for sub, drawn in zip(framework.subcriteria, percents, strict=True):
        added: Counter[int] = Counter()
        for percent, times in Counter(drawn).items():
            for total, count in ways.items():
                added[total + sub.points * percent] += count * times
        ways = added
    draws = math.prod(len(drawn) for drawn in percents)
    return {Fraction(total, 100): Fraction(count, draws) for total, count in ways.items()}


def stage_chances(
    framework: Framework, percents: Sequence[Sequence[int]], rule: StageRule
) -> tuple[tuple[str | None, Fraction], ...]:
    """Give the chance of each stage, in order, and at the end that of no stage (``None``)."""
    chances = dict.fromkeys([*(stage.code for stage in framework.scale.stages), None], Fraction(0))
    for total, chance in total_chances(framework, percents).items():
        stage = framework.scale.stage_of_share(total / framework.total, rule)
        chances[stage.code if stage else None] += chance
    return tuple((code, chance) for code, chance in chances.items() if chance)
