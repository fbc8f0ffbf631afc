"""The score of an assessment: exact points, explained, with what is missing.

Puntaje de una evaluación. The points of a subcriterion times its percent are whole
hundredths of a point, so the sums are done on integers and nothing is ever rounded.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from ..kernel.errors import Fault, InvalidValueError, MissingDataError
from ..kernel.exact import exact_sum, shown_number
from ..kernel.explanation import Aggregation, Part, Score
from ..kernel.fields import choice
from ..kernel.provenance import Status, weakest
from ..kernel.text import Text
from .assessing import Assessment
from .criteria import Criterion, Subcriterion

__all__ = ["MissingPolicy", "score"]

MissingName = Literal["refuse", "zero", "reweight"]
MethodName = Literal["arithmetic", "minimum"]


class MissingPolicy(StrEnum):
    """What a score does with subcriteria that are not yet rated (política de faltantes).

    Attributes:
        REFUSE: Give no score; the error tells the range still reachable.
        ZERO: Count them as 0 %.
        REWEIGHT: Give their points to the rated subcriteria of the same criterion, in
            proportion to their points.
    """

    REFUSE = "refuse"
    ZERO = "zero"
    REWEIGHT = "reweight"


_AS_ZERO = Text("sin calificar: cuenta como 0 %", "not rated: counts as 0 %")
_SPREAD = Text(
    "sin calificar: sus puntos pasan a los demás del criterio",
    "not rated: its points go to the others of the criterion",
)
_CAPPED = Text("cuenta como el más bajo", "counts as the lowest one")


_SUBCRITERIA = Text("subcriterio", "subcriterion"), Text("subcriterios", "subcriteria")
_CRITERIA = Text("criterio", "criterion"), Text("criterios", "criteria")


def score(
    assessment: Assessment,
    *,
    missing: MissingPolicy | MissingName = MissingPolicy.REFUSE,
    method: Aggregation | MethodName = Aggregation.ARITHMETIC,
) -> Score:
    """Score an assessment: exact points, with a tree criterion -> subcriterion.

    Puntaje en puntos.

    Args:
        assessment: Ratings of one unit by one evaluator, or agreed.
        missing: What is done with subcriteria that are not yet rated.
        method: ``arithmetic``: each subcriterion earns its points times its percent.
            ``minimum``: each earns its points times the lowest percent of all.

    Returns:
        A `Score` from 0 to the framework's total, both included, whose parts add up to it
        exactly. Its range tells what is still reachable: what is missing at 0 %, and at
        100 %. Its status is at best that of the framework; ``OWN`` under the minimum and
        wherever a policy had to fill in.

    Raises:
        MissingDataError: Under ``refuse``, if anything is missing; under ``reweight``, if a
            criterion has no rating at all. The message gives the reachable range.
        InvalidValueError: If *missing* or *method* is none of the above, or several
            assessments are given at once (agree on one with `consensus` first).

    Source:
        Points times percent: the customary rule of excellence models. The Institute's own
        weights are not public: they are the framework's. Policies and the minimum: own.

    >>> from imss_integrity.catalog import REFERENCE_FRAMEWORK
    >>> from imss_integrity.kernel import Period
    >>> sheet = Assessment.of(REFERENCE_FRAMEWORK, {"1.1": 40}, unit="UMF-900",
    ...     period=Period.year(2025), evaluator="E1")
    >>> str(score(sheet, missing="zero"))
    '16 de 1000 puntos'
    >>> score(sheet)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.MissingDataError: not rated: 23 subcriteria (1.2, 1.3, ...
    """
    _check_single(assessment)
    policy = choice(MissingPolicy, missing, path="missing")
    how = choice(Aggregation, method, path="method")
    lowest, highest = _reachable(assessment, how)
    absent = assessment.missing
    empty = [c.code for c in assessment.framework.criteria if _is_unrated(c, assessment)]
    if absent and (policy is MissingPolicy.REFUSE or (policy is MissingPolicy.REWEIGHT and empty)):
        raise MissingDataError(_missing_fault(policy, absent, empty, (lowest, highest)))
    ceiling = _lowest_percent(assessment, policy) if how is Aggregation.MINIMUM else 100
    parts = tuple(
        _criterion_part(criterion, assessment, policy, ceiling)
        for criterion in assessment.framework.criteria
    )
    statuses = [assessment.framework.weakest_status]
    if absent or how is Aggregation.MINIMUM:
        statuses.append(Status.OWN)
    return Score(
        subject=assessment.unit,
        definition=assessment.framework.identity,
        period=assessment.period,
        value=exact_sum(part.value for part in parts),
        out_of=Fraction(assessment.framework.total),
        parts=parts,
        method=how,
        lowest=lowest,
        highest=highest,
        missing=absent,
        status=weakest(statuses),
        sources=assessment.framework.all_sources,
    )


@lru_cache(maxsize=4096)
def _ratio(above: int, below: int) -> Fraction:
    # The points and shares of a framework are few numbers, and every sheet has them again.
    return Fraction(above, below)


def _check_single(assessment: object) -> None:
    if not isinstance(assessment, Assessment):
        text = Text(
            "'assessment' debe ser una sola evaluación; para varios evaluadores, consensus()",
            "'assessment' must be a single assessment; for several evaluators, consensus()",
        )
        raise InvalidValueError(Fault("assessment", "type", text))


def _rated(criterion: Criterion, assessment: Assessment) -> Iterator[tuple[Subcriterion, int]]:
    places = assessment.framework.positions
    for sub in criterion.subcriteria:
        percent = assessment.percents[places[sub.code]]
        if percent is not None:
            yield sub, percent


def _is_unrated(criterion: Criterion, assessment: Assessment) -> bool:
    return next(_rated(criterion, assessment), None) is None


def _reachable(assessment: Assessment, method: Aggregation) -> tuple[Fraction, Fraction]:
    """Give the total with everything missing at 0 %, and at 100 %."""
    subs = assessment.framework.subcriteria
    known = [(s.points, p) for s, p in zip(subs, assessment.percents, strict=True) if p is not None]
    complete = len(known) == len(subs)
    total = assessment.framework.total
    if method is Aggregation.MINIMUM:
        highest = total * _ratio(min((percent for _, percent in known), default=100), 100)
        return (highest if complete else Fraction(0)), highest
    lowest = Fraction(sum(points * percent for points, percent in known), 100)
    return lowest, lowest + total - sum(points for points, _ in known)


def _lowest_percent(assessment: Assessment, policy: MissingPolicy) -> int:
    if assessment.missing and policy is MissingPolicy.ZERO:
        return 0
    return min(percent for percent in assessment.percents if percent is not None)


def _criterion_part(
    criterion: Criterion,
    assessment: Assessment,
    policy: MissingPolicy,
    ceiling: int,
) -> Part:
    rated = {sub.code: percent for sub, percent in _rated(criterion, assessment)}
    carried = criterion.points
    if policy is MissingPolicy.REWEIGHT:
        # The points of the criterion are carried by the rated ones alone.
        carried = sum(sub.points for sub in criterion.subcriteria if sub.code in rated)
    stretch, by = _ratio(criterion.points, carried).as_integer_ratio()
    parts: list[Part] = []
    earned = 0
    for sub in criterion.subcriteria:
        percent, points, note = rated.get(sub.code), stretch * sub.points, None
        counted = min(percent or 0, ceiling)
        if percent is None and policy is MissingPolicy.REWEIGHT:
            points, note = 0, _SPREAD
        elif percent is None:
            note = _AS_ZERO
        elif counted < percent:
            note = _CAPPED
        earned += points * counted
        parts.append(
            Part(
                code=sub.code,
                name=sub.name,
                value=_ratio(points * counted, 100 * by),
                out_of=_ratio(points, by),
                share=None if percent is None else _ratio(percent, 100),
                note=note,
            )
        )
    return Part(
        code=criterion.code,
        name=criterion.name,
        value=_ratio(earned, 100 * by),
        out_of=_ratio(criterion.points, 1),
        share=_ratio(earned, 100 * by * criterion.points),
        parts=tuple(parts),
    )


def _missing_fault(
    policy: MissingPolicy,
    absent: tuple[str, ...],
    empty: list[str],
    reachable: tuple[Fraction, Fraction],
) -> Fault:
    few = 5
    codes = absent if policy is MissingPolicy.REFUSE else tuple(empty)
    listed = ", ".join(codes[:few]) + (", ..." if len(codes) > few else "")
    low, high = (shown_number(points) for points in reachable)
    refused = Text(
        "sin calificar: {n} {what} ({codes}); el total aún puede quedar entre {low} y {high}"
        " puntos; otras políticas: missing='zero', missing='reweight'",
        "not rated: {n} {what} ({codes}); the total can still end from {low} to {high} points;"
        " other policies: missing='zero', missing='reweight'",
    )
    unshared = Text(
        "sin calificación alguna: {n} {what} ({codes}), cuyos puntos no pueden repartirse; el"
        " total aún puede quedar entre {low} y {high} puntos",
        "not rated at all: {n} {what} ({codes}), whose points cannot be shared out; the total"
        " can still end from {low} to {high} points",
    )
    by_leaf = policy is MissingPolicy.REFUSE
    sentence, names = (refused, _SUBCRITERIA) if by_leaf else (unshared, _CRITERIA)
    what = names[0] if len(codes) == 1 else names[1]
    text = sentence.format(n=len(codes), what=what, codes=listed, low=low, high=high)
    return Fault("percents", "missing", text)
