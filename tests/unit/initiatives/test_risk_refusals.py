"""What risks, procedures, requests and complaints refuse: by path and code, without values."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import attrs
import pytest

from imss_integrity.catalog import REQUEST_RULES
from imss_integrity.initiatives import (
    Clarification,
    Complaint,
    ControlKind,
    DecisionLevel,
    FactorClass,
    FactorOrigin,
    InformationRequest,
    Procedure,
    ProcedureVersion,
    Reply,
    ReviewAppeal,
    Risk,
    RiskControl,
    RiskFactor,
    RiskKind,
    RiskStrategy,
    RiskValuation,
    administrative_burden,
    agenda_windows,
    complaint_times,
    quadrant_of,
    quarterly_reports,
    request_clock,
    response_times,
    risk_map,
    risk_progress,
)
from imss_integrity.kernel import Calendar, Commitment, ImssIntegrityError, Text

DAY = date(2026, 3, 2)
FACTOR = RiskFactor(
    code="1.1", what=Text("Una sola persona"), origin=FactorOrigin.INTERNAL, kind=FactorClass.HUMAN
)
CONTROL = RiskControl(
    code="C1", what=Text("Doble revisión"), kind=ControlKind.PREVENTIVE,
    documented=True, formalised=True, applied=True, effective=False,
)  # fmt: skip
WORK = Commitment(code="A1", what=Text("Publicar la guía"), owner="compras", due=DAY)
RISK = Risk(
    code="R1", name=Text("Compra sin competencia"), kind=RiskKind.CORRUPTION,
    level=DecisionLevel.MANAGERIAL, initial=RiskValuation(impact=8, probability=3),
    final=RiskValuation(impact=8, probability=3), strategy=RiskStrategy.REDUCE,
)  # fmt: skip
VERSION = ProcedureVersion(
    tariff=Decimal(60), time=Decimal(2), outlays=Decimal(0), population=10, frequency=Decimal(1)
)
REQUEST = InformationRequest(folio="S-1", filed=DAY)
COMPLAINT = Complaint(folio="D-1", received=DAY)
LAW: dict[str, Any] = {"rules": REQUEST_RULES, "calendar": Calendar()}
PERSONAL = ("GOMC800101HDFRRL09", "GOMC800101AB1", "12345678903", "Carmen Gómez", "gomez")


def faults_of(call: Callable[[], object]) -> list[tuple[str, str]]:
    """Give path and code of each fault that *call* is refused with."""
    with pytest.raises(ImssIntegrityError) as caught:
        call()
    return [(fault.path, fault.code) for fault in caught.value.faults]


def changed(value: Any, **changes: Any) -> Callable[[], object]:
    """Give a call that changes *value*."""
    return lambda: attrs.evolve(value, **changes)


REFUSED: list[tuple[str, Callable[[], object], list[tuple[str, str]]]] = [
    (
        "both scales",
        lambda: quadrant_of(impact=0, probability="8"),  # type: ignore[arg-type]
        [("impact", "range"), ("probability", "type")],
    ),
    ("impact", lambda: RiskValuation(impact=11, probability=1), [("impact", "range")]),
    ("truth", changed(CONTROL, applied=1), [("applied", "type")]),
    ("kind of control", changed(CONTROL, kind="disuasivo"), [("kind", "choice")]),
    ("class of factor", changed(FACTOR, kind="humano"), [("kind", "choice")]),
    ("strategy", changed(RISK, strategy="ignorar"), [("strategy", "choice")]),
    ("kind of risk", changed(RISK, kind="corrupción"), [("kind", "choice")]),
    ("controls in a list", changed(RISK, controls=[CONTROL]), [("controls", "type")]),
    ("valuation", changed(RISK, final=(8, 3)), [("final", "type")]),
    (
        "all that contradicts itself",
        changed(
            RISK,
            factors=(FACTOR, FACTOR),
            controls=(CONTROL, CONTROL),
            work_plan=(WORK, WORK),
            final=RiskValuation(impact=9, probability=2),
            strategy=RiskStrategy.ASSUME,
        ),
        [
            ("factors", "duplicate"),
            ("controls", "duplicate"),
            ("work_plan", "duplicate"),
            ("final.impact", "range"),
            ("final", "control"),
            ("strategy", "strategy"),
        ],
    ),
    (
        "final above initial",
        changed(RISK, final=RiskValuation(impact=9, probability=4)),
        [("final.impact", "range"), ("final.probability", "range")],
    ),
    ("map of no risks", lambda: risk_map([RISK, WORK]), [("risks[1]", "type")]),  # type: ignore[list-item]
    ("map of one", lambda: risk_map(RISK), [("risks", "type")]),  # type: ignore[arg-type]
    ("risk twice", lambda: risk_map([RISK, RISK]), [("risks", "duplicate")]),
    ("progress twice", lambda: risk_progress([RISK, RISK], on=DAY), [("risks", "duplicate")]),
    ("progress on no day", lambda: risk_progress([], on="hoy"), [("on", "type")]),  # type: ignore[arg-type]
    ("year", lambda: quarterly_reports(2200, calendar=Calendar()), [("year", "range")]),
    (
        "calendar",
        lambda: quarterly_reports(2026, calendar=None),  # type: ignore[arg-type]
        [("calendar", "type")],
    ),
    (
        "business days",
        lambda: quarterly_reports(2026, calendar=Calendar(), business_days=61),
        [("business_days", "range")],
    ),
    ("float money", changed(VERSION, tariff=60.0), [("tariff", "type")]),
    ("negative money", changed(VERSION, outlays=Decimal(-1)), [("outlays", "range")]),
    ("NaN", changed(VERSION, time=Decimal("NaN")), [("time", "range")]),
    ("population", changed(VERSION, population=-1), [("population", "range")]),
    (
        "digital steps",
        changed(VERSION, steps=2, digital_steps=3),
        [("digital_steps", "range")],
    ),
    (
        "version",
        lambda: Procedure(code="T-1", name=Text("Alta"), before=VERSION, after=None),  # type: ignore[arg-type]
        [("after", "type")],
    ),
    ("procedure", lambda: administrative_burden(VERSION), [("procedure", "type")]),  # type: ignore[arg-type]
    ("windows", lambda: agenda_windows(2025), [("year", "in_force")]),
    ("no year", lambda: agenda_windows(0), [("year", "range")]),
    (
        "every day of a request that goes back",
        changed(
            REQUEST,
            clarification=Clarification(asked=date(2026, 3, 1), answered=date(2026, 2, 27)),
            extended=date(2026, 2, 26),
            reply=Reply(on=date(2026, 2, 20)),
            appeal=ReviewAppeal(
                filed=date(2026, 2, 19), extended=date(2026, 2, 18), decided=date(2026, 2, 17)
            ),
        ),
        [
            ("clarification.asked", "order"),
            ("clarification.answered", "order"),
            ("extended", "order"),
            *[("reply.on", "order")] * 4,
            *[("appeal.filed", "order")] * 2,
            ("appeal.extended", "order"),
            *[("appeal.decided", "order")] * 2,
        ],
    ),
    (
        "reply",
        changed(REQUEST, reply=DAY),
        [("reply", "type")],
    ),
    (
        "clock of none",
        lambda: request_clock(None, **LAW),  # type: ignore[arg-type]
        [("request", "type")],
    ),
    (
        "clock by no rules",
        lambda: request_clock(REQUEST, rules=20, calendar=Calendar()),  # type: ignore[arg-type]
        [("rules", "type")],
    ),
    (
        "clock by no calendar",
        lambda: request_clock(REQUEST, rules=REQUEST_RULES, calendar=()),  # type: ignore[arg-type]
        [("calendar", "type")],
    ),
    (
        "before the law",
        lambda: request_clock(attrs.evolve(REQUEST, filed=date(2025, 3, 20)), **LAW),
        [("start", "in_force")],
    ),
    (
        "folio twice",
        lambda: response_times([REQUEST, REQUEST], on=DAY, **LAW),
        [("requests", "duplicate")],
    ),
    (
        "early days of requests",
        lambda: response_times([REQUEST], on=date(2026, 3, 1), **LAW),
        [("requests[0].on", "order")],
    ),
    (
        "requests before the law",
        lambda: response_times(
            [attrs.evolve(REQUEST, folio=f"S-{n}", filed=date(2025, n, 1)) for n in (1, 4, 2)],
            on=DAY,
            **LAW,
        ),
        [("requests[0].start", "in_force"), ("requests[2].start", "in_force")],
    ),
    (
        "times by no rules",
        lambda: response_times([], on=DAY, rules=None, calendar=Calendar()),  # type: ignore[arg-type]
        [("rules", "type")],
    ),
    (
        "times by no calendar",
        lambda: response_times([], on=DAY, rules=REQUEST_RULES, calendar=None),  # type: ignore[arg-type]
        [("calendar", "type")],
    ),
    (
        "complaint twice",
        lambda: complaint_times([COMPLAINT, COMPLAINT], on=DAY),
        [("complaints", "duplicate")],
    ),
    (
        "early days of complaints",
        lambda: complaint_times(
            [COMPLAINT, attrs.evolve(COMPLAINT, folio="D-2")], on=date(2026, 3, 1)
        ),
        [("complaints[0].on", "order"), ("complaints[1].on", "order")],
    ),
]


@pytest.mark.parametrize(
    ("call", "faults"), [entry[1:] for entry in REFUSED], ids=[entry[0] for entry in REFUSED]
)
def test_refusals(call: Callable[[], object], faults: list[tuple[str, str]]) -> None:
    """Each with the path and the code of every fault."""
    assert faults == faults_of(call)


@pytest.mark.parametrize("folio", PERSONAL)
@pytest.mark.parametrize("record", [REQUEST, COMPLAINT], ids=["request", "complaint"])
def test_a_folio_names_nobody(record: Any, folio: str) -> None:
    """A CURP, an RFC, a social security number or a name is refused, and never shown."""
    with pytest.raises(ImssIntegrityError) as caught:
        attrs.evolve(record, folio=folio)
    assert folio not in f"{caught.value}{caught.value.text}{caught.value.to_record()}"
