"""Criteria and subcriteria: what a framework is made of.

Criterios y subcriterios.
"""

from __future__ import annotations

import attrs

from ..kernel.fields import CODE, LABEL, Each, InstanceOf, WholeNumber
from ..kernel.text import Text
from ..kernel.values import Value

__all__ = ["POINTS", "Criterion", "Subcriterion"]

POINTS = WholeNumber(1, 1_000_000)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Subcriterion(Value):
    """The smallest thing that is rated.

    Subcriterio.

    Attributes:
        code: Code, unique in the framework.
        name: Its name.
        points: Points it carries, whole, 1 to 1 000 000.
        cross_references: Codes of other subcriteria that its evidence also speaks of.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    code: str = attrs.field(validator=CODE)
    name: Text = attrs.field(validator=LABEL)
    points: int = attrs.field(validator=POINTS)
    cross_references: tuple[str, ...] = attrs.field(default=(), validator=Each(CODE))


@attrs.frozen(kw_only=True, weakref_slot=False)
class Criterion(Value):
    """A criterion with its subcriteria.

    Criterio.

    Attributes:
        code: Code, unique in the framework.
        name: Its name.
        points: Points it carries: the sum of those of its subcriteria (the framework
            checks this, so that all its faults are told at once).
        subcriteria: At least one.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    code: str = attrs.field(validator=CODE)
    name: Text = attrs.field(validator=LABEL)
    points: int = attrs.field(validator=POINTS)
    subcriteria: tuple[Subcriterion, ...] = attrs.field(
        validator=Each(InstanceOf(Subcriterion), least=1)
    )
