"""Scores of responses by columns: codebooks, conditions, refusals."""

from __future__ import annotations

import pickle
from datetime import date
from fractions import Fraction
from typing import Any

import attrs
import numpy as np
import pytest

from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE
from imss_integrity.columns import NO_ANSWER, answer_book, score_responses
from imss_integrity.columns.response_plans import plan_of
from imss_integrity.conflicts import (
    Absence,
    Condition,
    Match,
    Operator,
    Option,
    Question,
    Questionnaire,
    QuestionType,
    Response,
    Section,
    YesNo,
    evaluate,
)
from imss_integrity.kernel import (
    ImssIntegrityError,
    InconsistentError,
    InvalidValueError,
    Language,
    NotInForceError,
    Period,
    Text,
)

DAY = date(2026, 5, 4)


def ask(code: str, kind: QuestionType = QuestionType.YES_NO, **more: Any) -> Question:
    """Give a question."""
    return Question(code=code, text=Text("¿?", "?"), type=kind, **more)


def choice(code: str, *weights: int | str | None, **more: Any) -> Question:
    """Give a choice whose options a, b, c ... carry these weights."""
    options = tuple(
        Option(code=letter, name=Text(letter), weight=None if weight is None else Fraction(weight))
        for letter, weight in zip("abcdefgh", weights, strict=False)
    )
    return ask(code, QuestionType.CHOICE, options=options, **more)


def own(*questions: Question, **more: Any) -> Questionnaire:
    """Give a questionnaire."""
    section = Section(code="S", title=Text("s"), questions=questions)
    return Questionnaire(code="mio", version="1", title=Text("Mío"), sections=(section,), **more)


IF_YES = (Condition("Q1", Operator.EQUAL, YesNo.YES),)
GATED = own(ask("Q1"), choice("Q2", 1, "5/2", None, when=IF_YES))


class TestBook:
    """What a byte stands for."""

    def test_answers_in_order(self) -> None:
        """Options as defined, yes before no, false before true."""
        asked = own(ask("Q1"), choice("Q2", 1, 2), ask("Q3", QuestionType.BOOLEAN))
        assert answer_book(asked) == {
            "Q1": (YesNo.YES, YesNo.NO),
            "Q2": ("a", "b"),
            "Q3": (False, True),
        }

    def test_what_has_no_book(self) -> None:
        """Several answers, groups, days, what repeats, and more options than bytes."""
        many = tuple(Option(code=f"o{n}", name=Text("o")) for n in range(255))
        asked = own(
            choice("Q1", 1, repeats=True),
            ask("Q2", QuestionType.DATE),
            ask("Q3", QuestionType.GROUP, repeats=True, questions=(ask("Q4"),)),
            ask("Q5", QuestionType.CHOICE, options=many),
            ask("Q6", QuestionType.GROUP, questions=(ask("Q7"),)),
        )
        assert ["Q7"] == list(answer_book(asked))
        assert 28 == len(answer_book(CONFLICT_QUESTIONNAIRE))


