"""One candidate in an order of merit: whether ranked, why not, and what of the seats.

Situación de cada candidatura. What is open is kept apart from what is settled.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

import attrs

from ..kernel.explanation import Score
from ..kernel.fields import CODE, Each, ExactNumber, InstanceOf, OneOf, Optional, WholeNumber
from ..kernel.pseudonymous import PSEUDONYM
from ..kernel.text import Text
from ..kernel.values import Value
from .candidacies import Candidate

__all__ = ["MeritEntry", "Outcome", "Seat", "Tie"]

_POINTS = ExactNumber(0, 100)
_PLACE = WholeNumber(1)


class Outcome(StrEnum):
    """Whether a candidate is ranked, and why not (situación).

    Attributes:
        RANKED: Cleared, every stage scored, no minimum missed: has a place.
        PENDING: The screening has neither cleared nor refused the candidate.
        INCOMPLETE: Cleared, but a stage is not yet scored.
        BELOW_MINIMUM: Missed the minimum of a stage.
        NOT_ELIGIBLE: The screening did not clear the candidate.
    """

    RANKED = "en_orden"
    PENDING = "en_revision"
    INCOMPLETE = "incompleta"
    BELOW_MINIMUM = "bajo_minimo"
    NOT_ELIGIBLE = "no_elegible"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _OUTCOMES[self]


_OUTCOMES = {
    Outcome.RANKED: Text("en el orden", "ranked"),
    Outcome.PENDING: Text("elegibilidad en revisión", "eligibility under review"),
    Outcome.INCOMPLETE: Text("incompleta", "incomplete"),
    Outcome.BELOW_MINIMUM: Text("bajo el mínimo", "below the minimum"),
    Outcome.NOT_ELIGIBLE: Text("no elegible", "not eligible"),
}


class Seat(StrEnum):
    """What a candidate can expect of the seats (plaza).

    Attributes:
        TAKEN: Takes one, as things stand.
        DISPUTED: Shares a place with more than there are seats for: somebody has to decide.
        POSSIBLE: Has no place yet, and could still take or dispute one, the others unchanged.
        NONE: Takes none.
    """

    TAKEN = "toma_plaza"
    DISPUTED = "en_disputa"
    POSSIBLE = "posible"
    NONE = "sin_plaza"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _SEATS[self]


_SEATS = {
    Seat.TAKEN: Text("toma plaza", "takes a seat"),
    Seat.DISPUTED: Text("plaza en disputa", "seat in dispute"),
    Seat.POSSIBLE: Text("aún puede tomar plaza", "can still take a seat"),
    Seat.NONE: Text("sin plaza", "no seat"),
}


@attrs.frozen(kw_only=True, weakref_slot=False)
class MeritEntry(Value):
    """One candidate in an order of merit, with the reason. ``repr`` shows the code alone.

    Attributes:
        candidate: Who, by code.
        outcome: Whether the candidate is ranked, and why not.
        score: The total, 0 to 100 points, exact, with one part for each stage; ``None``: a
            stage is not yet scored. It does not depend on eligibility.
        lowest, highest: The total still reachable, exact: what is missing at 0 and at 100.
        missing: Codes of the stages not yet scored, in order.
        below: Codes of the stages whose minimum was missed, in order.
        place: From 1 on; equals share one, and the next ones are left out; ``None``: not
            ranked.
        seat: What the candidate can expect of the seats.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    candidate: Candidate = attrs.field(validator=InstanceOf(Candidate))
    outcome: Outcome = attrs.field(validator=OneOf(Outcome), repr=False)
    score: Score | None = attrs.field(validator=Optional(InstanceOf(Score)), repr=False)
    lowest: Fraction = attrs.field(validator=_POINTS, repr=False)
    highest: Fraction = attrs.field(validator=_POINTS, repr=False)
    missing: tuple[str, ...] = attrs.field(default=(), validator=Each(CODE), repr=False)
    below: tuple[str, ...] = attrs.field(default=(), validator=Each(CODE), repr=False)
    place: int | None = attrs.field(default=None, validator=Optional(_PLACE), repr=False)
    seat: Seat = attrs.field(default=Seat.NONE, validator=OneOf(Seat), repr=False)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Tie(Value):
    """Candidates who share a place because the rule for ties left it open.

    Empate sin decidir.

    Attributes:
        place: The place that they share.
        candidates: Their codes, at least two, by code.
        disputed: Seats that not all of them can take; 0: each takes one, or none does.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    place: int = attrs.field(validator=_PLACE)
    candidates: tuple[str, ...] = attrs.field(validator=Each(PSEUDONYM, least=2))
    disputed: int = attrs.field(validator=WholeNumber())
