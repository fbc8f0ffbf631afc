"""Asks about every question of a definition, and why what has no answers has none.

Juicio de cada reactivo.
"""

from __future__ import annotations

from collections.abc import Iterable

from .answers import QuestionType
from .clauses import Clauses, Member, Place, is_any, members_above
from .cores import minimal_core
from .layout import Layout
from .proof_days import representative_days
from .proof_results import DefectKind
from .queries import Asked, Query, hidden_query, nothing, shown_query, single_queries
from .questionnaires import Questionnaire
from .searching import Budget, Found, LimitReachedError, Search

__all__ = ["Judge", "Model"]

Model = tuple[Clauses, Found]
"""Answers that were found, with the clauses of the day on which they were."""

_FEW = 1000  # steps that are worth a try before a search from the beginning


class Judge:
    """Asks about every question, sources before what they enable.

    Attributes:
        budget: The steps.
        views: The clauses of each day that must be looked at.
        alive: Codes of what some answers show.
        dead: Codes of what no answers show.
        always_on: Codes of what all answers show.
        impossible: The queries without answers.
        undecided: The queries that the steps did not suffice for.
    """

    def __init__(self, questionnaire: Questionnaire, budget: Budget) -> None:
        self.budget = budget
        self.layout: Layout = questionnaire.layout
        days = representative_days(questionnaire.questions, questionnaire.period)
        self.views: list[Clauses] = [Clauses(self.layout, on=day) for day in days]
        self.alive: set[str] = set()
        self.dead: set[str] = set()
        self.always_on: set[str] = set()
        self.impossible: list[Query] = []
        self.undecided: list[Query] = []
        self._last: Model | None = None
        self._cores: dict[str, tuple[Member, ...]] = {}

    def find(
        self,
        shown: Iterable[Place],
        clauses: Asked = nothing,
        *,
        kept: frozenset[Member] | None = None,
    ) -> Model | None:
        """Look for answers, on one day after the other.

        Args:
            shown: What must be shown.
            clauses: What else must be met.
            kept: The only conditions that count; ``None``: all do.

        Raises:
            LimitReachedError: If half of the steps that are left do not suffice.
        """
        share = Budget((self.budget.limit - self.budget.steps + 1) // 2)
        dead = self.dead if kept is None else frozenset[str]()
        try:
            for day in self.views:
                view = day.keeping(kept)
                found = Search(view, share, dead=dead).solve(shown, clauses(view))
                if found is not None:
                    return view, found
        finally:
            self.budget.steps += share.steps
        return None

    def _extended(self, query: Query) -> Model | None:
        """Add what *query* asks for to what was found last: so chains cost little."""
        if self._last is None or query.kind is not DefectKind.NEVER_SHOWN:
            return None
        view, start = self._last
        share = Budget(min(_FEW, self.budget.limit - self.budget.steps))
        try:
            found = Search(view, share, dead=self.dead).solve(query.shown, start=start)
        except LimitReachedError:
            return None
        finally:
            self.budget.steps += share.steps
        return None if found is None else (view, found)

    def ask_all(self) -> None:
        """Ask everything about every question."""
        for code in self.layout.order:
            group = self.layout.parents[code]
            self._ask_whether_shown(code, group)
            if code not in self.dead:
                self._ask_whether_hidden(code, is_on=group is None or group in self.always_on)

    def _ask_whether_shown(self, code: str, group: str | None) -> None:
        query = shown_query(self.layout, code)
        if group in self.dead:
            self.impossible.append(query)
            self.dead.add(code)
        elif not self.layout.places[code].question.when and (group is None or group in self.alive):
            self.alive.add(code)
        elif (has_answers := self._has_answers(query)) is not None:
            (self.alive if has_answers else self.dead).add(code)

    def _ask_whether_hidden(self, code: str, *, is_on: bool) -> None:
        has_conditions = bool(self.layout.places[code].question.when)
        if has_conditions and self._has_answers(hidden_query(self.layout, code)) is not False:
            for query in single_queries(self.layout, code):
                self._has_answers(query)
        elif is_on:
            self.always_on.add(code)

    def _has_answers(self, query: Query) -> bool | None:
        """Ask; ``None``: the steps do not suffice."""
        try:
            model = self._extended(query) or self.find(query.shown, query.clauses)
        except LimitReachedError:
            self.undecided.append(query)
            return None
        if model is None:
            self.impossible.append(query)
        elif query.kind is DefectKind.NEVER_SHOWN:
            self._last = model
        return model is not None

    def core(self, query: Query) -> tuple[Member, ...]:
        """Give the minimal core of a query without answers.

        Raises:
            LimitReachedError: If the steps do not suffice.
        """
        core = self._inherited(query)
        if core is None:
            core = minimal_core(
                query.members(self.layout),
                lambda kept: self.find(query.shown, query.clauses, kept=kept) is not None,
            )
        if query.kind is DefectKind.NEVER_SHOWN:
            self._cores[query.code] = core
        return core

    def _inherited(self, query: Query) -> tuple[Member, ...] | None:
        """Give the core that follows from that of a group or source; ``None``: none is plain."""
        code, place = query.code, self.layout.places[query.code]
        group = self.layout.parents[code]
        if query.kind is not DefectKind.NEVER_SHOWN:
            return None
        if not place.question.when:
            return self._cores.get(group or "")
        # Where nothing but this one condition stands between a question and a source that is
        # never shown, whatever frees the source frees the question: its answer is nobody else's.
        above = () if group is None else members_above(self.layout, group)
        if above or is_any(place.question) or place.frame is not None or not self.views:
            return None
        for number, condition in enumerate(place.question.when):
            core = self._cores.get(condition.question)
            source = self.layout.places[condition.question]
            is_free = source.frame is None and source.question.type is not QuestionType.DATE
            if core is not None and is_free:
                ((literal,),) = self.views[0].single((code, None), number, wanted=True)
                if literal.wanted and literal.mask:
                    return (*core, (code, number))
        return None
