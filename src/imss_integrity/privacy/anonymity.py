"""How far records can be told apart by what an outsider may know: k-anonymity.

Anonimato k. Quasi-identifiers are attributes that identify nobody alone and somebody
together (municipality, age, position). A record is hidden among those that look alike. What
the look-alikes have in common is known of all of them, so a large k alone protects no
attribute that all members of a class share.

Source: Sweeney (2002); a missing value matches anything, as in sdcMicro.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from operator import itemgetter
from typing import cast

import attrs

from ..kernel.errors import Fault, InconsistentError, InvalidValueError, must, raise_any
from ..kernel.fields import MAX_WHOLE, Each, WholeNumber
from ..kernel.text import Text
from ..kernel.values import Value
from .refusals import discreet_fault

__all__ = ["KAnonymity", "QuasiIdentifier", "k_anonymity"]

QuasiIdentifier = None | bool | int | float | str | date | Decimal | Fraction | Enum
"""A value by which a person might be recognised; ``None``: missing."""

_SIZES = Each(WholeNumber(1), least=1, most=MAX_WHOLE)
_PLAIN = frozenset({str, int, bool, date, Fraction})
_LIST = Text("ser una lista o tupla de registros", "be a list or tuple of records")
_RECORD = Text("llevar listas o tuplas como registros", "hold lists or tuples as records")
_FILLED = Text("llevar al menos un registro", "hold at least one record")
_COLUMNS = Text("llevar al menos un cuasiidentificador", "hold at least one quasi-identifier")
_VALUE = Text(
    "llevar textos, números finitos, fechas, enumeraciones o None",
    "hold texts, finite numbers, days, enumerations or None",
)

Row = tuple[int | None, ...]  # a number for each distinct value; ``None``: missing


@attrs.frozen(kw_only=True, weakref_slot=False)
class KAnonymity(Value):
    """Among how many records each record is hidden.

    Anonimato k.

    Attributes:
        class_sizes: For each record, in the given order, how many records look like it, itself
            included; from 1 to the number of records. Where values are missing, looking alike
            goes no further than one step, and sizes are not those of a partition.

    Raises:
        InvalidValueError: If there is no size, or one is no whole number from 1.
        InconsistentError: If a size exceeds the number of records.

    >>> KAnonymity(class_sizes=(2, 2, 1)).k
    1
    >>> KAnonymity(class_sizes=(2,))
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'class_sizes' must be at most the number of ...
    """

    class_sizes: tuple[int, ...] = attrs.field(validator=_SIZES)

    def __attrs_post_init__(self) -> None:
        records = len(self.class_sizes)
        if (largest := max(self.class_sizes)) > records:
            rule = Text(
                "ser a lo más el número de registros ({n})",
                "be at most the number of records ({n})",
            ).format(n=records)
            raise InconsistentError(must("class_sizes", "range", rule, largest))

    @property
    def k(self) -> int:
        """The size of the smallest class, at least 1: nobody is hidden among fewer."""
        return min(self.class_sizes)


def k_anonymity(records: Sequence[Sequence[QuasiIdentifier]]) -> KAnonymity:
    """Count, for each record, the records that its quasi-identifiers cannot tell from it.

    Anonimato k. Values are compared by type and value: ``True`` is not 1, and 1 is not 1.0. A
    missing value matches anything, which counts generously: a record without any value looks
    like all others. The time grows with the records times the distinct patterns of missing
    columns, and without missing values with the records alone.

    Args:
        records: A list or tuple of records, at least one; each a list or tuple of the same
            quasi-identifiers in the same order, at least one. Leave out direct identifiers.

    Returns:
        The size of the class of each record; `KAnonymity.k` is the smallest.

    Raises:
        InvalidValueError: If there is no record or no column, or a value is of another kind,
            NaN or infinite (all are named by their place; no value is shown).
        InconsistentError: If the records differ in length.

    Source:
        Sweeney (2002); missing values as in sdcMicro (derived).

    >>> k_anonymity([("JAL", 1980), ("JAL", None), ("COL", 1980), ("JAL", 1985)]).class_sizes
    (2, 3, 1, 2)
    >>> k_anonymity([("JAL", 1980), ("JAL",)])
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'records' must be equally long (2): got 1 ...
    """
    rows = _rows(records)
    patterns: defaultdict[int, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        patterns[_known(row)].append(number)
    sizes = [0] * len(rows)
    for known, members in patterns.items():
        # Two rows look alike if they agree wherever both say something.
        meeting: defaultdict[int, list[int]] = defaultdict(list)
        for known_there, others in patterns.items():
            meeting[known & known_there].extend(others)
        for common, others in meeting.items():
            at = _reader(common)
            alike = Counter(at(rows[number]) for number in others)
            for number in members:
                sizes[number] += alike[at(rows[number])]
    return KAnonymity(class_sizes=tuple(sizes))


def _known(row: Row) -> int:
    """Give the columns in which *row* says something, one bit for each."""
    return sum(1 << i for i, cell in enumerate(row) if cell is not None)


def _reader(columns: int) -> Callable[[Row], object]:
    """Give what reads these columns of a row, one bit for each."""
    chosen = [i for i in range(columns.bit_length()) if columns >> i & 1]
    return itemgetter(*chosen) if chosen else lambda _: None


def _rows(records: object) -> tuple[Row, ...]:
    if not isinstance(records, list | tuple):
        raise InvalidValueError(discreet_fault("records", "type", _LIST))
    given = cast("Sequence[object]", records)
    if not given:
        raise InvalidValueError(discreet_fault("records", "empty", _FILLED))
    raise_any(
        discreet_fault(f"records[{i}]", "type", _RECORD)
        for i, record in enumerate(given)
        if not isinstance(record, list | tuple)
    )
    table = cast("Sequence[Sequence[object]]", given)
    width = len(table[0])
    raise_any(_ragged(table, width), InconsistentError)
    if not width:
        raise InvalidValueError(discreet_fault("records", "empty", _COLUMNS))
    raise_any(
        discreet_fault(f"records[{i}][{j}]", "type", _VALUE)
        for i, record in enumerate(table)
        for j, value in enumerate(record)
        if not _is_comparable(value)
    )
    return _numbered(table)


def _numbered(table: Sequence[Sequence[object]]) -> tuple[Row, ...]:
    """Put a number in the place of each distinct value; the type tells True from 1."""
    numbers: dict[tuple[type, object], int] = {}
    return tuple(
        tuple(
            None if value is None else numbers.setdefault((type(value), value), len(numbers))
            for value in record
        )
        for record in table
    )


def _ragged(table: Sequence[Sequence[object]], width: int) -> Iterator[Fault]:
    rule = Text("ser de igual largo ({n})", "be equally long ({n})").format(n=width)
    for i, record in enumerate(table):
        if len(record) != width:
            yield must(f"records[{i}]", "ragged", rule, len(record), subject="records")


def _is_comparable(value: object) -> bool:
    if value is None or type(value) in _PLAIN or isinstance(value, Enum):
        return True
    if type(value) is float:
        return math.isfinite(value)
    return type(value) is Decimal and value.is_finite()
