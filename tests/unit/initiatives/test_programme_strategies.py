"""Strategies of programmes: what they give is sound, and varied."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

from imss_integrity.initiatives import ActionLine, LineState, Programme, TargetKind, Weighting
from imss_integrity.kernel import Period
from imss_integrity.strategies.programmes import action_lines, action_programmes

SEARCH = settings(
    max_examples=2000, database=None, derandomize=True, deadline=None, phases=[Phase.generate]
)
YEAR = Period.year(2026)
SOUGHT: list[tuple[str, st.SearchStrategy[object], Callable[..., bool]]] = [
    ("planned", action_lines(), lambda one: not one.changes),
    ("met at once", action_lines(), lambda one: [LineState.MET] == states(one)),
    ("met", action_lines(), lambda one: [LineState.UNDER_WAY, LineState.MET] == states(one)),
    ("partial", action_lines(), lambda one: 0 < one.share < 1),
    ("begun, nothing done", action_lines(), lambda one: not one.share and one.changes),
    ("cancelled half done", action_lines(), lambda one: (
        one.share and one.state is LineState.CANCELLED
    )),
    ("beyond", action_lines(), lambda one: one.advance > one.target),
    ("whole", action_lines(), lambda one: one.target_kind is TargetKind.WHOLE and one.share == 1),
    ("unstated", action_lines(), lambda one: one.verification is None and not one.evidence),
    ("six lines", action_programmes(), lambda one: len(one.lines) == 6),
    ("three strategies", action_programmes(), lambda one: len(one.strategies) == 3),
    ("shares", action_programmes(), lambda one: one.weighting is Weighting.SHARES),
    ("risk left", action_programmes(), lambda one: one.risks_without_line),
    ("two risks", action_programmes(), lambda one: any(len(n.risks) == 2 for n in one.lines)),
    ("two of one", action_programmes(), lambda one: len(one.lines) > len(one.strategies)),
]  # fmt: skip


def states(line: ActionLine) -> list[LineState]:
    """Give the states that a line came to."""
    return [change.state for change in line.changes]


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
    programme=action_programmes(2, period=YEAR),
    line=action_lines(period=YEAR, strategies=["E1"], risks=["R1"]),
)
def test_arguments_are_kept(programme: Programme, line: ActionLine) -> None:
    """Sizes, the period, strategies and risks."""
    assert len(programme.lines) <= 2
    assert YEAR == programme.period
    assert "E1" == line.strategy
    assert {*line.risks} <= {"R1"}
    assert YEAR.start <= line.start <= line.due <= YEAR.end
