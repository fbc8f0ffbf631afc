"""Control charts: published charts, options, what they explain, and every refusal."""

from __future__ import annotations

import copy
import math
import pickle
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import attrs
import numpy as np
import pytest

from imss_integrity.kernel import (
    ImssIntegrityError,
    InconsistentError,
    InvalidValueError,
    Language,
    Source,
    Status,
    Text,
)
from imss_integrity.statistics import (
    ChartKind,
    ChartSegment,
    ControlChart,
    MovingRangeFactor,
    c_chart,
    laney_p_chart,
    p_chart,
    u_chart,
    xmr_chart,
)

Chart = Callable[..., ControlChart]
LOOSE: dict[str, Chart] = {
    "xmr": xmr_chart, "p": p_chart, "u": u_chart, "c": c_chart, "p_prima": laney_p_chart,
}  # fmt: skip

# Montgomery: defective orange juice cans, 30 samples of 50.
CANS = [12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9,
        12, 7, 13, 9, 6]  # fmt: skip
# Montgomery: costs of processing mortgage loans, 20 weeks.
LOANS = [310, 288, 297, 298, 307, 303, 294, 297, 308, 306, 294, 299, 297, 299, 314, 295, 293, 306,
         301, 304]  # fmt: skip


class TestPublished:
    """Las cartas de los libros."""

    def test_orange_juice_cans(self) -> None:
        """Samples 15 and 23 lie outside; without them the limits are those of the book."""
        chart = p_chart(CANS, [50] * 30)
        assert chart.outside == (14, 22)
        revised = p_chart(CANS, [50] * 30, excluded=chart.outside)
        assert revised.centre[0] == pytest.approx(0.2150)
        assert revised.upper[0] == pytest.approx(0.3893, abs=5e-5)
        assert revised.lower[0] == pytest.approx(0.0407, abs=5e-5)

    def test_mortgage_loans(self) -> None:
        """Mean 300.5, moving range 7.79, its limit 25.45."""
        chart = xmr_chart(LOANS, factor="3/1.128")
        (segment,) = chart.segments
        assert (segment.centre, segment.points, chart.outside) == (300.5, 20, ())
        assert segment.mean_moving_range == pytest.approx(7.79, abs=5e-3)
        assert segment.moving_range_limit == pytest.approx(25.45, abs=5e-3)
        assert (chart.lower[0], chart.upper[0]) == pytest.approx((279.78, 321.22), abs=5e-3)

    def test_large_counts_are_flagged_by_p_and_not_by_laney(self) -> None:
        """80 thousand of 400 thousand: the binomial law is too narrow."""
        events = [80_000, 81_500, 79_000, 80_900, 79_800]
        trials = [400_000] * 5
        assert p_chart(events, trials).outside
        assert not laney_p_chart(events, trials).outside


