"""What may not join a cycle: refused with path and code, all at once, the cycle unchanged."""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from fractions import Fraction
from functools import partial
from typing import Any, ClassVar

import attrs
import pytest

from imss_integrity.kernel import (
    ImssIntegrityError,
    InconsistentError,
    InvalidValueError,
    NotInForceError,
    Period,
    Text,
)
from imss_integrity.pdca import (
    Action,
    ActionCancelled,
    ActionDone,
    ActionProgressed,
    ActionStarted,
    ActionState,
    Cadence,
    CheckingEnded,
    Closed,
    Cycle,
    CycleEvent,
    CycleMove,
    Decided,
    Decision,
    DoingEnded,
    EvidenceAdded,
    Indicator,
    Measure,
    Measured,
    Measurement,
    NextOpened,
    Opened,
    Outcome,
    Phase,
    Plan,
    PlanApproved,
    PlanDrafted,
    Verdict,
    Verified,
    advance,
    cycle_portfolio,
    open_next,
    phase_shares,
    replay,
    score_cycle,
    verify,
)
from imss_integrity.statistics import Assurance, Improvement, RuleSet

LOOSE: dict[str, Callable[..., Any]] = {
    made.__name__: made
    for made in (Indicator, Measurement, Plan, Opened, ActionProgressed, Measured, Decided, verify)
}
ONE_DAY = timedelta(days=1)
START = date(2025, 1, 6)  # a Monday
CHANGE = START + timedelta(weeks=12)
CHECK = CHANGE + timedelta(weeks=13)
NAME, KEY = "Fulana-Ejemplo-Inexistente", "XEXX010101HNEXXXA4"


def indicator(code: str, measure: Measure = Measure.VALUE, **more: Any) -> Indicator:
    """Give a weekly indicator that should fall."""
    given: dict[str, Any] = {
        "code": code,
        "name": Text("Espera", "Waiting"),
        "unit": Text("minutos", "minutes"),
        "measure": measure,
        "wanted": Improvement.DOWN,
        "cadence": Cadence.WEEKLY,
    }
    return Indicator(**(given | more))


def action(code: str, *after: str, **more: Any) -> Action:
    """Give an action of the shift that waits for others."""
    due = date(2025, 6, 30)
    return Action(
        code=code,
        what=Text("Paso", "Step"),
        owner=more.pop("owner", "turno"),
        due=due,
        after=after,
        days=5,
        **more,
    )


def weeks(levels: list[int], first: int = 0) -> tuple[Measurement, ...]:
    """Measure whole levels week by week, from week *first* on."""
    return tuple(
        Measurement.of_value(
            Cadence.WEEKLY.period_from(START + timedelta(weeks=first + number)), level
        )
        for number, level in enumerate(levels)
    )


def shares(counts: list[tuple[int, int]], first: int = 0) -> tuple[Measurement, ...]:
    """Measure cases among cases week by week."""
    return tuple(
        Measurement.of_counts(
            Cadence.WEEKLY.period_from(START + timedelta(weeks=first + number)), *pair
        )
        for number, pair in enumerate(counts)
    )


