"""Laws of filings: what may follow what, what is frozen, and what never shows."""

from __future__ import annotations

import copy
import pickle
import traceback
from datetime import date, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.conflicts import (
    Absence,
    Amended,
    ClarificationAsked,
    Drafted,
    Expired,
    Filing,
    FilingEvent,
    FilingMove,
    FilingState,
    Questionnaire,
    Response,
    Submission,
    Submitted,
    Superseded,
    Withdrawn,
    apply_event,
    evaluate,
    replay_filing,
)
from imss_integrity.conflicts.filing_states import TRANSITIONS
from imss_integrity.conflicts.views import effective_view
from imss_integrity.kernel import (
    ImssIntegrityError,
    InconsistentError,
    InvalidValueError,
    MissingDataError,
    NotInForceError,
    Period,
    Text,
)
from imss_integrity.strategies import questionnaires, responses

DAY = date(2026, 5, 4)
ANA = "Persona Inventada"  # what must never show
ROWS = [
    {"section": "A", "question": "Q1", "type": "si_no", "text_es": "¿Sí?", "required": "si"},
    {"section": "A", "question": "G", "type": "grupo", "text_es": "Detalle", "repeats": "si",
     "when": "Q1 = si"},
    {"section": "A", "question": "G.quien", "type": "texto", "text_es": "¿Quién?", "group": "G",
     "required": "si"},
    {"section": "A", "question": "Q2", "type": "texto", "text_es": "¿Algo más?", "when": "Q1 = si"},
]  # fmt: skip


def asked(version: str = "1", period: Period | None = None) -> Questionnaire:
    """Give a short questionnaire."""
    title = Text("Breve", "Short")
    return Questionnaire.from_records(
        ROWS, code="breve", version=version, title=title, period=period
    )


def response(answers: dict[str, Any], questionnaire: Questionnaire | None = None) -> Response:
    """Answer it."""
    return Response.from_answers(questionnaire or asked(), answers)


FULL = {"Q1": "si", "G": [{"G.quien": ANA}], "Q2": ANA}
HIDDEN = {**FULL, "Q1": "no"}


def opened(answers: dict[str, Any]) -> Filing:
    """Open a filing."""
    return replay_filing([Drafted(on=DAY, code="E-1", subject="a1b2", response=response(answers))])


SUBMIT = Submitted(on=DAY, purpose="nombramiento", notice_version="2026-01")
AMEND = Amended(on=DAY, response=response({"Q1": "no"}))
ASK = ClarificationAsked(on=DAY, questions=("Q1", "G.quien"))
EVENTS: dict[FilingMove, FilingEvent] = {
    FilingMove.DRAFT: Drafted(on=DAY, code="E-1", subject="a1b2", response=response({})),
    FilingMove.SUBMIT: SUBMIT,
    FilingMove.AMEND: AMEND,
    FilingMove.ASK: ASK,
    FilingMove.WITHDRAW: Withdrawn(on=DAY),
    FilingMove.SUPERSEDE: Superseded(on=DAY, by="E-2"),
    FilingMove.EXPIRE: Expired(on=DAY),
}
# One way into each state.
WAYS: dict[FilingState, list[FilingEvent]] = {
    FilingState.DRAFT: [],
    FilingState.SUBMITTED: [SUBMIT],
    FilingState.CLARIFYING: [SUBMIT, ASK],
    FilingState.AMENDED: [SUBMIT, AMEND],
    FilingState.WITHDRAWN: [Withdrawn(on=DAY)],
    FilingState.SUPERSEDED: [SUBMIT, Superseded(on=DAY, by="E-2")],
    FilingState.EXPIRED: [Expired(on=DAY)],
}


def in_state(state: FilingState) -> Filing:
    """Give a filing in that state."""
    filing = opened(FULL)
    for event in WAYS[state]:
        filing = apply_event(filing, event)
    return filing


