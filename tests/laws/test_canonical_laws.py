"""Canonical JSON and its digest: one text for one meaning (RFC 8785)."""

from __future__ import annotations

import json
import math
import struct
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.kernel import InvalidValueError
from imss_integrity.kernel.canonical import Json, canonical_text, digest, parse_json
from imss_integrity.kernel.json_limits import MAX_DEPTH


def is_read_back(number: float) -> bool:
    """Say whether the canonical text of *number* is read: not from 2^53 on, without exponent."""
    return isinstance(number, int) or not 2**53 <= abs(number) < 1e21


TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
FLOATS = st.floats(allow_nan=False, allow_infinity=False)
NUMBERS = st.integers(-(2**53 - 1), 2**53 - 1) | FLOATS.filter(is_read_back)
DOCUMENTS: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


class TestReading:
    """What is written can be read, and writing it again changes nothing."""

    @given(DOCUMENTS)
    def test_reading_undoes_writing(self, value: Json) -> None:
        """The value comes back equal, in whatever JSON form it was written."""
        text = canonical_text(value)
        assert value == parse_json(text) == parse_json(json.dumps(value))
        assert text == canonical_text(parse_json(json.dumps(value, indent=3)))

    @given(st.dictionaries(TEXTS, NUMBERS, min_size=2))
    def test_the_order_of_keys_makes_no_difference(self, value: dict[str, Json]) -> None:
        """A digest is of the meaning, not of the spelling."""
        turned = dict(reversed(value.items()))
        assert canonical_text(value) == canonical_text(turned)
        assert digest(value) == digest(turned)

    @given(FLOATS.filter(is_read_back))
    def test_every_double_survives(self, number: float) -> None:
        """To the last bit, but for the sign of zero."""
        read = parse_json(canonical_text(number))
        assert isinstance(read, int | float)
        assert struct.pack("d", float(read)) == struct.pack("d", number or 0.0)

    @given(DOCUMENTS, DOCUMENTS)
    def test_different_values_have_different_texts(self, one: Json, other: Json) -> None:
        """Equal text means equal value, `True` and 1 told apart."""
        if canonical_text(one) == canonical_text(other):
            assert one == other


class TestForm:
    """Known answers of the specification and of ECMAScript."""

    @pytest.mark.parametrize(
        ("number", "text"),
        [
            (0.0, "0"), (-0.0, "0"), (1.0, "1"), (-1.5, "-1.5"), (1e21, "1e+21"),
            (1e20, "100000000000000000000"), (999999999999999900000.0, "999999999999999900000"),
            (1e-6, "0.000001"), (1e-7, "1e-7"), (1.5e300, "1.5e+300"), (5e-324, "5e-324"),
            (1.7976931348623157e308, "1.7976931348623157e+308"), (123456.75, "123456.75"),
            (4.35, "4.35"), (333333333.3333333, "333333333.3333333"), (2**53 - 1, str(2**53 - 1)),
        ],
    )  # fmt: skip
    def test_numbers_are_written_as_ecmascript_does(self, number: float, text: str) -> None:
        """Shortest digits; an exponent from 1e21 on and below 1e-6."""
        assert text == canonical_text(number)

    def test_keys_are_sorted_by_utf16_units(self) -> None:
        """An astral character comes before U+FB33, though its code point is larger."""
        assert '{"\U0001f600":1,"\ufb33":2}' == canonical_text({"\ufb33": 2, "\U0001f600": 1})

    def test_only_what_must_be_is_escaped(self) -> None:
        """Short escapes where there are some, lower-case hexadecimal else, the rest bare."""
        assert '"\\b\\t\\n\\f\\r\\"\\\\/\\u001f\x7fé"' == canonical_text('\b\t\n\f\r"\\/\x1f\x7fé')

    def test_a_digest_names_its_algorithm(self) -> None:
        """The SHA-256 of two bytes, as any tool gives it."""
        empty = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
        assert f"sha256:{empty}" == digest({})


def nested(levels: int) -> str:
    """Give a document of that many levels."""
    return "[" * levels + "]" * levels


class TestRefusals:
    """What JSON cannot carry, or carries in two ways, is refused in both directions."""

    @pytest.mark.parametrize(
        "text",
        [
            "", "{", '{"a": }', "{'a': 1}", '{"a":1,}', "[1] // c", "nan", "NaN", "-Infinity",
            "1e400", "100000000000000000000",
            '{"k": 1, "k": 2}', '{"s": 1, "\\u0073": 2}', "9007199254740992", "-9007199254740992",
            "9" * 5000, '"\\ud800"', '{"\\udc00": 1}', nested(MAX_DEPTH + 2), "[" * 100_000,
            "\ufeff{}", '"' + "a" * (2 * 1024 * 1024) + '"', None, b"{}", 5,
        ],
    )  # fmt: skip
    def test_documents_are_refused(self, text: str) -> None:
        """One clear error that shows nothing of the document."""
        with pytest.raises(InvalidValueError) as caught:
            parse_json(text, path="doc")
        error = caught.value
        assert ("doc", "json") == (error.faults[0].path, error.faults[0].code)
        assert error.__context__ is None
        assert error.faults[0].text.es != error.faults[0].text.en

    @pytest.mark.parametrize("read", [canonical_text, digest])
    @pytest.mark.parametrize(
        "value",
        [
            math.nan, math.inf, 2**53, -(2**53), "\ud800", {"\udc00": 1}, {1: 2}, (1,), {1}, b"a",
            object(), json.loads(nested(MAX_DEPTH + 2)),
        ],
    )  # fmt: skip
    def test_values_are_refused(self, read: Callable[[Json], str], value: Json) -> None:
        """No key that is no text, no tuple taken for a list, nothing too deep."""
        with pytest.raises(InvalidValueError):
            read(value)

    def test_depth_counts_brackets_outside_of_texts_only(self) -> None:
        """A text may hold any brackets; the deepest document that is allowed is read."""
        assert "[" * 200 == parse_json(json.dumps("[" * 200))
        assert parse_json(nested(MAX_DEPTH)) is not None
