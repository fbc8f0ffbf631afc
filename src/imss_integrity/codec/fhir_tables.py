"""How HL7 FHIR R4 and R5 name what a questionnaire of the library says, as data.

Tablas de FHIR. What differs between the two releases stands in one table; what a table does not
name has no place here, and is listed as lost.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import attrs

from ..conflicts import Absence, QuestionType, YesNo
from ..kernel.provenance import Source
from ..kernel.text import Text

__all__ = [
    "ABSENCES",
    "ABSENT",
    "CALCULATED",
    "ELEMENTS",
    "EXCLUSIVE",
    "FHIR_SOURCES",
    "LEAST",
    "MOST",
    "MOST_ANSWERS",
    "PESOS",
    "RELEASES",
    "TRANSLATION",
    "TYPES",
    "UNIT",
    "YES_NO_CODES",
    "YES_NO_NAMES",
    "YES_NO_SYSTEM",
    "FhirRelease",
    "Release",
]

_CORE = "http://hl7.org/fhir/StructureDefinition/"
ABSENT = f"{_CORE}data-absent-reason"
CALCULATED = f"{_CORE}cqf-calculatedValue"
EXCLUSIVE = f"{_CORE}questionnaire-optionExclusive"
LEAST = f"{_CORE}minValue"
MOST = f"{_CORE}maxValue"
MOST_ANSWERS = f"{_CORE}questionnaire-maxOccurs"
TRANSLATION = f"{_CORE}translation"
UNIT = f"{_CORE}questionnaire-unit"

YES_NO_SYSTEM = "http://terminology.hl7.org/CodeSystem/v2-0136"
YES_NO_CODES = {YesNo.YES: "Y", YesNo.NO: "N"}
YES_NO_NAMES = {YesNo.YES: Text("Sí", "Yes"), YesNo.NO: Text("No", "No")}
PESOS = {"system": "urn:iso:std:iso:4217", "code": "MXN"}
ABSENCES = {
    "asked-declined": Absence.DECLINED,
    "asked-unknown": Absence.UNKNOWN,
    "not-applicable": Absence.NOT_APPLICABLE,
}

FHIR_SOURCES = (
    Source(
        code="hl7-fhir-r4",
        title=Text("HL7 FHIR R4 (4.0.1), Questionnaire", "HL7 FHIR R4 (4.0.1), Questionnaire"),
    ),
    Source(
        code="hl7-fhir-r5",
        title=Text(
            "HL7 FHIR R5 (5.0.0), Questionnaire, y sus extensiones",
            "HL7 FHIR R5 (5.0.0), Questionnaire, and its extensions",
        ),
    ),
)


class FhirRelease(StrEnum):
    """A release of HL7 FHIR (versión de FHIR)."""

    R4 = "R4"
    R5 = "R5"


@attrs.frozen(kw_only=True)
class Release:
    """What one release names in its own way.

    Attributes:
        choice: The type of a question with options.
        open_choice: The type of one that takes free text too; ``None``: no type of its own.
        weight: The extension for the weight of an option.
        has_constraint: Whether ``answerConstraint`` says what may be answered beside options.
        is_ambiguous: Whether its text on ``!=`` admits two readings, which R5 settled.
    """

    choice: str
    open_choice: str | None
    weight: str
    has_constraint: bool
    is_ambiguous: bool


RELEASES: Mapping[FhirRelease, Release] = {
    FhirRelease.R4: Release(
        choice="choice",
        open_choice="open-choice",
        weight=f"{_CORE}ordinalValue",
        has_constraint=False,
        is_ambiguous=True,
    ),
    FhirRelease.R5: Release(
        choice="coding",
        open_choice=None,
        weight=f"{_CORE}itemWeight",
        has_constraint=True,
        is_ambiguous=False,
    ),
}

TYPES = {
    "group": QuestionType.GROUP,
    "boolean": QuestionType.BOOLEAN,
    "integer": QuestionType.INTEGER,
    "decimal": QuestionType.DECIMAL,
    "date": QuestionType.DATE,
    "text": QuestionType.TEXT,
    "string": QuestionType.TEXT,
}
"""Types that both releases name alike; written is the first name of each."""

ELEMENTS = frozenset(
    {
        *("implicitRules", "language", "text", "contained", "extension", "modifierExtension"),
        *("url", "identifier", "version", "versionAlgorithmString", "versionAlgorithmCoding"),
        *("name", "title", "derivedFrom", "status", "experimental", "subjectType", "date"),
        *("publisher", "contact", "description", "useContext", "jurisdiction", "purpose"),
        *("copyright", "copyrightLabel", "approvalDate", "lastReviewDate", "effectivePeriod"),
        *("code", "item", "linkId", "definition", "prefix", "type", "enableWhen"),
        *("enableBehavior", "disabledDisplay", "required", "repeats", "readOnly", "maxLength"),
        *("answerConstraint", "answerValueSet", "answerOption", "initial", "initialSelected"),
        *("question", "operator", "system", "display", "userSelected", "basedOn", "partOf"),
        *("questionnaire", "subject", "encounter", "authored", "author", "source", "answer"),
    }
)
"""Names of elements that may be shown; any other key could be anything, a name among it."""
