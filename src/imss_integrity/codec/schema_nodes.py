"""The schema of a class, walked along the readers that read it: what they take is what it says.

Esquemas de clases. Each class that is an object on the wire stands once under ``$defs``, by its
name; one that bears a ``type`` beside its own keys stands there as ``Tagged...``. What a record
holds by the codes of its definition is told in full where that definition is given.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from ..kernel.fields import MAX_ITEMS, Label, Optional
from .arrays import ArrayReader
from .defined import DefinedReader, DefinedShape
from .readers import OptionalReader, Reader
from .records import RecordReader
from .references import Definition, reference_to
from .schema_limits import Schema, closed_object, member_rule, plain_schema
from .straight import FieldPlan
from .unions import TAG, VALUE, UnionReader

__all__ = ["Definitions"]

# What a record holds by the codes of its definition, where that may be any.
_CONTENT: Mapping[str, Schema] = {
    "answers": {"type": "object"},
    "ratings": {
        "type": "object",
        "additionalProperties": {"type": ["integer", "null"], "minimum": 0, "maximum": 100},
    },
}
_DIGEST: Schema = {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"}
_TEXT: Schema = {"type": "string"}


_REFERENCE: Mapping[str, Schema] = {"code": _TEXT, "version": _TEXT, "digest": _DIGEST}


class Definitions:
    """Gathers the schemas of the classes that it meets.

    Args:
        definition: What records refer to; ``None``: whatever they do.
    """

    def __init__(self, definition: Definition | None = None) -> None:
        self.found: dict[str, Schema] = {}
        self.definition = definition

    def schema(self, reader: Reader, rule: object = None) -> Schema:
        """Give the schema of what *reader* reads, under the *rule* of its field."""
        match reader:
            case OptionalReader():
                inner = rule.rule if isinstance(rule, Optional) else rule
                return {"anyOf": [self.schema(reader.reader, inner), {"type": "null"}]}
            case UnionReader():
                return self._union(reader)
            case ArrayReader():
                return self._array(reader, rule)
            case RecordReader():
                return {**self._record(reader), **_wordings(rule)}
            case _:
                return plain_schema(reader, rule)

    def _union(self, reader: UnionReader) -> Schema:
        bare = [self.schema(one) for one in dict.fromkeys(reader.bare.values())]
        tagged = [self._tagged(tag, one) for tag, one in reader.tagged.items()]
        return {"anyOf": [*bare, *tagged]}

    def _tagged(self, tag: str, reader: Reader) -> Schema:
        if isinstance(reader, RecordReader):
            return self._record(reader, tag)
        own = {TAG: {"const": tag}, VALUE: self.schema(reader)}
        return closed_object(own, list(own))

    def _array(self, reader: ArrayReader, rule: object) -> Schema:
        each = member_rule(rule)
        inner = None if each is None else each.rule
        members = [self.schema(one, inner) for one in reader.readers]
        if not reader.any_number:
            size = len(members)
            limits = {"minItems": size, "maxItems": size}
            return {"type": "array", "prefixItems": members, "items": False, **limits}
        sizes = {} if each is None else {"minItems": each.least, "maxItems": each.most}
        # A list of any length says nothing of it.
        told = {name: n for name, n in sizes.items() if 0 < n < MAX_ITEMS}
        return {"type": "array", "items": members[0], **told}

    def _record(self, reader: RecordReader, tag: str = "") -> Schema:
        name = f"Tagged{reader.cls.__name__}" if tag else reader.cls.__name__
        if name not in self.found:
            self.found[name] = {}  # taken, because a class may hold itself
            self.found[name] = self._object(reader, {TAG: {"const": tag}} if tag else {})
        return {"$ref": f"#/$defs/{name}"}

    def _object(self, reader: RecordReader, tag: Mapping[str, Schema]) -> Schema:
        fields = reader.fields.items()
        properties = {**tag, **{name: self._field(plan) for name, plan in fields}}
        required = [*tag, *(name for name, plan in fields if plan.is_required)]
        if isinstance(reader, DefinedReader):
            properties |= self._defined(reader.shape)
            required = list(properties)
        return closed_object(properties, required, _first_line(reader.cls))

    def _defined(self, shape: DefinedShape[Any]) -> Mapping[str, Schema]:
        """Give the schemas of the reference to a definition, and of what is held by its codes."""
        reference, content = deepcopy((_REFERENCE, _CONTENT[shape.key]))
        if self.definition is not None:
            named = reference_to(self.definition)
            reference = {name: {"const": text} for name, text in named.items()}
            content, parts = _content(shape.key, self.definition)
            self.found.update(parts)
        return {
            shape.definition: closed_object(reference, list(reference)),
            shape.key: content,
        }

    def _field(self, plan: FieldPlan) -> Schema:
        default: Schema = {} if plan.is_required else {"default": plan.default}
        return {**self.schema(plan.reader, plan.rule), **default}


def _content(key: str, definition: Any) -> tuple[Schema, Mapping[str, Schema]]:  # noqa: ANN401
    # In a function: whoever describes units need not load questionnaires.
    if key == "answers":
        from .schema_answers import answers_schema  # noqa: PLC0415

        return answers_schema(definition)
    from .schema_ratings import ratings_schema  # noqa: PLC0415

    return ratings_schema(definition)


def _first_line(cls: type) -> str:
    return (cls.__doc__ or "").partition("\n")[0]


def _wordings(rule: object) -> Schema:
    """Bound the wordings of a text in both languages."""
    given = rule.rule if isinstance(rule, Optional) else rule
    if not isinstance(given, Label):
        return {}
    wording = {"minLength": 1, "maxLength": given.limit}
    return {"properties": {"es": wording, "en": wording}}
