"""Comparing two responses of one person: new, ended, changed, unchanged, silently vanished.

Comparación entre años. Interests are matched by question and by what tells one from another:
organisation, kinship, unit. The order of the instances does not matter.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from ..kernel.errors import Fault, InconsistentError, MissingDataError
from ..kernel.fields import InstanceOf
from ..kernel.provenance import Status, merged_sources, weakest
from ..kernel.text import Text
from .answers import Absence, QuestionType
from .comparison_results import Comparison, InterestChange, InterestFate
from .measuring import DECLARING
from .policies import InterestRule, ScreeningPolicy
from .questionnaires import Questionnaire
from .questions import Question, Role
from .responses import Response
from .views import effective_view

__all__ = ["compare_years"]

_IDENTITY = (Role.ORGANISATION, Role.KINSHIP, Role.UNIT)


class _Interest(NamedTuple):
    """One declared interest: its instance, its answers by question, what tells it, its end."""

    row: int | None = None
    answers: Mapping[str, object] = MappingProxyType({})
    key: tuple[object, ...] = ()
    end: date | None = None

    def is_over(self, on: date) -> bool:
        """Say whether it ended before the day *on*; on its last day it is still current."""
        return self.end is not None and self.end < on


class _Year(NamedTuple):
    """What one response says of one question on its day.

    *is_open*: it does not say enough, because the answer is absent or has no details yet.
    """

    on: date
    interests: tuple[_Interest, ...]
    is_open: bool = False


def compare_years(
    before: Response,
    after: Response,
    *,
    before_on: date,
    on: date,
    attested: bool = False,
) -> Comparison:
    """Say what became of the interests of one person between two responses.

    Comparación de dos declaraciones de una persona. Only effective answers count. An interest
    is the same where organisation (whatever its capitals), kinship and unit are; of several
    such, those alike in every field belong together, then the rest in the order of their
    content. It ended where an end day that is stated now, or was announced before, has passed
    on the day *on*; a plain *no* does not end it.

    Args:
        before: The earlier response.
        after: The later one, to the same version, if need be by way of `migrate_answers`.
        before_on: The day of the earlier one.
        on: The day of the later one, not before *before_on*.
        attested: Whether the person stated that nothing changed.

    Returns:
        What became of each interest; no answer is in it.

    Raises:
        InconsistentError: If the versions differ, or the days are not in order.
        MissingDataError: If the questionnaire has no policy, which says what an interest is.
        NotInForceError: If a day lies outside the period of the questionnaire.
        InvalidValueError: If an answer breaks a bound on its day; none is shown.

    Source:
        Own.

    >>> from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE
    >>> one = Response.from_answers(CONFLICT_QUESTIONNAIRE, {"EMP1": "no"})
    >>> last, this = date(2025, 5, 4), date(2026, 5, 4)
    >>> compare_years(one, one, before_on=last, on=this).copied
    True
    >>> compare_years(one, one, before_on=this, on=last)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'on' must not precede 'before_on'
    """
    InstanceOf(Response).check("before", before)
    InstanceOf(Response).check("after", after)
    InstanceOf(bool).check("attested", attested)
    questionnaire = after.questionnaire
    policy = _policy_of(questionnaire)
    if before.questionnaire.identity != questionnaire.identity:
        raise InconsistentError(_foreign(before.questionnaire, questionnaire))
    then, now = effective_view(before, on=before_on), effective_view(after, on=on)
    if on < before_on:
        text = Text("'on' no debe ser anterior a 'before_on'", "'on' must not precede 'before_on'")
        raise InconsistentError(Fault("on", "order", text))
    interests = (
        change
        for rule in policy.interests
        for change in _changes(rule.question, _year(then, rule, before_on), _year(now, rule, on))
    )
    return Comparison(
        interests=tuple(interests),
        attested=attested,
        identical=then.values == now.values,
        status=weakest([questionnaire.status, policy.status, Status.OWN]),
        sources=merged_sources(questionnaire.sources, policy.sources),
    )


def _policy_of(questionnaire: Questionnaire) -> ScreeningPolicy:
    if questionnaire.policy is None:
        text = Text(
            "el cuestionario debe tener una política", "the questionnaire must have a policy"
        )
        raise MissingDataError(Fault("questionnaire.policy", "missing", text))
    return questionnaire.policy


def _foreign(before: Questionnaire, after: Questionnaire) -> Fault:
    sentence = Text(
        "'before' debe responder {code} {version}: se recibió {other} {another}; migre las"
        " respuestas con migrate_answers",
        "'before' must answer {code} {version}: got {other} {another}; bring the answers over"
        " with migrate_answers",
    )
    text = sentence.format(
        code=after.code, version=after.version, other=before.code, another=before.version
    )
    return Fault("before", "version", text)


def _year(response: Response, rule: InterestRule, on: date) -> _Year:
    """Read the interests that an effective *response* declares by *rule*."""
    layout = response.questionnaire.layout
    place = layout.places[rule.question]
    value = response.at(place, None)
    if value is None or isinstance(value, Absence):
        return _Year(on, (), is_open=True)
    if (declaring := DECLARING.get(place.question.type)) is not None and value is not declaring:
        return _Year(on, ())
    if rule.details is None:
        return _Year(on, (_Interest(),))
    group = layout.places[rule.details]
    rows: list[int | None] = [None]
    if group.question.repeats:
        rows = [*range(len(response.rows(group.position)))]
    asked = [layout.places[one.code] for one in group.question.walk() if not one.is_group]
    interests = tuple(
        _interest({place.question: response.at(place, row) for place in asked}, row) for row in rows
    )
    return _Year(on, interests or (_Interest(),), is_open=not interests)


def _interest(values: Mapping[Question, object], row: int | None) -> _Interest:
    answers = {one.code: _normal(one, value) for one, value in values.items()}
    by_role = {one.role: answers[one.code] for one in values}
    end = by_role.get(Role.ENDED)
    key = tuple(by_role.get(role) for role in _IDENTITY)
    return _Interest(row, answers, key, end if type(end) is date else None)


def _normal(question: Question, value: object) -> object:
    """Give a value as it is compared: a name whatever its capitals."""
    if question.role in _IDENTITY and question.type is QuestionType.TEXT and type(value) is str:
        return unicodedata.normalize("NFC", value.casefold())
    return value


def _changes(question: str, then: _Year, now: _Year) -> Iterator[InterestChange]:
    """Say what became of the interests of one question: those of before, then the new ones."""
    pairs, gone, come = _matched(then.interests, now.interests)
    for one, other in sorted(pairs, key=lambda pair: pair[0].row or 0):
        fields = tuple(code for code in one.answers if one.answers[code] != other.answers[code])
        fate = InterestFate.CHANGED if fields else InterestFate.UNCHANGED
        if then.is_open or now.is_open:
            fate = InterestFate.OPEN
        elif other.is_over(now.on) and not one.is_over(then.on):
            fate = InterestFate.ENDED
        yield InterestChange(
            question=question, fate=fate, before=one.row, after=other.row, fields=fields
        )
    for one in gone:
        fate = InterestFate.OPEN if _is_unclear(then, now) else InterestFate.VANISHED
        fate = InterestFate.ENDED if one.is_over(now.on) else fate
        yield InterestChange(question=question, fate=fate, before=one.row)
    for one in come:
        fate = InterestFate.OPEN if _is_unclear(now, then) else InterestFate.NEW
        yield InterestChange(question=question, fate=fate, after=one.row)


def _is_unclear(own: _Year, other: _Year) -> bool:
    """Say whether an interest of *own* could be one that *other* does not tell."""
    return other.is_open or (own.is_open and bool(other.interests))


def _matched(
    then: Sequence[_Interest], now: Sequence[_Interest]
) -> tuple[list[tuple[_Interest, _Interest]], list[_Interest], list[_Interest]]:
    """Pair the interests of both, each once; give the pairs, and what is left of either."""
    pairs: list[tuple[_Interest, _Interest]] = []
    for by in (_content, _key):
        shelf: dict[object, list[_Interest]] = defaultdict(list)
        for one in sorted(now, key=_in_order, reverse=True):
            shelf[by(one)].append(one)
        rest: list[_Interest] = []
        for one in sorted(then, key=_in_order):
            same = shelf[by(one)]
            if same:
                pairs.append((one, same.pop()))
            else:
                rest.append(one)
        then, now = rest, [one for same in shelf.values() for one in same]
    return pairs, _by_row(then), _by_row(now)


def _content(one: _Interest) -> object:
    return tuple(one.answers.values())


def _key(one: _Interest) -> object:
    return one.key


def _in_order(one: _Interest) -> str:
    # Any order will do that depends on the content and on nothing else.
    return repr(_content(one))


def _by_row(interests: Sequence[_Interest]) -> list[_Interest]:
    return sorted(interests, key=lambda one: one.row or 0)
