"""Strategies of questionnaires: sound definitions, and responses to any definition.

Every kind of question, condition, group and absence can come up; conditions may look forward,
groups may repeat, and options may carry weights.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from ..conflicts import (
    Absence,
    AnswerValue,
    Condition,
    Kinship,
    Match,
    MonthsBack,
    Operator,
    Option,
    Question,
    Questionnaire,
    QuestionType,
    Response,
    Section,
    YesNo,
)
from ..conflicts.layout import Place
from ..kernel import Text
from .kernel import texts

__all__ = ["questionnaires", "responses", "several_of", "values_of"]

_DAY = date(2025, 6, 15)
_STATED = (Absence.DECLINED, Absence.UNKNOWN, Absence.NOT_APPLICABLE)
_LEAVES = tuple(kind for kind in QuestionType if kind is not QuestionType.GROUP)
_RELATIONS = (
    Option(code="HER", name=Text("hermano", "sibling"), kinship=Kinship.blood(up=1, down=1)),
    Option(code="CUN", name=Text("cuñada o cuñado", "sibling-in-law"),
           kinship=Kinship.by_affinity(up=1, down=1)),
    Option(code="OTRO", name=Text("otro", "other"), kinship=Kinship.none()),
)  # fmt: skip


@st.composite
def questionnaires(draw: st.DrawFn, *, with_groups: bool = True) -> Questionnaire:
    """Give questionnaires (cuestionarios) without policy.

    Args:
        draw: Given by Hypothesis.
        with_groups: Whether groups come up.
    """
    maker = _Maker(draw)
    count = draw(st.integers(1, 6))
    tops = [maker.top(with_groups=with_groups) for _ in range(count)]
    # In another order, so that conditions look forward too; what enables what stays a line.
    ordered = draw(st.permutations(tops))
    cut = draw(st.integers(0, len(ordered)))
    parts = [part for part in (ordered[:cut], ordered[cut:]) if part]
    sections = tuple(
        Section(code=f"S{n}", title=draw(texts()), questions=tuple(part))
        for n, part in enumerate(parts)
    )
    return Questionnaire(code="generado", version="1", title=Text("generado"), sections=sections)


class _Maker:
    """Makes questions one after the other; each may depend on those made before."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.made: list[Question] = []
        self.count = 0

    def top(self, *, with_groups: bool) -> Question:
        if with_groups and self.draw(st.integers(0, 3)) == 0:
            return self.group(repeats=self.draw(st.booleans()), depth=0)
        return self.leaf()

    def group(self, *, repeats: bool, depth: int) -> Question:
        head: dict[str, Any] = {**self._head(repeats=repeats), "type": QuestionType.GROUP}
        inside: list[Question] = []
        for _ in range(self.draw(st.integers(1, 3))):
            nested = depth < 1 and self.draw(st.integers(0, 4)) == 0
            inside.append(self.group(repeats=False, depth=depth + 1) if nested else self.leaf())
        return Question(**head, questions=tuple(inside))

    def leaf(self) -> Question:
        kind = self.draw(st.sampled_from(_LEAVES))
        fields: dict[str, Any] = {
            **self._head(repeats=self.draw(st.integers(0, 3)) == 0),
            "type": kind,
        }
        fields |= self._domain(kind)
        question = Question(**fields)
        self.made.append(question)
        return question

    def _head(self, *, repeats: bool) -> dict[str, Any]:
        self.count += 1
        conditions = self._conditions()
        several = len(conditions) > 1
        return {
            "code": f"Q{self.count}",
            "text": Text(f"reactivo {self.count}", f"question {self.count}"),
            "required": self.draw(st.booleans()),
            "when": conditions,
            "match": self.draw(st.sampled_from(Match)) if several else None,
            **several_of(repeats, 4),
        }

    def _domain(self, kind: QuestionType) -> dict[str, Any]:
        if kind is QuestionType.KINSHIP:
            return {"options": _RELATIONS}
        if kind is QuestionType.CHOICE:
            return {"options": self._options()}
        bounds: dict[QuestionType, tuple[Any, Any]] = {
            QuestionType.INTEGER: (-2, 5),
            QuestionType.DECIMAL: (Decimal("-0.5"), Decimal("2.5")),
            QuestionType.DATE: (_DAY - timedelta(days=900), _DAY + timedelta(days=30)),
        }
        if kind not in bounds or self.draw(st.booleans()):
            return {}
        return dict(zip(("least", "most"), bounds[kind], strict=True))

    def _options(self) -> tuple[Option, ...]:
        weights = self.draw(
            st.just((None,) * 3) | st.just((Fraction(0), Fraction(1), Fraction(5, 2)))
        )
        exclusive = self.draw(st.booleans())
        return tuple(
            Option(code=code, name=Text(code), weight=weight, exclusive=exclusive and code == "c")
            for code, weight in zip("abc", weights, strict=True)
        )

    def _conditions(self) -> tuple[Condition, ...]:
        if not self.made:
            return ()
        sources = self.draw(st.lists(st.sampled_from(self.made), max_size=3))
        return tuple(self._condition(source) for source in sources)

    def _condition(self, source: Question) -> Condition:
        operators = [Operator.EXISTS, Operator.EQUAL, Operator.NOT_EQUAL]
        weighted = all(option.weight is not None for option in source.options)
        if source.type.has_order or (source.type is QuestionType.CHOICE and weighted):
            operators = list(Operator)
        comparison = self.draw(st.sampled_from(operators))
        if comparison is Operator.EXISTS:
            return Condition(source.code, comparison, self.draw(st.booleans()))
        if source.type is QuestionType.DATE and self.draw(st.booleans()):
            return Condition(source.code, comparison, MonthsBack(self.draw(st.integers(0, 36))))
        return Condition(source.code, comparison, self.draw(values_of(source, within=False)))


