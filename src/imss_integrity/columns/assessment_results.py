"""What the scores of many assessments hold, and how they are shown.

Puntajes de muchas evaluaciones.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from ..competitiveness import Framework, MissingPolicy
from ..kernel.errors import UnknownCodeError, must
from ..kernel.exact import exact_sum, shown_number
from ..kernel.explanation import Aggregation
from ..kernel.fields import Each, InstanceOf, OneOf
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value

__all__ = ["AssessmentScores"]

_ARRAY = InstanceOf(np.ndarray)


@attrs.frozen(kw_only=True, weakref_slot=False, eq=False)
class AssessmentScores(Report, Value):
    """Scores of many assessments by one framework, exact.

    Puntajes. The points of row ``i`` are ``totals[i] / units[i]``; those of criterion ``j``,
    ``criteria[i, j] / criteria_units[i, j]``. All arrays are of whole numbers and cannot be
    written to.

    Attributes:
        framework: What they are rated by.
        missing: What was done with what is not rated.
        method: How subcriteria were brought together.
        criteria, criteria_units: Numerators and denominators of the points of each criterion,
            shape ``(n, criteria)``.
        totals, units: Those of the total, shape ``(n,)``. Denominators are 100 (hundredths of
            a point) but where ``reweight`` shared points out; Python's own integers
            (``dtype=object``) where one of them needs more than 64 bits.
        unrated: How many subcriteria of each are not rated, shape ``(n,)``.
        status: At best that of the framework; ``OWN`` under the minimum and wherever a policy
            had to fill in.
        sources: Those of the framework.
    """

    framework: Framework = attrs.field(
        validator=InstanceOf(Framework), repr=lambda one: f"<{one.code} {one.version}>"
    )
    missing: MissingPolicy = attrs.field(validator=OneOf(MissingPolicy))
    method: Aggregation = attrs.field(validator=OneOf(Aggregation))
    criteria: NDArray[Any] = attrs.field(validator=_ARRAY, repr=False)
    criteria_units: NDArray[Any] = attrs.field(validator=_ARRAY, repr=False)
    totals: NDArray[Any] = attrs.field(validator=_ARRAY, repr=False)
    units: NDArray[Any] = attrs.field(validator=_ARRAY, repr=False)
    unrated: NDArray[Any] = attrs.field(validator=_ARRAY, repr=False)
    status: Status = attrs.field(validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(validator=Each(InstanceOf(Source)))

    def __len__(self) -> int:
        return len(self.totals)

    def values(self) -> tuple[Fraction, ...]:
        """Give the points of each assessment, 0 to the framework's total, exact."""
        return _fractions(self.totals, self.units)

    def criterion_values(self, code: str) -> tuple[Fraction, ...]:
        """Give the points of one criterion in each assessment, exact.

        Raises:
            UnknownCodeError: If the framework has no such criterion.
        """
        codes = [one.code for one in self.framework.criteria]
        if code not in codes:
            rule = Text("nombrar un criterio del marco", "name a criterion of the framework")
            raise UnknownCodeError(must("code", "unknown", rule, code))
        place = codes.index(code)
        return _fractions(self.criteria[:, place], self.criteria_units[:, place])

    def _table(self, language: Language) -> Table:
        title = Text("{n} evaluaciones por {framework}", "{n} assessments by {framework}").format(
            n=len(self), framework=self.framework.identity
        )
        rows = [
            (
                one.code,
                one.name.to(language),
                _mean(self.criterion_values(one.code)),
                str(one.points),
            )
            for one in self.framework.criteria
        ]
        total = Text("total", "total").to(language)
        return Table(
            title=title.to(language),
            header=_HEADER[language],
            rows=(*rows, ("", total, _mean(self.values()), str(self.framework.total))),
        )

    def _records(self) -> list[dict[str, object]]:
        columns = {one.code: self.criterion_values(one.code) for one in self.framework.criteria}
        return [
            {
                "row": row,
                **{f"criterion_{code}": values[row] for code, values in columns.items()},
                "points": total,
                "out_of": self.framework.total,
                "unrated": int(self.unrated[row]),
                "status": self.status.value,
            }
            for row, total in enumerate(self.values())
        ]


_HEADER = {
    Language.ES: ("clave", "criterio", "media en puntos", "de"),
    Language.EN: ("code", "criterion", "mean points", "out of"),
}


def _fractions(above: NDArray[Any], below: NDArray[Any]) -> tuple[Fraction, ...]:
    return tuple(map(Fraction, above.tolist(), below.tolist()))


def _mean(values: tuple[Fraction, ...]) -> str:
    return shown_number(exact_sum(values) / len(values)) if values else ""
