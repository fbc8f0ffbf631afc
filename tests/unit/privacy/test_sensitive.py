"""The wrapper of reserved values: nothing that is shown gives the value away."""

from __future__ import annotations

import copy
import dataclasses
import json
import logging
import pickle
import pprint
import traceback
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import attrs
import pytest

from imss_integrity.privacy import Sensitive

CURP = "PEPJ800101HDFRRN09"
MASK = "\u2039reservado\u203a"
VALUES: list[Any] = [CURP, CURP.encode(), 12345678901, "", None, ("a", CURP), date(1980, 1, 1)]


@attrs.frozen
class Person:
    """A class of a user that holds a reserved value."""

    curp: Sensitive[str]
    unit: str = "UMF-900"


@dataclasses.dataclass(frozen=True)
class Plain:
    """The same without attrs."""

    curp: Sensitive[str]


class TestWhatIsShown:
    """One constant text, whatever is asked of it."""

    @pytest.mark.parametrize("value", VALUES)
    @pytest.mark.parametrize(
        "show",
        [
            str, repr, pprint.pformat, "{}".format, "{!r:}".format, "%s".__mod__, "%r".__mod__,
            "{:>40}".format, "{:.3}".format, "{:nonsense}".format, format, lambda s: f"{s!s}",
        ],
    )  # fmt: skip
    def test_every_format_gives_the_mask(
        self, value: object, show: Callable[[object], str]
    ) -> None:
        """Width, precision and conversion make no difference."""
        assert MASK == show(Sensitive(value))

    def test_holders_show_the_mask(self) -> None:
        """Lists, attrs classes, data classes, log records, reports of a debugger."""
        closed = Sensitive(CURP)
        record = logging.LogRecord("x", 0, "x", 0, "%s of %r", (closed, closed), None)

        assert f"[{MASK}]" == str([closed])
        assert f"Person(curp={MASK}, unit='UMF-900')" == repr(Person(closed))
        assert f"Plain(curp={MASK})" == repr(Plain(closed))
        assert f"{MASK} of {MASK}" == record.getMessage()
        assert not hasattr(closed, "__dict__")

    def test_a_traceback_with_locals_shows_the_mask(self) -> None:
        """Of whoever did not reveal it."""

        def fail(closed: object) -> None:  # noqa: ARG001 - it is a local of the frame
            message = "x"
            raise ValueError(message)

        with pytest.raises(ValueError, match="x") as caught:
            fail(Sensitive("".join(reversed(CURP))))
        trace = traceback.TracebackException.from_exception(caught.value, capture_locals=True)

        lines = [str(frame) + repr(frame.locals) for frame in trace.stack if frame.name == "fail"]
        assert MASK in lines[0]
        assert "".join(reversed(CURP)) not in lines[0]

    @pytest.mark.parametrize(
        "use",
        [
            len, iter, list, dict, json.dumps, int, float, bytes, sorted, lambda s: s[0],
            lambda s: s + "", lambda s: "" + s,
            lambda s: s < Sensitive(CURP), lambda s: "P" in s, lambda s: s(),
            "".join, lambda s: hash(Sensitive([s])),
        ],
    )  # fmt: skip
    def test_no_other_use_gets_at_the_value(self, use: Callable[[Any], object]) -> None:
        """No length, members, order, sum or JSON; the errors of Python do not show it either."""
        with pytest.raises(TypeError) as caught:
            use(Sensitive(CURP))
        assert CURP not in "".join(traceback.format_exception(caught.value))

    @pytest.mark.parametrize("value", VALUES)
    def test_it_is_true_whatever_it_holds(self, value: object) -> None:
        """Truth would tell an empty value from another."""
        assert bool(Sensitive(value)) is True


