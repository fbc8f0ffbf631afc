"""Declarations that are due: why, from when, until when, by which rule.

Declaraciones pendientes.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import attrs

from ..kernel.fields import DAY, LABEL, Each, InstanceOf, OneOf, Optional
from ..kernel.provenance import Rule, Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value

__all__ = ["Renewal", "RenewalDue", "RenewalReason"]


class RenewalReason(StrEnum):
    """Why a declaration falls due (motivo).

    Attributes:
        INITIAL: Office was taken.
        YEARLY: The month of the year in which all declare.
        CONCLUSION: Office was left.
        CHANGE: A possible conflict appeared.
        FOLLOW_UP: The level of the last screening asks for another look.
    """

    INITIAL = "inicial"
    YEARLY = "modificacion"
    CONCLUSION = "conclusion"
    CHANGE = "cambio"
    FOLLOW_UP = "seguimiento"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _LABELS[self]


_LABELS = {
    RenewalReason.INITIAL: Text("inicial", "initial"),
    RenewalReason.YEARLY: Text("modificación anual", "yearly modification"),
    RenewalReason.CONCLUSION: Text("conclusión", "conclusion"),
    RenewalReason.CHANGE: Text("cambio", "change"),
    RenewalReason.FOLLOW_UP: Text("seguimiento", "follow-up"),
}


@attrs.frozen(kw_only=True, weakref_slot=False)
class RenewalDue(Value):
    """One declaration that is due.

    Declaración pendiente.

    Attributes:
        reason: Why.
        first_day: From when it can be made, included.
        last_day: Until when it is in time, included; ``None``: no fixed day, see *what*.
        what: What the rule or the review says.
        rule: The rule of law; ``None``: the policy of the questionnaire.
        status: How far the days can be trusted.
    """

    reason: RenewalReason = attrs.field(validator=OneOf(RenewalReason))
    first_day: date = attrs.field(validator=DAY)
    last_day: date | None = attrs.field(validator=Optional(DAY))
    what: Text = attrs.field(validator=LABEL)
    rule: Rule | None = attrs.field(validator=Optional(InstanceOf(Rule)))
    status: Status = attrs.field(validator=OneOf(Status))

    def is_late(self, *, on: date) -> bool:
        """Say whether its last day has passed on the day *on*."""
        DAY.check("on", on)
        return self.last_day is not None and self.last_day < on


@attrs.frozen(kw_only=True, weakref_slot=False)
class Renewal(Report, Value):
    """The declarations that one person still has to make.

    Renovación.

    Attributes:
        on: The day that late is measured from.
        dues: What is due, the earliest last day first, what has no fixed day at the end.
        status: The weakest status of what is due; ``OWN`` where nothing is.
        sources: What it rests on.
    """

    on: date = attrs.field(validator=DAY)
    dues: tuple[RenewalDue, ...] = attrs.field(validator=Each(InstanceOf(RenewalDue)))
    status: Status = attrs.field(validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(validator=Each(InstanceOf(Source)))

    @property
    def late(self) -> tuple[RenewalDue, ...]:
        """What is late, the longest first."""
        return tuple(due for due in self.dues if due.is_late(on=self.on))

    @property
    def next_due(self) -> RenewalDue | None:
        """The first that is not late yet; ``None``: nothing else is due."""
        return next((due for due in self.dues if not due.is_late(on=self.on)), None)

    def _table(self, language: Language) -> Table:
        title = Text(
            "Declaraciones pendientes al {on}: {n}, vencidas: {late}",
            "Declarations due on {on}: {n}, late: {late}",
        )
        whole = title.format(on=self.on, n=len(self.dues), late=len(self.late))
        return Table(
            title=whole.to(language),
            header=_HEADER[language],
            rows=tuple(self._row(due, language) for due in self.dues),
        )

    def _row(self, due: RenewalDue, language: Language) -> tuple[str, ...]:
        is_late = due.is_late(on=self.on)
        return (
            due.reason.label.to(language),
            str(due.first_day),
            str(due.last_day or ""),
            (_LATE if is_late else _IN_TIME).to(language),
            due.what.to(language),
        )

    def _records(self) -> list[dict[str, object]]:
        return [
            {
                "reason": due.reason.value,
                "first_day": due.first_day,
                "last_day": due.last_day,
                "late": due.is_late(on=self.on),
                "rule": due.rule and due.rule.code,
                "status": due.status.value,
            }
            for due in self.dues
        ]


_HEADER = {
    Language.ES: ("motivo", "desde", "hasta", "plazo", "fundamento"),
    Language.EN: ("reason", "from", "until", "time", "ground"),
}
_LATE, _IN_TIME = Text("vencido", "late"), Text("en tiempo", "in time")
