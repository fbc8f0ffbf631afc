"""Panorama from published figures, and one invented unit. Prints Spanish; ``--en`` English.

Every number bears the code of its source; the sources are listed at the end. The output is
the same, to the byte, on every run.
"""

from __future__ import annotations

import sys
from datetime import date
from fractions import Fraction
from itertools import pairwise

from imss_integrity import catalog
from imss_integrity.competitiveness import (
    StageRule,
    apply_gate,
    change,
    cheapest_route,
    score,
    stage_of,
)
from imss_integrity.conflicts import screen
from imss_integrity.initiatives import ComplianceReading, compliance, reach_rates, risk_map
from imss_integrity.kernel import (
    Language,
    PublishedFigure,
    Source,
    Text,
    ratio_of,
    shown_number,
)
from imss_integrity.pdca import CyclePolicy, cycle_portfolio, score_cycle
from imss_integrity.rollup import (
    integrity_standing,
    panorama,
    screening_table,
    stage_supports,
)

LANGUAGE = Language.EN if "--en" in sys.argv[1:] else Language.ES
USED: dict[str, Source] = {}


def say(es: str, en: str, **parts: object) -> None:
    """Print one sentence in the chosen language."""
    print(Text(es, en).format(**parts).to(LANGUAGE))


def section(es: str, en: str) -> None:
    """Print a heading."""
    title = Text(es, en).to(LANGUAGE)
    print(f"\n{title}\n{'-' * len(title)}")


def cite(*sources: Source) -> str:
    """Give the codes of *sources* in brackets, and keep them for the list at the end."""
    USED.update((source.code, source) for source in sources)
    return " ".join(f"[{source.code}]" for source in sources)


def tell(figure: PublishedFigure) -> None:
    """Print a published figure with source, status, day and what a reader must know."""
    status = figure.status.label.to(LANGUAGE)
    day = figure.on or Text("sin fecha", "no date").to(LANGUAGE)
    print(f"  {figure.sentence(LANGUAGE)} {cite(*figure.sources)} ({status}; {day})")
    if figure.note:
        print(f"    {figure.note.to(LANGUAGE)}")


def tell_ratio(what: Text, part: PublishedFigure, whole: PublishedFigure) -> None:
    """Print a share if the bounds of both figures allow one, or that they do not."""
    ratio = ratio_of(part, whole)
    print(f"  {what.to(LANGUAGE)}: {ratio.sentence(LANGUAGE)} ({ratio.status.label.to(LANGUAGE)})")


def adoption() -> None:
    """Tell how many units and OOADs apply the model."""
    section("Adopción del modelo, 2023", "Adoption of the model, 2023")
    tell(catalog.UNITS_IN_MODEL_2023)
    tell(catalog.OOADS_IN_MODEL_2023)
    share = Text("OOAD que participan", "OOADs that take part")
    tell_ratio(share, catalog.OOADS_IN_MODEL_2023, catalog.OOADS_TOTAL)
    say(
        "  Catálogo: {o} OOAD, {u} UMAE y {s} subdelegaciones {sources}",
        "  Catalogue: {o} OOADs, {u} UMAE and {s} sub-delegations {sources}",
        o=len(catalog.OOADS),
        u=len(catalog.UMAES),
        s=len(catalog.SUBDELEGATIONS),
        sources=cite(*catalog.ORGANISATION_SOURCES),
    )


