"""The lazy face of the package."""

from __future__ import annotations

import pytest

import imss_integrity


def test_an_unknown_name_is_an_attribute_error() -> None:
    """As in any module, with the name in the message."""
    with pytest.raises(AttributeError, match="'imss_integrity' has no attribute 'puntaje'"):
        _ = imss_integrity.puntaje  # type: ignore[attr-defined]  # type checkers refuse it too


def test_a_slip_is_asked_about() -> None:
    """With the name and the module in the error, Python suggests what was meant: `score`."""
    with pytest.raises(AttributeError) as caught:
        _ = imss_integrity.scores  # type: ignore[attr-defined]  # type checkers refuse it too
    assert (caught.value.name, caught.value.obj) == ("scores", imss_integrity)


def test_the_listing_is_the_public_face() -> None:
    """`dir` shows what `__all__` promises, and nothing else."""
    assert sorted(imss_integrity.__all__) == dir(imss_integrity)


def test_a_room_is_loaded_by_its_name() -> None:
    """Also where nothing has imported it yet, which other tests do before this one."""
    load = vars(imss_integrity)["__getattr__"]

    for room in ("kernel", "privacy", "strategies"):
        assert load(room) is getattr(imss_integrity, room)
