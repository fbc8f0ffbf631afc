"""The days on which a definition must be looked at so that it is looked at on every day.

Días representativos. Windows move with the day of evaluation, fixed days do not. What conditions
mean together changes only where the order of the two changes, or the gap between them closes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from ..kernel.days import Period
from ..kernel.errors import InvalidValueError
from ..kernel.fields import FIRST_DAY, LAST_DAY
from ..kernel.months import add_months
from .answers import QuestionType
from .conditions import MonthsBack
from .questions import Question

__all__ = ["representative_days"]

_DAY = timedelta(days=1)


def representative_days(questions: Iterable[Question], period: Period | None) -> tuple[date, ...]:
    """Give days, the latest first, such that each day of *period* means the same as one of them.

    A window of *m* months opens on day *t* or later from the day after ``add_months(t - 1, m)``
    on. So it moves past a fixed day *a*, or comes within two days of it, on four days only.
    Days on which a window would open before 1900 are no days of evaluation.
    """
    every = {question.code: question for question in questions}
    groups: dict[str, set[object]] = {}
    for question in every.values():
        bounds = {question.least, question.most} - {None}
        _group(groups, every, question).update(bounds)
        for condition in question.when:
            source = every[condition.question]
            if source.type is QuestionType.DATE:
                _group(groups, every, source).add(condition.value)
    windows = {one.months for own in groups.values() for one in own if isinstance(one, MonthsBack)}
    start = add_months(FIRST_DAY, max(windows, default=0))
    end = LAST_DAY
    if period is not None:
        start, end = max(start, period.start), period.end
    days = {start}
    for own in groups.values():
        dates = (one for one in own if isinstance(one, date))
        fixed = {FIRST_DAY, *(one for one in dates if FIRST_DAY <= one <= LAST_DAY)}
        months = {one.months for one in own if isinstance(one, MonthsBack)}
        days.update(day for m in months for a in fixed for day in _turns(a, m))
    return tuple(sorted((day for day in days if start <= day <= end), reverse=True))


def _group(
    groups: dict[str, set[object]], every: Mapping[str, Question], question: Question
) -> set[object]:
    """Give what is known of the days that one answer is compared with, in a row of orders."""
    seen = [question.code]
    while (earlier := every[seen[-1]].not_before) is not None and earlier not in seen:
        seen.append(earlier)
    last = every[seen[-1]].not_before
    root = seen[-1] if last is None else min(seen[seen.index(last) :])
    return groups.setdefault(root, set())


def _turns(fixed: date, months: int) -> Iterable[date]:
    for distance in (-2, -1, 0, 1):
        try:
            yield add_months(fixed + distance * _DAY, months) + _DAY
        except InvalidValueError:  # beyond the days that exist here
            continue
