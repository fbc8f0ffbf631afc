"""Action lines: what a role will do by a day, how much of it, and how far it has come.

Líneas de acción. Progress is worked out from what was reached and what was aimed at, and
never stated beside them; so the two cannot differ.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from fractions import Fraction

import attrs

from ..kernel.arguments import repeated_codes
from ..kernel.commitment import DONE, Commitment
from ..kernel.errors import Fault, InconsistentError, must, raise_any, shown
from ..kernel.fields import (
    CODE,
    DAY,
    LABEL,
    Each,
    ExactNumber,
    FieldRule,
    InstanceOf,
    OneOf,
    Optional,
)
from ..kernel.text import Text
from .line_states import LineState, StateChange, change_faults

__all__ = ["ActionLine", "TargetKind"]

_AMOUNT = ExactNumber(0)
_LONGEST = 24  # characters of a target in an error


@attrs.frozen
class _AboveZero(FieldRule):
    """The value is an exact number above 0: a target or a weight of 0 would say nothing."""

    def fault(self, path: str, value: object) -> Fault | None:
        """Say what is wrong with *value*."""
        wrong = _AMOUNT.fault(path, value)
        if wrong is None and value == 0:
            return must(path, "range", Text("ser mayor que 0", "be above 0"), value)
        return wrong


class TargetKind(StrEnum):
    """Whether an indicator can go beyond its target (tipo de meta). Own, not official.

    Attributes:
        WHOLE: The target is all there is, such as 100 % or the 35 OOADs: it cannot be passed.
        AT_LEAST: The target is the least that is wanted, such as 500 people trained: it can
            be passed, and what lies beyond it never counts.
    """

    WHOLE = "total"
    AT_LEAST = "minimo"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _KINDS[self]


_KINDS = {
    TargetKind.WHOLE: Text("total", "whole"),
    TargetKind.AT_LEAST: Text("mínimo", "at least"),
}


@attrs.frozen(kw_only=True, weakref_slot=False)
class ActionLine(Commitment):
    """One line of a programme: a commitment with an indicator, a target and a state.

    Línea de acción. Beside its own attributes it has those of a `Commitment`: code, what,
    owner (responsable), due (fecha compromiso), evidence; its progress is worked out.

    Attributes:
        strategy: Code of the strategy it belongs to.
        indicator: What is measured, with its unit.
        target: Meta, in that unit, exact, above 0.
        advance: Avance, what is reached so far, in that unit, exact, 0 or more; never above
            the target where the target is the whole.
        target_kind: Whether the target can be passed; it cannot, unless told.
        weight: What the line weighs in its programme, exact, above 0; 1 unless told.
        start: First day on which it should be worked at, included; never after *due*.
        verification: Medio de verificación, what will prove it; ``None``: not stated.
        risks: Codes of the risks that it prevents, none twice.
        changes: What became of it, from the first change to the last; empty: still planned.
        progress: Percent of the target, 0 to 100, rounded down: 100 is met, and nothing else.

    Raises:
        InvalidValueError: If a field breaks its rule; so a target of 0.
        InconsistentError: If the deadline precedes the start, the advance exceeds what can be,
            a risk is named twice, a change is illegal or out of order, or state and advance
            contradict each other: a line is met when its target is reached, and only then;
            of a planned one nothing is done. All are named at once.

    Source:
        Own; the fields follow the work plans of risk administration (PTAR).

    >>> line = ActionLine(code="L1", strategy="E1", what=Text("Capacitar"), owner="uit",
    ...     start=date(2026, 1, 1), due=date(2026, 6, 30), indicator=Text("personas capacitadas"),
    ...     target=Fraction(300), advance=Fraction(200),
    ...     changes=(StateChange(state=LineState.UNDER_WAY, on=date(2026, 2, 1)),))
    >>> line.share, line.progress, line.is_overdue(on=date(2026, 7, 1))
    (Fraction(2, 3), 66, True)
    >>> attrs.evolve(line, advance=Fraction(301))
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'advance' must not exceed the target 300,...
    """

    strategy: str = attrs.field(validator=CODE)
    indicator: Text = attrs.field(validator=LABEL)
    target: Fraction = attrs.field(validator=_AboveZero())
    advance: Fraction = attrs.field(default=Fraction(0), validator=_AMOUNT)
    target_kind: TargetKind = attrs.field(default=TargetKind.WHOLE, validator=OneOf(TargetKind))
    weight: Fraction = attrs.field(default=Fraction(1), validator=_AboveZero())
    start: date = attrs.field(validator=DAY)
    verification: Text | None = attrs.field(default=None, validator=Optional(LABEL))
    risks: tuple[str, ...] = attrs.field(default=(), validator=Each(CODE))
    changes: tuple[StateChange, ...] = attrs.field(
        default=(), validator=Each(InstanceOf(StateChange))
    )
    progress: int = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        raise_any(self._faults(), InconsistentError)
        object.__setattr__(self, "progress", int(DONE * self.share))

    @property
    def state(self) -> LineState:
        """How it stands after its last change."""
        return self.changes[-1].state if self.changes else LineState.PLANNED

    @property
    def share(self) -> Fraction:
        """What is reached of the target, 0 to 1, exact; what lies beyond it never counts."""
        return min(Fraction(1), self.advance / self.target)

    def is_overdue(self, *, on: date) -> bool:
        """Say whether it is late on the day *on*: past its due day, neither met nor cancelled."""
        return super().is_overdue(on=on) and self.state is not LineState.CANCELLED

    def _faults(self) -> Iterator[Fault]:
        if self.due < self.start:
            yield Fault("due", "order", _EARLY.format(start=self.start, due=self.due))
        yield from repeated_codes("risks", self.risks)
        yield from change_faults(self.changes)
        # One slip, one fault: an advance that cannot be says nothing of the state.
        if self.target_kind is TargetKind.WHOLE and self.advance > self.target:
            rule = _BEYOND.format(target=shown(self.target, _LONGEST))
            yield must("advance", "range", rule, self.advance)
        elif (self.state is LineState.MET) != (self.share == 1):
            yield Fault("changes", "state", _MET)
        elif self.state is LineState.PLANNED and self.advance:
            yield Fault("changes", "state", _BEGUN)


_EARLY = Text(
    "'due' no debe preceder al inicio {start}: se recibió {due}",
    "'due' must not precede the start {start}: got {due}",
)
_BEYOND = Text(
    "ser a lo más la meta {target}, que es el total (si puede rebasarse, target_kind='minimo')",
    "not exceed the target {target}, which is the whole (if it can be, target_kind='minimo')",
)
_MET = Text(
    "'changes' debe terminar en 'cumplida' si se alcanza la meta, y sólo entonces",
    "'changes' must end in 'cumplida' when the target is reached, and only then",
)
_BEGUN = Text(
    "'changes' debe decir cuándo empezó una línea que ya tiene avance",
    "'changes' must say when a line began of which something is done",
)
