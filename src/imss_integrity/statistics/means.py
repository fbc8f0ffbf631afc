"""Weighted means: arithmetic, geometric, harmonic, and the minimum.

Medias ponderadas. For positive values minimum <= harmonic <= geometric <= arithmetic <=
maximum, and each of them rises with every value. The less a mean lets a good value pay for
a bad one, the lower it lies. An exact `Score` adds up by arithmetic mean or minimum; the
geometric mean is a statistic shown beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_EVEN, Context, Decimal
from enum import StrEnum
from fractions import Fraction

from ..kernel.errors import InconsistentError, InvalidValueError, must, raise_any
from ..kernel.exact import exact_sum, parse_exact
from ..kernel.fields import choice
from ..kernel.text import Text
from .reading import Number, finite_number, read_series

__all__ = ["MeanMethod", "weighted_mean"]

_DIGITS = 60
_LARGEST_EXPONENT = 999_999


class MeanMethod(StrEnum):
    """How values are brought together into one (método de agregación).

    Attributes:
        ARITHMETIC: Sum of weight times value; a good value fully pays for a bad one.
        GEOMETRIC: Product of the values raised to their weights; positive values only.
        HARMONIC: Inverse of the mean of the inverses; positive values only.
        MINIMUM: The worst value, whatever its weight; nothing is paid for.
    """

    ARITHMETIC = "arithmetic"
    GEOMETRIC = "geometric"
    HARMONIC = "harmonic"
    MINIMUM = "minimum"


def weighted_mean(
    values: Iterable[Number],
    weights: Iterable[int | Fraction | Decimal | str],
    *,
    method: MeanMethod | str = MeanMethod.ARITHMETIC,
) -> float:
    """Bring *values* together into one, by their *weights*.

    Media ponderada. Worked out exactly and rounded once (the geometric mean to 60 digits
    first), so the order of the values does not matter.

    Args:
        values: Finite numbers of any unit, shape ``(n,)``, ``n >= 1``; positive, 0 not
            included, for the geometric and the harmonic mean, even where a weight is 0.
        weights: Shares, shape ``(n,)``, exact (``"1/3"``, ``"0.2"``; never a float), each at
            least 0; they add up to exactly 1, also for the minimum, which ignores their
            sizes.
        method: A `MeanMethod` or its text.

    Returns:
        The mean, in the unit of the values; from the lowest to the highest of them.

    Raises:
        InvalidValueError: If there is no value, a value or weight breaks its range, or the
            method is unknown.
        InconsistentError: If the weights are not as many as the values, or do not add up
            to 1.

    Source:
        Definitions of the means (derived); refusing zeros and weights that do not add up
        to 1 is own.

    >>> weighted_mean([4, 9, 16], ["1/2", "1/4", "1/4"])
    8.25
    >>> weighted_mean([4, 9, 16], ["1/2", "1/4", "1/4"], method="geometric")
    6.928203230275509
    >>> weighted_mean([1, 2], ["1/2", "1/3"])
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'weights' must add up to 1: got 5/6
    """
    chosen = choice(MeanMethod, method, path="method")
    numbers = read_series(values, path="values", read=finite_number)
    shares = read_series(weights, path="weights", read=_share)
    _check(numbers, shares)
    if chosen is MeanMethod.MINIMUM:
        return float(min(numbers))
    if chosen is MeanMethod.ARITHMETIC:
        return _arithmetic(numbers, shares)
    _check_positive(numbers, chosen)
    return (_geometric if chosen is MeanMethod.GEOMETRIC else _harmonic)(numbers, shares)


def _share(value: object, path: str) -> Fraction:
    number = parse_exact(value, path=path)
    if number < 0:
        rule = Text("ser al menos 0", "be at least 0")
        raise InvalidValueError(must(path, "range", rule, value))
    return number


def _check(numbers: tuple[Fraction, ...], shares: tuple[Fraction, ...]) -> None:
    if not numbers:
        rule = Text("tener al menos un valor", "have at least one value")
        raise InvalidValueError(must("values", "empty", rule, 0))
    if len(shares) != len(numbers):
        rule = Text("tener un peso por valor ({n})", "have one weight for each value ({n})")
        fault = must("weights", "length", rule.format(n=len(numbers)), len(shares))
        raise InconsistentError(fault)
    if (total := exact_sum(shares)) != 1:
        rule = Text("sumar 1", "add up to 1")
        raise InconsistentError(must("weights", "total", rule, total))


def _check_positive(numbers: tuple[Fraction, ...], method: MeanMethod) -> None:
    rule = Text(
        "llevar valores mayores que 0 con el método {method}",
        "hold values above 0 under the method {method}",
    ).format(method=method.value)
    raise_any(
        must(f"values[{i}]", "range", rule, number, subject="values")
        for i, number in enumerate(numbers)
        if number <= 0
    )


def _arithmetic(numbers: tuple[Fraction, ...], shares: tuple[Fraction, ...]) -> float:
    return float(exact_sum(w * x for x, w in zip(numbers, shares, strict=True)))


def _harmonic(numbers: tuple[Fraction, ...], shares: tuple[Fraction, ...]) -> float:
    return float(1 / exact_sum(w / x for x, w in zip(numbers, shares, strict=True)))


def _geometric(numbers: tuple[Fraction, ...], shares: tuple[Fraction, ...]) -> float:
    # A context of its own: whatever precision the caller has set takes no part.
    context = Context(
        prec=_DIGITS,
        rounding=ROUND_HALF_EVEN,
        Emin=-_LARGEST_EXPONENT,
        Emax=_LARGEST_EXPONENT,
        capitals=1,
        clamp=0,
        flags=[],
        traps=[],
    )

    def decimal(number: Fraction) -> Decimal:
        return context.divide(Decimal(number.numerator), Decimal(number.denominator))

    logarithm = exact_sum(
        w * Fraction(context.ln(decimal(x))) for x, w in zip(numbers, shares, strict=True)
    )
    mean = float(context.exp(decimal(logarithm)))
    # The last of the 60 digits may still cross a half; the neighbours are exact.
    return min(max(mean, _harmonic(numbers, shares)), _arithmetic(numbers, shares))
