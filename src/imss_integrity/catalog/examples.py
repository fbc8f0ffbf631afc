"""One invented unit, for examples and documentation. Nothing here is real.

Unidad inventada: its code, ratings, costs and standing were made up.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ..competitiveness import Assessment, Standing
from ..kernel.days import Period
from ..organization import Unit, UnitKind
from .frameworks import REFERENCE_FRAMEWORK
from .ooads import get_ooad

__all__ = ["EXAMPLE_ASSESSMENTS", "EXAMPLE_COSTS", "EXAMPLE_STANDING", "EXAMPLE_UNIT"]

EXAMPLE_UNIT = Unit(
    code="UMF-900",
    name="UMF 900 (inventada)",
    kind=UnitKind.UMF,
    parent=get_ooad("14"),
)
"""An invented clinic in Jalisco."""

# Approach, deployment and results of each of the eight criteria, in percent.
_RATINGS = {
    2024: "50 45 35  55 45 40  60 50 40  45 40 35  45 35 30  40 30 25  55 45 40  45 40 30",
    2025: "65 60 50  70 65 55  70 65 55  60 60 50  65 55 50  55 50 45  70 65 60  65 60 50",
}

EXAMPLE_ASSESSMENTS = tuple(
    Assessment(
        unit=EXAMPLE_UNIT.code,
        period=Period.year(year),
        evaluator="E1",
        framework=REFERENCE_FRAMEWORK,
        percents=tuple(int(percent) for percent in percents.split()),
    )
    for year, percents in _RATINGS.items()
)
"""Its ratings of 2024 and of 2025."""

_DAYS_A_STEP = {"1": 3, "2": 4, "3": 2}  # approach, deployment and results differ in effort
_MOST_RAISE = 20


def _costs() -> Mapping[str, Mapping[int, int]]:
    step = REFERENCE_FRAMEWORK.scale.step
    costs = {
        code: {
            today + rise: _DAYS_A_STEP[code[-1]] * (rise // step)
            for rise in range(step, _MOST_RAISE + step, step)
        }
        for code, today in EXAMPLE_ASSESSMENTS[-1].ratings.items()
        if today is not None
    }
    return MappingProxyType({code: MappingProxyType(own) for code, own in costs.items()})


EXAMPLE_COSTS = _costs()
"""Person-days to raise each subcriterion by up to 20 %."""

EXAMPLE_STANDING = Standing.of({"cuestionarios": "11/20", "programa": "45/50", "riesgos": 1})
"""Its integrity standing, invented numbers: 11 of 20 questionnaires acted on, 45 of 50 lines."""
