"""How the answers of a questionnaire become interests, triggers and levels: its policy, as data.

Política de detección. Weights and levels are whoever's the questionnaire is; hard triggers
are set by law, and no score outweighs them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cached_property
from math import prod

import attrs

from ..kernel.arguments import repeated_codes
from ..kernel.errors import Fault, raise_any
from ..kernel.fields import CODE, LABEL, Each, InstanceOf, OneOf, Optional, WholeNumber
from ..kernel.provenance import Rule, Source, Status
from ..kernel.text import Text
from ..kernel.values import Value
from .conditions import Condition
from .levels import Band, Level, Review, SafeguardRule, band_faults
from .measures import MOST
from .radii import LegalRadius
from .scales import Link, Proximity, Recency

__all__ = ["InterestRule", "ScreeningPolicy", "Trigger"]

_CODES = Each(CODE, least=1)
_DEGREE = Optional(WholeNumber(1, 40))


@attrs.frozen(kw_only=True, weakref_slot=False)
class InterestRule(Value):
    """How an answer declares a private interest, and where its measures stand.

    Regla de un interés. A measure is read from the follow-up with its role, or fixed here
    where the words of the question tell it.

    Attributes:
        question: Code of the question whose *yes* (or ``True``) declares the interest; of a
            question of another type any answer does.
        category: Code of the category.
        base: Its weight, 1 to 10 (own).
        details: Code of the group of follow-ups; of one that repeats, each instance is an
            interest. ``None``: it asks for none.
        proximity, recency, link: What is fixed; ``None``: read from the follow-up with that
            role. Without either, the person's own, current, and of no link.
        perception: Whether it is at most apparent while no law makes an impediment of it.
        radius: The kin that count as the person's own circle; ``None``: none does.
        affinity_degree: Degree of affinity where *radius* has no number of its own.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    question: str = attrs.field(validator=CODE)
    category: str = attrs.field(validator=CODE)
    base: int = attrs.field(validator=WholeNumber(1, MOST))
    details: str | None = attrs.field(default=None, validator=Optional(CODE))
    proximity: Proximity | None = attrs.field(default=None, validator=Optional(OneOf(Proximity)))
    recency: Recency | None = attrs.field(default=None, validator=Optional(OneOf(Recency)))
    link: Link | None = attrs.field(default=None, validator=Optional(OneOf(Link)))
    perception: bool = attrs.field(default=False, validator=InstanceOf(bool))
    radius: LegalRadius | None = attrs.field(
        default=None, validator=Optional(InstanceOf(LegalRadius))
    )
    affinity_degree: int | None = attrs.field(default=None, validator=_DEGREE)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Trigger(Value):
    """A fact that the law does not weigh: whatever the score, the level is critical.

    Disparador por ley. It fires for an interest that keeps all of its tests.

    Attributes:
        code: Code, unique in the policy.
        questions: Codes of the questions whose interests it looks at, at least one.
        rule: The rule of law; out of force, it does not fire.
        effect: What it demands. It refers; it declares nobody guilty.
        when: Conditions on the follow-ups of the interest, all of which must hold.
        radius: The kin it reaches; ``None``: whoever it is.
        affinity_degree: Degree of affinity where *radius* has no number of its own.
        links: The links it looks at; empty: all.
        months: The window in which an ended interest still counts; ``None``: any time.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    code: str = attrs.field(validator=CODE)
    questions: tuple[str, ...] = attrs.field(validator=_CODES)
    rule: Rule = attrs.field(validator=InstanceOf(Rule))
    effect: Text = attrs.field(validator=LABEL)
    when: tuple[Condition, ...] = attrs.field(default=(), validator=Each(InstanceOf(Condition)))
    radius: LegalRadius | None = attrs.field(
        default=None, validator=Optional(InstanceOf(LegalRadius))
    )
    affinity_degree: int | None = attrs.field(default=None, validator=_DEGREE)
    links: tuple[Link, ...] = attrs.field(default=(), validator=Each(OneOf(Link)))
    months: int | None = attrs.field(default=None, validator=Optional(WholeNumber(0, 3600)))


@attrs.frozen(kw_only=True, weakref_slot=False)
class ScreeningPolicy(Value):
    """Weights, triggers, levels, safeguards and reviews of a questionnaire.

    Política de detección de conflictos.

    Attributes:
        interests: The rules that make interests of answers; one for each question.
        triggers: What no score outweighs.
        bands: The score of each level, tiling 0 to 100.
        most_steps: How many levels the combined score may lie above the level of the largest
            single interest: many weak answers pile up, but only so far.
        safeguards: What each level asks for.
        reviews: When each level is looked at again; at most one for each level.
        contradiction: What a contradiction with the declaration of interests means; as a
            trigger it refers to whoever may look into it. ``None``: it is only listed.
        status: How far the policy can be trusted.
        sources: What it rests on.

    Raises:
        InvalidValueError: If a field breaks its rule, a code stands twice, or the bands leave
            a gap, overlap or do not rise; all faults at once.
    """

    interests: tuple[InterestRule, ...] = attrs.field(validator=Each(InstanceOf(InterestRule)))
    triggers: tuple[Trigger, ...] = attrs.field(default=(), validator=Each(InstanceOf(Trigger)))
    bands: tuple[Band, ...] = attrs.field(validator=Each(InstanceOf(Band)))
    most_steps: int = attrs.field(default=1, validator=WholeNumber(0, 4))
    safeguards: tuple[SafeguardRule, ...] = attrs.field(
        default=(), validator=Each(InstanceOf(SafeguardRule))
    )
    reviews: tuple[Review, ...] = attrs.field(default=(), validator=Each(InstanceOf(Review)))
    contradiction: Rule | None = attrs.field(default=None, validator=Optional(InstanceOf(Rule)))
    status: Status = attrs.field(default=Status.OWN, validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(default=(), validator=Each(InstanceOf(Source)))

    def __attrs_post_init__(self) -> None:
        raise_any(self._faults())

    def _faults(self) -> Iterator[Fault]:
        yield from band_faults(self.bands)
        yield from repeated_codes("interests", (rule.question for rule in self.interests))
        yield from repeated_codes("triggers", (trigger.code for trigger in self.triggers))
        yield from repeated_codes("safeguards", (rule.code for rule in self.safeguards))
        yield from repeated_codes("reviews", (review.level for review in self.reviews))

    def level_of_scores(self, scores: Sequence[int]) -> Level:
        """Give the level of several single scores, each 0 to 100; see `combined_score`."""
        if not scores:
            return self.bands[0].level
        place = self._alone[max(scores)]
        whole = 100 ** len(scores)
        total = 100 * (whole - prod([100 - score for score in scores]))
        # The total is never below the largest: only the bands above that one are looked at.
        for low in self._lows[place + 1 : place + 1 + self.most_steps]:
            # Compared as integers: several times faster than as fractions.
            if total * low.denominator < low.numerator * whole:
                break
            place += 1
        return self.bands[place].level

    def level_alone(self, score: int) -> Level:
        """Give the level whose band holds *score*, 0 to 100."""
        return self.bands[self._alone[score]].level

    @cached_property
    def _lows(self) -> tuple[Fraction, ...]:
        return tuple(band.low for band in self.bands)

    @cached_property
    def _alone(self) -> tuple[int, ...]:
        """The place of the band that holds each score alone, 0 to 100."""
        return tuple(bisect_right(self._lows, score) - 1 for score in range(101))
