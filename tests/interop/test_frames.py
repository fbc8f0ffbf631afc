"""Round trips with polars, pandas and pyarrow; each is skipped where it is not installed."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from imss_integrity.catalog import EXAMPLE_ASSESSMENTS, REFERENCE_FRAMEWORK
from imss_integrity.columns import ArrowRecords, score_assessments, score_responses, to_columns
from imss_integrity.competitiveness import score
from imss_integrity.conflicts import Option, Question, Questionnaire, QuestionType, Section
from imss_integrity.kernel import Score, Text

DAY = date(2026, 5, 4)
ROWS: list[dict[str, Any]] = [
    {"unit": "UMF-900", "points": 620.5, "rated": 24, "on": DAY, "complete": True},
    {"unit": "UMF-901", "points": 413.75, "rated": 23, "on": date(2026, 5, 5), "complete": False},
]
GAPS: list[dict[str, Any]] = [*ROWS, dict.fromkeys(ROWS[0])]
RESULT: Score = score(EXAMPLE_ASSESSMENTS[0])


def percents() -> dict[str, list[int]]:
    """Give two assessments as columns."""
    codes = [sub.code for sub in REFERENCE_FRAMEWORK.subcriteria]
    return {code: [5 * (n % 21), 100] for n, code in enumerate(codes)}


def questionnaire() -> Questionnaire:
    """Give a questionnaire of one weighted choice."""
    options = tuple(
        Option(code=c, name=Text(c), weight=w)
        for c, w in zip("ab", (Fraction(1), Fraction(2)), strict=True)
    )
    asked = Question(code="Q1", text=Text("¿?"), type=QuestionType.CHOICE, options=options)
    section = Section(code="S", title=Text("s"), questions=(asked,))
    return Questionnaire(code="mio", version="1", title=Text("Mío"), sections=(section,))


class TestPolars:
    """polars reads arrays and Arrow, and its columns are read."""

    @pytest.fixture
    def pl(self) -> Any:
        """Give polars, or skip."""
        return pytest.importorskip("polars")

    @pytest.mark.parametrize("rows", [ROWS, RESULT.to_records()])
    def test_arrays(self, pl: Any, rows: list[dict[str, Any]]) -> None:
        """The same rows come back, with the types of polars."""
        frame = pl.DataFrame(to_columns(rows))
        assert rows == frame.to_dicts()

    @pytest.mark.parametrize("rows", [ROWS, GAPS, RESULT.to_records()])
    def test_arrow(self, pl: Any, rows: list[dict[str, Any]]) -> None:
        """Nothing is lost, absent cells neither."""
        pytest.importorskip("pyarrow")
        frame = pl.DataFrame(ArrowRecords(rows))
        assert rows == frame.to_dicts()
        if rows is ROWS:
            assert [pl.String, pl.Float64, pl.Int64, pl.Date,
                    pl.Boolean] == frame.dtypes  # fmt: skip

    def test_columns_in(self, pl: Any) -> None:
        """A frame of percents is scored as it is."""
        frame = pl.DataFrame(percents())
        columns = {name: frame[name] for name in frame.columns}
        expected = score_assessments(REFERENCE_FRAMEWORK, percents()).values()
        assert expected == score_assessments(REFERENCE_FRAMEWORK, columns).values()


class TestPandas:
    """pandas reads arrays and Arrow, and its columns are read."""

    @pytest.fixture
    def pd(self) -> Any:
        """Give pandas, or skip."""
        return pytest.importorskip("pandas")

    @pytest.mark.parametrize("rows", [ROWS, RESULT.to_records()])
    def test_arrays(self, pd: Any, rows: list[dict[str, Any]]) -> None:
        """The same rows come back; days as the time stamps of pandas."""
        frame = pd.DataFrame(to_columns(rows))
        back = frame.to_dict("records")
        for row in back:
            row.update({k: v.date() for k, v in row.items() if isinstance(v, pd.Timestamp)})
        assert rows == [{k: None if v != v else v for k, v in row.items()} for row in back]  # noqa: PLR0124

    def test_arrow(self, pd: Any) -> None:
        """Where this pandas reads Arrow by itself."""
        pytest.importorskip("pyarrow")
        if not hasattr(pd.DataFrame, "from_arrow"):
            pytest.skip("this pandas has no DataFrame.from_arrow")
        frame = pd.DataFrame.from_arrow(ArrowRecords(ROWS))
        assert ROWS == frame.to_dict("records")

    def test_columns_in(self, pd: Any) -> None:
        """Percents and answers, absent ones too."""
        frame = pd.DataFrame(percents()).astype("uint8")
        expected = score_assessments(REFERENCE_FRAMEWORK, percents()).values()
        assert expected == score_assessments(REFERENCE_FRAMEWORK, dict(frame.items())).values()
        answers = pd.DataFrame({"Q1": ["a", "b", None]})
        scores = score_responses(questionnaire(), dict(answers.items()), on=DAY)
        assert [1, 2, 0] == scores.totals.tolist()


class TestArrow:
    """pyarrow reads the capsule."""

    @pytest.fixture
    def pa(self) -> Any:
        """Give pyarrow, or skip."""
        return pytest.importorskip("pyarrow")

    @pytest.mark.parametrize("rows", [ROWS, GAPS, RESULT.to_records()])
    def test_round_trip(self, pa: Any, rows: list[dict[str, Any]]) -> None:
        """The same rows come back."""
        assert rows == pa.table(ArrowRecords(rows)).to_pylist()

    def test_types_follow_the_cells(self, pa: Any) -> None:
        """Also where one of them is absent."""
        schema = pa.table(ArrowRecords(GAPS)).schema
        expected = [pa.string(), pa.float64(), pa.int64(), pa.date32(),
                    pa.bool_()]  # fmt: skip
        assert expected == schema.types
