"""Exchange with HL7 FHIR: each part of a resource, what is lost of it, and what is refused."""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest

from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE
from imss_integrity.codec import (
    FhirAnswers,
    FhirImport,
    FhirRelease,
    export_questionnaire,
    export_response,
    import_questionnaire,
    import_response,
)
from imss_integrity.conflicts import (
    Absence,
    Condition,
    Match,
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
)
from imss_integrity.kernel import (
    ImssIntegrityError,
    InconsistentError,
    InvalidValueError,
    Language,
    MissingDataError,
    Period,
    Status,
    Text,
)

CORE = "http://hl7.org/fhir/StructureDefinition/"
TABLE_0136 = "http://terminology.hl7.org/CodeSystem/v2-0136"
ON = date(2026, 5, 4)
Item = dict[str, Any]


def item(link: object, kind: str = "boolean", **more: Any) -> Item:
    """Give an item of a resource, with a text."""
    return {"linkId": link, "text": f"¿{link}?", "type": kind, **more}


def form(*items: object, **more: Any) -> Item:
    """Give a resource of those items."""
    head = {"resourceType": "Questionnaire", "title": "Prueba", "version": "1"}
    return head | {"item": list(items)} | more


def read(*items: object, release: str = "R5", **more: Any) -> FhirImport:
    """Import a resource of those items, and see that what was read can be answered."""
    done = import_questionnaire(form(*items, **more), release=release, code="prueba")
    evaluate(Response.from_answers(done.questionnaire, {}), on=ON)
    return done


def lost(done: FhirImport | FhirAnswers) -> list[tuple[str, str]]:
    """Give the place and the code of each loss."""
    return [(loss.path, loss.code) for loss in done.losses]


def extended(name: str, **value: Any) -> Item:
    """Give the member that holds one extension of the core."""
    return {"extension": [{"url": CORE + name, **value}]}


def coded(*options: Mapping[str, Any], **more: Any) -> Item:
    """Give an item of R5 with those codings as options."""
    given = [{"valueCoding": dict(option)} for option in options]
    return item("A", "coding", answerOption=given, **more)


def asked(**fields: Any) -> Question:
    """Give a question of the library."""
    head: dict[str, Any] = {"code": "A", "text": Text("¿?"), "type": QuestionType.TEXT}
    return Question(**head | fields)


def questionnaire(*questions: Question, **fields: Any) -> Questionnaire:
    """Give a questionnaire of those questions, in one section."""
    section = Section(code="S1", title=Text("Parte", "Part"), questions=questions)
    head: dict[str, Any] = {"code": "propio", "version": "2026", "sections": (section,)}
    return Questionnaire(title=Text("Propio", "Own"), **head | fields)


