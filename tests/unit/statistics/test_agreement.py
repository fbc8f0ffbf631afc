"""Krippendorff's alpha and the origin of disagreement: oracle, laws and refusals."""

from __future__ import annotations

import copy
import math
import pickle
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from itertools import permutations
from random import Random

import krippendorff
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from imss_integrity.kernel import (
    ImssIntegrityError,
    InconsistentError,
    InvalidValueError,
    MissingDataError,
)
from imss_integrity.statistics import (
    DisagreementShares,
    MeasurementLevel,
    disagreement_shares,
    krippendorff_alpha,
)
from imss_integrity.statistics.reading import Number

Ratings = list[list[int | None]]

LEVELS = list(MeasurementLevel)
SAMPLE: Ratings = [[1, 2, 3, 3, None, 1], [1, 2, 3, 4, 2, None], [None, 3, 3, 4, 2, 1]]


@st.composite
def sheets(draw: st.DrawFn, *, high: int = 5, missing: bool = True) -> Ratings:
    """Draw observers x units in which some unit has two values."""
    observers = draw(st.integers(2, 5))
    units = draw(st.integers(1, 7))
    value = st.integers(0, high)
    cell = st.one_of(value, value, st.none()) if missing else value
    row = st.lists(cell, min_size=units, max_size=units)
    ratings = draw(st.lists(row, min_size=observers, max_size=observers))
    assume(any(_rated(unit) >= 2 for unit in zip(*ratings, strict=True)))
    return ratings


def _rated(unit: tuple[int | None, ...]) -> int:
    return sum(value is not None for value in unit)


def _paired(ratings: Ratings) -> list[list[int]]:
    units = ([v for v in unit if v is not None] for unit in zip(*ratings, strict=True))
    return [unit for unit in units if len(unit) >= 2]


def _varies(ratings: Ratings) -> bool:
    return len({value for unit in _paired(ratings) for value in unit}) > 1


def _delta(level: str, marginal: Counter[int]) -> Callable[[int, int], Fraction]:
    """Give the squared distance as the textbook writes it."""

    def ordinal(c: int, k: int) -> Fraction:
        low, high = min(c, k), max(c, k)
        between = sum(n for value, n in marginal.items() if low <= value <= high)
        return (between - Fraction(marginal[c] + marginal[k], 2)) ** 2

    formulas: dict[str, Callable[[int, int], Fraction]] = {
        "nominal": lambda c, k: Fraction(c != k),
        "interval": lambda c, k: Fraction((c - k) ** 2),
        "ratio": lambda c, k: Fraction(c - k, c + k) ** 2 if c != k else Fraction(0),
        "ordinal": ordinal,
    }
    return formulas[level]


def _naive_alpha(ratings: Ratings, level: str) -> Fraction:
    """Go through every pair of values, exactly."""
    units = _paired(ratings)
    values = [value for unit in units for value in unit]
    delta = _delta(level, Counter(values))
    inside = (
        sum((delta(c, k) for c, k in permutations(unit, 2)), Fraction(0)) / (len(unit) - 1)
        for unit in units
    )
    observed = sum(inside, Fraction(0)) / len(values)
    pairs = len(values) * (len(values) - 1)
    expected = sum((delta(c, k) for c, k in permutations(values, 2)), Fraction(0)) / pairs
    return 1 - observed / expected


def _naive_shares(ratings: Ratings, level: str) -> tuple[list[Fraction], list[Fraction]]:
    """Split the disagreement of every pair half to each of its two observers."""
    delta = _delta(level, Counter(value for unit in _paired(ratings) for value in unit))
    units = [Fraction(0)] * len(ratings[0])
    observers = [Fraction(0)] * len(ratings)
    for u, unit in enumerate(zip(*ratings, strict=True)):
        rated = [(i, value) for i, value in enumerate(unit) if value is not None]
        for (i, c), (j, k) in permutations(rated, 2):
            part = delta(c, k) / (len(rated) - 1)
            units[u] += part
            observers[i] += part / 2
            observers[j] += part / 2
    whole = sum(units, Fraction(0)) or Fraction(1)
    return [part / whole for part in units], [part / whole for part in observers]


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        ("nominal", 0.6585365853658537),
        ("ordinal", 0.8831085420680796),
        ("interval", 0.8782608695652174),
        ("ratio", 0.926782727508304),
    ],
)
def test_known_alphas(level: str, expected: float) -> None:
    """A small sheet with missing cells gives the published package's alphas."""
    assert expected == pytest.approx(krippendorff_alpha(SAMPLE, level=level), abs=1e-12)


