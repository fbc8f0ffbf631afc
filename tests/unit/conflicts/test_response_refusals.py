"""What a response refuses: each fault with path and code, all at once, and no answer in any."""

from __future__ import annotations

import importlib.util
import json
import pickle
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity import strategies
from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE
from imss_integrity.conflicts import (
    Absence,
    Condition,
    Kinship,
    MonthsBack,
    Operator,
    Option,
    Question,
    Questionnaire,
    QuestionType,
    Response,
    Section,
    YesNo,
    evaluate,
    screen,
)
from imss_integrity.kernel import (
    ImssIntegrityError,
    InvalidValueError,
    Language,
    NotInForceError,
    Period,
    Status,
    Text,
    UnknownCodeError,
)

T = QuestionType
ON = date(2026, 5, 4)
NAME, KEY = "Fulana Ejemplo Inexistente", "XEXX010101HNEXXXA4"
SECRETS = (NAME, KEY, "Ñandú-Secreto", "tal vez sí", "1987-06-05", "76543.21", "REL-OCULTA")


def loaded(name: str) -> ModuleType:
    """Load a script of the tests by its path."""
    path = Path(__file__).parents[2] / name
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


runner = loaded("bad_inputs/run.py")


def ask(code: str, kind: QuestionType, **more: Any) -> Question:
    """Give a question of that type."""
    return Question(code=code, text=Text(code), type=kind, **more)


def options(*codes: str, alone: str = "") -> tuple[Option, ...]:
    """Give options, one of which may exclude the others."""
    return tuple(
        Option(code=code, name=Text(code), exclusive=code == alone, kinship=Kinship.none())
        for code in codes
    )


ASKED = Questionnaire(
    code="propio",
    version="1",
    title=Text("propio"),
    period=Period.year(2026),
    sections=(
        Section(
            code="A",
            title=Text("A"),
            questions=(
                ask("yes", T.YES_NO, required=True),
                ask("truth", T.BOOLEAN),
                ask("one", T.CHOICE, options=options("a", "b")),
                ask("many", T.CHOICE, options=options("a", "b", "c", alone="c"), repeats=True,
                    max_answers=2),
                ask("kin", T.KINSHIP, options=options("HER", "PRI")),
                ask("whole", T.INTEGER, least=0, most=5),
                ask("exact", T.INTEGER, least=5, most=5),
                ask("share", T.DECIMAL, least=Decimal(1), most=Decimal(100)),
                ask("pesos", T.MONEY),
                ask("born", T.DATE, most=MonthsBack(0)),
                ask("start", T.DATE, not_before="born", most=MonthsBack(0)),
                ask("end", T.DATE, not_before="start"),
                ask("recent", T.DATE, least=MonthsBack(24), repeats=True),
                ask("text", T.TEXT, repeats=True, max_answers=2),
                ask("fixed", T.GROUP, questions=(ask("inside", T.TEXT),)),
                ask("rows", T.GROUP, repeats=True, max_answers=2, questions=(
                    ask("who", T.TEXT, required=True),
                    ask("from", T.DATE, not_before="start", most=MonthsBack(0)),
                    ask("to", T.DATE, not_before="from"),
                )),
            ),
        ),
    ),
)  # fmt: skip


def refusal(answers: Any) -> list[tuple[str, str]]:
    """Give path and code of each fault, after a look at both languages and at what is told."""
    with pytest.raises(InvalidValueError) as caught:
        Response.from_answers(ASKED, answers)
    discreet(caught.value)
    return [(fault.path, fault.code) for fault in caught.value.faults]


def discreet(error: ImssIntegrityError) -> None:
    """Check that no channel of an error holds a planted value, and that each fault speaks."""
    told = "\n".join(runner._channels(error)) + repr(pickle.loads(pickle.dumps(error)))  # noqa: S301 - our own
    assert not [secret for secret in SECRETS if secret in told]
    for fault in error.faults:
        assert fault.text.en is not None
        assert " must " in fault.text.en
        assert " debe " in fault.text.es


