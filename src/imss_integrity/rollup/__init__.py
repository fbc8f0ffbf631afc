"""The roll-up of units to OOAD, UMAE and the Institute.

Panorama. Joins the rooms of the domain; they do not know each other.
"""

from __future__ import annotations

from .merit_gates import eligibility
from .panorama_results import Panorama, PanoramaGroup
from .panoramas import panorama
from .stage_support import StageSupport, Support, stage_supports
from .tally import NO_STAGE, Tally

__all__ = [
    "NO_STAGE",
    "Panorama",
    "PanoramaGroup",
    "StageSupport",
    "Support",
    "Tally",
    "eligibility",
    "panorama",
    "stage_supports",
]
