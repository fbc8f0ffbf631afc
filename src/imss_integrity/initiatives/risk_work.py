"""How far the work plans of the risks have come.

Avance del programa de trabajo de administración de riesgos (PTAR).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

import attrs

from ..kernel.commitment import DONE, Commitment
from ..kernel.exact import shown_number
from ..kernel.fields import DAY, Each, InstanceOf, OneOf
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value
from .quadrants import RISK_SOURCES
from .risk_maps import distinct_risks
from .risks import Risk

__all__ = ["RiskProgress", "risk_progress"]


@attrs.frozen(kw_only=True, weakref_slot=False)
class RiskProgress(Report, Value):
    """How far the commitments of the work plans have come on a day.

    Avance del PTAR. Records have one row for each commitment.

    Attributes:
        risks: The risks, in order, no code twice.
        on: The day.
        status: ``OWN``: the progress is what whoever reports it says.
        sources: What the work plans rest on.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    risks: tuple[Risk, ...] = attrs.field(validator=Each(InstanceOf(Risk)))
    on: date = attrs.field(validator=DAY)
    status: Status = attrs.field(validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(validator=Each(InstanceOf(Source)))

    @property
    def mean_progress(self) -> Fraction | None:
        """The mean percent done, 0 to 100, exact, each commitment counting the same.

        ``None``: there is no commitment.
        """
        found = self._pairs()
        return Fraction(sum(one.progress for _, one in found), len(found)) if found else None

    @property
    def done(self) -> int:
        """How many commitments are done."""
        return sum(one.progress == DONE for _, one in self._pairs())

    @property
    def late(self) -> int:
        """How many commitments are past their due day and not done."""
        return sum(one.is_overdue(on=self.on) for _, one in self._pairs())

    def _pairs(self) -> list[tuple[Risk, Commitment]]:
        return [(risk, one) for risk in self.risks for one in risk.work_plan]

    def _table(self, language: Language) -> Table:
        title = Text("Avance del PTAR al {on}", "Progress of the work plan on {on}")
        line = Text(
            "De {n} compromisos: {done} concluidos, {late} vencidos",
            "Of {n} commitments: {done} done, {late} late",
        ).format(n=len(self._pairs()), done=self.done, late=self.late)
        mean = Text("Avance medio: {p} %", "Mean progress: {p} %")
        lines = [line]
        if self.mean_progress is not None:
            lines.append(mean.format(p=shown_number(self.mean_progress)))
        return Table(
            title=title.format(on=self.on).to(language),
            lines=tuple(one.to(language) for one in lines),
            header=_HEADER[language],
            rows=tuple(self._row(risk, one, language) for risk, one in self._pairs()),
        )

    def _row(self, risk: Risk, one: Commitment, language: Language) -> tuple[str, ...]:
        late = Text("vencido", "late").to(language) if one.is_overdue(on=self.on) else ""
        what = one.what.to(language)
        return (risk.code, one.code, what, one.owner, str(one.due), str(one.progress), late)

    def _records(self) -> list[dict[str, object]]:
        return [
            {
                "on": self.on,
                "risk": risk.code,
                "commitment": one.code,
                "what": one.what.es,
                "owner": one.owner,
                "due": one.due,
                "progress": one.progress,
                "late": one.is_overdue(on=self.on),
                "evidence": len(one.evidence),
                "status": self.status.value,
            }
            for risk, one in self._pairs()
        ]


_HEADER = {
    Language.ES: ("riesgo", "clave", "compromiso", "responsable", "fecha", "% de avance", "nota"),
    Language.EN: ("risk", "code", "commitment", "owner", "due", "% done", "note"),
}


def risk_progress(risks: Iterable[Risk], *, on: date) -> RiskProgress:
    """Say how far the work plans of risks have come on a day.

    Avance del PTAR: what a quarterly report tells.

    Args:
        risks: The risks of one matrix, with what is done of each commitment by the day *on*.
        on: The day.

    Returns:
        Commitments done and late, their mean progress, and one row for each.

    Raises:
        InvalidValueError: If a member is no `Risk`, or *on* is no civil day.
        InconsistentError: If two risks share a code.

    Source:
        Own; the fields of a commitment are those of the PTAR (reported).

    >>> from imss_integrity.initiatives import (
    ...     DecisionLevel, RiskKind, RiskStrategy, RiskValuation)
    >>> review = Commitment(code="A1", what=Text("Publicar la guía"), owner="compras",
    ...     due=date(2026, 3, 31), progress=50)
    >>> found = RiskValuation(impact=6, probability=6)
    >>> risk = Risk(code="R1", name=Text("Compra sin competencia"), kind=RiskKind.CORRUPTION,
    ...     level=DecisionLevel.MANAGERIAL, initial=found, final=found,
    ...     strategy=RiskStrategy.REDUCE, work_plan=(review,))
    >>> progress = risk_progress([risk], on=date(2026, 4, 1))
    >>> progress.mean_progress, progress.done, progress.late
    (Fraction(50, 1), 0, 1)
    >>> risk_progress([risk], on="2026-04-01")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'on' must be a civil day (date): got a text...
    """
    DAY.check("on", on)
    return RiskProgress(risks=distinct_risks(risks), on=on, status=Status.OWN, sources=RISK_SOURCES)
