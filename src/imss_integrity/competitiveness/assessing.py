"""Assessments: the ratings of one unit in one period by one evaluator, or agreed.

Evaluaciones. An assessment holds its framework, so it cannot be scored by another one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Self

import attrs

from ..kernel.arguments import check_mapping
from ..kernel.days import Period
from ..kernel.errors import Fault, InconsistentError, InvalidValueError, must, raise_any
from ..kernel.fields import CODE, InstanceOf
from ..kernel.rows import Row, in_row, read_rows
from ..kernel.text import Text
from ..kernel.values import Value
from .frameworks import Framework
from .stages import StageScale

__all__ = ["AGREED", "Assessment", "assessments"]

AGREED = "consenso"
"""The evaluator of an assessment that several evaluators agreed on."""


@attrs.frozen(kw_only=True, weakref_slot=False)
class Assessment(Value):
    """The ratings of a unit in a period.

    Evaluación de una unidad.

    Attributes:
        unit: Code of the unit.
        period: What the ratings speak of.
        evaluator: A code or pseudonym of the evaluator, never a name; `AGREED` for an
            assessment on which several agreed. Not shown by ``repr``.
        framework: What it was rated by.
        percents: One percent for each of the framework's subcriteria, in their order, on
            the lattice of its scale; ``None``: not yet rated, which is not 0.

    Raises:
        InvalidValueError: If a field breaks its rule or a percent lies off the lattice;
            every such percent is named at once.
        InconsistentError: If there are more or fewer percents than subcriteria.
    """

    unit: str = attrs.field(validator=CODE)
    period: Period = attrs.field(validator=InstanceOf(Period))
    evaluator: str = attrs.field(validator=CODE, repr=False)
    framework: Framework = attrs.field(
        validator=InstanceOf(Framework), repr=lambda one: f"<{one.code} {one.version}>"
    )
    percents: tuple[int | None, ...] = attrs.field(validator=InstanceOf(tuple))

    def __attrs_post_init__(self) -> None:
        codes = [sub.code for sub in self.framework.subcriteria]
        if len(codes) != len(self.percents):
            rule = Text("tener un valor por subcriterio", "have one value for each subcriterion")
            raise InconsistentError(must("percents", "length", rule, len(self.percents)))
        scale = self.framework.scale
        raise_any(_percent_faults(scale, zip(codes, self.percents, strict=True)))

    @classmethod
    def of(
        cls,
        framework: Framework,
        ratings: Mapping[str, int | None],
        *,
        unit: str,
        period: Period,
        evaluator: str,
    ) -> Self:
        """Make an assessment from *ratings*: code of a subcriterion -> percent.

        Subcriteria that *ratings* leaves out are not yet rated.

        Raises:
            InconsistentError: If *ratings* names a subcriterion that the framework lacks.
            InvalidValueError: As the constructor.

        >>> from imss_integrity.catalog import REFERENCE_FRAMEWORK
        >>> sheet = Assessment.of(REFERENCE_FRAMEWORK, {"1.1": 40}, unit="UMF-900",
        ...     period=Period.year(2025), evaluator="E1")
        >>> len(sheet.missing)
        23
        >>> Assessment.of(REFERENCE_FRAMEWORK, {"9.9": 40}, unit="UMF-900",
        ...     period=Period.year(2025), evaluator="E1")
        Traceback (most recent call last):
            ...
        imss_integrity.kernel.errors.InconsistentError: 'ratings' must name subcriteria of ...
        """
        InstanceOf(Framework).check("framework", framework)
        check_mapping("ratings", ratings)
        raise_any(
            (_foreign("ratings", code) for code in ratings if code not in framework.positions),
            InconsistentError,
        )
        percents = tuple(ratings.get(sub.code) for sub in framework.subcriteria)
        return cls(
            unit=unit, period=period, evaluator=evaluator, framework=framework, percents=percents
        )

    @property
    def ratings(self) -> dict[str, int | None]:
        """Code of each subcriterion -> its percent, ``None`` where it is not yet rated."""
        codes = (sub.code for sub in self.framework.subcriteria)
        return dict(zip(codes, self.percents, strict=True))

    @property
    def missing(self) -> tuple[str, ...]:
        """Codes of the subcriteria that are not yet rated, in order."""
        return tuple(code for code, percent in self.ratings.items() if percent is None)


def _percent_faults(scale: StageScale, ratings: Iterable[tuple[str, object]]) -> Iterator[Fault]:
    for code, percent in ratings:
        fault = scale.percent_fault(f"ratings[{code}]", percent, subject=code)
        if percent is not None and fault is not None:
            yield fault


def _foreign(path: str, code: object) -> Fault:
    rule = Text("nombrar subcriterios del marco", "name subcriteria of the framework")
    return must(path, "foreign", rule, code)


@attrs.frozen
class _Rating:
    """One row as it was read."""

    sheet: tuple[str, Period, str]
    subcriterion: str
    percent: int | None


def assessments(
    rows: Iterable[Mapping[str, object]],
    *,
    framework: Framework,
    columns: Mapping[str, str] | None = None,
) -> tuple[Assessment, ...]:
    """Make assessments from the rows of a spreadsheet or data frame, one row a rating.

    Evaluaciones desde filas. Columns: ``unit, start, end, evaluator, subcriterion,
    percent``; other columns are ignored. A blank percent is not yet rated.

    Args:
        rows: Mappings from header to cell, in any order.
        framework: What the ratings are by.
        columns: Field -> header, for other headers.

    Returns:
        One assessment for each unit, period and evaluator, ordered by unit, first day, last
        day and evaluator.

    Raises:
        InvalidValueError: Naming every bad row at once: 0.85 is refused with the question
            whether 85 % is meant, a code that arrived as a number with the advice to read
            the column as text.
        InconsistentError: If a sheet rates a subcriterion twice.

    Source:
        Own.

    >>> from imss_integrity.catalog import REFERENCE_FRAMEWORK
    >>> row = {"unit": "UMF-900", "start": "2025-01-01", "end": "2025-12-31",
    ...     "evaluator": "E1", "Sub": "1.1", "percent": "40"}
    >>> columns = {"subcriterion": "Sub"}
    >>> (sheet,) = assessments([row], framework=REFERENCE_FRAMEWORK, columns=columns)
    >>> sheet.ratings["1.1"]
    40
    >>> assessments([row], framework=REFERENCE_FRAMEWORK)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'rows' must have the column of 'subcriterion...
    """
    InstanceOf(Framework).check("framework", framework)
    read = read_rows(
        rows,
        lambda row: _rating(row, framework),
        fields=("unit", "start", "end", "evaluator", "subcriterion", "percent"),
        columns=columns,
    )
    sheets: dict[tuple[str, Period, str], dict[str, int | None]] = {}
    faults: list[Fault] = []
    for number, rating in enumerate(read, start=1):
        sheet = sheets.setdefault(rating.sheet, {})
        if rating.subcriterion in sheet:
            rule = Text("calificarse una vez por hoja", "be rated once in a sheet")
            fault = must("subcriterion", "duplicate", rule, rating.subcriterion)
            faults.append(in_row(number, fault))
        sheet[rating.subcriterion] = rating.percent
    raise_any(faults, InconsistentError)
    made = (
        Assessment.of(framework, ratings, unit=unit, period=period, evaluator=evaluator)
        for (unit, period, evaluator), ratings in sheets.items()
    )
    return tuple(sorted(made, key=lambda a: (a.unit, a.period.start, a.period.end, a.evaluator)))


def _rating(row: Row, framework: Framework) -> _Rating:
    unit = row.required("unit", row.code)
    period = Period(start=row.required("start", row.day), end=row.required("end", row.day))
    evaluator = row.required("evaluator", row.code)
    code = row.required("subcriterion", row.code)
    if code not in framework.positions:
        raise InconsistentError(_foreign("subcriterion", code))
    if evaluator == AGREED:
        rule = Text(
            "ser un evaluador: un acuerdo sale de consensus()",
            "be one evaluator: an agreement comes out of consensus()",
        )
        raise InvalidValueError(must("evaluator", "agreed", rule, None))
    percent = row.whole("percent")
    if percent is not None:
        framework.scale.parse_percent(percent)
    return _Rating((unit, period, evaluator), code, percent)