class TestOptions:
    """Base, exclusión, nueva base, criba."""

    def test_the_factor_is_named(self) -> None:
        """Enum and text mean the same; the chart says which one it was."""
        rounded, unrounded = xmr_chart([1, 3]), xmr_chart([1, 3], factor="3/1.128")
        assert rounded.factor is MovingRangeFactor.ROUNDED
        assert unrounded == xmr_chart([1, 3], factor=MovingRangeFactor.UNROUNDED)
        assert (rounded.upper[0], unrounded.upper[0]) == pytest.approx((7.32, 2 + 6 / 1.128))

    def test_values_come_in_any_numeric_shape(self) -> None:
        """Integers, floats, decimals, fractions, exact text, numpy: one chart."""
        plain = xmr_chart([1.0, 2.0, 4.0])
        mixed = [1, Decimal("2.0"), Fraction(4)]
        for given in (mixed, ["1", "2", "8/2"], np.array([1, 2, 4]), (1, 2, 4), iter([1.0, 2, 4])):
            assert plain == LOOSE["xmr"](given)
        assert p_chart([3, 5], [10, 20]) == LOOSE["p"](np.array([3, 5]), ["10", 20.0])
        assert u_chart([3, 5], [0.5, 2]) == u_chart([3, 5], [Decimal("0.5"), "2"])

    def test_screening_is_once(self) -> None:
        """The two ranges of a spike are dropped, by their later point; what is left stays.

        Of the ranges left, those of 10 and 11 are above 3.267 times the new mean, and yet kept.
        """
        values = [0, 1, 0, 1, 0, 1, 0, 90, 0, 1, 0, 11, 1, 0, 1, 0, 1, 0]
        chart = xmr_chart(values, screen=True)
        (segment,) = chart.segments
        assert segment.screened == (7, 8)
        assert segment.mean_moving_range == pytest.approx(34 / 15)
        assert segment.moving_range_limit == pytest.approx(3.267 * 34 / 15)
        assert segment.centre == xmr_chart(values).segments[0].centre

    def test_nothing_is_screened_where_nothing_varies(self) -> None:
        """All ranges are 0, none is dropped, and the limits fall on the centre."""
        chart = xmr_chart([5, 5, 5], screen=True)
        assert chart.segments[0].screened == ()
        assert chart.lower == chart.centre == chart.upper == (5.0, 5.0, 5.0)

    def test_moving_ranges_step_over_excluded_points(self) -> None:
        """The points before and after an excluded one are neighbours."""
        chart = xmr_chart([1, 99, 4, 6], excluded=[1])
        assert chart.segments[0].mean_moving_range == pytest.approx(2.5)
        assert (chart.excluded, chart.outside) == ((1,), (1,))

    def test_a_frozen_baseline_may_be_followed_by_a_new_one(self) -> None:
        """The baseline holds for its own segment; the next one counts all its points."""
        chart = xmr_chart([1, 2, 1, 9, 20, 22], baseline=3, rebase=[4])
        assert [(one.start, one.points) for one in chart.segments] == [(0, 3), (4, 2)]
        assert chart.centre == pytest.approx((*[4 / 3] * 4, 21, 21))
        shares = p_chart([1, 2, 3, 9], [10] * 4, baseline=[3, 0], rebase=[2])
        assert shares.centre == pytest.approx((0.1, 0.1, 0.9, 0.9))

    @pytest.mark.parametrize(("top", "screened"), [(3267, (1,)), (3266, ())])
    def test_a_moving_range_on_the_limit_is_screened(
        self, top: int, screened: tuple[int, ...]
    ) -> None:
        """Of 3267, 300, 300 and 133 the mean is 1000: the first is 3.267 times as much."""
        chart = xmr_chart([0, top, top - 300, top - 600, top - 733], screen=True)
        assert chart.segments[0].screened == screened

    def test_distances_know_no_infinity(self) -> None:
        """Where nothing varied, a point off the centre has no distance; it is outside."""
        chart = xmr_chart([5, 5, 5, 6, 5], baseline=3)
        assert chart.distances == (0.0, 0.0, 0.0, None, 0.0)
        assert chart.outside == (3,)
        tiny = xmr_chart([0, 5e-324, 1e100], baseline=2)
        assert tiny.distances[2] is None

    def test_limits_are_clipped_to_what_is_possible(self) -> None:
        """Shares stay within 0..1, counts at or above 0; individual values go where they go."""
        assert p_chart([9, 10, 8], [10, 10, 9]).upper == (1.0, 1.0, 1.0)
        assert p_chart([1, 0, 1], [10, 10, 9]).lower == (0.0, 0.0, 0.0)
        assert laney_p_chart([9, 1, 9], [10, 10, 9]).upper == (1.0, 1.0, 1.0)
        assert u_chart([1, 2], [2, 1]).lower == c_chart([1, 2]).lower == (0.0, 0.0)
        assert xmr_chart([1, 9]).lower[0] < 0
        assert u_chart([90, 80], [1, 1]).upper[0] > 100


