"""The rival: what anyone would write first, a loop over dictionaries.

The same enabled set, scores, triggers and level as the library's, from a definition turned
into plain dictionaries once. It is also the second implementation that the laws compare with.
"""

# ruff: noqa: C901, PLR0911, PLR0917 - written as it comes, which is the point of a rival

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any

from imss_integrity.conflicts import Absence, MonthsBack, Questionnaire, Response, within
from imss_integrity.kernel import PUBLISHED_UMA, add_months

Plain = dict[str, Any]

PROXIMITY = {
    "self": 10, "bond": 10, "dependant": 10, "degree_1": 9, "degree_2": 8, "degree_3": 6,
    "degree_4": 5, "affinity_1": 7, "affinity_2": 7, "affinity_3": 4, "affinity_4": 4,
    "associate": 5, "none": 2,
}  # fmt: skip
RECENCY = {"current": 10, "ended_1y": 8, "ended_2y": 5, "ended_5y": 2, "older": 1}
LINK = {"decides": 10, "same_unit": 6, "same_institute": 3, "none": 1}
LEVELS = ("minimo", "bajo", "medio", "alto")


# --- the definition and the answers as dictionaries, once -------------------------------------


def plain_definition(questionnaire: Questionnaire) -> Plain:
    """Turn a definition into dictionaries."""
    items: list[Plain] = []

    def put(question: Any, parent: str | None, row: str | None) -> None:
        items.append(
            {
                "code": question.code,
                "type": question.type.value,
                "parent": parent,
                "row": row,
                "repeats": question.repeats and question.type.value != "grupo",
                "match": None if question.match is None else question.match.value,
                "when": [
                    {"question": c.question, "operator": c.operator.value, "value": _value(c.value)}
                    for c in question.when
                ],
                "weights": {option.code: option.weight for option in question.options},
                "required": question.required,
                "most": getattr(question.most, "months", None),
                "role": None if question.role is None else question.role.value,
            }
        )
        inner = question.code if question.type.value == "grupo" and question.repeats else row
        for below in question.questions:
            put(below, question.code, inner)

    for section in questionnaire.sections:
        for question in section.questions:
            put(question, None, None)
    made: Plain = {"items": items, "by_code": {item["code"]: item for item in items}}
    made["order"] = _sources_first(made)
    made["rules"], made["triggers"] = _policy(questionnaire, made)
    policy = questionnaire.policy
    if policy is not None:
        made["bands"] = [(band.low, band.level.value) for band in policy.bands]
        made["steps"] = policy.most_steps
    return made


def _value(value: Any) -> Any:
    if isinstance(value, MonthsBack):
        return {"months": value.months}
    return value.value if isinstance(value, Enum) else value


def _sources_first(made: Plain) -> list[Plain]:
    order: dict[str, None] = {}

    def visit(code: str) -> None:
        item = made["by_code"][code]
        if code not in order:
            for need in [item["parent"], *(c["question"] for c in item["when"])]:
                if need is not None:
                    visit(need)
            order[code] = None

    for item in made["items"]:
        visit(item["code"])
    return [made["by_code"][code] for code in order]


def _policy(questionnaire: Questionnaire, made: Plain) -> tuple[list[Plain], list[Plain]]:
    policy = questionnaire.policy
    if policy is None:
        return [], []
    rules: list[Plain] = []
    for rule in policy.interests:
        inside = (
            []
            if rule.details is None
            else [item for item in made["items"] if _is_below(item, rule.details, made)]
        )
        kin = next((i["code"] for i in inside if i["role"] == "parentesco"), None)
        options = () if kin is None else questionnaire.question(kin).options
        rules.append(
            {
                "question": rule.question,
                "details": rule.details,
                "rows": rule.details is not None and questionnaire.question(rule.details).repeats,
                "base": rule.base,
                "roles": {item["role"]: item["code"] for item in inside if item["role"]},
                "near": {o.code: o.proximity or _near(o.kinship) for o in options},
                "proximity": rule.proximity or "self",
                "recency": rule.recency or "current",
                "link": rule.link or "none",
            }
        )
    triggers = [
        {
            "code": t.code,
            "questions": t.questions,
            "rule": t.rule,
            "links": {str(link) for link in t.links},
            "months": t.months,
            "when": [(c.question, c.operator.value, _value(c.value)) for c in t.when],
            "inside": None
            if t.radius is None
            else {
                option.code
                for code in {r["roles"].get("parentesco", "") for r in rules} - {""}
                for option in questionnaire.question(code).options
                if option.kinship is not None
                and within(option.kinship, t.radius, affinity_degree=t.affinity_degree).inside
            },
        }
        for t in policy.triggers
    ]
    return rules, triggers


