"""Laws of change: it is split without residual, and reads backwards with the sign turned."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import permutations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.catalog import REFERENCE_FRAMEWORK
from imss_integrity.competitiveness import (
    Assessment,
    Change,
    ChangePart,
    Criterion,
    Framework,
    MissingPolicy,
    Subcriterion,
    apply_gate,
    change,
    score,
)
from imss_integrity.competitiveness.shapley import minimum_shares
from imss_integrity.kernel import Aggregation, Period, Score, Text
from imss_integrity.strategies import assessments as sheets
from imss_integrity.strategies import exact_numbers, frameworks, gates, standings

Crosswalk = Mapping[str, list[str]]
Group = tuple[frozenset[str], frozenset[str]]
SHARES = exact_numbers(0, 1)
MOVES = st.lists(st.tuples(SHARES, SHARES), min_size=1, max_size=5)
REFERENCE_SHEETS = sheets(REFERENCE_FRAMEWORK, complete=True)


@st.composite
def later_frameworks(draw: st.DrawFn, framework: Framework) -> Framework:
    """Give the same framework, the same with other points, or another that shares codes."""
    kind = draw(st.sampled_from(("same", "weights", "other")))
    if kind == "same":
        return framework
    other = framework if kind == "weights" else draw(frameworks(2, 2))
    known = [sub.code for sub in framework.subcriteria]
    free = [code for code in known if kind == "other" and code not in other.positions]
    shared = draw(st.integers(0, len(free)))
    renamed = dict(zip(other.positions, free[:shared], strict=False))
    criteria: list[Criterion] = []
    for criterion in other.criteria:
        subs = tuple(
            attrs.evolve(
                sub,
                code=renamed.get(sub.code, sub.code),
                points=draw(st.integers(1, 500)),
                cross_references=(),
            )
            for sub in criterion.subcriteria
        )
        points = sum(sub.points for sub in subs)
        criteria.append(attrs.evolve(criterion, subcriteria=subs, points=points))
    total = sum(criterion.points for criterion in criteria)
    return attrs.evolve(other, criteria=tuple(criteria), total=total)


def crosswalks(old: Framework, new: Framework) -> st.SearchStrategy[Crosswalk]:
    """Give any crosswalk: renamed, split, merged, and gone."""
    later = st.lists(st.sampled_from(list(new.positions)), unique=True, max_size=2)
    return st.dictionaries(st.sampled_from(list(old.positions)), later, max_size=2)


@st.composite
def scored(draw: st.DrawFn, framework: Framework, method: Aggregation) -> Score:
    """Give a score of one unit, with what is missing at 0 %, given away, or not missing."""
    policy = draw(st.sampled_from(MissingPolicy))
    sheet = draw(sheets(framework, complete=policy is MissingPolicy.REFUSE))
    ratings = sheet.ratings
    for criterion in framework.criteria:
        if all(ratings[sub.code] is None for sub in criterion.subcriteria):
            ratings[criterion.subcriteria[0].code] = draw(st.sampled_from((0, 100)))
    percents = tuple(ratings.values())
    return score(attrs.evolve(sheet, unit="u", percents=percents), missing=policy, method=method)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Score, Score, Crosswalk]:
    """Give two scores of one unit by one method, and a crosswalk of their frameworks."""
    old = draw(frameworks(2, 2))
    new = draw(later_frameworks(old))
    method = draw(st.sampled_from(Aggregation))
    before, after = draw(scored(old, method)), draw(scored(new, method))
    if draw(st.booleans()):
        gate = draw(gates())
        taken = {part.code for part in (*before.parts, *after.parts)}
        gate = attrs.evolve(gate, code=next(c for c in "ghijklmno" if c not in taken))
        before, after = (apply_gate(one, draw(standings(gate)), gate) for one in (before, after))
    return before, after, draw(crosswalks(old, new))


def carrying(total: Score) -> set[str]:
    """Give the codes of the leaves that carry points."""
    return {leaf.code for leaf in total.leaves() if leaf.out_of}


def groups_of(before: Score, after: Score, crosswalk: Crosswalk) -> list[Group]:
    """Group what the crosswalk ties, by walking from node to node."""
    old, new = carrying(before), carrying(after)
    links = {(a, b) for a, codes in crosswalk.items() for b in codes if a in old and b in new}
    silent = {a for a, codes in crosswalk.items() if not codes}
    spoken = {a for a, _ in links} | silent
    reached = {b for _, b in links}
    links |= {(code, code) for code in old & new if code not in spoken and code not in reached}
    nodes = [("old", code) for code in sorted(old)] + [("new", code) for code in sorted(new)]
    edges = {(("old", a), ("new", b)) for a, b in links}
    edges |= {(b, a) for a, b in edges}
    seen: set[tuple[str, str]] = set()
    groups: list[Group] = []
    for node in nodes:
        if node in seen:
            continue
        found, pending = {node}, [node]
        while pending:
            here = pending.pop()
            steps = {end for start, end in edges if start == here} - found
            found |= steps
            pending.extend(steps)
        seen |= found
        sides = [frozenset(c for side, c in found if side == name) for name in ("old", "new")]
        groups.append((sides[0], sides[1]))
    return groups


def backwards(before: Score, after: Score, crosswalk: Crosswalk) -> Crosswalk:
    """Turn a crosswalk round; what it says has gone must not come back by its name."""
    old, new = carrying(before), carrying(after)
    turned: dict[str, list[str]] = {}
    for earlier, later in crosswalk.items():
        for code in later:
            if earlier in old and code in new:
                turned.setdefault(code, []).append(earlier)
    gone = [code for code, later in crosswalk.items() if not later and code in old & new]
    return {**{code: [] for code in gone}, **turned}


def by_group(split: Change, groups: list[Group]) -> dict[Group, ChangePart]:
    """Find the part of each group; what is there at the end comes first, then what left."""
    left = [group for group in groups if not group[1]]
    there = len(split.parts) - len(left)
    named = {("there", frozenset(p.code.split("+"))): p for p in split.parts[:there]}
    named |= {("left", frozenset(p.code.split("+"))): p for p in split.parts[there:]}
    return {g: named["there" if g[1] else "left", g[1] or g[0]] for g in groups}


class TestWithoutResidual:
    """Las partes suman la diferencia, sin residuo."""

    @given(case=cases())
    def test_parts_and_deductions_add_up(self, case: tuple[Score, Score, Crosswalk]) -> None:
        """With other weights, another framework, what is missing, and a gate."""
        before, after, crosswalk = case
        split = change(before, after, crosswalk=crosswalk)
        explained = sum((part.total for part in split.parts), split.deductions)

        assert after.value - before.value == split.difference == explained

    @given(case=cases())
    def test_each_group_is_one_part(self, case: tuple[Score, Score, Crosswalk]) -> None:
        """What the crosswalk ties stands together; the rest stands alone."""
        before, after, crosswalk = case
        split = change(before, after, crosswalk=crosswalk)
        groups = groups_of(before, after, crosswalk)
        found = by_group(split, groups)

        assert len(groups) == len(split.parts)
        for (old, new), part in found.items():
            assert bool(old and new) or (part.rating if before.method is MEAN else part.weight) == 0
            assert not (old and new) or part.presence == 0

    @given(case=cases())
    def test_a_change_turned_round_turns_every_sign(
        self, case: tuple[Score, Score, Crosswalk]
    ) -> None:
        """Of each part and each of its reasons, and of the deductions."""
        before, after, crosswalk = case
        groups = groups_of(before, after, crosswalk)
        turned = backwards(before, after, crosswalk)
        forth = by_group(change(before, after, crosswalk=crosswalk), groups)
        back_split = change(after, before, crosswalk=turned)
        back = by_group(back_split, [(new, old) for old, new in groups])

        for (old, new), part in forth.items():
            other = back[new, old]
            assert (part.before, part.after) == (other.after, other.before)
            assert (part.rating, part.weight, part.presence) == (
                -other.rating,
                -other.weight,
                -other.presence,
            )

    @given(case=cases())
    def test_equal_scores_do_not_change(self, case: tuple[Score, Score, Crosswalk]) -> None:
        """Every part is 0."""
        split = change(case[0], case[0])

        assert split.difference == split.deductions == 0
        assert all(part.rating == part.weight == part.presence == 0 for part in split.parts)

    @given(case=cases())
    def test_the_status_is_never_stronger_than_either(
        self, case: tuple[Score, Score, Crosswalk]
    ) -> None:
        """A change claims no more than its scores, and their sources are all named."""
        before, after, crosswalk = case
        split = change(before, after, crosswalk=crosswalk)
        order = ["oficial", "reportado", "derivado", "propio"]

        assert order.index(split.status) >= max(order.index(one.status) for one in (before, after))
        assert {*before.sources, *after.sources} == {*split.sources}


MEAN = Aggregation.ARITHMETIC


class TestReasons:
    """Una calificación que no cambió no explica nada; tampoco un peso que no cambió."""

    @given(old=REFERENCE_SHEETS, new=REFERENCE_SHEETS)
    def test_with_one_framework_only_ratings_explain(
        self, old: Assessment, new: Assessment
    ) -> None:
        """Each subcriterion explains what it earns more, and nothing else."""
        before, after = (score(attrs.evolve(sheet, unit="u")) for sheet in (old, new))
        split = change(before, after)

        for part, low, high in zip(split.parts, before.leaves(), after.leaves(), strict=True):
            assert low.code == part.code
            assert part.weight == part.presence == 0
            assert high.value - low.value == part.rating

    @given(sheet=REFERENCE_SHEETS, method=st.sampled_from(Aggregation), data=st.data())
    def test_with_equal_ratings_only_weights_explain(
        self, sheet: Assessment, method: Aggregation, data: st.DataObject
    ) -> None:
        """No part has anything due to ratings."""
        codes = data.draw(st.permutations(list(REFERENCE_FRAMEWORK.positions)))
        points = {
            code: sub.points for code, sub in zip(codes, sheet.framework.subcriteria, strict=True)
        }
        heavier = framework_of(points)
        after = score(
            Assessment.of(
                heavier, sheet.ratings, unit=sheet.unit, period=sheet.period, evaluator="E1"
            ),
            method=method,
        )
        split = change(score(sheet, method=method), after)

        assert all(part.rating == part.presence == 0 for part in split.parts)

    @pytest.mark.parametrize(
        ("old", "new", "crosswalk", "expected"),
        [
            # renamed: 600 at 50 % -> 600 at 60 %
            ({"a": 600, "z": 400}, {"b": 600, "z": 400}, {"a": "b"}, ("b", 60, 0, 0)),
            # renamed and heavier: 600 at 50 % -> 800 at 60 %
            ({"a": 600, "z": 400}, {"b": 800, "z": 200}, {"a": "b"}, ("b", 70, 110, 0)),
            # split: the two carry what the one carried
            ({"a": 600, "z": 400}, {"b": 200, "c": 400, "z": 400}, {"a": ["b", "c"]},
             ("b+c", 60, 0, 0)),
            # merged
            ({"a": 200, "d": 400, "z": 400}, {"b": 600, "z": 400}, {"a": "b", "d": "b"},
             ("b", 60, 0, 0)),
            # not tied: it entered with all it earns
            ({"a": 600, "z": 400}, {"b": 600, "z": 400}, None, ("b", 0, 0, 360)),
            # not tied: it left with all it earned
            ({"a": 600, "z": 400}, {"b": 600, "z": 400}, None, ("a", 0, 0, -300)),
            # said to have gone, though another thing bears its name
            ({"a": 600, "z": 400}, {"a": 600, "z": 400}, {"a": []}, ("a", 0, 0, 360)),
        ],
    )  # fmt: skip
    def test_renamed_split_merged(
        self,
        old: dict[str, int],
        new: dict[str, int],
        crosswalk: Mapping[str, str | list[str]] | None,
        expected: tuple[str, int, int, int],
    ) -> None:
        """50 % before, 60 % after; points due to ratings, weights and presence."""
        before, after = (
            score(
                Assessment.of(
                    framework_of(points),
                    dict.fromkeys(points, percent),
                    unit="u",
                    period=Period.year(2025),
                    evaluator="E1",
                )
            )
            for points, percent in ((old, 50), (new, 60))
        )
        split = change(before, after, crosswalk=crosswalk)
        found = [(p.code, int(p.rating), int(p.weight), int(p.presence)) for p in split.parts]

        assert expected in found


def framework_of(points: Mapping[str, int]) -> Framework:
    """Give a framework of one criterion."""
    subs = tuple(Subcriterion(code=c, name=Text(c), points=p) for c, p in points.items())
    total = sum(points.values())
    criterion = Criterion(code="C", name=Text("C"), points=total, subcriteria=subs)
    return Framework(code="m", name=Text("m"), version="1", criteria=(criterion,), total=total)


def enumerated(moves: list[tuple[Fraction, Fraction]]) -> list[Fraction]:
    """Average over all orders what the move of each does to the minimum."""
    shares = [Fraction(0)] * len(moves)
    orders = list(permutations(range(len(moves))))
    for order in orders:
        values = [old for old, _ in moves]
        for place in order:
            lowest = min(values)
            values[place] = moves[place][1]
            shares[place] += Fraction(min(values) - lowest, len(orders))
    return shares


class TestMinimum:
    """Valor de Shapley: el promedio, sobre todos los órdenes, de lo que cada cambio mueve."""

    @given(moves=MOVES)
    def test_thresholds_agree_with_all_orders(self, moves: list[tuple[Fraction, Fraction]]) -> None:
        """For up to five values, all n! orders are gone through."""
        assert enumerated(moves) == list(minimum_shares(moves))

    @given(moves=st.lists(st.tuples(SHARES, SHARES), min_size=1, max_size=30))
    def test_shares_add_up_for_many(self, moves: list[tuple[Fraction, Fraction]]) -> None:
        """To the change of the minimum; what does not move has no share."""
        shares = minimum_shares(moves)

        assert min(new for _, new in moves) - min(old for old, _ in moves) == sum(shares)
        for (old, new), share in zip(moves, shares, strict=True):
            assert share * (new - old) >= 0

    @given(
        moves=st.lists(st.tuples(*[st.sampled_from(range(0, 101, 5))] * 2), min_size=1, max_size=4)
    )
    def test_the_change_of_a_minimum_uses_them(self, moves: list[tuple[int, int]]) -> None:
        """Points due to a rating: all points times the enumerated share."""
        framework = framework_of({f"c{n}": 100 + n for n in range(len(moves))})
        before, after = (
            score(
                Assessment(
                    unit="u",
                    period=Period.year(2025),
                    evaluator="E1",
                    framework=framework,
                    percents=tuple(move[side] for move in moves),
                ),
                method="minimum",
            )
            for side in (0, 1)
        )
        expected = enumerated([(Fraction(a, 100), Fraction(b, 100)) for a, b in moves])

        assert [framework.total * share for share in expected] == [
            part.rating for part in change(before, after).parts
        ]
