"""Laws of the cheapest route: none is cheaper, and a proof that is not one is refused."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from imss_integrity.catalog import EXAMPLE_ASSESSMENTS, EXAMPLE_COSTS
from imss_integrity.competitiveness import (
    Assessment,
    Raise,
    Route,
    cheapest_route,
    route_faults,
    score,
)
from imss_integrity.kernel import InvalidValueError, OutOfReachError, shown_number
from imss_integrity.strategies import assessments as sheets
from imss_integrity.strategies import exact_numbers, frameworks, route_costs

Costs = Mapping[str, Mapping[int, int | Decimal | Fraction]]
Case = tuple[Assessment, Costs]
Set = tuple[Fraction, Fraction, dict[str, int]]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Give a fully rated assessment of a small framework, and what raising costs."""
    framework = draw(frameworks(2, 2))
    sheet = draw(sheets(framework, complete=True))
    return sheet, draw(route_costs(framework))


def all_sets(case: Case) -> list[Set]:
    """Go through every set of raises: points at the end, cost, percent of each raise."""
    sheet, costs = case
    subs = sheet.framework.subcriteria
    choices = [
        [None, *(p for p in costs.get(code, {}) if p > (today or 0))]
        for code, today in sheet.ratings.items()
    ]
    found: list[Set] = []
    for percents in product(*choices):
        points, cost, raised = Fraction(0), Fraction(0), dict[str, int]()
        for sub, today, percent in zip(subs, sheet.percents, percents, strict=True):
            points += sub.points * Fraction(percent or today or 0, 100)
            if percent is not None:
                cost += Fraction(costs[sub.code][percent])
                raised[sub.code] = percent
        found.append((points, cost, raised))
    return found


def drawn_target(case: Case, share: Fraction) -> Fraction:
    """Give a target within reach: *share* of all that can be reached."""
    return share * max(points for points, _, _ in all_sets(case))


SHARES = exact_numbers(0, 1)


class TestCheapest:
    """Ningún otro conjunto de mejoras llega a la meta por menos."""

    @given(case=cases(), share=SHARES)
    def test_exhaustive_search_finds_nothing_better(self, case: Case, share: Fraction) -> None:
        """Equal cost; among the cheapest the most points, then the fewest raises."""
        target = drawn_target(case, share)
        route = cheapest_route(case[0], costs=case[1], target=target)
        best = min(
            (cost, -points, len(raised))
            for points, cost, raised in all_sets(case)
            if points >= target
        )

        assert best == (route.cost, -route.reached, len(route.raises))

    @given(case=cases(), share=SHARES)
    def test_a_route_is_what_it_says(self, case: Case, share: Fraction) -> None:
        """It starts from the score, reaches the target, and its raises add up to both."""
        sheet, costs = case
        target = drawn_target(case, share)
        route = cheapest_route(sheet, costs=costs, target=target)
        ends = {one.subcriterion: one.after for one in route.raises}
        after = Assessment.of(
            sheet.framework,
            {**sheet.ratings, **ends},
            unit=sheet.unit,
            period=sheet.period,
            evaluator="E1",
        )

        assert score(sheet).value == route.start
        assert score(after).value == route.reached >= target == route.target
        assert route.reached - route.start == sum(one.points for one in route.raises)
        assert route.cost == sum(one.cost for one in route.raises)
        assert all(one.before < one.after for one in route.raises)

    @given(case=cases(), share=SHARES)
    def test_what_is_reached_already_costs_nothing(self, case: Case, share: Fraction) -> None:
        """Nothing is raised but what is offered for nothing."""
        route = cheapest_route(case[0], costs=case[1], target=share * score(case[0]).value)

        assert route.cost == 0
        assert all(one.cost == 0 for one in route.raises)

    @given(case=cases(), share=SHARES, data=st.data())
    def test_one_more_offer_never_makes_it_dearer(
        self, case: Case, share: Fraction, data: st.DataObject
    ) -> None:
        """Nor does a higher target ever make it cheaper."""
        sheet, costs = case
        target = drawn_target(case, share)
        more = {code: dict(offered) for code, offered in costs.items()}
        for code, offered in data.draw(route_costs(sheet.framework)).items():
            more[code] = {**offered, **more.get(code, {})}
        first, second, lower = (
            cheapest_route(sheet, costs=c, target=t).cost
            for c, t in ((costs, target), (more, target), (costs, target * share))
        )

        assert second <= first
        assert lower <= first

    @given(case=cases())
    def test_a_target_out_of_reach_is_refused(self, case: Case) -> None:
        """The message names how far all that is offered reaches."""
        most = drawn_target(case, Fraction(1))
        total = case[0].framework.total
        assume(most < total)
        with pytest.raises(OutOfReachError) as caught:
            cheapest_route(case[0], costs=case[1], target=(most + total) / 2)

        assert str(caught.value).endswith(f"that reaches {shown_number(most)} points")

    @given(case=cases(), data=st.data())
    def test_a_stage_is_its_lowest_percent(self, case: Case, data: st.DataObject) -> None:
        """Of all points: the route to it is the route to so many points."""
        sheet, costs = case
        stage = data.draw(st.sampled_from(sheet.framework.scale.stages))
        points = Fraction(stage.low * sheet.framework.total, 100)
        if points > drawn_target(case, Fraction(1)):
            with pytest.raises(OutOfReachError):
                cheapest_route(sheet, costs=costs, target=stage)
        else:
            expected = cheapest_route(sheet, costs=costs, target=points)
            assert expected == cheapest_route(sheet, costs=costs, target=stage)


