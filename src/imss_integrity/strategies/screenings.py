"""Strategies of questionnaires that are screened: with policy, details, triggers and levels.

Interests may be detailed by groups that repeat, by groups that do not, or not at all; questions
may depend on each other; triggers look at kinship, link, window and follow-ups.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from ..conflicts import (
    Band,
    Bond,
    BondReading,
    Condition,
    InterestRule,
    Kinship,
    LegalRadius,
    Level,
    Link,
    Operator,
    Option,
    Proximity,
    Question,
    Questionnaire,
    QuestionType,
    Recency,
    Response,
    Review,
    Role,
    SafeguardRule,
    ScreeningPolicy,
    Section,
    Trigger,
    YesNo,
    evaluate,
)
from ..conflicts.answer_checks import label_of
from ..conflicts.layout import Place
from ..kernel import Rule, Source, Status, Text
from .definitions import several_of, values_of

__all__ = ["completed_responses", "screened_questionnaires"]

_SOURCE = Source(code="ley-generada", title=Text("Ley generada", "Generated law"))
_KIN = tuple(
    Option(code=code, name=Text(code), kinship=kinship)
    for code, kinship in (
        ("CONY", Kinship.partner(Bond.MARRIAGE)),
        ("HIJ", Kinship.blood(up=0, down=1)),
        ("HER", Kinship.blood(up=1, down=1)),
        ("PRI", Kinship.blood(up=2, down=2)),
        ("CUN", Kinship.by_affinity(up=1, down=1)),
        ("OTRO", Kinship.none()),
    )
)
_LINKS = tuple(Option(code=link.value, name=link.label) for link in Link)
_LEVELS = tuple(level for level in Level if level is not Level.CRITICAL)


@st.composite
def screened_questionnaires(draw: st.DrawFn) -> Questionnaire:
    """Give questionnaires (cuestionarios) with a policy of one to four interests.

    Triggers look at links from the closest on, so that a closer link never unmakes one.
    """
    count = draw(st.integers(1, 4))
    parts = [_interest(draw, n) for n in range(count)]
    questions = [question for _, own in parts for question in own]
    rules = tuple(rule for rule, _ in parts)
    policy = ScreeningPolicy(
        interests=rules,
        triggers=tuple(_triggers(draw, rules, {code for q in questions for code in _asked(q)})),
        bands=_bands(draw),
        most_steps=draw(st.integers(0, 4)),
        safeguards=tuple(
            SafeguardRule(code=f"M-{level}", level=level, what=Text("medida"), owner="oic", days=5)
            for level in Level
        ),
        reviews=(Review(level=Level.MEDIUM, months=6, when=Text("medio año", "half a year")),),
    )
    section = Section(code="A", title=Text("A"), questions=tuple(questions))
    return Questionnaire(
        code="generado", version="1", title=Text("generado"), sections=(section,), policy=policy
    )


def _bands(draw: st.DrawFn) -> tuple[Band, ...]:
    cuts = sorted(draw(st.sets(st.integers(1, 99), min_size=3, max_size=3)))
    edges = (0, *cuts, 100)
    return tuple(
        Band(level=level, low=Fraction(low), high=Fraction(high))
        for level, low, high in zip(_LEVELS, edges, edges[1:], strict=False)
    )


def _interest(draw: st.DrawFn, number: int) -> tuple[InterestRule, list[Question]]:
    code = f"I{number}"
    when: tuple[Condition, ...] = ()
    if number and draw(st.booleans()):
        value = draw(st.sampled_from(YesNo))
        comparison = draw(st.sampled_from([Operator.EQUAL, Operator.NOT_EQUAL]))
        when = (Condition(f"I{number - 1}", comparison, value),)
    ask = Question(
        code=code,
        text=Text(f"interés {number}", f"interest {number}"),
        type=QuestionType.YES_NO,
        required=True,
        when=when,
    )
    roles = draw(st.sets(st.sampled_from([Role.KINSHIP, Role.ENDED, Role.LINK, Role.VALUE])))
    base: dict[str, Any] = {
        "question": code,
        "category": "generada",
        "base": draw(st.integers(1, 10)),
    }
    fixed: dict[str, Any] = {
        "proximity": _fixed(draw, Proximity, asked=Role.KINSHIP in roles),
        "recency": _fixed(draw, Recency, asked=Role.ENDED in roles),
        "link": _fixed(draw, Link, asked=Role.LINK in roles),
        "perception": draw(st.booleans()),
    }
    if not roles:
        return InterestRule(**base, **fixed), [ask]
    repeats = draw(st.booleans())
    details = Question(
        code=f"{code}.detalle",
        text=Text("detalle", "details"),
        type=QuestionType.GROUP,
        required=repeats,
        **several_of(repeats, 2),
        when=(Condition(code, Operator.EQUAL, YesNo.YES),),
        questions=tuple(_follow_up(draw, code, role) for role in sorted(roles)),
    )
    return InterestRule(**base, **fixed, details=details.code), [ask, details]


def _fixed(draw: st.DrawFn, scale: type[StrEnum], *, asked: bool) -> Any:  # noqa: ANN401
    return None if asked else draw(st.none() | st.sampled_from(scale))


def _follow_up(draw: st.DrawFn, code: str, role: Role) -> Question:
    kinds = {
        Role.KINSHIP: QuestionType.KINSHIP,
        Role.ENDED: QuestionType.DATE,
        Role.LINK: QuestionType.CHOICE,
        Role.VALUE: QuestionType.MONEY,
    }
    options = {Role.KINSHIP: _KIN, Role.LINK: _LINKS}.get(role, ())
    return Question(
        code=f"{code}.{role}",
        text=Text(role.value),
        type=kinds[role],
        role=role,
        options=options,
        required=draw(st.booleans()) or role in {Role.KINSHIP, Role.LINK},
    )


def _asked(question: Question) -> set[str]:
    return {below.code for below in question.walk()}


def _triggers(draw: st.DrawFn, rules: tuple[InterestRule, ...], asked: set[str]) -> list[Trigger]:
    made: list[Trigger] = []
    for number in range(draw(st.integers(0, 2))):
        rule = draw(st.sampled_from(rules))
        first = draw(st.none() | st.just(date(2025, 1, 1)) | st.just(date(2026, 1, 1)))
        law = Rule(
            code=f"LEY-{number}",
            text=Text("regla", "rule"),
            source=_SOURCE,
            status=Status.OFFICIAL,
            first_day=first,
        )
        radius = LegalRadius(
            rule=law,
            collateral=draw(st.integers(1, 4)),
            direct=None,
            affinity=draw(st.integers(1, 4)),
            spouse=BondReading.STATED,
            concubine=BondReading.STATED,
        )
        made.append(
            Trigger(
                code=f"T{number}",
                questions=(rule.question,),
                rule=law,
                effect=Text("turnar", "refer"),
                radius=draw(st.none() | st.just(radius)),
                links=_links(draw, rule, asked=f"{rule.question}.{Role.LINK}" in asked),
                months=draw(st.none() | st.integers(0, 36)),
            )
        )
    return made


def _links(draw: st.DrawFn, rule: InterestRule, *, asked: bool) -> tuple[Link, ...]:
    """Give links from the closest on, far enough to hold one that can be given."""
    least = 1 if asked else 1 + list(Link).index(rule.link or Link.NONE)
    return tuple(Link)[: draw(st.just(0) | st.integers(least, len(Link)))]


@st.composite
def completed_responses(
    draw: st.DrawFn, questionnaire: Questionnaire, *, on: date, start: Response | None = None
) -> Response:
    """Give responses to a `screened_questionnaires` in which nothing is open on the day *on*.

    Args:
        draw: Given by Hypothesis.
        questionnaire: What is answered.
        on: The day.
        start: What stands already and is kept, absences that leave things open apart;
            ``None``: nothing.
    """
    response = start or Response.from_answers(questionnaire, {})
    layout = questionnaire.layout
    while True:
        result = evaluate(response, on=on)
        open_paths = {*result.missing, *result.pending, *result.declined}
        if not open_paths:
            return response
        for place in layout.places.values():
            rows = [None] if place.frame is None else range(len(response.rows(place.frame)))
            for row in rows:
                if label_of(layout, place, row) in open_paths:
                    value = draw(_filling(questionnaire, place))
                    response = response.replaced({(place, row): value})


def _filling(questionnaire: Questionnaire, place: Place) -> st.SearchStrategy[Any]:
    """Give what fills an open place: an instance or two of a group, or an answer."""
    if not place.question.is_group:
        one: st.SearchStrategy[Any] = values_of(place.question)
        return one.map(lambda answer: (answer,)) if place.question.repeats else one
    frame = questionnaire.layout.rows[place.position]
    empty = (None,) * len(frame)
    return st.integers(1, place.question.max_answers).map(lambda count: (empty,) * count)
