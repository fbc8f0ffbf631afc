"""How a cycle is shown: where it stands, what it aims at, and what became of its actions.

Ciclo a la vista.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..kernel.report import Table
from ..kernel.text import Language, Text
from .actions import Action
from .standings import ActionState, Standing

__all__ = ["cycle_records", "cycle_table", "decision_words"]

_HEADER = {
    Language.ES: ("acción", "qué", "rol", "vence", "avance %", "estado"),
    Language.EN: ("action", "what", "role", "due", "progress %", "state"),
}


def cycle_table(standing: Standing, language: Language) -> Table:
    """Give the table of a cycle: one row for each action."""
    title = Text(
        "Ciclo {code} de {unit} ({period}): {phase}", "Cycle {code} of {unit} ({period}): {phase}"
    )
    opened = standing.opened
    filled = title.format(
        code=opened.code, unit=opened.unit, period=opened.period, phase=standing.phase.label
    )
    return Table(
        title=filled.to(language),
        lines=tuple(line.to(language) for line in _lines(standing)),
        header=_HEADER[language] if standing.plan.actions else (),
        rows=tuple(_row(standing, action, language) for action in standing.actions),
    )


def _lines(standing: Standing) -> Iterator[Text]:
    plan = standing.plan
    if plan.aim is not None:
        yield Text("Objetivo: {aim}", "Aim: {aim}").format(aim=plan.aim)
    for indicator in plan.indicators:
        measured = len(standing.measurements.get(indicator.code, ()))
        words = Text("{name}: {n} mediciones", "{name}: {n} measurements")
        yield words.format(name=indicator.name, n=measured)
    if standing.verdicts:
        last = standing.verdicts[-1]
        words = Text("Veredicto del {on}: {outcome}", "Verdict of {on}: {outcome}")
        yield words.format(on=last.on, outcome=last.outcome.label)
    if standing.decision is not None:
        words = Text("Decisión del {on}: {what}", "Decision of {on}: {what}")
        yield words.format(on=standing.decision.on, what=decision_words(standing))


def decision_words(standing: Standing) -> Text:
    """Say what was decided, and whether against the evidence; nothing: nothing was."""
    if standing.decision is None:
        return Text("")
    against = Text("{what} (contra la evidencia)", "{what} (against the evidence)")
    words = against if standing.decided_against_evidence else Text("{what}")
    return words.format(what=standing.decision.decision.label)


def _state(standing: Standing, action: Action) -> ActionState:
    work = standing.work.get(action.code)
    return ActionState.PENDING if work is None else work.state


def _row(standing: Standing, action: Action, language: Language) -> tuple[str, ...]:
    return (
        action.code,
        action.what.to(language),
        action.owner,
        str(action.due),
        str(action.progress),
        _state(standing, action).label.to(language),
    )


def cycle_records(standing: Standing) -> list[dict[str, object]]:
    """Give one row for each action."""
    opened = standing.opened
    return [
        {
            "cycle": opened.code,
            "unit": opened.unit,
            "phase": standing.phase.value,
            "action": action.code,
            "what": action.what.es,
            "owner": action.owner,
            "due": action.due,
            "progress": action.progress,
            "state": _state(standing, action).value,
            "evidence": len(action.evidence),
        }
        for action in standing.actions
    ]
