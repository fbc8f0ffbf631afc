"""What no questionnaire may hold: every fault of structure, with path, code and both languages."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given

from imss_integrity import strategies
from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE, get_deadline
from imss_integrity.conflicts import (
    Band,
    Condition,
    InterestRule,
    Kinship,
    Level,
    Link,
    Match,
    MonthsBack,
    Operator,
    Option,
    Proximity,
    Question,
    Questionnaire,
    QuestionType,
    Recency,
    Role,
    ScreeningPolicy,
    Section,
    Trigger,
    YesNo,
)
from imss_integrity.kernel import (
    ImssIntegrityError,
    InconsistentError,
    InvalidValueError,
    NotInForceError,
    Period,
    Text,
    UnknownCodeError,
)

T = QuestionType
YES = (YesNo.YES, Operator.EQUAL)
LAW = get_deadline("LGRA-33-I").rule
SIBLING = Option(code="HER", name=Text("hermana", "sister"), kinship=Kinship.blood(up=1, down=1))
OPTIONS = (Option(code="a", name=Text("a")), Option(code="b", name=Text("b")))
WEIGHTED = tuple(attrs.evolve(option, weight=Fraction(n)) for n, option in enumerate(OPTIONS))
LINKS = tuple(Option(code=link.value, name=link.label) for link in Link)
BANDS = (Band(level=Level.MINIMAL, low=Fraction(0), high=Fraction(100)),)


def ask(code: str = "q", kind: QuestionType = T.YES_NO, **more: Any) -> Question:
    """Give a question of that type."""
    return Question(code=code, text=Text(code), type=kind, **more)


def group(code: str, *questions: Question, **more: Any) -> Question:
    """Give a group."""
    return ask(code, T.GROUP, questions=questions, **more)


def asked(*questions: Question, **more: Any) -> Questionnaire:
    """Give a questionnaire of one section."""
    section = Section(code="A", title=Text("A"), questions=questions)
    whole: dict[str, Any] = {
        "code": "propio",
        "version": "1",
        "title": Text("propio"),
        "sections": (section,),
    }
    return Questionnaire(**whole | more)


def when(code: str, value: Any = YesNo.YES, comparison: Operator = Operator.EQUAL) -> Any:
    """Give the fields of one condition."""
    return {"when": (Condition(code, comparison, value),)}


def faults(call: Callable[[], object]) -> list[tuple[str, str]]:
    """Give path and code of each fault of a refusal, after a look at its sentences."""
    with pytest.raises(InconsistentError) as caught:
        call()
    for fault in caught.value.faults:
        assert fault.text.en is not None
        assert " must " in fault.text.en
        assert " debe" in fault.text.es
    return [(fault.path, fault.code) for fault in caught.value.faults]


TYPES_OF_ROLES = {
    Role.KINSHIP: T.KINSHIP,
    Role.STARTED: T.DATE,
    Role.ENDED: T.DATE,
    Role.VALUE: T.MONEY,
    Role.LINK: T.CHOICE,
    Role.SHARE: T.DECIMAL,
    Role.ORGANISATION: T.TEXT,
    Role.UNIT: T.TEXT,
    Role.NARRATIVE: T.TEXT,
    Role.EVIDENCE: T.TEXT,
}
OPTIONS_OF = {T.CHOICE: LINKS, T.KINSHIP: (SIBLING,)}


class TestOneQuestion:
    """What is wrong with a question whatever stands around it."""

    @pytest.mark.parametrize(
        ("question", "field", "code"),
        [
            (group("q"), "questions", "group"),
            (ask("q", questions=(ask("x"),)), "questions", "group"),
            (ask("q", T.CHOICE), "options", "options"),
            (ask("q", T.KINSHIP), "options", "options"),
            (ask("q", T.TEXT, options=OPTIONS), "options", "options"),
            (ask("q", T.KINSHIP, options=(SIBLING, OPTIONS[0])), "options", "options"),
            (ask("q", T.CHOICE, options=(*OPTIONS, OPTIONS[0])), "options", "duplicate"),
            (ask("q", T.TEXT, least=1), "least", "bound"),
            (ask("q", T.YES_NO, most=date(2026, 5, 4)), "most", "bound"),
            (ask("q", T.INTEGER, least=Decimal(1)), "least", "bound"),
            (ask("q", T.DECIMAL, most=1), "most", "bound"),
            (ask("q", T.MONEY, least=date(2026, 5, 4)), "least", "bound"),
            (ask("q", T.DATE, most=2026), "most", "bound"),
            (ask("q", T.INTEGER, least=MonthsBack(1)), "least", "bound"),
            (ask("q", T.INTEGER, least=2, most=1), "least", "bound"),
            (ask("q", T.MONEY, least=Decimal(2), most=Decimal("1.9")), "least", "bound"),
            (ask("q", T.DATE, least=date(2026, 5, 4), most=date(2026, 5, 3)), "least", "bound"),
            (ask("q", T.DATE, least=MonthsBack(1), most=MonthsBack(2)), "least", "bound"),
            (ask("q", T.TEXT, role=Role.ENDED), "role", "role"),
            (ask("q", T.TEXT, role=Role.UNIT, repeats=True), "role", "role"),
            (group("q", ask("x"), role=Role.NARRATIVE), "role", "role"),
            (ask("q", T.CHOICE, options=OPTIONS, role=Role.LINK), "options", "role"),
        ],
    )  # fmt: skip
    def test_each_fault(self, question: Question, field: str, code: str) -> None:
        """Named by the code of the question and the field."""
        assert [(f"questions[q].{field}", code)] == faults(lambda: asked(question, ask("other")))

    @pytest.mark.parametrize(("role", "kind"), TYPES_OF_ROLES.items())
    def test_a_role_has_its_type(self, role: Role, kind: QuestionType) -> None:
        """That one fits, and no type of another kind does."""
        good = ask("q", kind, role=role, options=OPTIONS_OF.get(kind, ()))

        assert asked(good).question("q") == good
        assert ("questions[q].role", "role") in faults(lambda: asked(ask(role=role)))

    @pytest.mark.parametrize(
        "bounds",
        [
            {"kind": T.INTEGER, "least": 2, "most": 2},
            {"kind": T.DECIMAL, "least": Decimal("0.1"), "most": Decimal("0.10")},
            {"kind": T.DATE, "least": date(2026, 5, 4), "most": date(2026, 5, 4)},
            {"kind": T.DATE, "least": MonthsBack(24), "most": MonthsBack(24)},
            {"kind": T.DATE, "least": date(2026, 5, 4), "most": MonthsBack(0)},
            {"kind": T.DATE, "least": MonthsBack(24), "most": date(1950, 1, 1)},
        ],
    )
    def test_bounds_may_meet(self, bounds: Any) -> None:
        """A window beside a fixed day depends on the day of evaluation."""
        assert asked(ask("q", **bounds)).questions[0].least == bounds["least"]

    def test_several_conditions_need_all_or_any(self) -> None:
        """One needs neither; two are never joined by a default."""
        two = (Condition("a", Operator.EQUAL, YesNo.YES), Condition("b", Operator.EQUAL, YesNo.NO))

        def make(match: Match | None = None) -> Questionnaire:
            return asked(ask("a"), ask("b"), ask("c", when=two, match=match))

        assert [("questions[c].match", "match")] == faults(make)
        assert all(make(match=match).question("c").match is match for match in Match)
        assert asked(ask("a"), ask("c", **when("a"))).question("c").match is None


class TestTogether:
    """What is wrong with questions beside one another."""

    @pytest.mark.parametrize("questions", [(), (group("g", group("h", ask("x"))),)])
    def test_a_questionnaire_asks_something(self, questions: tuple[Question, ...]) -> None:
        """A group alone asks nothing."""
        hollow = tuple(
            attrs.evolve(one, questions=(attrs.evolve(one.questions[0], questions=()),))
            for one in questions
        )

        assert ("questions", "empty") in faults(lambda: asked(*hollow))
        assert [("questions", "empty")] == faults(lambda: asked(sections=()))

    def test_codes_are_unique_throughout(self) -> None:
        """Of questions and groups, at any depth and in any section; of sections too."""
        twice = [("questions[q]", "duplicate")]
        part = Section(code="A", title=Text("A"), questions=(ask("q"),))
        other = attrs.evolve(part, code="B")

        assert twice == faults(lambda: asked(ask("q"), group("g", ask("q"))))
        assert twice == faults(lambda: asked(group("q", ask("x")), ask("q")))
        assert twice == faults(lambda: asked(sections=(part, other)))
        assert ("sections", "duplicate") in faults(lambda: asked(sections=(part, part)))

    @pytest.mark.parametrize(
        ("others", "more", "code"),
        [
            ((), when("q"), "self"),
            ((), when("Q"), "unknown"),
            ((), when("nadie"), "unknown"),
            ((group("g", ask("x")),), when("g"), "condition"),
            ((group("g", ask("x")),), when("g", comparison=Operator.EXISTS), "condition"),
            ((ask("a"),), when("a", value="si"), "condition"),
            ((ask("a"),), when("a", value=True), "condition"),
            ((ask("a"),), when("a", value=None), "condition"),
            ((ask("a"),), when("a", value=["si"]), "condition"),
            ((ask("a"),), when("a", comparison=Operator.GREATER), "condition"),
            ((ask("a"),), when("a", value="si", comparison=Operator.EXISTS), "condition"),
            ((ask("a", T.BOOLEAN),), when("a", value=1), "condition"),
            ((ask("a", T.INTEGER),), when("a", value=1.0), "condition"),
            ((ask("a", T.INTEGER),), when("a", value=MonthsBack(1)), "condition"),
            ((ask("a", T.DECIMAL),), when("a", value=1), "condition"),
            ((ask("a", T.DATE),), when("a", value="2026-05-04"), "condition"),
            ((ask("a", T.TEXT),), when("a", value="x", comparison=Operator.LESS), "condition"),
            ((ask("a", T.CHOICE, options=OPTIONS),),
             when("a", value="a", comparison=Operator.LESS), "condition"),
            ((ask("a", T.CHOICE, options=(*WEIGHTED, Option(code="c", name=Text("c")))),),
             when("a", value="a", comparison=Operator.LESS), "condition"),
            ((ask("a", T.CHOICE, options=WEIGHTED),),
             when("a", value="z", comparison=Operator.LESS), "condition"),
            ((ask("a", T.KINSHIP, options=(SIBLING,)),),
             when("a", value="HER", comparison=Operator.LESS), "condition"),
        ],
    )  # fmt: skip
    def test_a_condition_fits_its_source(
        self, others: tuple[Question, ...], more: Any, code: str
    ) -> None:
        """Its source is there, and its value is one of the source."""
        assert [("questions[q].when[0]", code)] == faults(lambda: asked(*others, ask("q", **more)))

    def test_weighted_options_come_in_an_order(self) -> None:
        """Then a condition may compare them."""
        more = when("a", value="a", comparison=Operator.GREATER)
        found = asked(ask("a", T.CHOICE, options=WEIGHTED), ask("q", **more))

        assert "q" in [question.code for question in found.questions]

    def test_a_group_does_not_depend_on_what_it_holds(self) -> None:
        """At any depth."""
        deep = group("g", group("h", ask("x")), **when("x"))

        assert [("questions[g].when[0]", "descendant"), ("questions[g].when", "cycle")] == faults(
            lambda: asked(deep)
        )

    def test_rows_hold_no_rows(self) -> None:
        """A group that repeats holds none that repeats, at any depth."""
        inner = group("h", group("i", ask("x"), repeats=True))

        assert [("questions[g].questions", "nested")] == faults(
            lambda: asked(group("g", inner, repeats=True))
        )
        assert asked(group("g", inner)).question("i").repeats

    @pytest.mark.parametrize(
        "other",
        [
            None,
            ask("a", T.TEXT),
            ask("a", T.DATE, repeats=True),
            group("g", ask("a", T.DATE), repeats=True),
        ],
    )
    def test_a_day_follows_a_day_that_it_can_see(self, other: Question | None) -> None:
        """Not an unknown one, no other type, none of several, none of another instance."""
        follower = ask("q", T.DATE, not_before="a")

        assert [("questions[q].not_before", "not_before")] == faults(
            lambda: asked(*([] if other is None else [other]), follower)
        )

    def test_a_day_follows_one_of_its_group_or_of_the_top(self) -> None:
        """Its own group, or outside those that repeat; never itself, nor as several."""
        row = group("g", ask("b", T.DATE, not_before="a"), ask("c", T.DATE, not_before="b"),
                    repeats=True)  # fmt: skip
        fault = [("questions[q].not_before", "not_before")]

        assert asked(ask("a", T.DATE), row).question("c").not_before == "b"
        assert fault == faults(lambda: asked(ask("q", T.DATE, not_before="q")))
        assert fault == faults(
            lambda: asked(ask("a", T.DATE), ask("q", T.DATE, not_before="a", repeats=True))
        )
        assert fault == faults(lambda: asked(ask("a", T.DATE), ask("q", T.TEXT, not_before="a")))

    def test_all_faults_are_told_at_once(self) -> None:
        """Of each question, and the cycle behind them; the policy's too."""
        policy = ScreeningPolicy(
            interests=(InterestRule(question="nadie", category="c", base=1),), bands=BANDS
        )
        found = faults(
            lambda: asked(
                ask("a", **when("b")),
                ask("b", T.CHOICE, **when("a")),
                ask("b", T.INTEGER, least=2, most=1, role=Role.ENDED),
                policy=policy,
            )
        )

        assert [
            ("questions[a].when[0]", "condition"),
            ("questions[b].options", "options"),
            ("questions[b]", "duplicate"),
            ("questions[b].least", "bound"),
            ("questions[b].role", "role"),
            ("policy.interests[nadie]", "unknown"),
        ] == found

    def test_past_fifty_faults_are_counted(self) -> None:
        """A definition of strangers cannot make an error without bound."""
        with pytest.raises(InconsistentError) as caught:
            asked(*(ask(f"q{n}", T.CHOICE) for n in range(80)))

        assert 51 == len(caught.value.faults)
        assert Text("y 30 faltas más", "and 30 more faults") == caught.value.faults[-1].text


