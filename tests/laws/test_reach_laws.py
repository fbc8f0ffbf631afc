"""Laws of reach: bounds stay bounds, and stages are nested only where that is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from itertools import pairwise, product
from math import prod

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.catalog import (
    FIVE_ACTIONS_ENROLLED,
    FIVE_ACTIONS_REACHED,
    FIVE_ACTIONS_SHARED,
    SELECTION_2019,
)
from imss_integrity.initiatives import (
    Reach,
    ReachStage,
    StageCounts,
    growth_of,
    reach_rates,
)
from imss_integrity.kernel import (
    Fault,
    InconsistentError,
    PublishedFigure,
    Relation,
    Source,
    Status,
    Text,
    ratio_of,
)
from imss_integrity.statistics.proportions import wilson
from imss_integrity.strategies.reaches import staged_reaches

Plan = list[tuple[int, Relation, bool]]

MOST = 4  # published in the brute-force laws; true counts go beyond, where nothing stops them
BEYOND = 7
PLANS = st.lists(
    st.tuples(st.integers(0, MOST), st.sampled_from(Relation), st.booleans()),
    min_size=1,
    max_size=4,
)
NOTE = Source(code="nota", title=Text("Nota de prensa", "Press note"))


def figure(value: int, relation: Relation, place: int = 0) -> PublishedFigure:
    """Give an invented figure."""
    return PublishedFigure(
        value, relation, code=f"f{place}", what=Text("personas"), sources=(NOTE,),
        status=Status.REPORTED, on=date(2022 + place, 1, 1),
    )  # fmt: skip


def reach_of(plan: Plan) -> Reach:
    """Give the reach of a plan; its first stage is nested in none."""
    stages = (
        ReachStage(figure=figure(value, relation, place), nested=nested and place > 0)
        for place, (value, relation, nested) in enumerate(plan)
    )
    return Reach(initiative="ini-1", stages=tuple(stages))


def fits(true: int, value: int, relation: Relation) -> bool:
    """Say whether a true count fits what was published; "about" excludes nothing."""
    return {
        Relation.EXACTLY: true == value,
        Relation.AT_LEAST: true >= value,
        Relation.AT_MOST: true <= value,
        Relation.ABOUT: True,
    }[relation]


def worlds(plan: Plan) -> Iterator[tuple[int, ...]]:
    """Go through every row of true counts up to `BEYOND` that fits the plan."""
    allowed = (
        [true for true in range(BEYOND + 1) if fits(true, value, relation)]
        for value, relation, _ in plan
    )
    nested = [place for place, (_, _, is_nested) in enumerate(plan) if is_nested and place]
    for row in product(*allowed):
        if all(row[place] <= row[place - 1] for place in nested):
            yield row


def made(call: Callable[[], Reach]) -> Reach | tuple[Fault, ...]:
    """Give the reach, or why there is none."""
    try:
        return call()
    except InconsistentError as error:
        return error.faults


class TestFromFigures:
    """Anidada es sólo la etapa que se nombra."""

    @given(PLANS)
    def test_it_nests_the_stages_that_are_named(self, plan: Plan) -> None:
        """And no other: the same reach, or the same refusal, as stage by stage."""
        figures = [figure(value, relation, n) for n, (value, relation, _) in enumerate(plan)]
        nested = [
            one.code for one, (_, _, is_in) in list(zip(figures, plan, strict=True))[1:] if is_in
        ]
        assert made(lambda: reach_of(plan)) == made(
            lambda: Reach.from_figures(iter(figures), initiative="ini-1", nested=nested)
        )

    def test_nothing_is_nested_unless_it_is_named(self) -> None:
        """Falling numbers prove nothing."""
        reach = Reach.from_figures(SELECTION_2019, initiative="seleccion-2019")
        assert not any(stage.nested for stage in reach.stages)


class TestBoundsStayBounds:
    """Cotas: toda pareja de cuentas verdaderas posibles da una tasa dentro del rango."""

    @given(PLANS)
    def test_a_reach_is_refused_if_and_only_if_no_true_counts_fit(self, plan: Plan) -> None:
        """Contradictions are found through any chain of stages, and nothing else is refused."""
        possible = any(True for _ in worlds(plan))
        if possible:
            assert len(reach_of(plan).stages) == len(plan)
        else:
            with pytest.raises(InconsistentError, match="must not pass the stage"):
                reach_of(plan)

    @given(PLANS)
    def test_every_true_pair_lies_inside_and_the_ends_are_reached(self, plan: Plan) -> None:
        """By brute force over all worlds; an end that is not reached stands for one without end."""
        rows = list(worlds(plan))
        if not rows:
            return
        reach = reach_of(plan)
        rates = {rate.stage: rate for rate in reach_rates(reach).rates}
        for place, stage in enumerate(reach.stages):
            true = {
                Fraction(row[place], row[place - 1]) for row in rows if place and row[place - 1]
            }
            rate = rates.get(stage.figure.code)
            if rate is None:
                assert not stage.nested or not true
                continue
            assert all(rate.lowest <= share <= rate.highest for share in true)
            assert max(true) == rate.highest
            if min(true) != rate.lowest:  # the whole has no end, so the share has no least
                assert rate.lowest == 0
                assert any(row[place - 1] == BEYOND for row in rows)

    @given(PLANS)
    def test_tightened_bounds_are_those_of_the_worlds(self, plan: Plan) -> None:
        """Nesting adds just what it implies, in both directions."""
        rows = list(worlds(plan))
        if rows:
            for place, (lowest, highest) in enumerate(reach_of(plan).bounds):
                counts = [row[place] for row in rows]
                assert lowest == min(counts)
                assert max(counts) == (BEYOND if highest is None else highest)

    @given(staged_reaches())
    def test_a_range_is_never_narrower_than_the_figures_allow(self, reach: Reach) -> None:
        """Where a single ratio has a direction, the range keeps it."""
        stages = {stage.figure.code: stage.figure for stage in reach.stages}
        for rate in reach_rates(reach).rates:
            part, whole = stages[rate.stage], stages[rate.before]
            assert 0 <= rate.lowest <= rate.highest <= 1
            if whole.value and part.value <= whole.value:
                ratio = ratio_of(part, whole)
                if ratio.relation is Relation.EXACTLY:
                    assert rate.exact == ratio.nominal
                elif ratio.relation is Relation.AT_LEAST:
                    assert rate.lowest >= ratio.nominal
                elif ratio.relation is Relation.AT_MOST:
                    assert rate.highest <= ratio.nominal

    @given(PLANS, st.integers(0, 3))
    def test_knowing_more_never_widens(self, plan: Plan, place: int) -> None:
        """Once a figure turns out to be exact, the ranges lie inside those of before."""
        rows = list(worlds(plan))
        if not rows or place >= len(plan):
            return
        known = [*plan]
        known[place] = (rows[0][place], Relation.EXACTLY, plan[place][2])
        before = {rate.stage: rate for rate in reach_rates(reach_of(plan)).rates}
        for rate in reach_rates(reach_of(known)).rates:
            assert before[rate.stage].lowest <= rate.lowest
            assert rate.highest <= before[rate.stage].highest


class TestNestedOnlyWhenSaid:
    """Etapas anidadas: sólo si la fuente lo dice; si no, no hay tasa."""

    @given(staged_reaches())
    def test_no_rate_without_nesting(self, reach: Reach) -> None:
        """Whatever the numbers, a stage that is not nested has no rate."""
        nested = {stage.figure.code for stage in reach.stages if stage.nested}
        assert {rate.stage for rate in reach_rates(reach).rates} <= nested
        loose = attrs.evolve(
            reach, stages=tuple(attrs.evolve(stage, nested=False) for stage in reach.stages)
        )
        assert not reach_rates(loose).rates

    def test_five_actions(self) -> None:
        """80 by 400 thousand has no rate, nested or not; 60 thousand are not among the 80."""
        figures = (FIVE_ACTIONS_REACHED, FIVE_ACTIONS_ENROLLED, FIVE_ACTIONS_SHARED)
        loose = Reach(initiative="5", stages=tuple(ReachStage(figure=one) for one in figures))
        assert not reach_rates(loose).rates
        supposed = attrs.evolve(
            loose, stages=(loose.stages[0], attrs.evolve(loose.stages[1], nested=True))
        )
        (rate,) = reach_rates(supposed).rates
        assert (rate.lowest, rate.highest) == (Fraction(0), Fraction(1))
        assert rate.exact is None
        assert rate.interval is None
        assert reach_rates(supposed).status is Status.DERIVED


class TestExactCounts:
    """Cuentas exactas: la proporción misma y su intervalo de Wilson."""

    def test_selection_of_2019(self) -> None:
        """Each stage is a share of the one before, as the counts by stage have it."""
        stages = (
            ReachStage(figure=one, nested=place > 0) for place, one in enumerate(SELECTION_2019)
        )
        rates = reach_rates(Reach(initiative="s", stages=tuple(stages)), confidence=0.9).rates
        shares = StageCounts.from_figures(SELECTION_2019, nested=True).shares
        assert tuple(rate.exact for rate in rates) == shares
        for rate, (before, after) in zip(rates, pairwise(SELECTION_2019), strict=True):
            assert rate.interval is not None
            assert rate.interval == wilson(int(after.value), int(before.value), confidence=0.9)
            assert rate.interval.lower < rate.lowest < rate.interval.upper

    @given(staged_reaches())
    def test_an_interval_is_there_exactly_where_both_counts_are_known(self, reach: Reach) -> None:
        """Bounds that meet are known counts too."""
        bounds = dict(zip((stage.figure.code for stage in reach.stages), reach.bounds, strict=True))
        for rate in reach_rates(reach).rates:
            both = (bounds[rate.stage], bounds[rate.before])
            assert (rate.interval is not None) == all(low == high for low, high in both)


class TestAbout:
    """«Alrededor de» no tiene ancho: no acota, y se dice así."""

    @pytest.mark.parametrize(
        ("part", "whole", "about"),
        [
            (Relation.ABOUT, Relation.EXACTLY, Fraction(1, 4)),
            (Relation.EXACTLY, Relation.ABOUT, Fraction(1, 4)),
            (Relation.ABOUT, Relation.ABOUT, Fraction(1, 4)),
            (Relation.ABOUT, Relation.AT_LEAST, None),
            (Relation.AT_LEAST, Relation.AT_LEAST, None),
            (Relation.EXACTLY, Relation.EXACTLY, None),
        ],
    )
    def test_quotient_without_bounds(
        self, part: Relation, whole: Relation, about: Fraction | None
    ) -> None:
        """The quotient is named as such, only where the other number is exact or about too."""
        stages = (
            ReachStage(figure=figure(100, whole)),
            ReachStage(figure=figure(25, part, 1), nested=True),
        )
        (rate,) = reach_rates(Reach(initiative="i", stages=stages)).rates
        assert rate.about == about

    @pytest.mark.parametrize("value", [101, 0])
    def test_no_quotient_above_the_whole_or_by_nothing(self, value: int) -> None:
        """About 101 of 100, and about 5 of about 0, are no shares."""
        whole = figure(100, Relation.EXACTLY) if value else figure(0, Relation.ABOUT)
        part = figure(value or 5, Relation.ABOUT, 1)
        stages = (ReachStage(figure=whole), ReachStage(figure=part, nested=True))
        (rate,) = reach_rates(Reach(initiative="i", stages=stages)).rates
        assert rate.about is None
        assert (rate.lowest, rate.highest) == (Fraction(0), Fraction(1))


class TestGrowth:
    """Crecimiento entre dos fechas: una diferencia con las cotas que quedan."""

    @given(*[st.integers(0, MOST), st.sampled_from(Relation)] * 2)
    def test_every_true_pair_lies_inside_and_the_ends_are_reached(
        self, first: int, relation: Relation, second: int, later: Relation
    ) -> None:
        """By brute force over all pairs of true counts."""
        growth = growth_of(figure(first, relation), figure(second, later, 1))
        pairs = (
            (before, after)
            for before, after in product(range(BEYOND + 1), repeat=2)
            if fits(before, first, relation) and fits(after, second, later)
        )
        true = {after - before for before, after in pairs}
        ends = [end for end in (growth.lowest, growth.highest) if end is not None]
        assert growth.lowest is None or min(true) == growth.lowest
        assert growth.highest is None or max(true) == growth.highest
        open_before = relation in {Relation.AT_LEAST, Relation.ABOUT}
        open_after = later in {Relation.AT_LEAST, Relation.ABOUT}
        assert len(ends) == 2 - open_before - open_after
        assert (growth.ratio is None) == (first == 0)

    def test_two_lower_bounds_have_no_direction(self) -> None:
        """From more than 400 to more than 450 thousand nothing is certain."""
        growth = growth_of(
            figure(400_000, Relation.AT_LEAST), figure(450_000, Relation.AT_LEAST, 1)
        )
        assert (growth.lowest, growth.highest) == (None, None)
        assert growth.ratio is not None
        assert growth.ratio.relation is None


@given(st.lists(st.integers(1, 50), min_size=2, max_size=5))
def test_shares_of_exact_stages_multiply(counts: list[int]) -> None:
    """The last by the first is the product of all the shares between."""
    falling = sorted(counts, reverse=True)
    reach = reach_of([(count, Relation.EXACTLY, True) for count in falling])
    shares = [rate.exact for rate in reach_rates(reach).rates]
    assert prod(share for share in shares if share is not None) == Fraction(falling[-1], falling[0])
    assert None not in shares