def test_interval_is_the_default_level() -> None:
    """Percents of the maturity lattice are quantities."""
    expected = krippendorff_alpha(SAMPLE, level=MeasurementLevel.INTERVAL)
    assert expected == krippendorff_alpha(SAMPLE)
    assert disagreement_shares(SAMPLE, level="interval") == disagreement_shares(SAMPLE)


@given(sheets(), st.sampled_from(LEVELS))
def test_alpha_agrees_with_the_krippendorff_package(
    ratings: Ratings, level: MeasurementLevel
) -> None:
    """An independent implementation finds the same alpha on any sheet."""
    assume(_varies(ratings))
    data = np.array(
        [[math.nan if value is None else float(value) for value in row] for row in ratings]
    )
    with np.errstate(all="ignore"):
        oracle = krippendorff.alpha(reliability_data=data, level_of_measurement=level.value)
    assert oracle == pytest.approx(krippendorff_alpha(ratings, level=level), abs=1e-9)


@given(sheets(), st.sampled_from(LEVELS))
def test_alpha_agrees_with_every_pair_counted(ratings: Ratings, level: str) -> None:
    """Counting values gives exactly what going through all pairs gives."""
    assume(_varies(ratings))
    naive = float(_naive_alpha(ratings, level))
    assert naive == pytest.approx(krippendorff_alpha(ratings, level=level), rel=1e-15, abs=1e-15)


@given(sheets(), st.sampled_from(LEVELS), st.randoms(use_true_random=False))
def test_order_of_observers_and_units_does_not_matter(
    ratings: Ratings, level: str, random: Random
) -> None:
    """Shuffled rows and columns give the same alpha, to the last bit."""
    assume(_varies(ratings))
    rows = list(ratings)
    random.shuffle(rows)
    columns = list(zip(*rows, strict=True))
    random.shuffle(columns)
    shuffled = [list(row) for row in zip(*columns, strict=True)]
    assert krippendorff_alpha(ratings, level=level) == krippendorff_alpha(shuffled, level=level)


@given(
    sheets(),
    st.fractions(min_value=Fraction(1, 50), max_value=50, max_denominator=50),
    st.fractions(min_value=-50, max_value=50, max_denominator=50),
)
def test_interval_alpha_survives_a_change_of_scale(
    ratings: Ratings, a: Fraction, b: Fraction
) -> None:
    """At interval level ``a x + b`` changes neither alpha nor the shares."""
    assume(_varies(ratings))
    moved = [[None if x is None else a * x + b for x in row] for row in ratings]
    assert krippendorff_alpha(ratings) == krippendorff_alpha(moved)
    assert disagreement_shares(ratings) == disagreement_shares(moved)


@given(sheets(), st.fractions(min_value=Fraction(1, 50), max_value=50, max_denominator=50))
def test_ratio_alpha_survives_a_change_of_unit(ratings: Ratings, a: Fraction) -> None:
    """At ratio level a change of unit changes nothing."""
    assume(_varies(ratings))
    moved = [[None if x is None else a * x for x in row] for row in ratings]
    assert krippendorff_alpha(ratings, level="ratio") == krippendorff_alpha(moved, level="ratio")


@given(sheets(), st.lists(st.integers(1, 90), min_size=6, max_size=6))
def test_ordinal_alpha_depends_on_the_order_alone(ratings: Ratings, steps: list[int]) -> None:
    """A relabelling that keeps the order keeps the ordinal alpha."""
    assume(_varies(ratings))
    label = {value: sum(steps[: value + 1]) for value in range(6)}
    moved = [[None if x is None else label[x] for x in row] for row in ratings]
    expected = krippendorff_alpha(ratings, level="ordinal")
    assert expected == krippendorff_alpha(moved, level="ordinal")


@given(sheets(), st.permutations(range(6)))
def test_nominal_alpha_depends_on_identity_alone(ratings: Ratings, label: list[int]) -> None:
    """Any relabelling keeps the nominal alpha."""
    assume(_varies(ratings))
    moved = [[None if x is None else label[x] for x in row] for row in ratings]
    expected = krippendorff_alpha(ratings, level="nominal")
    assert expected == krippendorff_alpha(moved, level="nominal")


@given(sheets(high=2), st.sampled_from(LEVELS))
def test_alpha_is_one_only_where_all_agree(ratings: Ratings, level: str) -> None:
    """Alpha is 1 exactly where each unit holds one value and the units differ."""
    assume(_varies(ratings))
    agreed = all(len(set(unit)) == 1 for unit in _paired(ratings))
    alpha = krippendorff_alpha(ratings, level=level)
    assert agreed == (alpha == 1)
    assert alpha <= 1


