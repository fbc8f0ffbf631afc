"""The CUSUM: a published series, what it explains, and every refusal."""

from __future__ import annotations

import math
import pickle
from collections.abc import Callable

import attrs
import pytest

from imss_integrity.kernel import InvalidValueError, Language
from imss_integrity.statistics import Cusum, cusum

LOOSE: Callable[..., Cusum] = cusum

# Montgomery: 30 observations, the last ten with a mean one sigma above the target.
SHIFTED = [9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.20, 10.34, 9.03, 11.47, 10.51,
           9.40, 10.08, 9.37, 10.62, 10.31, 8.52, 10.84, 10.90, 9.33, 12.29, 11.50, 10.60, 11.08,
           10.38, 11.62, 11.31, 10.52]  # fmt: skip


def test_the_published_series_signals_at_observation_29() -> None:
    """The high sum passes 5 with 5.28; the low one never does."""
    sums = cusum(SHIFTED, target=10, sigma=1)
    assert (sums.k, sums.h) == (0.5, 5.0)
    assert sums.signals == (28, 29)
    assert sums.high[28] == pytest.approx(5.28)
    assert max(sums.low) == pytest.approx(1.77)


def test_a_sum_that_equals_the_limit_is_no_signal() -> None:
    """Strictly above."""
    assert cusum([15], target=10, sigma=2, h=2).signals == ()
    assert cusum([15], target=10, sigma=2, h=1.9375).signals == (0,)


def test_it_explains_itself() -> None:
    """Parameters, the first signal of each side, and how far the sums went."""
    sums = cusum([10, 12, 14, 9, 4], target=10, sigma=2, h=2)
    text = sums.describe()
    assert "Suma acumulada (CUSUM): 5 puntos" in text
    assert "Objetivo 10, sigma 2; holgura k = 0.5 sigma, señal arriba de h = 2 sigma." in text
    rows = [line.split() for line in text.splitlines()]
    assert ["arriba", "ninguna", "2"] in rows
    assert ["abajo", "4", "2.5"] in rows
    assert "first signal" in sums.describe(Language.EN)
    assert "none" in sums.describe(Language.EN)


def test_rows_hold_each_point() -> None:
    """One row a point, for a data frame."""
    rows = cusum([16, 4, 10], target=10, sigma=2, k=0, h=2).to_records()
    assert rows[0] == {"point": 0, "value": 16.0, "high": 3.0, "low": 0.0, "signal": True}
    assert rows[1] == {"point": 1, "value": 4.0, "high": 0.0, "low": 3.0, "signal": True}
    assert [row["signal"] for row in rows] == [True, True, True]
    assert not cusum([10], target=10, sigma=2).to_records()[0]["signal"]


def test_it_survives_pickling() -> None:
    """A copy is equal and gives the same sums."""
    sums = cusum(SHIFTED, target=10, sigma=1)
    twin = pickle.loads(pickle.dumps(sums))  # noqa: S301 - our own
    assert (sums, sums.high) == (twin, twin.high)


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"values": []}, "values"),
        ({"values": 3}, "values"),
        ({"values": [1, None]}, "values[1]"),
        ({"values": [1, math.nan]}, "values[1]"),
        ({"target": None}, "target"),
        ({"target": math.inf}, "target"),
        ({"target": 1e101}, "target"),
        ({"sigma": 0}, "sigma"),
        ({"sigma": -1}, "sigma"),
        ({"sigma": True}, "sigma"),
        ({"k": -0.1}, "k"),
        ({"k": "x"}, "k"),
        ({"h": 0}, "h"),
        ({"h": -4}, "h"),
        ({"h": [5]}, "h"),
    ],
)
def test_it_refuses(changes: dict[str, object], path: str) -> None:
    """What is no series, no positive sigma, no limit."""
    with pytest.raises(InvalidValueError) as caught:
        LOOSE(**({"values": [1, 2], "target": 0, "sigma": 1} | changes))
    assert [path] == [fault.path for fault in caught.value.faults]
    assert caught.value.text.es != caught.value.text.en


def test_one_made_by_hand_is_checked_too() -> None:
    """The class keeps the same rules."""
    sums = cusum([1, 2], target=0, sigma=1)
    with pytest.raises(InvalidValueError, match="'sigma' must be a float from"):
        attrs.evolve(sums, sigma=0.0)
    with pytest.raises(InvalidValueError, match="'values' must have 1 to"):
        attrs.evolve(sums, values=())