def values_of(question: Question, *, within: bool = True) -> st.SearchStrategy[AnswerValue]:
    """Give answers to *question*; those of few kinds, so that conditions are often met."""
    kind = question.type
    simple: dict[QuestionType, st.SearchStrategy[Any]] = {
        QuestionType.YES_NO: st.sampled_from(YesNo),
        QuestionType.BOOLEAN: st.booleans(),
        QuestionType.INTEGER: st.integers(-2, 5),
        QuestionType.DECIMAL: st.decimals("-0.5", "2.5", places=1),
        QuestionType.MONEY: st.decimals(0, 90_000, places=2),
        QuestionType.DATE: st.integers(-900, 30).map(lambda n: _DAY + timedelta(days=n)),
        QuestionType.TEXT: st.sampled_from(["x", "é", " x", "CURP de ejemplo", "<b>"]),
    }
    codes = [option.code for option in question.options]
    drawn = st.sampled_from(codes) if codes else simple[kind]
    return drawn.filter(lambda value: _is_within(question, value)) if within else drawn


def _is_within(question: Question, value: Any) -> bool:  # noqa: ANN401 - of the question's type
    least, most = question.least, question.most
    low = least is None or isinstance(least, MonthsBack) or value >= least
    high = most is None or isinstance(most, MonthsBack) or value <= most
    return bool(low and high)


def several_of(repeats: bool, most: int) -> dict[str, Any]:  # noqa: FBT001 - what was drawn
    """Give the fields of a question that takes several answers, at most *most*, or of one."""
    return {"repeats": True, "max_answers": most} if repeats else {}


@st.composite
def responses(draw: st.DrawFn, questionnaire: Questionnaire) -> Response:
    """Give responses (respuestas) to *questionnaire*: empty, partial, complete, contradictory.

    Answers stand under disabled questions too, instances of groups may be empty, and every
    absence that a person can state comes up. Days keep to their bounds and to their order.

    Args:
        draw: Given by Hypothesis.
        questionnaire: What is answered.
    """
    layout = questionnaire.layout
    tops = tuple(
        () if place.position in layout.rows else draw(_entries(place))
        for place in layout.top.places
    )
    values = list(_in_order(layout.places, layout.top.places, tops, ()))
    for group, frame in layout.rows.items():
        most = min(layout.top.places[group].question.max_answers, 3)
        count = draw(st.integers(0, most))
        rows = [tuple(draw(_entries(p)) for p in frame.places) for _ in range(count)]
        values[group] = tuple(_in_order(layout.places, frame.places, row, values) for row in rows)
    return Response(questionnaire=questionnaire, values=tuple(values))


def _entries(place: Place) -> st.SearchStrategy[Any]:
    question = place.question
    if question.is_group:
        return st.none()
    one: st.SearchStrategy[Any] = values_of(question)
    if question.repeats:
        several = st.lists(one, min_size=1, max_size=min(question.max_answers, 3))
        one = several.map(lambda answers: _together(question, answers))
    return st.none() | st.sampled_from(_STATED) | one | one


def _together(question: Question, answers: Sequence[AnswerValue]) -> tuple[AnswerValue, ...]:
    """Drop what cannot stand together: repeated options, and an exclusive one among others."""
    kept = tuple(dict.fromkeys(answers)) if question.options else tuple(answers)
    alone = [o.code for o in question.options if o.exclusive and o.code in kept]
    return (alone[0],) if alone else kept


def _in_order(
    places: Mapping[str, Place],
    frame: Sequence[Place],
    row: tuple[Any, ...],
    top: Sequence[Any],
) -> tuple[Any, ...]:
    """Leave out a day that precedes one of its frame, or of *top*, which it must not precede."""
    kept = list(row)
    for place in frame:
        if place.question.not_before is None:
            continue
        other = places[place.question.not_before]
        before = (kept if other.frame == place.frame else top)[other.position]
        own = kept[place.position]
        if type(before) is date and type(own) is date and own < before:
            kept[place.position] = None
    return tuple(kept)
