"""Comparing units: how results are shown, known answers, and every refusal."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from fractions import Fraction
from random import Random
from typing import Any

import attrs
import numpy as np
import pytest

from imss_integrity.kernel import (
    ImssIntegrityError,
    InconsistentError,
    InvalidValueError,
    Language,
    Status,
)
from imss_integrity.statistics import (
    ComparedUnit,
    FunnelFlags,
    FunnelLimits,
    FunnelScale,
    RankInterval,
    beta_binomial_shrinkage,
    compare_units,
    funnel_flags,
    funnel_limits,
    overdispersion,
    random_effects,
    rank_intervals,
)

NAN = float("nan")
SEED = 20260504
FLAGS: Callable[..., FunnelFlags] = funnel_flags


def chance() -> Random:
    """Give a generator in a known state."""
    return Random(SEED)  # noqa: S311 - a simulation


def refused(call: Callable[..., object], *args: object, **options: object) -> list[tuple[str, str]]:
    """Give path and code of each fault of the error that the call raises."""
    with pytest.raises(ImssIntegrityError) as caught:
        call(*args, **options)
    return [(fault.path, fault.code) for fault in caught.value.faults]


class TestFunnelLimits:
    """Limits as data."""

    @pytest.mark.parametrize(
        ("changed", "faults"),
        [
            ({"target": 1.01}, [("target", "range")]),
            ({"target": -0.1}, [("target", "range")]),
            ({"target": NAN}, [("target", "type")]),
            ({"target": True}, [("target", "type")]),
            ({"trials": []}, [("trials", "empty")]),
            ({"trials": [10, 0, -1]}, [("trials[1]", "range"), ("trials[2]", "range")]),
            ({"trials": 10}, [("trials", "type")]),
            ({"z": []}, [("z", "empty")]),
            ({"z": [0]}, [("z[0]", "order")]),
            ({"z": [-1, 2]}, [("z[0]", "order")]),
            ({"z": [2, 2, 1]}, [("z[1]", "order"), ("z[2]", "order")]),
            ({"z": [1, NAN]}, [("z[1]", "type")]),
            ({"z": [1, 1e101]}, [("z[1]", "range")]),
            ({"scale": "log"}, [("scale", "choice")]),
            ({"between_variance": -1}, [("between_variance", "range")]),
            ({"between_variance": None}, [("between_variance", "type")]),
            (
                {"target": 2, "trials": [0], "z": [], "between_variance": -1},
                [
                    ("target", "range"),
                    ("trials[0]", "range"),
                    ("z", "empty"),
                    ("between_variance", "range"),
                ],
            ),
        ],
    )
    def test_bad_arguments_are_refused(
        self, changed: dict[str, object], faults: list[tuple[str, str]]
    ) -> None:
        """Each with path and code; all at once."""
        assert faults == refused(funnel_limits, **{"target": 0.5, "trials": [10]} | changed)

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("target", 1),
            ("target", 1.5),
            ("trials", [10]),
            ("trials", (0,)),
            ("z", (2.0, 1.0)),
            ("z", (2,)),
            ("scale", "normal"),
            ("between_variance", -0.5),
        ],
    )
    def test_the_constructor_refuses_the_same(self, field: str, value: object) -> None:
        """And converts nothing."""
        sound: dict[str, Any] = {"target": 0.5, "trials": (10,)}

        assert FunnelLimits(**sound).upper[0][1] == 0.5 + 3.090232 * np.sqrt(0.025)
        ((path, _),) = refused(FunnelLimits, **sound | {field: value})
        assert path.partition("[")[0] == field

    def test_it_explains_itself(self) -> None:
        """Target, scale, what widens it, and the limits in percent; one row for each limit."""
        found = funnel_limits(
            "0.96", [5, 4000], scale=FunnelScale.ARCSINE, between_variance="0.0001"
        )

        assert found.describe().splitlines() == [
            "Embudo alrededor de 96 %, escala arcoseno",
            "Varianza entre unidades: 0.0001",
            "  ensayos  límites con z = 1.96 (%)  límites con z = 3.09 (%)",
            "        5  64.33 a 100               39.32 a 100",
            "     4000  94.96 a 96.92             94.32 a 97.4",
            "Estatus: derivado",
            "Fuentes: Spiegelhalter (2005), Stat. Med. 24: 1185-1202",
        ]
        assert "Funnel about 50 %, normal scale\n" in funnel_limits(0.5, [9]).describe(Language.EN)
        rows = found.to_records()
        assert [(0, 5, 1.959964), (1, 4000, 3.090232)] == [
            (row["unit"], row["trials"], row["z"]) for row in (rows[0], rows[-1])
        ]
        assert rows[1]["upper"] == 1.0


class TestFunnelFlags:
    """Which units lie outside."""

    @pytest.mark.parametrize(
        ("changed", "faults"),
        [
            ({"successes": [1, 9]}, [("successes[1]", "range")]),
            ({"trials": [5, 0]}, [("trials[1]", "range")]),
            ({"trials": [5]}, [("trials", "length")]),
            ({"successes": [], "trials": []}, [("successes", "few")]),
            ({"z": [2]}, [("z", "length")]),
            ({"z": [1, 2, 3]}, [("z", "length")]),
            ({"z": [3, 2]}, [("z[1]", "order")]),
            ({"target": 1.5}, [("target", "range")]),
            ({"between_variance": -1}, [("between_variance", "range")]),
            ({"codes": ["A"]}, [("codes", "length")]),
            ({"codes": ["A", "A"]}, [("codes", "duplicate")]),
            ({"codes": ["A", "con espacio"]}, [("codes[1]", "grammar")]),
            ({"codes": {"A", "B"}}, [("codes", "type")]),
            (
                {"successes": [-1, 2], "target": 2, "z": [1]},
                [("successes[0]", "range"), ("target", "range"), ("z", "length")],
            ),
        ],
    )
    def test_bad_arguments_are_refused(
        self, changed: dict[str, object], faults: list[tuple[str, str]]
    ) -> None:
        """Each with path and code; all at once."""
        assert faults == refused(FLAGS, **{"successes": [1, 2], "trials": [5, 5]} | changed)

    @pytest.mark.parametrize(
        ("field", "value", "error"),
        [
            ("codes", ("A", "A"), InconsistentError),
            ("codes", ("A",), InconsistentError),
            ("successes", (6, 1), InconsistentError),
            ("trials", (5,), InconsistentError),
            ("trials", (5, 0), InvalidValueError),
            ("target", 0.5, InvalidValueError),
            ("target", Fraction(3, 2), InvalidValueError),
            ("z", (1.0,), InvalidValueError),
            ("z", (2.0, 1.0), InvalidValueError),
            ("between_variance", -1.0, InvalidValueError),
        ],
    )
    def test_the_constructor_refuses_the_same(
        self, field: str, value: object, error: type[ImssIntegrityError]
    ) -> None:
        """And converts nothing."""
        sound = funnel_flags([1, 2], [5, 5], codes=["A", "B"])

        with pytest.raises(ImssIntegrityError) as caught:
            attrs.evolve(sound, **{field: value})  # type: ignore[arg-type]
        assert type(caught.value) is error

    def test_it_explains_itself(self) -> None:
        """The target, how many are outside, and each unit with its share and its flag."""
        found = funnel_flags([40, 10, 95, 70], [50, 50, 100, 100], codes=["U-1", "U-2", "B", "D"])

        assert found.describe().splitlines() == [
            "Embudo alrededor de 71.67 %: 2 de 4 unidades fuera de los límites",
            "  unidad  éxitos  ensayos   %  señal",
            "  U-1         40       50  80  dentro",
            "  U-2         10       50  20  bajo el límite externo",
            "  B           95      100  95  sobre el límite externo",
            "  D           70      100  70  dentro",
            "Estatus: derivado",
            "Fuentes: Spiegelhalter (2005), Stat. Med. 24: 1185-1202",
        ]
        assert found.outside == ("U-2", "B")
        assert found.to_records(exact=True)[1] == {
            "code": "U-2",
            "successes": 10,
            "trials": 50,
            "share": Fraction(1, 5),
            "flag": "bajo_externo",
        }
        assert "inside" in found.describe(Language.EN)
        assert found == pickle.loads(pickle.dumps(found))  # noqa: S301 - our own

    def test_units_without_codes_are_numbered_from_1(self) -> None:
        """As people count."""
        assert funnel_flags([1, 2], [3, 4]).codes == ("1", "2")


class TestOverdispersion:
    """How far units scatter."""

    @pytest.mark.parametrize(
        ("changed", "faults"),
        [
            ({"z": []}, [("z", "empty")]),
            ({"z": [1, NAN, "x"]}, [("z[1]", "type"), ("z[2]", "type")]),
            ({"winsorise": 0.5}, [("winsorise", "range")]),
            ({"winsorise": -0.1}, [("winsorise", "range")]),
            ({"winsorise": None}, [("winsorise", "type")]),
            ({"z": 1, "winsorise": 1}, [("z", "type"), ("winsorise", "range")]),
            ({"variances": [1]}, [("variances", "length")]),
            ({"variances": [1, 0]}, [("variances[1]", "range")]),
            ({"z": [1], "variances": [1]}, [("variances", "few")]),
        ],
    )
    def test_bad_arguments_are_refused(
        self, changed: dict[str, object], faults: list[tuple[str, str]]
    ) -> None:
        """Each with path and code."""
        assert faults == refused(overdispersion, **{"z": [1, 2]} | changed)

    def test_the_largest_numbers_do_not_overflow(self) -> None:
        """A square of 1e100 is a float still."""
        found = overdispersion([1e100, -1e100], winsorise=0, variances=[1e100, 1e-100])

        assert found.phi == pytest.approx(1e200)
        assert found.between_variance == pytest.approx(1e300)

    def test_it_explains_itself(self) -> None:
        """Phi against what chance gives; the variance only where it was asked for."""
        plain = overdispersion([-3, 1, 2, 3], winsorise=0)
        full = overdispersion([-3, 1, 2, 3], winsorise=0, variances=[0.01] * 4)

        assert plain.describe().splitlines() == [
            "Dispersión de 4 unidades",
            "Dispersión φ = 5.75; por puro azar, cerca de 1.",
            "Estatus: derivado",
            "Fuentes: Spiegelhalter (2005), Stat. Med. 24: 1185-1202",
        ]
        assert "Varianza entre unidades: 0.06667\n" in full.describe()
        assert full.to_records() == [
            {"phi": 5.75, "units": 4, "winsorise": 0.0, "between_variance": 1 / 15}
        ]

    @pytest.mark.parametrize(
        ("field", "value"),
        [("phi", -1.0), ("units", 0), ("winsorise", 0.6), ("between_variance", -1.0)],
    )
    def test_the_constructor_refuses_what_cannot_be(self, field: str, value: object) -> None:
        """By field."""
        found = overdispersion([1, 2])

        ((path, _),) = refused(lambda: attrs.evolve(found, **{field: value}))  # type: ignore[arg-type]
        assert field == path


class TestShrinking:
    """Random effects and shrunk shares."""

    @pytest.mark.parametrize(
        ("effects", "variances", "faults"),
        [
            ([1, 2], [1], [("variances", "length")]),
            ([], [], [("effects", "empty")]),
            ([1], [1], [("effects", "few")]),
            ([1, NAN], [0, -1], [("effects[1]", "type"), ("variances[0]", "range"),
                                 ("variances[1]", "range")]),
            ([1, 2], [1, 1e-101], [("variances[1]", "range")]),
            ([1, 1e101], [1, 1], [("effects[1]", "range")]),
            ("12", [1, 1], [("effects", "type")]),
        ],
    )  # fmt: skip
    def test_bad_effects_are_refused(
        self, effects: object, variances: object, faults: list[tuple[str, str]]
    ) -> None:
        """Each with path and code."""
        assert faults == refused(random_effects, effects, variances)

    def test_the_largest_and_the_smallest_numbers_do_not_overflow(self) -> None:
        """Weights of 1e100 beside weights of 1e-100."""
        found = random_effects([1e100, -1e100, 0], [1e-100, 1e100, 1e-100])

        assert found.mean == pytest.approx(0, abs=1e100)
        assert found.tau2 > 0

    @pytest.mark.parametrize(
        ("field", "value"),
        [("tau2", -1.0), ("q", -1.0), ("mean", NAN), ("shrunk", (1.0,)), ("effects", ())],
    )
    def test_the_constructor_refuses_what_cannot_be(self, field: str, value: object) -> None:
        """By field."""
        found = random_effects([1, 2], [1, 1])

        ((path, _),) = refused(lambda: attrs.evolve(found, **{field: value}))  # type: ignore[arg-type]
        assert field == path

    def test_effects_explain_themselves(self) -> None:
        """Mean, variance, Q against what chance gives, and each unit before and after."""
        found = random_effects([1, 3], [1, 1])

        assert found.describe().splitlines() == [
            "Media 2 de 2 unidades",
            "Varianza entre unidades: 1; Q = 2 (por puro azar, cerca de 1)",
            "  unidad  efecto  contraído",
            "       1       1        1.5",
            "       2       3        2.5",
            "Estatus: derivado",
            "Fuentes: DerSimonian, Laird (1986), Control. Clin. Trials 7: 177-188",
        ]
        assert found.to_records()[1] == {"unit": 1, "effect": 3.0, "shrunk": 2.5}
        assert "shrunk" in found.describe(Language.EN)

    @pytest.mark.parametrize(
        ("successes", "trials", "faults"),
        [
            ([1], [2], [("successes", "few")]),
            ([1, 3], [2, 2], [("successes[1]", "range")]),
            ([1, 1], [2, 0], [("trials[1]", "range")]),
        ],
    )
    def test_bad_shares_are_refused(
        self, successes: object, trials: object, faults: list[tuple[str, str]]
    ) -> None:
        """Each with path and code."""
        assert faults == refused(beta_binomial_shrinkage, successes, trials)

    @pytest.mark.parametrize(
        ("successes", "trials", "strength", "shrunk"),
        [
            # Shares 1/4 and 3/4: variance 1/8 less 1/16 of chance; 1/4 over 1/16 less 1 is 3.
            ([1, 3], [4, 4], 3.0, (Fraction(5, 14), Fraction(9, 14))),
            ([0, 0], [4, 9], None, (0, 0)),
            ([4, 9], [4, 9], None, (1, 1)),
            # All or nothing: the variance passes what any beta has; nobody is drawn in.
            ([0, 100], [100, 100], 0.0, (0, 1)),
        ],
    )
    def test_known_shrinkage(
        self, successes: list[int], trials: list[int], strength: float | None, shrunk: object
    ) -> None:
        """Worked out by hand."""
        found = beta_binomial_shrinkage(successes, trials)

        assert strength == found.strength
        assert tuple(map(float, shrunk)) == found.shrunk  # type: ignore[call-overload]

    def test_shares_explain_themselves(self) -> None:
        """How much the common share weighs, or that units do not differ; it is own."""
        found = beta_binomial_shrinkage([1, 3], [4, 4])
        alike = beta_binomial_shrinkage([1, 2], [4, 8])

        assert found.describe().splitlines() == [
            "Proporción conjunta: 50 %",
            "La conjunta pesa como 3 ensayos.",
            "  unidad  éxitos  ensayos   %  % contraído",
            "       1       1        4  25        35.71",
            "       2       3        4  75        64.29",
            "Estatus: propio, no oficial",
        ]
        assert "The share of all weighs 3 trials." in found.describe(Language.EN)
        assert "no difieren más que por azar" in alike.describe()
        assert found.to_records(exact=True)[0]["share"] == Fraction(1, 4)

    @pytest.mark.parametrize(
        ("field", "value"),
        [("mean", 1.5), ("strength", -1.0), ("shrunk", (0.5,)), ("successes", (5, 3))],
    )
    def test_the_shares_refuse_what_cannot_be(self, field: str, value: object) -> None:
        """By field."""
        found = beta_binomial_shrinkage([1, 3], [4, 4])

        ((path, _),) = refused(lambda: attrs.evolve(found, **{field: value}))  # type: ignore[arg-type]
        assert field == path.partition("[")[0]


class TestRanks:
    """Ranks with their intervals."""

    @pytest.mark.parametrize(
        ("options", "faults"),
        [
            ({"generator": 1}, [("generator", "type")]),
            ({"generator": None}, [("generator", "type")]),
            ({"draws": 99}, [("draws", "range")]),
            ({"draws": 100_001}, [("draws", "range")]),
            ({"draws": True}, [("draws", "type")]),
            ({"successes": [], "trials": []}, [("successes", "few")]),
            ({"successes": [9]}, [("successes[0]", "range")]),
        ],
    )
    def test_bad_arguments_are_refused(
        self, options: dict[str, object], faults: list[tuple[str, str]]
    ) -> None:
        """Each with path and code."""
        sound = {"successes": [1], "trials": [2], "generator": chance()}

        assert faults == refused(rank_intervals, **sound | options)

    def test_places_are_whole_and_in_order(self) -> None:
        """From 1."""
        assert refused(RankInterval, median=0, lower=0, upper=1) == [("median", "range")]
        assert refused(RankInterval, median=2, lower=3, upper=4) == [("median", "order")]
        assert refused(RankInterval, median=5, lower=3, upper=4) == [("median", "order")]

    def test_a_thousand_draws_unless_another_number_is_asked_for(self) -> None:
        """So many values are taken from the generator of the caller."""
        default, named = chance(), chance()
        rank_intervals([1, 2], [3, 3], generator=default)
        rank_intervals([1, 2], [3, 3], generator=named, draws=1000)

        assert default.getstate() == named.getstate() != chance().getstate()


class TestCompareUnits:
    """The table that warns of itself."""

    @pytest.mark.parametrize(
        ("changed", "faults"),
        [
            ({"successes": [1], "trials": [2]}, [("successes", "few")]),
            ({"successes": [6, 2]}, [("successes[0]", "range")]),
            ({"codes": ["A", "A"]}, [("codes", "duplicate")]),
            ({"target": True}, [("target", "type")]),
            ({"successes": [1, -2], "target": 2}, [("successes[1]", "range"), ("target", "range")]),
            ({"widen": 1}, [("widen", "type")]),
            ({"generator": 7}, [("generator", "type")]),
            (
                {"trials": [5, 0], "confidence": 1, "z": [1]},
                [("trials[1]", "range"), ("confidence", "range"), ("z", "length")],
            ),
        ],
    )
    def test_bad_arguments_are_refused(
        self, changed: dict[str, object], faults: list[tuple[str, str]]
    ) -> None:
        """Each with path and code; all at once."""
        assert faults == refused(compare_units, **{"successes": [1, 2], "trials": [5, 5]} | changed)

    def test_it_warns_of_itself(self) -> None:
        """No league table; the scatter; each share with its interval; no rank unasked."""
        found = compare_units([48, 3, 180], [50, 4, 300], codes=["U-1", "U-2", "U-3"])

        assert found.describe().splitlines() == [
            "3 unidades; proporción conjunta 65.25 %; fuera del embudo: 1",
            "No es una tabla de posiciones: dentro del embudo las diferencias no pasan del azar.",
            (
                "Dispersión φ = 5.403, con 10 % de cada extremo recogido (winsorizada); por puro "
                "azar, menor que 1."
            ),
            (
                "  unidad  éxitos  ensayos  intervalo               señal                    "
                "% contraído"
            ),
            (
                "  U-1         48       50  96 % (86.5 % a 98.9 %)  sobre el límite externo  "
                "      87.92"
            ),
            (
                "  U-2          3        4  75 % (30.1 % a 95.4 %)  dentro                   "
                "      67.04"
            ),
            (
                "  U-3        180      300  60 % (54.4 % a 65.4 %)  dentro                   "
                "      60.29"
            ),
            "Estatus: propio, no oficial",
            (
                "Fuentes: Spiegelhalter (2005), Stat. Med. 24: 1185-1202; "
                "Wilson (1927), J. Am. Stat. Assoc. 22: 209-212"
            ),
        ]
        assert found.outside == ("U-1",)
        assert found.status is Status.OWN

    def test_ranks_come_with_their_intervals_where_chance_is_given(self) -> None:
        """The same as those of `rank_intervals`; in the table and in the rows."""
        xs, ns = [48, 3, 180], [50, 4, 300]
        found = compare_units(xs, ns, generator=chance(), widen=True)
        ranks = rank_intervals(xs, ns, generator=chance())

        assert ranks == tuple(unit.rank for unit in found.units)
        text = found.describe(Language.EN)
        assert "rank" in text.splitlines()[4]
        assert all(str(rank) in text for rank in ranks)
        assert "The funnel holds the variance between units" in text
        row = found.to_records(exact=True)[1]
        assert row["share"] == Fraction(3, 4)
        assert (row["rank_lower"], row["rank"], row["rank_upper"]) == (
            ranks[1].lower,
            ranks[1].median,
            ranks[1].upper,
        )
        assert compare_units(xs, ns).to_records()[0]["rank"] is None

    @pytest.mark.parametrize(("share", "successes"), [(0, [0, 0]), (1, [4, 9])])
    def test_none_or_all_do_not_scatter(self, share: int, successes: list[int]) -> None:
        """Then there is nothing to tell of the scatter, and nobody is outside."""
        for widen in (False, True):
            found = compare_units(successes, [4, 9], widen=widen)

            assert share == found.target
            assert found.dispersion is None
            assert not found.outside
            assert "φ" not in found.describe()

    def test_it_may_stand_about_a_target(self) -> None:
        """Told where it differs; intervals, shrunk shares and the share of all are the same."""
        xs, ns = [48, 3, 180], [50, 4, 300]
        about = compare_units(xs, ns, target=Fraction(3, 5))
        plain = compare_units(xs, ns)
        line = "El embudo rodea la meta de 60 %, no la proporción conjunta."

        assert (plain.target, about.target) == (Fraction(231, 354), Fraction(3, 5))
        assert plain.pooled == about.pooled == plain.target
        assert line in about.describe().splitlines()
        assert "no la proporción conjunta" not in plain.describe()
        flags = funnel_flags(xs, ns, target=Fraction(3, 5)).flags
        assert flags == tuple(unit.flag for unit in about.units)
        assert [one.shrunk for one in plain.units] == [one.shrunk for one in about.units]
        assert about.dispersion is not None
        z = [(x / n - 0.6) / (0.24 / n) ** 0.5 for x, n in zip(xs, ns, strict=True)]
        assert about.dispersion.phi == pytest.approx(overdispersion(z).phi)
        assert plain == compare_units(xs, ns, target=plain.target)

    @pytest.mark.parametrize("target", [0, 1, 1e-300, 5e-324])
    def test_about_a_target_without_chance_nothing_scatters(self, target: float) -> None:
        """No scatter is told, and whoever is off it is far outside."""
        found = compare_units([1, 2], [4, 4], target=target, widen=True)

        assert found.dispersion is None
        assert found.far_outside == ("1", "2")

    def test_those_beyond_the_outer_limits_are_named(self) -> None:
        """They are among those outside, on both sides."""
        found = compare_units(
            [50, 71, 80, 88, 100], [100] * 5, target=0.8, codes=["A", "B", "C", "D", "E"]
        )

        assert found.outside == ("A", "B", "D", "E")
        assert found.far_outside == ("A", "E")

    def test_all_units_are_ranked_or_none(self) -> None:
        """A table of some ranks would not be one."""
        found = compare_units([1, 2], [4, 4])
        ranked = attrs.evolve(found.units[0], rank=RankInterval(median=1, lower=1, upper=2))

        assert refused(lambda: attrs.evolve(found, units=(ranked, found.units[1]))) == [
            ("units", "mixed")
        ]

    def test_a_unit_holds_no_more_successes_than_trials(self) -> None:
        """And its fields keep their rules."""
        unit = compare_units([1, 2], [4, 4]).units[0]

        assert unit.share == Fraction(1, 4)
        for field, value in (
            ("successes", 5),
            ("shrunk", 1.5),
            ("flag", "dentro"),
            ("interval", None),
            ("rank", 1),
            ("code", "?"),
        ):
            changed: dict[str, Any] = {field: value}
            ((path, _),) = refused(attrs.evolve, unit, **changed)
            assert field == path

    def test_units_pickle_through_their_constructor(self) -> None:
        """With all that they hold."""
        found = compare_units([1, 2], [4, 4], generator=chance())

        assert found == pickle.loads(pickle.dumps(found))  # noqa: S301 - our own
        assert isinstance(found.units[0], ComparedUnit)
