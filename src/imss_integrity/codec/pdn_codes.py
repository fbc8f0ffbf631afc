"""Codes of the Plataforma Digital Nacional, system 1, and the kinship some of them mean.

Catálogos de la PDN.

Source: PDNMX/api_docs 5b98d9a; SistemaDeclaraciones_backend 826315d (official codes).
"""

from __future__ import annotations

from collections.abc import Mapping

from ..catalog import RELATIONS
from ..conflicts import Absence

__all__ = ["BENEFICIARIES", "CODED", "PARTNERS", "PLAIN"]


def _codes(text: str) -> frozenset[str]:
    return frozenset(text.split())


PLAIN: Mapping[str, frozenset[str]] = {
    "ambitoPublico": _codes("EJECUTIVO LEGISLATIVO JUDICIAL ORGANO_AUTONOMO"),
    "extranjero": _codes("MX EX"),
    "formaRecepcion": _codes("MONETARIO ESPECIE"),
    "nivelOrdenGobierno": _codes("FEDERAL ESTATAL MUNICIPAL_ALCALDIA"),
    "relacionConDeclarante": _codes(
        "CONYUGE CONCUBINA_CONCUBINARIO_UNION_LIBRE SOCIEDAD_DE_CONVIVENCIA"
    ),
    "tipoFideicomiso": _codes("PUBLICO PRIVADO MIXTO"),
    "tipoOperacion": _codes("AGREGAR MODIFICAR SIN_CAMBIOS BAJA"),
    "tipoParticipacion": _codes("FIDEICOMITENTE FIDUCIARIO FIDEICOMISARIO COMITE_TECNICO"),
    "tipoPersona": _codes("FISICA MORAL"),
    "tipoRelacion": _codes("DECLARANTE PAREJA DEPENDIENTE_ECONOMICO"),
    "tipoRepresentacion": _codes("REPRESENTANTE REPRESENTADO"),
}
"""Codes of the fields that hold a bare text."""

BENEFICIARIES: Mapping[str, str | Absence | None] = {
    "ABU": "ABU", "AHI": "AHI", "CON": "CONB", "CONV": Absence.UNKNOWN, "CU": "CUN", "CY": "CONY",
    "DC": None, "HER": "HER", "HIJ": "HIJ", "MA": "MAD", "NIE": "NIE", "NUE": "NUE",
    "OTRO": "OTRO", "PA": "PAD", "PRI": "PRI", "SOB": "SOB", "TIO": "TIOA", "YER": "YER",
}  # fmt: skip
"""Beneficiary -> code of the national catalogue of kinship; ``None``: the declarant.

A list of its own: *MA* is no code of kinship. For a partner by *sociedad de convivencia* the
national catalogue has no code, so kinship stays unknown, here as in `PARTNERS`.
"""

PARTNERS: Mapping[str, str | Absence] = {
    "CONYUGE": "CONY",
    "CONCUBINA_CONCUBINARIO_UNION_LIBRE": "CONB",
    "SOCIEDAD_DE_CONVIVENCIA": Absence.UNKNOWN,
}
"""Relation of the partner -> code of kinship."""

CODED: Mapping[str, frozenset[str]] = {
    "ambitoSector": _codes("PUB PRV OTR"),
    "beneficiario": frozenset(BENEFICIARIES),
    "beneficiarioPrograma": frozenset(BENEFICIARIES),
    "parentescoRelacion": frozenset(relation.code for relation in RELATIONS),
    "sector": _codes(
        "AGRI MIN EELECT CONS INDMANU CMAYOR CMENOR TRANS MEDIOM SERVFIN SERVINM SERVPROF SERVCORP"
        " SERVS SERVESPAR SERVALOJ OTRO"
    ),
    "tipoApoyo": _codes("SUB SER OBRA OTRO"),
    "tipoBeneficio": _codes("S C D O"),
    "tipoInstitucion": _codes("OSC OB PP GS OTRO"),
    "tipoParticipacion": _codes("SCIO ACCI COMI REPR APOD COLB BENE OTRO"),
}
"""Codes of the fields that hold ``{"clave": ..., "valor": ...}``."""
