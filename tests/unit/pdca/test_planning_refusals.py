"""What may not be planned: refused with path and code, all at once, the cycle unchanged."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs
import pytest
from cycle_phases import (
    COMPLAINTS,
    EVENTS,
    FALLS,
    INFECTIONS,
    LOOSE,
    NEW,
    ONE_OF_EACH,
    PLAN,
    READY,
    WAITING,
    action,
    each_refuses,
    later,
    refusal,
    refused,
)

from imss_integrity.kernel import ImssIntegrityError, Text
from imss_integrity.pdca import (
    Cadence,
    Cycle,
    CycleMove,
    Indicator,
    Measure,
    Phase,
    Plan,
    advance,
    replay,
)
from imss_integrity.statistics import Assurance, Improvement


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
