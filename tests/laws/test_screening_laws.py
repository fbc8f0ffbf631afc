"""Laws of screening: monotone, order-free, explained, and the same as a plain loop."""

from __future__ import annotations

import importlib.util
import json
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import prod
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity import strategies
from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE, get_deadline
from imss_integrity.conflicts import (
    Absence,
    Condition,
    ConflictType,
    Level,
    Link,
    MonthsBack,
    Operator,
    Proximity,
    Question,
    QuestionType,
    Recency,
    Response,
    Screening,
    YesNo,
    combined_score,
    evaluate,
    interest_score,
    screen,
    smallest_changes,
)
from imss_integrity.conflicts.layout import Place
from imss_integrity.kernel import Language, Status, Text

ON = date(2026, 5, 4)
POLICY = CONFLICT_QUESTIONNAIRE.policy
assert POLICY is not None
CODES = [rule.question for rule in POLICY.interests]
CLEAN = dict.fromkeys(CODES, "no")


def loaded(name: str) -> ModuleType:
    """Load a script of the benchmarks."""
    path = Path(__file__).parent.parent / "bench" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


naive = loaded("naive_screening")


def screened(**answers: Any) -> Screening:
    """Screen the reference questionnaire with everything else answered no."""
    return screen(Response.from_answers(CONFLICT_QUESTIONNAIRE, CLEAN | answers), on=ON)


def told(code: str, **follow_ups: Any) -> dict[str, Any]:
    """Give the answers that declare one interest, follow-ups by their last name."""
    row = {f"{code}.{name}": answer for name, answer in follow_ups.items()}
    return {code: "si", f"{code}.detalle": [row]}


@st.composite
def completed(draw: st.DrawFn) -> Response:
    """Give a complete response to a definition of its own."""
    asked = draw(strategies.screened_questionnaires())
    return draw(strategies.completed_responses(asked, on=ON))


@st.composite
def partial(draw: st.DrawFn) -> Response:
    """Give any response to a definition of its own."""
    return draw(strategies.responses(draw(strategies.screened_questionnaires())))


class TestTheScore:
    """Own: impact times probability, combined by 1 - product of (1 - s)."""

    @given(
        st.integers(1, 10),
        st.sampled_from(Proximity),
        st.sampled_from(Recency),
        st.sampled_from(Link),
        st.none() | st.fractions(0, 500),
    )
    def test_half_goes_up_exactly(
        self, base: int, near: Proximity, age: Recency, link: Link, value: Fraction | None
    ) -> None:
        """The product is rounded once, half up, and both factors stay from 1 to 10."""
        found = interest_score(base, proximity=near, recency=age, link=link, value_uma=value)
        exact = 10 * near.factor * age.factor * link.factor
        step = 0 if not value else 1 if value <= 250 else 2

        assert found.probability == max(1, int(exact + Fraction(1, 2)))
        assert found.impact == min(10, base + step)

    @given(st.lists(st.integers(1, 100)), st.integers(1, 100), st.randoms())
    def test_the_total_is_order_free_and_grows(
        self, scores: list[int], more: int, random: Any
    ) -> None:
        """An interest more never lowers it; it never passes 100."""
        shuffled = [*scores]
        random.shuffle(shuffled)

        assert combined_score(scores) == combined_score(shuffled)
        assert max(scores, default=0) <= combined_score(scores) <= 100
        assert combined_score(scores) <= combined_score([*scores, more])
        assert combined_score([more]) == more

    @pytest.mark.parametrize(
        ("answers", "impact", "probability", "total", "level"),
        [
            (told("FAM1", parentesco="TIOA", inicio="2020-01-01", vinculo="same_institute"),
             4, 2, "8", Level.MINIMAL),
            (told("PER1", vinculo="same_unit", manifiesta="no"), 4, 3, "12", Level.LOW),
            (told("BUS1", organizacion="Proveedora de ejemplo", inicio="2020-01-01",
                  vinculo="decides", valor="40000"), 7, 10, "70", Level.HIGH),
            (told("FAM2", parentesco="PAD", vinculo="decides"), 8, 9, "72", Level.CRITICAL),
        ],
    )  # fmt: skip
    def test_the_worked_cases_of_the_proposal(
        self, answers: dict[str, Any], impact: int, probability: int, total: str, level: Level
    ) -> None:
        """An uncle elsewhere, a friend in the unit, a share in a supplier, a parent below."""
        result = screened(**answers)
        found = result.findings[0].interest.score

        assert (impact, probability) == (found.impact, found.probability)
        assert Fraction(total) == result.total
        assert level is result.level

    def test_many_weak_answers_rise_one_level_at_most(self) -> None:
        """A total in the highest band beside a largest interest that is low gives medium."""
        scores = (18, 18, 18, 15, 15, 12)
        assert POLICY is not None

        assert combined_score(scores) > 60
        assert POLICY.level_of_scores(scores) is Level.MEDIUM
        assert POLICY.level_of_scores((30, *scores)) is Level.HIGH


