"""The rules for a run chart: those of Anhøj, and those of the IHI.

Reglas para gráficas de corridas. Points on the median neither make nor break a run. A rule
that counts crossings or runs concerns the whole chart and marks no point.

Source: Anhøj and Olesen (2014); Perla, Provost and Murray (2011). The trend rule finds next
to nothing (Anhøj and Olesen) and belongs to the IHI set only. What "too few" and "too many"
runs are is own: each tail of the exact law at most 2.5 %.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..kernel.fields import WholeNumber
from .finding import signal_of
from .patterns import Lines, one_side, spell, spell_steps, trend
from .rule_sets import Marking, RuleSet
from .run_charts import RunChart
from .runs_law import MOST_POINTS, too_few_runs, too_many_runs
from .signal_results import Signal

__all__ = ["run_signals"]

_SHIFT = one_side("racha", 6)
_TREND = trend("tendencia", 5)
_ON_MEDIAN = 5


def run_signals(chart: RunChart, rules: RuleSet, marking: Marking) -> Iterator[Signal]:
    """Go through what a set of rules finds on a run chart that has enough points."""
    zones = spell(chart.values, Lines(*(chart.median,) * 7))
    useful = [i for i, letter in enumerate(zones) if letter != _ON_MEDIAN]
    sides = bytes(zones[i] for i in useful)
    is_ihi = rules is RuleSet.IHI
    shift = _SHIFT if is_ihi else one_side("racha", chart.longest_run_limit + 1)
    for found in shift.found(sides, b""):
        yield signal_of(found, shift.rule, places=useful, rules=rules, marking=marking)
    if is_ihi:
        values = chart.values
        # Of equal neighbours the first counts, and no other.
        apart = [0, *(i for i, (a, b) in enumerate(pairwise(values), 1) if a != b)]
        steps = spell_steps([values[i] for i in apart])
        for found in _TREND.found(b"", steps):
            yield signal_of(found, _TREND.rule, places=apart, rules=rules, marking=marking)
    for rule in _counted(chart, sides) if is_ihi else _crossed(chart):
        yield Signal(
            rules=rules,
            rule=rule,
            side=None,
            first=useful[0],
            completed=useful[-1],
            last=useful[-1],
            points=(),
        )


def _crossed(chart: RunChart) -> Iterator[str]:
    if chart.crossings < chart.crossings_limit:
        yield "cruces"


def _counted(chart: RunChart, sides: bytes) -> Iterator[str]:
    WholeNumber(0, MOST_POINTS).check("useful", chart.useful)
    below = sides.count(0)
    numbers = len(sides) - below, below, len(chart.runs)
    if too_few_runs(*numbers):
        yield "pocas_rachas"
    if too_many_runs(*numbers):
        yield "muchas_rachas"
