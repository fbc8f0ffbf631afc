"""A million participation records to 880 units, 35 OOADs and the Institute, beside plain numpy.

Ratios of one process, the sides in turn, best of several slices; all give the same sums before
anything is timed. polars takes part where it is installed.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from typing import Any

import numpy as np
from columns import best

from imss_integrity.columns import roll_up_counts, tally_columns
from imss_integrity.organization import UnitKind

RECORDS, UNITS, PARENTS = 1_000_000, 880, 35
GROWTH_LIMIT = 4.8


def plain(unit: Any, count: Any, parent_of: Any) -> tuple[Any, Any, Any]:
    """Give the three sums as one writes them."""
    by_unit = np.bincount(unit, weights=count, minlength=UNITS)
    by_parent = np.bincount(parent_of, weights=by_unit, minlength=PARENTS)
    return by_unit, by_parent, by_unit.sum()


def polars_side(unit: Any, count: Any, parent_of: Any) -> Callable[[], Any] | None:
    """Give the same by polars; ``None`` where it is not installed."""
    try:
        pl: Any = importlib.import_module("polars")
    except ModuleNotFoundError:
        return None
    frame = pl.DataFrame({"unit": unit, "count": count})
    units = pl.DataFrame({"unit": np.arange(UNITS), "parent": parent_of})

    def work() -> tuple[Any, Any, Any]:
        by_unit = frame.group_by("unit").agg(pl.col("count").sum()).sort("unit")
        by_parent = by_unit.join(units, on="unit").group_by("parent").agg(pl.col("count").sum())
        return by_unit["count"], by_parent.sort("parent")["count"], by_parent["count"].sum()

    return work


def counts() -> bool:
    """Roll up records; say whether the time grows as they do."""
    chance = np.random.default_rng(2026)
    unit, count = chance.integers(0, UNITS, RECORDS), chance.integers(0, 5, RECORDS)
    parent_of = np.arange(UNITS) % PARENTS
    few = slice(RECORDS // 4)

    def ours(part: slice = slice(None)) -> Any:
        return roll_up_counts(
            unit=unit[part], count=count[part], parent_of=parent_of, parents=PARENTS
        )

    sides: dict[str, Callable[[], Any]] = {"numpy bincount": lambda: plain(unit, count, parent_of)}
    rival = polars_side(unit, count, parent_of)
    if rival is None:
        print("polars is not installed: its row is left out")
    else:
        sides["polars"] = rival
    sums = ours()
    for name, side in sides.items():
        by_unit, by_parent, total = side()
        same = [
            np.array_equal(sums.units, np.asarray(by_unit)),
            np.array_equal(sums.parents, np.asarray(by_parent)),
            sums.institute == total,
        ]
        if not all(same):
            sys.exit(f"the sums differ: {name}")
    seconds, quarter, *others = best(ours, lambda: ours(few), *sides.values())
    print(f"{RECORDS} records -> {UNITS} -> {PARENTS} -> 1: {1e9 * seconds / RECORDS:.1f} ns each")
    for name, other in zip(sides, others, strict=True):
        print(f"  {seconds / other:.2f} times {name}")
    print(f"  t(4n)/t(n) = {seconds / quarter:.2f} (limit {GROWTH_LIMIT})")
    return seconds / quarter <= GROWTH_LIMIT


def tallies() -> None:
    """Tally scored units."""
    chance = np.random.default_rng(2026)
    rows = RECORDS // 4
    parent, kind = chance.integers(0, PARENTS, rows), chance.integers(0, len(UnitKind), rows)
    total = chance.integers(-1, 100_001, rows)
    codes = [f"{n:02}" for n in range(PARENTS)]
    (seconds,) = best(
        lambda: tally_columns(codes, parent=parent, kind=kind, total=total, out_of=100_000)
    )
    print(
        f"tallies of {rows} scored units by {PARENTS} parents: {1e9 * seconds / rows:.0f} ns each"
    )


def main() -> int:
    """Print everything; fail where growth is beyond linear."""
    within = counts()
    tallies()
    return int(not within)


if __name__ == "__main__":
    sys.exit(main())