class TestOneAnswer:
    """Answers of the wrong kind, options that are not offered, values out of range."""

    @pytest.mark.parametrize(
        ("code", "answer", "expected"),
        [
            ("yes", NAME, "answer"), ("yes", True, "answer"), ("yes", ["si"], "answer"),
            ("yes", ["si", "no"], "answer"), ("truth", "tal vez sí", "answer"),
            ("truth", 1, "answer"), ("one", KEY, "option"), ("one", NAME, "answer"),
            ("one", ["a", "b"], "answer"), ("one", ["a"], "answer"), ("one", 1, "answer"),
            ("kin", "REL-OCULTA", "option"), ("whole", -1, "range"), ("whole", 6, "range"),
            ("whole", KEY, "answer"), ("whole", 1.0, "answer"), ("exact", 4, "range"),
            ("exact", 6, "range"), ("share", "0.99", "range"), ("share", "100.01", "range"),
            ("share", 0.5, "answer"), ("pesos", "-76543.21", "answer"),
            ("pesos", Decimal("sNaN"), "answer"), ("born", "05/06/1987", "answer"),
            ("born", "1987-06-31", "answer"), ("inside", [NAME], "answer"),
            ("inside", {"x": NAME}, "answer"), ("inside", "x" * 4001, "answer"),
            ("fixed", NAME, "answer"), ("fixed", {"inside": "x"}, "answer"),
        ],
    )  # fmt: skip
    def test_each_fault(self, code: str, answer: object, expected: str) -> None:
        """Named by the question alone."""
        assert [(f"answers[{code}]", expected)] == refusal({code: answer})

    @pytest.mark.parametrize(
        ("answers", "expected"),
        [
            ({"many": ["a", "a"]}, [("answers[many]", "duplicate")]),
            ({"many": ["a", "c"]}, [("answers[many]", "exclusive")]),
            ({"many": ["a", "b", "c"]},
             [("answers[many]", "limit"), ("answers[many]", "exclusive")]),
            ({"many": ["a", KEY]}, [("answers[many][1]", "option")]),
            ({"many": [NAME, "a", 7]},
             [("answers[many][0]", "answer"), ("answers[many][2]", "answer")]),
            ({"text": [KEY, NAME, "Ñandú-Secreto"]}, [("answers[text]", "limit")]),
            ({"text": [KEY, ["x"]]}, [("answers[text][1]", "answer")]),
            ({"text": {"x": NAME}}, [("answers[text][0]", "answer")]),
        ],
    )  # fmt: skip
    def test_several_answers(self, answers: Any, expected: list[tuple[str, str]]) -> None:
        """Repeated, exclusive, too many, or one of them wrong."""
        assert expected == refusal(answers)

    @pytest.mark.parametrize(
        ("code", "answer"), [("exact", 5), ("whole", 0), ("whole", 5), ("share", 1), ("one", "a"),
                             ("many", "c"), ("many", ("a", "b")), ("truth", False)]
    )  # fmt: skip
    def test_bounds_are_included(self, code: str, answer: object) -> None:
        """And one answer may stand for a list of one."""
        found = Response.from_answers(ASKED, {code: answer}).answer(code).values

        assert found == (answer if isinstance(answer, tuple) else (answer,))


class TestAbsence:
    """Nothing is no answer; three absences are stated, two are not."""

    @pytest.mark.parametrize("absence", [Absence.NOT_ASKED, Absence.NOT_YET_ANSWERED])
    @pytest.mark.parametrize("code", ["yes", "many", "text"])
    def test_nobody_states_the_other_two(self, code: str, absence: Absence) -> None:
        """They follow from the questionnaire."""
        assert [(f"answers[{code}]", "absence")] == refusal({code: absence})

    def test_a_group_has_no_absence(self) -> None:
        """It has no answer of its own."""
        assert [("answers[fixed]", "absence")] == refusal({"fixed": Absence.DECLINED})
        assert [("answers[rows]", "type")] == refusal({"rows": Absence.DECLINED})

    @pytest.mark.parametrize("nothing", [None, "", []])
    def test_nothing_is_not_yet_an_answer(self, nothing: object) -> None:
        """Neither an empty text nor an empty list."""
        bare = Response.from_answers(ASKED, {})

        assert bare == Response.from_answers(ASKED, {"text": nothing, "rows": nothing or None})
        assert () == bare.answer("text").values
        assert bare.answer("text").absence is None

    def test_no_se_is_an_absence_where_yes_or_no_is_asked(self) -> None:
        """And a text where a text is asked."""
        found = Response.from_answers(ASKED, {"yes": "no_se", "text": "no_se"})

        assert Absence.UNKNOWN is found.answer("yes").absence
        assert ("no_se",) == found.answer("text").values


