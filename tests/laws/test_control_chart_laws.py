"""Laws of control charts: what moves their limits, what never does, and a naive second chart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import pairwise
from math import sqrt
from random import Random
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.statistics import (
    ChartKind,
    ControlChart,
    MovingRangeFactor,
    c_chart,
    cusum,
    laney_p_chart,
    p_chart,
    u_chart,
    xmr_chart,
)

Line = tuple[float, ...]
Counted = tuple[list[int], list[int]]
Options = dict[str, Any]

NUMBERS = st.one_of(st.integers(-1000, 1000), st.floats(-1e6, 1e6))
SERIES = st.lists(NUMBERS, min_size=2, max_size=30)
SLOPES = st.floats(1e-3, 1e3)
SHIFTS = st.floats(-1e6, 1e6)
FACTORS = st.sampled_from(MovingRangeFactor)
FACTOR_NUMBERS = {
    MovingRangeFactor.ROUNDED: Fraction("2.66"),
    MovingRangeFactor.UNROUNDED: 3 / Fraction("1.128"),
}
RANGE_LIMIT = Fraction("3.267")
# A limit is a few sums and products of the values: its error is a few units in the last
# place of the largest of them.
TOLERANCE = 1e-12
ATTRIBUTES: dict[str, Callable[..., ControlChart]] = {
    "p": p_chart,
    "u": u_chart,
    "c": lambda events, _, **options: c_chart(events, **options),
    "p_prima": laney_p_chart,
}
EVERY_ATTRIBUTE = pytest.mark.parametrize("kind", ATTRIBUTES)


def lines(chart: ControlChart) -> tuple[Line, Line, Line]:
    """Give centre, lower and upper limit at each point."""
    return chart.centre, chart.lower, chart.upper


def close(expected: Sequence[float | Fraction], got: Sequence[float], size: float = 1) -> bool:
    """Say whether two lines agree, within `TOLERANCE` of the *size* of what they are made of."""
    pairs = zip(expected, got, strict=True)
    return all(abs(float(a) - b) <= TOLERANCE * max(size, 1) for a, b in pairs)


def size_of(*series: Sequence[float]) -> float:
    """Give the largest number, ten times: limits lie within that."""
    return 10 * max(abs(float(x)) for one in series for x in one)


@st.composite
def cut(draw: st.DrawFn, count: int, least: int, *, indices: bool) -> Options:
    """Draw options that leave enough points in each segment: baseline, excluded, rebase."""
    options: Options = {}
    starts = [0]
    while draw(st.booleans()) and count - starts[-1] >= 2 * least:
        starts.append(draw(st.integers(starts[-1] + least, count - least)))
    options["rebase"] = starts[1:]
    excluded: list[int] = []
    for start, stop in pairwise((*starts, count)):
        spare = stop - start - least
        excluded += draw(
            st.lists(st.integers(start, stop - 1), unique=True, max_size=min(spare, 3))
        )
    options["excluded"] = draw(st.permutations(excluded))
    if starts == [0]:
        counted = [i for i in range(count) if i not in excluded]
        if indices and draw(st.booleans()):
            options["baseline"] = draw(
                st.lists(st.sampled_from(counted), unique=True, min_size=least)
            )
        elif draw(st.booleans()):
            first = counted[least - 1] + 1
            length = draw(st.integers(max(first, 2), count)) if count >= 2 else 1
            options["baseline"] = list(range(length)) if indices else length
    return options


@st.composite
def charted(draw: st.DrawFn) -> tuple[list[float], Options]:
    """Draw a series and options of an XmR chart."""
    values = draw(SERIES)
    return values, draw(cut(len(values), 2, indices=False))


@st.composite
def counted(draw: st.DrawFn, least: int = 2) -> Counted:
    """Draw events and trials that vary."""
    trials = draw(st.lists(st.integers(1, 500), min_size=least, max_size=20))
    events = [draw(st.integers(0, n)) for n in trials]
    first, second = draw(st.permutations(range(len(trials))))[:2]
    events[first], events[second] = 0, trials[second]
    return events, trials


# --- a second implementation, plain and slow -----------------------------------------------


def naive_points(count: int, options: Options) -> list[list[int]]:
    """Give for each point the indices of the points that make its centre."""
    rebase = list(options.get("rebase", ()))
    excluded = options.get("excluded", ())
    baseline = options.get("baseline")
    chosen = range(baseline) if isinstance(baseline, int) else baseline
    made: list[list[int]] = []
    for i in range(count):
        start = max([0, *(one for one in rebase if one <= i)])
        stop = min([count, *(one for one in rebase if one > i)])
        here = list(range(start, stop))
        if chosen is not None and any(j in chosen for j in here):
            here = [j for j in here if j in chosen]
        made.append([j for j in here if j not in excluded])
    return made


def naive_xmr(
    values: Sequence[float], factor: Fraction, *, screen: bool, options: Options
) -> list[tuple[Fraction, Fraction, Fraction]]:
    """Give centre, lower and upper limit at each point, exactly."""
    exact = [Fraction(x) for x in values]
    found: list[tuple[Fraction, Fraction, Fraction]] = []
    for points in naive_points(len(values), options):
        centre = sum(exact[j] for j in points) / Fraction(len(points))
        ranges = [abs(exact[b] - exact[a]) for a, b in pairwise(points)]
        mean = sum(ranges) / Fraction(len(ranges))
        if screen and mean:
            ranges = [one for one in ranges if one < RANGE_LIMIT * mean]
            mean = sum(ranges) / Fraction(len(ranges))
        found.append((centre, centre - factor * mean, centre + factor * mean))
    return found


def naive_attributes(
    kind: str, events: Sequence[int], trials: Sequence[int], options: Options
) -> list[tuple[float, float, float]]:
    """Give centre, lower and upper limit at each point; square roots are all that is rounded."""
    found: list[tuple[float, float, float]] = []
    for i, points in enumerate(naive_points(len(events), options)):
        size = Fraction(1) if kind == "c" else Fraction(trials[i])
        whole = len(points) if kind == "c" else sum(trials[j] for j in points)
        centre = Fraction(sum(events[j] for j in points), whole)
        variance = centre * (1 - centre) if kind in {"p", "p_prima"} else centre
        width = 3 * sqrt(variance / size)
        if kind == "p_prima":
            z = [
                float(Fraction(events[j], trials[j]) - centre) / sqrt(variance / trials[j])
                for j in points
            ]
            width *= sum(abs(b - a) for a, b in pairwise(z)) / (len(z) - 1) / 1.128
        low, high = float(centre) - width, float(centre) + width
        ceiling = 1.0 if kind in {"p", "p_prima"} else high
        found.append((float(centre), max(low, 0.0), min(high, ceiling)))
    return found


class TestNaive:
    """La fórmula, punto por punto y con fracciones, da la misma carta."""

    @given(case=charted(), factor=FACTORS, screen=st.booleans())
    def test_xmr(
        self, case: tuple[list[float], Options], factor: MovingRangeFactor, *, screen: bool
    ) -> None:
        """With any baseline, excluded points, rebase, factor and screening."""
        values, options = case
        chart = xmr_chart(values, factor=factor, screen=screen, **options)
        expected = naive_xmr(values, FACTOR_NUMBERS[factor], screen=screen, options=options)

        for naive, line in zip(zip(*expected, strict=True), lines(chart), strict=True):
            assert close(naive, line, size_of(values))

    @EVERY_ATTRIBUTE
    @given(case=counted(), data=st.data())
    def test_attributes(self, kind: str, case: Counted, data: st.DataObject) -> None:
        """With any baseline, excluded points and rebase, where the chart is defined."""
        events, trials = case
        options = data.draw(cut(len(events), 2, indices=True))
        if kind == "p_prima" and any(
            sum(events[j] for j in points) in {0, sum(trials[j] for j in points)}
            for points in naive_points(len(events), options)
        ):
            return
        chart = ATTRIBUTES[kind](events, trials, **options)
        expected = naive_attributes(kind, events, trials, options)

        for naive, line in zip(zip(*expected, strict=True), lines(chart), strict=True):
            assert close(naive, line, 1000)


class TestUnits:
    """Cambiar de unidad no cambia la carta."""

    @given(values=SERIES, slope=SLOPES, shift=SHIFTS, screen=st.booleans())
    def test_xmr_follows_a_change_of_unit(
        self, values: list[float], slope: float, shift: float, *, screen: bool
    ) -> None:
        """X -> a x + b, a > 0: centre and limits go along, within 1e-12 of the numbers' size.

        Not where a moving range stands within rounding of the limit of screening.
        """
        moved = [slope * x + shift for x in values]
        before, after = xmr_chart(values, screen=screen), xmr_chart(moved, screen=screen)
        if before.segments[0].screened != after.segments[0].screened:
            return  # decided by the last bit; `test_screening_is_once` meets the plain cases
        for old, new in zip(lines(before), lines(after), strict=True):
            assert close(
                [slope * x + shift for x in old],
                new,
                size_of(moved, [shift]) + slope * size_of(values),
            )

    @given(values=SERIES)
    def test_xmr_is_mirrored(self, values: list[float]) -> None:
        """X -> -x: the limits change places, to the bit."""
        before, after = xmr_chart(values), xmr_chart([-x for x in values])

        assert tuple(-x for x in before.centre) == after.centre
        assert tuple(-x for x in before.upper) == after.lower
        assert tuple(-x for x in before.lower) == after.upper

    @given(values=SERIES)
    def test_xmr_reads_backwards(self, values: list[float]) -> None:
        """Time turned round gives the same limits, to the bit."""
        assert lines(xmr_chart(values)) == lines(xmr_chart(values[::-1]))

    @given(case=counted())
    def test_p_is_mirrored(self, case: Counted) -> None:
        """The share of failures is charted as that of successes, seen from above."""
        events, trials = case
        for chart in (p_chart, laney_p_chart):
            yes = chart(events, trials)
            no = chart([n - x for x, n in zip(events, trials, strict=True)], trials)
            assert close([1 - x for x in yes.upper], no.lower)
            assert close([1 - x for x in yes.lower], no.upper)

    @given(case=counted(), slope=SLOPES)
    def test_u_follows_the_unit_of_opportunity(self, case: Counted, slope: float) -> None:
        """Twice the opportunity, half the rate."""
        events, trials = case
        before = u_chart(events, trials)
        after = u_chart(events, [slope * n for n in trials])
        for old, new in zip(lines(before), lines(after), strict=True):
            assert close(old, [slope * x for x in new], 1000)

    @given(case=counted())
    def test_c_is_u_for_one_trial(self, case: Counted) -> None:
        """Equal opportunity is an opportunity of one."""
        events, _ = case

        assert lines(c_chart(events)) == lines(u_chart(events, [1] * len(events)))


class TestBaseline:
    """Los límites congelados no se mueven."""

    @given(values=SERIES, later=SERIES, other=SERIES)
    def test_later_points_never_move_frozen_limits(
        self, values: list[float], later: list[float], other: list[float]
    ) -> None:
        """Whatever comes after the baseline, the limits are those of the baseline alone."""
        count = len(values)
        alone = lines(xmr_chart(values))
        for more in (later, other):
            chart = xmr_chart([*values, *more], baseline=count)
            assert alone == tuple(line[:count] for line in lines(chart))
            assert all(len(set(line)) == 1 for line in lines(chart))

    @EVERY_ATTRIBUTE
    @given(case=counted(), later=counted(), random=st.randoms(use_true_random=False))
    def test_attribute_limits_are_frozen_too(
        self, kind: str, case: Counted, later: Counted, random: Random
    ) -> None:
        """Neither later points nor the order of the indices move them."""
        (events, trials), (more, sizes) = case, later
        chart = ATTRIBUTES[kind]
        indices = list(range(len(events)))
        random.shuffle(indices)
        alone = chart(events, trials)
        frozen = chart([*events, *more], [*trials, *sizes], baseline=indices)

        assert alone.segments == frozen.segments
        assert lines(alone) == tuple(line[: len(events)] for line in lines(frozen))

    @given(values=SERIES, data=st.data())
    def test_excluded_points_never_move_limits(
        self, values: list[float], data: st.DataObject
    ) -> None:
        """The limits are those of the chart without them; the points are still shown."""
        place = data.draw(st.integers(0, len(values)))
        wild = data.draw(NUMBERS)
        given_values = [*values[:place], wild, *values[place:]]
        chart = xmr_chart(given_values, excluded=[place])

        alone = xmr_chart(values)

        assert [set(line) for line in lines(alone)] == [set(line) for line in lines(chart)]
        assert alone.segments == chart.segments
        assert tuple(map(float, given_values)) == chart.values

    @given(case=counted(), data=st.data())
    def test_an_excluded_point_is_a_point_outside_the_baseline(
        self, case: Counted, data: st.DataObject
    ) -> None:
        """Leaving points out, or naming those that stay, gives the same lines."""
        events, trials = case
        left = data.draw(st.integers(0, len(events) - 1))
        kept = [i for i in range(len(events)) if i != left]
        for chart in (p_chart, u_chart):
            by_exclusion = chart(events, trials, excluded=[left])
            by_baseline = chart(events, trials, baseline=kept)
            assert by_exclusion.segments == by_baseline.segments
            assert lines(by_exclusion) == lines(by_baseline)


class TestRebase:
    """Una carta con nueva base es la unión de cartas separadas."""

    @given(parts=st.lists(SERIES, min_size=1, max_size=4), screen=st.booleans())
    def test_xmr_is_glued(self, parts: list[list[float]], *, screen: bool) -> None:
        """Each segment is the chart of its own points."""
        starts = [sum(map(len, parts[:n])) for n in range(len(parts))]
        glued = xmr_chart([x for one in parts for x in one], rebase=starts[1:], screen=screen)
        charts = [xmr_chart(one, screen=screen) for one in parts]

        for n, line in enumerate(lines(glued)):
            assert tuple(x for chart in charts for x in lines(chart)[n]) == line
        assert [one.start for one in glued.segments] == starts
        for start, segment, chart in zip(starts, glued.segments, charts, strict=True):
            alone = chart.segments[0]
            screened = tuple(start + i for i in alone.screened)
            assert attrs.evolve(alone, start=start, screened=screened) == segment

    @EVERY_ATTRIBUTE
    @given(parts=st.lists(counted(), min_size=1, max_size=3))
    def test_attribute_charts_are_glued(self, kind: str, parts: list[Counted]) -> None:
        """Each segment is the chart of its own points."""
        chart = ATTRIBUTES[kind]
        starts = [sum(len(one) for one, _ in parts[:n]) for n in range(len(parts))]
        glued = chart(
            [x for events, _ in parts for x in events],
            [n for _, trials in parts for n in trials],
            rebase=starts[1:],
        )
        for n, line in enumerate(lines(glued)):
            assert tuple(x for one in parts for x in lines(chart(*one))[n]) == line


class TestLimits:
    """Los límites rodean al centro y no salen de lo posible."""

    @EVERY_ATTRIBUTE
    @given(case=counted())
    def test_limits_stay_possible(self, kind: str, case: Counted) -> None:
        """Shares within 0..1, counts at least 0, the centre between the limits."""
        chart = ATTRIBUTES[kind](*case)
        ceiling = 1.0 if kind in {"p", "p_prima"} else float("inf")

        for centre, low, high in zip(*lines(chart), strict=True):
            assert 0 <= low <= centre <= high <= ceiling

    @given(case=counted())
    def test_laney_without_its_factor_is_a_p_chart(self, case: Counted) -> None:
        """Sigma z is all that tells them apart: divided by it, p' is p."""
        laney, plain = laney_p_chart(*case), p_chart(*case)
        (segment,) = laney.segments
        sigma_z = segment.sigma_z or 0.0
        divided = attrs.evolve(segment, sigma=segment.sigma / sigma_z, sigma_z=None)
        forced = attrs.evolve(laney, kind=ChartKind.P, segments=(divided,))

        for expected, line in zip(lines(plain), lines(forced), strict=True):
            assert close(expected, line)
        assert close([sigma_z * x for x in plain.sigma], laney.sigma, 10 * sigma_z)

    @given(case=charted())
    def test_distances_are_in_sigma(self, case: tuple[list[float], Options]) -> None:
        """The centre and as many sigmas give the value; beyond 3 of them is outside."""
        values, options = case
        chart = xmr_chart(values, **options)
        points = zip(chart.values, chart.centre, chart.sigma, chart.distances, strict=True)
        for i, (value, centre, sigma, distance) in enumerate(points):
            if distance is None:
                assert i in chart.outside
            else:
                assert centre + distance * sigma == pytest.approx(
                    value, abs=TOLERANCE * size_of(values)
                )
                if abs(abs(distance) - 3) > TOLERANCE * size_of(values):
                    assert (abs(distance) > 3) is (i in chart.outside)


