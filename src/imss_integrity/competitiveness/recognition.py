"""Recognition over the years: the Premio and the rungs of the Distintivo Águila.

Reconocimiento. A unit that wins the Premio may keep or raise its score for up to three years
and climb a rung each year; then it competes anew. The order of the rungs is derived from
published cases. What happens when a score falls, when a year is skipped, and after the second
round is not known: such a step is undetermined, unless the caller names a rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

import attrs

from ..kernel.errors import InconsistentError, must, raise_any
from ..kernel.exact import shown_number
from ..kernel.fields import (
    LABEL,
    Each,
    ExactNumber,
    InstanceOf,
    OneOf,
    Optional,
    WholeNumber,
    choice,
)
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value

__all__ = ["FallRule", "Recognition", "RecognitionStep", "Rung", "YearResult", "recognize"]

_YEAR = WholeNumber(1999, 2200)


class Rung(StrEnum):
    """A recognition that a unit can hold (reconocimiento), from first to last."""

    PREMIO = "premio"
    ORO = "oro"
    DOBLE_ORO = "doble_oro"
    TRIPLE_ORO = "triple_oro"
    PLATINO = "platino"
    DOBLE_PLATINO = "doble_platino"

    @property
    def label(self) -> Text:
        """The official name; it has no English one."""
        return _NAMES[self]


_NAMES = {
    Rung.PREMIO: Text("Premio IMSS a la Competitividad"),
    Rung.ORO: Text("Distintivo Águila Oro"),
    Rung.DOBLE_ORO: Text("Distintivo Águila Doble Oro"),
    Rung.TRIPLE_ORO: Text("Distintivo Águila Triple Oro"),
    Rung.PLATINO: Text("Distintivo Águila Platino"),
    Rung.DOBLE_PLATINO: Text("Distintivo Águila Doble Platino"),
}

_YEARS_A_ROUND = 3
# The third rung of the second round, and every later round, are not known.
_ROUNDS: tuple[tuple[Rung, ...], ...] = (
    (Rung.ORO, Rung.DOBLE_ORO, Rung.TRIPLE_ORO),
    (Rung.PLATINO, Rung.DOBLE_PLATINO),
)


class FallRule(StrEnum):
    """What a fall of the score does to a running round; the rule in force is not known.

    Attributes:
        UNDETERMINED: Nothing is concluded from there on.
        ENDS_ROUND: The round ends and the unit competes anew. Own, not official.
    """

    UNDETERMINED = "sin_determinar"
    ENDS_ROUND = "termina_ronda"


@attrs.frozen(kw_only=True, weakref_slot=False)
class YearResult(Value):
    """What is known of a unit in one year.

    Attributes:
        year: The year, 1999 or later.
        points: Its score, exact; ``None``: not known.
        won: Whether it won the Premio that year.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    year: int = attrs.field(validator=_YEAR)
    points: Fraction | None = attrs.field(default=None, validator=Optional(ExactNumber(0)))
    won: bool = attrs.field(default=False, validator=InstanceOf(bool))


@attrs.frozen(kw_only=True, weakref_slot=False)
class RecognitionStep(Value):
    """What a unit holds in one year, and why.

    Attributes:
        year: The year.
        rung: What it holds; ``None``: nothing, or not determined.
        determined: Whether the known rules decide; ``False``: see *reason* for what is missing.
        reason: Why.
    """

    year: int = attrs.field(validator=_YEAR)
    rung: Rung | None = attrs.field(validator=Optional(OneOf(Rung)))
    determined: bool = attrs.field(validator=InstanceOf(bool))
    reason: Text = attrs.field(validator=LABEL)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Recognition(Report, Value):
    """The recognitions of one unit over the years.

    Attributes:
        steps: One for each year, in order.
        status: ``DERIVED``; ``OWN`` where an own rule for falls was applied.
        sources: The press notes from which the ladder is derived.
    """

    steps: tuple[RecognitionStep, ...] = attrs.field(validator=Each(InstanceOf(RecognitionStep)))
    status: Status = attrs.field(validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(validator=Each(InstanceOf(Source)))

    def _table(self, language: Language) -> Table:
        title = Text("Reconocimientos por año", "Recognitions by year")
        return Table(
            title=title.to(language),
            header=_HEADER[language],
            rows=tuple(
                (str(step.year), _held(step).to(language), step.reason.to(language))
                for step in self.steps
            ),
        )

    def _records(self) -> list[dict[str, object]]:
        return [
            {
                "year": step.year,
                "rung": step.rung and step.rung.value,
                "determined": step.determined,
                "reason": step.reason.es,
            }
            for step in self.steps
        ]


_HEADER = {
    Language.ES: ("año", "reconocimiento", "motivo"),
    Language.EN: ("year", "recognition", "reason"),
}
_LADDER = Source(
    code="aguila-casos",
    title=Text(
        "El Demócrata (2021), Plenilunia (2018), Yucatán al Instante (2019): casos publicados",
        "El Demócrata (2021), Plenilunia (2018), Yucatán al Instante (2019): published cases",
    ),
)


def _held(step: RecognitionStep) -> Text:
    if step.rung is not None:
        return step.rung.label
    return Text("ninguno", "none") if step.determined else Text("sin determinar", "undetermined")


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
    known = tuple(years)
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


_NO_PRIZE = Text("aún no gana el Premio", "has not won the Premio yet")
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
    """Where a unit stands: its round (0: none), the year in it, and whether that is known."""

    number: int = 0
    place: int = 0
    open_reason: Text = _NO_PRIZE
    determined: bool = True
    running: bool = False


def _steps(years: Iterable[YearResult], rule: FallRule) -> Iterator[RecognitionStep]:
    state = _Round()
    last: YearResult | None = None
    for year in years:
        rung: Rung | None = None
        if year.won:
            state = _Round(number=state.number + 1, running=True)
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
    if state.place >= len(rungs):
        return unknown, None, _BEYOND
    kept = Text(
        "mantuvo o elevó su puntaje: {before} -> {after}",
        "kept or raised its score: {before} -> {after}",
    )
    reason = kept.format(before=shown_number(last.points), after=shown_number(year.points))
    return attrs.evolve(state, place=state.place + 1), rungs[state.place], reason
