"""Programmes of action lines: programme, strategies, lines, and the risks they answer to.

Programa, estrategia, línea de acción. The real list of the 62 lines of the PIABP, its owners
and its weights are not known: a programme is always an argument.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction

import attrs

from ..kernel.arguments import alike_codes, repeated_codes
from ..kernel.days import Period
from ..kernel.errors import Fault, InconsistentError, must, raise_any, shown
from ..kernel.exact import exact_sum
from ..kernel.fields import CODE, LABEL, Each, InstanceOf, OneOf
from ..kernel.provenance import Source, Status
from ..kernel.text import Text
from ..kernel.values import Value
from .line_states import LineState
from .lines import ActionLine

__all__ = ["Programme", "ProgrammeStrategy", "Weighting"]

_LONGEST = 24  # characters of a sum in an error


class Weighting(StrEnum):
    """What the weights of the lines say (tipo de ponderación). Own, not official.

    Attributes:
        RELATIVE: How much a line weighs beside the others; they may add up to anything.
        SHARES: The share of the whole programme; they add up to exactly 1.
    """

    RELATIVE = "relativa"
    SHARES = "proporcion"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _WEIGHTINGS[self]


_WEIGHTINGS = {
    Weighting.RELATIVE: Text("ponderaciones relativas", "relative weights"),
    Weighting.SHARES: Text("proporciones del programa", "shares of the programme"),
}


@attrs.frozen(kw_only=True, weakref_slot=False)
class ProgrammeStrategy(Value):
    """A strategy of a programme, which groups its action lines.

    Estrategia.

    Attributes:
        code: Code, unique in the programme.
        name: What it pursues.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    code: str = attrs.field(validator=CODE)
    name: Text = attrs.field(validator=LABEL)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Programme(Value):
    """A programme: strategies, and the action lines of each.

    Programa.

    Attributes:
        code: Its code, such as ``PIABP``.
        name: Its name.
        period: The days it is for; every line starts and is due within them.
        strategies: At least one, in order; each has at least one line.
        lines: At least one, in any order; each names its strategy.
        risks: Codes of the risks that it answers to; a line may name no other.
        weighting: Whether the weights of the lines are relative, or shares that add up to
            exactly 1.
        status: How far it can be trusted; ``OWN`` unless told.
        sources: What it rests on.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: If a code appears twice or two differ by case alone, a line names a
            strategy or a risk that is not there, a strategy has no line, a line starts or is
            due outside the period, or shares do not add up to exactly 1. All are named at
            once.

    Source:
        Own; the national and sector programmes go from objectives to strategies and lines.

    >>> from datetime import date
    >>> line = ActionLine(code="L1", strategy="E1", what=Text("Publicar guía"), owner="uit",
    ...     start=date(2026, 1, 1), due=date(2026, 6, 30), indicator=Text("guías publicadas"),
    ...     target=Fraction(1), risks=("R1",))
    >>> programme = Programme(code="P-1", name=Text("Programa"), period=Period.year(2026),
    ...     strategies=(ProgrammeStrategy(code="E1", name=Text("Prevenir")),), lines=(line,),
    ...     risks=("R1", "R2"))
    >>> programme.risks_without_line
    ('R2',)
    >>> attrs.evolve(programme, risks=("R2",))
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'risks' must name risks of the programme: g...
    """

    code: str = attrs.field(validator=CODE)
    name: Text = attrs.field(validator=LABEL)
    period: Period = attrs.field(validator=InstanceOf(Period))
    strategies: tuple[ProgrammeStrategy, ...] = attrs.field(
        validator=Each(InstanceOf(ProgrammeStrategy), least=1)
    )
    lines: tuple[ActionLine, ...] = attrs.field(validator=Each(InstanceOf(ActionLine), least=1))
    risks: tuple[str, ...] = attrs.field(default=(), validator=Each(CODE))
    weighting: Weighting = attrs.field(default=Weighting.RELATIVE, validator=OneOf(Weighting))
    status: Status = attrs.field(default=Status.OWN, validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(default=(), validator=Each(InstanceOf(Source)))

    def __attrs_post_init__(self) -> None:
        faults = [
            *alike_codes("strategies", (strategy.code for strategy in self.strategies)),
            *alike_codes("lines", (line.code for line in self.lines)),
            *repeated_codes("risks", self.risks),
            *self._empty_strategies(),
            *self._misfits(),
            *self._weight_faults(),
        ]
        raise_any(faults, InconsistentError)

    @property
    def weight(self) -> Fraction:
        """What all lines weigh together; exactly 1 where the weights are shares."""
        return exact_sum(line.weight for line in self.lines)

    @property
    def risks_without_line(self) -> tuple[str, ...]:
        """Codes of the risks that no line prevents, in order; a cancelled line prevents none."""
        alive = (line for line in self.lines if line.state is not LineState.CANCELLED)
        prevented = {risk for line in alive for risk in line.risks}
        return tuple(risk for risk in self.risks if risk not in prevented)

    def _empty_strategies(self) -> Iterator[Fault]:
        counts = Counter(line.strategy for line in self.lines)
        rule = Text("tener al menos una línea", "have at least one line")
        for strategy in self.strategies:
            if not counts[strategy.code]:
                yield must(f"strategies[{strategy.code}]", "empty", rule, 0)

    def _misfits(self) -> Iterator[Fault]:
        strategies, risks = {strategy.code for strategy in self.strategies}, {*self.risks}
        for line in self.lines:
            path = f"lines[{line.code}]"
            if line.strategy not in strategies:
                yield must(f"{path}.strategy", "foreign", _STRATEGIES, line.strategy)
            for risk in line.risks:
                if risk not in risks:
                    yield must(f"{path}.risks", "foreign", _RISKS, risk)
            for field, day in (("start", line.start), ("due", line.due)):
                if day not in self.period:
                    text = _OUTSIDE.format(field=field, period=self.period, day=day)
                    yield Fault(f"{path}.{field}", "period", text)

    def _weight_faults(self) -> Iterator[Fault]:
        if self.weighting is Weighting.SHARES and self.weight != 1:
            total = shown(self.weight, _LONGEST)
            yield Fault("lines", "sum", _SUM.format(code=self.code, total=total))


_STRATEGIES = Text("nombrar una estrategia del programa", "name a strategy of the programme")
_RISKS = Text("nombrar riesgos del programa", "name risks of the programme")
_OUTSIDE = Text(
    "'{field}' debe estar en el periodo {period} del programa: se recibió {day}",
    "'{field}' must lie in the period {period} of the programme: got {day}",
)
_SUM = Text(
    "las ponderaciones de '{code}' deben sumar 1: suman {total}",
    "the weights of '{code}' must add up to 1: they add up to {total}",
)
