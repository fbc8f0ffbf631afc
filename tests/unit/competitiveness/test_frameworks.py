"""Frameworks: what does not fit is refused, all of it at once, and rows are read with care."""

from __future__ import annotations

import math
import pickle
from collections.abc import Callable, Mapping
from typing import Any

import attrs
import pytest

from imss_integrity.competitiveness import STAGES_2019, Criterion, Framework, Subcriterion
from imss_integrity.kernel import (
    InconsistentError,
    InvalidValueError,
    Source,
    Status,
    Text,
)

Rows = list[dict[str, object]]
HEADERS = {
    "criterion": "Criterio",
    "criterion_points": "Puntos",
    "subcriterion": "Sub",
    "subcriterion_points": "Puntos sub",
    "name_es": "Nombre",
    "name_en": "Inglés",
}


def sub(code: str, points: int, *references: str) -> Subcriterion:
    """Give a subcriterion."""
    return Subcriterion(code=code, name=Text(code), points=points, cross_references=references)


def criterion(code: str, points: int, *subs: Subcriterion) -> Criterion:
    """Give a criterion."""
    return Criterion(code=code, name=Text(code), points=points, subcriteria=subs)


def framework(*criteria: Criterion, **fields: Any) -> Framework:
    """Give a framework."""
    return Framework(code="m", name=Text("Marco"), version="1", criteria=criteria, **fields)


def rows() -> Rows:
    """Give the rows of a framework of two criteria and three subcriteria."""
    return [
        {"criterion": "A", "criterion_points": 600, "name_es": "Planeación", "name_en": "Planning"},
        {"criterion": "A", "subcriterion": "A1", "subcriterion_points": 400, "name_es": "Enfoque"},
        {"criterion": "A", "subcriterion": "A2", "subcriterion_points": 200},
        {"criterion": "B", "criterion_points": 400, "subcriterion": "B1",
         "subcriterion_points": 400, "name_es": "Procesos", "name_en": "Processes"},
    ]  # fmt: skip


def with_cell(number: int, **cells: object) -> Rows:
    """Give the rows with cells of row *number* replaced."""
    changed = rows()
    changed[number - 1] |= cells
    return changed


