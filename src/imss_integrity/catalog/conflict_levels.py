"""What each level of the conflict questionnaire stands for and asks for, and when it is reviewed.

Niveles, salvaguardas y revisiones del cuestionario de referencia, propios, no oficiales: the
protocol of the Institute is not public. Owners and days are own defaults, also where a rule of
law says what is to be done; 0 days is the day of the screening itself.
"""

from __future__ import annotations

from fractions import Fraction

from ..conflicts import Band, Level, Review, SafeguardRule
from ..kernel.text import Text
from .conflict_rules import rule_of

__all__ = ["BANDS", "REVIEWS", "SAFEGUARDS"]

BANDS = tuple(
    Band(level=level, low=Fraction(low), high=Fraction(high))
    for level, low, high in (
        (Level.MINIMAL, 0, 10),
        (Level.LOW, 10, 30),
        (Level.MEDIUM, 30, 60),
        (Level.HIGH, 60, 100),
    )
)

_DECLARANT, _SUPERIOR, _UNIT = "declarante", "superior", "unidad-integridad"


def _safeguard(
    level: Level, part: str, owner: str, days: int, what: Text, *, rule: str | None = None
) -> SafeguardRule:
    return SafeguardRule(
        code=f"{level}-{part}",
        level=level,
        what=what,
        owner=owner,
        days=days,
        rule=None if rule is None else rule_of(rule),
    )


SAFEGUARDS = (
    _safeguard(
        Level.MINIMAL, "registrar", _UNIT, 10, Text("Registrar la respuesta", "Record the answers")
    ),
    _safeguard(
        Level.LOW, "registrar", _UNIT, 10, Text("Registrar el interés", "Register the interest")
    ),
    _safeguard(
        Level.LOW,
        "revelar",
        _DECLARANT,
        5,
        Text(
            "Revelarlo por escrito a la persona superior", "Disclose it to the superior in writing"
        ),
    ),
    _safeguard(
        Level.MEDIUM,
        "restringir",
        _SUPERIOR,
        10,
        Text("Restringir el acceso o las tareas", "Restrict access or tasks"),
    ),
    _safeguard(
        Level.MEDIUM,
        "segunda-firma",
        _SUPERIOR,
        10,
        Text("Pedir una segunda firma en esos asuntos", "Ask for a second signatory there"),
    ),
    _safeguard(
        Level.MEDIUM,
        "vigilar",
        _UNIT,
        30,
        Text("Dar seguimiento a los asuntos relacionados", "Monitor the related matters"),
    ),
    _safeguard(
        Level.HIGH,
        "excusar",
        _DECLARANT,
        0,
        Text(
            "Pedir por escrito la excusa del asunto; si abstenerse no es posible, seguir las"
            " instrucciones escritas",
            "Ask in writing to be excused from the matter; where abstaining is not possible,"
            " follow the written instructions",
        ),
        rule="LGRA-58",
    ),
    _safeguard(
        Level.HIGH,
        "reasignar",
        _SUPERIOR,
        3,
        Text("Resolver la excusa y reasignar la tarea", "Resolve the excuse and reassign the duty"),
        rule="LFPA-22",
    ),
    _safeguard(
        Level.HIGH,
        "tercero",
        _SUPERIOR,
        10,
        Text("Dejar la decisión a una tercera persona", "Leave the decision to a third person"),
    ),
    _safeguard(
        Level.CRITICAL,
        "apartar",
        _SUPERIOR,
        0,
        Text("No nombrar, o apartar del asunto", "Do not appoint, or remove from the matter"),
    ),
    _safeguard(
        Level.CRITICAL,
        "excusar",
        _DECLARANT,
        0,
        Text("Excusarse de inmediato del procedimiento", "Be excused at once from the procedure"),
        rule="LFPA-22",
    ),
    _safeguard(
        Level.CRITICAL,
        "entregar",
        _DECLARANT,
        0,
        Text(
            "Si se aceptó un regalo, avisar y entregarlo",
            "Where a gift was accepted, report it and hand it over",
        ),
        rule="LGRA-40",
    ),
    _safeguard(
        Level.CRITICAL,
        "desprenderse",
        _DECLARANT,
        30,
        Text(
            "Desprenderse del interés, ponerlo en fideicomiso ciego o renunciar a la función"
            " privada",
            "Divest of the interest, put it in a blind trust or resign the private role",
        ),
        rule="LGRA-7-XI",
    ),
    _safeguard(
        Level.CRITICAL,
        "turnar",
        _UNIT,
        5,
        Text(
            "Turnar al Órgano Interno de Control donde pueda haber una falta, sin concluir culpa",
            "Refer to the internal control body where a fault may exist, without concluding guilt",
        ),
    ),
)

REVIEWS = (
    Review(level=Level.MINIMAL, when=Text("cada año, en mayo", "every year, in May")),
    Review(level=Level.LOW, months=12, when=Text("cada año", "every year")),
    Review(level=Level.MEDIUM, months=6, when=Text("cada seis meses", "every six months")),
    Review(level=Level.HIGH, when=Text("antes de cada asunto", "before each matter")),
    Review(level=Level.CRITICAL, when=Text("antes de asumir el cargo", "before taking office")),
)
