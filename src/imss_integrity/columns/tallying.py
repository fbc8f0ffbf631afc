"""Tallies and counts by unit, OOAD and Institute, from columns.

Conteos desde columnas. What is added is whole numbers, so a tally of columns is the one that
adding its units one by one would give, and can be added to any other.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

import attrs
import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..competitiveness import STAGES_2019, StageRule, StageScale
from ..kernel.errors import InconsistentError, InvalidValueError, must
from ..kernel.fields import MAX_WHOLE, InstanceOf, WholeNumber, choice
from ..kernel.text import Text
from ..kernel.values import Value
from ..organization import UnitKind
from ..rollup import NO_STAGE, Tally
from .arrays import Whole, check_lengths, sealed, sums_by, whole_column
from .reading_codes import code_list, place_column

__all__ = ["NO_SCORE", "CountRollUp", "roll_up_counts", "tally_columns"]

NO_SCORE = -1
"""The total of a unit without score."""

_KINDS = tuple(UnitKind)
_OUT_OF = WholeNumber(1, 2**31 - 1)  # squares of totals stay within 62 bits
_FULL = 100


def tally_columns(
    parents: Iterable[str],
    *,
    parent: ArrayLike,
    kind: ArrayLike,
    total: ArrayLike,
    out_of: int,
    rule: StageRule | str = StageRule.REACHED,
    scale: StageScale = STAGES_2019,
) -> dict[str, Tally]:
    """Tally many units by their parents, from one row for each unit.

    Conteo por OOAD o UMAE. Each tally equals the sum of `Tally.of` each of its units;
    ``Tally.sum`` of them all is the tally of the Institute. Time is linear in the units.

    Args:
        parents: Codes of the parents, none twice.
        parent: Of each unit, the code of its parent or its position in *parents*.
        kind: Of each unit, the value of its `UnitKind` or its position among them.
        total: Of each unit, its points as whole numbers, 0 to *out_of*; `NO_SCORE` (-1) where
            it has no score. The totals of `score_assessments` are hundredths of a point.
        out_of: What all points are in the unit of *total*, 1 to 2^31 - 1: of hundredths, 100
            times the framework's total.
        rule: How a total gets its stage.
        scale: The stages.

    Returns:
        Code of each parent -> its tally, in the order of *parents*; one without units is empty.

    Raises:
        InvalidValueError: If a column breaks its range, by row.
        InconsistentError: If columns differ in length or a parent appears twice.

    Source:
        Own; as `rollup.Tally`.

    >>> tallies = tally_columns(["08", "09"], parent=["09", "09"], kind=["umf", "hgz"],
    ...     total=[60_000, NO_SCORE], out_of=100_000)
    >>> tallies["09"].units, tallies["09"].mean, tallies["08"] == Tally()
    (2, Fraction(3, 5), True)
    >>> tally_columns(["09"], parent=[1], kind=["umf"], total=[0], out_of=100_000)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'parent[0]' must be from 0 to 0: got 1 @ pa...
    """
    codes = code_list("parents", parents)
    _OUT_OF.check("out_of", out_of)
    InstanceOf(StageScale).check("scale", scale)
    chosen = choice(StageRule, rule, path="rule")
    places = place_column("parent", parent, codes, book="parents")
    kinds = place_column("kind", kind, tuple(one.value for one in _KINDS), book="UnitKind")
    totals = whole_column("total", total, low=NO_SCORE, high=out_of)
    check_lengths({"parent": places, "kind": kinds, "total": totals})
    has_score = totals != NO_SCORE
    at, points = places[has_score], totals[has_score]
    stages = _stages(points, out_of, chosen, scale)
    stage_codes = (NO_STAGE, *(stage.code for stage in scale.stages))
    count = len(codes)
    sums, squares = sums_by(at, points, count), sums_by(at, points * points, count)
    lowest, highest = np.full(count, out_of), np.zeros(count, dtype=np.int64)
    np.minimum.at(lowest, at, points)
    np.maximum.at(highest, at, points)
    units, scored = (np.bincount(one, minlength=count).tolist() for one in (places, at))
    by_kind = _counts(places, kinds, tuple(one.value for one in _KINDS), count)
    by_stage = _counts(at, stages, stage_codes, count)
    return {
        code: Tally(
            units=units[n],
            scored=scored[n],
            total=Fraction(sums[n], out_of),
            squares=Fraction(squares[n], out_of**2),
            lowest=Fraction(int(lowest[n]), out_of) if scored[n] else None,
            highest=Fraction(int(highest[n]), out_of) if scored[n] else None,
            kinds=by_kind[n],
            stages=by_stage[n],
        )
        for n, code in enumerate(codes)
    }


def _stages(points: Whole, out_of: int, rule: StageRule, scale: StageScale) -> NDArray[np.intp]:
    """Give the stage of each total, counted from 1; 0: it has none."""
    ends = [np.array([getattr(s, end) for s in scale.stages]) * out_of for end in ("low", "high")]
    reached = np.searchsorted(ends[0], points * _FULL, side="right")
    in_gap = points * _FULL > ends[1][reached - 1]
    return np.where(in_gap & (rule is StageRule.IN_RANGE), 0, reached)


def _counts(
    places: Whole, keys: NDArray[Any], names: tuple[str, ...], count: int
) -> list[tuple[tuple[str, int], ...]]:
    """Count each key at each place; as `Tally` keeps it: by name, without zeros."""
    cells = np.bincount(places * len(names) + keys, minlength=count * len(names))
    return [
        tuple(sorted((name, n) for name, n in zip(names, row, strict=True) if n))
        for row in cells.reshape(count, len(names)).tolist()
    ]


@attrs.frozen(kw_only=True, weakref_slot=False, eq=False)
class CountRollUp(Value):
    """Counts added up by unit, by parent and for the Institute, exact.

    Conteos por unidad, OOAD e Instituto.

    Attributes:
        units: Sum of each unit (``int64``), in the order of the units.
        parents: Sum of each parent (``int64``), in the order of the parents.
        institute: Sum of all.
    """

    units: Whole = attrs.field(validator=InstanceOf(np.ndarray))
    parents: Whole = attrs.field(validator=InstanceOf(np.ndarray))
    institute: int = attrs.field(validator=WholeNumber())


def roll_up_counts(
    *, unit: ArrayLike, count: ArrayLike, parent_of: ArrayLike, parents: int
) -> CountRollUp:
    """Add counts by unit, by parent and for the Institute, from one row for each record.

    Participación por unidad, OOAD e Instituto. Time is linear in the records, in any order.

    Args:
        unit: Of each record, the position of its unit, from 0.
        count: Of each record, how many, whole, 0 to 2^53 - 1.
        parent_of: Of each unit, the position of its parent, 0 to *parents* - 1.
        parents: How many parents, 1 to 100 000.

    Returns:
        The three sums; the units of a parent add up to it, and the parents to the Institute.

    Raises:
        InvalidValueError: If a column breaks its range, by row, or the sum of all reaches 2^53.
        InconsistentError: If there are more or fewer counts than records.

    Source:
        Own.

    >>> sums = roll_up_counts(unit=[0, 2, 0], count=[5, 1, 2], parent_of=[0, 0, 1], parents=2)
    >>> sums.units.tolist(), sums.parents.tolist(), sums.institute
    ([7, 0, 1], [7, 1], 8)
    >>> roll_up_counts(unit=[3], count=[5], parent_of=[0, 0, 1], parents=2)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'unit[0]' must be from 0 to 2: got 3 @ unit[0]
    """
    WholeNumber(1, 100_000).check("parents", parents)
    above = whole_column("parent_of", parent_of, low=0, high=parents - 1)
    places = whole_column("unit", unit, low=0, high=len(above) - 1)
    counts = whole_column("count", count, low=0, high=MAX_WHOLE)
    if len(places) != len(counts):
        rule = Text("tener un valor por registro", "have one value for each record")
        raise InconsistentError(must("count", "length", rule, len(counts)))
    by_unit = sums_by(places, counts, len(above))
    if sum(by_unit) > MAX_WHOLE:
        rule = Text("sumar menos de 2^53", "add up to less than 2^53")
        raise InvalidValueError(must("count", "range", rule, None))
    units = np.array(by_unit, dtype=np.int64)
    return CountRollUp(
        units=sealed(units),
        parents=sealed(np.array(sums_by(above, units, parents), dtype=np.int64)),
        institute=sum(by_unit),
    )
