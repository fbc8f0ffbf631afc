"""What a type checker must see in the public API. Checked by mypy and pyright, never run."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import assert_type

import imss_integrity as ii
from imss_integrity.catalog import (
    EXAMPLE_ASSESSMENTS,
    EXAMPLE_UNIT,
    OOADS,
    REFERENCE_FRAMEWORK,
    REFERENCE_GATE,
    find_ooad,
    get_ooad,
)
from imss_integrity.competitiveness import (
    Assessment,
    Change,
    Consensus,
    Framework,
    Route,
    Stage,
    Standing,
    stage_of,
)
from imss_integrity.initiatives import (
    Candidate,
    MeritOrder,
    Profile,
    SelectionProcess,
    StageCounts,
    merit_order,
    stage_counts,
)
from imss_integrity.kernel import Calendar, Fault, Language, Score, Text
from imss_integrity.organization import Ooad, Unit, UnitGroup, place_of
from imss_integrity.rollup import Panorama
from imss_integrity.statistics import krippendorff_alpha


def verbs_give_what_they_say(
    rows: list[Mapping[str, object]], error: ii.ImssIntegrityError
) -> None:
    """Each verb has the type of its noun, also through the lazy face."""
    sheet = EXAMPLE_ASSESSMENTS[0]
    assert_type(ii.assessments(rows, framework=REFERENCE_FRAMEWORK), tuple[Assessment, ...])
    assert_type(ii.Framework.from_records(rows, version="1"), Framework)
    assert_type(ii.score(sheet, missing="zero", method="minimum"), Score)
    assert_type(ii.change(ii.score(sheet), ii.score(sheet)), Change)
    assert_type(ii.consensus([sheet, sheet]), Consensus)
    assert_type(ii.cheapest_route(sheet, costs={"1.1": {60: Decimal("1.5")}}, target=500), Route)
    assert_type(ii.apply_gate(ii.score(sheet), Standing.of({"programa": 1}), REFERENCE_GATE), Score)
    assert_type(ii.panorama([EXAMPLE_UNIT], ooads=OOADS), Panorama)
    assert_type(stage_of(ii.score(sheet)), Stage | None)
    assert_type(ii.score(sheet).value, Fraction)
    assert_type(ii.score(sheet).describe(Language.EN), str)
    assert_type(get_ooad("14"), Ooad)
    assert_type(find_ooad("14"), Ooad | None)
    assert_type(place_of(EXAMPLE_UNIT), str | None)
    assert_type(EXAMPLE_UNIT.group, UnitGroup | None)
    assert_type(Calendar().business_days_after(date(2026, 1, 1), 3), date)
    assert_type(krippendorff_alpha([[1, 2], [1, 2]]), float)
    assert_type(error.faults, tuple[Fault, ...])
    assert_type(error.text, Text)


def a_selection_gives_what_it_says(people: list[Candidate]) -> None:
    """A gate is cleared, refused or pending, and the score of a candidate may be absent."""
    process = SelectionProcess.of(
        {"examen": 1}, code="P-1", profile=Profile.TAOD, seats=1, tie_rule="lugar_compartido"
    )
    order = merit_order(process, people, eligible={"C-1": True, "C-2": None})
    assert_type(process, SelectionProcess)
    assert_type(order, MeritOrder)
    assert_type(order.entries[0].score, Score | None)
    assert_type(stage_counts(process, people), StageCounts)
    merit_order(process, people)  # type: ignore[call-arg]
    merit_order(process, people, eligible={"C-1": "si"})  # type: ignore[dict-item]


def wrong_calls_are_seen(unit: Unit, score: Score) -> None:
    """A mistake is an error of the checker; an ignore that is not needed is one as well."""
    ii.score(EXAMPLE_ASSESSMENTS[0], missing="ignore")  # type: ignore[arg-type]
    ii.score([EXAMPLE_ASSESSMENTS[0]])  # type: ignore[arg-type]
    ii.panorama([unit])  # type: ignore[call-arg]
    unit.name = "otro"  # type: ignore[misc]
    score.value = score.lowest  # type: ignore[misc]
    get_ooad(14)  # type: ignore[arg-type]
