"""Laws of stages: the ranges of the table, their gaps, and no rounding before a decision."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.competitiveness import (
    STAGES_2019,
    Assessment,
    Criterion,
    Framework,
    StageRule,
    StageScale,
    Subcriterion,
    score,
    stage_of,
)
from imss_integrity.kernel import InvalidValueError, Period, Text
from imss_integrity.strategies import exact_numbers, stage_scales

RANGES = {
    "diseno": (0, 20),
    "desarrollo": (25, 40),
    "consolidado": (45, 60),
    "mejorado": (65, 80),
    "referencial": (85, 100),
}
HAIR = Fraction(1, 10**30)
SHARES = exact_numbers(0, 1)


def code_of(share: Fraction, rule: StageRule, scale: StageScale = STAGES_2019) -> str | None:
    """Give the code of the stage of *share*; ``None`` where it has none."""
    stage = scale.stage_of_share(share, rule)
    return None if stage is None else stage.code


class TestTable2019:
    """Tabla de Madurez 2019: cinco etapas, 0-20, 25-40, 45-60, 65-80 y 85-100 %."""

    def test_the_ranges_are_those_of_the_table(self) -> None:
        """In order, with both ends."""
        found = {stage.code: (stage.low, stage.high) for stage in STAGES_2019.stages}

        assert list(RANGES.items()) == list(found.items())

    @pytest.mark.parametrize("percent", range(0, 101, 5))
    def test_each_value_of_the_lattice_has_one_stage(self, percent: int) -> None:
        """The one whose range holds it, under either rule."""
        expected = [code for code, (low, high) in RANGES.items() if low <= percent <= high]

        assert expected == [STAGES_2019.stage_at(percent).code]
        assert expected * 2 == [code_of(Fraction(percent, 100), rule) for rule in StageRule]

    @pytest.mark.parametrize("percent", [-5, 17, 22, 101, 105, "22", "62.5", 20.0, True, None])
    def test_what_lies_off_the_lattice_is_refused(self, percent: object) -> None:
        """It is never rounded to a neighbour."""
        with pytest.raises(InvalidValueError, match="'percent' must be a"):
            STAGES_2019.parse_percent(percent)

    @pytest.mark.parametrize("code", list(RANGES))
    def test_a_stage_ends_where_its_range_ends(self, code: str) -> None:
        """A hair above or below an end decides, and an average in a gap has no stage."""
        low, high = (Fraction(end, 100) for end in RANGES[code])
        codes = list(RANGES)
        before = codes[codes.index(code) - 1] if low else code

        assert (code, code) == (code_of(low, StageRule.REACHED), code_of(low, StageRule.IN_RANGE))
        assert code == code_of(high, StageRule.IN_RANGE)
        if low:
            assert code_of(low - HAIR, StageRule.IN_RANGE) is None
            assert before == code_of(low - HAIR, StageRule.REACHED)
        if high < 1:
            assert code_of(high + HAIR, StageRule.IN_RANGE) is None
            assert code == code_of(high + HAIR, StageRule.REACHED)


class TestNoRoundingBefore:
    """La etapa se decide con el valor exacto; se redondea sólo al mostrar."""

    @pytest.mark.parametrize(("code", "low"), [(c, low) for c, (low, _) in RANGES.items() if low])
    def test_a_total_that_shows_as_the_boundary_has_not_reached_it(
        self, code: str, low: int
    ) -> None:
        """One point of a million below the boundary prints alike and is another stage."""
        framework = Framework(
            code="m",
            name=Text("m"),
            version="1",
            total=1_000_000,
            criteria=(
                Criterion(
                    code="C",
                    name=Text("C"),
                    points=1_000_000,
                    subcriteria=(
                        Subcriterion(code="a", name=Text("a"), points=999_999),
                        Subcriterion(code="b", name=Text("b"), points=1),
                    ),
                ),
            ),
        )
        reached, short = (
            score(
                Assessment.of(
                    framework,
                    {"a": low, "b": second},
                    unit="u",
                    period=Period.year(2025),
                    evaluator="E1",
                )
            )
            for second in (low, low - 5)
        )
        found = stage_of(short)

        assert round(100 * float(reached.share), 4) == round(100 * float(short.share), 4)
        assert code == getattr(stage_of(reached), "code", None)
        assert found is not None
        assert code != found.code
        assert stage_of(short, rule="en_rango") is None


class TestScales:
    """Una escala cubre de 0 a 100 % en su retícula, y cada regla lee un promedio a su modo."""

    @given(scale=stage_scales())
    def test_every_value_of_the_lattice_has_one_stage(self, scale: StageScale) -> None:
        """Under both rules the same, found by its range."""
        for percent in range(0, 101, scale.step):
            held = [stage for stage in scale.stages if stage.low <= percent <= stage.high]
            share = Fraction(percent, 100)

            assert held == [scale.stage_at(percent)]
            assert held * 2 == [scale.stage_of_share(share, rule) for rule in StageRule]

    @given(scale=stage_scales(), share=SHARES)
    def test_in_range_is_the_table_read_literally(self, scale: StageScale, share: Fraction) -> None:
        """A stage only where a range holds the average, and then the one REACHED gives."""
        held = [stage for stage in scale.stages if stage.low <= 100 * share <= stage.high]
        reached = scale.stage_of_share(share, StageRule.REACHED)
        literal = scale.stage_of_share(share, StageRule.IN_RANGE)

        assert (held[0] if held else None) == literal
        assert reached is not None
        assert literal in {reached, None}

    @given(scale=stage_scales(), pair=st.tuples(SHARES, SHARES).map(sorted))
    def test_a_higher_average_never_has_a_lower_stage(
        self, scale: StageScale, pair: list[Fraction]
    ) -> None:
        """Where both have one, under either rule."""
        for rule in StageRule:
            stages = [scale.stage_of_share(share, rule) for share in pair]
            places = [scale.stages.index(stage) for stage in stages if stage is not None]
            assert sorted(places) == places

    @given(scale=stage_scales(), share=SHARES)
    def test_the_next_stage_is_the_first_not_reached(
        self, scale: StageScale, share: Fraction
    ) -> None:
        """It follows the stage reached, and its lowest percent reaches it."""
        reached, following = (
            scale.stage_of_share(share, StageRule.REACHED),
            scale.next_stage(share),
        )
        assert reached is not None
        place = scale.stages.index(reached) + 1

        assert (scale.stages[place] if place < len(scale.stages) else None) == following
        if following is not None:
            start = Fraction(following.low, 100)
            assert share < start
            assert following == scale.stage_of_share(start, StageRule.REACHED)
