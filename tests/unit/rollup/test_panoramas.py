"""The panorama: what it shows and what it refuses."""

from __future__ import annotations

import attrs
import pytest

from imss_integrity.catalog import (
    CRITERIA_2021,
    EXAMPLE_ASSESSMENTS,
    EXAMPLE_CYCLE,
    EXAMPLE_UNIT,
    OOADS,
    UNITS_IN_MODEL_2023,
    get_umae,
)
from imss_integrity.competitiveness import score
from imss_integrity.kernel import ImssIntegrityError, InconsistentError, Language, Score, Status
from imss_integrity.organization import CENTRAL_LEVEL, Unit
from imss_integrity.pdca import replay
from imss_integrity.rollup import Panorama, panorama

BEFORE, NOW = (score(sheet) for sheet in EXAMPLE_ASSESSMENTS)
OTHERS = tuple(attrs.evolve(EXAMPLE_UNIT, code=f"UMF-{n}") for n in range(901, 914))
SAME_CODE = attrs.evolve(EXAMPLE_UNIT.parent, name="Otro nombre")
UMAE_UNIT = attrs.evolve(EXAMPLE_UNIT, code="HP-4T", parent=get_umae("4T"))


def view(units: tuple[Unit, ...], *scores: Score, **more: object) -> Panorama:
    """Make a panorama over the real OOADs."""
    return panorama(units, scores, ooads=OOADS, **more)  # type: ignore[arg-type]


def test_a_umae_is_a_group_of_its_own_and_no_ooad() -> None:
    """A unit of a UMAE counts in its UMAE; only OOADs count as taking part."""
    shown = view(
        (EXAMPLE_UNIT, UMAE_UNIT, attrs.evolve(UMAE_UNIT, code="NC", parent=CENTRAL_LEVEL))
    )
    assert ["09", "14", "4T"] == [group.code for group in shown.groups]
    assert (1, 35) == (shown.ooads_taking_part, shown.ooads)


def test_units_without_score_are_named_up_to_ten() -> None:
    """Who is missing is named; a long list is cut and counted."""
    shown = view((EXAMPLE_UNIT, *OTHERS), NOW)
    text = shown.describe()
    assert "Sin puntaje (13): UMF-901, UMF-902" in text
    assert "UMF-910, ..." in text
    assert "UMF-911" not in text
    assert 13 == len(shown.missing)


def test_both_languages_show_figures_kinds_stages_and_rule() -> None:
    """Everything shown has both languages, with the rule for stages and the status."""
    shown = view((EXAMPLE_UNIT,), NOW, figures=[UNITS_IN_MODEL_2023], rule="en_rango")
    spanish, english = shown.describe(), shown.describe(Language.EN)
    assert "880 unidades en el modelo de competitividad" in spanish
    assert "880 units in the model" in english
    assert "dentro del rango de la tabla" in spanish
    assert "inside the range of the table" in english
    assert "1 Consolidado" in spanish
    assert "1 Consolidated" in english
    assert "propio, no oficial" in spanish
    assert "own, not official" in english


def test_cycles_speak_of_the_stages_of_their_unit() -> None:
    """A whole cycle bears its stage out; one just opened contradicts it, and is named."""
    opened = replay(EXAMPLE_CYCLE.events[:1])
    borne_out, contradicted = (
        view((EXAMPLE_UNIT,), NOW, cycles=[cycle]) for cycle in (EXAMPLE_CYCLE, opened)
    )
    head = "Etapas frente a sus ciclos PHVA (lectura propia):"
    assert f"{head} 1 sustentada, 0 contradicha\n" in borne_out.describe()
    assert f"{head} 0 sustentada, 1 contradicha\n" in contradicted.describe()
    named = "UMF-900, 4.3: etapa 'consolidado' contradicha"
    assert (named in borne_out.describe(), named in contradicted.describe()) == (False, True)
    assert "contradicted" in contradicted.describe(Language.EN)


