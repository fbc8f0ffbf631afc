"""What the cycles of a unit say of the stages that its subcriteria claim."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import attrs
import pytest

from imss_integrity.catalog import EXAMPLE_CYCLE, EXAMPLE_UNIT
from imss_integrity.competitiveness import STAGES_2019, StageRule
from imss_integrity.kernel import (
    Aggregation,
    ImssIntegrityError,
    InconsistentError,
    InvalidValueError,
    Part,
    Score,
    Status,
    Text,
)
from imss_integrity.pdca import (
    Closed,
    Cycle,
    CycleEvent,
    Opened,
    Outcome,
    Phase,
    PlanDrafted,
    Verified,
    phase_reached,
    replay,
    verify,
)
from imss_integrity.rollup import StageSupport, Support, stage_supports
from imss_integrity.statistics import Improvement

LOOSE: Callable[..., tuple[StageSupport, ...]] = stage_supports
ON = EXAMPLE_CYCLE.on
# How many of the events of a whole life make each phase complete.
LENGTHS = {None: 2, Phase.PLAN: 3, Phase.DO: 8, Phase.CHECK: 12, Phase.ACT: 15}
# A percent inside each stage of the table of 2019, and the phase that the stage claims.
STAGES = {
    "diseno": (20, Phase.PLAN),
    "desarrollo": (25, Phase.DO),
    "consolidado": (45, Phase.CHECK),
    "mejorado": (65, Phase.ACT),
    "referencial": (85, Phase.ACT),
}
ORDER = [None, Phase.PLAN, Phase.DO, Phase.CHECK, Phase.ACT]


def rated(**percents: int | None) -> Score:
    """Give a score of the example unit whose leaves have those percents; ``s4_3`` is 4.3."""
    parts = tuple(
        Part(
            code=name[1:].replace("_", "."),
            name=Text("Subcriterio", "Subcriterion"),
            value=Fraction(percent or 0),
            out_of=Fraction(100),
            share=None if percent is None else Fraction(percent, 100),
        )
        for name, percent in percents.items()
    )
    value = sum((part.value for part in parts), start=Fraction(0))
    return Score(
        subject=EXAMPLE_UNIT.code,
        definition="propio 1",
        period=None,
        value=value,
        out_of=Fraction(100 * len(parts)),
        parts=parts,
        method=Aggregation.ARITHMETIC,
        lowest=value,
        highest=value,
        status=Status.OWN,
        sources=(),
    )


def lived(
    length: int = 15, *, wanted: Improvement = Improvement.DOWN, days: int = 0, **opening: Any
) -> Cycle:
    """Give the example cycle so far, closed at the end; *days* later where that is asked for."""
    (opened, drafted, *middle) = EXAMPLE_CYCLE.events
    assert isinstance(opened, Opened)
    assert isinstance(drafted, PlanDrafted)
    indicator = drafted.plan.indicator
    assert indicator is not None
    plan = attrs.evolve(drafted.plan, indicator=attrs.evolve(indicator, wanted=wanted))
    closed = Closed(on=ON, by=opened.by)
    events: list[CycleEvent] = [
        attrs.evolve(opened, **opening),
        attrs.evolve(drafted, plan=plan),
    ]
    for event in (*middle, closed):
        made = event
        if isinstance(event, Verified):
            on = event.on + timedelta(days=days)
            made = Verified(on=on, by=event.by, verdict=verify(replay(events), on=on))
        elif days and event.on > date(2026, 1, 12):
            made = attrs.evolve(event, on=event.on + timedelta(days=days))
        events.append(made)
    return replay(events[:length])


def support_of(percent: int, *cycles: Cycle) -> StageSupport:
    """Give what cycles say of one subcriterion of that percent."""
    (support,) = stage_supports(rated(s4_3=percent), cycles)
    return support


WORSE = lived(wanted=Improvement.UP)


class TestPhases:
    """A stage claims phases; a cycle that went through them bears it out."""

    @pytest.mark.parametrize("reached", LENGTHS)
    def test_the_cycles_are_what_they_should_be(self, reached: Phase | None) -> None:
        """One for each phase, none earlier than its length."""
        assert reached is phase_reached(lived(LENGTHS[reached]))
        if reached is not None:
            assert reached is not phase_reached(lived(LENGTHS[reached] - 1))
        assert WORSE.verdict is not None
        assert Outcome.WORSENED is WORSE.verdict.outcome

    @pytest.mark.parametrize("stage", STAGES)
    @pytest.mark.parametrize("reached", LENGTHS)
    @pytest.mark.parametrize("previous", [None, "C-2023-1"])
    def test_each_stage_by_each_phase(
        self, stage: str, reached: Phase | None, previous: str | None
    ) -> None:
        """Referencial asks for a cycle that follows another, the others for any."""
        percent, claimed = STAGES[stage]
        support = support_of(percent, lived(LENGTHS[reached], previous=previous))
        counts = stage != "referencial" or previous is not None
        assert (stage, claimed) == (support.stage, support.claimed)
        assert (reached if counts else None) is support.reached
        enough = counts and ORDER.index(reached) >= ORDER.index(claimed)
        assert (Support.SUPPORTED if enough else Support.CONTRADICTED) is support.support

    def test_the_farthest_cycle_counts(self) -> None:
        """One that has just begun takes nothing away from one that is complete."""
        old, new = lived(code="C-1"), lived(1, code="C-2")
        for cycles in ((old, new), (new, old)):
            support = support_of(65, *cycles)
            assert Support.SUPPORTED is support.support
            assert ("C-1", "C-2") == support.cycles

    def test_a_second_round_must_be_complete(self) -> None:
        """A complete first one and a second one under way are no reference yet."""
        second = lived(12, code="C-2", previous="C-1")
        support = support_of(100, lived(code="C-1"), second)
        assert (Phase.CHECK, Support.CONTRADICTED) == (support.reached, support.support)
        whole = lived(code="C-2", previous="C-1")
        assert Support.SUPPORTED is support_of(100, lived(code="C-1"), whole).support


class TestEndedWorse:
    """A last verdict that things got worse contradicts what rests on checking."""

    @pytest.mark.parametrize(
        ("stage", "expected"),
        [
            ("diseno", Support.SUPPORTED),
            ("desarrollo", Support.SUPPORTED),
            ("consolidado", Support.CONTRADICTED),
            ("mejorado", Support.CONTRADICTED),
            ("referencial", Support.CONTRADICTED),
        ],
    )
    def test_stages(self, stage: str, expected: Support) -> None:
        """Design and application are what they are."""
        percent, _ = STAGES[stage]
        support = support_of(percent, lived(wanted=Improvement.UP, previous="C-2023-1"))
        assert support.ended_worse
        assert expected is support.support

    @pytest.mark.parametrize(
        ("days", "codes", "worse"),
        [
            (0, ("C-1", "C-2"), False),  # on one day, the code decides: C-2 improved
            (0, ("C-2", "C-1"), True),
            (-1, ("C-1", "C-2"), True),
            (1, ("C-2", "C-1"), False),
        ],
    )
    def test_the_verdict_given_last_counts(
        self, days: int, codes: tuple[str, str], *, worse: bool
    ) -> None:
        """On whichever of the cycles."""
        bad = lived(wanted=Improvement.UP, code=codes[0])
        good = lived(code=codes[1], days=days)
        for cycles in ((bad, good), (good, bad)):
            assert worse is support_of(65, *cycles).ended_worse

    def test_a_cycle_without_verdict_says_nothing_of_it(self) -> None:
        """Nor does one whose verdict is another."""
        assert not support_of(65, lived(11)).ended_worse
        assert not support_of(65, lived()).ended_worse


class TestSilence:
    """What nobody spoke of is no contradiction."""

    def test_subcriteria_without_cycles_or_rating(self) -> None:
        """Are left out; the order is that of the score."""
        cycle = lived(subcriteria=("1.1", "4.3", "9.9"))
        other = lived(code="C-2", subcriteria=("2.1",))
        free = lived(code="C-3", subcriteria=())
        score = rated(s4_3=45, s3_1=45, s2_1=45, s1_1=None)
        supports = stage_supports(score, [cycle, other, free])
        assert [("4.3", (cycle.code,)), ("2.1", ("C-2",))] == [
            (one.subcriterion, one.cycles) for one in supports
        ]
        assert () == stage_supports(score, [])

    @pytest.mark.parametrize(("percent", "stage"), [(45, "consolidado"), (42, None)])
    def test_a_share_in_a_gap_has_a_stage_by_one_rule_only(
        self, percent: int, stage: str | None
    ) -> None:
        """42 % is none by the ranges; by the lower end reached it is Desarrollo."""
        cycle = lived()
        literal = stage_supports(rated(s4_3=percent), [cycle], rule=StageRule.IN_RANGE)
        assert ([] if stage is None else [stage]) == [one.stage for one in literal]
        (reached,) = stage_supports(rated(s4_3=percent), [cycle], rule="alcanzada")
        assert (stage or "desarrollo") == reached.stage


class TestRefusals:
    """What does not belong together."""

    OTHER = attrs.evolve(
        STAGES_2019,
        code="propia",
        stages=(attrs.evolve(STAGES_2019.stages[0], code="inicio", high=100),),
    )

    @pytest.mark.parametrize(
        ("cycles", "more", "expected"),
        [
            ([lived(1, unit="UMF-901")], {}, [("cycles[0].unit", "foreign")]),
            ([lived(1)], {"scale": OTHER}, [("scale", "unknown")]),
            (
                [lived(1), lived(1, unit="X-1"), lived(1, unit="X-2")],
                {"scale": OTHER},
                [
                    ("cycles[1].unit", "foreign"),
                    ("cycles[2].unit", "foreign"),
                    ("scale", "unknown"),
                ],
            ),
        ],
    )
    def test_all_at_once(
        self, cycles: list[Cycle], more: dict[str, Any], expected: list[tuple[str, str]]
    ) -> None:
        """Cycles of other units, stages that say nothing of phases."""
        with pytest.raises(InconsistentError) as caught:
            stage_supports(rated(s4_3=45), cycles, **more)
        assert expected == [(fault.path, fault.code) for fault in caught.value.faults]

    def test_an_own_scale_without_cycles_is_no_fault(self) -> None:
        """There is nothing to read."""
        assert () == stage_supports(rated(s4_3=45), [], scale=self.OTHER)

    @pytest.mark.parametrize(
        ("arguments", "more", "path"),
        [
            ((None, []), {}, "score"),
            ((rated(s4_3=45), None), {}, "cycles"),
            ((rated(s4_3=45), [None]), {}, "cycles[0]"),
            ((rated(s4_3=45), []), {"rule": "redondeo"}, "rule"),
            ((rated(s4_3=45), []), {"scale": None}, "scale"),
        ],
    )
    def test_arguments(self, arguments: tuple[Any, ...], more: dict[str, Any], path: str) -> None:
        """Of their kind."""
        with pytest.raises(InvalidValueError) as caught:
            LOOSE(*arguments, **more)
        assert [path] == [fault.path for fault in caught.value.faults]

    @pytest.mark.parametrize(
        ("changes", "path"),
        [
            ({"cycles": ()}, "cycles"),
            ({"ended_worse": None}, "ended_worse"),
            ({"support": "sustentada"}, "support"),
            ({"claimed": None}, "claimed"),
        ],
    )
    def test_fields(self, changes: dict[str, Any], path: str) -> None:
        """Each keeps its rule."""
        with pytest.raises(ImssIntegrityError) as caught:
            attrs.evolve(support_of(45, lived()), **changes)
        assert [path] == [fault.path for fault in caught.value.faults]


def test_in_words() -> None:
    """Which stage, by which cycles, how far they came; in both languages."""
    supported = support_of(45, lived(12, code="C-1"), lived(1, code="C-2"))
    assert supported.sentence() == Text(
        "UMF-900, 4.3: etapa 'consolidado' sustentada; sus ciclos (C-1, C-2) llegan a Verificar",
        "UMF-900, 4.3: stage 'consolidado' supported; its cycles (C-1, C-2) come as far as Check",
    )
    nothing = support_of(20, lived(1, code="C-1"))
    assert nothing.sentence().es.endswith("contradicha; sus ciclos (C-1) llegan a ninguna fase")
    assert str(nothing.sentence().en).endswith("its cycles (C-1) come as far as no phase")
    worse = support_of(65, WORSE).sentence()
    assert worse.es.endswith("llegan a Actuar; el último veredicto: empeoró")
    assert str(worse.en).endswith("come as far as Act; the last verdict: worsened")
    again = support_of(85, lived(code="C-1"), lived(12, code="C-2", previous="C-1")).sentence()
    assert again.es.endswith("(C-1, C-2) llegan a Verificar en otra vuelta")
    assert str(again.en).endswith("(C-1, C-2) come as far as Check in another round")


def test_supports_have_names() -> None:
    """In both languages."""
    assert [("sustentada", "supported"), ("contradicha", "contradicted")] == [
        (support.label.es, support.label.en) for support in Support
    ]
