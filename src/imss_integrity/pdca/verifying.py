"""Verifying a cycle: the verdict that its measurements give on one day.

Verificar.
"""

from __future__ import annotations

from datetime import date

from ..kernel.fields import InstanceOf, choice
from ..statistics import RuleSet
from .cycles import Cycle
from .judging import judge
from .verdicts import LEAST_POINTS, Terms, Verdict

__all__ = ["verify"]


def verify(
    cycle: Cycle,
    *,
    rules: RuleSet | str = RuleSet.NHS,
    on: date,
    confidence: float = 0.95,
    least_points: int = LEAST_POINTS,
) -> Verdict:
    """Judge what was measured in *cycle* up to the day *on*.

    Verificar. What is recorded later never changes the verdict on an earlier day.

    Args:
        cycle: A cycle whose plan is approved.
        rules: The rule set that tells change from noise.
        on: The day; events after it take no part.
        confidence: Confidence of the interval of the effect, strictly between 0 and 1.
        least_points: Fewest periods on which rules, limits and steadiness are judged.

    Returns:
        The verdict on the main indicator and on each side effect.

    Raises:
        InvalidValueError: If an argument breaks its range.
        NotInForceError: If the cycle was not open on that day.
        InconsistentError: If its plan was not approved on that day.

    Source:
        Own; the charts and rules name their publications.

    >>> from imss_integrity.catalog import EXAMPLE_CYCLE
    >>> verdict = verify(EXAMPLE_CYCLE, on=EXAMPLE_CYCLE.on)
    >>> verdict.outcome, verdict.main.changed_on
    (<Outcome.IMPROVED: 'mejoro'>, datetime.date(2024, 6, 1))
    >>> verify(EXAMPLE_CYCLE, rules="intuicion", on=EXAMPLE_CYCLE.on)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'rules' must be one of nhs, western_electric...
    """
    InstanceOf(Cycle).check("cycle", cycle)
    chosen = choice(RuleSet, rules, path="rules")
    terms = Terms(rules=chosen, confidence=confidence, least_points=least_points)
    return judge(cycle.as_of(on).standing, on=on, terms=terms)
