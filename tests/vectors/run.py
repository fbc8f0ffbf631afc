"""Run language-neutral vectors against the public API: ``python run.py FILE-or-FOLDER ...``.

A vector file is an array of cases ``{id, call, input, expect, tolerance?, source}``. `CALLS`
maps a call to a small function that turns JSON shapes into arguments and a result into plain
values. It computes nothing and checks nothing: what is malformed, the library must refuse.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import attrs

from imss_integrity.catalog import get_deadline, get_ooad, get_radius, get_relation
from imss_integrity.competitiveness import (
    STAGES_2019,
    Assessment,
    Criterion,
    Framework,
    Subcriterion,
    score,
)
from imss_integrity.competitiveness import cheapest_route as route_of
from imss_integrity.conflicts import (
    Absence,
    Condition,
    Kinship,
    Match,
    Operator,
    Option,
    Question,
    Questionnaire,
    QuestionType,
    Response,
    Section,
    interest_score,
    parse_value,
    within,
)
from imss_integrity.conflicts import evaluate as evaluate_response
from imss_integrity.conflicts import holds as condition_holds
from imss_integrity.conflicts import prove as prove_definition
from imss_integrity.initiatives import quadrant_of
from imss_integrity.kernel import (
    Calendar,
    ImssIntegrityError,
    Period,
    Text,
    canonical_text,
    deadline_of,
    parse_day,
    parse_exact,
    parse_json,
    parse_whole,
)
from imss_integrity.kernel.fields import choice
from imss_integrity.organization import BudgetKey, Clues
from imss_integrity.privacy import audit_suppression as audit_of_suppression
from imss_integrity.privacy import k_anonymity
from imss_integrity.statistics import (
    ControlChart,
    FunnelScale,
    Improvement,
    Interval,
    byar,
    c_chart,
    clopper_pearson,
    cohen_kappa,
    cusum,
    fleiss_kappa,
    funnel_flags,
    icc,
    krippendorff_alpha,
    laney_p_chart,
    newcombe_difference,
    overdispersion,
    p_chart,
    random_effects,
    run_chart,
    run_chart_limits,
    u_chart,
    weighted_mean,
    wilson,
)
from imss_integrity.statistics import funnel_limits as funnel_limits_of
from imss_integrity.statistics import nhs_assurance as assurance_of
from imss_integrity.statistics import nhs_signals as nhs_signals_of
from imss_integrity.statistics import xmr_chart as xmr_chart_of
from imss_integrity.statistics import zone_signals as zone_signals_of

Case = Mapping[str, Any]
Json = Any

STATUTORY = "statutory"
TOTAL = 1000  # points of a framework that states no other total
LONGEST = 200  # characters of a value in a line
TYPES = {
    name: QuestionType[name.upper()]
    for name in ("boolean", "choice", "integer", "decimal", "date", "text", "group")
}
ABSENCES = {
    "declined": Absence.DECLINED,
    "unknown": Absence.UNKNOWN,
    "not_applicable": Absence.NOT_APPLICABLE,
}
NHS_RULES = {
    "outside": "fuera",
    "trend": "tendencia",
    "shift": "racha",
    "two_of_three": "dos_de_tres",
}
RUN_CHART = (
    *("median", "useful", "longest_run", "longest_run_limit"),
    *("crossings", "crossings_limit", "signal"),
)
EVALUATED = date(2026, 5, 4)  # neutral definitions look back from no day


# --- calls -------------------------------------------------------------------------------


def ooad(code: Json) -> Case:
    """Find an OOAD by its code."""
    return _fields(get_ooad(code), "name", "state_code", "iso")


def clues(value: Json) -> Case:
    """Take a CLUES apart."""
    return _fields(Clues.parse(value), "state", "institution", "sequence", "check_digit_ok")


def budget_key(value: Json) -> Case:
    """Take a budget key apart."""
    parts = ("ooad", "zone", "sequence", "service_type", "budget_unit")
    return _fields(BudgetKey.parse(value), *parts)


def maturity_stage(percent: Json) -> Case:
    """Give the stage of a percent."""
    return {"stage": STAGES_2019.stage_at(STAGES_2019.parse_percent(percent)).code}


def framework_score(
    framework: Case, ratings: Case, *, missing: Json = "refuse", total: Json = TOTAL
) -> Case:
    """Score ratings by a framework; *total* may stand in it or beside it."""
    result = score(_assessment({"total": total} | framework, ratings), missing=missing)
    return {"total": result.value, "criteria": {part.code: part.value for part in result.parts}}


def cheapest_route(
    framework: Case,
    ratings: Case,
    costs: Case,
    target: Json,
    *,
    missing: Json = None,  # noqa: ARG001 - a route starts from complete ratings, whatever it says
    total: Json = TOTAL,
) -> Case:
    """Find the cheapest route to a target."""
    sheet = _assessment({"total": total} | framework, ratings)
    read = sheet.framework.scale.parse_percent
    offered = {
        code: {read(percent): cost for percent, cost in own.items()} for code, own in costs.items()
    }
    return _fields(route_of(sheet, costs=offered, target=target), "cost", "reached")


def business_days_after(start: Json, days: Json, holidays: Json = STATUTORY) -> Case:
    """Count business days; a list of holidays replaces the statutory ones."""
    calendar = Calendar()
    if holidays != STATUTORY:
        calendar = Calendar(statutory=False).closing(map(parse_day, holidays))
    return {"on": calendar.business_days_after(parse_day(start), days).isoformat()}


def uma(on: Json) -> Case:
    """Give the UMA of a day."""
    return _fields(Calendar().uma_on(parse_day(on)), "daily", "monthly")


def deadline(rule: Json, start: Json) -> Case:
    """Give the last day of a deadline of the catalogue."""
    return {"on": deadline_of(get_deadline(rule), parse_day(start)).isoformat()}


def canonical_json(text: Json) -> Case:
    """Give the canonical form of a document."""
    return {"canonical": canonical_text(parse_json(text))}


def kinship(**relative: Json) -> Case:
    """Give line and degree of a relation of the catalogue, or of generations up and down."""
    found = _kinship(**relative)
    return {"line": found.line.name.lower(), "degree": found.degree}


def within_radius(rule: Json, **relative: Json) -> Case:
    """Say whether a relative is inside the radius of a rule."""
    return _fields(within(_kinship(**relative), get_radius(rule)), "inside")


def condition(operator: Json, answers: Json, value: Json, type: Json) -> Case:  # noqa: A002 - the name of the format
    """Say whether a condition holds."""
    given = [_decimal(answer) for answer in answers]
    holds = condition_holds(operator, given, _decimal(value), kind=_type(type))
    return {"holds": holds}


def evaluate(definition: Json, answers: Json) -> Case:
    """Evaluate answers to a neutral definition."""
    made = _questionnaire(definition)
    result = evaluate_response(Response.from_answers(made, _answers(made, answers)), on=EVALUATED)
    lists = ("enabled", "missing", "dropped")
    return {name: frozenset(map(_id, getattr(result, name))) for name in lists} | {
        "score": result.score
    }


def prove(definition: Json) -> Case:
    """Prove a neutral definition; a cycle never gets this far."""
    proof = prove_definition(_questionnaire(definition))
    return {
        "never_enabled": frozenset(proof.never_shown),
        "always_enabled": frozenset(proof.always_shown),
        "cycle": None,
    }


def interest(**given: Json) -> Case:
    """Score an interest."""
    return _fields(interest_score(**given), "impact", "probability", "score")


def xmr_chart(values: Json, *, factor: Json = "2.66", **options: Json) -> Case:
    """Chart individual values; the factor is a number or a text."""
    chart = xmr_chart_of(values, factor=str(factor), **options)
    (segment,) = chart.segments
    return _level_lines(chart) | _fields(segment, "mean_moving_range")


def laney_chart(**given: Json) -> Case:
    """Chart shares by Laney."""
    chart = laney_p_chart(**given)
    (segment,) = chart.segments
    return _lines(chart) | _fields(segment, "sigma_z")


def audit_suppression(table: Json, hidden: Json) -> Case:
    """Audit hidden cells; the order of the exposed ones says nothing."""
    audit = audit_of_suppression(table, hidden)
    pairs = zip(audit.hidden, audit.intervals, strict=True)
    return {
        "exposed": frozenset(str(list(cell)) for cell in audit.exposed),
        "intervals": {f"{row},{column}": list(interval) for (row, column), interval in pairs},
    }


def newcombe(**given: Json) -> Case:
    """Give the interval of a difference."""
    interval = newcombe_difference(**given)
    return _limits(interval) | {"difference": interval.estimate}


def funnel_limits(*, scale: Json = "normal", **given: Json) -> Case:
    """Give the limits of a funnel; the scales of the format have English names."""
    chosen = FunnelScale.ARCSINE if scale == "arcsine" else scale
    return _fields(funnel_limits_of(**given, scale=chosen), "lower", "upper")


def zone_signals(**given: Json) -> Case:
    """Find the points that complete the patterns of zones."""
    found = zone_signals_of(**given)
    return {"points": {rule: found.points(rule) for rule in found.rules.rules}}


def nhs_signals(**given: Json) -> Case:
    """Find the points that the rules of the NHS mark."""
    found = nhs_signals_of(**given)
    return {name: found.points(rule) for name, rule in NHS_RULES.items()}


def nhs_assurance(*, improvement: Json, **given: Json) -> Case:
    """Say whether a target is met."""
    named = (one for one in Improvement if one.name.lower() == improvement)
    verdict = assurance_of(**given, improvement=next(named, improvement))
    return {"assurance": verdict.name.lower()}


CALLS: Mapping[str, Callable[..., Case]] = {
    "ooad": ooad,
    "clues": clues,
    "budget_key": budget_key,
    "maturity_stage": maturity_stage,
    "framework_score": framework_score,
    "cheapest_route": cheapest_route,
    "weighted_mean": lambda **given: {"value": weighted_mean(**given)},
    "krippendorff_alpha": lambda **given: {"alpha": krippendorff_alpha(**given)},
    "cohen_kappa": lambda **given: {"kappa": cohen_kappa(**given)},
    "fleiss_kappa": lambda **given: {"kappa": fleiss_kappa(**given)},
    "icc": lambda **given: attrs.asdict(icc(**given)),
    "wilson": lambda **given: _limits(wilson(**given)),
    "clopper_pearson": lambda **given: _limits(clopper_pearson(**given)),
    "newcombe_difference": newcombe,
    "byar": lambda **given: _limits(byar(**given)),
    "funnel_limits": funnel_limits,
    "funnel_flags": lambda **given: {
        "flags": [flag.name.lower() for flag in funnel_flags(**given).flags]
    },
    "overdispersion": lambda **given: _fields(overdispersion(**given), "phi"),
    "random_effects": lambda **given: _fields(
        random_effects(**given), "mean", "tau2", "q", "shrunk"
    ),
    "xmr_chart": xmr_chart,
    "p_chart": lambda **given: _lines(p_chart(**given)),
    "u_chart": lambda **given: _lines(u_chart(**given)),
    "c_chart": lambda **given: _level_lines(c_chart(**given)),
    "laney_p_chart": laney_chart,
    "cusum": lambda **given: _fields(cusum(**given), "high", "low", "signals"),
    "risk_quadrant": lambda **given: {"quadrant": quadrant_of(**given).value},
    "zone_signals": zone_signals,
    "nhs_signals": nhs_signals,
    "nhs_assurance": nhs_assurance,
    "run_chart": lambda **given: _fields(run_chart(**given), *RUN_CHART),
    "run_chart_limits": lambda **given: attrs.asdict(run_chart_limits(**given)),
    "business_days_after": business_days_after,
    "uma": uma,
    "deadline": deadline,
    "kinship": kinship,
    "within_radius": within_radius,
    "canonical_json": canonical_json,
    "condition": condition,
    "evaluate": evaluate,
    "prove": prove,
    "interest": interest,
    "k_anonymity": lambda **given: attrs.asdict(k_anonymity(**given)),
    "audit_suppression": audit_suppression,
}


def _fields(result: object, *names: str) -> Case:
    return {name: getattr(result, name) for name in names}


def _limits(interval: Interval) -> Case:
    return _fields(interval, "lower", "upper")


def _lines(chart: ControlChart) -> Case:
    """Give the lines of a chart that has one centre, and limits that vary."""
    return {"centre": chart.centre[0]} | _fields(chart, "lower", "upper")


def _level_lines(chart: ControlChart) -> Case:
    """Give the lines of a chart that has one centre, and the same limits everywhere."""
    return {name: line[0] for name, line in _fields(chart, "centre", "lower", "upper").items()}


def _assessment(framework: Case, ratings: Case) -> Assessment:
    criteria = tuple(
        Criterion(
            **_head(criterion),
            subcriteria=tuple(Subcriterion(**_head(sub)) for sub in criterion["subcriteria"]),
        )
        for criterion in framework["criteria"]
    )
    total = parse_whole(framework["total"], path="total")
    made = Framework(code="marco", name=Text("marco"), version="1", criteria=criteria, total=total)
    read = made.scale.parse_percent
    percents = {code: None if one is None else read(one) for code, one in ratings.items()}
    return Assessment.of(made, percents, unit="U-1", period=Period.year(2026), evaluator="E-1")


def _kinship(
    *, relation: Json = None, up: Json = None, down: Json = None, affinity: Json = False
) -> Kinship:
    if relation is not None:
        return get_relation(relation).kinship
    return attrs.evolve(Kinship.blood(up=up, down=down), affinity=affinity)


def _questionnaire(definition: Case) -> Questionnaire:
    """Turn a neutral definition into a questionnaire of one section."""
    types = {item["id"]: item["type"] for item in _items(definition)}
    section = Section(
        code="neutral",
        title=Text("neutral"),
        questions=tuple(_question(item, types) for item in definition.get("items", ())),
    )
    return Questionnaire(code="neutral", version="1", title=Text("neutral"), sections=(section,))


def _items(holder: Case) -> Iterator[Case]:
    for item in holder.get("items", ()):
        yield item
        yield from _items(item)


def _question(item: Case, types: Case) -> Question:
    weights = item.get("weights", {})
    match = item.get("enable_behavior")
    return Question(
        code=item["id"],
        text=Text(item["id"]),
        type=_type(item["type"]),
        required=item.get("required", False),
        repeats=item.get("repeats", False),
        options=tuple(
            Option(
                code=code,
                name=Text(code),
                weight=None if code not in weights else parse_exact(_decimal(weights[code])),
            )
            for code in item.get("options", ())
        ),
        when=tuple(_condition(given, types) for given in item.get("enable_when", ())),
        match=None if match is None else choice(Match, match, path="enable_behavior"),
        questions=tuple(_question(below, types) for below in item.get("items", ())),
    )


def _condition(given: Case, types: Case) -> Condition:
    """Read a condition; what does not fit its source is left for the library to refuse."""
    comparison = choice(Operator, given["operator"], path="operator")
    source, value = given["question"], _decimal(given["value"])
    if comparison is not Operator.EXISTS and types.get(source, "group") != "group":
        value = parse_value(_type(types[source]), value, path="value")
    return Condition(source, comparison, value)


def _answers(made: Questionnaire, answers: Case) -> dict[str, Json]:
    """Give answers by code; what stands in a group that repeats goes into one instance of it."""
    given: dict[str, Json] = {}
    for code, answer in answers.items():
        place = made.layout.places.get(code)
        holder = given
        if place is not None and place.frame is not None:
            group = made.layout.top.places[place.frame].question.code
            holder = given.setdefault(group, [{}])[0]
        holder[code] = _answer(answer, several=place is not None and place.question.repeats)
    return given


def _answer(answer: Json, *, several: bool) -> Json:
    """Read an answer, a list of them, or an absence; a list of one or none is no several."""
    if isinstance(answer, dict):
        return ABSENCES.get(answer.get("absent"), answer)
    if isinstance(answer, list):
        given = [_decimal(one) for one in answer]
        return given if several or len(given) > 1 else next(iter(given), None)
    return _decimal(answer)


def _decimal(number: Json) -> Json:
    """JSON has one kind of number: one with a point is the decimal that it spells."""
    return Decimal(repr(number)) if isinstance(number, float) else number


def _id(path: str) -> str:
    return path.rpartition("].")[2]


def _type(name: Json) -> QuestionType:
    known = TYPES.get(name) if isinstance(name, str) else None
    return known or choice(QuestionType, name, path="type")


def _head(given: Case) -> dict[str, Any]:
    code = given["code"]
    points = parse_whole(given["points"], path="points")
    return {"code": code, "name": Text(code), "points": points}


# --- comparing ---------------------------------------------------------------------------


def exact(value: object) -> Fraction | None:
    """Give the rational number that *value* holds or spells; a float is its shortest decimal."""
    if isinstance(value, bool) or not isinstance(value, int | float | str | Decimal | Fraction):
        return None
    try:
        return Fraction(repr(value) if isinstance(value, float) else value)
    except (ValueError, OverflowError, ZeroDivisionError):  # no number, NaN, infinity, 1/0
        return None


def same(expected: object, got: object, tolerance: object) -> bool:
    """Say whether *got* is what was *expected*; texts equal texts, numbers within *tolerance*."""
    if isinstance(got, frozenset):  # the order of ids says nothing
        return isinstance(expected, list) and sorted(map(str, got)) == sorted(map(str, expected))
    if isinstance(expected, dict):
        return (
            isinstance(got, Mapping)
            and expected.keys() == got.keys()
            and all(same(expected[key], got[key], tolerance) for key in expected)
        )
    if isinstance(expected, list):
        return (
            isinstance(got, list | tuple)
            and len(expected) == len(got)
            and all(same(*pair, tolerance) for pair in zip(expected, got, strict=True))
        )
    if isinstance(got, str | bool) or got is None:
        return type(expected) is type(got) and expected == got
    wanted, number = exact(expected), exact(got)
    if wanted is None or number is None:
        return False
    return abs(wanted - number) <= (exact(tolerance) or 0)


# --- running -----------------------------------------------------------------------------


def problem_of(case: Case) -> str | None:
    """Say what is wrong with the library's answer to *case*; ``None``: nothing is."""
    expect = case["expect"]
    # A cycle may be found or refused: the structure is checked by the constructor.
    refusal = expect.get("error") is True or isinstance(expect.get("cycle"), list)
    wanted = "an ImssIntegrityError" if refusal else _short(expect)
    if case["call"] not in CALLS:
        return f"call: expected a known call, got {_short(case['call'])}"
    try:
        result = CALLS[case["call"]](**case["input"])
    except ImssIntegrityError as error:
        return None if refusal else f"error: expected {wanted}, got {_named(error)}"
    except Exception as error:  # noqa: BLE001 - any other exception is a fault to be told
        return f"error: expected {wanted}, got {_named(error)}"
    if refusal:
        return f"error: expected {wanted}, got {_short(result)}"
    tolerance = case.get("tolerance")
    for key, value in expect.items():
        if key not in result or not same(value, result[key], tolerance):
            return f"{key}: expected {_short(value)}, got {_short(result.get(key))}"
    return None


def _named(error: BaseException) -> str:
    return f"{type(error).__name__}: {_short(str(error))}"


def _short(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, default=str, ensure_ascii=False)
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}..."


def verdicts(arguments: list[str]) -> Iterator[tuple[str, str | None]]:
    """Go through the id of each case of all files, with what is wrong with it."""
    for name in arguments:
        given = Path(name)
        for path in sorted(given.glob("*.json")) if given.is_dir() else [given]:
            try:
                cases = list(json.loads(path.read_text(encoding="utf-8")))
            except (OSError, ValueError, TypeError) as error:
                yield path.name, f"file: expected an array of cases, got {_named(error)}"
                continue
            for number, case in enumerate(cases):
                try:
                    yield case["id"], problem_of(case)
                except (KeyError, TypeError, AttributeError) as error:
                    yield f"{path.name}[{number}]", f"case: expected a case, got {_named(error)}"


def main(arguments: list[str]) -> int:
    """Run the files or folders named by *arguments*; print what fails, then the count."""
    passed = failed = 0
    for case, problem in verdicts(arguments):
        if problem is None:
            passed += 1
        else:
            failed += 1
            print(f"FAIL {case}: {problem}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
