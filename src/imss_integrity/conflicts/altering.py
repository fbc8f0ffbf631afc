"""The smallest changes of answers that would alter the level of a screening.

Cambios mínimos. Candidate answers are taken from what the policy reads: the questions that
declare interests, the follow-ups with a measure, and the sources of conditions. Sets of one
change are tried before sets of two, so what is given could not be had with fewer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Context, Decimal
from itertools import combinations

import attrs

from ..kernel.errors import ImssIntegrityError
from ..kernel.fields import NAME, Each, InstanceOf, OneOf, WholeNumber
from ..kernel.values import Value
from .answer_checks import label_of
from .answers import AnswerValue, QuestionType, YesNo
from .conditions import MonthsBack
from .layout import Place
from .levels import Level
from .measuring import Clock
from .questions import Role
from .scales import WINDOWS
from .screening import Screening, screen

__all__ = ["AnswerChange", "LevelChange", "LevelChanges", "smallest_changes"]

Spot = tuple[Place, int | None]
_ONE_DAY = timedelta(days=1)
_EXACT = Context(prec=64)  # never the context that a caller set


@attrs.frozen(kw_only=True, weakref_slot=False)
class AnswerChange(Value):
    """One answer that would be another.

    Cambio de una respuesta. ``repr`` shows the place alone.

    Attributes:
        place: Where: ``FAM1`` or ``FAM1.detalle[0].FAM1.vinculo``.
        answer: What the answer would be.
    """

    place: str = attrs.field(validator=NAME)
    answer: AnswerValue = attrs.field(repr=False)


@attrs.frozen(kw_only=True, weakref_slot=False)
class LevelChange(Value):
    """A set of changes, and the levels that would be possible then.

    Attributes:
        changes: The changes, in the order of the document, at least one.
        lowest, highest: The range of levels after them.
    """

    changes: tuple[AnswerChange, ...] = attrs.field(
        validator=Each(InstanceOf(AnswerChange), least=1)
    )
    lowest: Level = attrs.field(validator=OneOf(Level), repr=False)
    highest: Level = attrs.field(validator=OneOf(Level), repr=False)


@attrs.frozen(kw_only=True, weakref_slot=False)
class LevelChanges(Value):
    """The smallest changes that would lower, and those that would raise, the level.

    Attributes:
        lowering: Sets after which no end of the range is higher and one is lower; all of the
            same size, the smallest that does it.
        raising: The same the other way.
        is_exhaustive: Whether all sets of candidate answers were tried, up to the size that
            was asked for; where it is false, that nothing was found says nothing. Candidates
            are one answer for each thing that policy and conditions tell apart; texts are none.
    """

    lowering: tuple[LevelChange, ...] = attrs.field(validator=Each(InstanceOf(LevelChange)))
    raising: tuple[LevelChange, ...] = attrs.field(validator=Each(InstanceOf(LevelChange)))
    is_exhaustive: bool = attrs.field(validator=InstanceOf(bool))


def smallest_changes(screening: Screening, *, most: int = 2, limit: int = 5_000) -> LevelChanges:
    """Find the smallest changes of answers that would alter the level.

    Cambios mínimos de respuestas.

    Args:
        screening: The screening.
        most: The most answers that may change together, 1 to 4.
        limit: How many sets are tried at most, 1 to 1,000,000.

    Returns:
        The changes, by direction. A question changed to *yes* leaves its follow-ups open, so
        the level after it is a range.

    Raises:
        InvalidValueError: If an argument leaves its range.

    Source:
        Own.

    >>> from datetime import date
    >>> from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE
    >>> from imss_integrity.conflicts import Response, screen
    >>> every = {rule.question: "no" for rule in CONFLICT_QUESTIONNAIRE.policy.interests}
    >>> clean = screen(Response.from_answers(CONFLICT_QUESTIONNAIRE, every), on=date(2026, 5, 4))
    >>> changes = smallest_changes(clean, most=1)
    >>> changes.lowering, len(changes.raising)
    ((), 28)
    >>> smallest_changes(clean, most=0)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'most' must be a whole number from 1 to 4: g...
    """
    InstanceOf(Screening).check("screening", screening)
    WholeNumber(1, 4).check("most", most)
    WholeNumber(1, 1_000_000).check("limit", limit)
    candidates = list(_candidates(screening))
    found: dict[int, list[LevelChange]] = {-1: [], 1: []}
    tried = 0
    for size in range(1, most + 1):
        sought = [direction for direction, sets in found.items() if not sets]
        for spots in combinations(candidates, size):
            if not sought or tried == limit:
                break
            if len({(place.question.code, row) for (place, row), _ in spots}) < size:
                continue
            tried += 1
            outcome = _after(screening, spots)
            direction = 0 if outcome is None else _direction(screening, outcome)
            if outcome is not None and direction in sought:
                found[direction].append(outcome)
    return LevelChanges(
        lowering=tuple(found[-1]), raising=tuple(found[1]), is_exhaustive=tried < limit
    )


def _candidates(screening: Screening) -> Iterator[tuple[Spot, AnswerValue]]:
    """Go through the answers that could be others, with each other that they could be."""
    response = screening.response
    compared = _compared(screening)
    for code, place in response.questionnaire.layout.places.items():
        if code not in compared or code not in screening.enabled or place.question.repeats:
            continue
        others = dict.fromkeys((*_others(place, screening), *_around(compared[code], screening)))
        rows = [None] if place.frame is None else range(len(response.rows(place.frame)))
        for row in rows:
            value = response.at(place, row)
            yield from (((place, row), other) for other in others if other != value)


def _compared(screening: Screening) -> dict[str, list[object]]:
    """Give what policy and conditions read, by code, with the values they compare it with."""
    questionnaire = screening.response.questionnaire
    policy, readers, _ = questionnaire.screening_plan
    compared: dict[str, list[object]] = {}
    for reader in readers:
        places = (place.question.code for place in reader.slots.values())
        for code in (reader.rule.question, *places):
            compared.setdefault(code, [])
    triggers = (condition for trigger in policy.triggers for condition in trigger.when)
    enabling = (condition for question in questionnaire.questions for condition in question.when)
    for condition in (*triggers, *enabling):
        compared.setdefault(condition.question, []).append(condition.value)
    return compared


def _around(values: Sequence[object], screening: Screening) -> Iterator[AnswerValue]:
    """Give each compared value with its neighbours; of yes, no and options `_others` tells."""
    for value in values:
        if isinstance(value, MonthsBack):
            yield from _around([value.day(on=screening.on)], screening)
        elif type(value) is int:
            yield from (value - 1, value, value + 1)
        elif isinstance(value, Decimal):
            yield from (_EXACT.subtract(value, 1), value, _EXACT.add(value, 1))
        elif type(value) is date:
            yield from (value - _ONE_DAY, value, value + _ONE_DAY)


def _others(place: Place, screening: Screening) -> Sequence[AnswerValue]:
    """Give one answer for each thing that the policy can tell apart."""
    question, on = place.question, screening.on
    if question.type is QuestionType.YES_NO:
        return tuple(YesNo)
    if question.type is QuestionType.BOOLEAN:
        return (True, False)
    if question.type.has_options:
        return tuple(option.code for option in question.options)
    if question.role is Role.ENDED:
        starts = [MonthsBack(months).day(on=on) for _, months in WINDOWS]
        return (on, *starts, starts[-1] - _ONE_DAY)
    if question.role is Role.VALUE:
        large = Clock(on, screening.calendar).large
        above = int(large) + 1
        return (Decimal(0), Decimal(int(large)), Decimal(above))
    return ()


def _after(screening: Screening, spots: Sequence[tuple[Spot, AnswerValue]]) -> LevelChange | None:
    """Screen the response with other answers; ``None`` where they are none."""
    response = screening.response
    layout = response.questionnaire.layout
    try:
        changed = response.replaced(dict(spots))
        again = screen(
            changed,
            on=screening.on,
            calendar=screening.calendar,
            declaration=screening.declaration,
        )
    except ImssIntegrityError:  # an end before its start, say: no such answers can be given
        return None
    lowest, highest = again.possible_levels
    changes = tuple(
        AnswerChange(place=label_of(layout, place, row), answer=value)
        for (place, row), value in spots
    )
    return LevelChange(changes=changes, lowest=lowest, highest=highest)


def _direction(screening: Screening, after: LevelChange) -> int:
    """Say where the range moves: down (-1), up (1), or neither way (0)."""
    low, high = screening.possible_levels
    moves = {after.lowest.rank - low.rank, after.highest.rank - high.rank}
    if moves == {0} or (min(moves) < 0 < max(moves)):
        return 0
    return -1 if min(moves) < 0 else 1
