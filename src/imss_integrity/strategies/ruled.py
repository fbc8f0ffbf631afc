"""Strategies read from the rules of the fields: what a rule accepts comes up, and nothing else.

The constructors check their fields by rules that are values (see `kernel.fields`), so a class
without rules across its fields needs no strategy of its own: its rules are one. What its fields
hold is drawn by its rules too, unless a strategy is handed in. Series have few members more than
they must.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

import attrs
from hypothesis import strategies as st

from ..kernel.commitment import Commitment
from ..kernel.days import Period
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
from ..kernel.provenance import Rule, Source
from ..kernel.pseudonymous import PSEUDONYM, SUBJECT
from ..kernel.text import Text
from ..statistics.floats import FloatBetween
from ..statistics.reading import FiniteFloat
from .initiatives import PSEUDONYMS
from .kernel import (
    codes,
    commitments,
    days,
    exact_numbers,
    money,
    names,
    periods,
    rules,
    sources,
    texts,
)

__all__ = ["Types", "built", "parts_of"]

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
    Commitment: commitments(),
    Period: periods(),
    Rule: rules(),
    Source: sources(),
    Text: texts(),
}
_NO_TYPES: Types = MappingProxyType({})


def built(
    cls: type[T], within: Types = _NO_TYPES, /, **given: st.SearchStrategy[Any]
) -> st.SearchStrategy[T]:
    """Give values of *cls*, each field by its own rule, or as *given*.

    What fields hold comes from *within*, by its class; other classes of the library are drawn by
    their rules. A field with neither a rule nor a strategy keeps its default.
    """
    fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(cls)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    by_rule = {
        field.name: _following(field.validator, within)
        for field in fields
        if field.init and field.validator is not None and field.name not in given
    }
    return st.builds(cls, **by_rule, **given)


def _following(rule: object, within: Types) -> st.SearchStrategy[Any]:  # noqa: PLR0911 - one for each rule
    """Give values that keep *rule*; what they are made of comes from *within*, by its class."""
    match rule:
        case Optional(rule=inner):
            return st.none() | _following(inner, within)
        case Each(rule=inner, least=least, most=most):
            member, longest = _following(inner, within), min(least + _MORE, most)
            return st.lists(member, min_size=least, max_size=longest).map(tuple)
        case OneOf(enum=enum):
            return st.sampled_from(enum)
        case WholeNumber(low=low, high=high):
            return st.integers(low, high) | st.integers(low, min(low + _NEAR, high))
        case ExactNumber(low=low, high=high):
            return exact_numbers(low, high)
        case FloatBetween(low=low, high=high):
            return st.floats(low, high)
        case InstanceOf(cls=cls):
            return _of_class(cls, within)
        case _:
            return _PATTERNS[rule] if rule in _PATTERNS else _OF_RULE[type(rule)]


def _of_class(cls: type[Any], within: Types) -> st.SearchStrategy[Any]:
    for types in (within, _OF_CLASS):
        if cls in types:
            return types[cls]
    return built(cls, within)


def parts_of(
    whole: st.SearchStrategy[W], parts: Callable[[W], Iterable[T]]
) -> st.SearchStrategy[T]:
    """Give the *parts* of drawn wholes, those of wholes that have some."""
    return whole.map(lambda one: tuple(parts(one))).filter(len).flatmap(st.sampled_from)
