"""The laws of the schema of one definition: what its decoder reads it allows, and no other codes.

Where no other answer and no text decides, the two are of one opinion.
"""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from imss_integrity import strategies
from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE, EXAMPLE_ASSESSMENTS
from imss_integrity.codec import Decoder, dumps, schema_of
from imss_integrity.competitiveness import Assessment
from imss_integrity.conflicts import (
    Option,
    Question,
    Questionnaire,
    QuestionType,
    Response,
    Section,
)
from imss_integrity.kernel import ImssIntegrityError, Text
from imss_integrity.strategies.twists import Twist

CLOSED = (QuestionType.YES_NO, QuestionType.BOOLEAN, QuestionType.CHOICE, QuestionType.INTEGER)
UNSEEN = {Twist.NOT_FINITE, Twist.DUPLICATE_KEY}  # a validator is given values, not their text
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-4, 8)
    | st.integers()
    | st.sampled_from(["si", "no", "1", "", "HER", "A", "B", "declinado"])
)
GIVEN = (
    SCALARS
    | st.lists(SCALARS, max_size=6)
    | st.fixed_dictionaries(
        {"type": st.sampled_from(["absence", "option"])},
        optional={"value": st.sampled_from(["declinado", "no_se", "sin_respuesta", 1])},
    )
)


def is_refused(decoder: Decoder[Any], text: str) -> bool:
    """Say whether a decoder refuses a document, in its own words."""
    try:
        decoder.loads(text.encode("utf-8", "surrogatepass"))
    except ImssIntegrityError:
        return True
    return False


def check_twisted(
    data: st.DataObject, record: Any, decoder: Decoder[Any], schema: dict[str, object]
) -> None:
    """Check a sound record, and the same with one twist."""
    validator, plain = Draft202012Validator(schema), json.loads(dumps(record))
    validator.validate(plain)
    hostile = data.draw(strategies.hostile_documents(st.just(plain)))
    if hostile.twist in UNSEEN or not validator.is_valid(hostile.document):
        assert is_refused(decoder, hostile.text), hostile.twist


class TestResponses:
    """Respuestas a un cuestionario."""

    @given(asked=strategies.questionnaires(), data=st.data())
    def test_what_is_written_is_allowed_and_what_is_refused_is_refused(
        self, asked: Questionnaire, data: st.DataObject
    ) -> None:
        """Any response to any questionnaire, and the same with one twist."""
        schema = schema_of(Response, definition=asked)
        Draft202012Validator.check_schema(schema)
        record = data.draw(strategies.responses(asked))
        check_twisted(data, record, Decoder(asked), schema)

    @given(asked=strategies.questionnaires(with_groups=False), given=GIVEN, data=st.data())
    def test_of_closed_answers_there_is_one_opinion(
        self, asked: Questionnaire, given: Any, data: st.DataObject
    ) -> None:
        """Yes or no, a truth, a choice, a whole number: whatever stands there, one or several."""
        closed = [one.code for one in asked.questions if one.type in CLOSED]
        answers = {code: given for code in closed if data.draw(st.booleans())}
        document = json.loads(dumps(Response.from_answers(asked, {})))
        document["data"]["answers"] = answers
        validator = Draft202012Validator(schema_of(Response, definition=asked))

        assert validator.is_valid(document) != is_refused(Decoder(asked), json.dumps(document))

    @given(asked=strategies.questionnaires(), other=strategies.questionnaires(), data=st.data())
    def test_it_is_of_that_questionnaire_alone(
        self, asked: Questionnaire, other: Questionnaire, data: st.DataObject
    ) -> None:
        """One of the same code and version is another where its digest is."""
        plain = json.loads(dumps(data.draw(strategies.responses(other))))
        validator = Draft202012Validator(schema_of(Response, definition=asked))

        assert validator.is_valid(plain) == (asked.digest == other.digest)


class TestAssessments:
    """Evaluaciones por un marco."""

    @given(rated=strategies.assessments(), data=st.data())
    def test_what_is_written_is_allowed_and_what_is_refused_is_refused(
        self, rated: Assessment, data: st.DataObject
    ) -> None:
        """Any assessment by any framework, and the same with one twist."""
        schema = schema_of(Assessment, definition=rated.framework)
        Draft202012Validator.check_schema(schema)
        check_twisted(data, rated, Decoder(rated.framework), schema)

    @given(rated=strategies.assessments(), given=SCALARS | st.integers(-5, 105))
    def test_of_ratings_there_is_one_opinion(self, rated: Assessment, given: Any) -> None:
        """A percent is on the lattice of the framework, or absent."""
        document = json.loads(dumps(rated))
        document["data"]["ratings"][rated.framework.subcriteria[0].code] = given
        schema = schema_of(Assessment, definition=rated.framework)
        refused = is_refused(Decoder(rated.framework), json.dumps(document))

        assert Draft202012Validator(schema).is_valid(document) != refused


def asked_for(*questions: dict[str, Any]) -> Questionnaire:
    """Give a questionnaire of questions with those fields, by the codes A and B."""
    made = tuple(
        Question(
            **{"code": code, "text": Text(code), **fields, "type": QuestionType(fields["type"])}
        )
        for code, fields in zip("AB", questions, strict=False)
    )
    section = Section(code="S", title=Text("S"), questions=made)
    return Questionnaire(code="Q", version="1", title=Text("Q"), sections=(section,))