class TestMoves:
    """Lo que puede seguir es una tabla; todo lo demás se rechaza con lo que sí puede seguir."""

    @pytest.mark.parametrize("state", FilingState)
    @pytest.mark.parametrize("move", FilingMove)
    def test_every_move_in_every_state(self, state: FilingState, move: FilingMove) -> None:
        """The table and nothing else decides; the refusal names state, legal moves and need."""
        filing = in_state(state)
        assert state is filing.state
        if move in TRANSITIONS[state]:
            assert TRANSITIONS[state][move] is apply_event(filing, EVENTS[move]).state
            return
        with pytest.raises(InconsistentError) as caught:
            apply_event(filing, EVENTS[move])
        text = str(caught.value)
        before = [one for one, moves in TRANSITIONS.items() if move in moves]
        assert {"transition"} == {fault.code for fault in caught.value.faults}
        for named in (state, move, *filing.legal_moves, *before):
            assert f"'{named}'" in text
        assert ("it is closed" in text) is (len(filing.legal_moves) == 0)
        assert ("a new filing" in text) is (move is FilingMove.DRAFT)

    def test_closed_states_stay_closed(self) -> None:
        """Withdrawn, superseded and expired: nothing may follow, and nothing else is closed."""
        closed = {state for state, moves in TRANSITIONS.items() if not moves}

        assert {FilingState.WITHDRAWN, FilingState.SUPERSEDED, FilingState.EXPIRED} == closed
        assert set(FilingState) == set(TRANSITIONS)

    def test_nothing_that_was_not_submitted_is_asked_about_or_superseded(self) -> None:
        """A draft concerns nobody but the person."""
        assert not {FilingMove.ASK, FilingMove.SUPERSEDE} & set(opened({}).legal_moves)

    def test_it_begins_with_a_draft(self) -> None:
        """And with nothing else, and not with nothing."""
        with pytest.raises(InconsistentError, match="must open the filing"):
            replay_filing([SUBMIT])
        with pytest.raises(InvalidValueError):
            replay_filing([])

    @pytest.mark.parametrize("wrong", ["abc", None, [1], [Text("a")], {"on": DAY}])
    def test_what_is_no_event_is_refused(self, wrong: Any) -> None:
        """By the library's own error."""
        with pytest.raises(InvalidValueError):
            replay_filing(wrong)
        with pytest.raises(InvalidValueError):
            apply_event(opened({}), wrong)
        with pytest.raises(InvalidValueError):
            apply_event(wrong, SUBMIT)

    @given(before=st.integers(1, 1000))
    def test_days_never_go_back(self, before: int) -> None:
        """The same day may hold several events, an earlier one none."""
        with pytest.raises(InconsistentError, match="must not precede") as caught:
            apply_event(opened({}), attrs.evolve(AMEND, on=DAY - timedelta(days=before)))
        assert ("events[1].on",) == tuple(fault.path for fault in caught.value.faults)

    def test_all_faults_of_an_event_at_once(self) -> None:
        """An illegal move on an earlier day with a question that does not exist."""
        event = ClarificationAsked(on=DAY - timedelta(days=1), questions=("Q1", "OTRO"))
        with pytest.raises(InconsistentError) as caught:
            apply_event(opened({}), event)
        assert ["transition", "order", "unknown"] == [one.code for one in caught.value.faults]

    def test_no_filing_supersedes_itself(self) -> None:
        """The other one has another code."""
        with pytest.raises(InconsistentError, match="another filing"):
            apply_event(in_state(FilingState.SUBMITTED), Superseded(on=DAY, by="E-1"))

    def test_a_clarification_names_questions_once_and_at_least_one(self) -> None:
        """Codes of questions or groups."""
        for questions in ((), ("Q1", "Q1"), ("no es clave",), ["Q1"]):
            with pytest.raises(InvalidValueError):
                ClarificationAsked(on=DAY, questions=questions)  # type: ignore[arg-type]

    def test_what_is_asked_is_gathered_until_it_is_submitted(self) -> None:
        """Each question once, in the order of asking; an amendment does not answer yet."""
        filing = in_state(FilingState.CLARIFYING)
        more = apply_event(filing, ClarificationAsked(on=DAY, questions=("Q2", "Q1")))
        amended = apply_event(more, AMEND)

        assert ("Q1", "G.quien", "Q2") == more.asked == amended.asked
        assert () == apply_event(amended, SUBMIT).asked == apply_event(more, SUBMIT).asked


class TestVersion:
    """Un expediente guarda una sola versión del cuestionario hasta el final."""

    def test_a_response_of_another_version_is_refused_with_the_way_out(self) -> None:
        """Both versions are named, and `migrate_answers`."""
        other = response({"Q1": "no"}, asked("2"))
        with pytest.raises(InconsistentError, match=r"breve 1, .* got breve 2; .*migrate_answers"):
            apply_event(opened({}), Amended(on=DAY, response=other))

    def test_the_same_name_with_another_content_is_another_version(self) -> None:
        """The digest counts, not the name alone."""
        same_name = attrs.evolve(asked(), title=Text("Otro", "Other"))
        with pytest.raises(InconsistentError):
            apply_event(opened({}), Amended(on=DAY, response=response({}, same_name)))

    def test_an_equal_definition_built_anew_is_the_same_version(self) -> None:
        """Identity, not object."""
        filing = apply_event(opened({}), Amended(on=DAY, response=response({"Q1": "no"}, asked())))
        assert asked().identity == filing.questionnaire.identity

    def test_nothing_is_submitted_outside_the_period(self) -> None:
        """On its last day still, on the next no more."""
        period = Period(start=DAY, end=DAY + timedelta(days=9))
        short = response({"Q1": "no"}, asked(period=period))
        filing = replay_filing([Drafted(on=DAY, code="E", subject="a1", response=short)])

        assert apply_event(filing, attrs.evolve(SUBMIT, on=period.end)).submitted
        with pytest.raises(NotInForceError):
            apply_event(filing, attrs.evolve(SUBMIT, on=period.end + timedelta(days=1)))


