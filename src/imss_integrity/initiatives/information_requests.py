"""Requests for information: what happened to one, on which day.

Solicitudes de acceso a la información. A request has a folio and no field for whoever made
it. How long each step may take is not here: see `request_clocks`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

import attrs

from ..kernel.errors import Fault, InconsistentError, raise_any
from ..kernel.fields import DAY, InstanceOf, OneOf, Optional
from ..kernel.pseudonymous import PSEUDONYM
from ..kernel.text import Text
from ..kernel.values import Value

__all__ = ["Clarification", "InformationRequest", "Reply", "ReplyKind", "ReviewAppeal"]

_MAYBE_DAY = Optional(DAY)


class ReplyKind(StrEnum):
    """How a request is replied to (tipo de respuesta); each kind has a deadline of its own.

    Attributes:
        ANSWER: With an answer, whatever it says.
        ALREADY_PUBLIC: By saying where the information is public already.
        NOT_COMPETENT: By saying that another body has it.
    """

    ANSWER = "respuesta"
    ALREADY_PUBLIC = "ya_publica"
    NOT_COMPETENT = "no_competencia"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _KINDS[self]


_KINDS = {
    ReplyKind.ANSWER: Text("respuesta", "answer"),
    ReplyKind.ALREADY_PUBLIC: Text("información ya pública", "information already public"),
    ReplyKind.NOT_COMPETENT: Text("no competencia", "not competent"),
}


@attrs.frozen(kw_only=True, weakref_slot=False)
class Clarification(Value):
    """A demand that whoever made a request say more exactly what is asked.

    Requerimiento de aclaración.

    Attributes:
        asked: The day on which it was asked.
        answered: The day on which it was answered; ``None``: it was not, or not yet.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    asked: date = attrs.field(validator=DAY)
    answered: date | None = attrs.field(default=None, validator=_MAYBE_DAY)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Reply(Value):
    """What a request was replied to with, and when.

    Respuesta.

    Attributes:
        on: The day on which it was notified.
        kind: How it replies.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    on: date = attrs.field(validator=DAY)
    kind: ReplyKind = attrs.field(default=ReplyKind.ANSWER, validator=OneOf(ReplyKind))


@attrs.frozen(kw_only=True, weakref_slot=False)
class ReviewAppeal(Value):
    """An appeal against the reply to a request, or against there being none.

    Recurso de revisión.

    Attributes:
        filed: The day on which it was filed.
        extended: The day on which the time to decide was extended; ``None``: it was not.
        decided: The day on which it was decided; ``None``: it was not, or not yet.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    filed: date = attrs.field(validator=DAY)
    extended: date | None = attrs.field(default=None, validator=_MAYBE_DAY)
    decided: date | None = attrs.field(default=None, validator=_MAYBE_DAY)


@attrs.frozen(kw_only=True, weakref_slot=False)
class InformationRequest(Value):
    """A request for information, and what happened to it so far.

    Solicitud de acceso a la información. What happens too late is kept as it happened: a
    record does not judge.

    Attributes:
        folio: Its folio, never what names a person.
        filed: The day on which it was filed.
        clarification: The demand for more detail; ``None``: there was none.
        extended: The day on which the committee approved more time; ``None``: it did not.
        reply: The reply; ``None``: there is none yet.
        appeal: The appeal; ``None``: there is none.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: If a day precedes one that it must follow; all are named.

    Source:
        Steps of the LGTAIP 2025, arts. 130 to 148 (official).

    >>> request = InformationRequest(folio="330018026000123", filed=date(2026, 1, 8),
    ...     reply=Reply(on=date(2026, 2, 3)))
    >>> request.last_day
    datetime.date(2026, 2, 3)
    >>> attrs.evolve(request, filed=date(2026, 2, 4))
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'reply.on' must not precede 'filed', 2026-02...
    """

    folio: str = attrs.field(validator=PSEUDONYM)
    filed: date = attrs.field(validator=DAY)
    clarification: Clarification | None = attrs.field(
        default=None, validator=Optional(InstanceOf(Clarification))
    )
    extended: date | None = attrs.field(default=None, validator=_MAYBE_DAY)
    reply: Reply | None = attrs.field(default=None, validator=Optional(InstanceOf(Reply)))
    appeal: ReviewAppeal | None = attrs.field(
        default=None, validator=Optional(InstanceOf(ReviewAppeal))
    )

    def __attrs_post_init__(self) -> None:
        raise_any(self._faults(), InconsistentError)

    @property
    def last_day(self) -> date:
        """The last day on which something happened to it."""
        return max(self._days().values())

    def _days(self) -> dict[str, date]:
        """Give every day that is known, by its path."""
        days: dict[str, object] = {"filed": self.filed, "extended": self.extended}
        for field in ("clarification", "reply", "appeal"):
            if (step := getattr(self, field)) is not None:
                days |= {f"{field}.{name}": day for name, day in attrs.asdict(step).items()}
        return {path: day for path, day in days.items() if isinstance(day, date)}

    def _faults(self) -> Iterator[Fault]:
        days = self._days()
        for later, earlier_ones in _FOLLOWS.items():
            for earlier in earlier_ones:
                if later in days and earlier in days and days[later] < days[earlier]:
                    text = _BACKWARDS.format(
                        later=later, earlier=earlier, before=days[earlier], day=days[later]
                    )
                    yield Fault(later, "order", text)


_FOLLOWS = {
    "clarification.asked": ("filed",),
    "clarification.answered": ("clarification.asked",),
    "extended": ("filed",),
    "reply.on": ("filed", "clarification.asked", "clarification.answered", "extended"),
    "appeal.filed": ("filed", "reply.on"),
    "appeal.extended": ("appeal.filed",),
    "appeal.decided": ("appeal.filed", "appeal.extended"),
}
_BACKWARDS = Text(
    "'{later}' no debe preceder a '{earlier}', {before}: se recibió {day}",
    "'{later}' must not precede '{earlier}', {before}: got {day}",
)
