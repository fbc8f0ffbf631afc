"""Agreement of two or more raters about categories: Cohen's and Fleiss' kappa.

Coeficientes kappa. The table states the scale: leaving out a category that nobody used
changes a weighted kappa. With rare categories kappa can lie near 0 although almost all
ratings agree; show the form with free marginals beside it.

Source: Cohen (1960, 1968), Fleiss (1971), Randolph (2005).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from fractions import Fraction
from typing import cast

from ..kernel.errors import Fault, InconsistentError, InvalidValueError, must, raise_any
from ..kernel.exact import exact_sum
from ..kernel.fields import choice
from ..kernel.text import Text
from .reading import Number, Shape, finite_number, read_table, whole_count

__all__ = ["KappaMarginals", "KappaWeights", "cohen_kappa", "fleiss_kappa"]

Cells = tuple[tuple[Fraction, ...], ...]

_CATEGORIES = Text("categorías", "categories")
_SQUARE = Shape(_CATEGORIES, _CATEGORIES, 2, 2, square=True)
_COUNTS = Shape(Text("unidades", "units"), _CATEGORIES, 1, 2)
_PAIR = 2


class KappaWeights(StrEnum):
    """How grave a disagreement is, by the categories in between (pesos del kappa).

    Attributes:
        NONE: Any two categories are equally far apart.
        LINEAR: As far apart as their places in the table.
        QUADRATIC: The square of that.
    """

    NONE = "none"
    LINEAR = "linear"
    QUADRATIC = "quadratic"


class KappaMarginals(StrEnum):
    """What chance is taken to be (marginales).

    Attributes:
        FIXED: Raters would use the categories as often as they did (Fleiss).
        FREE: Raters would use all categories equally often (Randolph).
    """

    FIXED = "fixed"
    FREE = "free"


def cohen_kappa(
    table: Iterable[Iterable[Number]],
    *,
    weights: KappaWeights | str | Iterable[Iterable[Number]] = KappaWeights.NONE,
) -> float:
    """Measure how far two raters agree on categories beyond chance: Cohen's kappa.

    Kappa de Cohen. ``1 - observed / expected`` disagreement, weighted by how grave it is.

    Args:
        table: Counts, square, one row for each category of the first rater and one column
            for each of the second, in the same order; at least two categories. The table
            fixes the scale, empty categories included.
        weights: A `KappaWeights` or its text, or a matrix of disagreement of the same size:
            finite numbers from 0 up, 0 on the diagonal, symmetric or not.

    Returns:
        Kappa, dimensionless: 1 is perfect agreement, 0 is what chance gives. Exact
        arithmetic, rounded once.

    Raises:
        InvalidValueError: If a count, a weight or the choice of weights breaks its rule, or
            there are fewer than two categories.
        InconsistentError: If a table is not square, the sizes differ, or chance leaves no
            disagreement (nothing counted, or both raters used one same category only):
            kappa is undefined.

    Source:
        Cohen 1960 and 1968 (derived).

    >>> cohen_kappa([[20, 5], [10, 15]])
    0.4
    >>> cohen_kappa([[1, 2, 3], [4, 5, 6]])
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'table' must have as many rows as columns...
    """
    counts = read_table(table, _SQUARE, path="table", read=whole_count)
    gravity = _gravity(weights, len(counts))
    rows = [sum(row) for row in counts]
    columns = [sum(column) for column in zip(*counts, strict=True)]
    cells = [(i, j, weight) for i, line in enumerate(gravity) for j, weight in enumerate(line)]
    observed = exact_sum(weight * counts[i][j] for i, j, weight in cells)
    expected = exact_sum(weight * rows[i] * columns[j] for i, j, weight in cells)
    if not expected:
        raise InconsistentError(_no_variation("table"))
    return float(1 - sum(rows) * observed / expected)


def fleiss_kappa(
    counts: Iterable[Iterable[Number]],
    *,
    marginals: KappaMarginals | str = KappaMarginals.FIXED,
) -> float:
    """Measure how far many raters agree on categories beyond chance: Fleiss' kappa.

    Kappa de Fleiss. The raters may change from unit to unit, their number may not.

    Args:
        counts: Units x categories: how many raters put the unit into the category. At least
            one unit, two categories, and two raters, the same number in each unit.
        marginals: A `KappaMarginals` or its text.

    Returns:
        Kappa, dimensionless: 1 is perfect agreement, 0 is what chance gives. Exact
        arithmetic, rounded once.

    Raises:
        InvalidValueError: If a count or *marginals* breaks its rule, or there are too few
            units, categories or raters.
        InconsistentError: If rows differ in length or units in the number of raters, or,
            with fixed marginals, a single category was used: kappa is undefined.

    Source:
        Fleiss 1971; free marginals: Randolph 2005 (derived).

    >>> fleiss_kappa([[5, 0, 0], [2, 3, 0], [1, 1, 3], [0, 0, 5]])
    0.4921875
    >>> fleiss_kappa([[5, 0], [2, 2]])
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'counts' must hold 5 raters in each unit: go...
    """
    chosen = choice(KappaMarginals, marginals, path="marginals")
    units = read_table(counts, _COUNTS, path="counts", read=whole_count)
    raters = _raters_of(units)
    pairs = len(units) * raters * (raters - 1)
    agreed = Fraction(sum(count * (count - 1) for unit in units for count in unit), pairs)
    if chosen is KappaMarginals.FREE:
        by_chance = Fraction(1, len(units[0]))
    else:
        used = (sum(column) for column in zip(*units, strict=True))
        by_chance = Fraction(sum(n * n for n in used), (len(units) * raters) ** 2)
    if by_chance == 1:
        raise InconsistentError(_no_variation("counts"))
    return float((agreed - by_chance) / (1 - by_chance))


def _gravity(weights: object, size: int) -> Cells:
    if isinstance(weights, str) or not isinstance(weights, Iterable):
        step = _STEPS[choice(KappaWeights, weights, path="weights")]
        return tuple(tuple(Fraction(step(abs(i - j))) for j in range(size)) for i in range(size))
    matrix = read_table(cast("object", weights), _SQUARE, path="weights", read=_disagreement)
    if len(matrix) != size:
        rule = Text("ser del tamaño de la tabla ({n})", "be of the size of the table ({n})")
        raise InconsistentError(must("weights", "size", rule.format(n=size), len(matrix)))
    rule = Text(
        "llevar 0 en la diagonal (miden desacuerdo, no acuerdo)",
        "hold 0 on the diagonal (they measure disagreement, not agreement)",
    )
    raise_any(
        must(f"weights[{i}][{i}]", "diagonal", rule, matrix[i][i], subject="weights")
        for i in range(size)
        if matrix[i][i]
    )
    return matrix


_STEPS: Mapping[KappaWeights, Callable[[int], int]] = {
    KappaWeights.NONE: bool,
    KappaWeights.LINEAR: int,
    KappaWeights.QUADRATIC: lambda apart: apart * apart,
}


def _disagreement(value: object, path: str) -> Fraction:
    number = finite_number(value, path)
    if number < 0:
        rule = Text("llevar valores desde 0", "hold values from 0 up")
        raise InvalidValueError(must(path, "range", rule, value, subject="weights"))
    return number


def _raters_of(units: tuple[tuple[int, ...], ...]) -> int:
    raters = sum(units[0])
    if raters < _PAIR:
        rule = Text("llevar al menos 2 evaluadores por unidad", "hold at least 2 raters a unit")
        raise InvalidValueError(must("counts", "few", rule, raters))
    rule = Text("llevar {n} evaluadores en cada unidad", "hold {n} raters in each unit")
    raise_any(
        (
            must(f"counts[{i}]", "raters", rule.format(n=raters), sum(unit), subject="counts")
            for i, unit in enumerate(units)
            if sum(unit) != raters
        ),
        InconsistentError,
    )
    return raters


def _no_variation(path: str) -> Fault:
    text = Text(
        "'{path}' debe dejar desacuerdo posible al azar (al menos dos categorías usadas); sin él"
        " la kappa no está definida",
        "'{path}' must leave disagreement possible by chance (at least two categories used);"
        " without it kappa is undefined",
    )
    return Fault(path, "no_variation", text.format(path=path))
