"""What an answer may be, type by type: what is read, what is refused, and that none is shown."""

from __future__ import annotations

import pickle
from datetime import UTC, date, datetime
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.conflicts import (
    Absence,
    AnswerValue,
    Condition,
    MonthsBack,
    Operator,
    QuestionType,
    YesNo,
    holds,
    parse_value,
)
from imss_integrity.kernel import InvalidValueError, Text

T = QuestionType
HUGE = 2**53
NO_TEXT: list[Any] = [7, 7.0, True, None, b"x", ["x"], ("x",), {"x": 1}, object()]
RIGHT_TO_LEFT, ZERO_WIDTH, BOMB = "\u202ex", "a\u200bb", "e" + "\u0316" * 9


class Sly(str):
    """A text that is more than a text."""

    __slots__ = ()


class TestRead:
    """Each type has a final form, and few forms that stand for it."""

    @pytest.mark.parametrize(
        ("kind", "given", "expected"),
        [
            (T.YES_NO, "si", YesNo.YES), (T.YES_NO, "no", YesNo.NO), (T.YES_NO, YesNo.NO, YesNo.NO),
            (T.BOOLEAN, True, True), (T.BOOLEAN, False, False),
            (T.CHOICE, "a", "a"), (T.CHOICE, "a.b-c_9", "a.b-c_9"), (T.KINSHIP, "HER", "HER"),
            (T.INTEGER, 0, 0), (T.INTEGER, -7, -7), (T.INTEGER, HUGE - 1, HUGE - 1),
            (T.INTEGER, Decimal("2.0"), 2),
            (T.DECIMAL, "-2.50", Decimal("-2.5")), (T.DECIMAL, 3, Decimal(3)),
            (T.DECIMAL, Decimal("1E-9"), Decimal("1E-9")),
            (T.DECIMAL, "9" * 28, Decimal("9" * 28)),
            (T.MONEY, "0", Decimal(0)), (T.MONEY, "29327.50", Decimal("29327.5")),
            (T.DATE, "2024-02-29", date(2024, 2, 29)), (T.DATE, date(1900, 1, 1), date(1900, 1, 1)),
            (T.DATE, "2200-12-31", date(2200, 12, 31)),
            (T.TEXT, "x", "x"), (T.TEXT, " x ", " x "), (T.TEXT, "a\nb", "a\nb"),
            (T.TEXT, "Quere\u0301taro", "Querétaro"), (T.TEXT, "ñ" * 4000, "ñ" * 4000),
            (T.TEXT, "<b>{0.__class__}%s", "<b>{0.__class__}%s"),
        ],
    )  # fmt: skip
    def test_each_form(self, kind: QuestionType, given: object, expected: AnswerValue) -> None:
        """Value and type, both."""
        read = parse_value(kind, given)

        assert expected == read
        assert type(expected) is type(read)

    @pytest.mark.parametrize("kind", [kind for kind in T if kind is not T.GROUP])
    @given(data=st.data())
    def test_what_was_read_is_read_again(self, kind: QuestionType, data: st.DataObject) -> None:
        """The final form stands for itself."""
        drawn: dict[QuestionType, st.SearchStrategy[Any]] = {
            T.YES_NO: st.sampled_from(["si", "no"]),
            T.BOOLEAN: st.booleans(),
            T.CHOICE: st.from_regex(r"[a-z0-9]{1,9}", fullmatch=True),
            T.KINSHIP: st.from_regex(r"[A-Z]{3,4}", fullmatch=True),
            T.INTEGER: st.integers(1 - HUGE, HUGE - 1),
            T.DECIMAL: st.decimals(-1000, 1000, places=3).map(str),
            T.MONEY: st.decimals(0, 1000, places=2).map(str),
            T.DATE: st.dates(date(1900, 1, 1), date(2200, 12, 31)).map(str),
            T.TEXT: st.text("aéñ e\u0301\n<&", min_size=1).filter(str.strip),
        }
        read = parse_value(kind, data.draw(drawn[kind]))

        assert read == parse_value(kind, read)

    def test_the_context_of_the_caller_changes_nothing(self) -> None:
        """Decimals are exact, whatever precision somebody set."""
        with localcontext() as context:
            context.prec = 2
            assert Decimal("12345.678") == parse_value(T.DECIMAL, "12345.678")
            assert Decimal(12345) == parse_value(T.DECIMAL, 12345)


