"""Laws of columns: many at once is one by one, to the last bit, in whatever order they stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

import attrs
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from imss_integrity.columns import (
    NO_ANSWER,
    NO_SCORE,
    NOT_RATED,
    answer_book,
    comply_programmes,
    roll_up_counts,
    score_assessments,
    score_responses,
    tally_columns,
)
from imss_integrity.competitiveness import (
    Assessment,
    Framework,
    MissingPolicy,
    StageRule,
    score,
)
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
from imss_integrity.initiatives import (
    ActionLine,
    ComplianceReading,
    LineState,
    Programme,
    ProgrammeStrategy,
    StateChange,
    TargetKind,
    compliance,
)
from imss_integrity.kernel import (
    Aggregation,
    ImssIntegrityError,
    InconsistentError,
    MissingDataError,
    Period,
    Score,
    Text,
    weakest,
)
from imss_integrity.organization import Unit, UnitKind
from imss_integrity.rollup import Tally
from imss_integrity.strategies import assessments, frameworks, questionnaires, responses, units

DAY = date(2025, 6, 15)


def outcome(work: Callable[[], Any]) -> Any:
    """Give what *work* gives, or the class of what it raises."""
    try:
        return work()
    except ImssIntegrityError as error:
        return type(error)


# Assessments.


@st.composite
def sheets(draw: st.DrawFn) -> tuple[Framework, list[Assessment]]:
    """Give a framework and assessments by it, complete or not."""
    framework = draw(frameworks())
    complete = draw(st.booleans())
    return framework, draw(st.lists(assessments(framework, complete=complete), max_size=5))


def percent_array(framework: Framework, sheets: Sequence[Assessment]) -> Any:
    """Give percents as bytes, one row for each assessment."""
    rows = [[NOT_RATED if p is None else p for p in sheet.percents] for sheet in sheets]
    return np.array(rows, dtype=np.uint8).reshape(len(rows), len(framework.subcriteria))


def percent_columns(framework: Framework, array: Any, dtype: Any) -> dict[str, Any]:
    """Give the same as a mapping of columns."""
    return {
        sub.code: array[:, place].astype(dtype) for place, sub in enumerate(framework.subcriteria)
    }


class TestAssessments:
    """`score_assessments` is `score` of each."""

    @given(sheets(), st.sampled_from(MissingPolicy), st.sampled_from(Aggregation))
    def test_each_score_is_that_of_the_object(
        self,
        case: tuple[Framework, list[Assessment]],
        missing: MissingPolicy,
        method: Aggregation,
    ) -> None:
        """Total and criteria, under every policy and method; one refusal refuses all."""
        framework, sheets = case
        array = percent_array(framework, sheets)

        def ours() -> Any:
            scores = score_assessments(framework, array, missing=missing, method=method)
            criteria = [scores.criterion_values(one.code) for one in framework.criteria]
            return list(scores.values()), [list(row) for row in zip(*criteria, strict=True)]

        def theirs() -> Any:
            found = [score(sheet, missing=missing, method=method) for sheet in sheets]
            return [one.value for one in found], [[p.value for p in one.parts] for one in found]

        assert outcome(theirs) == outcome(ours)

    @given(sheets(), st.sampled_from(Aggregation), st.sampled_from((np.uint8, np.int64)))
    def test_the_shape_of_the_input_changes_nothing(
        self, case: tuple[Framework, list[Assessment]], method: Aggregation, dtype: Any
    ) -> None:
        """Rows or columns first, bytes or wide integers, an array or a mapping."""
        framework, sheets = case
        array = percent_array(framework, sheets)
        expected = score_assessments(framework, array, missing="zero", method=method)
        for given_ in (np.asfortranarray(array), percent_columns(framework, array, dtype)):
            found = score_assessments(framework, given_, missing="zero", method=method)
            assert expected.values() == found.values()
            assert expected.unrated.tolist() == found.unrated.tolist()

    @given(sheets(), st.sampled_from(MissingPolicy))
    def test_the_status_is_the_weakest_of_the_scores(
        self, case: tuple[Framework, list[Assessment]], missing: MissingPolicy
    ) -> None:
        """A policy that had to fill in makes it own."""
        framework, sheets = case
        assume(sheets)
        array = percent_array(framework, sheets)
        try:
            found = [score(sheet, missing=missing) for sheet in sheets]
        except MissingDataError:
            return
        scores = score_assessments(framework, array, missing=missing)
        assert weakest([one.status for one in found]) is scores.status
        assert [len(one.missing) for one in found] == scores.unrated.tolist()

    @given(frameworks(), st.integers(1, 254), st.integers(0, 3), st.data())
    def test_a_percent_off_the_lattice_is_refused_where_it_stands(
        self, framework: Framework, percent: int, row: int, data: st.DataObject
    ) -> None:
        """All bytes but those of the lattice and 255, in any row and column."""
        sub = data.draw(st.sampled_from(framework.subcriteria))
        array = np.full((4, len(framework.subcriteria)), NOT_RATED, dtype=np.uint8)
        array[row, framework.positions[sub.code]] = percent
        is_sound = percent <= 100 and percent % framework.scale.step == 0
        if is_sound:
            assert len(score_assessments(framework, array, missing="zero")) == 4
            return
        with pytest.raises(ImssIntegrityError) as caught:
            score_assessments(framework, array, missing="zero")
        assert [(f"percents[{sub.code}][{row}]", "lattice")] == [
            (fault.path, fault.code) for fault in caught.value.faults
        ]


# Responses.

_ANSWERED = (QuestionType.YES_NO, QuestionType.BOOLEAN, QuestionType.CHOICE)
_WEIGHTS = st.sampled_from((Fraction(0), Fraction(1), Fraction(-3, 2), Fraction(300), Fraction(90)))


@st.composite
def flat_questionnaires(draw: st.DrawFn) -> Questionnaire:
    """Give definitions that can be scored in columns: single answers, conditions, groups."""
    made: list[Question] = []
    tops: list[Question] = []
    for number in range(draw(st.integers(1, 6))):
        question = draw(_flat(number, tuple(made)))
        made.append(question)
        if draw(st.integers(0, 3)) == 0:
            question = Question(
                code=f"G{number}",
                text=Text("grupo", "group"),
                type=QuestionType.GROUP,
                questions=(question,),
                **draw(_when(tuple(made[:-1]))),
            )
        tops.append(question)
    section = Section(code="S", title=Text("s"), questions=tuple(draw(st.permutations(tops))))
    return Questionnaire(code="plano", version="1", title=Text("plano"), sections=(section,))


@st.composite
def _flat(draw: st.DrawFn, number: int, made: tuple[Question, ...]) -> Question:
    kind = draw(st.sampled_from(_ANSWERED))
    options: tuple[Option, ...] = ()
    if kind is QuestionType.CHOICE:
        absent = draw(st.booleans())
        options = tuple(
            Option(code=code, name=Text(code), weight=None if absent else draw(_WEIGHTS))
            for code in "abcd"[: draw(st.integers(1, 4))]
        )
    return Question(
        code=f"Q{number}",
        text=Text("reactivo", "question"),
        type=kind,
        options=options,
        **draw(_when(made)),
    )


@st.composite
def _when(draw: st.DrawFn, made: tuple[Question, ...]) -> dict[str, Any]:
    sources = draw(st.lists(st.sampled_from(made), max_size=3)) if made else []
    conditions = tuple(draw(_condition(source)) for source in sources)
    return {
        "when": conditions,
        "match": draw(st.sampled_from(Match)) if len(conditions) > 1 else None,
    }


@st.composite
def _condition(draw: st.DrawFn, source: Question) -> Condition:
    is_ordered = bool(source.options) and all(o.weight is not None for o in source.options)
    unordered = [Operator.EXISTS, Operator.EQUAL, Operator.NOT_EQUAL]
    operator = draw(st.sampled_from(list(Operator) if is_ordered else unordered))
    if operator is Operator.EXISTS or source.type is QuestionType.BOOLEAN:
        return Condition(source.code, operator, draw(st.booleans()))
    codes = [option.code for option in source.options]
    return Condition(source.code, operator, draw(st.sampled_from(codes or list(YesNo))))


def answers_at(questionnaire: Questionnaire, given_: Sequence[Response]) -> dict[str, list[Any]]:
    """Give the answers of each question with a codebook, as columns."""
    places = questionnaire.layout.places
    return {
        code: [response.at(places[code], None) for response in given_]
        for code in answer_book(questionnaire)
    }


def as_bytes(questionnaire: Questionnaire, answers: Mapping[str, list[Any]]) -> dict[str, Any]:
    """Give the same as bytes of the codebook."""
    return {
        code: np.array(
            [
                NO_ANSWER if one is None or isinstance(one, Absence) else book.index(one)
                for one in answers[code]
            ],
            dtype=np.uint8,
        )
        for code, book in answer_book(questionnaire).items()
    }


def is_flat_where_it_counts(questionnaire: Questionnaire) -> bool:
    """Say whether all that reaches the score is a single answer outside groups that repeat."""
    layout = questionnaire.layout
    reaching: set[str] = set()
    more = {c for c, p in layout.places.items() if any(o.weight for o in p.question.options)}
    while more - reaching:
        reaching |= more
        sources = {one.question for c in reaching for one in layout.places[c].question.when}
        more = sources | {parent for c in reaching if (parent := layout.parents[c]) is not None}
    single = {*_ANSWERED, QuestionType.KINSHIP, QuestionType.GROUP}
    return all(
        place.frame is None and place.question.type in single and not place.question.repeats
        for place in map(layout.places.__getitem__, reaching)
    )


class TestResponses:
    """`score_responses` is the score of `evaluate` of each."""

    @given(flat_questionnaires(), st.data())
    def test_each_score_is_that_of_the_object(
        self, questionnaire: Questionnaire, data: st.DataObject
    ) -> None:
        """Conditions, groups, order by weight, negative weights, all absences."""
        found = data.draw(st.lists(responses(questionnaire), min_size=1, max_size=6))
        answers = answers_at(questionnaire, found)
        expected = tuple(evaluate(one, on=DAY).score for one in found)
        assert expected == score_responses(questionnaire, answers, on=DAY).values()
        coded = as_bytes(questionnaire, answers)
        assert expected == score_responses(questionnaire, coded, on=DAY).values()

    @given(questionnaires(), st.data())
    def test_whatever_is_taken_is_exact_and_the_rest_is_refused(
        self, questionnaire: Questionnaire, data: st.DataObject
    ) -> None:
        """Any definition at all: groups that repeat, days, texts, several answers."""
        found = data.draw(st.lists(responses(questionnaire), min_size=1, max_size=4))
        answers = answers_at(questionnaire, found)
        assume(answers)
        scores = outcome(lambda: score_responses(questionnaire, answers, on=DAY).values())
        assert is_flat_where_it_counts(questionnaire) == (scores is not InconsistentError)
        if scores is InconsistentError:
            return
        sure = [attrs.evolve(one, values=_without_days(one)) for one in found]
        assert tuple(evaluate(one, on=DAY).score for one in sure) == scores

    @given(flat_questionnaires(), st.data())
    def test_a_question_that_nobody_answered_needs_no_column(
        self, questionnaire: Questionnaire, data: st.DataObject
    ) -> None:
        """A column of nothing is no column."""
        found = data.draw(st.lists(responses(questionnaire), min_size=1, max_size=3))
        answers = answers_at(questionnaire, found)
        code = data.draw(st.sampled_from(list(answers)))
        assume(len(answers) > 1)
        emptied = answers | {code: [None] * len(found)}
        left = {key: column for key, column in answers.items() if key != code}
        assert (
            score_responses(questionnaire, emptied, on=DAY).values()
            == score_responses(questionnaire, left, on=DAY).values()
        )


def _without_days(response: Response) -> tuple[object, ...]:
    # A day out of a moving window would refuse the whole response, whatever its score.
    top = response.questionnaire.layout.top.places
    return tuple(
        None if place.question.type is QuestionType.DATE else value
        for place, value in zip(top, response.values, strict=True)
    )


# Programmes.


@st.composite
def line_rows(draw: st.DrawFn) -> list[tuple[int, int, int, int]]:
    """Give lines of a few programmes: programme, target, advance, weight."""
    count = draw(st.integers(1, 3))
    rows: list[tuple[int, int, int, int]] = []
    for place in [*range(count), *draw(st.lists(st.integers(0, count - 1), max_size=6))]:
        target = draw(st.integers(1, 7) | st.integers(1, 10**6))
        advance = draw(st.just(target) | st.integers(0, target + 3))
        rows.append((place, target, advance, draw(st.integers(1, 5) | st.integers(1, 10**9))))
    return draw(st.permutations(rows))


def programme_of(rows: Sequence[tuple[int, int, int, int]]) -> Programme:
    """Give a programme of these lines, whose targets can be passed."""
    lines = tuple(
        ActionLine(
            code=f"L{n}",
            strategy="E1",
            what=Text("Capacitar", "Train"),
            owner="uit",
            start=date(2026, 1, 1),
            due=date(2026, 12, 31),
            indicator=Text("personas", "people"),
            target=Fraction(target),
            target_kind=TargetKind.AT_LEAST,
            advance=Fraction(advance),
            weight=Fraction(weight),
            changes=_changes(advance, target),
        )
        for n, (_, target, advance, weight) in enumerate(rows)
    )
    strategy = ProgrammeStrategy(code="E1", name=Text("Prevenir", "Prevent"))
    return Programme(
        code="P",
        name=Text("Programa"),
        period=Period.year(2026),
        strategies=(strategy,),
        lines=lines,
    )


def _changes(advance: int, target: int) -> tuple[StateChange, ...]:
    if not advance:
        return ()
    state = LineState.MET if advance >= target else LineState.UNDER_WAY
    return (StateChange(state=state, on=date(2026, 2, 1)),)


class TestProgrammes:
    """`comply_programmes` is `compliance` of each."""

    @given(line_rows())
    def test_each_share_is_that_of_the_object(self, rows: list[tuple[int, int, int, int]]) -> None:
        """Both readings, whatever the weights and targets, in any order of the lines."""
        count = max(row[0] for row in rows) + 1
        place, target, advance, weight = zip(*rows, strict=True)
        shares = comply_programmes(
            [f"P{n}" for n in range(count)],
            programme=place,
            target=target,
            advance=advance,
            weight=weight,
            target_kind=TargetKind.AT_LEAST,
        )
        for n in range(count):
            programme = programme_of([row for row in rows if row[0] == n])
            for reading in ComplianceReading:
                result = compliance(programme, on=date(2026, 6, 30), reading=reading)
                assert result.score.share == shares.shares(reading)[n]


# Tallies.


@st.composite
def tallied(draw: st.DrawFn) -> tuple[Framework, list[tuple[Unit, Score | None]]]:
    """Give distinct units of a few parents, some with a score."""
    framework = draw(frameworks())
    found = {unit.code.lower(): unit for unit in draw(st.lists(units(), max_size=6))}
    pairs: list[tuple[Unit, Score | None]] = []
    for unit in found.values():
        sheet = draw(st.none() | assessments(framework))
        own = None if sheet is None else score(attrs.evolve(sheet, unit=unit.code), missing="zero")
        pairs.append((unit, own))
    return framework, pairs


class TestTallies:
    """`tally_columns` is the sum of the tallies of the units."""

    @given(tallied(), st.sampled_from(StageRule))
    def test_each_tally_is_the_sum_of_its_units(
        self, case: tuple[Framework, list[tuple[Unit, Score | None]]], rule: StageRule
    ) -> None:
        """Counts, sums, squares, ends, kinds and stages of every parent."""
        framework, pairs = case
        out_of = 100 * framework.total
        parents = sorted({unit.parent.code for unit, _ in pairs})
        kinds = [unit.kind.value for unit, _ in pairs]
        tallies = tally_columns(
            parents,
            parent=np.array([unit.parent.code for unit, _ in pairs], dtype=np.str_),
            kind=np.array(kinds, dtype=np.str_),
            total=[NO_SCORE if s is None else int(s.value * 100) for _, s in pairs] or no_rows(),
            out_of=out_of,
            rule=rule,
            scale=framework.scale,
        )
        for code in parents:
            own = [
                Tally.of(unit, one, rule=rule, scale=framework.scale)
                for unit, one in pairs
                if unit.parent.code == code
            ]
            assert Tally.sum(own) == tallies[code]
        assert list(tallies) == parents

    @given(
        st.lists(
            st.tuples(st.integers(0, 3), st.integers(0, len(UnitKind) - 1), st.integers(-1, 900)),
            max_size=12,
        ),
        st.randoms(use_true_random=False),
    )
    def test_any_division_and_order_gives_the_same(
        self, rows: list[tuple[int, int, int]], random: Any
    ) -> None:
        """Parts of shuffled columns add up to the tally of the whole."""

        def tally(part: Sequence[tuple[int, int, int]]) -> dict[str, Tally]:
            columns = np.array(part, dtype=np.int64).reshape(len(part), 3).T
            parent, kind, total = columns
            return tally_columns(list("ABCD"), parent=parent, kind=kind, total=total, out_of=900)

        whole = tally(rows)
        random.shuffle(rows)
        cut = random.randint(0, len(rows))
        left, right = tally(rows[:cut]), tally(rows[cut:])
        assert whole == {code: left[code] + right[code] for code in "ABCD"}


def no_rows() -> Any:
    """Give a column of whole numbers without rows."""
    return np.zeros(0, dtype=np.int64)


class TestCounts:
    """`roll_up_counts` is plain addition."""

    @given(
        st.lists(st.tuples(st.integers(0, 4), st.integers(0, 9) | st.integers(0, 2**48))),
        st.lists(st.integers(0, 2), min_size=5, max_size=5),
    )
    def test_the_three_sums_are_those_of_python(
        self, records: list[tuple[int, int]], parent_of: list[int]
    ) -> None:
        """By unit, by parent and in all; beyond what a double adds exactly, too."""
        unit = np.array([u for u, _ in records], dtype=np.int64)
        count = np.array([c for _, c in records], dtype=np.int64)
        sums = roll_up_counts(unit=unit, count=count, parent_of=parent_of, parents=3)
        by_unit = [sum(c for u, c in records if u == n) for n in range(5)]
        assert by_unit == sums.units.tolist()
        by_parent = [
            sum(s for s, p in zip(by_unit, parent_of, strict=True) if p == n) for n in range(3)
        ]
        assert by_parent == sums.parents.tolist()
        assert sum(by_unit) == sums.institute
