"""A small package of somebody else: which units to visit first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from imss_integrity.competitiveness import Assessment, score
from imss_integrity.conflicts import Level, Response, screen
from imss_integrity.organization import Unit

__all__ = ["needs_review", "visits", "weakest_first"]


def weakest_first(assessments: Iterable[Assessment]) -> list[str]:
    """Order units by the share of points they surely have, lowest first."""
    surely = [(score(one, missing="zero").share, one.unit) for one in assessments]
    return [unit for _, unit in sorted(surely)]


def visits(units: Iterable[Unit]) -> dict[str, list[str]]:
    """Give the codes of units by the code of the body they answer to."""
    by_parent: dict[str, list[str]] = {}
    for unit in units:
        by_parent.setdefault(unit.parent.code, []).append(unit.code)
    return by_parent


def needs_review(response: Response, *, on: date) -> bool:
    """Say whether somebody must look at a response that is screened on that day."""
    screening = screen(response, on=on)
    return not screening.is_clean or screening.level is not Level.MINIMAL
