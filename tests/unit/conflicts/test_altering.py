"""The smallest changes that alter a level: of each kind of answer, and what is refused."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Any

import attrs
import pytest

from imss_integrity.conflicts import (
    Absence,
    AnswerChange,
    Band,
    Condition,
    InterestRule,
    Level,
    LevelChange,
    LevelChanges,
    Link,
    Match,
    Operator,
    Option,
    Question,
    Questionnaire,
    QuestionType,
    Response,
    Role,
    Screening,
    ScreeningPolicy,
    Section,
    Trigger,
    YesNo,
    screen,
    smallest_changes,
)
from imss_integrity.kernel import InvalidValueError, Rule, Source, Status, Text

T = QuestionType
ON = date(2026, 5, 4)
LAW = Rule(code="LEY", text=Text("ley"), status=Status.OFFICIAL,
           source=Source(code="ley", title=Text("Ley")))  # fmt: skip
LINKS = tuple(Option(code=link.value, name=link.label) for link in Link)


def ask(code: str, kind: QuestionType = T.YES_NO, **more: Any) -> Question:
    """Give a question of that type."""
    return Question(code=code, text=Text(code), type=kind, **more)


def yes(code: str, value: Any = YesNo.YES) -> dict[str, Any]:
    """Give the fields of a condition."""
    return {"when": (Condition(code, Operator.EQUAL, value),)}


ASKED = Questionnaire(
    code="propio", version="1", title=Text("propio"),
    sections=(Section(code="A", title=Text("A"), questions=(
        ask("gate", T.BOOLEAN),
        ask("tie", **yes("gate", value=True)),
        ask("rows", T.GROUP, repeats=True, **yes("tie"), questions=(
            ask("start", T.DATE, role=Role.STARTED),
            ask("end", T.DATE, role=Role.ENDED, not_before="start"),
            ask("link", T.CHOICE, options=LINKS, role=Role.LINK),
            ask("value", T.MONEY, role=Role.VALUE),
            ask("given", T.INTEGER),
        )),
        ask("kinds", T.CHOICE, options=LINKS, repeats=True),
        ask("one", T.CHOICE, options=LINKS,
            when=(Condition("kinds", Operator.EXISTS, value=True),
                  Condition("gate", Operator.EXISTS, value=True)), match=Match.ALL),
    )),),
    policy=ScreeningPolicy(
        interests=(
            InterestRule(question="tie", category="c", base=8, details="rows"),
            InterestRule(question="one", category="c", base=1, link=Link.NONE),
        ),
        triggers=(
            Trigger(code="T", questions=("tie",), rule=LAW, effect=Text("turnar"),
                    when=(Condition("given", Operator.GREATER, 3),)),
        ),
        bands=(
            Band(level=Level.MINIMAL, low=Fraction(0), high=Fraction(10)),
            Band(level=Level.LOW, low=Fraction(10), high=Fraction(80)),
            Band(level=Level.MEDIUM, low=Fraction(80), high=Fraction(90)),
            Band(level=Level.HIGH, low=Fraction(90), high=Fraction(100)),
        ),
    ),
)  # fmt: skip
ROW = {"start": "2019-01-01", "end": "2025-12-01", "link": "decides", "value": "40000", "given": 1}


def screened(*, gate: bool = True, tie: str = "si", **row: Any) -> Screening:
    """Screen one interest that is described by *row*."""
    answers = {"gate": gate, "tie": tie, "rows": [ROW | row], "kinds": ["none"], "one": None}
    return screen(Response.from_answers(ASKED, answers), on=ON)


def places(changes: Iterable[LevelChange]) -> set[tuple[str, object]]:
    """Give place and answer of each change that stands alone."""
    return {(one.place, one.answer) for change in changes for one in change.changes}


class TestEachKind:
    """One answer for each thing that the policy can tell apart."""

    def test_every_measure_is_tried(self) -> None:
        """Truth, yes and no, options, days and values."""
        found = smallest_changes(screened(end=None), most=1)

        assert Level.HIGH is screened(end=None).level
        lowering = places(found.lowering)
        assert {("gate", False), ("tie", YesNo.NO)} < lowering
        assert ("rows[0].link", "none") in lowering
        assert ("rows[0].value", Decimal(0)) in lowering
        assert {"rows[0].given"} == {place for place, _ in places(found.raising)}
        assert found.is_exhaustive

    @pytest.mark.parametrize(
        ("end", "level"),
        [(ON, Level.HIGH), (date(2025, 5, 4), Level.MEDIUM), (date(2024, 5, 4), Level.LOW),
         (date(2021, 5, 4), Level.LOW), (date(2021, 5, 3), Level.LOW)],
    )  # fmt: skip
    def test_days_are_the_ends_of_windows(self, end: date, level: Level) -> None:
        """The last day of each, and one beyond."""
        start = screened(end="2025-06-01" if level is not Level.MEDIUM else ON)
        found = smallest_changes(start, most=1)
        sets = found.raising if level is Level.HIGH else found.lowering

        assert Level(level) in {
            one.highest for one in sets if places([one]) == {("rows[0].end", end)}
        }

    def test_values_are_the_edges_of_the_scale(self) -> None:
        """250 daily UMA, and a peso more."""
        found = smallest_changes(screened(value="1"), most=1)

        assert ("rows[0].value", Decimal(29328)) in places(found.raising)
        assert ("rows[0].value", Decimal(29327)) not in places(found.raising)

    def test_what_cannot_be_answered_is_no_change(self) -> None:
        """An end before its start."""
        late = smallest_changes(screened(start="2025-11-30"), most=1)
        early = smallest_changes(screened(start="2019-01-01"), most=1)
        day = ("rows[0].end", date(2021, 5, 4))

        assert day in places(early.lowering)
        assert day not in places(late.lowering)

    def test_what_holds_several_answers_is_left_alone(self) -> None:
        """A change is of one answer, given or open."""
        found = smallest_changes(screened(value=Absence.DECLINED, end=None), most=1)
        changed = {place for place, _ in places((*found.lowering, *found.raising))}

        assert "kinds" not in changed
        assert {"rows[0].value", "rows[0].end"} < changed

    def test_nothing_alters_what_nothing_reads(self) -> None:
        """Without interest and without gate there is nothing to change."""
        bare = screen(Response.from_answers(ASKED, {}), on=ON)

        assert LevelChanges(lowering=(), raising=(), is_exhaustive=True) == smallest_changes(bare)


class TestSmallest:
    """No smaller set would do, and every set of that size is given."""

    def test_all_sets_of_the_size(self) -> None:
        """Compared with every change of two answers, one after the other."""
        two = attrs.evolve(
            ASKED,
            policy=attrs.evolve(
                ASKED.screening_plan[0],
                interests=(
                    InterestRule(question="gate", category="c", base=10, link=Link.DECIDES),
                    InterestRule(question="free", category="c", base=10, link=Link.DECIDES),
                ),
                triggers=(),
            ),
            sections=(Section(code="A", title=Text("A"), questions=(
                ask("gate", T.BOOLEAN), ask("free", T.BOOLEAN))),),
        )  # fmt: skip
        start = screen(Response.from_answers(two, {"gate": True, "free": True}), on=ON)
        found = smallest_changes(start)
        expected = {
            frozenset(code for code, value in (("gate", gate), ("free", free)) if not value)
            for gate, free in product((True, False), repeat=2)
            if screen(Response.from_answers(two, {"gate": gate, "free": free}), on=ON).level
            is not start.level
        }

        assert expected == {frozenset(o.place for o in one.changes) for one in found.lowering}
        assert () == found.raising


class TestRefused:
    """Arguments, fields, and what is shown."""

    @pytest.mark.parametrize(
        ("fields", "path"),
        [({"most": 0}, "most"), ({"most": 5}, "most"), ({"most": True}, "most"),
         ({"limit": 0}, "limit"), ({"limit": 10**6 + 1}, "limit"), ({"limit": 1.5}, "limit")],
    )  # fmt: skip
    def test_arguments_have_a_range(self, fields: Any, path: str) -> None:
        """So the search always ends."""
        with pytest.raises(InvalidValueError) as caught:
            smallest_changes(screened(), **fields)

        assert path == caught.value.faults[0].path

    @pytest.mark.parametrize("value", [None, ASKED, screened().response])
    def test_it_takes_a_screening(self, value: Any) -> None:
        """Nothing less."""
        with pytest.raises(InvalidValueError, match="'screening' must be of type Screening"):
            smallest_changes(value)

    def test_repr_shows_places_alone(self) -> None:
        """Answers and levels are personal, also those that nobody gave."""
        shown = repr(smallest_changes(screened(), most=1))

        assert "AnswerChange(place='tie')" in shown
        assert not [word for word in ("answer=", "YesNo", "Level.", "29327") if word in shown]

    @pytest.mark.parametrize(
        ("made", "fields"),
        [
            (LevelChange, {"changes": ()}), (LevelChange, {"changes": [1]}),
            (LevelChange, {"lowest": "bajo"}), (LevelChange, {"highest": None}),
        ],
    )  # fmt: skip
    def test_a_change_changes_something(self, made: Any, fields: Any) -> None:
        """And says between which levels it ends."""
        change = AnswerChange(place="q", answer=YesNo.YES)
        base = {"changes": (change,), "lowest": Level.LOW, "highest": Level.HIGH}
        with pytest.raises(InvalidValueError):
            made(**base | fields)
