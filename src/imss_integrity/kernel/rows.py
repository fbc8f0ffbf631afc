"""Reading rows of a spreadsheet or data frame: forgiving in shape, strict in meaning.

Filas de una hoja de cálculo. A row is a mapping from column to cell, as
``frame.to_dict("records")`` or ``csv.DictReader`` gives it. Blank, ``None`` and NaN are
absent; whole floats and numpy integers are whole numbers; a code that arrived as a number
is refused, because its leading zeros are lost. Every bad row is reported, at once: paths
count from 0 (``rows[2].percent``), sentences count from 1 (*row 3*), headers not counted.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from numbers import Rational, Real
from typing import TypeVar, cast

from .arguments import check_mapping
from .characters import normal_form
from .days import parse_day
from .errors import (
    Fault,
    ImssIntegrityError,
    InvalidValueError,
    duty_of,
    must,
    placed,
    raise_any,
)
from .exact import parse_exact
from .fields import CODE, NAME, Name, WholeNumber
from .text import Text

__all__ = ["Row", "read_rows"]

Cells = Mapping[str, object]
T = TypeVar("T")

MAX_ROWS = 1_000_000
_MIDNIGHT = datetime.min.time()
_MIDNIGHT_TEXT = " 00:00:00"
_DECIMAL = re.compile(r"-?(?:[0-9]{1,16}(?:\.[0-9]{1,16})?|\.[0-9]{1,16})", re.ASCII)


class Row:
    """One row, read column by column.

    Fila. Each reader raises `InvalidValueError` naming the column.

    Args:
        cells: The cells by header.
        columns: Field -> header, for headers that differ from the field names.
    """

    __slots__ = ("_cells", "_columns")

    def __init__(self, cells: Cells, columns: Mapping[str, str]) -> None:
        self._cells = cells
        self._columns = columns

    def cell(self, field: str) -> object:
        """Give the cell of *field*; ``None`` where it is blank, NaN or not there."""
        value = self._cells.get(self._columns.get(field, field))
        return None if _is_absent(value) else value

    def required(self, field: str, read: Callable[[str], T | None]) -> T:
        """Read *field* with one of the readers below, and refuse absence."""
        value = read(field)
        if value is None:
            rule = Text("tener un valor", "hold a value")
            raise InvalidValueError(must(field, "missing", rule, None))
        return value

    def code(self, field: str) -> str | None:
        """Read a code: text, never a number."""
        value = self.cell(field)
        if value is None:
            return None
        if not isinstance(value, str):
            rule = Text(
                "ser texto; lea esta columna como texto (dtype=str) para no perder ceros",
                "be text; read this column as text (dtype=str) so that no zeros are lost",
            )
            raise InvalidValueError(must(field, "type", rule, value))
        CODE.check(field, text := value.strip())
        return text

    def name(self, field: str, rule: Name = NAME) -> str | None:
        """Read a text for people that keeps *rule*, in its normal form."""
        value = self.cell(field)
        if value is None:
            return None
        text = normal_form(value, rule.limit) if isinstance(value, str) else value
        rule.check(field, text)
        return str(text)

    def day(self, field: str) -> date | None:
        """Read a civil day: a ``date``, a ``datetime`` at midnight, or ``YYYY-MM-DD``.

        The text of a midnight is read too: pandas makes it of a day that it reads as text.
        """
        value = self.cell(field)
        if value is None:
            return None
        if isinstance(value, datetime) and value.tzinfo is None and value.time() == _MIDNIGHT:
            value = value.date()
        if isinstance(value, str):
            value = value.strip().removesuffix(_MIDNIGHT_TEXT)
        return parse_day(value, path=field)

    def whole(self, field: str, rule: WholeNumber | None = None) -> int | None:
        """Read a whole number that keeps *rule*: int, whole float, numpy integer or digits."""
        value = self.cell(field)
        if value is None:
            return None
        number = _whole_of(value)
        if number is None:
            raise InvalidValueError(_not_whole(field, value))
        if rule is not None:
            rule.check(field, number)
        return number

    def exact(self, field: str) -> Fraction | None:
        """Read a number exactly; a float is the shortest decimal that reads as it.

        So the 12.1 of a sheet is 121/10, and not the binary fraction next to it.
        """
        value = self.cell(field)
        if value is None:
            return None
        return parse_exact(_exact_shape(value), path=field)


def _is_absent(value: object) -> bool:
    if value is None or type(value).__name__ in {"NaTType", "NAType"}:  # pandas
        return True
    if isinstance(value, str):
        return not value.strip()
    number = _inexact(value)
    return number is not None and math.isnan(number)


def _exact_shape(value: object) -> object:
    """Give *value* in a shape that `parse_exact` reads, if it is a number or its text."""
    if isinstance(value, bool):
        return value
    if isinstance(value, Rational):
        return Fraction(int(value.numerator), int(value.denominator))
    if isinstance(value, Real):
        return Decimal(str(value))
    return value.strip() if isinstance(value, str) else value


def _whole_of(value: object) -> int | None:
    """Give the whole number that a cell holds; ``None`` where it holds none."""
    if isinstance(value, bool):
        return None
    if isinstance(value, Rational):  # an int or numpy integer among them, of any size
        return int(value.numerator) if value.denominator == 1 else None
    number = _inexact(value)
    return int(number) if number is not None and number.is_integer() else None


def _inexact(value: object) -> float | None:
    """Give the number of a float, a numpy float, a decimal or the text of one."""
    if isinstance(value, Decimal):
        return float(value) if not value.is_snan() else math.nan
    if isinstance(value, Real) and not isinstance(value, Rational):
        return float(value)
    return _decimal_of(value)


def _decimal_of(value: object) -> float | None:
    text = value.strip() if isinstance(value, str) else ""
    return float(text) if _DECIMAL.fullmatch(text) else None


def _not_whole(field: str, value: object) -> Fault:
    number = _inexact(value)
    if number is not None and 0 < number < 1:
        rule = Text(
            "ser un entero; ¿quiso decir {p} %?",
            "be a whole number; is {p} % meant?",
        ).format(p=f"{100 * number:.6g}")
    else:
        rule = Text("ser un número entero", "be a whole number")
    return must(field, "type", rule, value)


def read_rows(
    rows: Iterable[Cells],
    read: Callable[[Row], T],
    *,
    fields: Collection[str],
    optional: Collection[str] = (),
    columns: Mapping[str, str] | None = None,
) -> tuple[T, ...]:
    """Read each row with *read*; where any is bad, raise one error that names them all.

    Args:
        rows: Mappings from header to cell, at most a million.
        read: Makes a value of a `Row`, raising `ImssIntegrityError` where it cannot.
        fields: Fields whose column must be there, though its cells may be blank.
        optional: Fields whose column may be missing.
        columns: Field -> header, for headers that differ from the field names.

    Raises:
        InvalidValueError: With the faults of every bad row; or where there is no row, a
            column is missing, or *columns* names a field or a header that is not there.
    """
    names = _renaming(columns)
    cells = tuple(_mappings(rows))
    if not cells:
        rule = Text("tener al menos una fila", "have at least one row")
        raise InvalidValueError(must("rows", "empty", rule, 0))
    raise_any(_column_faults(cells, names, fields, optional))
    values: list[T] = []
    faults: list[Fault] = []
    for number, row in enumerate(cells, start=1):
        try:
            values.append(read(Row(row, names)))
        except ImssIntegrityError as error:
            faults.extend(in_row(number, fault) for fault in error.faults)
    raise_any(faults)
    return tuple(values)


def _renaming(columns: object) -> dict[str, str]:
    """Give *columns* as a plain dictionary of texts, or refuse it."""
    if columns is None:
        return {}
    check_mapping("columns", columns)
    names = cast("Mapping[object, object]", columns)
    if any(not isinstance(text, str) for pair in names.items() for text in pair):
        rule = Text("llevar de campo a encabezado", "go from field to header")
        raise InvalidValueError(must("columns", "type", rule, columns))
    return dict(cast("Mapping[str, str]", columns))


def _column_faults(
    cells: Sequence[Cells],
    names: Mapping[str, str],
    fields: Collection[str],
    optional: Collection[str],
) -> Iterator[Fault]:
    """Go through what is wrong with the columns: a slip there would read as blank cells."""
    known = (*fields, *optional)
    headers = {header for row in cells for header in row}
    unknown = Text(
        "nombrar campos, cada uno con su encabezado (campos: {known})",
        "name fields, each with its header (fields: {known})",
    )
    absent = Text(
        "tener la columna de '{field}'; su encabezado, si es otro: columns={'{field}': ...}",
        "have the column of '{field}'; its header, if another: columns={'{field}': ...}",
    )
    renamed = Text(
        "tener la columna de '{field}': ninguna fila lleva el encabezado que le da 'columns'",
        "have the column of '{field}': no row has the header that 'columns' gives it",
    )
    for field in names:
        if field not in known:
            rule = unknown.format(known=", ".join(known))
            yield must("columns", "unknown", rule, field)
    for field in known:
        is_asked = field in fields or field in names
        if is_asked and names.get(field, field) not in headers:
            rule = (renamed if field in names else absent).format(field=field)
            yield Fault("rows", "missing", duty_of("rows", rule))


def in_row(number: int, fault: Fault) -> Fault:
    """Place *fault* in the row of that *number*, counted from 1."""
    text = Text("fila {n}: {text}", "row {n}: {text}").format(n=number, text=fault.text)
    return placed(Fault(fault.path, fault.code, text), f"rows[{number - 1}]")


def _mappings(rows: object) -> Iterator[Cells]:
    rule = Text(
        "ser una serie de filas (columna -> celda); de un DataFrame, .to_dict('records')",
        "be a series of rows (column -> cell); of a data frame, .to_dict('records')",
    )
    given = rows  # its type stays `object`, whatever the checks say of `rows`
    if not isinstance(rows, Iterable) or isinstance(rows, Mapping | str):
        raise InvalidValueError(must("rows", "type", rule, given))
    for number, cells in enumerate(cast("Iterable[object]", rows)):
        given = cells
        if number >= MAX_ROWS:
            few = Text("tener a lo más {n} filas", "have at most {n} rows").format(n=MAX_ROWS)
            raise InvalidValueError(must("rows", "limit", few, number + 1))
        if not isinstance(cells, Mapping):
            raise InvalidValueError(must(f"rows[{number}]", "type", rule, given, subject="rows"))
        yield cast("Cells", cells)
