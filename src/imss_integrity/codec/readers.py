"""Readers: what takes a plain value of one kind into the value it stands for, strictly.

Lectores. A reader has two ways. `quick` gives a function that raises at the first thing that is
wrong; `read` lists everything that is. Both accept the same values. Types are exact: nothing is
turned into something else, a list stands for a tuple, and text for people is brought into NFC.
"""

from __future__ import annotations

import unicodedata
from abc import abstractmethod
from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any

import attrs

from ..kernel.days import parse_day
from ..kernel.errors import ImssIntegrityError
from ..kernel.fields import MAX_WHOLE
from ..kernel.text import Text
from .doubt import Unsure
from .listing import Listing, last
from .references import Definitions
from .scalars import day_of, decimal_of, float_of, fraction_of, fraction_of_text

__all__ = [
    "MAX_TEXT",
    "BooleanReader",
    "ChoiceReader",
    "DayReader",
    "OptionalReader",
    "Quick",
    "Reader",
    "ScalarReader",
    "TextReader",
    "WholeReader",
    "composed",
]

Quick = Callable[[Any, Definitions], Any]
"""Takes a plain value and the definitions; raises anything at all where it is unsure."""

MAX_TEXT = 4000
"""The longest text of any document, in characters."""


class Reader:
    """Reads plain values of one kind.

    Attributes:
        kinds: The JSON types, as Python classes, of the values it can take.
    """

    kinds: tuple[type, ...] = ()

    @abstractmethod
    def read(self, value: object, path: str, listing: Listing) -> Any:  # noqa: ANN401
        """Read *value*, found at *path*; where it is refused, list why and give `BAD`."""

    @abstractmethod
    def quick(self) -> Quick:
        """Give a function that reads the same and raises where it would refuse."""

    def composing(self) -> Reader:
        """Give the reader of the same kind whose texts are for people, and so brought to NFC."""
        return self