class TestTheResource:
    """What a definition looks like on the other side."""

    def test_identity_wordings_and_sections(self) -> None:
        """Spanish is the language of the resource; English is a translation."""
        whole = questionnaire(asked(), period=Period.year(2026))
        made = export_questionnaire(whole).resource
        translation = made["_title"]["extension"][0]

        assert {"start": "2026-01-01", "end": "2026-12-31"} == made.pop("effectivePeriod")
        assert CORE + "translation" == translation["url"]
        assert [{"url": "lang", "valueCode": "en"}, {"url": "content", "valueString": "Own"}] == (
            translation["extension"]
        )
        part = {"linkId": "S1", "text": "Parte", "type": "group"}
        assert part == {key: made["item"][0][key] for key in part}
        assert [{"linkId": "A", "text": "¿?", "type": "text"}] == made["item"][0]["item"]
        assert {
            "resourceType": "Questionnaire",
            "language": "es",
            "url": "urn:imss-integrity:questionnaire:propio",
            "version": "2026",
            "title": "Propio",
            "status": "unknown",
        } == {key: made[key] for key in made.keys() - {"_title", "item"}}

    @pytest.mark.parametrize(
        ("kind", "name"),
        [
            (QuestionType.BOOLEAN, "boolean"), (QuestionType.INTEGER, "integer"),
            (QuestionType.DECIMAL, "decimal"), (QuestionType.MONEY, "decimal"),
            (QuestionType.DATE, "date"), (QuestionType.TEXT, "text"),
            (QuestionType.YES_NO, "coding"),
        ],
    )  # fmt: skip
    def test_types(self, kind: QuestionType, name: str) -> None:
        """Each has one of its own, or says what it is in another way."""
        made = export_questionnaire(questionnaire(asked(type=kind)))
        assert name == made.resource["item"][0]["item"][0]["type"]
        assert kind is import_questionnaire(made.resource).questionnaire.question("A").type

    @pytest.mark.parametrize(
        ("release", "name", "extension"),
        [("R4", "choice", "ordinalValue"), ("R5", "coding", "itemWeight")],
    )
    def test_what_differs_between_releases(self, release: str, name: str, extension: str) -> None:
        """The type of a choice, and the extension of a weight."""
        options = (
            Option(code="a", name=Text("A"), weight=Fraction(5, 2)),
            Option(code="b", name=Text("B"), exclusive=True),
        )
        whole = questionnaire(asked(type=QuestionType.CHOICE, options=options))
        done = export_questionnaire(whole, release=release)
        made = done.resource["item"][0]["item"][0]
        weight, exclusive = (option["extension"][0] for option in made["answerOption"])

        assert name == made["type"]
        assert {"url": CORE + extension, "valueDecimal": Decimal("2.5")} == weight
        assert {"url": CORE + "questionnaire-optionExclusive", "valueBoolean": True} == exclusive
        assert whole == import_questionnaire(done.resource, release=release).questionnaire

    def test_yes_and_no_are_those_of_table_0136(self) -> None:
        """With names in both languages; a condition compares with the same codes."""
        whole = questionnaire(
            asked(type=QuestionType.YES_NO),
            asked(code="B", when=(Condition("A", Operator.EQUAL, YesNo.NO),)),
        )
        first, second = export_questionnaire(whole).resource["item"][0]["item"]
        codings = [option["valueCoding"] for option in first["answerOption"]]

        assert [("Y", "Sí"), ("N", "No")] == [(one["code"], one["display"]) for one in codings]
        assert {TABLE_0136} == {one["system"] for one in codings}
        assert [
            {
                "question": "A",
                "operator": "=",
                "answerCoding": {"system": TABLE_0136, "code": "N"},
            }
        ] == second["enableWhen"]

    def test_bounds_and_windows(self) -> None:
        """A window that looks back is an expression of FHIRPath."""
        least, most = MonthsBack(24), MonthsBack(0)
        whole = questionnaire(asked(type=QuestionType.DATE, least=least, most=most))
        extension = export_questionnaire(whole).resource["item"][0]["item"][0]["extension"]
        windows = [one["_valueDate"]["extension"][0]["valueExpression"] for one in extension]

        assert [CORE + "minValue", CORE + "maxValue"] == [one["url"] for one in extension]
        assert ["today() - 24 months", "today()"] == [one["expression"] for one in windows]

    def test_the_catalogue_loses_what_is_law(self) -> None:
        """And nothing else: each loss is in the list, in Spanish and English."""
        done = export_questionnaire(CONFLICT_QUESTIONNAIRE)
        fields = {loss.path.rpartition(".")[2] for loss in done.losses}

        assert (
            {
                *("policy", "sources", "rule", "role", "type", "kinship", "proximity"),
                *("sensitivity", "not_before"),
            }
            >= fields
            >= {"policy", "rule", "role", "kinship"}
        )
        assert Status.OWN is done.status
        assert "Exportación a FHIR" in done.describe()
        assert "'policy' must stay out" in done.describe(Language.EN)
        assert ("policy", "no_place") == (done.losses[0].path, done.losses[0].code)
        assert len(done.losses) == len(done.to_records())

    def test_status_of_an_official_definition(self) -> None:
        """Is lost: a publication status is another thing."""
        done = export_questionnaire(questionnaire(asked(), status=Status.OFFICIAL))
        assert ["status"] == [loss.path for loss in done.losses]

    def test_numbers_beyond_fhir(self) -> None:
        """Integers have 32 bits there; a third is no decimal."""
        big = 2**31
        whole = questionnaire(
            asked(type=QuestionType.INTEGER, most=big, least=-big + 1),
            asked(code="B", when=(Condition("A", Operator.EQUAL, big),)),
            asked(
                code="C",
                match=Match.ANY,
                when=(Condition("A", Operator.EQUAL, big), Condition("A", Operator.EQUAL, 1)),
            ),
            asked(
                code="D",
                match=Match.ALL,
                when=(Condition("A", Operator.EQUAL, big), Condition("A", Operator.EQUAL, 1)),
            ),
        )
        done = export_questionnaire(whole)
        back = import_questionnaire(done.resource)

        assert [
            ("questions[A].most", "range"), ("questions[B].when[0]", "range"),
            ("questions[C].when[0]", "range"), ("questions[C].when", "any"),
            ("questions[D].when[0]", "range"),
        ] == [(loss.path, loss.code) for loss in done.losses]  # fmt: skip
        assert [0, 0, 0, 1] == [len(question.when) for question in back.questionnaire.questions]
        assert () == back.losses

    def test_what_has_no_place(self) -> None:
        """A weight that is no decimal, and what compares by it; how often one is asked once."""
        options = (
            Option(code="a", name=Text("A"), weight=Fraction(1, 3)),
            Option(code="b", name=Text("B"), weight=Fraction(-1, 8)),
        )
        whole = questionnaire(
            asked(type=QuestionType.CHOICE, options=options, max_answers=2),
            asked(code="B", repeats=True, max_answers=2),
            asked(code="C", when=(Condition("A", Operator.GREATER, "b"),)),
            asked(code="D", when=(Condition("A", Operator.NOT_EQUAL, "b"),)),
            asked(code="E", when=(Condition("A", Operator.EXISTS, value=False),)),
        )
        done = export_questionnaire(whole)
        back = import_questionnaire(done.resource).questionnaire

        assert [
            ("questions[A].max_answers", "no_place"), ("questions[A].options[a].weight", "range"),
            ("questions[C].when[0]", "range"),
        ] == [(loss.path, loss.code) for loss in done.losses]  # fmt: skip
        assert [None, Fraction(-1, 8)] == [o.weight for o in back.question("A").options]
        assert [1000, 2, *[1000] * 3] == [question.max_answers for question in back.questions]
        assert whole.questions[3:] == back.questions[3:]

    def test_one_section_of_the_name_of_the_whole(self) -> None:
        """Adds nothing, so its questions and answers stand at the top, or else keep a group."""
        group = asked(code="G", type=QuestionType.GROUP, questions=(asked(),))
        for questions in ((asked(code="B"), group), (group,)):
            title = Text("Propio", "Own")
            section = Section(code="propio", title=title, questions=questions)
            whole = questionnaire(sections=(section,))
            response = Response.from_answers(whole, {"A": "x"})
            made = export_response(response).resource

            assert len(questions) == len(export_questionnaire(whole).resource["item"])
            assert {1: "propio", 2: "G"}[len(questions)] == made["item"][0]["linkId"]
            assert whole == import_questionnaire(export_questionnaire(whole).resource).questionnaire
            assert response == import_response(made, whole).response

    def test_a_section_and_a_question_of_one_code(self) -> None:
        """Have two link ids."""
        whole = questionnaire(asked(code="S1"))
        response = Response.from_answers(whole, {"S1": "x"})
        made = export_questionnaire(whole).resource

        assert "section/S1" == made["item"][0]["linkId"]
        assert whole == import_questionnaire(made).questionnaire
        assert response == import_response(export_response(response).resource, whole).response

    def test_decimals_keep_their_digits(self) -> None:
        """As floats they would not."""
        long = Decimal("1234567890123456789.123456789")
        whole = questionnaire(asked(type=QuestionType.DECIMAL, least=long))
        done = export_questionnaire(whole)

        assert str(long) in done.text
        assert long == import_questionnaire(done.resource).questionnaire.question("A").least

    def test_the_resource_is_new_each_time(self) -> None:
        """Whoever changes it changes no export; it is a value."""
        done = export_questionnaire(questionnaire(asked()))
        done.resource["status"] = "active"

        assert "unknown" == done.resource["status"]
        assert done == copy.deepcopy(done)
        assert hash(done) == hash(copy.copy(done))

    @pytest.mark.parametrize(
        ("arguments", "named"),
        [
            (("x", "R5"), "questionnaire"),
            ((questionnaire(asked()), "r5"), "release"),
        ],
    )
    def test_other_arguments_are_refused(self, arguments: Any, named: str) -> None:
        """By name."""
        with pytest.raises(InvalidValueError, match=f"'{named}'"):
            export_questionnaire(
                arguments[0], **dict(zip(["release"], arguments[1:], strict=False))
            )


