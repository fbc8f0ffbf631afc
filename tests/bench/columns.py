"""What scoring by columns costs beside summing the same bytes, and beside the objects.

Ratios of one process, the sides in turn, best of several slices; both sides give the same
results before anything is timed. The bytes are summed as numpy sums them, one by one; beside it
stands the sum of the same memory as words of 64 bits, which is what the memory itself allows.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import numpy as np
from scoring import framework

from imss_integrity.columns import comply_programmes, score_assessments, score_responses
from imss_integrity.competitiveness import Assessment, score
from imss_integrity.conflicts import (
    Condition,
    Operator,
    Option,
    Question,
    Questionnaire,
    QuestionType,
    Response,
    Section,
    evaluate,
)
from imss_integrity.kernel import Period, Text

ON = date(2026, 5, 4)
ROWS, OBJECTS, SLICES = 96_000, 300, 15
RESPONSES, QUESTIONS = 10 * ROWS, 20  # of as many bytes as the assessments
ASSESSMENT_LIMIT, RESPONSE_LIMIT, GROWTH_LIMIT = 6.0, 5.0, 4.8

Work = Callable[[], object]


def best(*sides: Work) -> list[float]:
    """Give the best time of each side in seconds; the sides take turns."""
    times = [float("inf")] * len(sides)
    for turn in range(SLICES):
        for place in range(len(sides)):
            side = (place + turn) % len(sides)
            start = time.process_time()
            sides[side]()
            times[side] = min(times[side], time.process_time() - start)
    return times


def report(name: str, data: Any, work: Work, quarter: Work, limit: float) -> float:
    """Print the ratios of *work* over *data*, a column a row; give the worst, limits being 1."""
    rows, words = data.shape[1], data.reshape(-1).view(np.uint64)
    ours, bytewise, wordwise, few = best(work, data.sum, words.sum, quarter)
    ratio, growth = ours / bytewise, ours / few
    print(
        f"{name}: {1e9 * ours / rows:.0f} ns a row, {ratio:.2f} times numpy.sum of its bytes"
        f" (limit {limit:.0f}), {ours / wordwise:.1f} times that of 64-bit words;"
        f" t(4n)/t(n) = {growth:.2f} (limit {GROWTH_LIMIT})"
    )
    return max(ratio / limit, growth / GROWTH_LIMIT)


def against_objects(name: str, one: Work, many: Work, rows: int) -> None:
    """Print how many times faster a row of *many* is than *one* object."""
    single, whole = best(one, many)
    print(f"{name}: {1e6 * single:.1f} us by object, {single / whole * rows:.0f} times faster")


def percents(rows: int) -> Any:
    """Give percents of the framework's subcriteria, a line for each subcriterion."""
    chance = np.random.default_rng(2026)
    count = len(framework().subcriteria)
    return np.ascontiguousarray(5 * chance.integers(0, 21, (count, rows), dtype=np.uint8))


