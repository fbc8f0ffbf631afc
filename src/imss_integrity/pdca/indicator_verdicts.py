"""What the measurements of one indicator say: changed or not, since when, by how much.

Veredicto de un indicador. Never a bare word: the rules that fired and where, the effect with an
interval, the target, and whether the gain held.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

import attrs

from ..kernel.errors import InconsistentError, must
from ..kernel.fields import CODE, DAY, LABEL, Each, InstanceOf, OneOf, Optional, WholeNumber
from ..kernel.text import Text
from ..kernel.values import Value
from ..statistics import Assurance
from ..statistics.reading import FiniteFloat

__all__ = ["Effect", "FiredRule", "IndicatorVerdict", "Outcome", "shown_statistic"]

_NUMBER = FiniteFloat()
_FLAG = Optional(InstanceOf(bool))
_PLACES = 4


class Outcome(StrEnum):
    """What the measurements say (resultado).

    Attributes:
        IMPROVED, WORSENED: A rule fired, in the wanted direction or against it.
        NO_EVIDENCE: No rule points a way: what is seen is what chance alone would give, or a
            process that is unsteady without having moved.
        TOO_FEW: There are too few points before the change, or after it, to tell.
    """

    IMPROVED = "mejoro"
    WORSENED = "empeoro"
    NO_EVIDENCE = "sin_evidencia_de_cambio"
    TOO_FEW = "pocos_puntos"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _OUTCOMES[self]


_OUTCOMES: Mapping[Outcome, Text] = {
    Outcome.IMPROVED: Text("mejoró", "improved"),
    Outcome.WORSENED: Text("empeoró", "worsened"),
    Outcome.NO_EVIDENCE: Text("sin evidencia de cambio", "no evidence of change"),
    Outcome.TOO_FEW: Text("pocos puntos para decidir", "too few points to tell"),
}


@attrs.frozen(kw_only=True, weakref_slot=False)
class FiredRule(Value):
    """A rule that fired after the change, and where.

    Señal.

    Attributes:
        rule: Code of the rule in its set.
        name: The rule in words.
        favourable: Whether it points the wanted way; ``None``: it points no way, and tells
            that the process is unsteady.
        first, last: First day of the first period of the pattern, and last day of its last.
        completed: Last day of the period that completed it: when it could first be seen.
    """

    rule: str = attrs.field(validator=CODE)
    name: Text = attrs.field(validator=LABEL)
    favourable: bool | None = attrs.field(validator=_FLAG)
    first: date = attrs.field(validator=DAY)
    completed: date = attrs.field(validator=DAY)
    last: date = attrs.field(validator=DAY)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Effect(Value):
    """How large the change is, in the unit of the indicator.

    Efecto. Means of the levels of the periods, each period counting once; the interval is the
    normal one for a difference of two means, with the spread that the moving ranges inside
    each phase show. It is approximate, and too narrow for few periods.

    Attributes:
        before: Mean before the change.
        after: Mean after it.
        difference: *after* less *before*.
        lower, upper: Ends of the interval of the difference, both included; ``None``: the
            periods show no spread, or are too few to show one.
        confidence: Confidence of the interval, strictly between 0 and 1.

    Source:
        Own; the spread as on XmR charts (mean moving range / 1.128).
    """

    before: float = attrs.field(validator=_NUMBER)
    after: float = attrs.field(validator=_NUMBER)
    difference: float = attrs.field(validator=_NUMBER)
    lower: float | None = attrs.field(validator=Optional(_NUMBER))
    upper: float | None = attrs.field(validator=Optional(_NUMBER))
    confidence: float = attrs.field(validator=_NUMBER)

    @property
    def is_clear(self) -> bool:
        """Whether the interval leaves out 0; without spread, whether there is a difference."""
        if self.lower is None or self.upper is None:
            return self.difference != 0
        return not self.lower <= 0 <= self.upper

    def sentence(self) -> Text:
        """Give the effect in words: ``-0.08 (IC 95 %: -0.1 a -0.06)``."""
        head = Text(
            "de {before} a {after}: {difference}", "from {before} to {after}: {difference}"
        ).format(
            before=shown_statistic(self.before),
            after=shown_statistic(self.after),
            difference=shown_statistic(self.difference),
        )
        if self.lower is None or self.upper is None:
            return Text("{head} (sin intervalo)", "{head} (no interval)").format(head=head)
        ends = Text("{head} (IC {c} %: {l} a {u})", "{head} ({c} % CI: {l} to {u})")
        percent = shown_statistic(100 * self.confidence)
        return ends.format(
            head=head, c=percent, l=shown_statistic(self.lower), u=shown_statistic(self.upper)
        )


@attrs.frozen(kw_only=True, weakref_slot=False)
class IndicatorVerdict(Value):
    """What the measurements of one indicator say.

    Veredicto de un indicador.

    Attributes:
        indicator: Its code.
        name: Its name.
        outcome: Improved, worsened, no evidence of change, too few points.
        points_before, points_after: How many periods lie wholly before the intervention, and
            how many begin on its day or later.
        points_between: How many it falls into, 0 or 1, which count as neither.
        steady_before: Whether no rule fired before the change; ``None``: too few points, or
            too few off the median.
            Where it is false, a change may go on that began earlier.
        fired: The rules that fired after the change, in the order of their last periods.
        changed_on: First day of the first period of the change; ``None``: no change.
        effect: Its size; ``None``: no point before or none after.
        attainment: Share of the way from the mean before to the target that the mean after
            has gone; ``None``: no target, nothing after, or no way to go.
        assurance: Whether the process as it now is meets the target every time, never, or
            now and then; ``None``: no target, or too few points to tell.
        held: Whether, in the later half of the periods since the change, no rule last fired
            against it; ``None``: no change, or too few points since, or too few off the
            median.
    """

    indicator: str = attrs.field(validator=CODE)
    name: Text = attrs.field(validator=LABEL)
    outcome: Outcome = attrs.field(validator=OneOf(Outcome))
    points_before: int = attrs.field(validator=WholeNumber())
    points_after: int = attrs.field(validator=WholeNumber())
    points_between: int = attrs.field(default=0, validator=WholeNumber(0, 1))
    steady_before: bool | None = attrs.field(default=None, validator=_FLAG)
    fired: tuple[FiredRule, ...] = attrs.field(default=(), validator=Each(InstanceOf(FiredRule)))
    changed_on: date | None = attrs.field(default=None, validator=Optional(DAY))
    effect: Effect | None = attrs.field(default=None, validator=Optional(InstanceOf(Effect)))
    attainment: float | None = attrs.field(default=None, validator=Optional(_NUMBER))
    assurance: Assurance | None = attrs.field(default=None, validator=Optional(OneOf(Assurance)))
    held: bool | None = attrs.field(default=None, validator=_FLAG)

    def __attrs_post_init__(self) -> None:
        changed = self.outcome in {Outcome.IMPROVED, Outcome.WORSENED}
        if changed is (self.changed_on is None):
            rule = Text("ir con un cambio, y sólo con él", "go with a change, and only with one")
            raise InconsistentError(must("changed_on", "shape", rule, self.changed_on))


def shown_statistic(number: float) -> str:
    """Give a statistic to four decimal places, without trailing zeros."""
    text = f"{number:.{_PLACES}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
