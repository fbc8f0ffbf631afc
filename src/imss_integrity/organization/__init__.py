"""The organisation of the Institute: units, the bodies they belong to, their keys.

Organización. The catalogue holds the real bodies; this room holds what they are.
"""

from __future__ import annotations

from .bodies import CENTRAL_LEVEL, CentralLevel, Ooad, Subdelegation, Umae
from .keys import BudgetKey, Clues
from .kinds import UnitGroup, UnitKind
from .unit import Parent, Unit, place_of, units

__all__ = [
    "CENTRAL_LEVEL",
    "BudgetKey",
    "CentralLevel",
    "Clues",
    "Ooad",
    "Parent",
    "Subdelegation",
    "Umae",
    "Unit",
    "UnitGroup",
    "UnitKind",
    "place_of",
    "units",
]
