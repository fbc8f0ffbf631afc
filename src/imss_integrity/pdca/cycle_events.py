"""What can happen to a cycle: one immutable class for each event, each with its day.

Eventos de un ciclo PHVA. An event says what happened, not whether it was allowed: that is
decided by the cycle that it joins. Who acted is a role, never the name of a person.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

import attrs

from ..kernel.arguments import repeated_codes
from ..kernel.days import Period
from ..kernel.errors import InconsistentError, raise_any
from ..kernel.fields import (
    CODE,
    DAY,
    LABEL,
    NAME,
    Each,
    InstanceOf,
    OneOf,
    Optional,
    WholeNumber,
)
from ..kernel.text import Text
from ..kernel.values import Value
from .measuring import Measurement
from .phases import CycleMove
from .plans import Plan
from .verdicts import Verdict

__all__ = [
    "ActionCancelled",
    "ActionDone",
    "ActionProgressed",
    "ActionStarted",
    "CheckingEnded",
    "Closed",
    "CycleEvent",
    "Decided",
    "Decision",
    "DoingEnded",
    "EvidenceAdded",
    "Measured",
    "NextOpened",
    "Opened",
    "PlanApproved",
    "PlanDrafted",
    "Verified",
]

_MOST_ROLES = 100
_MOST_SUBCRITERIA = 500
_MOST_MEASUREMENTS = 10_000
_UNDERWAY = WholeNumber(1, 99)


class Decision(StrEnum):
    """What is done with what was learned (decisión).

    Attributes:
        STANDARDISE: The change becomes the rule.
        ADJUST: The change is amended and tried again.
        ABANDON: The change is given up.
    """

    STANDARDISE = "estandarizar"
    ADJUST = "ajustar"
    ABANDON = "abandonar"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _DECISIONS[self]


_DECISIONS = {
    Decision.STANDARDISE: Text("estandarizar", "standardise"),
    Decision.ADJUST: Text("ajustar", "adjust"),
    Decision.ABANDON: Text("abandonar", "abandon"),
}


@attrs.frozen(kw_only=True, weakref_slot=False)
class CycleEvent(Value):
    """What every event of a cycle has (evento); never used by itself.

    Attributes:
        on: The day.
        by: Code of the role that acted, one of the roles of the cycle.
    """

    move: ClassVar[CycleMove]
    on: date = attrs.field(validator=DAY)
    by: str = attrs.field(validator=CODE)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Opened(CycleEvent):
    """A cycle is opened (apertura).

    Attributes:
        code: Code of the cycle, unique among those of the caller.
        unit: Code of the unit that improves.
        period: The days in which the cycle is planned to run, both ends included.
        roles: Codes of the roles that take part, at least one, none twice.
        subcriteria: Codes of the subcriteria that it serves; empty: none in particular.
        previous: Code of the cycle that this one follows; ``None``: it is the first.
    """

    move: ClassVar[CycleMove] = CycleMove.OPEN
    code: str = attrs.field(validator=CODE)
    unit: str = attrs.field(validator=CODE)
    period: Period = attrs.field(validator=InstanceOf(Period))
    roles: tuple[str, ...] = attrs.field(validator=Each(CODE, least=1, most=_MOST_ROLES))
    subcriteria: tuple[str, ...] = attrs.field(
        default=(), validator=Each(CODE, most=_MOST_SUBCRITERIA)
    )
    previous: str | None = attrs.field(default=None, validator=Optional(CODE))

    def __attrs_post_init__(self) -> None:
        faults = [
            *repeated_codes("roles", self.roles),
            *repeated_codes("subcriteria", self.subcriteria),
        ]
        raise_any(faults, InconsistentError)


@attrs.frozen(kw_only=True, weakref_slot=False)
class PlanDrafted(CycleEvent):
    """A plan, or a better one, is put forward (borrador de plan); the last one counts.

    Attributes:
        plan: The plan, complete or not.
    """

    move: ClassVar[CycleMove] = CycleMove.DRAFT_PLAN
    plan: Plan = attrs.field(validator=InstanceOf(Plan))


@attrs.frozen(kw_only=True, weakref_slot=False)
class PlanApproved(CycleEvent):
    """The plan that was put forward last is approved (aprobación): planning ends."""

    move: ClassVar[CycleMove] = CycleMove.APPROVE_PLAN


@attrs.frozen(kw_only=True, weakref_slot=False)
class ActionStarted(CycleEvent):
    """An action is begun (inicio).

    Attributes:
        action: Its code.
    """

    move: ClassVar[CycleMove] = CycleMove.START
    action: str = attrs.field(validator=CODE)


@attrs.frozen(kw_only=True, weakref_slot=False)
class ActionProgressed(CycleEvent):
    """An action that was begun has come so far (avance).

    Attributes:
        action: Its code.
        progress: Percent done, 1 to 99, both included; it never falls.
    """

    move: ClassVar[CycleMove] = CycleMove.PROGRESS
    action: str = attrs.field(validator=CODE)
    progress: int = attrs.field(validator=_UNDERWAY)


@attrs.frozen(kw_only=True, weakref_slot=False)
class ActionDone(CycleEvent):
    """An action that was begun is done (término).

    Attributes:
        action: Its code.
    """

    move: ClassVar[CycleMove] = CycleMove.FINISH
    action: str = attrs.field(validator=CODE)


@attrs.frozen(kw_only=True, weakref_slot=False)
class ActionCancelled(CycleEvent):
    """An action will not be done, or not to its end (cancelación).

    Attributes:
        action: Its code.
        reason: Why.
    """

    move: ClassVar[CycleMove] = CycleMove.CANCEL
    action: str = attrs.field(validator=CODE)
    reason: Text = attrs.field(validator=LABEL)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Measured(CycleEvent):
    """An indicator was measured (medición).

    Attributes:
        indicator: Its code.
        measurements: What was measured, in the order of their periods, at least one; the
            periods are over on the day of the event and come after those measured before.
    """

    move: ClassVar[CycleMove] = CycleMove.MEASURE
    indicator: str = attrs.field(validator=CODE)
    measurements: tuple[Measurement, ...] = attrs.field(
        validator=Each(InstanceOf(Measurement), least=1, most=_MOST_MEASUREMENTS)
    )


@attrs.frozen(kw_only=True, weakref_slot=False)
class EvidenceAdded(CycleEvent):
    """A means of verification is put on record (evidencia).

    Attributes:
        reference: Where it is found: a document's key, a folio; never its contents.
        action: Code of the action it proves; ``None``: it belongs to the cycle.
    """

    move: ClassVar[CycleMove] = CycleMove.ADD_EVIDENCE
    reference: str = attrs.field(validator=NAME)
    action: str | None = attrs.field(default=None, validator=Optional(CODE))


@attrs.frozen(kw_only=True, weakref_slot=False)
class DoingEnded(CycleEvent):
    """Every action is done or cancelled (cierre de hacer): checking begins."""

    move: ClassVar[CycleMove] = CycleMove.END_DOING


@attrs.frozen(kw_only=True, weakref_slot=False)
class Verified(CycleEvent):
    """The measurements were judged (verificación).

    Attributes:
        verdict: What `verify` gives for this cycle on this day; any other is refused. It
            stays as it is, whatever is measured later.
    """

    move: ClassVar[CycleMove] = CycleMove.VERIFY
    verdict: Verdict = attrs.field(validator=InstanceOf(Verdict))


@attrs.frozen(kw_only=True, weakref_slot=False)
class CheckingEnded(CycleEvent):
    """The last verdict stands (cierre de verificar): acting begins."""

    move: ClassVar[CycleMove] = CycleMove.END_CHECKING


@attrs.frozen(kw_only=True, weakref_slot=False)
class Decided(CycleEvent):
    """It is decided what becomes of the change (decisión); the last decision counts.

    Attributes:
        decision: What.
        reason: Why.
    """

    move: ClassVar[CycleMove] = CycleMove.DECIDE
    decision: Decision = attrs.field(validator=OneOf(Decision))
    reason: Text = attrs.field(validator=LABEL)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Closed(CycleEvent):
    """The cycle is over (cierre)."""

    move: ClassVar[CycleMove] = CycleMove.CLOSE


@attrs.frozen(kw_only=True, weakref_slot=False)
class NextOpened(CycleEvent):
    """A cycle that follows this one was opened (ciclo siguiente).

    Attributes:
        code: Its code.
    """

    move: ClassVar[CycleMove] = CycleMove.CONTINUE
    code: str = attrs.field(validator=CODE)
