"""Working out the days of a request from the rules of the law and a calendar.

Cómputo de los plazos de una solicitud.
"""

from __future__ import annotations

from datetime import date

from ..kernel.calendar import Calendar
from ..kernel.deadline import DeadlineRule, deadline_of
from ..kernel.fields import InstanceOf
from ..kernel.provenance import Status
from .information_requests import InformationRequest
from .request_clocks import RequestClock
from .request_rules import RequestRules

__all__ = ["request_clock"]


def request_clock(
    request: InformationRequest, *, rules: RequestRules, calendar: Calendar
) -> RequestClock:
    """Work out until when each step of a request is in time.

    Plazos de una solicitud. The day of an event is not counted. A clarification that is asked
    in time stops the clock, and its answer starts it anew.

    Args:
        request: The request, with what happened to it so far.
        rules: How long each step may take; those of the law are `catalog.REQUEST_RULES`.
        calendar: Whose business days count.

    Returns:
        The last day of each step. What the articles leave open is read as follows: a demand to
        clarify that comes too late stops nothing, nor does one that a reply does not wait for;
        a clarification starts the clock anew even when it comes too late; more time counts
        only if it was approved while the clock ran; and where there is no reply, an appeal is
        counted from the end of the time to answer.

    Raises:
        InvalidValueError: If an argument is of the wrong kind.
        NotInForceError: If a rule is not in force on the day from which it is counted.

    Source:
        LGTAIP 2025, arts. 130 to 148, for the times (official); business days and the
        readings above are own.

    >>> from imss_integrity.catalog import REQUEST_RULES
    >>> from imss_integrity.initiatives import Clarification
    >>> plain = InformationRequest(folio="S-1", filed=date(2026, 1, 8))
    >>> str(request_clock(plain, rules=REQUEST_RULES, calendar=Calendar()).answer_by)
    '2026-02-06'
    >>> asked = InformationRequest(folio="S-1", filed=date(2026, 1, 8),
    ...     clarification=Clarification(asked=date(2026, 1, 12), answered=date(2026, 1, 20)))
    >>> clock = request_clock(asked, rules=REQUEST_RULES, calendar=Calendar())
    >>> str(clock.start), str(clock.answer_by)
    ('2026-01-20', '2026-02-18')
    >>> old = InformationRequest(folio="S-0", filed=date(2024, 1, 8))
    >>> request_clock(old, rules=REQUEST_RULES, calendar=Calendar())
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.NotInForceError: 'LGTAIP-130-I' must be in force on 2024-01-08:...
    """
    InstanceOf(InformationRequest).check("request", request)
    InstanceOf(RequestRules).check("rules", rules)
    InstanceOf(Calendar).check("calendar", calendar)
    asked, reply, appeal = request.clarification, request.reply, request.appeal
    clarify_by = deadline_of(rules.clarification, request.filed, calendar=calendar)
    if asked is not None and asked.asked > clarify_by:
        asked = None
    start = request.filed if asked is None or (reply and not asked.answered) else asked.answered
    answer_by = _last_day(rules.answer, start, calendar, rules.extension, request.extended)
    return RequestClock(
        request=request,
        clarify_by=clarify_by,
        clarified_by=_last_day(
            rules.clarification_answer, asked.asked if asked else None, calendar
        ),
        start=start,
        public_by=_last_day(rules.already_public, start, calendar),
        not_competent_by=_last_day(rules.not_competent, start, calendar),
        answer_by=answer_by,
        days=calendar.business_days_between(start, reply.on) if start and reply else None,
        appeal_by=_last_day(rules.appeal, reply.on if reply else answer_by, calendar),
        decision_by=_last_day(
            rules.decision,
            appeal.filed if appeal else None,
            calendar,
            rules.decision_extension,
            appeal.extended if appeal else None,
        ),
        status=Status.OWN,
        sources=rules.sources,
    )


def _last_day(
    rule: DeadlineRule,
    start: date | None,
    calendar: Calendar,
    extension: DeadlineRule | None = None,
    approved: date | None = None,
) -> date | None:
    """Give the last day of a step whose clock runs from *start*, if it runs at all.

    An extension counts if it was approved while the clock ran, from its end.
    """
    if start is None:
        return None
    by = deadline_of(rule, start, calendar=calendar)
    if extension is None or approved is None or not start <= approved <= by:
        return by
    return deadline_of(extension, by, calendar=calendar)
