"""Entry points of documents: bytes, plain values and texts as strangers send them."""

from __future__ import annotations

import json
from typing import Any

from imss_integrity.codec import Decoder, dumps, loads, structure
from imss_integrity.codec.reading import parse_bytes
from imss_integrity.conflicts import (
    Condition,
    Drafted,
    Question,
    Questionnaire,
    QuestionType,
    Response,
    Section,
)
from imss_integrity.initiatives import Initiative
from imss_integrity.kernel import Period, Text
from imss_integrity.organization import Unit

Payload = Any

ASKED = Questionnaire(
    code="propio",
    version="1",
    title=Text("Propio"),
    sections=(
        Section(
            code="A",
            title=Text("A"),
            questions=(Question(code="q1", text=Text("¿?"), type=QuestionType.TEXT),),
        ),
    ),
)


def value_in(text: str) -> Payload:
    """Read a document strictly and give what stands under its one key.

    Raises:
        ImssIntegrityError: If it is no strict JSON, or no object with the key ``x`` alone.
    """
    read = parse_bytes(text.encode("utf-8", "surrogatepass"))
    if isinstance(read, dict) and read.keys() == {"x"}:
        return read["x"]
    return loads(text)  # no document of ours, which is what the error will say


def document(payload: Payload) -> object:
    """Read a text, or a value written as JSON, as a document of the library."""
    return loads(payload if isinstance(payload, str) else json.dumps(payload))


def version(payload: Payload) -> object:
    """Read a document of that version."""
    envelope = json.loads(dumps(Period.year(2026)))
    return loads(json.dumps({**envelope, "version": payload}))


def text(payload: Payload) -> object:
    """Send a text as an answer, and give what got in."""
    envelope = json.loads(dumps(Response.from_answers(ASKED, {})))
    envelope["data"]["answers"] = {"q1": payload}
    return Decoder(ASKED).loads(json.dumps(envelope).encode()).answer("q1").values[0]


def condition(payload: Payload) -> object:
    """Read a condition from a text or from plain values."""
    if isinstance(payload, str):
        return loads(payload)
    return structure(payload, Condition)


def initiative(payload: Payload) -> object:
    """Read an initiative from plain values."""
    return structure(payload, Initiative)


def person(payload: Payload) -> object:
    """Read the record that speaks of a person from plain values."""
    return structure(payload, Drafted)


def unit(payload: Payload) -> object:
    """Read a unit from plain values."""
    return structure(payload, Unit)
