"""The samples of which the golden documents of `initiatives` were made; they never change."""

# ruff: noqa: E501 - texts of any length

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from imss_integrity.initiatives.axes import Axis
from imss_integrity.initiatives.burdens import AdministrativeBurden
from imss_integrity.initiatives.candidacies import Candidate, StageScore
from imss_integrity.initiatives.complaint_timing import ComplaintTimes, StageTime
from imss_integrity.initiatives.complaints import Complaint, ComplaintStage
from imss_integrity.initiatives.compliance_results import Compliance
from imss_integrity.initiatives.counting import StageCount, StageCounts
from imss_integrity.initiatives.forecasting import Forecast
from imss_integrity.initiatives.fulfilment_results import (
    CriterionSide,
    FulfilmentCriterion,
    FulfilmentIndex,
)
from imss_integrity.initiatives.growing import Growth
from imss_integrity.initiatives.information_requests import (
    Clarification,
    InformationRequest,
    Reply,
    ReplyKind,
    ReviewAppeal,
)
from imss_integrity.initiatives.initiative_records import (
    ActionKind,
    Initiative,
    InitiativeAction,
    LearningModule,
)
from imss_integrity.initiatives.learning import LearningEvaluation, LearningLevel, LevelResult
from imss_integrity.initiatives.line_states import LineState, StateChange
from imss_integrity.initiatives.lines import ActionLine, TargetKind
from imss_integrity.initiatives.merit_entries import MeritEntry, Outcome, Seat, Tie
from imss_integrity.initiatives.merit_results import MeritOrder
from imss_integrity.initiatives.perception import PerceptionIndex
from imss_integrity.initiatives.procedures import Procedure, ProcedureVersion
from imss_integrity.initiatives.processes import Profile, SelectionProcess, SelectionStage, TieRule
from imss_integrity.initiatives.programmes import Programme, ProgrammeStrategy, Weighting
from imss_integrity.initiatives.quadrants import RiskValuation
from imss_integrity.initiatives.quarters import QuarterlyReport, QuarterlyReports
from imss_integrity.initiatives.reach_results import ReachRate, ReachRates
from imss_integrity.initiatives.reaches import Reach, ReachStage
from imss_integrity.initiatives.readings import ComplianceReading
from imss_integrity.initiatives.request_clocks import RequestClock, RequestStep
from imss_integrity.initiatives.request_rules import RequestRules
from imss_integrity.initiatives.responding import ResponseTimes
from imss_integrity.initiatives.risk_controls import ControlKind, RiskControl
from imss_integrity.initiatives.risk_factors import FactorClass, FactorOrigin, RiskFactor
from imss_integrity.initiatives.risk_maps import RiskMap
from imss_integrity.initiatives.risk_terms import (
    DecisionLevel,
    ResidualRule,
    RiskKind,
    RiskStrategy,
)
from imss_integrity.initiatives.risk_work import RiskProgress
from imss_integrity.initiatives.risks import Risk
from imss_integrity.initiatives.weighted_indices import (
    IndexComponent,
    IndexDeduction,
    IndexDimension,
)
from imss_integrity.kernel.days import Period
from imss_integrity.kernel.deadline import DeadlineRule, TimeUnit
from imss_integrity.kernel.explanation import Aggregation, Part, Score
from imss_integrity.kernel.figures import PublishedFigure, Relation
from imss_integrity.kernel.provenance import Rule, Source, Status
from imss_integrity.kernel.text import Text
from imss_integrity.statistics.intervals import Interval, IntervalMethod
from imss_integrity.statistics.survey_margins import SurveyMargin

__all__ = ["SAMPLES"]

