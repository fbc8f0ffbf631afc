"""What the import of an interest declaration gives.

Resultado de la importación. Answers and flags are personal: neither `repr` nor any report shows
them.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

import attrs

from ..conflicts import Absence, Questionnaire, Response
from ..kernel.errors import Fault
from ..kernel.fields import DAY, NAME, Each, InstanceOf, OneOf, Optional
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value

__all__ = ["DeclarationKind", "Entry", "PdnFlag", "PdnImport", "Row", "Scalar"]

Scalar = str | Absence
Row = tuple[tuple[str, Scalar], ...]
Entry = tuple[str, Scalar | tuple[Row, ...]]


class DeclarationKind(StrEnum):
    """Why a declaration was made (tipo de declaración; LGRA 33)."""

    INITIAL = "inicial"
    MODIFICATION = "modificacion"
    CONCLUSION = "conclusion"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _LABELS[self]


_LABELS = {
    DeclarationKind.INITIAL: Text("inicial", "initial"),
    DeclarationKind.MODIFICATION: Text("de modificación", "modification"),
    DeclarationKind.CONCLUSION: Text("de conclusión", "conclusion"),
}


@attrs.frozen(kw_only=True, weakref_slot=False)
class PdnFlag(Value):
    """A field of a declaration that no question asks for, and that a reviewer should see.

    Señal de la declaración.

    Attributes:
        name: ``proveedorContratistaGobierno``, ``porcentajeParticipacion``,
            ``actualizacionConflictoInteres`` or ``recibeRemuneracion``.
        path: Where it stands.
        value: A truth value, or per cent from 1 to 100.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    name: str = attrs.field(validator=NAME)
    path: str = attrs.field(validator=NAME)
    value: bool | Decimal = attrs.field(repr=False)


@attrs.frozen(kw_only=True, weakref_slot=False)
class PdnImport(Report, Value):
    """What the interest declaration of one person says, in answers to a questionnaire.

    Importación de una declaración de intereses. A question that the declaration does not
    decide has no answer here, which is not *no*.

    Attributes:
        on: The day of the import.
        kind: Why it was made; ``None``: it does not say.
        entries: The answers, as pairs of code and answer; see *answers*.
        findings: What was not understood, contradicts, or was lost: path, code and sentence,
            never a value; at most 50, then a count.
        flags: What a reviewer should see, though no question asks for it.
        spellings: The keys that were met where several spellings are in use.
        status: ``OWN``: which question a section speaks to is an own reading.
        sources: The data standard and the filling norms.
    """

    on: date = attrs.field(validator=DAY)
    kind: DeclarationKind | None = attrs.field(validator=Optional(OneOf(DeclarationKind)))
    entries: tuple[Entry, ...] = attrs.field(repr=False, validator=Each(InstanceOf(tuple)))
    findings: tuple[Fault, ...] = attrs.field(validator=Each(InstanceOf(Fault)))
    flags: tuple[PdnFlag, ...] = attrs.field(validator=Each(InstanceOf(PdnFlag)))
    spellings: tuple[str, ...] = attrs.field(validator=Each(NAME))
    status: Status = attrs.field(validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(validator=Each(InstanceOf(Source)))

    @property
    def answers(self) -> dict[str, object]:
        """The answers as `Response.from_answers` reads them: code -> answer, or instances."""
        return {
            code: [dict(row) for row in entry] if isinstance(entry, tuple) else entry
            for code, entry in self.entries
        }

    def response(self, questionnaire: Questionnaire) -> Response:
        """Give the answers as a draft response to the *questionnaire* they were imported for.

        Raises:
            InvalidValueError: If they do not fit, because it is another one.
        """
        return Response.from_answers(questionnaire, self.answers)

    def _table(self, language: Language) -> Table:
        title = Text(
            "Declaración de intereses importada: {kind}", "Imported interest declaration: {kind}"
        )
        unsaid = Text("tipo sin decir", "kind not stated")
        counts = Text(
            "Entradas: {entries}; hallazgos: {findings}; señales: {flags}",
            "Entries: {entries}; findings: {findings}; flags: {flags}",
        )
        numbers = counts.format(
            entries=len(self.entries), findings=len(self.findings), flags=len(self.flags)
        )
        return Table(
            title=title.format(kind=self.kind.label if self.kind else unsaid).to(language),
            lines=(numbers.to(language),),
            header=_HEADER[language] if self.findings else (),
            rows=tuple((one.path, one.code, one.text.to(language)) for one in self.findings),
        )

    def _records(self) -> list[dict[str, object]]:
        return [
            {"path": one.path, "code": one.code, "es": one.text.es, "en": one.text.en}
            for one in self.findings
        ]


_HEADER = {
    Language.ES: ("lugar", "clave", "hallazgo"),
    Language.EN: ("place", "code", "finding"),
}
