"""Where a filing may stand, what may follow what, and how a move that may not is refused.

Estados de un expediente de respuesta. The table is data; nothing else decides what may follow.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from ..kernel.errors import Fault
from ..kernel.text import Text, join
from .filing_events import FilingMove
from .questionnaires import Questionnaire

__all__ = ["TRANSITIONS", "FilingState", "foreign_version", "illegal_move"]


class FilingState(StrEnum):
    """Where a filing stands (estado).

    Attributes:
        DRAFT: It is being filled in.
        SUBMITTED: It was handed in.
        CLARIFYING: It was handed in, and some answers are asked about.
        AMENDED: It was handed in, and what is entered since is not.
        WITHDRAWN, SUPERSEDED, EXPIRED: It is closed; nothing may follow.
    """

    DRAFT = "borrador"
    SUBMITTED = "presentado"
    CLARIFYING = "en_aclaracion"
    AMENDED = "enmendado"
    WITHDRAWN = "retirado"
    SUPERSEDED = "sustituido"
    EXPIRED = "vencido"


_CLOSING = {
    FilingMove.WITHDRAW: FilingState.WITHDRAWN,
    FilingMove.SUPERSEDE: FilingState.SUPERSEDED,
    FilingMove.EXPIRE: FilingState.EXPIRED,
}
TRANSITIONS: Mapping[FilingState, Mapping[FilingMove, FilingState]] = {
    FilingState.DRAFT: {
        FilingMove.SUBMIT: FilingState.SUBMITTED,
        FilingMove.AMEND: FilingState.DRAFT,
        FilingMove.WITHDRAW: FilingState.WITHDRAWN,
        FilingMove.EXPIRE: FilingState.EXPIRED,
    },
    FilingState.SUBMITTED: {
        FilingMove.AMEND: FilingState.AMENDED,
        FilingMove.ASK: FilingState.CLARIFYING,
        **_CLOSING,
    },
    FilingState.CLARIFYING: {
        FilingMove.SUBMIT: FilingState.SUBMITTED,  # the person stands by the answers
        FilingMove.AMEND: FilingState.AMENDED,
        FilingMove.ASK: FilingState.CLARIFYING,
        **_CLOSING,
    },
    FilingState.AMENDED: {
        FilingMove.SUBMIT: FilingState.SUBMITTED,
        FilingMove.AMEND: FilingState.AMENDED,
        **_CLOSING,
    },
    FilingState.WITHDRAWN: {},
    FilingState.SUPERSEDED: {},
    FilingState.EXPIRED: {},
}
"""State -> what may follow -> the state it leads to (own)."""


def illegal_move(state: FilingState, move: FilingMove) -> Fault:
    """Say that *move* may not follow in *state*, what may, and what the move needs."""
    sentence = Text(
        "un expediente en estado '{state}' debe seguir con {legal}: se pidió '{move}',"
        " que necesita {needed}",
        "a filing in state '{state}' must go on with {legal}: got '{move}', which needs {needed}",
    )
    before = (one for one, moves in TRANSITIONS.items() if move in moves)
    text = sentence.format(
        state=state,
        move=move,
        legal=_listed(TRANSITIONS[state], Text("nada, está cerrado", "nothing, it is closed")),
        needed=_listed(before, Text("un expediente nuevo", "a new filing")),
    )
    return Fault("", "transition", text)


def _listed(names: Iterable[StrEnum], none: Text) -> Text:
    quoted = [Text(f"'{name}'") for name in names]
    return join(quoted, ", ") if quoted else none


def foreign_version(own: Questionnaire, other: Questionnaire) -> Fault:
    """Say that a response answers *other* and not *own*, and how to bring it over."""
    sentence = Text(
        "'response' debe responder {code} {version}, la versión del expediente: se recibió"
        " {other} {another}; migre las respuestas con migrate_answers",
        "'response' must answer {code} {version}, the version of the filing: got"
        " {other} {another}; bring the answers over with migrate_answers",
    )
    text = sentence.format(
        code=own.code, version=own.version, other=other.code, another=other.version
    )
    return Fault("response", "version", text)
