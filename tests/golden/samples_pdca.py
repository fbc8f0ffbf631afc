"""The samples of which the golden documents of `pdca` were made; they never change."""

# ruff: noqa: E501 - texts of any length

from __future__ import annotations

from datetime import date
from fractions import Fraction

from imss_integrity.kernel.days import Period
from imss_integrity.kernel.provenance import Source, Status
from imss_integrity.kernel.text import Text
from imss_integrity.pdca.actions import Action
from imss_integrity.pdca.agendas import FollowUp, FollowUpAgenda
from imss_integrity.pdca.cadences import Cadence
from imss_integrity.pdca.cycle_events import (
    ActionCancelled,
    ActionDone,
    ActionProgressed,
    ActionStarted,
    CheckingEnded,
    Closed,
    Decided,
    Decision,
    DoingEnded,
    EvidenceAdded,
    Measured,
    NextOpened,
    Opened,
    PlanApproved,
    PlanDrafted,
    Verified,
)
from imss_integrity.pdca.cycles import Cycle
from imss_integrity.pdca.indicator_verdicts import Effect, FiredRule, IndicatorVerdict, Outcome
from imss_integrity.pdca.indicators import Indicator, Measure
from imss_integrity.pdca.measuring import Measurement
from imss_integrity.pdca.path_results import CriticalPath, PlannedAction
from imss_integrity.pdca.plans import Plan
from imss_integrity.pdca.portfolios import CyclePortfolio
from imss_integrity.pdca.verdicts import Terms, Verdict
from imss_integrity.statistics.assurances import Assurance
from imss_integrity.statistics.rule_sets import Improvement, RuleSet

__all__ = ["SAMPLES"]

