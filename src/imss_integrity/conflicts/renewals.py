"""When the next declaration falls due, by which rule, and what is late already.

Renovación de declaraciones. What the law leaves open is an own reading, and said so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from ..kernel.arguments import check_mapping
from ..kernel.deadline import DeadlineRule, deadline_of
from ..kernel.errors import Fault, raise_any
from ..kernel.fields import DAY, FIRST_DAY, LAST_DAY, InstanceOf, Optional, choice
from ..kernel.provenance import Rule, Status, merged_sources, weakest
from ..kernel.text import Text
from .renewal_results import Renewal, RenewalDue, RenewalReason
from .renewal_rules import RenewalRules, YearlyWindow
from .screening import Screening

__all__ = ["renewal_due"]


def renewal_due(
    rules: RenewalRules,
    *,
    on: date,
    took_office: date | None = None,
    left_office: date | None = None,
    changed: date | None = None,
    screening: Screening | None = None,
    filed: Mapping[RenewalReason, date] | None = None,
) -> Renewal:
    """Say which declarations one person still has to make, and by when.

    Renovación de la declaración de intereses. Own readings: the first yearly window is the
    first that begins after office was taken, the last one the last that begins while it is
    held; late or not, a declaration made since a window began answers it; *at once* is the
    day of the change itself, because there are no times of day.

    Args:
        rules: When declarations fall due.
        on: The day that late is measured from.
        took_office: The day of taking office; ``None``: before anything that matters here, or
            within so few days of leaving another office that no initial declaration is due.
        left_office: The day of leaving it; ``None``: still in office, or moved to where a
            notice is enough.
        changed: The day on which a possible conflict appeared; ``None``: none did.
        screening: The last screening; its level and policy set the follow-up.
        filed: Reason -> the day of the last declaration made for it; ``None``: none. Any
            declaration since *changed* answers the change.

    Returns:
        What is due and not made: of the yearly windows every one that was missed, and the
        next.

    Raises:
        InvalidValueError: If an argument breaks its rule, or office is left before it is taken.
        NotInForceError: If a rule is not in force on the day that it counts from.

    Source:
        Those of *rules*, and the policy of the screening; see above for own readings.

    >>> from imss_integrity.catalog import RENEWAL_RULES
    >>> renewal = renewal_due(RENEWAL_RULES, on=date(2026, 6, 1), took_office=date(2026, 4, 20))
    >>> [(due.reason.value, str(due.last_day)) for due in renewal.late]
    [('modificacion', '2026-05-31')]
    >>> renewal.next_due.reason.value, str(renewal.next_due.last_day)
    ('inicial', '2026-06-19')
    >>> renewal_due(RENEWAL_RULES, on="2026-06-01")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'on' must be a civil day (date): got a text...
    """
    InstanceOf(RenewalRules).check("rules", rules)
    DAY.check("on", on)
    days = {"took_office": took_office, "left_office": left_office, "changed": changed}
    for name, day in days.items():
        Optional(DAY).check(name, day)
    Optional(InstanceOf(Screening)).check("screening", screening)
    made = _read(filed)
    raise_any(_order_faults(days, made, on))
    since = max(filter(None, (took_office, made.get(RenewalReason.YEARLY))), default=None)
    dues = [
        *_after(RenewalReason.INITIAL, rules.initial, took_office, made),
        *_yearly(rules.yearly, since, left_office, on),
        *_after(RenewalReason.CONCLUSION, rules.conclusion, left_office, made),
        *_change(rules.change, changed, made),
        *_follow_up(screening),
    ]
    dues.sort(key=lambda due: due.last_day or LAST_DAY)
    grounds = [due.rule.source for due in dues if due.rule is not None]
    policy = () if screening is None else screening.policy.sources
    return Renewal(
        on=on,
        dues=tuple(dues),
        status=weakest(due.status for due in dues) if dues else Status.OWN,
        sources=merged_sources(grounds, policy),
    )


def _read(filed: Mapping[RenewalReason, date] | None) -> dict[RenewalReason, date]:
    check_mapping("filed", {} if filed is None else filed)
    made: dict[RenewalReason, date] = {}
    for reason, day in (filed or {}).items():
        known = choice(RenewalReason, reason, path="filed")
        DAY.check(f"filed[{known}]", day)
        made[known] = day
    return made


def _order_faults(
    days: Mapping[str, date | None], made: Mapping[RenewalReason, date], on: date
) -> Iterator[Fault]:
    taken, left = days["took_office"], days["left_office"]
    if taken is not None and left is not None and left < taken:
        text = Text(
            "'left_office' no debe ser anterior a 'took_office'",
            "'left_office' must not precede 'took_office'",
        )
        yield Fault("left_office", "order", text)
    past = {"changed": days["changed"], **{f"filed[{one}]": day for one, day in made.items()}}
    for name, day in past.items():
        if day is not None and on < day:
            text = Text("'{name}' no debe ser posterior a 'on'", "'{name}' must not be after 'on'")
            yield Fault(name, "order", text.format(name=name))


def _after(
    reason: RenewalReason,
    rule: DeadlineRule,
    start: date | None,
    made: Mapping[RenewalReason, date],
) -> Iterator[RenewalDue]:
    if start is not None and made.get(reason, FIRST_DAY) < start:
        last = deadline_of(rule, start)
        yield _due(reason, start, last, rule.rule)


def _due(
    reason: RenewalReason, first: date, last: date, rule: Rule, status: Status | None = None
) -> RenewalDue:
    return RenewalDue(
        reason=reason,
        first_day=first,
        last_day=last,
        what=rule.text,
        rule=rule,
        status=status or rule.status,
    )


def _yearly(
    window: YearlyWindow, since: date | None, left: date | None, on: date
) -> Iterator[RenewalDue]:
    """Go through the windows that begin after *since*, up to the first that ends after *on*.

    Where nothing is known of the past, only that last one counts.
    """
    for year in range((since or on).year, LAST_DAY.year + 1):
        period = window.of_year(year)
        is_gone = period.end < on if since is None else period.start <= since
        if is_gone or not window.rule.in_force(on=period.start):
            continue
        if left is not None and left < period.start:
            return
        yield _due(RenewalReason.YEARLY, period.start, period.end, window.rule)
        if on <= period.end:
            return


def _change(
    rule: Rule, changed: date | None, made: Mapping[RenewalReason, date]
) -> Iterator[RenewalDue]:
    if changed is None or not rule.in_force(on=changed):
        return
    if max(made.values(), default=FIRST_DAY) < changed:
        # That *at once* means the same day is an own reading.
        yield _due(RenewalReason.CHANGE, changed, changed, rule, Status.OWN)


def _follow_up(screening: Screening | None) -> Iterator[RenewalDue]:
    if screening is None:
        return
    for review in screening.policy.reviews:
        if review.level is screening.level:
            yield RenewalDue(
                reason=RenewalReason.FOLLOW_UP,
                first_day=screening.on,
                last_day=screening.review_on,
                what=review.when,
                rule=None,
                status=screening.policy.status,
            )
