"""The rules of the NHS: outside the limits, trend, two of three, shift.

Reglas del NHS (Making Data Count). Every point of a pattern is marked. Near a limit means
more than two thirds of the way to it and not beyond it.

Source: NHS England, *Making Data Count*, as coded in NHSRplotthedots.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

from ..kernel.errors import Fault, InconsistentError
from ..kernel.text import Text
from .finding import gathered, signals_in
from .floats import check_length, read_float, read_floats
from .patterns import (
    ABOVE,
    BEYOND_2,
    BEYOND_3,
    IN_SIGMA,
    Lines,
    Pattern,
    in_sigma,
    one_side,
    spell,
    trend,
    zone,
)
from .reading import Number
from .rule_sets import Marking, RuleSet
from .signal_results import ChartSignals

__all__ = ["NHS_PATTERNS", "nhs_signals"]

# In the order in which they name a point.
NHS_PATTERNS: tuple[Pattern, ...] = (
    one_side("fuera", 1, BEYOND_3, judges_excluded=True),
    trend("tendencia", 7),
    zone(
        "dos_de_tres",
        3,
        inner=ABOVE,
        outer=(BEYOND_2, BEYOND_2),
        windows=("BBS", "BSB", "SBB"),
    ),
    one_side("racha", 7),
)


def nhs_signals(
    values: Iterable[Number],
    *,
    centre: Number | Iterable[Number],
    lower: Number | Iterable[Number],
    upper: Number | Iterable[Number],
) -> ChartSignals:
    """Find what the rules of the NHS see in values with a centre and limits.

    Señales del NHS: ``fuera`` (outside the limits), ``tendencia`` (trend of seven),
    ``dos_de_tres`` (two of three near a limit), ``racha`` (shift of seven). For a chart,
    `find_signals` knows its excluded points and where it was rebased. Time is linear.

    Args:
        values: Finite numbers in time order, shape ``(n,)``, ``n >= 0``.
        centre: The centre line: a number, or one for each point.
        lower: The lower limit, in the same way; at most the centre.
        upper: The upper limit, in the same way; at least the centre.

    Returns:
        The signals, every point of a pattern marked; indices count from 0.

    Raises:
        InvalidValueError: If something is no finite number from -1e100 to 1e100.
        InconsistentError: If a line has not one number for each point, or lower limit,
            centre and upper limit are not in order.

    Source:
        NHS England, *Making Data Count*, as coded in NHSRplotthedots.

    >>> found = nhs_signals([52, 53, 54, 51, 55, 52, 53, 49], centre=50, lower=41, upper=59)
    >>> found.points("racha"), found.points("fuera")
    ((0, 1, 2, 3, 4, 5, 6), ())
    >>> nhs_signals([1, 2], centre=5, lower=7, upper=3)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'lower', 'centre' and 'upper' must be in order
    """
    points = read_floats(values, path="values")
    low, middle, high = (
        _line(line, path, len(points))
        for path, line in (("lower", lower), ("centre", centre), ("upper", upper))
    )
    signals = signals_in(
        points,
        _zones(points, low, middle, high),
        NHS_PATTERNS,
        places=range(len(points)),
        rules=RuleSet.NHS,
        marking=Marking.WHOLE,
    )
    return gathered(signals, rules=RuleSet.NHS, marking=Marking.WHOLE, count=len(points))


def _line(given: object, path: str, count: int) -> tuple[float, ...]:
    """Read a line: one number where it is level, else one for each point."""
    if isinstance(given, str) or not isinstance(given, Iterable):
        return (read_float(given, path),)
    line = read_floats(cast("Iterable[object]", given), path=path)
    check_length(path, line, count)
    return line[:1] if len(set(line)) == 1 else line


def _zones(
    points: Sequence[float],
    low: tuple[float, ...],
    middle: tuple[float, ...],
    high: tuple[float, ...],
) -> bytes:
    """Spell the zones of the points: thirds of the way from the centre to each limit."""
    is_level = len(low) == len(middle) == len(high) == 1
    count = 1 if is_level else len(points)
    spread = (line if len(line) == count else line * count for line in (low, middle, high))
    lines = list(zip(*spread, strict=True))
    if not all(a <= b <= c for a, b, c in lines):
        text = Text(
            "'lower', 'centre' y 'upper' deben ir en orden",
            "'lower', 'centre' and 'upper' must be in order",
        )
        raise InconsistentError(Fault("lower", "order", text))
    if is_level:
        (a, b, c) = lines[0]
        # Multiplied before divided, and added to the centre: so a point that people would
        # put on a line is on it.
        down, up = ([b + k * (end - b) / 3 for k in (1, 2)] for end in (a, c))
        return spell(points, Lines(a, down[1], down[0], b, up[0], up[1], c))
    own = zip(points, lines, strict=True)
    return spell(in_sigma((x, b, b - a, c - b, a, c) for x, (a, b, c) in own), IN_SIGMA)
