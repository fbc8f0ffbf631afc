"""OOADs, UMAE, sub-delegations, the central level: shape of their codes, copies, parents."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity import strategies
from imss_integrity.kernel import InvalidValueError
from imss_integrity.organization import (
    CENTRAL_LEVEL,
    BudgetKey,
    CentralLevel,
    Clues,
    Ooad,
    Subdelegation,
    Umae,
    Unit,
    UnitKind,
)

NUEVO_LEON = Ooad(
    code="20",
    name="Nuevo León",
    short_name="Nuevo León",
    state_code="19",
    iso="MX-NLE",
    clues_state="NL",
)
TORREON = Umae(code="4E", name="UMAE 05 HES Torreón", state_code="05")
VALUES = (
    NUEVO_LEON,
    TORREON,
    CENTRAL_LEVEL,
    Subdelegation(ooad=NUEVO_LEON, code="06", name="Monterrey", deconcentrated=True),
    Unit(code="UMF-900", name="UMF 900", kind=UnitKind.UMF, parent=NUEVO_LEON),
    Unit(
        code="HES-25",
        name="HES 25",
        kind=UnitKind.HES,
        parent=TORREON,
        place=NUEVO_LEON,
        clues=Clues("JCIMS000366"),
        budget_key=BudgetKey("140102062151"),
    ),
)


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_every_copy_is_equal_and_hashes_alike(value: object) -> None:
    """Copies and pickles of every protocol pass the constructor and compare equal."""
    pickled = [pickle.loads(pickle.dumps(value, protocol)) for protocol in range(2, 6)]  # noqa: S301
    for other in (*pickled, copy.copy(value), copy.deepcopy(value)):
        assert value == other
        assert hash(value) == hash(other)
        assert repr(value) == repr(other)


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_nothing_can_be_changed(value: attrs.AttrsInstance) -> None:
    """Frozen: the next state comes from a new value."""
    for field in attrs.fields(type(value)):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(value, field.name, None)


@pytest.mark.parametrize(
    "code", ["00", "09", "99", "1", "014", "1A", "4A", "", "14\n", "\uff11\uff14", 14]
)
def test_a_code_that_no_ooad_has_is_refused(code: Any) -> None:
    """Two ASCII digits, never the central level or the national total."""
    with pytest.raises(InvalidValueError) as caught:
        attrs.evolve(NUEVO_LEON, code=code)
    assert "code" == caught.value.faults[0].path


@pytest.mark.parametrize("code", ["3A", "4a", "4", "4AA", "4Ñ", "A4", "", None, 4])
def test_a_code_that_no_umae_has_is_refused(code: Any) -> None:
    """A 4 and one capital letter."""
    with pytest.raises(InvalidValueError):
        attrs.evolve(TORREON, code=code)


@pytest.mark.parametrize("code", [f"{n:02}" for n in range(1, 33)])
def test_the_32_states_are_accepted(code: str) -> None:
    """INEGI numbers the states 01 to 32."""
    assert code == attrs.evolve(NUEVO_LEON, state_code=code).state_code
    assert code == attrs.evolve(TORREON, state_code=code).state_code


@pytest.mark.parametrize("code", ["00", "33", "99", "1", "001", "", None, 1, "01\n"])
def test_a_state_outside_01_to_32_is_refused(code: Any) -> None:
    """No thirty-third state, no single digit, no number."""
    with pytest.raises(InvalidValueError):
        attrs.evolve(NUEVO_LEON, state_code=code)
    with pytest.raises(InvalidValueError):
        attrs.evolve(TORREON, state_code=code)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("iso", "NLE"),
        ("iso", "MX-nle"),
        ("iso", "US-TEX "),
        ("iso", "MX-NL"),
        ("clues_state", "nl"),
        ("clues_state", "NLE"),
        ("clues_state", ""),
        ("name", ""),
        ("name", " Nuevo León"),
        ("name", "Nuevo Leo\u0301n"),
        ("short_name", None),
        ("short_name", "Nuevo\nLeón"),
    ],
)
def test_a_field_that_breaks_its_rule_is_named(field: str, value: Any) -> None:
    """The fault carries the name of the field."""
    with pytest.raises(InvalidValueError) as caught:
        attrs.evolve(NUEVO_LEON, **{field: value})
    assert [field] == [fault.path for fault in caught.value.faults]


def test_the_letters_of_the_clues_may_be_unknown() -> None:
    """`None` stands for letters that no source confirms."""
    assert attrs.evolve(NUEVO_LEON, clues_state=None).clues_state is None


def test_the_central_level_is_one_and_no_ooad() -> None:
    """Its code is 09 whatever is asked for."""
    assert ("09", "Nivel central") == (CENTRAL_LEVEL.code, CENTRAL_LEVEL.name)
    assert CentralLevel() == CENTRAL_LEVEL
    assert not isinstance(CENTRAL_LEVEL, Ooad)
    with pytest.raises(InvalidValueError):
        CentralLevel(code="14")


def test_the_key_of_a_subdelegation_tells_its_ooad() -> None:
    """A code is unique only within its OOAD."""
    one = Subdelegation(ooad=NUEVO_LEON, code="06")
    assert "20-06" == one.key
    assert (None, False) == (one.name, one.deconcentrated)


@pytest.mark.parametrize(
    ("field", "value"),
    [("ooad", "20"), ("ooad", TORREON), ("code", "6"), ("code", 6), ("deconcentrated", 1)],
)
def test_a_subdelegation_holds_values_of_its_own_types(field: str, value: Any) -> None:
    """A code stands for no OOAD, 1 for no boolean."""
    one = Subdelegation(ooad=NUEVO_LEON, code="06")
    with pytest.raises(InvalidValueError):
        attrs.evolve(one, **{field: value})


@given(strategies.ooads() | strategies.umaes() | strategies.subdelegations() | strategies.units())
def test_what_the_strategies_draw_survives_a_pickle(value: object) -> None:
    """Any sound value passes its own constructor again."""
    assert value == pickle.loads(pickle.dumps(value))  # noqa: S301


@given(st.text(max_size=4))
def test_a_code_of_an_ooad_is_exactly_what_the_rule_says(code: str) -> None:
    """Agreement with a naive reading of the rule, character by character."""
    sound = len(code) == 2 and all(c in "0123456789" for c in code)
    sound = sound and code not in {"00", "09", "99"}
    try:
        attrs.evolve(NUEVO_LEON, code=code)
    except InvalidValueError:
        assert not sound
    else:
        assert sound
