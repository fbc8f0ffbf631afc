"""Logs of cycles and filings: lines for a store that only grows, where a change is seen.

Bitácoras encadenadas. Each entry holds the digest of the one before it, so that whoever changes,
moves, takes out or puts in a line breaks the chain there. What a chain cannot show by itself:
that its end was cut off, or that all of it was written anew. For that a copy of the head must be
kept outside, where whoever could do it cannot reach. There is no signature and no time stamp.
The log of a filing holds its answers: keep it as they are kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast, get_args

from ..conflicts.filing_events import FilingEvent
from ..conflicts.filings import Filing, replay_filing
from ..kernel.arguments import members_of
from ..kernel.canonical import Json, canonical_text
from ..kernel.errors import (
    Fault,
    ImssIntegrityError,
    InconsistentError,
    InvalidValueError,
    must,
)
from ..kernel.fields import Optional
from ..kernel.text import Text
from ..pdca.cycle_events import CycleEvent
from ..pdca.cycles import Cycle
from ..pdca.lineage import replay
from .documents import read_document
from .log_entries import GENESIS, Entry, entry_of, line_of
from .log_results import DIGEST, LogBreak, LogCheck
from .references import Definitions
from .registry import name_of
from .versions import version_of
from .writing import unstructure

__all__ = ["append_event", "event_log", "log_head", "read_log", "verify_log"]

Event = CycleEvent | FilingEvent


def _document(event: Event) -> Json:
    name = name_of(type(event))
    envelope = {"schema": name, "version": version_of(name), "data": unstructure(event)}
    return cast("Json", envelope)


def event_log(record: Cycle | Filing) -> tuple[str, ...]:
    """Give the log of a cycle or a filing: one line for each of its events.

    Bitácora de un ciclo o de un expediente. Lines are canonical JSON without line breaks, so
    they can stand in a file or in the rows of a table; see the module for what they prove.

    Returns:
        One entry for each event, in order. A response is named by its questionnaire.

    Raises:
        InvalidValueError: If *record* is neither; if JSON cannot carry an event.

    Source:
        Own; canonical JSON by RFC 8785, digests by FIPS 180-4.

    >>> from imss_integrity.catalog import EXAMPLE_CYCLE
    >>> log = event_log(EXAMPLE_CYCLE)
    >>> len(log) == len(EXAMPLE_CYCLE.events), log[0][:17]
    (True, '{"digest":"sha256')
    >>> event_log("C-1")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'record' must be a cycle or a filing: got 'C-1'
    """
    if type(record) not in {Cycle, Filing}:
        rule = Text("ser un ciclo o un expediente", "be a cycle or a filing")
        raise InvalidValueError(must("record", "type", rule, record))
    lines, head = list[str](), GENESIS
    for number, event in enumerate(record.events):
        line, head = line_of(_document(event), prev=head, seq=number)
        lines.append(line)
    return tuple(lines)


def append_event(log: Iterable[str], event: Event) -> tuple[str, ...]:
    """Give *log* with an entry for *event* behind the others.

    Asentar un evento. ``append_event(event_log(cycle), event)`` is ``event_log(advance(cycle,
    event))``. Only the last entry is looked at: `verify_log` checks them all, and whether the
    event may follow is for the cycle or the filing to say.

    Raises:
        InvalidValueError: If *event* is none, or the last entry does not bear its own digest.

    Source:
        Own.

    >>> from imss_integrity.catalog import EXAMPLE_CYCLE
    >>> log = event_log(EXAMPLE_CYCLE)
    >>> append_event(log[:-1], EXAMPLE_CYCLE.events[-1]) == log
    True
    >>> append_event(["{}"], EXAMPLE_CYCLE.events[-1])
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'log[0]' must be a sound entry: got a text o...
    """
    lines = members_of("log", log, str)
    if type(event) not in {*get_args(FilingEvent), *CycleEvent.__subclasses__()}:
        rule = Text("ser un evento de ciclo o de expediente", "be an event of a cycle or a filing")
        raise InvalidValueError(must("event", "type", rule, event))
    line, _ = line_of(_document(event), prev=log_head(lines), seq=len(lines))
    return (*lines, line)


def log_head(log: Iterable[str]) -> str:
    """Give the head of a log: the digest of its last entry, to be kept outside.

    Cabeza de la bitácora. It stands for all entries up to that one. Only the last entry is
    looked at.

    Returns:
        ``sha256:`` and 64 digits; that of no entry, always the same, for a log without any.

    Raises:
        InvalidValueError: If the last entry does not bear its own digest.

    Source:
        Own.

    >>> log_head([])[:14]
    'sha256:65d712e'
    >>> log_head(["{}"])
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'log[0]' must be a sound entry: got a text o...
    """
    lines = members_of("log", log, str)
    if not lines:
        return GENESIS
    entry, seq = entry_of(lines[-1]), len(lines) - 1
    if entry is None or entry.seq != seq or entry.digest != entry.due:
        rule = Text("ser un asiento íntegro", "be a sound entry")
        raise InvalidValueError(must(f"log[{seq}]", "log", rule, lines[-1]))
    return entry.due


def verify_log(log: Iterable[str], *, head: str | None = None) -> LogCheck:
    """Check a log from its first entry on, and name the first one that breaks it.

    Revisión de una bitácora. A changed entry breaks it at its place, or, if its digest was
    changed with it, at the next one. Without *head* neither a cut end nor a log that was written
    anew can be seen.

    Args:
        log: The lines, in order, as they were stored; anything that is no line is a break.
        head: What `log_head` gave, kept outside; the log may have grown since. ``None``: there
            is no such copy.

    Raises:
        InvalidValueError: If *log* is no series, or *head* no digest.

    Source:
        Own.

    >>> from imss_integrity.catalog import EXAMPLE_CYCLE
    >>> log = event_log(EXAMPLE_CYCLE)
    >>> verify_log(log, head=log_head(log)).holds
    True
    >>> check = verify_log([*log[:3], *log[4:]])
    >>> check.broken, check.reason
    (3, <LogBreak.SEQUENCE: 'secuencia'>)
    >>> verify_log(log, head="a1")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'head' must be a digest 'sha256:...': got 'a1'
    """
    Optional(DIGEST).check("head", head)
    lines = members_of("log", log, object)
    last, seen = GENESIS, head in {None, GENESIS}
    for number, line in enumerate(lines):
        found = _digest_or_break(line, number, last)
        if isinstance(found, LogBreak):
            return LogCheck(entries=len(lines), head=last, broken=number, reason=found)
        last = found
        seen = seen or last == head
    if not seen:
        return LogCheck(entries=len(lines), head=last, broken=len(lines), reason=LogBreak.HEAD)
    return LogCheck(entries=len(lines), head=last)


def _digest_or_break(line: object, number: int, last: str) -> str | LogBreak:
    entry = entry_of(line)
    if entry is None:
        return LogBreak.ILLEGIBLE
    if entry.seq != number:
        return LogBreak.SEQUENCE
    if entry.prev != last:
        return LogBreak.LINK
    due = entry.due
    return due if entry.digest == due else LogBreak.DIGEST


def read_log(log: Iterable[str], *, definitions: Iterable[object] = ()) -> Cycle | Filing:
    """Give the cycle or the filing whose log it is.

    Lectura de una bitácora. Events of an earlier version are brought to today's, see `migrate`;
    the log itself keeps them as they were entered.

    Args:
        log: The lines, in order.
        definitions: The questionnaires that the responses of a filing may name.

    Raises:
        InvalidValueError: If *log* is no series of lines, or a line holds no event.
        InconsistentError: If the log does not hold, or an event may not follow; see `verify_log`,
            `Cycle` and `Filing`.

    Source:
        Own.

    >>> from imss_integrity.catalog import EXAMPLE_CYCLE
    >>> log = event_log(EXAMPLE_CYCLE)
    >>> read_log(log) == EXAMPLE_CYCLE
    True
    >>> read_log(reversed(log))
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: entry 0 is not in its place @ log[0]
    """
    lines, given = members_of("log", log, str), Definitions(definitions)
    check = verify_log(lines)
    if check.reason is not None:
        entry = Text("el asiento {n} {reason}", "entry {n} {reason}")
        text = entry.format(n=check.broken, reason=check.reason.label)
        raise InconsistentError(Fault(f"log[{check.broken}]", "log", text))
    entries = map(entry_of, lines)
    events = [_event(cast("Entry", entry), n, given) for n, entry in enumerate(entries)]
    if events and isinstance(events[0], CycleEvent):
        return replay(cast("list[CycleEvent]", events))
    return replay_filing(cast("list[FilingEvent]", events))


def _event(entry: Entry, number: int, given: Definitions) -> object:
    try:
        return read_document(canonical_text(entry.event).encode(), given)
    except ImssIntegrityError as error:
        faults = error.faults
    place = f"log[{number}].event"
    placed = (Fault(place + one.path.removeprefix("$"), one.code, one.text) for one in faults)
    raise InvalidValueError(*placed)
