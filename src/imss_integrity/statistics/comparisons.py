"""Comparing the units of an institution by a share, without a league table of noise.

Comparar unidades. The order of 880 shares with few trials each is mostly the order of their
luck. So each share comes with its interval, a flag of the funnel, and the shrunk share, which
is the better guess; ranks come only with their intervals, and only where they are asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from itertools import repeat
from math import sqrt
from random import Random

from ..kernel.fields import InstanceOf, Optional
from ..kernel.provenance import merged_sources
from .beta_binomials import beta_binomial_shrinkage
from .comparison_results import ComparedUnit, UnitComparison
from .dispersion import Overdispersion, overdispersion
from .flags import funnel_flags, read_inner_outer
from .funnels import FUNNEL_SOURCE, FUNNEL_Z, read_target
from .intervals import IntervalMethod, read_confidence
from .moments import SMALLEST
from .outcomes import read_both, read_codes, read_outcomes
from .proportions import wilson
from .ranks import rank_intervals
from .reading import Number

__all__ = ["compare_units"]

_PAIR = 2
_BOOLEAN = InstanceOf(bool)
_GENERATOR = Optional(InstanceOf(Random))


def compare_units(
    successes: Iterable[int],
    trials: Iterable[int],
    *,
    codes: Iterable[str] | None = None,
    target: Number | None = None,
    confidence: Number = 0.95,
    z: Iterable[Number] = FUNNEL_Z,
    widen: bool = False,
    generator: Random | None = None,
) -> UnitComparison:
    """Compare units by the share of their successes.

    Comparación de unidades.

    Args:
        successes: Whole counts, one for each unit, at least two, each from 0 to its trials.
        trials: Whole counts from 1.
        codes: One code for each unit, none twice; ``None``: they are numbered from 1.
        target: Share from 0 to 1, both included, that the funnel stands about and the scatter
            is measured from; ``None``: the share of all units together. Shrunk shares are drawn
            toward the latter in any case.
        confidence: Share between 0 and 1, both excluded, for the interval of each unit.
        z: The inner and the outer limit of the funnel in standard deviations, ascending.
        widen: Whether the variance between units widens the funnel. With many trials each,
            units differ and nearly all of them would be flagged; widened, it shows which of
            them are rare among the others. With few units it may hide the one that is.
        generator: Chance for the ranks, of the caller; ``None``: no ranks.

    Returns:
        Interval, flag and shrunk share of each unit, in the given order.

    Raises:
        InvalidValueError: If an argument breaks its range, or there are fewer than two units.
        InconsistentError: If a unit has more successes than trials, a code repeats, or the
            lists differ in length.

    Source:
        Own choice of published methods: Wilson 1927, Spiegelhalter 2005 (10 % drawn in at each
        end), shrinkage by the beta-binomial.

    >>> found = compare_units([48, 3, 180], [50, 4, 300], codes=["A", "B", "C"])
    >>> [(unit.code, unit.flag.value, round(unit.shrunk, 2)) for unit in found.units]
    [('A', 'alto_externo', 0.88), ('B', 'dentro', 0.67), ('C', 'dentro', 0.6)]
    >>> compare_units([1], [2])
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'successes' must have 2 units or more: got 1
    """
    _BOOLEAN.check("widen", widen)
    _GENERATOR.check("generator", generator)
    (xs, ns), (given, (level, limits)) = read_both(
        lambda: read_outcomes(successes, trials, least=_PAIR),
        lambda: read_both(
            lambda: None if target is None else read_target(target),
            lambda: read_both(lambda: read_confidence(confidence), lambda: read_inner_outer(z)),
        ),
    )
    names = read_codes(codes, len(xs))
    centre = Fraction(sum(xs), sum(ns)) if given is None else given
    dispersion = _dispersion(xs, ns, float(centre))
    extra = dispersion.between_variance if widen and dispersion is not None else None
    flags = funnel_flags(xs, ns, target=centre, z=limits, between_variance=extra or 0).flags
    shrunk = beta_binomial_shrinkage(xs, ns).shrunk
    ranks = repeat(None) if generator is None else rank_intervals(xs, ns, generator=generator)
    units = tuple(
        ComparedUnit(
            code=code,
            successes=x,
            trials=n,
            interval=wilson(x, n, confidence=level),
            flag=flag,
            shrunk=share,
            rank=rank,
        )
        for code, x, n, flag, share, rank in zip(names, xs, ns, flags, shrunk, ranks, strict=False)
    )
    return UnitComparison(
        units=units,
        target=centre,
        dispersion=dispersion,
        widened=widen,
        sources=merged_sources([IntervalMethod.WILSON.source, FUNNEL_SOURCE]),
    )


def _dispersion(
    successes: Iterable[int], trials: tuple[int, ...], target: float
) -> Overdispersion | None:
    """Measure the scatter about *target*, where chance gives any: not at 0 or 1."""
    variances = [target * (1 - target) / n for n in trials]
    if min(variances) < SMALLEST:
        return None
    shares = (x / n for x, n in zip(successes, trials, strict=True))
    distances = [(p - target) / sqrt(v) for p, v in zip(shares, variances, strict=True)]
    return overdispersion(distances, variances=variances)
