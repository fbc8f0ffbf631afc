"""The total of an assessment alone, for whoever compares many and explains few.

Total de puntos. The same rules as `score`, without the tree that explains them.
"""

from __future__ import annotations

from fractions import Fraction

from ..kernel.explanation import Aggregation
from ..kernel.fields import choice
from .assessing import Assessment
from .scoring import MethodName, MissingName, MissingPolicy, score

__all__ = ["total_points"]


def total_points(
    assessment: Assessment,
    *,
    missing: MissingPolicy | MissingName = MissingPolicy.REFUSE,
    method: Aggregation | MethodName = Aggregation.ARITHMETIC,
) -> Fraction:
    """Give the points of an assessment without their explanation: ``score(...).value``.

    Total de puntos. Hundreds of times faster than `score` where every subcriterion is rated.

    Args:
        assessment: Ratings of one unit by one evaluator, or agreed.
        missing: What is done with subcriteria that are not yet rated; see `score`.
        method: How points are earned; see `score`.

    Returns:
        Exact points, from 0 to the framework's total, both included.

    Raises:
        MissingDataError: Where `score` raises it, with the range still reachable.
        InvalidValueError: If an argument is none of the above.

    Source:
        See `score`.

    >>> from imss_integrity.catalog import EXAMPLE_ASSESSMENTS, REFERENCE_FRAMEWORK
    >>> from imss_integrity.kernel import Period
    >>> total_points(EXAMPLE_ASSESSMENTS[1]) == score(EXAMPLE_ASSESSMENTS[1]).value
    True
    >>> sheet = Assessment.of(REFERENCE_FRAMEWORK, {"1.1": 40}, unit="UMF-900",
    ...     period=Period.year(2025), evaluator="E1")
    >>> total_points(sheet)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.MissingDataError: not rated: 23 subcriteria (1.2, 1.3, ...
    """
    policy = choice(MissingPolicy, missing, path="missing")
    how = choice(Aggregation, method, path="method")
    if how is Aggregation.ARITHMETIC and assessment.__class__ is Assessment:
        percents = assessment.percents
        if policy is MissingPolicy.ZERO:
            percents = tuple(percent or 0 for percent in percents)
        try:
            hundredths = sum(
                points * sum(pick(percents)) for points, pick in assessment.framework.weights
            )
        except TypeError:  # one of them is None
            pass
        else:
            return Fraction(hundredths, 100)
    return score(assessment, missing=policy, method=how).value
