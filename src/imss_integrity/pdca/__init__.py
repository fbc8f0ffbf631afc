"""PDCA (PHVA) cycles: what was planned, done, checked and decided, as a record that cannot lie.

Ciclos PHVA. A cycle is the fold of its events; its verdict is worked out from measurements.
"""

from __future__ import annotations

from ..statistics import Improvement, RuleSet
from .actions import Action, check_actions
from .agendas import FollowUp, FollowUpAgenda, follow_up_agenda
from .cadences import Cadence
from .critical_paths import critical_path
from .cycle_events import (
    ActionCancelled,
    ActionDone,
    ActionProgressed,
    ActionStarted,
    CheckingEnded,
    Closed,
    CycleEvent,
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
from .cycle_scores import CyclePolicy, phase_reached, phase_shares, score_cycle
from .cycles import Cycle, advance
from .follow_ups import follow_up_days
from .indicator_verdicts import Effect, FiredRule, IndicatorVerdict, Outcome
from .indicators import Indicator, Measure
from .lineage import open_next, replay
from .measurement_rows import measurements
from .measuring import Measurement, level_of
from .path_results import CriticalPath, PlannedAction
from .phases import CycleMove, Phase
from .plans import Plan
from .portfolios import CyclePortfolio, cycle_portfolio
from .standings import ActionState
from .verdicts import Terms, Verdict
from .verifying import verify

__all__ = [
    "Action",
    "ActionCancelled",
    "ActionDone",
    "ActionProgressed",
    "ActionStarted",
    "ActionState",
    "Cadence",
    "CheckingEnded",
    "Closed",
    "CriticalPath",
    "Cycle",
    "CycleEvent",
    "CycleMove",
    "CyclePolicy",
    "CyclePortfolio",
    "Decided",
    "Decision",
    "DoingEnded",
    "Effect",
    "EvidenceAdded",
    "FiredRule",
    "FollowUp",
    "FollowUpAgenda",
    "Improvement",
    "Indicator",
    "IndicatorVerdict",
    "Measure",
    "Measured",
    "Measurement",
    "NextOpened",
    "Opened",
    "Outcome",
    "Phase",
    "Plan",
    "PlanApproved",
    "PlanDrafted",
    "PlannedAction",
    "RuleSet",
    "Terms",
    "Verdict",
    "Verified",
    "advance",
    "check_actions",
    "critical_path",
    "cycle_portfolio",
    "follow_up_agenda",
    "follow_up_days",
    "level_of",
    "measurements",
    "open_next",
    "phase_reached",
    "phase_shares",
    "replay",
    "score_cycle",
    "verify",
]
