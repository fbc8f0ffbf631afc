"""The map of risks: how many fall in each quadrant, before and after their controls.

Mapa de riesgos. A count says where the risks lie; it is no grade of the unit that found them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import attrs

from ..kernel.arguments import members_of, repeated_codes
from ..kernel.errors import InconsistentError, raise_any
from ..kernel.fields import Each, InstanceOf, OneOf
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value
from .quadrants import RISK_SOURCES, Quadrant, RiskValuation
from .risk_terms import RiskStrategy
from .risks import Risk

__all__ = ["RiskMap", "distinct_risks", "risk_map"]


@attrs.frozen(kw_only=True, weakref_slot=False)
class RiskMap(Report, Value):
    """Where the risks of a matrix lie, before and after their controls.

    Mapa de riesgos. Records have one row for each risk.

    Attributes:
        risks: The risks, in order, no code twice; there may be none.
        status: ``OWN``: the valuations are those of whoever made the matrix.
        sources: What scales and quadrants rest on.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    risks: tuple[Risk, ...] = attrs.field(validator=Each(InstanceOf(Risk)))
    status: Status = attrs.field(validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(validator=Each(InstanceOf(Source)))

    @property
    def before(self) -> dict[Quadrant, int]:
        """How many risks fall in each quadrant by their initial valuation; all four are there."""
        return _counts(risk.initial for risk in self.risks)

    @property
    def after(self) -> dict[Quadrant, int]:
        """How many risks fall in each quadrant by their final valuation; all four are there."""
        return _counts(risk.final for risk in self.risks)

    @property
    def unanswered(self) -> tuple[str, ...]:
        """Codes of the risks that are not assumed and for which no work is planned."""
        return tuple(
            risk.code
            for risk in self.risks
            if risk.strategy is not RiskStrategy.ASSUME and not risk.work_plan
        )

    def _table(self, language: Language) -> Table:
        title = Text("Mapa de {n} riesgos", "Map of {n} risks").format(n=len(self.risks))
        line = Text(
            "Cuadrante {q}, {label}: {before} antes de los controles, {after} después",
            "Quadrant {q}, {label}: {before} before the controls, {after} after",
        )
        before, after = self.before, self.after
        lines = (
            line.format(q=q.value, label=q.label, before=before[q], after=after[q])
            for q in Quadrant
        )
        open_words = Text("Sin programa de trabajo: {codes}", "Without a work plan: {codes}")
        codes = ", ".join(self.unanswered)
        return Table(
            title=title.to(language),
            lines=tuple(one.to(language) for one in lines),
            header=_HEADER[language],
            rows=tuple(_row(risk, language) for risk in self.risks),
            notes=(open_words.format(codes=codes).to(language),) if codes else (),
        )

    def _records(self) -> list[dict[str, object]]:
        return [
            {
                "risk": risk.code,
                "name": risk.name.es,
                "kind": risk.kind.value,
                "level": risk.level.value,
                "initial_impact": risk.initial.impact,
                "initial_probability": risk.initial.probability,
                "initial_quadrant": risk.initial.quadrant.value,
                "controls": len(risk.controls),
                "sufficient": _sufficient(risk),
                "final_impact": risk.final.impact,
                "final_probability": risk.final.probability,
                "final_quadrant": risk.final.quadrant.value,
                "strategy": risk.strategy.value,
                "status": self.status.value,
            }
            for risk in self.risks
        ]


_HEADER = {
    Language.ES: ("clave", "riesgo", "antes", "suficientes", "después", "estrategia"),
    Language.EN: ("code", "risk", "before", "sufficient", "after", "strategy"),
}


def risk_map(risks: Iterable[Risk]) -> RiskMap:
    """Put risks on the map, before and after their controls.

    Mapa de riesgos.

    Args:
        risks: The risks of one matrix, in the order in which they are shown.

    Returns:
        Counts by quadrant that add up to the number of risks, before and after.

    Raises:
        InvalidValueError: If a member is no `Risk`.
        InconsistentError: If two risks share a code.

    Source:
        Quadrants of the risk matrix system of Mérida (reported).

    >>> from imss_integrity.initiatives import ControlKind, DecisionLevel, RiskControl, RiskKind
    >>> review = RiskControl(code="C1", what=Text("Doble revisión"), kind=ControlKind.PREVENTIVE,
    ...     documented=True, formalised=True, applied=True, effective=True)
    >>> risk = Risk(code="R1", name=Text("Pago sin entrega"), kind=RiskKind.CORRUPTION,
    ...     level=DecisionLevel.OPERATIONAL, initial=RiskValuation(impact=8, probability=7),
    ...     controls=(review,), final=RiskValuation(impact=8, probability=3),
    ...     strategy=RiskStrategy.REDUCE)
    >>> found = risk_map([risk])
    >>> found.before[Quadrant.I], found.after[Quadrant.IV], found.unanswered
    (1, 1, ('R1',))
    >>> risk_map([risk, risk])
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'risks' must repeat no code: got 'R1'
    """
    return RiskMap(risks=distinct_risks(risks), status=Status.OWN, sources=RISK_SOURCES)


def distinct_risks(risks: Iterable[Risk]) -> tuple[Risk, ...]:
    """Give the risks of one matrix, refusing a code that is there twice."""
    given = members_of("risks", risks, Risk)
    raise_any(repeated_codes("risks", (risk.code for risk in given)), InconsistentError)
    return given


def _counts(valuations: Iterable[RiskValuation]) -> dict[Quadrant, int]:
    found = Counter(valuation.quadrant for valuation in valuations)
    return {quadrant: found[quadrant] for quadrant in Quadrant}


def _sufficient(risk: Risk) -> int:
    return sum(control.is_sufficient for control in risk.controls)


def _row(risk: Risk, language: Language) -> tuple[str, ...]:
    share = Text("{n} de {all}", "{n} of {all}")
    return (
        risk.code,
        risk.name.to(language),
        _shown(risk.initial),
        share.format(n=_sufficient(risk), all=len(risk.controls)).to(language),
        _shown(risk.final),
        risk.strategy.label.to(language),
    )


def _shown(valuation: RiskValuation) -> str:
    return f"{valuation.quadrant} ({valuation.impact}, {valuation.probability})"
