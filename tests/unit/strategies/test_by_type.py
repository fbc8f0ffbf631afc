"""``st.from_type`` gives values of every public class: of exactly that class, and sound."""

from __future__ import annotations

import importlib
import pickle
from collections.abc import Iterator
from enum import Enum
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import imss_integrity
from imss_integrity import strategies
from imss_integrity.conflicts import FilingEvent
from imss_integrity.kernel import ImssIntegrityError, Report, Text
from imss_integrity.organization import CentralLevel, Ooad, Parent, Umae
from imss_integrity.pdca import CycleEvent
from imss_integrity.privacy import Sensitive
from imss_integrity.strategies.by_type import TYPES

strategies.register()

# What is not generated, and why.
ROOMS_APART = {
    "codec": "what reads and writes is made of definitions; what an import gives is generated",
    "columns": "columns are made of the records that are generated",
    "plots": "figures are made of the results that are generated",
    "strategies": "hostile documents take the sound documents that they are made of",
}
ABSTRACT = {  # values are of the classes below
    CycleEvent: "an event is one of the classes below",
    Report: "a result is one of the classes below",
}


def public_classes() -> Iterator[type]:
    """Go through the public classes of the rooms that are generated, each once."""
    rooms = [room for room in imss_integrity.__all__ if room not in ROOMS_APART]
    modules = [
        importlib.import_module(f"imss_integrity.{room}")
        for room in rooms
        if room.islower() and hasattr(getattr(imss_integrity, room), "__path__")
    ]
    offered = [getattr(module, name) for module in modules for name in module.__all__]
    yield from dict.fromkeys(one for one in offered if isinstance(one, type))


CLASSES = [*dict.fromkeys([*public_classes(), *TYPES])]
EVERY_CLASS = pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
# There are more than two hundred classes: a quarter of the profile for each.
PROFILE = settings.get_profile(settings.get_current_profile_name())
LIGHT = settings(max_examples=max(1, PROFILE.max_examples // 4))


@EVERY_CLASS
def test_values_are_of_exactly_that_class(cls: type) -> None:
    """And each comes back from a pickle, which runs its constructor again, as it was."""

    @LIGHT
    @given(st.from_type(cls))
    def check(value: Any) -> None:
        assert isinstance(value, cls) if cls in ABSTRACT else type(value) is cls
        again = pickle.loads(pickle.dumps(value))  # noqa: S301 - our own
        if isinstance(value, ImssIntegrityError):
            assert value.faults == again.faults
        else:
            assert value == again

    check()


def test_nothing_is_left_out() -> None:
    """Every class has its strategy, except enumerations, which Hypothesis knows by itself."""
    unknown = [cls for cls in public_classes() if cls not in TYPES and not issubclass(cls, Enum)]

    assert [] == unknown
    assert set(TYPES) >= set(ABSTRACT)
    assert set(ROOMS_APART) >= {"codec", "strategies"}


@given(st.from_type(Parent))  # type: ignore[arg-type]
def test_unions_of_classes_are_known(parent: Any) -> None:
    """A body that units answer to is one of three classes."""
    assert type(parent) in {CentralLevel, Ooad, Umae}


@given(st.from_type(FilingEvent))  # type: ignore[arg-type]
def test_events_are_of_one_of_the_classes_of_their_union(event: Any) -> None:
    """An alias of a union is an annotation like any other."""
    assert type(event) in get_args(FilingEvent)


@given(st.from_type(Sensitive[bytes]), st.from_type(Sensitive))
def test_what_is_reserved_is_of_the_kind_that_is_asked_for(
    some: Sensitive[bytes], plain: Sensitive[Any]
) -> None:
    """``Sensitive[bytes]`` holds bytes; without a kind it holds text."""
    assert type(some.reveal()) is bytes
    assert type(plain.reveal()) is str


@given(st.builds(lambda *texts: texts, st.from_type(Text), st.from_type(Text | None)))  # type: ignore[arg-type]
def test_annotations_of_others_are_resolved(texts: tuple[Any, ...]) -> None:
    """Where a class of the library stands in the annotation of another project."""
    assert isinstance(texts[0], Text)
    assert texts[1] is None or isinstance(texts[1], Text)