class TestUnknown:
    """Answers to what is no question here; the key may be anything, so it is not shown."""

    @pytest.mark.parametrize("key", [NAME, KEY, 7, None, "YES", ("yes",), "inside.x"])
    def test_each_key(self, key: Any) -> None:
        """Named by its place."""
        assert [("answers[#1]", "unknown")] == refusal({"yes": "si", key: NAME})

    def test_in_its_place(self) -> None:
        """A question of a group that repeats stands in an instance, and only there."""
        assert [("answers[#0]", "unknown")] == refusal({"who": NAME})
        assert [("answers[rows][0][#0]", "unknown")] == refusal({"rows": [{"yes": "si"}]})

    @pytest.mark.parametrize("given", [None, [], "yes", 7, [("yes", "si")], {"yes"}, KEY])
    def test_answers_are_a_mapping(self, given: Any) -> None:
        """So nothing is answered twice."""
        assert [("answers", "type")] == refusal(given)

    @pytest.mark.parametrize("asked", [None, "propio", ASKED.sections, {"code": "propio"}])
    def test_a_questionnaire_is_one(self, asked: Any) -> None:
        """Not its name."""
        with pytest.raises(InvalidValueError, match="'questionnaire' must be of type Q"):
            Response.from_answers(asked, {})

    def test_any_mapping_is_read(self) -> None:
        """And left alone."""
        given = MappingProxyType({"yes": "si"})

        assert Response.from_answers(ASKED, given) == Response.from_answers(ASKED, dict(given))


class TestRows:
    """Instances of a group that repeats."""

    @pytest.mark.parametrize(
        ("rows", "expected"),
        [
            (NAME, [("answers[rows]", "type")]), ({"who": NAME}, [("answers[rows]", "type")]),
            (7, [("answers[rows]", "type")]), ([NAME], [("answers[rows][0]", "type")]),
            ([{}, None], [("answers[rows][1]", "type")]),
            ([{}] * 3, [("answers[rows]", "limit")]),
            ([{"who": 7}, {"who": NAME, "from": KEY}],
             [("answers[rows][0][who]", "answer"), ("answers[rows][1][from]", "answer")]),
            ([{}, {"from": "2020-01-02", "to": "2020-01-01"}],
             [("answers[rows][1][to]", "order")]),
        ],
    )  # fmt: skip
    def test_each_fault(self, rows: Any, expected: list[tuple[str, str]]) -> None:
        """Named by the instance and the question."""
        assert expected == refusal({"rows": rows})

    def test_an_instance_sees_the_top(self) -> None:
        """A day of an instance may follow one of the whole response."""
        answers = {"start": "2020-01-01", "rows": [{"from": "2020-01-01"}, {"from": "2019-12-31"}]}

        assert [("answers[rows][1][from]", "order")] == refusal(answers)


