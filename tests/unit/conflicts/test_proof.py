"""The proof of questionnaires: limits, chains, witnesses, what is shown and what is refused."""

from __future__ import annotations

import copy
from datetime import date, timedelta
from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE
from imss_integrity.conflicts import (
    Band,
    Condition,
    CoreMember,
    Defect,
    DefectKind,
    InterestRule,
    Kinship,
    Level,
    Link,
    Match,
    MonthsBack,
    Operator,
    Option,
    Proof,
    Proximity,
    Question,
    Questionnaire,
    QuestionType,
    Role,
    ScreeningPolicy,
    Section,
    YesNo,
    evaluate,
    prove,
    screen,
)
from imss_integrity.conflicts.cores import minimal_core
from imss_integrity.conflicts.domains import Domain
from imss_integrity.conflicts.proof_days import representative_days
from imss_integrity.kernel import (
    ImssIntegrityError,
    Language,
    Period,
    Status,
    Text,
    add_months,
    earliest_within,
)

ALL, ANY = Match.ALL, Match.ANY
CHOICE, DATE, INTEGER = QuestionType.CHOICE, QuestionType.DATE, QuestionType.INTEGER
DECIMAL, GROUP, YES_NO = QuestionType.DECIMAL, QuestionType.GROUP, QuestionType.YES_NO
ON = date(2026, 5, 4)


def ask(code: str, kind: QuestionType = YES_NO, *when: Condition, **fields: Any) -> Question:
    """Give a question."""
    return Question(code=code, text=Text(code), type=kind, when=when, **fields)


def there(code: str, *, is_: bool = True) -> Condition:
    """Give the condition that there is an answer, or none."""
    return Condition(code, Operator.EXISTS, is_)


def made(*questions: Question, **fields: Any) -> Questionnaire:
    """Give the questionnaire of some questions."""
    section = Section(code="A", title=Text("A"), questions=questions)
    return Questionnaire(code="t", version="1", title=Text("T"), sections=(section,), **fields)


def yes(code: str) -> Condition:
    """Give the condition that the answer is yes."""
    return Condition(code, Operator.EQUAL, YesNo.YES)


def no(code: str) -> Condition:
    """Give the condition that the answer is no."""
    return Condition(code, Operator.EQUAL, YesNo.NO)


def chain(length: int, *first: Condition) -> list[Question]:
    """Give questions each of which is asked after a yes to the one before."""
    head = ask("q0", YES_NO, *first, match=ALL)
    return [head, *(ask(f"q{n}", YES_NO, yes(f"q{n - 1}")) for n in range(1, length))]


def crowded(pigeons: int) -> list[Question]:
    """Give a question *x* that asks for each pigeon in a hole of its own, with a hole too few."""
    holes = tuple(Option(code=f"h{n}", name=Text("h")) for n in range(pigeons - 1))
    asked = [ask(f"p{n}", CHOICE, options=holes) for n in range(pigeons)]
    apart = [
        ask(
            f"{one.code}.{other.code}.{hole.code}",
            YES_NO,
            *(Condition(who.code, Operator.NOT_EQUAL, hole.code) for who in (one, other)),
            match=ANY,
        )
        for one, other in combinations(asked, 2)
        for hole in holes
    ]
    when = (there(one.code) for one in (*asked, *apart))
    return [*asked, *apart, ask("x", YES_NO, *when, match=ALL)]


