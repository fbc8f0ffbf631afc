"""Laws of definitions and responses, compared with a loop over dictionaries."""

from __future__ import annotations

import importlib.util
import pickle
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity import strategies
from imss_integrity.conflicts import (
    Absence,
    Condition,
    MonthsBack,
    Operator,
    Question,
    Questionnaire,
    QuestionType,
    Response,
    Section,
    YesNo,
    evaluate,
    holds,
    recency_of,
)
from imss_integrity.conflicts.layout import Place
from imss_integrity.kernel import ImssIntegrityError, Text, add_months, earliest_within

ON = date(2025, 7, 20)


def loaded(name: str) -> ModuleType:
    """Load a script of the benchmarks."""
    path = Path(__file__).parent.parent / "bench" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


naive = loaded("naive_screening")


@st.composite
def answered(draw: st.DrawFn) -> Response:
    """Give a response to a definition of its own."""
    return draw(strategies.responses(draw(strategies.questionnaires())))


def entered(response: Response) -> dict[str, Any]:
    """Give back the mapping that `from_answers` reads."""
    plain = naive.plain_answers(response)
    groups = {q.code for q in response.questionnaire.questions if q.is_group and not q.repeats}

    def without(row: Mapping[str, Any]) -> dict[str, Any]:
        return {
            code: [without(one) for one in value] if value.__class__ is list else value
            for code, value in row.items()
            if code not in groups
        }

    return without(plain)


class TestOperators:
    """The table of HL7 FHIR R5, row by row."""

    INTEGER = QuestionType.INTEGER

    @pytest.mark.parametrize(
        ("operator", "answers", "value", "expected"),
        [
            ("exists", [], True, False), ("exists", [], False, True),
            ("exists", [1], True, True), ("exists", [1], False, False),
            ("exists", [1, 2], True, True), ("exists", [1, 2], False, False),
            ("=", [], 1, False), ("=", [1], 1, True), ("=", [2], 1, False), ("=", [1, 2], 1, True),
            ("=", [2, 3], 1, False),
            ("!=", [], 1, True), ("!=", [1], 1, False), ("!=", [2], 1, True),
            ("!=", [1, 2], 1, False), ("!=", [2, 3], 1, True),
            (">", [], 1, False), (">", [1], 1, False), (">", [2], 1, True), (">", [0, 2], 1, True),
            ("<", [], 1, False), ("<", [1], 1, False), ("<", [0], 1, True), ("<", [0, 2], 1, True),
            (">=", [], 1, False), (">=", [1], 1, True), (">=", [0], 1, False),
            (">=", [0, 1], 1, True), ("<=", [], 1, False), ("<=", [1], 1, True),
            ("<=", [2], 1, False), ("<=", [2, 1], 1, True),
        ],
    )  # fmt: skip
    def test_each_row(
        self, operator: str, answers: list[int], value: object, *, expected: bool
    ) -> None:
        """Unanswered, one answer, several answers."""
        assert expected is holds(operator, answers, value, kind=self.INTEGER)

    @pytest.mark.parametrize("operator", [">", "<", ">=", "<="])
    @pytest.mark.parametrize(
        ("kind", "value"),
        [
            (QuestionType.YES_NO, "si"), (QuestionType.BOOLEAN, True), (QuestionType.TEXT, "x"),
            (QuestionType.CHOICE, "a"), (QuestionType.KINSHIP, "HER"),
        ],
    )  # fmt: skip
    def test_order_needs_an_order(self, operator: str, kind: QuestionType, value: object) -> None:
        """Texts, truth values and unweighted options have none."""
        with pytest.raises(ImssIntegrityError):
            holds(operator, [value], value, kind=kind)

    @given(st.lists(st.integers(-3, 3)), st.integers(-3, 3))
    def test_unequal_is_the_complement_of_equal(self, answers: list[int], value: int) -> None:
        """Whatever the number of answers."""
        equal = holds("=", answers, value, kind=self.INTEGER)

        assert equal is not holds("!=", answers, value, kind=self.INTEGER)

    def test_values_are_equal_by_value(self) -> None:
        """1, 1.0 and 1.00 are one number; composed and decomposed accents are one text."""
        assert holds("=", ["1.00"], "1", kind=QuestionType.DECIMAL)
        assert holds("=", ["é"], "é", kind=QuestionType.TEXT)
        assert not holds("=", ["x "], "x", kind=QuestionType.TEXT)
        assert not holds("=", ["X"], "x", kind=QuestionType.TEXT)


