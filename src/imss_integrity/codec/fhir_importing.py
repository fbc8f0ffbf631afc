"""A Questionnaire of HL7 FHIR R4 or R5 as a definition of the library.

Importación de un cuestionario. What contradicts itself is refused as in any definition; what
merely has no place here is listed as lost.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

import attrs

from ..conflicts import Questionnaire, Section
from ..kernel.arguments import check_mapping
from ..kernel.days import Period
from ..kernel.errors import (
    Fault,
    ImssIntegrityError,
    InconsistentError,
    InvalidValueError,
    MissingDataError,
    duty_of,
    raise_any,
)
from ..kernel.fields import CODE, Optional, choice
from ..kernel.provenance import Status
from ..kernel.text import Text
from .fhir_names import URL, section_code
from .fhir_nodes import LEFT_OUT, Wordings, note_rest
from .fhir_questions import QuestionReader
from .fhir_results import FhirImport
from .fhir_tables import FHIR_SOURCES, RELEASES, FhirRelease
from .foreign_nodes import Node, Notes

__all__ = ["import_questionnaire", "resource_of"]

_CARRIED = frozenset(
    {"language", "url", "version", "title", "_title", "status", "effectivePeriod", "item"}
)
_OF_SECTION = frozenset({"linkId", "text", "_text", "type", "required", "repeats", "item"})


def import_questionnaire(
    resource: Mapping[str, object],
    *,
    release: FhirRelease | str = FhirRelease.R5,
    code: str | None = None,
    version: str | None = None,
) -> FhirImport:
    """Read a Questionnaire of HL7 FHIR as a definition.

    Importación de un cuestionario de FHIR. Where all that stands at the top is plain groups,
    they are the sections; otherwise one section holds everything. A link id or option that is
    no code gets a code of its own, the same every time. Questions below a question are put
    beside it. A question whose conditions cannot all be read is asked more often, never less.
    Initial answers are left out. In R4 every ``!=`` is noted: its text admits two readings.

    Args:
        resource: The resource as plain mappings, lists, texts and numbers.
        release: Whose names it uses: ``R5`` or ``R4``.
        code: Code of the definition; ``None``: that of a resource which this library exported.
        version: Its version; ``None``: that of the resource.

    Returns:
        The definition, without policy, and what has no place in it.

    Raises:
        InvalidValueError: If *resource* is no Questionnaire, holds more than 5,000 items, must
            not be read by whoever does not know one of its extensions, or another argument is
            of the wrong kind.
        MissingDataError: If neither the resource nor the caller gives a code or a version.
        InconsistentError: If its questions do not fit together: repeated link ids, conditions
            on what is unknown or form a cycle, nothing to ask (then, why each
            item was lost); every fault, at once.

    Source:
        HL7 FHIR R4 and R5; how the two models meet is own.

    >>> ask = {"linkId": "A", "text": "¿Fuma?", "type": "boolean", "maxLength": 3}
    >>> form = {"resourceType": "Questionnaire", "version": "1", "item": [ask]}
    >>> done = import_questionnaire(form, code="mio")
    >>> done.questionnaire.question("A").text.es, [loss.path for loss in done.losses]
    ('¿Fuma?', ['title', 'item[0].maxLength'])
    >>> import_questionnaire(form)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.MissingDataError: 'code' must be given: the resource has none
    """
    chosen = choice(FhirRelease, release, path="release")
    for name, given in {"code": code, "version": version}.items():
        Optional(CODE).check(name, given)
    notes = Notes()
    root = resource_of(resource, "Questionnaire", notes)
    wordings = Wordings(root)
    reader = QuestionReader(RELEASES[chosen], notes, wordings)
    own_code = _given("code", code or _code_of(root))
    title = wordings.read(root, "title", own_code)
    sections = _sections(root, reader, own_code, title)
    if not reader.known:
        # Why there is nothing to ask is what the caller needs to know.
        raise_any(notes.closed(), InconsistentError)
    read = Questionnaire(
        code=own_code,
        version=_given("version", version or _code(root.value.get("version"))),
        title=title,
        period=_period(root),
        sections=tuple(
            attrs.evolve(section, questions=reader.conditioned(section.questions))
            for section in sections
        ),
    )
    if root.text("status") not in {None, "unknown"}:
        notes.must("status", "element", LEFT_OUT)
    note_rest(root, _CARRIED)
    return FhirImport(
        questionnaire=read, losses=notes.closed(), status=Status.OWN, sources=FHIR_SOURCES
    )


def resource_of(resource: object, kind: str, notes: Notes) -> Node:
    """Give the root of a resource of that *kind*.

    Raises:
        InvalidValueError: If it is none, or only who knows its extensions may read it.
    """
    check_mapping("resource", resource)
    root = Node(cast("Mapping[object, object]", resource), "", notes)
    if root.value.get("resourceType") != kind:
        raise _refused(Text(f"ser {kind}", f"be {kind}"), "resourceType", "type")
    if root.has("modifierExtension") or root.has("implicitRules"):
        rule = Text(
            "prescindir de extensiones que cambian su sentido",
            "do without extensions that change its meaning",
        )
        raise _refused(rule, "modifierExtension", "modifier")
    return root


def _refused(rule: Text, path: str, code: str) -> InvalidValueError:
    return InvalidValueError(Fault(path, code, duty_of(path, rule)))


def _given(name: str, value: str | None) -> str:
    if value is None:
        rule = Text("darse: el recurso no lo trae", "be given: the resource has none")
        raise MissingDataError(Fault(name, "missing", duty_of(name, rule)))
    return value


def _code_of(root: Node) -> str | None:
    """Give the code in the address of a resource of ours; any other address is noted."""
    url = root.value.get("url")
    found = _code(url.removeprefix(URL)) if type(url) is str and url.startswith(URL) else None
    if found is None and url is not None:
        root.notes.must("url", "element", LEFT_OUT)
    return found


def _code(given: object) -> str | None:
    is_code = type(given) is str and CODE.fault("", given) is None
    return cast("str", given) if is_code else None


def _period(root: Node) -> Period | None:
    """Give the period; one that is open at an end, or told by the hour, has no place."""
    node = root.node("effectivePeriod")
    if node is None:
        return None
    try:
        return Period.parse(node.value.get("start"), node.value.get("end"))
    except ImssIntegrityError:
        rule = Text("ir de un día a otro", "go from a day to a day")
        root.notes.must("effectivePeriod", "period", rule)
        return None


def _sections(root: Node, reader: QuestionReader, code: str, title: Text) -> list[Section]:
    nodes, _ = root.nodes("item")
    if not nodes or not all(map(_is_plain_group, nodes)):
        return [Section(code=code, title=title, questions=reader.questions(nodes))]
    return [_section(node, reader) for node in nodes]


def _is_plain_group(node: Node) -> bool:
    """Say whether an item says no more than a section does."""
    link, given = node.value.get("linkId"), node.value.get("type")
    is_named = type(link) is str and bool(link)
    return is_named and given == "group" and not any(map(node.value.get, _MORE))


_MORE = ("required", "repeats", "enableWhen", "modifierExtension")


def _section(node: Node, reader: QuestionReader) -> Section:
    code = reader.named(node, section_code)
    note_rest(node, _OF_SECTION)
    title = reader.wordings.read(node, "text", code)
    return Section(code=code, title=title, questions=reader.questions(node.nodes("item")[0]))
