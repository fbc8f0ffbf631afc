"""CLUES and budget keys: taking apart, check digit, warnings, refusals."""

from __future__ import annotations

import copy
import pickle
import string

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from imss_integrity import strategies
from imss_integrity.kernel import InvalidValueError
from imss_integrity.organization import BudgetKey, Clues

LETTERS = st.text(string.ascii_uppercase, min_size=5, max_size=5)
SEQUENCES = st.integers(0, 99_999).map(lambda n: f"{n:05}")
SIGNS = string.digits + string.ascii_uppercase
REAL_BUDGET_KEYS = (
    "140102062151",
    "140103252110",
    "140113252110",
    "140113UA2110",
    "141201252110",
    "14A601122153",
    "14A602142153",
    "14A6031C2153",
)


class TestCheckDigit:
    """The last digit of a CLUES is 2 (sequence - sum of the letters) mod 7, with A = 1."""

    @given(LETTERS, SEQUENCES)
    def test_exactly_one_digit_fits_and_it_is_below_seven(self, letters: str, number: str) -> None:
        """Of the ten endings of any prefix, one of 0 to 6 fits and no other."""
        fitting = [d for d in range(10) if Clues(f"{letters}{number}{d}").check_digit_ok]
        assert 1 == len(fitting)
        assert fitting[0] in range(7)

    @given(LETTERS, SEQUENCES, st.integers(0, 6))
    def test_the_sequence_counts_by_two(self, letters: str, number: str, digit: int) -> None:
        """The next sequence moves the fitting digit by two, in a circle of seven."""
        assume(number != "99999")
        here = Clues(f"{letters}{number}{digit}")
        there = Clues(f"{letters}{int(number) + 1:05}{(digit + 2) % 7}")
        assert here.check_digit_ok == there.check_digit_ok

    @given(st.permutations("JCIMS"), SEQUENCES, st.integers(0, 9))
    def test_a_swap_of_letters_goes_unseen(
        self, letters: list[str], number: str, digit: int
    ) -> None:
        """A known weakness: only the sum of the letters counts."""
        swapped = Clues(f"{''.join(letters)}{number}{digit}")
        assert Clues(f"JCIMS{number}{digit}").check_digit_ok == swapped.check_digit_ok

    @given(LETTERS, SEQUENCES, st.integers(0, 4), st.integers(0, 9))
    def test_a_wrong_digit_is_seen_unless_seven_apart(
        self, letters: str, number: str, place: int, digit: int
    ) -> None:
        """Replacing one digit of the sequence is seen exactly where the two differ mod 7."""
        fitting = next(
            key for d in range(7) if (key := Clues(f"{letters}{number}{d}")).check_digit_ok
        )
        spoilt = f"{number[:place]}{digit}{number[place + 1 :]}"
        same = (int(number[place]) - digit) % 7 == 0
        assert same == Clues(f"{letters}{spoilt}{fitting.value[-1]}").check_digit_ok

    @pytest.mark.parametrize("value", ["JCIMS000366", "BSIMB000672"])
    def test_real_keys_fit(self, value: str) -> None:
        """Two published keys."""
        assert Clues(value).check_digit_ok
        assert () == Clues(value).warnings

    def test_an_invented_key_is_suspicious_and_not_refused(self) -> None:
        """The rule is derived, so a misfit is a warning and never an error."""
        invented = Clues.parse("MCIMB000123")
        assert not invented.check_digit_ok
        assert ["check_digit"] == [fault.code for fault in invented.warnings]
        assert "'clues' must end in its check digit: got '3'" == invented.warnings[0].text.en
        assert "'clues' debe terminar en su dígito verificador: se recibió '3'" == (
            invented.warnings[0].text.es
        )


@given(LETTERS, SEQUENCES, st.integers(0, 9))
def test_the_parts_of_a_clues_make_the_whole(letters: str, number: str, digit: int) -> None:
    """State, institution, sequence and check digit, in that order, lose nothing."""
    key = Clues.parse(f"{letters}{number}{digit}")
    assert (letters[:2], letters[2:], number) == (key.state, key.institution, key.sequence)
    assert str(key) == key.value == f"{key.state}{key.institution}{key.sequence}{digit}"