class TestEvaluation:
    """Enablement, completeness and weights agree with a loop over dictionaries."""

    @given(answered())
    def test_a_naive_loop_agrees(self, response: Response) -> None:
        """On generated definitions and responses, groups that repeat included."""
        made = naive.plain_definition(response.questionnaire)
        answers = naive.plain_answers(response)
        enabled = naive.enabled_set(made, answers, ON)
        result = evaluate(response, on=ON)

        filled = {code for code, _ in enabled if _has_rows(response, code)}
        assert filled == {code for code in result.enabled if _has_rows(response, code)}
        assert naive.weight(made, answers, enabled) == result.score
        assert _missing(response, enabled) == set(result.missing)
        assert _dropped(response, enabled) == set(result.dropped)

    def test_a_source_waits_for_its_group(self) -> None:
        """A question may come before the group of its source, and the group before its own."""
        yes = (Operator.EQUAL, YesNo.YES)
        group = Question(
            code="g",
            text=Text("grupo", "group"),
            type=QuestionType.GROUP,
            when=(Condition("p", *yes),),
            questions=(Question(code="q", text=Text("¿?"), type=QuestionType.YES_NO),),
        )
        first = Question(
            code="x", text=Text("¿?"), type=QuestionType.TEXT, when=(Condition("q", *yes),)
        )
        last = Question(code="p", text=Text("¿?"), type=QuestionType.YES_NO)
        asked = definition(first, group, last)
        both = Response.from_answers(asked, {"p": "si", "q": "si"})

        assert ("x", "g", "q", "p") == evaluate(both, on=ON).enabled
        assert ("p",) == evaluate(Response.from_answers(asked, {"q": "si"}), on=ON).enabled

    @given(answered(), st.data())
    def test_the_order_of_answers_does_not_matter(
        self, response: Response, data: st.DataObject
    ) -> None:
        """A mapping is read the same in any order, and gives back the response."""
        pairs = data.draw(st.permutations(list(entered(response).items())))
        again = Response.from_answers(response.questionnaire, dict(pairs))

        assert response == again
        assert evaluate(response, on=ON) == evaluate(again, on=ON)

    @given(answered())
    def test_what_is_dropped_changes_nothing_else(self, response: Response) -> None:
        """Without the answers of disabled questions, all but the dropped list is the same."""
        result = evaluate(response, on=ON)
        kept = _without(response, set(result.dropped))

        assert attrs.evolve(result, dropped=()) == evaluate(kept, on=ON)

    @given(answered())
    def test_every_question_is_answered_or_absent_in_one_way(self, response: Response) -> None:
        """Five kinds of absence; only what is not yet answered can be missing."""
        result = evaluate(response, on=ON)
        kinds = dict(result.absences)

        assert len(kinds) == len(result.absences)
        for place in response.questionnaire.layout.places.values():
            for row in _rows(response, place) if not place.question.is_group else []:
                value, path = response.at(place, row), _label(response, place, row)
                if isinstance(value, Absence):
                    assert kinds[path] in {value, Absence.NOT_ASKED}
                elif value is None:
                    assert kinds[path] in {Absence.NOT_YET_ANSWERED, Absence.NOT_ASKED}
                else:
                    assert (kinds.get(path) is Absence.NOT_ASKED) is (path in result.dropped)
        waiting = {path for path, kind in kinds.items() if kind is Absence.NOT_YET_ANSWERED}
        groups = {q.code for q in response.questionnaire.questions if q.is_group}
        assert {p for p in result.missing if p.rpartition("].")[2] not in groups} <= waiting

    @given(answered())
    def test_nothing_disabled_is_missing(self, response: Response) -> None:
        """Required is judged after enablement."""
        result = evaluate(response, on=ON)

        assert {path.rpartition("].")[2] for path in result.missing} <= set(result.enabled)
        assert not set(result.missing) & set(result.dropped)

    @given(answered())
    def test_copies_are_equal(self, response: Response) -> None:
        """A pickle goes through the constructor and gives an equal response."""
        assert response == pickle.loads(pickle.dumps(response))  # noqa: S301 - made right here

    @given(answered())
    def test_no_answer_is_shown(self, response: Response) -> None:
        """`repr` tells code and version alone."""
        assert repr(response) == "Response(questionnaire=<generado 1>)"


def _has_rows(response: Response, code: str) -> bool:
    place = response.questionnaire.layout.places[code]
    return place.frame is None or bool(response.rows(place.frame))


def _rows(response: Response, place: Place) -> list[int | None]:
    return [None] if place.frame is None else list(range(len(response.rows(place.frame))))


def _label(response: Response, place: Place, row: int | None) -> str:
    code = place.question.code
    if place.frame is None:
        return code
    return f"{response.questionnaire.layout.top.places[place.frame].question.code}[{row}].{code}"


def _missing(response: Response, enabled: set[tuple[str, int | None]]) -> set[str]:
    found: set[str] = set()
    for place in response.questionnaire.layout.places.values():
        for row in _rows(response, place):
            question = place.question
            if not question.required or (question.code, row) not in enabled:
                continue
            if question.is_group:
                inside = [] if question.repeats else list(question.walk())[1:]
                filled = question.repeats and bool(response.rows(place.position))
                for below in (one.code for one in inside):
                    spot = response.questionnaire.layout.places[below]
                    given = response.at(spot, row) if not spot.question.is_group else None
                    filled = filled or (given is not None and (below, row) in enabled)
            else:
                filled = response.at(place, row) is not None
            if not filled:
                found.add(_label(response, place, row))
    return found


