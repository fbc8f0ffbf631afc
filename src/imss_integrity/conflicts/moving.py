"""Taking answers from their place in one version to their place in another.

Traslado de respuestas. What has no place there, or is not allowed there, is dropped and listed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import cast

from .answer_checks import answer_faults, label_of, late_faults, path_of
from .layout import Layout, Place
from .questionnaires import Questionnaire
from .responses import Response

__all__ = ["Move"]

Spot = tuple[str, int | None]
"""Where an answer stands: the code of its question, and its instance."""


class Move:
    """Answers on their way to another version.

    Attributes:
        answers: What is taken over, by its new place.
        origins: The old path of each.
        dropped: Old paths of what is not.
        asked: New paths of what is to be asked again, because its answer was dropped.
    """

    def __init__(self, response: Response, new: Questionnaire, renamed: Mapping[str, str]) -> None:
        self.response: Response = response
        self.renamed: Mapping[str, str] = renamed
        self.before: Layout = response.questionnaire.layout
        self.after: Layout = new.layout
        self.answers: dict[Spot, object] = {}
        self.origins: dict[Spot, str] = {}
        self.dropped: list[str] = []
        self.asked: list[str] = []
        self.counts: dict[int, int] = self._counts()
        for place in self.before.places.values():
            if not place.question.is_group:
                self._take(place)

    def _counts(self) -> dict[int, int]:
        """Give how many instances each new group that repeats takes over."""
        counts = dict.fromkeys(self.after.rows, 0)
        for group in self.before.rows:
            code = self.before.top.places[group].question.code
            place = self.after.places.get(self.renamed.get(code, ""))
            if place is not None and place.position in counts and place.frame is None:
                most = place.question.max_answers
                counts[place.position] = min(len(self.response.rows(group)), most)
        return counts

    def _take(self, old: Place) -> None:
        """Take the answers at an old place over to the new one, or drop them."""
        new = self.after.places.get(self.renamed.get(old.question.code, ""))
        rows = [None] if old.frame is None else range(len(self.response.rows(old.frame)))
        for row in rows:
            value = self.response.at(old, row)
            if value is None:
                continue
            path = label_of(self.before, old, row)
            if new is None or not self._fits(old, new):
                self.dropped.append(path)
                self.asked.extend([] if new is None else [new.question.code])
            elif row is not None and row >= self.counts[cast("int", new.frame)]:
                self.dropped.append(path)
            else:
                spot = (new.question.code, row)
                self.answers[spot], self.origins[spot] = value, path

    def _fits(self, old: Place, new: Place) -> bool:
        """Say whether the new question takes answers of the same kind, in the same place."""
        group = None if old.frame is None else self.before.top.places[old.frame].question.code
        other = None if new.frame is None else self.after.top.places[new.frame].question.code
        same_home = other == (None if group is None else self.renamed.get(group, ""))
        same_kind = (old.question.type, old.question.repeats) == (
            new.question.type,
            new.question.repeats,
        )
        return same_home and same_kind

    def drop_invalid(self, on: date) -> None:
        """Drop what the new version does not allow, until it allows all that is left."""
        while bad := self._invalid(on):
            for spot in bad:
                self.dropped.append(self.origins.pop(spot))
                self.asked.append(label_of(self.after, self.after.places[spot[0]], spot[1]))
                del self.answers[spot]

    def _invalid(self, on: date) -> list[Spot]:
        values = self.values()
        faults = [*answer_faults(self.after, values), *late_faults(self.after, values, on=on)]
        # A day may precede another only because that one does not stand either.
        wrong = {fault.path for fault in faults if fault.code != "order"}
        wrong = wrong or {fault.path for fault in faults}
        # One of several answers is named by the path of its question and its number.
        wrong |= {path.rpartition("[")[0] for path in wrong}
        return [
            spot
            for spot in self.answers
            if path_of(self.after, self.after.places[spot[0]], spot[1]) in wrong
        ]

    def values(self) -> tuple[object, ...]:
        """Lay the answers out for the new version."""
        return tuple(
            tuple(self._row(place.position, row) for row in range(self.counts[place.position]))
            if place.position in self.counts
            else self.answers.get((place.question.code, None))
            for place in self.after.top.places
        )

    def _row(self, group: int, row: int) -> tuple[object, ...]:
        frame = self.after.rows[group]
        return tuple(self.answers.get((place.question.code, row)) for place in frame.places)
