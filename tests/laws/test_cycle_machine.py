"""The life of a PDCA cycle, driven at random against a plain model of dicts and sets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from imss_integrity.kernel import ImssIntegrityError, InconsistentError, Period, Text
from imss_integrity.pdca import (
    Action,
    ActionCancelled,
    ActionDone,
    ActionProgressed,
    ActionStarted,
    Cadence,
    CheckingEnded,
    Closed,
    CycleEvent,
    CycleMove,
    Decided,
    Decision,
    DoingEnded,
    EvidenceAdded,
    Indicator,
    Measure,
    Measured,
    Measurement,
    NextOpened,
    Opened,
    Plan,
    PlanApproved,
    PlanDrafted,
    Verdict,
    Verified,
    advance,
    replay,
    verify,
)
from imss_integrity.statistics import Improvement, RuleSet

START = date(2026, 1, 5)
ROLES = ("calidad", "turno")
WAIT = st.integers(0, 40).map(lambda days: timedelta(days=days))
ACTORS = st.sampled_from([*ROLES, *ROLES, *ROLES, "nadie"])
ACTIONS = st.sampled_from(["A1", "A2", "A3", "A9"])
LEVELS = st.lists(st.integers(0, 30), min_size=1, max_size=8)
WAITING = Indicator(
    code="espera",
    name=Text("Espera", "Waiting"),
    unit=Text("minutos", "minutes"),
    measure=Measure.VALUE,
    wanted=Improvement.DOWN,
    cadence=Cadence.WEEKLY,
    target=Fraction(10),
)


def action(code: str, *after: str) -> Action:
    """Give an action that waits for others."""
    return Action(
        code=code,
        what=Text("Hacer", "Do"),
        owner="turno",
        due=date(2026, 6, 30),
        after=after,
        days=5,
    )


WHOLE = Plan(
    aim=Text("Menos espera", "Less waiting"),
    indicator=WAITING,
    actions=(action("A1"), action("A2", "A1"), action("A3", "A1")),
)
PLANS = st.sampled_from(
    [
        WHOLE,
        WHOLE,
        WHOLE,
        attrs.evolve(WHOLE, aim=None),
        attrs.evolve(WHOLE, actions=()),
        attrs.evolve(WHOLE, indicator=attrs.evolve(WAITING, target=None)),
        attrs.evolve(WHOLE, indicator=None),
    ]
)
STAYING = {
    "planear": {"borrador_de_plan", "aprobacion_de_plan", "medicion", "evidencia"},
    "hacer": {
        "inicio_de_accion",
        "avance_de_accion",
        "termino_de_accion",
        "cancelacion_de_accion",
        "cierre_de_hacer",
        "medicion",
        "evidencia",
    },
    "verificar": {"verificacion", "cierre_de_verificar", "medicion", "evidencia"},
    "actuar": {"decision", "cierre", "medicion", "evidencia"},
    "cerrado": {"ciclo_siguiente"},
}


class CycleMachine(RuleBasedStateMachine):
    """Every event is tried in every phase; the model says which may follow."""

    @initialize()
    def open(self) -> None:
        """Open a cycle."""
        self.today = START
        self.phase = "planear"
        self.plan: Plan | None = None
        self.work: dict[str, tuple[str, int]] = {}
        self.weeks = 0
        self.levels: list[int] = []
        self.verdicts: list[Verdict] = []
        self.decision: Decision | None = None
        self.following: str | None = None
        self.references: list[tuple[str | None, str]] = []
        self.cycle = replay(
            [
                Opened(
                    on=START,
                    by="calidad",
                    code="C-1",
                    unit="UMF-900",
                    period=Period.year(2026),
                    roles=ROLES,
                )
            ]
        )

    def attempt(
        self, wait: timedelta, by: str, make: Callable[[date], CycleEvent], *, legal: bool
    ) -> bool:
        """Try an event *wait* later; where it is not legal it is refused and nothing changes."""
        before = self.cycle
        event = make(self.today + wait)
        belongs = event.move in STAYING[self.phase]
        if legal and belongs and by in ROLES:
            self.cycle = advance(before, event)
            self.today += wait
            assert before.events == self.cycle.events[:-1]
            return True
        with pytest.raises(InconsistentError) as caught:
            advance(before, event)
        if not belongs:
            for move in STAYING[self.phase]:
                assert f"'{move}'" in caught.value.text.es
            assert f"'{self.phase}'" in str(caught.value)
        assert self.cycle is before
        return False

    @rule(wait=WAIT, by=ACTORS, plan=PLANS)
    def draft(self, wait: timedelta, by: str, plan: Plan) -> None:
        """A plan is put forward; an indicator that was measured stays."""
        legal = not self.levels or plan.indicator is not None
        if self.attempt(wait, by, lambda on: PlanDrafted(on=on, by=by, plan=plan), legal=legal):
            self.plan = plan

    @rule(wait=WAIT, by=ACTORS)
    def approve(self, wait: timedelta, by: str) -> None:
        """The plan is approved, if it lacks nothing."""
        legal = self.plan == WHOLE and bool(self.levels)
        if self.attempt(wait, by, lambda on: PlanApproved(on=on, by=by), legal=legal):
            self.phase = "hacer"
            self.work = dict.fromkeys(("A1", "A2", "A3"), ("pendiente", 0))

    @rule(wait=WAIT, by=ACTORS, code=ACTIONS)
    def start(self, wait: timedelta, by: str, code: str) -> None:
        """An action is begun once what it waits for is over."""
        state, _ = self.work.get(code, ("", 0))
        first, _ = self.work.get("A1", ("", 0))
        legal = state == "pendiente" and (code == "A1" or first in {"terminada", "cancelada"})
        if self.attempt(wait, by, lambda on: ActionStarted(on=on, by=by, action=code), legal=legal):
            self.work[code] = ("en_curso", 0)

    @rule(wait=WAIT, by=ACTORS, code=ACTIONS, progress=st.integers(1, 99))
    def progress(self, wait: timedelta, by: str, code: str, progress: int) -> None:
        """An action comes along, and never falls back."""
        state, so_far = self.work.get(code, ("", 0))
        legal = state == "en_curso" and progress >= so_far
        if self.attempt(
            wait,
            by,
            lambda on: ActionProgressed(on=on, by=by, action=code, progress=progress),
            legal=legal,
        ):
            self.work[code] = ("en_curso", progress)

    @rule(wait=WAIT, by=ACTORS, code=ACTIONS)
    def finish(self, wait: timedelta, by: str, code: str) -> None:
        """An action that was begun is done."""
        legal = self.work.get(code, ("", 0))[0] == "en_curso"
        if self.attempt(wait, by, lambda on: ActionDone(on=on, by=by, action=code), legal=legal):
            self.work[code] = ("terminada", 100)

    @rule(wait=WAIT, by=ACTORS, code=ACTIONS)
    def cancel(self, wait: timedelta, by: str, code: str) -> None:
        """An action is given up."""
        state, so_far = self.work.get(code, ("", 0))
        reason = Text("Sin presupuesto", "No budget")
        if self.attempt(
            wait,
            by,
            lambda on: ActionCancelled(on=on, by=by, action=code, reason=reason),
            legal=state in {"pendiente", "en_curso"},
        ):
            self.work[code] = ("cancelada", so_far)

    @rule(by=ACTORS, levels=LEVELS, early=st.booleans())
    def measure(self, by: str, levels: list[int], *, early: bool) -> None:
        """Weeks are measured once they are over, one after the other."""
        first = START + timedelta(weeks=self.weeks)
        series = tuple(
            Measurement.of_value(Cadence.WEEKLY.period_from(first + timedelta(weeks=n)), level)
            for n, level in enumerate(levels)
        )
        over = series[-1].period.end
        wait = max(over - self.today, timedelta(0))
        if early and wait:
            wait -= timedelta(days=1)
            early = True
        else:
            early = False
        known = self.plan is not None and self.plan.indicator is not None
        if self.attempt(
            wait,
            by,
            lambda on: Measured(on=on, by=by, indicator="espera", measurements=series),
            legal=known and not early,
        ):
            self.weeks += len(levels)
            self.levels += levels

    @rule(wait=WAIT, by=ACTORS, code=st.none() | ACTIONS)
    def prove(self, wait: timedelta, by: str, code: str | None) -> None:
        """Evidence is put on record, for the cycle or for an action of its plan."""
        known = {one.code for one in self.plan.actions} if self.plan else set()
        if self.attempt(
            wait,
            by,
            lambda on: EvidenceAdded(on=on, by=by, reference="OFICIO-1", action=code),
            legal=code is None or code in known,
        ):
            self.references.append((code, "OFICIO-1"))

    @rule(wait=WAIT, by=ACTORS)
    def end_doing(self, wait: timedelta, by: str) -> None:
        """Doing ends when no action is open."""
        legal = all(state in {"terminada", "cancelada"} for state, _ in self.work.values())
        if self.attempt(wait, by, lambda on: DoingEnded(on=on, by=by), legal=legal):
            self.phase = "verificar"

    @precondition(lambda self: self.phase != "planear")
    @rule(
        wait=WAIT,
        by=ACTORS,
        rules=st.sampled_from(RuleSet),
        forged=st.sampled_from([False, False, True]),
    )
    def check(self, wait: timedelta, by: str, rules: RuleSet, *, forged: bool) -> None:
        """A verdict joins if it follows from the measurements, and no other does."""
        verdict = verify(self.cycle, rules=rules, on=self.today + wait, least_points=4)
        if forged:
            points = verdict.main.points_after + 1
            verdict = attrs.evolve(verdict, main=attrs.evolve(verdict.main, points_after=points))
        if self.attempt(
            wait, by, lambda on: Verified(on=on, by=by, verdict=verdict), legal=not forged
        ):
            self.verdicts.append(verdict)

    @rule(wait=WAIT, by=ACTORS)
    def end_checking(self, wait: timedelta, by: str) -> None:
        """Checking ends with a verdict."""
        legal = bool(self.verdicts)
        if self.attempt(wait, by, lambda on: CheckingEnded(on=on, by=by), legal=legal):
            self.phase = "actuar"

    @rule(wait=WAIT, by=ACTORS, decision=st.sampled_from(Decision))
    def decide(self, wait: timedelta, by: str, decision: Decision) -> None:
        """Anything may be decided; whether the evidence is for it is on record."""
        reason = Text("Así se acordó", "So it was agreed")
        if self.attempt(
            wait,
            by,
            lambda on: Decided(on=on, by=by, decision=decision, reason=reason),
            legal=True,
        ):
            self.decision = decision

    @rule(wait=WAIT, by=ACTORS)
    def close(self, wait: timedelta, by: str) -> None:
        """A cycle closes with a decision."""
        legal = self.decision is not None
        if self.attempt(wait, by, lambda on: Closed(on=on, by=by), legal=legal):
            self.phase = "cerrado"

    @rule(wait=WAIT, by=ACTORS, code=st.sampled_from(["C-1", "C-2", "C-3"]))
    def follow(self, wait: timedelta, by: str, code: str) -> None:
        """One other cycle follows."""
        legal = code != "C-1" and self.following is None
        if self.attempt(wait, by, lambda on: NextOpened(on=on, by=by, code=code), legal=legal):
            self.following = code

    @rule(days=st.integers(1, 400))
    def go_back(self, days: int) -> None:
        """No event precedes the one before it."""
        earlier = self.today - timedelta(days=days)
        event = EvidenceAdded(on=earlier, by="calidad", reference="OFICIO-2")
        with pytest.raises(ImssIntegrityError) as caught:
            advance(self.cycle, event)
        expected = "transition" if self.phase == "cerrado" else "order"
        assert expected in {fault.code for fault in caught.value.faults}

    @invariant()
    def the_cycle_is_what_the_model_says(self) -> None:
        """Phase, work, measurements, verdicts, decision, lineage."""
        cycle = self.cycle
        assert self.phase == cycle.phase
        assert self.today == cycle.on
        assert self.levels == [one.value for one in cycle.measurements("espera")]
        assert self.verdicts == list(cycle.verdicts)
        assert (cycle.decision.decision if cycle.decision else None) is self.decision
        assert self.following == cycle.following
        assert {move.value for move in cycle.legal_moves} == STAYING[self.phase]
        assert CycleMove.OPEN not in cycle.legal_moves
        for code, (state, so_far) in self.work.items():
            assert state == cycle.action_state(code)
            shown = next(one for one in cycle.actions if one.code == code)
            assert so_far == shown.progress
            own = [reference for action, reference in self.references if action == code]
            assert own == list(shown.evidence)
        still_open = {
            c for c, (state, _) in self.work.items() if state in {"pendiente", "en_curso"}
        }
        if self.work:
            assert still_open == {one.code for one in cycle.open_actions}
        assert cycle == replay(list(cycle.events))
        self._decision_is_weighed()

    def _decision_is_weighed(self) -> None:
        if self.decision is None:
            assert self.cycle.decided_against_evidence is None
            return
        last = self.verdicts[-1].main
        effect = last.effect
        clear = effect is not None and (
            effect.difference != 0
            if effect.lower is None or effect.upper is None
            else effect.lower > 0 or effect.upper < 0
        )
        good = last.outcome == "mejoro" and last.held is not False and clear
        against = {"estandarizar": not good, "abandonar": good, "ajustar": False}
        assert self.cycle.decided_against_evidence is against[self.decision.value]


TestCycleMachine: Any = CycleMachine.TestCase
