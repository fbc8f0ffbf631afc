"""Hypothesis strategies for the classes of the library, for its own tests and for yours.

Estrategias de prueba. Needs the extra ``testing``. One module for each room; what a
strategy gives, the constructor accepts, and what the constructor accepts can come up.
"""

from __future__ import annotations

from .kernel import (
    calendars,
    codes,
    commitments,
    days,
    exact_numbers,
    money,
    names,
    periods,
    published_figures,
    rules,
    scores,
    sources,
    statuses,
    texts,
)

__all__ = [
    "calendars",
    "codes",
    "commitments",
    "days",
    "exact_numbers",
    "money",
    "names",
    "periods",
    "published_figures",
    "rules",
    "scores",
    "sources",
    "statuses",
    "texts",
]
