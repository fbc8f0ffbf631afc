"""Screenings counted by process and level, with small counts hidden.

Detecciones por proceso. What may be published of screenings: never who, and no count from
which somebody could be recognised.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from ..conflicts import Level, Screening
from ..kernel.arguments import check_mapping, members_of
from ..kernel.errors import MissingDataError, must
from ..kernel.text import Text
from ..privacy import PublishedTotals, SuppressedTable, suppress

__all__ = ["screening_table"]

_LEAST = 10
_INCOMPLETE = "incompleto"


def screening_table(
    screenings: Mapping[str, Iterable[Screening]], *, threshold: int = _LEAST
) -> SuppressedTable:
    """Count the screenings of each process by level, and hide what is small.

    Detecciones por proceso. An incomplete screening has a column of its own: it has no level
    yet.

    Args:
        screenings: Name of the process -> its screenings.
        threshold: The smallest count above 0 that is shown, at least 2; 10 is own.

    Returns:
        One row for each process that has screenings, by name, one column for each level. The
        totals of processes are published, those of levels are not: a rare level tells of few.

    Raises:
        InvalidValueError: If an argument is of another kind.
        MissingDataError: If there is no screening.
        NotPublishableError: If no safe table exists; it names the processes to merge.

    Source:
        Own; small cells by `privacy.suppress`.

    >>> screening_table({"TOOAD 2026": []})
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.MissingDataError: 'screenings' must hold at least one screening:...
    """
    check_mapping("screenings", screenings)
    names = sorted(members_of("screenings", screenings.keys(), str))
    counted = {
        name: Counter(map(_column, members_of("screenings", screenings[name], Screening)))
        for name in names
    }
    kept = {name: counts for name, counts in counted.items() if counts}
    if not kept:
        rule = Text("llevar al menos una detección", "hold at least one screening")
        raise MissingDataError(must("screenings", "missing", rule, 0))
    columns = [_INCOMPLETE, *(level.value for level in Level)]
    return suppress(
        [[counts[column] for column in columns] for counts in kept.values()],
        row_names=tuple(kept),
        column_names=columns,
        threshold=threshold,
        totals=PublishedTotals.ROWS,
    )


def _column(screening: Screening) -> str:
    return screening.level.value if screening.is_complete else _INCOMPLETE
