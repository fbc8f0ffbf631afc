"""The zone rules of Western Electric and of Nelson, for distances in sigma.

Reglas de zonas. Comparisons are strict; a pattern needs a full window, and in the rules of
two of three and four of five the point that completes it lies beyond the zone itself.

Source: Western Electric, *Statistical Quality Control Handbook* (1956); Nelson, *The Shewhart
control chart: tests for special causes* (1984).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ..kernel.text import Text
from .finding import chosen_set, gathered, signals_in
from .floats import read_floats
from .patterns import (
    BEYOND_1,
    BEYOND_2,
    BEYOND_3,
    IN_SIGMA,
    TOP,
    Pattern,
    Run,
    Windows,
    alternation,
    in_a_row,
    one_of,
    one_side,
    span,
    spell,
    trend,
    zone,
)
from .reading import Number
from .rule_sets import RuleSet, Side
from .signal_results import ChartSignals

__all__ = ["ZONE_PATTERNS", "zone_signals"]

_TWO_OF_THREE = ("B.B", ".BB")
_FOUR_OF_FIVE = ("BBB.B", "BB.BB", "B.BBB", ".BBBB")


def _two_of_three(rule: str) -> Windows:
    return zone(rule, 3, inner=BEYOND_2, outer=(BEYOND_2, TOP), windows=_TWO_OF_THREE)


def _four_of_five(rule: str) -> Windows:
    return zone(rule, 5, inner=BEYOND_1, outer=(BEYOND_1, TOP), windows=_FOUR_OF_FIVE)


def _within_1(rule: str, length: int) -> Run:
    near = bytes(range(TOP - BEYOND_1 + 2, BEYOND_1 - 1))
    return Run(rule, length, ((None, *in_a_row(near, length)),))


def _beyond_1_on_both_sides(rule: str, length: int) -> Windows:
    high, low = (span(BEYOND_1, TOP, side) for side in Side)
    any_side, above, below = (b"%b{%d}" % (one_of(one), length) for one in (high + low, high, low))
    last = one_of(high + low)
    text = b"%b(?<=%b)(?<!%b)(?<!%b)" % (last, any_side, above, below)
    return Windows(rule, length, ((None, re.compile(text), high + low),))


ZONE_PATTERNS: Mapping[RuleSet, tuple[Pattern, ...]] = {
    RuleSet.WESTERN_ELECTRIC: (
        one_side("1", 1, BEYOND_3, judges_excluded=True),
        _two_of_three("2"),
        _four_of_five("3"),
        one_side("4", 8),
    ),
    RuleSet.NELSON: (
        one_side("1", 1, BEYOND_3, judges_excluded=True),
        one_side("2", 9),
        trend("3", 6),
        alternation("4", 14),
        _two_of_three("5"),
        _four_of_five("6"),
        _within_1("7", 15),
        _beyond_1_on_both_sides("8", 8),
    ),
}


def zone_signals(z: Iterable[Number], *, rules: RuleSet | str) -> ChartSignals:
    """Find what the zone rules see in distances from the centre.

    Señales por zonas. Marked are the points that complete a pattern, and those that carry
    it on: points 9, 10 ... of a run of eight, too. Time is linear in the points.

    Args:
        z: Distances from the centre in sigma, in time order, shape ``(n,)``, ``n >= 0``;
            above the centre is positive; each from -1e100 to 1e100.
        rules: ``western_electric`` or ``nelson``.

    Returns:
        The signals; indices count from 0. The first point of a pattern of two of three or
        four of five is its first point beyond the zone (own).

    Raises:
        InvalidValueError: If a distance is no finite number, or there is no such set.
        InconsistentError: If the set has no zones; the message lists those that have.

    Source:
        Western Electric 1956; Nelson 1984.

    >>> found = zone_signals([0.2, 2.1, -0.3, 2.4, 3.1, -0.5], rules="western_electric")
    >>> found.points("1"), found.points("2"), found.points("3")
    ((4,), (3, 4), ())
    >>> zone_signals([0.2, 2.1], rules="nhs")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'rules' must be one of western_electric, nel...
    """
    what = Text("para distancias en sigmas", "for distances in sigma")
    chosen = chosen_set(rules, tuple(ZONE_PATTERNS), what)
    distances = read_floats(z, path="z")
    signals = signals_in(
        distances,
        spell(distances, IN_SIGMA),
        ZONE_PATTERNS[chosen],
        places=range(len(distances)),
        rules=chosen,
        marking=chosen.marking,
    )
    return gathered(signals, rules=chosen, marking=chosen.marking, count=len(distances))