def _dropped(response: Response, enabled: set[tuple[str, int | None]]) -> set[str]:
    return {
        _label(response, place, row)
        for place in response.questionnaire.layout.places.values()
        for row in _rows(response, place)
        if not place.question.is_group
        and (place.question.code, row) not in enabled
        and response.at(place, row) is not None
        and not isinstance(response.at(place, row), Absence)
    }


def _without(response: Response, labels: set[str]) -> Response:
    spots = {
        (place, row): None
        for place in response.questionnaire.layout.places.values()
        for row in _rows(response, place)
        if _label(response, place, row) in labels
    }
    return response.replaced(spots)


class TestWindows:
    """A window of months includes its last day; 29 February ends on the 28th."""

    @given(strategies.days().filter(lambda day: 1910 < day.year < 2190), st.integers(0, 120))
    def test_it_is_the_earliest_day_that_still_counts(self, on: date, months: int) -> None:
        """The day itself counts, the day before does not."""
        first = earliest_within(on, months)

        assert on <= add_months(first, months)
        assert add_months(first - timedelta(days=1), months) < on

    @given(
        strategies.days().filter(lambda day: 1910 < day.year < 2190),
        st.integers(-4000, 400),
    )
    def test_recency_counts_from_the_end(self, on: date, shift: int) -> None:
        """Each window is counted from the day on which the interest ended."""
        ended = on + timedelta(days=shift)
        windows = (("ended_1y", 12), ("ended_2y", 24), ("ended_5y", 60))
        expected = next((c for c, months in windows if on <= add_months(ended, months)), "older")

        assert ("current" if ended >= on else expected) == recency_of(ended, on=on)

    @pytest.mark.parametrize(
        ("ended", "on", "expected"),
        [
            ((2024, 2, 29), (2025, 2, 28), "ended_1y"), ((2024, 2, 29), (2025, 3, 1), "ended_2y"),
            ((2023, 2, 28), (2024, 2, 28), "ended_1y"), ((2023, 2, 28), (2024, 2, 29), "ended_2y"),
            ((2025, 5, 31), (2026, 5, 31), "ended_1y"), ((2025, 5, 31), (2026, 6, 1), "ended_2y"),
            ((2024, 5, 4), (2026, 5, 4), "ended_2y"), ((2024, 5, 4), (2026, 5, 5), "ended_5y"),
            ((2021, 5, 4), (2026, 5, 4), "ended_5y"), ((2021, 5, 4), (2026, 5, 5), "older"),
            ((2026, 5, 3), (2026, 5, 4), "ended_1y"), ((2026, 5, 4), (2026, 5, 4), "current"),
        ],
    )  # fmt: skip
    def test_both_sides_of_each_boundary(
        self, ended: tuple[int, int, int], on: tuple[int, int, int], expected: str
    ) -> None:
        """Leap days and month ends among them."""
        assert expected == recency_of(date(*ended), on=date(*on))

    def test_a_condition_looks_back_from_the_day(self) -> None:
        """In the last two years: both sides of the boundary."""
        when = Question(code="d", text=Text("día", "day"), type=QuestionType.DATE)
        more = Question(
            code="x",
            text=Text("más", "more"),
            type=QuestionType.TEXT,
            when=(Condition("d", Operator.AT_LEAST, MonthsBack(24)),),
        )
        asked = definition(when, more)
        response = Response.from_answers(asked, {"d": "2024-05-04"})

        assert "x" in evaluate(response, on=date(2026, 5, 4)).enabled
        assert "x" not in evaluate(response, on=date(2026, 5, 5)).enabled


def definition(*questions: Question) -> Questionnaire:
    """Give a questionnaire of one section."""
    section = Section(code="A", title=Text("A"), questions=questions)
    return Questionnaire(code="propio", version="1", title=Text("propio"), sections=(section,))


class TestIdentity:
    """Code, version and digest tell one definition from another."""

    @given(strategies.questionnaires())
    def test_the_digest_is_that_of_the_content(self, asked: Questionnaire) -> None:
        """An equal definition has an equal digest, another wording another one."""
        again = pickle.loads(pickle.dumps(asked))  # noqa: S301 - made right here

        assert asked.digest == again.digest
        assert asked.digest != attrs.evolve(asked, title=Text("otro título")).digest

    def test_a_response_equals_by_the_identity_of_its_definition(self) -> None:
        """The same answers to another version are another response."""
        ask = Question(code="q", text=Text("¿?"), type=QuestionType.YES_NO)
        old, new = definition(ask), attrs.evolve(definition(ask), version="2")
        yes = {"q": YesNo.YES}

        assert Response.from_answers(old, yes) == Response.from_answers(definition(ask), yes)
        assert Response.from_answers(old, yes) != Response.from_answers(new, yes)

    def test_decimals_are_equal_by_value(self) -> None:
        """1 and 1.00 are one answer."""
        asked = definition(Question(code="n", text=Text("¿?"), type=QuestionType.DECIMAL))

        one, same = ({"n": Decimal(text)} for text in ("1", "1.00"))
        assert Response.from_answers(asked, one) == Response.from_answers(asked, same)
