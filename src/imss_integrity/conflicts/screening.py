"""Screening a response: interests, hard triggers, level, what is pending, and what to do.

Detección de conflictos de intereses. The score is an own proposal; hard triggers are set by
law, and no score outweighs them. Incomplete is never clean. A screening refers to whoever
must look into it; it declares nobody guilty.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import cached_property

import attrs

from ..kernel.calendar import Calendar
from ..kernel.errors import Fault, InconsistentError
from ..kernel.fields import DAY, InstanceOf, Optional
from ..kernel.months import add_months
from ..kernel.provenance import Source, Status, merged_sources, weakest
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value
from . import screening_shown
from .answers import YesNo
from .counting import Counted, counted, extremes
from .evaluation import Evaluation, evaluate
from .explaining import findings_of, safeguards_of
from .findings import Finding, FiredTrigger, Safeguard
from .levels import Level, Review
from .measures import combined_score
from .measuring import Clock
from .policies import ScreeningPolicy
from .responses import Response

__all__ = ["Screening", "screen"]

_PUBLISHED = Calendar()


@attrs.frozen(kw_only=True, weakref_slot=False)
class Screening(Report, Value):
    """What a response says of conflicts of interest, on a day.

    Detección. It is made of the four things it is a view of; all else is worked out when it is
    asked for, and is the same each time. ``repr`` shows no answer and no result.

    Attributes:
        response: The response.
        on: The day.
        calendar: Whose UMA the values are measured in.
        declaration: The declaration of interests of the same person, as answers to the same
            definition; ``None``: none was compared.
        counted: The interests, their scores and triggers, before they are explained.

    Raises:
        MissingDataError: If the questionnaire has no policy.
        NotInForceError: If *on* lies outside its period, or no UMA is known for it.
        InvalidValueError: If a day breaks a bound that depends on *on*.
        InconsistentError: If the declaration answers another definition.
    """

    response: Response = attrs.field(validator=InstanceOf(Response))
    on: date = attrs.field(validator=DAY)
    calendar: Calendar = attrs.field(validator=InstanceOf(Calendar), repr=False)
    declaration: Response | None = attrs.field(
        default=None, validator=Optional(InstanceOf(Response)), repr=False
    )

    counted: Counted = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        questionnaire = self.response.questionnaire
        _ = questionnaire.screening_plan  # refuses a questionnaire without policy
        questionnaire.check_day(self.on, self.response.values)
        other = self.declaration
        if other is not None and other.questionnaire.identity != questionnaire.identity:
            text = Text(
                "'declaration' debe responder la misma definición",
                "'declaration' must answer the same definition",
            )
            raise InconsistentError(Fault("declaration", "foreign", text))
        found = counted(self.response, Clock(self.on, self.calendar))
        object.__setattr__(self, "counted", found)  # worked out once, from the fields above

    @property
    def policy(self) -> ScreeningPolicy:
        """The policy of the questionnaire."""
        return self.response.questionnaire.screening_plan[0]

    @cached_property
    def contradictions(self) -> tuple[str, ...]:
        """Enabled questions where response and declaration say yes and no, in policy order."""
        if self.declaration is None:
            return ()
        pairs = (
            (code, self.response.answer(code).values, self.declaration.answer(code).values)
            for code in (rule.question for rule in self.policy.interests)
            if code in self.enabled
        )
        return tuple(code for code, own, other in pairs if {*own, *other} == set(YesNo))

    @property
    def total(self) -> Fraction:
        """The combined score of what is stated, 0 to 100, exact (own)."""
        return combined_score(self.counted.scores)

    @property
    def level(self) -> Level:
        """The level that what is stated supports, with open measures at their mildest."""
        return self.counted.level(is_critical=self._refers)

    @property
    def _refers(self) -> bool:
        if self.declaration is None:
            return False
        rule = self.policy.contradiction
        return bool(self.contradictions) and rule is not None and rule.in_force(on=self.on)

    @cached_property
    def possible_levels(self) -> tuple[Level, Level]:
        """The lowest and the highest level still possible while answers are open."""
        if self.is_complete:
            return self.level, self.level
        lowest, highest = extremes(self.response, Clock(self.on, self.calendar))
        return (Level.CRITICAL, Level.CRITICAL) if self._refers else (lowest, highest)

    @cached_property
    def evaluation(self) -> Evaluation:
        """What is enabled, missing, pending, declined and dropped."""
        return evaluate(self.response, on=self.on)

    @property
    def enabled(self) -> tuple[str, ...]:
        """Codes of the questions and groups that are enabled."""
        return self.evaluation.enabled

    @property
    def pending(self) -> tuple[str, ...]:
        """Places that are open: required and missing, unknown, or declined."""
        found = self.evaluation
        return (*found.missing, *found.pending, *found.declined)

    @property
    def is_complete(self) -> bool:
        """Whether nothing is open."""
        return not self.pending

    @property
    def is_clean(self) -> bool:
        """Whether nothing is open and nothing was found; incomplete is never clean."""
        return self.is_complete and not self.counted.scores and not self.contradictions

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Each interest with its type, law and safeguards, in the order of the policy."""
        return findings_of(self.response.questionnaire, self.counted, on=self.on)

    @property
    def triggers(self) -> tuple[FiredTrigger, ...]:
        """The triggers that fired, each once, in policy order; a contradiction comes last."""
        fired = {one.code for one in self.counted.fired}
        found = [
            FiredTrigger(code=one.code, rule=one.rule, effect=one.effect)
            for one in self.policy.triggers
            if one.code in fired
        ]
        rule = self.policy.contradiction
        if self._refers and rule is not None:
            found.append(FiredTrigger(code=rule.code, rule=rule, effect=rule.text))
        return tuple(found)

    @cached_property
    def safeguards(self) -> tuple[Safeguard, ...]:
        """What the level asks for."""
        return safeguards_of(self.policy, self.level, on=self.on)

    @property
    def review(self) -> Review | None:
        """When the level is to be looked at again; ``None``: the policy does not say."""
        return next((one for one in self.policy.reviews if one.level is self.level), None)

    @property
    def review_on(self) -> date | None:
        """The day of the next look; ``None``: no fixed day is set, see `review`."""
        review = self.review
        if review is None or review.months is None:
            return None
        return add_months(self.on, review.months)

    @property  # made when it is asked for, where other results hold a field
    def status(self) -> Status:  # type: ignore[override]  # pyright: ignore[reportIncompatibleVariableOverride]
        """The weakest status of questionnaire, policy and triggers that fired."""
        fired = (trigger.rule.status for trigger in self.triggers)
        return weakest([self.response.questionnaire.status, self.policy.status, *fired])

    @property
    def sources(self) -> tuple[Source, ...]:  # type: ignore[override]  # pyright: ignore[reportIncompatibleVariableOverride]
        """What the questionnaire, the policy and the findings rest on."""
        found = tuple(finding.rule.source for finding in self.findings)
        return merged_sources(self.response.questionnaire.sources, self.policy.sources, found)

    def to_record(self) -> dict[str, object]:
        """Give the whole result as plain values for a service; it holds personal data."""
        return {
            "questionnaire": list(self.response.questionnaire.identity),
            "on": self.on.isoformat(),
            "level": self.level.value,
            "possible_levels": [level.value for level in self.possible_levels],
            "total": str(self.total),
            "is_complete": self.is_complete,
            "pending": list(self.pending),
            "contradictions": list(self.contradictions),
            "findings": screening_shown.records_of(self.findings),
            "safeguards": [screening_shown.safeguard_record(one) for one in self.safeguards],
            "status": self.status.value,
        }

    def _table(self, language: Language) -> Table:
        low, high = self.possible_levels
        return Table(
            title=screening_shown.title_of(self.level, low, high).to(language),
            lines=tuple(line.to(language) for line in self._lines()),
            header=screening_shown.HEADER[language],
            rows=tuple(screening_shown.row_of(finding, language) for finding in self.findings),
            notes=(screening_shown.NOTE.to(language),),
        )

    def _lines(self) -> Iterator[Text]:
        yield screening_shown.formula_of(self.counted.scores, self.total)
        for fired in self.triggers:
            yield screening_shown.trigger_line(fired)
        yield from screening_shown.listed(
            self.pending, self.evaluation.dropped, self.contradictions
        )
        for safeguard in self.safeguards:
            yield screening_shown.safeguard_line(safeguard)
        if self.review is not None:
            yield screening_shown.review_line(self.review, self.review_on)

    def _records(self) -> list[dict[str, object]]:
        return screening_shown.records_of(self.findings)