class TestAgreement:
    """What counts is the same as a loop over dictionaries gives."""

    @given(completed())
    def test_on_generated_definitions(self, response: Response) -> None:
        """Scores, triggers and level of complete responses."""
        self.agree(response)

    @given(st.data())
    def test_on_the_reference_questionnaire(self, data: st.DataObject) -> None:
        """The same on the 28 questions."""
        start = Response.from_answers(
            CONFLICT_QUESTIONNAIRE,
            {code: data.draw(st.sampled_from(["no", "no", "no", "si"])) for code in CODES},
        )
        drawn = strategies.completed_responses(CONFLICT_QUESTIONNAIRE, on=ON, start=start)
        self.agree(data.draw(drawn))

    def agree(self, response: Response) -> None:
        """Compare both."""
        made = naive.plain_definition(response.questionnaire)
        expected = naive.screened(made, naive.plain_answers(response), ON)
        result = screen(response, on=ON)

        assert expected["scores"] == list(result.counted.scores)
        assert expected["triggers"] == {fired.code for fired in result.triggers}
        assert expected["level"] == result.level
        assert (
            100 * (1 - prod((1 - Fraction(s, 100) for s in expected["scores"]), start=Fraction(1)))
            == result.total
        )
        assert (result.level, result.level) == result.possible_levels


class TestWhatIsOpen:
    """Incomplete is never clean, and the range holds whatever is answered."""

    @given(st.data())
    def test_no_completion_leaves_the_range(self, data: st.DataObject) -> None:
        """Answering what is open ends from the lowest to the highest level told before."""
        response = data.draw(partial())
        before = screen(response, on=ON)
        drawn = strategies.completed_responses(response.questionnaire, on=ON, start=response)
        after = screen(data.draw(drawn), on=ON)
        low, high = before.possible_levels

        assert low.rank <= after.level.rank <= high.rank
        assert low.rank <= before.level.rank <= high.rank

    @given(partial())
    def test_incomplete_is_never_clean(self, response: Response) -> None:
        """Nor is what was found."""
        result = screen(response, on=ON)

        assert result.is_complete is not bool(result.pending)
        assert not (result.is_clean and (result.pending or result.findings))

    def test_unknown_is_pending_and_never_no(self) -> None:
        """The answer "no sé" leaves the range open up to what the worst answer would bring."""
        unknown = screened(FAM4="no_se")

        assert unknown.pending == ("FAM4",)
        assert unknown.level is Level.MINIMAL
        assert unknown.possible_levels == (Level.MINIMAL, Level.CRITICAL)
        assert not unknown.is_clean
        assert screened().is_clean

    def test_an_open_question_may_hold_several_interests(self) -> None:
        """As many as its details take: one alone would end medium, several end high."""
        assert POLICY is not None
        asked = attrs.evolve(CONFLICT_QUESTIONNAIRE, policy=attrs.evolve(POLICY, triggers=()))
        unknown = Response.from_answers(asked, CLEAN | {"EMP4": "no_se"})
        one = told("EMP4", organizacion="X", inicio="2020-01-01", vinculo="decides", valor="90000")

        assert screen(unknown, on=ON).possible_levels == (Level.MINIMAL, Level.HIGH)
        assert screened(**one).level is Level.MEDIUM

    def test_a_declined_follow_up_stays_open(self) -> None:
        """The kinship is not told: neither critical nor safe from it."""
        row = told("FAM2", parentesco=Absence.DECLINED, vinculo="decides")
        result = screened(**row)

        assert result.level is not Level.CRITICAL
        assert result.possible_levels[1] is Level.CRITICAL
        assert result.pending == ("FAM2.detalle[0].FAM2.parentesco",)


