"""Laws of consensus: no order of sheets, nothing off the lattice, chances that add up to 1."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.competitiveness import (
    AGREED,
    Adjustment,
    Assessment,
    Framework,
    StageRule,
    consensus,
    score,
    total_chances,
)
from imss_integrity.kernel import InconsistentError, Status, Text
from imss_integrity.strategies import evaluator_sheets, frameworks

Sheets = list[Assessment]
SMALL = frameworks(2, 2)
SOME = SMALL.flatmap(evaluator_sheets)
COMPLETE = SMALL.flatmap(lambda framework: evaluator_sheets(framework, complete=True))
RULES = st.sampled_from(StageRule)
WHY = Text("evidencia en sitio", "evidence on site")


def columns(sheets: Sheets) -> list[list[int]]:
    """Give the ratings of each subcriterion, without what is missing."""
    return [
        [percent for percent in column if percent is not None]
        for column in zip(*(sheet.percents for sheet in sheets), strict=True)
    ]


def drawn_totals(framework: Framework, ratings: list[list[int]]) -> list[Fraction]:
    """Go through every way to draw each subcriterion from one of its evaluators."""
    return [
        sum(
            (
                Fraction(sub.points * percent, 100)
                for sub, percent in zip(framework.subcriteria, drawn, strict=True)
            ),
            Fraction(0),
        )
        for drawn in product(*ratings)
    ]


class TestAgreed:
    """Cada subcriterio acordado es la mediana inferior de sus calificaciones."""

    @given(sheets=SOME, data=st.data())
    def test_the_order_of_sheets_does_not_matter(self, sheets: Sheets, data: st.DataObject) -> None:
        """Everything the consensus says is the same."""
        assert consensus(sheets) == consensus(data.draw(st.permutations(sheets)))

    @given(sheets=SOME)
    def test_agreed_percents_were_given_by_someone(self, sheets: Sheets) -> None:
        """So they lie on the lattice, and at least half of the ratings reach them."""
        agreed = consensus(sheets).agreed
        for percent, ratings in zip(agreed.percents, columns(sheets), strict=True):
            if not ratings:
                assert percent is None
                continue
            assert percent in ratings
            assert percent is not None
            assert 2 * sum(one >= percent for one in ratings) >= len(ratings)
            assert 2 * sum(one <= percent for one in ratings) >= len(ratings)
            assert all(one >= percent for one in ratings if 2 * ratings.count(one) > len(ratings))

    @given(sheets=SOME)
    def test_equal_sheets_agree_on_themselves(self, sheets: Sheets) -> None:
        """There is no disagreement, and nobody leans."""
        first = sheets[0]
        equal = [attrs.evolve(sheet, percents=first.percents) for sheet in sheets]
        found = consensus(equal)

        assert attrs.evolve(first, evaluator=AGREED) == found.agreed
        assert all(one.share == 0 for one in (*found.by_subcriterion, *found.by_evaluator))
        assert {one.lean for one in found.by_evaluator} <= {None, Fraction(0)}
        assert found.alpha_interval in {None, 1.0}
        assert found.alpha_ordinal in {None, 1.0}

    @given(sheets=SOME)
    def test_what_is_agreed_can_be_scored_and_is_own(self, sheets: Sheets) -> None:
        """It holds unit, period and framework of the sheets, and claims nothing official."""
        found = consensus(sheets)
        agreed = found.agreed

        assert agreed == attrs.evolve(sheets[0], evaluator=AGREED, percents=agreed.percents)
        assert score(agreed, missing="zero").subject == sheets[0].unit
        assert found.status is Status.OWN


class TestDisagreement:
    """De quién y de qué viene el desacuerdo, en partes exactas."""

    @given(sheets=SOME)
    def test_shares_add_up(self, sheets: Sheets) -> None:
        """To 1, or to 0 where nobody disagrees; the largest come first."""
        found = consensus(sheets)
        differ = any(len(set(ratings)) > 1 for ratings in columns(sheets))
        for drivers in (found.by_subcriterion, found.by_evaluator):
            shares = [one.share for one in drivers]
            assert int(differ) == sum(shares)
            assert sorted(shares, reverse=True) == shares

    @given(sheets=COMPLETE)
    def test_leans_cancel_out(self, sheets: Sheets) -> None:
        """Where all rate all, what one gives more the others give less."""
        leans = [one.lean for one in consensus(sheets).by_evaluator]

        assert sum(lean for lean in leans if lean is not None) == 0

    @given(sheets=SOME)
    def test_each_total_lies_in_the_spread(self, sheets: Sheets) -> None:
        """With what that evaluator left open at 0 % and at 100 %; both ends are of someone."""
        found = consensus(sheets)
        totals = [score(sheet, missing="zero") for sheet in sheets]

        for total in totals:
            assert found.lowest <= total.lowest <= total.highest <= found.highest
        assert found.lowest in {total.lowest for total in totals}
        assert found.highest in {total.highest for total in totals}


class TestChances:
    """Cada subcriterio se sortea entre sus evaluadores, con igual probabilidad."""

    @given(sheets=COMPLETE)
    def test_totals_agree_with_all_draws(self, sheets: Sheets) -> None:
        """Counted one by one; the chances add up to 1 and keep the mean."""
        framework, ratings = sheets[0].framework, columns(sheets)
        chances = total_chances(framework, ratings)
        totals = drawn_totals(framework, ratings)
        expected = {total: Fraction(totals.count(total), len(totals)) for total in {*totals}}
        mean = sum(score(sheet).value for sheet in sheets) / len(sheets)

        assert expected == chances
        assert sum(chances.values()) == 1
        assert mean == sum(total * chance for total, chance in chances.items())

    @given(sheets=COMPLETE, rule=RULES)
    def test_stages_agree_with_all_draws(self, sheets: Sheets, rule: StageRule) -> None:
        """In the order of the scale, those that cannot come left out."""
        framework = sheets[0].framework
        totals = drawn_totals(framework, columns(sheets))
        stages = [framework.scale.stage_of_share(t / framework.total, rule) for t in totals]
        codes: list[str | None] = [stage.code for stage in framework.scale.stages]
        expected = [
            (code, Fraction(sum((s and s.code) == code for s in stages), len(stages)))
            for code in [*codes, None]
        ]

        assert [pair for pair in expected if pair[1]] == list(consensus(sheets, rule=rule).chances)

    @given(sheets=SOME)
    def test_without_a_rating_there_is_no_chance(self, sheets: Sheets) -> None:
        """Where nobody rated a subcriterion, none is told."""
        found = consensus(sheets)

        assert bool(found.chances) == all(columns(sheets))


class TestAdjustments:
    """Un alza o una baja lleva su motivo y cambia la propuesta."""

    @given(sheets=SOME, data=st.data())
    def test_an_adjustment_changes_its_subcriterion_alone(
        self, sheets: Sheets, data: st.DataObject
    ) -> None:
        """The proposal stays on record, and agreement is still that of the sheets."""
        plain = consensus(sheets)
        code, proposed = data.draw(st.sampled_from(plain.proposal))
        lattice = range(0, 101, sheets[0].framework.scale.step)
        percent = data.draw(st.sampled_from([p for p in lattice if p != proposed]))
        change = Adjustment(subcriterion=code, percent=percent, reason=WHY)
        found = consensus(sheets, adjustments=[change])

        assert {**plain.agreed.ratings, code: percent} == found.agreed.ratings
        assert attrs.evolve(plain, agreed=found.agreed, adjustments=(change,)) == found

    @given(sheets=SOME, data=st.data())
    def test_one_that_changes_nothing_is_refused(self, sheets: Sheets, data: st.DataObject) -> None:
        """So is one that is made twice, and all of them are named at once."""
        rated = [(code, p) for code, p in consensus(sheets).proposal if p is not None]
        idle = [Adjustment(subcriterion=c, percent=p, reason=WHY) for c, p in rated]
        code = sheets[0].framework.subcriteria[0].code
        top = [Adjustment(subcriterion=code, percent=p, reason=WHY) for p in (0, 100)]
        with pytest.raises(InconsistentError) as caught:
            consensus(sheets, adjustments=data.draw(st.permutations([*idle, *top])))

        assert len(caught.value.faults) >= max(1, len(idle))
