"""The measures of an interest: scales, their factors and names, and what a score refuses."""

from __future__ import annotations

import copy
import pickle
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given

from imss_integrity import strategies
from imss_integrity.conflicts import (
    Bond,
    InterestScore,
    Kinship,
    Line,
    Link,
    Proximity,
    Recency,
    combined_score,
    interest_score,
    recency_of,
)
from imss_integrity.kernel import InvalidValueError, Text

ON = date(2026, 5, 4)
FACTORS = {
    Proximity: {
        "self": "1", "bond": "1", "dependant": "1", "degree_1": "0.9", "degree_2": "0.8",
        "degree_3": "0.6", "degree_4": "0.5", "affinity_1": "0.7", "affinity_2": "0.7",
        "affinity_3": "0.4", "affinity_4": "0.4", "associate": "0.5", "none": "0.2",
    },
    Recency: {
        "current": "1", "ended_1y": "0.8", "ended_2y": "0.5", "ended_5y": "0.2", "older": "0.1",
    },
    Link: {"decides": "1", "same_unit": "0.6", "same_institute": "0.3", "none": "0.1"},
}  # fmt: skip
SCALES = pytest.mark.parametrize("scale", [Proximity, Recency, Link])


class TestScales:
    """Codes, factors and names."""

    @SCALES
    def test_the_factors_are_those_of_the_proposal(self, scale: Any) -> None:
        """Each code has one, from closest on."""
        assert {code: Fraction(f) for code, f in FACTORS[scale].items()} == {
            one.value: one.factor for one in scale
        }
        tenths = [one.tenths for one in scale]
        assert sorted(tenths, reverse=True) == tenths

    @SCALES
    def test_a_code_gives_its_member(self, scale: Any) -> None:
        """With its factor; copies are the member itself."""
        for one in scale:
            assert scale(one.value) is one is copy.deepcopy(one)
            assert pickle.loads(pickle.dumps(one)) is one  # noqa: S301 - our own
            assert one.value == str(one)

    @SCALES
    def test_each_has_a_name_in_both_languages(self, scale: Any) -> None:
        """No two share one."""
        labels = [one.label for one in scale]

        assert len(scale) == len({one.es for one in labels}) == len({one.en for one in labels})
        assert Text("sin vínculo con la función", "no link with the function") == Link.NONE.label

    @given(strategies.kinships())
    def test_kinship_tells_the_proximity(self, kinship: Kinship) -> None:
        """Closer kin are never farther; beyond the fourth degree there is none."""
        near = Proximity.of(kinship)
        degree = kinship.degree

        if isinstance(kinship.bond, Bond):
            assert near is Proximity.BOND
        elif degree is None or degree > 4:
            assert near is Proximity.NONE
        else:
            head = "affinity" if kinship.line is Line.AFFINITY else "degree"
            assert f"{head}_{degree}" == near


class TestRecency:
    """Days must be days, even where they do not matter."""

    @pytest.mark.parametrize("on", [None, "2026-05-04", 2026, datetime(2026, 5, 4)])  # noqa: DTZ001 - no day
    @pytest.mark.parametrize("ended", [None, ON])
    def test_the_day_is_one(self, ended: Any, on: Any) -> None:
        """Checked where nothing ended, too."""
        with pytest.raises(InvalidValueError, match="'on' must be a civil day"):
            recency_of(ended, on=on)

    @pytest.mark.parametrize("ended", ["2025-05-04", 2025, datetime(2025, 5, 4), date(1899, 1, 1)])  # noqa: DTZ001 - no day
    def test_the_end_is_one(self, ended: Any) -> None:
        """A text is parsed by the caller."""
        with pytest.raises(InvalidValueError) as caught:
            recency_of(ended, on=ON)

        assert "ended" == caught.value.faults[0].path

    def test_the_future_is_current(self) -> None:
        """So is the day itself."""
        assert Recency.CURRENT is recency_of(date(2030, 1, 1), on=ON) is recency_of(ON, on=ON)


class TestScore:
    """Arguments are exact, and in their range."""

    @pytest.mark.parametrize("field", ["impact", "probability"])
    @pytest.mark.parametrize("value", [0, 11, 1.0, True, "1", None])
    def test_both_factors_go_from_1_to_10(self, field: str, value: Any) -> None:
        """Whole numbers."""
        with pytest.raises(InvalidValueError) as caught:
            InterestScore(**{"impact": 1, "probability": 1, field: value})

        assert field == caught.value.faults[0].path

    @pytest.mark.parametrize(
        ("fields", "path"),
        [
            ({"base": 0}, "base"), ({"base": 11}, "base"), ({"base": True}, "base"),
            ({"base": 5.0}, "base"), ({"proximity": "near"}, "proximity"),
            ({"proximity": "current"}, "proximity"), ({"recency": Proximity.SELF}, "recency"),
            ({"recency": 0}, "recency"), ({"link": "1.1"}, "link"), ({"link": -1}, "link"),
            ({"link": None}, "link"), ({"link": 0.5}, "link"), ({"link": [1]}, "link"),
            ({"value_uma": -1}, "value_uma"), ({"value_uma": 0.5}, "value_uma"),
            ({"value_uma": "mucho"}, "value_uma"), ({"value_uma": True}, "value_uma"),
            ({"value_uma": Decimal("NaN")}, "value_uma"), ({"value_uma": 2**53}, "value_uma"),
        ],
    )  # fmt: skip
    def test_arguments_have_rules(self, fields: Any, path: str) -> None:
        """A float is not exact; the codes are listed."""
        base = {"base": 5, "proximity": "self", "recency": "current", "link": "decides"} | fields
        with pytest.raises(InvalidValueError) as caught:
            interest_score(base.pop("base"), **base)
        (fault,) = caught.value.faults

        assert path == fault.path
        assert fault.text.en is not None
        assert "decides, same_unit" in fault.text.es or path != "link"

    @pytest.mark.parametrize(
        ("fields", "impact", "probability"),
        [
            ({"link": "1/3"}, 5, 3), ({"link": "0.45"}, 5, 5), ({"link": Fraction(1, 1000)}, 5, 1),
            ({"proximity": 1}, 5, 10), ({"value_uma": 0}, 5, 10), ({"value_uma": "0.01"}, 6, 10),
            ({"value_uma": 250}, 6, 10), ({"value_uma": "250.01"}, 7, 10),
        ],
    )  # fmt: skip
    def test_factors_may_be_numbers(self, fields: Any, impact: int, probability: int) -> None:
        """Half goes up, and no interest is below 1."""
        base = {"proximity": "self", "recency": "current", "link": "decides"} | fields

        assert InterestScore(impact=impact, probability=probability) == interest_score(5, **base)

    def test_impact_stops_at_the_top(self) -> None:
        """Of the scale."""
        found = interest_score(10, proximity="self", recency="current", link="decides", value_uma=9)

        assert 100 == found.score

    @pytest.mark.parametrize("scores", [5, None, "70", {70: 1}, [70, -1], [101], [True], [1.0]])
    def test_scores_are_whole_numbers(self, scores: Any) -> None:
        """A series of them, from 0 to 100."""
        with pytest.raises(InvalidValueError, match="'scores"):
            combined_score(scores)

    def test_a_generator_is_read_once(self) -> None:
        """Like a list."""
        assert Fraction(75) == combined_score(score for score in (50, 50))