def programme() -> None:
    """Tell the 62 action lines with both readings of "a little over 96 %"."""
    section(
        "Programa Institucional Anticorrupción y Buenas Prácticas (PIABP)",
        "Institutional programme against corruption and for good practices (PIABP)",
    )
    tell(catalog.ACTION_LINES)
    tell(catalog.ACTION_LINES_COMPLIANCE)
    lines, met = int(catalog.ACTION_LINES.value), Fraction(catalog.ACTION_LINES_COMPLIANCE.value)
    fitting = [n for n in range(lines + 1) if met < Fraction(100 * n, lines) < met + 1]
    for number in fitting:
        say(
            "  Lectura 1 (inferida), líneas cumplidas: sólo {n} de {lines} = {p} % cabe entre"
            " {met} y {next} %",
            "  Reading 1 (inferred), lines met: only {n} of {lines} = {p} % fits {met} to {next} %",
            n=number,
            lines=lines,
            p=shown_number(Fraction(100 * number, lines)),
            met=met,
            next=met + 1,
        )
    say(
        "  Lectura 2 (inferida), avance medio: cabe toda mezcla con media entre {met} y {next} %",
        "  Reading 2 (inferred), mean progress: any mix with a mean from {met} to {next} % fits",
        met=met,
        next=met + 1,
    )


def initiatives() -> None:
    """Tell the reach of the five actions and the questionnaires, as lower bounds."""
    section("Iniciativa «5 Acciones»", "Initiative '5 Acciones'")
    for figure in (
        catalog.FIVE_ACTIONS_REACHED,
        catalog.FIVE_ACTIONS_ENROLLED,
        catalog.FIVE_ACTIONS_SHARED,
    ):
        tell(figure)
    share = Text("inscritas entre alcanzadas", "enrolled by reached")
    tell_ratio(share, catalog.FIVE_ACTIONS_ENROLLED, catalog.FIVE_ACTIONS_REACHED)
    print(reach_rates(catalog.FIVE_ACTIONS_REACH).describe(LANGUAGE))
    section("Prevención de conflictos de intereses", "Prevention of conflicts of interest")
    tell(catalog.QUESTIONNAIRES)


def awards() -> None:
    """Tell the awards by year, as far as each year was published."""
    section("Premio y Distintivo Águila, por año", "Premio and Distintivo Águila, by year")
    for year in catalog.AWARDS:
        counts = ", ".join(f"{count} {what.to(LANGUAGE)}" for what, count in year.counts)
        total = f" = {year.total}" if len(year.counts) > 1 else ""
        print(f"  {year.year}: {counts}{total} {cite(*year.sources)} {year.note.to(LANGUAGE)}")


def selection() -> None:
    """Tell the selection of heads of OOAD in 2019, stage within stage."""
    section("Selección de titulares de OOAD, 2019", "Selection of heads of OOAD, 2019")
    stages = catalog.SELECTION_2019
    tell(stages[0])
    for before, after in pairwise(stages):
        tell(after)
        tell_ratio(Text("  de la etapa anterior", "  of the stage before"), after, before)


def invented_unit() -> None:
    """Score, explain and improve one invented unit, and show what the gate does to it."""
    section(
        "Una unidad INVENTADA: puntaje, cambio, ruta y compuerta",
        "One INVENTED unit: score, change, route and gate",
    )
    last, now = (score(assessment) for assessment in catalog.EXAMPLE_ASSESSMENTS)
    scale = catalog.REFERENCE_FRAMEWORK.scale
    unit = catalog.EXAMPLE_UNIT
    print(panorama([unit], [now], ooads=catalog.OOADS).describe(LANGUAGE), end="\n\n")
    print(now.describe(LANGUAGE), end="\n\n")
    for rule in StageRule:
        stage = stage_of(now, rule=rule)
        name = stage.name if stage else Text("ninguna", "none")
        say("Etapa ({rule}): {name}", "Stage ({rule}): {name}", rule=rule.label, name=name)
    print(f"\n{change(last, now).describe(LANGUAGE)}\n")
    target = scale.next_stage(now.share)
    if target is not None:
        say(
            "Ruta más barata a la etapa {name} (costos inventados, en días-persona):",
            "Cheapest route to the stage {name} (invented costs, in person-days):",
            name=target.name,
        )
        route = cheapest_route(
            catalog.EXAMPLE_ASSESSMENTS[-1], costs=catalog.EXAMPLE_COSTS, target=target
        )
        print(f"{route.describe(LANGUAGE)}\n")
    gated = apply_gate(now, catalog.EXAMPLE_STANDING, catalog.REFERENCE_GATE)
    gate = gated.parts[-1]
    say(
        "{gate}: de {before} a {after} ({points} puntos; {note})",
        "{gate}: from {before} to {after} ({points} points; {note})",
        gate=gate.name,
        before=shown_number(now.value),
        after=shown_number(gated.value),
        points=shown_number(gate.value),
        note=gate.note or "",
    )