@given(st.lists(st.booleans(), min_size=2, max_size=30), st.sampled_from(LEVELS))
def test_all_levels_agree_on_two_values(row: list[bool], level: str) -> None:
    """With values 0 and 1 there is a single distance, so the level does not matter."""
    ratings = [[int(value) for value in row], [int(value) for value in reversed(row)]]
    assume(_varies([list(row) for row in ratings]))
    assert krippendorff_alpha(ratings, level="nominal") == krippendorff_alpha(ratings, level=level)


@given(sheets(), st.sampled_from(LEVELS))
def test_a_unit_with_one_value_changes_nothing(ratings: Ratings, level: str) -> None:
    """A unit that a single observer rated drops out, whatever its value."""
    assume(_varies(ratings))
    lone = [[*row, 9 if i == 0 else None] for i, row in enumerate(ratings)]
    assert krippendorff_alpha(ratings, level=level) == krippendorff_alpha(lone, level=level)
    shares = disagreement_shares(lone, level=level)
    assert not shares.by_unit[-1]
    assert disagreement_shares(ratings, level=level).by_observer == shares.by_observer


@given(sheets(), st.sampled_from(LEVELS))
def test_shares_agree_with_every_pair_counted(ratings: Ratings, level: str) -> None:
    """Splitting the disagreement pair by pair gives the same shares."""
    shares = disagreement_shares(ratings, level=level)
    units, observers = _naive_shares(ratings, level)
    if level == "ratio":
        assert units == pytest.approx(shares.by_unit, abs=1e-30)
        assert observers == pytest.approx(shares.by_observer, abs=1e-30)
    else:
        assert (tuple(units), tuple(observers)) == (shares.by_unit, shares.by_observer)


@given(sheets(), st.sampled_from(LEVELS))
def test_shares_add_up_to_one_or_are_all_zero(ratings: Ratings, level: str) -> None:
    """Nothing of the disagreement is lost; without any, every share is 0."""
    shares = disagreement_shares(ratings, level=level)
    disagreed = any(len(set(unit)) > 1 for unit in _paired(ratings))
    assert (disagreed, disagreed) == (sum(shares.by_unit), sum(shares.by_observer))
    assert (len(ratings[0]), len(ratings)) == (len(shares.by_unit), len(shares.by_observer))
    assert all(isinstance(s, Fraction) and s >= 0 for s in (*shares.by_unit, *shares.by_observer))


@given(sheets(), st.sampled_from(LEVELS), st.data())
def test_shares_follow_their_observer(ratings: Ratings, level: str, data: st.DataObject) -> None:
    """When observers change places their shares move with them."""
    order = data.draw(st.permutations(range(len(ratings))))
    shares = disagreement_shares(ratings, level=level)
    moved = disagreement_shares([ratings[i] for i in order], level=level)
    assert tuple(shares.by_observer[i] for i in order) == moved.by_observer
    assert shares.by_unit == moved.by_unit


def test_shares_name_the_outlier_and_the_unit() -> None:
    """One observer apart from two others carries two thirds of the disagreement."""
    shares = disagreement_shares([[50, 80, None], [50, 80, None], [50, 60, 10]])
    assert tuple(map(Fraction, (0, 1, 0))) == shares.by_unit
    assert (Fraction(1, 4), Fraction(1, 4), Fraction(1, 2)) == shares.by_observer


def test_two_observers_share_disagreement_alike() -> None:
    """With two observers nobody can be told apart."""
    halves = (Fraction(1, 2), Fraction(1, 2))
    assert halves == disagreement_shares([[5, 60], [10, 55]]).by_observer


def test_numbers_come_in_any_shape() -> None:
    """Integers, floats, decimals, fractions, text and numpy arrays mean the same."""
    plain = krippendorff_alpha([[1, 2, 3], [1, 2, 4]])
    rows: list[list[Number]] = [[1, 2.0, Decimal(3)], [Fraction(1), "2", np.float64(4)]]
    mixed = krippendorff_alpha(rows)
    assert plain == mixed == krippendorff_alpha(np.array([[1, 2, 3], [1, 2, 4]]))


def test_close_floats_at_ratio_level_are_not_equal() -> None:
    """A difference in the last bit of a float is still a disagreement."""
    next_up = math.nextafter(1.0, 2.0)
    shares = disagreement_shares([[1.0, 5.0], [next_up, 5.0]], level="ratio")
    assert tuple(map(Fraction, (1, 0))) == shares.by_unit


def test_zero_is_a_value_at_ratio_level() -> None:
    """Two zeros are equal; 0 against any other value is the largest distance, 1."""
    assert pytest.approx(1, abs=0) == krippendorff_alpha([[0, 3], [0, 3]], level="ratio")
    shares = disagreement_shares([[0, 1], [3, 3]], level="ratio")
    assert pytest.approx(0.8) == float(shares.by_unit[0])


