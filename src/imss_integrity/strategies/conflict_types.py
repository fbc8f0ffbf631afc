"""Classes of conflicts, each with the strategy of its values: results as the verbs give them."""

from __future__ import annotations

from datetime import date

import attrs
from hypothesis import strategies as st

from ..catalog import RENEWAL_RULES
from ..conflicts import (
    Amended,
    Answer,
    AnswerChange,
    Band,
    ClarificationAsked,
    Comparison,
    Condition,
    CoreMember,
    Defect,
    Drafted,
    Evaluation,
    Expired,
    Filing,
    Finding,
    FiredTrigger,
    Interest,
    InterestChange,
    InterestRule,
    InterestScore,
    Kinship,
    LegalRadius,
    Level,
    LevelChange,
    LevelChanges,
    Migration,
    MonthsBack,
    Operator,
    Option,
    Proof,
    Question,
    Questionnaire,
    Relation,
    Renewal,
    RenewalDue,
    RenewalRules,
    Response,
    Review,
    Safeguard,
    SafeguardRule,
    Screening,
    ScreeningPolicy,
    Section,
    Submission,
    Submitted,
    Superseded,
    Trigger,
    VersionChange,
    VersionDifference,
    Withdrawn,
    Within,
    Witness,
    YearlyWindow,
    YesNo,
    compare_versions,
    compare_years,
    evaluate,
    migrate_answers,
    prove,
    renewal_due,
    screen,
    smallest_changes,
    within,
)
from .conflicts import kinships, legal_radii
from .definitions import questionnaires, responses
from .filing_events import filings, submissions
from .kernel import codes, days, exact_numbers
from .ruled import Types, built, parts_of
from .screenings import completed_responses, screened_questionnaires

__all__ = ["CONFLICT_TYPES"]

# After every day that drawn answers name, and before the last UMA that is published.
_DAYS = days(date(2025, 8, 1), date(2026, 12, 31))
_MONTHS_BACK = built(MonthsBack)
_FEW_STEPS = 2000  # of a proof
_CODES = codes()
_ANSWERS = (
    st.sampled_from(YesNo)
    | st.booleans()
    | st.integers(-(10**6), 10**6)
    | st.decimals(0, 10**6, places=2)
    | days()
    | _CODES
)
_QUESTIONNAIRES = questionnaires() | screened_questionnaires()
_RESPONSES = _QUESTIONNAIRES.flatmap(responses)
_SECTIONS = parts_of(_QUESTIONNAIRES, lambda one: one.sections)


@st.composite
def _screenings(draw: st.DrawFn) -> Screening:
    asked, on = draw(screened_questionnaires()), draw(_DAYS)
    some = responses(asked)
    return screen(
        draw(some | completed_responses(asked, on=on)), on=on, declaration=draw(st.none() | some)
    )


@st.composite
def _comparisons(draw: st.DrawFn) -> Comparison:
    some = responses(draw(screened_questionnaires()))
    first, second = sorted(draw(st.tuples(_DAYS, _DAYS)))
    before = draw(some)
    after = draw(some | st.just(before))
    return compare_years(before, after, before_on=first, on=second, attested=draw(st.booleans()))


def _another_version() -> st.SearchStrategy[Questionnaire]:
    return _QUESTIONNAIRES.map(lambda one: attrs.evolve(one, version="2"))


def _conditions() -> st.SearchStrategy[Condition]:
    compared = st.sampled_from([one for one in Operator if one is not Operator.EXISTS])
    return st.builds(Condition, _CODES, compared, _ANSWERS | _MONTHS_BACK) | st.builds(
        Condition, _CODES, st.just(Operator.EXISTS), st.booleans()
    )


@st.composite
def _bands(draw: st.DrawFn) -> Band:
    low, high = sorted(draw(st.lists(exact_numbers(0, 100), min_size=2, max_size=2, unique=True)))
    levels = [level for level in Level if level is not Level.CRITICAL]
    return Band(level=draw(st.sampled_from(levels)), low=low, high=high)


_OF_RULES = (
    *(CoreMember, Defect, Drafted, Amended, Submitted, Superseded, Withdrawn, Expired),
    *(Finding, FiredTrigger, Interest, InterestChange, InterestRule, InterestScore),
    *(LevelChange, MonthsBack, Option, Relation, RenewalDue, RenewalRules, Review),
    *(Safeguard, SafeguardRule, Trigger, VersionDifference, Witness, YearlyWindow),
)

_WITHIN: Types = {
    AnswerChange: built(AnswerChange, answer=_ANSWERS),
    Condition: _conditions(),
    Kinship: kinships(),
    LegalRadius: legal_radii(),
    Response: _RESPONSES,
}

CONFLICT_TYPES: Types = {
    **_WITHIN,
    **{kind: built(kind, _WITHIN) for kind in _OF_RULES},
    Answer: parts_of(_RESPONSES, lambda response: response.answers()),
    Band: _bands(),
    ClarificationAsked: built(
        ClarificationAsked,
        questions=st.lists(_CODES, min_size=1, max_size=3, unique=True).map(tuple),
    ),
    Comparison: _comparisons(),
    Evaluation: st.builds(evaluate, _RESPONSES, on=_DAYS),
    Filing: filings(),
    LevelChanges: _screenings().map(lambda one: smallest_changes(one, most=1, limit=_FEW_STEPS)),
    Migration: st.builds(migrate_answers, _RESPONSES, _another_version(), on=_DAYS),
    Proof: _QUESTIONNAIRES.map(lambda one: prove(one, limit=_FEW_STEPS)),
    Question: parts_of(_SECTIONS, lambda section: section.questions),
    Questionnaire: _QUESTIONNAIRES,
    Renewal: st.builds(
        renewal_due,
        st.just(RENEWAL_RULES),
        on=_DAYS,
        took_office=st.none() | days(date(2018, 1, 1), date(2025, 1, 1)),
        screening=st.none() | _screenings(),
    ),
    Screening: _screenings(),
    ScreeningPolicy: screened_questionnaires().map(lambda one: one.policy),
    Section: _SECTIONS,
    Submission: submissions(),
    VersionChange: st.builds(compare_versions, _QUESTIONNAIRES, _another_version()),
    Within: st.builds(within, kinships(), legal_radii(), affinity_degree=st.integers(1, 40)),
}
