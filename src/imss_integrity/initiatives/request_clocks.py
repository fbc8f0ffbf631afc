"""The days of a request: until when each step was in time, and how the reply stands.

Plazos y situación de una solicitud.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

import attrs

from ..kernel.errors import Fault, InconsistentError, must, raise_any
from ..kernel.fields import CODE, DAY, Each, InstanceOf, OneOf, Optional, WholeNumber
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value
from .information_requests import InformationRequest, ReplyKind

__all__ = ["RequestClock", "RequestStep", "ResponseStanding", "early_faults"]

_MAYBE_DAY = Optional(DAY)
_REQUEST = InstanceOf(InformationRequest)


class ResponseStanding(StrEnum):
    """How the reply to a request stands on a day (situación de la respuesta). Own.

    Attributes:
        IN_TIME: Replied to, by the deadline of that kind of reply.
        LATE: Replied to, after it.
        OPEN: Not replied to; the deadline of an answer has not passed.
        OVERDUE: Not replied to; it has passed.
        AWAITING: Whoever made the request may still say what is meant; no clock runs.
        UNCLARIFIED: The time to say so has passed. What the law makes of it is not stated
            here: such a request is counted apart.
    """

    IN_TIME = "en_tiempo"
    LATE = "extemporanea"
    OPEN = "en_plazo"
    OVERDUE = "vencida"
    AWAITING = "en_aclaracion"
    UNCLARIFIED = "sin_aclarar"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _STANDINGS[self]


_STANDINGS = {
    ResponseStanding.IN_TIME: Text("respondida en tiempo", "replied to in time"),
    ResponseStanding.LATE: Text("respondida fuera de tiempo", "replied to late"),
    ResponseStanding.OPEN: Text("abierta, en plazo", "open, within its time"),
    ResponseStanding.OVERDUE: Text("abierta, vencida", "open, overdue"),
    ResponseStanding.AWAITING: Text("en espera de aclaración", "awaiting clarification"),
    ResponseStanding.UNCLARIFIED: Text("sin aclarar en plazo", "not clarified in time"),
}


@attrs.frozen(kw_only=True, weakref_slot=False)
class RequestStep(Value):
    """One step of a request: until when it is in time, and when it was taken.

    Attributes:
        code: Which step.
        by: The last day in time, included; ``None``: its clock does not run.
        on: The day on which it was taken; ``None``: it was not.
    """

    code: str = attrs.field(validator=CODE)
    by: date | None = attrs.field(validator=_MAYBE_DAY)
    on: date | None = attrs.field(validator=_MAYBE_DAY)


@attrs.frozen(kw_only=True, weakref_slot=False)
class RequestClock(Report, Value):
    """Until when each step of a request is in time.

    Plazos de una solicitud. Records have one row for each step.

    Attributes:
        request: The request.
        clarify_by: Last day to ask what is meant.
        clarified_by: Last day to answer that; ``None``: it was not asked in time.
        start: The day from which the reply is counted: that of filing, or that on which a
            clarification was answered; ``None``: a clarification is awaited.
        public_by, not_competent_by, answer_by: Last day of each kind of reply; ``None`` where
            *start* is.
        days: Business days from *start* to the reply; ``None``: there is none yet.
        appeal_by: Last day to appeal; ``None`` while no clock runs.
        decision_by: Last day to decide the appeal; ``None``: there is none.
        status: ``OWN``: what the articles leave open is an own reading.
        sources: The laws.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    request: InformationRequest = attrs.field(validator=_REQUEST)
    clarify_by: date = attrs.field(validator=DAY)
    clarified_by: date | None = attrs.field(validator=_MAYBE_DAY)
    start: date | None = attrs.field(validator=_MAYBE_DAY)
    public_by: date | None = attrs.field(validator=_MAYBE_DAY)
    not_competent_by: date | None = attrs.field(validator=_MAYBE_DAY)
    answer_by: date | None = attrs.field(validator=_MAYBE_DAY)
    days: int | None = attrs.field(validator=Optional(WholeNumber()))
    appeal_by: date | None = attrs.field(validator=_MAYBE_DAY)
    decision_by: date | None = attrs.field(validator=_MAYBE_DAY)
    status: Status = attrs.field(validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(validator=Each(InstanceOf(Source)))

    @property
    def reply_by(self) -> date | None:
        """The last day of the reply: of its kind if there is one, otherwise of an answer."""
        kind = self.request.reply.kind if self.request.reply else ReplyKind.ANSWER
        return self._replies_by[kind]

    @property
    def _replies_by(self) -> dict[ReplyKind, date | None]:
        return {
            ReplyKind.NOT_COMPETENT: self.not_competent_by,
            ReplyKind.ALREADY_PUBLIC: self.public_by,
            ReplyKind.ANSWER: self.answer_by,
        }

    def standing(self, *, on: date) -> ResponseStanding:
        """Say how the reply stands on the day *on*.

        Raises:
            InvalidValueError: If *on* is no civil day.
            InconsistentError: If something happened to the request after that day, which
                would not be known yet.
        """
        DAY.check("on", on)
        raise_any(early_faults(self.request, on), InconsistentError)
        reply, by = self.request.reply, self.reply_by
        if by is None:
            awaited = self.clarified_by is not None and on <= self.clarified_by
            return ResponseStanding.AWAITING if awaited else ResponseStanding.UNCLARIFIED
        if reply is not None:
            return ResponseStanding.IN_TIME if reply.on <= by else ResponseStanding.LATE
        return ResponseStanding.OPEN if on <= by else ResponseStanding.OVERDUE

    @property
    def steps(self) -> tuple[RequestStep, ...]:
        """Each step, in the order of the procedure."""
        request = self.request
        asked, reply, appeal = request.clarification, request.reply, request.appeal

        def replied(kind: ReplyKind) -> date | None:
            return reply.on if reply is not None and reply.kind is kind else None

        return tuple(
            RequestStep(code=code, by=by, on=on)
            for code, by, on in (
                ("aclaracion", self.clarify_by, asked.asked if asked else None),
                ("respuesta_aclaracion", self.clarified_by, asked.answered if asked else None),
                *((kind.value, by, replied(kind)) for kind, by in self._replies_by.items()),
                ("recurso", self.appeal_by, appeal.filed if appeal else None),
                ("resolucion", self.decision_by, appeal.decided if appeal else None),
            )
        )

    def _table(self, language: Language) -> Table:
        title = Text("Solicitud {folio}, del {day}", "Request {folio}, of {day}")
        return Table(
            title=title.format(folio=self.request.folio, day=self.request.filed).to(language),
            header=_HEADER[language],
            rows=tuple(
                (_STEPS[step.code].to(language), str(step.by or ""), str(step.on or ""))
                for step in self.steps
            ),
        )

    def _records(self) -> list[dict[str, object]]:
        return [
            {
                "folio": self.request.folio,
                "step": step.code,
                "by": step.by,
                "on": step.on,
                "status": self.status.value,
            }
            for step in self.steps
        ]


def early_faults(request: InformationRequest, on: date) -> Iterator[Fault]:
    """Say whether *on* precedes what happened to *request*, and so would not know of it."""
    if on < request.last_day:
        rule = Text(
            "no preceder al último día de la solicitud, {day}",
            "not precede the last day of the request, {day}",
        )
        yield must("on", "order", rule.format(day=request.last_day), on)


_HEADER = {
    Language.ES: ("paso", "a más tardar", "fecha"),
    Language.EN: ("step", "at the latest", "day"),
}
_STEPS = {
    "aclaracion": Text("pedir aclaración", "ask to clarify"),
    "respuesta_aclaracion": Text("aclarar", "clarify"),
    **{kind.value: kind.label for kind in ReplyKind},
    "recurso": Text("recurso de revisión", "appeal"),
    "resolucion": Text("resolución del recurso", "decision on the appeal"),
}
