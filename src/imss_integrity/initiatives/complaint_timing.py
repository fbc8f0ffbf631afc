"""How long complaints take from stage to stage.

Tiempos de atención de denuncias. Only counts and medians leave this module, and no folio.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise

import attrs

from ..kernel.arguments import members_of, repeated_codes
from ..kernel.errors import Fault, InconsistentError, must, raise_any
from ..kernel.exact import shown_number
from ..kernel.fields import DAY, Each, ExactNumber, InstanceOf, OneOf, Optional, WholeNumber
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value
from .complaints import Complaint, ComplaintStage
from .medians import exact_median

__all__ = ["ComplaintTimes", "StageTime", "complaint_times"]

_MEDIAN = Optional(ExactNumber(0))
_SOURCES = (
    Source(
        code="iso-37002-2021",
        title=Text(
            "ISO 37002:2021, sistemas de gestión de la denuncia de irregularidades: etapas",
            "ISO 37002:2021, whistleblowing management systems: stages",
        ),
    ),
)


@attrs.frozen(kw_only=True, weakref_slot=False)
class StageTime(Value):
    """How many complaints reached a stage, how many are still in it, and how long it took.

    Attributes:
        stage: The stage.
        reached: How many complaints reached it.
        resting: How many of them are in it still, not having reached the next.
        median_days: Median of the calendar days from the stage before, exact, 0 or more;
            ``None``: it is the first stage, or none reached it.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    stage: ComplaintStage = attrs.field(validator=OneOf(ComplaintStage))
    reached: int = attrs.field(validator=WholeNumber())
    resting: int = attrs.field(validator=WholeNumber())
    median_days: Fraction | None = attrs.field(validator=_MEDIAN)


@attrs.frozen(kw_only=True, weakref_slot=False)
class ComplaintTimes(Report, Value):
    """How long complaints take from stage to stage, as of a day.

    Tiempos de atención de denuncias. Counts may be small: before they are published by unit
    or by matter they go through `privacy.suppress`.

    Attributes:
        stages: One for each stage, in order.
        median_days: Median of the calendar days from receiving to concluding, exact; ``None``:
            none is concluded.
        on: The day.
        status: ``OWN``.
        sources: What the stages rest on.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    stages: tuple[StageTime, ...] = attrs.field(validator=Each(InstanceOf(StageTime)))
    median_days: Fraction | None = attrs.field(validator=_MEDIAN)
    on: date = attrs.field(validator=DAY)
    status: Status = attrs.field(validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(validator=Each(InstanceOf(Source)))

    def _table(self, language: Language) -> Table:
        title = Text("Denuncias por etapa al {on}", "Complaints by stage on {on}")
        whole = Text(
            "Mediana de recibir a concluir: {n} días naturales, sólo de las concluidas",
            "Median from receiving to concluding: {n} calendar days, of those concluded only",
        ).format(n=_shown(self.median_days))
        return Table(
            title=title.format(on=self.on).to(language),
            lines=() if self.median_days is None else (whole.to(language),),
            header=_HEADER[language],
            rows=tuple(
                (
                    one.stage.label.to(language),
                    shown_number(one.reached),
                    shown_number(one.resting),
                    _shown(one.median_days),
                )
                for one in self.stages
            ),
        )

    def _records(self) -> list[dict[str, object]]:
        return [
            {
                "on": self.on,
                "stage": one.stage.value,
                "reached": one.reached,
                "resting": one.resting,
                "median_days": one.median_days,
                "status": self.status.value,
            }
            for one in self.stages
        ]


_HEADER = {
    Language.ES: ("etapa", "llegaron", "siguen en ella", "mediana de días desde la anterior"),
    Language.EN: ("stage", "reached", "still in it", "median days from the one before"),
}


def complaint_times(complaints: Iterable[Complaint], *, on: date) -> ComplaintTimes:
    """Say how long complaints take from stage to stage, as of a day.

    Tiempos de atención de denuncias.

    Args:
        complaints: The complaints, with the stages that they reached by the day *on*.
        on: The day; never before a day of a complaint.

    Returns:
        Counts and medians by stage, in calendar days. A median is of the complaints that have
        reached the stage: it says nothing of how long the others will take.

    Raises:
        InvalidValueError: If a member is no `Complaint`, or *on* is no civil day.
        InconsistentError: If two complaints share a folio, or one has a day after *on*; all
            are named.

    Source:
        Own, by the stages of ISO 37002:2021.

    >>> told = [
    ...     Complaint(folio="D-1", received=date(2026, 1, 5), assessed=date(2026, 1, 9)),
    ...     Complaint(folio="D-2", received=date(2026, 1, 5), assessed=date(2026, 1, 12)),
    ...     Complaint(folio="D-3", received=date(2026, 1, 7)),
    ... ]
    >>> times = complaint_times(told, on=date(2026, 1, 31))
    >>> [(one.stage.value, one.reached, one.resting, one.median_days) for one in times.stages[:2]]
    [('recibir', 3, 1, None), ('evaluar', 2, 2, Fraction(11, 2))]
    >>> complaint_times(told, on=date(2026, 1, 8))
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 2 faults:
    - 'on' must not precede the days of the complaint: got ... @ complaints[0].on
    - 'on' must not precede the days of the complaint: got ... @ complaints[1].on
    """
    DAY.check("on", on)
    given = members_of("complaints", complaints, Complaint)
    raise_any(repeated_codes("complaints", (one.folio for one in given)), InconsistentError)
    raise_any(_later(given, on), InconsistentError)
    resting = Counter(one.stage for one in given)
    whole = [(one.days[-1] - one.days[0]).days for one in given if one.concluded]
    return ComplaintTimes(
        stages=tuple(
            StageTime(
                stage=stage,
                reached=sum(len(one.days) > place for one in given),
                resting=resting[stage],
                median_days=exact_median(_waits(given, place)),
            )
            for place, stage in enumerate(ComplaintStage)
        ),
        median_days=exact_median(whole),
        on=on,
        status=Status.OWN,
        sources=_SOURCES,
    )


def _later(complaints: Sequence[Complaint], on: date) -> Iterator[Fault]:
    rule = Text("no preceder a los días de la denuncia", "not precede the days of the complaint")
    for place, one in enumerate(complaints):
        if one.days[-1] > on:
            yield must(f"complaints[{place}].on", "order", rule, on)


def _waits(complaints: Iterable[Complaint], place: int) -> list[int]:
    """Give the days from the stage before to that at *place*, of those that reached it."""
    pairs = [list(pairwise(one.days)) for one in complaints]
    return [(own[place - 1][1] - own[place - 1][0]).days for own in pairs if 0 < place <= len(own)]


def _shown(days: Fraction | None) -> str:
    return "" if days is None else shown_number(days)