class TestTheLimit:
    """What the steps do not suffice for is undecided, never silent."""

    def test_nothing_is_silent(self) -> None:
        """Whatever the limit, the contradiction is found or listed, and nothing false is said."""
        definition = made(*chain(5), ask("x", YES_NO, yes("q4"), no("q0"), match=ALL))
        sound = prove(definition)
        for limit in range(1, sound.steps):
            proof = prove(definition, limit=limit)
            assert proof.steps <= limit
            assert set(proof.never_shown) <= set(sound.never_shown)
            assert set(proof.always_shown) <= set(sound.always_shown)
            told = {defect.subject for defect in (*proof.defects, *proof.undecided)}
            assert "x" in told
            assert all(one.kind is DefectKind.UNDECIDED for one in proof.undecided)
            assert not proof.is_sound

    def test_the_reason_may_be_what_is_undecided(self) -> None:
        """That it is never shown is proved before its core is the smallest."""
        definition = made(*chain(20), ask("x", YES_NO, yes("q19"), no("q0"), match=ALL))
        proofs = [prove(definition, limit=limit) for limit in (400, 4000)]
        assert [proof.never_shown for proof in proofs] == [("x",), ("x",)]
        assert [len(proof.undecided) for proof in proofs] == [1, 0]
        assert proofs[0].undecided[0].asked is DefectKind.NEVER_SHOWN
        assert len(proofs[1].defects[0].core) == 21

    def test_one_hard_question_does_not_silence_the_others(self) -> None:
        """One finding may take half of the steps that are left."""
        later = [ask("a"), ask("b", YES_NO, yes("a"), no("a"), match=ALL)]
        definition = made(*crowded(5), *later)
        proof = prove(definition, limit=5000)
        assert [one.subject for one in proof.undecided] == ["x"]
        assert proof.never_shown == ("b",)
        assert "x" in prove(made(*crowded(4))).never_shown

    def test_a_level_may_be_undecided(self) -> None:
        """Rules that exclude each other in pairs leave very many ways to give in."""
        asked = [ask(f"v{n}", YES_NO, *([no(f"v{n - 1}")] if n % 2 else [])) for n in range(40)]
        rules = [
            InterestRule(question=one.code, category="c", base=1 + n % 5, link=Link.SAME_UNIT)
            for n, one in enumerate(asked)
        ]
        bands = (band(Level.LOW, 0, 99), band(Level.HIGH, 99, 100))
        policy = ScreeningPolicy(interests=tuple(rules), bands=bands)
        (defect,) = prove(made(*asked, policy=policy), limit=3000).undecided
        assert (defect.subject, defect.asked) == ("alto", DefectKind.LEVEL_BEYOND_REACH)

    def test_chains_are_no_recursion(self) -> None:
        """A thousand conditions in a row are told one after the other."""
        assert prove(made(*chain(1000))).is_sound

    def test_what_is_dead_is_dead_down_a_long_chain(self) -> None:
        """Each one inherits the core of the one before, and adds its own condition."""
        definition = made(ask("a"), *chain(300, yes("a"), no("a")))
        proof = prove(definition)
        assert len(proof.never_shown) == 300
        assert proof.steps < 3000  # nobody walks up the chain again
        assert [len(one.core) for one in proof.defects] == list(range(2, 302))

    def test_guesses_are_taken_back(self) -> None:
        """Of the first three conditions one is enough; only the last ones do together."""
        asked = [ask(code) for code in "abcd"]
        either = ask("e", YES_NO, yes("a"), yes("b"), match=ANY)
        other = ask("f", YES_NO, yes("c"), yes("d"), match=ANY)
        both = ask("g", YES_NO, no("a"), no("c"), match=ANY)
        target = ask("x", YES_NO, yes("e"), yes("f"), yes("g"), no("d"), match=ALL)
        assert prove(made(*asked, either, other, both, target)).is_sound
        against = ask("y", YES_NO, yes("e"), yes("f"), no("a"), no("b"), match=ALL)
        assert prove(made(*asked, either, other, both, target, against)).never_shown == ("y",)


def band(level: Level, low: int, high: int) -> Band:
    """Give a band."""
    return Band(level=level, low=Fraction(low), high=Fraction(high))


