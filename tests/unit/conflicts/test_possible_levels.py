"""Between which levels a screening can still end: what may yet be asked, and what may not."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import attrs
import pytest

from imss_integrity.conflicts import (
    Absence,
    Band,
    Condition,
    InterestRule,
    Level,
    Link,
    Match,
    MonthsBack,
    Operator,
    Option,
    Question,
    Questionnaire,
    QuestionType,
    Response,
    Role,
    Screening,
    ScreeningPolicy,
    Section,
    Trigger,
    YesNo,
    evaluate,
    screen,
)
from imss_integrity.kernel import Rule, Source, Status, Text

T = QuestionType
ON = date(2026, 5, 4)
LAW = Rule(code="LEY", text=Text("ley"), status=Status.OFFICIAL,
           source=Source(code="ley", title=Text("Ley")))  # fmt: skip
WEIGHTED = tuple(Option(code=c, name=Text(c), weight=Fraction(n)) for n, c in enumerate("abc"))
LINKS = tuple(Option(code=link.value, name=link.label) for link in Link)
BANDS = (
    Band(level=Level.MINIMAL, low=Fraction(0), high=Fraction(60)),
    Band(level=Level.HIGH, low=Fraction(60), high=Fraction(100)),
)
EQUAL, UNEQUAL, EXISTS = Operator.EQUAL, Operator.NOT_EQUAL, Operator.EXISTS
WITHIN = Operator.AT_LEAST, MonthsBack(24)


def ask(code: str, kind: QuestionType = T.YES_NO, **more: Any) -> Question:
    """Give a question of that type."""
    return Question(code=code, text=Text(code), type=kind, **more)


def asked(*questions: Question, **policy: Any) -> Questionnaire:
    """Give a questionnaire that weighs the question *i* most heavily."""
    rule = InterestRule(question="i", category="c", base=10, link=Link.DECIDES)
    fields: dict[str, Any] = {"interests": (rule,), "bands": BANDS}
    return Questionnaire(
        code="propio",
        version="1",
        title=Text("x"),
        sections=(Section(code="A", title=Text("A"), questions=questions),),
        policy=ScreeningPolicy(**fields | policy),
    )


def screened(whole: Questionnaire, **answers: Any) -> Screening:
    """Screen answers."""
    return screen(Response.from_answers(whole, answers), on=ON)


GROUP = {"repeats": True, "questions": (ask("s"), ask("t", T.DATE))}
ROWS = ask("g", T.GROUP, **GROUP)
MUST = ask("g", T.GROUP, required=True, **GROUP)
GATED = ask("g", T.GROUP, when=(Condition("open", EQUAL, YesNo.YES),), **GROUP)
OPEN = ask("open", required=True)
BEHIND = ask("s", when=(Condition("open", EQUAL, YesNo.YES),))

BEFORE = ask("s", when=(Condition("open", UNEQUAL, YesNo.NO),))


class TestMayBeAsked:
    """An open question counts at its worst where it may be enabled, and only there."""

    @pytest.mark.parametrize(
        ("sources", "answers", "test", "may"),
        [
            # what is answered decides
            ([ask("s")], {"s": "si"}, (EQUAL, YesNo.YES), True),
            ([ask("s")], {"s": "no"}, (EQUAL, YesNo.YES), False),
            ([ask("s")], {"s": "no"}, (UNEQUAL, YesNo.YES), True),
            ([ask("s")], {"s": "si"}, (EXISTS, False), False),
            ([ask("s", T.DATE)], {"s": "2024-05-04"}, WITHIN, True),
            ([ask("s", T.DATE)], {"s": "2024-05-03"}, WITHIN, False),
            ([ask("s", T.CHOICE, options=WEIGHTED)], {"s": "c"}, (Operator.GREATER, "b"), True),
            ([ask("s", T.CHOICE, options=WEIGHTED)], {"s": "b"}, (Operator.GREATER, "b"), False),
            ([ask("s", T.CHOICE, options=WEIGHTED, repeats=True)], {"s": ["a", "c"]},
             (Operator.GREATER, "b"), True),
            # what need not be answered is as it stands; what must be, or is unknown, is open
            ([ask("s")], {}, (EQUAL, YesNo.YES), False), ([ask("s")], {}, (EXISTS, False), True),
            ([ask("s", required=True)], {}, (EQUAL, YesNo.YES), True),
            ([ask("s", required=True)], {}, (UNEQUAL, YesNo.YES), True),
            ([ask("s")], {"s": "no_se"}, (EQUAL, YesNo.YES), True),
            ([ask("s")], {"s": Absence.DECLINED}, (EXISTS, False), True),
            ([ask("s")], {"s": Absence.NOT_APPLICABLE}, (EQUAL, YesNo.YES), False),
            ([ask("s")], {"s": Absence.NOT_APPLICABLE}, (EXISTS, False), True),
            # what lies behind an open question, whatever was entered there
            ([OPEN, BEHIND], {"s": "si"}, (EQUAL, YesNo.YES), True),
            ([OPEN, BEHIND], {"s": "no"}, (EQUAL, YesNo.YES), True),
            ([OPEN, BEHIND], {}, (EQUAL, YesNo.YES), True),
            ([OPEN, BEHIND], {"s": "si"}, (UNEQUAL, YesNo.YES), True),
            ([OPEN, BEHIND], {"open": "no", "s": "si"}, (EQUAL, YesNo.YES), False),
            ([OPEN, BEHIND], {"open": "no", "s": "si"}, (UNEQUAL, YesNo.YES), True),
            # what an open question may yet switch off
            ([OPEN, BEFORE], {"s": "si"}, (EQUAL, YesNo.YES), True),
            ([OPEN, BEFORE], {"s": "no"}, (EQUAL, YesNo.YES), False),
            ([OPEN, BEFORE], {"s": "si"}, (EXISTS, False), True),
            ([OPEN, BEFORE], {"open": "si", "s": "si"}, (EXISTS, False), False),
            # instances: those that stand, and those that may come
            ([ROWS], {"g": [{"s": "no"}, {"s": "si"}]}, (EQUAL, YesNo.YES), True),
            ([ROWS], {"g": [{"s": "no"}, {}]}, (EQUAL, YesNo.YES), False),
            ([ROWS], {"g": [{"s": "no"}, {"s": "no_se"}]}, (EQUAL, YesNo.YES), True),
            ([ROWS], {}, (EQUAL, YesNo.YES), False), ([ROWS], {}, (EXISTS, False), True),
            ([MUST], {}, (EQUAL, YesNo.YES), True), ([MUST], {}, (UNEQUAL, YesNo.YES), True),
            ([OPEN, GATED], {}, (EQUAL, YesNo.YES), True),
            ([OPEN, GATED], {"open": "no"}, (EQUAL, YesNo.YES), False),
            ([OPEN, GATED], {"open": "no"}, (EXISTS, False), True),
        ],
    )  # fmt: skip
    def test_one_condition(
        self, sources: list[Question], answers: Any, test: tuple[Operator, Any], *, may: bool
    ) -> None:
        """The range tells both ends."""
        whole = asked(*sources, ask("i", required=True, when=(Condition("s", *test),)))
        found = screened(whole, **answers)

        assert Level.MINIMAL is found.level
        assert (Level.MINIMAL, Level.HIGH if may else Level.MINIMAL) == found.possible_levels

    @pytest.mark.parametrize(
        ("match", "answers", "may"),
        [(Match.ALL, {"a": "si"}, True), (Match.ALL, {"a": "no"}, False),
         (Match.ANY, {"a": "no"}, True), (Match.ANY, {"a": "no", "b": "no"}, False)],
    )  # fmt: skip
    def test_several_conditions(self, match: Match, answers: Any, *, may: bool) -> None:
        """Joined as they are for what is told."""
        when = (Condition("a", EQUAL, YesNo.YES), Condition("b", EQUAL, YesNo.YES))
        whole = asked(ask("a", required=True), ask("b", required=True),
                      ask("i", required=True, when=when, match=match))  # fmt: skip

        assert (Level.HIGH if may else Level.MINIMAL) is screened(whole, **answers).possible_levels[
            1
        ]

    def test_what_was_answered_may_yet_be_dropped(self) -> None:
        """A declared interest behind an open question counts at one end only."""
        gate = ask("i", required=True, when=(Condition("open", EQUAL, YesNo.YES),))
        found = screened(asked(OPEN, gate), i="si")

        assert (Level.MINIMAL, Level.HIGH) == found.possible_levels
        assert ("i",) == found.evaluation.dropped


FOLLOW = (
    ask("link", T.CHOICE, options=LINKS, role=Role.LINK, required=True),
    ask("more", required=True, when=(Condition("link", EQUAL, "decides"),)),
    ask("day", T.DATE, role=Role.ENDED, when=(Condition("more", EQUAL, YesNo.YES),)),
)
DETAILS = ask(
    "d", T.GROUP, repeats=True, questions=FOLLOW, when=(Condition("i", EQUAL, YesNo.YES),)
)
RULE = InterestRule(question="i", category="c", base=10, details="d")


class TestFollowUps:
    """Conditions among the follow-ups read the same instance."""

    WHOLE = asked(ask("i", required=True), DETAILS, interests=(RULE,))

    @pytest.mark.parametrize(
        ("row", "expected"),
        [
            ({"link": "none"}, (Level.MINIMAL, Level.MINIMAL)),
            ({"link": "none", "more": "si", "day": "2000-01-01"}, (Level.MINIMAL, Level.MINIMAL)),
            ({"link": "decides", "more": "no", "day": "2000-01-01"}, (Level.HIGH, Level.HIGH)),
            ({"link": "decides", "more": "si", "day": "2000-01-01"},
             (Level.MINIMAL, Level.MINIMAL)),
            ({"link": "decides", "day": "2000-01-01"}, (Level.MINIMAL, Level.HIGH)),
            ({}, (Level.MINIMAL, Level.HIGH)),
        ],
    )  # fmt: skip
    def test_each_instance(self, row: Any, expected: tuple[Level, Level]) -> None:
        """A follow-up that is not asked leaves its measure as the rule fixes it."""
        assert expected == screened(self.WHOLE, i="si", d=[row]).possible_levels

    def test_one_instance_does_not_answer_for_another(self) -> None:
        """The first is told, the second is open."""
        found = screened(self.WHOLE, i="si", d=[{"link": "none"}, {}])

        assert (Level.MINIMAL, Level.HIGH) == found.possible_levels
        assert ("d[1].link",) == found.evaluation.missing

    @pytest.mark.parametrize(
        ("law", "months", "links", "fires"),
        [
            ({}, None, (), True), ({}, 24, (), True), ({}, None, (Link.DECIDES,), True),
            ({}, None, (Link.NONE,), False), ({"first_day": date(2026, 5, 4)}, None, (), True),
            ({"first_day": date(2026, 5, 5)}, None, (), False),
            ({"last_day": date(2026, 5, 4)}, None, (), True),
            ({"last_day": date(2026, 5, 3)}, None, (), False),
        ],
    )  # fmt: skip
    def test_a_trigger_fires_while_its_law_is_in_force(
        self, law: Any, months: int | None, links: Any, *, fires: bool
    ) -> None:
        """Both sides of its first and its last day."""
        trigger = Trigger(code="t", questions=("i",), rule=attrs.evolve(LAW, **law),
                          effect=Text("turnar"), months=months, links=links)  # fmt: skip
        whole = asked(ask("i", required=True), DETAILS, interests=(RULE,), triggers=(trigger,))
        found = screened(whole, i="si", d=[{"link": "decides", "more": "no"}])

        assert (Level.CRITICAL is found.level) is fires


class TestWindows:
    """Windows of the same length are counted once, whoever asks."""

    def test_two_conditions_with_one_window(self) -> None:
        """Both hold, or neither."""
        two = tuple(
            ask(code, T.TEXT, when=(Condition("s", *WITHIN),)) for code in ("first", "second")
        )
        whole = asked(ask("i"), ask("s", T.DATE), *two)
        here, there = (
            evaluate(Response.from_answers(whole, {"s": day}), on=ON).enabled
            for day in ("2024-05-04", "2024-05-03")
        )

        assert (24,) == whole.plan.windows
        assert ("i", "s", "first", "second") == here
        assert ("i", "s") == there
