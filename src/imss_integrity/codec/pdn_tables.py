"""Which questions the sections of an interest declaration speak to, and where their facts stand.

Tablas de la PDN, sistema 1. The keys are those of the standard. Which question a section speaks
to, and how far, is an own reading of the wording of both.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import attrs

from ..kernel.provenance import Source
from ..kernel.text import Text

__all__ = [
    "BLOCK",
    "CLIENT_LIMIT_UMA",
    "DEPENDANTS",
    "JOB",
    "PDN_SOURCES",
    "SECTIONS",
    "WINDOW_MONTHS",
    "WORK",
    "PdnSection",
    "Reading",
    "Target",
]

CLIENT_LIMIT_UMA = 250
"""Daily UMA a month that a main client must bring more than (filling norms, rule 17a)."""

WINDOW_MONTHS = 24
"""How far the sections look back (filling norms, rule 17a)."""

PDN_SOURCES = (
    Source(
        code="pdn-normas-17a",
        title=Text(
            "Normas e instructivo para los formatos de declaraciones, regla 17a",
            "Norms and instructions for the forms of declarations, rule 17a",
        ),
    ),
    Source(
        code="pdn-s1",
        title=Text(
            "Plataforma Digital Nacional, sistema 1, estándar de datos (PDNMX/api_docs 5b98d9a)",
            "Plataforma Digital Nacional, system 1, data standard (PDNMX/api_docs 5b98d9a)",
        ),
    ),
)


class Reading(StrEnum):
    """What a record of a section says about a question (lectura, own).

    Attributes:
        LISTED: Being listed is the fact that the question asks for: yes.
        OPEN: The record lacks the fact that the question asks for: its details are kept, and
            the question stays open.
        LARGE: Yes above 250 UMA a month, no up to there, open where the amount is not known.
        RECENT: Open in the last two years, no before.
    """

    LISTED = "listado"
    OPEN = "abierto"
    LARGE = "mayor"
    RECENT = "reciente"


@attrs.frozen(kw_only=True)
class Target:
    """A question that the records of a section speak to.

    Attributes:
        question: Its code.
        reading: What a record says about it.
        field: The coded field that tells which records do; ``None``: all do.
        codes: The codes that make a record one of them.
        others: Whether every other code does instead, an absent one too.
        closes: Whether a section without records answers *no*: it asked the same, as widely.
    """

    question: str
    reading: Reading = Reading.LISTED
    field: str | None = None
    codes: frozenset[str] = frozenset()
    others: bool = False
    closes: bool = False

    def is_meant_by(self, codes: Mapping[str, str | None]) -> bool:
        """Say whether a record with these *codes*, by field, speaks to the question."""
        return self.field is None or (codes.get(self.field) in self.codes) is not self.others


@attrs.frozen(kw_only=True)
class PdnSection:
    """Where a section keeps what a questionnaire asks for.

    Attributes:
        keys: Its key, in every spelling that is met; the first is that of the standard.
        records: The key of its list.
        targets: The questions it speaks to.
        names: Where the organisation is named, the first that is filled; dots lead inwards.
        identifiers: Where an RFC stands.
        amount: Where pesos a month stand.
        share: Where a share in per cent stands.
        start, end: Where the first and the last day stand.
        whose: The field that tells whose interest it is.
        coded: Its fields with a code of `pdn_codes.CODED`, that of *whose* apart.
        plain: Its fields with a code of `pdn_codes.PLAIN`, that of *whose* apart.
    """

    keys: tuple[str, ...]
    records: str
    targets: tuple[Target, ...]
    names: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    amount: str | None = None
    share: str | None = None
    start: str | None = None
    end: str | None = None
    whose: str | None = "tipoRelacion"
    coded: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()


BLOCK = ("interes", "intereses")
DEPENDANTS = ("datosDependienteEconomico", "datosDependientesEconomicos")

SECTIONS = (
    PdnSection(
        keys=("participacion",),
        records="participacion",
        targets=(
            Target(question="BUS1", closes=True),
            Target(question="HEA1", field="sector", codes=frozenset({"SERVS"})),
        ),
        names=("nombreEmpresaSociedadAsociacion",),
        identifiers=("rfc",),
        amount="montoMensual",
        share="porcentajeParticipacion",
        coded=("tipoParticipacion", "sector"),
    ),
    PdnSection(
        keys=("participacionTomaDecisiones",),
        records="participacion",
        targets=(
            Target(
                question="BUS2",
                field="tipoInstitucion",
                codes=frozenset({"PP", "GS"}),
                others=True,
                closes=True,
            ),
            # Both look further back than the section, or without end: it cannot say no.
            Target(question="POL1", field="tipoInstitucion", codes=frozenset({"PP"})),
            Target(question="POL2", field="tipoInstitucion", codes=frozenset({"GS"})),
        ),
        names=("nombreInstitucion",),
        identifiers=("rfc",),
        amount="montoMensual",
        start="fechaInicioParticipacion",
        coded=("tipoInstitucion",),
    ),
    PdnSection(
        keys=("apoyos",),
        records="apoyo",
        # Whether the public servant decides or processes the support is not in the record.
        targets=(Target(question="FIN4", reading=Reading.OPEN, closes=True),),
        names=("institucionOtorgante",),
        amount="montoApoyoMensual",
        whose="beneficiarioPrograma",
        coded=("tipoApoyo",),
        plain=("tipoPersona", "nivelOrdenGobierno", "formaRecepcion"),
    ),
    PdnSection(
        keys=("representacion", "representaciones"),
        records="representacion",
        targets=(Target(question="BUS3", closes=True),),
        names=("nombreRazonSocial",),
        identifiers=("rfc",),
        amount="montoMensual",
        start="fechaInicioRepresentacion",
        coded=("sector",),
        plain=("tipoRepresentacion", "tipoPersona"),
    ),
    PdnSection(
        keys=("clientesPrincipales",),
        records="cliente",
        targets=(Target(question="BUS4", reading=Reading.LARGE, closes=True),),
        names=("clientePrincipal.nombreRazonSocial",),
        identifiers=("empresa.rfc", "clientePrincipal.rfc"),
        amount="montoAproximadoGanancia",
        coded=("sector",),
        plain=("clientePrincipal.tipoPersona",),
    ),
    PdnSection(
        keys=("beneficiosPrivados",),
        records="beneficio",
        targets=(
            Target(question="FIN1", closes=True),
            # Whether it was given because of the post is not in the record; what was only
            # offered is not in the section.
            Target(question="GIF1", reading=Reading.OPEN),
        ),
        names=("otorgante.nombreRazonSocial",),
        identifiers=("otorgante.rfc",),
        amount="montoMensualAproximado",
        whose="beneficiario",
        coded=("tipoBeneficio", "sector"),
        plain=("tipoPersona", "formaRecepcion", "otorgante.tipoPersona"),
    ),
    PdnSection(
        keys=("fideicomisos",),
        records="fideicomiso",
        targets=(Target(question="FIN2", closes=True),),
        names=(
            "fiduciario.nombreRazonSocial",
            "fideicomitente.nombreRazonSocial",
            "fideicomisario.nombreRazonSocial",
        ),
        identifiers=(
            "rfcFideicomiso",
            "fideicomitente.rfc",
            "fiduciario.rfc",
            "fideicomisario.rfc",
        ),
        coded=("sector",),
        plain=("tipoFideicomiso", "tipoParticipacion", "extranjero"),
    ),
)

JOB = PdnSection(
    keys=("actividadLaboralSectorPrivadoOtro",),
    records="",  # it is one record, of the partner or of a dependant
    targets=(Target(question="FAM5"),),
    names=("nombreEmpresaSociedadAsociacion",),
    identifiers=("rfc",),
    amount="salarioMensualNeto",
    start="fechaIngreso",
    whose=None,
    coded=("sector",),
)

WORK = PdnSection(
    keys=("experienciaLaboral",),
    records="experiencia",
    # Whether the employer supplies the Institute, or is audited or regulated, is not in it.
    targets=(Target(question="EMP2", reading=Reading.RECENT, closes=True),),
    names=("nombreEntePublico", "nombreEmpresaSociedadAsociacion"),
    identifiers=("rfc",),
    start="fechaIngreso",
    end="fechaEgreso",
    whose=None,
    coded=("ambitoSector", "sector"),
    plain=("nivelOrdenGobierno", "ambitoPublico"),
)
