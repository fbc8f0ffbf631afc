"""What screening costs beside a loop over dictionaries, how it grows, and what a proof costs.

Ratios of one process, the two sides in turn, best of several slices; both give the same
verdicts before anything is timed. Nothing here is a test of the machine.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from datetime import date

import naive_screening as naive

from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE
from imss_integrity.conflicts import (
    Condition,
    Operator,
    Question,
    Questionnaire,
    QuestionType,
    Response,
    Section,
    YesNo,
    evaluate,
    prove,
    screen,
)
from imss_integrity.kernel import Text

ON = date(2026, 5, 4)
SLICES, CALLS = 9, 300
LIMIT = 5.0
GROWTH_LIMIT = 4.8
CANONICAL_SECONDS, LARGE_SECONDS = 1.0, 10.0


def responses() -> dict[str, Response]:
    """Give responses to the 28 questions: without interest, with three, with eight."""
    policy = CONFLICT_QUESTIONNAIRE.policy
    if policy is None:
        sys.exit("the reference questionnaire has no policy")
    clean = dict.fromkeys((rule.question for rule in policy.interests), "no")
    three = {
        **_told("FAM1", parentesco="TIOA", inicio="2020-01-01", vinculo="same_institute"),
        **_told("FAM2", parentesco="PAD", vinculo="decides"),
        **_told("BUS1", organizacion="X", inicio="2020-01-01", vinculo="decides", valor="40000"),
    }
    eight = {
        **three,
        **_told("BUS2", organizacion="X", inicio="2020-01-01", vinculo="none"),
        **_told("EMP1", organizacion="X", inicio="2019-01-01", fin="2024-01-01", vinculo="none"),
        **_told("GIF1", organizacion="X", inicio="2026-01-01", vinculo="none", aceptado="si"),
        **_told("PER1", vinculo="same_unit", manifiesta="no"),
        **_told("FIN2", organizacion="X", inicio="2020-01-01", vinculo="same_unit"),
    }
    given = {"no interest": {}, "three interests": three, "eight interests": eight}
    return {
        name: Response.from_answers(CONFLICT_QUESTIONNAIRE, clean | answers)
        for name, answers in given.items()
    }


def _told(code: str, **follow_ups: str) -> dict[str, object]:
    row = {f"{code}.{name}": answer for name, answer in follow_ups.items()}
    return {code: "si", f"{code}.detalle": [row]}


def best(*sides: Callable[[], object]) -> list[float]:
    """Give the best time of each side, in microseconds a call; the sides take turns."""
    times = [float("inf")] * len(sides)
    gc.collect()
    gc.disable()
    for turn in range(SLICES):
        for place in range(len(sides)):
            side = (place + turn) % len(sides)
            start = time.perf_counter()
            for _ in range(CALLS):
                sides[side]()
            times[side] = min(times[side], (time.perf_counter() - start) / CALLS)
    gc.enable()
    return [1e6 * one for one in times]


def screening_ratios() -> float:
    """Print the ratio for each response; give the lowest."""
    made = naive.plain_definition(CONFLICT_QUESTIONNAIRE)
    ratios: list[float] = []
    for name, response in responses().items():
        answers = naive.plain_answers(response)

        def ours(response: Response = response) -> object:
            result = screen(response, on=ON)
            return result.counted.state, result.counted.scores, result.counted.fired, result.level

        def theirs(answers: naive.Plain = answers) -> object:
            return naive.screened(made, answers, ON)

        expected, result = naive.screened(made, answers, ON), screen(response, on=ON)
        agreed = (
            expected["scores"] == list(result.counted.scores),
            expected["triggers"] == {one.code for one in result.triggers},
            expected["level"] == result.level,
            {code for code, _ in expected["enabled"]} <= set(result.enabled),
        )
        if not all(agreed):
            sys.exit(f"the two sides differ: {name}")
        ours_us, theirs_us = best(ours, theirs)
        ratios.append(theirs_us / ours_us)
        print(f"screen, {name}: {ours_us:.1f} us, loop {theirs_us:.1f} us, {ratios[-1]:.2f} times")
    return min(ratios)


def chain(count: int) -> Questionnaire:
    """Give a questionnaire in which each question depends on the one before."""
    questions = [
        Question(
            code=f"Q{n}",
            text=Text(f"reactivo {n}", f"question {n}"),
            type=QuestionType.YES_NO,
            when=(Condition(f"Q{n - 1}", Operator.EQUAL, YesNo.YES),) if n else (),
        )
        for n in range(count)
    ]
    section = Section(code="A", title=Text("A"), questions=tuple(questions))
    return Questionnaire(
        code="cadena", version="1", title=Text("cadena", "chain"), sections=(section,)
    )


def growth() -> float:
    """Print and give how evaluating grows with four times the questions and conditions."""
    sides: list[Callable[[], object]] = []
    for count in (100, 400):
        asked = chain(count)
        response = Response.from_answers(asked, {f"Q{n}": "si" for n in range(count)})

        def one(response: Response = response) -> object:
            return evaluate(response, on=ON)

        one()  # the definition is compiled once
        sides.append(one)
    few, many = best(*sides)
    print(f"evaluate: 100 questions {few:.0f} us, 400 {many:.0f} us, {many / few:.2f} times")
    return many / few


def proofs() -> bool:
    """Print what proofs cost; say whether they keep to their limits."""
    within = True
    for name, asked, limit in (
        ("28 questions, the reference", CONFLICT_QUESTIONNAIRE, CANONICAL_SECONDS),
        ("200 questions, a chain", chain(200), LARGE_SECONDS),
    ):
        start = time.process_time()
        proof = prove(asked)
        seconds = time.process_time() - start
        print(f"prove, {name}: {seconds:.2f} s, {proof.steps} steps (limit {limit:.0f} s)")
        within = within and (seconds <= limit or bool(proof.undecided))
    return within


def main() -> int:
    """Print everything; fail where a limit is missed."""
    lowest, grown, within = screening_ratios(), growth(), proofs()
    print(f"lowest ratio {lowest:.2f} (limit {LIMIT}), growth {grown:.2f} (limit {GROWTH_LIMIT})")
    return int(lowest < LIMIT or grown > GROWTH_LIMIT or not within)


if __name__ == "__main__":
    sys.exit(main())