class TestCycles:
    """A cycle of any length is named, and found without recursion."""

    @pytest.mark.parametrize("length", [2, 3, 8])
    def test_a_short_cycle_is_named_whole(self, length: int) -> None:
        """From its first question, in the order of dependence, back to it."""
        ring = [ask(f"q{n}", **when(f"q{(n + 1) % length}")) for n in range(length)]
        with pytest.raises(InconsistentError) as caught:
            asked(*ring)
        (fault,) = caught.value.faults
        path = " -> ".join([*(f"q{n}" for n in range(length)), "q0"][:8])

        assert ("questions[q0].when", "cycle") == (fault.path, fault.code)
        assert f"conditions must not form a cycle: {path}" in str(caught.value)
        assert f"las condiciones no deben formar un ciclo: {path}" in fault.text.es

    def test_a_long_cycle_is_named_by_its_beginning(self) -> None:
        """A thousand questions."""
        ring = [ask(f"q{n}", **when(f"q{(n + 1) % 1000}")) for n in range(1000)]
        with pytest.raises(InconsistentError, match=r"q0 -> q1 -> .* -> q7 -> \.\.\.") as caught:
            asked(*ring)

        assert 1 == len(caught.value.faults)

    def test_a_cycle_may_go_through_groups(self) -> None:
        """What a group holds depends on the group."""
        with pytest.raises(InconsistentError, match="cycle: y -> x -> g -> y"):
            asked(ask("y", **when("x")), group("g", ask("x"), **when("y")))

    def test_a_long_chain_is_no_cycle(self) -> None:
        """A thousand questions, each enabled by the next one."""
        chain = [ask(f"q{n}", **when(f"q{n + 1}")) for n in range(999)]
        found = asked(*chain, ask("q999"))

        assert "q999" == found.layout.order[0]
        assert 1000 == len(found.plan.layout.places)

    def test_two_ways_to_one_source_are_no_cycle(self) -> None:
        """A question may be read from several sides."""
        two = (Condition("b", Operator.EQUAL, YesNo.YES), Condition("c", Operator.EQUAL, YesNo.YES))
        found = asked(
            ask("d", when=two, match=Match.ALL),
            ask("b", **when("a")), ask("c", **when("a")), ask("a"),
        )  # fmt: skip

        assert ["a", "d"] == [found.layout.order[0], found.layout.order[-1]]


