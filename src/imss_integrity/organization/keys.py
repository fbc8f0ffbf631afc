"""Keys that other registers give to units: CLUES and budget key, taken apart.

Claves de unidad. A malformed key is refused. What is only suspicious (a check digit that
does not fit, a service type never seen) is told in *warnings* and never refused, because
those rules are derived from samples, not published.
"""

from __future__ import annotations

import re
from typing import Self

import attrs

from ..kernel.errors import Fault, must
from ..kernel.fields import Pattern
from ..kernel.text import Text
from ..kernel.values import Value

__all__ = ["BudgetKey", "Clues"]

_CLUES = Pattern(
    re.compile(r"[A-Z]{5}[0-9]{6}", re.ASCII),
    Text(
        "ser una CLUES: cinco letras mayúsculas y seis dígitos",
        "be a CLUES: five capital letters and six digits",
    ),
)
_BUDGET_KEY = Pattern(
    re.compile(r"[0-9]{2}[0-9A-Z]{6}[0-9A-Z]{4}", re.ASCII),
    Text(
        "ser una clave presupuestal: dos dígitos y diez dígitos o letras mayúsculas",
        "be a budget key: two digits and ten digits or capital letters",
    ),
)
_SEEN_SERVICE_TYPES = frozenset(
    "25 20 01 02 05 06 08 UA 12 14 1C 32 34 30 2E".split()  # noqa: SIM905 - one line to read
)
_SEEN_BUDGET_UNITS = frozenset({"2110", "2151", "2153"})


@attrs.frozen(weakref_slot=False)
class Clues(Value):
    """The key of a health establishment in the register of the Secretaría de Salud.

    CLUES, clave única de establecimientos de salud. One CLUES may cover two units.

    Attributes:
        value: The key, 11 characters: state (2 letters), institution (3 letters), sequence
            (5 digits), check digit.

    Raises:
        InvalidValueError: If *value* does not have that shape.

    Source:
        Secretaría de Salud for the shape (official). The check digit
        ``2 * (sequence - sum of the letters) mod 7`` with A = 1 is derived: it fits 191 of
        191 real keys, and misses about one in ten single-digit errors.

    >>> clues = Clues.parse("JCIMS000366")
    >>> clues.state, clues.institution, clues.sequence, clues.check_digit_ok
    ('JC', 'IMS', '00036', True)
    >>> Clues.parse("JCIMS00036")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'value' must be a CLUES: five capital ...
    """

    value: str = attrs.field(validator=_CLUES)

    @classmethod
    def parse(cls, text: str, *, path: str = "value") -> Self:
        """Read a CLUES found at *path*; nothing is normalised, no case is folded."""
        _CLUES.check(path, text)
        return cls(text)

    @property
    def state(self) -> str:
        """The two letters of the state, such as ``JC``."""
        return self.value[:2]

    @property
    def institution(self) -> str:
        """The three letters of the institution; ``IMS`` is the IMSS."""
        return self.value[2:5]

    @property
    def sequence(self) -> str:
        """The five digits of the sequence, with leading zeros."""
        return self.value[5:10]

    @property
    def check_digit_ok(self) -> bool:
        """Whether the last digit is the derived check digit."""
        letters = sum(ord(letter) - ord("A") + 1 for letter in self.value[:5])
        return 2 * (int(self.sequence) - letters) % 7 == int(self.value[10])

    @property
    def warnings(self) -> tuple[Fault, ...]:
        """What is suspicious though not refused: a check digit that does not fit."""
        if self.check_digit_ok:
            return ()
        rule = Text("terminar en su dígito verificador", "end in its check digit")
        return (must("clues", "check_digit", rule, self.value[10]),)

    def __str__(self) -> str:
        return self.value


@attrs.frozen(weakref_slot=False)
class BudgetKey(Value):
    """The budget key of a unit of the Institute.

    Clave presupuestal.

    Attributes:
        value: The key, 12 characters: OOAD of the place (2 digits), zone (2), sequence (2),
            service type (2), budget unit (4). The place is not always the parent: a UMAE
            stands in an OOAD and does not belong to it.

    Raises:
        InvalidValueError: If *value* does not have that shape.

    Source:
        Derived: all 141 keys of a public extract of Jalisco fit.

    >>> key = BudgetKey.parse("140102062151")
    >>> key.ooad, key.zone, key.sequence, key.service_type, key.budget_unit
    ('14', '01', '02', '06', '2151')
    >>> BudgetKey.parse("1401020621")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'value' must be a budget key: two ...
    """

    value: str = attrs.field(validator=_BUDGET_KEY)

    @classmethod
    def parse(cls, text: str, *, path: str = "value") -> Self:
        """Read a budget key found at *path*; nothing is normalised, no case is folded."""
        _BUDGET_KEY.check(path, text)
        return cls(text)

    @property
    def ooad(self) -> str:
        """Code of the OOAD in which the unit stands."""
        return self.value[:2]

    @property
    def zone(self) -> str:
        """Two characters of the zone; what they mean varies by place."""
        return self.value[2:4]

    @property
    def sequence(self) -> str:
        """Two characters: the sequence in the zone."""
        return self.value[4:6]

    @property
    def service_type(self) -> str:
        """Two characters: the service type, such as ``06`` for a regional hospital."""
        return self.value[6:8]

    @property
    def budget_unit(self) -> str:
        """Four characters: the budget unit, such as ``2110`` for the first level."""
        return self.value[8:]

    @property
    def warnings(self) -> tuple[Fault, ...]:
        """What is suspicious though not refused: parts that no seen key has."""
        rule = Text("ser de los vistos en claves públicas", "be one seen in public keys")
        checks = (
            ("service_type", self.service_type, _SEEN_SERVICE_TYPES),
            ("budget_unit", self.budget_unit, _SEEN_BUDGET_UNITS),
        )
        return tuple(
            must(path, "unseen", rule, part) for path, part, seen in checks if part not in seen
        )

    def __str__(self) -> str:
        return self.value
