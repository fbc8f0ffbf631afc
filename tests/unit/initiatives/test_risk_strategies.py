"""Strategies of risks, procedures, requests and complaints: what they give is varied."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

from imss_integrity.initiatives import (
    Complaint,
    InformationRequest,
    ReplyKind,
    RiskKind,
    RiskStrategy,
    RiskValuation,
)
from imss_integrity.strategies.risks import (
    complaints,
    information_requests,
    procedures,
    risk_controls,
    risk_valuations,
    valued_risks,
)

SEARCH = settings(
    max_examples=2000, database=None, derandomize=True, deadline=None, phases=[Phase.generate]
)
FIRST, LAST = date(2026, 1, 1), date(2026, 3, 31)
SOUGHT: list[tuple[str, st.SearchStrategy[object], Callable[..., bool]]] = [
    ("lowered", valued_risks(), lambda one: one.final != one.initial and one.is_controlled),
    ("judged", valued_risks(), lambda one: one.final != one.initial and not one.is_controlled),
    ("corruption", valued_risks(), lambda one: one.kind is RiskKind.CORRUPTION),
    ("assumed", valued_risks(), lambda one: one.strategy is RiskStrategy.ASSUME),
    ("planned", valued_risks(), lambda one: len(one.work_plan) > 1 and len(one.factors) > 1),
    ("deficient", risk_controls(), lambda one: len(one.lacking) == 4),
    ("dearer", procedures(), lambda one: one.after.cost > one.before.cost),
    ("nobody", procedures(), lambda one: not one.before.population),
    ("digital", procedures(), lambda one: one.after.digital_share == 1),
    (
        "clarified",
        information_requests(),
        lambda one: one.clarification and one.clarification.answered and not one.reply,
    ),
    (
        "awaited",
        information_requests(),
        lambda one: one.clarification and not one.clarification.answered and not one.reply,
    ),
    (
        "not competent",
        information_requests(),
        lambda one: one.reply and one.reply.kind is ReplyKind.NOT_COMPETENT and one.extended,
    ),
    ("decided", information_requests(), lambda one: one.appeal and one.appeal.decided),
    ("silence", information_requests(), lambda one: one.appeal and not one.reply),
    (
        "concluded at once",
        complaints(),
        lambda one: len(one.days) == 4 and one.days[0] == one.days[3],
    ),
    ("received", complaints(), lambda one: len(one.days) == 1),
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
    valuation=risk_valuations(3, 7),
    request_=information_requests(FIRST, LAST),
    complaint=complaints(FIRST, LAST),
)
def test_arguments_are_kept(
    valuation: RiskValuation, request_: InformationRequest, complaint: Complaint
) -> None:
    """The tops of both scales, and the days within which everything happens."""
    assert (valuation.impact <= 3, valuation.probability <= 7) == (True, True)
    assert FIRST <= request_.filed <= request_.last_day <= LAST
    assert FIRST <= complaint.days[0] <= complaint.days[-1] <= LAST
