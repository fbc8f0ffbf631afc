"""Records that hold their definition: on the wire a reference to it, and content by its codes.

Registros con su definición. A response has ``questionnaire`` and ``answers``, an assessment
``framework`` and ``ratings``. What the content may be follows from the definition, so a plan is
made from it once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Protocol, TypeVar

import attrs

from .listing import BAD, Listing
from .readers import Quick, Reader
from .record_writers import Pieces, RecordWriter
from .records import RecordReader, opened
from .references import Definitions, reference_to
from .straight import Lines
from .writers import Write, quoted

__all__ = ["Content", "DefinedReader", "DefinedShape", "DefinedWriter"]

D = TypeVar("D")
ReaderOf = Callable[[object], Reader]
PlainOf = Callable[[object, object], object]


class Content(Protocol):
    """What is known of the content of a record from its definition."""

    def read(self, given: object, path: str, listing: Listing) -> Any:  # noqa: ANN401
        """Read it, listing every fault."""
        ...

    @property
    def quick(self) -> Callable[[Any], tuple[object, ...]]:
        """What reads it and raises at the first fault; all that it must keep is checked."""
        ...


@attrs.frozen(kw_only=True)
class DefinedShape(Generic[D]):
    """How a class holds its definition and its content.

    Attributes:
        cls: The class.
        kind: The class of the definition.
        definition: The field that holds it.
        content: The field that holds the content.
        key: The key of the content on the wire.
        plan: Makes the plan of the content from a definition.
        writer: Makes what writes the content from a definition.
    """

    cls: type
    kind: type[D]
    definition: str
    content: str
    key: str
    plan: Callable[[D], Content]
    writer: Callable[[D], Write]

    def head(self, definition: Any) -> str:  # noqa: ANN401
        """Give what stands before the content of a record of *definition*, as it is written."""
        named = (f"{quoted(k)}:{quoted(text)}" for k, text in reference_to(definition).items())
        return f'"{self.definition}":{{{",".join(named)}}},"{self.key}":'

    def record_reader(self, reader_of: ReaderOf, plain_of: PlainOf) -> DefinedReader:
        """Give what reads the records of the class."""
        return DefinedReader(self, reader_of, plain_of)

    def record_writer(self, writer_of: Callable[[object], Write]) -> DefinedWriter:
        """Give what writes the records of the class."""
        return DefinedWriter(self, writer_of)


class DefinedReader(RecordReader):
    """Reads a record that holds its definition."""

    def __init__(
        self,
        shape: DefinedShape[Any],
        reader_of: ReaderOf,
        plain_of: PlainOf,
    ) -> None:
        own = (shape.definition, shape.content)
        super().__init__(shape.cls, reader_of, plain_of, without=own)
        self.shape = shape

    def read(self, value: object, path: str, listing: Listing) -> Any:  # noqa: ANN401
        before, shape = listing.found, self.shape
        given = opened(value, {*self.fields, shape.definition, shape.key}, path, listing)
        if given is None:
            return BAD
        taken = {name: self.field(plan, given, path, listing) for name, plan in self.fields.items()}
        for key in (shape.definition, shape.key):
            if key not in given:
                listing.missing_key(path, key)
        reference = given.get(shape.definition)
        definition = listing.definitions.named(shape.kind, reference)
        if definition is None and shape.definition in given:
            place = f"{path}.{shape.definition}"
            listing.add(listing.definitions.fault(shape.kind, reference, place))
        if definition is not None and shape.key in given:
            plan = listing.definitions.plan(definition, shape.plan)
            content = plan.read(given[shape.key], f"{path}.{shape.key}", listing)
            taken = {**taken, shape.definition: definition, shape.content: content}
        return BAD if listing.found > before else self.made(taken, path, listing)

    def quick(self) -> Quick:
        return self._function

    def _make(self) -> Quick:
        shape, lines = self.shape, Lines()
        named, kind = lines.name(Definitions.named), lines.name(shape.kind)
        lines.put(f"q = {named}(c, {kind}, d[{lines.name(shape.definition)}])")
        lines.refuse_if("q is None")
        plan = f"{lines.name(Definitions.plan)}(c, q, {lines.name(shape.plan)})"
        lines.put(f"v = {plan}.quick(d[{lines.name(shape.key)}])")
        return self._completed(lines)

    def quick_for(self, definition: Any, plan: Content) -> Quick:  # noqa: ANN401
        """Give what reads the records of one *definition* only."""
        shape, lines = self.shape, Lines()
        reference = lines.name(reference_to(definition))
        lines.refuse_if(f"d[{lines.name(shape.definition)}] != {reference}")
        lines.put(f"q = {lines.name(definition)}")
        lines.put(f"v = {lines.name(plan.quick)}(d[{lines.name(shape.key)}])")
        return self._completed(lines)

    def content_reader(self, definition: Any, plan: Content) -> Callable[[Any], object]:  # noqa: ANN401
        """Give what makes a record of *definition* from its content; it has no other fields."""
        shape, lines = self.shape, Lines()
        lines.put(f"v = {lines.name(plan.quick)}(d)")
        definition_name = lines.name(definition)
        lines.build(shape.cls, {shape.definition: definition_name, shape.content: "v"}, "x")
        lines.put("return x")
        return lines.make("d")

    def _completed(self, lines: Lines) -> Quick:
        shape, values = self.shape, dict[str, str]()
        lines.refuse_if(f"d.__class__ is not dict or len(d) != {len(self.fields) + 2}")
        for number, (name, plan) in enumerate(self.fields.items()):
            values[name] = f"a{number}"
            lines.put(f"a{number} = d[{lines.name(name)}]")
            lines.take(plan.reader, plan.rule, f"a{number}")
        # What the constructor checks, the plan of the content has checked.
        lines.build(shape.cls, {**values, shape.definition: "q", shape.content: "v"}, "x")
        lines.put("return x")
        return lines.make("d, c")

    def least_colons(self, definition: Any) -> int:  # noqa: ANN401
        """Give how many colons a sound record of *definition* has, its content apart."""
        reference = reference_to(definition)
        inside = "".join(reference.values()).count(":")
        below = (plan.reader for plan in self.fields.values())
        nested = sum(len(one.fields) for one in below if isinstance(one, RecordReader))
        return len(self.fields) + 2 + len(reference) + inside + nested


class DefinedWriter(RecordWriter):
    """Writes a record that holds its definition."""

    def __init__(self, shape: DefinedShape[Any], hook_of: Callable[[object], Write]) -> None:
        super().__init__(shape.cls, hook_of, without=(shape.definition, shape.content))
        self._shape = shape
        self._by_definition: dict[int, tuple[object, str, Write]] = {}

    def _end(self, pieces: Pieces, var: str, *, first: bool) -> None:
        shape = self._shape
        pieces.fix("" if first else ",")
        written = pieces.names.of(self._content)
        pieces.work_out(f"{written}({var}.{shape.definition}, {var}.{shape.content})")

    def _content(self, definition: Any, content: object) -> str:  # noqa: ANN401
        known = self._by_definition.get(id(definition))
        _, head, write = self._made_for(definition) if known is None else known
        return head + write(content)

    def _made_for(self, definition: Any) -> tuple[object, str, Write]:  # noqa: ANN401
        if len(self._by_definition) >= _MOST_DEFINITIONS:
            self._by_definition.clear()
        # The definition is kept beside its writer, so its number is never that of another.
        made = definition, self._shape.head(definition), self._shape.writer(definition)
        self._by_definition[id(definition)] = made
        return made


# Whoever writes records of more definitions in turn makes their writers again.
_MOST_DEFINITIONS = 64
