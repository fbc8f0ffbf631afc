"""How many runs chance makes: the exact law, in whole numbers.

Ley del número de rachas. Where *a* points lie above the median and *b* below, and chance
alone puts them in order, each order is as likely as any other. Printed tables of its limits
disagree with each other; this is the law itself.

Source: Wald and Wolfowitz (1940); Swed and Eisenhart (1943). A run count is called too small
or too large where each tail is at most 2.5 %: own.
"""

from __future__ import annotations

from fractions import Fraction
from math import comb

from ..kernel.fields import WholeNumber

__all__ = ["MOST_POINTS", "ONE_IN", "run_count_law", "too_few_runs", "too_many_runs"]

ONE_IN = 40  # each tail: 2.5 %
MOST_POINTS = 10_000  # beyond it the whole numbers get too long


def run_count_law(above: int, below: int) -> dict[int, Fraction]:
    """Give the chance of each number of runs.

    Ley exacta del número de rachas.

    Args:
        above: Points above the median, 0 to 500.
        below: Points below it, 0 to 500; points on the median are left out.

    Returns:
        Number of runs -> its chance, exact and above 0; from the fewest to the most runs
        that are possible. The chances add up to exactly 1.

    Raises:
        InvalidValueError: If a number is no whole number from 0 to 500.

    Source:
        Wald and Wolfowitz 1940 (derived).

    >>> run_count_law(2, 2)
    {2: Fraction(1, 3), 3: Fraction(1, 3), 4: Fraction(1, 3)}
    >>> run_count_law(2, -1)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'below' must be a whole number from 0 to 500...
    """
    _SIDE.check("above", above)
    _SIDE.check("below", below)
    whole = comb(above + below, above)
    ways = enumerate(orders(above, below))
    return {runs: Fraction(number, whole) for runs, number in ways if number}


_SIDE = WholeNumber(0, 500)


def orders(above: int, below: int) -> list[int]:
    """Give in how many orders there are 0, 1, 2 ... runs; they add up to C(a + b, a)."""
    if not above or not below:
        return [0, 1] if above or below else [1]
    fewer, more = sorted((above, below))
    ways = [0, 0]
    # How to part the points of each side into k heaps: C(a - 1, k - 1), from one k to the
    # next by one product and one division, because the numbers get long.
    here, there = 1, 1
    for heaps in range(1, fewer + 1):
        next_here = here * (fewer - heaps) // heaps
        next_there = there * (more - heaps) // heaps
        ways.append(2 * here * there)
        ways.append(next_here * there + here * next_there)
        here, there = next_here, next_there
    return ways


def too_few_runs(above: int, below: int, runs: int) -> bool:
    """Say whether chance makes so few runs, or fewer, in at most one of 40 cases."""
    tail = sum(orders(above, below)[: runs + 1])
    return ONE_IN * tail <= comb(above + below, above)


def too_many_runs(above: int, below: int, runs: int) -> bool:
    """Say whether chance makes so many runs, or more, in at most one of 40 cases."""
    tail = sum(orders(above, below)[runs:])
    return ONE_IN * tail <= comb(above + below, above)
