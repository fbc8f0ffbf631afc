"""Every strategy that is offered gives sound values, and each of what may come up does."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping
from datetime import date
from types import FunctionType
from typing import Any, TypeVar

import pytest
from hypothesis import Phase, given, seed, settings
from hypothesis import strategies as st

from imss_integrity import strategies
from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE
from imss_integrity.competitiveness import STAGES_2019, Framework
from imss_integrity.conflicts import Filing, FilingState, Questionnaire, Submission, evaluate
from imss_integrity.kernel import ImssIntegrityError
from imss_integrity.pdca import Outcome
from imss_integrity.rollup import Tally
from imss_integrity.statistics import IntervalMethod, RuleSet

T = TypeVar("T")

# There are many strategies, most of which other tests draw from: a quarter of the profile.
PROFILE = settings.get_profile(settings.get_current_profile_name())
LIGHT = settings(max_examples=max(1, PROFILE.max_examples // 4))
BATCH, BATCHES = 10, 300  # of what does come up, nothing is rarer than one in some hundreds
ON = date(2026, 5, 4)
FRAMEWORK = Framework.from_records(
    [
        {"criterion": "1", "criterion_points": 600, "subcriterion": "1.1",
         "subcriterion_points": 600, "name_es": "uno"},
        {"criterion": "2", "criterion_points": 400, "subcriterion": "2.1",
         "subcriterion_points": 400, "name_es": "dos"},
    ],
    version="1",
)  # fmt: skip
MAX = 1000  # answers of a question that repeats, unless it says how many
SCREENED = strategies.screened_questionnaires()
# What a strategy must be told; all the others need nothing.
TOLD: Mapping[str, st.SearchStrategy[Any]] = {
    "completed_responses": SCREENED.flatmap(
        lambda asked: strategies.completed_responses(asked, on=ON)
    ),
    "hostile_documents": strategies.hostile_documents(st.just({"a": [1, "b"]})),
    "hostile_responses": strategies.hostile_responses(CONFLICT_QUESTIONNAIRE),
    "measurement_series": strategies.indicators().flatmap(strategies.measurement_series),
    "responses": strategies.questionnaires().flatmap(strategies.responses),
    "route_costs": strategies.route_costs(FRAMEWORK),
}
NO_STRATEGIES = {"HostileDocument", "Twist", "register"}
NAMES = [name for name in strategies.__all__ if name not in NO_STRATEGIES]


def some(drawn: st.SearchStrategy[T], such: Callable[[T], object]) -> T:
    """Give the first value that is *such*, looked for in batches, the same in every run."""
    found: list[T] = []

    @settings(max_examples=BATCH, database=None, phases=[Phase.generate])
    @given(drawn)
    def look(value: T) -> None:
        if such(value):
            found.append(value)

    for number in range(BATCHES):
        seed(number)(look)()
        if found:
            return found[0]
    pytest.fail("it never came up")


@pytest.mark.parametrize("name", NAMES)
def test_every_strategy_gives_sound_values(name: str) -> None:
    """Drawing raises nothing, and what is drawn can be pickled, which checks it again."""
    offered = getattr(strategies, name)
    drawn: st.SearchStrategy[Any] = TOLD[name] if name in TOLD else offered()

    @LIGHT
    @given(drawn)
    def check(value: Any) -> None:
        # A hostile document may hold NaN, which equals nothing.
        assert repr(value) == repr(pickle.loads(pickle.dumps(value)))  # noqa: S301 - our own

    check()


def test_every_strategy_says_what_it_gives() -> None:
    """In English, with the Spanish term in parentheses where there is one."""
    for name in NAMES:
        offered = getattr(strategies, name)
        assert isinstance(offered, FunctionType) or callable(offered)
        assert (offered.__doc__ or "").startswith("Give ")


@pytest.mark.parametrize("state", FilingState)
def test_filings_come_to_every_state(state: FilingState) -> None:
    """Drafts, what was submitted, asked about, amended, and every end."""
    assert some(strategies.filings(), lambda one: one.state is state).events


@given(strategies.questionnaires() | SCREENED)
def test_a_question_of_one_answer_is_not_told_how_many(asked: Questionnaire) -> None:
    """Only where it repeats does a number mean anything."""
    idle = [one.code for one in asked.questions if not one.repeats and one.max_answers != MAX]

    assert [] == idle


@given(strategies.filings(), strategies.submissions())
def test_what_is_submitted_is_complete(filing: Filing, submission: Submission) -> None:
    """Nothing is missing in it on its day."""
    for one in (*filing.submissions, submission):
        assert not evaluate(one.response, on=one.on).missing


@given(st.data())
def test_filings_and_submissions_answer_the_questionnaire_they_are_given(
    data: st.DataObject,
) -> None:
    """Yours as well as those that are drawn."""
    asked: Questionnaire = data.draw(SCREENED)

    assert data.draw(strategies.filings(asked)).questionnaire is asked
    assert data.draw(strategies.submissions(asked)).response.questionnaire is asked


@pytest.mark.parametrize("method", IntervalMethod)
def test_intervals_of_every_method_come_up(method: IntervalMethod) -> None:
    """Of shares, differences and counts."""
    assert some(strategies.intervals(), lambda one: one.method is method)


@pytest.mark.parametrize("rules", RuleSet)
def test_signals_of_every_rule_set_come_up(rules: RuleSet) -> None:
    """On charts with limits and on run charts."""
    found = some(strategies.chart_signals(), lambda one: one.rules is rules and one.signals)

    assert found.count


@pytest.mark.parametrize("outcome", Outcome)
def test_verdicts_of_every_outcome_come_up(outcome: Outcome) -> None:
    """Better, worse, no change, and too few points to tell."""
    told = some(strategies.verdicts(), lambda one: one.main.outcome is outcome)

    assert (told.main.changed_on is None) is (outcome not in {Outcome.IMPROVED, Outcome.WORSENED})


@given(strategies.tallies(), strategies.tallies())
def test_tallies_add_up(one: Tally, other: Tally) -> None:
    """In either order."""
    assert one + other == other + one
    assert (one + other).units == one.units + other.units


def test_the_package_gives_no_other_name() -> None:
    """Neither to a reader nor to a star import."""
    assert dir(strategies) == sorted(strategies.__all__)
    with pytest.raises(AttributeError, match="estrategia"):
        _ = strategies.estrategia  # type: ignore[attr-defined]  # type checkers refuse it too


def test_stages_of_the_framework_of_these_tests_are_those_of_2019() -> None:
    """So that what is drawn for it lies on the lattice."""
    assert FRAMEWORK.scale == STAGES_2019
    with pytest.raises(ImssIntegrityError):
        FRAMEWORK.scale.parse_percent(3)
