"""Import of the interest declaration of one person from the Plataforma Digital Nacional.

Importación de declaraciones de intereses (PDN, sistema 1). From plain mappings, such as JSON
gives; reading the bytes is not done here. Nothing in a document can stop the import: what is odd
is reported, what is not decided stays open.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import cast

from ..catalog import CONFLICT_QUESTIONNAIRE
from ..conflicts import Questionnaire
from ..kernel.arguments import check_mapping
from ..kernel.calendar import Calendar
from ..kernel.fields import DAY, InstanceOf
from ..kernel.provenance import Status
from ..kernel.text import Text
from .foreign_nodes import Node, Notes
from .pdn_results import DeclarationKind, PdnFlag, PdnImport
from .pdn_sections import SectionReader
from .pdn_sheets import Sheet
from .pdn_tables import BLOCK, PDN_SOURCES, SECTIONS, WORK

__all__ = ["import_declaration"]

_UPDATE = "actualizacionConflictoInteres"


def import_declaration(
    document: Mapping[str, object],
    *,
    on: date,
    calendar: Calendar | None = None,
    questionnaire: Questionnaire | None = None,
) -> PdnImport:
    """Read the interest declaration of one person into answers to a questionnaire.

    Importación de una declaración de intereses. A section that is absent answers nothing; one
    that says *ninguno* and lists nothing answers *no*; one that lists records answers *yes* with
    their details, where the record alone tells what the question asks.

    Left open, with the details kept, are questions whose decisive fact no declaration holds:
    whether one decides on a public support (FIN4), whether a benefit was a gift because of the
    post (GIF1), whether a former employer is a supplier or regulated (EMP2). How an interest
    meets the function is always unknown.

    Args:
        document: The answer of the platform with one result, that result, or the declaration in
            it, as plain mappings, lists, texts and numbers.
        on: The day from which the last two years and the value of the UMA are read.
        calendar: The values of the UMA; ``None``: the published ones. Without a value for *on*
            the question on main clients stays open.
        questionnaire: What is answered; ``None``: that of the catalogue. Another one names its
            questions in the same way: ``BUS1``, ``BUS1.detalle``, ``BUS1.valor``.

    Returns:
        The answers, and what was not understood, contradicts, or found no place.

    Raises:
        InvalidValueError: If *document* is no mapping or another argument of the wrong kind;
            never for what the document holds.

    Source:
        Own reading of the data standard of the platform, system 1, and of rule 17a of the
        filling norms: two years, main clients above 250 UMA a month.

    >>> client = {"montoAproximadoGanancia": {"valor": 20000, "moneda": "MXN"}}
    >>> block = {"clientesPrincipales": {"ninguno": False, "cliente": [client]}}
    >>> done = import_declaration({"declaracion": {"interes": block}}, on=date(2026, 5, 4))
    >>> done.answers, [finding.code for finding in done.findings]
    ({'BUS4': 'no'}, ['below_limit'])
    >>> import_declaration([], on=date(2026, 5, 4))
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'document' must be a mapping from code to va...
    """
    check_mapping("document", document)
    DAY.check("on", on)
    calendar = Calendar() if calendar is None else calendar
    InstanceOf(Calendar).check("calendar", calendar)
    asked = CONFLICT_QUESTIONNAIRE if questionnaire is None else questionnaire
    InstanceOf(Questionnaire).check("questionnaire", asked)
    notes = Notes()
    sheet = Sheet(asked, on, notes)
    result = _result(Node(cast("Mapping[object, object]", document), "", notes))
    kind = None
    if result is not None:
        kind = _metadata(result)
        _declaration(result, SectionReader(sheet, notes, on, calendar))
    return PdnImport(
        on=on,
        kind=kind,
        entries=sheet.entries(),
        findings=notes.closed(),
        flags=tuple(notes.flags),
        spellings=tuple(notes.spellings),
        status=Status.OWN,
        sources=PDN_SOURCES,
    )


def _result(root: Node) -> Node | None:
    """Give the one result: two declarations may be those of two persons."""
    if not root.has("results"):
        return root
    results, unread = root.nodes("results")
    if len(results) + unread == 1:
        return results[0] if results else None
    rule = Text(
        "traer un solo resultado: importe cada uno por separado",
        "hold one result only: import each by itself",
    )
    root.notes.must("results", "limit", rule)
    return None


def _metadata(result: Node) -> DeclarationKind | None:
    metadata = result.node("metadata")
    if metadata is None:
        return None
    update = metadata.boolean(_UPDATE)
    if update is not None:
        flag = PdnFlag(name=_UPDATE, path=metadata.path_of(_UPDATE), value=update)
        metadata.notes.flags.append(flag)
    given = metadata.text("tipo")
    kind = _KINDS.get(_bare(given or ""))
    if given is not None and kind is None:
        rule = Text("ser un tipo de declaración", "be a kind of declaration")
        metadata.notes.must(metadata.path_of("tipo"), "unknown", rule)
    return kind


_KINDS = {kind.value: kind for kind in DeclarationKind}
_LONGEST_KIND = 20


def _bare(given: str) -> str:
    """Write a word in lower case without accents: some systems write MODIFICACIÓN."""
    if len(given) > _LONGEST_KIND:
        return ""
    letters = unicodedata.normalize("NFD", given.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _declaration(result: Node, reader: SectionReader) -> None:
    declaration = result.node("declaracion") if result.has("declaracion") else result
    if declaration is None:
        return
    situation = declaration.node("situacionPatrimonial")
    if situation is not None:
        reader.relatives(situation)
        reader.section(situation, WORK)
    block = declaration.spelled(BLOCK)
    if block is None:
        rule = Text("traer la declaración de intereses", "hold the declaration of interests")
        declaration.notes.must(declaration.path_of(BLOCK[0]), "missing", rule)
        return
    for section in SECTIONS:
        reader.section(block, section)
    known = {key for section in SECTIONS for key in section.keys}
    for number, key in enumerate(block.value):
        if key not in known:
            # A foreign key may be anything, a name among it: it is told by its position.
            rule = Text("ser una sección del estándar", "be a section of the standard")
            block.notes.must(f"{block.path}[#{number}]", "unknown", rule)
