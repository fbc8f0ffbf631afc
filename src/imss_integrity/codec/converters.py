"""The converter: which reader and which writer belongs to which type, decided once.

Convertidor. The only module that uses cattrs, which finds and remembers the hook of each type.
Every hook that reads is a `Reader`; hooks that write give JSON text.
"""

from __future__ import annotations

import json
import types
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any, Union, cast, get_args, get_origin

import attrs
from cattrs import Converter

from ..kernel.errors import InvalidValueError, must
from ..kernel.text import Text
from .arrays import ArrayReader
from .defined import DefinedReader, DefinedShape, DefinedWriter
from .readers import (
    BooleanReader,
    ChoiceReader,
    DayReader,
    OptionalReader,
    Reader,
    ScalarReader,
    TextReader,
    WholeReader,
)
from .record_writers import RecordWriter, straight
from .records import RecordReader
from .unions import UnionReader, family_of
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

__all__ = ["reader_of", "writer_of"]


def reader_of(kind: object) -> Reader:
    """Give what reads values of a type.

    Raises:
        InvalidValueError: If no document holds that type.
    """
    if kind in _LEAVES:
        return _LEAVES[kind]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return ChoiceReader(kind)
    reader: object = _CONVERTER.get_structure_hook(cast("Any", kind))
    return _known(reader if isinstance(reader, Reader) else None, cast("Any", kind))


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
    hook: Write = _CONVERTER.get_unstructure_hook(cast("Any", kind))
    return hook


def _known(reader: Reader | None, kind: object) -> Reader:
    if reader is None:
        rule = Text("ser un tipo que un documento lleve", "be a type that documents hold")
        raise InvalidValueError(must("kind", "type", rule, kind))
    return reader


def _unknown(kind: object) -> Any:  # noqa: ANN401
    _known(None, kind)


def _is_anything(_: object) -> bool:
    return True


def _is_union(kind: object) -> bool:
    return get_origin(kind) in {Union, types.UnionType}


def _is_tuple(kind: object) -> bool:
    return get_origin(kind) is tuple


def _is_record(kind: object) -> bool:
    return isinstance(kind, type) and attrs.has(kind)


def _is_family(kind: object) -> bool:
    return isinstance(kind, type) and bool(family_of(kind))


def _members(kind: object) -> tuple[list[Any], bool]:
    """Give the members of a union, and whether it may be ``None``."""
    members = [one for one in get_args(kind) if one is not type(None)]
    return members, len(members) < len(get_args(kind))


def _class_of(member: object) -> type:
    return cast("type", get_origin(member) or member)


def _shape_of(cls: type) -> DefinedShape[Any] | None:
    """Give the shape of a record that holds its definition; its room is loaded by its class."""
    if cls.__name__ == "Response":
        from .answering import RESPONSE  # noqa: PLC0415 - see above

        return RESPONSE if cls is RESPONSE.cls else None
    if cls.__name__ == "Assessment":
        from .ratings import ASSESSMENT  # noqa: PLC0415 - see above

        return ASSESSMENT if cls is ASSESSMENT.cls else None
    return None


# --- reading -------------------------------------------------------------------------------


def _record_reader(cls: type) -> Reader:
    shape = _shape_of(cls)
    if shape is not None:
        return DefinedReader(shape, reader_of, _plain)
    return RecordReader(cls, reader_of, _plain)


def _plain(value: object, kind: object) -> object:
    return json.loads(writer_of(kind)(value))


def _tuple_reader(kind: object) -> Reader:
    members = get_args(kind)
    if members[-1] is Ellipsis:
        return ArrayReader((reader_of(members[0]),), any_number=True)
    return ArrayReader(tuple(map(reader_of, members)), any_number=False)


def _union_reader(kind: object) -> Reader:
    members, optional = _members(kind)
    single = len(members) == 1
    reader = reader_of(members[0]) if single else UnionReader(_union_readers(members))
    return OptionalReader(reader) if optional else reader


def _union_readers(members: list[Any]) -> dict[type, Reader]:
    readers = {_class_of(member): reader_of(member) for member in members}
    if int in readers and Fraction in readers:  # the whole numbers are taken
        readers[Fraction] = ScalarReader.fraction_text()
    return readers


def _family_reader(cls: type) -> Reader:
    return UnionReader({one: reader_of(one) for one in family_of(cls)})


# --- writing -------------------------------------------------------------------------------


def _record_writer(cls: type) -> Write:
    shape = _shape_of(cls)
    if shape is not None:
        return DefinedWriter(shape, _hook_of)
    return RecordWriter(cls, _hook_of)


def _tuple_hook(kind: object) -> Write:
    members = get_args(kind)
    if members[-1] is Ellipsis:
        return tuple_writer_of_any_length(writer_of(members[0]))
    return tuple_writer([writer_of(member) for member in members])


def _union_hook(kind: object) -> Write:
    members, optional = _members(kind)
    write = writer_of(members[0]) if len(members) == 1 else _members_writer(members)
    return optional_writer(write) if optional else write


def _members_writer(members: list[Any]) -> Write:
    kinds = {cls: reader.kinds for cls, reader in _union_readers(members).items()}
    writers = {_class_of(member): writer_of(member) for member in members}
    if int in writers and Fraction in writers:
        writers[Fraction] = fraction_text_writer
    return union_writer(writers, kinds)


def _family_writer(cls: type) -> Write:
    return _members_writer(list(family_of(cls)))


# Texts and enumerations of texts are one to cattrs, so these are looked up before it is asked.
_LEAVES: Mapping[object, Reader] = {
    str: TextReader(),
    int: WholeReader(),
    bool: BooleanReader(),
    float: ScalarReader.float(),
    Fraction: ScalarReader.fraction(),
    Decimal: ScalarReader.decimal(),
    date: DayReader(),
}


def _configured() -> Converter:
    converter = Converter()
    factories: Any = (
        (_is_anything, _unknown, _unknown),  # whatever has no line of its own
        (_is_record, _record_reader, _record_writer),
        (_is_family, _family_reader, _family_writer),
        (_is_tuple, _tuple_reader, _tuple_hook),
        (_is_union, _union_reader, _union_hook),
    )
    for is_kind, read, write in factories:  # the last that fits is taken
        converter.register_structure_hook_factory(is_kind, read)
        converter.register_unstructure_hook_factory(is_kind, write)
    return converter


_CONVERTER = _configured()