SAMPLES: dict[str, object] = {
    "action": Action(
        code="u8B",
        what=Text(
            es=",",
            en="gmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcdug\xd1\xc1Mhgmqi\xcd",
        ),
        owner="Xg",
        due=date(2149, 12, 17),
        progress=100,
        evidence=(),
        after=("r",),
        days=665,
    ),
    "action-cancelled": ActionCancelled(
        on=date(1983, 9, 8),
        by="3stMSHgZOSnFt",
        action="3stMSHgZOSnFt",
        reason=Text(
            es="\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uv",
            en="'\"&",
        ),
    ),
    "action-done": ActionDone(on=date(2143, 4, 20), by="Vnf", action="PpBnrP-5PhOzw"),
    "action-progressed": ActionProgressed(
        on=date(2143, 4, 20), by="Vnf", action="PpBnrP-5PhOzw", progress=9
    ),
    "action-started": ActionStarted(on=date(2143, 4, 20), by="Vnf", action="PpBnrP-5PhOzw"),
    "checking-ended": CheckingEnded(on=date(2098, 1, 22), by="BfY5V0yW4QO7_iLBgfSgB3"),
    "closed": Closed(on=date(2098, 1, 22), by="BfY5V0yW4QO7_iLBgfSgB3"),
    "critical-path": CriticalPath(
        start=date(2021, 7, 12),
        finish=date(2021, 7, 19),
        actions=(
            PlannedAction(
                action=Action(
                    code="LJ9u",
                    what=Text(es="-1", en="\xb1\u0118"),
                    owner="q8",
                    due=date(1995, 11, 13),
                    progress=100,
                    evidence=("'\"&", "=1+1", "\xb5"),
                    after=(),
                    days=6,
                ),
                earliest_start=date(2021, 7, 12),
                earliest_finish=date(2021, 7, 19),
                latest_start=date(2021, 7, 12),
                latest_finish=date(2021, 7, 19),
                slack=0,
                due_before=(),
            ),
        ),
        chain=("LJ9u",),
        status=Status.DERIVED,
        sources=(
            Source(
                code="cpm-1959",
                title=Text(
                    es="Kelley y Walker (1959), Critical-Path Planning and Scheduling",
                    en="Kelley and Walker (1959), Critical-Path Planning and Scheduling",
                ),
                issued=None,
            ),
            Source(
                code="lft-74",
                title=Text(
                    es="Ley Federal del Trabajo, art\xedculo 74",
                    en="Federal Labour Law, article 74",
                ),
                issued=None,
            ),
        ),
    ),
    "cycle": Cycle(
        events=(
            Opened(
                on=date(2048, 11, 7),
                by="H",
                code="u",
                unit="RIGC2F",
                period=Period(start=date(2048, 11, 7), end=date(2049, 3, 19)),
                roles=("H", "a8BgT65Mpt_M", "cyf", "g1fjcZOnLiDXtt-w", "tIF_XTH"),
                subcriteria=("GkRFM5ZgQ_0jh", "t_S4hm", "XEXtR3LPktwct2"),
                previous="J",
            ),
        )
    ),
    "cycle-portfolio": CyclePortfolio(
        unit="I",
        on=date(2000, 9, 1),
        cycles=(
            Cycle(
                events=(
                    Opened(
                        on=date(2000, 9, 1),
                        by="b9pfxczrC",
                        code="a",
                        unit="I",
                        period=Period(start=date(2000, 9, 1), end=date(2000, 9, 4)),
                        roles=("b9pfxczrC",),
                        subcriteria=("sJbe",),
                        previous="C",
                    ),
                )
            ),
        ),
        status=Status.OWN,
        sources=(
            Source(
                code="caf-2020",
                title=Text(
                    es="CAF 2020, Marco Com\xfan de Evaluaci\xf3n: puntuaci\xf3n de los agentes facilitadores",
                    en="CAF 2020, Common Assessment Framework: scoring of enablers",
                ),
                issued=None,
            ),
        ),
    ),
    "decided": Decided(
        on=date(2105, 2, 26),
        by="Zzw",
        decision=Decision.STANDARDISE,
        reason=Text(
            es="ZiZcaBVqnx\xf1\xcd M \xdaw\xcd\xc1",
            en="WPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfagWPu\xfag",
        ),
    ),
    "doing-ended": DoingEnded(on=date(2098, 1, 22), by="BfY5V0yW4QO7_iLBgfSgB3"),
    "effect": Effect(
        before=-2.7681288434576047e-286,
        after=4.265806824023491e16,
        difference=-7.259737507095254e272,
        lower=4.764260002095281e-273,
        upper=None,
        confidence=-3.1719746328158906e-278,
    ),
    "evidence-added": EvidenceAdded(
        on=date(2000, 8, 19),
        by="zFt",
        reference="\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvHX\xe9\xdc\xd1uvH",
        action="D",
    ),
    "fired-rule": FiredRule(
        rule="TOCwl",
        name=Text(
            es="\xaf3\U0002dade",
            en="\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V\xf3V",
        ),
        favourable=None,
        first=date(1965, 10, 10),
        completed=date(1965, 10, 10),
        last=date(1965, 10, 10),
    ),
    "follow-up": FollowUp(
        on=date(2165, 11, 15),
        due=(
            Action(
                code="x",
                what=Text(
                    es="\u0120\U00020e67i\xe3q",
                    en="oNOcmfAwIIFKoNOcmfAwIIFKoNOcmfAwIIFKoNOcmfAwIIFKoNOcmfAwIIFKoNOcmfAwIIFKoNOcmfAwIIFKoNOcmfAwIIFKoNOcmfAwIIFKoNOcmfAwIIFKoNOcmfAwIIFKoNOcmfAwIIFKoNOcmfAwIIFKoNOcmfAwIIFKoNOcmfAwIIFKoNOcmfAwIIFKoNOcmfAwIIFKoNOcmfAwIIFKoNOcmfAwIIFKoNOcmfAwIIFKoNOcmfAwIIFKoNOcmfAwIIFKoNOcmfAwIIFKoNOcmfAwIIFKoNOcmfAwIIFKoNOcmfAwIIFKoNOcmfAwIIFKoNOcmfAwIIFKoNOcmfAwIIFKoNOcmfAwIIFKoNOcmfAwIIFKoNOcmfAwIIFKoNOcmfAwIIFKoNOcmfAwIIFKoNOcmfAwIIFKoNOcmfAwIIFKoNOcmfAwIIFKoNOcmfAwIIFKoNOcmfAwIIFKoNOcmfAwIIFKoNOcmfAwIIFKoNOcmfAw",
                ),
                owner="Vifw-i77dPC",
                due=date(2080, 6, 18),
                progress=81,
                evidence=("URi hzH\xfa KdYT\xd3\xd3\xe9\xc1xu\xc9R", "\u0134\xfed2U\u9369"),
                after=(),
                days=1000,
            ),
            Action(
                code="x",
                what=Text(es="<b>", en="cwnFmS\xc1qzBTw \xf3 p\xdcsYGa"),
                owner="xyF",
                due=date(2106, 2, 16),
                progress=4,
                evidence=("\u0135",),
                after=(),
                days=427,
            ),
        ),
    ),
    "follow-up-agenda": FollowUpAgenda(
        follow_ups=(),
        beyond=(
            Action(
                code="qrIuuC",
                what=Text(
                    es="{0}",
                    en="M\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkvDcYeM\xfcDkv",
                ),
                owner="0nDezSV",
                due=date(2106, 11, 17),
                progress=2,
                evidence=(),
                after=(),
                days=13,
            ),
        ),
        status=Status.OWN,
        sources=(),
    ),
    "indicator": Indicator(
        code="a",
        name=Text(
            es="AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            en="AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        ),
        unit=Text(es="A", en=None),
        measure=Measure.RATE,
        wanted=Improvement.UP,
        cadence=Cadence.YEARLY,
        target=Fraction(1, 1),
        per=10000,
    ),
    "indicator-verdict": IndicatorVerdict(
        indicator="3zHZLC",
        name=Text(
            es="\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1IefWJ\xcd\xe1\xe1Ie",
            en="=1+1",
        ),
        outcome=Outcome.TOO_FEW,
        points_before=0,
        points_after=1,
        points_between=1,
        steady_before=None,
        fired=(),
        changed_on=None,
        effect=None,
        attainment=None,
        assurance=None,
        held=None,
    ),
    "measured": Measured(
        on=date(2132, 7, 25),
        by="z",
        indicator="xSn",
        measurements=(
            Measurement(
                period=Period(start=date(2018, 12, 25), end=date(2019, 1, 24)),
                value=Fraction(-1000, 1),
                numerator=None,
                denominator=None,
            ),
            Measurement(
                period=Period(start=date(2019, 1, 25), end=date(2019, 2, 24)),
                value=Fraction(-1000, 1),
                numerator=None,
                denominator=None,
            ),
            Measurement(
                period=Period(start=date(2019, 2, 25), end=date(2019, 3, 24)),
                value=Fraction(-1000, 1),
                numerator=None,
                denominator=None,
            ),
        ),
    ),
    "measurement": Measurement(
        period=Period(start=date(2024, 11, 12), end=date(2024, 12, 11)),
        value=Fraction(-36288, 1063),
        numerator=None,
        denominator=None,
    ),
    "next-opened": NextOpened(on=date(2143, 4, 20), by="Vnf", code="PpBnrP-5PhOzw"),
    "opened": Opened(
        on=date(2048, 11, 7),
        by="H",
        code="u",
        unit="RIGC2F",
        period=Period(start=date(2048, 11, 7), end=date(2049, 3, 19)),
        roles=("H", "a8BgT65Mpt_M", "cyf", "g1fjcZOnLiDXtt-w", "tIF_XTH"),
        subcriteria=("1xRoHVHLapcbmw14",),
        previous=None,
    ),
    "plan": Plan(
        aim=Text(es="{0.__class__}", en="A"),
        indicator=None,
        side_effects=(),
        actions=(
            Action(
                code="Np3rQuhiOb3HrLtrF",
                what=Text(es="%s", en="n\xe1l\xf1MxP\xe1c\xe9E\xc9"),
                owner="AfwWZYWpj",
                due=date(1986, 4, 22),
                progress=0,
                evidence=(),
                after=(),
                days=166,
            ),
            Action(
                code="7r_8_dPUY",
                what=Text(es="<b>", en="\xaa"),
                owner="AfwWZYWpj",
                due=date(1929, 4, 12),
                progress=0,
                evidence=(),
                after=("UW",),
                days=480,
            ),
            Action(
                code="UW",
                what=Text(es="%s", en="\u0140\u0116!"),
                owner="JYq4gu8eyQ",
                due=date(2023, 4, 15),
                progress=0,
                evidence=(),
                after=(),
                days=128,
            ),
            Action(
                code="W",
                what=Text(es="{0}", en="n\xe1l\xf1MxP\xe1c\xe9E\xc9"),
                owner="X",
                due=date(2027, 1, 23),
                progress=0,
                evidence=(
                    "NNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNN",
                ),
                after=("7r_8_dPUY", "UW"),
                days=91,
            ),
        ),
    ),
    "plan-approved": PlanApproved(on=date(2098, 1, 22), by="BfY5V0yW4QO7_iLBgfSgB3"),
    "plan-drafted": PlanDrafted(
        on=date(1937, 2, 25),
        by="3",
        plan=Plan(
            aim=None,
            indicator=Indicator(
                code="6dCqwncI5",
                name=Text(es="T\xd1QQTBycjle f\xe1", en="A nOxWm\xcds"),
                unit=Text(
                    es="s\u012e\u0103\u8af7a6\u0135C\xd3z\U000311c1m\u011f\xf3\u820a\xe3\uc222\u012aF\u012f\xae",
                    en="<b>",
                ),
                measure=Measure.COUNT,
                wanted=Improvement.DOWN,
                cadence=Cadence.MONTHLY,
                target=Fraction(1159, 6387),
                per=1,
            ),
            side_effects=(
                Indicator(
                    code="0",
                    name=Text(
                        es="VBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVBayiEVB",
                        en="-1",
                    ),
                    unit=Text(
                        es="\U0002b937V\xa3\u0114\xda\xcd\u0111", en="\u0106\uc3f0\xf5\u0124"
                    ),
                    measure=Measure.RATE,
                    wanted=Improvement.DOWN,
                    cadence=Cadence.YEARLY,
                    target=None,
                    per=10000,
                ),
            ),
            actions=(
                Action(
                    code="aa",
                    what=Text(es="A", en=None),
                    owner="a",
                    due=date(2000, 1, 1),
                    progress=0,
                    evidence=(),
                    after=(),
                    days=3,
                ),
            ),
        ),
    ),
    "planned-action": PlannedAction(
        action=Action(
            code="B",
            what=Text(
                es="GxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGxGx",
                en="%s",
            ),
            owner="7_0E0iPnEFphz",
            due=date(1934, 9, 10),
            progress=27,
            evidence=(),
            after=("g", "bf"),
            days=310,
        ),
        earliest_start=date(2024, 10, 29),
        earliest_finish=date(2026, 1, 19),
        latest_start=date(2024, 10, 29),
        latest_finish=date(2026, 1, 19),
        slack=0,
        due_before=("g", "bf"),
    ),
    "terms": Terms(rules=RuleSet.WESTERN_ELECTRIC, confidence=0.8684531466350047, least_points=7),
    "verdict": Verdict(
        cycle="oai",
        on=date(2102, 3, 18),
        intervention=date(2077, 3, 4),
        terms=Terms(rules=RuleSet.WESTERN_ELECTRIC, confidence=0.1963629654660348, least_points=9),
        main=IndicatorVerdict(
            indicator="z",
            name=Text(es="\xaa", en="<b>"),
            outcome=Outcome.TOO_FEW,
            points_before=6,
            points_after=25,
            points_between=1,
            steady_before=None,
            fired=(),
            changed_on=None,
            effect=Effect(
                before=0.523168318618875,
                after=0.43605012333148047,
                difference=-0.08711819528739456,
                lower=-0.1373413084994448,
                upper=-0.036895082075344345,
                confidence=0.1963629654660348,
            ),
            attainment=0.16652039541954688,
            assurance=None,
            held=None,
        ),
        side_effects=(),
        status=Status.OWN,
        sources=(
            Source(
                code="western-electric-1956",
                title=Text(
                    es="Western Electric (1956), Statistical Quality Control Handbook",
                    en="Western Electric (1956), Statistical Quality Control Handbook",
                ),
                issued=None,
            ),
        ),
    ),
    "verified": Verified(
        on=date(2050, 6, 22),
        by="O",
        verdict=Verdict(
            cycle="UlAJ",
            on=date(2028, 2, 1),
            intervention=date(2024, 4, 29),
            terms=Terms(rules=RuleSet.IHI, confidence=0.8, least_points=2),
            main=IndicatorVerdict(
                indicator="V",
                name=Text(
                    es="I\xed\xafz\u011f",
                    en="\U000297e4\u0140;\xa9\u010c\xf9Oj\u010c2\u0102\U000184f0\U000297f8",
                ),
                outcome=Outcome.IMPROVED,
                points_before=12,
                points_after=15,
                points_between=1,
                steady_before=None,
                fired=(
                    FiredRule(
                        rule="racha",
                        name=Text(
                            es="seis puntos seguidos del mismo lado de la mediana",
                            en="six points in a row on one side of the median",
                        ),
                        favourable=True,
                        first=date(2024, 4, 30),
                        completed=date(2025, 10, 30),
                        last=date(2028, 2, 1),
                    ),
                ),
                changed_on=date(2024, 4, 30),
                effect=Effect(
                    before=0.2695187165775401,
                    after=-322.89341517857144,
                    difference=-323.16293389514897,
                    lower=None,
                    upper=None,
                    confidence=0.8,
                ),
                attainment=-20078.053770074283,
                assurance=Assurance.PASS,
                held=None,
            ),
            side_effects=(),
            status=Status.OWN,
            sources=(
                Source(
                    code="perla-2011",
                    title=Text(
                        es="Perla, Provost y Murray (2011), The run chart, BMJ Quality & Safety 20(1)",
                        en="Perla, Provost and Murray (2011), The run chart, BMJ Quality & Safety 20(1)",
                    ),
                    issued=None,
                ),
            ),
        ),
    ),
}
