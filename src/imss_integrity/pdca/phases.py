"""The four phases of a cycle, what may happen in each, and how a move that may not is refused.

Fases PHVA. The table is data; nothing else decides in which phase a move belongs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from ..kernel.errors import Fault
from ..kernel.text import Text, join

__all__ = ["LEAVING", "LEGAL", "CycleMove", "Phase", "illegal_move", "lacking"]


class Phase(StrEnum):
    """Where a cycle stands (fase), in order.

    Attributes:
        PLAN, DO, CHECK, ACT: Plan, do, check, act.
        CLOSED: The cycle is over; only the one that follows it may still be named.
    """

    PLAN = "planear"
    DO = "hacer"
    CHECK = "verificar"
    ACT = "actuar"
    CLOSED = "cerrado"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _LABELS[self]


_LABELS: Mapping[Phase, Text] = {
    Phase.PLAN: Text("Planear", "Plan"),
    Phase.DO: Text("Hacer", "Do"),
    Phase.CHECK: Text("Verificar", "Check"),
    Phase.ACT: Text("Actuar", "Act"),
    Phase.CLOSED: Text("Cerrado", "Closed"),
}


class CycleMove(StrEnum):
    """What an event does to a cycle (movimiento)."""

    OPEN = "apertura"
    DRAFT_PLAN = "borrador_de_plan"
    APPROVE_PLAN = "aprobacion_de_plan"
    START = "inicio_de_accion"
    PROGRESS = "avance_de_accion"
    FINISH = "termino_de_accion"
    CANCEL = "cancelacion_de_accion"
    MEASURE = "medicion"
    ADD_EVIDENCE = "evidencia"
    END_DOING = "cierre_de_hacer"
    VERIFY = "verificacion"
    END_CHECKING = "cierre_de_verificar"
    DECIDE = "decision"
    CLOSE = "cierre"
    CONTINUE = "ciclo_siguiente"


_ALWAYS = (CycleMove.MEASURE, CycleMove.ADD_EVIDENCE)
LEGAL: Mapping[Phase, tuple[CycleMove, ...]] = {
    Phase.PLAN: (CycleMove.DRAFT_PLAN, CycleMove.APPROVE_PLAN, *_ALWAYS),
    Phase.DO: (
        CycleMove.START,
        CycleMove.PROGRESS,
        CycleMove.FINISH,
        CycleMove.CANCEL,
        CycleMove.END_DOING,
        *_ALWAYS,
    ),
    Phase.CHECK: (CycleMove.VERIFY, CycleMove.END_CHECKING, *_ALWAYS),
    Phase.ACT: (CycleMove.DECIDE, CycleMove.CLOSE, *_ALWAYS),
    Phase.CLOSED: (CycleMove.CONTINUE,),
}
"""Phase -> the moves that belong in it (own)."""

LEAVING: Mapping[CycleMove, Phase] = {
    CycleMove.APPROVE_PLAN: Phase.DO,
    CycleMove.END_DOING: Phase.CHECK,
    CycleMove.END_CHECKING: Phase.ACT,
    CycleMove.CLOSE: Phase.CLOSED,
}
"""The moves that leave a phase -> the phase they lead to (own)."""


def illegal_move(phase: Phase, move: CycleMove) -> Fault:
    """Say that *move* does not belong in *phase*, which moves do, and where it belongs."""
    sentence = Text(
        "un ciclo en la fase '{phase}' debe seguir con {legal}: se pidió '{move}',"
        " que necesita {needed}",
        "a cycle in phase '{phase}' must go on with {legal}: got '{move}', which needs {needed}",
    )
    homes = [home for home, moves in LEGAL.items() if move in moves]
    needed = (
        Text("la fase {homes}", "phase {homes}").format(homes=_listed(homes))
        if homes
        else Text("un ciclo nuevo", "a new cycle")
    )
    text = sentence.format(phase=phase, legal=_listed(LEGAL[phase]), move=move, needed=needed)
    return Fault("", "transition", text)


def lacking(phase: Phase, missing: Iterable[Text]) -> Fault:
    """Say what is missing before *phase* can be left, and what may be done meanwhile."""
    sentence = Text(
        "para salir de '{phase}' debe haber {missing}; mientras tanto puede seguir con {legal}",
        "to leave '{phase}' there must be {missing}; meanwhile it may go on with {legal}",
    )
    staying = (move for move in LEGAL[phase] if move not in LEAVING)
    text = sentence.format(phase=phase, missing=join(missing, ", "), legal=_listed(staying))
    return Fault("", "missing", text)


def _listed(names: Iterable[StrEnum]) -> Text:
    return join((Text(f"'{name}'") for name in names), ", ")
