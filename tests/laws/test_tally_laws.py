"""Laws of tallies and of the panorama: however units are divided, the result is the same."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.competitiveness import Assessment, Framework, StageRule, score
from imss_integrity.kernel import InconsistentError, Period, Score, Status
from imss_integrity.organization import Ooad, Unit
from imss_integrity.rollup import NO_STAGE, Tally, panorama
from imss_integrity.strategies import assessments, frameworks, units

Scored = list[tuple[Unit, Score | None]]


def _distinct(found: list[Unit]) -> list[Unit]:
    return list({unit.code.lower(): unit for unit in found}.values())


@st.composite
def scored_units(draw: st.DrawFn) -> tuple[Framework, Scored]:
    """Give distinct units, some with a score, all by one framework."""
    framework = draw(frameworks())
    found = _distinct(draw(st.lists(units(), max_size=6)))
    pairs: Scored = []
    for unit in found:
        sheet = draw(st.none() | assessments(framework))
        pairs.append((unit, None if sheet is None else _score_of(unit, sheet)))
    return framework, pairs


def _score_of(unit: Unit, sheet: Assessment) -> Score:
    own = Assessment(
        unit=unit.code,
        period=Period.year(2025),
        evaluator=sheet.evaluator,
        framework=sheet.framework,
        percents=sheet.percents,
    )
    return score(own, missing="zero")


@given(scored_units(), st.randoms(use_true_random=False), st.sampled_from(StageRule))
def test_any_division_and_order_gives_the_same_tally(
    case: tuple[Framework, Scored], random: Random, rule: StageRule
) -> None:
    """Associative, commutative, and linear: folding parts of a shuffled list is the sum."""
    framework, pairs = case
    tallies = [Tally.of(u, s, rule=rule, scale=framework.scale) for u, s in pairs]
    whole = Tally.sum(tallies)
    random.shuffle(tallies)
    cut = random.randint(0, len(tallies))
    left, right = Tally.sum(tallies[:cut]), Tally.sum(tallies[cut:])
    assert whole == left + right
    assert whole == right + left
    one_by_one = Tally()
    for tally in tallies:
        one_by_one += tally
    assert whole == one_by_one


@given(scored_units())
def test_nothing_adds_nothing(case: tuple[Framework, Scored]) -> None:
    """`Tally()` is the identity on both sides."""
    whole = Tally.sum(Tally.of(u, s) for u, s in case[1])
    assert whole == whole + Tally()
    assert whole == Tally() + whole


@given(scored_units())
def test_a_tally_counts_what_is_there(case: tuple[Framework, Scored]) -> None:
    """Counts, mean, variance and range are those of the plain list of shares."""
    framework, pairs = case
    tally = Tally.sum(Tally.of(u, s, scale=framework.scale) for u, s in pairs)
    shares = [s.value / framework.total for _, s in pairs if s is not None]
    assert len(pairs) == tally.units == sum(count for _, count in tally.kinds)
    assert len(shares) == tally.scored == sum(count for _, count in tally.stages)
    if not shares:
        assert (None, None, None) == (tally.mean, tally.variance, tally.lowest)
        return
    mean = sum(shares, Fraction(0)) / len(shares)
    assert mean == tally.mean
    assert sum(((s - mean) ** 2 for s in shares), Fraction(0)) / len(shares) == tally.variance
    assert (min(shares), max(shares)) == (tally.lowest, tally.highest)


@given(scored_units(), st.randoms(use_true_random=False), st.sampled_from(StageRule))
def test_the_panorama_is_the_sum_of_its_groups(
    case: tuple[Framework, Scored], random: Random, rule: StageRule
) -> None:
    """Groups partition the units, add up to the Institute, and order makes no difference.

    Parents that differ under one code have no such groups: they are refused.
    """
    framework, pairs = case
    members = [unit for unit, _ in pairs]
    scores = [one for _, one in pairs if one is not None]
    ooads = {unit.parent for unit in members if isinstance(unit.parent, Ooad)}
    parents = {unit.parent for unit in members}
    if len({parent.code for parent in parents}) < len(parents):
        with pytest.raises(InconsistentError, match="'parent' must be the same"):
            panorama(members, scores, ooads=ooads, rule=rule, scale=framework.scale)
        return
    view = panorama(members, scores, ooads=ooads, rule=rule, scale=framework.scale)
    assert view.institute == Tally.sum(group.tally for group in view.groups)
    assert len(members) == view.institute.units
    assert {unit.code for unit, one in pairs if one is None} == set(view.missing)
    assert len(ooads) == view.ooads == view.ooads_taking_part
    assert len(parents) == len({group.code for group in view.groups}) == len(view.groups)
    random.shuffle(members)
    random.shuffle(scores)
    assert view == panorama(members, scores, ooads=ooads, rule=rule, scale=framework.scale)
    if members:
        assert Status.OWN is view.status
    if rule is StageRule.REACHED:
        assert NO_STAGE not in dict(view.institute.stages)
