"""Confidence intervals: an estimate, its two limits, and the method that gave them.

Intervalos de confianza. The confidence is the share of intervals, made in this way over and
over, that would hold the true value; it is not the chance that this one does.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from statistics import NormalDist

import attrs

from ..kernel.errors import Fault, InconsistentError, InvalidValueError, must
from ..kernel.exact import shown_number
from ..kernel.fields import OneOf, choice
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value
from .floats import FloatBetween, decimals_for, read_float, shown_float

__all__ = ["Interval", "IntervalMethod", "interval_around", "normal_point", "read_confidence"]

_NUMBER = FloatBetween()
_MOST_DECIMALS = 15  # of a confidence in percent


class IntervalMethod(StrEnum):
    """How the limits follow from the counts (método del intervalo).

    Attributes:
        WILSON: A share; by the score test. The usual choice.
        WILSON_CONTINUITY: The same with a correction for continuity; wider.
        CLOPPER_PEARSON: A share; exact: never covers less than its confidence, often more.
        NEWCOMBE: The difference of two independent shares, from their Wilson limits.
        BYAR: A count; Byar's approximation to the exact Poisson limits.
    """

    WILSON = "wilson"
    WILSON_CONTINUITY = "wilson_continuidad"
    CLOPPER_PEARSON = "clopper_pearson"
    NEWCOMBE = "newcombe"
    BYAR = "byar"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _LABELS[self]

    @property
    def source(self) -> Source:
        """The publication of the method."""
        return _SOURCES[self]


_LABELS = {
    IntervalMethod.WILSON: Text("Wilson"),
    IntervalMethod.WILSON_CONTINUITY: Text(
        "Wilson con corrección por continuidad", "Wilson with correction for continuity"
    ),
    IntervalMethod.CLOPPER_PEARSON: Text("Clopper-Pearson, exacto", "Clopper-Pearson, exact"),
    IntervalMethod.NEWCOMBE: Text(
        "Newcombe, diferencia de dos proporciones", "Newcombe, difference of two shares"
    ),
    IntervalMethod.BYAR: Text("Byar, conteo de Poisson", "Byar, Poisson count"),
}
_SOURCES = {
    IntervalMethod.WILSON: Source(
        code="wilson-1927", title=Text("Wilson (1927), J. Am. Stat. Assoc. 22: 209-212")
    ),
    IntervalMethod.WILSON_CONTINUITY: Source(
        code="newcombe-1998-1", title=Text("Newcombe (1998), Stat. Med. 17: 857-872, 4")
    ),
    IntervalMethod.CLOPPER_PEARSON: Source(
        code="clopper-1934", title=Text("Clopper, Pearson (1934), Biometrika 26: 404-413")
    ),
    IntervalMethod.NEWCOMBE: Source(
        code="newcombe-1998-2", title=Text("Newcombe (1998), Stat. Med. 17: 873-890, 10")
    ),
    IntervalMethod.BYAR: Source(
        code="breslow-1987",
        title=Text("Breslow, Day (1987), Statistical Methods in Cancer Research II"),
    ),
}
_UNITS = {IntervalMethod.NEWCOMBE: (100, " pp"), IntervalMethod.BYAR: (1, "")}
_SHARE = (100, " %")


@attrs.frozen(kw_only=True, weakref_slot=False)
class Interval(Report, Value):
    """An estimate with its confidence limits.

    Intervalo de confianza. The estimate never lies outside its limits.

    Attributes:
        method: An `IntervalMethod`; it tells what is estimated: a share from 0 to 1, a
            difference of shares from -1 to 1, or a count from 0.
        estimate: What was observed.
        lower: Lower limit, in the unit of the estimate; part of the interval.
        upper: Upper limit, in the unit of the estimate; part of the interval.
        confidence: Share from 0 to 1, both excluded.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: If limits and estimate are not in order.

    >>> share = Interval(method=IntervalMethod.WILSON, estimate=0.425, lower=0.28509,
    ...     upper=0.57805, confidence=0.95)
    >>> str(share)
    '42.5 % (28.5 % a 57.8 %)'
    >>> attrs.evolve(share, lower=0.5)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'lower', 'estimate' and 'upper' must be in o...
    """

    method: IntervalMethod = attrs.field(validator=OneOf(IntervalMethod))
    estimate: float = attrs.field(validator=_NUMBER)
    lower: float = attrs.field(validator=_NUMBER)
    upper: float = attrs.field(validator=_NUMBER)
    confidence: float = attrs.field(validator=_NUMBER)

    def __attrs_post_init__(self) -> None:
        read_confidence(self.confidence)
        if not self.lower <= self.estimate <= self.upper:
            text = Text(
                "'lower', 'estimate' y 'upper' deben ir en orden",
                "'lower', 'estimate' and 'upper' must be in order",
            )
            raise InconsistentError(Fault("estimate", "order", text))

    @property  # made when it is asked for, where other results hold a field
    def status(self) -> Status:  # type: ignore[override]  # pyright: ignore[reportIncompatibleVariableOverride]
        """``DERIVED``: the formulas are published."""
        return Status.DERIVED

    @property
    def sources(self) -> tuple[Source, ...]:  # type: ignore[override]  # pyright: ignore[reportIncompatibleVariableOverride]
        """The publication of the method."""
        return (self.method.source,)

    def sentence(self, language: Language = Language.ES) -> str:
        """Give the interval in words, shares in percent: ``42.5 % (28.5 % a 57.8 %)``.

        It is rounded to three digits of its width: more would say more than it knows.
        """
        scale, unit = _UNITS.get(self.method, _SHARE)
        decimals = decimals_for(scale * (self.upper - self.lower))
        numbers = (self.estimate, self.lower, self.upper)
        shown = (f"{shown_float(scale * one, decimals)}{unit}" for one in numbers)
        words = Text("{estimate} ({lower} a {upper})", "{estimate} ({lower} to {upper})")
        filled = words.format(**dict(zip(("estimate", "lower", "upper"), shown, strict=True)))
        return filled.to(choice(Language, language, path="language"))

    def __str__(self) -> str:
        return self.sentence()

    def _table(self, language: Language) -> Table:
        title = Text("{method}; confianza {c} %", "{method}; confidence {c} %")
        percent = shown_number(100 * Fraction(str(self.confidence)), _MOST_DECIMALS)
        filled = title.format(method=self.method.label, c=percent)
        return Table(title=filled.to(language), lines=(self.sentence(language),))

    def _records(self) -> list[dict[str, object]]:
        return [
            {
                "method": self.method.value,
                "estimate": self.estimate,
                "lower": self.lower,
                "upper": self.upper,
                "confidence": self.confidence,
            }
        ]


def interval_around(
    method: IntervalMethod, estimate: float, lower: float, upper: float, confidence: float
) -> Interval:
    """Make an interval; a limit that rounding carried past the estimate goes back to it."""
    return Interval(
        method=method,
        estimate=estimate,
        lower=min(lower, estimate),
        upper=max(upper, estimate),
        confidence=confidence,
    )


def read_confidence(value: object) -> float:
    """Read a confidence: a share between 0 and 1, both excluded, also once it is a float."""
    confidence = read_float(value, "confidence")
    if not 0 < confidence < 1:
        rule = Text("estar entre 0 y 1, sin incluirlos", "lie between 0 and 1, both excluded")
        raise InvalidValueError(must("confidence", "range", rule, value))
    return confidence


def normal_point(confidence: float) -> float:
    """Give z, at least 0: *confidence* of a normal distribution lies within z of its centre."""
    # From the tail: close to 1 a confidence has fewer digits than what it leaves out.
    return abs(NormalDist().inv_cdf((1 - confidence) / 2))
