"""How far the laws on conflicts of interest reach around a public servant.

Radios legales de parentesco. Degrees are those of the articles (official). Where an article
gives degrees only, spouse and concubine are inside by own reading; LFPA 21 names the spouse
and not the concubine, who is outside by own reading. A lawyer must confirm before a document
cites an article.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ..conflicts import BondReading, LegalRadius
from ..kernel.provenance import Rule, Source, Status
from ..kernel.text import Text
from .deadlines import LGRA
from .lookup import find_by_code, unknown_code

__all__ = ["LEGAL_RADII", "find_radius", "get_radius"]

LAASSP = Source(
    code="laassp",
    title=Text(
        "Ley de Adquisiciones, Arrendamientos y Servicios del Sector Público (DOF 16-04-2025)",
        "Law of Acquisitions, Leases and Services of the Public Sector (DOF 16-04-2025)",
    ),
)
LFAR = Source(
    code="lfar",
    title=Text(
        "Ley Federal de Austeridad Republicana (DOF 16-04-2025)",
        "Federal Law of Republican Austerity (DOF 16-04-2025)",
    ),
)
LFPA = Source(
    code="lfpa",
    title=Text(
        "Ley Federal de Procedimiento Administrativo (DOF 14-11-2025)",
        "Federal Law of Administrative Procedure (DOF 14-11-2025)",
    ),
)
_FOURTH, _SECOND = 4, 2


def _radius(
    code: str,
    text: Text,
    source: Source,
    *,
    affinity: int | None,
    bonds: tuple[BondReading, BondReading] = (BondReading.OWN_INSIDE, BondReading.OWN_INSIDE),
    direct: int | None = _FOURTH,
) -> LegalRadius:
    spouse, concubine = bonds
    return LegalRadius(
        rule=Rule(code=code, text=text, source=source, status=Status.OFFICIAL),
        collateral=_FOURTH,
        direct=direct,
        affinity=affinity,
        spouse=spouse,
        concubine=concubine,
    )


LEGAL_RADII = (
    _radius(
        "LAASSP-71-I",
        Text("contrataciones: dos años previos", "procurement: the two years before"),
        LAASSP,
        affinity=None,
    ),
    _radius(
        "LAASSP-71-II",
        Text(
            "contrataciones: personas nombradas por la Presidencia",
            "procurement: presidential appointees",
        ),
        LAASSP,
        affinity=_SECOND,
    ),
    _radius(
        "LFAR-21-IV",
        Text("regalos y beneficios por el cargo", "gifts and benefits because of the post"),
        LFAR,
        affinity=_FOURTH,
    ),
    _radius(
        "LFPA-21",
        Text("impedimentos en el procedimiento", "impediments in the procedure"),
        LFPA,
        affinity=_SECOND,
        bonds=(BondReading.STATED, BondReading.OWN_OUTSIDE),
        direct=None,
    ),
    _radius(
        "LGRA-60-Bis",
        Text("simulación de persona moral", "sham legal person"),
        LGRA,
        affinity=_FOURTH,
    ),
    _radius(
        "LGRA-63-Bis",
        Text("nepotismo", "nepotism"),
        LGRA,
        affinity=_SECOND,
        bonds=(BondReading.STATED, BondReading.STATED),
    ),
    _radius(
        "LGRA-7-X",
        Text("relaciones de negocios", "business relations"),
        LGRA,
        affinity=_FOURTH,
    ),
    _radius(
        "LGRA-7-XII",
        Text("intervención en nombramientos", "part in appointments"),
        LGRA,
        affinity=_SECOND,
    ),
)
"""All radii, by code."""


@cache
def _by_code() -> Mapping[str, LegalRadius]:
    return {radius.code: radius for radius in LEGAL_RADII}


def find_radius(code: str) -> LegalRadius | None:
    """Give the radius of the rule with that *code*; ``None`` if there is none.

    >>> find_radius("LGRA-0") is None
    True
    """
    return find_by_code(_by_code(), code)


def get_radius(code: str) -> LegalRadius:
    """Give the radius of the rule with that *code*, such as ``LGRA-63-Bis``.

    Busca un radio legal por la clave de su regla.

    Raises:
        UnknownCodeError: If there is none; the message names near codes.

    >>> get_radius("LGRA-63-Bis").affinity
    2
    >>> get_radius("LGRA-63")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.UnknownCodeError: unknown radius code: 'LGRA-63'; did you mean ...
    """
    if (radius := find_radius(code)) is not None:
        return radius
    raise unknown_code(Text("clave de radio legal", "radius code"), code, _by_code())
