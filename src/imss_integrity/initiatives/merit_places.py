"""Who stands where: the entries of an order of merit follow from the process and the gate.

Lugares. Totals are exact and ranked before anything is rounded. The same function makes the
entries of an order and tells whether entries that came from elsewhere are those of their process.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import groupby

import attrs

from ..kernel.arguments import repeated_codes
from ..kernel.errors import Fault, must
from ..kernel.exact import exact_sum
from ..kernel.explanation import Aggregation, Part, Score
from ..kernel.provenance import Status
from ..kernel.text import Text
from .candidacies import Candidate, candidate_misfits
from .merit_entries import MeritEntry, Outcome, Seat
from .processes import SelectionProcess

__all__ = ["entry_faults", "ranked_entries"]

_FULL = Fraction(100)
_ZERO = Fraction(0)
_Standing = tuple[Fraction, ...]  # the total, then what decides ties
_OUTCOMES = tuple(Outcome)
_NAMES = tuple(field.name for field in attrs.fields(MeritEntry))
# What the gate said, as far as it shows: who missed a minimum did so cleared or pending.
_GATE = {Outcome.NOT_ELIGIBLE: False, Outcome.PENDING: None}
_FOLLOWS = Text(
    "seguirse del proceso, los puntos y las situaciones",
    "follow from the process, the points and the outcomes",
)


def ranked_entries(
    process: SelectionProcess, gate: Iterable[tuple[Candidate, bool | None]]
) -> tuple[MeritEntry, ...]:
    """Give the entries of candidates who fit *process*: each with what the gate says of them.

    First those who have a place, by place and code; then the others, by outcome and code.
    """
    by_code = sorted(gate, key=lambda told: told[0].code)
    entries = [_entry(process, candidate, cleared) for candidate, cleared in by_code]
    ranked = [entry for entry in entries if entry.outcome is Outcome.RANKED]
    ranked.sort(key=lambda entry: _standing(process, entry, _ZERO), reverse=True)
    others = [entry for entry in entries if entry.outcome is not Outcome.RANKED]
    others.sort(key=lambda entry: _OUTCOMES.index(entry.outcome))
    to_beat = [_standing(process, entry, _ZERO) for entry in ranked[: process.seats]]
    # Both sorts keep the order by code among equals, so the order given plays no part.
    placed = _placed(process, ranked)
    return (*placed, *(_with_hope(process, entry, to_beat) for entry in others))


def entry_faults(process: SelectionProcess, entries: Sequence[MeritEntry]) -> list[Fault]:
    """Give a fault for every field of *entries* that does not follow from *process*.

    Who does not even fit the process is named alone: nothing follows from it.
    """
    faults = repeated_codes("entries", (entry.candidate.code for entry in entries))
    for place, entry in enumerate(entries):
        faults.extend(candidate_misfits(f"entries[{place}].candidate", process, entry.candidate))
    if faults:
        return faults
    told = [(entry.candidate, _GATE.get(entry.outcome, True)) for entry in entries]
    return [
        must(f"entries[{place}].{name}", "foreign", _FOLLOWS, getattr(entry, name))
        for place, (entry, due) in enumerate(
            zip(entries, ranked_entries(process, told), strict=True)
        )
        if entry != due
        for name in _NAMES
        if getattr(entry, name) != getattr(due, name)
    ]


def _entry(process: SelectionProcess, candidate: Candidate, cleared: bool | None) -> MeritEntry:  # noqa: FBT001 - a verdict
    points = candidate.points
    missing = tuple(stage.code for stage in process.stages if stage.code not in points)
    below = tuple(
        stage.code
        for stage in process.stages
        if stage.minimum is not None and points.get(stage.code, _FULL) < stage.minimum
    )
    return MeritEntry(
        candidate=candidate,
        outcome=_outcome(cleared, below=bool(below), missing=bool(missing)),
        score=None if missing else _score(process, candidate),
        lowest=_total(process, points, _ZERO),
        highest=_total(process, points, _FULL),
        missing=missing,
        below=below,
    )


def _outcome(cleared: bool | None, *, below: bool, missing: bool) -> Outcome:  # noqa: FBT001
    """Put what is settled before what is open, and the gate before the points."""
    if cleared is False:
        return Outcome.NOT_ELIGIBLE
    if below:
        return Outcome.BELOW_MINIMUM
    if cleared is None:
        return Outcome.PENDING
    return Outcome.INCOMPLETE if missing else Outcome.RANKED


def _total(process: SelectionProcess, points: Mapping[str, Fraction], absent: Fraction) -> Fraction:
    return exact_sum(stage.weight * points.get(stage.code, absent) for stage in process.stages)


def _score(process: SelectionProcess, candidate: Candidate) -> Score:
    points = candidate.points
    parts = tuple(
        Part(
            code=stage.code,
            name=stage.name,
            value=stage.weight * points[stage.code],
            out_of=stage.weight * 100,
            share=points[stage.code] / 100,
        )
        for stage in process.stages
    )
    value = exact_sum(part.value for part in parts)
    return Score(
        subject=candidate.code,
        definition=process.code,
        value=value,
        out_of=_FULL,
        parts=parts,
        method=Aggregation.ARITHMETIC,
        lowest=value,
        highest=value,
        status=Status.OWN,
        sources=process.sources,
    )


def _standing(process: SelectionProcess, entry: MeritEntry, absent: Fraction) -> _Standing:
    """Give what is compared: the total, then the points of the stages that decide ties."""
    points = entry.candidate.points
    decisive = (points.get(code, absent) for code in process.tie_stages)
    return (_total(process, points, absent), *decisive)


def _placed(process: SelectionProcess, ranked: Sequence[MeritEntry]) -> Iterator[MeritEntry]:
    before = 0
    for _, group in groupby(ranked, key=lambda entry: _standing(process, entry, _ZERO)):
        equals = tuple(group)
        seat = Seat.DISPUTED
        if before >= process.seats:
            seat = Seat.NONE
        elif before + len(equals) <= process.seats:
            seat = Seat.TAKEN
        yield from (attrs.evolve(entry, place=before + 1, seat=seat) for entry in equals)
        before += len(equals)


def _with_hope(
    process: SelectionProcess, entry: MeritEntry, to_beat: Sequence[_Standing]
) -> MeritEntry:
    """Say whether an open candidate can still reach the last of the seats."""
    is_open = entry.outcome in {Outcome.PENDING, Outcome.INCOMPLETE}
    free = len(to_beat) < process.seats
    if is_open and (free or _standing(process, entry, _FULL) >= to_beat[-1]):
        return attrs.evolve(entry, seat=Seat.POSSIBLE)
    return entry
