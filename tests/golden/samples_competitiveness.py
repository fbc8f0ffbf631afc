"""The samples of which the golden documents of `competitiveness` were made; they never change."""

# ruff: noqa: E501 - texts of any length

from __future__ import annotations

from datetime import date
from fractions import Fraction

from imss_integrity.competitiveness.assessing import Assessment
from imss_integrity.competitiveness.change_results import Change, ChangePart
from imss_integrity.competitiveness.consensus_results import Adjustment, Consensus, Disagreement
from imss_integrity.competitiveness.criteria import Criterion, Subcriterion
from imss_integrity.competitiveness.frameworks import Framework
from imss_integrity.competitiveness.gates import Gate, IntegrityShare, Requirement, Standing
from imss_integrity.competitiveness.recognition_results import (
    Recognition,
    RecognitionStep,
    Rung,
    YearResult,
)
from imss_integrity.competitiveness.route_results import Raise, Route
from imss_integrity.competitiveness.stages import Stage, StageRule, StageScale
from imss_integrity.kernel.days import Period
from imss_integrity.kernel.provenance import Source, Status
from imss_integrity.kernel.text import Text

__all__ = ["SAMPLES"]

SAMPLES: dict[str, object] = {
    "adjustment": Adjustment(
        subcriterion="n",
        percent=9,
        reason=Text(
            es="jHZFD",
            en="YM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM\xedYM",
        ),
    ),
    "assessment": Assessment(
        unit="lhz4emW",
        period=Period(start=date(1914, 1, 31), end=date(2086, 10, 30)),
        evaluator="Px6M4-w",
        framework=Framework(
            code="P",
            name=Text(es="+52", en="M\xf3\xf3"),
            version="2",
            criteria=(
                Criterion(
                    code="GkbygK8r2.ndCughtXC_GG",
                    name=Text(
                        es="+52",
                        en="UUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUUU",
                    ),
                    points=1,
                    subcriteria=(
                        Subcriterion(
                            code="1",
                            name=Text(
                                es="-1",
                                en="bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1BXeoU\xed\xc1bFl\xd1B",
                            ),
                            points=1,
                            cross_references=(),
                        ),
                    ),
                ),
            ),
            total=1,
            scale=StageScale(
                code="etapas-2019",
                stages=(
                    Stage(code="diseno", name=Text(es="Dise\xf1o", en="Design"), low=0, high=20),
                    Stage(
                        code="desarrollo",
                        name=Text(es="Desarrollo", en="Development"),
                        low=25,
                        high=40,
                    ),
                    Stage(
                        code="consolidado",
                        name=Text(es="Consolidado", en="Consolidated"),
                        low=45,
                        high=60,
                    ),
                    Stage(
                        code="mejorado", name=Text(es="Mejorado", en="Improved"), low=65, high=80
                    ),
                    Stage(
                        code="referencial",
                        name=Text(es="Referencial", en="Reference"),
                        low=85,
                        high=100,
                    ),
                ),
                step=5,
                source=Source(
                    code="tabla-madurez-2019",
                    title=Text(
                        es="IMSS, Tabla de Madurez para Unidades Sociales y Administrativas 2019",
                        en="IMSS, Maturity Table for Social and Administrative Units 2019",
                    ),
                    issued=None,
                ),
                status=Status.DERIVED,
            ),
            status=Status.DERIVED,
            source=Source(
                code="D9Hk6SV",
                title=Text(es="{0.__class__}", en="k'\U0001118eG\ufef5\u011d\xeb\U0002ad7b\u0138"),
                issued=None,
            ),
        ),
        percents=(None,),
    ),
    "change": Change(
        subject="G",
        before=Fraction(0, 1),
        after=Fraction(0, 1),
        parts=(
            ChangePart(
                code="Z",
                name=Text(
                    es="+52",
                    en="VgsiFfA\xf3gEaYVgsiFfA\xf3gEaYVgsiFfA\xf3gEaYVgsiFfA\xf3gEaYVgsiFfA\xf3gEaYVgsiFfA\xf3gEaYVgsiFfA\xf3gEaYVgsiFfA\xf3gEaYVgsiFfA\xf3gEaYVgsiFfA\xf3gEaYVgsiFfA\xf3gEaYVgsiFfA\xf3gEaYVgsiFfA\xf3gEaYVgsiFfA\xf3gEaYVgsiFfA\xf3gEaYVgsiFfA\xf3gEaYVgsiFfA\xf3gEaYVgsiFfA\xf3gEaYVgsiFfA\xf3gEaYVgsiFfA\xf3gEaYVgsiFfA\xf3gEaYVgsiFfA\xf3gEaYVgsiFfA\xf3gEaYVgsiFfA\xf3gEaYVgsiFfA\xf3gEaYVgsiFfA\xf3gEaYVgsiFfA\xf3gEaYVgsiFfA\xf3gEaYVgsiFfA\xf3gEaYVgsiFfA\xf3gEaYVgsiFfA\xf3gEaYVgsiFfA\xf3gEaYVgsiFfA\xf3gEaYVgsiFfA\xf3gEaYVgsiFfA\xf3gEaYVgsiFfA\xf3gEaYVgsiFfA\xf3gEaYVgsiFfA\xf3gEaYVgsiFfA\xf3gEaYVgsiFfA\xf3gEaYVgsiFfA\xf3gEaYVgsiFfA\xf3",
                ),
                before=None,
                after=None,
                rating=Fraction(0, 1),
                weight=Fraction(0, 1),
                presence=Fraction(0, 1),
            ),
            ChangePart(
                code="9",
                name=Text(es="vVLtsctL aiH\xfagu\xcdM U", en="\xaa \xba"),
                before=None,
                after=Fraction(0, 1),
                rating=Fraction(0, 1),
                weight=Fraction(0, 1),
                presence=Fraction(0, 1),
            ),
        ),
        deductions=Fraction(0, 1),
        status=Status.OWN,
        sources=(
            Source(
                code="tabla-madurez-2019",
                title=Text(
                    es="IMSS, Tabla de Madurez para Unidades Sociales y Administrativas 2019",
                    en="IMSS, Maturity Table for Social and Administrative Units 2019",
                ),
                issued=None,
            ),
        ),
    ),
    "change-part": ChangePart(
        code="Ba9NiKHYW",
        name=Text(
            es="E\xfcOuXD\xfao\xf3wekE\xfcOuXD\xfao\xf3wekE\xfcOuXD\xfao\xf3wekE\xfcOuXD\xfao\xf3wekE\xfcOuXD\xfao\xf3wekE\xfcOuXD\xfao\xf3wekE\xfcOuXD\xfao\xf3wekE\xfcOuXD\xfao\xf3wekE\xfcOuXD\xfao\xf3wekE\xfcOuXD\xfao\xf3wekE\xfcOuXD\xfao\xf3wekE\xfcOuXD\xfao\xf3wekE\xfcOuXD\xfao\xf3wekE\xfcOuXD\xfao\xf3wekE\xfcOuXD\xfao\xf3wekE\xfcOuXD\xfao\xf3wekE\xfcOuXD\xfao\xf3wekE\xfcOuXD\xfao\xf3wekE\xfcOuXD\xfao\xf3wekE\xfcOuXD\xfao\xf3wekE\xfcOuXD\xfao\xf3wekE\xfcOuXD\xfao\xf3wekE\xfcOuXD\xfao\xf3wekE\xfcOuXD\xfao\xf3wekE\xfcOuXD\xfao\xf3wekE\xfcOuXD\xfao\xf3wekE\xfcOuXD\xfao\xf3wekE\xfcOuXD\xfao\xf3wekE\xfcOuXD\xfao\xf3wekE\xfcOuXD\xfao\xf3wekE\xfcOuXD\xfao\xf3wekE\xfcOuXD\xfao\xf3wekE\xfcOuXD\xfao\xf3wekE\xfcOuXD\xfao\xf3wekE\xfcOuXD\xfao\xf3wekE\xfcOuXD\xfao\xf3wekE\xfcOuXD\xfao\xf3wekE\xfcOuXD\xfao\xf3wekE\xfcOuXD\xfao\xf3wekE\xfcOuXD\xfao\xf3wekE\xfcOuXD\xfao\xf3wekE\xfcOuXD\xfao",
            en="'\"&",
        ),
        before=Fraction(27, 50),
        after=None,
        rating=Fraction(0, 1),
        weight=Fraction(0, 1),
        presence=Fraction(0, 1),
    ),
    "consensus": Consensus(
        agreed=Assessment(
            unit="a",
            period=Period(start=date(2000, 1, 1), end=date(2000, 1, 1)),
            evaluator="consenso",
            framework=Framework(
                code="a",
                name=Text(es="A", en=None),
                version="a",
                criteria=(
                    Criterion(
                        code="b",
                        name=Text(es="A", en=None),
                        points=1000,
                        subcriteria=(
                            Subcriterion(
                                code="b",
                                name=Text(es="A", en=None),
                                points=1000,
                                cross_references=(),
                            ),
                        ),
                    ),
                ),
                total=1000,
                scale=StageScale(
                    code="etapas-2019",
                    stages=(
                        Stage(
                            code="diseno", name=Text(es="Dise\xf1o", en="Design"), low=0, high=20
                        ),
                        Stage(
                            code="desarrollo",
                            name=Text(es="Desarrollo", en="Development"),
                            low=25,
                            high=40,
                        ),
                        Stage(
                            code="consolidado",
                            name=Text(es="Consolidado", en="Consolidated"),
                            low=45,
                            high=60,
                        ),
                        Stage(
                            code="mejorado",
                            name=Text(es="Mejorado", en="Improved"),
                            low=65,
                            high=80,
                        ),
                        Stage(
                            code="referencial",
                            name=Text(es="Referencial", en="Reference"),
                            low=85,
                            high=100,
                        ),
                    ),
                    step=5,
                    source=Source(
                        code="tabla-madurez-2019",
                        title=Text(
                            es="IMSS, Tabla de Madurez para Unidades Sociales y Administrativas 2019",
                            en="IMSS, Maturity Table for Social and Administrative Units 2019",
                        ),
                        issued=None,
                    ),
                    status=Status.DERIVED,
                ),
                status=Status.OFFICIAL,
                source=None,
            ),
            percents=(None,),
        ),
        proposal=(("b", None),),
        adjustments=(),
        alpha_ordinal=None,
        alpha_interval=None,
        by_subcriterion=(Disagreement(code="b", share=Fraction(0, 1), lean=None),),
        by_evaluator=(
            Disagreement(code="b", share=Fraction(0, 1), lean=None),
            Disagreement(code="d", share=Fraction(0, 1), lean=None),
        ),
        lowest=Fraction(0, 1),
        highest=Fraction(1000, 1),
        chances=(),
        rule=StageRule.IN_RANGE,
        status=Status.OWN,
        sources=(
            Source(
                code="tabla-madurez-2019",
                title=Text(
                    es="IMSS, Tabla de Madurez para Unidades Sociales y Administrativas 2019",
                    en="IMSS, Maturity Table for Social and Administrative Units 2019",
                ),
                issued=None,
            ),
        ),
    ),
    "criterion": Criterion(
        code="oJrrvnkhoHw8",
        name=Text(es="\xf1", en=None),
        points=689,
        subcriteria=(
            Subcriterion(
                code="0",
                name=Text(
                    es="TTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTT",
                    en="hBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZhBSMgvHHqZ",
                ),
                points=689,
                cross_references=(),
            ),
        ),
    ),
    "disagreement": Disagreement(
        code="D", share=Fraction(3984, 18659), lean=Fraction(363449, 433743)
    ),
    "framework": Framework(
        code="a",
        name=Text(es="A", en=None),
        version="a",
        criteria=(
            Criterion(
                code="b",
                name=Text(es="A", en=None),
                points=1000,
                subcriteria=(
                    Subcriterion(
                        code="b", name=Text(es="A", en=None), points=1, cross_references=()
                    ),
                    Subcriterion(
                        code="d", name=Text(es="A", en=None), points=1, cross_references=()
                    ),
                    Subcriterion(
                        code="f", name=Text(es="A", en=None), points=998, cross_references=()
                    ),
                ),
            ),
        ),
        total=1000,
        scale=StageScale(
            code="etapas-2019",
            stages=(
                Stage(code="diseno", name=Text(es="Dise\xf1o", en="Design"), low=0, high=20),
                Stage(
                    code="desarrollo", name=Text(es="Desarrollo", en="Development"), low=25, high=40
                ),
                Stage(
                    code="consolidado",
                    name=Text(es="Consolidado", en="Consolidated"),
                    low=45,
                    high=60,
                ),
                Stage(code="mejorado", name=Text(es="Mejorado", en="Improved"), low=65, high=80),
                Stage(
                    code="referencial",
                    name=Text(es="Referencial", en="Reference"),
                    low=85,
                    high=100,
                ),
            ),
            step=5,
            source=Source(
                code="tabla-madurez-2019",
                title=Text(
                    es="IMSS, Tabla de Madurez para Unidades Sociales y Administrativas 2019",
                    en="IMSS, Maturity Table for Social and Administrative Units 2019",
                ),
                issued=None,
            ),
            status=Status.DERIVED,
        ),
        status=Status.OFFICIAL,
        source=None,
    ),
    "gate": Gate(
        code="w",
        name=Text(
            es="k",
            en="ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9ZAtS\xc9",
        ),
        requirements=(
            Requirement(
                code="vn6UVWgSGsA5sUpsVBP", name=Text(es="[", en="-1"), full=Fraction(4933, 474420)
            ),
            Requirement(code="5", name=Text(es="+52", en="Ep"), full=Fraction(1, 1)),
            Requirement(code="E", name=Text(es="NaN bNBpyDU\xda", en="{0}"), full=Fraction(1, 1)),
        ),
        status=Status.REPORTED,
        sources=(
            Source(
                code="X",
                title=Text(es="Z\xc1OP\xcdu hWBoGjfqi", en="\u010c\u0106U\xb2<z\xe3"),
                issued=date(1923, 7, 16),
            ),
            Source(code="4dbD", title=Text(es="'\"&", en=None), issued=None),
        ),
    ),
    "integrity-share": IntegrityShare(code="g3p.TR1dB4E3e638uBYGNkG", share=Fraction(5, 56)),
    "raise": Raise(
        subcriterion="z6UVWgSGsA5sUpsVBP",
        name=Text(
            es="WJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYfAXEkWJYf",
            en="AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        ),
        before=41,
        after=30,
        cost=Fraction(30, 1),
        points=Fraction(85387389, 2000),
    ),
    "recognition": Recognition(
        steps=(
            RecognitionStep(
                year=1999,
                rung=None,
                determined=True,
                reason=Text(
                    es="sin Premio en los a\xf1os dados", en="no Premio in the years given"
                ),
            ),
            RecognitionStep(
                year=2002,
                rung=None,
                determined=True,
                reason=Text(
                    es="sin Premio en los a\xf1os dados", en="no Premio in the years given"
                ),
            ),
            RecognitionStep(
                year=2003,
                rung=Rung.PREMIO,
                determined=True,
                reason=Text(es="gan\xf3 el Premio", en="won the Premio"),
            ),
            RecognitionStep(
                year=2004,
                rung=None,
                determined=False,
                reason=Text(
                    es="falta un a\xf1o o un puntaje para comparar",
                    en="a year or a score to compare with is missing",
                ),
            ),
        ),
        status=Status.DERIVED,
        sources=(
            Source(
                code="aguila-casos",
                title=Text(
                    es="El Dem\xf3crata y Gaceta (2021), Plenilunia (2018), Yucat\xe1n al Instante (2019): casos",
                    en="El Dem\xf3crata and Gaceta (2021), Plenilunia (2018), Yucat\xe1n al Instante (2019): cases",
                ),
                issued=None,
            ),
        ),
    ),
    "recognition-step": RecognitionStep(
        year=2033,
        rung=Rung.PLATINO,
        determined=True,
        reason=Text(
            es="\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1WPu\xfag\xf1W",
            en="{0}",
        ),
    ),
    "requirement": Requirement(
        code="T07Eiyl",
        name=Text(
            es="\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1d",
            en="EMF\xe1IQKh",
        ),
        full=Fraction(2495, 597881),
    ),
    "route": Route(
        subject="i",
        target=Fraction(0, 1),
        start=Fraction(459, 1),
        reached=Fraction(459, 1),
        cost=Fraction(0, 1),
        raises=(),
        certificate=(((0, Fraction(0, 1)),), ((0, Fraction(0, 1)),), ((0, Fraction(0, 1)),)),
        status=Status.OWN,
        sources=(
            Source(
                code="M",
                title=Text(es="w\xdczRUfyQNIxj kltg \xfaNC\xdc", en=None),
                issued=date(1947, 5, 2),
            ),
            Source(
                code="s",
                title=Text(
                    es="PUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQPUPQ",
                    en="A\xb8k\u0118t\xe8",
                ),
                issued=None,
            ),
        ),
    ),
    "stage": Stage(
        code="Ov7n",
        name=Text(
            es="aGDYgsI\xe1UCyaaGDYgsI\xe1UCyaaGDYgsI\xe1UCyaaGDYgsI\xe1UCyaaGDYgsI\xe1UCyaaGDYgsI\xe1UCyaaGDYgsI\xe1UCyaaGDYgsI\xe1UCyaaGDYgsI\xe1UCyaaGDYgsI\xe1UCyaaGDYgsI\xe1UCyaaGDYgsI\xe1UCyaaGDYgsI\xe1UCyaaGDYgsI\xe1UCyaaGDYgsI\xe1UCyaaGDYgsI\xe1UCyaaGDYgsI\xe1UCyaaGDYgsI\xe1UCyaaGDYgsI\xe1UCyaaGDYgsI\xe1UCyaaGDYgsI\xe1UCyaaGDYgsI\xe1UCyaaGDYgsI\xe1UCyaaGDYgsI\xe1UCyaaGDYgsI\xe1UCyaaGDYgsI\xe1UCyaaGDYgsI\xe1UCyaaGDYgsI\xe1UCyaaGDYgsI\xe1UCyaaGDYgsI\xe1UCyaaGDYgsI\xe1UCyaaGDYgsI\xe1UCyaaGDYgsI\xe1UCyaaGDYgsI\xe1UCyaaGDYgsI\xe1UCyaaGDYgsI\xe1UCyaaGDYgsI\xe1UCyaaGDYgsI\xe1UCyaaGDYgsI\xe1UCyaaGDYgsI\xe1UCyaaGDYgsI\xe1UCyaaGDYgsI\xe1",
            en="unfavourableunfavourableunfavourableunfavourableunfavourableunfavourableunfavourableunfavourableunfavourableunfavourableunfavourableunfavourableunfavourableunfavourableunfavourableunfavourableunfavourableunfavourableunfavourableunfavourableunfavourableunfavourableunfavourableunfavourableunfavourableunfavourableunfavourableunfavourableunfavourableunfavourableunfavourableunfavourableunfavourableunfavourableunfavourableunfavourableunfavourableunfavourableunfavourableunfavourableunfavourableunfavour",
        ),
        low=0,
        high=100,
    ),
    "stage-scale": StageScale(
        code="2HD0OBK6O",
        stages=(
            Stage(code="dOWf8uK2lQqarQMjCsG", name=Text(es="-1", en=None), low=0, high=70),
            Stage(
                code="Cgti_-BChTFqkRc",
                name=Text(
                    es="Zts NULL",
                    en="O\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IRO\xf1\xfaIgc\xf1\xf3IR",
                ),
                low=72,
                high=100,
            ),
        ),
        step=2,
        source=Source(code="FKC", title=Text(es="-1", en="'\"&"), issued=date(2042, 10, 22)),
        status=Status.REPORTED,
    ),
    "standing": Standing(
        shares=(
            IntegrityShare(code="wfcEFphz", share=Fraction(1, 1)),
            IntegrityShare(code="Y", share=Fraction(0, 1)),
            IntegrityShare(code="qVYV", share=Fraction(0, 1)),
        ),
        status=Status.REPORTED,
        sources=(
            Source(
                code="n",
                title=Text(
                    es="\xa3\U0001714f\u0124",
                    en="EPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEPEP",
                ),
                issued=date(2107, 3, 13),
            ),
            Source(code="a", title=Text(es="Z\xf3L tNC", en=None), issued=date(2037, 12, 23)),
        ),
    ),
    "subcriterion": Subcriterion(
        code="ckRR5-q1NUbKwnQ",
        name=Text(
            es="mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQfY\xcd\xf3\xf3mQf",
            en=None,
        ),
        points=11,
        cross_references=(),
    ),
    "year-result": YearResult(year=2015, points=Fraction(3586664084715493, 1255), won=False),
}
