"""When a declaration falls due, as data: deadlines after an event, and a month of every year.

Plazos de las declaraciones. The laws are data of the catalogue; another institution brings
its own.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

import attrs

from ..kernel.days import Period
from ..kernel.deadline import DeadlineRule
from ..kernel.fields import InstanceOf, WholeNumber
from ..kernel.provenance import Rule
from ..kernel.values import Value

__all__ = ["RenewalRules", "YearlyWindow"]

_YEAR = WholeNumber(1900, 2200)


@attrs.frozen(kw_only=True, weakref_slot=False)
class YearlyWindow(Value):
    """A month of every year in which something is due.

    Ventana anual.

    Attributes:
        rule: What it says, with its source, status and days in force.
        month: The month, 1 to 12; its first and its last day are included.

    Raises:
        InvalidValueError: If a field breaks its rule.

    >>> from imss_integrity.catalog import RENEWAL_RULES
    >>> str(RENEWAL_RULES.yearly.of_year(2026))
    '2026-05-01 / 2026-05-31'
    >>> attrs.evolve(RENEWAL_RULES.yearly, month=13)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'month' must be a whole number from 1 to 12:...
    """

    rule: Rule = attrs.field(validator=InstanceOf(Rule))
    month: int = attrs.field(validator=WholeNumber(1, 12))

    def of_year(self, year: int) -> Period:
        """Give the window of a *year*, 1900 to 2200.

        Raises:
            InvalidValueError: If *year* is out of range.
        """
        _YEAR.check("year", year)
        last = monthrange(year, self.month)[1]
        return Period(start=date(year, self.month, 1), end=date(year, self.month, last))


@attrs.frozen(kw_only=True, weakref_slot=False)
class RenewalRules(Value):
    """The rules by which declarations of interests fall due.

    Reglas de renovación.

    Attributes:
        initial: After taking office.
        yearly: Every year while in office.
        conclusion: After leaving office.
        change: Whenever a possible conflict appears; at once.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    initial: DeadlineRule = attrs.field(validator=InstanceOf(DeadlineRule))
    yearly: YearlyWindow = attrs.field(validator=InstanceOf(YearlyWindow))
    conclusion: DeadlineRule = attrs.field(validator=InstanceOf(DeadlineRule))
    change: Rule = attrs.field(validator=InstanceOf(Rule))
