"""Published figures of the Unit and of the competitiveness model, each with its source.

Cifras publicadas. "Más de" stays a lower bound. Names of the five actions, the list of the
62 lines and the OOADs that take part are not known, and so are not here.
"""

from __future__ import annotations

from datetime import date

from ..kernel.figures import PublishedFigure, Relation
from ..kernel.provenance import Source, Status
from ..kernel.text import Text
from .sources import FINANCIERO_2019, HERALDO_2023, INFORME_2024, UIT_2022

__all__ = [
    "ACTION_LINES",
    "ACTION_LINES_COMPLIANCE",
    "FIVE_ACTIONS_ENROLLED",
    "FIVE_ACTIONS_REACHED",
    "FIVE_ACTIONS_SHARED",
    "GUARDERIAS_2023",
    "OOADS_IN_MODEL_2023",
    "OOADS_TOTAL",
    "QUESTIONNAIRES",
    "SELECTION_2019",
    "UNITS_IN_MODEL_2023",
]


def _figure(
    code: str,
    value: int,
    what: Text,
    source: Source,
    *,
    relation: Relation = Relation.EXACTLY,
    note: Text | None = None,
    on: date | None = None,
) -> PublishedFigure:
    return PublishedFigure(
        value,
        relation,
        code=code,
        what=what,
        sources=(source,),
        status=Status.REPORTED,
        on=on or source.issued,
        note=note,
    )


UNITS_IN_MODEL_2023 = _figure(
    "mc-2023-unidades",
    880,
    Text(
        "unidades en el modelo de competitividad del Instituto en 2023",
        "units in the model of competitiveness of the Institute in 2023",
    ),
    HERALDO_2023,
    note=Text(
        "Se desconoce su reparto por tipo y por OOAD.",
        "How they divide by kind and by OOAD is not known.",
    ),
)
OOADS_IN_MODEL_2023 = _figure(
    "mc-2023-ooad",
    21,
    Text(
        "OOAD en el modelo de competitividad del Instituto en 2023",
        "OOADs in the model of competitiveness of the Institute in 2023",
    ),
    HERALDO_2023,
    note=Text("Se desconoce cuáles son.", "Which ones they are is not known."),
)
OOADS_TOTAL = _figure(
    "ooad-total", 35, Text("OOAD del Instituto", "OOADs of the Institute"), HERALDO_2023
)

FIVE_ACTIONS_REACHED = _figure(
    "cinco-acciones-alcance",
    400_000,
    Text(
        "personas alcanzadas por contenidos de «5 Acciones»",
        "people reached by contents of '5 Acciones'",
    ),
    UIT_2022,
    relation=Relation.AT_LEAST,
)
FIVE_ACTIONS_ENROLLED = _figure(
    "cinco-acciones-inscritas",
    80_000,
    Text(
        "personas inscritas en módulos de CLIMSS de «5 Acciones»",
        "people enrolled in CLIMSS modules of '5 Acciones'",
    ),
    UIT_2022,
    relation=Relation.AT_LEAST,
)
FIVE_ACTIONS_SHARED = _figure(
    "cinco-acciones-compartieron",
    60_000,
    Text(
        "personas que compartieron en «5 Acciones» cómo viven los valores",
        "people who shared in '5 Acciones' how they live the values",
    ),
    UIT_2022,
    relation=Relation.AT_LEAST,
    note=Text(
        "La fuente no dice que formen parte de las personas inscritas.",
        "The source does not say that they are among the enrolled.",
    ),
)

QUESTIONNAIRES = _figure(
    "cuestionarios-conflicto",
    600,
    Text(
        "cuestionarios de conflicto de intereses aplicados a TOOAD, TAOD y Coordinadores de"
        " Competitividad",
        "conflict-of-interest questionnaires applied to TOOAD, TAOD and competitiveness"
        " coordinators",
    ),
    UIT_2022,
    relation=Relation.AT_LEAST,
    note=Text(
        "Se desconoce cuántos resultaron positivos: no hay tasa que calcular.",
        "How many were positive is not known: there is no rate to compute.",
    ),
)

ACTION_LINES = _figure(
    "piabp-lineas",
    62,
    Text(
        "líneas de acción del Programa Institucional Anticorrupción y Buenas Prácticas (PIABP)",
        "action lines of the institutional programme against corruption and for good practices"
        " (PIABP)",
    ),
    UIT_2022,
)
ACTION_LINES_COMPLIANCE = _figure(
    "piabp-cumplimiento",
    96,
    Text(
        "% de cumplimiento («poco más de») del PIABP",
        "% compliance ('a little over') with the PIABP",
    ),
    UIT_2022,
    relation=Relation.AT_LEAST,
    note=Text(
        "La fuente no dice si son líneas cumplidas o avance medio.",
        "The source does not say whether lines met or mean progress is meant.",
    ),
)

SELECTION_2019 = (
    _figure(
        "ooad-2019-registro",
        2637,
        Text(
            "personas registradas en la selección de titulares de OOAD de 2019",
            "people registered for the selection of heads of OOAD of 2019",
        ),
        FINANCIERO_2019,
    ),
    _figure(
        "ooad-2019-completas",
        984,
        Text(
            "personas que completaron el registro a la selección de titulares de OOAD de 2019",
            "people who completed the registration for the selection of heads of OOAD of 2019",
        ),
        FINANCIERO_2019,
    ),
    _figure(
        "ooad-2019-requisitos",
        194,
        Text(
            "personas que cumplieron requisitos en la selección de titulares de OOAD de 2019",
            "people who met the requirements in the selection of heads of OOAD of 2019",
        ),
        FINANCIERO_2019,
    ),
    _figure(
        "ooad-2019-examen",
        159,
        Text(
            "personas que presentaron el examen en la selección de titulares de OOAD de 2019",
            "people who sat the exam in the selection of heads of OOAD of 2019",
        ),
        FINANCIERO_2019,
    ),
    _figure(
        "ooad-2019-titulares",
        35,
        Text(
            "plazas de titular en la selección de titulares de OOAD de 2019",
            "seats of head in the selection of heads of OOAD of 2019",
        ),
        FINANCIERO_2019,
    ),
)
"""Stages of the selection of heads of OOAD in 2019, each within the one before."""

GUARDERIAS_2023 = tuple(
    _figure(
        f"guarderias-2023-{number}",
        number,
        Text("guarderías en 2023", "child-care centres in 2023"),
        INFORME_2024,
        note=Text(
            "Dos notas citan el mismo informe con números distintos; se guardan ambos.",
            "Two notes cite the same report with different numbers; both are kept.",
        ),
    )
    for number in (1291, 1219)
)
"""How many child-care centres there were in 2023, by two readings that contradict each other."""
