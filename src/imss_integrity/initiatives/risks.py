"""Risks: valued before and after their controls, and answered by a strategy and a work plan.

Administración de riesgos (ARI). A record of the matrix cannot contradict itself: the final
valuation never lies above the initial one, and only what is relied on lowers it.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from ..kernel.arguments import repeated_codes
from ..kernel.commitment import Commitment
from ..kernel.errors import Fault, InconsistentError, must, raise_any
from ..kernel.fields import CODE, LABEL, Each, InstanceOf, OneOf
from ..kernel.text import Text
from ..kernel.values import Value
from .quadrants import RiskValuation
from .risk_controls import RiskControl
from .risk_factors import RiskFactor
from .risk_terms import DecisionLevel, ResidualRule, RiskKind, RiskStrategy

__all__ = ["Risk"]

_VALUATION = InstanceOf(RiskValuation)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Risk(Value):
    """One risk of the matrix.

    Riesgo.

    Attributes:
        code: Code, unique in its matrix.
        name: What might happen.
        kind: What it touches; a risk of corruption is never assumed.
        level: At which level of decisions it is exposed.
        factors: What may bring it about; empty: not stated.
        initial: The valuation without any control (valoración inicial).
        controls: What is done against it now; empty: nothing.
        final: The valuation with the controls (valoración final); never above the initial
            one, neither in impact nor in probability.
        strategy: What is done about it from here on.
        work_plan: The commitments of that (PTAR): description, responsible role, due day,
            means of verification, percent done; empty: none yet.
        residual_rule: When the final valuation may lie below the initial one. The default is
            own, not official: not without a sufficient control.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: If the final valuation exceeds the initial one or is lowered
            against the rule, a risk of corruption is assumed, or a code is repeated. All are
            named at once.

    Source:
        Administration of risks of internal control: fields, strategies, and that the final
        valuation is never above the initial one (reported). That nothing is lowered without
        a sufficient control, and that corruption is not assumed, is recalled, so own.

    >>> found = RiskValuation(impact=8, probability=8)
    >>> risk = Risk(code="R1", name=Text("Compra sin competencia"), kind=RiskKind.CORRUPTION,
    ...     level=DecisionLevel.MANAGERIAL, initial=found, final=found,
    ...     strategy=RiskStrategy.REDUCE)
    >>> risk.final.quadrant, risk.is_controlled
    (<Quadrant.I: 'I'>, False)
    >>> attrs.evolve(risk, strategy=RiskStrategy.ASSUME,
    ...     final=RiskValuation(impact=8, probability=3))
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 2 faults:
    - 'final' must equal the initial valuation where no control is sufficient (own rule, not...
    - 'strategy' must not be 'asumir' for a risk of corruption (own rule, not official)
    """

    code: str = attrs.field(validator=CODE)
    name: Text = attrs.field(validator=LABEL)
    kind: RiskKind = attrs.field(validator=OneOf(RiskKind))
    level: DecisionLevel = attrs.field(validator=OneOf(DecisionLevel))
    factors: tuple[RiskFactor, ...] = attrs.field(
        default=(), validator=Each(InstanceOf(RiskFactor))
    )
    initial: RiskValuation = attrs.field(validator=_VALUATION)
    controls: tuple[RiskControl, ...] = attrs.field(
        default=(), validator=Each(InstanceOf(RiskControl))
    )
    final: RiskValuation = attrs.field(validator=_VALUATION)
    strategy: RiskStrategy = attrs.field(validator=OneOf(RiskStrategy))
    work_plan: tuple[Commitment, ...] = attrs.field(
        default=(), validator=Each(InstanceOf(Commitment))
    )
    residual_rule: ResidualRule = attrs.field(
        default=ResidualRule.SUFFICIENT_CONTROL, validator=OneOf(ResidualRule)
    )

    def __attrs_post_init__(self) -> None:
        raise_any(self._faults(), InconsistentError)

    @property
    def is_controlled(self) -> bool:
        """Whether at least one of its controls is sufficient."""
        return any(control.is_sufficient for control in self.controls)

    def _faults(self) -> Iterator[Fault]:
        for side in ("factors", "controls", "work_plan"):
            yield from repeated_codes(side, (member.code for member in getattr(self, side)))
        for scale in ("impact", "probability"):
            before, after = getattr(self.initial, scale), getattr(self.final, scale)
            if after > before:
                yield must(f"final.{scale}", "range", _ABOVE.format(initial=before), after)
        by_controls = self.residual_rule is ResidualRule.SUFFICIENT_CONTROL
        if by_controls and not self.is_controlled and self._is_lowered:
            yield Fault("final", "control", _LOWERED)
        if self.kind is RiskKind.CORRUPTION and self.strategy is RiskStrategy.ASSUME:
            yield Fault("strategy", "strategy", _ASSUMED)

    @property
    def _is_lowered(self) -> bool:
        return (
            self.final.impact < self.initial.impact
            or self.final.probability < self.initial.probability
        )


_ABOVE = Text(
    "ser a lo más la valoración inicial, {initial}",
    "be at most the initial valuation, {initial}",
)
_LOWERED = Text(
    "'final' debe ser igual a la valoración inicial si ningún control es suficiente (regla"
    " propia, no oficial; véase 'residual_rule')",
    "'final' must equal the initial valuation where no control is sufficient (own rule, not"
    " official; see 'residual_rule')",
)
_ASSUMED = Text(
    "'strategy' no debe ser 'asumir' en un riesgo de corrupción (regla propia, no oficial)",
    "'strategy' must not be 'asumir' for a risk of corruption (own rule, not official)",
)
