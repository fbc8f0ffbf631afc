"""What checking a log gives: whether it holds, and if not, where it breaks first and why.

Revisión de una bitácora.
"""

from __future__ import annotations

import re
from enum import StrEnum

import attrs

from ..kernel.errors import InconsistentError, must
from ..kernel.fields import OneOf, Optional, Pattern, WholeNumber
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value

__all__ = ["DIGEST", "LogBreak", "LogCheck"]

DIGEST = Pattern(
    re.compile(r"sha256:[0-9a-f]{64}", re.ASCII),
    Text("ser una huella 'sha256:...'", "be a digest 'sha256:...'"),
    71,
)


class LogBreak(StrEnum):
    """Why a log does not hold (ruptura de la bitácora). Own, not official.

    Attributes:
        ILLEGIBLE: The line is no entry in its one form.
        SEQUENCE: The entry is not in its place: one was taken out, put in or moved.
        LINK: The entry does not name the digest of the one before it.
        DIGEST: The entry is not what its digest was taken of.
        HEAD: The log does not hold the digest that was kept outside: its end was cut off, or
            all of it was written anew.
    """

    ILLEGIBLE = "ilegible"
    SEQUENCE = "secuencia"
    LINK = "enlace"
    DIGEST = "huella"
    HEAD = "cabeza"

    @property
    def label(self) -> Text:
        """The reason for people, in both languages."""
        return _LABELS[self]


_LABELS = {
    LogBreak.ILLEGIBLE: Text("no es un asiento en su forma única", "is no entry in its one form"),
    LogBreak.SEQUENCE: Text("no está en su lugar", "is not in its place"),
    LogBreak.LINK: Text("no sigue al asiento anterior", "does not follow the entry before it"),
    LogBreak.DIGEST: Text("no es el que se asentó", "is not what was entered"),
    LogBreak.HEAD: Text(
        "falta: la huella guardada fuera no está en la bitácora",
        "is missing: the log does not hold the digest that was kept outside",
    ),
}


@attrs.frozen(kw_only=True, weakref_slot=False)
class LogCheck(Report, Value):
    """Whether a log holds.

    Revisión de una bitácora; see `verify_log`.

    Attributes:
        entries: How many entries were given.
        head: The digest of the last entry before the first break, or of the last one of all;
            that of no entry, where there is none.
        broken: The place of the first entry that breaks the log, from 0; *entries* itself where
            the head is what is missing; ``None``: the log holds.
        reason: Why it breaks there; ``None``: it holds.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: If there is a place without a reason, a reason without a place, or a
            place beyond the entries.
    """

    entries: int = attrs.field(validator=WholeNumber())
    head: str = attrs.field(validator=DIGEST)
    broken: int | None = attrs.field(default=None, validator=Optional(WholeNumber()))
    reason: LogBreak | None = attrs.field(default=None, validator=Optional(OneOf(LogBreak)))

    def __attrs_post_init__(self) -> None:
        place, is_missing = self.broken, self.reason is LogBreak.HEAD
        fits = (place is None) == (self.reason is None) and (
            place is None or (place == self.entries if is_missing else place < self.entries)
        )
        if not fits:
            rule = Text("convenir con la causa y los asientos", "fit the reason and the entries")
            raise InconsistentError(must("broken", "place", rule, place))

    @property
    def holds(self) -> bool:
        """Whether nothing breaks it."""
        return self.broken is None

    @property
    def status(self) -> Status:  # type: ignore[override]  # pyright: ignore[reportIncompatibleVariableOverride]
        """Own: the form of the log is that of this library."""
        return Status.OWN

    @property
    def sources(self) -> tuple[Source, ...]:  # type: ignore[override]  # pyright: ignore[reportIncompatibleVariableOverride]
        """None."""
        return ()

    def _table(self, language: Language) -> Table:
        title = Text("Bitácora de {n} asientos: {verdict}", "Log of {n} entries: {verdict}")
        verdict = Text("se sostiene", "holds")
        if self.reason is not None:
            broken = Text("el asiento {place} {reason}", "entry {place} {reason}")
            verdict = broken.format(place=self.broken, reason=self.reason.label)
        heading = title.format(n=self.entries, verdict=verdict).to(language)
        return Table(title=heading, lines=(f"{_HEAD.to(language)}: {self.head}",))

    def _records(self) -> list[dict[str, object]]:
        reason = None if self.reason is None else self.reason.value
        return [
            {"entries": self.entries, "head": self.head, "broken": self.broken, "reason": reason}
        ]


_HEAD = Text("Cabeza", "Head")
