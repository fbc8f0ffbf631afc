"""The panorama: units and scores rolled up to OOAD, UMAE and the Institute.

Panorama. Means of units are comparable only under one framework, so scores of two frameworks
are refused; who has no score is named; the stage of a total is decided by a named rule.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from ..competitiveness import STAGES_2019, StageRule, StageScale, Standing
from ..conflicts import Screening
from ..initiatives import Compliance, Initiative
from ..kernel.arguments import members_of
from ..kernel.errors import Fault, InconsistentError, MissingDataError, must, raise_any
from ..kernel.explanation import Score
from ..kernel.fields import InstanceOf, Optional, choice
from ..kernel.figures import PublishedFigure
from ..kernel.provenance import Status, merged_sources, weakest
from ..kernel.text import Text
from ..organization import Ooad, Parent, Unit
from ..organization.unit import check_distinct
from ..pdca import Cycle
from ..privacy import NotPublishableError, SuppressedTable
from .panorama_results import Panorama, PanoramaGroup
from .screening_tables import screening_table
from .stage_support import StageSupport, stage_supports
from .tally import Tally

__all__ = ["panorama"]


def panorama(
    units: Iterable[Unit],
    scores: Iterable[Score] = (),
    *,
    ooads: Iterable[Ooad],
    figures: Iterable[PublishedFigure] = (),
    cycles: Iterable[Cycle] = (),
    initiatives: Iterable[Initiative] = (),
    compliances: Iterable[Compliance] = (),
    screenings: Mapping[str, Iterable[Screening]] | None = None,
    standing: Standing | None = None,
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
        cycles: PDCA cycles of the units, as they stood when these were rated.
        initiatives: Initiatives to show beside.
        compliances: Compliance of programmes to show beside.
        screenings: Name of the process -> its screenings: shown as a table by level without
            small counts, or not at all where no safe table exists.
        standing: The integrity standing to show beside, which `apply_gate` takes as well.
        rule: How a total gets its stage.
        scale: The stages.

    Returns:
        The panorama; every sum in it is exact, and units without score are named.

    Raises:
        InconsistentError: If a unit appears twice (or differs by case alone), two parents
            that differ bear one code, a score belongs to no unit or to one that has another,
            or the scores cannot be compared: they differ in framework, total, method, year or
            gate. If a cycle is of no unit.
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
    _check_parents(tallies)
    groups = tuple(
        PanoramaGroup(code=parent.code, name=parent.name, tally=Tally.sum(own))
        for parent, own in sorted(tallies.items(), key=lambda pair: pair[0].code)
    )
    supports = _supports(by_unit, members_of("cycles", cycles, Cycle), members, chosen, scale)
    told = members_of("initiatives", initiatives, Initiative)
    met = members_of("compliances", compliances, Compliance)
    Optional(InstanceOf(Standing)).check("standing", standing)
    table, withheld = _publishable(screenings)
    more = (*told, *met, *((table,) if table else ()), *((standing,) if standing else ()))
    shown_beside = (*by_unit.values(), *shown, *more)
    statuses = {one.status for one in shown_beside}
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
        supports=supports,
        initiatives=told,
        compliances=met,
        screenings=table,
        withheld=withheld,
        standing=standing,
        status=weakest(statuses),
        sources=merged_sources(*(one.sources for one in shown_beside)),
    )


def _check_parents(parents: Iterable[Parent]) -> None:
    """Refuse parents that differ under one code: each would get a group, and both that code."""
    rule = Text(
        "ser igual en todas las unidades que llevan su clave",
        "be the same in all units that bear its code",
    )
    seen = Counter(parent.code for parent in parents)
    raise_any(
        (must("parent", "duplicate", rule, code) for code, times in seen.items() if times > 1),
        InconsistentError,
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


def _publishable(
    screenings: Mapping[str, Iterable[Screening]] | None,
) -> tuple[SuppressedTable | None, bool]:
    """Give the table of screenings, and whether there are some of which none may be shown."""
    try:
        return (None if screenings is None else screening_table(screenings)), False
    except MissingDataError:  # nobody was screened yet
        return None, False
    except NotPublishableError:
        return None, True


def _supports(
    scores: Mapping[str, Score],
    cycles: tuple[Cycle, ...],
    units: tuple[Unit, ...],
    rule: StageRule,
    scale: StageScale,
) -> tuple[StageSupport, ...]:
    known = {unit.code for unit in units}
    foreign = Text("ser de una de las unidades", "belong to one of the units")
    raise_any(
        (
            must("cycles", "foreign", foreign, cycle.unit)
            for cycle in cycles
            if cycle.unit not in known
        ),
        InconsistentError,
    )
    by_unit: dict[str, list[Cycle]] = {}
    for cycle in cycles:
        by_unit.setdefault(cycle.unit, []).append(cycle)
    return tuple(
        support
        for code, own in sorted(by_unit.items())
        if code in scores
        for support in stage_supports(scores[code], own, rule=rule, scale=scale)
    )


def _ground(score: Score) -> tuple[object, ...]:
    """Give what two scores must share to be averaged."""
    year = score.period.end.year if score.period else None
    parts = tuple(part.code for part in score.parts)
    return (score.definition, score.out_of, score.method, year, parts)
