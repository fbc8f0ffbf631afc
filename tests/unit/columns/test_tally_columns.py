"""Tallies and counts by columns: boundaries of stages, empty parents, refusals."""

from __future__ import annotations

import pickle
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from imss_integrity.columns import NO_SCORE, roll_up_counts, tally_columns
from imss_integrity.competitiveness import STAGES_2019, StageRule
from imss_integrity.kernel import ImssIntegrityError, InconsistentError, InvalidValueError
from imss_integrity.rollup import NO_STAGE, Tally


def tally(**changed: Any) -> dict[str, Tally]:
    """Tally two units of one of two parents, with other columns where given."""
    given: dict[str, Any] = {
        "parents": ["08", "09"],
        "parent": ["09", "09"],
        "kind": ["umf", "hgz"],
        "total": [500, NO_SCORE],
        "out_of": 1000,
    }
    return tally_columns(**given | changed)


class TestTallies:
    """What a tally holds."""

    def test_one_score_and_none(self) -> None:
        """A unit without score is a unit; a parent without units is empty."""
        found = tally()
        assert Tally() == found["08"]
        assert (2, 1, Fraction(1, 2)) == (
            found["09"].units, found["09"].scored, found["09"].mean
        )  # fmt: skip
        assert (("hgz", 1), ("umf", 1)) == found["09"].kinds

    @pytest.mark.parametrize("rule", StageRule)
    def test_every_percent_has_the_stage_of_the_scale(self, rule: StageRule) -> None:
        """Both sides of every boundary, by half a percent."""
        for half in range(201):
            found = tally(parent=[0], kind=[0], total=[half], out_of=200, rule=rule)["08"]
            stage = STAGES_2019.stage_of_share(Fraction(half, 200), rule)
            assert (((stage.code if stage else NO_STAGE), 1),) == found.stages

    @pytest.mark.parametrize("dtype", [np.int8, np.uint8, np.uint16, np.int32, np.uint64])
    def test_whole_numbers_of_any_type(self, dtype: Any) -> None:
        """Small and unsigned ones too, whose limits lie inside the range."""
        found = tally(
            parent=np.array([1, 1], dtype=dtype),
            kind=np.array([0, 0], dtype=dtype),
            total=np.array([100, 20], dtype=dtype),
        )
        assert Fraction(60, 1000) == found["09"].mean

    def test_squares_beyond_what_a_double_holds(self) -> None:
        """Many large squares, added exactly."""
        most = 2**31 - 1
        total = most - np.arange(5000)
        found = tally(parent=np.zeros(5000, int), kind=np.zeros(5000, int), total=total,
                      out_of=most)["08"]  # fmt: skip
        assert sum(int(t) ** 2 for t in total) == found.squares * most**2

    @pytest.mark.parametrize(
        ("kind", "path", "changed"),
        [
            (InvalidValueError, "parent[1]", {"parent": ["09", "10"]}),
            (InvalidValueError, "kind[0]", {"kind": ["casa", "umf"]}),
            (InvalidValueError, "total[0]", {"total": [1001, 0]}),
            (InvalidValueError, "total[1]", {"total": [0, -2]}),
            (InvalidValueError, "out_of", {"out_of": 0}),
            (InvalidValueError, "out_of", {"out_of": 2**31}),
            (InvalidValueError, "rule", {"rule": "redondear"}),
            (InvalidValueError, "scale", {"scale": "2019"}),
            (InconsistentError, "parents", {"parents": ["09", "09"]}),
            (InconsistentError, "total", {"total": [1]}),
        ],
    )
    def test_refusals(
        self, kind: type[ImssIntegrityError], path: str, changed: dict[str, Any]
    ) -> None:
        """Each names where."""
        with pytest.raises(kind) as caught:
            tally(**changed)
        assert [path] == [fault.path for fault in caught.value.faults]


class TestCounts:
    """Participation rolled up."""

    def test_three_levels(self) -> None:
        """Frozen arrays, and the same after a pickle."""
        sums = roll_up_counts(unit=[1, 1, 0], count=[2, 3, 4], parent_of=[0, 1], parents=3)
        again = pickle.loads(pickle.dumps(sums))  # noqa: S301 - our own
        for one in (sums, again):
            assert ([4, 5], [4, 5, 0], 9) == (
                one.units.tolist(), one.parents.tolist(), one.institute
            )  # fmt: skip
        with pytest.raises(ValueError, match="read-only"):
            sums.units[0] = 1

    def test_counts_beyond_a_double_are_added_in_limbs(self) -> None:
        """Each of them and their sum lie below 2^53; four million of them would not."""
        count = np.full(2**12, 2**40 + 1)
        sums = roll_up_counts(
            unit=np.zeros(2**12, dtype=np.int64), count=count, parent_of=[0], parents=1
        )
        assert 2**52 + 2**12 == sums.institute

    @pytest.mark.parametrize(
        ("kind", "path", "changed"),
        [
            (InvalidValueError, "unit[0]", {"unit": [2, 0]}),
            (InvalidValueError, "count[1]", {"count": [1, -1]}),
            (InvalidValueError, "count", {"count": [2**53 - 1, 1]}),
            (InvalidValueError, "parent_of[1]", {"parent_of": [0, 1]}),
            (InvalidValueError, "parents", {"parents": 0}),
            (InconsistentError, "count", {"count": [1]}),
        ],
    )
    def test_refusals(
        self, kind: type[ImssIntegrityError], path: str, changed: dict[str, Any]
    ) -> None:
        """Each names where."""
        given: dict[str, Any] = {"unit": [0, 1], "count": [1, 1], "parent_of": [0, 0], "parents": 1}
        with pytest.raises(kind) as caught:
            roll_up_counts(**given | changed)
        assert [path] == [fault.path for fault in caught.value.faults]
