"""What makes no plan, and what no plan can be asked: refused with code and path."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import attrs
import pytest

from imss_integrity.kernel import (
    Calendar,
    ImssIntegrityError,
    InconsistentError,
    InvalidValueError,
    NotInForceError,
    Text,
)
from imss_integrity.pdca import (
    Action,
    check_actions,
    critical_path,
    follow_up_agenda,
    follow_up_days,
)

START = date(2026, 1, 5)
LOOSE_ACTION: Callable[..., Action] = Action
LOOSE_CHECK: Callable[..., None] = check_actions
LOOSE_PATH: Callable[..., object] = critical_path
LOOSE_DAYS: Callable[..., object] = follow_up_days


def action(code: str, *after: str, days: int = 1) -> Action:
    """Give an action with that code, after those, due by the end of March."""
    return Action(
        code=code,
        what=Text("Paso", "Step"),
        owner="calidad",
        due=date(2026, 3, 31),
        after=after,
        days=days,
    )


def faults(error: ImssIntegrityError) -> list[tuple[str, str]]:
    """Give code and path of each fault."""
    return [(fault.code, fault.path) for fault in error.faults]


@pytest.mark.parametrize(
    ("changes", "code", "path"),
    [
        ({"days": 0}, "range", "days"),
        ({"days": 1001}, "range", "days"),
        ({"days": True}, "type", "days"),
        ({"days": 1.0}, "type", "days"),
        ({"days": None}, "type", "days"),
        ({"after": ["A1"]}, "type", "after"),
        ({"after": "A1"}, "type", "after"),
        ({"after": ("A1", "una clave")}, "grammar", "after[1]"),
        ({"after": (1,)}, "type", "after[0]"),
        ({"after": ("A1", "A2", "A1")}, "duplicate", "after"),
        ({"progress": 101}, "range", "progress"),
        ({"due": datetime(2026, 3, 31)}, "type", "due"),  # noqa: DTZ001 - what is refused
    ],
)
def test_an_action_refuses(changes: dict[str, object], code: str, path: str) -> None:
    """Each field keeps its rule, those of a commitment too."""
    given: dict[str, object] = {
        "code": "A9",
        "what": Text("Paso"),
        "owner": "calidad",
        "due": date(2026, 3, 31),
        "days": 1,
    }
    with pytest.raises(ImssIntegrityError) as caught:
        LOOSE_ACTION(**(given | changes))

    assert [(code, path)] == faults(caught.value)
    assert caught.value.text.es != caught.value.text.en


def test_an_action_needs_its_days() -> None:
    """How long it takes is never guessed; both ends of the range are included."""
    with pytest.raises(TypeError, match="days"):
        LOOSE_ACTION(code="A1", what=Text("Paso"), owner="calidad", due=date(2026, 3, 31))

    assert [1, 1000] == [action("A1", days=days).days for days in (1, 1000)]


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        ([action("A1"), action("A1")], [("duplicate", "actions")]),
        ([action("A1"), action("a1")], [("duplicate", "actions")]),
        ([action("A1", "A0")], [("unknown", "actions[A1].after")]),
        ([action("A1"), action("A2", "a1")], [("unknown", "actions[A2].after")]),
        ([action("A1", "A1")], [("ring", "actions[A1].after")]),
        ([action("A2", "A1"), action("A1", "A2")], [("ring", "actions[A1].after")]),
        (
            [action("A1"), action("A1", "A2", "B"), action("A2", "A1"), action("c"), action("C")],
            [
                ("duplicate", "actions"),
                ("duplicate", "actions"),
                ("unknown", "actions[A1].after"),
                ("ring", "actions[A1].after"),
            ],
        ),
    ],
)
def test_what_makes_no_plan_is_named_at_once(
    plan: list[Action], expected: list[tuple[str, str]]
) -> None:
    """Every fault is listed, in the order of the actions; the critical path refuses the same."""
    with pytest.raises(InconsistentError) as caught:
        check_actions(plan)
    with pytest.raises(InconsistentError) as same:
        critical_path(plan, start=START)

    assert expected == faults(caught.value)
    assert caught.value.faults == same.value.faults
    assert caught.value.faults == pickle.loads(pickle.dumps(caught.value)).faults  # noqa: S301


def test_rings_are_told_in_words() -> None:
    """Each waits for the next; the first stands at the end again, in both languages."""
    plan = [action("A1", "A3"), action("A2", "A1"), action("A3", "A2"), action("B", "B", "A1")]
    with pytest.raises(InconsistentError) as caught:
        check_actions(plan)

    three, itself = caught.value.faults
    assert "actions must not wait for each other in a ring: A1 -> A3 -> A2 -> A1" == three.text.en
    assert "las acciones no deben esperarse en círculo: B -> B" == itself.text.es


def test_of_rings_that_are_as_short_the_first_by_code_is_told() -> None:
    """Then those of the actions that it does not name."""
    plan = [action("A", *"IHGFEDCB"), *(action(code, "A") for code in "IHGFEDCB")]
    with pytest.raises(InconsistentError) as caught:
        check_actions(plan)

    rings = [str(fault.text.en).rpartition(": ")[2] for fault in caught.value.faults]
    assert ["A -> B -> A", *(f"{code} -> A -> {code}" for code in "CDEFGHI")] == rings


@pytest.mark.parametrize(("length", "end"), [(8, "A8 -> A1"), (9, "A8 -> ...")])
def test_long_rings_are_cut(length: int, end: str) -> None:
    """Eight are named, of a longer ring the first eight."""
    plan = [action(f"A{n + 1}", f"A{(n + 1) % length + 1}") for n in range(length)]
    with pytest.raises(InconsistentError) as caught:
        check_actions(plan)

    assert str(caught.value).partition(" @ ")[0].endswith(f"A6 -> A7 -> {end}")


def test_a_long_plan_is_checked_without_recursion() -> None:
    """Thousands in a row, in a ring or not."""
    row = [action(f"A{n}", *([f"A{n - 1}"] if n else [])) for n in range(3000)]
    check_actions(row)
    with pytest.raises(InconsistentError, match="A0 -> A2999 -> A2998"):
        check_actions([attrs.evolve(row[0], after=("A2999",)), *row[1:]])

    assert 3000 == len(critical_path(row, start=START).chain)


@pytest.mark.parametrize("plan", [None, "A1", 5, {"A1": 1}, [1], [None], ["A1"]])
def test_what_is_no_series_of_actions_is_refused(plan: object) -> None:
    """By every verb."""
    calls: tuple[Callable[[], object], ...] = (
        lambda: LOOSE_CHECK(plan),
        lambda: LOOSE_PATH(plan, start=START),
        lambda: _agenda(actions=plan),
    )
    for call in calls:
        with pytest.raises(InvalidValueError) as caught:
            call()
        (fault,) = caught.value.faults
        assert fault.path.partition("[")[0] == "actions"
        assert fault.code == "type"


@pytest.mark.parametrize(
    ("plan", "changes", "error", "code", "path"),
    [
        ([], {}, InvalidValueError, "empty", "actions"),
        ([action("A1")], {"start": "2026-01-05"}, InvalidValueError, "type", "start"),
        ([action("A1")], {"start": date(1899, 12, 31)}, InvalidValueError, "range", "start"),
        ([action("A1")], {"start": date(1969, 12, 31)}, NotInForceError, "in_force", "year"),
        ([action("A1")], {"calendar": "estatutario"}, InvalidValueError, "type", "calendar"),
        (
            [action("A1", days=2)],
            {"start": date(2200, 12, 31)},
            InvalidValueError,
            "range",
            "start",
        ),
    ],
)
def test_a_critical_path_refuses(
    plan: list[Action],
    changes: dict[str, Any],
    error: type[ImssIntegrityError],
    code: str,
    path: str,
) -> None:
    """No action, no day, no calendar, or a plan that leaves the days of the library."""
    with pytest.raises(error) as caught:
        LOOSE_PATH(plan, **({"start": START} | changes))

    assert [(code, path)] == faults(caught.value)


def test_a_plan_may_use_the_days_of_the_library_up() -> None:
    """Its last business day may be the last of all, and without holidays its first the first."""
    last = critical_path([action("A1")], start=date(2200, 12, 31))
    free = Calendar(statutory=False)
    first = critical_path([action("A1")], start=date(1900, 1, 1), calendar=free)

    assert date(2200, 12, 31) == last.finish
    assert date(1900, 1, 1) == first.start


@pytest.mark.parametrize(
    ("changes", "error", "code", "path"),
    [
        ({"start": "2026-01-31"}, InvalidValueError, "type", "start"),
        ({"until": None}, InvalidValueError, "type", "until"),
        ({"every_months": 0}, InvalidValueError, "range", "every_months"),
        ({"every_months": 121}, InvalidValueError, "range", "every_months"),
        ({"every_months": True}, InvalidValueError, "type", "every_months"),
        ({"until": date(2026, 1, 30)}, InconsistentError, "order", "until"),
        (
            {"start": date(1900, 1, 1), "until": date(2200, 12, 31)},
            InvalidValueError,
            "range",
            "months",
        ),
    ],
)
def test_follow_ups_refuse(
    changes: dict[str, Any], error: type[ImssIntegrityError], code: str, path: str
) -> None:
    """The days and the agenda refuse alike."""
    given = {"start": date(2026, 1, 31), "every_months": 1, "until": date(2026, 4, 30)} | changes
    calls: tuple[Callable[[], object], ...] = (
        lambda: LOOSE_DAYS(**given),
        lambda: _agenda(**given),
    )
    for call in calls:
        with pytest.raises(error) as caught:
            call()
        assert [(code, path)] == faults(caught.value)


def _agenda(**changes: Any) -> object:
    given: dict[str, Any] = {
        "actions": [],
        "start": date(2026, 1, 31),
        "every_months": 1,
        "until": date(2026, 4, 30),
    }
    return follow_up_agenda(**(given | changes))