class TestItems:
    """What an item becomes, and what is lost of it."""

    @pytest.mark.parametrize(
        ("name", "kind"),
        [
            ("boolean", QuestionType.BOOLEAN), ("integer", QuestionType.INTEGER),
            ("decimal", QuestionType.DECIMAL), ("date", QuestionType.DATE),
            ("string", QuestionType.TEXT), ("text", QuestionType.TEXT),
        ],
    )  # fmt: skip
    def test_types(self, name: str, kind: QuestionType) -> None:
        """A line and a text are both a text."""
        done = read(item("A", name, required=True, repeats=True))
        question = done.questionnaire.question("A")

        assert (kind, True, True) == (question.type, question.required, question.repeats)
        assert [] == lost(done)

    @pytest.mark.parametrize(
        "name", ["display", "dateTime", "time", "quantity", "url", "choice", "xyz", 7, None]
    )
    def test_other_types_are_lost(self, name: Any) -> None:
        """With what they hold; a choice is of R4, and this is R5."""
        done = read(item("A"), item("B", name, item=[item("C")]))

        assert ["A"] == [question.code for question in done.questionnaire.questions]
        assert ("item[1]", "type") == lost(done)[-1]

    def test_elements_that_have_no_place(self) -> None:
        """Known ones by name, others by their position: they could be anything."""
        planted = "Juana Inventada"
        done = read(
            item("A", prefix="1", initial=[{"valueBoolean": True}], maxLength=3, id="x")
            | {planted: 1, "code": None},
            date="2026",
            publisher="x",
            meta={"versionId": "3"},
            status="active",
        )

        assert [
            ("item[0].prefix", "element"), ("item[0].initial", "element"),
            ("item[0].maxLength", "element"), ("item[0][#7]", "element"),
            ("status", "element"), ("date", "element"), ("publisher", "element"),
        ] == lost(done)  # fmt: skip
        assert planted not in done.describe()

    def test_extensions(self) -> None:
        """Bounds and how often are read; others are lost, and a second one of a kind."""
        bound = {"url": CORE + "minValue", "valueInteger": 3}
        hidden = {"url": CORE + "questionnaire-hidden", "valueBoolean": True}
        often = {"url": CORE + "questionnaire-maxOccurs", "valueInteger": 4}
        given = [bound, hidden, {**bound, "valueInteger": 9}, often, {"url": 5}]
        done = read(item("A", "integer", repeats=True, extension=given))
        question = done.questionnaire.question("A")

        assert (3, 4) == (question.least, question.max_answers)
        assert [f"item[0].extension[{n}]" for n in (1, 2, 4)] == [path for path, _ in lost(done)]

    @pytest.mark.parametrize(
        ("kind", "name", "value", "path", "code"),
        [
            ("integer", "minValue", {"valueDate": "2026-01-01"}, "[0].valueInteger", "answer"),
            ("date", "maxValue", {"valueDate": "2026-01"}, "[0].valueDate", "partial"),
            ("date", "maxValue", {"valueDate": "2026-02-30"}, "[0].valueDate", "answer"),
            ("text", "minValue", {"valueInteger": 1}, "[0]", "extension"),
            ("text", "questionnaire-maxOccurs", {"valueInteger": 0}, "[0]", "range"),
            ("text", "questionnaire-maxOccurs", {"valueInteger": True}, "[0]", "range"),
            ("text", "questionnaire-unit", {"valueCoding": {"code": "kg"}}, "[0]", "unit"),
            ("decimal", "questionnaire-unit", {"valueCoding": {"code": "USD"}}, "[0]", "unit"),
        ],
    )
    def test_extensions_that_do_not_fit(
        self, kind: str, name: str, value: Item, path: str, code: str
    ) -> None:
        """Are lost, one by one."""
        done = read(item("A", kind, **extended(name, **value)))
        question = done.questionnaire.question("A")

        assert [(f"item[0].extension{path}", code)] == lost(done)
        assert (None, None, 1000) == (question.least, question.most, question.max_answers)
        assert QuestionType.MONEY is not question.type

    def test_pesos(self) -> None:
        """Make money of a decimal, whatever they are called."""
        unit = {"system": "urn:iso:std:iso:4217", "code": "MXN", "display": "pesos"}
        done = read(item("A", "decimal", **extended("questionnaire-unit", valueCoding=unit)))

        assert QuestionType.MONEY is done.questionnaire.question("A").type
        assert [] == lost(done)

    @pytest.mark.parametrize(
        ("expression", "expected"),
        [
            ("today()", MonthsBack(0)), ("today() - 1 month", MonthsBack(1)),
            ("today() - 24 months", MonthsBack(24)), ("today() - 9999 months", None),
            ("today() - 2 years", None), ("now()", None), (5, None),
        ],
    )  # fmt: skip
    def test_windows(self, expression: object, expected: object) -> None:
        """Months back from today, and no other expression."""
        value = {"url": CORE + "cqf-calculatedValue", "valueExpression": {"expression": expression}}
        bound = extended("minValue", _valueDate={"extension": [value]})
        done = read(item("A", "date", **bound))

        assert expected == done.questionnaire.question("A").least
        assert bool(done.losses) is (expected is None)

    def test_groups(self) -> None:
        """Those of the top are sections; below, they repeat, but not inside one that repeats."""
        inner = item("H", "group", repeats=True, item=[item("A")])
        outer = item("G", "group", repeats=True, item=[inner, item("B")], **extended(
            "questionnaire-maxOccurs", valueInteger=3))  # fmt: skip
        done = read(item("S", "group", item=[outer]))
        group = done.questionnaire.question("G")

        assert ["S"] == [section.code for section in done.questionnaire.sections]
        assert (True, 3) == (group.repeats, group.max_answers)
        assert not done.questionnaire.question("H").repeats
        assert [("item[0].item[0].item[0].repeats", "nested")] == lost(done)

    def test_a_top_that_is_no_section(self) -> None:
        """One section of the name of the whole holds everything, and goes out as it came in."""
        source = form(item("G", "group", item=[item("A")]), item("B"))
        done = import_questionnaire(source, code="prueba")
        made = export_questionnaire(done.questionnaire).resource

        assert ["prueba"] == [section.code for section in done.questionnaire.sections]
        assert ["G", "B"] == [one["linkId"] for one in made["item"]]
        assert source["item"] == made["item"]

    def test_questions_below_a_question(self) -> None:
        """Stand beside it, with their own conditions."""
        below = item("B", enableWhen=[{"question": "A", "operator": "=", "answerBoolean": True}])
        done = read(item("A", item=[below]))

        assert ["A", "B"] == [question.code for question in done.questionnaire.questions]
        assert [("item[0].item", "nested")] == lost(done)

    def test_what_cannot_be_told_apart_from_nothing(self) -> None:
        """A group without questions, a choice without options, an item without a link id."""
        done = read(
            item("A"), item("B", "group"), item("C", "coding"), item("", item=[item("E")]),
            item(None), item("D", modifierExtension=[{}]),
            item("F", "group", item=[item("H", "display")]), "x",
        )  # fmt: skip

        assert ["A"] == [question.code for question in done.questionnaire.questions]
        assert [
            ("item[7]", "type"), ("item[1]", "empty"), ("item[2]", "options"),
            ("item[3]", "missing"), ("item[4]", "missing"), ("item[5]", "type"),
            ("item[6].item[0]", "type"), ("item[6]", "empty"),
        ] == [one for one in lost(done) if "initial" not in one[0]]  # fmt: skip

    def test_link_ids_that_are_no_codes(self) -> None:
        """Get one of their own, the same every time; conditions and answers find it."""
        when = {"question": "/44250-9", "operator": "exists", "answerBoolean": True}
        odd = item("á b", enableWhen=[when])
        done = read(item("/44250-9"), item("44250-9"), odd, item("ñ\ud800"))
        codes = [question.code for question in done.questionnaire.questions]
        response = {
            "resourceType": "QuestionnaireResponse",
            "item": [{"linkId": "/44250-9", "answer": [{"valueBoolean": True}]}],
        }
        back = import_response(response, done.questionnaire).response

        assert "44250-9" == codes[1]
        assert codes[0].startswith("44250-9.")
        assert codes[0] == done.questionnaire.question(codes[2]).when[0].question
        assert (True,) == back.answer(codes[0]).values
        assert () == back.answer(codes[1]).values
        assert codes == [
            one.code
            for one in read(
                item("/44250-9"), item("44250-9"), odd, item("ñ\ud800")
            ).questionnaire.questions
        ]
        assert ["link"] * 3 == [code for _, code in lost(done) if code == "link"]  # fmt: skip


