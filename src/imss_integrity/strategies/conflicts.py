"""Strategies of conflicts of interest: kinships and the radii of laws.

Every strategy is complete: each line, each degree and each reading of a bond can come up.
"""

from __future__ import annotations

from hypothesis import strategies as st

from ..conflicts import Bond, BondReading, Kinship, LegalRadius
from .kernel import rules

__all__ = ["kinships", "legal_radii"]

_MOST_GENERATIONS = 20
_MOST_DEGREES = 40


def kinships() -> st.SearchStrategy[Kinship]:
    """Give kinships (parentescos): none, partners, blood and affinity, up to 20 generations."""
    near, far = st.integers(0, 3), st.integers(0, _MOST_GENERATIONS)
    generations = st.tuples(near | far, near | far).filter(any)
    kin = st.builds(_kin, generations, st.booleans())
    return st.just(Kinship.none()) | st.sampled_from(Bond).map(Kinship.partner) | kin


def _kin(generations: tuple[int, int], affinity: bool) -> Kinship:  # noqa: FBT001 - drawn by place
    up, down = generations
    return Kinship(up=up, down=down, affinity=affinity)


def legal_radii() -> st.SearchStrategy[LegalRadius]:
    """Give legal radii (radios legales), with and without limits of their own, of any reading."""
    degrees = st.integers(1, 6) | st.integers(1, _MOST_DEGREES)
    readings = st.sampled_from(BondReading)
    return st.builds(
        LegalRadius,
        rule=rules(),
        collateral=degrees,
        direct=st.none() | degrees,
        affinity=st.none() | degrees,
        spouse=readings,
        concubine=readings,
    )
