"""Writers of the library's classes: straight code for each, from its fields.

Escritores de clases. Names of fields, brackets and commas are fixed pieces of text, made once;
what stands between them is worked out, and all pieces are joined at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from functools import cached_property
from typing import Any, cast, get_args, get_origin

import attrs

from ..kernel.codegen import Names, make_function
from ..kernel.errors import InvalidValueError, must
from ..kernel.fields import CODE
from ..kernel.text import Text
from .records import field_types
from .writers import DAYS, Write, quoted

__all__ = ["Pieces", "RecordWriter", "straight"]


class Pieces:
    """Pieces of a text in the code of a function: fixed ones, and expressions between them."""

    def __init__(self) -> None:
        self.names: Names = Names()
        self.names.values |= {"days": DAYS, "map": map}
        self.checks: list[str] = []
        self._pieces: list[str] = []
        self._fixed: str = ""

    def fix(self, text: str) -> None:
        """Put a fixed piece."""
        self._fixed += text

    def work_out(self, expression: str) -> None:
        """Put a piece that *expression* works out."""
        self._end_fixed()
        self._pieces.append(expression)

    def joined(self) -> str:
        """Give the expression of the whole text."""
        self._end_fixed()
        return f"{self.names.of(''.join)}(({', '.join(self._pieces)}, ))"

    def _end_fixed(self) -> None:
        if self._fixed:
            self._pieces.append(self.names.of(self._fixed))
        self._fixed = ""


class RecordWriter:
    """Writes the instances of a class as objects.

    Args:
        cls: The class.
        hook_of: Gives what writes a type; a record by its own writer.
        without: Fields that stand otherwise on the wire.
    """

    def __init__(
        self,
        cls: type,
        hook_of: Callable[[object], Write],
        *,
        without: Collection[str] = (),
    ) -> None:
        self._cls = cls
        self._without = without
        self._hook_of = hook_of
        self._is_being_made = False

    def __call__(self, value: object) -> str:
        """Write an instance."""
        return self._function(value)

    @property
    def straight(self) -> Write:
        """What writes an instance without a detour, unless it is being made just now."""
        return self if self._is_being_made else self._function

    @cached_property
    def _function(self) -> Write:
        self._is_being_made = True
        try:
            return self._make()
        finally:
            self._is_being_made = False

    def _make(self) -> Write:
        pieces = Pieces()
        self.put(pieces, "v")
        made: Write = make_function(
            "v", [*pieces.checks, f"return {pieces.joined()}"], pieces.names.values
        )
        return made

    def put(self, pieces: Pieces, var: str) -> None:
        """Put what writes the instance in *var*."""
        # One of a class below would lose its own fields.
        refuse, cls = pieces.names.of(_refusal_of(self._cls)), pieces.names.of(self._cls)
        pieces.checks.append(f"if {var}.__class__ is not {cls}: raise {refuse}({var})")
        rules = {one.name: one.validator for one in attrs.fields(cast("Any", self._cls))}
        kinds = field_types(self._cls)
        own = [name for name in kinds if name not in self._without]
        pieces.fix("{")
        for number, name in enumerate(own):
            pieces.fix(f"{',' if number else ''}{quoted(name)}:")
            self._put_field(pieces, f"{var}.{name}", kinds[name], rules[name])
        self._end(pieces, var, first=not own)
        pieces.fix("}")

    def _end(self, pieces: Pieces, var: str, *, first: bool) -> None:
        """Put what stands behind the fields of the instance in *var*."""

    def _put_field(self, pieces: Pieces, var: str, kind: Any, rule: object) -> None:  # noqa: ANN401
        """Put what writes the value of one field; the commonest kinds without a call."""
        names, within = pieces.names, get_args(kind)
        if rule == CODE and kind is str:  # nothing in a code needs an escape
            pieces.fix('"')
            pieces.work_out(var)
            pieces.fix('"')
        elif kind is date:
            pieces.work_out(f"days[{var}]")
        elif get_origin(kind) is tuple and within[-1] is Ellipsis:
            commas, write = names.of(",".join), names.of(straight(self._hook_of(within[0])))
            pieces.fix("[")
            pieces.work_out(f"{commas}(map({write}, {var})) if {var} else {names.of('')}")
            pieces.fix("]")
        elif isinstance(hook := self._hook_of(kind), RecordWriter):
            hook.put(pieces, var)
        else:
            pieces.work_out(f"{names.of(hook)}({var})")


def straight(hook: Write) -> Write:
    """Give what writes without a detour."""
    return hook.straight if isinstance(hook, RecordWriter) else hook


def _refusal_of(cls: type) -> Callable[[object], InvalidValueError]:
    """Give what says that a value is not exactly of a class."""
    rule = Text("ser exactamente de tipo {cls}", "be exactly of type {cls}")

    def refusal(value: object) -> InvalidValueError:
        return InvalidValueError(must("value", "type", rule.format(cls=cls.__name__), value))

    return refusal
