"""Generated code: fixed templates only; what comes from a definition never becomes source."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.conflicts import (
    Condition,
    Operator,
    Option,
    Question,
    Questionnaire,
    QuestionType,
    Response,
    Section,
    evaluate,
)
from imss_integrity.kernel import InvalidValueError, Text
from imss_integrity.kernel.codegen import Names, make_function

HOSTILE = (
    "__import__('os').system('true')", "x'; import os; '", '"""', "\\", "#",
    "k0)\nraise SystemExit", "{k0}", "{0.__class__}", "%s", "lambda: 0", "v[0]", "return m",
    "exit()", "'", "`id`", "@x", "~",
)  # fmt: skip


class TestLines:
    """What a line may hold."""

    def test_a_template_is_taken(self) -> None:
        """Names, numbers, and the punctuation of expressions; bodies of several lines."""
        lines = [
            "m = 0",
            "for j, r in enumerate(v):",
            " if r.__class__ is k0: m |= 1 << j",
            "return m",
        ]
        made = make_function("v", lines, {"k0": int, "enumerate": enumerate})

        assert 0b101 == made([1, "x", 2])

    @pytest.mark.parametrize(
        "text",
        ["'x'", '"x"', "x\\", "x # y", "x\nreturn 2", "x\r", "{x}", "`x`", "@x", "~x", "x; y", "x$",
         "x?", "x/y", "x^y", "ñ", "\uff58", "x\x00", "_x", "x_", "x__y", "x._y", "x\ty"],
    )  # fmt: skip
    def test_no_text_gets_in(self, text: str) -> None:
        """Neither quotes, nor escapes, nor comments, nor line breaks, nor bare underscores."""
        for arguments, lines in (("v", [f"return {text}"]), ("v", ["return 1", text]), (text, [])):
            with pytest.raises(InvalidValueError) as caught:
                make_function(arguments, lines, {})
            (fault,) = caught.value.faults

            assert ("lines", "grammar") == (fault.path, fault.code)
            assert "'lines' debe llevar sólo plantillas fijas" == fault.text.es

    @pytest.mark.parametrize(
        "text",
        ["x.__init__", "x.__class__.__mro__", "x.__cla.__class__ss__", "_x", "x.__class__.__class_",
         "x.__class__ .__base__", "x.__class__es", "x.__class___"],
    )  # fmt: skip
    def test_no_way_leads_to_hidden_attributes(self, text: str) -> None:
        """But the one that tells the class of a value."""
        with pytest.raises(InvalidValueError, match="must hold fixed templates only"):
            make_function("x", [f"return {text}"], {})

    def test_a_field_may_have_a_name_of_two_words(self) -> None:
        """An underscore inside a name hides nothing."""
        assert 1 == make_function("x", ["return x.bit_length()"], {})(1)

    def test_there_are_no_builtins(self) -> None:
        """But those that the caller hands over."""
        with pytest.raises(NameError):
            make_function("v", ["return len(v)"], {})([])
        assert 2 == make_function("v", ["return len(v)"], {"len": len})([1, 2])


class TestNames:
    """Values enter by a numbered name."""

    def test_a_value_has_one_name(self) -> None:
        """By type and value: True is not 1, a text no enumeration."""
        names = Names()
        values: list[Any] = [1, True, "1", Decimal(1), date(2026, 5, 4), QuestionType.TEXT, "texto",
                             1, frozenset("a"), "texto"]  # fmt: skip
        given_ = [names.of(value) for value in values]

        assert ["k0", "k1", "k2", "k3", "k4", "k5", "k6", "k0", "k7", "k6"] == given_
        assert set(given_) == set(names.values)
        assert all(names.values[name] == value for name, value in zip(given_, values, strict=True))

    @given(st.lists(st.text()))
    def test_no_text_becomes_a_name(self, texts: list[str]) -> None:
        """Whatever it says."""
        names = Names()

        assert {f"k{n}" for n in range(len(set(texts)))} == {names.of(text) for text in texts}


class TestDefinitions:
    """The codes and texts of a definition come back as values."""

    @pytest.mark.parametrize("text", [text for text in HOSTILE if "\n" not in text])
    def test_a_hostile_text_is_only_compared(self, text: str) -> None:
        """In a condition: it enables where it is answered, and nothing else happens."""
        asked = self.asked(
            Question(code="a", text=Text(text), type=QuestionType.TEXT),
            Condition("a", Operator.EQUAL, text),
        )
        here = Response.from_answers(asked, {"a": text})
        there = Response.from_answers(asked, {"a": text + "x"})

        assert ("a", "b") == evaluate(here, on=date(2026, 5, 4)).enabled
        assert ("a",) == evaluate(there, on=date(2026, 5, 4)).enabled

    @pytest.mark.parametrize("code", ["import.os", "k0", "v", "m", "lambda", "class-1", "exec_x"])
    def test_a_code_may_be_a_word_of_the_language(self, code: str) -> None:
        """Of questions and of options."""
        option = Option(code=code, name=Text("x"))
        asked = self.asked(
            Question(code=code, text=Text("x"), type=QuestionType.CHOICE, options=(option,)),
            Condition(code, Operator.EQUAL, code),
        )
        found = Response.from_answers(asked, {code: code})

        assert (code, "b") == evaluate(found, on=date(2026, 5, 4)).enabled

    def asked(self, question: Question, condition: Condition) -> Questionnaire:
        """Give a questionnaire with a question that depends on *question*."""
        more = Question(code="b", text=Text("b"), type=QuestionType.TEXT, when=(condition,))
        section = Section(code="A", title=Text("A"), questions=(question, more))
        return Questionnaire(code="propio", version="1", title=Text("x"), sections=(section,))
