"""Complaints: the stages of one, and the day on which it reached each.

Denuncias. Anonymous by design: there is no field for a person, neither for who complains nor
for whom the complaint is about, and none for what is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from itertools import pairwise, takewhile

import attrs

from ..kernel.errors import Fault, InconsistentError, raise_any
from ..kernel.fields import DAY, Optional
from ..kernel.pseudonymous import PSEUDONYM
from ..kernel.text import Text
from ..kernel.values import Value

__all__ = ["Complaint", "ComplaintStage"]

_MAYBE_DAY = Optional(DAY)


class ComplaintStage(StrEnum):
    """How far a complaint has come (etapa de la denuncia), from first to last.

    Attributes:
        RECEIVE: It has come in.
        ASSESS: It has been assessed: what it is, and how urgent (triage).
        ADDRESS: It is being looked into.
        CONCLUDE: It is concluded.
    """

    RECEIVE = "recibir"
    ASSESS = "evaluar"
    ADDRESS = "atender"
    CONCLUDE = "concluir"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _STAGES[self]


_STAGES = {
    ComplaintStage.RECEIVE: Text("recibir", "receive"),
    ComplaintStage.ASSESS: Text("evaluar", "assess"),
    ComplaintStage.ADDRESS: Text("atender", "address"),
    ComplaintStage.CONCLUDE: Text("concluir", "conclude"),
}


@attrs.frozen(kw_only=True, weakref_slot=False)
class Complaint(Value):
    """A complaint, by its folio and the day on which it reached each stage.

    Denuncia.

    Attributes:
        folio: Its folio, never what names a person.
        received: The day on which it came in.
        assessed: The day on which it was assessed; ``None``: not yet.
        addressed: The day on which it began to be looked into; ``None``: not yet.
        concluded: The day on which it was concluded; ``None``: not yet.

    Raises:
        InvalidValueError: If a field breaks its rule; so a folio that could be a name, a CURP,
            an RFC or a social security number.
        InconsistentError: If a stage is left out, or precedes the one before; all are named.

    Source:
        Stages of ISO 37002:2021; that complaints may be anonymous: LGRA arts. 64 and 91.

    >>> told = Complaint(folio="D-2026-17", received=date(2026, 1, 5), assessed=date(2026, 1, 9))
    >>> told.stage, [str(day) for day in told.days]
    (<ComplaintStage.ASSESS: 'evaluar'>, ['2026-01-05', '2026-01-09'])
    >>> attrs.evolve(told, addressed=date(2026, 1, 8))
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'addressed' must not precede 'assessed', 202...
    """

    folio: str = attrs.field(validator=PSEUDONYM)
    received: date = attrs.field(validator=DAY)
    assessed: date | None = attrs.field(default=None, validator=_MAYBE_DAY)
    addressed: date | None = attrs.field(default=None, validator=_MAYBE_DAY)
    concluded: date | None = attrs.field(default=None, validator=_MAYBE_DAY)

    def __attrs_post_init__(self) -> None:
        raise_any(self._faults(), InconsistentError)

    @property
    def days(self) -> tuple[date, ...]:
        """The day of each stage that it has reached, from the first on; at least one."""
        return tuple(day for day in self._by_field().values() if day is not None)

    @property
    def stage(self) -> ComplaintStage:
        """The last stage that it has reached."""
        return tuple(ComplaintStage)[len(self.days) - 1]

    def _by_field(self) -> dict[str, date | None]:
        return {
            "received": self.received,
            "assessed": self.assessed,
            "addressed": self.addressed,
            "concluded": self.concluded,
        }

    def _faults(self) -> Iterator[Fault]:
        by_field = self._by_field()
        known = [(field, day) for field, day in by_field.items() if day is not None]
        last = known[-1][0]
        for field in takewhile(lambda field: field != last, by_field):
            if by_field[field] is None:
                yield Fault(field, "missing", _SKIPPED.format(later=last, earlier=field))
        for (earlier, before), (later, after) in pairwise(known):
            if after < before:
                text = _BACKWARDS.format(later=later, earlier=earlier, before=before, day=after)
                yield Fault(later, "order", text)


_SKIPPED = Text(
    "'{earlier}' debe constar si consta '{later}'", "'{earlier}' must be known where '{later}' is"
)
_BACKWARDS = Text(
    "'{later}' no debe preceder a '{earlier}', {before}: se recibió {day}",
    "'{later}' must not precede '{earlier}', {before}: got {day}",
)
