"""What a number leaves open: the lowest and the highest that it may stand for.

Cotas de una cifra. "Más de 400 mil" is 400 000 or more, without end; "about" has no stated
width, so it bounds nothing.
"""

from __future__ import annotations

from fractions import Fraction

from ..kernel.errors import Fault, InconsistentError
from ..kernel.figures import PublishedFigure, Relation
from ..kernel.text import Text

__all__ = ["Bounds", "bounds_of", "check_order"]

Bounds = tuple[Fraction, Fraction | None]  # both included; `None`: without end

_FROM_BELOW = frozenset({Relation.EXACTLY, Relation.AT_LEAST})
_FROM_ABOVE = frozenset({Relation.EXACTLY, Relation.AT_MOST})


def bounds_of(figure: PublishedFigure) -> Bounds:
    """Give the lowest and the highest true number that *figure* allows; none is below 0."""
    value = Fraction(figure.value)
    lowest = value if figure.relation in _FROM_BELOW else Fraction(0)
    return lowest, value if figure.relation in _FROM_ABOVE else None


def check_order(lowest: Fraction | None, highest: Fraction | None) -> None:
    """Refuse a range whose ends are not in order; an end that is ``None`` lies anywhere."""
    if lowest is not None and highest is not None and lowest > highest:
        text = Text("'lowest' no debe pasar de 'highest'", "'lowest' must not be above 'highest'")
        raise InconsistentError(Fault("lowest", "order", text))
