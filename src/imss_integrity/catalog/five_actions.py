"""The initiative of five actions, as far as it was published.

5 Acciones IMSS-SNTSS. The names of the five are not known, and none are invented here.
"""

from __future__ import annotations

from ..initiatives import Axis, Initiative, Reach
from ..kernel.provenance import Status
from ..kernel.text import Text
from .figures import FIVE_ACTIONS_ENROLLED, FIVE_ACTIONS_REACHED, FIVE_ACTIONS_SHARED
from .sources import UIT_2022

__all__ = ["FIVE_ACTIONS", "FIVE_ACTIONS_REACH"]

FIVE_ACTIONS = Initiative(
    code="5-acciones",
    name=Text("5 Acciones IMSS-SNTSS", "5 Acciones IMSS-SNTSS (five actions)"),
    axis=Axis.CULTURE,
    status=Status.OWN,
    sources=(UIT_2022,),
)
"""The initiative; its main axis is an own reading, its actions were not published."""

FIVE_ACTIONS_REACH = Reach.from_figures(
    (FIVE_ACTIONS_REACHED, FIVE_ACTIONS_ENROLLED, FIVE_ACTIONS_SHARED),
    initiative=FIVE_ACTIONS.code,
)
"""Its reach: three lower bounds, of which no source says that one is among the other."""
