"""What no phase, no day and no opening of a cycle lets in: refused, the cycle unchanged."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import partial
from typing import Any, ClassVar

import attrs
import pytest
from cycle_phases import (
    ACTING,
    CHANGE,
    CHECK,
    DOING,
    EVENTS,
    LEGAL,
    NEW,
    ONE_DAY,
    ONE_OF_EACH,
    OPENED,
    PHASES,
    PLAN,
    READY,
    START,
    UNDERWAY,
    action,
    each_refuses,
    later,
    refusal,
    refused,
    weeks,
)

from imss_integrity.kernel import InconsistentError, InvalidValueError, Period
from imss_integrity.pdca import (
    ActionProgressed,
    ActionStarted,
    Cycle,
    CycleEvent,
    CycleMove,
    Decision,
    EvidenceAdded,
    Measured,
    NextOpened,
    Opened,
    Phase,
    PlanApproved,
    advance,
    open_next,
    phase_shares,
    replay,
    score_cycle,
    verify,
)

NAME, KEY = "Fulana-Ejemplo-Inexistente", "XEXX010101HNEXXXA4"


class TestPhases:
    """What belongs in no other phase is refused there, whoever asks."""

    @pytest.mark.parametrize("phase", Phase)
    def test_legal_moves(self, phase: Phase) -> None:
        """The table, once more."""
        assert LEGAL[phase].split() == [*PHASES[phase].legal_moves]
        assert phase is PHASES[phase].phase

    @pytest.mark.parametrize("phase", Phase)
    @pytest.mark.parametrize("move", CycleMove)
    def test_illegal_moves_name_the_legal_ones(self, phase: Phase, move: CycleMove) -> None:
        """And the phase that they need; nothing else is looked at, not even who asks."""
        event = later(ONE_OF_EACH[move], by="nadie")
        if move in LEGAL[phase].split():
            assert ("by", "unknown") in refused(PHASES[phase], event)
            return
        assert [("", "transition")] == refused(PHASES[phase], event)
        text = refusal(PHASES[phase], event).text
        homes = [home for home, moves in LEGAL.items() if move in moves.split()]
        for told in (str(text.es), str(text.en)):
            assert [phase, *LEGAL[phase].split(), move, *homes] == re.findall(r"'(\w+)'", told)
        assert ("which needs a new cycle" in str(text.en)) is (move is CycleMove.OPEN)

    def test_in_words(self) -> None:
        """In full, in both languages."""
        text = refusal(ACTING, later(ONE_OF_EACH[CycleMove.VERIFY])).text
        place = f" @ events[{len(ACTING.events)}]"
        assert text.en == (
            "a cycle in phase 'actuar' must go on with 'decision', 'cierre', 'medicion',"
            " 'evidencia': got 'verificacion', which needs phase 'verificar'" + place
        )
        assert text.es == (
            "un ciclo en la fase 'actuar' debe seguir con 'decision', 'cierre', 'medicion',"
            " 'evidencia': se pidió 'verificacion', que necesita la fase 'verificar'" + place
        )


class TestOpening:
    """A cycle begins with its opening, once."""

    def test_another_event_opens_nothing(self) -> None:
        """Whatever it is."""
        with pytest.raises(InconsistentError, match="'apertura'") as caught:
            replay(EVENTS[1:])
        assert [("events[0]", "transition")] == [(f.path, f.code) for f in caught.value.faults]

    def test_faults_of_an_opening(self) -> None:
        """Who opens is a role of the cycle; no cycle comes before itself: both at once."""
        stranger = attrs.evolve(OPENED, by="nadie")
        each_refuses("events[0].by", "unknown", lambda: replay([stranger]))
        ring = attrs.evolve(OPENED, previous="C-2")
        each_refuses("events[0].previous", "self", lambda: replay([ring]))
        with pytest.raises(InconsistentError, match="2 faults"):
            replay([attrs.evolve(stranger, previous="C-2")])

    @pytest.mark.parametrize(
        ("changes", "path", "code"),
        [
            ({"roles": ()}, "roles", "empty"),
            ({"roles": ("calidad",) * 2}, "roles", "duplicate"),
            ({"roles": tuple(f"r{n}" for n in range(101))}, "roles", "limit"),
            ({"roles": ["calidad"]}, "roles", "type"),
            ({"subcriteria": ("1.1", "1.1")}, "subcriteria", "duplicate"),
            ({"subcriteria": tuple(f"1.{n}" for n in range(501))}, "subcriteria", "limit"),
            ({"period": None}, "period", "type"),
            ({"on": datetime(2025, 1, 6)}, "on", "type"),  # noqa: DTZ001 - what is refused
            ({"on": date(1899, 12, 31)}, "on", "range"),
            ({"code": "una clave"}, "code", "grammar"),
            ({"previous": ""}, "previous", "grammar"),
        ],
    )
    def test_fields(self, changes: dict[str, Any], path: str, code: str) -> None:
        """Each keeps its rule."""
        each_refuses(path, code, lambda: attrs.evolve(OPENED, **changes))

    def test_codes_that_are_repeated_are_named_at_once(self) -> None:
        """In both lists; the most that are allowed are allowed."""
        with pytest.raises(InconsistentError) as caught:
            attrs.evolve(OPENED, roles=("a1", "a1"), subcriteria=("1.1", "1.1"))
        assert ["roles", "subcriteria"] == [fault.path for fault in caught.value.faults]
        roles = tuple(f"r{n}" for n in range(100))
        subcriteria = tuple(f"1.{n}" for n in range(500))
        opened = attrs.evolve(OPENED, by="r99", roles=roles, subcriteria=subcriteria)
        assert (roles, subcriteria) == (replay([opened]).roles, replay([opened]).subcriteria)


class TestEveryEvent:
    """Who, when, and of what class."""

    @pytest.mark.parametrize("number", range(1, len(EVENTS)))
    def test_days_never_go_back(self, number: int) -> None:
        """The day of the last event is allowed, the day before it is not."""
        cycle, event = replay(EVENTS[:number]), EVENTS[number]
        assert replay(EVENTS[: number + 1]) == advance(cycle, event)
        assert ("on", "order") in refused(cycle, attrs.evolve(event, on=cycle.on - ONE_DAY))

    def test_all_faults_of_an_event_are_named_at_once(self) -> None:
        """Who, when, what, how far."""
        event = ActionProgressed(on=CHANGE - ONE_DAY, by="nadie", action="A1", progress=39)
        assert [("on", "order"), ("by", "unknown"), ("progress", "order")] == refused(
            UNDERWAY, event
        )

    def test_nobody_is_named_in_an_error(self) -> None:
        """What could be personal is described by its length."""
        events: list[tuple[Cycle, CycleEvent]] = [
            (DOING, ActionStarted(on=CHECK, by=NAME, action=KEY)),
            (DOING, Measured(on=CHECK, by=KEY, indicator=NAME, measurements=weeks([1], 12))),
            (NEW, later(EVENTS[1], by=NAME, plan=attrs.evolve(PLAN, actions=(
                action("A1", owner=KEY),)))),
            (NEW, EvidenceAdded(on=CHECK, by=KEY, reference=NAME, action=NAME)),
            (replay(EVENTS), NextOpened(on=CHECK, by=NAME, code=KEY)),
        ]  # fmt: skip
        for cycle, event in events:
            error = refusal(cycle, event)
            told = f"{error!r} {error} {error.text} {error.to_record()}"
            assert NAME not in told
            assert KEY not in told

    def test_only_events_of_the_library_join(self) -> None:
        """No base, no class of somebody else, not even one that says it is an event."""

        @attrs.frozen(kw_only=True)
        class Sneaked(CycleEvent):
            """An event that nobody guards."""

            move: ClassVar[CycleMove] = CycleMove.DECIDE
            decision: Decision = Decision.STANDARDISE

        @attrs.frozen(kw_only=True)
        class Approved(PlanApproved):
            """An approval that says another move of itself."""

            move: ClassVar[CycleMove] = CycleMove.ADD_EVIDENCE

        number = len(READY.events)
        for foreign in (kind(on=CHECK, by="calidad") for kind in (CycleEvent, Sneaked, Approved)):
            each_refuses(
                f"events[{number}]",
                "type",
                partial(advance, READY, foreign),
                partial(replay, [*READY.events, foreign]),
            )
            with pytest.raises(InvalidValueError, match="2 faults"):
                replay([OPENED, foreign, foreign])

    @pytest.mark.parametrize("foreign", [None, "apertura", 5, {}, OPENED.period, Opened])
    def test_anything_else_is_no_event(self, foreign: Any) -> None:
        """Neither for `advance` nor for `replay` nor for the class."""
        each_refuses(
            "events[1]",
            "type",
            lambda: advance(NEW, foreign),
            lambda: replay([OPENED, foreign]),
            lambda: Cycle(events=(OPENED, foreign)),
        )

    @pytest.mark.parametrize("foreign", [None, "C-1", 5, [], EVENTS, Cycle])
    def test_anything_else_is_no_cycle(self, foreign: Any) -> None:
        """For no verb of the room."""
        period = Period.year(2026)
        each_refuses(
            "cycle",
            "type",
            lambda: advance(foreign, OPENED),
            lambda: verify(foreign, on=CHECK),
            lambda: score_cycle(foreign),
            lambda: phase_shares(foreign),
            lambda: open_next(foreign, code="C-9", period=period, on=CHECK, by="calidad"),
        )

    @pytest.mark.parametrize(
        ("events", "code"),
        [((), "empty"), ([OPENED], "type"), (OPENED, "type"), (None, "type")],
    )
    def test_the_class_itself_takes_a_tuple(self, events: Any, code: str) -> None:
        """Of at least one event."""
        each_refuses("events", code, lambda: Cycle(events=events))

    def test_a_life_has_its_length(self) -> None:
        """Ten thousand events, and not one more."""
        note = EvidenceAdded(on=START, by="turno", reference="OFICIO-1")
        cycle = replay([OPENED, *[note] * 9_998])
        full = advance(cycle, note)
        assert 10_000 == len(full.events)
        each_refuses(
            "events", "limit", lambda: advance(full, note), lambda: replay([*full.events, note])
        )
