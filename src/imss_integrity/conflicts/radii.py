"""How far each law reaches around a public servant, and whether a relative is inside.

Radios legales de parentesco. The radii of the laws are data of the catalogue.
"""

from __future__ import annotations

from enum import StrEnum

import attrs

from ..kernel.errors import Fault, MissingDataError
from ..kernel.fields import Each, InstanceOf, OneOf, Optional, WholeNumber
from ..kernel.provenance import Rule, Source, Status, weakest
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value
from .kinship import Bond, Kinship, Line

__all__ = ["BondReading", "LegalRadius", "Within", "within"]

_DEGREE = WholeNumber(1, 40)


class BondReading(StrEnum):
    """Whether a law reaches spouse or concubine (lectura del vínculo).

    Attributes:
        STATED: The article names the bond.
        OWN_INSIDE: It does not name the bond; taken as inside. Own reading.
        OWN_OUTSIDE: It does not name the bond; taken as outside. Own reading.
    """

    STATED = "incluido"
    OWN_INSIDE = "incluido_lectura_propia"
    OWN_OUTSIDE = "excluido_lectura_propia"


@attrs.frozen(kw_only=True, weakref_slot=False)
class LegalRadius(Value):
    """How far a rule of law reaches around a public servant.

    Radio legal. Another reading of a bond is another value: ``attrs.evolve(radius, ...)``.

    Attributes:
        rule: The rule with its source, status and days in force.
        collateral: Highest degree of collateral kin, 1 to 40.
        direct: Highest degree of direct kin; ``None``: no limit.
        affinity: Highest degree of affinity; ``None``: the rule gives no number of its own.
        spouse: Whether it reaches the spouse.
        concubine: Whether it reaches the concubine.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    rule: Rule = attrs.field(validator=InstanceOf(Rule))
    collateral: int = attrs.field(validator=_DEGREE)
    direct: int | None = attrs.field(validator=Optional(_DEGREE))
    affinity: int | None = attrs.field(validator=Optional(_DEGREE))
    spouse: BondReading = attrs.field(validator=OneOf(BondReading))
    concubine: BondReading = attrs.field(validator=OneOf(BondReading))

    @property
    def code(self) -> str:
        """Code of the rule."""
        return self.rule.code


@attrs.frozen(kw_only=True, weakref_slot=False)
class Within(Report, Value):
    """Whether a kinship lies inside a legal radius, and why.

    Attributes:
        inside: The answer.
        reason: Why, in both languages.
        status: That of the rule; ``OWN`` where an own reading decided.
        sources: What the rule rests on.
    """

    inside: bool = attrs.field(validator=InstanceOf(bool))
    reason: Text = attrs.field(validator=InstanceOf(Text))
    status: Status = attrs.field(validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(validator=Each(InstanceOf(Source)))

    def _table(self, language: Language) -> Table:
        return Table(title=self.reason.to(language))

    def _records(self) -> list[dict[str, object]]:
        return [{"inside": self.inside, "reason": self.reason.es, "status": self.status.value}]


def within(kinship: Kinship, radius: LegalRadius, *, affinity_degree: int | None = None) -> Within:
    """Say whether *kinship* lies inside a legal *radius*, with the reason.

    Dentro del radio legal.

    Args:
        kinship: The relative, seen from the public servant.
        radius: How far the rule reaches.
        affinity_degree: Highest degree of affinity, 1 to 40, where the rule gives none.

    Returns:
        The answer with its reason; what is no kinship in law is outside every radius.

    Raises:
        MissingDataError: If the rule gives no degree for affinity and the caller none.
        InvalidValueError: If an argument is of another type or *affinity_degree* out of range.

    Source:
        That of the radius; readings of bonds are own where the article gives degrees only.

    >>> from imss_integrity.catalog import get_radius
    >>> answer = within(Kinship.blood(up=2, down=3), get_radius("LGRA-63-Bis"))
    >>> answer.inside, answer.reason.en
    (False, 'outside LGRA-63-Bis: degree 5, collateral line, reaches degree 4')
    >>> within(Kinship.by_affinity(up=1, down=0), get_radius("LAASSP-71-I"))
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.MissingDataError: 'affinity_degree' must be given: LAASSP-71-I ...
    """
    InstanceOf(Kinship).check("kinship", kinship)
    InstanceOf(LegalRadius).check("radius", radius)
    Optional(_DEGREE).check("affinity_degree", affinity_degree)
    if kinship.bond is not None:
        return _bond(kinship.bond, radius)
    if kinship.degree is None:
        none = Text("sin parentesco legal", "no kinship in law")
        return _answer(radius, inside=False, because=none)
    limit = {
        Line.DIRECT: radius.direct,
        Line.COLLATERAL: radius.collateral,
        Line.AFFINITY: radius.affinity or affinity_degree,
    }[kinship.line]
    if limit is None and kinship.line is Line.AFFINITY:
        sentence = Text(
            "'affinity_degree' debe darse: {code} no fija un grado de afinidad",
            "'affinity_degree' must be given: {code} sets no degree of affinity",
        )
        text = sentence.format(code=radius.code)
        raise MissingDataError(Fault("affinity_degree", "missing", text))
    reach = Text("sin límite", "has no limit") if limit is None else _REACH.format(n=limit)
    because = _DEGREE_IN_LINE.format(n=kinship.degree, line=_LINES[kinship.line], reach=reach)
    own = kinship.line is Line.AFFINITY and radius.affinity is None
    return _answer(
        radius, inside=limit is None or kinship.degree <= limit, because=because, own=own
    )


_REACH = Text("alcanza el grado {n}", "reaches degree {n}")
_DEGREE_IN_LINE = Text("grado {n}, línea {line}, {reach}", "degree {n}, {line} line, {reach}")
_LINES = {
    Line.DIRECT: Text("recta", "direct"),
    Line.COLLATERAL: Text("transversal", "collateral"),
    Line.AFFINITY: Text("de afinidad", "affinity"),
}
_BONDS = {
    Bond.MARRIAGE: Text("cónyuge", "spouse"),
    Bond.CONCUBINAGE: Text("concubina o concubinario", "concubine"),
}
_NOT_NAMED = Text(
    "el artículo no lo nombra; lectura propia", "the article does not name it; own reading"
)
_READINGS = {
    BondReading.STATED: Text("nombrado por el artículo", "named by the article"),
    BondReading.OWN_INSIDE: _NOT_NAMED,
    BondReading.OWN_OUTSIDE: _NOT_NAMED,
}


def _bond(bond: Bond, radius: LegalRadius) -> Within:
    reading = radius.spouse if bond is Bond.MARRIAGE else radius.concubine
    because = Text("{bond}: {reading}").format(bond=_BONDS[bond], reading=_READINGS[reading])
    inside = reading is not BondReading.OWN_OUTSIDE
    return _answer(radius, inside=inside, because=because, own=reading is not BondReading.STATED)


def _answer(radius: LegalRadius, *, inside: bool, because: Text, own: bool = False) -> Within:
    where = Text("dentro de", "inside") if inside else Text("fuera de", "outside")
    reason = Text("{where} {code}: {because}")
    statuses = [radius.rule.status, *([Status.OWN] if own else [])]
    return Within(
        inside=inside,
        reason=reason.format(where=where, code=radius.code, because=because),
        status=weakest(statuses),
        sources=(radius.rule.source,),
    )
