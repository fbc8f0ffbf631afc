"""What the compliance of a programme holds and how it is shown.

Cumplimiento del programa. Its reading stands in the title, in the score and in every row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import cast

import attrs

from ..kernel.commitment import overdue
from ..kernel.errors import Fault, InconsistentError
from ..kernel.exact import shown_number
from ..kernel.explanation import Part, Score
from ..kernel.fields import DAY, Each, InstanceOf, OneOf
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value
from .forecasting import FORECAST_METHOD, Forecast, expected_share
from .line_standings import LineStanding, standing_of
from .line_states import LineState
from .lines import ActionLine
from .programmes import Programme
from .readings import ComplianceReading, weighted_share

__all__ = ["Compliance"]


@attrs.frozen(kw_only=True, weakref_slot=False)
class Compliance(Report, Value):
    """How far a programme is met on a day, under one named reading.

    Cumplimiento. Records have one row for each line; the parts in points are in the records
    of the score.

    Attributes:
        programme: What is met so far.
        on: The day.
        reading: What counts as compliance.
        score: Compliance in percent, 0 to 100, exact; one part for each strategy, made of one
            part for each line. Its definition is the reading.
        forecast: The same at the end of the year, by the same reading.
        status: ``OWN``: readings, weights and forecast are proposals.
        sources: What the programme rests on.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: If the score does not hold the lines of the programme, each once.
    """

    programme: Programme = attrs.field(validator=InstanceOf(Programme))
    on: date = attrs.field(validator=DAY)
    reading: ComplianceReading = attrs.field(validator=OneOf(ComplianceReading))
    score: Score = attrs.field(validator=InstanceOf(Score))
    forecast: Forecast = attrs.field(validator=InstanceOf(Forecast))
    status: Status = attrs.field(validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(validator=Each(InstanceOf(Source)))

    def __attrs_post_init__(self) -> None:
        scored = [part.code for strategy in self.score.parts for part in strategy.parts]
        if sorted(scored) != sorted(line.code for line in self.programme.lines):
            raise InconsistentError(Fault("score.parts", "foreign", _OTHER_LINES))

    @property
    def shares(self) -> dict[ComplianceReading, Fraction]:
        """Compliance under each reading, 0 to 1, exact: two answers to two questions.

        They are never averaged, nor is one compared with the other of another programme.
        """
        lines = self.programme.lines
        reached = [line.share for line in lines]
        return {one: weighted_share(lines, reached, one) for one in ComplianceReading}

    @property
    def counts(self) -> dict[LineStanding, int]:
        """How many lines stand how; every standing is there, weights play no part."""
        found = Counter(standing_of(line, on=self.on) for line in self.programme.lines)
        return {standing: found[standing] for standing in LineStanding}

    @property
    def late(self) -> tuple[ActionLine, ...]:
        """The lines that are late, the longest overdue first."""
        return cast("tuple[ActionLine, ...]", overdue(self.programme.lines, on=self.on))

    @property
    def unproved(self) -> tuple[str, ...]:
        """Codes of the lines said to be met for which no evidence was given."""
        lines = self.programme.lines
        return tuple(n.code for n in lines if n.state is LineState.MET and not n.evidence)

    def _table(self, language: Language) -> Table:
        title = Text("{code} ({period}) al {on}: {p} %, {reading}", _TITLE).format(
            code=self.programme.code,
            period=self.programme.period,
            on=self.on,
            p=_percent(self.score.share),
            reading=self.reading.label,
        )
        return Table(
            title=title.to(language),
            lines=tuple(line.to(language) for line in self._lines()),
            header=_HEADER[language],
            rows=tuple(self._rows(language)),
            notes=tuple(note.to(language) for note in self._notes()),
        )

    def _lines(self) -> Iterator[Text]:
        count = self.counts
        yield Text(
            "Líneas: {n}; cumplidas: {met}, en plazo: {on}, vencidas: {late}, canceladas: {gone}",
            "Lines: {n}; complete: {met}, on track: {on}, late: {late}, cancelled: {gone}",
        ).format(
            n=len(self.programme.lines),
            met=count[LineStanding.COMPLETE],
            on=count[LineStanding.ON_TRACK],
            late=count[LineStanding.LATE],
            gone=count[LineStanding.CANCELLED],
        )
        for reading, share in self.shares.items():
            if reading is not self.reading:
                yield Text(
                    "La otra lectura, {reading}, da {p} %; las dos no se mezclan",
                    "The other reading, {reading}, gives {p} %; the two are not mixed",
                ).format(reading=reading.label, p=_percent(share))
        yield self._forecast_line()

    def _forecast_line(self) -> Text:
        known = Text("Pronóstico al {until}: {p} %", "Forecast for {until}: {p} %")
        open_words = Text(
            "Pronóstico al {until}: pronto para decir, entre {low} y {high} % (por {codes})",
            "Forecast for {until}: too early to tell, from {low} to {high} % (because of {codes})",
        )
        forecast = self.forecast
        return (known if forecast.share is not None else open_words).format(
            until=forecast.until,
            p=_percent(forecast.lowest),
            low=_percent(forecast.lowest),
            high=_percent(forecast.highest),
            codes=", ".join(forecast.early),
        )

    def _rows(self, language: Language) -> Iterator[tuple[str, ...]]:
        for strategy, pairs in self._tree():
            share = _percent(strategy.value / strategy.out_of)
            yield (strategy.code, strategy.name.to(language), "", share, "", "", "")
            for part, line in pairs:
                expected = self._expected(line)
                yield (
                    f"  {line.code}",
                    line.what.to(language),
                    _percent(line.share),
                    _percent(part.value / part.out_of),
                    "" if expected is None else _percent(expected),
                    str(line.due),
                    standing_of(line, on=self.on).label.to(language),
                )

    def _tree(self) -> Iterator[tuple[Part, list[tuple[Part, ActionLine]]]]:
        """Go through the strategies of the score, each with its lines."""
        lines = {line.code: line for line in self.programme.lines}
        for strategy in self.score.parts:
            yield strategy, [(part, lines[part.code]) for part in strategy.parts]

    def _expected(self, line: ActionLine) -> Fraction | None:
        return expected_share(line, on=self.on, until=self.forecast.until)

    def _notes(self) -> Iterator[Text]:
        for codes, words in (
            ([line.code for line in self.late], _LATE),
            (self.unproved, _UNPROVED),
            (self.programme.risks_without_line, _UNANSWERED),
        ):
            if codes:
                yield words.format(codes=", ".join(codes))
        yield FORECAST_METHOD

    def _records(self) -> list[dict[str, object]]:
        return [
            {
                "programme": self.programme.code,
                "on": self.on,
                "reading": self.reading.value,
                "strategy": strategy.code,
                "line": line.code,
                "what": line.what.es,
                "owner": line.owner,
                "due": line.due,
                "state": line.state.value,
                "standing": standing_of(line, on=self.on).value,
                "reached": line.share,
                "points": part.value,
                "out_of": part.out_of,
                "expected": self._expected(line),
                "status": self.status.value,
            }
            for strategy, pairs in self._tree()
            for part, line in pairs
        ]


_OTHER_LINES = Text(
    "'score' debe llevar las líneas del programa, cada una una vez",
    "'score' must hold the lines of the programme, each once",
)
_TITLE = "{code} ({period}) on {on}: {p} %, {reading}"
_HEADER = {
    Language.ES: (
        *("clave", "estrategia o línea", "avance %", "cuenta %", "previsto %"),
        *("vence", "situación"),
    ),
    Language.EN: (
        *("code", "strategy or line", "reached %", "counts %", "expected %"),
        *("due", "standing"),
    ),
}
_LATE = Text("Vencidas, primero la más antigua: {codes}", "Late, the longest first: {codes}")
_UNPROVED = Text("Cumplidas sin evidencia: {codes}", "Met without evidence: {codes}")
_UNANSWERED = Text("Riesgos sin línea: {codes}", "Risks without a line: {codes}")


def _percent(share: Fraction) -> str:
    return shown_number(100 * share)
