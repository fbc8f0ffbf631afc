"""The gate between screenings and merit: three answers, and never points."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE
from imss_integrity.conflicts import Level, Response, Screening, screen
from imss_integrity.initiatives import Candidate, SelectionProcess, merit_order
from imss_integrity.kernel import ImssIntegrityError
from imss_integrity.rollup import eligibility

POLICY = CONFLICT_QUESTIONNAIRE.policy
assert POLICY is not None
CLEAN = {rule.question: "no" for rule in POLICY.interests}
HEAVY = {
    "FAM2": "si",
    "FAM2.detalle": [{"FAM2.parentesco": "HIJ", "FAM2.vinculo": "decides"}],
}
SHARE = {
    "BUS1": "si",
    "BUS1.detalle": [
        {
            "BUS1.organizacion": "Proveedora de ejemplo",
            "BUS1.inicio": "2020-01-01",
            "BUS1.vinculo": "decides",
            "BUS1.valor": "40000",
        }
    ],
}


def screened(**answers: Any) -> Screening:
    """Screen the reference questionnaire, everything else answered no."""
    response = Response.from_answers(CONFLICT_QUESTIONNAIRE, CLEAN | answers)
    return screen(response, on=date(2026, 5, 4))


def test_each_verdict() -> None:
    """Critical closes the gate, what could become critical leaves it pending."""
    screenings = {
        "C-4": screened(**HEAVY),
        "C-1": screened(),
        "C-2": screened(FAM4="no_se"),
        "C-3": screened(EMP1="no_se"),
        "C-5": screened(**HEAVY, FAM4="no_se"),
    }

    assert {"C-1": True, "C-2": None, "C-3": True, "C-4": False, "C-5": False} == eligibility(
        screenings
    )
    assert ["C-1", "C-2", "C-3", "C-4", "C-5"] == list(eligibility(screenings))


def test_a_process_may_refuse_from_a_lower_level() -> None:
    """High is refused where the process says so, and not else."""
    screenings = {"C-1": screened(**SHARE)}

    assert {"C-1": True} == eligibility(screenings)
    assert {"C-1": False} == eligibility(screenings, refused_from=Level.HIGH)


def test_it_is_the_gate_of_merit() -> None:
    """Whoever is refused is listed apart, with the same score as before."""
    process = SelectionProcess.of(
        {"examen": "1"}, code="P-1", profile="taod", seats=1, tie_rule="lugar_compartido"
    )
    people = [Candidate.of("C-1", {"examen": 70}), Candidate.of("C-2", {"examen": 90})]
    gate = eligibility({"C-1": screened(), "C-2": screened(**HEAVY)})
    order = merit_order(process, people, eligible=gate)

    assert ["C-1"] == [entry.candidate.code for entry in order.ranked]
    open_gate = merit_order(process, people, eligible={"C-1": True, "C-2": True})
    assert {70, 90} == {entry.score.value for entry in open_gate.ranked if entry.score}


@pytest.mark.parametrize(
    "given", [None, [("C-1", True)], {"C-1": True}, {"Nombre de ejemplo": None}]
)
def test_what_is_no_screening_is_refused(given: Any) -> None:
    """A mapping from codes to screenings, and nothing else."""
    with pytest.raises(ImssIntegrityError) as caught:
        eligibility(given)
    assert "ejemplo" not in str(caught.value)
    with pytest.raises(ImssIntegrityError, match="refused_from"):
        eligibility({}, refused_from="gravísimo")  # type: ignore[arg-type]