def _is_below(item: Plain, group: str, made: Plain) -> bool:
    parent = item["parent"]
    while parent is not None:
        if parent == group:
            return True
        parent = made["by_code"][parent]["parent"]
    return False


def _near(kinship: Any) -> str:
    if kinship is None or kinship.line.value == "ninguna":
        return "none"
    if kinship.bond is not None:
        return "bond"
    code = ("affinity_" if kinship.affinity else "degree_") + str(kinship.up + kinship.down)
    return code if code in PROXIMITY else "none"


def plain_answers(response: Response) -> Plain:
    """Turn a response into dictionaries: answers by code, instances as lists of such."""
    layout = response.questionnaire.layout
    answers: Plain = {}
    for place in layout.top.places:
        value = response.values[place.position]
        if place.position in layout.rows:
            frame = layout.rows[place.position]
            answers[place.question.code] = [
                {p.question.code: row[p.position] for p in frame.places}
                for row in value  # type: ignore[attr-defined]
            ]
        else:
            answers[place.question.code] = value
    return answers


# --- the loop ---------------------------------------------------------------------------------


def answered(value: Any) -> list[Any]:
    """Give the answers that a value holds."""
    if value is None or isinstance(value, Absence):
        return []
    return list(value) if isinstance(value, tuple) else [value]


def holds(operator: str, answers: list[Any], value: Any) -> bool:
    """Compare answers as FHIR R5 says."""
    if operator == "exists":
        return bool(answers) is value
    if operator == "!=":
        return all(answer != value for answer in answers)
    if operator == "=":
        return any(answer == value for answer in answers)
    if operator == ">":
        return any(answer > value for answer in answers)
    if operator == "<":
        return any(answer < value for answer in answers)
    if operator == ">=":
        return any(answer >= value for answer in answers)
    return any(answer <= value for answer in answers)


def start_of(on: date, months: int) -> date:
    """Give the first day whose date so many months later is not past yet."""
    day = add_months(on, -months)
    while add_months(day, months) < on:
        day += timedelta(days=1)
    return day


def enabled_set(made: Plain, answers: Plain, on: date) -> set[tuple[str, int | None]]:
    """Give what is enabled, by code and instance."""
    enabled: set[tuple[str, int | None]] = set()
    for item in made["order"]:
        rows = [None] if item["row"] is None else range(len(answers[item["row"]]))
        for row in rows:
            parent = item["parent"]
            if (
                parent is not None
                and (parent, None if parent == item["row"] else row) not in enabled
            ):
                continue
            tests = []
            for condition in item["when"]:
                source = made["by_code"][condition["question"]]
                value = condition["value"]
                found = []
                if source["row"] is None:
                    if (source["code"], None) in enabled:
                        found = answered(answers[source["code"]])
                else:
                    for number, own in enumerate(answers[source["row"]]):
                        same = source["row"] != item["row"] or number == row
                        if same and (source["code"], number) in enabled:
                            found += answered(own[source["code"]])
                if isinstance(value, dict):
                    value = start_of(on, value["months"])
                if condition["operator"] in {">", "<", ">=", "<="} and source["weights"]:
                    found = [source["weights"][one] for one in found]
                    value = source["weights"][value]
                tests.append(holds(condition["operator"], found, value))
            if not tests or (any(tests) if item["match"] == "any" else all(tests)):
                enabled.add((item["code"], row))
    return enabled


def recency(ended: Any, on: date) -> str:
    """Say how long ago an interest ended."""
    if ended is None or ended >= on:
        return "current"
    for code, months in (("ended_1y", 12), ("ended_2y", 24), ("ended_5y", 60)):
        if on <= add_months(ended, months):
            return code
    return "older"


