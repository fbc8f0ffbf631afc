"""Strategies of reach, learning and indices: what they give is sound, and varied."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

from imss_integrity.initiatives import ActionKind, LearningLevel, Reach
from imss_integrity.kernel import Relation
from imss_integrity.strategies.reaches import (
    fulfilment_criteria,
    index_components,
    index_deductions,
    initiative_records,
    learning_evaluations,
    staged_reaches,
)

SEARCH = settings(
    max_examples=2000, database=None, derandomize=True, deadline=None, phases=[Phase.generate]
)
SOUGHT: list[tuple[str, st.SearchStrategy[object], Callable[..., bool]]] = [
    ("chain", staged_reaches(), lambda one: sum(stage.nested for stage in one.stages) == 3),
    ("gap", staged_reaches(), lambda one: [s.nested for s in one.stages[1:]] == [False, True]),
    ("nobody", staged_reaches(), lambda one: any(not s.figure.value for s in one.stages)),
    (
        "published upside down",
        staged_reaches(),
        lambda one: any(
            later.nested and later.figure.value > before.figure.value
            for before, later in zip(one.stages, one.stages[1:], strict=False)
        ),
    ),
    ("about", staged_reaches(), lambda one: one.stages[0].figure.relation is Relation.ABOUT),
    (
        "change of a document",
        initiative_records(),
        lambda one: any(action.kind is ActionKind.NORMATIVE for action in one.actions),
    ),
    ("bare", initiative_records(), lambda one: not (one.actions or one.principles or one.owner)),
    ("all levels", learning_evaluations(), lambda one: not one.missing),
    (
        "both dated levels, in the other order",
        learning_evaluations(),
        lambda one: (
            [result.level for result in one.results][:2]
            == [LearningLevel.BEHAVIOUR, LearningLevel.LEARNING]
        ),
    ),
    ("no room", learning_evaluations(), lambda one: any(r.before == 100 for r in one.results)),
    ("both sides", fulfilment_criteria(), lambda one: len({c.side for c in one}) == 2),
    ("unknown", fulfilment_criteria(), lambda one: any(c.fulfilled is None for c in one)),
    ("no weight", index_components(), lambda one: any(not c.weight for c in one)),
    ("nothing taken", index_deductions(), lambda one: not one.points),
    ("too much taken", index_deductions(), lambda one: one.points > 100),
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


@given(staged_reaches(1))
def test_the_size_is_kept(reach: Reach) -> None:
    """One stage, nested in none."""
    (stage,) = reach.stages
    assert not stage.nested
