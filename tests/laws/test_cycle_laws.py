"""Laws of cycles: the record cannot lie, and evidence does not depend on how it is told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction
from itertools import accumulate, pairwise

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from imss_integrity import strategies
from imss_integrity.kernel import ImssIntegrityError, InconsistentError, Period, Text
from imss_integrity.pdca import (
    Action,
    ActionCancelled,
    ActionDone,
    ActionStarted,
    Cadence,
    CheckingEnded,
    Closed,
    Cycle,
    CyclePolicy,
    CyclePortfolio,
    Decided,
    Decision,
    DoingEnded,
    Indicator,
    Measure,
    Measured,
    Measurement,
    Opened,
    Outcome,
    Phase,
    Plan,
    PlanApproved,
    PlanDrafted,
    Verified,
    advance,
    cycle_portfolio,
    open_next,
    phase_reached,
    phase_shares,
    replay,
    score_cycle,
    verify,
)
from imss_integrity.statistics import Improvement, RuleSet

START = date(2025, 1, 6)
ORDER = (Phase.PLAN, Phase.DO, Phase.CHECK, Phase.ACT, Phase.CLOSED)
RULES = st.sampled_from(RuleSet)
LEVELS = st.integers(-50, 50)
SERIES = st.lists(LEVELS, min_size=4, max_size=30)
AFTER = st.lists(LEVELS, max_size=30)


def indicator_of(
    code: str = "espera",
    *,
    wanted: Improvement = Improvement.DOWN,
    target: Fraction = Fraction(3),
) -> Indicator:
    """Give a weekly indicator of plain values."""
    return Indicator(
        code=code,
        name=Text("Espera", "Waiting"),
        unit=Text("minutos", "minutes"),
        measure=Measure.VALUE,
        wanted=wanted,
        cadence=Cadence.WEEKLY,
        target=target,
    )


def weeks(levels: list[Fraction], first: int = 0) -> tuple[Measurement, ...]:
    """Measure *levels*, week by week, from week *first* on."""
    starts = (START + timedelta(weeks=first + number) for number in range(len(levels)))
    return tuple(
        Measurement.of_value(Cadence.WEEKLY.period_from(start), level)
        for start, level in zip(starts, levels, strict=True)
    )


def cycle_of(
    before: list[int],
    after: list[int],
    *,
    indicator: Indicator | None = None,
    scale: Fraction = Fraction(1),
    shift: Fraction = Fraction(0),
) -> Cycle:
    """Give a cycle in its third phase, measured before and after its one action began."""
    chosen = indicator or indicator_of()
    levels = [scale * level + shift for level in (*before, *after)]
    changed = START + timedelta(weeks=len(before))
    over = changed + timedelta(weeks=len(after) + 1)
    action = Action(
        code="A1", what=Text("Hacer", "Do"), owner="turno", due=date(2026, 6, 30), days=5
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
        PlanDrafted(
            on=START,
            by="turno",
            plan=Plan(aim=Text("Menos", "Less"), indicator=chosen, actions=(action,)),
        ),
        Measured(
            on=changed,
            by="turno",
            indicator=chosen.code,
            measurements=weeks(levels[: len(before)]),
        ),
        PlanApproved(on=changed, by="turno"),
        ActionStarted(on=changed, by="turno", action="A1"),
        ActionDone(on=changed, by="turno", action="A1"),
        DoingEnded(on=changed, by="turno"),
    ]
    if after:
        measured = weeks(levels[len(before) :], len(before))
        events.append(Measured(on=over, by="turno", indicator=chosen.code, measurements=measured))
    return replay(events)


class TestRecord:
    """A cycle is the fold of its events, and of nothing else."""

    @given(strategies.cycles())
    def test_replay_is_the_fold(self, cycle: Cycle) -> None:
        """Replaying the events, at once or one by one, gives the same cycle."""
        assert replay(cycle.events) == cycle
        *_, folded = accumulate(cycle.events[1:], advance, initial=replay(cycle.events[:1]))
        assert folded == cycle
        assert folded.standing == cycle.standing

    @given(strategies.cycles())
    def test_phases_follow_each_other(self, cycle: Cycle) -> None:
        """No phase is skipped or entered twice, and each is left with what it needs."""
        phases = [replay(cycle.events[:n]).phase for n in range(1, len(cycle.events) + 1)]
        entered = list(dict.fromkeys(phases))
        assert entered == list(ORDER[: len(entered)])
        assert phases == sorted(phases, key=ORDER.index)
        if cycle.phase is not Phase.PLAN:
            main = cycle.plan.indicator
            assert not cycle.plan.missing()
            assert main is not None
            assert cycle.measurements(main.code)
        if cycle.phase in ORDER[2:]:
            assert not cycle.open_actions
        if cycle.phase in ORDER[3:]:
            assert cycle.verdict is not None
        if cycle.phase is Phase.CLOSED:
            assert cycle.decision is not None

    @given(strategies.cycles(), st.data())
    def test_what_it_was_is_a_prefix(self, cycle: Cycle, data: st.DataObject) -> None:
        """As of a day it holds what had happened by then; days never go back."""
        days = [event.on for event in cycle.events]
        assert days == sorted(days)
        on = data.draw(st.sampled_from(days))
        earlier = cycle.as_of(on)
        assert earlier.events == cycle.events[: len(earlier.events)]
        assert all(event.on > on for event in cycle.events[len(earlier.events) :])
        with pytest.raises(ImssIntegrityError, match="opening"):
            cycle.as_of(days[0] - timedelta(days=1))

    @given(strategies.cycles(), st.integers(1, 2000))
    def test_overdue_actions_are_open(self, cycle: Cycle, wait: int) -> None:
        """Late is what is open past its day; an action that is over is never late."""
        on = cycle.on + timedelta(days=wait)
        late = cycle.overdue(on=on)
        assert set(late) == {action for action in cycle.open_actions if action.due < on}

    @given(strategies.cycles())
    def test_the_next_cycle_bears_the_lineage(self, cycle: Cycle) -> None:
        """Both cycles name each other; only a closed one is followed, and only once."""
        code, period = f"{cycle.code[:60]}.n", Period.year(2100)
        if cycle.phase is not Phase.CLOSED or cycle.following is not None:
            with pytest.raises(InconsistentError):
                open_next(cycle, code=code, period=period, on=cycle.on, by=cycle.roles[0])
            return
        old, new = open_next(cycle, code=code, period=period, on=cycle.on, by=cycle.roles[0])
        assert (old.following, new.previous) == (new.code, old.code)
        assert (new.unit, new.roles, new.subcriteria) == (old.unit, old.roles, old.subcriteria)
        assert new.phase is Phase.PLAN


class TestEvidence:
    """A verdict says what the numbers say, and stays."""

    @given(SERIES, AFTER, RULES, st.integers(1, 60), st.integers(-500, 500))
    def test_scale_and_origin_do_not_matter(
        self, before: list[int], after: list[int], rules: RuleSet, scale: int, shift: int
    ) -> None:
        """Other units of measure, same verdict; the effect scales (relative 1e-9)."""
        plain = verify(
            cycle_of(before, after), rules=rules, on=date(2027, 1, 1), least_points=4
        ).main
        moved = indicator_of(target=Fraction(3 * scale + shift))
        other = verify(
            cycle_of(before, after, indicator=moved, scale=Fraction(scale), shift=Fraction(shift)),
            rules=rules,
            on=date(2027, 1, 1),
            least_points=4,
        ).main
        assume(not _touches_a_limit(before, after))
        same = ("outcome", "changed_on", "held", "steady_before", "points_after")
        assert [getattr(plain, name) for name in same] == [getattr(other, name) for name in same]
        if plain.effect and other.effect:
            assert other.effect.difference == pytest.approx(
                scale * plain.effect.difference, rel=1e-9, abs=1e-9
            )

    @given(SERIES, AFTER, RULES)
    def test_the_wanted_direction_is_a_mirror(
        self, before: list[int], after: list[int], rules: RuleSet
    ) -> None:
        """Wanting the opposite swaps improved and worsened, and nothing else."""
        down, up = (
            verify(
                cycle_of(before, after, indicator=indicator_of(wanted=wanted)),
                rules=rules,
                on=date(2027, 1, 1),
                least_points=4,
            ).main
            for wanted in (Improvement.DOWN, Improvement.UP)
        )
        swapped = {Outcome.IMPROVED: Outcome.WORSENED, Outcome.WORSENED: Outcome.IMPROVED}
        assert up.outcome is swapped.get(down.outcome, down.outcome)
        for one, other in zip(up.fired, down.fired, strict=True):
            flipped = None if other.favourable is None else not other.favourable
            assert one == attrs.evolve(other, favourable=flipped)
        same = ("changed_on", "held", "effect", "attainment", "steady_before")
        assert [getattr(up, name) for name in same] == [getattr(down, name) for name in same]

    @given(SERIES, AFTER, st.lists(LEVELS, min_size=1, max_size=12), RULES)
    def test_later_measurements_never_rewrite(
        self, before: list[int], after: list[int], later: list[int], rules: RuleSet
    ) -> None:
        """What was said on a day stands, whatever is measured afterwards."""
        cycle = cycle_of(before, after)
        verdict = verify(cycle, rules=rules, on=cycle.on, least_points=4)
        said = advance(cycle, Verified(on=cycle.on, by="turno", verdict=verdict))
        first = len(before) + len(after)
        series = weeks([Fraction(level) for level in later], first)
        on = max(series[-1].period.end, said.on + timedelta(days=1))
        grown = advance(said, Measured(on=on, by="turno", indicator="espera", measurements=series))
        assert grown.verdicts == (verdict,)
        assert verify(grown, rules=rules, on=cycle.on, least_points=4) == verdict

    @given(SERIES, AFTER, RULES, st.integers(2, 30))
    def test_few_points_are_no_evidence(
        self, before: list[int], after: list[int], rules: RuleSet, least: int
    ) -> None:
        """Too few before, or none after, is an answer; otherwise there is another."""
        verdict = verify(
            cycle_of(before, after), rules=rules, on=date(2027, 1, 1), least_points=least
        )
        too_few = len(before) < least or not after
        if rules.on_median:  # a run chart needs ten points off the median
            assert verdict.outcome is Outcome.TOO_FEW or not (too_few or len(after) < 10)
        else:
            assert (verdict.outcome is Outcome.TOO_FEW) is too_few
        assert (verdict.main.changed_on is None) is (
            verdict.outcome in {Outcome.TOO_FEW, Outcome.NO_EVIDENCE}
        )

    @given(SERIES, AFTER, RULES)
    def test_the_change_lies_after_the_intervention(
        self, before: list[int], after: list[int], rules: RuleSet
    ) -> None:
        """No pattern that began before the first action is credited to it."""
        cycle = cycle_of(before, after)
        verdict = verify(cycle, rules=rules, on=date(2027, 1, 1), least_points=4)
        for fired in verdict.main.fired:
            assert verdict.intervention <= fired.first <= fired.completed <= fired.last
        if verdict.main.changed_on is not None:
            assert verdict.main.changed_on >= verdict.intervention

    @given(st.integers(10, 30), st.integers(10, 30), RULES)
    def test_a_great_fall_is_found(self, before: int, after: int, rules: RuleSet) -> None:
        """Every rule set sees a level that falls by ten times the noise, and says it held."""
        noisy = [10 + n % 3 for n in range(before)]
        fallen = [-20 + n % 3 for n in range(after)]
        verdict = verify(cycle_of(noisy, fallen), rules=rules, on=date(2027, 1, 1))
        assert verdict.outcome is Outcome.IMPROVED
        assert verdict.main.changed_on == verdict.intervention
        # About its own median a run chart may have too few useful points to tell.
        assert verdict.main.held in ({True, None} if rules.on_median else {True})
        assert verdict.supports_change


def _touches_a_limit(before: list[int], after: list[int]) -> bool:
    """Say whether a point lies so near to the centre or a limit that rounding may tip it."""
    levels = [Fraction(level) for level in before]
    tail = [Fraction(level) for level in after]
    # On a chart of their own the points after it have other lines, of the same kind.
    charts = [levels, *(tail[start:] for start in range(len(tail) - 3))]
    marks = [line for chart in charts for line in _lines_of(chart)]
    near = Fraction(1, 10**6)
    return any(abs(level - mark) < near for level in (*levels, *tail) for mark in marks)


def _lines_of(levels: list[Fraction]) -> list[Fraction]:
    """Give the centre and the lines at one, two and three sigma, exactly."""
    centre = sum(levels, start=Fraction(0)) / len(levels)
    ranges = [abs(b - a) for a, b in pairwise(levels)]
    sigma = Fraction(266, 300) * sum(ranges, start=Fraction(0)) / len(ranges)
    return [centre + k * sigma for k in range(-3, 4)]


class TestScore:
    """Both policies read one record, exactly."""

    @given(strategies.cycles(), st.sampled_from(CyclePolicy))
    def test_parts_add_up(self, cycle: Cycle, policy: CyclePolicy) -> None:
        """The parts make the score, out of 100, and no part passes its most."""
        scored = score_cycle(cycle, policy=policy)
        assert sum(part.value for part in scored.parts) == scored.value
        assert sum(part.out_of for part in scored.parts) == 100
        assert all(0 <= part.value <= part.out_of for part in scored.parts)

    @given(strategies.cycles())
    def test_steps_of_the_classical_policy(self, cycle: Cycle) -> None:
        """The band says which phase was reached without gaps."""
        value = score_cycle(cycle, policy="clasica").value
        low, high = {
            None: (0, 10),
            Phase.PLAN: (11, 30),
            Phase.DO: (31, 50),
            Phase.CHECK: (51, 70),
            Phase.ACT: (71, 90),
        }[phase_reached(cycle)]
        if phase_reached(cycle) is Phase.ACT and cycle.previous:
            low, high = 91, 100
        assert low <= value <= high

    @given(strategies.cycles())
    def test_a_record_never_loses_points(self, cycle: Cycle) -> None:
        """Fine-tuned: every event that is no new draft, action or verdict keeps each share."""
        before: Mapping[Phase, Fraction] | None = None
        for number in range(1, len(cycle.events) + 1):
            now = replay(cycle.events[:number])
            shares = phase_shares(now)
            is_rated_anew = isinstance(
                cycle.events[number - 1], PlanDrafted | ActionCancelled | Verified
            )
            if before is not None and not is_rated_anew:
                assert all(shares[phase] >= before[phase] for phase in shares)
            before = dict(shares)


class TestPortfolio:
    """Cycles of one unit, side by side."""

    @given(st.integers(0, 400), st.integers(1, 400), st.booleans(), st.booleans())
    def test_overlap(self, gap: int, length: int, same: bool, named: bool) -> None:  # noqa: FBT001
        """Cycles on one subject must not share a day; on two subjects they may."""
        first = cycle_of([1, 2, 3, 4], [])
        opened = first.events[0]
        assert isinstance(opened, Opened)
        start = opened.period.start + timedelta(days=gap)
        subjects = (("1.1",), ("1.1",) if same else ("1.2",)) if named else ((), ())
        one, other = (
            replay(
                [
                    attrs.evolve(opened, code=code, period=period, subcriteria=subcriteria),
                ]
            )
            for code, period, subcriteria in (
                ("C-1", opened.period, subjects[0]),
                ("C-2", Period(start=start, end=start + timedelta(days=length)), subjects[1]),
            )
        )
        clash = (same or not named) and start <= opened.period.end
        if clash:
            with pytest.raises(InconsistentError, match="overlap"):
                cycle_portfolio([one, other], unit="UMF-900", on=START)
        else:
            view = cycle_portfolio([other, one], unit="UMF-900", on=START)
            assert [cycle.code for cycle in view.cycles] == ["C-1", "C-2"]

    @pytest.mark.parametrize("codes", [("C-1", "C-2"), ("C-2", "C-1")])
    def test_one_day_in_common_is_an_overlap(self, codes: tuple[str, str]) -> None:
        """The last day of one may not be the first of the other; the day after it may."""
        opened = cycle_of([1, 2, 3, 4], []).events[0]
        assert isinstance(opened, Opened)

        def portfolio(second_start: date) -> CyclePortfolio:
            periods = (
                Period(start=date(2026, 1, 1), end=date(2026, 6, 30)),
                Period(start=second_start, end=date(2026, 12, 31)),
            )
            pairs = zip(codes, periods, strict=True)
            cycles = [replay([attrs.evolve(opened, code=c, period=p)]) for c, p in pairs]
            return cycle_portfolio(cycles, unit="UMF-900", on=START)

        with pytest.raises(InconsistentError, match="overlap"):
            portfolio(date(2026, 6, 30))
        assert len(portfolio(date(2026, 7, 1)).cycles) == len(codes)

    def test_closing_and_abandoning_against_the_evidence(self) -> None:
        """A decision against the evidence is allowed, and recorded as such."""
        cycle = cycle_of([10, 11, 12] * 4, [-20, -21, -19] * 5)
        verdict = verify(cycle, on=cycle.on)
        for event in (
            Verified(on=cycle.on, by="turno", verdict=verdict),
            CheckingEnded(on=cycle.on, by="turno"),
            Decided(
                on=cycle.on,
                by="turno",
                decision=Decision.ABANDON,
                reason=Text("Cambio de programa", "Another programme"),
            ),
            Closed(on=cycle.on, by="turno"),
        ):
            cycle = advance(cycle, event)
        assert cycle.decided_against_evidence is True
        assert (
            "contra la evidencia"
            in cycle_portfolio([cycle], unit="UMF-900", on=cycle.on).describe()
        )
