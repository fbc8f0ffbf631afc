"""The classes as bodies and responses of FastAPI; skipped where it is not installed."""

from __future__ import annotations

import json
import warnings
from typing import Annotated, Any

import pytest
from hearing import (
    DEEP,
    ON,
    PLANTED,
    accepted,
    answers,
    check_nothing_surfaces,
    hostile_units,
    sent,
    units,
)
from hypothesis import given

from imss_integrity.catalog import EXAMPLE_UNIT
from imss_integrity.codec import structure, unstructure
from imss_integrity.codec.registry import document_types
from imss_integrity.organization import Unit
from imss_integrity.strategies import HostileDocument

fastapi: Any = pytest.importorskip("fastapi", reason="FastAPI is not installed")
with warnings.catch_warnings():  # of the test client about its own next version
    warnings.simplefilter("ignore")
    testclient: Any = pytest.importorskip("fastapi.testclient", reason="httpx is not installed")
fastapi_service: Any = pytest.importorskip("fastapi_service")
CLIENT = testclient.TestClient(fastapi_service.service)


def post(path: str, plain: object) -> Any:
    """Post plain values to the example service."""
    return sent(CLIENT, path, json.dumps(plain).encode(), **ON)


class TestBodies:
    """A body is what the codec makes of it, and a response what it writes."""

    @given(unit=units)
    def test_any_unit_comes_back(self, unit: Unit) -> None:
        """In the form of the codec, without anything of ours in the route."""
        answer = post("/units", unstructure(unit))
        assert 200 == answer.status_code
        assert unit == structure(answer.json(), Unit)

    @given(hostile=hostile_units)
    def test_the_verdict_is_that_of_the_codec(self, hostile: HostileDocument) -> None:
        """Whatever is twisted in a body."""
        answer = post("/units", hostile.document)
        assert answer.status_code == (200 if accepted(hostile.document) else 422)

    def test_members_of_a_list_and_fields_of_a_model(self) -> None:
        """Where pydantic holds the classes, it places their faults."""
        app = fastapi.FastAPI()

        @app.post("/")  # type: ignore[untyped-decorator,unused-ignore]
        def first(units: list[Unit]) -> dict[str, Unit | None]:
            return {"first": units[0] if units else None}

        client = testclient.TestClient(app)
        plain = unstructure(EXAMPLE_UNIT)
        assert {"first": plain} == client.post("/", json=[plain]).json()
        assert {"first": None} == client.post("/", json=[]).json()
        (fault,) = client.post("/", json=[plain, {**plain, "kind": PLANTED}]).json()["detail"]
        assert ["body", 1, "kind"] == fault["loc"]

    def test_every_fault_with_its_place_and_code(self) -> None:
        """FastAPI's own 422 says where and what, in both languages, without what came in."""
        app = fastapi.FastAPI()
        app.post("/")(fastapi_service.receive_unit)
        plain = {**unstructure(EXAMPLE_UNIT), "clues": {"value": PLANTED}, "budget_key": 1}
        answer = testclient.TestClient(app).post("/", json=plain)
        assert 422 == answer.status_code
        told = [(one["loc"], one["type"], one["input"]) for one in answer.json()["detail"]]
        assert [
            (["body", "clues", "value"], "grammar", None),
            (["body", "budget_key"], "type", None),
        ] == told
        assert all(one["ctx"]["es"].startswith("'") for one in answer.json()["detail"])
        assert PLANTED not in answer.text

    def test_answers_by_their_questionnaire(self) -> None:
        """`Decoder` beside the class: plain values on one path, a document on the other."""
        screened = post("/screenings", answers())
        envelope = {"schema": "imss-integrity/response", "version": 1, "data": answers()}
        assert 200 == screened.status_code
        assert screened.json() == post("/documents", envelope).json()

    def test_a_repeated_key_is_refused_in_a_document(self) -> None:
        """FastAPI reads JSON leniently before it asks; bytes are read by us."""
        plain = json.dumps(answers())
        twice = plain.replace('{"questionnaire"', '{"answers": {}, "questionnaire"', 1)
        document = f'{{"schema": "imss-integrity/response", "version": 1, "data": {twice}}}'
        answer = sent(CLIENT, "/documents", document.encode(), **ON)
        assert 422 == answer.status_code
        assert "InvalidValueError" == answer.json()["error"]
        assert 200 == sent(CLIENT, "/screenings", twice.encode(), **ON).status_code


class TestDiscretion:
    """No planted personal value in any body, header or log."""

    @pytest.mark.parametrize("path", ["/units", "/screenings", "/documents"])
    def test_of_the_example(
        self, path: str, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
    ) -> None:
        """With the handlers of the page."""
        sound = unstructure(EXAMPLE_UNIT) if path == "/units" else answers()
        check_nothing_surfaces(lambda body: sent(CLIENT, path, body, **ON), sound, caplog, capfd)

    def test_of_a_deep_body(self) -> None:
        """Refused like any other, wherever it is read."""
        for path in ("/units", "/screenings", "/documents"):
            assert sent(CLIENT, path, DEEP, **ON).status_code in {400, 422}

    def test_of_a_query(self) -> None:
        """What else FastAPI checks is told without it as well."""
        answer = CLIENT.post("/screenings", json=answers(), params={"on": PLANTED})
        assert 422 == answer.status_code
        assert PLANTED not in answer.text


class TestOpenApi:
    """The types of the library are components."""

    def test_every_type_of_document(self) -> None:
        """Each has its component, and every reference leads somewhere."""
        app = fastapi.FastAPI(separate_input_output_schemas=False)
        for schema, cls in document_types().items():
            app.post(f"/{schema}", name=schema, response_model=cls)(_taking(cls))
        page = app.openapi()
        components = page["components"]["schemas"]
        assert {cls.__name__ for cls in document_types().values()} <= set(components)
        found = set(_references(page))
        assert {f"#/components/schemas/{name}" for name in components} >= found
        assert len(found) > 200

    def test_of_the_example(self) -> None:
        """The unit is described by its own rules, once for both ways."""
        page = CLIENT.get("/openapi.json").json()
        unit = page["components"]["schemas"]["Unit"]
        assert unit["additionalProperties"] is False
        assert "umf" in unit["properties"]["kind"]["enum"]
        route = page["paths"]["/units"]["post"]
        shown = route["requestBody"]["content"], route["responses"]["200"]["content"]
        assert [{"$ref": "#/components/schemas/Unit"}] * 2 == [
            one["application/json"]["schema"] for one in shown
        ]

    def test_of_answers(self) -> None:
        """The body shows the questions, by their code; what they refer to is a component."""
        page = CLIENT.get("/openapi.json").json()
        route = page["paths"]["/screenings"]["post"]
        body = route["requestBody"]["content"]["application/json"]["schema"]
        asked = body["properties"]["answers"]["properties"]
        assert {"type": "string", "enum": ["si", "no"]} == asked["EMP1"]["anyOf"][0]
        assert {"$ref": "#/components/schemas/Absence"} == asked["EMP1"]["anyOf"][1]
        assert "Absence" in page["components"]["schemas"]


def _taking(cls: type) -> Any:
    def take(value: Any) -> Any:
        return value

    take.__annotations__ = {"value": Annotated[cls, fastapi.Body()]}
    return take


def _references(node: Any) -> Any:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for one in node.values():
            yield from _references(one)
    elif isinstance(node, list):
        for one in node:
            yield from _references(one)
