"""What scoring many units and rolling them up costs, and how it grows with their number.

Units of 8 criteria x 25 subcriteria. The time for four times the units, over that for the
units, is printed; linear growth gives 4, the limit is 4.8. Each time is the best of three,
in seconds of this process, so that other work of the machine does not count.
"""

from __future__ import annotations

import gc
import sys
import time
from fractions import Fraction

from imss_integrity.catalog import OOADS
from imss_integrity.competitiveness import (
    Assessment,
    Criterion,
    Framework,
    Subcriterion,
    score,
)
from imss_integrity.kernel import Period, Text
from imss_integrity.organization import Unit, UnitKind
from imss_integrity.rollup import panorama

CRITERIA, SUBCRITERIA = 8, 25
UNITS = 220
TRIES = 3
LIMIT = 4.8


def framework() -> Framework:
    """Give a framework of 200 subcriteria of 5 points."""
    criteria = tuple(
        Criterion(
            code=f"{c}",
            name=Text(f"Criterio {c}: planeación", f"Criterion {c}: planning"),
            points=5 * SUBCRITERIA,
            subcriteria=tuple(
                Subcriterion(
                    code=f"{c}.{s}",
                    name=Text(f"Implantación {c}.{s}", f"Deployment {c}.{s}"),
                    points=5,
                )
                for s in range(1, SUBCRITERIA + 1)
            ),
        )
        for c in range(1, CRITERIA + 1)
    )
    return Framework(code="banco", name=Text("banco"), version="1", criteria=criteria)


def portfolio(count: int) -> tuple[list[Unit], list[Assessment]]:
    """Give units spread over the OOADs, with ratings that differ."""
    rated, year = framework(), Period.year(2025)
    units = [
        Unit(code=f"U-{n}", name=f"UMF {n}", kind=UnitKind.UMF, parent=OOADS[n % len(OOADS)])
        for n in range(count)
    ]
    sheets = [
        Assessment(
            unit=unit.code,
            period=year,
            evaluator="E1",
            framework=rated,
            percents=tuple(
                5 * ((7 * n + 3 * place) % 21) for place in range(CRITERIA * SUBCRITERIA)
            ),
        )
        for n, unit in enumerate(units)
    ]
    return units, sheets


def seconds(units: list[Unit], sheets: list[Assessment]) -> tuple[float, float]:
    """Time scoring and rolling up; check that no point is lost."""
    # Full passes of the collector fall at chance and cost by all live objects, whoever made
    # them: paused, so that the figures are those of the library.
    gc.collect()
    gc.disable()
    start = time.process_time()
    scores = [score(sheet) for sheet in sheets]
    scored = time.process_time()
    view = panorama(units, scores, ooads=OOADS)
    end = time.process_time()
    gc.enable()
    mean = sum((one.share for one in scores), Fraction(0)) / len(scores)
    if mean != view.institute.mean:
        sys.exit("the panorama does not add up")
    return scored - start, end - scored


def main() -> int:
    """Print times and their ratio; fail above the limit."""
    counts = (UNITS, 4 * UNITS)
    given = {count: portfolio(count) for count in counts}
    # The two take turns, so that a drift of the machine's speed hits both alike.
    runs = [{count: seconds(*given[count]) for count in counts} for _ in range(TRIES)]
    times: dict[int, float] = {}
    for count in counts:
        scoring, rolling = (min(run[count][part] for run in runs) for part in (0, 1))
        times[count] = scoring + rolling
        print(
            f"{count} units x {CRITERIA} criteria x {SUBCRITERIA} subcriteria:"
            f" scoring {scoring:.3f} s ({1000 * scoring / count:.2f} ms a unit),"
            f" panorama {rolling:.3f} s ({1000 * rolling / count:.3f} ms a unit)"
        )
    ratio = times[4 * UNITS] / times[UNITS]
    print(f"t({4 * UNITS}) / t({UNITS}) = {ratio:.2f} (limit {LIMIT})")
    return int(ratio > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
