"""Strategies of competitiveness: scales, frameworks, ratings, costs, standings, years.

Frameworks have any total, not 1000 alone, and may bring a scale of their own. What is drawn
for a framework or a gate takes it as an argument, so that the two always fit.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from hypothesis import strategies as st

from ..competitiveness import (
    AGREED,
    STAGES_2019,
    Assessment,
    Criterion,
    Framework,
    Gate,
    IntegrityShare,
    Requirement,
    Stage,
    StageScale,
    Standing,
    Subcriterion,
    YearResult,
)
from .kernel import codes, exact_numbers, periods, sources, statuses, texts

__all__ = [
    "assessments",
    "evaluator_sheets",
    "frameworks",
    "gates",
    "route_costs",
    "stage_scales",
    "standings",
    "year_results",
]

# Made once: a strategy that is made anew for each draw is slow.
_CODES, _TEXTS, _SOURCES, _STATUSES = codes(), texts(), sources(), statuses()
_STEPS = (1, 2, 4, 5, 10, 20, 25, 50, 100)  # the divisors of 100
_MOST_POINTS = 1_000_000


@st.composite
def stage_scales(draw: st.DrawFn) -> StageScale:
    """Give scales (escalas de madurez): any step that divides 100, any cuts on its lattice."""
    step = draw(st.sampled_from(_STEPS))
    inner = range(step, 101, step)
    lows = draw(st.sets(st.sampled_from(inner), max_size=min(4, len(inner))))
    ends = [*pairwise([0, *sorted(lows), 100 + step])]
    names = draw(_distinct_codes(len(ends)))
    stages = (
        Stage(code=code, name=draw(_TEXTS), low=low, high=following - step)
        for code, (low, following) in zip(names, ends, strict=True)
    )
    return StageScale(
        code=draw(_CODES),
        stages=tuple(stages),
        step=step,
        source=draw(_SOURCES),
        status=draw(_STATUSES),
    )


def _distinct_codes(number: int) -> st.SearchStrategy[list[str]]:
    return st.lists(_CODES, min_size=number, max_size=number, unique=True)


@st.composite
def frameworks(draw: st.DrawFn, max_criteria: int = 3, max_subcriteria: int = 3) -> Framework:
    """Give frameworks (marcos): any points, any total, with and without cross references.

    Args:
        draw: Given by Hypothesis.
        max_criteria: Most criteria, 1 or more.
        max_subcriteria: Most subcriteria in one criterion, 1 or more.
    """
    sizes = draw(st.lists(st.integers(1, max_subcriteria), min_size=1, max_size=max_criteria))
    count = sum(sizes)
    total = draw(st.just(1000) | st.integers(count, _MOST_POINTS))
    points = draw(_points(count, total))
    sub_codes = draw(_distinct_codes(count))
    ends = st.sampled_from(sub_codes)
    references = draw(st.lists(st.tuples(ends, ends), max_size=3))
    subs = [
        Subcriterion(
            code=code,
            name=draw(_TEXTS),
            points=own,
            cross_references=tuple(to for start, to in references if start == code != to),
        )
        for code, own in zip(sub_codes, points, strict=True)
    ]
    criteria: list[Criterion] = []
    for code, size in zip(draw(_distinct_codes(len(sizes))), sizes, strict=True):
        own, subs = tuple(subs[:size]), subs[size:]
        carried = sum(sub.points for sub in own)
        criteria.append(Criterion(code=code, name=draw(_TEXTS), points=carried, subcriteria=own))
    return Framework(
        code=draw(_CODES),
        name=draw(_TEXTS),
        version=draw(_CODES),
        criteria=tuple(criteria),
        total=total,
        scale=draw(st.just(STAGES_2019) | stage_scales()),
        status=draw(_STATUSES),
        source=draw(st.none() | _SOURCES),
    )


@st.composite
def _points(draw: st.DrawFn, count: int, total: int) -> list[int]:
    """Divide *total* into *count* whole numbers above 0, in any way."""
    inside, number = st.integers(1, max(1, total - 1)), count - 1
    cuts = draw(st.lists(inside, min_size=number, max_size=number, unique=True))
    return [high - low for low, high in pairwise([0, *sorted(cuts), total])]


def _percents(framework: Framework, *, complete: bool) -> st.SearchStrategy[tuple[int | None, ...]]:
    rated = st.integers(0, 100 // framework.scale.step).map(lambda n: n * framework.scale.step)
    cell: st.SearchStrategy[int | None] = rated if complete else st.none() | rated
    return st.tuples(*(cell for _ in framework.subcriteria))


@st.composite
def assessments(
    draw: st.DrawFn, framework: Framework | None = None, *, complete: bool = False
) -> Assessment:
    """Give assessments (evaluaciones) of one evaluator, or agreed.

    Args:
        draw: Given by Hypothesis.
        framework: What is rated; ``None``: any.
        complete: Whether every subcriterion is rated; otherwise some, all or none are.
    """
    rated = draw(frameworks()) if framework is None else framework
    return Assessment(
        unit=draw(_CODES),
        period=draw(periods()),
        evaluator=draw(_CODES | st.just(AGREED)),
        framework=rated,
        percents=draw(_percents(rated, complete=complete)),
    )


@st.composite
def evaluator_sheets(
    draw: st.DrawFn, framework: Framework | None = None, *, complete: bool = False
) -> list[Assessment]:
    """Give the sheets of two to four evaluators of one unit (hojas de evaluadores).

    Args:
        draw: Given by Hypothesis.
        framework: What is rated; ``None``: any.
        complete: Whether each evaluator rated every subcriterion.
    """
    rated = draw(frameworks()) if framework is None else framework
    unit, period = draw(_CODES), draw(periods())
    single = _CODES.filter(lambda code: code != AGREED)
    evaluators = draw(st.lists(single, min_size=2, max_size=4, unique=True))
    return [
        Assessment(
            unit=unit,
            period=period,
            evaluator=evaluator,
            framework=rated,
            percents=draw(_percents(rated, complete=complete)),
        )
        for evaluator in evaluators
    ]


def route_costs(
    framework: Framework,
) -> st.SearchStrategy[Mapping[str, Mapping[int, int | Decimal | Fraction]]]:
    """Give what raising costs (costos): for some subcriteria the price of some percents.

    Prices are whole, decimal or broken, 0 among them; they need not rise with the percent.

    Args:
        framework: Whose subcriteria are raised.
    """
    step = framework.scale.step
    percents = st.integers(0, 100 // step).map(lambda n: n * step)
    prices = st.integers(0, 20) | st.decimals(0, 1000, places=2).map(abs) | exact_numbers(0, 20)
    offers = st.dictionaries(percents, prices, max_size=3)
    return st.dictionaries(st.sampled_from(list(framework.positions)), offers)


def _requirements(code: str) -> st.SearchStrategy[Requirement]:
    full = st.just(Fraction(1)) | exact_numbers(Fraction(1, 1000), 1)
    return st.builds(Requirement, code=st.just(code), name=_TEXTS, full=full)


@st.composite
def gates(draw: st.DrawFn) -> Gate:
    """Give integrity gates (compuertas) of one to three requirements."""
    asked = draw(st.lists(_CODES, min_size=1, max_size=3, unique=True))
    return Gate(
        code=draw(_CODES),
        name=draw(_TEXTS),
        requirements=tuple(draw(_requirements(code)) for code in asked),
        status=draw(_STATUSES),
        sources=tuple(draw(st.lists(_SOURCES, max_size=2))),
    )


@st.composite
def standings(draw: st.DrawFn, gate: Gate | None = None) -> Standing:
    """Give integrity standings (situaciones).

    Args:
        draw: Given by Hypothesis.
        gate: Whose requirements are told, all of them, in any order; ``None``: any codes.
    """
    told = (
        draw(st.lists(_CODES, max_size=3, unique=True))
        if gate is None
        else draw(st.permutations([one.code for one in gate.requirements]))
    )
    share = st.sampled_from((Fraction(0), Fraction(1))) | exact_numbers(0, 1)
    return Standing(
        shares=tuple(IntegrityShare(code=code, share=draw(share)) for code in told),
        status=draw(_STATUSES),
        sources=tuple(draw(st.lists(_SOURCES, max_size=2))),
    )


@st.composite
def year_results(draw: st.DrawFn) -> tuple[YearResult, ...]:
    """Give what is known of one unit year by year (años), in order: gaps, falls, Premios.

    Years mostly follow each other, for only then is a ladder climbed.
    """
    steps = draw(st.lists(st.just(1) | st.integers(1, 4), max_size=12))
    year = draw(st.integers(1999, 2200 - sum(steps)))
    points = st.none() | st.integers(0, 3).map(Fraction) | exact_numbers(0, _MOST_POINTS)
    found: list[YearResult] = []
    for step in steps:
        found.append(YearResult(year=year, points=draw(points), won=draw(st.booleans())))
        year += step
    return tuple(found)
