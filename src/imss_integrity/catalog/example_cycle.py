"""One PDCA cycle of an invented unit, verified on a real published series.

Ciclo de ejemplo. The unit, its actions, its target and its days were made up. The measurements
are real: deaths among births, month by month, in the First Clinic of the General Hospital of
Vienna from 1846 to 1848, where hands were washed with chlorinated lime from the middle of May
1847. Of the births of 1846 the months give 3,352 and the yearly table 4,010; why is not known.
Each month is moved forward by 177 years, because the days of the library begin in 1900.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from ..kernel.days import Period
from ..kernel.months import add_months
from ..kernel.provenance import Source
from ..kernel.text import Text
from ..pdca import (
    Action,
    ActionDone,
    ActionStarted,
    Cadence,
    CheckingEnded,
    Cycle,
    Decided,
    Decision,
    DoingEnded,
    EvidenceAdded,
    Indicator,
    Measure,
    Measured,
    Measurement,
    Opened,
    Plan,
    PlanApproved,
    PlanDrafted,
    Verified,
    advance,
    replay,
    verify,
)
from ..statistics import Improvement
from .examples import EXAMPLE_UNIT

__all__ = ["EXAMPLE_CYCLE", "EXAMPLE_CYCLE_SOURCE"]

EXAMPLE_CYCLE_SOURCE = Source(
    code="semmelweis-1861",
    title=Text(
        "I. Semmelweis, Die Ätiologie, der Begriff und die Prophylaxis des Kindbettfiebers,"
        " 1861: nacimientos y muertes por mes, Primera Clínica de Viena",
        "I. Semmelweis, Die Ätiologie, der Begriff und die Prophylaxis des Kindbettfiebers,"
        " 1861: births and deaths by month, First Clinic of Vienna",
    ),
    issued=None,
)
"""Where the measurements come from."""

# Deaths/births by month; the year is the one in which they happened.
_DEATHS = {
    1846: "45/336 53/293 48/311 48/253 41/305 27/266 33/252 39/216 39/271 38/254 32/297 16/298",
    1847: "10/311 6/312 11/305 57/312 36/294 6/268 3/250 5/264 12/262 11/278 11/246 8/273",
    1848: "10/283 2/291 0/276 2/305 3/313 3/264 1/269 0/261 3/312 7/299 9/310 5/373",
}
_MOVED_YEARS = 177
_BEFORE = 16  # months from January 1846 to April 1847
_QUALITY, _WARD = "calidad", "tococirugia"


def _measurements() -> tuple[Measurement, ...]:
    first = date(min(_DEATHS) + _MOVED_YEARS, 1, 1)
    cells = " ".join(_DEATHS.values()).split()
    return tuple(
        Measurement.of_counts(
            Cadence.MONTHLY.period_from(add_months(first, number)),
            *(int(count) for count in cell.split("/")),
        )
        for number, cell in enumerate(cells)
    )


def _plan() -> Plan:
    return Plan(
        aim=Text(
            "Que mueran menos pacientes después del parto",
            "Fewer patients die after giving birth",
        ),
        indicator=Indicator(
            code="mortalidad",
            name=Text("Muertes después del parto", "Deaths after giving birth"),
            unit=Text("muertes por nacimiento", "deaths for each birth"),
            measure=Measure.PROPORTION,
            wanted=Improvement.DOWN,
            cadence=Cadence.MONTHLY,
            target=Fraction(4, 100),
        ),
        actions=(
            Action(
                code="A1",
                what=Text("Poner lavamanos en cada sala", "Put a wash basin into every ward"),
                owner=_WARD,
                due=date(2024, 5, 31),
                days=8,
            ),
            Action(
                code="A2",
                what=Text(
                    "Lavarse las manos antes de cada revisión",
                    "Wash hands before every examination",
                ),
                owner=_WARD,
                due=date(2024, 6, 28),
                days=20,
                after=("A1",),
            ),
        ),
    )


def _cycle() -> Cycle:
    series = _measurements()
    cycle = replay(
        [
            Opened(
                on=date(2024, 4, 1),
                by=_QUALITY,
                code="C-2024-1",
                unit=EXAMPLE_UNIT.code,
                period=Period(start=date(2024, 4, 1), end=date(2026, 3, 31)),
                roles=(_QUALITY, _WARD),
                subcriteria=("4.3",),  # Procesos: Resultados
            ),
            PlanDrafted(on=date(2024, 4, 8), by=_QUALITY, plan=_plan()),
            Measured(
                on=date(2024, 5, 2),
                by=_QUALITY,
                indicator="mortalidad",
                measurements=series[:_BEFORE],
            ),
            PlanApproved(on=date(2024, 5, 6), by=_QUALITY),
            ActionStarted(on=date(2024, 5, 15), by=_WARD, action="A1"),
            ActionDone(on=date(2024, 5, 24), by=_WARD, action="A1"),
            ActionStarted(on=date(2024, 5, 27), by=_WARD, action="A2"),
            ActionDone(on=date(2024, 6, 24), by=_WARD, action="A2"),
            EvidenceAdded(on=date(2024, 6, 28), by=_WARD, action="A2", reference="MINUTA-14"),
            DoingEnded(on=date(2024, 7, 1), by=_QUALITY),
            Measured(
                on=date(2026, 1, 5),
                by=_QUALITY,
                indicator="mortalidad",
                measurements=series[_BEFORE:],
            ),
        ]
    )
    verified = date(2026, 1, 12)
    verdict = verify(cycle, on=verified)
    for event in (
        Verified(on=verified, by=_QUALITY, verdict=verdict),
        CheckingEnded(on=date(2026, 1, 13), by=_QUALITY),
        Decided(
            on=date(2026, 1, 19),
            by=_QUALITY,
            decision=Decision.STANDARDISE,
            reason=Text("El cambio se sostuvo", "The change held"),
        ),
    ):
        cycle = advance(cycle, event)
    return cycle


EXAMPLE_CYCLE = _cycle()
"""The cycle, up to its decision: invented but for its measurements."""