class TestScores:
    """Weights of what is enabled."""

    @pytest.mark.parametrize(
        ("answers", "total"),
        [
            (("si", "b"), Fraction(5, 2)), (("si", "a"), 1), (("si", "c"), 0), (("no", "b"), 0),
            ((None, "b"), 0), (("no_se", "b"), 0), (("", "b"), 0), (("si", ""), 0),
            ((Absence.DECLINED, "b"), 0), (("si", Absence.NOT_APPLICABLE), 0),
            ((float("nan"), "b"), 0), ((YesNo.YES, "a"), 1),
        ],
    )  # fmt: skip
    def test_texts(self, answers: tuple[Any, Any], total: Fraction) -> None:
        """As `Response.from_answers` reads them; blank, None and NaN are no answer."""
        columns = {
            code: np.array([cell], dtype=object)
            for code, cell in zip(("Q1", "Q2"), answers, strict=True)
        }
        assert (total,) == score_responses(GATED, columns, on=DAY).values()

    def test_bytes(self) -> None:
        """By the codebook; wide integers too."""
        for dtype in (np.uint8, np.int64):
            columns = {
                "Q1": np.array([0, 1, NO_ANSWER], dtype=dtype),
                "Q2": np.array([1, 1, 1], dtype=dtype),
            }
            scores = score_responses(GATED, columns, on=DAY)
            assert [5, 0, 0] == scores.totals.tolist()
            assert 2 == scores.unit

    def test_truth_values(self) -> None:
        """Of numpy, of Python, and as bytes."""
        on_true = (Condition("Q1", Operator.EQUAL, True),)
        asked = own(ask("Q1", QuestionType.BOOLEAN), choice("Q2", 3, when=on_true))
        for given in (
            np.array([True, False]),
            np.array([True, False], dtype=object),
            np.array([1, 0]),
        ):
            scores = score_responses(asked, {"Q1": given, "Q2": ["a", "a"]}, on=DAY)
            assert [3, 0] == scores.totals.tolist()

    def test_groups_switch_off_what_they_hold(self) -> None:
        """Also where the question has conditions of its own, any of which is enough."""
        inside = choice(
            "Q3",
            7,
            when=(
                Condition("Q2", Operator.EQUAL, YesNo.YES),
                Condition("Q2", Operator.EXISTS, False),
            ),
            match=Match.ANY,
        )
        group = ask("G", QuestionType.GROUP, questions=(inside, choice("Q4", 1)), when=IF_YES)
        asked = own(ask("Q1"), ask("Q2"), group)
        columns = {
            "Q1": ["si", "si", "si", "no"],
            "Q2": ["si", "no", "", "si"],
            "Q3": ["a"] * 4,
            "Q4": ["a"] * 4,
        }
        assert [8, 1, 8, 0] == score_responses(asked, columns, on=DAY).totals.tolist()

    @pytest.mark.parametrize(
        ("operator", "expected"),
        [(">", [9, 0, 0, 0]), (">=", [9, 9, 0, 0]), ("<", [0, 0, 9, 0]), ("<=", [0, 9, 9, 0])],
    )
    def test_options_compare_by_weight(self, operator: str, expected: list[int]) -> None:
        """Not by their order in the definition; no answer compares with nothing."""
        when = (Condition("Q1", Operator(operator), "b"),)
        asked = own(choice("Q1", 5, 3, 1), choice("Q2", 9, when=when))
        plain = score_responses(asked, {"Q1": ["a", "b", "c", ""]}, on=DAY).totals
        columns = {"Q1": ["a", "b", "c", ""], "Q2": ["a"] * 4}
        assert expected == (score_responses(asked, columns, on=DAY).totals - plain).tolist()

    @pytest.mark.parametrize(
        "weights",
        [
            (200, 100, 55),
            (-128, 100, 27),
            (300, -300, 1),
            (2**40, 1, 0),
            (-(2**53) + 1, 2**53 - 1, 5),
        ],
    )
    def test_weights_of_every_size(self, weights: tuple[int, ...]) -> None:
        """Within a byte, beyond it, negative; in one question or over several."""
        asked = own(choice("Q0", *weights), choice("Q9", 250), choice("Q8", -3))
        columns = {"Q0": ["a", "b", "c", ""], "Q9": ["a"] * 4, "Q8": ["a", "", "a", "a"]}
        expected = [weights[0] + 247, weights[1] + 250, weights[2] + 247, 247]
        assert expected == score_responses(asked, columns, on=DAY).totals.tolist()

    def test_more_rows_than_a_block(self) -> None:
        """The cut between blocks loses nothing."""
        first = np.arange(40_000, dtype=np.int64) % 2
        second = np.arange(40_000, dtype=np.int64) % 3
        scores = score_responses(GATED, {"Q1": first, "Q2": second}, on=DAY)
        expected = np.where(first == 0, np.array([2, 5, 0])[second], 0)
        assert np.array_equal(expected, scores.totals)

    def test_what_never_reaches_the_score_may_be_of_any_kind(self) -> None:
        """Days, texts, groups that repeat, several answers without weight."""
        asked = own(
            ask("D", QuestionType.DATE),
            ask("R", QuestionType.GROUP, repeats=True, questions=(ask("R1"),)),
            choice("M", None, None, repeats=True),
            choice("N", 4),
        )
        response = Response.from_answers(asked, {"N": "a", "D": "2026-01-01", "M": ["a", "b"]})
        scores = score_responses(asked, {"N": ["a"]}, on=DAY)
        assert (evaluate(response, on=DAY).score,) == scores.values()

    def test_without_weights_all_is_zero(self) -> None:
        """The conflict questionnaire weighs by policy, not by options."""
        scores = score_responses(CONFLICT_QUESTIONNAIRE, {"EMP1": ["si", "no"]}, on=DAY)
        assert [0, 0] == scores.totals.tolist()


class TestPlan:
    """A definition is compiled once, and never taken for another."""

    def test_it_is_kept_for_all_that_are_equal(self) -> None:
        """A copy that came from another process has no plan of its own."""
        asked = own(choice("Q1", 1, 2))
        again = pickle.loads(pickle.dumps(asked))  # noqa: S301 - our own

        assert again is not asked
        assert plan_of(asked) is plan_of(again)

    def test_another_weight_is_another_plan(self) -> None:
        """Whatever code and version say."""
        for weight in (1, 2, 1):
            scores = score_responses(own(choice("Q1", weight)), {"Q1": ["a"]}, on=DAY)
            assert (Fraction(weight),) == scores.values()

    def test_what_is_refused_is_refused_each_time(self) -> None:
        """A refusal is not kept."""
        asked = own(choice("Q1", 1, repeats=True))
        for _ in range(2):
            with pytest.raises(InconsistentError):
                score_responses(asked, {}, on=DAY)


