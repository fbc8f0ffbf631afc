"""What every frozen class of the library shares: pickling that checks again.

A pickle that bypasses the constructor could hold a value the constructor refuses.
`Value` sends every copy and every pickle through the constructor instead.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import attrs

from .interop import Embeddable

__all__ = ["Value"]


def rebuild(cls: Callable[..., object], names: tuple[str, ...], *values: object) -> object:
    """Call *cls* with *values* by name, so that its validators run again."""
    return cls(**dict(zip(names, values, strict=True)))


class Value(Embeddable):
    """Base of the frozen attrs classes: `copy` and `pickle` run the validators again."""

    __slots__ = ()

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        cls: Any = type(self)
        names = _names_of(cls)
        return rebuild, (cls, names, *[getattr(self, name) for name in names])


@cache
def _names_of(cls: Any) -> tuple[str, ...]:  # noqa: ANN401 - any class of fields
    # One tuple for all instances: a pickle holds it once, however many there are.
    return tuple(field.name for field in attrs.fields(cls) if field.init)