class TestDecimals:
    """Decimals have a smallest step of nine places, and at most 28 digits."""

    @pytest.mark.parametrize(
        ("low", "high", "is_shown"),
        [
            ("1", "1.000000001", False),
            ("1", "1.000000002", True),
            ("-1.000000001", "-1", False),
            ("-1.000000002", "-1", True),
            ("-1", "1", True),
            ("9999999999999999999.999999999", "10000000000000000000", False),
            ("10000000000000000000", "10000000000000000000.00000001", False),
            ("10000000000000000000", "10000000000000000000.00000002", True),
            ("1000000000000000000000000000", "1000000000000000000000000001", False),
            ("1000000000000000000000000000", "1000000000000000000000000002", True),
            ("9999999999999999999999999998E9", "9999999999999999999999999999E9", False),
            ("9999999999999999999999999997E9", "9999999999999999999999999999E9", True),
        ],
    )
    def test_between(self, low: str, high: str, *, is_shown: bool) -> None:
        """There is an answer between two others if and only if a step lies between them."""
        when = (
            Condition("n", Operator.GREATER, Decimal(low)),
            Condition("n", Operator.LESS, Decimal(high)),
        )
        with localcontext(prec=3):  # the context of the caller changes nothing
            proof = prove(made(ask("n", DECIMAL), ask("x", YES_NO, *when, match=ALL)))
        assert (proof.never_shown == ()) is is_shown

    def test_there_is_nothing_above_the_largest(self) -> None:
        """The largest decimal has 28 digits and nine zeros."""
        largest = Decimal("9999999999999999999999999999E9")
        beyond = Condition("n", Operator.GREATER, largest)
        assert prove(made(ask("n", DECIMAL), ask("x", YES_NO, beyond))).never_shown == ("x",)

    @given(st.sets(st.decimals(-9, 9, places=9), min_size=1, max_size=4))
    def test_a_cell_is_an_answer(self, points: set[Decimal]) -> None:
        """Cells are in order; each compared value is one, and each gap at most one."""
        domain = Domain.of(ask("n", DECIMAL), points, on=ON)
        values = [one for one in domain.values if isinstance(one, Decimal)]
        assert values == sorted(values)
        assert points <= set(values)
        assert len(domain.values) == len(values) <= 2 * len(points) + 1
        assert all(len(one.as_tuple().digits) <= 28 for one in values)

    @pytest.mark.parametrize("bound", ["NaN", "Infinity", "1E+999999", "1E-10"])
    def test_a_bound_is_such_a_decimal_too(self, bound: str) -> None:
        """Any other could not be compared with, or not within any time."""
        with pytest.raises(ImssIntegrityError):
            ask("n", DECIMAL, least=Decimal(bound))


