"""The CUSUM: small lasting shifts, found by adding up the distances from a target.

Suma acumulada. Where a chart judges each point, a CUSUM remembers: half a sigma above the
target, month after month, adds up.

Source: Page (1954); Montgomery, *Introduction to Statistical Quality Control*.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

import attrs

from ..kernel.fields import Each, InstanceOf, OneOf
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value
from .chart_sources import MONTGOMERY, PAGE
from .floats import (
    LARGEST,
    EachFloat,
    FloatBetween,
    decimals_for,
    read_float,
    read_floats,
    shown_float,
)
from .reading import Number
from .stretches import check_least

__all__ = ["Cusum", "cusum"]

_POSITIVE = FloatBetween(1 / LARGEST)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Cusum(Report, Value):
    """The two running sums of a series, and where they signal.

    Suma acumulada. The sums follow from the fields, in time linear in the values.

    Attributes:
        values: The series, shape ``(n,)``, ``n >= 1``.
        target: The level the series should have, in its unit.
        sigma: One standard deviation, in its unit; from 1e-100 to 1e100.
        k: Slack, in sigma; at least 0. Half the shift that is to be found.
        h: What a sum must pass to signal, in sigma; from 1e-100.
        status: ``DERIVED``: the method is published.
        sources: The publications.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    values: tuple[float, ...] = attrs.field(validator=EachFloat())
    target: float = attrs.field(validator=FloatBetween())
    sigma: float = attrs.field(validator=_POSITIVE)
    k: float = attrs.field(validator=FloatBetween(0.0))
    h: float = attrs.field(validator=_POSITIVE)
    status: Status = attrs.field(default=Status.DERIVED, validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(
        default=(MONTGOMERY, PAGE), validator=Each(InstanceOf(Source))
    )

    @cached_property
    def high(self) -> tuple[float, ...]:
        """How far the series has drifted above the target: running sum in sigma, from 0."""
        return self._sum(1)

    @cached_property
    def low(self) -> tuple[float, ...]:
        """How far it has drifted below the target: a positive magnitude in sigma, from 0."""
        return self._sum(-1)

    @property
    def signals(self) -> tuple[int, ...]:
        """Indices of the points at which either sum is above *h*; strict."""
        sums = enumerate(zip(self.high, self.low, strict=True))
        return tuple(i for i, (high, low) in sums if high > self.h or low > self.h)

    def _sum(self, sign: int) -> tuple[float, ...]:
        target, sigma, k = self.target, self.sigma, self.k
        total = 0.0
        sums: list[float] = []
        for x in self.values:
            total = total + sign * (x - target) / sigma - k
            if total <= 0:
                total = 0.0
            sums.append(total)
        return tuple(sums)

    def _table(self, language: Language) -> Table:
        title = Text("Suma acumulada (CUSUM): {n} puntos", "CUSUM: {n} points")
        method = Text(
            "Objetivo {target}, sigma {sigma}; holgura k = {k} sigma, señal arriba de h = {h}"
            " sigma. Los puntos se cuentan desde 0.",
            "Target {target}, sigma {sigma}; slack k = {k} sigma, signal above h = {h} sigma."
            " Points count from 0.",
        )
        places = decimals_for(self.sigma)
        line = method.format(
            target=shown_float(self.target, places),
            sigma=shown_float(self.sigma, places),
            k=shown_float(self.k),
            h=shown_float(self.h),
        )
        sides = ((Text("arriba", "above"), self.high), (Text("abajo", "below"), self.low))
        return Table(
            title=title.format(n=len(self.values)).to(language),
            lines=(line.to(language),),
            header=_HEADER[language],
            rows=tuple(
                (side.to(language), self._first(sums).to(language), shown_float(max(sums)))
                for side, sums in sides
            ),
        )

    def _first(self, sums: tuple[float, ...]) -> Text:
        first = next((i for i, one in enumerate(sums) if one > self.h), None)
        return Text("ninguna", "none") if first is None else Text(str(first))

    def _records(self) -> list[dict[str, object]]:
        columns = zip(self.values, self.high, self.low, strict=True)
        return [
            {
                "point": i,
                "value": value,
                "high": high,
                "low": low,
                "signal": high > self.h or low > self.h,
            }
            for i, (value, high, low) in enumerate(columns)
        ]


_HEADER = {
    Language.ES: ("lado", "primera señal", "suma mayor"),
    Language.EN: ("side", "first signal", "largest sum"),
}


def cusum(
    values: Iterable[Number], *, target: Number, sigma: Number, k: Number = 0.5, h: Number = 5
) -> Cusum:
    """Add up how far values lie above and below a target, less a slack.

    Suma acumulada (CUSUM). With ``z = (value - target) / sigma`` the high sum is ``max(0,
    high + z - k)`` and the low sum ``max(0, low - z - k)``, both from 0. A point signals
    where a sum is above *h*; nothing is reset, so the first signal is what dates a shift.

    Args:
        values: Finite numbers of one unit, in time order, shape ``(n,)``, ``n >= 1``.
        target: The level that is to be kept, in the unit of the values.
        sigma: One standard deviation, in the unit of the values; above 0. Of an XmR chart
            of a stable stretch, for example.
        k: Slack, in sigma; at least 0; half the shift that is to be found.
        h: Decision limit, in sigma; above 0; 4 or 5 are usual.

    Returns:
        The sums and the signals; floats, added in time order.

    Raises:
        InvalidValueError: If there is no value, or a number breaks its range.

    Source:
        Page 1954, Montgomery (derived); no reset after a signal is own.

    >>> sums = cusum([10, 12, 14, 9, 4], target=10, sigma=2, h=2)
    >>> sums.high, sums.low, sums.signals
    ((0.0, 0.5, 2.0, 1.0, 0.0), (0.0, 0.0, 0.0, 0.0, 2.5), (4,))
    >>> cusum([1, 2], target=0, sigma=-1)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'sigma' must be a float from 1e-100 to 1e+10...
    """
    numbers = read_floats(values, path="values")
    check_least("values", len(numbers), 1)
    return Cusum(
        values=numbers,
        target=read_float(target, "target"),
        sigma=read_float(sigma, "sigma"),
        k=read_float(k, "k"),
        h=read_float(h, "h"),
    )
