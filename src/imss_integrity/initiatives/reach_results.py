"""What share of a stage went on to the next, and how that is shown.

Tasas de conversión. A rate is a range, because published counts are: one number only where
both counts are exact.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import attrs

from ..kernel.exact import shown_number
from ..kernel.fields import CODE, Each, ExactNumber, InstanceOf, OneOf, Optional, choice
from ..kernel.figures import Relation
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value
from ..statistics.intervals import Interval
from .figure_bounds import check_order
from .reaches import Reach

__all__ = ["ReachRate", "ReachRates"]

_SHARE = ExactNumber(0, 1)


@attrs.frozen(kw_only=True, weakref_slot=False)
class ReachRate(Value):
    """The share of one stage that is in the stage nested in it.

    Tasa de conversión.

    Attributes:
        stage: Code of the figure of the nested stage.
        before: Code of the figure of the stage that it is nested in.
        lowest, highest: The range of the true share, 0 to 1, both included, exact; equal
            where both counts are. From 0 to 1 means that the published bounds say nothing.
        about: Where the bounds say nothing, and the published numbers are "about" or one of
            them is and the other exact: their quotient, exact; no bound. ``None``: else.
        interval: Where both counts are exact and somebody was in the stage before: Wilson's
            interval of the chance of going on; ``None``: none.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: If *lowest* is above *highest*.
    """

    stage: str = attrs.field(validator=CODE)
    before: str = attrs.field(validator=CODE)
    lowest: Fraction = attrs.field(validator=_SHARE)
    highest: Fraction = attrs.field(validator=_SHARE)
    about: Fraction | None = attrs.field(default=None, validator=Optional(_SHARE))
    interval: Interval | None = attrs.field(default=None, validator=Optional(InstanceOf(Interval)))

    def __attrs_post_init__(self) -> None:
        check_order(self.lowest, self.highest)

    @property
    def exact(self) -> Fraction | None:
        """The share itself where both counts are exact; ``None`` where only a range is known."""
        return self.lowest if self.lowest == self.highest else None

    def sentence(self, language: Language = Language.ES) -> str:
        """Give the share in percent with its bounds, or why there is none to give."""
        chosen = choice(Language, language, path="language")
        if self.about is not None:
            return Relation.ABOUT.label.to(chosen) + _percent(self.about)
        if self.lowest == self.highest:
            return _percent(self.lowest)
        if self.lowest and self.highest < 1:
            words = Text("de {low} a {high}", "from {low} to {high}")
            return words.format(low=_percent(self.lowest), high=_percent(self.highest)).to(chosen)
        if self.lowest:
            return Relation.AT_LEAST.label.to(chosen) + _percent(self.lowest)
        if self.highest < 1:
            return Relation.AT_MOST.label.to(chosen) + _percent(self.highest)
        return _NO_DIRECTION.to(chosen)

    def __str__(self) -> str:
        return self.sentence()


def _percent(share: Fraction) -> str:
    return f"{shown_number(100 * share)} %"


_NO_DIRECTION = Text(
    "sin tasa: las cotas publicadas no dan ninguna dirección",
    "no rate: the published bounds give no direction",
)
_NOT_NESTED = Text(
    "sin tasa: no consta que esté dentro de la anterior",
    "no rate: it is not stated to be within the one before",
)
_NOBODY = Text("sin tasa: nadie en la etapa anterior", "no rate: nobody in the stage before")


@attrs.frozen(kw_only=True, weakref_slot=False)
class ReachRates(Report, Value):
    """The conversion rates of a reach: one for each nested stage, none for the others.

    Tasas de conversión del alcance.

    Attributes:
        reach: What they are the rates of.
        rates: In the order of the stages; a nested stage has none where nobody was in the
            stage before.
        status: ``DERIVED`` or the weaker status of the figures.
        sources: Where the figures were published, and the method of the intervals.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    reach: Reach = attrs.field(validator=InstanceOf(Reach))
    rates: tuple[ReachRate, ...] = attrs.field(validator=Each(InstanceOf(ReachRate)))
    status: Status = attrs.field(validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(validator=Each(InstanceOf(Source)))

    def _table(self, language: Language) -> Table:
        title = Text("Alcance de {code}: tasas de conversión", "Reach of {code}: conversion rates")
        return Table(
            title=title.format(code=self.reach.initiative).to(language),
            header=_HEADER[language],
            rows=tuple(self._rows(language)),
            notes=tuple(note.to(language) for note in self._notes()),
        )

    def _rows(self, language: Language) -> Iterator[tuple[str, ...]]:
        rates = {rate.stage: rate for rate in self.rates}
        for place, stage in enumerate(self.reach.stages):
            rate = rates.get(stage.figure.code)
            said = _NOBODY if stage.nested else _NOT_NESTED if place else Text("")
            yield (
                stage.figure.sentence(language),
                said.to(language) if rate is None else rate.sentence(language),
                _interval_words(rate),
            )

    def _notes(self) -> Iterator[Text]:
        intervals = [rate.interval for rate in self.rates if rate.interval is not None]
        if intervals:
            note = Text(
                "Intervalo de Wilson ({c} %): el azar de cuentas como éstas; nada dice de cómo"
                " se contó.",
                "Wilson interval ({c} %): the chance in counts like these; it says nothing of"
                " how they were counted.",
            )
            yield note.format(c=shown_number(100 * Fraction(intervals[0].confidence)))

    def _records(self) -> list[dict[str, object]]:
        return [
            {
                "initiative": self.reach.initiative,
                "stage": rate.stage,
                "before": rate.before,
                "lowest": rate.lowest,
                "highest": rate.highest,
                "about": rate.about,
                "interval_lower": rate.interval and rate.interval.lower,
                "interval_upper": rate.interval and rate.interval.upper,
                "status": self.status.value,
            }
            for rate in self.rates
        ]


_HEADER = {
    Language.ES: ("etapa", "de la anterior", "intervalo"),
    Language.EN: ("stage", "of the one before", "interval"),
}


def _interval_words(rate: ReachRate | None) -> str:
    if rate is None or rate.interval is None:
        return ""
    low, high = (
        shown_number(100 * Fraction(end)) for end in (rate.interval.lower, rate.interval.upper)
    )
    return f"{low} - {high} %"
