"""Rules of single fields and the grammar of characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.kernel import InvalidValueError, Language, Status, Text
from imss_integrity.kernel.characters import CODE_PATTERN, normal_form, problem_of
from imss_integrity.kernel.fields import (
    CODE,
    DAY,
    LABEL,
    MAX_ITEMS,
    MAX_WHOLE,
    NAME,
    Day,
    Each,
    ExactNumber,
    FieldRule,
    InstanceOf,
    Label,
    Money,
    Name,
    OneOf,
    Optional,
    WholeNumber,
    choice,
)
from imss_integrity.strategies import codes, days, exact_numbers, money, names, statuses, texts

PERCENT = WholeNumber(0, 100)
SHARE = ExactNumber(0, 1)


class Other(StrEnum):
    """An enumeration whose member has the text of one of `Status`."""

    OFFICIAL = "oficial"


class Whole(int):
    """A subclass of int."""

    __slots__ = ()


class Word(str):
    """A subclass of str."""

    __slots__ = ()


@pytest.mark.parametrize(
    ("rule", "strategy"),
    [
        (CODE, codes), (NAME, names), (LABEL, texts), (DAY, days), (Money(), money),
        (OneOf(Status), statuses), (ExactNumber(), exact_numbers),
    ],
)  # fmt: skip
@given(data=st.data())
def test_what_a_strategy_gives_keeps_the_rule(
    rule: FieldRule, strategy: Callable[[], st.SearchStrategy[object]], data: st.DataObject
) -> None:
    """The strategies and the rules speak of the same values; `None` only where optional."""
    value = data.draw(strategy())

    assert rule.fault("x", value) is None
    assert Optional(rule).fault("x", value) is None
    assert Optional(rule).fault("x", None) is None
    assert rule.fault("x", None) is not None
    assert Each(rule).fault("x", (value, value)) is None


@given(value=st.integers())
def test_whole_numbers_lie_in_their_range(value: int) -> None:
    """Both ends are included."""
    fault = PERCENT.fault("x", value)

    assert (0 <= value <= 100) == (fault is None)
    assert fault is None or fault.code == "range"


@given(value=exact_numbers())
def test_exact_numbers_lie_in_their_range(value: Fraction) -> None:
    """Both ends are included; without limits every Fraction is sound."""
    assert (0 <= value <= 1) == (SHARE.fault("x", value) is None)
    assert ExactNumber().fault("x", value) is None
    assert (value <= 0) == (ExactNumber(None, 0).fault("x", value) is None)


@pytest.mark.parametrize(
    ("expected", "rule", "value"),
    [
        ("type", PERCENT, True), ("type", PERCENT, 1.0), ("type", PERCENT, "1"),
        ("type", PERCENT, Whole(1)), ("type", PERCENT, None),
        ("range", WholeNumber(), MAX_WHOLE + 1), ("range", WholeNumber(), -1),
        ("type", SHARE, 0), ("type", SHARE, 0.5), ("type", SHARE, Decimal("0.5")),
        ("type", SHARE, True), ("range", SHARE, Fraction(3, 2)), ("type", Money(), 1),
        ("type", Money(), 1.0),
        ("range", Money(), Decimal("NaN")), ("range", Money(), Decimal("sNaN")),
        ("range", Money(), Decimal("Infinity")), ("range", Money(), Decimal("-Infinity")),
        ("range", Money(), Decimal("-0.01")), ("range", Money(), Decimal("-0")),
        ("range", Money(), Decimal("1" * 29)), ("range", Money(), Decimal("1E+10")),
        ("range", Money(), Decimal("1E-10")), ("range", Money(), Decimal("1E+1000000")),
        ("type", DAY, "2024-02-29"), ("type", DAY, datetime(2024, 2, 29, tzinfo=UTC)),
        ("range", DAY, date(1899, 12, 31)), ("range", Day(), date(2201, 1, 1)),
        ("type", CODE, 1), ("type", CODE, b"a"), ("type", CODE, Word("a")), ("type", CODE, None),
        ("grammar", CODE, ""), ("grammar", CODE, "a" * 65), ("grammar", CODE, "-a"),
        ("grammar", CODE, "a-"), ("grammar", CODE, "a b"), ("grammar", CODE, "a\n"),
        ("grammar", CODE, "ñ"), ("grammar", CODE, "٣"), ("grammar", CODE, "a/b"),
        ("type", NAME, 1), ("type", NAME, Word("a")), ("text", NAME, ""), ("text", NAME, " a"),
        ("text", NAME, "a" * 201), ("type", LABEL, "texto"), ("text", LABEL, Text("")),
        ("text", LABEL, Text("a", "")), ("text", LABEL, Text("a" * 501)),
        ("type", LABEL, Text(1)),  # type: ignore[arg-type]
        ("choice", OneOf(Status), "oficial"), ("choice", OneOf(Status), Other.OFFICIAL),
        ("type", InstanceOf(Text), "texto"), ("type", Each(CODE), ["a"]), ("type", Each(CODE), "a"),
        ("type", Each(CODE), {"a"}), ("type", Each(CODE), None), ("empty", Each(CODE, least=1), ()),
        ("limit", Each(CODE, most=1), ("a", "b")), ("limit", Each(CODE, least=2), ("a",)),
        ("limit", Each(CODE), ("a",) * (MAX_ITEMS + 1)), ("grammar", Each(CODE), ("a", "b c")),
        ("grammar", Optional(CODE), "b c"),
    ],
)  # fmt: skip
def test_what_breaks_a_rule_is_named_by_code(expected: str, rule: FieldRule, value: object) -> None:
    """`fault` says it, `check` raises it, both with the same fault."""
    fault = rule.fault("x", value)

    assert fault is not None
    assert expected == fault.code
    assert fault.path.startswith("x")
    with pytest.raises(InvalidValueError) as caught:
        rule.check("x", value)
    assert (fault,) == caught.value.faults


def test_the_place_of_a_bad_member_is_named() -> None:
    """The first bad member, counted from 0; the first bad wording, by language."""
    nested = Each(Each(CODE)).fault("codes", (("a",), ("b", "c d"), ("e f",)))
    wordings = (Text("mal ", "bad "), Text("mal "), Text("bien", "bad "))

    found = [Each(CODE).fault("codes", ("a", "b", "c d", "e f")), nested]
    found += [LABEL.fault("title", one) for one in wordings]
    assert [fault and fault.path for fault in found] == [
        *("codes[2]", "codes[1][1]"),
        *("title.es", "title.es", "title.en"),
    ]


def test_a_rule_is_an_attrs_validator_and_a_value() -> None:
    """It names the field; equal rules are equal, so that plans can be cached."""

    @attrs.frozen
    class Holder:
        percent: int = attrs.field(validator=PERCENT)

    with pytest.raises(InvalidValueError, match="'percent' must be a whole number from 0 to 100"):
        Holder(101)
    assert WholeNumber(0, 100) == PERCENT
    assert hash(WholeNumber(0, 100)) == hash(PERCENT)
    assert Label(500) == LABEL
    assert WholeNumber(0, 99) != PERCENT
    assert Label(200) != Name(200) != (200, False)
    assert repr(Each(PERCENT, most=2)) == "Each(least=0, most=2, rule=WholeNumber(high=100, low=0))"


class TestChoice:
    """A member of an enumeration is read from itself or from its exact text."""

    @pytest.mark.parametrize("status", Status)
    def test_members_and_their_texts_are_read(self, status: Status) -> None:
        """Both give the member."""
        assert status is choice(Status, status, path="status")
        assert status is choice(Status, status.value, path="status")

    @pytest.mark.parametrize(
        "value",
        ["OFICIAL", "oficial ", "", None, 1, True, [], {}, b"", Word("oficial"), Other.OFFICIAL],
    )
    def test_anything_else_is_refused(self, value: object) -> None:
        """Upper case, space, another type, another enumeration with the same text."""
        with pytest.raises(InvalidValueError, match="'status' must be one of oficial, reportado"):
            choice(Status, value, path="status")


class TestCharacters:
    """What a text for people may hold."""

    @pytest.mark.parametrize(
        "text",
        [
            "Ñandú",
            "José Ángel",
            "=1+1",
            "<b>",
            "{0}",
            "a\u00a0b",
            "漢字",
            "x" * 200,
            "e\u0323\u0301"[:1],
        ],
    )
    def test_ordinary_texts_pass(self, text: str) -> None:
        """Any script, any punctuation: hostile content is escaped where it is shown."""
        assert problem_of(text, 200) is None

    @pytest.mark.parametrize(
        ("rule", "text"),
        [
            ("at most 200", "x" * 201), ("hold text", ""), ("hold text", " "), ("hold text", "a "),
            ("hold text", "\u2003a"), ("normal form", "e\u0301"), ("normal form", "\u212b"),
            ("combining marks", "a" + "\u0323" * 9), ("invisible", "a\tb"), ("invisible", "a\nb"),
            ("invisible", "a\rb"), ("invisible", "a\x00b"), ("invisible", "a\x7fb"),
            ("invisible", "a\x85b"), ("invisible", "a\u2028b"), ("invisible", "a\u2029b"),
            ("invisible", "a\u00adb"), ("invisible", "a\u200bb"), ("invisible", "a\u200db"),
            ("invisible", "a\u202eb"), ("invisible", "a\u2066b"), ("invisible", "a\ufeffb"),
            ("invisible", "a\U000e0041b"), ("invisible", "a\ud800b"), ("invisible", "a\ue000b"),
            ("invisible", "a\ufdd0b"), ("invisible", "a\uffffb"), ("invisible", "a\u0378b"),
        ],
    )  # fmt: skip
    def test_other_texts_are_refused_by_rule(self, rule: str, text: str) -> None:
        """Length, ends, accents, normal form, and every kind of invisible character."""
        problem = problem_of(text, 200)

        assert problem is not None
        assert rule in str(problem.en)

    @given(text=st.text(st.characters(max_codepoint=0x400), max_size=8) | st.text(max_size=8))
    def test_no_shortcut_changes_a_verdict(self, text: str) -> None:
        """Ordinary texts are told at once: as the rules have it, character by character."""
        refused = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
        is_sound = (
            text != ""
            and text == text.strip()
            and text == unicodedata.normalize("NFC", text)
            and not any(unicodedata.category(character) in refused for character in text)
        )

        assert (problem_of(text, 200) is None) == is_sound

    def test_a_narrative_may_hold_line_breaks(self) -> None:
        """Line feeds only; every other control character is refused in it too."""
        story = Name(line_breaks=True)

        assert story.fault("x", "uno\ndos") is None
        assert story.fault("x", "uno\r\ndos") is not None
        assert story.fault("x", "uno\tdos") is not None
        assert Name().fault("x", "uno\ndos") is not None

    def test_length_is_checked_before_anything_that_takes_long(self) -> None:
        """A hostile text is refused by its length, in no time, and is left as it is."""
        bomb = "a" + "\u0323\u0301" * 500_000

        assert problem_of(bomb, 200) == Text(
            "tener a lo más 200 caracteres", "have at most 200 characters"
        )
        assert bomb is normal_form(bomb, 200)

    @given(text=st.text(max_size=30))
    def test_normalising_is_idempotent_and_repairs(self, text: str) -> None:
        """What it gives is in NFC, without space at its ends."""
        tidy = normal_form(text, 200)

        assert tidy == normal_form(tidy, 200)
        assert unicodedata.is_normalized("NFC", tidy)
        assert tidy == tidy.strip()

    @given(text=names())
    def test_names_are_in_normal_form_already(self, text: str) -> None:
        """A sound name is not changed at the edge."""
        assert text == normal_form(text, 200)

    @given(text=st.text(max_size=70) | codes())
    def test_a_code_needs_no_escaping_anywhere(self, text: str) -> None:
        """ASCII letters, digits, dots, dashes, underscores; the ends are letters or digits."""
        plain = text.replace(".", "").replace("-", "").replace("_", "")
        expected = (
            0 < len(text) <= 64
            and plain.isascii()
            and plain.isalnum()
            and text[0].isalnum()
            and text[-1].isalnum()
        )

        assert expected == (CODE.fault("x", text) is None)
        assert expected == bool(CODE_PATTERN.fullmatch(text))


def test_the_allowed_values_are_listed_and_the_given_one_is_not() -> None:
    """A wrong choice may be personal."""
    fault = OneOf(Language).fault("language", "PEPJ800101HDFRRN09")

    assert fault is not None
    assert fault.text == Text(
        "'language' debe ser uno de es, en", "'language' must be one of es, en"
    )


def test_the_text_of_a_member_is_told_from_the_member() -> None:
    """Whoever reads only that it must be one of them would not see what is wrong."""
    fault = OneOf(Status).fault("status", "oficial")

    assert fault is not None
    assert fault.text == Text(
        "'status' debe ser Status('oficial'), no su texto",
        "'status' must be Status('oficial'), not its text",
    )


def test_numbers_of_thousands_of_digits_make_no_foreign_error() -> None:
    """They are out of range, and the message says no more than that they are long."""
    for rule, value in ((PERCENT, 10**5000), (SHARE, Fraction(-1, 10**5000))):
        with pytest.raises(InvalidValueError, match="got a number of more than 8 char"):
            rule.check("x", value)
