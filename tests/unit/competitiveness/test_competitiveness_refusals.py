"""What scales, scores, gates, routes, changes, consensus and ladders refuse, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest

from imss_integrity.catalog import (
    EXAMPLE_ASSESSMENTS,
    EXAMPLE_COSTS,
    EXAMPLE_STANDING,
    REFERENCE_FRAMEWORK,
    REFERENCE_GATE,
)
from imss_integrity.competitiveness import (
    AGREED,
    STAGES_2019,
    Adjustment,
    Assessment,
    Change,
    Gate,
    IntegrityShare,
    Requirement,
    Stage,
    StageScale,
    Standing,
    YearResult,
    apply_gate,
    change,
    cheapest_route,
    consensus,
    recognize,
    score,
    stage_of,
    total_chances,
)
from imss_integrity.kernel import (
    ImssIntegrityError,
    InconsistentError,
    InvalidValueError,
    MissingDataError,
    Period,
    Status,
    Text,
)

BEFORE, NOW = EXAMPLE_ASSESSMENTS
LONG = Text("ñ" * 500)


def rated(*codes: str) -> Assessment:
    """Give an assessment in which only these subcriteria are rated, at 40 %."""
    return Assessment.of(
        REFERENCE_FRAMEWORK,
        dict.fromkeys(codes, 40),
        unit="u",
        period=Period.year(2025),
        evaluator="E1",
    )


def says(kind: type[ImssIntegrityError], call: Callable[[], object], en: str, es: str) -> None:
    """Check that *call* is refused with these words in both languages."""
    with pytest.raises(kind) as caught:
        call()
    assert en in str(caught.value)
    assert es in caught.value.text.es


class TestScale:
    """Stages tile the lattice."""

    @pytest.mark.parametrize(
        ("step", "ends"),
        [
            (5, [(0, 20), (30, 100)]),  # a gap
            (5, [(0, 20), (20, 100)]),  # an overlap
            (5, [(5, 100)]),  # does not start at 0
            (5, [(0, 95)]),  # does not end at 100
            (5, [(0, 22), (27, 100)]),  # off the lattice
            (5, [(0, 60), (65, 60), (65, 100)]),  # turned round
            (3, [(0, 100)]),  # 100 % is not on the lattice
            (7, [(0, 49), (56, 100)]),
        ],
    )
    def test_what_does_not_tile_is_refused(self, step: int, ends: list[tuple[int, int]]) -> None:
        """Every multiple of the step has one stage, 0 and 100 among them."""
        stages = tuple(
            Stage(code=f"s{n}", name=Text("s"), low=low, high=high)
            for n, (low, high) in enumerate(ends)
        )
        says(
            InconsistentError,
            lambda: attrs.evolve(STAGES_2019, stages=stages, step=step),
            "stages must tile the lattice from 0 to 100",
            "las etapas deben cubrir de 0 a 100",
        )

    def test_two_stages_of_one_code_are_refused(self) -> None:
        """The chances of stages are told by code."""
        stages = tuple(attrs.evolve(stage, code="igual") for stage in STAGES_2019.stages)
        says(
            InconsistentError,
            lambda: attrs.evolve(STAGES_2019, stages=stages),
            "codes of the stages must be distinct",
            "las claves de las etapas deben ser distintas",
        )

    @pytest.mark.parametrize(
        "fields", [{"step": 0}, {"step": 101}, {"stages": ()}, {"status": "oficial!"}]
    )
    def test_fields_have_rules(self, fields: dict[str, Any]) -> None:
        """Each is checked before they are compared."""
        with pytest.raises(InvalidValueError):
            attrs.evolve(STAGES_2019, **fields)

    @pytest.mark.parametrize("percent", [22, -5, 105])
    def test_no_stage_off_the_lattice(self, percent: int) -> None:
        """A percent is never moved to a neighbour."""
        with pytest.raises(InvalidValueError, match="'percent' must be a multiple of 5"):
            STAGES_2019.stage_at(percent)

    def test_a_total_takes_the_scale_it_is_given(self) -> None:
        """One that is not that of 2019 is an argument."""
        whole = StageScale(
            code="una",
            stages=(Stage(code="todo", name=Text("todo"), low=0, high=100),),
            step=100,
            source=STAGES_2019.source,
            status=Status.OWN,
        )
        found = stage_of(score(NOW), scale=whole)

        assert found == whole.stages[0]


class TestScore:
    """A score is refused rather than invented."""

    def test_missing_ratings_are_refused_with_the_range(self) -> None:
        """The message names the first five, the range and the other policies."""
        says(
            MissingDataError,
            lambda: score(rated("1.1")),
            "not rated: 23 subcriteria (1.2, 1.3, 2.1, 2.2, 2.3, ...); the total can still end"
            " from 16 to 976 points; other policies: missing='zero', missing='reweight'",
            "sin calificar: 23 subcriterios (1.2, 1.3, 2.1, 2.2, 2.3, ...); el total aún"
            " puede quedar entre 16 y 976 puntos",
        )

    def test_a_short_list_is_told_in_full(self) -> None:
        """Without dots behind it."""
        almost = attrs.evolve(NOW, percents=(None, *NOW.percents[1:]))
        says(
            MissingDataError,
            lambda: score(almost),
            "1 subcriterion (1.1); the",
            "1 subcriterio (1.1); el",
        )

    def test_reweight_needs_a_rating_in_each_criterion(self) -> None:
        """Points cannot be given to nobody; the minimum tells its own range."""
        says(
            MissingDataError,
            lambda: score(rated("1.1"), missing="reweight", method="minimum"),
            "not rated at all: 7 criteria (2, 3, 4, 5, 6, ...), whose points cannot be shared out;"
            " the total can still end from 0 to 400 points",
            "sin calificación alguna: 7 criterios (2, 3, 4, 5, 6, ...)",
        )

    @pytest.mark.parametrize("given", [EXAMPLE_ASSESSMENTS, [NOW], None, "x", score(NOW)])
    def test_several_assessments_are_refused(self, given: Any) -> None:
        """Evaluators must agree first."""
        says(
            InvalidValueError,
            lambda: score(given),
            "must be a single assessment; for several evaluators, consensus()",
            "debe ser una sola evaluación; para varios evaluadores, consensus()",
        )

    @pytest.mark.parametrize("name", ["ZERO", "", None, True, "geometric"])
    def test_unknown_policies_and_methods_are_refused(self, name: Any) -> None:
        """The message lists the known ones."""
        with pytest.raises(InvalidValueError, match="'missing' must be one of refuse, zero, rew"):
            score(NOW, missing=name)
        with pytest.raises(InvalidValueError, match="'method' must be one of arithmetic, minimum"):
            score(NOW, method=name)

    def test_a_part_tells_why_it_is_what_it_is(self) -> None:
        """Notes for what was filled in, given away, and capped."""
        sheet = attrs.evolve(NOW, percents=(None, 30, 50, *NOW.percents[3:]))
        notes = {
            (policy, method): [
                None if leaf.note is None else leaf.note.en
                for leaf in score(sheet, missing=policy, method=method).leaves()[:3]
            ]
            for policy in ("zero", "reweight")
            for method in ("arithmetic", "minimum")
        }

        assert notes == {
            ("zero", "arithmetic"): ["not rated: counts as 0 %", None, None],
            ("zero", "minimum"): ["not rated: counts as 0 %", *["counts as the lowest one"] * 2],
            ("reweight", "arithmetic"): [
                "not rated: its points go to the others of the criterion", None, None,
            ],
            ("reweight", "minimum"): [
                "not rated: its points go to the others of the criterion", None,
                "counts as the lowest one",
            ],
        }  # fmt: skip


class TestGate:
    """What is not known is neither 0 nor full."""

    def test_every_requirement_that_is_not_told_is_named(self) -> None:
        """At once."""
        says(
            MissingDataError,
            lambda: apply_gate(score(NOW), Standing.of({"programa": 1}), REFERENCE_GATE),
            "'riesgos' must be told by the standing: got nothing",
            "'cuestionarios' debe constar en la situación",
        )

    def test_what_the_gate_does_not_ask_is_named(self) -> None:
        """It may be a slip of the pen for what it does ask."""
        full = {one.code: 1 for one in REFERENCE_GATE.requirements}
        says(
            InconsistentError,
            lambda: apply_gate(score(NOW), Standing.of({**full, "otro-1": 1}), REFERENCE_GATE),
            "'standing' must be a requirement of the gate: got 'otro-1'",
            "'standing' debe ser un requisito de la compuerta",
        )

    def test_the_code_of_a_criterion_is_no_code_of_a_gate(self) -> None:
        """Or its part could not be told from the gate's."""
        gate = attrs.evolve(REFERENCE_GATE, code="1")
        says(
            InconsistentError,
            lambda: apply_gate(score(NOW), EXAMPLE_STANDING, gate),
            "must not be the code of a criterion: got '1'",
            "no debe ser la clave de un criterio",
        )

    def test_nothing_is_told_or_asked_twice(self) -> None:
        """Neither a share nor a requirement."""
        share = IntegrityShare(code="a1", share=Fraction(1))
        asked = Requirement(code="a1", name=Text("a"))
        says(
            InconsistentError,
            lambda: Standing(shares=(share, share)),
            "'shares' must repeat no code: got 'a1'",
            "no debe repetir claves",
        )
        says(
            InconsistentError,
            lambda: Gate(code="g", name=Text("g"), requirements=(asked, asked)),
            "'requirements' must repeat no code: got 'a1'",
            "no debe repetir claves",
        )

    @pytest.mark.parametrize("share", [-1, 2, 0.5, "0,5", True, None])
    def test_a_share_is_exact_and_from_0_to_1(self, share: object) -> None:
        """A float is not exact."""
        with pytest.raises(InvalidValueError):
            Standing.of({"a": share})

    @pytest.mark.parametrize("full", [Fraction(0), Fraction(-1), Fraction(2), 1, 0.9])
    def test_full_is_above_0_and_at_most_1(self, full: Any) -> None:
        """A requirement that nothing meets, or that everything meets, is none."""
        with pytest.raises(InvalidValueError, match="'full' must be"):
            Requirement(code="a", name=Text("a"), full=full)

    def test_a_gate_asks_something(self) -> None:
        """At least one requirement."""
        with pytest.raises(InvalidValueError, match="'requirements' must have 1 to"):
            Gate(code="g", name=Text("g"), requirements=())

    def test_a_requirement_may_have_the_longest_name(self) -> None:
        """The explanation quotes it in full."""
        gate = Gate(code="g", name=LONG, requirements=(Requirement(code="a", name=LONG),))
        note = apply_gate(score(NOW), Standing.of({"a": "1/3"}), gate).parts[-1].note

        assert note is not None
        assert f"tope de 333.33 puntos por '{LONG}'" == note.es


