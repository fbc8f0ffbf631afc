"""One tally of many units, by several engines: the same bytes from each.

``python tally_on_engines.py one|threads|processes|spark --units 2000``. It is worked out twice,
from objects that travel as JSON and from columns, and printed as a document each time. The units
are invented.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from operator import add
from typing import Any

import attrs
import numpy as np

import imss_integrity as ii
from imss_integrity.catalog import EXAMPLE_UNIT, REFERENCE_FRAMEWORK
from imss_integrity.columns import score_assessments, tally_columns
from imss_integrity.kernel import Period
from imss_integrity.organization import UnitKind
from imss_integrity.rollup import Tally

YEAR = Period.year(2025)
KINDS = ("umf", "hgz", "guarderia")
CODES = tuple(sub.code for sub in REFERENCE_FRAMEWORK.subcriteria)
DECODER = ii.Decoder(REFERENCE_FRAMEWORK)
PARTS = 4

Documents = tuple[bytes, bytes]
Columns = dict[str, Any]


# --- the invented units --------------------------------------------------------------------


def columns_of(units: range) -> Columns:
    """Give the kind of each unit, and its percents by subcriterion, in steps of five."""
    numbers = np.arange(units.start, units.stop)
    percents = {code: (numbers * (at + 3) + at) % 21 * 5 for at, code in enumerate(CODES)}
    return {"kind": [KINDS[number % len(KINDS)] for number in units], **percents}


def documents_of(units: range) -> list[Documents]:
    """Give each unit and its assessment as JSON, which is smaller than a pickle and checked."""
    columns = columns_of(units)
    return [
        (
            ii.dumps(attrs.evolve(EXAMPLE_UNIT, code=code, kind=UnitKind(columns["kind"][at]))),
            ii.dumps(
                ii.Assessment.of(
                    REFERENCE_FRAMEWORK,
                    {one: int(columns[one][at]) for one in CODES},
                    unit=code,
                    period=YEAR,
                    evaluator="E1",
                )
            ),
        )
        for at, code in enumerate(f"U-{number}" for number in units)
    ]


def parts_of(units: int) -> list[range]:
    """Divide the units among the workers."""
    return [range(part * units // PARTS, (part + 1) * units // PARTS) for part in range(PARTS)]


# --- what a worker does --------------------------------------------------------------------


def tally_of(documents: Documents) -> Tally:
    """Score one unit and count it."""
    unit, assessment = documents
    return Tally.of(ii.loads(unit), ii.score(DECODER.loads(assessment)))


def tally_of_columns(columns: Columns) -> Tally:
    """Score many units at once and count them."""
    scores = score_assessments(REFERENCE_FRAMEWORK, {code: columns[code] for code in CODES})
    return tally_columns(
        ["todas"],
        parent=np.zeros(len(scores), dtype=np.int64),
        kind=columns["kind"],
        total=scores.totals,
        out_of=100 * REFERENCE_FRAMEWORK.total,
    )["todas"]


# --- the engines ---------------------------------------------------------------------------


def by_one_process(units: int) -> tuple[Tally, Tally]:
    """Without any engine."""
    return (
        Tally.sum(map(tally_of, documents_of(range(units)))),
        tally_of_columns(columns_of(range(units))),
    )


def by_dask(units: int, scheduler: str) -> tuple[Tally, Tally]:
    """A bag of documents is folded; a delayed call scores a block of columns."""
    import dask  # noqa: PLC0415 - only who chooses an engine needs it
    from dask import bag  # noqa: PLC0415

    documents = bag.from_sequence(documents_of(range(units)), npartitions=PARTS)
    folded = documents.map(tally_of).fold(add, initial=Tally())
    blocks = [dask.delayed(tally_of_columns)(columns_of(part)) for part in parts_of(units)]
    of_documents, *of_blocks = dask.compute(folded, *blocks, scheduler=scheduler)
    return of_documents, Tally.sum(of_blocks)


def by_spark(units: int) -> tuple[Tally, Tally]:
    """Documents are aggregated as a tree; frames of columns give frames of tallies."""
    import pandas as pd  # noqa: PLC0415
    from pyspark.sql import SparkSession  # noqa: PLC0415 - only who chooses an engine needs it

    names = ["kind", *CODES]

    def tallied(frames: Iterable[pd.DataFrame]) -> Iterator[pd.DataFrame]:
        for frame in frames:
            columns = {name: frame.iloc[:, at].to_numpy() for at, name in enumerate(names)}
            yield pd.DataFrame({"tally": [ii.dumps(tally_of_columns(columns))]})

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # where the library is installed
    local = SparkSession.builder.master(f"local[{PARTS // 2}]").config("spark.ui.enabled", "false")
    with local.getOrCreate() as session:
        documents = session.sparkContext.parallelize(documents_of(range(units)), PARTS)
        aggregated = documents.treeAggregate(
            Tally(), lambda tally, one: tally + tally_of(one), add, depth=2
        )
        table = pd.DataFrame(columns_of(range(units)))[names]
        table.columns = [name.replace(".", "_") for name in names]  # a dot has a meaning in SQL
        rows = (
            session.createDataFrame(table)
            .repartition(PARTS)
            .mapInPandas(tallied, "tally binary")
            .collect()
        )
    return aggregated, Tally.sum(ii.loads(bytes(row.tally)) for row in rows)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print both tallies."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("engine", choices=("one", "threads", "processes", "spark"))
    parser.add_argument("--units", type=int, default=2000)
    given = parser.parse_args(arguments)
    match given.engine:
        case "one":
            tallies = by_one_process(given.units)
        case "spark":
            tallies = by_spark(given.units)
        case scheduler:
            tallies = by_dask(given.units, scheduler)
    for tally in tallies:
        print(ii.dumps(tally).decode())


if __name__ == "__main__":
    main()
