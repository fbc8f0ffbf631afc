"""What became of the interests of one person between two responses, without any answer.

Comparación de dos respuestas. Questions, instances and fields are named; no value is kept.
"""

from __future__ import annotations

from enum import StrEnum

import attrs

from ..kernel.fields import CODE, Each, InstanceOf, OneOf, Optional, WholeNumber
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value

__all__ = ["Comparison", "InterestChange", "InterestFate"]

_ROW = Optional(WholeNumber())


class InterestFate(StrEnum):
    """What became of an interest (cambio).

    Attributes:
        NEW: Declared now, and not before.
        ENDED: It has an end day that has passed, stated now or announced before.
        CHANGED: Declared in both, and some field differs.
        UNCHANGED: Declared in both, alike in every field.
        VANISHED: Declared before without an end, and silently gone: not declared now, nor
            ended. A plain *no* does not say that it ended, so it is to be asked about.
        OPEN: One of the two does not say enough to tell: not answered, or not detailed.
    """

    NEW = "nuevo"
    ENDED = "terminado"
    CHANGED = "modificado"
    UNCHANGED = "sin_cambio"
    VANISHED = "desaparecido"
    OPEN = "pendiente"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _LABELS[self]


_LABELS = {
    InterestFate.NEW: Text("nuevo", "new"),
    InterestFate.ENDED: Text("terminado", "ended"),
    InterestFate.CHANGED: Text("modificado", "changed"),
    InterestFate.UNCHANGED: Text("sin cambio", "unchanged"),
    InterestFate.VANISHED: Text("desapareció sin explicación", "silently vanished"),
    InterestFate.OPEN: Text("pendiente", "open"),
}


@attrs.frozen(kw_only=True, weakref_slot=False)
class InterestChange(Value):
    """What became of one interest.

    Attributes:
        question: Code of the question that declares it.
        fate: What became of it.
        before, after: Its instance in each response, from 0; ``None``: it has none there.
        fields: Codes of the follow-ups whose answers differ, in the order of the document.
    """

    question: str = attrs.field(validator=CODE)
    fate: InterestFate = attrs.field(validator=OneOf(InterestFate))
    before: int | None = attrs.field(default=None, validator=_ROW)
    after: int | None = attrs.field(default=None, validator=_ROW)
    fields: tuple[str, ...] = attrs.field(default=(), validator=Each(CODE))


@attrs.frozen(kw_only=True, weakref_slot=False)
class Comparison(Report, Value):
    """What became of the interests of one person between two responses.

    Comparación.

    Attributes:
        interests: One for each interest of either, in the order of the policy.
        attested: Whether the person stated that nothing changed.
        identical: Whether all answers that count are the same in both.
        status: The weakest status of questionnaire, policy and method, which is own.
        sources: Those of questionnaire and policy.
    """

    interests: tuple[InterestChange, ...] = attrs.field(validator=Each(InstanceOf(InterestChange)))
    attested: bool = attrs.field(validator=InstanceOf(bool))
    identical: bool = attrs.field(validator=InstanceOf(bool))
    status: Status = attrs.field(validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(validator=Each(InstanceOf(Source)))

    @property
    def confirmed(self) -> bool:
        """Whether the person stated that nothing changed, and nothing did."""
        return self.attested and self.identical

    @property
    def copied(self) -> bool:
        """Whether the answers are the same, and nobody stated that nothing changed."""
        return self.identical and not self.attested

    @property
    def contradicted(self) -> bool:
        """Whether the person stated that nothing changed, and something did."""
        return self.attested and not self.identical

    def of(self, fate: InterestFate) -> tuple[InterestChange, ...]:
        """Give the interests of that *fate*.

        Raises:
            InvalidValueError: If it is none.
        """
        OneOf(InterestFate).check("fate", fate)
        return tuple(one for one in self.interests if one.fate is fate)

    def _table(self, language: Language) -> Table:
        kinds = {
            (True, True): Text("sin cambios, atestiguado", "no change, attested"),
            (True, False): Text("atestigua no tener cambios y los hay", "attested, yet changed"),
            (False, True): Text("copiada: iguales, sin atestiguar", "copied: alike, not attested"),
            (False, False): Text("con cambios", "changed"),
        }
        title = Text("Comparación de dos respuestas: {kind}", "Comparison of two responses: {kind}")
        kind = kinds[self.attested, self.identical]
        return Table(
            title=title.format(kind=kind).to(language),
            header=_HEADER[language],
            rows=tuple(
                (
                    one.question,
                    _shown(one.before),
                    _shown(one.after),
                    one.fate.label.to(language),
                    ", ".join(one.fields),
                )
                for one in self.interests
            ),
        )

    def _records(self) -> list[dict[str, object]]:
        return [
            {
                "question": one.question,
                "before": one.before,
                "after": one.after,
                "fate": one.fate.value,
                "fields": ", ".join(one.fields),
            }
            for one in self.interests
        ]


_HEADER = {
    Language.ES: ("reactivo", "antes", "después", "cambio", "campos"),
    Language.EN: ("question", "before", "after", "change", "fields"),
}


def _shown(row: int | None) -> str:
    return "" if row is None else str(row)
