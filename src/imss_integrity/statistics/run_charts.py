"""The run chart: values in time order about their median, with the limits of Anhøj.

Gráfica de corridas. It needs no law of the values: what chance does to the order of points
above and below a median is known exactly. Points on the median are not useful.

Source: Anhøj and Olesen, *Run charts revisited* (2014).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import comb

import attrs

from ..kernel.fields import Each, InstanceOf, OneOf, WholeNumber
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value
from .floats import EachFloat, FloatBetween, decimals_for, read_float, read_floats, shown_float
from .patterns import Lines, spell
from .reading import Number
from .rule_sets import RuleSet
from .stretches import check_least

__all__ = ["RunChart", "RunChartLimits", "run_chart", "run_chart_limits"]

LEAST_USEFUL = 10
MOST_USEFUL = 100_000
_ONE_IN = 20  # 5 % of charts without change have so few crossings
_BEYOND = 3  # how many points more than log2 the longest run may have
_ON_MEDIAN = b"\x05"
_RUN = re.compile(rb"\x00+|\x0a+")
_COUNT = WholeNumber(0, MOST_USEFUL)


@attrs.frozen(kw_only=True, weakref_slot=False)
class RunChartLimits(Value):
    """What chance alone hardly passes.

    Límites de una gráfica de corridas.

    Attributes:
        longest_run: The longest run that is no signal, in points.
        crossings: The fewest crossings that are no signal.

    Raises:
        InvalidValueError: If one is no whole number from 0.
    """

    longest_run: int = attrs.field(validator=WholeNumber())
    crossings: int = attrs.field(validator=WholeNumber())


@lru_cache(maxsize=1024)
def _limits(useful: int) -> RunChartLimits:
    number = max(useful, 1)
    return RunChartLimits(
        # log2 rounded, in whole numbers: the square of n against the powers of 4.
        longest_run=(number * number).bit_length() // 2 + _BEYOND,
        crossings=_fewest_crossings(number - 1),
    )


def _fewest_crossings(steps: int) -> int:
    """Give the least k with P(Bin(steps, 1/2) <= k) >= 1/20, exactly.

    From the middle, where the law is known, down: some 0.8 times the root of *steps* away.
    """
    k = steps // 2
    whole = 1 << steps
    term = comb(steps, k)
    up_to_k = whole // 2 if steps % 2 else (whole + term) // 2
    while _ONE_IN * (up_to_k - term) >= whole:
        up_to_k -= term
        term = term * k // (steps - k + 1)
        k -= 1
    return k


def run_chart_limits(useful: int) -> RunChartLimits:
    """Give the limits of Anhøj for so many useful points.

    Límites de Anhøj. Exact: ``round(log2 n) + 3`` for the longest run, and the least *k* with
    ``P(Bin(n - 1, 1/2) <= k) >= 0.05`` for the crossings.

    Args:
        useful: Points off the median, 0 to 100 000. Without any the limits are those of
            one point, which nothing passes (own).

    Returns:
        The limits. They are given for fewer than 10 points too, where they should not be
        used.

    Raises:
        InvalidValueError: If *useful* is no whole number from 0 to 100 000.

    Source:
        Anhøj and Olesen 2014 (derived).

    >>> run_chart_limits(24)
    RunChartLimits(longest_run=8, crossings=8)
    >>> run_chart_limits(-1)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'useful' must be a whole number from 0 to 10...
    """
    _COUNT.check("useful", useful)
    return _limits(useful)


@attrs.frozen(kw_only=True, weakref_slot=False)
class RunChart(Report, Value):
    """Values about a median, and what the order of the points says.

    Gráfica de corridas. Everything else follows from the values and the median.

    Attributes:
        values: What is plotted, in time order, shape ``(n,)``, ``n >= 1``; at most 100 000
            of them off the median.
        median: The centre line, in the unit of the values.
        status: ``DERIVED``: the limits are published.
        sources: The publication.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    values: tuple[float, ...] = attrs.field(validator=EachFloat())
    median: float = attrs.field(validator=FloatBetween())
    status: Status = attrs.field(default=Status.DERIVED, validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(
        default=(RuleSet.ANHOEJ.source,), validator=Each(InstanceOf(Source))
    )

    def __attrs_post_init__(self) -> None:
        _COUNT.check("useful", self.useful)

    @property
    def useful(self) -> int:
        """How many points lie off the median."""
        return len(self.values) - self.values.count(self.median)

    @property
    def enough(self) -> bool:
        """Whether there are the 10 useful points that a run chart needs to say anything."""
        return self.useful >= LEAST_USEFUL

    @property
    def runs(self) -> tuple[int, ...]:
        """The length of each run of useful points on one side of the median, in order."""
        zones = spell(self.values, Lines(*(self.median,) * 7))
        return tuple(map(len, _RUN.findall(zones.replace(_ON_MEDIAN, b""))))

    @property
    def longest_run(self) -> int:
        """Points of the longest run; 0 where no point is useful."""
        return max(self.runs, default=0)

    @property
    def crossings(self) -> int:
        """How often useful points that follow each other lie on different sides."""
        return max(len(self.runs) - 1, 0)

    @property
    def longest_run_limit(self) -> int:
        """The longest run that is no signal."""
        return _limits(self.useful).longest_run

    @property
    def crossings_limit(self) -> int:
        """The fewest crossings that are no signal."""
        return _limits(self.useful).crossings

    @property
    def signal(self) -> bool:
        """Whether a limit of Anhøj is passed; worth nothing unless there are *enough* points."""
        too_long = self.longest_run > self.longest_run_limit
        return too_long or self.crossings < self.crossings_limit

    def _table(self, language: Language) -> Table:
        title = Text(
            "Gráfica de corridas: {n} puntos, {u} útiles", "Run chart: {n} points, {u} useful"
        )
        return Table(
            title=title.format(n=len(self.values), u=self.useful).to(language),
            lines=tuple(line.to(language) for line in _lines(self)),
            header=tuple(cell.to(language) for cell in _HEADER),
            rows=tuple(tuple(cell.to(language) for cell in row) for row in _rows(self)),
        )

    def _records(self) -> list[dict[str, object]]:
        return [
            {
                "points": len(self.values),
                "median": self.median,
                "useful": self.useful,
                "enough": self.enough,
                "longest_run": self.longest_run,
                "longest_run_limit": self.longest_run_limit,
                "crossings": self.crossings,
                "crossings_limit": self.crossings_limit,
                "signal": self.signal,
            }
        ]


def _lines(chart: RunChart) -> Iterator[Text]:
    """Go through the sentences above the table."""
    median = Text("Mediana: {m}", "Median: {m}")
    yield median.format(m=shown_float(chart.median, decimals_for(abs(chart.median))))
    if not chart.enough:
        few = Text(
            "Menos de {n} puntos útiles: la gráfica no dice nada todavía.",
            "Fewer than {n} useful points: the chart says nothing yet.",
        )
        yield few.format(n=LEAST_USEFUL)
    elif chart.signal:
        yield Text("Hay señal de cambio.", "There is a signal of change.")
    else:
        yield Text("No hay señal de cambio.", "There is no signal of change.")


_HEADER = (Text("medida", "measure"), Text("valor", "value"), Text("límite", "limit"))


def _rows(chart: RunChart) -> Iterator[tuple[Text, Text, Text]]:
    most = Text("a lo más {n}", "at most {n}").format(n=chart.longest_run_limit)
    yield Text("racha más larga", "longest run"), Text(str(chart.longest_run)), most
    least = Text("al menos {n}", "at least {n}").format(n=chart.crossings_limit)
    yield Text("cruces de la mediana", "crossings of the median"), Text(str(chart.crossings)), least


def run_chart(values: Iterable[Number], *, median: Number | None = None) -> RunChart:
    """Chart values in time order about their median.

    Gráfica de corridas. Time grows as that of sorting.

    Args:
        values: Finite numbers of one unit, in time order, shape ``(n,)``, ``n >= 1``, each
            from -1e100 to 1e100. A missing value is left out by the caller.
        median: A frozen median, from a baseline; ``None``: that of the values.

    Returns:
        The chart; with fewer than 10 useful points its ``enough`` is ``False``.

    Raises:
        InvalidValueError: If there is no value, something is no finite number, or more than
            100 000 points are useful.

    Source:
        Anhøj and Olesen 2014 (derived); `RuleSet` names the rules for reading it.

    >>> chart = run_chart([1, 2, 1, 2, 1, 2, 3, 3, 9, 8, 9, 8, 9, 8, 9, 8, 9, 8])
    >>> chart.median, chart.useful, chart.longest_run, chart.longest_run_limit, chart.signal
    (8.0, 13, 8, 7, True)
    >>> run_chart([])
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'values' must have at least 1 points: got 0
    """
    points = read_floats(values, path="values")
    check_least("values", len(points), 1)
    centre = _median(points) if median is None else read_float(median, "median")
    return RunChart(values=points, median=centre)


def _median(points: tuple[float, ...]) -> float:
    ordered = sorted(points)
    half = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[half]
    return (ordered[half - 1] + ordered[half]) / 2