class TestRoute:
    """A route needs a full assessment, exact costs and a target that exists."""

    def test_an_assessment_must_be_rated_throughout(self) -> None:
        """What is missing has no distance to anything."""
        says(
            MissingDataError,
            lambda: cheapest_route(rated("1.1"), costs={}, target=10),
            "'1.2' must be rated before a route is sought",
            "'1.2' debe calificarse antes de buscar la ruta",
        )

    @pytest.mark.parametrize("target", [-1, 1001, Fraction(2001, 2)])
    def test_a_target_lies_from_0_to_all_points(self, target: int) -> None:
        """Else it is no target."""
        with pytest.raises(InvalidValueError, match="'target' must be at"):
            cheapest_route(NOW, costs=EXAMPLE_COSTS, target=target)

    @pytest.mark.parametrize("target", [600.0, True, None, "mejorado", float("nan")])
    def test_a_target_is_exact(self, target: Any) -> None:
        """A float is not."""
        with pytest.raises(InvalidValueError, match="'target' must be an exact number"):
            cheapest_route(NOW, costs=EXAMPLE_COSTS, target=target)

    def test_costs_name_subcriteria_of_the_framework(self) -> None:
        """Every foreign one is named."""
        with pytest.raises(InconsistentError, match="must name subcriteria") as caught:
            cheapest_route(NOW, costs={"9.8": {}, "1.1": {}, "9.9": {}}, target=600)

        assert len(caught.value.faults) == 2

    @pytest.mark.parametrize("percent", [72, 105, "75", 75.0, True])
    def test_percents_lie_on_the_lattice(self, percent: Any) -> None:
        """Every one that does not is named by its subcriterion."""
        with pytest.raises(InvalidValueError, match="must be a multiple of 5") as caught:
            cheapest_route(NOW, costs={"1.1": {percent: 1}, "1.2": {percent: 1}}, target=600)

        assert ["costs[1.1]", "costs[1.2]"] == [fault.path for fault in caught.value.faults]

    @pytest.mark.parametrize("cost", [-1, 0.5, True, None, "mucho", Decimal("NaN")])
    def test_costs_are_exact_and_not_negative(self, cost: Any) -> None:
        """A negative one would pay for other raises."""
        with pytest.raises(InvalidValueError, match=r"'costs\[1.1\]' must be") as caught:
            cheapest_route(NOW, costs={"1.1": {75: cost}}, target=600)

        assert caught.value.faults[0].path == "costs[1.1]"


