"""Signals and run charts: what they say, what they refuse, and that they stay fast."""

from __future__ import annotations

import copy
import math
import pickle
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import attrs
import numpy as np
import pytest

from imss_integrity.kernel import ImssIntegrityError, InconsistentError, InvalidValueError, Language
from imss_integrity.kernel.provenance import Status
from imss_integrity.statistics import (
    Assurance,
    ChartSignals,
    Improvement,
    Marking,
    PointLabel,
    RuleSet,
    RunChart,
    RunChartLimits,
    Side,
    Signal,
    Variation,
    c_chart,
    find_signals,
    nhs_assurance,
    nhs_labels,
    nhs_signals,
    p_chart,
    run_chart,
    run_chart_limits,
    run_count_law,
    xmr_chart,
    zone_signals,
)

LOOSE: dict[str, Callable[..., Any]] = {
    one.__name__: one
    for one in (
        find_signals,
        nhs_assurance,
        nhs_labels,
        nhs_signals,
        run_chart,
        run_chart_limits,
        run_count_law,
        zone_signals,
    )
}
SHIFT = [52, 53, 54, 51, 55, 52, 53, 49]
LINES = {"centre": 50, "lower": 41, "upper": 59}
XMR = xmr_chart([12, 15, 11, 14, 13, 18, 12, 30, 13, 14], baseline=6)
RUNS = run_chart([1, 2, 1, 2, 1, 2, 3, 3, 9, 8, 9, 8, 9, 8, 9, 8, 9, 8])
FOUND = nhs_signals(SHIFT, centre=50, lower=41, upper=59)
SIGNAL = FOUND.signals[0]


class TestShowing:
    """Results explain themselves in both languages."""

    @pytest.mark.parametrize("rules", RuleSet)
    def test_each_rule_is_named_in_words(self, rules: RuleSet) -> None:
        """In both languages, without its code being needed."""
        assert rules.label.es != rules.label.en
        for code, name in rules.rules.items():
            assert code.isascii()
            assert name.es != name.en

    def test_answers_and_sides_are_named_in_words(self) -> None:
        """Differently in each language."""
        for one in (*Assurance, *Side, *Marking):
            assert one.label.es != one.label.en

    def test_signals_are_described(self) -> None:
        """Rule, side, beginning, completion, end and points."""
        text, english = FOUND.describe(), FOUND.describe(Language.EN)

        assert "Reglas del NHS (Making Data Count); señales: 1, puntos: 8" in text
        assert "siete puntos del mismo lado del centro" in text
        assert "se marcan todos los puntos de un patrón" in text
        assert "seven points on one side of the centre  high" in english
        assert "0, 1, 2, 3, 4, 5, 6" in english
        assert "Making Data Count (NHSRplotthedots)" in text
        assert [
            {
                "rules": "nhs",
                "rule": "racha",
                "name": "siete puntos del mismo lado del centro",
                "side": "alto",
                "first": 0,
                "completed": 6,
                "last": 6,
                "marked": 7,
            }
        ] == FOUND.to_records()

    def test_many_points_are_cut_short(self) -> None:
        """A cell lists twenty points and no more."""
        many = nhs_signals([51] * 30, centre=50, lower=41, upper=59)

        assert "18, 19 ...\n" in many.describe()
        assert tuple(range(30)) == many.points("racha")

    def test_no_signal_has_no_table(self) -> None:
        """Only the head is shown."""
        calm = find_signals(XMR, rules="nelson", marking="patron_completo")
        assert calm.points("2") == ()
        none = nhs_signals([50], centre=50, lower=41, upper=59)
        assert "clave" not in none.describe()
        assert none.to_records() == []

    def test_a_signal_without_side_says_so(self) -> None:
        """Its cell is empty, its record holds nothing."""
        found = find_signals(RUNS, rules="anhoej")

        assert {"racha": "bajo", "cruces": None} == {
            str(row["rule"]): row["side"] for row in found.to_records()
        }

    def test_run_charts_are_described(self) -> None:
        """With median, limits and the verdict; with too few points, that nothing is said."""
        assert "Hay señal de cambio." in RUNS.describe()
        assert "There is a signal of change." in RUNS.describe(Language.EN)
        assert "a lo más 7" in RUNS.describe()
        calm = run_chart([1, 9] * 8)
        assert "No hay señal de cambio." in calm.describe()
        few = run_chart([1, 9] * 4)
        assert not few.enough
        assert "Menos de 10 puntos útiles" in few.describe()
        assert "Muy pocos puntos" in find_signals(few, rules="ihi").describe()
        assert RUNS.to_records()[0]["median"] == 8

    def test_ten_useful_points_are_enough(self) -> None:
        """Nine are not, even where a limit is passed."""
        nine, ten = ([1] * n + [5] + [9] for n in (8, 9))

        assert (False, True) == tuple(run_chart(one, median=5).enough for one in (nine, ten))
        assert run_chart(nine, median=5).signal
        assert not find_signals(run_chart(nine, median=5), rules="anhoej").signals
        assert find_signals(run_chart(ten, median=5), rules="anhoej").signals

    def test_copies_are_equal(self) -> None:
        """Pickled and copied, through the constructor."""
        for one in (FOUND, RUNS, SIGNAL, run_chart_limits(24), nhs_labels(FOUND)[0]):
            assert one == copy.copy(one)
            assert one == pickle.loads(pickle.dumps(one))  # noqa: S301 - our own


