"""Where a cycle comes from: its events, or the cycle before it.

Origen de un ciclo.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import cast

import attrs

from ..kernel.arguments import members_of
from ..kernel.days import Period
from .cycle_events import CycleEvent, NextOpened, Opened
from .cycles import Cycle, advance

__all__ = ["open_next", "replay"]


def replay(events: Iterable[CycleEvent]) -> Cycle:
    """Give the cycle that is the fold of *events*, in their order.

    Ciclo a partir de sus eventos.

    Raises:
        InvalidValueError: If *events* is no series of events.
        InconsistentError: As of `Cycle`.

    Source:
        Own.

    >>> replay([])
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'events' must have 1 to 10000 members: got 0
    """
    return Cycle(events=members_of("events", events, CycleEvent))


def open_next(cycle: Cycle, *, code: str, period: Period, on: date, by: str) -> tuple[Cycle, Cycle]:
    """Open the cycle that follows *cycle*: the same unit, roles and subcriteria.

    Ciclo siguiente. Both bear the lineage: the old one names the new, the new one the old.

    Args:
        cycle: A closed cycle that none follows yet.
        code: Code of the new cycle.
        period: The days in which the new cycle is planned to run.
        on: The day, not before the last event of *cycle*.
        by: Code of the role that opens it.

    Returns:
        The old cycle with one more event, and the new one.

    Raises:
        InvalidValueError: If an argument breaks its rule.
        InconsistentError: If *cycle* is not closed, another already follows it, *on* precedes
            its last event, *by* is no role of it, or *code* is its own or that of the one
            before it.

    Source:
        Own.

    >>> from imss_integrity.catalog import EXAMPLE_CYCLE
    >>> from imss_integrity.pdca import Closed
    >>> last = EXAMPLE_CYCLE.on
    >>> closed = advance(EXAMPLE_CYCLE, Closed(on=last, by=EXAMPLE_CYCLE.roles[0]))
    >>> old, new = open_next(closed, code="C-2", period=Period.year(2027), on=last,
    ...     by=closed.roles[0])
    >>> old.following, new.previous == old.code, new.phase
    ('C-2', True, <Phase.PLAN: 'planear'>)
    >>> open_next(EXAMPLE_CYCLE, code="C-2", period=Period.year(2027), on=last,
    ...     by=closed.roles[0])
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: a cycle in phase 'actuar' must go on with...
    """
    old = advance(cycle, NextOpened(on=on, by=by, code=code))
    first = cast("Opened", cycle.events[0])  # a cycle begins with its opening
    opened = attrs.evolve(first, on=on, by=by, code=code, period=period, previous=cycle.code)
    return old, Cycle(events=(opened,))
