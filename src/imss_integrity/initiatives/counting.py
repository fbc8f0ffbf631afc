"""How many candidates got how far: counts by stage, and shares only where stages are nested.

Conteo por etapa. A share of the stage before is a share only if everybody in a stage was in
the one before; for published figures that is for their source to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Self

import attrs

from ..kernel.arguments import members_of
from ..kernel.errors import Fault, InconsistentError, must, raise_any
from ..kernel.exact import shown_number
from ..kernel.fields import CODE, LABEL, Each, ExactNumber, InstanceOf, OneOf, Optional, WholeNumber
from ..kernel.figures import PublishedFigure, Relation, ratio_of
from ..kernel.provenance import Source, Status, merged_sources, weakest
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value
from .candidacies import Candidate, checked_candidates
from .processes import SelectionProcess

__all__ = ["StageCount", "StageCounts", "stage_counts"]


@attrs.frozen(kw_only=True, weakref_slot=False)
class StageCount(Value):
    """How many people there were in one stage.

    Attributes:
        code: Code of the stage or of the figure.
        what: What is counted.
        value: How many, 0 or more.
        relation: How the number stands to the true one.
        share: Of those in the stage before, 0 to 1, exact; ``None``: there is none before, it
            is not nested, nobody was in it, or the bounds of both leave no share.
        share_relation: How *share* stands to the true one; ``None`` where *share* is.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    code: str = attrs.field(validator=CODE)
    what: Text = attrs.field(validator=LABEL)
    value: int = attrs.field(validator=WholeNumber())
    relation: Relation = attrs.field(default=Relation.EXACTLY, validator=OneOf(Relation))
    share: Fraction | None = attrs.field(default=None, validator=Optional(ExactNumber(0, 1)))
    share_relation: Relation | None = attrs.field(default=None, validator=Optional(OneOf(Relation)))


