"""Conflicts of interest: kinship and its legal radii.

Conflictos de intereses. What a law reaches is an argument, never a guess in code.
"""

from __future__ import annotations

from .kinship import Bond, Kinship, Line
from .radii import BondReading, LegalRadius, Within, within

__all__ = ["Bond", "BondReading", "Kinship", "LegalRadius", "Line", "Within", "within"]
