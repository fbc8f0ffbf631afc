"""Judging the measurements of a cycle: what `verify` works out.

Verificación. Points before the intervention set the centre and the limits, which are then
frozen; the rules look at the points after it alone, so that no pattern that began earlier is
credited to the change.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from math import isclose
from typing import cast

import attrs

from ..kernel.errors import Fault, InconsistentError
from ..kernel.text import Text
from ..statistics import Assurance, ChartSignals, Improvement, Side, Signal, nhs_assurance
from .charting import chart_of, levels_of, signals_of
from .effects import effect_of
from .indicator_verdicts import Effect, FiredRule, IndicatorVerdict, Outcome
from .indicators import Indicator
from .measuring import Measurement
from .standings import Standing
from .verdicts import Terms, Verdict

__all__ = ["agree", "judge"]

Points = tuple[Measurement, ...]
_RELATIVE, _ABSOLUTE = 1e-9, 1e-12


def judge(standing: Standing, *, on: date, terms: Terms) -> Verdict:
    """Judge what was measured so far, as of the day *on*.

    Raises:
        InconsistentError: If the plan is not approved: there is nothing a change could come
            from.
    """
    intervention = standing.intervention
    if intervention is None:
        text = Text(
            "un ciclo se verifica cuando su plan está aprobado",
            "a cycle is verified once its plan is approved",
        )
        raise InconsistentError(Fault("cycle", "phase", text))
    main, *side_effects = (
        _judged(one, standing.measurements.get(one.code, ()), intervention, terms)
        for one in standing.plan.indicators
    )
    return Verdict(
        cycle=standing.opened.code,
        on=on,
        intervention=intervention,
        terms=terms,
        main=main,
        side_effects=tuple(side_effects),
        sources=(terms.rules.source,),
    )


@attrs.frozen
class _Case:
    """One indicator, with what was measured of it before the intervention and after."""

    indicator: Indicator
    before: Points
    after: Points
    terms: Terms

    @property
    def wanted(self) -> Side:
        """The side that is an improvement."""
        return Side.HIGH if self.indicator.wanted is Improvement.UP else Side.LOW

    def signals(self, learned: Points, shown: Points) -> ChartSignals:
        """Find what the rules see in points against what others taught."""
        return signals_of(self.indicator, learned, shown, self.terms.rules)

    def effect(self, after: Points) -> Effect | None:
        """Give the effect between the points before and those *after* the change."""
        if not self.before or not after:
            return None
        levels = (levels_of(self.indicator, points) for points in (self.before, after))
        return effect_of(*levels, confidence=self.terms.confidence)

    def attainment(self, effect: Effect | None) -> float | None:
        """Give the share of the way to the target that *effect* has gone."""
        target = self.indicator.target
        way_to_go = 0.0 if effect is None or target is None else float(target) - effect.before
        return effect.difference / way_to_go if effect and way_to_go else None

    def assurance(self, points: Points) -> Assurance | None:
        """Say whether the process that *points* show meets the target."""
        if self.indicator.target is None:
            return None
        chart = chart_of(self.indicator, points, points)
        return nhs_assurance(
            float(self.indicator.target),
            lower=chart.lower[-1],
            upper=chart.upper[-1],
            improvement=self.indicator.wanted,
        )


def _judged(
    indicator: Indicator, measured: Points, intervention: date, terms: Terms
) -> IndicatorVerdict:
    before = tuple(one for one in measured if one.period.end < intervention)
    # The period into which the intervention falls is neither before nor after it.
    after = tuple(one for one in measured if one.period.start >= intervention)
    case = _Case(indicator, before, after, terms)
    effect = case.effect(after)
    blank = IndicatorVerdict(
        indicator=indicator.code,
        name=indicator.name,
        outcome=Outcome.TOO_FEW,
        points_before=len(before),
        points_after=len(after),
        points_between=len(measured) - len(before) - len(after),
        effect=effect,
        attainment=case.attainment(effect),
    )
    if len(before) < terms.least_points:
        return blank
    known = case.signals(before, before)
    steady = attrs.evolve(
        blank,
        steady_before=not known.signals if known.enough else None,
        assurance=case.assurance(before),
    )
    if not after or not (found := case.signals(before, after)).enough:
        return steady
    fired = tuple(_fired(signal, after, case.wanted) for signal in found.signals)
    seen = attrs.evolve(steady, outcome=Outcome.NO_EVIDENCE, fired=fired)
    way = _way(found.signals, effect)
    if way is None:
        return seen
    since = after[min(signal.first for signal in found.signals if signal.side is way) :]
    return _changed(seen, case, since, way)


def _changed(seen: IndicatorVerdict, case: _Case, since: Points, way: Side) -> IndicatorVerdict:
    """Complete the verdict on what moved *way*: since when, how much, whether for good."""
    effect = case.effect(since)
    enough = len(since) >= case.terms.least_points
    return attrs.evolve(
        seen,
        outcome=Outcome.IMPROVED if way is case.wanted else Outcome.WORSENED,
        changed_on=since[0].period.start,
        effect=effect,
        attainment=case.attainment(effect),
        assurance=case.assurance(since) if enough else None,
        held=_held(case, since, way) if enough else None,
    )


def _way(signals: Iterable[Signal], effect: Effect | None) -> Side | None:
    """Give the way in which the level moved; ``None``: no rule tells.

    Where rules point both ways, the means decide, if they differ by more than chance.
    """
    sides = {signal.side for signal in signals if signal.side is not None}
    if len(sides) < len(Side) or effect is None:
        return next(iter(sides), None)
    if not effect.is_clear:
        return None
    return Side.HIGH if effect.difference > 0 else Side.LOW


def _held(case: _Case, since: Points, way: Side) -> bool | None:
    """Say whether the change lasts: in its later half, no rule last fired against it.

    A change that comes step by step begins on the wrong side of its own mean: what fires in
    the first half only is no loss.
    """
    found = case.signals(since, since)
    if not found.enough:
        return None
    late = [one for one in found.signals if one.side is not None and 2 * one.last >= len(since)]
    last = max((signal.last for signal in late), default=None)
    return all(signal.side is way for signal in late if signal.last == last)


def _fired(signal: Signal, after: Points, wanted: Side) -> FiredRule:
    return FiredRule(
        rule=signal.rule,
        name=signal.name,
        favourable=None if signal.side is None else signal.side is wanted,
        first=after[signal.first].period.start,
        completed=after[signal.completed].period.end,
        last=after[signal.last].period.end,
    )


def agree(one: Verdict, other: Verdict) -> bool:
    """Say whether two verdicts are the same, up to the last bits of their statistics."""
    # A class below `Verdict` could say anything of the same fields.
    return type(one) is type(other) and _alike(attrs.astuple(one), attrs.astuple(other))


def _alike(one: object, other: object) -> bool:
    if isinstance(one, float) and isinstance(other, float):
        return isclose(one, other, rel_tol=_RELATIVE, abs_tol=_ABSOLUTE)
    if isinstance(one, tuple) and isinstance(other, tuple):
        pair = cast("tuple[object, ...]", one), cast("tuple[object, ...]", other)
        return len(pair[0]) == len(pair[1]) and all(map(_alike, *pair))
    return one == other
