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

import attrs

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
from ..kernel.fields import CODE, LABEL, Each, ExactNumber, InstanceOf, OneOf, WholeNumber
from ..kernel.provenance import Source, Status, weakest
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value
from .assessing import Assessment
from .stages import Stage

__all__ = ["Costs", "Raise", "Route", "cheapest_route"]

Costs = Mapping[str, Mapping[int, int | Decimal | Fraction]]
"""Code of a subcriterion -> percent -> whole price of going there from today's rating."""

_AMOUNT = ExactNumber(0)
_PERCENT = WholeNumber(0, 100)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Raise(Value):
    """One raise of a route.

    Attributes:
        subcriterion: Its code.
        name: Its name.
        before: Percent today.
        after: Percent to reach, above *before*.
        cost: Whole price, in the unit of the costs given.
        points: Points it earns.
    """

    subcriterion: str = attrs.field(validator=CODE)
    name: Text = attrs.field(validator=LABEL)
    before: int = attrs.field(validator=_PERCENT)
    after: int = attrs.field(validator=_PERCENT)
    cost: Fraction = attrs.field(validator=_AMOUNT)
    points: Fraction = attrs.field(validator=_AMOUNT)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Route(Report, Value):
    """The cheapest way to a target.

    Ruta más barata.

    Attributes:
        subject: Code of the unit.
        target: Points asked for.
        start: Points today.
        reached: Points at the end, at least *target*.
        cost: Sum of the costs of the raises: no set of raises that reaches costs less.
        raises: What to raise, in the order of the framework; empty if the target is met.
        certificate: For each subcriterion, in order, and once more for none: pairs of
            hundredths of a point and a cost, both rising. To gain at least so much with
            this subcriterion and those after it costs at least so much.
        status: ``OWN``: the costs are the caller's.
        sources: What the framework rests on.
    """

    subject: str = attrs.field(validator=CODE)
    target: Fraction = attrs.field(validator=_AMOUNT)
    start: Fraction = attrs.field(validator=_AMOUNT)
    reached: Fraction = attrs.field(validator=_AMOUNT)
    cost: Fraction = attrs.field(validator=_AMOUNT)
    raises: tuple[Raise, ...] = attrs.field(validator=Each(InstanceOf(Raise)))
    certificate: tuple[tuple[tuple[int, Fraction], ...], ...] = attrs.field(
        validator=Each(InstanceOf(tuple), least=1), repr=False
    )
    status: Status = attrs.field(validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(validator=Each(InstanceOf(Source)))

    def _table(self, language: Language) -> Table:
        title = Text(
            "{unit}: de {start} a {reached} puntos con un costo de {cost} (meta: {target})",
            "{unit}: from {start} to {reached} points at a cost of {cost} (target: {target})",
        ).format(
            unit=self.subject,
            start=shown_number(self.start),
            reached=shown_number(self.reached),
            cost=shown_number(self.cost),
            target=shown_number(self.target),
        )
        rows = (
            (
                one.subcriterion,
                one.name.to(language),
                f"{one.before} -> {one.after}",
                shown_number(one.cost),
                shown_number(one.points),
            )
            for one in self.raises
        )
        proof = Text(
            "Ningún otro conjunto de mejoras llega a la meta por menos (certificado incluido).",
            "No other set of raises reaches the target for less (certificate included).",
        )
        header = _HEADER[language] if self.raises else ()
        return Table(
            title=title.to(language), header=header, rows=tuple(rows), notes=(proof.to(language),)
        )

    def _records(self) -> list[dict[str, object]]:
        return [
            {
                "subject": self.subject,
                "subcriterion": one.subcriterion,
                "before": one.before,
                "after": one.after,
                "cost": one.cost,
                "points": one.points,
            }
            for one in self.raises
        ]


_HEADER = {
    Language.ES: ("clave", "nombre", "%", "costo", "puntos"),
    Language.EN: ("code", "name", "%", "cost", "points"),
}


@attrs.frozen
class _Option:
    """A raise that is offered: hundredths of a point it earns, and its scaled cost."""

    percent: int
    gain: int
    cost: int


@attrs.frozen
class _Choice:
    """The best choices from one subcriterion on; *then* are those after it."""

    gain: int
    cost: int
    raises: int
    option: _Option | None
    then: _Choice | None


_NOTHING = _Choice(0, 0, 0, None, None)


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
    framework = assessment.framework
    if assessment.missing:
        rule = Text("estar calificado del todo", "be fully rated")
        raise MissingDataError(must("assessment", "missing", rule, len(assessment.missing)))
    points = _target_points(target, framework.total)
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
    frontiers = _frontiers(options, need)
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


def _target_points(target: object, total: int) -> Fraction:
    points = (
        Fraction(target.low * total, 100)
        if isinstance(target, Stage)
        else parse_exact(target, path="target")
    )
    ExactNumber(0, total).check("target", points)
    return points


def _exact_costs(assessment: Assessment, costs: Costs) -> dict[str, dict[int, Fraction]]:
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


def _options(points: int, today: int, costs: Mapping[int, Fraction], scale: int) -> list[_Option]:
    return [
        _Option(percent, points * (percent - today), int(cost * scale))
        for percent, cost in sorted(costs.items())
        if percent > today
    ]


def _check_reach(options: Iterable[Sequence[_Option]], start: int, need: int) -> None:
    most = sum(own[-1].gain for own in options if own)
    if most < need:
        sentence = Text(
            "'target' debe estar al alcance de lo ofrecido: llega a {most} puntos",
            "'target' must be within reach of what is offered: that reaches {most} points",
        )
        text = sentence.format(most=shown_number(Fraction(start + most, 100)))
        raise OutOfReachError(Fault("target", "out_of_reach", text))


def _frontiers(options: Sequence[Sequence[_Option]], need: int) -> list[list[_Choice]]:
    """Give, for each subcriterion and the ones after it, the choices worth making.

    A choice is worth making if no other gains as much for as little. What is gained beyond
    *need* is worth nothing, except between choices of equal cost.
    """
    frontiers = [[_NOTHING]]
    for own in reversed(options):
        later = frontiers[-1]
        stays = [_Choice(then.gain, then.cost, then.raises, None, then) for then in later]
        moves = [
            _Choice(then.gain + o.gain, then.cost + o.cost, then.raises + 1, o, then)
            for o in own
            for then in later
        ]
        frontiers.append(_worthwhile([*stays, *moves], need))
    return frontiers[::-1]


def _worthwhile(choices: Iterable[_Choice], need: int) -> list[_Choice]:
    kept: list[_Choice] = []
    ordered = sorted(choices, key=lambda c: (-min(c.gain, need), c.cost, -c.gain, c.raises))
    for choice in ordered:
        if not kept or choice.cost < kept[-1].cost:
            kept.append(choice)
    return kept[::-1]


def _raises(assessment: Assessment, best: _Choice, scale: int) -> Iterable[Raise]:
    options: list[_Option | None] = []
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