class TestDays:
    """What a definition means is looked at on enough days."""

    windows = st.integers(0, 30)
    days = st.dates(date(2020, 1, 1), date(2030, 12, 31))

    @given(windows, days, st.integers(-4, 4) | st.integers(-2000, 2000))
    def test_each_day_means_the_same_as_one_of_them(
        self, months: int, fixed: date, distance: int
    ) -> None:
        """The order of a window and a fixed day, and the gap between them, recur."""
        on = add_months(fixed, months) + timedelta(days=distance)
        question = ask("d", DATE, least=MonthsBack(months), most=fixed)
        chosen = representative_days([question], None)

        def meaning(day: date) -> int:
            distance = (earliest_within(day, months) - fixed).days
            return max(-2, min(2, distance))

        assert meaning(on) in {meaning(day) for day in chosen}
        assert list(chosen) == sorted(set(chosen), reverse=True)

    @given(days, st.integers(0, 400))
    def test_they_lie_in_the_period(self, start: date, length: int) -> None:
        """The first day of the period is always among them."""
        period = Period(start=start, end=start + timedelta(days=length))
        question = ask("d", DATE, least=MonthsBack(3), most=start)
        chosen = representative_days([question], period)
        assert start in chosen
        assert all(day in period for day in chosen)

    def test_a_window_never_opens_before_the_first_day(self) -> None:
        """A window of 300 years is looked at from 2200 on."""
        chosen = representative_days([ask("d", DATE, least=MonthsBack(3600))], None)
        assert min(chosen) == date(2200, 1, 1)

    def test_bounds_beyond_the_days_that_exist_here(self) -> None:
        """They bound nothing."""
        question = ask("d", DATE, least=date.min, most=date.max)
        window = Condition("d", Operator.AT_LEAST, MonthsBack(1))
        assert prove(made(question, ask("x", YES_NO, window))).is_sound

    def test_days_that_follow_each_other_are_looked_at_together(self) -> None:
        """One of them has the window, the other the fixed day."""
        fixed = date(2024, 1, 5)
        last = ask("e", DATE, most=fixed, not_before="s")
        late = Condition("s", Operator.AT_LEAST, MonthsBack(24))
        target = ask("x", YES_NO, late, there("e"), match=ALL)
        before = Period(start=date(2026, 1, 1), end=add_months(fixed, 24))
        after = Period(start=add_months(fixed, 24) + timedelta(days=1), end=date(2026, 12, 31))
        definitions = [
            made(ask("s", DATE), last, target, period=period) for period in (before, after)
        ]
        assert [prove(one).never_shown for one in definitions] == [(), ("x",)]

    def test_days_may_follow_each_other_in_a_ring(self) -> None:
        """Then they are the same day."""
        ring = [ask("a", DATE, not_before="b"), ask("b", DATE, not_before="a")]
        early = Condition("a", Operator.LESS, ON)
        late = Condition("b", Operator.GREATER, ON)
        target = ask("x", YES_NO, early, late, match=ALL)
        assert prove(made(*ring, target)).never_shown == ("x",)

    def test_days_within_an_instance_follow_a_day_outside(self) -> None:
        """Each instance has the one day outside it before it."""
        inside = ask("e", DATE, not_before="s")
        group = ask("g", GROUP, questions=(inside,), repeats=True)
        early = Condition("e", Operator.LESS, ON)
        late = Condition("s", Operator.AT_LEAST, ON)
        target = ask("x", YES_NO, early, late, match=ALL)
        assert prove(made(ask("s", DATE), group, target)).never_shown == ("x",)

    def test_days_of_different_instances_do_not_follow_each_other(self) -> None:
        """The start of one may be after the end of another."""
        dates = (ask("s", DATE), ask("e", DATE, not_before="s"))
        group = ask("g", GROUP, questions=dates, repeats=True)
        early = Condition("e", Operator.LESS, ON)
        late = Condition("s", Operator.AT_LEAST, ON)
        target = ask("x", YES_NO, early, late, match=ALL)
        assert prove(made(group, target)).is_sound

    def test_a_period_without_a_day_shows_nothing(self) -> None:
        """No day of it has the window that is asked for."""
        period = Period(start=date(1900, 1, 1), end=date(1900, 12, 31))
        question = ask("d", DATE, most=MonthsBack(24))
        bands = (band(Level.MINIMAL, 0, 50), band(Level.HIGH, 50, 100))
        policy = ScreeningPolicy(interests=(), bands=bands)
        when = (yes("a"), Condition("a", Operator.NOT_EQUAL, YesNo.NO))
        target = ask("x", YES_NO, *when, match=ALL)
        proof = prove(made(question, target, ask("a"), period=period, policy=policy))
        assert proof.never_shown == ("x",)
        assert [(one.kind, one.core, one.witness) for one in proof.defects] == [
            (DefectKind.NEVER_SHOWN, (), None),
            (DefectKind.LEVEL_BEYOND_REACH, (), None),
        ]

    def test_a_guess_may_be_against_the_order_of_days(self) -> None:
        """Each day alone may be what is asked for."""
        late = Condition("s", Operator.GREATER, ON)
        early = Condition("e", Operator.LESS, ON)
        on_time = Condition("e", Operator.EQUAL, ON)
        beyond = Condition("e", Operator.GREATER, ON)
        asked = [ask("s", DATE), ask("e", DATE, not_before="s"), ask("g", YES_NO, late)]
        for last, never in ((beyond, ()), (on_time, ("x",))):
            either = ask("f", YES_NO, early, last, match=ANY)
            target = ask("x", YES_NO, yes("g"), yes("f"), match=ALL)
            assert prove(made(*asked, either, target)).never_shown == never

    def test_what_is_dead_may_be_forbidden_too(self) -> None:
        """The core of a source is inherited by what asks for it, and by nothing else."""
        dead = ask("d", YES_NO, yes("a"), no("a"), match=ALL)
        when = (there("d", is_=False), Condition("a", Operator.EQUAL, YesNo.YES), no("a"))
        proof = prove(made(ask("a"), dead, ask("x", YES_NO, *when, match=ALL)))
        assert proof.never_shown == ("d", "x")
        assert [str(one) for one in proof.defects[1].core] == ["x: a = si", "x: a = no"]


