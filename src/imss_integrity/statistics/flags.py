"""Which units lie outside the funnel.

Señales del embudo. Decided exactly: a share on a limit is inside, and no rounding moves it.

Source: Spiegelhalter (2005).
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from fractions import Fraction

import attrs

from ..kernel.errors import InvalidValueError, must
from ..kernel.exact import shown_number
from ..kernel.fields import CODE, MAX_WHOLE, Each, ExactNumber, InstanceOf, OneOf, WholeNumber
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value
from .floats import EachFloat, FloatBetween
from .funnels import FUNNEL_SOURCE, FUNNEL_Z, read_between_variance, read_target, read_z
from .outcomes import read_both, read_codes, read_outcomes
from .reading import Number

__all__ = ["FunnelFlag", "FunnelFlags", "funnel_flags", "read_inner_outer"]

_PAIR = 2


class FunnelFlag(StrEnum):
    """Where a unit lies in the funnel (señal), from lowest to highest.

    Attributes:
        LOW_OUTER: Below the outer limit.
        LOW_INNER: Below the inner limit.
        INSIDE: Within the limits, or on them: no more than chance explains.
        HIGH_INNER: Above the inner limit.
        HIGH_OUTER: Above the outer limit.
    """

    LOW_OUTER = "bajo_externo"
    LOW_INNER = "bajo_interno"
    INSIDE = "dentro"
    HIGH_INNER = "alto_interno"
    HIGH_OUTER = "alto_externo"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _LABELS[self]


_LABELS = {
    FunnelFlag.LOW_OUTER: Text("bajo el límite externo", "below the outer limit"),
    FunnelFlag.LOW_INNER: Text("bajo el límite interno", "below the inner limit"),
    FunnelFlag.INSIDE: Text("dentro", "inside"),
    FunnelFlag.HIGH_INNER: Text("sobre el límite interno", "above the inner limit"),
    FunnelFlag.HIGH_OUTER: Text("sobre el límite externo", "above the outer limit"),
}


@attrs.frozen(kw_only=True, weakref_slot=False)
class FunnelFlags(Report, Value):
    """Units against the limits of a funnel about one share, on the normal scale.

    Señales del embudo. The flags follow from the other fields.

    Attributes:
        codes: One code for each unit, shape ``(n,)``, ``n >= 1``.
        successes: Whole counts from 0, each up to its trials.
        trials: Whole counts from 1.
        target: Share from 0 to 1, both included; exact.
        z: The inner and the outer limit in standard deviations, above 0, ascending.
        between_variance: Variance between units, from 0; it widens the limits.
        status: ``DERIVED``: the formulas are published.
        sources: The publication.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: If there are more successes than trials, codes repeat, or lengths
            differ.
    """

    codes: tuple[str, ...] = attrs.field(validator=Each(CODE, least=1, most=MAX_WHOLE))
    successes: tuple[int, ...] = attrs.field(validator=Each(WholeNumber(0), most=MAX_WHOLE))
    trials: tuple[int, ...] = attrs.field(validator=Each(WholeNumber(1), most=MAX_WHOLE))
    target: Fraction = attrs.field(validator=ExactNumber(0, 1))
    z: tuple[float, ...] = attrs.field(default=FUNNEL_Z, validator=EachFloat())
    between_variance: float = attrs.field(default=0.0, validator=FloatBetween(0))
    status: Status = attrs.field(default=Status.DERIVED, validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(
        default=(FUNNEL_SOURCE,), validator=Each(InstanceOf(Source))
    )

    def __attrs_post_init__(self) -> None:
        read_outcomes(self.successes, self.trials)
        read_codes(self.codes, len(self.successes))
        read_inner_outer(self.z)

    @property
    def flags(self) -> tuple[FunnelFlag, ...]:
        """Where each unit lies, in order: beyond the outermost limit that it passes strictly."""
        squares = tuple(Fraction(z) ** 2 for z in self.z)
        funnel = _Funnel(self.target, Fraction(self.between_variance), squares)
        return tuple(map(funnel.flag, self.successes, self.trials))

    @property
    def outside(self) -> tuple[str, ...]:
        """Codes of the units that lie outside the inner limits, in order."""
        pairs = zip(self.codes, self.flags, strict=True)
        return tuple(code for code, flag in pairs if flag is not FunnelFlag.INSIDE)

    def _table(self, language: Language) -> Table:
        title = Text(
            "Embudo alrededor de {t} %: {k} de {n} unidades fuera de los límites",
            "Funnel about {t} %: {k} of {n} units outside the limits",
        )
        target = shown_number(100 * self.target)
        filled = title.format(t=target, k=len(self.outside), n=len(self.codes))
        return Table(
            title=filled.to(language),
            header=_HEADER[language],
            rows=tuple(
                (code, str(x), str(n), shown_number(Fraction(100 * x, n)), flag.label.to(language))
                for code, x, n, flag in self._units()
            ),
        )

    def _records(self) -> list[dict[str, object]]:
        return [
            {
                "code": code,
                "successes": x,
                "trials": n,
                "share": Fraction(x, n),
                "flag": flag.value,
            }
            for code, x, n, flag in self._units()
        ]

    def _units(self) -> Iterable[tuple[str, int, int, FunnelFlag]]:
        return zip(self.codes, self.successes, self.trials, self.flags, strict=True)


_HEADER = {
    Language.ES: ("unidad", "éxitos", "ensayos", "%", "señal"),
    Language.EN: ("unit", "successes", "trials", "%", "flag"),
}


def funnel_flags(
    successes: Iterable[int],
    trials: Iterable[int],
    *,
    codes: Iterable[str] | None = None,
    target: Number | None = None,
    z: Iterable[Number] = FUNNEL_Z,
    between_variance: Number = 0,
) -> FunnelFlags:
    """Say which units lie further from the target than chance explains.

    Señales del embudo, on the normal scale.

    Args:
        successes: Whole counts, one for each unit, each from 0 to its trials.
        trials: Whole counts from 1.
        codes: One code for each unit, none twice; ``None``: they are numbered from 1.
        target: Share from 0 to 1, both included; ``None``: the share of all units together.
        z: The inner and the outer limit in standard deviations, above 0, ascending.
        between_variance: Variance between units beyond chance, from 0, on the scale of the
            share, as `overdispersion` finds it.

    Returns:
        One flag for each unit; a unit on a limit is inside it.

    Raises:
        InvalidValueError: If an argument breaks its range, or there is no unit.
        InconsistentError: If a unit has more successes than trials, a code repeats, or the
            lists differ in length.

    Source:
        Spiegelhalter 2005 (derived).

    >>> flags = funnel_flags([40, 10, 95], [50, 50, 100], codes=["A", "B", "C"]).flags
    >>> [flag.value for flag in flags]
    ['dentro', 'bajo_externo', 'alto_externo']
    >>> funnel_flags([1, 2, 3], [5, 5])
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'trials' must be as many as 'successes' (3):...
    """
    (xs, ns), (share, (limits, extra)) = read_both(
        lambda: read_outcomes(successes, trials),
        lambda: read_both(
            lambda: None if target is None else read_target(target),
            lambda: read_both(
                lambda: read_inner_outer(z), lambda: read_between_variance(between_variance)
            ),
        ),
    )
    return FunnelFlags(
        codes=read_codes(codes, len(xs)),
        successes=xs,
        trials=ns,
        target=Fraction(sum(xs), sum(ns)) if share is None else share,
        z=limits,
        between_variance=extra,
    )


def read_inner_outer(z: object) -> tuple[float, ...]:
    """Read the inner and the outer limit in standard deviations."""
    limits = read_z(z)
    if len(limits) != _PAIR:
        rule = Text("tener dos números: interno y externo", "hold two numbers: inner and outer")
        raise InvalidValueError(must("z", "length", rule, len(limits)))
    return limits


@attrs.frozen
class _Funnel:
    """The limits in whole numbers: squares are compared, so that no root is ever rounded."""

    target: Fraction
    between_variance: Fraction
    squares: tuple[Fraction, ...]  # of z

    def flag(self, successes: int, trials: int) -> FunnelFlag:
        share, parts = self.target.numerator, self.target.denominator
        gap = successes * parts - trials * share
        variance = share * (parts - share) + self.between_variance * trials * parts * parts
        outside = sum(gap * gap > square * trials * variance for square in self.squares)
        return _BY_SIDE[gap > 0][outside]


_BY_SIDE = {
    False: (FunnelFlag.INSIDE, FunnelFlag.LOW_INNER, FunnelFlag.LOW_OUTER),
    True: (FunnelFlag.INSIDE, FunnelFlag.HIGH_INNER, FunnelFlag.HIGH_OUTER),
}