EIGHTHS = st.integers(-800, 800).map(lambda n: n / 8)  # floats that add up exactly
DRIFTS = st.lists(EIGHTHS, min_size=1, max_size=30)
SLACKS = st.integers(0, 16).map(lambda n: n / 8)


class TestCusum:
    """La suma acumulada recuerda."""

    @given(values=DRIFTS, target=EIGHTHS, sigma=st.sampled_from((0.25, 1, 4)), k=SLACKS)
    def test_a_sum_is_the_largest_drift_that_ends_here(
        self, values: list[float], target: float, sigma: float, k: float
    ) -> None:
        """Of all stretches that end at a point, the one that drifted furthest; or 0."""
        sums = cusum(values, target=target, sigma=sigma, k=k, h=4)
        z = [(Fraction(x) - Fraction(target)) / Fraction(sigma) for x in values]
        for i in range(len(values)):
            stretches = [z[j : i + 1] for j in range(i + 1)]
            above = [sum(one) - len(one) * Fraction(k) for one in stretches]
            below = [-sum(one) - len(one) * Fraction(k) for one in stretches]
            assert sums.high[i] == max(0, *above)
            assert sums.low[i] == max(0, *below)
            assert (i in sums.signals) is (max(*above, *below) > 4)

    @given(values=DRIFTS, target=EIGHTHS, k=SLACKS)
    def test_mirrored_values_swap_the_sums(
        self, values: list[float], target: float, k: float
    ) -> None:
        """What drifted up drifts down, to the bit; the signals are the same."""
        one = cusum(values, target=target, sigma=3, k=k)
        other = cusum([-x for x in values], target=-target, sigma=3, k=k)

        assert (one.high, one.low, one.signals) == (other.low, other.high, other.signals)

    @given(values=SERIES, slope=SLOPES, shift=SHIFTS)
    def test_the_unit_does_not_matter(
        self, values: list[float], slope: float, shift: float
    ) -> None:
        """X -> a x + b, a > 0, target and sigma with it: the same sums, within 1e-12.

        The tolerance is of the size of the numbers in sigma, added up over the points.
        """
        before = cusum(values, target=1, sigma=2)
        after = cusum([slope * x + shift for x in values], target=slope + shift, sigma=2 * slope)
        size = (size_of(values) + abs(shift) / slope) * len(values)
        for old, new in zip((before.high, before.low), (after.high, after.low), strict=True):
            assert close(old, new, size)

    @given(values=DRIFTS, more=DRIFTS)
    def test_later_values_never_rewrite_it(self, values: list[float], more: list[float]) -> None:
        """The sums and signals of a beginning are the beginning of the sums and signals."""
        short, long = (cusum(one, target=0, sigma=8) for one in (values, [*values, *more]))
        count = len(values)

        assert (short.high, short.low) == (long.high[:count], long.low[:count])
        assert short.signals == tuple(i for i in long.signals if i < count)
