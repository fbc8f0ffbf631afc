"""The kinds of control charts, and the stretches of points that share a centre.

Tipos de carta y tramos. Individual values (XmR) take their spread from their own moving
ranges; shares and counts take it from the binomial or the Poisson law.
"""

from __future__ import annotations

from enum import StrEnum

import attrs

from ..kernel.fields import MAX_WHOLE, Each, Optional, WholeNumber
from ..kernel.text import Text
from ..kernel.values import Value
from .floats import FloatBetween

__all__ = ["RANGE_LIMIT", "ChartKind", "ChartSegment", "MovingRangeFactor"]

RANGE_LIMIT = 3.267  # the limit of the moving range, in mean moving ranges (D4 of two points)
_INDEX = WholeNumber()
_SPREAD = FloatBetween(0.0)


class ChartKind(StrEnum):
    """What is plotted, and so how far it strays by chance (tipo de carta).

    Attributes:
        XMR: Individual values; spread from the moving ranges.
        P: Shares of trials; binomial spread.
        U: Events for each trial; Poisson spread.
        C: Counts of events, equal opportunity at each point; Poisson spread.
        P_PRIME: Shares whose spread is measured (Laney's p'), for very large counts.
    """

    XMR = "xmr"
    P = "p"
    U = "u"
    C = "c"
    P_PRIME = "p_prima"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _NAMES[self]


_NAMES = {
    ChartKind.XMR: Text(
        "Carta XmR (valores individuales y rangos móviles)",
        "XmR chart (individual values and moving ranges)",
    ),
    ChartKind.P: Text("Carta p (proporciones)", "p chart (shares)"),
    ChartKind.U: Text("Carta u (eventos por oportunidad)", "u chart (events by opportunity)"),
    ChartKind.C: Text("Carta c (conteos)", "c chart (counts)"),
    ChartKind.P_PRIME: Text("Carta p' de Laney (proporciones)", "Laney p' chart (shares)"),
}


class MovingRangeFactor(StrEnum):
    """How many mean moving ranges lie between centre and limit of an XmR chart (factor).

    Attributes:
        ROUNDED: 2.66, as the tools of the NHS have it.
        UNROUNDED: 3/1.128, as qicharts2 has it: about 2.6596.
    """

    ROUNDED = "2.66"
    UNROUNDED = "3/1.128"

    @property
    def number(self) -> float:
        """The factor as a float."""
        return 2.66 if self is MovingRangeFactor.ROUNDED else 3 / 1.128


@attrs.frozen(kw_only=True, weakref_slot=False)
class ChartSegment(Value):
    """A stretch of points with a centre of its own; a chart has one, unless it is rebased.

    Tramo de una carta.

    Attributes:
        start: Index of its first point; it ends before the next segment.
        points: How many of its points made the centre, at least 1.
        centre: The centre line, in the unit of the values.
        sigma: One standard deviation of a value; on p, u and p' charts of a single trial,
            so that a point of *n* trials has ``sigma / sqrt(n)``. At least 0.
        mean_moving_range: XmR only: mean of the moving ranges, after screening.
        sigma_z: p' only: how much wider the points stray than chance would have them;
            below 1 it narrows the limits.
        screened: Indices of the later point of each moving range that was dropped.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    start: int = attrs.field(validator=_INDEX)
    points: int = attrs.field(validator=WholeNumber(1))
    centre: float = attrs.field(validator=FloatBetween())
    sigma: float = attrs.field(validator=_SPREAD)
    mean_moving_range: float | None = attrs.field(default=None, validator=Optional(_SPREAD))
    sigma_z: float | None = attrs.field(default=None, validator=Optional(_SPREAD))
    screened: tuple[int, ...] = attrs.field(default=(), validator=Each(_INDEX, most=MAX_WHOLE))

    @property
    def moving_range_limit(self) -> float | None:
        """XmR only: the upper limit of the moving range, 3.267 times its mean."""
        mean = self.mean_moving_range
        return None if mean is None else RANGE_LIMIT * mean