class TestDays:
    """Days in the future or before birth, ends before starts: civil days in their order."""

    @pytest.mark.parametrize(
        ("answers", "path"),
        [
            ({"born": "1987-06-05", "start": "1987-06-04"}, "start"),
            ({"start": "1987-06-05", "end": "1987-06-04"}, "end"),
        ],
    )
    def test_order(self, answers: Any, path: str) -> None:
        """The day itself is good, the day before is not; the other question is named."""
        assert [(f"answers[{path}]", "order")] == refusal(answers)
        assert Response.from_answers(ASKED, dict.fromkeys(answers, "1987-06-05"))

    def test_an_absence_precedes_nothing(self) -> None:
        """What is not told is in no order."""
        assert Response.from_answers(ASKED, {"born": Absence.DECLINED, "start": "1987-06-05"})

    @pytest.mark.parametrize("use", [evaluate, screen])
    def test_every_day_outside_its_window_is_named(self, use: Callable[..., object]) -> None:
        """In the future, or too long ago, as seen from the day of evaluation."""
        asked = attrs.evolve(ASKED, policy=_POLICY)
        response = Response.from_answers(
            asked,
            {"born": "2026-05-05", "recent": ["2024-05-04", "2024-05-03", "2027-01-01"],
             "rows": [{"from": "2026-05-04"}, {"from": "2026-05-05"}]},
        )  # fmt: skip
        with pytest.raises(InvalidValueError) as caught:
            use(response, on=ON)
        found = [(fault.path, fault.code) for fault in caught.value.faults]

        discreet(caught.value)
        assert {"answers[born]", "answers[recent]", "answers[rows][1][from]"} == {
            p for p, _ in found
        }
        assert {"range"} == {code for _, code in found}

    @pytest.mark.parametrize("day", ["2025-12-31", "2027-01-01"])
    def test_a_definition_is_not_used_outside_its_period(self, day: str) -> None:
        """Nor without a day."""
        response = Response.from_answers(ASKED, {"yes": "si"})
        with pytest.raises(NotInForceError) as caught:
            evaluate(response, on=date.fromisoformat(day))

        assert ("on", "in_force") == (caught.value.faults[0].path, caught.value.faults[0].code)
        for none in (None, day, 20260504):
            with pytest.raises(InvalidValueError, match="'on' must be a civil day"):
                evaluate(response, on=none)  # type: ignore[arg-type]

    def test_only_a_response_is_evaluated(self) -> None:
        """Not the answers."""
        with pytest.raises(InvalidValueError, match="'response' must be of type Response"):
            evaluate({"yes": NAME}, on=ON)  # type: ignore[arg-type]


_POLICY = attrs.evolve(
    CONFLICT_QUESTIONNAIRE.screening_plan[0], interests=(), triggers=(), contradiction=None
)


class TestAllAtOnce:
    """Every fault is listed, whatever stands beside it."""

    ANSWERS: Mapping[Any, Any] = {
        "yes": NAME, "many": [KEY, "a"], "whole": "76543.21", NAME: KEY, "pesos": "-76543.21",
        "born": KEY, "rows": [{"who": {"x": NAME}}, KEY], "text": RuntimeError(NAME),
    }  # fmt: skip

    def test_in_the_order_of_the_document(self) -> None:
        """Unknown keys first."""
        assert [
            ("answers[#3]", "unknown"), ("answers[yes]", "answer"), ("answers[whole]", "answer"),
            ("answers[pesos]", "answer"), ("answers[born]", "answer"),
            ("answers[text][0]", "answer"), ("answers[rows][0][who]", "answer"),
            ("answers[rows][1]", "type"),
        ] == refusal(self.ANSWERS)  # fmt: skip

    def test_the_record_is_plain(self) -> None:
        """For a service, in both languages."""
        with pytest.raises(InvalidValueError) as caught:
            Response.from_answers(ASKED, {"yes": NAME})

        assert {
            "error": "InvalidValueError",
            "faults": [{"path": "answers[yes]", "code": "answer",
                        "es": "'yes' debe ser 'si' o 'no'", "en": "'yes' must be 'si' or 'no'"}],
        } == json.loads(json.dumps(caught.value.to_record()))  # fmt: skip

    @given(st.dictionaries(
        st.sampled_from(list(ASKED.layout.places)) | st.sampled_from(SECRETS),
        st.recursive(
            st.sampled_from(SECRETS) | st.none() | st.booleans() | st.integers() | st.floats(),
            lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(
                ["who", "from", *SECRETS]), inner, max_size=3),
            max_leaves=6,
        ),
    ))  # fmt: skip
    def test_whatever_comes_nothing_is_shown(self, answers: Any) -> None:
        """Neither by an error, nor by what got in."""
        try:
            response = Response.from_answers(ASKED, answers)
        except InvalidValueError as error:
            discreet(error)
        else:
            assert "Response(questionnaire=<propio 1>)" == repr(response)

    def test_past_fifty_faults_are_counted(self) -> None:
        """The error has a bound."""
        assert 51 == len(refusal_of_many())


