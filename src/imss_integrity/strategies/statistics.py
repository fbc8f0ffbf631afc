"""Strategies of statistics: series, counts among trials, and the charts of both."""

from __future__ import annotations

from hypothesis import strategies as st

from ..statistics import (
    ControlChart,
    MovingRangeFactor,
    RunChart,
    c_chart,
    laney_p_chart,
    p_chart,
    run_chart,
    u_chart,
    xmr_chart,
)

__all__ = ["control_charts", "count_series", "run_charts", "value_series"]

_SMALL = st.integers(-20, 20).map(float)
_ANY = st.floats(-1e9, 1e9, allow_nan=False)
_MOST = 40


def value_series(min_size: int = 2, max_size: int = _MOST) -> st.SearchStrategy[list[float]]:
    """Give series of numbers (series de valores); many repeat, so that ties come up."""
    members = st.one_of(_SMALL, _SMALL, _ANY)
    return st.lists(members, min_size=min_size, max_size=max_size)


@st.composite
def count_series(
    draw: st.DrawFn, max_size: int = _MOST, *, min_size: int = 1
) -> tuple[list[int], list[int]]:
    """Give events and the trials they are among (eventos y ensayos), so many points."""
    trials = draw(st.lists(st.integers(1, 500), min_size=min_size, max_size=max_size))
    return [draw(st.integers(0, size)) for size in trials], trials


@st.composite
def control_charts(draw: st.DrawFn) -> ControlChart:
    """Give control charts (cartas de control) of every kind, plain or from a baseline."""
    if draw(st.booleans()):
        values = draw(value_series())
        baseline = draw(st.none() | st.integers(2, len(values)))
        factor = draw(st.sampled_from(MovingRangeFactor))
        return xmr_chart(values, factor=factor, baseline=baseline, screen=draw(st.booleans()))
    events, trials = draw(count_series())
    first = draw(st.none() | st.integers(1, len(events)))
    baseline_points = None if first is None else range(first)
    makers = [p_chart, u_chart, None]
    if len(events[:first]) > 1 and 0 < sum(events[:first]) < sum(trials[:first]):
        makers.append(laney_p_chart)  # which needs steps, and something that varies
    made = draw(st.sampled_from(makers))
    if made is None:
        return c_chart(events, baseline=baseline_points)
    return made(events, trials, baseline=baseline_points)


@st.composite
def run_charts(draw: st.DrawFn) -> RunChart:
    """Give run charts (gráficas de corridas), about their own median or one that is given."""
    values = draw(value_series(min_size=1))
    return run_chart(values, median=draw(st.none() | _SMALL))
