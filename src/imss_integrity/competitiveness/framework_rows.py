"""A framework from the rows of a spreadsheet.

Marco desde filas: one row for each subcriterion, with its criterion and the points of both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from ..kernel.errors import Fault, InconsistentError, must, raise_any
from ..kernel.rows import Row, read_rows
from ..kernel.text import Text
from .criteria import POINTS, Criterion, Subcriterion

__all__ = ["criteria_of"]


@attrs.frozen
class _Line:
    """One row as it was read."""

    criterion: str
    criterion_points: int | None
    criterion_name: Text | None
    subcriterion: Subcriterion | None


def criteria_of(
    rows: Iterable[Mapping[str, object]], *, columns: Mapping[str, str] | None = None
) -> tuple[Criterion, ...]:
    """Read criteria with their subcriteria, in the order of the rows.

    Raises:
        InvalidValueError: Naming every bad row at once.
        InconsistentError: If a criterion has no points, two different ones, or no
            subcriterion.
    """
    lines = read_rows(
        rows,
        _line,
        fields=("criterion", "criterion_points", "subcriterion", "subcriterion_points"),
        optional=("name_es", "name_en"),
        columns=columns,
    )
    by_criterion: dict[str, list[_Line]] = {}
    for line in lines:
        by_criterion.setdefault(line.criterion, []).append(line)
    raise_any(
        (fault for code, own in by_criterion.items() for fault in _faults(code, own)),
        InconsistentError,
    )
    return tuple(_criterion(code, own) for code, own in by_criterion.items())


def _line(row: Row) -> _Line:
    code = row.code("subcriterion")
    es, en = row.name("name_es"), row.name("name_en")
    name = None if es is None else Text(es, en)
    subcriterion = None
    if code is not None:
        subcriterion = Subcriterion(
            code=code,
            name=name or Text(code),
            points=row.required("subcriterion_points", lambda field: row.whole(field, POINTS)),
        )
    return _Line(
        criterion=row.required("criterion", row.code),
        criterion_points=row.whole("criterion_points", POINTS),
        criterion_name=name if subcriterion is None else None,
        subcriterion=subcriterion,
    )


def _points(lines: Iterable[_Line]) -> set[int]:
    return {line.criterion_points for line in lines if line.criterion_points is not None}


def _faults(code: str, lines: list[_Line]) -> Iterator[Fault]:
    if len(_points(lines)) != 1:
        rule = Text(
            "tener unos puntos, los mismos en todas sus filas",
            "have points, the same in all its rows",
        )
        stated = len(_points(lines))
        yield must("criterion_points", "inconsistent", rule, stated, subject=code)
    if not any(line.subcriterion for line in lines):
        rule = Text("tener al menos un subcriterio", "have at least one subcriterion")
        yield must("subcriterion", "empty", rule, 0, subject=code)


def _criterion(code: str, lines: list[_Line]) -> Criterion:
    names = (line.criterion_name for line in lines if line.criterion_name)
    return Criterion(
        code=code,
        name=next(names, Text(code)),
        points=_points(lines).pop(),
        subcriteria=tuple(line.subcriterion for line in lines if line.subcriterion),
    )