class TestMonotony:
    """Raising an interest never lowers the level; neither does declaring one more."""

    KIN = ("PRI", "TIOA", "HER", "PAD")  # ever closer, by blood
    DAYS = ("2020-01-01", "2023-01-01", "2025-01-01", "2025-12-01", None)
    LINKS = tuple(Link)[::-1]
    VALUES = (None, "100", "29327.50", "29327.51")

    @given(
        st.tuples(*[st.integers(0, 3)] * 2), st.tuples(*[st.integers(0, 4)] * 2),
        st.tuples(*[st.integers(0, 3)] * 2), st.tuples(*[st.integers(0, 3)] * 2),
        st.sampled_from(["FAM1", "FAM5"]),
    )  # fmt: skip
    def test_closer_later_larger_and_more_direct(
        self, kin: Any, ended: Any, value: Any, link: Any, code: str
    ) -> None:
        """Each measure at least as severe gives at least the level, and at least the score."""
        lower, upper = (
            screened(**told(
                code,
                parentesco=self.KIN[pick(kin)],
                inicio="2019-01-01",
                fin=self.DAYS[pick(ended)],
                vinculo=self.LINKS[int(pick(link))].value,
                **({"valor": self.VALUES[pick(value)], "organizacion": "Ejemplo"}
                   if code == "FAM5" else {}),
            ))
            for pick in (min, max)
        )  # fmt: skip

        assert lower.level.rank <= upper.level.rank
        assert lower.total <= upper.total

    @given(st.data())
    def test_one_more_interest(self, data: st.DataObject) -> None:
        """A declared interest more gives at least the level, whatever stands beside it."""
        code = data.draw(st.sampled_from(CODES))
        start = {c: data.draw(st.sampled_from(["no", "no", "si"])) for c in CODES} | {code: "no"}
        asked = CONFLICT_QUESTIONNAIRE
        before = data.draw(
            strategies.completed_responses(asked, on=ON, start=Response.from_answers(asked, start))
        )
        declared = before.replaced({(asked.layout.places[code], None): _YES})
        after = data.draw(strategies.completed_responses(asked, on=ON, start=declared))

        assert screen(before, on=ON).level.rank <= screen(after, on=ON).level.rank
        assert screen(before, on=ON).total < screen(after, on=ON).total


_YES = Response.from_answers(CONFLICT_QUESTIONNAIRE, {"EMP1": "si"}).answer("EMP1").values[0]


class TestStability:
    """The same response on the same day gives the same bytes, and nothing else enters."""

    @given(partial())
    def test_the_same_bytes(self, response: Response) -> None:
        """Text, rows and record, in both languages."""
        one, two = (screen(response, on=ON) for _ in range(2))

        assert one.describe() == two.describe()
        assert one.describe(Language.EN) == two.describe(Language.EN)
        assert one.to_records() == two.to_records()
        assert json.dumps(one.to_record(), default=str) == json.dumps(two.to_record(), default=str)

    @given(partial())
    def test_disabled_answers_change_nothing(self, response: Response) -> None:
        """But the list of what was dropped."""
        whole = screen(response, on=ON)
        dropped = set(evaluate(response, on=ON).dropped)
        spots = {
            (place, row): None
            for place in response.questionnaire.layout.places.values()
            for row in ([None] if place.frame is None else range(len(response.rows(place.frame))))
            if _label(response, place, row) in dropped
        }
        bare = screen(response.replaced(spots), on=ON)

        assert whole.level is bare.level
        assert whole.findings == bare.findings
        assert whole.possible_levels == bare.possible_levels
        assert whole.safeguards == bare.safeguards

    @given(partial())
    def test_every_part_is_listed(self, response: Response) -> None:
        """The total is made of the findings; each has its law, type and level."""
        result = screen(response, on=ON)
        scores = [finding.interest.score.score for finding in result.findings]

        assert combined_score(scores) == result.total
        assert all(f.interest.score.score <= f.interest.highest.score for f in result.findings)
        assert all((f.level is Level.CRITICAL) is bool(f.triggers) for f in result.findings)
        assert (result.level is Level.CRITICAL) is bool(result.triggers)