class TestProvenance:
    """What a result claims depends on what was applied."""

    @pytest.mark.parametrize(
        ("chart", "rules", "marking", "status"),
        [
            (XMR, "nhs", None, Status.DERIVED),
            (XMR, "nhs", "patron_completo", Status.DERIVED),
            (XMR, "nhs", "punto_final", Status.OWN),
            (XMR, "western_electric", None, Status.DERIVED),
            (XMR, "nelson", "patron_completo", Status.OWN),
            (RUNS, "anhoej", None, Status.OWN),
            (RUNS, "ihi", None, Status.OWN),
        ],
    )
    def test_marking_that_is_not_the_authors_is_own(
        self, chart: Any, rules: str, marking: str | None, status: Status
    ) -> None:
        """And so is all marking on run charts."""
        found = find_signals(chart, rules=rules, marking=marking)

        assert found.status is status
        assert {*chart.sources, RuleSet(rules).source} == {*found.sources}

    def test_default_marking_is_that_of_the_authors(self) -> None:
        """Completing points in zones, whole patterns elsewhere."""
        assert {
            "nhs": Marking.WHOLE,
            "western_electric": Marking.COMPLETING,
            "nelson": Marking.COMPLETING,
            "anhoej": Marking.WHOLE,
            "ihi": Marking.WHOLE,
        } == {rules.value: rules.marking for rules in RuleSet}


