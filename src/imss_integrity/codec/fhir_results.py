"""What goes out to FHIR and what comes in from it, each with the list of what was lost.

Resultados del intercambio con FHIR. A loss says where and why, and shows no answer.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, cast

import attrs

from ..conflicts import Questionnaire, Response
from ..kernel.errors import Fault
from ..kernel.fields import Each, InstanceOf, OneOf
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value

__all__ = ["FhirAnswers", "FhirExport", "FhirImport", "written"]

_LOSSES = Each(InstanceOf(Fault))


def written(value: object) -> str:
    """Write plain values as JSON, decimals by their digits: as a float one could change."""
    if isinstance(value, Mapping):
        members = cast("Mapping[str, object]", value).items()
        return "{" + ",".join(f"{written(key)}:{written(one)}" for key, one in members) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(written, cast("list[object]", value))) + "]"
    return str(value) if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)


def _shown(title: Text, losses: Iterable[Fault], language: Language) -> Table:
    rows = tuple((one.path, one.code, one.text.to(language)) for one in losses)
    count = Text("Pérdidas: {n}", "Losses: {n}").format(n=len(rows))
    return Table(
        title=title.to(language),
        lines=(count.to(language),),
        header=_HEADER[language] if rows else (),
        rows=rows,
    )


_HEADER = {Language.ES: ("lugar", "clave", "pérdida"), Language.EN: ("place", "code", "loss")}


def _rows(losses: Iterable[Fault]) -> list[dict[str, object]]:
    return [
        {"path": one.path, "code": one.code, "es": one.text.es, "en": one.text.en} for one in losses
    ]


@attrs.frozen(kw_only=True, weakref_slot=False)
class FhirExport(Report, Value):
    """A definition or a response as a resource of HL7 FHIR.

    Exportación a FHIR.

    Attributes:
        text: The resource as JSON; decimals have all their digits. It holds answers where a
            response was exported, so ``repr`` does not show it.
        losses: What could not be carried: where, a code, and why; all of it, in order.
        status: ``OWN``: how the two models meet is an own reading.
        sources: The releases of FHIR.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    text: str = attrs.field(repr=False, validator=InstanceOf(str))
    losses: tuple[Fault, ...] = attrs.field(validator=_LOSSES)
    status: Status = attrs.field(validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(validator=Each(InstanceOf(Source)))

    @property
    def resource(self) -> dict[str, Any]:
        """The resource as plain values, new each time; its decimals are ``Decimal``."""
        return cast("dict[str, Any]", json.loads(self.text, parse_float=Decimal))

    def _table(self, language: Language) -> Table:
        return _shown(Text("Exportación a FHIR", "Export to FHIR"), self.losses, language)

    def _records(self) -> list[dict[str, object]]:
        return _rows(self.losses)


@attrs.frozen(kw_only=True, weakref_slot=False)
class FhirImport(Report, Value):
    """A questionnaire that was read from FHIR.

    Importación de un cuestionario de FHIR.

    Attributes:
        questionnaire: The definition; own until an institution makes it official.
        losses: What has no place in it: where, a code, and why; at most 50, then a count.
        status: ``OWN``: how the two models meet is an own reading.
        sources: The releases of FHIR.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    questionnaire: Questionnaire = attrs.field(validator=InstanceOf(Questionnaire))
    losses: tuple[Fault, ...] = attrs.field(validator=_LOSSES)
    status: Status = attrs.field(validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(validator=Each(InstanceOf(Source)))

    def _table(self, language: Language) -> Table:
        title = Text(
            "Cuestionario de FHIR: {code} {version}", "Questionnaire from FHIR: {code} {version}"
        ).format(code=self.questionnaire.code, version=self.questionnaire.version)
        return _shown(title, self.losses, language)

    def _records(self) -> list[dict[str, object]]:
        return _rows(self.losses)


@attrs.frozen(kw_only=True, weakref_slot=False)
class FhirAnswers(Report, Value):
    """A response that was read from FHIR.

    Importación de una respuesta de FHIR.

    Attributes:
        response: The answers, as a draft.
        losses: What has no place in it: where, a code, and why, never an answer; at most 50,
            then a count.
        status: ``OWN``: how the two models meet is an own reading.
        sources: The releases of FHIR.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    response: Response = attrs.field(validator=InstanceOf(Response))
    losses: tuple[Fault, ...] = attrs.field(validator=_LOSSES)
    status: Status = attrs.field(validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(validator=Each(InstanceOf(Source)))

    def _table(self, language: Language) -> Table:
        return _shown(Text("Respuesta de FHIR", "Response from FHIR"), self.losses, language)

    def _records(self) -> list[dict[str, object]]:
        return _rows(self.losses)
