"""Strategies read from the rules of the fields: what a rule accepts comes up, and nothing else.

The constructors check their fields by rules that are values (see `kernel.fields`), so a class
without rules across its fields needs no strategy of its own: its rules are one. Series have few
members more than they must.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

import attrs
from hypothesis import strategies as st

from ..kernel.fields import (
    CODE,
    Day,
    Each,
    ExactNumber,
    InstanceOf,
    Label,
    Money,
    Name,
    OneOf,
    Optional,
    WholeNumber,
)
from ..kernel.pseudonymous import PSEUDONYM, SUBJECT
from ..statistics.floats import FloatBetween
from ..statistics.reading import FiniteFloat
from .initiatives import PSEUDONYMS
from .kernel import codes, days, exact_numbers, money, names, texts

__all__ = ["Types", "built", "following", "parts_of"]

T = TypeVar("T")
W = TypeVar("W")
Types = Mapping[type, st.SearchStrategy[Any]]
"""Class -> what gives its values."""

_FLOATS = st.floats(allow_nan=False, allow_infinity=False)
_MORE = 2  # members above the fewest there must be
_NEAR = 40  # the lowest numbers come up as often as all the others
_PATTERNS: dict[object, st.SearchStrategy[str]] = {
    CODE: codes(),
    PSEUDONYM: PSEUDONYMS,
    SUBJECT: codes() | PSEUDONYMS,
}
_OF_RULE: dict[type, st.SearchStrategy[Any]] = {
    Day: days(),
    FiniteFloat: _FLOATS,
    Label: texts(),
    Money: money(),
    Name: names(),
}
_OF_CLASS: dict[type, st.SearchStrategy[Any]] = {
    bool: st.booleans(),
    float: _FLOATS,
    str: names(),
}


def built(cls: type[T], **given: st.SearchStrategy[Any]) -> st.SearchStrategy[T]:
    """Give values of *cls*, each field by its own rule, or as *given*.

    A field with neither a rule nor a strategy keeps its default.
    """
    fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(cls)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    by_rule = {
        field.name: following(field.validator)
        for field in fields
        if field.init and field.validator is not None and field.name not in given
    }
    return st.builds(cls, **by_rule, **given)


def following(rule: object) -> st.SearchStrategy[Any]:  # noqa: PLR0911 - one for each rule
    """Give values that keep *rule*."""
    match rule:
        case Optional(rule=inner):
            return st.none() | following(inner)
        case Each(rule=inner, least=least, most=most):
            members = st.lists(following(inner), min_size=least, max_size=min(least + _MORE, most))
            return members.map(tuple)
        case OneOf(enum=enum):
            return st.sampled_from(enum)
        case WholeNumber(low=low, high=high):
            return st.integers(low, high) | st.integers(low, min(low + _NEAR, high))
        case ExactNumber(low=low, high=high):
            return exact_numbers(low, high)
        case FloatBetween(low=low, high=high):
            return st.floats(low, high)
        case InstanceOf(cls=cls):
            return _of_class(cls)
        case _:
            return _PATTERNS[rule] if rule in _PATTERNS else _OF_RULE[type(rule)]


def _of_class(cls: type) -> st.SearchStrategy[Any]:
    if cls in _OF_CLASS:
        return _OF_CLASS[cls]
    found: st.SearchStrategy[Any] = st.deferred(lambda: _of_library(cls))
    return found


def _of_library(cls: type) -> st.SearchStrategy[Any]:
    from .by_type import TYPES  # noqa: PLC0415 - which is made of these strategies

    return TYPES[cls]


def parts_of(
    whole: st.SearchStrategy[W], parts: Callable[[W], Iterable[T]]
) -> st.SearchStrategy[T]:
    """Give the *parts* of drawn wholes, those of wholes that have some."""
    return whole.map(lambda one: tuple(parts(one))).filter(len).flatmap(st.sampled_from)