class TestSubmission:
    """Se presenta la vista efectiva, completa, con su definición, finalidad y aviso."""

    @given(st.data())
    def test_exactly_what_is_complete_can_be_submitted(self, data: st.DataObject) -> None:
        """Every missing path is named, and no answer."""
        given_response = data.draw(responses(data.draw(questionnaires())))
        found = evaluate(given_response, on=DAY)
        fields = {"on": DAY, "purpose": "p", "notice_version": "1"}
        if not found.is_complete:
            with pytest.raises(MissingDataError) as caught:
                Submission.of(given_response, **fields)  # type: ignore[arg-type]
            assert found.missing == tuple(fault.path for fault in caught.value.faults)
            return
        submission = Submission.of(given_response, **fields)  # type: ignore[arg-type]
        assert found.dropped == submission.dropped
        assert () == evaluate(submission.response, on=DAY).dropped
        assert given_response.questionnaire.identity == submission.identity

    def test_what_is_dropped_is_listed_and_stays_entered(self) -> None:
        """An answer under a disabled question comes back when the question does."""
        filing = apply_event(opened(HIDDEN), SUBMIT)
        submitted = filing.submitted

        assert submitted is not None
        assert ("G[0].G.quien", "Q2") == submitted.dropped
        assert response(HIDDEN) == filing.entered
        assert response({"Q1": "no"}) == submitted.response == filing.effective(on=DAY)

    def test_purpose_and_notice_are_mandatory(self) -> None:
        """LGPDPPSO: a purpose, and a notice that was shown; codes, not prose."""
        with pytest.raises(TypeError):
            Submitted(on=DAY)  # type: ignore[call-arg]
        for field in ("purpose", "notice_version"):
            for wrong in ("", None, "una prosa larga"):
                with pytest.raises(InvalidValueError):
                    Submitted(**{"on": DAY, "purpose": "p", "notice_version": "1", field: wrong})  # type: ignore[arg-type]

    def test_earlier_submissions_are_kept(self) -> None:
        """An amendment changes what is entered, not what was submitted."""
        first = in_state(FilingState.SUBMITTED)
        amended = apply_event(first, AMEND)
        again = apply_event(amended, attrs.evolve(SUBMIT, on=DAY + timedelta(days=1)))

        assert first.submitted == amended.submitted != again.submitted
        assert first.submissions == again.submissions[:1]
        assert response({"Q1": "no"}) == amended.entered

    def test_what_is_missing_can_not_be_smuggled_in(self) -> None:
        """The class checks, not only the verb."""
        submission = in_state(FilingState.SUBMITTED).submitted
        assert submission is not None
        with pytest.raises(MissingDataError):
            attrs.evolve(submission, response=response({"Q1": "si", "G": [{}]}))


class TestDigest:
    """La huella de lo presentado cambia si y sólo si cambia algo de lo presentado."""

    def submission(self, answers: dict[str, Any], **changes: Any) -> Submission:
        """Submit *answers* with something changed."""
        fields = {"on": DAY, "purpose": "p", "notice_version": "1", **changes}
        return Submission.of(response(answers), **fields)

    def test_everything_that_is_submitted_counts(self) -> None:
        """Answers, absences, instances, day, purpose, notice, definition."""
        texts: list[dict[str, Any]] = [
            {"Q1": "si", "Q2": "no_se"},
            {"Q1": "si", "Q2": Absence.UNKNOWN},
            {"Q1": "si"},
        ]
        one, two = {"G.quien": "x"}, {"G.quien": "y"}
        rows = [{"Q1": "si", "G": group} for group in ([one], [one, two], [two, one])]
        every: list[dict[str, Any]] = [FULL, HIDDEN, *texts, *rows]
        found = [self.submission(answers).digest for answers in every]
        found += [
            self.submission(FULL, on=DAY + timedelta(days=1)).digest,
            self.submission(FULL, purpose="q").digest,
            self.submission(FULL, notice_version="2").digest,
            Submission.of(
                response(FULL, asked("2")), on=DAY, purpose="p", notice_version="1"
            ).digest,
        ]

        assert len(found) == len(set(found))
        assert all(one.startswith("sha256:") for one in found)

    def test_what_is_not_submitted_does_not_count(self) -> None:
        """Answers under disabled questions, and the order in which answers came."""
        bare = {"Q1": "no"}
        backwards = dict(reversed(FULL.items()))

        assert self.submission(bare).digest == self.submission(HIDDEN).digest
        assert self.submission(FULL).digest == self.submission(backwards).digest


