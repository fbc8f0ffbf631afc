"""Tallies: sums over units that merge in any order to the same exact result.

Conteos combinables. A tally of any part of the units can be added to a tally of the rest; how
the units were divided, and in which order the parts were added, makes no difference, because
every number in it is exact.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from typing import Self

import attrs

from ..competitiveness import STAGES_2019, StageRule, StageScale
from ..kernel.arguments import members_of
from ..kernel.exact import exact_sum
from ..kernel.explanation import Score
from ..kernel.fields import Each, ExactNumber, InstanceOf, Optional, WholeNumber
from ..kernel.values import Value
from ..organization import Unit

__all__ = ["NO_STAGE", "Tally"]

NO_STAGE = "sin_etapa"
"""Key under which totals without stage are counted."""

_COUNT = WholeNumber()
_AMOUNT = ExactNumber(0)
_SHARE = Optional(ExactNumber(0, 1))
_COUNTS = Each(InstanceOf(tuple))
_ZERO = Fraction(0)

Counts = tuple[tuple[str, int], ...]


@attrs.frozen(kw_only=True, weakref_slot=False)
class Tally(Value):
    """What is known of a set of units: how many, of which kind, how scored.

    Conteo. A commutative monoid: ``a + b == b + a``, ``(a + b) + c == a + (b + c)``, and
    ``Tally()`` adds nothing. `Tally.sum` adds many at once.

    Attributes:
        units: How many units.
        scored: How many of them have a score.
        total: Sum of their shares of all points, exact.
        squares: Sum of the squares of these shares, exact.
        lowest, highest: Smallest and largest share, 0 to 1; ``None``: nothing scored.
        kinds: Pairs of a unit kind and how many, by kind.
        stages: Pairs of a stage (or `NO_STAGE`) and how many totals reach it, by code.

    Raises:
        InvalidValueError: If a field breaks its rule.

    >>> from imss_integrity.catalog import EXAMPLE_ASSESSMENTS, EXAMPLE_UNIT
    >>> from imss_integrity.competitiveness import score
    >>> one = Tally.of(EXAMPLE_UNIT, score(EXAMPLE_ASSESSMENTS[1]))
    >>> two = one + Tally.of(EXAMPLE_UNIT, None)
    >>> two.units, two.scored, two.mean, two + Tally() == two
    (2, 1, Fraction(2347, 4000), True)
    >>> Tally(units=-1)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'units' must be a whole number from 0 to ...
    """

    units: int = attrs.field(default=0, validator=_COUNT)
    scored: int = attrs.field(default=0, validator=_COUNT)
    total: Fraction = attrs.field(default=_ZERO, validator=_AMOUNT)
    squares: Fraction = attrs.field(default=_ZERO, validator=_AMOUNT)
    lowest: Fraction | None = attrs.field(default=None, validator=_SHARE)
    highest: Fraction | None = attrs.field(default=None, validator=_SHARE)
    kinds: Counts = attrs.field(default=(), validator=_COUNTS)
    stages: Counts = attrs.field(default=(), validator=_COUNTS)

    @classmethod
    def of(
        cls,
        unit: Unit,
        score: Score | None = None,
        *,
        rule: StageRule | str = StageRule.REACHED,
        scale: StageScale = STAGES_2019,
    ) -> Self:
        """Count one unit, with its score if it has one, under a named rule for stages."""
        InstanceOf(Unit).check("unit", unit)
        Optional(InstanceOf(Score)).check("score", score)
        InstanceOf(StageScale).check("scale", scale)
        kinds = ((unit.kind.value, 1),)
        if score is None:
            return cls(units=1, kinds=kinds)
        share = score.share
        stage = scale.stage_of_share(share, rule)
        return cls(
            units=1,
            scored=1,
            total=share,
            squares=share**2,
            lowest=share,
            highest=share,
            kinds=kinds,
            stages=((stage.code if stage else NO_STAGE, 1),),
        )

    @classmethod
    def sum(cls, tallies: Iterable[Tally]) -> Self:
        """Add many tallies at once, in time linear in their number."""
        parts = members_of("tallies", tallies, Tally)
        return cls(
            units=sum(part.units for part in parts),
            scored=sum(part.scored for part in parts),
            total=exact_sum(part.total for part in parts),
            squares=exact_sum(part.squares for part in parts),
            lowest=min((p.lowest for p in parts if p.lowest is not None), default=None),
            highest=max((p.highest for p in parts if p.highest is not None), default=None),
            kinds=_added(part.kinds for part in parts),
            stages=_added(part.stages for part in parts),
        )

    def __add__(self, other: Tally) -> Self:
        return self.sum((self, other))

    @property
    def mean(self) -> Fraction | None:
        """Mean share of all points, 0 to 1, exact; ``None``: nothing scored."""
        return self.total / self.scored if self.scored else None

    @property
    def variance(self) -> Fraction | None:
        """Population variance of the shares, exact; ``None``: nothing scored."""
        if self.mean is None:
            return None
        return self.squares / self.scored - self.mean**2


def _added(counts: Iterable[Counts]) -> Counts:
    added: Counter[str] = Counter()
    for pairs in counts:
        for key, count in pairs:
            added[key] += count
    return tuple(sorted(added.items()))
