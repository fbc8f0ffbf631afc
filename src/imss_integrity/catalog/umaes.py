"""The 25 UMAE, high-specialty units that stand beside the OOADs.

Catálogo de UMAE. Source: unit master list of a public project (reported); the state is
derived from the name of the place (`UMAE_STATE_STATUS`).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ..kernel.text import Text
from ..organization import Umae
from .lookup import find_by_code, unknown_code

__all__ = ["UMAES", "find_umae", "get_umae"]

# code, name, INEGI state
_ROWS = (
    ("4A", "UMAE 01 HES CMN La Raza", "09"),
    ("4B", "UMAE 02 HES CMN Siglo XXI", "09"),
    ("4C", "UMAE 03 HES CMN Occidente", "14"),
    ("4D", "UMAE 04 HES Monterrey", "19"),
    ("4E", "UMAE 05 HES Torreón", "05"),
    ("4F", "UMAE 06 HES Puebla", "21"),
    ("4G", "UMAE 07 HES CMN del Bajío", "11"),
    ("4H", "UMAE 08 HES Obregón", "26"),
    ("4I", "UMAE 09 HES Veracruz", "30"),
    ("4J", "UMAE 10 HES 1 Mérida", "31"),
    ("4K", "UMAE 11 HGO CMN La Raza", "09"),
    ("4L", "UMAE 12 HGO San Angel", "09"),
    ("4M", "UMAE 13 HGO CMN Occidente", "14"),
    ("4N", "UMAE 14 HGO Monterrey", "19"),
    ("4O", "UMAE 15 HTO Magdalena Salinas", "09"),
    ("4P", "UMAE 16 HTO Lomas Verdes", "15"),
    ("4Q", "UMAE 17 HTO Puebla", "21"),
    ("4R", "UMAE 18 HTO Monterrey", "19"),
    ("4S", "UMAE 19 HP CMN Siglo XXI", "09"),
    ("4T", "UMAE 20 HP CMN Occidente", "14"),
    ("4U", "UMAE 21 HC CMN Siglo XXI", "09"),
    ("4V", "UMAE 22 HC Monterrey", "19"),
    ("4W", "UMAE 23 HGP CMN del Bajío", "11"),
    ("4X", "UMAE 24 HG CMN La Raza", "09"),
    ("4Y", "UMAE 25 HOnco CMN Siglo XXI", "09"),
)

UMAES = tuple(Umae(code=code, name=name, state_code=state) for code, name, state in _ROWS)
"""All 25, by code."""


@cache
def _by_code() -> Mapping[str, Umae]:
    return {umae.code: umae for umae in UMAES}


def find_umae(code: str) -> Umae | None:
    """Give the UMAE with that *code*, ``4A`` to ``4Y``; ``None`` if there is none.

    >>> find_umae("4Z") is None
    True
    """
    return find_by_code(_by_code(), code)


def get_umae(code: str) -> Umae:
    """Give the UMAE with that *code*, ``4A`` to ``4Y``.

    Busca una UMAE por su clave.

    Raises:
        UnknownCodeError: If there is none; the message names near codes.

    >>> get_umae("4T").name
    'UMAE 20 HP CMN Occidente'
    >>> get_umae("5T")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.UnknownCodeError: unknown UMAE code: '5T'; did you mean '4T'?
    """
    if (umae := find_umae(code)) is not None:
        return umae
    raise unknown_code(Text("clave de UMAE", "UMAE code"), code, _by_code())
