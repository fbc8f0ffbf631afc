"""Strategies of filings and submissions: any event that may follow, as far as it happens to go."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from ..conflicts import (
    Amended,
    ClarificationAsked,
    Drafted,
    Expired,
    Filing,
    FilingEvent,
    FilingMove,
    Questionnaire,
    Submission,
    Submitted,
    Superseded,
    Withdrawn,
    apply_event,
    evaluate,
    replay_filing,
)
from .definitions import responses
from .initiatives import PSEUDONYMS
from .kernel import codes, days
from .screenings import completed_responses, screened_questionnaires

__all__ = ["filings", "submissions"]

_CODES = codes()
_OPENED = days(date(2025, 8, 1), date(2026, 12, 31))  # after every day that answers name
_CLOSING = {FilingMove.WITHDRAW, FilingMove.SUPERSEDE, FilingMove.EXPIRE}
_MOST_EVENTS = 6
_MOST_WAIT = 400


@st.composite
def filings(draw: st.DrawFn, questionnaire: Questionnaire | None = None) -> Filing:
    """Give filings (expedientes) in every state, each event allowed.

    Args:
        draw: Given by Hypothesis.
        questionnaire: What is answered; ``None``: any with a policy.
    """
    asked = draw(screened_questionnaires()) if questionnaire is None else questionnaire
    opened = Drafted(
        on=draw(_OPENED),
        code=draw(_CODES),
        subject=draw(PSEUDONYMS),
        response=draw(responses(asked)),
    )
    filing = replay_filing([opened])
    for _ in range(draw(st.integers(0, _MOST_EVENTS))):
        if not filing.legal_moves:
            break
        filing = apply_event(filing, _event(draw, filing))
    return filing


def _event(draw: st.DrawFn, filing: Filing) -> FilingEvent:
    on = filing.on + timedelta(days=draw(st.integers(0, _MOST_WAIT)))
    # It is closed now and then only, so that most filings go on for a while.
    going_on = [move for move in filing.legal_moves if move not in _CLOSING]
    moves = filing.legal_moves if draw(st.integers(0, 4)) == 0 else going_on
    match draw(st.sampled_from(moves)):
        case FilingMove.WITHDRAW:
            return Withdrawn(on=on)
        case FilingMove.EXPIRE:
            return Expired(on=on)
        case FilingMove.SUPERSEDE:
            return Superseded(on=on, by=draw(_CODES.filter(lambda code: code != filing.code)))
        case FilingMove.ASK:
            asked = st.sampled_from(list(filing.questionnaire.layout.places))
            some = draw(st.lists(asked, min_size=1, max_size=3, unique=True))
            return ClarificationAsked(on=on, questions=tuple(some))
        case FilingMove.SUBMIT if not evaluate(filing.entered, on=on).missing:
            return Submitted(on=on, purpose=draw(_CODES), notice_version=draw(_CODES))
        case _:
            # What is missing is filled in, so that it may be submitted next.
            whole = completed_responses(filing.questionnaire, on=on, start=filing.entered)
            return Amended(on=on, response=draw(whole))


@st.composite
def submissions(draw: st.DrawFn, questionnaire: Questionnaire | None = None) -> Submission:
    """Give submissions (presentaciones): complete, with and without answers left out.

    Args:
        draw: Given by Hypothesis.
        questionnaire: What is answered; ``None``: any with a policy.
    """
    asked = draw(screened_questionnaires()) if questionnaire is None else questionnaire
    on = draw(_OPENED)
    begun = draw(st.none() | responses(asked))
    return Submission.of(
        draw(completed_responses(asked, on=on, start=begun)),
        on=on,
        purpose=draw(_CODES),
        notice_version=draw(_CODES),
    )