class TestLevels:
    """Groups lie at most sixteen levels deep."""

    def nested(self, levels: int) -> Question:
        """Give a question inside so many groups that it stands at that level."""
        question = ask("q")
        for n in range(levels - 1):
            question = group(f"g{n}", question)
        return question

    def test_sixteen(self) -> None:
        """The question is the sixteenth."""
        assert 16 == len(list(asked(self.nested(16)).questions))

    def test_seventeen(self) -> None:
        """Refused by the group that would be the seventeenth."""
        with pytest.raises(InvalidValueError) as caught:
            self.nested(17)
        (fault,) = caught.value.faults

        assert ("questions", "depth") == (fault.path, fault.code)
        assert "'questions' must be at most 16 levels deep" == str(caught.value)
        assert "'questions' debe tener a lo más 16 niveles" == fault.text.es


class TestFields:
    """Each field by its rule."""

    @pytest.mark.parametrize(
        ("field", "value", "path"),
        [
            ("code", "", "code"), ("code", "a b", "code"), ("code", None, "code"),
            ("text", "¿?", "text"), ("text", Text(""), "text.es"), ("type", "si_no", "type"),
            ("required", 1, "required"), ("repeats", None, "repeats"),
            ("max_answers", 0, "max_answers"), ("max_answers", 1001, "max_answers"),
            ("options", [], "options"), ("options", ("a",), "options[0]"),
            ("least", 1.5, "least"), ("most", "9", "most"), ("least", True, "least"),
            ("not_before", "", "not_before"), ("when", ["a"], "when"), ("when", ("a",), "when[0]"),
            ("when", (Condition("a", Operator.EQUAL, YesNo.YES),) * 101, "when"),
            ("match", "all", "match"), ("questions", (None,), "questions[0]"),
            ("questions", [ask()], "questions"), ("role", "fin", "role"),
            ("sensitivity", "personal", "sensitivity"), ("rule", "LGRA", "rule"),
            ("status", "propio", "status"),
        ],
    )  # fmt: skip
    def test_a_question(self, field: str, value: Any, path: str) -> None:
        """The path is that of the field."""
        with pytest.raises(InvalidValueError) as caught:
            attrs.evolve(ask(), **{field: value})

        assert path == caught.value.faults[0].path

    @pytest.mark.parametrize(
        ("field", "value"),
        [("code", "á"), ("name", "a"), ("weight", 1), ("weight", 0.5), ("kinship", "HER"),
         ("proximity", "self"), ("exclusive", 0)],
    )  # fmt: skip
    def test_an_option(self, field: str, value: Any) -> None:
        """A weight is exact."""
        with pytest.raises(InvalidValueError) as caught:
            attrs.evolve(OPTIONS[0], **{field: value})

        assert field == caught.value.faults[0].path

    @pytest.mark.parametrize(
        ("field", "value"),
        [("code", ""), ("version", "v 1"), ("title", "x"), ("period", 2026), ("sections", []),
         ("sections", (ask(),)), ("policy", {}), ("status", "propio"), ("sources", ["x"])],
    )  # fmt: skip
    def test_a_questionnaire(self, field: str, value: Any) -> None:
        """Before anything is compared."""
        with pytest.raises(InvalidValueError) as caught:
            asked(ask(), **{field: value})

        assert caught.value.faults[0].path.startswith(field)


