"""Documents: any public value of the library as bytes, and back, in an envelope that names it.

Documentos. ``{"schema": "imss-integrity/unit", "version": 1, "data": {...}}``: the schema tells
which class is meant, so nothing is guessed, and nothing but the classes listed here can be named.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, cast

from ..kernel.errors import InvalidValueError, must
from ..kernel.json_limits import MAX_LENGTH
from ..kernel.text import Text
from .converters import reader_of
from .doubt import Unsure
from .listing import Listing
from .readers import Quick
from .reading import parse_bytes, quick_json, refuse_repetition
from .records import opened
from .references import Definitions, definitions_of
from .registry import class_named, name_of
from .structuring import read_plain
from .versions import migrate, version_fault, version_of
from .writers import Write
from .writing import writer_of

__all__ = [
    "detailed_document",
    "document_head",
    "dumps",
    "loads",
    "quick_document",
    "read_document",
]

_KEYS = ("schema", "version", "data")


def dumps(value: object) -> bytes:
    """Give *value* as the bytes of a JSON document that `loads` reads back.

    Documento de un valor. UTF-8 without byte order mark, as short as JSON can be.

    Raises:
        InvalidValueError: If *value* is of no class that documents hold, or does not fit in one
            (code ``limit``): a long history goes into an `event_log`, entry by entry.

    Source:
        Own.

    >>> from imss_integrity.kernel import Period
    >>> dumps(Period.year(2026))[:48]
    b'{"schema":"imss-integrity/period","version":1,"d'
    >>> dumps(3)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'value' must be a record or a definition of ...
    """
    cls: type = type(value)
    head, write = _document_writer(cls)
    code, rule = "limit", _FITTING
    try:
        body = f"{head}{write(value)}}}".encode()
        if len(body) <= MAX_LENGTH:
            return body
    except UnicodeEncodeError:
        code, rule = "json", _WRITABLE
    except RecursionError:
        pass
    # Raised out here: the error of the writer holds the value.
    raise InvalidValueError(must("value", code, rule, []))


_WRITABLE = Text("ser escribible en JSON", "be something that JSON can write")
_FITTING = Text(
    "caber en un documento: a lo más 2 MiB y 64 niveles",
    "fit in a document: at most 2 MiB and 64 levels",
)


@cache
def _document_writer(cls: type) -> tuple[str, Write]:
    """Give what stands before the data of a document, and what writes them."""
    return document_head(cls), writer_of(cls)


def document_head(cls: type) -> str:
    """Give what stands before the data of a document of a class, as it is written."""
    name = name_of(cls)
    return f'{{"schema":"{name}","version":{version_of(name)},"data":'


def loads(body: bytes | str, *, definitions: Iterable[object] = ()) -> Any:  # noqa: ANN401
    """Read the value of a document that `dumps` wrote, strictly.

    Valor de un documento. See `structure`; the class is that which the schema names. One of an
    earlier version is brought to today's first, see `migrate`.

    Args:
        body: The document, at most 2 MiB, at most 64 levels deep.
        definitions: The frameworks and questionnaires that it may name.

    Raises:
        InvalidValueError: With every fault, at most 50 and a count: what is no strict JSON
            (code ``json``), an unknown schema or version, or anything that `structure` refuses.

    Source:
        Own.

    >>> from imss_integrity.kernel import Period
    >>> loads(dumps(Period.year(2026))) == Period.year(2026)
    True
    >>> loads(b'{"schema": "imss-integrity/period", "version": 2, "data": {}}')
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'version' must be 1: got 2 @ $.version
    """
    return read_document(body, definitions_of(definitions))


def read_document(body: object, given: Definitions) -> Any:  # noqa: ANN401
    """Read a document whose references *given* holds."""
    try:
        return quick_document(body, given)
    except Exception:  # noqa: BLE001, S110 - whatever it is, the detailed way tells it better
        pass
    return detailed_document(body, given)


def detailed_document(body: object, given: Definitions, *, of: type | None = None) -> Any:  # noqa: ANN401
    """Read a document the strict way, listing every fault; *of* a class, if one is named."""
    listing = Listing(given)
    envelope = opened(parse_bytes(body), _KEYS, "$", listing)
    listing.raise_any()
    document = cast("Mapping[str, object]", envelope)
    for key in _KEYS:
        if key not in document:
            listing.missing_key("$", key)
    listing.raise_any()
    cls = _class_of(document, listing, of)
    listing.raise_any()
    return cast("Any", read_plain(migrate(document)["data"], cls, "$.data", given))


def quick_document(body: object, given: Definitions) -> object:
    """Read a document the quick way; raise anything at all where it is unsure."""
    envelope = quick_json(body)
    refuse_repetition(cast("bytes", body), envelope)
    version, (today, read) = envelope["version"], _quick_reader(envelope["schema"])
    if len(envelope) != len(_KEYS) or version != today or version.__class__ is not int:
        raise Unsure
    return read(envelope["data"], given)


@cache
def _quick_reader(schema: str) -> tuple[int, Quick]:
    """Give today's version of a schema, and what reads its data."""
    cls = class_named(schema)
    if cls is None:
        raise Unsure
    return version_of(schema), reader_of(cls).quick()


def _class_of(document: Mapping[str, object], listing: Listing, of: type | None) -> type:
    name, version = document["schema"], document["version"]
    cls = class_named(name) if type(name) is str else None
    if cls is None or of not in {None, cls}:
        rule = Text("nombrar un tipo de documento", "name a type of document")
        if of is not None:
            rule = Text("ser '{name}'", "be '{name}'").format(name=name_of(of))
        listing.refuse("$.schema", "unknown", rule, name)
    fault = version_fault(name, version)
    if fault is not None:
        listing.add(fault)
    return cast("type", cls)
