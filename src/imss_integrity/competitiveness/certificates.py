"""Checking that a route is the cheapest, without finding routes.

Certificado de una ruta. The certificate claims, for each subcriterion and those after it, the
least cost of any gain. If every claim is at most the cost of each option plus the claim after
it, no set of raises costs less than the first claim; so it is enough to check that, and that
the route itself costs no more. This module knows nothing of the solver.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from ..kernel.errors import Fault
from ..kernel.exact import exact_sum, parse_exact
from ..kernel.fields import InstanceOf
from ..kernel.text import Text
from .assessing import Assessment
from .route_results import Route
from .routes import Costs, check_costs

__all__ = ["route_faults"]

_Claims = Sequence[tuple[int, Fraction]]


def route_faults(route: Route, assessment: Assessment, *, costs: Costs) -> tuple[Fault, ...]:
    """Say what keeps *route* from being proved the cheapest; an empty answer is a proof.

    Verifica el certificado de una ruta.

    Args:
        route: The route with its certificate.
        assessment: The ratings it starts from.
        costs: What was offered, as given to `cheapest_route`.

    Returns:
        Faults, in order of the steps of the proof; none if the route is proved.

    Source:
        Own; a feasible dual solution bounds the cost of every primal one.

    >>> from imss_integrity.catalog import EXAMPLE_ASSESSMENTS
    >>> from imss_integrity.competitiveness import cheapest_route
    >>> costs = {"1.1": {75: 3, 80: 8}}
    >>> route = cheapest_route(EXAMPLE_ASSESSMENTS[1], costs=costs, target=590)
    >>> route_faults(route, EXAMPLE_ASSESSMENTS[1], costs=costs)
    ()
    >>> cheaper = {"1.1": {75: 2, 80: 8}}
    >>> [fault.code for fault in route_faults(route, EXAMPLE_ASSESSMENTS[1], costs=cheaper)]
    ['raise', 'bound']
    """
    InstanceOf(Route).check("route", route)
    InstanceOf(Assessment).check("assessment", assessment)
    check_costs(costs)
    return tuple(_faults(route, assessment, costs))


def _faults(route: Route, assessment: Assessment, costs: Costs) -> Iterator[Fault]:
    subs = assessment.framework.subcriteria
    today = {code: percent or 0 for code, percent in assessment.ratings.items()}
    points = {sub.code: sub.points for sub in subs}
    start = sum(points[code] * percent for code, percent in today.items())
    offered = {
        sub.code: [
            (sub.points * (percent - today[sub.code]), parse_exact(cost), percent)
            for percent, cost in costs.get(sub.code, {}).items()
            if percent > today[sub.code]
        ]
        for sub in subs
    }
    if (route.subject, route.start) != (assessment.unit, Fraction(start, 100)):
        yield _fault("start", "la ruta parte de otra evaluación", "the route starts elsewhere")
    gained = 0
    for one in route.raises:
        gain = points.get(one.subcriterion, 0) * (one.after - one.before)
        is_offered = (gain, one.cost, one.after) in offered.get(one.subcriterion, [])
        if not is_offered or one.points != Fraction(gain, 100):
            yield _fault("raise", "una mejora no está entre lo ofrecido", "a raise is not offered")
        gained += gain
    if len({one.subcriterion for one in route.raises}) < len(route.raises):
        yield _fault("raise", "una mejora se repite", "a raise is repeated")
    if Fraction(start + gained, 100) != route.reached or route.reached < route.target:
        yield _fault("reached", "las mejoras no llegan a la meta", "the raises miss the target")
    if exact_sum(one.cost for one in route.raises) != route.cost:
        yield _fault("cost", "los costos no suman", "the costs do not add up")
    need = max(0, -(-100 * route.target.numerator // route.target.denominator) - start)
    options = [[(gain, cost) for gain, cost, _ in offered[sub.code]] for sub in subs]
    if len(route.certificate) != len(subs) + 1 or not _bounds(route.certificate, options, need):
        yield _fault("bound", "el certificado no es una cota", "the certificate is no bound")
    elif _claim(route.certificate[0], need) != route.cost:
        yield _fault("optimal", "la cota no alcanza el costo", "the bound does not meet the cost")


def _bounds(
    certificate: Sequence[_Claims], options: Sequence[list[tuple[int, Fraction]]], need: int
) -> bool:
    """Say whether every claim is a lower bound, given the claims after it."""
    if tuple(certificate[-1]) != ((0, Fraction(0)),):
        return False
    if not all(_rises(claims) for claims in certificate):
        return False
    for own, claims, later in zip(options, certificate, certificate[1:], strict=False):
        for gain, cost in [(0, Fraction(0)), *own]:
            # A claim can only rise where the claim after it does, or where the option ends.
            for reached, after in later:
                total = min(reached + gain, need)
                claimed = _claim(claims, total)
                if claimed is None or claimed > cost + after:
                    return False
    return True


def _rises(claims: _Claims) -> bool:
    """Say whether gains and costs both rise, as the lower bound of a cost must."""
    return all(a[0] < b[0] and a[1] <= b[1] for a, b in pairwise(claims))


def _claim(claims: _Claims, gain: int) -> Fraction | None:
    """Give the claimed least cost of gaining at least *gain*; ``None``: out of reach."""
    place = bisect_left(claims, gain, key=lambda claim: claim[0])
    return claims[place][1] if place < len(claims) else None


def _fault(code: str, es: str, en: str) -> Fault:
    return Fault("route", code, Text(es, en))
