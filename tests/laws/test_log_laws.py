"""The laws of logs: what was done to a log is named at its place, and what cannot be seen is not.

A log is read by nobody but `verify_log` and `read_log`, so each law is about what they say.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from imss_integrity import catalog, strategies
from imss_integrity.codec import (
    LogBreak,
    append_event,
    event_log,
    log_head,
    read_log,
    verify_log,
)
from imss_integrity.codec.log_entries import GENESIS, line_of
from imss_integrity.conflicts import Filing
from imss_integrity.pdca import Cycle

RECORDS = st.one_of(strategies.cycles(), strategies.filings())
LOGS = RECORDS.map(event_log)
LONG_LOGS = LOGS.filter(lambda log: len(log) > 1)
EXAMPLE = event_log(catalog.EXAMPLE_CYCLE)


def place_in(data: st.DataObject, log: tuple[str, ...], least: int = 0) -> int:
    """Draw the place of an entry."""
    return data.draw(st.integers(least, len(log) - 1))


def forged(log: tuple[str, ...], place: int) -> tuple[str, ...]:
    """Put another event at *place*, with the digest that belongs to it."""
    entry = json.loads(log[place])
    line, _ = line_of({"schema": "otro"}, prev=entry["prev"], seq=place)
    return (*log[:place], line, *log[place + 1 :])


class TestWhatIsKept:
    """A log says what happened, all of it, and nothing else."""

    @given(record=RECORDS)
    def test_reading_it_back_gives_the_record(self, record: Cycle | Filing) -> None:
        """The cycle or the filing that it was made of."""
        known = [record.questionnaire] if isinstance(record, Filing) else []

        assert record == read_log(event_log(record), definitions=known)

    @given(record=RECORDS)
    def test_it_holds_and_so_does_its_head(self, record: Cycle | Filing) -> None:
        """What nobody touched holds, up to its last event."""
        log = event_log(record)
        check = verify_log(log, head=log_head(log))

        assert check.holds
        assert (len(record.events), log_head(log)) == (check.entries, check.head)

    @given(record=RECORDS)
    def test_appending_is_logging_the_longer_life(self, record: Cycle | Filing) -> None:
        """One event after the other, from none at all."""
        log: tuple[str, ...] = ()
        for event in record.events:
            log = append_event(log, event)

        assert event_log(record) == log

    @given(log=LOGS, data=st.data())
    def test_a_log_that_grew_still_holds_the_head_it_had(
        self, log: tuple[str, ...], data: st.DataObject
    ) -> None:
        """A copy of the head need not be renewed with every event."""
        before = log[: data.draw(st.integers(0, len(log)))]

        assert verify_log(log, head=log_head(before)).holds

    def test_digests_are_those_of_a_reader_who_knows_only_the_rule(self) -> None:
        """SHA-256 of a prefix and of the sorted JSON of the three other members."""
        last = "sha256:" + hashlib.sha256(b"imss-integrity/log/1\n").hexdigest()
        assert last == GENESIS
        for seq, line in enumerate(EXAMPLE):
            entry: dict[str, Any] = json.loads(line)
            rest = {key: entry[key] for key in ("event", "prev", "seq")}
            text = json.dumps(rest, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
            digest = hashlib.sha256(b"imss-integrity/log/1\n" + text.encode()).hexdigest()
            assert (seq, last) == (entry["seq"], entry["prev"])
            assert entry["digest"] == f"sha256:{digest}"
            last = entry["digest"]


class TestWhatIsSeen:
    """Whatever is done to the lines is named where it was done."""

    @given(log=LOGS, data=st.data())
    def test_any_other_character(self, log: tuple[str, ...], data: st.DataObject) -> None:
        """One character of one line, whatever it is: even a space that means nothing."""
        place = place_in(data, log)
        line = log[place]
        at = data.draw(st.integers(0, len(line) - 1))
        other = data.draw(st.sampled_from('0a":,{} \n\u00e9').filter(lambda one: one != line[at]))
        changed = line[:at] + other + line[at + 1 :]
        check = verify_log([*log[:place], changed, *log[place + 1 :]])

        assert place == check.broken

    @given(log=LOGS, data=st.data())
    def test_any_character_more(self, log: tuple[str, ...], data: st.DataObject) -> None:
        """There is one form of a line, and no room in it."""
        place = place_in(data, log)
        line = log[place]
        at = data.draw(st.integers(0, len(line)))
        changed = line[:at] + data.draw(st.sampled_from(" \n\t0x")) + line[at:]

        assert place == verify_log([*log[:place], changed, *log[place + 1 :]]).broken

    @given(log=LONG_LOGS, data=st.data())
    def test_a_swap(self, log: tuple[str, ...], data: st.DataObject) -> None:
        """The first of the two is out of its place."""
        first = data.draw(st.integers(0, len(log) - 2))
        second = place_in(data, log, first + 1)
        swapped = list(log)
        swapped[first], swapped[second] = log[second], log[first]
        check = verify_log(swapped)

        assert (first, LogBreak.SEQUENCE) == (check.broken, check.reason)

    @given(log=LONG_LOGS, data=st.data())
    def test_a_removal(self, log: tuple[str, ...], data: st.DataObject) -> None:
        """What follows it stands in its place."""
        place = data.draw(st.integers(0, len(log) - 2))
        check = verify_log([*log[:place], *log[place + 1 :]])

        assert (place, LogBreak.SEQUENCE) == (check.broken, check.reason)

    @given(log=LOGS, data=st.data())
    def test_an_insertion(self, log: tuple[str, ...], data: st.DataObject) -> None:
        """A copy is where it does not belong; of two of one entry, the second is too many."""
        copied, place = place_in(data, log), data.draw(st.integers(0, len(log)))
        check = verify_log([*log[:place], log[copied], *log[place:]])

        assert place + (copied == place) == check.broken
        assert LogBreak.SEQUENCE is check.reason

    @given(log=LONG_LOGS, other=LONG_LOGS, data=st.data())
    def test_an_entry_of_another_log(
        self, log: tuple[str, ...], other: tuple[str, ...], data: st.DataObject
    ) -> None:
        """Even in the same place it does not follow what stands before it."""
        place = data.draw(st.integers(1, min(len(log), len(other)) - 1))
        assume(log[place - 1] != other[place - 1])
        check = verify_log([*log[:place], other[place], *log[place + 1 :]])

        assert (place, LogBreak.LINK) == (check.broken, check.reason)

    @given(log=LONG_LOGS, data=st.data())
    def test_a_forged_entry(self, log: tuple[str, ...], data: st.DataObject) -> None:
        """With a digest of its own it is sound by itself, and the next one does not follow it."""
        place = data.draw(st.integers(0, len(log) - 2))
        check = verify_log(forged(log, place))

        assert (place + 1, LogBreak.LINK) == (check.broken, check.reason)

    @given(log=LOGS, data=st.data())
    def test_a_digest_of_something_else(self, log: tuple[str, ...], data: st.DataObject) -> None:
        """An event that was changed without its digest."""
        place = place_in(data, log)
        entry = json.loads(forged(log, place)[place]) | {"digest": json.loads(log[place])["digest"]}
        line = json.dumps(entry, sort_keys=True, separators=(",", ":"))
        check = verify_log([*log[:place], line, *log[place + 1 :]])

        assert (place, LogBreak.DIGEST) == (check.broken, check.reason)


class TestWhatIsNotSeen:
    """Without a copy of the head outside, a chain cannot show everything."""

    @given(log=LOGS, data=st.data())
    def test_a_cut_end(self, log: tuple[str, ...], data: st.DataObject) -> None:
        """A shorter log is a log; only the head tells that something is missing, and where."""
        left = data.draw(st.integers(0, len(log) - 1))

        assert verify_log(log[:left]).holds
        check = verify_log(log[:left], head=log_head(log))
        assert (left, LogBreak.HEAD) == (check.broken, check.reason)
        assert log_head(log[:left]) == check.head

    @given(log=LOGS, other=LOGS)
    def test_a_log_that_was_written_anew(
        self, log: tuple[str, ...], other: tuple[str, ...]
    ) -> None:
        """It holds by itself, and not by the head that was kept."""
        assume(log[-1] not in other)

        assert verify_log(other).holds
        assert LogBreak.HEAD is verify_log(other, head=log_head(log)).reason

    @given(log=LOGS)
    def test_a_forged_last_entry(self, log: tuple[str, ...]) -> None:
        """Nothing follows it that could contradict it; the head does."""
        last = forged(log, len(log) - 1)

        assert verify_log(last).holds
        assert LogBreak.HEAD is verify_log(last, head=log_head(log)).reason


class TestHostileLines:
    """Lines come from a store, where anything may stand."""

    @given(
        log=LOGS,
        line=st.one_of(
            st.none(),
            st.integers(),
            st.binary(),
            st.text(),
            st.sampled_from(["[" * 2000, "{}", "[]", '{"seq":0}', "\ud800", "1e999", "NaN"]),
        ),
        data=st.data(),
    )
    def test_they_are_named_and_nothing_is_raised(
        self, log: tuple[str, ...], line: Any, data: st.DataObject
    ) -> None:
        """Whatever is no entry breaks the log where it stands."""
        place = place_in(data, log)
        check = verify_log([*log[:place], line, *log[place + 1 :]])

        assert (place, LogBreak.ILLEGIBLE) == (check.broken, check.reason)