class TestResult:
    """El resultado se explica y no se contradice."""

    def test_it_explains_itself(self) -> None:
        """Method, baseline, what was excluded and screened, and what lies outside."""
        values = [12, 15, 11, 14, 13, 18, 12, 90, 13, 14, 55]
        chart = xmr_chart(values, screen=True, excluded=[10])
        text = chart.describe()
        assert "Carta XmR (valores individuales y rangos móviles): 11 puntos" in text
        assert "Límites: centro ∓ 2.66 veces el rango móvil medio." in text
        assert "Excluidos (se muestran, no cuentan): 10" in text
        assert "por su segundo punto: 7, 8" in text
        assert {7, 10} < {*chart.outside} < {*range(11)}
        outside = ", ".join(map(str, chart.outside))
        assert f"Fuera de los límites: {outside}\n" in text
        assert "Estatus: derivado" in text
        assert "Nelson (1982)" in text
        assert "mean moving range" in chart.describe(Language.EN)
        assert f"Outside the limits: {outside}\n" in chart.describe(Language.EN)

    def test_a_narrow_sigma_z_is_told(self) -> None:
        """Below 1 it narrows the limits, and the chart says so; above it does not."""
        narrow = laney_p_chart([50, 61, 48, 70], [100, 110, 90, 120])
        wide = laney_p_chart([500, 640, 480, 730, 610], [1000, 1100, 900, 1200, 1150])
        assert "estrecha los límites" in narrow.describe()
        assert "narrows the limits" in narrow.describe(Language.EN)
        assert "estrecha" not in wide.describe()
        assert narrow.sources != p_chart([1], [2]).sources

    def test_limits_that_vary_are_shown_as_a_range(self) -> None:
        """From the lowest to the highest of the segment; equal ones as one number."""
        text = p_chart([5, 6, 7, 7], [10, 40, 9, 9], rebase=[2]).describe()
        assert "0 a 0." in text
        assert "ningún punto" in text
        (row,) = [line.split() for line in text.splitlines() if line.startswith("      2")]
        assert row == ["2", "3", "2", "0.778", "0.362", "1"]

    def test_a_long_list_of_points_is_cut(self) -> None:
        """Twenty indices are shown, the rest is counted."""
        chart = c_chart([4, 4, *[90] * 25], baseline=[0, 1])
        assert "20, 21 y 5 más" in chart.describe()
        assert "20, 21 and 5 more" in chart.describe(Language.EN)

    def test_a_level_of_zero_is_shown(self) -> None:
        """No event at all: everything is 0."""
        assert c_chart([0, 0]).describe().splitlines()[-3].split() == ["0", "1", "2", *"000"]

    def test_rows_hold_each_point(self) -> None:
        """One row a point, for a data frame."""
        rows = xmr_chart([1, 3, 1, 40], baseline=3, excluded=[1]).to_records()
        assert [row["point"] for row in rows] == [0, 1, 2, 3]
        assert rows[1] == {
            "point": 1, "value": 3.0, "centre": 1.0, "lower": 1.0, "upper": 1.0,
            "distance": None, "outside": True, "excluded": True,
        }  # fmt: skip
        assert rows[0]["outside"] is rows[0]["excluded"] is False

    @pytest.mark.parametrize(
        "chart",
        [
            xmr_chart([1, 3, 2], screen=True),
            laney_p_chart([1, 3], [5, 9], excluded=[]),
            c_chart([2, 3, 9], excluded=[2, 1]),
        ],
    )
    def test_it_survives_copies(self, chart: ControlChart) -> None:
        """Copies and pickles are equal, hash alike and show the same lines."""
        for twin in (copy.deepcopy(chart), pickle.loads(pickle.dumps(chart))):  # noqa: S301
            assert (chart, hash(chart), chart.upper) == (twin, hash(twin), twin.upper)

    def test_every_kind_has_a_name(self) -> None:
        """In both languages."""
        assert all(kind.label.es != kind.label.en for kind in ChartKind)

    def test_status_and_sources_can_be_weaker(self) -> None:
        """Whoever makes a chart of own figures says so."""
        own = Source(code="x", title=Text("Encuesta propia"))
        chart = attrs.evolve(c_chart([1, 2]), status=Status.OWN, sources=(own,))
        assert "propio" in chart.describe()
        assert "Encuesta propia" in chart.describe()

    @pytest.mark.parametrize(
        ("changes", "error", "path"),
        [
            ({"kind": "xmr"}, InvalidValueError, "kind"),
            ({"values": [1.0, 2.0, 3.0]}, InvalidValueError, "values"),
            ({"values": ()}, InvalidValueError, "values"),
            ({"values": (1.0, 2, 3.0)}, InvalidValueError, "values[1]"),
            ({"values": (1.0, math.nan, 3.0)}, InvalidValueError, "values[1]"),
            ({"values": (1.0, 2.0, math.inf)}, InvalidValueError, "values[2]"),
            ({"values": (1.0, 2.0, 1e101)}, InvalidValueError, "values[2]"),
            ({"segments": ()}, InvalidValueError, "segments"),
            ({"factor": None}, InconsistentError, "factor"),
            ({"factor": 2.66}, InvalidValueError, "factor"),
            ({"trials": (1.0, 1.0, 1.0)}, InconsistentError, "trials"),
            ({"excluded": (3,)}, InconsistentError, "excluded"),
            ({"excluded": (1, 1)}, InconsistentError, "excluded"),
            ({"excluded": (-1,)}, InvalidValueError, "excluded[0]"),
            ({"status": "dudoso"}, InvalidValueError, "status"),
        ],
    )
    def test_a_chart_of_ones_own_is_checked(
        self, changes: dict[str, object], error: type[ImssIntegrityError], path: str
    ) -> None:
        """Whoever builds one by hand gets the same rules."""
        chart = xmr_chart([1, 3, 2])
        with pytest.raises(error) as caught:
            attrs.evolve(chart, **changes)  # type: ignore[arg-type]
        assert path in [fault.path for fault in caught.value.faults]

    def test_segments_fit_their_chart(self) -> None:
        """In order, from 0, inside the values, with what their kind of chart measures."""
        chart = xmr_chart([1, 3, 2, 5], rebase=[2])
        first, second = chart.segments
        plain = c_chart([1, 3, 2, 5]).segments[0]
        for segments, path in (
            ((second,), "segments"),
            ((second, first), "segments"),
            ((first, first), "segments"),
            ((first, attrs.evolve(second, start=4)), "segments"),
            ((plain,), "mean_moving_range"),
            ((attrs.evolve(first, sigma_z=1.0),), "sigma_z"),
        ):
            with pytest.raises(InconsistentError) as caught:
                attrs.evolve(chart, segments=segments)
            assert [fault.path for fault in caught.value.faults] == [path]
        with pytest.raises(InconsistentError, match="'trials' must have one number"):
            attrs.evolve(p_chart([1, 2], [3, 4]), trials=(3.0,))
        with pytest.raises(InvalidValueError, match=r"'trials\[1\]' must be a float from"):
            attrs.evolve(p_chart([1, 2], [3, 4]), trials=(3.0, 0.0))

    @pytest.mark.parametrize(
        "changes",
        [
            {"start": -1}, {"points": 0}, {"centre": math.nan}, {"centre": 3}, {"sigma": -0.5},
            {"sigma": math.inf}, {"mean_moving_range": -1.0}, {"sigma_z": "1"}, {"screened": [1]},
        ],
    )  # fmt: skip
    def test_segments_are_checked(self, changes: dict[str, object]) -> None:
        """Field by field."""
        segment = ChartSegment(start=0, points=2, centre=1.0, sigma=0.5)
        assert segment.moving_range_limit is None
        with pytest.raises(InvalidValueError):
            attrs.evolve(segment, **changes)  # type: ignore[arg-type]