def assessments() -> float:
    """Score assessments of 8 x 25 subcriteria."""
    rated, data = framework(), percents(ROWS)
    chance = np.random.default_rng(2027)
    columns, quarter = data.T, data[:, : ROWS // 4].copy().T
    sheets = [
        Assessment(
            unit=f"U-{n}",
            period=Period.year(2025),
            evaluator="E1",
            framework=rated,
            percents=tuple(columns[n].tolist()),
        )
        for n in range(OBJECTS)
    ]

    def ours() -> object:
        return score_assessments(rated, columns)

    scores = score_assessments(rated, columns)
    if [score(one).value for one in sheets] != list(scores.values()[:OBJECTS]):
        sys.exit("columns and objects differ")
    worst = report(
        "assessments of 200 subcriteria",
        data,
        ours,
        lambda: score_assessments(rated, quarter),
        ASSESSMENT_LIMIT,
    )
    by_rows = np.ascontiguousarray(columns)
    holes = np.where(chance.random(data.shape) < 0.02, np.uint8(255), data).T
    mapped = {sub.code: data[place] for place, sub in enumerate(rated.subcriteria)}
    variants: dict[str, Work] = {
        "a mapping of columns": lambda: score_assessments(rated, mapped),
        "rows contiguous": lambda: score_assessments(rated, by_rows),
        "2 % not rated, as zero": lambda: score_assessments(rated, holes, missing="zero"),
        "2 % not rated, reweighted": lambda: score_assessments(rated, holes, missing="reweight"),
        "minimum": lambda: score_assessments(rated, columns, method="minimum"),
    }
    base, *others = best(data.sum, *variants.values())
    for name, seconds in zip(variants, others, strict=True):
        print(f"  {name}: {seconds / base:.2f} times numpy.sum")
    against_objects("  score of one", lambda: score(sheets[0]), ours, ROWS)
    return worst


def questionnaire() -> Questionnaire:
    """Give choices of four weighted options; every fourth opens the three after it."""
    options = tuple(
        Option(code=code, name=Text(code), weight=Fraction(weight))
        for weight, code in enumerate(("nunca", "rara", "a_veces", "siempre"))
    )
    questions = tuple(
        Question(
            code=f"Q{n}",
            text=Text(f"reactivo {n}", f"question {n}"),
            type=QuestionType.CHOICE,
            options=options,
            when=(Condition(f"Q{n - n % 4}", Operator.NOT_EQUAL, "nunca"),) if n % 4 else (),
        )
        for n in range(QUESTIONS)
    )
    section = Section(code="A", title=Text("A"), questions=questions)
    return Questionnaire(code="banco", version="1", title=Text("banco"), sections=(section,))


def choices(rows: int) -> Any:
    """Give places of options, a line for each question; a fifth is not answered."""
    chance = np.random.default_rng(2026)
    data = chance.integers(0, 5, (QUESTIONS, rows), dtype=np.uint8)
    data[data == 4] = 255
    return data


def responses() -> float:
    """Score responses to 20 weighted questions, 15 of them under a condition."""
    asked, data = questionnaire(), choices(RESPONSES)
    columns = {f"Q{n}": data[n] for n in range(QUESTIONS)}
    quarter = {code: column[: RESPONSES // 4].copy() for code, column in columns.items()}
    codes = [option.code for option in asked.questions[0].options]
    given = [
        Response.from_answers(
            asked, {c: codes[column[n]] for c, column in columns.items() if column[n] < 4}
        )
        for n in range(OBJECTS)
    ]
    scores = score_responses(asked, columns, on=ON)
    if [evaluate(one, on=ON).score for one in given] != list(scores.values()[:OBJECTS]):
        sys.exit("columns and objects differ")

    def ours() -> object:
        return score_responses(asked, columns, on=ON)

    worst = report(
        f"responses to {QUESTIONS} questions",
        data,
        ours,
        lambda: score_responses(asked, quarter, on=ON),
        RESPONSE_LIMIT,
    )
    against_objects("  evaluation of one", lambda: evaluate(given[0], on=ON), ours, RESPONSES)
    return worst


def programmes() -> None:
    """Comply programmes of 62 lines."""
    chance = np.random.default_rng(2026)
    place = np.repeat(np.arange(ROWS // 62), 62)
    target = chance.integers(1, 5, len(place))
    advance = chance.integers(0, target + 1)
    codes = [f"P-{n}" for n in range(ROWS // 62)]
    (seconds,) = best(
        lambda: comply_programmes(codes, programme=place, target=target, advance=advance)
    )
    print(f"programmes of 62 lines: {1e9 * seconds / len(place):.0f} ns a line, both readings")


def main() -> int:
    """Print everything; fail where a limit is missed."""
    worst = max(assessments(), responses())
    programmes()
    return int(worst > 1)


if __name__ == "__main__":
    sys.exit(main())