class TestRefusals:
    """What makes no sense is refused, by the path of the fault."""

    @pytest.mark.parametrize(
        ("call", "arguments", "error", "path"),
        [
            ("find_signals", {"chart": [1, 2], "rules": "nhs"}, InvalidValueError, "chart"),
            ("find_signals", {"chart": XMR, "rules": "shewhart"}, InvalidValueError, "rules"),
            ("find_signals", {"chart": XMR, "rules": "anhoej"}, InconsistentError, "rules"),
            ("find_signals", {"chart": XMR, "rules": "ihi"}, InconsistentError, "rules"),
            ("find_signals", {"chart": RUNS, "rules": "nelson"}, InconsistentError, "rules"),
            (
                "find_signals",
                {"chart": XMR, "rules": "nhs", "marking": "todos"},
                InvalidValueError,
                "marking",
            ),
            ("zone_signals", {"z": [1], "rules": "nhs"}, InconsistentError, "rules"),
            ("zone_signals", {"z": [math.nan], "rules": "nelson"}, InvalidValueError, "z[0]"),
            ("nhs_signals", {"values": [math.inf], **LINES}, InvalidValueError, "values[0]"),
            (
                "nhs_signals",
                {"values": [1, 2], **LINES, "centre": [50]},
                InconsistentError,
                "centre",
            ),
            (
                "nhs_signals",
                {"values": [1, 2], **LINES, "lower": [41, 51]},
                InconsistentError,
                "lower",
            ),
            ("nhs_signals", {"values": [], **LINES, "upper": 49}, InconsistentError, "lower"),
            ("nhs_signals", {"values": [1], **LINES, "upper": None}, InvalidValueError, "upper"),
            ("nhs_labels", {"signals": SHIFT}, InvalidValueError, "signals"),
            (
                "nhs_labels",
                {"signals": zone_signals([1], rules="nelson")},
                InconsistentError,
                "rules",
            ),
            (
                "nhs_labels",
                {"signals": FOUND, "improvement": "up"},
                InvalidValueError,
                "improvement",
            ),
            (
                "nhs_assurance",
                {"target": 1, "lower": 9, "upper": 1, "improvement": "subir"},
                InconsistentError,
                "lower",
            ),
            (
                "nhs_assurance",
                {"target": math.nan, "lower": 1, "upper": 9, "improvement": "subir"},
                InvalidValueError,
                "target",
            ),
            ("run_chart", {"values": []}, InvalidValueError, "values"),
            ("run_chart", {"values": [1, None, "x"]}, InvalidValueError, "values[1]"),
            ("run_chart", {"values": [1], "median": math.nan}, InvalidValueError, "median"),
            ("run_chart_limits", {"useful": -1}, InvalidValueError, "useful"),
            ("run_chart_limits", {"useful": 100_001}, InvalidValueError, "useful"),
            ("run_count_law", {"above": 501, "below": 1}, InvalidValueError, "above"),
            ("run_count_law", {"above": 1, "below": True}, InvalidValueError, "below"),
        ],
    )
    def test_arguments(
        self, call: str, arguments: dict[str, Any], error: type[ImssIntegrityError], path: str
    ) -> None:
        """Wrong kinds, lines the wrong way round, sets that do not fit."""
        with pytest.raises(error) as caught:
            LOOSE[call](**arguments)
        assert path == caught.value.faults[0].path
        assert caught.value.text.es != caught.value.text.en

    def test_the_sets_that_fit_are_named(self) -> None:
        """On limits, on a median, and for labels."""
        for chart, rules, fitting in (
            (XMR, "ihi", "nhs, western_electric, nelson on limits"),
            (RUNS, "nhs", "anhoej, ihi on a median"),
        ):
            with pytest.raises(InconsistentError, match=fitting):
                find_signals(chart, rules=rules)

    @pytest.mark.parametrize(
        ("change", "error", "path"),
        [
            ({"rule": "8"}, InvalidValueError, "rule"),
            ({"rule": None}, InvalidValueError, "rule"),
            ({"side": "alto"}, InvalidValueError, "side"),
            ({"first": True}, InvalidValueError, "first"),
            ({"last": 6.0}, InvalidValueError, "last"),
            ({"first": -1}, InconsistentError, "points"),
            ({"first": 1}, InconsistentError, "points"),
            ({"last": 5}, InconsistentError, "points"),
            ({"completed": 7}, InconsistentError, "points"),
            ({"points": (0, 0, 6)}, InvalidValueError, "points"),
            ({"points": [0, 6]}, InvalidValueError, "points"),
            ({"points": (-1, 6)}, InvalidValueError, "points"),
            ({"points": (0, 6.0)}, InvalidValueError, "points"),
            ({"points": (0, 7)}, InconsistentError, "points"),
        ],
    )
    def test_signals(
        self, change: dict[str, Any], error: type[ImssIntegrityError], path: str
    ) -> None:
        """A signal knows its rule, and its points are in order."""
        with pytest.raises(error) as caught:
            attrs.evolve(SIGNAL, **change)
        assert [path] == [fault.path for fault in caught.value.faults]

    def test_results_hold_together(self) -> None:
        """Signals of one set, in order, on the chart, and none where none was looked for."""
        early = attrs.evolve(SIGNAL, last=5, completed=5, points=(0, 5))
        foreign = attrs.evolve(SIGNAL, rules=RuleSet.ANHOEJ)
        for change, code in (
            ({"signals": (SIGNAL, early)}, "order"),
            ({"signals": (foreign,)}, "foreign"),
            ({"count": 6}, "range"),
            ({"enough": False}, "few"),
        ):
            with pytest.raises(InconsistentError) as caught:
                attrs.evolve(FOUND, **change)
            assert [code] == [fault.code for fault in caught.value.faults]
            assert caught.value.text.es != caught.value.text.en
        with pytest.raises(InvalidValueError, match="'rule' must be one of fuera"):
            FOUND.points("1")

    def test_labels_and_charts_hold_together(self) -> None:
        """A rule goes with a signal; a run chart has floats; limits are whole numbers."""
        for variation, rule in ((Variation.COMMON, "racha"), (Variation.HIGH, None)):
            with pytest.raises(InconsistentError, match="'rule' must go with"):
                PointLabel(variation=variation, rule=rule)
        with pytest.raises(InvalidValueError, match="'median'"):
            attrs.evolve(RUNS, median=1)
        with pytest.raises(InvalidValueError, match="'useful'"):
            RunChart(values=(1.0,) * 100_001, median=0.0)
        with pytest.raises(InvalidValueError, match="'crossings'"):
            RunChartLimits(longest_run=3, crossings=-1)

    def test_the_exact_law_has_a_limit(self) -> None:
        """The IHI set counts runs exactly, up to ten thousand useful points."""
        many = run_chart([1, 9] * 5001)

        assert find_signals(many, rules="anhoej").enough
        with pytest.raises(InvalidValueError, match="'useful' must be a whole number from 0 to 10"):
            find_signals(many, rules="ihi")
        assert [
            one.rule for one in find_signals(run_chart([1, 9] * 5000), rules="ihi").signals
        ] == ["muchas_rachas"]