def refusal_of_many() -> list[str]:
    """Give the codes of the faults of eighty unknown keys."""
    with pytest.raises(InvalidValueError) as caught:
        Response.from_answers(ASKED, {f"{KEY}{n}": NAME for n in range(80)})
    told = "\n".join(runner._channels(caught.value))
    assert KEY not in told
    return [fault.code for fault in caught.value.faults]


class TestValues:
    """The constructor checks what the decoder, a pickle or a migration hands to it."""

    BARE = Response.from_answers(ASKED, {}).values
    PLACES = ASKED.layout.places

    def given(self, code: str, value: Any) -> tuple[Any, ...]:
        """Give the values of an empty response with another one at one place."""
        at = self.PLACES[code].position
        return (*self.BARE[:at], value, *self.BARE[at + 1 :])

    @pytest.mark.parametrize(
        ("code", "value", "path", "expected"),
        [
            ("yes", "si", "answers[yes]", "answer"),
            ("yes", (YesNo.YES,), "answers[yes]", "answer"),
            ("many", "a", "answers[many]", "type"), ("many", (), "answers[many]", "type"),
            ("many", ["a"], "answers[many]", "type"),
            ("many", (["a"], ["b"]), "answers[many][0]", "answer"),
            ("pesos", Decimal(-1), "answers[pesos]", "answer"),
            ("share", 1, "answers[share]", "answer"), ("rows", None, "answers[rows]", "type"),
            ("rows", [], "answers[rows]", "type"), ("rows", ([None] * 3,), "answers[rows]", "type"),
            ("rows", ((None,) * 2,), "values", "length"),
            ("rows", ((7, None, None),), "answers[rows][0][who]", "answer"),
            ("fixed", (), "answers[fixed]", "answer"),
        ],
    )  # fmt: skip
    def test_each_fault(self, code: str, value: Any, path: str, expected: str) -> None:
        """Final forms only, tuples only, of the right length."""
        with pytest.raises(InvalidValueError) as caught:
            Response(questionnaire=ASKED, values=self.given(code, value))

        assert (path, expected) == (caught.value.faults[0].path, caught.value.faults[0].code)

    @pytest.mark.parametrize("values", [None, [], "x", {}, 7])
    def test_values_are_a_tuple(self, values: Any) -> None:
        """Nothing else is aligned with a layout."""
        with pytest.raises(InvalidValueError, match="'values' must be a tuple"):
            Response(questionnaire=ASKED, values=values)

    @pytest.mark.parametrize("values", [(), BARE[1:], (*BARE, None)])
    def test_there_is_one_for_each_place(self, values: Any) -> None:
        """No more, no less; so a response of another version does not fit by chance."""
        with pytest.raises(InvalidValueError) as caught:
            Response(questionnaire=ASKED, values=values)
        (fault,) = caught.value.faults

        assert ("values", "length") == (fault.path, fault.code)
        assert "'values' must have one answer for each question (17)" == str(caught.value)

    def test_a_tampered_pickle_is_refused(self) -> None:
        """What the constructor refuses does not come back."""
        rebuild, (cls, names, *_) = Response.from_answers(ASKED, {"text": KEY}).__reduce__()
        with pytest.raises(InvalidValueError) as caught:
            rebuild(cls, names, ASKED, self.given("pesos", KEY))

        discreet(caught.value)


