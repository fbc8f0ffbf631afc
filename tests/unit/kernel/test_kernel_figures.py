"""Published figures and their ratios, as they are shown."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs
import pytest

from imss_integrity.catalog import (
    FIVE_ACTIONS_ENROLLED,
    FIVE_ACTIONS_REACHED,
    OOADS_IN_MODEL_2023,
    OOADS_TOTAL,
)
from imss_integrity.kernel import (
    InvalidValueError,
    Language,
    PublishedFigure,
    Relation,
    Status,
    ratio_of,
)
from imss_integrity.kernel.fields import MAX_WHOLE, ExactNumber


def test_a_ratio_of_exact_figures_is_a_share_with_its_sources() -> None:
    """21 of 35 is 60 %, derived, with both figures and their source below."""
    ratio = ratio_of(OOADS_IN_MODEL_2023, OOADS_TOTAL)
    assert "60 %" == str(ratio)
    assert ratio.describe().splitlines()[:3] == [
        "60 %",
        "21 OOAD en el modelo de competitividad del Instituto en 2023",
        "35 OOAD del Instituto",
    ]
    assert "Estatus: derivado" in ratio.describe()
    assert "El Heraldo de México" in ratio.describe(Language.EN)
    assert [
        {
            "numerator": "mc-2023-ooad",
            "denominator": "ooad-total",
            "nominal": 0.6,
            "relation": "exactamente",
            "status": "derivado",
        }
    ] == ratio.to_records()


def test_a_ratio_without_direction_says_so_and_shows_no_number() -> None:
    """The nominal quotient stays in the data, never in the words."""
    ratio = ratio_of(FIVE_ACTIONS_ENROLLED, FIVE_ACTIONS_REACHED)
    assert ratio.describe().startswith("sin tasa: ")
    assert ratio.describe(Language.EN).startswith("no rate: ")
    assert "20" not in str(ratio)
    assert (None, Fraction(1, 5)) == (ratio.to_records()[0]["relation"], ratio.nominal)


def test_a_bound_says_its_direction() -> None:
    """Exactly over at least is at most."""
    exact = attrs.evolve(FIVE_ACTIONS_ENROLLED, relation=Relation.EXACTLY)
    ratio = ratio_of(exact, FIVE_ACTIONS_REACHED)
    assert "a lo más 20 %" == str(ratio)
    assert "at most 20 %" == ratio.sentence(Language.EN)
    assert Status.DERIVED is ratio.status


@pytest.mark.parametrize(
    "value", [-1, 2**53, pytest.param(10**5000, id="huge"), Fraction(-1, 2), 0.5, True, "1", None]
)
def test_a_figure_is_an_exact_number_of_moderate_size(value: Any) -> None:
    """Nothing negative, inexact or beyond 2^53 is published."""
    with pytest.raises(InvalidValueError):
        attrs.evolve(OOADS_TOTAL, value=value)
    assert isinstance(attrs.evolve(OOADS_TOTAL, value=Fraction(1, 2)), PublishedFigure)


def test_exact_numbers_stay_below_two_to_the_53() -> None:
    """On both sides of the limit; a longer denominator makes no difference."""
    rule = ExactNumber()
    for sign in (1, -1):
        assert rule.fault("x", Fraction(sign * MAX_WHOLE)) is None
        beyond = rule.fault("x", sign * (MAX_WHOLE + Fraction(1, 10**30)))
        assert beyond is not None
        assert "range" == beyond.code
