"""What charts of 10 000 points cost beside numpy, and how they grow.

Ratios of one process, the two sides in turn, best of several slices; both give the same
lines and the same signals before anything is timed. Nothing here is a test of the machine.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from random import Random

import numpy as np
import numpy_charts as rival

from imss_integrity.statistics import ControlChart, find_signals, p_chart, xmr_chart

POINTS = 10_000
SLICES, CALLS = 15, 10
Call = Callable[[], object]
RULES = {"outside": "fuera", "trend": "tendencia", "two_of_three": "dos_de_tres", "shift": "racha"}
LIMIT, GROWTH_LIMIT = 3.0, 6.0  # times numpy; 4 is linear, 16 quadratic


def series(count: int) -> tuple[list[float], list[int], list[int]]:
    """Give values that drift a little, and events among trials."""
    random = Random(20260504)  # noqa: S311 - a made-up series
    values = [random.gauss(50, 5) + (4 if i % 500 > 400 else 0) for i in range(count)]
    trials = [random.randint(80, 400) for _ in range(count)]
    events = [sum(random.random() < 0.1 for _ in range(20)) for _ in trials]
    return values, events, trials


def best(*sides: Call) -> list[float]:
    """Give the best time of each side, in microseconds a call; the sides take turns."""
    times = [float("inf")] * len(sides)
    gc.collect()
    gc.disable()
    for turn in range(SLICES):
        for place in range(len(sides)):
            side = (place + turn) % len(sides)
            start = time.perf_counter()
            for _ in range(CALLS):
                sides[side]()
            times[side] = min(times[side], (time.perf_counter() - start) / CALLS)
    gc.enable()
    return [1e6 * one for one in times]


def lines(chart: ControlChart) -> tuple[Sequence[float], ...]:
    """Give what the rival gives."""
    return chart.values, chart.centre, chart.lower, chart.upper


def signals(values: Sequence[float]) -> dict[str, Sequence[int]]:
    """Chart and judge by the rules of the NHS; the marked points of each."""
    found = find_signals(xmr_chart(values), rules="nhs")
    return {name: found.points(rule) for name, rule in RULES.items()}


def their_signals(values: Sequence[float]) -> dict[str, list[int]]:
    """Chart and judge with numpy; the marked points of each rule."""
    marks = rival.nhs_marks(*rival.xmr_lines(values))
    return {name: np.flatnonzero(marked).tolist() for name, marked in marks.items()}


def agree(expected: rival.Lines, got: Iterable[Sequence[float]]) -> bool:
    """Say whether lines are the same, rounding apart."""
    return all(np.allclose(*pair, rtol=1e-12) for pair in zip(expected, got, strict=True))


def agreed(values: list[float], events: list[int], trials: list[int]) -> bool:
    """Say whether both sides give the same."""
    ours, theirs = signals(values), their_signals(values)
    return (
        agree(rival.xmr_lines(values), lines(xmr_chart(values)))
        and agree(rival.p_lines(events, trials), lines(p_chart(events, trials)))
        and all(list(ours[name]) == points for name, points in theirs.items())
        and all(theirs.values())  # each rule has something to find
    )


def main() -> int:
    """Print everything; fail where a limit is missed."""
    few, many = series(POINTS), series(4 * POINTS)
    if not agreed(*few):
        sys.exit("the two sides differ")
    (values, *shares), (more, *more_shares) = few, many
    cases: tuple[tuple[str, Call, Call, Call], ...] = (
        (
            "xmr chart, numpy gives lists",
            lambda: lines(xmr_chart(values)),
            lambda: lines(xmr_chart(more)),
            lambda: rival.as_lists(rival.xmr_lines(values)),
        ),
        (
            "xmr chart, numpy gives arrays",
            lambda: lines(xmr_chart(values)),
            lambda: lines(xmr_chart(more)),
            lambda: rival.xmr_lines(values),
        ),
        (
            "p chart, numpy gives lists",
            lambda: lines(p_chart(*shares)),
            lambda: lines(p_chart(*more_shares)),
            lambda: rival.as_lists(rival.p_lines(*shares)),
        ),
        (
            "xmr chart and NHS signals",
            lambda: signals(values),
            lambda: signals(more),
            lambda: their_signals(values),
        ),
    )
    ratios: list[float] = []
    growths: list[float] = []
    for name, ours, larger, theirs in cases:
        one, four, numpy = best(ours, larger, theirs)
        ratios.append(one / numpy)
        growths.append(four / one)
        print(
            f"{name}: {one:.0f} us, numpy {numpy:.0f} us, {ratios[-1]:.2f} times;"
            f" t(4n)/t(n) {growths[-1]:.2f}"
        )
    print(
        f"{POINTS} points, chart and signals: {ratios[-1]:.2f} times numpy (limit {LIMIT}),"
        f" growth at most {max(growths):.2f} (limit {GROWTH_LIMIT})"
    )
    return int(ratios[-1] > LIMIT or max(growths) > GROWTH_LIMIT)


if __name__ == "__main__":
    sys.exit(main())
