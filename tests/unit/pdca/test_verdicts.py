"""Verdicts worked by hand: which rule fires where, since when, how much, whether for good.

Most of them rest on one baseline: 10 and 12 in turn, twelve weeks. Its mean is 11 and its mean
moving range 2; so the limits lie at 11 -/+ 2.66 x 2, which is 5.68 and 16.32, and near a limit
begins at two thirds of the way, 7.453 and 14.547.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from math import sqrt
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.kernel import Period, Text
from imss_integrity.pdca import (
    Action,
    ActionStarted,
    Cadence,
    Cycle,
    Effect,
    Indicator,
    IndicatorVerdict,
    Measure,
    Measured,
    Measurement,
    Opened,
    Outcome,
    Plan,
    PlanApproved,
    PlanDrafted,
    Verdict,
    replay,
    verify,
)
from imss_integrity.statistics import Assurance, Improvement, RuleSet

START = date(2025, 1, 6)
BASE = [10, 12] * 6
CHANGE = START + timedelta(weeks=len(BASE))
LATE = date(2030, 1, 1)
Level = int | Fraction | tuple[int, int]


def week(number: int) -> date:
    """Give the first day of a week, counted from 0."""
    return START + timedelta(weeks=number)


def indicator(measure: Measure = Measure.VALUE, **more: Any) -> Indicator:
    """Give a weekly indicator that should fall to 5."""
    given: dict[str, Any] = {
        "code": "espera",
        "name": Text("Espera", "Waiting"),
        "unit": Text("minutos", "minutes"),
        "measure": measure,
        "wanted": Improvement.DOWN,
        "cadence": Cadence.WEEKLY,
        "target": Fraction(0 if measure is Measure.PROPORTION else 5),
    }
    return Indicator(**(given | more))


WAITING = indicator()
UPWARDS = indicator(wanted=Improvement.UP)
Series = Sequence[tuple[int, Level]]


def measured(series: Series, own: Indicator, on: date) -> list[Measured]:
    """Give the event that measures levels or pairs in weeks of those numbers, if there are any."""
    made = tuple(
        Measurement.of_counts(own.cadence.period_from(week(number)), *level)
        if isinstance(level, tuple)
        else Measurement.of_value(own.cadence.period_from(week(number)), level)
        for number, level in series
    )
    return [Measured(on=on, by="turno", indicator=own.code, measurements=made)] if made else []


def cycle_of(
    first: Series, second: Series, *others: tuple[Indicator, Series], own: Indicator, begun: date
) -> Cycle:
    """Give a cycle whose action began on the day *begun*; *others* are side effects."""
    action = Action(code="A1", what=Text("Paso", "Step"), owner="turno", due=LATE, days=1)
    plan = Plan(
        aim=Text("Menos espera", "Less waiting"),
        indicator=own,
        side_effects=tuple(one for one, _ in others),
        actions=(action,),
    )
    events = [
        Opened(
            on=START,
            by="turno",
            code="C-1",
            unit="UMF-900",
            period=Period.year(2025),
            roles=("turno",),
        ),
        PlanDrafted(on=START, by="turno", plan=plan),
        *measured(first, own, begun),
        PlanApproved(on=begun, by="turno"),
        ActionStarted(on=begun, by="turno", action="A1"),
        *measured(second, own, LATE),
        *(event for one, series in others for event in measured(series, one, LATE)),
    ]
    return replay(events)


def verdict_of(
    after: Sequence[Level],
    *others: tuple[Indicator, Series],
    before: Sequence[Level] = BASE,
    own: Indicator = WAITING,
    **terms: Any,
) -> Verdict:
    """Verify weeks before the change and weeks after it, all measured, none lost."""
    first = [*enumerate(before)]
    second = [*enumerate(after, start=len(before))]
    begun = week(len(before))
    return verify(cycle_of(first, second, *others, own=own, begun=begun), on=LATE, **terms)


def main_of(after: Sequence[Level], **more: Any) -> IndicatorVerdict:
    """Give what the main indicator says."""
    return verdict_of(after, **more).main


def fired(main: IndicatorVerdict) -> list[tuple[str, bool | None, int, int, int]]:
    """Give rule, whether favourable, and the weeks after the change: first, completed, last."""

    def weeks_since(day: date) -> int:
        return (day - CHANGE).days // 7

    return [
        (
            one.rule,
            one.favourable,
            weeks_since(one.first),
            weeks_since(one.completed),
            weeks_since(one.last),
        )
        for one in main.fired
    ]


class TestNhsRules:
    """Each rule of the NHS on the baseline, with both sides of its boundary."""

    @pytest.mark.parametrize(
        ("after", "expected"),
        [
            ([10, 12, 6, 12, 10], []),
            ([10, 12, 5, 12, 10], [("fuera", True, 2, 2, 2)]),
            ([10, 12, 16, 10], []),
            ([10, 12, 17, 10], [("fuera", False, 2, 2, 2)]),
            ([10] * 6, []),
            ([10] * 7, [("racha", True, 0, 6, 6)]),
            ([12, *[10] * 9], [("racha", True, 1, 7, 9)]),
            ([12] * 7, [("racha", False, 0, 6, 6)]),
            ([11] * 20, []),  # on the centre
            ([9, 10, 11, 12, 13, 14], []),
            ([8, 9, 10, 11, 12, 13, 14], [("tendencia", False, 0, 6, 6)]),
            ([14, 13, 12, 11, 10, 9, 8], [("tendencia", True, 0, 6, 6)]),
            ([8, 9, 10, 11, 11, 12, 13, 14], []),  # a level step is no step
            ([7, 12, 7], []),  # all three must be on one side
            ([8, 10, 7], []),
            ([7, 10, 7], [("dos_de_tres", True, 0, 2, 2)]),
            ([15, 13, 15], [("dos_de_tres", False, 0, 2, 2)]),
            (
                [10] * 7 + [17],
                [("racha", True, 0, 6, 6), ("fuera", False, 7, 7, 7)],
            ),
            # One that goes on is told after one that ends before it.
            (
                [10] * 7 + [5] + [10] * 3,
                [("fuera", True, 7, 7, 7), ("racha", True, 0, 6, 10)],
            ),
        ],
    )
    def test_what_fires_where(self, after: list[int], expected: list[tuple[object, ...]]) -> None:
        """And that wanting the opposite turns it round."""
        main, turned = main_of(after), main_of(after, own=UPWARDS)
        assert expected == fired(main)
        assert [(rule, not good, *at) for rule, good, *at in expected] == fired(turned)
        if not expected:
            assert Outcome.NO_EVIDENCE is main.outcome is turned.outcome
            assert main.changed_on is None
            assert main.held is None

    def test_when_it_was_found(self) -> None:
        """The change began with the pattern; it could be seen when that was complete."""
        (rule,) = main_of([12, *[10] * 9]).fired
        assert Text("siete puntos del mismo lado del centro") == attrs.evolve(rule.name, en=None)
        assert rule.first == week(13)
        assert rule.completed == week(20) - timedelta(days=1)
        assert rule.last == week(22) - timedelta(days=1)

    def test_improved_and_worsened(self) -> None:
        """By the wanted direction; since the first point of the first pattern that way."""
        better, worse = main_of([12, 10, 5]), main_of([12, 10, 17])
        assert (Outcome.IMPROVED, week(14)) == (better.outcome, better.changed_on)
        assert (Outcome.WORSENED, week(14)) == (worse.outcome, worse.changed_on)
        assert Outcome.WORSENED is main_of([12, 10, 5], own=UPWARDS).outcome

    def test_rules_without_a_side_prove_no_change(self) -> None:
        """Alternating and hugging the centre are unsteady, not better or worse."""
        main = main_of([10, 12] * 8, rules=RuleSet.NELSON)
        assert {("4", None), ("7", None)} == {(one.rule, one.favourable) for one in main.fired}
        assert Outcome.NO_EVIDENCE is main.outcome


class TestMixedSignals:
    """Where rules point both ways, the means decide, if they differ by more than chance."""

    @pytest.mark.parametrize(
        ("after", "outcome", "since"),
        [
            ([8] * 14 + [14] * 7, Outcome.IMPROVED, 12),  # mean 10, of 11 before
            ([8] * 7 + [13] * 7, Outcome.NO_EVIDENCE, None),  # mean 10.5: within chance
            ([8] * 7 + [14] * 7, Outcome.NO_EVIDENCE, None),  # mean 11, as before
            ([8] * 7 + [14] * 14, Outcome.WORSENED, 19),  # mean 12
        ],
    )
    def test_low_then_high(self, after: list[int], outcome: Outcome, since: int | None) -> None:
        """Weeks at 8, then weeks above; the change is that of the side that won."""
        main = main_of(after)
        assert {True, False} == {one.favourable for one in main.fired}
        assert outcome is main.outcome
        assert (None if since is None else week(since)) == main.changed_on

    def test_the_effect_is_that_of_the_change(self) -> None:
        """Not of all that came after the intervention: 13 or 14 instead of 10.5."""
        main = main_of([12, 10] * 3 + [13, 14] * 5)
        assert main.changed_on == week(18)
        assert main.effect is not None
        assert (11.0, 13.5, 2.5) == (main.effect.before, main.effect.after, main.effect.difference)
        assert main.points_after == 16


class TestTooFew:
    """Too few points is an answer."""

    @pytest.mark.parametrize(
        ("before", "after", "terms", "outcome"),
        [
            (BASE[:9], [5], {}, Outcome.TOO_FEW),
            (BASE[:10], [5], {}, Outcome.IMPROVED),
            (BASE, [], {}, Outcome.TOO_FEW),
            (BASE, [5], {}, Outcome.IMPROVED),
            (BASE, [5], {"least_points": 13}, Outcome.TOO_FEW),
            (BASE, [5], {"least_points": 12}, Outcome.IMPROVED),
            ([10, 12], [5], {"least_points": 2}, Outcome.IMPROVED),
            ([10], [5], {"least_points": 2}, Outcome.TOO_FEW),
            # A run chart needs ten points off the median after the change.
            (BASE, [5] * 9, {"rules": RuleSet.ANHOEJ}, Outcome.TOO_FEW),
            (BASE, [5] * 10, {"rules": RuleSet.ANHOEJ}, Outcome.IMPROVED),
            (BASE, [*[5] * 9, 11], {"rules": RuleSet.ANHOEJ}, Outcome.TOO_FEW),
            (BASE, [5] * 9, {"rules": RuleSet.IHI}, Outcome.TOO_FEW),
            (BASE, [5] * 10, {"rules": RuleSet.IHI}, Outcome.IMPROVED),
        ],
    )
    def test_both_sides_of_the_boundary(
        self, before: list[int], after: list[int], terms: dict[str, Any], outcome: Outcome
    ) -> None:
        """Before and after."""
        assert outcome is main_of(after, before=before, **terms).outcome

    def test_what_is_told_all_the_same(self) -> None:
        """Counts and means, but no steadiness, no rule, no assurance."""
        main = main_of([5], before=BASE[:9])
        assert (9, 1) == (main.points_before, main.points_after)
        assert main.effect is not None
        assert (5.0, ()) == (main.effect.after, main.fired)
        assert (main.steady_before, main.assurance, main.held) == (None, None, None)

    def test_before_any_measurement_after_the_change(self) -> None:
        """The baseline alone is judged: steady, and what it promises for the target."""
        main = main_of([])
        assert (True, Assurance.FAIL) == (main.steady_before, main.assurance)
        assert (main.effect, main.attainment) == (None, None)

    def test_too_few_off_the_median_tell_nothing_of_steadiness(self) -> None:
        """Neither before the change nor since: a rule that was not applied has not failed."""
        flat = main_of([5] * 10, before=[11] * 12, rules=RuleSet.ANHOEJ)
        assert flat.steady_before is None
        assert Outcome.IMPROVED is flat.outcome  # against the median of the baseline
        assert flat.held is None  # on its own median all lie on it
        told = main_of([4, 6] * 5, rules=RuleSet.ANHOEJ)
        assert told.held is True


class TestHeld:
    """Whether the gain lasted is judged on a chart of its own."""

    LOST = (*(6, 8) * 6, *(10, 12) * 4)

    def test_a_gain_that_held(self) -> None:
        """Nothing fires against it."""
        verdict = verdict_of([6, 8] * 6)
        assert verdict.main.held is True
        assert verdict.supports_change

    def test_a_gain_that_was_lost(self) -> None:
        """Its own mean is 8.6: twelve weeks below it, then eight above."""
        verdict = verdict_of(self.LOST)
        assert (Outcome.IMPROVED, False) == (verdict.outcome, verdict.main.held)
        assert not verdict.supports_change

    def test_a_gain_that_grew(self) -> None:
        """What fires last is in its favour."""
        verdict = verdict_of([8, 10] * 6 + [6, 4] * 4)
        assert (Outcome.IMPROVED, True) == (verdict.outcome, verdict.main.held)

    def test_a_gain_that_came_step_by_step(self) -> None:
        """Seven weeks at 8 lie above its own mean of 6; nothing fires in its later half."""
        verdict = verdict_of([8] * 7 + [4, 6] * 7)
        assert (Outcome.IMPROVED, week(12)) == (verdict.outcome, verdict.main.changed_on)
        assert verdict.main.held is True

    @pytest.mark.parametrize(("weeks", "held"), [(14, False), (16, True)])
    def test_the_later_half_begins_in_the_middle(self, weeks: int, held: bool) -> None:  # noqa: FBT001
        """Eight weeks above its own mean: of 14 the eighth is in the later half, of 16 not."""
        verdict = verdict_of([7, 8] * 4 + [3, 5] * ((weeks - 8) // 2))
        assert (Outcome.IMPROVED, week(12)) == (verdict.outcome, verdict.main.changed_on)
        assert verdict.main.held is held

    def test_a_loss_that_was_made_good(self) -> None:
        """The same holds for what got worse."""
        verdict = verdict_of(self.LOST, own=UPWARDS)
        assert (Outcome.WORSENED, False) == (verdict.outcome, verdict.main.held)
        assert not verdict.supports_change

    def test_too_soon_to_say(self) -> None:
        """Nine weeks since it began; the change counts as supported all the same."""
        for after, held in ([10, 12, *[6, 8] * 4, 6], None), ([10, 12, *[6, 8] * 5], True):
            verdict = verdict_of(after)
            assert verdict.main.changed_on == week(14)
            assert verdict.main.held is held
            assert verdict.supports_change

    def test_an_unsteady_baseline_is_told(self) -> None:
        """Eight weeks at 10, then eight at 12: the change began before the action."""
        verdict = verdict_of([8] * 8, before=[10] * 8 + [12] * 8)
        assert verdict.main.steady_before is False
        assert "antes del cambio el proceso no era estable" in verdict.describe().lower()
        assert "no era estable" not in verdict_of([8] * 8).describe()


class TestClear:
    """A rule may fire where the interval still holds 0: that is no support."""

    @pytest.mark.parametrize(("level", "supports"), [(10, False), (9, True)])
    def test_the_interval_decides(self, level: int, supports: bool) -> None:  # noqa: FBT001
        """Seven weeks at 10: -1 -/+ 1.07; at 9: -2 -/+ 1.07."""
        verdict = verdict_of([level] * 7)
        effect = verdict.main.effect
        assert Outcome.IMPROVED is verdict.outcome
        assert effect is not None
        half = 1.959964 * 22 / 17 / 1.128 * sqrt(1 / 12 + 1 / 7)
        assert level - 11 + half == pytest.approx(effect.upper, rel=1e-6)
        assert supports is effect.is_clear
        assert supports is verdict.supports_change

    @pytest.mark.parametrize(
        ("lower", "upper", "clear"),
        [(0.0, 2.0, False), (0.1, 1.9, True), (-2.0, 0.0, False), (-1.9, -0.1, True)],
    )
    def test_an_interval_that_ends_at_0_is_not_clear(
        self,
        lower: float,
        upper: float,
        clear: bool,  # noqa: FBT001
    ) -> None:
        """Both ends are included."""
        middle = (lower + upper) / 2
        effect = Effect(
            before=0.0, after=middle, difference=middle, lower=lower, upper=upper, confidence=0.95
        )
        assert effect.is_clear is clear

    def test_without_an_interval_any_difference_is_clear(self) -> None:
        """Where nothing ever moved but at the change."""
        assert verdict_of([10] * 7, before=[11] * 12).supports_change
        effect = main_of([11] * 7, before=[11] * 12).effect
        assert effect is not None
        assert not effect.is_clear


class TestSideEffects:
    """What the change made worse counts against it."""

    FALLS = indicator(Measure.COUNT, code="caidas", target=None)

    @pytest.mark.parametrize(
        ("after", "outcome", "supports"),
        [
            ([8, 10], Outcome.NO_EVIDENCE, True),
            ([8, 18], Outcome.NO_EVIDENCE, True),  # on the limit: 9 + 3 x 3
            ([8, 19], Outcome.WORSENED, False),
            ([7] * 7, Outcome.IMPROVED, True),
            ([], Outcome.TOO_FEW, True),
        ],
    )
    def test_one_side_effect(self, after: list[int], outcome: Outcome, supports: bool) -> None:  # noqa: FBT001
        """Only what got worse does."""
        series = [*enumerate([8, 10] * 6 + after)]
        verdict = verdict_of([6, 8] * 6, (self.FALLS, series))
        (side,) = verdict.side_effects
        assert ("caidas", outcome) == (side.indicator, side.outcome)
        assert supports is verdict.supports_change
        assert ((side,) if not supports else ()) == verdict.worsened

    def test_many(self) -> None:
        """Each is judged by itself, in the order of the plan; one that was never measured too."""
        worse = [*enumerate([8, 10] * 6 + [19])]
        others = [
            (attrs.evolve(self.FALLS, code="b"), worse),
            (attrs.evolve(self.FALLS, code="a"), [*enumerate([8, 10] * 7)]),
            (attrs.evolve(self.FALLS, code="c"), []),
            (attrs.evolve(self.FALLS, code="d"), worse),
        ]
        verdict = verdict_of([6, 8] * 6, *others)
        assert ["b", "a", "c", "d"] == [one.indicator for one in verdict.side_effects]
        assert ["b", "d"] == [one.indicator for one in verdict.worsened]
        assert (0, 0) == (
            verdict.side_effects[2].points_before,
            verdict.side_effects[2].points_after,
        )

    @pytest.mark.parametrize("after", [[10, 12], [17], []])
    def test_nothing_is_supported_that_did_not_improve(self, after: list[int]) -> None:
        """No evidence, worse, too few."""
        assert not verdict_of(after).supports_change


class TestPeriods:
    """Which points lie before the change, and which after."""

    @pytest.mark.parametrize(
        ("begun", "expected"),
        [
            (week(12), (12, 12)),
            (week(12) + timedelta(days=1), (12, 11)),
            (week(13) - timedelta(days=1), (12, 11)),
            (week(13), (13, 11)),
        ],
    )
    def test_the_period_of_the_change_is_neither(
        self, begun: date, expected: tuple[int, int]
    ) -> None:
        """A period that the change cuts in two is left out."""
        series: Series = [*enumerate(BASE * 2)]
        first = [one for one in series if week(one[0] + 1) <= begun]
        cycle = cycle_of(first, series[len(first) :], own=WAITING, begun=begun)
        verdict = verify(cycle, on=LATE)
        assert begun == verdict.intervention
        assert expected == (verdict.main.points_before, verdict.main.points_after)
        between = 24 - sum(expected)
        assert between == verdict.main.points_between
        assert bool(between) is (
            "El periodo en que empezó el cambio no cuenta" in verdict.describe()
        )

    def test_a_gap_is_no_point(self) -> None:
        """Weeks that were not measured are left out: the pattern goes on over them."""
        first: Series = [(2 * number, level) for number, level in enumerate(BASE)]
        second: Series = [(30 + 3 * number, 10) for number in range(7)]
        main = verify(cycle_of(first, second, own=WAITING, begun=week(26)), on=LATE).main
        (rule,) = main.fired
        assert ("racha", week(30)) == (rule.rule, rule.first)
        assert rule.completed == week(49) - timedelta(days=1)

    def test_without_any_action_begun_the_approval_counts(self) -> None:
        """A plan that is approved may work already."""
        cycle = cycle_of([*enumerate(BASE)], [], own=WAITING, begun=CHANGE + timedelta(days=9))
        approved = replay([event for event in cycle.events if event.move != "inicio_de_accion"])
        assert CHANGE + timedelta(days=9) == verify(approved, on=LATE).intervention

    def test_an_approval_changes_nothing_until_an_action_begins(self) -> None:
        """Two weeks lie between: they are still before the change."""
        cycle = cycle_of([*enumerate(BASE)], [*enumerate(BASE, 12)], own=WAITING, begun=CHANGE)
        delayed = replay(
            attrs.evolve(event, on=week(14)) if event.move == "inicio_de_accion" else event
            for event in cycle.events
        )
        verdict = verify(delayed, on=LATE)
        assert week(14) == verdict.intervention
        assert (14, 10) == (verdict.main.points_before, verdict.main.points_after)

    def test_the_first_action_begun_is_where_a_change_could_come_from(self) -> None:
        """A second one that begins later moves nothing."""
        cycle = cycle_of([*enumerate(BASE)], [], own=WAITING, begun=CHANGE)
        actions = (*cycle.plan.actions, attrs.evolve(cycle.plan.actions[0], code="A2"))
        plan = attrs.evolve(cycle.plan, actions=actions)
        later = ActionStarted(on=week(20), by="turno", action="A2")
        both = replay(
            attrs.evolve(event, plan=plan) if isinstance(event, PlanDrafted) else event
            for event in (*cycle.events, later)
        )
        assert verify(both, on=LATE).intervention == CHANGE


class TestTarget:
    """How far it came, and what the process promises."""

    @pytest.mark.parametrize(
        ("target", "after", "share"),
        [
            (Fraction(5), [8] * 7, 0.5),
            (Fraction(8), [8] * 7, 1.0),
            (Fraction(10), [8] * 7, 3.0),
            (Fraction(12), [8] * 7, -3.0),
            (Fraction(5), [11] * 7, 0.0),
            (Fraction(11), [8] * 7, None),  # no way to go
            (None, [8] * 7, None),
            (Fraction(5), [], None),
        ],
    )
    def test_attainment(
        self, target: Fraction | None, after: list[int], share: float | None
    ) -> None:
        """The share of the way from 11, the mean before; for a side effect without target too."""
        own = attrs.evolve(WAITING, code="lado", target=target)
        series = [*enumerate([*BASE, *after])]
        (side,) = verdict_of([6], (own, series)).side_effects
        assert share == side.attainment

    @pytest.mark.parametrize(
        ("level", "share"),
        [(Fraction(8), Fraction(1, 2)), (Fraction(11), Fraction(0)), (Fraction(2), Fraction(3, 2))],
    )
    def test_exact_attainment(self, level: Fraction, share: Fraction) -> None:
        """An indicator alone gives it exactly; none without a target or a way to go."""
        assert share == WAITING.attainment(Fraction(11), level)
        assert WAITING.attainment(Fraction(5), level) is None
        assert attrs.evolve(WAITING, target=None).attainment(Fraction(11), level) is None

    @pytest.mark.parametrize(
        ("target", "wanted", "expected"),
        [
            (Fraction(567, 100), Improvement.DOWN, Assurance.FAIL),
            (Fraction(569, 100), Improvement.DOWN, Assurance.INCONSISTENT),
            (Fraction(1631, 100), Improvement.DOWN, Assurance.INCONSISTENT),
            (Fraction(1633, 100), Improvement.DOWN, Assurance.PASS),
            (Fraction(567, 100), Improvement.UP, Assurance.PASS),
            (Fraction(1633, 100), Improvement.UP, Assurance.FAIL),
        ],
    )
    def test_assurance_of_a_process_without_change(
        self, target: Fraction, wanted: Improvement, expected: Assurance
    ) -> None:
        """By the limits of the baseline, 5.68 and 16.32."""
        own = indicator(target=target, wanted=wanted)
        assert expected is main_of([10, 12], own=own).assurance

    @pytest.mark.parametrize(
        ("last", "expected"), [(10, Assurance.INCONSISTENT), (1000, Assurance.PASS)]
    )
    def test_assurance_by_the_last_limits(self, last: int, expected: Assurance) -> None:
        """30 % lies inside the limits of ten cases, and above those of a thousand."""
        sizes = [10, 1000, 10, 1000, 10, 1000, 10, 1000, 10, 1000, 1010 - last, last]
        main = main_of(
            [(200, 1000)],
            before=[(size // 5, size) for size in sizes[:-4]]
            + [(3, 10), (190, 1000)]
            + [(size // 5, size) for size in sizes[-2:]],
            own=indicator(Measure.PROPORTION, target=Fraction(3, 10)),
        )
        assert (Outcome.NO_EVIDENCE, expected) == (main.outcome, main.assurance)

    def test_assurance_after_a_change(self) -> None:
        """By the limits since: 3 -/+ 5.32; none yet with nine weeks, none without a target."""
        met = indicator(target=Fraction(9))
        assert Assurance.PASS is main_of([2, 4] * 5, own=met).assurance
        assert Assurance.INCONSISTENT is main_of([2, 4] * 5).assurance
        assert main_of([2, 4] * 4 + [2], own=met).assurance is None
        untold = attrs.evolve(WAITING, code="lado", target=None)
        (side,) = verdict_of([6], (untold, [*enumerate(BASE * 2)])).side_effects
        assert side.assurance is None


class TestEffect:
    """The difference of two means, and its interval."""

    def test_by_hand(self) -> None:
        """Mean moving range 2, so sigma 2 / 1.128 = 1.7730; half width 1.96 sigma sqrt(1/6)."""
        effect = main_of([2, 4] * 6).effect
        assert effect is not None
        assert (11.0, 3.0, -8.0, 0.95) == (
            effect.before,
            effect.after,
            effect.difference,
            effect.confidence,
        )
        half = 1.959964 * 2 / 1.128 * sqrt(1 / 6)
        assert (-8 - half, -8 + half) == pytest.approx((effect.lower, effect.upper), rel=1e-6)
        assert -9.4187 == pytest.approx(effect.lower, abs=1e-4)
        wide = main_of([2, 4] * 6, confidence=0.99).effect
        assert wide is not None
        assert -8 - 2.575829 / 1.959964 * half == pytest.approx(wide.lower, rel=1e-6)

    def test_the_change_itself_is_no_spread(self) -> None:
        """Moving ranges are taken inside each phase: 11 of 2 and 3 of 0 make 22 / 14."""
        effect = main_of([5] * 4).effect
        assert effect is not None
        half = 1.959964 * 22 / 14 / 1.128 * sqrt(1 / 12 + 1 / 4)
        assert (-6 - half, -6 + half) == pytest.approx((effect.lower, effect.upper), rel=1e-6)

    @pytest.mark.parametrize(
        ("before", "after"), [([11] * 12, [5] * 4), ([11], [5]), ([11] * 12, [11] * 12)]
    )
    def test_without_spread_there_is_no_interval(self, before: list[int], after: list[int]) -> None:
        """Levels that never move, or one on each side."""
        effect = main_of(after, before=before).effect
        assert effect is not None
        assert (effect.lower, effect.upper) == (None, None)
        assert "(sin intervalo)" in str(effect.sentence().es)

    def test_in_words(self) -> None:
        """To four places, in both languages."""
        effect = main_of([2, 4] * 6).effect
        assert effect is not None
        assert effect.sentence() == Text(
            "de 11 a 3: -8 (IC 95 %: -9.4187 a -6.5813)",
            "from 11 to 3: -8 (95 % CI: -9.4187 to -6.5813)",
        )


@given(
    level=st.fractions(-1000, 1000, max_denominator=1000),
    before=st.integers(10, 40),
    after=st.integers(10, 40),
    rules=st.sampled_from(RuleSet),
)
def test_a_level_that_never_moves_shows_nothing(
    level: Fraction, before: int, after: int, rules: RuleSet
) -> None:
    """Not even where a mean of floats would miss it by one rounding step.

    To Nelson's seventh test, fifteen points within one sigma, so much quiet is unsteady.
    """
    main = main_of([level] * after, before=[level] * before, rules=rules)
    assert main.outcome is (Outcome.TOO_FEW if rules.on_median else Outcome.NO_EVIDENCE)
    quiet = rules is RuleSet.NELSON
    assert main.steady_before is (None if rules.on_median else not (quiet and before > 14))
    assert bool(main.fired) is (quiet and after > 14)
    assert main.effect is not None
    assert 0 == main.effect.difference


def test_a_tenth_is_a_tenth() -> None:
    """24 weeks at 0.1 add up to a little more than 2.4: no change all the same."""
    main = main_of([Fraction(1, 10)] * 10, before=[Fraction(1, 10)] * 24)
    assert (Outcome.NO_EVIDENCE, True) == (main.outcome, main.steady_before)
    assert main.effect is not None
    assert (0.1, 0.1, 0.0) == (main.effect.before, main.effect.after, main.effect.difference)


class TestMeasures:
    """Each measure has its chart; limits by hand, both sides of each."""

    RATE = indicator(Measure.RATE, per=1000, target=Fraction(5))
    SHARE = indicator(Measure.PROPORTION, target=Fraction(1, 10))
    TURNS: Sequence[Level] = ((16, 100), (24, 100)) * 6

    @pytest.mark.parametrize(("level", "outcome"), [(18, "sin_evidencia_de_cambio"),
                                                    (19, "empeoro")])  # fmt: skip
    def test_count(self, level: int, outcome: str) -> None:
        """A c chart: 9 + 3 x 3 = 18."""
        own = indicator(Measure.COUNT)
        main = main_of([8, level], before=[8, 10] * 6, own=own)
        assert outcome == main.outcome
        assert main.effect is not None
        assert (9.0, Assurance.INCONSISTENT) == (
            main.effect.before,
            main_of([8], before=[8, 10] * 6, own=own).assurance,
        )

    @pytest.mark.parametrize(
        ("pair", "outcome"),
        [
            ((41, 100), Outcome.NO_EVIDENCE),
            ((42, 100), Outcome.WORSENED),
            ((122, 400), Outcome.NO_EVIDENCE),
            ((123, 400), Outcome.WORSENED),
        ],
    )
    def test_proportion(self, pair: tuple[int, int], outcome: Outcome) -> None:
        """Laney's p': 0.2 + 3 x 0.04 x 2 / 1.128 = 0.4128 of 100 cases, 0.3064 of 400.

        The plain limit of 100 cases is 0.32: 41 lies far beyond it.
        """
        assert outcome is main_of([pair], before=self.TURNS, own=self.SHARE).outcome

    @pytest.mark.parametrize(
        ("pair", "outcome"),
        [
            ((18, 1000), Outcome.NO_EVIDENCE),
            ((19, 1000), Outcome.WORSENED),
            ((54, 4000), Outcome.NO_EVIDENCE),
            ((55, 4000), Outcome.WORSENED),
        ],
    )
    def test_rate(self, pair: tuple[int, int], outcome: Outcome) -> None:
        """A u chart for each 1,000: 9 + 3 x 3 = 18; for 4,000 days 9 + 3 x 3 / 2 = 13.5."""
        before = [(8, 1000), (10, 1000)] * 6
        main = main_of([pair], before=before, own=self.RATE)
        assert outcome is main.outcome
        assert main.effect is not None
        assert (9.0, pair[0] * 1000 / pair[1]) == (main.effect.before, main.effect.after)

    @pytest.mark.parametrize(
        ("before", "after", "outcome"),
        [
            ([(0, 50)] * 12, [(0, 50)] * 12, Outcome.NO_EVIDENCE),
            ([(0, 50)] * 12, [(0, 50), (1, 50)], Outcome.WORSENED),
            ([(50, 50)] * 12, [(50, 50)] * 12, Outcome.NO_EVIDENCE),
            ([(50, 50)] * 12, [(49, 50)], Outcome.IMPROVED),
            ([(10, 50), (20, 50)] * 6, [(0, 50)] * 12, Outcome.IMPROVED),
            ([(10, 50), (20, 50)] * 6, [(50, 50)] * 12, Outcome.WORSENED),
        ],
    )
    def test_none_or_all_of_the_cases(
        self, before: list[Level], after: list[Level], outcome: Outcome
    ) -> None:
        """Before or after, there is no spread to measure: what differs at all differs."""
        main = main_of(after, before=before, own=self.SHARE)
        assert outcome is main.outcome
        if outcome is Outcome.IMPROVED and len(after) > 1:
            assert (True, Assurance.PASS) == (main.held, main.assurance)

    @pytest.mark.parametrize("measure", Measure)
    @pytest.mark.parametrize("rules", RuleSet)
    def test_every_rule_set_sees_a_great_change_of_every_measure(
        self, measure: Measure, rules: RuleSet
    ) -> None:
        """From about 9 of 10 to about 1 of 10."""
        many, few = (
            [(level, 100) if measure.is_ratio else level for level in levels]
            for levels in ([85, 95, 90] * 5, [12, 8, 10] * 5)
        )
        own = indicator(measure)
        verdict = verdict_of(few, before=many, own=own, rules=rules)
        assert (Outcome.IMPROVED, week(15)) == (verdict.outcome, verdict.main.changed_on)
        assert verdict.supports_change
        assert [rules.source] == [*verdict.sources]


def test_a_verdict_of_a_change_says_since_when() -> None:
    """And one of none says nothing of the kind."""
    main = main_of([5])
    for outcome, day in ((Outcome.NO_EVIDENCE, CHANGE), (Outcome.IMPROVED, None)):
        with pytest.raises(ValueError, match="go with a change, and only with one"):
            attrs.evolve(main, outcome=outcome, changed_on=day)
