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

from ..kernel.arguments import check_series
from ..kernel.errors import InconsistentError, must, raise_any
from ..kernel.fields import InstanceOf
from ..kernel.text import Text
from .frameworks import Framework
from .stages import StageRule

__all__ = ["stage_chances", "total_chances"]


def total_chances(
    framework: Framework, percents: Sequence[Sequence[int]]
) -> Mapping[Fraction, Fraction]:
    """Give every possible total, in points, with its exact chance; the chances add up to 1.

    Probabilidad de cada total.

    Args:
        framework: What was rated.
        percents: For each subcriterion, in order, the percents of its evaluators, at least
            one.

    Returns:
        Total, from 0 to the framework's, both included -> its chance above 0; exact.

    Raises:
        InvalidValueError: If an argument is of another type, a subcriterion has no percent, or
            a percent lies off the lattice (all named).
        InconsistentError: If there are more or fewer lists than subcriteria.

    Source:
        Own.

    >>> from imss_integrity.catalog import REFERENCE_FRAMEWORK
    >>> ratings = [[40, 45], *[[40]] * 23]
    >>> {str(total): str(chance) for total, chance in
    ...     total_chances(REFERENCE_FRAMEWORK, ratings).items()}
    {'400': '1/2', '402': '1/2'}
    >>> total_chances(REFERENCE_FRAMEWORK, [[40]])
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'percents' must have as many lists as there...
    """
    InstanceOf(Framework).check("framework", framework)
    _check(framework, percents)
    ways: Mapping[int, int] = {0: 1}
    for sub, drawn in zip(framework.subcriteria, percents, strict=True):
        added: Counter[int] = Counter()
        for percent, times in Counter(drawn).items():
            for total, count in ways.items():
                added[total + sub.points * percent] += count * times
        ways = added
    draws = math.prod(len(drawn) for drawn in percents)
    return {Fraction(total, 100): Fraction(count, draws) for total, count in ways.items()}


def _check(framework: Framework, percents: Sequence[Sequence[int]]) -> None:
    """Refuse what is not one list of percents for each subcriterion."""
    check_series("percents", percents, "list")
    for i, one in enumerate(percents):
        check_series(f"percents[{i}]", one, "int")
    if len(percents) != len(framework.subcriteria):
        rule = Text(
            "tener tantas listas como subcriterios hay ({n})",
            "have as many lists as there are subcriteria ({n})",
        ).format(n=len(framework.subcriteria))
        raise InconsistentError(must("percents", "length", rule, len(percents)))
    some = Text("llevar al menos un porcentaje", "hold at least one percent")
    raise_any(
        must(f"percents[{i}]", "empty", some, None) for i, one in enumerate(percents) if not one
    )
    raise_any(
        fault
        for i, one in enumerate(percents)
        for j, percent in enumerate(one)
        if (fault := framework.scale.percent_fault(f"percents[{i}][{j}]", percent)) is not None
    )


def stage_chances(
    framework: Framework, percents: Sequence[Sequence[int]], rule: StageRule
) -> tuple[tuple[str | None, Fraction], ...]:
    """Give the chance of each stage, in order, and at the end that of no stage (``None``)."""
    chances = dict.fromkeys([*(stage.code for stage in framework.scale.stages), None], Fraction(0))
    for total, chance in total_chances(framework, percents).items():
        stage = framework.scale.stage_of_share(total / framework.total, rule)
        chances[stage.code if stage else None] += chance
    return tuple((code, chance) for code, chance in chances.items() if chance)
