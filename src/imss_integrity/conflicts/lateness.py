"""Whether answers keep to the bounds that depend on the day of evaluation: one compiled test.

Límites que dependen del día. Nearly all do, and then nothing else need be looked at; what is
wrong and where, `late_faults` says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache

import attrs

from ..kernel.codegen import make_function
from ..kernel.errors import InvalidValueError
from ..kernel.months import earliest_within
from .conditions import MonthsBack
from .layout import Layout, Place

__all__ = ["Lateness"]

Values = tuple[object, ...]


@attrs.frozen(weakref_slot=False)
class Lateness:
    """The compiled bounds of a definition that depend on the day of evaluation.

    Attributes:
        months: How many months before that day each bound lies.
        function: Values and the days of the bounds -> whether all answers keep to them.
    """

    months: tuple[int, ...]
    function: Callable[[Values, tuple[date, ...]], bool]

    @classmethod
    def of(cls, layout: Layout) -> Lateness:
        """Compile the bounds of *layout*."""
        months: list[int] = []
        lines: list[str] = []
        for group, places in layout.windowed:
            if group is None:
                lines += [line for place in places for line in _lines(place, "v", months)]
            else:
                lines.append(f"for r in v[{group}]:")
                lines += [f" {line}" for place in places for line in _lines(place, "r", months)]
        space = {"date": date, "tuple": tuple}
        return cls(tuple(months), make_function("v, w", [*lines, "return True"], space))

    def is_kept(self, values: Values, *, on: date) -> bool:
        """Say whether *values* keep to the bounds on the day *on*; ``False`` where in doubt."""
        days = _days(self.months, on)
        return days is not None and self.function(values, days)


@lru_cache(maxsize=256)
def _days(months: tuple[int, ...], on: date) -> tuple[date, ...] | None:
    """Give the day of each bound; ``None``: one lies before the first day of the library."""
    try:
        return tuple(earliest_within(on, length) for length in months)
    except InvalidValueError:
        return None


def _lines(place: Place, row: str, months: list[int]) -> Iterator[str]:
    """Write the test of one place; its bounds join *months*."""
    tests: list[str] = []
    for bound, beyond in ((place.question.least, "<"), (place.question.most, ">")):
        if isinstance(bound, MonthsBack):
            tests.append(f"x {beyond} w[{len(months)}]")
            months.append(bound.months)
    indent = ""
    yield f"x = {row}[{place.position}]"
    if place.question.repeats:
        yield "for x in x if x.__class__ is tuple else ():"
        indent = " "
    yield f"{indent}if x.__class__ is date and ({' or '.join(tests)}): return False"
