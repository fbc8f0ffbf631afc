"""What a change holds and how it is shown.

Resultado del cambio entre dos puntajes.
"""

from __future__ import annotations

from fractions import Fraction

import attrs

from ..kernel.errors import Fault, InconsistentError
from ..kernel.exact import exact_sum, largest_remainder, round_exact, shown_number
from ..kernel.fields import CODE, Each, ExactNumber, InstanceOf, Label, OneOf, Optional
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value

__all__ = ["Change", "ChangePart"]

_PLACES = 2
_NUMBER = ExactNumber()
_NAMES = Label(100_000)  # a group bears the names of all its subcriteria
_ZERO = Fraction(0)


@attrs.frozen(kw_only=True, weakref_slot=False)
class ChangePart(Value):
    """What one subcriterion adds to the change.

    Parte del cambio.

    Attributes:
        code: Code of the subcriterion; several joined by ``+`` where a crosswalk ties them.
        name: Its name in the later score, or in the earlier one if it left.
        before: What was measured, 0 to 1; ``None``: it was not there, or not rated.
        after: The same, later.
        rating: Points due to the change of the rating.
        weight: Points due to the change of the points it carries.
        presence: Points due to its having entered (positive) or left (negative).

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    code: str = attrs.field(validator=InstanceOf(str))
    name: Text = attrs.field(validator=_NAMES)
    before: Fraction | None = attrs.field(validator=Optional(ExactNumber(0, 1)))
    after: Fraction | None = attrs.field(validator=Optional(ExactNumber(0, 1)))
    rating: Fraction = attrs.field(validator=_NUMBER)
    weight: Fraction = attrs.field(validator=_NUMBER)
    presence: Fraction = attrs.field(default=_ZERO, validator=_NUMBER)

    @property
    def total(self) -> Fraction:
        """All points it adds to the change."""
        return self.rating + self.weight + self.presence


@attrs.frozen(kw_only=True, weakref_slot=False)
class Change(Report, Value):
    """The difference of two scores of one unit, explained.

    Cambio.

    Attributes:
        subject: Code of the unit.
        before: Points of the earlier score.
        after: Points of the later one.
        parts: One for each subcriterion or group that a crosswalk ties.
        deductions: Change of what takes points away, such as the integrity gate.
        status: The weakest status of both scores; splitting by midpoints is derived.
        sources: What both rest on.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: If parts and deductions do not add up to the difference.
    """

    subject: str = attrs.field(validator=CODE)
    before: Fraction = attrs.field(validator=_NUMBER)
    after: Fraction = attrs.field(validator=_NUMBER)
    parts: tuple[ChangePart, ...] = attrs.field(validator=Each(InstanceOf(ChangePart)))
    deductions: Fraction = attrs.field(validator=_NUMBER)
    status: Status = attrs.field(validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(validator=Each(InstanceOf(Source)))

    def __attrs_post_init__(self) -> None:
        explained = exact_sum(part.total for part in self.parts) + self.deductions
        if explained != self.difference:
            text = Text(
                "las partes deben sumar la diferencia", "the parts must add up to the difference"
            )
            raise InconsistentError(Fault("parts", "sum", text))

    @property
    def difference(self) -> Fraction:
        """Points gained; negative where points were lost."""
        return self.after - self.before

    def _table(self, language: Language) -> Table:
        title = Text(
            "{unit}: de {before} a {after} puntos ({sign}{difference})",
            "{unit}: from {before} to {after} points ({sign}{difference})",
        ).format(
            unit=self.subject,
            before=shown_number(self.before),
            after=shown_number(self.after),
            sign="+" if self.difference > 0 else "",
            difference=shown_number(self.difference),
        )
        shown = largest_remainder(
            [*(part.total for part in self.parts), self.deductions],
            _PLACES,
            total=round_exact(self.difference, _PLACES),
        )
        rows = [
            (part.code, part.name.to(language), *_shown_shares(part), shown_number(points))
            for part, points in zip(self.parts, shown, strict=False)
            if part.total or part.before != part.after
        ]
        if self.deductions:
            label = Text("descuentos (compuerta)", "deductions (gate)").to(language)
            rows.append(("", label, "", "", shown_number(shown[-1])))
        return Table(title=title.to(language), header=_HEADER[language], rows=tuple(rows))

    def _records(self) -> list[dict[str, object]]:
        rows: list[dict[str, object]] = [
            {
                "subject": self.subject,
                "subcriterion": part.code,
                "before": part.before,
                "after": part.after,
                "rating": part.rating,
                "weight": part.weight,
                "presence": part.presence,
                "total": part.total,
            }
            for part in self.parts
        ]
        if self.deductions:  # of no subcriterion; with it the totals add up to the difference
            none = dict.fromkeys(("subcriterion", "before", "after", "rating", "weight"))
            total = self.deductions
            rows.append({"subject": self.subject, **none, "presence": None, "total": total})
        return rows


_HEADER = {
    Language.ES: ("clave", "nombre", "antes %", "después %", "puntos"),
    Language.EN: ("code", "name", "before %", "after %", "points"),
}


def _shown_shares(part: ChangePart) -> tuple[str, str]:
    before, after = (
        "" if share is None else shown_number(100 * share) for share in (part.before, part.after)
    )
    return before, after
