"""Results as arrays: the type of every column, absent cells, what is refused."""

from __future__ import annotations

import sys
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from imss_integrity.catalog import EXAMPLE_ASSESSMENTS, FIVE_ACTIONS_REACHED, REFERENCE_FRAMEWORK
from imss_integrity.columns import ArrowRecords, score_assessments, to_columns
from imss_integrity.competitiveness import score
from imss_integrity.kernel import InvalidValueError


class Colour(StrEnum):
    """An enumeration of texts."""

    RED = "rojo"


DAY = date(2026, 5, 4)


@pytest.mark.parametrize(
    ("cells", "dtype", "expected"),
    [
        ([1, 2], np.int64, [1, 2]),
        ([1, 2.5], np.float64, [1.0, 2.5]),
        ([Fraction(1, 4), Decimal("0.5")], np.float64, [0.25, 0.5]),
        ([True, False], np.bool_, [True, False]),
        (["a", Colour.RED], np.dtype("<U4"), ["a", "rojo"]),
        ([DAY, None], np.dtype("datetime64[D]"), [DAY, None]),
        (["a", None], np.object_, ["a", None]),
        ([True, None], np.object_, [True, None]),
        ([None, None], np.float64, None),
        ([1, None], np.float64, None),
    ],
)
def test_types(cells: list[Any], dtype: Any, expected: list[Any] | None) -> None:
    """Whole numbers, numbers, truth values, texts, days; absent cells keep the rest."""
    column = to_columns([{"x": cell} for cell in cells])["x"]
    assert dtype == column.dtype
    if expected is None:
        assert [cell is None for cell in cells] == np.isnan(column).tolist()
    else:
        assert expected == column.tolist()


def test_a_key_that_a_row_lacks_is_absent() -> None:
    """And columns come in the order in which they are first seen."""
    columns = to_columns([{"b": 1}, {"a": "x", "b": 2}])
    assert ["b", "a"] == list(columns)
    assert [None, "x"] == columns["a"].tolist()


def test_results() -> None:
    """Of one assessment, of many, of a published figure."""
    found = score(EXAMPLE_ASSESSMENTS[0])
    columns = to_columns(found)
    rows = found.to_records()
    assert {len(rows)} == {len(column) for column in columns.values()}
    assert [row["value"] for row in rows] == columns["value"].tolist()
    many = np.full((3, len(REFERENCE_FRAMEWORK.subcriteria)), 100, dtype=np.uint8)
    assert [1000.0] * 3 == to_columns(score_assessments(REFERENCE_FRAMEWORK, many))[
        "points"
    ].tolist()
    reached = FIVE_ACTIONS_REACHED
    assert reached.to_records()[0].keys() == to_columns(reached).keys()
    assert {} == to_columns([])


@pytest.mark.parametrize(
    "rows", [[{"x": 1}, {"x": "a"}], [{"x": DAY}, {"x": 1}], [{"x": True}, {"x": 1}], [{"x": ()}]]
)
@pytest.mark.parametrize("make", [to_columns, ArrowRecords])
def test_mixed_columns(rows: list[dict[str, Any]], make: Any) -> None:
    """A column has one type."""
    with pytest.raises(InvalidValueError, match="numbers only"):
        make(rows)


class FakeArrow:
    """Stands for pyarrow: types by name, arrays as pairs, a capsule of whatever it was given."""

    def __getattr__(self, name: str) -> Any:
        return lambda: name

    def array(self, cells: list[Any], type: str) -> Any:  # noqa: A002 - as pyarrow calls it
        """Give an array."""
        return type, cells

    def table(self, arrays: dict[str, Any]) -> Any:
        """Give a table that exports itself."""
        return type("Table", (), {"__arrow_c_stream__": lambda _, schema: (schema, arrays)})()


def test_arrow_gets_types_and_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whole numbers stay whole beside absent ones; what asks for a schema is passed on."""
    monkeypatch.setitem(sys.modules, "pyarrow", FakeArrow())
    rows: list[dict[str, object]] = [{"a": 1, "b": 0.5, "c": "x", "d": DAY, "e": True}, {"a": None}]
    records = ArrowRecords(rows)
    capsule: Any = records.__arrow_c_stream__("schema")
    schema, arrays = capsule
    assert "schema" == schema
    assert arrays == {
        "a": ("int64", [1, None]),
        "b": ("float64", [0.5, None]),
        "c": ("string", ["x", None]),
        "d": ("date32", [DAY, None]),
        "e": ("bool_", [True, None]),
    }
    assert tuple(arrays) == records.names


@pytest.mark.parametrize("rows", [5, "texto", [5]])
def test_no_rows(rows: Any) -> None:
    """Neither a result nor rows."""
    with pytest.raises(InvalidValueError, match="'rows"):
        to_columns(rows)


def test_too_large_a_whole_number() -> None:
    """64 bits are the most."""
    with pytest.raises(InvalidValueError, match="64 bits"):
        to_columns([{"x": 2**63}])
