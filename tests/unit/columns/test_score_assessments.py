"""Scores of assessments by columns: units, refusals, and how they are shown."""

from __future__ import annotations

import pickle
from fractions import Fraction
from typing import Any

import attrs
import numpy as np
import pytest

from imss_integrity.catalog import REFERENCE_FRAMEWORK
from imss_integrity.columns import NOT_RATED, score_assessments
from imss_integrity.competitiveness import STAGES_2019, Criterion, Framework, Stage, Subcriterion
from imss_integrity.kernel import (
    ImssIntegrityError,
    InconsistentError,
    InvalidValueError,
    Language,
    MissingDataError,
    Status,
    Text,
    UnknownCodeError,
)


def framework(points: list[list[int]], step: int = 5) -> Framework:
    """Give a framework of criteria whose subcriteria carry these points."""
    criteria = tuple(
        Criterion(
            code=f"C{c}",
            name=Text(f"criterio {c}", f"criterion {c}"),
            points=sum(own),
            subcriteria=tuple(
                Subcriterion(code=f"C{c}.{s}", name=Text("subcriterio"), points=p)
                for s, p in enumerate(own)
            ),
        )
        for c, own in enumerate(points)
    )
    stage = Stage(code="todo", name=Text("todo", "all"), low=0, high=100)
    return Framework(
        code="propio",
        name=Text("propio"),
        version="1",
        criteria=criteria,
        total=sum(map(sum, points)),
        scale=attrs.evolve(STAGES_2019, stages=(stage,), step=step),
    )


def array(*rows: list[int]) -> Any:
    """Give rows of bytes."""
    return np.array(rows, dtype=np.uint8)


SMALL = framework([[10, 20], [70]])


class TestUnits:
    """Totals are whole numbers of a stated unit."""

    def test_hundredths_of_a_point(self) -> None:
        """Points times percent, by criterion and in all."""
        scores = score_assessments(SMALL, array([50, 100, 5], [0, 0, 0]))
        assert [[2500, 350], [0, 0]] == scores.criteria.tolist()
        assert [2850, 0] == scores.totals.tolist()
        assert {100} == {*scores.units.tolist(), *scores.criteria_units.ravel().tolist()}

    def test_reweighted_rows_have_denominators_of_their_own(self) -> None:
        """10 and 20 points: without the 10, the 20 carry all 30."""
        scores = score_assessments(
            SMALL, array([NOT_RATED, 50, 100], [50, 50, 100]), missing="reweight"
        )
        assert (Fraction(15), Fraction(15)) == scores.criterion_values("C0")
        assert [2000, 100] == scores.criteria_units[:, 0].tolist()
        assert (Fraction(85), Fraction(85)) == scores.values()
        assert np.int64 == scores.totals.dtype
        assert [1, 0] == scores.unrated.tolist()

    def test_denominators_beyond_64_bits_stay_exact(self) -> None:
        """Prime points: their product takes Python's own integers."""
        primes = [99_991, 99_989, 99_971, 99_961]
        wide = framework([[prime, 1] for prime in primes])
        rows = array([5, NOT_RATED] * 4, [100] * 8, [NOT_RATED, 10] * 2 + [5] * 4)
        scores = score_assessments(wide, rows, missing="reweight")
        assert object == scores.totals.dtype
        total = sum(primes) + 4
        part = Fraction(primes[0] + primes[1] + 2, 10) + Fraction(primes[2] + primes[3] + 2, 20)
        assert (Fraction(total, 20), Fraction(total), part) == scores.values()

    def test_the_largest_framework(self) -> None:
        """A million points, in a criterion of its own or in many."""
        for large in (framework([[1_000_000]]), framework([[10_000] * 10] * 10)):
            row = array([100] * len(large.subcriteria))
            assert [10**8] == score_assessments(large, row).totals.tolist()

    @pytest.mark.parametrize("step", [1, 2, 4, 5, 10, 20, 25, 50, 100])
    def test_every_lattice(self, step: int) -> None:
        """Odd steps, even steps, and more subcriteria than bytes can be added."""
        long = framework([[3] * 300, [7, 3, 3]], step=step)
        top = array([100] * 303, [step] * 303, [0] * 303)
        assert [91_300, 913 * step, 0] == score_assessments(long, top).totals.tolist()
        for percent in range(256):
            row = array([0] * 302 + [percent])
            is_sound = percent <= 100 and percent % step == 0
            if is_sound or percent == NOT_RATED:
                score_assessments(long, row, missing="zero")
            else:
                with pytest.raises(InvalidValueError, match="a multiple of"):
                    score_assessments(long, row, missing="zero")

    def test_more_rows_than_a_block(self) -> None:
        """The cut between blocks loses nothing, in either order of the bytes."""
        rows = np.array([[5 * (n % 21), 100, 5 * (n % 7)] for n in range(20_000)], dtype=np.uint8)
        rows[::9, 1] = NOT_RATED
        known = np.where(rows == NOT_RATED, 0, rows).astype(np.int64)
        expected = (known * [10, 20, 70]).sum(axis=1)
        for given in (rows, np.asfortranarray(rows)):
            assert np.array_equal(expected, score_assessments(SMALL, given, missing="zero").totals)

    def test_no_rows(self) -> None:
        """Nothing in, nothing out."""
        empty = np.zeros((0, 3), dtype=np.uint8)
        for method in ("arithmetic", "minimum"):
            assert () == score_assessments(SMALL, empty, method=method).values()