class TestRefusals:
    """Lo que no es una serie medible se rechaza."""

    @pytest.mark.parametrize(
        ("given", "path"),
        [
            ({"values": []}, "values"),
            ({"values": [7]}, "values"),
            ({"values": 7}, "values"),
            ({"values": "78"}, "values"),
            ({"values": {1: 2, 2: 3}}, "values"),
            ({"values": {1, 2}}, "values"),
            ({"values": [1, math.nan]}, "values[1]"),
            ({"values": [math.inf, 1]}, "values[0]"),
            ({"values": [1, True]}, "values[1]"),
            ({"values": [1, None]}, "values[1]"),
            ({"values": [1, "dos"]}, "values[1]"),
            ({"values": [1, 10**400]}, "values[1]"),
            ({"values": [1, -1e101]}, "values[1]"),
            ({"values": [1, Decimal("NaN")]}, "values[1]"),
            ({"values": [1, 2], "factor": "2.5"}, "factor"),
            ({"values": [1, 2], "factor": 2.66}, "factor"),
            ({"values": [1, 2], "screen": 1}, "screen"),
            ({"values": [1, 2], "baseline": 1}, "baseline"),
            ({"values": [1, 2], "baseline": 3}, "baseline"),
            ({"values": [1, 2], "baseline": True}, "baseline"),
            ({"values": [1, 2], "baseline": [0, 1]}, "baseline"),
            ({"values": [1, 2, 3], "excluded": [3]}, "excluded[0]"),
            ({"values": [1, 2, 3], "excluded": [-1]}, "excluded[0]"),
            ({"values": [1, 2, 3], "excluded": [0, 0]}, "excluded[1]"),
            ({"values": [1, 2, 3], "excluded": 1}, "excluded"),
            ({"values": [1, 2, 3], "excluded": None}, "excluded"),
            ({"values": [1, 2, 3], "excluded": [0, 1]}, "values"),
            ({"values": [1, 2, 3], "baseline": 2, "excluded": [0]}, "values"),
            ({"values": [1, 2, 3, 4], "rebase": [0]}, "rebase[0]"),
            ({"values": [1, 2, 3, 4], "rebase": [3, 2]}, "rebase[1]"),
            ({"values": [1, 2, 3, 4], "rebase": [4]}, "rebase[0]"),
            ({"values": [1, 2, 3, 4], "rebase": [2, 3]}, "values"),
            ({"values": [1, 2, 3, 4], "rebase": 2}, "rebase"),
        ],
    )  # fmt: skip
    def test_xmr_refuses(self, given: dict[str, object], path: str) -> None:
        """With the path of the fault, in both languages."""
        with pytest.raises(InvalidValueError) as caught:
            LOOSE["xmr"](**given)
        assert path in [fault.path for fault in caught.value.faults]
        assert caught.value.text.es != caught.value.text.en

    @pytest.mark.parametrize("kind", ["p", "u", "c", "p_prima"])
    @pytest.mark.parametrize(
        ("given", "path"),
        [
            ({"events": []}, "events"),
            ({"events": 3}, "events"),
            ({"events": [1, -2, 3]}, "events[1]"),
            ({"events": [1, 2.5, 3]}, "events[1]"),
            ({"events": [1, None, 3]}, "events[1]"),
            ({"events": [1, True, 3]}, "events[1]"),
            ({"events": [1, 2**53, 3]}, "events[1]"),
            ({"events": [1, math.nan, 3]}, "events[1]"),
            ({"baseline": []}, "baseline"),
            ({"baseline": [0, 1, 3]}, "baseline[2]"),
            ({"baseline": [0, 1, 1]}, "baseline[2]"),
            ({"baseline": [0, -1]}, "baseline[1]"),
            ({"baseline": 2}, "baseline"),
            ({"excluded": [0, 1, 2]}, "events"),
            ({"excluded": [0, 9]}, "excluded[1]"),
            ({"baseline": [0, 1], "excluded": [0, 1]}, "events"),
            ({"rebase": [0]}, "rebase[0]"),
            ({"rebase": [1, 9]}, "rebase[1]"),
        ],
    )
    def test_attribute_charts_refuse(self, kind: str, given: dict[str, object], path: str) -> None:
        """Counts and options alike, whatever the chart."""
        options = {"events": [1, 2, 3]} | given
        if kind != "c":
            count = len(options["events"]) if isinstance(options["events"], list) else 3
            options["trials"] = [2**53 - 1] * count
        with pytest.raises(InvalidValueError) as caught:
            LOOSE[kind](**options)
        assert path in [fault.path for fault in caught.value.faults]
        assert caught.value.text.es != caught.value.text.en

    @pytest.mark.parametrize(
        ("kind", "events", "trials", "error", "path"),
        [
            ("p", [1, 2], [3, 0], InvalidValueError, "trials[1]"),
            ("p", [1, 2], [3, 4.5], InvalidValueError, "trials[1]"),
            ("p", [1, 5], [3, 4], InconsistentError, "events[1]"),
            ("p", [1, 2], [3], InconsistentError, "trials"),
            ("p_prima", [1, 5], [3, 4], InconsistentError, "events[1]"),
            ("p_prima", [1], [3], InvalidValueError, "events"),
            ("p_prima", [0, 0], [3, 4], InconsistentError, "events"),
            ("p_prima", [3, 4], [3, 4], InconsistentError, "events"),
            ("u", [1, 2], [3, 0], InvalidValueError, "trials[1]"),
            ("u", [1, 2], [3, -1], InvalidValueError, "trials[1]"),
            ("u", [1, 2], [3, 1e-10], InvalidValueError, "trials[1]"),
            ("u", [1, 2], [3, math.nan], InvalidValueError, "trials[1]"),
            ("u", [1, 2], [3, 4, 5], InconsistentError, "trials"),
        ],
    )
    def test_trials_must_fit(
        self, kind: str, events: object, trials: object, error: type[Exception], path: str
    ) -> None:
        """Above 0, as many as the events, and on shares never fewer."""
        with pytest.raises(error) as caught:
            LOOSE[kind](events, trials)
        assert isinstance(caught.value, ImssIntegrityError)
        assert path in [fault.path for fault in caught.value.faults]

    def test_all_faults_are_told_at_once(self) -> None:
        """Every bad member of a list, every segment that is too short."""
        with pytest.raises(InvalidValueError) as caught:
            LOOSE["xmr"]([1, None, math.nan, 4, "x"])
        assert [one.path for one in caught.value.faults] == ["values[1]", "values[2]", "values[4]"]
        with pytest.raises(InvalidValueError) as caught:
            xmr_chart([1, 2, 3, 4, 5], rebase=[1, 3, 4])
        assert [one.code for one in caught.value.faults] == ["few"] * 3
        with pytest.raises(InconsistentError) as misfit:
            p_chart([9, 1, 9], [1, 2, 3])
        assert [one.path for one in misfit.value.faults] == ["events[0]", "events[2]"]
