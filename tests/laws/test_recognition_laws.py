"""Laws of the ladder: Premio, Oro, Doble Oro, Triple Oro, a new Premio, Platino, Doble Platino."""

from __future__ import annotations

from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.competitiveness import (
    FallRule,
    Recognition,
    RecognitionStep,
    Rung,
    YearResult,
    recognize,
)
from imss_integrity.kernel import Status
from imss_integrity.strategies import exact_numbers, year_results

RULES = st.sampled_from(FallRule)
Years = tuple[YearResult, ...]


def years(*points: int | None, won: tuple[int, ...], first: int = 2015) -> Years:
    """Give years in a row with these points, in some of which the Premio was won."""
    return tuple(
        YearResult(
            year=first + n,
            points=None if value is None else Fraction(value),
            won=first + n in won,
        )
        for n, value in enumerate(points)
    )


def held(found: Recognition) -> list[str | None]:
    """Give what is held each year: a rung, nothing (``None``), or ``?`` if undetermined."""
    return [(step.rung and step.rung.value) if step.determined else "?" for step in found.steps]


def rounds(found: Recognition) -> list[list[RecognitionStep]]:
    """Cut the steps before each Premio; what comes before the first one is left out."""
    cut: list[list[RecognitionStep]] = []
    for step in found.steps:
        if step.rung is Rung.PREMIO:
            cut.append([])
        elif cut:
            cut[-1].append(step)
    return cut


class TestPublishedCases:
    """Casos publicados: de ellos se deriva el orden de los escalones."""

    def test_subdelegacion_merida_norte(self) -> None:
        """2015 best score, 2016 Oro, 2017 Doble Oro, 2018 Triple Oro, 2019 Premio again."""
        found = recognize(years(800, 810, 810, 825, 830, won=(2015, 2019)))

        assert ["premio", "oro", "doble_oro", "triple_oro", "premio"] == held(found)
        assert found.status is Status.DERIVED

    def test_guarderia_001_acapulco(self) -> None:
        """Premio, Oro, Doble Oro."""
        assert ["premio", "oro", "doble_oro"] == held(recognize(years(1, 1, 1, won=(2015,))))

    def test_the_second_round_gives_platino(self) -> None:
        """Platino, Doble Platino; the rung after it is not known, nor is what follows."""
        points = (700,) * 9
        found = recognize(years(*points, won=(2015, 2019)))

        assert ["platino", "doble_platino", "?", "?"] == held(found)[5:]
        assert "se desconoce el escalón que sigue a Doble Platino" == str(found.steps[-2].reason)

    def test_a_third_round_is_not_known(self) -> None:
        """Its Premio is; its rungs are not."""
        points = (700,) * 10
        found = recognize(years(*points, won=(2015, 2019, 2022)))

        assert ["platino", "doble_platino", "premio", "?", "?"] == held(found)[5:]


class TestUnknown:
    """Lo que no se sabe no se inventa: el paso queda sin determinar."""

    def test_a_fall_is_undetermined(self) -> None:
        """From there on, until a Premio is won again."""
        found = recognize(years(800, 810, 809, 900, 900, 900, won=(2015, 2019)))

        assert ["premio", "oro", "?", "?", "premio", "?"] == held(found)
        assert "sin terminar la ronda anterior" in str(found.steps[5].reason)
        assert "se desconoce la regla" in str(found.steps[2].reason)
        assert "depende de un año sin determinar" == str(found.steps[3].reason)

    def test_an_own_rule_may_end_the_round(self) -> None:
        """Named by the caller, it decides, and the result says that it is own."""
        found = recognize(years(800, 810, 809, 900, won=(2015,)), on_fall="termina_ronda")

        assert ["premio", "oro", None, None] == held(found)
        assert found.status is Status.OWN
        assert "aún no gana" not in str(found.steps[3].reason)
        assert "debe competir de nuevo" in str(found.steps[3].reason)

    def test_a_rule_that_was_not_needed_weakens_nothing(self) -> None:
        """Without a fall the ladder is derived, whatever rule was named."""
        found = recognize(years(800, 810, won=(2015,)), on_fall=FallRule.ENDS_ROUND)

        assert found.status is Status.DERIVED

    @pytest.mark.parametrize("missing", [0, 1])
    def test_an_unknown_score_cannot_be_compared(self, missing: int) -> None:
        """Neither the earlier nor the later one may be missing."""
        points = [800, 800]
        found = recognize(
            years(*(None if n == missing else p for n, p in enumerate(points)), won=(2015,))
        )

        assert ["premio", "?"] == held(found)
        assert "falta un año o un puntaje" in str(found.steps[1].reason)

    def test_a_skipped_year_is_undetermined(self) -> None:
        """Keeping a score is said of the year before."""
        first, _, third = years(800, 800, 800, won=(2015,))

        assert ["premio", "?"] == held(recognize([first, third]))

    def test_after_three_years_a_unit_competes_anew(self) -> None:
        """It holds nothing, and that is known, whether its score is or not."""
        found = recognize(years(1, 1, 1, 1, 1, None, won=(2015,)))

        assert ["premio", "oro", "doble_oro", "triple_oro", None, None] == held(found)

    def test_before_the_first_premio_nothing_is_held(self) -> None:
        """However high the score."""
        assert [None, None] == held(recognize(years(1000, 1000, won=())))

    def test_no_years_no_steps(self) -> None:
        """Nothing is concluded from nothing."""
        assert () == recognize([]).steps


