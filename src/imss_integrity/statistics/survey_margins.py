"""The margin of error of a survey, at its widest.

Margen de error. A mean on a scale from 0 to 1 has a variance of at most 1/4, whatever people
answer; with it the margin does not collapse where all of them answer alike. It tells chance
alone: who did not answer may think otherwise, and no formula knows.
"""

from __future__ import annotations

from fractions import Fraction
from math import sqrt

import attrs

from ..kernel.errors import InconsistentError, must
from ..kernel.fields import WholeNumber
from ..kernel.text import Text
from ..kernel.values import Value
from .floats import FloatBetween
from .intervals import normal_point, read_confidence
from .reading import Number

__all__ = ["SurveyMargin", "survey_margin"]

_PEOPLE = WholeNumber(1)
_SHARE = FloatBetween(0, 1)


@attrs.frozen(kw_only=True, weakref_slot=False)
class SurveyMargin(Value):
    """The margin of error of a mean of answers.

    Margen de error.

    Attributes:
        answered: How many answered, 1 or more.
        invited: How many were asked, no fewer.
        confidence: Between 0 and 1, neither included.
        half_width: How far the mean may lie from that of all who were asked, as a share of
            the scale, 0 to 1, both included.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: If more answered than were invited.
    """

    answered: int = attrs.field(validator=_PEOPLE)
    invited: int = attrs.field(validator=_PEOPLE)
    confidence: float = attrs.field(validator=_SHARE)
    half_width: float = attrs.field(validator=_SHARE)

    def __attrs_post_init__(self) -> None:
        read_confidence(self.confidence)
        if self.answered > self.invited:
            rule = Text("no pasar de 'invited' ({n})", "not be above 'invited' ({n})")
            fault = must("answered", "range", rule.format(n=self.invited), self.answered)
            raise InconsistentError(fault)


def survey_margin(answered: int, invited: int, *, confidence: Number = 0.95) -> SurveyMargin:
    """Give the margin of error of the mean of answers on a bounded scale.

    Margen de error: ``z * sqrt(1 / (4 n)) * sqrt((N - n) / (N - 1))``, at most 1; 0 where
    everybody answered.

    Args:
        answered: How many answered, *n*, 1 or more.
        invited: How many were asked, *N*, no fewer.
        confidence: Between 0 and 1, neither included.

    Returns:
        The margin as a share of the scale: on a scale from 0 to 100, times 100.

    Raises:
        InvalidValueError: If an argument breaks its range.
        InconsistentError: If more answered than were invited.

    Source:
        The usual margin of a survey at its widest variance (derived), with the correction
        for a finite population; to use it for means of rescaled answers is own.

    >>> round(survey_margin(400, 40_000).half_width, 4)
    0.0488
    >>> survey_margin(400, 300)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'answered' must not be above 'invited' (300)...
    """
    _PEOPLE.check("answered", answered)
    _PEOPLE.check("invited", invited)
    level = read_confidence(confidence)
    left = Fraction(max(invited - answered, 0), max(invited - 1, 1))
    return SurveyMargin(
        answered=answered,
        invited=invited,
        confidence=level,
        half_width=min(1.0, normal_point(level) * sqrt(left / (4 * answered))),
    )