class TestChange:
    """A change compares like with like."""

    def test_units_and_methods_must_be_the_same(self) -> None:
        """Else there is nothing to compare."""
        text, es = "'after' must speak of the same unit", "debe hablar de la misma unidad"
        method = "'after' must use the same method (weighted arithmetic mean)"
        other = attrs.evolve(score(NOW), subject="OTRA-1")
        minimum = score(NOW, method="minimum")
        says(InconsistentError, lambda: change(score(BEFORE), other), text, es)
        says(InconsistentError, lambda: change(score(BEFORE), minimum), method, "mismo método")

    @pytest.mark.parametrize(
        "crosswalk", [{"9.9": "1.1"}, {"1.1": "9.9"}, {"1.1": ["1.2", "9.9"]}, {"9.9": []}]
    )
    def test_a_crosswalk_names_what_is_there(self, crosswalk: dict[str, str | list[str]]) -> None:
        """On either side."""
        says(
            InconsistentError,
            lambda: change(score(BEFORE), score(NOW), crosswalk=crosswalk),
            "'crosswalk' must name a subcriterion that is there: got '9.9'",
            "debe nombrar un subcriterio presente",
        )

    def test_a_crosswalk_may_name_what_carries_no_points(self) -> None:
        """A crosswalk is of frameworks: that something was not rated is no fault of it."""
        unrated = attrs.evolve(BEFORE, percents=(None, *BEFORE.percents[1:]))
        before = score(unrated, missing="reweight")
        split = change(before, score(NOW), crosswalk={"1.1": "1.1", "1.2": "1.2"})
        back = change(score(NOW), before, crosswalk={"1.1": "1.1", "1.2": ["1.1", "1.2"]})

        assert split.difference == sum(part.total for part in split.parts)
        assert split.parts[0].presence > 0
        assert ["1.2", "1.3"] == [part.code for part in back.parts][:2]

    def test_many_long_names_may_stand_together(self) -> None:
        """A group bears all of them."""
        criteria = tuple(
            attrs.evolve(
                one,
                subcriteria=tuple(attrs.evolve(sub, name=LONG) for sub in one.subcriteria),
            )
            for one in REFERENCE_FRAMEWORK.criteria
        )
        long = attrs.evolve(REFERENCE_FRAMEWORK, criteria=criteria)
        after = score(attrs.evolve(NOW, framework=long))
        split = change(score(BEFORE), after, crosswalk={"1.1": [*long.positions]})

        assert " + ".join([LONG.es] * 24) == split.parts[0].name.es

    def test_parts_that_do_not_add_up_are_refused(self) -> None:
        """Whoever makes a change by hand cannot leave a residue."""
        split = change(score(BEFORE), score(NOW))
        says(
            InconsistentError,
            lambda: attrs.evolve(split, deductions=Fraction(1)),
            "the parts must add up to the difference",
            "las partes deben sumar la diferencia",
        )
        with pytest.raises(InvalidValueError):
            attrs.evolve(split, before=1.5)  # type: ignore[arg-type]
        assert isinstance(split, Change)