class TestCertificate:
    """El certificado prueba la ruta, y ninguno prueba una que no es la más barata."""

    @given(case=cases(), share=SHARES)
    def test_every_route_is_proved(self, case: Case, share: Fraction) -> None:
        """By a check that does not search."""
        target = drawn_target(case, share)
        route = cheapest_route(case[0], costs=case[1], target=target)

        assert () == route_faults(route, case[0], costs=case[1])

    @given(case=cases(), share=SHARES, data=st.data())
    def test_a_dearer_route_is_never_proved(
        self, case: Case, share: Fraction, data: st.DataObject
    ) -> None:
        """Whatever is written into its certificate."""
        sheet, costs = case
        target = drawn_target(case, share)
        honest = cheapest_route(sheet, costs=costs, target=target)
        enough = [(raised, cost) for points, cost, raised in all_sets(case) if points >= target]
        raised, cost = data.draw(st.sampled_from(enough))
        extra = cost - honest.cost
        added = st.sampled_from((Fraction(0), extra))
        forged = tuple(
            tuple((gain, claim + data.draw(added)) for gain, claim in claims)
            for claims in honest.certificate
        )
        raises = tuple(made(sheet, costs, code, percent) for code, percent in raised.items())
        gained = sum((one.points for one in raises), Fraction(0))
        route = attrs.evolve(
            honest,
            raises=raises,
            cost=cost,
            reached=honest.start + gained,
            certificate=forged,
        )

        assert (extra == 0) or route_faults(route, sheet, costs=costs)

    @given(case=cases(), share=SHARES)
    def test_the_checker_does_not_know_the_order_of_raises(
        self, case: Case, share: Fraction
    ) -> None:
        """A route is a set of raises."""
        target = drawn_target(case, share)
        route = cheapest_route(case[0], costs=case[1], target=target)
        turned = attrs.evolve(route, raises=route.raises[::-1])

        assert () == route_faults(turned, case[0], costs=case[1])


def made(sheet: Assessment, costs: Costs, code: str, percent: int) -> Raise:
    """Give the raise of one subcriterion to *percent*."""
    sub = sheet.framework.subcriteria[sheet.framework.positions[code]]
    today = sheet.ratings[code] or 0
    return Raise(
        subcriterion=code,
        name=sub.name,
        before=today,
        after=percent,
        cost=Fraction(costs[code][percent]),
        points=Fraction(sub.points * (percent - today), 100),
    )


SHEET = EXAMPLE_ASSESSMENTS[-1]
HONEST = cheapest_route(SHEET, costs=EXAMPLE_COSTS, target=650)
FIRST = HONEST.raises[0]
CLAIMS = HONEST.certificate


def with_raise(**fields: Any) -> Route:
    """Give the honest route with its first raise changed."""
    return attrs.evolve(HONEST, raises=(attrs.evolve(FIRST, **fields), *HONEST.raises[1:]))