def test_cycles_of_a_unit_without_score_say_nothing() -> None:
    """There is no stage that they could bear out."""
    assert () == view((EXAMPLE_UNIT,), cycles=[EXAMPLE_CYCLE]).supports


def test_a_cycle_of_no_unit_here_is_refused() -> None:
    """It would speak of nobody."""
    with pytest.raises(InconsistentError) as caught:
        view((UMAE_UNIT,), cycles=[EXAMPLE_CYCLE])
    (fault,) = caught.value.faults
    assert ("cycles", "foreign") == (fault.path, fault.code)


def test_a_total_in_a_gap_is_counted_without_stage() -> None:
    """413.75 of 1000 lies between Desarrollo and Consolidado: no stage under the ranges."""
    shown = view((EXAMPLE_UNIT,), BEFORE, rule="en_rango")
    assert (("sin_etapa", 1),) == shown.institute.stages
    assert "1 sin etapa" in shown.describe()


def test_a_panorama_of_nothing_is_empty() -> None:
    """No units, no groups, no doubt."""
    shown = view(())
    assert (0, 0, ()) == (shown.institute.units, shown.ooads_taking_part, shown.missing)
    assert Status.OWN is shown.status
    assert [] == shown.to_records()
    assert "etapa" not in shown.describe()


def test_figures_alone_set_the_status() -> None:
    """A panorama of reported figures is reported."""
    assert Status.REPORTED is view((), figures=[UNITS_IN_MODEL_2023]).status


def test_records_have_a_row_for_each_parent() -> None:
    """Rows for a data frame: one for each parent."""
    rows = view((EXAMPLE_UNIT, UMAE_UNIT), NOW).to_records()
    assert ["14", "4T"] == [row["parent"] for row in rows]
    assert [0.58675, None] == [row["mean"] for row in rows]
    assert [0.0, None] == [row["variance"] for row in rows]
    assert [1, 0] == [row["stage_consolidado"] for row in rows]
    assert [0, 0] == [row["stage_sin_etapa"] for row in rows]


@pytest.mark.parametrize(
    ("units", "scores", "rule", "path", "code"),
    [
        ((EXAMPLE_UNIT, EXAMPLE_UNIT), (), "alcanzada", "unit", "duplicate"),
        (
            (EXAMPLE_UNIT, attrs.evolve(EXAMPLE_UNIT, code="umf-900")),
            (),
            "alcanzada",
            "unit",
            "duplicate",
        ),
        (
            (EXAMPLE_UNIT, attrs.evolve(EXAMPLE_UNIT, code="UMF-901", parent=SAME_CODE)),
            (),
            "alcanzada",
            "parent",
            "duplicate",
        ),
        ((EXAMPLE_UNIT,), (NOW, BEFORE), "alcanzada", "scores", "duplicate"),
        ((UMAE_UNIT,), (NOW,), "alcanzada", "scores", "foreign"),
        (
            (EXAMPLE_UNIT, UMAE_UNIT),
            (NOW, attrs.evolve(NOW, subject="HP-4T", definition="otro 1")),
            "alcanzada",
            "scores",
            "foreign",
        ),
        ((EXAMPLE_UNIT,), (), "redondeo", "rule", "choice"),
    ],
)
def test_what_does_not_fit_together_is_refused(
    units: tuple[Unit, ...], scores: tuple[Score, ...], rule: str, path: str, code: str
) -> None:
    """One clear error, in both languages, and no panorama."""
    with pytest.raises(ImssIntegrityError) as caught:
        view(units, *scores, rule=rule)
    fault = caught.value.faults[0]
    assert (path, code) == (fault.path, fault.code)
    assert fault.text.en != fault.text.es


def test_the_criteria_of_2021_are_eight() -> None:
    """The reference framework has the eight published names."""
    assert 8 == len(CRITERIA_2021)
