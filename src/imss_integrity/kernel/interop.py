"""The mixin by which frameworks find out how the classes of the library are read and written.

Enlace con otros marcos. A class is a field of a pydantic model, a body or a response of FastAPI
and a component of OpenAPI as it stands. The codec, which answers, stands above every class, so
it is named here and loaded when a framework asks.
"""

from __future__ import annotations

from typing import Any

from .._lazy import module_named

__all__ = ["Embeddable"]


class Embeddable:
    """Mixin of the classes that pydantic reads, writes and describes through the codec."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: object) -> Any:  # noqa: ANN401
        """Give the schema with which pydantic reads and writes the class."""
        return module_named("codec.embedding").core_schema_of(cls)

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: object, handler: Any) -> dict[str, Any]:  # noqa: ANN401
        """Give the JSON Schema of the class, for OpenAPI; each class in it is a component."""
        schema: dict[str, Any] = module_named("codec.embedding").json_schema_of(cls, handler)
        return schema
