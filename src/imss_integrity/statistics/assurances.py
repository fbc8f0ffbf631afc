"""Whether a process as it is will meet a target.

Aseguramiento de la meta. A chart says what a process gives when nothing changes; a target
that lies beyond a limit is met always or never, one between the limits by chance.

Source: NHS England, *Making Data Count*, as coded in NHSRplotthedots.
"""

from __future__ import annotations

from enum import StrEnum

from ..kernel.errors import Fault, InconsistentError
from ..kernel.fields import choice
from ..kernel.text import Text
from .floats import read_float
from .reading import Number
from .rule_sets import Improvement

__all__ = ["Assurance", "nhs_assurance"]


class Assurance(StrEnum):
    """Whether a process as it is will meet a target (aseguramiento de la meta).

    Attributes:
        PASS: It can be expected to meet it every time.
        FAIL: It can be expected to miss it every time.
        INCONSISTENT: It may meet it or miss it, as chance has it.
    """

    PASS = "cumple"  # noqa: S105 - no password
    FAIL = "incumple"
    INCONSISTENT = "inconsistente"

    @property
    def label(self) -> Text:
        """The answer in words, in both languages."""
        return _LABELS[self]


_LABELS = {
    Assurance.PASS: Text("se cumple siempre", "always met"),
    Assurance.FAIL: Text("no se cumple", "never met"),
    Assurance.INCONSISTENT: Text("a veces sí, a veces no", "hit and miss"),
}


def nhs_assurance(
    target: Number, *, lower: Number, upper: Number, improvement: Improvement | str
) -> Assurance:
    """Say whether a process with these limits will meet a target.

    Aseguramiento de la meta, by the last limits of a chart. A target on a limit is neither
    surely met nor surely missed.

    Args:
        target: The target, in the unit of the limits.
        lower: The lower limit.
        upper: The upper limit; at least the lower one.
        improvement: Which way is wanted.

    Returns:
        ``PASS`` where the target lies beyond the limit that is worst for it, ``FAIL`` where
        it lies beyond the best, else ``INCONSISTENT`` ("hit and miss").

    Raises:
        InvalidValueError: If something is no finite number, or no way is wanted.
        InconsistentError: If the limits are the wrong way round.

    Source:
        NHS England, *Making Data Count*, as coded in NHSRplotthedots.

    >>> nhs_assurance(96, lower=80, upper=95, improvement="subir")
    <Assurance.FAIL: 'incumple'>
    >>> nhs_assurance(5, lower=9, upper=1, improvement="subir")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'lower' and 'upper' must be in order
    """
    wanted = choice(Improvement, improvement, path="improvement")
    goal, low, high = (
        read_float(given, path)
        for path, given in (("target", target), ("lower", lower), ("upper", upper))
    )
    if low > high:
        text = Text("'lower' y 'upper' deben ir en orden", "'lower' and 'upper' must be in order")
        raise InconsistentError(Fault("lower", "order", text))
    if low <= goal <= high:
        return Assurance.INCONSISTENT
    met = (goal < low) is (wanted is Improvement.UP)
    return Assurance.PASS if met else Assurance.FAIL
