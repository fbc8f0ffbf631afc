"""Scores that explain themselves: a tree whose leaves add up to the total, exactly.

Puntajes explicados. A `Score` is a rational number with the parts it is made of. Rounding
happens once, when it is shown, and the shown parts still add up to the shown total.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

import attrs

from .days import Period
from .errors import Fault, InconsistentError, InvalidValueError, must, shown
from .exact import exact_sum, largest_remainder, round_exact, shown_number
from .fields import CODE, LABEL, NAME, Each, ExactNumber, InstanceOf, Label, OneOf, Optional, choice
from .provenance import Source, Status
from .pseudonymous import SUBJECT
from .report import Report, Table
from .text import Language, Text
from .values import Value

__all__ = ["Aggregation", "Part", "Score"]

_PLACES = 2
_LONGEST = 24  # characters of a sum in an error
_NUMBER = ExactNumber()
_AMOUNT = ExactNumber(0)
_SHARE = Optional(ExactNumber(0, 1))
_NOTE = Optional(Label(1000))  # a sentence that may quote a label in full


class Aggregation(StrEnum):
    """How shares make a total (método de agregación).

    Attributes:
        ARITHMETIC: Weighted arithmetic mean: strength in one place makes up for weakness
            in another.
        MINIMUM: The lowest share decides for all: nothing makes up for anything.
    """

    ARITHMETIC = "arithmetic"
    MINIMUM = "minimum"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _METHODS[self]


_METHODS = {
    Aggregation.ARITHMETIC: Text("media aritmética ponderada", "weighted arithmetic mean"),
    Aggregation.MINIMUM: Text("mínimo", "minimum"),
}


@attrs.frozen(kw_only=True, weakref_slot=False)
class Part(Value):
    """What one thing adds to a score.

    Parte de un puntaje.

    Attributes:
        code: Code of the criterion, subcriterion or rule.
        name: Its name.
        value: Points it adds, exact; negative where it takes points away.
        out_of: The most it could add; 0 for what can only take away.
        share: What was measured, 0 to 1, before aggregation; ``None``: nothing was.
        note: Why the value is what it is, where that is not plain.
        parts: What it is made of; empty for a leaf.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: If *parts* do not add up to *value*.
    """

    code: str = attrs.field(validator=CODE)
    name: Text = attrs.field(validator=LABEL)
    value: Fraction = attrs.field(validator=_NUMBER)
    out_of: Fraction = attrs.field(validator=_AMOUNT)
    share: Fraction | None = attrs.field(default=None, validator=_SHARE)
    note: Text | None = attrs.field(default=None, validator=_NOTE)
    parts: tuple[Part, ...] = ()

    def __attrs_post_init__(self) -> None:
        _PARTS.check("parts", self.parts)
        if self.parts:
            _check_sum(self.code, self.parts, self.value)

    def leaves(self) -> Iterator[Part]:
        """Go through the parts that have no parts."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()


_PARTS = Each(InstanceOf(Part))


def _check_sum(code: str, parts: tuple[Part, ...], value: Fraction) -> None:
    total = exact_sum(part.value for part in parts)
    if total != value:
        sentence = Text(
            "las partes de '{code}' deben sumar {value}: suman {total}",
            "the parts of '{code}' must add up to {value}: they add up to {total}",
        )
        text = sentence.format(
            code=code, value=shown(value, _LONGEST), total=shown(total, _LONGEST)
        )
        raise InconsistentError(Fault("parts", "sum", text))


