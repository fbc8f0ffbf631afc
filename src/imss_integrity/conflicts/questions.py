"""Questions, groups of questions, and the options they offer.

Reactivos. A question checks its own fields; how questions fit together is checked by the
`Questionnaire`, all faults at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

import attrs

from ..kernel.errors import Fault, InvalidValueError, must
from ..kernel.fields import CODE, LABEL, Each, ExactNumber, InstanceOf, OneOf, Optional, WholeNumber
from ..kernel.provenance import Rule, Status
from ..kernel.text import Text
from ..kernel.values import Value
from .answers import QuestionType, value_problem
from .conditions import Condition, Match, MonthsBack
from .kinship import Kinship
from .scales import Proximity

__all__ = ["Bound", "Option", "Question", "Role", "Section", "Sensitivity"]

Bound = int | Decimal | date | MonthsBack
"""The least or the most that an answer may be; `MonthsBack(0)` is the day of evaluation."""

MAX_ANSWERS = 1000
MAX_LEVELS = 16


class Sensitivity(StrEnum):
    """How far an answer must be kept back (sensibilidad), from least to most.

    Attributes:
        PUBLIC: May be published (LGRA 29).
        PERSONAL: A personal datum; kept back from every message and aggregate.
        SENSITIVE: Sensitive personal datum (LGPDPPSO 3): health, beliefs, political opinion ...
    """

    PUBLIC = "publica"
    PERSONAL = "personal"
    SENSITIVE = "sensible"


class Role(StrEnum):
    """What an answer says of the interest that its group details (papel).

    Attributes:
        KINSHIP: Who is kin: its option carries the kinship.
        STARTED, ENDED: First and last day; an interest without last day is current.
        VALUE: Pesos a month.
        LINK: How it meets the function; the codes of its options are those of `Link`.
        ORGANISATION, SHARE, UNIT, NARRATIVE, EVIDENCE: What tells it from another interest.
    """

    KINSHIP = "parentesco"
    STARTED = "inicio"
    ENDED = "fin"
    VALUE = "valor"
    LINK = "vinculo"
    ORGANISATION = "organizacion"
    SHARE = "porcentaje"
    UNIT = "unidad"
    NARRATIVE = "relato"
    EVIDENCE = "evidencia"


@attrs.frozen(kw_only=True, weakref_slot=False)
class Option(Value):
    """One option of a choice.

    Opción.

    Attributes:
        code: Code, unique among the options of the question; it is the answer.
        name: What a person reads.
        weight: What it adds to a weighted score, exact; ``None``: it has none, which is not 0.
        kinship: What a relation means in law; for questions of the type kinship.
        proximity: How close the relation is, where its kinship does not tell (a partner, a
            friend); ``None``: as its kinship tells.
        exclusive: Whether it cannot be combined with another option ("none of these").

    Raises:
        InvalidValueError: If a field breaks its rule.

    >>> Option(code="HER", name=Text("hermana o hermano", "sibling")).weight is None
    True
    >>> Option(code="", name=Text("vacía", "empty"))
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'code' must be a code of 1 to 64 ASCII lette...
    """

    code: str = attrs.field(validator=CODE)
    name: Text = attrs.field(validator=LABEL)
    weight: Fraction | None = attrs.field(default=None, validator=Optional(ExactNumber()))
    kinship: Kinship | None = attrs.field(default=None, validator=Optional(InstanceOf(Kinship)))
    proximity: Proximity | None = attrs.field(default=None, validator=Optional(OneOf(Proximity)))
    exclusive: bool = attrs.field(default=False, validator=InstanceOf(bool))


def _check_bound(_: object, attribute: attrs.Attribute[Bound | None], value: object) -> None:
    is_bound = type(value) in {int, Decimal, date, MonthsBack}
    is_exact = type(value) is not Decimal or value_problem(QuestionType.DECIMAL, value) is None
    if value is not None and not (is_bound and is_exact):
        rule = Text("ser un número, un día o MonthsBack", "be a number, a day or MonthsBack")
        raise InvalidValueError(must(attribute.name, "type", rule, value))


@attrs.frozen(kw_only=True, weakref_slot=False)
class Question(Value):
    """A question, or a group of questions.

    Reactivo, o grupo de reactivos.

    Attributes:
        code: Code, unique in the questionnaire.
        text: What a person reads, in both languages.
        type: What it asks for.
        required: Whether it must be answered where it is enabled; a required group needs an
            answer within, a required group that repeats at least one instance.
        repeats: Whether several answers, or several instances of a group, are allowed.
        max_answers: How many at most, where it repeats; 1 to 1000.
        options: What a choice offers; for choices and kinship only.
        least, most: Bounds of a number or a day, both included; ``None``: none.
        not_before: Code of a question that asks for a day which this day must not precede.
        when: Conditions that enable it; none: it is enabled wherever its group is.
        match: Whether all or any of them must hold; for two or more, and never assumed.
        questions: The questions of a group, in order.
        role: What the answer says of the interest that its group details; ``None``: nothing.
        sensitivity: How far the answer must be kept back.
        rule: What the question rests on; ``None``: nothing is cited.
        status: How far its wording can be trusted.

    Raises:
        InvalidValueError: If a field breaks its rule, or groups lie deeper than 16 levels.

    Source:
        Own; semantics after HL7 FHIR R5.

    >>> Question(code="FAM1", text=Text("¿Familia?", "Family?"), type=QuestionType.YES_NO).required
    False
    >>> Question(code="FAM1", text=Text("¿Familia?", "Family?"), type="si_no")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'type' must be QuestionType('si_no'), ...
    """

    code: str = attrs.field(validator=CODE)
    text: Text = attrs.field(validator=LABEL)
    type: QuestionType = attrs.field(validator=OneOf(QuestionType))
    required: bool = attrs.field(default=False, validator=InstanceOf(bool))
    repeats: bool = attrs.field(default=False, validator=InstanceOf(bool))
    max_answers: int = attrs.field(default=MAX_ANSWERS, validator=WholeNumber(1, MAX_ANSWERS))
    options: tuple[Option, ...] = attrs.field(
        default=(), validator=Each(InstanceOf(Option), most=1000)
    )
    least: Bound | None = attrs.field(default=None, validator=_check_bound)
    most: Bound | None = attrs.field(default=None, validator=_check_bound)
    not_before: str | None = attrs.field(default=None, validator=Optional(CODE))
    when: tuple[Condition, ...] = attrs.field(
        default=(), validator=Each(InstanceOf(Condition), most=100)
    )
    match: Match | None = attrs.field(default=None, validator=Optional(OneOf(Match)))
    questions: tuple[Question, ...] = attrs.field(default=())
    role: Role | None = attrs.field(default=None, validator=Optional(OneOf(Role)))
    sensitivity: Sensitivity = attrs.field(
        default=Sensitivity.PERSONAL, validator=OneOf(Sensitivity)
    )
    rule: Rule | None = attrs.field(default=None, validator=Optional(InstanceOf(Rule)))
    status: Status = attrs.field(default=Status.OWN, validator=OneOf(Status))

    def __attrs_post_init__(self) -> None:
        _QUESTIONS.check("questions", self.questions)
        if _levels(self) > MAX_LEVELS:
            text = Text(
                "'questions' debe tener a lo más 16 niveles",
                "'questions' must be at most 16 levels deep",
            )
            raise InvalidValueError(Fault("questions", "depth", text))

    @property
    def is_group(self) -> bool:
        """Whether it is a group, which has no answer of its own."""
        return self.type is QuestionType.GROUP

    def option(self, code: object) -> Option | None:
        """Give the option with that *code*; ``None`` if it offers none."""
        return next((option for option in self.options if option.code == code), None)

    def walk(self) -> Iterator[Question]:
        """Go through this question and all below it, in the order of the document."""
        yield self
        for question in self.questions:
            yield from question.walk()


_QUESTIONS = Each(InstanceOf(Question), most=1000)


def _levels(question: Question) -> int:
    # Each question has checked its own depth before it could be put into another.
    return 1 + max((_levels(below) for below in question.questions), default=0)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Section(Value):
    """A titled part of a questionnaire; it has neither conditions nor answers.

    Sección.

    Attributes:
        code: Code, unique among the sections.
        title: What a person reads.
        questions: Its questions, at least one, in order.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    code: str = attrs.field(validator=CODE)
    title: Text = attrs.field(validator=LABEL)
    questions: tuple[Question, ...] = attrs.field(validator=Each(InstanceOf(Question), most=1000))