class TestPolicy:
    """What a policy says of questions that do not bear it out."""

    ROW = group(
        "q.detalle",
        ask("q.parentesco", T.KINSHIP, options=(SIBLING,), role=Role.KINSHIP),
        ask("q.fin", T.DATE, role=Role.ENDED),
        ask("q.vinculo", T.CHOICE, options=LINKS, role=Role.LINK),
        ask("q.aceptado"),
        repeats=True,
        **when("q"),
    )

    def policy(self, *, trigger: Any = None, **rule: Any) -> ScreeningPolicy:
        """Give a policy of one rule, and of one trigger where fields are given."""
        fields: dict[str, Any] = {
            "question": "q",
            "category": "c",
            "base": 5,
            "details": "q.detalle",
        } | rule
        base = {"code": "t", "questions": ("q",), "rule": LAW, "effect": Text("turnar", "refer")}
        triggers = () if trigger is None else (Trigger(**base | trigger),)
        return ScreeningPolicy(interests=(InterestRule(**fields),), triggers=triggers, bands=BANDS)

    def refused(self, *more: Question, **policy: Any) -> list[tuple[str, str]]:
        """Give the faults of the policy for a question with its details."""
        return faults(lambda: asked(ask("q"), self.ROW, *more, policy=self.policy(**policy)))

    def test_a_sound_one_is_taken(self) -> None:
        """With a trigger that looks at the follow-ups."""
        sound = self.policy(trigger={"when": (Condition("q.aceptado", Operator.EQUAL, YesNo.YES),)})

        assert asked(ask("q"), self.ROW, policy=sound).policy == sound

    @pytest.mark.parametrize("code", ["nadie", "q.detalle", "q.aceptado", "several", "truths"])
    def test_an_interest_is_declared_by_one_question(self, code: str) -> None:
        """Not by an unknown one, a group, one of each instance, or several yes and no."""
        found = self.refused(
            ask("several", repeats=True), ask("truths", T.BOOLEAN, repeats=True), question=code
        )

        assert [(f"policy.interests[{code}]", "unknown")] == found

    def test_several_options_declare_one_interest(self) -> None:
        """Any of them does."""
        many = ask("many", T.CHOICE, options=OPTIONS, repeats=True)
        sound = self.policy(question="many", details=None)

        assert asked(many, policy=sound).policy == sound

    @pytest.mark.parametrize("details", ["nadie", "q", "g.dentro"])
    def test_details_are_a_group(self, details: str) -> None:
        """Not an unknown one, no question, no group of an instance."""
        deep = group("g", group("g.dentro", ask("x")), repeats=True)

        assert [("policy.interests[q].details", "unknown")] == self.refused(deep, details=details)

    def test_each_role_stands_once(self) -> None:
        """Else it is open which one counts."""
        ends = group(
            "fines", ask("f1", T.DATE, role=Role.ENDED), ask("f2", T.DATE, role=Role.ENDED)
        )

        assert [("policy.interests[q].details", "role")] == self.refused(ends, details="fines")

    @pytest.mark.parametrize(
        "fixed",
        [{"proximity": Proximity.SELF}, {"recency": Recency.CURRENT}, {"link": Link.DECIDES}],
    )
    def test_a_measure_is_fixed_or_asked_for(self, fixed: Any) -> None:
        """Never both."""
        assert [("policy.interests[q]", "role")] == self.refused(**fixed)

    def test_a_trigger_looks_at_interests(self) -> None:
        """A question without a rule declares none; each is named."""
        trigger = {"questions": ("otra", "q", "nadie")}

        assert [("policy.triggers[t].questions", "unknown")] * 2 == self.refused(
            ask("otra"), trigger=trigger
        )

    @pytest.mark.parametrize(
        "condition",
        [
            Condition("q", Operator.EQUAL, YesNo.YES),
            Condition("nadie", Operator.EQUAL, YesNo.YES),
            Condition("q.aceptado", Operator.EQUAL, value=True),
            Condition("q.aceptado", Operator.LESS, YesNo.YES),
            Condition("q.vinculo", Operator.LESS, "decides"),
            Condition("q.detalle", Operator.EXISTS, value=True),
        ],
    )
    def test_a_trigger_compares_with_follow_ups(self, condition: Condition) -> None:
        """Of the right type; options come in no order there."""
        found = self.refused(
            trigger={"when": (Condition("q.fin", Operator.EXISTS, value=True), condition)}
        )

        assert [("policy.triggers[t].when[1]", "condition")] == found

    def test_a_trigger_without_details_has_nothing_to_compare(self) -> None:
        """The interest has no follow-up."""
        trigger = {"when": (Condition("q.fin", Operator.EXISTS, value=True),)}

        assert [("policy.triggers[t].when[0]", "condition")] == self.refused(
            details=None, trigger=trigger
        )


