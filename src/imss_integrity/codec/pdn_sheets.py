"""Filling in a questionnaire from facts: only what it asks, and only what it would accept.

Llenado. What the questionnaire does not ask, or would refuse, becomes a note and no answer.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import attrs

from ..conflicts import Absence, MonthsBack, Question, Questionnaire, YesNo, parse_value
from ..conflicts.layout import Layout
from ..kernel.errors import InvalidValueError
from ..kernel.fields import FIRST_DAY
from ..kernel.text import Text
from .foreign_nodes import Notes
from .pdn_results import Entry, Row, Scalar

__all__ = ["Fact", "Sheet", "window_start"]


@attrs.frozen
class Fact:
    """What a record says for one follow-up.

    Attributes:
        follow_up: The part of its code behind that of the question, such as ``valor``.
        value: The answer, as text, or an absence.
        path: Where the document says it.
    """

    follow_up: str
    value: Scalar
    path: str


def window_start(bound: MonthsBack, on: date) -> date:
    """Give the first day of a window; the first day there is where it opens before."""
    try:
        return bound.day(on=on)
    except InvalidValueError:
        return FIRST_DAY


class Sheet:
    """The answers so far.

    A question ``Q`` has its follow-ups in the group ``Q.detalle``, which repeats.
    """

    def __init__(self, questionnaire: Questionnaire, on: date, notes: Notes) -> None:
        self.layout: Layout = questionnaire.layout
        self.on: date = on
        self.notes: Notes = notes
        self._said: dict[str, str] = {}
        self._rows: dict[str, list[Row]] = {}

    def say(self, code: str, answer: YesNo, path: str) -> None:
        """Answer a question with yes or no."""
        place = self.layout.places.get(code)
        if place is None or place.frame is not None:
            self._not_asked(code, path)
        elif self._fits(place.question, answer.value, path):
            self._said[code] = answer.value

    def detail(self, code: str, facts: Iterable[Fact], path: str) -> None:
        """Put what a record says of an interest into the follow-ups of a question."""
        group = self.layout.places.get(f"{code}.detalle")
        frame = None if group is None else self.layout.rows.get(group.position)
        if group is None or group.frame is not None or frame is None:
            self._not_asked(f"{code}.detalle", path)
            return
        rows = self._rows.setdefault(group.question.code, [])
        if len(rows) >= group.question.max_answers:
            rule = Text("caber en el cuestionario", "fit into the questionnaire")
            self.notes.must(path, "limit", rule)
            return
        asked = {
            place.question.code: place.question
            for place in frame.places
            if not place.question.is_group
        }
        row: dict[str, Scalar] = {}
        for fact in facts:
            follow_up = f"{code}.{fact.follow_up}"
            question = asked.get(follow_up)
            if question is None:
                self._not_asked(follow_up, fact.path)
            elif isinstance(fact.value, Absence) or self._fits(question, fact.value, fact.path):
                row[follow_up] = fact.value
        if f"{code}.vinculo" in asked:
            row[f"{code}.vinculo"] = Absence.UNKNOWN  # no declaration tells of the function
        rows.append(tuple(row.items()))

    def entries(self) -> tuple[Entry, ...]:
        """Give all answers, in the order of the questionnaire."""
        filled: dict[str, Any] = {**self._said, **{c: tuple(r) for c, r in self._rows.items()}}
        return tuple((code, filled[code]) for code in self.layout.places if code in filled)

    def _not_asked(self, code: str, path: str) -> None:
        rule = Text(
            "tener lugar en el cuestionario, que no pregunta {code}",
            "have a place in the questionnaire, which does not ask {code}",
        )
        self.notes.must(path, "not_asked", rule.format(code=code))

    def _fits(self, question: Question, given: str, path: str) -> bool:
        """Say whether the questionnaire takes the answer, also on the day; note why not."""
        try:
            answer = parse_value(question.type, given, path=question.code)
        except InvalidValueError as error:
            self.notes.add(attrs.evolve(error.faults[0], path=path))
            return False
        if question.type.has_options and question.option(answer) is None:
            self.notes.must(path, "option", Text("ser una opción", "be an option"))
            return False
        if self._is_outside(question, answer):
            rule = Text("estar dentro de los límites de {code}", "lie within the bounds of {code}")
            self.notes.must(path, "range", rule.format(code=question.code))
            return False
        return True

    def _is_outside(self, question: Question, answer: Any) -> bool:  # noqa: ANN401
        least, most = (
            window_start(bound, self.on) if isinstance(bound, MonthsBack) else bound
            for bound in (question.least, question.most)
        )
        return (least is not None and answer < least) or (most is not None and answer > most)
