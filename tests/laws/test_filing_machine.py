"""The lifecycle of a filing, driven at random against a plain model of dicts and sets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from imss_integrity.conflicts import (
    Amended,
    ClarificationAsked,
    Drafted,
    Expired,
    Filing,
    FilingEvent,
    FilingMove,
    Questionnaire,
    Response,
    Submitted,
    Superseded,
    Withdrawn,
    apply_event,
    replay_filing,
)
from imss_integrity.kernel import ImssIntegrityError, InconsistentError, MissingDataError, Text

ASKED = Questionnaire.from_records(
    [
        {"section": "A", "question": "Q1", "type": "si_no", "text_es": "¿Sí?", "required": "si"},
        {
            "section": "A",
            "question": "Q2",
            "type": "texto",
            "text_es": "¿Con quién?",
            "required": "si",
            "when": "Q1 = si",
        },
        {"section": "A", "question": "Q3", "type": "entero", "text_es": "¿Cuántos?"},
    ],
    code="breve",
    version="1",
    title=Text("Breve", "Short"),
)
ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "Q1": st.sampled_from(["si", "no"]),
        "Q2": st.sampled_from(["Ana de ejemplo", "otra persona"]),
        "Q3": st.integers(0, 3),
    },
)
CODES = st.lists(st.sampled_from(["Q1", "Q2", "Q3"]), min_size=1, max_size=3, unique=True)
WAIT = st.integers(0, 400).map(lambda days: timedelta(days=days))


def given_in(response: Response) -> dict[str, object]:
    """Give the answers of a response by code."""
    return {one.question: one.values[0] for one in response.answers() if one.values}


def effective(answers: dict[str, object]) -> dict[str, object]:
    """Give the answers that count, naively."""
    return {code: one for code, one in answers.items() if code != "Q2" or answers.get("Q1") == "si"}


class FilingMachine(RuleBasedStateMachine):
    """Every event is tried in every state; the model says which may follow."""

    @initialize(answers=ANSWERS)
    def draft(self, answers: dict[str, object]) -> None:
        """Open a filing."""
        self.today = date(2026, 1, 1)
        self.answers, self.handed_in = answers, list[dict[str, object]]()
        self.asked, self.closed, self.is_touched = set[str](), "", True
        self.filing = replay_filing(
            [Drafted(on=self.today, code="E-1", subject="a1", response=self.read(answers))]
        )

    def read(self, answers: dict[str, object]) -> Response:
        """Make a response of plain answers."""
        return Response.from_answers(ASKED, answers)

    def attempt(
        self,
        wait: timedelta,
        make: Callable[[date], FilingEvent],
        *,
        legal: bool,
    ) -> bool:
        """Try an event *wait* later; where it is not legal it is refused and nothing changes."""
        before = self.filing
        event = make(self.today + wait)
        if not legal:
            with pytest.raises(InconsistentError, match=f"in state '{before.state}'") as caught:
                apply_event(before, event)
            for move in before.legal_moves:
                assert f"'{move}'" in caught.value.text.es
            assert event.move not in before.legal_moves
            return False
        self.filing = apply_event(before, event)
        self.today += wait
        assert event.move in before.legal_moves
        assert before.events == self.filing.events[:-1]
        return True

    @rule(wait=WAIT, answers=ANSWERS)
    def amend(self, wait: timedelta, answers: dict[str, object]) -> None:
        """Another response is entered."""
        response = self.read(answers)
        if self.attempt(wait, lambda on: Amended(on=on, response=response), legal=not self.closed):
            self.answers, self.is_touched = answers, True

    @rule(wait=WAIT)
    def submit(self, wait: timedelta) -> None:
        """What is entered is handed in, if nothing is missing."""
        legal = not self.closed and (self.is_touched or bool(self.asked))

        def make(on: date) -> Submitted:
            return Submitted(on=on, purpose="nombramiento", notice_version="2026")

        needed = {"Q1", "Q2"} if self.answers.get("Q1") == "si" else {"Q1"}
        missing = needed - set(self.answers)
        if legal and missing:
            with pytest.raises(MissingDataError) as caught:
                apply_event(self.filing, make(self.today + wait))
            place = f"events[{len(self.filing.events)}]"
            assert {f"{place}.{code}" for code in missing} == {
                fault.path for fault in caught.value.faults
            }
        elif self.attempt(wait, make, legal=legal):
            self.handed_in.append(effective(self.answers))
            self.asked, self.is_touched = set(), False

    @rule(wait=WAIT, codes=CODES)
    def ask(self, wait: timedelta, codes: list[str]) -> None:
        """A clarification is asked for."""
        legal = bool(self.handed_in) and not self.is_touched and not self.closed
        if self.attempt(
            wait, lambda on: ClarificationAsked(on=on, questions=tuple(codes)), legal=legal
        ):
            self.asked |= set(codes)

    @rule(wait=WAIT, kind=st.sampled_from([Withdrawn, Expired]))
    def close(self, wait: timedelta, kind: type[Withdrawn | Expired]) -> None:
        """It is withdrawn, or its time is over."""
        if self.attempt(wait, lambda on: kind(on=on), legal=not self.closed):
            self.closed = {Withdrawn: "retirado", Expired: "vencido"}[kind]

    @rule(wait=WAIT)
    def supersede(self, wait: timedelta) -> None:
        """Another filing takes its place, if anything was handed in."""
        legal = bool(self.handed_in) and not self.closed
        if self.attempt(wait, lambda on: Superseded(on=on, by="E-2"), legal=legal):
            self.closed = "sustituido"

    @rule(wait=WAIT)
    def open_again(self, wait: timedelta) -> None:
        """A filing is opened once."""
        response = self.read({})
        self.attempt(
            wait,
            lambda on: Drafted(on=on, code="E-1", subject="a1", response=response),
            legal=False,
        )

    @rule(days=st.integers(1, 400))
    def go_back(self, days: int) -> None:
        """No event precedes the one before it, whatever the state."""
        earlier = self.today - timedelta(days=days)
        with pytest.raises(ImssIntegrityError) as caught:
            apply_event(self.filing, Withdrawn(on=earlier))
        assert "order" in {fault.code for fault in caught.value.faults}

    @invariant()
    def the_filing_is_what_the_model_says(self) -> None:
        """State, views, what was handed in, and what is asked about."""
        filing: Filing = self.filing
        state = "borrador"
        if self.closed:
            state = self.closed
        elif self.handed_in and self.is_touched:
            state = "enmendado"
        elif self.handed_in:
            state = "en_aclaracion" if self.asked else "presentado"

        assert state == filing.state
        assert self.today == filing.on
        assert self.answers == given_in(filing.entered)
        assert effective(self.answers) == given_in(filing.effective(on=self.today))
        assert self.handed_in == [given_in(one.response) for one in filing.submissions]
        assert (filing.submissions or (None,))[-1] == filing.submitted
        assert self.asked == set(filing.asked)
        assert filing == replay_filing(list(filing.events))
        assert set(filing.legal_moves) <= set(FilingMove) - {FilingMove.DRAFT}


TestFilingMachine: Any = FilingMachine.TestCase