WAITING = indicator("espera", target=Fraction(8))
FALLS = indicator("caidas", Measure.COUNT)
COMPLAINTS = indicator("quejas", Measure.PROPORTION)
INFECTIONS = indicator("infeccion", Measure.RATE, per=1000)
PLAN = Plan(
    aim=Text("Menos espera", "Less waiting"),
    indicator=WAITING,
    side_effects=(FALLS, COMPLAINTS, INFECTIONS),
    actions=(action("A1"), action("A2", "A1")),
)
OPENED = Opened(
    on=START,
    by="calidad",
    code="C-2",
    unit="UMF-900",
    period=Period.year(2025),
    roles=("calidad", "turno"),
    previous="C-1",
)
EVENTS: list[CycleEvent] = [
    OPENED,
    PlanDrafted(on=START, by="calidad", plan=PLAN),
    Measured(on=CHANGE, by="turno", indicator="espera", measurements=weeks([10, 12] * 6)),
    Measured(on=CHANGE, by="turno", indicator="caidas", measurements=weeks([8, 10] * 6)),
    PlanApproved(on=CHANGE, by="calidad"),
    ActionStarted(on=CHANGE, by="turno", action="A1"),
    ActionProgressed(on=CHANGE, by="turno", action="A1", progress=40),
    ActionDone(on=CHANGE, by="turno", action="A1"),
    ActionStarted(on=CHANGE, by="turno", action="A2"),
    ActionCancelled(on=CHANGE, by="turno", action="A2", reason=Text("Sin presupuesto", "No money")),
    DoingEnded(on=CHANGE, by="calidad"),
    Measured(on=CHECK, by="turno", indicator="espera", measurements=weeks([2, 4] * 6, 12)),
    Measured(on=CHECK, by="turno", indicator="caidas", measurements=weeks([8, 10] * 6, 12)),
]
VERDICT = verify(replay(EVENTS), on=CHECK)
EVENTS.extend(
    [
        Verified(on=CHECK, by="calidad", verdict=VERDICT),
        CheckingEnded(on=CHECK, by="calidad"),
        Decided(
            on=CHECK,
            by="calidad",
            decision=Decision.STANDARDISE,
            reason=Text("Mejoró", "It improved"),
        ),
        Closed(on=CHECK, by="calidad"),
        NextOpened(on=CHECK, by="calidad", code="C-3"),
    ]
)


def before(kind: type[CycleEvent], skipped: int = 0) -> Cycle:
    """Give the cycle as it stands before its event of that class."""
    places = [number for number, event in enumerate(EVENTS) if type(event) is kind]
    return replay(EVENTS[: places[skipped]])


NEW = replay(EVENTS[:1])
READY = before(PlanApproved)
DOING = before(ActionStarted)
UNDERWAY = before(ActionDone)
CHECKING = before(Verified)
ACTING = before(Decided)
CLOSED = before(NextOpened)
PHASES = {
    Phase.PLAN: READY,
    Phase.DO: UNDERWAY,
    Phase.CHECK: CHECKING,
    Phase.ACT: ACTING,
    Phase.CLOSED: CLOSED,
}
LEGAL = {
    "planear": "borrador_de_plan aprobacion_de_plan medicion evidencia",
    "hacer": "inicio_de_accion avance_de_accion termino_de_accion cancelacion_de_accion"
    " cierre_de_hacer medicion evidencia",
    "verificar": "verificacion cierre_de_verificar medicion evidencia",
    "actuar": "decision cierre medicion evidencia",
    "cerrado": "ciclo_siguiente",
}
ONE_OF_EACH = {event.move: event for event in EVENTS} | {
    CycleMove.ADD_EVIDENCE: EvidenceAdded(on=CHECK, by="turno", reference="OFICIO-1")
}


def each_refuses(path: str, code: str, *calls: Callable[[], object]) -> None:
    """Check that each call raises that one fault."""
    for call in calls:
        with pytest.raises(ImssIntegrityError) as caught:
            call()
        assert [(path, code)] == [(fault.path, fault.code) for fault in caught.value.faults]


def refusal(cycle: Cycle, event: CycleEvent) -> InconsistentError:
    """Give the error, which `replay` raises too; check that the cycle stays and that it speaks."""
    events = cycle.events
    with pytest.raises(InconsistentError) as caught:
        advance(cycle, event)
    with pytest.raises(InconsistentError) as same:
        replay([*events, event])
    assert caught.value.faults == same.value.faults
    assert caught.value.faults == pickle.loads(pickle.dumps(caught.value)).faults  # noqa: S301
    assert events is cycle.events
    assert replay(events) == cycle
    for fault in caught.value.faults:
        assert " must " in str(fault.text.en)
        assert " debe " in f" {fault.text.es} "
    return caught.value


def refused(cycle: Cycle, event: CycleEvent) -> list[tuple[str, str]]:
    """Give path, below the event's own, and code of each fault."""
    place = f"events[{len(cycle.events)}]"
    faults = refusal(cycle, event).faults
    assert all(fault.path.startswith(place) for fault in faults)
    return [(fault.path.removeprefix(place).removeprefix("."), fault.code) for fault in faults]


