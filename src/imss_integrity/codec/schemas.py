"""JSON Schema of documents, from the same fields and rules that the codec reads them by.

Esquemas JSON, 2020-12. What a schema refuses, the codec refuses. The codec refuses more, because
no schema can say it:

- what does not add up or does not follow: sums, order, days before other days, events that may
  not follow, results that do not follow from what they were made of;
- repeated codes and repeated keys; the length of a whole document and its depth;
- days that do not exist, the size of an exact number written ``a/b``, and the zeros and digits
  of an amount;
- ``1.0`` where a whole number stands;
- control characters and invisible ones; the shapes of a CURP, an RFC or a social security number
  where a pseudonym stands;
- where no definition is named, the codes and the types of answers and ratings, and whether a
  definition of that version and digest was given; where one is, which day may not precede which,
  and the bounds of days and of decimals that are written as text.

What is enabled, and what is required, is no matter of reading: a draft may leave out any answer.
A schema speaks of text in normal form C, which is how the codec writes it; the codec also reads
other forms, and measures them once they are in that one.
"""

from __future__ import annotations

from ..kernel.errors import InvalidValueError, must
from ..kernel.fields import InstanceOf
from ..kernel.text import Text
from .converters import reader_of
from .defined import DefinedReader
from .readers import Reader
from .references import Definition
from .registry import SCHEMAS, name_of
from .schema_limits import Schema, closed_object
from .schema_nodes import Definitions
from .versions import version_of

__all__ = ["schema_of"]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(cls: type, *, definition: Definition | None = None) -> Schema:
    """Give the JSON Schema, 2020-12, of the documents of a class.

    Esquema JSON. It describes the envelope that `dumps` writes: the name and the version of the
    schema, and the value. The module says what is left to the codec.

    Args:
        cls: A public record or definition of the library.
        definition: For a `Response` its questionnaire, for an `Assessment` its framework: the
            schema is then that of what a `Decoder` of the definition reads, every question or
            subcriterion by its code; ``None``: of whatever definition.

    Returns:
        Plain values, new each time: patterns, ranges, lengths and choices are those of the
        fields; no object has other keys than those named; each class stands once in ``$defs``.

    Raises:
        InvalidValueError: If *cls* is no class that documents hold, or *definition* is none of
            that class.

    Source:
        JSON Schema 2020-12; the schemas are own.

    >>> from imss_integrity.kernel import Period
    >>> schema = schema_of(Period)
    >>> schema["$id"], schema["required"]
    ('urn:imss-integrity:period:1', ['schema', 'version', 'data'])
    >>> from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE
    >>> from imss_integrity.conflicts import Response
    >>> one = schema_of(Response, definition=CONFLICT_QUESTIONNAIRE)
    >>> answers = one["$defs"]["Response"]["properties"]["answers"]
    >>> answers["properties"]["EMP1"]["anyOf"][0]
    {'type': 'string', 'enum': ['si', 'no']}
    >>> schema_of(int)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'value' must be a record or a definition of ...
    """
    InstanceOf(type).check("cls", cls)
    name, reader, title = name_of(cls), reader_of(cls), cls.__name__
    version = version_of(name)
    identity = f"urn:imss-integrity:{name.removeprefix(SCHEMAS)}:{version}"
    if definition is not None:
        _check_definition(reader, definition)
        identity = f"{identity}:{definition.digest}"
        title = f"{title}: {definition.code} {definition.version}"
    definitions = Definitions(definition)
    data = definitions.schema(reader)
    envelope = {"schema": {"const": name}, "version": {"const": version}, "data": data}
    return {
        "$schema": _DIALECT,
        "$id": identity,
        "title": title,
        **closed_object(envelope, list(envelope)),
        "$defs": dict(sorted(definitions.found.items())),
    }


def _check_definition(reader: Reader, definition: object) -> None:
    if not isinstance(reader, DefinedReader) or type(definition) is not reader.shape.kind:
        rule = Text(
            "ser el cuestionario de una respuesta o el marco de una evaluación",
            "be the questionnaire of a response or the framework of an assessment",
        )
        raise InvalidValueError(must("definition", "type", rule, definition))
