"""What each point of a chart is called by the rules of the NHS.

Etiquetas de los puntos. A point that several rules mark takes the name of the first of them;
whether it is good news depends on the wanted way.

Source: NHS England, *Making Data Count*, as coded in NHSRplotthedots.
"""

from __future__ import annotations

from enum import StrEnum

import attrs

from ..kernel.errors import Fault, InconsistentError
from ..kernel.fields import InstanceOf, OneOf, choice
from ..kernel.text import Text
from ..kernel.values import Value
from .finding import chosen_set
from .rule_sets import Improvement, RuleSet, Side
from .signal_results import ChartSignals, Signal

__all__ = ["PointLabel", "Variation", "nhs_labels"]


class Variation(StrEnum):
    """What a point says (tipo de variación).

    Attributes:
        COMMON: Nothing that chance does not make.
        IMPROVEMENT: A signal the wanted way.
        CONCERN: A signal the other way.
        HIGH: A signal upwards, where no way is wanted.
        LOW: A signal downwards, where no way is wanted.
    """

    COMMON = "comun"
    IMPROVEMENT = "mejora"
    CONCERN = "preocupacion"
    HIGH = "alto"
    LOW = "bajo"


@attrs.frozen(kw_only=True, weakref_slot=False)
class PointLabel(Value):
    """What one point of a chart is called.

    Attributes:
        variation: What it says.
        rule: Code of the rule that names it; ``None`` for common variation.

    Raises:
        InvalidValueError: If *variation* is none.
        InconsistentError: If there is a rule without a signal, or a signal without a rule.
    """

    variation: Variation = attrs.field(validator=OneOf(Variation))
    rule: str | None = None

    def __attrs_post_init__(self) -> None:
        if (self.rule is None) is not (self.variation is Variation.COMMON):
            text = Text(
                "'rule' debe acompañar a toda señal, y sólo a ellas",
                "'rule' must go with every signal, and only with signals",
            )
            raise InconsistentError(Fault("rule", "kind", text))


_COMMON = PointLabel(variation=Variation.COMMON)


def nhs_labels(
    signals: ChartSignals, *, improvement: Improvement | str | None = None
) -> tuple[PointLabel, ...]:
    """Name each point of a chart by the first rule of the NHS that marks it.

    Etiqueta de cada punto. The order is: outside the limits, trend, two of three, shift. The
    point at which one trend turns into another takes the later one.

    Args:
        signals: What the rules of the NHS found, every point of a pattern marked.
        improvement: Which way is wanted; ``None``: neither, signals are high or low.

    Returns:
        A label for each point, shape ``(n,)``.

    Raises:
        InvalidValueError: If an argument is of the wrong type.
        InconsistentError: If the signals are of another set of rules.

    Source:
        NHS England, *Making Data Count*, as coded in NHSRplotthedots.

    >>> from imss_integrity.statistics import nhs_signals
    >>> found = nhs_signals([52, 53, 60, 51], centre=50, lower=41, upper=59)
    >>> [label.variation.value for label in nhs_labels(found, improvement="bajar")]
    ['comun', 'comun', 'preocupacion', 'comun']
    >>> nhs_labels(found, improvement="up")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'improvement' must be one of subir, bajar
    """
    InstanceOf(ChartSignals).check("signals", signals)
    chosen_set(signals.rules, (RuleSet.NHS,), Text("para etiquetas", "for labels"))
    wanted = None if improvement is None else choice(Improvement, improvement, path="improvement")
    order = {rule: -place for place, rule in enumerate(RuleSet.NHS.rules)}
    naming: dict[int, Signal] = {}
    for signal in sorted(signals.signals, key=lambda one: (order[one.rule], one.last)):
        naming.update(dict.fromkeys(signal.points, signal))
    return tuple(
        PointLabel(variation=_variation(naming[i], wanted), rule=naming[i].rule)
        if i in naming
        else _COMMON
        for i in range(signals.count)
    )


def _variation(signal: Signal, wanted: Improvement | None) -> Variation:
    is_high = signal.side is Side.HIGH
    if wanted is None:
        return Variation.HIGH if is_high else Variation.LOW
    good = is_high is (wanted is Improvement.UP)
    return Variation.IMPROVEMENT if good else Variation.CONCERN
