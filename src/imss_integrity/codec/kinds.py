"""Which kinds of types documents hold, told apart for those who read and those who write them.

Clases de tipos: a record, a family of records, a list, a union.
"""

from __future__ import annotations

import types
from collections.abc import Collection, Mapping
from fractions import Fraction
from typing import Any, Union, cast, get_args, get_origin

import attrs

from ..kernel.errors import InvalidValueError, must
from ..kernel.text import Text
from .unions import family_of

# Type checkers know this name; see the package's own face.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from .defined import DefinedShape

__all__ = [
    "class_of",
    "is_anything",
    "is_family",
    "is_record",
    "is_tuple",
    "is_union",
    "json_types",
    "shape_of",
    "union_members",
    "unknown_kind",
]


def is_anything(_: object) -> bool:
    """Say that this may be any type."""
    return True


def is_union(kind: object) -> bool:
    """Say whether a type is a union."""
    return get_origin(kind) in {Union, types.UnionType}


def is_tuple(kind: object) -> bool:
    """Say whether a type is of tuples, which stand for lists."""
    return get_origin(kind) is tuple


def is_record(kind: object) -> bool:
    """Say whether a type is a class of fields."""
    return isinstance(kind, type) and attrs.has(kind)


def is_family(kind: object) -> bool:
    """Say whether a class stands for those below it."""
    return isinstance(kind, type) and bool(family_of(kind))


def union_members(kind: object) -> tuple[list[Any], bool]:
    """Give the members of a union, and whether it may be ``None``."""
    members = [one for one in get_args(kind) if one is not type(None)]
    return members, len(members) < len(get_args(kind))


def class_of(member: object) -> type:
    """Give the class of the instances of a member of a union."""
    return cast("type", get_origin(member) or member)


_JSON_TYPES: Mapping[object, tuple[type, ...]] = {
    bool: (bool,),
    int: (int,),
    float: (float, int),
    Fraction: (int, str),
}


def json_types(member: object, *, beside: Collection[object]) -> tuple[type, ...]:
    """Give the JSON types, as Python classes, that a member of a union is written in.

    Args:
        member: A type.
        beside: All members; where whole numbers are one, a fraction is written as text.
    """
    if is_tuple(member):
        return (list,)
    if is_record(member):
        return (dict,)
    if member is Fraction and int in beside:
        return (str,)
    return _JSON_TYPES.get(member, (str,))


def shape_of(cls: type) -> DefinedShape[Any] | None:
    """Give the shape of a record that holds its definition; its room is loaded by its class."""
    if cls.__name__ == "Response":
        from .answering import RESPONSE  # noqa: PLC0415 - see above

        return RESPONSE if cls is RESPONSE.cls else None
    if cls.__name__ == "Assessment":
        from .ratings import ASSESSMENT  # noqa: PLC0415 - see above

        return ASSESSMENT if cls is ASSESSMENT.cls else None
    return None


def unknown_kind(kind: object) -> Any:  # noqa: ANN401 - it stands for a reader or a writer
    """Refuse a type that no document holds.

    Raises:
        InvalidValueError: Always.
    """
    rule = Text("ser un tipo que un documento lleve", "be a type that documents hold")
    raise InvalidValueError(must("kind", "type", rule, kind))
