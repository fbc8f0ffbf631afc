"""What is wrong with answers, apart from what depends on the day: every fault, no value.

Faltas de las respuestas.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, cast

from ..kernel.errors import Fault
from ..kernel.fields import FIRST_DAY, LAST_DAY
from ..kernel.text import Text
from .answers import Absence, answer_fault, value_problem
from .conditions import MonthsBack
from .layout import Frame, Layout, Place
from .questions import Question

__all__ = ["answer_faults", "label_of", "late_faults", "path_of", "question_faults"]


def path_of(layout: Layout, place: Place, row: int | None = None) -> str:
    """Give the path of a place: ``answers[FAM1]`` or ``answers[FAM1.detalle][0][FAM1.fin]``."""
    if place.frame is None:
        return f"answers[{place.question.code}]"
    group = layout.top.places[place.frame].question.code
    return f"answers[{group}][{row}][{place.question.code}]"


def label_of(layout: Layout, place: Place, row: int | None = None) -> str:
    """Name a place for people: ``FAM1`` or ``FAM1.detalle[0].FAM1.fin``."""
    if place.frame is None or row is None:
        return place.question.code
    return f"{layout.top.places[place.frame].question.code}[{row}].{place.question.code}"


def answer_faults(layout: Layout, values: tuple[object, ...]) -> Iterator[Fault]:
    """Go through what is wrong with *values*, a tuple for the top frame of *layout*."""
    yield from _frame_faults(layout, layout.top, values, None)
    if len(values) != len(layout.top):
        return
    for group, frame in layout.rows.items():
        place, rows = layout.top.places[group], values[group]
        if type(rows) is not tuple or any(
            type(row) is not tuple for row in cast("tuple[object, ...]", rows)
        ):
            rule = Text("llevar una tupla de instancias", "hold a tuple of instances")
            yield answer_fault(path_of(layout, place), "type", rule, subject=place.question.code)
            continue
        instances = cast("tuple[tuple[object, ...], ...]", rows)
        if len(instances) > place.question.max_answers:
            yield _too_many(path_of(layout, place), place.question)
        for number, row in enumerate(instances):
            yield from _frame_faults(layout, frame, row, number)
            yield from _order_faults(layout, frame, (values, row), number)
    yield from _order_faults(layout, layout.top, (values, values), None)


def _frame_faults(
    layout: Layout, frame: Frame, values: Sequence[object], row: int | None
) -> Iterator[Fault]:
    if len(values) != len(frame):
        rule = Text(
            "tener una respuesta por reactivo ({n})", "have one answer for each question ({n})"
        )
        yield answer_fault("values", "length", rule.format(n=len(frame)), subject="values")
        return
    for place, value in zip(frame.places, values, strict=True):
        if value is None or (place.question.is_group and place.question.repeats):
            continue
        path = path_of(layout, place, row)
        yield from question_faults(path, place.question, value)


def question_faults(path: str, question: Question, value: object) -> Iterator[Fault]:
    """Go through what is wrong with the answer to one question, or with its absence."""
    if isinstance(value, Absence):
        if question.is_group or not value.is_stated:
            rule = Text(
                "llevar una ausencia que una persona pueda declarar",
                "hold an absence that a person can state",
            )
            yield answer_fault(path, "absence", rule, subject=question.code)
        return
    if question.repeats and not question.is_group:
        if type(value) is not tuple or not value:
            rule = Text("llevar una tupla de respuestas", "hold a tuple of answers")
            yield answer_fault(path, "type", rule, subject=question.code)
            return
        answers = cast("tuple[object, ...]", value)
        if len(answers) > question.max_answers:
            yield _too_many(path, question)
        yield from _together_faults(path, question, answers)
    else:
        answers = (value,)
    for number, answer in enumerate(answers):
        below = f"{path}[{number}]" if question.repeats else path
        if (problem := _problem(question, answer)) is not None:
            yield answer_fault(below, *problem, subject=question.code)


def _problem(question: Question, answer: object) -> tuple[str, Text] | None:
    if (problem := value_problem(question.type, answer)) is not None:
        return "answer", problem
    if question.type.has_options and question.option(answer) is None:
        return "option", Text("ser una opción ofrecida", "be an option that is offered")
    if _is_outside(question, answer):
        return "range", Text("estar dentro de sus límites", "lie within its bounds")
    return None


def _is_outside(question: Question, answer: Any) -> bool:  # noqa: ANN401
    least, most = question.least, question.most
    low = least is None or isinstance(least, MonthsBack) or least <= answer
    return not (low and (most is None or isinstance(most, MonthsBack) or answer <= most))


def _too_many(path: str, question: Question) -> Fault:
    rule = Text("llevar a lo más {n} respuestas", "hold at most {n} answers")
    return answer_fault(path, "limit", rule.format(n=question.max_answers), subject=question.code)


def _together_faults(path: str, question: Question, answers: tuple[object, ...]) -> Iterator[Fault]:
    if not question.type.has_options:
        return
    if len(set(map(str, answers))) < len(answers):
        rule = Text("no repetir opciones", "repeat no option")
        yield answer_fault(path, "duplicate", rule, subject=question.code)
    exclusive = [option.code for option in question.options if option.exclusive]
    if len(answers) > 1 and any(answer in exclusive for answer in answers):
        rule = Text("no combinar una opción excluyente", "not combine an exclusive option")
        yield answer_fault(path, "exclusive", rule, subject=question.code)


def _order_faults(
    layout: Layout, frame: Frame, values: tuple[Sequence[object], Sequence[object]], row: int | None
) -> Iterator[Fault]:
    """Go through the days that precede a day they must not precede; *values*: top, own."""
    top, own = values
    if len(own) != len(frame):
        return
    for place, value in zip(frame.places, own, strict=True):
        if place.question.not_before is None or type(value) is not date:
            continue
        other = layout.places[place.question.not_before]
        earlier = (top if other.frame is None else own)[other.position]
        if type(earlier) is date and value < earlier:
            rule = Text("no preceder a '{other}'", "not precede '{other}'")
            yield answer_fault(
                path_of(layout, place, row),
                "order",
                rule.format(other=other.question.code),
                subject=place.question.code,
            )


def late_faults(layout: Layout, values: tuple[Any, ...], *, on: date) -> Iterator[Fault]:
    """Go through the days that break a bound which depends on the day of evaluation."""
    for frame, places in layout.windowed:
        rows = (values,) if frame is None else values[frame]
        for place in places if rows else ():  # most groups have no instance
            low, high = _window(place.question, on)
            for number, row in enumerate(rows):
                value = row[place.position]
                for day in value if value.__class__ is tuple else (value,):
                    if type(day) is date and not low <= day <= high:
                        yield _late(path_of(layout, place, number), place.question)


def _window(question: Question, on: date) -> tuple[date, date]:
    least, most = question.least, question.most
    low = least.day(on=on) if isinstance(least, MonthsBack) else FIRST_DAY
    return low, most.day(on=on) if isinstance(most, MonthsBack) else LAST_DAY


def _late(path: str, question: Question) -> Fault:
    rule = Text(
        "estar dentro de sus límites en el día de la evaluación",
        "lie within its bounds on the day of evaluation",
    )
    return answer_fault(path, "range", rule, subject=question.code)
