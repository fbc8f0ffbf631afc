"""What is asked of the search about one question of a definition.

Preguntas a la búsqueda. Each query asks for answers; where there are none, something is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import attrs

from .clauses import Clause, Clauses, Member, Place, is_any, members_above
from .layout import Layout
from .proof_results import DefectKind
from .questions import Question

__all__ = [
    "Asked",
    "Query",
    "hidden_query",
    "is_offered",
    "nothing",
    "shown_query",
    "single_queries",
]

Asked = Callable[[Clauses], Iterable[Clause]]


def nothing(_: Clauses) -> Iterable[Clause]:
    """Ask for nothing more."""
    return ()


@attrs.frozen(kw_only=True)
class Query:
    """Whether there are answers.

    Attributes:
        kind: What is wrong where there are none.
        code: Code of the question that it is about.
        condition: Index of the condition that it is about; ``None``: of none in particular.
        shown: What must be shown.
        clauses: What else must be met.
    """

    kind: DefectKind
    code: str
    condition: int | None = None
    shown: tuple[Place, ...]
    clauses: Asked = nothing

    def members(self, layout: Layout) -> tuple[Member, ...]:
        """Give the conditions that may be the reason why there are no answers."""
        above = members_above(layout, self.code)
        if self.kind is DefectKind.NEVER_SHOWN:
            return above
        own: tuple[Member, ...] = ()
        question = layout.places[self.code].question
        if self.kind is DefectKind.CONDITION_NEVER_TRUE:
            own = ((self.code, self.condition),)
        elif self.kind is DefectKind.ALWAYS_TRUE and is_any(question):
            own = tuple((self.code, number) for number in range(len(question.when)))
        return (*own, *(member for member in above if member[0] != self.code))


def place_of(layout: Layout, code: str) -> Place:
    """Give the place of a question; of what repeats, the first instance stands for all."""
    return code, None if layout.places[code].frame is None else 0


def _group_of(layout: Layout, code: str) -> tuple[Place, ...]:
    group = layout.parents[code]
    return () if group is None else (place_of(layout, group),)


def shown_query(layout: Layout, code: str) -> Query:
    """Ask for answers that show a question."""
    return Query(
        kind=DefectKind.NEVER_SHOWN,
        code=code,
        shown=(place_of(layout, code),),
    )


def hidden_query(layout: Layout, code: str) -> Query:
    """Ask for answers that show the group of a question, but not the question."""
    place = place_of(layout, code)
    return Query(
        kind=DefectKind.ALWAYS_TRUE,
        code=code,
        shown=_group_of(layout, code),
        clauses=lambda clauses: clauses.hidden(place),
    )


def single_queries(layout: Layout, code: str) -> Iterator[Query]:
    """Ask of each of several conditions for answers that make it matter.

    Where any is enough, one that never holds does not matter; where all must hold, one that
    always does. A comparison with an option that is not offered is told apart.
    """
    question, place = layout.places[code].question, place_of(layout, code)
    for number in range(len(question.when) if len(question.when) > 1 else 0):
        if not is_offered(layout, question, number):
            continue
        wanted = is_any(question)
        kind = DefectKind.CONDITION_NEVER_TRUE if wanted else DefectKind.CONDITION_ALWAYS_TRUE
        yield Query(
            kind=kind,
            code=code,
            condition=number,
            shown=_group_of(layout, code),
            clauses=_single(place, number, wanted=wanted),
        )


def _single(place: Place, number: int, *, wanted: bool) -> Asked:
    return lambda clauses: clauses.single(place, number, wanted=wanted)


def is_offered(layout: Layout, question: Question, number: int) -> bool:
    """Say whether a condition compares with what its source offers."""
    condition = question.when[number]
    source = layout.places[condition.question].question
    is_code = source.type.has_options and isinstance(condition.value, str)
    return not is_code or source.option(condition.value) is not None
