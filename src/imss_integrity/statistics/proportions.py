"""Intervals of a share and of the difference of two shares.

Intervalos de una proporción: Wilson by default, Clopper-Pearson where the confidence must
never be undercut, Newcombe for two independent shares. The Wald interval is left out on
purpose: at 0 or all successes it claims to be certain.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt

from ..kernel.fields import InstanceOf
from .beta_tails import lower_point
from .intervals import Interval, IntervalMethod, interval_around, normal_point, read_confidence
from .outcomes import read_both, read_outcome, read_outcomes
from .reading import Number

__all__ = ["clopper_pearson", "newcombe_difference", "wilson"]

_PAIR = 2
_BOOLEAN = InstanceOf(bool)


def wilson(
    successes: int, trials: int, *, confidence: Number = 0.95, continuity: bool = False
) -> Interval:
    """Give the score interval of a share: Wilson's.

    Intervalo de Wilson.

    Args:
        successes: Whole count from 0 to *trials*.
        trials: Whole count from 1.
        confidence: Share between 0 and 1, both excluded.
        continuity: Whether to correct for continuity, which makes it wider.

    Returns:
        The interval of the share of successes, within 0 to 1; its lower limit is exactly 0
        where there is no success, its upper one exactly 1 where there is nothing else.

    Raises:
        InvalidValueError: If a count or the confidence breaks its range, or there is no trial.
        InconsistentError: If there are more successes than trials.

    Source:
        Wilson 1927; with continuity Newcombe 1998, method 4 (derived).

    >>> share = wilson(17, 40)
    >>> round(share.lower, 4), round(share.upper, 4)
    (0.2851, 0.578)
    >>> wilson(2, 12, confidence=95)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'confidence' must lie between 0 and 1, both ...
    """
    _BOOLEAN.check("continuity", continuity)
    (x, n), level = read_both(
        lambda: read_outcome(successes, trials), lambda: read_confidence(confidence)
    )
    method = IntervalMethod.WILSON_CONTINUITY if continuity else IntervalMethod.WILSON
    lower, upper = _score_limits(x, n, normal_point(level), 0.5 if continuity else 0.0)
    return interval_around(method, x / n, lower, upper, level)


def clopper_pearson(successes: int, trials: int, *, confidence: Number = 0.95) -> Interval:
    """Give the exact interval of a share: Clopper and Pearson's.

    Intervalo exacto de Clopper-Pearson: the shares that neither of the two one-sided binomial
    tests refuses. Fast for any number of trials.

    Args:
        successes: Whole count from 0 to *trials*.
        trials: Whole count from 1.
        confidence: Share between 0 and 1, both excluded. The interval covers the true share
            at least so often, mostly more often.

    Returns:
        The interval, right to 1e-12 or better; exactly 0 and 1 at the ends, as in `wilson`.

    Raises:
        InvalidValueError: If a count or the confidence breaks its range, or there is no trial.
        InconsistentError: If there are more successes than trials.

    Source:
        Clopper and Pearson 1934 (derived).

    >>> share = clopper_pearson(0, 20)
    >>> share.lower, round(share.upper, 4)
    (0.0, 0.1684)
    >>> clopper_pearson(0, 0)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'trials' must be at least 1: got 0
    """
    (x, n), level = read_both(
        lambda: read_outcome(successes, trials), lambda: read_confidence(confidence)
    )
    tail = (1 - level) / 2
    lower = lower_point(x, n - x + 1, tail)[0] if x else 0.0
    upper = lower_point(n - x, x + 1, tail)[1] if x < n else 1.0
    return interval_around(IntervalMethod.CLOPPER_PEARSON, x / n, lower, upper, level)


def newcombe_difference(
    successes: Iterable[int], trials: Iterable[int], *, confidence: Number = 0.95
) -> Interval:
    """Give the interval of the difference of two independent shares: Newcombe's.

    Diferencia de dos proporciones. Made of the Wilson limits of both.

    Args:
        successes: Two whole counts, each from 0 to its trials.
        trials: Two whole counts from 1.
        confidence: Share between 0 and 1, both excluded.

    Returns:
        The interval of the first share less the second one, within -1 to 1.

    Raises:
        InvalidValueError: If there are not two units, a count or the confidence breaks its
            range, or a unit has no trial.
        InconsistentError: If a unit has more successes than trials.

    Source:
        Newcombe 1998, method 10 (derived).

    >>> difference = newcombe_difference([56, 48], [70, 80])
    >>> round(difference.lower, 4), round(difference.upper, 4)
    (0.0524, 0.3339)
    >>> newcombe_difference([1, 2], [5, 0])
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'trials' must hold counts from 1: got 0 @ tr...
    """
    (xs, ns), level = read_both(
        lambda: read_outcomes(successes, trials, least=_PAIR, most=_PAIR),
        lambda: read_confidence(confidence),
    )
    z = normal_point(level)
    (p1, l1, u1), (p2, l2, u2) = (
        (x / n, *_score_limits(x, n, z)) for x, n in zip(xs, ns, strict=True)
    )
    return interval_around(
        IntervalMethod.NEWCOMBE,
        p1 - p2,
        p1 - p2 - _root_of_squares(p1 - l1, u2 - p2),
        p1 - p2 + _root_of_squares(u1 - p1, p2 - l2),
        level,
    )


def _score_limits(
    successes: int, trials: int, z: float, correction: float = 0.0
) -> tuple[float, float]:
    """Give both limits of Wilson; the upper one is what the failures leave."""
    failures = trials - successes
    return (
        _score_limit(successes, trials, z, correction),
        1 - _score_limit(failures, trials, z, correction),
    )


def _score_limit(successes: int, trials: int, z: float, correction: float) -> float:
    """Give the lower limit of Wilson.

    Corrected for continuity it is that of half a success less. Written as ``p**2`` over what
    the upper limit is made of: no digits are lost by subtraction, and it cannot pass ``p``.
    """
    if not successes:
        return 0.0
    p = (successes - correction) / trials
    w = z * z / (2 * trials)
    return p * (p / (p + w + sqrt(w * (w + 2 * p * (1 - p)))))


def _root_of_squares(a: float, b: float) -> float:
    # Not `hypot`: swapping the units must give the same number to the last bit.
    return sqrt(a * a + b * b)
