"""Laws of intervals: they hold the estimate, nest with confidence, and mirror."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from math import comb, exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.statistics import (
    Interval,
    byar,
    clopper_pearson,
    newcombe_difference,
    wilson,
)
from imss_integrity.statistics.intervals import normal_point

Share = Callable[..., Interval]
Outcome = tuple[int, int]

ROUNDING = 1e-12
CONFIDENCES = st.sampled_from((0.01, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999, 1 - 1e-9))
HUGE = 2**53 - 1


def corrected(successes: int, trials: int, *, confidence: float = 0.95) -> Interval:
    """Give Wilson's interval with the correction for continuity."""
    return wilson(successes, trials, confidence=confidence, continuity=True)


METHODS = pytest.mark.parametrize("method", [wilson, corrected, clopper_pearson])


@st.composite
def outcomes(draw: st.DrawFn, most: int = HUGE) -> Outcome:
    """Draw successes of trials; the ends and few trials are as likely as all else."""
    trials = draw(st.integers(1, min(most, 30)) | st.integers(1, most))
    end = st.sampled_from(sorted({0, min(1, trials), trials - 1, trials}))
    return draw(end | st.integers(0, trials)), trials


def chance_of(successes: int, trials: int, share: Fraction) -> Fraction:
    """Give the exact binomial chance of so many successes."""
    return comb(trials, successes) * share**successes * (1 - share) ** (trials - successes)


def at_least(successes: int, trials: int, share: Fraction) -> Fraction:
    """Give the exact chance of so many successes or more."""
    tail = range(successes, trials + 1)
    return sum((chance_of(k, trials, share) for k in tail), Fraction(0))


@METHODS
class TestShares:
    """What every interval of a share obeys."""

    @given(outcome=outcomes(), confidence=CONFIDENCES)
    def test_it_holds_the_estimate_between_0_and_1(
        self, method: Share, outcome: Outcome, confidence: float
    ) -> None:
        """The estimate is the share; the limits are exactly 0 and 1 at the ends, and only there."""
        x, n = outcome
        found = method(x, n, confidence=confidence)

        assert x / n == found.estimate
        assert 0 <= found.lower <= found.estimate <= found.upper <= 1
        assert (found.lower == 0) == (x == 0)
        if n < 10**9:  # beyond, what is left to 1 may be less than a float can tell
            assert (found.upper == 1) == (x == n)
        elif x == n:
            assert found.upper == 1

    @given(outcome=outcomes())
    def test_it_nests_with_confidence(self, method: Share, outcome: Outcome) -> None:
        """More confidence, a wider interval about the former."""
        x, n = outcome
        levels = (0.01, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999, 1 - 1e-9)
        found = [method(x, n, confidence=level) for level in levels]

        for inner, outer in pairwise(found):
            assert outer.lower <= inner.lower
            assert inner.upper <= outer.upper

    @given(outcome=outcomes(), confidence=CONFIDENCES)
    def test_failures_mirror_successes(
        self, method: Share, outcome: Outcome, confidence: float
    ) -> None:
        """The interval of the failures is that of the successes, seen from 1."""
        x, n = outcome
        found = method(x, n, confidence=confidence)
        mirrored = method(n - x, n, confidence=confidence)

        assert 1 - mirrored.lower == pytest.approx(found.upper, abs=ROUNDING)
        assert 1 - mirrored.upper == pytest.approx(found.lower, abs=ROUNDING)

    @given(outcome=outcomes(10**6), confidence=CONFIDENCES)
    def test_one_more_success_raises_both_limits(
        self, method: Share, outcome: Outcome, confidence: float
    ) -> None:
        """Limits rise with the successes."""
        x, n = outcome
        if x < n:
            few = method(x, n, confidence=confidence)
            more = method(x + 1, n, confidence=confidence)

            assert few.lower < more.lower
            assert few.upper < more.upper

    @given(outcome=outcomes(10**6), times=st.integers(2, 1000))
    def test_more_of_the_same_is_known_better(
        self, method: Share, outcome: Outcome, times: int
    ) -> None:
        """The same share of more trials has an interval within."""
        x, n = outcome
        found, more = method(x, n), method(times * x, times * n)

        assert found.lower <= more.lower
        assert more.upper <= found.upper


