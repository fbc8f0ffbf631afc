"""k-anonymity: what matches what, and what is refused."""

from __future__ import annotations

import copy
import math
import pickle
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any

import attrs
import pytest

from imss_integrity.kernel import ImssIntegrityError, InconsistentError, InvalidValueError
from imss_integrity.privacy import KAnonymity, k_anonymity

CURP = "PEPJ800101HDFRRN09"


class Sex(StrEnum):
    """An enumeration of a user."""

    M = "m"
    H = "h"


class TestMatching:
    """Values match by type and value; a missing one matches anything."""

    def test_known_answers(self) -> None:
        """Small tables, by hand."""
        gaps = [("a", 1), ("a", None), ("b", 1), ("a", 2)]

        assert (2, 2, 1) == k_anonymity([("a", 1), ("a", 1), ("b", 2)]).class_sizes
        assert (2, 3, 1, 2) == k_anonymity(gaps).class_sizes
        assert (1, 1, 1) == k_anonymity([["x"], ["y"], ["z"]]).class_sizes
        assert (3, 2, 2) == k_anonymity(((None, None), ("a", 1), ("b", 2))).class_sizes

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            (True, 1), (False, 0), (1, 1.0), (1, "1"), (1, Decimal(1)), (1, Fraction(1)),
            (Decimal("0.5"), 0.5), (Sex.M, "m"), (Sex.M, Sex.H), ("", " "), ("a", "A"),
            (date(2026, 1, 1), "2026-01-01"), ("n\u0303", "\u00f1"), ("None", 0), (10**400, 1.0),
        ],
    )  # fmt: skip
    def test_different_values(self, one: Any, other: Any) -> None:
        """Nothing is coerced; both match a missing value."""
        assert (1, 1) == k_anonymity([[one], [other]]).class_sizes
        assert (2, 2, 3) == k_anonymity([[one], [other], [None]]).class_sizes

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            (Decimal("1.0"), Decimal(1)), (0.0, -0.0), (Fraction(2, 4), Fraction(1, 2)),
            (Sex.M, Sex("m")), (date(2026, 1, 1), date(2026, 1, 1)), (10**400, 10**400),
        ],
    )  # fmt: skip
    def test_equal_values(self, one: Any, other: Any) -> None:
        """Two spellings of one value of one type are equal."""
        assert (2, 2) == k_anonymity([[one], [other]]).class_sizes

    def test_k_is_the_smallest_class(self) -> None:
        """Nobody is hidden among fewer."""
        assert 1 == k_anonymity([("a", 1), ("a", 1), ("b", 2)]).k
        assert 3 == k_anonymity([("a",)] * 3).k

    def test_columns_do_not_mix(self) -> None:
        """The same value in another column is another thing."""
        assert (1, 1) == k_anonymity([("a", "b"), ("b", "a")]).class_sizes

    def test_large_tables_are_counted(self) -> None:
        """Far more records than pairs of them could be gone through."""
        sizes = k_anonymity([(i % 20_000, "x") for i in range(60_000)]).class_sizes
        assert {3} == set(sizes)


class TestRefusals:
    """The library's own error, by the place, without the value."""

    @pytest.mark.parametrize(
        ("records", "path", "code"),
        [
            ([], "records", "empty"), ((), "records", "empty"), ([[]], "records", "empty"),
            ([(), ()], "records", "empty"), (None, "records", "type"), (CURP, "records", "type"),
            ({CURP: [1]}, "records", "type"), ({(CURP,)}, "records", "type"),
            (iter([[CURP]]), "records", "type"), ([CURP], "records[0]", "type"),
            ([[1], {CURP: 1}], "records[1]", "type"), ([[1], None], "records[1]", "type"),
            ([[CURP, [CURP]]], "records[0][1]", "type"),
            ([[CURP.encode()]], "records[0][0]", "type"),
            ([["a", math.nan]], "records[0][1]", "type"), ([[math.inf]], "records[0][0]", "type"),
            ([[Decimal("NaN")]], "records[0][0]", "type"),
            ([[Decimal("sNaN")]], "records[0][0]", "type"),
            ([[Decimal("Infinity")]], "records[0][0]", "type"), ([[1j]], "records[0][0]", "type"),
            ([[datetime(2026, 1, 1, tzinfo=UTC)]], "records[0][0]", "type"),
            ([[type("Text", (str,), {})(CURP)]], "records[0][0]", "type"),
            ([[object()]], "records[0][0]", "type"),
        ],
    )  # fmt: skip
    def test_invalid(self, records: Any, path: str, code: str) -> None:
        """No records, no columns, no table, no value that could be compared."""
        with pytest.raises(InvalidValueError) as caught:
            k_anonymity(records)
        fault = caught.value.faults[0]

        assert (path, code) == (fault.path, fault.code)
        assert fault.text.es != fault.text.en
        assert CURP not in f"{caught.value}{caught.value!r}{caught.value.text}"
        assert caught.value.__context__ is None

    def test_ragged(self) -> None:
        """Records of different length, each of them named."""
        with pytest.raises(InconsistentError) as caught:
            k_anonymity([("a", 1), ("a",), ("a", 1), ("a", 1, None)])
        faults = caught.value.faults
        assert ["records[1]", "records[3]"] == [fault.path for fault in faults]
        assert "'records' must be equally long (2): got 3 @ records[3]" in str(caught.value)

    def test_many_faults_are_counted(self) -> None:
        """Fifty are told, the rest is a number."""
        with pytest.raises(ImssIntegrityError) as caught:
            k_anonymity([[math.nan]] * 1000)
        assert 51 == len(caught.value.faults)


class TestResult:
    """A frozen class that says no more than what can be true."""

    @pytest.mark.parametrize("sizes", [(), [1], (0,), (1, -1), (1.0,), (True,), ("1",), None, 1])
    def test_sizes_are_counts(self, sizes: Any) -> None:
        """A tuple of whole numbers from 1, at least one."""
        with pytest.raises(InvalidValueError, match="class_sizes"):
            KAnonymity(class_sizes=sizes)

    def test_no_class_is_larger_than_the_table(self) -> None:
        """The limit is included."""
        assert 2 == KAnonymity(class_sizes=(2, 2)).k
        with pytest.raises(InconsistentError, match="class_sizes"):
            KAnonymity(class_sizes=(2, 3))

    @pytest.mark.parametrize("protocol", range(2, 6))
    def test_copies(self, protocol: int) -> None:
        """Equal, hashable, frozen."""
        found = KAnonymity(class_sizes=(2, 2, 1))
        read = pickle.loads(pickle.dumps(found, protocol))  # noqa: S301 - our own

        assert found == read == copy.deepcopy(found) == attrs.evolve(found)
        assert hash(found) == hash(read)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            found.class_sizes = (1,)  # type: ignore[misc]
