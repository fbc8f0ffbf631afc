"""Bytes as plain JSON values: one strict reading, and a faster one that never says more.

Lectura de bytes. What a document is, is decided by `parse_bytes`: UTF-8 without byte order mark,
at most 2 MiB and 64 levels, no repeated key, no NaN, no unpaired surrogate, nothing behind its
end. `quick_json` reads the same with orjson, where that is installed; it gives up as soon as
it cannot vouch for a document by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from ..kernel.canonical import Json, parse_json
from ..kernel.errors import Fault, InvalidValueError
from ..kernel.json_limits import MAX_LENGTH
from ..kernel.text import Text
from .doubt import Unsure

try:
    import orjson
except ImportError:  # the extra ``fast`` is not installed
    orjson = cast("Any", None)

__all__ = [
    "parse_bytes",
    "quick_json",
    "quick_json_reader",
    "refuse_repetition",
]


def parse_bytes(body: object) -> Json:
    """Read a JSON document strictly; see the module.

    Raises:
        InvalidValueError: If *body* is no bytes or no such document. It never shows the text.
    """
    if type(body) is str:
        return parse_json(body)
    if type(body) is not bytes:
        raise _refusal(Text("ser bytes de UTF-8", "be bytes of UTF-8"))
    if len(body) > MAX_LENGTH:
        raise _refusal(Text("tener a lo más 2 MiB", "have at most 2 MiB"))
    try:
        text = body.decode()
    except UnicodeDecodeError:
        text = None
    if text is None:  # raised out here: the error of the decoder holds the document
        raise _refusal(Text("ser UTF-8", "be UTF-8"))
    return parse_json(text)


def _refusal(rule: Text) -> InvalidValueError:
    sentence = Text("'$' debe {rule}", "'$' must {rule}")
    return InvalidValueError(Fault("$", "json", sentence.format(rule=rule)))


def quick_json(body: object) -> Any:  # noqa: ANN401 - what JSON says
    """Read a JSON document quickly; its keys, its numbers and its depth are for the caller.

    Raises:
        Unsure: If there is no quick reader, or the strict one must have the word.
    """
    if orjson is None or type(body) is not bytes or len(body) > MAX_LENGTH or b"\\" in body:
        raise Unsure
    return orjson.loads(body)


def quick_json_reader() -> Callable[[bytes], Any]:
    """Give what reads JSON quickly and checks nothing but that it is JSON; see `quick_json`."""
    return _no_reader if orjson is None else orjson.loads


def _no_reader(_: bytes) -> Any:  # noqa: ANN401
    raise Unsure


def refuse_repetition(body: bytes, plain: object) -> None:
    """Refuse a document that `quick_json` read as *plain* if it repeats a key.

    In a text without backslash every colon stands behind a key or inside a text. So no key is
    repeated if there are as many as in what was read, written again.

    Raises:
        Unsure: If a key is repeated.
    """
    if body.count(b":") != orjson.dumps(plain).count(b":"):
        raise Unsure
