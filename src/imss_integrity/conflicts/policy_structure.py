"""What keeps a policy from fitting the questions it speaks of: every fault, at once.

Faltas de la política.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..kernel.errors import Fault
from ..kernel.text import Text
from .answers import QuestionType, answer_fault
from .conditions import condition_problem
from .policies import InterestRule, ScreeningPolicy, Trigger
from .questions import Question, Role
from .scales import Link

__all__ = ["policy_faults"]


def policy_faults(policy: ScreeningPolicy, questions: Sequence[Question]) -> Iterator[Fault]:
    """Go through what *policy* says that *questions* do not bear out."""
    known = {below.code: below for question in questions for below in question.walk()}
    tops = {question.code for question in _outside_rows(questions)}
    for rule in policy.interests:
        yield from _rule_faults(rule, known, tops)
    rules = {rule.question: rule for rule in policy.interests}
    for trigger in policy.triggers:
        yield from _trigger_faults(trigger, known, rules)


def _outside_rows(questions: Sequence[Question]) -> Iterator[Question]:
    for question in questions:
        yield question
        if not question.repeats:
            yield from _outside_rows(question.questions)


def _fault(path: str, code: str, rule: Text, subject: str) -> Fault:
    return answer_fault(f"policy.{path}", code, rule, subject=subject)


def _rule_faults(
    rule: InterestRule, known: Mapping[str, Question], tops: set[str]
) -> Iterator[Fault]:
    path = f"interests[{rule.question}]"
    question = known.get(rule.question)
    if question is None or not _can_declare(question) or rule.question not in tops:
        text = Text(
            "ser un reactivo fuera de los grupos que se repiten; de sí o no, sin repetirse",
            "be a question outside the groups that repeat; of yes or no, one without repeats",
        )
        yield _fault(path, "unknown", text, rule.question)
    if rule.details is None:
        return
    group = known.get(rule.details)
    if group is None or not group.is_group or rule.details not in tops:
        text = Text("nombrar un grupo del cuestionario", "name a group of the questionnaire")
        yield _fault(f"{path}.details", "unknown", text, rule.question)
        return
    roles = Counter(below.role for below in group.walk() if below.role is not None)
    if any(count > 1 for count in roles.values()):
        text = Text(
            "tener en sus detalles cada papel una vez", "have each role once in its details"
        )
        yield _fault(f"{path}.details", "role", text, rule.question)
    fixed = {Role.KINSHIP: rule.proximity, Role.ENDED: rule.recency, Role.LINK: rule.link}
    if any(roles[role] and measure is not None for role, measure in fixed.items()):
        text = Text(
            "fijar una medida o preguntarla, no ambas", "fix a measure or ask for it, not both"
        )
        yield _fault(path, "role", text, rule.question)


def _can_declare(question: Question) -> bool:
    is_yes_no = question.type in {QuestionType.YES_NO, QuestionType.BOOLEAN}
    return not question.is_group and not (is_yes_no and question.repeats)


def _trigger_faults(
    trigger: Trigger, known: Mapping[str, Question], rules: Mapping[str, InterestRule]
) -> Iterator[Fault]:
    path = f"triggers[{trigger.code}]"
    for code in trigger.questions:
        if code not in rules:
            text = Text("mirar reactivos con regla de interés", "look at questions with a rule")
            yield _fault(f"{path}.questions", "unknown", text, trigger.code)
            continue
        group = known.get(rules[code].details or "")
        follow = {} if group is None else {below.code: below for below in group.walk()}
        if trigger.links and not set(trigger.links) & _links(rules[code], follow.values()):
            text = Text("mirar un vínculo que pueda darse", "look at a link that can be given")
            yield _fault(f"{path}.links", "never", text, trigger.code)
        for number, condition in enumerate(trigger.when):
            source = follow.get(condition.question)
            if (
                source is None
                or condition_problem(source.type, condition.operator, condition.value)
                or (source.type is QuestionType.CHOICE and condition.operator.compares_order)
            ):
                text = Text(
                    "comparar con una respuesta de los detalles",
                    "compare with an answer of the details",
                )
                yield _fault(f"{path}.when[{number}]", "condition", text, trigger.code)


def _links(rule: InterestRule, follow_ups: Iterable[Question]) -> set[str]:
    """Give the links that an interest of *rule* can have."""
    asked = (question for question in follow_ups if question.role is Role.LINK)
    options = {option.code for question in asked for option in question.options}
    return options or {rule.link or Link.NONE}
