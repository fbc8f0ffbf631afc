"""Rows of a spreadsheet: forgiving in shape, strict in meaning, all faults at once."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.kernel import InvalidValueError
from imss_integrity.kernel import rows as rows_module
from imss_integrity.kernel.fields import WholeNumber
from imss_integrity.kernel.rows import Row
from imss_integrity.strategies import codes, days, names

PERCENT = WholeNumber(0, 100)
NaTType = type("NaTType", (), {})  # named as those of pandas are
NAType = type("NAType", (), {})
NANS = [math.nan, np.float64("nan"), np.float32("nan")]
BLANK = [None, "", " ", "\t\n", "\u3000", *NANS, NaTType(), NAType()]
READERS: list[Callable[[Row], object]] = [
    lambda row: row.code("x"),
    lambda row: row.name("x"),
    lambda row: row.day("x"),
    lambda row: row.whole("x", PERCENT),
    lambda row: row.exact("x"),
    lambda row: row.cell("x"),
]


# Most of these tests are about cells: no column is demanded.
read_rows = partial(rows_module.read_rows, fields=(), optional=("x", "unit", "percent"))


class Frame:
    """Like a data frame: iterating it gives its headers."""

    def __iter__(self) -> Any:
        return iter(["unit", "percent"])


def one(value: object, read: Callable[[Row], object]) -> object:
    """Read the cell *value* of one row."""
    (result,) = read_rows([{"x": value}], read)
    return result


def refusal(value: object, read: Callable[[Row], object]) -> InvalidValueError:
    """Give the error that reading the cell *value* raises."""
    with pytest.raises(InvalidValueError) as caught:
        one(value, read)
    return caught.value


def whole(row: Row) -> int | None:
    """Read a percent."""
    return row.whole("x", PERCENT)


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("value", BLANK)
def test_blanks_are_absent(value: object, read: Callable[[Row], object]) -> None:
    """None, blank text, NaN of any kind, and the blanks of pandas."""
    assert one(value, read) is None


@pytest.mark.parametrize("read", READERS)
def test_a_column_that_is_not_there_is_absent(read: Callable[[Row], object]) -> None:
    """A shorter row is a row with blanks."""
    assert read_rows([{}], read) == (None,)


@pytest.mark.parametrize("value", [None, "", math.nan])
def test_what_is_required_may_not_be_absent(value: object) -> None:
    """The refusal names the column."""
    error = refusal(value, lambda row: row.required("x", row.code))

    assert [(fault.path, fault.code) for fault in error.faults] == [("rows[0].x", "missing")]
    assert one("a", lambda row: row.required("x", row.code)) == "a"


class TestWhole:
    """Whole numbers in any shape that a spreadsheet gives them."""

    @pytest.mark.parametrize(
        "value",
        [
            85, 85.0, "85", " 85 ", "85.0", "85.000", np.int8(85), np.int64(85), np.uint16(85),
            np.float64(85), np.float32(85), Fraction(85), Fraction(170, 2),
        ],
    )  # fmt: skip
    def test_whole_floats_and_numpy_numbers_are_whole(self, value: object) -> None:
        """All of these are 85, as a plain int."""
        number = one(value, whole)

        assert (int, 85) == (type(number), number)

    @given(number=st.integers(0, 100))
    def test_every_percent_is_read_from_every_shape(self, number: int) -> None:
        """Int, float, text, numpy: the same number."""
        shapes = [number, float(number), str(number), f"{number}.0", np.int32(number)]

        assert {number} == {one(shape, whole) for shape in shapes}

    @pytest.mark.parametrize(
        "value", [0.85, "0.85", " 0.85 ", np.float64(0.85), np.float32(0.85), Decimal("0.85")]
    )
    def test_a_share_is_refused_with_a_question(self, value: object) -> None:
        """0.85 is never read as 0 or as 85."""
        error = refusal(value, whole)

        assert "is 85 % meant?" in str(error)
        assert "¿quiso decir 85 %?" in error.text.es

    @pytest.mark.parametrize(
        "value",
        [
            85.5, "85.5", -0.5, "1e2", "85 %", "85%", "0x55", "٨٥", "1,000", "1 000", "--1", "85.",
            "ochenta", True, False, np.True_, math.inf, -math.inf, Fraction(1, 3), [85], b"85", 85j,
            date(2026, 1, 1), "9" * 40, Decimal("85.5"),
        ],
    )  # fmt: skip
    def test_what_is_not_whole_is_refused(self, value: object) -> None:
        """Nothing is rounded, no bool is a number, no exponent or sign of percent is read."""
        error = refusal(value, whole)

        assert [(fault.path, fault.code) for fault in error.faults] == [("rows[0].x", "type")]
        assert "meant" not in str(error)

    def test_numbers_of_thousands_of_digits_make_no_foreign_error(self) -> None:
        """They are out of range, or not whole, like any other."""
        for value in (10**5000, -(10**5000), 1e300, Fraction(10**5000), Fraction(1, 10**5000)):
            assert "is a whole number" not in str(refusal(value, whole))

    @pytest.mark.parametrize("value", [101, -1, "101", 1e15, np.int64(-5), "0101"])
    def test_the_range_is_kept(self, value: object) -> None:
        """The rule that the caller gives decides."""
        assert [fault.code for fault in refusal(value, whole).faults] == ["range"]

    def test_without_a_rule_any_whole_number_is_read(self) -> None:
        """The caller may check the range later."""
        assert one("-7.0", lambda row: row.whole("x")) == -7


class TestExact:
    """Exact numbers: what the sheet shows is what is read."""

    @pytest.mark.parametrize(
        "value",
        [
            12.1, "12.1", " 12.10 ", "121/10", Decimal("12.1"), Fraction(121, 10),
            np.float64(12.1), np.float32(12.1), np.longdouble("12.1"),
        ],
    )  # fmt: skip
    def test_a_float_is_the_shortest_decimal_that_reads_as_it(self, value: object) -> None:
        """Of its own precision: not the binary fraction next to it."""
        number = one(value, lambda row: row.exact("x"))

        assert (Fraction, Fraction(121, 10)) == (type(number), number)

    @given(units=st.integers(-(10**15), 10**15), places=st.integers(0, 15))
    def test_every_decimal_of_fifteen_digits_is_read_as_it_is_shown(
        self, units: int, places: int
    ) -> None:
        """So many digits survive a float."""
        number = Fraction(units, 10**places)

        assert number == one(float(number), lambda row: row.exact("x"))
        assert number == one(f"{Decimal(units).scaleb(-places):f}", lambda row: row.exact("x"))

    @pytest.mark.parametrize("value", [7, np.int8(7), np.uint64(7), 7.0, "7", Fraction(7)])
    def test_whole_numbers_are_exact(self, value: object) -> None:
        """In every shape."""
        assert 7 == one(value, lambda row: row.exact("x"))

    @pytest.mark.parametrize(
        "value",
        [
            True, False, np.True_, "1,5", "1e2", "12 %", "doce", math.inf, np.float32("-inf"),
            1e300, Decimal("Infinity"), "1/0", [1], 1j, date(2026, 1, 1), "9" * 29,
        ],
    )  # fmt: skip
    def test_other_cells_are_refused(self, value: object) -> None:
        """No bool, no infinity, no comma, no exponent as text; nothing is guessed."""
        error = refusal(value, lambda row: row.exact("x"))

        assert [("rows[0].x", "type")] == [(fault.path, fault.code) for fault in error.faults]


class TestCode:
    """Codes are text."""

    @given(code=codes())
    def test_codes_are_read_without_space_at_their_ends(self, code: str) -> None:
        """Leading zeros stay."""
        assert code == one(f" {code}\n", lambda row: row.code("x"))

    @pytest.mark.parametrize("value", [7, 7.0, np.int64(7), np.float64(7), True, Decimal(7)])
    def test_a_code_that_arrived_as_a_number_is_refused(self, value: object) -> None:
        """Its leading zeros are lost; the message says how to keep them."""
        error = refusal(value, lambda row: row.code("x"))

        assert "read this column as text (dtype=str)" in str(error)
        assert "lea esta columna como texto (dtype=str)" in error.text.es

    @pytest.mark.parametrize("value", ["a b", "ñ", "a" * 65, "-"])
    def test_the_grammar_is_kept(self, value: str) -> None:
        """A text is not yet a code."""
        assert [f.code for f in refusal(value, lambda row: row.code("x")).faults] == ["grammar"]


class TestName:
    """Texts for people, in their normal form."""

    @given(name=names())
    def test_sound_names_are_read_as_they_are(self, name: str) -> None:
        """Whatever they look like."""
        assert name == one(f" {name} ", lambda row: row.name("x"))

    def test_names_are_normalised(self) -> None:
        """A letter and its accent become one character."""
        assert one("Jose\u0301 ", lambda row: row.name("x")) == "Jos\u00e9"

    @pytest.mark.parametrize(
        ("code", "value"), [("text", "a\tb"), ("text", "x" * 201), ("type", 5), ("type", True)]
    )
    def test_other_cells_are_refused(self, code: str, value: object) -> None:
        """Control characters, length, numbers."""
        assert [code] == [f.code for f in refusal(value, lambda row: row.name("x")).faults]


class TestDay:
    """Days as a spreadsheet gives them."""

    @given(day=days())
    def test_dates_texts_and_midnights_are_days(self, day: date) -> None:
        """A data frame gives midnight where the sheet has a day, and its text with dtype=str."""
        midnight = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - as a sheet gives it

        for value in (day, str(day), f" {day} ", midnight, str(midnight)):
            assert day == one(value, lambda row: row.day("x"))

    @pytest.mark.parametrize(
        "value",
        [
            datetime(2026, 1, 1, 0, 1), datetime(2026, 1, 1, tzinfo=UTC), 46023, 46023.0,  # noqa: DTZ001
            "01/02/2026", "2026-01-01 00:00:01", "2026-01-01T00:00:00", "00:00:00",
            "2026-02-30", "2026-1-1", True,
        ],
    )  # fmt: skip
    def test_other_cells_are_refused(self, value: object) -> None:
        """Times of day, zones, serial numbers of a sheet, other orders."""
        assert [f.code for f in refusal(value, lambda row: row.day("x")).faults] == ["day"]


class TestReadRows:
    """All bad rows are listed at once."""

    def test_every_bad_row_is_named(self) -> None:
        """Paths count from 0, sentences from 1; good rows between them change nothing."""
        sheet: list[dict[str, object]] = [{"x": x} for x in (5, 0.85, "7", 101, True)]

        with pytest.raises(InvalidValueError) as caught:
            read_rows(sheet, whole)
        faults = caught.value.faults

        assert [f.path for f in faults] == ["rows[1].x", "rows[3].x", "rows[4].x"]
        assert [str(f.text.en)[:6] for f in faults] == ["row 2:", "row 4:", "row 5:"]
        assert [f.text.es[:7] for f in faults] == ["fila 2:", "fila 4:", "fila 5:"]

    @given(good=st.lists(st.booleans(), min_size=1, max_size=30))
    def test_faults_are_those_of_the_bad_rows(self, good: list[bool]) -> None:
        """One for each bad row, in order; without any, every value is given."""
        sheet = [{"x": 1 if is_good else 0.5} for is_good in good]
        bad = [number for number, is_good in enumerate(good) if not is_good]
        if bad:
            with pytest.raises(InvalidValueError) as caught:
                read_rows(iter(sheet), whole)
            assert [f"rows[{n}].x" for n in bad] == [f.path for f in caught.value.faults]
        else:
            assert (1,) * len(good) == read_rows(iter(sheet), whole)

    def test_a_sheet_full_of_faults_makes_a_short_error(self) -> None:
        """Past fifty they are counted."""
        with pytest.raises(InvalidValueError) as caught:
            read_rows([{"x": 0.5}] * 1000, whole)

        assert [f.text.en for f in caught.value.faults[-1:]] == ["and 950 more faults"]
        assert len(caught.value.faults) == 51

    def test_spanish_headers_are_mapped(self) -> None:
        """Field -> header; fields that are not named keep their own name."""
        sheet = [{"Avance (%)": 85.0, "unit": "u1"}]

        values = read_rows(
            sheet,
            lambda row: (row.code("unit"), row.whole("percent", PERCENT)),
            columns={"percent": "Avance (%)"},
        )

        assert values == (("u1", 85),)
        with pytest.raises(InvalidValueError, match="'percent' must be a whole number"):
            read_rows(
                [{"Avance (%)": "x"}],
                lambda row: row.whole("percent", PERCENT),
                columns={"percent": "Avance (%)"},
            )

    @pytest.mark.parametrize("empty", [[], (), iter(())])
    def test_an_empty_sheet_is_refused(self, empty: Iterable[Mapping[str, object]]) -> None:
        """No row is a sign of a wrong sheet."""
        with pytest.raises(InvalidValueError, match="'rows' must have at least one row"):
            read_rows(empty, whole)

    @pytest.mark.parametrize(
        "sheet", [{"x": 1}, "x", b"x", 5, None, Frame(), [["x"]], ["x"], [None], [{"x": 1}, 5]]
    )
    def test_what_is_no_series_of_rows_is_refused(self, sheet: Any) -> None:
        """A mapping, a text, a data frame itself; the message says what to call."""
        with pytest.raises(InvalidValueError, match=r"of a data frame, \.to_dict\('records'\)"):
            read_rows(sheet, whole)

    def test_the_number_of_rows_is_limited(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A million by default; the first row past the limit is refused."""
        monkeypatch.setattr(rows_module, "MAX_ROWS", 3)

        assert read_rows([{"x": 1}] * 3, whole) == (1, 1, 1)
        with pytest.raises(InvalidValueError, match="'rows' must have at most 3 rows: got 4"):
            read_rows([{"x": 1}] * 4, whole)

    def test_other_errors_are_not_hidden(self) -> None:
        """A fault of the reader itself is no fault of the row."""
        with pytest.raises(ZeroDivisionError):
            read_rows([{"x": 1}], lambda _: 1 // 0)


class TestColumns:
    """A slip in a header is told, never read as a column of blanks."""

    ROWS = ({"Clave": "U-1", "%": 85}, {"Clave": "U-2"})

    @pytest.mark.parametrize(
        ("columns", "path", "said"),
        [
            (None, "rows", "have the column of 'unit'"),
            (None, "rows", r"another: columns=\{'unit': \.\.\.\}$"),
            ({"unit": "Unidad"}, "rows", "have the column of 'unit': no row has the header"),
            ({"unit": "Clave", "percent": "Avance"}, "rows", "have the column of 'percent'"),
            ({"unit": "Clave", "porcentaje": "%"}, "columns", "fields: unit, percent"),
            ({"unit": 1}, "columns", "go from field to header"),
            ({1: "Clave"}, "columns", "go from field to header"),
            ("Clave", "columns", "be a mapping"),
            ([("unit", "Clave")], "columns", "be a mapping"),
        ],
    )
    def test_slips_are_told(self, columns: Any, path: str, said: str) -> None:
        """A header that is not there, a field that is none, no mapping at all."""
        with pytest.raises(InvalidValueError, match=said) as caught:
            rows_module.read_rows(
                self.ROWS,
                lambda row: row.code("unit"),
                fields=("unit",),
                optional=("percent",),
                columns=columns,
            )
        assert caught.value.faults[0].path == path

    def test_a_shorter_row_is_a_row_with_blanks(self) -> None:
        """It is enough that some row has the column."""
        columns = {"unit": "Clave", "percent": "%"}
        read = partial(rows_module.read_rows, fields=("unit", "percent"), columns=columns)
        assert read(self.ROWS, lambda row: row.whole("percent")) == (85, None)
