"""The entries of a log: one line of canonical JSON each, chained by their digests.

Asientos de una bitácora. A line is ``{"digest", "event", "prev", "seq"}``: the event as a
document, its place from 0, the digest of the entry before it, and the digest of those three.
"""

from __future__ import annotations

import hashlib

import attrs

from ..kernel.canonical import Json, canonical_text, parse_json
from ..kernel.errors import ImssIntegrityError

__all__ = ["GENESIS", "Entry", "entry_of", "line_of"]

# What stands before the text that is hashed: no digest of anything else is ever one of an entry.
_DOMAIN = b"imss-integrity/log/1\n"
_KEYS = ("digest", "event", "prev", "seq")


def _digest(text: str) -> str:
    return "sha256:" + hashlib.sha256(_DOMAIN + text.encode()).hexdigest()


GENESIS = _digest("")
"""What the first entry of every log names as the digest before it."""


@attrs.frozen(kw_only=True)
class Entry:
    """An entry as it was read; whether it is sound is for the reader to say."""

    digest: Json
    event: Json
    prev: Json
    seq: int

    @property
    def due(self) -> str:
        """The digest that it should bear."""
        return _digest(canonical_text({"event": self.event, "prev": self.prev, "seq": self.seq}))


def line_of(event: Json, *, prev: str, seq: int) -> tuple[str, str]:
    """Give the line of an entry, and its digest.

    Raises:
        InvalidValueError: If *event* holds what could not be read back.
    """
    digest = Entry(digest=None, event=event, prev=prev, seq=seq).due
    line = canonical_text({"digest": digest, "event": event, "prev": prev, "seq": seq})
    parse_json(line, path="event")
    return line, digest


def entry_of(line: object) -> Entry | None:
    """Read a line; ``None``: it is no entry in its one form."""
    if type(line) is not str:
        return None
    try:
        read = parse_json(line)
    except ImssIntegrityError:
        return None
    # In any other form a change of a line could go unseen.
    if not isinstance(read, dict) or tuple(read) != _KEYS or canonical_text(read) != line:
        return None
    digest, event, prev, seq = read.values()
    return Entry(digest=digest, event=event, prev=prev, seq=seq) if type(seq) is int else None
