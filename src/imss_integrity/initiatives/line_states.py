"""How an action line stands, and since when.

Estado de la línea de acción. A line begins as planned; what happened to it since are changes,
each with its day, and being met or cancelled is final.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum

import attrs

from ..kernel.errors import Fault
from ..kernel.fields import DAY, OneOf
from ..kernel.text import Text, join
from ..kernel.values import Value

__all__ = ["LineState", "StateChange", "change_faults"]


class LineState(StrEnum):
    """How an action line stands (estado). Own, not official.

    Attributes:
        PLANNED: Nobody has begun it, so nothing of it is done; every line begins so.
        UNDER_WAY: Begun, its target not reached.
        MET: Its target is reached.
        CANCELLED: Given up before its target was reached.
    """

    PLANNED = "programada"
    UNDER_WAY = "en_curso"
    MET = "cumplida"
    CANCELLED = "cancelada"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _LABELS[self]


_LABELS = {
    LineState.PLANNED: Text("programada", "planned"),
    LineState.UNDER_WAY: Text("en curso", "under way"),
    LineState.MET: Text("cumplida", "met"),
    LineState.CANCELLED: Text("cancelada", "cancelled"),
}
# A short line (publish a norm) may be met without ever having been under way.
_NEXT = {
    LineState.PLANNED: (LineState.UNDER_WAY, LineState.MET, LineState.CANCELLED),
    LineState.UNDER_WAY: (LineState.MET, LineState.CANCELLED),
    LineState.MET: (),
    LineState.CANCELLED: (),
}


@attrs.frozen(kw_only=True, weakref_slot=False)
class StateChange(Value):
    """A state that a line came to, and the day on which it did.

    Cambio de estado.

    Attributes:
        state: The state it came to.
        on: The day.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    state: LineState = attrs.field(validator=OneOf(LineState))
    on: date = attrs.field(validator=DAY)


def change_faults(changes: Sequence[StateChange]) -> Iterator[Fault]:
    """Go through what is wrong with the changes of one line, from the first to the last."""
    state, day = LineState.PLANNED, None
    for place, change in enumerate(changes):
        if change.state not in _NEXT[state]:
            allowed = join((after.label for after in _NEXT[state]), ", ")
            yield Fault(
                f"changes[{place}].state",
                "move",
                (_ILLEGAL if _NEXT[state] else _FINAL).format(
                    state=state.label, allowed=allowed, got=change.state.label
                ),
            )
        if day is not None and change.on < day:
            yield Fault(
                f"changes[{place}].on", "order", _BACKWARDS.format(before=day, day=change.on)
            )
        state, day = change.state, change.on


_ILLEGAL = Text(
    "una línea {state} debe pasar a {allowed}: se recibió {got}",
    "a line that is {state} must go on to {allowed}: got {got}",
)
_FINAL = Text(
    "una línea {state} no debe cambiar más: se recibió {got}",
    "a line that is {state} must not change any more: got {got}",
)
_BACKWARDS = Text(
    "los cambios deben ir por fecha: {day} precede a {before}",
    "changes must be in order of their days: {day} precedes {before}",
)
