"""Finding signals on a chart: one verb for every set of rules.

Búsqueda de señales. Which rules fit which chart is decided here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..kernel.errors import InvalidValueError, must
from ..kernel.fields import choice
from ..kernel.text import Text
from .chart_results import ControlChart
from .finding import chosen_set, gathered, signals_in
from .nhs_rules import NHS_PATTERNS
from .patterns import IN_SIGMA, Lines, Pattern, in_sigma, spell
from .rule_sets import Marking, RuleSet
from .run_charts import RunChart
from .run_rules import run_signals
from .signal_results import ChartSignals, Signal
from .zone_rules import ZONE_PATTERNS

__all__ = ["find_signals"]

_ON_LIMITS: Mapping[RuleSet, tuple[Pattern, ...]] = {RuleSet.NHS: NHS_PATTERNS, **ZONE_PATTERNS}
_ON_MEDIAN = tuple(rules for rules in RuleSet if rules.on_median)


def find_signals(
    chart: ControlChart | RunChart,
    *,
    rules: RuleSet | str,
    marking: Marking | str | None = None,
) -> ChartSignals:
    """Find what a set of rules sees on a chart.

    Señales de una carta. On a control chart excluded points leave every pattern and are
    marked only where they lie beyond the limits; no pattern reaches across a point at which
    the chart was rebased. Time is linear in the points.

    Args:
        chart: A `ControlChart` for ``nhs``, ``western_electric`` and ``nelson``; a
            `RunChart` for ``anhoej`` and ``ihi``.
        rules: A `RuleSet` or its text; there is no set by default.
        marking: Which points are marked; ``None``: as the authors of the set do it, the
            whole pattern on run charts (own).

    Returns:
        The signals; indices are those of the chart. On a run chart with fewer than 10 useful
        points no rule is applied, and ``enough`` is ``False``.

    Raises:
        InvalidValueError: If an argument breaks its rule; with ``ihi``, if more than 10 000
            points are useful.
        InconsistentError: If the rules do not fit the chart; the message lists those that do.

    Source:
        The publication of each `RuleSet` (derived); on attribute charts the zones are one
        and two sigma of each point, and a pattern ends where a chart is rebased, as in
        NHSRplotthedots.

    >>> from imss_integrity.statistics import run_chart, xmr_chart
    >>> chart = xmr_chart([12, 15, 11, 14, 13, 18, 12, 30, 13, 14], baseline=6)
    >>> [(signal.rule, signal.first) for signal in find_signals(chart, rules="nhs").signals]
    [('fuera', 7)]
    >>> find_signals(chart, rules="anhoej")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'rules' must be one of nhs, western_electric...
    """
    _check_chart(chart)
    if isinstance(chart, ControlChart):
        chosen = chosen_set(rules, tuple(_ON_LIMITS), Text("con límites", "on limits"))
    else:
        chosen = chosen_set(rules, _ON_MEDIAN, Text("con mediana", "on a median"))
    mark = chosen.marking if marking is None else choice(Marking, marking, path="marking")
    if isinstance(chart, ControlChart):
        signals, enough = _on_limits(chart, chosen, mark), True
    else:
        signals, enough = run_signals(chart, chosen, mark), chart.enough
    return gathered(
        signals if enough else (),
        rules=chosen,
        marking=mark,
        count=len(chart.values),
        sources=chart.sources,
        enough=enough,
    )


def _check_chart(chart: object) -> None:
    if not isinstance(chart, ControlChart | RunChart):
        rule = Text("ser una carta de control o de corridas", "be a control chart or a run chart")
        raise InvalidValueError(must("chart", "type", rule, chart))


def _on_limits(chart: ControlChart, rules: RuleSet, marking: Marking) -> Iterator[Signal]:
    """Go through the signals of each stretch between points at which the chart is rebased."""
    excluded = frozenset(chart.excluded)
    for segment, stop in chart.spans():
        here = slice(segment.start, stop)
        yield from signals_in(
            chart.values[here],
            _zones(chart, here),
            _ON_LIMITS[rules],
            places=range(segment.start, stop),
            excluded=excluded,
            rules=rules,
            marking=marking,
        )


def _zones(chart: ControlChart, here: slice) -> bytes:
    """Spell the zones of a stretch; where each point has its trials it has its own lines."""
    values = chart.values[here]
    lines = [line[here] for line in (chart.centre, chart.sigma, chart.lower, chart.upper)]
    if chart.trials is None:
        centre, sigma, lower, upper = (line[0] for line in lines)
        zones = (centre + k * sigma for k in (-2, -1, 0, 1, 2))
        return spell(values, Lines._make((lower, *zones, upper)))
    points = zip(values, *lines, strict=True)
    return spell(
        in_sigma((x, c, 3 * s, 3 * s, low, high) for x, c, s, low, high in points), IN_SIGMA
    )
