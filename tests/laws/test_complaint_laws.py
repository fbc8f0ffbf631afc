"""Laws of complaints: stages in order, times between them, and nobody to be found in any of it."""

from __future__ import annotations

import statistics
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from random import Random
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.initiatives import Complaint, ComplaintStage, ComplaintTimes, complaint_times
from imss_integrity.initiatives.medians import exact_median
from imss_integrity.kernel import InconsistentError
from imss_integrity.strategies.risks import complaints

LAST = date(2026, 12, 31)
COMPLAINTS = st.lists(
    complaints(date(2024, 1, 1), LAST), max_size=6, unique_by=lambda one: one.folio
)
FIELDS = ("received", "assessed", "addressed", "concluded")


def changed(value: Any, **changes: Any) -> Any:
    """Give *value* with the fields of *changes*."""
    return attrs.evolve(value, **changes)


def times_of(given_: list[Complaint]) -> ComplaintTimes:
    """Give the times as of the last day."""
    return complaint_times(given_, on=LAST)


class TestMedian:
    """The middle of the days, exact."""

    @given(st.lists(st.integers(0, 10**6), min_size=1))
    def test_it_is_that_of_the_standard_library(self, days: list[int]) -> None:
        """A second implementation, whose halves are exact at this size."""
        assert Fraction(statistics.median(days)) == exact_median(days)

    def test_of_nothing_there_is_none(self) -> None:
        """Not 0."""
        assert exact_median([]) is None


class TestStages:
    """ISO 37002: receive, assess, address, conclude, in this order."""

    @given(complaints())
    def test_a_complaint_is_in_the_last_stage_that_it_reached(self, one: Complaint) -> None:
        """As many days as stages, none before the one before."""
        place = list(ComplaintStage).index(one.stage)
        assert place + 1 == len(one.days) == sum(getattr(one, name) is not None for name in FIELDS)
        assert sorted(one.days) == list(one.days)

    @given(complaints(), st.sampled_from(FIELDS[1:]))
    def test_no_stage_is_left_out(self, one: Complaint, name: str) -> None:
        """Without it, every stage after it is refused; with none after it, it may be absent."""
        is_last = name == FIELDS[len(one.days) - 1] or getattr(one, name) is None
        if is_last:
            assert getattr(changed(one, **{name: None}), name) is None
        else:
            with pytest.raises(InconsistentError) as caught:
                changed(one, **{name: None})
            assert [(name, "missing")] == [(f.path, f.code) for f in caught.value.faults]

    @given(complaints(date(2024, 1, 1), LAST), st.data())
    def test_days_never_go_back(self, one: Complaint, data: st.DataObject) -> None:
        """A day before that of the stage before is refused, and the two are named."""
        if len(one.days) > 1:
            place = data.draw(st.integers(1, len(one.days) - 1))
            early = one.days[place - 1] - timedelta(days=1)
            with pytest.raises(InconsistentError) as caught:
                changed(one, **{FIELDS[place]: early})
            assert FIELDS[place] in {fault.path for fault in caught.value.faults}

    def test_all_that_is_wrong_is_told(self) -> None:
        """A stage left out, and a day that goes back over it."""
        with pytest.raises(InconsistentError) as caught:
            Complaint(folio="D-1", received=date(2026, 2, 2), concluded=date(2026, 2, 1))
        assert [("assessed", "missing"), ("addressed", "missing"), ("concluded", "order")] == [
            (fault.path, fault.code) for fault in caught.value.faults
        ]


class TestTimes:
    """Counts and medians by stage."""

    @given(COMPLAINTS)
    def test_every_complaint_rests_in_one_stage(self, told: list[Complaint]) -> None:
        """Those that rest add up to all; what reached a stage rests in it or went on."""
        stages = times_of(told).stages
        assert len(told) == sum(one.resting for one in stages) == stages[0].reached
        for before, after in pairwise(stages):
            assert before.reached - before.resting == after.reached
        assert stages[-1].reached == stages[-1].resting

    @given(COMPLAINTS, st.randoms(use_true_random=False))
    def test_order_changes_nothing(self, told: list[Complaint], random: Random) -> None:
        """Medians and counts are of a set of complaints."""
        assert times_of(told) == times_of(random.sample(told, len(told)))

    @given(COMPLAINTS)
    def test_medians_are_of_those_that_got_there(self, told: list[Complaint]) -> None:
        """By pairs of fields, worked out a second time; of none there is none."""
        found = times_of(told)
        for name, before, stage in zip(FIELDS[1:], FIELDS, found.stages[1:], strict=False):
            waits = [
                (getattr(one, name) - getattr(one, before)).days
                for one in told
                if getattr(one, name) is not None
            ]
            assert stage.median_days == (Fraction(statistics.median(waits)) if waits else None)
        whole = [(one.concluded - one.received).days for one in told if one.concluded]
        assert found.median_days == (Fraction(statistics.median(whole)) if whole else None)
        assert found.stages[0].median_days is None

    @given(COMPLAINTS, st.integers(0, 60))
    def test_only_distances_count(self, told: list[Complaint], days: int) -> None:
        """All of it so many days earlier gives the same figures."""
        shift = timedelta(days=days)
        earlier = [
            changed(one, **{name: day - shift for name, day in zip(FIELDS, one.days, strict=False)})
            for one in told
        ]
        assert times_of(told) == attrs.evolve(complaint_times(earlier, on=LAST - shift), on=LAST)

    @given(COMPLAINTS)
    def test_no_folio_leaves(self, told: list[Complaint]) -> None:
        """Neither the result nor anything it shows names a single complaint."""
        marked = [attrs.evolve(one, folio=f"QZX-{n}") for n, one in enumerate(told)]
        found = times_of(marked)
        shown = f"{found!r}{found.describe()}{found._repr_html_()}{found.to_records()}"
        assert "QZX" not in shown

    def test_a_complaint_has_no_field_for_a_person(self) -> None:
        """A folio and days, and nothing else: neither who, nor about whom, nor what."""
        assert ("folio", *FIELDS) == tuple(field.name for field in attrs.fields(Complaint))
