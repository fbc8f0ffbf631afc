"""A definition of the library as a Questionnaire of HL7 FHIR R4 or R5.

Exportación de un cuestionario. What FHIR has a place for stands in that place; what it has none
for is listed, never hidden in an extension that only this library could read.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from ..conflicts import (
    Condition,
    Operator,
    Option,
    Question,
    Questionnaire,
    QuestionType,
    Sensitivity,
)
from ..conflicts.answers import answer_fault
from ..conflicts.questions import MAX_ANSWERS
from ..kernel.errors import Fault
from ..kernel.fields import InstanceOf, choice
from ..kernel.provenance import Status
from ..kernel.text import Text
from .fhir_names import is_bare, link_of, url_of
from .fhir_nodes import wording_of
from .fhir_results import FhirExport, written
from .fhir_tables import (
    EXCLUSIVE,
    FHIR_SOURCES,
    LEAST,
    MOST,
    MOST_ANSWERS,
    PESOS,
    RELEASES,
    TYPES,
    UNIT,
    YES_NO_CODES,
    YES_NO_NAMES,
    YES_NO_SYSTEM,
    FhirRelease,
    Release,
)
from .fhir_values import as_fhir, kept

__all__ = ["export_questionnaire"]

_NAMES = {kind: name for name, kind in reversed(TYPES.items())}
_UNPLACED = {
    "role": None,
    "not_before": None,
    "rule": None,
    "sensitivity": Sensitivity.PERSONAL,
    "status": Status.OWN,
}
_NO_PLACE = Text(
    "quedar fuera: FHIR no tiene lugar para ello", "stay out: FHIR has no place for it"
)
_NO_NUMBER = Text("caber en un número de FHIR", "fit into a number of FHIR")
_MOST_DIGITS = 18


def export_questionnaire(
    questionnaire: Questionnaire, *, release: FhirRelease | str = FhirRelease.R5
) -> FhirExport:
    """Give a definition as a Questionnaire of HL7 FHIR.

    Exportación de un cuestionario a FHIR. Carried are the sections and groups, the wordings in
    both languages, types, options with weight and exclusiveness, required, repeats and how
    often, bounds, conditions, and the period. Yes and no are coded by HL7 table 0136; money is a
    decimal in ``MXN``; a window that looks back is a FHIRPath expression, which others may
    count otherwise at the ends of months.

    Never carried: the policy, rules of law, roles, sensitivity, kinships, the order of two days,
    status and sources. A question whose conditions cannot all be carried is asked more often,
    never less. The publication status is ``unknown``: it is for whoever publishes to set.

    Args:
        questionnaire: The definition.
        release: ``R5`` or ``R4``.

    Returns:
        The resource and the list of what it does not carry.

    Raises:
        InvalidValueError: If an argument is of another kind.

    Source:
        HL7 FHIR R4 and R5; how the two models meet is own.

    >>> from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE
    >>> done = export_questionnaire(CONFLICT_QUESTIONNAIRE, release="R4")
    >>> done.resource["item"][0]["item"][0]["type"], done.losses[0].path
    ('choice', 'policy')
    >>> export_questionnaire(CONFLICT_QUESTIONNAIRE, release="R3")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'release' must be one of R4, R5
    """
    InstanceOf(Questionnaire).check("questionnaire", questionnaire)
    chosen = choice(FhirRelease, release, path="release")
    writer = _Writer(questionnaire, RELEASES[chosen])
    resource = writer.resource()
    return FhirExport(
        text=written(resource),
        losses=tuple(writer.losses),
        status=Status.OWN,
        sources=FHIR_SOURCES,
    )


class _Writer:
    """Writes the parts of one definition, and lists what it leaves out."""

    def __init__(self, questionnaire: Questionnaire, release: Release) -> None:
        self.questionnaire: Questionnaire = questionnaire
        self.release: Release = release
        self.losses: list[Fault] = []

    def lose(self, path: str, code: str = "no_place", rule: Text = _NO_PLACE) -> None:
        self.losses.append(answer_fault(path, code, rule, subject=path.rpartition(".")[2]))

    def resource(self) -> dict[str, Any]:
        whole = self.questionnaire
        if whole.policy is not None:
            self.lose("policy")
        if whole.status is not Status.OWN:
            self.lose("status")
        if whole.sources:
            self.lose("sources")
        period = {}
        if whole.period is not None:
            days = {"start": str(whole.period.start), "end": str(whole.period.end)}
            period = {"effectivePeriod": days}
        return {
            "resourceType": "Questionnaire",
            "language": "es",
            "url": url_of(whole.code),
            "version": whole.version,
            **wording_of("title", whole.title),
            "status": "unknown",
            **period,
            "item": self.items(),
        }

    def items(self) -> list[dict[str, Any]]:
        whole = self.questionnaire
        if is_bare(whole):
            return [self.question(question) for question in whole.sections[0].questions]
        return [
            {
                "linkId": link_of(section, whole),
                **wording_of("text", section.title),
                "type": "group",
                "item": [self.question(question) for question in section.questions],
            }
            for section in whole.sections
        ]

    def question(self, question: Question) -> dict[str, Any]:
        path = f"questions[{question.code}]"
        for field, idle in _UNPLACED.items():
            if getattr(question, field) != idle:
                self.lose(f"{path}.{field}")
        kind = question.type
        is_coded = kind.has_options or kind is QuestionType.YES_NO
        name = self.release.choice if is_coded else _NAMES.get(kind, "decimal")
        item = {"linkId": question.code, **wording_of("text", question.text), "type": name}
        extension = self.extension(question, path)
        options = self.options(question, path)
        parts = {
            "extension": extension,
            **self.conditions(question, path),
            "required": question.required,
            "repeats": question.repeats,
            "answerOption": options,
            "item": [self.question(below) for below in question.questions],
        }
        return item | {key: part for key, part in parts.items() if part}

    def extension(self, question: Question, path: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        if question.type is QuestionType.MONEY:
            found.append({"url": UNIT, "valueCoding": PESOS})
        bounds = {"least": (LEAST, question.least), "most": (MOST, question.most)}
        for field, (url, bound) in bounds.items():
            member = None if bound is None else as_fhir("value", question.type, bound)
            if member is not None:
                found.append({"url": url, **member})
            elif bound is not None:
                self.lose(f"{path}.{field}", "range", _NO_NUMBER)
        if question.max_answers != MAX_ANSWERS and question.repeats:
            found.append({"url": MOST_ANSWERS, "valueInteger": question.max_answers})
        elif question.max_answers != MAX_ANSWERS:
            self.lose(f"{path}.max_answers")
        return found

    def conditions(self, question: Question, path: str) -> dict[str, Any]:
        found: list[dict[str, Any] | None] = []
        for number, condition in enumerate(question.when):
            value = self.compared(condition)
            head = {"question": condition.question, "operator": condition.operator.value}
            found.append(None if value is None else head | value)
            if value is None:
                self.lose(f"{path}.when[{number}]", "range", _NO_NUMBER)
        stay = kept(found, question.match)
        if any(found) and not stay:
            rule = Text(
                "quedar fuera: una de las que bastarían se perdió",
                "stay out: one of those that would do is lost",
            )
            self.lose(f"{path}.when", "any", rule)
        match = {} if question.match is None else {"enableBehavior": question.match.value}
        return {"enableWhen": stay, **match}

    def compared(self, condition: Condition) -> dict[str, Any] | None:
        """Give what a condition compares with; ``None``: that, or a weight, cannot be carried."""
        source = self.questionnaire.question(condition.question)
        if condition.operator is Operator.EXISTS:
            return as_fhir("answer", QuestionType.BOOLEAN, condition.value)
        weights = [option.weight for option in source.options if option.weight is not None]
        if condition.operator.compares_order and None in map(_decimal, weights):
            return None
        return as_fhir("answer", source.type, condition.value)

    def options(self, question: Question, path: str) -> list[dict[str, Any]]:
        if question.type is QuestionType.YES_NO:
            return [
                {"valueCoding": {"system": YES_NO_SYSTEM, "code": code}
                 | wording_of("display", YES_NO_NAMES[member])}
                for member, code in YES_NO_CODES.items()
            ]  # fmt: skip
        if question.type is QuestionType.KINSHIP:
            self.lose(f"{path}.type")
        for field in ("kinship", "proximity"):
            if any(getattr(option, field) is not None for option in question.options):
                self.lose(f"{path}.options.{field}")
        return [self.option(option, path) for option in question.options]

    def option(self, option: Option, path: str) -> dict[str, Any]:
        extension: list[dict[str, Any]] = []
        weight = None if option.weight is None else _decimal(option.weight)
        if weight is not None:
            extension.append({"url": self.release.weight, "valueDecimal": weight})
        elif option.weight is not None:
            self.lose(f"{path}.options[{option.code}].weight", "range", _NO_NUMBER)
        if option.exclusive:
            extension.append({"url": EXCLUSIVE, "valueBoolean": True})
        coding = {"code": option.code, **wording_of("display", option.name)}
        return {"valueCoding": coding} | ({"extension": extension} if extension else {})


def _decimal(number: Fraction) -> Decimal | None:
    """Give an exact number as a decimal of at most 18 places; ``None``: it has more."""
    scaled = number * 10**_MOST_DIGITS
    if scaled.denominator > 1:
        return None
    digits = str(abs(scaled.numerator)).rjust(_MOST_DIGITS + 1, "0")
    whole, places = digits[:-_MOST_DIGITS], digits[-_MOST_DIGITS:].rstrip("0")
    sign = "-" if number < 0 else ""
    return Decimal(f"{sign}{whole}.{places}" if places else f"{sign}{whole}")