class TestLadder:
    """Mantener o elevar el puntaje, hasta tres años; luego se compite de nuevo."""

    @given(known=year_results(), rule=RULES)
    def test_at_most_three_rungs_between_two_premios(self, known: Years, rule: FallRule) -> None:
        """And in the order of the ladder, without a rung twice."""
        ladder = list(Rung)
        for steps in rounds(recognize(known, on_fall=rule)):
            climbed = [ladder.index(step.rung) for step in steps if step.rung]
            assert len(climbed) <= 3
            assert (
                list(range(climbed[0], climbed[0] + len(climbed))) == climbed if climbed else True
            )
            assert not climbed or ladder[climbed[0]] in {Rung.ORO, Rung.PLATINO}

    @given(known=year_results(), rule=RULES)
    def test_the_premio_is_held_where_it_was_won(self, known: Years, rule: FallRule) -> None:
        """And nowhere else."""
        steps = recognize(known, on_fall=rule).steps

        assert [year.won for year in known] == [step.rung is Rung.PREMIO for step in steps]
        assert [year.year for year in known] == [step.year for step in steps]

    @given(known=year_results(), rule=RULES)
    def test_a_rung_needs_a_kept_score_in_the_year_before(
        self, known: Years, rule: FallRule
    ) -> None:
        """Known, not lower, and without a gap; and an undetermined year holds nothing."""
        steps = recognize(known, on_fall=rule).steps
        for place, step in enumerate(steps):
            assert step.determined or step.rung is None
            if step.rung not in {None, Rung.PREMIO}:
                last, year = known[place - 1 : place + 1]
                assert year.year == last.year + 1
                assert last.points is not None
                assert year.points is not None
                assert last.points <= year.points
                assert steps[place - 1].rung is not None

    @given(known=year_results(), rule=RULES, cut=st.integers(0, 12))
    def test_what_comes_later_does_not_change_what_was_held(
        self, known: Years, rule: FallRule, cut: int
    ) -> None:
        """The steps of the first years are the first of the steps."""
        steps = recognize(known, on_fall=rule).steps

        assert steps[:cut] == recognize(known[:cut], on_fall=rule).steps

    @given(known=year_results(), rule=RULES, more=exact_numbers(0, 1000))
    def test_only_the_order_of_scores_counts(
        self, known: Years, rule: FallRule, more: Fraction
    ) -> None:
        """The same points added to every year change no rung."""
        moved = tuple(
            year if year.points is None else attrs.evolve(year, points=year.points + more)
            for year in known
        )

        assert held(recognize(known, on_fall=rule)) == held(recognize(moved, on_fall=rule))

    @given(known=year_results())
    def test_a_named_rule_only_decides_what_was_open(self, known: Years) -> None:
        """What the known rules decide stays, up to the first fall and after the next Premio."""
        plain, own = (held(recognize(known, on_fall=rule)) for rule in FallRule)

        assert all(a in {b, "?"} for a, b in zip(plain, own, strict=True))
