"""Checking what a caller hands to a verb, before anything is done with it.

Argumentos. Wrong kinds are refused here, so that no foreign exception comes from deep inside.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar, cast

from .errors import Fault, InvalidValueError, must
from .fields import MAX_WHOLE, Each, InstanceOf
from .text import Text

__all__ = ["alike_codes", "check_mapping", "check_series", "members_of", "repeated_codes"]

T = TypeVar("T")

_NO_REPEAT = Text("no repetir claves", "repeat no code")
_ONCE = Text(
    "aparecer una sola vez, sin distinguir mayúsculas", "appear only once, whatever its case"
)


def check_series(path: str, values: object, name: str) -> None:
    """Refuse what cannot be gone through, and texts and mappings; *name*: what its members are.

    Raises:
        InvalidValueError: If *values* is no series.
    """
    given = values  # its type stays `object`, whatever the checks say of `values`
    if not isinstance(values, Iterable) or isinstance(values, str | bytes | Mapping):
        rule = Text("ser una serie de {name}", "be a series of {name}").format(name=name)
        raise InvalidValueError(must(path, "type", rule, given))


def members_of(path: str, values: object, cls: type[T]) -> tuple[T, ...]:
    """Give the members of an iterable argument, all of the class *cls*.

    Raises:
        InvalidValueError: If *values* cannot be gone through or a member is of another class.
    """
    check_series(path, values, cls.__name__)
    members = tuple(cast("Iterable[T]", values))
    if set(map(type, members)) - {cls}:  # nearly never: of a class below, or a fault
        Each(InstanceOf(cls), most=MAX_WHOLE).check(path, members)
    return members


def check_mapping(path: str, value: object) -> None:
    """Refuse what is no mapping.

    Raises:
        InvalidValueError: If *value* is none.
    """
    if not isinstance(value, Mapping):
        rule = Text("ser un mapa de clave a valor", "be a mapping from code to value")
        raise InvalidValueError(must(path, "type", rule, value))


def repeated_codes(path: str, codes: Iterable[str]) -> list[Fault]:
    """Give a fault for every code that repeats an earlier one."""
    return _repeats(path, codes, str, _NO_REPEAT)


def alike_codes(path: str, codes: Iterable[str]) -> list[Fault]:
    """Give a fault for every code that differs from an earlier one by case alone, or not at all.

    People take such codes for one and the same.
    """
    return _repeats(path, codes, str.lower, _ONCE)


def _repeats(
    path: str, codes: Iterable[str], form: Callable[[str], str], rule: Text
) -> list[Fault]:
    given = tuple(codes)
    if len(set(map(form, given))) == len(given):
        return []  # nearly always
    seen: set[str] = set()
    faults: list[Fault] = []
    for code in given:
        if (formed := form(code)) in seen:
            faults.append(must(path, "duplicate", rule, code))
        seen.add(formed)
    return faults
