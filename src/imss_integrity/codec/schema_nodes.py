"""The schema of a class, walked along the readers that read it: what they take is what it says.

Esquemas de clases. Each class that is an object on the wire stands once under ``$defs``, by its
name; one that bears a ``type`` beside its own keys stands there as ``Tagged...``.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..kernel.fields import MAX_ITEMS, Label, Optional
from .arrays import ArrayReader
from .defined import DefinedReader
from .readers import OptionalReader, Reader
from .records import RecordReader
from .schema_limits import Schema, member_rule, plain_schema
from .straight import FieldPlan
from .unions import TAG, VALUE, UnionReader

__all__ = ["Definitions", "closed_object"]

# What a record holds by the codes of its definition, which a schema of all of them cannot know.
_CONTENT: Mapping[str, Schema] = {
    "answers": {"type": "object"},
    "ratings": {
        "type": "object",
        "additionalProperties": {"type": ["integer", "null"], "minimum": 0, "maximum": 100},
    },
}
_DIGEST: Schema = {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"}
_TEXT: Schema = {"type": "string"}


def closed_object(
    properties: Mapping[str, object], required: list[str], description: str = ""
) -> Schema:
    """Give the schema of an object that has no keys but those."""
    return {
        **({"description": description} if description else {}),
        "type": "object",
        "properties": dict(properties),
        "required": required,
        "additionalProperties": False,
    }


_REFERENCE = closed_object(
    {"code": _TEXT, "version": _TEXT, "digest": _DIGEST}, ["code", "version", "digest"]
)


class Definitions:
    """Gathers the schemas of the classes that it meets."""

    def __init__(self) -> None:
        self.found: dict[str, Schema] = {}

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
            shape = reader.shape
            properties |= {shape.definition: _REFERENCE, shape.key: _CONTENT[shape.key]}
            required = list(properties)
        return closed_object(properties, required, _first_line(reader.cls))

    def _field(self, plan: FieldPlan) -> Schema:
        default: Schema = {} if plan.is_required else {"default": plan.default}
        return {**self.schema(plan.reader, plan.rule), **default}


def _first_line(cls: type) -> str:
    return (cls.__doc__ or "").partition("\n")[0]


def _wordings(rule: object) -> Schema:
    """Bound the wordings of a text in both languages."""
    given = rule.rule if isinstance(rule, Optional) else rule
    if not isinstance(given, Label):
        return {}
    wording = {"minLength": 1, "maxLength": given.limit}
    return {"properties": {"es": wording, "en": wording}}
