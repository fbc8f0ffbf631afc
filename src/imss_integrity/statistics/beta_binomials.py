"""Shares of units, drawn toward the share of all of them together.

Proporciones contraídas. A unit with few trials is drawn in far, one with many hardly at all.

Source: beta-binomial model by moments; which moments is own (see `beta_binomial_shrinkage`).
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import fsum

import attrs

from ..kernel.fields import MAX_WHOLE, Each, InstanceOf, OneOf, Optional, WholeNumber
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value
from .floats import EachFloat, FloatBetween, shown_float
from .outcomes import check_same_length, read_outcomes

__all__ = ["ShrunkShares", "beta_binomial_shrinkage"]

_SHARE = FloatBetween(0, 1)
_PAIR = 2


@attrs.frozen(kw_only=True, weakref_slot=False)
class ShrunkShares(Report, Value):
    """The share of each unit, drawn toward the share of all.

    Proporciones contraídas.

    Attributes:
        successes: Whole counts from 0, each up to its trials, shape ``(n,)``, ``n >= 2``.
        trials: Whole counts from 1.
        mean: The share of all units together, 0 to 1.
        between_variance: Variance of the true shares between units, from 0.
        strength: How many trials the common share counts for, from 0; ``None``: more than any
            unit has, because units differ no more than chance.
        shrunk: Shares from the unit's own to the common one, shape ``(n,)``.
        status: ``OWN``: the choice of the moments.
        sources: None.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: If lengths differ or there are more successes than trials.
    """

    successes: tuple[int, ...] = attrs.field(validator=Each(WholeNumber(0), most=MAX_WHOLE))
    trials: tuple[int, ...] = attrs.field(validator=Each(WholeNumber(1), most=MAX_WHOLE))
    mean: float = attrs.field(validator=_SHARE)
    between_variance: float = attrs.field(validator=_SHARE)
    strength: float | None = attrs.field(validator=Optional(FloatBetween(0)))
    shrunk: tuple[float, ...] = attrs.field(validator=EachFloat(_SHARE))
    status: Status = attrs.field(default=Status.OWN, validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(default=(), validator=Each(InstanceOf(Source)))

    def __attrs_post_init__(self) -> None:
        read_outcomes(self.successes, self.trials, least=_PAIR)
        check_same_length("shrunk", len(self.shrunk), "successes", len(self.successes))

    def _table(self, language: Language) -> Table:
        title = Text("Proporción conjunta: {m} %", "Share of all: {m} %")
        line = Text("La conjunta pesa como {s} ensayos.", "The share of all weighs {s} trials.")
        if self.strength is None:
            line = Text(
                "Las unidades no difieren más que por azar: todas van a la conjunta.",
                "Units differ no more than by chance: all are drawn to the share of all.",
            )
        shown = line.format(s=f"{self.strength or 0:.4g}")
        return Table(
            title=title.format(m=_percent(self.mean)).to(language),
            lines=(shown.to(language),),
            header=_HEADER[language],
            rows=tuple(
                (str(i), str(x), str(n), _percent(Fraction(x, n)), _percent(drawn))
                for i, (x, n, drawn) in enumerate(self._units(), 1)
            ),
        )

    def _records(self) -> list[dict[str, object]]:
        return [
            {"unit": i, "successes": x, "trials": n, "share": Fraction(x, n), "shrunk": drawn}
            for i, (x, n, drawn) in enumerate(self._units())
        ]

    def _units(self) -> Iterable[tuple[int, int, float]]:
        return zip(self.successes, self.trials, self.shrunk, strict=True)


_HEADER = {
    Language.ES: ("unidad", "éxitos", "ensayos", "%", "% contraído"),
    Language.EN: ("unit", "successes", "trials", "%", "% shrunk"),
}


def beta_binomial_shrinkage(successes: Iterable[int], trials: Iterable[int]) -> ShrunkShares:
    """Draw the share of each unit toward the share of all, by how little it knows.

    Proporciones contraídas. The estimate of a unit is ``(x + s * m) / (n + s)``: as if the
    share *m* of all had been seen in *s* further trials.

    Args:
        successes: Whole counts, one for each unit, at least two, each from 0 to its trials.
        trials: Whole counts from 1.

    Returns:
        The shrunk shares; each from the unit's own share to that of all, both included.

    Raises:
        InvalidValueError: If a count breaks its range, or there are fewer than two units.
        InconsistentError: If a unit has more successes than trials, or the lists differ in
            length.

    Source:
        Moments of the beta-binomial. Own: the variance of the shares is that of a sample,
        each unit counting once, less the mean of what chance adds to each.

    >>> found = beta_binomial_shrinkage([9, 10, 80], [10, 40, 100])
    >>> [round(share, 3) for share in found.shrunk], round(found.strength, 2)
    ([0.878, 0.26, 0.799], 1.0)
    >>> beta_binomial_shrinkage([1], [2])
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'successes' must have 2 units or more: got 1
    """
    xs, ns = read_outcomes(successes, trials, least=_PAIR)
    common = Fraction(sum(xs), sum(ns))
    spread = float(common * (1 - common))
    variance = _sample_variance([x / n for x, n in zip(xs, ns, strict=True)])
    between = max(0.0, variance - spread * fsum(1 / n for n in ns) / len(ns))
    strength = max(0.0, spread / between - 1) if between else None
    return ShrunkShares(
        successes=xs,
        trials=ns,
        mean=float(common),
        between_variance=between,
        strength=strength,
        shrunk=tuple(_shrunk(x, n, common, strength) for x, n in zip(xs, ns, strict=True)),
    )


def _sample_variance(shares: list[float]) -> float:
    mean = fsum(shares) / len(shares)
    return fsum((share - mean) ** 2 for share in shares) / (len(shares) - 1)


def _shrunk(successes: int, trials: int, common: Fraction, strength: float | None) -> float:
    # Exact and rounded once: no rounding carries it past its unit or past the common share.
    if strength is None:
        return float(common)
    weight = Fraction(strength)
    return float((successes + weight * common) / (trials + weight))


def _percent(share: float | Fraction) -> str:
    return shown_float(100 * float(share))
