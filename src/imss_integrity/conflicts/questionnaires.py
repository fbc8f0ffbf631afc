"""A questionnaire: its identity, its questions, and the policy by which it is screened.

Cuestionario. A definition is sound or it does not exist: the constructor refuses every fault
of structure at once; what its conditions mean together is proved by `prove`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property

import attrs

from ..kernel.arguments import members_of, repeated_codes
from ..kernel.canonical import digest
from ..kernel.days import Period
from ..kernel.errors import (
    Fault,
    InconsistentError,
    MissingDataError,
    NotInForceError,
    UnknownCodeError,
    raise_any,
    shown,
)
from ..kernel.fields import CODE, DAY, LABEL, Each, InstanceOf, OneOf, Optional
from ..kernel.plain import plain
from ..kernel.provenance import Source, Status
from ..kernel.text import Text
from ..kernel.values import Value
from .answer_checks import late_faults
from .enabling import Plan
from .lateness import Lateness
from .layout import Layout
from .measuring import InterestReader, readers_of
from .policies import ScreeningPolicy
from .policy_structure import policy_faults
from .questionnaire_rows import sections_of
from .questions import Option, Question, Section
from .structure import structure_faults
from .triggering import TriggerReader, triggers_of

__all__ = ["Questionnaire"]


@attrs.frozen(kw_only=True, weakref_slot=False)
class Questionnaire(Value):
    """A questionnaire.

    Cuestionario.

    Attributes:
        code: Code, the same through all versions.
        title: What a person reads above it.
        version: Version of this definition; with code and digest, its identity.
        period: The days on which it may be answered; ``None``: any day.
        sections: Its parts, at least one question in all.
        policy: How it is screened; ``None``: it is not.
        status: How far it can be trusted; ``OWN`` unless an institution made it official.
        sources: What it rests on.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: If the structure is not sound, with every fault: nothing to ask,
            repeated codes or options, a choice without options, bounds or roles that do not
            fit, a condition on what is unknown, itself, its own part or of another type, two
            conditions without ``all`` or ``any``, a cycle, a policy that names what is not there.

    Source:
        Own; semantics after HL7 FHIR R5.

    >>> from imss_integrity.conflicts import QuestionType
    >>> ask = Question(code="Q1", text=Text("¿Sí o no?", "Yes or no?"), type=QuestionType.YES_NO)
    >>> own = Questionnaire(code="mio", version="1", title=Text("Mío", "Mine"),
    ...     sections=(Section(code="A", title=Text("A"), questions=(ask,)),))
    >>> own.digest[:7], [question.code for question in own.questions]
    ('sha256:', ['Q1'])
    >>> attrs.evolve(own, sections=())
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'questions' must hold a question
    """

    code: str = attrs.field(validator=CODE)
    title: Text = attrs.field(validator=LABEL)
    version: str = attrs.field(validator=CODE)
    period: Period | None = attrs.field(default=None, validator=Optional(InstanceOf(Period)))
    sections: tuple[Section, ...] = attrs.field(validator=Each(InstanceOf(Section), most=1000))
    policy: ScreeningPolicy | None = attrs.field(
        default=None, validator=Optional(InstanceOf(ScreeningPolicy))
    )
    status: Status = attrs.field(default=Status.OWN, validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(default=(), validator=Each(InstanceOf(Source)))

    def __attrs_post_init__(self) -> None:
        raise_any(self._faults(), InconsistentError)

    def _faults(self) -> Iterator[Fault]:
        tops = tuple(self._tops())
        yield from repeated_codes("sections", (section.code for section in self.sections))
        yield from structure_faults(tops)
        if self.policy is not None:
            yield from policy_faults(self.policy, tops)

    def _tops(self) -> Iterator[Question]:
        for section in self.sections:
            yield from section.questions

    @classmethod
    def from_records(
        cls,
        rows: Iterable[Mapping[str, object]],
        *,
        code: str,
        version: str,
        title: Text,
        columns: Mapping[str, str] | None = None,
        relations: Iterable[Option] = (),
        policy: ScreeningPolicy | None = None,
        period: Period | None = None,
    ) -> Questionnaire:
        """Read a questionnaire from the rows of a table.

        Cuestionario desde filas. One row for each question, in order. Columns: ``section,
        question, type, text_es``; and where they are needed ``text_en, group, required,
        repeats, options, when, match, least, most, not_before, role, sensitivity``. Options are
        written ``a=Sí|b=No``, a weight behind a colon (``a=Sí:2``); conditions are joined by a
        semicolon: ``FAM1 = si; FAM2 exists true``. A row with a group stands in it.

        Args:
            rows: Mappings from header to cell, as ``frame.to_dict("records")`` gives them.
            code: As of the class.
            version: As of the class.
            title: As of the class.
            policy: As of the class.
            period: As of the class.
            columns: Field -> header, for headers that differ from the field names.
            relations: The options of questions of the type kinship, such as those of the
                national catalogue.

        Raises:
            InvalidValueError: If a cell cannot be read; every bad row is named.
            InconsistentError: If the questions do not fit together.
        """
        sections = sections_of(
            rows, columns=columns, relations=members_of("relations", relations, Option)
        )
        return cls(
            code=code, version=version, title=title, sections=sections, policy=policy, period=period
        )

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions and groups, in the order of the document."""
        return tuple(below for question in self._tops() for below in question.walk())

    def question(self, code: object) -> Question:
        """Give the question with that *code*.

        Raises:
            UnknownCodeError: If there is none.
        """
        place = self.layout.places.get(code) if isinstance(code, str) else None
        if place is None:
            sentence = Text("reactivo desconocido: {code}", "unknown question: {code}")
            raise UnknownCodeError(Fault("code", "unknown", sentence.format(code=shown(code))))
        return place.question

    @cached_property
    def layout(self) -> Layout:
        """Where each question stands in a tuple of answers."""
        return Layout.of(self._tops())

    @cached_property
    def plan(self) -> Plan:
        """The conditions, compiled once."""
        return Plan.of(self.layout)

    @cached_property
    def screening_plan(
        self,
    ) -> tuple[
        ScreeningPolicy, tuple[InterestReader, ...], Mapping[str, tuple[TriggerReader, ...]]
    ]:
        """The policy with its rules and triggers, compiled once.

        Raises:
            MissingDataError: If there is no policy.
        """
        if self.policy is None:
            text = Text(
                "'questionnaire' debe tener una política", "'questionnaire' must have a policy"
            )
            raise MissingDataError(Fault("questionnaire.policy", "missing", text))
        readers = readers_of(self.policy, self.layout)
        return self.policy, readers, triggers_of(self.policy, readers, self.layout)

    @cached_property
    def digest(self) -> str:
        """The digest of the whole definition, policy included."""
        return digest(plain(self, path="questionnaire"))

    @property
    def identity(self) -> tuple[str, str, str]:
        """Code, version and digest: what tells one definition from another."""
        return (self.code, self.version, self.digest)

    @cached_property
    def lateness(self) -> Lateness:
        """The bounds that depend on the day of evaluation, compiled once."""
        return Lateness.of(self.layout)

    def check_day(self, on: date, values: tuple[object, ...]) -> None:
        """Refuse a day *on* which the definition, or *values* for it, may not be evaluated.

        Raises:
            NotInForceError: If *on* lies outside the period.
            InvalidValueError: If a day breaks a bound that depends on *on*; none is shown.
        """
        self.check_in_period(on)
        if not self.lateness.is_kept(values, on=on):
            raise_any(late_faults(self.layout, values, on=on))

    def check_in_period(self, on: date) -> None:
        """Refuse a day *on* which the definition may not be answered.

        Raises:
            NotInForceError: If *on* lies outside the period.
        """
        DAY.check("on", on)
        if self.period is not None and on not in self.period:
            sentence = Text(
                "'on' debe estar en el periodo del cuestionario {code} {version}: {period}",
                "'on' must lie in the period of questionnaire {code} {version}: {period}",
            )
            text = sentence.format(code=self.code, version=self.version, period=self.period)
            raise NotInForceError(Fault("on", "in_force", text))
