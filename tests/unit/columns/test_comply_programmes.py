"""Compliance by columns: both readings, and what is refused."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from imss_integrity.columns import comply_programmes
from imss_integrity.kernel import (
    ImssIntegrityError,
    InconsistentError,
    InvalidValueError,
    Language,
    Status,
)


def comply(**changed: Any) -> Any:
    """Comply three lines of two programmes, with other columns where given."""
    given: dict[str, Any] = {
        "programmes": ["P-1", "P-2"],
        "programme": ["P-1", "P-2", "P-1"],
        "target": [3, 5, 2],
        "advance": [2, 5, 0],
    }
    return comply_programmes(**given | changed)


def test_the_62_lines() -> None:
    """60 of 62 lines met, nothing reached of the others: both readings give 30/31."""
    shares = comply_programmes(
        ["PIABP"], programme=[0] * 62, target=[1] * 62, advance=[1] * 60 + [0] * 2
    )
    assert (Fraction(30, 31),) == shares.lines_met == shares.mean_progress


def test_the_readings_differ() -> None:
    """A line half way counts in one of them alone; weights count in both."""
    shares = comply(weight=[3, 1, 1])
    assert (Fraction(0), Fraction(1)) == shares.shares("lineas_cumplidas")
    assert (Fraction(1, 2), Fraction(1)) == shares.shares("avance_medio")


def test_what_lies_beyond_a_target_never_counts() -> None:
    """Where targets can be passed at all."""
    shares = comply(advance=[30, 5, 0], target_kind="minimo")
    assert (Fraction(1, 2), Fraction(1)) == shares.lines_met


def test_large_targets_stay_exact() -> None:
    """Targets without a common divisor: the shares are those of Python."""
    primes = [999_983, 999_979, 999_961, 999_959, 999_953]
    shares = comply_programmes(["P"], programme=[0] * 5, target=primes, advance=[1] * 5)
    assert (sum((Fraction(1, p) for p in primes), Fraction(0)) / 5,) == shares.mean_progress


@pytest.mark.parametrize(
    ("kind", "path", "changed"),
    [
        (InvalidValueError, "programme[1]", {"programme": ["P-1", "P-3", "P-1"]}),
        (InvalidValueError, "programme[1]", {"programme": [0, 2, 0]}),
        (InvalidValueError, "programme[0]", {"programme": [None, "P-1", "P-2"]}),
        (InvalidValueError, "target[2]", {"target": [3, 5, 0]}),
        (InvalidValueError, "advance[2]", {"advance": [2, 5, -1]}),
        (InvalidValueError, "weight[0]", {"weight": [0, 1, 1]}),
        (InvalidValueError, "weight", {"weight": [0.5, 1, 1]}),
        (InvalidValueError, "weight", {"weight": [2**53 - 1] * 3, "target": [2**40, 5, 2],
                                       "advance": [2**39, 5, 0]}),
        (InvalidValueError, "target_kind", {"target_kind": "parcial"}),
        (InvalidValueError, "programmes", {"programmes": "P-1"}),
        (InconsistentError, "programmes", {"programmes": ["P-1", "P-2", "P-2"]}),
        (InconsistentError, "programmes[2]", {"programmes": ["P-1", "P-2", "P-3"]}),
        (InconsistentError, "advance[0]", {"advance": [4, 5, 0]}),
        (InconsistentError, "weight", {"weight": [1, 1]}),
    ],
)  # fmt: skip
def test_refusals(kind: type[ImssIntegrityError], path: str, changed: dict[str, Any]) -> None:
    """Each names where."""
    with pytest.raises(kind) as caught:
        comply(**changed)
    assert [path] == [fault.path for fault in caught.value.faults]


def test_shown() -> None:
    """Both readings side by side, never one number of the two."""
    shares = comply()
    text = shares.describe(Language.EN)
    assert "Compliance of 2 programmes" in text
    assert "lines met %" in text
    assert "33.33" in text
    assert Status.OWN is shares.status
    assert ["P-1", "P-2"] == [row["programme"] for row in shares.to_records()]
    with pytest.raises(InvalidValueError, match="'reading' must"):
        shares.shares("ambas")
