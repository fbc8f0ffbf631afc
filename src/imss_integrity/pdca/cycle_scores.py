"""Scoring a cycle by the evidence it holds, after the two policies of CAF 2020.

Puntaje de un ciclo. Both policies read one record: how complete each phase is. The classical
one is cumulative: a phase counts only if those before it are complete. The fine-tuned one
scores each phase by itself. Neither is a rule of the Institute's model.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction

from ..kernel.exact import exact_sum
from ..kernel.explanation import Aggregation, Part, Score
from ..kernel.fields import InstanceOf, choice
from ..kernel.provenance import Source, Status
from ..kernel.text import Text
from .cycles import Cycle
from .indicator_verdicts import Outcome
from .phases import Phase
from .standings import ActionState

__all__ = ["CyclePolicy", "phase_reached", "phase_shares", "score_cycle"]

CAF_2020 = Source(
    code="caf-2020",
    title=Text(
        "CAF 2020, Marco Común de Evaluación: puntuación de los agentes facilitadores",
        "CAF 2020, Common Assessment Framework: scoring of enablers",
    ),
)
_POINTS = Fraction(100)
_PHASES = (Phase.PLAN, Phase.DO, Phase.CHECK, Phase.ACT)
_ZERO, _ONE, _HALF = Fraction(0), Fraction(1), Fraction(1, 2)


class CyclePolicy(StrEnum):
    """How the phases of a cycle make a score (política).

    Attributes:
        CLASSICAL: Cumulative: nothing 0-10, plan 11-30, do 31-50, check 51-70, act 71-90, a
            full cycle again 91-100.
        FINE_TUNED: Each phase 0-100 by itself; the score is their mean.
    """

    CLASSICAL = "clasica"
    FINE_TUNED = "afinada"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _LABELS[self]


_LABELS: Mapping[CyclePolicy, Text] = {
    CyclePolicy.CLASSICAL: Text("CAF 2020 clásica", "CAF 2020 classical"),
    CyclePolicy.FINE_TUNED: Text("CAF 2020 afinada", "CAF 2020 fine-tuned"),
}
# Where each step of the classical policy begins, and the last of them ends.
_STEPS = (0, 11, 31, 51, 71, 91, 100)
_TOPS = (10, 30, 50, 70, 90, 100)


def phase_shares(cycle: Cycle) -> Mapping[Phase, Fraction]:
    """Give how complete each phase of *cycle* is, 0 to 1, exact.

    Evidencia por fase. Plan: a fifth each for aim, indicator, target, baseline and actions. Do:
    mean progress of the actions that were not cancelled. Check: half for a verdict, half for
    enough points to tell. Act: half for a decision, half for closing.

    Raises:
        InvalidValueError: If *cycle* is none.

    Source:
        Own: CAF names the phases, not what fills them.

    >>> from imss_integrity.catalog import EXAMPLE_CYCLE
    >>> phase_shares(EXAMPLE_CYCLE)[Phase.PLAN]
    Fraction(1, 1)
    >>> phase_shares(None)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'cycle' must be of type Cycle: got nothing
    """
    InstanceOf(Cycle).check("cycle", cycle)
    return {
        Phase.PLAN: _planned(cycle),
        Phase.DO: _done(cycle),
        Phase.CHECK: _checked(cycle),
        Phase.ACT: _HALF * (cycle.decision is not None) + _HALF * (cycle.phase is Phase.CLOSED),
    }


def _planned(cycle: Cycle) -> Fraction:
    plan = cycle.plan
    indicator = plan.indicator
    present = (
        plan.aim is not None,
        indicator is not None,
        indicator is not None and indicator.target is not None,
        indicator is not None and bool(cycle.measurements(indicator.code)),
        bool(plan.actions),
    )
    return Fraction(sum(present), len(present))


def _done(cycle: Cycle) -> Fraction:
    kept = [
        action.progress
        for action in cycle.actions
        if cycle.action_state(action.code) is not ActionState.CANCELLED
    ]
    return Fraction(sum(kept), 100 * len(kept)) if kept else _ZERO


def _checked(cycle: Cycle) -> Fraction:
    verdict = cycle.verdict
    if verdict is None:
        return _ZERO
    return _HALF if verdict.outcome is Outcome.TOO_FEW else _ONE


def phase_reached(cycle: Cycle) -> Phase | None:
    """Give the last phase up to which all are complete; ``None``: not even planning is.

    Última fase completa sin huecos.

    Raises:
        InvalidValueError: If *cycle* is none.

    Source:
        Own.

    >>> from imss_integrity.catalog import EXAMPLE_CYCLE
    >>> phase_reached(EXAMPLE_CYCLE)
    <Phase.CHECK: 'verificar'>
    >>> phase_reached(None)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'cycle' must be of type Cycle: got nothing
    """
    reached = None
    shares = phase_shares(cycle)
    for phase in _PHASES:
        if shares[phase] < 1:
            break
        reached = phase
    return reached


def score_cycle(cycle: Cycle, *, policy: CyclePolicy | str = CyclePolicy.CLASSICAL) -> Score:
    """Score *cycle* out of 100 points by the evidence it holds.

    Puntaje de un ciclo. Exact. The place inside a classical step is the share of the phase that
    comes next; the last step is for a complete cycle that itself follows another, and its top
    for one that is followed as well.

    Args:
        cycle: The cycle, in any phase.
        policy: A `CyclePolicy` or its text.

    Returns:
        The score; its parts, one for each phase, add up to it.

    Raises:
        InvalidValueError: If *cycle* is none or *policy* is unknown.

    Source:
        CAF 2020 (steps and phases); what fills a phase and the place inside a step are own.

    >>> from imss_integrity.catalog import EXAMPLE_CYCLE
    >>> str(score_cycle(EXAMPLE_CYCLE, policy="afinada"))
    '87.5 de 100 puntos'
    >>> score_cycle(EXAMPLE_CYCLE, policy="generosa")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'policy' must be one of clasica, afinada
    """
    chosen = choice(CyclePolicy, policy, path="policy")
    shares = phase_shares(cycle)
    parts = (_classical if chosen is CyclePolicy.CLASSICAL else _fine_tuned)(cycle, shares)
    value = exact_sum(part.value for part in parts)
    return Score(
        subject=cycle.code,
        definition=str(chosen.label),
        period=cycle.period,
        value=value,
        out_of=_POINTS,
        parts=parts,
        method=Aggregation.ARITHMETIC,
        lowest=value,
        highest=value,
        status=Status.OWN,
        sources=(CAF_2020,),
    )


def _fine_tuned(_: Cycle, shares: Mapping[Phase, Fraction]) -> tuple[Part, ...]:
    most = _POINTS / len(_PHASES)
    return tuple(
        Part(
            code=phase.value,
            name=phase.label,
            value=share * most,
            out_of=most,
            share=share,
        )
        for phase, share in shares.items()
    )


def _classical(cycle: Cycle, shares: Mapping[Phase, Fraction]) -> tuple[Part, ...]:
    following = Fraction(cycle.following is not None)
    again = _ONE if cycle.previous else _HALF * following
    steps = [
        *((phase.value, phase.label, share) for phase, share in shares.items()),
        ("otra_vuelta", Text("Otra vuelta", "Again"), again),
        ("continua", Text("Sigue otra más", "One more follows"), following),
    ]
    parts: list[Part] = []
    counts = True
    for number, (code, name, share) in enumerate(steps):
        low, top, full = _STEPS[number], _TOPS[number], _STEPS[number + 1]
        gained = _ZERO
        if counts:
            gained = Fraction(full - low) if share == 1 else share * (top - low)
        note = None if counts else _NOT_COUNTED
        parts.append(
            Part(
                code=code,
                name=name,
                value=gained,
                out_of=Fraction(full - low),
                share=share,
                note=note,
            )
        )
        counts = counts and share == 1
    return tuple(parts)


_NOT_COUNTED = Text(
    "no cuenta: una fase anterior está incompleta", "does not count: a phase before is incomplete"
)