def test_many_units_take_little_work() -> None:
    """Twenty thousand units are counted by value, not pair by pair."""
    n = 20_000
    ratings = [[i % 21 * 5 for i in range(n)], [(i * i) % 21 * 5 for i in range(n)]]
    for level in LEVELS:
        assert -1 <= krippendorff_alpha(ratings, level=level) < 1


@pytest.mark.parametrize("level", LEVELS)
def test_no_variation_has_no_alpha_but_has_shares(level: MeasurementLevel) -> None:
    """Where all values are equal alpha is undefined; nobody disagrees."""
    ratings: Ratings = [[5, 5, 7], [5, 5, None]]
    with pytest.raises(InconsistentError, match="without variation alpha is undefined") as caught:
        krippendorff_alpha(ratings, level=level)
    assert "sin variación el alfa no está definido" in caught.value.text.es
    shares = disagreement_shares(ratings, level=level)
    assert not any((*shares.by_unit, *shares.by_observer))


@pytest.mark.parametrize(
    ("ratings", "level", "error", "path"),
    [
        ([[1, None], [None, 2]], "interval", MissingDataError, "ratings"),
        ([[None], [None]], "nominal", MissingDataError, "ratings"),
        ([[1, 2]], "interval", InvalidValueError, "ratings"),
        ([], "interval", InvalidValueError, "ratings"),
        ([[], []], "interval", InvalidValueError, "ratings"),
        ([[1, 2], [1]], "interval", InconsistentError, "ratings[1]"),
        ([[1, 2], [1, math.nan]], "interval", InvalidValueError, "ratings[1][1]"),
        ([[1, 2], [math.inf, 2]], "interval", InvalidValueError, "ratings[1][0]"),
        ([[1, 2], [True, 2]], "nominal", InvalidValueError, "ratings[1][0]"),
        ([[1, 2], [-1, 2]], "ratio", InvalidValueError, "ratings[1][0]"),
        ([[1, 2], ["no", 2]], "nominal", InvalidValueError, "ratings[1][0]"),
        (["12", "12"], "nominal", InvalidValueError, "ratings[0]"),
        (None, "nominal", InvalidValueError, "ratings"),
        ([[1, 2], [1, 2]], "absolute", InvalidValueError, "level"),
        ([[1, 2], [1, 2]], None, InvalidValueError, "level"),
    ],
)
@pytest.mark.parametrize("function", [krippendorff_alpha, disagreement_shares])
def test_ratings_refuse(
    function: Callable[..., object],
    ratings: object,
    level: object,
    error: type[ImssIntegrityError],
    path: str,
) -> None:
    """What is no sheet of ratings is refused, in both languages, with its path."""
    with pytest.raises(error) as caught:
        function(ratings, level=level)
    assert [path] == [fault.path for fault in caught.value.faults]
    assert caught.value.text.es != caught.value.text.en


def test_every_bad_rating_is_named_at_once_and_texts_are_not_shown() -> None:
    """One refusal lists all bad cells; a text in a cell may be personal."""
    with pytest.raises(InvalidValueError) as caught:
        krippendorff_alpha([["Persona Inventada", 1], [math.nan, 2]])
    expected = ["ratings[0][0]", "ratings[1][0]"]
    assert expected == [fault.path for fault in caught.value.faults]
    assert "Inventada" not in str(caught.value)


HALF = Fraction(1, 2)
SHARES: Callable[..., object] = DisagreementShares


def test_shares_survive_copy_and_pickle() -> None:
    """A copy is equal, and has gone through the constructor."""
    shares = disagreement_shares(SAMPLE)
    assert shares == copy.deepcopy(shares) == pickle.loads(pickle.dumps(shares))  # noqa: S301
    assert hash(shares) == hash(copy.copy(shares))


@pytest.mark.parametrize(
    ("by_unit", "by_observer", "error"),
    [
        ((HALF,), (HALF, HALF), InconsistentError),
        ((HALF, HALF), (HALF,), InconsistentError),
        ((Fraction(0),), (HALF, HALF), InconsistentError),
        ((HALF, HALF), (Fraction(0),), InconsistentError),
        ((), (HALF, HALF), InvalidValueError),
        ([HALF, HALF], (HALF, HALF), InvalidValueError),
        ((0.5, 0.5), (HALF, HALF), InvalidValueError),
        ((Fraction(3, 2), -HALF), (HALF, HALF), InvalidValueError),
    ],
)
def test_shares_hold_their_invariant(
    by_unit: object, by_observer: object, error: type[ImssIntegrityError]
) -> None:
    """No shares exist that do not add up."""
    with pytest.raises(error):
        SHARES(by_unit=by_unit, by_observer=by_observer)
