"""What makes no portfolio of cycles: refused with path and code."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from cycle_phases import CHECK, CLOSED, NEW, ONE_DAY, OPENED, START

from imss_integrity.kernel import InconsistentError, InvalidValueError, Period
from imss_integrity.pdca import Cycle, cycle_portfolio, open_next, replay


class TestPortfolio:
    """Cycles of one unit that do not contradict each other."""

    OLD, NEXT = open_next(CLOSED, code="C-3", period=Period.year(2026), on=CHECK, by="calidad")

    @pytest.mark.parametrize(
        ("cycles", "unit", "expected"),
        [
            ([NEW], "UMF-901", [("cycles[0].unit", "foreign")]),
            (
                [NEW, replay([attrs.evolve(OPENED, period=Period.year(2027))])],
                "UMF-900",
                [("cycles", "duplicate")],
            ),
            (
                [NEW, replay([attrs.evolve(OPENED, code="C-8", previous="C-2",
                    period=Period.year(2026))])],
                "UMF-900",
                [("cycles[1].previous", "lineage")],
            ),
            (
                [OLD, replay([attrs.evolve(OPENED, code="C-3", previous=None,
                    period=Period.year(2026))])],
                "UMF-900",
                [("cycles[0].following", "lineage")],
            ),
            (
                [NEW, replay([attrs.evolve(OPENED, code="C-8", unit="UMF-901")])],
                "UMF-900",
                [("cycles[1].unit", "foreign"), ("cycles", "overlap")],
            ),
        ],
    )  # fmt: skip
    def test_what_does_not_fit_together(
        self, cycles: list[Cycle], unit: str, expected: list[tuple[str, str]]
    ) -> None:
        """All at once."""
        with pytest.raises(InconsistentError) as caught:
            cycle_portfolio(cycles, unit=unit, on=CHECK)
        assert expected == [(fault.path, fault.code) for fault in caught.value.faults]

    def test_a_lineage_fits(self) -> None:
        """Each names the other; on the day before, there was neither link nor next cycle."""
        view = cycle_portfolio([self.NEXT, self.OLD], unit="UMF-900", on=CHECK)
        assert ["C-2", "C-3"] == [cycle.code for cycle in view.cycles]
        earlier = cycle_portfolio([self.NEXT, self.OLD], unit="UMF-900", on=CHECK - ONE_DAY)
        assert [("C-2", None)] == [(cycle.code, cycle.following) for cycle in earlier.cycles]

    @pytest.mark.parametrize(
        ("changes", "path"),
        [
            ({"cycles": None}, "cycles"),
            ({"cycles": [NEW, None]}, "cycles[1]"),
            ({"cycles": "C-1"}, "cycles"),
            ({"unit": "una unidad"}, "unit"),
            ({"on": None}, "on"),
        ],
    )
    def test_arguments(self, changes: dict[str, Any], path: str) -> None:
        """Of their kind."""
        given: dict[str, Any] = {"cycles": [], "unit": "UMF-900", "on": CHECK}
        with pytest.raises(InvalidValueError) as caught:
            cycle_portfolio(**(given | changes))
        assert [path] == [fault.path for fault in caught.value.faults]

    def test_there_may_be_no_cycle(self) -> None:
        """And cycles that were opened later are left out."""
        assert () == cycle_portfolio([], unit="UMF-900", on=CHECK).cycles
        assert () == cycle_portfolio([NEW], unit="UMF-900", on=START - ONE_DAY).cycles