class TestRefused:
    """Every other thing is refused under its own code, in both languages."""

    @pytest.mark.parametrize(
        ("kind", "values"),
        [
            (T.YES_NO, [True, False, 1, 0, None, "", "Sí", "sí", "SI", "yes", "no_se", " si", [],
                        Sly("si"), Absence.UNKNOWN, QuestionType.YES_NO]),
            (T.BOOLEAN, [1, 0, "true", "si", "", None, YesNo.YES, 1.0, [], Decimal(1)]),
            (T.CHOICE, ["", "a b", "á", "-a", "a" * 65, "a\n", 1, None, ["a"], YesNo.YES, "a;b"]),
            (T.KINSHIP, ["", "PRI ", 1, None, ["PRI"], "\uff30RI"]),
            (T.INTEGER, [True, 1.0, float("nan"), "1", "", None, HUGE, -HUGE, 10**5000,
                         Decimal("1.5"), Decimal("NaN"), Decimal("sNaN"), Decimal("Infinity"),
                         Decimal("1E+999999"), Fraction(1), [1]]),
            (T.DECIMAL, [True, 1.5, float("nan"), float("inf"), "", "1,5", "1e5", "+1", " 1", "NaN",
                         "\u0661", "1_0", ".", "1.", "9" * 29, None, HUGE, 10**5000, Fraction(1, 2),
                         Decimal("NaN"), Decimal("sNaN"), Decimal("-Infinity"), Decimal("1E-10"),
                         Decimal("1E+10"), Decimal("1" * 29), ["1"], Sly("1")]),
            (T.MONEY, ["-1", "-0", -1, Decimal(-1), Decimal("-0"), Decimal("sNaN"), "$1", "1 MXN",
                       True, 0.1, None]),
            (T.DATE, ["", "2026-02-30", "2026-2-3", "20260203", "03/02/2026", "2026-02-03T00:00",
                      "2026", "2026-09", "1899-12-31", "2201-01-01", "0000-01-01", 20260203, None,
                      datetime(2026, 2, 3, tzinfo=UTC), date(1899, 12, 31), date.max, True,
                      "\uff12\uff10\uff12\uff16-02-03", MonthsBack(1)]),
            (T.TEXT, ["", " ", "\n \n", "x" * 4001, "e\u0301" * 2001, RIGHT_TO_LEFT, ZERO_WIDTH,
                      BOMB, "\ud800", "a\x00b", "a\tb", "a\rb", "\x1b[31m", "\ufeffx", "\u2028x",
                      "\ue000", "\u0378", Sly("x"), *NO_TEXT]),
            (T.GROUP, ["x", None, (), True, 1]),
        ],
    )  # fmt: skip
    def test_each_value(self, kind: QuestionType, values: list[Any]) -> None:
        """One fault with the path that was given."""
        for value in values:
            with pytest.raises(InvalidValueError) as caught:
                parse_value(kind, value, path="FIN1.valor")
            (fault,) = caught.value.faults

            assert ("FIN1.valor", "answer") == (fault.path, fault.code)
            assert fault.text.es.startswith(("'FIN1.valor' debe ", "'FIN1.valor' no debe "))
            assert fault.text.en is not None
            assert fault.text.en.startswith("'FIN1.valor' must ")
            assert len(str(caught.value)) < 150
            assert caught.value.__cause__ is None
            assert caught.value.__context__ is None

    @pytest.mark.parametrize("kind", T)
    @given(value=st.text(min_size=3) | st.integers() | st.floats() | st.dates() | st.decimals())
    def test_no_message_depends_on_the_value(self, kind: QuestionType, value: Any) -> None:
        """Whatever is refused, the sentence is that of the type: so it can show nothing."""
        told = {self.told(kind, value), self.told(kind, object())}

        assert 1 == len(told - {None})

    def told(self, kind: QuestionType, value: Any) -> str | None:
        """Say what the refusal of *value* tells; ``None``: it is not refused."""
        try:
            parse_value(kind, value)
        except InvalidValueError as error:
            return repr(error.to_record())
        return None

    @pytest.mark.parametrize("kind", [None, "SI_NO", 1, YesNo.YES])
    def test_the_type_is_a_member(self, kind: Any) -> None:
        """All members are named."""
        with pytest.raises(InvalidValueError, match="'kind' must be one of si_no, booleano"):
            parse_value(kind, "si")

    def test_the_text_of_a_type_is_not_enough(self) -> None:
        """The member is named that it is the text of."""
        kind: Any = "si_no"
        with pytest.raises(
            InvalidValueError, match=r"must be QuestionType\('si_no'\), not its text"
        ):
            parse_value(kind, "si")