def _label(response: Response, place: Place, row: int | None) -> str:
    code = place.question.code
    if place.frame is None:
        return code
    return f"{response.questionnaire.layout.top.places[place.frame].question.code}[{row}].{code}"


class TestTheLaws:
    """Hard triggers are set by law; no score outweighs them, and each has two sides."""

    @pytest.mark.parametrize(
        ("kin", "inside"), [("PRI", True), ("CUN", True), ("CONB", True), ("OTRO", False),
                            ("CONC", False), ("TATA", True)],
    )  # fmt: skip
    def test_nepotism_reaches_the_fourth_degree(self, kin: str, *, inside: bool) -> None:
        """LGRA 63 Bis: blood to the fourth, affinity to the second, marriage or concubinage."""
        result = screened(**told("FAM2", parentesco=kin, vinculo="decides"))

        assert (result.level is Level.CRITICAL) is inside

    @pytest.mark.parametrize(("kin", "inside"), [("CONY", True), ("CONB", False), ("HER", True)])
    def test_the_concubine_is_outside_lfpa_21(self, kin: str, *, inside: bool) -> None:
        """The one exception to "closer kin never lowers the level": an own reading, flagged."""
        result = screened(**told("FAM3", parentesco=kin, vinculo="decides"))

        assert (result.level is Level.CRITICAL) is inside

    @pytest.mark.parametrize(("link", "fires"), [("decides", True), ("same_unit", False)])
    def test_nepotism_needs_the_power_to_appoint(self, link: str, *, fires: bool) -> None:
        """The link decides."""
        result = screened(**told("FAM2", parentesco="HIJ", vinculo=link))

        assert (result.level is Level.CRITICAL) is fires

    @pytest.mark.parametrize(
        ("ended", "fires"), [(None, True), ("2024-05-04", True), ("2024-05-03", False)]
    )
    def test_procurement_looks_back_two_years(self, ended: str | None, *, fires: bool) -> None:
        """LAASSP 71-I: the two previous years, the last day included."""
        row = told(
            "PRO1", organizacion="Ejemplo", inicio="2019-01-01", fin=ended, vinculo="decides"
        )

        assert (screened(**row).level is Level.CRITICAL) is fires

    @pytest.mark.parametrize(("accepted", "fires"), [("si", True), ("no", False)])
    def test_an_accepted_gift_is_handed_over(self, accepted: str, *, fires: bool) -> None:
        """LGRA 40: no value threshold."""
        row = told("GIF1", organizacion="Ejemplo", inicio="2026-01-01", vinculo="none",
                   aceptado=accepted)  # fmt: skip
        result = screened(**row)

        assert (result.level is Level.CRITICAL) is fires
        assert ([t.rule.code for t in result.triggers] == ["LGRA-40"]) is fires

    def test_a_contradiction_is_referred_never_judged(self) -> None:
        """LGRA 60: response says no, declaration says yes; both ways."""
        declared = Response.from_answers(CONFLICT_QUESTIONNAIRE, {"EMP1": "si", "EMP2": "no"})
        response = Response.from_answers(CONFLICT_QUESTIONNAIRE, CLEAN)
        result = screen(response, on=ON, declaration=declared)

        assert ("EMP1",) == result.contradictions
        assert ["LGRA-60"] == [fired.rule.code for fired in result.triggers]
        assert result.level is Level.CRITICAL
        assert not result.is_clean
        assert "culpable" in result.describe()
        assert "guilty" in result.describe(Language.EN)

    def test_a_disabled_answer_contradicts_nothing(self) -> None:
        """What is not asked of the person is not held against the person."""
        asked = attrs.evolve(
            CONFLICT_QUESTIONNAIRE,
            sections=tuple(
                attrs.evolve(
                    section,
                    questions=tuple(
                        attrs.evolve(q, when=(Condition("EMP2", Operator.EQUAL, YesNo.YES),))
                        if q.code == "EMP1"
                        else q
                        for q in section.questions
                    ),
                )
                for section in CONFLICT_QUESTIONNAIRE.sections
            ),
        )
        declared = Response.from_answers(asked, {"EMP1": "si"})
        response = Response.from_answers(asked, CLEAN)

        assert not screen(response, on=ON, declaration=declared).contradictions


