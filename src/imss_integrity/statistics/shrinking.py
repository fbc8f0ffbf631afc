"""Effects of units, drawn toward their common mean by what they do not know.

Efectos aleatorios. A unit with a large variance says little, and is drawn in far; where units
differ no more than chance, all of them are drawn to the mean.

Source: DerSimonian and Laird (1986), Controlled Clinical Trials 7: 177-188.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

import attrs

from ..kernel.errors import InvalidValueError, must
from ..kernel.exact import exact_sum
from ..kernel.fields import Each, InstanceOf, OneOf
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value
from .floats import LARGEST, EachFloat, FloatBetween, read_floats
from .moments import between_variance_of, read_variances, weights_of
from .outcomes import check_same_length, read_both
from .reading import Number

__all__ = ["RandomEffects", "random_effects"]

_AMOUNT = FloatBetween(0, LARGEST**3)
_EFFECTS = EachFloat()
_PAIR = 2
_SOURCE = Source(
    code="dersimonian-1986",
    title=Text("DerSimonian, Laird (1986), Control. Clin. Trials 7: 177-188"),
)


@attrs.frozen(kw_only=True, weakref_slot=False)
class RandomEffects(Report, Value):
    """The common mean of units, how far they differ, and each of them drawn toward it.

    Efectos aleatorios.

    Attributes:
        effects: What each unit showed, shape ``(n,)``, ``n >= 2``.
        mean: Their mean, each weighted by what it knows, in the unit of the effects.
        tau2: Variance between units, from 0.
        q: Weighted squared distances from the mean without *tau2*; about ``n - 1`` by chance.
        shrunk: Each effect drawn toward the mean, shape ``(n,)``; from the effect to the mean.
        status: ``DERIVED``: the formulas are published.
        sources: The publication.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: If effects and shrunk ones differ in number.
    """

    effects: tuple[float, ...] = attrs.field(validator=_EFFECTS)
    mean: float = attrs.field(validator=FloatBetween())
    tau2: float = attrs.field(validator=_AMOUNT)
    q: float = attrs.field(validator=_AMOUNT)
    shrunk: tuple[float, ...] = attrs.field(validator=_EFFECTS)
    status: Status = attrs.field(default=Status.DERIVED, validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(
        default=(_SOURCE,), validator=Each(InstanceOf(Source))
    )

    def __attrs_post_init__(self) -> None:
        check_same_length("shrunk", len(self.shrunk), "effects", len(self.effects))

    def _table(self, language: Language) -> Table:
        title = Text("Media {m} de {n} unidades", "Mean {m} of {n} units")
        line = Text(
            "Varianza entre unidades: {tau2}; Q = {q} (por puro azar, cerca de {df})",
            "Variance between units: {tau2}; Q = {q} (by chance alone about {df})",
        )
        n = len(self.effects)
        return Table(
            title=title.format(m=f"{self.mean:.4g}", n=n).to(language),
            lines=(line.format(tau2=f"{self.tau2:.4g}", q=f"{self.q:.4g}", df=n - 1).to(language),),
            header=_HEADER[language],
            rows=tuple(
                (str(i), f"{effect:.4g}", f"{drawn:.4g}")
                for i, (effect, drawn) in enumerate(zip(self.effects, self.shrunk, strict=True), 1)
            ),
        )

    def _records(self) -> list[dict[str, object]]:
        return [
            {"unit": i, "effect": effect, "shrunk": drawn}
            for i, (effect, drawn) in enumerate(zip(self.effects, self.shrunk, strict=True))
        ]


_HEADER = {
    Language.ES: ("unidad", "efecto", "contraído"),
    Language.EN: ("unit", "effect", "shrunk"),
}


def random_effects(effects: Iterable[Number], variances: Iterable[Number]) -> RandomEffects:
    """Bring the effects of units together, and draw each toward their mean.

    Efectos aleatorios by the moments of DerSimonian and Laird.

    Args:
        effects: What each unit showed, shape ``(n,)``, ``n >= 2``, from -1e100 to 1e100.
        variances: The squared standard error of each, from 1e-100 to 1e100.

    Returns:
        Mean, variance between units and shrunk effects. The variance between units is 0 where
        *q* is ``n - 1`` or less; then every shrunk effect is the mean. Weights are floats; all
        else is exact and rounded once, so the order of the units does not matter.

    Raises:
        InvalidValueError: If a number breaks its range, or there are fewer than two units.
        InconsistentError: If the lists differ in length.

    Source:
        DerSimonian and Laird 1986 (derived); one unit says nothing of how units differ (own).

    >>> found = random_effects([0.1, 0.5, 0.9, 0.3], [0.02, 0.03, 0.05, 0.04])
    >>> round(found.mean, 4), round(found.tau2, 4), round(found.shrunk[0], 4)
    (0.4253, 0.0754, 0.1682)
    >>> random_effects([1, 2], [0.1, -0.1])
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'variances' must be from 1e-100 to 1e+100: g...
    """
    found, spreads = read_both(
        lambda: read_floats(effects, path="effects"), lambda: read_variances(variances)
    )
    check_same_length("variances", len(spreads), "effects", len(found))
    if len(found) < _PAIR:
        rule = Text("tener {n} unidades o más", "have {n} units or more")
        code = "few" if found else "empty"
        fault = must("effects", code, rule.format(n=_PAIR), len(found))
        raise InvalidValueError(fault)
    values, weights = tuple(map(Fraction, found)), weights_of(spreads)
    centre = _mean(values, weights)
    q = exact_sum(w * (y - centre) ** 2 for y, w in zip(values, weights, strict=True))
    tau2 = between_variance_of(q - (len(values) - 1), weights)
    extra = float(tau2)
    mean = _mean(values, weights_of([variance + extra for variance in spreads]))
    return RandomEffects(
        effects=found,
        mean=float(mean),
        tau2=extra,
        q=float(q),
        shrunk=tuple(
            float((tau2 * y + Fraction(v) * mean) / (tau2 + Fraction(v)))
            for y, v in zip(values, spreads, strict=True)
        ),
    )


def _mean(values: Sequence[Fraction], weights: Sequence[Fraction]) -> Fraction:
    return exact_sum(w * y for y, w in zip(values, weights, strict=True)) / exact_sum(weights)
