"""Measurements from the rows of a spreadsheet: forgiving in shape, strict in meaning."""

from __future__ import annotations

import math
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity import strategies
from imss_integrity.kernel import InvalidValueError, Text
from imss_integrity.pdca import Cadence, Indicator, Measure, Measurement, measurements
from imss_integrity.statistics import Improvement

WAITING = Indicator(
    code="espera",
    name=Text("Espera", "Waiting"),
    unit=Text("minutos", "minutes"),
    measure=Measure.VALUE,
    wanted=Improvement.DOWN,
    cadence=Cadence.MONTHLY,
)
FALLS = attrs.evolve(WAITING, measure=Measure.COUNT)
COMPLAINTS = attrs.evolve(WAITING, measure=Measure.PROPORTION)
INFECTIONS = attrs.evolve(WAITING, measure=Measure.RATE, per=1000)
MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)
Rows = list[dict[str, object]]


def refused(rows: Any, indicator: Indicator = WAITING, **more: Any) -> list[tuple[str, str]]:
    """Give path and code of each fault, after a look at both languages."""
    with pytest.raises(InvalidValueError) as caught:
        measurements(rows, indicator=indicator, **more)
    for fault in caught.value.faults:
        assert fault.text.en is not None
        assert fault.text.en != fault.text.es
        if fault.path.startswith("rows["):
            number = int(fault.path[5 : fault.path.index("]")]) + 1
            assert fault.text.en.startswith(f"row {number}: ")
            assert fault.text.es.startswith(f"fila {number}: ")
    return [(fault.path, fault.code) for fault in caught.value.faults]


class TestCells:
    """A cell may have any shape that a sheet gives it."""

    @pytest.mark.parametrize(
        ("cell", "value"),
        [
            (12.1, Fraction(121, 10)),
            (0.1, Fraction(1, 10)),
            (1e-05, Fraction(1, 100_000)),
            (-3.0, Fraction(-3)),
            (7, Fraction(7)),
            ("12.1", Fraction(121, 10)),
            (" 1/3 ", Fraction(1, 3)),
            (Decimal("12.10"), Fraction(121, 10)),
            (Fraction(1, 3), Fraction(1, 3)),
            (np.float64(12.1), Fraction(121, 10)),
            (np.float32(12.1), Fraction(121, 10)),
            (np.int64(7), Fraction(7)),
        ],
    )
    def test_values_are_exact(self, cell: object, value: Fraction) -> None:
        """What the sheet shows is what is read."""
        (one,) = measurements([{"start": MAY, "value": cell}], indicator=WAITING)
        assert value == one.value

    @pytest.mark.parametrize("cell", [36, 36.0, "36", " 36.0 ", np.int16(36), np.float32(36)])
    def test_counts_are_whole(self, cell: object) -> None:
        """Numerators, denominators and counts of events."""
        rows: Rows = [{"start": MAY, "numerator": cell, "denominator": cell}]
        (one,) = measurements(rows, indicator=COMPLAINTS)
        assert (36, 36) == (one.numerator, one.denominator)
        (events,) = measurements([{"start": MAY, "value": cell}], indicator=FALLS)
        assert 36 == events.value

    @pytest.mark.parametrize(
        "cell",
        [date(2026, 2, 1), "2026-02-01", " 2026-02-01", datetime(2026, 2, 1)],  # noqa: DTZ001
    )
    def test_the_first_day_gives_the_period(self, cell: object) -> None:
        """Its last day follows from the cadence, from whatever day it starts."""
        (one,) = measurements([{"start": cell, "value": 1}], indicator=WAITING)
        assert (date(2026, 2, 1), date(2026, 2, 28)) == (one.period.start, one.period.end)

    @pytest.mark.parametrize("cell", [None, "", "  ", math.nan, np.nan, Decimal("NaN")])
    def test_blank_is_not_measured(self, cell: object) -> None:
        """A row whose level is blank is left out; 0 is a level."""
        rows: Rows = [{"start": MAY, "value": cell}, {"start": JUNE, "value": 0}]
        assert [JUNE] == [one.period.start for one in measurements(rows, indicator=WAITING)]
        pairs: Rows = [
            {"start": MAY, "numerator": cell, "denominator": cell},
            {"start": JUNE, "numerator": 0, "denominator": 9},
        ]
        assert [0] == [one.numerator for one in measurements(pairs, indicator=COMPLAINTS)]

    def test_nothing_measured_at_all(self) -> None:
        """Is no fault where there are rows."""
        assert () == measurements([{"start": MAY, "value": None}], indicator=WAITING)

    def test_spanish_headers(self) -> None:
        """Field -> header."""
        rows: Rows = [{"Mes": "2026-05-01", "Infecciones": 3.0, "Días-paciente": "1200"}]
        headers = {"start": "Mes", "numerator": "Infecciones", "denominator": "Días-paciente"}
        (one,) = measurements(iter(rows), indicator=INFECTIONS, columns=headers)
        assert (3, 1200) == (one.numerator, one.denominator)


