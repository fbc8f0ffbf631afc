"""Procedures and what they cost the people who carry them out.

Trámites. The Standard Cost Model: price times quantity, exact in ``Decimal``, whatever
precision the caller has set.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import attrs

from ..kernel.errors import InconsistentError, must
from ..kernel.exact import round_exact
from ..kernel.fields import CODE, LABEL, InstanceOf, Money, WholeNumber
from ..kernel.text import Text
from ..kernel.values import Value

__all__ = ["Procedure", "ProcedureVersion", "exact_decimal"]

_AMOUNT = Money()
_COUNT = WholeNumber()
_NOTHING = Decimal(0)
_CENTS = 2
_VERSION_RULE = Text("ser a lo más 'steps', {steps}", "be at most 'steps', {steps}")


@attrs.frozen(kw_only=True, weakref_slot=False)
class ProcedureVersion(Value):
    """A procedure as it is, or as it will be.

    Versión de un trámite. Amounts are ``Decimal``, not negative, in pesos.

    Attributes:
        tariff: What one unit of time of a person is worth (tarifa), such as an hour.
        time: How many such units one case takes, a ``Decimal``.
        outlays: What one case makes the person pay (desembolsos): copies, travel, fees.
        population: How many people carry it out, 0 or more (población).
        frequency: How many times a year each of them does, a ``Decimal`` (frecuencia).
        opportunity_cost: What all of them together lose in a year by waiting; 0 unless told.
            Only the Mexican version of the model has it; that it is added to price times
            quantity is an own reading.
        steps: How many steps a case has; 0 means that they were not counted.
        digital_steps: How many of them can be done without going anywhere; at most *steps*.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: If there are more digital steps than steps.

    Source:
        Standard Cost Model, used in Mexico since 2010; its form is recalled, so own here.

    >>> today = ProcedureVersion(tariff=Decimal("58.40"), time=Decimal("2.5"),
    ...     outlays=Decimal(36), population=1_200, frequency=Decimal(2), steps=8, digital_steps=2)
    >>> today.price, today.quantity, today.cost, today.digital_share
    (Decimal('182.00'), Decimal('2400.00'), Decimal('436800.00'), Fraction(1, 4))
    >>> attrs.evolve(today, digital_steps=9)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'digital_steps' must be at most 'steps', 8: ...
    """

    tariff: Decimal = attrs.field(validator=_AMOUNT)
    time: Decimal = attrs.field(validator=_AMOUNT)
    outlays: Decimal = attrs.field(validator=_AMOUNT)
    population: int = attrs.field(validator=_COUNT)
    frequency: Decimal = attrs.field(validator=_AMOUNT)
    opportunity_cost: Decimal = attrs.field(default=_NOTHING, validator=_AMOUNT)
    steps: int = attrs.field(default=0, validator=_COUNT)
    digital_steps: int = attrs.field(default=0, validator=_COUNT)

    def __attrs_post_init__(self) -> None:
        if self.digital_steps > self.steps:
            rule = _VERSION_RULE.format(steps=self.steps)
            raise InconsistentError(must("digital_steps", "range", rule, self.digital_steps))

    @property
    def price(self) -> Decimal:
        """What one case costs a person, in pesos, exact: tariff times time, and outlays."""
        return exact_decimal(self._price)

    @property
    def quantity(self) -> Decimal:
        """How many cases there are in a year, exact: population times frequency."""
        return exact_decimal(self._quantity)

    @property
    def cost(self) -> Decimal:
        """What it costs people in a year, in pesos, exact: price times quantity, and waiting."""
        return exact_decimal(self._price * self._quantity + Fraction(self.opportunity_cost))

    @property
    def digital_share(self) -> Fraction | None:
        """The share of digital steps, 0 to 1, exact; ``None``: steps were not counted."""
        return Fraction(self.digital_steps, self.steps) if self.steps else None

    @property
    def _price(self) -> Fraction:
        return Fraction(self.tariff) * Fraction(self.time) + Fraction(self.outlays)

    @property
    def _quantity(self) -> Fraction:
        return self.population * Fraction(self.frequency)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Procedure(Value):
    """A procedure before and after it is made simpler.

    Trámite o servicio.

    Attributes:
        code: Its code, such as its homoclave.
        name: Its name.
        before: As it was.
        after: As it is now, or as it is planned.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    code: str = attrs.field(validator=CODE)
    name: Text = attrs.field(validator=LABEL)
    before: ProcedureVersion = attrs.field(validator=InstanceOf(ProcedureVersion))
    after: ProcedureVersion = attrs.field(validator=InstanceOf(ProcedureVersion))


def exact_decimal(number: Fraction) -> Decimal:
    """Give *number*, a product of decimals, as the decimal it equals, cents always there."""
    places = _CENTS
    while (10**places * number).denominator != 1:
        places += 1
    # Not by Decimal arithmetic, which rounds to the precision of the caller's context.
    return round_exact(number, places)
