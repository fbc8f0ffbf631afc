"""Laws of institution-wide indices: exact, monotone, explained, and never merged silently."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from statistics import fmean

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.initiatives import (
    CriterionSide,
    FulfilmentCriterion,
    IndexComponent,
    IndexDeduction,
    acrc_index_since_2022,
    acrc_index_until_2021,
    balanced_index,
    fulfilment_index,
    normalised_gain,
    perception_index,
)
from imss_integrity.kernel import Score, Status, Text, round_exact
from imss_integrity.statistics.survey_margins import survey_margin
from imss_integrity.strategies import exact_numbers
from imss_integrity.strategies.reaches import (
    fulfilment_criteria,
    index_components,
    index_deductions,
)

Criteria = tuple[FulfilmentCriterion, ...]
Components = tuple[IndexComponent, ...]

PERCENTS = st.sampled_from((Fraction(0), Fraction(100))) | exact_numbers(0, 100)
LIKERT = st.lists(st.integers(0, 30), min_size=2, max_size=7).filter(any)


def met(fulfilled: int, asked: int) -> Criteria:
    """Give *asked* criteria of the rules, of which the first *fulfilled* are met."""
    return tuple(
        FulfilmentCriterion(
            code=f"C{n}", name=Text("criterio"), side=CriterionSide.DE_JURE, fulfilled=n < fulfilled
        )
        for n in range(asked)
    )


@st.composite
def deductions_of(draw: st.DrawFn, components: Components) -> list[IndexDeduction]:
    """Give deductions whose codes differ from those of the components."""
    taken = {one.code for one in components}
    drawn = draw(st.lists(index_deductions(), max_size=3, unique_by=lambda one: one.code))
    return [one for one in drawn if one.code not in taken]


@st.composite
def balanced_cases(draw: st.DrawFn) -> tuple[Components, list[IndexDeduction]]:
    """Give components, and deductions that fit them."""
    components = draw(index_components())
    return components, draw(deductions_of(components))


def balanced(components: Sequence[IndexComponent], taken: Sequence[IndexDeduction]) -> Score:
    """Give the balanced index of one institution."""
    return balanced_index(components, subject="I-1", deductions=taken)


class TestFulfilment:
    """OCDE: la parte de criterios cumplidos; normas y práctica no se suman."""

    @pytest.mark.parametrize(("fulfilled", "asked", "shown"), [(5, 9, "55.6"), (4, 7, "57.1")])
    def test_published_values(self, fulfilled: int, asked: int, shown: str) -> None:
        """5 of 9 is 55.6, and 4 of 7 is 57.1."""
        score = fulfilment_index(met(fulfilled, asked), subject="OCDE").de_jure
        assert score is not None
        assert str(round_exact(score.value, 1)) == shown

    def test_ends_are_exact(self) -> None:
        """None is 0, all are 100."""
        none, every = (fulfilment_index(met(n, 7), subject="I").de_jure for n in (0, 7))
        assert none is not None
        assert every is not None
        assert none.value == 0
        assert every.value == 100

    @given(fulfilment_criteria())
    def test_each_side_is_the_index_of_its_own_criteria(self, criteria: Criteria) -> None:
        """What practice is like leaves the index of the rules alone, and the other way round."""
        both = fulfilment_index(criteria, subject="I-1", unknown="zero")
        for side, score in zip(CriterionSide, (both.de_jure, both.de_facto), strict=True):
            own = [one for one in criteria if one.side is side]
            if not own:
                assert score is None
                continue
            alone = fulfilment_index(own, subject="I-1", unknown="zero")
            assert score in (alone.de_jure, alone.de_facto)
            assert score is not None
            assert score.value == Fraction(
                100 * sum(one.fulfilled is True for one in own), len(own)
            )

    @given(criteria=fulfilment_criteria(), data=st.data())
    def test_order_is_irrelevant(self, criteria: Criteria, data: st.DataObject) -> None:
        """The same criteria in another order give the same numbers."""
        shuffled = data.draw(st.permutations(criteria))
        one, other = (
            fulfilment_index(given, subject="I", unknown="zero") for given in (criteria, shuffled)
        )
        for score, again in ((one.de_jure, other.de_jure), (one.de_facto, other.de_facto)):
            assert (score is None) == (again is None)
            if score is not None and again is not None:
                assert score.value == again.value
                assert {*score.parts} == {*again.parts}

    @given(criteria=fulfilment_criteria(), answers=st.lists(st.booleans(), min_size=6, max_size=6))
    def test_what_is_found_out_stays_in_the_range(
        self, criteria: Criteria, answers: list[bool]
    ) -> None:
        """However what is not known turns out, the index ends from its lowest to its highest."""
        known = tuple(
            one if one.fulfilled is not None else attrs.evolve(one, fulfilled=answer)
            for one, answer in zip(criteria, answers, strict=False)
        )
        before = fulfilment_index(criteria, subject="I", unknown="zero")
        after = fulfilment_index(known, subject="I")
        for open_, closed in ((before.de_jure, after.de_jure), (before.de_facto, after.de_facto)):
            assert (open_ is None) == (closed is None)
            if open_ is not None and closed is not None:
                assert open_.lowest <= closed.value <= open_.highest
                assert not closed.missing

    @given(criteria=fulfilment_criteria(), answer=st.booleans())
    def test_the_range_is_reached(self, criteria: Criteria, answer: bool) -> None:  # noqa: FBT001
        """All of what is not known met gives the highest, none of it the lowest."""
        known = tuple(
            one if one.fulfilled is not None else attrs.evolve(one, fulfilled=answer)
            for one in criteria
        )
        before = fulfilment_index(criteria, subject="I", unknown="zero")
        after = fulfilment_index(known, subject="I")
        for open_, closed in ((before.de_jure, after.de_jure), (before.de_facto, after.de_facto)):
            if open_ is not None and closed is not None:
                assert closed.value == (open_.highest if answer else open_.lowest)


class TestBalanced:
    """Índice balanceado, propio: ponderaciones declaradas, incidentes como deducción."""

    @given(balanced_cases())
    def test_value_is_the_weighted_mean_less_deductions(
        self, case: tuple[Components, list[IndexDeduction]]
    ) -> None:
        """Never below 0; the parts add up; every dimension is named; status is own."""
        components, taken = case
        score = balanced(components, taken)
        mean = sum((one.weight * one.share for one in components), Fraction(0))
        left = 100 * mean - sum(one.points for one in taken)
        assert score.value == max(Fraction(0), left)
        assert sum(part.value for part in score.parts) == score.value
        assert score.status is Status.OWN
        given_codes = [one.code for one in components] + [one.code for one in taken]
        assert [part.code for part in score.parts] == given_codes
        for one, part in zip(components, score.parts, strict=False):
            assert part.note is not None
            assert one.dimension.label.es in part.note.es
        for cut, part in zip(taken, score.parts[len(components) :], strict=True):
            assert -cut.points <= part.value <= 0
            assert (part.value == -cut.points) == (left >= 0 or cut.points == 0)

    @given(balanced_cases(), st.data(), exact_numbers(0, 1))
    def test_monotone_in_each_input(
        self, case: tuple[Components, list[IndexDeduction]], data: st.DataObject, better: Fraction
    ) -> None:
        """A better measure never lowers it; a greater deduction never raises it."""
        components, taken = case
        place = data.draw(st.integers(0, len(components) - 1))
        raised = list(components)
        raised[place] = attrs.evolve(raised[place], share=max(raised[place].share, better))
        before = balanced(components, taken).value
        assert balanced(raised, taken).value >= before
        more = [attrs.evolve(one, points=one.points + better) for one in taken]
        assert balanced(components, more).value <= before
        if not taken:
            gain = raised[place].share - components[place].share
            assert balanced(raised, []).value == before + 100 * components[place].weight * gain

    @given(balanced_cases(), st.data())
    def test_order_is_irrelevant(
        self, case: tuple[Components, list[IndexDeduction]], data: st.DataObject
    ) -> None:
        """The same parts in another order give the same parts."""
        components, taken = case
        one = balanced(components, taken)
        other = balanced(data.draw(st.permutations(components)), data.draw(st.permutations(taken)))
        assert one.value == other.value
        assert {*one.parts} == {*other.parts}

    @given(index_components(), st.sampled_from((Fraction(0), Fraction(1))))
    def test_ends_are_exact(self, components: Components, share: Fraction) -> None:
        """All at nothing is 0, all at full is 100."""
        ends = [attrs.evolve(one, share=share) for one in components]
        assert balanced(ends, []).value == 100 * share


class TestKorea:
    """Índice de la ACRC: ponderaciones publicadas, aritmética exacta."""

    def test_published_value_of_2017(self) -> None:
        """8.35 and 7.87 give 8.236, shown as 8.24."""
        score = acrc_index_until_2021(subject="KR", external="8.35", internal="7.87")
        assert str(round_exact(score.value, 3)) == "8.236"
        assert str(score) == "8.24 de 10 puntos"

    @given(*[exact_numbers(0, 10)] * 3, exact_numbers(0, 1))
    def test_until_2021(
        self, external: Fraction, internal: Fraction, taken: Fraction, weight: Fraction
    ) -> None:
        """The formula, from 0 up; equal answers give themselves, whatever the weight."""
        score = acrc_index_until_2021(
            subject="KR", external=external, internal=internal, deduction=taken,
            external_weight=weight,
        )  # fmt: skip
        formula = weight * external + (1 - weight) * internal - taken
        assert score.value == max(Fraction(0), formula)
        assert score.out_of == 10
        same = acrc_index_until_2021(
            subject="KR", external=external, internal=external, external_weight=weight
        )
        assert same.value == external

    @given(PERCENTS, PERCENTS, PERCENTS)
    def test_since_2022(self, perceived: Fraction, effort: Fraction, taken: Fraction) -> None:
        """0.6 and 0.4, less the deduction, from 0 up to 100."""
        score = acrc_index_since_2022(
            subject="KR", perceived=perceived, effort=effort, deduction=taken
        )
        assert score.value == max(Fraction(0), (3 * perceived + 2 * effort) / 5 - taken)
        assert score.out_of == 100
        assert len(score.parts) == (3 if taken else 2)


class TestPerception:
    """Índice de percepción: media de respuestas reescaladas, con n, tasa y margen."""

    def test_published_value(self) -> None:
        """On five points the fourth is 75."""
        assert perception_index([0, 0, 0, 1, 0], subject="I", invited=4).score.value == 75

    @given(LIKERT, st.integers(0, 50))
    def test_it_is_the_mean_of_the_answers_one_by_one(self, counts: list[int], silent: int) -> None:
        """Counted answer by answer; who is silent changes the rate and not the mean."""
        answers = [x for x, count in enumerate(counts, start=1) for _ in range(count)]
        steps = len(counts) - 1
        index = perception_index(counts, subject="I", invited=len(answers) + silent)
        mean = fmean(100 * (x - 1) / steps for x in answers)
        assert float(index.score.value) == pytest.approx(mean)
        assert sum(part.out_of for part in index.score.parts) == 100
        assert index.response_rate * (len(answers) + silent) == len(answers)

    @given(LIKERT, st.data())
    def test_monotone(self, counts: list[int], data: st.DataObject) -> None:
        """One answer that moves up by a point raises the mean."""
        place = data.draw(st.sampled_from([n for n, count in enumerate(counts) if count]))
        if place + 1 < len(counts):
            moved = [*counts]
            moved[place] -= 1
            moved[place + 1] += 1
            before, after = (
                perception_index(one, subject="I", invited=sum(counts)).score.value
                for one in (counts, moved)
            )
            assert after > before

    @given(LIKERT)
    def test_turning_the_scale_round(self, counts: list[int]) -> None:
        """The same answers read from the other end give the rest to 100."""
        one, other = (
            perception_index(given, subject="I", invited=sum(counts)).score.value
            for given in (counts, counts[::-1])
        )
        assert one + other == 100

    @given(st.integers(1, 400), st.integers(0, 400), st.integers(1, 50))
    def test_margin(self, answered: int, silent: int, more: int) -> None:
        """None without silence; narrower with more answers, wider with more confidence."""
        invited = answered + silent
        margin = survey_margin(answered, invited)
        assert (margin.half_width == 0) == (silent == 0)
        assert 0 <= margin.half_width <= 1
        surer = survey_margin(answered, invited, confidence=0.99)
        assert surer.half_width >= margin.half_width
        fuller = survey_margin(min(answered + more, invited), invited)
        assert fuller.half_width <= margin.half_width

    @pytest.mark.parametrize(
        ("answered", "invited", "points"),
        [(50, 100, 9.8485), (278, 1000, 4.9966), (1, 2, 98.0)],
    )
    def test_margin_of_a_finite_population(
        self, answered: int, invited: int, points: float
    ) -> None:
        """By hand: ``1.96 * sqrt(1/4n) * sqrt((N - n)/(N - 1))``; 278 of 1000 for 5 points."""
        margin = survey_margin(answered, invited)
        assert 100 * margin.half_width == pytest.approx(points, abs=0.01)

    @given(st.lists(st.integers(0, 4), min_size=1, max_size=30))
    def test_margin_covers_every_spread(self, answers: list[int]) -> None:
        """No set of answers varies more than the margin allows for."""
        shares = [answer / 4 for answer in answers]
        variance = fmean(share**2 for share in shares) - fmean(shares) ** 2
        z = 1.959963984540054
        far = 10**12  # so many were asked that nothing is corrected
        margin = survey_margin(len(answers), far).half_width
        assert margin == pytest.approx(min(1, z * (0.25 / len(answers)) ** 0.5))
        assert margin >= min(1, z * (max(variance, 0) / len(answers)) ** 0.5) * (1 - 1e-9)


class TestNormalisedGain:
    """Ganancia normalizada: (después - antes) / (100 - antes)."""

    def test_known_value(self) -> None:
        """From 40 to 70 is half of what could be gained; full marks leave no room."""
        assert normalised_gain(before=40, after=70) == Fraction(1, 2)
        assert normalised_gain(before=100, after=100) is None
        assert normalised_gain(before=100, after=20) is None

    @given(exact_numbers(0, 100), exact_numbers(0, 100), exact_numbers(0, 100))
    def test_ends_order_and_the_share_that_is_left(
        self, before: Fraction, after: Fraction, later: Fraction
    ) -> None:
        """Nothing is 0, everything is 1, more is more; two gains leave what both leave."""
        first = normalised_gain(before=before, after=after)
        if first is None:
            assert before == 100
            return
        assert normalised_gain(before=before, after=before) == 0
        assert normalised_gain(before=before, after=100) == 1
        assert (first < 0) == (after < before)
        second = normalised_gain(before=after, after=later)
        whole = normalised_gain(before=before, after=later)
        if second is not None and whole is not None:
            assert 1 - whole == (1 - first) * (1 - second)
