"""Intervals: how they are shown, numbers in any shape, and every refusal."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import numpy as np
import pytest

from imss_integrity.kernel import (
    ImssIntegrityError,
    InconsistentError,
    InvalidValueError,
    Language,
    Status,
)
from imss_integrity.statistics import (
    Interval,
    IntervalMethod,
    byar,
    clopper_pearson,
    newcombe_difference,
    wilson,
)
from imss_integrity.statistics.beta_tails import lower_point

NAN = float("nan")
LOOSE: Callable[..., Interval] = wilson
ONE_SHARE: tuple[Callable[..., Interval], ...] = (wilson, clopper_pearson)
SOUND: dict[str, Any] = {
    "method": IntervalMethod.WILSON,
    "estimate": 0.4,
    "lower": 0.2,
    "upper": 0.6,
    "confidence": 0.95,
}


def refusal(call: Callable[..., object], *args: object, **options: object) -> ImssIntegrityError:
    """Give the error that the call raises."""
    with pytest.raises(ImssIntegrityError) as caught:
        call(*args, **options)
    return caught.value


@pytest.mark.parametrize("method", ONE_SHARE)
@pytest.mark.parametrize(
    ("given", "error", "faults"),
    [
        ((13, 12, 0.95), InconsistentError, [("successes", "range")]),
        ((0, 0, 0.95), InvalidValueError, [("trials", "range")]),
        ((-1, 12, 0.95), InvalidValueError, [("successes", "range")]),
        ((1, -12, 0.95), InvalidValueError, [("trials", "range")]),
        ((1.5, 12, 0.95), InvalidValueError, [("successes", "range")]),
        ((True, 12, 0.95), InvalidValueError, [("successes", "range")]),
        ((1, None, 0.95), InvalidValueError, [("trials", "range")]),
        ((1, 2**53, 0.95), InvalidValueError, [("trials", "range")]),
        ((1, 12, 0), InvalidValueError, [("confidence", "range")]),
        ((1, 12, 1), InvalidValueError, [("confidence", "range")]),
        ((1, 12, 95), InvalidValueError, [("confidence", "range")]),
        ((1, 12, Fraction(10**40 - 1, 10**40)), InvalidValueError, [("confidence", "range")]),
        ((1, 12, NAN), InvalidValueError, [("confidence", "type")]),
        ((1, 12, True), InvalidValueError, [("confidence", "type")]),
        ((1, 12, "mucha"), InvalidValueError, [("confidence", "type")]),
        (
            (-1, 0, 1),
            InvalidValueError,
            [("successes", "range"), ("trials", "range"), ("confidence", "range")],
        ),
        ((13, 12, 1), InvalidValueError, [("successes", "range"), ("confidence", "range")]),
    ],
)
def test_bad_shares_are_refused_all_faults_at_once(
    method: Callable[..., Interval],
    given: tuple[object, object, object],
    error: type[ImssIntegrityError],
    faults: list[tuple[str, str]],
) -> None:
    """Each fault with its path and its code."""
    successes, trials, confidence = given
    found = refusal(method, successes, trials, confidence=confidence)

    assert type(found) is error
    assert faults == [(fault.path, fault.code) for fault in found.faults]


@pytest.mark.parametrize(
    ("successes", "trials", "error", "faults"),
    [
        ([1, 2], [5, 0], InvalidValueError, [("trials[1]", "range")]),
        ([6, 7], [5, 5], InconsistentError, [("successes[0]", "range"), ("successes[1]", "range")]),
        ([1], [5], InvalidValueError, [("successes", "few")]),
        ([1, 2, 3], [5, 5, 5], InvalidValueError, [("successes", "many")]),
        ([1, 2], [5], InconsistentError, [("trials", "length")]),
        (
            [1, -2],
            [5, None],
            InvalidValueError,
            [("successes[1]", "range"), ("trials[1]", "range")],
        ),
        (1, {5, 6}, InvalidValueError, [("successes", "type"), ("trials", "type")]),
        ([NAN, 1], [5, 5], InvalidValueError, [("successes[0]", "range")]),
    ],
)
def test_bad_pairs_are_refused_all_faults_at_once(
    successes: object,
    trials: object,
    error: type[ImssIntegrityError],
    faults: list[tuple[str, str]],
) -> None:
    """Each fault with its path and its code."""
    found = refusal(newcombe_difference, successes, trials)

    assert type(found) is error
    assert faults == [(fault.path, fault.code) for fault in found.faults]


@pytest.mark.parametrize(
    ("count", "confidence", "paths"),
    [
        (-1, 0.95, ["count"]),
        (0.5, 0.95, ["count"]),
        (True, 0.95, ["count"]),
        (None, 1, ["count", "confidence"]),
    ],
)
def test_bad_counts_are_refused(count: object, confidence: object, paths: list[str]) -> None:
    """No count, no whole one, no confidence."""
    assert paths == [f.path for f in refusal(byar, count, confidence=confidence).faults]


def test_continuity_is_a_boolean() -> None:
    """Nothing else stands for yes or no."""
    assert refusal(wilson, 1, 2, continuity=1).faults[0].path == "continuity"


def test_a_refusal_says_the_rule_in_both_languages() -> None:
    """With the number, which is nobody's."""
    found = refusal(wilson, 13, 12)

    assert str(found) == "'successes' must not exceed its trials (12): got 13"
    assert found.text.es == "'successes' no debe exceder sus ensayos (12): se recibió 13"


