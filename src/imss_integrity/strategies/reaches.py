"""Strategies of initiatives and their reach, of learning, and of institution-wide indices.

Nested stages are drawn so that true counts exist which fit them; the counts themselves are
small as often as large, so that ties, zeros and bounds that meet come up.
"""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st

from ..initiatives import (
    ActionKind,
    Axis,
    CriterionSide,
    FulfilmentCriterion,
    IndexComponent,
    IndexDeduction,
    IndexDimension,
    Initiative,
    InitiativeAction,
    LearningEvaluation,
    LearningLevel,
    LearningModule,
    LevelResult,
    Principle,
    Reach,
    ReachStage,
)
from ..kernel import PublishedFigure, Relation
from .kernel import codes, days, exact_numbers, periods, sources, statuses, texts

__all__ = [
    "fulfilment_criteria",
    "index_components",
    "index_deductions",
    "initiative_records",
    "learning_evaluations",
    "staged_reaches",
]

_CODES, _TEXTS, _STATUSES = codes(), texts(), statuses()
_SOME_SOURCES = st.lists(sources(), max_size=2).map(tuple)
_COUNTS = st.integers(0, 6) | st.integers(0, 10**9)
_RESULT_DAYS = st.lists(days(), min_size=2, max_size=2, unique=True).map(sorted)
_LAWFUL = {  # how far below or above the true count a number may be published
    Relation.EXACTLY: (0, 0),
    Relation.AT_LEAST: (-1, 0),
    Relation.AT_MOST: (0, 1),
    Relation.ABOUT: (-1, 1),
}


@st.composite
def staged_reaches(draw: st.DrawFn, max_stages: int = 4) -> Reach:
    """Give reaches (alcances) of every relation, nested and not.

    Args:
        draw: Given by Hypothesis.
        max_stages: Most stages, 1 or more.
    """
    names = draw(st.lists(_CODES, min_size=1, max_size=max_stages, unique=True))
    stages: list[ReachStage] = []
    true = draw(_COUNTS)
    for place, code in enumerate(names):
        nested = place > 0 and draw(st.booleans())
        true = draw(st.integers(0, true) if nested else _COUNTS)
        relation = draw(st.sampled_from(Relation))
        below, above = _LAWFUL[relation]
        slack = draw(_COUNTS)
        published = draw(st.integers(max(true + below * slack, 0), true + above * slack))
        figure = PublishedFigure(
            published,
            relation,
            code=code,
            what=draw(_TEXTS),
            sources=(draw(sources()),),
            status=draw(_STATUSES),
            on=draw(st.none() | days()),
        )
        stages.append(ReachStage(figure=figure, nested=nested))
    return Reach(initiative=draw(_CODES), stages=tuple(stages))


def _actions() -> st.SearchStrategy[InitiativeAction]:
    others = st.sampled_from([kind for kind in ActionKind if kind is not ActionKind.NORMATIVE])
    changes = st.builds(
        InitiativeAction,
        code=_CODES,
        name=_TEXTS,
        kind=st.just(ActionKind.NORMATIVE),
        document=_CODES,
    )
    return changes | st.builds(InitiativeAction, code=_CODES, name=_TEXTS, kind=others)


def initiative_records() -> st.SearchStrategy[Initiative]:
    """Give initiatives (iniciativas), of which any part may not be stated."""
    modules = st.builds(LearningModule, code=_CODES, name=_TEXTS)
    return st.builds(
        Initiative,
        code=_CODES,
        name=_TEXTS,
        axis=st.sampled_from(Axis),
        actions=st.lists(_actions(), max_size=3, unique_by=lambda one: one.code).map(tuple),
        principles=st.lists(st.sampled_from(Principle), unique=True).map(tuple),
        modules=st.lists(modules, max_size=2, unique_by=lambda one: one.code).map(tuple),
        audience=st.none() | _TEXTS,
        period=st.none() | periods(),
        owner=st.none() | _CODES,
        status=_STATUSES,
        sources=_SOME_SOURCES,
    )


@st.composite
def learning_evaluations(draw: st.DrawFn) -> LearningEvaluation:
    """Give evaluations of learning (evaluaciones del aprendizaje), of one to all levels."""
    levels = draw(st.lists(st.sampled_from(LearningLevel), min_size=1, unique=True))
    learned, later = draw(_RESULT_DAYS)
    percents = st.sampled_from((Fraction(0), Fraction(100))) | exact_numbers(0, 100)
    results = tuple(
        LevelResult(
            level=level,
            on=later if level is LearningLevel.BEHAVIOUR else learned,
            people=draw(st.integers(1, 10**6)),
            after=draw(percents),
            before=draw(percents if level is LearningLevel.LEARNING else st.none() | percents),
        )
        for level in levels
    )
    return LearningEvaluation(
        module=draw(_CODES), results=results, status=draw(_STATUSES), sources=draw(_SOME_SOURCES)
    )


def fulfilment_criteria() -> st.SearchStrategy[tuple[FulfilmentCriterion, ...]]:
    """Give criteria (criterios) of an index: of rules and of practice, known and not."""
    one = st.builds(
        FulfilmentCriterion,
        code=_CODES,
        name=_TEXTS,
        side=st.sampled_from(CriterionSide),
        fulfilled=st.none() | st.booleans(),
    )
    return st.lists(one, min_size=1, max_size=6, unique_by=lambda one: one.code).map(tuple)


@st.composite
def index_components(draw: st.DrawFn) -> tuple[IndexComponent, ...]:
    """Give components (componentes) of an index, whose weights add up to 1; some may be 0."""
    names = draw(st.lists(_CODES, min_size=1, max_size=4, unique=True))
    some = st.integers(0, 3) | st.integers(0, 10**6)
    loads = draw(st.lists(some, min_size=len(names), max_size=len(names)).filter(any))
    return tuple(
        IndexComponent(
            code=code,
            name=draw(_TEXTS),
            dimension=draw(st.sampled_from(IndexDimension)),
            share=draw(st.sampled_from((Fraction(0), Fraction(1))) | exact_numbers(0, 1)),
            weight=Fraction(load, sum(loads)),
        )
        for code, load in zip(names, loads, strict=True)
    )


def index_deductions() -> st.SearchStrategy[IndexDeduction]:
    """Give deductions (deducciones): none of weight, some points, and more than there are."""
    return st.builds(
        IndexDeduction,
        code=_CODES,
        name=_TEXTS,
        points=st.sampled_from((Fraction(0), Fraction(100))) | exact_numbers(0, 200),
    )
