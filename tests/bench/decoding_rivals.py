"""The same documents read by pydantic and by msgspec, with the same rules.

What they check: exact types, unknown keys, every option, bound and grammar, the identity of the
definition, texts by the library's own rule, and what a record must keep as a whole. Neither
refuses a repeated key, as the library does.
"""

from __future__ import annotations

import functools
import json
import operator
import warnings
from collections.abc import Callable, Sequence
from datetime import date
from graphlib import TopologicalSorter
from typing import Annotated, Any, Literal

import msgspec
import pydantic
from pydantic import AfterValidator, Field, StringConstraints, create_model

from imss_integrity.conflicts import Question, Questionnaire, QuestionType
from imss_integrity.kernel.characters import problem_of

FIRST, LAST = date(1900, 1, 1), date(2200, 12, 31)
WHOLE = 2**53 - 1
STRICT = pydantic.ConfigDict(strict=True, extra="forbid", frozen=True)

Loads = Callable[[bytes], Any]


def refuse_if(problem: object) -> None:
    """Raise what both rivals turn into an error of theirs."""
    if problem:
        message = "refused"
        raise ValueError(message)


def sound_text(text: str) -> str:
    """Refuse an answer that the library refuses."""
    refuse_if(not text.strip() or problem_of(text, 4000, line_breaks=True, outer_space=True))
    return text


def sound_label(text: str) -> str:
    """Refuse a label that the library refuses."""
    refuse_if(problem_of(text, 500))
    return text


def sound_name(text: str) -> str:
    """Refuse a name that the library refuses."""
    refuse_if(problem_of(text, 200))
    return text


