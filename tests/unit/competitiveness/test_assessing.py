"""Assessments: one percent a subcriterion, on the lattice; rows are read or refused as a whole."""

from __future__ import annotations

import math
import pickle
from datetime import date, datetime
from typing import Any

import attrs
import numpy as np
import pytest

from imss_integrity.catalog import REFERENCE_FRAMEWORK
from imss_integrity.competitiveness import (
    AGREED,
    Assessment,
    Criterion,
    Framework,
    Subcriterion,
    assessments,
)
from imss_integrity.kernel import InconsistentError, InvalidValueError, Period, Text

FRAMEWORK = Framework(
    code="m",
    name=Text("m"),
    version="1",
    criteria=(
        Criterion(
            code="1",
            name=Text("Uno"),
            points=1000,
            subcriteria=tuple(
                Subcriterion(code=code, name=Text(code), points=500) for code in ("1.1", "1.2")
            ),
        ),
    ),
)
YEAR = Period.year(2025)
ROW: dict[str, object] = {
    "unit": "UMF-900",
    "start": "2025-01-01",
    "end": "2025-12-31",
    "evaluator": "E1",
    "subcriterion": "1.1",
    "percent": 85,
}


def sheet(*percents: Any, **fields: Any) -> Assessment:
    """Give an assessment of a unit in 2025."""
    given = {"unit": "UMF-900", "period": YEAR, "evaluator": "E1", "framework": FRAMEWORK}
    return Assessment(percents=percents, **{**given, **fields})


def read(*changes: dict[str, object]) -> tuple[Assessment, ...]:
    """Read one row for each of *changes*."""
    return assessments([{**ROW, **change} for change in changes], framework=FRAMEWORK)


class TestConstructor:
    """An assessment that its framework cannot score cannot exist."""

    def test_it_holds_its_ratings_in_order(self) -> None:
        """What is missing is told, and is not 0."""
        made = sheet(None, 40)

        assert made.ratings == {"1.1": None, "1.2": 40}
        assert made.missing == ("1.1",)
        assert made == pickle.loads(pickle.dumps(made))  # noqa: S301 - own bytes

    def test_a_framework_is_shown_by_code_and_version(self) -> None:
        """All of it would hide the rest."""
        assert f"framework=<{FRAMEWORK.code} {FRAMEWORK.version}>, percents=" in repr(sheet(5, 5))

    def test_an_evaluator_is_not_shown(self) -> None:
        """Neither by repr."""
        assert "E777" not in repr(sheet(5, 5, evaluator="E777"))

    @pytest.mark.parametrize("percents", [(), (5,), (5, 5, 5)])
    def test_there_is_one_percent_a_subcriterion(self, percents: tuple[int, ...]) -> None:
        """Neither more nor fewer."""
        with pytest.raises(InconsistentError, match="one value for each subcriterion"):
            sheet(*percents)

    @pytest.mark.parametrize("percent", [17, -5, 105, 85.0, "85", True, 0.85])
    def test_percents_lie_on_the_lattice(self, percent: object) -> None:
        """Every one that does not is named by its subcriterion."""
        with pytest.raises(InvalidValueError) as caught:
            sheet(percent, percent)

        assert ["ratings[1.1]", "ratings[1.2]"] == [fault.path for fault in caught.value.faults]
        assert "'1.2' must be a multiple of 5 from 0 to 100" in str(caught.value)
        assert "no se redondea" in caught.value.text.es

    @pytest.mark.parametrize(
        "fields",
        [
            {"unit": "UMF 900"},
            {"unit": 900},
            {"period": 2025},
            {"evaluator": "Juana Pérez"},
            {"framework": "m"},
        ],
    )
    def test_fields_have_rules(self, fields: dict[str, object]) -> None:
        """A name is no code of an evaluator, and a message never repeats it."""
        with pytest.raises(InvalidValueError) as caught:
            sheet(5, 5, **fields)

        assert "Juana" not in str(caught.value)

    def test_a_list_of_percents_is_refused(self) -> None:
        """Only a tuple is hashable."""
        listed: Any = [5, 5]
        with pytest.raises(InvalidValueError, match="'percents' must be of type tuple"):
            attrs.evolve(sheet(5, 5), percents=listed)

    def test_ratings_by_code(self) -> None:
        """What is left out is not yet rated; every foreign code is named."""
        given: dict[str, Any] = {"unit": "u", "period": YEAR, "evaluator": AGREED}
        made = Assessment.of(FRAMEWORK, {"1.2": 5}, **given)

        assert made.percents == (None, 5)
        pairs: Any = [("1.2", 5)]
        with pytest.raises(InvalidValueError, match="'ratings' must be a mapping from code"):
            Assessment.of(FRAMEWORK, pairs, **given)
        with pytest.raises(InconsistentError, match="must name subcriteria of the framework") as e:
            Assessment.of(FRAMEWORK, {"9.8": 5, "9.9": 5}, **given)
        assert len(e.value.faults) == 2