def test_numbers_come_in_any_shape() -> None:
    """Numpy counts, whole floats, text, exact confidence: all mean the same."""
    plain = wilson(17, 40)

    for successes, trials, confidence in (
        (np.int64(17), np.float64(40), Decimal("0.95")),
        ("17", Decimal(40), "0.95"),
        (17.0, Fraction(40), Fraction(19, 20)),
    ):
        found = LOOSE(successes, trials, confidence=confidence)
        assert plain == found
    assert newcombe_difference(np.array([1, 2]), np.array([4, 4])) == newcombe_difference(
        (1, 2), (4, 4)
    )


@pytest.mark.parametrize(
    ("field", "value", "error", "path"),
    [
        ("method", "wilson", InvalidValueError, "method"),
        ("estimate", 0, InvalidValueError, "estimate"),
        ("lower", NAN, InvalidValueError, "lower"),
        ("upper", float("inf"), InvalidValueError, "upper"),
        ("confidence", 1.0, InvalidValueError, "confidence"),
        ("confidence", True, InvalidValueError, "confidence"),
        ("lower", 0.5, InconsistentError, "estimate"),
        ("upper", 0.3, InconsistentError, "estimate"),
    ],
)
def test_a_constructor_refuses_what_no_method_gives(
    field: str, value: object, error: type[ImssIntegrityError], path: str
) -> None:
    """Fields break their rule, or limits are out of order."""
    found = refusal(Interval, **SOUND | {field: value})

    assert type(found) is error
    assert path == found.faults[0].path


def test_it_is_a_value() -> None:
    """Equal, hashable, pickled through its constructor."""
    found = wilson(17, 40)

    assert found == pickle.loads(pickle.dumps(found))  # noqa: S301 - our own
    assert hash(found) == hash(wilson("17", "40", confidence="0.95"))  # type: ignore[arg-type]
    assert found != attrs.evolve(found, confidence=0.9)


@pytest.mark.parametrize(
    ("found", "es", "en"),
    [
        (wilson(17, 40), "42.5 % (28.5 % a 57.8 %)", "42.5 % (28.5 % to 57.8 %)"),
        (wilson(3, 400_000), "0.00075 % (0.00026 % a 0.00221 %)", None),
        (clopper_pearson(0, 20), "0 % (0 % a 16.8 %)", None),
        (newcombe_difference([56, 48], [70, 80]), "20 pp (5.2 pp a 33.4 pp)", None),
        (byar(4), "4 (1.08 a 10.24)", None),
        (byar(12_345_678), "12 345 678 (12 338 792 a 12 352 567)", None),
        (attrs.evolve(wilson(1, 4), lower=0.25, upper=0.25), "25 % (25 % a 25 %)", None),
    ],
)
def test_it_reads_as_it_is_known(found: Interval, es: str, en: str | None) -> None:
    """Rounded to three digits of its width; percent, points or counts by its method."""
    assert es == str(found)
    if en:
        assert en == found.sentence(Language.EN)


def test_it_explains_itself() -> None:
    """Method, confidence, status and source, in both languages; one row."""
    found = wilson(17, 40, continuity=True)

    assert found.describe().splitlines() == [
        "Wilson con corrección por continuidad; confianza 95 %",
        "42.5 % (27.4 % a 59 %)",
        "Estatus: derivado",
        "Fuentes: Newcombe (1998), Stat. Med. 17: 857-872, 4",
    ]
    assert "with correction for continuity; confidence 95 %" in found.describe(Language.EN)
    assert found.status is Status.DERIVED
    (row,) = found.to_records()
    assert list(row) == ["method", "estimate", "lower", "upper", "confidence"]
    assert row["method"] == "wilson_continuidad"


def test_every_method_has_its_own_name_and_source() -> None:
    """No two of them are shown alike."""
    assert len({method.label for method in IntervalMethod}) == len(IntervalMethod)
    assert len({method.source.code for method in IntervalMethod}) == len(IntervalMethod)


@pytest.mark.parametrize("trials", [10**6, 10**12])
def test_without_confidence_exact_limits_are_medians(trials: int) -> None:
    """Of the beta distributions: a third of a success away, as far as floats tell."""
    for successes in (trials // 3, trials - 10**5):
        found = clopper_pearson(successes, trials, confidence=1e-300)

        lower, upper = (
            (successes - 1 / 3) / (trials + 1 / 3),
            (successes + 2 / 3) / (trials + 1 / 3),
        )
        assert lower == pytest.approx(found.lower, abs=1e-12)
        assert upper == pytest.approx(found.upper, abs=1e-12)


def test_the_most_trials_are_not_too_many() -> None:
    """Where a third of a success is less than floats tell of the successes."""
    a, b = 2**53 // 3 * 2, 2**53 // 3

    assert 2 / 3 == pytest.approx(lower_point(a, b, 0.5)[0], abs=1e-15)