def later(event: CycleEvent, **changes: Any) -> CycleEvent:
    """Give the event with changes, long after all others unless a day is among them."""
    return attrs.evolve(event, **({"on": date(2025, 12, 1)} | changes))


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


class TestPlanning:
    """No leaving *planear* without aim, indicator, baseline, target and action."""

    @pytest.mark.parametrize(
        ("changes", "missing"),
        [
            ({"aim": None}, ["aim"]),
            ({"indicator": attrs.evolve(WAITING, target=None)}, ["target"]),
            ({"actions": ()}, ["at least one action"]),
            (
                {"aim": None, "indicator": attrs.evolve(WAITING, target=None), "actions": ()},
                ["aim", "target", "at least one action"],
            ),
        ],
    )
    def test_what_is_missing_is_named(self, changes: dict[str, Any], missing: list[str]) -> None:
        """All of it, and what may be done meanwhile."""
        cycle = advance(READY, later(EVENTS[1], plan=attrs.evolve(PLAN, **changes)))
        event = later(ONE_OF_EACH[CycleMove.APPROVE_PLAN])
        assert [("", "missing")] == refused(cycle, event)
        text = refusal(cycle, event).text
        assert str(text.en).startswith(
            f"to leave 'planear' there must be {', '.join(missing)}; meanwhile it may go on with"
            " 'borrador_de_plan', 'medicion', 'evidencia'"
        )
        assert str(text.es).startswith("para salir de 'planear' debe haber ")

    @pytest.mark.parametrize(
        ("cycle", "missing"),
        [
            (
                NEW,
                "objetivo, indicador, meta, al menos una acción, línea base del indicador",
            ),
            (replay(EVENTS[:2]), "línea base del indicador"),
            (replay([*EVENTS[:2], EVENTS[3]]), "línea base del indicador"),
        ],
    )
    def test_a_baseline_is_one_of_the_main_indicator(self, cycle: Cycle, missing: str) -> None:
        """Measuring a side effect makes none."""
        text = refusal(cycle, later(ONE_OF_EACH[CycleMove.APPROVE_PLAN])).text
        assert f"debe haber {missing};" in str(text.es)

    def test_owners_are_roles(self) -> None:
        """Each that is none is named, by its action."""
        plan = attrs.evolve(
            PLAN, actions=(action("A1"), action("A2", owner="x1"), action("A3", owner="x2"))
        )
        assert [
            ("plan.actions[1].owner", "unknown"),
            ("plan.actions[2].owner", "unknown"),
        ] == refused(NEW, later(EVENTS[1], plan=plan))

    @pytest.mark.parametrize(
        "changes",
        [
            {"indicator": None},
            {"indicator": attrs.evolve(WAITING, wanted=Improvement.UP)},
            {"indicator": attrs.evolve(WAITING, cadence=Cadence.MONTHLY)},
            {"indicator": attrs.evolve(WAITING, unit=Text("horas", "hours"))},
            {"indicator": attrs.evolve(WAITING, code="otra")},
            {"side_effects": ()},
            {"side_effects": (attrs.evolve(FALLS, measure=Measure.VALUE),)},
        ],
    )
    def test_what_was_measured_stays(self, changes: dict[str, Any]) -> None:
        """So that no number is ever read as one of another indicator."""
        draft = later(EVENTS[1], plan=attrs.evolve(PLAN, **changes))
        assert [("plan", "measured")] == refused(READY, draft)
        assert advance(replay(EVENTS[:2]), draft).plan == attrs.evolve(PLAN, **changes)

    def test_each_indicator_that_was_measured_is_named(self) -> None:
        """All at once."""
        error = refusal(READY, later(EVENTS[1], plan=Plan()))
        assert ["'espera'", "'caidas'"] == [
            str(fault.text.en).split(" ")[4].rstrip(",") for fault in error.faults
        ]

    def test_a_target_may_change_and_a_side_effect_become_the_main_indicator(self) -> None:
        """What measures like before is kept, wherever it stands."""
        plan = attrs.evolve(
            PLAN,
            indicator=attrs.evolve(FALLS, target=Fraction(2)),
            side_effects=(attrs.evolve(WAITING, target=None),),
        )
        cycle = advance(READY, later(EVENTS[1], plan=plan))
        assert 12 == len(cycle.measurements("caidas"))
        assert Phase.DO is advance(cycle, later(ONE_OF_EACH[CycleMove.APPROVE_PLAN])).phase

    @pytest.mark.parametrize(
        ("changes", "path", "code"),
        [
            ({"actions": (action("A1", "A2"), action("A2", "A1"))}, "actions[A1].after", "ring"),
            ({"actions": (action("A1", "A9"),)}, "actions[A1].after", "unknown"),
            (
                {"actions": (action("A1"), action("A2", progress=1))},
                "actions[1].progress",
                "range",
            ),
            ({"side_effects": (FALLS, FALLS)}, "side_effects", "duplicate"),
            ({"side_effects": (WAITING,)}, "side_effects", "duplicate"),
            ({"side_effects": [FALLS]}, "side_effects", "type"),
            ({"actions": [action("A1")]}, "actions", "type"),
            ({"indicator": "espera"}, "indicator", "type"),
            ({"actions": tuple(action(f"A{n}") for n in range(201))}, "actions", "limit"),
        ],
    )
    def test_what_makes_no_plan(self, changes: dict[str, Any], path: str, code: str) -> None:
        """Rings, progress before it began, an indicator twice."""
        each_refuses(path, code, lambda: attrs.evolve(PLAN, **changes))

    @pytest.mark.parametrize("wanted", [None, "", "bajar", "neutral", 1, Assurance.PASS])
    def test_an_indicator_has_a_direction(self, wanted: Any) -> None:
        """A member of `Improvement`, never a guess."""
        each_refuses("wanted", "choice", lambda: attrs.evolve(WAITING, wanted=wanted))
        with pytest.raises(TypeError, match="wanted"):
            LOOSE["Indicator"](
                code="x1",
                name=Text("x1"),
                unit=Text("x1"),
                measure=Measure.VALUE,
                cadence=Cadence.DAILY,
            )

    @pytest.mark.parametrize(
        ("base", "changes", "expected"),
        [
            (COMPLAINTS, {"target": Fraction(-1, 100)}, ["target"]),
            (COMPLAINTS, {"target": Fraction(101, 100)}, ["target"]),
            (COMPLAINTS, {"target": Fraction(90)}, ["target"]),
            (FALLS, {"target": Fraction(-1, 100)}, ["target"]),
            (INFECTIONS, {"target": Fraction(-1, 100)}, ["target"]),
            (WAITING, {"per": 2}, ["per"]),
            (FALLS, {"per": 2}, ["per"]),
            (COMPLAINTS, {"per": 1000, "target": Fraction(2)}, ["target", "per"]),
            (INFECTIONS, {"per": 0}, ["per"]),
            (INFECTIONS, {"per": 1_000_001}, ["per"]),
        ],
    )
    def test_targets_are_levels_of_their_measure(
        self, base: Indicator, changes: dict[str, Any], expected: list[str]
    ) -> None:
        """A share from 0 to 1, a count from 0; only a rate is stated for a size."""
        with pytest.raises(ImssIntegrityError) as caught:
            attrs.evolve(base, **changes)
        assert [(path, "range") for path in expected] == [
            (fault.path, fault.code) for fault in caught.value.faults
        ]

    @pytest.mark.parametrize(
        ("base", "changes"),
        [
            (COMPLAINTS, {"target": Fraction(0)}),
            (COMPLAINTS, {"target": Fraction(1)}),
            (FALLS, {"target": Fraction(0)}),
            (INFECTIONS, {"target": Fraction(0), "per": 1}),
            (INFECTIONS, {"per": 1_000_000}),
            (WAITING, {"target": Fraction(-5)}),
        ],
    )
    def test_the_ends_are_included(self, base: Indicator, changes: dict[str, Any]) -> None:
        """Of every range; a plain value has none."""
        made = attrs.evolve(base, **changes)
        assert changes == {name: getattr(made, name) for name in changes}


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


