"""Strategies of initiatives: what they give is sound, and varied."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

from imss_integrity.initiatives import Candidate, SelectionProcess, stage_counts
from imss_integrity.strategies import candidates, selection_processes

SEARCH = settings(
    max_examples=2000, database=None, derandomize=True, deadline=None, phases=[Phase.generate]
)
PROCESS = SelectionProcess.of(
    {"examen": "0.6", "ensayo": "0.4"}, code="P-1", profile="taod", seats=1,
    tie_rule="lugar_compartido",
)  # fmt: skip
SOUGHT: list[tuple[str, st.SearchStrategy[object], Callable[..., bool]]] = [
    ("four stages", selection_processes(), lambda one: len(one.stages) == 4),
    ("no weight", selection_processes(), lambda one: any(not s.weight for s in one.stages)),
    ("minimum", selection_processes(), lambda one: any(s.minimum for s in one.stages)),
    ("shared", selection_processes(), lambda one: not one.tie_stages),
    ("two tie stages", selection_processes(), lambda one: len(one.tie_stages) == 2),
    ("many seats", selection_processes(), lambda one: one.seats > 3),
    ("nothing scored", candidates(PROCESS), lambda one: not one.scores),
    ("gap", candidates(PROCESS), lambda one: [*one.points] == ["ensayo"]),
    ("other order", candidates(PROCESS), lambda one: [*one.points] == ["ensayo", "examen"]),
    ("reached", candidates(PROCESS), lambda one: one.reached == "ensayo" and not one.scores),
    ("short code", candidates(PROCESS), lambda one: len(one.code) == 1),
    ("long code", candidates(PROCESS), lambda one: len(one.code) > 40),
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
    process=selection_processes(2),
    one=candidates(PROCESS, complete=True),
    stranger=candidates(),
)
def test_arguments_are_kept(process: SelectionProcess, one: Candidate, stranger: Candidate) -> None:
    """Sizes, the process, and that everything is scored."""
    assert len(process.stages) <= 2
    assert {"examen", "ensayo"} == {*one.points}
    assert [1, 1, 1] == [step.value for step in stage_counts(PROCESS, [one]).steps]
    assert any(sign.isdigit() for sign in stranger.code)
