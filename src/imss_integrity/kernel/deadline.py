"""Deadlines set by law, as data, and how they are counted.

Plazos. A rule says how much time of which kind; counting starts the day after the start.
Calendar days and years never move for a holiday; business days depend on a `Calendar`.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

import attrs

from .calendar import Calendar
from .errors import Fault, NotInForceError
from .fields import DAY, InstanceOf, OneOf, Optional, WholeNumber
from .months import add_months
from .provenance import Rule
from .text import Text
from .values import Value

__all__ = ["DeadlineRule", "TimeUnit", "deadline_of"]


class TimeUnit(StrEnum):
    """In what a deadline is counted (unidad del plazo).

    Attributes:
        CALENDAR_DAYS: Every day counts (días naturales).
        BUSINESS_DAYS: Business days count (días hábiles).
        MONTHS: The same date so many months later; the last day of a shorter month.
        YEARS: The same date so many years later; 28 February for the 29th.
    """

    CALENDAR_DAYS = "dias_naturales"
    BUSINESS_DAYS = "dias_habiles"
    MONTHS = "meses"
    YEARS = "anios"


@attrs.frozen(kw_only=True, weakref_slot=False)
class DeadlineRule(Value):
    """How much time a rule of law gives.

    Plazo.

    Attributes:
        rule: What it says, with its source, status and days in force.
        amount: How much, 1 to 1000.
        unit: Of what.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    rule: Rule = attrs.field(validator=InstanceOf(Rule))
    amount: int = attrs.field(validator=WholeNumber(1, 1000))
    unit: TimeUnit = attrs.field(validator=OneOf(TimeUnit))

    @property
    def code(self) -> str:
        """Code of the rule."""
        return self.rule.code


def deadline_of(deadline: DeadlineRule, start: date, *, calendar: Calendar | None = None) -> date:
    """Give the last day of a deadline that starts on *start*, included.

    Último día del plazo.

    Args:
        deadline: The rule; it must be in force on *start*.
        start: The day of the event; it is not counted.
        calendar: Whose business days count; ``None``: the statutory ones.

    Returns:
        The last day on which one is in time, within 1900-01-01 to 2200-12-31.

    Raises:
        NotInForceError: If the rule is not in force on *start*.
        InvalidValueError: If *start* or the result is no day of the library, or another
            argument is of another type.

    Source:
        The rule's own; that calendar deadlines do not move for a holiday is own.

    >>> from imss_integrity.catalog import get_deadline
    >>> deadline_of(get_deadline("LGRA-33-I"), date(2026, 1, 15))
    datetime.date(2026, 3, 16)
    >>> deadline_of(get_deadline("LGTAIP-134"), date(2025, 3, 20))
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.NotInForceError: 'LGTAIP-134' must be in force on 2025-03-20: ...
    """
    InstanceOf(DeadlineRule).check("deadline", deadline)
    DAY.check("start", start)
    Optional(InstanceOf(Calendar)).check("calendar", calendar)
    if not deadline.rule.in_force(on=start):
        raise NotInForceError(_not_in_force(deadline.rule, start))
    if deadline.unit is TimeUnit.BUSINESS_DAYS:
        return (calendar or Calendar()).business_days_after(start, deadline.amount)
    if deadline.unit is TimeUnit.CALENDAR_DAYS:
        last = start + timedelta(days=deadline.amount)
        DAY.check("start", last)
        return last
    months = deadline.amount * (12 if deadline.unit is TimeUnit.YEARS else 1)
    return add_months(start, months)


def _not_in_force(rule: Rule, on: date) -> Fault:
    sentence = Text(
        "'{code}' debe estar vigente el {on}: rige de {first} a {last}",
        "'{code}' must be in force on {on}: it is from {first} to {last}",
    )
    open_end = Text("sin límite", "without limit")
    text = sentence.format(
        code=rule.code, on=on, first=rule.first_day or open_end, last=rule.last_day or open_end
    )
    return Fault("start", "in_force", text)
