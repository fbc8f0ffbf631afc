"""The public face of the statistics room."""

from __future__ import annotations

import pkgutil

from imss_integrity import statistics


def test_public_names_are_sorted_and_are_there() -> None:
    """Every name of ``__all__`` exists; the list is sorted."""
    assert sorted(statistics.__all__) == statistics.__all__
    assert all(hasattr(statistics, name) for name in statistics.__all__)


def test_no_public_name_is_a_module() -> None:
    """A name means one thing, whatever has been imported before."""
    modules = {module.name for module in pkgutil.iter_modules(statistics.__path__)}
    assert set() == modules & set(statistics.__all__)
