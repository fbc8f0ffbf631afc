"""What can happen to a filing: one immutable class for each event, each with its day.

Eventos de un expediente de respuesta. An event says what happened, not whether it was allowed:
that is decided by the filing that it joins.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

import attrs

from ..kernel.arguments import repeated_codes
from ..kernel.errors import raise_any
from ..kernel.fields import CODE, DAY, Each, InstanceOf
from ..kernel.pseudonymous import PSEUDONYM
from ..kernel.values import Value
from .responses import Response

__all__ = [
    "Amended",
    "ClarificationAsked",
    "Drafted",
    "Expired",
    "FilingEvent",
    "FilingMove",
    "Submitted",
    "Superseded",
    "Withdrawn",
]

_ONE_OR_MORE = Each(CODE, least=1, most=1000)


class FilingMove(StrEnum):
    """What an event does to a filing (movimiento)."""

    DRAFT = "apertura"
    SUBMIT = "presentacion"
    AMEND = "enmienda"
    ASK = "aclaracion"
    WITHDRAW = "retiro"
    SUPERSEDE = "sustitucion"
    EXPIRE = "vencimiento"


@attrs.frozen(kw_only=True, weakref_slot=False)
class Drafted(Value):
    """A filing is opened (apertura).

    Attributes:
        on: The day.
        code: Code of the filing, unique among those of the caller.
        subject: Pseudonym of the person (see `privacy.pseudonym`); never a name.
        response: What is entered so far; nothing need be.
    """

    move: ClassVar[FilingMove] = FilingMove.DRAFT
    on: date = attrs.field(validator=DAY)
    code: str = attrs.field(validator=CODE)
    subject: str = attrs.field(validator=PSEUDONYM, repr=False)
    response: Response = attrs.field(validator=InstanceOf(Response))


@attrs.frozen(kw_only=True, weakref_slot=False)
class Submitted(Value):
    """What is entered is handed in (presentación).

    Attributes:
        on: The day.
        purpose: Code of the purpose of the treatment, as the privacy notice names it
            (LGPDPPSO 10, 12).
        notice_version: Version of the privacy notice that the person was shown.
    """

    move: ClassVar[FilingMove] = FilingMove.SUBMIT
    on: date = attrs.field(validator=DAY)
    purpose: str = attrs.field(validator=CODE)
    notice_version: str = attrs.field(validator=CODE)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Amended(Value):
    """A new response takes the place of what was entered (enmienda).

    A draft stays a draft. What was submitted stays on record, and what is entered now has to
    be submitted in its turn.

    Attributes:
        on: The day.
        response: The new response, to the version of the filing.
    """

    move: ClassVar[FilingMove] = FilingMove.AMEND
    on: date = attrs.field(validator=DAY)
    response: Response = attrs.field(validator=InstanceOf(Response))


@attrs.frozen(kw_only=True, weakref_slot=False)
class ClarificationAsked(Value):
    """The reviewer asks about some answers (solicitud de aclaración); its text is not kept.

    Attributes:
        on: The day.
        questions: Codes of the questions that it asks about, at least one, none twice.
    """

    move: ClassVar[FilingMove] = FilingMove.ASK
    on: date = attrs.field(validator=DAY)
    questions: tuple[str, ...] = attrs.field(validator=_ONE_OR_MORE)

    def __attrs_post_init__(self) -> None:
        raise_any(repeated_codes("questions", self.questions))


@attrs.frozen(kw_only=True, weakref_slot=False)
class Withdrawn(Value):
    """The person takes the filing back (retiro).

    Attributes:
        on: The day.
    """

    move: ClassVar[FilingMove] = FilingMove.WITHDRAW
    on: date = attrs.field(validator=DAY)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Superseded(Value):
    """Another filing takes the place of this one (sustitución).

    Attributes:
        on: The day.
        by: Code of the other filing.
    """

    move: ClassVar[FilingMove] = FilingMove.SUPERSEDE
    on: date = attrs.field(validator=DAY)
    by: str = attrs.field(validator=CODE)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Expired(Value):
    """The time of the filing is over (vencimiento).

    Attributes:
        on: The day.
    """

    move: ClassVar[FilingMove] = FilingMove.EXPIRE
    on: date = attrs.field(validator=DAY)


FilingEvent = Drafted | Submitted | Amended | ClarificationAsked | Withdrawn | Superseded | Expired
"""One event of a filing."""