class TestWordings:
    """Texts in two languages, cleaned where they must be."""

    def translated(self, language: str, content: object, **more: Any) -> Item:
        """Give the element that holds one translation."""
        parts = [{"url": "lang", "valueCode": language}, {"url": "content", "valueString": content}]
        return {"extension": [{"url": CORE + "translation", "extension": parts}], **more}

    @pytest.mark.parametrize(
        ("language", "other", "expected", "losses"),
        [
            (None, "en", Text("uno", "two"), []),
            ("es-MX", "en", Text("uno", "two"), []),
            ("en", "es", Text("two", "uno"), []),
            ("en-US", None, Text("uno", "uno"), [("language", "language")]),
            ("de", "es", Text("two"), []),
            ("de", "en", Text("uno", "two"), [("language", "language")]),
            ("es", "fr", Text("uno"), [("item[0]._text.extension[0]", "extension")]),
            ("es", "es", Text("uno"), [("item[0]._text.extension[0]", "extension")]),
        ],
    )
    def test_languages(
        self, language: str | None, other: str | None, expected: Text, losses: Any
    ) -> None:
        """The original stands in where a language is missing, and that is said once."""
        more: Item = {} if other is None else {"_text": self.translated(other, "two")}
        title: Item = (
            {} if language in {None, "es", "es-MX"} else {"_title": self.translated("es", "T")}
        )
        named: Item = {} if language is None else {"language": language}
        done = read(item("A", **more) | {"text": "uno"}, **named, **title)

        assert expected == done.questionnaire.question("A").text
        assert losses == lost(done)

    @pytest.mark.parametrize(
        ("given", "expected"),
        [
            ("  dos \n\t líneas ", "dos líneas"), ("e\u0301", "é"), ("a\u200bb", "ab"),
            ("x" * 600, "x" * 500), ("x" * 9000, "x" * 500),
        ],
    )  # fmt: skip
    def test_texts_are_cleaned(self, given: str, expected: str) -> None:
        """And that is said."""
        done = read(item("A") | {"text": given})

        assert expected == done.questionnaire.question("A").text.es
        assert [("item[0].text", "text")] == lost(done)

    @pytest.mark.parametrize("given", [None, 5, " ", "", "\u200b", "a" + "\u0301" * 20])
    def test_the_code_stands_in_for_a_text(self, given: object) -> None:
        """Where there is none."""
        done = read(item("A") | {"text": given})

        assert Text("A") == done.questionnaire.question("A").text
        assert ("item[0].text", "missing") == lost(done)[-1]

    def test_a_translation_that_is_none(self) -> None:
        """Is lost, and the second one of a language, and one that cannot be read."""
        good = self.translated("en", "two")["extension"]
        odd = [{"url": CORE + "translation"}, {"url": "x"}, *good, *good]
        odd += self.translated("en", 7)["extension"]
        done = read(item("A", _text={"extension": odd}))

        assert Text("¿A?", "two") == done.questionnaire.question("A").text
        assert [
            "extension[0]", "extension[1]", "extension[3]", "extension[1].valueString",
            "extension[4]",
        ] == [
            path.rpartition("_text.")[2].removeprefix("extension[4].") for path, _ in lost(done)
        ]  # fmt: skip


