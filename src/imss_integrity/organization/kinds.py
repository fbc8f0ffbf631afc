"""Kinds of units, and the three groups in which the competitiveness model takes them.

Tipos de unidad. One kind has one code; other spellings are accepted only by `parse`.
Source: unit master list of a public project and press on the 2021 award (reported).
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from ..kernel.characters import CODE_LIMIT
from ..kernel.fields import choice
from ..kernel.text import Text

__all__ = ["UnitGroup", "UnitKind"]


class UnitGroup(StrEnum):
    """The group in which a unit takes part in the model (grupo de unidades)."""

    MEDICAL = "medica"
    SOCIAL = "social"
    ADMINISTRATIVE = "administrativa"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _GROUP_LABELS[self]


class UnitKind(StrEnum):
    """What a unit is (tipo de unidad): a clinic, a hospital, a child-care centre ...

    >>> UnitKind.parse("HGSZ"), UnitKind.GUARDERIA.group
    (<UnitKind.HGS: 'hgs'>, <UnitGroup.SOCIAL: 'social'>)
    >>> UnitKind.parse("farmacia")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'kind' must be one of umf, umfh, ...
    """

    UMF = "umf"
    UMFH = "umfh"
    UMAA = "umaa"
    UMF_UMAA = "umf_umaa"
    UMF_CH = "umf_ch"
    HGS = "hgs"
    HGSMF = "hgsmf"
    HGZ = "hgz"
    HGZMF = "hgzmf"
    HGZ_UMAA = "hgz_umaa"
    HGR = "hgr"
    HES = "hes"
    HGO = "hgo"
    HP = "hp"
    HGP = "hgp"
    HTO = "hto"
    HC = "hc"
    HG = "hg"
    HONCO = "honco"
    BS = "bs"
    LRCE = "lrce"
    UDDX = "uddx"
    CCSM = "ccsm"
    GUARDERIA = "guarderia"
    CECI = "ceci"
    CSS = "css"
    CENTRO_VACACIONAL = "centro_vacacional"
    TEATRO = "teatro"
    TIENDA = "tienda"
    VELATORIO = "velatorio"
    CECEM = "cecem"
    UNIDAD_DEPORTIVA = "unidad_deportiva"
    SUBDELEGACION = "subdelegacion"
    LAVANDERIA = "lavanderia"
    ESCUELA_ENFERMERIA = "escuela_enfermeria"

    @property
    def label(self) -> Text:
        """The name for people; an abbreviation of the Institute stays as it is."""
        return _LABELS.get(self, Text(self.value.upper()))

    @property
    def group(self) -> UnitGroup | None:
        """The group of the model; ``None`` where no source tells it."""
        return _GROUPS.get(self, UnitGroup.MEDICAL)

    @classmethod
    def parse(cls, text: object, *, path: str = "kind") -> UnitKind:
        """Read a kind as people write it: code, abbreviation or alias, any case, with accents.

        Raises:
            InvalidValueError: If no kind is written so; the message lists the codes.
        """
        known = {kind.value: kind for kind in cls} | _ALIASES
        return choice(cls, known.get(_slug(text)), path=path)


def _slug(text: object) -> str:
    """Give *text* in lower case, without accents, its words joined by underscores."""
    if not isinstance(text, str) or len(text) > CODE_LIMIT:  # none is as long
        return ""
    # Accents alone are dropped: any other character that no code has must be refused.
    letters = (c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return "_".join(re.split(r"[\s/_-]+", "".join(letters).strip().lower()))


_GROUP_LABELS = {
    UnitGroup.MEDICAL: Text("médicas", "medical"),
    UnitGroup.SOCIAL: Text("sociales", "social"),
    UnitGroup.ADMINISTRATIVE: Text("administrativas", "administrative"),
}

_LABELS = {
    UnitKind.UMF_UMAA: Text("UMF-UMAA"),
    UnitKind.UMF_CH: Text("UMF/CH"),
    UnitKind.HGZ_UMAA: Text("HGZ-UMAA"),
    UnitKind.HONCO: Text("HOnco"),
    UnitKind.BS: Text("banco de sangre", "blood bank"),
    UnitKind.GUARDERIA: Text("guardería", "child-care centre"),
    UnitKind.CENTRO_VACACIONAL: Text("centro vacacional", "holiday centre"),
    UnitKind.TEATRO: Text("teatro", "theatre"),
    UnitKind.TIENDA: Text("tienda", "shop"),
    UnitKind.VELATORIO: Text("velatorio", "funeral home"),
    UnitKind.UNIDAD_DEPORTIVA: Text("unidad deportiva", "sports centre"),
    UnitKind.SUBDELEGACION: Text("subdelegación", "sub-delegation"),
    UnitKind.LAVANDERIA: Text("lavandería", "laundry"),
    UnitKind.ESCUELA_ENFERMERIA: Text("escuela de enfermería", "nursing school"),
}

_SOCIAL = (
    UnitKind.GUARDERIA,
    UnitKind.CECI,
    UnitKind.CSS,
    UnitKind.CENTRO_VACACIONAL,
    UnitKind.TEATRO,
    UnitKind.TIENDA,
    UnitKind.VELATORIO,
    UnitKind.CECEM,
)
# No source places laundries, nursing schools and sports centres in a group.
_GROUPS: dict[UnitKind, UnitGroup | None] = {
    **dict.fromkeys(_SOCIAL, UnitGroup.SOCIAL),
    UnitKind.SUBDELEGACION: UnitGroup.ADMINISTRATIVE,
    UnitKind.LAVANDERIA: None,
    UnitKind.ESCUELA_ENFERMERIA: None,
    UnitKind.UNIDAD_DEPORTIVA: None,
}

_ALIASES = {
    "hgsz": UnitKind.HGS,
    "hgszmf": UnitKind.HGSMF,
    "hgz_mf": UnitKind.HGZMF,
    "hgs_mf": UnitKind.HGSMF,
    "guarderia_directa": UnitKind.GUARDERIA,
    "guarderia_indirecta": UnitKind.GUARDERIA,
    "guarderia_ordinaria": UnitKind.GUARDERIA,
    "guarderia_subrogada": UnitKind.GUARDERIA,
    "banco_de_sangre": UnitKind.BS,
    "centro_de_lavado": UnitKind.LAVANDERIA,
    "escuela_de_enfermeria": UnitKind.ESCUELA_ENFERMERIA,
}
