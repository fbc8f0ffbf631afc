"""The roll-up of units to OOAD, UMAE and the Institute.

Panorama. Joins the rooms of the domain; they do not know each other.
"""

from __future__ import annotations

from .integrity_standings import PROGRAMME, RISKS, SCREENINGS, integrity_standing
from .merit_gates import eligibility
from .panorama_results import Panorama, PanoramaGroup
from .panoramas import panorama
from .screening_tables import screening_table
from .stage_support import StageSupport, Support, stage_supports
from .tally import NO_STAGE, Tally

__all__ = [
    "NO_STAGE",
    "PROGRAMME",
    "RISKS",
    "SCREENINGS",
    "Panorama",
    "PanoramaGroup",
    "StageSupport",
    "Support",
    "Tally",
    "eligibility",
    "integrity_standing",
    "panorama",
    "screening_table",
    "stage_supports",
]