class TestOptions:
    """Codings, texts and whole numbers, with weights."""

    def test_codings(self) -> None:
        """Their system is lost, once; a name that is missing is its code."""
        done = read(coded({"system": "urn:x", "code": "a", "display": "Uno"}, {"code": "b"}))
        options = done.questionnaire.question("A").options

        assert [("a", Text("Uno")), ("b", Text("b"))] == [(o.code, o.name) for o in options]
        assert [
            ("item[0].answerOption[1].valueCoding.display", "missing"),
            ("item[0].answerOption", "system"),
        ] == lost(done)

    @pytest.mark.parametrize("release", ["R4", "R5"])
    def test_a_system_that_is_none(self, release: str) -> None:
        """Is lost as any other, whatever it is; so is a name of an extension."""
        options: list[Item] = [{"valueCoding": {"code": "Y", "system": [], "display": "x"}}]
        name = {"R4": "choice", "R5": "coding"}[release]
        extension: list[Item] = [{"url": []}, {"extension": [{"url": {}}]}]
        done = read(
            item("A", name, answerOption=options, _text={"extension": extension}), release=release
        )
        assert ("item[0].answerOption", "system") == lost(done)[-1]
        assert ["extension"] * 3 == [code for _, code in lost(done)][:3]

    @pytest.mark.parametrize("release", ["R4", "R5"])
    def test_texts_and_whole_numbers(self, release: str) -> None:
        """Become codes; conditions and answers of that kind find them."""
        name = {"R4": "choice", "R5": "string"}[release]
        options = [{"valueString": "Muy bien"}, {"valueString": "mal"}, {"valueInteger": 2}]
        when = [
            {"question": "A", "operator": "=", "answerString": "Muy bien"},
            {"question": "A", "operator": "=", "answerInteger": 2},
        ]
        done = read(
            item("A", name, answerOption=options),
            item("B", enableWhen=when, enableBehavior="any"),
            release=release,
        )
        chosen = done.questionnaire.question("A").options
        response = {
            "resourceType": "QuestionnaireResponse",
            "item": [{"linkId": "A", "answer": [{"valueInteger": 2}]}],
        }
        back = import_response(response, done.questionnaire)

        assert QuestionType.CHOICE is done.questionnaire.question("A").type
        assert ["Muy bien", "mal", "2"] == [option.name.es for option in chosen]
        assert [chosen[0].code, "2"] == [one.value for one in done.questionnaire.question("B").when]
        assert [("item[0].answerOption", "coding")] == lost(done)
        assert ("2",) == back.response.answer("A").values
        assert "B" in evaluate(back.response, on=ON).enabled

    def test_weights_on_the_option_or_on_the_coding(self) -> None:
        """Exactly as they are written, floats too."""
        on_option: Item = {"valueCoding": {"code": "a", "display": "A"}}
        on_option |= extended("itemWeight", valueDecimal=0.1)
        on_coding = {"valueCoding": {"code": "b", "display": "B"} | extended(
            "itemWeight", valueDecimal=3)}  # fmt: skip
        done = read(item("A", "coding", answerOption=[on_option, on_coding]))

        weights = [option.weight for option in done.questionnaire.question("A").options]
        assert [Fraction(1, 10), Fraction(3)] == weights
        assert [] == lost(done)

    @pytest.mark.parametrize(
        "weight", ["1", None, True, float("nan"), 1e300, 10**60, Decimal("1E+99999"), 2**60]
    )
    def test_weights_that_are_none(self, weight: object) -> None:
        """Are lost, not taken for 0."""
        option: Item = {"valueCoding": {"code": "a", "display": "A"}}
        option |= extended("itemWeight", valueDecimal=weight)
        done = read(item("A", "coding", answerOption=[option]))

        assert done.questionnaire.question("A").options[0].weight is None
        assert [("item[0].answerOption[0].extension[0].valueDecimal", "weight")] == lost(done)

    def test_the_weight_of_the_other_release(self) -> None:
        """Is an extension like any other."""
        option: Item = {"valueCoding": {"code": "a", "display": "A"}}
        option |= extended("ordinalValue", valueDecimal=1)
        done = read(item("A", "coding", answerOption=[option]))
        assert [("item[0].answerOption[0].extension[0]", "extension")] == lost(done)

    @pytest.mark.parametrize(
        ("options", "expected"),
        [
            ([("Y", TABLE_0136), ("N", TABLE_0136)], QuestionType.YES_NO),
            ([("N", TABLE_0136), ("Y", TABLE_0136)], QuestionType.YES_NO),
            ([("Y", None), ("N", None)], QuestionType.CHOICE),
            ([("Y", TABLE_0136), ("N", None)], QuestionType.CHOICE),
            ([("Y", TABLE_0136)], QuestionType.CHOICE),
            ([("Y", TABLE_0136), ("N", TABLE_0136), ("U", TABLE_0136)], QuestionType.CHOICE),
        ],
    )
    def test_yes_and_no(self, options: list[tuple[str, Any]], expected: QuestionType) -> None:
        """Only the two of table 0136 are."""
        given = [{"code": code, "system": system, "display": code} for code, system in options]
        assert expected is read(coded(*given)).questionnaire.question("A").type

    @pytest.mark.parametrize(
        "option",
        [
            {"valueDate": "2026-01-01"}, {"valueCoding": {"display": "x"}}, {"valueCoding": 5},
            {"valueString": ""}, {"valueInteger": 2**40}, {"valueInteger": True}, "x",
        ],
    )  # fmt: skip
    def test_options_that_cannot_be_read(self, option: object) -> None:
        """Are lost; the others stay."""
        good = {"valueCoding": {"code": "a", "display": "A"}}
        done = read(item("A", "coding", answerOption=[option, good]))

        assert ["a"] == [one.code for one in done.questionnaire.question("A").options]
        assert done.losses

    @pytest.mark.parametrize(
        ("release", "more"),
        [
            ("R4", {"type": "open-choice"}),
            ("R5", {"type": "coding", "answerConstraint": "optionsOrString"}),
        ],
    )
    def test_free_text_beside_options(self, release: str, more: Item) -> None:
        """Is lost; that only options may be chosen is what holds here."""
        options = [{"valueCoding": {"code": "a", "display": "A"}}]
        done = read(item("A", answerOption=options) | more, release=release)
        closed = coded({"code": "a", "display": "A"}, answerConstraint="optionsOnly")

        assert [("item[0].answerOption", "open")] == lost(done)
        assert [] == lost(read(closed))