def screen(
    response: Response,
    *,
    on: date,
    calendar: Calendar | None = None,
    declaration: Response | None = None,
) -> Screening:
    """Screen a response for conflicts of interest, on the day *on*.

    Detección de conflictos de intereses. It never writes to the response, and an answer to a
    disabled question changes nothing but the list of what was dropped.

    Args:
        response: The response; a draft too.
        on: The day, from which recency and windows are measured.
        calendar: Whose UMA values are measured in; ``None``: the published ones.
        declaration: The declaration of interests of the same person, as answers to the same
            definition, to be compared; ``None``: none.

    Returns:
        The screening: level, range of levels still possible, findings, safeguards, what is pending.

    Raises:
        MissingDataError: If the questionnaire has no policy.
        NotInForceError: If *on* lies outside its period, or no UMA is known for *on* and a value
            must be measured.
        InvalidValueError: If a day breaks a bound that depends on *on*.
        InconsistentError: If the declaration answers another definition.

    Source:
        Score, levels and safeguards are those of the policy, own unless it says otherwise;
        triggers are those of the laws they cite.

    >>> from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE
    >>> draft = Response.from_answers(CONFLICT_QUESTIONNAIRE, {"EMP1": "no"})
    >>> screening = screen(draft, on=date(2026, 5, 4))
    >>> screening.level, screening.is_complete, screening.is_clean
    (<Level.MINIMAL: 'minimo'>, False, False)
    >>> screen(draft, on="2026-05-04")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'on' must be a civil day (date): got a text...
    """
    return Screening(
        response=response,
        on=on,
        calendar=_PUBLISHED if calendar is None else calendar,
        declaration=declaration,
    )
