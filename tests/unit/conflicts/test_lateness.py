"""Bounds that depend on the day of evaluation: the quick test and the list of faults agree."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.conflicts import (
    MonthsBack,
    Question,
    Questionnaire,
    QuestionType,
    Response,
    Section,
    evaluate,
)
from imss_integrity.conflicts.answer_checks import late_faults
from imss_integrity.kernel import InvalidValueError, Text, earliest_within

ON = date(2026, 5, 4)
YEAR = MonthsBack(12)
TODAY = MonthsBack(0)


def asked(code: str, **more: Any) -> Question:
    """Give a question for a day."""
    return Question(code=code, text=Text("cuándo", "when"), type=QuestionType.DATE, **more)


TOPS = (
    asked("AFTER", least=YEAR),
    asked("PAST", most=TODAY),
    asked("SEVERAL", least=YEAR, most=TODAY, repeats=True),
    asked("FREE"),
)
ROWS = Question(
    code="ROWS",
    text=Text("detalle", "details"),
    type=QuestionType.GROUP,
    repeats=True,
    questions=(asked("WITHIN", least=MonthsBack(24), most=TODAY), asked("PLAIN")),
)


def defined(*questions: Question) -> Questionnaire:
    """Give a questionnaire."""
    section = Section(code="A", title=Text("A"), questions=questions)
    return Questionnaire(code="dias", version="1", title=Text("días"), sections=(section,))


ASKED = defined(*TOPS, ROWS)
DAYS = st.none() | st.integers(-1000, 30).map(lambda n: ON + timedelta(days=n))
ANSWERS = st.fixed_dictionaries(
    {
        "AFTER": DAYS,
        "PAST": DAYS,
        "SEVERAL": st.lists(DAYS.filter(bool), max_size=2),
        "FREE": DAYS,
        "ROWS": st.lists(st.fixed_dictionaries({"WITHIN": DAYS, "PLAIN": DAYS}), max_size=2),
    }
)


def beyond(answers: dict[str, Any]) -> Iterator[bool]:
    """Say of each bounded answer whether it lies outside, as anyone would write it first."""
    year, two = earliest_within(ON, 12), earliest_within(ON, 24)
    yield answers["AFTER"] is not None and answers["AFTER"] < year
    yield answers["PAST"] is not None and answers["PAST"] > ON
    yield from (not year <= day <= ON for day in answers["SEVERAL"])
    days = (row["WITHIN"] for row in answers["ROWS"])
    yield from (day is not None and not two <= day <= ON for day in days)


class TestOneTest:
    """Nearly always all is well, and one straight-line function says so."""

    @given(ANSWERS)
    def test_it_agrees_with_the_list_and_with_a_plain_loop(self, answers: dict[str, Any]) -> None:
        """Each day outside is a fault; without one, the bounds are kept."""
        values = Response.from_answers(ASKED, answers).values
        late = tuple(late_faults(ASKED.layout, values, on=ON))

        assert sum(beyond(answers)) == len(late)
        assert ASKED.lateness.is_kept(values, on=ON) is not bool(late)

    @pytest.mark.parametrize(
        ("code", "day", "is_kept"),
        [
            ("AFTER", "2025-05-04", True),
            ("AFTER", "2025-05-03", False),
            ("PAST", "2026-05-04", True),
            ("PAST", "2026-05-05", False),
            ("FREE", "1900-01-01", True),
        ],
    )
    def test_both_ends_are_included(self, code: str, day: str, *, is_kept: bool) -> None:
        """The last day within, and the first one beyond."""
        values = Response.from_answers(ASKED, {code: day}).values

        assert ASKED.lateness.is_kept(values, on=ON) is is_kept

    def test_without_such_bounds_any_answer_keeps_them(self) -> None:
        """There is nothing to break."""
        free = defined(asked("FREE"))

        assert free.lateness.is_kept((date(1950, 1, 1),), on=ON)


class TestTheFirstDays:
    """A window may reach back beyond the first day of the library."""

    EARLY = date(1901, 6, 1)

    def test_what_nobody_asks_about_refuses_nothing(self) -> None:
        """Without instances there is no day to be compared: the draft is evaluated."""
        draft = Response.from_answers(defined(ROWS), {})

        assert not draft.questionnaire.lateness.is_kept(draft.values, on=self.EARLY)
        assert evaluate(draft, on=self.EARLY).dropped == ()

    def test_what_is_asked_about_is_refused(self) -> None:
        """No window of two years ends on that day."""
        told = Response.from_answers(defined(ROWS), {"ROWS": [{"WITHIN": "1901-05-01"}]})

        with pytest.raises(InvalidValueError, match="must be from 1900-01-01"):
            evaluate(told, on=self.EARLY)
