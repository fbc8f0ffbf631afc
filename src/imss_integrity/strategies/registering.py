"""What `import hypothesis` calls, so that ``st.from_type`` knows the classes of the library.

Registro de estrategias. Hypothesis calls every hook of the entry point ``hypothesis`` whenever
it is imported, in every project of an environment. So this one loads no room, and never raises.
Hypothesis asks it about a class only once ``st.from_type`` meets one that it does not know.

For that it takes the place that Hypothesis keeps for its own extras. Where a release has no such
place, everything is registered at once by the public function, which loads every room (about a
second). What a user registered before or after by ``st.register_type_strategy`` wins.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any, cast

from hypothesis import strategies as st

__all__ = ["register"]

_LIBRARY = "imss_integrity"
_PLACE = "_global_extra_lookup"  # module that was imported -> what answers for its classes


def register() -> None:
    """Make ``st.from_type`` give values of every public class of the library.

    Registro de estrategias. Called by Hypothesis itself where the library is installed; call it
    where plug-ins are off (``HYPOTHESIS_NO_PLUGINS``). It may be called twice.

    Source:
        Own.

    >>> from hypothesis import strategies as st
    >>> from imss_integrity.organization import Clues
    >>> register()
    >>> st.from_type(Clues).validate()
    >>> register("Clues")
    Traceback (most recent call last):
        ...
    TypeError: register() takes 0 positional arguments but 1 was given
    """
    with suppress(Exception):  # a hook that raises breaks `import hypothesis` for everybody
        _register()


def _register() -> None:
    from hypothesis.strategies._internal import types  # noqa: PLC0415 - may not be there

    place: object = getattr(types, _PLACE, None)
    if isinstance(place, dict):
        cast("dict[str, Any]", place)[_LIBRARY] = _answer
        return
    from .by_type import TYPES  # noqa: PLC0415 - loads every room

    for cls, strategy in TYPES.items():
        st.register_type_strategy(cls, strategy)


def _answer(thing: object) -> st.SearchStrategy[Any] | None:
    """Give the strategy of *thing*, anything that Hypothesis asks about; ``None``: not ours."""
    module = getattr(thing, "__module__", None)
    if not isinstance(module, str) or not module.startswith(f"{_LIBRARY}."):
        return None
    from .by_type import find_strategy  # noqa: PLC0415 - loads every room, now that one is asked for

    return find_strategy(thing)