class TestConstructor:
    """A framework that does not add up cannot exist."""

    def test_all_faults_are_told_at_once(self) -> None:
        """Sums, repeated codes and references to nothing, in one error."""
        with pytest.raises(InconsistentError) as caught:
            framework(
                criterion("A", 500, sub("a", 100), sub("a", 300)),
                criterion("A", 400, sub("b", 100, "b", "zz1")),
            )
        codes = [fault.code for fault in caught.value.faults]

        assert ["sum", "sum", "sum", "duplicate", "duplicate", "unknown", "unknown"] == codes
        assert "the subcriteria of 'A' must add up to 500: they add up to 400" in str(caught.value)
        assert "the criteria must add up to 1000: they add up to 900" in str(caught.value)
        assert "los puntos de los criterios deben sumar 1000: suman 900" in caught.value.text.es
        assert "'cross_references' must name another subcriterion: got 'zz1'" in str(caught.value)

    @pytest.mark.parametrize("code", ["", "a b", "ñ", "-a", "a" * 65, 1, None])
    @pytest.mark.parametrize(
        "make",
        [
            lambda code: sub(code, 1),
            lambda code: criterion(code, 1, sub("a", 1)),
            lambda code: attrs.evolve(framework(criterion("A", 1000, sub("a", 1000))), code=code),
            lambda code: attrs.evolve(
                framework(criterion("A", 1000, sub("a", 1000))), version=code
            ),
            lambda code: sub("a", 1, code),
        ],
    )
    def test_codes_have_a_grammar(self, make: Callable[[Any], object], code: object) -> None:
        """Of ASCII letters, digits, dots and dashes."""
        with pytest.raises(InvalidValueError):
            make(code)

    @pytest.mark.parametrize("points", [0, -1, 1_000_001, True, 1.0, "1", None])
    def test_points_are_whole_and_above_zero(self, points: Any) -> None:
        """In subcriteria, criteria and in total."""
        with pytest.raises(InvalidValueError, match="'points' must be a whole number"):
            sub("a", points)
        with pytest.raises(InvalidValueError, match="'points' must be a whole number"):
            criterion("A", points, sub("a", 1))
        with pytest.raises(InvalidValueError, match="'total' must be a whole number"):
            framework(criterion("A", 1000, sub("a", 1000)), total=points)

    def test_what_is_empty_is_refused(self) -> None:
        """A criterion needs a subcriterion, a framework a criterion."""
        with pytest.raises(InvalidValueError, match="'subcriteria' must have 1 to"):
            criterion("A", 1000)
        with pytest.raises(InvalidValueError, match="'criteria' must have 1 to"):
            framework()

    def test_a_framework_knows_its_order(self) -> None:
        """Subcriteria stand as they were given; another total than 1000 is stated."""
        made = framework(
            criterion("A", 3, sub("z", 1, "a"), sub("a", 2)), criterion("B", 4, sub("m", 4)),
            total=7,
        )  # fmt: skip

        assert ["z", "a", "m"] == [one.code for one in made.subcriteria]
        assert made.positions == {"z": 0, "a": 1, "m": 2}
        assert made.identity == "m 1"
        assert made == pickle.loads(pickle.dumps(made))  # noqa: S301 - own bytes

    def test_status_and_sources_are_those_of_framework_and_scale(self) -> None:
        """The weaker of both; a framework without a source rests on its scale alone."""
        made = framework(criterion("A", 1000, sub("a", 1000)), status=Status.OFFICIAL)
        source = Source(code="a-norma", title=Text("Norma"))

        assert made.weakest_status is Status.DERIVED
        assert made.all_sources == (STAGES_2019.source,)
        assert attrs.evolve(made, source=source).all_sources == (source, STAGES_2019.source)
        assert attrs.evolve(made, status=Status.OWN).weakest_status is Status.OWN