@attrs.frozen(kw_only=True, weakref_slot=False)
class Score(Report, Value):
    """A total in points, exact, with its explanation.

    Puntaje. Its parts add up to it without remainder.

    Attributes:
        subject: Code of what was scored.
        definition: Code and version of what it was scored by.
        period: The period it speaks of; ``None``: none.
        value: Points, exact, from *lowest* to *highest*.
        out_of: The most points there are, above 0.
        parts: The explanation tree; its values add up to *value*.
        method: How the shares were aggregated.
        lowest, highest: The range still reachable, in points, once what is missing is known.
        missing: Codes of what was not measured, in order.
        status: The weakest status of all that entered.
        sources: What it rests on.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: If the parts do not add up, or the value leaves its range.
    """

    subject: str = attrs.field(validator=SUBJECT)
    definition: str = attrs.field(validator=NAME)
    period: Period | None = attrs.field(default=None, validator=Optional(InstanceOf(Period)))
    value: Fraction = attrs.field(validator=_AMOUNT)
    out_of: Fraction = attrs.field(validator=_AMOUNT)
    parts: tuple[Part, ...] = attrs.field(validator=_PARTS)
    method: Aggregation = attrs.field(validator=OneOf(Aggregation))
    lowest: Fraction = attrs.field(validator=_AMOUNT)
    highest: Fraction = attrs.field(validator=_AMOUNT)
    missing: tuple[str, ...] = attrs.field(default=(), validator=Each(CODE))
    status: Status = attrs.field(validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(default=(), validator=Each(InstanceOf(Source)))

    def __attrs_post_init__(self) -> None:
        _check_sum(self.subject, self.parts, self.value)
        if not self.out_of:
            rule = Text("ser mayor que 0", "be above 0")
            raise InvalidValueError(must("out_of", "range", rule, self.out_of))
        if not self.lowest <= self.value <= self.highest <= self.out_of:
            text = Text(
                "'lowest', 'value', 'highest' y 'out_of' deben ir en orden",
                "'lowest', 'value', 'highest' and 'out_of' must be in order",
            )
            raise InconsistentError(Fault("value", "range", text))

    @property
    def share(self) -> Fraction:
        """The value as a share of all points, 0 to 1, exact."""
        return self.value / self.out_of

    def leaves(self) -> tuple[Part, ...]:
        """Give the parts that have no parts, in order."""
        return tuple(leaf for part in self.parts for leaf in part.leaves())

    def sentence(self, language: Language = Language.ES) -> str:
        """Give the total in words: ``622.5 de 1000 puntos``."""
        words = Text("{value} de {out_of} puntos", "{value} out of {out_of} points")
        filled = words.format(value=shown_number(self.value), out_of=shown_number(self.out_of))
        return filled.to(choice(Language, language, path="language"))

    def __str__(self) -> str:
        return self.sentence()

    def _table(self, language: Language) -> Table:
        period = "" if self.period is None else f" ({self.period})"
        definition = Text("Marco: {d}; método: {m}", "Framework: {d}; method: {m}")
        lines = [definition.format(d=self.definition, m=self.method.label)]
        if self.missing:
            gap = Text(
                "Sin calificar: {codes}; aún puede quedar entre {low} y {high} puntos",
                "Not rated: {codes}; it can still end from {low} to {high} points",
            )
            low, high = shown_number(self.lowest), shown_number(self.highest)
            lines.append(gap.format(codes=", ".join(self.missing), low=low, high=high))
        shown = round_exact(self.value, _PLACES)
        return Table(
            title=f"{self.subject}{period}: {self.sentence(language)}",
            lines=tuple(line.to(language) for line in lines),
            header=_HEADER[language],
            rows=tuple(_rows(self.parts, shown, language, depth=0)),
        )

    def _records(self) -> list[dict[str, object]]:
        return [
            {
                "subject": self.subject,
                "definition": self.definition,
                "part": top.code,
                "leaf": leaf.code,
                "name": leaf.name.es,
                "value": leaf.value,
                "out_of": leaf.out_of,
                "share": leaf.share,
                "status": self.status.value,
            }
            for top in self.parts
            for leaf in top.leaves()
        ]


_HEADER = {
    Language.ES: ("clave", "nombre", "puntos", "de", "%", "nota"),
    Language.EN: ("code", "name", "points", "of", "%", "note"),
}


def _rows(
    parts: Sequence[Part], total: Decimal, language: Language, *, depth: int
) -> Iterator[tuple[str, ...]]:
    """Give a row for each part; the shown values of one level add up to the shown *total*."""
    shown = largest_remainder([part.value for part in parts], _PLACES, total=total)
    for part, value in zip(parts, shown, strict=True):
        yield (
            "  " * depth + part.code,
            part.name.to(language),
            shown_number(value),
            shown_number(part.out_of),
            "" if part.share is None else shown_number(100 * part.share),
            "" if part.note is None else part.note.to(language),
        )
        if part.parts:
            yield from _rows(part.parts, value, language, depth=depth + 1)