@attrs.frozen(kw_only=True, weakref_slot=False)
class StageCounts(Report, Value):
    """Counts by stage, in order.

    Conteo por etapa.

    Attributes:
        steps: One for each stage, at least one.
        nested: Whether everybody in a stage was in the one before.
        status: The weakest of what was counted; at best ``DERIVED`` with shares.
        sources: What it rests on.

    Raises:
        InvalidValueError: If a field breaks its rule.

    >>> from imss_integrity.catalog import SELECTION_2019
    >>> counts = StageCounts.from_figures(SELECTION_2019, nested=True)
    >>> [step.value for step in counts.steps], counts.shares[-1]
    ([2637, 984, 194, 159, 35], Fraction(35, 159))
    >>> StageCounts.from_figures(SELECTION_2019, nested=False).shares
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: shares must be of nested stages: the sourc...
    """

    steps: tuple[StageCount, ...] = attrs.field(validator=Each(InstanceOf(StageCount), least=1))
    nested: bool = attrs.field(validator=InstanceOf(bool))
    status: Status = attrs.field(validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(default=(), validator=Each(InstanceOf(Source)))

    @classmethod
    def from_figures(cls, figures: Iterable[PublishedFigure], *, nested: bool) -> Self:
        """Make counts from published figures of whole numbers, first stage first.

        Args:
            figures: At least one, in the order of the stages.
            nested: Whether their source says that each stage is within the one before.

        Raises:
            InconsistentError: If nested stages grow, unless their bounds leave it open.
            InvalidValueError: If a figure is no whole number, or there is none.
        """
        InstanceOf(bool).check("nested", nested)
        known = members_of("figures", figures, PublishedFigure)
        if nested:
            raise_any(_growth(known), InconsistentError)
        first = known[:1]
        steps = (
            *(_step(None, figure) for figure in first),
            *(_step(before if nested else None, after) for before, after in pairwise(known)),
        )
        statuses = [figure.status for figure in known]
        if any(step.share is not None for step in steps):
            statuses.append(Status.DERIVED)
        return cls(
            steps=steps,
            nested=nested,
            status=weakest(statuses),
            sources=merged_sources(*(figure.sources for figure in known)),
        )

    @property
    def shares(self) -> tuple[Fraction | None, ...]:
        """The share of each stage but the first in the one before; see `StageCount.share`.

        Raises:
            InconsistentError: If the stages are not nested.
        """
        if not self.nested:
            text = Text(
                "las proporciones deben ser de etapas anidadas: la fuente no dice que lo estén",
                "shares must be of nested stages: the source does not say that these are",
            )
            raise InconsistentError(Fault("nested", "not_nested", text))
        return tuple(step.share for step in self.steps[1:])

    def _table(self, language: Language) -> Table:
        title = Text("Conteo por etapa: {path}", "Counts by stage: {path}")
        path = " -> ".join(_shown_count(step, language) for step in self.steps)
        line = _NESTED if self.nested else _NOT_NESTED
        return Table(
            title=title.format(path=path).to(language),
            lines=(line.to(language),),
            header=_HEADER[language],
            rows=tuple(
                (step.what.to(language), _shown_count(step, language), _shown_share(step, language))
                for step in self.steps
            ),
        )

    def _records(self) -> list[dict[str, object]]:
        return [
            {
                "stage": step.code,
                "what": step.what.es,
                "value": step.value,
                "relation": step.relation.value,
                "share": step.share,
                "share_relation": step.share_relation and step.share_relation.value,
                "status": self.status.value,
            }
            for step in self.steps
        ]


_NESTED = Text(
    "Cada etapa está dentro de la anterior, de la que se da el porcentaje.",
    "Each stage is within the one before, of which the percentage is given.",
)
_NOT_NESTED = Text(
    "Sin porcentajes: la fuente no dice que cada etapa esté dentro de la anterior.",
    "No percentages: the source does not say that each stage is within the one before.",
)
_HEADER = {
    Language.ES: ("etapa", "personas", "% de la anterior"),
    Language.EN: ("stage", "people", "% of the one before"),
}
_CANDIDATES = Text("candidaturas", "candidates")


def stage_counts(process: SelectionProcess, candidates: Iterable[Candidate]) -> StageCounts:
    """Count how many candidates took part in each stage of a process.

    Conteo por etapa. Who took part in a stage took part in those before it, scored or not, so
    the counts never rise from one stage to the next.

    Args:
        process: Its stages, in the order in which they are held.
        candidates: Who takes part, in any order.

    Returns:
        All candidates first, then each stage, exact. Eligibility and minimums play no part.

    Raises:
        InconsistentError: If two candidates share a code, or one does not fit the process.
        InvalidValueError: If an argument is of the wrong kind.

    Source:
        Own.

    >>> process = SelectionProcess.of({"examen": "0.6", "entrevista": "0.4"}, code="P-1",
    ...     profile="taod", seats=1, tie_rule="lugar_compartido")
    >>> people = [Candidate.of("C-1", {"examen": 80}), Candidate.of("C-2", {})]
    >>> [(step.code, step.value) for step in stage_counts(process, people).steps]
    [('candidaturas', 2), ('examen', 1), ('entrevista', 0)]
    >>> stage_counts(process, [people[0], people[0]])
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'candidates' must repeat no code: got 'C-1'
    """
    reached = [one.stages_reached(process) for one in checked_candidates(process, candidates)]
    named = [("candidaturas", _CANDIDATES), *((one.code, one.name) for one in process.stages)]
    values = [sum(far >= place for far in reached) for place in range(len(named))]
    shares = [None, *(Fraction(b, a) if a else None for a, b in pairwise(values))]
    return StageCounts(
        steps=tuple(
            StageCount(
                code=code,
                what=what,
                value=value,
                share=share,
                share_relation=None if share is None else Relation.EXACTLY,
            )
            for (code, what), value, share in zip(named, values, shares, strict=True)
        ),
        nested=True,
        status=weakest((process.status, Status.DERIVED)),
        sources=process.sources,
    )


def _growth(figures: Iterable[PublishedFigure]) -> Iterator[Fault]:
    """Find stages that cannot be within the one before, whatever their bounds leave open."""
    rule = Text(
        "no crecer si las etapas están anidadas (si no consta, nested=False)",
        "not grow if stages are nested (if that is not known, nested=False)",
    )
    for place, (before, after) in enumerate(pairwise(figures), start=1):
        is_open = before.relation is Relation.AT_LEAST or after.relation is Relation.AT_MOST
        if after.value > before.value and not is_open:
            yield must(f"figures[{place}].value", "order", rule, after.value)


def _step(before: PublishedFigure | None, figure: PublishedFigure) -> StageCount:
    WholeNumber().check(f"figures[{figure.code}].value", figure.value)
    share, relation = None, None
    if before is not None and 0 < before.value >= figure.value:
        ratio = ratio_of(figure, before)
        relation = ratio.relation
        share = None if relation is None else ratio.nominal
    return StageCount(
        code=figure.code,
        what=figure.what,
        value=int(figure.value),
        relation=figure.relation,
        share=share,
        share_relation=relation,
    )


def _shown_count(step: StageCount, language: Language) -> str:
    return step.relation.label.to(language) + shown_number(step.value)


def _shown_share(step: StageCount, language: Language) -> str:
    if step.share is None or step.share_relation is None:
        return ""
    return f"{step.share_relation.label.to(language)}{shown_number(100 * step.share)} %"
