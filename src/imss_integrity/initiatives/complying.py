"""How far a programme is met on a day, exact, by strategy and line.

Cumplimiento del programa. The weighted mean of what counts of each line; what counts is what
the reading says, and the reading is always named by whoever asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from ..kernel.errors import Fault, InconsistentError, raise_any
from ..kernel.exact import exact_sum
from ..kernel.explanation import Aggregation, Part, Score
from ..kernel.fields import DAY, InstanceOf, choice
from ..kernel.provenance import Status
from ..kernel.text import Text
from .compliance_results import Compliance
from .forecasting import forecast_of
from .line_standings import standing_of
from .lines import ActionLine
from .programmes import Programme, ProgrammeStrategy
from .readings import ComplianceReading

__all__ = ["compliance"]

_FULL = Fraction(100)


def compliance(programme: Programme, *, on: date, reading: ComplianceReading | str) -> Compliance:
    """Say how far a programme is met on a day, under one reading.

    Cumplimiento: the sum of weight times what counts of each line, by the sum of weights.

    Args:
        programme: Its lines, with what is reached of each target by the day *on*.
        on: The day; never before the last change of a line, which would not be known yet.
        reading: ``LINES_MET`` (lineas_cumplidas): a line counts 1 when its target is reached,
            otherwise 0. ``MEAN_PROGRESS`` (avance_medio): it counts min(1, advance / target).
            There is no default, because a figure of compliance says nothing without it.

    Returns:
        The score in percent, 0 to 100, exact, whose parts by strategy and line add up to it;
        what is complete, on track, late and cancelled; a forecast of the year's end. With
        equal weights the first reading is met lines by all lines. A cancelled line still
        weighs with what was reached, so that cancelling never raises compliance; what was
        dropped by decision is left out of the programme.

    Raises:
        InvalidValueError: If an argument is of the wrong kind.
        InconsistentError: If *on* precedes a change of a line; every such line is named.

    Source:
        Own: both readings, weights and forecast. That 60 of 62 lines met is "a little over
        96 %" is derived, and which reading was published is not known.

    >>> from imss_integrity.initiatives import ActionLine, LineState, StateChange
    >>> from imss_integrity.kernel import Period
    >>> import attrs
    >>> open_line = ActionLine(code="L0", strategy="E1", what=Text("Publicar guía"), owner="uit",
    ...     start=date(2022, 1, 1), due=date(2022, 12, 31), indicator=Text("guías"),
    ...     target=Fraction(1))
    >>> met = attrs.evolve(open_line, advance=Fraction(1),
    ...     changes=(StateChange(state=LineState.MET, on=date(2022, 6, 30)),))
    >>> programme = Programme(code="P-62", name=Text("Programa de 62 líneas"),
    ...     period=Period.year(2022), strategies=(ProgrammeStrategy(code="E1", name=Text("E")),),
    ...     lines=tuple(attrs.evolve(met if n <= 60 else open_line, code=f"L{n}")
    ...         for n in range(1, 63)))
    >>> result = compliance(programme, on=date(2022, 12, 31), reading="lineas_cumplidas")
    >>> result.score.share, str(result.score)
    (Fraction(30, 31), '96.77 de 100 puntos')
    >>> [str(share) for share in result.shares.values()]
    ['30/31', '30/31']
    >>> compliance(programme, on=date(2022, 12, 31), reading="ambas")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'reading' must be one of lineas_cumplidas, ...
    """
    InstanceOf(Programme).check("programme", programme)
    DAY.check("on", on)
    chosen = choice(ComplianceReading, reading, path="reading")
    raise_any(_later_changes(programme.lines, on), InconsistentError)
    by_strategy: dict[str, list[ActionLine]] = {}
    for line in programme.lines:
        by_strategy.setdefault(line.strategy, []).append(line)
    weight = programme.weight
    parts = tuple(
        _strategy_part(
            strategy,
            [_line_part(line, weight, on, chosen) for line in by_strategy[strategy.code]],
        )
        for strategy in programme.strategies
    )
    value = exact_sum(part.value for part in parts)
    score = Score(
        subject=programme.code,
        definition=chosen.value,
        period=programme.period,
        value=value,
        out_of=_FULL,
        parts=parts,
        method=Aggregation.ARITHMETIC,
        lowest=value,
        highest=value,
        status=Status.OWN,
        sources=programme.sources,
    )
    return Compliance(
        programme=programme,
        on=on,
        reading=chosen,
        score=score,
        forecast=forecast_of(programme, on=on, reading=chosen),
        status=Status.OWN,
        sources=programme.sources,
    )


def _later_changes(lines: Sequence[ActionLine], on: date) -> Iterator[Fault]:
    sentence = Text(
        "'on' no debe preceder al último cambio de '{code}', del {day}: se recibió {on}",
        "'on' must not precede the last change of '{code}', of {day}: got {on}",
    )
    for line in lines:
        if line.changes and on < (day := line.changes[-1].on):
            text = sentence.format(code=line.code, day=day, on=on)
            yield Fault(f"lines[{line.code}].changes", "order", text)


def _line_part(line: ActionLine, weight: Fraction, on: date, reading: ComplianceReading) -> Part:
    counted = reading.counted(line.share)
    most = _FULL * line.weight / weight
    return Part(
        code=line.code,
        name=line.what,
        value=most * counted,
        out_of=most,
        share=counted,
        note=standing_of(line, on=on).label,
    )


def _strategy_part(strategy: ProgrammeStrategy, parts: Sequence[Part]) -> Part:
    value, most = exact_sum(p.value for p in parts), exact_sum(p.out_of for p in parts)
    return Part(
        code=strategy.code,
        name=strategy.name,
        value=value,
        out_of=most,
        share=value / most,
        parts=tuple(parts),
    )
