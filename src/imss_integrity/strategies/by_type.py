"""Every public class of the library with the strategy of its values, in one table."""

from __future__ import annotations

from typing import Any, get_args, get_origin

from hypothesis import strategies as st

from ..privacy import Sensitive
from .competitiveness_types import COMPETITIVENESS_TYPES
from .conflict_types import CONFLICT_TYPES
from .cycle_types import CYCLE_TYPES
from .initiative_types import INITIATIVE_TYPES
from .joined_types import JOINED_TYPES
from .kernel_types import KERNEL_TYPES
from .ruled import Types
from .statistics_types import STATISTICS_TYPES

__all__ = ["TYPES", "find_strategy"]

TYPES: Types = {
    **KERNEL_TYPES,
    **STATISTICS_TYPES,
    **COMPETITIVENESS_TYPES,
    **CYCLE_TYPES,
    **CONFLICT_TYPES,
    **INITIATIVE_TYPES,
    **JOINED_TYPES,
}


def find_strategy(thing: Any) -> st.SearchStrategy[Any] | None:  # noqa: ANN401 - any annotation
    """Give the strategy of what *thing*, an annotation, asks for; ``None``: none of ours."""
    if get_origin(thing) is Sensitive:
        return st.from_type(get_args(thing)[0]).map(Sensitive)
    return TYPES.get(thing)
