"""The roll-up of units to OOAD, UMAE and the Institute.

Panorama. Joins the rooms of the domain; they do not know each other.
"""

from __future__ import annotations

from .merit_gates import eligibility
from .panoramas import Panorama, PanoramaGroup, panorama
from .tally import NO_STAGE, Tally

__all__ = ["NO_STAGE", "Panorama", "PanoramaGroup", "Tally", "eligibility", "panorama"]
