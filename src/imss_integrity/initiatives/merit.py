"""The order of merit: exact totals, ranked before anything is rounded.

Orden de mérito. The screening of conflicts of interest enters as a gate, cleared or not; it
never gives or takes points. What a candidate scored is the same whatever the gate says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import groupby

import attrs

from ..kernel.arguments import check_mapping
from ..kernel.errors import Fault, InconsistentError, MissingDataError, must, raise_any
from ..kernel.exact import exact_sum
from ..kernel.explanation import Aggregation, Part, Score
from ..kernel.provenance import Status
from ..kernel.text import Text
from .candidacies import Candidate, checked_candidates
from .merit_entries import MeritEntry, Outcome, Seat
from .merit_results import MeritOrder
from .processes import SelectionProcess

__all__ = ["merit_order"]

_FULL = Fraction(100)
_ZERO = Fraction(0)
_Standing = tuple[Fraction, ...]  # the total, then what decides ties


def merit_order(
    process: SelectionProcess,
    candidates: Iterable[Candidate],
    *,
    eligible: Mapping[str, bool | None],
) -> MeritOrder:
    """Rank the candidates of a process by their exact totals.

    Orden de mérito.

    Args:
        process: Weights, seats, minimums, and the rule for ties.
        candidates: Who takes part, in any order.
        eligible: For each candidate, by code: ``True``: cleared by the screening; ``False``:
            not eligible; ``None``: pending, neither cleared nor refused. A gate, not points.

    Returns:
        Places of those who are cleared, have every stage scored and missed no minimum. The
        others are listed apart and never ranked. A seat is taken by whom it is due to however
        an open tie ends; `MeritOrder.contenders` tells who could still change that.

    Raises:
        MissingDataError: If *eligible* does not tell a candidate: what is not known is
            neither cleared nor refused, and ``None`` says so.
        InconsistentError: If *eligible* names somebody else, two candidates share a code, or
            a candidate does not fit the process.
        InvalidValueError: If a value of *eligible* is neither a ``bool`` nor ``None``.

    Source:
        Own: weighted mean, gate, places. Official weights and rules are not known; the exam,
        essay, interview and curriculum of 2019 are reported (El Economista, 2019-10-28).

    >>> process = SelectionProcess.of({"examen": "0.6", "entrevista": "0.4"}, code="P-1",
    ...     profile="titular_ooad", seats=1, tie_rule="por_etapas", tie_stages=["examen"])
    >>> people = [Candidate.of("C-1", {"examen": 80, "entrevista": 90}),
    ...     Candidate.of("C-2", {"examen": 90, "entrevista": 75})]
    >>> order = merit_order(process, people, eligible={"C-1": True, "C-2": True})
    >>> [(one.place, one.candidate.code, one.score.value) for one in order.ranked]
    [(1, 'C-2', Fraction(84, 1)), (2, 'C-1', Fraction(84, 1))]
    >>> merit_order(process, people, eligible={"C-1": True})
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.MissingDataError: 'candidates[1]' must be told by 'eligible' ...
    """
    known = checked_candidates(process, candidates)
    _check_gate(known, eligible)
    by_code = sorted(known, key=lambda candidate: candidate.code)
    entries = [_entry(process, candidate, eligible[candidate.code]) for candidate in by_code]
    ranked = [entry for entry in entries if entry.outcome is Outcome.RANKED]
    ranked.sort(key=lambda entry: _standing(process, entry, _ZERO), reverse=True)
    others = [entry for entry in entries if entry.outcome is not Outcome.RANKED]
    others.sort(key=lambda entry: _OUTCOMES.index(entry.outcome))
    to_beat = [_standing(process, entry, _ZERO) for entry in ranked[: process.seats]]
    # Both sorts keep the order by code among equals, so the order given plays no part.
    return MeritOrder(
        process=process,
        entries=(
            *_placed(process, ranked),
            *(_with_hope(process, entry, to_beat) for entry in others),
        ),
        status=Status.OWN,
        sources=process.sources,
    )


_OUTCOMES = tuple(Outcome)


def _check_gate(candidates: Sequence[Candidate], eligible: Mapping[str, object]) -> None:
    check_mapping("eligible", eligible)
    codes = [candidate.code for candidate in candidates]
    told = Text(
        "constar en 'eligible' (None: en revisión)", "be told by 'eligible' (None: pending)"
    )
    raise_any(
        (
            must(f"candidates[{place}]", "missing", told, None)
            for place, code in enumerate(codes)
            if code not in eligible
        ),
        MissingDataError,
    )
    rule = Text("nombrar sólo candidaturas dadas", "name none but the candidates given")
    given = {*codes}
    strangers = [code for code in eligible if code not in given]
    raise_any((must("eligible", "foreign", rule, code) for code in strangers), InconsistentError)
    raise_any(_gate_faults(eligible.values()))


def _gate_faults(verdicts: Iterable[object]) -> Iterator[Fault]:
    rule = Text("ser True, False o None", "be True, False or None")
    for place, verdict in enumerate(verdicts):
        if verdict is not None and type(verdict) is not bool:
            yield must(f"eligible[{place}]", "type", rule, verdict)


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