class TestTexts:
    """A text is one of those that are compared with, or another."""

    @pytest.mark.parametrize("texts", [["otro"], ["otro", "otro_"], ["uno", "dos"]])
    def test_there_is_always_another(self, texts: list[str]) -> None:
        """It is told apart from all of them."""
        when = [Condition("t", Operator.NOT_EQUAL, one) for one in texts]
        target = ask("x", YES_NO, there("t"), *when, match=ALL)
        assert prove(made(ask("t", QuestionType.TEXT), target)).is_sound


class TestWitnesses:
    """What a defect shows can be replayed."""

    def test_answers_in_an_order_of_days(self) -> None:
        """The later day is moved behind the earlier, past what it must not be."""
        asked = [ask("s", DATE), ask("e", DATE, not_before="s")]
        when = (
            Condition("s", Operator.AT_LEAST, ON),
            there("e"),
            Condition("e", Operator.NOT_EQUAL, ON),
        )
        inside = ask("y", YES_NO, Condition("s", Operator.NOT_EQUAL, date(2026, 1, 1)))
        group = ask("g", GROUP, *when, questions=(inside,), match=ALL)
        (defect,) = prove(made(*asked, group)).defects
        assert (defect.kind, defect.subject) == (DefectKind.ALWAYS_TRUE, "y")
        assert defect.witness is not None
        start, end = (defect.witness.response.answer(code).values[0] for code in "se")
        assert (start, end) == (ON, ON + timedelta(days=1))
        assert "y" in evaluate(defect.witness.response, on=defect.witness.on).enabled

    def test_several_answers_and_instances(self) -> None:
        """Each condition from outside has an instance of its own."""
        letters = tuple(Option(code=one, name=Text(one)) for one in "uvw")
        several = ask("p", CHOICE, options=letters, repeats=True)
        inside = ask("r", CHOICE, options=letters)
        group = ask("g", GROUP, questions=(inside, ask("z")), repeats=True)
        when = [Condition(code, Operator.EQUAL, one) for code in "pr" for one in "uv"]
        never = Condition("p", Operator.NOT_EQUAL, "w")
        held = ask("h", GROUP, *when, never, match=ALL, questions=(ask("y", YES_NO, never),))
        (defect,) = prove(made(several, group, held)).defects
        assert (defect.kind, defect.subject) == (DefectKind.ALWAYS_TRUE, "y")
        assert defect.witness is not None
        response = defect.witness.response
        assert set(response.answer("p").values) == {"u", "v"}
        assert {response.answer("r", row=row).values for row in range(2)} == {("u",), ("v",)}

    def test_one_answer_is_given_where_one_is_enough(self) -> None:
        """Not all that would do: the question may take one only."""
        letters = tuple(Option(code=one, name=Text(one)) for one in "uvw")
        asked = ask("p", CHOICE, options=letters, repeats=True, max_answers=1)
        inside = ask("y", YES_NO, Condition("p", Operator.NOT_EQUAL, "z"))
        group = ask("g", GROUP, there("p"), questions=(inside,))
        held = [one for one in prove(made(asked, group)).defects if one.witness is not None]
        assert [one.subject for one in held] == ["y"]
        assert [len(one.witness.response.answer("p").values) for one in held if one.witness] == [1]

    def test_the_highest_level_is_replayed(self) -> None:
        """It has as many instances as are needed for the level, and no more."""
        policy, definition = detailed()
        (defect,) = prove(definition).defects
        assert (defect.kind, defect.subject) == (DefectKind.LEVEL_BEYOND_REACH, "alto")
        assert defect.witness is not None
        assert defect.witness.shown == ("q",)
        screening = screen(defect.witness.response, on=ON)
        assert screening.level is policy.bands[-2].level
        assert len(defect.witness.response.rows(1)) == 3  # two would not do

    def test_details_that_are_left_out_are_the_own_interest(self) -> None:
        """Kin need not be told, so it may be taken for the person's own."""
        _, definition = detailed(required=False)
        assert prove(definition).is_sound

    def test_details_that_may_not_be_asked_are_the_own_interest(self) -> None:
        """A condition may hide who is kin."""
        _, definition = detailed(unless=yes("z"))
        assert prove(definition).is_sound

    def test_without_interests_nothing_is_reached(self) -> None:
        """The answers that show it are none."""
        bands = (band(Level.MINIMAL, 0, 50), band(Level.HIGH, 50, 100))
        policy = ScreeningPolicy(interests=(), bands=bands)
        (defect,) = prove(made(ask("q"), policy=policy)).defects
        assert defect.witness is not None
        assert defect.witness.shown == ()

    def test_any_answer_declares_where_no_yes_is_asked_for(self) -> None:
        """A text declares an interest by being there."""
        rule = InterestRule(question="t", category="c", base=10, link=Link.DECIDES)
        bands = (band(Level.MINIMAL, 0, 50), band(Level.HIGH, 50, 100))
        high = ScreeningPolicy(interests=(rule,), bands=bands, most_steps=0)
        assert prove(made(ask("t", QuestionType.TEXT), policy=high)).is_sound


