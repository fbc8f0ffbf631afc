"""How the cycles of a unit bear out the stages that its subcriteria claim.

Sustento de las etapas. The maturity table reads like the PDCA cycle: designed, applied,
evaluated, improved, a reference to others. So a stage claims phases, and the unit's cycles on
that subcriterion show whether they were gone through. Own reading, never official.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

import attrs

from ..competitiveness import STAGES_2019, StageRule, StageScale
from ..kernel.arguments import members_of
from ..kernel.errors import InconsistentError, must, raise_any
from ..kernel.explanation import Part, Score
from ..kernel.fields import CODE, Each, InstanceOf, OneOf, Optional, choice
from ..kernel.text import Text
from ..kernel.values import Value
from ..pdca import Cycle, Outcome, Phase, phase_reached

__all__ = ["StageSupport", "Support", "stage_supports"]


class Support(StrEnum):
    """What the cycles say of a stage (sustento).

    Attributes:
        SUPPORTED: A cycle went through all the phases that the stage claims.
        CONTRADICTED: No cycle did, or the last verdict on one says that things got worse.
    """

    SUPPORTED = "sustentada"
    CONTRADICTED = "contradicha"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _LABELS[self]


_LABELS: Mapping[Support, Text] = {
    Support.SUPPORTED: Text("sustentada", "supported"),
    Support.CONTRADICTED: Text("contradicha", "contradicted"),
}
_ORDER = (None, Phase.PLAN, Phase.DO, Phase.CHECK, Phase.ACT)
# What each stage of the table of 2019 claims; a reference to others has been round once more.
_REFERENCE = "referencial"
_CLAIMED: Mapping[str, Phase] = {
    "diseno": Phase.PLAN,
    "desarrollo": Phase.DO,
    "consolidado": Phase.CHECK,
    "mejorado": Phase.ACT,
    _REFERENCE: Phase.ACT,
}


@attrs.frozen(kw_only=True, weakref_slot=False)
class StageSupport(Value):
    """What the cycles on one subcriterion say of the stage that it claims.

    Sustento de una etapa.

    Attributes:
        unit: Code of the unit.
        subcriterion: Code of the subcriterion.
        stage: Code of the stage that its rating claims.
        claimed: The phase that this stage claims to have completed.
        reached: The last phase that a cycle completed without gaps; ``None``: not even one.
            For Referencial only cycles that follow another are asked.
        cycles: Codes of the cycles on the subcriterion, at least one, in order.
        ended_worse: Whether the verdict given last on any of them is that things got worse.
        support: What they say.
    """

    unit: str = attrs.field(validator=CODE)
    subcriterion: str = attrs.field(validator=CODE)
    stage: str = attrs.field(validator=CODE)
    claimed: Phase = attrs.field(validator=OneOf(Phase))
    reached: Phase | None = attrs.field(validator=Optional(OneOf(Phase)))
    cycles: tuple[str, ...] = attrs.field(validator=Each(CODE, least=1))
    ended_worse: bool = attrs.field(validator=InstanceOf(bool))
    support: Support = attrs.field(validator=OneOf(Support))

    def sentence(self) -> Text:
        """Say it in words: which stage, by which cycles, how far they came."""
        words = Text(
            "{unit}, {subcriterion}: etapa '{stage}' {support}; sus ciclos ({cycles}) llegan a"
            " {reached}",
            "{unit}, {subcriterion}: stage '{stage}' {support}; its cycles ({cycles}) come as far"
            " as {reached}",
        )
        worse = Text("; el último veredicto: empeoró", "; the last verdict: worsened")
        said = Text("{words}{worse}") if self.ended_worse else Text("{words}")
        reached = self.reached.label if self.reached else Text("ninguna fase", "no phase")
        if self.stage == _REFERENCE:
            again = Text("{phase} en otra vuelta", "{phase} in another round")
            reached = again.format(phase=reached)
        filled = words.format(
            unit=self.unit,
            subcriterion=self.subcriterion,
            stage=self.stage,
            support=self.support.label,
            cycles=", ".join(self.cycles),
            reached=reached,
        )
        return said.format(words=filled, worse=worse)


def stage_supports(
    score: Score,
    cycles: Iterable[Cycle],
    *,
    rule: StageRule | str = StageRule.REACHED,
    scale: StageScale = STAGES_2019,
) -> tuple[StageSupport, ...]:
    """Say for each subcriterion with cycles whether they bear out its stage.

    Sustento de las etapas. Plan bears out Diseño, do Desarrollo, check Consolidado, act
    Mejorado; Referencial asks for a complete cycle that follows another. A subcriterion
    without cycles, rating or stage is left out: silence is no contradiction.

    Args:
        score: Score of an assessment of the unit.
        cycles: Cycles of that unit, as they stood when it was rated (see `Cycle.as_of`).
        rule: How a share gets its stage.
        scale: The stages; their codes are those of the table of 2019.

    Returns:
        One entry for each subcriterion with cycles, in the order of the score.

    Raises:
        InvalidValueError: If an argument is of another kind.
        InconsistentError: If a cycle is of another unit, or the scale has other stages.

    Source:
        Own; the reading of the stages by phases is derived from the Tabla de Madurez 2019.

    >>> from imss_integrity.catalog import EXAMPLE_ASSESSMENTS, EXAMPLE_CYCLE
    >>> from imss_integrity.competitiveness import score
    >>> rated = score(EXAMPLE_ASSESSMENTS[1])
    >>> [(one.subcriterion, one.stage, one.support.value) for one in
    ...     stage_supports(rated, [EXAMPLE_CYCLE])]
    [('4.3', 'consolidado', 'sustentada')]
    >>> stage_supports(None, [])
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'score' must be of type Score: got nothing
    """
    InstanceOf(Score).check("score", score)
    InstanceOf(StageScale).check("scale", scale)
    chosen = choice(StageRule, rule, path="rule")
    given = members_of("cycles", cycles, Cycle)
    _check(score, given, scale)
    supports: list[StageSupport] = []
    for leaf in score.leaves():
        own = [cycle for cycle in given if leaf.code in cycle.subcriteria]
        stage = _stage_of(leaf, scale, chosen)
        if own and stage is not None:
            supports.append(_support(score.subject, leaf.code, stage, own))
    return tuple(supports)


def _check(score: Score, cycles: tuple[Cycle, ...], scale: StageScale) -> None:
    foreign = Text("ser de la unidad del puntaje", "be of the unit of the score")
    faults = [
        must(f"cycles[{number}].unit", "foreign", foreign, cycle.unit)
        for number, cycle in enumerate(cycles)
        if cycle.unit != score.subject
    ]
    if cycles and not {stage.code for stage in scale.stages} <= set(_CLAIMED):
        rule = Text("tener las etapas de la tabla de 2019", "have the stages of the table of 2019")
        faults.append(must("scale", "unknown", rule, len(scale.stages)))
    raise_any(faults, InconsistentError)


def _stage_of(leaf: Part, scale: StageScale, rule: StageRule) -> str | None:
    stage = None if leaf.share is None else scale.stage_of_share(leaf.share, rule)
    return None if stage is None else stage.code


def _support(unit: str, subcriterion: str, stage: str, cycles: list[Cycle]) -> StageSupport:
    if stage == _REFERENCE:
        shown = [cycle for cycle in cycles if cycle.previous is not None]
    else:
        shown = cycles
    claimed = _CLAIMED[stage]
    reached = max((phase_reached(cycle) for cycle in shown), key=_ORDER.index, default=None)
    worse = _ended_worse(cycles)
    checked = _ORDER.index(claimed) >= _ORDER.index(Phase.CHECK)
    enough = _ORDER.index(reached) >= _ORDER.index(claimed)
    return StageSupport(
        unit=unit,
        subcriterion=subcriterion,
        stage=stage,
        claimed=claimed,
        reached=reached,
        cycles=tuple(sorted(cycle.code for cycle in cycles)),
        ended_worse=worse,
        support=Support.CONTRADICTED if not enough or (checked and worse) else Support.SUPPORTED,
    )


def _ended_worse(cycles: list[Cycle]) -> bool:
    """Say whether the verdict given last on any of the cycles is that things got worse."""
    verdicts = [cycle.verdict for cycle in cycles if cycle.verdict is not None]
    last = max(verdicts, key=lambda verdict: (verdict.on, verdict.cycle), default=None)
    return last is not None and last.outcome is Outcome.WORSENED
