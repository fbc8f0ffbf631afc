"""The documents that the catalogue rests on.

Fuentes del catálogo, por clave.
"""

from __future__ import annotations

from datetime import date

from ..kernel.provenance import Source, Status
from ..kernel.text import Text

__all__ = [
    "CODE_LISTS",
    "CONFLICTS_2026",
    "FINANCIERO_2019",
    "HERALDO_2023",
    "INFORME_2024",
    "ISO_3166_2",
    "JORNADA_2021",
    "MERIDA_2019",
    "MVS_2020",
    "NOTIMEX_2011",
    "OECD_2003",
    "ORGANISATION_SOURCES",
    "ORGANISATION_STATUS",
    "PACIFICO_2019",
    "PDN",
    "PLENILUNIA_2018",
    "REFERENCE_2026",
    "REPORTES",
    "SURESTE_2021",
    "UIT_2022",
    "UMAE_STATE_STATUS",
    "UNIT_MASTER",
]


def _source(code: str, es: str, en: str | None = None, issued: date | None = None) -> Source:
    return Source(code=code, title=Text(es, en), issued=issued)


CODE_LISTS = _source(
    "listas-de-claves",
    "Varias listas públicas de plantillas y de salud, coincidentes entre sí: claves 35 a 38 y 09,"
    " letras de las CLUES",
    "Several public staffing and health code lists that agree with each other: codes 35 to 38"
    " and 09, letters of the CLUES",
)
CONFLICTS_2026 = _source(
    "conflictos-propio",
    "Propio: reactivos, puntaje, niveles y salvaguardas de conflicto de intereses; no oficial",
    "Own: questions, score, levels and safeguards of conflicts of interest; not official",
)
FINANCIERO_2019 = _source(
    "financiero-2019",
    "El Financiero, nota sobre la selección de titulares de OOAD de 2019",
    "El Financiero, note on the selection of heads of OOAD of 2019",
)
HERALDO_2023 = _source(
    "heraldo-2023",
    "El Heraldo de México, «La integridad como esencia de las unidades competitivas»",
    "El Heraldo de México, 'Integrity as the essence of competitive units'",
    date(2023, 7, 17),
)
INFORME_2024 = _source(
    "informe-imss-2024",
    "Informe del IMSS 2023-2024, citado por dos notas de prensa",
    "Report of the IMSS 2023-2024, as cited by two press notes",
)
ISO_3166_2 = _source(
    "iso-3166-2",
    "ISO 3166-2:MX, códigos de las entidades federativas",
    "ISO 3166-2:MX, codes of the states",
)
JORNADA_2021 = _source(
    "jornada-2021",
    "La Jornada, nota sobre el Premio 2021",
    "La Jornada, note on the award of 2021",
    date(2021, 11, 19),
)
MERIDA_2019 = _source(
    "yucatan-2019",
    "Yucatán al Instante, nota sobre la Subdelegación Mérida Norte",
    "Yucatán al Instante, note on the Mérida Norte sub-delegation",
)
MVS_2020 = _source(
    "mvs-2020",
    "MVS Noticias, nota sobre el Premio 2020 (diciembre de 2020)",
    "MVS Noticias, note on the award of 2020 (December 2020)",
)
NOTIMEX_2011 = _source(
    "notimex-2011",
    "Notimex, nota sobre el Premio IMSS de Calidad 2011",
    "Notimex, note on the IMSS quality award of 2011",
)
OECD_2003 = _source(
    "ocde-0316",
    "OCDE, Directrices para gestionar conflictos de intereses (OECD/LEGAL/0316, 2003)",
    "OECD, Guidelines for managing conflict of interest (OECD/LEGAL/0316, 2003)",
)
PACIFICO_2019 = _source(
    "tvpacifico-2019",
    "TV Pacífico, nota sobre el Premio 2019",
    "TV Pacífico, note on the award of 2019",
    date(2019, 11, 4),
)
PDN = _source(
    "pdn",
    "Plataforma Digital Nacional: repositorios públicos PDNMX y Normas FDSPI",
    "Plataforma Digital Nacional: public PDNMX repositories and filling norms (Normas FDSPI)",
)
PLENILUNIA_2018 = _source(
    "plenilunia-2018",
    "Plenilunia, nota sobre el Premio 2018",
    "Plenilunia, note on the award of 2018",
)
REFERENCE_2026 = _source(
    "referencia-propia",
    "Propio; nombres de los criterios: El Demócrata, «Premio IMSS a la Competitividad»"
    " (2021-12-22); dimensiones: capítulo de libro sobre el Premio Nacional de Calidad (2014)",
    "Own; names of the criteria: El Demócrata, 'Premio IMSS a la Competitividad' (2021-12-22);"
    " dimensions: book chapter on the Premio Nacional de Calidad (2014)",
)
REPORTES = _source(
    "mspmc-reportes",
    "Constantes de reportes: ReportesConstants.java, proyecto público rrayac605/mspmc-reportes"
    " (060831c)",
    "Reporting constants: ReportesConstants.java, public project rrayac605/mspmc-reportes"
    " (060831c)",
)
SURESTE_2021 = _source(
    "sureste-2021",
    "Sureste Informa, nota sobre el Premio 2021",
    "Sureste Informa, note on the award of 2021",
)
UIT_2022 = _source(
    "uit-2022-12-12",
    "Columna «Unidad de Integridad y Transparencia», Quadratín / QBO Activo",
    "Column 'Unidad de Integridad y Transparencia', Quadratín / QBO Activo",
    date(2022, 12, 12),
)
UNIT_MASTER = _source(
    "cat-ooad",
    "Catálogo maestro de unidades y OOAD: cat_ooad.csv y cuums_maestro.csv, proyecto público"
    " epijorgeperez/bslibdashDM (585f934, 35a85e6)",
    "Unit and OOAD master list: cat_ooad.csv and cuums_maestro.csv, public project"
    " epijorgeperez/bslibdashDM (585f934, 35a85e6)",
)

ORGANISATION_SOURCES = (CODE_LISTS, ISO_3166_2, REPORTES, UNIT_MASTER)
"""What the tables of OOADs, UMAE and sub-delegations rest on."""

ORGANISATION_STATUS = Status.REPORTED
"""Their status, but for the state of a UMAE."""

UMAE_STATE_STATUS = Status.DERIVED
"""Status of the state of a UMAE: worked out from the name of its place."""
