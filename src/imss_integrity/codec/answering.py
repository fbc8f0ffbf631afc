"""The answers of a response on the wire: by the code of their question.

Respuestas. An answer is written as `conflicts.parse_value` reads it: a code, ``si`` or ``no``, a
whole number, a text of digits, a day, a text. Where several are allowed it is a list; a group
that repeats is a list of objects. An absence that a person states is ``{"type": "absence",
"value": "declinado"}``; what is not answered yet is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

import attrs

from ..conflicts.answer_checks import answer_faults
from ..conflicts.answers import Absence, answer_fault, parse_value
from ..conflicts.layout import Frame, Place
from ..conflicts.questionnaires import Questionnaire
from ..conflicts.questions import Question
from ..conflicts.responses import Response
from ..kernel.errors import ImssIntegrityError
from ..kernel.text import Text
from .answer_plans import Take, quick_answers
from .answer_writers import answers_writer
from .defined import DefinedShape
from .listing import BAD, Listing
from .records import opened
from .writers import Write

__all__ = ["RESPONSE", "AnswersPlan"]

Values = tuple[object, ...]


class AnswersPlan:
    """What answers may be to one questionnaire."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        self._layout = questionnaire.layout
        self.quick: Take = quick_answers(questionnaire.layout)

    def read(self, given: object, path: str, listing: Listing) -> Any:  # noqa: ANN401
        """Read them, listing every fault; the paths are those of a `Response`."""
        before = listing.found
        values = self._frame(self._layout.top, given, path, listing)
        if values is BAD:
            return BAD
        # The paths of the checks begin with ``answers``, as the last name of *path* does.
        above = path.rpartition(".")[0]
        listing.add_all(above, answer_faults(self._layout, values))
        return values if listing.found == before else BAD

    def _frame(self, frame: Frame, given: object, path: str, listing: Listing) -> Any:  # noqa: ANN401
        codes = {place.question.code for place in frame.places if not _is_plain_group(place)}
        answers = opened(given, codes, path, listing)
        if answers is None:
            return BAD
        return tuple(self._value(place, answers, path, listing) for place in frame.places)

    def _value(
        self,
        place: Place,
        answers: Mapping[object, object],
        path: str,
        listing: Listing,
    ) -> object:
        question = place.question
        given = None if _is_plain_group(place) else answers.get(question.code)
        here = f"{path}[{question.code}]"
        if question.is_group and question.repeats:
            return self._rows(place, given, here, listing)
        if given is None:
            return None
        if type(given) is dict:
            return _absence(cast("dict[object, object]", given), here, question, listing)
        if not question.repeats:
            return _one(question, given, here, listing)
        if type(given) is not list:
            rule = Text("llevar una lista de respuestas", "hold a list of answers")
            listing.add(answer_fault(here, "type", rule, subject=question.code))
            return None
        several = cast("list[object]", given)[: question.max_answers + 1]
        read = (_one(question, one, f"{here}[{n}]", listing) for n, one in enumerate(several))
        return tuple(one for one in read if one is not None)

    def _rows(self, place: Place, given: object, path: str, listing: Listing) -> Values:
        if given is None:
            return ()
        if type(given) is not list:
            rule = Text("llevar una lista de instancias", "hold a list of instances")
            listing.add(answer_fault(path, "type", rule, subject=place.question.code))
            return ()
        frame = self._layout.rows[place.position]
        several = cast("list[object]", given)[: place.question.max_answers + 1]
        rows = [self._frame(frame, one, f"{path}[{n}]", listing) for n, one in enumerate(several)]
        return tuple(row for row in rows if row is not BAD)


def _is_plain_group(place: Place) -> bool:
    return place.question.is_group and not place.question.repeats


def _absence(
    answer: dict[object, object], path: str, question: Question, listing: Listing
) -> object:
    stated = {one.value: one for one in Absence if one.is_stated}
    value = answer.get("value")
    is_absence = answer.keys() == {"type", "value"} and answer["type"] == "absence"
    if is_absence and type(value) is str and value in stated:
        return stated[value]
    rule = Text("declarar una ausencia: {stated}", "state an absence: {stated}")
    text = rule.format(stated=", ".join(stated))
    listing.add(answer_fault(path, "absence", text, subject=question.code))
    return None


def _one(question: Question, given: object, path: str, listing: Listing) -> object:
    plain = given if type(given) in {str, int, bool} else None
    try:
        return parse_value(question.type, plain, path=question.code)
    except ImssIntegrityError as error:
        fault = error.faults[0]
    listing.add(attrs.evolve(fault, path=path))
    return None


def _answers_writer(questionnaire: Questionnaire) -> Write:
    return answers_writer(questionnaire.layout)


RESPONSE: DefinedShape[Questionnaire] = DefinedShape(
    cls=Response,
    kind=Questionnaire,
    definition="questionnaire",
    content="values",
    key="answers",
    plan=AnswersPlan,
    writer=_answers_writer,
)
