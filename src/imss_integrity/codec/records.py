"""Readers of the library's classes: one for each, from its fields and their own rules.

Lectores de clases. Unknown keys are refused and missing ones named; a key whose field has a
default may be left out. `read` lists what is wrong with every field, then lets the constructor
say what does not fit together; `quick` is made by `straight`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cached_property
from typing import Any, cast, get_type_hints

import attrs

from ..kernel.errors import Fault, ImssIntegrityError
from ..kernel.fields import Each, FieldRule, Name, Optional
from ..kernel.text import Text
from .doubt import Unsure
from .listing import BAD, Listing
from .readers import Quick, Reader
from .references import Definitions
from .straight import FieldPlan, record_function

__all__ = ["RecordReader", "field_types", "opened"]


def field_types(cls: type) -> dict[str, object]:
    """Give the resolved types of the fields that the constructor of *cls* takes, in order."""
    hints = get_type_hints(cls)
    fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(cast("Any", cls))
    return {field.name: hints[field.name] for field in fields if field.init}


def opened(
    value: object, keys: Collection[str], path: str, listing: Listing
) -> Mapping[object, object] | None:
    """Give *value* if it is an object; list what it is instead, and keys that are not its own."""
    if type(value) is not dict:
        listing.refuse(path, "type", Text("ser un objeto", "be an object"), value)
        return None
    if listing.too_deep(path):
        return None
    given = cast("dict[object, object]", value)
    for number, key in enumerate(given):
        if key not in keys:
            listing.unknown_key(path, number)
        if listing.is_full:
            return None
    return given


def _speaks(rule: object) -> bool:
    """Say whether *rule* is of a text for people."""
    if isinstance(rule, Optional | Each):
        return _speaks(rule.rule)
    return isinstance(rule, Name)


class RecordReader(Reader):
    """Reads an object into an instance of a class of the library."""

    kinds: tuple[type, ...] = (dict,)

    def __init__(
        self,
        cls: type,
        reader_of: Callable[[object], Reader],
        plain_of: Callable[[object, object], object],
        *,
        without: Collection[str] = (),
    ) -> None:
        self.cls = cls
        self._without = without
        self._reader_of = reader_of
        self._plain_of = plain_of
        self._is_being_made = False
        self._holds_itself = False

    @cached_property
    def fields(self) -> Mapping[str, FieldPlan]:
        """What is known of each field; looked up late, because a class may hold itself."""
        return {plan.name: plan for plan in self._plans()}

    def _plans(self) -> Iterator[FieldPlan]:
        types = field_types(self.cls)
        for attribute in attrs.fields(cast("Any", self.cls)):
            if not attribute.init or attribute.name in self._without:
                continue
            reader = self._reader_of(types[attribute.name])
            if self.cls is Text or _speaks(attribute.validator):
                reader = reader.composing()
            default = attribute.default
            yield FieldPlan(
                name=attribute.name,
                reader=reader,
                rule=attribute.validator,
                attribute=attribute,
                is_required=default is attrs.NOTHING,
                default=None
                if default is attrs.NOTHING
                else self._plain_of(default, types[attribute.name]),
            )

    def read(self, value: object, path: str, listing: Listing) -> Any:  # noqa: ANN401
        before = listing.found
        given = opened(value, self.fields, path, listing)
        if given is None:
            return BAD
        taken = {
            name: self.field(plan, given, path, listing)
            for name, plan in self.fields.items()
            if plan.is_required or name in given
        }
        return BAD if listing.found > before else self.made(taken, path, listing)

    def made(self, taken: Mapping[str, object], path: str, listing: Listing) -> Any:  # noqa: ANN401
        """Let the constructor make an instance, and list what it refuses."""
        try:
            return self.cls(**taken)
        except ImssIntegrityError as error:
            faults = error.faults
        return listing.add_all(path, faults)

    def field(
        self, plan: FieldPlan, given: Mapping[object, object], path: str, listing: Listing
    ) -> object:
        """Read the value of one field, by its type and then by its own rule."""
        if plan.name not in given:
            return listing.missing_key(path, plan.name)
        before = listing.found
        value = plan.reader.read(given[plan.name], f"{path}.{plan.name}", listing)
        if listing.found == before and (faults := _rule_faults(plan, value)):
            return listing.add_all(path, faults)
        return value

    def quick(self) -> Quick:
        if self._is_being_made:
            self._holds_itself = True
            return self._inner
        function = self._function
        return self._bounded if self._holds_itself else function

    @cached_property
    def _function(self) -> Quick:
        self._is_being_made = True
        try:
            return self._make()
        finally:
            self._is_being_made = False

    def _make(self) -> Quick:
        return record_function(self.cls, tuple(self.fields.values()))

    def _inner(self, value: Any, definitions: Definitions) -> object:  # noqa: ANN401
        return self._function(value, definitions)

    def _bounded(self, value: Any, definitions: Definitions) -> object:  # noqa: ANN401
        # A class that holds itself has no depth of its own: the strict way counts levels.
        if _is_deep(value, _MOST_LEVELS):
            raise Unsure
        return self._function(value, definitions)


# With what stands above it, such an object stays well within the depth of a document.
_MOST_LEVELS = 40


def _is_deep(value: object, most: int) -> bool:
    if type(value) is list:
        return not most or any(_is_deep(one, most - 1) for one in cast("list[object]", value))
    if type(value) is dict:
        members = cast("dict[object, object]", value).values()
        return not most or any(_is_deep(one, most - 1) for one in members)
    return False


def _rule_faults(plan: FieldPlan, value: object) -> tuple[Fault, ...]:
    if isinstance(plan.rule, FieldRule):
        fault = plan.rule.fault(plan.name, value)
        return () if fault is None else (fault,)
    if plan.rule is not None:
        try:
            plan.rule(None, plan.attribute, value)
        except ImssIntegrityError as error:
            return error.faults
    return ()
