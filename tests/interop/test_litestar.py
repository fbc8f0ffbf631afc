"""The classes as bodies and responses of Litestar; skipped where it is not installed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated, Any

import pytest
from hearing import (
    DEEP,
    ON,
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
from imss_integrity.kernel import Period
from imss_integrity.organization import Unit
from imss_integrity.strategies import HostileDocument

litestar: Any = pytest.importorskip("litestar", reason="Litestar is not installed")
params: Any = pytest.importorskip("litestar.params")
testing: Any = pytest.importorskip("litestar.testing", reason="httpx is not installed")
litestar_service: Any = pytest.importorskip("litestar_service", reason="pydantic is not installed")


@litestar.post("/", status_code=200)  # type: ignore[untyped-decorator,unused-ignore]
async def length_of_period(data: Annotated[Period, params.Body()]) -> int:
    """Take a class of the library as Litestar itself reads it."""
    return data.days


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    """Give a client of the example service."""
    with testing.TestClient(litestar_service.service) as one:
        yield one


def post(client: Any, path: str, plain: object) -> Any:
    """Post plain values to the example service."""
    return sent(client, path, json.dumps(plain).encode(), **ON)


class TestBodies:
    """A body is what the codec makes of it, and a response what it writes."""

    @given(unit=units)
    def test_any_unit_comes_back(self, client: Any, unit: Unit) -> None:
        """In the form of the codec, by one line for each type."""
        answer = post(client, "/units", unstructure(unit))
        assert 200 == answer.status_code
        assert unit == structure(answer.json(), Unit)

    @given(hostile=hostile_units)
    def test_the_verdict_is_that_of_the_codec(self, client: Any, hostile: HostileDocument) -> None:
        """Whatever is twisted in a body; so it is that of FastAPI too."""
        answer = post(client, "/units", hostile.document)
        assert answer.status_code == (200 if accepted(hostile.document) else 400)

    def test_every_fault_with_its_place(self, client: Any) -> None:
        """Litestar's own 400 names the field and the rule."""
        plain = {**unstructure(EXAMPLE_UNIT), "kind": 3, "budget_key": 1}
        extra = post(client, "/units", plain).json()["extra"]
        assert ["kind", "budget_key"] == [one["key"] for one in extra]

    def test_answers_by_their_questionnaire(self, client: Any) -> None:
        """Plain values on one path, a document on the other."""
        envelope = {"schema": "imss-integrity/response", "version": 1, "data": answers()}
        screened = post(client, "/screenings", answers())
        assert 200 == screened.status_code
        assert screened.json() == post(client, "/documents", envelope).json()

    def test_a_document_is_refused_in_our_words(self, client: Any) -> None:
        """The handler gives every fault."""
        answer = post(client, "/documents", {"schema": "imss-integrity/unit"})
        assert 422 == answer.status_code
        assert ["$.version", "$.data"] == [one["path"] for one in answer.json()["faults"]]

    def test_a_class_by_itself(self) -> None:
        """Litestar's own reading serves a flat class, but it is lenient: the page says so."""
        plain = {"start": "2026-01-01", "end": "2026-12-31"}
        with testing.create_test_client([length_of_period]) as client:
            assert 365 == client.post("/", json=plain).json()
            assert 400 == client.post("/", json={**plain, "end": "2025-12-31"}).status_code
            assert 200 == client.post("/", json={**plain, "unknown": 1}).status_code


class TestDiscretion:
    """No planted personal value in any body, header or log."""

    @pytest.mark.parametrize("path", ["/units", "/screenings", "/documents"])
    def test_of_the_example(
        self,
        client: Any,
        path: str,
        caplog: pytest.LogCaptureFixture,
        capfd: pytest.CaptureFixture[str],
    ) -> None:
        """With the handler of the page."""
        sound = unstructure(EXAMPLE_UNIT) if path == "/units" else answers()
        check_nothing_surfaces(lambda body: sent(client, path, body, **ON), sound, caplog, capfd)

    def test_of_a_deep_body(self, client: Any) -> None:
        """Where we read the bytes; before a model, Litestar itself answers 500, saying nothing."""
        assert 422 == sent(client, "/documents", DEEP, **ON).status_code
