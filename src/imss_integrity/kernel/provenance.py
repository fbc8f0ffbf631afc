"""Where a statement comes from and how far it can be trusted.

Fundamento y procedencia. Official, reported, derived and own statements are never mixed
silently: a result carries the weakest status of all that entered it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

import attrs

from .arguments import check_series
from .errors import Fault, InvalidValueError
from .fields import CODE, DAY, LABEL, InstanceOf, OneOf, Optional, choice
from .text import Language, Text
from .values import Value

__all__ = ["Rule", "Source", "Status", "merged_sources", "weakest"]


class Status(StrEnum):
    """How far a statement can be trusted (estatus), from strongest to weakest.

    Attributes:
        OFFICIAL: A law, or a document of the Institute.
        REPORTED: The press or another secondary source.
        DERIVED: Worked out from other statements by a named method.
        OWN: A proposal of this library, or of the user; never official.
    """

    OFFICIAL = "oficial"
    REPORTED = "reportado"
    DERIVED = "derivado"
    OWN = "propio"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _LABELS[self]


_STRENGTH = tuple(Status)
_LABELS = {
    Status.OFFICIAL: Text("oficial", "official"),
    Status.REPORTED: Text("reportado, no oficial", "reported, not official"),
    Status.DERIVED: Text("derivado", "derived"),
    Status.OWN: Text("propio, no oficial", "own, not official"),
}


def weakest(statuses: Iterable[Status]) -> Status:
    """Give the weakest of *statuses*: what a result made of all of them can claim.

    El estatus más débil. The order is official, reported, derived, own; nothing at all
    claims nothing that could be doubted, so the weakest of no status is official.

    Raises:
        InvalidValueError: If one of them is no status.

    Source:
        Own.

    >>> weakest([Status.OFFICIAL, Status.OWN, Status.REPORTED])
    <Status.OWN: 'propio'>
    >>> weakest(["dudoso"])
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'status' must be one of oficial, reportado,...
    """
    check_series("statuses", statuses, Status.__name__)
    members = [choice(Status, status, path="status") for status in statuses]
    return max(members, key=_STRENGTH.index, default=Status.OFFICIAL)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Source(Value):
    """A document that a statement rests on.

    Fuente o fundamento jurídico.

    Attributes:
        code: Short code, unique in the catalogue, such as ``lft-74``.
        title: The document, with the article or page that matters.
        issued: Its day; ``None`` where the day is not known.

    Raises:
        InvalidValueError: If the code or the title breaks its grammar.

    >>> Source(code="lft-74", title=Text("Ley Federal del Trabajo, art. 74")).code
    'lft-74'
    >>> Source(code="lft 74", title=Text("Ley Federal del Trabajo, art. 74"))
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'code' must be a code of 1 to 64 ASCII lette...
    """

    code: str = attrs.field(validator=CODE)
    title: Text = attrs.field(validator=LABEL)
    issued: date | None = attrs.field(default=None, validator=Optional(DAY))

    def citation(self, language: Language = Language.ES) -> str:
        """Give the title, and the day in brackets where it is known."""
        day = f" ({self.issued})" if self.issued else ""
        return self.title.to(language) + day


def merged_sources(*groups: Iterable[Source]) -> tuple[Source, ...]:
    """Give every source of *groups* once, by code."""
    # Never a set: its order, and so that of two sources of one code, depends on hashes.
    distinct = dict.fromkeys(source for group in groups for source in group)
    return tuple(sorted(distinct, key=lambda source: source.code))


@attrs.frozen(kw_only=True, weakref_slot=False)
class Rule(Value):
    """A rule with its source, its status and the days on which it is in force.

    Regla o disposición. A superseded rule is kept, with its last day.

    Attributes:
        code: Code of the rule, unique in its room.
        text: What it says.
        source: What it rests on.
        status: How far it can be trusted.
        first_day: First day in force, included; ``None``: not known, always in force before.
        last_day: Last day in force, included; ``None``: still in force.

    Raises:
        InvalidValueError: If a field breaks its rule, or the last day precedes the first.

    >>> lattice = Rule(code="mc-2019-paso", text=Text("múltiplos de 5 %"), status=Status.DERIVED,
    ...     source=Source(code="tabla-2019", title=Text("Tabla de Madurez 2019")))
    >>> lattice.in_force(on=date(2026, 1, 1))
    True
    >>> attrs.evolve(lattice, first_day=date(2026, 1, 2), last_day=date(2026, 1, 1))
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'last_day' must not precede 'first_day'
    """

    code: str = attrs.field(validator=CODE)
    text: Text = attrs.field(validator=LABEL)
    source: Source = attrs.field(validator=InstanceOf(Source))
    status: Status = attrs.field(validator=OneOf(Status))
    first_day: date | None = attrs.field(default=None, validator=Optional(DAY))
    last_day: date | None = attrs.field(default=None, validator=Optional(DAY))

    def __attrs_post_init__(self) -> None:
        if self.first_day and self.last_day and self.last_day < self.first_day:
            text = Text(
                "'last_day' no debe ser anterior a 'first_day'",
                "'last_day' must not precede 'first_day'",
            )
            raise InvalidValueError(Fault("last_day", "order", text))

    def in_force(self, *, on: date) -> bool:
        """Say whether the rule is in force on the day *on*; first and last day included."""
        DAY.check("on", on)
        begun = self.first_day is None or self.first_day <= on
        return begun and (self.last_day is None or on <= self.last_day)
