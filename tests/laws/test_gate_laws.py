"""Laws of the integrity gate: strength in the criteria never makes up for missing integrity."""

from __future__ import annotations

from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.competitiveness import (
    Gate,
    IntegrityShare,
    Standing,
    apply_gate,
    score,
)
from imss_integrity.kernel import MissingDataError, Part, Score, Status, weakest
from imss_integrity.strategies import assessments as sheets
from imss_integrity.strategies import exact_numbers, gates, scores, standings

Case = tuple[Score, Gate, Standing]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Give any score, a gate whose code no part of it bears, and a standing for the gate."""
    total = draw(scores() | sheets().map(lambda sheet: score(sheet, missing="zero")))
    gate = draw(gates())
    taken = {part.code for part in total.parts}
    gate = attrs.evolve(gate, code=next(code for code in "ghijklmno" if code not in taken))
    return total, gate, draw(standings(gate))


def naive_cap(gate: Gate, standing: Standing) -> Fraction:
    """Give the share of all points that the weakest requirement leaves."""
    cap = Fraction(1)
    for requirement in gate.requirements:
        for told in standing.shares:
            if told.code == requirement.code and told.share < requirement.full:
                cap = min(cap, told.share / requirement.full)
    return cap


def told(standing: Standing, code: str, share: Fraction) -> Standing:
    """Give the same standing, with another share of the requirement *code*."""
    shares = tuple(
        attrs.evolve(one, share=share) if one.code == code else one for one in standing.shares
    )
    return attrs.evolve(standing, shares=shares)


class TestCap:
    """min(puntaje, tope): el requisito que menos se cumple pone el tope."""

    @given(case=cases())
    def test_the_lower_of_score_and_cap(self, case: Case) -> None:
        """Never above the score, never above the cap; the range is capped alike."""
        total, gate, standing = case
        limit = naive_cap(gate, standing) * total.out_of
        gated = apply_gate(total, standing, gate)

        assert min(total.value, limit) == gated.value
        assert (min(total.lowest, limit), min(total.highest, limit)) == (
            gated.lowest,
            gated.highest,
        )

    @given(case=cases())
    def test_one_part_says_what_was_taken(self, case: Case) -> None:
        """The parts of the score stay as they are; the gate's is negative or 0."""
        total, gate, standing = case
        gated = apply_gate(total, standing, gate)
        *others, part = gated.parts

        assert list(total.parts) == others
        assert (gate.code, gate.name, Fraction(0)) == (part.code, part.name, part.out_of)
        assert gated.value - total.value == part.value <= 0
        assert part.note is not None

    @given(case=cases())
    def test_twice_is_once(self, case: Case) -> None:
        """A score that passed a gate comes out of it as it is."""
        total, gate, standing = case
        once = apply_gate(total, standing, gate)

        assert once == apply_gate(once, standing, gate)

    @given(case=cases())
    def test_full_integrity_has_no_effect(self, case: Case) -> None:
        """Shares from *full* on do not limit."""
        total, gate, standing = case
        for requirement in gate.requirements:
            standing = told(standing, requirement.code, requirement.full)
        gated = apply_gate(total, standing, gate)

        assert (total.value, total.lowest, total.highest) == (
            gated.value,
            gated.lowest,
            gated.highest,
        )
        assert gated.parts[-1].value == 0
        assert "cumplida: no limita" == str(gated.parts[-1].note)

    @given(case=cases(), data=st.data())
    def test_no_integrity_leaves_nothing(self, case: Case, data: st.DataObject) -> None:
        """One share of 0 is enough, whatever the others are."""
        total, gate, standing = case
        code = data.draw(st.sampled_from(gate.requirements)).code
        gated = apply_gate(total, told(standing, code, Fraction(0)), gate)

        assert gated.value == gated.lowest == gated.highest == 0

    @given(case=cases(), share=exact_numbers(0, 1), data=st.data())
    def test_more_integrity_never_gives_less(
        self, case: Case, share: Fraction, data: st.DataObject
    ) -> None:
        """In each requirement, the others being equal."""
        total, gate, standing = case
        changed = data.draw(st.sampled_from(standing.shares))
        low, high = (
            apply_gate(total, told(standing, changed.code, one), gate)
            for one in sorted((share, changed.share))
        )

        assert low.value <= high.value
        assert low.lowest <= high.lowest
        assert low.highest <= high.highest

    @given(case=cases(), share=exact_numbers(0, 1))
    def test_more_points_never_give_less(self, case: Case, share: Fraction) -> None:
        """The gate keeps the order of scores."""
        total, gate, standing = case
        lost = Part(code="zzz", name=gate.name, value=-share * total.value, out_of=Fraction(0))
        value = total.value + lost.value
        lowest = min(total.lowest, value)
        lower = attrs.evolve(total, parts=(*total.parts, lost), value=value, lowest=lowest)

        assert apply_gate(lower, standing, gate).value <= apply_gate(total, standing, gate).value

    @given(case=cases(), other=gates(), data=st.data())
    def test_two_gates_may_come_in_any_order(
        self, case: Case, other: Gate, data: st.DataObject
    ) -> None:
        """The lower cap decides."""
        total, gate, standing = case
        taken = {gate.code, *(part.code for part in total.parts)}
        other = attrs.evolve(other, code=next(c for c in "ghijklmno" if c not in taken))
        second = data.draw(standings(other))
        forth = apply_gate(apply_gate(total, standing, gate), second, other)
        back = apply_gate(apply_gate(total, second, other), standing, gate)

        assert (forth.value, forth.lowest, forth.highest) == (back.value, back.lowest, back.highest)


class TestHonesty:
    """Lo que no consta no es cero ni es cumplimiento; la compuerta es propia, no oficial."""

    @given(case=cases(), data=st.data())
    def test_a_share_that_is_not_told_is_refused(self, case: Case, data: st.DataObject) -> None:
        """The error names every requirement that is missing."""
        total, gate, standing = case
        kept = data.draw(st.integers(0, len(standing.shares) - 1))
        missing = [one.code for one in standing.shares[kept:]]
        poorer = attrs.evolve(standing, shares=standing.shares[:kept])
        with pytest.raises(MissingDataError) as caught:
            apply_gate(total, poorer, gate)

        assert sorted(f"standing[{code}]" for code in missing) == sorted(
            fault.path for fault in caught.value.faults
        )

    @given(case=cases())
    def test_the_weakest_status_wins(self, case: Case) -> None:
        """Of the score, the standing and the gate; all sources are named."""
        total, gate, standing = case
        gated = apply_gate(total, standing, gate)

        assert weakest((total.status, gate.status, standing.status)) is gated.status
        assert {*total.sources, *standing.sources, *gate.sources} == {*gated.sources}

    def test_what_is_not_labelled_is_own(self) -> None:
        """A gate and a standing of which nothing else is said are proposals."""
        shares = (IntegrityShare(code="a", share=Fraction(1)),)

        assert Standing(shares=shares).status is Status.OWN
        assert Standing.of({"a": 1}).status is Status.OWN
