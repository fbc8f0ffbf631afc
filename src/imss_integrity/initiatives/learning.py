"""What a course or module achieved, by Kirkpatrick's four levels, and the normalised gain.

Evaluación del aprendizaje. Reaction, learning, behaviour and results are four answers to four
questions and are never added up; a level that was not measured is not 0.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from fractions import Fraction

import attrs

from ..kernel.arguments import repeated_codes
from ..kernel.errors import Fault, InconsistentError, raise_any
from ..kernel.exact import shown_number
from ..kernel.fields import CODE, DAY, Each, ExactNumber, InstanceOf, OneOf, Optional, WholeNumber
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value
from .exact_arguments import Exact, read_exact

__all__ = ["LearningEvaluation", "LearningLevel", "LevelResult", "normalised_gain"]

_FULL = 100
_PERCENT = ExactNumber(0, _FULL)


class LearningLevel(StrEnum):
    """A level of Kirkpatrick's evaluation of learning (nivel), from 1 to 4.

    Attributes:
        REACTION: 1, what those who took part think of it, by a survey.
        LEARNING: 2, what they know, before and after.
        BEHAVIOUR: 3, what they do, observed later.
        RESULTS: 4, what changed for the institution.
    """

    REACTION = "reaccion"
    LEARNING = "aprendizaje"
    BEHAVIOUR = "conducta"
    RESULTS = "resultados"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _LABELS[self]


_LABELS = {
    LearningLevel.REACTION: Text("1 reacción", "1 reaction"),
    LearningLevel.LEARNING: Text("2 aprendizaje", "2 learning"),
    LearningLevel.BEHAVIOUR: Text("3 conducta", "3 behaviour"),
    LearningLevel.RESULTS: Text("4 resultados", "4 results"),
}


@attrs.frozen(kw_only=True, weakref_slot=False)
class LevelResult(Value):
    """What was measured at one level.

    Attributes:
        level: The level.
        on: The day of the measurement, the later one where there are two.
        people: How many were measured, 1 or more.
        after: Mean, in percent of the most there is, 0 to 100, both included, exact.
        before: The same before the course; ``None``: not measured. Level 2 needs it.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: If level 2 has no measurement before the course.
    """

    level: LearningLevel = attrs.field(validator=OneOf(LearningLevel))
    on: date = attrs.field(validator=DAY)
    people: int = attrs.field(validator=WholeNumber(1))
    after: Fraction = attrs.field(validator=_PERCENT)
    before: Fraction | None = attrs.field(default=None, validator=Optional(_PERCENT))

    def __attrs_post_init__(self) -> None:
        if self.level is LearningLevel.LEARNING and self.before is None:
            text = Text(
                "'before' debe tener un valor en el nivel 2: aprender es un cambio",
                "'before' must hold a value at level 2: learning is a change",
            )
            raise InconsistentError(Fault("before", "missing", text))

    @property
    def gain(self) -> Fraction | None:
        """The normalised gain; ``None``: not measured before, or no room to gain."""
        if self.before is None:
            return None
        return normalised_gain(before=self.before, after=self.after)


@attrs.frozen(kw_only=True, weakref_slot=False)
class LearningEvaluation(Report, Value):
    """What a course or module achieved, level by level.

    Evaluación del aprendizaje.

    Attributes:
        module: Code of the module or course.
        results: One for each level that was measured, in any order; at least one.
        status: How far the measurements can be trusted.
        sources: What they rest on.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: If a level appears twice, or behaviour was not observed later than
            learning was measured.

    Source:
        Kirkpatrick: the four levels; the form is own.

    >>> test = LevelResult(level=LearningLevel.LEARNING, on=date(2026, 3, 2), people=80,
    ...     before=Fraction(40), after=Fraction(70))
    >>> evaluation = LearningEvaluation(module="CLIMSS-1", results=(test,), status=Status.OWN)
    >>> test.gain, [level.value for level in evaluation.missing]
    (Fraction(1, 2), ['reaccion', 'conducta', 'resultados'])
    >>> attrs.evolve(evaluation, results=(test, test))
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'results' must repeat no code: got a text...
    """

    module: str = attrs.field(validator=CODE)
    results: tuple[LevelResult, ...] = attrs.field(validator=Each(InstanceOf(LevelResult), least=1))
    status: Status = attrs.field(validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(default=(), validator=Each(InstanceOf(Source)))

    def __attrs_post_init__(self) -> None:
        faults = repeated_codes("results", (result.level for result in self.results))
        learned = self.result_at(LearningLevel.LEARNING)
        observed = self.result_at(LearningLevel.BEHAVIOUR)
        if learned is not None and observed is not None and observed.on <= learned.on:
            text = Text(
                "la conducta debe observarse después de medir el aprendizaje",
                "behaviour must be observed later than learning is measured",
            )
            faults.append(Fault("results", "order", text))
        raise_any(faults, InconsistentError)

    def result_at(self, level: LearningLevel) -> LevelResult | None:
        """Give what was measured at *level*; ``None``: nothing was."""
        return next((result for result in self.results if result.level is level), None)

    @property
    def missing(self) -> tuple[LearningLevel, ...]:
        """The levels at which nothing was measured, from 1 to 4."""
        return tuple(level for level in LearningLevel if self.result_at(level) is None)

    def _table(self, language: Language) -> Table:
        title = Text("{code}: aprendizaje por nivel", "{code}: learning by level")
        return Table(
            title=title.format(code=self.module).to(language),
            header=_HEADER[language],
            rows=tuple(self._row(level, language) for level in LearningLevel),
        )

    def _row(self, level: LearningLevel, language: Language) -> tuple[str, ...]:
        result = self.result_at(level)
        if result is None:
            not_measured = Text("sin medir", "not measured")
            return (level.label.to(language), "", "", "", "", not_measured.to(language))
        return (
            level.label.to(language),
            str(result.on),
            shown_number(result.people),
            "" if result.before is None else shown_number(result.before),
            shown_number(result.after),
            _gain_words(result).to(language),
        )

    def _records(self) -> list[dict[str, object]]:
        return [
            {
                "module": self.module,
                "level": result.level.value,
                "on": result.on,
                "people": result.people,
                "before": result.before,
                "after": result.after,
                "gain": result.gain,
                "status": self.status.value,
            }
            for result in self.results
        ]


_HEADER = {
    Language.ES: ("nivel", "día", "personas", "% antes", "% después", "ganancia"),
    Language.EN: ("level", "day", "people", "% before", "% after", "gain"),
}


def _gain_words(result: LevelResult) -> Text:
    if result.before is None:
        return Text("")
    if result.gain is None:
        return Text("sin margen de mejora", "no room to gain")
    return Text(shown_number(result.gain))


def normalised_gain(*, before: Exact, after: Exact) -> Fraction | None:
    """Give what was gained as a share of what could be gained.

    Ganancia normalizada: ``(after - before) / (100 - before)``.

    Args:
        before: Mean before the course, in percent, 0 to 100, both included, exact.
        after: Mean after it, the same.

    Returns:
        At most 1 (all that could be gained), exact; 0: nothing; negative: a loss. ``None``
        where *before* is 100: there was no room.

    Raises:
        InvalidValueError: If a percent is no exact number or leaves its range; both are named.

    Source:
        The usual formula of the average normalised gain, recalled; the four levels are
        Kirkpatrick's.

    >>> normalised_gain(before=40, after=70)
    Fraction(1, 2)
    >>> normalised_gain(before=40, after=101)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'after' must be at most 100: got 101
    """
    start, end = read_exact(before=(before, _PERCENT), after=(after, _PERCENT))
    return (end - start) / (_FULL - start) if start < _FULL else None
