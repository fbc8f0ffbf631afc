"""How risks, burdens, requests and complaints are shown, kept and copied."""

from __future__ import annotations

import copy
import pickle
from datetime import date
from decimal import Decimal
from enum import StrEnum

import attrs
import pytest

from imss_integrity.catalog import REQUEST_RULES
from imss_integrity.initiatives import (
    Clarification,
    Complaint,
    ComplaintStage,
    ControlKind,
    DecisionLevel,
    FactorClass,
    FactorOrigin,
    InformationRequest,
    Procedure,
    ProcedureVersion,
    Quadrant,
    Reply,
    ReplyKind,
    ResidualRule,
    ResponseStanding,
    ReviewAppeal,
    Risk,
    RiskControl,
    RiskKind,
    RiskStrategy,
    RiskValuation,
    administrative_burden,
    complaint_times,
    quarterly_reports,
    request_clock,
    response_times,
    risk_map,
    risk_progress,
)
from imss_integrity.kernel import (
    Calendar,
    Commitment,
    InvalidValueError,
    Language,
    Report,
    Status,
    Text,
)

ON = date(2026, 4, 30)
REVIEW = RiskControl(
    code="C1", what=Text("Doble revisión"), kind=ControlKind.PREVENTIVE,
    documented=True, formalised=True, applied=True, effective=True,
)  # fmt: skip
RISK = Risk(
    code="R1", name=Text("Compra sin competencia", "Purchase without competition"),
    kind=RiskKind.CORRUPTION, level=DecisionLevel.MANAGERIAL,
    initial=RiskValuation(impact=8, probability=8), controls=(REVIEW,),
    final=RiskValuation(impact=8, probability=3), strategy=RiskStrategy.REDUCE,
    work_plan=(
        Commitment(
            code="A1", what=Text("Publicar la guía", "Publish the guide"), owner="compras",
            due=date(2026, 3, 31), progress=50,
        ),
        Commitment(
            code="A2", what=Text("Capacitar", "Train"), owner="uit", due=ON, progress=100,
            evidence=("lista",),
        ),
    ),
)  # fmt: skip
BARE = attrs.evolve(RISK, code="R2", controls=(), final=RISK.initial, work_plan=())
BEFORE = ProcedureVersion(
    tariff=Decimal("58.40"), time=Decimal("2.5"), outlays=Decimal(36), population=12_000,
    frequency=Decimal(2), steps=8, digital_steps=2,
)  # fmt: skip
PROCEDURE = Procedure(
    code="IMSS-02-001", name=Text("Alta", "Enrolment"), before=BEFORE,
    after=attrs.evolve(BEFORE, time=Decimal("0.5"), outlays=Decimal(0), digital_steps=8),
)  # fmt: skip
FREE = attrs.evolve(BEFORE, tariff=Decimal(0), outlays=Decimal(0), steps=0, digital_steps=0)
REQUEST = InformationRequest(
    folio="S-1", filed=date(2026, 1, 8),
    clarification=Clarification(asked=date(2026, 1, 12), answered=date(2026, 1, 20)),
    reply=Reply(on=date(2026, 2, 25), kind=ReplyKind.ANSWER),
    appeal=ReviewAppeal(filed=date(2026, 3, 2)),
)  # fmt: skip
LAW = {"rules": REQUEST_RULES, "calendar": Calendar()}
COMPLAINTS = (
    Complaint(
        folio="D-1", received=date(2026, 1, 5), assessed=date(2026, 1, 9),
        addressed=date(2026, 1, 9), concluded=date(2026, 4, 1),
    ),
    Complaint(folio="D-2", received=date(2026, 1, 5), assessed=date(2026, 1, 12)),
)  # fmt: skip
REPORTS: dict[str, Report] = {
    "map": risk_map([RISK, BARE]),
    "no risks": risk_map([]),
    "progress": risk_progress([RISK, BARE], on=ON),
    "no work": risk_progress([BARE], on=ON),
    "quarters": quarterly_reports(2026, calendar=Calendar()),
    "burden": administrative_burden(PROCEDURE),
    "free": administrative_burden(attrs.evolve(PROCEDURE, before=FREE, after=FREE)),
    "half counted": administrative_burden(attrs.evolve(PROCEDURE, before=FREE)),
    "clock": request_clock(REQUEST, rules=REQUEST_RULES, calendar=Calendar()),
    "responses": response_times(
        [REQUEST, InformationRequest(folio="S-2", filed=date(2026, 1, 8))],
        on=ON, rules=REQUEST_RULES, calendar=Calendar(),
    ),
    "no responses": response_times([], on=ON, rules=REQUEST_RULES, calendar=Calendar()),
    "complaints": complaint_times(COMPLAINTS, on=ON),
    "no complaints": complaint_times([], on=ON),
}  # fmt: skip
SHOWN = {
    "map": """\
Mapa de 2 riesgos
Cuadrante I, atención inmediata: 2 antes de los controles, 1 después
Cuadrante II, atención periódica: 0 antes de los controles, 0 después
Cuadrante III, controlados: 0 antes de los controles, 0 después
Cuadrante IV, seguimiento: 0 antes de los controles, 1 después
  clave  riesgo                  antes     suficientes  después    estrategia
  R1     Compra sin competencia  I (8, 8)  1 de 1       IV (8, 3)  reducir
  R2     Compra sin competencia  I (8, 8)  0 de 0       I (8, 8)   reducir
Sin programa de trabajo: R2
""",
    "progress": """\
Avance del PTAR al 2026-04-30
De 2 compromisos: 1 concluidos, 1 vencidos
Avance medio: 75 %
  riesgo  clave  compromiso        responsable  fecha       % de avance  nota
  R1      A1     Publicar la guía  compras      2026-03-31           50  vencido
  R1      A2     Capacitar         uit          2026-04-30          100
""",
    "quarters": """\
Reportes trimestrales: vencen 15 días hábiles después del trimestre
  del         al          vence
  2026-01-01  2026-03-31  2026-04-21
  2026-04-01  2026-06-30  2026-07-21
  2026-07-01  2026-09-30  2026-10-21
  2026-10-01  2026-12-31  2027-01-22
""",
    "burden": """\
IMSS-02-001, Alta: ahorro anual de 3 667 200 pesos (83.96 %)
Pasos digitales: 2 / 8 (25 %) antes, 8 / 8 (100 %) después
  parte                            antes  después
  tarifa por unidad de tiempo       58.4     58.4
  tiempo de un caso                  2.5      0.5
  desembolsos de un caso              36        0
  precio de un caso                  182     29.2
  población                       12 000   12 000
  frecuencia anual                     2        2
  casos al año                    24 000   24 000
  costo de oportunidad                 0        0
  costo al año                 4 368 000  700 800
""",
    "clock": """\
Solicitud S-1, del 2026-01-08
  paso                    a más tardar  fecha
  pedir aclaración        2026-01-15    2026-01-12
  aclarar                 2026-01-26    2026-01-20
  no competencia          2026-01-23
  información ya pública  2026-01-27
  respuesta               2026-02-18    2026-02-25
  recurso de revisión     2026-03-19    2026-03-02
  resolución del recurso  2026-04-28
""",
    "responses": """\
Respuesta a 2 solicitudes al 2026-04-30
En tiempo: 0 % de las respondidas o vencidas
Mediana hasta la respuesta: 25 días hábiles
Vencidas sin respuesta: S-2
""",
    "complaints": """\
Denuncias por etapa al 2026-04-30
Mediana de recibir a concluir: 86 días naturales, sólo de las concluidas
  etapa     llegaron  siguen en ella  mediana de días desde la anterior
  recibir          2               0
  evaluar          2               1                                5.5
  atender          1               0                                  0
  concluir         1               1                                 82
""",
}
ALL = pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
ENUMS: tuple[type[StrEnum], ...] = (
    *(Quadrant, ControlKind, FactorClass, FactorOrigin, RiskKind, DecisionLevel, RiskStrategy),
    *(ResidualRule, ReplyKind, ResponseStanding, ComplaintStage),
)


