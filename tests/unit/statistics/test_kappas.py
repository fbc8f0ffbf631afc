"""Cohen's and Fleiss' kappa: known answers, laws, a numpy oracle, refusals."""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction
from random import Random

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from imss_integrity.kernel import ImssIntegrityError, InconsistentError, InvalidValueError
from imss_integrity.statistics import (
    KappaMarginals,
    KappaWeights,
    cohen_kappa,
    fleiss_kappa,
    krippendorff_alpha,
)

Table = list[list[int]]

THREE: Table = [[20, 5, 1], [4, 15, 6], [0, 3, 18]]
WEIGHTS = list(KappaWeights)
COHEN: Callable[..., float] = cohen_kappa
FLEISS: Callable[..., float] = fleiss_kappa


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Draw a square table in which each rater used two categories or they differ."""
    size = draw(st.integers(2, 5))
    row = st.lists(st.integers(0, 9), min_size=size, max_size=size)
    table = draw(st.lists(row, min_size=size, max_size=size))
    rows = {i for i in range(size) if any(table[i])}
    columns = {j for j in range(size) if any(line[j] for line in table)}
    assume(rows and len(rows | columns) > 1)
    return table


@st.composite
def rated(draw: st.DrawFn) -> Table:
    """Draw units x categories with the same number of raters in each unit."""
    categories = draw(st.integers(2, 4))
    raters = draw(st.integers(2, 5))
    votes = st.lists(st.integers(0, categories - 1), min_size=raters, max_size=raters)
    units = draw(st.lists(votes, min_size=1, max_size=6))
    return [[unit.count(category) for category in range(categories)] for unit in units]


def _naive_cohen(table: Table, weights: str | list[list[int]]) -> float:
    """Give kappa by the matrix formula in floats."""
    p = np.array(table, dtype=float) / np.sum(table)
    places = np.arange(len(table))
    apart = np.abs(places[:, None] - places[None, :])
    matrices = {"none": apart > 0, "linear": apart, "quadratic": apart**2}
    w = matrices[weights] if isinstance(weights, str) else np.array(weights)
    by_chance = np.outer(p.sum(axis=1), p.sum(axis=0))
    return float(1 - np.sum(w * p) / np.sum(w * by_chance))


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ("none", 0.6046242774566475),
        ("linear", 0.6879063719115734),
        ("quadratic", 0.7711644033516325),
        ([[0, 2, 5], [2, 0, 1], [5, 1, 0]], 0.7515635108906621),
        (np.array([[0, 2, 5], [2, 0, 1], [5, 1, 0]]), 0.7515635108906621),
    ],
)
def test_known_cohen_kappas(weights: object, expected: float) -> None:
    """The weights none, linear, quadratic and a matrix give the known answers."""
    assert expected == pytest.approx(COHEN(THREE, weights=weights), abs=1e-12)


@pytest.mark.parametrize(
    ("counts", "marginals", "expected"),
    [
        ([[5, 0, 0], [2, 3, 0], [1, 1, 3], [0, 0, 5]], "fixed", 0.4921875),
        ([[5, 0, 0], [2, 3, 0], [1, 1, 3], [0, 0, 5]], "free", 0.5125),
        ([[4, 0], [1, 3], [2, 2], [0, 4], [4, 0]], "fixed", 0.5286195286195284),
        ([[4, 0], [1, 3], [2, 2], [0, 4], [4, 0]], "free", 0.5333333333333332),
    ],
)
def test_known_fleiss_kappas(counts: Table, marginals: str, expected: float) -> None:
    """Fixed and free marginals give the known answers."""
    assert expected == pytest.approx(fleiss_kappa(counts, marginals=marginals), abs=1e-12)


def test_defaults_are_unweighted_and_fixed() -> None:
    """The textbook forms need no argument."""
    assert cohen_kappa(THREE, weights=KappaWeights.NONE) == cohen_kappa(THREE)
    counts = [[2, 1], [0, 3]]
    assert fleiss_kappa(counts, marginals=KappaMarginals.FIXED) == fleiss_kappa(counts)


@given(tables(), st.sampled_from(WEIGHTS))
def test_cohen_agrees_with_the_matrix_formula(table: Table, weights: KappaWeights) -> None:
    """An independent formula in floats gives the same kappa."""
    expected = _naive_cohen(table, str(weights))
    assert expected == pytest.approx(cohen_kappa(table, weights=weights), abs=1e-9)


@given(tables(), st.sampled_from(WEIGHTS))
def test_cohen_does_not_depend_on_who_is_first(table: Table, weights: KappaWeights) -> None:
    """Under symmetric weights the raters may change places."""
    turned = [list(column) for column in zip(*table, strict=True)]
    assert cohen_kappa(table, weights=weights) == cohen_kappa(turned, weights=weights)


def test_cohen_with_asymmetric_weights_depends_on_who_is_first() -> None:
    """A matrix may judge too high worse than too low."""
    weights = [[0, 1], [3, 0]]
    table = [[5, 4], [1, 5]]
    turned = [[5, 1], [4, 5]]
    assert cohen_kappa(table, weights=weights) != cohen_kappa(turned, weights=weights)
    assert _naive_cohen(table, weights) == pytest.approx(cohen_kappa(table, weights=weights))


@given(tables(), st.sampled_from(WEIGHTS))
def test_cohen_is_one_only_on_the_diagonal(table: Table, weights: KappaWeights) -> None:
    """Kappa is 1 exactly where the raters never differ."""
    differ = any(n for i, row in enumerate(table) for j, n in enumerate(row) if i != j)
    assert differ == (cohen_kappa(table, weights=weights) < 1)


@given(tables(), st.integers(2, 9), st.sampled_from(WEIGHTS))
def test_cohen_depends_on_shares_alone(table: Table, n: int, weights: KappaWeights) -> None:
    """Every count multiplied by the same number leaves kappa as it was."""
    more = [[n * count for count in row] for row in table]
    assert cohen_kappa(table, weights=weights) == cohen_kappa(more, weights=weights)


@given(tables(), st.fractions(min_value=Fraction(1, 9), max_value=9))
def test_cohen_ignores_the_unit_of_the_weights(table: Table, unit: Fraction) -> None:
    """Disagreement may be weighted in any unit."""
    size = range(len(table))
    weights = [[unit * abs(i - j) for j in size] for i in size]
    assert cohen_kappa(table, weights="linear") == cohen_kappa(table, weights=weights)


@given(tables(), st.randoms(use_true_random=False))
def test_plain_cohen_ignores_the_order_of_categories(table: Table, random: Random) -> None:
    """Without weights categories are names."""
    order = list(range(len(table)))
    random.shuffle(order)
    assert cohen_kappa(table) == cohen_kappa([[table[i][j] for j in order] for i in order])


def test_the_table_fixes_the_scale() -> None:
    """An unused category in the middle of the scale changes a weighted kappa, not a plain one."""
    short = [[8, 2, 1], [1, 7, 3], [0, 2, 9]]
    wide = [[8, 0, 2, 1], [0, 0, 0, 0], [1, 0, 7, 3], [0, 0, 2, 9]]
    assert cohen_kappa(short) == cohen_kappa(wide)
    assert cohen_kappa(short, weights="linear") != cohen_kappa(wide, weights="linear")


def test_kappa_near_zero_with_almost_perfect_agreement() -> None:
    """With a rare category kappa falls to 0 at 98 % agreement; free marginals say 0.96."""
    assert abs(cohen_kappa([[98, 1], [1, 0]])) < 0.02
    counts = [[2, 0]] * 98 + [[1, 1]] * 2
    assert abs(fleiss_kappa(counts)) < 0.02
    assert pytest.approx(0.96) == fleiss_kappa(counts, marginals="free")


@given(rated(), st.sampled_from(list(KappaMarginals)), st.randoms(use_true_random=False))
def test_fleiss_ignores_order(counts: Table, marginals: KappaMarginals, random: Random) -> None:
    """Units and categories may be shuffled."""
    assume(sum(any(column) for column in zip(*counts, strict=True)) > 1)
    columns = list(zip(*counts, strict=True))
    random.shuffle(columns)
    rows = [list(row) for row in zip(*columns, strict=True)]
    random.shuffle(rows)
    assert fleiss_kappa(counts, marginals=marginals) == fleiss_kappa(rows, marginals=marginals)


@given(rated())
def test_fleiss_and_nominal_alpha_differ_by_the_small_sample_term_alone(counts: Table) -> None:
    """With N ratings, 1 - alpha = (1 - kappa)(N - 1) / N."""
    assume(sum(any(column) for column in zip(*counts, strict=True)) > 1)
    units = [[category for category, n in enumerate(unit) for _ in range(n)] for unit in counts]
    n = sum(len(unit) for unit in units)
    alpha = krippendorff_alpha(list(zip(*units, strict=True)), level="nominal")
    assert 1 - alpha == pytest.approx((1 - fleiss_kappa(counts)) * (n - 1) / n, abs=1e-12)


@given(rated())
def test_free_marginals_never_give_less_than_fixed(counts: Table) -> None:
    """Equal use of the categories leaves the least agreement to chance."""
    assume(sum(any(column) for column in zip(*counts, strict=True)) > 1)
    assert fleiss_kappa(counts) <= fleiss_kappa(counts, marginals="free") <= 1


def test_free_marginals_do_not_need_variation() -> None:
    """Full agreement on one category is 1 under free marginals, undefined under fixed ones."""
    counts = [[3, 0], [3, 0]]
    assert pytest.approx(1, abs=0) == fleiss_kappa(counts, marginals="free")
    with pytest.raises(InconsistentError, match="kappa is undefined"):
        fleiss_kappa(counts)


def test_counts_come_in_any_shape_that_is_whole() -> None:
    """Whole floats, text and numpy integers are counts."""
    mixed = [[20.0, "5", np.int64(1)], *THREE[1:]]
    assert cohen_kappa(THREE) == COHEN(mixed) == COHEN(np.array(THREE))


@pytest.mark.parametrize(
    ("table", "weights", "error", "path"),
    [
        ([[1, 2, 3], [4, 5, 6]], "none", InconsistentError, "table"),
        ([[1, 2], [4, 5, 6]], "none", InconsistentError, "table[1]"),
        ([[1]], "none", InvalidValueError, "table"),
        ([], "none", InvalidValueError, "table"),
        ([[0, 0], [0, 0]], "none", InconsistentError, "table"),
        ([[7, 0], [0, 0]], "none", InconsistentError, "table"),
        ([[1, -1], [1, 1]], "none", InvalidValueError, "table[0][1]"),
        ([[1, 0.5], [1, 1]], "none", InvalidValueError, "table[0][1]"),
        ([[1, math.nan], [1, 1]], "none", InvalidValueError, "table[0][1]"),
        ([[1, False], [1, 1]], "none", InvalidValueError, "table[0][1]"),
        ([[1, None], [1, 1]], "none", InvalidValueError, "table[0][1]"),
        ([[1, 2**53], [1, 1]], "none", InvalidValueError, "table[0][1]"),
        (THREE, "cubic", InvalidValueError, "weights"),
        (THREE, None, InvalidValueError, "weights"),
        (THREE, 2, InvalidValueError, "weights"),
        (THREE, [[0, 1], [1, 0]], InconsistentError, "weights"),
        (THREE, [[0, 1], [1, 0], [1, 1]], InconsistentError, "weights"),
        (THREE, [[0, 1, 1], [1, 0, 1], [1, -1, 0]], InvalidValueError, "weights[2][1]"),
        (THREE, [[0, 1, 1], [1, 0, 1], [1, math.inf, 0]], InvalidValueError, "weights[2][1]"),
        (THREE, [[0, 1, 1], [1, 0.5, 1], [1, 1, 0]], InvalidValueError, "weights[1][1]"),
        (THREE, [[0, 0, 0]] * 3, InconsistentError, "table"),
    ],
)
def test_cohen_refuses(
    table: object, weights: object, error: type[ImssIntegrityError], path: str
) -> None:
    """What has no kappa is refused, in both languages, with its path."""
    with pytest.raises(error) as caught:
        COHEN(table, weights=weights)
    assert [path] == [fault.path for fault in caught.value.faults]
    assert caught.value.text.es != caught.value.text.en


@pytest.mark.parametrize(
    ("counts", "marginals", "error", "path"),
    [
        ([[5, 0], [2, 2]], "free", InconsistentError, "counts[1]"),
        ([[5, 0], [2]], "free", InconsistentError, "counts[1]"),
        ([[1, 0], [0, 1]], "fixed", InvalidValueError, "counts"),
        ([[0, 0]], "fixed", InvalidValueError, "counts"),
        ([[3], [3]], "free", InvalidValueError, "counts"),
        ([], "free", InvalidValueError, "counts"),
        ([[3, -1], [1, 1]], "free", InvalidValueError, "counts[0][1]"),
        ([[3, 0], [1, 2]], "loose", InvalidValueError, "marginals"),
        ([[3, 0], [3, 0]], "fixed", InconsistentError, "counts"),
    ],
)
def test_fleiss_refuses(
    counts: object, marginals: object, error: type[ImssIntegrityError], path: str
) -> None:
    """What has no kappa is refused, in both languages, with its path."""
    with pytest.raises(error) as caught:
        FLEISS(counts, marginals=marginals)
    assert [path] == [fault.path for fault in caught.value.faults]
    assert caught.value.text.es != caught.value.text.en


def test_agreement_weights_are_caught() -> None:
    """A matrix of agreement has ones on its diagonal; the message says which is meant."""
    with pytest.raises(InvalidValueError, match="disagreement, not agreement") as caught:
        cohen_kappa([[5, 1], [2, 5]], weights=[[1, 0], [0, 1]])
    expected = ["weights[0][0]", "weights[1][1]"]
    assert expected == [fault.path for fault in caught.value.faults]
