"""Strategies of programmes: action lines in every state, and programmes made of them.

Lines lean to nothing done and to everything done, where the two readings of compliance agree.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import attrs
from hypothesis import strategies as st

from ..initiatives import (
    ActionLine,
    LineState,
    Programme,
    ProgrammeStrategy,
    StateChange,
    TargetKind,
    Weighting,
)
from ..kernel import Period
from ..kernel.exact import exact_sum
from .kernel import codes, days, exact_numbers, names, periods, sources, statuses, texts

__all__ = ["action_lines", "action_programmes"]

_CODES, _TEXTS, _SOURCES = codes(), texts(), sources()
_EVIDENCE = st.lists(names(), max_size=2).map(tuple)
_SHARES = st.sampled_from((Fraction(0), Fraction(1))) | exact_numbers(0, 1)
_MOST_TARGET = 10**9
_AMOUNTS = st.integers(1, 400).map(Fraction) | exact_numbers(Fraction(1, 1000), _MOST_TARGET)
_BEYOND = st.just(Fraction(0)) | exact_numbers(0, _MOST_TARGET)
_PERIODS = periods()


@st.composite
def action_lines(
    draw: st.DrawFn,
    *,
    period: Period | None = None,
    strategies: Sequence[str] = (),
    risks: Sequence[str] = (),
) -> ActionLine:
    """Give action lines (líneas de acción) of every state and kind of target.

    Args:
        draw: Given by Hypothesis.
        period: What the line starts and is due within; ``None``: any.
        strategies: Codes of which it names one; empty: any.
        risks: Codes of which it names some; empty: none.
    """
    span = draw(_PERIODS) if period is None else period
    work = draw(periods(span.start, span.end))
    target, share = draw(_AMOUNTS), draw(_SHARES)
    kind = draw(st.sampled_from(TargetKind))
    is_passed = share == 1 and kind is TargetKind.AT_LEAST
    return ActionLine(
        code=draw(_CODES),
        what=draw(_TEXTS),
        owner=draw(_CODES),
        due=work.end,
        evidence=draw(_EVIDENCE),
        strategy=draw(st.sampled_from(strategies) if strategies else _CODES),
        indicator=draw(_TEXTS),
        target=target,
        advance=target * share + (draw(_BEYOND) if is_passed else 0),
        target_kind=kind,
        weight=draw(_AMOUNTS),
        start=work.start,
        verification=draw(st.none() | _TEXTS),
        risks=tuple(draw(st.lists(st.sampled_from(risks), unique=True))) if risks else (),
        changes=draw(_changes(share)),
    )


@st.composite
def _changes(draw: st.DrawFn, share: Fraction) -> tuple[StateChange, ...]:
    """Give the changes of a line of whose target *share* is reached."""
    states = [LineState.UNDER_WAY] if draw(st.booleans()) else []
    if share == 1:
        states.append(LineState.MET)
    elif draw(st.booleans()):
        states.append(LineState.CANCELLED)
    elif share and not states:
        states.append(LineState.UNDER_WAY)
    when = sorted(draw(st.lists(days(), min_size=len(states), max_size=len(states))))
    return tuple(StateChange(state=state, on=on) for state, on in zip(states, when, strict=True))


@st.composite
def action_programmes(
    draw: st.DrawFn, max_lines: int = 6, *, period: Period | None = None
) -> Programme:
    """Give programmes (programas) of action lines, with relative weights or with shares.

    Args:
        draw: Given by Hypothesis.
        max_lines: Most lines, 1 or more.
        period: The days it is for; ``None``: any.
    """
    span = draw(_PERIODS) if period is None else period
    held = draw(st.lists(_CODES, min_size=1, max_size=max_lines, unique_by=str.lower))
    declared = draw(st.lists(_CODES, max_size=3, unique=True))
    grouped = draw(st.lists(_CODES, min_size=1, max_size=min(3, len(held)), unique_by=str.lower))
    # The first lines go round the strategies, so that none is empty.
    lines = [
        attrs.evolve(
            draw(
                action_lines(
                    period=span,
                    strategies=grouped[place : place + 1] or grouped,
                    risks=declared,
                )
            ),
            code=code,
        )
        for place, code in enumerate(held)
    ]
    weighting = draw(st.sampled_from(Weighting))
    if weighting is Weighting.SHARES:
        total = exact_sum(line.weight for line in lines)
        lines = [attrs.evolve(line, weight=line.weight / total) for line in lines]
    return Programme(
        code=draw(_CODES),
        name=draw(_TEXTS),
        period=span,
        strategies=tuple(ProgrammeStrategy(code=code, name=draw(_TEXTS)) for code in grouped),
        lines=tuple(draw(st.permutations(lines))),
        risks=tuple(declared),
        weighting=weighting,
        status=draw(statuses()),
        sources=tuple(draw(st.lists(_SOURCES, max_size=2))),
    )
