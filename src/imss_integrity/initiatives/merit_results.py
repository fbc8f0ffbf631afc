"""What an order of merit holds and how it is shown.

Orden de mérito. Whoever has no place is listed apart, with the reason, and never ranked.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import attrs

from ..kernel.errors import InconsistentError, raise_any
from ..kernel.exact import largest_remainder, round_exact, shown_number
from ..kernel.fields import Each, InstanceOf, OneOf
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text, join
from ..kernel.values import Value
from .merit_entries import MeritEntry, Outcome, Seat, Tie
from .merit_places import entry_faults
from .processes import SelectionProcess, TieRule

__all__ = ["MeritOrder"]

_PLACES = 2


@attrs.frozen(kw_only=True, weakref_slot=False)
class MeritOrder(Report, Value):
    """Candidates in the order of their merit, and those who have no place, with the reason.

    Orden de mérito. Records have one row for each candidate; the parts of a score are in the
    records of the score.

    Attributes:
        process: What they were selected by.
        entries: First those who have a place, by place and code; then the others, by outcome
            and code. Not shown by ``repr``.
        status: ``OWN``: the index and the rule for ties are proposals.
        sources: What the process rests on.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: If the entries are not those that follow from the process, the points
            of the candidates and the gate: of another process, of somebody twice, with another
            score, place or seat, or in another order (code ``foreign`` or ``duplicate``).
    """

    process: SelectionProcess = attrs.field(validator=InstanceOf(SelectionProcess))
    entries: tuple[MeritEntry, ...] = attrs.field(
        validator=Each(InstanceOf(MeritEntry)), repr=False
    )
    status: Status = attrs.field(validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(validator=Each(InstanceOf(Source)))

    def __attrs_post_init__(self) -> None:
        raise_any(entry_faults(self.process, self.entries), InconsistentError)

    @property
    def ranked(self) -> tuple[MeritEntry, ...]:
        """Those who have a place, in order."""
        return self.with_outcome(Outcome.RANKED)

    @property
    def seated(self) -> tuple[str, ...]:
        """Codes of those who take a seat, in order; never one whose seat is in dispute."""
        return self._with_seat(Seat.TAKEN)

    @property
    def contenders(self) -> tuple[str, ...]:
        """Codes of those without a place who could still take a seat: none, and it is final."""
        return self._with_seat(Seat.POSSIBLE)

    @property
    def ties(self) -> tuple[Tie, ...]:
        """Places that are shared, in order: what the rule for ties left open."""
        return tuple(self._ties())

    def with_outcome(self, outcome: Outcome) -> tuple[MeritEntry, ...]:
        """Give the entries of one *outcome*, in order."""
        return tuple(entry for entry in self.entries if entry.outcome is outcome)

    def _with_seat(self, seat: Seat) -> tuple[str, ...]:
        return tuple(entry.candidate.code for entry in self.entries if entry.seat is seat)

    def _ties(self) -> Iterator[Tie]:
        for place, group in groupby(self.ranked, key=lambda entry: entry.place or 0):
            equals = tuple(group)
            if len(equals) > 1:
                open_seats = self.process.seats - (place - 1)
                is_disputed = equals[0].seat is Seat.DISPUTED
                yield Tie(
                    place=place,
                    candidates=tuple(entry.candidate.code for entry in equals),
                    disputed=open_seats if is_disputed else 0,
                )

    def _table(self, language: Language) -> Table:
        process = self.process
        title = Text(
            "{code} ({profile}): orden de mérito, {n} de {all} candidaturas con lugar; plazas: {s}",
            "{code} ({profile}): order of merit, {n} of {all} candidates with a place; seats: {s}",
        ).format(
            code=process.code,
            profile=process.profile.label,
            n=len(self.ranked),
            all=len(self.entries),
            s=process.seats,
        )
        lines = (
            Text("Empates: {rule}", "Ties: {rule}").format(rule=_tie_words(process)),
            Text(
                "La elegibilidad es una compuerta: no da ni quita puntos. Los lugares se deciden"
                " antes de redondear.",
                "Eligibility is a gate: it gives no points and takes none. Places are decided"
                " before rounding.",
            ),
        )
        return Table(
            title=title.to(language),
            lines=tuple(line.to(language) for line in lines),
            header=_header(process, language),
            rows=tuple(_row(process, entry, language) for entry in self.entries),
            notes=tuple(note.to(language) for note in self._notes()),
        )

    def _notes(self) -> Iterator[Text]:
        tied = Text(
            "Empate sin decidir en el lugar {place}: {codes}; plazas en disputa: {n}",
            "Tie left open at place {place}: {codes}; seats in dispute: {n}",
        )
        for tie in self.ties:
            codes = ", ".join(tie.candidates)
            yield tied.format(place=tie.place, codes=codes, n=tie.disputed)
        if self.contenders:
            open_words = Text(
                "Provisional: aún pueden tomar plaza {codes}",
                "Provisional: {codes} can still take a seat",
            )
            yield open_words.format(codes=", ".join(self.contenders))

    def _records(self) -> list[dict[str, object]]:
        return [
            {
                "process": self.process.code,
                "candidate": entry.candidate.code,
                "place": entry.place,
                "outcome": entry.outcome.value,
                "seat": entry.seat.value,
                "points": None if entry.score is None else entry.score.value,
                "lowest": entry.lowest,
                "highest": entry.highest,
                "missing": " ".join(entry.missing),
                "below": " ".join(entry.below),
                "status": self.status.value,
            }
            for entry in self.entries
        ]


def _tie_words(process: SelectionProcess) -> Text:
    if process.tie_rule is TieRule.SHARED:
        return process.tie_rule.label
    names = {stage.code: stage.name for stage in process.stages}
    listed = join((names[code] for code in process.tie_stages), ", ")
    return Text("{rule}: {listed}").format(rule=process.tie_rule.label, listed=listed)


def _header(process: SelectionProcess, language: Language) -> tuple[str, ...]:
    place, code, points, outcome = _HEADER[language]
    of = Text("{name} (de {n})", "{name} (of {n})")
    stages = (
        of.format(name=stage.name, n=shown_number(100 * stage.weight)).to(language)
        for stage in process.stages
    )
    return (place, code, *stages, points, outcome)


_HEADER = {
    Language.ES: ("lugar", "clave", "puntos", "situación"),
    Language.EN: ("place", "code", "points", "outcome"),
}


def _row(process: SelectionProcess, entry: MeritEntry, language: Language) -> tuple[str, ...]:
    code, place = entry.candidate.code, "" if entry.place is None else str(entry.place)
    outcome = _outcome_words(process, entry).to(language)
    if entry.score is None:
        points = entry.candidate.points
        known = (
            shown_number(stage.weight * points[stage.code]) if stage.code in points else ""
            for stage in process.stages
        )
        return (place, code, *known, "", outcome)
    total = round_exact(entry.score.value, _PLACES)
    parts = largest_remainder([part.value for part in entry.score.parts], _PLACES, total=total)
    return (place, code, *map(shown_number, parts), shown_number(total), outcome)


def _outcome_words(process: SelectionProcess, entry: MeritEntry) -> Text:
    if entry.outcome is Outcome.RANKED:
        return entry.seat.label
    names = {stage.code: stage.name for stage in process.stages}
    below = join((names[code] for code in entry.below), ", ")
    lacking = Text(
        "falta {names}; puede quedar entre {low} y {high} puntos",
        "{names} missing; can end from {low} to {high} points",
    ).format(
        names=join((names[code] for code in entry.missing), ", "),
        low=shown_number(entry.lowest),
        high=shown_number(entry.highest),
    )
    said = [entry.outcome.label]
    if entry.outcome is Outcome.BELOW_MINIMUM:
        said = [Text("{label}: {below}").format(label=entry.outcome.label, below=below)]
    elif entry.missing and entry.outcome is not Outcome.NOT_ELIGIBLE:
        said.append(lacking)
    return join(said)
