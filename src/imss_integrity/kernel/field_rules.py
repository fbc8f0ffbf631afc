"""What every rule of a field is, and the rules that know no kind of value of their own.

Reglas de campo. Those of numbers, days and texts are in `fields`, where all of them are found.
Rules are plain classes: what attrs would write for each takes time at every import.
"""

from __future__ import annotations

from abc import abstractmethod
from enum import StrEnum
from typing import Any, Final, cast

import attrs

from .errors import Fault, InvalidValueError, duty_of, must
from .text import Text

__all__ = ["MAX_ITEMS", "Each", "FieldRule", "InstanceOf", "OneOf", "Optional"]

MAX_ITEMS = 100_000


class FieldRule:
    """A rule of one field: says what is wrong with a value, and validates in attrs classes.

    A rule is a value, its class and its limits, which stand in its slots.
    """

    __slots__ = ()

    @abstractmethod
    def fault(self, path: str, value: object) -> Fault | None:
        """Say what is wrong with *value*, found at *path*; ``None`` where nothing is."""

    def check(self, path: str, value: object) -> None:
        """Raise `InvalidValueError` where *value*, found at *path*, breaks the rule."""
        if (fault := self.fault(path, value)) is not None:
            raise InvalidValueError(fault)

    def __call__(self, _: object, attribute: attrs.Attribute[Any], value: object) -> None:
        """Validate a field of an attrs class."""
        if (fault := self.fault(attribute.name, value)) is not None:
            raise InvalidValueError(fault)

    def _limits(self) -> dict[str, object]:
        return {name: getattr(self, name) for name in cast("tuple[str, ...]", self.__slots__)}

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, FieldRule) or type(other) is not type(self):
            return NotImplemented
        return self._limits() == other._limits()

    def __hash__(self) -> int:
        return hash((type(self), *self._limits().values()))

    def __repr__(self) -> str:
        limits = ", ".join(f"{name}={value!r}" for name, value in self._limits().items())
        return f"{type(self).__name__}({limits})"


class InstanceOf(FieldRule):
    """The value is of the class *cls* or of one below it."""

    __slots__ = ("cls",)

    def __init__(self, cls: type) -> None:
        self.cls: Final[type] = cls

    def fault(self, path: str, value: object) -> Fault | None:
        if isinstance(value, self.cls):
            return None
        name = self.cls.__name__
        return must(path, "type", Text(f"ser un valor {name}", f"be of type {name}"), value)


class OneOf(FieldRule):
    """The value is a member of *enum*; the message lists the allowed values, not the given.

    Only the text of a member is told from a member: it is no secret, and whoever reads that it
    must be one of those would not see what is wrong.
    """

    __slots__ = ("enum",)

    def __init__(self, enum: type[StrEnum]) -> None:
        self.enum: Final[type[StrEnum]] = enum

    def fault(self, path: str, value: object) -> Fault | None:
        if isinstance(value, self.enum):
            return None
        if type(value) is str and value in set(self.enum):
            rule = Text("ser {member}, no su texto", "be {member}, not its text")
            member = f"{self.enum.__name__}('{value}')"
            return Fault(path, "choice", duty_of(path, rule.format(member=member)))
        allowed = ", ".join(self.enum)
        sentence = Text("'{path}' debe ser uno de {allowed}", "'{path}' must be one of {allowed}")
        return Fault(path, "choice", sentence.format(path=path, allowed=allowed))


class Optional(FieldRule):
    """The value is ``None`` or keeps *rule*."""

    __slots__ = ("rule",)

    def __init__(self, rule: FieldRule) -> None:
        self.rule: Final[FieldRule] = rule

    def fault(self, path: str, value: object) -> Fault | None:
        return None if value is None else self.rule.fault(path, value)


class Each(FieldRule):
    """The value is a tuple of *least* to *most* members, each of which keeps *rule*."""

    __slots__ = ("least", "most", "rule")

    def __init__(self, rule: FieldRule, least: int = 0, most: int = MAX_ITEMS) -> None:
        self.rule: Final[FieldRule] = rule
        self.least: Final[int] = least
        self.most: Final[int] = most

    def fault(self, path: str, value: object) -> Fault | None:
        if type(value) is not tuple:
            return must(path, "type", Text("ser una tupla", "be a tuple"), value)
        members = cast("tuple[object, ...]", value)
        if not self.least <= len(members) <= self.most:
            rule = Text("tener de {low} a {high} elementos", "have {low} to {high} members")
            limits = rule.format(low=self.least, high=self.most)
            code = "empty" if not members else "limit"
            return must(path, code, limits, len(members))
        for i, member in enumerate(members):
            if self.rule.fault(path, member) is not None:
                # The place is written for the member at fault alone, not for every sound one.
                return self.rule.fault(f"{path}[{i}]", member)
        return None