class TestFaults:
    """Every bad row is named at once, by its number."""

    @pytest.mark.parametrize(
        ("indicator", "row", "expected"),
        [
            (WAITING, {"start": None, "value": 1}, ("start", "missing")),
            (WAITING, {"start": "01/05/2026", "value": 1}, ("start", "day")),
            (WAITING, {"start": 46023, "value": 1}, ("start", "day")),
            (WAITING, {"start": MAY, "value": "mucho"}, ("value", "type")),
            (WAITING, {"start": MAY, "value": True}, ("value", "type")),
            (WAITING, {"start": MAY, "value": "1,5"}, ("value", "type")),
            (WAITING, {"start": MAY, "value": math.inf}, ("value", "type")),
            (WAITING, {"start": MAY, "value": np.float32("inf")}, ("value", "type")),
            (WAITING, {"start": MAY, "value": np.True_}, ("value", "type")),
            (WAITING, {"start": MAY, "value": 2**53}, ("value", "range")),
            (WAITING, {"start": MAY, "value": 1e300}, ("value", "type")),
            (FALLS, {"start": MAY, "value": 1.5}, ("value", "range")),
            (FALLS, {"start": MAY, "value": -1}, ("value", "range")),
            (COMPLAINTS, {"start": MAY, "numerator": 41, "denominator": 40},
                ("numerator", "range")),
            (COMPLAINTS, {"start": MAY, "numerator": 1, "denominator": 0},
                ("denominator", "range")),
            (COMPLAINTS, {"start": MAY, "numerator": -1, "denominator": 1},
                ("numerator", "range")),
            (COMPLAINTS, {"start": MAY, "numerator": 0.9, "denominator": 1},
                ("numerator", "type")),
            (COMPLAINTS, {"start": MAY, "numerator": None, "denominator": 40},
                ("numerator", "missing")),
            (COMPLAINTS, {"start": MAY, "numerator": 1, "denominator": ""},
                ("denominator", "missing")),
            (INFECTIONS, {"start": MAY, "numerator": 1, "denominator": 0},
                ("denominator", "range")),
        ],
    )  # fmt: skip
    def test_one_bad_row(
        self, indicator: Indicator, row: dict[str, object], expected: tuple[str, str]
    ) -> None:
        """The row says which cell, whatever stands around it."""
        path, code = expected
        good: dict[str, object] = {"value": 1, "numerator": 1, "denominator": 2}
        rows: Rows = [good | {"start": "2026-01-01"}, row, good | {"start": "2026-02-01"}]
        assert [(f"rows[1].{path}", code)] == refused(rows, indicator)

    def test_all_at_once(self) -> None:
        """Wrong shapes, wrong levels, each with its number; good rows change nothing."""
        rows: Rows = [
            {"start": "2026-04-01", "numerator": 3, "denominator": 2},
            {"start": "2026-03-01", "numerator": 1, "denominator": 2},
            {"start": "mayo", "numerator": 1, "denominator": 2},
            {"start": "2026-01-01", "numerator": 1, "denominator": 0},
            {"start": "2026-06-01"},
        ]
        assert [
            ("rows[0].numerator", "range"),
            ("rows[2].start", "day"),
            ("rows[3].denominator", "range"),
        ] == refused(rows, COMPLAINTS)

    @pytest.mark.parametrize(
        ("starts", "expected"),
        [
            (["2026-05-01", "2026-05-01"], {1: 1}),
            (["2026-05-01", "2026-05-31"], {1: 1}),
            (["2026-05-31", "2026-05-01"], {0: 2}),
            (["2026-05-01", "2026-06-01"], {}),
            (["2026-06-01", "2026-01-01", "2026-06-15", "2026-01-31"], {3: 2, 2: 1}),
        ],
    )
    def test_no_two_rows_cover_one_day(self, starts: list[str], expected: dict[int, int]) -> None:
        """The later period is named, with the row that it runs into; the next day is free."""
        rows: Rows = [{"start": start, "value": 1} for start in starts]
        if not expected:
            assert len(starts) == len(measurements(rows, indicator=WAITING))
            return
        with pytest.raises(InvalidValueError) as caught:
            measurements(rows, indicator=WAITING)
        assert [(f"rows[{row}].start", "order") for row in expected] == refused(rows)
        for fault, other in zip(caught.value.faults, expected.values(), strict=True):
            assert str(fault.text.en).endswith(f"it lies in that of row {other}")

    @pytest.mark.parametrize(
        ("rows", "more", "expected"),
        [
            ([], {}, ("rows", "empty")),
            (None, {}, ("rows", "type")),
            ([{"start": MAY}], {}, ("rows", "missing")),
            ([{"value": 1}], {}, ("rows", "missing")),
            ([{"start": MAY, "value": 1}], {"columns": {"mes": "start"}}, ("columns", "unknown")),
            ([{"start": MAY, "value": 1}], {"columns": {"value": "Valor"}}, ("rows", "missing")),
            ([{"start": MAY, "value": 1}], {"columns": "start"}, ("columns", "type")),
            ([{"start": MAY, "value": 1}], {"indicator": "espera"}, ("indicator", "type")),
        ],
    )
    def test_sheets(self, rows: Any, more: dict[str, Any], expected: tuple[str, str]) -> None:
        """No row, no column, no indicator."""
        assert [expected] == refused(rows, **more)

    def test_the_days_of_the_library_end(self) -> None:
        """A period that would leave them is refused in its row."""
        rows: Rows = [{"start": "2200-12-02", "value": 1}]
        ((path, code),) = refused(rows)
        assert path.startswith("rows[0].")
        assert "range" == code


@given(data=st.data(), indicator=strategies.indicators())
def test_rows_and_measurements_go_round(data: st.DataObject, indicator: Indicator) -> None:
    """In any order of the rows, with blank ones between them."""
    series = data.draw(strategies.measurement_series(indicator, max_size=12))
    rows: Rows = [row_of(one) for one in series]
    after = series[-1].period.end + timedelta(days=1)
    rows.append({"start": after, "value": None, "numerator": "", "denominator": math.nan})
    shuffled = data.draw(st.permutations(rows))
    assert series == measurements(shuffled, indicator=indicator)


def row_of(one: Measurement) -> dict[str, object]:
    """Give a measurement as a row."""
    return {
        "start": one.period.start,
        "value": one.value,
        "numerator": one.numerator,
        "denominator": one.denominator,
    }
