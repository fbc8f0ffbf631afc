"""Commitments with an owner and a due day, and which of them are late.

Compromisos. The actions of a PHVA cycle, the action lines of a programme, the controls of a
risk and the safeguards of a conflict of interest are all commitments.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import attrs

from .arguments import members_of
from .fields import CODE, DAY, LABEL, NAME, Each, WholeNumber
from .text import Text
from .values import Value

__all__ = ["Commitment", "overdue"]

DONE = 100


@attrs.frozen(kw_only=True, weakref_slot=False)
class Commitment(Value):
    """Something that a role has promised to do by a day.

    Compromiso.

    Attributes:
        code: Code, unique where the commitment stands.
        what: What will be done.
        owner: Code of the role that answers for it (never the name of a person).
        due: Last day on which it is on time, included.
        progress: Percent done, 0 to 100, both included; 100 is done.
        evidence: References to the means of verification; empty means that none was given.

    Raises:
        InvalidValueError: If a field breaks its rule.

    >>> survey = Commitment(code="A1", what=Text("Aplicar encuesta"), owner="calidad",
    ...     due=date(2026, 3, 31))
    >>> survey.is_overdue(on=date(2026, 3, 31)), survey.is_overdue(on=date(2026, 4, 1))
    (False, True)
    >>> attrs.evolve(survey, progress=101)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'progress' must be a whole number from 0 to...
    """

    code: str = attrs.field(validator=CODE)
    what: Text = attrs.field(validator=LABEL)
    owner: str = attrs.field(validator=CODE)
    due: date = attrs.field(validator=DAY)
    progress: int = attrs.field(default=0, validator=WholeNumber(0, DONE))
    evidence: tuple[str, ...] = attrs.field(default=(), validator=Each(NAME))

    def is_overdue(self, *, on: date) -> bool:
        """Say whether it is late on the day *on*: past its due day and not done."""
        DAY.check("on", on)
        return self.progress < DONE and self.due < on


def overdue(commitments: Iterable[Commitment], *, on: date) -> tuple[Commitment, ...]:
    """Give the commitments that are late on the day *on*, the longest overdue first.

    Compromisos vencidos. Late is what is past its due day and below 100 %.

    Source:
        Own.

    >>> overdue([], on=date(2026, 1, 1))
    ()
    >>> overdue([], on="2026-01-01")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'on' must be a civil day (date): got a text...
    """
    DAY.check("on", on)
    given = members_of("commitments", commitments, Commitment)
    late = (one for one in given if one.is_overdue(on=on))
    return tuple(sorted(late, key=lambda one: (one.due, one.code)))