class TestConditions:
    """What enables an item; what is lost may only make it be asked more often."""

    def test_every_operator(self) -> None:
        """With values of every type."""
        whens: list[tuple[str, str, str, Item, object]] = [
            ("B", "integer", ">", {"answerInteger": 3}, 3),
            ("C", "decimal", "<=", {"answerDecimal": 2.5}, Decimal("2.5")),
            ("D", "date", ">=", {"answerDate": "2026-01-31"}, date(2026, 1, 31)),
            ("E", "string", "=", {"answerString": "x"}, "x"),
            ("F", "boolean", "!=", {"answerBoolean": False}, False),
            ("G", "date", "exists", {"answerBoolean": False}, False),
        ]
        when = [{"question": q, "operator": op} | value for q, _, op, value, _ in whens]
        sources = [item(link, kind) for link, kind, *_ in whens]
        done = read(*sources, item("A", enableWhen=when, enableBehavior="all"))
        question = done.questionnaire.question("A")

        assert Match.ALL is question.match
        assert [(q, op, value) for q, _, op, _, value in whens] == [
            (one.question, one.operator.value, one.value) for one in question.when
        ]
        assert [] == lost(done)

    def test_unequal_in_r4(self) -> None:
        """Its text admits two readings, so each such condition is noted."""
        when = [{"question": "A", "operator": "!=", "answerBoolean": True}]
        items = (item("A"), item("B", enableWhen=when))

        assert [("item[1].enableWhen[0].operator", "ambiguous")] == lost(read(*items, release="R4"))
        assert [] == lost(read(*items))

    @pytest.mark.parametrize(
        ("when", "code"),
        [
            ({"question": "A", "operator": "=", "answerString": "x"}, "answer"),
            ({"question": "A", "operator": "exists", "answerString": "x"}, "answer"),
            ({"question": "A", "operator": "between", "answerBoolean": True}, "condition"),
            ({"operator": "=", "answerBoolean": True}, "condition"),
            ({"question": 5, "operator": "=", "answerBoolean": True}, "condition"),
            ({"question": "Z", "operator": "=", "answerBoolean": True}, "lost"),
            ("x", "type"),
        ],
    )
    @pytest.mark.parametrize("behavior", ["all", "any"])
    def test_what_cannot_be_read(self, when: object, code: str, behavior: str) -> None:
        """Is left out of *all*; where any would do, none stays."""
        good = {"question": "A", "operator": "exists", "answerBoolean": True}
        asking = item("B", enableWhen=[good, when], enableBehavior=behavior)
        done = read(item("A"), item("Z", "display"), asking)
        stays = done.questionnaire.question("B").when

        assert (1 if behavior == "all" else 0) == len(stays)
        assert code in {one for _, one in lost(done)}
        assert ("any" in {one for _, one in lost(done)}) is (behavior == "any")

    @pytest.mark.parametrize("behavior", [None, "both", 7])
    def test_neither_all_nor_any(self, behavior: object) -> None:
        """Is never assumed: no condition stays; a single one needs no word."""
        good = {"question": "A", "operator": "exists", "answerBoolean": True}
        two = read(item("A"), item("B", enableWhen=[good, good], enableBehavior=behavior))
        one = read(item("A"), item("B", enableWhen=[good], enableBehavior=behavior))

        assert () == two.questionnaire.question("B").when
        assert ("item[1].enableBehavior", "match") == lost(two)[-1]
        assert 1 == len(one.questionnaire.question("B").when)

    @pytest.mark.parametrize(
        ("items", "code"),
        [
            ([item("A"), item("A")], "duplicate"),
            ([item("A", enableWhen=[{"question": "A", "operator": "exists",
                                     "answerBoolean": True}])], "self"),
            ([item("A", enableWhen=[{"question": "Q", "operator": "=",
                                     "answerBoolean": True}])], "unknown"),
            ([item("G", "group", item=[item("B")], repeats=True),
              item("A", enableWhen=[{"question": "G", "operator": "=",
                                     "answerBoolean": True}])], "condition"),
            ([item("A", enableWhen=[{"question": "B", "operator": "=", "answerBoolean": True}]),
              item("B", enableWhen=[{"question": "A", "operator": "=", "answerBoolean": True}])],
             "cycle"),
            ([item("A", "integer", extension=[
                {"url": CORE + "minValue", "valueInteger": 2},
                {"url": CORE + "maxValue", "valueInteger": 1}])], "bound"),
        ],
    )  # fmt: skip
    def test_what_contradicts_itself_is_refused(self, items: list[Item], code: str) -> None:
        """As in any definition."""
        with pytest.raises(InconsistentError) as caught:
            read(*items)
        assert code in {fault.code for fault in caught.value.faults}


class TestWholeResources:
    """What is no questionnaire, cannot be named, or is too large."""

    @pytest.mark.parametrize(
        ("resource", "path"),
        [
            ([], "resource"), ({}, "resourceType"), ({"resourceType": []}, "resourceType"),
            ({"resourceType": "Patient"}, "resourceType"),
            (form(item("A"), modifierExtension=[{}]), "modifierExtension"),
            (form(item("A"), implicitRules="urn:x"), "modifierExtension"),
        ],
    )  # fmt: skip
    def test_no_questionnaire(self, resource: Any, path: str) -> None:
        """Is refused."""
        with pytest.raises(InvalidValueError) as caught:
            import_questionnaire(resource, code="x", version="1")
        assert [path] == [fault.path for fault in caught.value.faults]

    @pytest.mark.parametrize(
        ("more", "arguments", "named"),
        [
            ({}, {}, "code"), ({"url": "urn:other:x"}, {}, "code"), ({"url": 5}, {}, "code"),
            ({"version": None}, {"code": "x"}, "version"),
            ({"version": "1 0"}, {"code": "x"}, "version"),
        ],
    )  # fmt: skip
    def test_no_name(self, more: Item, arguments: Any, named: str) -> None:
        """Is asked for, never made up."""
        with pytest.raises(MissingDataError, match=f"'{named}' must be given"):
            import_questionnaire(form(item("A"), **more), **arguments)

    def test_the_names_that_are_given_win(self) -> None:
        """Over those of the resource; another address is lost."""
        source = form(item("A"), url="urn:other:x")
        done = import_questionnaire(source, code="x", version="2")

        assert ("x", "2") == done.questionnaire.identity[:2]
        assert [] == [one for one in lost(done) if one[0] == "version"]

    @pytest.mark.parametrize("arguments", [{"code": "a b"}, {"version": ""}, {"release": "R3"}])
    def test_other_arguments_are_refused(self, arguments: Any) -> None:
        """By name."""
        with pytest.raises(InvalidValueError, match=f"'{next(iter(arguments))}'"):
            import_questionnaire(form(item("A")), **{"code": "x", **arguments})

    def test_nothing_to_ask(self) -> None:
        """Then the losses are what is told."""
        with pytest.raises(InconsistentError) as caught:
            import_questionnaire(form(item("A", "display")), code="x")
        assert ["item[0]"] == [fault.path for fault in caught.value.faults]
        with pytest.raises(InconsistentError, match="'questions' must hold a question"):
            import_questionnaire(form(), code="x")

    @pytest.mark.parametrize(
        ("period", "expected"),
        [
            ({"start": "2026-01-01", "end": "2026-12-31"}, Period.year(2026)),
            ({"start": "2026-01-01"}, None), ({"start": "2026", "end": "2027"}, None),
            ({"start": "2026-01-02", "end": "2026-01-01"}, None), ("2026", None),
        ],
    )  # fmt: skip
    def test_periods(self, period: object, expected: Period | None) -> None:
        """Go from a day to a day."""
        done = import_questionnaire(form(item("A"), effectivePeriod=period), code="x")

        assert expected == done.questionnaire.period
        assert bool(done.losses) is (expected is None)

    def test_depth(self) -> None:
        """Sixteen levels are read; what lies deeper is lost, however deep it is."""
        deep = item("Q")
        for number in range(3000):
            deep = item(f"G{number}", "group", item=[deep], repeats=number == 2999)
        with pytest.raises(InconsistentError) as caught:
            import_questionnaire(form(deep), code="x")
        assert "depth" in {fault.code for fault in caught.value.faults}

        for levels, code in ((15, None), (16, "depth")):
            nested = item("Q")
            for number in range(levels):
                nested = item(f"G{number}", "group", item=[nested, item(f"B{number}")])
            done = read(nested, item("Z"))
            assert code in {*(one for _, one in lost(done)), None}
            assert ("Q" in done.questionnaire.layout.places) is (code is None)

    def test_what_holds_itself(self) -> None:
        """Ends: no JSON is like that, but a caller's values may be."""
        ring = item("G", "group", required=True)
        ring["item"] = [item("A"), ring]
        with pytest.raises(InconsistentError, match="repeat no code"):
            import_questionnaire(form(ring), code="x")

    def test_size(self) -> None:
        """Five thousand items are read, no more."""
        groups = [
            item(f"G{n}", "group", item=[item(f"Q{n}.{m}") for m in range(999)]) for n in range(6)
        ]
        with pytest.raises(InvalidValueError, match="at most 5000 items"):
            import_questionnaire(form(*groups), code="x")
        done = import_questionnaire(form(*(item(f"Q{n}") for n in range(1001))), code="x")
        assert [("item", "limit")] == lost(done)

    def test_it_is_a_report(self) -> None:
        """In both languages, with its losses; many are counted."""
        done = read(*(item(f"Q{n}", prefix="x") for n in range(60)))

        assert "Cuestionario de FHIR: prueba 1" in done.describe()
        assert "Pérdidas: 51" in done.describe()
        assert "Losses: 51" in done.describe(Language.EN)
        assert "and 10 more findings" == done.losses[-1].text.en
        assert {"path": "item[0].prefix", "code": "element"}.items() <= done.to_records()[0].items()
        assert done == copy.deepcopy(done)
        assert "Pérdidas: 0" in read(item("A")).describe()


