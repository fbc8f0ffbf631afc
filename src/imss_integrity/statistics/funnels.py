"""Funnel limits: how far a share may lie from its target by chance alone.

Gráfica de embudo. Few trials, wide limits. The limits are data; nothing is drawn here.

Source: Spiegelhalter (2005), Statistics in Medicine 24: 1185-1202.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from math import asin, pi, sin, sqrt

import attrs

from ..kernel.errors import Fault, InvalidValueError, must, raise_any
from ..kernel.fields import MAX_WHOLE, Each, InstanceOf, OneOf, WholeNumber, choice
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value
from .floats import (
    EachFloat,
    FloatBetween,
    read_counts,
    read_float,
    read_floats,
    shown_float,
)
from .outcomes import read_both
from .reading import Number, finite_number

__all__ = [
    "FUNNEL_SOURCE",
    "FUNNEL_Z",
    "FunnelLimits",
    "FunnelScale",
    "funnel_limits",
    "read_between_variance",
    "read_target",
    "read_z",
]

FUNNEL_Z = (1.959964, 3.090232)  # 95 % and 99.8 % lie within
FUNNEL_SOURCE = Source(
    code="spiegelhalter-2005", title=Text("Spiegelhalter (2005), Stat. Med. 24: 1185-1202")
)


class FunnelScale(StrEnum):
    """The scale on which limits lie evenly about the target (escala del embudo).

    Attributes:
        NORMAL: The share itself.
        ARCSINE: The angle whose squared sine is the share: better for few trials and for
            targets near 0 or 1.
    """

    NORMAL = "normal"
    ARCSINE = "arcoseno"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _LABELS[self]


_LABELS = {
    FunnelScale.NORMAL: Text("normal"),
    FunnelScale.ARCSINE: Text("arcoseno", "arcsine"),
}


@attrs.frozen(kw_only=True, weakref_slot=False)
class FunnelLimits(Report, Value):
    """Limits about a target, for each unit by its trials.

    Límites del embudo. They follow from the other fields, so that they cannot contradict them.

    Attributes:
        target: Share from 0 to 1, both included.
        trials: Trials of each unit, from 1, shape ``(n,)``, ``n >= 1``.
        z: Distances in standard deviations, above 0, ascending, shape ``(k,)``, ``k >= 1``.
        scale: A `FunnelScale`.
        between_variance: Variance between units, from 0, on that scale; it widens the limits.
        status: ``DERIVED``: the formulas are published.
        sources: The publication.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    target: float = attrs.field(validator=FloatBetween(0, 1))
    trials: tuple[int, ...] = attrs.field(validator=Each(WholeNumber(1), least=1, most=MAX_WHOLE))
    z: tuple[float, ...] = attrs.field(default=FUNNEL_Z, validator=EachFloat())
    scale: FunnelScale = attrs.field(default=FunnelScale.NORMAL, validator=OneOf(FunnelScale))
    between_variance: float = attrs.field(default=0.0, validator=FloatBetween(0))
    status: Status = attrs.field(default=Status.DERIVED, validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(
        default=(FUNNEL_SOURCE,), validator=Each(InstanceOf(Source))
    )

    def __attrs_post_init__(self) -> None:
        read_z(self.z)

    @property
    def lower(self) -> tuple[tuple[float, ...], ...]:
        """Lower limits, shape ``(n, k)``, from 0 to 1: for each unit one for each z."""
        return self._limits(-1)

    @property
    def upper(self) -> tuple[tuple[float, ...], ...]:
        """Upper limits, shape ``(n, k)``, from 0 to 1: for each unit one for each z."""
        return self._limits(1)

    def _limits(self, side: int) -> tuple[tuple[float, ...], ...]:
        limit = _SCALES[self.scale]
        return tuple(
            tuple(limit(self.target, n, self.between_variance, side * z) for z in self.z)
            for n in self.trials
        )

    def _table(self, language: Language) -> Table:
        title = Text("Embudo alrededor de {t} %, escala {s}", "Funnel about {t} %, {s} scale")
        line = Text("Varianza entre unidades: {v}", "Variance between units: {v}")
        count = Text("ensayos", "trials").to(language)
        limits = Text("límites con z = {z} (%)", "limits at z = {z} (%)")
        ends = Text("{low} a {high}", "{low} to {high}")
        lines = (line.format(v=f"{self.between_variance:.3g}"),) if self.between_variance else ()
        return Table(
            title=title.format(t=_percent(self.target), s=self.scale.label).to(language),
            lines=tuple(one.to(language) for one in lines),
            header=(count, *(limits.format(z=f"{z:.4g}").to(language) for z in self.z)),
            rows=tuple(
                (
                    str(n),
                    *(
                        ends.format(low=_percent(low), high=_percent(high)).to(language)
                        for low, high in zip(lows, highs, strict=True)
                    ),
                )
                for n, lows, highs in zip(self.trials, self.lower, self.upper, strict=True)
            ),
        )

    def _records(self) -> list[dict[str, object]]:
        return [
            {"unit": unit, "trials": n, "z": z, "lower": low, "upper": high}
            for unit, (n, lows, highs) in enumerate(
                zip(self.trials, self.lower, self.upper, strict=True)
            )
            for z, low, high in zip(self.z, lows, highs, strict=True)
        ]


def funnel_limits(
    target: Number,
    trials: Iterable[int],
    *,
    z: Iterable[Number] = FUNNEL_Z,
    scale: FunnelScale | str = FunnelScale.NORMAL,
    between_variance: Number = 0,
) -> FunnelLimits:
    """Give the limits that a share keeps by chance, for each number of trials.

    Límites del embudo.

    Args:
        target: Share from 0 to 1, both included.
        trials: Whole counts from 1, one for each unit.
        z: Distances in standard deviations, above 0, ascending; 1.96 and 3.09 leave 5 % and
            0.2 % of the units outside by chance alone.
        scale: A `FunnelScale` or its text.
        between_variance: Variance between units beyond chance, from 0, on the scale of the
            limits, as `overdispersion` finds it.

    Returns:
        The limits; what would pass 0 or 1 is exactly 0 or 1.

    Raises:
        InvalidValueError: If an argument breaks its range.

    Source:
        Spiegelhalter 2005 (derived); angles beyond those of 0 and 1 do not fold back (own).

    >>> limits = funnel_limits(0.7, [8, 300], z=[2, 3])
    >>> round(limits.lower[1][0], 4), limits.upper[0]
    (0.6471, (1.0, 1.0))
    >>> funnel_limits(-0.1, [10])
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'target' must be from 0 to 1: got -0.1
    """
    chosen = choice(FunnelScale, scale, path="scale")
    (share, counts), (distances, extra) = read_both(
        lambda: read_both(
            lambda: read_target(target), lambda: read_counts(trials, path="trials", low=1)
        ),
        lambda: read_both(lambda: read_z(z), lambda: read_between_variance(between_variance)),
    )
    return FunnelLimits(
        target=float(share), trials=counts, z=distances, scale=chosen, between_variance=extra
    )


def _normal_limit(target: float, trials: int, extra: float, z: float) -> float:
    limit = target + z * sqrt(target * (1 - target) / trials + extra)
    return min(max(limit, 0.0), 1.0)


def _arcsine_limit(target: float, trials: int, extra: float, z: float) -> float:
    # The angle is clipped, not its sine: past a right angle the sine would fall again.
    angle = asin(sqrt(target)) + z * sqrt(1 / (4 * trials) + extra)
    return sin(min(max(angle, 0.0), pi / 2)) ** 2


_SCALES: dict[FunnelScale, Callable[[float, int, float, float], float]] = {
    FunnelScale.NORMAL: _normal_limit,
    FunnelScale.ARCSINE: _arcsine_limit,
}


def read_target(target: object) -> Fraction:
    """Read a target, exactly: a share from 0 to 1, both included."""
    share = finite_number(target, "target")
    if not 0 <= share <= 1:
        rule = Text("ir de 0 a 1", "be from 0 to 1")
        raise InvalidValueError(must("target", "range", rule, target))
    return share


def read_between_variance(variance: object) -> float:
    """Read a variance between units: a number from 0."""
    number = read_float(variance, "between_variance")
    if number < 0:
        rule = Text("ser al menos 0", "be at least 0")
        raise InvalidValueError(must("between_variance", "range", rule, variance))
    return number


def read_z(z: object) -> tuple[float, ...]:
    """Read distances in standard deviations: at least one, each above the one before and 0."""
    distances = read_floats(z, path="z")
    if not distances:
        raise InvalidValueError(must("z", "empty", Text("tener un número", "hold a number"), 0))
    raise_any(_order_faults(distances))
    return distances


def _order_faults(distances: tuple[float, ...]) -> Iterable[Fault]:
    rule = Text("ser positivos y ascendentes", "be positive and ascending")
    return (
        must(f"z[{i}]", "order", rule, later, subject="z")
        for i, (earlier, later) in enumerate(pairwise((0.0, *distances)))
        if later <= earlier
    )


def _percent(share: float) -> str:
    return shown_float(100 * share)
