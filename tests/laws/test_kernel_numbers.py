"""Laws of exact numbers: reading, adding, rounding, and rounding parts to their total."""

from __future__ import annotations

import decimal
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.kernel import (
    InvalidValueError,
    Rounding,
    largest_remainder,
    parse_exact,
    parse_whole,
    round_exact,
    shown_number,
)
from imss_integrity.kernel.exact import exact_sum
from imss_integrity.strategies import exact_numbers

PLACES = st.integers(0, 28)
MODES = {
    Rounding.HALF_UP: decimal.ROUND_HALF_UP,
    Rounding.HALF_EVEN: decimal.ROUND_HALF_EVEN,
    Rounding.DOWN: decimal.ROUND_DOWN,
}
# Halves are what rounding is about, so they come up often.
HALVES = st.builds(Fraction, st.integers(-4000, 4000), st.just(2000))
NUMBERS = exact_numbers(-(10**9), 10**9) | HALVES
DECIMALS = st.decimals(-(10**12), 10**12, places=4)


def unit_of(places: int) -> Fraction:
    """Give one unit of the last place."""
    return Fraction(1, 10**places)


class TestRoundExact:
    """Rounding is done once, on exact numbers, by a named mode."""

    @pytest.mark.parametrize("mode", Rounding)
    @given(value=DECIMALS | HALVES.map(lambda half: Decimal(half.numerator) / 2000), data=st.data())
    def test_it_agrees_with_quantize_at_great_precision(
        self, mode: Rounding, value: Decimal, data: st.DataObject
    ) -> None:
        """The decimal module, given enough digits, rounds the same number to the same one."""
        places = data.draw(PLACES)
        with decimal.localcontext(decimal.Context(prec=200)):
            expected = value.quantize(Decimal((0, (1,), -places)), rounding=MODES[mode])

        actual = round_exact(value, places, mode)

        assert expected == actual
        assert expected.as_tuple().exponent == actual.as_tuple().exponent

    @pytest.mark.parametrize("mode", Rounding)
    @given(value=NUMBERS, places=PLACES)
    def test_it_stays_within_a_unit_and_keeps_what_is_round(
        self, mode: Rounding, value: Fraction, places: int
    ) -> None:
        """The result is a neighbour; rounding it again changes nothing; the sign mirrors."""
        rounded = round_exact(value, places, mode)
        distance = abs(Fraction(rounded) - value)

        assert distance < unit_of(places)
        assert mode is Rounding.DOWN or 2 * distance <= unit_of(places)
        assert rounded == round_exact(rounded, places, mode)
        assert Fraction(rounded) == -Fraction(round_exact(-value, places, mode))

    @pytest.mark.parametrize("mode", Rounding)
    @given(pair=st.tuples(NUMBERS, NUMBERS).map(sorted), places=st.integers(0, 3))
    def test_order_is_kept(self, mode: Rounding, pair: list[Fraction], places: int) -> None:
        """A larger number never rounds to a smaller one."""
        low, high = pair

        assert round_exact(low, places, mode) <= round_exact(high, places, mode)

    @given(value=NUMBERS, places=PLACES, mode=st.sampled_from(Rounding))
    def test_the_decimal_context_takes_no_part(
        self, value: Fraction, places: int, mode: Rounding
    ) -> None:
        """A caller's precision of 3 digits changes neither the number nor its text."""
        expected = round_exact(value, places, mode), shown_number(value)

        with decimal.localcontext(decimal.Context(prec=3, rounding=decimal.ROUND_UP)):
            assert expected == (round_exact(value, places, mode), shown_number(value))


