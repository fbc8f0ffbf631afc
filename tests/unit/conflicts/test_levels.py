"""Levels, the bands that tile the score, safeguards, reviews, and the policy that holds them."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE, get_deadline
from imss_integrity.conflicts import (
    Band,
    Condition,
    InterestRule,
    Level,
    Operator,
    Review,
    SafeguardRule,
    ScreeningPolicy,
    Trigger,
    combined_score,
)
from imss_integrity.kernel import InvalidValueError, Text

LAW = get_deadline("LGRA-33-I").rule
SCORED = tuple(level for level in Level if level is not Level.CRITICAL)


def band(level: Level, low: int, high: int) -> Band:
    """Give a band."""
    return Band(level=level, low=Fraction(low), high=Fraction(high))


def policy(*bands: Band, **more: Any) -> ScreeningPolicy:
    """Give a policy without interests."""
    return ScreeningPolicy(interests=(), bands=bands, **more)


WHOLE = band(Level.MINIMAL, 0, 100)
FOUR = tuple(
    band(level, low, high)
    for level, low, high in zip(SCORED, (0, 10, 30, 60), (10, 30, 60, 100), strict=True)
)
RULE = InterestRule(question="q", category="c", base=5)
TRIGGER = Trigger(code="t", questions=("q",), rule=LAW, effect=Text("turnar", "refer"))
SAFEGUARD = SafeguardRule(code="s", level=Level.LOW, what=Text("ver"), owner="jefe", days=0)
REVIEW = Review(level=Level.LOW, when=Text("cada año", "yearly"))


class TestOrder:
    """From minimal to critical."""

    def test_ranks_rise(self) -> None:
        """By one, from 0."""
        assert list(range(5)) == [level.rank for level in Level]
        assert Level.MINIMAL.rank < Level.LOW.rank < Level.MEDIUM.rank
        assert Level.MEDIUM.rank < Level.HIGH.rank < Level.CRITICAL.rank

    def test_names_are_official_spanish(self) -> None:
        """With accents for people, without in codes."""
        assert ["minimo", "bajo", "medio", "alto", "critico"] == list(Level)
        assert Text("mínimo", "minimal") == Level.MINIMAL.label
        assert all(level.label.en for level in Level)


class TestBands:
    """They tile 0 to 100, and rise."""

    @pytest.mark.parametrize(
        ("bands", "codes", "words"),
        [
            ((), ["gap"], "the ends are missing"),
            ((band(Level.LOW, 1, 100),), ["gap"], "the ends are missing"),
            ((band(Level.LOW, 0, 99),), ["gap"], "the ends are missing"),
            ((band(Level.MINIMAL, 0, 10), band(Level.LOW, 11, 100)), ["gap"],
             "gap between 10 and 11"),
            ((band(Level.MINIMAL, 0, 11), band(Level.LOW, 10, 100)), ["overlap"],
             "overlap between 10 and 11"),
            ((band(Level.LOW, 0, 10), band(Level.MINIMAL, 10, 100)), ["order"],
             "the levels must rise"),
            ((band(Level.LOW, 0, 10), band(Level.LOW, 10, 100)), ["order"], "the levels must rise"),
            ((band(Level.HIGH, 1, 11), band(Level.LOW, 10, 90), band(Level.HIGH, 95, 99)),
             ["gap", "overlap", "order", "gap"], "gap between 90 and 95"),
        ],
    )  # fmt: skip
    def test_what_does_not_tile(
        self, bands: tuple[Band, ...], codes: list[str], words: str
    ) -> None:
        """Every gap and overlap, at once, in both languages."""
        with pytest.raises(InvalidValueError) as caught:
            policy(*bands)

        assert codes == [fault.code for fault in caught.value.faults]
        assert {"bands"} == {fault.path for fault in caught.value.faults}
        assert words in str(caught.value)
        assert all("debe cubrir de 0 a 100" in fault.text.es for fault in caught.value.faults)
        assert ("hueco entre" in caught.value.text.es) is ("gap between" in str(caught.value))
        assert ("traslape entre" in caught.value.text.es) is ("overlap" in str(caught.value))

    @pytest.mark.parametrize(
        ("fields", "path", "code"),
        [
            ({"low": Fraction(10), "high": Fraction(10)}, "high", "order"),
            ({"low": Fraction(11), "high": Fraction(10)}, "high", "order"),
            ({"level": Level.CRITICAL}, "level", "choice"),
            ({"level": "bajo"}, "level", "choice"), ({"low": 0}, "low", "type"),
            ({"low": Fraction(-1)}, "low", "range"), ({"high": Fraction(101)}, "high", "range"),
            ({"high": 0.5}, "high", "type"),
        ],
    )  # fmt: skip
    def test_a_band(self, fields: Any, path: str, code: str) -> None:
        """It holds a score, and no score is critical."""
        with pytest.raises(InvalidValueError) as caught:
            attrs.evolve(WHOLE, **fields)

        assert (path, code) == (caught.value.faults[0].path, caught.value.faults[0].code)

    @pytest.mark.parametrize("score", range(101))
    def test_the_lower_end_is_included(self, score: int) -> None:
        """The upper one begins the next band; 100 belongs to the last."""
        expected = [
            level for level, low in zip(SCORED, (0, 10, 30, 60), strict=True) if low <= score
        ]

        assert expected[-1] is policy(*FOUR).level_alone(score)

    def test_bands_may_be_broken_numbers(self) -> None:
        """Exact ones."""
        third = Fraction(100, 3)
        found = policy(Band(level=Level.LOW, low=Fraction(0), high=third),
                       Band(level=Level.HIGH, low=third, high=Fraction(100)))  # fmt: skip

        assert [Level.LOW, Level.HIGH] == [found.level_alone(score) for score in (33, 34)]

    @given(st.lists(st.integers(0, 100), max_size=8), st.integers(0, 4))
    def test_the_combined_score_rises_only_so_far(self, scores: list[int], steps: int) -> None:
        """At most so many bands above the largest single interest."""
        sought = policy(*FOUR, most_steps=steps)
        places = [level.rank for level in SCORED]
        single = sought.level_alone(max(scores, default=0)).rank
        total = combined_score(scores)
        whole = max(p for p, one in zip(places, FOUR, strict=True) if one.low <= total)

        assert min(whole, single + steps) == sought.level_of_scores(scores).rank

    @pytest.mark.parametrize(
        ("scores", "level"), [((50, 20), Level.HIGH), ((50, 19), Level.MEDIUM), ((), Level.MINIMAL)]
    )
    def test_what_reaches_a_band_exactly_is_in_it(
        self, scores: tuple[int, ...], level: Level
    ) -> None:
        """50 and 20 combine to 60; without an interest it is the lowest."""
        assert policy(*FOUR, most_steps=1).level_of_scores(scores) is level


class TestPolicy:
    """Nothing stands twice; every field has its rule."""

    @pytest.mark.parametrize(
        ("field", "member"),
        [("interests", RULE), ("triggers", TRIGGER), ("safeguards", SAFEGUARD),
         ("reviews", REVIEW)],
    )  # fmt: skip
    def test_nothing_stands_twice(self, field: str, member: Any) -> None:
        """One rule a question, one review a level, one code for each of the others."""
        twice: dict[str, Any] = {field: (member, member)}
        with pytest.raises(InvalidValueError) as caught:
            attrs.evolve(policy(WHOLE), **twice)
        (fault,) = caught.value.faults

        assert (field, "duplicate") == (fault.path, fault.code)
        assert "no debe repetir claves" in fault.text.es

    def test_all_faults_at_once(self) -> None:
        """Bands and codes."""
        with pytest.raises(InvalidValueError) as caught:
            attrs.evolve(policy(WHOLE), bands=(), interests=(RULE,) * 3, reviews=(REVIEW,) * 2)

        assert ["gap", "duplicate", "duplicate", "duplicate"] == [
            fault.code for fault in caught.value.faults
        ]

    @pytest.mark.parametrize(
        ("made", "fields"),
        [
            (policy(WHOLE), {"interests": [RULE]}), (policy(WHOLE), {"bands": (1,)}),
            (policy(WHOLE), {"most_steps": 5}), (policy(WHOLE), {"most_steps": True}),
            (policy(WHOLE), {"contradiction": "LGRA-60"}), (policy(WHOLE), {"status": "propio"}),
            (policy(WHOLE), {"sources": ("LGRA",)}), (policy(WHOLE), {"triggers": (RULE,)}),
            (policy(WHOLE), {"safeguards": (REVIEW,)}), (policy(WHOLE), {"reviews": (SAFEGUARD,)}),
            (RULE, {"question": "q 1"}), (RULE, {"category": ""}), (RULE, {"base": 0}),
            (RULE, {"base": 11}), (RULE, {"details": "a b"}), (RULE, {"proximity": "self"}),
            (RULE, {"recency": "current"}), (RULE, {"link": "decides"}), (RULE, {"perception": 1}),
            (RULE, {"radius": "LGRA-63-Bis"}), (RULE, {"affinity_degree": 0}),
            (RULE, {"affinity_degree": 41}),
            (TRIGGER, {"code": ""}), (TRIGGER, {"questions": ()}), (TRIGGER, {"questions": "q"}),
            (TRIGGER, {"rule": "LGRA"}), (TRIGGER, {"effect": "turnar"}),
            (TRIGGER, {"when": [Condition("q", Operator.EXISTS, value=True)]}),
            (TRIGGER, {"radius": 4}), (TRIGGER, {"affinity_degree": 2.0}),
            (TRIGGER, {"links": ("decides",)}), (TRIGGER, {"months": -1}),
            (TRIGGER, {"months": 3601}),
            (SAFEGUARD, {"code": ""}), (SAFEGUARD, {"level": "bajo"}), (SAFEGUARD, {"what": "ver"}),
            (SAFEGUARD, {"owner": "la jefa"}), (SAFEGUARD, {"days": -1}),
            (SAFEGUARD, {"days": 1001}), (SAFEGUARD, {"rule": "LGRA"}),
            (REVIEW, {"level": "bajo"}), (REVIEW, {"months": 0}), (REVIEW, {"months": 61}),
            (REVIEW, {"when": "anual"}),
        ],
    )  # fmt: skip
    def test_fields_have_rules(self, made: Any, fields: dict[str, Any]) -> None:
        """Each names itself."""
        with pytest.raises(InvalidValueError) as caught:
            attrs.evolve(made, **fields)

        assert caught.value.faults[0].path.startswith(next(iter(fields)))

    def test_every_level_of_the_reference_asks_for_something(self) -> None:
        """A safeguard and a review."""
        found = CONFLICT_QUESTIONNAIRE.policy
        assert found is not None

        assert set(Level) == {rule.level for rule in found.safeguards}
        assert list(Level) == sorted((one.level for one in found.reviews), key=lambda e: e.rank)
