"""Among the cheapest routes: the most points, then the fewest raises."""

from __future__ import annotations

from fractions import Fraction

from imss_integrity.catalog import EXAMPLE_ASSESSMENTS
from imss_integrity.competitiveness import cheapest_route

SHEET = EXAMPLE_ASSESSMENTS[1]  # 586.75 points; 1.1 and 2.1 carry 40 points each


def test_of_equal_cost_the_one_with_more_points_wins() -> None:
    """Both raises reach the target; the higher one costs no more."""
    route = cheapest_route(SHEET, costs={"1.1": {70: 5, 75: 5}}, target=588)
    assert [("1.1", 75)] == [(one.subcriterion, one.after) for one in route.raises]


def test_of_equal_cost_and_points_the_one_with_fewer_raises_wins() -> None:
    """Four points for 6, by one raise of 10 % or by two of 5 %."""
    route = cheapest_route(SHEET, costs={"1.1": {70: 3, 75: 6}, "2.1": {75: 3}}, target=590)
    assert (Fraction(6), 1) == (route.cost, len(route.raises))
