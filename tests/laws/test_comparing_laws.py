"""Laws of comparing units: funnels, overdispersion, shrinkage and ranks."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction
from math import sqrt
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.statistics import (
    FunnelFlag,
    FunnelFlags,
    FunnelScale,
    RankInterval,
    beta_binomial_shrinkage,
    compare_units,
    funnel_flags,
    funnel_limits,
    overdispersion,
    random_effects,
    rank_intervals,
)

Units = tuple[list[int], list[int]]

ROUNDING = 1e-12
LOWEST_FIRST = list(FunnelFlag)
SHARES = st.floats(0, 1) | st.sampled_from((0.0, 0.04, 0.5, 0.96, 1.0))
TRIALS = st.integers(1, 30) | st.integers(1, 10**9)
SCALES = st.sampled_from(FunnelScale)
VARIANCES = st.sampled_from((0.0, 1e-6, 0.01, 0.3))
LEVELS = st.sampled_from(((1.0, 2.0), (1.959964, 3.090232), (2.0, 3.0), (0.01, 5.0)))
EFFECTS = st.floats(-1000, 1000).map(lambda x: round(x, 3))
SPREADS = st.floats(0.001, 1000)


@st.composite
def units(draw: st.DrawFn, least: int = 1, most: int = 8, trials: int = 1000) -> Units:
    """Draw successes and trials of some units; equal shares and ends come up often."""
    pairs: list[tuple[int, int]] = []
    for _ in range(draw(st.integers(least, most))):
        n = draw(st.sampled_from((1, 2, 10, 100)) | st.integers(1, trials))
        pairs.append((draw(st.sampled_from((0, n // 2, n)) | st.integers(0, n)), n))
    return [x for x, _ in pairs], [n for _, n in pairs]


@st.composite
def measured(draw: st.DrawFn) -> tuple[list[float], list[float]]:
    """Draw effects with their variances, of at least two units."""
    effects = draw(st.lists(EFFECTS, min_size=2, max_size=8))
    size = len(effects)
    return effects, draw(st.lists(SPREADS, min_size=size, max_size=size))


class TestFunnelLimits:
    """Limits hold the target, narrow with the trials, and mirror."""

    @given(SHARES, TRIALS, LEVELS, SCALES, VARIANCES)
    def test_they_hold_the_target_and_nest(
        self, target: float, trials: int, z: tuple[float, ...], scale: FunnelScale, extra: float
    ) -> None:
        """Inner limits lie within outer ones, all of them from 0 to 1."""
        found = funnel_limits(target, [trials], z=z, scale=scale, between_variance=extra)
        (inner, outer), (above, beyond) = found.lower[0], found.upper[0]

        assert 0 <= outer <= inner <= target + ROUNDING
        assert target - ROUNDING <= above <= beyond <= 1

    @given(SHARES, TRIALS, TRIALS, SCALES, VARIANCES)
    def test_they_narrow_with_the_trials(
        self, target: float, few: int, many: int, scale: FunnelScale, extra: float
    ) -> None:
        """Also for the fewest trials and the highest targets: no limit folds back."""
        trials = sorted((few, few + many))
        found = funnel_limits(target, trials, scale=scale, between_variance=extra)

        for wide, narrow in zip(found.lower[0], found.lower[1], strict=True):
            assert wide <= narrow + ROUNDING
        for wide, narrow in zip(found.upper[0], found.upper[1], strict=True):
            assert narrow <= wide + ROUNDING

    @given(SHARES, TRIALS, LEVELS, SCALES)
    def test_variance_between_units_widens_them(
        self, target: float, trials: int, z: tuple[float, ...], scale: FunnelScale
    ) -> None:
        """On either scale."""
        plain = funnel_limits(target, [trials], z=z, scale=scale)
        wide = funnel_limits(target, [trials], z=z, scale=scale, between_variance=0.01)

        assert wide.lower[0] <= plain.lower[0]
        assert plain.upper[0] <= wide.upper[0]

    @given(st.integers(0, 1000), TRIALS, LEVELS, SCALES, VARIANCES)
    def test_failures_mirror_successes(
        self, target: int, trials: int, z: tuple[float, ...], scale: FunnelScale, extra: float
    ) -> None:
        """The limits about the complement are the complements of the limits."""
        share = Fraction(target, 1000)
        found, mirrored = (
            funnel_limits(one, [trials], z=z, scale=scale, between_variance=extra)
            for one in (share, 1 - share)
        )

        complements = [1 - limit for limit in mirrored.upper[0]]
        assert complements == pytest.approx(found.lower[0], abs=1e-9)


def root(number: Fraction) -> Decimal:
    """Give a square root to 60 digits."""
    context = Context(prec=60)
    decimal = context.divide(Decimal(number.numerator), Decimal(number.denominator))
    return context.sqrt(decimal)


def naive_flag(successes: int, trials: int, found: FunnelFlags) -> FunnelFlag:
    """Compare a share with its four limits, worked out one by one to 60 digits."""
    target = found.target
    variance = target * (1 - target) / trials + Fraction(found.between_variance)
    sd = Fraction(root(variance))
    inner, outer = map(Fraction, found.z)
    share = Fraction(successes, trials)
    if share < target - outer * sd:
        return FunnelFlag.LOW_OUTER
    if share > target + outer * sd:
        return FunnelFlag.HIGH_OUTER
    if share < target - inner * sd:
        return FunnelFlag.LOW_INNER
    if share > target + inner * sd:
        return FunnelFlag.HIGH_INNER
    return FunnelFlag.INSIDE


class TestFunnelFlags:
    """Flags tell on which side of which limit a unit lies, strictly."""

    @given(units(), LEVELS, VARIANCES, st.none() | st.sampled_from((0.1, 0.5, 0.97)))
    def test_they_agree_with_the_limits(
        self, given_units: Units, z: tuple[float, ...], extra: float, target: float | None
    ) -> None:
        """Each limit worked out to 60 digits."""
        found = funnel_flags(*given_units, z=z, between_variance=extra, target=target)

        naive = [naive_flag(x, n, found) for x, n in zip(*given_units, strict=True)]
        assert naive == list(found.flags)

    @given(st.integers(4, 10**6), st.integers(1, 3))
    def test_a_unit_on_a_limit_is_inside_it(self, size: int, z: int) -> None:
        """Of ``4 * size**2`` trials about one half a standard deviation is *size* successes."""
        trials = 4 * size * size
        on = trials // 2 + z * size
        successes = [on, on + 1, trials - on, trials - on - 1]
        found = funnel_flags(successes, [trials] * 4, target="1/2", z=[z, z + 1])

        inside, above, also_inside, below = found.flags
        assert inside is also_inside is FunnelFlag.INSIDE
        assert (above, below) == (FunnelFlag.HIGH_INNER, FunnelFlag.LOW_INNER)

    @given(units())
    def test_failures_mirror_successes(self, given_units: Units) -> None:
        """Counting failures turns every flag over."""
        xs, ns = given_units
        failures = [n - x for x, n in zip(xs, ns, strict=True)]
        turned = dict(zip(LOWEST_FIRST, reversed(LOWEST_FIRST), strict=True))

        found, mirrored = funnel_flags(xs, ns).flags, funnel_flags(failures, ns).flags
        assert [turned[flag] for flag in mirrored] == list(found)

    @given(st.integers(1, 300), SHARES, VARIANCES)
    def test_they_rise_with_the_successes(self, trials: int, target: float, extra: float) -> None:
        """More successes of as many trials never lie lower."""
        successes = range(trials + 1)
        found = funnel_flags(
            successes, [trials] * (trials + 1), target=target, between_variance=extra
        )

        places = [LOWEST_FIRST.index(flag) for flag in found.flags]
        assert places == sorted(places)

    @given(units(), VARIANCES)
    def test_widening_flags_nobody_else(self, given_units: Units, extra: float) -> None:
        """A wider funnel leaves fewer outside, and these were outside before."""
        wide = funnel_flags(*given_units, between_variance=extra)

        assert set(wide.outside) <= set(funnel_flags(*given_units).outside)

    @given(units(1, 1))
    def test_one_unit_is_its_own_target(self, given_units: Units) -> None:
        """Nothing is outside a funnel about itself; nor are units of equal shares."""
        (x,), (n,) = given_units

        assert not funnel_flags([x], [n]).outside
        assert not funnel_flags([x, 7 * x, 50 * x], [n, 7 * n, 50 * n]).outside


class TestOverdispersion:
    """How far units scatter beyond chance."""

    @given(st.lists(st.sampled_from((-1, 1)), min_size=1), st.sampled_from((0, 0.1)))
    def test_unit_distances_have_dispersion_one(self, z: list[int], winsorise: float) -> None:
        """Each one standard deviation away, on whichever side: no more than chance.

        Drawing in may bring a lone one nearer, never further.
        """
        found = overdispersion(z, winsorise=winsorise)

        assert found.phi == 1 if not winsorise else found.phi <= 1

    @given(st.lists(EFFECTS, min_size=1, max_size=40), st.sampled_from((0, 0.1, 0.25, 0.49)))
    def test_it_agrees_with_numpy(self, z: list[float], winsorise: float) -> None:
        """Quantiles of type 7, clip, mean of squares."""
        found = overdispersion(z, winsorise=winsorise)

        low, high = np.quantile(z, [winsorise, 1 - winsorise])
        expected = np.mean(np.clip(z, low, high) ** 2)
        assert float(expected) == pytest.approx(found.phi, rel=1e-9, abs=1e-9)

    @given(st.lists(EFFECTS, min_size=1, max_size=9), st.randoms(use_true_random=False))
    def test_order_and_side_do_not_matter(self, z: list[float], random: Random) -> None:
        """To the last bit."""
        shuffled = [-one for one in z]
        random.shuffle(shuffled)

        assert overdispersion(z) == overdispersion(shuffled)

    @given(measured())
    def test_variance_between_units_explains_the_excess(
        self, case: tuple[list[float], list[float]]
    ) -> None:
        """0 where there is none; else it is the excess over what one unit of it would add."""
        z, variances = case
        found = overdispersion(z, winsorise=0, variances=variances)
        assert found.between_variance is not None

        w = 1 / np.array(variances)
        excess = len(z) * found.phi - (len(z) - 1)
        added = found.between_variance * (w.sum() - (w**2).sum() / w.sum())
        assert max(excess, 0) == pytest.approx(float(added), rel=1e-6, abs=1e-9)


class TestRandomEffects:
    """The moments of DerSimonian and Laird."""

    @given(measured())
    def test_shrunk_effects_lie_between_the_unit_and_the_mean(
        self, case: tuple[list[float], list[float]]
    ) -> None:
        """To the last bit; and the mean lies between the units."""
        effects, variances = case
        found = random_effects(effects, variances)

        assert min(effects) <= found.mean <= max(effects)
        for effect, shrunk in zip(effects, found.shrunk, strict=True):
            assert min(effect, found.mean) <= shrunk <= max(effect, found.mean)

    @given(measured())
    def test_chance_alone_leaves_no_variance_between_units(
        self, case: tuple[list[float], list[float]]
    ) -> None:
        """Where Q is at most n - 1, tau2 is 0 and all go to the mean; else it is above 0."""
        found = random_effects(*case)

        assert (found.tau2 == 0) == (found.q <= len(case[0]) - 1)
        if found.tau2 == 0:
            assert set(found.shrunk) == {found.mean}

    @given(measured())
    def test_it_agrees_with_the_textbook(self, case: tuple[list[float], list[float]]) -> None:
        """Its formulas in floats."""
        y, v = np.array(case[0]), np.array(case[1])
        found = random_effects(*case)

        w = 1 / v
        q = (w * (y - (w * y).sum() / w.sum()) ** 2).sum()
        tau2 = max(0.0, (q - (len(y) - 1)) / (w.sum() - (w**2).sum() / w.sum()))
        u = 1 / (v + tau2)
        mean = (u * y).sum() / u.sum()
        shrunk = (tau2 * y + v * mean) / (tau2 + v)
        assert float(q) == pytest.approx(found.q, rel=1e-6, abs=1e-6)
        assert float(tau2) == pytest.approx(found.tau2, rel=1e-6, abs=1e-6)
        assert float(mean) == pytest.approx(found.mean, rel=1e-6, abs=1e-6)
        assert list(map(float, shrunk)) == pytest.approx(found.shrunk, rel=1e-6, abs=1e-6)

    @given(measured(), st.randoms(use_true_random=False))
    def test_order_does_not_matter(
        self, case: tuple[list[float], list[float]], random: Random
    ) -> None:
        """Shuffled units give shuffled results, to the last bit."""
        places = list(range(len(case[0])))
        random.shuffle(places)
        found = random_effects(*case)
        shuffled = random_effects(*([column[i] for i in places] for column in case))

        assert (found.mean, found.tau2, found.q) == (shuffled.mean, shuffled.tau2, shuffled.q)
        assert [found.shrunk[i] for i in places] == list(shuffled.shrunk)

    @given(measured(), st.integers(-50, 50), st.sampled_from((-4, -0.5, 2, 1024)))
    def test_it_moves_and_scales_with_the_unit_of_measure(
        self, case: tuple[list[float], list[float]], shift: int, factor: float
    ) -> None:
        """In another unit of measure: the mean moves, tau2 goes by the square, Q stays."""
        effects, variances = case
        found = random_effects(effects, variances)
        other = random_effects(
            [factor * effect + shift for effect in effects],
            [factor**2 * variance for variance in variances],
        )

        assert factor * found.mean + shift == pytest.approx(other.mean, rel=1e-6, abs=1e-6)
        assert factor**2 * found.tau2 == pytest.approx(other.tau2, rel=1e-6, abs=1e-3)
        assert found.q == pytest.approx(other.q, rel=1e-6, abs=1e-6)


class TestShrunkShares:
    """The beta-binomial by moments."""

    @given(units(2))
    def test_they_lie_between_the_unit_and_all(self, given_units: Units) -> None:
        """To the last bit."""
        found = beta_binomial_shrinkage(*given_units)

        for x, n, shrunk in zip(*given_units, found.shrunk, strict=True):
            assert min(x / n, found.mean) <= shrunk <= max(x / n, found.mean)

    @given(units(1, 1), st.lists(st.integers(1, 50), min_size=2, max_size=5))
    def test_equal_shares_all_go_to_the_common_one(
        self, given_units: Units, sizes: list[int]
    ) -> None:
        """They differ less than chance would make them."""
        (x,), (n,) = given_units
        found = beta_binomial_shrinkage([x * k for k in sizes], [n * k for k in sizes])

        assert found.strength is None
        assert set(found.shrunk) == {found.mean}

    @given(units(2))
    def test_failures_mirror_successes(self, given_units: Units) -> None:
        """Shrinking failures shrinks successes."""
        xs, ns = given_units
        found = beta_binomial_shrinkage(xs, ns)
        mirrored = beta_binomial_shrinkage([n - x for x, n in zip(xs, ns, strict=True)], ns)

        complements = [1 - share for share in mirrored.shrunk]
        assert complements == pytest.approx(found.shrunk, abs=1e-6)

    @given(units(2))
    def test_few_trials_are_drawn_in_further(self, given_units: Units) -> None:
        """What is left of the distance grows with the trials."""
        xs, ns = given_units
        found = beta_binomial_shrinkage(xs, ns)
        common = Fraction(sum(xs), sum(ns))
        left = [
            (n, (share - float(common)) / float(Fraction(x, n) - common))
            for x, n, share in zip(xs, ns, found.shrunk, strict=True)
            if abs(Fraction(x, n) - common) > Fraction(1, 10**4)
        ]

        kept = [part for _, part in sorted(left)]
        assert kept == pytest.approx(sorted(kept), abs=1e-9)

    def test_it_finds_the_beta_that_made_the_units(self) -> None:
        """Of 4000 units drawn from a beta of 8 and 2: strength near 10, mean near 0.8."""
        random = Random(20260504)  # noqa: S311 - a simulation
        ns = [random.randint(20, 200) for _ in range(4000)]
        shares = [random.betavariate(8, 2) for _ in ns]
        xs = [sum(random.random() < p for _ in range(n)) for p, n in zip(shares, ns, strict=True)]
        found = beta_binomial_shrinkage(xs, ns)

        assert found.strength == pytest.approx(10, rel=0.1)
        assert found.mean == pytest.approx(0.8, abs=0.01)
        # The point of it all: it misses the true shares by less than the raw ones do.
        missed = sum((a - b) ** 2 for a, b in zip(found.shrunk, shares, strict=True))
        raw = sum((x / n - p) ** 2 for x, n, p in zip(xs, ns, shares, strict=True))
        assert missed < raw


class Certain(Random):
    """Chance that always draws the middle."""

    def betavariate(self, alpha: float, beta: float) -> float:
        """Give the mean."""
        return alpha / (alpha + beta)


class TestRanks:
    """Ranks with their intervals."""

    @given(units(), st.integers())
    def test_they_are_places_among_the_units(self, given_units: Units, seed: int) -> None:
        """From 1 to the number of units; the same chance gives the same ranks."""
        first, second = Random(seed), Random(seed)  # noqa: S311 - a simulation
        found = rank_intervals(*given_units, generator=first, draws=100)
        again = rank_intervals(*given_units, generator=second, draws=100)

        assert found == again
        assert all(1 <= one.lower <= one.upper <= len(given_units[0]) for one in found)

    @given(st.permutations(range(6)))
    def test_without_chance_they_are_the_order_of_the_shares(self, order: list[int]) -> None:
        """The highest share has place 1."""
        found = rank_intervals(order, [5] * 6, generator=Certain(), draws=100)

        places = [6 - x for x in order]
        assert [RankInterval(median=n, lower=n, upper=n) for n in places] == list(found)

    def test_quantiles_are_drawn_places(self) -> None:
        """Two units that change places in 6 of 100 draws; in 5 of 100 it does not show."""

        class Counted(Random):
            """Chance that lets the first unit win but for the first few draws."""

            def __init__(self, lost: int) -> None:
                super().__init__(0)
                self.drawn, self.lost = 0, lost

            def betavariate(self, alpha: float, beta: float) -> float:  # noqa: ARG002 - as in Random
                """Give high and low in turn, in another turn at first."""
                draw, unit = divmod(self.drawn, 2)
                self.drawn += 1
                return float((unit == 0) == (draw >= self.lost))

        rare, seen = (
            rank_intervals([1, 1], [2, 2], generator=Counted(lost), draws=100) for lost in (5, 6)
        )
        assert ["1 (1-1)", "2 (1-2)"] == [str(one) for one in rare]
        assert ["1 (1-2)", "2 (1-2)"] == [str(one) for one in seen]

    def test_units_alike_can_have_nearly_any_place(self) -> None:
        """Ten units of equal counts: none is known to be in the better half."""
        chance = Random(7)  # noqa: S311 - a simulation
        found = rank_intervals([5] * 10, [10] * 10, generator=chance)

        assert all(one.lower <= 2 and one.upper >= 9 for one in found)


class TestComparing:
    """One verb for the unit of the institution."""

    @given(units(2), st.randoms(use_true_random=False), st.booleans())
    def test_order_does_not_matter(
        self,
        given_units: Units,
        random: Random,
        widen: bool,  # noqa: FBT001 - drawn
    ) -> None:
        """Shuffled units give the same figures for each."""
        xs, ns = given_units
        codes = [f"U-{i}" for i in range(len(xs))]
        rows = list(zip(xs, ns, codes, strict=True))
        found = compare_units(xs, ns, codes=codes, widen=widen)
        random.shuffle(rows)
        x2, n2, c2 = zip(*rows, strict=True)
        shuffled = compare_units(x2, n2, codes=c2, widen=widen)

        assert found.dispersion == shuffled.dispersion
        assert {one.code: one for one in found.units} == {one.code: one for one in shuffled.units}

    @given(units(2))
    def test_widening_clears_and_never_accuses(self, given_units: Units) -> None:
        """What is outside the wide funnel is outside the plain one; all else is the same."""
        plain, wide = (compare_units(*given_units, widen=widen) for widen in (False, True))

        assert set(wide.outside) <= set(plain.outside)
        assert [one.interval for one in plain.units] == [one.interval for one in wide.units]
        assert [one.shrunk for one in plain.units] == [one.shrunk for one in wide.units]

    def test_noise_is_not_flagged_and_scatter_is_told(self) -> None:
        """500 units of one true share: phi near 1, about 5 % flagged; 500 that differ: more."""
        random = Random(11)  # noqa: S311 - a simulation
        ns = [random.randint(50, 500) for _ in range(500)]

        def drawn(spread: float) -> list[int]:
            shares = [0.6 + random.uniform(-spread, spread) for _ in ns]
            return [
                sum(random.random() < p for _ in range(n)) for p, n in zip(shares, ns, strict=True)
            ]

        same, different = drawn(0), drawn(0.2)
        calm, wild = compare_units(same, ns), compare_units(different, ns)
        settled = compare_units(different, ns, widen=True)
        assert calm.dispersion is not None
        assert wild.dispersion is not None

        assert calm.dispersion.phi == pytest.approx(0.8, abs=0.2)  # its ends are drawn in
        assert len(calm.outside) < 40
        assert wild.dispersion.phi > 5
        assert len(wild.outside) > 200
        assert len(settled.outside) < 40
        assert sqrt(wild.dispersion.between_variance or 0) == pytest.approx(0.1, abs=0.03)
