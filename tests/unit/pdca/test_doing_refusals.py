"""What may not be done or measured: refused with path and code, the cycle unchanged."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import attrs
import pytest
from cycle_phases import (
    CHANGE,
    CHECK,
    DOING,
    LOOSE,
    ONE_DAY,
    ONE_OF_EACH,
    READY,
    START,
    UNDERWAY,
    before,
    each_refuses,
    later,
    refusal,
    refused,
    shares,
    weeks,
)

from imss_integrity.kernel import InvalidValueError, Period, Text
from imss_integrity.pdca import (
    ActionCancelled,
    ActionDone,
    ActionProgressed,
    ActionStarted,
    ActionState,
    Cadence,
    Cycle,
    CycleEvent,
    CycleMove,
    DoingEnded,
    EvidenceAdded,
    Measured,
    Measurement,
    advance,
)


class TestDoing:
    """No leaving *hacer* with open actions; each action lives in order."""

    @pytest.mark.parametrize(
        ("cycle", "event", "expected"),
        [
            (DOING, ActionStarted(on=CHECK, by="turno", action="A9"), ("action", "unknown")),
            (DOING, ActionDone(on=CHECK, by="turno", action="a1"), ("action", "unknown")),
            (UNDERWAY, ActionStarted(on=CHECK, by="turno", action="A1"), ("action", "transition")),
            (DOING, ActionDone(on=CHECK, by="turno", action="A1"), ("action", "transition")),
            (
                DOING,
                ActionProgressed(on=CHECK, by="turno", action="A1", progress=1),
                ("action", "transition"),
            ),
            (
                before(ActionStarted, 1),
                ActionCancelled(on=CHECK, by="turno", action="A1", reason=Text("No")),
                ("action", "transition"),
            ),
            (
                before(DoingEnded),
                ActionStarted(on=CHECK, by="turno", action="A2"),
                ("action", "transition"),
            ),
            (
                UNDERWAY,
                ActionProgressed(on=CHECK, by="turno", action="A1", progress=39),
                ("progress", "order"),
            ),
            (UNDERWAY, ActionStarted(on=CHECK, by="turno", action="A2"), ("action", "waits")),
            (
                DOING,
                EvidenceAdded(on=CHECK, by="turno", reference="X1", action="A9"),
                ("action", "unknown"),
            ),
        ],
    )
    def test_an_action_lives_in_order(
        self, cycle: Cycle, event: CycleEvent, expected: tuple[str, str]
    ) -> None:
        """Begun once, after what it waits for; it never falls back; what is over is over."""
        assert [expected] == refused(cycle, event)

    def test_states_are_named(self) -> None:
        """Those in which it may be, and the one in which it is."""
        error = refusal(
            before(DoingEnded),
            ActionCancelled(on=CHECK, by="turno", action="A2", reason=Text("No")),
        )
        assert str(error).startswith(
            "'action' must name an action in state 'pendiente', 'en_curso': got "
        )
        waits = refusal(UNDERWAY, ActionStarted(on=CHECK, by="turno", action="A2"))
        assert "must wait until these are done or cancelled: A1" in str(waits)

    def test_an_action_that_is_over_frees_those_that_wait(self) -> None:
        """Done or cancelled."""
        for end in (
            ActionDone(on=CHECK, by="turno", action="A1"),
            ActionCancelled(on=CHECK, by="turno", action="A1", reason=Text("No")),
        ):
            cycle = advance(UNDERWAY, end)
            begun = advance(cycle, ActionStarted(on=CHECK, by="turno", action="A2"))
            assert ActionState.UNDERWAY is begun.action_state("A2")

    @pytest.mark.parametrize("progress", [40, 41, 99])
    def test_progress_may_stay_or_rise(self, progress: int) -> None:
        """Up to 99; 100 is the end, which is an event of its own."""
        event = ActionProgressed(on=CHECK, by="turno", action="A1", progress=progress)
        assert progress == advance(UNDERWAY, event).actions[0].progress

    @pytest.mark.parametrize("progress", [0, 100, -1, 40.0, True, "40"])
    def test_progress_is_1_to_99(self, progress: Any) -> None:
        """Whole."""
        with pytest.raises(InvalidValueError, match="from 1 to 99"):
            LOOSE["ActionProgressed"](on=CHECK, by="turno", action="A1", progress=progress)

    @pytest.mark.parametrize(
        ("cycle", "left"), [(DOING, "A1, A2"), (before(ActionCancelled), "A2")]
    )
    def test_open_actions_are_named(self, cycle: Cycle, left: str) -> None:
        """Before *hacer* is left."""
        event = later(ONE_OF_EACH[CycleMove.END_DOING])
        assert [("", "missing")] == refused(cycle, event)
        assert f"there must be an end or a cancellation of {left};" in str(refusal(cycle, event))

    @pytest.mark.parametrize("code", ["A9", "a1", "", None])
    def test_states_are_told_of_actions_of_the_plan(self, code: Any) -> None:
        """Of no other."""
        each_refuses("code", "unknown", lambda: READY.action_state(code))
        assert ActionState.PENDING is READY.action_state("A1")


def faulty_series() -> Iterator[tuple[str, tuple[Measurement, ...], list[tuple[str, str]]]]:
    """Give indicator, measurements that cannot follow twelve weeks, and their faults."""
    place = "measurements[0]"
    yield "nada", weeks([1], 12), [("indicator", "unknown")]
    yield "espera", shares([(1, 2)], 12), [(f"{place}.value", "shape")]
    yield "quejas", weeks([1]), [(f"{place}.value", "shape")]
    yield "infeccion", weeks([1]), [(f"{place}.value", "shape")]
    yield "caidas", weeks([-1], 12), [(f"{place}.value", "range")]
    half = (attrs.evolve(weeks([1], 12)[0], value=Fraction(1, 2)),)
    yield "caidas", half, [(f"{place}.value", "range")]
    yield "quejas", shares([(3, 2)]), [(f"{place}.numerator", "range")]
    yield "espera", weeks([1], 11), [(f"{place}.period", "order")]  # once more the last week
    yield "espera", weeks([1], 5), [(f"{place}.period", "order")]
    yield "quejas", shares([(1, 2)]) * 2, [("measurements[1].period", "order")]
    yield "quejas", shares([(1, 2)] * 2)[::-1], [("measurements[1].period", "order")]
    day = Period(start=START + timedelta(weeks=12), end=START + timedelta(weeks=12))
    yield "espera", (Measurement.of_value(day, 1),), [(f"{place}.period", "cadence")]
    month = Cadence.MONTHLY.period_from(date(2025, 4, 1))
    yield "espera", (Measurement.of_value(month, 1),), [(f"{place}.period", "cadence")]
    shifted = Cadence.WEEKLY.period_from(CHANGE - ONE_DAY)
    yield "espera", (Measurement.of_value(shifted, 1),), [(f"{place}.period", "order")]
    last = Cadence.WEEKLY.period_from(date(2025, 11, 25))
    yield "espera", (Measurement.of_value(last, 1),), []  # over on 1 December, the day itself
    unfinished = Cadence.WEEKLY.period_from(date(2025, 11, 26))
    yield "espera", (Measurement.of_value(unfinished, 1),), [(f"{place}.period", "future")]
    yield (
        "quejas",
        (*shares([(3, 2)]), *weeks([1]), Measurement.of_counts(unfinished, 1, 1)),
        [
            (f"{place}.numerator", "range"),
            ("measurements[1].value", "shape"),
            ("measurements[1].period", "order"),
            ("measurements[2].period", "future"),
        ],
    )


class TestMeasuring:
    """One indicator, one cadence, period after period, each one over."""

    @pytest.mark.parametrize(("code", "series", "expected"), [*faulty_series()])
    def test_series(
        self, code: str, series: tuple[Measurement, ...], expected: list[tuple[str, str]]
    ) -> None:
        """What cannot follow is named by its place, all at once."""
        event = Measured(on=date(2025, 12, 1), by="turno", indicator=code, measurements=series)
        if expected:
            assert expected == refused(DOING, event)
        else:
            assert series[-1] == advance(DOING, event).measurements(code)[-1]

    def test_what_may_follow(self) -> None:
        """All cases of a share, more events than size in a rate, none at all, a gap."""
        for code, series in (
            ("quejas", shares([(2, 2), (0, 2)])),
            ("infeccion", shares([(3, 2), (0, 1)])),
            ("caidas", weeks([0], 12)),
            ("espera", (*weeks([-1], 12), *weeks([1], 20))),
        ):
            event = Measured(on=date(2025, 12, 1), by="turno", indicator=code, measurements=series)
            known = DOING.measurements(code)
            assert (*known, *series) == advance(DOING, event).measurements(code)

    @pytest.mark.parametrize(
        ("given", "path", "code"),
        [
            ({"numerator": 1, "denominator": 0}, "denominator", "range"),
            ({"numerator": -1, "denominator": 1}, "numerator", "range"),
            ({"numerator": 1, "denominator": 1.0}, "denominator", "type"),
            ({"numerator": True, "denominator": 1}, "numerator", "type"),
            ({"value": 1.5}, "value", "type"),
            ({"value": 1}, "value", "type"),
            ({"value": float("nan")}, "value", "type"),
            ({}, "value", "shape"),
            ({"numerator": 1}, "value", "shape"),
            ({"denominator": 1}, "value", "shape"),
            ({"value": Fraction(1), "numerator": 1}, "value", "shape"),
            ({"value": Fraction(1), "numerator": 1, "denominator": 1}, "value", "shape"),
        ],
    )
    def test_a_measurement_is_a_value_or_two_counts(
        self, given: dict[str, Any], path: str, code: str
    ) -> None:
        """Never both, never neither; nothing is divided by 0; no float."""
        each_refuses(path, code, lambda: LOOSE["Measurement"](period=Period.year(2025), **given))

    @pytest.mark.parametrize("value", [1.5, float("nan"), "NaN", "1,5", True, None])
    def test_values_are_exact(self, value: Any) -> None:
        """A float is none."""
        with pytest.raises(InvalidValueError, match="exact number"):
            Measurement.of_value(Period.year(2025), value)

    @pytest.mark.parametrize(
        ("series", "code"), [((), "empty"), (list(weeks([1])), "type"), (("x",), "type")]
    )
    def test_an_event_holds_measurements(self, series: Any, code: str) -> None:
        """In a tuple, at least one."""
        with pytest.raises(InvalidValueError) as caught:
            LOOSE["Measured"](on=CHECK, by="turno", indicator="espera", measurements=series)
        assert code == caught.value.faults[0].code