class TestViews:
    """Looking at one answer, and at all."""

    RESPONSE = Response.from_answers(
        ASKED, {"yes": "si", "text": [KEY], "rows": [{"who": NAME}, {"who": Absence.DECLINED}]}
    )

    @pytest.mark.parametrize(
        ("code", "row"),
        [("yes", 0), ("who", None), ("who", 2), ("who", -1), ("who", True), ("who", "0"),
         ("rows", None), ("rows", 0), ("fixed", None)],
    )  # fmt: skip
    def test_an_instance_exists(self, code: str, row: Any) -> None:
        """Where the group repeats, and nowhere else; a group has no answer."""
        with pytest.raises(InvalidValueError) as caught:
            self.RESPONSE.answer(code, row=row)
        (fault,) = caught.value.faults

        assert ("row", "range") == (fault.path, fault.code)
        discreet(caught.value)

    @pytest.mark.parametrize("code", ["nadie", KEY, None, 7, ["yes"]])
    def test_a_question_exists(self, code: Any) -> None:
        """A text that is none may be personal."""
        with pytest.raises(UnknownCodeError) as caught:
            self.RESPONSE.answer(code)

        assert KEY not in "\n".join(runner._channels(caught.value))

    def test_all_answers_come_in_order(self) -> None:
        """Instance by instance, groups apart; and none is shown."""
        found = [(one.question, one.row) for one in self.RESPONSE.answers()]
        inside = [(code, row) for code in ("who", "from", "to") for row in (0, 1)]

        assert [("inside", None), *inside] == found[-7:]
        assert not [s for s in SECRETS if s in repr(list(self.RESPONSE.answers()))]
        assert (NAME,) == self.RESPONSE.answer("who", row=0).values
        assert Absence.DECLINED is self.RESPONSE.answer("who", row=1).absence

    @given(strategies.responses(ASKED))
    def test_nothing_is_replaced_by_nothing(self, response: Response) -> None:
        """Each answer put back where it stands gives an equal response."""
        spots = {
            (place, row): response.at(place, row)
            for place in ASKED.layout.places.values()
            if not place.question.is_group
            for row in ([None] if place.frame is None else range(len(response.rows(place.frame))))
        }

        assert response == response.replaced(spots)
        assert hash(response) == hash(response.replaced(spots))


class TestShown:
    """What an evaluation says: places, and no answer."""

    RESPONSE = Response.from_answers(
        attrs.evolve(ASKED, status=Status.OFFICIAL),
        {"truth": Absence.UNKNOWN, "one": Absence.DECLINED, "rows": [{"from": "1987-06-05"}],
         "text": [KEY, NAME]},
    )  # fmt: skip

    def test_describe(self) -> None:
        """In both languages, with the status."""
        found = evaluate(self.RESPONSE, on=ON)

        assert [
            "Habilitados: 20; peso de las opciones: 0",
            "Faltan: yes, rows[0].who",
            "Pendientes (no sé): truth",
            "Declinadas: one",
            "Estatus: oficial",
        ] == found.describe().splitlines()
        assert [
            "Enabled: 20; weight of the options: 0",
            "Missing: yes, rows[0].who",
            "Pending (unknown): truth",
            "Declined: one",
            "Status: official",
        ] == found.describe(Language.EN).splitlines()

    def test_records(self) -> None:
        """One row for each place that is open or dropped."""
        assert [
            {"state": "missing", "path": "yes"},
            {"state": "missing", "path": "rows[0].who"},
            {"state": "pending", "path": "truth"},
            {"state": "declined", "path": "one"},
        ] == evaluate(self.RESPONSE, on=ON).to_records()

    def test_what_is_dropped_is_told(self) -> None:
        """By its place; the answer stays where it is."""
        again = Questionnaire(
            code="otro", version="1", title=Text("otro"),
            sections=(Section(code="A", title=Text("A"), questions=(
                ask("a", T.YES_NO),
                ask("b", T.TEXT, when=(Condition("a", Operator.EQUAL, YesNo.YES),)),
            )),),
        )  # fmt: skip
        response = Response.from_answers(again, {"a": "no", "b": NAME})
        found = evaluate(response, on=ON)

        assert ("b",) == found.dropped
        assert "Fuera por condición: b" in found.describe()
        assert "<p>Fuera por condición: b</p>" in found._repr_html_()
        assert (NAME,) == response.answer("b").values

    def test_repr_tells_nothing(self) -> None:
        """Which questions somebody left open is personal too."""
        told = repr(evaluate(self.RESPONSE, on=ON))

        assert "truth" not in told
        assert "who" not in told
