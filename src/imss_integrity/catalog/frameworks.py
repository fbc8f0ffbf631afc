"""A framework and a gate to start from: the library's own, not official.

Marco y compuerta de referencia, propios. The names of the eight criteria are those published
in 2021. Their points and subcriteria are not public: here every criterion carries the same
125 points, divided by the three dimensions of the national quality model (approach,
deployment, results), as a book chapter on the Premio Nacional de Calidad (2014) gives them.
Bring your own framework for any decision.
"""

from __future__ import annotations

from fractions import Fraction

from ..competitiveness import Criterion, Framework, Gate, Requirement, Subcriterion
from ..kernel.provenance import Status
from ..kernel.text import Text
from .sources import REFERENCE_2026, UIT_2022

__all__ = ["CRITERIA_2021", "REFERENCE_FRAMEWORK", "REFERENCE_GATE"]

CRITERIA_2021 = (
    Text("Planeación", "Planning"),
    Text("Derechohabiencia y Población Usuaria", "Beneficiaries and users"),
    Text("Liderazgo", "Leadership"),
    Text("Procesos", "Processes"),
    Text("Talento Humano", "Human talent"),
    Text("Conocimiento Organizacional e Innovación", "Organisational knowledge and innovation"),
    Text("Responsabilidad Social", "Social responsibility"),
    Text("Evaluación", "Evaluation"),
)
"""Names of the eight criteria, in the order printed by El Demócrata, 2021-12-22 (reported)."""

_DIMENSIONS = (
    (Text("Enfoque", "Approach"), 40),
    (Text("Implantación", "Deployment"), 40),
    (Text("Resultados", "Results"), 45),
)


def _criterion(number: int, name: Text) -> Criterion:
    label = Text("{criterion}: {dimension}")
    subcriteria = tuple(
        Subcriterion(
            code=f"{number}.{place}",
            name=label.format(criterion=name, dimension=dimension),
            points=points,
        )
        for place, (dimension, points) in enumerate(_DIMENSIONS, start=1)
    )
    return Criterion(
        code=str(number),
        name=name,
        points=sum(points for _, points in _DIMENSIONS),
        subcriteria=subcriteria,
    )


REFERENCE_FRAMEWORK = Framework(
    code="referencia-propia-no-oficial",
    name=Text("Marco de referencia, propio, no oficial", "Reference framework, own, not official"),
    version="2026.1",
    criteria=tuple(_criterion(n, name) for n, name in enumerate(CRITERIA_2021, start=1)),
    status=Status.OWN,
    source=REFERENCE_2026,
)
"""Eight criteria of 125 points and 24 subcriteria: own, not official; its source says of what."""

REFERENCE_GATE = Gate(
    code="compuerta-propia",
    name=Text("Compuerta de integridad (propia, no oficial)", "Integrity gate (own, not official)"),
    requirements=(
        Requirement(
            code="cuestionarios",
            name=Text(
                "cuestionarios de conflicto de intereses aplicados y atendidos",
                "conflict-of-interest questionnaires applied and acted on",
            ),
        ),
        Requirement(
            code="programa",
            name=Text("líneas de acción cumplidas", "action lines met"),
            full=Fraction(9, 10),
        ),
        Requirement(
            code="riesgos",
            name=Text(
                "riesgos de corrupción con control suficiente",
                "corruption risks with a sufficient control",
            ),
            full=Fraction(9, 10),
        ),
    ),
    status=Status.OWN,
    sources=(UIT_2022,),
)
"""Three requirements and from where on each is enough: own, not official."""