class TestFromRecords:
    """A spreadsheet becomes a framework, or every bad row is told."""

    def test_rows_become_criteria(self) -> None:
        """Names, points and order are those of the rows."""
        made = Framework.from_records(rows(), version="2026")

        assert made.identity == "marco 2026"
        assert made.name == Text("marco")
        assert made.criteria == (
            Criterion(
                code="A",
                name=Text("Planeación", "Planning"),
                points=600,
                subcriteria=(
                    Subcriterion(code="A1", name=Text("Enfoque"), points=400),
                    sub("A2", 200),
                ),
            ),
            Criterion(
                code="B",
                name=Text("B"),
                points=400,
                subcriteria=(
                    Subcriterion(code="B1", name=Text("Procesos", "Processes"), points=400),
                ),
            ),
        )

    def test_other_headers_are_mapped_and_other_columns_ignored(self) -> None:
        """By *columns*: field -> header."""
        spanish: Rows = [
            {HEADERS[field]: cell for field, cell in row.items()} | {"Notas": object()}
            for row in rows()
        ]
        made = Framework.from_records(spanish, version="1", columns=HEADERS)

        assert made.criteria == Framework.from_records(rows(), version="1").criteria

    def test_all_that_is_not_in_rows_is_an_argument(self) -> None:
        """Code, name, total, source and status."""
        source = Source(code="norma", title=Text("Norma"))
        made = Framework.from_records(
            [{"criterion": "A", "criterion_points": 7, "subcriterion": "a",
              "subcriterion_points": 7}],
            version="1", code="mio", name=Text("Mío"), total=7, source=source,
            status=Status.REPORTED,
        )  # fmt: skip

        assert (made.code, made.name, made.total) == ("mio", Text("Mío"), 7)
        assert (made.source, made.status) == (source, Status.REPORTED)

    @pytest.mark.parametrize("points", [400, 400.0, "400", " 400 ", "400.0"])
    def test_whole_numbers_come_in_several_shapes(self, points: object) -> None:
        """As spreadsheets and data frames give them."""
        made = Framework.from_records(with_cell(2, subcriterion_points=points), version="1")

        assert made.subcriteria[0].points == 400

    @pytest.mark.parametrize("blank", [None, "", "  ", math.nan])
    def test_points_of_a_criterion_may_stand_once(self, blank: object) -> None:
        """Its other rows are blank."""
        made = Framework.from_records(with_cell(2, criterion_points=blank), version="1")

        assert made.criteria[0].points == 600

    @pytest.mark.parametrize(
        ("cells", "message"),
        [
            ({"criterion": None}, "row 2: 'criterion' must hold a value: got nothing"),
            ({"criterion": 1}, "row 2: 'criterion' must be text; read this column as text"),
            ({"subcriterion": 1.1}, "row 2: 'subcriterion' must be text; read this column as text"),
            ({"subcriterion": "A 1"}, "row 2: 'subcriterion' must be a code"),
            ({"subcriterion_points": None}, "row 2: 'subcriterion_points' must hold a value"),
            ({"subcriterion_points": math.nan}, "row 2: 'subcriterion_points' must hold a value"),
            ({"subcriterion_points": 0.4}, "row 2: 'subcriterion_points' must be a whole number"),
            ({"subcriterion_points": True}, "row 2: 'subcriterion_points' must be a whole number"),
            ({"subcriterion_points": 0}, "row 2: 'subcriterion_points' must be a whole number fr"),
            ({"criterion_points": "mil"}, "row 2: 'criterion_points' must be a whole number"),
            ({"name_es": 7}, "row 2: 'name_es' must be text"),
            ({"name_es": "a\tb"}, "row 2: 'name_es' must be free of control"),
            ({"name_en": "x" * 201}, "row 2: 'name_en' must have at most 200 characters"),
        ],
    )
    def test_a_bad_row_is_named(self, cells: dict[str, object], message: str) -> None:
        """With its number, counted from 1."""
        with pytest.raises(InvalidValueError) as caught:
            Framework.from_records(with_cell(2, **cells), version="1")

        assert str(caught.value).startswith(message)

    def test_all_bad_rows_are_named_at_once(self) -> None:
        """In their order."""
        bad: Rows = [{**row, "criterion": 5} for row in rows()]
        with pytest.raises(InvalidValueError) as caught:
            Framework.from_records(bad, version="1")

        assert [f"rows[{n}].criterion" for n in range(4)] == [
            fault.path for fault in caught.value.faults
        ]

    @pytest.mark.parametrize(
        ("made", "message"),
        [
            (with_cell(1, criterion_points=None), "'A' must have points, the same in all its rows"),
            (with_cell(2, criterion_points=1), "'A' must have points, the same in all its rows"),
            (with_cell(4, subcriterion=""), "'B' must have at least one subcriterion"),
            (with_cell(3, subcriterion="A1"), "'subcriteria' must repeat no code: got 'A1'"),
            (with_cell(3, subcriterion_points=100), "'A' must add up to 600: they add up to 500"),
            (with_cell(4, criterion_points=1, subcriterion_points=1), "they add up to 601"),
        ],
    )
    def test_rows_that_do_not_fit_together(self, made: Rows, message: str) -> None:
        """Points that are lacking, two kinds of them, empty criteria, repeated codes."""
        with pytest.raises(InconsistentError) as caught:
            Framework.from_records(made, version="1")

        assert message in str(caught.value)

    @pytest.mark.parametrize("given", [[], iter(()), "rows", {"criterion": "A"}, None, 5, [1]])
    def test_what_is_no_table_is_refused(self, given: Any) -> None:
        """An empty one too; a data frame must be turned into records first."""
        with pytest.raises(InvalidValueError, match="'rows' must"):
            Framework.from_records(given, version="1")

    def test_rows_are_read_once_and_not_changed(self) -> None:
        """A generator will do."""
        given = rows()
        frozen: list[Mapping[str, object]] = [dict(row) for row in given]

        assert Framework.from_records((row for row in given), version="1").total == 1000
        assert frozen == given
