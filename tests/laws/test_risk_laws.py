"""Laws of risks: quadrants, what may lower a valuation, the map, the work plan, the quarters."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise, product
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.initiatives import (
    Quadrant,
    ResidualRule,
    Risk,
    RiskControl,
    RiskKind,
    RiskStrategy,
    RiskValuation,
    quadrant_of,
    quarterly_reports,
    risk_map,
    risk_progress,
)
from imss_integrity.kernel import Calendar, InconsistentError, overdue
from imss_integrity.strategies import calendars, days
from imss_integrity.strategies.risks import risk_controls, risk_valuations, valued_risks

SCALE = range(1, 11)
CELLS = list(product(SCALE, SCALE))
RISKS = st.lists(valued_risks(), max_size=4, unique_by=lambda risk: risk.code)
QUALITIES = ("documented", "formalised", "applied", "effective")
# Which quadrants ask for no more than a quadrant does; of II and IV, neither asks for more.
NO_WORSE = {
    Quadrant.I: set(Quadrant),
    Quadrant.II: {Quadrant.II, Quadrant.III},
    Quadrant.III: {Quadrant.III},
    Quadrant.IV: {Quadrant.IV, Quadrant.III},
}


def changed(value: Any, **changes: Any) -> Any:
    """Give *value* with the fields of *changes*."""
    return attrs.evolve(value, **changes)


def quadrant_at(cell: tuple[int, int]) -> Quadrant:
    """Give the quadrant of an (impact, probability)."""
    return quadrant_of(impact=cell[0], probability=cell[1])


class TestQuadrants:
    """Mérida: I and II are of high probability, I and IV of high impact; 5 is low."""

    def test_they_share_the_hundred_cells_evenly(self) -> None:
        """Each holds 25, and every cell is in one."""
        assert Counter(map(quadrant_at, CELLS)) == dict.fromkeys(Quadrant, 25)

    @pytest.mark.parametrize(
        ("cell", "quadrant", "label"),
        [
            ((8, 8), Quadrant.I, "atención inmediata"),
            ((3, 8), Quadrant.II, "atención periódica"),
            ((3, 3), Quadrant.III, "controlados"),
            ((5, 5), Quadrant.III, "controlados"),
            ((8, 3), Quadrant.IV, "seguimiento"),
        ],
    )
    def test_the_published_examples(
        self, cell: tuple[int, int], quadrant: Quadrant, label: str
    ) -> None:
        """The check values of the facts."""
        assert quadrant is quadrant_at(cell)
        assert label == quadrant.label.es

    @pytest.mark.parametrize(("low", "high"), [(5, 6), (1, 10)])
    def test_both_sides_of_the_middle(self, low: int, high: int) -> None:
        """5 is the last low value and 6 the first high one, on both scales."""
        corners = [(high, high), (low, high), (low, low), (high, low)]
        assert list(Quadrant) == [quadrant_at(cell) for cell in corners]

    @given(risk_valuations(), st.data())
    def test_lowering_never_worsens(self, before: RiskValuation, data: st.DataObject) -> None:
        """Less impact or less probability never leads to a quadrant that asks for more."""
        after = data.draw(risk_valuations(before.impact, before.probability))
        assert after.quadrant in NO_WORSE[before.quadrant]

    def test_exchanging_the_scales_exchanges_two_quadrants(self) -> None:
        """That is why the arguments are named: II becomes IV, and the others stay."""
        swap = {Quadrant.II: Quadrant.IV, Quadrant.IV: Quadrant.II}
        for impact, probability in CELLS:
            found = quadrant_at((impact, probability))
            assert swap.get(found, found) is quadrant_at((probability, impact))

    def test_each_name_of_a_scale_holds_two_values(self) -> None:
        """1-2 the lowest, 9-10 the highest; the names rise with the values."""
        names = [RiskValuation(impact=n, probability=n) for n in SCALE]
        assert [str(one.impact_label) for one in names] == [
            name for name in ("menor", "bajo", "moderado", "grave", "catastrófico") for _ in "12"
        ]
        assert [str(one.probability_label) for one in names] == [
            name
            for name in ("remota", "inusual", "probable", "muy probable", "recurrente")
            for _ in "12"
        ]


class TestControls:
    """SUFICIENTE only if documented, formalised, applied and effective; else deficient."""

    @given(risk_controls())
    def test_all_four_qualities_or_none_of_it(self, control: RiskControl) -> None:
        """Taking away any one of them makes a control deficient."""
        whole = changed(control, **dict.fromkeys(QUALITIES, True))
        assert whole.is_sufficient
        for place, quality in enumerate(QUALITIES):
            deficient = changed(whole, **{quality: False})
            assert not deficient.is_sufficient
            names = ("documentado", "formalizado", "aplicado", "efectivo")
            assert [names[place]] == [str(name) for name in deficient.lacking]


class TestResidual:
    """The final valuation is never above the initial one, and only controls lower it."""

    @given(valued_risks(), st.sampled_from(["impact", "probability"]))
    def test_never_above_the_initial_one(self, risk: Risk, scale: str) -> None:
        """One step above on one scale is refused, whatever lies below on the other."""
        most = getattr(risk.initial, scale)
        if most < 10:
            raised = changed(risk.final, **{scale: most + 1})
            with pytest.raises(InconsistentError, match="be at most the initial") as caught:
                attrs.evolve(risk, final=raised, residual_rule=ResidualRule.JUDGEMENT)
            assert [f"final.{scale}"] == [fault.path for fault in caught.value.faults]

    @given(valued_risks())
    def test_deficient_controls_lower_nothing(self, risk: Risk) -> None:
        """Own rule: without a sufficient control the final valuation is the initial one."""
        deficient = [attrs.evolve(one, effective=False) for one in risk.controls]
        weak = {
            "controls": tuple(deficient),
            "residual_rule": ResidualRule.SUFFICIENT_CONTROL,
        }
        assert not changed(risk, final=risk.initial, **weak).is_controlled
        if risk.final != risk.initial:
            with pytest.raises(InconsistentError, match="own rule, not official"):
                changed(risk, **weak)
            assert changed(risk, **{**weak, "residual_rule": ResidualRule.JUDGEMENT})

    @given(valued_risks(), risk_controls(), st.data())
    def test_one_sufficient_control_is_enough(
        self, risk: Risk, control: RiskControl, data: st.DataObject
    ) -> None:
        """Whatever the others lack."""
        whole = changed(control, **dict.fromkeys(QUALITIES, True))
        lower = data.draw(risk_valuations(risk.initial.impact, risk.initial.probability))
        kept = attrs.evolve(
            risk, controls=(whole,), final=lower, residual_rule=ResidualRule.SUFFICIENT_CONTROL
        )
        assert kept.is_controlled

    @given(valued_risks())
    def test_corruption_is_not_assumed(self, risk: Risk) -> None:
        """Own rule; any other kind of risk may be."""
        assumed = {"strategy": RiskStrategy.ASSUME}
        with pytest.raises(InconsistentError, match="risk of corruption"):
            changed(risk, kind=RiskKind.CORRUPTION, **assumed)
        for kind in set(RiskKind) - {RiskKind.CORRUPTION}:
            assert changed(risk, kind=kind, **assumed).kind is kind
        for strategy in set(RiskStrategy) - {RiskStrategy.ASSUME}:
            assert attrs.evolve(risk, kind=RiskKind.CORRUPTION, strategy=strategy)


class TestMap:
    """Counts by quadrant before and after."""

    @given(RISKS)
    def test_every_risk_is_counted_once_on_each_side(self, risks: list[Risk]) -> None:
        """The four counts add up to the risks, before and after."""
        found = risk_map(risks)
        assert len(risks) == sum(found.before.values()) == sum(found.after.values())
        assert list(Quadrant) == list(found.before) == list(found.after)

    @given(RISKS)
    def test_the_map_shows_the_counts_of_its_rows(self, risks: list[Risk]) -> None:
        """The rows are one for each risk, and counting them gives the counts."""
        found = risk_map(risks)
        rows = found.to_records()
        assert [risk.code for risk in risks] == [row["risk"] for row in rows]
        for side, counts in (("initial", found.before), ("final", found.after)):
            shown = Counter(row[f"{side}_quadrant"] for row in rows)
            assert {one.value: n for one, n in counts.items() if n} == shown

    @given(RISKS)
    def test_the_order_of_the_risks_changes_no_count(self, risks: list[Risk]) -> None:
        """Counts are of a set of risks."""
        there, back = risk_map(risks), risk_map(reversed(risks))
        assert (there.before, there.after) == (back.before, back.after)
        assert set(there.unanswered) == set(back.unanswered)

    @given(RISKS)
    def test_controls_never_fill_the_first_quadrant(self, risks: list[Risk]) -> None:
        """Nor do they empty the third: that no valuation rises shows in the counts."""
        found = risk_map(risks)
        assert found.after[Quadrant.I] <= found.before[Quadrant.I]
        assert found.after[Quadrant.III] >= found.before[Quadrant.III]

    @given(valued_risks())
    def test_work_is_wanted_unless_the_risk_is_assumed(self, risk: Risk) -> None:
        """Own: a risk that is assumed needs no plan, any other without one is named."""
        plain = attrs.evolve(risk, kind=RiskKind.LEGAL, work_plan=())
        assumed = attrs.evolve(plain, strategy=RiskStrategy.ASSUME)
        shared = attrs.evolve(plain, strategy=RiskStrategy.SHARE)
        assert () == risk_map([assumed]).unanswered
        assert (risk.code,) == risk_map([shared]).unanswered


class TestWorkPlan:
    """PTAR: the commitments of all risks, as of a day."""

    @given(RISKS, days())
    def test_late_is_what_the_kernel_calls_overdue(self, risks: list[Risk], on: date) -> None:
        """Never done and late at once, and never more than there are."""
        plan = [one for risk in risks for one in risk.work_plan]
        found = risk_progress(risks, on=on)
        assert len(overdue(plan, on=on)) == found.late
        assert found.done + found.late <= len(plan) == len(found.to_records())

    @given(RISKS, days())
    def test_the_mean_lies_among_what_is_done(self, risks: list[Risk], on: date) -> None:
        """From the least to the most; 100 only if all is done; none of no commitment."""
        plan = [one.progress for risk in risks for one in risk.work_plan]
        found = risk_progress(risks, on=on)
        if found.mean_progress is None:
            assert not plan
        else:
            assert min(plan) <= found.mean_progress <= max(plan)
            assert (found.done == len(plan)) == (found.mean_progress == 100)


class TestQuarters:
    """A report so many business days after the end of each quarter."""

    @given(st.integers(1970, 2199), st.just(Calendar()) | calendars(), st.integers(1, 60))
    def test_the_quarters_cover_the_year(
        self, year: int, calendar: Calendar, business_days: int
    ) -> None:
        """Without gap or overlap, and each report is due so many business days after."""
        made = quarterly_reports(year, calendar=calendar, business_days=business_days)
        reports = made.reports
        assert date(year, 1, 1) == reports[0].period.start
        assert date(year, 12, 31) == reports[-1].period.end
        for before, after in pairwise(reports):
            assert before.period.end + timedelta(days=1) == after.period.start
        for one in reports:
            assert business_days == calendar.business_days_between(one.period.end, one.due)
            assert calendar.is_business_day(one.due)

    def test_the_default_is_fifteen_business_days(self) -> None:
        """Recalled, so own; Friday 30 September 2022 leads to Friday 21 October."""
        third = quarterly_reports(2022, calendar=Calendar()).reports[2]
        assert date(2022, 10, 21) == third.due
        explicit = quarterly_reports(2022, calendar=Calendar(), business_days=15)
        assert explicit.reports[2] == third

    def test_a_closed_day_moves_the_deadline(self) -> None:
        """The calendar is the caller's."""
        closed = Calendar().closing([date(2022, 10, 12)])
        assert date(2022, 10, 24) == quarterly_reports(2022, calendar=closed).reports[2].due
