"""What keeps questions from being a questionnaire: every structural fault, at once.

Faltas de estructura. Only the structure is judged here: what the conditions mean together,
whether a question can ever be shown, is proved by `prove`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from ..kernel.arguments import repeated_codes
from ..kernel.errors import Fault
from ..kernel.text import Text
from .answers import QuestionType, answer_fault
from .conditions import Condition, MonthsBack, condition_problem
from .questions import Question, Role
from .scales import Link

__all__ = ["structure_faults"]

_NUMBERS = {
    QuestionType.INTEGER: int,
    QuestionType.DECIMAL: Decimal,
    QuestionType.MONEY: Decimal,
    QuestionType.DATE: date,
}
_ROLE_TYPES = {
    Role.KINSHIP: {QuestionType.KINSHIP},
    Role.STARTED: {QuestionType.DATE},
    Role.ENDED: {QuestionType.DATE},
    Role.VALUE: {QuestionType.MONEY},
    Role.LINK: {QuestionType.CHOICE},
    Role.SHARE: {QuestionType.DECIMAL, QuestionType.INTEGER},
    Role.ORGANISATION: {QuestionType.TEXT},
    Role.UNIT: {QuestionType.TEXT},
    Role.NARRATIVE: {QuestionType.TEXT},
    Role.EVIDENCE: {QuestionType.TEXT},
}


def structure_faults(questions: Sequence[Question]) -> Iterator[Fault]:
    """Go through every structural fault of *questions*, in the order of the document."""
    every = [below for question in questions for below in question.walk()]
    if all(question.is_group for question in every):
        text = Text(
            "'questions' debe tener al menos un reactivo", "'questions' must hold a question"
        )
        yield Fault("questions", "empty", text)
    known = {question.code: question for question in every}
    rows = _row_groups(questions)
    seen: set[str] = set()
    for question in every:
        if question.code in seen:
            yield _fault(question, "duplicate", Text("no repetir claves", "repeat no code"))
        seen.add(question.code)
        yield from _own_faults(question)
        yield from _not_before_faults(question, known, rows)
        yield from _condition_faults(question, known)
    if cycle := _cycle(known, _parents(every)):
        text = Text(
            "las condiciones no deben formar un ciclo: {path}",
            "conditions must not form a cycle: {path}",
        )
        shown = " -> ".join([*cycle[:_MOST_NAMED], *(["..."] if len(cycle) > _MOST_NAMED else [])])
        yield Fault(f"questions[{cycle[0]}].when", "cycle", text.format(path=shown))


_MOST_NAMED = 8


def _fault(question: Question, code: str, rule: Text, field: str = "") -> Fault:
    path = f"questions[{question.code}]" + (f".{field}" if field else "")
    return answer_fault(path, code, rule, subject=question.code)


def _own_faults(question: Question) -> Iterator[Fault]:
    """Go through what is wrong with a question whatever stands around it."""
    if question.is_group is not bool(question.questions):
        rule = Text(
            "llevar reactivos si y sólo si es un grupo",
            "hold questions if and only if it is a group",
        )
        yield _fault(question, "group", rule, "questions")
    if question.is_group and question.repeats and _holds_rows(question):
        rule = Text("llevar grupos que no se repitan", "hold groups that do not repeat")
        yield _fault(question, "nested", rule, "questions")
    if question.type.has_options is not bool(question.options):
        rule = Text(
            "llevar opciones si y sólo si es de opción o de parentesco",
            "hold options if and only if it is a choice or a kinship",
        )
        yield _fault(question, "options", rule, "options")
    codes = (option.code for option in question.options)
    yield from repeated_codes(f"questions[{question.code}].options", codes)
    if question.type is QuestionType.KINSHIP and any(o.kinship is None for o in question.options):
        rule = Text("llevar el parentesco de cada opción", "hold the kinship of each option")
        yield _fault(question, "options", rule, "options")
    if len(question.when) > 1 and question.match is None:
        rule = Text(
            "decir si valen todas o alguna de sus condiciones",
            "say whether all or any of its conditions must hold",
        )
        yield _fault(question, "match", rule, "match")
    yield from _bound_faults(question)
    yield from _role_faults(question)


def _holds_rows(question: Question) -> bool:
    return any(
        below.is_group and below.repeats for below in question.walk() if below is not question
    )


def _bound_faults(question: Question) -> Iterator[Fault]:
    bounds = {"least": question.least, "most": question.most}
    kind = _NUMBERS.get(question.type)
    fits = True
    for field, bound in bounds.items():
        relative = isinstance(bound, MonthsBack) and question.type is QuestionType.DATE
        if bound is not None and not relative and type(bound) is not kind:
            fits = False
            rule = Text("llevar un límite de su tipo", "have a bound of its type")
            yield _fault(question, "bound", rule, field)
    least, most = question.least, question.most
    if fits and least is not None and most is not None and _is_above(least, most):
        rule = Text("llevar un mínimo no mayor que el máximo", "have a least not above its most")
        yield _fault(question, "bound", rule, "least")


def _is_above(least: Any, most: Any) -> bool:  # noqa: ANN401 - two bounds of one type
    if isinstance(least, MonthsBack) and isinstance(most, MonthsBack):
        return least.months < most.months
    if isinstance(least, MonthsBack) or isinstance(most, MonthsBack):
        return False  # it depends on the day of evaluation
    return bool(least > most)


def _role_faults(question: Question) -> Iterator[Fault]:
    role = question.role
    if role is not None and (question.type not in _ROLE_TYPES[role] or question.repeats):
        rule = Text(
            "ser del tipo de su papel, una sola respuesta", "be of the type of its role, one answer"
        )
        yield _fault(question, "role", rule, "role")
    links = set(Link)
    if role is Role.LINK and any(option.code not in links for option in question.options):
        rule = Text(
            "llevar como opciones los vínculos: {codes}", "have as options the links: {codes}"
        )
        yield _fault(question, "role", rule.format(codes=", ".join(Link)), "options")


def _not_before_faults(
    question: Question, known: Mapping[str, Question], rows: Mapping[str, str | None]
) -> Iterator[Fault]:
    if question.not_before is None:
        return
    other = known.get(question.not_before)
    dates = other is not None and {question.type, other.type} == {QuestionType.DATE}
    single = other is not None and not question.repeats and not other.repeats
    home = other is not None and rows[other.code] in {None, rows[question.code]}
    if not (dates and single and home and other is not question):
        rule = Text(
            "seguir a otro reactivo de fecha de su grupo o de fuera de los que se repiten",
            "follow another question for a day, of its group or outside those that repeat",
        )
        yield _fault(question, "not_before", rule, "not_before")


def _condition_faults(question: Question, known: Mapping[str, Question]) -> Iterator[Fault]:
    inside = {below.code for below in question.walk()}
    for number, condition in enumerate(question.when):
        problem = _condition_problem(question, condition, inside, known)
        if problem is not None:
            code, rule = problem
            yield _fault(question, code, rule, f"when[{number}]")


def _condition_problem(
    question: Question, condition: Condition, inside: set[str], known: Mapping[str, Question]
) -> tuple[str, Text] | None:
    if condition.question == question.code:
        return "self", Text("no depender de sí mismo", "not depend on itself")
    if condition.question in inside:
        return "descendant", Text("no depender de lo que contiene", "not depend on what it holds")
    source = known.get(condition.question)
    if source is None:
        return "unknown", Text(
            "depender de un reactivo del cuestionario", "depend on a question of the questionnaire"
        )
    problem = condition_problem(source.type, condition.operator, condition.value)
    if problem is not None:
        return "condition", problem
    if condition.operator.compares_order and source.type is QuestionType.CHOICE:
        option = source.option(condition.value)
        if option is None or any(one.weight is None for one in source.options):
            return "condition", Text(
                "comparar por orden sólo opciones con peso",
                "compare by order weighted options only",
            )
    return None


def _row_groups(questions: Sequence[Question]) -> dict[str, str | None]:
    """Give, by code, the group that repeats and holds a question; ``None``: none does."""
    rows: dict[str, str | None] = {}
    stack: list[tuple[Question, str | None]] = [(question, None) for question in questions]
    while stack:
        question, row = stack.pop()
        rows[question.code] = row
        inner = question.code if question.is_group and question.repeats else row
        stack.extend((below, inner) for below in question.questions)
    return rows


def _parents(every: Sequence[Question]) -> dict[str, str]:
    return {below.code: question.code for question in every for below in question.questions}


def _cycle(known: Mapping[str, Question], parents: Mapping[str, str]) -> list[str]:
    """Give the codes of a cycle of dependence, first one last again; empty: there is none."""
    done: set[str] = set()
    for start in known:
        path: list[str] = []
        stack = [(start, False)]
        while stack:
            code, is_left = stack.pop()
            if is_left:
                done.add(path.pop())
            elif code in path:
                return [*path[path.index(code) :], code]
            elif code not in done:
                path.append(code)
                stack.append((code, True))
                needs = [c.question for c in known[code].when if c.question != code]
                needs += [parents[code]] if code in parents else []
                stack.extend((need, False) for need in reversed(needs) if need in known)
    return []
