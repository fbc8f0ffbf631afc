"""Laws of scores of assessments: exact, bounded, monotone, independent of any order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.catalog import REFERENCE_FRAMEWORK
from imss_integrity.competitiveness import (
    Assessment,
    Criterion,
    Framework,
    MissingPolicy,
    Subcriterion,
    assessments,
    score,
    total_points,
)
from imss_integrity.kernel import (
    Aggregation,
    MissingDataError,
    Part,
    Period,
    Score,
    Status,
    Text,
    weakest,
)
from imss_integrity.strategies import assessments as sheets
from imss_integrity.strategies import evaluator_sheets

Case = tuple[Assessment, MissingPolicy, Aggregation]
METHODS = st.sampled_from(Aggregation)
POLICIES = st.sampled_from(MissingPolicy)


def naive_total(sheet: Assessment, policy: MissingPolicy, method: Aggregation) -> Fraction | None:
    """Score *sheet* once more, from the words of the rules alone; ``None``: refused."""
    ratings = sheet.ratings
    weights: dict[str, Fraction] = {}
    for criterion in sheet.framework.criteria:
        rated = [sub for sub in criterion.subcriteria if ratings[sub.code] is not None]
        if policy is MissingPolicy.REFUSE and len(rated) < len(criterion.subcriteria):
            return None
        if policy is MissingPolicy.REWEIGHT and not rated:
            return None
        for sub in criterion.subcriteria:
            weights[sub.code] = Fraction(sub.points)
            if policy is MissingPolicy.REWEIGHT:
                carried = Fraction(0)
                for other in rated:
                    carried += other.points
                share = Fraction(sub.points) / carried if sub in rated else Fraction(0)
                weights[sub.code] = share * criterion.points
    total, lowest = Fraction(0), Fraction(1)
    for code, weight in weights.items():
        share = Fraction(ratings[code] or 0, 100)
        total += weight * share
        if weight:
            lowest = min(lowest, share)
    return total if method is Aggregation.ARITHMETIC else lowest * sheet.framework.total


@st.composite
def scorable(
    draw: st.DrawFn,
) -> Case:
    """Give a sheet, a policy that can score it, and a method."""
    policy, method = draw(POLICIES), draw(METHODS)
    sheet = draw(sheets(complete=policy is MissingPolicy.REFUSE))
    if policy is MissingPolicy.REWEIGHT:
        # A criterion without any rating is refused: rate the first of its subcriteria.
        ratings = sheet.ratings
        for criterion in sheet.framework.criteria:
            if all(ratings[sub.code] is None for sub in criterion.subcriteria):
                ratings[criterion.subcriteria[0].code] = draw(st.sampled_from((0, 100)))
        sheet = attrs.evolve(sheet, percents=tuple(ratings.values()))
    return sheet, policy, method


def every_part(total: Score) -> Iterator[Part]:
    """Go through the parts of all levels."""
    pending = list(total.parts)
    while pending:
        one = pending.pop()
        yield one
        pending.extend(one.parts)


def filled(sheet: Assessment, fillings: Sequence[int]) -> Assessment:
    """Rate what is missing, in order, by *fillings*."""
    left = iter(fillings)
    percents = tuple(next(left) if old is None else old for old in sheet.percents)
    return attrs.evolve(sheet, percents=percents)


def put(sheet: Assessment, place: int, percent: int | None) -> Assessment:
    """Rate the subcriterion at *place* by *percent*."""
    percents = (*sheet.percents[:place], percent, *sheet.percents[place + 1 :])
    return attrs.evolve(sheet, percents=percents)


class TestTotal:
    """Cada subcriterio gana sus puntos por su porcentaje; el total es exacto."""

    @given(sheet=sheets(), policy=POLICIES, method=METHODS)
    def test_a_second_implementation_agrees(
        self, sheet: Assessment, policy: MissingPolicy, method: Aggregation
    ) -> None:
        """Loops over plain fractions give the same total, or both refuse."""
        expected = naive_total(sheet, policy, method)
        if expected is None:
            with pytest.raises(MissingDataError):
                score(sheet, missing=policy, method=method)
        else:
            assert expected == score(sheet, missing=policy, method=method).value

    @given(sheet=sheets(), policy=POLICIES, method=METHODS)
    def test_the_total_alone_is_that_of_the_rules(
        self, sheet: Assessment, policy: MissingPolicy, method: Aggregation
    ) -> None:
        """As naive arithmetic has it; where that gives none, it is refused as `score` refuses."""
        expected = naive_total(sheet, policy, method)
        if expected is not None:
            assert expected == total_points(sheet, missing=policy, method=method)
            return
        faults = []
        for give in (score, total_points):
            with pytest.raises(MissingDataError) as caught:
                give(sheet, missing=policy, method=method)
            faults.append(caught.value.faults)
        assert faults[0] == faults[1]

    @given(sheet=sheets(complete=True))
    def test_the_total_of_a_complete_sheet_is_what_each_subcriterion_earns(
        self, sheet: Assessment
    ) -> None:
        """Nothing is rounded, whatever the points."""
        earned = Fraction(0)
        for sub in sheet.framework.subcriteria:
            earned += sub.points * Fraction(sheet.ratings[sub.code] or 0, 100)
        assert earned == total_points(sheet)

    def test_the_total_of_a_sheet_keeps_its_hundredths(self) -> None:
        """Of 1 point at 55 %, and of 2 and 2, which share their points, at 20 % and 5 %."""
        criterion = Criterion(
            code="A",
            name=Text("A"),
            points=5,
            subcriteria=tuple(
                Subcriterion(code=f"A{n}", name=Text("A"), points=points)
                for n, points in enumerate((1, 2, 2))
            ),
        )
        framework = Framework(code="m", name=Text("M"), version="1", criteria=(criterion,), total=5)
        sheet = Assessment.of(
            framework,
            {"A0": 55, "A1": 20, "A2": 5},
            unit="U-1",
            period=Period.year(2025),
            evaluator="E1",
        )
        assert Fraction(105, 100) == total_points(sheet)

    @given(case=scorable())
    def test_parts_add_up_at_each_level(self, case: Case) -> None:
        """Subcriteria to criteria, criteria to the total; so do the points they can earn."""
        sheet, policy, method = case
        total = score(sheet, missing=policy, method=method)

        assert total.value == sum(part.value for part in total.parts)
        assert total.out_of == sum(part.out_of for part in total.parts)
        for part in total.parts:
            assert part.value == sum(leaf.value for leaf in part.parts)
            assert part.out_of == sum(leaf.out_of for leaf in part.parts)

    @given(case=scorable())
    def test_all_parts_are_bounded(self, case: Case) -> None:
        """From 0 to what they can earn; the total from 0 to all points."""
        sheet, policy, method = case
        total = score(sheet, missing=policy, method=method)

        assert 0 <= total.value <= total.out_of == sheet.framework.total
        for part in every_part(total):
            assert 0 <= part.value <= part.out_of

    @given(sheet=sheets(complete=True))
    def test_the_minimum_never_gives_more(self, sheet: Assessment) -> None:
        """Each part of the minimum is at most that of the mean."""
        lowest, mean = score(sheet, method="minimum"), score(sheet)

        for low, high in zip(every_part(lowest), every_part(mean), strict=True):
            assert (low.code, low.out_of) == (high.code, high.out_of)
            assert low.value <= high.value

    @given(method=METHODS, sheet=sheets(complete=True))
    def test_policies_differ_only_where_something_is_missing(
        self, method: Aggregation, sheet: Assessment
    ) -> None:
        """On a sheet that is rated throughout, all three give the same score."""
        first, *others = (score(sheet, missing=policy, method=method) for policy in MissingPolicy)

        assert all(first == other for other in others)


class TestStatus:
    """Un resultado lleva el estatus más débil de lo que entró en él."""

    @given(case=scorable())
    def test_the_weakest_of_what_entered(self, case: Case) -> None:
        """Framework and scale; own as soon as a policy filled in or the minimum decided."""
        sheet, policy, method = case
        total = score(sheet, missing=policy, method=method)
        entered = [sheet.framework.status, sheet.framework.scale.status]
        if method is Aggregation.MINIMUM or None in sheet.percents:
            entered.append(Status.OWN)

        assert weakest(entered) is total.status
        assert set(total.sources) == {sheet.framework.scale.source} | (
            {sheet.framework.source} if sheet.framework.source else set()
        )


class TestMonotone:
    """Más calificación nunca da menos puntos."""

    @given(case=scorable(), data=st.data())
    def test_raising_a_rating_never_lowers_the_score(self, case: Case, data: st.DataObject) -> None:
        """Whatever the policy and the method, and neither end of the range."""
        sheet, policy, method = case
        rated = [place for place, percent in enumerate(sheet.percents) if percent is not None]
        for place in rated[:1] + rated[-1:]:
            today = sheet.percents[place] or 0
            raises = range(today, 101, sheet.framework.scale.step)
            better = put(sheet, place, data.draw(st.sampled_from(raises)))
            before, after = (score(s, missing=policy, method=method) for s in (sheet, better))

            assert before.value <= after.value
            assert before.lowest <= after.lowest
            assert before.highest <= after.highest

    @given(sheet=sheets(), method=METHODS, data=st.data())
    def test_rating_what_is_missing_never_lowers_it_under_zero(
        self, sheet: Assessment, method: Aggregation, data: st.DataObject
    ) -> None:
        """What is missing counts as 0 % there, so any rating is at least that."""
        place = data.draw(st.integers(0, len(sheet.percents) - 1))
        blank = put(sheet, place, None)
        before, after = (score(s, missing="zero", method=method) for s in (blank, sheet))

        assert before.value <= after.value

    @given(sheet=sheets(REFERENCE_FRAMEWORK, complete=True), place=st.integers(0, 23))
    def test_rating_what_is_missing_never_raises_a_reweighted_minimum(
        self, sheet: Assessment, place: int
    ) -> None:
        """One more rating can only lower the lowest."""
        blank = put(sheet, place, None)
        before, after = (score(s, missing="reweight", method="minimum") for s in (blank, sheet))

        assert after.value <= before.value

    @pytest.mark.parametrize("percent", [35, 40, 45])
    def test_under_reweight_a_rating_may_go_either_way(self, percent: int) -> None:
        """It takes points from the others, so it helps only where it is above their mean."""
        framework = two_by_points(500, 500)
        before = score(sheet_of(framework, 50, 40, None), missing="reweight").value
        after = score(sheet_of(framework, 50, 40, percent), missing="reweight").value

        assert before == 250 + 200
        assert (percent > 40) == (after > before)
        assert (percent < 40) == (after < before)


def two_by_points(first: int, second: int) -> Framework:
    """Give a framework of a criterion with one subcriterion and one with two equal ones."""
    halves = tuple(
        Subcriterion(code=code, name=Text(code), points=second // 2) for code in ("b1", "b2")
    )
    whole = (Subcriterion(code="a1", name=Text("a1"), points=first),)
    return Framework(
        code="m",
        name=Text("m"),
        version="1",
        criteria=(
            Criterion(code="A", name=Text("A"), points=first, subcriteria=whole),
            Criterion(code="B", name=Text("B"), points=second, subcriteria=halves),
        ),
    )


def sheet_of(framework: Framework, *percents: int | None) -> Assessment:
    """Give a sheet with these percents."""
    return Assessment(
        unit="u", period=Period.year(2025), evaluator="E1", framework=framework, percents=percents
    )


class TestReach:
    """El rango alcanzable: lo que falta, a 0 % y a 100 %."""

    @given(case=scorable())
    def test_the_score_lies_in_its_range(self, case: Case) -> None:
        """Whatever the policy puts in for what is missing."""
        sheet, policy, method = case
        total = score(sheet, missing=policy, method=method)

        assert total.lowest <= total.value <= total.highest

    @given(method=METHODS, sheet=sheets())
    def test_both_ends_are_reached(self, method: Aggregation, sheet: Assessment) -> None:
        """By rating all that is missing at 0 %, and at 100 %."""
        total = score(sheet, missing="zero", method=method)
        n = len(sheet.missing)
        worst, best = (score(filled(sheet, [p] * n), method=method).value for p in (0, 100))

        assert (total.lowest, total.highest) == (worst, best)

    @given(method=METHODS, sheet=sheets(), data=st.data())
    def test_no_filling_leaves_the_range(
        self, method: Aggregation, sheet: Assessment, data: st.DataObject
    ) -> None:
        """Any complete rating that keeps what is rated ends inside."""
        cell = st.sampled_from(range(0, 101, sheet.framework.scale.step))
        n = len(sheet.missing)
        fillings = data.draw(st.lists(cell, min_size=n, max_size=n))
        total = score(sheet, missing="zero", method=method)

        assert total.lowest <= score(filled(sheet, fillings), method=method).value <= total.highest


class TestOrder:
    """El orden no importa: ni el de los subcriterios ni el de las filas."""

    @given(case=scorable(), data=st.data())
    def test_subcriteria_and_criteria_may_be_permuted(
        self, case: Case, data: st.DataObject
    ) -> None:
        """The total, its range and each part stay."""
        sheet, policy, method = case
        criteria = tuple(
            attrs.evolve(one, subcriteria=tuple(data.draw(st.permutations(one.subcriteria))))
            for one in data.draw(st.permutations(sheet.framework.criteria))
        )
        framework = attrs.evolve(sheet.framework, criteria=criteria)
        mixed = Assessment.of(
            framework, sheet.ratings, unit=sheet.unit, period=sheet.period, evaluator="E1"
        )
        first, second = (score(s, missing=policy, method=method) for s in (sheet, mixed))

        assert (first.value, first.lowest, first.highest) == (
            second.value,
            second.lowest,
            second.highest,
        )
        assert {leaf.code: leaf for leaf in first.leaves()} == {
            leaf.code: leaf for leaf in second.leaves()
        }

    @given(together=evaluator_sheets(), data=st.data())
    def test_rows_may_be_shuffled(self, together: list[Assessment], data: st.DataObject) -> None:
        """The same sheets come back from their rows in any order, sorted by evaluator."""
        rows = [
            {
                "unit": sheet.unit,
                "start": sheet.period.start,
                "end": sheet.period.end,
                "evaluator": sheet.evaluator,
                "subcriterion": code,
                "percent": percent,
            }
            for sheet in together
            for code, percent in sheet.ratings.items()
        ]
        read = assessments(data.draw(st.permutations(rows)), framework=together[0].framework)

        assert tuple(sorted(together, key=lambda sheet: sheet.evaluator)) == read
