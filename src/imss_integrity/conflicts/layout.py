"""Where each question of a definition stands, so that answers can be one tuple.

Disposición. The top frame holds every question and group in the order of the document; a group
that repeats takes one place there, which holds its instances, each a tuple for a frame of its
own. Groups that do not repeat take a place too, which stays empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from .conditions import MonthsBack
from .questions import Question

__all__ = ["Frame", "Layout", "Place"]


@attrs.frozen(weakref_slot=False)
class Place:
    """Where a question stands.

    Attributes:
        question: The question or group.
        frame: Position of the group that repeats and holds it; ``None``: the top frame.
        position: Its position in the frame.
        parent: Position of its group in the same frame; ``None``: it stands directly in it.
    """

    question: Question
    frame: int | None
    position: int
    parent: int | None


@attrs.frozen(weakref_slot=False)
class Frame:
    """Places that are filled together, in the order of the document."""

    places: tuple[Place, ...]

    def __len__(self) -> int:
        return len(self.places)

    def below(self, position: int) -> Iterator[Place]:
        """Go through the places of the group at *position*, its own apart."""
        inside = {position}
        for place in self.places[position + 1 :]:
            if place.parent in inside:
                inside.add(place.position)
                yield place


@attrs.frozen(weakref_slot=False)
class Layout:
    """The frames of a definition.

    Attributes:
        top: The top frame.
        rows: The frame of each group that repeats, by its position in the top frame.
        places: Each place by the code of its question, in the order of the document.
        parents: The code of the group that each one lies in; ``None`` at the top.
        windowed: The places whose bounds depend on the day of evaluation, by frame.
        order: All codes so ordered that what enables a question comes before it.
    """

    top: Frame
    rows: Mapping[int, Frame]
    places: Mapping[str, Place]
    parents: Mapping[str, str | None]
    windowed: tuple[tuple[int | None, tuple[Place, ...]], ...]
    order: tuple[str, ...]

    @classmethod
    def of(cls, questions: Iterable[Question]) -> Layout:
        """Lay out sound *questions*."""
        top: list[Place] = []
        rows: dict[int, list[Place]] = {}
        places: dict[str, Place] = {}
        parents: dict[str, str | None] = {}

        def put(question: Question, frame: int | None, group: Place | None) -> None:
            own = top if frame is None else rows[frame]
            within = None if group is None or group.frame != frame else group.position
            place = Place(question, frame, len(own), within)
            own.append(place)
            places[question.code] = place
            parents[question.code] = None if group is None else group.question.code
            if question.is_group and question.repeats:
                frame = place.position
                rows[frame] = []
            for below in question.questions:
                put(below, frame, place)

        for question in questions:
            put(question, None, None)
        frames = {position: Frame(tuple(own)) for position, own in rows.items()}
        windowed: dict[int | None, tuple[Place, ...]] = {}
        for place in places.values():
            if _has_window(place.question):
                windowed[place.frame] = (*windowed.get(place.frame, ()), place)
        order = _ordered(places, parents)
        return cls(Frame(tuple(top)), frames, places, parents, tuple(windowed.items()), order)

    def frame_of(self, place: Place) -> Frame:
        """Give the frame in which *place* lies."""
        return self.top if place.frame is None else self.rows[place.frame]


def _has_window(question: Question) -> bool:
    return isinstance(question.least, MonthsBack) or isinstance(question.most, MonthsBack)


def _ordered(places: Mapping[str, Place], parents: Mapping[str, str | None]) -> tuple[str, ...]:
    """Order by what enables what, then by the document; without recursion."""
    order: dict[str, None] = {}
    for start in places:
        stack = [(start, False)]
        while stack:
            code, is_ready = stack.pop()
            if is_ready:
                order[code] = None
            elif code not in order:
                sources = [condition.question for condition in places[code].question.when]
                parent = parents[code]
                stack.append((code, True))
                stack.extend((one, False) for one in [*sources, *([parent] if parent else [])])
    return tuple(order)
