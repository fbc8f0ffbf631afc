"""Patterns in a series, found as words in a text: each point is a letter, each rule a pattern.

Patrones. A point is spelled by the zone it lies in, a step by its direction; then a rule is
a regular expression, which goes through ten thousand points at the speed of C. Letters are
the bytes 0 to 10, from beyond the lower limit to beyond the upper one; 5 is the centre, and
3 and 7 are the lines one sigma away, which are neither within nor beyond it. Steps are 0
(down), 1 (level) and 2 (up).
"""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import inf
from typing import NamedTuple

import attrs

from .rule_sets import Side

__all__ = [
    "ABOVE",
    "BEYOND_1",
    "BEYOND_2",
    "BEYOND_3",
    "IN_SIGMA",
    "TOP",
    "Found",
    "Lines",
    "Pattern",
    "Run",
    "Windows",
    "alternation",
    "in_a_row",
    "in_sigma",
    "one_of",
    "one_side",
    "span",
    "spell",
    "spell_steps",
    "trend",
    "zone",
]

ABOVE = 6
BEYOND_1, BEYOND_2, BEYOND_3 = 8, 9, 10
TOP = 10


class Lines(NamedTuple):
    """The centre with the limits and the zones around it, from the lowest to the highest."""

    low_3: float
    low_2: float
    low_1: float
    centre: float
    high_1: float
    high_2: float
    high_3: float


IN_SIGMA = Lines(-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0)


def in_sigma(points: Iterable[tuple[float, float, float, float, float, float]]) -> list[float]:
    """Give how far points with lines of their own lie from their centres, in sigma.

    A point beyond a limit is infinitely far, and no other is farther than 3: so it is the
    limits that say what lies beyond them, and where there is no sigma nothing is divided.

    Args:
        points: Value, centre, three sigma below it and above it, lower and upper limit.
    """
    # fmt: off
    return [
        inf if x > high else
        -inf if x < low else
        min(3 * (x - centre) / above, 3.0) if x > centre else
        max(3 * (x - centre) / below, -3.0) if x < centre else
        0.0
        for x, centre, below, above, low, high in points
    ]
    # fmt: on


def spell(values: Iterable[float], lines: Lines) -> bytes:
    """Spell *values* by their zones; every comparison is strict."""
    low_3, low_2, low_1, centre, high_1, high_2, high_3 = lines
    # One pass and one expression: ten thousand letters in half a millisecond.
    # fmt: off
    return bytes([
        (6 if x < high_1 else 7 if x == high_1 else 8 if x <= high_2 else 9 if x <= high_3 else 10)
        if x > centre else
        (4 if x > low_1 else 3 if x == low_1 else 2 if x >= low_2 else 1 if x >= low_3 else 0)
        if x < centre else
        5
        for x in values
    ])
    # fmt: on


def spell_steps(values: Sequence[float]) -> bytes:
    """Spell the steps from each of *values* to the next."""
    return bytes([2 if a < b else 0 if a > b else 1 for a, b in pairwise(values)])


class Found(NamedTuple):
    """A pattern that goes on as long as it can: its side, its points, those that complete it."""

    side: Side | None
    whole: Sequence[int]
    completing: Sequence[int]


class Pattern:
    """Something that a rule looks for in the points that count.

    Attributes:
        rule: Code of the rule.
        judges_excluded: Whether excluded points are looked at too.
    """

    rule: str
    judges_excluded: bool = False

    @abstractmethod
    def found(self, zones: bytes, steps: bytes) -> Iterator[Found]:
        """Go through the patterns of points that are spelled by *zones* and *steps*."""


@attrs.frozen
class Run(Pattern):
    """At least *length* points in a row, each of which fits; *on_steps*: each step fits.

    Attributes:
        looks: Side, a table that turns letters into what the expression speaks of, and the
            expression.
    """

    rule: str
    length: int
    looks: tuple[tuple[Side | None, bytes, re.Pattern[bytes]], ...]
    on_steps: bool = False
    judges_excluded: bool = False

    def found(self, zones: bytes, steps: bytes) -> Iterator[Found]:
        """Go through the runs; the point that makes the length is the first to complete."""
        word = steps if self.on_steps else zones
        extra = int(self.on_steps)  # n points make n - 1 steps
        for side, table, expression in self.looks:
            for match in expression.finditer(word.translate(table)):
                start, stop = match.start(), match.end() + extra
                if stop - start >= self.length:
                    completing = range(start + self.length - 1, stop)
                    yield Found(side, range(start, stop), completing)


