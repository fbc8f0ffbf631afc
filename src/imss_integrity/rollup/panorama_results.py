"""What the panorama shows: groups of units, their stages, and what their cycles say of them.

Panorama.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from ..competitiveness import StageRule, StageScale, Standing
from ..initiatives import Compliance, Initiative
from ..kernel.exact import shown_number
from ..kernel.fields import CODE, NAME, Each, InstanceOf, OneOf, Optional, WholeNumber
from ..kernel.figures import PublishedFigure
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text, join
from ..kernel.values import Value
from ..organization import UnitKind
from ..privacy import SuppressedTable
from .stage_support import StageSupport, Support
from .tally import NO_STAGE, Tally

__all__ = ["Panorama", "PanoramaGroup"]


@attrs.frozen(kw_only=True, weakref_slot=False)
class PanoramaGroup(Value):
    """The units of one parent.

    Attributes:
        code: Code of the OOAD, the UMAE or the central level.
        name: Its name.
        tally: Its units.
    """

    code: str = attrs.field(validator=CODE)
    name: str = attrs.field(validator=NAME)
    tally: Tally = attrs.field(validator=InstanceOf(Tally))


@attrs.frozen(kw_only=True, weakref_slot=False)
class Panorama(Report, Value):
    """Competitiveness of many units, by parent and in all.

    Panorama.

    Attributes:
        groups: One for each parent that has units, by code.
        institute: All units together: the sum of the groups.
        ooads: How many OOADs there are.
        ooads_taking_part: How many of them have at least one unit here.
        missing: Codes of the units without score, in order.
        scale: The stages that were counted.
        rule: How a total got its stage.
        figures: Published figures shown beside.
        supports: What the cycles say of the stages of their subcriteria, by unit.
        initiatives: The initiatives, in the order given.
        compliances: Compliance of programmes, each under its own reading; never averaged.
        screenings: Screenings by process and level, small counts hidden; ``None``: there are
            none, or no safe table of them exists.
        withheld: Whether there are screenings whose table is not publishable.
        standing: The integrity standing that feeds a gate; ``None``: not told.
        status: The weakest status of scores, figures and the rule for stages.
        sources: What all of it rests on.
    """

    groups: tuple[PanoramaGroup, ...] = attrs.field(validator=Each(InstanceOf(PanoramaGroup)))
    institute: Tally = attrs.field(validator=InstanceOf(Tally))
    ooads: int = attrs.field(validator=WholeNumber())
    ooads_taking_part: int = attrs.field(validator=WholeNumber())
    missing: tuple[str, ...] = attrs.field(validator=Each(CODE))
    scale: StageScale = attrs.field(validator=InstanceOf(StageScale))
    rule: StageRule = attrs.field(validator=OneOf(StageRule))
    figures: tuple[PublishedFigure, ...] = attrs.field(validator=Each(InstanceOf(PublishedFigure)))
    supports: tuple[StageSupport, ...] = attrs.field(
        default=(), validator=Each(InstanceOf(StageSupport))
    )
    initiatives: tuple[Initiative, ...] = attrs.field(
        default=(), validator=Each(InstanceOf(Initiative))
    )
    compliances: tuple[Compliance, ...] = attrs.field(
        default=(), validator=Each(InstanceOf(Compliance))
    )
    screenings: SuppressedTable | None = attrs.field(
        default=None, validator=Optional(InstanceOf(SuppressedTable))
    )
    withheld: bool = attrs.field(default=False, validator=InstanceOf(bool))
    standing: Standing | None = attrs.field(default=None, validator=Optional(InstanceOf(Standing)))
    status: Status = attrs.field(validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(validator=Each(InstanceOf(Source)))

    def _table(self, language: Language) -> Table:
        tally = self.institute
        title = Text(
            "Panorama; unidades: {n}; OOAD que participan: {k} de {m}",
            "Panorama; units: {n}; OOADs that take part: {k} of {m}",
        ).format(n=shown_number(tally.units), k=self.ooads_taking_part, m=self.ooads)
        lines = [figure.sentence(language) for figure in self.figures]
        lines.append(_counted(_KINDS, self._kinds()).to(language))
        if tally.scored:
            head = _STAGES.format(rule=self.rule.label)
            lines.append(_counted(head, self._stages()).to(language))
        if self.supports:
            lines.append(_counted(_SUPPORTS, self._supported()).to(language))
        lines.extend(line.to(language) for line in self._integrity())
        rows = [_row(group.code, group.name, group.tally) for group in self.groups]
        rows.append(_row("", _INSTITUTE.to(language), tally))
        notes = [_missing_note(self.missing)] if self.missing else []
        contradicted = [one for one in self.supports if one.support is Support.CONTRADICTED]
        notes.extend(one.sentence() for one in contradicted[:_MOST_NAMED])
        if self.withheld:
            notes.append(_WITHHELD)
        return Table(
            title=title.to(language),
            lines=tuple(lines),
            header=_HEADER[language],
            rows=tuple(rows),
            notes=tuple(note.to(language) for note in notes),
        )

    def _kinds(self) -> list[tuple[Text, int]]:
        return [(UnitKind(kind).label, count) for kind, count in self.institute.kinds]

    def _stages(self) -> list[tuple[Text, int]]:
        counts = dict(self.institute.stages)
        names = {stage.code: stage.name for stage in self.scale.stages} | {NO_STAGE: _NO_STAGE}
        return [(name, counts[code]) for code, name in names.items() if code in counts]

    def _integrity(self) -> Iterator[Text]:
        """Go through what is told of integrity, each measure by itself."""
        for initiative in self.initiatives:
            axis = Text("{name}: {axis}").format(name=initiative.name, axis=initiative.axis.label)
            yield axis
        for one in self.compliances:
            met = Text("{name} al {on}: {p} % ({reading})", "{name} on {on}: {p} % ({reading})")
            yield met.format(
                name=one.programme.name,
                on=one.on,
                p=shown_number(100 * one.score.share),
                reading=one.reading.label,
            )
        if self.screenings is not None:
            table = self.screenings
            screened = Text(
                "Detecciones: {n}; procesos: {k}; celdas reservadas: {h}",
                "Screenings: {n}; processes: {k}; hidden cells: {h}",
            )
            hidden = len(table.hidden)
            yield screened.format(n=table.total, k=len(table.row_names), h=hidden)
        if self.standing is not None:
            parts = (
                Text(f"{share.code} {shown_number(100 * share.share)} %")
                for share in self.standing.shares
            )
            head = Text("Situación de integridad: {parts}", "Integrity standing: {parts}")
            yield head.format(parts=join(parts, ", "))

    def _supported(self) -> list[tuple[Text, int]]:
        said = [one.support for one in self.supports]
        return [(support.label, said.count(support)) for support in Support]

    def _records(self) -> list[dict[str, object]]:
        return [
            {
                "parent": group.code,
                "name": group.name,
                "units": group.tally.units,
                "scored": group.tally.scored,
                "mean": group.tally.mean,
                "variance": group.tally.variance,
                "lowest": group.tally.lowest,
                "highest": group.tally.highest,
                **self._stage_columns(group.tally),
            }
            for group in self.groups
        ]

    def _stage_columns(self, tally: Tally) -> dict[str, object]:
        counts = dict(tally.stages)
        codes = (*(stage.code for stage in self.scale.stages), NO_STAGE)
        return {f"stage_{code}": counts.get(code, 0) for code in codes}


_KINDS = Text("Por tipo", "By kind")
_STAGES = Text("Por etapa (regla: {rule})", "By stage (rule: {rule})")
_SUPPORTS = Text(
    "Etapas frente a sus ciclos PHVA (lectura propia)",
    "Stages against their PDCA cycles (own reading)",
)
_NO_STAGE = Text("sin etapa", "no stage")
_INSTITUTE = Text("Instituto", "Institute")
_HEADER = {
    Language.ES: ("clave", "órgano", "unidades", "con puntaje", "media %", "de %", "a %"),
    Language.EN: ("code", "body", "units", "scored", "mean %", "from %", "to %"),
}
_MOST_NAMED = 10
_WITHHELD = Text(
    "Detecciones: no publicables por proceso y nivel; junte procesos",
    "Screenings: not publishable by process and level; merge processes",
)


def _counted(head: Text, counts: Iterable[tuple[Text, int]]) -> Text:
    listed = [Text("{n} {name}").format(n=count, name=name) for name, count in counts]
    return Text("{head}: {listed}").format(head=head, listed=join(listed, ", "))


def _row(code: str, name: str, tally: Tally) -> tuple[str, ...]:
    shares = (tally.mean, tally.lowest, tally.highest)
    shown = ("" if share is None else shown_number(100 * share) for share in shares)
    return (code, name, str(tally.units), str(tally.scored), *shown)


def _missing_note(missing: tuple[str, ...]) -> Text:
    named = ", ".join(missing[:_MOST_NAMED]) + (", ..." if len(missing) > _MOST_NAMED else "")
    note = Text("Sin puntaje ({n}): {codes}", "Without score ({n}): {codes}")
    return note.format(n=len(missing), codes=named)