class TestEquality:
    """Equal values of one type; never a bare value."""

    @pytest.mark.parametrize("value", [*VALUES, "Ñáñez", "\ud800", Decimal("1.0"), True])
    def test_equal_values_are_equal(self, value: object) -> None:
        """And have the same hash."""
        assert Sensitive(value) == Sensitive(copy.deepcopy(value))
        assert hash(Sensitive(value)) == hash(Sensitive(copy.deepcopy(value)))

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            (CURP, CURP[:-1]), (CURP, CURP.lower()), (CURP, CURP.encode()), (b"a", b"b"), (1, True),
            (1, 1.0), ("", None), ("n\u0303", "\u00f1"), ("\ud800", "\ud801"), (("a",), ["a"]),
        ],
    )  # fmt: skip
    def test_others_are_not(self, one: object, other: object) -> None:
        """Neither text and its bytes, nor numbers of two types, nor two spellings."""
        assert Sensitive(one) != Sensitive(other)

    @pytest.mark.parametrize("value", VALUES)
    def test_a_bare_value_never_is(self, value: object) -> None:
        """From neither side, and a value that would say yes to all is not asked."""

        class Anything:
            """Equals everything, and keeps what it was compared with."""

            def __eq__(self, other: object) -> bool:
                return True

            def __hash__(self) -> int:
                return 0

        assert Sensitive(value) != value
        assert value != Sensitive(value)
        assert (Sensitive(value) == Anything()) is False

    def test_texts_and_bytes_are_compared_in_constant_time(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """By the function of the standard library that is made for it."""
        asked: list[tuple[bytes, bytes]] = []

        def compare(one: bytes, other: bytes) -> bool:
            asked.append((one, other))
            return one == other

        monkeypatch.setattr("hmac.compare_digest", compare)

        assert Sensitive("ñ") == Sensitive("ñ")
        assert Sensitive(b"a") != Sensitive(b"b")
        assert Sensitive(1) != Sensitive(2)
        assert [("ñ".encode(), "ñ".encode()), (b"a", b"b")] == asked

    def test_the_hash_of_a_number_is_not_the_number(self) -> None:
        """Python's own hash of an integer is the integer."""
        assert 12345678901 != hash(Sensitive(12345678901))


class TestCopies:
    """It survives every copy, closed."""

    @pytest.mark.parametrize("value", VALUES)
    @pytest.mark.parametrize("protocol", range(2, 6))
    def test_pickles(self, value: object, protocol: int) -> None:
        """In every protocol, with the value in clear inside, as its docstring says."""
        read = pickle.loads(pickle.dumps(Sensitive(value), protocol))  # noqa: S301 - our own
        assert Sensitive(value) == read
        assert value == read.reveal()
        assert MASK == repr(read)

    @pytest.mark.parametrize("value", VALUES)
    def test_copies(self, value: object) -> None:
        """Shallow and deep."""
        closed = Sensitive(value)
        assert closed == copy.copy(closed) == copy.deepcopy(closed)

    def test_classes_that_hold_it(self) -> None:
        """`evolve` and `asdict` keep the wrapper, of attrs and of data classes."""
        person = Person(Sensitive(CURP))

        assert Sensitive(CURP) == attrs.evolve(person, unit="x").curp
        assert person == attrs.evolve(person) == pickle.loads(pickle.dumps(person))  # noqa: S301
        assert {"curp": Sensitive(CURP), "unit": "UMF-900"} == attrs.asdict(person)
        assert CURP not in repr(attrs.asdict(person)) + repr(attrs.astuple(person))
        assert CURP not in repr(dataclasses.asdict(Plain(Sensitive(CURP))))
        assert not attrs.has(Sensitive)

    @pytest.mark.parametrize("name", ["_value", "other", "__class__"])
    def test_it_cannot_be_changed(self, name: str) -> None:
        """Neither set nor deleted nor made again in its place."""
        closed = Sensitive(CURP)
        with pytest.raises(AttributeError) as caught:
            setattr(closed, name, "x")
        assert CURP not in "".join(traceback.format_exception(caught.value))
        with pytest.raises(AttributeError):
            delattr(closed, name)
        closed.__init__("x")  # type: ignore[call-arg]
        assert CURP == closed.reveal()

    def test_a_type_may_be_named(self) -> None:
        """``Sensitive[str]`` makes the same thing."""
        assert Sensitive(CURP) == Sensitive[str](CURP)