def forgeries() -> Iterator[tuple[str, Verdict]]:
    """Give the verdict with each of its fields altered, those inside it too."""
    main = VERDICT.main
    changes: dict[str, Any] = {
        "cycle": "C-9",
        "intervention": CHANGE + ONE_DAY,
        "side_effects": VERDICT.side_effects[::-1],
        "status": next(status for status in type(VERDICT.status) if status != VERDICT.status),
        "sources": (),
    }
    for name, value in changes.items():
        yield name, attrs.evolve(VERDICT, **{name: value})
    inside: dict[str, Any] = {
        "indicator": "otra",
        "name": Text("Otra", "Another"),
        "outcome": Outcome.WORSENED,
        "points_before": main.points_before + 1,
        "points_after": main.points_after + 1,
        "points_between": 1 - main.points_between,
        "steady_before": None,
        "fired": main.fired[1:],
        "changed_on": CHANGE + ONE_DAY,
        "effect": None,
        "attainment": None,
        "assurance": Assurance.FAIL,
        "held": None,
    }
    assert {field.name for field in attrs.fields(type(main))} == inside.keys()
    assert {field.name for field in attrs.fields(Verdict)} == {*changes, "main", "on", "terms"}
    for name, value in inside.items():
        yield f"main.{name}", attrs.evolve(VERDICT, main=attrs.evolve(main, **{name: value}))
    side = attrs.evolve(VERDICT.side_effects[0], points_after=13)
    yield "side_effects[0]", attrs.evolve(VERDICT, side_effects=(side, *VERDICT.side_effects[1:]))
    rule = main.fired[0]
    marks: dict[str, Any] = {"rule": "otra", "name": Text("Otra", "Another"), "favourable": None}
    marks |= dict.fromkeys(("first", "completed", "last"), CHECK)
    assert {field.name for field in attrs.fields(type(rule))} == marks.keys()
    for name, value in marks.items():
        fired = (attrs.evolve(rule, **{name: value}), *main.fired[1:])
        yield f"fired.{name}", attrs.evolve(VERDICT, main=attrs.evolve(main, fired=fired))
    assert main.effect is not None
    for field in attrs.fields(type(main.effect)):
        number = getattr(main.effect, field.name)
        effect = attrs.evolve(main.effect, **{field.name: number * (1 + 1e-8)})
        yield f"effect.{field.name}", attrs.evolve(VERDICT, main=attrs.evolve(main, effect=effect))
    assert main.attainment is not None
    moved = attrs.evolve(main, attainment=main.attainment + 1e-8)
    yield "attainment", attrs.evolve(VERDICT, main=moved)


