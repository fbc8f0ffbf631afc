"""How much each value contributes to the change of the lowest of them.

Valor de Shapley del mínimo. Every value moves from an earlier to a later one; averaged over
all orders in which they could move, each gets the change of the minimum that its own move
makes. There are n! orders, but the minimum is a sum over thresholds of "all values lie
above", and for one threshold the average has a closed form.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

__all__ = ["minimum_shares"]


def minimum_shares(moves: Sequence[tuple[Fraction, Fraction]]) -> tuple[Fraction, ...]:
    """Share the change of the minimum among *moves*, each ``(earlier, later)``.

    Args:
        moves: At least one pair; shape ``(n, 2)``.

    Returns:
        One share for each move, in order; they add up to the change of the minimum exactly.

    Source:
        Shapley (1953); the sum over thresholds is derived: between two neighbouring values
        the game is *all that must rise have risen, none that will fall has fallen*.

    >>> minimum_shares([(Fraction(1, 2), Fraction(1)), (Fraction(1, 2), Fraction(1))])
    (Fraction(1, 4), Fraction(1, 4))
    """
    shares = [Fraction(0)] * len(moves)
    levels = sorted({level for move in moves for level in move})
    for low, high in pairwise(levels):
        # Thresholds from low to high: a value lies above them where it is at least *high*.
        rising = [i for i, (old, new) in enumerate(moves) if old < high <= new]
        falling = [i for i, (old, new) in enumerate(moves) if new < high <= old]
        stuck = any(old < high and new < high for old, new in moves)
        if stuck or not (rising or falling):
            continue
        for own, others, sign in ((rising, falling, 1), (falling, rising, -1)):
            each = (high - low) * sign * _weight(len(own), len(others))
            for i in own:
                shares[i] += each
    # Below the lowest level nothing changes: every value lies above.
    return tuple(shares)


def _weight(own: int, others: int) -> Fraction:
    """Give the chance that one of *own* moves last of them, before all of *others*."""
    if not own:
        return Fraction(0)
    ways = math.factorial(own - 1) * math.factorial(others)
    return Fraction(ways, math.factorial(own + others))
