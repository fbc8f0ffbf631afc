"""Plain values: what every value of the library is as JSON."""

from __future__ import annotations

import json
from datetime import date, datetime
from decimal import Decimal, localcontext
from enum import Enum
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity import strategies
from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE
from imss_integrity.conflicts import Absence, MonthsBack, Questionnaire, YesNo
from imss_integrity.kernel import InvalidValueError, Period, Text
from imss_integrity.kernel.plain import plain


class Odd(Enum):
    """An enumeration whose value is no text."""

    PAIR = (1, Decimal("1.50"))


@attrs.frozen
class Kept:
    """A class that keeps something that nobody hands in."""

    given: int
    made: int = attrs.field(init=False, default=2)


class TestEachKind:
    """One JSON value for each."""

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            (None, None), (True, True), (0, 0), ("é", "é"), (YesNo.YES, "si"),
            (Absence.UNKNOWN, "no_se"), (Odd.PAIR, [1, "1.5"]), (date(2026, 5, 4), "2026-05-04"),
            (Fraction(1, 3), "1/3"), (Fraction(2), "2"), (Decimal("2.50"), "2.5"),
            (Decimal("1E+3"), "1000"), (Decimal(1000), "1000"), (Decimal("-0.00"), "0"),
            (Decimal("0E-9"), "0"), (Decimal("1E-9"), "0.000000001"), (Decimal("-1.10"), "-1.1"),
            ((), []), ((1, (2, ())), [1, [2, []]]), (Text("a"), {"es": "a", "en": None}),
            (MonthsBack(24), {"months": 24}), (Kept(1), {"given": 1}),
            (Period.year(2026), {"start": "2026-01-01", "end": "2026-12-31"}),
        ],
    )  # fmt: skip
    def test_each_value(self, value: object, expected: object) -> None:
        """Exact, with the type of JSON."""
        found = plain(value)

        assert expected == found
        assert type(expected) is type(found)

    @given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9,
                       places=6), st.integers(0, 6))  # fmt: skip
    def test_decimals_are_equal_by_value(self, value: Decimal, zeros: int) -> None:
        """However many zeros stand behind the point, and whatever the context of the caller."""
        with localcontext() as context:
            context.prec = 60
            longer = value * Decimal(10) ** zeros / Decimal(10) ** zeros
            padded = Decimal(f"{longer:f}" + ("0" * zeros if "." in f"{longer:f}" else ""))
        with localcontext() as context:
            context.prec = 3
            assert plain(value) == plain(padded)
        assert Decimal(str(plain(value))) == value

    @pytest.mark.parametrize(
        "value",
        [{}, {"a": 1}, [], [1], {1}, frozenset(), 1.5, float("nan"), b"x", object(), int, len,
         complex(1), (1, [2]),
         Decimal("NaN"), Decimal("sNaN"), Decimal("-Infinity")],
        ids=repr,
    )  # fmt: skip
    def test_what_no_class_holds_is_refused(self, value: Any) -> None:
        """By its type alone, at the path that was given."""
        with pytest.raises(InvalidValueError) as caught:
            plain(value, path="questionnaire")
        (fault,) = caught.value.faults

        assert ("questionnaire", "type") == (fault.path, fault.code)
        assert "debe ser un valor de la biblioteca" in fault.text.es

    def test_a_time_of_day_is_no_day(self) -> None:
        """A `datetime` is a `date` to Python; no class of the library holds one."""
        with pytest.raises(InvalidValueError):
            plain(datetime(2026, 5, 4))  # noqa: DTZ001 - no day


class TestWhole:
    """Whole definitions."""

    @given(strategies.questionnaires())
    def test_a_definition_is_json(self, asked: Questionnaire) -> None:
        """All of it, and it tells equal from unequal."""
        found = plain(asked)

        assert found == json.loads(json.dumps(found))
        assert found != plain(attrs.evolve(asked, version="otra"))

    def test_every_field_stands_in_it(self) -> None:
        """So the digest covers them."""
        found = plain(CONFLICT_QUESTIONNAIRE)

        assert isinstance(found, dict)
        assert [field.name for field in attrs.fields(Questionnaire)] == list(found)