class TestTypes:
    """Legal impediment: real; perception only: apparent; else potential, in that order."""

    @pytest.mark.parametrize(
        ("answers", "expected"),
        [
            (told("PER1", vinculo="decides", manifiesta="si"), ConflictType.REAL),
            (told("PER1", vinculo="decides", manifiesta="no"), ConflictType.APPARENT),
            (told("FAM1", parentesco="CONC", inicio="2020-01-01", vinculo="decides"),
             ConflictType.APPARENT),
            (told("FAM1", parentesco="HER", inicio="2020-01-01", vinculo="decides"),
             ConflictType.REAL),
            (told("FAM1", parentesco="HER", inicio="2020-01-01", vinculo="same_unit"),
             ConflictType.POTENTIAL),
            (told("FAM1", parentesco="HER", inicio="2020-01-01", fin="2023-01-01",
                  vinculo="decides"), ConflictType.APPARENT),
            (told("EMP1", organizacion="Ejemplo", inicio="2020-01-01", vinculo="decides"),
             ConflictType.REAL),
        ],
    )  # fmt: skip
    def test_each_type(self, answers: dict[str, Any], expected: ConflictType) -> None:
        """The ruling, case by case."""
        assert expected is screened(**answers).findings[0].type


class TestReach:
    """Every level and every measure can be reached."""

    def test_every_level(self) -> None:
        """From minimal to critical."""
        met = {
            screened(**answers).level
            for answers in (
                {},
                told("PER1", vinculo="same_unit", manifiesta="no"),
                told("EMP1", organizacion="Ejemplo", inicio="2020-01-01", vinculo="same_unit"),
                told("HEA1", organizacion="Ejemplo", inicio="2020-01-01"),
                told("FAM2", parentesco="HIJ", vinculo="decides"),
            )
        }

        assert set(Level) == met

    def test_every_measure(self) -> None:
        """Each kinship of the national catalogue, each window, each link."""
        kinships = CONFLICT_QUESTIONNAIRE.question("FAM1.parentesco").options
        days = {None, "2025-12-01", "2025-01-01", "2023-01-01", "2019-02-01"}
        links = [link.value for link in Link]
        found = [
            screened(
                **told("FAM1", parentesco=kin.code, inicio="2019-01-01", fin=day, vinculo=link)
            ).findings[0].interest
            for kin in kinships
            for day in days
            for link in links
        ]  # fmt: skip
        others = {Proximity.SELF, Proximity.DEPENDANT, Proximity.ASSOCIATE, Proximity.AFFINITY_3,
                  Proximity.AFFINITY_4}  # fmt: skip

        assert set(Proximity) - others == {interest.proximity for interest in found}
        assert set(Recency) == {interest.recency for interest in found}
        assert set(Link) == {interest.link for interest in found}


