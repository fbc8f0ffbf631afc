"""Which classes documents may hold: the public records and definitions of every room, by name.

Registro de tipos de documento. Only what a room offers can be named, and only if it is made of
fields; keys of pseudonyms are secrets, and what other classes are built on is no document. Rooms
are loaded when a name is not found in those before them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import ModuleType
from typing import Any

import attrs

from ..kernel.errors import Fault, InvalidValueError, duty_of
from ..kernel.text import Text
from ..kernel.values import Value
from .unions import family_of, tag_of

__all__ = ["SCHEMAS", "class_named", "document_types", "name_of"]

SCHEMAS = "imss-integrity/"
"""What the name of every schema begins with."""

_ROOMS = (
    "kernel",
    "organization",
    "conflicts",
    "competitiveness",
    "pdca",
    "initiatives",
    "privacy",
    "statistics",
    "rollup",
    "catalog",
    "codec",
)
_SECRETS = frozenset({"PseudonymKey"})


def _room(name: str) -> ModuleType:  # noqa: C901, PLR0911 - a table, one line a room
    # In a function: whoever reads units need not load questionnaires.
    match name:
        case "kernel":
            from .. import kernel  # noqa: PLC0415

            return kernel
        case "organization":
            from .. import organization  # noqa: PLC0415

            return organization
        case "conflicts":
            from .. import conflicts  # noqa: PLC0415

            return conflicts
        case "competitiveness":
            from .. import competitiveness  # noqa: PLC0415

            return competitiveness
        case "pdca":
            from .. import pdca  # noqa: PLC0415

            return pdca
        case "initiatives":
            from .. import initiatives  # noqa: PLC0415

            return initiatives
        case "privacy":
            from .. import privacy  # noqa: PLC0415

            return privacy
        case "statistics":
            from .. import statistics  # noqa: PLC0415

            return statistics
        case "rollup":
            from .. import rollup  # noqa: PLC0415

            return rollup
        case "catalog":
            from .. import catalog  # noqa: PLC0415

            return catalog
        case _:
            from .. import codec  # noqa: PLC0415

            return codec


@cache
def _types_of(name: str) -> Mapping[str, type]:
    room = _room(name)
    offered: list[Any] = [getattr(room, one) for one in room.__all__]
    return {
        SCHEMAS + tag_of(one): one for one in offered if _is_document(one) and _home(one) == name
    }


def _is_document(one: Any) -> bool:  # noqa: ANN401
    is_record = isinstance(one, type) and attrs.has(one) and issubclass(one, Value)
    return is_record and one.__name__ not in _SECRETS and not family_of(one)


def _home(cls: type) -> str:
    """Give the room in which *cls* was made; the catalogue offers some of other rooms."""
    return cls.__module__.split(".")[1]


def class_named(schema: str) -> type | None:
    """Give the class that a schema names; ``None``: there is none."""
    return next((types[schema] for name in _ROOMS if schema in (types := _types_of(name))), None)


def document_types() -> Mapping[str, type]:
    """Give every type of document by the name of its schema, room by room.

    Tipos de documento.
    """
    return {schema: cls for name in _ROOMS for schema, cls in _types_of(name).items()}


def name_of(cls: type) -> str:
    """Give the name of the schema of a class.

    Raises:
        InvalidValueError: If it is no type of document.
    """
    schema = _name_of(cls)
    if schema is not None:
        return schema
    rule = Text(
        "ser un registro o una definición de la biblioteca",
        "be a record or a definition of the library",
    )
    raise InvalidValueError(Fault("value", "type", duty_of("value", rule)))


@cache
def _name_of(cls: Any) -> str | None:  # noqa: ANN401 - any class
    schema, parts = SCHEMAS + tag_of(cls), cls.__module__.split(".")
    is_ours = len(parts) > 1 and parts[1] in _ROOMS and _types_of(parts[1]).get(schema) is cls
    return schema if is_ours else None
