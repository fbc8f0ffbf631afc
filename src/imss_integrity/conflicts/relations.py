"""A relation that people name, and the kinship it means in law.

Relaciones de parentesco. The codes of the national catalogue are data of the catalogue.
"""

from __future__ import annotations

import attrs

from ..kernel.fields import CODE, LABEL, InstanceOf
from ..kernel.text import Text
from ..kernel.values import Value
from .kinship import Kinship

__all__ = ["Relation"]


@attrs.frozen(kw_only=True, weakref_slot=False)
class Relation(Value):
    """A relation that people name.

    Relación de parentesco: the relative, seen from the public servant.

    Attributes:
        code: Its code, such as ``PRI`` in the national catalogue.
        name: Its name.
        kinship: What it means in law; `Kinship.none` for what is no kinship.

    Raises:
        InvalidValueError: If a field breaks its rule.

    Source:
        Own; codes after the Plataforma Digital Nacional.

    >>> cousin = Relation(code="PRI", name=Text("prima o primo", "first cousin"),
    ...     kinship=Kinship.blood(up=2, down=2))
    >>> cousin.kinship.degree
    4
    >>> attrs.evolve(cousin, code="")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'code' must be a code of 1 to 64 ASCII lette...
    """

    code: str = attrs.field(validator=CODE)
    name: Text = attrs.field(validator=LABEL)
    kinship: Kinship = attrs.field(validator=InstanceOf(Kinship))