class TestViews:
    """Lo capturado queda; lo efectivo es lo que vale ese día."""

    @given(st.data())
    def test_the_effective_view_counts_the_same_and_is_its_own(self, data: st.DataObject) -> None:
        """Nothing that counts changes: enabled, missing, pending, declined, score."""
        entered = data.draw(responses(data.draw(questionnaires())))
        view = effective_view(entered, on=DAY)
        before, after = evaluate(entered, on=DAY), evaluate(view, on=DAY)

        # Whole instances that are not asked leave the view, and with them their absences.
        assert attrs.evolve(before, dropped=(), absences=()) == attrs.evolve(after, absences=())
        assert (before.pending, before.declined) == (after.pending, after.declined)
        assert view == effective_view(view, on=DAY)
        left = {(one.question, one.row) for one in view.answers() if one.values}
        assert len(left) + len(before.dropped) == sum(bool(one.values) for one in entered.answers())

    def test_it_depends_on_the_day(self) -> None:
        """A window of time opens and closes a question."""
        rows = [
            {"section": "A", "question": "D", "type": "fecha", "text_es": "¿Cuándo?"},
            {"section": "A", "question": "E", "type": "texto", "text_es": "¿Qué?",
             "when": "D >= -12m"},
        ]  # fmt: skip
        own = Questionnaire.from_records(rows, code="v", version="1", title=Text("V"))
        filing = replay_filing(
            [Drafted(on=DAY, code="E", subject="a1", response=response({"D": DAY, "E": "x"}, own))]
        )
        year = date(2027, 5, 4)

        assert ("x",) == filing.effective(on=year).answer("E").values
        assert () == filing.effective(on=year + timedelta(days=1)).answer("E").values


class TestDiscretion:
    """Ninguna respuesta aparece en un mensaje ni en una representación."""

    def test_no_answer_and_no_pseudonym_shows(self) -> None:
        """In `repr` and `str` of filing, events and submission."""
        filing = apply_event(opened(HIDDEN), SUBMIT)
        for shown in (filing, *filing.events, filing.submitted):
            assert ANA not in repr(shown)
            assert "a1b2" not in repr(shown)
            assert ANA not in str(shown)
        assert "a1b2" == filing.subject
        assert "E-1" == filing.code

    def test_no_error_shows_an_answer(self) -> None:
        """Whatever is refused, and how it is shown."""
        wrong: list[FilingEvent] = [
            ASK,
            Amended(on=DAY, response=response(FULL, asked("2"))),
            ClarificationAsked(on=DAY, questions=("Persona",)),
        ]
        filings = [opened(FULL), opened({"Q1": "si", "G": [{}], "Q2": ANA})]
        for filing in filings:
            for event in [*wrong, SUBMIT] if filing is filings[1] else wrong:
                with pytest.raises(ImssIntegrityError) as caught:
                    apply_event(filing, event)
                error = caught.value
                shown = [*map(repr, error.args), error.text.es, *traceback.format_exception(error)]
                assert not [text for text in shown if ANA in text or "Persona" in text]


class TestCopies:
    """Un expediente copiado vuelve a pasar por su constructor."""

    @pytest.mark.parametrize("state", FilingState)
    def test_copies_are_equal(self, state: FilingState) -> None:
        """Copy, deep copy and pickle."""
        filing = in_state(state)
        for one in (
            copy.copy(filing),
            copy.deepcopy(filing),
            pickle.loads(pickle.dumps(filing)),  # noqa: S301
        ):
            assert filing == one
            assert hash(filing) == hash(one)
            assert filing.submitted == one.submitted

    def test_an_illegal_history_is_no_filing(self) -> None:
        """However it is built."""
        with pytest.raises(InconsistentError):
            Filing(events=(*opened({}).events, ASK))
        with pytest.raises(InvalidValueError):
            Filing(events=list(opened({}).events))  # type: ignore[arg-type]
