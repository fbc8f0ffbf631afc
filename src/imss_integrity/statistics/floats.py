"""Long lists of floats and counts, read at the speed of C.

Series de números. What a chart is made of: thousands of plain numbers. Their types are
looked at all at once and their size by one norm; only where that does not settle it is
each of them read with care, as `reading` does, and every bad one named.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import floor, hypot, inf, log10
from typing import cast

import attrs

from ..kernel.errors import Fault, InconsistentError, InvalidValueError, must
from ..kernel.exact import shown_number
from ..kernel.fields import MAX_WHOLE, Each, FieldRule
from ..kernel.text import Text
from .reading import finite_number, read_series, whole_count

__all__ = [
    "LARGEST",
    "SMALLEST",
    "EachFloat",
    "FloatBetween",
    "check_length",
    "decimals_for",
    "read_counts",
    "read_float",
    "read_floats",
    "shown_float",
]

# Nothing is measured in larger numbers, and below it no sum, limit or distance overflows.
LARGEST = 1e100
SMALLEST = 1e-9  # of what a count is divided by
_DIGITS = 3  # significant digits that are shown
_MOST_DECIMALS = 12
_PLAIN: tuple[type, ...] = (list, tuple)


@attrs.frozen
class FloatBetween(FieldRule):
    """The value is a ``float`` from *low* to *high*, both included."""

    low: float = -LARGEST
    high: float = LARGEST

    def fault(self, path: str, value: object) -> Fault | None:
        """Say what is wrong with *value*, found at *path*; ``None`` where nothing is."""
        if type(value) is float and self.low <= value <= self.high:
            return None
        rule = Text("ser un float de {low} a {high}", "be a float from {low} to {high}")
        code = "range" if type(value) is float else "type"
        return must(path, code, rule.format(low=self.low, high=self.high), value)


@attrs.frozen
class EachFloat(FieldRule):
    """The value is a tuple of one or more floats that keep *rule*; fast where all is well."""

    rule: FloatBetween = FloatBetween()

    def fault(self, path: str, value: object) -> Fault | None:
        """Say what is wrong with *value*, found at *path*; ``None`` where nothing is."""
        given = value  # its type stays `object`, whatever the checks say of `value`
        if type(value) is tuple:
            numbers = cast("tuple[float, ...]", value)
            if set(map(type, numbers)) == {float} and _within(numbers, self.rule):
                return None
        return Each(self.rule, least=1, most=MAX_WHOLE).fault(path, given)


def _within(numbers: tuple[float, ...], rule: FloatBetween) -> bool:
    """Say whether each of *numbers* keeps *rule*; ``False`` may also mean: look closely."""
    return hypot(*numbers) <= rule.high and (rule.low == -rule.high or min(numbers) >= rule.low)


def read_floats(values: object, *, path: str) -> tuple[float, ...]:
    """Read a list of finite numbers, in any shape that holds one, as floats.

    Raises:
        InvalidValueError: If *values* is no ordered list, or a member is no finite number
            from -1e100 to 1e100 (all of them named).

    >>> read_floats([1, 0.5, "1/4"], path="values")
    (1.0, 0.5, 0.25)
    >>> read_floats([1, None], path="values")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'values' must hold finite numbers (...): got...
    """
    if type(values) in _PLAIN:
        numbers = tuple(cast("Iterable[float]", values))
        kinds = set(map(type, numbers))
        if kinds <= {float, int} and _norm(numbers) <= LARGEST:
            return tuple(map(float, numbers)) if int in kinds else numbers
    return read_series(values, path=path, read=read_float)


def _norm(numbers: Iterable[float]) -> float:
    """Give a number that none of *numbers* passes in size; NaN where one of them is NaN."""
    try:
        return hypot(*numbers)
    except OverflowError:  # an integer beyond every float
        return inf


def read_float(value: object, path: str) -> float:
    """Read a finite number from -1e100 to 1e100, in any shape that holds one, as a float."""
    number = float(finite_number(value, path))
    if abs(number) > LARGEST:
        rule = Text("ir de -1e100 a 1e100", "be from -1e100 to 1e100")
        raise InvalidValueError(must(path, "range", rule, value, subject=path.partition("[")[0]))
    return number


def read_counts(values: object, *, path: str, low: int = 0) -> tuple[int, ...]:
    """Read a list of whole counts from *low* to 2**53 - 1, in any shape that holds one.

    Raises:
        InvalidValueError: If *values* is no ordered list, or a member is no such count (all
            of them named).

    >>> read_counts([3, "4", 5.0], path="events")
    (3, 4, 5)
    >>> read_counts([3, 0], path="trials", low=1)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'trials' must hold counts from 1: got 0 @ tr...
    """
    if type(values) in _PLAIN:
        counts = tuple(cast("Iterable[int]", values))
        plain = set(map(type, counts)) == {int}
        if plain and min(counts) >= low and max(counts) <= MAX_WHOLE:
            return counts

    def read(value: object, at: str) -> int:
        count = whole_count(value, at)
        if count < low:
            rule = Text("llevar cuentas desde {n}", "hold counts from {n}").format(n=low)
            raise InvalidValueError(must(at, "range", rule, value, subject=path))
        return count

    return read_series(values, path=path, read=read)


def check_length(path: str, values: Sequence[object], length: int) -> None:
    """Refuse *values* that are not as many as *length*."""
    if len(values) != length:
        rule = Text("tener {n} valores, uno por punto", "have {n} values, one for each point")
        raise InconsistentError(must(path, "length", rule.format(n=length), len(values)))


def decimals_for(size: float) -> int:
    """Give the decimals that show a number of that *size* with three significant digits."""
    exponent = floor(log10(size)) if size else 0
    return min(max(_DIGITS - 1 - exponent, 0), _MOST_DECIMALS)


def shown_float(number: float, decimals: int = 2) -> str:
    """Write a float for people, by the rules of `shown_number`."""
    return shown_number(Fraction(number), decimals)