@attrs.frozen
class Windows(Pattern):
    """Windows of *length* points that fit; those that share a point of the pattern are one.

    Attributes:
        expressions: Side, the last point of a window with what stands before it (windows
            overlap), and the letters of those of its points that belong to the pattern.
    """

    rule: str
    length: int
    expressions: tuple[tuple[Side | None, re.Pattern[bytes], bytes], ...]

    def found(self, zones: bytes, steps: bytes) -> Iterator[Found]:  # noqa: ARG002 - zones only
        """Go through the windows, joined; the last point of each window completes it."""
        for side, expression, letters in self.expressions:
            whole: list[int] = []
            completing: list[int] = []
            for match in expression.finditer(zones):
                last = match.start()
                window = range(last - self.length + 1, last + 1)
                points = [i for i in window if zones[i] in letters]
                if whole and points[0] > completing[-1]:
                    yield Found(side, whole, completing)
                    whole, completing = [], []
                seen = whole[-1] if whole else -1
                whole.extend(i for i in points if i > seen)
                completing.append(last)
            if whole:
                yield Found(side, whole, completing)


def span(low: int, high: int, side: Side = Side.HIGH) -> bytes:
    """Give the letters from *low* to *high* above the centre, or their mirror image below."""
    letters = range(low, high + 1)
    return bytes(letters if side is Side.HIGH else (TOP - letter for letter in letters))


def one_of(letters: Iterable[int]) -> bytes:
    """Give the expression of any of *letters*."""
    return b"[" + b"".join(b"\\x%02x" % letter for letter in letters) + b"]"


def in_a_row(letters: bytes, least: int) -> tuple[bytes, re.Pattern[bytes]]:
    """Give what finds at least *least* of *letters* in a row: a table and an expression."""
    # Letters that fit become one letter, and that is written out: what begins with a plain
    # text is found several times faster than what begins with a choice.
    table = bytes(int(letter in letters) for letter in range(256))
    return table, re.compile(b"\x01" * least + b"\x01*")


def one_side(rule: str, length: int, low: int = ABOVE, *, judges_excluded: bool = False) -> Run:
    """Look for *length* points in a row on one side, from the letter *low* outwards."""
    looks = tuple((side, *in_a_row(span(low, TOP, side), length)) for side in Side)
    return Run(rule, length, looks, judges_excluded=judges_excluded)


def trend(rule: str, length: int) -> Run:
    """Look for *length* points in a row that go strictly one way."""
    ways = ((Side.HIGH, b"\x02"), (Side.LOW, b"\x00"))
    looks = tuple((side, *in_a_row(way, length - 1)) for side, way in ways)
    return Run(rule, length, looks, on_steps=True)


def alternation(rule: str, length: int) -> Run:
    """Look for *length* points in a row that go up and down by turns."""
    # The whole of a run of turns, whichever way it begins; the shortest are left to `Run`.
    turns = b"\x02?(?:\x00\x02){%d,}\x00?" % (length // 2 - 1)
    return Run(rule, length, ((None, bytes(range(256)), re.compile(turns)),), on_steps=True)


def zone(
    rule: str, length: int, *, inner: int, outer: tuple[int, int], windows: tuple[str, ...]
) -> Windows:
    """Look for windows on one side.

    Args:
        rule: Code of the rule.
        length: Points of the window.
        inner: The letter from which a point belongs to the pattern, outwards.
        outer: The first and the last letter of ``B``, above the centre.
        windows: What windows look like: ``B`` for a point of *outer*, ``S`` for one of the
            pattern, a point for any.
    """

    def expression(side: Side) -> re.Pattern[bytes]:
        beyond, within = one_of(span(*outer, side)), one_of(span(inner, TOP, side))
        spelled = {"B": beyond, "S": within, ".": b"."}
        looks = b"|".join(b"".join(spelled[one] for one in window) for window in windows)
        last = beyond if all(window.endswith("B") for window in windows) else within
        return re.compile(b"%b(?<=%b)" % (last, looks), re.DOTALL)

    sides = tuple((side, expression(side), span(inner, TOP, side)) for side in Side)
    return Windows(rule, length, sides)
