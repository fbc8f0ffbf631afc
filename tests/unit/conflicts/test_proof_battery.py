"""Seeded defects: each is found, by the constructor or by `prove`, with a witness or a core."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE
from imss_integrity.conflicts import (
    Band,
    Condition,
    DefectKind,
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
    ScreeningPolicy,
    Section,
    YesNo,
    evaluate,
    prove,
)
from imss_integrity.kernel import ImssIntegrityError, Period, Text

ALL, ANY = Match.ALL, Match.ANY
CHOICE, DATE, INTEGER = QuestionType.CHOICE, QuestionType.DATE, QuestionType.INTEGER
Made = Callable[[], Questionnaire]


def ask(
    code: str, kind: QuestionType = QuestionType.YES_NO, *when: Condition, **fields: Any
) -> Question:
    """Give a question."""
    return Question(code=code, text=Text(code), type=kind, when=when, **fields)


def text(code: str, *when: Condition, **fields: Any) -> Question:
    """Give a question for a text."""
    return ask(code, QuestionType.TEXT, *when, **fields)


def group(code: str, *when: Condition, of: tuple[Question, ...], **fields: Any) -> Question:
    """Give a group *of* questions."""
    return ask(code, QuestionType.GROUP, *when, questions=of, **fields)


def pick(code: str, options: str = "uvw", *when: Condition, **fields: Any) -> Question:
    """Give a choice; an option after a star excludes the others."""
    offered = tuple(
        Option(code=one, name=Text(one), exclusive=options[n - 1 : n] == "*")
        for n, one in enumerate(options)
        if one != "*"
    )
    return ask(code, CHOICE, *when, options=offered, **fields)


def is_(code: str, value: Any) -> Condition:
    """Give the condition that an answer equals *value*."""
    return Condition(code, Operator.EQUAL, value)


def is_not(code: str, value: Any) -> Condition:
    """Give the condition that no answer equals *value*."""
    return Condition(code, Operator.NOT_EQUAL, value)


def yes(code: str) -> Condition:
    """Give the condition that the answer is yes."""
    return is_(code, YesNo.YES)


def no(code: str) -> Condition:
    """Give the condition that the answer is no."""
    return is_(code, YesNo.NO)


def than(code: str, sign: str, value: Any) -> Condition:
    """Give a comparison by order."""
    return Condition(code, Operator(sign), value)


def there(code: str, *, is_: bool = True) -> Condition:
    """Give the condition that there is an answer, or none."""
    return Condition(code, Operator.EXISTS, is_)


def make(*questions: Question, **fields: Any) -> Questionnaire:
    """Give the questionnaire of some questions."""
    section = Section(code="A", title=Text("A"), questions=questions)
    return Questionnaire(code="b", version="1", title=Text("B"), sections=(section,), **fields)


def policy(*rules: InterestRule, edges: tuple[int, ...] = (0, 10, 30, 60, 100)) -> ScreeningPolicy:
    """Give a policy with levels from the *edges* of their scores."""
    bands = tuple(
        Band(level=level, low=Fraction(low), high=Fraction(high))
        for level, low, high in zip(Level, edges, edges[1:], strict=False)
    )
    return ScreeningPolicy(interests=rules, bands=bands)


def weak(code: str, base: int = 4) -> InterestRule:
    """Give a rule without details; its interest touches the own unit."""
    return InterestRule(question=code, category="c", base=base, link=Link.SAME_UNIT)


def day(n: int) -> date:
    """Give a day of May."""
    return date(2026, 5, n)


# What the constructor refuses, with the code of the fault.
REFUSED: dict[str, tuple[Made, str]] = {
    "cycle of two": (
        lambda: make(
            ask("a", QuestionType.YES_NO, yes("b")), ask("b", QuestionType.YES_NO, yes("a"))
        ),
        "cycle",
    ),
    "cycle of three": (
        lambda: make(
            ask("a", QuestionType.YES_NO, yes("c")),
            ask("b", QuestionType.YES_NO, yes("a")),
            ask("c", QuestionType.YES_NO, yes("b")),
        ),
        "cycle",
    ),
    "cycle through a group": (
        lambda: make(group("g", yes("a"), of=(ask("b"),)), ask("a", QuestionType.YES_NO, yes("b"))),
        "cycle",
    ),
    "self reference": (lambda: make(ask("a", QuestionType.YES_NO, yes("a"))), "self"),
    "enabled by its own part": (lambda: make(group("g", yes("a"), of=(ask("a"),))), "descendant"),
    "unknown source": (lambda: make(text("x", yes("nobody"))), "unknown"),
    "group as a source": (
        lambda: make(group("g", of=(ask("a"),)), text("x", there("g"))),
        "condition",
    ),
    "duplicate questions": (lambda: make(ask("a"), ask("a")), "duplicate"),
    "duplicate options": (lambda: make(pick("p", "uu")), "duplicate"),
    "choice without options": (lambda: make(pick("p", "")), "options"),
    "wrong type of value": (
        lambda: make(ask("n", INTEGER), text("x", is_("n", "tres"))),
        "condition",
    ),
    "order of what has none": (
        lambda: make(pick("p"), text("x", than("p", ">", "u"))),
        "condition",
    ),
    "least above most": (lambda: make(ask("n", INTEGER, least=3, most=2)), "bound"),
    "two conditions without all or any": (
        lambda: make(ask("a"), ask("b"), text("x", yes("a"), yes("b"))),
        "match",
    ),
    "gap of bands": (
        lambda: make(
            ask("a"),
            policy=ScreeningPolicy(
                interests=(),
                bands=(
                    Band(level=Level.LOW, low=Fraction(0), high=Fraction(40)),
                    Band(level=Level.HIGH, low=Fraction(45), high=Fraction(100)),
                ),
            ),
        ),
        "gap",
    ),
    "overlap of bands": (
        lambda: make(
            ask("a"),
            policy=ScreeningPolicy(
                interests=(),
                bands=(
                    Band(level=Level.LOW, low=Fraction(0), high=Fraction(45)),
                    Band(level=Level.HIGH, low=Fraction(40), high=Fraction(100)),
                ),
            ),
        ),
        "overlap",
    ),
    "rule on an unknown question": (lambda: make(ask("a"), policy=policy(weak("b"))), "unknown"),
}

NEVER, ALWAYS = DefectKind.NEVER_SHOWN, DefectKind.ALWAYS_TRUE
DEAD, VOID = DefectKind.CONDITION_NEVER_TRUE, DefectKind.CONDITION_ALWAYS_TRUE
NOT_OFFERED, BEYOND = DefectKind.OPTION_NOT_OFFERED, DefectKind.LEVEL_BEYOND_REACH

# What `prove` finds: the kind, the subject, and how many conditions exclude each other.
FOUND: dict[str, tuple[Made, DefectKind, str, int]] = {
    "two options of a single choice": (
        lambda: make(pick("p"), text("x", is_("p", "u"), is_("p", "v"), match=ALL)),
        NEVER,
        "x",
        2,
    ),
    "contradiction along a chain": (
        lambda: make(
            ask("a"),
            ask("b", QuestionType.YES_NO, yes("a")),
            ask("c", QuestionType.YES_NO, yes("b")),
            text("x", yes("c"), no("a"), match=ALL),
        ),
        NEVER,
        "x",
        4,
    ),
    "group against its child": (
        lambda: make(ask("a"), group("g", yes("a"), of=(text("x", no("a")), text("y")))),
        NEVER,
        "x",
        2,
    ),
    "group against its grandchild": (
        lambda: make(
            ask("a"), group("g", yes("a"), of=(group("h", of=(text("x", no("a")), text("y"))),))
        ),
        NEVER,
        "x",
        2,
    ),
    "both true and false": (
        lambda: make(
            ask("a", QuestionType.BOOLEAN),
            text("x", is_("a", True), is_("a", False), match=ALL),
        ),
        NEVER,
        "x",
        2,
    ),
    "heavier than the heaviest option": (
        lambda: make(
            ask(
                "p",
                CHOICE,
                options=tuple(
                    Option(code=code, name=Text(code), weight=Fraction(weight))
                    for code, weight in zip("uvw", (2, 5, 0), strict=True)
                ),
            ),
            text("x", than("p", ">", "v")),
        ),
        NEVER,
        "x",
        1,
    ),
    "range that is empty": (
        lambda: make(ask("n", INTEGER), text("x", than("n", ">", 7), than("n", "<", 3), match=ALL)),
        NEVER,
        "x",
        2,
    ),
    "no integer between neighbours": (
        lambda: make(ask("n", INTEGER), text("x", than("n", ">", 7), than("n", "<", 8), match=ALL)),
        NEVER,
        "x",
        2,
    ),
    "beyond the bounds": (
        lambda: make(ask("n", INTEGER, least=0, most=5), text("x", than("n", ">", 5))),
        NEVER,
        "x",
        1,
    ),
    "no decimal between neighbours": (
        lambda: make(
            ask("n", QuestionType.DECIMAL),
            text(
                "x", than("n", ">", Decimal(1)), than("n", "<", Decimal("1.000000001")), match=ALL
            ),
        ),
        NEVER,
        "x",
        2,
    ),
    "less than no money": (
        lambda: make(ask("n", QuestionType.MONEY), text("x", than("n", "<", Decimal(0)))),
        NEVER,
        "x",
        1,
    ),
    "days that are no range": (
        lambda: make(
            ask("d", DATE), text("x", than("d", "<", day(3)), than("d", ">", day(9)), match=ALL)
        ),
        NEVER,
        "x",
        2,
    ),
    "no day between neighbours": (
        lambda: make(
            ask("d", DATE), text("x", than("d", ">", day(3)), than("d", "<", day(4)), match=ALL)
        ),
        NEVER,
        "x",
        2,
    ),
    "window against a fixed bound": (
        lambda: make(
            ask("d", DATE, most=date(2020, 12, 31)),
            text("x", than("d", ">=", MonthsBack(24))),
            period=Period.year(2026),
        ),
        NEVER,
        "x",
        1,
    ),
    "two windows": (
        lambda: make(
            ask("d", DATE),
            text("x", than("d", ">=", MonthsBack(12)), than("d", "<", MonthsBack(24)), match=ALL),
        ),
        NEVER,
        "x",
        2,
    ),
    "end before start": (
        lambda: make(
            ask("s", DATE),
            ask("e", DATE, not_before="s"),
            text("x", than("s", ">", day(9)), than("e", "<", day(9)), match=ALL),
        ),
        NEVER,
        "x",
        2,
    ),
    "two texts at once": (
        lambda: make(text("t"), text("x", is_("t", "uno"), is_("t", "dos"), match=ALL)),
        NEVER,
        "x",
        2,
    ),
    "option that is not offered": (
        lambda: make(pick("p"), text("x", is_("p", "z"))),
        NOT_OFFERED,
        "x",
        1,
    ),
    "one of several is not offered": (
        lambda: make(pick("p"), text("x", is_("p", "z"), is_("p", "u"), match=ANY)),
        NOT_OFFERED,
        "x",
        1,
    ),
    "option that excludes the others": (
        lambda: make(
            pick("p", "uv*w", repeats=True),
            text("x", is_("p", "u"), is_("p", "w"), match=ALL),
        ),
        NEVER,
        "x",
        2,
    ),
    "more options than answers": (
        lambda: make(
            pick("p", "uvw", repeats=True, max_answers=2),
            text("x", is_("p", "u"), is_("p", "v"), is_("p", "w"), match=ALL),
        ),
        NEVER,
        "x",
        3,
    ),
    "dead source": (
        lambda: make(
            pick("p"),
            text("x", is_("p", "u"), is_("p", "v"), match=ALL),
            text("y", there("x")),
            text("z", there("y")),
        ),
        NEVER,
        "z",
        4,
    ),
    "child of a dead group": (
        lambda: make(ask("a"), group("g", yes("a"), no("a"), of=(text("x"),), match=ALL)),
        NEVER,
        "x",
        2,
    ),
    "contradiction through a group that repeats": (
        lambda: make(
            group(
                "g",
                of=(
                    ask("a"),
                    ask("b", QuestionType.YES_NO, yes("a")),
                    text("x", no("a"), yes("b"), match=ALL),
                ),
                repeats=True,
            )
        ),
        NEVER,
        "x",
        3,
    ),
    "instance of a group that is off": (
        lambda: make(
            ask("a"),
            group("g", yes("a"), of=(pick("p"),), repeats=True),
            text("x", is_("p", "u"), no("a"), match=ALL),
        ),
        NEVER,
        "x",
        3,
    ),
    "an instance that no instance may be": (
        lambda: make(
            group("g", of=(pick("p"),), repeats=True),
            text("x", is_not("p", "u"), is_("p", "u"), match=ALL),
        ),
        NEVER,
        "x",
        2,
    ),
    "more instances than allowed": (
        lambda: make(
            group("g", of=(pick("p"),), repeats=True, max_answers=1),
            text("x", is_("p", "u"), is_("p", "v"), match=ALL),
        ),
        NEVER,
        "x",
        2,
    ),
    "true for every choice": (
        lambda: make(
            ask("a"),
            group("g", yes("a"), of=(text("x", yes("a"), no("a"), match=ANY), text("y"))),
        ),
        ALWAYS,
        "x",
        2,
    ),
    "tautology": (
        lambda: make(ask("n", INTEGER), text("x", is_("n", 7), is_not("n", 7), match=ANY)),
        ALWAYS,
        "x",
        2,
    ),
    "needs the absence of what is never there": (
        lambda: make(
            ask("n", INTEGER),
            text("t", than("n", ">", 7), than("n", "<", 8), match=ALL),
            text("x", there("t", is_=False)),
        ),
        ALWAYS,
        "x",
        2,
    ),
    "differs from what cannot be": (
        lambda: make(ask("n", INTEGER, most=5), text("x", is_not("n", 6))),
        ALWAYS,
        "x",
        0,
    ),
    "one of several never holds": (
        lambda: make(ask("n", INTEGER, most=5), text("x", is_("n", 6), is_("n", 5), match=ANY)),
        DEAD,
        "x",
        1,
    ),
    "one of several always holds": (
        lambda: make(
            ask("a"),
            group(
                "g",
                yes("a"),
                of=(text("x", there("b"), is_not("a", YesNo.NO), match=ALL), ask("b")),
            ),
        ),
        VOID,
        "x",
        1,
    ),
    "level beyond the reachable score": (
        lambda: make(ask("a"), policy=policy(weak("a"))),
        BEYOND,
        Level.MEDIUM,
        0,
    ),
    "level beyond questions that exclude each other": (
        lambda: make(
            ask("a"),
            ask("b", QuestionType.YES_NO, no("a")),
            policy=policy(weak("a"), weak("b"), edges=(0, 20, 40, 100)),
        ),
        BEYOND,
        Level.MEDIUM,
        0,
    ),
}


def test_the_battery_is_large_enough() -> None:
    """The bar is 24 seeded defects."""
    assert len(REFUSED) + len(FOUND) >= 24


@pytest.mark.parametrize("name", REFUSED)
def test_the_constructor_refuses(name: str) -> None:
    """Faults of structure never become a definition."""
    made, code = REFUSED[name]
    with pytest.raises(ImssIntegrityError) as caught:
        made()
    assert code in {fault.code for fault in caught.value.faults}


@pytest.mark.parametrize("name", FOUND)
def test_the_proof_finds(name: str) -> None:
    """Faults of meaning are found, each with a witness or a core of the size that is stated."""
    made, kind, subject, size = FOUND[name]
    proof = prove(made())
    assert not proof.is_sound
    assert not proof.undecided
    (defect,) = (one for one in proof.defects if (one.kind, one.subject) == (kind, subject))
    assert len(defect.core) == size
    assert defect.core or defect.witness
    if defect.witness is not None:
        enabled = evaluate(defect.witness.response, on=defect.witness.on).enabled
        assert set(defect.witness.shown) <= set(enabled)


# Each is the sound neighbour of a defect above: no false alarm.
CLEAN: dict[str, Made] = {
    "canonical": lambda: CONFLICT_QUESTIONNAIRE,
    "one integer between": lambda: make(
        ask("n", INTEGER), text("x", than("n", ">", 7), than("n", "<", 9), match=ALL)
    ),
    "a decimal between": lambda: make(
        ask("n", QuestionType.DECIMAL),
        text("x", than("n", ">", Decimal(1)), than("n", "<", Decimal("1.000000002")), match=ALL),
    ),
    "no money": lambda: make(ask("n", QuestionType.MONEY), text("x", than("n", "<=", Decimal(0)))),
    "one day between": lambda: make(
        ask("d", DATE), text("x", than("d", ">", day(3)), than("d", "<", day(5)), match=ALL)
    ),
    "a window that the bound still touches on the first day": lambda: make(
        ask("d", DATE, most=date(2024, 1, 1)),
        text("x", than("d", ">=", MonthsBack(24))),
        period=Period.year(2026),
    ),
    "a window that some day of the period leaves": lambda: make(
        ask("d", DATE, least=date(2024, 1, 5)),
        text("x", than("d", "<", MonthsBack(24))),
        period=Period.year(2026),
    ),
    "end on the day of the start": lambda: make(
        ask("s", DATE),
        ask("e", DATE, not_before="s"),
        text("x", than("s", ">=", day(9)), than("e", "<=", day(9)), match=ALL),
    ),
    "two answers on both sides": lambda: make(
        ask("n", INTEGER, repeats=True, max_answers=2),
        text("x", than("n", ">", 7), than("n", "<", 3), match=ALL),
    ),
    "two instances on both sides": lambda: make(
        group("g", of=(pick("p"),), repeats=True, max_answers=2),
        text("x", is_("p", "u"), is_("p", "v"), match=ALL),
    ),
    "one instance beside another": lambda: make(
        group("g", of=(pick("p"), text("x", is_("p", "v"), there("t"), match=ALL)), repeats=True),
        text("t", is_("p", "u")),
    ),
    "an option that excludes, alone": lambda: make(
        pick("p", "uv*w", repeats=True), text("x", is_("p", "w"), is_not("p", "u"), match=ALL)
    ),
    "an unanswered source": lambda: make(
        ask("n", INTEGER), text("x", than("n", "<", 1), than("n", ">=", 1), match=ANY)
    ),
    "levels that are reached": lambda: make(
        ask("a"), ask("b"), policy=policy(weak("a"), weak("b"), edges=(0, 20, 40, 100))
    ),
}


@pytest.mark.parametrize("name", CLEAN)
def test_no_false_alarm(name: str) -> None:
    """A sound neighbour of a defect is sound."""
    proof = prove(CLEAN[name]())
    assert proof.is_sound, proof.describe()
    assert proof.never_shown == proof.always_shown == ()
