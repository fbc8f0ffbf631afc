"""Measurements from the rows of a spreadsheet or data frame.

Mediciones desde una hoja de cálculo.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from ..kernel.errors import Fault, raise_any
from ..kernel.fields import InstanceOf, WholeNumber
from ..kernel.rows import Row, in_row, read_rows
from ..kernel.text import Text
from .indicators import Indicator
from .measuring import Measurement, misfits

__all__ = ["measurements"]

_ONE_OR_MORE = WholeNumber(1)
_COUNT = WholeNumber()


def measurements(
    rows: Iterable[Mapping[str, object]],
    *,
    indicator: Indicator,
    columns: Mapping[str, str] | None = None,
) -> tuple[Measurement, ...]:
    """Read the measurements of *indicator*, one a row, and put them in order.

    Mediciones. The column `start` holds the first day of each period; its last day follows
    from the cadence. A value or a count stands in `value`; a proportion or a rate in
    `numerator` and `denominator`.

    Args:
        rows: Mappings from header to cell, in any order.
        indicator: What was measured.
        columns: Field -> header, for headers that differ from the field names.

    Returns:
        The measurements, by period. A row whose cells for the level are blank is one that was
        not measured: it is left out.

    Raises:
        InvalidValueError: Naming every bad row at once; or where two rows cover one day.

    Source:
        Own.

    >>> from imss_integrity.catalog import EXAMPLE_CYCLE
    >>> deaths = EXAMPLE_CYCLE.plan.indicator
    >>> rows = [{"mes": "2026-01-01", "casos": 3.0, "de": 40}]
    >>> headers = {"start": "mes", "numerator": "casos", "denominator": "de"}
    >>> measurements(rows, indicator=deaths, columns=headers)[0].period.end
    datetime.date(2026, 1, 31)
    >>> measurements([{"mes": "2026-01-01", "casos": 41, "de": 40}], indicator=deaths,
    ...     columns=headers)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: row 1: 'numerator' must not exceed...
    """
    InstanceOf(Indicator).check("indicator", indicator)
    ratio = indicator.measure.is_ratio
    fields = ("start", "numerator", "denominator") if ratio else ("start", "value")

    def read(row: Row) -> Measurement | None:
        start = row.required("start", row.day)
        period = indicator.cadence.period_from(start)
        if all(row.cell(field) is None for field in fields[1:]):
            return None
        if ratio:
            numerator = row.required("numerator", lambda field: row.whole(field, _COUNT))
            denominator = row.required("denominator", lambda field: row.whole(field, _ONE_OR_MORE))
            one = Measurement.of_counts(period, numerator, denominator)
        else:
            one = Measurement.of_value(period, row.required("value", row.exact))
        raise_any(misfits(one, indicator))
        return one

    read_in = enumerate(read_rows(rows, read, fields=fields, columns=columns), start=1)
    measured = [(one, number) for number, one in read_in if one is not None]
    measured.sort(key=lambda pair: pair[0].period.start)
    text = Text(
        "'start' no debe caer en el periodo de otra fila: cae en el de la fila {n}",
        "'start' must not lie in the period of another row: it lies in that of row {n}",
    )
    raise_any(
        in_row(number, Fault("start", "order", text.format(n=earlier)))
        for (before, earlier), (one, number) in pairwise(measured)
        if one.period.start <= before.period.end
    )
    return tuple(one for one, _ in measured)
