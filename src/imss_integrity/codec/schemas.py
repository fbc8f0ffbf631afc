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
- the codes and the types of answers and ratings, which depend on their definition, and whether a
  definition of that version and digest was given.

A schema speaks of text in normal form C, which is how the codec writes it; the codec also reads
other forms, and measures them once they are in that one.
"""

from __future__ import annotations

from ..kernel.fields import InstanceOf
from .converters import reader_of
from .registry import SCHEMAS, name_of
from .schema_limits import Schema
from .schema_nodes import Definitions, closed_object
from .versions import version_of

__all__ = ["schema_of"]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(cls: type) -> Schema:
    """Give the JSON Schema, 2020-12, of the documents of a class.

    Esquema JSON. It describes the envelope that `dumps` writes: the name and the version of the
    schema, and the value. The module says what is left to the codec.

    Args:
        cls: A public record or definition of the library.

    Returns:
        Plain values, new each time: patterns, ranges, lengths and choices are those of the
        fields; no object has other keys than those named; each class stands once in ``$defs``.

    Raises:
        InvalidValueError: If *cls* is no class that documents hold.

    Source:
        JSON Schema 2020-12; the schemas are own.

    >>> from imss_integrity.kernel import Period
    >>> schema = schema_of(Period)
    >>> schema["$id"], schema["required"]
    ('urn:imss-integrity:period:1', ['schema', 'version', 'data'])
    >>> schema_of(int)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'value' must be a record or a definition of ...
    """
    InstanceOf(type).check("cls", cls)
    name = name_of(cls)
    version, definitions = version_of(name), Definitions()
    data = definitions.schema(reader_of(cls))
    envelope = {"schema": {"const": name}, "version": {"const": version}, "data": data}
    return {
        "$schema": _DIALECT,
        "$id": f"urn:imss-integrity:{name.removeprefix(SCHEMAS)}:{version}",
        "title": cls.__name__,
        **closed_object(envelope, list(envelope)),
        "$defs": dict(sorted(definitions.found.items())),
    }
