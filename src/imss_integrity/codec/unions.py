"""Readers and writers of what may be of several classes, told apart by a tag.

Uniones. Where the JSON type tells the members apart, nothing is added: a whole number or a text
``a/b``. Else the members stand in an object whose ``type`` names them: ``{"type": "date",
"value": "2026-05-04"}`` for a value, ``{"type": "opened", "on": ...}`` for an object with keys of
its own. A plain text is never tagged.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any, cast

from ..kernel.text import Text
from .doubt import Unsure
from .listing import Listing
from .readers import Quick, Reader
from .references import Definitions

__all__ = ["TAG", "VALUE", "UnionReader", "family_of", "is_tagged", "tag_of"]

TAG = "type"
VALUE = "value"
_HUMP = r"(?<=[a-z0-9])(?=[A-Z])"

Hook = Callable[[Any], Any]


def tag_of(cls: type) -> str:
    """Give the name of a class on the wire: ``plan-drafted`` for ``PlanDrafted``."""
    return re.sub(_HUMP, "-", cls.__name__).lower()


def family_of(cls: type) -> tuple[type, ...]:
    """Give the classes that stand for *cls* where it is never used by itself; else none.

    Such a class leaves a class variable open, which those below it fill.
    """
    is_open = any(
        str(kind).startswith("ClassVar") and not hasattr(cls, name)
        for name, kind in cls.__annotations__.items()
    )
    # A twin is below the same class and has no fields of its own; see `twins`.
    below: list[type] = cls.__subclasses__() if is_open else []
    return tuple(one for one in below if "__attrs_attrs__" in one.__dict__)


def is_tagged(member: type, kinds: Mapping[type, tuple[type, ...]]) -> bool:
    """Say whether *member* needs a tag among *kinds*: each member with its JSON types."""
    used = Counter(kind for own in kinds.values() for kind in set(own))
    ambiguous = {
        one for one, own in kinds.items() if one is not str and any(used[kind] > 1 for kind in own)
    }
    # A tag stands in an object, so an object beside it needs one as well.
    return member in ambiguous or (bool(ambiguous) and dict in kinds[member])


class UnionReader(Reader):
    """Reads a value of one of several classes."""

    def __init__(self, readers: Mapping[type, Reader]) -> None:
        kinds = {member: reader.kinds for member, reader in readers.items()}
        self.tagged: dict[str, Reader] = {
            tag_of(one): readers[one] for one in readers if is_tagged(one, kinds)
        }
        self.bare: dict[type, Reader] = {
            kind: reader
            for one, reader in readers.items()
            if not is_tagged(one, kinds)
            for kind in reader.kinds
        }
        self.kinds: tuple[type, ...] = (*self.bare, *([dict] if self.tagged else []))

    def read(self, value: object, path: str, listing: Listing) -> Any:  # noqa: ANN401
        if (reader := self.bare.get(type(value))) is not None:
            return reader.read(value, path, listing)
        given = cast("dict[object, object]", value)
        if type(value) is not dict or not self.tagged:
            return listing.refuse(path, "type", self._rule(), given)
        tag = given.get(TAG)
        tagged = self.tagged.get(tag) if type(tag) is str else None
        if tagged is None:
            rule = Text("ser uno de {tags}", "be one of {tags}").format(tags=", ".join(self.tagged))
            return listing.refuse(f"{path}.{TAG}", "choice", rule, [])
        if dict in tagged.kinds:
            return tagged.read({k: v for k, v in given.items() if k != TAG}, path, listing)
        if given.keys() != {TAG, VALUE}:
            rule = Text("llevar 'type' y 'value'", "hold 'type' and 'value'")
            return listing.refuse(path, "shape", rule, given)
        return tagged.read(given[VALUE], f"{path}.{VALUE}", listing)

    def _rule(self) -> Text:
        names = {str: "string", int: "integer", float: "number", bool: "boolean", list: "array"}
        kinds = ", ".join(names.get(kind, "object") for kind in self.kinds)
        return Text("ser de tipo JSON {kinds}", "be of JSON type {kinds}").format(kinds=kinds)

    def quick(self) -> Quick:
        bare = {kind: reader.quick() for kind, reader in self.bare.items()}
        objects = {tag: one.quick() for tag, one in self.tagged.items() if dict in one.kinds}
        values = {tag: one.quick() for tag, one in self.tagged.items() if dict not in one.kinds}

        def union(value: Any, definitions: Definitions) -> object:  # noqa: ANN401
            if value.__class__ is not dict or not (objects or values):
                return bare[value.__class__](value, definitions)
            tag = value[TAG]
            if tag in objects:
                rest = value.copy()  # what was given stays as it is
                del rest[TAG]
                return objects[tag](rest, definitions)
            if len(value) != len((TAG, VALUE)):
                raise Unsure
            return values[tag](value[VALUE], definitions)

        return union
