"""Where a cycle stands after some of its events, and what each event changes.

Estado de un ciclo. The fold itself: whether an event is allowed is decided before (`guards`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any

import attrs

from ..kernel.commitment import DONE
from ..kernel.text import Text
from . import cycle_events as events
from .actions import Action
from .measuring import Measurement
from .phases import LEAVING, CycleMove, Phase
from .plans import Plan
from .verdicts import Verdict

__all__ = ["ActionState", "Standing", "Work", "applied", "begun"]


class ActionState(StrEnum):
    """Where an action stands (estado de una acción).

    Attributes:
        PENDING: Not begun.
        UNDERWAY: Begun.
        DONE: Done.
        CANCELLED: It will not be done, or not to its end.
    """

    PENDING = "pendiente"
    UNDERWAY = "en_curso"
    DONE = "terminada"
    CANCELLED = "cancelada"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _STATES[self]


_STATES: Mapping[ActionState, Text] = {
    ActionState.PENDING: Text("pendiente", "pending"),
    ActionState.UNDERWAY: Text("en curso", "under way"),
    ActionState.DONE: Text("terminada", "done"),
    ActionState.CANCELLED: Text("cancelada", "cancelled"),
}


_NOTHING: Mapping[str, Any] = MappingProxyType({})


@attrs.frozen(kw_only=True, weakref_slot=False)
class Work:
    """What has become of one action."""

    state: ActionState = ActionState.PENDING
    progress: int = 0

    @property
    def is_open(self) -> bool:
        """Whether it is neither done nor cancelled."""
        return self.state in {ActionState.PENDING, ActionState.UNDERWAY}


@attrs.frozen(kw_only=True, weakref_slot=False)
class Standing:
    """What the events so far add up to."""

    opened: events.Opened
    on: date
    phase: Phase = Phase.PLAN
    plan: Plan = attrs.field(factory=Plan)
    approved_on: date | None = None
    begun_on: date | None = None
    work: Mapping[str, Work] = attrs.field(default=_NOTHING)
    measurements: Mapping[str, tuple[Measurement, ...]] = attrs.field(default=_NOTHING)
    evidence: tuple[events.EvidenceAdded, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    decision: events.Decided | None = None
    following: str | None = None

    @property
    def intervention(self) -> date | None:
        """The day from which a change could come; ``None`` while the plan is not approved."""
        return self.begun_on or self.approved_on

    @property
    def decided_against_evidence(self) -> bool | None:
        """Whether the decision goes against the last verdict; ``None``: nothing is decided."""
        if self.decision is None:
            return None
        supported = self.verdicts[-1].supports_change  # no decision comes before a verdict
        return _SUPPORT[self.decision.decision] not in {None, supported}

    @property
    def actions(self) -> tuple[Action, ...]:
        """The actions with the progress and the evidence that the events gave them."""
        return tuple(self._grown(action) for action in self.plan.actions)

    def _grown(self, action: Action) -> Action:
        references = (one.reference for one in self.evidence if one.action == action.code)
        work = self.work.get(action.code)
        return attrs.evolve(
            action,
            progress=action.progress if work is None else work.progress,
            evidence=(*action.evidence, *references),
        )

    def open_actions(self) -> tuple[Action, ...]:
        """Give the actions that are neither done nor cancelled."""
        work = self.work
        return tuple(
            action
            for action in self.actions
            if action.code not in work or work[action.code].is_open
        )


# Whether a decision rests on a verdict that supports the change; None: on none in particular.
_SUPPORT: Mapping[events.Decision, bool | None] = {
    events.Decision.STANDARDISE: True,
    events.Decision.ABANDON: False,
    events.Decision.ADJUST: None,
}


def begun(event: events.Opened) -> Standing:
    """Give where a cycle stands when it is opened."""
    return Standing(opened=event, on=event.on)


def applied(standing: Standing, event: events.CycleEvent) -> Standing:
    """Give where *standing* leads by *event*, which is allowed."""
    phase = LEAVING.get(event.move, standing.phase)
    change = _CHANGES.get(event.move)
    changes = change(standing, event) if change else _NOTHING
    return attrs.evolve(standing, on=event.on, phase=phase, **changes)


Changes = Mapping[str, Any]


def _approved(standing: Standing, event: events.PlanApproved) -> Changes:
    work = {action.code: Work() for action in standing.plan.actions}
    return {"approved_on": event.on, "work": work}


def _started(standing: Standing, event: events.ActionStarted) -> Changes:
    begun_on = standing.begun_on or event.on
    return {"begun_on": begun_on, **_working(standing, event.action, ActionState.UNDERWAY)}


def _progressed(standing: Standing, event: events.ActionProgressed) -> Changes:
    return _working(standing, event.action, ActionState.UNDERWAY, event.progress)


def _done(standing: Standing, event: events.ActionDone) -> Changes:
    return _working(standing, event.action, ActionState.DONE, DONE)


def _cancelled(standing: Standing, event: events.ActionCancelled) -> Changes:
    return _working(standing, event.action, ActionState.CANCELLED)


def _working(
    standing: Standing, action: str, state: ActionState, progress: int | None = None
) -> Changes:
    before = standing.work[action]
    now = Work(state=state, progress=before.progress if progress is None else progress)
    return {"work": {**standing.work, action: now}}


def _measured(standing: Standing, event: events.Measured) -> Changes:
    known = standing.measurements.get(event.indicator, ())
    series = (*known, *event.measurements)
    return {"measurements": {**standing.measurements, event.indicator: series}}


_CHANGES: Mapping[CycleMove, Callable[[Standing, Any], Changes]] = {
    CycleMove.DRAFT_PLAN: lambda _, event: {"plan": event.plan},
    CycleMove.APPROVE_PLAN: _approved,
    CycleMove.START: _started,
    CycleMove.PROGRESS: _progressed,
    CycleMove.FINISH: _done,
    CycleMove.CANCEL: _cancelled,
    CycleMove.MEASURE: _measured,
    CycleMove.ADD_EVIDENCE: lambda now, event: {"evidence": (*now.evidence, event)},
    CycleMove.VERIFY: lambda now, event: {"verdicts": (*now.verdicts, event.verdict)},
    CycleMove.DECIDE: lambda _, event: {"decision": event},
    CycleMove.CONTINUE: lambda _, event: {"following": event.code},
}
"""Move -> what it changes beside the day and the phase; the others change nothing more."""