class TestRows:
    """Rows of a spreadsheet become assessments, or every bad row is told and none is made."""

    def test_rows_are_grouped_and_ordered(self) -> None:
        """By unit, first day, last day, evaluator; what no row tells is not yet rated."""
        made = read(
            {"unit": "Z", "percent": 5},
            {"evaluator": "E2", "percent": 10},
            {"end": "2025-06-30", "percent": 15},
            {"percent": 20, "subcriterion": "1.2"},
            {"start": "2024-01-01", "percent": 25},
        )
        half = Period(start=date(2025, 1, 1), end=date(2025, 6, 30))
        both = Period(start=date(2024, 1, 1), end=date(2025, 12, 31))

        assert made == (
            sheet(25, None, period=both),
            sheet(15, None, period=half),
            sheet(None, 20),
            sheet(10, None, evaluator="E2"),
            sheet(5, None, unit="Z"),
        )

    @pytest.mark.parametrize(
        "percent", [85, 85.0, "85", "85.0", " 85 ", np.int64(85), np.float64(85)]
    )
    def test_a_percent_comes_in_several_shapes(self, percent: object) -> None:
        """As spreadsheets and data frames give them."""
        assert read({"percent": percent}) == (sheet(85, None),)

    @pytest.mark.parametrize("blank", [None, "", "   ", math.nan, np.float64("nan")])
    def test_a_blank_percent_is_not_yet_rated(self, blank: object) -> None:
        """It is not 0; but the column must be there, or a slip in its name would be blank."""
        without = {key: cell for key, cell in ROW.items() if key != "percent"}

        assert read({"percent": blank}) == (sheet(None, None),)
        with pytest.raises(InvalidValueError, match="have the column of 'percent'"):
            assessments([without], framework=FRAMEWORK)

    @pytest.mark.parametrize("share", [0.85, "0.85", ".85", np.float64(0.85)])
    def test_a_share_is_refused_with_a_question(self, share: object) -> None:
        """It is never taken for 0 % or 1 %."""
        with pytest.raises(InvalidValueError, match=r"row 1: 'percent' .* is 85 % meant\?") as e:
            read({"percent": share})

        assert "¿quiso decir 85 %?" in e.value.text.es

    @pytest.mark.parametrize("percent", [True, "85 %", "ochenta", 85.5, "1e2", math.inf, [85]])
    def test_what_is_no_whole_number_is_refused(self, percent: object) -> None:
        """True is not 1, and nothing is rounded."""
        with pytest.raises(InvalidValueError, match="row 1: 'percent' must be a whole number"):
            read({"percent": percent})

    @pytest.mark.parametrize("percent", [1, 22, -5, 105, 10**12])
    def test_what_lies_off_the_lattice_is_refused(self, percent: int) -> None:
        """Also from rows."""
        with pytest.raises(InvalidValueError, match="row 1: 'percent' must be a multiple of 5"):
            read({"percent": percent})

    @pytest.mark.parametrize("field", ["unit", "evaluator", "subcriterion"])
    def test_a_code_that_arrived_as_a_number_is_refused(self, field: str) -> None:
        """With the advice to read the column as text."""
        for number in (1, 1.1, np.int64(7)):
            with pytest.raises(InvalidValueError, match=r"read this column as text \(dtype=str\)"):
                read({field: number})

    @pytest.mark.parametrize("field", ["unit", "start", "end", "evaluator", "subcriterion"])
    def test_only_a_percent_may_be_blank(self, field: str) -> None:
        """The row and the column are named."""
        with pytest.raises(InvalidValueError, match=f"row 1: '{field}' must hold a value") as e:
            read({field: math.nan})

        assert e.value.faults[0].path == f"rows[0].{field}"

    @pytest.mark.parametrize("day", ["2025-02-30", "01/02/2025", "2025", 45000, "2025-1-1"])
    def test_days_have_one_form(self, day: object) -> None:
        """An existing day, year first."""
        with pytest.raises(InvalidValueError, match="row 1: 'start' must be an existing day"):
            read({"start": day})

    @pytest.mark.parametrize("day", [date(2025, 1, 1), datetime(2025, 1, 1), " 2025-01-01 "])  # noqa: DTZ001 - data frames give naive midnights
    def test_days_may_come_as_dates(self, day: object) -> None:
        """Or as midnights, as data frames give them."""
        assert read({"start": day, "percent": 5}) == (sheet(5, None),)

    def test_a_period_does_not_end_before_it_starts(self) -> None:
        """The row is named."""
        with pytest.raises(InvalidValueError, match="row 1: 'end' must not precede 'start'"):
            read({"end": "2024-12-31"})

    def test_a_foreign_subcriterion_is_refused(self) -> None:
        """It belongs to another framework."""
        with pytest.raises(InvalidValueError, match=r"row 1: .* name subcriteria of the framework"):
            read({"subcriterion": "9.9"})

    def test_a_subcriterion_is_rated_once_in_a_sheet(self) -> None:
        """Each row that repeats one is named, whether it says the same or not."""
        with pytest.raises(InconsistentError) as caught:
            read({}, {"percent": 5}, {"subcriterion": "1.2"}, {"subcriterion": "1.2"}, {})

        assert ["rows[1].subcriterion", "rows[3].subcriterion", "rows[4].subcriterion"] == [
            fault.path for fault in caught.value.faults
        ]
        assert "row 2: 'subcriterion' must be rated once in a sheet" in str(caught.value)

    def test_every_bad_row_is_told_and_nothing_is_made(self) -> None:
        """Good rows between them do not matter."""
        with pytest.raises(InvalidValueError) as caught:
            read({"percent": 0.5}, {}, {"unit": 7}, {"subcriterion": "x9"}, {"end": "1999-01-01"})

        assert ["rows[0].percent", "rows[2].unit", "rows[3].subcriterion", "rows[4].end"] == [
            fault.path for fault in caught.value.faults
        ]

    def test_beyond_fifty_faults_are_counted(self) -> None:
        """So that a message stays short."""
        with pytest.raises(InvalidValueError) as caught:
            assessments([{**ROW, "percent": "x"}] * 60, framework=FRAMEWORK)

        assert len(caught.value.faults) == 51
        assert caught.value.faults[-1].text == Text("y 10 faltas más", "and 10 more faults")

    @pytest.mark.parametrize("rows", [[], (), "rows", ROW, None, [ROW, None]])
    def test_what_is_no_table_is_refused(self, rows: Any) -> None:
        """An empty one too."""
        with pytest.raises(InvalidValueError, match="'rows' must"):
            assessments(rows, framework=FRAMEWORK)

    def test_spanish_headers_are_mapped(self) -> None:
        """By *columns*: field -> header; other columns are ignored."""
        columns = {"unit": "Unidad", "subcriterion": "Sub", "percent": "%", "start": "Desde",
                   "end": "Hasta", "evaluator": "Evaluador"}  # fmt: skip
        row = {columns[field]: cell for field, cell in ROW.items()}
        made = assessments([{**row, "Notas": "x"}], framework=FRAMEWORK, columns=columns)

        assert made == (sheet(85, None),)
        with pytest.raises(InvalidValueError, match="row 1: 'percent' must be a multiple"):
            assessments([{**row, "%": 3}], framework=FRAMEWORK, columns=columns)

    def test_the_reference_framework_reads_a_sheet(self) -> None:
        """All its subcriteria, in any order."""
        rows = [
            {**ROW, "subcriterion": code} for code in reversed([*REFERENCE_FRAMEWORK.positions])
        ]

        assert assessments(rows, framework=REFERENCE_FRAMEWORK)[0].percents == (85,) * 24


@pytest.mark.parametrize("ratings", [None, [], "1.1", 40, (("1.1", 40),)])
def test_ratings_are_a_mapping(ratings: Any) -> None:
    """Anything else is refused before a half-made assessment exists."""
    with pytest.raises(InvalidValueError, match="'ratings' must be a mapping"):
        Assessment.of(
            REFERENCE_FRAMEWORK, ratings, unit="U1", period=Period.year(2025), evaluator="E1"
        )


def test_no_sheet_calls_itself_agreed() -> None:
    """An agreement comes out of `consensus`, with its reasons, never out of a spreadsheet."""
    row = {
        "unit": "U1",
        "start": "2025-01-01",
        "end": "2025-12-31",
        "evaluator": "consenso",
        "subcriterion": "1.1",
        "percent": "85",
    }
    with pytest.raises(InvalidValueError, match="an agreement comes out of consensus") as caught:
        assessments([row], framework=REFERENCE_FRAMEWORK)
    assert [("rows[0].evaluator", "agreed")] == [(f.path, f.code) for f in caught.value.faults]