class TestSmallestChanges:
    """What is given alters the level, and nothing smaller does."""

    @given(partial())
    def test_each_change_replays(self, response: Response) -> None:
        """Applied to the answers, it gives the range that it states."""
        result = screen(response, on=ON)
        changes = smallest_changes(result, most=1)

        for change in (*changes.lowering, *changes.raising):
            again = screen(_changed(response, change), on=ON)
            assert (change.lowest, change.highest) == again.possible_levels
            assert again.possible_levels != result.possible_levels

    def test_two_heavy_interests_fall_together_only(self) -> None:
        """No single answer lowers the level; two do, and they are found."""
        heavy = told("FAM2", parentesco="HIJ", vinculo="decides") | told(
            "GIF1", organizacion="Ejemplo", inicio="2026-01-01", vinculo="none", aceptado="si"
        )
        result = screened(**heavy)
        changes = smallest_changes(result)

        assert not smallest_changes(result, most=1).lowering
        assert {"FAM2", "GIF1"} in [{c.place for c in one.changes} for one in changes.lowering]
        assert all(len(one.changes) == 2 for one in changes.lowering)
        assert changes.is_exhaustive

    def test_what_one_change_does_is_not_done_with_two(self) -> None:
        """Asked for two changes at most, it gives one where one is enough."""
        changes = smallest_changes(screened())

        assert {1} == {len(one.changes) for one in changes.raising}

    def test_what_is_open_can_be_answered(self) -> None:
        """Saying no where "no sé" stands lowers what is still possible."""
        changes = smallest_changes(screened(FAM3="no_se"), most=1)

        assert {"FAM3"} in [{c.place for c in one.changes} for one in changes.lowering]

    @pytest.mark.parametrize(
        ("kind", "value", "given"),
        [
            (QuestionType.INTEGER, 5, 7),
            (QuestionType.DECIMAL, Decimal("2.5"), "2.5"),
            (QuestionType.DATE, date(2026, 1, 1), "2026-02-01"),
            (QuestionType.DATE, MonthsBack(12), "2026-02-01"),
        ],
    )
    def test_what_enables_is_a_candidate(
        self, kind: QuestionType, value: Any, given: object
    ) -> None:
        """An interest that a condition on a number or a day enables falls with that answer."""
        source = Question(code="n", text=Text("¿Cuánto?", "How much?"), type=kind)
        section = CONFLICT_QUESTIONNAIRE.sections[0]
        when = (Condition("n", Operator.AT_LEAST, value),)
        gated = attrs.evolve(section.questions[0], when=when)
        asked = attrs.evolve(
            CONFLICT_QUESTIONNAIRE,
            sections=(
                attrs.evolve(section, questions=(source, gated, *section.questions[1:])),
                *CONFLICT_QUESTIONNAIRE.sections[1:],
            ),
        )
        kin = told("FAM1", parentesco="HIJ", inicio="2020-01-01", vinculo="decides")
        response = Response.from_answers(asked, CLEAN | kin | {"n": given})
        changes = smallest_changes(screen(response, on=ON), most=1)

        assert {"n"} in [{c.place for c in one.changes} for one in changes.lowering]

    def test_the_lowest_level_counts_too(self) -> None:
        """Where the highest is critical already, a change still moves what is certain."""
        job = told("EMP1", organizacion="X", inicio="2020-01-01", vinculo="same_institute")
        result = screened(FAM4="no_se", **job)
        changes = smallest_changes(result, most=1)
        raised = {c.place: one.lowest for one in changes.raising for c in one.changes}

        assert (Level.LOW, Level.CRITICAL) == result.possible_levels
        assert raised["EMP1.detalle[0].EMP1.vinculo"] is Level.MEDIUM

    def test_the_limit_is_told(self) -> None:
        """Where the search stops early, it says so."""
        assert not smallest_changes(screened(), limit=5).is_exhaustive


def _changed(response: Response, change: Any) -> Response:
    spots: dict[tuple[Place, int | None], object] = {}
    for one in change.changes:
        group, _, code = one.place.rpartition("].")
        row = int(group.rpartition("[")[2]) if group else None
        spots[response.questionnaire.layout.places[code or one.place], row] = one.answer
    return response.replaced(spots)


class TestProvenance:
    """Own is never shown as official."""

    def test_a_result_says_that_it_is_own(self) -> None:
        """Status and sources of all that entered."""
        result = screened(**told("FAM2", parentesco="HIJ", vinculo="decides"))

        assert result.status is Status.OWN
        assert get_deadline("LGRA-33-I").rule.source in result.sources
        assert "propio, no oficial" in result.describe()