def composed(text: str) -> str:
    """Give *text*, short enough to be looked at, in normal form C."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


class TextReader(Reader):
    """Reads a text; one for people is brought into normal form C, after its length is bounded."""

    kinds: tuple[type, ...] = (str,)

    def __init__(self, *, for_people: bool = False) -> None:
        self.for_people = for_people

    def read(self, value: object, path: str, listing: Listing) -> Any:  # noqa: ANN401
        if type(value) is not str:
            return listing.refuse(path, "type", Text("ser texto", "be text"), value)
        if len(value) > MAX_TEXT:
            rule = Text("tener a lo más {n} caracteres", "have at most {n} characters")
            return listing.refuse(path, "limit", rule.format(n=MAX_TEXT), value)
        return composed(value) if self.for_people else value

    def quick(self) -> Quick:
        for_people = self.for_people

        def text(value: Any, _: Definitions) -> str:  # noqa: ANN401
            if value.__class__ is not str or len(value) > MAX_TEXT:
                raise Unsure
            given: str = value
            return composed(given) if for_people else given

        return text

    def composing(self) -> Reader:
        return TextReader(for_people=True)


class WholeReader(Reader):
    """Reads a whole number that JSON carries exactly; ``true`` is none, nor is ``1.0``."""

    kinds: tuple[type, ...] = (int,)

    def read(self, value: object, path: str, listing: Listing) -> Any:  # noqa: ANN401
        if type(value) is int and -MAX_WHOLE <= value <= MAX_WHOLE:
            return value
        code = "range" if type(value) is int else "type"
        return listing.refuse(path, code, Text("ser un entero", "be a whole number"), value)

    def quick(self) -> Quick:
        return _whole


def _whole(value: Any, _: Definitions) -> int:  # noqa: ANN401
    if value.__class__ is int and -MAX_WHOLE <= value <= MAX_WHOLE:
        given: int = value
        return given
    raise Unsure


class BooleanReader(Reader):
    """Reads ``true`` or ``false``."""

    kinds: tuple[type, ...] = (bool,)

    def read(self, value: object, path: str, listing: Listing) -> Any:  # noqa: ANN401
        if type(value) is bool:
            return value
        rule = Text("ser verdadero o falso", "be true or false")
        return listing.refuse(path, "type", rule, value)

    def quick(self) -> Quick:
        return _truth


def _truth(value: Any, _: Definitions) -> bool:  # noqa: ANN401
    if value is True or value is False:
        given: bool = value
        return given
    raise Unsure


class ScalarReader(Reader):
    """Reads what `scalars` knows: an exact number, an amount, a finite number."""

    def __init__(
        self, kinds: tuple[type, ...], take: Callable[[object], object], rule: Text
    ) -> None:
        self.kinds = kinds
        self.take = take
        self.rule = rule

    @classmethod
    def fraction(cls) -> ScalarReader:
        """Read an exact number."""
        rule = Text("ser un entero o un texto 'a/b'", "be a whole number or a text 'a/b'")
        return cls((int, str), fraction_of, rule)

    @classmethod
    def fraction_text(cls) -> ScalarReader:
        """Read an exact number where whole numbers are taken by another class."""
        return cls((str,), fraction_of_text, Text("ser un texto 'a/b'", "be a text 'a/b'"))

    @classmethod
    def decimal(cls) -> ScalarReader:
        """Read an amount."""
        rule = Text("ser un texto de dígitos, como '12.50'", "be a text of digits, such as '12.50'")
        return cls((str,), decimal_of, rule)

    @classmethod
    def float(cls) -> ScalarReader:
        """Read a finite number."""
        return cls((float, int), float_of, Text("ser un número finito", "be a finite number"))

    def read(self, value: object, path: str, listing: Listing) -> Any:  # noqa: ANN401
        taken = self.take(value)
        return listing.refuse(path, "type", self.rule, value) if taken is None else taken

    def quick(self) -> Quick:
        take = self.take

        def scalar(value: Any, _: Definitions) -> object:  # noqa: ANN401
            # A quick reader of JSON gives a huge whole number as a float: the strict one tells.
            if value.__class__ is float and not -MAX_WHOLE <= value <= MAX_WHOLE:
                raise Unsure
            taken = take(value)
            if taken is None:
                raise Unsure
            return taken

        return scalar


class DayReader(Reader):
    """Reads a civil day, ``YYYY-MM-DD``."""

    kinds: tuple[type, ...] = (str,)

    def read(self, value: object, path: str, listing: Listing) -> Any:  # noqa: ANN401
        if type(value) is not str:
            return listing.refuse(path, "type", Text("ser texto", "be text"), value)
        try:
            return parse_day(value, path=last(path))
        except ImssIntegrityError as error:
            fault = error.faults[0]
        return listing.add(attrs.evolve(fault, path=path))

    def quick(self) -> Quick:
        return _day


def _day(value: Any, _: Definitions) -> object:  # noqa: ANN401
    if value.__class__ is not str:
        raise Unsure
    return day_of(value)


class ChoiceReader(Reader):
    """Reads a member of an enumeration by its exact value."""

    kinds: tuple[type, ...] = (str,)

    def __init__(self, enum: type[Enum]) -> None:
        self.members: Mapping[object, Enum] = {one.value: one for one in enum}

    def read(self, value: object, path: str, listing: Listing) -> Any:  # noqa: ANN401
        member = self.members.get(value) if type(value) is str else None
        if member is not None:
            return member
        # The given text is never shown: what stands in the wrong place may be a name.
        rule = Text("ser uno de {allowed}", "be one of {allowed}")
        allowed = ", ".join(map(str, self.members))
        return listing.refuse(path, "choice", rule.format(allowed=allowed), [])

    def quick(self) -> Quick:
        members = self.members

        def member(value: Any, _: Definitions) -> Enum:  # noqa: ANN401
            return members[value]

        return member


class OptionalReader(Reader):
    """Reads ``null`` as ``None``, and all else as another reader does."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.kinds: tuple[type, ...] = (type(None), *reader.kinds)

    def read(self, value: object, path: str, listing: Listing) -> Any:  # noqa: ANN401
        return None if value is None else self.reader.read(value, path, listing)

    def quick(self) -> Quick:
        inner = self.reader.quick()

        def optional(value: Any, definitions: Definitions) -> object:  # noqa: ANN401
            return None if value is None else inner(value, definitions)

        return optional

    def composing(self) -> Reader:
        return OptionalReader(self.reader.composing())
