"""Recognition over the years: the Premio and the rungs of the Distintivo Águila.

Reconocimiento. A unit that wins the Premio may keep or raise its score for up to three years
and climb a rung each year; then it competes anew. The order of the rungs is derived from
published cases. What happens when a score falls, when a year is skipped, and after the second
round is not known: such a step is undetermined, unless the caller names a rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

import attrs

from ..kernel.arguments import members_of
from ..kernel.errors import InconsistentError, must, raise_any
from ..kernel.exact import shown_number
from ..kernel.fields import choice
from ..kernel.provenance import Source, Status
from ..kernel.text import Text
from .recognition_results import FallRule, Recognition, RecognitionStep, Rung, YearResult

__all__ = ["recognize"]

_YEARS_A_ROUND = 3
# The third rung of the second round, and every later round, are not known.
_ROUNDS: tuple[tuple[Rung, ...], ...] = (
    (Rung.ORO, Rung.DOBLE_ORO, Rung.TRIPLE_ORO),
    (Rung.PLATINO, Rung.DOBLE_PLATINO),
)
_LADDER = Source(
    code="aguila-casos",
    title=Text(
        "El Demócrata y Gaceta (2021), Plenilunia (2018), Yucatán al Instante (2019): casos",
        "El Demócrata and Gaceta (2021), Plenilunia (2018), Yucatán al Instante (2019): cases",
    ),
)


def recognize(
    years: Iterable[YearResult], *, on_fall: FallRule | str = FallRule.UNDETERMINED
) -> Recognition:
    """Follow a unit up the ladder, year by year, with the reason of each step.

    Escalera del Distintivo Águila.

    Args:
        years: What is known of each year, in order, no year twice.
        on_fall: What a fall of the score does; the rule in force is not known.

    Returns:
        One step for each year. A year is undetermined where the known rules do not decide.

    Raises:
        InconsistentError: If the years are not in order.
        InvalidValueError: If *on_fall* is no `FallRule`.

    Source:
        Derived from published cases: Premio, Oro, Doble Oro, Triple Oro, a new Premio,
        Platino, Doble Platino; keep or raise the score, up to three years.

    >>> from fractions import Fraction
    >>> ladder = recognize(YearResult(year=2015 + n, points=Fraction(800 + n), won=n in (0, 4))
    ...     for n in range(5))
    >>> [step.rung.value for step in ladder.steps]
    ['premio', 'oro', 'doble_oro', 'triple_oro', 'premio']
    >>> recognize([YearResult(year=2020), YearResult(year=2019)])
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'years' must be in order, none twice: got 2019
    """
    rule = choice(FallRule, on_fall, path="on_fall")
    known = members_of("years", years, YearResult)
    order = Text("ir en orden y sin repetirse", "be in order, none twice")
    raise_any(
        (
            must("years", "order", order, later.year)
            for earlier, later in pairwise(known)
            if later.year <= earlier.year
        ),
        InconsistentError,
    )
    steps = tuple(_steps(known, rule))
    own = rule is FallRule.ENDS_ROUND and any(step.reason == _FELL for step in steps)
    return Recognition(
        steps=steps, status=Status.OWN if own else Status.DERIVED, sources=(_LADDER,)
    )


_NO_PRIZE = Text("sin Premio en los años dados", "no Premio in the years given")
_UNFINISHED = Text(
    "se desconoce qué sigue a un Premio ganado sin terminar la ronda anterior",
    "what follows a Premio won before the earlier round was done is not known",
)
_WON = Text("ganó el Premio", "won the Premio")
_COMPLETE = Text(
    "tres años cumplidos: debe competir de nuevo", "three years done: it must compete anew"
)
_FELL = Text(
    "su puntaje bajó: termina la ronda (regla propia)", "its score fell: the round ends (own rule)"
)
_ENDED = Text("terminó su ronda: debe competir de nuevo", "its round ended: it must compete anew")
_FALL_UNKNOWN = Text(
    "su puntaje bajó: se desconoce la regla", "its score fell: the rule is not known"
)
_GAP = Text(
    "falta un año o un puntaje para comparar", "a year or a score to compare with is missing"
)
_BEYOND = Text(
    "se desconoce el escalón que sigue a Doble Platino",
    "the rung that follows Doble Platino is not known",
)
_OPEN = Text("depende de un año sin determinar", "depends on a year that is undetermined")


@attrs.frozen
class _Round:
    """Where a unit stands: its round (0: none), the year in it, and whether that is known.

    *sound*: every round before this one was done.
    """

    number: int = 0
    place: int = 0
    open_reason: Text = _NO_PRIZE
    determined: bool = True
    running: bool = False
    sound: bool = True


def _steps(years: Iterable[YearResult], rule: FallRule) -> Iterator[RecognitionStep]:
    state = _Round()
    last: YearResult | None = None
    for year in years:
        rung: Rung | None = None
        if year.won:
            done = state.number == 0 or (state.place == _YEARS_A_ROUND and state.determined)
            sound = done and state.sound
            state = _Round(number=state.number + 1, running=True, sound=sound)
            rung, reason = Rung.PREMIO, _WON
        elif state.running and last is not None:
            state, rung, reason = _climb(state, last, year, rule)
        else:
            reason = state.open_reason
        yield RecognitionStep(year=year.year, rung=rung, determined=state.determined, reason=reason)
        last = year


def _climb(
    state: _Round, last: YearResult, year: YearResult, rule: FallRule
) -> tuple[_Round, Rung | None, Text]:
    """Decide a year of a running round in which the Premio was not won."""
    if state.place == _YEARS_A_ROUND:
        return attrs.evolve(state, running=False, open_reason=_COMPLETE), None, _COMPLETE
    unknown = attrs.evolve(state, running=False, determined=False, open_reason=_OPEN)
    if year.year != last.year + 1 or year.points is None or last.points is None:
        return unknown, None, _GAP
    if year.points < last.points:
        if rule is FallRule.UNDETERMINED:
            return unknown, None, _FALL_UNKNOWN
        return attrs.evolve(state, running=False, open_reason=_ENDED), None, _FELL
    rungs = _ROUNDS[state.number - 1] if state.number <= len(_ROUNDS) else ()
    if not state.sound or state.place >= len(rungs):
        return unknown, None, _BEYOND if state.sound else _UNFINISHED
    kept = Text(
        "mantuvo o elevó su puntaje: {before} -> {after}",
        "kept or raised its score: {before} -> {after}",
    )
    reason = kept.format(before=shown_number(last.points), after=shown_number(year.points))
    return attrs.evolve(state, place=state.place + 1), rungs[state.place], reason
