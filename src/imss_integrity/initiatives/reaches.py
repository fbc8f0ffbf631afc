"""How far an initiative reached: stages as they were published, nested only if that is said.

Alcance. People reached, enrolled, done: a stage lies within the one before only where its
source says so. Order alone, and falling numbers, prove nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Self

import attrs

from ..kernel.arguments import members_of, repeated_codes
from ..kernel.errors import Fault, InconsistentError, must, raise_any
from ..kernel.fields import CODE, Each, InstanceOf, WholeNumber
from ..kernel.figures import PublishedFigure
from ..kernel.provenance import Source, Status, merged_sources, weakest
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value
from .figure_bounds import Bounds, bounds_of

__all__ = ["Reach", "ReachStage"]

_WHOLE = WholeNumber()


@attrs.frozen(kw_only=True, weakref_slot=False)
class ReachStage(Value):
    """One stage of a reach.

    Etapa del alcance.

    Attributes:
        figure: How many there were, as it was published.
        nested: Whether its source says that all of them were in the stage before.

    Raises:
        InvalidValueError: If a field breaks its rule, or the figure is no whole number.
    """

    figure: PublishedFigure = attrs.field(validator=InstanceOf(PublishedFigure))
    nested: bool = attrs.field(default=False, validator=InstanceOf(bool))

    def __attrs_post_init__(self) -> None:
        _WHOLE.check("figure.value", self.figure.value)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Reach(Report, Value):
    """How many people an initiative reached, stage by stage.

    Alcance de una iniciativa. No nested stage can be larger than the one before, whatever
    their bounds leave open.

    Attributes:
        initiative: Code of the initiative.
        stages: At least one, in order; the first is nested in none.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: If two figures share a code, the first stage is nested, or a stage
            is larger than the one that it is nested in.

    Source:
        Own; that a ratio of two lower bounds has no direction is interval arithmetic.

    >>> from imss_integrity.catalog import SELECTION_2019
    >>> reach = Reach.from_figures(SELECTION_2019, initiative="seleccion-2019",
    ...     nested=[figure.code for figure in SELECTION_2019[1:]])
    >>> [stage.figure.value for stage in reach.stages]
    [2637, 984, 194, 159, 35]
    >>> attrs.evolve(reach, stages=(reach.stages[0], *reach.stages[:0:-1]))
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 3 faults:
    - 'value' must not pass the stage that it is nested in: got 159 @ stages[2].figure.value
    - 'value' must not pass the stage that it is nested in: got 194 @ stages[3].figure.value
    - 'value' must not pass the stage that it is nested in: got 984 @ stages[4].figure.value
    """

    initiative: str = attrs.field(validator=CODE)
    stages: tuple[ReachStage, ...] = attrs.field(validator=Each(InstanceOf(ReachStage), least=1))

    def __attrs_post_init__(self) -> None:
        codes = (stage.figure.code for stage in self.stages)
        faults = [*repeated_codes("stages", codes), *_nesting_faults(self.stages)]
        raise_any(faults, InconsistentError)

    @classmethod
    def from_figures(
        cls, figures: Iterable[PublishedFigure], *, initiative: str, nested: Iterable[str] = ()
    ) -> Self:
        """Make a reach from published figures, first stage first.

        Args:
            figures: At least one, whole numbers of people, in the order of the stages.
            initiative: Code of the initiative.
            nested: Codes of the figures of which the source says that all of them were in the
                stage before; of the others nothing is said.

        Raises:
            InvalidValueError: If a figure is no whole number, there is none, or *nested* names
                another.
            InconsistentError: As for the class.
        """
        known = members_of("figures", figures, PublishedFigure)
        inside = members_of("nested", nested, str)
        raise_any(_figure_faults(known, inside))
        return cls(
            initiative=initiative,
            stages=tuple(ReachStage(figure=one, nested=one.code in inside) for one in known),
        )

    @property
    def status(self) -> Status:  # type: ignore[override]  # pyright: ignore[reportIncompatibleVariableOverride]
        """The weakest status of the figures."""
        return weakest(stage.figure.status for stage in self.stages)

    @property
    def sources(self) -> tuple[Source, ...]:  # type: ignore[override]  # pyright: ignore[reportIncompatibleVariableOverride]
        """Where the figures were published."""
        return merged_sources(*(stage.figure.sources for stage in self.stages))

    @property
    def bounds(self) -> tuple[Bounds, ...]:
        """The lowest and the highest true number of each stage; ``None``: without end.

        Nesting tightens what was published: who is in a stage is in the one before.
        """
        return tuple(zip(_lowest(self.stages), _highest(self.stages), strict=True))

    def _table(self, language: Language) -> Table:
        title = Text("Alcance de {code}", "Reach of {code}").format(code=self.initiative)
        return Table(
            title=title.to(language),
            header=_HEADER[language],
            rows=tuple(
                (stage.figure.sentence(language), _nested_words(stage, place).to(language))
                for place, stage in enumerate(self.stages)
            ),
        )

    def _records(self) -> list[dict[str, object]]:
        return [
            {
                "initiative": self.initiative,
                "stage": stage.figure.code,
                "what": stage.figure.what.es,
                "value": stage.figure.value,
                "relation": stage.figure.relation.value,
                "nested": stage.nested,
                "on": stage.figure.on,
                "status": stage.figure.status.value,
            }
            for stage in self.stages
        ]


_HEADER = {
    Language.ES: ("etapa", "dentro de la anterior"),
    Language.EN: ("stage", "within the one before"),
}


def _nested_words(stage: ReachStage, place: int) -> Text:
    if place == 0:
        return Text("")
    return Text("sí", "yes") if stage.nested else Text("no consta", "not stated")


def _highest(stages: Sequence[ReachStage]) -> Iterator[Fraction | None]:
    """Go down the stages: none passes the one that it is nested in."""
    before: Fraction | None = None
    for stage in stages:
        _, highest = bounds_of(stage.figure)
        ends = [end for end in (highest, before if stage.nested else None) if end is not None]
        before = min(ends, default=None)
        yield before


def _lowest(stages: Sequence[ReachStage]) -> list[Fraction]:
    """Go up the stages: each holds those that are nested in it."""
    found: list[Fraction] = []
    within = Fraction(0)
    for stage in reversed(stages):
        lowest = max(bounds_of(stage.figure)[0], within)
        within = lowest if stage.nested else Fraction(0)
        found.append(lowest)
    return found[::-1]


def _figure_faults(figures: Sequence[PublishedFigure], nested: Sequence[str]) -> Iterator[Fault]:
    for place, figure in enumerate(figures):
        if (fault := _WHOLE.fault(f"figures[{place}].value", figure.value)) is not None:
            yield fault
    codes = {figure.code for figure in figures}
    rule = Text("nombrar cifras dadas", "name figures that are given")
    for place, code in enumerate(nested):
        if code not in codes:
            yield must(f"nested[{place}]", "unknown", rule, code, subject="nested")


def _nesting_faults(stages: Sequence[ReachStage]) -> Iterator[Fault]:
    if stages[0].nested:
        text = Text(
            "la primera etapa no debe estar anidada: no hay otra antes",
            "the first stage must not be nested: there is none before it",
        )
        yield Fault("stages[0].nested", "first", text)
    rule = Text(
        "no rebasar la etapa en la que está anidada", "not pass the stage that it is nested in"
    )
    limits = _highest(stages)
    for place, (limit, stage) in enumerate(zip(limits, stages[1:], strict=False), start=1):
        if stage.nested and limit is not None and bounds_of(stage.figure)[0] > limit:
            yield must(f"stages[{place}].figure.value", "order", rule, stage.figure.value)
