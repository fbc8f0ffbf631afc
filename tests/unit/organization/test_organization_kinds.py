"""Kinds of units and their groups: reading them as people write them, labels, groups."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.kernel import InvalidValueError, Language
from imss_integrity.organization import UnitGroup, UnitKind

KINDS = pytest.mark.parametrize("kind", UnitKind)

SOCIAL = {
    "guarderia",
    "ceci",
    "css",
    "centro_vacacional",
    "teatro",
    "tienda",
    "velatorio",
    "cecem",
}
UNGROUPED = {"lavanderia", "escuela_enfermeria", "unidad_deportiva"}


@KINDS
def test_a_code_is_lower_case_ascii(kind: UnitKind) -> None:
    """So that no two codes differ by case or accent alone."""
    assert kind.value.replace("_", "").isascii()
    assert kind.value.replace("_", "").isalpha()
    assert kind.value == kind.value.lower()


@KINDS
def test_a_kind_is_read_from_its_code_in_any_dress(kind: UnitKind) -> None:
    """Case, dashes, slashes, spaces and padding do not matter; a member is read as itself."""
    code = kind.value
    for written in (code, kind, code.upper(), code.title(), f"  {code}\n"):
        assert kind is UnitKind.parse(written)
    for joint in (" ", "-", "/", " / ", "__"):
        assert kind is UnitKind.parse(code.replace("_", joint))


@KINDS
def test_a_kind_is_read_from_its_spanish_label(kind: UnitKind) -> None:
    """What `label` says, `parse` reads, in both normal forms."""
    for form in ("NFC", "NFD", "NFKC"):
        assert kind is UnitKind.parse(unicodedata.normalize(form, kind.label.es))
        assert kind is UnitKind.parse(unicodedata.normalize(form, kind.label.es.upper()))


@pytest.mark.parametrize(
    ("alias", "kind"),
    [
        ("HGSZ", UnitKind.HGS),
        ("HGSZMF", UnitKind.HGSMF),
        ("HGS/MF", UnitKind.HGSMF),
        ("HGS-MF", UnitKind.HGSMF),
        ("HGZ/MF", UnitKind.HGZMF),
        ("HGZ MF", UnitKind.HGZMF),
        ("UMF-UMAA", UnitKind.UMF_UMAA),
        ("HGZ-UMAA", UnitKind.HGZ_UMAA),
        ("UMF/CH", UnitKind.UMF_CH),
        ("HOnco", UnitKind.HONCO),
        ("Guardería", UnitKind.GUARDERIA),
        ("Guardería Directa", UnitKind.GUARDERIA),
        ("guardería indirecta", UnitKind.GUARDERIA),
        ("Guardería ordinaria", UnitKind.GUARDERIA),
        ("GUARDERÍA SUBROGADA", UnitKind.GUARDERIA),
        ("Banco de Sangre", UnitKind.BS),
        ("Centro de lavado", UnitKind.LAVANDERIA),
        ("Lavandería", UnitKind.LAVANDERIA),
        ("Escuela de Enfermería", UnitKind.ESCUELA_ENFERMERIA),
        ("Subdelegación", UnitKind.SUBDELEGACION),
        ("Unidad Deportiva", UnitKind.UNIDAD_DEPORTIVA),
    ],
)
def test_an_alias_gives_the_one_code(alias: str, kind: UnitKind) -> None:
    """Spellings of the unit master list, of the press and of the model."""
    assert kind is UnitKind.parse(alias)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "farmacia",
        "umf1",
        "um f",
        "umf umf",
        "umf" + " " * 61 + "y otra cosa",
        "umf" + " " * 1_000_000,
        "umf★",
        "日本umf",
        "um\u200bf",
        "u\u0000mf",
        "\uff55\uff4d\uff46",
        "ümfß",
        "guarder|a",
        "*",
        "0",
    ],
)
def test_what_no_kind_is_written_as_is_refused(text: str) -> None:
    """Only accents are dropped: no other character vanishes, and nothing is cut off."""
    with pytest.raises(InvalidValueError) as caught:
        UnitKind.parse(text)
    assert "choice" == caught.value.faults[0].code


@pytest.mark.parametrize(
    "value", [None, 1, 1.5, True, b"umf", ["umf"], {"umf": 1}, UnitGroup.SOCIAL]
)
def test_what_is_no_text_is_refused(value: object) -> None:
    """A number or a list names no kind."""
    with pytest.raises(InvalidValueError):
        UnitKind.parse(value)


def test_a_refusal_lists_the_codes_and_never_the_text() -> None:
    """A personal key in the wrong column must not surface in a message."""
    with pytest.raises(InvalidValueError) as caught:
        UnitKind.parse("XEXX010101HNEXXXA4", path="tipo")
    told = f"{caught.value}{caught.value.text.es}{caught.value!r}"
    assert "XEXX" not in told
    assert all(kind.value in str(caught.value) for kind in UnitKind)
    assert "tipo" == caught.value.faults[0].path


@given(st.text(max_size=70))
def test_any_text_gives_a_kind_or_the_one_error(text: str) -> None:
    """And what is read is read again from its code."""
    try:
        kind = UnitKind.parse(text)
    except InvalidValueError:
        return
    assert kind is UnitKind.parse(kind.value)


@KINDS
def test_the_group_is_what_the_sources_tell(kind: UnitKind) -> None:
    """Social and administrative kinds are listed; three have no group; the rest is medical."""
    if kind.value in SOCIAL:
        expected: UnitGroup | None = UnitGroup.SOCIAL
    elif kind.value == "subdelegacion":
        expected = UnitGroup.ADMINISTRATIVE
    elif kind.value in UNGROUPED:
        expected = None
    else:
        expected = UnitGroup.MEDICAL
    assert expected is kind.group


def test_no_two_kinds_share_a_label() -> None:
    """Labels are unique in each language."""
    for language in Language:
        labels = [kind.label.to(language) for kind in UnitKind]
        assert len(labels) == len(set(labels))


@KINDS
def test_an_abbreviation_stays_and_a_word_is_translated(kind: UnitKind) -> None:
    """Abbreviations of the Institute are the same in both languages."""
    label = kind.label
    if label.en is None:
        written = {"umf_umaa": "UMF-UMAA", "umf_ch": "UMF/CH", "hgz_umaa": "HGZ-UMAA"}
        written["honco"] = "HOnco"
        assert written.get(kind.value, kind.value.upper()) == label.es
    else:
        assert label.en != label.es or kind is UnitKind.TIENDA


@pytest.mark.parametrize(
    ("group", "labels"),
    [
        (UnitGroup.MEDICAL, ("médicas", "medical")),
        (UnitGroup.SOCIAL, ("sociales", "social")),
        (UnitGroup.ADMINISTRATIVE, ("administrativas", "administrative")),
    ],
)
def test_groups_have_names_in_both_languages(group: UnitGroup, labels: tuple[str, str]) -> None:
    """The three groups in which the model takes units."""
    assert labels == (group.label.es, group.label.en)