Day = Annotated[date, Field(ge=FIRST, le=LAST)]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]([A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$")]
Label = Annotated[str, AfterValidator(sound_label)]
Name = Annotated[str, AfterValidator(sound_name)]


def _document(schema: str, data: Any) -> Loads:
    fields: dict[str, Any] = {
        "schema": (Literal[f"imss-integrity/{schema}"], ...),
        "version": (Literal[1], ...),
        "data": (data, ...),
    }
    with warnings.catch_warnings(action="ignore"):  # `schema` is a method of old
        model: Any = create_model("Document", __config__=STRICT, **fields)
    loads: Loads = model.model_validate_json
    return loads


def _reference(definition: Any) -> Any:
    names = ("code", "version", "digest")
    fields: dict[str, Any] = {n: (Literal[getattr(definition, n)], ...) for n in names}
    return create_model("Reference", __config__=STRICT, **fields)


def _answer(question: Question) -> Any:
    match question.type:
        case QuestionType.YES_NO:
            return Literal["si", "no"]
        case QuestionType.CHOICE:
            return Literal[tuple(option.code for option in question.options)]
        case QuestionType.INTEGER:
            return Annotated[int, Field(ge=question.least, le=question.most)]
        case QuestionType.DATE:
            return Day
        case _:
            return Annotated[str, Field(max_length=4000), AfterValidator(sound_text)]


def pydantic_responses(questionnaire: Questionnaire) -> Loads:
    """Read responses: one field for each question."""
    answers: dict[str, Any] = {q.code: (_answer(q) | None, None) for q in questionnaire.questions}
    data: dict[str, Any] = {
        "questionnaire": (_reference(questionnaire), ...),
        "answers": (create_model("Answers", __config__=STRICT, **answers), ...),
    }
    return _document("response", create_model("Data", __config__=STRICT, **data))


def msgspec_responses(questionnaire: Questionnaire) -> Loads:
    """Read responses: one field for each question; days and texts are checked behind."""
    days = [q.code for q in questionnaire.questions if q.type is QuestionType.DATE]
    texts = [q.code for q in questionnaire.questions if q.type is QuestionType.TEXT]

    def check(self: Any) -> None:
        for code in days:
            day = getattr(self, code)
            refuse_if(day is not None and not FIRST <= day <= LAST)
        for code in texts:
            if (text := getattr(self, code)) is not None:
                sound_text(text)

    def kind(question: Question) -> Any:
        match question.type:
            case QuestionType.INTEGER:
                bounds: dict[str, Any] = {"ge": question.least, "le": question.most}
                return Annotated[int, msgspec.Meta(**bounds)]
            case QuestionType.DATE:
                return date
            case QuestionType.TEXT:
                return Annotated[str, msgspec.Meta(max_length=4000)]
            case _:
                return _answer(question)

    strict: dict[str, Any] = {"forbid_unknown_fields": True, "frozen": True, "kw_only": True}
    names = ("code", "version", "digest")
    reference = msgspec.defstruct(
        "Reference", [(n, Literal[getattr(questionnaire, n)]) for n in names], **strict
    )
    fields = [(q.code, kind(q) | None, None) for q in questionnaire.questions]
    answers = msgspec.defstruct("Answers", fields, namespace={"__post_init__": check}, **strict)
    data = msgspec.defstruct("Data", [("questionnaire", reference), ("answers", answers)], **strict)
    document = msgspec.defstruct(
        "Document",
        [("schema", Literal["imss-integrity/response"]), ("version", Literal[1]), ("data", data)],
        **strict,
    )
    return msgspec.json.Decoder(document).decode


TAGS = {
    QuestionType.YES_NO: "si_no",
    QuestionType.CHOICE: "opcion",
    QuestionType.DATE: "fecha",
    QuestionType.INTEGER: "entero",
    QuestionType.TEXT: "texto",
}


def tagged(questionnaire: Questionnaire, body: bytes) -> bytes:
    """Write the same answers as objects that name their question and their kind."""
    document = json.loads(body)
    kinds = {q.code: TAGS[q.type] for q in questionnaire.questions}
    document["data"]["answers"] = [
        {"question": code, "kind": kinds[code], "value": value}
        for code, value in document["data"]["answers"].items()
    ]
    return json.dumps(document).encode()


def pydantic_tagged(questionnaire: Questionnaire) -> Loads:
    """Read responses as they are modelled where a questionnaire is data: a list of answers."""
    one_of_each = {TAGS[q.type]: q for q in questionnaire.questions}
    kinds = {q.code: TAGS[q.type] for q in questionnaire.questions}
    answers: list[Any] = []
    for tag, question in one_of_each.items():
        fields: dict[str, Any] = {
            "question": (Code, ...),
            "kind": (Literal[tag], ...),
            "value": (_answer(question), ...),
        }
        answers.append(create_model("Answer", __config__=STRICT, **fields))

    def known(given: list[Any]) -> list[Any]:
        refuse_if(len({one.question for one in given}) < len(given))
        refuse_if(any(kinds.get(one.question) != one.kind for one in given))
        return given

    union: Any = functools.reduce(operator.or_, answers)
    listed: Any = list[Annotated[union, Field(discriminator="kind")]]
    data: dict[str, Any] = {
        "questionnaire": (_reference(questionnaire), ...),
        "answers": (Annotated[listed, AfterValidator(known)], ...),
    }
    return _document("response", create_model("Data", __config__=STRICT, **data))


class Model(pydantic.BaseModel):
    """What every model of the rival has."""

    model_config = STRICT


class Words(Model):
    """A text in both languages."""

    es: Label
    en: Label | None = None


class Period(Model):
    """First and last day."""

    start: Day
    end: Day

    @pydantic.model_validator(mode="after")
    def _check(self) -> Period:
        refuse_if(self.end < self.start)
        return self


def pydantic_assessments(framework: Any) -> Loads:
    """Read assessments: a map of ratings, whose keys are checked against the framework."""
    codes = frozenset(sub.code for sub in framework.subcriteria)

    def known(ratings: dict[str, int]) -> dict[str, int]:
        refuse_if(not ratings.keys() <= codes)
        return ratings

    percent = Annotated[int, Field(ge=0, le=100, multiple_of=framework.scale.step)]
    fields: dict[str, Any] = {
        "unit": (Code, ...),
        "period": (Period, ...),
        "evaluator": (Code, ...),
        "framework": (_reference(framework), ...),
        "ratings": (Annotated[dict[str, percent | None], AfterValidator(known)], ...),
    }
    return _document("assessment", create_model("Data", __config__=STRICT, **fields))


class Action(Model):
    """An action of a plan."""

    code: Code
    what: Words
    owner: Code
    due: Day
    progress: Annotated[int, Field(ge=0, le=100)] = 0
    evidence: tuple[Name, ...] = Field(default=(), max_length=100_000)
    after: tuple[Code, ...] = Field(default=(), max_length=100_000)
    days: Annotated[int, Field(ge=1, le=1000)]

    @pydantic.model_validator(mode="after")
    def _check(self) -> Action:
        refuse_if(len(set(self.after)) < len(self.after))
        return self


class Measurement(Model):
    """A share of one period, by its counts."""

    period: Period
    value: None = None
    numerator: Annotated[int, Field(ge=0, le=WHOLE)]
    denominator: Annotated[int, Field(ge=1, le=WHOLE)]


class Plan(Model):
    """A plan of actions."""

    aim: Words
    indicator: None = None
    side_effects: tuple[None, ...] = Field(default=(), max_length=200)
    actions: tuple[Action, ...] = Field(default=(), max_length=200)

    @pydantic.model_validator(mode="after")
    def _check(self) -> Plan:
        codes = [action.code for action in self.actions]
        refuse_if(len({code.lower() for code in codes}) < len(codes))
        awaited = {action.code: action.after for action in self.actions}
        refuse_if(any(code not in awaited for after in awaited.values() for code in after))
        refuse_if(any(action.progress for action in self.actions))
        TopologicalSorter(awaited).prepare()
        return self


class Measured(Model):
    """An indicator was measured."""

    on: Day
    by: Code
    indicator: Code
    measurements: tuple[Measurement, ...] = Field(min_length=1, max_length=10_000)


def pydantic_plans() -> Sequence[Loads]:
    """Read a plan of actions, and the measurements of its indicator."""
    return _document("plan", Plan), _document("measured", Measured)
