"""What a verb says of an argument of the wrong kind."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import attrs
import pytest

import imss_integrity as ii
from imss_integrity.catalog import (
    EXAMPLE_ASSESSMENTS,
    EXAMPLE_STANDING,
    EXAMPLE_UNIT,
    OOADS,
    OOADS_TOTAL,
    REFERENCE_FRAMEWORK,
    REFERENCE_GATE,
)
from imss_integrity.competitiveness import Standing, recognize, route_faults, stage_of
from imss_integrity.kernel import InvalidValueError, overdue, ratio_of, round_exact
from imss_integrity.organization import place_of, units
from imss_integrity.rollup import Tally

SHEET = EXAMPLE_ASSESSMENTS[1]
OTHER = attrs.evolve(SHEET, evaluator="E2")
SCORE = ii.score(SHEET)


def listed(value: object) -> Any:
    """Give *value* in a list, so that no number is taken for itself."""
    return [value]


WRONG: list[Any] = [None, 5, "texto", {"a": 1}, [object()], object()]

CALLS: dict[str, Callable[[Any], object]] = {
    "change before": lambda x: ii.change(x, SCORE),
    "change after": lambda x: ii.change(SCORE, x),
    "consensus sheets": ii.consensus,
    "consensus adjustments": lambda x: ii.consensus([SHEET, OTHER], adjustments=x),
    "apply_gate score": lambda x: ii.apply_gate(x, EXAMPLE_STANDING, REFERENCE_GATE),
    "apply_gate standing": lambda x: ii.apply_gate(SCORE, x, REFERENCE_GATE),
    "apply_gate gate": lambda x: ii.apply_gate(SCORE, EXAMPLE_STANDING, x),
    "cheapest_route assessment": lambda x: ii.cheapest_route(x, costs={}, target=1),
    "cheapest_route offers": lambda x: ii.cheapest_route(SHEET, costs={"1.1": [x]}, target=1),  # type: ignore[dict-item]
    "cheapest_route target": lambda x: ii.cheapest_route(SHEET, costs={}, target=listed(x)),
    "route_faults route": lambda x: route_faults(x, SHEET, costs={}),
    "recognize": recognize,
    "stage_of": stage_of,
    "panorama units": lambda x: ii.panorama(x, ooads=OOADS),
    "panorama scores": lambda x: ii.panorama([EXAMPLE_UNIT], x, ooads=OOADS),
    "panorama ooads": lambda x: ii.panorama([EXAMPLE_UNIT], ooads=x),
    "panorama figures": lambda x: ii.panorama([EXAMPLE_UNIT], ooads=OOADS, figures=x),
    "panorama scale": lambda x: ii.panorama([EXAMPLE_UNIT], ooads=OOADS, scale=x),
    "assessments framework": lambda x: ii.assessments([{}], framework=x),
    "assessments rows": lambda x: ii.assessments(x, framework=REFERENCE_FRAMEWORK),
    "Assessment.of": lambda x: ii.Assessment.of(
        x, {}, unit="u", period=SHEET.period, evaluator="e"
    ),
    "Standing.of": lambda x: Standing.of({"programa": x}),
    "units parents": lambda x: units([{}], parents=x),
    "place_of": place_of,
    "Tally.of": Tally.of,
    "Tally.sum": Tally.sum,
    "ratio_of": lambda x: ratio_of(OOADS_TOTAL, x),
    "overdue": lambda x: overdue(x, on=date(2026, 1, 1)),
    "round_exact": lambda x: round_exact(listed(x)),
    "sentence": SCORE.sentence,
}


@pytest.mark.parametrize("wrong", WRONG, ids=[type(one).__name__ for one in WRONG])
@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_wrong_kinds_are_refused_by_the_library(call: Callable[[Any], object], wrong: Any) -> None:
    """No foreign exception comes from deep inside, whatever is handed in."""
    with pytest.raises(InvalidValueError) as caught:
        call(wrong)
    fault = caught.value.faults[0]
    assert fault.path
    assert fault.text.es != fault.text.en


def test_a_crosswalk_is_a_mapping() -> None:
    """A pair of codes is none."""
    with pytest.raises(InvalidValueError, match="'crosswalk' must be a mapping"):
        ii.change(SCORE, SCORE, crosswalk=[("1.1", "1.2")])  # type: ignore[arg-type]


def test_a_stage_of_another_scale_is_no_target() -> None:
    """A target stage belongs to the framework's own scale."""
    stage = REFERENCE_FRAMEWORK.scale.stages[-1]
    other = type(stage)(code="otra", name=stage.name, low=90, high=100)
    with pytest.raises(ii.ImssIntegrityError, match="'target' must be a stage of the framework"):
        ii.cheapest_route(SHEET, costs={}, target=other)
