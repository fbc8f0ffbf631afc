"""A filing: one questionnaire of one person, from draft to its end, as the fold of its events.

Expediente de respuesta. A filing is its events and nothing else; what may follow what is data.
It keeps one version of the questionnaire to its end: another version takes another filing, or
answers brought over by `migrate_answers`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import Any, cast, get_args

import attrs

from ..kernel.arguments import members_of
from ..kernel.errors import (
    Fault,
    ImssIntegrityError,
    InconsistentError,
    must,
    raise_any,
)
from ..kernel.fields import Each, InstanceOf
from ..kernel.text import Text
from ..kernel.values import Value
from .filing_events import (
    Amended,
    ClarificationAsked,
    Drafted,
    FilingEvent,
    FilingMove,
    Submitted,
    Superseded,
)
from .filing_states import TRANSITIONS, FilingState, foreign_version, illegal_move
from .questionnaires import Questionnaire
from .responses import Response
from .submissions import Submission
from .views import effective_view

__all__ = ["Filing", "apply_event", "replay_filing"]


@attrs.frozen(weakref_slot=False)
class _Standing:
    """Where a filing stands after some of its events."""

    state: FilingState
    opened: Drafted
    on: date
    entered: Response
    submissions: tuple[Submission, ...] = ()
    asked: tuple[str, ...] = ()


def _check_events(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
    Each(InstanceOf(Value), least=1).check(attribute.name, value)
    rule = Text("ser un evento de expediente", "be an event of a filing")
    events = cast("tuple[object, ...]", value)
    raise_any(
        must(f"{attribute.name}[{number}]", "type", rule, event)
        for number, event in enumerate(events)
        if type(event) not in get_args(FilingEvent)
    )


@attrs.frozen(kw_only=True, weakref_slot=False)
class Filing(Value):
    """One questionnaire of one person over time.

    Expediente de respuesta. Made by `replay_filing`, and carried on by `apply_event`.

    Attributes:
        events: What happened, in order; the first one opens it.

    Raises:
        InvalidValueError: If there is no event, or something that is none.
        InconsistentError: If an event may not follow, goes back in time, answers another
            version, asks about what is no question, or supersedes the filing by itself.
        MissingDataError: If it was submitted while a required, enabled answer was missing.
        NotInForceError: If it was submitted outside the period of the questionnaire.

    Source:
        Own.
    """

    events: tuple[FilingEvent, ...] = attrs.field(validator=_check_events)

    def __attrs_post_init__(self) -> None:
        _ = self._standing

    @cached_property
    def _standing(self) -> _Standing:
        standing = _begun(self.events[0])
        for number, event in enumerate(self.events[1:], start=1):
            place = f"events[{number}]"
            try:
                standing = _after(standing, event)
            except ImssIntegrityError as error:
                raise error.under(place) from None
        return standing

    @property
    def code(self) -> str:
        """Code of the filing."""
        return self._standing.opened.code

    @property
    def subject(self) -> str:
        """Pseudonym of the person."""
        return self._standing.opened.subject

    @property
    def questionnaire(self) -> Questionnaire:
        """The version of the questionnaire that it keeps to its end."""
        return self._standing.opened.response.questionnaire

    @property
    def state(self) -> FilingState:
        """Where it stands."""
        return self._standing.state

    @property
    def on(self) -> date:
        """The day of its last event."""
        return self._standing.on

    @property
    def legal_moves(self) -> tuple[FilingMove, ...]:
        """What may follow."""
        return tuple(TRANSITIONS[self.state])

    @property
    def asked(self) -> tuple[str, ...]:
        """Codes of the questions asked about since it was last submitted, each once."""
        return self._standing.asked

    @property
    def entered(self) -> Response:
        """Everything that is entered, also under questions that are disabled."""
        return self._standing.entered

    def effective(self, *, on: date) -> Response:
        """Give what is entered under the questions that are enabled on the day *on*.

        Raises:
            NotInForceError: If *on* lies outside the period of the questionnaire.
            InvalidValueError: If a day breaks a bound that depends on *on*; none is shown.
        """
        return effective_view(self.entered, on=on)

    @property
    def submissions(self) -> tuple[Submission, ...]:
        """All that was ever submitted, in order."""
        return self._standing.submissions

    @property
    def submitted(self) -> Submission | None:
        """What was submitted last; ``None``: nothing yet."""
        return self.submissions[-1] if self.submissions else None


def _begun(event: FilingEvent) -> _Standing:
    if not isinstance(event, Drafted):
        rule = Text("abrir el expediente: '{draft}'", "open the filing: '{draft}'")
        fault = must("events[0]", "transition", rule.format(draft=FilingMove.DRAFT), event.move)
        raise InconsistentError(fault)
    return _Standing(FilingState.DRAFT, event, event.on, event.response)


def _after(standing: _Standing, event: FilingEvent) -> _Standing:
    raise_any(_faults(standing, event), InconsistentError)
    following = attrs.evolve(standing, state=TRANSITIONS[standing.state][event.move], on=event.on)
    if isinstance(event, Amended):
        return attrs.evolve(following, entered=event.response)
    if isinstance(event, ClarificationAsked):
        asked = dict.fromkeys((*standing.asked, *event.questions))
        return attrs.evolve(following, asked=tuple(asked))
    if isinstance(event, Submitted):
        submission = Submission.of(
            standing.entered,
            on=event.on,
            purpose=event.purpose,
            notice_version=event.notice_version,
        )
        return attrs.evolve(following, submissions=(*standing.submissions, submission), asked=())
    return following


def _faults(standing: _Standing, event: FilingEvent) -> Iterator[Fault]:
    if event.move not in TRANSITIONS[standing.state]:
        yield illegal_move(standing.state, event.move)
    if event.on < standing.on:
        text = Text(
            "'on' no debe ser anterior al último evento del expediente",
            "'on' must not precede the last event of the filing",
        )
        yield Fault("on", "order", text)
    own = standing.opened.response.questionnaire
    if isinstance(event, Amended) and event.response.questionnaire.identity != own.identity:
        yield foreign_version(own, event.response.questionnaire)
    if isinstance(event, ClarificationAsked):
        for number, code in enumerate(event.questions):
            if code not in own.layout.places:
                # What is no code of a question may be anything, so it is not shown.
                text = Text(
                    "'questions' debe llevar reactivos del cuestionario",
                    "'questions' must hold questions of the questionnaire",
                )
                yield Fault(f"questions[{number}]", "unknown", text)
    if isinstance(event, Superseded) and event.by == standing.opened.code:
        text = Text("'by' debe nombrar otro expediente", "'by' must name another filing")
        yield Fault("by", "self", text)


def apply_event(filing: Filing, event: FilingEvent) -> Filing:
    """Give the filing that *filing* becomes by *event*; *filing* stays as it is.

    Siguiente estado de un expediente.

    Raises:
        InvalidValueError: If an argument is of another class.
        InconsistentError: If the event may not follow; see `Filing`.
        MissingDataError: If it submits while a required, enabled answer is missing.
        NotInForceError: If it submits outside the period of the questionnaire.

    Source:
        Own.

    >>> from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE
    >>> draft = Response.from_answers(CONFLICT_QUESTIONNAIRE, {"EMP1": "no"})
    >>> filing = replay_filing([
    ...     Drafted(on=date(2026, 5, 4), code="E-1", subject="a1b2", response=draft)])
    >>> filing.state, filing.submitted
    (<FilingState.DRAFT: 'borrador'>, None)
    >>> apply_event(filing, ClarificationAsked(on=date(2026, 5, 5), questions=("EMP1",)))
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: a filing in state 'borrador' must go on with...
    """
    InstanceOf(Filing).check("filing", filing)
    return Filing(events=(*filing.events, event))


def replay_filing(events: Iterable[FilingEvent]) -> Filing:
    """Give the filing that is the fold of *events*, in their order.

    Expediente a partir de sus eventos.

    Raises:
        InvalidValueError: If *events* is no series of events.
        InconsistentError, MissingDataError, NotInForceError: As of `Filing`.

    Source:
        Own.

    >>> replay_filing([Submitted(on=date(2026, 5, 4), purpose="p", notice_version="1")])
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'events[0]' must open the filing: 'apertura':...
    """
    return Filing(events=cast("tuple[FilingEvent, ...]", members_of("events", events, Value)))
