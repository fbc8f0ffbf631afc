"""Intraclass correlation of a complete table of targets and judges.

Coeficiente de correlación intraclase. Six forms, from the mean squares of a two-way
analysis of variance; point values only. A table with missing cells has none: use
Krippendorff's alpha.

Source: Shrout and Fleiss (1979).
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

import attrs

from ..kernel.errors import Fault, InconsistentError
from ..kernel.text import Text
from ..kernel.values import Value
from .reading import FiniteFloat, Number, Shape, finite_number, read_table, whole_multiples

__all__ = ["Icc", "icc"]

_SHAPE = Shape(Text("objetos evaluados", "targets"), Text("evaluadores", "judges"), 2, 2)
_FINITE = FiniteFloat()


@attrs.frozen(kw_only=True, weakref_slot=False)
class Icc(Value):
    """The six forms of the intraclass correlation, each rounded once.

    Correlación intraclase. Dimensionless; 1 is perfect agreement. Where judges agree less
    than chance a form falls below 0; where the estimated variance of the targets is below
    0 the figure has no meaning beyond "no agreement", and ``icc2k`` may even pass 1.

    Attributes:
        icc1: One rating; each target has judges of its own. Absolute agreement.
        icc2: One rating; the same judges, a sample of many. Absolute agreement.
        icc3: One rating; the same judges, all there are. Consistency: a judge who is always
            stricter by the same amount does not lower it.
        icc1k: As ``icc1``, for the mean of all judges.
        icc2k: As ``icc2``, for the mean of all judges.
        icc3k: As ``icc3``, for the mean of all judges (Cronbach's alpha).

    Raises:
        InvalidValueError: If a figure is no finite float.

    >>> icc([[1, 2], [3, 3], [5, 4], [2, 4], [4, 6]]).icc2
    0.6
    >>> Icc(icc1=float("nan"), icc2=0.0, icc3=0.0, icc1k=0.0, icc2k=0.0, icc3k=0.0)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'icc1' must be a finite float: got nan
    """

    icc1: float = attrs.field(validator=_FINITE)
    icc2: float = attrs.field(validator=_FINITE)
    icc3: float = attrs.field(validator=_FINITE)
    icc1k: float = attrs.field(validator=_FINITE)
    icc2k: float = attrs.field(validator=_FINITE)
    icc3k: float = attrs.field(validator=_FINITE)


def icc(ratings: Iterable[Iterable[Number]]) -> Icc:
    """Measure how much of the variation of ratings is due to what was rated.

    Correlación intraclase.

    Args:
        ratings: Targets x judges, at least two of each, complete; finite numbers of one
            unit.

    Returns:
        The six forms. Exact arithmetic, each rounded once.

    Raises:
        InvalidValueError: If a rating is missing or no finite number, or there are too few
            targets or judges.
        InconsistentError: If rows differ in length, or a form divides by 0 (no variation at
            all, or targets with equal means): it is undefined.

    Source:
        Shrout and Fleiss 1979 (derived).

    >>> result = icc([[10, 40], [20, 50], [30, 65]])
    >>> round(result.icc1, 4), round(result.icc3, 4)
    (-0.3297, 0.9677)
    >>> icc([[1, 2, 3], [4, 5]])
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'ratings' must have rows of equal length (3 ...
    """
    grid = read_table(ratings, _SHAPE, path="ratings", read=finite_number)
    n, k = len(grid), len(grid[0])
    b, w, j, e = _mean_squares(grid)
    return Icc(
        icc1=_ratio(b - w, b + (k - 1) * w),
        icc2=_ratio(b - e, b + (k - 1) * e + k * (j - e) / n),
        icc3=_ratio(b - e, b + (k - 1) * e),
        icc1k=_ratio(b - w, b),
        icc2k=_ratio(b - e, b + (j - e) / n),
        icc3k=_ratio(b - e, b),
    )


def _mean_squares(
    grid: tuple[tuple[Fraction, ...], ...],
) -> tuple[Fraction, Fraction, Fraction, Fraction]:
    """Give the mean squares between targets, within targets, between judges, and the rest."""
    whole = whole_multiples(value for row in grid for value in row)  # the ratios keep
    cells = [[whole[value] for value in row] for row in grid]
    n, k = len(cells), len(cells[0])
    mean_part = Fraction(sum(map(sum, cells)) ** 2, n * k)
    total = sum(value * value for row in cells for value in row) - mean_part
    between = Fraction(sum(sum(row) ** 2 for row in cells), k) - mean_part
    judges = Fraction(sum(sum(column) ** 2 for column in zip(*cells, strict=True)), n) - mean_part
    rest = total - between - judges
    return (
        between / (n - 1),
        (total - between) / (n * (k - 1)),
        judges / (k - 1),
        rest / ((n - 1) * (k - 1)),
    )


def _ratio(part: Fraction, whole: Fraction) -> float:
    try:
        return float(part / whole)
    except (ZeroDivisionError, OverflowError):
        text = Text(
            "'ratings' debe variar entre los objetos evaluados; si no, la correlación no está"
            " definida",
            "'ratings' must vary between the targets; else the correlation is undefined",
        )
        raise InconsistentError(Fault("ratings", "no_variation", text)) from None
