"""What a *yes* of the conflict questionnaire opens: one group of details for each question.

Preguntas de seguimiento, propias. Codes are those of the question, a dot, and what is asked
for: ``FAM1.detalle`` holds ``FAM1.parentesco``, ``FAM1.inicio`` ...
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import attrs

from ..conflicts import (
    Condition,
    Link,
    MonthsBack,
    Operator,
    Option,
    Question,
    QuestionType,
    Role,
    Sensitivity,
    YesNo,
)
from ..kernel.text import Text
from .conflict_bank import BankQuestion
from .kinship_codes import RELATION_OPTIONS

__all__ = ["details_of", "group_of", "part_of"]

MOST_DETAILS = 20
_LINKS = tuple(Option(code=link.value, name=link.label) for link in Link)


def part_of(code: str, part: str) -> str:
    """Give the code of one follow-up of the question *code*: its name is that of its role."""
    return f"{code}.{part}"


def group_of(code: str) -> str:
    """Give the code of the group of follow-ups of the question *code*."""
    return part_of(code, "detalle")


def details_of(asked: BankQuestion, sensitivity: Sensitivity) -> Question:
    """Make the group of follow-ups of one question, with the *sensitivity* of its answers.

    A person may declare up to 20 interests under one question, and at least one after a *yes*.
    """
    return Question(
        code=group_of(asked.code),
        text=Text("Detalle de cada caso", "Details of each case"),
        type=QuestionType.GROUP,
        required=True,
        repeats=True,
        max_answers=MOST_DETAILS,
        when=(Condition(asked.code, Operator.EQUAL, YesNo.YES),),
        questions=tuple(_follow_ups(asked, sensitivity)),
        sensitivity=sensitivity,
    )


def _follow_ups(asked: BankQuestion, sensitivity: Sensitivity) -> Iterator[Question]:
    letters = asked.follow
    if asked.link is None and "L" not in letters:
        letters += "L"
    for letter in letters:
        for model in _MODELS[letter]:
            yield _named(model, asked.code, sensitivity)
    if asked.code in _FURTHER:
        code, text = _FURTHER[asked.code]
        further = Question(code=code, text=text, type=QuestionType.YES_NO, required=True)
        yield _named(further, asked.code, sensitivity)


def _named(model: Question, code: str, sensitivity: Sensitivity) -> Question:
    """Give the follow-up *model* of the question *code*."""
    is_narrative = model.role is Role.NARRATIVE
    return attrs.evolve(
        model,
        code=part_of(code, model.code),
        not_before=None if model.not_before is None else part_of(code, model.not_before),
        # A yes of which nothing else is asked says nothing without its words.
        required=model.required or (is_narrative and code == "OTH1"),
        sensitivity=Sensitivity.SENSITIVE if is_narrative else sensitivity,
    )


def _model(
    role: Role,
    kind: QuestionType,
    text: Text,
    *,
    required: bool = False,
    options: tuple[Option, ...] = (),
    least: Decimal | None = None,
    most: Decimal | MonthsBack | None = None,
    not_before: str | None = None,
) -> Question:
    return Question(
        code=role.value,
        text=text,
        type=kind,
        role=role,
        required=required,
        options=options,
        least=least,
        most=most,
        not_before=not_before,
    )


_MODELS = {
    "K": (
        _model(
            Role.KINSHIP,
            QuestionType.KINSHIP,
            Text("¿Qué es de usted esa persona?", "What is that person to you?"),
            required=True,
            options=RELATION_OPTIONS,
        ),
    ),
    "D": (
        _model(
            Role.STARTED,
            QuestionType.DATE,
            Text("¿Desde qué día?", "From which day?"),
            required=True,
            most=MonthsBack(0),
        ),
        _model(
            Role.ENDED,
            QuestionType.DATE,
            Text("¿Hasta qué día? (vacío: continúa)", "Until which day? (empty: it goes on)"),
            not_before=Role.STARTED.value,
        ),
    ),
    "V": (
        _model(
            Role.VALUE,
            QuestionType.MONEY,
            Text(
                "¿Cuántos pesos vale al mes? (vacío: sin valor en dinero)",
                "How many pesos a month is it worth? (empty: no value in money)",
            ),
        ),
    ),
    "O": (
        _model(
            Role.ORGANISATION,
            QuestionType.TEXT,
            Text("¿De qué organización o persona se trata?", "Which organisation or person is it?"),
            required=True,
        ),
    ),
    "%": (
        _model(
            Role.SHARE,
            QuestionType.DECIMAL,
            Text("¿Qué porcentaje tiene?", "What share is held, in percent?"),
            least=Decimal(0),
            most=Decimal(100),
        ),
    ),
    "L": (
        _model(
            Role.LINK,
            QuestionType.CHOICE,
            Text(
                "¿Qué relación tiene con la función del puesto?",
                "How does it meet the function of the post?",
            ),
            required=True,
            options=_LINKS,
        ),
    ),
    "U": (
        _model(
            Role.UNIT,
            QuestionType.TEXT,
            Text("¿En qué unidad u OOAD?", "In which unit or OOAD?"),
        ),
    ),
    "N": (
        _model(
            Role.NARRATIVE,
            QuestionType.TEXT,
            Text("Cuente el caso con sus palabras", "Tell the case in your own words"),
        ),
    ),
    "E": (
        _model(
            Role.EVIDENCE,
            QuestionType.TEXT,
            Text("¿Qué constancia hay?", "What evidence is there?"),
        ),
    ),
}

_FURTHER = {
    "GIF1": ("aceptado", Text("¿Lo aceptó?", "Did you accept it?")),
    "PER1": ("manifiesta", Text("¿La muestran hechos?", "Do facts show it?")),
    "PER2": (
        "manifiesta",
        Text(
            "¿Hay juicio pendiente, o lo muestran hechos?",
            "Is a lawsuit pending, or do facts show it?",
        ),
    ),
}
