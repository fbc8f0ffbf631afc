"""What selection processes, candidates, orders of merit and counts refuse, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest

from imss_integrity.catalog import SELECTION_2019
from imss_integrity.initiatives import (
    Candidate,
    MeritEntry,
    Outcome,
    Profile,
    Seat,
    SelectionProcess,
    SelectionStage,
    StageCount,
    StageCounts,
    StageScore,
    Tie,
    TieRule,
    merit_order,
    stage_counts,
)
from imss_integrity.kernel import (
    ImssIntegrityError,
    InconsistentError,
    InvalidValueError,
    MissingDataError,
    Relation,
    Text,
)

PROCESS = SelectionProcess.of(
    {"examen": "0.6", "ensayo": "0.4"}, code="P-1", profile="taod", seats=1,
    tie_rule="lugar_compartido",
)  # fmt: skip
ONE = Candidate.of("C-1", {"examen": 80, "ensayo": 90})
REGISTERED, COMPLETED = SELECTION_2019[:2]


def says(kind: type[ImssIntegrityError], call: Callable[[], object], en: str, es: str) -> None:
    """Check that *call* is refused with these words in both languages."""
    with pytest.raises(kind) as caught:
        call()
    assert en in str(caught.value)
    assert es in caught.value.text.es


def made(weights: Any = None, **fields: Any) -> SelectionProcess:
    """Make a process as `PROCESS`, with other fields."""
    given = {"examen": "0.6", "ensayo": "0.4"} if weights is None else weights
    plain = {"code": "P-1", "profile": "taod", "seats": 1, "tie_rule": "lugar_compartido"}
    return SelectionProcess.of(given, **{**plain, **fields})


class TestProcess:
    """Weights add up to exactly 1; ties are decided by what is there."""

    @pytest.mark.parametrize(
        ("weights", "total"),
        [
            ({"examen": "0.6", "ensayo": "0.3"}, "9/10"),
            ({"examen": 1, "ensayo": "0.1"}, "11/10"),
            ({"examen": "0.333", "ensayo": "0.333", "entrevista": "0.333"}, "999/1000"),
            ({"examen": 0}, "0"),
        ],
    )
    def test_weights_add_up_to_one(self, weights: dict[str, object], total: str) -> None:
        """Nothing is rounded and nothing is shared out."""
        says(
            InconsistentError,
            lambda: made(weights),
            f"the weights of 'P-1' must add up to 1: they add up to {total}",
            f"las ponderaciones de 'P-1' deben sumar 1: suman {total}",
        )

    def test_thirds_add_up(self) -> None:
        """Because they are exact."""
        process = made({"examen": "1/3", "ensayo": Fraction(1, 3), "entrevista": "1/3"})

        assert Fraction(1, 3) == process.stages[2].weight

    def test_decimals_are_exact_and_a_stage_may_only_filter(self) -> None:
        """A weight of 0 stays; an unknown stage is named by its code."""
        process = made({"antecedentes": Decimal("0.0"), "examen": 1}, minimums={"antecedentes": 50})

        assert ["antecedentes", "Examen"] == [stage.name.es for stage in process.stages]
        assert [Fraction(50), None] == [stage.minimum for stage in process.stages]

    def test_every_fault_is_listed_at_once(self) -> None:
        """Repeated stages, the sum, repeated and unknown tie stages."""
        stage = PROCESS.stages[0]
        with pytest.raises(InconsistentError) as caught:
            attrs.evolve(
                PROCESS,
                stages=(stage, stage),
                tie_rule=TieRule.BY_STAGES,
                tie_stages=("ensayo", "ensayo"),
            )

        assert ["duplicate", "sum", "duplicate", "foreign", "foreign"] == [
            fault.code for fault in caught.value.faults
        ]

    @pytest.mark.parametrize(
        ("rule", "stages"),
        [("por_etapas", []), ("lugar_compartido", ["examen"])],
    )
    def test_the_rule_and_the_stages_of_ties_go_together(
        self, rule: str, stages: list[str]
    ) -> None:
        """One says which stages decide, the other that none does."""
        says(
            InconsistentError,
            lambda: made(tie_rule=rule, tie_stages=stages),
            "'tie_stages' must name stages under the rule 'por_etapas', and under it alone",
            "'tie_stages' debe nombrar etapas bajo la regla 'por_etapas', y sólo bajo ella",
        )

    @pytest.mark.parametrize(
        "fields",
        [
            {"weights": {"examen": 0.6, "ensayo": 0.4}},
            {"weights": {"examen": "-0.5", "ensayo": "1.5"}},
            {"weights": ["examen"]},
            {"weights": {}},
            {"weights": {7: 1}},
            {"weights": {"María Pérez": 1}},
            {"code": "con espacio"},
            {"profile": "TAOD"},
            {"seats": 0},
            {"seats": True},
            {"tie_rule": "sorteo"},
            {"tie_stages": "examen"},
            {"tie_stages": [1]},
            {"minimums": {"examen": 101}},
            {"minimums": {"examen": -1}},
            {"minimums": {"examen": 60.0}},
            {"minimums": [60]},
        ],
    )
    def test_fields_have_rules(self, fields: dict[str, Any]) -> None:
        """A float is not exact, a lot decides nothing, a name is no code and is not shown."""
        with pytest.raises(InvalidValueError) as caught:
            made(**fields)
        assert "Pérez" not in caught.value.text.es

    def test_a_minimum_is_that_of_a_stage(self) -> None:
        """One that the process has."""
        says(
            InconsistentError,
            lambda: made(minimums={"v-1": 60}),
            "'minimums' must name stages of the process: got 'v-1'",
            "'minimums' debe nombrar etapas del proceso: se recibió 'v-1'",
        )

    @pytest.mark.parametrize("fields", [{"weight": 1}, {"weight": Fraction(2)}, {"name": "Examen"}])
    def test_a_stage_has_rules(self, fields: dict[str, Any]) -> None:
        """Its weight is a share, its name a text in both languages."""
        plain = {"code": "x", "name": Text("x"), "weight": Fraction(1)}
        with pytest.raises(InvalidValueError):
            SelectionStage(**{**plain, **fields})


class TestCandidate:
    """A code that gives nobody away; points from 0 to 100, exact."""

    @pytest.mark.parametrize(
        "code",
        [
            "Maria",
            "maria.perez",
            "XEXX010101HNEXXXA4",
            "xexx010101hnexxxa4",
            "XEXX010101000",
            "XEX010101AB9",
            "12345678901",
            "C 1",
            "",
            17,
        ],
    )
    def test_what_could_be_a_person_is_refused(self, code: Any) -> None:
        """A name, a CURP, an RFC, a social security number; the message does not show it."""
        with pytest.raises(InvalidValueError) as caught:
            Candidate(code=code)
        if isinstance(code, str) and code:
            assert code not in str(caught.value)
            assert code not in caught.value.text.es

    def test_the_message_says_what_a_code_is(self) -> None:
        """In both languages."""
        says(
            InvalidValueError,
            lambda: Candidate(code="XEXX010101HNEXXXA4"),
            "'code' must be a pseudonymous code with a digit, not a name, CURP, RFC or social"
            " security number: got a text of 18 characters",
            "'code' debe ser una clave seudónima con algún dígito, no un nombre, CURP, RFC ni NSS",
        )

    @pytest.mark.parametrize(
        "code", ["1", "F-0001", "TAOD-202601", "TAOD202601001", "123456789012", "a" * 63 + "1"]
    )
    def test_folios_are_accepted(self, code: str) -> None:
        """Also those that look like a key at first sight."""
        assert code == Candidate(code=code).code

    def test_every_point_out_of_range_is_named(self) -> None:
        """At once."""
        with pytest.raises(InvalidValueError) as caught:
            Candidate.of("C-1", {"examen": 101, "ensayo": "-1", "entrevista": 100})

        assert ["scores[examen]", "scores[ensayo]"] == [f.path for f in caught.value.faults]

    @pytest.mark.parametrize(
        "scores", [{"examen": 85.5}, {"examen": True}, {"examen": "85,5"}, {1: 5}, [80], "examen"]
    )
    def test_points_are_exact_numbers_by_stage(self, scores: Any) -> None:
        """Nothing else."""
        with pytest.raises(InvalidValueError):
            Candidate.of("C-1", scores)

    def test_a_stage_is_scored_once(self) -> None:
        """Two results are for the caller to decide on."""
        twice = (StageScore(stage="e-1", points=Fraction(5)),) * 2
        says(
            InconsistentError,
            lambda: Candidate(code="C-1", scores=twice),
            "'scores' must repeat no code: got 'e-1'",
            "'scores' no debe repetir claves: se recibió 'e-1'",
        )

    @pytest.mark.parametrize("fields", [{"scores": []}, {"scores": (1,)}, {"reached": "a b"}])
    def test_fields_have_rules(self, fields: dict[str, Any]) -> None:
        """A tuple of scores, the code of a stage."""
        with pytest.raises(InvalidValueError):
            Candidate(**{"code": "C-1", **fields})


class TestOrder:
    """Candidates fit their process, and the gate tells each of them."""

    def test_an_untold_candidate_is_refused(self) -> None:
        """By place: neither cleared nor refused, until the caller says which."""
        says(
            MissingDataError,
            lambda: merit_order(
                PROCESS, [attrs.evolve(ONE, code="C-2"), ONE], eligible={"C-2": True}
            ),
            "'candidates[1]' must be told by 'eligible' (None: pending): got nothing",
            "'candidates[1]' debe constar en 'eligible' (None: en revisión)",
        )

    def test_a_stranger_in_the_gate_is_refused(self) -> None:
        """It could be somebody who was left out."""
        says(
            InconsistentError,
            lambda: merit_order(PROCESS, [ONE], eligible={"C-1": True, "C-2": False}),
            "'eligible' must name none but the candidates given: got 'C-2'",
            "'eligible' debe nombrar sólo candidaturas dadas: se recibió 'C-2'",
        )

    @pytest.mark.parametrize("verdict", ["si", 1, 0, "", Fraction(1)])
    def test_a_verdict_is_no_number(self, verdict: Any) -> None:
        """A gate gives no points, so 1 is not yes and 0 is not no."""
        says(
            InvalidValueError,
            lambda: merit_order(PROCESS, [ONE], eligible={"C-1": verdict}),
            "'eligible[0]' must be True, False or None",
            "'eligible[0]' debe ser True, False o None",
        )

    def test_every_misfit_is_listed_by_its_place(self) -> None:
        """A code twice, a stage that the process lacks, points beyond what was reached."""
        odd = Candidate.of("C-2", {"v-1": 5}, reached="v-2")
        early = Candidate.of("C-3", {"ensayo": 5}, reached="examen")
        with pytest.raises(InconsistentError) as caught:
            stage_counts(PROCESS, [ONE, ONE, odd, early])

        assert [
            ("candidates", "duplicate"),
            ("candidates[2].scores", "foreign"),
            ("candidates[2].reached", "foreign"),
            ("candidates[3].reached", "order"),
        ] == [(fault.path, fault.code) for fault in caught.value.faults]
        assert "'reached' must not precede a stage that has points" in str(caught.value)
        assert "'scores' debe nombrar etapas del proceso" in caught.value.text.es

    @pytest.mark.parametrize(
        "arguments",
        [
            ("P-1", [ONE], {"C-1": True}),
            (PROCESS, ONE, {"C-1": True}),
            (PROCESS, ["C-1"], {"C-1": True}),
            (PROCESS, None, {}),
            (PROCESS, [ONE], [True]),
            (PROCESS, [ONE], None),
        ],
    )
    def test_wrong_kinds_are_refused(self, arguments: tuple[Any, Any, Any]) -> None:
        """Before anything is done with them."""
        process, people, eligible = arguments
        with pytest.raises(InvalidValueError):
            merit_order(process, people, eligible=eligible)

    @pytest.mark.parametrize(
        "fields",
        [{"outcome": "en_orden!"}, {"seat": None}, {"place": 0}, {"lowest": 1}, {"score": 1}],
    )
    def test_an_entry_has_rules(self, fields: dict[str, Any]) -> None:
        """As every value."""
        entry = merit_order(PROCESS, [ONE], eligible={"C-1": True}).entries[0]
        with pytest.raises(InvalidValueError):
            attrs.evolve(entry, **fields)

    def test_a_tie_is_of_two(self) -> None:
        """At least."""
        with pytest.raises(InvalidValueError):
            Tie(place=1, candidates=("C-1",), disputed=0)

    def test_whoever_bears_a_keyed_pseudonym_may_tie(self) -> None:
        """What `privacy.pseudonym` gives is the code of a candidate wherever it is told."""
        people = [attrs.evolve(ONE, code=f"k1:{digit * 64}") for digit in "ab"]
        order = merit_order(PROCESS, people, eligible={one.code: True for one in people})

        assert [one.code for one in people] == [
            code for tie in order.ties for code in tie.candidates
        ]
        with pytest.raises(InvalidValueError):
            attrs.evolve(order.ties[0], candidates=("C-1", "Juana"))


class TestWhatAnOrderHolds:
    """An order holds what follows from its process, its candidates and the gate, and no more."""

    PEOPLE = (
        ONE,
        Candidate.of("C-2", {"examen": 90, "ensayo": 75}),
        Candidate.of("C-3", {"examen": 70}),
        Candidate.of("C-4", {"examen": 70, "ensayo": 10}),
    )
    PROCESS = made(minimums={"ensayo": 50})
    ORDER = merit_order(PROCESS, PEOPLE, eligible=dict.fromkeys(("C-1", "C-2", "C-3", "C-4"), True))

    def refused(self, entries: tuple[MeritEntry, ...]) -> list[tuple[str, str]]:
        """Give the paths and codes of what is wrong with an order of other *entries*."""
        with pytest.raises(InconsistentError) as caught:
            attrs.evolve(self.ORDER, entries=entries)
        return [(fault.path, fault.code) for fault in caught.value.faults]

    def test_entries_of_another_process_are_refused(self) -> None:
        """Its stages are not those of this one; every misfit is named by its place."""
        other = made({"entrevista": 1})
        person = Candidate.of("C-9", {"entrevista": 80}, reached="entrevista")
        entries = merit_order(other, [person], eligible={"C-9": True}).entries

        assert [
            ("entries", "duplicate"),
            ("entries[0].candidate.scores", "foreign"),
            ("entries[0].candidate.reached", "foreign"),
        ] == self.refused((*entries, self.ORDER.entries[0], self.ORDER.entries[0]))

    @pytest.mark.parametrize(
        ("place", "fields"),
        [
            (0, {"place": None}),
            (0, {"place": 2, "seat": Seat.TAKEN}),
            (0, {"outcome": Outcome.PENDING}),
            (0, {"score": None}),
            (0, {"missing": ("examen",), "below": ("entrevista",)}),
            (1, {"lowest": Fraction(0), "highest": Fraction(100)}),
            (2, {"outcome": Outcome.RANKED, "place": 3}),
            (2, {"missing": ()}),
            (3, {"below": ("v-1",)}),
            (3, {"outcome": Outcome.RANKED}),
        ],
    )
    def test_what_does_not_follow_is_refused(self, place: int, fields: dict[str, Any]) -> None:
        """Each field that does not is named; nothing is left for whoever shows the order."""
        given = list(self.ORDER.entries)
        given[place] = attrs.evolve(given[place], **fields)

        found = self.refused(tuple(given))

        assert {(f"entries[{place}].{name}", "foreign") for name in fields} <= set(found)

    def test_the_score_is_that_of_the_candidate(self) -> None:
        """Not that of another, even where it is as high."""
        first, *others = self.ORDER.entries
        taken = attrs.evolve(first, score=others[0].score)

        assert [("entries[0].score", "foreign")] == self.refused((taken, *others))

    def test_the_order_is_kept(self) -> None:
        """Who comes first stands first, and whoever has no place stands behind."""
        assert ("entries[0].candidate", "foreign") in self.refused(self.ORDER.entries[::-1])

    def test_it_says_so_in_both_languages(self) -> None:
        """By field, without a value."""
        first, *others = self.ORDER.entries
        says(
            InconsistentError,
            lambda: attrs.evolve(self.ORDER, entries=(attrs.evolve(first, place=7), *others)),
            "'place' must follow from the process, the points and the outcomes: got 7",
            "'place' debe seguirse del proceso, los puntos y las situaciones: se recibió 7",
        )

    def test_of_nobody_there_is_an_order(self) -> None:
        """It has no entries."""
        assert () == attrs.evolve(self.ORDER, entries=()).entries


class TestCounts:
    """Nested stages do not grow, and without nesting there is no share."""

    def test_nested_stages_do_not_grow(self) -> None:
        """The message gives the way out."""
        says(
            InconsistentError,
            lambda: StageCounts.from_figures([COMPLETED, REGISTERED], nested=True),
            "'value' must not grow if stages are nested (if that is not known, nested=False): got"
            " 2637 @ figures[1].value",
            "'value' no debe crecer si las etapas están anidadas",
        )

    @pytest.mark.parametrize(
        ("before", "after", "refused"),
        [
            (Relation.EXACTLY, Relation.EXACTLY, True),
            (Relation.ABOUT, Relation.ABOUT, True),
            (Relation.AT_MOST, Relation.AT_LEAST, True),
            (Relation.AT_LEAST, Relation.EXACTLY, False),
            (Relation.EXACTLY, Relation.AT_MOST, False),
        ],
    )
    def test_bounds_may_leave_it_open(
        self,
        before: Relation,
        after: Relation,
        refused: bool,  # noqa: FBT001
    ) -> None:
        """At least 984 may well be 2637; then there is no share to tell."""
        figures = [
            attrs.evolve(COMPLETED, relation=before),
            attrs.evolve(REGISTERED, relation=after),
        ]
        if refused:
            with pytest.raises(InconsistentError):
                StageCounts.from_figures(figures, nested=True)
        else:
            assert (None,) == StageCounts.from_figures(figures, nested=True).shares

    def test_what_is_not_nested_has_no_shares(self) -> None:
        """They are refused, not guessed."""
        apart = StageCounts.from_figures(SELECTION_2019, nested=False)
        says(
            InconsistentError,
            lambda: apart.shares,
            "shares must be of nested stages: the source does not say that these are",
            "las proporciones deben ser de etapas anidadas",
        )

    @pytest.mark.parametrize(
        ("figures", "nested"),
        [
            ([], True),
            ([REGISTERED], None),
            ([REGISTERED], 1),
            (REGISTERED, True),
            ([2637, 984], True),
            ([attrs.evolve(REGISTERED, value=Fraction(1, 2))], True),
        ],
    )
    def test_wrong_kinds_are_refused(self, figures: Any, nested: Any) -> None:
        """People are whole, and nesting is said, not supposed."""
        with pytest.raises(InvalidValueError):
            StageCounts.from_figures(figures, nested=nested)

    @pytest.mark.parametrize(
        "fields", [{"value": -1}, {"value": 1.0}, {"share": Fraction(2)}, {"relation": "igual"}]
    )
    def test_a_count_has_rules(self, fields: dict[str, Any]) -> None:
        """Whole, not negative; a share is at most 1."""
        with pytest.raises(InvalidValueError):
            StageCount(**{"code": "x", "what": Text("x"), "value": 1, **fields})

    def test_of_nobody_there_is_no_share(self) -> None:
        """0 of 0 is not all and not none."""
        nobody = attrs.evolve(REGISTERED, value=0)

        assert (None,) == StageCounts.from_figures([nobody, nobody], nested=True).shares
        assert (None, None) == stage_counts(PROCESS, []).shares


def test_profiles_and_rules_have_names_in_both_languages() -> None:
    """TAOD stays as it is: what it stands for is not stated by any source used here."""
    assert ["TAOD", "titular de OOAD", "coordinación de competitividad"] == [
        profile.label.es for profile in Profile
    ]
    assert [None, "head of OOAD", "competitiveness coordinator"] == [
        profile.label.en for profile in Profile
    ]
    assert all(rule.label.en for rule in TieRule)
