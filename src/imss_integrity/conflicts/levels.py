"""Levels of a conflict of interest, the bands of the score they stand for, and what each asks.

Niveles, salvaguardas y revisiones. All of it is a proposal of whoever writes the policy.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

import attrs

from ..kernel.errors import Fault, InvalidValueError, must
from ..kernel.fields import (
    CODE,
    LABEL,
    ExactNumber,
    InstanceOf,
    OneOf,
    Optional,
    WholeNumber,
)
from ..kernel.provenance import Rule
from ..kernel.text import Text
from ..kernel.values import Value

__all__ = ["Band", "Level", "Review", "SafeguardRule", "band_faults"]

_SCORE = ExactNumber(0, 100)
_WHOLE = 100


class Level(StrEnum):
    """Level of a conflict of interest (nivel), from lowest to highest.

    `CRITICAL` comes from a hard trigger alone: no score reaches it, and none outweighs it.
    """

    MINIMAL = "minimo"
    LOW = "bajo"
    MEDIUM = "medio"
    HIGH = "alto"
    CRITICAL = "critico"

    @property
    def rank(self) -> int:
        """Its place, 0 (lowest) to 4."""
        return _ORDER[self]

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _LABELS[self]


_ORDER = {level: rank for rank, level in enumerate(Level)}
_LABELS = {
    Level.MINIMAL: Text("mínimo", "minimal"),
    Level.LOW: Text("bajo", "low"),
    Level.MEDIUM: Text("medio", "medium"),
    Level.HIGH: Text("alto", "high"),
    Level.CRITICAL: Text("crítico", "critical"),
}


@attrs.frozen(kw_only=True, weakref_slot=False)
class Band(Value):
    """The scores that stand for a level.

    Banda de puntaje.

    Attributes:
        level: The level; never `Level.CRITICAL`.
        low: Least score, included, 0 to 100, exact.
        high: Where the next band begins, excluded; 100 of the last band is included.

    Raises:
        InvalidValueError: If a field breaks its rule, or the band holds no score.

    >>> Band(level=Level.LOW, low=Fraction(10), high=Fraction(30)).level.label.en
    'low'
    >>> Band(level=Level.LOW, low=Fraction(30), high=Fraction(10))
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'high' must be above 'low': got 10
    """

    level: Level = attrs.field(validator=OneOf(Level))
    low: Fraction = attrs.field(validator=_SCORE)
    high: Fraction = attrs.field(validator=_SCORE)

    def __attrs_post_init__(self) -> None:
        if self.high <= self.low:
            rule = Text("ser mayor que 'low'", "be above 'low'")
            raise InvalidValueError(must("high", "order", rule, self.high))
        if self.level is Level.CRITICAL:
            rule = Text("ser un nivel con puntaje", "be a level that a score can reach")
            raise InvalidValueError(must("level", "choice", rule, self.level))


_BREAKS = {
    "gap": Text("hueco entre {a} y {b}", "gap between {a} and {b}"),
    "overlap": Text("traslape entre {b} y {a}", "overlap between {b} and {a}"),
}


def band_faults(bands: Sequence[Band]) -> Iterator[Fault]:
    """Say where *bands* leave a gap, overlap, or do not rise with the score."""
    sentence = Text("'bands' debe cubrir de 0 a 100: {what}", "'bands' must tile 0 to 100: {what}")

    def fault(code: str, what: Text) -> Fault:
        return Fault("bands", code, sentence.format(what=what))

    if not bands or bands[0].low != 0 or bands[-1].high != _WHOLE:
        yield fault("gap", Text("faltan los extremos", "the ends are missing"))
    for before, after in pairwise(bands):
        if before.high != after.low:
            code = "gap" if before.high < after.low else "overlap"
            what = _BREAKS[code].format(a=before.high, b=after.low)
            yield fault(code, what)
        if before.level.rank >= after.level.rank:
            yield fault("order", Text("los niveles deben subir", "the levels must rise"))


@attrs.frozen(kw_only=True, weakref_slot=False)
class SafeguardRule(Value):
    """What a level asks for, of whom, and by when.

    Medida o salvaguarda.

    Attributes:
        code: Code, unique in the policy.
        level: The level that asks for it.
        what: What is to be done.
        owner: Code of the role that answers for it.
        days: Calendar days from the screening, 0 to 1000, the last included.
        rule: What it rests on; ``None``: own.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    code: str = attrs.field(validator=CODE)
    level: Level = attrs.field(validator=OneOf(Level))
    what: Text = attrs.field(validator=LABEL)
    owner: str = attrs.field(validator=CODE)
    days: int = attrs.field(validator=WholeNumber(0, 1000))
    rule: Rule | None = attrs.field(default=None, validator=Optional(InstanceOf(Rule)))


@attrs.frozen(kw_only=True, weakref_slot=False)
class Review(Value):
    """When a level is to be looked at again.

    Revisión o seguimiento.

    Attributes:
        level: The level.
        months: Months after the screening, 1 to 60; ``None``: no fixed day, see *when*.
        when: When, in words: "before each matter", "yearly, in May".

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    level: Level = attrs.field(validator=OneOf(Level))
    months: int | None = attrs.field(default=None, validator=Optional(WholeNumber(1, 60)))
    when: Text = attrs.field(validator=LABEL)
