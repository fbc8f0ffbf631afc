"""What reading a document costs beside pydantic and msgspec with the same rules.

First both sides give the same verdict on good documents and on bad ones of eight kinds; then they
read in turn, in slices, and the middle of the ratios of the slices is printed. *Dropped*: what was
read is let go at once; *kept*: it stays. Nothing here is a test of the machine.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from itertools import pairwise
from statistics import median
from typing import Any

from scoring import framework

from imss_integrity.codec import Decoder, dumps, loads
from imss_integrity.competitiveness import Assessment
from imss_integrity.conflicts import (
    Option,
    Question,
    Questionnaire,
    QuestionType,
    Response,
    Section,
)
from imss_integrity.kernel import Period, Text
from imss_integrity.pdca import Action, Measured, Measurement, Plan

try:
    import decoding_rivals as rivals
except ImportError:  # the extra ``bench`` is not installed
    sys.exit("no rivals: install the extra `bench`")

SLICES, CALLS = 9, 400
TAGGED = "pydantic with tagged answers"
LIMITS = {
    ("response", TAGGED, "dropped"): 0.85,
    ("response", TAGGED, "kept"): 0.36,
    ("response", "pydantic", "dropped"): 0.85,
    ("response", "pydantic", "kept"): 0.36,
    ("response", "msgspec", "dropped"): 2.0,
    ("assessment", "pydantic", "dropped"): 0.95,
    ("plan and measurements", "pydantic", "dropped"): 0.95,
}

Loads = Callable[[bytes], Any]
Side = tuple[Loads, list[bytes]]


def questionnaire() -> Questionnaire:
    """Give 25 questions: yes or no, choices, days, whole numbers, texts."""
    options = tuple(Option(code=f"op{n}", name=Text(f"opción {n}")) for n in range(6))
    kinds: list[tuple[QuestionType, dict[str, Any]]] = [
        *[(QuestionType.YES_NO, {})] * 13,
        *[(QuestionType.CHOICE, {"options": options})] * 5,
        *[(QuestionType.DATE, {})] * 3,
        *[(QuestionType.INTEGER, {"least": 0, "most": 100})] * 2,
        *[(QuestionType.TEXT, {})] * 2,
    ]
    questions = tuple(
        Question(code=f"Q{n}", text=Text(f"¿{n}?"), type=kind, **more)
        for n, (kind, more) in enumerate(kinds)
    )
    section = Section(code="A", title=Text("A"), questions=questions)
    return Questionnaire(code="banco", version="1", title=Text("banco"), sections=(section,))


def responses(asked: Questionnaire) -> Iterator[bytes]:
    """Give documents that differ."""
    start = date(2024, 1, 1)
    for n in range(50):
        answers: dict[str, Any] = {}
        for place, question in enumerate(asked.questions):
            answers[question.code] = {
                QuestionType.YES_NO: ("si", "no")[(n + place) % 2],
                QuestionType.CHOICE: f"op{(n + place) % 6}",
                QuestionType.DATE: (start + timedelta(days=37 * n + place)).isoformat(),
                QuestionType.INTEGER: (n * place) % 101,
                QuestionType.TEXT: f"Reviso contratos de la empresa {n}"
                + (": sí" if n % 5 == 0 else ""),
            }[question.type]
        yield dumps(Response.from_answers(asked, answers))


def assessments(rated: Any) -> Iterator[bytes]:
    """Give assessments of 200 subcriteria."""
    for n in range(10):
        ratings = {sub.code: 5 * ((n + i) % 21) for i, sub in enumerate(rated.subcriteria)}
        yield dumps(
            Assessment.of(
                rated, ratings, unit=f"U-{n}", period=Period.year(2020 + n), evaluator=f"E{n}"
            )
        )


def plans() -> Iterator[bytes]:
    """Give plans of 12 actions, each waiting for the one before."""
    for n in range(10):
        actions = tuple(
            Action(
                code=f"A{i}",
                what=Text(f"Aplicar la encuesta {i}", f"Run survey {i}"),
                owner="calidad",
                due=date(2026, 3, 1) + timedelta(days=n + i),
                evidence=(f"Oficio {n}/{i}",),
                after=(f"A{i - 1}",) if i else (),
                days=i + 1,
            )
            for i in range(12)
        )
        yield dumps(Plan(aim=Text(f"Menos espera {n}", f"Shorter wait {n}"), actions=actions))


def measured() -> Iterator[bytes]:
    """Give twelve months of an indicator."""
    for n in range(10):
        months = [date(2010 + n, month, 1) for month in range(1, 13)] + [date(2011 + n, 1, 1)]
        shares = tuple(
            Measurement.of_counts(
                Period(start=first, end=after - timedelta(days=1)), 30 + n, 400 + first.month
            )
            for first, after in pairwise(months)
        )
        day = date(2026, 1, 5)
        yield dumps(Measured(on=day, by="calidad", indicator="I1", measurements=shares))


def altered(body: bytes, alter: Callable[[Any], object]) -> bytes:
    """Give a document changed in one place."""
    document = json.loads(body)
    alter(document)
    return json.dumps(document).encode()


def bad(body: bytes) -> Iterator[bytes]:
    """Give bad documents: eight kinds of any record, and more of each."""

    def first(document: Any) -> Any:
        data = document["data"]
        content = data.get("answers", data.get("ratings", data))
        return content[0] if isinstance(content, list) else content

    def key(document: Any) -> Any:
        return next(reversed(first(document)))

    yield body[:-1]
    yield altered(body, lambda d: d.update(schema="imss-integrity/otro"))
    yield altered(body, lambda d: d.update(version=2))
    yield altered(body, lambda d: d.pop("data"))
    yield altered(body, lambda d: d.update(extra=1))
    yield altered(body, lambda d: first(d).update(extra=1))
    yield altered(body, lambda d: first(d).update({key(d): True}))
    yield altered(body, lambda d: first(d).update({key(d): [1]}))
    yield altered(body, lambda d: first(d).update({key(d): "\u202e"}))
    data = json.loads(body)["data"]
    if isinstance(data.get("answers"), dict):
        for code, wrong in {
            "Q0": "Si",
            "Q13": "op9",
            "Q18": "2026-02-30",
            "Q21": 101,
            "Q22": True,
            "Q23": "",
            "Q24": "x" * 4001,
        }.items():
            yield altered(body, partial(_answered, code, wrong))
        yield altered(body, lambda d: d["data"]["questionnaire"].update(digest="sha256:00"))
    if "ratings" in data:
        yield altered(body, lambda d: d["data"]["ratings"].update({"1.1": 3}))
        yield altered(body, lambda d: d["data"]["period"].update(end="1999-01-01"))
    if "actions" in data:
        yield altered(body, lambda d: d["data"]["actions"][3].update(days=0))
        yield altered(body, lambda d: d["data"]["actions"][0].update(after=["A11"]))
        yield altered(body, lambda d: d["data"]["actions"][3].update(code="A2"))


def _answered(code: str, wrong: object, document: Any) -> None:
    document["data"]["answers"][code] = wrong


def verdict(read: Loads, body: bytes) -> bool:
    """Say whether a side lets a document in."""
    try:
        read(body)
    except Exception:  # noqa: BLE001 - each side has errors of its own
        return False
    return True


def check(name: str, sides: dict[str, Loads], bodies: Sequence[bytes]) -> None:
    """Leave, unless all sides give the same verdict on good and bad documents."""
    for wanted, cases in ((True, bodies), (False, list(bad(bodies[0])))):
        for number, body in enumerate(cases):
            for side, read in sides.items():
                if verdict(read, body) is not wanted:
                    sys.exit(f"{name}: {side} gives {not wanted} for document {number}")


def spent(read: Loads, bodies: Sequence[bytes], *, kept: bool) -> float:
    """Give the seconds that a slice takes."""
    rounds, stay = max(CALLS // len(bodies), 1), []
    gc.collect()
    begun = time.process_time()
    for _ in range(rounds):
        for body in bodies:
            one = read(body)
            if kept:
                stay.append(one)
    return time.process_time() - begun


def ratio(ours: Side, theirs: Side, *, kept: bool) -> float:
    """Give the middle ratio of the slices, the two sides in turn."""
    ratios = []
    for number in range(SLICES):
        sides = (ours, theirs) if number % 2 else (theirs, ours)
        took = {read: spent(read, bodies, kept=kept) for read, bodies in sides}
        ratios.append(took[ours[0]] / took[theirs[0]])
    return median(ratios)


def main() -> None:
    """Print a line for each ratio, and what was missed."""
    asked, rated = questionnaire(), framework()
    plan_side, measured_side = rivals.pydantic_plans()

    def either(body: bytes) -> object:
        return plan_side(body) if b'"aim"' in body else measured_side(body)

    rows: dict[str, tuple[dict[str, Loads], list[bytes]]] = {
        "response": (
            {
                "ours": Decoder(asked).loads,
                "pydantic": rivals.pydantic_responses(asked),
                "msgspec": rivals.msgspec_responses(asked),
            },
            list(responses(asked)),
        ),
        "assessment": (
            {"ours": Decoder(rated).loads, "pydantic": rivals.pydantic_assessments(rated)},
            list(assessments(rated)),
        ),
        "plan and measurements": (
            {"ours": loads, "pydantic": either},
            [*plans(), *measured()],
        ),
    }
    for name, (sides, bodies) in rows.items():
        check(name, sides, bodies)
        own: dict[str, list[bytes]] = {}
        if name == "response":
            # The same answers, each side in the form that its users would choose.
            sides[TAGGED] = rivals.pydantic_tagged(asked)
            own[TAGGED] = [rivals.tagged(asked, body) for body in bodies]
            check(name, {TAGGED: sides[TAGGED]}, own[TAGGED])
        for side in [side for side in sides if side != "ours"]:
            for how in ("dropped", "kept"):
                theirs = (sides[side], own.get(side, bodies))
                got = ratio((sides["ours"], bodies), theirs, kept=how == "kept")
                limit = LIMITS.get((name, side, how))
                told = "" if limit is None else f" (limit {limit})"
                missed = " MISSED" if limit is not None and got > limit else ""
                print(f"{name}, {how} / {side}: {got:.2f}{told}{missed}")


if __name__ == "__main__":
    main()
