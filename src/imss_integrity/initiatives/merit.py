"""The order of merit: exact totals, ranked before anything is rounded.

Orden de mérito. The screening of conflicts of interest enters as a gate, cleared or not; it
never gives or takes points. What a candidate scored is the same whatever the gate says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..kernel.arguments import check_mapping
from ..kernel.errors import Fault, InconsistentError, MissingDataError, must, raise_any
from ..kernel.provenance import Status
from ..kernel.text import Text
from .candidacies import Candidate, checked_candidates
from .merit_places import ranked_entries
from .merit_results import MeritOrder
from .processes import SelectionProcess

__all__ = ["merit_order"]


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
    told = ((candidate, eligible[candidate.code]) for candidate in known)
    return MeritOrder(
        process=process,
        entries=ranked_entries(process, told),
        status=Status.OWN,
        sources=process.sources,
    )


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
