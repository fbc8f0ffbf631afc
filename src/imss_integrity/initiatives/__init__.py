"""Initiatives of integrity: their reach, programmes, risks, indices, and selection by merit.

Iniciativas de integridad. What the Institute has not published (weights, rules, names) is not
invented: it is an argument, and what is made of it is own.
"""

from __future__ import annotations

from .axes import Axis
from .burdens import AdministrativeBurden, administrative_burden
from .candidacies import Candidate, StageScore
from .complaint_timing import ComplaintTimes, StageTime, complaint_times
from .complaints import Complaint, ComplaintStage
from .compliance_results import Compliance
from .complying import compliance
from .counting import StageCount, StageCounts, stage_counts
from .forecasting import Forecast
from .fulfilment import UnknownCriteria, fulfilment_index
from .fulfilment_results import CriterionSide, FulfilmentCriterion, FulfilmentIndex
from .growing import Growth, growth_of
from .information_requests import (
    Clarification,
    InformationRequest,
    Reply,
    ReplyKind,
    ReviewAppeal,
)
from .initiative_records import ActionKind, Initiative, InitiativeAction, LearningModule
from .korean_indices import acrc_index_since_2022, acrc_index_until_2021
from .learning import LearningEvaluation, LearningLevel, LevelResult, normalised_gain
from .line_rows import action_lines
from .line_standings import LineStanding
from .line_states import LineState, StateChange
from .lines import ActionLine, TargetKind
from .merit import merit_order
from .merit_entries import MeritEntry, Outcome, Seat, Tie
from .merit_results import MeritOrder
from .perception import PerceptionIndex, perception_index
from .principles import Principle
from .procedures import Procedure, ProcedureVersion
from .processes import Profile, SelectionProcess, SelectionStage, TieRule
from .programmes import Programme, ProgrammeStrategy, Weighting
from .quadrants import Quadrant, RiskValuation, quadrant_of
from .quarters import QuarterlyReport, QuarterlyReports, quarterly_reports
from .reach_results import ReachRate, ReachRates
from .reaches import Reach, ReachStage
from .reaching import reach_rates
from .readings import ComplianceReading
from .request_clocks import RequestClock, RequestStep, ResponseStanding
from .request_rules import RequestRules
from .request_timing import request_clock
from .responding import ResponseTimes, response_times
from .risk_controls import ControlKind, RiskControl
from .risk_factors import FactorClass, FactorOrigin, RiskFactor
from .risk_maps import RiskMap, risk_map
from .risk_rows import risk_matrix
from .risk_terms import DecisionLevel, ResidualRule, RiskKind, RiskStrategy
from .risk_work import RiskProgress, risk_progress
from .risks import Risk
from .simplification_agendas import agenda_windows
from .weighted_indices import IndexComponent, IndexDeduction, IndexDimension, balanced_index

__all__ = [
    "ActionKind",
    "ActionLine",
    "AdministrativeBurden",
    "Axis",
    "Candidate",
    "Clarification",
    "Complaint",
    "ComplaintStage",
    "ComplaintTimes",
    "Compliance",
    "ComplianceReading",
    "ControlKind",
    "CriterionSide",
    "DecisionLevel",
    "FactorClass",
    "FactorOrigin",
    "Forecast",
    "FulfilmentCriterion",
    "FulfilmentIndex",
    "Growth",
    "IndexComponent",
    "IndexDeduction",
    "IndexDimension",
    "InformationRequest",
    "Initiative",
    "InitiativeAction",
    "LearningEvaluation",
    "LearningLevel",
    "LearningModule",
    "LevelResult",
    "LineStanding",
    "LineState",
    "MeritEntry",
    "MeritOrder",
    "Outcome",
    "PerceptionIndex",
    "Principle",
    "Procedure",
    "ProcedureVersion",
    "Profile",
    "Programme",
    "ProgrammeStrategy",
    "Quadrant",
    "QuarterlyReport",
    "QuarterlyReports",
    "Reach",
    "ReachRate",
    "ReachRates",
    "ReachStage",
    "Reply",
    "ReplyKind",
    "RequestClock",
    "RequestRules",
    "RequestStep",
    "ResidualRule",
    "ResponseStanding",
    "ResponseTimes",
    "ReviewAppeal",
    "Risk",
    "RiskControl",
    "RiskFactor",
    "RiskKind",
    "RiskMap",
    "RiskProgress",
    "RiskStrategy",
    "RiskValuation",
    "Seat",
    "SelectionProcess",
    "SelectionStage",
    "StageCount",
    "StageCounts",
    "StageScore",
    "StageTime",
    "StateChange",
    "TargetKind",
    "Tie",
    "TieRule",
    "UnknownCriteria",
    "Weighting",
    "acrc_index_since_2022",
    "acrc_index_until_2021",
    "action_lines",
    "administrative_burden",
    "agenda_windows",
    "balanced_index",
    "complaint_times",
    "compliance",
    "fulfilment_index",
    "growth_of",
    "merit_order",
    "normalised_gain",
    "perception_index",
    "quadrant_of",
    "quarterly_reports",
    "reach_rates",
    "request_clock",
    "response_times",
    "risk_map",
    "risk_matrix",
    "risk_progress",
    "stage_counts",
]