SAMPLES: dict[str, object] = {
    "action-line": ActionLine(
        code="O",
        what=Text(es="p", en="\u0120\u0106"),
        owner="V",
        due=date(2079, 1, 26),
        evidence=(),
        strategy="8arriban",
        indicator=Text(
            es="vZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1OP\xcduvZ\xc1",
            en="+52",
        ),
        target=Fraction(1023, 917536),
        advance=Fraction(0, 1),
        target_kind=TargetKind.AT_LEAST,
        weight=Fraction(237, 280),
        start=date(2074, 11, 11),
        verification=None,
        risks=(),
        changes=(StateChange(state=LineState.UNDER_WAY, on=date(1968, 7, 30)),),
    ),
    "administrative-burden": AdministrativeBurden(
        procedure=Procedure(
            code="V",
            name=Text(
                es="AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                en=None,
            ),
            before=ProcedureVersion(
                tariff=Decimal(4),
                time=Decimal(0),
                outlays=Decimal("5.250"),
                population=0,
                frequency=Decimal("6.09E+4"),
                opportunity_cost=Decimal(0),
                steps=0,
                digital_steps=0,
            ),
            after=ProcedureVersion(
                tariff=Decimal("0E+5"),
                time=Decimal(0),
                outlays=Decimal("5.250"),
                population=0,
                frequency=Decimal("6.09E+4"),
                opportunity_cost=Decimal(0),
                steps=0,
                digital_steps=0,
            ),
        ),
        status=Status.OWN,
        sources=(
            Source(
                code="costeo-estandar",
                title=Text(
                    es="Modelo de Costeo Est\xe1ndar, usado por la COFEMER desde 2010 (forma recordada, sin confirmar)",
                    en="Standard Cost Model, used by COFEMER since 2010 (its form recalled, not confirmed)",
                ),
                issued=None,
            ),
        ),
    ),
    "candidate": Candidate(
        code="nL:23fbc727a488cb13e1ec1e1e53ade2bacf3e2ca36810e2a050af7a3d8a7131cc",
        scores=(
            StageScore(stage="uVv2", points=Fraction(1799, 48162)),
            StageScore(stage="s", points=Fraction(75, 1)),
            StageScore(stage="m4", points=Fraction(9200, 321)),
        ),
        reached="uVv2",
    ),
    "clarification": Clarification(asked=date(1943, 11, 11), answered=date(1943, 11, 11)),
    "complaint": Complaint(
        folio="5zw:4d5b961e1680e1ad86321d9ba9444fb832617b39239835d5dde0b2850330c72b",
        received=date(2008, 4, 20),
        assessed=date(2028, 5, 22),
        addressed=date(2029, 9, 11),
        concluded=date(2030, 3, 10),
    ),
    "complaint-times": ComplaintTimes(
        stages=(
            StageTime(stage=ComplaintStage.RECEIVE, reached=5, resting=1, median_days=None),
            StageTime(
                stage=ComplaintStage.ASSESS, reached=4, resting=0, median_days=Fraction(59, 2)
            ),
            StageTime(
                stage=ComplaintStage.ADDRESS, reached=4, resting=2, median_days=Fraction(4413, 2)
            ),
            StageTime(
                stage=ComplaintStage.CONCLUDE, reached=2, resting=2, median_days=Fraction(17031, 2)
            ),
        ),
        median_days=Fraction(21977, 2),
        on=date(2032, 1, 1),
        status=Status.OWN,
        sources=(
            Source(
                code="iso-37002-2021",
                title=Text(
                    es="ISO 37002:2021, sistemas de gesti\xf3n de la denuncia de irregularidades: etapas",
                    en="ISO 37002:2021, whistleblowing management systems: stages",
                ),
                issued=None,
            ),
        ),
    ),
    "compliance": Compliance(
        programme=Programme(
            code="a",
            name=Text(es="A", en=None),
            period=Period(start=date(2000, 1, 1), end=date(2000, 1, 1)),
            strategies=(ProgrammeStrategy(code="b", name=Text(es="A", en=None)),),
            lines=(
                ActionLine(
                    code="b",
                    what=Text(es="A", en=None),
                    owner="a",
                    due=date(2000, 1, 1),
                    evidence=(),
                    strategy="b",
                    indicator=Text(es="A", en=None),
                    target=Fraction(1, 1),
                    advance=Fraction(0, 1),
                    target_kind=TargetKind.WHOLE,
                    weight=Fraction(1, 1),
                    start=date(2000, 1, 1),
                    verification=None,
                    risks=(),
                    changes=(),
                ),
            ),
            risks=(),
            weighting=Weighting.RELATIVE,
            status=Status.OFFICIAL,
            sources=(),
        ),
        on=date(2000, 1, 1),
        reading=ComplianceReading.LINES_MET,
        score=Score(
            subject="a",
            definition="lineas_cumplidas",
            period=Period(start=date(2000, 1, 1), end=date(2000, 1, 1)),
            value=Fraction(0, 1),
            out_of=Fraction(100, 1),
            parts=(
                Part(
                    code="b",
                    name=Text(es="A", en=None),
                    value=Fraction(0, 1),
                    out_of=Fraction(100, 1),
                    share=Fraction(0, 1),
                    note=None,
                    parts=(
                        Part(
                            code="b",
                            name=Text(es="A", en=None),
                            value=Fraction(0, 1),
                            out_of=Fraction(100, 1),
                            share=Fraction(0, 1),
                            note=Text(es="en plazo", en="on track"),
                            parts=(),
                        ),
                    ),
                ),
            ),
            method=Aggregation.ARITHMETIC,
            lowest=Fraction(0, 1),
            highest=Fraction(0, 1),
            missing=(),
            status=Status.OWN,
            sources=(),
        ),
        forecast=Forecast(
            until=date(2000, 1, 1), lowest=Fraction(0, 1), highest=Fraction(0, 1), early=()
        ),
        status=Status.OWN,
        sources=(),
    ),
    "forecast": Forecast(
        until=date(2031, 8, 25),
        lowest=Fraction(431, 591),
        highest=Fraction(1, 1),
        early=("D", "gGwwPLWfY5V0yW4QO7_iLBgfSgB3"),
    ),
    "fulfilment-criterion": FulfilmentCriterion(
        code="3",
        name=Text(
            es="\xe1J\xf1N\xedH\xfcuWJOd\xe1J\xf1N\xedH\xfcuWJOd\xe1J\xf1N\xedH\xfcuWJOd\xe1J\xf1N\xedH\xfcuWJOd\xe1J\xf1N\xedH\xfcuWJOd\xe1J\xf1N\xedH\xfcuWJOd\xe1J\xf1N\xedH\xfcuWJOd\xe1J\xf1N\xedH\xfcuWJOd\xe1J\xf1N\xedH\xfcuWJOd\xe1J\xf1N\xedH\xfcuWJOd\xe1J\xf1N\xedH\xfcuWJOd\xe1J\xf1N\xedH\xfcuWJOd\xe1J\xf1N\xedH\xfcuWJOd\xe1J\xf1N\xedH\xfcuWJOd\xe1J\xf1N\xedH\xfcuWJOd\xe1J\xf1N\xedH\xfcuWJOd\xe1J\xf1N\xedH\xfcuWJOd\xe1J\xf1N\xedH\xfcuWJOd\xe1J\xf1N\xedH\xfcuWJOd\xe1J\xf1N\xedH\xfcuWJOd\xe1J\xf1N\xedH\xfcuWJOd\xe1J\xf1N\xedH\xfcuWJOd\xe1J\xf1N\xedH\xfcuWJOd\xe1J\xf1N\xedH\xfcuWJOd\xe1J\xf1N\xedH\xfcuWJOd\xe1J\xf1N\xedH\xfcuWJOd\xe1J\xf1N\xedH\xfcuWJOd\xe1J\xf1N\xedH\xfcuWJOd\xe1J\xf1N\xedH\xfcuWJOd\xe1J\xf1N\xedH\xfcuWJOd\xe1J\xf1N\xedH\xfcuWJOd\xe1J\xf1N\xedH\xfcuWJOd\xe1J\xf1N\xedH\xfcuWJOd\xe1J\xf1N\xedH\xfcuWJOd\xe1J\xf1N\xedH\xfcuWJOd\xe1J\xf1N\xedH\xfcuWJOd\xe1J\xf1N\xedH\xfcuWJOd\xe1J\xf1N\xedH\xfcuWJOd\xe1J\xf1N\xedH\xfcuWJOd\xe1J\xf1N\xedH\xfcuWJOd\xe1J\xf1N\xedH\xfcuWJOd\xe1J\xf1N\xedH\xfcu",
            en="{0}",
        ),
        side=CriterionSide.DE_FACTO,
        fulfilled=True,
    ),
    "fulfilment-index": FulfilmentIndex(
        subject="u",
        de_jure=None,
        de_facto=Score(
            subject="u",
            definition="pr\xe1ctica (de facto)",
            period=None,
            value=Fraction(0, 1),
            out_of=Fraction(100, 1),
            parts=(
                Part(
                    code="j",
                    name=Text(es=",\xa5\xf9\u0124\xa5T\ucd43\xec\u013f", en="\U00017a9aD"),
                    value=Fraction(0, 1),
                    out_of=Fraction(100, 3),
                    share=None,
                    note=None,
                    parts=(),
                ),
                Part(
                    code="d",
                    name=Text(es="e\xf1", en="v qp\xd1gWPLm\xd3iUA YL"),
                    value=Fraction(0, 1),
                    out_of=Fraction(100, 3),
                    share=None,
                    note=None,
                    parts=(),
                ),
                Part(
                    code="WSd",
                    name=Text(
                        es="=1+1", en="\xd2S\xc3\U00023d18n\xb3\U0002ba59\xb6\U00018309\u31d0\u0139"
                    ),
                    value=Fraction(0, 1),
                    out_of=Fraction(100, 3),
                    share=None,
                    note=None,
                    parts=(),
                ),
            ),
            method=Aggregation.ARITHMETIC,
            lowest=Fraction(0, 1),
            highest=Fraction(100, 1),
            missing=("j", "d", "WSd"),
            status=Status.DERIVED,
            sources=(
                Source(
                    code="ocde-indicadores",
                    title=Text(
                        es="OCDE, Indicadores de Integridad P\xfablica",
                        en="OECD Public Integrity Indicators",
                    ),
                    issued=None,
                ),
            ),
        ),
        status=Status.DERIVED,
        sources=(
            Source(
                code="ocde-indicadores",
                title=Text(
                    es="OCDE, Indicadores de Integridad P\xfablica",
                    en="OECD Public Integrity Indicators",
                ),
                issued=None,
            ),
        ),
    ),
    "growth": Growth(
        earlier=PublishedFigure(
            value=0,
            relation=Relation.EXACTLY,
            code="a",
            what=Text(es="A", en=None),
            sources=(Source(code="a", title=Text(es="A", en=None), issued=None),),
            status=Status.OFFICIAL,
            on=date(2000, 2, 3),
            note=None,
        ),
        later=PublishedFigure(
            value=0,
            relation=Relation.EXACTLY,
            code="a",
            what=Text(es="A", en=None),
            sources=(Source(code="a", title=Text(es="A", en=None), issued=None),),
            status=Status.OFFICIAL,
            on=date(2002, 5, 6),
            note=None,
        ),
        lowest=Fraction(0, 1),
        highest=Fraction(0, 1),
        ratio=None,
        status=Status.DERIVED,
        sources=(Source(code="a", title=Text(es="A", en=None), issued=None),),
    ),
    "index-component": IndexComponent(
        code="O",
        name=Text(
            es="DXjeO\xf1\xfaIgc\xf1\xf3DXjeO\xf1\xfaIgc\xf1\xf3DXjeO\xf1\xfaIgc\xf1\xf3DXjeO\xf1\xfaIgc\xf1\xf3DXjeO\xf1\xfaIgc\xf1\xf3DXjeO\xf1\xfaIgc\xf1\xf3DXjeO\xf1\xfaIgc\xf1\xf3DXjeO\xf1\xfaIgc\xf1\xf3DXjeO\xf1\xfaIgc\xf1\xf3DXjeO\xf1\xfaIgc\xf1\xf3DXjeO\xf1\xfaIgc\xf1\xf3DXjeO\xf1\xfaIgc\xf1\xf3DXjeO\xf1\xfaIgc\xf1\xf3DXjeO\xf1\xfaIgc\xf1\xf3DXjeO\xf1\xfaIgc\xf1\xf3DXjeO\xf1\xfaIgc\xf1\xf3DXjeO\xf1\xfaIgc\xf1\xf3DXjeO\xf1\xfaIgc\xf1\xf3DXjeO\xf1\xfaIgc\xf1\xf3DXjeO\xf1\xfaIgc\xf1\xf3DXjeO\xf1\xfaIgc\xf1\xf3DXjeO\xf1\xfaIgc\xf1\xf3DXjeO\xf1\xfaIgc\xf1\xf3DXjeO\xf1\xfaIgc\xf1\xf3DXjeO\xf1\xfaIgc\xf1\xf3DXjeO\xf1\xfaIgc\xf1\xf3DXjeO\xf1\xfaIgc\xf1\xf3DXjeO\xf1\xfaIgc\xf1\xf3DXjeO\xf1\xfaIgc\xf1\xf3DXjeO\xf1\xfaIgc\xf1\xf3DXjeO\xf1\xfaIgc\xf1\xf3DXjeO\xf1\xfaIgc\xf1\xf3DXjeO\xf1\xfaIgc\xf1\xf3DXjeO\xf1\xfaIgc\xf1\xf3DXjeO\xf1\xfaIgc\xf1\xf3DXjeO\xf1\xfaIgc\xf1\xf3DXjeO\xf1\xfaIgc\xf1\xf3DXjeO\xf1\xfaIgc\xf1\xf3DXjeO\xf1\xfaIgc\xf1\xf3DXjeO\xf1\xfaIgc\xf1\xf3DXjeO\xf1\xfaIgc\xf1\xf3DXjeO\xf1\xfaI",
            en=":q\u012b\u0116\xa56",
        ),
        dimension=IndexDimension.PERCEPTION,
        share=Fraction(19, 1059),
        weight=Fraction(0, 1),
    ),
    "index-deduction": IndexDeduction(
        code="TOCwl",
        name=Text(
            es="\xaf3\U0002dade",
            en="\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V",
        ),
        points=Fraction(0, 1),
    ),
    "information-request": InformationRequest(
        folio="L9OV0Na:b1c5b4fdc4f99c1e337b28000379a8a4aaf7fd5a3ee92571606af08f3c53e1b3",
        filed=date(2087, 12, 29),
        clarification=Clarification(asked=date(2088, 1, 7), answered=None),
        extended=None,
        reply=Reply(on=date(2161, 8, 8), kind=ReplyKind.NOT_COMPETENT),
        appeal=ReviewAppeal(
            filed=date(2161, 8, 18), extended=date(2161, 8, 26), decided=date(2161, 10, 5)
        ),
    ),
    "initiative": Initiative(
        code="a4",
        name=Text(
            es="GaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIbGaVIb",
            en="9\u010c\u012c",
        ),
        axis=Axis.CULTURE,
        actions=(),
        principles=(),
        modules=(),
        audience=None,
        period=Period(start=date(2000, 1, 1), end=date(2000, 1, 9)),
        owner=None,
        status=Status.OFFICIAL,
        sources=(),
    ),
    "initiative-action": InitiativeAction(
        code="565",
        name=Text(
            es="b uKCnA bp",
            en="U\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1OaU\xda\xd1Oa",
        ),
        kind=ActionKind.NORMATIVE,
        document="cIndm1JjKh",
    ),
    "learning-evaluation": LearningEvaluation(
        module="8",
        results=(
            LevelResult(
                level=LearningLevel.RESULTS,
                on=date(1999, 1, 12),
                people=1575,
                after=Fraction(85, 441),
                before=Fraction(65, 7),
            ),
        ),
        status=Status.OFFICIAL,
        sources=(
            Source(
                code="xp",
                title=Text(
                    es="\xed t\u5b03\xbf\u0124",
                    en="EPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEP",
                ),
                issued=date(2107, 3, 13),
            ),
            Source(code="a", title=Text(es="Z\xf3L tNC", en=None), issued=date(2037, 12, 23)),
        ),
    ),
    "learning-module": LearningModule(
        code="qdesfavorableb",
        name=Text(
            es="MhLq gMlFZuY\xfa \xd1PZiZcaBVqnx",
            en="Xy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3L",
        ),
    ),
    "level-result": LevelResult(
        level=LearningLevel.BEHAVIOUR,
        on=date(2127, 7, 10),
        people=58625,
        after=Fraction(851, 11725),
        before=Fraction(10592, 43765),
    ),
    "merit-entry": MeritEntry(
        candidate=Candidate(
            code="6", scores=(StageScore(stage="fl", points=Fraction(100, 1)),), reached=None
        ),
        outcome=Outcome.PENDING,
        score=Score(
            subject="6",
            definition="W",
            period=None,
            value=Fraction(100, 1),
            out_of=Fraction(100, 1),
            parts=(
                Part(
                    code="fl",
                    name=Text(
                        es="IJCJyoSxHG\xe1W", en="\u1de9$\xea\U00029705W\u0105\U0002bac1\xab"
                    ),
                    value=Fraction(100, 1),
                    out_of=Fraction(100, 1),
                    share=Fraction(1, 1),
                    note=None,
                    parts=(),
                ),
            ),
            method=Aggregation.ARITHMETIC,
            lowest=Fraction(100, 1),
            highest=Fraction(100, 1),
            missing=(),
            status=Status.OWN,
            sources=(
                Source(
                    code="UO",
                    title=Text(
                        es="AqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAqAq",
                        en="rvza\xd1 IJCJyoSxHG\xe1W",
                    ),
                    issued=date(2041, 4, 27),
                ),
            ),
        ),
        lowest=Fraction(100, 1),
        highest=Fraction(100, 1),
        missing=(),
        below=(),
        place=None,
        seat=Seat.POSSIBLE,
    ),
    "merit-order": MeritOrder(
        process=SelectionProcess(
            code="h",
            profile=Profile.COMPETITIVENESS_COORDINATOR,
            stages=(
                SelectionStage(
                    code="VyWHH3S",
                    name=Text(es="\xd1\u69fc\xc5\u010c", en="+52"),
                    weight=Fraction(0, 1),
                    minimum=Fraction(50, 1),
                ),
                SelectionStage(
                    code="aBX",
                    name=Text(
                        es="\xd1\u69fc\xc5\u010c",
                        en="cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc",
                    ),
                    weight=Fraction(1, 1),
                    minimum=Fraction(142, 50463),
                ),
            ),
            seats=3,
            tie_rule=TieRule.BY_STAGES,
            tie_stages=("VyWHH3S",),
            status=Status.OFFICIAL,
            sources=(),
        ),
        entries=(),
        status=Status.OWN,
        sources=(),
    ),
    "perception-index": PerceptionIndex(
        score=Score(
            subject="a",
            definition="\xedndice de percepci\xf3n",
            period=None,
            value=Fraction(12040, 237),
            out_of=Fraction(100, 1),
            parts=(
                Part(
                    code="1",
                    name=Text(es="respuesta 1 de 4", en="answer 1 out of 4"),
                    value=Fraction(0, 1),
                    out_of=Fraction(1880, 79),
                    share=Fraction(0, 1),
                    note=None,
                    parts=(),
                ),
                Part(
                    code="2",
                    name=Text(es="respuesta 2 de 4", en="answer 2 out of 4"),
                    value=Fraction(6020, 711),
                    out_of=Fraction(6020, 237),
                    share=Fraction(1, 3),
                    note=None,
                    parts=(),
                ),
                Part(
                    code="3",
                    name=Text(es="respuesta 3 de 4", en="answer 3 out of 4"),
                    value=Fraction(12040, 711),
                    out_of=Fraction(6020, 237),
                    share=Fraction(2, 3),
                    note=None,
                    parts=(),
                ),
                Part(
                    code="4",
                    name=Text(es="respuesta 4 de 4", en="answer 4 out of 4"),
                    value=Fraction(6020, 237),
                    out_of=Fraction(6020, 237),
                    share=Fraction(1, 1),
                    note=None,
                    parts=(),
                ),
            ),
            method=Aggregation.ARITHMETIC,
            lowest=Fraction(12040, 237),
            highest=Fraction(12040, 237),
            missing=(),
            status=Status.OWN,
            sources=(),
        ),
        counts=(282, 301, 301, 301),
        margin=SurveyMargin(
            answered=1185, invited=1186, confidence=0.95, half_width=0.0008269890230126808
        ),
        status=Status.OWN,
        sources=(),
    ),
    "procedure": Procedure(
        code="pvinculox",
        name=Text(
            es="vinculo",
            en="GBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGBGB",
        ),
        before=ProcedureVersion(
            tariff=Decimal("54670.5768"),
            time=Decimal("2.165E+12"),
            outlays=Decimal("6.00E+4"),
            population=23,
            frequency=Decimal("1.18"),
            opportunity_cost=Decimal("1.59E+11"),
            steps=38,
            digital_steps=3,
        ),
        after=ProcedureVersion(
            tariff=Decimal("7.72E+10"),
            time=Decimal("0.00686"),
            outlays=Decimal("2.165E+12"),
            population=11361173717,
            frequency=Decimal("6.624E+10"),
            opportunity_cost=Decimal("1.610"),
            steps=85705,
            digital_steps=6640,
        ),
    ),
    "procedure-version": ProcedureVersion(
        tariff=Decimal("9.999999999999999999999999998E+28"),
        time=Decimal("999999999999999999999999999.9"),
        outlays=Decimal("2168205.643337"),
        population=3,
        frequency=Decimal("3.07E+9"),
        opportunity_cost=Decimal("3.4E-8"),
        steps=16,
        digital_steps=7,
    ),
    "programme": Programme(
        code="3SNT2rU8B",
        name=Text(es="-1", en="\xe9\xed"),
        period=Period(start=date(1900, 1, 10), end=date(1952, 3, 16)),
        strategies=(
            ProgrammeStrategy(code="t", name=Text(es="ETG\xe9", en="\u0117c\u0127\xc3f_h")),
        ),
        lines=(
            ActionLine(
                code="UO",
                what=Text(es="CPH\xe9", en="iMsC\xda\xf1\xc9oMZo\xed xbXIDtQByaML \xc9QHb"),
                owner="VNUL3",
                due=date(1929, 11, 6),
                evidence=(),
                strategy="t",
                indicator=Text(es="j\u0119\xbd", en=None),
                target=Fraction(2357, 29125),
                advance=Fraction(2357, 29125),
                target_kind=TargetKind.WHOLE,
                weight=Fraction(1, 1),
                start=date(1907, 6, 2),
                verification=None,
                risks=("O2", "PQq0", "8"),
                changes=(StateChange(state=LineState.MET, on=date(2030, 1, 14)),),
            ),
        ),
        risks=("8", "PQq0", "O2"),
        weighting=Weighting.SHARES,
        status=Status.OFFICIAL,
        sources=(Source(code="sD54k", title=Text(es="e\xedE", en="Aa\xcdI none x"), issued=None),),
    ),
    "programme-strategy": ProgrammeStrategy(
        code="qdesfavorableb",
        name=Text(
            es="MhLq gMlFZuY\xfa \xd1PZiZcaBVqnx",
            en="Xy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3LXy\xd3L",
        ),
    ),
    "quarterly-report": QuarterlyReport(
        period=Period(start=date(1915, 10, 23), end=date(1915, 10, 23)), due=date(1915, 10, 23)
    ),
    "quarterly-reports": QuarterlyReports(
        reports=(
            QuarterlyReport(
                period=Period(start=date(2082, 1, 1), end=date(2082, 3, 31)), due=date(2082, 4, 22)
            ),
            QuarterlyReport(
                period=Period(start=date(2082, 4, 1), end=date(2082, 6, 30)), due=date(2082, 7, 22)
            ),
            QuarterlyReport(
                period=Period(start=date(2082, 7, 1), end=date(2082, 9, 30)), due=date(2082, 10, 22)
            ),
            QuarterlyReport(
                period=Period(start=date(2082, 10, 1), end=date(2082, 12, 31)),
                due=date(2083, 1, 25),
            ),
        ),
        business_days=16,
        status=Status.OWN,
        sources=(
            Source(
                code="control-interno",
                title=Text(
                    es="Disposiciones y Manual de Control Interno: administraci\xf3n de riesgos (fecha y vigencia sin confirmar)",
                    en="Provisions and Manual of Internal Control: administration of risks (day and force not confirmed)",
                ),
                issued=None,
            ),
        ),
    ),
    "reach": Reach(
        initiative="kfY5V0yW4QO7_iLBgfSgB3",
        stages=(
            ReachStage(
                figure=PublishedFigure(
                    value=45096612,
                    relation=Relation.ABOUT,
                    code="sFiniteFloatJ",
                    what=Text(es="{0}", en="`k\u013b"),
                    sources=(
                        Source(
                            code="y",
                            title=Text(
                                es="hOT\xfaLPrfXQ\xdcRhOT\xfaLPrfXQ\xdcRhOT\xfaLPrfXQ\xdcRhOT\xfaLPrfXQ\xdcRhOT\xfaLPrfXQ\xdcRhOT\xfaLPrfXQ\xdcRhOT\xfaLPrfXQ\xdcRhOT\xfaLPrfXQ\xdcRhOT\xfaLPrfXQ\xdcRhOT\xfaLPrfXQ\xdcRhOT\xfaLPrfXQ\xdcRhOT\xfaLPrfXQ\xdcRhOT\xfaLPrfXQ\xdcRhOT\xfaLPrfXQ\xdcRhOT\xfaLPrfXQ\xdcRhOT\xfaLPrfXQ\xdcRhOT\xfaLPrfXQ\xdcRhOT\xfaLPrfXQ\xdcRhOT\xfaLPrfXQ\xdcRhOT\xfaLPrfXQ\xdcRhOT\xfaLPrfXQ\xdcRhOT\xfaLPrfXQ\xdcRhOT\xfaLPrfXQ\xdcRhOT\xfaLPrfXQ\xdcRhOT\xfaLPrfXQ\xdcRhOT\xfaLPrfXQ\xdcRhOT\xfaLPrfXQ\xdcRhOT\xfaLPrfXQ\xdcRhOT\xfaLPrfXQ\xdcRhOT\xfaLPrfXQ\xdcRhOT\xfaLPrfXQ\xdcRhOT\xfaLPrfXQ\xdcRhOT\xfaLPrfXQ\xdcRhOT\xfaLPrfXQ\xdcRhOT\xfaLPrfXQ\xdcRhOT\xfaLPrfXQ\xdcRhOT\xfaLPrfXQ\xdcRhOT\xfaLPrfXQ\xdcRhOT\xfaLPrfXQ\xdcRhOT\xfaLPrfXQ\xdcRhOT\xfaLPrfXQ\xdcRhOT\xfaLPrf",
                                en="\xec\xce\u2371\xe4'&h\U0002aed4m6",
                            ),
                            issued=None,
                        ),
                    ),
                    status=Status.REPORTED,
                    on=None,
                    note=None,
                ),
                nested=False,
            ),
        ),
    ),
    "reach-rate": ReachRate(
        stage="69EHyG3JJkSGKU0kca",
        before="iiNM",
        lowest=Fraction(2033, 362880),
        highest=Fraction(608, 40277),
        about=Fraction(128, 189),
        interval=Interval(
            method=IntervalMethod.WILSON_CONTINUITY,
            estimate=0.22410234045646168,
            lower=0.21834991468102874,
            upper=0.22996145572868687,
            confidence=0.99,
        ),
    ),
    "reach-rates": ReachRates(
        reach=Reach(
            initiative="F",
            stages=(
                ReachStage(
                    figure=PublishedFigure(
                        value=0,
                        relation=Relation.EXACTLY,
                        code="23FPgfb",
                        what=Text(es="r\xfa\xedU", en="\U0002d9e76"),
                        sources=(
                            Source(
                                code="F",
                                title=Text(
                                    es="Wo]\xfe\xaa\u0114\xcd\ub50b\xfa\xea\xb6", en="zYMP \xc9KUay"
                                ),
                                issued=date(2191, 4, 13),
                            ),
                        ),
                        status=Status.REPORTED,
                        on=date(2027, 9, 6),
                        note=None,
                    ),
                    nested=False,
                ),
            ),
        ),
        rates=(),
        status=Status.DERIVED,
        sources=(
            Source(
                code="F",
                title=Text(es="Wo]\xfe\xaa\u0114\xcd\ub50b\xfa\xea\xb6", en="zYMP \xc9KUay"),
                issued=date(2191, 4, 13),
            ),
        ),
    ),
    "reach-stage": ReachStage(
        figure=PublishedFigure(
            value=28174033,
            relation=Relation.AT_LEAST,
            code="O0SuR7c",
            what=Text(
                es="k\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcdeuZD\xfc\xdcRk\xedD\xcde",
                en="\xe9KFn",
            ),
            sources=(Source(code="Wy3", title=Text(es="INF", en=None), issued=None),),
            status=Status.DERIVED,
            on=None,
            note=None,
        ),
        nested=False,
    ),
    "reply": Reply(on=date(2127, 10, 13), kind=ReplyKind.NOT_COMPETENT),
    "request-clock": RequestClock(
        request=InformationRequest(
            folio="L9OV0Na:b1c5b4fdc4f99c1e337b28000379a8a4aaf7fd5a3ee92571606af08f3c53e1b3",
            filed=date(2028, 12, 29),
            clarification=Clarification(asked=date(2029, 1, 7), answered=None),
            extended=None,
            reply=Reply(on=date(2030, 8, 8), kind=ReplyKind.NOT_COMPETENT),
            appeal=ReviewAppeal(
                filed=date(2030, 8, 18), extended=date(2030, 8, 26), decided=date(2030, 10, 5)
            ),
        ),
        clarify_by=date(2029, 1, 8),
        clarified_by=date(2029, 1, 19),
        start=date(2028, 12, 29),
        public_by=date(2029, 1, 8),
        not_competent_by=date(2029, 1, 4),
        answer_by=date(2029, 1, 29),
        days=409,
        appeal_by=date(2030, 8, 29),
        decision_by=date(2030, 11, 12),
        status=Status.OWN,
        sources=(
            Source(
                code="lgtaip",
                title=Text(
                    es="Ley General de Transparencia y Acceso a la Informaci\xf3n P\xfablica (DOF 20-03-2025)",
                    en="General Law of Transparency and Access to Public Information (DOF 20-03-2025)",
                ),
                issued=date(2025, 3, 20),
            ),
        ),
    ),
    "request-rules": RequestRules(
        answer=DeadlineRule(
            rule=Rule(
                code="a",
                text=Text(es="A", en=None),
                source=Source(code="a", title=Text(es="A", en=None), issued=None),
                status=Status.OFFICIAL,
                first_day=None,
                last_day=None,
            ),
            amount=1,
            unit=TimeUnit.CALENDAR_DAYS,
        ),
        extension=DeadlineRule(
            rule=Rule(
                code="a",
                text=Text(es="A", en=None),
                source=Source(code="a", title=Text(es="A", en=None), issued=None),
                status=Status.OFFICIAL,
                first_day=None,
                last_day=None,
            ),
            amount=1,
            unit=TimeUnit.CALENDAR_DAYS,
        ),
        already_public=DeadlineRule(
            rule=Rule(
                code="a",
                text=Text(es="A", en=None),
                source=Source(code="a", title=Text(es="A", en=None), issued=None),
                status=Status.OFFICIAL,
                first_day=None,
                last_day=None,
            ),
            amount=1,
            unit=TimeUnit.CALENDAR_DAYS,
        ),
        not_competent=DeadlineRule(
            rule=Rule(
                code="a",
                text=Text(es="A", en=None),
                source=Source(code="a", title=Text(es="A", en=None), issued=None),
                status=Status.OFFICIAL,
                first_day=None,
                last_day=None,
            ),
            amount=1,
            unit=TimeUnit.CALENDAR_DAYS,
        ),
        clarification=DeadlineRule(
            rule=Rule(
                code="a",
                text=Text(es="A", en=None),
                source=Source(code="a", title=Text(es="A", en=None), issued=None),
                status=Status.OFFICIAL,
                first_day=None,
                last_day=None,
            ),
            amount=1,
            unit=TimeUnit.CALENDAR_DAYS,
        ),
        clarification_answer=DeadlineRule(
            rule=Rule(
                code="a",
                text=Text(es="A", en=None),
                source=Source(code="a", title=Text(es="A", en=None), issued=None),
                status=Status.OFFICIAL,
                first_day=None,
                last_day=None,
            ),
            amount=1,
            unit=TimeUnit.CALENDAR_DAYS,
        ),
        appeal=DeadlineRule(
            rule=Rule(
                code="a",
                text=Text(es="A", en=None),
                source=Source(code="a", title=Text(es="A", en=None), issued=None),
                status=Status.OFFICIAL,
                first_day=None,
                last_day=None,
            ),
            amount=1,
            unit=TimeUnit.CALENDAR_DAYS,
        ),
        decision=DeadlineRule(
            rule=Rule(
                code="a",
                text=Text(es="A", en=None),
                source=Source(code="a", title=Text(es="A", en=None), issued=None),
                status=Status.OFFICIAL,
                first_day=None,
                last_day=None,
            ),
            amount=1,
            unit=TimeUnit.CALENDAR_DAYS,
        ),
        decision_extension=DeadlineRule(
            rule=Rule(
                code="a",
                text=Text(es="A", en=None),
                source=Source(code="a", title=Text(es="A", en=None), issued=None),
                status=Status.OFFICIAL,
                first_day=None,
                last_day=None,
            ),
            amount=1,
            unit=TimeUnit.CALENDAR_DAYS,
        ),
    ),
    "request-step": RequestStep(
        code="a9EHyG3JJkSGKU0kca", by=date(1938, 7, 9), on=date(1938, 7, 9)
    ),
    "response-times": ResponseTimes(
        clocks=(
            RequestClock(
                request=InformationRequest(
                    folio="b_FPYPSQG:2b04a5558ee7ab9e9e4e5f6087634a20adff7d0d2f6c98bfff6518fb703ecefa",
                    filed=date(2025, 7, 12),
                    clarification=None,
                    extended=date(2028, 3, 25),
                    reply=Reply(on=date(2029, 10, 14), kind=ReplyKind.ALREADY_PUBLIC),
                    appeal=ReviewAppeal(filed=date(2030, 3, 12), extended=None, decided=None),
                ),
                clarify_by=date(2025, 7, 18),
                clarified_by=None,
                start=date(2025, 7, 12),
                public_by=date(2025, 7, 18),
                not_competent_by=date(2025, 7, 16),
                answer_by=date(2025, 8, 8),
                days=1086,
                appeal_by=date(2029, 11, 2),
                decision_by=date(2030, 5, 9),
                status=Status.OWN,
                sources=(
                    Source(
                        code="lgtaip",
                        title=Text(
                            es="Ley General de Transparencia y Acceso a la Informaci\xf3n P\xfablica (DOF 20-03-2025)",
                            en="General Law of Transparency and Access to Public Information (DOF 20-03-2025)",
                        ),
                        issued=date(2025, 3, 20),
                    ),
                ),
            ),
        ),
        on=date(2032, 1, 1),
        status=Status.OWN,
        sources=(
            Source(
                code="lgtaip",
                title=Text(
                    es="Ley General de Transparencia y Acceso a la Informaci\xf3n P\xfablica (DOF 20-03-2025)",
                    en="General Law of Transparency and Access to Public Information (DOF 20-03-2025)",
                ),
                issued=date(2025, 3, 20),
            ),
        ),
    ),
    "review-appeal": ReviewAppeal(
        filed=date(1995, 11, 23), extended=date(2132, 11, 30), decided=date(1935, 4, 12)
    ),
    "risk": Risk(
        code="DAD",
        name=Text(
            es="BNRc",
            en="AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        ),
        kind=RiskKind.IMAGE,
        level=DecisionLevel.OPERATIONAL,
        factors=(
            RiskFactor(
                code="3",
                what=Text(es="ogKI\xc9FHz\xed i\xd3NLNfMgvn", en=None),
                origin=FactorOrigin.EXTERNAL,
                kind=FactorClass.NORMATIVE,
            ),
            RiskFactor(
                code="j",
                what=Text(es="=1+1", en="\xe9tmnJImA\xc9vYX"),
                origin=FactorOrigin.EXTERNAL,
                kind=FactorClass.SETTING,
            ),
            RiskFactor(
                code="Ml",
                what=Text(es="%s", en="+52"),
                origin=FactorOrigin.INTERNAL,
                kind=FactorClass.TECHNOLOGY,
            ),
        ),
        initial=RiskValuation(impact=3, probability=10),
        controls=(),
        final=RiskValuation(impact=3, probability=10),
        strategy=RiskStrategy.ASSUME,
        work_plan=(),
        residual_rule=ResidualRule.SUFFICIENT_CONTROL,
    ),
    "risk-control": RiskControl(
        code="0iNM",
        what=Text(
            es="Inf",
            en="H\xc1lJH\xd3OWD\xcdkdH\xc1lJH\xd3OWD\xcdkdH\xc1lJH\xd3OWD\xcdkdH\xc1lJH\xd3OWD\xcdkdH\xc1lJH\xd3OWD\xcdkdH\xc1lJH\xd3OWD\xcdkdH\xc1lJH\xd3OWD\xcdkdH\xc1lJH\xd3OWD\xcdkdH\xc1lJH\xd3OWD\xcdkdH\xc1lJH\xd3OWD\xcdkdH\xc1lJH\xd3OWD\xcdkdH\xc1lJH\xd3OWD\xcdkdH\xc1lJH\xd3OWD\xcdkdH\xc1lJH\xd3OWD\xcdkdH\xc1lJH\xd3OWD\xcdkdH\xc1lJH\xd3OWD\xcdkdH\xc1lJH\xd3OWD\xcdkdH\xc1lJH\xd3OWD\xcdkdH\xc1lJH\xd3OWD\xcdkdH\xc1lJH\xd3OWD\xcdkdH\xc1lJH\xd3OWD\xcdkdH\xc1lJH\xd3OWD\xcdkdH\xc1lJH\xd3OWD\xcdkdH\xc1lJH\xd3OWD\xcdkdH\xc1lJH\xd3OWD\xcdkdH\xc1lJH\xd3OWD\xcdkdH\xc1lJH\xd3OWD\xcdkdH\xc1lJH\xd3OWD\xcdkdH\xc1lJH\xd3OWD\xcdkdH\xc1lJH\xd3OWD\xcdkdH\xc1lJH\xd3OWD\xcdkdH\xc1lJH\xd3OWD\xcdkdH\xc1lJH\xd3OWD\xcdkdH\xc1lJH\xd3OWD\xcdkdH\xc1lJH\xd3OWD\xcdkdH\xc1lJH\xd3OWD\xcdkdH\xc1lJH\xd3OWD\xcdkdH\xc1lJH\xd3OWD\xcdkdH\xc1lJH\xd3OWD\xcdkdH\xc1lJH\xd3OWD\xcdkdH\xc1lJH\xd3OWD\xcdkdH\xc1lJH\xd3OW",
        ),
        kind=ControlKind.CORRECTIVE,
        documented=True,
        formalised=True,
        applied=True,
        effective=True,
    ),
    "risk-factor": RiskFactor(
        code="RYMFhzWA",
        what=Text(
            es="\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U",
            en="o\xf1U Compliance Ov\xf3H",
        ),
        origin=FactorOrigin.INTERNAL,
        kind=FactorClass.SETTING,
    ),
    "risk-map": RiskMap(
        risks=(
            Risk(
                code="77A9hvgat0_BljCwzai0UJ4R",
                name=Text(es="'\"&", en=None),
                kind=RiskKind.SERVICE,
                level=DecisionLevel.STRATEGIC,
                factors=(
                    RiskFactor(
                        code="kR",
                        what=Text(
                            es="%\xda\u013dH\U0002a6b2p\u0138\u0128|]\u0104\u0118\xd9B",
                            en="\u49f3~\u0123)\U00011d33\u61e8\u0115\u0120\U000205fag\u5d4a\u0113",
                        ),
                        origin=FactorOrigin.INTERNAL,
                        kind=FactorClass.NORMATIVE,
                    ),
                ),
                initial=RiskValuation(impact=1, probability=3),
                controls=(),
                final=RiskValuation(impact=1, probability=3),
                strategy=RiskStrategy.SHARE,
                work_plan=(),
                residual_rule=ResidualRule.SUFFICIENT_CONTROL,
            ),
        ),
        status=Status.OWN,
        sources=(
            Source(
                code="control-interno",
                title=Text(
                    es="Disposiciones y Manual de Control Interno: administraci\xf3n de riesgos (fecha y vigencia sin confirmar)",
                    en="Provisions and Manual of Internal Control: administration of risks (day and force not confirmed)",
                ),
                issued=None,
            ),
            Source(
                code="matriz-merida",
                title=Text(
                    es="Ayuntamiento de M\xe9rida, sistema de matriz de riesgos: escalas y cuadrantes",
                    en="City of M\xe9rida, risk matrix system: scales and quadrants",
                ),
                issued=None,
            ),
        ),
    ),
    "risk-progress": RiskProgress(
        risks=(),
        on=date(1915, 10, 31),
        status=Status.OWN,
        sources=(
            Source(
                code="control-interno",
                title=Text(
                    es="Disposiciones y Manual de Control Interno: administraci\xf3n de riesgos (fecha y vigencia sin confirmar)",
                    en="Provisions and Manual of Internal Control: administration of risks (day and force not confirmed)",
                ),
                issued=None,
            ),
            Source(
                code="matriz-merida",
                title=Text(
                    es="Ayuntamiento de M\xe9rida, sistema de matriz de riesgos: escalas y cuadrantes",
                    en="City of M\xe9rida, risk matrix system: scales and quadrants",
                ),
                issued=None,
            ),
        ),
    ),
    "risk-valuation": RiskValuation(impact=7, probability=10),
    "selection-process": SelectionProcess(
        code="V",
        profile=Profile.COMPETITIVENESS_COORDINATOR,
        stages=(
            SelectionStage(
                code="l",
                name=Text(es="AR\xedA kfgy\xcd\xc1xmAZT\xf1 fXyaQ\xdcI", en="0"),
                weight=Fraction(0, 1),
                minimum=None,
            ),
            SelectionStage(
                code="h",
                name=Text(es="A", en=None),
                weight=Fraction(1, 344),
                minimum=Fraction(0, 1),
            ),
            SelectionStage(
                code="FG47l",
                name=Text(
                    es="WZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZWZ",
                    en="\xd3 Idyr\xfagDRH\xfaOn",
                ),
                weight=Fraction(171, 172),
                minimum=Fraction(100, 1),
            ),
            SelectionStage(
                code="BDjYFh9f",
                name=Text(es="=1+1", en="\xedsHb\xc1aik\xfaw\xd3f"),
                weight=Fraction(1, 344),
                minimum=Fraction(762355, 99199),
            ),
        ),
        seats=1,
        tie_rule=TieRule.SHARED,
        tie_stages=(),
        status=Status.OFFICIAL,
        sources=(Source(code="a", title=Text(es="=1+1", en=None), issued=None),),
    ),
    "selection-stage": SelectionStage(
        code="eQbwH",
        name=Text(
            es="\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1JvCU\xd1D\xdaC\xf1",
            en="=1+1",
        ),
        weight=Fraction(3, 16003),
        minimum=Fraction(472, 141721),
    ),
    "stage-count": StageCount(
        code="xSn",
        what=Text(
            es="jHZFD",
            en="YM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM",
        ),
        value=861,
        relation=Relation.EXACTLY,
        share=None,
        share_relation=Relation.AT_MOST,
    ),
    "stage-counts": StageCounts(
        steps=(
            StageCount(
                code="candidaturas",
                what=Text(es="candidaturas", en="candidates"),
                value=5,
                relation=Relation.EXACTLY,
                share=None,
                share_relation=None,
            ),
            StageCount(
                code="Q",
                what=Text(
                    es="ZiZcaBVqnx\xf1\xcd M \xdaw\xcd\xc1",
                    en="WPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfag",
                ),
                value=5,
                relation=Relation.EXACTLY,
                share=Fraction(1, 1),
                share_relation=Relation.EXACTLY,
            ),
        ),
        nested=True,
        status=Status.DERIVED,
        sources=(),
    ),
    "stage-score": StageScore(stage="qdesfavorableb", points=Fraction(10701, 4673)),
    "stage-time": StageTime(
        stage=ComplaintStage.CONCLUDE,
        reached=3,
        resting=1970029,
        median_days=Fraction(96073995105358464, 10949),
    ),
    "state-change": StateChange(state=LineState.CANCELLED, on=date(1974, 8, 24)),
    "tie": Tie(
        place=11,
        candidates=(
            "Vnf:b3ceba43a9cd9caf16d86c55fd175ccc68ce4071b318c132b3a2cb4a18f30b96",
            "m:f8b2e4ce80f9ea07a25c3e9a6e4d5b961e1680e1ad86321d9ba9444fb832617b",
            "kakxplrB3:d461cb13846d784db4d168f01531bfae44737cb8c8f72c0405891f4096cd5c30",
            "L:79a87a7d24b8607f4ea2ce77525da829f8e9ec9e60b19a4451a565f97cbacb28",
        ),
        disputed=200,
    ),
}