@pytest.mark.parametrize("name", SHOWN)
def test_what_a_reader_sees(name: str) -> None:
    """In Spanish, with the own status and the sources below it."""
    lines = REPORTS[name].describe()
    assert lines.startswith(SHOWN[name].rstrip("\n"))
    assert "Estatus: propio, no oficial\nFuentes: " in lines


@ALL
def test_every_report_speaks_both_languages(report: Report) -> None:
    """Two wordings, both with their status, and a notebook table."""
    es, en = (report.describe(language) for language in Language)
    assert es != en
    assert "Status: own, not official" in en
    assert Status.OWN is report.status
    assert "<div>" in report._repr_html_()


@ALL
def test_rows_have_the_same_keys(report: Report) -> None:
    """As a data frame wants them."""
    rows = report.to_records()
    assert all(rows[0].keys() == row.keys() for row in rows)


@ALL
def test_a_copy_is_equal(report: Report) -> None:
    """By copy and by pickle, through the constructor."""
    assert report == copy.deepcopy(report) == pickle.loads(pickle.dumps(report))  # noqa: S301 - ours
    assert hash(report) == hash(copy.copy(report))


@pytest.mark.parametrize("enum", ENUMS)
def test_every_member_has_a_name_of_its_own(enum: type[StrEnum]) -> None:
    """In both languages, none twice."""
    names = [member.label for member in enum]  # type: ignore[attr-defined]
    assert len(names) == len({name.es for name in names}) == len({name.en for name in names})


def test_each_quarter_has_a_row() -> None:
    """With its days, for a data frame; a year has four of them."""
    made = quarterly_reports(2026, calendar=Calendar())
    rows = made.to_records()
    assert [one.due for one in made.reports] == [row["due"] for row in rows]
    assert (date(2026, 1, 1), date(2026, 3, 31)) == (rows[0]["start"], rows[0]["end"])
    with pytest.raises(InvalidValueError, match="'reports' must have 4 to 4"):
        attrs.evolve(made, reports=made.reports[:3])


def test_rows_hold_exact_money() -> None:
    """One row for each part of the cost, in ``Decimal``."""
    rows = {row["part"]: row for row in REPORTS["burden"].to_records()}
    assert (Decimal("4368000.00"), Decimal("700800.00")) == (
        rows["cost"]["before"],
        rows["cost"]["after"],
    )
