"""References to definitions: on the wire stand code, version and digest, never the whole.

Referencias. An assessment names its framework and a response its questionnaire; whoever reads
them back gives the definition, and a document that speaks of another version is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Protocol, TypeVar, cast

from ..kernel.arguments import members_of
from ..kernel.errors import Fault, must, raise_any, shown
from ..kernel.text import Text

__all__ = ["Definition", "Definitions", "definitions_of", "reference_to"]


Plan = TypeVar("Plan")


class Definition(Protocol):
    """What records refer to: a framework or a questionnaire."""

    @property
    def code(self) -> str:
        """Its code, the same through all versions."""
        ...

    @property
    def version(self) -> str:
        """Its version."""
        ...

    @property
    def digest(self) -> str:
        """The digest of its whole content."""
        ...


def reference_to(definition: Definition) -> dict[str, str]:
    """Give how a record names *definition* on the wire."""
    return {
        "code": definition.code,
        "version": definition.version,
        "digest": definition.digest,
    }


_NAMES = ("code", "version", "digest")


class Definitions:
    """The definitions that the references of a document may name, and plans made from them."""

    __slots__ = ("_by_code", "_plans")

    def __init__(self, definitions: Iterable[object] = ()) -> None:
        self._plans: dict[int, Any] = {}
        self._by_code: dict[tuple[type, str], list[Definition]] = {}
        given = members_of("definitions", definitions, object)
        raise_any(
            must(f"definitions[{number}]", "type", _DEFINITION, one)
            for number, one in enumerate(given)
            if not all(type(getattr(one, name, None)) is str for name in _NAMES)
        )
        for one in cast("tuple[Definition, ...]", given):
            self._by_code.setdefault((type(one), one.code), []).append(one)

    def plan(self, definition: object, make: Callable[[Any], Plan]) -> Plan:
        """Give what *make* made of one of the definitions, once."""
        plan: Plan | None = self._plans.get(id(definition))
        # Two threads may both make it; either plan is as good, and one is kept.
        return self._plans.setdefault(id(definition), make(definition)) if plan is None else plan

    def named(self, kind: type, reference: object) -> object | None:
        """Give the definition of the class *kind* that *reference* names; ``None``: none."""
        if type(reference) is not dict:
            return None
        code = cast("dict[object, object]", reference).get("code")
        if type(code) is not str:
            return None
        of_code = self._by_code.get((kind, code), ())
        return next((one for one in of_code if reference_to(one) == reference), None)

    def fault(self, kind: type, reference: object, path: str) -> Fault:
        """Say why *reference*, found at *path*, names no definition of the class *kind*."""
        if type(reference) is not dict:
            return must(path, "type", _REFERENCE, reference)
        given = cast("dict[object, object]", reference)
        if given.keys() != set(_NAMES) or not all(type(one) is str for one in given.values()):
            return must(path, "type", _REFERENCE, given)
        known = self._by_code.get((kind, cast("str", given["code"])), [])
        if not known:
            return must(f"{path}.code", "unknown", _GIVEN, given["code"])
        if all(one.version != given["version"] for one in known):
            rule = _VERSION.format(known=_codes(known))
            return must(f"{path}.version", "version", rule, given["version"])
        return must(f"{path}.digest", "version", _DIGEST, given["digest"])


_NONE = Definitions()


def definitions_of(given: Iterable[object]) -> Definitions:
    """Give the definitions that *given* holds; where it holds none, as most often, no new ones."""
    return _NONE if given.__class__ is tuple and not given else Definitions(given)


def _codes(known: list[Definition]) -> str:
    return ", ".join(str(shown(one.version)) for one in known)


_DEFINITION = Text("ser un marco o un cuestionario", "be a framework or a questionnaire")
_REFERENCE = Text("llevar 'code', 'version' y 'digest'", "hold 'code', 'version' and 'digest'")
_GIVEN = Text("nombrar una definición dada", "name a definition that was given")
_VERSION = Text("ser la versión de la definición dada: {known}", "be the version given: {known}")
_DIGEST = Text("ser la huella de la definición dada", "be the digest of the definition given")
