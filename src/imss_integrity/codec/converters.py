"""Which reader belongs to which type, decided once; see `writing` for the way out.

Convertidor de lectura. cattrs finds and remembers the hook of each type; every hook is a `Reader`.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any, cast, get_args

from cattrs import BaseConverter

from .arrays import ArrayReader
from .kinds import (
    class_of,
    is_anything,
    is_family,
    is_record,
    is_tuple,
    is_union,
    shape_of,
    union_members,
    unknown_kind,
)
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
from .records import RecordReader
from .unions import UnionReader, family_of

__all__ = ["reader_of", "union_readers"]


def reader_of(kind: object) -> Reader:
    """Give what reads values of a type.

    Raises:
        InvalidValueError: If no document holds that type.
    """
    if not isinstance(kind, Hashable):  # such as plain values in the place of their class
        return cast("Reader", unknown_kind(kind))
    if kind in _LEAVES:
        return _LEAVES[kind]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return ChoiceReader(kind)
    reader: object = _CONVERTER.get_structure_hook(cast("Any", kind))
    return reader if isinstance(reader, Reader) else unknown_kind(cast("Any", kind))


def _record_reader(cls: type) -> Reader:
    shape = shape_of(cls)
    if shape is not None:
        return shape.record_reader(reader_of, _plain)
    return RecordReader(cls, reader_of, _plain)


def _plain(value: object, kind: object) -> object:
    from .writing import plain_of  # noqa: PLC0415 - only defaults are written where one reads

    return plain_of(value, kind)


def _tuple_reader(kind: object) -> Reader:
    members = get_args(kind)
    if members[-1] is Ellipsis:
        return ArrayReader((reader_of(members[0]),), any_number=True)
    return ArrayReader(tuple(map(reader_of, members)), any_number=False)


def _union_reader(kind: object) -> Reader:
    members, optional = union_members(kind)
    single = len(members) == 1
    reader = reader_of(members[0]) if single else UnionReader(union_readers(members))
    return OptionalReader(reader) if optional else reader


def union_readers(members: list[Any]) -> dict[type, Reader]:
    """Give what reads each member of a union, by its class."""
    readers = {class_of(member): reader_of(member) for member in members}
    if int in readers and Fraction in readers:  # the whole numbers are taken
        readers[Fraction] = ScalarReader.fraction_text()
    return readers


def _family_reader(cls: type) -> Reader:
    return UnionReader({one: reader_of(one) for one in family_of(cls)})


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


def _configured() -> BaseConverter:
    converter = BaseConverter()  # every kind has a line below; the hooks of `Converter` cost time
    factories: Any = (
        (is_anything, unknown_kind),  # whatever has no line of its own
        (is_record, _record_reader),
        (is_family, _family_reader),
        (is_tuple, _tuple_reader),
        (is_union, _union_reader),
    )
    for is_kind, read in factories:  # the last that fits is taken
        converter.register_structure_hook_factory(is_kind, read)
    return converter


_CONVERTER = _configured()