WHOLE = questionnaire(
    asked(type=QuestionType.YES_NO),
    asked(
        code="B",
        type=QuestionType.CHOICE,
        repeats=True,
        options=(
            Option(code="a", name=Text("A")),
            Option(code="b", name=Text("B")),
            Option(code="c", name=Text("C"), exclusive=True),
        ),
    ),
    asked(
        code="G",
        type=QuestionType.GROUP,
        repeats=True,
        questions=(
            asked(code="D", type=QuestionType.DATE),
            asked(
                code="H",
                type=QuestionType.GROUP,
                questions=(asked(code="N", type=QuestionType.INTEGER, most=9),),
            ),
        ),
    ),
    asked(code="M", type=QuestionType.MONEY),
)
ANSWERS = {
    "A": "si",
    "B": ["a", "b"],
    "G": [{"D": "2026-01-31", "N": 5}, {}, {"N": Absence.NOT_APPLICABLE}],
    "M": Absence.DECLINED,
}


def answered(*items: object, **more: Any) -> Item:
    """Give a resource with the items of a response, in the section."""
    head = {"resourceType": "QuestionnaireResponse", "status": "in-progress"}
    named = {"questionnaire": "urn:imss-integrity:questionnaire:propio|2026"}
    return head | named | {"item": [{"linkId": "S1", "item": list(items)}]} | more


def given(link: str, *answers: Any, **more: Any) -> Item:
    """Give an item with those answers."""
    return {"linkId": link, "answer": list(answers), **more}


