"""Import of interest declarations: every trap of the standard, section by section."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import attrs
import pytest

from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE
from imss_integrity.codec import DeclarationKind, PdnImport, import_declaration
from imss_integrity.conflicts import (
    Absence,
    MonthsBack,
    Option,
    Question,
    Questionnaire,
    QuestionType,
    Section,
    evaluate,
)
from imss_integrity.kernel import Calendar, InvalidValueError, Language, Status, Text

ON = date(2026, 5, 4)
LIMIT = Decimal("29327.50")  # 250 times the daily UMA of 2026
FIRM, PERSON = "EJE010203AB4", "EEEE010203AB5"
PESOS = {"valor": 20000, "moneda": "MXN"}
DECLARANT = {"clave": "DC", "valor": "DECLARANTE"}

RECORDS: dict[str, tuple[str, dict[str, Any]]] = {
    "participacion": (
        "participacion",
        {
            "tipoOperacion": "AGREGAR",
            "tipoRelacion": "DECLARANTE",
            "nombreEmpresaSociedadAsociacion": "Empresa Inventada Uno",
            "rfc": FIRM,
            "porcentajeParticipacion": 40,
            "tipoParticipacion": {"clave": "SCIO"},
            "recibeRemuneracion": True,
            "montoMensual": PESOS,
            "sector": {"clave": "AGRI"},
        },
    ),
    "participacionTomaDecisiones": (
        "participacion",
        {
            "tipoRelacion": "DECLARANTE",
            "tipoInstitucion": {"clave": "OSC"},
            "nombreInstitucion": "Asociación Inventada Dos",
            "fechaInicioParticipacion": "2020-02-03",
        },
    ),
    "apoyos": (
        "apoyo",
        {
            "beneficiarioPrograma": DECLARANT,
            "institucionOtorgante": "Programa Inventado Tres",
            "nivelOrdenGobierno": "FEDERAL",
            "tipoApoyo": {"clave": "SUB"},
            "formaRecepcion": "MONETARIO",
            "montoApoyoMensual": PESOS,
        },
    ),
    "representacion": (
        "representacion",
        {
            "tipoRelacion": "DECLARANTE",
            "tipoRepresentacion": "REPRESENTANTE",
            "tipoPersona": "FISICA",
            "nombreRazonSocial": "Persona Inventada Cuatro",
            "rfc": PERSON,
            "fechaInicioRepresentacion": "2021-03-04",
            "montoMensual": PESOS,
        },
    ),
    "clientesPrincipales": (
        "cliente",
        {
            "tipoRelacion": "DECLARANTE",
            "empresa": {"nombreEmpresaServicio": "Despacho Inventado", "rfc": FIRM},
            "clientePrincipal": {
                "tipoPersona": "MORAL",
                "nombreRazonSocial": "Cliente Inventado Cinco",
                "rfc": FIRM,
            },
            "montoAproximadoGanancia": {"valor": 50000, "moneda": "MXN"},
        },
    ),
    "beneficiosPrivados": (
        "beneficio",
        {
            "tipoBeneficio": {"clave": "S"},
            "beneficiario": [DECLARANT],
            "otorgante": {
                "tipoPersona": "MORAL",
                "nombreRazonSocial": "Otorgante Inventado Seis",
                "rfc": FIRM,
            },
            "formaRecepcion": "ESPECIE",
            "montoMensualAproximado": PESOS,
        },
    ),
    "fideicomisos": (
        "fideicomiso",
        {
            "tipoRelacion": "DECLARANTE",
            "tipoFideicomiso": "PRIVADO",
            "tipoParticipacion": "FIDEICOMITENTE",
            "rfcFideicomiso": FIRM,
            "fiduciario": {"nombreRazonSocial": "Fiduciaria Inventada Siete", "rfc": FIRM},
            "extranjero": "MX",
        },
    ),
}
JOB = "actividadLaboralSectorPrivadoOtro"
PRIVATE_JOB = {
    "nombreEmpresaSociedadAsociacion": "Proveedora Inventada Ocho",
    "rfc": FIRM,
    "fechaIngreso": "2018-04-05",
    "salarioMensualNeto": PESOS,
    "sector": {"clave": "CONS"},
    "proveedorContratistaGobierno": True,
}


def declared(
    block: Mapping[str, Any] | None = None, situation: Mapping[str, Any] | None = None, **other: Any
) -> dict[str, Any]:
    """Give a declaration with that block of interests and that situation."""
    return {"declaracion": {"interes": block or {}, "situacionPatrimonial": situation}, **other}


def section(name: str, *changes: Mapping[str, Any], none: object = False) -> dict[str, Any]:
    """Give a block with one section: a record for each mapping of *changes* to the sample."""
    records, sample = RECORDS[name]
    return {name: {"ninguno": none, records: [{**sample, **change} for change in changes]}}


def imported(document: Mapping[str, Any], **arguments: Any) -> PdnImport:
    """Import on the day, and see that the answers are a response that can be evaluated."""
    done = import_declaration(document, **{"on": ON, **arguments})
    questionnaire = arguments.get("questionnaire") or CONFLICT_QUESTIONNAIRE
    evaluate(done.response(questionnaire), on=done.on)
    return done


def found(done: PdnImport) -> list[tuple[str, str]]:
    """Give the place inside the block of interests, and the code, of each finding."""
    return [(one.path.removeprefix("declaracion.interes."), one.code) for one in done.findings]


def read(name: str, change: Mapping[str, Any] | None = None) -> PdnImport:
    """Import one section with one record, changed."""
    return imported(declared(section(name, change or {})))


def row(done: PdnImport, question: str) -> dict[str, Any]:
    """Give the only instance of the details of a question."""
    rows: Any = done.answers[f"{question}.detalle"]
    assert 1 == len(rows)
    return dict(rows[0])


class TestSections:
    """Each section answers its questions, with what its records tell."""

    def test_a_share_in_a_firm(self) -> None:
        """Name, share and value; how it meets the function is unknown to a declaration."""
        done = read("participacion")

        assert {"BUS1", "BUS1.detalle"} == done.answers.keys()
        assert "si" == done.answers["BUS1"]
        assert {
            "BUS1.organizacion": "Empresa Inventada Uno",
            "BUS1.porcentaje": "40",
            "BUS1.valor": "20000",
            "BUS1.vinculo": Absence.UNKNOWN,
        } == row(done, "BUS1")
        assert () == done.findings

    def test_a_share_in_health_services(self) -> None:
        """Also answers the question on private health care, whose link is fixed."""
        done = read("participacion", {"sector": {"clave": "SERVS"}})

        assert ("si", "si") == (done.answers["BUS1"], done.answers["HEA1"])
        assert "HEA1.vinculo" not in row(done, "HEA1")

    @pytest.mark.parametrize(
        ("code", "yes", "no"),
        [
            ("OSC", "BUS2", None), ("OB", "BUS2", None), ("OTRO", "BUS2", None),
            ("PP", "POL1", "BUS2"), ("GS", "POL2", "BUS2"),
        ],
    )  # fmt: skip
    def test_a_seat_where_decisions_are_taken(self, code: str, yes: str, no: str | None) -> None:
        """A party and a union are no association: each has a question of its own."""
        done = read("participacionTomaDecisiones", {"tipoInstitucion": {"clave": code}})
        said = {key: value for key, value in done.answers.items() if "." not in key}

        assert {yes: "si", **({no: "no"} if no else {})} == said
        assert "Asociación Inventada Dos" == row(done, yes)[f"{yes}.organizacion"]
        assert "2020-02-03" == row(done, yes)[f"{yes}.inicio"]

    def test_a_public_support_leaves_the_question_open(self) -> None:
        """Whether one decides on it stands in no declaration."""
        done = read("apoyos", {"institucionOtorgante": None})

        assert {"FIN4.detalle"} == done.answers.keys()
        assert {"FIN4.valor": "20000"} == row(done, "FIN4")
        assert [("apoyos", "undecided")] == found(done)

    @pytest.mark.parametrize("key", ["representacion", "representaciones"])
    def test_a_representation_in_both_spellings(self, key: str) -> None:
        """The response says one, the schema the other."""
        block = {key: section("representacion", {})["representacion"]}
        done = imported(declared(block))

        assert "si" == done.answers["BUS3"]
        assert "2021-03-04" == row(done, "BUS3")["BUS3.inicio"]
        assert ("interes", key) == done.spellings

    def test_a_private_benefit_is_not_yet_a_gift(self) -> None:
        """That it was given because of the post stands in no declaration."""
        done = read("beneficiosPrivados")

        assert "si" == done.answers["FIN1"]
        assert "GIF1" not in done.answers
        assert "Otorgante Inventado Seis" == row(done, "GIF1")["GIF1.organizacion"]
        assert [("beneficiosPrivados", "undecided")] == found(done)

    def test_a_trust_is_named_by_its_trustee(self) -> None:
        """By whoever is named first, and by its identifier where nobody is."""
        unnamed = {"fiduciario": None, "fideicomisario": {"nombreRazonSocial": "Inventada Nueve"}}

        trustee = row(read("fideicomisos"), "FIN2")
        assert "Fiduciaria Inventada Siete" == trustee["FIN2.organizacion"]
        named = row(read("fideicomisos", unnamed), "FIN2")
        assert "Inventada Nueve" == named["FIN2.organizacion"]
        identified = row(read("fideicomisos", {"fiduciario": None}), "FIN2")
        assert FIRM == identified["FIN2.organizacion"]
        nameless = {"fiduciario": {"nombreRazonSocial": "  "}, "rfcFideicomiso": None}
        assert "FIN2.organizacion" not in row(read("fideicomisos", nameless), "FIN2")

    def test_all_sections_together(self) -> None:
        """Nothing is lost between them, in the order of the questionnaire."""
        block = {key: value for name in RECORDS for key, value in section(name, {}).items()}
        done = imported(declared(block))
        said = {key: value for key, value in done.answers.items() if "." not in key}

        assert dict.fromkeys(["BUS1", "BUS2", "BUS3", "BUS4", "FIN1", "FIN2"], "si") == said
        order = list(CONFLICT_QUESTIONNAIRE.layout.places)
        assert sorted(done.answers, key=order.index) == list(done.answers)


class TestNinguno:
    """``ninguno`` answers no where the section asked the same, and contradicts a list."""

    @pytest.mark.parametrize(
        ("name", "question"),
        [
            ("participacion", "BUS1"), ("participacionTomaDecisiones", "BUS2"),
            ("apoyos", "FIN4"), ("representacion", "BUS3"), ("clientesPrincipales", "BUS4"),
            ("beneficiosPrivados", "FIN1"), ("fideicomisos", "FIN2"),
        ],
    )  # fmt: skip
    def test_nothing_declared_is_no(self, name: str, question: str) -> None:
        """And says nothing of the questions that ask more than the section."""
        nothing: tuple[object, ...] = ([], None)
        for records in nothing:
            done = imported(declared({name: {"ninguno": True, RECORDS[name][0]: records}}))
            assert ({question: "no"}, ()) == (done.answers, done.findings)

    @pytest.mark.parametrize("name", RECORDS)
    def test_an_absent_section_answers_nothing(self, name: str) -> None:
        """Neither does one that is null or says nothing."""
        blocks: list[dict[str, Any]] = [{}, {name: None}, {name: {}}]
        for block in blocks:
            done = imported(declared(block))
            assert ({}, ()) == (done.answers, done.findings)

    def test_a_list_beside_ninguno_is_believed(self) -> None:
        """The contradiction is reported."""
        done = imported(declared(section("participacion", {}, none=True)))

        assert "si" == done.answers["BUS1"]
        assert [("participacion.ninguno", "contradiction")] == found(done)

    def test_neither_none_nor_any(self) -> None:
        """The question stays open."""
        done = imported(declared(section("participacion")))

        assert {} == done.answers
        assert [("participacion.ninguno", "contradiction")] == found(done)

    @pytest.mark.parametrize("none", ["true", 1, 0, []])
    def test_no_truth_value(self, none: object) -> None:
        """A text or a number is neither yes nor no."""
        done = imported(declared(section("participacion", none=none)))

        assert {} == done.answers
        assert [("participacion.ninguno", "type")] == found(done)


class TestClients:
    """A main client brings more than 250 UMA a month, on the day."""

    @pytest.mark.parametrize("value", [50000, 29327.51, "29327.51", Decimal("29327.500001")])
    def test_above(self, value: object) -> None:
        """In every way in which a parser gives a number."""
        done = read(
            "clientesPrincipales", {"montoAproximadoGanancia": {"valor": value, "moneda": "MXN"}}
        )

        assert "si" == done.answers["BUS4"]
        assert Decimal(str(value)) == Decimal(row(done, "BUS4")["BUS4.valor"])
        assert () == done.findings

    @pytest.mark.parametrize("value", [20000, 29327.5, LIMIT, 0])
    def test_up_to_the_limit_is_no_although_the_record_exists(self, value: object) -> None:
        """The example of the standard is one of them."""
        amount = {"montoAproximadoGanancia": {"valor": value, "moneda": "MXN"}}
        done = read("clientesPrincipales", amount)

        assert {"BUS4": "no"} == done.answers
        place = "clientesPrincipales.cliente[0].montoAproximadoGanancia"
        assert [(place, "below_limit")] == found(done)

    def test_the_limit_is_that_of_the_day(self) -> None:
        """28 000 pesos are above it in January 2025, below in 2026."""
        amount = {"montoAproximadoGanancia": {"valor": 28000, "moneda": "MXN"}}
        document = declared(section("clientesPrincipales", amount))

        assert "si" == imported(document, on=date(2025, 1, 31)).answers["BUS4"]
        assert "no" == imported(document, on=ON).answers["BUS4"]

    def test_a_day_without_uma_leaves_it_open(self) -> None:
        """The calendar can be extended, and a document is no argument."""
        document = declared(section("clientesPrincipales", {}))
        for arguments in ({"on": date(2040, 1, 1)}, {"calendar": Calendar(uma=())}):
            done = imported(document, **arguments)
            assert {"BUS4.detalle"} == done.answers.keys()
            assert ["in_force", "undecided"] == [one.code for one in done.findings]

    @pytest.mark.parametrize("currency", ["USD", "mxn", None, 5])
    def test_another_currency_is_not_converted(self, currency: object) -> None:
        """The record is kept without its value, and the question open."""
        amount = {"montoAproximadoGanancia": {"valor": 50000, "moneda": currency}}
        done = read("clientesPrincipales", amount)

        assert {"BUS4.detalle"} == done.answers.keys()
        assert "BUS4.valor" not in row(done, "BUS4")
        codes = [one.code for one in done.findings]
        assert ["currency", "undecided"] == [code for code in codes if code != "type"]

    def test_one_client_above_is_enough(self) -> None:
        """What is below is left out; what is not known is kept."""
        below, unknown = {"montoAproximadoGanancia": PESOS}, {"montoAproximadoGanancia": None}
        several = imported(declared(section("clientesPrincipales", below, {}, unknown)))
        undecided = imported(declared(section("clientesPrincipales", below, unknown)))

        assert "si" == several.answers["BUS4"]
        rows: Any = several.answers["BUS4.detalle"]
        assert ["50000", None] == [one.get("BUS4.valor") for one in rows]
        assert {"BUS4.detalle"} == undecided.answers.keys()
        assert {"BUS4.organizacion", "BUS4.vinculo"} == row(undecided, "BUS4").keys()


class TestRecords:
    """What a record holds, and what is odd in it."""

    @pytest.mark.parametrize("rfc", ["EJE010203", "EJE0102031234567", "X"])
    def test_an_identifier_of_wrong_length_is_reported(self, rfc: str) -> None:
        """The record is kept."""
        done = read("participacion", {"rfc": rfc})

        assert "si" == done.answers["BUS1"]
        assert [("participacion.participacion[0].rfc", "length")] == found(done)

    @pytest.mark.parametrize(
        ("kind", "rfc", "faults"),
        [
            ("FISICA", PERSON, []), ("MORAL", FIRM, []), ("FISICA", FIRM, ["length"]),
            ("MORAL", PERSON, ["length"]), (None, PERSON, []), ("OTRA", FIRM, ["unknown"]),
            ([], FIRM, ["type"]),
        ],
    )  # fmt: skip
    def test_twelve_for_a_company_thirteen_for_a_person(
        self, kind: object, rfc: str, faults: list[str]
    ) -> None:
        """Where the record tells which it is."""
        done = read("representacion", {"tipoPersona": kind, "rfc": rfc})

        assert faults == [one.code for one in done.findings]

    @pytest.mark.parametrize(
        ("name", "change", "place"),
        [
            ("participacion", {"tipoOperacion": "CAMBIAR"}, "tipoOperacion"),
            ("participacion", {"tipoRelacion": "VECINO"}, "tipoRelacion"),
            ("participacion", {"tipoParticipacion": {"clave": "XXXX"}}, "tipoParticipacion.clave"),
            ("participacion", {"sector": {"clave": "servs"}}, "sector.clave"),
            ("participacionTomaDecisiones", {"tipoInstitucion": {"clave": "Z"}},
             "tipoInstitucion.clave"),
            ("apoyos", {"nivelOrdenGobierno": "MUNDIAL"}, "nivelOrdenGobierno"),
            ("apoyos", {"tipoApoyo": {"clave": "Z"}}, "tipoApoyo.clave"),
            ("apoyos", {"beneficiarioPrograma": {"clave": "MAD"}}, "beneficiarioPrograma.clave"),
            ("beneficiosPrivados", {"beneficiario": [{"clave": "CUN"}]}, "beneficiario[0].clave"),
            ("beneficiosPrivados", {"formaRecepcion": "AIRE"}, "formaRecepcion"),
            ("representacion", {"tipoRepresentacion": "AMIGO"}, "tipoRepresentacion"),
            ("fideicomisos", {"tipoFideicomiso": "RARO"}, "tipoFideicomiso"),
            ("fideicomisos", {"tipoParticipacion": "SCIO"}, "tipoParticipacion"),
            ("clientesPrincipales", {"clientePrincipal": {"tipoPersona": "X"}},
             "clientePrincipal.tipoPersona"),
        ],
    )  # fmt: skip
    def test_an_unknown_code_is_reported(
        self, name: str, change: Mapping[str, Any], place: str
    ) -> None:
        """The record is kept."""
        done = read(name, change)
        here = f"{name}.{RECORDS[name][0]}[0].{place}"

        assert (here, "unknown") in found(done)
        assert any(key.endswith(".detalle") for key in done.answers)

    @pytest.mark.parametrize("day", ["2019", "2019-12"])
    def test_a_partial_date_is_lost_and_listed(self, day: str) -> None:
        """A year or a month is no day."""
        done = read("representacion", {"fechaInicioRepresentacion": day})

        assert "BUS3.inicio" not in row(done, "BUS3")
        place = "representacion.representacion[0].fechaInicioRepresentacion"
        assert [(place, "partial")] == found(done)

    @pytest.mark.parametrize("day", ["2019-02-30", "3/4/2020", 20200101, "1650-01-01", []])
    def test_no_day(self, day: object) -> None:
        """Whatever else stands there."""
        done = read("representacion", {"fechaInicioRepresentacion": day})

        assert "BUS3.inicio" not in row(done, "BUS3")
        assert ["day"] == [one.code for one in done.findings]

    def test_a_day_to_come_is_refused_by_the_questionnaire(self) -> None:
        """The day itself is not to come."""
        today = read("representacion", {"fechaInicioRepresentacion": "2026-05-04"})
        later = read("representacion", {"fechaInicioRepresentacion": "2026-05-05"})

        assert ("2026-05-04", ()) == (row(today, "BUS3")["BUS3.inicio"], today.findings)
        assert "BUS3.inicio" not in row(later, "BUS3")
        assert ["range"] == [one.code for one in later.findings]

    def test_an_empty_text_is_absent(self) -> None:
        """So are null and a blank."""
        for empty in (None, "", "  "):
            done = read("participacion", {"nombreEmpresaSociedadAsociacion": empty, "rfc": empty})
            assert "BUS1.organizacion" not in row(done, "BUS1")
            assert () == done.findings
        assert () == read("representacion", {"fechaInicioRepresentacion": ""}).findings

    @pytest.mark.parametrize("text", ["a\x00b", "a\u202eb", "a\tb", "\ud800", "x" * 4001, 7])
    def test_a_text_that_a_response_would_refuse(self, text: object) -> None:
        """Control and invisible characters, lone surrogates, what is too long."""
        done = read("participacion", {"nombreEmpresaSociedadAsociacion": text})
        place = "participacion.participacion[0].nombreEmpresaSociedadAsociacion"

        assert place in dict(found(done))
        assert text != row(done, "BUS1").get("BUS1.organizacion")

    def test_texts_are_put_in_normal_form(self) -> None:
        """Without space at their ends."""
        done = read("participacion", {"nombreEmpresaSociedadAsociacion": " Jose\u0301 "})

        assert "José" == row(done, "BUS1")["BUS1.organizacion"]

    @pytest.mark.parametrize(
        "share",
        [0, 101, -5, True, "mucho", float("nan"), pytest.param(10**5000, id="huge"), [], 0.5],
    )
    def test_no_share(self, share: object) -> None:
        """From 1 to 100 per cent, both included."""
        done = read("participacion", {"porcentajeParticipacion": share})

        assert "BUS1.porcentaje" not in row(done, "BUS1")
        assert ["number"] == [one.code for one in done.findings]

    @pytest.mark.parametrize("share", [1, 100, 33.3, "33.3", Decimal("33.30")])
    def test_shares(self, share: object) -> None:
        """The flag keeps the number."""
        done = read("participacion", {"porcentajeParticipacion": share})
        flags = {flag.name: flag.value for flag in done.flags}

        assert Decimal(str(share)) == Decimal(row(done, "BUS1")["BUS1.porcentaje"])
        assert Decimal(str(share)) == flags["porcentajeParticipacion"]

    @pytest.mark.parametrize(
        "value",
        [
            -1,
            True,
            float("inf"),
            1e300,
            pytest.param(10**5000, id="huge"),
            Decimal("1E+999999"),
            Decimal("NaN"),
            "1e3",
            {},
        ],
    )
    def test_no_amount(self, value: object) -> None:
        """Neither a huge exponent nor thousands of digits do any harm."""
        done = read("participacion", {"montoMensual": {"valor": value, "moneda": "MXN"}})

        assert "BUS1.valor" not in row(done, "BUS1")
        assert ["number"] == [one.code for one in done.findings]

    def test_no_number_at_all(self) -> None:
        """Null is absent, and so is an amount without value."""
        for amount in (None, {}, {"moneda": "MXN"}, {"valor": None}):
            done = read("participacion", {"montoMensual": amount, "porcentajeParticipacion": None})
            assert {"BUS1.organizacion", "BUS1.vinculo"} == row(done, "BUS1").keys()
            assert () == done.findings

    def test_an_amount_that_the_questionnaire_would_refuse(self) -> None:
        """More decimals than an exact answer takes."""
        done = read("participacion", {"montoMensual": {"valor": 5e-324, "moneda": "MXN"}})

        assert "BUS1.valor" not in row(done, "BUS1")
        place = "participacion.participacion[0].montoMensual"
        assert [(place, "answer")] == found(done)

    def test_what_the_questionnaire_does_not_ask_is_listed(self) -> None:
        """A seat has no value there."""
        done = read("participacionTomaDecisiones", {"montoMensual": PESOS})

        assert "BUS2.valor" not in row(done, "BUS2")
        place = "participacionTomaDecisiones.participacion[0].montoMensual"
        assert [(place, "not_asked")] == found(done)

    def test_a_record_that_is_taken_off_has_an_unknown_last_day(self) -> None:
        """It is neither current nor forgotten: the section looks back two years."""
        done = read("representacion", {"tipoOperacion": "BAJA"})

        assert "si" == done.answers["BUS3"]
        assert Absence.UNKNOWN is row(done, "BUS3")["BUS3.fin"]
        assert "BUS3.fin" not in row(read("representacion"), "BUS3")

    def test_remarks_are_listed(self) -> None:
        """They are read by a person, not imported."""
        block = {"apoyos": {"ninguno": True, "aclaracionesObservaciones": "Una nota inventada"}}

        assert [("apoyos.aclaracionesObservaciones", "remarks")] == found(imported(declared(block)))

    def test_more_records_than_the_questionnaire_takes(self) -> None:
        """As many as fit are kept, the rest is reported and counted."""
        most = CONFLICT_QUESTIONNAIRE.question("BUS3.detalle").max_answers
        done = imported(declared(section("representacion", *[{}] * (most + 3))))

        assert most == len(done.answers["BUS3.detalle"])  # type: ignore[arg-type]
        assert [f"representacion.representacion[{most + n}]" for n in range(3)] == [
            path for path, code in found(done) if code == "limit"
        ]


class TestRelatives:
    """Whose interest it is, and the relatives who sell to the government."""

    @pytest.mark.parametrize("relation", ["PAREJA", "DEPENDIENTE_ECONOMICO", "VECINO"])
    def test_an_interest_of_the_circle_is_still_an_interest(self, relation: str) -> None:
        """The question has no place for whose it is, and says so."""
        done = read("participacion", {"tipoRelacion": relation})

        assert "si" == done.answers["BUS1"]
        assert ("participacion.participacion[0].tipoRelacion", "not_asked") in found(done)

    @pytest.mark.parametrize(
        ("relation", "kin"),
        [
            ("CONYUGE", "CONY"), ("CONCUBINA_CONCUBINARIO_UNION_LIBRE", "CONB"),
            ("SOCIEDAD_DE_CONVIVENCIA", Absence.UNKNOWN), ("NOVIAZGO", Absence.UNKNOWN),
            (None, Absence.UNKNOWN),
        ],
    )  # fmt: skip
    def test_a_partner_who_sells_to_the_government(self, relation: object, kin: object) -> None:
        """The relation without a code in the national catalogue stays unknown."""
        partner = {
            "relacionConDeclarante": relation,
            JOB: PRIVATE_JOB,
        }
        done = imported(declared(situation={"datosPareja": partner}))

        assert "si" == done.answers["FAM5"]
        assert {
            "FAM5.parentesco": kin,
            "FAM5.organizacion": "Proveedora Inventada Ocho",
            "FAM5.valor": "20000",
            "FAM5.inicio": "2018-04-05",
            "FAM5.vinculo": Absence.UNKNOWN,
        } == row(done, "FAM5")
        assert ["proveedorContratistaGobierno"] == [flag.name for flag in done.flags]

    @pytest.mark.parametrize("key", ["datosDependienteEconomico", "datosDependientesEconomicos"])
    def test_a_dependant_who_sells_to_the_government(self, key: str) -> None:
        """In both spellings; a code that is unknown leaves the kinship unknown."""
        people = [
            {
                "parentescoRelacion": {"clave": code},
                JOB: PRIVATE_JOB,
            }
            for code in ("HER", "MA")
        ]
        dependants = {"ninguno": False, "dependienteEconomico": [*people, {}]}
        done = imported(declared(situation={key: dependants}))
        rows: Any = done.answers["FAM5.detalle"]

        assert ["HER", Absence.UNKNOWN] == [one["FAM5.parentesco"] for one in rows]
        assert ["unknown"] == [one.code for one in done.findings]
        assert key in done.spellings

    @pytest.mark.parametrize("flag", [False, None])
    def test_a_relative_who_does_not_leaves_the_question_open(self, flag: object) -> None:
        """Other relatives may."""
        job = {**PRIVATE_JOB, "proveedorContratistaGobierno": flag}
        done = imported(declared(situation={"datosPareja": {JOB: job}}))

        assert ({}, ()) == (done.answers, done.findings)

    def test_no_partner_who_works(self) -> None:
        """A contradiction; a partner without a private job is none."""
        working = {"ninguno": True, JOB: PRIVATE_JOB}
        done = imported(declared(situation={"datosPareja": working}))

        assert ["contradiction"] == [one.code for one in done.findings]
        for partner in ({"ninguno": True}, {"ninguno": False}):
            assert () == imported(declared(situation={"datosPareja": partner})).findings

    def test_no_dependants_who_are_listed(self) -> None:
        """A contradiction."""
        dependants = {"ninguno": True, "dependienteEconomico": [{}]}
        done = imported(declared(situation={"datosDependienteEconomico": dependants}))

        assert ["contradiction"] == [one.code for one in done.findings]

    def own(self, name: str, question: str, change: Mapping[str, Any], **situation: Any) -> object:
        """Give whose interest it is, in a questionnaire that asks for it."""
        done = imported(declared(section(name, change), situation), questionnaire=asking(question))
        return row(done, question).get(f"{question}.parentesco")

    def test_the_partner_is_known_from_elsewhere(self) -> None:
        """In a questionnaire that asks whose it is."""
        partner = {"relacionConDeclarante": "CONYUGE"}
        change = {"tipoRelacion": "PAREJA"}

        assert "CONY" == self.own("participacion", "BUS1", change, datosPareja=partner)
        assert Absence.UNKNOWN is self.own("participacion", "BUS1", change)
        assert self.own("participacion", "BUS1", {"tipoRelacion": "DECLARANTE"}) is None
        assert self.own("participacion", "BUS1", {"tipoRelacion": None}) is None

    @pytest.mark.parametrize(
        ("codes", "kin"),
        [
            (["DC"], None), (["DC", "MA"], None), (["MA"], "MAD"), (["PA"], "PAD"),
            (["CU"], "CUN"), (["TIO"], "TIOA"), (["CY"], "CONY"), (["CON"], "CONB"),
            (["HIJ"], "HIJ"), (["HIJ", "HIJ"], "HIJ"), (["HIJ", "MA"], Absence.UNKNOWN),
            (["CONV"], Absence.UNKNOWN), (["HIJO"], Absence.UNKNOWN), ([], Absence.UNKNOWN),
        ],
    )  # fmt: skip
    def test_beneficiaries_have_codes_of_their_own(self, codes: list[str], kin: object) -> None:
        """Read by their own table; several persons have no one kinship."""
        given = {"beneficiario": [{"clave": code} for code in codes]}

        assert kin == self.own("beneficiosPrivados", "FIN1", given)

    def test_the_beneficiary_of_a_support(self) -> None:
        """One, not a list."""
        given = {"beneficiarioPrograma": {"clave": "ABU"}}

        assert "ABU" == self.own("apoyos", "FIN4", given)


class TestWork:
    """Former employers: whether one is a supplier stands in no declaration."""

    def worked(self, *jobs: Mapping[str, Any], **other: Any) -> PdnImport:
        """Import a work history."""
        history = {"ninguno": not jobs, "experiencia": list(jobs), **other}
        return imported(declared(situation={"experienciaLaboral": history}))

    def test_a_job_within_two_years_leaves_the_question_open(self) -> None:
        """On both sides of the boundary."""
        job = {"nombreEntePublico": "Ente Inventado", "fechaIngreso": "2015-01-01"}
        inside = self.worked({**job, "fechaEgreso": "2024-05-04"})
        outside = self.worked({**job, "fechaEgreso": "2024-05-03"})

        assert {"EMP2.detalle"} == inside.answers.keys()
        assert ("2015-01-01", "2024-05-04") == (
            row(inside, "EMP2")["EMP2.inicio"],
            row(inside, "EMP2")["EMP2.fin"],
        )
        assert ["undecided"] == [one.code for one in inside.findings]
        assert ({"EMP2": "no"}, ()) == (outside.answers, outside.findings)

    def test_no_job_at_all(self) -> None:
        """No former employer, no supplier among them."""
        assert {"EMP2": "no"} == self.worked().answers

    def test_a_last_day_that_cannot_be_read_is_unknown(self) -> None:
        """It may lie within two years."""
        done = self.worked({"fechaEgreso": "2019", "fechaIngreso": "2018-01-01"})

        assert Absence.UNKNOWN is row(done, "EMP2")["EMP2.fin"]
        assert ["partial", "undecided"] == [one.code for one in done.findings]

    def test_an_end_before_its_start(self) -> None:
        """The last day is unknown; a job of one day is one."""
        done = self.worked({"fechaIngreso": "2020-01-02", "fechaEgreso": "2020-01-01"})
        one_day = self.worked({"fechaIngreso": "2025-01-02", "fechaEgreso": "2025-01-02"})

        assert Absence.UNKNOWN is row(done, "EMP2")["EMP2.fin"]
        assert ["order", "undecided"] == [one.code for one in done.findings]
        assert ["undecided"] == [one.code for one in one_day.findings]

    def test_an_unreadable_job_forbids_to_say_no(self) -> None:
        """It may be the one that matters."""
        old = {"fechaIngreso": "2001-01-01", "fechaEgreso": "2002-01-01"}

        assert "no" == self.worked(old).answers["EMP2"]
        assert {} == self.worked(old, None).answers  # type: ignore[arg-type]

    def test_windows_before_the_first_day_there_is(self) -> None:
        """No day is too early for the import."""
        job = {"fechaIngreso": "1900-01-01", "fechaEgreso": "1900-01-02"}
        document = declared(situation={"experienciaLaboral": {"experiencia": [job]}})

        assert {"EMP2.detalle"} == imported(document, on=date(1900, 6, 1)).answers.keys()


class TestEnvelope:
    """What the declaration comes in."""

    @pytest.mark.parametrize(
        ("given", "kind"),
        [
            ("MODIFICACIÓN", DeclarationKind.MODIFICATION),
            ("MODIFICACION", DeclarationKind.MODIFICATION),
            ("MODIFICACIO\u0301N", DeclarationKind.MODIFICATION),
            ("INICIAL", DeclarationKind.INITIAL),
            ("CONCLUSIÓN", DeclarationKind.CONCLUSION),
            ("conclusion", DeclarationKind.CONCLUSION),
        ],
    )
    def test_kinds_with_and_without_accent(self, given: str, kind: DeclarationKind) -> None:
        """The examples say one, the back end the other."""
        done = imported(declared(metadata={"tipo": given}))

        assert (kind, ()) == (done.kind, done.findings)

    @pytest.mark.parametrize("given", ["ANUAL", "INICIAL" + "\u0301" * 30, 4])
    def test_an_unknown_kind(self, given: object) -> None:
        """Reported; nothing is guessed."""
        done = imported(declared(metadata={"tipo": given}))

        assert (None, "metadata.tipo") == (done.kind, done.findings[0].path)

    def test_the_update_flag_is_kept(self) -> None:
        """It says that an interest has changed."""
        done = imported(declared(metadata={"actualizacionConflictoInteres": True}))

        assert [("metadata.actualizacionConflictoInteres", True)] == [
            (flag.path, flag.value) for flag in done.flags
        ]

    def test_the_pay_flag_is_kept(self) -> None:
        """With its place; what it says is not shown."""
        flags = read("participacion").flags
        names = {flag.name: flag.path for flag in flags}

        assert {"recibeRemuneracion", "porcentajeParticipacion"} == names.keys()
        assert names["recibeRemuneracion"].endswith("participacion[0].recibeRemuneracion")
        assert {True, Decimal(40)} == {flag.value for flag in flags}
        assert "value" not in repr(flags)

    @pytest.mark.parametrize("key", ["interes", "intereses"])
    def test_both_spellings_of_the_block(self, key: str) -> None:
        """And which was met."""
        done = imported({"declaracion": {key: section("participacion", {})}})

        assert "si" == done.answers["BUS1"]
        assert (key,) == done.spellings

    def test_both_spellings_at_once(self) -> None:
        """That of the standard is read."""
        block = section("participacion", {})
        done = imported({"declaracion": {"interes": {}, "intereses": block}})

        assert {} == done.answers
        assert ("interes", "intereses") == done.spellings
        assert [("declaracion.intereses", "spelling")] == found(done)

    def test_the_answer_the_result_and_the_declaration(self) -> None:
        """Three envelopes of one thing."""
        result = declared(section("participacion", {}))
        documents = ({"results": [result]}, result, result["declaracion"])
        answers = [imported(document).answers for document in documents]

        assert answers[0] == answers[1] == answers[2]
        assert "BUS1" in answers[0]

    @pytest.mark.parametrize("results", [[], [declared(), declared()]])
    def test_several_results_may_be_several_persons(self, results: list[object]) -> None:
        """None of them is read."""
        done = imported({"results": results})

        assert ({}, [("results", "limit")]) == (done.answers, found(done))

    @pytest.mark.parametrize(
        "document",
        [
            {"results": 5}, {"results": [None]}, {"declaracion": []},
            {"declaracion": {"interes": "x"}}, {"declaracion": {"interes": {"apoyos": []}}},
            {"declaracion": {"interes": {"apoyos": {"apoyo": {}}}}},
            {"declaracion": {"interes": {"apoyos": {"apoyo": [[]]}}}},
        ],
    )  # fmt: skip
    def test_other_shapes(self, document: dict[str, Any]) -> None:
        """Reported as what they are not."""
        done = imported(document)

        assert {} == done.answers
        assert "type" in [one.code for one in done.findings]

    def test_no_interests_at_all(self) -> None:
        """The block is missing."""
        assert [("interes", "missing")] == found(imported({}))

    def test_a_foreign_section_is_told_by_its_place(self) -> None:
        """Its key may be anything."""
        done = imported(declared({"participacion": None, "Nombre Inventado": {}, 5: {}}))  # type: ignore[dict-item]

        assert [
            ("declaracion.interes[#1]", "unknown"),
            ("declaracion.interes[#2]", "unknown"),
        ] == [(one.path, one.code) for one in done.findings]

    def test_a_hundred_thousand_records(self) -> None:
        """As many as a question takes are read, and the findings stay few."""
        block = section("participacion", {"rfc": "X"})
        block["participacion"]["participacion"] *= 100_000
        done = imported(declared(block))

        assert "si" == done.answers["BUS1"]
        assert 51 == len(done.findings)
        assert ("", "more") == (done.findings[-1].path, done.findings[-1].code)
        assert ("participacion.participacion", "limit") == found(done)[0]
        assert "more findings" in (done.findings[-1].text.en or "")

    def test_a_list_that_is_cut_forbids_to_say_no(self) -> None:
        """A client above the limit may stand in the rest."""
        below = section("clientesPrincipales", {"montoAproximadoGanancia": PESOS})
        clients = below["clientesPrincipales"]["cliente"]
        clients *= 1000
        whole = imported(declared(below))
        clients += clients[:1]
        cut = imported(declared(below))

        assert {"BUS4": "no"} == whole.answers
        assert "limit" not in [one.code for one in whole.findings]
        assert {} == cut.answers
        assert ("clientesPrincipales.cliente", "limit") == found(cut)[0]


class TestArguments:
    """Only an argument of the wrong kind is an error."""

    @pytest.mark.parametrize("document", [None, [], "{}", 5, b"{}"])
    def test_the_document_is_a_mapping(self, document: Any) -> None:
        """JSON that was read already."""
        with pytest.raises(InvalidValueError):
            import_declaration(document, on=ON)

    @pytest.mark.parametrize("name", ["on", "calendar", "questionnaire"])
    def test_the_other_arguments(self, name: str) -> None:
        """A day is no text, a calendar no mapping."""
        wrong: Any = {"on": ON, name: "2026-05-04"}
        with pytest.raises(InvalidValueError, match=name):
            import_declaration({}, **wrong)


def ask(code: str, kind: QuestionType, **fields: Any) -> Question:
    """Make a question."""
    return Question(code=code, text=Text("¿?", "?"), type=kind, **fields)


def questionnaire_of(*questions: Question) -> Questionnaire:
    """Make a questionnaire."""
    title = Text("Propio", "Own")
    return Questionnaire(
        code="propio",
        version="1",
        title=title,
        sections=(Section(code="A", title=title, questions=questions),),
    )


def asking(code: str) -> Questionnaire:
    """Make a questionnaire that asks one question, and whose interest it is."""
    options = CONFLICT_QUESTIONNAIRE.question("FAM5.parentesco").options
    kin = ask(f"{code}.parentesco", QuestionType.KINSHIP, options=options)
    details = ask(f"{code}.detalle", QuestionType.GROUP, repeats=True, questions=(kin,))
    return questionnaire_of(ask(code, QuestionType.YES_NO), details)


class TestOtherQuestionnaires:
    """What another questionnaire does not ask, or asks otherwise, finds no place."""

    def test_a_question_that_is_not_asked(self) -> None:
        """Neither it nor its details."""
        own = questionnaire_of(ask("OTRA", QuestionType.YES_NO))
        done = imported(declared(section("participacion", {})), questionnaire=own)

        assert {} == done.answers
        assert ["not_asked", "not_asked"] == [one.code for one in done.findings]

    def test_a_question_without_details(self) -> None:
        """The answer alone."""
        own = questionnaire_of(ask("BUS1", QuestionType.YES_NO))
        done = imported(declared(section("participacion", {})), questionnaire=own)

        assert {"BUS1": "si"} == done.answers

    @pytest.mark.parametrize("repeats", [False, True])
    def test_a_question_that_stands_elsewhere(self, repeats: bool) -> None:  # noqa: FBT001
        """In a group that repeats it has an answer for each instance; a group has none."""
        inner = ask("BUS1", QuestionType.YES_NO)
        details = ask("BUS1.detalle", QuestionType.GROUP, questions=(ask("X", QuestionType.TEXT),))
        own = questionnaire_of(
            ask("G", QuestionType.GROUP, repeats=repeats, questions=(details, inner))
        )
        done = imported(declared(section("participacion", {})), questionnaire=own)

        assert ({} if repeats else {"BUS1": "si"}) == done.answers

    def test_answers_of_another_kind(self) -> None:
        """Options, bounds and types are those of the questionnaire."""
        details = (
            ask(
                "BUS1.organizacion",
                QuestionType.CHOICE,
                options=(Option(code="a", name=Text("a")),),
            ),
            ask("BUS1.porcentaje", QuestionType.DECIMAL, most=Decimal(39)),
            ask("BUS1.valor", QuestionType.DECIMAL, least=Decimal(20001)),
            ask("BUS1.vinculo", QuestionType.GROUP, questions=(ask("X", QuestionType.TEXT),)),
        )
        group = ask("BUS1.detalle", QuestionType.GROUP, repeats=True, questions=details)
        own = questionnaire_of(ask("BUS1", QuestionType.BOOLEAN), group)
        record = {"nombreEmpresaSociedadAsociacion": "b"}
        done = imported(declared(section("participacion", record)), questionnaire=own)

        assert {"BUS1.detalle": [{}]} == done.answers
        assert ["option", "range", "range", "answer"] == [one.code for one in done.findings]

    def test_a_window_of_the_questionnaire(self) -> None:
        """Measured from the day, on both sides."""
        start = ask("BUS3.inicio", QuestionType.DATE, least=MonthsBack(62))
        group = ask("BUS3.detalle", QuestionType.GROUP, repeats=True, questions=(start,))
        own = questionnaire_of(ask("BUS3", QuestionType.YES_NO), group)
        for day, rows in (("2021-03-04", [{"BUS3.inicio": "2021-03-04"}]), ("2021-03-03", [{}])):
            document = declared(section("representacion", {"fechaInicioRepresentacion": day}))
            done = import_declaration(document, on=ON, questionnaire=own)
            assert rows == done.answers["BUS3.detalle"]


class TestResult:
    """What an import offers."""

    def test_it_describes_itself_in_both_languages(self) -> None:
        """Kind, counts, each finding with its place."""
        done = imported(
            declared(section("participacion", {"rfc": "X"}), metadata={"tipo": "INICIAL"})
        )

        assert "importada: inicial" in done.describe()
        assert "hallazgos: 1" in done.describe()
        assert "initial" in done.describe(Language.EN)
        assert "must have 12 or 13 characters" in done.describe(Language.EN)
        assert "tipo sin decir" in imported(declared()).describe()

    def test_its_rows_are_the_findings(self) -> None:
        """Path, code and both languages."""
        (record,) = read("participacion", {"rfc": "X"}).to_records()

        assert "declaracion.interes.participacion.participacion[0].rfc" == record["path"]
        assert {"path", "code", "es", "en"} == record.keys()
        assert "length" == record["code"]

    def test_it_rests_on_the_standard_and_is_an_own_reading(self) -> None:
        """As every import says."""
        done = read("participacion")

        assert Status.OWN is done.status
        assert ["pdn-normas-17a", "pdn-s1"] == [source.code for source in done.sources]

    def test_it_is_a_value(self) -> None:
        """Equal, hashable, pickled; the answers are the caller's own copy."""
        done = read("participacion")
        done.answers.clear()

        assert done == read("participacion") != read("participacion", {"rfc": "X"})
        assert 1 == len({done, pickle.loads(pickle.dumps(done))})  # noqa: S301 - our own
        assert "BUS1" in done.answers
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            done.kind = None  # type: ignore[misc]

    def test_the_document_is_left_alone(self) -> None:
        """And what a JSON parser gives is what it takes."""
        document = json.loads(json.dumps(declared(section("participacion", {}))))
        before = copy.deepcopy(document)

        assert "si" == imported(document).answers["BUS1"]
        assert before == document

    def test_answers_to_another_questionnaire_are_refused(self) -> None:
        """A response is to what was asked."""
        with pytest.raises(InvalidValueError):
            read("participacion").response(questionnaire_of(ask("Q", QuestionType.TEXT)))
