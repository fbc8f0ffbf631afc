"""A wrapper that keeps a personal value out of everything that is shown.

Valor reservado. A field that holds a `Sensitive` can be logged, printed, compared, copied and
put into an error without giving the value away; only `reveal` does.
"""

from __future__ import annotations

import hmac
from typing import Generic, Never, Self, TypeVar, cast, final

from attrs.exceptions import FrozenInstanceError

__all__ = ["RESERVED", "Sensitive"]

RESERVED = "\u2039reservado\u203a"
"""What is shown in the place of a reserved value, whatever the value is."""

T_co = TypeVar("T_co", covariant=True)


# No attrs class on purpose: `attrs.asdict` of a class that holds it must keep it closed.
@final
class Sensitive(Generic[T_co]):
    """A personal value that shows itself to nobody who does not ask for it.

    Valor reservado. ``repr``, ``str`` and every format give the same text for every value.
    Two of them are equal if their values are, of the same type; texts and bytes are compared
    in a time that does not depend on where they differ. It never equals a bare value, has no
    length, order or members, and is true whatever it holds.

    It prevents accidents and is **no security boundary**: a pickle holds the value in clear,
    a debugger or a traceback that captures the locals of whoever revealed it can read it, and
    the hash tells values apart inside one process.

    Args:
        value: The personal value; one that cannot change, because it is not copied.

    Raises:
        FrozenInstanceError: On any attempt to set or delete an attribute.

    Source:
        LGPDPPSO, articles 3 and 19 (derived).

    >>> name = Sensitive("Nombre de ejemplo")
    >>> print(name, f"{name:>40}", [name])
    ‹reservado› ‹reservado› [‹reservado›]
    >>> name == Sensitive("Nombre de ejemplo"), name == "Nombre de ejemplo", name.reveal()
    (True, False, 'Nombre de ejemplo')
    >>> len(name)
    Traceback (most recent call last):
        ...
    TypeError: object of type 'Sensitive' has no len()
    """  # noqa: RUF002 - the marks around the word are meant

    __slots__ = ("_value",)

    _value: T_co

    # Not `__init__`, which could be called again with another value.
    def __new__(cls, value: T_co) -> Self:
        """Close *value* in."""
        made = super().__new__(cls)
        object.__setattr__(made, "_value", value)
        return made

    def reveal(self) -> T_co:
        """Give the value: the only way out, so that a search for it finds every use."""
        return self._value

    def __repr__(self) -> str:
        return RESERVED

    def __format__(self, _: str) -> str:
        return RESERVED  # a width or a precision would be an invitation to err

    def __eq__(self, other: object) -> bool:
        # `False`, not `NotImplemented`: the other side is not to be handed the value.
        if not isinstance(other, Sensitive):
            return False
        return _same(self._value, cast("Sensitive[object]", other).reveal())

    def __hash__(self) -> int:
        # The text stirs in the seed of the process: the hash of a number alone is the number.
        return hash((RESERVED, type(self._value), self._value))

    def __setattr__(self, name: str, value: object) -> Never:
        raise FrozenInstanceError

    def __delattr__(self, name: str) -> Never:
        raise FrozenInstanceError

    def __reduce__(self) -> tuple[type[Self], tuple[T_co]]:
        return type(self), (self._value,)


def _same(one: object, other: object) -> bool:
    """Compare two values of one type; texts and bytes in constant time."""
    if type(one) is not type(other):
        return False
    if isinstance(one, str) and isinstance(other, str):
        return hmac.compare_digest(_encoded(one), _encoded(other))
    if isinstance(one, bytes) and isinstance(other, bytes):
        return hmac.compare_digest(one, other)
    return bool(one == other)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")  # an unpaired surrogate is a value too
