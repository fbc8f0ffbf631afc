"""The example cycle against the figures that were published of its series."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from imss_integrity.catalog import EXAMPLE_CYCLE, EXAMPLE_CYCLE_SOURCE, EXAMPLE_UNIT
from imss_integrity.kernel import Period, Status
from imss_integrity.pdca import Decision, Measurement, Outcome, Phase, verify
from imss_integrity.statistics import Assurance, RuleSet

SERIES = EXAMPLE_CYCLE.measurements("mortalidad")
MOVED = 177


def totals(series: tuple[Measurement, ...]) -> tuple[int, int]:
    """Add up deaths and births."""
    deaths = sum(one.numerator or 0 for one in series)
    births = sum(one.denominator or 0 for one in series)
    return deaths, births


def of_year(year: int) -> tuple[Measurement, ...]:
    """Give the months of a year of the nineteenth century."""
    return tuple(one for one in SERIES if one.period.start.year == year + MOVED)


def of_month(year: int, month: int) -> tuple[int, int]:
    """Give deaths and births of one month."""
    return totals((of_year(year)[month - 1],))


class TestPublished:
    """What was printed of the First Clinic of Vienna.

    The deaths of each year are those of the yearly table in the same book (459, 176, 45). The
    births of 1846 and 1847 are not: its yearly table has 4010 and 3490 where the months add up
    to 3352 and 3375; of 1848 both have 3556.
    """

    @pytest.mark.parametrize(
        ("year", "deaths", "births"), [(1846, 459, 3352), (1847, 176, 3375), (1848, 45, 3556)]
    )
    def test_years(self, year: int, deaths: int, births: int) -> None:
        """Twelve months each, without a gap."""
        assert [*range(1, 13)] == [one.period.start.month for one in of_year(year)]
        assert (deaths, births) == totals(of_year(year))

    def test_1846_without_december(self) -> None:
        """Sinclair (1909), page 45: 443 deaths among just over 3,000 patients, 14.5 per cent."""
        deaths, births = totals(of_year(1846)[:11])
        assert (443, 3054) == (deaths, births)
        assert "14.5" == f"{100 * deaths / births:.1f}"

    @pytest.mark.parametrize(
        ("year", "month", "counts", "percent"),
        [
            (1846, 6, (27, 266), "10.15"),
            (1847, 1, (10, 311), "3.22"),
            (1847, 4, (57, 312), "18.27"),  # the month before hands were washed
            (1848, 3, (0, 276), "0.00"),  # the two months in which nobody died
            (1848, 8, (0, 261), "0.00"),
        ],
    )
    def test_months(self, year: int, month: int, counts: tuple[int, int], percent: str) -> None:
        """Months that were quoted by themselves."""
        assert counts == of_month(year, month)
        assert percent == f"{100 * counts[0] / counts[1]:.2f}"

    def test_the_year_after(self) -> None:
        """1848: 1.27 per cent."""
        deaths, births = totals(of_year(1848))
        assert "1.27" == f"{100 * deaths / births:.2f}"


class TestVerdict:
    """The chart finds what happened, and when."""

    def test_the_change_began_in_june_1847(self) -> None:
        """Hands were washed from the middle of May on: that month is neither before nor after."""
        verdict = EXAMPLE_CYCLE.verdict
        assert verdict is not None
        assert (Outcome.IMPROVED, True) == (verdict.outcome, verdict.supports_change)
        assert date(1847 + MOVED, 5, 15) == verdict.intervention
        assert date(1847 + MOVED, 6, 1) == verdict.main.changed_on
        assert (16, 1, 19) == (
            verdict.main.points_before,
            verdict.main.points_between,
            verdict.main.points_after,
        )
        assert verdict.main.held is True

    def test_the_effect(self) -> None:
        """Means of the months, worked out from their shares; fewer than 4 % is met now and then."""
        verdict = EXAMPLE_CYCLE.verdict
        assert verdict is not None
        effect = verdict.main.effect
        assert effect is not None
        shares = [Fraction(one.numerator or 0, one.denominator or 1) for one in SERIES]
        before, after = (
            float(sum(part, start=Fraction(0)) / len(part)) for part in (shares[:16], shares[17:])
        )
        assert before == pytest.approx(effect.before, rel=1e-12)
        assert after == pytest.approx(effect.after, rel=1e-12)
        assert effect.is_clear
        assert Assurance.INCONSISTENT is verdict.main.assurance

    @pytest.mark.parametrize("rules", RuleSet)
    def test_every_rule_set_agrees(self, rules: RuleSet) -> None:
        """That it improved, and in which month."""
        verdict = verify(EXAMPLE_CYCLE, rules=rules, on=EXAMPLE_CYCLE.on)
        assert (Outcome.IMPROVED, date(2024, 6, 1)) == (verdict.outcome, verdict.main.changed_on)


def test_the_record() -> None:
    """Decided but not closed, by an invented unit; the measurements have their source."""
    assert EXAMPLE_UNIT.code == EXAMPLE_CYCLE.unit
    assert Phase.ACT is EXAMPLE_CYCLE.phase
    assert EXAMPLE_CYCLE.decision is not None
    assert Decision.STANDARDISE is EXAMPLE_CYCLE.decision.decision
    assert EXAMPLE_CYCLE.decided_against_evidence is False
    assert () == EXAMPLE_CYCLE.open_actions
    assert ("MINUTA-14",) == EXAMPLE_CYCLE.actions[1].evidence
    assert Status.OWN is EXAMPLE_CYCLE.status
    assert "1861" in EXAMPLE_CYCLE_SOURCE.title.es
    assert Period(start=date(2024, 4, 1), end=date(2026, 3, 31)) == EXAMPLE_CYCLE.period
