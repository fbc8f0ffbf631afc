"""Initiatives of integrity: for now, selection by merit and its counts by stage.

Iniciativas de integridad. The rules and weights by which the Institute selects are not known:
a process is always an argument, and what is made of it is own.
"""

from __future__ import annotations

from .candidacies import Candidate, StageScore
from .counting import StageCount, StageCounts, stage_counts
from .merit import merit_order
from .merit_entries import MeritEntry, Outcome, Seat, Tie
from .merit_results import MeritOrder
from .processes import Profile, SelectionProcess, SelectionStage, TieRule

__all__ = [
    "Candidate",
    "MeritEntry",
    "MeritOrder",
    "Outcome",
    "Profile",
    "Seat",
    "SelectionProcess",
    "SelectionStage",
    "StageCount",
    "StageCounts",
    "StageScore",
    "Tie",
    "TieRule",
    "merit_order",
    "stage_counts",
]