FORGED = dict(forgeries())


class TestChecking:
    """No leaving *verificar* without a verdict; none but the one that follows."""

    @pytest.mark.parametrize("name", FORGED)
    def test_a_forged_verdict_is_refused(self, name: str) -> None:
        """Whatever was altered, numbers too."""
        assert FORGED[name] != VERDICT
        event = Verified(on=CHECK, by="calidad", verdict=FORGED[name])
        assert [("verdict", "evidence")] == refused(CHECKING, event)

    def test_the_last_bits_of_a_number_do_not_matter(self) -> None:
        """Another machine may round otherwise: a part in 10^10 is nothing."""
        effect = VERDICT.main.effect
        assert effect is not None
        near = attrs.evolve(effect, difference=effect.difference * (1 + 1e-10))
        verdict = attrs.evolve(VERDICT, main=attrs.evolve(VERDICT.main, effect=near))
        assert verdict != VERDICT
        cycle = advance(CHECKING, Verified(on=CHECK, by="calidad", verdict=verdict))
        assert verdict is cycle.verdict

    def test_a_class_below_verdict_is_refused(self) -> None:
        """It could say anything of the same fields."""

        class Kinder(Verdict):
            @property
            def supports_change(self) -> bool:
                return True

        fields = {field.name: getattr(VERDICT, field.name) for field in attrs.fields(Verdict)}
        event = Verified(on=CHECK, by="calidad", verdict=Kinder(**fields))
        assert [("verdict", "evidence")] == refused(CHECKING, event)

    def test_a_verdict_is_of_its_day(self) -> None:
        """Not of the day before, nor of the one after."""
        for days in (-1, 1):
            verdict = attrs.evolve(VERDICT, on=CHECK + timedelta(days=days))
            event = Verified(on=CHECK, by="calidad", verdict=verdict)
            assert [("verdict.on", "day")] == refused(CHECKING, event)
        after = verify(CHECKING, on=CHECK + ONE_DAY)
        joined = advance(CHECKING, Verified(on=CHECK + ONE_DAY, by="calidad", verdict=after))
        assert after is joined.verdict

    def test_a_verdict_under_other_terms_follows_from_them(self) -> None:
        """It must be the one that they give."""
        strict = verify(CHECKING, rules="nelson", on=CHECK, confidence=0.99)
        assert advance(CHECKING, Verified(on=CHECK, by="calidad", verdict=strict)).verdict == strict
        terms = attrs.evolve(VERDICT, terms=strict.terms)
        event = Verified(on=CHECK, by="calidad", verdict=terms)
        assert [("verdict", "evidence")] == refused(CHECKING, event)

    def test_a_verdict_of_before_the_last_measurement_is_outdated(self) -> None:
        """It no longer follows from what the cycle holds."""
        more = Measured(on=CHECK, by="turno", indicator="quejas", measurements=shares([(1, 9)]))
        event = Verified(on=CHECK, by="calidad", verdict=VERDICT)
        assert [("verdict", "evidence")] == refused(advance(CHECKING, more), event)

    def test_leaving_needs_a_verdict_and_a_decision(self) -> None:
        """Each phase tells what it lacks and what may be done meanwhile."""
        unchecked = refusal(CHECKING, later(ONE_OF_EACH[CycleMove.END_CHECKING]))
        undecided = refusal(ACTING, later(ONE_OF_EACH[CycleMove.CLOSE]))
        assert [["missing"], ["missing"]] == [
            [fault.code for fault in error.faults] for error in (unchecked, undecided)
        ]
        assert (
            "to leave 'verificar' there must be a verdict (verify); meanwhile it may go on with"
            " 'verificacion', 'medicion', 'evidencia'"
        ) in str(unchecked)
        assert (
            "to leave 'actuar' there must be a decision; meanwhile it may go on with 'decision',"
            " 'medicion', 'evidencia'"
        ) in str(undecided)

    @pytest.mark.parametrize(
        ("changes", "path", "code"),
        [
            ({"rules": "intuicion"}, "rules", "choice"),
            ({"rules": None}, "rules", "choice"),
            ({"confidence": 0.0}, "confidence", "range"),
            ({"confidence": 1.0}, "confidence", "range"),
            ({"confidence": float("nan")}, "confidence", "type"),
            ({"confidence": 95}, "confidence", "type"),
            ({"least_points": 1}, "least_points", "range"),
            ({"least_points": 1001}, "least_points", "range"),
            ({"least_points": True}, "least_points", "type"),
            ({"on": "2025-06-30"}, "on", "type"),
            ({"on": START - ONE_DAY}, "on", "in_force"),
            ({"on": CHANGE - ONE_DAY}, "cycle", "phase"),
        ],
    )
    def test_verify_refuses(self, changes: dict[str, Any], path: str, code: str) -> None:
        """Terms out of range, a day on which the plan was not approved or there was no cycle."""
        each_refuses(path, code, lambda: LOOSE["verify"](CHECKING, **({"on": CHECK} | changes)))

    def test_the_ends_of_the_terms(self) -> None:
        """The day of the approval, two points, a thousand, any confidence between."""
        assert Outcome.TOO_FEW is verify(CHECKING, on=CHANGE).outcome
        for least in (2, 1000):
            assert least == verify(CHECKING, on=CHECK, least_points=least).terms.least_points
        for confidence in (1e-9, 1 - 1e-9):
            verdict = verify(CHECKING, on=CHECK, confidence=confidence)
            assert confidence == verdict.terms.confidence
        assert {*RuleSet} == {verify(CHECKING, on=CHECK, rules=r).terms.rules for r in RuleSet}


