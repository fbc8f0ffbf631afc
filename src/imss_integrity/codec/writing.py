"""Which writer belongs to which type, decided once; see `converters` for the way in.

Convertidor de escritura. cattrs finds and remembers the hook of each type; every hook gives JSON
text.
"""

from __future__ import annotations

import json
from enum import Enum
from fractions import Fraction
from typing import Any, cast, get_args

from cattrs import BaseConverter

from ..kernel.errors import InvalidValueError, must
from ..kernel.text import Text
from .kinds import (
    class_of,
    is_anything,
    is_family,
    is_record,
    is_tuple,
    is_union,
    json_types,
    shape_of,
    union_members,
    unknown_kind,
)
from .record_writers import RecordWriter, straight
from .unions import family_of
from .writers import (
    LEAF_WRITERS,
    Write,
    choice_writer,
    fraction_text_writer,
    optional_writer,
    tuple_writer,
    tuple_writer_of_any_length,
    union_writer,
)

__all__ = ["plain_of", "unstructure", "writer_of"]


def unstructure(value: object) -> Any:  # noqa: ANN401 - what JSON says
    """Give *value* as plain JSON values: objects, lists, texts, numbers.

    Forma llana. Days are ``YYYY-MM-DD``; exact numbers are whole or texts ``a/b``; amounts are
    texts of digits; enumerations their values; what may be of several classes bears a ``type``.
    A definition that a record holds is named by code, version and digest.

    Raises:
        InvalidValueError: If *value* is of no class that documents hold, and a secret is none;
            or if it holds so much within itself that nothing could read it back.

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
    return plain_of(value, type(value))


def plain_of(value: object, kind: object) -> Any:  # noqa: ANN401 - see `unstructure`
    """Give *value*, which is of a type, as plain JSON values."""
    try:
        return json.loads(writer_of(kind)(value))
    except RecursionError:
        pass
    rule = Text("llevar menos niveles", "hold fewer levels")
    raise InvalidValueError(must("value", "limit", rule, []))


def writer_of(kind: object) -> Write:
    """Give what writes values of a type as JSON text.

    Raises:
        InvalidValueError: If no document holds that type.
    """
    return straight(_hook_of(kind))


def _hook_of(kind: object) -> Write:
    if kind in LEAF_WRITERS:
        return LEAF_WRITERS[kind]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return choice_writer(kind)
    if kind is bytes:  # cattrs lets them pass as they are
        return cast("Write", unknown_kind(kind))
    hook: Write = _CONVERTER.get_unstructure_hook(cast("Any", kind))
    return hook


def _record_writer(cls: type) -> Write:
    shape = shape_of(cls)
    if shape is not None:
        return shape.record_writer(_hook_of)
    return RecordWriter(cls, _hook_of)


def _tuple_hook(kind: object) -> Write:
    members = get_args(kind)
    if members[-1] is Ellipsis:
        return tuple_writer_of_any_length(writer_of(members[0]))
    return tuple_writer([writer_of(member) for member in members])


def _union_hook(kind: object) -> Write:
    members, optional = union_members(kind)
    write = writer_of(members[0]) if len(members) == 1 else _members_writer(members)
    return optional_writer(write) if optional else write


def _members_writer(members: list[Any]) -> Write:
    kinds = {class_of(member): json_types(member, beside=members) for member in members}
    writers = {class_of(member): writer_of(member) for member in members}
    if int in writers and Fraction in writers:
        writers[Fraction] = fraction_text_writer
    return union_writer(writers, kinds)


def _family_writer(cls: type) -> Write:
    return _members_writer(list(family_of(cls)))


def _configured() -> BaseConverter:
    converter = BaseConverter()  # every kind has a line below; the hooks of `Converter` cost time
    factories: Any = (
        (is_anything, unknown_kind),  # whatever has no line of its own
        (is_record, _record_writer),
        (is_family, _family_writer),
        (is_tuple, _tuple_hook),
        (is_union, _union_hook),
    )
    for is_kind, write in factories:  # the last that fits is taken
        converter.register_unstructure_hook_factory(is_kind, write)
    return converter


_CONVERTER = _configured()