class TestBothRefuse:
    """What a form can check before it sends anything, in the catalogue's own questionnaire."""

    @pytest.mark.parametrize(
        "answers",
        [
            {"desconocida": "si"},
            {"EMP1": "quizas"},
            {"EMP1": True},
            {"EMP1": ["si"]},
            {"EMP1": {"type": "absence", "value": "sin_respuesta"}},
            {"EMP1": {"type": "absence"}},
            {"FAM1.detalle": {}},
            {"FAM1.detalle": [{}] * 21},
            {"FAM1.detalle": [None]},
            {"FAM1.detalle": [{"FAM1.parentesco": "XXX"}]},
            {"FAM1.detalle": [{"FAM1.inicio": "2026-13-01"}]},
            {"FAM1.detalle": [{"FAM1.unidad": " "}]},
            {"FAM1.detalle": [{"FAM1.unidad": "a" * 4001}]},
            {"FAM5.detalle": [{"FAM5.valor": -1}]},
            {"FAM5.detalle": [{"FAM5.valor": "1,5"}]},
            {"BUS1.detalle": [{"BUS1.porcentaje": 101}]},
            {"BUS1.detalle": [{"BUS1.porcentaje": 0.5}]},
            {"FAM1.parentesco": "HER"},
        ],
    )
    def test_answers(self, answers: dict[str, Any]) -> None:
        """Unknown, of another type, not offered, out of range, too many, out of place."""
        document = json.loads(dumps(Response.from_answers(CONFLICT_QUESTIONNAIRE, {})))
        validator = Draft202012Validator(schema_of(Response, definition=CONFLICT_QUESTIONNAIRE))
        validator.validate(document)
        document["data"]["answers"] |= answers

        assert not validator.is_valid(document)
        assert is_refused(Decoder(CONFLICT_QUESTIONNAIRE), json.dumps(document))

    @pytest.mark.parametrize("name", ["code", "version", "digest"])
    def test_another_definition(self, name: str) -> None:
        """Of a questionnaire as of a framework."""
        sheet = EXAMPLE_ASSESSMENTS[0]
        response = Response.from_answers(CONFLICT_QUESTIONNAIRE, {})
        cases: list[tuple[Any, str, Any]] = [
            (sheet, "framework", sheet.framework),
            (response, "questionnaire", CONFLICT_QUESTIONNAIRE),
        ]
        for record, field, definition in cases:
            document = json.loads(dumps(record))
            document["data"][field][name] += "0"
            schema = schema_of(type(record), definition=definition)
            assert not Draft202012Validator(schema).is_valid(document)
            assert is_refused(Decoder(definition), json.dumps(document))


_DAY = "2025-06-15"


class TestOnlyTheCodecRefuses:
    """What has no word in JSON Schema; the page says so."""

    @pytest.mark.parametrize(
        ("questions", "answers"),
        [
            ([{"type": "fecha"}], {"A": "2025-02-30"}),
            ([{"type": "fecha", "least": date(2026, 1, 1)}], {"A": _DAY}),
            (
                [{"type": "fecha"}, {"type": "fecha", "not_before": "A"}],
                {"A": _DAY, "B": "2025-06-14"},
            ),
            ([{"type": "decimal", "least": Decimal(1)}], {"A": "0.5"}),
            ([{"type": "decimal"}], {"A": "1" * 28 + ".5"}),
            ([{"type": "dinero"}], {"A": "-1"}),
            ([{"type": "entero"}], {"A": 1.0}),
            ([{"type": "texto"}], {"A": "a\u200bb"}),
            ([{"type": "texto"}], {"A": "x" + "\u0301" * 9}),
        ],
    )
    def test_answers(self, questions: list[dict[str, Any]], answers: dict[str, Any]) -> None:
        """Days that do not exist or come too early, the size of numbers in texts, hidden marks."""
        asked = asked_for(*questions)
        document = json.loads(dumps(Response.from_answers(asked, {})))
        document["data"]["answers"] = answers
        schema = schema_of(Response, definition=asked)

        assert Draft202012Validator(schema).is_valid(document)
        assert is_refused(Decoder(asked), json.dumps(document))

    def test_text_in_another_normal_form_is_read(self) -> None:
        """It is brought into form C, which is how it is written."""
        asked = asked_for({"type": "texto"})
        response = Response.from_answers(asked, {"A": "sí"})
        document = json.loads(dumps(response))
        validator = Draft202012Validator(schema_of(Response, definition=asked))
        document["data"]["answers"]["A"] = "si\u0301"

        assert validator.is_valid(document)
        assert response == Decoder(asked).loads(json.dumps(document))

    def test_a_key_that_is_repeated(self) -> None:
        """A validator is given what is left of it."""
        twice = dumps(Response.from_answers(CONFLICT_QUESTIONNAIRE, {"EMP1": "no"})).replace(
            b'"EMP1"', b'"EMP1":"si","EMP1"'
        )
        validator = Draft202012Validator(schema_of(Response, definition=CONFLICT_QUESTIONNAIRE))

        assert validator.is_valid(json.loads(twice))
        assert is_refused(Decoder(CONFLICT_QUESTIONNAIRE), twice.decode())


class TestAlone:
    """An option that excludes the others stands alone."""

    @pytest.mark.parametrize(
        ("answers", "is_sound"),
        [(["N"], True), (["A", "B"], True), (["A", "N"], False), (["A", "A"], False), ([], False)],
    )
    def test_of_several(self, answers: list[str], *, is_sound: bool) -> None:
        """Both say so."""
        options = tuple(
            Option(code=code, name=Text(code), exclusive=code == "N") for code in ("A", "B", "N")
        )
        asked = asked_for({"type": "opcion", "options": options, "repeats": True})
        document = json.loads(dumps(Response.from_answers(asked, {})))
        document["data"]["answers"]["A"] = answers
        schema = schema_of(Response, definition=asked)

        assert is_sound == Draft202012Validator(schema).is_valid(document)
        assert is_sound != is_refused(Decoder(asked), json.dumps(document))
