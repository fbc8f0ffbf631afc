"""Strategies of plans: actions that wait for each other, in any order, never in a ring."""

from __future__ import annotations

import attrs
from hypothesis import strategies as st

from ..kernel import Commitment
from ..pdca.actions import Action
from .kernel import codes, commitments

__all__ = ["actions"]

_MOST = 8


@st.composite
def actions(draw: st.DrawFn, least: int = 0) -> tuple[Action, ...]:
    """Give the actions of one plan (acciones), *least* to 8 of them, in any order."""
    own_codes = draw(
        st.lists(codes(), unique_by=str.lower, min_size=least, max_size=max(least, _MOST))
    )
    made = [
        _action(
            attrs.evolve(draw(commitments()), code=code),
            after=draw(_some_of(own_codes[:place])),
            days=draw(st.integers(1, 1000)),
        )
        for place, code in enumerate(own_codes)
    ]
    return tuple(draw(st.permutations(made)))


def _some_of(known: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    if not known:
        return st.just(())
    return st.lists(st.sampled_from(known), unique=True).map(tuple)


def _action(commitment: Commitment, *, after: tuple[str, ...], days: int) -> Action:
    own = {field.name: getattr(commitment, field.name) for field in attrs.fields(Commitment)}
    return Action(**own, after=after, days=days)
