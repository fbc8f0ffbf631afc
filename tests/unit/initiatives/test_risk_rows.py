"""A matrix of risks from rows: what is read, and that whatever is wrong is told at once."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.initiatives import ResidualRule, Risk, risk_matrix
from imss_integrity.kernel import InconsistentError, InvalidValueError, Text
from imss_integrity.strategies.risks import valued_risks

QUALITIES = ("documented", "formalised", "applied", "effective")
OWN = (
    *("name_es", "kind", "level", "strategy"),
    *("initial_impact", "initial_probability", "final_impact", "final_probability"),
)
ROW: dict[str, Any] = {
    "code": "R1", "name_es": "Compra sin competencia", "kind": "corrupcion", "level": "directivo",
    "initial_impact": 8.0, "initial_probability": "8", "final_impact": 8, "final_probability": 3,
    "strategy": "reducir", "control": "C1", "control_es": "Doble revisión",
    "control_kind": "preventivo", "documented": "Sí", "formalised": "si", "applied": True,
    "effective": " SI ",
}  # fmt: skip
BELOW = {
    **dict.fromkeys(OWN), "code": "R1", "control": "C2", "control_es": "Rotar", "effective": "no",
    "control_kind": "detectivo", "documented": "no", "formalised": False, "applied": "no",
}  # fmt: skip


def rows_of(risk: Risk) -> list[dict[str, Any]]:
    """Write a risk as a sheet holds it: its own cells merged, a row for each control."""
    own: dict[str, Any] = {
        "name_es": risk.name.es,
        "name_en": risk.name.en,
        "kind": risk.kind.value,
        "level": risk.level.value,
        "strategy": risk.strategy.value,
        "residual_rule": risk.residual_rule.value,
    }
    for side in ("initial", "final"):
        for scale in ("impact", "probability"):
            own[f"{side}_{scale}"] = getattr(getattr(risk, side), scale)
    controls = [
        {
            "control": one.code,
            "control_es": one.what.es,
            "control_en": one.what.en,
            "control_kind": one.kind.value,
            **{name: "si" if getattr(one, name) else "no" for name in QUALITIES},
        }
        for one in risk.controls
    ]
    first, *others = controls or [{}]
    blank = dict.fromkeys(own, "")
    return [
        {"code": risk.code, **own, **first},
        *({"code": risk.code, **blank, **c} for c in others),
    ]


@given(st.lists(valued_risks(), min_size=1, max_size=4, unique_by=lambda risk: risk.code))
def test_a_matrix_that_was_written_is_read_again(risks: list[Risk]) -> None:
    """Everything but what the sheet does not hold: factors and work plans."""
    rows = [row for risk in risks for row in rows_of(risk)]
    read = risk_matrix(rows)
    assert [risk.code for risk in risks] == [risk.code for risk in read]
    for there, back in zip(risks, read, strict=True):
        assert rows_of(there) == rows_of(back)
        assert ((), ()) == (back.factors, back.work_plan)


def test_a_sheet_as_people_write_it() -> None:
    """Whole floats, digits, accents and capitals, merged cells; other headers."""
    risk = risk_matrix([ROW, BELOW])[0]
    assert ["C1", "C2"] == [control.code for control in risk.controls]
    assert [True, False] == [control.is_sufficient for control in risk.controls]
    assert (Text("Compra sin competencia"), 3) == (risk.name, risk.final.probability)
    assert ResidualRule.SUFFICIENT_CONTROL is risk.residual_rule

    renamed = [{"Riesgo" if key == "name_es" else key: cell for key, cell in ROW.items()}]
    assert risk.name == risk_matrix(renamed, columns={"name_es": "Riesgo"})[0].name


@pytest.mark.parametrize("blank", ["", None, float("nan")])
def test_a_risk_without_control(blank: object) -> None:
    """A blank code of a control is no control, whatever stands beside it."""
    judged = {**ROW, "control": blank, "residual_rule": "criterio"}
    assert () == risk_matrix([judged])[0].controls


@pytest.mark.parametrize(
    ("changes", "path", "code"),
    [
        ({"kind": "corrupción"}, "rows[1].kind", "choice"),
        ({"initial_impact": 11}, "rows[1].initial_impact", "range"),
        ({"final_probability": 0.3}, "rows[1].final_probability", "type"),
        ({"code": 7}, "rows[1].code", "type"),
        ({"code": ""}, "rows[1].code", "missing"),
        ({"effective": "quizá"}, "rows[1].effective", "choice"),
        ({"effective": 1}, "rows[1].effective", "choice"),
        ({"effective": None}, "rows[1].effective", "missing"),
        ({"control_es": " "}, "rows[1].control_es", "missing"),
        ({"control_kind": "otro"}, "rows[1].control_kind", "choice"),
    ],
)
def test_a_bad_cell_is_told_with_its_row(changes: dict[str, Any], path: str, code: str) -> None:
    """By field, of whichever row, every bad row at once."""
    bad = {**ROW, **changes}
    with pytest.raises(InvalidValueError) as caught:
        risk_matrix([ROW, bad, bad])
    assert [(path, code), (path.replace("[1]", "[2]"), code)] == [
        (fault.path, fault.code) for fault in caught.value.faults
    ]


def test_a_risk_that_contradicts_itself_is_told_by_its_code() -> None:
    """Two kinds, no name, a final valuation lowered by nothing: every such risk is named."""
    other = {**ROW, "code": "R2", "effective": "no"}
    nameless = {**ROW, "code": "R3", "name_es": ""}
    with pytest.raises(InconsistentError) as caught:
        risk_matrix([ROW, {**BELOW, "kind": "legal"}, other, nameless])
    assert [
        ("risks[R1].kind", "inconsistent"),
        ("risks[R2].final", "control"),
        ("risks[R3].name", "inconsistent"),
    ] == [(fault.path, fault.code) for fault in caught.value.faults]
