"""A decoder for records of one definition, made once and used for every body.

Decodificador. What answers or ratings may be is worked out once, not for every record.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, cast, overload

from ..competitiveness.assessing import Assessment
from ..competitiveness.frameworks import Framework
from ..conflicts.questionnaires import Questionnaire
from ..conflicts.responses import Response
from ..kernel.errors import InvalidValueError, must
from ..kernel.json_limits import MAX_LENGTH
from ..kernel.text import Text
from .converters import reader_of
from .defined import DefinedReader
from .documents import detailed_document, document_head
from .doubt import Unsure
from .reading import quick_json_reader, refuse_repetition
from .references import Definitions
from .registry import name_of
from .structuring import read_plain
from .versions import version_of

__all__ = ["Decoder"]

Record = TypeVar("Record", Response, Assessment)

_NOTHING: Any = object()


class Decoder(Generic[Record]):
    """Reads the records of one definition.

    Decodificador: of a questionnaire its responses, of a framework its assessments.

    Args:
        definition: The questionnaire or the framework.

    Raises:
        InvalidValueError: If *definition* is neither.

    Source:
        Own.

    >>> from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE
    >>> from imss_integrity.codec import dumps
    >>> decoder = Decoder(CONFLICT_QUESTIONNAIRE)
    >>> draft = Response.from_answers(CONFLICT_QUESTIONNAIRE, {"EMP1": "no"})
    >>> decoder.loads(dumps(draft)) == draft
    True
    >>> decoder.loads(b"[]")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: '$' must be an object: got a value of type list
    """

    __slots__ = ("_cls", "_definition", "_definitions", "_quick")

    @overload
    def __init__(self: Decoder[Response], definition: Questionnaire) -> None: ...

    @overload
    def __init__(self: Decoder[Assessment], definition: Framework) -> None: ...

    def __init__(self, definition: object) -> None:
        kinds: dict[type, type] = {Questionnaire: Response, Framework: Assessment}
        cls = kinds.get(type(definition))
        if cls is None:
            rule = Text("ser un cuestionario o un marco", "be a questionnaire or a framework")
            raise InvalidValueError(must("definition", "type", rule, definition))
        self._cls = cls
        self._definition: Any = definition
        self._definitions = Definitions([definition])
        self._quick = _quick_reader(cls, definition, self._definitions)

    def loads(self, body: bytes | str) -> Record:
        """Read a record from the document that `dumps` wrote, strictly; see `codec.loads`.

        Raises:
            InvalidValueError: With every fault; also where the document is of another type, or
                names another version of the definition (code ``version``).
        """
        record: Record
        try:
            record = self._quick(body)
        except Exception:  # noqa: BLE001 - whatever it is, the detailed way tells it better
            record = _NOTHING
        if record is _NOTHING:  # out here, so that no error hangs on another
            record = detailed_document(body, self._definitions, of=self._cls)
        return record

    def __get_pydantic_core_schema__(
        self, source: object, handler: Callable[[object], object]
    ) -> object:
        """Let ``Annotated[Response, decoder]`` be a body: it reads plain values, no envelope."""
        from . import embedding  # noqa: PLC0415 - it needs pydantic

        cls: type[object] = self._cls

        def read(plain: object) -> object:
            return read_plain(plain, cls, "$", self._definitions)

        return embedding.schema_with_reader(handler(source), cls, read)

    def __get_pydantic_json_schema__(self, _schema: object, handler: object) -> dict[str, Any]:
        """Give the JSON Schema of such a body: every question or subcriterion by its code."""
        from . import embedding, schema_nodes  # noqa: PLC0415 - see above

        definitions = schema_nodes.Definitions(self._definition)
        definitions.schema(reader_of(self._cls))
        body = definitions.found.pop(self._cls.__name__)  # in place: each definition has another
        return embedding.schema_with_components(body, definitions.found, handler)


def _quick_reader(
    cls: type, definition: object, definitions: Definitions
) -> Callable[[object], Any]:
    """Give what reads the documents of one definition the quick way."""
    reader = cast("DefinedReader", reader_of(cls))
    shape, schema = reader.shape, name_of(cls)
    plan, key, today = definitions.plan(definition, shape.plan), shape.key, version_of(schema)
    read = reader.quick_for(definition, plan)
    read_json, fixed = quick_json_reader(), 3 + reader.least_colons(definition)  # 3 outside

    def quick(body: Any) -> object:  # noqa: ANN401
        if body.__class__ is not bytes or len(body) > MAX_LENGTH or b"\\" in body:
            raise Unsure
        envelope = read_json(body)
        data, version = envelope["data"], envelope["version"]
        if (
            len(envelope) != 3  # noqa: PLR2004 - schema, version, data
            or envelope["schema"] != schema
            or version != today
            or version.__class__ is not int
        ):
            raise Unsure
        # So many colons a sound record has at least: where there are no more, no key is repeated.
        if body.count(b":") != fixed + len(data[key]):
            refuse_repetition(body, envelope)
        return read(data, definitions)

    if reader.fields:
        return quick
    # Of a record that is all content, everything before it is known, as `dumps` writes it.
    head = f"{document_head(cls)}{{{shape.head(definition)}".encode()
    return _content_reader(head, reader.content_reader(definition, plan), quick)


def _content_reader(
    head: bytes, made: Callable[[Any], object], other: Callable[[object], Any]
) -> Callable[[object], Any]:
    """Give what reads a document between *head* and its end; any that is not so, *other* reads."""
    read_json, tail, begin = quick_json_reader(), b"}}", len(head)

    def quick(body: Any) -> object:  # noqa: ANN401
        if (
            body.__class__ is not bytes
            or len(body) > MAX_LENGTH
            or not body.startswith(head)
            or not body.endswith(tail)
        ):
            return other(body)
        content = body[begin:-2]
        if b"\\" in content:
            raise Unsure
        given = read_json(content)
        # Each key has its colon: where there are no more, none is repeated.
        if content.count(b":") != len(given):
            refuse_repetition(content, given)
        return made(given)

    return quick
