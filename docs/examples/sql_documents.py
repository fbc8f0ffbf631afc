"""A column of documents for SQLAlchemy: any value of the library, as the bytes of `dumps`."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from sqlalchemy import Dialect, LargeBinary
from sqlalchemy.types import TypeDecorator

import imss_integrity as ii


class Document(TypeDecorator[Any]):
    """Holds values of the library; *definitions* are those that they may name."""

    impl = LargeBinary
    cache_ok = True

    def __init__(self, definitions: tuple[Hashable, ...] = ()) -> None:
        super().__init__()
        self.definitions = definitions

    def process_bind_param(self, value: object, dialect: Dialect) -> bytes | None:  # noqa: ARG002
        """Write a value; no value is NULL."""
        return None if value is None else ii.dumps(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Any:  # noqa: ANN401, ARG002
        """Read a value, strictly: a row that others altered is refused."""
        return None if value is None else ii.loads(value, definitions=self.definitions)