def uma(on: date) -> Fraction:
    """Give the daily UMA."""
    return next(Fraction(one.daily) for one in PUBLISHED_UMA if on in one.period)


def screened(made: Plain, answers: Plain, on: date) -> Plain:
    """Give the enabled set, the scores, the triggers and the level of a complete response."""
    for item in made["items"]:
        if item["most"] is not None:
            rows = [answers] if item["row"] is None else answers[item["row"]]
            for row in rows:
                for day in answered(row[item["code"]]):
                    if day > add_months(on, -item["most"]):
                        message = "a day in the future"
                        raise ValueError(message)
    enabled = enabled_set(made, answers, on)
    scores: list[int] = []
    fired: set[str] = set()
    for rule in made["rules"]:
        if (rule["question"], None) not in enabled or answers[rule["question"]] != "si":
            continue
        rows = answers[rule["details"]] if rule["rows"] else [answers]
        for number, row in enumerate(rows):
            place = number if rule["rows"] else None
            got = {
                role: row[code]
                for role, code in rule["roles"].items()
                if (code, place) in enabled and answered(row[code])
            }
            kin, ended = got.get("parentesco"), got.get("fin")
            link = str(got.get("vinculo", rule["link"]))
            near = rule["near"].get(kin, rule["proximity"]) if kin else rule["proximity"]
            age = recency(ended, on) if "fin" in rule["roles"] else rule["recency"]
            value = got.get("valor")
            step = 0
            if value:
                step = 1 if Fraction(value) <= 250 * uma(on) else 2
            impact = min(rule["base"] + step, 10)
            chance = Fraction(PROXIMITY[near] * RECENCY[age] * LINK[link], 100)
            rounded = int(chance + Fraction(1, 2))
            scores.append(impact * min(max(rounded, 1), 10))
            for trigger in made["triggers"]:
                if rule["question"] in trigger["questions"] and _fires(
                    trigger, rule, row, place, got, (near, age, link), enabled, on
                ):
                    fired.add(trigger["code"])
    return {
        "enabled": enabled,
        "scores": scores,
        "triggers": fired,
        "level": _level(made, scores, fired),
    }


def _fires(
    trigger: Plain, rule: Plain, row: Plain, place: int | None, got: Mapping[str, Any],
    measures: tuple[str, str, str], enabled: set[tuple[str, int | None]], on: date,
) -> bool:  # fmt: skip
    near, age, link = measures
    if not trigger["rule"].in_force(on=on):
        return False
    if trigger["inside"] is not None:
        own = near in {"self", "bond", "dependant"}
        if not (got.get("parentesco") in trigger["inside"] if rule["near"] else own):
            return False
    if trigger["links"] and link not in trigger["links"]:
        return False
    if trigger["months"] is not None:
        if "fin" not in rule["roles"] and age != "current":
            return False
        ended = got.get("fin")
        if ended is not None and on > add_months(ended, trigger["months"]):
            return False
    for code, operator, value in trigger["when"]:
        found = answered(row[code]) if (code, place) in enabled else []
        wanted = start_of(on, value["months"]) if isinstance(value, dict) else value
        if not holds(operator, found, wanted):
            return False
    return True


def _level(made: Plain, scores: list[int], fired: set[str]) -> str:
    if fired:
        return "critico"
    rest = Fraction(1)
    for score in scores:
        rest *= 1 - Fraction(score, 100)
    total = 100 * (1 - rest)
    largest = max(scores, default=0)
    reached = max(n for n, (low, _) in enumerate(made["bands"]) if low <= total)
    single = max(n for n, (low, _) in enumerate(made["bands"]) if low <= largest)
    return str(made["bands"][min(reached, single + made["steps"])][1])


def weight(made: Plain, answers: Plain, enabled: set[tuple[str, int | None]]) -> Fraction:
    """Add the weights of the chosen options that are enabled."""
    total = Fraction(0)
    for item in made["items"]:
        rows = [(None, answers)] if item["row"] is None else enumerate(answers[item["row"]])
        for number, row in rows:
            if (item["code"], number) in enabled:
                for one in answered(row.get(item["code"])):
                    total += item["weights"].get(one) or 0 if isinstance(one, str) else 0
    return total


__all__ = ["Decimal", "plain_answers", "plain_definition", "screened"]
