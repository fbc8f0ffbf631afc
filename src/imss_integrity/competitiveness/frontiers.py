"""The search behind the cheapest route: what is worth choosing, subcriterion by subcriterion.

Frontera de costo y ganancia. Exact dynamic programming on whole numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

__all__ = ["Choice", "Offer", "frontiers_of"]


@attrs.frozen
class Offer:
    """A raise that is offered: hundredths of a point it earns, and its scaled cost."""

    percent: int
    gain: int
    cost: int


@attrs.frozen(eq=False)
class Choice:
    """The best choices from one subcriterion on; *then* are those after it."""

    gain: int
    cost: int
    raises: int
    option: Offer | None
    then: Choice | None


_NOTHING = Choice(0, 0, 0, None, None)


def frontiers_of(options: Sequence[Sequence[Offer]], need: int) -> list[list[Choice]]:
    """Give, for each subcriterion and the ones after it, the choices worth making.

    A choice is worth making if no other gains as much for as little. What is gained beyond
    *need* is worth nothing, except between choices of equal cost.
    """
    frontiers = [[_NOTHING]]
    for own in reversed(options):
        later = frontiers[-1]
        stays = [Choice(then.gain, then.cost, then.raises, None, then) for then in later]
        moves = [
            Choice(then.gain + o.gain, then.cost + o.cost, then.raises + 1, o, then)
            for o in own
            for then in later
        ]
        frontiers.append(_worthwhile([*stays, *moves], need))
    return frontiers[::-1]


def _worthwhile(choices: Iterable[Choice], need: int) -> list[Choice]:
    kept: list[Choice] = []
    ordered = sorted(choices, key=lambda c: (-min(c.gain, need), c.cost, -c.gain, c.raises))
    for choice in ordered:
        if not kept or choice.cost < kept[-1].cost:
            kept.append(choice)
    return kept[::-1]
