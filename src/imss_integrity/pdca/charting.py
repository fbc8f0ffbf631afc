"""The chart of an indicator, and the rules that fire on it.

Gráfica de un indicador. Which chart belongs to which measure, and which rule sets look at
limits or at a median, is decided here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

import attrs

from ..statistics import (
    ChartSignals,
    ControlChart,
    RuleSet,
    c_chart,
    find_signals,
    laney_p_chart,
    p_chart,
    run_chart,
    u_chart,
    xmr_chart,
)
from .indicators import Indicator, Measure
from .measuring import Measurement, level_of

__all__ = ["chart_of", "levels_of", "signals_of"]

Points = Sequence[Measurement]


def levels_of(indicator: Indicator, points: Points) -> tuple[float, ...]:
    """Give the levels of *points* as statistics need them."""
    return tuple(float(level_of(one, indicator)) for one in points)


def chart_of(indicator: Indicator, learned: Points, shown: Points) -> ControlChart:
    """Show points against the centre and the limits that others taught.

    Args:
        indicator: What was measured; its measure decides the chart.
        learned: The points that make the centre and the limits, at least two.
        shown: The points to show, at least one.
    """
    trials = _trials(indicator, shown) if indicator.measure.is_ratio else None
    taught = _charted(indicator, learned)
    return attrs.evolve(taught, values=levels_of(indicator, shown), trials=trials)


def signals_of(
    indicator: Indicator, learned: Points, shown: Points, rules: RuleSet
) -> ChartSignals:
    """Find what *rules* see in points against what others taught: limits, or a median."""
    if rules.on_median:
        middle = median(levels_of(indicator, learned))
        return find_signals(run_chart(levels_of(indicator, shown), median=middle), rules=rules)
    return find_signals(chart_of(indicator, learned, shown), rules=rules)


def _charted(indicator: Indicator, points: Points) -> ControlChart:
    if indicator.measure is Measure.VALUE:
        return xmr_chart(levels_of(indicator, points))
    if indicator.measure is Measure.COUNT:
        return c_chart([int(level) for level in levels_of(indicator, points)])
    events = [one.numerator or 0 for one in points]
    if indicator.measure is Measure.PROPORTION:
        sizes = [one.denominator or 0 for one in points]
        # Where every case ends alike there is no spread for Laney's factor to measure.
        varied = 0 < sum(events) < sum(sizes)
        return (laney_p_chart if varied else p_chart)(events, sizes)
    return u_chart(events, _trials(indicator, points))


def _trials(indicator: Indicator, points: Points) -> tuple[float, ...]:
    return tuple((one.denominator or 0) / indicator.per for one in points)
