"""The answers that conditions can tell apart: each question's answers as a few cells.

Celdas. Two answers of one cell meet the same conditions, so one of them stands for all: the
proof looks at cells, not at answers. Numbers and days fall into the compared values and the gaps
between them, clipped by the bounds of the question; a gap that holds no answer is no cell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import attrs

from ..kernel.fields import FIRST_DAY, LAST_DAY, MAX_DIGITS, MAX_EXPONENT, MAX_WHOLE
from .answers import AnswerValue, QuestionType, YesNo
from .conditions import Condition, MonthsBack, Operator, passes
from .questions import Bound, Question

__all__ = ["Domain", "large_amount"]

_LARGE = Decimal(1_000_000)  # pesos a month; 250 UMA were 29,327.50 in 2026

_SCALE = 10**MAX_EXPONENT  # a decimal in units of its smallest step
_MOST = 10**MAX_DIGITS  # a decimal is a whole number below this times a power of ten
_HUGE = _MOST * _SCALE**2
# The first and the last rank of a type, both excluded.
_ENDS = {
    QuestionType.INTEGER: (-MAX_WHOLE - 1, MAX_WHOLE + 1),
    QuestionType.DECIMAL: (-_HUGE, _HUGE),
    QuestionType.MONEY: (-1, _HUGE),
    QuestionType.DATE: (FIRST_DAY.toordinal() - 1, LAST_DAY.toordinal() + 1),
}
# Whole numbers are tried first, then finer ones; the coarse steps are for what is beyond 10^19.
_DECIMAL_STEPS = (*(10**k for k in range(9, -1, -1)), *(10**k for k in range(10, 19)))


@attrs.frozen(eq=False)
class Domain:
    """The cells of one question on one day.

    Attributes:
        question: The question.
        values: One answer of each cell, in order where the answers have one.
        lasts: The last day of each cell as an ordinal; empty unless it asks for a day. The
            value of a cell of days is its first.
        exclusive: Bits of the cells that cannot be combined with another.
        most: How many answers it takes at most.
    """

    question: Question
    values: tuple[AnswerValue, ...]
    lasts: tuple[int, ...]
    exclusive: int
    most: int

    @classmethod
    def of(cls, question: Question, compared: Iterable[object], *, on: date) -> Domain:
        """Give the cells of *question* for the values that conditions *compare* with."""
        lasts: tuple[int, ...] = ()
        if question.type in _ENDS:
            spans = tuple(_spans(question, compared, on))
            values = tuple(_value(question.type, first) for first, _ in spans)
            if question.type is QuestionType.DATE:
                lasts = tuple(last for _, last in spans)
        else:
            values = tuple(_listed(question, compared))
        options = {option.code: option.exclusive for option in question.options}
        return cls(
            question=question,
            values=values,
            lasts=lasts,
            exclusive=sum(1 << n for n, value in enumerate(values) if options.get(str(value))),
            most=question.max_answers if question.repeats else 1,
        )

    def where(self, condition: Condition, *, on: date) -> int:
        """Give the bits of the cells that meet *condition*; ``!=`` counts as ``=``."""
        comparison, wanted = condition.operator, condition.value
        if comparison is Operator.EXISTS:
            return (1 << len(self.values)) - 1
        if comparison is Operator.NOT_EQUAL:
            comparison = Operator.EQUAL
        values: Iterable[object] = self.values
        if isinstance(wanted, MonthsBack):
            wanted = wanted.day(on=on)
        elif comparison.compares_order and self.question.type.has_options:
            weights = {option.code: option.weight for option in self.question.options}
            values, wanted = weights.values(), weights[str(wanted)]  # type: ignore[assignment]
        return sum(1 << n for n, one in enumerate(values) if passes(comparison, [one], wanted))

    def chosen(self, allowed: int, needs: frozenset[int], spend: Callable[[], None]) -> int | None:
        """Choose answers within *allowed* such that each of *needs* holds one of them.

        Returns:
            The bits of the chosen cells, 0 where nothing is needed; ``None``: impossible.
        """
        if not needs:
            return 0
        common = allowed
        for need in needs:
            common &= need
        if common or self.most == 1:
            return common & -common or None
        free = allowed & ~self.exclusive
        branches = [(0, tuple(sorted(needs)))]
        while branches:
            spend()
            taken, left = branches.pop()
            left = tuple(need for need in left if not need & taken)
            if not left:
                return taken
            if taken.bit_count() < self.most:
                branches += [(taken | bit, left[1:]) for bit in _bits(left[0] & free)]
        return None

    def earliest(self, allowed: int, floor_day: int) -> int | None:
        """Give the first allowed day from *floor_day* on, as ordinals; ``None``: there is none."""
        for bit in _bits(allowed):
            number = bit.bit_length() - 1
            if self.lasts[number] >= floor_day:
                first = self.values[number]
                return max(first.toordinal(), floor_day) if isinstance(first, date) else None
        return None

    def members(self, chosen: int) -> tuple[AnswerValue, ...]:
        """Give one answer of each of the *chosen* cells."""
        return tuple(value for number, value in enumerate(self.values) if chosen >> number & 1)


def large_amount(question: Question) -> Decimal:
    """Give an amount that is large on any day, or the most that *question* allows."""
    return min(_LARGE, question.most) if isinstance(question.most, Decimal) else _LARGE


def _bits(mask: int) -> Iterator[int]:
    while mask:
        yield mask & -mask
        mask &= mask - 1


def _listed(question: Question, compared: Iterable[object]) -> Iterator[AnswerValue]:
    """Go through the answers that are not in an order of their own."""
    if question.type is QuestionType.YES_NO:
        yield from YesNo
    elif question.type is QuestionType.BOOLEAN:
        yield from (True, False)
    elif question.type.has_options:
        yield from (option.code for option in question.options)
    else:
        texts = dict.fromkeys(text for text in compared if isinstance(text, str))
        yield from texts
        other = "otro"
        while other in texts:
            other += "_"
        yield other


def _spans(question: Question, compared: Iterable[object], on: date) -> Iterator[tuple[int, int]]:
    """Go through the cells of an ordered question: a rank that is an answer, and the last one."""
    low, high = _ENDS[question.type]
    if question.least is not None:
        low = max(low, _rank(question.least, on) - 1)
    if question.most is not None:
        high = min(high, _rank(question.most, on) + 1)
    ranks = {_rank(value, on) for value in compared if not isinstance(value, bool | str)}  # type: ignore[arg-type]
    points = sorted(rank for rank in ranks if low < rank < high)
    decimal = question.type in {QuestionType.DECIMAL, QuestionType.MONEY}
    steps = _DECIMAL_STEPS if decimal else (1,)
    for before, after in pairwise([low, *points, high]):
        if (between := _between(before, after, steps)) is not None:
            yield between, after - 1
        if after != high:
            yield after, after


def _rank(value: Bound, on: date) -> int:
    if isinstance(value, MonthsBack):
        value = value.day(on=on)
    if isinstance(value, date):
        return value.toordinal()
    return value if isinstance(value, int) else int(Fraction(value) * _SCALE)


def _value(kind: QuestionType, rank: int) -> AnswerValue:
    if kind is QuestionType.INTEGER:
        return rank
    if kind is QuestionType.DATE:
        return date.fromordinal(rank)
    exponent = -MAX_EXPONENT
    while rank % 10 == 0 and (exponent < 0 or abs(rank) >= _MOST):
        rank, exponent = rank // 10, exponent + 1
    return Decimal(f"{rank}E{exponent}")  # the constructor knows no context, and rounds nothing


def _between(low: int, high: int, steps: Iterable[int]) -> int | None:
    """Give a simple rank strictly between two others, as near to 0 as may be."""
    if low < 0 < high:
        return 0
    for step in steps:
        rank = (low // step + 1) * step if low >= 0 else (high - 1) // step * step
        if low < rank < high and abs(rank) < _MOST * step:
            return rank
    return None