class TestActing:
    """Decisions may go against the evidence; cycles follow each other."""

    @pytest.mark.parametrize(
        ("decision", "against"),
        [(Decision.STANDARDISE, False), (Decision.ADJUST, False), (Decision.ABANDON, True)],
    )
    def test_the_evidence_is_for_the_change(self, decision: Decision, against: bool) -> None:  # noqa: FBT001
        """Abandoning it is allowed and recorded as such."""
        assert VERDICT.supports_change
        cycle = advance(ACTING, later(ONE_OF_EACH[CycleMove.DECIDE], decision=decision))
        assert against is cycle.decided_against_evidence

    @pytest.mark.parametrize(
        ("decision", "against"),
        [(Decision.STANDARDISE, True), (Decision.ADJUST, False), (Decision.ABANDON, False)],
    )
    def test_the_evidence_is_not_for_the_change(self, decision: Decision, against: bool) -> None:  # noqa: FBT001
        """Standardising it is allowed and recorded as such."""
        verdict = verify(CHECKING, on=CHECK, least_points=13)
        assert Outcome.TOO_FEW is verdict.outcome
        cycle = advance(CHECKING, Verified(on=CHECK, by="calidad", verdict=verdict))
        cycle = advance(cycle, later(ONE_OF_EACH[CycleMove.END_CHECKING]))
        assert cycle.decided_against_evidence is None
        cycle = advance(cycle, later(ONE_OF_EACH[CycleMove.DECIDE], decision=decision))
        assert against is cycle.decided_against_evidence

    def test_the_last_decision_counts(self) -> None:
        """Until the cycle is closed."""
        cycle = advance(ACTING, later(ONE_OF_EACH[CycleMove.DECIDE], decision=Decision.ABANDON))
        cycle = advance(cycle, later(ONE_OF_EACH[CycleMove.DECIDE]))
        assert cycle.decision is not None
        assert Decision.STANDARDISE is cycle.decision.decision

    @pytest.mark.parametrize("decision", ["estandarizar", None, Improvement.UP])
    def test_a_decision_is_one_of_three(self, decision: Any) -> None:
        """And has a reason."""
        with pytest.raises(InvalidValueError, match="estandarizar, ajustar, abandonar"):
            LOOSE["Decided"](on=CHECK, by="calidad", decision=decision, reason=Text("Así"))
        with pytest.raises(TypeError, match="reason"):
            LOOSE["Decided"](on=CHECK, by="calidad", decision=Decision.ADJUST)

    @pytest.mark.parametrize("code", ["C-2", "C-1"])
    def test_no_cycle_follows_itself_or_the_one_before(self, code: str) -> None:
        """A lineage has no rings."""
        event = later(ONE_OF_EACH[CycleMove.CONTINUE], code=code)
        assert [("code", "self")] == refused(CLOSED, event)

    def test_only_one_cycle_follows(self) -> None:
        """A second one is refused, with whatever else is wrong with it."""
        followed = replay(EVENTS)
        event = later(ONE_OF_EACH[CycleMove.CONTINUE], code="C-4")
        assert [("code", "duplicate")] == refused(followed, event)
        assert [("code", "self"), ("code", "duplicate")] == refused(
            followed, later(ONE_OF_EACH[CycleMove.CONTINUE], code="C-2")
        )

    @pytest.mark.parametrize(
        ("cycle", "changes", "path", "code"),
        [
            (ACTING, {}, "events[15]", "transition"),
            (CLOSED, {"code": "C-2"}, "events[17].code", "self"),
            (CLOSED, {"on": CHECK - ONE_DAY}, "events[17].on", "order"),
            (CLOSED, {"by": "nadie"}, "events[17].by", "unknown"),
            (CLOSED, {"period": None}, "period", "type"),
            (CLOSED, {"code": "una clave"}, "code", "grammar"),
        ],
    )
    def test_open_next_refuses(
        self, cycle: Cycle, changes: dict[str, Any], path: str, code: str
    ) -> None:
        """What is not closed, and what the next cycle cannot be."""
        given: dict[str, Any] = {
            "code": "C-3",
            "period": Period.year(2026),
            "on": CHECK,
            "by": "calidad",
        }
        each_refuses(path, code, lambda: open_next(cycle, **(given | changes)))

    @pytest.mark.parametrize("on", ["2025-01-06", None, datetime(2025, 1, 6)])  # noqa: DTZ001
    def test_as_of_takes_a_day(self, on: Any) -> None:
        """A civil one, not before the opening."""
        with pytest.raises(InvalidValueError):
            CLOSED.as_of(on)
        with pytest.raises(NotInForceError):
            CLOSED.as_of(START - ONE_DAY)
        assert CLOSED is CLOSED.as_of(CHECK)
        assert CLOSED.events[:2] == CLOSED.as_of(START).events


