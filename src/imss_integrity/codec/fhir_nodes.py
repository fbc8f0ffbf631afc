"""Reading a resource of FHIR so that nothing is lost in silence: its extensions, texts, and rest.

Lectura de un recurso. What has no place here is noted by its path; no value enters a note.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Container
from typing import Any

from ..kernel.fields import LABEL, Name
from ..kernel.text import Text
from .fhir_tables import ELEMENTS, TRANSLATION
from .foreign_nodes import Node

__all__ = ["LEFT_OUT", "Wordings", "extensions", "note_rest", "wording_of"]

LEFT_OUT = Text("quedar fuera: aquí no tiene lugar", "stay out: there is no place for it here")
_IDLE = frozenset({"resourceType", "id", "meta"})  # the server's own, not the definition's
_WORDING = Name(LABEL.limit)


def extensions(node: Node, known: Container[str]) -> dict[str, Node]:
    """Give the extensions of *node* by their address; those that are not *known* are noted."""
    found: dict[str, Node] = {}
    for one in node.nodes("extension")[0]:
        url = one.value.get("url")
        if type(url) is str and url in known and url not in found:
            found[url] = one
        else:
            one.notes.must(one.path, "extension", LEFT_OUT)
    return found


def note_rest(node: Node, carried: Container[object]) -> None:
    """Note the members of *node* that are not *carried*; an unknown key only by its position."""
    for number, key in enumerate(node.value):
        if key in _IDLE or key in carried or node.value[key] is None:
            continue
        path = f"{node.path}[#{number}]"
        if type(key) is str and key.removeprefix("_") in ELEMENTS:
            path = node.path_of(key)
        node.notes.must(path, "element", LEFT_OUT)


def wording_of(key: str, text: Text) -> dict[str, Any]:
    """Give the members for a text: Spanish, and English as its translation."""
    if text.en is None:
        return {key: text.es}
    parts = [{"url": "lang", "valueCode": "en"}, {"url": "content", "valueString": text.en}]
    return {key: text.es, f"_{key}": {"extension": [{"url": TRANSLATION, "extension": parts}]}}


class Wordings:
    """Reads texts of a resource, whose own language may be English, or be left unsaid."""

    def __init__(self, root: Node) -> None:
        given = root.text("language") or "es"
        self.language: str = given.partition("-")[0].lower()
        self._is_noted: bool = self.language == "es"

    def read(self, node: Node, key: str, fallback: str) -> Text:
        """Give the text at *key* with its translation; *fallback*, noted, where there is none."""
        own = _sound(node, key, node.value.get(key))
        others = self._translations(node.node(f"_{key}"))
        if own is None:
            rule = Text("traer un texto: su clave lo suple", "hold a text: its code stands in")
            node.notes.must(node.path_of(key), "missing", rule)
            return Text(others.get("es", fallback), others.get("en"))
        if self.language != "es" and "es" not in others and not self._is_noted:
            self._is_noted = True
            rule = Text(
                "venir en español: queda la redacción original",
                "come in Spanish: the original wording stays",
            )
            node.notes.must("language", "language", rule)
        if self.language == "en":
            return Text(others.get("es", own), own)
        return Text(others.get("es", own), others.get("en"))

    def _translations(self, element: Node | None) -> dict[str, str]:
        found: dict[str, str] = {}
        for one in [] if element is None else element.nodes("extension")[0]:
            parts = extensions(one, {"lang", "content"})
            lang, content = parts.get("lang"), parts.get("content")
            language = None if lang is None else lang.text("valueCode")
            is_ours = one.value.get("url") == TRANSLATION and language in {"es", "en"}
            text = None
            if is_ours and language != self.language and content is not None:
                text = _sound(content, "valueString", content.value.get("valueString"))
            if text is None or language is None or language in found:
                one.notes.must(one.path, "extension", LEFT_OUT)
            else:
                found[language] = text
        return found


def _sound(node: Node, key: str, given: object) -> str | None:
    """Give a text as a name may stand: what is not sound is cleaned, and noted."""
    if given is None or (type(given) is str and _WORDING.fault("", given) is None):
        return given
    rule = Text(
        "ser una línea de a lo más 500 caracteres visibles: se limpia",
        "be a line of at most 500 visible characters: it is cleaned",
    )
    node.notes.must(node.path_of(key), "text", rule)
    text = given[: 4 * LABEL.limit] if type(given) is str else ""
    line = unicodedata.normalize("NFC", " ".join(text.split()))
    clean = "".join(one for one in line if one.isprintable())[: LABEL.limit].strip()
    return clean if _WORDING.fault("", clean) is None else None
