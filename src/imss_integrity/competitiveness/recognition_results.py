"""Recognitions, what is known of each year, and how they are shown.

Reconocimientos: Premio y Distintivo Águila.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

import attrs

from ..kernel.fields import LABEL, Each, ExactNumber, InstanceOf, OneOf, Optional, WholeNumber
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value

__all__ = ["FallRule", "Recognition", "RecognitionStep", "Rung", "YearResult"]

_YEAR = WholeNumber(1999, 2200)


class Rung(StrEnum):
    """A recognition that a unit can hold (reconocimiento), from first to last."""

    PREMIO = "premio"
    ORO = "oro"
    DOBLE_ORO = "doble_oro"
    TRIPLE_ORO = "triple_oro"
    PLATINO = "platino"
    DOBLE_PLATINO = "doble_platino"

    @property
    def label(self) -> Text:
        """The name in use; it has no English one."""
        return _NAMES[self]


_NAMES = {
    Rung.PREMIO: Text("Premio IMSS a la Competitividad"),
    Rung.ORO: Text("Distintivo Águila Oro"),
    Rung.DOBLE_ORO: Text("Distintivo Águila Doble Oro"),
    Rung.TRIPLE_ORO: Text("Distintivo Águila Triple Oro"),
    Rung.PLATINO: Text("Distintivo Águila Platino"),
    Rung.DOBLE_PLATINO: Text("Distintivo Águila Doble Platino"),
}


class FallRule(StrEnum):
    """What a fall of the score does to a running round; the rule in force is not known.

    Attributes:
        UNDETERMINED: Nothing is concluded from there on.
        ENDS_ROUND: The round ends and the unit competes anew. Own, not official.
    """

    UNDETERMINED = "sin_determinar"
    ENDS_ROUND = "termina_ronda"


@attrs.frozen(kw_only=True, weakref_slot=False)
class YearResult(Value):
    """What is known of a unit in one year.

    Attributes:
        year: The year, 1999 or later.
        points: Its score, exact; ``None``: not known.
        won: Whether it won the Premio that year.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    year: int = attrs.field(validator=_YEAR)
    points: Fraction | None = attrs.field(default=None, validator=Optional(ExactNumber(0)))
    won: bool = attrs.field(default=False, validator=InstanceOf(bool))


@attrs.frozen(kw_only=True, weakref_slot=False)
class RecognitionStep(Value):
    """What a unit holds in one year, and why.

    Attributes:
        year: The year.
        rung: What it holds; ``None``: nothing, or not determined.
        determined: Whether the known rules decide; ``False``: see *reason* for what is missing.
        reason: Why.
    """

    year: int = attrs.field(validator=_YEAR)
    rung: Rung | None = attrs.field(validator=Optional(OneOf(Rung)))
    determined: bool = attrs.field(validator=InstanceOf(bool))
    reason: Text = attrs.field(validator=LABEL)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Recognition(Report, Value):
    """The recognitions of one unit over the years.

    Attributes:
        steps: One for each year, in order.
        status: ``DERIVED``; ``OWN`` where an own rule for falls was applied.
        sources: The press notes from which the ladder is derived.
    """

    steps: tuple[RecognitionStep, ...] = attrs.field(validator=Each(InstanceOf(RecognitionStep)))
    status: Status = attrs.field(validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(validator=Each(InstanceOf(Source)))

    def _table(self, language: Language) -> Table:
        title = Text("Reconocimientos por año", "Recognitions by year")
        return Table(
            title=title.to(language),
            header=_HEADER[language],
            rows=tuple(
                (str(step.year), _held(step).to(language), step.reason.to(language))
                for step in self.steps
            ),
        )

    def _records(self) -> list[dict[str, object]]:
        return [
            {
                "year": step.year,
                "rung": step.rung and step.rung.value,
                "determined": step.determined,
                "reason": step.reason.es,
            }
            for step in self.steps
        ]


_HEADER = {
    Language.ES: ("año", "reconocimiento", "motivo"),
    Language.EN: ("year", "recognition", "reason"),
}


def _held(step: RecognitionStep) -> Text:
    if step.rung is not None:
        return step.rung.label
    return Text("ninguno", "none") if step.determined else Text("sin determinar", "undetermined")
