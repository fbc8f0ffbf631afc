"""What a proof of a questionnaire finds, and how it is shown.

Resultado de la prueba de un cuestionario. Nothing here speaks of a person: the answers of a
witness are made up by the proof.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import attrs

from ..kernel.fields import CODE, DAY, Each, InstanceOf, OneOf, Optional, WholeNumber
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text, join
from ..kernel.values import Value
from .responses import Response

__all__ = ["CoreMember", "Defect", "DefectKind", "Proof", "Witness"]

_INDEX = Optional(WholeNumber(0, 99))
_CODES = Each(CODE)


class DefectKind(StrEnum):
    """What can be wrong with the meaning of a definition (tipo de defecto).

    Attributes:
        NEVER_SHOWN: A question or group that no answers enable.
        ALWAYS_TRUE: Conditions that hold whatever is answered, wherever the group is shown.
        CONDITION_NEVER_TRUE: One of several conditions, any of which is enough, never holds.
        CONDITION_ALWAYS_TRUE: One of several conditions, all of which must hold, always holds.
        OPTION_NOT_OFFERED: A condition compares a choice with an option that it does not offer.
        LEVEL_BEYOND_REACH: A level of the policy that no score of its interests reaches.
        FORWARD_REFERENCE: A condition reads a later question: a warning.
        UNDECIDED: The steps did not suffice to tell.
    """

    NEVER_SHOWN = "nunca_se_muestra"
    ALWAYS_TRUE = "siempre_se_cumple"
    CONDITION_NEVER_TRUE = "condicion_nunca_se_cumple"
    CONDITION_ALWAYS_TRUE = "condicion_siempre_se_cumple"
    OPTION_NOT_OFFERED = "opcion_no_ofrecida"
    LEVEL_BEYOND_REACH = "nivel_fuera_de_alcance"
    FORWARD_REFERENCE = "referencia_adelantada"
    UNDECIDED = "sin_decidir"


_SENTENCES = {
    DefectKind.NEVER_SHOWN: Text("'{subject}' nunca se muestra", "'{subject}' is never shown"),
    DefectKind.ALWAYS_TRUE: Text(
        "las condiciones de '{subject}' se cumplen siempre",
        "the conditions of '{subject}' always hold",
    ),
    DefectKind.CONDITION_NEVER_TRUE: Text(
        "la condición {n} de '{subject}' nunca se cumple",
        "condition {n} of '{subject}' never holds",
    ),
    DefectKind.CONDITION_ALWAYS_TRUE: Text(
        "la condición {n} de '{subject}' se cumple siempre",
        "condition {n} of '{subject}' always holds",
    ),
    DefectKind.OPTION_NOT_OFFERED: Text(
        "la condición {n} de '{subject}' compara con una opción que no se ofrece",
        "condition {n} of '{subject}' compares with an option that is not offered",
    ),
    DefectKind.LEVEL_BEYOND_REACH: Text(
        "ninguna respuesta alcanza el nivel '{subject}'", "no answers reach the level '{subject}'"
    ),
    DefectKind.FORWARD_REFERENCE: Text(
        "la condición {n} de '{subject}' depende de un reactivo posterior",
        "condition {n} of '{subject}' depends on a later question",
    ),
}
_UNDECIDED = Text("sin decidir en el límite de pasos: {what}", "undecided within the limit: {what}")


@attrs.frozen(kw_only=True, weakref_slot=False)
class CoreMember(Value):
    """One member of a core: a condition, or all conditions of a question that needs any.

    Attributes:
        question: Code of the question or group that has the conditions.
        condition: Index of the condition, from 0; ``None``: all of them together, where any
            of several is enough.
        text: The comparison, as it stands in the definition.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    question: str = attrs.field(validator=CODE)
    condition: int | None = attrs.field(validator=_INDEX)
    text: str = attrs.field(validator=InstanceOf(str))

    def __str__(self) -> str:
        return f"{self.question}: {self.text}"


