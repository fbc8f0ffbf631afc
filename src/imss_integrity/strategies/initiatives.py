"""Strategies of initiatives: selection processes and candidates.

What is drawn for a process takes it as an argument, so that the two always fit. Points lean
to few numbers, so that ties come up.
"""

from __future__ import annotations

import string
from fractions import Fraction

from hypothesis import strategies as st

from ..initiatives import (
    Candidate,
    Profile,
    SelectionProcess,
    SelectionStage,
    StageScore,
    TieRule,
)
from ..kernel.characters import CODE_LIMIT
from ..kernel.pseudonymous import PSEUDONYM
from .kernel import codes, exact_numbers, sources, statuses, texts

__all__ = ["candidates", "selection_processes"]

_CODES, _TEXTS, _SOURCES, _STATUSES = codes(), texts(), sources(), statuses()
_POINTS = st.integers(0, 4).map(lambda n: Fraction(25 * n)) | exact_numbers(0, 100)
_MOST_SEATS = 40


@st.composite
def selection_processes(draw: st.DrawFn, max_stages: int = 4) -> SelectionProcess:
    """Give selection processes (procesos de selección) of any weights, minimums and tie rule.

    Args:
        draw: Given by Hypothesis.
        max_stages: Most stages, 1 or more.
    """
    held = draw(st.lists(_CODES, min_size=1, max_size=max_stages, unique=True))
    some = st.integers(0, 3) | st.integers(0, 10**6)
    loads = draw(st.lists(some, min_size=len(held), max_size=len(held)).filter(any))
    rule = draw(st.sampled_from(TieRule))
    decisive = st.lists(st.sampled_from(held), min_size=1, unique=True)
    stages = (
        SelectionStage(
            code=code,
            name=draw(_TEXTS),
            weight=Fraction(load, sum(loads)),
            minimum=draw(st.none() | _POINTS),
        )
        for code, load in zip(held, loads, strict=True)
    )
    return SelectionProcess(
        code=draw(_CODES),
        profile=draw(st.sampled_from(Profile)),
        stages=tuple(stages),
        seats=draw(st.integers(1, 3) | st.integers(1, _MOST_SEATS)),
        tie_rule=rule,
        tie_stages=tuple(draw(decisive)) if rule is TieRule.BY_STAGES else (),
        status=draw(_STATUSES),
        sources=tuple(draw(st.lists(_SOURCES, max_size=2))),
    )


def _with_digit(code: str, place: int, digit: str) -> str:
    """Put *digit* in the place of one sign of *code*, where any sign may be a digit."""
    cut = place % len(code)
    return code[:cut] + digit + code[cut + 1 :]


_FOLIOS = st.builds(
    _with_digit, _CODES, st.integers(0, CODE_LIMIT - 1), st.sampled_from(string.digits)
)
# As `privacy.pseudonym` writes them: the code of the key, and the digits of the digest.
_KEYED = st.tuples(_CODES, st.binary(min_size=32, max_size=32).map(bytes.hex)).map(":".join)
PSEUDONYMS = (_FOLIOS | _KEYED).filter(lambda code: PSEUDONYM.fault("code", code) is None)


@st.composite
def candidates(
    draw: st.DrawFn, process: SelectionProcess | None = None, *, complete: bool = False
) -> Candidate:
    """Give candidates (candidaturas) of a process, under codes that give nobody away.

    Args:
        draw: Given by Hypothesis.
        process: What they are candidates of; ``None``: any.
        complete: Whether every stage is scored; otherwise some, all or none are.
    """
    wanted = draw(selection_processes()) if process is None else process
    held = [stage.code for stage in wanted.stages]
    scored = [code for code in held if complete or draw(st.booleans())]
    last = max((held.index(code) for code in scored), default=0)
    found = [StageScore(stage=code, points=draw(_POINTS)) for code in scored]
    return Candidate(
        code=draw(PSEUDONYMS),
        scores=tuple(draw(st.permutations(found))),
        reached=draw(st.none() | st.sampled_from(held[last:])),
    )