class TestRefusals:
    """Definitions and columns that are not taken say why."""

    @pytest.mark.parametrize(
        ("code", "path", "questions"),
        [
            ("kind", "questions[Q1]", (choice("Q1", 1, 2, repeats=True),)),
            (
                "kind",
                "questions[N]",
                (
                    ask("N", QuestionType.INTEGER),
                    choice("Q1", 1, when=(Condition("N", Operator.GREATER, 3),)),
                ),
            ),
            (
                "repeats",
                "questions[R]",
                (ask("R", QuestionType.GROUP, repeats=True, questions=(choice("Q1", 1),)),),
            ),
            ("range", "questionnaire", (choice("Q1", 2**53 - 1), choice("Q2", "1/2047"))),
        ],
    )
    def test_definitions(self, code: str, path: str, questions: tuple[Question, ...]) -> None:
        """What repeats, what is not one of few answers, what is too heavy."""
        with pytest.raises(InconsistentError) as caught:
            score_responses(own(*questions), {"Q1": ["a"]}, on=DAY)
        assert (path, code) in {(fault.path, fault.code) for fault in caught.value.faults}

    @pytest.mark.parametrize(
        ("kind", "code", "columns"),
        [
            (InvalidValueError, "option", {"Q1": ["tal vez"]}),
            (InvalidValueError, "option", {"Q1": [2]}),
            (InvalidValueError, "option", {"Q1": np.array([254], dtype=np.uint8)}),
            (InvalidValueError, "option", {"Q1": [256]}),
            (InvalidValueError, "option", {"Q1": [-1]}),
            (InvalidValueError, "option", {"Q1": [True]}),
            (InvalidValueError, "option", {"Q1": [0.5]}),
            (InvalidValueError, "option", {"Q2": ["no_se"]}),
            (InvalidValueError, "option", {"Q1": np.array([Absence.NOT_ASKED], dtype=object)}),
            (InvalidValueError, "option", {"Q1": np.array([date(2026, 1, 1)], dtype=object)}),
            (InvalidValueError, "type", {"Q1": "si"}),
            (InvalidValueError, "type", ["si"]),
            (InconsistentError, "unknown", {"Q7": ["si"]}),
            (InconsistentError, "length", {"Q1": ["si"], "Q2": ["a", "b"]}),
        ],
    )
    def test_columns(self, kind: type[ImssIntegrityError], code: str, columns: Any) -> None:
        """Answers that no person could give, and columns that do not fit."""
        with pytest.raises(kind) as caught:
            score_responses(GATED, columns, on=DAY)
        assert [code] == [fault.code for fault in caught.value.faults]

    def test_no_answer_is_shown(self) -> None:
        """A name in the wrong column stays there."""
        with pytest.raises(InvalidValueError) as caught:
            score_responses(GATED, {"Q1": ["si", "Juana"], "Q2": ["a", "a"]}, on=DAY)
        assert "Juana" not in str(caught.value)
        assert ["columns[Q1][1]"] == [fault.path for fault in caught.value.faults]

    def test_days(self) -> None:
        """The definition must be in force, and a day is a day."""
        past = attrs.evolve(GATED, period=Period.year(2025))
        with pytest.raises(NotInForceError):
            score_responses(past, {"Q1": ["si"]}, on=DAY)
        with pytest.raises(InvalidValueError, match="'on' must"):
            score_responses(GATED, {"Q1": ["si"]}, on="2026-05-04")  # type: ignore[arg-type]
        with pytest.raises(InvalidValueError, match="'questionnaire' must"):
            score_responses("Q", {}, on=DAY)  # type: ignore[arg-type]


class TestResult:
    """It is a result like any other."""

    scores = score_responses(GATED, {"Q1": ["si", "si"], "Q2": ["b", "a"]}, on=DAY)

    def test_shown(self) -> None:
        """The mean, without any single answer."""
        assert "2 responses to mio 1; mean weight: 1.75" in self.scores.describe(Language.EN)
        empty = score_responses(GATED, {}, on=DAY)
        assert 0 == len(empty)
        assert "mean weight: -" in empty.describe(Language.EN)
        assert "<mio 1>" in repr(self.scores)
        assert "[" not in repr(self.scores)

    def test_rows(self) -> None:
        """One for each response."""
        assert [2.5, 1.0] == [row["score"] for row in self.scores.to_records()]

    def test_frozen_and_pickled(self) -> None:
        """Nobody writes to it; another process gets the same."""
        with pytest.raises(ValueError, match="read-only"):
            self.scores.totals[0] = 9
        again = pickle.loads(pickle.dumps(self.scores))  # noqa: S301 - our own
        assert again.values() == self.scores.values()