class TestShapes:
    """Numbers come in any shape, and lines level or not."""

    def test_numbers_of_every_kind(self) -> None:
        """Decimals, text, numpy arrays and scalars."""
        lists = ([Decimal(x) for x in SHIFT], np.array(SHIFT), [str(x) for x in SHIFT])
        for values in lists:
            assert FOUND == LOOSE["nhs_signals"](values, **LINES)
        assert FOUND == LOOSE["nhs_signals"](
            SHIFT, centre=np.float64(50), lower=Decimal(41), upper=[59] * len(SHIFT)
        )
        assert RUNS == LOOSE["run_chart"](np.array(RUNS.values), median=np.int64(8))

    def test_no_points_have_no_signals(self) -> None:
        """With lines as numbers or as empty lists."""
        lines: list[Any] = [[], 1]
        for line in lines:
            found = nhs_signals([], centre=line, lower=line, upper=line)
            assert (0, ()) == (found.count, found.signals)

    def test_limits_on_the_centre_leave_only_outside(self) -> None:
        """Nothing is divided by a spread of nothing."""
        flat = xmr_chart([5, 5, 5, 7, 5], baseline=3)
        counts = c_chart([0, 0, 0, 2, 0], baseline=[0, 1, 2])
        for chart in (flat, counts):
            for rules in ("nhs", "western_electric", "nelson"):
                found = find_signals(chart, rules=rules)
                assert [(3, Side.HIGH)] == [(one.first, one.side) for one in found.signals]

    def test_tiny_spreads_of_varying_lines_are_no_division_by_nothing(self) -> None:
        """The smallest float apart."""
        tiny = 5e-324
        found = nhs_signals([0, tiny, -tiny], centre=[0, 0, 0], lower=[-tiny, -1, -tiny], upper=1)

        assert found.signals == ()


def test_a_shift_of_a_run_chart_is_dated() -> None:
    """It begins at its first point, and is known once the limit is passed."""
    (run,) = (one for one in find_signals(RUNS, rules="anhoej").signals if one.rule == "racha")
    early, late = (
        find_signals(RUNS, rules="anhoej", marking=one).points("racha")
        for one in ("patron_completo", "punto_final")
    )

    assert (0, 7) == (run.first, run.completed)
    assert (0, 1, 2, 3, 4, 5, 6, 7) == early
    assert (7,) == late


