"""Columns of codes: positions in a list, or the codes themselves.

Claves por columna.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..kernel.arguments import members_of, repeated_codes
from ..kernel.errors import InconsistentError, must, raise_any
from ..kernel.text import Text
from .arrays import column_of, raise_rows, whole_column

__all__ = ["code_list", "place_column"]

_KNOWN = Text("ser una de las claves de '{book}'", "be one of the codes of '{book}'")


def code_list(path: str, codes: Iterable[str]) -> tuple[str, ...]:
    """Read the codes that a column speaks of, none of them twice."""
    members = members_of(path, codes, str)
    raise_any(repeated_codes(path, members), InconsistentError)
    return members


def place_column(path: str, given: ArrayLike, codes: tuple[str, ...], *, book: str) -> NDArray[Any]:
    """Read a column as positions in *codes*: whole numbers are positions, texts are codes."""
    array = column_of(path, given)
    if array.dtype.kind in "iu":
        return whole_column(path, array, low=0, high=len(codes) - 1)
    places = {code: place for place, code in enumerate(codes)}
    cells = (places.get(cell, -1) if isinstance(cell, str) else -1 for cell in array.tolist())
    found = np.fromiter(cells, dtype=np.int64, count=len(array))
    rule = _KNOWN.format(book=book)
    raise_rows(found < 0, lambda row: must(f"{path}[{row}]", "unknown", rule, array.tolist()[row]))
    return found
