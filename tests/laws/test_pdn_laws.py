"""Laws of the import of interest declarations: whatever the document, it reports and goes on."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE
from imss_integrity.codec import PdnImport, import_declaration
from imss_integrity.conflicts import Absence, Response, evaluate
from imss_integrity.kernel import Language

ON = date(2026, 5, 4)
LIMIT = 2_932_750  # cents: 250 times the daily UMA of 2026
PLANTED = "XEXX010101HNEXXXA4"
MONEY = {"valor": 20000, "moneda": "MXN"}
JOB = {
    "nombreEmpresaSociedadAsociacion": "Empresa Inventada",
    "rfc": "EJE010203AB4",
    "fechaIngreso": "2018-04-05",
    "salarioMensualNeto": MONEY,
    "sector": {"clave": "CONS"},
    "proveedorContratistaGobierno": True,
}
OWN = {"tipoOperacion": "AGREGAR", "tipoRelacion": "DECLARANTE", "montoMensual": MONEY}
WHOLE: dict[str, Any] = {
    "results": [
        {
            "metadata": {"tipo": "MODIFICACIÓN", "actualizacionConflictoInteres": True},
            "declaracion": {
                "situacionPatrimonial": {
                    "experienciaLaboral": {
                        "ninguno": False,
                        "experiencia": [
                            {"fechaIngreso": "2010-01-01", "fechaEgreso": "2025-01-01"}
                        ],
                    },
                    "datosPareja": {
                        "relacionConDeclarante": "CONYUGE",
                        "actividadLaboralSectorPrivadoOtro": JOB,
                    },
                    "datosDependienteEconomico": {
                        "ninguno": False,
                        "dependienteEconomico": [
                            {
                                "parentescoRelacion": {"clave": "HER"},
                                "actividadLaboralSectorPrivadoOtro": JOB,
                            }
                        ],
                    },
                },
                "interes": {
                    "participacion": {
                        "ninguno": False,
                        "participacion": [
                            {
                                **OWN,
                                "nombreEmpresaSociedadAsociacion": "Clínica Inventada",
                                "rfc": "EJE010203AB4",
                                "porcentajeParticipacion": 40,
                                "sector": {"clave": "SERVS"},
                            }
                        ],
                    },
                    "participacionTomaDecisiones": {
                        "ninguno": False,
                        "participacion": [
                            {
                                "tipoRelacion": "PAREJA",
                                "tipoInstitucion": {"clave": "GS"},
                                "nombreInstitucion": "Gremio Inventado",
                                "fechaInicioParticipacion": "2020-02-03",
                            }
                        ],
                    },
                    "apoyos": {
                        "ninguno": False,
                        "apoyo": [{"beneficiarioPrograma": {"clave": "MA"}}],
                    },
                    "representacion": {
                        "ninguno": False,
                        "representacion": [{**OWN, "fechaInicioRepresentacion": "2021-03-04"}],
                    },
                    "clientesPrincipales": {
                        "ninguno": False,
                        "cliente": [
                            {
                                "clientePrincipal": {"tipoPersona": "MORAL", "rfc": "EJE010203AB4"},
                                "montoAproximadoGanancia": MONEY,
                            }
                        ],
                    },
                    "beneficiosPrivados": {
                        "ninguno": False,
                        "beneficio": [
                            {"beneficiario": [{"clave": "DC"}], "montoMensualAproximado": MONEY}
                        ],
                    },
                    "fideicomisos": {"ninguno": True, "fideicomiso": []},
                },
            },
        }
    ]
}

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.decimals()
    | st.dates()
    | st.text(max_size=30)
    | st.sampled_from(["2022", "2022-09", "2026-05-05", "BAJA", "PP", "SERVS", "USD", "10"])
)


def nested(keys: st.SearchStrategy[str], most: int) -> st.SearchStrategy[Any]:
    """Give values of JSON whose maps have these *keys*, with at most so many leaves."""
    return st.recursive(
        SCALARS,
        lambda below: st.lists(below, max_size=3) | st.dictionaries(keys, below, max_size=6),
        max_leaves=most,
    )


def places(value: object) -> Iterator[tuple[Any, Any]]:
    """Go through every place of a document: what holds it, and under which key."""
    home: Any = value
    keys = home if isinstance(value, dict) else range(len(home) if isinstance(value, list) else 0)
    for key in keys:
        yield home, key
        yield from places(home[key])


KEYS = sorted({key for _, key in places(WHOLE) if isinstance(key, str)})
ODD = nested(st.text(max_size=8), 12)
KNOWN_SHAPES = nested(st.sampled_from(KEYS), 30)


@st.composite
def mutations(draw: st.DrawFn) -> dict[str, Any]:
    """Draw the whole sample with some places replaced, doubled or removed."""
    document = copy.deepcopy(WHOLE)
    for _ in range(draw(st.integers(1, 6))):
        spots = list(places(document))
        if not spots:
            break
        home, key = spots[draw(st.integers(0, len(spots) - 1))]
        change = draw(st.sampled_from(["replace", "remove", "double"]))
        if change == "replace":
            home[key] = draw(ODD)
        elif change == "remove":
            del home[key]
        elif isinstance(home, list):
            home.append(copy.deepcopy(home[key]))
    return document


def imported(document: Any, *, on: date = ON) -> PdnImport:
    """Import, and see that the answers make a response that can be evaluated on the day."""
    done = import_declaration(document, on=on)
    response = done.response(CONFLICT_QUESTIONNAIRE)
    assert isinstance(response, Response)
    evaluate(response, on=on)
    return done


def shown(done: PdnImport) -> str:
    """Give everything that an import shows without being asked for answers."""
    return "\n".join(
        [
            repr(done),
            done.describe(),
            done.describe(Language.EN),
            done._repr_html_(),
            str(done.to_records(exact=True)),
            repr(done.findings),
            repr(done.flags),
            repr(done.spellings),
            repr(done.response(CONFLICT_QUESTIONNAIRE)),
        ]
    )


def said(done: PdnImport) -> dict[str, object]:
    """Give the answers of yes and no."""
    return {code: answer for code, answer in done.answers.items() if "." not in code}


def block_of(document: dict[str, Any]) -> dict[str, Any]:
    """Give the block of interests of a document made from the sample."""
    block: dict[str, Any] = document["results"][0]["declaracion"]["interes"]
    return block


class TestNoDocumentStopsIt:
    """Ningún documento la detiene: lo que no se entiende se reporta."""

    @given(
        st.dictionaries(st.text(max_size=8) | st.sampled_from(KEYS), ODD | KNOWN_SHAPES, max_size=6)
    )
    def test_any_json_like_value(self, document: dict[str, Any]) -> None:
        """Whatever it holds; the findings stay few."""
        assert len(imported(document).findings) <= 51

    @given(KNOWN_SHAPES, st.sampled_from(["interes", "situacionPatrimonial"]))
    def test_odd_values_under_known_keys(self, value: object, key: str) -> None:
        """In the place of the block of interests, and beside it."""
        imported({"declaracion": {"interes": {}, key: value}})

    @given(mutations())
    def test_a_sample_that_was_tampered_with(self, document: dict[str, Any]) -> None:
        """At any depth, in any way; the document itself is left as it was."""
        before = repr(document)
        imported(document)

        assert before == repr(document)

    @given(mutations(), st.dates(date(1900, 1, 1), date(2200, 12, 31)))
    def test_on_any_day(self, document: dict[str, Any], on: date) -> None:
        """Days without a value of the UMA, and days before any window, too."""
        done = import_declaration(document, on=on)

        assert done.response(CONFLICT_QUESTIONNAIRE) == done.response(CONFLICT_QUESTIONNAIRE)

    def test_the_sample_answers(self) -> None:
        """What is tampered with above is not empty to begin with."""
        assert {
            "FAM5": "si", "HEA1": "si", "BUS1": "si", "BUS2": "no", "POL2": "si", "BUS3": "si",
            "BUS4": "no", "FIN1": "si", "FIN2": "no",
        } == said(imported(WHOLE))  # fmt: skip


class TestNothingPersonalIsShown:
    """Ningún valor del documento aparece en hallazgos, tablas ni `repr`."""

    def test_a_planted_value_in_every_place(self) -> None:
        """Of the document: as text, as key, in the place of a map or of a list."""
        for number in range(len(list(places(WHOLE)))):
            document = copy.deepcopy(WHOLE)
            home, key = list(places(document))[number]
            home[key] = PLANTED
            if isinstance(home, dict):
                home[PLANTED] = {PLANTED: PLANTED}
            assert PLANTED not in shown(imported(document))

    @given(st.text("QXZJKW", min_size=5, max_size=20))
    def test_all_texts_at_once(self, name: str) -> None:
        """Also those that are kept as answers."""
        document = copy.deepcopy(WHOLE)
        for home, key in list(places(document)):
            if isinstance(home[key], str):
                home[key] = name
        done = imported(document)

        assert name in str(done.answers)
        assert name not in shown(done)

    @given(st.integers(10_000_000, 2**53 - 1))
    def test_amounts(self, pesos: int) -> None:
        """What somebody earns is as personal as a name."""
        document = copy.deepcopy(WHOLE)
        for home, key in list(places(document)):
            if key == "valor":
                home[key] = pesos
        done = imported(document)

        assert str(pesos) in str(done.answers)
        assert str(pesos) not in shown(done)


class TestWhatIsNotSaidStaysOpen:
    """Lo que la declaración no dice queda sin respuesta; nunca es "no"."""

    @given(mutations())
    def test_no_needs_a_section_that_says_so(self, document: dict[str, Any]) -> None:
        """A *no* is *ninguno* without records, or records that each say no."""
        done = imported(document)
        denied = {code for code, answer in said(done).items() if answer == "no"}

        assert not {f"{code}.detalle" for code in denied} & done.answers.keys()
        assert denied <= {"BUS1", "BUS2", "BUS3", "BUS4", "EMP2", "FIN1", "FIN2", "FIN4"}

    @given(st.sets(st.sampled_from(sorted(block_of(WHOLE)))))
    def test_sections_answer_each_for_itself(self, kept: set[str]) -> None:
        """Leaving out a section leaves out its answers, and changes no other."""
        document, rest = copy.deepcopy(WHOLE), copy.deepcopy(WHOLE)
        for name in block_of(WHOLE):
            del block_of(rest if name in kept else document)[name]
        one, other = imported(document).answers, imported(rest).answers
        shared = {"FAM5", "FAM5.detalle", "EMP2.detalle"}

        assert imported(WHOLE).answers == one | other
        assert shared == one.keys() & other.keys()

    @given(st.sampled_from(sorted(block_of(WHOLE))))
    def test_records_answer_in_any_order(self, name: str) -> None:
        """The details follow the document, the answer does not depend on it."""
        document = copy.deepcopy(WHOLE)
        records = next(v for v in block_of(document)[name].values() if isinstance(v, list))
        records.extend(copy.deepcopy(records))
        turned = copy.deepcopy(document)
        next(v for v in block_of(turned)[name].values() if isinstance(v, list)).reverse()

        assert said(imported(WHOLE)) == said(imported(document)) == said(imported(turned))

    @given(mutations())
    def test_the_link_with_the_function_is_never_told(self, document: dict[str, Any]) -> None:
        """It is unknown in every detail that asks for it."""
        asked = {code for code in CONFLICT_QUESTIONNAIRE.layout.places if code.endswith(".vinculo")}
        for group, rows in imported(document).answers.items():
            link = group.replace(".detalle", ".vinculo")
            if isinstance(rows, list) and link in asked:
                assert all(row[link] is Absence.UNKNOWN for row in rows)


class TestRule17a:
    """Norma 17a: cliente principal es el que deja más de 250 UMA al mes."""

    @given(st.integers(0, 2 * LIMIT) | st.integers(LIMIT - 2, LIMIT + 2))
    def test_both_sides_of_the_limit(self, cents: int) -> None:
        """To the cent, in every form in which a parser gives an amount."""
        pesos = Decimal(cents).scaleb(-2)
        expected = "si" if cents > LIMIT else "no"
        for value in (pesos, f"{pesos:f}", float(pesos), json.loads(f"{pesos:f}")):
            document = copy.deepcopy(WHOLE)
            client = block_of(document)["clientesPrincipales"]["cliente"][0]
            client["montoAproximadoGanancia"] = {"valor": value, "moneda": "MXN"}
            assert expected == imported(document).answers["BUS4"]


class TestSpellings:
    """Las grafías del estándar y de sus usos valen lo mismo."""

    @given(st.tuples(st.booleans(), st.booleans(), st.booleans()))
    def test_the_spelling_changes_no_answer(self, spelled: tuple[bool, ...]) -> None:
        """And is reported."""
        names = [
            ("datosDependienteEconomico", "datosDependientesEconomicos"),
            ("interes", "intereses"),
            ("representacion", "representaciones"),
        ]
        document = copy.deepcopy(WHOLE)
        declaration = document["results"][0]["declaracion"]
        homes = [declaration["situacionPatrimonial"], declaration, declaration["interes"]]
        for (one, other), home, is_other in zip(names, homes, spelled, strict=True):
            if is_other:
                home[other] = home.pop(one)
        done = imported(document)

        assert imported(WHOLE).answers == done.answers
        assert tuple(pair[is_other] for pair, is_other in zip(names, spelled, strict=True)) == (
            done.spellings
        )
