"""The laws of writing: each document says what anyone would write from the fields of its class."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imss_integrity.codec import dumps, unstructure
from imss_integrity.codec.registry import document_types
from imss_integrity.codec.versions import version_of
from imss_integrity.competitiveness import Assessment
from imss_integrity.conflicts import Absence, Response
from imss_integrity.conflicts.layout import Frame
from imss_integrity.pdca import CycleEvent
from imss_integrity.strategies.by_type import TYPES

# There are two hundred types, and others draw from most of their strategies.
PROFILE = settings.get_profile(settings.get_current_profile_name())
LIGHT = settings(max_examples=max(1, PROFILE.max_examples // 8))
DRAWN = {name: TYPES[cls] for name, cls in document_types().items() if cls in TYPES}
WIDEST = 2**53 - 1
JSON_TYPES: Mapping[object, set[object]] = {
    str: {str}, int: {int}, bool: {bool}, float: {float, int},
    Fraction: {int, str}, Decimal: {str}, date: {str},
}  # fmt: skip


def typed(plain: Any) -> Any:
    """Give *plain* with the type of each number and the order of all keys."""
    if isinstance(plain, dict):
        return [(key, typed(value)) for key, value in plain.items()]
    if isinstance(plain, list):
        return ["list", *map(typed, plain)]
    return type(plain), plain


def reference(definition: Any) -> dict[str, str]:
    """Name a definition."""
    return {name: getattr(definition, name) for name in ("code", "version", "digest")}


def fields_of(value: Any, *without: str) -> dict[str, Any]:
    """Write the fields of a record by their names."""
    hints = get_type_hints(type(value))
    return {
        field.name: naive(getattr(value, field.name), hints[field.name])
        for field in attrs.fields(type(value))
        if field.init and field.name not in without
    }


def answered(frame: Frame, values: Iterable[Any], rows: Mapping[int, Frame]) -> dict[str, Any]:
    """Write what is answered by the code of its question."""
    return {
        place.question.code: [answered(rows[place.position], row, {}) for row in value]
        if place.position in rows
        else answer(value)
        for place, value in zip(frame.places, values, strict=True)
        if value not in {None, ()}
    }


def answer(value: Any) -> Any:
    """Write an answer, several, or the absence of one."""
    if isinstance(value, tuple):
        return [answer(one) for one in value]
    if isinstance(value, Absence):
        return {"type": "absence", "value": value.value}
    if isinstance(value, date):
        return value.isoformat()
    return f"{value:f}" if isinstance(value, Decimal) else getattr(value, "value", value)


def members_of(kind: Any) -> list[Any]:
    """Give what a value of a union, or of the family of events, may be."""
    if kind is CycleEvent:
        return [one for one in CycleEvent.__subclasses__() if one in TYPES]
    is_union = get_origin(kind) in {Union, UnionType}
    return [one for one in get_args(kind) if one is not type(None)] if is_union else []


def json_types(member: Any, members: list[Any]) -> set[object]:
    """Say what a member of a union may be in JSON."""
    if get_origin(member) is tuple:
        return {list}
    if member is Fraction and int in members:
        return {str}
    return JSON_TYPES.get(member, {str} if issubclass(member, Enum) else {dict})


def tagged(value: Any, members: list[Any]) -> Any:
    """Write a value with its tag, where its JSON type does not tell what it is."""
    cls = type(value)
    types = {get_origin(one) or one: json_types(one, members) for one in members}
    plain = naive(value, next(one for one in members if (get_origin(one) or one) is cls))
    if cls is Fraction and types[cls] == {str}:
        plain = f"{value.numerator}/{value.denominator}"
    doubtful = {
        one
        for one, own in types.items()
        if one is not str and any(own & types[other] for other in types if other is not one)
    }
    if cls not in doubtful and not (doubtful and types[cls] == {dict}):
        return plain
    tag = {"type": re.sub(r"(?<!^)(?=[A-Z])", "-", cls.__name__).lower()}
    return {**tag, **plain} if types[cls] == {dict} else {**tag, "value": plain}


def naive(value: Any, kind: Any) -> Any:
    """Write a value of a type as plain JSON values, as the documentation says."""
    members = members_of(kind)
    if value is None:
        return None
    if members:
        return naive(value, members[0]) if len(members) == 1 else tagged(value, members)
    if get_origin(kind) is tuple:
        first, *others = get_args(kind)
        kinds = [first] * len(value) if others == [Ellipsis] else [first, *others]
        return [naive(one, own) for one, own in zip(value, kinds, strict=True)]
    assert type(value) is kind
    if isinstance(value, Response):
        layout = value.questionnaire.layout
        answers = answered(layout.top, value.values, layout.rows)
        return {"questionnaire": reference(value.questionnaire), "answers": answers}
    if isinstance(value, Assessment):
        ratings = {code: percent for code, percent in value.ratings.items() if percent is not None}
        own = fields_of(value, "framework", "percents")
        return {**own, "framework": reference(value.framework), "ratings": ratings}
    return leaf(value) if kind in JSON_TYPES or isinstance(value, Enum) else fields_of(value)


def leaf(value: Any) -> Any:
    """Write what holds nothing else."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Fraction):
        whole, parts = value.numerator, value.denominator
        return whole if parts == 1 and -WIDEST <= whole <= WIDEST else f"{whole}/{parts}"
    if isinstance(value, Decimal):
        zeros_were_counted = int(value.as_tuple().exponent) <= 0
        return f"{value:f}" if zeros_were_counted else str(value)
    return value


@pytest.mark.parametrize("schema", DRAWN)
@LIGHT
@given(data=st.data())
def test_a_document_says_what_its_fields_say(schema: str, data: st.DataObject) -> None:
    """Nothing is left out, added, or written in another form; keys stand in their order."""
    value = data.draw(DRAWN[schema])
    expected = naive(value, type(value))
    assert typed(expected) == typed(unstructure(value))
    document = {"schema": schema, "version": version_of(schema), "data": expected}
    assert json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode() == dumps(value)
