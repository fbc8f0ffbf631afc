"""Laws of signals: each rule set against windows, one by one; nothing depends on what comes later.

The naive rules below look at every window of points and know nothing of words or patterns.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations, groupby, pairwise
from math import comb

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.statistics import (
    Assurance,
    ChartSignals,
    ControlChart,
    Improvement,
    Marking,
    RuleSet,
    Side,
    Signal,
    Variation,
    find_signals,
    nhs_assurance,
    nhs_labels,
    nhs_signals,
    p_chart,
    run_chart,
    run_chart_limits,
    run_count_law,
    xmr_chart,
    zone_signals,
)

HIGH, LOW = Side.HIGH, Side.LOW
ZONES = [RuleSet.WESTERN_ELECTRIC, RuleSet.NELSON]
ON_LIMITS = [RuleSet.NHS, *ZONES]
ON_MEDIAN = [RuleSet.ANHOEJ, RuleSet.IHI]

# --- series that hold patterns -----------------------------------------------------------

LEVELS = st.sampled_from([k / 2 for k in range(-8, 9)])
STEPS = st.sampled_from([0.25, -0.25, 0.5, -0.5, 0.0])


@st.composite
def blocks(draw: st.DrawFn) -> list[float]:
    """Give a run at one level, a ramp, a zigzag, or whatever comes."""
    level, length = draw(LEVELS), draw(st.integers(1, 16))
    kind = draw(st.sampled_from(("run", "ramp", "zigzag", "any")))
    if kind == "any":
        return draw(st.lists(LEVELS, min_size=1, max_size=8))
    if kind == "ramp":
        step = draw(STEPS)
        return [level + step * i for i in range(length)]
    return [level * (1 if kind == "run" else (-1) ** i) for i in range(length)]


SERIES = st.lists(blocks(), min_size=1, max_size=4).map(
    lambda some: [x for one in some for x in one]
)
SHORT = st.lists(st.integers(-9, 9), min_size=1, max_size=40)
WHOLE = SERIES.map(lambda some: [int(4 * x) for x in some])  # with runs, trends and ties

# --- naive rules: side, points of the pattern, the point that completes it ------------------

Hit = tuple[Side | None, frozenset[int], int]
Test = Callable[[Sequence[float]], Iterable[int] | None]
Points = frozenset[int]


def windows(values: Sequence[float], length: int, side: Side | None, test: Test) -> Iterator[Hit]:
    """Try every full window; *test* gives the places of the pattern in it, or nothing."""
    for start in range(len(values) - length + 1):
        here = test(values[start : start + length])
        if here is not None:
            yield side, frozenset(start + i for i in here), start + length - 1


def all_of(length: int, fits: Callable[[float], bool]) -> Test:
    """Every point fits."""
    return lambda seen: range(length) if all(map(fits, seen)) else None


def some_beyond(least: int, sigmas: float, sign: int) -> Test:
    """The last and so many in all lie beyond, on one side."""

    def test(seen: Sequence[float]) -> list[int] | None:
        beyond = [i for i, z in enumerate(seen) if sign * z > sigmas]
        return beyond if len(beyond) >= least and sign * seen[-1] > sigmas else None

    return test


def steady(length: int, sign: int) -> Test:
    """Every step goes one way."""
    return lambda seen: (
        range(length) if all(sign * (b - a) > 0 for a, b in pairwise(seen)) else None
    )


def by_turns(seen: Sequence[float]) -> range | None:
    """Each step goes against the one before."""
    steps = [b - a for a, b in pairwise(seen)]
    return range(len(seen)) if all(a * b < 0 for a, b in pairwise(steps)) else None


def mixture(seen: Sequence[float]) -> range | None:
    """All beyond one sigma, on both sides."""
    both = max(seen) > 0 > min(seen)
    return range(len(seen)) if both and all(abs(z) > 1 for z in seen) else None


def near_limits(sign: int) -> Test:
    """Two of three beyond two thirds of the way, not beyond it, all on one side (NHS)."""

    def test(seen: Sequence[float]) -> range | None:
        near = sum(2 < sign * z <= 3 for z in seen)
        return range(3) if near >= 2 and all(sign * z > 0 for z in seen) else None

    return test


def naive_zones(rules: RuleSet, z: Sequence[float]) -> dict[str, list[Hit]]:
    """Give the hits of each rule for distances in sigma."""

    def both(length: int, test: Callable[[int], Test]) -> list[Hit]:
        return [*windows(z, length, HIGH, test(1)), *windows(z, length, LOW, test(-1))]

    def beyond(sigmas: float, length: int = 1) -> list[Hit]:
        return both(length, lambda sign: all_of(length, lambda x: sign * x > sigmas))

    two = both(3, lambda sign: some_beyond(2, 2, sign))
    four = both(5, lambda sign: some_beyond(4, 1, sign))
    if rules is RuleSet.WESTERN_ELECTRIC:
        return {"1": beyond(3), "2": two, "3": four, "4": beyond(0, 8)}
    if rules is RuleSet.NELSON:
        return {
            "1": beyond(3),
            "2": beyond(0, 9),
            "3": both(6, lambda sign: steady(6, sign)),
            "4": list(windows(z, 14, None, by_turns)),
            "5": two,
            "6": four,
            "7": list(windows(z, 15, None, all_of(15, lambda x: abs(x) < 1))),
            "8": list(windows(z, 8, None, mixture)),
        }
    return {
        "fuera": beyond(3),
        "tendencia": both(7, lambda sign: steady(7, sign)),
        "dos_de_tres": both(3, near_limits),
        "racha": beyond(0, 7),
    }


JOINED_BY_POINTS = {("western_electric", "2"), ("western_electric", "3"), ("nelson", "5")}
JOINED_BY_POINTS |= {("nelson", "6"), ("nelson", "8"), ("nhs", "dos_de_tres")}


def joined(
    rules: RuleSet, rule: str, hits: Sequence[Hit]
) -> set[tuple[Side | None, int, int, int, Points, Points]]:
    """Join hits of one side into maximal patterns: side, first, completed, last, points, ends."""
    found: set[tuple[Side | None, int, int, int, Points, Points]] = set()
    for side in (HIGH, LOW, None):
        groups: list[list[Hit]] = []
        for hit in sorted((one for one in hits if one[0] is side), key=lambda one: one[2]):
            before = groups[-1][-1] if groups else None
            shares = (rules.value, rule) in JOINED_BY_POINTS
            if before and (hit[1] & before[1] if shares else hit[2] == before[2] + 1):
                groups[-1].append(hit)
            else:
                groups.append([hit])
        for group in groups:
            whole = frozenset[int]().union(*(hit[1] for hit in group))
            ends = frozenset(hit[2] for hit in group)
            found.add((side, min(whole), min(ends), max(ends), whole, ends))
    return found


def seen_in(found: ChartSignals, rule: str) -> set[tuple[object, ...]]:
    """Give the signals of a rule by side, first, completed, last and marked points."""
    return {
        (one.side, one.first, one.completed, one.last, frozenset(one.points))
        for one in found.signals
        if one.rule == rule
    }


def agrees(found: ChartSignals, naive: dict[str, list[Hit]]) -> None:
    """Compare what was found with the naive hits, rule by rule."""
    assert list(naive) == list(found.rules.rules)
    for rule, hits in naive.items():
        expected = {
            (side, first, done, last, whole if found.marking is Marking.WHOLE else ends)
            for side, first, done, last, whole, ends in joined(found.rules, rule, hits)
        }
        assert expected == seen_in(found, rule), rule


class TestEachSetAgainstWindows:
    """Cada conjunto de reglas, ventana por ventana."""

    @given(z=SERIES, rules=st.sampled_from(ZONES))
    def test_zones(self, z: list[float], rules: RuleSet) -> None:
        """Western Electric and Nelson, with sides, beginnings and ends."""
        naive = naive_zones(rules, z)
        found = zone_signals(z, rules=rules)

        agrees(found, naive)
        for rule, hits in naive.items():
            assert sorted({hit[2] for hit in hits}) == list(found.points(rule))

    @given(z=SERIES)
    def test_nhs(self, z: list[float]) -> None:
        """Limits three away from the centre make thirds of one."""
        agrees(nhs_signals(z, centre=0, lower=-3, upper=3), naive_zones(RuleSet.NHS, z))

    @given(z=SERIES, data=st.data())
    def test_nhs_with_lines_of_their_own(self, z: list[float], data: st.DataObject) -> None:
        """Each point by its own centre and limits, which may lie at unequal distances."""
        count = len(z)
        centre, down, up = (
            data.draw(st.lists(st.sampled_from(some), min_size=count, max_size=count))
            for some in ((0, 1, -8), (3, 6), (3, 12))
        )
        values = [
            c + x * (u if x > 0 else d) / 3 for c, x, d, u in zip(centre, z, down, up, strict=True)
        ]
        found = nhs_signals(
            values,
            centre=centre,
            lower=[c - d for c, d in zip(centre, down, strict=True)],
            upper=[c + u for c, u in zip(centre, up, strict=True)],
        )
        naive = naive_zones(RuleSet.NHS, z)
        naive["tendencia"] = naive_zones(RuleSet.NHS, values)["tendencia"]

        agrees(found, naive)

    @given(values=SHORT | WHOLE, median=st.integers(-3, 3))
    def test_anhoej(self, values: list[int], median: int) -> None:
        """The longest run and the crossings of the points off the median."""
        chart = run_chart(values, median=median)
        useful, sides, runs = taken_apart(values, median)
        limits = run_chart_limits(len(useful))
        found = find_signals(chart, rules="anhoej", marking="patron_completo")

        assert len(useful) == chart.useful
        assert max(runs, default=0) == chart.longest_run
        assert max(len(runs) - 1, 0) == chart.crossings
        if len(useful) < 10:
            assert not found.signals
            assert not found.enough
            return
        assert chart.signal is bool(found.signals)
        assert on_sides(useful, limits.longest_run + 1, sides) == seen_in(found, "racha")
        concerns_all(found, "cruces", useful, expected=len(runs) - 1 < limits.crossings)

    @given(values=SHORT | WHOLE, median=st.integers(-3, 3))
    def test_ihi(self, values: list[int], median: int) -> None:
        """Shift and trend; the number of runs by the exact law."""
        useful, sides, runs = taken_apart(values, median)
        chart = run_chart(values, median=median)
        found = find_signals(chart, rules="ihi", marking="patron_completo")
        if len(useful) < 10:
            assert not found.signals
            assert not found.enough
            return
        apart = [i for i, x in enumerate(values) if i == 0 or values[i - 1] != x]
        steps = [values[i] for i in apart]
        law = run_count_law(sides.count(1), sides.count(-1))
        few, many = (
            sum(chance for count, chance in law.items() if sign * count >= sign * len(runs))
            for sign in (-1, 1)
        )

        assert on_sides(useful, 6, sides) == seen_in(found, "racha")
        assert placed(apart, "tendencia", both_ways(steps, 5)) == seen_in(found, "tendencia")
        concerns_all(found, "pocas_rachas", useful, expected=few <= Fraction(1, 40))
        concerns_all(found, "muchas_rachas", useful, expected=many <= Fraction(1, 40))


def taken_apart(values: Sequence[int], median: int) -> tuple[list[int], list[int], list[int]]:
    """Give the places off the median, the side of each, and the length of each run."""
    useful = [i for i, x in enumerate(values) if x != median]
    sides = [1 if values[i] > median else -1 for i in useful]
    return useful, sides, [len(list(run)) for _, run in groupby(sides)]


def on_sides(places: Sequence[int], length: int, sides: Sequence[int]) -> set[tuple[object, ...]]:
    """Give the runs of so many points on one side, at their places."""
    hits = [
        hit
        for side, sign in ((HIGH, 1), (LOW, -1))
        for hit in windows(sides, length, side, all_of(length, sign.__eq__))
    ]
    return placed(places, "racha", hits)


def both_ways(values: Sequence[float], length: int) -> list[Hit]:
    """Give the trends of so many points."""
    up = windows(values, length, HIGH, steady(length, 1))
    return [*up, *windows(values, length, LOW, steady(length, -1))]


def placed(places: Sequence[int], rule: str, hits: Sequence[Hit]) -> set[tuple[object, ...]]:
    """Join hits, and put them where they stand on the chart."""
    return {
        (side, places[first], places[done], places[last], frozenset(places[i] for i in whole))
        for side, first, done, last, whole, _ in joined(RuleSet.IHI, rule, hits)
    }


def concerns_all(found: ChartSignals, rule: str, useful: Sequence[int], *, expected: bool) -> None:
    """Look for a signal without side or points that is known at the last useful point."""
    known = {(None, useful[0], useful[-1], useful[-1], frozenset[int]())}
    assert (known if expected else set()) == seen_in(found, rule)


class TestNothingDependsOnWhatComesLater:
    """Con centro y límites dados, las señales de un principio son las que ahí se completan."""

    @given(z=SERIES, rules=st.sampled_from(ON_LIMITS), data=st.data())
    def test_prefix(self, z: list[float], rules: RuleSet, data: st.DataObject) -> None:
        """First and completing points are the same, however the series goes on."""
        count = data.draw(st.integers(0, len(z)))
        whole, part = (signals(z[:end], rules) for end in (len(z), count))

        assert [head(one) for one in by_rule(part)] == [
            head(one) for one in by_rule(whole) if one.completed < count
        ]
        for rule in rules.rules:
            marks = [i for i in whole.points(rule) if i < count]
            if whole.marking is Marking.COMPLETING:
                assert marks == list(part.points(rule))
            assert set(part.points(rule)) <= set(marks)


def signals(z: Sequence[float], rules: RuleSet) -> ChartSignals:
    """Find signals in distances by any set that looks at limits."""
    if rules is RuleSet.NHS:
        return nhs_signals(z, centre=0, lower=-3, upper=3)
    return zone_signals(z, rules=rules)


def head(signal: Signal) -> tuple[object, ...]:
    """Give what is known of a signal as soon as it is complete."""
    return signal.rule, signal.side, signal.first, signal.completed


def by_rule(found: ChartSignals) -> list[Signal]:
    """Put signals in an order that does not depend on their ends."""
    return sorted(found.signals, key=lambda one: (one.completed, one.rule, one.side or ""))


class TestUnits:
    """Cambiar de unidad no cambia nada; invertir el sentido cambia sólo el lado."""

    @given(values=SHORT, a=st.integers(1, 9), b=st.integers(-50, 50))
    def test_run_charts_move_with_their_values(self, values: list[int], a: int, b: int) -> None:
        """Exactly, for whole numbers: the median moves, all else stays."""
        chart, moved = run_chart(values), run_chart([a * x + b for x in values])

        assert a * chart.median + b == moved.median
        assert counts_of(chart.to_records()[0]) == counts_of(moved.to_records()[0])
        for rules in ON_MEDIAN:
            one, other = (find_signals(each, rules=rules) for each in (chart, moved))
            assert one.signals == other.signals

    @given(values=SHORT, a=st.integers(1, 9), b=st.integers(-50, 50))
    def test_nhs_signals_move_with_their_values(self, values: list[int], a: int, b: int) -> None:
        """Exactly, for whole numbers."""
        lines = {"centre": 1, "lower": -5, "upper": 7}
        moved = {name: a * line + b for name, line in lines.items()}

        assert nhs_signals(values, **lines) == nhs_signals([a * x + b for x in values], **moved)

    @given(values=SHORT)
    def test_mirrored_run_charts_swap_sides(self, values: list[int]) -> None:
        """And keep everything else."""
        chart, mirrored = run_chart(values), run_chart([-x for x in values])

        assert -chart.median == mirrored.median
        assert counts_of(chart.to_records()[0]) == counts_of(mirrored.to_records()[0])
        for rules in ON_MEDIAN:
            one, other = (find_signals(each, rules=rules) for each in (chart, mirrored))
            assert by_rule(swapped(one)) == by_rule(other)

    @given(z=SERIES, rules=st.sampled_from(ON_LIMITS))
    def test_mirrored_distances_swap_sides(self, z: list[float], rules: RuleSet) -> None:
        """And keep everything else."""
        assert by_rule(swapped(signals(z, rules))) == by_rule(signals([-x for x in z], rules))


def counts_of(record: dict[str, object]) -> dict[str, object]:
    """Give everything but the median."""
    return {key: value for key, value in record.items() if key != "median"}


def swapped(found: ChartSignals) -> ChartSignals:
    """Turn every side round."""
    other = {HIGH: LOW, LOW: HIGH, None: None}
    return attrs.evolve(
        found, signals=tuple(attrs.evolve(one, side=other[one.side]) for one in found.signals)
    )


class TestMarking:
    """La política de marcado cambia los puntos marcados y nada más."""

    @given(values=SHORT.filter(lambda some: len(some) > 1), rules=st.sampled_from(RuleSet))
    def test_completing_points_are_points_of_the_pattern(
        self, values: list[int], rules: RuleSet
    ) -> None:
        """Where the rule marks points at all; first, completed and last stay."""
        chart = run_chart(values, median=0) if rules.on_median else xmr_chart(values)
        whole, ends = (find_signals(chart, rules=rules, marking=one) for one in reversed(Marking))

        assert [(*head(one), one.last) for one in whole.signals] == [
            (*head(one), one.last) for one in ends.signals
        ]
        for all_points, completing in zip(whole.signals, ends.signals, strict=True):
            assert set(completing.points) <= {*all_points.points}
            if completing.points:
                assert (completing.completed, completing.last) == (
                    completing.points[0],
                    completing.points[-1],
                )
                assert (all_points.first, all_points.last) == (
                    all_points.points[0],
                    all_points.points[-1],
                )


class TestCharts:
    """Puntos excluidos y tramos de una carta."""

    @given(values=SHORT.filter(lambda some: len(some) > 1))
    def test_a_chart_is_judged_by_its_lines(self, values: list[int]) -> None:
        """The verb for charts and the one for lines agree."""
        chart = xmr_chart(values)
        found = find_signals(chart, rules="nhs")

        assert chart.outside == found.points("fuera")
        assert (
            found.signals
            == nhs_signals(
                chart.values, centre=chart.centre, lower=chart.lower, upper=chart.upper
            ).signals
        )

    @given(z=SERIES, rules=st.sampled_from(ON_LIMITS))
    def test_a_chart_in_sigma_is_judged_by_its_distances(
        self, z: list[float], rules: RuleSet
    ) -> None:
        """Every line of the chart stands where it should."""
        assert signals(z, rules).signals == find_signals(frozen(z), rules=rules).signals

    @given(
        z=SERIES.filter(lambda some: len(some) > 1),
        rules=st.sampled_from(ON_LIMITS),
        data=st.data(),
    )
    def test_excluded_points_leave_every_pattern(
        self, z: list[float], rules: RuleSet, data: st.DataObject
    ) -> None:
        """Patterns are those of the points that are left; beyond the limits all are judged."""
        left = data.draw(st.sets(st.integers(0, len(z) - 1), max_size=len(z) - 2))
        chart = frozen(z, left)
        found = find_signals(chart, rules=rules, marking="patron_completo")
        kept = [i for i in range(len(z)) if i not in left]
        without = find_signals(frozen([z[i] for i in kept]), rules=rules, marking="patron_completo")

        outside, *others = rules.rules
        assert chart.outside == found.points(outside)
        for rule in others:
            assert [kept[i] for i in without.points(rule)] == list(found.points(rule))

    @given(
        parts=st.lists(SERIES.filter(lambda some: len(some) > 1), min_size=1, max_size=3),
        rules=st.sampled_from(ON_LIMITS),
    )
    def test_rebased_charts_are_charts_glued(
        self, parts: list[list[float]], rules: RuleSet
    ) -> None:
        """No pattern reaches across a point at which the chart starts anew."""
        starts = [sum(map(len, parts[:i])) for i in range(len(parts))]
        glued = xmr_chart([x for part in parts for x in part], rebase=starts[1:])
        expected = [
            (one.rule, one.side, one.first + start, one.last + start)
            for part, start in zip(parts, starts, strict=True)
            for one in find_signals(xmr_chart(part), rules=rules).signals
        ]
        found = find_signals(glued, rules=rules).signals

        assert sorted(map(str, expected)) == sorted(
            str((one.rule, one.side, one.first, one.last)) for one in found
        )

    @given(
        counts=st.lists(
            st.tuples(st.integers(0, 30), st.sampled_from((30, 40, 400))), min_size=1, max_size=40
        )
    )
    def test_points_with_trials_are_judged_by_their_own_lines(
        self, counts: list[tuple[int, int]]
    ) -> None:
        """As the naive rules see their distances in sigma."""
        chart = p_chart([x for x, _ in counts], [n for _, n in counts])
        far = {
            i: math.inf if chart.values[i] > chart.centre[i] else -math.inf for i in chart.outside
        }
        z = [far.get(i, min(max(one or 0, -3), 3)) for i, one in enumerate(chart.distances)]

        for rules in ON_LIMITS:
            naive = naive_zones(rules, z)
            naive.update(
                (rule, naive_zones(rules, chart.values)[rule])
                for rule in naive
                if (rules.value, rule) in {("nelson", "3"), ("nelson", "4"), ("nhs", "tendencia")}
            )
            agrees(find_signals(chart, rules=rules), naive)


def frozen(z: Sequence[float], excluded: Iterable[int] = ()) -> ControlChart:
    """Give a chart with the centre at 0 and sigma 1, whatever the values."""
    taught = xmr_chart([0, 0])
    segment = attrs.evolve(taught.segments[0], sigma=1.0, mean_moving_range=3 / 2.66)
    return attrs.evolve(
        taught, values=tuple(map(float, z)), segments=(segment,), excluded=tuple(sorted(excluded))
    )


class TestRunsLaw:
    """La ley exacta del número de rachas y los límites de Anhøj."""

    @given(a=st.integers(0, 40), b=st.integers(0, 40))
    def test_the_chances_add_up_and_do_not_tell_sides_apart(self, a: int, b: int) -> None:
        """To exactly 1; above and below can be exchanged."""
        law = run_count_law(a, b)

        assert sum(law.values()) == 1
        assert law == run_count_law(b, a)
        assert min(law.values()) > 0

    @pytest.mark.parametrize("a", range(6))
    @pytest.mark.parametrize("b", range(6))
    def test_the_law_agrees_with_all_orders(self, a: int, b: int) -> None:
        """All C(a + b, a) orders are gone through."""
        counts: dict[int, int] = {}
        for above in combinations(range(a + b), a):
            order = [i in above for i in range(a + b)]
            runs = len(list(groupby(order)))
            counts[runs] = counts.get(runs, 0) + 1
        whole = sum(counts.values())

        assert {runs: Fraction(n, whole) for runs, n in counts.items()} == run_count_law(a, b)

    @given(a=st.integers(1, 60), b=st.integers(1, 60))
    def test_the_law_is_the_published_formula(self, a: int, b: int) -> None:
        """P(R = 2k) and P(R = 2k + 1), as Swed and Eisenhart have them."""
        law, whole = run_count_law(a, b), comb(a + b, a)
        for k in range(1, min(a, b) + 1):
            even = 2 * comb(a - 1, k - 1) * comb(b - 1, k - 1)
            odd = comb(a - 1, k) * comb(b - 1, k - 1) + comb(a - 1, k - 1) * comb(b - 1, k)
            assert law.get(2 * k, 0) == Fraction(even, whole)
            assert law.get(2 * k + 1, 0) == Fraction(odd, whole)

    @given(useful=st.integers(1, 600))
    def test_limits_agree_with_the_binomial_law(self, useful: int) -> None:
        """The crossings by adding up from 0, the run by the logarithm."""
        tail, crossings = 1, 0
        while 20 * tail < 2 ** (useful - 1):
            crossings += 1
            tail += comb(useful - 1, crossings)
        limits = run_chart_limits(useful)

        assert (round(math.log2(useful)) + 3, crossings) == (limits.longest_run, limits.crossings)


class TestAssuranceAndLabels:
    """Aseguramiento y etiquetas."""

    @given(
        target=st.integers(-9, 9),
        limits=st.tuples(st.integers(-9, 9), st.integers(-9, 9)).map(sorted),
        improvement=st.sampled_from(Improvement),
    )
    def test_mirrored_targets_are_assured_alike(
        self, target: int, limits: list[int], improvement: Improvement
    ) -> None:
        """Turning round everything changes nothing; turning round the wish alone, the verdict."""
        low, high = limits
        other = next(one for one in Improvement if one is not improvement)
        verdict = nhs_assurance(target, lower=low, upper=high, improvement=improvement)
        turned = {Assurance.PASS: Assurance.FAIL, Assurance.FAIL: Assurance.PASS}

        assert verdict is nhs_assurance(-target, lower=-high, upper=-low, improvement=other)
        assert turned.get(verdict, verdict) is nhs_assurance(
            target, lower=low, upper=high, improvement=other
        )
        assert (verdict is Assurance.INCONSISTENT) is (low <= target <= high)

    @given(z=SERIES, wanted=st.none() | st.sampled_from(Improvement))
    def test_the_first_rule_names_the_point(
        self, z: list[float], wanted: Improvement | None
    ) -> None:
        """Outside, trend, two of three, shift; a later trend names the turning point."""
        found = nhs_signals(z, centre=0, lower=-3, upper=3)
        good = {None: None, Improvement.UP: HIGH, Improvement.DOWN: LOW}[wanted]
        for i, label in enumerate(nhs_labels(found, improvement=wanted)):
            rule = next((rule for rule in RuleSet.NHS.rules if i in found.points(rule)), None)
            assert label.rule == rule
            if rule is None:
                assert label.variation is Variation.COMMON
                continue
            side = [one.side for one in found.signals if one.rule == rule and i in one.points][-1]
            if wanted is None:
                assert label.variation.value == side
            else:
                assert (label.variation is Variation.IMPROVEMENT) is (side is good)
                assert (label.variation is Variation.CONCERN) is (side is not good)