@attrs.frozen(kw_only=True, weakref_slot=False)
class Witness(Value):
    """Made-up answers that show what a defect says, for `evaluate` to replay.

    Testigo.

    Attributes:
        response: The answers.
        on: The day of evaluation.
        shown: Code of the question or group that they enable.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    response: Response = attrs.field(validator=InstanceOf(Response))
    on: date = attrs.field(validator=DAY)
    shown: tuple[str, ...] = attrs.field(validator=_CODES)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Defect(Value):
    """One thing that is wrong with the meaning of a definition.

    Defecto.

    Attributes:
        kind: What is wrong.
        subject: Code of the question or group, or of the level.
        condition: Index of its condition, from 0, where the defect is of one.
        core: The conditions that exclude each other; kept alone they have the same effect,
            and without any one of them they have not. Empty: no condition is at fault, the
            answers that the questions take are.
        witness: Answers that show the defect; ``None``: there can be none.
        asked: What could not be decided; for `DefectKind.UNDECIDED` only.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    kind: DefectKind = attrs.field(validator=OneOf(DefectKind))
    subject: str = attrs.field(validator=CODE)
    condition: int | None = attrs.field(default=None, validator=_INDEX)
    core: tuple[CoreMember, ...] = attrs.field(default=(), validator=Each(InstanceOf(CoreMember)))
    witness: Witness | None = attrs.field(default=None, validator=Optional(InstanceOf(Witness)))
    asked: DefectKind | None = attrs.field(default=None, validator=Optional(OneOf(DefectKind)))

    @property
    def text(self) -> Text:
        """The defect as a sentence, in both languages; conditions are counted from 1."""
        number = "" if self.condition is None else self.condition + 1
        sentence = _SENTENCES[self.asked or self.kind].format(subject=self.subject, n=number)
        if self.asked is not None:
            return _UNDECIDED.format(what=sentence)
        core = Text("; ".join(map(str, self.core)))
        return join([sentence, core], ": ") if self.core else sentence


@attrs.frozen(kw_only=True, weakref_slot=False)
class Proof(Report, Value):
    """What is proved of the meaning of a definition.

    Prueba de un cuestionario. It is complete: what is not listed does not occur.

    Attributes:
        questionnaire, version: Code and version of the definition.
        defects: What is wrong, in the order of the document.
        warnings: What is allowed but deserves a look.
        undecided: What the steps did not suffice to tell, or to give its reason for; never
            silence.
        never_shown: Codes of the questions and groups that no answers enable: proved, even where
            the steps did not suffice for the reason.
        always_shown: Codes of those that have conditions, yet are enabled whatever is answered.
        steps: Steps that were taken.
        limit: Steps that could be taken.
        status, sources: Those of the questionnaire.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    questionnaire: str = attrs.field(validator=CODE)
    version: str = attrs.field(validator=CODE)
    defects: tuple[Defect, ...] = attrs.field(validator=Each(InstanceOf(Defect)))
    warnings: tuple[Defect, ...] = attrs.field(validator=Each(InstanceOf(Defect)))
    undecided: tuple[Defect, ...] = attrs.field(validator=Each(InstanceOf(Defect)))
    never_shown: tuple[str, ...] = attrs.field(validator=_CODES)
    always_shown: tuple[str, ...] = attrs.field(validator=_CODES)
    steps: int = attrs.field(validator=WholeNumber())
    limit: int = attrs.field(validator=WholeNumber(1))
    status: Status = attrs.field(validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(validator=Each(InstanceOf(Source)))

    @property
    def is_sound(self) -> bool:
        """Whether there is no defect and nothing undecided; warnings are allowed."""
        return not self.defects and not self.undecided

    def _table(self, language: Language) -> Table:
        title = _SOUND if self.is_sound else _UNSOUND
        found = (*self.defects, *self.undecided, *self.warnings)
        return Table(
            title=title.format(
                code=self.questionnaire,
                version=self.version,
                defects=len(self.defects),
                undecided=len(self.undecided),
            ).to(language),
            lines=tuple(defect.text.to(language) for defect in found),
            notes=(_STEPS.format(steps=self.steps, limit=self.limit).to(language),),
        )

    def _records(self) -> list[dict[str, object]]:
        return [
            {
                "kind": defect.kind.value,
                "subject": defect.subject,
                "condition": defect.condition,
                "core": "; ".join(map(str, defect.core)),
                "text": defect.text.es,
            }
            for defect in (*self.defects, *self.undecided, *self.warnings)
        ]


_SOUND = Text(
    "Cuestionario {code} {version}: sin defectos", "Questionnaire {code} {version}: no defect"
)
_UNSOUND = Text(
    "Cuestionario {code} {version}: {defects} defectos, {undecided} sin decidir",
    "Questionnaire {code} {version}: {defects} defects, {undecided} undecided",
)
_STEPS = Text("Pasos: {steps} de {limit}", "Steps: {steps} of {limit}")
