"""From the items of a Questionnaire of FHIR to questions.

Reactivos desde FHIR. Twice through: first what each question is, then its conditions, which
must know the type of their source.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, cast

import attrs

from ..conflicts import Bound, Condition, Match, Operator, Question, QuestionType
from ..conflicts.questions import MAX_ANSWERS, MAX_LEVELS
from ..kernel.errors import Fault, InvalidValueError, duty_of
from ..kernel.text import Text
from .fhir_names import code_of
from .fhir_nodes import LEFT_OUT, Wordings, extensions, note_rest
from .fhir_options import options_of
from .fhir_tables import LEAST, MOST, MOST_ANSWERS, PESOS, TYPES, UNIT, Release
from .fhir_values import kept, limit_from_fhir
from .foreign_nodes import Node, Notes

__all__ = ["QuestionReader"]

MOST_ITEMS = 5000

_CARRIED = frozenset(
    {
        *("linkId", "text", "_text", "type", "required", "repeats", "answerOption", "extension"),
        *("enableWhen", "enableBehavior", "item"),
    }
)
_BOUNDED = {QuestionType.INTEGER, QuestionType.DECIMAL, QuestionType.MONEY, QuestionType.DATE}
_KNOWN = frozenset({LEAST, MOST, MOST_ANSWERS, UNIT})


class QuestionReader:
    """Reads the items of one definition, and notes what has no place."""

    def __init__(self, release: Release, notes: Notes, wordings: Wordings) -> None:
        self.release: Release = release
        self.notes: Notes = notes
        self.wordings: Wordings = wordings
        self.nodes: dict[str, Node] = {}
        self.known: dict[str, Question] = {}
        self.lost: set[str] = set()
        self.count: int = 0

    def named(self, node: Node, naming: Callable[[str], str] = code_of) -> str:
        """Give the code of an item that has a link id; another code than that is noted."""
        link = cast("str", node.value["linkId"])
        code = naming(link)
        if not link.endswith(code):
            rule = Text("ser una clave: recibe otra", "be a code: it gets another")
            self.notes.must(node.path_of("linkId"), "link", rule)
        return code

    def questions(
        self, nodes: Iterable[Node], depth: int = 1, *, in_row: bool = False
    ) -> tuple[Question, ...]:
        """Read items that stand together; their conditions come later."""
        return tuple(
            question for node in nodes for question in self._item(node, depth, in_row=in_row)
        )

    def _item(self, node: Node, depth: int, *, in_row: bool) -> Sequence[Question]:
        self._count()
        link = node.value.get("linkId")
        kind = self._kind(node)
        if type(link) is not str or not link:
            return self._lose(node, "missing", Text("llevar linkId", "have a linkId"))
        if depth > MAX_LEVELS:
            rule = Text("estar a lo más a 16 niveles", "be at most 16 levels deep")
            return self._lose(node, "depth", rule)
        if kind is None or node.has("modifierExtension"):
            rule = Text("ser de un tipo que se pueda leer", "be of a type that can be read")
            return self._lose(node, "type", rule)
        code = self.named(node)
        self.nodes[code] = node
        if kind is QuestionType.GROUP:
            return self._group(node, code, depth, in_row=in_row)
        question = self._leaf(node, code, kind)
        below = self.questions(node.nodes("item")[0], depth + 1, in_row=in_row)
        if below:
            rule = Text("estar al lado de su reactivo", "stand beside their question")
            self.notes.must(node.path_of("item"), "nested", rule)
        return below if question is None else (self._made(question), *below)

    def _count(self) -> None:
        self.count += 1
        if self.count > MOST_ITEMS:
            rule = Text("llevar a lo más {n} reactivos", "hold at most {n} items")
            text = duty_of("item", rule.format(n=MOST_ITEMS))
            raise InvalidValueError(Fault("item", "limit", text))

    def _made(self, question: Question) -> Question:
        self.known[question.code] = question
        return question

    def _lose(self, node: Node, code: str, rule: Text) -> tuple[Question, ...]:
        """Note that an item has no place; conditions on it and what it holds are lost too."""
        self.notes.must(node.path, code, rule)
        stack: list[object] = [node.value]
        seen: set[int] = set()  # what holds itself would never end
        while stack:
            one = stack.pop()
            is_new = id(one) not in seen
            seen.add(id(one))
            if is_new and isinstance(one, Mapping):
                members = cast("Mapping[object, object]", one)
                link, below = members.get("linkId"), members.get("item")
                if type(link) is str:
                    self.lost.add(code_of(link))
                stack += cast("list[object]", below) if isinstance(below, list) else []
        return ()

    def _kind(self, node: Node) -> QuestionType | None:
        """Give what an item asks for; what it may be answered with beside its options is noted."""
        name = node.text("type") or ""
        kind = TYPES.get(name)
        if name in {self.release.choice, self.release.open_choice}:
            kind = QuestionType.CHOICE
        is_open = name == self.release.open_choice
        if self.release.has_constraint:
            is_open = node.text("answerConstraint") not in {None, "optionsOnly"}
        if is_open:
            rule = Text("responderse sólo con opciones", "be answered with options only")
            self.notes.must(node.path_of("answerOption"), "open", rule)
        has_options = kind not in {None, QuestionType.GROUP} and node.has("answerOption")
        return QuestionType.CHOICE if has_options else kind

    def _group(self, node: Node, code: str, depth: int, *, in_row: bool) -> Sequence[Question]:
        head = self._head(node, code)
        found = extensions(node, {MOST_ANSWERS})
        if head["repeats"] and in_row:
            rule = Text(
                "no repetirse dentro de otro que se repite", "not repeat inside one that repeats"
            )
            self.notes.must(node.path_of("repeats"), "nested", rule)
            head["repeats"] = False
        inside = self.questions(node.nodes("item")[0], depth + 1, in_row=in_row or head["repeats"])
        if not inside:
            return self._lose(node, "empty", Text("llevar un reactivo", "hold a question"))
        most = self._most(found.get(MOST_ANSWERS))
        group = Question(**head, type=QuestionType.GROUP, max_answers=most, questions=inside)
        return (self._made(group),)

    def _leaf(self, node: Node, code: str, kind: QuestionType) -> Question | None:
        head = self._head(node, code)
        found = extensions(node, _KNOWN)
        options = options_of(node, self.release, self.wordings) if kind.has_options else ()
        if options is None:
            kind, options = QuestionType.YES_NO, ()
        elif kind.has_options and not options:
            self._lose(node, "options", Text("llevar opciones", "hold options"))
            return None
        if UNIT in found:
            kind = self._money(found[UNIT], kind)
        return Question(
            **head,
            type=kind,
            options=options,
            max_answers=self._most(found.get(MOST_ANSWERS)),
            least=self._bound(found.get(LEAST), kind),
            most=self._bound(found.get(MOST), kind),
        )

    def _head(self, node: Node, code: str) -> dict[str, Any]:
        carried = _CARRIED | {"answerConstraint"} if self.release.has_constraint else _CARRIED
        note_rest(node, carried)
        return {
            "code": code,
            "text": self.wordings.read(node, "text", code),
            "required": node.boolean("required") or False,
            "repeats": node.boolean("repeats") or False,
        }

    def _money(self, extension: Node, kind: QuestionType) -> QuestionType:
        unit = extension.node("valueCoding")
        is_pesos = unit is not None and all(unit.value.get(key) == PESOS[key] for key in PESOS)
        if kind is QuestionType.DECIMAL and is_pesos:
            return QuestionType.MONEY
        self.notes.must(extension.path, "unit", Text("ser MXN", "be MXN"))
        return kind

    def _most(self, extension: Node | None) -> int:
        if extension is None:
            return MAX_ANSWERS
        given = extension.value.get("valueInteger")
        if type(given) is int and 1 <= given <= MAX_ANSWERS:
            return given
        rule = Text("ser un entero de 1 a {n}", "be a whole number from 1 to {n}")
        self.notes.must(extension.path, "range", rule.format(n=MAX_ANSWERS))
        return MAX_ANSWERS

    def _bound(self, extension: Node | None, kind: QuestionType) -> Bound | None:
        if extension is None:
            return None
        if kind in _BOUNDED:
            return cast("Bound | None", limit_from_fhir("value", kind, extension))
        self.notes.must(extension.path, "extension", LEFT_OUT)
        return None

    def conditioned(self, questions: Iterable[Question]) -> tuple[Question, ...]:
        """Give the questions with their conditions."""
        return tuple(
            attrs.evolve(
                question,
                **self._conditions(self.nodes[question.code]),
                questions=self.conditioned(question.questions),
            )
            for question in questions
        )

    def _conditions(self, node: Node) -> dict[str, Any]:
        nodes, unread = node.nodes("enableWhen")
        found = [self._condition(one) for one in nodes] + [None] * unread
        given = node.text("enableBehavior")
        match = next((member for member in Match if member.value == given), None)
        if match is None and (given is not None or len(found) > 1):
            rule = Text("ser all o any", "be all or any")
            self.notes.must(node.path_of("enableBehavior"), "match", rule)
        stay = [] if match is None and len(found) > 1 else kept(found, match)
        if match is Match.ANY and any(found) and not stay:
            rule = Text("leerse completo, o no leerse", "be read as a whole, or not at all")
            self.notes.must(node.path_of("enableWhen"), "any", rule)
        return {"when": tuple(stay), "match": match}

    def _condition(self, node: Node) -> Condition | None:
        link, given = node.value.get("question"), node.text("operator")
        comparison = next((one for one in Operator if one.value == given), None)
        if type(link) is not str or not link or comparison is None:
            rule = Text("llevar reactivo y operador", "hold a question and an operator")
            self.notes.must(node.path, "condition", rule)
            return None
        code = code_of(link)
        source = self.known.get(code)
        if source is None and code in self.lost:
            rule = Text("depender de un reactivo que se leyó", "depend on a question that was read")
            self.notes.must(node.path_of("question"), "lost", rule)
            return None
        if comparison is Operator.NOT_EQUAL and self.release.is_ambiguous:
            rule = Text(
                "leerse como en R5: se cumple si no hay respuesta igual",
                "be read as in R5: it holds where no answer is equal",
            )
            self.notes.must(node.path_of("operator"), "ambiguous", rule)
        if source is None or source.is_group:
            # Refused by the questionnaire in any case, with all its other faults.
            return Condition(code, comparison, value=True)
        kind = QuestionType.BOOLEAN if comparison is Operator.EXISTS else source.type
        value = limit_from_fhir("answer", kind, node)
        return None if value is None else Condition(code, comparison, value)
