"""What may bring a risk about.

Factores de riesgo.
"""

from __future__ import annotations

from enum import StrEnum

import attrs

from ..kernel.fields import CODE, LABEL, OneOf
from ..kernel.text import Text
from ..kernel.values import Value

__all__ = ["FactorClass", "FactorOrigin", "RiskFactor"]


class FactorOrigin(StrEnum):
    """Where a factor comes from (tipo de factor): within the institution or outside of it."""

    INTERNAL = "interno"
    EXTERNAL = "externo"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _ORIGINS[self]


_ORIGINS = {
    FactorOrigin.INTERNAL: Text("interno", "internal"),
    FactorOrigin.EXTERNAL: Text("externo", "external"),
}


class FactorClass(StrEnum):
    """Of what kind a factor is (clasificación del factor).

    Attributes:
        NORMATIVE: Norms that are missing, unclear or not kept.
        TECHNOLOGY: Systems and telecommunication (TIC).
        MATERIAL: Means, money, places.
        HUMAN: People: too few, not trained, not honest.
        SETTING: What happens around the institution (entorno).
        OTHER: Any other; the official list is open.
    """

    NORMATIVE = "normativo"
    TECHNOLOGY = "tic"
    MATERIAL = "material"
    HUMAN = "humano"
    SETTING = "entorno"
    OTHER = "otro"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _CLASSES[self]


_CLASSES = {
    FactorClass.NORMATIVE: Text("normativo", "normative"),
    FactorClass.TECHNOLOGY: Text("TIC", "technology"),
    FactorClass.MATERIAL: Text("material", "material"),
    FactorClass.HUMAN: Text("humano", "human"),
    FactorClass.SETTING: Text("entorno", "setting"),
    FactorClass.OTHER: Text("otro", "other"),
}


@attrs.frozen(kw_only=True, weakref_slot=False)
class RiskFactor(Value):
    """Something that may bring a risk about.

    Factor de riesgo.

    Attributes:
        code: Code, unique in its risk.
        what: What it is.
        origin: Where it comes from.
        kind: Of what kind it is.

    Raises:
        InvalidValueError: If a field breaks its rule.

    Source:
        Administration of risks of internal control (reported).

    >>> alone = RiskFactor(code="1.1", what=Text("Una sola persona revisa y autoriza"),
    ...     origin=FactorOrigin.INTERNAL, kind=FactorClass.HUMAN)
    >>> str(alone.kind.label), str(alone.origin.label)
    ('humano', 'interno')
    >>> attrs.evolve(alone, origin="propio")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'origin' must be one of interno, externo
    """

    code: str = attrs.field(validator=CODE)
    what: Text = attrs.field(validator=LABEL)
    origin: FactorOrigin = attrs.field(validator=OneOf(FactorOrigin))
    kind: FactorClass = attrs.field(validator=OneOf(FactorClass))
