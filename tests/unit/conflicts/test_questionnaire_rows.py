"""A questionnaire from a spreadsheet: what is read, and every bad row named."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from imss_integrity.catalog import RELATIONS
from imss_integrity.conflicts import (
    Condition,
    Match,
    MonthsBack,
    Operator,
    Option,
    Questionnaire,
    QuestionType,
    Response,
    Role,
    Sensitivity,
    YesNo,
    evaluate,
)
from imss_integrity.kernel import InconsistentError, InvalidValueError, Period, Text

T = QuestionType
KIN = tuple(Option(code=one.code, name=one.name, kinship=one.kinship) for one in RELATIONS)
COLUMNS = {
    "section": "Sección", "question": "Clave", "type": "Tipo", "text_es": "Reactivo",
    "text_en": "Question", "group": "Grupo", "required": "Obligatorio", "repeats": "Se repite",
    "options": "Opciones", "when": "Condición", "match": "Todas o alguna", "least": "Mínimo",
    "most": "Máximo", "not_before": "No antes de", "role": "Papel",
    "sensitivity": "Sensibilidad",
}  # fmt: skip
NAN = float("nan")
SHEET: list[dict[str, object]] = [
    {"Sección": "Familia", "Clave": "FAM1", "Tipo": "si_no", "Obligatorio": "Sí",
     "Reactivo": "¿Alguien de su familia trabaja hoy en el Instituto?",
     "Question": "Does any relative work in the Institute today?"},
    {"Sección": "Familia", "Clave": "FAM1.detalle", "Tipo": "grupo", "Reactivo": "Detalle",
     "Se repite": "sí", "Condición": "FAM1 = si", "Obligatorio": NAN},
    {"Sección": "Familia", "Clave": "FAM1.parentesco", "Tipo": "parentesco",
     "Grupo": "FAM1.detalle", "Reactivo": "Parentesco", "Papel": "parentesco",
     "Obligatorio": True},
    {"Sección": "Familia", "Clave": "FAM1.inicio", "Tipo": "fecha", "Grupo": "FAM1.detalle",
     "Reactivo": "Desde", "Papel": "inicio", "Máximo": "-0m"},
    {"Sección": "Familia", "Clave": "FAM1.fin", "Tipo": "fecha", "Grupo": "FAM1.detalle",
     "Reactivo": "Hasta", "Papel": "fin", "Mínimo": " -24m ", "No antes de": "FAM1.inicio",
     "Sensibilidad": "sensible"},
    {"Sección": "Negocios", "Clave": "NEG1", "Tipo": "opcion", "Obligatorio": "no",
     "Reactivo": "¿Qué lazo tiene con una empresa?", "Se repite": "si",
     "Opciones": " ninguno = Ninguno: 0 | socio=Socia o socio: 2.5|otro=Otro, a saber: cuál | x "},
    {"Sección": "Negocios", "Clave": "NEG2", "Tipo": "entero", "Reactivo": "¿Cuántos contratos?",
     "Mínimo": "0", "Máximo": 40.0, "Condición": "NEG1 exists Sí"},
    {"Sección": "Negocios", "Clave": "NEG3", "Tipo": "dinero", "Reactivo": "¿Por cuánto?",
     "Mínimo": 0, "Máximo": "29327.50", "Condición": "NEG2 > 0;\nNEG2 != 1.0 ; NEG1 = socio",
     "Todas o alguna": "all"},
    {"Sección": "Negocios", "Clave": "NEG4", "Tipo": "fecha", "Reactivo": "¿Desde cuándo?",
     "Mínimo": date(1950, 1, 1), "Máximo": datetime(2026, 5, 4),  # noqa: DTZ001 - as a frame has it
     "Condición": "NEG5 = false"},
    {"Sección": "Negocios", "Clave": "NEG5", "Tipo": "booleano", "Reactivo": "¿Sigue?"},
    {"Sección": "Negocios", "Clave": "NEG6", "Tipo": "texto", "Reactivo": "¿Algo más?",
     "Condición": "NEG4 >= -24m; NEG4 < 2020-01-01; FAM1 exists no", "Todas o alguna": "any"},
    {"Sección": "Negocios", "Clave": "NEG7", "Tipo": "decimal", "Reactivo": "¿Qué porcentaje?",
     "Mínimo": 0.5, "Condición": "NEG3 >= 100.50"},
]  # fmt: skip


def read(rows: Any = SHEET, **more: Any) -> Questionnaire:
    """Read the sheet."""
    fields: dict[str, Any] = {"columns": COLUMNS, "relations": KIN} | more
    return Questionnaire.from_records(
        rows, code="hoja", version="2026", title=Text("Hoja"), **fields
    )


def plain(*rows: dict[str, object]) -> list[dict[str, object]]:
    """Give rows under the field names, with what they leave out."""
    base = {"section": "A", "type": "si_no", "text_es": "¿?"}
    return [{**base, "question": f"q{n}", **row} for n, row in enumerate(rows, start=1)]


def faults(*rows: dict[str, object], **more: Any) -> list[tuple[str, str]]:
    """Give path and code of each fault, after a look at its row."""
    with pytest.raises(InvalidValueError) as caught:
        read(plain(*rows), **{"columns": None} | more)
    named = [fault for fault in caught.value.faults if fault.code != "more"]
    for fault in named:
        row = int(fault.path.partition("[")[2].partition("]")[0]) + 1
        assert fault.text.es.startswith(f"fila {row}: ")
        assert fault.text.en is not None
        assert fault.text.en.startswith(f"row {row}: ")
    return [(fault.path, fault.code) for fault in named]


class TestRead:
    """A realistic sheet in Spanish."""

    ASKED = read()

    def test_sections_come_in_order(self) -> None:
        """Each with its title and its questions."""
        found = [
            (section.code, section.title.es, len(section.questions))
            for section in self.ASKED.sections
        ]

        assert [("S1", "Familia", 2), ("S2", "Negocios", 7)] == found
        assert [row["Clave"] for row in SHEET] == [one.code for one in self.ASKED.questions]

    @pytest.mark.parametrize(
        ("code", "fields"),
        [
            ("FAM1", {"type": T.YES_NO, "required": True, "repeats": False, "when": (),
                      "sensitivity": Sensitivity.PERSONAL,
                      "text": Text("¿Alguien de su familia trabaja hoy en el Instituto?",
                                   "Does any relative work in the Institute today?")}),
            ("FAM1.detalle", {"required": False, "repeats": True, "match": None,
                              "when": (Condition("FAM1", Operator.EQUAL, YesNo.YES),)}),
            ("FAM1.parentesco", {"options": KIN, "role": Role.KINSHIP, "required": True}),
            ("FAM1.inicio", {"least": None, "most": MonthsBack(0)}),
            ("FAM1.fin", {"least": MonthsBack(24), "not_before": "FAM1.inicio",
                          "sensitivity": Sensitivity.SENSITIVE}),
            ("NEG1", {"repeats": True, "required": False, "options": (
                Option(code="ninguno", name=Text("Ninguno"), weight=Fraction(0)),
                Option(code="socio", name=Text("Socia o socio"), weight=Fraction(5, 2)),
                Option(code="otro", name=Text("Otro, a saber: cuál")),
                Option(code="x", name=Text("x")))}),
            ("NEG2", {"least": 0, "most": 40,
                      "when": (Condition("NEG1", Operator.EXISTS, value=True),)}),
            ("NEG3", {"least": Decimal(0), "most": Decimal("29327.50"), "match": Match.ALL,
                      "when": (Condition("NEG2", Operator.GREATER, 0),
                               Condition("NEG2", Operator.NOT_EQUAL, 1),
                               Condition("NEG1", Operator.EQUAL, "socio"))}),
            ("NEG4", {"least": date(1950, 1, 1), "most": date(2026, 5, 4),
                      "when": (Condition("NEG5", Operator.EQUAL, value=False),)}),
            ("NEG6", {"match": Match.ANY,
                      "when": (Condition("NEG4", Operator.AT_LEAST, MonthsBack(24)),
                               Condition("NEG4", Operator.LESS, date(2020, 1, 1)),
                               Condition("FAM1", Operator.EXISTS, value=False))}),
            ("NEG7", {"least": Decimal("0.5"),
                      "when": (Condition("NEG3", Operator.AT_LEAST, Decimal("100.50")),)}),
        ],
    )  # fmt: skip
    def test_each_row(self, code: str, fields: dict[str, object]) -> None:
        """Every field as it was meant."""
        question = self.ASKED.question(code)

        assert fields == {field: getattr(question, field) for field in fields}

    def test_it_can_be_answered(self) -> None:
        """What was read works: groups, conditions, windows."""
        response = Response.from_answers(
            self.ASKED,
            {"FAM1": "si", "FAM1.detalle": [{"FAM1.parentesco": "HER"}], "NEG1": ["socio"],
             "NEG2": 3, "NEG3": "200"},
        )  # fmt: skip
        found = evaluate(response, on=date(2026, 5, 4))

        assert {"FAM1.fin", "NEG2", "NEG3", "NEG7"} < set(found.enabled)
        assert Fraction(5, 2) == found.score
        assert found.is_complete

    def test_the_rest_is_given(self) -> None:
        """Identity and period do not stand in the rows."""
        found = read(period=Period.year(2026))

        assert ("hoja", "2026") == found.identity[:2]
        assert Period.year(2026) == found.period

    def test_long_cells_are_read(self) -> None:
        """A wording of 500 characters, a list of many options."""
        options = "|".join(f"opcion-{n}=La opción número {n} de una lista larga" for n in range(99))
        found = read(
            plain({"text_es": "ñ" * 500, "type": "opcion", "options": options}), columns=None
        )

        assert 99 == len(found.question("q1").options)
        assert "ñ" * 500 == found.question("q1").text.es

    def test_a_group_may_come_after_what_it_holds(self) -> None:
        """The order of the document is that of the group."""
        found = read(
            plain({"group": "g"}, {"question": "g", "type": "grupo", "group": None}), columns=None
        )

        assert ["g", "q1"] == [question.code for question in found.questions]


class TestBadCells:
    """Each is named by its row and its column; all bad rows at once."""

    @pytest.mark.parametrize(
        ("row", "path", "code"),
        [
            ({"section": " "}, "section", "missing"), ({"section": 7}, "section", "type"),
            ({"question": ""}, "question", "missing"), ({"question": 7}, "question", "type"),
            ({"question": "q 1"}, "question", "grammar"),
            ({"type": "yes_no"}, "type", "choice"), ({"type": None}, "type", "missing"),
            ({"text_es": ""}, "text_es", "missing"), ({"text_es": "x" * 501}, "text_es", "text"),
            ({"text_en": "a\u202eb"}, "text_en", "text"), ({"group": 1}, "group", "type"),
            ({"required": "quizá"}, "required", "type"), ({"required": 1}, "required", "type"),
            ({"repeats": "X"}, "repeats", "type"),
            ({"type": "opcion", "options": "=Sí"}, "options.code", "grammar"),
            ({"type": "opcion", "options": "a b=Sí"}, "options.code", "grammar"),
            ({"type": "opcion", "options": f"a={'x' * 501}"}, "options.name.es", "text"),
            ({"options": 7}, "options", "type"), ({"match": "todas"}, "match", "choice"),
            ({"type": "entero", "least": "1.5"}, "least", "type"),
            ({"type": "entero", "least": "-24m"}, "least", "type"),
            ({"type": "fecha", "most": "31/12/2026"}, "most", "day"),
            ({"type": "fecha", "most": 2026}, "most", "day"),
            ({"type": "fecha", "most": "-9999m"}, "months", "range"),
            ({"type": "decimal", "least": "mucho"}, "least", "answer"),
            ({"type": "dinero", "least": "-1"}, "least", "answer"),
            ({"type": "si_no", "least": "1"}, "least", "answer"),
            ({"type": "texto", "most": "9"}, "most", "type"),
            ({"not_before": "a b"}, "not_before", "grammar"), ({"role": "tío"}, "role", "choice"),
            ({"sensitivity": "mucha"}, "sensitivity", "choice"), ({"when": 7}, "when", "type"),
        ],
    )  # fmt: skip
    def test_a_cell(self, row: dict[str, object], path: str, code: str) -> None:
        """Every column has its rule."""
        assert [(f"rows[1].{path}", code)] == faults({}, row, {})

    @pytest.mark.parametrize(
        ("when", "path", "code"),
        [
            ("q1=si", "when", "condition"), ("q1 si", "when", "condition"),
            ("q1 ~ si", "when", "condition"), ("q1 =", "when", "condition"),
            ("q9 = si", "when", "unknown"), ("q1 = quizá", "when.value", "answer"),
            ("q1 exists quizá", "when.value", "type"), ("n > 1.5", "when.value", "answer"),
            ("n > mucho", "when.value", "answer"), ("n > -24m", "when.value", "answer"),
            ("b = 1", "when.value", "type"), ("d > mayo", "when.value", "answer"),
            ("d > -9999m", "when.months", "range"), ("g = si", "when.value", "answer"),
        ],
    )  # fmt: skip
    def test_a_condition(self, when: str, path: str, code: str) -> None:
        """Its form, its source, its value."""
        sources: list[dict[str, object]] = [
            {"question": "q1"}, {"question": "n", "type": "entero"},
            {"question": "b", "type": "booleano"}, {"question": "d", "type": "fecha"},
            {"question": "g", "type": "grupo"}, {"question": "x", "group": "g"},
        ]  # fmt: skip

        assert [(f"rows[6].{path}", code)] == faults(*sources, {"when": f"; {when} ;"})

    def test_every_bad_row_is_named(self) -> None:
        """Cells first; then what rows say of one another."""
        assert [("rows[0].type", "choice"), ("rows[2].required", "type")] == faults(
            {"type": "x"}, {}, {"required": "x"}
        )
        assert [
            ("rows[1].question", "duplicate"),
            ("rows[2].group", "unknown"),
            ("rows[0].when", "unknown"),
            ("rows[1].when.value", "answer"),
            ("rows[1].when", "condition"),
        ] == faults(
            {"when": "q9 = si"}, {"question": "q1", "when": "q1 = x; nada"}, {"group": "q1"}
        )

    def test_too_many_conditions(self) -> None:
        """At most a hundred for one question."""
        assert [("rows[1].when", "limit")] == faults({}, {"when": "q1 = si;" * 101, "match": "all"})

    def test_a_group_stands_in_its_section(self) -> None:
        """Nothing is lost by a slip of the pen."""
        whole: dict[str, object] = {"question": "g", "type": "grupo"}

        assert [("rows[1].group", "unknown")] == faults(whole, {"group": "g", "section": "B"})
        assert [("rows[1].group", "unknown")] == faults(whole, {"group": "q9"}, {"group": "g"})

    def test_groups_form_no_ring(self) -> None:
        """They would hold themselves, and their questions would be lost."""
        ring: list[dict[str, object]] = [
            {"question": f"g{n}", "type": "grupo", "group": f"g{(n + 1) % 3}"} for n in range(3)
        ]

        assert [(f"rows[{n}].group", "depth") for n in (0, 1, 2, 3)] == faults(
            *ring, {"group": "g1"}, {}
        )

    @pytest.mark.parametrize("depth", [16, 17, 2000])
    def test_groups_lie_sixteen_levels_deep(self, depth: int) -> None:
        """The question is the sixteenth; a tower of groups ends in no foreign error."""
        tower: list[dict[str, object]] = [
            {"question": f"g{n}", "type": "grupo", "group": f"g{n - 1}" if n else None}
            for n in range(1, depth)
        ]
        tower[0]["group"] = None
        last: dict[str, object] = {"group": f"g{depth - 1}"}
        if depth == 16:
            assert 16 == len(read(plain(*tower, last), columns=None).questions)
        else:
            assert ("rows[16].group", "depth") == faults(*tower, last)[0]

    def test_what_the_whole_refuses_is_refused(self) -> None:
        """The constructor has the last word."""
        with pytest.raises(InconsistentError, match="must not depend on itself"):
            read(plain({"when": "q1 = si"}), columns=None)
        with pytest.raises(InconsistentError, match="all or any"):
            read(plain({}, {"when": "q1 = si; q1 = no"}), columns=None)
        with pytest.raises(InconsistentError, match="if it is a choice or a kinship"):
            read(plain({"type": "parentesco"}), columns=None, relations=())

    @pytest.mark.parametrize(
        ("rows", "columns", "code"),
        [
            ([], None, "empty"), (7, None, "type"), ([7], None, "type"), ("hoja", None, "type"),
            ([{"section": "A"}], None, "missing"), (plain({}), {"x": "y"}, "unknown"),
            (plain({}), {"when": "Condición"}, "missing"), (plain({}), 7, "type"),
        ],
    )  # fmt: skip
    def test_the_sheet(self, rows: Any, columns: Any, code: str) -> None:
        """It has rows, and the columns it is said to have."""
        with pytest.raises(InvalidValueError) as caught:
            read(rows, columns=columns)

        assert code == caught.value.faults[0].code
