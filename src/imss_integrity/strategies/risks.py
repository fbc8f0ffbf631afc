"""Strategies of risks, procedures, requests for information and complaints.

Days of requests and complaints lean to short distances, where deadlines are missed and met.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TypeVar

import attrs
from hypothesis import strategies as st

from ..initiatives import (
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
    ReplyKind,
    ResidualRule,
    ReviewAppeal,
    Risk,
    RiskControl,
    RiskFactor,
    RiskKind,
    RiskStrategy,
    RiskValuation,
)
from ..kernel import Commitment
from ..kernel.fields import FIRST_DAY, LAST_DAY, MAX_WHOLE
from .initiatives import PSEUDONYMS
from .kernel import codes, commitments, days, money, texts

__all__ = [
    "complaints",
    "information_requests",
    "procedures",
    "risk_controls",
    "risk_valuations",
    "valued_risks",
]

T = TypeVar("T", RiskFactor, RiskControl, Commitment)

_CODES, _TEXTS, _MONEY = codes(), texts(), money()
_SCALE = 10
_NEAR = 40  # days, near the deadlines of a request
_COUNTS = st.integers(0, 40) | st.integers(0, MAX_WHOLE)


def risk_valuations(
    impact: int = _SCALE, probability: int = _SCALE
) -> st.SearchStrategy[RiskValuation]:
    """Give valuations (valoraciones), neither scale above *impact* and *probability*."""
    return st.builds(
        RiskValuation, impact=st.integers(1, impact), probability=st.integers(1, probability)
    )


def risk_controls() -> st.SearchStrategy[RiskControl]:
    """Give controls (controles) of every kind; more than half of them are sufficient."""
    any_of_them = st.builds(
        RiskControl,
        code=_CODES,
        what=_TEXTS,
        kind=st.sampled_from(ControlKind),
        documented=st.booleans(),
        formalised=st.booleans(),
        applied=st.booleans(),
        effective=st.booleans(),
    )
    return any_of_them | any_of_them.map(_made_sufficient)


def _made_sufficient(control: RiskControl) -> RiskControl:
    return attrs.evolve(control, documented=True, formalised=True, applied=True, effective=True)


_FACTORS = st.builds(
    RiskFactor,
    code=_CODES,
    what=_TEXTS,
    origin=st.sampled_from(FactorOrigin),
    kind=st.sampled_from(FactorClass),
)
_CONTROLS, _COMMITMENTS, _VALUATIONS = risk_controls(), commitments(), risk_valuations()


@st.composite
def valued_risks(draw: st.DrawFn) -> Risk:
    """Give risks (riesgos) of every kind, lowered by their controls, by judgement, or not."""
    kind, rule = draw(st.sampled_from(RiskKind)), draw(st.sampled_from(ResidualRule))
    initial, controls = draw(_VALUATIONS), draw(_distinct(_CONTROLS))
    may_fall = rule is ResidualRule.JUDGEMENT or any(one.is_sufficient for one in controls)
    lower = risk_valuations(initial.impact, initial.probability)
    refused = {RiskStrategy.ASSUME} if kind is RiskKind.CORRUPTION else set[RiskStrategy]()
    return Risk(
        code=draw(_CODES),
        name=draw(_TEXTS),
        kind=kind,
        level=draw(st.sampled_from(DecisionLevel)),
        factors=draw(_distinct(_FACTORS)),
        initial=initial,
        controls=controls,
        final=draw(lower) if may_fall else initial,
        strategy=draw(st.sampled_from([one for one in RiskStrategy if one not in refused])),
        work_plan=draw(_distinct(_COMMITMENTS)),
        residual_rule=rule,
    )


def _distinct(members: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(members, max_size=3, unique_by=_code).map(tuple)


def _code(member: RiskFactor | RiskControl | Commitment) -> str:
    return member.code


@st.composite
def procedures(draw: st.DrawFn) -> Procedure:
    """Give procedures (trámites); the version after may cost more than that before."""
    return Procedure(
        code=draw(_CODES), name=draw(_TEXTS), before=draw(_versions()), after=draw(_versions())
    )


@st.composite
def _versions(draw: st.DrawFn) -> ProcedureVersion:
    steps = draw(_COUNTS)
    return ProcedureVersion(
        tariff=draw(_MONEY),
        time=draw(_MONEY),
        outlays=draw(_MONEY),
        population=draw(_COUNTS),
        frequency=draw(_MONEY),
        opportunity_cost=draw(_MONEY),
        steps=steps,
        digital_steps=draw(st.integers(0, steps)),
    )


@st.composite
def information_requests(
    draw: st.DrawFn, first: date = FIRST_DAY, last: date = LAST_DAY
) -> InformationRequest:
    """Give requests for information (solicitudes) at every step, on time and too late.

    Args:
        draw: Given by Hypothesis.
        first: First day on which something may happen, included.
        last: Last day, included.
    """

    def after(*known: date | None) -> date:
        return draw(_days_from(max(day for day in known if day is not None), last))

    def maybe(*known: date | None) -> date | None:
        return after(*known) if draw(st.booleans()) else None

    filed = draw(days(first, last))
    asked = maybe(filed)
    answered = None if asked is None else maybe(asked)
    extended = maybe(filed)
    replied = maybe(filed, asked, answered, extended)
    appealed = maybe(filed, replied)
    appeal = None
    if appealed is not None:
        more = maybe(appealed)
        appeal = ReviewAppeal(filed=appealed, extended=more, decided=maybe(appealed, more))
    return InformationRequest(
        folio=draw(PSEUDONYMS),
        filed=filed,
        clarification=None if asked is None else Clarification(asked=asked, answered=answered),
        extended=extended,
        reply=None if replied is None else Reply(on=replied, kind=draw(st.sampled_from(ReplyKind))),
        appeal=appeal,
    )


@st.composite
def complaints(draw: st.DrawFn, first: date = FIRST_DAY, last: date = LAST_DAY) -> Complaint:
    """Give complaints (denuncias) in every stage.

    Args:
        draw: Given by Hypothesis.
        first: First day on which something may happen, included.
        last: Last day, included.
    """
    day = draw(days(first, last))
    stages = {"received": day}
    for field in ("assessed", "addressed", "concluded")[: draw(st.integers(0, 3))]:
        day = draw(_days_from(day, last))
        stages[field] = day
    return Complaint(folio=draw(PSEUDONYMS), **stages)


def _days_from(day: date, last: date) -> st.SearchStrategy[date]:
    near = day + timedelta(days=min(_NEAR, (last - day).days))
    return days(day, near) | days(day, last)
