"""The bodies to which units belong: OOADs, UMAE, sub-delegations, the central level.

Órganos. A code of an OOAD is not an INEGI state number: the two coincide only in part, so
they are different fields and are never converted by arithmetic. The catalogue holds the 35
OOADs, 25 UMAE and 133 sub-delegations; these classes check their shape only.
"""

from __future__ import annotations

import re

import attrs

from ..kernel.fields import NAME, InstanceOf, Optional, Pattern
from ..kernel.text import Text
from ..kernel.values import Value

__all__ = ["CENTRAL_LEVEL", "CentralLevel", "Ooad", "Subdelegation", "Umae"]

_OOAD_CODE = Pattern(
    re.compile(r"(?!00|09|99)[0-9]{2}", re.ASCII),
    Text(
        "ser la clave de un OOAD: dos dígitos, nunca 09 (nivel central) ni 99 (total nacional)",
        "be the code of an OOAD: two digits, never 09 (central level) or 99 (national total)",
    ),
)
_UMAE_CODE = Pattern(
    re.compile(r"4[A-Z]", re.ASCII),
    Text("ser la clave de una UMAE: 4 y una letra", "be the code of a UMAE: 4 and one letter"),
)
_STATE_CODE = Pattern(
    re.compile(r"0[1-9]|[12][0-9]|3[0-2]", re.ASCII),
    Text("ser una clave de entidad del INEGI: 01 a 32", "be an INEGI state code: 01 to 32"),
)
_ISO = Pattern(
    re.compile(r"MX-[A-Z]{3}", re.ASCII),
    Text("ser un código ISO 3166-2, como MX-JAL", "be an ISO 3166-2 code, such as MX-JAL"),
)
_CLUES_STATE = Pattern(
    re.compile(r"[A-Z]{2}", re.ASCII),
    Text("ser dos letras mayúsculas", "be two capital letters"),
)
_TWO_DIGITS = Pattern(re.compile(r"[0-9]{2}", re.ASCII), Text("ser dos dígitos", "be two digits"))


@attrs.frozen(kw_only=True, weakref_slot=False)
class Ooad(Value):
    """A decentralised administrative body.

    OOAD, órgano de operación administrativa desconcentrada (antes delegación).

    Attributes:
        code: Code of the Institute, two digits, with its leading zero.
        name: Name as the unit master list spells it; the full legal form is not known.
        short_name: Name for tables.
        state_code: INEGI code of the state, 01 to 32; two OOADs may share it.
        iso: ISO 3166-2 code of the state, such as ``MX-JAL``.
        clues_state: The two letters with which the CLUES of the state begin; ``None``: not
            confirmed by a source.

    Raises:
        InvalidValueError: If a field breaks its rule.

    >>> Ooad(code="14", name="Jalisco", short_name="Jalisco", state_code="14", iso="MX-JAL").code
    '14'
    >>> Ooad(code="09", name="Nivel central", short_name="NC", state_code="09", iso="MX-CMX")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'code' must be the code of an OOAD: two ...
    """

    code: str = attrs.field(validator=_OOAD_CODE)
    name: str = attrs.field(validator=NAME)
    short_name: str = attrs.field(validator=NAME)
    state_code: str = attrs.field(validator=_STATE_CODE)
    iso: str = attrs.field(validator=_ISO)
    clues_state: str | None = attrs.field(default=None, validator=Optional(_CLUES_STATE))


@attrs.frozen(kw_only=True, weakref_slot=False)
class Umae(Value):
    """A high-specialty medical unit that answers for itself, beside the OOADs.

    UMAE, unidad médica de alta especialidad.

    Attributes:
        code: Code of the Institute, ``4A`` to ``4Z``.
        name: Name in the unit master list.
        state_code: INEGI code of the state, 01 to 32, derived from the name of the place.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    code: str = attrs.field(validator=_UMAE_CODE)
    name: str = attrs.field(validator=NAME)
    state_code: str = attrs.field(validator=_STATE_CODE)


@attrs.frozen(kw_only=True, weakref_slot=False)
class CentralLevel(Value):
    """The central level of the Institute (nivel central), code 09; it is no OOAD."""

    code: str = attrs.field(
        default="09", validator=Pattern(re.compile("09"), Text("ser 09", "be 09"))
    )
    name: str = attrs.field(default="Nivel central", validator=NAME)


CENTRAL_LEVEL = CentralLevel()


@attrs.frozen(kw_only=True, weakref_slot=False)
class Subdelegation(Value):
    """A sub-delegation of an OOAD.

    Subdelegación. Its code is unique only within its OOAD; *key* is unique everywhere.

    Attributes:
        ooad: The OOAD it belongs to.
        code: Two digits, unique in the OOAD.
        name: Its name; ``None``: not told by the source.
        deconcentrated: Whether the source marks it *desconcentrada*.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    ooad: Ooad = attrs.field(validator=InstanceOf(Ooad))
    code: str = attrs.field(validator=_TWO_DIGITS)
    name: str | None = attrs.field(default=None, validator=Optional(NAME))
    deconcentrated: bool = attrs.field(default=False, validator=InstanceOf(bool))

    @property
    def key(self) -> str:
        """Code of the OOAD and of the sub-delegation, such as ``02-05``."""
        return f"{self.ooad.code}-{self.code}"
