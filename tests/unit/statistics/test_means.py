"""Weighted means: known answers, the order of the means, and every refusal."""

from __future__ import annotations

import decimal
import math
from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.kernel import ImssIntegrityError, InconsistentError, InvalidValueError
from imss_integrity.statistics import MeanMethod, weighted_mean

Case = tuple[list[Fraction], list[Fraction]]

POSITIVE = st.fractions(min_value=Fraction(1, 1000), max_value=1000, max_denominator=1000)
METHODS = list(MeanMethod)
LOOSE: Callable[..., float] = weighted_mean


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Draw positive values and weights that add up to 1; some weights may be 0."""
    values = draw(st.lists(POSITIVE, min_size=1, max_size=6))
    sizes = draw(st.lists(st.integers(0, 20), min_size=len(values), max_size=len(values)))
    sizes[0] += 1
    return values, [Fraction(size, sum(sizes)) for size in sizes]


def mean(values: object, weights: object, method: object = "arithmetic") -> float:
    """Call the mean with whatever a caller may pass."""
    return LOOSE(values, weights, method=method)


@pytest.mark.parametrize(
    ("method", "values", "weights", "expected"),
    [
        ("arithmetic", [4, 9, 16], ["1/2", "1/4", "1/4"], 8.25),
        ("geometric", [4, 9, 16], ["1/2", "1/4", "1/4"], 4 * math.sqrt(3)),
        ("harmonic", [2, 4, 4], ["1/2", "1/4", "1/4"], 8 / 3),
        ("minimum", [4, 9, 16], ["1/2", "1/4", "1/4"], 4.0),
        ("arithmetic", [4, 9, 16], ["0.2", "0.3", "0.5"], 11.5),
        ("arithmetic", [-3, 0], [1, 0], -3.0),
        ("minimum", [-3, 0], [0, 1], -3.0),
        ("geometric", [7], [1], 7.0),
    ],
)
def test_known_means(
    method: str, values: Sequence[int], weights: Sequence[str], expected: float
) -> None:
    """Each method gives the answer worked out by hand."""
    assert expected == pytest.approx(mean(values, weights, method), rel=1e-15)


def test_arithmetic_is_the_default_and_methods_are_enum_or_text() -> None:
    """The enum and its text mean the same; without either the mean is arithmetic."""
    halves = ["1/2", "1/2"]
    assert mean([1, 2], halves, "arithmetic") == weighted_mean([1, 2], halves)
    assert weighted_mean([1, 2], ["1/2", "1/2"], method=MeanMethod.GEOMETRIC) == mean(
        [1, 2], ["1/2", "1/2"], "geometric"
    )


def test_values_come_in_any_numeric_shape() -> None:
    """Integers, floats, decimals, fractions, exact text and numpy scalars mix."""
    values = [1, 1.0, Decimal("1.0"), Fraction(1), "1/1", np.int64(1), np.float32(1)]
    assert pytest.approx(1, abs=0) == mean(values, [Fraction(1, 7)] * 7)
    assert mean([1, 3], ["1/2", "1/2"]) == mean(np.array([1, 3]), [Decimal("0.5"), "0.5"])


@given(cases())
def test_means_stand_in_their_known_order(case: Case) -> None:
    """Minimum <= harmonic <= geometric <= arithmetic <= maximum, to the last bit."""
    values, weights = case
    low, harmonic, geometric, arithmetic = (
        mean(values, weights, method)
        for method in ("minimum", "harmonic", "geometric", "arithmetic")
    )
    assert low <= harmonic <= geometric <= arithmetic <= float(max(values))


@given(cases(), st.sampled_from(METHODS), st.data())
def test_means_never_fall_when_a_value_rises(
    case: Case, method: MeanMethod, data: st.DataObject
) -> None:
    """Every mean is monotone in each value."""
    values, weights = case
    i = data.draw(st.integers(0, len(values) - 1))
    raised = [*values[:i], values[i] + data.draw(POSITIVE), *values[i + 1 :]]
    assert mean(values, weights, method) <= mean(raised, weights, method)


@given(cases(), st.sampled_from(METHODS), st.randoms(use_true_random=False))
def test_order_of_the_values_does_not_matter(
    case: Case, method: MeanMethod, random: Random
) -> None:
    """Values shuffled together with their weights give the very same float."""
    values, weights = case
    pairs = list(zip(values, weights, strict=True))
    random.shuffle(pairs)
    shuffled, with_them = zip(*pairs, strict=True)
    assert mean(values, weights, method) == mean(shuffled, with_them, method)


@given(POSITIVE, st.integers(1, 9), st.sampled_from(METHODS))
def test_equal_values_are_their_own_mean(value: Fraction, n: int, method: MeanMethod) -> None:
    """A mean of equal values is that value, exactly rounded."""
    assert float(value) == mean([value] * n, [Fraction(1, n)] * n, method)


@given(cases(), POSITIVE, st.sampled_from(METHODS))
def test_means_scale_with_the_unit(case: Case, factor: Fraction, method: MeanMethod) -> None:
    """A change of unit changes the mean by the same factor."""
    values, weights = case
    scaled = mean([factor * value for value in values], weights, method)
    assert float(factor) * mean(values, weights, method) == pytest.approx(scaled, rel=1e-14)


@given(cases())
def test_means_agree_with_logarithms_and_numpy(case: Case) -> None:
    """The textbook float formulas give the same means."""
    values, weights = case
    x = np.array([float(value) for value in values])
    w = np.array([float(weight) for weight in weights])
    assert np.average(x, weights=w) == pytest.approx(mean(values, weights), rel=1e-12)
    geometric = mean(values, weights, "geometric")
    assert float(np.exp(np.sum(w * np.log(x)))) == pytest.approx(geometric, rel=1e-12)
    harmonic = mean(values, weights, "harmonic")
    assert float(1 / np.sum(w / x)) == pytest.approx(harmonic, rel=1e-12)


def test_geometric_mean_ignores_the_decimal_precision_of_the_caller() -> None:
    """A caller's decimal context takes no part, and is left as it was."""
    values, weights = [2, 3, 5], ["1/3", "1/3", "1/3"]
    before = mean(values, weights, "geometric")
    with decimal.localcontext() as context:
        context.prec = few = 2
        assert before == mean(values, weights, "geometric")
        assert few == context.prec
    assert pytest.approx(30 ** (1 / 3)) == before