class TestConsensus:
    """Sheets of one unit, period and framework, each by another evaluator."""

    OTHER = attrs.evolve(NOW, evaluator="E2")

    @pytest.mark.parametrize("sheets", [[], [NOW], iter([NOW])])
    def test_one_evaluator_agrees_with_nobody(self, sheets: list[Assessment]) -> None:
        """Two at least."""
        says(
            InvalidValueError,
            lambda: consensus(sheets),
            "'sheets' must be at least two",
            "'sheets' debe ser al menos dos",
        )

    def test_what_was_agreed_is_no_sheet(self) -> None:
        """Agreed ratings are no longer independent."""
        says(
            InvalidValueError,
            lambda: consensus([NOW, attrs.evolve(NOW, evaluator=AGREED)]),
            "one is already agreed",
            "una ya es de consenso",
        )

    @pytest.mark.parametrize(
        ("other", "en", "es"),
        [
            (attrs.evolve(OTHER, unit="OTRA"), "the unit", "la unidad"),
            (attrs.evolve(OTHER, period=Period.year(2024)), "the period", "el periodo"),
            (
                attrs.evolve(OTHER, framework=attrs.evolve(REFERENCE_FRAMEWORK, version="2")),
                "the framework",
                "el marco",
            ),
        ],
    )
    def test_sheets_share_all_but_the_evaluator(self, other: Assessment, en: str, es: str) -> None:
        """The message says what differs."""
        says(InconsistentError, lambda: consensus([NOW, other]), f"share {en}", f"común {es}")

    def test_an_evaluator_has_one_sheet(self) -> None:
        """The evaluator who has two is named."""
        es = "'sheets' no debe repetir claves: se recibió 'E1'"
        says(InconsistentError, lambda: consensus([NOW, NOW]), "repeat no code: got 'E1'", es)

    def test_all_bad_adjustments_are_named_at_once(self) -> None:
        """Foreign, repeated, without effect, and off the lattice."""
        why = Text("porque sí")
        with pytest.raises(InconsistentError) as caught:
            consensus(
                [NOW, self.OTHER],
                adjustments=[
                    Adjustment(subcriterion=code, percent=percent, reason=why)
                    for code, percent in (
                        ("9.9", 50), ("1.1", 70), ("1.1", 75), ("1.2", 60), ("1.3", 51),
                    )
                ],
            )  # fmt: skip

        assert ["duplicate", "no_change", "lattice", "foreign"] == [
            fault.code for fault in caught.value.faults
        ]
        assert "'1.1' must be adjusted once" in str(caught.value)
        assert "'1.2' debe cambiar la propuesta" in caught.value.text.es

    @pytest.mark.parametrize("fields", [{"percent": 101}, {"percent": 5.0}, {"reason": "porque"}])
    def test_an_adjustment_has_a_percent_and_a_reason(self, fields: dict[str, Any]) -> None:
        """Both are checked."""
        with pytest.raises(InvalidValueError):
            Adjustment(**{"subcriterion": "1.1", "percent": 5, "reason": Text("x"), **fields})

    def test_an_unknown_rule_is_refused(self) -> None:
        """The message lists the known ones."""
        with pytest.raises(InvalidValueError, match="'rule' must be one of en_rango, alcanzada"):
            consensus([NOW, self.OTHER], rule="REACHED")

    def test_nothing_to_compare_leaves_agreement_undefined(self) -> None:
        """Where no subcriterion has two ratings, or all ratings are one number."""
        apart = consensus([rated("1.1"), attrs.evolve(rated("1.2"), evaluator="E2")])
        alike = consensus([rated("1.1"), attrs.evolve(rated("1.1"), evaluator="E2")])

        for found in (apart, alike):
            assert found.alpha_interval is None
            assert found.alpha_ordinal is None
            assert all(one.share == 0 for one in (*found.by_subcriterion, *found.by_evaluator))
        assert [None, None] == [one.lean for one in apart.by_evaluator]
        assert [Fraction(0)] * 2 == [one.lean for one in alike.by_evaluator]


