"""How requests for information are replied to: how many in time, and how fast.

Tiempos de respuesta. What is overdue and not replied to counts as not in time: otherwise a
body would do better by not replying at all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

import attrs

from ..kernel.arguments import members_of, repeated_codes
from ..kernel.calendar import Calendar
from ..kernel.errors import Fault, InconsistentError, NotInForceError, placed, raise_any
from ..kernel.exact import shown_number
from ..kernel.fields import DAY, Each, InstanceOf, OneOf
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value
from .information_requests import InformationRequest
from .medians import exact_median
from .request_clocks import RequestClock, ResponseStanding, early_faults
from .request_rules import RequestRules
from .request_timing import request_clock

__all__ = ["ResponseTimes", "response_times"]

_IN_TIME = ResponseStanding.IN_TIME
_DUE = (_IN_TIME, ResponseStanding.LATE, ResponseStanding.OVERDUE)


@attrs.frozen(kw_only=True, weakref_slot=False)
class ResponseTimes(Report, Value):
    """How requests are replied to, as of a day.

    Tiempos de respuesta. Records have one row for each request.

    Attributes:
        clocks: The days of each request, in order, no folio twice.
        on: The day.
        status: ``OWN``, as that of the clocks.
        sources: The laws.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    clocks: tuple[RequestClock, ...] = attrs.field(validator=Each(InstanceOf(RequestClock)))
    on: date = attrs.field(validator=DAY)
    status: Status = attrs.field(validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(validator=Each(InstanceOf(Source)))

    @property
    def counts(self) -> dict[ResponseStanding, int]:
        """How many requests stand how; every standing is there."""
        found = Counter(clock.standing(on=self.on) for clock in self.clocks)
        return {standing: found[standing] for standing in ResponseStanding}

    @property
    def in_time_share(self) -> Fraction | None:
        """The share that was replied to in time, 0 to 1, exact.

        Of those replied to, in time or late, and those overdue; ``None``: there is none.
        """
        counts = self.counts
        due = sum(counts[standing] for standing in _DUE)
        return Fraction(counts[_IN_TIME], due) if due else None

    @property
    def median_days(self) -> Fraction | None:
        """The median of the business days to a reply, exact; ``None``: there is no reply.

        Of requests that were replied to, so it says nothing of how long the others wait.
        """
        return exact_median(clock.days for clock in self.clocks if clock.days is not None)

    @property
    def overdue(self) -> tuple[str, ...]:
        """Folios of what is overdue and not replied to, in order."""
        return tuple(
            clock.request.folio
            for clock in self.clocks
            if clock.standing(on=self.on) is ResponseStanding.OVERDUE
        )

    def _table(self, language: Language) -> Table:
        title = Text("Respuesta a {n} solicitudes al {on}", "Reply to {n} requests on {on}")
        return Table(
            title=title.format(n=len(self.clocks), on=self.on).to(language),
            lines=tuple(line.to(language) for line in self._lines()),
            header=_HEADER[language],
            rows=tuple(
                (standing.label.to(language), str(count)) for standing, count in self.counts.items()
            ),
        )

    def _lines(self) -> Iterator[Text]:
        if self.in_time_share is not None:
            words = Text(
                "En tiempo: {p} % de las respondidas o vencidas",
                "In time: {p} % of those replied to or overdue",
            )
            yield words.format(p=shown_number(100 * self.in_time_share))
        if self.median_days is not None:
            words = Text(
                "Mediana hasta la respuesta: {n} días hábiles",
                "Median to the reply: {n} business days",
            )
            yield words.format(n=shown_number(self.median_days))
        if self.overdue:
            words = Text("Vencidas sin respuesta: {folios}", "Overdue without reply: {folios}")
            yield words.format(folios=", ".join(self.overdue))

    def _records(self) -> list[dict[str, object]]:
        return [
            {
                "folio": clock.request.folio,
                "filed": clock.request.filed,
                "start": clock.start,
                "by": clock.reply_by,
                "replied": clock.request.reply and clock.request.reply.on,
                "days": clock.days,
                "on": self.on,
                "standing": clock.standing(on=self.on).value,
                "status": self.status.value,
            }
            for clock in self.clocks
        ]


_HEADER = {
    Language.ES: ("situación", "solicitudes"),
    Language.EN: ("standing", "requests"),
}


def response_times(
    requests: Iterable[InformationRequest], *, on: date, rules: RequestRules, calendar: Calendar
) -> ResponseTimes:
    """Say how requests for information are replied to, as of a day.

    Tiempos de respuesta.

    Args:
        requests: The requests, with what happened to them by the day *on*.
        on: The day; never before something that happened to a request.
        rules: How long each step may take; those of the law are `catalog.REQUEST_RULES`.
        calendar: Whose business days count.

    Returns:
        How many were replied to in time or late, are open or overdue, or wait to be
        clarified; the share in time; the median of the business days to a reply.

    Raises:
        InvalidValueError: If an argument is of the wrong kind.
        InconsistentError: If two requests share a folio, or *on* precedes a day of one; all
            are named.
        NotInForceError: If a rule is not in force on a day of a request.

    Source:
        Own, by the times of LGTAIP 2025.

    >>> from imss_integrity.catalog import REQUEST_RULES
    >>> from imss_integrity.initiatives import Reply
    >>> day = date(2026, 1, 8)
    >>> requests = [
    ...     InformationRequest(folio="S-1", filed=day, reply=Reply(on=date(2026, 1, 15))),
    ...     InformationRequest(folio="S-2", filed=day),
    ... ]
    >>> law = {"rules": REQUEST_RULES, "calendar": Calendar()}
    >>> times = response_times(requests, on=date(2026, 2, 7), **law)
    >>> times.in_time_share, times.median_days, times.overdue
    (Fraction(1, 2), Fraction(5, 1), ('S-2',))
    >>> response_times(requests, on=day, **law)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'on' must not precede the last day of the re...
    """
    given = members_of("requests", requests, InformationRequest)
    DAY.check("on", on)
    InstanceOf(RequestRules).check("rules", rules)
    InstanceOf(Calendar).check("calendar", calendar)
    raise_any(repeated_codes("requests", (one.folio for one in given)), InconsistentError)
    early = (
        placed(fault, f"requests[{place}]")
        for place, request in enumerate(given)
        for fault in early_faults(request, on)
    )
    raise_any(early, InconsistentError)
    clocks: list[RequestClock] = []
    faults: list[Fault] = []
    for place, request in enumerate(given):
        try:
            clocks.append(request_clock(request, rules=rules, calendar=calendar))
        except NotInForceError as error:
            faults.extend(error.under(f"requests[{place}]").faults)
    raise_any(faults, NotInForceError)
    return ResponseTimes(clocks=tuple(clocks), on=on, status=Status.OWN, sources=rules.sources)
