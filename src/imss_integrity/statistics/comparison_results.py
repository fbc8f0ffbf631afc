"""Units beside each other, and how the comparison is shown.

Comparación de unidades. No figure of a unit stands alone: each comes with its interval, and a
rank never without one.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import attrs

from ..kernel.errors import InvalidValueError, must
from ..kernel.exact import shown_number
from ..kernel.fields import (
    CODE,
    MAX_WHOLE,
    Each,
    ExactNumber,
    InstanceOf,
    OneOf,
    Optional,
    WholeNumber,
)
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value
from .dispersion import Overdispersion
from .flags import FunnelFlag
from .floats import FloatBetween, shown_float
from .intervals import Interval
from .outcomes import read_outcome
from .ranks import RankInterval

__all__ = ["ComparedUnit", "UnitComparison"]


@attrs.frozen(kw_only=True, weakref_slot=False)
class ComparedUnit(Value):
    """What is known of one unit, compared with the others.

    Unidad comparada.

    Attributes:
        code: Code of the unit.
        successes: Whole count from 0 to *trials*.
        trials: Whole count from 1.
        interval: The Wilson interval of its share.
        flag: Where it lies in the funnel.
        shrunk: Its share, 0 to 1, drawn toward that of all by how little it knows.
        rank: Its place with its interval, 1 the highest share; ``None``: not asked for.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: If there are more successes than trials.
    """

    code: str = attrs.field(validator=CODE)
    successes: int = attrs.field(validator=WholeNumber(0))
    trials: int = attrs.field(validator=WholeNumber(1))
    interval: Interval = attrs.field(validator=InstanceOf(Interval))
    flag: FunnelFlag = attrs.field(validator=OneOf(FunnelFlag))
    shrunk: float = attrs.field(validator=FloatBetween(0, 1))
    rank: RankInterval | None = attrs.field(
        default=None, validator=Optional(InstanceOf(RankInterval))
    )

    def __attrs_post_init__(self) -> None:
        read_outcome(self.successes, self.trials)

    @property
    def share(self) -> Fraction:
        """Successes by trials, exact."""
        return Fraction(self.successes, self.trials)


@attrs.frozen(kw_only=True, weakref_slot=False)
class UnitComparison(Report, Value):
    """Units compared by the share of their successes: a table that warns of itself.

    Comparación de unidades. It stands in the order that was given, not in that of the shares.

    Attributes:
        units: What is known of each unit, at least two.
        target: The share that the funnel stands about, exact: that of all units together,
            unless another was given.
        dispersion: How far the units scatter about it beyond chance; ``None`` where it is 0 or
            1, or so near that chance gives no scatter to measure.
        widened: Whether the limits of the funnel hold the variance between units too.
        status: ``OWN``: the choice of what stands beside what.
        sources: The publications of the methods.

    Raises:
        InvalidValueError: If a field breaks its rule, or some units have a rank and some not.
    """

    units: tuple[ComparedUnit, ...] = attrs.field(
        validator=Each(InstanceOf(ComparedUnit), least=2, most=MAX_WHOLE)
    )
    target: Fraction = attrs.field(validator=ExactNumber(0, 1))
    dispersion: Overdispersion | None = attrs.field(validator=Optional(InstanceOf(Overdispersion)))
    widened: bool = attrs.field(validator=InstanceOf(bool))
    status: Status = attrs.field(default=Status.OWN, validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(default=(), validator=Each(InstanceOf(Source)))

    def __attrs_post_init__(self) -> None:
        if len({unit.rank is None for unit in self.units}) > 1:
            rule = Text("llevar lugar en todas o en ninguna", "hold a rank in all or in none")
            raise InvalidValueError(must("units", "mixed", rule, None))

    @property
    def pooled(self) -> Fraction:
        """The share of all units together, exact."""
        units = self.units
        return Fraction(sum(one.successes for one in units), sum(one.trials for one in units))

    @property
    def outside(self) -> tuple[str, ...]:
        """Codes of the units outside the inner limits of the funnel, in order."""
        return tuple(unit.code for unit in self.units if unit.flag is not FunnelFlag.INSIDE)

    @property
    def far_outside(self) -> tuple[str, ...]:
        """Codes of the units outside the outer limits too, in order."""
        return tuple(unit.code for unit in self.units if unit.flag in _OUTER)

    @property
    def _ranked(self) -> bool:
        return self.units[0].rank is not None

    def _table(self, language: Language) -> Table:
        title = Text(
            "{n} unidades; proporción conjunta {t} %; fuera del embudo: {k}",
            "{n} units; share of all {t} %; outside the funnel: {k}",
        )
        filled = title.format(
            n=len(self.units), t=shown_number(100 * self.pooled), k=len(self.outside)
        )
        header = _HEADER[language]
        return Table(
            title=filled.to(language),
            lines=tuple(_lines(self, language)),
            header=header if self._ranked else header[:-1],
            rows=tuple(_row(unit, language) for unit in self.units),
        )

    def _records(self) -> list[dict[str, object]]:
        return [
            {
                "code": unit.code,
                "successes": unit.successes,
                "trials": unit.trials,
                "share": unit.share,
                "lower": unit.interval.lower,
                "upper": unit.interval.upper,
                "flag": unit.flag.value,
                "shrunk": unit.shrunk,
                "rank": unit.rank and unit.rank.median,
                "rank_lower": unit.rank and unit.rank.lower,
                "rank_upper": unit.rank and unit.rank.upper,
            }
            for unit in self.units
        ]


_OUTER = frozenset({FunnelFlag.LOW_OUTER, FunnelFlag.HIGH_OUTER})
_HEADER = {
    Language.ES: ("unidad", "éxitos", "ensayos", "intervalo", "señal", "% contraído", "lugar"),
    Language.EN: ("unit", "successes", "trials", "interval", "flag", "% shrunk", "rank"),
}


_NO_LEAGUE = Text(
    "No es una tabla de posiciones: dentro del embudo las diferencias no pasan del azar.",
    "No league table: within the funnel differences do not pass what chance gives.",
)
_ABOUT = Text(
    "El embudo rodea la meta de {t} %, no la proporción conjunta.",
    "The funnel stands about the target of {t} %, not about the share of all.",
)
_WIDENED = Text(
    "El embudo incluye la varianza entre unidades: señala lo raro entre ellas.",
    "The funnel holds the variance between units: it flags what is rare among them.",
)


def _lines(comparison: UnitComparison, language: Language) -> Iterator[str]:
    """Go through the warnings above the table."""
    yield _NO_LEAGUE.to(language)
    if comparison.target != comparison.pooled:
        yield _ABOUT.format(t=shown_number(100 * comparison.target)).to(language)
    if comparison.widened:
        yield _WIDENED.to(language)
    if comparison.dispersion is not None:
        yield comparison.dispersion.sentence(language)


def _row(unit: ComparedUnit, language: Language) -> tuple[str, ...]:
    cells = (
        unit.code,
        str(unit.successes),
        str(unit.trials),
        unit.interval.sentence(language),
        unit.flag.label.to(language),
        shown_float(100 * unit.shrunk),
    )
    return cells if unit.rank is None else (*cells, str(unit.rank))