class TestTheWhole:
    """Looking up, days, copies."""

    @pytest.mark.parametrize("code", ["nadie", "", None, 1, ["q"], {"q": 1}])
    def test_what_is_no_question_is_not_found(self, code: Any) -> None:
        """Whatever its type."""
        with pytest.raises(UnknownCodeError) as caught:
            asked(ask()).question(code)

        assert ("code", "unknown") == (caught.value.faults[0].path, caught.value.faults[0].code)
        assert caught.value.text.es.startswith("reactivo desconocido: ")

    @pytest.mark.parametrize(
        ("day", "inside"),
        [((2025, 12, 31), False), ((2026, 1, 1), True), ((2026, 12, 31), True),
         ((2027, 1, 1), False)],
    )  # fmt: skip
    def test_it_is_answered_in_its_period(self, day: Any, *, inside: bool) -> None:
        """Both ends included."""
        yearly = asked(ask(), period=Period.year(2026))
        if inside:
            yearly.check_in_period(date(*day))
            return
        with pytest.raises(NotInForceError) as caught:
            yearly.check_in_period(date(*day))
        (fault,) = caught.value.faults

        assert ("on", "in_force") == (fault.path, fault.code)
        assert "'on' debe estar en el periodo del cuestionario propio 1: 2026" == fault.text.es
        assert "'on' must lie in the period of questionnaire propio 1: 2026" == str(caught.value)

    def test_without_period_any_day_is_good(self) -> None:
        """But it must be a day."""
        asked(ask()).check_in_period(date(1950, 1, 1))
        with pytest.raises(InvalidValueError, match="'on' must be a civil day"):
            asked(ask()).check_in_period("2026-05-04")  # type: ignore[arg-type]

    @given(strategies.questionnaires())
    def test_copies_are_equal(self, whole: Questionnaire) -> None:
        """And have the same identity."""
        for again in (copy.deepcopy(whole), pickle.loads(pickle.dumps(whole))):  # noqa: S301 - our own
            assert whole == again
            assert whole.identity == again.identity

    def test_a_tampered_pickle_is_refused(self) -> None:
        """What the constructor refuses does not come back."""
        rebuild, (cls, names, *values) = CONFLICT_QUESTIONNAIRE.__reduce__()
        values[names.index("sections")] = ()  # type: ignore[attr-defined]
        with pytest.raises(ImssIntegrityError):
            rebuild(cls, names, *values)
