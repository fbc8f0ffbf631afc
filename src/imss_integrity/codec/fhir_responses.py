"""Answers to a definition as a QuestionnaireResponse of HL7 FHIR, and back.

Respuestas en FHIR, igual en R4 y R5. A response holds what a person entered: it goes out, and
comes in, as a draft. No answer is ever shown.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Any, cast

from ..conflicts import Absence, Question, Questionnaire, Response
from ..conflicts.answer_checks import path_of
from ..conflicts.answers import answer_fault
from ..conflicts.layout import Layout, Place
from ..conflicts.questions import MAX_LEVELS
from ..kernel.errors import Fault, InconsistentError, InvalidValueError, duty_of
from ..kernel.fields import InstanceOf
from ..kernel.provenance import Status
from ..kernel.text import Text
from .fhir_importing import resource_of
from .fhir_names import URL, code_of, is_bare, link_of, section_code, url_of
from .fhir_nodes import LEFT_OUT, extensions, note_rest
from .fhir_results import FhirAnswers, FhirExport, written
from .fhir_tables import ABSENCES, ABSENT, FHIR_SOURCES
from .fhir_values import as_fhir, from_fhir
from .foreign_nodes import Node, Notes

__all__ = ["export_response", "import_response"]

_ABSENCE_CODES = {absence: code for code, absence in ABSENCES.items()}
_OF_RESPONSE = frozenset({"questionnaire", "status", "item"})
_OF_GROUP = frozenset({"linkId", "text", "item"})
_OF_ITEM = _OF_GROUP | {"answer", "extension"}
_MOST_LEVELS = MAX_LEVELS + 1  # those of the definition, below a section
_OF_ANSWER = frozenset(
    {
        *("item", "valueBoolean", "valueCoding", "valueDate", "valueDecimal", "valueInteger"),
        "valueString",
    }
)


def export_response(response: Response) -> FhirExport:
    """Give what a person entered as a QuestionnaireResponse of HL7 FHIR R4 or R5.

    Exportación de respuestas a FHIR. Every answer that was entered is there, under questions
    that are disabled now too, so the status is ``in-progress``; whoever submits sets another.
    An absence that a person stated is the reason why data are absent. The questionnaire is
    named by its address and version, so export it with `export_questionnaire`.

    Args:
        response: The response.

    Returns:
        The resource; lost is only a whole number beyond 2^31 - 1.

    Raises:
        InvalidValueError: If *response* is none.

    Source:
        HL7 FHIR R4 and R5; how the two models meet is own.

    >>> from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE
    >>> draft = Response.from_answers(CONFLICT_QUESTIONNAIRE, {"EMP1": "no"})
    >>> done = export_response(draft)
    >>> done.resource["item"][0]["item"][0]["answer"][0]["valueCoding"]["code"], done.losses
    ('N', ())
    >>> export_response({"EMP1": "no"})
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'response' must be of type Response: got a v...
    """
    InstanceOf(Response).check("response", response)
    writer = _Writer(response)
    whole = response.questionnaire
    resource = {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": f"{url_of(whole.code)}|{whole.version}",
        "status": "in-progress",
    }
    items = writer.top(whole)
    return FhirExport(
        text=written(resource | ({"item": items} if items else {})),
        losses=tuple(writer.losses),
        status=Status.OWN,
        sources=FHIR_SOURCES,
    )


class _Writer:
    """Writes the answers of one response, question by question."""

    def __init__(self, response: Response) -> None:
        self.response: Response = response
        self.losses: list[Fault] = []

    def top(self, whole: Questionnaire) -> list[dict[str, Any]]:
        if is_bare(whole):
            return self.items(whole.sections[0].questions, None)
        groups = ((link_of(one, whole), self.items(one.questions, None)) for one in whole.sections)
        return [{"linkId": link, "item": items} for link, items in groups if items]

    def items(self, questions: Iterable[Question], row: int | None) -> list[dict[str, Any]]:
        return [item for question in questions for item in self.item(question, row)]

    def item(self, question: Question, row: int | None) -> list[dict[str, Any]]:
        head = {"linkId": question.code}
        place = self.response.questionnaire.layout.places[question.code]
        if question.is_group and question.repeats:
            rows = range(len(self.response.rows(place.position)))
            inside = [self.items(question.questions, number) for number in rows]
            return [head | ({"item": items} if items else {}) for items in inside]
        if question.is_group:
            items = self.items(question.questions, row)
            return [head | {"item": items}] if items else []
        value = self.response.at(place, row)
        if isinstance(value, Absence):
            reason = {"url": ABSENT, "valueCode": _ABSENCE_CODES[value]}
            return [head | {"extension": [reason]}]
        single = () if value is None else (value,)
        values = cast("tuple[object, ...]", value if type(value) is tuple else single)
        answers = self.answers(place, row, values)
        return [head | {"answer": answers}] if answers else []

    def answers(
        self, place: Place, row: int | None, values: Sequence[object]
    ) -> list[dict[str, Any]]:
        found = [as_fhir("value", place.question.type, value) for value in values]
        if None in found:
            rule = Text("caber en un entero de FHIR", "fit into an integer of FHIR")
            path = path_of(self.response.questionnaire.layout, place, row)
            self.losses.append(answer_fault(path, "range", rule, subject=place.question.code))
        return [answer for answer in found if answer is not None]


def import_response(resource: Mapping[str, object], questionnaire: Questionnaire) -> FhirAnswers:
    """Read a QuestionnaireResponse of HL7 FHIR R4 or R5 as answers to *questionnaire*.

    Importación de respuestas de FHIR. What has no place is lost and listed: unknown link ids,
    partial days, values of another type. What breaks a rule of the questionnaire is refused: an
    option that is not offered, several answers where one is allowed, a bound. Whether answers
    are complete, or stand under disabled questions, is for `evaluate` to say.

    Args:
        resource: The resource as plain mappings, lists, texts and numbers.
        questionnaire: What was answered, usually from `import_questionnaire`.

    Returns:
        A draft response, and what has no place in it.

    Raises:
        InvalidValueError: If *resource* is no QuestionnaireResponse, was entered in error, or
            breaks a rule of the questionnaire; every fault, no answer shown.
        InconsistentError: If it names another questionnaire of this library, or version.

    Source:
        HL7 FHIR R4 and R5; how the two models meet is own.

    >>> from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE
    >>> draft = Response.from_answers(CONFLICT_QUESTIONNAIRE, {"EMP1": "no"})
    >>> import_response(export_response(draft).resource, CONFLICT_QUESTIONNAIRE).response == draft
    True
    >>> import_response({"resourceType": "Patient"}, CONFLICT_QUESTIONNAIRE)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'resourceType' must be QuestionnaireResponse
    """
    InstanceOf(Questionnaire).check("questionnaire", questionnaire)
    notes = Notes()
    root = resource_of(resource, "QuestionnaireResponse", notes)
    _check_identity(root, questionnaire)
    status = root.text("status")
    if status == "entered-in-error":
        rule = Text("no ser de algo capturado por error", "not be of what was entered in error")
        raise InvalidValueError(Fault("status", "error", duty_of("status", rule)))
    if status != "in-progress":
        notes.must("status", "element", LEFT_OUT)
    note_rest(root, _OF_RESPONSE)
    layout = questionnaire.layout
    links = (link_of(section, questionnaire) for section in questionnaire.sections)
    top = _Frame(layout, layout.top.places, {section_code(link) for link in links})
    top.read(root, 0)
    return FhirAnswers(
        response=Response.from_answers(questionnaire, top.answers()),
        losses=notes.closed(),
        status=Status.OWN,
        sources=FHIR_SOURCES,
    )


def _check_identity(root: Node, questionnaire: Questionnaire) -> None:
    """Refuse answers to another questionnaire; an address that is not ours cannot be checked."""
    named = root.value.get("questionnaire")
    if type(named) is not str or not named.startswith(URL):
        root.notes.must("questionnaire", "element", LEFT_OUT)
    elif named != f"{url_of(questionnaire.code)}|{questionnaire.version}":
        rule = Text("ser {code} {version}", "be {code} {version}")
        text = duty_of(
            "questionnaire", rule.format(code=questionnaire.code, version=questionnaire.version)
        )
        raise InconsistentError(Fault("questionnaire", "identity", text))


class _Frame:
    """Gathers the answers that stand together: at the top, or in an instance of a group."""

    def __init__(self, layout: Layout, places: Iterable[Place], sections: Container[str]) -> None:
        self.layout: Layout = layout
        self.known: dict[str, Place] = {place.question.code: place for place in places}
        self.sections: Container[str] = sections
        self.found: dict[str, list[object]] = {}

    def answers(self) -> dict[str, object]:
        """Give them by code, as `Response.from_answers` reads them."""
        return {code: self._entry(code, found) for code, found in self.found.items()}

    def _entry(self, code: str, found: list[object]) -> object:
        answers = [one for one in found if not isinstance(one, Absence)]
        if not answers:
            return found[0]
        is_single = len(answers) == 1 and not self.known[code].question.repeats
        return answers[0] if is_single else answers

    def read(self, parent: Node, depth: int) -> None:
        """Read the items below *parent*."""
        for node in parent.nodes("item")[0]:
            link = node.value.get("linkId")
            place = self.known.get(code_of(link)) if type(link) is str else None
            if depth > _MOST_LEVELS:
                rule = Text("estar a menos niveles", "be at fewer levels")
                node.notes.must(node.path, "depth", rule)
            elif place is not None:
                self._item(node, place, depth)
            elif type(link) is str and section_code(link) in self.sections:
                note_rest(node, _OF_GROUP)
                self.read(node, depth + 1)
            else:
                rule = Text("ser un reactivo de este lugar", "be a question of this place")
                node.notes.must(node.path_of("linkId"), "unknown", rule)

    def _item(self, node: Node, place: Place, depth: int) -> None:
        question = place.question
        note_rest(node, _OF_GROUP if question.is_group else _OF_ITEM)
        if question.is_group and question.repeats:
            row = _Frame(self.layout, self.layout.rows[place.position].places, ())
            row.read(node, depth + 1)
            self.found.setdefault(question.code, []).append(row.answers())
            return
        if not question.is_group:
            found = self._values(node, question, depth)
            if found:
                self.found.setdefault(question.code, []).extend(found)
        self.read(node, depth + 1)

    def _values(self, node: Node, question: Question, depth: int) -> list[object]:
        found: list[object] = []
        for number, answer in enumerate(node.nodes("answer")[0]):
            note_rest(answer, _OF_ANSWER)
            coding = answer.node("valueCoding")
            if coding is not None and question.type.has_options and coding.has("system"):
                # The system was lost with the definition, so it cannot be compared.
                answer.notes.must(coding.path_of("system"), "element", LEFT_OUT)
            value = from_fhir("value", question.type, answer)
            found.extend([] if value is None else [value])
            if number and answer.has("item"):
                # Questions below a question stand beside it here, once for all its answers.
                rule = Text("estar bajo la primera respuesta", "stand below the first answer")
                answer.notes.must(answer.path_of("item"), "nested", rule)
            else:
                self.read(answer, depth + 1)
        reason = extensions(node, {ABSENT}).get(ABSENT)
        absence = None if reason is None else ABSENCES.get(reason.text("valueCode") or "")
        if absence is not None and not node.has("answer"):
            return [absence]
        if reason is not None:
            rule = Text(
                "ser un motivo conocido, sin respuestas", "be a known reason, without answers"
            )
            node.notes.must(reason.path, "absence", rule)
        return found
