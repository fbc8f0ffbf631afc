"""What a judge found, as defects with their witness or core.

Defectos de una definición.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from .clauses import Member
from .judging import Judge, Model
from .layout import Layout
from .measuring import readers_of
from .proof_results import CoreMember, Defect, DefectKind, Witness
from .queries import Query, is_offered, place_of
from .questionnaires import Questionnaire
from .reachable_levels import Way, copies_for, highest_level, ways_of
from .searching import LimitReachedError, Search
from .witnessing import response_of

__all__ = ["DefectWriter"]

_HOLDING = {DefectKind.ALWAYS_TRUE, DefectKind.CONDITION_ALWAYS_TRUE}
_KINDS = {kind: number for number, kind in enumerate(DefectKind)}


class DefectWriter:
    """Writes the defects of a definition that was judged."""

    def __init__(self, questionnaire: Questionnaire, judge: Judge) -> None:
        self.questionnaire: Questionnaire = questionnaire
        self.judge: Judge = judge
        self.layout: Layout = questionnaire.layout
        self._members: dict[Member, CoreMember] = {}  # a long core shares them with the next
        self.positions: dict[str, int] = {
            code: number for number, code in enumerate(self.layout.places)
        }

    def found(self) -> list[Defect]:
        """Give every defect and whatever is undecided, in the order of the document."""
        found = [
            _undecided(query.kind, query.code, query.condition) for query in self.judge.undecided
        ]
        for query in self.judge.impossible:
            try:
                found.append(self._defect(query))
            except LimitReachedError:
                found.append(_undecided(query.kind, query.code, query.condition))
        found += [
            self._of_condition(DefectKind.OPTION_NOT_OFFERED, code, number)
            for code, number in self._conditions()
            if not is_offered(self.layout, self.layout.places[code].question, number)
        ]
        found.sort(key=self._order)
        return [*found, *self._levels()]

    def forward_references(self) -> Iterator[Defect]:
        """Go through the conditions that read a later question."""
        for code, number in self._conditions():
            source = self.layout.places[code].question.when[number].question
            if self.positions[source] > self.positions[code]:
                yield self._of_condition(DefectKind.FORWARD_REFERENCE, code, number)

    def _conditions(self) -> Iterator[tuple[str, int]]:
        for code, place in self.layout.places.items():
            yield from ((code, number) for number in range(len(place.question.when)))

    def _of_condition(self, kind: DefectKind, code: str, number: int) -> Defect:
        core = (self._member((code, number)),)
        return Defect(kind=kind, subject=code, condition=number, core=core)

    def _order(self, defect: Defect) -> tuple[int, int, int]:
        kind = defect.asked or defect.kind
        return self.positions[defect.subject], _KINDS[kind], defect.condition or 0

    def _defect(self, query: Query) -> Defect:
        witness = None
        if query.kind in _HOLDING:
            model = self.judge.find([place_of(self.layout, query.code)])
            witness = self._witness(model, [query.code], {})
        return Defect(
            kind=query.kind,
            subject=query.code,
            condition=query.condition,
            core=tuple(self._member(member) for member in self.judge.core(query)),
            witness=witness,
        )

    def _member(self, member: Member) -> CoreMember:
        if member not in self._members:
            code, number = member
            conditions = self.layout.places[code].question.when
            read = conditions if number is None else conditions[number : number + 1]
            text = " | ".join(map(str, read))
            self._members[member] = CoreMember(question=code, condition=number, text=text)
        return self._members[member]

    def _witness(
        self, model: Model | None, shown: Sequence[str], copies: Mapping[str, int]
    ) -> Witness | None:
        if model is None:
            return None
        view, found = model
        search = Search(view, self.judge.budget)
        response = response_of(self.questionnaire, search, found, copies)
        return Witness(response=response, on=view.on, shown=tuple(shown))

    def _levels(self) -> list[Defect]:
        """Give the levels above the highest that answers can reach."""
        policy = self.questionnaire.policy
        if policy is None:
            return []
        kind = DefectKind.LEVEL_BEYOND_REACH
        ways = [ways_of(reader, self.layout) for reader in readers_of(policy, self.layout)]
        try:
            level, chosen = highest_level(
                policy, ways, lambda some: self._declared(some) is not None
            )
            beyond = [band.level.value for band in policy.bands if band.level.rank > level.rank]
            declared = [way for way in chosen if way.answers]
            shown = [next(iter(way.answers)) for way in declared]
            copies = copies_for(policy, level, declared)
            witness = self._witness(self._declared(chosen), shown, copies) if beyond else None
        except LimitReachedError:
            return [_undecided(kind, policy.bands[-1].level.value, None)]
        return [Defect(kind=kind, subject=code, witness=witness) for code in beyond]

    def _declared(self, ways: Sequence[Way]) -> Model | None:
        """Find answers that declare interests in all these *ways*."""
        shown = [(way.details, None) for way in ways if way.details is not None]
        return self.judge.find(shown, lambda v: chain.from_iterable(w.clauses(v) for w in ways))


def _undecided(kind: DefectKind, subject: str, condition: int | None) -> Defect:
    return Defect(kind=DefectKind.UNDECIDED, subject=subject, condition=condition, asked=kind)
