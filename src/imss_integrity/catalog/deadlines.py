"""Deadlines of the laws on responsibilities and on transparency.

Plazos de la LGRA y de la LGTAIP. Codes are own: law, article, fraction. Content and time are
those of the articles (official); that days of the LGTAIP are business days is recalled, not
confirmed, so those rules are *derived* and the calendar is an argument. A lawyer must confirm
before a document cites an article.

LGRA 58 is not here, because it counts back: to be excused one asks at the latest 48 hours before
the deadline of the matter, two calendar days before it where there are no times of day (own
reading). LGRA 33-II is a month of every year: see `RENEWAL_RULES`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from ..kernel.deadline import DeadlineRule, TimeUnit
from ..kernel.provenance import Rule, Source, Status
from ..kernel.text import Text
from .lookup import find_by_code, unknown_code

__all__ = ["DEADLINES", "find_deadline", "get_deadline"]

LGRA = Source(
    code="lgra",
    title=Text(
        "Ley General de Responsabilidades Administrativas (última reforma DOF 15-12-2025)",
        "General Law of Administrative Responsibilities (last reform DOF 15-12-2025)",
    ),
)
LGTAIP = Source(
    code="lgtaip",
    title=Text(
        "Ley General de Transparencia y Acceso a la Información Pública (DOF 20-03-2025)",
        "General Law of Transparency and Access to Public Information (DOF 20-03-2025)",
    ),
    issued=date(2025, 3, 20),
)
_LGTAIP_FIRST_DAY = date(2025, 3, 21)


def _lgra(
    code: str, amount: int, unit: TimeUnit, text: Text, status: Status = Status.OFFICIAL
) -> DeadlineRule:
    rule = Rule(code=f"LGRA-{code}", text=text, source=LGRA, status=status)
    return DeadlineRule(rule=rule, amount=amount, unit=unit)


def _lgtaip(code: str, amount: int, unit: TimeUnit, text: Text) -> DeadlineRule:
    rule = Rule(
        code=f"LGTAIP-{code}",
        text=text,
        source=LGTAIP,
        status=Status.DERIVED,
        first_day=_LGTAIP_FIRST_DAY,
    )
    return DeadlineRule(rule=rule, amount=amount, unit=unit)


_DAYS, _BUSINESS = TimeUnit.CALENDAR_DAYS, TimeUnit.BUSINESS_DAYS

DEADLINES = (
    _lgra(
        "33-I",
        60,
        _DAYS,
        Text(
            "declaración inicial, desde la toma de posesión",
            "initial declaration, from taking office",
        ),
    ),
    _lgra(
        "33-III",
        60,
        _DAYS,
        Text(
            "declaración de conclusión, desde la conclusión del encargo",
            "declaration of conclusion, from leaving office",
        ),
    ),
    _lgra(
        "33-omision",
        30,
        _DAYS,
        Text(
            "declaración omitida, desde el requerimiento por escrito",
            "declaration left out, from the written demand",
        ),
    ),
    _lgra(
        "56",
        1,
        TimeUnit.YEARS,
        Text(
            "información privilegiada, desde la separación; fin inclusivo: lectura propia",
            "privileged information, from leaving office; inclusive end: own reading",
        ),
        Status.OWN,
    ),
    _lgra(
        "72",
        1,
        TimeUnit.YEARS,
        Text(
            "contratar a exservidor con información privilegiada; fin inclusivo: lectura propia",
            "hiring of a former official with privileged information; inclusive end: own reading",
        ),
        Status.OWN,
    ),
    _lgtaip(
        "130-I",
        5,
        _BUSINESS,
        Text("pedir aclaración de la solicitud", "ask to clarify the request"),
    ),
    _lgtaip("130-II", 10, _BUSINESS, Text("responder la aclaración", "answer the clarification")),
    _lgtaip("132", 5, _BUSINESS, Text("información ya pública", "information already public")),
    _lgtaip("134", 20, _BUSINESS, Text("respuesta a una solicitud", "answer to a request")),
    _lgtaip(
        "134-prorroga",
        10,
        _BUSINESS,
        Text(
            "prórroga de la respuesta, una sola vez y aprobada por el comité, desde el fin del"
            " plazo de LGTAIP-134",
            "extension of the answer, once and approved by the committee, from the end of"
            " LGTAIP-134",
        ),
    ),
    _lgtaip("138", 3, _BUSINESS, Text("no competencia", "not competent")),
    _lgtaip("144", 15, _BUSINESS, Text("recurso de revisión", "appeal")),
    _lgtaip("148", 40, _BUSINESS, Text("resolución del recurso", "decision on the appeal")),
    _lgtaip(
        "148-prorroga",
        20,
        _BUSINESS,
        Text(
            "ampliación para resolver el recurso, desde el fin del plazo de LGTAIP-148",
            "extension of the decision on the appeal, from the end of LGTAIP-148",
        ),
    ),
    _lgtaip(
        "58",
        3,
        TimeUnit.MONTHS,
        Text(
            "actualización de obligaciones de transparencia",
            "refreshing of transparency obligations",
        ),
    ),
)
"""All deadlines, by law and article."""


@cache
def _by_code() -> Mapping[str, DeadlineRule]:
    return {deadline.code: deadline for deadline in DEADLINES}


def find_deadline(code: str) -> DeadlineRule | None:
    """Give the deadline with that *code*, such as ``LGRA-33-I``; ``None`` if there is none.

    >>> find_deadline("LGRA-0") is None
    True
    """
    return find_by_code(_by_code(), code)


def get_deadline(code: str) -> DeadlineRule:
    """Give the deadline with that *code*, such as ``LGRA-33-I``.

    Busca un plazo por su clave.

    Raises:
        UnknownCodeError: If there is none; the message names near codes.

    >>> get_deadline("LGTAIP-134").amount
    20
    >>> get_deadline("LGRA-0")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.UnknownCodeError: unknown deadline code: 'LGRA-0'; did you ...
    """
    if (deadline := find_deadline(code)) is not None:
        return deadline
    raise unknown_code(Text("clave de plazo", "deadline code"), code, _by_code())