def test_a_cluster_of_windows_is_one_signal() -> None:
    """Two of three again and again, as long as they share a point."""
    found = zone_signals([2.5, 0, 2.5, 0, 2.5, 0, 0, 2.5, 2.5, 2.5], rules="western_electric")
    two = [(one.first, one.completed, one.last) for one in found.signals if one.rule == "2"]

    assert [(0, 2, 4), (7, 8, 9)] == two
    assert isinstance(found, ChartSignals)
    assert isinstance(found.signals[0], Signal)


def test_windows_side_by_side_are_two_signals() -> None:
    """Two of three by the NHS, twice, with no point in common."""
    found = nhs_signals([57, 57, 52, 52, 57, 57], centre=50, lower=41, upper=59)
    two_of_three = [one for one in found.signals if one.rule == "dos_de_tres"]
    assert [(one.first, one.last) for one in two_of_three] == [(0, 2), (3, 5)]


def test_thirteen_points_by_turns_are_no_pattern() -> None:
    """Nelson wants fourteen, whichever way they begin."""
    turns = [0.5, -0.5] * 7

    for z in (turns, [-x for x in turns]):
        assert zone_signals(z[:13], rules="nelson").points("4") == ()
        assert zone_signals(z, rules="nelson").points("4") == (13,)


def in_runs(above: int, below: int, runs: int) -> list[int]:
    """Give so many points of 1 and of -1 in so many runs: the last two runs hold the rest."""
    high, low = above, below
    values: list[int] = []
    for i in range(runs):
        last = i >= runs - 2
        if i % 2:
            values += [1] * (high if last else 1)
            high -= 1
        else:
            values += [-1] * (low if last else 1)
            low -= 1
    return values


@pytest.mark.parametrize(
    ("above", "below", "runs", "expected"),
    [
        (10, 10, 6, ["pocas_rachas"]),  # P(R <= 6) = 0.0185
        (10, 10, 7, []),  # P(R <= 7) = 0.0513
        (10, 10, 15, []),
        (10, 10, 16, ["muchas_rachas"]),
        (14, 3, 3, ["pocas_rachas"]),  # exactly 1 of 40
        (7, 7, 4, []),  # 43 of 1716 is a little more than that
        (7, 7, 12, []),
        (7, 7, 13, ["muchas_rachas"]),
    ],
)
def test_the_number_of_runs_is_judged_by_its_exact_law(
    above: int, below: int, runs: int, expected: list[str]
) -> None:
    """Each tail of at most one of 40; below and above can be exchanged."""
    values = in_runs(above, below, runs)
    assert (above, below) == (values.count(1), values.count(-1))
    for series in (values, [-x for x in values]):
        chart = run_chart(series, median=0)
        found = find_signals(chart, rules="ihi").signals
        assert runs == len(chart.runs)
        assert expected == [one.rule for one in found if one.rule.endswith("rachas")]


@pytest.mark.parametrize(
    ("values", "signal"),
    [
        ([1] * 7 + [-1, 1, -1, 1, -1, 1, -1], False),  # the longest run of 14 is 7
        ([1] * 8 + [-1, 1, -1, 1, -1, 1], True),
        ([1] * 5 + [-1] * 5 + [1, -1], False),  # of 12 points, three crossings are enough
        ([1] * 5 + [-1] * 6 + [1], True),
    ],
)
def test_limits_of_anhoej_are_no_signal_themselves(values: list[int], signal: bool) -> None:  # noqa: FBT001
    """The longest run must be passed, the crossings fallen short of."""
    chart = run_chart(values, median=0)

    assert chart.signal is signal
    assert bool(find_signals(chart, rules="anhoej").signals) is signal