def detailed(
    *, required: bool = True, unless: Condition | None = None
) -> tuple[ScreeningPolicy, Questionnaire]:
    """Give a rule whose details ask for kin and link, and the levels it just reaches or not."""
    kin = (
        Option(code="PRI", name=Text("p"), kinship=Kinship.blood(up=2, down=2)),
        Option(code="AMI", name=Text("a"), kinship=Kinship.none(), proximity=Proximity.NONE),
    )
    links = tuple(Option(code=one.value, name=Text(one.value)) for one in Link)
    when = () if unless is None else (unless,)
    follow = (
        ask("k", QuestionType.KINSHIP, *when, options=kin, role=Role.KINSHIP, required=required),
        ask("l", CHOICE, options=links, role=Role.LINK),
        ask("e", DATE, role=Role.ENDED, most=MonthsBack(0)),
        ask("m", QuestionType.MONEY, role=Role.VALUE),
    )
    group = ask("g", GROUP, yes("q"), questions=follow, repeats=True, max_answers=4)
    rule = InterestRule(question="q", category="c", base=4, details="g")
    # A cousin of whom one decides, with much money: (4 + 2) times 5. Two make 51, four 75.99.
    bands = (
        band(Level.MINIMAL, 0, 30),
        band(Level.LOW, 30, 65),
        band(Level.MEDIUM, 65, 77),
        band(Level.HIGH, 77, 100),
    )
    policy = ScreeningPolicy(interests=(rule,), bands=bands, most_steps=3)
    period = Period(start=ON, end=ON)
    return policy, made(ask("q"), group, ask("z"), policy=policy, period=period)


