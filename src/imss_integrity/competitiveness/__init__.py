"""Competitiveness: frameworks, assessments, scores, and what can be concluded from them.

Modelo Institucional para la Competitividad. Weights and subcriteria of the Institute are not
public: the framework is always an argument.
"""

from __future__ import annotations

from .assessing import AGREED, Assessment, assessments
from .certificates import route_faults
from .chances import total_chances
from .change_results import Change, ChangePart
from .changes import change
from .consensus_results import Adjustment, Consensus, Disagreement
from .criteria import Criterion, Subcriterion
from .crosswalks import Crosswalk
from .evaluators import consensus
from .frameworks import Framework
from .gates import Gate, IntegrityShare, Requirement, Standing, apply_gate
from .recognition import recognize
from .recognition_results import FallRule, Recognition, RecognitionStep, Rung, YearResult
from .route_results import Raise, Route
from .routes import Costs, cheapest_route
from .scoring import MissingPolicy, score
from .stages import STAGES_2019, Stage, StageRule, StageScale, stage_of
from .totals import total_points

__all__ = [
    "AGREED",
    "STAGES_2019",
    "Adjustment",
    "Assessment",
    "Change",
    "ChangePart",
    "Consensus",
    "Costs",
    "Criterion",
    "Crosswalk",
    "Disagreement",
    "FallRule",
    "Framework",
    "Gate",
    "IntegrityShare",
    "MissingPolicy",
    "Raise",
    "Recognition",
    "RecognitionStep",
    "Requirement",
    "Route",
    "Rung",
    "Stage",
    "StageRule",
    "StageScale",
    "Standing",
    "Subcriterion",
    "YearResult",
    "apply_gate",
    "assessments",
    "change",
    "cheapest_route",
    "consensus",
    "recognize",
    "route_faults",
    "score",
    "stage_of",
    "total_chances",
    "total_points",
]
