"""The 35 OOADs: codes of the Institute, names, states.

Catálogo de OOAD. Closed: there is no thirty-sixth, 09 is the central level, 99 a national
total, and 35 to 38 are areas of the capital that merged into 39 and 40.
Source: unit master list and reporting constants of public projects (reported); ISO 3166-2;
letters of the CLUES and codes 09 and 35 to 38: several public code lists (reported).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ..kernel.errors import Fault, UnknownCodeError
from ..kernel.text import Text
from ..organization import Ooad
from .lookup import find_by_code, unknown_code

__all__ = ["OOADS", "find_ooad", "get_ooad", "ooads_of_state"]

# code, name as the unit master list spells it, short name, INEGI state, ISO 3166-2, letters of
# the CLUES. The letters of Zacatecas are left out: no source confirms them.
_ROWS = (
    ("01", "Aguascalientes", "Aguascalientes", "01", "MX-AGU", "AS"),
    ("02", "Baja California", "Baja California", "02", "MX-BCN", "BC"),
    ("03", "Baja California Sur", "Baja California Sur", "03", "MX-BCS", "BS"),
    ("04", "Campeche", "Campeche", "04", "MX-CAM", "CC"),
    ("05", "Coahuila", "Coahuila", "05", "MX-COA", "CL"),
    ("06", "Colima", "Colima", "06", "MX-COL", "CM"),
    ("07", "Chiapas", "Chiapas", "07", "MX-CHP", "CS"),
    ("08", "Chihuahua", "Chihuahua", "08", "MX-CHH", "CH"),
    ("10", "Durango", "Durango", "10", "MX-DUR", "DG"),
    ("11", "Guanajuato", "Guanajuato", "11", "MX-GUA", "GT"),
    ("12", "Guerrero", "Guerrero", "12", "MX-GRO", "GR"),
    ("13", "Hidalgo", "Hidalgo", "13", "MX-HID", "HG"),
    ("14", "Jalisco", "Jalisco", "14", "MX-JAL", "JC"),
    ("15", "México Oriente", "Edomex Oriente", "15", "MX-MEX", "MC"),
    ("16", "México Poniente", "Edomex Poniente", "15", "MX-MEX", "MC"),
    ("17", "Michoacán", "Michoacán", "16", "MX-MIC", "MN"),
    ("18", "Morelos", "Morelos", "17", "MX-MOR", "MS"),
    ("19", "Nayarit", "Nayarit", "18", "MX-NAY", "NT"),
    ("20", "Nuevo León", "Nuevo León", "19", "MX-NLE", "NL"),
    ("21", "Oaxaca", "Oaxaca", "20", "MX-OAX", "OC"),
    ("22", "Puebla", "Puebla", "21", "MX-PUE", "PL"),
    ("23", "Querétaro", "Querétaro", "22", "MX-QUE", "QT"),
    ("24", "Quintana Roo", "Quintana Roo", "23", "MX-ROO", "QR"),
    ("25", "San Luis Potosí", "San Luis Potosí", "24", "MX-SLP", "SP"),
    ("26", "Sinaloa", "Sinaloa", "25", "MX-SIN", "SL"),
    ("27", "Sonora", "Sonora", "26", "MX-SON", "SR"),
    ("28", "Tabasco", "Tabasco", "27", "MX-TAB", "TC"),
    ("29", "Tamaulipas", "Tamaulipas", "28", "MX-TAM", "TS"),
    ("30", "Tlaxcala", "Tlaxcala", "29", "MX-TLA", "TL"),
    ("31", "Veracruz Norte", "Veracruz Norte", "30", "MX-VER", "VZ"),
    ("32", "Veracruz Sur", "Veracruz Sur", "30", "MX-VER", "VZ"),
    ("33", "Yucatán", "Yucatán", "31", "MX-YUC", "YN"),
    ("34", "Zacatecas", "Zacatecas", "32", "MX-ZAC", None),
    ("39", "Ciudad de México Norte", "CDMX Norte", "09", "MX-CMX", "DF"),
    ("40", "Ciudad de México Sur", "CDMX Sur", "09", "MX-CMX", "DF"),
)

OOADS = tuple(
    Ooad(code=code, name=name, short_name=short, state_code=state, iso=iso, clues_state=letters)
    for code, name, short, state, iso, letters in _ROWS
)
"""All 35, by code."""

_NO_OOADS = {
    "09": Text("el nivel central (CENTRAL_LEVEL)", "the central level (CENTRAL_LEVEL)"),
    "99": Text("el total nacional", "the national total"),
}
_MERGED = {"35": "39", "36": "39", "37": "40", "38": "40"}


@cache
def _by_code() -> Mapping[str, Ooad]:
    return {ooad.code: ooad for ooad in OOADS}


def find_ooad(code: str) -> Ooad | None:
    """Give the OOAD with that *code* of the Institute, two digits; ``None`` if there is none.

    >>> find_ooad("99") is None
    True
    """
    return find_by_code(_by_code(), code)


def get_ooad(code: str) -> Ooad:
    """Give the OOAD with that *code* of the Institute, two digits as text.

    Busca un OOAD por su clave.

    Raises:
        UnknownCodeError: If there is none; the message names near codes, for a name its code,
            for 35 to 38 what became of them, for 09 and 99 what they are.

    >>> get_ooad("20").name
    'Nuevo León'
    >>> get_ooad("36")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.UnknownCodeError: unknown OOAD code: '36'; did you mean '39'?
    """
    if (ooad := find_ooad(code)) is not None:
        return ooad
    if (meaning := find_by_code(_NO_OOADS, code)) is not None:
        sentence = Text(
            "clave de OOAD desconocida: '{code}' es {meaning}",
            "unknown OOAD code: '{code}' is {meaning}",
        )
        text = sentence.format(code=code, meaning=meaning)
        raise UnknownCodeError(Fault("code", "unknown", text))
    names = {name: ooad.code for ooad in OOADS for name in (ooad.name, ooad.short_name)}
    kind = Text("clave de OOAD", "OOAD code")
    raise unknown_code(kind, code, _by_code(), hints=names | _MERGED)


def ooads_of_state(state_code: str) -> tuple[Ooad, ...]:
    """Give the OOADs of a state by its INEGI code, two digits; three states have two.

    >>> [ooad.code for ooad in ooads_of_state("09")], ooads_of_state("99")
    (['39', '40'], ())
    """
    return tuple(ooad for ooad in OOADS if ooad.state_code == state_code)
