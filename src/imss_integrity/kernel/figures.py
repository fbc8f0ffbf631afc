"""Published figures, which are bounds more often than numbers, and ratios of them.

Cifras publicadas. "Más de 400 mil" is at least 400 000, and stays so: a ratio of two lower
bounds is neither a lower nor an upper bound, and says so.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import cast

import attrs

from .errors import Fault, InvalidValueError, must
from .exact import shown_number
from .fields import (
    CODE,
    DAY,
    LABEL,
    MAX_WHOLE,
    Each,
    ExactNumber,
    InstanceOf,
    OneOf,
    Optional,
    choice,
)
from .provenance import Source, Status, merged_sources, weakest
from .report import Report, Table
from .text import Language, Text
from .values import Value

__all__ = ["FigureRatio", "PublishedFigure", "Relation", "ratio_of"]


class Relation(StrEnum):
    """How a published number stands to the true one (relación)."""

    EXACTLY = "exactamente"
    AT_LEAST = "al_menos"
    AT_MOST = "a_lo_mas"
    ABOUT = "alrededor"

    @property
    def label(self) -> Text:
        """The words put before the number; none for an exact one."""
        return _WORDS[self]


_WORDS = {
    Relation.EXACTLY: Text("", ""),
    Relation.AT_LEAST: Text("al menos ", "at least "),
    Relation.AT_MOST: Text("a lo más ", "at most "),
    Relation.ABOUT: Text("alrededor de ", "about "),
}


def _exact_value(_: object, attribute: attrs.Attribute[Fraction | int], value: object) -> None:
    """Keep *value* an int or a Fraction, not negative."""
    if type(value) not in {int, Fraction} or not 0 <= cast("Fraction", value) <= MAX_WHOLE:
        rule = Text(
            "ser un número exacto no negativo, menor que 2^53",
            "be an exact number, not negative, below 2^53",
        )
        raise InvalidValueError(must(attribute.name, "type", rule, value))


@attrs.frozen(weakref_slot=False)
class PublishedFigure(Report, Value):
    """A number as it was published: its relation to the truth, its source and its day.

    Cifra publicada.

    Attributes:
        value: The number, an ``int`` or a ``Fraction``, from 0 to below 2^53.
        relation: What the source says of it: exactly, at least, at most, about.
        code: Code, unique in the catalogue.
        what: What is counted, with its unit, worded to follow the number.
        sources: Where it was published, at least one.
        status: How far it can be trusted.
        on: The day or the last day it speaks of, or that of the publication; ``None``: not
            stated.
        note: What a reader must know, such as what the source does not say.

    Raises:
        InvalidValueError: If a field breaks its rule.

    >>> note = Source(code="nota", title=Text("Nota de prensa"))
    >>> reached = PublishedFigure(400_000, Relation.AT_LEAST, code="alcance",
    ...     what=Text("personas alcanzadas", "people reached"), status=Status.REPORTED,
    ...     sources=(note,))
    >>> str(reached)
    'al menos 400 000 personas alcanzadas'
    >>> attrs.evolve(reached, value=4e5)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'value' must be an exact number, not negativ...
    """

    value: int | Fraction = attrs.field(validator=_exact_value)
    relation: Relation = attrs.field(validator=OneOf(Relation))
    code: str = attrs.field(validator=CODE, kw_only=True)
    what: Text = attrs.field(validator=LABEL, kw_only=True)
    sources: tuple[Source, ...] = attrs.field(
        validator=Each(InstanceOf(Source), least=1), kw_only=True
    )
    status: Status = attrs.field(validator=OneOf(Status), kw_only=True)
    on: date | None = attrs.field(default=None, validator=Optional(DAY), kw_only=True)
    note: Text | None = attrs.field(default=None, validator=Optional(LABEL), kw_only=True)

    def sentence(self, language: Language = Language.ES) -> str:
        """Give the number with its relation and what it counts."""
        chosen = choice(Language, language, path="language")
        words, number = self.relation.label.to(chosen), shown_number(self.value)
        return f"{words}{number} {self.what.to(chosen)}"

    def __str__(self) -> str:
        return self.sentence()

    def _table(self, language: Language) -> Table:
        note = () if self.note is None else (self.note.to(language),)
        return Table(title=self.sentence(language), lines=note)

    def _records(self) -> list[dict[str, object]]:
        return [
            {
                "code": self.code,
                "value": self.value,
                "relation": self.relation.value,
                "what": self.what.es,
                "on": self.on,
                "status": self.status.value,
                "sources": " ".join(source.code for source in self.sources),
            }
        ]


@attrs.frozen(kw_only=True, weakref_slot=False)
class FigureRatio(Report, Value):
    """The ratio of two published figures, with the direction it still has, if any.

    Razón de dos cifras publicadas.

    Attributes:
        numerator, denominator: The two figures.
        nominal: The quotient of the two numbers, exact.
        relation: How the true ratio stands to *nominal*; ``None``: it may lie on either
            side, so *nominal* must not be read as a rate.
        status: ``DERIVED``, or the weaker status of the two.
        sources: Where both were published.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    numerator: PublishedFigure = attrs.field(validator=InstanceOf(PublishedFigure))
    denominator: PublishedFigure = attrs.field(validator=InstanceOf(PublishedFigure))
    nominal: Fraction = attrs.field(validator=ExactNumber(0))
    relation: Relation | None = attrs.field(validator=Optional(OneOf(Relation)))
    status: Status = attrs.field(validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(validator=Each(InstanceOf(Source)))

    def sentence(self, language: Language = Language.ES) -> str:
        """Give the ratio in percent with its relation, or why there is none to give."""
        chosen = choice(Language, language, path="language")
        if self.relation is None:
            return _NO_DIRECTION.to(chosen)
        return f"{self.relation.label.to(chosen)}{shown_number(100 * self.nominal)} %"

    def __str__(self) -> str:
        return self.sentence()

    def _table(self, language: Language) -> Table:
        lines = (self.numerator.sentence(language), self.denominator.sentence(language))
        return Table(title=self.sentence(language), lines=lines)

    def _records(self) -> list[dict[str, object]]:
        return [
            {
                "numerator": self.numerator.code,
                "denominator": self.denominator.code,
                "nominal": self.nominal,
                "relation": None if self.relation is None else self.relation.value,
                "status": self.status.value,
            }
        ]


_NO_DIRECTION = Text(
    "sin tasa: por las cotas de ambas cifras, su razón no tiene dirección",
    "no rate: by the bounds of both figures, their ratio has no direction",
)
_EXACTLY, _AT_LEAST, _AT_MOST, _ABOUT = Relation
_DIRECTION = {
    (_EXACTLY, _EXACTLY): _EXACTLY,
    (_EXACTLY, _AT_LEAST): _AT_MOST,
    (_EXACTLY, _AT_MOST): _AT_LEAST,
    (_AT_LEAST, _EXACTLY): _AT_LEAST,
    (_AT_LEAST, _AT_MOST): _AT_LEAST,
    (_AT_MOST, _EXACTLY): _AT_MOST,
    (_AT_MOST, _AT_LEAST): _AT_MOST,
    (_ABOUT, _EXACTLY): _ABOUT,
    (_EXACTLY, _ABOUT): _ABOUT,
    (_ABOUT, _ABOUT): _ABOUT,
}


def ratio_of(numerator: PublishedFigure, denominator: PublishedFigure) -> FigureRatio:
    """Divide two published figures, keeping only the direction that their bounds allow.

    Razón de cifras. At least over exactly is at least; at least over at least has no
    direction. That one is a part of the other is for the caller to know.

    Raises:
        InvalidValueError: If the denominator is 0.

    Source:
        Own; interval arithmetic of positive numbers.

    >>> note = Source(code="nota", title=Text("Nota de prensa"))
    >>> seen, signed = (PublishedFigure(n, Relation.AT_LEAST, code=f"n{n}", what=Text("personas"),
    ...     sources=(note,), status=Status.REPORTED) for n in (400_000, 80_000))
    >>> ratio = ratio_of(signed, seen)
    >>> ratio.nominal, ratio.relation
    (Fraction(1, 5), None)
    >>> ratio_of(seen, attrs.evolve(signed, value=0))
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'denominator' must not be 0
    """
    InstanceOf(PublishedFigure).check("numerator", numerator)
    InstanceOf(PublishedFigure).check("denominator", denominator)
    if denominator.value == 0:
        text = Text("'denominator' no debe ser 0", "'denominator' must not be 0")
        raise InvalidValueError(Fault("denominator", "zero", text))
    return FigureRatio(
        numerator=numerator,
        denominator=denominator,
        nominal=Fraction(numerator.value) / denominator.value,
        relation=_DIRECTION.get((numerator.relation, denominator.relation)),
        status=weakest((numerator.status, denominator.status, Status.DERIVED)),
        sources=merged_sources(numerator.sources, denominator.sources),
    )