def test_extreme_floats_neither_overflow_nor_vanish() -> None:
    """The largest and the smallest floats have means."""
    halves = ["1/2", "1/2"]
    huge, tiny = 1.7976931348623157e308, 5e-324
    for method in METHODS:
        assert huge == mean([huge, huge], halves, method)
        assert tiny == mean([tiny, tiny], halves, method)
    assert math.sqrt(huge) * math.sqrt(tiny) == pytest.approx(
        mean([huge, tiny], halves, "geometric")
    )


@pytest.mark.parametrize(
    ("values", "weights", "method", "error", "path"),
    [
        ([0, 9], ["1/2", "1/2"], "geometric", InvalidValueError, "values[0]"),
        ([9, -1], ["1/2", "1/2"], "harmonic", InvalidValueError, "values[1]"),
        ([9, 0], [1, 0], "harmonic", InvalidValueError, "values[1]"),
        ([1, 2], ["1/2", "1/3"], "arithmetic", InconsistentError, "weights"),
        ([1, 2], ["1/2", "1/3"], "minimum", InconsistentError, "weights"),
        ([1, 2], [1], "arithmetic", InconsistentError, "weights"),
        ([], [], "arithmetic", InvalidValueError, "values"),
        ([1, 2], [0.5, "1/2"], "arithmetic", InvalidValueError, "weights[0]"),
        ([1, 2], ["3/2", "-1/2"], "arithmetic", InvalidValueError, "weights[1]"),
        ([1, True], ["1/2", "1/2"], "arithmetic", InvalidValueError, "values[1]"),
        ([float("nan")], [1], "arithmetic", InvalidValueError, "values[0]"),
        ([float("-inf")], [1], "arithmetic", InvalidValueError, "values[0]"),
        ([Decimal("NaN")], [1], "arithmetic", InvalidValueError, "values[0]"),
        ([10**400], [1], "arithmetic", InvalidValueError, "values[0]"),
        (["uno"], [1], "arithmetic", InvalidValueError, "values[0]"),
        ([None], [1], "arithmetic", InvalidValueError, "values[0]"),
        ("12", ["1/2", "1/2"], "arithmetic", InvalidValueError, "values"),
        ({1: 2}, [1], "arithmetic", InvalidValueError, "values"),
        ({1, 2}, ["1/2", "1/2"], "arithmetic", InvalidValueError, "values"),
        (5, [1], "arithmetic", InvalidValueError, "values"),
        ([1], [1], "median", InvalidValueError, "method"),
        ([1], [1], None, InvalidValueError, "method"),
    ],
)
def test_means_refuse(
    values: object, weights: object, method: object, error: type[ImssIntegrityError], path: str
) -> None:
    """What has no mean is refused, in both languages, with the path of the fault."""
    with pytest.raises(error) as caught:
        mean(values, weights, method)
    assert [path] == [fault.path for fault in caught.value.faults]
    assert caught.value.text.es != caught.value.text.en


def test_all_bad_values_are_named_at_once() -> None:
    """One refusal lists each bad value."""
    with pytest.raises(InvalidValueError) as caught:
        mean([0, 5, -1], ["1/3", "1/3", "1/3"], "geometric")
    expected = ["values[0]", "values[2]"]
    assert expected == [fault.path for fault in caught.value.faults]
    with pytest.raises(InvalidValueError) as caught:
        mean([math.nan, 5, math.inf], ["1/3", "1/3", "1/3"])
    assert expected == [fault.path for fault in caught.value.faults]
