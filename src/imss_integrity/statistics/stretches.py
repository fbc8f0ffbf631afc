"""Which points of a chart count: baseline, excluded points, and where it starts anew.

Tramos. A chart is one stretch of points, or several glued together where it is rebased; in
each of them some points make the centre and the limits, which then hold for all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

import attrs

from ..kernel.errors import Fault, InvalidValueError, must, raise_any
from ..kernel.text import Text
from .reading import read_series, whole_count

__all__ = ["Stretch", "check_least", "counted_of", "read_excluded", "read_indices", "stretches_of"]

N = TypeVar("N")


@attrs.frozen
class Stretch:
    """Points of a chart that share one centre.

    Attributes:
        start: Index of its first point.
        stop: Index after its last point.
        counted: Indices of the points that make its centre, in order.
    """

    start: int
    stop: int
    counted: Sequence[int]


def stretches_of(
    count: int,
    *,
    baseline: Collection[int] | None,
    excluded: Sequence[int],
    rebase: object,
    least: int,
    path: str,
) -> tuple[Stretch, ...]:
    """Split *count* points where the chart is rebased, and choose those that count.

    In a stretch that holds points of the baseline these count, else all of its points do;
    excluded points never count.

    Raises:
        InvalidValueError: If *rebase* is no list of ascending indices after the first
            point, or fewer than *least* points of a stretch count.
    """
    starts = read_indices(rebase, path="rebase", count=count)
    order = Text("ir en orden ascendente, desde 1", "be in ascending order, from 1")
    raise_any(
        must(f"rebase[{i}]", "order", order, later, subject="rebase")
        for i, (earlier, later) in enumerate(pairwise((0, *starts)))
        if later <= earlier
    )
    left = frozenset(excluded)
    stretches = [
        Stretch(start, stop, _counted(range(start, stop), baseline, left))
        for start, stop in pairwise((0, *starts, count))
    ]
    raise_any(_few(stretches, least, path))
    return tuple(stretches)


def _counted(
    here: Sequence[int], baseline: Collection[int] | None, left: Collection[int]
) -> Sequence[int]:
    frozen = () if baseline is None else [i for i in here if i in baseline]
    chosen = frozen or here
    return [i for i in chosen if i not in left] if left else chosen


def counted_of(values: Sequence[N], stretch: Stretch) -> Sequence[N]:
    """Give those of *values*, one for each point, that count in the stretch."""
    if isinstance(stretch.counted, range):  # all of them: a slice, and nothing else to do
        return values[stretch.start : stretch.stop]
    return [values[i] for i in stretch.counted]


def check_least(path: str, count: int, least: int) -> None:
    """Refuse fewer than *least* points."""
    if count < least:
        rule = Text("tener al menos {n} puntos", "have at least {n} points").format(n=least)
        raise InvalidValueError(must(path, "few" if count else "empty", rule, count))


def _few(stretches: Sequence[Stretch], least: int, path: str) -> Iterator[Fault]:
    rule = Text(
        "tener al menos {n} puntos que cuenten en el tramo que empieza en {start}",
        "have at least {n} points that count in the stretch that starts at {start}",
    )
    for one in stretches:
        if len(one.counted) < least:
            text = rule.format(n=least, start=one.start)
            yield must(path, "few", text, len(one.counted))


def read_excluded(values: object, count: int) -> tuple[int, ...]:
    """Read the indices of excluded points, and put them in order."""
    return tuple(sorted(read_indices(values, path="excluded", count=count)))


def read_indices(values: object, *, path: str, count: int) -> tuple[int, ...]:
    """Read a list of distinct indices of *count* points, which count from 0; order is kept.

    Raises:
        InvalidValueError: If it is no ordered list, or a member is no index of a point or
            repeats an earlier one (all of them named).
    """
    seen: set[int] = set()

    def read(value: object, at: str) -> int:
        index = whole_count(value, at)
        if index >= count:
            rule = Text("llevar índices de 0 a {last}", "hold indices from 0 to {last}")
            raise InvalidValueError(
                must(at, "range", rule.format(last=count - 1), value, subject=path)
            )
        if index in seen:
            rule = Text("no repetir índices", "repeat no index")
            raise InvalidValueError(must(at, "duplicate", rule, value, subject=path))
        seen.add(index)
        return index

    return read_series(values, path=path, read=read)
