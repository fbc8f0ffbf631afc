"""Scores of many assessments at once, the same to the last bit as one by one.

Puntaje de muchas evaluaciones. Everything inside is whole numbers; a score is a numerator and
a denominator, and is divided by whoever reads it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..competitiveness import Framework, MissingPolicy
from ..kernel.errors import (
    Fault,
    InconsistentError,
    InvalidValueError,
    MissingDataError,
    must,
    raise_any,
)
from ..kernel.explanation import Aggregation
from ..kernel.fields import InstanceOf, choice
from ..kernel.provenance import Status, weakest
from ..kernel.text import Text
from .arrays import Bytes, check_lengths, column_of, raise_rows, sealed, whole_column
from .assessment_blocks import NOT_RATED, CriterionSums, add_up
from .assessment_points import criterion_points, points_of, total_points
from .assessment_results import AssessmentScores

__all__ = ["score_assessments"]


def score_assessments(
    framework: Framework,
    percents: Mapping[str, ArrayLike] | ArrayLike,
    *,
    missing: MissingPolicy | Literal["refuse", "zero", "reweight"] = MissingPolicy.REFUSE,
    method: Aggregation | Literal["arithmetic", "minimum"] = Aggregation.ARITHMETIC,
) -> AssessmentScores:
    """Score many assessments by one framework, from columns of percents.

    Puntaje en puntos de muchas evaluaciones. The rules are those of `competitiveness.score`,
    and so is each result, to the last bit. Time is linear in the bytes, fastest where each
    column is contiguous: a mapping of columns, or an array in Fortran order.

    Args:
        framework: What all of them are rated by.
        percents: Code of a subcriterion -> its column, whole numbers of the lattice, 255 where
            it is not yet rated; a subcriterion without column is rated in none of them. Or an
            array of bytes (``uint8``), shape ``(n, subcriteria)``, in the framework's order.
        missing: What is done with subcriteria that are not yet rated, in each of them.
        method: How subcriteria are brought together.

    Returns:
        Exact points, in total and by criterion, in the order of the rows.

    Raises:
        InvalidValueError: If *percents* is neither, or a percent lies off the lattice; the
            first 50 are named, the others counted.
        InconsistentError: If a column is of no subcriterion, or columns differ in length.
        MissingDataError: Under ``refuse``, for each row that is not fully rated; under
            ``reweight``, for each row in which a criterion has no rating at all.

    Source:
        As of `competitiveness.score`.

    >>> from imss_integrity.catalog import REFERENCE_FRAMEWORK
    >>> scores = score_assessments(REFERENCE_FRAMEWORK, {"1.1": [40, 255]}, missing="zero")
    >>> scores.totals.tolist(), scores.units.tolist(), scores.values()
    ([1600, 0], [100, 100], (Fraction(16, 1), Fraction(0, 1)))
    >>> score_assessments(REFERENCE_FRAMEWORK, {"1.1": [40, 22]}, missing="zero")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: '1.1' must be a multiple of 5 from 0 to 100...
    """
    InstanceOf(Framework).check("framework", framework)
    policy = choice(MissingPolicy, missing, path="missing")
    how = choice(Aggregation, method, path="method")
    columns = _columns(framework, percents)
    found = add_up(columns, framework, lowest=how is Aggregation.MINIMUM)
    _refuse_percents(framework, columns, found)
    _refuse_absences(framework, found, policy)
    filled = bool(found.unrated.any())
    shared = filled and policy is MissingPolicy.REWEIGHT and how is Aggregation.ARITHMETIC
    numerators, denominators = criterion_points(framework, found, policy, how, shared=shared)
    totals, units = total_points(numerators, denominators, shared=shared, most=framework.total)
    statuses = [framework.weakest_status]
    if how is Aggregation.MINIMUM or filled:
        statuses.append(Status.OWN)
    return AssessmentScores(
        framework=framework,
        missing=policy,
        method=how,
        criteria=sealed(numerators.T),
        criteria_units=sealed(denominators.T),
        totals=totals,
        units=units,
        unrated=sealed(found.unrated),
        status=weakest(statuses),
        sources=framework.all_sources,
    )


def _columns(framework: Framework, percents: Mapping[str, ArrayLike] | ArrayLike) -> Bytes:
    """Give percents as bytes, shape (subcriteria, assessments)."""
    if isinstance(percents, Mapping):
        return _stacked(framework, percents)
    array = column_of("percents", percents, dimensions=2)
    if array.dtype != np.uint8:
        rule = Text("ser un arreglo de bytes (uint8)", "be an array of bytes (uint8)")
        raise InvalidValueError(must("percents", "type", rule, percents))
    if array.shape[1] != len(framework.subcriteria):
        rule = Text("tener una columna por subcriterio", "have one column for each subcriterion")
        raise InconsistentError(must("percents", "length", rule, array.shape[1]))
    return array.T


def _stacked(framework: Framework, percents: Mapping[str, ArrayLike]) -> Bytes:
    rule = Text("nombrar subcriterios del marco", "name subcriteria of the framework")
    raise_any(
        (
            must("percents", "foreign", rule, code)
            for code in percents
            if code not in framework.positions
        ),
        InconsistentError,
    )
    given = {code: _percent_column(code, column) for code, column in percents.items()}
    rows = check_lengths({f"percents[{code}]": column for code, column in given.items()})
    columns = np.full((len(framework.subcriteria), rows), NOT_RATED, dtype=np.uint8)
    for code, column in given.items():
        columns[framework.positions[code]] = column
    return columns


def _percent_column(code: str, given: ArrayLike) -> NDArray[Any]:
    path = f"percents[{code}]"
    array = column_of(path, given)
    if array.dtype == np.uint8:
        return array
    if array.dtype.kind not in "iu":
        raise InvalidValueError(must(path, "type", _PERCENTS, given))
    return whole_column(path, array, low=0, high=NOT_RATED)


def _refuse_percents(framework: Framework, columns: Bytes, found: CriterionSums) -> None:
    def fault_of(row: int) -> Fault:
        faults = (
            framework.scale.percent_fault(
                f"percents[{sub.code}][{row}]", int(columns[place, row]), subject=sub.code
            )
            for place, sub in enumerate(framework.subcriteria)
            if columns[place, row] != NOT_RATED
        )
        return next(fault for fault in faults if fault is not None)

    raise_rows(found.wrong, fault_of)


def _refuse_absences(framework: Framework, found: CriterionSums, policy: MissingPolicy) -> None:
    def unrated(row: int) -> Fault:
        return Fault(f"rows[{row}]", "missing", _UNRATED.format(n=found.unrated[row]))

    def unshared(row: int) -> Fault:
        place = int(np.argmax(found.idle[:, row] == points_of(framework)[:, 0]))
        code = framework.criteria[place].code
        return Fault(f"rows[{row}]", "missing", _UNSHARED.format(code=code))

    if policy is MissingPolicy.REFUSE:
        raise_rows(found.unrated > 0, unrated, MissingDataError)
    if policy is MissingPolicy.REWEIGHT and found.unrated.any():
        empty = found.idle == points_of(framework)
        raise_rows(empty.any(axis=0), unshared, MissingDataError)


_PERCENTS = Text(
    "ser una columna de enteros, 255 donde falte calificar",
    "be a column of whole numbers, 255 where it is not yet rated",
)
_UNRATED = Text(
    "sin calificar: {n} de sus subcriterios; otras políticas: missing='zero', 'reweight'",
    "not rated: {n} of its subcriteria; other policies: missing='zero', 'reweight'",
)
_UNSHARED = Text(
    "sin calificación alguna: el criterio '{code}', cuyos puntos no pueden repartirse",
    "not rated at all: criterion '{code}', whose points cannot be shared out",
)
