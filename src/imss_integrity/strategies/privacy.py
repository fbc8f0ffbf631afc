"""Strategies of privacy: keys of pseudonyms, the fields that identify, and tables of records.

Nothing here is anybody's: keys are any bytes, texts are any texts.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from ..privacy import PseudonymKey, Sensitive
from .kernel import codes

__all__ = ["identifying_fields", "pseudonym_keys", "quasi_identifier_tables", "sensitive_texts"]

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
