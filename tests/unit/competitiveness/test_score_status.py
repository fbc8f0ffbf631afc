"""What a score may claim: never more than its framework, and `OWN` where a policy filled in."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from imss_integrity.catalog import EXAMPLE_ASSESSMENTS
from imss_integrity.competitiveness import Assessment, Framework, score, total_points
from imss_integrity.kernel import InvalidValueError, Period, Status

COMPLETE = EXAMPLE_ASSESSMENTS[1]
OFFICIAL = attrs.evolve(
    COMPLETE.framework,
    status=Status.OFFICIAL,
    scale=attrs.evolve(COMPLETE.framework.scale, status=Status.OFFICIAL),
)


def under(status: Status, *, complete: bool = True) -> Assessment:
    """Give the example under a framework of that status, with its first rating or without."""
    percents = COMPLETE.percents if complete else (None, *COMPLETE.percents[1:])
    framework = attrs.evolve(OFFICIAL, status=status)
    return attrs.evolve(COMPLETE, framework=framework, percents=percents)


@pytest.mark.parametrize("status", Status)
def test_a_complete_mean_is_as_strong_as_its_framework(status: Status) -> None:
    """Nothing of the library's own entered."""
    assert status is score(under(status)).status


@pytest.mark.parametrize("policy", ["zero", "reweight"])
def test_what_a_policy_filled_in_is_own(policy: str) -> None:
    """Even under an official framework."""
    sheet = under(Status.OFFICIAL, complete=False)
    assert Status.OWN is score(sheet, missing=policy).status  # type: ignore[arg-type]


def test_the_minimum_is_own() -> None:
    """No framework asks for it."""
    assert Status.OWN is score(under(Status.OFFICIAL), method="minimum").status


def test_the_scale_enters_too() -> None:
    """The lattice of 2019 is derived, so no rating on it is official."""
    framework = attrs.evolve(COMPLETE.framework, status=Status.OFFICIAL)
    assert Status.DERIVED is score(attrs.evolve(COMPLETE, framework=framework)).status


def test_the_total_alone_refuses_what_the_score_refuses() -> None:
    """A policy or a method that does not exist, and several assessments at once."""
    sheet = under(Status.OFFICIAL)
    wrong: list[dict[str, Any]] = [{"missing": "cero"}, {"method": "max"}]
    for arguments in wrong:
        with pytest.raises(InvalidValueError, match="must be one of"):
            total_points(sheet, **arguments)
    several: Any = [sheet]
    with pytest.raises(InvalidValueError, match="must be a single assessment"):
        total_points(several)


@pytest.mark.parametrize("missing", ["zero", "reweight"])
@pytest.mark.parametrize("method", ["arithmetic", "minimum"])
def test_the_total_alone_of_an_incomplete_sheet(missing: Any, method: Any) -> None:
    """What is not rated counts by the policy, as in the score with its explanation."""
    sheet = under(Status.OWN, complete=False)
    expected = score(sheet, missing=missing, method=method).value

    assert expected == total_points(sheet, missing=missing, method=method)


def test_the_total_alone_where_no_two_have_the_same_points() -> None:
    """Each percent is multiplied by its own points."""
    points = {"1.1": 500, "1.2": 300, "1.3": 200}
    rows = [
        {"criterion": "1", "criterion_points": 1000, "subcriterion": code,
         "subcriterion_points": own, "name_es": code}
        for code, own in points.items()
    ]  # fmt: skip
    framework = Framework.from_records(rows, version="1")
    ratings = {"1.1": 50, "1.2": 100, "1.3": 5}
    sheet = Assessment.of(framework, ratings, unit="U-1", period=Period.year(2025), evaluator="E1")

    assert 250 + 300 + 10 == total_points(sheet)
