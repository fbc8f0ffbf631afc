"""Look-ups of the catalogue: what is found, what is said of a code that is not."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.catalog import (
    OOADS,
    SUBDELEGATIONS,
    UMAES,
    find_ooad,
    find_subdelegation,
    find_umae,
    get_ooad,
    get_subdelegation,
    get_umae,
    ooads_of_state,
)
from imss_integrity.kernel import ImssIntegrityError, UnknownCodeError

NO_CODES: list[object] = [
    "",
    "0",
    "00",
    "41",
    "014",
    "14 ",
    " 14",
    "14\n",
    "\uff11\uff14",
    "jalisco",
    "x" * 1_000_000,
    14,
    14.0,
    True,
    None,
    b"14",
    ["14"],
    {"14"},
    {"code": "14"},
    OOADS[0],
]
LOOK_UPS = pytest.mark.parametrize(
    ("find", "get"), [(find_ooad, get_ooad), (find_umae, get_umae)], ids=["ooad", "umae"]
)


def english(call: Callable[..., object], *arguments: object) -> str:
    """Give the message of the refusal."""
    with pytest.raises(UnknownCodeError) as caught:
        call(*arguments)
    assert [("code", "unknown")] == [(f.path, f.code) for f in caught.value.faults]
    return str(caught.value)


def test_every_body_is_found_by_its_code() -> None:
    """`find_` and `get_` give the very entry of the table."""
    for ooad in OOADS:
        assert find_ooad(ooad.code) is get_ooad(ooad.code) is ooad
    for umae in UMAES:
        assert find_umae(umae.code) is get_umae(umae.code) is umae
    for one in SUBDELEGATIONS:
        found = find_subdelegation(one.ooad.code, one.code)
        assert found is get_subdelegation(one.ooad.code, one.code) is one


@LOOK_UPS
@pytest.mark.parametrize("code", NO_CODES, ids=lambda code: repr(code)[:12])
def test_what_is_no_code_is_not_found(
    find: Callable[[Any], object], get: Callable[[Any], object], code: Any
) -> None:
    """Whatever its type: `None` from `find_`, the library's error from `get_`, and short."""
    assert find(code) is None
    assert len(english(get, code)) < 120


@pytest.mark.parametrize(
    ("ooad", "code"), [("02", "99"), ("99", "01"), ("2", "05"), (2, 5), (None, None), ("02", "")]
)
def test_what_is_no_key_is_not_found(ooad: Any, code: Any) -> None:
    """Both parts must be texts of two digits that stand together."""
    assert find_subdelegation(ooad, code) is None
    with pytest.raises(UnknownCodeError):
        get_subdelegation(ooad, code)


def test_a_key_cannot_be_moved_across_its_dash() -> None:
    """The two parts are told apart."""
    assert find_subdelegation("02-05", "") is None
    assert find_subdelegation("", "02-05") is None


@pytest.mark.parametrize(("code", "now"), [("35", "39"), ("36", "39"), ("37", "40"), ("38", "40")])
def test_a_merged_area_names_the_one_that_took_its_place(code: str, now: str) -> None:
    """35 and 36 became 39, 37 and 38 became 40; no other hint stands beside it."""
    assert f"unknown OOAD code: '{code}'; did you mean '{now}'?" == english(get_ooad, code)
    with pytest.raises(UnknownCodeError) as caught:
        get_ooad(code)
    assert f"clave de OOAD desconocida: '{code}'; ¿quiso decir '{now}'?" == caught.value.text.es


def test_a_name_is_told_its_code() -> None:
    """Whoever does not know the code knows the name, which is not shown."""
    asked = "unknown OOAD code: a text of 7 characters; did you mean '14'?"
    assert asked == english(get_ooad, "Jalisco")


def test_the_central_level_and_the_national_total_are_told() -> None:
    """09 and 99 exist, and are no OOADs."""
    assert "unknown OOAD code: '09' is the central level (CENTRAL_LEVEL)" == english(get_ooad, "09")
    assert "unknown OOAD code: '99' is the national total" == english(get_ooad, "99")
    with pytest.raises(UnknownCodeError) as caught:
        get_ooad("09")
    assert "clave de OOAD desconocida: '09' es el nivel central (CENTRAL_LEVEL)" == (
        caught.value.text.es
    )


