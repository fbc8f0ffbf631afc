"""The 133 sub-delegations of the 35 OOADs.

Catálogo de subdelegaciones. A code is unique only within its OOAD, so the key is both.
Source: reporting constants of a public project (reported). Only the seven sub-delegations
that the source marks *desconcentrada* have a name there.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ..kernel.text import Text
from ..organization import Subdelegation
from .lookup import find_by_code, unknown_code
from .ooads import get_ooad

__all__ = ["SUBDELEGATIONS", "find_subdelegation", "get_subdelegation"]

_CODES = {
    "01": "01 19",
    "02": "01 02 03 04 05",
    "03": "01 08",
    "04": "01 04",
    "05": "03 09 11 12 17 23",
    "06": "01 03 07",
    "07": "01 02",
    "08": "01 03 05 08 10 22 60",
    "10": "01 13",
    "11": "01 05 08 14 17",
    "12": "01 02 03 13",
    "13": "01 05 07 10",
    "14": "12 15 22 38 39 40 50",
    "15": "06 54 80",
    "16": "01 05",
    "17": "03 09 13 17 27",
    "18": "01 11 15",
    "19": "01",
    "20": "06 08 31 32 33 34",
    "21": "02 03 04 53",
    "22": "01 05 06 08 22",
    "23": "01 03",
    "24": "01 02 07",
    "25": "01 03 05 60",
    "26": "01 03 04 05",
    "27": "01 03 07 10 13 51 57 70",
    "28": "01 02",
    "29": "01 04 10 13 18 19",
    "30": "01",
    "31": "02 07 09 12 25",
    "32": "02 03 38 45",
    "33": "01 33",
    "34": "01 09",
    "39": "11 16 54 56 57",
    "40": "01 06 11 54 58",
}

_DECONCENTRATED = {
    "02-05": "Tijuana",
    "05-09": "Torreón",
    "08-10": "Juárez 1",
    "26-05": "Mazatlán",
    "27-01": "Hermosillo",
    "29-19": "Matamoros",
    "31-12": "Veracruz Puerto",
}

SUBDELEGATIONS = tuple(
    Subdelegation(
        ooad=get_ooad(ooad),
        code=code,
        name=_DECONCENTRATED.get(f"{ooad}-{code}"),
        deconcentrated=f"{ooad}-{code}" in _DECONCENTRATED,
    )
    for ooad, codes in _CODES.items()
    for code in codes.split()
)
"""All 133, by OOAD and code."""


@cache
def _by_key() -> Mapping[str, Subdelegation]:
    return {one.key: one for one in SUBDELEGATIONS}


def _key(ooad: object, code: object) -> str | None:
    """Join both codes; what is no text is no key, and is not made one."""
    return f"{ooad}-{code}" if isinstance(ooad, str) and isinstance(code, str) else None


def find_subdelegation(ooad: str, code: str) -> Subdelegation | None:
    """Give the sub-delegation *code* of the OOAD *ooad*; ``None`` if there is none.

    >>> find_subdelegation("02", "99") is None
    True
    """
    return find_by_code(_by_key(), _key(ooad, code))


def get_subdelegation(ooad: str, code: str) -> Subdelegation:
    """Give the sub-delegation *code* of the OOAD *ooad*, two digits each.

    Busca una subdelegación por OOAD y clave.

    Raises:
        UnknownCodeError: If there is none; the message names near keys.

    >>> get_subdelegation("02", "05").name
    'Tijuana'
    >>> get_subdelegation("19", "02")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.UnknownCodeError: unknown sub-delegation key: '19-02'; did ...
    """
    if (one := find_subdelegation(ooad, code)) is not None:
        return one
    kind = Text("clave de subdelegación", "sub-delegation key")
    raise unknown_code(kind, _key(ooad, code), _by_key())
