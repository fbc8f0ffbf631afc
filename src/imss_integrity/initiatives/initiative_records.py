"""Initiatives of integrity: what is done, under which axis, for whom and when.

Iniciativas. What a source does not state is ``None`` or empty, never invented: the names of
the «5 Acciones», for one, are not known. How far an initiative reached is in `reaches`.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

import attrs

from ..kernel.arguments import repeated_codes
from ..kernel.days import Period
from ..kernel.errors import Fault, InconsistentError, raise_any
from ..kernel.fields import CODE, LABEL, Each, InstanceOf, OneOf, Optional
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text, join
from ..kernel.values import Value
from .axes import Axis
from .principles import Principle

__all__ = ["ActionKind", "Initiative", "InitiativeAction", "LearningModule"]


class ActionKind(StrEnum):
    """What kind of thing an action is (tipo de acción).

    Attributes:
        NORMATIVE: A change of a normative document of the Institute.
        COURSE: A course, such as Identidad IMSS.
        OUTREACH: Contents that are spread, and campaigns.
        OTHER: Anything else.
    """

    NORMATIVE = "cambio_normativo"
    COURSE = "curso"
    OUTREACH = "difusion"
    OTHER = "otra"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _KINDS[self]


_KINDS = {
    ActionKind.NORMATIVE: Text("cambio normativo", "change of a normative document"),
    ActionKind.COURSE: Text("curso", "course"),
    ActionKind.OUTREACH: Text("difusión", "outreach"),
    ActionKind.OTHER: Text("otra", "other"),
}


@attrs.frozen(kw_only=True, weakref_slot=False)
class InitiativeAction(Value):
    """One action of an initiative.

    Acción de una iniciativa.

    Attributes:
        code: Code, unique in the initiative.
        name: Its name.
        kind: What kind of thing it is.
        document: Key of the normative document that it changes (clave del documento
            normativo), for a change of one and for nothing else.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: If a change of a normative document does not name it, or another
            action names one.

    >>> InitiativeAction(code="A1", name=Text("Actualizar la norma de selección"),
    ...     kind=ActionKind.NORMATIVE, document="1000-001-015").document
    '1000-001-015'
    >>> InitiativeAction(code="A1", name=Text("Actualizar la norma"), kind=ActionKind.NORMATIVE)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'document' must name the document of a chang...
    """

    code: str = attrs.field(validator=CODE)
    name: Text = attrs.field(validator=LABEL)
    kind: ActionKind = attrs.field(validator=OneOf(ActionKind))
    document: str | None = attrs.field(default=None, validator=Optional(CODE))

    def __attrs_post_init__(self) -> None:
        if (self.kind is ActionKind.NORMATIVE) != (self.document is not None):
            text = Text(
                "'document' debe nombrar el documento de un cambio normativo, y sólo de él",
                "'document' must name the document of a change of one, and of nothing else",
            )
            raise InconsistentError(Fault("document", "document", text))


@attrs.frozen(kw_only=True, weakref_slot=False)
class LearningModule(Value):
    """A module of the learning platform CLIMSS that belongs to an initiative.

    Módulo de CLIMSS.

    Attributes:
        code: Code, unique in the initiative.
        name: Its name.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    code: str = attrs.field(validator=CODE)
    name: Text = attrs.field(validator=LABEL)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Initiative(Report, Value):
    """An initiative of integrity, under exactly one main axis.

    Iniciativa de integridad.

    Attributes:
        code: Its code.
        name: Its name.
        axis: Its main axis; that there is one is own.
        actions: What is done, in order; empty: not stated.
        principles: The principles that it promotes; empty: not stated.
        modules: Its learning modules; empty: it has none, or they are not stated.
        audience: Whom it is for; ``None``: not stated.
        period: When it runs, both ends included; ``None``: not stated.
        owner: Code of the role that answers for it, never of a person; ``None``: not stated.
        status: How far the statements can be trusted.
        sources: What they rest on.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: If an action, a module or a principle appears twice; all at once.

    Source:
        Own form; the axes and the principles carry their own sources.

    >>> course = InitiativeAction(code="A1", name=Text("Identidad IMSS"), kind=ActionKind.COURSE)
    >>> initiative = Initiative(code="INI-1", name=Text("Ética cotidiana"), axis=Axis.CULTURE,
    ...     actions=(course,), principles=(Principle.LEGALITY,), status=Status.OWN)
    >>> print(initiative.describe())
    Ética cotidiana (INI-1)
    Eje: cultura de integridad como prevención
    Principios: legalidad
      acción  nombre          tipo   documento
      A1      Identidad IMSS  curso
    Estatus: propio, no oficial
    >>> attrs.evolve(initiative, actions=(course, course))
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'actions' must repeat no code: got 'A1'
    """

    code: str = attrs.field(validator=CODE)
    name: Text = attrs.field(validator=LABEL)
    axis: Axis = attrs.field(validator=OneOf(Axis))
    actions: tuple[InitiativeAction, ...] = attrs.field(
        default=(), validator=Each(InstanceOf(InitiativeAction))
    )
    principles: tuple[Principle, ...] = attrs.field(default=(), validator=Each(OneOf(Principle)))
    modules: tuple[LearningModule, ...] = attrs.field(
        default=(), validator=Each(InstanceOf(LearningModule))
    )
    audience: Text | None = attrs.field(default=None, validator=Optional(LABEL))
    period: Period | None = attrs.field(default=None, validator=Optional(InstanceOf(Period)))
    owner: str | None = attrs.field(default=None, validator=Optional(CODE))
    status: Status = attrs.field(validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(default=(), validator=Each(InstanceOf(Source)))

    def __attrs_post_init__(self) -> None:
        named = {
            "actions": [action.code for action in self.actions],
            "principles": [principle.value for principle in self.principles],
            "modules": [module.code for module in self.modules],
        }
        faults = (fault for path, codes in named.items() for fault in repeated_codes(path, codes))
        raise_any(faults, InconsistentError)

    def _table(self, language: Language) -> Table:
        return Table(
            title=f"{self.name.to(language)} ({self.code})",
            lines=tuple(line.to(language) for line in self._lines()),
            header=_HEADER[language] if self.actions else (),
            rows=tuple(
                (
                    action.code,
                    action.name.to(language),
                    action.kind.label.to(language),
                    action.document or "",
                )
                for action in self.actions
            ),
        )

    def _lines(self) -> Iterator[Text]:
        yield Text("Eje: {axis}", "Axis: {axis}").format(axis=self.axis.label)
        if self.principles:
            listed = join((principle.label for principle in self.principles), ", ")
            yield Text("Principios: {p}", "Principles: {p}").format(p=listed)
        if self.modules:
            listed = join((module.name for module in self.modules), ", ")
            yield Text("Módulos de CLIMSS: {m}", "CLIMSS modules: {m}").format(m=listed)
        if self.audience is not None:
            yield Text("Dirigida a: {a}", "Audience: {a}").format(a=self.audience)
        if self.period is not None:
            yield Text("Periodo: {p}", "Period: {p}").format(p=self.period)
        if self.owner is not None:
            yield Text("Responsable: {o}", "Owner: {o}").format(o=self.owner)

    def _records(self) -> list[dict[str, object]]:
        return [
            {
                "initiative": self.code,
                "name": self.name.es,
                "axis": self.axis.value,
                "owner": self.owner,
                "start": self.period and self.period.start,
                "end": self.period and self.period.end,
                "actions": " ".join(action.code for action in self.actions),
                "principles": " ".join(self.principles),
                "modules": " ".join(module.code for module in self.modules),
                "status": self.status.value,
            }
        ]


_HEADER = {
    Language.ES: ("acción", "nombre", "tipo", "documento"),
    Language.EN: ("action", "name", "kind", "document"),
}
