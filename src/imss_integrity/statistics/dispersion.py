"""How far units scatter beyond chance: the overdispersion of a funnel.

Sobredispersión. With many trials for each unit a funnel flags nearly all of them: units do
differ, and that they do is not news about any single one.

Source: Spiegelhalter (2005).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import floor

import attrs

from ..kernel.errors import InvalidValueError, must
from ..kernel.exact import exact_sum
from ..kernel.fields import Each, InstanceOf, OneOf, Optional, WholeNumber, choice
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value
from .floats import LARGEST, FloatBetween, read_floats
from .funnels import FUNNEL_SOURCE
from .moments import between_variance_of, read_variances, weights_of
from .outcomes import check_same_length, read_both
from .reading import Number, finite_number

__all__ = ["Overdispersion", "overdispersion"]

_AMOUNT = FloatBetween(0, LARGEST**3)
_PAIR = 2


@attrs.frozen(kw_only=True, weakref_slot=False)
class Overdispersion(Report, Value):
    """How far units scatter about their target, against what chance gives.

    Sobredispersión.

    Attributes:
        phi: Mean squared distance in standard deviations, from 0: about 1 by chance alone,
            less where the ends are drawn in.
        units: How many units there are, from 1.
        winsorise: Share of the units drawn in at each end, from 0 to below 0.5.
        between_variance: Variance between units, from 0, on the scale of the variances that
            were given; ``None``: none were.
        status: ``DERIVED``: the formulas are published.
        sources: The publication.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    phi: float = attrs.field(validator=_AMOUNT)
    units: int = attrs.field(validator=WholeNumber(1))
    winsorise: float = attrs.field(validator=FloatBetween(0, 0.5))
    between_variance: float | None = attrs.field(default=None, validator=Optional(_AMOUNT))
    status: Status = attrs.field(default=Status.DERIVED, validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(
        default=(FUNNEL_SOURCE,), validator=Each(InstanceOf(Source))
    )

    def sentence(self, language: Language = Language.ES) -> str:
        """Give the dispersion in words, with what chance alone would give."""
        words = _DRAWN_IN if self.winsorise else _WHOLE
        filled = words.format(phi=f"{self.phi:.4g}", w=f"{100 * self.winsorise:.4g}")
        return filled.to(choice(Language, language, path="language"))

    def _table(self, language: Language) -> Table:
        title = Text("Dispersión de {n} unidades", "Dispersion of {n} units")
        lines = [self.sentence(language)]
        if self.between_variance is not None:
            line = Text("Varianza entre unidades: {v}", "Variance between units: {v}")
            lines.append(line.format(v=f"{self.between_variance:.4g}").to(language))
        return Table(title=title.format(n=self.units).to(language), lines=tuple(lines))

    def _records(self) -> list[dict[str, object]]:
        return [
            {
                "phi": self.phi,
                "units": self.units,
                "winsorise": self.winsorise,
                "between_variance": self.between_variance,
            }
        ]


_WHOLE = Text(
    "Dispersión φ = {phi}; por puro azar, cerca de 1.",
    "Dispersion φ = {phi}; by chance alone about 1.",
)
_DRAWN_IN = Text(
    "Dispersión φ = {phi}, con {w} % de cada extremo recogido (winsorizada); por puro azar,"
    " menor que 1.",
    "Dispersion φ = {phi}, with {w} % at each end drawn in (winsorised); by chance alone below 1.",
)


def overdispersion(
    z: Iterable[Number],
    *,
    winsorise: Number = 0.1,
    variances: Iterable[Number] | None = None,
) -> Overdispersion:
    """Measure how far units scatter about their target beyond chance.

    Sobredispersión. Drawing in the ends keeps a few outliers, which a funnel is to find, from
    hiding themselves by widening its limits.

    Args:
        z: Distances of the units from their target in standard deviations, shape ``(n,)``,
            ``n >= 1``.
        winsorise: Share, from 0 to below 0.5: at each end so many of the distances go back to
            the quantile there (type 7).
        variances: The squared standard deviation of each unit, from 1e-100 to 1e100, at least
            two; ``None``: the variance between units is not asked for.

    Returns:
        The mean square of the distances and, where *variances* are given, the variance
        between units that explains it. Exact arithmetic, each rounded once.

    Raises:
        InvalidValueError: If an argument breaks its range, or there are too few units.
        InconsistentError: If the lists differ in length.

    Source:
        Spiegelhalter 2005 (derived).

    >>> overdispersion([-3.1, -1.2, 0.1, 0.9, 4.2], winsorise=0).phi
    5.902
    >>> overdispersion([1, 2], winsorise=0.5)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'winsorise' must be from 0 to below 0.5: got...
    """
    distances, share = read_both(lambda: read_floats(z, path="z"), lambda: _share(winsorise))
    _check_units("z", len(distances), 1)
    n = len(distances)
    squares = exact_sum(one * one for one in _drawn_in(list(map(Fraction, distances)), share))
    extra: Fraction | None = None
    if variances is not None:
        spreads = read_variances(variances)
        check_same_length("variances", len(spreads), "z", n)
        _check_units("variances", n, _PAIR)
        extra = between_variance_of(squares - (n - 1), weights_of(spreads))
    return Overdispersion(
        phi=float(squares / n),
        units=n,
        winsorise=float(share),
        between_variance=None if extra is None else float(extra),
    )


def _share(value: object) -> Fraction:
    share = finite_number(value, "winsorise")
    if not 0 <= share < Fraction(1, 2):
        rule = Text("ir de 0 a menos de 0.5", "be from 0 to below 0.5")
        raise InvalidValueError(must("winsorise", "range", rule, value))
    return share


def _check_units(path: str, units: int, least: int) -> None:
    if units < least:
        rule = Text("tener {n} unidades o más", "have {n} units or more").format(n=least)
        raise InvalidValueError(must(path, "few" if units else "empty", rule, units))


def _drawn_in(numbers: Sequence[Fraction], share: Fraction) -> list[Fraction]:
    """Bring what lies beyond the quantiles of *share* and of the rest to those quantiles."""
    ordered = sorted(numbers)
    low, high = _quantile(ordered, share), _quantile(ordered, 1 - share)
    return [min(max(number, low), high) for number in numbers]


def _quantile(ordered: Sequence[Fraction], share: Fraction) -> Fraction:
    """Give the quantile of type 7: straight between the neighbours, from first to last."""
    place = share * (len(ordered) - 1)
    below = floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])
