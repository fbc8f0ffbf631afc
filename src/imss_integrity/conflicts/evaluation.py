"""What a response amounts to on a day: what is enabled, missing, pending, dropped, and why.

Evaluación. Required is judged after enablement; scores and conditions read the effective
answers only; an answer that is disabled now is listed, never destroyed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import cast

import attrs

from ..kernel.exact import exact_sum, shown_number
from ..kernel.fields import CODE, DAY, NAME, Each, ExactNumber, InstanceOf, OneOf
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value
from .answer_checks import label_of
from .answers import Absence
from .enabling import Enabled
from .layout import Place
from .questions import Question
from .responses import Response

__all__ = ["Evaluation", "effective", "evaluate"]

_PATHS = Each(NAME)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Evaluation(Report, Value):
    """What a response amounts to on a day.

    Evaluación. Paths look like ``FAM1`` or ``FAM1.detalle[0].FAM1.fin``, in the order of the
    document; they name questions and hold no answer. Yet which ones are asked, missing or
    declined tells of the person, so ``repr`` shows none of it.

    Attributes:
        enabled: Codes of the questions and groups that are enabled; what lies in a group that
            repeats, if it is in one of its instances, or would be in an empty first one.
        missing: Paths of what is required, enabled and not answered yet.
        dropped: Paths that hold an answer but are disabled.
        absences: For each path without an answer that counts, which of the five kinds of
            absence it is.
        score: The sum of the weights of the chosen options that are enabled, exact.
        status, sources: Those of the questionnaire.
    """

    enabled: tuple[str, ...] = attrs.field(validator=Each(CODE), repr=False)
    missing: tuple[str, ...] = attrs.field(validator=_PATHS, repr=False)
    dropped: tuple[str, ...] = attrs.field(validator=_PATHS, repr=False)
    absences: tuple[tuple[str, Absence], ...] = attrs.field(repr=False)
    score: Fraction = attrs.field(validator=ExactNumber(), repr=False)
    status: Status = attrs.field(validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(validator=Each(InstanceOf(Source)))

    @property
    def pending(self) -> tuple[str, ...]:
        """Paths answered with "no sé"."""
        return self._absent(Absence.UNKNOWN)

    @property
    def declined(self) -> tuple[str, ...]:
        """Paths that the person declined."""
        return self._absent(Absence.DECLINED)

    def _absent(self, kind: Absence) -> tuple[str, ...]:
        return tuple(path for path, absence in self.absences if absence is kind)

    @property
    def is_complete(self) -> bool:
        """Whether nothing that is required is missing; what is pending may still be."""
        return not self.missing

    def _table(self, language: Language) -> Table:
        lists = {
            Text("Faltan", "Missing"): self.missing,
            Text("Pendientes (no sé)", "Pending (unknown)"): self.pending,
            Text("Declinadas", "Declined"): self.declined,
            Text("Fuera por condición", "Dropped by a condition"): self.dropped,
        }
        title = Text(
            "Habilitados: {n}; peso de las opciones: {score}",
            "Enabled: {n}; weight of the options: {score}",
        )
        lines = [
            f"{name.to(language)}: {', '.join(paths)}" for name, paths in lists.items() if paths
        ]
        return Table(
            title=title.format(n=len(self.enabled), score=shown_number(self.score)).to(language),
            lines=tuple(lines),
        )

    def _records(self) -> list[dict[str, object]]:
        states = {"missing": self.missing, "pending": self.pending, "declined": self.declined}
        states["dropped"] = self.dropped
        return [{"state": state, "path": path} for state, paths in states.items() for path in paths]


def evaluate(response: Response, *, on: date) -> Evaluation:
    """Say what a response amounts to on the day *on*.

    Evaluación de una respuesta. The time is linear in the questions and conditions.

    Args:
        response: The response.
        on: The day; windows and bounds that look back are measured from it.

    Returns:
        What is enabled, missing, pending, declined and dropped, and the weight of the options.

    Raises:
        NotInForceError: If *on* lies outside the period of the questionnaire.
        InvalidValueError: If a day breaks a bound that depends on *on*, such as a day in the
            future; every such day is named, none is shown.

    Source:
        Own; operators after HL7 FHIR R5.

    >>> from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE
    >>> draft = Response.from_answers(CONFLICT_QUESTIONNAIRE, {"EMP1": "si"})
    >>> evaluate(draft, on=date(2026, 5, 4)).missing[-2:]
    ('INF1', 'OTH1')
    >>> evaluate(draft, on="2026-05-04")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'on' must be a civil day (date): got a text...
    """
    InstanceOf(Response).check("response", response)
    DAY.check("on", on)
    questionnaire = response.questionnaire
    questionnaire.check_day(on, response.values)
    state = questionnaire.plan.enabled(response.values, on=on)
    found = _Findings(response, state, on)
    found.gather()
    return Evaluation(
        enabled=tuple(found.enabled),
        missing=tuple(found.missing),
        dropped=tuple(found.dropped),
        absences=tuple(found.absences),
        score=exact_sum(found.weights),
        status=questionnaire.status,
        sources=questionnaire.sources,
    )


def effective(response: Response, state: Enabled, place: Place, row: int | None) -> object:
    """Give the value at a place as conditions and scores read it: ``None`` where it is disabled."""
    return response.at(place, row) if _is_on(response, state, place, row) else None


def _is_on(response: Response, state: Enabled, place: Place, row: int | None) -> bool:
    plan = response.questionnaire.plan
    mask = state[0] if place.frame is None else plan.instance(state, place.frame, row or 0)
    return bool(mask >> place.position & 1)


class _Findings:
    """Goes through the places of a response once, in the order of the document."""

    def __init__(self, response: Response, state: Enabled, on: date) -> None:
        self.response, self.state, self.on = response, state, on
        self.layout = response.questionnaire.layout
        self.enabled: list[str] = []
        self.missing: list[str] = []
        self.dropped: list[str] = []
        self.weights: list[Fraction] = []
        self.absences: list[tuple[str, Absence]] = []

    def gather(self) -> None:
        empty = self._empty_instances()
        for code, place in self.layout.places.items():
            if place.frame is None:
                self._look(place, None)
                is_on = _is_on(self.response, self.state, place, None)
            else:
                rows = range(len(self.response.rows(place.frame)))
                for row in rows:
                    self._look(place, row)
                is_on = any(_is_on(self.response, self.state, place, row) for row in rows)
                is_on = is_on or bool(empty.get(place.frame, 0) >> place.position & 1)
            if is_on:
                self.enabled.append(code)

    def _empty_instances(self) -> dict[int, int]:
        """Give what would be enabled in the first instance of a group that has none yet."""
        plan = self.response.questionnaire.plan
        bare = [
            group
            for group in self.layout.rows
            if not self.response.rows(group) and self.state[0] >> group & 1
        ]
        state = self.state
        if any(group in plan.dynamic for group in bare):
            values = list(self.response.values)
            for group in bare:
                values[group] = ((None,) * len(self.layout.rows[group]),)
            state = plan.enabled(tuple(values), on=self.on)
        return {group: plan.instance(state, group, 0) for group in bare}

    def _look(self, place: Place, row: int | None) -> None:
        question = place.question
        value = self.response.at(place, row)
        path = label_of(self.layout, place, row)
        is_on = _is_on(self.response, self.state, place, row)
        if question.is_group:
            if is_on and question.required and not self._is_filled(place, row):
                self.missing.append(path)
        elif not is_on:
            self.absences.append((path, Absence.NOT_ASKED))
            if value is not None and not isinstance(value, Absence):
                self.dropped.append(path)
        elif value is None:
            self.absences.append((path, Absence.NOT_YET_ANSWERED))
            if question.required:
                self.missing.append(path)
        elif isinstance(value, Absence):
            self.absences.append((path, value))
        else:
            self.weights.extend(_weights(question, value))

    def _is_filled(self, place: Place, row: int | None) -> bool:
        """Say whether a required group holds an instance, or an answer that is enabled."""
        if place.question.repeats:
            return bool(self.response.rows(place.position))
        frame = self.layout.frame_of(place)
        inside = (below for below in frame.below(place.position) if not below.question.is_group)
        return any(effective(self.response, self.state, below, row) is not None for below in inside)


def _weights(question: Question, value: object) -> Iterator[Fraction]:
    codes = cast("tuple[object, ...]", value) if type(value) is tuple else (value,)
    chosen = (question.option(code) for code in codes)
    yield from (o.weight for o in chosen if o is not None and o.weight is not None)
