"""How the weighted score of a definition is worked out over columns: compiled once.

Plan de puntaje. Only what reaches the score is looked at: the questions whose options weigh,
the conditions on them and on their groups, and the questions that those read. An answer is a
mark: its position from 1, and 0 where there is none. A condition becomes the set of marks that
meet it, by the operators of the library itself; the weights become a broken line over the
marks, which is short where they rise evenly, as on most scales.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from math import lcm
from typing import Any

import attrs
import numpy as np

from ..conflicts import Condition, Match, Questionnaire, QuestionType
from ..conflicts.conditions import passes
from ..conflicts.layout import Layout
from ..conflicts.questions import Question
from ..kernel.errors import Fault, InconsistentError, must, raise_any
from ..kernel.text import Text
from .answer_books import answers_of

__all__ = ["Batch", "ResponsePlan", "Step", "Test", "plan_of"]

_LARGEST = 2**63 - 1
_KEPT = 64  # definitions whose plans are kept; whoever scores uses few
_TYPES: tuple[type[np.integer[Any]], ...] = (np.uint8, np.int8, np.int16, np.int32, np.int64)

_FEW = Text(
    "ser de opción única, de parentesco o de sí o no, con a lo más 254 respuestas: su respuesta"
    " pesa o habilita lo que pesa",
    "be a single choice, kinship or yes or no of at most 254 answers: its answer weighs, or"
    " enables what weighs",
)
_FLAT = Text(
    "estar fuera de los grupos que se repiten: su respuesta pesa o habilita lo que pesa",
    "stand outside groups that repeat: its answer weighs, or enables what weighs",
)


@attrs.frozen
class Test:
    """A condition, over the marks of the step that it reads.

    Attributes:
        step: Position of that step.
        marks: What is looked for, at least one.
        negated: Whether it holds where none of them is found.
    """

    step: int
    marks: tuple[int, ...]
    negated: bool


@attrs.frozen
class Step:
    """A question or group, after all that may switch it off.

    Attributes:
        code: Its code.
        parent: Position of the step of its group; ``None``: it stands in none.
        tests: Its conditions.
        any_holds: Whether one of them is enough.
        weights: Whole weight of each mark, from 0 on.
        line: The same as a sum of ``factor * min(mark, knot)``: each knot and its factor.
    """

    code: str
    parent: int | None
    tests: tuple[Test, ...]
    any_holds: bool
    weights: tuple[int, ...]
    line: tuple[tuple[int, int], ...]

    @property
    def ends(self) -> tuple[int, int]:
        """The least and the most that it weighs; no answer weighs 0."""
        return min(self.weights), max(self.weights)


@attrs.frozen
class Batch:
    """Steps in order, whose weights add up within one type of whole numbers.

    Attributes:
        steps: The steps.
        dtype: The type, as small as can be.
    """

    steps: tuple[Step, ...]
    dtype: np.dtype[np.integer[Any]]


@attrs.frozen
class ResponsePlan:
    """The plan of a definition.

    Attributes:
        batches: All steps, in order.
        unit: What a whole weight is divided by.
    """

    batches: tuple[Batch, ...]
    unit: int

    @classmethod
    def of(cls, questionnaire: Questionnaire) -> ResponsePlan:
        """Compile *questionnaire*, or refuse it with every question that cannot be carried."""
        layout = questionnaire.layout
        needed = _needed(layout)
        raise_any(_faults(layout, needed), InconsistentError)
        unit = lcm(*(weight.denominator for code in needed for weight in _weights(layout, code)))
        steps: list[Step] = []
        numbers: dict[str, int] = {}
        for code in layout.order:
            if code in needed:
                numbers[code] = len(steps)
                steps.append(_step(layout, code, numbers, unit))
        raise_any(_size_faults(steps), InconsistentError)
        return cls(tuple(_batches(steps)), unit)


@lru_cache(maxsize=_KEPT)
def plan_of(questionnaire: Questionnaire) -> ResponsePlan:
    """Give the plan of *questionnaire*, compiled once for all that are equal to it.

    Raises:
        InconsistentError: As `ResponsePlan.of`.
    """
    return ResponsePlan.of(questionnaire)


def _weights(layout: Layout, code: str) -> list[Fraction]:
    options = layout.places[code].question.options
    return [option.weight for option in options if option.weight is not None]


def _needed(layout: Layout) -> set[str]:
    """Give the codes that reach the score."""
    needed: set[str] = set()
    left = [code for code in layout.places if any(_weights(layout, code))]
    while left:
        code = left.pop()
        if code not in needed:
            needed.add(code)
            left.extend(condition.question for condition in layout.places[code].question.when)
            parent = layout.parents[code]
            left.extend([parent] if parent is not None else [])
    return needed


def _faults(layout: Layout, needed: set[str]) -> Iterator[Fault]:
    for code, place in layout.places.items():
        question = place.question
        if code not in needed or (question.is_group and not question.repeats):
            continue
        if place.frame is not None or question.is_group:
            yield must(f"questions[{code}]", "repeats", _FLAT, None, subject=code)
        elif answers_of(question) is None:
            yield must(f"questions[{code}]", "kind", _FEW, question.type, subject=code)


def _step(layout: Layout, code: str, numbers: Mapping[str, int], unit: int) -> Step:
    question = layout.places[code].question
    parent = layout.parents[code]
    weights = (0, *(_whole(option.weight, unit) for option in question.options))
    return Step(
        code=code,
        parent=None if parent is None else numbers[parent],
        tests=tuple(
            _test(layout.places[one.question].question, one, numbers) for one in question.when
        ),
        any_holds=question.match is Match.ANY,
        weights=weights,
        line=tuple(_line(weights)),
    )


def _whole(weight: Fraction | None, unit: int) -> int:
    return 0 if weight is None else weight.numerator * (unit // weight.denominator)


def _line(weights: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """Break *weights*, the first of which is 0, where their slope changes."""
    slopes = [later - earlier for earlier, later in pairwise(weights)]
    for knot, (slope, following) in enumerate(pairwise([*slopes, 0]), start=1):
        if slope != following:
            yield knot, slope - following


def _test(source: Question, condition: Condition, numbers: Mapping[str, int]) -> Test:
    """Ask the operator of no answer, and of each answer, whether it meets *condition*."""
    answers, wanted = _compared(source, condition)
    given = [[], *([one] for one in answers)]
    holds = [passes(condition.operator, answer, wanted) for answer in given]
    meets, fails = ([m for m, holds_at in enumerate(holds) if holds_at is is_met]
                    for is_met in (True, False))  # fmt: skip
    negated = not meets or 0 < len(fails) < len(meets)
    return Test(numbers[source.code], tuple(fails if negated else meets), negated)


def _compared(source: Question, condition: Condition) -> tuple[list[Any], Any]:
    """Give the answers of *source* and the value, as the operator compares them."""
    by_weight = condition.operator.compares_order and source.type is QuestionType.CHOICE
    if not by_weight:
        return list(answers_of(source) or ()), condition.value
    weights = {option.code: option.weight for option in source.options}
    return list(weights.values()), weights[str(condition.value)]


def _size_faults(steps: list[Step]) -> Iterator[Fault]:
    if any(sum(abs(step.ends[end]) for step in steps) > _LARGEST for end in (0, 1)):
        rule = Text("tener pesos que sumen menos de 2^63", "have weights that add up below 2^63")
        yield must("questionnaire", "range", rule, None)


def _batches(steps: list[Step]) -> Iterator[Batch]:
    """Cut *steps* where the sum of their weights would leave a byte."""
    low = high = start = 0
    for number, step in enumerate(steps):
        least, most = step.ends
        if number > start and _type_of(low + least, high + most).itemsize > 1:
            yield Batch(tuple(steps[start:number]), _type_of(low, high))
            low, high, start = 0, 0, number
        low, high = low + least, high + most
    yield Batch(tuple(steps[start:]), _type_of(low, high))


def _type_of(low: int, high: int) -> np.dtype[np.integer[Any]]:
    """Give the smallest type that holds *low* (0 or less) to *high* (0 or more)."""
    return next(
        np.dtype(kind)
        for kind in _TYPES
        if np.iinfo(kind).min <= low and high <= np.iinfo(kind).max
    )