class TestLadder:
    """Years come in order, with what is known of each."""

    @pytest.mark.parametrize("years", [(2020, 2019), (2020, 2020), (2020, 2022, 2021)])
    def test_years_come_in_order(self, years: tuple[int, ...]) -> None:
        """None twice."""
        says(
            InconsistentError,
            lambda: recognize(YearResult(year=year) for year in years),
            "'years' must be in order, none twice",
            "debe ir en orden y sin repetirse",
        )

    def test_an_unknown_rule_is_refused(self) -> None:
        """The message lists the known ones."""
        with pytest.raises(InvalidValueError, match="'on_fall' must be one of sin_determinar, ter"):
            recognize([], on_fall="baja")

    @pytest.mark.parametrize(
        "fields", [{"year": 1998}, {"year": 2201}, {"points": 800}, {"points": Fraction(-1)},
                   {"won": 1}, {"won": None}],
    )  # fmt: skip
    def test_fields_have_rules(self, fields: dict[str, Any]) -> None:
        """The award exists since 1999; points are exact."""
        with pytest.raises(InvalidValueError):
            YearResult(**{"year": 2020, **fields})


class TestChances:
    """What is drawn: one list of percents for each subcriterion."""

    @pytest.mark.parametrize(
        ("kind", "drawn", "en", "es"),
        [
            (InvalidValueError, [], "at least one percent", "al menos un porcentaje"),
            (InvalidValueError, [42], "a multiple of 5", "múltiplo de 5"),
            (InvalidValueError, "40", "be a series of int", "ser una serie de int"),
        ],
    )
    def test_every_list_holds_percents(
        self, kind: type[ImssIntegrityError], drawn: Any, en: str, es: str
    ) -> None:
        """None is empty, none leaves the lattice."""
        lists = [drawn, *[[40]] * 23]
        says(kind, lambda: total_chances(REFERENCE_FRAMEWORK, lists), en, es)

    def test_there_is_one_list_a_subcriterion(self) -> None:
        """No more, no fewer."""
        says(
            InconsistentError,
            lambda: total_chances(REFERENCE_FRAMEWORK, [[40]] * 25),
            "'percents' must have as many lists as there are subcriteria (24): got 25",
            "tantas listas como subcriterios hay (24)",
        )
