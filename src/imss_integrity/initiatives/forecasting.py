"""What a programme will have met by the end of the year, if its lines keep their pace.

Pronóstico al cierre del año. The method is own: every line goes on at its mean pace since its
planned start. A line that has hardly begun is too early to tell, and then so is the total.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import attrs

from ..kernel.fields import CODE, DAY, Each, ExactNumber
from ..kernel.text import Text
from ..kernel.values import Value
from .figure_bounds import check_order
from .line_states import LineState
from .lines import ActionLine
from .programmes import Programme
from .readings import ComplianceReading, weighted_share

__all__ = ["FORECAST_METHOD", "Forecast", "expected_share", "forecast_of"]

_SHARE = ExactNumber(0, 1)
# Own: a pace is told from a quarter of the planned time on, whatever is done by then.
_TOLD_FROM = Fraction(1, 4)

FORECAST_METHOD = Text(
    "Método del pronóstico (propio): cada línea sigue al ritmo medio que lleva desde su inicio"
    " previsto, hasta su meta y aun vencida; una cancelada se queda donde está y una que empieza"
    " después no cuenta. Antes de una cuarta parte de su plazo es pronto para decir: puede quedar"
    " como está o cumplirse.",
    "Method of the forecast (own): every line goes on at its mean pace since its planned start,"
    " up to its target and even past its deadline; a cancelled one stays as it is and one that"
    " starts later does not count. Before a quarter of its time it is too early to tell: it may"
    " stay as it is or be met.",
)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Forecast(Value):
    """What will be met by a day, as a range; one number where nothing is too early to tell.

    Pronóstico.

    Attributes:
        until: The day it speaks of.
        lowest, highest: Compliance on that day, 0 to 1, both included, exact: what is too
            early to tell stays as it is, or is met. Never below that of today.
        early: Codes of the lines that are too early to tell, in the order of the programme.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: If *lowest* is above *highest*.
    """

    until: date = attrs.field(validator=DAY)
    lowest: Fraction = attrs.field(validator=_SHARE)
    highest: Fraction = attrs.field(validator=_SHARE)
    early: tuple[str, ...] = attrs.field(default=(), validator=Each(CODE))

    def __attrs_post_init__(self) -> None:
        check_order(self.lowest, self.highest)

    @property
    def share(self) -> Fraction | None:
        """What is expected, 0 to 1, exact; ``None``: it is too early to tell."""
        return None if self.early else self.lowest


def expected_share(line: ActionLine, *, on: date, until: date) -> Fraction | None:
    """Give what will be reached of the target by the day *until*; ``None``: too early to tell.

    Days count from the start of the line, which is the first, so the last day is a whole one.
    """
    is_over = line.state in {LineState.MET, LineState.CANCELLED}
    if is_over or until <= on or until < line.start:
        return line.share
    passed, planned, all_days = ((day - line.start).days + 1 for day in (on, line.due, until))
    if passed < _TOLD_FROM * planned:
        return None
    return min(Fraction(1), line.share * all_days / passed)


def forecast_of(programme: Programme, *, on: date, reading: ComplianceReading) -> Forecast:
    """Forecast the end of the year of *on*, or of the programme if that comes before."""
    until = max(on, min(date(on.year, 12, 31), programme.period.end))
    expected = [expected_share(line, on=on, until=until) for line in programme.lines]
    told = list(zip(programme.lines, expected, strict=True))
    least = (line.share if share is None else share for line, share in told)
    most = (Fraction(1) if share is None else share for _, share in told)
    return Forecast(
        until=until,
        lowest=weighted_share(programme.lines, least, reading),
        highest=weighted_share(programme.lines, most, reading),
        early=tuple(line.code for line, share in told if share is None),
    )
