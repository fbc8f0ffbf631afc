"""The samples of which the golden documents of `kernel` were made; they never change."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from imss_integrity.kernel.calendar import Calendar
from imss_integrity.kernel.commitment import Commitment
from imss_integrity.kernel.days import Period
from imss_integrity.kernel.deadline import DeadlineRule, TimeUnit
from imss_integrity.kernel.errors import Fault
from imss_integrity.kernel.explanation import Aggregation, Part, Score
from imss_integrity.kernel.figures import FigureRatio, PublishedFigure, Relation
from imss_integrity.kernel.provenance import Rule, Source, Status
from imss_integrity.kernel.text import Text
from imss_integrity.kernel.uma import UmaValue

__all__ = ["SAMPLES"]

SAMPLES: dict[str, object] = {
    "calendar": Calendar(
        closed=(date(2064, 1, 13),),
        statutory=False,
        uma=(
            UmaValue(
                period=Period(start=date(2056, 2, 19), end=date(2167, 9, 24)),
                daily=Decimal("1767381273638185.1648"),
                source=Source(
                    code="4",
                    title=Text(
                        es="'\"&",
                        en="g\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1Ac\xe1bHg\xe1A",
                    ),
                    issued=None,
                ),
                status=Status.REPORTED,
            ),
            UmaValue(
                period=Period(start=date(2000, 1, 1), end=date(2000, 1, 1)),
                daily=Decimal(0),
                source=Source(code="a", title=Text(es="A", en=None), issued=None),
                status=Status.OFFICIAL,
            ),
        ),
    ),
    "commitment": Commitment(
        code="MEiyl",
        what=Text(
            es="\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1du\xf1d",
            en="EMF\xe1IQKh",
        ),
        owner="iW",
        due=date(1978, 1, 31),
        progress=86,
        evidence=(
            "=1+1",
            "ErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGErGEr",
        ),
    ),
    "deadline-rule": DeadlineRule(
        rule=Rule(
            code="z",
            text=Text(
                es="P\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcduP\xcd",
                en="+52",
            ),
            source=Source(
                code="t6ZVdYV",
                title=Text(es="yxJfo WOVYWf\xfa\xdcEP \xe9fySHLbYfM\xfct", en=None),
                issued=date(1966, 2, 21),
            ),
            status=Status.DERIVED,
            first_day=None,
            last_day=None,
        ),
        amount=25,
        unit=TimeUnit.BUSINESS_DAYS,
    ),
    "fault": Fault(
        path="ZvnQ",
        code="bhzWA",
        text=Text(
            es="\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U\xf1w\xe1U",
            en="o\xf1U Consensus Ov\xf3H",
        ),
    ),
    "figure-ratio": FigureRatio(
        numerator=PublishedFigure(
            value=370,
            relation=Relation.EXACTLY,
            code="m",
            what=Text(
                es="M\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNCM\xfctNC",
                en="O\xeddpbrK N",
            ),
            sources=(
                Source(
                    code="Ba",
                    title=Text(es="\xd1\xc1s \xcdbpj lgWkkk\xedD\xcdeuZ", en="none"),
                    issued=date(1939, 12, 8),
                ),
            ),
            status=Status.OFFICIAL,
            on=None,
            note=None,
        ),
        denominator=PublishedFigure(
            value=Fraction(162274732586, 4827),
            relation=Relation.ABOUT,
            code="2",
            what=Text(es="-1", en="'\"&"),
            sources=(
                Source(code="I", title=Text(es="\xd3", en=None), issued=date(2047, 12, 8)),
                Source(code="i", title=Text(es="=1+1", en=None), issued=None),
            ),
            status=Status.DERIVED,
            on=date(1914, 1, 23),
            note=None,
        ),
        nominal=Fraction(892995, 81137366293),
        relation=Relation.ABOUT,
        status=Status.DERIVED,
        sources=(
            Source(
                code="Ba",
                title=Text(es="\xd1\xc1s \xcdbpj lgWkkk\xedD\xcdeuZ", en="none"),
                issued=date(1939, 12, 8),
            ),
            Source(code="I", title=Text(es="\xd3", en=None), issued=date(2047, 12, 8)),
            Source(code="i", title=Text(es="=1+1", en=None), issued=None),
        ),
    ),
    "part": Part(
        code="EssFS",
        name=Text(
            es="gFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXFX\xf3pPgFcXF",
            en="\xed\xe1S SPXz\xedUjD\xedjhv z",
        ),
        value=Fraction(-7517312, 14779963279),
        out_of=Fraction(0, 1),
        share=None,
        note=None,
        parts=(),
    ),
    "period": Period(start=date(1917, 10, 23), end=date(1917, 10, 23)),
    "published-figure": PublishedFigure(
        value=Fraction(756513301, 23),
        relation=Relation.AT_MOST,
        code="QhB",
        what=Text(es="B\xf1hiQXx \xed E\xdaWAPy\xe9x\xdc", en="Run\xc1d QSG\xf1"),
        sources=(
            Source(
                code="qc",
                title=Text(
                    es="\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrfXQ\xdcRZS\xfaLPrf",
                    en="\u2371\xe4'&h\U0002aed4m6",
                ),
                issued=None,
            ),
            Source(code="m", title=Text(es="\xf3\xcdG1\xc4\u11ab", en=None), issued=None),
            Source(
                code="k",
                title=Text(
                    es="\xf5\xb3\xf9\u011e\xa9L\xc3\xfa\xff\u0116",
                    en="o\xfaO\xd1WtisJk\xdan nil cBRD\xf1jRDp",
                ),
                issued=None,
            ),
        ),
        status=Status.REPORTED,
        on=None,
        note=Text(es="\u0130\xa3=]", en="g vHX\xe9\xdc \xe1J\xf1N\xedH\xfcuWJOd"),
    ),
    "rule": Rule(
        code="a",
        text=Text(
            es="AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            en=None,
        ),
        source=Source(
            code="a",
            title=Text(
                es="AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                en=None,
            ),
            issued=None,
        ),
        status=Status.OFFICIAL,
        first_day=None,
        last_day=None,
    ),
    "score": Score(
        subject="a",
        definition="A",
        period=None,
        value=Fraction(0, 1),
        out_of=Fraction(1, 1),
        parts=(
            Part(
                code="aa",
                name=Text(es="A", en=None),
                value=Fraction(0, 1),
                out_of=Fraction(1, 1),
                share=None,
                note=None,
                parts=(
                    Part(
                        code="a",
                        name=Text(es="A", en=None),
                        value=Fraction(0, 1),
                        out_of=Fraction(1, 1),
                        share=None,
                        note=None,
                        parts=(),
                    ),
                ),
            ),
        ),
        method=Aggregation.ARITHMETIC,
        lowest=Fraction(0, 1),
        highest=Fraction(1, 1),
        missing=("a",),
        status=Status.OFFICIAL,
        sources=(),
    ),
    "source": Source(
        code="DtMSHgZOSnFt",
        title=Text(
            es="\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uv",
            en="'\"&",
        ),
        issued=None,
    ),
    "text": Text(
        es="RYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRYRY",
        en="jIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljIljI",
    ),
    "uma-value": UmaValue(
        period=Period(start=date(2157, 1, 1), end=date(2170, 4, 12)),
        daily=Decimal("184.17"),
        source=Source(
            code="3",
            title=Text(
                es="W\u0113",
                en="WPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfag",
            ),
            issued=None,
        ),
        status=Status.DERIVED,
    ),
}
