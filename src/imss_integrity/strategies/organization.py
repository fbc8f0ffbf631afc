"""Strategies of the organisation: bodies, units and the keys that registers give them.

Every strategy is complete and invents: a drawn OOAD has a code that an OOAD may have, which
need not be one of the 35 of the catalogue.
"""

from __future__ import annotations

import string

from hypothesis import strategies as st

from ..organization import (
    CENTRAL_LEVEL,
    BudgetKey,
    Clues,
    Ooad,
    Subdelegation,
    Umae,
    Unit,
    UnitKind,
)
from .kernel import codes, names

__all__ = ["budget_keys", "clues", "ooads", "subdelegations", "umaes", "units"]

_CAPITALS = string.ascii_uppercase
_KEY_SIGNS = string.digits + _CAPITALS
_NO_OOAD = {0, 9, 99}


def _states() -> st.SearchStrategy[str]:
    return st.integers(1, 32).map(lambda number: f"{number:02}")


def _words(alphabet: str, length: int) -> st.SearchStrategy[str]:
    return st.text(alphabet, min_size=length, max_size=length)


def ooads() -> st.SearchStrategy[Ooad]:
    """Give OOADs (órganos desconcentrados), with and without the letters of their CLUES."""
    numbers = st.sampled_from([n for n in range(100) if n not in _NO_OOAD])
    return st.builds(
        Ooad,
        code=numbers.map(lambda number: f"{number:02}"),
        name=names(),
        short_name=names(),
        state_code=_states(),
        iso=_words(_CAPITALS, 3).map(lambda letters: f"MX-{letters}"),
        clues_state=st.none() | _words(_CAPITALS, 2),
    )


def umaes() -> st.SearchStrategy[Umae]:
    """Give UMAE (unidades médicas de alta especialidad)."""
    return st.builds(
        Umae,
        code=st.sampled_from(_CAPITALS).map(lambda letter: f"4{letter}"),
        name=names(),
        state_code=_states(),
    )


def subdelegations() -> st.SearchStrategy[Subdelegation]:
    """Give sub-delegations (subdelegaciones), with and without a name."""
    return st.builds(
        Subdelegation,
        ooad=ooads(),
        code=_words(string.digits, 2),
        name=st.none() | names(),
        deconcentrated=st.booleans(),
    )


def clues() -> st.SearchStrategy[Clues]:
    """Give CLUES whose check digit is right, and CLUES with any check digit."""
    letters = _words(_CAPITALS, 5) | _words(_CAPITALS, 2).map(lambda state: f"{state}IMS")
    stems = st.builds("{}{}".format, letters, _words(string.digits, 5))
    anyhow = st.builds("{}{}".format, stems, st.sampled_from(string.digits))
    return stems.map(_with_check_digit) | anyhow.map(Clues)


def _with_check_digit(stem: str) -> Clues:
    endings = (Clues(f"{stem}{digit}") for digit in range(7))
    return next(one for one in endings if one.check_digit_ok)


def budget_keys() -> st.SearchStrategy[BudgetKey]:
    """Give budget keys (claves presupuestales) of every shape, those seen in public among them."""
    endings = _words(_KEY_SIGNS, 4)
    units_seen = st.sampled_from(("2110", "2151", "2153"))
    services = _words(_KEY_SIGNS, 2) | st.sampled_from(("01", "06", "20", "UA"))
    stems = st.builds("{}{}".format, _words(string.digits, 2), _words(_KEY_SIGNS, 4))
    keys = st.builds("{}{}{}".format, stems, services, endings | units_seen)
    return keys.map(BudgetKey)


def units() -> st.SearchStrategy[Unit]:
    """Give units (unidades) of every kind and parent, with and without a place and keys."""
    return st.builds(
        Unit,
        code=codes(),
        name=names(),
        kind=st.sampled_from(UnitKind),
        parent=ooads() | umaes() | st.just(CENTRAL_LEVEL),
        place=st.none() | ooads(),
        clues=st.none() | clues(),
        budget_key=st.none() | budget_keys(),
    )
