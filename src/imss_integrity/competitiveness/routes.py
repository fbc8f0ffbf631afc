"""The cheapest set of raises that brings an assessment to a target, with its proof.

Ruta más barata. Exact dynamic programming on whole hundredths of a point. The route carries a
certificate, a lower bound for every stage of the search, which `certificates.route_faults`
checks without knowing how it was found.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import cast

from ..kernel.arguments import check_mapping
from ..kernel.errors import (
    Fault,
    InconsistentError,
    InvalidValueError,
    MissingDataError,
    OutOfReachError,
    must,
    raise_any,
)
from ..kernel.exact import exact_sum, parse_exact, shown_number
from ..kernel.fields import ExactNumber, InstanceOf
from ..kernel.provenance import Status, weakest
from ..kernel.text import Text
from .assessing import Assessment
from .frameworks import Framework
from .frontiers import Choice, Offer, frontiers_of
from .route_results import Raise, Route
from .stages import Stage

__all__ = ["Costs", "cheapest_route", "check_costs"]

Costs = Mapping[str, Mapping[int, int | Decimal | Fraction]]
"""Code of a subcriterion -> percent -> whole price of going there from today's rating."""


def cheapest_route(
    assessment: Assessment, *, costs: Costs, target: int | Decimal | Fraction | Stage
) -> Route:
    """Find the least-cost set of raises that brings an assessment to a target.

    Ruta más barata a una meta.

    Args:
        assessment: Today's ratings; every subcriterion must be rated.
        costs: For each subcriterion that can be raised, the percents that can be reached and
            the whole price of going there from today's rating, 0 or more. Staying costs
            nothing; a percent not above today's is no raise and is passed over.
        target: Points, or a stage: its lowest percent of all points.

    Returns:
        The route. Among the cheapest it reaches the most points, then with the fewest raises.

    Raises:
        OutOfReachError: If all that is offered does not reach *target*; the message tells
            how far it reaches.
        MissingDataError: If a subcriterion is not rated.
        InconsistentError: If *costs* names a subcriterion that the framework lacks.
        InvalidValueError: If a percent lies off the lattice, a cost is negative or not
            exact, or *target* lies outside 0 to the total.

    Source:
        Own; the points are those of the arithmetic method.

    >>> from imss_integrity.catalog import EXAMPLE_ASSESSMENTS
    >>> sheet = EXAMPLE_ASSESSMENTS[1]
    >>> route = cheapest_route(sheet, costs={"1.1": {75: 3, 80: 8}}, target=590)
    >>> route.cost, route.raises[0].after
    (Fraction(3, 1), 75)
    >>> cheapest_route(sheet, costs={"1.1": {75: 3, 80: 8}}, target=999)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.OutOfReachError: 'target' must be within reach of what is ...
    """
    InstanceOf(Assessment).check("assessment", assessment)
    framework = assessment.framework
    if assessment.missing:
        rule = Text("calificarse antes de buscar la ruta", "be rated before a route is sought")
        raise_any(
            (
                must(f"ratings[{code}]", "missing", rule, None, subject=code)
                for code in assessment.missing
            ),
            MissingDataError,
        )
    points = _target_points(target, framework)
    exact = _exact_costs(assessment, costs)
    scale = math.lcm(*(cost.denominator for own in exact.values() for cost in own.values()))
    options = [
        _options(sub.points, today, exact.get(sub.code, {}), scale)
        for sub, today in zip(framework.subcriteria, _percents(assessment), strict=True)
    ]
    start = sum(
        sub.points * today
        for sub, today in zip(framework.subcriteria, _percents(assessment), strict=True)
    )
    need = max(0, math.ceil(100 * points) - start)
    _check_reach(options, start, need)
    frontiers = frontiers_of(options, need)
    best = next(choice for choice in frontiers[0] if choice.gain >= need)
    raises = tuple(_raises(assessment, best, scale))
    return Route(
        subject=assessment.unit,
        target=points,
        start=Fraction(start, 100),
        reached=Fraction(start + best.gain, 100),
        cost=exact_sum(one.cost for one in raises),
        raises=raises,
        certificate=tuple(
            tuple((min(choice.gain, need), Fraction(choice.cost, scale)) for choice in frontier)
            for frontier in frontiers
        ),
        status=weakest((framework.weakest_status, Status.OWN)),
        sources=framework.all_sources,
    )


def _percents(assessment: Assessment) -> list[int]:
    return [percent for percent in assessment.percents if percent is not None]


def _target_points(target: object, framework: Framework) -> Fraction:
    if isinstance(target, Stage):
        if target not in framework.scale.stages:
            rule = Text("ser una etapa del marco", "be a stage of the framework")
            raise InconsistentError(must("target", "foreign", rule, target.code))
        return Fraction(target.low * framework.total, 100)
    points = parse_exact(target, path="target")
    ExactNumber(0, framework.total).check("target", points)
    return points


def check_costs(costs: object) -> None:
    """Refuse costs of another shape than code of a subcriterion -> percent -> cost.

    Raises:
        InvalidValueError: If they are no mapping of mappings.
    """
    check_mapping("costs", costs)
    for code, offered in cast("Mapping[object, object]", costs).items():
        check_mapping(f"costs[{code}]", offered)


def _exact_costs(assessment: Assessment, costs: Costs) -> dict[str, dict[int, Fraction]]:
    check_costs(costs)
    framework = assessment.framework
    rule = Text("nombrar subcriterios del marco", "name subcriteria of the framework")
    strangers = [code for code in costs if code not in framework.positions]
    raise_any((must("costs", "foreign", rule, code) for code in strangers), InconsistentError)
    raise_any(
        fault
        for code, offered in costs.items()
        for percent in offered
        if (fault := framework.scale.percent_fault(f"costs[{code}]", percent)) is not None
    )
    return {
        code: {percent: _cost(code, cost) for percent, cost in offered.items()}
        for code, offered in costs.items()
    }


def _cost(code: str, cost: object) -> Fraction:
    exact = parse_exact(cost, path=f"costs[{code}]")
    if exact < 0:
        rule = Text("ser 0 o más", "be 0 or more")
        raise InvalidValueError(must(f"costs[{code}]", "range", rule, exact))
    return exact


def _options(points: int, today: int, costs: Mapping[int, Fraction], scale: int) -> list[Offer]:
    return [
        Offer(percent, points * (percent - today), int(cost * scale))
        for percent, cost in sorted(costs.items())
        if percent > today
    ]


def _check_reach(options: Iterable[Sequence[Offer]], start: int, need: int) -> None:
    most = sum(own[-1].gain for own in options if own)
    if most < need:
        sentence = Text(
            "'target' debe estar al alcance de lo ofrecido: llega a {most} puntos",
            "'target' must be within reach of what is offered: that reaches {most} points",
        )
        text = sentence.format(most=shown_number(Fraction(start + most, 100)))
        raise OutOfReachError(Fault("target", "out_of_reach", text))


def _raises(assessment: Assessment, best: Choice, scale: int) -> Iterable[Raise]:
    options: list[Offer | None] = []
    step = best
    while step.then is not None:
        options.append(step.option)
        step = step.then
    subs = assessment.framework.subcriteria
    for sub, today, option in zip(subs, _percents(assessment), options, strict=True):
        if option is not None:
            yield Raise(
                subcriterion=sub.code,
                name=sub.name,
                before=today,
                after=option.percent,
                cost=Fraction(option.cost, scale),
                points=Fraction(option.gain, 100),
            )
