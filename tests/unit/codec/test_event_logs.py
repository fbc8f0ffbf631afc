"""Logs of cycles and filings: what they refuse, what they say, and events of earlier versions."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE, EXAMPLE_CYCLE
from imss_integrity.codec import (
    LogBreak,
    LogCheck,
    SchemaMigration,
    append_event,
    event_log,
    log_head,
    read_log,
    verify_log,
    versions,
)
from imss_integrity.codec.log_entries import GENESIS, line_of
from imss_integrity.conflicts import Drafted, Response, Withdrawn, replay_filing
from imss_integrity.kernel import ImssIntegrityError, InconsistentError, Language, Status, Text
from imss_integrity.kernel.provenance import Source

LOG = event_log(EXAMPLE_CYCLE)
DRAFT = Drafted(
    on=date(2026, 5, 4),
    code="E-1",
    subject="a1b2",
    response=Response.from_answers(CONFLICT_QUESTIONNAIRE, {"EMP1": "no"}),
)
FILING = replay_filing([DRAFT, Withdrawn(on=date(2026, 5, 5))])


def faults(call: Any) -> list[tuple[str, str]]:
    """Give the path and the code of every fault that *call* raises."""
    with pytest.raises(ImssIntegrityError) as caught:
        call()
    return [(fault.path, fault.code) for fault in caught.value.faults]


def log_of(*documents: Any) -> list[str]:
    """Chain any documents at all."""
    lines, head = list[str](), GENESIS
    for seq, document in enumerate(documents):
        line, head = line_of(document, prev=head, seq=seq)
        lines.append(line)
    return lines


def document(name: str, data: Any, version: int = 1) -> Any:
    """Give an envelope."""
    return {"schema": f"imss-integrity/{name}", "version": version, "data": data}


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        (lambda: event_log(LOG), [("record", "type")]),  # type: ignore[arg-type]
        (lambda: append_event(LOG, EXAMPLE_CYCLE), [("event", "type")]),  # type: ignore[arg-type]
        (lambda: append_event("log", DRAFT), [("log", "type")]),
        (lambda: append_event([*LOG, "x"], DRAFT), [(f"log[{len(LOG)}]", "log")]),
        (lambda: log_head([LOG[1]]), [("log[0]", "log")]),
        (lambda: log_head([1]), [("log[0]", "type")]),  # type: ignore[list-item]
        (lambda: log_head([LOG[0].replace("C-2024-1", "C-2024-2")]), [("log[0]", "log")]),
        (lambda: verify_log(None), [("log", "type")]),  # type: ignore[arg-type]
        (lambda: verify_log(LOG, head="sha256:" + "A" * 64), [("head", "grammar")]),
        (lambda: verify_log(LOG, head=1), [("head", "type")]),  # type: ignore[arg-type]
        (lambda: read_log([]), [("events", "empty")]),
        (lambda: read_log(LOG[1:]), [("log[0]", "log")]),
        (lambda: read_log([*LOG, LOG[0]]), [(f"log[{len(LOG)}]", "log")]),
        (lambda: read_log(log_of(3)), [("log[0].event", "type")]),
        (
            lambda: read_log(log_of({})),
            [(f"log[0].event.{key}", "missing") for key in ("schema", "version", "data")],
        ),
        (
            lambda: read_log(log_of(document("text", {"es": "No es un evento"}))),
            [("events[0]", "type")],
        ),
        (
            lambda: read_log(log_of(document("expired", {"on": "2026-02-30"}))),
            [("log[0].event.data.on", "day")],
        ),
        (
            lambda: read_log(event_log(FILING)),  # its questionnaire is not given
            [("log[0].event.data.response.questionnaire.code", "unknown")],
        ),
        (lambda: LogCheck(entries=3, head=GENESIS, broken=1), [("broken", "place")]),
        (
            lambda: LogCheck(entries=3, head=GENESIS, reason=LogBreak.LINK),
            [("broken", "place")],
        ),
        (
            lambda: LogCheck(entries=3, head=GENESIS, broken=3, reason=LogBreak.LINK),
            [("broken", "place")],
        ),
        (
            lambda: LogCheck(entries=3, head=GENESIS, broken=2, reason=LogBreak.HEAD),
            [("broken", "place")],
        ),
    ],
)
def test_what_is_refused(call: Any, expected: list[tuple[str, str]]) -> None:
    """Each with its place and its code."""
    assert expected == faults(call)


def test_an_event_that_may_not_follow_is_refused_where_it_stands() -> None:
    """The chain is sound, the life that it tells is not."""
    log = append_event(event_log(FILING), DRAFT)

    assert verify_log(log).holds
    with pytest.raises(InconsistentError):
        read_log(log, definitions=[CONFLICT_QUESTIONNAIRE])
    assert event_log(FILING) == log[:-1]


def test_nothing_of_a_log_is_shown_in_an_error() -> None:
    """A line may hold answers."""
    lines = log_of(document("drafted", {"subject": "PERJ800101HDFRRN09"}))
    with pytest.raises(ImssIntegrityError) as caught:
        read_log(lines, definitions=[CONFLICT_QUESTIONNAIRE])

    assert "PERJ8" not in repr(caught.value) + str(caught.value)


def test_a_log_of_no_event_has_a_head_of_its_own() -> None:
    """It is that which the first entry names, and any log holds it."""
    assert GENESIS == log_head([]) == json.loads(LOG[0])["prev"]
    assert verify_log([]).holds
    assert verify_log([], head=GENESIS).holds
    assert verify_log(LOG, head=GENESIS).holds
    assert 0 == verify_log([], head=log_head(LOG)).broken


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (None, LogBreak.ILLEGIBLE),
        ("", LogBreak.ILLEGIBLE),
        ("{}", LogBreak.ILLEGIBLE),
        (LOG[1] + " ", LogBreak.ILLEGIBLE),
        (LOG[2], LogBreak.SEQUENCE),
        (line_of({}, prev=GENESIS, seq=1)[0], LogBreak.LINK),
        (LOG[1].replace("calidad", "calidez"), LogBreak.DIGEST),
    ],
)
def test_a_line_breaks_the_log_for_one_reason(line: Any, reason: LogBreak) -> None:
    """At its place, up to which the log holds."""
    check = verify_log([LOG[0], line, *LOG[2:]], head=log_head(LOG))

    assert (1, reason, log_head(LOG[:1])) == (check.broken, check.reason, check.head)


def test_a_place_is_a_whole_number() -> None:
    """What equals one, and is none, has no place."""
    for seq in (False, 0.5, "0", None):
        line, _ = line_of({}, prev=GENESIS, seq=seq)  # type: ignore[arg-type]
        assert LogBreak.ILLEGIBLE is verify_log([line]).reason


def test_what_json_cannot_carry_is_not_entered() -> None:
    """A whole float beyond 2^53 would be written, and never read back."""
    assert [("event", "json")] == faults(lambda: line_of(1e17, prev=GENESIS, seq=0))


def test_an_event_of_an_earlier_version_is_read_and_stays_as_it_was_entered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The log is never rewritten: the events are brought over on the way out."""
    old = [json.loads(line)["event"] for line in LOG]
    old[0]["data"]["unidad"] = old[0]["data"].pop("unit")
    lines = log_of(*old)
    with pytest.raises(ImssIntegrityError):
        read_log(lines)

    def step(data: Any) -> Any:
        return {("unit" if key == "unidad" else key): one for key, one in data.items()}

    opened = SchemaMigration(schema="imss-integrity/opened", version=1, step=step)
    monkeypatch.setattr(versions, "MIGRATIONS", (opened,))

    assert EXAMPLE_CYCLE == read_log(lines)
    assert verify_log(lines).holds
    assert '"version":2' in event_log(EXAMPLE_CYCLE)[0]


def test_a_check_says_what_it_found() -> None:
    """In both languages, with its status, and in one row."""
    sound, broken = verify_log(LOG), verify_log([LOG[0], *LOG[2:]])

    assert f"Bitácora de {len(LOG)} asientos: se sostiene" in sound.describe()
    assert log_head(LOG) in sound.describe(Language.EN)
    assert "entry 1 is not in its place" in broken.describe(Language.EN)
    assert "propio" in broken.describe()
    assert (Status.OWN, tuple[Source, ...]()) == (broken.status, broken.sources)
    row = {"entries": len(LOG) - 1, "head": log_head(LOG[:1]), "broken": 1, "reason": "secuencia"}
    assert [row] == broken.to_records()
    assert sound.to_records()[0]["reason"] is None


@pytest.mark.parametrize("reason", list(LogBreak))
def test_every_reason_has_words_of_its_own(reason: LogBreak) -> None:
    """In both languages."""
    others = [one.label for one in LogBreak if one is not reason]

    assert reason.label not in others
    assert isinstance(reason.label, Text)
    assert reason.label.es != reason.label.en