class TestRefusals:
    """What is wrong is named by column and row."""

    @pytest.mark.parametrize(
        ("kind", "code", "percents"),
        [
            (InvalidValueError, "type", 5),
            (InvalidValueError, "type", [1, 2, 3]),
            (InvalidValueError, "type", [[1, 2], [3]]),
            (InvalidValueError, "type", [[5, 5, 5]]),
            (InvalidValueError, "type", {"C1.0": [[5]]}),
            (InvalidValueError, "type", {"C1.0": [0.85]}),
            (InvalidValueError, "type", {"C1.0": [True]}),
            (InvalidValueError, "type", {"C1.0": ["5"]}),
            (InvalidValueError, "range", {"C1.0": [256]}),
            (InvalidValueError, "range", {"C1.0": [-1]}),
            (InvalidValueError, "range", {"C1.0": np.array([2**64 - 1], dtype=np.uint64)}),
            (InvalidValueError, "lattice", {"C1.0": [254]}),
            (InconsistentError, "length", np.zeros((1, 2), dtype=np.uint8)),
            (InconsistentError, "length", {"C1.0": [5], "C0.0": [5, 5]}),
            (InconsistentError, "foreign", {"C9": [5]}),
        ],
    )
    def test_bad_columns(self, kind: type[ImssIntegrityError], code: str, percents: Any) -> None:
        """Of another shape, type, range or framework."""
        with pytest.raises(kind) as caught:
            score_assessments(SMALL, percents, missing="zero")
        assert [code] == [fault.code for fault in caught.value.faults]

    def test_the_column_of_another_length_is_named(self) -> None:
        """By its whole code, dots and all."""
        with pytest.raises(InconsistentError) as caught:
            score_assessments(REFERENCE_FRAMEWORK, {"1.1": [5], "1.2": [5, 5]})
        (fault,) = caught.value.faults
        assert fault.path == "percents[1.2]"
        assert fault.text.en == "'percents[1.2]' must have as many rows as the others (1): got 2"

    def test_a_blank_of_a_data_frame_is_told_how_it_is_written(self) -> None:
        """A column with a blank is one of floats."""
        with pytest.raises(InvalidValueError, match="whole numbers, 255 where it is not yet rated"):
            score_assessments(SMALL, {"C1.0": [5.0, float("nan")]})

    @pytest.mark.parametrize(
        ("field", "value"),
        [("framework", "marco"), ("missing", "ignore"), ("method", "geometric")],
    )
    def test_bad_arguments(self, field: str, value: str) -> None:
        """A framework that is none, a policy or method that is unknown."""
        given: dict[str, Any] = {"framework": SMALL, "percents": array([5, 5, 5]), field: value}
        with pytest.raises(InvalidValueError, match=f"'{field}' must"):
            score_assessments(**given)

    def test_what_is_missing_is_named_by_row(self) -> None:
        """Under refuse each row, under reweight each with a criterion without rating."""
        rows = array([5, 5, 5], [NOT_RATED, NOT_RATED, 5], [NOT_RATED, 5, 5])
        with pytest.raises(MissingDataError) as caught:
            score_assessments(SMALL, rows)
        assert ["rows[1]", "rows[2]"] == [fault.path for fault in caught.value.faults]
        with pytest.raises(MissingDataError, match="criterion 'C0', whose") as caught:
            score_assessments(SMALL, rows, missing="reweight")
        assert ["rows[1]"] == [fault.path for fault in caught.value.faults]

    def test_past_fifty_faults_are_counted(self) -> None:
        """A million bad rows make a short message."""
        with pytest.raises(InvalidValueError) as caught:
            score_assessments(SMALL, {"C1.0": [22] * 60}, missing="zero")
        assert 51 == len(caught.value.faults)
        assert "and 10 more faults" == caught.value.faults[-1].text.en

    def test_an_unknown_criterion(self) -> None:
        """Criteria are asked for by their code."""
        scores = score_assessments(SMALL, array([5, 5, 5]))
        with pytest.raises(UnknownCodeError):
            scores.criterion_values("C9")


class TestResult:
    """It is a result like any other."""

    scores = score_assessments(SMALL, array([50, 100, 5], [0, NOT_RATED, 0]), missing="zero")

    def test_nobody_can_write_to_it(self) -> None:
        """Frozen means its arrays too."""
        for name in ("criteria", "criteria_units", "totals", "units", "unrated"):
            with pytest.raises(ValueError, match="read-only"):
                getattr(self.scores, name)[0] = 1

    def test_it_shows_means_and_provenance(self) -> None:
        """One row for each criterion, and the total."""
        text = self.scores.describe(Language.EN)
        assert "2 assessments by propio 1" in text
        assert "criterion 0" in text
        assert "14.25" in text
        assert self.scores.status is Status.OWN
        assert "-" not in score_assessments(SMALL, np.zeros((0, 3), np.uint8)).describe().split()
        assert "propio" in repr(self.scores)
        assert "2850" not in repr(self.scores)

    def test_its_rows(self) -> None:
        """One for each assessment."""
        first, second = self.scores.to_records(exact=True)
        assert 28.5 == first["points"]
        assert {"row": 1, "points": 0, "out_of": 100, "unrated": 1, "criterion_C0": 0,
                "criterion_C1": 0, "status": "propio"} == second  # fmt: skip

    def test_it_pickles(self) -> None:
        """To another process and back."""
        again = pickle.loads(pickle.dumps(self.scores))  # noqa: S301 - our own
        assert again.values() == self.scores.values()
        assert 2 == len(again)


def test_the_framework_of_the_catalogue() -> None:
    """A sheet of full marks earns every point."""
    full = np.full((1, len(REFERENCE_FRAMEWORK.subcriteria)), 100, dtype=np.uint8)
    assert (Fraction(REFERENCE_FRAMEWORK.total),) == score_assessments(
        REFERENCE_FRAMEWORK, full
    ).values()
