"""Critical paths and how they are shown.

Rutas críticas.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs

from ..kernel.fields import CODE, DAY, Each, InstanceOf, OneOf, WholeNumber
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text, join
from ..kernel.values import Value
from .actions import Action

__all__ = ["CriticalPath", "PlannedAction"]


@attrs.frozen(kw_only=True, weakref_slot=False)
class PlannedAction(Value):
    """When an action of a plan can start and end.

    Acción programada.

    Attributes:
        action: The action.
        earliest_start, earliest_finish: Its first and last business day, if all goes to plan.
        latest_start, latest_finish: The latest first and last business day with which the
            whole still ends in time.
        slack: Business days by which it may slip without delaying the whole (holgura), 0 or
            more.
        due_before: Codes of the actions it waits for that are due later than itself: its due
            day and theirs cannot both be used up.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    action: Action = attrs.field(validator=InstanceOf(Action))
    earliest_start: date = attrs.field(validator=DAY)
    earliest_finish: date = attrs.field(validator=DAY)
    latest_start: date = attrs.field(validator=DAY)
    latest_finish: date = attrs.field(validator=DAY)
    slack: int = attrs.field(validator=WholeNumber())
    due_before: tuple[str, ...] = attrs.field(default=(), validator=Each(CODE))

    @property
    def code(self) -> str:
        """Code of the action."""
        return self.action.code

    @property
    def is_critical(self) -> bool:
        """Whether any delay of it delays the whole: it has no slack."""
        return self.slack == 0

    @property
    def is_late(self) -> bool:
        """Whether it ends past its due day even if all goes to plan."""
        return self.earliest_finish > self.action.due


@attrs.frozen(kw_only=True, weakref_slot=False)
class CriticalPath(Report, Value):
    """When a plan ends, and which of its actions decide that.

    Ruta crítica.

    Attributes:
        start: The first business day of the plan.
        finish: The last business day of the plan.
        actions: Every action, by earliest start and then by code.
        chain: Codes of critical actions that follow each other without a gap from start to
            finish; where there are several such chains, the first one by code.
        status: ``DERIVED``: it follows from the plan by a named method.
        sources: The method, and the law where its holidays count.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    start: date = attrs.field(validator=DAY)
    finish: date = attrs.field(validator=DAY)
    actions: tuple[PlannedAction, ...] = attrs.field(
        validator=Each(InstanceOf(PlannedAction), least=1)
    )
    chain: tuple[str, ...] = attrs.field(validator=Each(CODE, least=1))
    status: Status = attrs.field(validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(validator=Each(InstanceOf(Source)))

    def _table(self, language: Language) -> Table:
        title = Text("Ruta crítica: del {start} al {end}", "Critical path: {start} to {end}")
        chain = Text("Cadena crítica: {codes}", "Critical chain: {codes}")
        return Table(
            title=title.format(start=self.start, end=self.finish).to(language),
            lines=(chain.format(codes=" -> ".join(self.chain)).to(language),),
            header=_HEADER[language],
            rows=tuple(_row(one, language) for one in self.actions),
        )

    def _records(self) -> list[dict[str, object]]:
        return [
            {
                "action": one.code,
                "what": one.action.what.es,
                "owner": one.action.owner,
                "days": one.action.days,
                "earliest_start": one.earliest_start,
                "earliest_finish": one.earliest_finish,
                "latest_start": one.latest_start,
                "latest_finish": one.latest_finish,
                "slack": one.slack,
                "is_critical": one.is_critical,
                "due": one.action.due,
                "is_late": one.is_late,
                "due_before": ", ".join(one.due_before),
            }
            for one in self.actions
        ]


_HEADER = {
    Language.ES: ("clave", "acción", "inicio", "fin", "holgura", "compromiso", "nota"),
    Language.EN: ("code", "action", "start", "finish", "slack", "due", "note"),
}


def _row(one: PlannedAction, language: Language) -> tuple[str, ...]:
    return (
        one.code,
        one.action.what.to(language),
        str(one.earliest_start),
        str(one.earliest_finish),
        str(one.slack),
        str(one.action.due),
        join(_notes(one)).to(language),
    )


def _notes(one: PlannedAction) -> Iterator[Text]:
    if one.is_critical:
        yield Text("crítica", "critical")
    if one.is_late:
        yield Text("termina después de su compromiso", "ends past its due day")
    if one.due_before:
        later = Text(
            "vence antes que {codes}, que debe terminar primero",
            "is due before {codes}, which must end first",
        )
        yield later.format(codes=", ".join(one.due_before))
