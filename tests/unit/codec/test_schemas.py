"""Schemas: each rule of a field as the words of JSON Schema, and what has no word there."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from imss_integrity import (
    codec,
    competitiveness,
    conflicts,
    initiatives,
    kernel,
    organization,
    pdca,
    statistics,
)
from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE, REFERENCE_FRAMEWORK
from imss_integrity.codec import dumps, schema_of
from imss_integrity.codec.readers import ScalarReader, TextReader, WholeReader
from imss_integrity.codec.registry import name_of
from imss_integrity.codec.schema_limits import member_rule, plain_schema
from imss_integrity.kernel import InvalidValueError, Report, Text
from imss_integrity.kernel.fields import Each, ExactNumber, Name, Optional, WholeNumber
from imss_integrity.pdca import CycleEvent
from imss_integrity.privacy import PseudonymKey
from imss_integrity.statistics.floats import EachFloat, FloatBetween

MOST = 2**53 - 1
SIBLING = conflicts.Kinship.blood(up=1, down=1)
KIN = (conflicts.Option(code="HER", name=Text("hermana o hermano"), kinship=SIBLING),)


def field(cls: type, name: str) -> Any:
    """Give the schema of one field."""
    schema: Any = schema_of(cls)
    return schema["$defs"][cls.__name__]["properties"][name]


@pytest.mark.parametrize(
    ("cls", "name", "expected"),
    [
        (kernel.Commitment, "progress", {"type": "integer", "minimum": 0, "maximum": 100}),
        (kernel.Calendar, "statutory", {"type": "boolean", "default": True}),
        (
            kernel.Commitment,
            "what",
            {
                "$ref": "#/$defs/Text",
                "properties": {
                    "es": {"minLength": 1, "maxLength": 500},
                    "en": {"minLength": 1, "maxLength": 500},
                },
            },
        ),
        (kernel.UmaValue, "daily", {"type": "string"}),
        (competitiveness.Assessment, "framework", {"type": "object"}),
        (conflicts.Response, "answers", {"type": "object"}),
        (statistics.ControlChart, "values", {"type": "array", "minItems": 1}),
        (pdca.Cycle, "events", {"type": "array"}),
    ],
)
def test_a_field_is_told_by_its_rule(cls: type, name: str, expected: dict[str, Any]) -> None:
    """Type, range, length and size are those that the constructor checks."""
    told = field(cls, name)

    assert {key: told[key] for key in expected} == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (plain_schema(TextReader(), None), {"type": "string", "maxLength": 4000}),
        (plain_schema(TextReader(), Name(9000)), {"minLength": 1, "maxLength": 4000}),
        (plain_schema(WholeReader(), None), {"minimum": -MOST, "maximum": MOST}),
        (plain_schema(WholeReader(), Optional(WholeNumber(3, 4))), {"minimum": 3, "maximum": 4}),
        (plain_schema(WholeReader(), WholeNumber(-(2**60), 2**60)), {"minimum": -MOST}),
        (
            plain_schema(ScalarReader.fraction(), ExactNumber(Fraction(1, 2), Fraction(7, 2))),
            {"type": ["integer", "string"], "minimum": 1, "maximum": 3},
        ),
        (plain_schema(ScalarReader.fraction(), ExactNumber()), {"minimum": -MOST, "maximum": MOST}),
        (plain_schema(ScalarReader.fraction_text(), None), {"type": "string"}),
        (plain_schema(ScalarReader.float(), FloatBetween(0.0, 1.0)), {"minimum": 0.0}),
        (plain_schema(ScalarReader.float(), None), {"type": "number"}),
    ],
)
def test_a_limit_is_told(told: dict[str, Any], expected: dict[str, Any]) -> None:
    """Both ends are included, as in the rule; what JSON cannot carry is outside."""
    assert {key: told[key] for key in expected} == expected


def test_one_of_several_classes_bears_a_tag() -> None:
    """An object beside its own keys, another value beside it; a plain text bears none."""
    parents = field(organization.Unit, "parent")["anyOf"]
    bounds = field(conflicts.Question, "least")["anyOf"][0]["anyOf"]
    tagged = schema_of(organization.Unit)["$defs"]
    dated = next(one for one in bounds if "properties" in one)

    assert {"$ref": "#/$defs/TaggedOoad"} in parents
    assert isinstance(tagged, dict)
    assert "type" in tagged["TaggedOoad"]["required"]
    assert ["type", "value"] == dated["required"]
    assert "const" in dated["properties"]["type"]


def test_a_list_of_given_places_has_that_many_members() -> None:
    """Each with its own kind."""
    claims = field(competitiveness.Route, "certificate")["items"]["items"]

    assert (2, 2, False) == (claims["minItems"], claims["maxItems"], claims["items"])
    assert "integer" == claims["prefixItems"][0]["type"]
    assert ["integer", "string"] == claims["prefixItems"][1]["type"]


def test_lists_are_told_by_their_rule() -> None:
    """One of floats is one of members; a rule of its own says nothing."""
    assert member_rule(Each(WholeNumber(), least=2)) == Each(WholeNumber(), least=2)
    assert member_rule(EachFloat()) == Each(FloatBetween(), least=1, most=MOST)
    assert member_rule(ExactNumber()) is None


@pytest.mark.parametrize(
    ("cls", "data", "is_sound"),
    [
        (kernel.Period, {"start": "2026-01-01", "end": "2026-12-31"}, True),
        (kernel.Period, {"start": "2026-12-31", "end": "2026-01-01"}, True),  # order: no word
        (kernel.Period, {"start": "1899-12-31", "end": "2026-01-01"}, False),
        (kernel.Period, {"start": "2026-13-01", "end": "2026-12-31"}, False),
        (kernel.Period, {"start": "2026-01-01 ", "end": "2026-12-31"}, False),
        (kernel.Period, {"start": "2026-01-01"}, False),
        (kernel.Text, {"es": "Sí"}, True),
        (kernel.Text, {"es": "Sí", "en": None}, True),
        (kernel.Text, {"es": "Sí", "en": 1}, False),
        (kernel.Text, {"es": "Sí", "fr": "Oui"}, False),
        (initiatives.Procedure, {}, False),
    ],
)
def test_a_document_is_sound_or_not(cls: type, data: Any, *, is_sound: bool) -> None:
    """As a validator that knows nothing of the library tells."""
    document = {"schema": name_of(cls), "version": 1, "data": data}

    assert is_sound == Draft202012Validator(schema_of(cls)).is_valid(document)


@pytest.mark.parametrize(
    "envelope",
    [
        {"schema": "imss-integrity/unit"},
        {"version": 2},
        {"version": "1"},
        {"extra": 1},
        {"data": None},
    ],
)
def test_the_envelope_is_part_of_it(envelope: dict[str, Any]) -> None:
    """Another name, another version, a key more."""
    sound = json.loads(dumps(kernel.Period.year(2026)))
    validator = Draft202012Validator(schema_of(kernel.Period))

    assert validator.is_valid(sound)
    assert not validator.is_valid(sound | envelope)


@pytest.mark.parametrize(
    ("text", "is_sound"),
    [("12", True), ("12.50", True), ("1E+3", True), ("", False), ("1,5", False), ("NaN", False)],
)
def test_an_amount_is_a_text_of_digits(text: str, *, is_sound: bool) -> None:
    """The zeros behind its point count; signs and size are for the codec."""
    validator = Draft202012Validator(field(kernel.UmaValue, "daily"))

    assert is_sound == validator.is_valid(text)


@pytest.mark.parametrize(
    ("number", "is_sound"),
    [(1, True), ("1/3", True), ("-7/2", True), (2**53, False), ("1/0", False), ("0.5", False)],
)
def test_an_exact_number_is_whole_or_a_text(number: Any, *, is_sound: bool) -> None:
    """The text has one form."""
    schema = plain_schema(ScalarReader.fraction(), None)

    assert is_sound == Draft202012Validator(schema).is_valid(number)


def test_a_pattern_that_only_python_knows_is_left_to_the_codec() -> None:
    """Its length is told all the same."""
    told = field(initiatives.Complaint, "folio")

    assert "pattern" not in told
    assert told["maxLength"] > 0
    assert "pattern" in field(kernel.Commitment, "code")


@pytest.mark.parametrize("cls", [int, str, dict, Report, CycleEvent, PseudonymKey, codec.Decoder])
def test_what_is_no_document_has_no_schema(cls: type) -> None:
    """Nor has a secret, nor a class that other classes stand for."""
    with pytest.raises(InvalidValueError, match="must be a record or a definition"):
        schema_of(cls)


@pytest.mark.parametrize("thing", [3, "Unit", None, kernel.Period.year(2026)])
def test_what_is_no_class_has_no_schema(thing: Any) -> None:
    """The argument is the class itself."""
    with pytest.raises(InvalidValueError, match="'cls' must be of type type"):
        schema_of(thing)


@pytest.mark.parametrize(
    ("cls", "definition"),
    [
        (conflicts.Response, REFERENCE_FRAMEWORK),
        (competitiveness.Assessment, CONFLICT_QUESTIONNAIRE),
        (conflicts.Response, "conflictos-referencia"),
        (conflicts.Filing, CONFLICT_QUESTIONNAIRE),
        (conflicts.Questionnaire, CONFLICT_QUESTIONNAIRE),
        (kernel.Period, REFERENCE_FRAMEWORK),
    ],
)
def test_a_definition_is_that_of_the_class(cls: type, definition: Any) -> None:
    """Of a response its questionnaire, of an assessment its framework; no other class has one."""
    with pytest.raises(InvalidValueError, match="'definition' must be the questionnaire of") as one:
        schema_of(cls, definition=definition)

    assert [("definition", "type")] == [(fault.path, fault.code) for fault in one.value.faults]


def test_the_schema_of_one_definition_is_named_by_its_digest() -> None:
    """So that two versions are never taken for each other."""
    told = schema_of(conflicts.Response, definition=CONFLICT_QUESTIONNAIRE)

    assert told["$id"] == f"urn:imss-integrity:response:1:{CONFLICT_QUESTIONNAIRE.digest}"
    assert told["title"] == "Response: conflictos-referencia 2026.1"


@pytest.mark.parametrize("definition", [None, CONFLICT_QUESTIONNAIRE])
def test_no_two_schemas_share_a_value(definition: Any) -> None:
    """What a caller does with one, at any depth, changes no other."""
    kept = json.dumps(schema_of(conflicts.Response, definition=definition))
    waiting: list[Any] = [schema_of(conflicts.Response, definition=definition)]
    while waiting:
        node = waiting.pop()
        waiting.extend(
            node.values() if isinstance(node, dict) else node if type(node) is list else []
        )
        if isinstance(node, dict | list):
            node.clear()

    assert kept == json.dumps(schema_of(conflicts.Response, definition=definition))


QUESTION: dict[str, Any] = {"code": "Q1", "text": Text("uno", "one")}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"type": "si_no"}, {"type": "string", "enum": ["si", "no"]}),
        ({"type": "booleano"}, {"type": "boolean"}),
        ({"type": "entero"}, {"type": "integer", "minimum": -MOST, "maximum": MOST}),
        ({"type": "entero", "least": 2, "most": 5}, {"minimum": 2, "maximum": 5}),
        (
            {"type": "decimal", "least": Decimal("0.5"), "most": Decimal("2.5")},
            {"type": ["integer", "string"], "minimum": 1, "maximum": 2},
        ),
        ({"type": "dinero"}, {"minimum": 0, "maximum": MOST}),
        ({"type": "dinero", "most": Decimal(9)}, {"minimum": 0, "maximum": 9}),
        ({"type": "fecha"}, {"type": "string", "format": "date"}),
        ({"type": "texto"}, {"type": "string", "maxLength": 4000}),
        ({"type": "entero", "repeats": True}, {"type": "array", "minItems": 1, "maxItems": 1000}),
        ({"type": "si_no", "repeats": True, "max_answers": 3}, {"maxItems": 3}),
    ],
)
def test_a_question_is_told_by_its_rules(fields: dict[str, Any], expected: Any) -> None:
    """Type, choices, range, how many; its wording in both languages."""
    kind = conflicts.QuestionType(fields["type"])
    question = conflicts.Question(**{**QUESTION, **fields, "type": kind})
    section = conflicts.Section(code="S", title=Text("S"), questions=(question,))
    asked = conflicts.Questionnaire(code="Q", version="1", title=Text("Q"), sections=(section,))
    schema: Any = schema_of(conflicts.Response, definition=asked)
    told = schema["$defs"]["Response"]["properties"]["answers"]["properties"]["Q1"]
    answer, absence, not_yet = told["anyOf"]

    assert {key: answer[key] for key in expected} == expected
    assert ("uno", "one") == (told["title"], told["description"])
    assert {"$ref": "#/$defs/Absence"} == absence
    assert {"type": "null"} == not_yet


def test_a_wording_without_english_has_no_description() -> None:
    """It is not told twice."""
    question = conflicts.Question(
        code="Q1", text=Text("uno"), type=conflicts.QuestionType.KINSHIP, options=KIN
    )
    section = conflicts.Section(code="S", title=Text("S"), questions=(question,))
    asked = conflicts.Questionnaire(code="Q", version="1", title=Text("Q"), sections=(section,))
    schema: Any = schema_of(conflicts.Response, definition=asked)
    told = schema["$defs"]["Response"]["properties"]["answers"]["properties"]["Q1"]

    assert "description" not in told
    assert ["HER"] == told["anyOf"][0]["enum"]
