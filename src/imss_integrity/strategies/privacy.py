"""Strategies of privacy: keys of pseudonyms, the fields that identify, and tables of records.

Nothing here is anybody's: keys are any bytes, texts are any texts.
"""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from ..privacy import PseudonymKey, Sensitive
from .kernel import codes, days, exact_numbers

__all__ = ["identifying_fields", "pseudonym_keys", "quasi_identifier_tables", "sensitive_texts"]

_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


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
    cells = st.none() | st.sampled_from([0, 1, True, "a", "b", 0.5]) | days() | exact_numbers(0, 9)
    width = draw(st.integers(1, 3))
    columns = [draw(st.lists(cells, min_size=1, max_size=3)) for _ in range(width)]
    rows = st.tuples(*(st.sampled_from(column) for column in columns))
    return draw(st.lists(rows, min_size=1, max_size=9))
