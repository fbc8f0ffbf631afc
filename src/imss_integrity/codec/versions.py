"""Versions of documents: how one that was written before is brought to the form of today.

Versiones de documento. The version of a type of document is one more than its migrations, so a
new form and the way to it arrive together. A migration is a pure function of plain values; it
changes the form of a record, never what it says. It is of one type: where another type holds the
record, that one needs a step too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

import attrs

from ..kernel.arguments import check_mapping, members_of
from ..kernel.errors import Fault, InvalidValueError, must, raise_any
from ..kernel.fields import MAX_WHOLE, InstanceOf, WholeNumber
from ..kernel.text import Text
from .registry import class_named

__all__ = ["MIGRATIONS", "SchemaMigration", "migrate", "version_fault", "version_of"]


@attrs.frozen(kw_only=True, weakref_slot=False)
class SchemaMigration:
    """The way from one version of a type of document to the next.

    Migración.

    Attributes:
        schema: The name of the schema, such as ``imss-integrity/unit``.
        version: The version that it starts from, at least 1; it leads to the next one.
        step: Takes the ``data`` of a document and gives the data of the next version, as plain
            values. It leaves what it was given as it is.

    Raises:
        InvalidValueError: If a field breaks its rule.

    Source:
        Own.

    >>> SchemaMigration(schema="imss-integrity/unit", version=1, step=dict).version
    1
    >>> SchemaMigration(schema="imss-integrity/unit", version=0, step=dict)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'version' must be a whole number from 1 to 90...
    """

    schema: str = attrs.field(validator=InstanceOf(str))
    version: int = attrs.field(validator=WholeNumber(1, MAX_WHOLE - 1))
    step: Callable[[Any], object] = attrs.field(validator=InstanceOf(cast("type", Callable)))


MIGRATIONS: tuple[SchemaMigration, ...] = ()
"""All migrations of the library: every type of document still has its first version."""

_KEYS = ("schema", "version", "data")
_ENVELOPE = Text("llevar 'schema', 'version' y 'data'", "hold 'schema', 'version' and 'data'")
_NAME = Text("nombrar un tipo de documento", "name a type of document")
_CHAIN = Text(
    "ir de la versión 1 en adelante, un paso por versión",
    "go on from version 1, one step for each version",
)
_SOUND = Text("ser lo que la versión {n} lleva", "be what version {n} holds")


def version_of(schema: object, migrations: Iterable[SchemaMigration] | None = None) -> int:
    """Give the version that a type of document has today; *migrations* as of `migrate`."""
    known = MIGRATIONS if migrations is None else migrations
    return 1 + sum(one.schema == schema for one in known)


def version_fault(
    schema: object, version: object, migrations: Iterable[SchemaMigration] | None = None
) -> Fault | None:
    """Say what is wrong with the version of a document; ``None``: it is read."""
    today = version_of(schema, migrations)
    if type(version) is int and 1 <= version <= today:
        return None
    rule = Text("ser {n}", "be {n}").format(n=1)
    if today > 1:
        known = ", ".join(map(str, range(1, today + 1)))
        rule = Text("ser una de {known}", "be one of {known}").format(known=known)
    return must("$.version", "version", rule, version)


def migrate(
    document: Mapping[str, object], *, migrations: Iterable[SchemaMigration] | None = None
) -> dict[str, object]:
    """Give *document* in the version that its type has today; *document* stays as it is.

    Migración de un documento. `loads` does this by itself; called by itself it brings stored
    documents over once and for all. What is in today's version comes back equal.

    Args:
        document: The envelope as plain values: ``schema``, ``version`` and ``data``.
        migrations: The steps there are; ``None``: those of the library, `MIGRATIONS`.

    Returns:
        A new envelope. Its data was brought over, not checked: `structure` does that.

    Raises:
        InvalidValueError: If *document* is no envelope, names no type of document, has a version
            that is not read (code ``version``; the error names those that are), or data that
            its version cannot hold (code ``migration``); if *migrations* leave one out.

    Source:
        Own.

    >>> old = {"schema": "imss-integrity/note", "version": 1, "data": {"texto": "Sí"}}
    >>> step = SchemaMigration(
    ...     schema="imss-integrity/note", version=1, step=lambda data: {"text": data["texto"]}
    ... )
    >>> migrate(old, migrations=[step])
    {'schema': 'imss-integrity/note', 'version': 2, 'data': {'text': 'Sí'}}
    >>> migrate({**old, "version": 3}, migrations=[step])
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'version' must be one of 1, 2: got 3 @ $.version
    """
    known = _chained(MIGRATIONS if migrations is None else migrations)
    check_mapping("$", document)
    if set(document) != set(_KEYS):
        raise InvalidValueError(must("$", "shape", _ENVELOPE, document))
    schema, version, data = (document[key] for key in _KEYS)
    if type(schema) is not str or not _is_known(schema, known):
        raise InvalidValueError(must("$.schema", "unknown", _NAME, schema))
    fault = version_fault(schema, version, known)
    raise_any(() if fault is None else (fault,))
    steps = {one.version: one.step for one in known if one.schema == schema}
    today = version_of(schema, known)
    for number in range(cast("int", version), today):
        data = _stepped(steps[number], data, number)
    return {"schema": schema, "version": today, "data": data}


def _is_known(schema: str, known: tuple[SchemaMigration, ...]) -> bool:
    return any(one.schema == schema for one in known) or class_named(schema) is not None


def _stepped(step: Callable[[Any], object], data: object, number: int) -> object:
    try:
        return step(data)
    except Exception:  # noqa: BLE001, S110 - the data may be anything at all
        pass
    # Raised out here: the error of the step may hold the data.
    raise InvalidValueError(must("$.data", "migration", _SOUND.format(n=number), data))


def _chained(migrations: Iterable[SchemaMigration]) -> tuple[SchemaMigration, ...]:
    """Refuse migrations that leave a version out or lead on from one twice."""
    known = members_of("migrations", migrations, SchemaMigration)
    sizes = Counter(one.schema for one in known)
    starts = {(one.schema, one.version) for one in known}
    wanted = {(schema, number) for schema, size in sizes.items() for number in range(1, size + 1)}
    if starts != wanted:
        raise InvalidValueError(must("migrations", "version", _CHAIN, len(known)))
    return known
