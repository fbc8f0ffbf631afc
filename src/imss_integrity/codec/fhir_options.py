"""The options of an item of FHIR: codings, texts or whole numbers, with weights.

Opciones desde FHIR. An option here is a code: of a coding its system is lost, unless it is the
table of yes and no.
"""

from __future__ import annotations

from fractions import Fraction

from ..conflicts import Option
from ..kernel.errors import ImssIntegrityError
from ..kernel.exact import parse_exact
from ..kernel.fields import ExactNumber
from ..kernel.text import Text
from .fhir_names import code_of
from .fhir_nodes import Wordings, extensions, note_rest
from .fhir_tables import EXCLUSIVE, YES_NO_CODES, YES_NO_SYSTEM, Release
from .fhir_values import MOST_INTEGER, number_of
from .foreign_nodes import Node

__all__ = ["options_of"]

_CARRIED = frozenset({"valueCoding", "valueString", "valueInteger", "extension"})
_OF_CODING = frozenset({"system", "code", "display", "_display", "extension"})
_BOTH = set(YES_NO_CODES.values())
_WEIGHT = ExactNumber()


def options_of(node: Node, release: Release, wordings: Wordings) -> tuple[Option, ...] | None:
    """Give the options of an item; ``None``: they are yes and no."""
    nodes, _ = node.nodes("answerOption")
    codings = [one.node("valueCoding") for one in nodes if one.has("valueCoding")]
    systems = [coding.value.get("system") if coding else None for coding in codings]
    options = tuple(
        option for one in nodes if (option := _option(one, release, wordings)) is not None
    )
    plain = {option.code for option in options if option.weight is None and not option.exclusive}
    if len(nodes) == len(plain) == len(_BOTH) and plain == _BOTH and systems == [YES_NO_SYSTEM] * 2:
        return None
    if any(system is not None for system in systems):
        rule = Text("quedar sin sistema de códigos", "be left without a code system")
        node.notes.must(node.path_of("answerOption"), "system", rule)
    if len(codings) < len(nodes):
        rule = Text("ser códigos: sus valores se vuelven claves", "be codings: values become codes")
        node.notes.must(node.path_of("answerOption"), "coding", rule)
    return options


def _option(node: Node, release: Release, wordings: Wordings) -> Option | None:
    note_rest(node, _CARRIED)
    found = extensions(node, {release.weight, EXCLUSIVE})
    coding = node.node("valueCoding")
    if coding is not None:
        note_rest(coding, _OF_CODING)
        # R4 may put the weight on the coding itself.
        found = extensions(coding, {release.weight}) | found
    given = node.value.get("valueString") if coding is None else coding.value.get("code")
    whole = node.value.get("valueInteger") if coding is None else None
    if type(whole) is int and abs(whole) <= MOST_INTEGER:
        given = str(whole)
    if type(given) is not str or not given:
        rule = Text("llevar un código, un texto o un entero", "hold a code, a text or an integer")
        node.notes.must(node.path, "option", rule)
        return None
    code = code_of(given)
    exclusive = found[EXCLUSIVE].boolean("valueBoolean") if EXCLUSIVE in found else None
    if coding is not None:
        name = wordings.read(coding, "display", code)
    else:
        name = Text(given) if type(whole) is int else wordings.read(node, "valueString", code)
    return Option(
        code=code,
        name=name,
        weight=_weight(found.get(release.weight)),
        exclusive=exclusive or False,
    )


def _weight(extension: Node | None) -> Fraction | None:
    if extension is None:
        return None
    given = number_of(extension.value.get("valueDecimal"))
    try:
        weight = parse_exact(given)
        _WEIGHT.check("weight", weight)
    except ImssIntegrityError:
        rule = Text("ser un número exacto", "be an exact number")
        extension.notes.must(extension.path_of("valueDecimal"), "weight", rule)
        return None
    return weight
