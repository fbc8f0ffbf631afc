"""Straight-line functions made once for a definition: the only module that compiles code.

Código generado. A caller hands over lines made of fixed templates and whole numbers, and a
namespace. Whatever comes from a definition (a code, a text, a value) enters by the namespace
under a numbered name; it never becomes part of the source. The lines are checked to hold
nothing but what such templates need.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from .errors import Fault, InvalidValueError
from .text import Text

__all__ = ["Names", "make_function"]

# Letters, digits and the punctuation of expressions: no quote, so no text, and no underscore but
# inside a name, so no way to an attribute that begins with one but the class of a value.
_LINE = re.compile(
    r"(?:[A-Za-z0-9 .,:()\[\]<>=!&|+*%-]|(?<=[A-Za-z0-9])_(?=[A-Za-z0-9]))*", re.ASCII
)
_CLASS = re.compile(r"\.__class__\b", re.ASCII)


class Names:
    """Values for a generated function, each under a numbered name.

    Nombres. The same value of the same type gets the same name.
    """

    __slots__ = ("_names", "values")

    def __init__(self) -> None:
        self.values: dict[str, object] = {}
        self._names: dict[tuple[type, object], str] = {}

    def of(self, value: object) -> str:
        """Give the name of *value*, which must be hashable."""
        key = (type(value), value)
        if key not in self._names:
            self._names[key] = f"k{len(self._names)}"
            self.values[self._names[key]] = value
        return self._names[key]


def make_function(
    arguments: str, lines: Sequence[str], names: Mapping[str, object]
) -> Callable[..., Any]:
    """Make a function of *arguments* from its *lines*.

    Args:
        arguments: Names of the arguments, separated by commas.
        lines: The body, indented from nothing on.
        names: The globals of the function; the builtins it may use are among them.

    Raises:
        InvalidValueError: If a line holds what no template needs.

    >>> make_function("x", ["return x + k0"], {"k0": 2})(3)
    5
    >>> make_function("x", ["return 'x'"], {})
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'lines' must hold fixed templates only
    """
    if not all(_LINE.fullmatch(_CLASS.sub(" ", line)) for line in (arguments, *lines)):
        text = Text(
            "'lines' debe llevar sólo plantillas fijas", "'lines' must hold fixed templates only"
        )
        raise InvalidValueError(Fault("lines", "grammar", text))
    source = "\n ".join([f"def made({arguments}):", *lines])
    space: dict[str, object] = {"__builtins__": {}, **names}
    exec(compile(source, "<generated>", "exec"), space)  # noqa: S102 - the one place, see above
    made: Any = space["made"]
    function: Callable[..., Any] = made
    return function