class TestLargestRemainder:
    """Rounded parts add up to the rounded total (resto mayor)."""

    @given(parts=st.lists(NUMBERS, max_size=8), places=st.integers(0, 4))
    def test_parts_add_up_and_stay_near(self, parts: list[Fraction], places: int) -> None:
        """The sum is the rounded sum; no part moves by a whole unit."""
        rounded = largest_remainder(parts, places)

        assert round_exact(sum(parts, Fraction()), places) == sum(map(Fraction, rounded))
        assert all(
            abs(Fraction(after) - before) < unit_of(places)
            for before, after in zip(parts, rounded, strict=True)
        )

    @given(parts=st.lists(NUMBERS, min_size=1, max_size=8), places=st.integers(0, 4))
    def test_either_neighbour_of_the_sum_may_be_the_total(
        self, parts: list[Fraction], places: int
    ) -> None:
        """Asked for the one below or above the exact sum, the parts add up to that one."""
        scaled = sum(parts, Fraction()) * 10**places
        for units in {scaled.__floor__(), scaled.__ceil__()}:
            total = units * unit_of(places)

            rounded = largest_remainder(parts, places, total=total)

            assert total == sum(map(Fraction, rounded))

    @given(parts=st.lists(NUMBERS, min_size=1, max_size=8))
    def test_a_larger_remainder_is_never_passed_over(self, parts: list[Fraction]) -> None:
        """Of two parts, the one with the larger remainder is raised first."""
        rounded = largest_remainder(parts)
        rest = [part - part.__floor__() for part in parts]
        raised = [Fraction(r) > p.__floor__() for r, p in zip(rounded, parts, strict=True)]

        assert max((r for r, up in zip(rest, raised, strict=True) if not up), default=0) <= min(
            (r for r, up in zip(rest, raised, strict=True) if up), default=1
        )

    @given(parts=st.lists(NUMBERS, min_size=2, max_size=8))
    def test_a_larger_part_is_never_shown_smaller(self, parts: list[Fraction]) -> None:
        """Rounding keeps the order of the parts."""
        rounded = largest_remainder(parts)
        ordered = sorted(zip(parts, rounded, strict=True), key=lambda pair: (pair[0], -pair[1]))

        assert all(
            before[1] <= after[1] or before[0] == after[0] for before, after in pairwise(ordered)
        )

    @given(parts=st.lists(NUMBERS, max_size=6), away=st.integers(1, 9))
    def test_a_total_that_is_no_neighbour_is_refused(
        self, parts: list[Fraction], away: int
    ) -> None:
        """Parts are never bent to a sum that they do not have."""
        exact = sum(parts, Fraction())
        for total in (exact.__ceil__() + away, exact.__floor__() - away):
            with pytest.raises(InvalidValueError, match="'total' must be the rounded sum"):
                largest_remainder(parts, total=total)

    def test_ties_go_to_the_earlier_part(self) -> None:
        """Three equal thirds: the first is raised."""
        assert (Decimal(34), Decimal(33), Decimal(33)) == largest_remainder(
            [Fraction(100, 3)] * 3, 0
        )


@given(numbers=st.lists(exact_numbers()))
def test_the_fast_sum_is_the_sum(numbers: list[Fraction]) -> None:
    """One common denominator gives what adding one by one gives, in any order."""
    assert sum(numbers, Fraction()) == exact_sum(numbers) == exact_sum(reversed(numbers))