class TestAbsence:
    """Five kinds, none of which is an answer."""

    def test_a_person_states_three(self) -> None:
        """The other two follow from the questionnaire."""
        stated = {kind for kind in Absence if kind.is_stated}

        assert {Absence.DECLINED, Absence.UNKNOWN, Absence.NOT_APPLICABLE} == stated

    def test_none_equals_a_text(self) -> None:
        """So no text answer can be taken for one."""
        assert all(not isinstance(kind, str) for kind in Absence)
        assert "no_se" == parse_value(T.TEXT, "no_se")

    def test_each_has_a_name_in_both_languages(self) -> None:
        """All of them distinct."""
        labels = [kind.label for kind in Absence]

        assert len(Absence) == len({label.es for label in labels})
        assert len(Absence) == len({label.en for label in labels})


class TestConditions:
    """What a condition may compare, and how it reads."""

    @pytest.mark.parametrize(
        ("condition", "shown"),
        [
            (Condition("FAM1", Operator.EQUAL, YesNo.YES), "FAM1 = si"),
            (Condition("FAM1", Operator.EXISTS, value=False), "FAM1 exists False"),
            (Condition("d", Operator.AT_LEAST, date(2026, 5, 4)), "d >= 2026-05-04"),
        ],
    )
    def test_it_reads_as_a_sentence(self, condition: Condition, shown: str) -> None:
        """Source, operator, value."""
        assert shown == str(condition)

    @pytest.mark.parametrize(
        ("code", "comparison", "field"),
        [("", Operator.EQUAL, "question"), ("a b", Operator.EQUAL, "question"),
         (None, Operator.EQUAL, "question"), ("a", "=", "operator"), ("a", None, "operator")],
    )  # fmt: skip
    def test_fields_have_rules(self, code: Any, comparison: Any, field: str) -> None:
        """The code and the operator; the value is the questionnaire's to judge."""
        with pytest.raises(InvalidValueError) as caught:
            Condition(code, comparison, value=True)

        assert field == caught.value.faults[0].path

    @pytest.mark.parametrize("months", [-1, 3601, 1.0, True, "24", None])
    def test_a_window_has_whole_months(self, months: Any) -> None:
        """From 0 to 3600."""
        with pytest.raises(InvalidValueError, match="'months' must be a whole number from 0"):
            MonthsBack(months)

    def test_a_window_is_a_day_of_the_evaluation(self) -> None:
        """It is kept, copied and compared by its length."""
        assert date(2026, 5, 4) == MonthsBack(0).day(on=date(2026, 5, 4))
        assert MonthsBack(24) == pickle.loads(pickle.dumps(MonthsBack(24)))  # noqa: S301 - our own

    @pytest.mark.parametrize(
        ("comparison", "answers", "value", "kind", "es"),
        [
            ("exists", [1], 1, T.INTEGER, "'value' debe comparar con verdadero o falso"),
            ("exists", [1], "true", T.INTEGER, "'value' debe comparar con verdadero o falso"),
            ("=", [], "x", T.GROUP, "'value' debe leer un reactivo, no un grupo"),
            ("<", ["a"], "b", T.CHOICE, "'value' debe llevar opciones con peso"),
            ("<", ["x"], "y", T.TEXT, "'value' debe comparar por orden sólo lo que lo tiene"),
            ("=", [1], "1", T.INTEGER, "'value' debe ser un número entero"),
            ("=", ["1"], 1, T.INTEGER, "'answers[0]' debe ser un número entero"),
            ("=", [1, "tal vez"], 1, T.INTEGER, "'answers[1]' debe ser un número entero"),
            ("==", [1], 1, T.INTEGER, "'comparison' debe ser uno de exists, =, !="),
            ("=", [1], 1, "numero", "'kind' debe ser uno de si_no"),
            ("=", [1], 1, "entero", "'kind' debe ser QuestionType('entero'), no su texto"),
            ("=", 1, 1, T.INTEGER, "'answers' debe ser una serie de object"),
            ("=", "si", "si", T.YES_NO, "'answers' debe ser una serie de object"),
        ],
    )  # fmt: skip
    def test_what_does_not_fit_is_refused(
        self, comparison: str, answers: Any, value: object, kind: Any, es: str
    ) -> None:
        """The operator, the value and each answer."""
        with pytest.raises(InvalidValueError) as caught:
            holds(comparison, answers, value, kind=kind)

        assert caught.value.text.es.startswith(es)

    def test_a_window_is_no_answer(self) -> None:
        """The table of operators compares with values; a questionnaire knows its day."""
        with pytest.raises(InvalidValueError):
            holds(">=", ["2026-05-04"], MonthsBack(24), kind=T.DATE)

    def test_labels_are_texts(self) -> None:
        """Every absence speaks Spanish first."""
        assert Text("no sé", "unknown") == Absence.UNKNOWN.label
