"""JSON in one form only: strict reading, canonical writing, and digests of it.

JSON canónico, RFC 8785. Two texts that mean the same have the same canonical text, and so
the same digest, on every machine. Reading is strict: a repeated key, NaN, an unpaired
surrogate or a number that JSON cannot carry exactly is refused, never repaired.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections.abc import Mapping
from typing import cast

from .errors import Fault, InvalidValueError, duty_of
from .json_limits import MAX_DEPTH, MAX_LENGTH
from .text import Text

__all__ = ["Json", "canonical_text", "digest", "parse_json"]

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
"""What JSON can say, as Python values."""

MAX_INTEGER = 2**53 - 1

_STRINGS = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_BRACKETS = re.compile(r"[\[\]{}]")
_MAX_DIGITS = 17  # a sign and the sixteen digits of 2^53
_LAST_PLAIN, _FIRST_PLAIN = 21, -6  # ECMAScript: from 1e-6 to below 1e21 without exponent
_SURROGATE = re.compile("[\ud800-\udfff]")


def parse_json(text: str, *, path: str = "$") -> Json:
    """Read a JSON document strictly.

    Lectura estricta de JSON.

    Args:
        text: The document, at most 2 MiB of characters, at most 64 levels deep.
        path: The name of the document, for the error.

    Returns:
        Plain values; numbers with a point or an exponent are ``float``.

    Raises:
        InvalidValueError: If the text is malformed, too long or too deep, repeats a key,
            or holds NaN, an infinity, an integer beyond 2^53 - 1 or an unpaired surrogate.
            The message never shows the text.

    Source:
        RFC 8259; the limits are own.

    >>> parse_json('{"a": [1, 2.50]}')
    {'a': [1, 2.5]}
    >>> parse_json('{"a": 1, "a": 2}')
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: '$' must not repeat a key
    """
    rule = _shape_problem(text)
    if rule is None:
        try:
            return _read(text)
        except _Refusal as refusal:
            rule = refusal.rule
        except ValueError:
            rule = _MALFORMED
    # Raised out here, so that no text of the document hangs on the error as its context.
    raise InvalidValueError(_fault(path, rule))


_MALFORMED = Text("ser JSON bien formado", "be well-formed JSON")
_REPEATED = Text("no repetir claves", "not repeat a key")
_NOT_FINITE = Text("llevar sólo números finitos", "hold finite numbers only")
_TOO_LARGE = Text("llevar enteros de a lo más 2^53 - 1", "hold integers of at most 2^53 - 1")
_UNPAIRED = Text("llevar sólo caracteres Unicode", "hold Unicode characters only")
_TOO_DEEP = Text("tener a lo más 64 niveles", "be at most 64 levels deep")
_TOO_LONG = Text("tener a lo más 2 MiB", "have at most 2 MiB")
_NOT_JSON = Text("ser un valor de JSON", "be a value of JSON")


class _Refusal(Exception):  # noqa: N818 - it never leaves this module
    """Carries the broken rule out of the hooks of the reader."""

    def __init__(self, rule: Text) -> None:
        super().__init__()
        self.rule = rule


def _fault(path: str, rule: Text) -> Fault:
    return Fault(path, "json", duty_of(path, rule))


def _shape_problem(text: object) -> Text | None:
    """Say what keeps *text* from being read at all; counted before anything recurses."""
    if not isinstance(text, str):
        return _MALFORMED
    if len(text) > MAX_LENGTH:
        return _TOO_LONG
    depth = 0
    for found in _BRACKETS.finditer(_STRINGS.sub("", text)):
        depth += 1 if found[0] in "[{" else -1
        if depth > MAX_DEPTH:  # a million open brackets are not counted to the end
            return _TOO_DEEP
    return None


def _read(text: str) -> Json:
    value: Json = json.loads(
        text,
        object_pairs_hook=_without_repetition,
        parse_int=_integer,
        parse_float=_finite,
        parse_constant=_not_finite,
    )
    _write(value, 0)  # what cannot be written in canonical form is not let in
    return value


def _without_repetition(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    read = dict(pairs)
    if len(read) < len(pairs):
        raise _Refusal(_REPEATED)
    return read


def _integer(digits: str) -> int:
    if len(digits) > _MAX_DIGITS:  # thousands of digits cannot even be read safely
        raise _Refusal(_TOO_LARGE)
    return int(digits)


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise _Refusal(_NOT_FINITE)
    return number


def _not_finite(_: str) -> float:
    raise _Refusal(_NOT_FINITE)


def canonical_text(value: Json, *, path: str = "$") -> str:
    """Write *value* in the one canonical form of JSON.

    JSON canónico: keys in the order of their UTF-16 units, no space, numbers as ECMAScript
    writes them, so that 1 and 1.0, and 0 and -0.0, are the same. A whole ``float`` from 2^53
    to 1e21 is written without exponent, as the standard asks, and is not read back: as an
    integer it would be beyond what JSON carries exactly.

    Args:
        value: Plain values; an integer from -(2^53 - 1) to 2^53 - 1; at most 64 levels.
        path: The name of the value, for the error.

    Returns:
        Text without any character that needs escaping left bare.

    Raises:
        InvalidValueError: If JSON cannot carry *value*.

    Source:
        RFC 8785.

    >>> canonical_text({"b": 2.50, "a": [True, None, 1e3]})
    '{"a":[true,null,1000],"b":2.5}'
    >>> canonical_text({"a": float("nan")})
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: '$' must hold finite numbers only
    """
    try:
        return _write(value, 0)
    except _Refusal as refusal:
        rule = refusal.rule
    raise InvalidValueError(_fault(path, rule))


def digest(value: Json, *, path: str = "$") -> str:
    """Give the SHA-256 of the canonical text of *value*, with the name of the algorithm.

    Huella. Equal values have equal digests on every machine. It is not keyed: never take it
    of a CURP, an RFC or another value that can be guessed; see `privacy.pseudonym`.

    Raises:
        InvalidValueError: If JSON cannot carry *value*.

    Source:
        FIPS 180-4, RFC 8785.

    >>> digest({"a": 1}) == digest({"a": 1.0})
    True
    >>> digest({1: "a"})
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: '$' must be a value of JSON
    """
    return "sha256:" + hashlib.sha256(canonical_text(value, path=path).encode()).hexdigest()


def _write(value: object, depth: int) -> str:
    if depth > MAX_DEPTH:
        raise _Refusal(_TOO_DEEP)
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if type(value) is str:
        return _quoted(value)
    if type(value) is int:
        if abs(value) > MAX_INTEGER:
            raise _Refusal(_TOO_LARGE)
        return str(value)
    if type(value) is float:
        return _decimal(value)
    if type(value) is list:
        members = (_write(member, depth + 1) for member in cast("list[object]", value))
        return "[" + ",".join(members) + "]"
    if type(value) is dict:
        return _object(cast("dict[object, object]", value), depth)
    raise _Refusal(_NOT_JSON)


def _object(members: Mapping[object, object], depth: int) -> str:
    keys = [key for key in members if type(key) is str]
    if len(keys) < len(members):
        raise _Refusal(_NOT_JSON)
    quoted = {key: _quoted(key) for key in keys}
    # RFC 8785 sorts by UTF-16 units: an astral character comes before U+FB33.
    ordered = sorted(keys, key=lambda key: key.encode("utf-16-be"))
    pairs = (f"{quoted[key]}:{_write(members[key], depth + 1)}" for key in ordered)
    return "{" + ",".join(pairs) + "}"


def _quoted(text: str) -> str:
    if _SURROGATE.search(text):
        raise _Refusal(_UNPAIRED)
    return json.dumps(text, ensure_ascii=False)


def _decimal(number: float) -> str:
    """Write a float as ECMAScript does: shortest digits, exponent outside 1e-7 to 1e21."""
    if not math.isfinite(number):
        raise _Refusal(_NOT_FINITE)
    if number == 0:
        return "0"
    sign = "-" if number < 0 else ""
    mantissa, _, exponent = f"{abs(number)!r}".partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = (whole + fraction).lstrip("0")
    # The value is 0.DIGITS times ten to *point*.
    leading = len(whole + fraction) - len(digits)
    point = len(whole) + int(exponent or 0) - leading
    digits = digits.rstrip("0")
    if 0 < point <= _LAST_PLAIN:
        if len(digits) <= point:
            return sign + digits.ljust(point, "0")
        return f"{sign}{digits[:point]}.{digits[point:]}"
    if _FIRST_PLAIN < point <= 0:
        return f"{sign}0.{'0' * -point}{digits}"
    shown = digits if len(digits) == 1 else f"{digits[0]}.{digits[1:]}"
    return f"{sign}{shown}e{point - 1:+d}"
