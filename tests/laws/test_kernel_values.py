"""Laws of the frozen classes: equal means equal hash; every copy passes the constructor."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imss_integrity import strategies
from imss_integrity.catalog import DEADLINES
from imss_integrity.kernel import (
    PUBLISHED_UMA,
    Fault,
    InvalidValueError,
    Language,
    Relation,
    Status,
)
from imss_integrity.kernel.figures import ratio_of
from imss_integrity.kernel.values import Value

VALUES: dict[str, st.SearchStrategy[Any]] = {
    "Text": strategies.texts(),
    "Fault": st.builds(Fault, strategies.names(), strategies.codes(), strategies.texts()),
    "Source": strategies.sources(),
    "Rule": strategies.rules(),
    "Period": strategies.periods(),
    "UmaValue": st.sampled_from(PUBLISHED_UMA),
    "Calendar": strategies.calendars(),
    "Commitment": strategies.commitments(),
    "DeadlineRule": st.sampled_from(DEADLINES),
    "PublishedFigure": strategies.published_figures(),
    "FigureRatio": st.builds(
        ratio_of,
        strategies.published_figures(),
        strategies.published_figures().filter(lambda figure: figure.value != 0),
    ),
    "Part": strategies.scores().map(lambda score: score.parts[0]),
    "Score": strategies.scores(),
}
# Big values are slow to draw, and each law meets many classes.
FEWER = settings(max_examples=max(10, settings().max_examples // 4))
EVERY_CLASS = pytest.mark.parametrize("name", VALUES)

# For each class that checks its fields: a field and a value it must refuse.
BROKEN: dict[str, tuple[str, object]] = {
    "Source": ("code", "no es clave"),
    "Rule": ("status", "confirmado"),
    "Period": ("start", datetime(2026, 1, 1)),  # noqa: DTZ001 - the trap itself
    "UmaValue": ("daily", Decimal("NaN")),
    "Calendar": ("closed", ["2026-01-01"]),
    "Commitment": ("progress", 101),
    "DeadlineRule": ("amount", 0),
    "PublishedFigure": ("value", -1),
    "Part": ("parts", []),
    "Score": ("out_of", Fraction(0)),
}
EVERY_CHECKED_CLASS = pytest.mark.parametrize("name", BROKEN)


class Tampered:
    """Pickles as another value does, with one of its fields changed."""

    def __init__(self, value: Value, field: str, broken: object) -> None:
        rebuild, (cls, names, *values) = value.__reduce__()
        values[names.index(field)] = broken  # type: ignore[attr-defined]
        self.reduced = rebuild, (cls, names, *values)

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return self.reduced


def test_every_frozen_class_of_the_kernel_is_here() -> None:
    """A new class must join these laws."""
    in_kernel = {
        cls.__name__
        for cls in Value.__subclasses__()
        if cls.__module__.startswith("imss_integrity.kernel.")
    }

    assert in_kernel == set(VALUES)


@EVERY_CLASS
@FEWER
@given(data=st.data())
def test_copies_and_pickles_are_equal_with_equal_hash(name: str, data: st.DataObject) -> None:
    """Copy, deep copy, evolve without changes, and pickles of every protocol."""
    value = data.draw(VALUES[name])
    copies = [
        copy.copy(value),
        copy.deepcopy(value),
        attrs.evolve(value),
        *(pickle.loads(pickle.dumps(value, protocol)) for protocol in (2, 3, 4, 5)),  # noqa: S301
    ]

    assert name == type(value).__name__
    assert [value] * len(copies) == copies
    assert {hash(value)} == {hash(one) for one in copies}
    assert {type(value)} == {type(one) for one in copies}
    assert repr(value) == repr(copies[-1])


@EVERY_CLASS
@FEWER
@given(data=st.data())
def test_equality_is_that_of_the_fields(name: str, data: st.DataObject) -> None:
    """Two values are equal if and only if all their fields are, and never equal a tuple."""
    one, other = data.draw(VALUES[name]), data.draw(VALUES[name])
    fields = [attribute.name for attribute in attrs.fields(type(one))]
    same = all(getattr(one, field) == getattr(other, field) for field in fields)

    assert same == (one == other)
    assert not same or hash(one) == hash(other)
    assert one != tuple(getattr(one, field) for field in fields)


@EVERY_CLASS
@FEWER
@given(data=st.data())
def test_nothing_can_be_assigned(name: str, data: st.DataObject) -> None:
    """The classes are frozen and have no room for other attributes."""
    value = data.draw(VALUES[name])
    field = attrs.fields(type(value))[0].name

    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(value, field, getattr(value, field))
    with pytest.raises((attrs.exceptions.FrozenInstanceError, AttributeError)):
        value.another = 1
    assert not hasattr(value, "__dict__")


@EVERY_CHECKED_CLASS
@FEWER
@given(data=st.data())
def test_evolve_checks_again(name: str, data: st.DataObject) -> None:
    """A changed copy passes the same rules as a new value."""
    value = data.draw(VALUES[name])
    field, broken = BROKEN[name]

    with pytest.raises(InvalidValueError, match=f"'{field}' must"):
        attrs.evolve(value, **{field: broken})


@EVERY_CHECKED_CLASS
@FEWER
@given(data=st.data())
def test_a_tampered_pickle_is_refused(name: str, data: st.DataObject) -> None:
    """A pickle that was edited by hand does not get round the constructor."""
    value = data.draw(VALUES[name])
    field, broken = BROKEN[name]
    blob = pickle.dumps(Tampered(value, field, broken))

    with pytest.raises(InvalidValueError, match=f"'{field}' must"):
        pickle.loads(blob)  # noqa: S301 - what is tested


@pytest.mark.parametrize("enum", [Language, Relation, Status])
def test_members_stay_the_same_member(enum: type[Language]) -> None:
    """Enumerations pickle by name of class and value; their text is their value."""
    for member in enum:
        assert member is pickle.loads(pickle.dumps(member))  # noqa: S301
        assert member is copy.deepcopy(member)
        assert member.value == str(member)
