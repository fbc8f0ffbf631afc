"""What frameworks that validate with pydantic ask of a class, answered by the codec.

Enlace con pydantic. What comes in is read by `codec.structure`, so the rules are those of every
other door; what is wrong is told with a path and a code, in both languages, and never with what
came in. This is the only module that knows pydantic, which is imported only when it asks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, cast

from ..kernel.errors import Fault, ImssIntegrityError
from .converters import reader_of
from .registry import name_of
from .schema_nodes import Definitions
from .structuring import structure
from .unions import family_of
from .writing import plain_of

__all__ = ["core_schema_of", "json_schema_of", "schema_with_components", "schema_with_reader"]

Read = Callable[[object], object]

_STEP = re.compile(r"\[([^\]]*)\]|([^.\[\]]+)")


def core_schema_of(cls: type[object]) -> Any:  # noqa: ANN401 - what pydantic's core takes
    """Give the schema with which pydantic reads and writes a class."""
    for one in family_of(cls) or (cls,):
        name_of(one)  # a class that is no document is refused before any body comes

    def read(plain: object) -> object:
        return structure(plain, cls)

    def plain(value: object) -> object:
        return plain_of(value, cls)

    core = _pydantic().core_schema
    write = core.plain_serializer_function_ser_schema(plain, when_used="json")
    return core.no_info_plain_validator_function(
        _telling(cls, read),
        ref=_reference(cls.__name__),
        serialization=write,
    )


def json_schema_of(cls: type, handler: Any) -> dict[str, Any]:  # noqa: ANN401 - pydantic's own
    """Give the JSON Schema of a class, for OpenAPI; each class in it is a component."""
    definitions = Definitions()
    schema = definitions.schema(reader_of(cls))
    return schema_with_components(schema, definitions.found, handler)


def schema_with_components(
    schema: Mapping[str, object],
    found: Mapping[str, Mapping[str, object]],
    handler: Any,  # noqa: ANN401
) -> dict[str, Any]:
    """Give a JSON Schema for OpenAPI, what it refers to, in *found*, being components there."""
    components = handler.generate_json_schema
    named = {name: components.get_cache_defs_ref_schema(_reference(name)) for name in found}
    places = {f"#/$defs/{name}": place["$ref"] for name, (_, place) in named.items()}
    for name, (key, _) in named.items():
        components.definitions[key] = _placed(found[name], places)
    return cast("dict[str, Any]", _placed(schema, places))


def schema_with_reader(schema: Any, cls: type, read: Read) -> Any:  # noqa: ANN401
    """Give the pydantic schema of *cls* with another way of reading its plain values."""
    tell = _telling(cls, read)

    def instead(plain: object, _: object) -> object:
        return tell(plain)

    return _pydantic().core_schema.no_info_wrap_validator_function(instead, schema)


def _telling(cls: type, read: Read) -> Read:
    """Let *read* tell its faults in the way of pydantic, and let an instance of *cls* pass."""

    def tell(plain: object) -> object:
        if isinstance(plain, cls):
            return plain
        try:
            return read(plain)
        except ImssIntegrityError as error:
            faults = error.faults
        # Raised out here: an error in flight would be its context.
        lines = [_line(one) for one in faults]
        raise _pydantic().ValidationError.from_exception_data(cls.__name__, lines)

    return tell


def _line(fault: Fault) -> Any:  # noqa: ANN401 - pydantic's own
    words = fault.text.en or fault.text.es
    told = _pydantic().PydanticCustomError(fault.code, words, {"es": fault.text.es})
    return {"type": told, "loc": _location(fault.path), "input": None}


def _pydantic() -> Any:  # noqa: ANN401 - a module without which the library does well
    import pydantic_core  # noqa: PLC0415 - see above

    return pydantic_core


def _location(path: str) -> tuple[str | int, ...]:
    """Give the steps of a path: ``("parts", 2, "name")`` of ``$.parts[2].name``."""
    steps = [index or name for index, name in _STEP.findall(path.removeprefix("$"))]
    return tuple(int(step) if step.isdecimal() else step for step in steps)


def _reference(name: str) -> str:
    """Give the name of a class of the library among all that pydantic knows."""
    return f"imss_integrity.{name}"


def _placed(node: object, places: Mapping[str, str]) -> object:
    """Let every reference of a schema lead to where its component stands."""
    if isinstance(node, list):
        return [_placed(one, places) for one in cast("list[object]", node)]
    if not isinstance(node, dict):
        return node
    return {
        key: places[cast("str", one)] if key == "$ref" else _placed(one, places)
        for key, one in cast("dict[str, object]", node).items()
    }