@pytest.mark.parametrize(
    ("get", "arguments", "near"),
    [
        (get_ooad, ("140",), "'14'"),
        (get_ooad, ("14 ",), "'14'"),
        (get_umae, ("5T",), "'4T'"),
        (get_umae, ("4Z",), "'4"),
        (get_subdelegation, ("19", "02"), "'19-01'"),
    ],
)
def test_a_near_code_is_proposed(
    get: Callable[..., object], arguments: tuple[str, ...], near: str
) -> None:
    """At most three, each of them real."""
    message = english(get, *arguments)
    assert "; did you mean " in message
    assert near in message
    proposed = message.partition("did you mean ")[2].rstrip("?").replace("'", "").split(", ")
    assert 1 <= len(proposed) <= 3
    known = {o.code for o in OOADS} | {u.code for u in UMAES} | {s.key for s in SUBDELEGATIONS}
    assert known >= set(proposed)


@pytest.mark.parametrize("code", ["", "xyz", 14, None])
def test_nothing_near_means_no_hint(code: Any) -> None:
    """Nothing is proposed that looks nothing like the code."""
    assert "did you mean" not in english(get_ooad, code)


def test_a_refusal_pickles() -> None:
    """A pool of processes can hand it on."""
    with pytest.raises(UnknownCodeError) as caught:
        get_ooad("36")
    assert caught.value.faults == pickle.loads(pickle.dumps(caught.value)).faults  # noqa: S301


@pytest.mark.parametrize(
    ("get", "arguments", "meant"),
    [
        (get_ooad, ("1",), "'01'"),
        (get_ooad, ("008",), "'08'"),
        (get_ooad, ("0014",), "'14'"),
        (get_subdelegation, ("2", "05"), "'02-05'"),
        (get_subdelegation, ("2", "5"), "'02-05'"),
        (get_subdelegation, ("02", "005"), "'02-05'"),
    ],
)
def test_a_lost_zero_is_found_again(
    get: Callable[..., object], arguments: tuple[str, ...], meant: str
) -> None:
    """The one code that differs by leading zeros alone is the only hint."""
    assert english(get, *arguments).endswith(f"; did you mean {meant}?")


def test_a_long_text_never_surfaces() -> None:
    """A personal key in place of a code is described by its length alone."""
    for message in (
        english(get_ooad, "XEXX010101HNEXXXA4"),
        english(get_umae, "XEXX010101HNEXXXA4"),
        english(get_subdelegation, "XEXX010101", "HNEXXXA4"),
    ):
        assert "XEXX" not in message
        assert "a text of 1" in message


@given(st.text(max_size=6))
def test_any_text_is_found_or_refused_by_the_one_error(code: str) -> None:
    """No foreign exception, and `find_` agrees with `get_`."""
    for find, get in ((find_ooad, get_ooad), (find_umae, get_umae)):
        try:
            got: object = get(code)
        except ImssIntegrityError:
            got = None
        assert find(code) is got


def test_the_ooads_of_a_state() -> None:
    """Three states have two OOADs, the other 29 have one, and together they are all."""
    by_state = {f"{n:02}": ooads_of_state(f"{n:02}") for n in range(1, 33)}
    assert {"09": ["39", "40"], "15": ["15", "16"], "30": ["31", "32"]} == {
        state: [ooad.code for ooad in found] for state, found in by_state.items() if len(found) != 1
    }
    assert set(OOADS) == {ooad for found in by_state.values() for ooad in found}
    assert () == ooads_of_state("33") == ooads_of_state("9") == ooads_of_state("")


def test_what_is_no_text_names_no_subdelegation() -> None:
    """Whatever it is, however deep, it is not written into a message."""
    deep: list[object] = []
    for _ in range(5000):
        deep = [deep]
    given: Any = deep

    assert find_subdelegation("02", given) is None
    with pytest.raises(UnknownCodeError):
        get_subdelegation(given, "05")
