"""Documents: any public value of the library as bytes, and back, in an envelope that names it.

Documentos. ``{"schema": "imss-integrity/unit", "version": 1, "data": {...}}``: the schema tells
which class is meant, so nothing is guessed, and nothing but the classes listed here can be named.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, TypeVar, cast

from ..kernel.errors import InvalidValueError, must
from ..kernel.text import Text
from .converters import reader_of, writer_of
from .listing import Listing
from .reading import Unsure, parse_bytes, quick_json, refuse_repetition
from .records import opened
from .references import Definitions
from .registry import class_named, name_of
from .versions import migrate, version_fault, version_of
from .writers import Write

__all__ = [
    "detailed_document",
    "dumps",
    "loads",
    "quick_document",
    "read_document",
    "read_plain",
    "structure",
    "unstructure",
]

T = TypeVar("T")

_KEYS = ("schema", "version", "data")


def unstructure(value: object) -> Any:  # noqa: ANN401 - what JSON says
    """Give *value* as plain JSON values: objects, lists, texts, numbers.

    Forma llana. Days are ``YYYY-MM-DD``; exact numbers are whole or texts ``a/b``; amounts are
    texts of digits; enumerations their values; what may be of several classes bears a ``type``.
    A definition that a record holds is named by code, version and digest.

    Raises:
        InvalidValueError: If *value* is of no class that documents hold; a secret is none.

    Source:
        Own.

    >>> from imss_integrity.kernel import Period
    >>> unstructure(Period.year(2026))
    {'start': '2026-01-01', 'end': '2026-12-31'}
    >>> unstructure({1, 2})
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'kind' must be a type that documents hold: ...
    """
    return json.loads(writer_of(type(value))(value))


def structure(plain: object, cls: type[T], *, definitions: Iterable[object] = ()) -> T:
    """Read a value of the class *cls* from plain JSON values, strictly.

    Lectura estricta. Types are exact, unknown keys are refused and missing ones named. Names in
    another Unicode form are brought into NFC; nothing else is changed.

    Args:
        plain: What `unstructure` gives.
        cls: A public class of the library.
        definitions: The frameworks and questionnaires that *plain* may name.

    Raises:
        InvalidValueError: With every fault, at most 50 and a count; a wrong version or digest of
            a definition has the code ``version``. No message shows a text of *plain*.

    Source:
        Own.

    >>> from imss_integrity.kernel import Period
    >>> structure({"start": "2026-01-01", "end": "2026-12-31"}, Period).days
    365
    >>> structure({"start": "2026-01-01", "ende": "2026-12-31"}, Period)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 2 faults:
    - '$' must hold its own keys only @ $[#1]
    - 'end' must be given @ $.end
    """
    return read_plain(plain, cls, "$", Definitions(definitions))


def read_plain(plain: object, cls: type[T], path: str, given: Definitions) -> T:
    """Read plain values whose references *given* holds."""
    reader = reader_of(cls)
    try:
        return cast("T", reader.quick()(plain, given))
    except Exception:  # noqa: BLE001, S110 - whatever it is, the detailed way tells it better
        pass
    listing = Listing(given)
    value = reader.read(plain, path, listing)
    listing.raise_any()
    return cast("T", value)


def dumps(value: object) -> bytes:
    """Give *value* as the bytes of a JSON document that `loads` reads back.

    Documento de un valor. UTF-8 without byte order mark, as short as JSON can be.

    Raises:
        InvalidValueError: If *value* is of no class that documents hold.

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
    text = f"{head}{write(value)}}}"
    try:
        return text.encode()
    except UnicodeEncodeError:
        pass
    # Raised out here: the error of the writer holds the value.
    rule = Text("ser escribible en JSON", "be something that JSON can write")
    raise InvalidValueError(must("value", "json", rule, []))


@cache
def _document_writer(cls: type) -> tuple[str, Write]:
    """Give what stands before the data of a document, and what writes them."""
    name = name_of(cls)
    return f'{{"schema":"{name}","version":{version_of(name)},"data":', writer_of(cls)


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
    return read_document(body, Definitions(definitions))


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
    version, cls = envelope["version"], class_named(envelope["schema"])
    today = version_of(envelope["schema"])
    if len(envelope) != len(_KEYS) or version != today or version.__class__ is not int:
        raise Unsure
    if cls is None:
        raise Unsure
    return reader_of(cls).quick()(envelope["data"], given)


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