@pytest.mark.parametrize(
    ("steps", "points"),
    [
        ([1, 2, 3, 4, 5], (0, 1, 2, 3, 4)),
        ([5, 4, 3, 2, 1], (0, 1, 2, 3, 4)),
        ([5, 4, 4, 3, 2, 2, 1], (0, 1, 3, 4, 6)),  # of equal neighbours the first
        ([5, 4, 3, 2], ()),
    ],
)
def test_the_trend_of_the_ihi_counts_equal_neighbours_once(
    steps: list[int], points: tuple[int, ...]
) -> None:
    """They neither make nor break a trend of five."""
    chart = run_chart([*steps, 9, -9, 9, -9, 9, -9, 9, -9], median=-1)
    marked = find_signals(chart, rules="ihi").points("tendencia")

    assert points == tuple(i for i in marked if i < len(steps))


def test_a_point_on_the_line_of_one_sigma_is_neither_within_nor_beyond() -> None:
    """Nelson 6, 7 and 8 leave it out, on both sides."""
    turns = [0.5, 0.5, -0.5, -0.5, 0.5] * 3
    for line in (1, -1):
        within, beyond = [*turns[:14], line], [1.5, -1.5] * 3 + [1.5, line]
        assert zone_signals(within, rules="nelson").points("7") == ()
        assert zone_signals(beyond, rules="nelson").points("8") == ()
        assert zone_signals([2 * line] * 4 + [line], rules="nelson").points("6") == ()
    assert zone_signals(turns, rules="nelson").points("7") == (14,)


@pytest.mark.parametrize(
    ("events", "marked"), [(0, {"3": (13, 14), "2": ()}), (4, {"3": (), "2": ()})]
)
def test_zones_of_shares_are_those_of_sigma_not_of_clipped_limits(
    events: int, marked: dict[str, tuple[int, ...]]
) -> None:
    """Of 50 cases 5 %: 0 lies 1.6 sigma below and 4 lies 1 sigma above, though the limit is 0."""
    chart = p_chart([2, 3] * 5 + [events] * 5, [50] * 15, baseline=range(10))
    found = find_signals(chart, rules="western_electric")
    assert chart.lower[0] == 0
    assert {rule: found.points(rule) for rule in marked} == marked


def test_a_turning_point_takes_the_later_trend() -> None:
    """Up to the seventh point, down from there: the seventh goes down."""
    up_and_down = [*range(50, 57), *range(55, 48, -1)]
    labels = nhs_labels(nhs_signals(up_and_down, **LINES))

    assert {"tendencia"} == {label.rule for label in labels}
    assert [Variation.HIGH] * 6 + [Variation.LOW] * 8 == [label.variation for label in labels]


@pytest.mark.parametrize(
    ("target", "up", "down"),
    [
        (96, Assurance.FAIL, Assurance.PASS),
        (95, Assurance.INCONSISTENT, Assurance.INCONSISTENT),
        (80, Assurance.INCONSISTENT, Assurance.INCONSISTENT),
        (79, Assurance.PASS, Assurance.FAIL),
    ],
)
def test_assurance(target: int, up: Assurance, down: Assurance) -> None:
    """Beyond the best limit it is never met, beyond the worst always."""
    assert up is nhs_assurance(target, lower=80, upper=95, improvement=Improvement.UP)
    assert down is nhs_assurance(target, lower=80, upper=95, improvement="bajar")


@pytest.mark.parametrize(
    ("values", "marked"),
    [
        ([57, 58, 51], (0, 1, 2)),
        ([57, 51, 58], (0, 1, 2)),
        ([51, 57, 58], (0, 1, 2)),
        ([57, 59, 59], (0, 1, 2)),  # on the limit is near
        ([56, 57, 51], ()),  # two thirds of the way is not near yet
        ([57, 60, 51], ()),  # beyond the limit is not near
        ([57, 60, 58], (0, 1, 2)),  # but on the same side
        ([57, 50, 58], ()),  # on the centre is on no side
        ([57, 49, 58], ()),
        ([57, 58], ()),  # no window of three
        ([57, 51, 51, 58], ()),
    ],
)
def test_two_of_three_by_the_nhs(values: list[int], marked: tuple[int, ...]) -> None:
    """The whole window, on either side of the centre."""
    below = [100 - x for x in values]

    assert marked == nhs_signals(values, **LINES).points("dos_de_tres")
    assert marked == nhs_signals(below, **LINES).points("dos_de_tres")
