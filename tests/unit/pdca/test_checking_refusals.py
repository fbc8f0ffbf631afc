"""What may not be concluded or decided: refused with path and code, the cycle unchanged."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import attrs
import pytest
from cycle_phases import (
    ACTING,
    CHANGE,
    CHECK,
    CHECKING,
    CLOSED,
    EVENTS,
    LOOSE,
    ONE_DAY,
    ONE_OF_EACH,
    START,
    VERDICT,
    each_refuses,
    later,
    refusal,
    refused,
    shares,
)

from imss_integrity.kernel import InvalidValueError, NotInForceError, Period, Text
from imss_integrity.pdca import (
    Cycle,
    CycleMove,
    Decision,
    Measured,
    Outcome,
    Verdict,
    Verified,
    advance,
    open_next,
    replay,
    verify,
)
from imss_integrity.statistics import Assurance, Improvement, RuleSet


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
        with pytest.raises(InvalidValueError, match=r"'decision' must be.*estandarizar"):
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
