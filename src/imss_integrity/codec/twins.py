"""Unfrozen twins: classes of the same layout, whose instances are filled fast and then renamed.

Gemelos. Filling a frozen instance costs twice as much as filling any other. A twin has the slots
of its class and nothing that checks; what it makes gets the class as soon as it is full. Where an
interpreter does not take the one layout for the other, there is no twin.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, cast

__all__ = ["filler_of", "twin_of"]


def twin_of(cls: type) -> type | None:
    """Give the twin of *cls*, made empty; ``None``: there is none."""
    body: dict[str, object] = {
        "__slots__": cls.__dict__.get("__slots__", ()),
        "__init__": object.__init__,
        "__setattr__": object.__setattr__,
    }
    try:
        twin: Any = type(f"{cls.__name__}Twin", cls.__bases__, body)
        object.__new__(twin).__class__ = cls
    except TypeError:
        return None
    made_twin: type = twin
    return made_twin


def filler_of(cls: type, names: Sequence[str]) -> Callable[..., object]:
    """Give what makes an instance of *cls* slot by slot, for where there is no twin."""
    setters = [getattr(cls, name).__set__ for name in names]

    def fill(*values: object) -> object:
        made: object = cast("Any", object).__new__(cls)
        for put, value in zip(setters, values, strict=True):
            put(made, value)
        return made

    return fill
