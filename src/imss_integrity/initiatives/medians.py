"""The median of whole days, exact.

Mediana. A mean of waiting times is ruled by the few that wait longest; the median is not.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

__all__ = ["exact_median"]


def exact_median(days: Iterable[int]) -> Fraction | None:
    """Give the middle of *days*, half way between the two middle ones; of none, ``None``."""
    ordered = sorted(days)
    if not ordered:
        return None
    half = len(ordered) // 2
    return Fraction(ordered[half] + ordered[-half - 1], 2)
