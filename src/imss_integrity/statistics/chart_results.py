"""Control charts as data: what is plotted, the centre, the limits, and what made them.

Cartas de control. A chart draws nothing and judges nothing: rule sets read it, and a figure
may be made of it. Its lines follow from its segments, so that no limit can contradict its
centre.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from math import isfinite, sqrt

import attrs

from ..kernel.errors import Fault, InconsistentError, must, raise_any
from ..kernel.fields import MAX_WHOLE, Each, InstanceOf, OneOf, Optional, WholeNumber
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text, join
from ..kernel.values import Value
from .chart_segments import RANGE_LIMIT, ChartKind, ChartSegment, MovingRangeFactor
from .floats import SMALLEST, EachFloat, FloatBetween, decimals_for, shown_float

__all__ = ["ControlChart"]

SIGMAS = 3  # the limits lie three standard deviations from the centre
_SHARES = {ChartKind.P, ChartKind.P_PRIME}
_BY_TRIALS = {ChartKind.U, *_SHARES}
_MOST_SHOWN = 20  # indices in a sentence


@attrs.frozen(kw_only=True, weakref_slot=False)
class ControlChart(Report, Value):
    """What is plotted, with its centre and its limits at each point.

    Carta de control.

    Attributes:
        kind: A `ChartKind`.
        values: What is plotted, shape ``(n,)``, ``n >= 1``; on p, u and p' charts events by
            trials.
        trials: Trials of each point, from 1e-9; ``None`` on XmR and c charts.
        segments: What made the centre and the limits, in order; the first starts at 0.
        excluded: Indices of points that are shown and do not count, ascending.
        factor: XmR only: how the limits follow from the mean moving range.
        status: ``DERIVED``: the formulas are published.
        sources: The publications.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: If segments, trials or excluded points do not fit the values.
    """

    kind: ChartKind = attrs.field(validator=OneOf(ChartKind))
    values: tuple[float, ...] = attrs.field(validator=EachFloat())
    trials: tuple[float, ...] | None = attrs.field(
        default=None, validator=Optional(EachFloat(FloatBetween(SMALLEST)))
    )
    segments: tuple[ChartSegment, ...] = attrs.field(
        validator=Each(InstanceOf(ChartSegment), least=1, most=MAX_WHOLE)
    )
    excluded: tuple[int, ...] = attrs.field(
        default=(), validator=Each(WholeNumber(), most=MAX_WHOLE)
    )
    factor: MovingRangeFactor | None = attrs.field(
        default=None, validator=Optional(OneOf(MovingRangeFactor))
    )
    status: Status = attrs.field(default=Status.DERIVED, validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(default=(), validator=Each(InstanceOf(Source)))

    def __attrs_post_init__(self) -> None:
        raise_any(_misfits(self), InconsistentError)

    @cached_property
    def centre(self) -> tuple[float, ...]:
        """The centre line at each point, shape ``(n,)``."""
        return self._line(lambda segment: segment.centre, 0)

    @cached_property
    def sigma(self) -> tuple[float, ...]:
        """One standard deviation at each point, shape ``(n,)``, at least 0."""
        return self._line(lambda _: 0.0, 1)

    @cached_property
    def lower(self) -> tuple[float, ...]:
        """The lower limit at each point: 3 sigma below the centre, never below 0 for counts."""
        line = self._line(lambda segment: segment.centre, -SIGMAS)
        if self.kind is ChartKind.XMR or min(line) >= 0:
            return line
        return tuple(x if x > 0 else 0.0 for x in line)

    @cached_property
    def upper(self) -> tuple[float, ...]:
        """The upper limit at each point: 3 sigma above the centre, never above 1 for shares."""
        line = self._line(lambda segment: segment.centre, SIGMAS)
        if self.kind not in _SHARES or max(line) <= 1:
            return line
        return tuple(x if x < 1 else 1.0 for x in line)

    @property
    def distances(self) -> tuple[float | None, ...]:
        """How far each point lies from the centre, in sigma; above the centre is positive.

        ``None`` where the limits fall on the centre and the point does not: such a point is
        outside the limits, by no number of sigmas.
        """
        return tuple(map(_distance, self.values, self.centre, self.sigma))

    @property
    def outside(self) -> tuple[int, ...]:
        """Indices of the points beyond the limits, excluded ones among them; strict."""
        points = zip(self.values, self.lower, self.upper, strict=True)
        return tuple(i for i, (x, low, high) in enumerate(points) if not low <= x <= high)

    def _line(self, level: Callable[[ChartSegment], float], sigmas: int) -> tuple[float, ...]:
        """Give at each point the *level* of its segment and so many standard deviations."""
        line: list[float] = []
        for one, stop in self.spans():
            base, reach = level(one), sigmas * one.sigma
            if self.trials is None or not reach:
                line += [base + reach] * (stop - one.start)
            else:
                line += [base + reach / sqrt(n) for n in self.trials[one.start : stop]]
        return tuple(line)

    def spans(self) -> Iterator[tuple[ChartSegment, int]]:
        """Go through the segments, each with the index after its last point."""
        starts = (one.start for one in self.segments[1:])
        return zip(self.segments, (*starts, len(self.values)), strict=True)

    def _table(self, language: Language) -> Table:
        title = Text("{kind}: {n} puntos", "{kind}: {n} points")
        return Table(
            title=title.format(kind=self.kind.label, n=len(self.values)).to(language),
            lines=tuple(line.to(language) for line in _lines(self)),
            header=tuple(cell.to(language) for cell in (*_HEADER, *_MEASURED.get(self.kind, ()))),
            rows=tuple(_rows(self, language)),
        )

    def _records(self) -> list[dict[str, object]]:
        left = frozenset(self.excluded)
        outside = frozenset(self.outside)
        columns = (self.values, self.centre, self.lower, self.upper, self.distances)
        names = ("value", "centre", "lower", "upper", "distance")
        return [
            {
                "point": i,
                **dict(zip(names, cells, strict=True)),
                "outside": i in outside,
                "excluded": i in left,
            }
            for i, cells in enumerate(zip(*columns, strict=True))
        ]


def _distance(value: float, centre: float, sigma: float) -> float | None:
    if value == centre:
        return 0.0
    distance = (value - centre) / sigma if sigma else None
    return distance if distance is not None and isfinite(distance) else None


def _misfits(chart: ControlChart) -> Iterator[Fault]:
    """Go through what does not fit together, field by field."""
    count = len(chart.values)
    starts = [one.start for one in chart.segments]
    if starts[0] or any(later <= earlier for earlier, later in pairwise((*starts, count))):
        rule = Text("empezar en 0 y seguir en orden", "start at 0 and go on in order")
        yield must("segments", "order", rule, starts[0])
    if any(later <= earlier for earlier, later in pairwise((-1, *chart.excluded, count))):
        rule = Text("llevar índices de puntos, en orden", "hold indices of points, in order")
        yield must("excluded", "order", rule, len(chart.excluded))
    if chart.trials is not None and len(chart.trials) != count:
        rule = Text("tener un número por punto", "have one number for each point")
        yield must("trials", "length", rule, len(chart.trials))
    is_xmr, is_p_prime = chart.kind is ChartKind.XMR, chart.kind is ChartKind.P_PRIME
    ranges = [one.mean_moving_range for one in chart.segments]
    spreads = [one.sigma_z for one in chart.segments]
    for field, there, due in (
        ("trials", [chart.trials], chart.kind in _BY_TRIALS),
        ("factor", [chart.factor], is_xmr),
        ("mean_moving_range", ranges, is_xmr),
        ("sigma_z", spreads, is_p_prime),
    ):
        if any((one is not None) is not due for one in there):
            rule = Text("estar" if due else "faltar", "be there" if due else "be absent")
            kind = Text(" en una carta {kind}", " on a chart {kind}").format(kind=chart.kind)
            yield must(field, "kind", join((rule, kind), ""), there[0])


def _lines(chart: ControlChart) -> Iterator[Text]:
    """Go through the sentences above the table: what was done, and what lies outside."""
    yield _method(chart)
    yield Text("Los puntos se cuentan desde 0.", "Points count from 0.")
    if chart.excluded:
        text = Text(
            "Excluidos (se muestran, no cuentan): {i}", "Excluded (shown, not counted): {i}"
        )
        yield text.format(i=_listed(chart.excluded))
    if screened := [i for one in chart.segments for i in one.screened]:
        text = Text(
            "Rangos móviles cribados una vez (al menos {k} veces su media), por su segundo"
            " punto: {i}",
            "Moving ranges screened once (at least {k} times their mean), by their later"
            " point: {i}",
        )
        yield text.format(k=RANGE_LIMIT, i=_listed(screened))
    if any(one.sigma_z is not None and one.sigma_z < 1 for one in chart.segments):
        yield Text(
            "sigma z menor que 1: estrecha los límites respecto de la carta p.",
            "sigma z below 1: it narrows the limits compared with the p chart.",
        )
    text = Text("Fuera de los límites: {i}", "Outside the limits: {i}")
    nowhere = Text("ningún punto", "no point")
    yield text.format(i=_listed(chart.outside) if chart.outside else nowhere)


def _method(chart: ControlChart) -> Text:
    if chart.factor is not None:
        text = Text(
            "Límites: centro ∓ {k} veces el rango móvil medio.",
            "Limits: centre ∓ {k} times the mean moving range.",
        )
        return text.format(k=chart.factor)
    return Text(
        "Límites: centro ∓ 3 desviaciones estándar de cada punto, recortados a lo posible.",
        "Limits: centre ∓ 3 standard deviations of each point, clipped to what is possible.",
    )


def _listed(indices: Sequence[int]) -> Text:
    text = ", ".join(map(str, indices[:_MOST_SHOWN]))
    hidden = len(indices) - _MOST_SHOWN
    more = Text("{text} y {n} más", "{text} and {n} more").format(text=text, n=hidden)
    return more if hidden > 0 else Text(text)


_HEADER = (
    Text("desde", "from"),
    Text("hasta", "to"),
    Text("puntos que cuentan", "points that count"),
    Text("centro", "centre"),
    Text("límite inferior", "lower limit"),
    Text("límite superior", "upper limit"),
)
_MEASURED = {
    ChartKind.XMR: (Text("rango móvil medio", "mean moving range"),),
    ChartKind.P_PRIME: (Text("sigma z"),),
}


def _rows(chart: ControlChart, language: Language) -> Iterator[tuple[str, ...]]:
    """Give a row for each segment; limits that vary are shown from lowest to highest."""
    lower, upper = chart.lower, chart.upper
    decimals = decimals_for(max(chart.sigma) or max(map(abs, chart.centre)))

    def line(limits: Sequence[float]) -> str:
        ends = Text("{low} a {high}", "{low} to {high}")
        low, high = shown_float(min(limits), decimals), shown_float(max(limits), decimals)
        return low if low == high else ends.format(low=low, high=high).to(language)

    for one, stop in chart.spans():
        measured = (one.mean_moving_range, one.sigma_z)
        yield (
            str(one.start),
            str(stop - 1),
            str(one.points),
            shown_float(one.centre, decimals),
            line(lower[one.start : stop]),
            line(upper[one.start : stop]),
            *(shown_float(number, decimals) for number in measured if number is not None),
        )
