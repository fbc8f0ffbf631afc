"""What institution-wide indices refuse, in both languages, all faults at once."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs
import pytest

from imss_integrity.initiatives import (
    CriterionSide,
    FulfilmentCriterion,
    IndexComponent,
    IndexDeduction,
    IndexDimension,
    acrc_index_since_2022,
    acrc_index_until_2021,
    balanced_index,
    fulfilment_index,
    perception_index,
)
from imss_integrity.kernel import (
    ImssIntegrityError,
    InconsistentError,
    InvalidValueError,
    MissingDataError,
    Text,
)
from imss_integrity.statistics.survey_margins import SurveyMargin, survey_margin

RULE = FulfilmentCriterion(
    code="C1", name=Text("criterio"), side=CriterionSide.DE_JURE, fulfilled=True
)
DONE = IndexComponent(
    code="c", name=Text("Programa"), dimension=IndexDimension.COMPLIANCE, share=Fraction(1, 2),
    weight=Fraction(1),
)  # fmt: skip
TAKEN = IndexDeduction(code="d", name=Text("Quejas"), points=Fraction(2))
FULFILMENT: Any = fulfilment_index
BALANCED: Any = balanced_index
PERCEPTION: Any = perception_index


def refusal(kind: type[ImssIntegrityError], call: Any, *args: Any, **named: Any) -> str:
    """Give the code and the path of each fault of the refusal of a call."""
    with pytest.raises(kind) as caught:
        call(*args, **named)
    assert caught.value.text.es != str(caught.value)
    return " ".join(f"{fault.code}@{fault.path}" for fault in caught.value.faults)


class TestFulfilment:
    """Something to count, no code twice, and nothing unknown unless it is told."""

    @pytest.mark.parametrize("criteria", [[], None, "C1", [True], {"C1": True}])
    def test_criteria(self, criteria: object) -> None:
        """At least one `FulfilmentCriterion`."""
        assert "@criteria" in refusal(InvalidValueError, FULFILMENT, criteria, subject="I")

    def test_codes_and_subject(self) -> None:
        """Each code once; the subject is a code."""
        assert refusal(InconsistentError, FULFILMENT, [RULE, RULE], subject="I") == (
            "duplicate@criteria"
        )
        assert refusal(InvalidValueError, FULFILMENT, [RULE], subject="Un nombre") == (
            "grammar@subject"
        )

    def test_half_a_criterion_is_none(self) -> None:
        """A score of something else has parts that no criterion has, and could not be shown."""
        index = fulfilment_index([RULE], subject="I")
        seen = perception_index([0, 1, 0], subject="I", invited=1).score
        assert refusal(InconsistentError, attrs.evolve, index, de_facto=seen) == (
            "criterion@de_facto.parts[2].share"
        )

    def test_unknown_is_refused_all_at_once(self) -> None:
        """The error names the other policy; a wrong policy is refused too."""
        unknown = [attrs.evolve(RULE, code=code, fulfilled=None) for code in ("C1", "C2")]
        assert refusal(MissingDataError, FULFILMENT, unknown, subject="I") == (
            "missing@criteria[0].fulfilled missing@criteria[1].fulfilled"
        )
        with pytest.raises(MissingDataError, match="unknown='zero'"):
            fulfilment_index(unknown, subject="I")
        assert refusal(InvalidValueError, FULFILMENT, [RULE], subject="I", unknown="no") == (
            "choice@unknown"
        )

    @pytest.mark.parametrize("fulfilled", [1, "si", 0.5])
    def test_fulfilled_or_not(self, fulfilled: object) -> None:
        """Nothing between."""
        evolve: Any = attrs.evolve
        assert refusal(InvalidValueError, evolve, RULE, fulfilled=fulfilled) == "type@fulfilled"


class TestBalanced:
    """Weights are stated and add up to 1; incidents are deductions."""

    @pytest.mark.parametrize("weight", [Fraction(0), Fraction(9, 10), Fraction(999, 1000)])
    def test_weights_add_up(self, weight: Fraction) -> None:
        """Neither rescaled nor forgiven."""
        light = attrs.evolve(DONE, weight=weight)
        assert refusal(InconsistentError, BALANCED, [light], subject="I") == "sum@components"
        with pytest.raises(InconsistentError, match="they add up to 2"):
            balanced_index([DONE, attrs.evolve(DONE, code="e")], subject="I")

    def test_codes_all_at_once(self) -> None:
        """No code twice, neither within nor across; with the weights in one error."""
        clash = attrs.evolve(TAKEN, code="c")
        found = refusal(
            InconsistentError, BALANCED, [DONE, DONE], subject="I", deductions=[clash, clash]
        )
        assert found == (
            "duplicate@components duplicate@deductions duplicate@deductions sum@components"
        )

    def test_kinds(self) -> None:
        """Components, deductions and sources of their class, at least one component."""
        assert refusal(InvalidValueError, BALANCED, [], subject="I") == "empty@components"
        assert refusal(InvalidValueError, BALANCED, [TAKEN], subject="I") == "type@components[0]"
        found = refusal(InvalidValueError, BALANCED, [DONE], subject="I", deductions=[DONE])
        assert found == "type@deductions[0]"
        found = refusal(InvalidValueError, BALANCED, [DONE], subject="I", sources=["nota"])
        assert found == "type@sources[0]"
        assert refusal(InvalidValueError, BALANCED, [DONE], subject="a b") == "grammar@subject"

    @pytest.mark.parametrize(
        ("one", "field", "value", "code"),
        [
            (DONE, "share", Fraction(3, 2), "range"),
            (DONE, "share", 0.5, "type"),
            (DONE, "weight", Fraction(-1, 2), "range"),
            (DONE, "dimension", "incidentes", "choice"),
            (TAKEN, "points", Fraction(-1), "range"),
        ],
    )
    def test_fields(self, one: Any, field: str, value: object, code: str) -> None:
        """Shares and weights from 0 to 1; incidents are no dimension; nothing given away."""
        evolve: Any = attrs.evolve
        found = refusal(InvalidValueError, evolve, one, **{field: value})
        assert found == f"{code}@{field}"


class TestKorea:
    """Exact numbers in their ranges, all faults at once."""

    def test_until_2021(self) -> None:
        """Answers to 10, a weight to 1, no negative deduction."""
        found = refusal(
            InvalidValueError, acrc_index_until_2021, subject="KR", external=11, internal=0.5,
            deduction=-1, external_weight=2,
        )  # fmt: skip
        assert found == ("range@external type@internal range@external_weight range@deduction")

    def test_since_2022(self) -> None:
        """Measures to 100, a weight to 1, no negative deduction."""
        found = refusal(
            InvalidValueError, acrc_index_since_2022, subject="KR", perceived=101, effort="x",
            deduction=-1, perceived_weight="-0.1",
        )  # fmt: skip
        assert found == "range@perceived type@effort range@perceived_weight range@deduction"


class TestPerception:
    """Somebody answered, and no more than were asked."""

    @pytest.mark.parametrize(
        ("counts", "invited", "kind", "faults"),
        [
            ([1], 5, InvalidValueError, "few@counts"),
            ([], 5, InvalidValueError, "few@counts"),
            ([1, -1, True], 5, InvalidValueError, "range@counts[1] range@counts[2]"),
            ({1: 2}, 5, InvalidValueError, "type@counts"),
            ([0, 0], 5, MissingDataError, "missing@counts"),
            ([2, 4], 5, InconsistentError, "range@answered"),
            ([2, 4], 6.5, InvalidValueError, "type@invited"),
        ],
    )
    def test_counts(
        self, counts: Any, invited: Any, kind: type[ImssIntegrityError], faults: str
    ) -> None:
        """Whole counts of at least two answers; no mean of nothing."""
        assert refusal(kind, PERCEPTION, counts, subject="I", invited=invited) == faults

    def test_the_rest(self) -> None:
        """Confidence, sources and subject."""
        for name, value in (("confidence", 1), ("sources", ["x"]), ("subject", "a b")):
            given = {"subject": "I", "invited": 9, name: value}
            assert name in refusal(InvalidValueError, PERCEPTION, [1, 2], **given)

    def test_one_part_for_each_point(self) -> None:
        """The counts are those of the score."""
        index = perception_index([0, 1, 0], subject="I", invited=1)
        assert refusal(InconsistentError, attrs.evolve, index, counts=(0, 1)) == "length@counts"

    def test_margin(self) -> None:
        """The margin refuses by itself, in its verb and in its class."""
        assert refusal(InvalidValueError, survey_margin, 0, 5) == "range@answered"
        assert refusal(InconsistentError, survey_margin, 6, 5) == "range@answered"
        assert refusal(InvalidValueError, survey_margin, 6, 0) == "range@invited"
        margin = SurveyMargin(answered=1, invited=2, confidence=0.95, half_width=0.5)
        for field, value in (
            ("half_width", float("nan")),
            ("half_width", 1.5),
            ("confidence", 1.0),
        ):
            assert refusal(InvalidValueError, attrs.evolve, margin, **{field: value}) == (
                f"range@{field}"
            )
