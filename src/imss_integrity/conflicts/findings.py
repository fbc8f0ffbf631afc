"""What a screening finds: interests with their measures, type, law and safeguards.

Hallazgos. A finding refers to whoever must look into it; it declares nobody guilty.
"""

from __future__ import annotations

from enum import StrEnum

import attrs

from ..kernel.commitment import Commitment
from ..kernel.fields import CODE, LABEL, NAME, Each, InstanceOf, OneOf, Optional, WholeNumber
from ..kernel.provenance import Rule
from ..kernel.text import Text
from ..kernel.values import Value
from .levels import Level
from .measures import InterestScore
from .scales import Link, Proximity, Recency

__all__ = ["ConflictType", "Finding", "FiredTrigger", "Interest", "Safeguard"]


class ConflictType(StrEnum):
    """Real, potential or apparent conflict (tipo de conflicto).

    Attributes:
        REAL: The private interest could improperly influence the duties now.
        POTENTIAL: It would, if the official took on the duty in future.
        APPARENT: It looks so, but is not.

    Source: OECD (2003) guidelines, ISO 37009:2025; which one a case is, is an own reading.
    """

    REAL = "real"
    POTENTIAL = "potencial"
    APPARENT = "aparente"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _LABELS[self]


_LABELS = {
    ConflictType.REAL: Text("real", "real"),
    ConflictType.POTENTIAL: Text("potencial", "potential"),
    ConflictType.APPARENT: Text("aparente", "apparent"),
}


@attrs.frozen(kw_only=True, weakref_slot=False)
class Interest(Value):
    """A private interest that the answers declare.

    Interés privado. ``repr`` shows the question alone: the measures are personal.

    Attributes:
        question: Code of the question that declares it.
        row: Instance of its details, from 0; ``None``: they do not repeat, or none stands yet.
        category: Code of its category.
        proximity, recency, link: Its measures; ``None``: open.
        score: Its score with what is open at its mildest, so what is stated supports it.
        highest: Its score with what is open at its worst.
    """

    question: str = attrs.field(validator=CODE)
    row: int | None = attrs.field(validator=Optional(WholeNumber()))
    category: str = attrs.field(validator=CODE, repr=False)
    proximity: Proximity | None = attrs.field(validator=Optional(OneOf(Proximity)), repr=False)
    recency: Recency | None = attrs.field(validator=Optional(OneOf(Recency)), repr=False)
    link: Link | None = attrs.field(validator=Optional(OneOf(Link)), repr=False)
    score: InterestScore = attrs.field(validator=InstanceOf(InterestScore), repr=False)
    highest: InterestScore = attrs.field(validator=InstanceOf(InterestScore), repr=False)


@attrs.frozen(kw_only=True, weakref_slot=False)
class FiredTrigger(Value):
    """A hard trigger of the law that an interest meets.

    Disparador.

    Attributes:
        code: Code of the trigger.
        rule: The rule of law.
        effect: What it demands.
    """

    code: str = attrs.field(validator=CODE)
    rule: Rule = attrs.field(validator=InstanceOf(Rule))
    effect: Text = attrs.field(validator=LABEL)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Safeguard(Value):
    """What is to be done, by whom, by when, and by which rule.

    Salvaguarda.

    Attributes:
        commitment: What, the owner's role, and the last day.
        level: The level that asks for it.
        rule: What it rests on; ``None``: own.
    """

    commitment: Commitment = attrs.field(validator=InstanceOf(Commitment))
    level: Level = attrs.field(validator=OneOf(Level))
    rule: Rule | None = attrs.field(validator=Optional(InstanceOf(Rule)))


@attrs.frozen(kw_only=True, weakref_slot=False)
class Finding(Value):
    """One interest, what the law and the policy say of it, and what is to be done.

    Hallazgo. ``repr`` shows the place alone: what was found is personal.

    Attributes:
        place: Where: ``FAM1`` or ``FAM1.detalle[0]``.
        interest: The interest with its measures.
        type: Real, potential or apparent.
        level: Its level by itself; critical where a trigger fired.
        triggers: The triggers that fired, in the order of the policy.
        rule: The rule of the first of them, else that of the question.
        reason: Why it is what it is, in both languages.
        safeguards: What its level asks for.
    """

    place: str = attrs.field(validator=NAME)
    interest: Interest = attrs.field(validator=InstanceOf(Interest), repr=False)
    type: ConflictType = attrs.field(validator=OneOf(ConflictType), repr=False)
    level: Level = attrs.field(validator=OneOf(Level), repr=False)
    triggers: tuple[FiredTrigger, ...] = attrs.field(
        validator=Each(InstanceOf(FiredTrigger)), repr=False
    )
    rule: Rule = attrs.field(validator=InstanceOf(Rule), repr=False)
    reason: Text = attrs.field(validator=InstanceOf(Text), repr=False)
    safeguards: tuple[Safeguard, ...] = attrs.field(
        validator=Each(InstanceOf(Safeguard)), repr=False
    )

    @property
    def question(self) -> str:
        """Code of the question that declares the interest."""
        return self.interest.question

    @property
    def safeguard(self) -> Safeguard | None:
        """The first safeguard; ``None`` where the policy asks for none."""
        return self.safeguards[0] if self.safeguards else None
