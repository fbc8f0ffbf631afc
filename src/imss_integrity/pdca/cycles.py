"""A PDCA cycle as the fold of its events: it holds nothing that did not happen.

Ciclo PHVA. A cycle is its events and nothing else, so it cannot say that a phase is over that
is not, and replaying the events gives the same cycle.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Any, cast

import attrs

from ..kernel.commitment import overdue
from ..kernel.days import Period
from ..kernel.errors import (
    Fault,
    ImssIntegrityError,
    InconsistentError,
    NotInForceError,
    must,
    placed,
    raise_any,
)
from ..kernel.fields import DAY, Each, InstanceOf
from ..kernel.provenance import Source, Status, merged_sources
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value
from .actions import Action
from .cycle_events import CycleEvent, Decided, EvidenceAdded, Opened
from .cycle_shown import cycle_records, cycle_table
from .guards import faults_of, foreign_faults, opening_faults
from .measuring import Measurement
from .phases import LEGAL, CycleMove, Phase
from .plans import Plan
from .standings import ActionState, Standing, applied, begun
from .verdicts import Verdict

__all__ = ["Cycle", "advance"]

_MOST_EVENTS = 10_000
_PLACE = "events[{}]"


def _check_events(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
    Each(InstanceOf(CycleEvent), least=1, most=_MOST_EVENTS).check(attribute.name, value)
    events = enumerate(cast("tuple[CycleEvent, ...]", value))
    raise_any(fault for n, event in events for fault in foreign_faults(_PLACE.format(n), event))


@attrs.frozen(kw_only=True, weakref_slot=False)
class Cycle(Report, Value):
    """One cycle of plan, do, check, act of a unit.

    Ciclo PHVA. Made by `replay` from its events, and carried on by `advance`.

    Attributes:
        events: What happened, in order, at most 10,000; the first one opens it.

    Raises:
        InvalidValueError: If there is no event, or something that is none.
        InconsistentError: If an event may not follow: its phase is another, something is
            missing, it goes back in time, it names a role, action or indicator that the cycle
            does not have, or a verdict that does not follow from the measurements.

    Source:
        Own; the phases are those of the Modelo Institucional para la Competitividad (PHVA).
    """

    events: tuple[CycleEvent, ...] = attrs.field(validator=_check_events)

    def __attrs_post_init__(self) -> None:
        _ = self.standing

    @cached_property
    def standing(self) -> Standing:
        """What the events add up to: the other attributes are views of it."""
        first = self.events[0]
        if not isinstance(first, Opened):
            rule = Text("abrir el ciclo: '{move}'", "open the cycle: '{move}'")
            raise InconsistentError(
                must("events[0]", "transition", rule.format(move=CycleMove.OPEN), first.move)
            )
        standing = begun(first)
        raise_any(
            (placed(fault, _PLACE.format(0)) for fault in opening_faults(first)), InconsistentError
        )
        for number, event in enumerate(self.events[1:], start=1):
            try:
                standing = _after(standing, event)
            except ImssIntegrityError as error:
                raise error.under(_PLACE.format(number)) from None
        return standing

    @property
    def code(self) -> str:
        """Code of the cycle."""
        return self.standing.opened.code

    @property
    def unit(self) -> str:
        """Code of the unit that improves."""
        return self.standing.opened.unit

    @property
    def period(self) -> Period:
        """The days in which it is planned to run."""
        return self.standing.opened.period

    @property
    def roles(self) -> tuple[str, ...]:
        """Codes of the roles that take part."""
        return self.standing.opened.roles

    @property
    def subcriteria(self) -> tuple[str, ...]:
        """Codes of the subcriteria that it serves; empty: none in particular."""
        return self.standing.opened.subcriteria

    @property
    def previous(self) -> str | None:
        """Code of the cycle before this one; ``None``: it is the first."""
        return self.standing.opened.previous

    @property
    def following(self) -> str | None:
        """Code of the cycle after this one; ``None``: none was opened."""
        return self.standing.following

    @property
    def phase(self) -> Phase:
        """Where it stands."""
        return self.standing.phase

    @property
    def on(self) -> date:
        """The day of its last event."""
        return self.standing.on

    @property
    def legal_moves(self) -> tuple[CycleMove, ...]:
        """What belongs in its phase; each move has guards of its own."""
        return LEGAL[self.phase]

    @property
    def plan(self) -> Plan:
        """The plan as it was put forward last; an empty one before that."""
        return self.standing.plan

    @property
    def intervention(self) -> date | None:
        """The day from which a change could come; ``None``: the plan is not approved."""
        return self.standing.intervention

    @property
    def actions(self) -> tuple[Action, ...]:
        """The actions, with the progress and the evidence that they have now."""
        return self.standing.actions

    @property
    def open_actions(self) -> tuple[Action, ...]:
        """The actions that are neither done nor cancelled."""
        return self.standing.open_actions()

    def action_state(self, code: str) -> ActionState:
        """Give where an action stands; it is pending while the plan is not approved.

        Raises:
            InvalidValueError: If the plan has no such action.
        """
        if code not in {action.code for action in self.plan.actions}:
            rule = Text("nombrar una acción del plan", "name an action of the plan")
            raise_any([must("code", "unknown", rule, code)])
        work = self.standing.work.get(code)
        return ActionState.PENDING if work is None else work.state

    @property
    def evidence(self) -> tuple[EvidenceAdded, ...]:
        """All evidence, in order."""
        return self.standing.evidence

    def measurements(self, indicator: str) -> tuple[Measurement, ...]:
        """Give what was measured of the indicator of that code, in order."""
        return self.standing.measurements.get(indicator, ())

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """All verdicts, in order; none is ever rewritten."""
        return self.standing.verdicts

    @property
    def verdict(self) -> Verdict | None:
        """The last verdict; ``None``: there is none yet."""
        return self.verdicts[-1] if self.verdicts else None

    @property
    def decision(self) -> Decided | None:
        """The last decision; ``None``: there is none yet."""
        return self.standing.decision

    @property
    def decided_against_evidence(self) -> bool | None:
        """Whether the decision goes against the last verdict; ``None``: nothing is decided.

        Standardising needs a verdict that supports the change; abandoning goes against one
        that does; adjusting never goes against the evidence.
        """
        return self.standing.decided_against_evidence

    @property
    def status(self) -> Status:  # type: ignore[override]  # pyright: ignore[reportIncompatibleVariableOverride]
        """Own: what a unit records of itself."""
        return Status.OWN

    @property
    def sources(self) -> tuple[Source, ...]:  # type: ignore[override]  # pyright: ignore[reportIncompatibleVariableOverride]
        """What its verdicts rest on."""
        return merged_sources(*(verdict.sources for verdict in self.verdicts))

    def _table(self, language: Language) -> Table:
        return cycle_table(self.standing, language)

    def _records(self) -> list[dict[str, object]]:
        return cycle_records(self.standing)

    def overdue(self, *, on: date) -> tuple[Action, ...]:
        """Give the open actions that are late on the day *on*, the longest overdue first."""
        late = overdue(self.as_of(on).open_actions, on=on)
        return cast("tuple[Action, ...]", late)

    def as_of(self, on: date) -> Cycle:
        """Give the cycle as it stood at the end of the day *on*.

        Raises:
            NotInForceError: If it was not open yet.
        """
        DAY.check("on", on)
        known = tuple(event for event in self.events if event.on <= on)
        if not known:
            text = Text(
                "'on' no debe ser anterior a la apertura del ciclo",
                "'on' must not precede the opening of the cycle",
            )
            raise NotInForceError(Fault("on", "in_force", text))
        return self if len(known) == len(self.events) else Cycle(events=known)


def _after(standing: Standing, event: CycleEvent) -> Standing:
    raise_any(faults_of(standing, event), InconsistentError)
    return applied(standing, event)


def advance(cycle: Cycle, event: CycleEvent) -> Cycle:
    """Give the cycle that *cycle* becomes by *event*; *cycle* stays as it is.

    Siguiente estado de un ciclo.

    Raises:
        InvalidValueError: If an argument is of another class.
        InconsistentError: If the event may not follow; the error names the moves that may and
            what is missing. See `Cycle`.

    Source:
        Own.

    >>> from imss_integrity.pdca import Opened, PlanApproved, replay
    >>> cycle = replay([Opened(on=date(2026, 1, 5), by="calidad", code="C-1", unit="UMF-900",
    ...     period=Period.year(2026), roles=("calidad",))])
    >>> cycle.phase, [str(move) for move in cycle.legal_moves][:2]
    (<Phase.PLAN: 'planear'>, ['borrador_de_plan', 'aprobacion_de_plan'])
    >>> advance(cycle, PlanApproved(on=date(2026, 1, 6), by="calidad"))
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: to leave 'planear' there must be aim, indica...
    """
    InstanceOf(Cycle).check("cycle", cycle)
    number = len(cycle.events)
    raise_any(foreign_faults(_PLACE.format(number), event))
    if number >= _MOST_EVENTS:
        return Cycle(events=(*cycle.events, event))  # which says that there are too many
    try:
        standing = _after(cycle.standing, event)
    except ImssIntegrityError as error:
        raise error.under(_PLACE.format(number)) from None
    # What is folded already is not folded again: a long life costs what its events cost.
    grown = Cycle.__new__(Cycle)
    object.__setattr__(grown, "events", (*cycle.events, event))
    object.__setattr__(grown, "standing", standing)
    return grown
