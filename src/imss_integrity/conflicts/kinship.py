"""Kinship as the civil code counts it: lines and degrees.

Parentesco. The relative is seen from the public servant: so many generations up to the common
ancestor, so many down. Degree is the sum of both. Affinity comes from marriage alone and is
not transitive; adoption counts as blood; spouse and concubine are bonds, not degrees.

Source: Código Civil Federal, arts. 292 to 300 (official).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self

import attrs

from ..kernel.errors import Fault, InconsistentError
from ..kernel.fields import InstanceOf, OneOf, Optional, WholeNumber
from ..kernel.text import Text
from ..kernel.values import Value

__all__ = ["Bond", "Kinship", "Line"]

_GENERATIONS = WholeNumber(0, 20)


class Line(StrEnum):
    """The line of a kinship (línea de parentesco)."""

    DIRECT = "recta"
    COLLATERAL = "transversal"
    AFFINITY = "afinidad"
    BOND = "vinculo"
    NONE = "ninguna"


class Bond(StrEnum):
    """A bond between partners (vínculo); it has no degree."""

    MARRIAGE = "matrimonio"
    CONCUBINAGE = "concubinato"


@attrs.frozen(kw_only=True, weakref_slot=False)
class Kinship(Value):
    """How one person is kin to another.

    Parentesco. Made by `blood`, `by_affinity`, `partner` and `none`.

    Attributes:
        up: Generations from the public servant up to the common ancestor, 0 to 20; under
            affinity counted from the spouse.
        down: Generations from there down to the relative, 0 to 20.
        affinity: Whether it comes from marriage.
        bond: Marriage or concubinage with the public servant; ``None``: neither.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: If a bond has generations, or affinity has none.

    >>> cousin = Kinship.blood(up=2, down=2)
    >>> cousin.line, cousin.degree
    (<Line.COLLATERAL: 'transversal'>, 4)
    >>> Kinship.blood(up=0, down=0)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: kinship must have at least one generation
    """

    up: int = attrs.field(default=0, validator=_GENERATIONS)
    down: int = attrs.field(default=0, validator=_GENERATIONS)
    affinity: bool = attrs.field(default=False, validator=InstanceOf(bool))
    bond: Bond | None = attrs.field(default=None, validator=Optional(OneOf(Bond)))

    def __attrs_post_init__(self) -> None:
        generations = self.up + self.down
        if self.bond is not None and (generations or self.affinity):
            text = Text("un vínculo no lleva generaciones", "a bond must have no generations")
            raise InconsistentError(Fault("bond", "generations", text))
        if self.affinity and not generations:
            raise InconsistentError(_no_generation("affinity"))

    @classmethod
    def blood(cls, *, up: int, down: int) -> Self:
        """Kin by blood or adoption (consanguinidad): *up* to the ancestor, *down* from it."""
        kinship = cls(up=up, down=down)
        if kinship.degree is None:
            raise InconsistentError(_no_generation("up"))
        return kinship

    @classmethod
    def by_affinity(cls, *, up: int, down: int) -> Self:
        """Kin of the spouse, or the spouse of kin (afinidad)."""
        return cls(up=up, down=down, affinity=True)

    @classmethod
    def partner(cls, bond: Bond) -> Self:
        """Give the spouse or the concubine (cónyuge, concubina o concubinario)."""
        OneOf(Bond).check("bond", bond)  # `None` would be no kinship
        return cls(bond=bond)

    @classmethod
    def none(cls) -> Self:
        """No kinship in law, such as a godchild or a spouse's in-law (concuño)."""
        return cls()

    @property
    def line(self) -> Line:
        """The line: direct where one descends from the other, else collateral."""
        if self.bond is not None:
            return Line.BOND
        if self.up + self.down == 0:
            return Line.NONE
        if self.affinity:
            return Line.AFFINITY
        return Line.COLLATERAL if self.up and self.down else Line.DIRECT

    @property
    def degree(self) -> int | None:
        """Generations up plus generations down; 0 for a bond, ``None`` without kinship."""
        return None if self.line is Line.NONE else self.up + self.down


def _no_generation(path: str) -> Fault:
    text = Text(
        "el parentesco debe tener al menos una generación",
        "kinship must have at least one generation",
    )
    return Fault(path, "generations", text)