class TestScoreTest:
    """Wilson's limits are the shares that the score test just does not refuse."""

    @given(outcomes(10**4), CONFIDENCES)
    def test_limits_lie_z_from_the_estimate(self, outcome: Outcome, confidence: float) -> None:
        """Measured by the standard deviation that the limit itself gives."""
        x, n = outcome
        z, found = normal_point(confidence), wilson(x, n, confidence=confidence)

        for limit in (found.lower, found.upper):
            distance = (x / n - limit) ** 2
            assert z**2 * limit * (1 - limit) / n == pytest.approx(distance, rel=1e-6, abs=1e-12)

    @given(outcomes(10**4), CONFIDENCES)
    def test_half_a_success_corrects_for_continuity(
        self, outcome: Outcome, confidence: float
    ) -> None:
        """The same with the estimate half a success nearer; so it is wider than without."""
        x, n = outcome
        z, found = normal_point(confidence), corrected(x, n, confidence=confidence)
        plain = wilson(x, n, confidence=confidence)

        assert found.lower <= plain.lower
        assert plain.upper <= found.upper
        if x:
            distance = ((x - 0.5) / n - found.lower) ** 2
            wanted = z**2 * found.lower * (1 - found.lower) / n
            assert wanted == pytest.approx(distance, rel=1e-6, abs=1e-12)


class TestExactLimits:
    """Clopper and Pearson: at each limit one tail holds half of what confidence leaves."""

    @given(outcomes(60), CONFIDENCES)
    def test_each_tail_holds_its_half(self, outcome: Outcome, confidence: float) -> None:
        """By the exact binomial tail, in fractions."""
        x, n = outcome
        found = clopper_pearson(x, n, confidence=confidence)
        half = (1 - confidence) / 2

        if x:
            upward = at_least(x, n, Fraction(found.lower))
            assert half == pytest.approx(float(upward), rel=1e-10)
        if x < n:
            downward = 1 - at_least(x + 1, n, Fraction(found.upper))
            assert half == pytest.approx(float(downward), rel=1e-4 if half < 1e-6 else 1e-9)

    @given(st.integers(1, 12), st.fractions(0, 1, max_denominator=997), CONFIDENCES)
    def test_it_covers_as_often_as_it_says(
        self, trials: int, share: Fraction, confidence: float
    ) -> None:
        """For every true share, by going through all outcomes with their chances."""
        covered = Fraction(0)
        for x in range(trials + 1):
            found = clopper_pearson(x, trials, confidence=confidence)
            if found.lower - ROUNDING <= share <= found.upper + ROUNDING:
                covered += chance_of(x, trials, share)

        assert covered >= confidence

    @given(st.integers(1, HUGE), CONFIDENCES)
    def test_none_or_all_have_a_closed_form(self, trials: int, confidence: float) -> None:
        """At 0 successes: one less the trials-th root of the tail."""
        half = (1 - confidence) / 2
        none, everything = (clopper_pearson(x, trials, confidence=confidence) for x in (0, trials))

        root = half ** (1 / trials)
        assert 1 - root == pytest.approx(none.upper, abs=1e-15)
        assert root == pytest.approx(everything.lower, abs=1e-15)


