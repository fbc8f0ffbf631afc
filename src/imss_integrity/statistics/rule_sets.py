"""The rule sets by name, and the words that go with them.

Conjuntos de reglas. What counts as a pattern that chance hardly makes is a convention, and
there are several; so a set is always named, and so is the policy by which points are marked.

Source: NHS England, *Making Data Count*; Western Electric (1956); Nelson (1984); Anhøj and
Olesen (2014); Perla, Provost and Murray (2011).
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from ..kernel.provenance import Source
from ..kernel.text import Text

__all__ = ["Improvement", "Marking", "RuleSet", "Side"]


class Marking(StrEnum):
    """Which points of a pattern are marked (qué puntos se marcan).

    Attributes:
        COMPLETING: The point that completes the pattern, and each one that carries it on.
        WHOLE: Every point of the pattern, back to its first.
    """

    COMPLETING = "punto_final"
    WHOLE = "patron_completo"

    @property
    def label(self) -> Text:
        """The policy in words, in both languages."""
        return _MARKINGS[self]


_MARKINGS = {
    Marking.COMPLETING: Text(
        "se marcan los puntos que completan o prolongan un patrón",
        "the points that complete a pattern or carry it on are marked",
    ),
    Marking.WHOLE: Text(
        "se marcan todos los puntos de un patrón", "every point of a pattern is marked"
    ),
}


class Improvement(StrEnum):
    """Which way an indicator should go (sentido de la mejora)."""

    UP = "subir"
    DOWN = "bajar"


class Side(StrEnum):
    """Where a signal points: above or below the centre; a trend, the way it goes (sentido)."""

    HIGH = "alto"
    LOW = "bajo"

    @property
    def label(self) -> Text:
        """The side in words, in both languages."""
        return Text("alto", "high") if self is Side.HIGH else Text("bajo", "low")


class RuleSet(StrEnum):
    """A set of rules that tells a signal from noise (conjunto de reglas).

    Attributes:
        NHS: *Making Data Count* of the NHS; looks at limits.
        WESTERN_ELECTRIC: The four zone rules of 1956; looks at limits.
        NELSON: Nelson's eight tests of 1984; looks at limits.
        ANHOEJ: Longest run and number of crossings of a run chart; looks at a median.
        IHI: The rules of a run chart in health improvement; looks at a median.
    """

    NHS = "nhs"
    WESTERN_ELECTRIC = "western_electric"
    NELSON = "nelson"
    ANHOEJ = "anhoej"
    IHI = "ihi"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _NAMES[self]

    @property
    def rules(self) -> Mapping[str, Text]:
        """Code of each rule -> the rule in words; in the order in which they name a point."""
        return _RULES[self]

    @property
    def marking(self) -> Marking:
        """The policy by which the authors of the set mark points; on run charts, own."""
        return _COMPLETING if self in _ZONES else Marking.WHOLE

    @property
    def on_median(self) -> bool:
        """Whether the set looks at a run chart and its median, not at limits."""
        return self in {RuleSet.ANHOEJ, RuleSet.IHI}

    @property
    def source(self) -> Source:
        """The publication that the set rests on."""
        return _SOURCES[self]


_COMPLETING = Marking.COMPLETING
_ZONES = {RuleSet.WESTERN_ELECTRIC, RuleSet.NELSON}
_NAMES = {
    RuleSet.NHS: Text("Reglas del NHS (Making Data Count)", "NHS rules (Making Data Count)"),
    RuleSet.WESTERN_ELECTRIC: Text("Reglas de Western Electric", "Western Electric rules"),
    RuleSet.NELSON: Text("Reglas de Nelson", "Nelson rules"),
    RuleSet.ANHOEJ: Text("Reglas de Anhøj", "Anhøj rules"),
    RuleSet.IHI: Text("Reglas del IHI para gráficas de corridas", "IHI rules for run charts"),
}
_OUTSIDE = Text("un punto fuera de los límites", "one point outside the limits")
_WORDS: Mapping[RuleSet, Mapping[str, Text]] = {
    RuleSet.NHS: {
        "fuera": _OUTSIDE,
        "tendencia": Text(
            "siete puntos que siempre suben o siempre bajan", "seven points steadily up or down"
        ),
        "dos_de_tres": Text(
            "dos de tres puntos cerca de un límite, los tres del mismo lado del centro",
            "two of three points near a limit, all three on one side of the centre",
        ),
        "racha": Text(
            "siete puntos del mismo lado del centro", "seven points on one side of the centre"
        ),
    },
    RuleSet.WESTERN_ELECTRIC: {
        "1": _OUTSIDE,
        "2": Text(
            "dos de tres puntos a más de 2 sigmas, del mismo lado",
            "two of three points beyond 2 sigma, on one side",
        ),
        "3": Text(
            "cuatro de cinco puntos a más de 1 sigma, del mismo lado",
            "four of five points beyond 1 sigma, on one side",
        ),
        "4": Text(
            "ocho puntos del mismo lado del centro", "eight points on one side of the centre"
        ),
    },
    RuleSet.NELSON: {
        "1": _OUTSIDE,
        "2": Text(
            "nueve puntos del mismo lado del centro", "nine points on one side of the centre"
        ),
        "3": Text(
            "seis puntos que siempre suben o siempre bajan", "six points steadily up or down"
        ),
        "4": Text(
            "catorce puntos que alternan arriba y abajo",
            "fourteen points that alternate up and down",
        ),
        "5": Text(
            "dos de tres puntos a más de 2 sigmas, del mismo lado",
            "two of three points beyond 2 sigma, on one side",
        ),
        "6": Text(
            "cuatro de cinco puntos a más de 1 sigma, del mismo lado",
            "four of five points beyond 1 sigma, on one side",
        ),
        "7": Text("quince puntos a menos de 1 sigma", "fifteen points within 1 sigma"),
        "8": Text(
            "ocho puntos a más de 1 sigma, de ambos lados",
            "eight points beyond 1 sigma, on both sides",
        ),
    },
    RuleSet.ANHOEJ: {
        "racha": Text(
            "más puntos seguidos del mismo lado de la mediana que su límite",
            "more points in a row on one side of the median than their limit",
        ),
        "cruces": Text(
            "menos cruces de la mediana que su límite", "fewer crossings of the median than allowed"
        ),
    },
    RuleSet.IHI: {
        "racha": Text(
            "seis puntos seguidos del mismo lado de la mediana",
            "six points in a row on one side of the median",
        ),
        "tendencia": Text(
            "cinco puntos que siempre suben o siempre bajan", "five points steadily up or down"
        ),
        "pocas_rachas": Text("muy pocas rachas", "too few runs"),
        "muchas_rachas": Text("demasiadas rachas", "too many runs"),
    },
}
_RULES = {name: MappingProxyType(rules) for name, rules in _WORDS.items()}
_SOURCES = {
    RuleSet.NHS: Source(
        code="nhs-mdc",
        title=Text(
            "NHS England, Making Data Count (NHSRplotthedots)",
            "NHS England, Making Data Count (NHSRplotthedots)",
        ),
    ),
    RuleSet.WESTERN_ELECTRIC: Source(
        code="western-electric-1956",
        title=Text(
            "Western Electric (1956), Statistical Quality Control Handbook",
            "Western Electric (1956), Statistical Quality Control Handbook",
        ),
    ),
    RuleSet.NELSON: Source(
        code="nelson-1984",
        title=Text(
            "Nelson (1984), The Shewhart control chart: tests for special causes, JQT 16(4)"
        ),
    ),
    RuleSet.ANHOEJ: Source(
        code="anhoej-2014",
        title=Text(
            "Anhøj y Olesen (2014), Run charts revisited, PLoS ONE 9(11)",
            "Anhøj and Olesen (2014), Run charts revisited, PLoS ONE 9(11)",
        ),
    ),
    RuleSet.IHI: Source(
        code="perla-2011",
        title=Text(
            "Perla, Provost y Murray (2011), The run chart, BMJ Quality & Safety 20(1)",
            "Perla, Provost and Murray (2011), The run chart, BMJ Quality & Safety 20(1)",
        ),
    ),
}