class TestReading:
    """Numbers are read exactly or not at all."""

    @given(
        number=st.builds(Fraction, st.integers(1 - 10**28, 10**28 - 1), st.integers(1, 10**28 - 1))
    )
    def test_an_exact_number_is_read_back_from_its_text(self, number: Fraction) -> None:
        """The text of a fraction is read as the same fraction."""
        assert number == parse_exact(str(number)) == parse_exact(number)

    @given(number=DECIMALS)
    def test_a_decimal_is_read_as_written(self, number: Decimal) -> None:
        """A Decimal and its text mean the same number."""
        assert Fraction(number) == parse_exact(number) == parse_exact(f"{number:f}")

    @given(number=st.integers(-(10**16) + 1, 10**16 - 1))
    def test_a_whole_number_is_read_back_from_its_text(self, number: int) -> None:
        """The plain text of an int is read as that int, by both readers."""
        assert number == parse_whole(str(number)) == parse_whole(number) == parse_exact(number)

    @pytest.mark.parametrize(
        "value",
        [
            True, False, 1.0, 0.5, float("nan"), float("inf"), None, "", " 1", "1 ", "1\n", "+1",
            "1_000", "1,000", "1e3", "0x10", "٣", "²", "--1", "-", b"1", [1], "1" * 60,
            complex(1), Decimal("NaN"), Decimal("sNaN"), Decimal("Infinity"),
            Decimal("1E+1000000"), Decimal("1E-1000000"),
        ],
    )  # fmt: skip
    def test_any_other_shape_is_refused(self, value: object) -> None:
        """No float, no bool, no foreign digits, no space, no exponent, no infinity."""
        for read in (parse_whole, parse_exact):
            with pytest.raises(InvalidValueError) as caught:
                read(value, path="percent")
            assert [(f.path, f.code) for f in caught.value.faults] == [("percent", "type")]

    @pytest.mark.parametrize(
        "value", ["1/0", "1/00", "1/-2", "1.5/2", "/2", "1/", ".5", "5.", "1.2.3"]
    )
    def test_broken_fractions_are_refused(self, value: str) -> None:
        """A denominator of 0 and half a fraction are no numbers."""
        with pytest.raises(InvalidValueError, match="must be an exact number"):
            parse_exact(value)

    @pytest.mark.parametrize(
        "value", ["0.5", "1/2", Decimal(1), Fraction(1), 10**20 * 1.0, "1" * 17]
    )
    def test_a_whole_number_is_nothing_else(self, value: object) -> None:
        """Exact but not an int, and more than 16 digits of text: refused."""
        with pytest.raises(InvalidValueError, match="must be a whole number"):
            parse_whole(value)


class TestArguments:
    """Modes and places are checked, never guessed."""

    @pytest.mark.parametrize("places", [-1, 29, True, 1.0, "2", None])
    def test_places_are_a_whole_number_from_0_to_28(self, places: int) -> None:
        """Any other number of decimals is refused by both roundings."""
        with pytest.raises(InvalidValueError, match="'places' must be a whole number"):
            round_exact(Fraction(1, 3), places)
        with pytest.raises(InvalidValueError, match="'places' must be a whole number"):
            largest_remainder([Fraction(1, 3)], places)

    def test_the_text_of_a_mode_is_that_mode(self) -> None:
        """A mode given as its text rounds as the mode does, not in some other way."""
        for mode in Rounding:
            texts = [str(round_exact(Fraction(n, 2), 0, mode)) for n in range(-5, 6)]
            assert texts == [
                str(round_exact(Fraction(n, 2), 0, mode.value))  # type: ignore[arg-type]
                for n in range(-5, 6)
            ]

    def test_an_unknown_mode_is_refused(self) -> None:
        """The message lists the modes."""
        with pytest.raises(InvalidValueError, match="'mode' must be one of half_up, half_even"):
            round_exact(Fraction(1, 2), 0, "arriba")  # type: ignore[arg-type]


class TestShownNumber:
    """Numbers for people: half up, no idle zeros, groups of three from 10 000."""

    @pytest.mark.parametrize(
        ("expected", "value"),
        [
            ("0", 0), ("0", Fraction(1, 1000)),
            ("0", Fraction(-1, 1000)), ("-0.01", Fraction(-1, 100)),
            ("622.5", Fraction(1245, 2)), ("9999", 9999), ("10 000", 10_000), ("-10 000", -10_000),
            ("12 637.13", Decimal("12637.125")), ("1 234 567", 1_234_567), ("100", 100),
            ("1000", Decimal("999.999")), ("10 000", Decimal("9999.999")),
        ],
    )  # fmt: skip
    def test_known_numbers(self, expected: str, value: Fraction) -> None:
        """Each number is written as agreed."""
        assert expected == shown_number(value)

    @given(value=NUMBERS, places=st.integers(0, 6))
    def test_it_can_be_read_back(self, value: Fraction, places: int) -> None:
        """Without its spaces it is the rounded number, whatever the precision."""
        text = shown_number(value, places)

        assert round_exact(value, places) == Decimal(text.replace(" ", ""))
        assert not text.startswith("-0") or text.startswith("-0.")