class TestResponses:
    """What a person entered."""

    def test_the_resource(self) -> None:
        """Groups around answers, instances one after the other, reasons of absence."""
        made = export_response(Response.from_answers(WHOLE, ANSWERS)).resource
        coding = {"system": TABLE_0136, "code": "Y"}
        reason = CORE + "data-absent-reason"

        assert (
            answered(
                given("A", {"valueCoding": coding}),
                given("B", {"valueCoding": {"code": "a"}}, {"valueCoding": {"code": "b"}}),
                {
                    "linkId": "G",
                    "item": [
                        given("D", {"valueDate": "2026-01-31"}),
                        {"linkId": "H", "item": [given("N", {"valueInteger": 5})]},
                    ],
                },
                {"linkId": "G"},
                {
                    "linkId": "G",
                    "item": [
                        {
                            "linkId": "H",
                            "item": [
                                {
                                    "linkId": "N",
                                    "extension": [{"url": reason, "valueCode": "not-applicable"}],
                                }
                            ],
                        }
                    ],
                },
                {"linkId": "M", "extension": [{"url": reason, "valueCode": "asked-declined"}]},
            )
            == made
        )

    def test_it_comes_back(self) -> None:
        """Empty ones too."""
        for answers in (ANSWERS, {}):
            response = Response.from_answers(WHOLE, answers)
            done = import_response(export_response(response).resource, WHOLE)
            assert (response, ()) == (done.response, done.losses)

    def test_nothing_is_shown(self) -> None:
        """Neither by the export nor by the import, of what was answered."""
        whole = questionnaire(asked())
        response = Response.from_answers(whole, {"A": "Juana Inventada"})
        done = export_response(response)
        back = import_response(done.resource, whole)

        assert "Juana Inventada" in done.text
        for shown in (repr(done), done.describe(), repr(back), back.describe(), back.to_records()):
            assert "Inventada" not in str(shown)
        assert "Respuesta de FHIR" in back.describe()
        assert back == copy.deepcopy(back)

    def test_an_integer_beyond_fhir(self) -> None:
        """Is lost; the others of its question stay."""
        whole = questionnaire(asked(type=QuestionType.INTEGER, repeats=True), asked(code="B"))
        done = export_response(Response.from_answers(whole, {"A": [1, 2**31], "B": "x"}))
        only = export_response(Response.from_answers(whole, {"A": [2**31]}))

        assert [("answers[A]", "range")] == [(loss.path, loss.code) for loss in done.losses]
        assert (1,) == import_response(done.resource, whole).response.answer("A").values
        assert "item" not in only.resource

    @pytest.mark.parametrize(
        ("part", "losses"),
        [
            (given("Z", {"valueString": "x"}), [("linkId", "unknown")]),
            (given("N", {"valueInteger": 1}), [("linkId", "unknown")]),
            ({"answer": [{"valueString": "x"}]}, [("linkId", "unknown")]),
            (given("A", {"valueBoolean": True}), [("answer[0].valueCoding", "answer")]),
            (given("A", {"valueCoding": {"code": "Y"}}), [("answer[0].valueCoding", "answer")]),
            (given("A", {"valueCoding": {"code": ["Y"], "system": TABLE_0136}}),
             [("answer[0].valueCoding", "answer")]),
            (given("A", {"valueCoding": 5}),
             [("answer[0].valueCoding", "type"), ("answer[0].valueCoding", "answer")]),
            (given("M", {"valueDecimal": -1}), [("answer[0].valueDecimal", "answer")]),
            (given("M", {"valueDecimal": "1"}), [("answer[0].valueDecimal", "answer")]),
            (given("M", {"valueDecimal": float("inf")}), [("answer[0].valueDecimal", "answer")]),
            ({"linkId": "G", "item": [given("D", {"valueDate": "2026-01"})]},
             [("item[0].answer[0].valueDate", "partial")]),
            ({"linkId": "G", "item": [given("D", {"valueDate": 2026})]},
             [("item[0].answer[0].valueDate", "answer")]),
            ({"linkId": "G", "answer": []}, [("answer", "element")]),
            (given("A", definition="urn:x"), [("definition", "element")]),
            (given("B", {"valueCoding": {"code": "a", "system": "urn:x"}}),
             [("answer[0].valueCoding.system", "element")]),
        ],
    )  # fmt: skip
    def test_losses(self, part: Item, losses: list[tuple[str, str]]) -> None:
        """By their place in the resource; the rest is read."""
        done = import_response(answered(part, given("M", {"valueDecimal": 2.5})), WHOLE)

        assert [(f"item[0].item[0].{path}", code) for path, code in losses] == lost(done)
        if part.get("linkId") != "M":
            assert (Decimal("2.5"),) == done.response.answer("M").values

    @pytest.mark.parametrize(
        ("reason", "answers", "expected"),
        [
            ("asked-unknown", None, Absence.UNKNOWN),
            ("not-applicable", None, Absence.NOT_APPLICABLE),
            ("error", None, None), (None, None, None),
            ("asked-unknown", [{"valueDecimal": 1}], None),
        ],
    )  # fmt: skip
    def test_reasons_of_absence(self, reason: Any, answers: Any, expected: Any) -> None:
        """Three are known; beside an answer none counts."""
        part = {"linkId": "M", "answer": answers}
        part |= extended("data-absent-reason", valueCode=reason)
        done = import_response(answered(part), WHOLE)

        assert expected is done.response.answer("M").absence
        assert ([] if expected else [("item[0].item[0].extension[0]", "absence")]) == lost(done)

    @pytest.mark.parametrize(
        ("part", "code"),
        [
            (given("B", {"valueCoding": {"code": "z"}}), "option"),
            (given("B", {"valueCoding": {"code": "a"}}, {"valueCoding": {"code": "c"}}),
             "exclusive"),
            (given("M", {"valueDecimal": 1}, {"valueDecimal": 2}), "answer"),
            ({"linkId": "G", "item": [given("N", {"valueInteger": 10})]}, "range"),
        ],
    )  # fmt: skip
    def test_what_breaks_a_rule_is_refused(self, part: Item, code: str) -> None:
        """By the questionnaire, without a word of the answer."""
        with pytest.raises(InvalidValueError) as caught:
            import_response(answered(part), WHOLE)
        assert [code] == [fault.code for fault in caught.value.faults]

    def test_two_items_of_one_question(self) -> None:
        """Are one, where several answers are allowed."""
        one, two = ({"valueCoding": {"code": code}} for code in "ab")
        done = import_response(answered(given("B", one), given("B", two)), WHOLE)
        assert ("a", "b") == done.response.answer("B").values

    def test_questions_below_an_answer(self) -> None:
        """Are read below the first one; there is no place for those of another."""
        below = {"item": [given("M", {"valueDecimal": 1})]}
        first, second = ({"valueCoding": {"code": code}} for code in "ab")
        done = import_response(answered(given("B", first | below, second)), WHOLE)
        other = import_response(answered(given("B", first, second | below)), WHOLE)

        assert (Decimal(1),) == done.response.answer("M").values
        assert [] == lost(done)
        assert () == other.response.answer("M").values
        assert [("item[0].item[0].answer[1].item", "nested")] == lost(other)

    @pytest.mark.parametrize(
        ("more", "path", "kind"),
        [
            ({"resourceType": "Questionnaire"}, "resourceType", InvalidValueError),
            ({"status": "entered-in-error"}, "status", InvalidValueError),
            ({"questionnaire": "urn:imss-integrity:questionnaire:propio|2025"}, "questionnaire",
             InconsistentError),
            ({"questionnaire": "urn:imss-integrity:questionnaire:otro|2026"}, "questionnaire",
             InconsistentError),
            ({"modifierExtension": [5]}, "modifierExtension", InvalidValueError),
        ],
    )  # fmt: skip
    def test_other_resources_are_refused(
        self, more: Item, path: str, kind: type[ImssIntegrityError]
    ) -> None:
        """Another kind, another questionnaire, another version."""
        with pytest.raises(kind) as caught:
            import_response(answered(**more), WHOLE)
        assert [path] == [fault.path for fault in caught.value.faults]

    def test_an_address_of_others_cannot_be_checked(self) -> None:
        """Neither can none; a status and a subject have no place."""
        more = {"status": "completed", "subject": {"reference": "Patient/1"}}
        done = import_response(answered(questionnaire="urn:other|1", **more), WHOLE)

        assert [
            ("questionnaire", "element"), ("status", "element"), ("subject", "element"),
        ] == lost(done)  # fmt: skip

    def test_depth(self) -> None:
        """However deep, it ends."""
        deep: Item = given("M", {"valueDecimal": 1})
        for _ in range(3000):
            deep = {"linkId": "M", "item": [deep]}
        done = import_response(answered(deep), WHOLE)
        assert {"depth"} == {code for _, code in lost(done)}

    @pytest.mark.parametrize("arguments", [({}, {}), ([], WHOLE)])
    def test_other_arguments_are_refused(self, arguments: Any) -> None:
        """Never with an error of another kind."""
        with pytest.raises(InvalidValueError):
            import_response(*arguments)

    def test_the_catalogue_is_answered_from_fhir(self) -> None:
        """The same evaluation, through JSON of a stranger, in both releases."""
        answers = {"FAM1": "si", "EMP1": "no"}
        response = Response.from_answers(CONFLICT_QUESTIONNAIRE, answers)
        body = json.loads(export_response(response).text)
        for release in FhirRelease:
            made = export_questionnaire(CONFLICT_QUESTIONNAIRE, release=release)
            whole = import_questionnaire(json.loads(made.text), release=release).questionnaire
            back = import_response(body, whole).response
            ours = attrs.evolve(evaluate(response, on=ON), sources=())
            assert ours == evaluate(back, on=ON)
