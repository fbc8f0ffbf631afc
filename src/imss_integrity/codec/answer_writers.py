"""The answers of a response as JSON text: one table for each place of a frame.

Escritura de respuestas. Made once for a questionnaire, as `answer_plans` is for reading. What is
not answered is an empty piece; what may be one of a few values is a text that stands ready.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from ..conflicts.answers import Absence, QuestionType, YesNo
from ..conflicts.layout import Frame, Layout
from ..conflicts.questions import Question
from ..kernel.codegen import make_function
from .record_writers import Pieces
from .writers import DAYS, LEAF_WRITERS, Write, quoted, tuple_writer_of_any_length

__all__ = ["answers_writer"]

Values = tuple[object, ...]


def answers_writer(layout: Layout) -> Write:
    """Give what writes the answers to a questionnaire of that *layout* as an object."""
    rows = {position: _frame_writer(frame, {}) for position, frame in layout.rows.items()}
    return _frame_writer(layout.top, rows)


def _frame_writer(frame: Frame, rows: Mapping[int, Write]) -> Write:
    pieces, places = Pieces(), list[str]()
    for place in frame.places:
        question, var = place.question, f"a{place.position}"
        places.append(var)
        key = f",{quoted(question.code)}:"
        if place.position in rows:
            pieces.work_out(f"{pieces.names.of(_rows(key, rows[place.position]))}({var})")
        elif not question.is_group:
            _put_answer(pieces, question, key, var)
    # Each piece begins with a comma; the first one goes.
    text, empty, names = pieces.joined(), pieces.names.of("{}"), pieces.names
    opening, closing = names.of("{"), names.of("}")
    made: Write = make_function(
        "v",
        [
            f"{', '.join(places)}, = v",
            f"text = {text}",
            f"return {opening} + text[1:] + {closing} if text else {empty}",
        ],
        names.values,
    )
    return made


def _put_answer(pieces: Pieces, question: Question, key: str, var: str) -> None:
    names = pieces.names
    other, table = names.of(_if_given(key)), _table_of(key, question)
    if table is not None:
        name = f"t{var}"  # of its own: a table cannot be hashed
        names.values[name] = table
        pieces.work_out(f"{name}[{var}]")
    elif not question.repeats and question.type in _TEXTS_OF:
        kind, text = _TEXTS_OF[question.type]
        names.values |= _NAMED
        is_one = f"{var}.__class__ is {names.of(kind)}"
        written = f"{names.of(key)} + {text.format(var=var)}"
        pieces.work_out(f"{written} if {is_one} else {other}({var})")
    else:
        pieces.work_out(f"{other}({var})")


# What nearly every answer of a type is, and the code that writes it; *var* holds it.
_TEXTS_OF: Mapping[QuestionType, tuple[type, str]] = {
    QuestionType.INTEGER: (int, "whole({var})"),
    QuestionType.DATE: (date, "days[{var}]"),
    QuestionType.TEXT: (str, "quoted({var})"),
}
_NAMED: Mapping[str, object] = {"whole": str, "days": DAYS, "quoted": quoted}


def _table_of(key: str, question: Question) -> Mapping[object, str] | None:
    """Give all that may be answered to a question of one choice, each as it is written."""
    answers: Iterable[object]
    if question.repeats:
        return None
    if question.type is QuestionType.YES_NO:
        answers = YesNo
    elif question.type is QuestionType.BOOLEAN:
        answers = (True, False)
    elif question.type.has_options:
        answers = (option.code for option in question.options)
    else:
        return None
    return {None: "", **{one: key + _one(one) for one in (*answers, *_STATED)}}


def _if_given(key: str) -> Write:
    """Give what writes an answer with its key, and nothing where there is none."""
    several = tuple_writer_of_any_length(_one)

    def write(value: Any) -> str:  # noqa: ANN401
        if value is None:
            return ""
        return key + (several(value) if value.__class__ is tuple else _one(value))

    return write


def _rows(key: str, row: Write) -> Write:
    """Give what writes the instances of a group with its key, and nothing where there are none."""
    several = tuple_writer_of_any_length(row)
    return lambda rows: key + several(rows) if rows else ""


_STATED = tuple(one for one in Absence if one.is_stated)


def _absence(absence: Absence) -> str:
    return f'{{"type":"absence","value":{quoted(absence.value)}}}'


def _decimal(number: Decimal) -> str:
    return f'"{number:f}"'  # as `parse_value` reads it: digits alone, whatever the exponent


_WRITERS: Mapping[type, Write] = {
    YesNo: quoted,
    Absence: _absence,
    Decimal: _decimal,
    **{kind: LEAF_WRITERS[kind] for kind in (str, bool, int, date)},
}


def _one(value: object) -> str:
    return _WRITERS[value.__class__](value)
