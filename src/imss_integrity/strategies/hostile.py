"""Documents that are nearly sound, for the decoders of others to be tested with.

Documentos hostiles. Each is made of a sound document by one twist in one place, and comes with
that original. What a strict reader must do is refuse it in its own words, or read it without
loss; it must never raise anything else, and never repeat in an error what the document holds.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import attrs
from hypothesis import strategies as st

from ..conflicts import Absence, Questionnaire, Response
from ..conflicts.layout import Place
from ..kernel.canonical import Json
from ..kernel.plain import plain
from .definitions import responses
from .twists import TWICE, Twist, fitting, places_in, replaced, twisted

__all__ = ["HostileDocument", "hostile_documents", "hostile_responses", "plain_answers"]


@attrs.frozen(kw_only=True)
class HostileDocument:
    """A document with one twist, and the sound one that it was.

    Documento hostil.

    Attributes:
        twist: What is wrong.
        sound: The original, as plain JSON values.
        document: The same with the twist; equal to *sound* for `Twist.DUPLICATE_KEY`.
        text: *document* as JSON text, in ASCII.
    """

    twist: Twist
    sound: Json
    document: Json
    text: str


def hostile_documents(sound: st.SearchStrategy[Any]) -> st.SearchStrategy[HostileDocument]:
    """Give documents that are nearly those of *sound*, plain JSON values; each has one twist."""
    return sound.flatmap(_twisted)


def hostile_responses(questionnaire: Questionnaire) -> st.SearchStrategy[HostileDocument]:
    """Give nearly sound answers to *questionnaire*, as `Response.from_answers` reads them."""
    return hostile_documents(responses(questionnaire).map(plain_answers))


def plain_answers(response: Response) -> dict[str, Json]:
    """Give the answers by code, as a form would: what is absent is left out."""
    layout = response.questionnaire.layout
    given = _by_code(layout.top.places, response.values)
    for group, frame in layout.rows.items():
        rows: list[Json] = [dict(_by_code(frame.places, row)) for row in response.rows(group)]
        given[layout.top.places[group].question.code] = rows
    return given


def _by_code(places: Sequence[Place], values: Sequence[object]) -> dict[str, Json]:
    return {
        place.question.code: plain(value)
        for place, value in zip(places, values, strict=True)
        if value is not None and not isinstance(value, Absence)
    }


@st.composite
def _twisted(draw: st.DrawFn, sound: Json) -> HostileDocument:
    places = places_in(sound)
    twist = draw(st.sampled_from([one for one in Twist if fitting(one, places)]))
    path = draw(st.sampled_from(fitting(twist, places)))
    document = replaced(sound, path, draw(twisted(twist, places[path])))
    text = json.dumps(document)
    if twist is Twist.DUPLICATE_KEY:
        document, key = sound, next(iter(places[path]))
        text = text.replace(json.dumps(TWICE), json.dumps(key))
    return HostileDocument(twist=twist, sound=sound, document=document, text=text)
