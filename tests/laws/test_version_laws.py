"""Laws of versions: how much a change matters, and what becomes of answers that stand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE, get_deadline
from imss_integrity.conflicts import (
    Absence,
    Answer,
    Band,
    ChangeKind,
    Condition,
    InterestRule,
    Level,
    Match,
    Migration,
    MonthsBack,
    Operator,
    Option,
    Question,
    Questionnaire,
    QuestionType,
    Response,
    Review,
    ScreeningPolicy,
    Section,
    Sensitivity,
    VersionChange,
    YesNo,
    compare_versions,
    evaluate,
    migrate_answers,
)
from imss_integrity.kernel import (
    InconsistentError,
    InvalidValueError,
    Language,
    NotInForceError,
    Period,
    Status,
    Text,
)
from imss_integrity.strategies import questionnaires, responses

DAY = date(2026, 5, 4)
IDENTICAL, WORDING, COMPATIBLE, BREAKING = ChangeKind
Edit = Callable[[Questionnaire], Questionnaire]


def question(code: str, kind: QuestionType = QuestionType.YES_NO, **fields: Any) -> Question:
    """Give a question."""
    return Question(code=code, text=Text(code), type=kind, **fields)


def questionnaire(*questions: Question, version: str = "1", **fields: Any) -> Questionnaire:
    """Give a questionnaire of one section."""
    part = Section(code="A", title=Text("A"), questions=questions)
    return Questionnaire(
        code="breve", version=version, title=Text("Breve"), sections=(part,), **fields
    )


def option(code: str, **fields: Any) -> Option:
    """Give an option."""
    return Option(code=code, name=Text(code), **fields)


def kind_of(old: Question, **changes: Any) -> ChangeKind:
    """Give how much it matters that one question changes, the first day standing beside it."""
    day = question("D0", QuestionType.DATE)
    new = attrs.evolve(old, **changes)
    found = compare_versions(questionnaire(day, old), questionnaire(day, new))
    assert {one.question for one in found.differences} <= {old.code}
    assert set(changes) == {one.aspect for one in found.differences}
    return found.kind


def compare(old: Questionnaire, new: Questionnaire) -> ChangeKind:
    """Give how much the change matters."""
    return compare_versions(old, new).kind


POLICY = ScreeningPolicy(
    interests=(InterestRule(question="Q1", category="c", base=3),),
    bands=(Band(level=Level.MINIMAL, low=Fraction(0), high=Fraction(100)),),
    reviews=(Review(level=Level.MINIMAL, months=6, when=Text("pronto")),),
)
CHOICE = question("C", QuestionType.CHOICE, options=(option("a"), option("b")))
NUMBER = question("N", QuestionType.INTEGER, least=0, most=9)
WHEN = question("W", QuestionType.DATE, least=MonthsBack(24), most=MonthsBack(0))
PLAIN = question("Q", when=(Condition("D0", Operator.EXISTS, True),))


class TestKinds:
    """Redacción < compatible < incompatible, por aspecto."""

    @pytest.mark.parametrize(
        ("expected", "old", "changes"),
        [
            (WORDING, PLAIN, {"text": Text("otro")}),
            (WORDING, PLAIN, {"rule": get_deadline("LGRA-33-I").rule}),
            (WORDING, PLAIN, {"status": Status.DERIVED}),
            (WORDING, CHOICE, {"options": (option("a"), Option(code="b", name=Text("otra")))}),
            (COMPATIBLE, CHOICE, {"options": (option("a"), option("b"), option("c"))}),
            (BREAKING, CHOICE, {"options": (option("a"), option("c"), option("b"))}),
            (BREAKING, CHOICE, {"options": (option("b"), option("a"))}),
            (BREAKING, CHOICE, {"options": (option("a"),)}),
            (BREAKING, CHOICE, {"options": (option("a"), option("b", weight=Fraction(0)))}),
            (BREAKING, CHOICE, {"options": (option("a"), option("b", exclusive=True))}),
            (BREAKING, PLAIN, {"type": QuestionType.BOOLEAN}),
            (BREAKING, PLAIN, {"required": True}),
            (BREAKING, attrs.evolve(PLAIN, required=True), {"required": False}),
            (BREAKING, PLAIN, {"repeats": True}),
            (BREAKING, PLAIN, {"when": ()}),
            (BREAKING, PLAIN, {"when": PLAIN.when * 2, "match": Match.ALL}),
            (COMPATIBLE, NUMBER, {"max_answers": 1000, "least": -1, "most": 10}),
            (BREAKING, NUMBER, {"least": 1}),
            (BREAKING, NUMBER, {"most": 8}),
            (COMPATIBLE, NUMBER, {"least": None}),
            (COMPATIBLE, NUMBER, {"most": None}),
            (BREAKING, attrs.evolve(NUMBER, most=None), {"most": 9}),
            (COMPATIBLE, WHEN, {"least": MonthsBack(25)}),
            (BREAKING, WHEN, {"least": MonthsBack(23)}),
            (BREAKING, WHEN, {"most": MonthsBack(1)}),
            (COMPATIBLE, attrs.evolve(WHEN, most=MonthsBack(1)), {"most": MonthsBack(0)}),
            (BREAKING, WHEN, {"least": date(1999, 1, 1)}),
            (BREAKING, WHEN, {"not_before": "D0"}),
            (COMPATIBLE, attrs.evolve(WHEN, not_before="D0"), {"not_before": None}),
            (COMPATIBLE, PLAIN, {"sensitivity": Sensitivity.SENSITIVE}),
            (BREAKING, PLAIN, {"sensitivity": Sensitivity.PUBLIC}),
        ],
    )
    def test_one_aspect_of_a_question(
        self, expected: ChangeKind, old: Question, changes: dict[str, Any]
    ) -> None:
        """Exactly the aspects that differ are named, and the worst decides."""
        if changes.get("max_answers") == 1000:
            old = attrs.evolve(old, max_answers=999)

        assert expected is kind_of(old, **changes)

    @pytest.mark.parametrize(("most", "kind"), [(5, COMPATIBLE), (3, BREAKING)])
    def test_how_many_answers(self, most: int, kind: ChangeKind) -> None:
        """More may be given without harm, fewer may not."""
        assert kind is kind_of(question("R", repeats=True, max_answers=4), max_answers=most)

    def test_questions_that_come_and_go(self) -> None:
        """Optional ones may come, required ones and those that go break."""
        one, two = question("Q1"), question("Q2")

        assert COMPATIBLE is compare(questionnaire(one), questionnaire(one, two))
        assert BREAKING is compare(questionnaire(one, two), questionnaire(one))
        required = attrs.evolve(two, required=True)
        assert BREAKING is compare(questionnaire(one), questionnaire(one, required))

    def test_moving(self) -> None:
        """To another group it breaks; order and section are only read."""
        one, two = question("Q1"), question("Q2")
        group = question("G", QuestionType.GROUP, questions=(two,))
        inside = question("G", QuestionType.GROUP, questions=(one, two))
        moved = compare_versions(questionnaire(one, group), questionnaire(inside))
        apart = attrs.evolve(
            questionnaire(one),
            sections=tuple(
                Section(code=code, title=Text(code), questions=(q,))
                for code, q in (("A", one), ("B", two))
            ),
        )

        assert [("Q1", "group", BREAKING)] == [
            (diff.question, diff.aspect, diff.kind)
            for diff in moved.differences
            if diff.question is not None
        ]
        assert BREAKING is moved.kind
        swapped = compare_versions(questionnaire(one, two), questionnaire(two, one))
        assert [("order", WORDING)] == [(diff.aspect, diff.kind) for diff in swapped.differences]
        cut = compare_versions(questionnaire(one, two), apart)
        assert [("sections", WORDING)] == [(diff.aspect, diff.kind) for diff in cut.differences]

    def test_a_question_of_another_section(self) -> None:
        """With the same sections, it still is a difference."""
        parts = [("A", ("Q1", "Q2"), ("Q3",)), ("B", ("Q1",), ("Q2", "Q3"))]
        one, other = (
            attrs.evolve(
                questionnaire(question("Q1")),
                sections=tuple(
                    Section(
                        code=code,
                        title=Text(code),
                        questions=tuple(question(name) for name in names),
                    )
                    for code, names in zip("AB", codes, strict=True)
                ),
            )
            for _, *codes in parts
        )
        assert WORDING is compare(one, other)

    @pytest.mark.parametrize(
        ("expected", "changes"),
        [
            (WORDING, {"title": Text("Otro")}),
            (WORDING, {"period": Period(start=DAY, end=DAY)}),
            (WORDING, {"status": Status.DERIVED}),
            (WORDING, {"sources": (get_deadline("LGRA-33-I").rule.source,)}),
            (BREAKING, {"policy": None}),
            (BREAKING, {"policy": attrs.evolve(POLICY, most_steps=2)}),
            (BREAKING, {"policy": attrs.evolve(POLICY, interests=())}),
            (WORDING, {"policy": attrs.evolve(POLICY, status=Status.DERIVED)}),
            (
                WORDING,
                {
                    "policy": attrs.evolve(
                        POLICY,
                        reviews=(attrs.evolve(POLICY.reviews[0], when=Text("luego")),),
                    )
                },
            ),
        ],
    )
    def test_the_questionnaire_as_a_whole(
        self, expected: ChangeKind, changes: dict[str, Any]
    ) -> None:
        """What people read, and how it counts."""
        old = questionnaire(question("Q1"), policy=POLICY)
        found = compare_versions(old, attrs.evolve(old, **changes))

        assert [(None, *changes)] == [(one.question, one.aspect) for one in found.differences]
        assert expected is found.kind

    def test_the_kinds_are_ordered(self) -> None:
        """From identical to breaking."""
        assert [0, 1, 2, 3] == [kind.rank for kind in ChangeKind]


def changed(code: str, **fields: Any) -> Edit:
    """Give the edit that changes the top question of that code, where it stands."""

    def edit(one: Questionnaire) -> Questionnaire:
        part = one.sections[0]
        questions = tuple(
            attrs.evolve(q, **fields) if q.code == code else q for q in part.questions
        )
        return attrs.evolve(one, sections=(attrs.evolve(part, questions=questions),))

    return edit


def with_questions(make: Callable[[tuple[Question, ...]], tuple[Question, ...]]) -> Edit:
    """Give the edit that changes the list of questions."""

    def edit(one: Questionnaire) -> Questionnaire:
        part = one.sections[0]
        whole = attrs.evolve(part, questions=make(part.questions))
        return attrs.evolve(one, sections=(whole,))

    return edit


BASE = questionnaire(question("Q1"), CHOICE, NUMBER, question("Q2", required=True), policy=POLICY)
OPTIONS = [tuple(option(code) for code in codes) for codes in ("ab", "abc", "abcd", "ba", "a")]
EDITS: list[Edit] = [
    changed("Q1", text=Text("otro")),
    changed("Q1", required=True),
    changed("Q1", required=False),
    changed("Q1", sensitivity=Sensitivity.SENSITIVE),
    changed("Q1", sensitivity=Sensitivity.PUBLIC),
    changed("N", least=None),
    changed("N", least=-5),
    changed("N", least=3),
    changed("N", most=None),
    *(changed("C", options=options) for options in OPTIONS),
    with_questions(lambda own: tuple(sorted(own, key=lambda one: one.code))),
    with_questions(lambda own: tuple(one for one in own if one.code != "Q2")),
    with_questions(lambda own: (*(q for q in own if q.code != "X"), question("X"))),
    with_questions(
        lambda own: (*(q for q in own if q.code != "Q2"), question("Q2", required=True))
    ),
    lambda one: attrs.evolve(one, title=Text("Otro")),
    lambda one: attrs.evolve(one, policy=POLICY),
    lambda one: attrs.evolve(one, policy=attrs.evolve(POLICY, most_steps=2)),
    lambda one: attrs.evolve(one, policy=attrs.evolve(POLICY, status=Status.DERIVED)),
]


@st.composite
def versions(draw: st.DrawFn) -> Questionnaire:
    """Give versions of one questionnaire: any edits, one after the other."""
    one = BASE
    for edit in draw(st.lists(st.sampled_from(EDITS), max_size=5)):
        one = edit(one)
    return one


def same_but_for_the_name(old: Questionnaire, new: Questionnaire) -> bool:
    """Say so by their digests, which know nothing of kinds."""
    return old.digest == attrs.evolve(new, version=old.version).digest


class TestAlgebra:
    """Las clases de cambio se componen."""

    @given(one=versions(), name=st.sampled_from(["1", "2"]))
    def test_reflexive(self, one: Questionnaire, name: str) -> None:
        """The name of the version alone is no difference."""
        assert IDENTICAL is compare(one, attrs.evolve(one, version=name))

    @given(old=versions(), new=versions())
    def test_identical_means_that_only_the_name_differs(
        self, old: Questionnaire, new: Questionnaire
    ) -> None:
        """Nothing that the digest sees goes unseen, in both directions."""
        same = same_but_for_the_name(old, new)

        assert same is (compare(old, new) is IDENTICAL)
        assert same is (compare(new, old) is IDENTICAL)

    @given(st.data())
    def test_no_change_of_any_questionnaire_goes_unseen(self, data: st.DataObject) -> None:
        """Generated definitions, of any shape."""
        old, new = data.draw(questionnaires()), data.draw(questionnaires())
        assert same_but_for_the_name(old, new) is (compare(old, new) is IDENTICAL)
        assert IDENTICAL is compare(old, old)

    @given(old=versions(), new=versions())
    def test_what_is_compatible_breaks_on_the_way_back(
        self, old: Questionnaire, new: Questionnaire
    ) -> None:
        """Wording is wording both ways; what was added would be removed."""
        there, back = compare(old, new), compare(new, old)

        assert (there is WORDING) is (back is WORDING)
        if there is COMPATIBLE:
            assert BREAKING is back

    @given(one=versions(), two=versions(), three=versions())
    def test_two_steps_matter_no_more_than_the_worse_of_them(
        self, one: Questionnaire, two: Questionnaire, three: Questionnaire
    ) -> None:
        """They may matter less: what a step breaks, the next may mend."""
        steps = compare(one, two), compare(two, three)

        assert compare(one, three).rank <= max(step.rank for step in steps)

    @given(one=versions(), two=versions(), data=st.data())
    def test_a_step_of_wording_is_neutral(
        self, one: Questionnaire, two: Questionnaire, data: st.DataObject
    ) -> None:
        """Before or behind another step it changes nothing above wording."""
        read = data.draw(
            st.sampled_from(
                [edit for edit in EDITS if compare(one, edit(one)).rank <= WORDING.rank]
            )
        )(one)
        there, other = compare(one, two), compare(read, two)

        assert max(there.rank, WORDING.rank) == max(other.rank, WORDING.rank)
        back, other = compare(two, one), compare(two, read)
        assert max(back.rank, WORDING.rank) == max(other.rank, WORDING.rank)

    def test_another_questionnaire_is_no_version(self) -> None:
        """It is refused, and so is what is none."""
        with pytest.raises(InconsistentError, match="must be a version of 'breve': got 'otro'"):
            compare_versions(BASE, attrs.evolve(BASE, code="otro"))
        for pair in ((BASE, 1), (None, BASE)):
            with pytest.raises(InvalidValueError):
                compare_versions(*pair)


class TestShown:
    """Cada diferencia con su reactivo, su aspecto y su clase."""

    def test_both_languages_and_rows(self) -> None:
        """The worst in the title."""
        new = attrs.evolve(changed("C", options=OPTIONS[1])(BASE), title=Text("X"), version="2")
        found: VersionChange = compare_versions(BASE, new)

        assert "breve, de 1 a 2: compatible" in found.describe()
        assert "wording only" in found.describe(Language.EN)
        assert [
            {"question": None, "aspect": "title", "kind": "redaccion"},
            {"question": "C", "aspect": "options", "kind": "compatible"},
        ] == found.to_records()
        assert (Status.OWN, ()) == (found.status, found.sources)

    def test_differences_come_in_the_order_of_the_document(self) -> None:
        """Those that were added last."""
        new = changed("N", most=None)(changed("Q1", required=True)(BASE))
        added = with_questions(lambda own: (question("X"), *own))(new)
        found = compare_versions(BASE, added)

        assert ["Q1", "N", "X"] == [one.question for one in found.differences if one.question]


def answered(response: Response) -> list[str]:
    """Give the paths of all that is entered or stated, naively."""
    layout = response.questionnaire.layout
    paths = []
    for one in response.answers():
        if one.values or one.absence:
            frame = layout.places[one.question].frame
            group = "" if frame is None else f"{layout.top.places[frame].question.code}[{one.row}]."
            paths.append(group + one.question)
    return paths


def migrated(response: Response, new: Questionnaire, **crosswalk: str) -> Migration:
    """Migrate on the day of the tests."""
    return migrate_answers(response, new, on=DAY, crosswalk=crosswalk or None)


class TestMigration:
    """Nada desaparece sin quedar en la lista; lo conservado vale en la versión nueva."""

    @given(st.data())
    def test_nothing_vanishes_unlisted(self, data: st.DataObject) -> None:
        """Between any two definitions: each old path once, and each gap asked."""
        old, new = data.draw(questionnaires()), data.draw(questionnaires())
        response = data.draw(responses(old))
        found = migrated(response, new)

        assert sorted(answered(response)) == sorted((*found.kept, *found.dropped))
        assert new.identity == found.response.questionnaire.identity
        assert len(found.kept) == len(answered(found.response))
        assert set(evaluate(found.response, on=DAY).missing) <= set(found.ask_again)
        assert len(set(found.ask_again)) == len(found.ask_again)
        assert old.version == found.old

    @given(st.data())
    def test_to_the_same_definition_everything_is_kept(self, data: st.DataObject) -> None:
        """And what is required is still missing."""
        old = data.draw(questionnaires())
        response = data.draw(responses(old))
        found = migrated(response, attrs.evolve(old, version="2"))

        assert response.values == found.response.values
        assert answered(response) == list(found.kept)
        assert () == found.dropped
        assert evaluate(response, on=DAY).missing == found.ask_again

    @given(old=versions(), new=versions(), data=st.data())
    def test_a_compatible_change_drops_nothing(
        self, old: Questionnaire, new: Questionnaire, data: st.DataObject
    ) -> None:
        """That is what compatible means."""
        assume(compare(old, new).rank <= COMPATIBLE.rank)
        found = migrated(data.draw(responses(old)), new)

        assert () == found.dropped

    @given(st.data())
    def test_a_renaming_and_back_is_no_change(self, data: st.DataObject) -> None:
        """Along a crosswalk and along its inverse."""
        old = data.draw(questionnaires())
        response = data.draw(responses(old))
        names = {one.code: f"N.{one.code}" for one in old.questions}
        new = attrs.evolve(
            old,
            sections=tuple(
                attrs.evolve(part, questions=tuple(renamed(q, names) for q in part.questions))
                for part in old.sections
            ),
        )
        there = migrated(response, new, **names)
        back = migrated(there.response, old, **{new: old for old, new in names.items()})

        assert () == there.dropped == back.dropped
        assert response.values == there.response.values == back.response.values

    def test_a_name_that_is_taken_over_leaves_its_own_answer_behind(self) -> None:
        """Two old codes never lead to one new answer."""
        old = questionnaire(question("Q1"), question("Q2"))
        response = Response.from_answers(old, {"Q1": "si", "Q2": "no"})
        found = migrated(response, questionnaire(question("Q2")), Q1="Q2")

        assert (("Q1",), ("Q2",), ()) == (found.kept, found.dropped, found.ask_again)
        assert (YesNo.YES,) == found.response.answer("Q2").values

    def test_two_names_can_be_exchanged(self) -> None:
        """A crosswalk is read at once, not one step after the other."""
        old = questionnaire(question("Q1"), question("Q2"))
        response = Response.from_answers(old, {"Q1": "si", "Q2": "no"})
        found = migrated(response, old, Q1="Q2", Q2="Q1")

        assert ((YesNo.NO,), (YesNo.YES,)) == (
            found.response.answer("Q1").values,
            found.response.answer("Q2").values,
        )

    @pytest.mark.parametrize(
        ("old", "new", "answer"),
        [
            (question("N", QuestionType.INTEGER), question("N", QuestionType.INTEGER, most=3), 4),
            (CHOICE, attrs.evolve(CHOICE, options=(option("a"), option("c"))), "b"),
            (question("Q", repeats=True), question("Q"), ["si"]),
            (question("Q"), question("Q", repeats=True), "si"),
            (question("Q", QuestionType.TEXT), question("Q", QuestionType.DATE), "2026-01-01"),
            (
                question("D", QuestionType.DATE),
                question("D", QuestionType.DATE, least=MonthsBack(12)),
                date(2025, 5, 3),
            ),
            (
                attrs.evolve(CHOICE, repeats=True, options=(option("a"), option("b"))),
                attrs.evolve(CHOICE, repeats=True, options=(option("a"), option("c"))),
                ["a", "b"],
            ),
        ],
    )
    def test_what_is_no_longer_allowed_is_dropped_and_asked_again(
        self, old: Question, new: Question, answer: Any
    ) -> None:
        """Out of bounds, not offered, of another type, once instead of several times."""
        response = Response.from_answers(questionnaire(old), {old.code: answer})
        found = migrated(response, questionnaire(new))

        assert ((), (old.code,), (old.code,)) == (found.kept, found.dropped, found.ask_again)
        assert [] == answered(found.response)

    def test_an_answer_on_the_bound_is_kept(self) -> None:
        """The day exactly at the start of its window."""
        old, new = (
            questionnaire(question("D", QuestionType.DATE, least=least))
            for least in (None, MonthsBack(12))
        )
        response = Response.from_answers(old, {"D": date(2025, 5, 4)})

        assert ("D",) == migrated(response, new).kept
        late = migrate_answers(response, new, on=DAY + timedelta(days=1))
        assert ("D",) == late.dropped

    def test_a_day_that_precedes_another_is_dropped_alone(self) -> None:
        """The order is judged anew once the other is gone."""
        first, last = (question(code, QuestionType.DATE) for code in ("D1", "D2"))
        old = questionnaire(first, last)
        response = Response.from_answers(old, {"D1": date(2026, 1, 2), "D2": date(2026, 1, 1)})
        new = questionnaire(first, attrs.evolve(last, not_before="D1"))
        both = questionnaire(
            attrs.evolve(first, most=date(2025, 1, 1)), attrs.evolve(last, not_before="D1")
        )

        assert ("D2",) == migrated(response, new).dropped
        # Where the other day falls by itself, the order is no longer broken.
        assert ("D1",) == migrated(response, both).dropped

    def test_instances_beyond_the_new_limit_are_dropped(self) -> None:
        """They cannot be asked again; those within it stay in place."""
        inside = (question("G.q", QuestionType.INTEGER),)
        group = question("G", QuestionType.GROUP, repeats=True, max_answers=3, questions=inside)
        rows = {"G": [{"G.q": 1}, {}, {"G.q": 3}]}
        response = Response.from_answers(questionnaire(group), rows)
        found = migrated(response, questionnaire(attrs.evolve(group, max_answers=2)))

        assert (("G[0].G.q",), ("G[2].G.q",), ()) == (found.kept, found.dropped, found.ask_again)
        assert 2 == len(found.response.rows(0))

    def test_in_and_out_of_a_group_that_repeats_nothing_is_carried(self) -> None:
        """Nobody knows which instance an answer would belong to."""
        one = question("Q1", QuestionType.INTEGER)
        single = questionnaire(one)
        group = question("G", QuestionType.GROUP, repeats=True, questions=(one,))
        rows = Response.from_answers(questionnaire(group), {"G": [{"Q1": 1}, {"Q1": 2}]})
        out = migrated(rows, single)
        into = migrated(Response.from_answers(single, {"Q1": 1}), questionnaire(group))

        assert (("G[0].Q1", "G[1].Q1"), ("Q1",)) == (out.dropped, out.ask_again)
        assert (("Q1",), ("Q1",)) == (into.dropped, into.ask_again)
        renamed_group = attrs.evolve(group, code="H")
        assert ("G[0].Q1", "G[1].Q1") == migrated(rows, questionnaire(renamed_group), G="H").kept
        assert () == migrated(rows, questionnaire(renamed_group)).kept

    def test_a_group_that_is_renamed_to_a_question_brings_no_instances(self) -> None:
        """Wherever that question stands."""
        one = question("Q1", QuestionType.INTEGER)
        old = question("G", QuestionType.GROUP, repeats=True, questions=(one,))
        new = question("H", QuestionType.GROUP, repeats=True, questions=(question("Q2"),))
        rows = Response.from_answers(questionnaire(old), {"G": [{"Q1": 1}, {}]})
        found = migrated(rows, questionnaire(new), G="Q2")

        assert (("G[0].Q1",), ()) == (found.dropped, found.response.rows(0))

    def test_a_group_that_no_longer_repeats_keeps_no_instance(self) -> None:
        """Nor does one that does now."""
        one = question("Q1", QuestionType.INTEGER)
        many = question("G", QuestionType.GROUP, repeats=True, questions=(one,))
        once = attrs.evolve(many, repeats=False)
        rows = Response.from_answers(questionnaire(many), {"G": [{"Q1": 1}]})
        plain = Response.from_answers(questionnaire(once), {"Q1": 1})

        assert ("G[0].Q1",) == migrated(rows, questionnaire(once)).dropped
        assert ("Q1",) == migrated(plain, questionnaire(many)).dropped

    def test_absences_and_hidden_answers_are_carried(self) -> None:
        """What is entered under a disabled question may come back."""
        hidden = question("Q2", when=(Condition("Q1", Operator.EQUAL, YesNo.YES),))
        old = questionnaire(question("Q1"), hidden, question("Q3"))
        answers = {"Q1": "no", "Q2": "si", "Q3": Absence.DECLINED}
        found = migrated(Response.from_answers(old, answers), attrs.evolve(old, version="2"))

        assert ("Q1", "Q2", "Q3") == found.kept
        assert Absence.DECLINED is found.response.answer("Q3").absence

    def test_a_required_question_that_was_added_is_asked(self) -> None:
        """Where it is enabled; a disabled one is never missing."""
        old = questionnaire(question("Q1"))
        off = question("Q3", required=True, when=(Condition("Q1", Operator.EQUAL, YesNo.YES),))
        new = questionnaire(question("Q1"), question("Q2", required=True), off)

        for answer, expected in (("no", ("Q2",)), ("si", ("Q2", "Q3"))):
            response = Response.from_answers(old, {"Q1": answer})
            assert expected == migrated(response, new).ask_again

    def test_the_canonical_questionnaire(self) -> None:
        """A new version of the whole bank, with every answer of it."""
        answers = {"EMP1": "si", "FAM1": "no", "OTH1": Absence.UNKNOWN}
        response = Response.from_answers(CONFLICT_QUESTIONNAIRE, answers)
        found = migrated(response, attrs.evolve(CONFLICT_QUESTIONNAIRE, version="2027.1"))

        assert ("FAM1", "EMP1", "OTH1") == found.kept
        assert isinstance(found.response.answer("EMP1"), Answer)


def renamed(one: Question, names: dict[str, str]) -> Question:
    """Give a question with all codes renamed, those it refers to among them."""
    return attrs.evolve(
        one,
        code=names[one.code],
        not_before=one.not_before and names[one.not_before],
        when=tuple(attrs.evolve(c, question=names[c.question]) for c in one.when),
        questions=tuple(renamed(below, names) for below in one.questions),
    )


class TestMigrationRefusals:
    """Otro cuestionario, un día fuera de su vigencia o claves que no existen se rechazan."""

    response = Response.from_answers(BASE, {})

    def test_crosswalks_that_lead_nowhere_or_together(self) -> None:
        """Every fault at once, and no key shown."""
        crosswalk = {"Persona": "Q1", "Q1": "X9", "Q2": "C", "C": "C"}
        with pytest.raises(InvalidValueError) as caught:
            migrate_answers(self.response, BASE, on=DAY, crosswalk=crosswalk)
        assert [("crosswalk[#0]", "unknown"), ("crosswalk[#1]", "unknown"),
                ("crosswalk[#3]", "duplicate")] == [
            (fault.path, fault.code) for fault in caught.value.faults
        ]  # fmt: skip
        assert "Persona" not in str(caught.value) + str(caught.value.text.es)

    @pytest.mark.parametrize("wrong", [[("Q1", "C")], {"Q1": []}, {1: "Q1"}, "Q1"])
    def test_what_is_no_crosswalk(self, wrong: Any) -> None:
        """By the library's own error."""
        with pytest.raises(InvalidValueError):
            migrate_answers(self.response, BASE, on=DAY, crosswalk=wrong)

    def test_other_questionnaires_kinds_and_days(self) -> None:
        """Each by its own error."""
        with pytest.raises(InconsistentError):
            migrated(self.response, attrs.evolve(BASE, code="otro"))
        with pytest.raises(NotInForceError):
            migrated(self.response, attrs.evolve(BASE, period=Period.year(2020)))
        for wrong in ({"response": 1}, {"new": None}, {"on": "x"}):
            arguments: dict[str, Any] = {"response": self.response, "new": BASE, "on": DAY, **wrong}
            with pytest.raises(InvalidValueError):
                migrate_answers(arguments["response"], arguments["new"], on=arguments["on"])


class TestMigrationShown:
    """La migración nombra reactivos, nunca respuestas."""

    def test_no_answer_shows(self) -> None:
        """In no form and no language."""
        text = question("T", QuestionType.TEXT)
        money = question("M", QuestionType.MONEY, most=Decimal(5))
        answers = {"T": "Persona Inventada", "M": "123456"}
        old = questionnaire(text, attrs.evolve(money, most=None))
        new = questionnaire(text, money, question("Q", required=True), version="2")
        found = migrated(Response.from_answers(old, answers), new)

        assert "breve, de 1 a 2: 1 respuestas conservadas" in found.describe()
        assert "To be asked again: M, Q" in found.describe(Language.EN)
        assert [
            {"state": "kept", "path": "T"},
            {"state": "dropped", "path": "M"},
            {"state": "ask_again", "path": "M"},
            {"state": "ask_again", "path": "Q"},
        ] == found.to_records()
        for shown in (repr(found), found.describe(), found._repr_html_()):
            assert "Persona" not in shown
            assert "123456" not in shown
