"""The gate between screenings and selection by merit: cleared, not eligible, or pending.

Elegibilidad. A screening never gives or takes points; it opens the gate, closes it, or leaves
it pending while answers that could close it are open.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from ..conflicts import Level, Screening
from ..kernel.arguments import check_mapping
from ..kernel.errors import must, raise_any
from ..kernel.fields import choice
from ..kernel.pseudonymous import SUBJECT
from ..kernel.text import Text

__all__ = ["eligibility"]


def eligibility(
    screenings: Mapping[str, Screening], *, refused_from: Level = Level.CRITICAL
) -> dict[str, bool | None]:
    """Say for each candidate whether the screening clears them.

    Elegibilidad por la detección de conflictos: what `initiatives.merit_order` takes as
    *eligible*.

    Args:
        screenings: Code of the candidate -> their screening.
        refused_from: The lowest level that is not eligible; ``Level.CRITICAL`` ("do not
            appoint") unless the process says otherwise.

    Returns:
        By code, in order: ``False`` where what is stated reaches that level, whatever is still
        open; ``None`` where something is open and could reach it; ``True`` else.

    Raises:
        InvalidValueError: If a code breaks its grammar, a value is no screening, or
            *refused_from* is no level.

    Source:
        Own: the levels and what they ask for are those of the policy.

    >>> from datetime import date
    >>> from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE
    >>> from imss_integrity.conflicts import Response, screen
    >>> draft = Response.from_answers(CONFLICT_QUESTIONNAIRE, {})
    >>> eligibility({"C-1": screen(draft, on=date(2026, 5, 4))})
    {'C-1': None}
    >>> eligibility({"C-1": True})
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'screenings' must go from code to Screening:...
    """
    chosen = choice(Level, refused_from, path="refused_from")
    check_mapping("screenings", screenings)
    given = cast("Mapping[object, object]", screenings)
    rule = Text("ir de clave a Screening", "go from code to Screening")
    raise_any(
        must("screenings", "type", rule, one)
        for code, one in given.items()
        if SUBJECT.fault("", code) is not None or not isinstance(one, Screening)
    )
    return {code: _verdict(screenings[code], chosen) for code in sorted(screenings)}


def _verdict(screening: Screening, refused_from: Level) -> bool | None:
    lowest, highest = screening.possible_levels
    if lowest.rank >= refused_from.rank:
        return False
    return None if highest.rank >= refused_from.rank else True
