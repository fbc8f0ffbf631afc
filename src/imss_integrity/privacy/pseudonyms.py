"""Keyed pseudonyms: one person, one code, which nobody can undo without the key.

Seudónimo. Dissociation by HMAC: whoever lacks the key can neither go back from the code to
the person nor try all persons. Whoever holds the key can do both, so a pseudonym is still a
personal datum. Keys come from the caller, who keeps them; the library makes and stores none.

Source: RFC 2104 (HMAC), RFC 8785 (canonical JSON), LGPDPPSO article 3 (dissociation).
"""

from __future__ import annotations

import hmac
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any, cast

import attrs

from ..kernel.canonical import Json, canonical_text
from ..kernel.errors import Fault, InvalidValueError, raise_any
from ..kernel.fields import CODE
from ..kernel.text import Text
from ..kernel.values import Value
from .refusals import discreet_fault
from .sensitive import Sensitive

__all__ = ["PseudonymKey", "pseudonym"]

MIN_SECRET = 32  # bytes: the output of SHA-256
MAX_FIELDS = 64
MAX_CHARACTERS = 1000  # of each text, counted before it is normalised


def _sealed(secret: bytes | Sensitive[bytes]) -> Sensitive[bytes]:
    return secret if isinstance(secret, Sensitive) else Sensitive(secret)


def _check_secret(_: object, attribute: attrs.Attribute[Any], value: Sensitive[object]) -> None:
    secret = value.reveal()
    if type(secret) is not bytes:
        rule = Text("ser bytes, no texto ni otra cosa", "be bytes, not text or anything else")
        raise InvalidValueError(discreet_fault(attribute.name, "type", rule))
    if len(secret) < MIN_SECRET:
        rule = Text("tener al menos {n} bytes", "have at least {n} bytes").format(n=MIN_SECRET)
        raise InvalidValueError(discreet_fault(attribute.name, "short", rule))


@attrs.frozen(kw_only=True, weakref_slot=False)
class PseudonymKey(Value):
    """A secret key for pseudonyms, and the name that may be known of it.

    Llave de seudónimos. ``repr`` shows the name only; a pickle holds the secret in clear.

    Attributes:
        key_id: Code of the key, which stands in every pseudonym made with it: it tells which
            key to ask for, and pseudonyms of an old key from those of a new one.
        secret: At least 32 random bytes, given as ``bytes`` and held closed; see `Sensitive`.

    Raises:
        InvalidValueError: If the name is no code, or the secret is text or shorter than 32
            bytes. The message never shows the secret.

    Source:
        RFC 2104, section 3, and RFC 4231; 32 bytes is own.

    >>> PseudonymKey(key_id="2026-a", secret=bytes(range(32)))
    PseudonymKey(key_id='2026-a')
    >>> PseudonymKey(key_id="2026-a", secret=b"corta")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'secret' must have at least 32 bytes
    """

    key_id: str = attrs.field(validator=CODE)
    secret: Sensitive[bytes] = attrs.field(converter=_sealed, validator=_check_secret, repr=False)


def pseudonym(fields: Sequence[str], *, key: PseudonymKey, domain: str) -> str:
    """Give the pseudonym of the person whom *fields* identify.

    Seudónimo. HMAC-SHA-256, under the secret of *key*, of the UTF-8 bytes of *domain*
    directly followed by the canonical JSON of the list of fields, each in normal form NFC. A
    code holds no bracket, so no other domain and list give the same bytes; so ``["ab", "c"]``
    and ``["a", "bc"]`` differ, and so does another order. Case and space are kept: bring
    identifiers into one spelling first.

    Args:
        fields: A list or tuple of 1 to 64 texts of at most 1,000 characters each; a text may
            be empty.
        key: The key.
        domain: Code of the use (``padron-2026``). One person has unlike pseudonyms in unlike
            domains, so that tables of different uses cannot be joined.

    Returns:
        ``key_id:`` and 64 lower-case hexadecimal digits.

    Raises:
        InvalidValueError: If an argument breaks its rule, or a text holds an unpaired
            surrogate. The message never shows a text.

    Source:
        RFC 2104, RFC 8785; the message is own.

    >>> key = PseudonymKey(key_id="2026-a", secret=bytes(range(32)))
    >>> pseudonym(["XEXX010101HNEXXXA4"], key=key, domain="padron")
    '2026-a:...'
    >>> pseudonym("XEXX010101HNEXXXA4", key=key, domain="padron")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'fields' must be a list or tuple of 1 to ...
    """
    if not isinstance(cast("object", key), PseudonymKey):
        rule = Text("ser un PseudonymKey", "be a PseudonymKey")
        raise InvalidValueError(discreet_fault("key", "type", rule))
    CODE.check("domain", domain)
    raise_any(_faults(fields))
    texts: list[Json] = [unicodedata.normalize("NFC", text) for text in fields]
    message = domain + canonical_text(texts, path="fields")
    code = hmac.digest(key.secret.reveal(), message.encode(), "sha256").hex()
    return f"{key.key_id}:{code}"


def _faults(fields: object) -> Iterator[Fault]:
    # No other sequence: of a bare text the letters, of a set some order would be taken.
    if not isinstance(fields, list | tuple):
        yield discreet_fault("fields", "type", _LIST)
        return
    texts = cast("Sequence[object]", fields)
    if not 1 <= len(texts) <= MAX_FIELDS:
        yield discreet_fault("fields", "limit" if texts else "empty", _LIST)
        return
    for i, text in enumerate(texts):
        if type(text) is not str:
            yield discreet_fault(f"fields[{i}]", "type", _TEXT)
        elif len(text) > MAX_CHARACTERS:
            yield discreet_fault(f"fields[{i}]", "limit", _TEXT)


_LIST = Text(
    "ser una lista o tupla de 1 a {n} textos", "be a list or tuple of 1 to {n} texts"
).format(n=MAX_FIELDS)
_TEXT = Text(
    "llevar textos de a lo más {n} caracteres", "hold texts of at most {n} characters"
).format(n=MAX_CHARACTERS)
