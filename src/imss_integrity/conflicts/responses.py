"""The answers of one person to one definition: one tuple of values, with its questionnaire.

Respuestas. What was entered is kept, also under questions that are disabled now; what counts is
decided by `evaluate`. No answer is ever shown by `repr` or by an error.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

import attrs

from ..kernel.arguments import check_mapping
from ..kernel.errors import Fault, InvalidValueError, raise_any
from ..kernel.fields import InstanceOf
from ..kernel.text import Text
from ..kernel.values import Value
from .answer_checks import answer_faults, path_of
from .answers import Absence, AnswerValue, QuestionType, answer_fault, parse_value
from .layout import Frame, Layout, Place
from .questionnaires import Questionnaire
from .questions import Question

__all__ = ["Answer", "Response"]

Values = tuple[object, ...]


def _identity(questionnaire: Questionnaire) -> tuple[str, str, str]:
    return questionnaire.identity


@attrs.frozen(kw_only=True, weakref_slot=False)
class Answer(Value):
    """A view of one answer.

    Respuesta a un reactivo.

    Attributes:
        question: Code of the question.
        row: Instance of the group that repeats and holds it, from 0; ``None``: no such group.
        values: The answers; empty where there is none.
        absence: Why there is none, where a person stated it; ``None``: nothing was stated.
    """

    question: str
    row: int | None
    values: tuple[AnswerValue, ...] = attrs.field(repr=False)
    absence: Absence | None = attrs.field(repr=False)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Response(Value):
    """What one person entered into one questionnaire.

    Respuesta a un cuestionario. Usually made by `from_answers`. Two responses are equal if
    their values are, and code, version and digest of their questionnaires.

    Attributes:
        questionnaire: The definition that was answered.
        values: One value for each place of its layout: ``None`` (not yet answered), an
            `Absence` that a person stated, an answer in its final form, a tuple of answers where
            several are allowed, or a tuple of instances for a group that repeats.

    Raises:
        InvalidValueError: If a value does not fit its question; every fault, no value shown.

    Source:
        Own.

    >>> from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE
    >>> draft = Response.from_answers(CONFLICT_QUESTIONNAIRE, {"EMP1": "no"})
    >>> draft.answer("EMP1").values, draft.answer("EMP2").values
    ((<YesNo.NO: 'no'>,), ())
    >>> Response.from_answers(CONFLICT_QUESTIONNAIRE, {"EMP1": "tal vez"})
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'EMP1' must be 'si' or 'no' @ answers[EMP1]
    """

    questionnaire: Questionnaire = attrs.field(
        validator=InstanceOf(Questionnaire),
        eq=_identity,
        repr=lambda one: f"<{one.code} {one.version}>",
    )
    values: Values = attrs.field(repr=False)

    def __attrs_post_init__(self) -> None:
        given: object = self.values
        if type(given) is not tuple:
            rule = Text("ser una tupla", "be a tuple")
            raise InvalidValueError(answer_fault("values", "type", rule, subject="values"))
        raise_any(answer_faults(self.questionnaire.layout, self.values))

    @classmethod
    def from_answers(cls, questionnaire: Questionnaire, answers: Mapping[str, object]) -> Response:
        """Read a response from answers by the code of their question.

        Args:
            questionnaire: The definition that was answered.
            answers: Code -> answer, in any order. An answer is what `conflicts.parse_value`
                reads, a list of them where several are allowed, an `Absence` that a person
                states, or ``None`` for what is not answered yet. For a group that repeats: a list
                of instances, each a mapping of its own. Groups that do not repeat are left
                out: their questions stand beside the others. ``"no_se"`` says "no sé" where
                yes or no is asked, and an empty text is not yet an answer.

        Raises:
            InvalidValueError: With every fault: unknown questions, answers of the wrong kind,
                options that are not offered, several answers where one is allowed. No answer is
                shown.
        """
        InstanceOf(Questionnaire).check("questionnaire", questionnaire)
        check_mapping("answers", answers)
        reader = _Reader(questionnaire.layout)
        values = reader.frame(questionnaire.layout.top, answers, "answers", None)
        raise_any(reader.faults)
        return cls(questionnaire=questionnaire, values=values)

    def answer(self, question: str, *, row: int | None = None) -> Answer:
        """Give the view of one answer; *row* names the instance where its group repeats.

        Raises:
            UnknownCodeError: If there is no such question.
            InvalidValueError: If it is a group, or *row* names no instance.
        """
        asked = self.questionnaire.question(question)
        place = self.questionnaire.layout.places[asked.code]
        rows = len(self.rows(place.frame)) if place.frame is not None else 0
        fits = row is None if place.frame is None else type(row) is int and 0 <= row < rows
        if asked.is_group or not fits:
            rule = Text("nombrar una instancia que existe", "name an instance that exists")
            raise InvalidValueError(answer_fault("row", "range", rule, subject="row"))
        return self._view(place, row)

    def answers(self) -> Iterator[Answer]:
        """Go through the views of all answers, in the order of the document."""
        for place in self.questionnaire.layout.places.values():
            if not place.question.is_group:
                rows = [None] if place.frame is None else range(len(self.rows(place.frame)))
                yield from (self._view(place, row) for row in rows)

    def rows(self, group: int) -> tuple[Values, ...]:
        """Give the instances of the group that repeats at that position of the layout."""
        return cast("tuple[Values, ...]", self.values[group])

    def at(self, place: Place, row: int | None) -> object:
        """Give the value at a place of the layout, as it is kept."""
        own = self.values if place.frame is None else self.rows(place.frame)[row or 0]
        return own[place.position]

    def replaced(self, others: Mapping[tuple[Place, int | None], object]) -> Response:
        """Give the same response with other values at some places of the layout."""
        values = list(self.values)
        for (place, row), value in others.items():
            if place.frame is None:
                values[place.position] = value
            else:
                rows = [list(own) for own in cast("tuple[Values, ...]", values[place.frame])]
                rows[row or 0][place.position] = value
                values[place.frame] = tuple(map(tuple, rows))
        return attrs.evolve(self, values=tuple(values))

    def _view(self, place: Place, row: int | None) -> Answer:
        value = self.at(place, row)
        code = place.question.code
        if isinstance(value, Absence):
            return Answer(question=code, row=row, values=(), absence=value)
        single = () if value is None else (value,)
        values = cast("tuple[AnswerValue, ...]", value if type(value) is tuple else single)
        return Answer(question=code, row=row, values=values, absence=None)


class _Reader:
    """Reads mappings into tuples, gathering every fault."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.faults: list[Fault] = []

    def frame(
        self, frame: Frame, answers: Mapping[str, object], path: str, row: int | None
    ) -> Values:
        here = {place.question.code: place for place in frame.places}
        for number, code in enumerate(answers):
            if code not in here:
                # A key that is no code of a question may be anything, a name among it.
                rule = Text(
                    "llevar sólo reactivos de este cuestionario, en su lugar",
                    "hold questions of this questionnaire only, in their place",
                )
                self.faults.append(
                    answer_fault(f"{path}[#{number}]", "unknown", rule, subject="answers")
                )
        return tuple(self.value(here[code], answers.get(code), row) for code in here)

    def value(self, place: Place, given: object, row: int | None) -> object:
        question, path = place.question, path_of(self.layout, place, row)
        if question.is_group and question.repeats:
            return self.rows(place, given, path)
        if given is None or isinstance(given, Absence):
            return given
        # By type first: what equals a text may be anything, an array that cannot tell too.
        if type(given) is str and not given:
            return None
        is_unknown = type(given) is str and given == Absence.UNKNOWN.value
        if is_unknown and question.type is QuestionType.YES_NO:
            return Absence.UNKNOWN
        if not question.repeats or question.is_group:
            return self.one(question, given, path)
        if not isinstance(given, list | tuple):
            given = [given]
        several = cast("list[object]", given)
        return (
            tuple(self.one(question, one, f"{path}[{n}]") for n, one in enumerate(several)) or None
        )

    def rows(self, place: Place, given: object, path: str) -> object:
        frame = self.layout.rows[place.position]
        rule = Text(
            "llevar una lista de instancias, cada una de reactivo a respuesta",
            "hold a list of instances, each from question to answer",
        )
        fault = answer_fault(path, "type", rule, subject=place.question.code)
        if given is None:
            return ()
        if not isinstance(given, list | tuple):
            self.faults.append(fault)
            return ()
        rows: list[Values] = []
        for number, row in enumerate(cast("list[object]", given)):
            if isinstance(row, Mapping):
                answers = cast("Mapping[str, object]", row)
                rows.append(self.frame(frame, answers, f"{path}[{number}]", number))
            else:
                self.faults.append(attrs.evolve(fault, path=f"{path}[{number}]"))
        return tuple(rows)

    def one(self, question: Question, given: object, path: str) -> object:
        try:
            return parse_value(question.type, given, path=question.code)
        except InvalidValueError as error:
            self.faults.extend(attrs.evolve(fault, path=path) for fault in error.faults)
            return None
