"""Answers as the search finds them, turned into a response that can be replayed.

Testigos.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from .clauses import Place
from .layout import Frame
from .questionnaires import Questionnaire
from .responses import Response
from .searching import Found, Search

__all__ = ["response_of"]


def response_of(
    questionnaire: Questionnaire, search: Search, found: Found, copies: Mapping[str, int]
) -> Response:
    """Give the response that *found* stands for; what needs no answer has none.

    Args:
        questionnaire: The definition.
        search: A search in the clauses for which it was found.
        found: What was found.
        copies: How many instances a group that repeats shall have at least; its first one, or
            an empty one, is copied, which no condition notices.

    Raises:
        LimitReachedError: If the steps are used up.
    """
    layout = questionnaire.layout
    answers = _answers(search, found)
    values = [answers.get((code, None)) for code in _codes(layout.top)]
    for position, frame in layout.rows.items():
        codes = _codes(frame)
        used = sorted({row for code, row in found.shown if row is not None and code in codes})
        rows = [tuple(answers.get((code, row)) for code in codes) for row in used]
        more = copies.get(layout.top.places[position].question.code, 0) - len(rows)
        first = rows[0] if rows else (None,) * len(codes)
        values[position] = (*[first] * max(more, 0), *rows)
    return Response(questionnaire=questionnaire, values=tuple(values))


def _codes(frame: Frame) -> dict[str, None]:
    return {place.question.code: None for place in frame.places}


def _answers(search: Search, found: Found) -> dict[Place, object]:
    days = search.days(found) or {}
    answers: dict[Place, object] = {}
    for place, (allowed, needs) in found.store.items():
        domain = search.clauses.domain(place[0])
        chosen = domain.chosen(allowed, needs, search.spend)
        if place in days:
            answers[place] = date.fromordinal(days[place])
        elif chosen:
            members = domain.members(chosen)
            answers[place] = members if domain.question.repeats else members[0]
    return answers
