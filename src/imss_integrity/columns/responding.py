"""The weighted scores of many responses at once, the same as one by one.

Puntaje ponderado de muchas respuestas. A condition that fails turns the answers below it into
no answer (the mark 0), which no other condition and no weight can tell from one never given.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import attrs
import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..conflicts import Questionnaire
from ..kernel.arguments import check_mapping
from ..kernel.errors import InconsistentError, must, raise_any
from ..kernel.exact import exact_sum, shown_number
from ..kernel.fields import Each, InstanceOf, OneOf, WholeNumber
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value
from .answer_books import answer_book, answer_marks
from .arrays import Bytes, Whole, check_lengths, sealed
from .response_plans import Batch, Step, Test, plan_of

__all__ = ["ResponseScores", "score_responses"]

_ROWS = 32_768


@attrs.frozen(kw_only=True, weakref_slot=False, eq=False)
class ResponseScores(Report, Value):
    """Weighted scores of many responses to one definition, exact.

    Puntajes ponderados. The score of row ``i`` is ``totals[i] / unit``.

    Attributes:
        questionnaire: The definition.
        totals: Whole numbers (``int64``), shape ``(n,)``; they cannot be written to.
        unit: What all of them are divided by, 1 or more: 1 where every weight is whole.
        status, sources: Those of the definition.
    """

    questionnaire: Questionnaire = attrs.field(
        validator=InstanceOf(Questionnaire), repr=lambda one: f"<{one.code} {one.version}>"
    )
    totals: Whole = attrs.field(validator=InstanceOf(np.ndarray), repr=False)
    unit: int = attrs.field(validator=WholeNumber(1))
    status: Status = attrs.field(validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(validator=Each(InstanceOf(Source)))

    def __len__(self) -> int:
        return len(self.totals)

    def values(self) -> tuple[Fraction, ...]:
        """Give the score of each response, exact; as `conflicts.evaluate` gives it."""
        return tuple(Fraction(total, self.unit) for total in self.totals.tolist())

    def _table(self, language: Language) -> Table:
        values = self.values()
        mean = shown_number(exact_sum(values) / len(values)) if values else "-"
        title = Text(
            "{n} respuestas a {code} {version}; media de los pesos: {mean}",
            "{n} responses to {code} {version}; mean weight: {mean}",
        ).format(
            n=len(self), code=self.questionnaire.code, version=self.questionnaire.version, mean=mean
        )
        return Table(title=title.to(language))

    def _records(self) -> list[dict[str, object]]:
        return [
            {"row": row, "score": value, "status": self.status.value}
            for row, value in enumerate(self.values())
        ]


def score_responses(
    questionnaire: Questionnaire, columns: Mapping[str, ArrayLike], *, on: date
) -> ResponseScores:
    """Give the weighted score of many responses, from one column for each question.

    Puntaje ponderado de muchas respuestas. Conditions are respected as `conflicts.evaluate`
    respects them, and each score is that of `Evaluation.score`. Time is linear.

    Definitions are taken in which whatever reaches the score is flat: each question whose
    options weigh, or which a condition of such a question or of its group reads, is a single
    choice, a kinship or a yes or no, in no group that repeats. Other questions may be of any
    kind; those without codebook have no column.

    Args:
        questionnaire: The definition.
        columns: Code of a question -> its column: bytes by `answer_book`, 255 where there is
            no answer (fast), or the answers themselves, where blank, ``None`` and NaN are no
            answer. A question without column was answered by nobody.
        on: The day of evaluation; it must lie in the period of the definition.

    Returns:
        Exact scores, in the order of the rows.

    Raises:
        InvalidValueError: If an answer is not of its codebook, by row, never shown.
        InconsistentError: If the definition is none of those, with every question that makes
            it so; or a column is of no question with a codebook, or columns differ in length.
        NotInForceError: If *on* lies outside the period of the definition.

    Source:
        Own; as `conflicts.evaluate`.

    >>> from imss_integrity.conflicts import Option, Question, QuestionType, Section
    >>> asked = Question(code="Q1", text=Text("¿Cuánto?", "How much?"), type=QuestionType.CHOICE,
    ...     options=tuple(Option(code=code, name=Text(code), weight=Fraction(weight))
    ...         for code, weight in (("poco", "1/2"), ("mucho", 2))))
    >>> own = Questionnaire(code="mio", version="1", title=Text("Mío", "Mine"),
    ...     sections=(Section(code="A", title=Text("A"), questions=(asked,)),))
    >>> score_responses(own, {"Q1": ["mucho", "poco", None]}, on=date(2026, 5, 4)).values()
    (Fraction(2, 1), Fraction(1, 2), Fraction(0, 1))
    >>> score_responses(own, {"Q1": ["nada"]}, on=date(2026, 5, 4))
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'Q1' must be an answer of its codebook @ co...
    """
    InstanceOf(Questionnaire).check("questionnaire", questionnaire)
    check_mapping("columns", columns)
    questionnaire.check_in_period(on)
    plan = plan_of(questionnaire)
    given = _columns(questionnaire, columns)
    totals = np.zeros(check_lengths(given), dtype=np.int64)
    for start in range(0, len(totals), _ROWS):
        block = _Block(given, slice(start, min(start + _ROWS, len(totals))))
        for batch in plan.batches:
            totals[block.rows] += block.weigh(batch)
    return ResponseScores(
        questionnaire=questionnaire,
        totals=sealed(totals),
        unit=plan.unit,
        status=questionnaire.status,
        sources=questionnaire.sources,
    )


def _columns(questionnaire: Questionnaire, columns: Mapping[str, ArrayLike]) -> dict[str, Bytes]:
    book = answer_book(questionnaire)
    rule = Text(
        "nombrar reactivos con libro de códigos (answer_book); los demás no llevan columna",
        "name questions with a codebook (answer_book); the others have no column",
    )
    unknown = (must("columns", "unknown", rule, None) for code in columns if code not in book)
    raise_any(unknown, InconsistentError)
    return {
        code: answer_marks(questionnaire.question(code), column) for code, column in columns.items()
    }


class _Block:
    """Some rows of all columns, which stay in the cache while their steps are taken."""

    def __init__(self, columns: Mapping[str, Bytes], rows: slice) -> None:
        self.columns, self.rows = columns, rows
        self.size: int = rows.stop - rows.start
        self.effective: list[Bytes] = []  # of each step, what conditions and weights read
        self.enabled: list[Bytes | None] = []  # 255 where it is, else 0; ``None``: always

    def weigh(self, batch: Batch) -> NDArray[Any]:
        """Take the steps of *batch*, and give what their answers weigh."""
        # A byte holds the sum whatever it went through: it counts modulo 256.
        dtype = np.dtype(np.uint8) if batch.dtype.itemsize == 1 else batch.dtype
        total: NDArray[Any] = np.zeros(self.size, dtype=dtype)
        capped = np.empty(self.size, dtype=np.uint8)
        for step in batch.steps:
            marks = self._take(step)
            for knot, factor in step.line:
                is_last = knot == len(step.weights) - 1
                part = marks if is_last else np.minimum(marks, knot, out=capped)
                if factor == 1:
                    total += part
                elif factor == -1:
                    total -= part
                else:
                    total += np.multiply(part, _wrapped(factor, dtype), dtype=dtype)
        return total.view(batch.dtype)

    def _take(self, step: Step) -> Bytes:
        """Give the marks of *step* that count, and keep them for the steps after it."""
        enabled = self._enabled(step)
        column = self.columns.get(step.code)
        marks = np.zeros(self.size, dtype=np.uint8) if column is None else column[self.rows]
        effective = marks if enabled is None else marks & enabled
        self.enabled.append(enabled)
        self.effective.append(effective)
        return effective

    def _enabled(self, step: Step) -> Bytes | None:
        above = None if step.parent is None else self.enabled[step.parent]
        if not step.tests:
            return above
        join = np.logical_or if step.any_holds else np.logical_and
        holds = self._meets(step.tests[0])
        for test in step.tests[1:]:
            holds = join(holds, self._meets(test))
        own = np.negative(holds.view(np.uint8))  # 1 becomes 255
        return own if above is None else own & above

    def _meets(self, test: Test) -> NDArray[np.bool_]:
        marks = self.effective[test.step]
        compare = np.not_equal if test.negated else np.equal
        join = np.logical_and if test.negated else np.logical_or
        found = compare(marks, test.marks[0])
        for mark in test.marks[1:]:
            found = join(found, compare(marks, mark))
        return found


def _wrapped(factor: int, dtype: np.dtype[np.integer[Any]]) -> NDArray[Any]:
    """Give *factor* as *dtype* counts it, modulo its size."""
    return np.array(factor % 2**64, dtype=np.uint64).astype(dtype)
