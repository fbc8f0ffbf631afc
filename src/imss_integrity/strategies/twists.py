"""The twists that make a sound document a hostile one, and where in it each of them fits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from hypothesis import strategies as st

from ..kernel.canonical import Json

__all__ = ["TWICE", "Path", "Twist", "fitting", "places_in", "replaced", "twisted"]

Path = tuple[str | int, ...]
TWICE = "imss-integrity-twice"
"""Stands in an object for the first of its keys, which cannot be there twice."""

_DEPTH = 200
_STRANGE_KEYS = ("desconocida", "__class__", "__proto__", "$ref", "a.b[0]", "ñandú", "")
_HUGE = (2**53, -(2**53) - 1, 10**30, 10**400, 1e16, 1.7e308)
_NOT_FINITE = (float("nan"), float("inf"), float("-inf"))
_HOSTILE = (
    *("", " ", "\x00", "a\nb", "\u202eb", "a\u200bb", "\ud800", "\ufeff", "\U000e0041"),
    *("=1+1", "@SUM(A1)", "<script>alert(1)</script>", "'; --", "{0.__class__.__mro__}", "%s%n"),
    *("e" + "\u0301" * 1000, "a" * 100_000, "1_000", "\u0661", "1e999999999", "NaN", "null"),
)
_OTHERS: tuple[Json, ...] = ("1", "si", "", "null", 0, 1, -1, 0.0, 1.5, True, False)


class Twist(StrEnum):
    """What is wrong with a document (alteración).

    Attributes:
        ABSENT_MEMBER: A member of an object or a list is gone.
        DUPLICATE_KEY: An object has one key twice: in the text only, because a ``dict``
            cannot hold that.
        HOSTILE_TEXT: A text holds what breaks careless code: control characters, half a
            surrogate pair, formulas, markup, a hundred thousand characters.
        HUGE_NUMBER: A number is beyond 2^53, in digits or in size.
        NOT_FINITE: A value is NaN or infinite, which JSON does not know.
        NULL: A value is ``null``.
        REPEATED_MEMBER: A list has one member twice.
        SWAPPED: Two values of an object have changed places.
        TOO_DEEP: A value is two hundred lists deep.
        UNKNOWN_KEY: An object has a key more.
        WRONG_SHAPE: An object, a list or a plain value stands where another of them did.
        WRONG_TYPE: A plain value is of another type: ``"1"``, ``1.0`` or ``true`` for 1.
    """

    ABSENT_MEMBER = "falta_un_elemento"
    DUPLICATE_KEY = "llave_repetida"
    HOSTILE_TEXT = "texto_hostil"
    HUGE_NUMBER = "numero_enorme"
    NOT_FINITE = "no_finito"
    NULL = "nulo"
    REPEATED_MEMBER = "elemento_repetido"
    SWAPPED = "valores_cambiados"
    TOO_DEEP = "demasiado_hondo"
    UNKNOWN_KEY = "llave_desconocida"
    WRONG_SHAPE = "otra_forma"
    WRONG_TYPE = "otro_tipo"

    @property
    def is_fatal(self) -> bool:
        """Whether no strict reader may accept the document; others may happen to be sound."""
        return self in _FATAL


_FATAL = frozenset(
    {
        Twist.DUPLICATE_KEY,
        Twist.NOT_FINITE,
        Twist.TOO_DEEP,
        Twist.UNKNOWN_KEY,
        Twist.WRONG_SHAPE,
    }
)


@st.composite
def _swapped(draw: st.DrawFn, value: dict[str, Json]) -> Json:
    pairs = [(a, b) for a in value for b in value if repr(value[a]) < repr(value[b])]
    first, second = draw(st.sampled_from(pairs))
    return {**value, first: value[second], second: value[first]}


@st.composite
def _shortened(draw: st.DrawFn, value: dict[str, Json] | list[Json]) -> Json:
    gone = draw(st.integers(0, len(value) - 1))
    if isinstance(value, list):
        return value[:gone] + value[gone + 1 :]
    return {key: member for place, (key, member) in enumerate(value.items()) if place != gone}


def _reshaped(value: Json) -> st.SearchStrategy[Json]:
    """Give a plain value or a list for an object, an object for a list, either for all else."""
    if isinstance(value, dict):
        return st.sampled_from([[], [dict(value)], "objeto", 1, True])
    if isinstance(value, list):
        return st.sampled_from([{}, {"0": "1"}])
    return st.sampled_from([{}, {"valor": value}, [], [[value]]])


def _deep() -> Json:
    nested: Json = []
    for _ in range(_DEPTH):
        nested = [nested]
    return nested


def _has_members(value: Json) -> bool:
    return isinstance(value, dict | list) and bool(value)


def _is_full_list(value: Json) -> bool:
    return isinstance(value, list) and bool(value)


def _is_object(value: Json) -> bool:
    return isinstance(value, dict)


def _is_simple(value: Json) -> bool:
    return isinstance(value, str | int | float)


def _is_there(value: Json) -> bool:
    return value is not None


# Where each twist fits, and what it puts there.
_TWISTS: Mapping[Twist, tuple[Callable[[Any], bool], Callable[[Any], st.SearchStrategy[Json]]]] = {
    Twist.ABSENT_MEMBER: (_has_members, _shortened),
    Twist.DUPLICATE_KEY: (
        lambda value: _is_object(value) and bool(value),
        lambda value: st.just({**value, TWICE: value[next(iter(value))]}),
    ),
    Twist.HOSTILE_TEXT: (_is_simple, lambda _: st.sampled_from(_HOSTILE)),
    Twist.HUGE_NUMBER: (_is_simple, lambda _: st.sampled_from(_HUGE)),
    Twist.NOT_FINITE: (_is_there, lambda _: st.sampled_from(_NOT_FINITE)),
    Twist.NULL: (_is_there, lambda _: st.none()),
    Twist.REPEATED_MEMBER: (
        _is_full_list,
        lambda value: st.sampled_from(value).map(lambda member: [*value, member]),
    ),
    Twist.SWAPPED: (
        lambda value: _is_object(value) and len(set(map(repr, value.values()))) > 1,
        _swapped,
    ),
    Twist.TOO_DEEP: (_is_there, lambda _: st.just(_deep())),
    Twist.UNKNOWN_KEY: (
        _is_object,
        lambda value: st.sampled_from(_STRANGE_KEYS).map(lambda key: {**value, key: "1"}),
    ),
    Twist.WRONG_SHAPE: (_is_there, _reshaped),
    Twist.WRONG_TYPE: (
        _is_simple,
        lambda value: st.sampled_from([one for one in _OTHERS if type(one) is not type(value)]),
    ),
}


def fitting(twist: Twist, places: Mapping[Path, Any]) -> list[Path]:
    """Give the paths at which *twist* fits what stands there."""
    fits, _ = _TWISTS[twist]
    return [path for path, value in places.items() if fits(value)]


def twisted(twist: Twist, value: Any) -> st.SearchStrategy[Json]:  # noqa: ANN401 - any JSON
    """Give what *twist* puts in the place of *value*, which it fits."""
    _, put = _TWISTS[twist]
    return put(value)


def places_in(document: Json) -> dict[Path, Any]:
    """Give every value of a document by its path, the whole first."""
    places: dict[Path, Any] = {}
    waiting: list[tuple[Path, Json]] = [((), document)]
    for path, value in waiting:  # which grows
        places[path] = value
        if isinstance(value, dict):
            waiting += [((*path, key), member) for key, member in value.items()]
        elif isinstance(value, list):
            waiting += [((*path, place), member) for place, member in enumerate(value)]
    return places


def replaced(document: Any, path: Path, member: Json) -> Any:  # noqa: ANN401 - any JSON
    """Give *document* with *member* at *path*; *document* itself stays as it is."""
    if not path:
        return member
    key, *below = path
    copy = document.copy()
    copy[key] = replaced(document[key], tuple(below), member)
    return copy
