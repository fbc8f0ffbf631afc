"""Controls of a risk, and when one is sufficient.

Controles de un riesgo.
"""

from __future__ import annotations

from enum import StrEnum

import attrs

from ..kernel.fields import CODE, LABEL, InstanceOf, OneOf
from ..kernel.text import Text
from ..kernel.values import Value

__all__ = ["ControlKind", "RiskControl"]


class ControlKind(StrEnum):
    """When a control acts (tipo de control).

    Attributes:
        PREVENTIVE: Before the risk happens.
        DETECTIVE: While it happens.
        CORRECTIVE: After it has happened.
    """

    PREVENTIVE = "preventivo"
    DETECTIVE = "detectivo"
    CORRECTIVE = "correctivo"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _KINDS[self]


_KINDS = {
    ControlKind.PREVENTIVE: Text("preventivo", "preventive"),
    ControlKind.DETECTIVE: Text("detectivo", "detective"),
    ControlKind.CORRECTIVE: Text("correctivo", "corrective"),
}
QUALITIES = {
    "documented": Text("documentado", "documented"),
    "formalised": Text("formalizado", "formalised"),
    "applied": Text("aplicado", "applied"),
    "effective": Text("efectivo", "effective"),
}
_TRUTH = InstanceOf(bool)


@attrs.frozen(kw_only=True, weakref_slot=False)
class RiskControl(Value):
    """What is done against a risk, and how far that can be relied on.

    Control. It is sufficient (suficiente) only if all four qualities hold; else it is
    deficient (deficiente). None of them is assumed.

    Attributes:
        code: Code, unique in its risk.
        what: What is done.
        kind: When it acts.
        documented: Whether it is described in writing (documentado).
        formalised: Whether somebody with the power to do so has approved it (formalizado).
        applied: Whether it is carried out as it is described (aplicado).
        effective: Whether it has an effect on the risk (efectivo).

    Raises:
        InvalidValueError: If a field breaks its rule.

    Source:
        Administration of risks of internal control: kinds and sufficiency (reported).

    >>> rotation = RiskControl(code="C1", what=Text("Rotar a quien revisa"), documented=True,
    ...     kind=ControlKind.PREVENTIVE, formalised=True, applied=True, effective=False)
    >>> rotation.is_sufficient, [str(quality) for quality in rotation.lacking]
    (False, ['efectivo'])
    >>> attrs.evolve(rotation, effective="si")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'effective' must be of type bool: got 'si'
    """

    code: str = attrs.field(validator=CODE)
    what: Text = attrs.field(validator=LABEL)
    kind: ControlKind = attrs.field(validator=OneOf(ControlKind))
    documented: bool = attrs.field(validator=_TRUTH)
    formalised: bool = attrs.field(validator=_TRUTH)
    applied: bool = attrs.field(validator=_TRUTH)
    effective: bool = attrs.field(validator=_TRUTH)

    @property
    def is_sufficient(self) -> bool:
        """Whether all four qualities hold."""
        return not self.lacking

    @property
    def lacking(self) -> tuple[Text, ...]:
        """The qualities that it lacks, by name; none where it is sufficient."""
        return tuple(name for field, name in QUALITIES.items() if not getattr(self, field))
