"""Laws of selection by merit: exact order, a gate that is no points, ties, nested counts."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.catalog import SELECTION_2019
from imss_integrity.initiatives import (
    Candidate,
    MeritEntry,
    MeritOrder,
    Outcome,
    Seat,
    SelectionProcess,
    StageCounts,
    StageScore,
    TieRule,
    merit_order,
    stage_counts,
)
from imss_integrity.kernel import InconsistentError, PublishedFigure, Relation, Status
from imss_integrity.strategies import candidates, published_figures, selection_processes

Gate = dict[str, bool | None]
VERDICTS = st.sampled_from((True, True, True, False, None))
BY_EXAM = SelectionProcess.of(
    {"examen": "1/2", "ensayo": "1/2"}, code="P-1", profile="taod", seats=2,
    tie_rule="por_etapas", tie_stages=["examen"],
)  # fmt: skip
SHARED = attrs.evolve(BY_EXAM, tie_rule=TieRule.SHARED, tie_stages=())


@attrs.frozen
class Contest:
    """A process, its candidates, and what the screening says of each."""

    process: SelectionProcess
    people: tuple[Candidate, ...]
    eligible: Gate

    @property
    def order(self) -> MeritOrder:
        """The order of merit."""
        return merit_order(self.process, self.people, eligible=self.eligible)


@st.composite
def contests(draw: st.DrawFn, *, complete: bool = False, cleared: bool = False) -> Contest:
    """Give contests of up to six candidates."""
    process = draw(selection_processes(3))
    member = candidates(process, complete=complete)
    people = draw(st.lists(member, max_size=6, unique_by=lambda one: one.code))
    verdicts = st.just(value=True) if cleared else VERDICTS
    return Contest(process, tuple(people), {one.code: draw(verdicts) for one in people})


def by_code(order: MeritOrder) -> dict[str, MeritEntry]:
    """Give the entries by code of the candidate."""
    return {entry.candidate.code: entry for entry in order.entries}


def exam(*rows: tuple[str, int, int]) -> tuple[Candidate, ...]:
    """Give candidates by code, exam and essay."""
    return tuple(Candidate.of(code, {"examen": a, "ensayo": b}) for code, a, b in rows)


def places(order: MeritOrder) -> dict[str, int | None]:
    """Give the place of each candidate."""
    return {code: entry.place for code, entry in by_code(order).items()}


def all_cleared(people: tuple[Candidate, ...]) -> Gate:
    """Give a gate that everybody passes."""
    return {one.code: True for one in people}


class TestScores:
    """Cada total es exacto y sus partes suman el total."""

    @given(contest=contests())
    def test_parts_add_up_to_the_total(self, contest: Contest) -> None:
        """Without remainder, each part being weight times points."""
        for entry in contest.order.entries:
            if entry.score is not None:
                parts = entry.score.parts
                assert entry.score.value == sum(part.value for part in parts)
                assert 100 == sum(part.out_of for part in parts)
                assert entry.lowest == entry.score.value == entry.highest

    @given(contest=contests())
    def test_what_is_missing_is_not_zero(self, contest: Contest) -> None:
        """There is no total, no place; the range holds every way it can end."""
        for entry in contest.order.entries:
            assert (entry.score is None) == bool(entry.missing)
            assert not (entry.missing and entry.place)
            load = sum(s.weight for s in contest.process.stages if s.code in entry.missing)
            assert entry.highest - entry.lowest == 100 * load

    @given(contest=contests(), data=st.data())
    def test_weights_follow_their_stages(self, contest: Contest, data: st.DataObject) -> None:
        """Stages in another order give the same totals and places."""
        moved = data.draw(st.permutations(contest.process.stages))
        process = attrs.evolve(contest.process, stages=tuple(moved))
        people = tuple(attrs.evolve(one, reached=None) for one in contest.people)
        plain = merit_order(contest.process, people, eligible=contest.eligible)
        other = merit_order(process, people, eligible=contest.eligible)

        assert places(plain) == places(other)
        assert [e.lowest for e in plain.entries] == [e.lowest for e in other.entries]


class TestGate:
    """La elegibilidad es una compuerta: no da ni quita puntos."""

    @given(contest=contests(), data=st.data())
    def test_it_never_changes_a_score(self, contest: Contest, data: st.DataObject) -> None:
        """Whatever it says of anybody."""
        other: Gate = {code: data.draw(VERDICTS) for code in contest.eligible}
        changed = by_code(attrs.evolve(contest, eligible=other).order)
        for code, entry in by_code(contest.order).items():
            assert entry.score == changed[code].score
            assert (entry.lowest, entry.highest) == (changed[code].lowest, changed[code].highest)

    @given(contest=contests())
    def test_whom_it_does_not_clear_is_not_ranked(self, contest: Contest) -> None:
        """Listed apart, without place or seat; and nobody is lost."""
        order = contest.order
        for code, entry in by_code(order).items():
            verdict = contest.eligible[code]
            assert (entry.outcome is Outcome.NOT_ELIGIBLE) == (verdict is False)
            assert (entry.outcome is Outcome.RANKED) == (entry.place is not None)
            if entry.outcome is Outcome.RANKED:
                assert verdict is True
            else:
                assert entry.seat in {Seat.NONE, Seat.POSSIBLE}
        assert {one.code for one in contest.people} == {*by_code(order)}
        assert len(contest.people) == len(order.entries)

    @given(contest=contests())
    def test_others_keep_their_order_when_one_is_refused(self, contest: Contest) -> None:
        """Taking somebody out moves nobody past anybody."""
        order = contest.order
        for out in order.ranked:
            less = attrs.evolve(contest, eligible={**contest.eligible, out.candidate.code: False})
            kept = [e.candidate.code for e in order.ranked if e is not out]
            assert kept == [entry.candidate.code for entry in less.order.ranked]

    @given(contest=contests(complete=True))
    def test_a_pending_contender_is_one_who_would_get_a_seat(self, contest: Contest) -> None:
        """Cleared alone, exactly the contenders take a seat or dispute one."""
        order = contest.order
        for entry in order.with_outcome(Outcome.PENDING):
            code = entry.candidate.code
            cleared = attrs.evolve(contest, eligible={**contest.eligible, code: True}).order
            takes = by_code(cleared)[code].seat in {Seat.TAKEN, Seat.DISPUTED}
            assert takes == (code in order.contenders)

    @given(contest=contests())
    def test_an_incomplete_contender_could_get_a_seat(self, contest: Contest) -> None:
        """With 100 points in all that is missing; who is no contender could not."""
        order = contest.order
        for entry in order.with_outcome(Outcome.INCOMPLETE):
            one = entry.candidate
            full = tuple(StageScore(stage=code, points=Fraction(100)) for code in entry.missing)
            best = attrs.evolve(one, scores=(*one.scores, *full), reached=None)
            people = tuple(best if p is one else p for p in contest.people)
            found = by_code(attrs.evolve(contest, people=people).order)[one.code]
            takes = found.seat in {Seat.TAKEN, Seat.DISPUTED}
            assert takes == (one.code in order.contenders)


class TestOrder:
    """El lugar lo da el total exacto, antes de redondear."""

    @given(contest=contests(), data=st.data())
    def test_the_order_given_plays_no_part(self, contest: Contest, data: st.DataObject) -> None:
        """Nor does the order of the scores of a candidate, or of the gate."""
        shuffled = tuple(data.draw(st.permutations(contest.people)))
        gate = dict(data.draw(st.permutations([*contest.eligible.items()])))

        assert contest.order == Contest(contest.process, shuffled, gate).order

    @given(contest=contests(), data=st.data())
    def test_an_order_holds_the_entries_of_its_process_alone(
        self, contest: Contest, data: st.DataObject
    ) -> None:
        """Those of any other process or gate, or in any other order, are refused unless equal."""
        order = contest.order
        process = attrs.evolve(contest.process, seats=data.draw(st.integers(1, 6)))
        other: Gate = {code: data.draw(VERDICTS) for code in contest.eligible}
        swapped = merit_order(process, contest.people, eligible=other).entries
        moved = tuple(data.draw(st.permutations(order.entries)))

        same_gate = merit_order(contest.process, contest.people, eligible=other).entries
        for entries, fitting in ((swapped, same_gate), (moved, order.entries)):
            if entries == fitting:
                assert entries == attrs.evolve(order, entries=entries).entries
            else:
                with pytest.raises(InconsistentError):
                    attrs.evolve(order, entries=entries)

    @given(contest=contests(complete=True, cleared=True), data=st.data())
    def test_more_points_never_lower_a_place(self, contest: Contest, data: st.DataObject) -> None:
        """In any stage, by any amount; nor do they take a seat away."""
        before = contest.order
        if not before.ranked:
            return
        one = data.draw(st.sampled_from(before.ranked)).candidate
        raised = data.draw(st.sampled_from(one.scores))
        room = 100 - raised.points
        more = attrs.evolve(raised, points=raised.points + room * data.draw(st.fractions(0, 1)))
        better = attrs.evolve(one, scores=tuple(more if s is raised else s for s in one.scores))
        people = tuple(better if p is one else p for p in contest.people)
        was, now = (
            by_code(o)[one.code] for o in (before, attrs.evolve(contest, people=people).order)
        )
        better_seats = [Seat.TAKEN, Seat.DISPUTED, Seat.NONE]

        assert now.place is not None
        assert was.place is not None
        assert now.place <= was.place
        assert better_seats.index(now.seat) <= better_seats.index(was.seat)

    def test_rounding_comes_after_ranking(self) -> None:
        """Totals that look alike when they are shown are apart where they differ at all."""
        people = (
            Candidate.of("C-1", {"examen": "80.0001", "ensayo": 80}),
            Candidate.of("C-2", {"examen": 80, "ensayo": "80.0002"}),
        )
        order = merit_order(SHARED, people, eligible=all_cleared(people))

        assert {"C-2": 1, "C-1": 2} == places(order)
        assert 2 == order.describe().count("  80  toma plaza")

    @given(contest=contests())
    def test_a_plain_second_implementation_agrees(self, contest: Contest) -> None:
        """Places, seats and ties, counted one by one with plain fractions."""
        order = contest.order
        expected = naive_places(contest)

        assert expected == {c: p for c, p in places(order).items() if p is not None}
        seats = contest.process.seats
        naive_seated = {c for c, p in expected.items() if p + sharing(expected, p) - 1 <= seats}
        assert naive_seated == {*order.seated}
        assert len(order.seated) <= seats
        for tie in order.ties:
            equals = {c for c, p in expected.items() if p == tie.place}
            assert equals == {*tie.candidates}
            straddles = tie.place <= seats < tie.place + len(equals) - 1
            assert tie.disputed == (seats - tie.place + 1 if straddles else 0)
        shared = {p for p in expected.values() if sharing(expected, p) > 1}
        assert sorted(shared) == [tie.place for tie in order.ties]


def sharing(found: Mapping[str, int], place: int) -> int:
    """Count who shares a place."""
    return sum(other == place for other in found.values())


def naive_places(contest: Contest) -> dict[str, int]:
    """Rank by counting, for each, how many are better."""
    process = contest.process
    compared: dict[str, list[Fraction]] = {}
    for one in contest.people:
        points = {score.stage: score.points for score in one.scores}
        complete = all(stage.code in points for stage in process.stages)
        if contest.eligible[one.code] is not True or not complete:
            continue
        if any(s.minimum is not None and points[s.code] < s.minimum for s in process.stages):
            continue
        total = sum((s.weight * points[s.code] for s in process.stages), Fraction(0))
        compared[one.code] = [total, *(points[code] for code in process.tie_stages)]
    return {
        code: 1 + sum(other > mine for other in compared.values())
        for code, mine in compared.items()
    }


class TestTies:
    """Un empate lo decide una regla con nombre, nunca el azar ni el nombre."""

    PEOPLE = exam(("C-1", 70, 90), ("C-2", 90, 70), ("C-3", 80, 80), ("C-4", 80, 80))

    def test_a_named_stage_decides(self) -> None:
        """Who is equal in it too shares a place."""
        order = merit_order(BY_EXAM, self.PEOPLE, eligible=all_cleared(self.PEOPLE))

        assert {"C-2": 1, "C-3": 2, "C-4": 2, "C-1": 4} == places(order)
        assert [(2, ("C-3", "C-4"), 1)] == [
            (tie.place, tie.candidates, tie.disputed) for tie in order.ties
        ]
        assert ("C-2",) == order.seated

    def test_the_stages_decide_one_after_the_other(self) -> None:
        """The first in which they differ."""
        process = attrs.evolve(BY_EXAM, tie_stages=("ensayo", "examen"))
        order = merit_order(process, self.PEOPLE, eligible=all_cleared(self.PEOPLE))

        assert {"C-1": 1, "C-3": 2, "C-4": 2, "C-2": 4} == places(order)

    def test_a_shared_place_is_left_to_a_decision(self) -> None:
        """No seat is given away while more share the place than there are seats."""
        order = merit_order(SHARED, self.PEOPLE, eligible=all_cleared(self.PEOPLE))

        assert {1} == {*places(order).values()}
        assert () == order.seated
        assert 2 == order.ties[0].disputed

    @pytest.mark.parametrize(
        ("seats", "seated", "disputed"), [(3, 0, 3), (4, 4, 0), (5, 4, 0), (1, 0, 1)]
    )
    def test_seats_for_all_who_share_a_place(self, seats: int, seated: int, disputed: int) -> None:
        """Then each takes one, and nothing is in dispute."""
        process = attrs.evolve(SHARED, seats=seats)
        order = merit_order(process, self.PEOPLE, eligible=all_cleared(self.PEOPLE))

        assert seated == len(order.seated)
        assert disputed == order.ties[0].disputed

    @given(contest=contests(complete=True, cleared=True), data=st.data())
    def test_another_code_changes_no_place(self, contest: Contest, data: st.DataObject) -> None:
        """Codes decide nothing: exchanged between two, they exchange their places."""
        if len(contest.people) < 2:
            return
        a, b = data.draw(st.permutations(contest.people))[:2]
        names = {a.code: b.code, b.code: a.code}
        people = tuple(
            attrs.evolve(one, code=names.get(one.code, one.code)) for one in contest.people
        )
        swapped = places(attrs.evolve(contest, people=people).order)

        assert places(contest.order) == {
            names.get(code, code): place for code, place in swapped.items()
        }


class TestMinimums:
    """El mínimo de una etapa se cumple desde el mínimo mismo."""

    PROCESS = SelectionProcess.of(
        {"examen": "1/2", "ensayo": "1/2"}, code="P-1", profile="taod", seats=1,
        tie_rule="lugar_compartido", minimums={"examen": 60},
    )  # fmt: skip

    @pytest.mark.parametrize(
        ("points", "outcome"),
        [("60", Outcome.RANKED), ("59.9999", Outcome.BELOW_MINIMUM), ("100", Outcome.RANKED)],
    )
    def test_both_sides(self, points: str, outcome: Outcome) -> None:
        """However high the rest."""
        one = Candidate.of("C-1", {"examen": points, "ensayo": 100})
        order = merit_order(self.PROCESS, [one], eligible={"C-1": True})

        assert outcome is order.entries[0].outcome

    @pytest.mark.parametrize("verdict", [True, None])
    def test_a_missed_minimum_settles_it(self, verdict: bool | None) -> None:  # noqa: FBT001
        """Even while another stage or the screening is open; nothing is hoped for."""
        one = Candidate.of("C-1", {"examen": 10})
        entry = merit_order(self.PROCESS, [one], eligible={"C-1": verdict}).entries[0]

        assert (Outcome.BELOW_MINIMUM, ("examen",), Seat.NONE) == (
            entry.outcome,
            entry.below,
            entry.seat,
        )

    def test_a_stage_not_yet_scored_misses_no_minimum(self) -> None:
        """It is open."""
        one = Candidate.of("C-1", {"ensayo": 10})
        order = merit_order(self.PROCESS, [one], eligible={"C-1": True})

        assert Outcome.INCOMPLETE is order.entries[0].outcome
        assert ("C-1",) == order.contenders

    @given(contest=contests(cleared=True))
    def test_a_lower_minimum_refuses_nobody_more(self, contest: Contest) -> None:
        """Without minimums, nobody is below one."""
        free = tuple(attrs.evolve(stage, minimum=None) for stage in contest.process.stages)
        process = attrs.evolve(contest.process, stages=free)
        with_none = merit_order(process, contest.people, eligible=contest.eligible)
        ranked = {entry.candidate.code for entry in contest.order.ranked}

        assert not with_none.with_outcome(Outcome.BELOW_MINIMUM)
        assert ranked <= {entry.candidate.code for entry in with_none.ranked}


class TestCounts:
    """Quien llegó a una etapa pasó por las anteriores: los conteos no crecen."""

    @given(contest=contests())
    def test_counts_never_rise(self, contest: Contest) -> None:
        """And each share is that of the one before, exactly."""
        counts = stage_counts(contest.process, contest.people)
        values = [step.value for step in counts.steps]

        assert len(contest.people) == values[0]
        assert values == sorted(values, reverse=True)
        for (before, after), share in zip(pairwise(values), counts.shares, strict=True):
            assert share == (Fraction(after, before) if before else None)

    @given(contest=contests(complete=True))
    def test_a_complete_field_is_whole_in_every_stage(self, contest: Contest) -> None:
        """Everybody took part in everything."""
        steps = stage_counts(contest.process, contest.people).steps

        assert {len(contest.people)} == {step.value for step in steps}

    @pytest.mark.parametrize(
        ("one", "expected"),
        [
            (Candidate(code="C-1"), [1, 0, 0]),
            (Candidate.of("C-1", {}, reached="examen"), [1, 1, 0]),
            (Candidate.of("C-1", {"examen": 5}), [1, 1, 0]),
            (Candidate.of("C-1", {"ensayo": 5}), [1, 1, 1]),
            (Candidate.of("C-1", {"examen": 5}, reached="ensayo"), [1, 1, 1]),
        ],
    )
    def test_taking_part_and_being_scored(self, one: Candidate, expected: list[int]) -> None:
        """Who sat the exam counts before it is marked."""
        assert expected == [step.value for step in stage_counts(SHARED, [one]).steps]

    @given(figures=st.lists(published_figures(), min_size=1, max_size=4))
    def test_bounds_leave_no_false_share(self, figures: list[PublishedFigure]) -> None:
        """A share is one of whole numbers, at most 1, and never where it has no direction."""
        whole = [attrs.evolve(figure, value=int(figure.value)) for figure in figures]
        try:
            counts = StageCounts.from_figures(whole, nested=True)
        except InconsistentError:
            assert any(after.value > before.value for before, after in pairwise(whole))
            return
        for (before, after), step in zip(pairwise(whole), counts.steps[1:], strict=True):
            assert (step.share is None) == (step.share_relation is None)
            if step.share is not None:
                assert step.share * before.value == after.value
            both = {before.relation, after.relation}
            if both == {Relation.AT_LEAST}:
                assert step.share is None


class TestSelectionOf2019:
    """Selección 2019: 2 637 -> 984 -> 194 -> 159 -> 35, etapas anidadas (El Financiero)."""

    COUNTS = StageCounts.from_figures(SELECTION_2019, nested=True)

    def test_the_published_counts(self) -> None:
        """As the catalogue holds them."""
        assert [2637, 984, 194, 159, 35] == [step.value for step in self.COUNTS.steps]
        assert SELECTION_2019[0].sources == self.COUNTS.sources

    def test_exact_shares(self) -> None:
        """Of the stage before; together they are the share of all."""
        shares = [share for share in self.COUNTS.shares if share is not None]
        product = Fraction(1)
        for share in shares:
            product *= share

        assert [
            Fraction(984, 2637),
            Fraction(194, 984),
            Fraction(159, 194),
            Fraction(35, 159),
        ] == shares
        assert Fraction(35, 2637) == product

    def test_a_share_is_derived(self) -> None:
        """The counts alone are reported."""
        apart = StageCounts.from_figures(SELECTION_2019, nested=False)

        assert Status.DERIVED is self.COUNTS.status
        assert Status.REPORTED is apart.status
        assert {None} == {step.share for step in apart.steps}
