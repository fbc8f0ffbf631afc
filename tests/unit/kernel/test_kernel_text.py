"""Texts: two languages, and filling that cannot be attacked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.kernel import Language, Text
from imss_integrity.kernel.text import join
from imss_integrity.strategies import names, texts

ATTACKS = (
    "{0.__class__}",
    "{0.__class__.__mro__}",
    "{a.__class__}",
    "{a[0]}",
    "{a!r}",
    "{a:>9999999999}",
    "{}",
    "{0}",
    "{{a}}",
    "%(a)s",
    "{a",
    "a}",
)


@given(text=texts())
def test_spanish_is_the_original(text: Text) -> None:
    """English stands where there is one; otherwise Spanish stands in."""
    assert text.es == str(text) == text.to(Language.ES)
    assert text.to(Language.EN) == (text.es if text.en is None else text.en)


@pytest.mark.parametrize("attack", ATTACKS)
def test_braces_in_a_wording_walk_nowhere(attack: str) -> None:
    """Only a plain name in braces is a slot; anything else stays as it is written."""
    filled = Text(attack, attack).format(a="x")

    assert attack.replace("{a}", "x") == filled.es == filled.to(Language.EN)


@given(value=names() | st.sampled_from(ATTACKS))
def test_what_is_filled_in_is_never_filled_again(value: str) -> None:
    """One pass: a value that looks like a slot stays as it is."""
    filled = Text("<{a}|{b}>", "[{b}|{a}]").format(a=value, b="{a}")

    assert f"<{value}|{{a}}>" == filled.es
    assert f"[{{a}}|{value}]" == filled.en


@given(text=texts(), value=texts())
def test_a_text_goes_in_by_its_language(text: Text, value: Text) -> None:
    """Each wording is filled with the wording of the same language."""
    slot = Text("a: {value}", "b: {value}").format(value=value)

    assert f"a: {value.es}" == slot.es
    assert f"b: {value.to(Language.EN)}" == slot.en
    assert text.to(Language.EN) == text.format().en


def test_a_slot_without_a_value_stays() -> None:
    """Nothing is dropped silently."""
    assert Text("{a} {b}").format(a=1) == Text("1 {b}", "1 {b}")


@given(several=st.lists(texts(), max_size=4))
def test_texts_are_joined_by_language(several: list[Text]) -> None:
    """Each language keeps to itself."""
    joined = join(iter(several), " / ")

    for language in Language:
        assert " / ".join(text.to(language) for text in several) == joined.to(language)


def test_there_are_two_languages() -> None:
    """Their codes do; any other is an error."""
    assert Text("meta", "target").to("en") == "target"  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="is not a valid Language"):
        Text("meta").to("fr")  # type: ignore[arg-type]
