"""The classes as fields of pydantic; skipped where it is not installed."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Annotated, Any

import pytest
from hypothesis import given

from imss_integrity import strategies
from imss_integrity.catalog import (
    CONFLICT_QUESTIONNAIRE,
    EXAMPLE_ASSESSMENTS,
    EXAMPLE_CYCLE,
    EXAMPLE_UNIT,
)
from imss_integrity.codec import Decoder, schema_of, structure, unstructure
from imss_integrity.codec.registry import document_types
from imss_integrity.competitiveness import Assessment, score
from imss_integrity.conflicts import Response
from imss_integrity.kernel import ImssIntegrityError, Language, Period, Score
from imss_integrity.organization import Unit
from imss_integrity.pdca import CycleEvent
from imss_integrity.privacy import PseudonymKey
from imss_integrity.strategies import HostileDocument

pydantic: Any = pytest.importorskip("pydantic", reason="pydantic is not installed")
UNITS = pydantic.TypeAdapter(Unit)
ANSWERED = Response.from_answers(CONFLICT_QUESTIONNAIRE, {"EMP1": "no"})
hostile_units = strategies.hostile_documents(strategies.units().map(unstructure))


def faults_of(adapter: Any, plain: object) -> list[tuple[object, ...]]:
    """Give place, code and echo of every fault that pydantic reports."""
    with pytest.raises(pydantic.ValidationError) as caught:
        adapter.validate_python(plain)
    return [(one["loc"], one["type"], one["input"]) for one in caught.value.errors()]


def faults_by(read: Callable[[object, type], object], plain: object) -> list[tuple[str, str, str]]:
    """Give code and words of every fault that a reader of units finds."""
    try:
        read(plain, Unit)
    except pydantic.ValidationError as error:
        return [(one["type"], one["msg"], one["ctx"]["es"]) for one in error.errors()]
    except ImssIntegrityError as error:
        return [(one.code, one.text.to(Language.EN), one.text.es) for one in error.faults]
    return []


def validated(plain: object, _: type) -> object:
    """Let pydantic read a unit."""
    return UNITS.validate_python(plain)


class TestReading:
    """Pydantic reads as the codec reads."""

    @given(unit=strategies.units())
    def test_plain_values_and_instances(self, unit: Unit) -> None:
        """Both are taken; an instance stays itself."""
        assert unit == UNITS.validate_python(unstructure(unit))
        assert unit == UNITS.validate_json(json.dumps(unstructure(unit)))
        assert unit is UNITS.validate_python(unit)

    @given(hostile=hostile_units)
    def test_the_faults_are_those_of_the_codec(self, hostile: HostileDocument) -> None:
        """In number, order, code and words; neither more nor fewer are refused."""
        assert faults_by(structure, hostile.document) == faults_by(validated, hostile.document)

    def test_places(self) -> None:
        """Keys and indices, under those of pydantic itself; what came in is not shown."""
        adapter = pydantic.TypeAdapter(dict[str, Score])
        plain = unstructure(score(EXAMPLE_ASSESSMENTS[0]))
        plain["parts"][1]["name"] = 7
        assert [(("a", "parts", 1, "name"), "type", None)] == faults_of(adapter, {"a": plain})

    def test_a_family(self) -> None:
        """Where any of several classes may stand, its tag tells which."""
        adapter = pydantic.TypeAdapter(list[CycleEvent])
        events = list(EXAMPLE_CYCLE.events)
        written = adapter.dump_json(events)
        assert len(events) > 5
        assert events == adapter.validate_json(written)

    def test_a_definition(self) -> None:
        """A decoder beside the class reads the records of its definition, and only those."""
        response = ANSWERED
        plain = unstructure(response)
        known = pydantic.TypeAdapter(Annotated[Response, Decoder(CONFLICT_QUESTIONNAIRE)])
        assert response == known.validate_python(plain)
        assert response is known.validate_python(response)
        assert plain == json.loads(known.dump_json(response))
        place = ("questionnaire", "code")
        assert [(place, "unknown", None)] == faults_of(pydantic.TypeAdapter(Response), plain)

    def test_a_framework(self) -> None:
        """So it reads assessments."""
        sheet = EXAMPLE_ASSESSMENTS[0]
        known = pydantic.TypeAdapter(Annotated[Assessment, Decoder(sheet.framework)])
        assert sheet == known.validate_json(known.dump_json(sheet))


class TestWriting:
    """Pydantic writes as the codec writes."""

    @pytest.mark.parametrize("value", [EXAMPLE_UNIT, Period.year(2026)], ids=["unit", "period"])
    def test_json_and_python(self, value: Any) -> None:
        """JSON is the codec's; in Python the value stays itself."""
        model = pydantic.create_model("Model", value=type(value))(value=value)
        assert {"value": unstructure(value)} == json.loads(model.model_dump_json())
        assert value is model.model_dump()["value"]


class TestDescribing:
    """The schema of pydantic is that of the codec."""

    @pytest.mark.parametrize("cls", document_types().values(), ids=lambda cls: cls.__name__)
    @pytest.mark.parametrize("mode", ["validation", "serialization"])
    def test_every_type_of_document(self, cls: type, mode: str) -> None:
        """The same classes by the same names, all references inside."""
        page = pydantic.TypeAdapter(cls).json_schema(mode=mode)
        found = page.pop("$defs", {})
        if page != {"$ref": f"#/$defs/{cls.__name__}"}:  # it does not hold itself
            found[cls.__name__] = page
        assert found == schema_of(cls)["$defs"]

    @pytest.mark.parametrize("record", [ANSWERED, EXAMPLE_ASSESSMENTS[0]], ids=["answers", "rates"])
    @pytest.mark.parametrize("mode", ["validation", "serialization"])
    def test_a_definition_beside_the_class(self, record: Any, mode: str) -> None:
        """Every question or subcriterion by its code, beside the class without definition."""
        cls, is_rated = type(record), isinstance(record, Assessment)
        definition = record.framework if is_rated else record.questionnaire
        model = pydantic.create_model("Model", known=Annotated[cls, Decoder(definition)], some=cls)
        page = model.model_json_schema(mode=mode)
        known: Any = schema_of(cls, definition=definition)
        some: Any = schema_of(cls)
        assert known["$defs"].pop(cls.__name__) == page["properties"]["known"]
        assert known["$defs"] | some["$defs"] == page["$defs"]

    def test_a_class_that_is_no_document(self) -> None:
        """A secret is refused before anything comes in."""
        with pytest.raises(ImssIntegrityError, match="a record or a definition"):
            pydantic.TypeAdapter(PseudonymKey)
