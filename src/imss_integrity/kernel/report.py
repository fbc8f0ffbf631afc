"""How results are shown: as text, as a notebook table, as rows.

Every result of the library is a `Report`: it says what it is in a `Table` and in records;
this module turns them into text, HTML and rows. It prints nothing.
"""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Iterable, Sequence
from fractions import Fraction
from html import escape

import attrs

from .fields import choice
from .provenance import Source, Status
from .text import Language, Text

__all__ = ["Report", "Table"]

# What a spreadsheet may run as a formula; the last four are the full-width forms.
_SHEET_TRIGGERS = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_NUMBER = re.compile(r"(?:[+-]?[0-9][0-9 ]*(?:\.[0-9]+)?(?: %)?)?", re.ASCII)
_STATUS = Text("Estatus", "Status")
_SOURCES = Text("Fuentes", "Sources")


@attrs.frozen(kw_only=True)
class Table:
    """What a result shows, before it takes a form.

    Attributes:
        title: One line.
        lines: Sentences above the table.
        header: Names of the columns; empty where there is no table.
        rows: Cells as text, one for each column.
        notes: Sentences below the table.
    """

    title: str
    lines: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    notes: tuple[str, ...] = ()

    def as_text(self) -> str:
        """Give plain text with aligned columns; cells that are numbers stand to the right."""
        grid = [self.header, *self.rows] if self.header else []
        columns = [_aligned(column) for column in zip(*grid, strict=True)]
        table = ["  ".join(row).rstrip() for row in zip(*columns, strict=True)]
        return "\n".join([self.title, *self.lines, *(f"  {row}" for row in table), *self.notes])

    def as_html(self) -> str:
        """Give an HTML fragment in which every text is escaped."""
        lines = "".join(f"<p>{escape(line)}</p>" for line in self.lines)
        head = "".join(f"<th>{escape(cell)}</th>" for cell in self.header)
        rows = "".join(
            "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>"
            for row in self.rows
        )
        notes = "".join(f"<p><small>{escape(note)}</small></p>" for note in self.notes)
        grid = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>" if head else ""
        return f"<div><p><strong>{escape(self.title)}</strong></p>{lines}{grid}{notes}</div>"


def _aligned(column: Sequence[str]) -> list[str]:
    """Pad the cells of a column, header first: numbers to the right, all else to the left."""
    width = max(len(cell) for cell in column)
    if all(_NUMBER.fullmatch(cell) for cell in column[1:]):
        return [cell.rjust(width) for cell in column]
    return [cell.ljust(width) for cell in column]


class Report:
    """What every result offers: `describe`, a notebook table, rows, status and sources.

    Attributes:
        status: The weakest status of all that entered the result.
        sources: What it rests on.
    """

    __slots__ = ()

    status: Status
    sources: tuple[Source, ...]

    @abstractmethod
    def _table(self, language: Language) -> Table:
        """Say what the result shows, without status and sources."""

    @abstractmethod
    def _records(self) -> list[dict[str, object]]:
        """Give the rows, with exact numbers."""

    def describe(self, language: Language = Language.ES) -> str:
        """Explain the result in plain text, with its status and its sources.

        Args:
            language: Spanish unless English is asked for.

        Raises:
            InvalidValueError: If *language* is no `Language`.
        """
        return self._full_table(language).as_text()

    def _repr_html_(self) -> str:
        """Show the result in a notebook, in Spanish; every cell is escaped."""
        return self._full_table(Language.ES).as_html()

    def to_records(self, *, exact: bool = False) -> list[dict[str, object]]:
        """Give one flat row for each part, for a data frame or a spreadsheet.

        Args:
            exact: ``True`` keeps exact numbers as ``Fraction``; ``False`` gives ``float``,
                which data frames can compute with.

        Returns:
            Rows with the same keys; a text that a spreadsheet would run as a formula
            carries an apostrophe before it.
        """
        return [
            {key: _cell(value, exact=exact) for key, value in row.items()}
            for row in self._records()
        ]

    def _full_table(self, language: Language) -> Table:
        chosen = choice(Language, language, path="language")
        table = self._table(chosen)
        notes = provenance_notes(self.status, self.sources, chosen)
        return attrs.evolve(table, notes=(*table.notes, *notes))


def provenance_notes(
    status: Status, sources: Iterable[Source], language: Language
) -> tuple[str, ...]:
    """Give the lines that state status and sources below every result."""
    cited = "; ".join(source.citation(language) for source in sources)
    lines = (f"{_STATUS.to(language)}: {status.label.to(language)}",)
    return (*lines, f"{_SOURCES.to(language)}: {cited}") if cited else lines


def _cell(value: object, *, exact: bool) -> object:
    if isinstance(value, Fraction) and not exact:
        return float(value)
    if isinstance(value, str) and value.startswith(_SHEET_TRIGGERS):
        return f"'{value}"
    return value
