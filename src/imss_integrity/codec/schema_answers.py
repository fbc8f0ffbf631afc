"""The schema of the answers to one questionnaire: each question by its code.

Esquema de las respuestas. What it allows may still be refused: conditions and the order of days
follow from other answers, the bounds of days and of decimals written as text have no word here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import ceil, floor
from typing import Any

from ..conflicts.answers import DECIMAL_TEXT, LONGEST_TEXT, Absence, QuestionType, YesNo
from ..conflicts.layout import Frame, Layout, Place
from ..conflicts.questionnaires import Questionnaire
from ..conflicts.questions import Question
from ..kernel.fields import MAX_WHOLE
from .schema_limits import DAY, Schema, closed_object, whole_pattern

__all__ = ["answers_schema"]


def answers_schema(questionnaire: Questionnaire) -> tuple[Schema, Mapping[str, Schema]]:
    """Give the schema of the answers to *questionnaire*, and what it refers to by name."""
    layout = questionnaire.layout
    return _frame(layout, layout.top), {"Absence": _absence()}


def _frame(layout: Layout, frame: Frame) -> Schema:
    asked = (one for one in frame.places if one.question.repeats or not one.question.is_group)
    return closed_object({one.question.code: _property(layout, one) for one in asked}, [])


def _property(layout: Layout, place: Place) -> Schema:
    question = place.question
    told: Schema = {"title": question.text.es}
    if question.text.en is not None:
        told["description"] = question.text.en
    if question.is_group:
        rows = _frame(layout, layout.rows[place.position])
        most = question.max_answers
        return {**told, "type": ["array", "null"], "items": rows, "maxItems": most}
    answer = _several(question) if question.repeats else _one(question)
    return {**told, "anyOf": [answer, {"$ref": "#/$defs/Absence"}, {"type": "null"}]}


def _several(question: Question) -> Schema:
    sizes = {"minItems": 1, "maxItems": question.max_answers}
    several: Schema = {"type": "array", "items": _one(question), **sizes}
    if question.type.has_options:
        several["uniqueItems"] = True
    if any(option.exclusive for option in question.options):
        together = [option.code for option in question.options if not option.exclusive]
        several["anyOf"] = [{"maxItems": 1}, {"items": {"enum": together}}]
    return several


def _one(question: Question) -> Schema:
    return _ONE[question.type](question)


def _options(question: Question) -> Schema:
    return {"type": "string", "enum": [option.code for option in question.options]}


def _bounds(question: Question, least: int = -MAX_WHOLE) -> Schema:
    low: Any = least if question.least is None else question.least
    high: Any = MAX_WHOLE if question.most is None else question.most
    return {"minimum": max(ceil(low), least), "maximum": min(floor(high), MAX_WHOLE)}


def _number(question: Question, least: int = -MAX_WHOLE) -> Schema:
    """A whole number or a text of digits; the limits of the latter are for the codec to check."""
    digits = whole_pattern(DECIMAL_TEXT)
    return {"type": ["integer", "string"], **digits, **_bounds(question, least)}


_ONE: Mapping[QuestionType, Callable[[Question], Schema]] = {
    QuestionType.YES_NO: lambda _: {"type": "string", "enum": [one.value for one in YesNo]},
    QuestionType.BOOLEAN: lambda _: {"type": "boolean"},
    QuestionType.CHOICE: _options,
    QuestionType.KINSHIP: _options,
    QuestionType.INTEGER: lambda question: {"type": "integer", **_bounds(question)},
    QuestionType.DECIMAL: _number,
    QuestionType.MONEY: lambda question: _number(question, 0),
    QuestionType.DATE: lambda _: dict(DAY),
    # Spaces alone are no text: what ECMAScript takes for space, the codec refuses.
    QuestionType.TEXT: lambda _: {"type": "string", "maxLength": LONGEST_TEXT, "pattern": "\\S"},
}


def _absence() -> Schema:
    stated = [one.value for one in Absence if one.is_stated]
    own = {"type": {"const": "absence"}, "value": {"enum": stated}}
    return closed_object(own, list(own), "What a person states in the place of an answer.")
