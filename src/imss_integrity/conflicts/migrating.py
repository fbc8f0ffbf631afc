"""Bringing answers over to another version: what is kept, dropped, and to be asked again.

Migración de respuestas. Nothing vanishes unlisted, and what is kept is valid in the new
version. No answer is shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import attrs

from ..kernel.arguments import check_mapping
from ..kernel.errors import Fault, raise_any
from ..kernel.fields import CODE, DAY, NAME, Each, InstanceOf, OneOf
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value
from .answers import answer_fault
from .evaluation import evaluate
from .layout import Layout
from .moving import Move
from .questionnaires import Questionnaire
from .responses import Response
from .versioning import check_same_questionnaire

__all__ = ["Migration", "migrate_answers"]

_PATHS = Each(NAME)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Migration(Report, Value):
    """Answers brought over to another version of their questionnaire.

    Migración de respuestas. Paths look like ``FAM1`` or ``FAM1.detalle[0].FAM1.fin``.

    Attributes:
        response: The answers that are kept, with the new version.
        old: Name of the old version.
        kept: Paths of the old version whose answers stand.
        dropped: Paths of the old version whose answers do not: the question is gone, asks for
            something else, or no longer allows the answer.
        ask_again: Paths of the new version to be asked: whose answer was dropped, or whose
            answer is required and missing.
        status: ``OWN``: the method is a proposal of this library.
        sources: None.
    """

    response: Response = attrs.field(validator=InstanceOf(Response))
    old: str = attrs.field(validator=CODE)
    kept: tuple[str, ...] = attrs.field(validator=_PATHS)
    dropped: tuple[str, ...] = attrs.field(validator=_PATHS)
    ask_again: tuple[str, ...] = attrs.field(validator=_PATHS)
    status: Status = attrs.field(default=Status.OWN, validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(default=(), validator=Each(InstanceOf(Source)))

    def _table(self, language: Language) -> Table:
        one = self.response.questionnaire
        title = Text(
            "{code}, de {old} a {new}: {n} respuestas conservadas",
            "{code}, from {old} to {new}: {n} answers kept",
        )
        whole = title.format(code=one.code, old=self.old, new=one.version, n=len(self.kept))
        lists = {
            Text("No pasan", "Dropped"): self.dropped,
            Text("Se preguntan de nuevo", "To be asked again"): self.ask_again,
        }
        lines = (f"{name.to(language)}: {', '.join(p)}" for name, p in lists.items() if p)
        return Table(title=whole.to(language), lines=tuple(lines))

    def _records(self) -> list[dict[str, object]]:
        lists = {"kept": self.kept, "dropped": self.dropped, "ask_again": self.ask_again}
        return [{"state": state, "path": path} for state, paths in lists.items() for path in paths]


def migrate_answers(
    response: Response,
    new: Questionnaire,
    *,
    on: date,
    crosswalk: Mapping[str, str] | None = None,
) -> Migration:
    """Bring the answers of *response* over to the version *new*.

    Migración de respuestas a otra versión. An answer stands if its question asks for the same
    type, once or several times as before, in the same instance of a group that repeats or
    outside of them, and the new version allows it on the day *on*. What is entered under
    disabled questions is brought over too.

    Args:
        response: The answers to the old version.
        new: Another version of the same questionnaire.
        on: The day, on which the new version must be in its period.
        crosswalk: Old code -> new code of questions and groups that were renamed; ``None``:
            none was. A code that is not in it stays what it is.

    Returns:
        The new response, and what was kept, dropped, and is to be asked again.

    Raises:
        InconsistentError: If *new* is another questionnaire.
        InvalidValueError: If the crosswalk names an unknown code, or one new code twice.
        NotInForceError: If *on* lies outside the period of *new*.

    Source:
        Own.

    >>> from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE as one
    >>> draft = Response.from_answers(one, {"EMP1": "no"})
    >>> later = attrs.evolve(one, version="2027")
    >>> migrate_answers(draft, later, on=date(2027, 5, 4)).kept
    ('EMP1',)
    >>> migrate_answers(draft, later, on=date(2027, 5, 4), crosswalk={"EMP1": "X9"})
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'crosswalk' must name codes of the new v...
    """
    InstanceOf(Response).check("response", response)
    DAY.check("on", on)
    old = response.questionnaire
    check_same_questionnaire(old, new)
    new.check_in_period(on)
    renamed = _crosswalk(old.layout, new.layout, {} if crosswalk is None else crosswalk)
    move = Move(response, new, renamed)
    move.drop_invalid(on)
    brought = Response(questionnaire=new, values=move.values())
    missing = evaluate(brought, on=on).missing
    return Migration(
        response=brought,
        old=old.version,
        kept=tuple(move.origins.values()),
        dropped=tuple(move.dropped),
        ask_again=tuple(dict.fromkeys((*move.asked, *missing))),
    )


def _crosswalk(old: Layout, new: Layout, named: Mapping[str, str]) -> dict[str, str]:
    """Give the new code of every old question that has one."""
    check_mapping("crosswalk", named)
    raise_any(_crosswalk_faults(old, new, named))
    taken = set(named.values())
    same = {code: code for code in old.places if code in new.places and code not in taken}
    return {**same, **named}


def _crosswalk_faults(old: Layout, new: Layout, named: Mapping[Any, object]) -> Iterator[Fault]:
    def fault(number: int, code: str, rule: Text) -> Fault:
        # What is no code of a question may be anything, so it is not shown.
        return answer_fault(f"crosswalk[#{number}]", code, rule, subject="crosswalk")

    targets: set[str] = set()
    for number, (code, target) in enumerate(named.items()):
        if not isinstance(code, str) or code not in old.places:
            rule = Text("nombrar claves de la versión anterior", "name codes of the old version")
            yield fault(number, "unknown", rule)
        if not isinstance(target, str) or target not in new.places:
            rule = Text("nombrar claves de la versión nueva", "name codes of the new version")
            yield fault(number, "unknown", rule)
        elif target in targets:
            rule = Text("no llevar dos claves a una", "not lead two codes to one")
            yield fault(number, "duplicate", rule)
        else:
            targets.add(target)