class TestPortfolio:
    """Cycles of one unit that do not contradict each other."""

    OLD, NEXT = open_next(CLOSED, code="C-3", period=Period.year(2026), on=CHECK, by="calidad")

    @pytest.mark.parametrize(
        ("cycles", "unit", "expected"),
        [
            ([NEW], "UMF-901", [("cycles[0].unit", "foreign")]),
            (
                [NEW, replay([attrs.evolve(OPENED, period=Period.year(2027))])],
                "UMF-900",
                [("cycles", "duplicate")],
            ),
            (
                [NEW, replay([attrs.evolve(OPENED, code="C-8", previous="C-2",
                    period=Period.year(2026))])],
                "UMF-900",
                [("cycles[1].previous", "lineage")],
            ),
            (
                [OLD, replay([attrs.evolve(OPENED, code="C-3", previous=None,
                    period=Period.year(2026))])],
                "UMF-900",
                [("cycles[0].following", "lineage")],
            ),
            (
                [NEW, replay([attrs.evolve(OPENED, code="C-8", unit="UMF-901")])],
                "UMF-900",
                [("cycles[1].unit", "foreign"), ("cycles", "overlap")],
            ),
        ],
    )  # fmt: skip
    def test_what_does_not_fit_together(
        self, cycles: list[Cycle], unit: str, expected: list[tuple[str, str]]
    ) -> None:
        """All at once."""
        with pytest.raises(InconsistentError) as caught:
            cycle_portfolio(cycles, unit=unit, on=CHECK)
        assert expected == [(fault.path, fault.code) for fault in caught.value.faults]

    def test_a_lineage_fits(self) -> None:
        """Each names the other; on the day before, there was neither link nor next cycle."""
        view = cycle_portfolio([self.NEXT, self.OLD], unit="UMF-900", on=CHECK)
        assert ["C-2", "C-3"] == [cycle.code for cycle in view.cycles]
        earlier = cycle_portfolio([self.NEXT, self.OLD], unit="UMF-900", on=CHECK - ONE_DAY)
        assert [("C-2", None)] == [(cycle.code, cycle.following) for cycle in earlier.cycles]

    @pytest.mark.parametrize(
        ("changes", "path"),
        [
            ({"cycles": None}, "cycles"),
            ({"cycles": [NEW, None]}, "cycles[1]"),
            ({"cycles": "C-1"}, "cycles"),
            ({"unit": "una unidad"}, "unit"),
            ({"on": None}, "on"),
        ],
    )
    def test_arguments(self, changes: dict[str, Any], path: str) -> None:
        """Of their kind."""
        given: dict[str, Any] = {"cycles": [], "unit": "UMF-900", "on": CHECK}
        with pytest.raises(InvalidValueError) as caught:
            cycle_portfolio(**(given | changes))
        assert [path] == [fault.path for fault in caught.value.faults]

    def test_there_may_be_no_cycle(self) -> None:
        """And cycles that were opened later are left out."""
        assert () == cycle_portfolio([], unit="UMF-900", on=CHECK).cycles
        assert () == cycle_portfolio([NEW], unit="UMF-900", on=START - ONE_DAY).cycles
