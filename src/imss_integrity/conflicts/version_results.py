"""What differs between two versions of a questionnaire, and how much it matters.

Cambios de versión.
"""

from __future__ import annotations

from enum import StrEnum

import attrs

from ..kernel.fields import CODE, Each, InstanceOf, OneOf, Optional
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value

__all__ = ["ChangeKind", "VersionChange", "VersionDifference"]


class ChangeKind(StrEnum):
    """How much a change matters to answers that stand (clase de cambio), from least to most.

    Attributes:
        IDENTICAL: Nothing but the name of the version differs.
        WORDING: Only what people read, what is cited, the order of questions, or the period.
        COMPATIBLE: Every old answer still stands and means the same; more may be answered.
        BREAKING: An old answer may no longer stand, or count otherwise.
    """

    IDENTICAL = "identica"
    WORDING = "redaccion"
    COMPATIBLE = "compatible"
    BREAKING = "incompatible"

    @property
    def rank(self) -> int:
        """Its place, 0 (identical) to 3 (breaking)."""
        return _ORDER[self]

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _LABELS[self]


_ORDER = {kind: rank for rank, kind in enumerate(ChangeKind)}
_LABELS = {
    ChangeKind.IDENTICAL: Text("idéntica", "identical"),
    ChangeKind.WORDING: Text("sólo de redacción", "wording only"),
    ChangeKind.COMPATIBLE: Text("compatible", "compatible"),
    ChangeKind.BREAKING: Text("incompatible", "breaking"),
}


@attrs.frozen(kw_only=True, weakref_slot=False)
class VersionDifference(Value):
    """One thing that differs.

    Attributes:
        question: Code of the question; ``None``: the questionnaire as a whole.
        aspect: What differs: a field such as ``required``, or ``added``, ``removed``,
            ``group`` (it lies in another one), ``order``.
        kind: How much it matters.
    """

    question: str | None = attrs.field(validator=Optional(CODE))
    aspect: str = attrs.field(validator=CODE)
    kind: ChangeKind = attrs.field(validator=OneOf(ChangeKind))


@attrs.frozen(kw_only=True, weakref_slot=False)
class VersionChange(Report, Value):
    """What differs between two versions of a questionnaire.

    Cambio de versión.

    Attributes:
        code: Code of the questionnaire.
        old, new: The versions.
        differences: What differs: the whole first, then the questions of the old version in
            their order, then those that were added.
        status: ``OWN``: the classes are a proposal of this library.
        sources: None.
    """

    code: str = attrs.field(validator=CODE)
    old: str = attrs.field(validator=CODE)
    new: str = attrs.field(validator=CODE)
    differences: tuple[VersionDifference, ...] = attrs.field(
        validator=Each(InstanceOf(VersionDifference))
    )
    status: Status = attrs.field(default=Status.OWN, validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(default=(), validator=Each(InstanceOf(Source)))

    @property
    def kind(self) -> ChangeKind:
        """The kind of the whole: the worst of its differences."""
        kinds = (one.kind for one in self.differences)
        return max(kinds, key=lambda kind: kind.rank, default=ChangeKind.IDENTICAL)

    def _table(self, language: Language) -> Table:
        title = Text("{code}, de {old} a {new}: {kind}", "{code}, from {old} to {new}: {kind}")
        whole = title.format(code=self.code, old=self.old, new=self.new, kind=self.kind.label)
        return Table(
            title=whole.to(language),
            header=_HEADER[language],
            rows=tuple(
                (one.question or "", one.aspect, one.kind.label.to(language))
                for one in self.differences
            ),
        )

    def _records(self) -> list[dict[str, object]]:
        return [
            {"question": one.question, "aspect": one.aspect, "kind": one.kind.value}
            for one in self.differences
        ]


_HEADER = {
    Language.ES: ("reactivo", "aspecto", "clase"),
    Language.EN: ("question", "aspect", "kind"),
}
