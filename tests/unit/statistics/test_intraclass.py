"""Intraclass correlation: known answers, a numpy analysis of variance, laws, refusals."""

from __future__ import annotations

import math
import pickle
from collections.abc import Callable
from fractions import Fraction
from random import Random

import attrs
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from imss_integrity.kernel import ImssIntegrityError, InconsistentError, InvalidValueError
from imss_integrity.statistics import Icc, icc

Ratings = list[list[int]]

LOOSE: Callable[..., object] = icc
CHANGED: Callable[..., object] = attrs.evolve


@st.composite
def grids(draw: st.DrawFn) -> Ratings:
    """Draw targets x judges whose targets have different means."""
    targets, judges = draw(st.integers(2, 6)), draw(st.integers(2, 5))
    row = st.lists(st.integers(-20, 100), min_size=judges, max_size=judges)
    ratings = draw(st.lists(row, min_size=targets, max_size=targets))
    assume(len({sum(row) for row in ratings}) > 1)
    assume(all(abs(form) > 1e-6 for form in _denominators(ratings)))
    return ratings


def _squares(ratings: Ratings) -> tuple[float, float, float, float]:
    """Give the mean squares of a two-way analysis of variance, from deviations."""
    x = np.array(ratings, dtype=float)
    n, k = x.shape
    mean = x.mean()
    rows, columns = x.mean(axis=1), x.mean(axis=0)
    between = k * np.sum((rows - mean) ** 2) / (n - 1)
    judges = n * np.sum((columns - mean) ** 2) / (k - 1)
    within = np.sum((x - rows[:, None]) ** 2) / (n * (k - 1))
    rest = np.sum((x - rows[:, None] - columns[None, :] + mean) ** 2) / ((n - 1) * (k - 1))
    return float(between), float(within), float(judges), float(rest)


def _denominators(ratings: Ratings) -> list[float]:
    n, k = len(ratings), len(ratings[0])
    b, w, j, e = _squares(ratings)
    single = [b + (k - 1) * w, b + (k - 1) * e + k * (j - e) / n, b + (k - 1) * e]
    return [*single, b, b + (j - e) / n, b]


@pytest.mark.parametrize(
    ("ratings", "expected"),
    [
        (
            [[45, 50, 55], [60, 65, 60], [20, 30, 25], [80, 85, 95]],
            (
                0.9568493150684931,
                0.9570990806945863,
                0.974012474012474,
                0.9851904090267982,
                0.9852786540483701,
                0.9911847672778562,
            ),
        ),
        (
            [[1, 2], [3, 3], [5, 4], [2, 4], [4, 6]],
            (0.5876288659793815, 0.6, 0.6382978723404255, 0.7402597402597403, 0.75, 60 / 77),
        ),
        (
            [[10, 40], [20, 50], [30, 65]],
            (
                -0.32967032967032966,
                0.19867549668874165,
                0.9677419354838704,
                -0.9836065573770494,
                0.33149171270718225,
                0.9836065573770488,
            ),
        ),
    ],
)
def test_known_correlations(ratings: Ratings, expected: tuple[float, ...]) -> None:
    """Three tables give the six known figures each."""
    assert expected == pytest.approx(attrs.astuple(icc(ratings)), abs=1e-12)


@given(grids())
def test_icc_agrees_with_a_naive_analysis_of_variance(ratings: Ratings) -> None:
    """Mean squares from deviations in floats give the same six forms."""
    b, w, _, e = _squares(ratings)
    parts = [b - w, b - e, b - e] * 2
    naive = [part / whole for part, whole in zip(parts, _denominators(ratings), strict=True)]
    assert naive == pytest.approx(attrs.astuple(icc(ratings)), rel=1e-6, abs=1e-6)


@given(grids(), st.randoms(use_true_random=False))
def test_order_of_targets_and_judges_does_not_matter(ratings: Ratings, random: Random) -> None:
    """Shuffled rows and columns give the same figures, to the last bit."""
    rows = list(ratings)
    random.shuffle(rows)
    columns = list(zip(*rows, strict=True))
    random.shuffle(columns)
    assert icc(ratings) == icc(list(zip(*columns, strict=True)))


