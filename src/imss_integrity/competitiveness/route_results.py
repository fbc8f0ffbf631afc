"""What a route holds and how it is shown.

Resultado de la ruta más barata.
"""

from __future__ import annotations

from fractions import Fraction
from typing import cast

import attrs

from ..kernel.errors import Fault, must
from ..kernel.exact import shown_number
from ..kernel.fields import (
    CODE,
    LABEL,
    MAX_WHOLE,
    Each,
    ExactNumber,
    FieldRule,
    InstanceOf,
    OneOf,
    WholeNumber,
)
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value

__all__ = ["Raise", "Route"]

_AMOUNT = ExactNumber(0)
_PERCENT = WholeNumber(0, 100)


@attrs.frozen
class _Claim(FieldRule):
    """The value is a pair: hundredths of a point, and what gaining them costs at least."""

    def fault(self, path: str, value: object) -> Fault | None:
        given = value  # its type stays `object`, whatever the check says of `value`
        pair = cast("tuple[object, ...]", value) if type(value) is tuple else ()
        rules = (WholeNumber(0), _AMOUNT)
        if len(pair) != len(rules):
            rule = Text("ser un par de ganancia y costo", "be a pair of gain and cost")
            return must(path, "type", rule, given)
        faults = (rule.fault(path, member) for rule, member in zip(rules, pair, strict=True))
        return next((fault for fault in faults if fault is not None), None)


_CERTIFICATE = Each(Each(_Claim(), least=1, most=MAX_WHOLE), least=1, most=MAX_WHOLE)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Raise(Value):
    """One raise of a route.

    Attributes:
        subcriterion: Its code.
        name: Its name.
        before: Percent today.
        after: Percent to reach, above *before*.
        cost: Whole price, in the unit of the costs given.
        points: Points it earns.
    """

    subcriterion: str = attrs.field(validator=CODE)
    name: Text = attrs.field(validator=LABEL)
    before: int = attrs.field(validator=_PERCENT)
    after: int = attrs.field(validator=_PERCENT)
    cost: Fraction = attrs.field(validator=_AMOUNT)
    points: Fraction = attrs.field(validator=_AMOUNT)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Route(Report, Value):
    """The cheapest way to a target.

    Ruta más barata.

    Attributes:
        subject: Code of the unit.
        target: Points asked for.
        start: Points today.
        reached: Points at the end, at least *target*.
        cost: Sum of the costs of the raises: no set of raises that reaches costs less.
        raises: What to raise, in the order of the framework; if the target is met, only what
            costs nothing.
        certificate: For each subcriterion, in order, and once more for none: pairs of
            hundredths of a point and a cost, both rising. To gain at least so much with
            this subcriterion and those after it costs at least so much.
        status: ``OWN``: the costs are the caller's.
        sources: What the framework rests on.
    """

    subject: str = attrs.field(validator=CODE)
    target: Fraction = attrs.field(validator=_AMOUNT)
    start: Fraction = attrs.field(validator=_AMOUNT)
    reached: Fraction = attrs.field(validator=_AMOUNT)
    cost: Fraction = attrs.field(validator=_AMOUNT)
    raises: tuple[Raise, ...] = attrs.field(validator=Each(InstanceOf(Raise)))
    certificate: tuple[tuple[tuple[int, Fraction], ...], ...] = attrs.field(
        validator=_CERTIFICATE, repr=False
    )
    status: Status = attrs.field(validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(validator=Each(InstanceOf(Source)))

    def _table(self, language: Language) -> Table:
        title = Text(
            "{unit}: de {start} a {reached} puntos con un costo de {cost} (meta: {target})",
            "{unit}: from {start} to {reached} points at a cost of {cost} (target: {target})",
        ).format(
            unit=self.subject,
            start=shown_number(self.start),
            reached=shown_number(self.reached),
            cost=shown_number(self.cost),
            target=shown_number(self.target),
        )
        rows = (
            (
                one.subcriterion,
                one.name.to(language),
                f"{one.before} -> {one.after}",
                shown_number(one.cost),
                shown_number(one.points),
            )
            for one in self.raises
        )
        proof = Text(
            "Ningún otro conjunto de mejoras llega a la meta por menos (certificado incluido).",
            "No other set of raises reaches the target for less (certificate included).",
        )
        header = _HEADER[language] if self.raises else ()
        return Table(
            title=title.to(language), header=header, rows=tuple(rows), notes=(proof.to(language),)
        )

    def _records(self) -> list[dict[str, object]]:
        return [
            {
                "subject": self.subject,
                "subcriterion": one.subcriterion,
                "before": one.before,
                "after": one.after,
                "cost": one.cost,
                "points": one.points,
            }
            for one in self.raises
        ]


_HEADER = {
    Language.ES: ("clave", "nombre", "%", "costo", "puntos"),
    Language.EN: ("code", "name", "%", "cost", "points"),
}
