"""Errors: one root, leaves with built-in parents, bounded, in two languages."""

from __future__ import annotations

import copy
import pickle
from decimal import Decimal
from fractions import Fraction

import pytest

from imss_integrity.kernel import (
    Fault,
    ImssIntegrityError,
    InconsistentError,
    InvalidValueError,
    Language,
    MissingDataError,
    NotInForceError,
    OutOfReachError,
    Text,
    UnknownCodeError,
)
from imss_integrity.kernel.errors import MAX_FAULTS, must, placed, raise_any, shown

LEAVES = [
    ImssIntegrityError,
    InvalidValueError,
    InconsistentError,
    UnknownCodeError,
    MissingDataError,
    NotInForceError,
    OutOfReachError,
]
EVERY_LEAF = pytest.mark.parametrize("leaf", LEAVES)
DUE = Fault("due", "type", Text("'due' debe ser una fecha", "'due' must be a date"))
PERCENT = Fault("rows[3].percent", "range", Text("'percent' es malo", "'percent' is bad"))


@EVERY_LEAF
def test_every_leaf_copies_and_pickles(leaf: type[ImssIntegrityError]) -> None:
    """Faults, texts and class survive every protocol and both copies."""
    error = leaf(DUE, PERCENT)
    pickles = [pickle.loads(pickle.dumps(error, protocol)) for protocol in range(2, 6)]  # noqa: S301

    for other in (*pickles, copy.copy(error), copy.deepcopy(error)):
        assert leaf is type(other)
        assert (DUE, PERCENT) == other.faults
        assert str(error) == str(other)
        assert error.text == other.text
        assert error.args == other.args


@EVERY_LEAF
def test_every_leaf_is_a_value_error_of_one_root(leaf: type[ImssIntegrityError]) -> None:
    """One `except` clause catches them all, and so does that of `ValueError`."""
    assert issubclass(leaf, ImssIntegrityError)
    assert issubclass(leaf, ValueError)
    assert issubclass(leaf, LookupError) == (leaf in {UnknownCodeError, NotInForceError})


@EVERY_LEAF
def test_a_record_holds_plain_values_in_both_languages(leaf: type[ImssIntegrityError]) -> None:
    """What a service sends: the name of the error and each fault."""
    assert leaf(PERCENT).to_record() == {
        "error": leaf.__name__,
        "faults": [
            {
                "path": "rows[3].percent",
                "code": "range",
                "es": "'percent' es malo",
                "en": "'percent' is bad",
            }
        ],
    }


def test_one_fault_is_one_sentence() -> None:
    """`str` is English, `text` holds both; a path that is only a field is not repeated."""
    error = InvalidValueError(DUE)

    assert str(error) == error.text.en == "'due' must be a date"
    assert error.text.es == "'due' debe ser una fecha"


def test_many_faults_are_a_list_with_their_paths() -> None:
    """One line each, in the order of the input."""
    error = InvalidValueError(DUE, PERCENT)

    assert str(error) == "2 faults:\n- 'due' must be a date\n- 'percent' is bad @ rows[3].percent"
    assert error.text.es.splitlines() == [
        "2 faltas:",
        "- 'due' debe ser una fecha",
        "- 'percent' es malo @ rows[3].percent",
    ]


@EVERY_LEAF
def test_errors_are_placed_under_a_prefix(leaf: type[ImssIntegrityError]) -> None:
    """The class stays; each path gets the prefix; an empty path becomes the prefix."""
    nowhere = Fault("", "more", Text("y más", "and more"))
    moved = leaf(DUE, PERCENT, nowhere).under("unit")

    assert leaf is type(moved)
    assert [fault.path for fault in moved.faults] == ["unit.due", "unit.rows[3].percent", "unit"]
    assert [DUE.text, PERCENT.text, nowhere.text] == [fault.text for fault in moved.faults]
    assert placed(DUE, "unit") == moved.faults[0]


@pytest.mark.parametrize("count", [1, MAX_FAULTS, MAX_FAULTS + 1, 10_000])
def test_faults_past_fifty_are_only_counted(count: int) -> None:
    """A hostile input cannot make an error of megabytes."""
    with pytest.raises(InconsistentError) as caught:
        raise_any((Fault(f"x[{n}]", "type", DUE.text) for n in range(count)), InconsistentError)
    faults = caught.value.faults

    assert min(count, MAX_FAULTS + 1) == len(faults)
    if count > MAX_FAULTS:
        assert f"and {count - MAX_FAULTS} more faults" == faults[-1].text.en
        assert f"y {count - MAX_FAULTS} faltas más" == faults[-1].text.es
    assert len(str(caught.value)) < 100 * (MAX_FAULTS + 2)


def test_without_faults_nothing_is_raised() -> None:
    """No fault, no error."""
    raise_any(())


@pytest.mark.parametrize(
    ("value", "english"),
    [
        (None, "nothing"), (5, "5"), (True, "True"), (0.5, "0.5"), (Decimal("1.50"), "1.50"),
        (Fraction(1, 3), "1/3"), ("C1.2", "'C1.2'"), ("", "a text of 0 characters"),
        ("C1 2", "a text of 4 characters"), ("a" * 9, "a text of 9 characters"),
        ("ñ", "a text of 1 characters"), ([1], "a value of type list"),
        (b"x", "a value of type bytes"),
        (12345678, "12345678"), (123456789, "a number of more than 8 characters"),
        (Decimal("1" * 40), "a number of more than 8 characters"),
    ],
)  # fmt: skip
def test_values_are_described(value: object, english: str) -> None:
    """Numbers and short codes are shown; of anything else, length or type; quickly."""
    assert english == shown(value).to("en")  # type: ignore[arg-type]


def test_numbers_of_thousands_of_digits_are_never_written() -> None:
    """Python itself refuses to write them; a message must not fail for that."""
    for value in (10**5000, -(10**5000), Fraction(1, 10**5000), Fraction(10**5000, 3)):
        assert shown(value).en == "a number of more than 8 characters"


def test_a_sentence_has_four_parts() -> None:
    """Subject, rule, value; the subject is the last name of the path, or is given."""
    rule = Text("ser par", "be even")

    assert must("a.b", "parity", rule, 3).text.en == "'b' must be even: got 3"
    assert must("a[2]", "parity", rule, 3, subject="a").text.es == "'a' debe ser par: se recibió 3"


@pytest.mark.parametrize(
    ("rule", "es", "en"),
    [
        (Text("no repetir", "not repeat"), "'a' no debe repetir: se recibió 3", "'a' must not rep"),
        (Text("notar"), "'a' debe notar: se recibió 3", "'a' must notar: got 3"),
        (Text("ser no nulo", "be no 0"), "'a' debe ser no nulo: se recibió 3", "'a' must be no 0"),
        (Text("no ser {x}"), "'a' no debe ser {x}: se recibió 3", "'a' must no ser {x}: got 3"),
    ],
)
def test_a_rule_that_denies_denies_the_duty(rule: Text, es: str, en: str) -> None:
    """In Spanish *no* stands before *debe*; elsewhere, and in English, it stays where it is."""
    text = must("a", "rule", rule, 3).text
    assert text.es == es
    assert text.to(Language.EN).startswith(en)
