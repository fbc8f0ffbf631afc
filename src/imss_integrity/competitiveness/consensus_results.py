"""What a consensus holds and how it is shown.

Resultado del consenso.
"""

from __future__ import annotations

from fractions import Fraction

import attrs

from ..kernel.exact import round_exact, shown_number
from ..kernel.fields import CODE, LABEL, Each, ExactNumber, InstanceOf, OneOf, Optional, WholeNumber
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text, join
from ..kernel.values import Value
from .assessing import Assessment
from .stages import StageRule

__all__ = ["Adjustment", "Consensus", "Disagreement"]

_SHARE = ExactNumber(0, 1)
_AMOUNT = ExactNumber(0)
_PERCENT = WholeNumber(0, 100)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Adjustment(Value):
    """A percent that the evaluators agreed on instead of the proposed one, and why.

    Ajuste de consenso: alza o baja, con su motivo.

    Attributes:
        subcriterion: Its code.
        percent: The agreed percent, on the lattice.
        reason: Why it was raised or cut.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    subcriterion: str = attrs.field(validator=CODE)
    percent: int = attrs.field(validator=_PERCENT)
    reason: Text = attrs.field(validator=LABEL)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Disagreement(Value):
    """What one subcriterion or one evaluator adds to the disagreement.

    Attributes:
        code: Code of the subcriterion or of the evaluator.
        share: Share of the observed (interval) disagreement, 0 to 1, exact.
        lean: For an evaluator, how many percentage points it rates above (positive) or below
            the mean of the others, on average; ``None`` for a subcriterion, and for an
            evaluator that shares no subcriterion with another.
    """

    code: str = attrs.field(validator=CODE)
    share: Fraction = attrs.field(validator=_SHARE)
    lean: Fraction | None = attrs.field(default=None, validator=Optional(ExactNumber(-100, 100)))


@attrs.frozen(kw_only=True, weakref_slot=False)
class Consensus(Report, Value):
    """What several evaluators of one unit say together.

    Consenso.

    Attributes:
        agreed: The assessment to score; its evaluator is ``AGREED``.
        proposal: Code of each subcriterion and its lower median, before adjustments;
            ``None``: nobody rated it.
        adjustments: Raises and cuts, with their reasons.
        alpha_ordinal: Krippendorff's alpha for ordered ratings, at most 1, rounded to a
            float; ``None``: undefined, because no rating can be compared or none differs.
        alpha_interval: The same for distances.
        by_subcriterion: Which subcriteria drive the disagreement, the largest share first.
        by_evaluator: Which evaluators do.
        lowest, highest: Smallest and largest total of one evaluator, in points, with what
            that evaluator left open at 0 % and at 100 %.
        chances: Code of each stage (``None``: no stage) and the chance of it, exact, if each
            subcriterion is drawn from its evaluators; empty where one has no rating.
        rule: How the total got its stage.
        status: ``OWN``: median, chances and the rule are proposals of this library.
        sources: What the framework rests on.
    """

    agreed: Assessment = attrs.field(validator=InstanceOf(Assessment))
    proposal: tuple[tuple[str, int | None], ...] = attrs.field(validator=Each(InstanceOf(tuple)))
    adjustments: tuple[Adjustment, ...] = attrs.field(validator=Each(InstanceOf(Adjustment)))
    alpha_ordinal: float | None = attrs.field(validator=Optional(InstanceOf(float)))
    alpha_interval: float | None = attrs.field(validator=Optional(InstanceOf(float)))
    by_subcriterion: tuple[Disagreement, ...] = attrs.field(
        validator=Each(InstanceOf(Disagreement))
    )
    by_evaluator: tuple[Disagreement, ...] = attrs.field(validator=Each(InstanceOf(Disagreement)))
    lowest: Fraction = attrs.field(validator=_AMOUNT)
    highest: Fraction = attrs.field(validator=_AMOUNT)
    chances: tuple[tuple[str | None, Fraction], ...] = attrs.field(
        validator=Each(InstanceOf(tuple))
    )
    rule: StageRule = attrs.field(validator=OneOf(StageRule))
    status: Status = attrs.field(validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(validator=Each(InstanceOf(Source)))

    def _table(self, language: Language) -> Table:
        agreed = self.agreed
        title = Text(
            "{unit} ({period}): consenso de {n} evaluadores",
            "{unit} ({period}): consensus of {n} evaluators",
        ).format(unit=agreed.unit, period=agreed.period, n=len(self.by_evaluator))
        lines = [
            Text(
                "Concordancia (alfa de Krippendorff): ordinal {o}, de intervalo {i}",
                "Agreement (Krippendorff's alpha): ordinal {o}, interval {i}",
            ).format(o=_shown_alpha(self.alpha_ordinal), i=_shown_alpha(self.alpha_interval)),
            Text(
                "Totales individuales: de {low} a {high} puntos",
                "Individual totals: from {low} to {high} points",
            ).format(low=shown_number(self.lowest), high=shown_number(self.highest)),
            *self._chance_lines(),
        ]
        drivers = [
            *((Text("subcriterio", "subcriterion"), one) for one in self.by_subcriterion),
            *((Text("evaluador", "evaluator"), one) for one in self.by_evaluator),
        ]
        rows = [
            (kind.to(language), one.code, f"{shown_number(100 * one.share, 1)} %", _shown_lean(one))
            for kind, one in drivers
            if one.share
        ]
        notes = tuple(self._adjustment_note(one).to(language) for one in self.adjustments)
        return Table(
            title=title.to(language),
            lines=tuple(line.to(language) for line in lines),
            header=_HEADER[language] if rows else (),
            rows=tuple(rows),
            notes=notes,
        )

    def _chance_lines(self) -> list[Text]:
        if not self.chances:
            return []
        names = {stage.code: stage.name for stage in self.agreed.framework.scale.stages}
        none = Text("sin etapa", "no stage")
        shown = [
            Text("{name} {p} %").format(name=names[code] if code else none, p=_shown_chance(chance))
            for code, chance in self.chances
        ]
        line = Text("Probabilidad de cada etapa", "Chance of each stage")
        listed = join(shown, ", ")
        return [
            Text("{line} ({rule}): {listed}").format(line=line, rule=self.rule.label, listed=listed)
        ]

    def _adjustment_note(self, one: Adjustment) -> Text:
        proposed = dict(self.proposal)[one.subcriterion]
        raised = proposed is None or one.percent > proposed
        verb = Text("sube", "raised") if raised else Text("baja", "cut")
        sentence = Text(
            "{code}: {verb} de {old} a {new} %: {reason}",
            "{code}: {verb} from {old} to {new} %: {reason}",
        )
        old = "-" if proposed is None else proposed
        return sentence.format(
            code=one.subcriterion, verb=verb, old=old, new=one.percent, reason=one.reason
        )

    def _records(self) -> list[dict[str, object]]:
        return [
            {
                "unit": self.agreed.unit,
                "kind": kind,
                "code": one.code,
                "share": one.share,
                "lean": one.lean,
            }
            for kind, group in (
                ("subcriterion", self.by_subcriterion),
                ("evaluator", self.by_evaluator),
            )
            for one in group
        ]


_HEADER = {
    Language.ES: ("tipo", "clave", "del desacuerdo", "inclinación"),
    Language.EN: ("kind", "code", "of the disagreement", "lean"),
}


def _shown_chance(chance: Fraction) -> str:
    """Write a chance in percent; one that is neither 0 nor 1 is not shown as if it were."""
    percent = round_exact(100 * chance, 1)
    if 0 < percent < 100 or chance == 1:  # noqa: PLR2004 - %
        return str(percent)
    return "> 99.9" if percent else "< 0.1"


def _shown_alpha(alpha: float | None) -> Text:
    if alpha is None:
        return Text("indefinida", "undefined")
    return Text(str(round_exact(Fraction(alpha), 3)))


def _shown_lean(one: Disagreement) -> str:
    return "" if one.lean is None else f"{round_exact(one.lean, 1):+f}"
