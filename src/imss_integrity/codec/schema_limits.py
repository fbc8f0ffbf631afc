"""What the rules of fields and the readers of plain values mean in JSON Schema.

Límites en JSON Schema. A rule that has no word there adds nothing: a schema may allow what the
codec refuses, never the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from math import ceil, floor
from typing import Any

from ..kernel.fields import (
    MAX_WHOLE,
    Each,
    ExactNumber,
    Name,
    Optional,
    Pattern,
    WholeNumber,
)
from ..statistics.floats import EachFloat, FloatBetween
from .readers import (
    MAX_TEXT,
    BooleanReader,
    ChoiceReader,
    DayReader,
    Reader,
    ScalarReader,
    TextReader,
    WholeReader,
)
from .scalars import DECIMAL, FRACTION, decimal_of, fraction_of, fraction_of_text

__all__ = ["DAY", "Schema", "closed_object", "member_rule", "plain_schema", "whole_pattern"]

Schema = dict[str, object]
"""A JSON Schema, or a part of one."""

DAY: Mapping[str, object] = {
    "type": "string",
    "format": "date",
    # From 1900 to the end of 2299: the last hundred years are for the codec to refuse.
    "pattern": "^(?:19|20|21|22)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$",
}
"""A day; that it exists is for the codec to check."""
# Python alone knows these; a schema is read by the expressions of ECMAScript.
_PYTHON_ONLY = ("(?i", "\\Z", "\\A", "(?P")


def closed_object(
    properties: Mapping[str, object], required: list[str], description: str = ""
) -> Schema:
    """Give the schema of an object that has no keys but those."""
    return {
        **({"description": description} if description else {}),
        "type": "object",
        "properties": dict(properties),
        "required": required,
        "additionalProperties": False,
    }


def whole_pattern(pattern: re.Pattern[str]) -> Schema:
    """Say that a text matches *pattern* from end to end, if ECMAScript can say it."""
    if any(one in pattern.pattern for one in _PYTHON_ONLY):
        return {}
    return {"pattern": f"^(?:{pattern.pattern})$"}


def member_rule(rule: object) -> Each | None:
    """Give the rule of a list as an `Each`; ``None``: there is none that a schema can say."""
    match rule:
        case Each():
            return rule
        case EachFloat():
            return Each(rule.rule, least=1, most=MAX_WHOLE)
        case _:
            return None


def plain_schema(reader: Reader, rule: object) -> Schema:
    """Give the schema of what *reader* reads, a text or a number or a truth, under *rule*."""
    given = rule.rule if isinstance(rule, Optional) else rule
    return _READERS[type(reader)](reader, given)


def _text_limits(rule: object) -> Schema:
    match rule:
        case Pattern():
            return {"maxLength": rule.limit, **whole_pattern(rule.pattern)}
        case Name():
            return {"minLength": 1, "maxLength": min(rule.limit, MAX_TEXT)}
        case _:
            return {"maxLength": MAX_TEXT}


def _whole_limits(rule: object) -> Schema:
    match rule:
        case WholeNumber():
            low, high = max(rule.low, -MAX_WHOLE), min(rule.high, MAX_WHOLE)
            return {"minimum": low, "maximum": high}
        case ExactNumber():
            low = -MAX_WHOLE if rule.low is None else ceil(rule.low)
            high = MAX_WHOLE if rule.high is None else floor(rule.high)
            return {"minimum": low, "maximum": high}
        case _:
            return {"minimum": -MAX_WHOLE, "maximum": MAX_WHOLE}


def _fraction(rule: object) -> Schema:
    """A whole number or ``a/b``; the limits of the latter are for the codec to check."""
    text = {"maxLength": MAX_TEXT, **whole_pattern(FRACTION)}
    return {"type": ["integer", "string"], **_whole_limits(rule), **text}


def _fraction_text(_: object) -> Schema:
    return {"type": "string", "maxLength": MAX_TEXT, **whole_pattern(FRACTION)}


def _decimal(_: object) -> Schema:
    return {"type": "string", **whole_pattern(DECIMAL)}


def _float(rule: object) -> Schema:
    if isinstance(rule, FloatBetween):
        return {"type": "number", "minimum": rule.low, "maximum": rule.high}
    return {"type": "number"}


_SCALARS: Mapping[object, Callable[[object], Schema]] = {
    fraction_of: _fraction,
    fraction_of_text: _fraction_text,
    decimal_of: _decimal,
}
_READERS: Mapping[type, Callable[[Any, object], Schema]] = {
    TextReader: lambda _, rule: {"type": "string", **_text_limits(rule)},
    WholeReader: lambda _, rule: {"type": "integer", **_whole_limits(rule)},
    BooleanReader: lambda _, __: {"type": "boolean"},
    ChoiceReader: lambda reader, _: {"type": "string", "enum": list(reader.members)},
    DayReader: lambda _, __: dict(DAY),
    ScalarReader: lambda reader, rule: _SCALARS.get(reader.take, _float)(rule),
}
