"""Strategies of PDCA cycles: what they give is sound, and varied."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import Phase as Stage
from hypothesis import find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

from imss_integrity import strategies
from imss_integrity.kernel.fields import LAST_DAY
from imss_integrity.pdca import (
    ActionState,
    Cadence,
    Cycle,
    CycleMove,
    Decision,
    Indicator,
    Measure,
    Measurement,
    Outcome,
    Phase,
    Plan,
    measurements,
    replay,
)
from imss_integrity.statistics import Improvement, RuleSet

# Enough to find what comes up often; shrinking is not of interest here.
SEARCH = settings(
    max_examples=2000, database=None, derandomize=True, deadline=None, phases=[Stage.generate]
)

INDICATORS, PLANS, CYCLES = strategies.indicators(), strategies.plans(), strategies.cycles()


def kept(indicator: Indicator) -> st.SearchStrategy[tuple[Indicator, tuple[Measurement, ...]]]:
    """Give an indicator with measurements of it."""
    series = strategies.measurement_series(indicator)
    return series.map(lambda measured: (indicator, measured))


SERIES = INDICATORS.flatmap(kept)


def has_gap(pair: tuple[Indicator, tuple[Measurement, ...]]) -> bool:
    """Say whether a day between two measurements was not measured."""
    periods = [one.period for one in pair[1]]
    return any((late.start - early.end).days > 1 for early, late in pairwise(periods))


def is_extreme(pair: tuple[Indicator, tuple[Measurement, ...]]) -> bool:
    """Say whether none or all of the cases are counted in every period of a proportion."""
    indicator, series = pair
    ends = {(one.numerator == 0, one.numerator == one.denominator) for one in series}
    return indicator.measure is Measure.PROPORTION and len(ends - {(False, False)}) == len(ends)


SOUGHT: list[tuple[str, st.SearchStrategy[object], Callable[..., bool]]] = [
    ("a target", INDICATORS, lambda one: one.target is not None),
    ("no target", INDICATORS, lambda one: one.target is None),
    ("a rate per 1000", INDICATORS, lambda one: one.per == 1000),
    ("a gap", SERIES, has_gap),
    ("one measurement", SERIES, lambda pair: len(pair[1]) == 1),
    ("many measurements", SERIES, lambda pair: len(pair[1]) > 25),
    ("none or all of the cases", SERIES, is_extreme),
    ("an empty plan", PLANS, lambda one: one == Plan()),
    ("a whole plan", PLANS, lambda one: not one.missing()),
    ("a plan of side effects", PLANS, lambda one: one.side_effects and not one.indicator),
    ("actions that wait", PLANS, lambda one: any(action.after for action in one.actions)),
]


@pytest.mark.parametrize(
    ("strategy", "wanted"), [pair[1:] for pair in SOUGHT], ids=[pair[0] for pair in SOUGHT]
)
def test_what_tests_need_comes_up(
    strategy: st.SearchStrategy[object], wanted: Callable[..., bool]
) -> None:
    """Within a few thousand examples."""
    try:
        found = find(strategy, wanted, settings=SEARCH)
    except NoSuchExample:  # pragma: no cover - the assertion says it
        found = None
    assert found is not None


def test_indicators_are_of_every_kind() -> None:
    """Each measure, cadence and direction."""
    wanted = {*Measure, *Cadence, *Improvement}
    seen: set[str] = set()

    def completes(indicator: Indicator) -> bool:
        seen.update([indicator.measure, indicator.cadence, indicator.wanted])
        return wanted == seen

    assert find(INDICATORS, completes, settings=SEARCH)


LIVES: dict[str, Callable[[Cycle], object]] = {
    "the first": lambda one: one.previous is None,
    "a later one": lambda one: one.previous,
    "one that is followed": lambda one: one.following,
    "two verdicts": lambda one: len(one.verdicts) > 1,
    "against the evidence": lambda one: one.decided_against_evidence is True,
    "with the evidence": lambda one: one.decided_against_evidence is False,
    "an action that will be late": lambda one: one.overdue(on=LAST_DAY),
    "no subcriterion": lambda one: not one.subcriteria,
}


@pytest.mark.filterwarnings("ignore:Generating overly large repr")
def test_cycles_live_every_life() -> None:
    """Each phase, move, state of an action, outcome, rule set, decision, and what is above."""
    wanted = {*Phase, *CycleMove, *ActionState, *Outcome, *RuleSet, *Decision, *LIVES}
    seen: set[str] = set()

    def completes(cycle: Cycle) -> bool:
        seen.update({cycle.phase, *(event.move for event in cycle.events)})
        seen.update({cycle.action_state(action.code) for action in cycle.actions})
        for verdict in cycle.verdicts:
            judged = (verdict.main, *verdict.side_effects)
            seen.update({verdict.terms.rules, *(one.outcome for one in judged)})
        if cycle.decision is not None:
            seen.add(cycle.decision.decision)
        seen.update(name for name, is_lived in LIVES.items() if is_lived(cycle))
        return wanted == seen

    assert find(CYCLES, completes, settings=SEARCH)


@given(pair=SERIES)
def test_measurements_are_of_their_indicator(
    pair: tuple[Indicator, tuple[Measurement, ...]],
) -> None:
    """So that they can be read from rows as well, in order."""
    indicator, series = pair
    rows = [
        {
            "start": one.period.start,
            "value": one.value,
            "numerator": one.numerator,
            "denominator": one.denominator,
        }
        for one in series
    ]
    assert series == measurements(rows, indicator=indicator)


@given(
    target=strategies.indicators(with_target=True),
    bare=strategies.indicators(with_target=False),
    plan=strategies.plans(complete=True),
    data=st.data(),
)
def test_arguments_are_kept(
    target: Indicator, bare: Indicator, plan: Plan, data: st.DataObject
) -> None:
    """Targets, whole plans, the start and the size of a series."""
    start = data.draw(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
    series = data.draw(strategies.measurement_series(bare, start=start, min_size=3, max_size=4))
    assert target.target is not None
    assert bare.target is None
    assert not plan.missing()
    assert start == series[0].period.start
    assert len(series) in {3, 4}


@given(cycle=CYCLES)
def test_cycles_are_sound(cycle: Cycle) -> None:
    """Every prefix of their events is a cycle too."""
    for number in range(1, len(cycle.events) + 1):
        assert cycle.events[:number] == replay(cycle.events[:number]).events
    assert cycle.previous != cycle.code != cycle.following
    assert cycle.previous is None or cycle.previous != cycle.following
