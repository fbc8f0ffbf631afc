"""Plain JSON values as values of the library, strictly; apart from the bytes they came in.

Lectura de valores llanos.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar, cast

from .converters import reader_of
from .listing import Listing
from .references import Definitions, definitions_of

__all__ = ["read_plain", "structure"]

T = TypeVar("T")


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
    return read_plain(plain, cls, "$", definitions_of(definitions))


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
