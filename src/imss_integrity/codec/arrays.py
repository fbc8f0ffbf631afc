"""Readers of lists, which stand for tuples: of one kind, or of one kind for each place.

Lectores de listas.
"""

from __future__ import annotations

from typing import Any, cast

from ..kernel.fields import MAX_ITEMS
from ..kernel.text import Text
from .doubt import Unsure
from .listing import BAD, Listing
from .readers import Quick, Reader
from .references import Definitions

__all__ = ["ArrayReader", "array_of"]


class ArrayReader(Reader):
    """Reads a list as a tuple: of any number of one kind, or of as many as there are kinds."""

    kinds: tuple[type, ...] = (list,)

    def __init__(self, readers: tuple[Reader, ...], *, any_number: bool) -> None:
        self.readers = readers
        self.any_number = any_number

    def read(self, value: object, path: str, listing: Listing) -> Any:  # noqa: ANN401
        if type(value) is not list:
            return listing.refuse(path, "type", Text("ser una lista", "be a list"), value)
        members = cast("list[object]", value)
        most = MAX_ITEMS if self.any_number else len(self.readers)
        if len(members) > most or (not self.any_number and len(members) < most):
            rule = Text("tener a lo más {n} elementos", "have at most {n} members")
            if not self.any_number:
                rule = Text("tener {n} elementos", "have {n} members")
            return listing.refuse(path, "limit", rule.format(n=most), len(members))
        readers = self.readers * len(members) if self.any_number else self.readers
        before, taken = listing.found, list[object]()
        for number, (reader, member) in enumerate(zip(readers, members, strict=True)):
            if listing.is_full:
                break
            taken.append(reader.read(member, f"{path}[{number}]", listing))
        return tuple(taken) if listing.found == before else BAD

    def quick(self) -> Quick:
        functions = [reader.quick() for reader in self.readers]
        if self.any_number:
            return array_of(functions[0])

        def fixed(value: Any, definitions: Definitions) -> tuple[object, ...]:  # noqa: ANN401
            if value.__class__ is not list:
                raise Unsure
            pairs = zip(functions, value, strict=True)
            return tuple([take(member, definitions) for take, member in pairs])

        return fixed

    def composing(self) -> Reader:
        readers = tuple(reader.composing() for reader in self.readers)
        return ArrayReader(readers, any_number=self.any_number)


def array_of(take: Quick) -> Quick:
    """Give what reads a list of any number of what *take* reads."""

    def array(value: Any, definitions: Definitions) -> tuple[object, ...]:  # noqa: ANN401
        if value.__class__ is not list or len(value) > MAX_ITEMS:
            raise Unsure
        return tuple([take(member, definitions) for member in value])

    return array
