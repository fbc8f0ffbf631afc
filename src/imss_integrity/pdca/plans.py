"""The plan of a cycle: what it aims at, how that is measured, who does what until when.

Plan. A plan may be drafted in pieces; `Plan.missing` names what it still lacks.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from ..kernel.arguments import repeated_codes
from ..kernel.errors import Fault, InconsistentError, must, raise_any
from ..kernel.fields import LABEL, Each, InstanceOf, Optional
from ..kernel.text import Text
from ..kernel.values import Value
from .actions import Action, action_faults
from .indicators import Indicator

__all__ = ["Plan"]

_MOST = 200
_INDICATOR = InstanceOf(Indicator)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Plan(Value):
    """What a cycle sets out to do.

    Plan. One aim has one main indicator; what the change might make worse is watched by
    side-effect indicators.

    Attributes:
        aim: What should be better, in one sentence; ``None``: not stated yet.
        indicator: The main indicator; ``None``: not chosen yet.
        side_effects: Indicators of what the change might make worse (efectos secundarios), at
            most 200.
        actions: Who does what until when, at most 200; each has its owner and due day.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: If two indicators or two actions share a code, an action waits for
            one that is not there or has progress already, or actions wait for each other in a
            ring.

    Source:
        Own; the steps follow the Plan de Mejora Continua (PMCCS) of the Secretaría de Salud.

    >>> [str(part) for part in Plan(aim=Text("Menos espera")).missing()]
    ['indicador', 'meta', 'al menos una acción']
    >>> Plan(aim="Menos espera")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'aim' must be a Text(es, en): got a text ...
    """

    aim: Text | None = attrs.field(default=None, validator=Optional(LABEL))
    indicator: Indicator | None = attrs.field(default=None, validator=Optional(_INDICATOR))
    side_effects: tuple[Indicator, ...] = attrs.field(
        default=(), validator=Each(_INDICATOR, most=_MOST)
    )
    actions: tuple[Action, ...] = attrs.field(
        default=(), validator=Each(InstanceOf(Action), most=_MOST)
    )

    def __attrs_post_init__(self) -> None:
        if self.side_effects:
            codes = (indicator.code for indicator in self.indicators)
            raise_any(repeated_codes("side_effects", codes), InconsistentError)
        raise_any(action_faults(self.actions), InconsistentError)
        raise_any(self._progress_faults(), InconsistentError)

    def _progress_faults(self) -> Iterator[Fault]:
        rule = Text(
            "empezar en 0: el avance llega por eventos", "begin at 0: events bring progress"
        )
        for number, action in enumerate(self.actions):
            if action.progress:
                yield must(f"actions[{number}].progress", "range", rule, action.progress)

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The main indicator, if there is one, and then those of side effects."""
        main = () if self.indicator is None else (self.indicator,)
        return (*main, *self.side_effects)

    def missing(self) -> tuple[Text, ...]:
        """Name what it lacks to be approved, the baseline apart; nothing: it is complete."""
        return tuple(self._missing())

    def _missing(self) -> Iterator[Text]:
        if self.aim is None:
            yield Text("objetivo", "aim")
        if self.indicator is None:
            yield Text("indicador", "indicator")
        if self.indicator is None or self.indicator.target is None:
            yield Text("meta", "target")
        if not self.actions:
            yield Text("al menos una acción", "at least one action")