class TestDifferences:
    """Newcombe's interval of the difference of two shares."""

    @given(outcomes(), outcomes(), CONFIDENCES)
    def test_it_holds_the_difference(self, a: Outcome, b: Outcome, confidence: float) -> None:
        """Between -1 and 1."""
        found = newcombe_difference((a[0], b[0]), (a[1], b[1]), confidence=confidence)

        assert a[0] / a[1] - b[0] / b[1] == found.estimate
        assert -1 <= found.lower <= found.estimate <= found.upper <= 1

    @given(outcomes(), outcomes(), CONFIDENCES)
    def test_swapping_the_units_turns_the_sign(
        self, a: Outcome, b: Outcome, confidence: float
    ) -> None:
        """To the last bit."""
        found = newcombe_difference((a[0], b[0]), (a[1], b[1]), confidence=confidence)
        swapped = newcombe_difference((b[0], a[0]), (b[1], a[1]), confidence=confidence)

        assert (-found.upper, -found.estimate, -found.lower) == (
            swapped.lower,
            swapped.estimate,
            swapped.upper,
        )

    @given(outcomes(), outcomes(), CONFIDENCES)
    def test_counting_failures_turns_the_sign(
        self, a: Outcome, b: Outcome, confidence: float
    ) -> None:
        """The difference of the failures is the opposite one."""
        found = newcombe_difference((a[0], b[0]), (a[1], b[1]), confidence=confidence)
        failures = newcombe_difference(
            (a[1] - a[0], b[1] - b[0]), (a[1], b[1]), confidence=confidence
        )

        # Near an end the root of the smallest rounding is taken.
        assert -failures.upper == pytest.approx(found.lower, abs=1e-7)
        assert -failures.lower == pytest.approx(found.upper, abs=1e-7)

    @given(outcomes(), outcomes())
    def test_it_nests_with_confidence(self, a: Outcome, b: Outcome) -> None:
        """More confidence, a wider interval about the former."""
        inner, outer = (
            newcombe_difference((a[0], b[0]), (a[1], b[1]), confidence=confidence)
            for confidence in (0.9, 0.99)
        )

        assert outer.lower <= inner.lower
        assert inner.upper <= outer.upper

    @given(outcomes(10**6))
    def test_against_one_that_is_known_it_is_that_of_the_other(self, outcome: Outcome) -> None:
        """Beside 0 of very many trials nothing is left but the first share's own interval."""
        x, n = outcome
        alone, found = wilson(x, n), newcombe_difference((x, 0), (n, HUGE))

        assert alone.lower == pytest.approx(found.lower, abs=1e-6)
        assert alone.upper == pytest.approx(found.upper, abs=1e-6)


def poisson_tail(count: int, mean: float) -> float:
    """Give the chance of so many events or more, by adding up the others."""
    term, below = exp(-mean), 0.0
    for k in range(count):
        below += term
        term *= mean / (k + 1)
    return 1 - below


def exact_limit(count: int, tail: float) -> float:
    """Find by halving the mean at which *count* or more events have the chance *tail*."""
    low, high = 0.0, 10.0 * count + 10
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if poisson_tail(count, middle) < tail else (low, middle)
    return low


class TestCounts:
    """Byar's interval of a count."""

    @given(st.integers(0, HUGE), CONFIDENCES)
    def test_it_holds_the_count_and_nests(self, count: int, confidence: float) -> None:
        """From 0 up; exactly 0 at 0; and it rises with the count."""
        found, wider = byar(count, confidence=confidence), byar(count, confidence=1 - 1e-12)

        assert 0 <= wider.lower <= found.lower <= count <= found.upper <= wider.upper
        if count == 0:
            assert found.lower == 0

    @given(st.integers(0, 10**6), CONFIDENCES)
    def test_one_more_event_raises_the_limits(self, count: int, confidence: float) -> None:
        """Limits rise with the count; the lower one may rest at 0."""
        few, more = byar(count, confidence=confidence), byar(count + 1, confidence=confidence)

        assert few.lower <= more.lower
        assert few.upper < more.upper

    @given(st.integers(5, 60))
    def test_it_is_near_the_exact_limits(self, count: int) -> None:
        """Within 0.03 at 95 %, from a count of 5."""
        found = byar(count)

        assert exact_limit(count, 0.025) == pytest.approx(found.lower, abs=0.03)
        assert exact_limit(count + 1, 0.975) == pytest.approx(found.upper, abs=0.03)
