"""Units: one parent, the place, and reading them from rows."""

from __future__ import annotations

import random
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity import strategies
from imss_integrity.kernel import (
    ImssIntegrityError,
    InconsistentError,
    InvalidValueError,
)
from imss_integrity.organization import (
    CENTRAL_LEVEL,
    BudgetKey,
    Clues,
    Ooad,
    Umae,
    Unit,
    UnitGroup,
    UnitKind,
    place_of,
    units,
)

JALISCO = Ooad(code="14", name="Jalisco", short_name="Jalisco", state_code="14", iso="MX-JAL")
COLIMA = Ooad(code="06", name="Colima", short_name="Colima", state_code="06", iso="MX-COL")
OCCIDENTE = Umae(code="4T", name="UMAE 20 HP CMN Occidente", state_code="14")
PARENTS = (JALISCO, COLIMA, OCCIDENTE, CENTRAL_LEVEL)
CLINIC = Unit(code="UMF-900", name="UMF 900", kind=UnitKind.UMF, parent=JALISCO)
WARD = Unit(code="HP-1", name="HP", kind=UnitKind.HP, parent=OCCIDENTE)
ROW: dict[str, object] = {"unit": "UMF-900", "name": "UMF 900", "kind": "UMF", "parent": "14"}


def paths(error: ImssIntegrityError) -> list[str]:
    """Give the path of each fault."""
    return [fault.path for fault in error.faults]


class TestParent:
    """A unit has exactly one parent: an OOAD, a UMAE or the central level."""

    @pytest.mark.parametrize("parent", PARENTS)
    def test_each_body_can_be_a_parent(self, parent: Any) -> None:
        """All three kinds of bodies."""
        assert parent == attrs.evolve(CLINIC, parent=parent).parent

    @pytest.mark.parametrize("parent", [None, "14", 14, CLINIC, (JALISCO,), [JALISCO], Ooad])
    def test_nothing_else_can(self, parent: Any) -> None:
        """No code, no unit, no two of them."""
        with pytest.raises(InvalidValueError) as caught:
            attrs.evolve(CLINIC, parent=parent)
        assert ["parent"] == paths(caught.value)
        assert "'parent' debe ser un Ooad, una Umae o el nivel central" == caught.value.text.es


class TestPlace:
    """The place is what is stated, then the budget key, then a parent that is an OOAD."""

    @given(strategies.units())
    def test_the_order_of_the_three(self, unit: Unit) -> None:
        """Each tells only where the one before is silent."""
        if unit.place is not None:
            assert unit.place.code == place_of(unit)
        elif unit.budget_key is not None:
            assert unit.budget_key.value[:2] == place_of(unit)
        elif isinstance(unit.parent, Ooad):
            assert unit.parent.code == place_of(unit)
        else:
            assert place_of(unit) is None

    def test_a_ward_of_a_umae_stands_in_an_ooad(self) -> None:
        """The place of a UMAE is no parent; without key it is not known."""
        assert place_of(WARD) is None
        assert "14" == place_of(attrs.evolve(WARD, budget_key=BudgetKey("14A601122153")))
        assert "06" == place_of(attrs.evolve(WARD, place=COLIMA))

    def test_what_is_stated_outweighs_key_and_parent(self) -> None:
        """Even where they disagree."""
        moved = attrs.evolve(CLINIC, budget_key=BudgetKey("200305252110"))
        assert "20" == place_of(moved)
        assert "06" == place_of(attrs.evolve(moved, place=COLIMA))

    def test_the_central_level_is_no_place(self) -> None:
        """09 is never the OOAD of a unit."""
        assert place_of(attrs.evolve(CLINIC, parent=CENTRAL_LEVEL)) is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("code", "UMF 900"),
        ("code", ""),
        ("code", 900),
        ("code", "U" * 65),
        ("name", ""),
        ("name", "UMF\n900"),
        ("name", None),
        ("kind", "umf"),
        ("kind", None),
        ("place", "14"),
        ("place", OCCIDENTE),
        ("clues", "JCIMS000366"),
        ("clues", BudgetKey("140102062151")),
        ("budget_key", "140102062151"),
        ("budget_key", Clues("JCIMS000366")),
    ],
)
def test_a_field_of_a_unit_holds_its_own_type(field: str, value: Any) -> None:
    """Texts do not stand for kinds, keys or bodies; the fault names the field."""
    with pytest.raises(InvalidValueError) as caught:
        attrs.evolve(CLINIC, **{field: value})
    assert [field] == paths(caught.value)


