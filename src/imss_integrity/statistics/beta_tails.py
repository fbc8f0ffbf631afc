"""Where the tail of a beta distribution holds a given chance, to the last digits.

Colas de la distribución beta: what exact binomial limits are made of. The chance of a tail is
the density at its end times a continued fraction, and the fraction alone turns a miss into
the step that mends it. Nothing is lost for few trials or for a million millions of them. The
time hardly grows with the trials at the usual confidences, with their square root at worst.

Source: DiDonato and Morris (1992), ACM TOMS 708 (the fraction); Loader (2000) (the density).
"""

from __future__ import annotations

from math import exp, factorial, log, log1p, pi, sqrt
from statistics import NormalDist

__all__ = ["lower_point"]

_CLOSE = 4e-16
_SERIES_FROM = 16
_HALF_LOG_TWO_PI = log(2 * pi) / 2


def lower_point(a: int, b: int, tail: float) -> tuple[float, float]:
    """Give the share below which the beta distribution of *a* and *b* holds the chance *tail*.

    Args:
        a: Whole number from 1.
        b: Whole number from 1.
        tail: Above 0, up to 0.5.

    Returns:
        The share and its complement to 1.

    >>> round(lower_point(17, 24, 0.025)[0], 14)
    0.27042903126886
    """
    # By the log odds the logarithm of the tail is concave: wherever it began, after one step
    # of Newton's the search lies to the left, and from there it rises and never overshoots.
    odds = log(a / b) + NormalDist().inv_cdf(tail) * sqrt(1 / a + 1 / b)
    odds += _step(a, b, odds, tail)
    while (step := _step(a, b, odds, tail)) > _CLOSE * max(1.0, abs(odds)):
        odds += step
    return _shares_at(odds)


def _step(a: int, b: int, odds: float, tail: float) -> float:
    p, q = _shares_at(odds)
    n = a + b
    # The smaller share is known to more digits. Left of the median the gap is 1/3 at most; past
    # a million millions of trials it may be rounded beyond.
    gap = min(n * p - a if p < q else b - n * q, 1 / 3)
    ratio = _tail_by_density(a, b, p, gap)
    deviance = a * _log_ratio(n * p, a, gap) + b * _log_ratio(n * q, b, -gap)
    remainders = _stirling_remainder(n) - _stirling_remainder(a) - _stirling_remainder(b)
    # The density by the log odds: p**a * q**b / B(a, b).
    density = (log(a) + log(b) - log(n)) / 2 - _HALF_LOG_TWO_PI + remainders + deviance
    return ratio * (log(tail) - log(ratio) - density)


def _shares_at(odds: float) -> tuple[float, float]:
    """Give the share of these log odds and its complement, each to full precision."""
    power = exp(-abs(odds))
    small, large = power / (1 + power), 1 / (1 + power)
    return (small, large) if odds < 0 else (large, small)


def _tail_by_density(a: int, b: int, p: float, gap: float) -> float:
    """Divide the chance below *p* by the density there, both by the log odds (Lentz's rule).

    *gap* is how far ``(a + b) * p`` lies above *a*. As *p* is left of the median nothing in
    here is subtracted that matters.
    """
    fraction = above = a / (a + 1) * (1 - gap)
    below, change, m = 0.0, 0.0, 1
    while abs(change - 1) > _CLOSE:
        turn = m * (b - m) * p / (a + 2 * m - 1)
        alpha = turn * p * (a + m - 1) * (a + b + m - 1) / (a + 2 * m - 1)
        beta = m + turn + (a + m) / (a + 2 * m + 1) * (1 - gap + m * (2 - p))
        above, below = beta + alpha / above, 1 / (beta + alpha * below)
        change = above * below
        fraction *= change
        m += 1
    return 1 / fraction


def _log_ratio(part: float, whole: int, gap: float) -> float:
    """Give ``log(part / whole)``, where *gap* is their difference."""
    return log1p(gap / whole) if 2 * part > whole else log(part / whole)


def _stirling_remainder(n: int) -> float:
    """Give what Stirling's formula leaves of ``log(n!)``."""
    if n < _SERIES_FROM:
        return log(factorial(n)) - (n + 0.5) * log(n) + n - _HALF_LOG_TWO_PI
    s = 1 / n**2
    return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - s / 1188) * s) * s) * s) / n
