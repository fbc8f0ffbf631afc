"""Strategies of what statistics finds: intervals, signals on charts, units side by side."""

from __future__ import annotations

from random import Random

from hypothesis import strategies as st

from ..statistics import (
    ChartSignals,
    Interval,
    RuleSet,
    UnitComparison,
    byar,
    clopper_pearson,
    compare_units,
    find_signals,
    newcombe_difference,
    wilson,
)
from .kernel import codes
from .statistics import control_charts, count_series, run_charts

__all__ = ["CONFIDENCES", "chart_signals", "intervals", "unit_comparisons"]

CONFIDENCES = st.sampled_from((0.8, 0.9, 0.95, 0.99)) | st.floats(0.01, 0.999)
_COUNTS = st.integers(0, 12) | st.integers(0, 10**6)
_MOST_UNITS = 6  # ranks are drawn a thousand times


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Give intervals (intervalos): of one share, of a difference of two, and of a count."""
    confidence = draw(CONFIDENCES)
    (x, n), (y, m) = draw(_of_trials()), draw(_of_trials())
    made = draw(st.sampled_from([wilson, clopper_pearson, newcombe_difference, byar]))
    if made is byar:
        return byar(draw(_COUNTS), confidence=confidence)
    if made is newcombe_difference:
        return newcombe_difference([x, y], [n, m], confidence=confidence)
    if made is wilson:
        return wilson(x, n, confidence=confidence, continuity=draw(st.booleans()))
    return clopper_pearson(x, n, confidence=confidence)


def _of_trials() -> st.SearchStrategy[tuple[int, int]]:
    return st.tuples(_COUNTS, _COUNTS).map(lambda pair: (min(pair), max(*pair, 1)))


@st.composite
def chart_signals(draw: st.DrawFn) -> ChartSignals:
    """Give what a set of rules finds (señales) on control charts and run charts, often nothing."""
    rules = draw(st.sampled_from(RuleSet))
    if rules.on_median:
        return find_signals(draw(run_charts()), rules=rules)
    return find_signals(draw(control_charts()), rules=rules)


@st.composite
def unit_comparisons(draw: st.DrawFn) -> UnitComparison:
    """Give units compared by a share (comparación de unidades), with and without their ranks."""
    successes, trials = draw(count_series(min_size=2, max_size=_MOST_UNITS))
    size = len(trials)
    named = st.lists(codes(), min_size=size, max_size=size, unique=True)
    seeds = st.integers(0, 2**32)
    return compare_units(
        successes,
        trials,
        codes=draw(st.none() | named),
        confidence=draw(CONFIDENCES),
        widen=draw(st.booleans()),
        generator=draw(st.none() | seeds.map(Random)),
    )
