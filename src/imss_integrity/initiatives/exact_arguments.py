"""Reading the exact numbers that a verb is given by name, every bad one told at once."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from ..kernel.errors import Fault, InvalidValueError, raise_any
from ..kernel.exact import parse_exact
from ..kernel.fields import ExactNumber

__all__ = ["Exact", "read_exact"]

Exact = int | Fraction | Decimal | str


def read_exact(**given: tuple[Exact, ExactNumber]) -> tuple[Fraction, ...]:
    """Give the numbers of *given* (name -> number and its rule), in order.

    Raises:
        InvalidValueError: If one is no exact number or breaks its rule; all are named.
    """
    read: list[Fraction] = []
    faults: list[Fault] = []
    for path, (value, rule) in given.items():
        try:
            number = parse_exact(value, path=path)
            rule.check(path, number)
            read.append(number)
        except InvalidValueError as error:
            faults.extend(error.faults)
    raise_any(faults)
    return tuple(read)
