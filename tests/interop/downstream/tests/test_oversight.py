"""What a project downstream tests with values of our classes, without importing strategies."""

from __future__ import annotations

import importlib
import sys
from enum import Enum
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from oversight import needs_review, visits, weakest_first

from imss_integrity.competitiveness import Assessment
from imss_integrity.conflicts import Screening
from imss_integrity.organization import Unit

LOADED_BY_HYPOTHESIS = {name for name in sys.modules if name.startswith("imss_integrity.strat")}
FEW = settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow])
ROOMS = (
    *("catalog", "competitiveness", "conflicts", "initiatives", "kernel", "organization"),
    *("pdca", "privacy", "rollup", "statistics"),
)


def public_classes() -> list[type]:
    """Give every public class of the library, each once."""
    modules = [importlib.import_module(f"imss_integrity.{room}") for room in ROOMS]
    offered = [getattr(module, name) for module in modules for name in module.__all__]
    return list(dict.fromkeys(one for one in offered if isinstance(one, type)))


def test_importing_hypothesis_loaded_the_hook_and_no_strategy() -> None:
    """That is all that every other project of the environment pays for."""
    assert LOADED_BY_HYPOTHESIS == {
        "imss_integrity.strategies",
        "imss_integrity.strategies.registering",
    }


@pytest.mark.parametrize("cls", public_classes(), ids=lambda cls: cls.__name__)
def test_every_public_class_is_known(cls: type) -> None:
    """Records, definitions, results, errors and enumerations."""

    @FEW
    @given(st.from_type(cls))
    def check(value: Any) -> None:
        assert isinstance(value, cls)
        assert not isinstance(value, Enum) or value in cls  # type: ignore[operator]

    check()


@FEW
@given(st.lists(st.from_type(Unit), unique_by=lambda unit: unit.code))
def test_every_unit_is_visited_once(units: list[Unit]) -> None:
    """A law of this project, on values of a class that it does not own."""
    assert sorted(code for codes in visits(units).values() for code in codes) == sorted(
        unit.code for unit in units
    )


@FEW
@given(...)
def test_every_assessment_has_its_place(one: Assessment, other: Assessment) -> None:
    """Annotations alone say what is drawn."""
    assert sorted(weakest_first([one, other])) == sorted([one.unit, other.unit])


@FEW
@given(st.from_type(Screening))
def test_whoever_is_not_clean_is_looked_at(screening: Screening) -> None:
    """A result of a verb comes with what it was made of."""
    looked_at = needs_review(screening.response, on=screening.on)

    assert looked_at or screening.declaration is not None or screening.is_clean
