"""Strategies of privacy: keys of pseudonyms, fields that identify, tables of records and counts.

Nothing here is anybody's: keys are any bytes, texts are any texts.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from ..privacy import (
    NotPublishableError,
    PseudonymKey,
    PublishedTotals,
    Sensitive,
    SuppressedTable,
    SuppressionAudit,
    audit_suppression,
    suppress,
)
from .kernel import codes, names

__all__ = [
    "count_tables",
    "identifying_fields",
    "pseudonym_keys",
    "quasi_identifier_tables",
    "sensitive_texts",
    "suppressed_tables",
    "suppression_audits",
]

_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)

# Few values, so that records meet; some that are equal without being of one type.
_CELLS: st.SearchStrategy[Any] = st.sampled_from(
    [None, None, "a", "b", "1", 1, True, 1.0, Decimal(1), Fraction(1), 0, False, date(2026, 1, 1)]
)


def pseudonym_keys() -> st.SearchStrategy[PseudonymKey]:
    """Give keys of pseudonyms (llaves de seudónimos) of 32 bytes and more."""
    secrets = st.binary(min_size=32, max_size=140)
    return st.builds(PseudonymKey, key_id=codes(), secret=secrets)


def identifying_fields() -> st.SearchStrategy[list[str]]:
    """Give the fields that a pseudonym is made of (campos identificadores)."""
    return st.lists(_TEXTS, min_size=1, max_size=4)


def sensitive_texts() -> st.SearchStrategy[Sensitive[str]]:
    """Give reserved texts (valores reservados)."""
    return _TEXTS.map(Sensitive)


@st.composite
def quasi_identifier_tables(draw: st.DrawFn) -> list[tuple[Any, ...]]:
    """Give tables of quasi-identifiers (registros), with look-alikes and missing values.

    Args:
        draw: Given by Hypothesis.
    """
    width = draw(st.integers(1, 4))
    few = st.sampled_from(draw(st.lists(_CELLS, min_size=1, max_size=4)))
    return draw(st.lists(st.tuples(*[few] * width), min_size=1, max_size=12))


@st.composite
def count_tables(draw: st.DrawFn, most: int = 10**12) -> list[list[int]]:
    """Give tables of counts (cuadros de conteos), 1 x 1 to 6 x 6, many of their counts small.

    Args:
        draw: Given by Hypothesis.
        most: The largest count.
    """
    rows, columns = draw(st.integers(1, 6)), draw(st.integers(1, 6))
    counts = st.integers(0, min(3, most)) | st.integers(0, min(30, most)) | st.integers(0, most)
    return [[draw(counts) for _ in range(columns)] for _ in range(rows)]


@st.composite
def suppressed_tables(draw: st.DrawFn) -> SuppressedTable:
    """Give tables with hidden cells (celdas reservadas) as `suppress` makes them.

    Args:
        draw: Given by Hypothesis.
    """
    table, threshold = draw(count_tables()), draw(st.integers(2, 12))
    totals, unanimous = draw(st.sampled_from(PublishedTotals)), draw(st.booleans())
    named = [
        draw(st.none() | st.lists(names(), min_size=size, max_size=size, unique=True))
        for size in (len(table), len(table[0]))
    ]
    rows, columns = named
    try:
        return suppress(
            table,
            row_names=rows,
            column_names=columns,
            threshold=threshold,
            hide_unanimous=unanimous,
            totals=totals,
        )
    except NotPublishableError:
        larger = [[threshold * count for count in row] for row in table]  # nothing is small
        return suppress(
            larger,
            row_names=rows,
            column_names=columns,
            threshold=threshold,
            hide_unanimous=False,
            totals=totals,
        )


@st.composite
def suppression_audits(draw: st.DrawFn) -> SuppressionAudit:
    """Give audits (auditorías) of hidden cells that protect each other, or do not.

    Args:
        draw: Given by Hypothesis.
    """
    table = draw(count_tables())
    cells = [(row, column) for row in range(len(table)) for column in range(len(table[0]))]
    hidden = draw(st.lists(st.sampled_from(cells), unique=True, max_size=8))
    return audit_suppression(table, hidden, totals=draw(st.sampled_from(PublishedTotals)))