@given(
    grids(),
    st.fractions(min_value=-9, max_value=9, max_denominator=9).filter(bool),
    st.fractions(min_value=-9, max_value=9, max_denominator=9),
)
def test_icc_survives_a_change_of_scale(ratings: Ratings, a: Fraction, b: Fraction) -> None:
    """No form depends on unit, origin or direction of the scale."""
    assert icc(ratings) == icc([[a * x + b for x in row] for row in ratings])


@given(grids(), st.lists(st.integers(-50, 50), min_size=5, max_size=5))
def test_consistency_ignores_how_strict_a_judge_is(ratings: Ratings, shifts: list[int]) -> None:
    """A constant added to all ratings of a judge changes neither ICC3 nor its mean form."""
    moved = [[x + shift for x, shift in zip(row, shifts, strict=False)] for row in ratings]
    assume(all(abs(form) > 1e-6 for form in _denominators(moved)))
    before, after = icc(ratings), icc(moved)
    assert (before.icc3, before.icc3k) == (after.icc3, after.icc3k)


@given(grids())
def test_mean_forms_follow_from_single_forms(ratings: Ratings) -> None:
    """Spearman and Brown: the mean of k judges has k r / (1 + (k - 1) r)."""
    k = len(ratings[0])
    result = icc(ratings)
    for single, of_means in ((result.icc1, result.icc1k), (result.icc3, result.icc3k)):
        assume(abs(1 + (k - 1) * single) > 1e-6)
        assert k * single / (1 + (k - 1) * single) == pytest.approx(of_means, rel=1e-6, abs=1e-6)


@given(st.lists(st.integers(0, 100), min_size=2, max_size=9), st.integers(2, 5))
def test_perfect_agreement_is_one_in_every_form(column: list[int], judges: int) -> None:
    """Equal judges of different targets correlate fully."""
    assume(len(set(column)) > 1)
    result = icc([[value] * judges for value in column])
    assert {1.0} == set(attrs.astuple(result))


def test_numbers_come_in_any_shape() -> None:
    """Lists, text and numpy arrays of the same numbers give the same figures."""
    plain = icc([[1, 2], [3, 5]])
    assert plain == icc(np.array([[1.0, 2.0], [3.0, 5.0]])) == icc([["1", "2"], ["6/2", 5]])


def test_icc_survives_pickling_through_its_constructor() -> None:
    """A pickle gives an equal value; no figure is NaN."""
    result = icc([[1, 2], [3, 5]])
    assert result == pickle.loads(pickle.dumps(result))  # noqa: S301
    for bad in (math.inf, 1, None):
        with pytest.raises(InvalidValueError, match="must be a finite float"):
            CHANGED(result, icc3=bad)
    assert isinstance(result, Icc)


@pytest.mark.parametrize(
    ("ratings", "error", "path"),
    [
        ([[1, 2, 3], [4, 5]], InconsistentError, "ratings[1]"),
        ([[1, 2]], InvalidValueError, "ratings"),
        ([[1], [2]], InvalidValueError, "ratings"),
        ([], InvalidValueError, "ratings"),
        ([[1, None], [2, 3]], InvalidValueError, "ratings[0][1]"),
        ([[1, math.nan], [2, 3]], InvalidValueError, "ratings[0][1]"),
        ([[1, True], [2, 3]], InvalidValueError, "ratings[0][1]"),
        ([[5, 5], [5, 5]], InconsistentError, "ratings"),
        ([[1, 2], [2, 1]], InconsistentError, "ratings"),
        ([[1, 2], [1, 2]], InconsistentError, "ratings"),
        ([[1e200, -1e200], [1e-200, 1e-200]], InconsistentError, "ratings"),
        ("abcd", InvalidValueError, "ratings"),
    ],
)
def test_icc_refuses(ratings: object, error: type[ImssIntegrityError], path: str) -> None:
    """What has no correlation is refused, in both languages, with its path."""
    with pytest.raises(error) as caught:
        LOOSE(ratings)
    assert [path] == [fault.path for fault in caught.value.faults]
    assert caught.value.text.es != caught.value.text.en