@pytest.mark.parametrize(
    "value",
    [
        "",
        "JCIMS00036",
        "JCIMS0003666",
        "jcims000366",
        "JCIM5000366",
        "JCIMS00036A",
        "JCIMS000366\n",
        " JCIMS000366",
        "JCIMS-00366",
        "ÑCIMS000366",
        "JCIMS\u0660\u0660\u0660\u0663\u0666\u0666",
        "\uff2a\uff23\uff29\uff2d\uff33000366",
        "J" * 100_000,
        None,
        366,
        True,
        b"JCIMS000366",
        ["JCIMS000366"],
    ],
)
def test_a_malformed_clues_is_refused(value: object) -> None:
    """Nothing is trimmed, folded or converted."""
    with pytest.raises(InvalidValueError) as caught:
        Clues.parse(value)  # type: ignore[arg-type]
    assert "value" == caught.value.faults[0].path
    with pytest.raises(InvalidValueError) as caught:
        Clues.parse(value, path="rows[2].clues")  # type: ignore[arg-type]
    assert "rows[2].clues" == caught.value.faults[0].path


@pytest.mark.parametrize("value", REAL_BUDGET_KEYS)
def test_published_budget_keys_raise_no_warning(value: str) -> None:
    """Every key that the derivation rests on is taken apart and unsuspicious."""
    key = BudgetKey.parse(value)
    parts = (key.ooad, key.zone, key.sequence, key.service_type, key.budget_unit)
    assert value == "".join(parts) == str(key)
    assert [2, 2, 2, 2, 4] == [len(part) for part in parts]
    assert "14" == key.ooad
    assert () == key.warnings


@given(st.text(string.digits, min_size=2, max_size=2), st.text(SIGNS, min_size=10, max_size=10))
def test_the_parts_of_a_budget_key_make_the_whole(place: str, rest: str) -> None:
    """Any key of that shape is taken apart without loss."""
    key = BudgetKey(place + rest)
    assert place == key.ooad
    assert rest == key.zone + key.sequence + key.service_type + key.budget_unit


@pytest.mark.parametrize(
    ("value", "paths"),
    [
        ("140103ZZ2110", ["service_type"]),
        ("140103252199", ["budget_unit"]),
        ("140103ZZ2199", ["service_type", "budget_unit"]),
        ("140103252110", []),
    ],
)
def test_an_unseen_part_is_a_warning(value: str, paths: list[str]) -> None:
    """The lists of service types and budget units are open."""
    warnings = BudgetKey(value).warnings
    assert paths == [fault.path for fault in warnings]
    assert {"unseen"} >= {fault.code for fault in warnings}


@pytest.mark.parametrize(
    "value",
    [
        "",
        "14010206215",
        "1401020621510",
        "140113ua2110",
        "1A0102062151",
        "14010206215\n",
        "140102062151\n",
        "14 102062151",
        "14Ñ102062151",
        "1\uff140102062151",
        140102062151,
        None,
        False,
        b"140102062151",
    ],
)
def test_a_malformed_budget_key_is_refused(value: object) -> None:
    """Nothing is trimmed, folded or converted."""
    with pytest.raises(InvalidValueError):
        BudgetKey.parse(value)  # type: ignore[arg-type]


@given(strategies.clues() | strategies.budget_keys())
def test_keys_copy_and_pickle(key: Clues | BudgetKey) -> None:
    """Every copy passes the constructor and compares equal."""
    for other in (copy.copy(key), copy.deepcopy(key), pickle.loads(pickle.dumps(key))):  # noqa: S301
        assert key == other
        assert hash(key) == hash(other)


def test_a_clues_is_no_budget_key() -> None:
    """Two registers, two types: equal texts would not make equal keys."""
    keys: list[object] = [Clues("JCIMS000366"), BudgetKey("140102062151")]
    assert keys != ["JCIMS000366", "140102062151"]
    assert not set(keys) & {"JCIMS000366", "140102062151"}
