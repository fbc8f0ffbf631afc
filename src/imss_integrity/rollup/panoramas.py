"""The panorama: units and scores rolled up to OOAD, UMAE and the Institute.

Panorama. Means of units are comparable only under one framework, so scores of two frameworks
are refused; who has no score is named; the stage of a total is decided by a named rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from ..competitiveness import STAGES_2019, StageRule, StageScale
from ..kernel.arguments import members_of
from ..kernel.errors import Fault, InconsistentError, must, raise_any
from ..kernel.exact import shown_number
from ..kernel.explanation import Score
from ..kernel.fields import CODE, NAME, Each, InstanceOf, OneOf, WholeNumber, choice
from ..kernel.figures import PublishedFigure
from ..kernel.provenance import Source, Status, merged_sources, weakest
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text, join
from ..kernel.values import Value
from ..organization import Ooad, Parent, Unit, UnitKind
from ..organization.unit import check_distinct
from .tally import NO_STAGE, Tally

__all__ = ["Panorama", "PanoramaGroup", "panorama"]


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
        rows = [_row(group.code, group.name, group.tally) for group in self.groups]
        rows.append(_row("", _INSTITUTE.to(language), tally))
        note = () if not self.missing else (_missing_note(self.missing).to(language),)
        return Table(
            title=title.to(language),
            lines=tuple(lines),
            header=_HEADER[language],
            rows=tuple(rows),
            notes=note,
        )

    def _kinds(self) -> list[tuple[Text, int]]:
        return [(UnitKind(kind).label, count) for kind, count in self.institute.kinds]

    def _stages(self) -> list[tuple[Text, int]]:
        counts = dict(self.institute.stages)
        names = {stage.code: stage.name for stage in self.scale.stages} | {NO_STAGE: _NO_STAGE}
        return [(name, counts[code]) for code, name in names.items() if code in counts]

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
_NO_STAGE = Text("sin etapa", "no stage")
_INSTITUTE = Text("Instituto", "Institute")
_HEADER = {
    Language.ES: ("clave", "órgano", "unidades", "con puntaje", "media %", "de %", "a %"),
    Language.EN: ("code", "body", "units", "scored", "mean %", "from %", "to %"),
}
_MOST_NAMED = 10


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


def panorama(
    units: Iterable[Unit],
    scores: Iterable[Score] = (),
    *,
    ooads: Iterable[Ooad],
    figures: Iterable[PublishedFigure] = (),
    rule: StageRule | str = StageRule.REACHED,
    scale: StageScale = STAGES_2019,
) -> Panorama:
    """Roll units and their scores up to their parents and to the Institute.

    Panorama. The time is linear in the units.

    Args:
        units: The units that take part, in any order.
        scores: At most one for each unit, all by one framework.
        ooads: All OOADs, such as those of the catalogue: the whole of which some take part.
        figures: Published figures to show beside.
        rule: How a total gets its stage.
        scale: The stages.

    Returns:
        The panorama; every sum in it is exact, and units without score are named.

    Raises:
        InconsistentError: If a unit appears twice (or differs by case alone), a score
            belongs to no unit or to one that has another, or the scores cannot be compared:
            they differ in framework, total, method, year or gate.
        InvalidValueError: If *rule* is no `StageRule`.

    Source:
        Own.

    >>> from imss_integrity.catalog import EXAMPLE_ASSESSMENTS, EXAMPLE_UNIT, OOADS
    >>> from imss_integrity.competitiveness import score
    >>> view = panorama([EXAMPLE_UNIT], [score(EXAMPLE_ASSESSMENTS[1])], ooads=OOADS)
    >>> view.ooads_taking_part, view.ooads, view.institute.stages
    (1, 35, (('consolidado', 1),))
    >>> panorama([EXAMPLE_UNIT, EXAMPLE_UNIT], ooads=OOADS)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'unit' must appear only once, whatever its ...
    """
    chosen = choice(StageRule, rule, path="rule")
    InstanceOf(StageScale).check("scale", scale)
    members = tuple(sorted(members_of("units", units, Unit), key=lambda unit: unit.code))
    check_distinct(unit.code for unit in members)
    by_unit = _by_unit(members_of("scores", scores, Score), members)
    shown = members_of("figures", figures, PublishedFigure)
    all_ooads = {ooad.code for ooad in members_of("ooads", ooads, Ooad)}
    tallies: dict[Parent, list[Tally]] = {}
    for unit in members:
        tally = Tally.of(unit, by_unit.get(unit.code), rule=chosen, scale=scale)
        tallies.setdefault(unit.parent, []).append(tally)
    groups = tuple(
        PanoramaGroup(code=parent.code, name=parent.name, tally=Tally.sum(own))
        for parent, own in sorted(tallies.items(), key=lambda pair: pair[0].code)
    )
    statuses = {one.status for one in (*by_unit.values(), *shown)}
    if members or not shown:
        statuses.add(Status.OWN)  # the list of units is the caller's, and so is the rule
    return Panorama(
        groups=groups,
        institute=Tally.sum(group.tally for group in groups),
        ooads=len(all_ooads),
        ooads_taking_part=sum(parent.code in all_ooads for parent in tallies),
        missing=tuple(unit.code for unit in members if unit.code not in by_unit),
        scale=scale,
        rule=chosen,
        figures=shown,
        status=weakest(statuses),
        sources=merged_sources(*(one.sources for one in (*by_unit.values(), *shown))),
    )


def _by_unit(scores: tuple[Score, ...], units: tuple[Unit, ...]) -> Mapping[str, Score]:
    known = {unit.code for unit in units}
    unknown = Text("ser de una de las unidades", "belong to one of the units")
    twice = Text("ser uno por unidad", "be one for each unit")
    by_unit: dict[str, Score] = {}
    faults: list[Fault] = []
    for score in scores:
        if score.subject not in known:
            faults.append(must("scores", "foreign", unknown, score.subject))
        if score.subject in by_unit:
            faults.append(must("scores", "duplicate", twice, score.subject))
        by_unit[score.subject] = score
    raise_any(faults, InconsistentError)
    if len({_ground(score) for score in by_unit.values()}) > 1:
        text = Text(
            "'scores' debe ser comparable: un marco, un total, un método, un año y, si la hay,"
            " la misma compuerta",
            "'scores' must be comparable: one framework, total, method and year, and the same"
            " gate if there is one",
        )
        raise InconsistentError(Fault("scores", "foreign", text))
    return by_unit


def _ground(score: Score) -> tuple[object, ...]:
    """Give what two scores must share to be averaged."""
    year = score.period.end.year if score.period else None
    parts = tuple(part.code for part in score.parts)
    return (score.definition, score.out_of, score.method, year, parts)