def invented_cycle() -> None:
    """Verify one PDCA cycle of the invented unit on a real published series."""
    section(
        "Un ciclo PHVA de la unidad INVENTADA, verificado en una serie REAL",
        "One PDCA cycle of the INVENTED unit, verified on a REAL series",
    )
    cycle = catalog.EXAMPLE_CYCLE
    say(
        "Mediciones reales de 1846 a 1848, trasladadas 177 años {source}; todo lo demás es"
        " inventado",
        "Real measurements of 1846 to 1848, moved by 177 years {source}; all else is invented",
        source=cite(catalog.EXAMPLE_CYCLE_SOURCE),
    )
    print()
    if cycle.verdict is not None:
        print(f"{cycle.verdict.describe(LANGUAGE)}\n")
    print(cycle_portfolio([cycle], unit=cycle.unit, on=cycle.on).describe(LANGUAGE), end="\n\n")
    for policy in CyclePolicy:
        scored = score_cycle(cycle, policy=policy)
        print(f"{policy.label.to(LANGUAGE)}: {scored.sentence(LANGUAGE)}")
    print()
    now = score(catalog.EXAMPLE_ASSESSMENTS[-1])
    for support in stage_supports(now, [cycle]):
        print(support.sentence().to(LANGUAGE))


def invented_integrity() -> None:
    """Work out the integrity standing of the invented unit, and show all of it at once."""
    section(
        "La integridad de la unidad INVENTADA, y todo junto",
        "The integrity of the INVENTED unit, and all of it together",
    )
    on = date(2025, 12, 31)
    readings = [
        compliance(catalog.EXAMPLE_PROGRAMME, on=on, reading=reading)
        for reading in ComplianceReading
    ]
    screened = {
        code: screen(response, on=on) for code, response in catalog.EXAMPLE_RESPONSES.items()
    }
    standing = integrity_standing(
        screenings=screened, compliance=readings[0], risks=catalog.EXAMPLE_RISKS
    )
    print(risk_map(catalog.EXAMPLE_RISKS).describe(LANGUAGE), end="\n\n")
    print(screening_table({"2025": screened.values()}).describe(LANGUAGE), end="\n\n")
    view = panorama(
        [catalog.EXAMPLE_UNIT],
        [score(catalog.EXAMPLE_ASSESSMENTS[-1])],
        ooads=catalog.OOADS,
        cycles=[catalog.EXAMPLE_CYCLE],
        initiatives=[catalog.FIVE_ACTIONS],
        compliances=readings,
        screenings={"2025": screened.values()},
        standing=standing,
    )
    print(view.describe(LANGUAGE))


def sources() -> None:
    """List every source that was cited."""
    section("Fuentes", "Sources")
    for code, source in sorted(USED.items()):
        print(f"  [{code}] {source.citation(LANGUAGE)}")


def main() -> None:
    """Print the whole panorama."""
    say(
        "Panorama de competitividad e integridad (biblioteca no oficial, cifras publicadas)",
        "Panorama of competitiveness and integrity (unofficial library, published figures)",
    )
    parts = (
        adoption,
        programme,
        initiatives,
        awards,
        selection,
        invented_unit,
        invented_cycle,
        invented_integrity,
        sources,
    )
    for part in parts:
        part()


if __name__ == "__main__":
    main()
