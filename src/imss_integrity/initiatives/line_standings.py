"""How an action line stands on a day: complete, on track, late or cancelled.

Situación de la línea. The state is what was recorded; the standing also knows what day it is.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from ..kernel.text import Text
from .line_states import LineState
from .lines import ActionLine

__all__ = ["LineStanding", "standing_of"]


class LineStanding(StrEnum):
    """How a line stands on a day (situación de la línea). Own, not official.

    Attributes:
        COMPLETE: Its target is reached.
        ON_TRACK: Neither met nor past its deadline; of its pace this says nothing.
        LATE: Past its deadline and not met.
        CANCELLED: Given up; it still weighs, so that cancelling never raises compliance.
    """

    COMPLETE = "cumplida"
    ON_TRACK = "en_plazo"
    LATE = "vencida"
    CANCELLED = "cancelada"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _STANDINGS[self]


_STANDINGS = {
    LineStanding.COMPLETE: Text("cumplida", "complete"),
    LineStanding.ON_TRACK: Text("en plazo", "on track"),
    LineStanding.LATE: Text("vencida", "late"),
    LineStanding.CANCELLED: Text("cancelada", "cancelled"),
}
_FINAL = {
    LineState.MET: LineStanding.COMPLETE,
    LineState.CANCELLED: LineStanding.CANCELLED,
}


def standing_of(line: ActionLine, *, on: date) -> LineStanding:
    """Say how *line* stands on the day *on*."""
    late = LineStanding.LATE if line.is_overdue(on=on) else LineStanding.ON_TRACK
    return _FINAL.get(line.state, late)
