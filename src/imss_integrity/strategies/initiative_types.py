"""Classes of initiatives, each with the strategy of its values: results as the verbs give them."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

import attrs
from hypothesis import strategies as st

from ..catalog import REQUEST_RULES
from ..initiatives import (
    ActionLine,
    AdministrativeBurden,
    Candidate,
    Clarification,
    Complaint,
    ComplaintTimes,
    Compliance,
    ComplianceReading,
    Forecast,
    FulfilmentCriterion,
    FulfilmentIndex,
    Growth,
    IndexComponent,
    IndexDeduction,
    InformationRequest,
    Initiative,
    InitiativeAction,
    LearningEvaluation,
    LearningModule,
    LevelResult,
    MeritEntry,
    MeritOrder,
    PerceptionIndex,
    Procedure,
    ProcedureVersion,
    Programme,
    ProgrammeStrategy,
    QuarterlyReport,
    QuarterlyReports,
    Reach,
    ReachRate,
    ReachRates,
    ReachStage,
    Reply,
    RequestClock,
    RequestRules,
    RequestStep,
    ResponseTimes,
    ReviewAppeal,
    Risk,
    RiskControl,
    RiskFactor,
    RiskMap,
    RiskProgress,
    RiskValuation,
    SelectionProcess,
    SelectionStage,
    StageCount,
    StageCounts,
    StageScore,
    StageTime,
    StateChange,
    Tie,
    administrative_burden,
    complaint_times,
    compliance,
    fulfilment_index,
    growth_of,
    merit_order,
    perception_index,
    quarterly_reports,
    reach_rates,
    request_clock,
    response_times,
    risk_map,
    risk_progress,
    stage_counts,
)
from ..kernel import Calendar
from ..statistics import Interval
from .comparisons import intervals
from .initiatives import candidates, selection_processes
from .kernel import codes, days, exact_numbers, published_figures
from .programmes import action_lines, action_programmes
from .reaches import (
    fulfilment_criteria,
    index_components,
    index_deductions,
    initiative_records,
    learning_evaluations,
    staged_reaches,
)
from .risks import (
    complaints,
    information_requests,
    procedures,
    risk_controls,
    risk_valuations,
    valued_risks,
)
from .ruled import Types, built, parts_of

__all__ = ["INITIATIVE_TYPES"]

T = TypeVar("T")

_CODES = codes()
_ENDS = st.lists(exact_numbers(0, 1), min_size=2, max_size=2).map(sorted)
_IN_FORCE = (date(2025, 3, 21), date(2030, 12, 31))  # of the rules of requests
_KNOWN = date(2032, 1, 1)  # a day on which all of that is known
_REQUESTS = information_requests(*_IN_FORCE)
_COMPLAINTS = complaints(last=_KNOWN)
_COUNTS = st.lists(st.integers(0, 500), min_size=2, max_size=7).filter(any)
_RISKS = st.lists(valued_risks(), max_size=4, unique_by=lambda risk: risk.code)
_PROCESSES = selection_processes()
_WITHIN: Types = {Interval: intervals()}


@st.composite
def _compliances(draw: st.DrawFn) -> Compliance:
    programme = draw(action_programmes())
    last = max(
        (change.on for line in programme.lines for change in line.changes),
        default=programme.period.start,
    )
    reading = draw(st.sampled_from(ComplianceReading))
    return compliance(programme, on=draw(days(last)), reading=reading)


@st.composite
def _people(draw: st.DrawFn, process: SelectionProcess) -> list[Candidate]:
    people = st.lists(candidates(process), max_size=5, unique_by=lambda one: one.code)
    return draw(people)


@st.composite
def _merit_orders(draw: st.DrawFn) -> MeritOrder:
    process = draw(_PROCESSES)
    people = draw(_people(process))
    eligible = {one.code: draw(st.none() | st.booleans()) for one in people}
    return merit_order(process, people, eligible=eligible)


@st.composite
def _growths(draw: st.DrawFn) -> Growth:
    first, second = sorted(draw(st.lists(days(), min_size=2, max_size=2, unique=True)))
    earlier, later = draw(published_figures()), draw(published_figures())
    return growth_of(
        attrs.evolve(earlier, on=first), attrs.evolve(later, on=second, what=earlier.what)
    )


@st.composite
def _perception_indices(draw: st.DrawFn) -> PerceptionIndex:
    counts = draw(_COUNTS)
    invited = sum(counts) + draw(st.integers(0, 1000))
    return perception_index(counts, subject=draw(_CODES), invited=invited)


def _ranging(kind: type[T]) -> st.SearchStrategy[T]:
    """Give values that hold a range of shares, whose ends are in order."""
    return _ENDS.flatmap(
        lambda ends: built(kind, _WITHIN, lowest=st.just(ends[0]), highest=st.just(ends[1]))
    )


_OF_RULES = (
    *(Clarification, FulfilmentCriterion, IndexComponent, LearningModule),
    *(ProgrammeStrategy, QuarterlyReport, Reply, RequestRules, RequestStep),
    *(ReviewAppeal, RiskFactor, StageCount, StageScore, StageTime, StateChange, Tie),
)

INITIATIVE_TYPES: Types = {
    **{kind: built(kind) for kind in _OF_RULES},
    ActionLine: action_lines(),
    AdministrativeBurden: procedures().map(administrative_burden),
    Candidate: candidates(),
    Complaint: _COMPLAINTS,
    ComplaintTimes: st.lists(_COMPLAINTS, max_size=5, unique_by=lambda one: one.folio).map(
        lambda told: complaint_times(told, on=_KNOWN)
    ),
    Compliance: _compliances(),
    Forecast: _ranging(Forecast),
    FulfilmentIndex: st.builds(
        fulfilment_index, fulfilment_criteria(), subject=_CODES, unknown=st.just("zero")
    ),
    Growth: _growths(),
    IndexDeduction: index_deductions(),
    IndexComponent: parts_of(index_components(), lambda parts: parts),
    InformationRequest: information_requests(),
    Initiative: initiative_records(),
    InitiativeAction: parts_of(initiative_records(), lambda one: one.actions),
    LearningEvaluation: learning_evaluations(),
    LevelResult: parts_of(learning_evaluations(), lambda one: one.results),
    MeritEntry: parts_of(_merit_orders(), lambda order: order.entries),
    MeritOrder: _merit_orders(),
    PerceptionIndex: _perception_indices(),
    Procedure: procedures(),
    ProcedureVersion: procedures().map(lambda one: one.before),
    Programme: action_programmes(),
    QuarterlyReports: st.builds(
        quarterly_reports,
        st.integers(2000, 2100),
        calendar=st.just(Calendar()),
        business_days=st.integers(1, 60),
    ),
    Reach: staged_reaches(),
    ReachRate: _ranging(ReachRate),
    ReachRates: staged_reaches().map(reach_rates),
    ReachStage: parts_of(staged_reaches(), lambda reach: reach.stages),
    RequestClock: st.builds(
        request_clock, _REQUESTS, rules=st.just(REQUEST_RULES), calendar=st.just(Calendar())
    ),
    ResponseTimes: st.builds(
        response_times,
        st.lists(_REQUESTS, max_size=4, unique_by=lambda one: one.folio),
        on=st.just(_KNOWN),
        rules=st.just(REQUEST_RULES),
        calendar=st.just(Calendar()),
    ),
    Risk: valued_risks(),
    RiskControl: risk_controls(),
    RiskMap: _RISKS.map(risk_map),
    RiskProgress: st.builds(risk_progress, _RISKS, on=days()),
    RiskValuation: risk_valuations(),
    SelectionProcess: _PROCESSES,
    SelectionStage: parts_of(_PROCESSES, lambda process: process.stages),
    StageCounts: _PROCESSES.flatmap(
        lambda process: _people(process).map(lambda people: stage_counts(process, people))
    ),
}
