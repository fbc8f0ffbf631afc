"""Laws of the Standard Cost Model: exact money, savings that add up, and the windows of a year."""

from __future__ import annotations

from datetime import date
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from imss_integrity.initiatives import (
    Procedure,
    ProcedureVersion,
    administrative_burden,
    agenda_windows,
)
from imss_integrity.kernel import NotInForceError, Text
from imss_integrity.strategies import money
from imss_integrity.strategies.risks import procedures

COSTLY = ("tariff", "time", "outlays", "frequency", "opportunity_cost")


def changed(value: Any, **changes: Any) -> Any:
    """Give *value* with the fields of *changes*."""
    return attrs.evolve(value, **changes)


def plain_cost(version: ProcedureVersion) -> Fraction:
    """Work the model out a second time, in fractions."""
    tariff, time, outlays = (Fraction(getattr(version, name)) for name in COSTLY[:3])
    cases = version.population * Fraction(version.frequency)
    return tariff * time * cases + outlays * cases + Fraction(version.opportunity_cost)


class TestCost:
    """Cost = (tariff x time + outlays) x (population x frequency) + what waiting costs."""

    @given(procedures())
    def test_it_is_exact_whatever_the_numbers(self, procedure: Procedure) -> None:
        """No digit is lost, however many there are."""
        assert plain_cost(procedure.before) == Fraction(procedure.before.cost)

    @given(procedures(), st.integers(1, 5))
    def test_the_precision_of_the_caller_takes_no_part(
        self, procedure: Procedure, precision: int
    ) -> None:
        """Decimal arithmetic would round to the context; nothing here does."""
        burden = administrative_burden(procedure)
        found = (burden.before, burden.after, burden.saving, burden.saving_share)
        with localcontext(Context(prec=precision)):
            assert found == (burden.before, burden.after, burden.saving, burden.saving_share)

    @given(procedures())
    def test_whatever_can_be_worked_out_can_be_shown(self, procedure: Procedure) -> None:
        """A product has more digits than any number that is read."""
        assert procedure.code in administrative_burden(procedure).describe()

    def test_the_most_digits_are_shown_exactly(self) -> None:
        """31 of them, from factors of 16 each."""
        digits = Decimal("12345678.12345678")
        long = ProcedureVersion(
            tariff=digits, time=digits, outlays=Decimal(0), population=10**7, frequency=digits
        )
        free = changed(long, tariff=Decimal(0))
        burden = administrative_burden(
            Procedure(code="T1", name=Text("Trámite"), before=long, after=free)
        )
        assert "18 816 760 167 168 379 782 515 481 342.04" in burden.describe()

    @given(procedures())
    def test_money_shows_its_cents_and_no_idle_zeros(self, procedure: Procedure) -> None:
        """At least two decimals; a third only where it says something."""
        _, digits, exponent = procedure.before.cost.as_tuple()
        assert isinstance(exponent, int)
        assert exponent == -2 or (exponent < -2 and digits[-1] != 0)

    @given(procedures(), st.sampled_from(COSTLY), money())
    def test_more_of_anything_never_costs_less(
        self, procedure: Procedure, name: str, amount: Decimal
    ) -> None:
        """The cost rises with each part of it, the population included."""
        low, high = sorted((getattr(procedure.before, name), amount))
        less, more = (changed(procedure.before, **{name: one}) for one in (low, high))
        assert less.cost <= more.cost
        assert attrs.evolve(less, population=0).cost <= less.cost

    @given(procedures())
    def test_outlays_alone_cost_outlays_alone(self, procedure: Procedure) -> None:
        """One case, no time and nothing lost by waiting: what is paid is the cost."""
        alone = attrs.evolve(
            procedure.before, time=Decimal(0), opportunity_cost=Decimal(0), population=1,
            frequency=Decimal(1),
        )  # fmt: skip
        assert alone.outlays == alone.price == alone.cost


class TestSaving:
    """Saving = before less after; its share = 1 less after by before."""

    @given(procedures())
    def test_saving_and_after_add_up_to_before(self, procedure: Procedure) -> None:
        """Exactly, also where the procedure becomes dearer."""
        burden = administrative_burden(procedure)
        assert Fraction(burden.before) == Fraction(burden.saving) + Fraction(burden.after)

    @given(procedures())
    def test_the_share_is_of_the_cost_before(self, procedure: Procedure) -> None:
        """The share times the cost before is the saving; without a cost there is none."""
        burden = administrative_burden(procedure)
        if burden.saving_share is None:
            assert burden.before == 0
        else:
            assert burden.saving_share <= 1
            assert Fraction(burden.saving) == burden.saving_share * Fraction(burden.before)

    @given(procedures())
    def test_the_other_way_round_it_is_the_loss(self, procedure: Procedure) -> None:
        """Undoing a change costs what it saved."""
        back = attrs.evolve(procedure, before=procedure.after, after=procedure.before)
        saved, lost = (administrative_burden(one).saving for one in (procedure, back))
        assert Fraction(saved) == -Fraction(lost)

    @given(procedures())
    def test_half_the_population_saves_half(self, procedure: Procedure) -> None:
        """With nothing lost by waiting, the population is a plain factor."""
        before = attrs.evolve(procedure.before, opportunity_cost=Decimal(0))
        assume(before.population <= 2**52 - 1)
        twice = attrs.evolve(before, population=2 * before.population)
        burden = administrative_burden(attrs.evolve(procedure, before=twice, after=before))
        assert burden.saving_share in {None, Fraction(1, 2)}

    def test_a_worked_case(self) -> None:
        """60 pesos an hour, 2.5 hours, 50 pesos of outlays, a thousand people once a year."""
        now = ProcedureVersion(
            tariff=Decimal(60), time=Decimal("2.5"), outlays=Decimal(50), population=1000,
            frequency=Decimal(1), opportunity_cost=Decimal("0.005"),
        )  # fmt: skip
        assert "200.00 1000.00 200000.005" == f"{now.price} {now.quantity} {now.cost}"


class TestDigital:
    """Digital share = digital steps by steps."""

    @given(procedures())
    def test_a_share_from_none_to_all(self, procedure: Procedure) -> None:
        """0 with no digital step, 1 with all; unknown where steps were not counted."""
        version = procedure.before
        none = attrs.evolve(version, digital_steps=0).digital_share
        every = attrs.evolve(version, digital_steps=version.steps).digital_share
        assert (none, every) == ((0, 1) if version.steps else (None, None))


class TestWindows:
    """LNETB 21: the first 15 days of January and of July."""

    @given(st.integers(2026, 2200))
    def test_fifteen_days_each(self, year: int) -> None:
        """Both ends included, calendar days."""
        january, july = agenda_windows(year)
        assert (15, 15) == (january.days, july.days)
        assert (date(year, 1, 1), date(year, 7, 15)) == (january.start, july.end)

    def test_none_before_the_law(self) -> None:
        """It was published on 16 July 2025, a day after the window."""
        with pytest.raises(NotInForceError, match="16 July 2025"):
            agenda_windows(2025)
