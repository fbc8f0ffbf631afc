"""What is due at each follow-up of a plan.

Agenda de seguimientos.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date

import attrs

from ..kernel.arguments import members_of
from ..kernel.fields import DAY, Each, InstanceOf, OneOf
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value
from .actions import Action
from .follow_ups import follow_up_days

__all__ = ["FollowUp", "FollowUpAgenda", "follow_up_agenda"]


@attrs.frozen(kw_only=True, weakref_slot=False)
class FollowUp(Value):
    """One follow-up and what is due at it.

    Seguimiento.

    Attributes:
        on: Its day.
        due: The actions due after the follow-up before it and up to this day, included, by due
            day and then by code; at the first follow-up, all that are due by then.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    on: date = attrs.field(validator=DAY)
    due: tuple[Action, ...] = attrs.field(default=(), validator=Each(InstanceOf(Action)))


@attrs.frozen(kw_only=True, weakref_slot=False)
class FollowUpAgenda(Report, Value):
    """What is due at each follow-up of a plan; every action stands in it once.

    Agenda de seguimientos.

    Attributes:
        follow_ups: Every follow-up, in order; there may be none.
        beyond: The actions due after the last follow-up, by due day and then by code.
        status: ``OWN``: the interval is the caller's.
        sources: What it rests on; empty.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    follow_ups: tuple[FollowUp, ...] = attrs.field(validator=Each(InstanceOf(FollowUp)))
    beyond: tuple[Action, ...] = attrs.field(default=(), validator=Each(InstanceOf(Action)))
    status: Status = attrs.field(validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(default=(), validator=Each(InstanceOf(Source)))

    def _rows(self) -> list[tuple[date | None, Action | None]]:
        """Give each action with the day of its follow-up; a follow-up without any stays."""
        named = [(one.on, action) for one in self.follow_ups for action in one.due or (None,)]
        return [*named, *((None, action) for action in self.beyond)]

    def _table(self, language: Language) -> Table:
        title = Text("Agenda de seguimientos: {n}", "Agenda of follow-ups: {n}")
        after = Text("posterior", "beyond").to(language)
        none = Text("nada vence", "nothing is due").to(language)
        return Table(
            title=title.format(n=len(self.follow_ups)).to(language),
            header=_HEADER[language],
            rows=tuple(
                (
                    after if on is None else str(on),
                    *(_cells(action, language) if action else ("", none, "", "", "")),
                )
                for on, action in self._rows()
            ),
        )

    def _records(self) -> list[dict[str, object]]:
        return [
            {
                "follow_up": on,
                "action": action and action.code,
                "what": action and action.what.es,
                "owner": action and action.owner,
                "due": action and action.due,
                "progress": action and action.progress,
            }
            for on, action in self._rows()
        ]


_HEADER = {
    Language.ES: ("seguimiento", "clave", "acción", "responsable", "compromiso", "% de avance"),
    Language.EN: ("follow-up", "code", "action", "owner", "due", "% done"),
}


def _cells(action: Action, language: Language) -> tuple[str, ...]:
    what = action.what.to(language)
    return (action.code, what, action.owner, str(action.due), str(action.progress))


def follow_up_agenda(
    actions: Iterable[Action], *, start: date, every_months: int, until: date
) -> FollowUpAgenda:
    """Give what is due at each follow-up of a plan that starts on *start*.

    Agenda de seguimientos. An action stands at the first follow-up that does not precede its
    due day, done or not; one that is due after the last follow-up stands apart.

    Args:
        actions: The actions, in any order; there may be none.
        start: The first day of the plan.
        every_months: Months from one follow-up to the next, 1 to 120, both included.
        until: The last day on which there may be a follow-up, included; not before *start*.

    Returns:
        The follow-ups of `follow_up_days`, each with its actions.

    Raises:
        InvalidValueError: If a member is no `Action`, or as `follow_up_days` does.
        InconsistentError: If *until* precedes *start*.

    Source:
        Own, after the monthly progress report and follow-up form of improvement actions of
        procedure 1280-003-004 (conservation services).

    >>> survey = Action(code="A2", what=Text("Aplicar encuesta"), owner="calidad",
    ...     due=date(2026, 3, 15), days=5)
    >>> agenda = follow_up_agenda([survey], start=date(2026, 1, 31), every_months=1,
    ...     until=date(2026, 4, 30))
    >>> [len(one.due) for one in agenda.follow_ups]
    [0, 1, 0]
    >>> follow_up_agenda([survey], start=date(2026, 1, 31), every_months=1,
    ...     until=date(2026, 1, 30))
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'until' must not precede 'start'
    """
    given = members_of("actions", actions, Action)
    days = follow_up_days(start, every_months=every_months, until=until)
    due: list[list[Action]] = [[] for _ in (*days, None)]
    for action in sorted(given, key=lambda action: (action.due, action.code)):
        due[bisect_left(days, action.due)].append(action)
    *met, beyond = map(tuple, due)
    return FollowUpAgenda(
        follow_ups=tuple(FollowUp(on=on, due=own) for on, own in zip(days, met, strict=True)),
        beyond=beyond,
        status=Status.OWN,
    )
