"""Strategies of organisation and competitiveness: what they give is sound, and varied."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

from imss_integrity import strategies
from imss_integrity.catalog import REFERENCE_FRAMEWORK, REFERENCE_GATE
from imss_integrity.competitiveness import (
    AGREED,
    STAGES_2019,
    Assessment,
    Framework,
    Gate,
    Standing,
    YearResult,
)
from imss_integrity.organization import (
    CENTRAL_LEVEL,
    BudgetKey,
    Clues,
    Ooad,
    Subdelegation,
    Umae,
    Unit,
)

# Enough to find what comes up often; shrinking is not of interest here.
SEARCH = settings(
    max_examples=2000, database=None, derandomize=True, deadline=None, phases=[Phase.generate]
)


def is_free(costs: Mapping[str, Mapping[int, object]]) -> bool:
    """Say whether a raise costs nothing."""
    return any(0 in offered.values() for offered in costs.values())


def is_skipped(years: tuple[YearResult, ...]) -> bool:
    """Say whether a year is lacking."""
    return any(later.year > earlier.year + 1 for earlier, later in pairwise(years))


def is_referring(framework: Framework) -> bool:
    """Say whether a subcriterion speaks of another."""
    return any(sub.cross_references for sub in framework.subcriteria)


SOUGHT: list[tuple[str, st.SearchStrategy[object], Callable[..., bool]]] = [
    ("right digit", strategies.clues(), lambda one: one.check_digit_ok),
    ("wrong digit", strategies.clues(), lambda one: not one.check_digit_ok),
    ("seen key", strategies.budget_keys(), lambda one: not one.warnings),
    ("unseen key", strategies.budget_keys(), lambda one: len(one.warnings) == 2),
    ("in a UMAE", strategies.units(), lambda one: isinstance(one.parent, Umae)),
    ("central", strategies.units(), lambda one: one.parent == CENTRAL_LEVEL),
    ("no group", strategies.units(), lambda one: one.group is None),
    ("total of 1000", strategies.frameworks(), lambda one: one.total == 1000),
    ("other total", strategies.frameworks(), lambda one: one.total not in {1, 1000}),
    ("own scale", strategies.frameworks(), lambda one: one.scale != STAGES_2019),
    ("references", strategies.frameworks(), is_referring),
    ("no source", strategies.frameworks(), lambda one: one.source is None),
    ("agreed", strategies.assessments(), lambda one: one.evaluator == AGREED),
    ("empty sheet", strategies.assessments(), lambda one: {*one.percents} == {None}),
    ("four sheets", strategies.evaluator_sheets(), lambda many: len(many) == 4),
    ("free raise", strategies.route_costs(REFERENCE_FRAMEWORK), is_free),
    ("partly full", strategies.gates(), lambda one: any(r.full < 1 for r in one.requirements)),
    ("no standing", strategies.standings(), lambda one: not one.shares),
    ("skipped year", strategies.year_results(), is_skipped),
    ("no years", strategies.year_results(), lambda years: not years),
]


@pytest.mark.parametrize(
    ("strategy", "wanted"), [pair[1:] for pair in SOUGHT], ids=[pair[0] for pair in SOUGHT]
)
def test_what_tests_need_comes_up(
    strategy: st.SearchStrategy[object], wanted: Callable[..., bool]
) -> None:
    """Within a few thousand examples."""
    try:
        found = find(strategy, wanted, settings=SEARCH)
    except NoSuchExample:  # pragma: no cover - the assertion says it
        found = None
    assert found is not None


@given(
    ooad=strategies.ooads(),
    umae=strategies.umaes(),
    subdelegation=strategies.subdelegations(),
    key=strategies.budget_keys(),
    clues=strategies.clues(),
)
def test_bodies_and_keys(
    ooad: Ooad, umae: Umae, subdelegation: Subdelegation, key: BudgetKey, clues: Clues
) -> None:
    """Each is of its class, so its constructor accepted it."""
    assert ooad.code not in {"00", "09", "99"}
    assert umae.code[0] == "4"
    assert subdelegation.key.endswith(subdelegation.code)
    assert BudgetKey.parse(str(key)) == key
    assert Clues.parse(str(clues)) == clues


@given(unit=strategies.units())
def test_units(unit: Unit) -> None:
    """A unit has one parent; what is optional may be absent."""
    assert isinstance(unit.parent, Ooad | Umae | type(CENTRAL_LEVEL))


@given(
    framework=strategies.frameworks(2, 1),
    full=strategies.assessments(REFERENCE_FRAMEWORK, complete=True),
    sheets=strategies.evaluator_sheets(REFERENCE_FRAMEWORK, complete=True),
)
def test_arguments_are_kept(
    framework: Framework, full: Assessment, sheets: list[Assessment]
) -> None:
    """Sizes, the framework, and that everything is rated."""
    assert len(framework.criteria) <= 2
    assert all(len(one.subcriteria) == 1 for one in framework.criteria)
    assert full.framework is REFERENCE_FRAMEWORK
    assert not full.missing
    assert not any(sheet.missing for sheet in sheets)
    assert len({sheet.evaluator for sheet in sheets}) == len(sheets)


@given(standing=strategies.standings(REFERENCE_GATE), gate=strategies.gates())
def test_a_standing_fits_its_gate(standing: Standing, gate: Gate) -> None:
    """It tells each requirement, so the gate can be applied."""
    cap, requirement = REFERENCE_GATE.weakest_requirement(standing)

    assert 0 <= cap <= 1
    assert requirement in REFERENCE_GATE.requirements
    assert gate.requirements


@given(years=strategies.year_results())
def test_years_are_in_order(years: tuple[YearResult, ...]) -> None:
    """As the ladder demands."""
    found = [year.year for year in years]

    assert sorted({*found}) == found


def test_the_strategies_are_listed() -> None:
    """Sorted, and each of them there."""
    assert sorted(strategies.__all__) == strategies.__all__
    assert all(callable(getattr(strategies, name)) for name in strategies.__all__)
