"""What the invented unit did for integrity: a programme, risks and questionnaires.

Integridad de la unidad inventada. Nothing here is real; `EXAMPLE_STANDING` is what it adds up
to.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction
from types import MappingProxyType

from ..conflicts import QuestionType, Response
from ..initiatives import (
    ActionLine,
    ControlKind,
    DecisionLevel,
    LineState,
    Programme,
    ProgrammeStrategy,
    Risk,
    RiskControl,
    RiskKind,
    RiskStrategy,
    RiskValuation,
    StateChange,
)
from ..kernel.days import Period
from ..kernel.text import Text
from .conflict_questionnaire import CONFLICT_QUESTIONNAIRE

__all__ = ["EXAMPLE_PROGRAMME", "EXAMPLE_RESPONSES", "EXAMPLE_RISKS"]

_LINES, _MET = 50, 45
_PEOPLE, _COMPLETE = 20, 11


def _line(number: int) -> ActionLine:
    start = date(2025, 1, 1) + timedelta(days=number)
    begun = StateChange(state=LineState.UNDER_WAY, on=start)
    met = StateChange(state=LineState.MET, on=date(2025, 11, 28))
    is_met = number <= _MET
    return ActionLine(
        code=f"L-{number:02}",
        strategy="E1" if number % 2 else "E2",
        what=Text(f"Línea inventada {number}", f"Invented line {number}"),
        owner="uit",
        start=start,
        due=date(2025, 12, 15),
        indicator=Text("actividades", "activities"),
        target=Fraction(4),
        advance=Fraction(4 if is_met else 3),
        changes=(begun, met) if is_met else (begun,),
        evidence=(f"OFICIO-{number:02}",) if is_met else (),
        risks=("R1",) if number == 1 else (),
    )


EXAMPLE_PROGRAMME = Programme(
    code="P-2025",
    name=Text("Programa inventado", "Invented programme"),
    period=Period.year(2025),
    strategies=(
        ProgrammeStrategy(code="E1", name=Text("Prevenir", "Prevent")),
        ProgrammeStrategy(code="E2", name=Text("Simplificar", "Simplify")),
    ),
    lines=tuple(_line(number) for number in range(1, _LINES + 1)),
    risks=("R1", "R2"),
)
"""An invented programme of 50 lines, of which 45 are met and the others three quarters done."""

_REVIEW = RiskControl(
    code="K1",
    what=Text("Doble revisión", "Double review"),
    kind=ControlKind.PREVENTIVE,
    documented=True,
    formalised=True,
    applied=True,
    effective=True,
)

EXAMPLE_RISKS = (
    Risk(
        code="R1",
        name=Text("Pago sin entrega", "Payment without delivery"),
        kind=RiskKind.CORRUPTION,
        level=DecisionLevel.MANAGERIAL,
        initial=RiskValuation(impact=8, probability=7),
        controls=(_REVIEW,),
        final=RiskValuation(impact=8, probability=3),
        strategy=RiskStrategy.REDUCE,
    ),
    Risk(
        code="R2",
        name=Text("Expedientes que se pierden", "Files that get lost"),
        kind=RiskKind.SERVICE,
        level=DecisionLevel.OPERATIONAL,
        initial=RiskValuation(impact=4, probability=6),
        final=RiskValuation(impact=4, probability=6),
        strategy=RiskStrategy.AVOID,
    ),
)
"""Two invented risks: one of corruption with a sufficient control, one of services without."""


def _responses() -> Mapping[str, Response]:
    asked = [
        question.code
        for section in CONFLICT_QUESTIONNAIRE.sections
        for question in section.questions
        if question.type is QuestionType.YES_NO
    ]
    complete = Response.from_answers(CONFLICT_QUESTIONNAIRE, dict.fromkeys(asked, "no"))
    begun = Response.from_answers(CONFLICT_QUESTIONNAIRE, dict.fromkeys(asked[:5], "no"))
    return MappingProxyType(
        {
            f"C-{number:02}": complete if number <= _COMPLETE else begun
            for number in range(1, _PEOPLE + 1)
        }
    )


EXAMPLE_RESPONSES = _responses()
"""Responses of 20 invented persons to the reference questionnaire: 11 complete, 9 begun."""
