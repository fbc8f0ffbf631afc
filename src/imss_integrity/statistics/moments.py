"""The variance between units by the method of moments.

Varianza entre unidades. How much units differ beyond the chance that is in each of them:
what their squared distances exceed chance by, over what one unit of variance would add.

Source: DerSimonian and Laird (1986); for funnels Spiegelhalter (2005).
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from ..kernel.errors import must, raise_any
from ..kernel.exact import exact_sum
from ..kernel.text import Text
from .floats import LARGEST, read_floats

__all__ = ["between_variance_of", "read_variances", "weights_of"]

SMALLEST = 1e-100


def read_variances(variances: object) -> tuple[float, ...]:
    """Read a list of variances, each from 1e-100 to 1e100."""
    read = read_floats(variances, path="variances")
    rule = Text("ir de {low} a {high}", "be from {low} to {high}").format(
        low=SMALLEST, high=LARGEST
    )
    raise_any(
        must(f"variances[{i}]", "range", rule, variance, subject="variances")
        for i, variance in enumerate(read)
        if variance < SMALLEST
    )
    return read


def weights_of(variances: Sequence[float]) -> tuple[Fraction, ...]:
    """Give one over each variance, as a float gives it: its exact value costs too much to add."""
    return tuple(Fraction(1 / variance) for variance in variances)


def between_variance_of(excess: Fraction, weights: Sequence[Fraction]) -> Fraction:
    """Give the variance between at least two units, exactly; 0 where there is no *excess*.

    Args:
        excess: Weighted sum of squared distances, less what chance gives.
        weights: As `weights_of` gives them.
    """
    if excess <= 0:
        return Fraction(0)
    total = exact_sum(weights)
    return excess / (total - exact_sum(weight * weight for weight in weights) / total)