def test_the_group_of_a_unit_is_that_of_its_kind() -> None:
    """Unknown for a laundry."""
    assert CLINIC.group is UnitGroup.MEDICAL
    assert attrs.evolve(CLINIC, kind=UnitKind.LAVANDERIA).group is None


def row_of(unit: Unit) -> dict[str, object]:
    """Write *unit* as a row."""
    return {
        "unit": unit.code,
        "name": unit.name,
        "kind": unit.kind.value,
        "parent": unit.parent.code,
        "clues": None if unit.clues is None else unit.clues.value,
        "budget_key": None if unit.budget_key is None else unit.budget_key.value,
    }


class TestRows:
    """Units from rows: forgiving in shape, strict in meaning, all faults at once."""

    @given(
        st.lists(strategies.units(), min_size=1, unique_by=lambda unit: unit.code.lower()),
        st.randoms(use_true_random=False),
    )
    def test_rows_of_units_give_the_units(self, some: list[Unit], chance: random.Random) -> None:
        """Whatever their order, they come back by code; a place does not stand in a row."""
        bodies = {unit.parent.code: unit.parent for unit in some}
        known = [attrs.evolve(unit, parent=bodies[unit.parent.code], place=None) for unit in some]
        shuffled = chance.sample(known, len(known))
        assert tuple(sorted(known, key=lambda unit: unit.code)) == units(
            map(row_of, shuffled), parents=bodies.values()
        )

    def test_cells_are_read_as_people_write_them(self) -> None:
        """Padding, accents in any form, aliases; blank keys and other columns do not matter."""
        row = {
            "unit": " G-1 ",
            "name": " Guarderi\u0301a 1 ",
            "kind": "GUARDERÍA SUBROGADA",
            "parent": "4T ",
            "clues": "",
            "budget_key": float("nan"),
            "comment": object(),
        }
        (read,) = units([row], parents=PARENTS)
        assert Unit(code="G-1", name="Guardería 1", kind=UnitKind.GUARDERIA, parent=OCCIDENTE) == (
            read
        )

    def test_keys_are_read(self) -> None:
        """CLUES and budget key become values of their own."""
        row = {**ROW, "clues": "JCIMS000366", "budget_key": "140102062151"}
        (read,) = units([row], parents=PARENTS)
        assert (Clues("JCIMS000366"), BudgetKey("140102062151")) == (read.clues, read.budget_key)
        assert "14" == place_of(read)

    def test_other_headers_are_named(self) -> None:
        """`columns` maps a field to its header."""
        row = {"Clave": "UMF-900", "Nombre": "UMF 900", "kind": "umf", "OOAD": "14"}
        headers = {"unit": "Clave", "name": "Nombre", "parent": "OOAD"}
        assert (CLINIC,) == units([row], parents=PARENTS, columns=headers)

    def test_every_bad_row_is_named_at_once(self) -> None:
        """One error, one fault a row, paths that count from 0 and sentences from 1."""
        rows: list[dict[str, object]] = [
            ROW,
            {**ROW, "unit": None},
            {**ROW, "unit": 900},
            {**ROW, "name": "x" * 201},
            {**ROW, "kind": "farmacia"},
            {**ROW, "parent": "99"},
            {**ROW, "parent": 14},
            {**ROW, "clues": "JCIMS"},
            {**ROW, "budget_key": 140102062151},
            {},
        ]
        with pytest.raises(InvalidValueError) as caught:
            units(rows, parents=PARENTS)
        assert [
            "rows[1].unit",
            "rows[2].unit",
            "rows[3].name",
            "rows[4].kind",
            "rows[5].parent",
            "rows[6].parent",
            "rows[7].clues",
            "rows[8].budget_key",
            "rows[9].unit",
        ] == paths(caught.value)
        assert caught.value.faults[0].text.es.startswith("fila 2: 'unit' debe tener un valor")
        assert "'parent' is not among the bodies given" in str(caught.value.faults[4].text.en)

    def test_codes_that_print_alike_are_named_at_once(self) -> None:
        """Every code that repeats an earlier one, whatever its case."""
        codes = ["UMF-1", "umf-1", "UMF-2", "UMF-2", "UMF-3"]
        with pytest.raises(InconsistentError) as caught:
            units([{**ROW, "unit": code} for code in codes], parents=PARENTS)
        assert ["duplicate", "duplicate"] == [fault.code for fault in caught.value.faults]
        assert ["'umf-1'", "'UMF-2'"] == [
            str(fault.text.en).rpartition(" ")[2] for fault in caught.value.faults
        ]

    @pytest.mark.parametrize("rows", [[], None, 5, "UMF", ROW, [None], [[]], ["UMF"]])
    def test_what_is_no_series_of_rows_is_refused(self, rows: Any) -> None:
        """A single mapping among them: it would be read as a series of headers."""
        with pytest.raises(InvalidValueError):
            units(rows, parents=PARENTS)

    @pytest.mark.parametrize("parent", ["14", None, CLINIC, 14])
    def test_parents_must_be_bodies(self, parent: Any) -> None:
        """A code among *parents* is refused by its place, before any row is read."""
        with pytest.raises(InvalidValueError) as caught:
            units([ROW], parents=[JALISCO, parent])
        assert ["parents[1]"] == paths(caught.value)

    def test_without_parents_no_row_is_sound(self) -> None:
        """A parent is never invented."""
        with pytest.raises(InvalidValueError, match="not among the bodies"):
            units([ROW], parents=[])

    def test_a_length_is_checked_after_normalising(self) -> None:
        """A name that the normal form makes longer than 200 is refused; 200 are kept."""
        growing = "\u0958"  # one character, two in normal form C
        (read,) = units([{**ROW, "name": growing * 100}], parents=PARENTS)
        assert 200 == len(read.name)
        with pytest.raises(InvalidValueError, match="at most 200 characters"):
            units([{**ROW, "name": growing * 101}], parents=PARENTS)

    def test_no_name_and_no_long_code_surfaces(self) -> None:
        """What a person may be known by stays out of every message."""
        personal_key = "XEXX010101HNEXXXA4"
        rows = [{**ROW, field: f"{personal_key}\n{personal_key}"} for field in ROW]
        rows += [
            {**ROW, field: f"{personal_key}\n{personal_key}"} for field in ("clues", "budget_key")
        ]
        with pytest.raises(InvalidValueError) as caught:
            units(rows, parents=PARENTS)
        assert len(rows) == len(caught.value.faults)
        assert personal_key not in f"{caught.value}{caught.value.text.es}{caught.value!r}"

    def test_a_place_is_an_ooad_among_the_parents(self) -> None:
        """A stated place is read by its code; a body that is no OOAD is no place."""
        umae = Umae(code="4T", name="UMAE 20", state_code="14")
        row = {**ROW, "parent": "4T", "place": "14"}
        (unit,) = units([row], parents=[JALISCO, umae])
        assert (umae, JALISCO) == (unit.parent, unit.place)
        with pytest.raises(InvalidValueError, match="'place' is not among the bodies"):
            units([{**row, "place": "4T"}], parents=[JALISCO, umae])
