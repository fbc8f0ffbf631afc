"""From patterns in stretches of a chart to its signals.

Búsqueda de señales. Excluded points are taken out before anything is looked for, so that a
run goes on past them; only points beyond the limits are looked for among all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from ..kernel.errors import InconsistentError, must
from ..kernel.fields import choice
from ..kernel.provenance import Source, Status, merged_sources
from ..kernel.text import Text
from .patterns import Found, Pattern, spell_steps
from .rule_sets import Marking, RuleSet
from .signal_results import ChartSignals, Signal

__all__ = ["chosen_set", "gathered", "signal_of", "signals_in"]


def signals_in(
    values: Sequence[float],
    zones: bytes,
    patterns: Iterable[Pattern],
    *,
    places: Sequence[int],
    excluded: Collection[int] = (),
    rules: RuleSet,
    marking: Marking,
) -> Iterator[Signal]:
    """Go through the signals of a stretch of points, rule by rule.

    Args:
        values: The points of the stretch.
        zones: The zones they lie in, spelled.
        patterns: What to look for.
        places: Index of each point on the chart.
        excluded: Indices on the chart of points that do not count.
        rules: The set of the patterns.
        marking: Which points are marked.
    """
    counting, kept, kept_values = zones, places, values
    if excluded:
        counts = [i for i, place in enumerate(places) if place not in excluded]
        kept = [places[i] for i in counts]
        kept_values = [values[i] for i in counts]
        counting = bytes(zones[i] for i in counts)
    steps = spell_steps(kept_values)
    for pattern in patterns:
        spelled, where = (zones, places) if pattern.judges_excluded else (counting, kept)
        for found in pattern.found(spelled, steps):
            yield signal_of(found, pattern.rule, places=where, rules=rules, marking=marking)


def signal_of(
    found: Found, rule: str, *, places: Sequence[int], rules: RuleSet, marking: Marking
) -> Signal:
    """Give the signal of a pattern of points that stand at *places* of the chart."""
    marked = found.whole if marking is Marking.WHOLE else found.completing
    return Signal(
        rules=rules,
        rule=rule,
        side=found.side,
        first=places[found.whole[0]],
        completed=places[found.completing[0]],
        last=places[found.completing[-1]],
        points=tuple([places[i] for i in marked]),
    )


def gathered(
    signals: Iterable[Signal],
    *,
    rules: RuleSet,
    marking: Marking,
    count: int,
    sources: Iterable[Source] = (),
    enough: bool = True,
) -> ChartSignals:
    """Give *signals* in order, with what they rest on."""
    published = marking is rules.marking and not rules.on_median
    return ChartSignals(
        rules=rules,
        marking=marking,
        count=count,
        signals=tuple(sorted(signals, key=_order)),
        enough=enough,
        status=Status.DERIVED if published else Status.OWN,
        sources=merged_sources(sources, (rules.source,)),
    )


_ORDER = {(one, rule): place for one in RuleSet for place, rule in enumerate(one.rules)}


def _order(signal: Signal) -> tuple[int, int, int]:
    return signal.last, signal.first, _ORDER[signal.rules, signal.rule]


def chosen_set(rules: RuleSet | str, fitting: Collection[RuleSet], what: Text) -> RuleSet:
    """Give the set that *rules* names, if it is one of *fitting*.

    Raises:
        InvalidValueError: If there is no such set.
        InconsistentError: If it does not fit *what*; the message lists those that do.
    """
    chosen = choice(RuleSet, rules, path="rules")
    if chosen not in fitting:
        rule = Text("ser uno de {fitting} {what}", "be one of {fitting} {what}")
        allowed = rule.format(fitting=", ".join(fitting), what=what)
        raise InconsistentError(must("rules", "misfit", allowed, chosen))
    return chosen