class TestProof:
    """What a proof shows and refuses."""

    definition = made(
        ask("x", YES_NO, yes("a"), no("a"), match=ALL),
        ask("y", YES_NO, yes("a"), yes("b"), match=ANY),
        ask("a"),
        ask("b"),
    )

    def test_it_speaks_both_languages(self) -> None:
        """One line for each defect, undecided first, warnings last."""
        proof = prove(self.definition)
        assert proof.describe().splitlines() == [
            "Cuestionario t 1: 1 defectos, 0 sin decidir",
            "'x' nunca se muestra: x: a = si; x: a = no",
            "la condición 1 de 'x' depende de un reactivo posterior: x: a = si",
            "la condición 2 de 'x' depende de un reactivo posterior: x: a = no",
            "la condición 1 de 'y' depende de un reactivo posterior: y: a = si",
            "la condición 2 de 'y' depende de un reactivo posterior: y: b = si",
            f"Pasos: {proof.steps} de 500000",
            "Estatus: propio, no oficial",
        ]
        english = proof.describe(Language.EN)
        assert "'x' is never shown: x: a = si; x: a = no" in english
        assert "Steps: " in english
        assert "&#x27;x&#x27; nunca se muestra" in proof._repr_html_()

    def test_every_kind_has_its_sentence(self) -> None:
        """Each names its subject, and its core behind a colon."""
        member = CoreMember(question="x", condition=0, text="a = si")
        for kind in set(DefectKind) - {DefectKind.UNDECIDED}:
            defect = Defect(kind=kind, subject="x", condition=0, core=(member,))
            assert defect.text.en != defect.text.es
            assert "'x'" in defect.text.es
            assert defect.text.es.endswith(": x: a = si")
            undecided = Defect(kind=DefectKind.UNDECIDED, subject="x", condition=0, asked=kind)
            assert (
                undecided.text.en
                == f"undecided within the limit: {defect.text.to(Language.EN)[:-11]}"
            )

    def test_rows_have_the_same_keys(self) -> None:
        """So they make a table."""
        rows = prove(self.definition).to_records()
        assert [row["kind"] for row in rows] == ["nunca_se_muestra", *["referencia_adelantada"] * 4]
        assert {tuple(row) for row in rows} == {("kind", "subject", "condition", "core", "text")}

    def test_any_of_several_is_one_member(self) -> None:
        """Conditions of which any is enough are lifted together."""
        definition = made(
            ask("a"),
            ask("b", YES_NO, yes("a"), there("a", is_=False), match=ANY),
            ask("x", YES_NO, yes("b"), no("a"), match=ALL),
        )
        (defect,) = prove(definition).defects
        assert [(one.question, one.condition) for one in defect.core] == [
            ("x", 0),
            ("x", 1),
            ("b", None),
        ]
        assert str(defect.core[2]) == "b: a = si | a exists False"

    def test_warnings_do_not_make_it_unsound(self) -> None:
        """A later source is allowed."""
        proof = prove(made(ask("x", YES_NO, yes("a")), ask("a")))
        assert proof.is_sound
        assert [one.kind for one in proof.warnings] == [DefectKind.FORWARD_REFERENCE]

    def test_it_is_a_value(self) -> None:
        """The same definition has the same proof, byte for byte."""
        proof = prove(self.definition)
        assert copy.copy(proof) == proof == prove(self.definition)
        assert isinstance(proof, Proof)

    def test_the_canonical_questionnaire_has_no_defect(self) -> None:
        """Nor a warning."""
        proof = prove(CONFLICT_QUESTIONNAIRE)
        assert proof.is_sound
        assert not proof.warnings
        assert proof.sources == CONFLICT_QUESTIONNAIRE.sources
        assert proof.status is Status.OWN

    @pytest.mark.parametrize("limit", [0, -1, True, 1.5, None, 10**9 + 1])
    def test_a_limit_is_a_whole_number_from_1(self, limit: Any) -> None:
        """Nothing else is a number of steps."""
        with pytest.raises(ImssIntegrityError):
            prove(self.definition, limit=limit)

    @pytest.mark.parametrize("given_", [None, "t", CONFLICT_QUESTIONNAIRE.sections])
    def test_only_a_questionnaire_is_proved(self, given_: Any) -> None:
        """Its sections are not enough."""
        with pytest.raises(ImssIntegrityError):
            prove(given_)


class TestCores:
    """A core is impossible, and nothing in it can be left out."""

    @given(st.lists(st.sets(st.integers(0, 9), min_size=1, max_size=4), min_size=1, max_size=4))
    def test_of_any_exclusions(self, exclusions: list[set[int]]) -> None:
        """Whatever excludes what."""

        def is_possible(kept: frozenset[int]) -> bool:
            return not any(one <= kept for one in exclusions)

        core = frozenset(minimal_core(range(10), is_possible))
        assert not is_possible(core)
        assert all(is_possible(core - {one}) for one in core)