def with_claims(place: int, *claims: tuple[int, Fraction]) -> Route:
    """Give the honest route with other claims at *place*."""
    certificate = list(CLAIMS)
    certificate[place] = claims
    return attrs.evolve(HONEST, certificate=tuple(certificate))


ONE = Fraction(1)


class TestTampering:
    """Una ruta alterada no pasa: ni la ruta, ni su costo, ni su certificado."""

    def test_the_honest_route_passes(self) -> None:
        """So what follows is refused for its tampering alone."""
        assert () == route_faults(HONEST, SHEET, costs=EXAMPLE_COSTS)
        assert len(HONEST.raises) > 1

    @pytest.mark.parametrize(
        ("route", "code"),
        [
            (attrs.evolve(HONEST, cost=HONEST.cost - 1), "cost"),
            (attrs.evolve(HONEST, cost=HONEST.cost + 1), "cost"),
            (attrs.evolve(HONEST, start=HONEST.start + 1), "start"),
            (attrs.evolve(HONEST, subject="OTRA"), "start"),
            (attrs.evolve(HONEST, reached=HONEST.reached + 1), "reached"),
            (attrs.evolve(HONEST, target=HONEST.reached + 1), "reached"),
            (attrs.evolve(HONEST, raises=HONEST.raises[1:]), "reached"),
            (attrs.evolve(HONEST, raises=(*HONEST.raises, FIRST)), "raise"),
            (with_raise(after=FIRST.after + 5), "raise"),
            (with_raise(before=FIRST.before - 5), "raise"),
            (with_raise(cost=FIRST.cost - 1), "raise"),
            (with_raise(points=FIRST.points + 1), "raise"),
            (with_raise(subcriterion="9.9"), "raise"),
            (attrs.evolve(HONEST, certificate=CLAIMS[1:]), "bound"),
            (attrs.evolve(HONEST, certificate=(*CLAIMS, CLAIMS[-1])), "bound"),
            (attrs.evolve(HONEST, certificate=((*CLAIMS[0], (10**9, ONE)), *CLAIMS[1:])), "bound"),
            (with_claims(-1, (0, ONE)), "bound"),
            (with_claims(-1, (0, Fraction(0)), (10**9, ONE)), "bound"),
            (with_claims(0, CLAIMS[0][0]), "bound"),
            (with_claims(0, *CLAIMS[0][::-1]), "bound"),
            (with_claims(0, *((gain, cost + 1) for gain, cost in CLAIMS[0])), "bound"),
            (with_claims(0, *((gain, cost / 2) for gain, cost in CLAIMS[0])), "optimal"),
        ],
    )
    def test_tampering_is_told(self, route: Route, code: str) -> None:
        """By the step of the proof that fails."""
        faults = route_faults(route, SHEET, costs=EXAMPLE_COSTS)

        assert code in {fault.code for fault in faults}

    @pytest.mark.parametrize(
        "claims",
        [
            ((0, float("nan")),),
            ((0, 0.0),),
            ((0, 0),),
            ((0, Fraction(-1)),),
            ((-1, Fraction(0)),),
            ((0.0, Fraction(0)),),
            ((True, Fraction(0)),),
            ((0,),),
            ((0, Fraction(0), 0),),
            ([0, Fraction(0)],),
            (0,),
            (),
            [],
            None,
        ],
    )
    def test_a_claim_is_a_pair_of_exact_numbers(self, claims: tuple[tuple[int, Fraction]]) -> None:
        """A claim that compares with nothing (NaN) would prove anything."""
        with pytest.raises(InvalidValueError, match=r"'certificate\[1\]"):
            attrs.evolve(HONEST, certificate=(CLAIMS[0], claims, *CLAIMS[2:]))

    def test_other_prices_and_other_ratings_are_told(self) -> None:
        """The proof speaks of what was offered and of today's ratings."""
        cheaper = {**EXAMPLE_COSTS, FIRST.subcriterion: {FIRST.after: 0}}
        dearer = {**EXAMPLE_COSTS, FIRST.subcriterion: {FIRST.after: 99}}
        lower = attrs.evolve(SHEET, percents=(0, *SHEET.percents[1:]))

        assert route_faults(HONEST, SHEET, costs=cheaper)
        assert route_faults(HONEST, SHEET, costs=dearer)
        assert route_faults(HONEST, SHEET, costs={})
        assert route_faults(HONEST, lower, costs=EXAMPLE_COSTS)
