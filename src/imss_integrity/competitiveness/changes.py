"""The change between two scores, split without residual.

Cambio entre dos puntajes. Points change because ratings change and because weights change.
Each subcriterion gets both parts, by midpoints, and what entered or left the framework gets
its own; the parts add up to the difference exactly. Under the minimum the ratings share the
change by Shapley value (see `shapley`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

import attrs

from ..kernel.errors import Fault, InconsistentError, must
from ..kernel.exact import exact_sum, largest_remainder, round_exact, shown_number
from ..kernel.explanation import Aggregation, Part, Score
from ..kernel.fields import CODE, LABEL, Each, ExactNumber, InstanceOf, OneOf, Optional
from ..kernel.provenance import Source, Status, merged_sources, weakest
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text, join
from ..kernel.values import Value
from .crosswalks import Crosswalk, matched_codes
from .shapley import minimum_shares

__all__ = ["Change", "ChangePart", "change"]

_PLACES = 2
_NUMBER = ExactNumber()
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
    name: Text = attrs.field(validator=LABEL)
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
        return [
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


_HEADER = {
    Language.ES: ("clave", "nombre", "antes %", "después %", "puntos"),
    Language.EN: ("code", "name", "before %", "after %", "points"),
}


def _shown_shares(part: ChangePart) -> tuple[str, str]:
    before, after = (
        "" if share is None else shown_number(100 * share) for share in (part.before, part.after)
    )
    return before, after


def change(before: Score, after: Score, *, crosswalk: Crosswalk | None = None) -> Change:
    """Explain the difference of two scores of one unit, subcriterion by subcriterion.

    Cambio sin residuo.

    Args:
        before: The earlier score.
        after: The later score, aggregated by the same method. The framework may differ.
        crosswalk: Code of an earlier subcriterion -> code or codes that took its place, for
            renamed, split and merged subcriteria. A code that stands on both sides needs
            none; what is matched by nothing has entered or left.

    Returns:
        A `Change` whose parts add up to the difference exactly. Arithmetic: the part of a
        rating is its change times the mean of both weights, that of a weight its change
        times the mean of both ratings. Minimum: ratings share the change of the lowest one
        by Shapley value.

    Raises:
        InconsistentError: If the scores speak of different units or use different methods,
            or the crosswalk names a code that is not there.

    Source:
        Own; midpoint decomposition and Shapley value are known methods.

    >>> from imss_integrity.catalog import EXAMPLE_ASSESSMENTS
    >>> from imss_integrity.competitiveness import score
    >>> last, this = (score(sheet) for sheet in EXAMPLE_ASSESSMENTS)
    >>> split = change(last, this)
    >>> sum(part.total for part in split.parts) == this.value - last.value
    True
    >>> change(last, attrs.evolve(this, subject="OTRA"))
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'after' must speak of the same unit and ...
    """
    if (before.subject, before.method) != (after.subject, after.method):
        rule = Text(
            "hablar de la misma unidad y usar el mismo método",
            "speak of the same unit and use the same method",
        )
        raise InconsistentError(must("after", "foreign", rule, after.subject))
    old, new = _by_code(before), _by_code(after)
    groups = matched_codes(old, new, crosswalk or {})
    pairs = [(_Side.of(old, codes), _Side.of(new, later)) for codes, later in groups]
    if before.method is Aggregation.MINIMUM:
        parts = _minimum_parts(pairs)
    else:
        parts = _arithmetic_parts(pairs)
    return Change(
        subject=before.subject,
        before=before.value,
        after=after.value,
        parts=tuple(parts),
        deductions=_deductions(after) - _deductions(before),
        status=weakest((before.status, after.status, Status.DERIVED)),
        sources=merged_sources(before.sources, after.sources),
    )


def _by_code(score: Score) -> dict[str, Part]:
    return {leaf.code: leaf for leaf in score.leaves() if leaf.out_of}


def _deductions(score: Score) -> Fraction:
    return exact_sum(leaf.value for leaf in score.leaves() if not leaf.out_of)


@attrs.frozen
class _Side:
    """The leaves of one score that stand together on one side of a group."""

    leaves: tuple[Part, ...]

    @classmethod
    def of(cls, parts: Mapping[str, Part], codes: Sequence[str]) -> _Side:
        return cls(tuple(parts[code] for code in codes))

    @property
    def weight(self) -> Fraction:
        return exact_sum(leaf.out_of for leaf in self.leaves)

    @property
    def mean(self) -> Fraction:
        """Share that the group earned; what is not rated earned nothing."""
        return exact_sum(leaf.value for leaf in self.leaves) / self.weight

    @property
    def lowest(self) -> Fraction:
        """Lowest share measured in the group; what is not rated counts as 0."""
        return min((leaf.share or _ZERO for leaf in self.leaves), default=Fraction(1))

    @property
    def shown(self) -> Fraction | None:
        rated = [leaf for leaf in self.leaves if leaf.share is not None]
        if not rated:
            return None
        weight = exact_sum(leaf.out_of for leaf in rated)
        return exact_sum(leaf.out_of * (leaf.share or _ZERO) for leaf in rated) / weight


_Pair = tuple[_Side, _Side]


def _part(pair: _Pair, *, rating: Fraction, weight: Fraction, presence: Fraction) -> ChangePart:
    before, after = pair
    named = after.leaves or before.leaves
    return ChangePart(
        code="+".join(leaf.code for leaf in named),
        name=join((leaf.name for leaf in named), " + "),
        before=before.shown,
        after=after.shown,
        rating=rating,
        weight=weight,
        presence=presence,
    )


def _arithmetic_parts(pairs: Sequence[_Pair]) -> Iterator[ChangePart]:
    for before, after in pairs:
        if not before.leaves or not after.leaves:
            came = exact_sum(leaf.value for leaf in after.leaves)
            went = exact_sum(leaf.value for leaf in before.leaves)
            yield _part((before, after), rating=_ZERO, weight=_ZERO, presence=came - went)
            continue
        rating = (before.weight + after.weight) / 2 * (after.mean - before.mean)
        weight = (before.mean + after.mean) / 2 * (after.weight - before.weight)
        yield _part((before, after), rating=rating, weight=weight, presence=_ZERO)


def _minimum_parts(pairs: Sequence[_Pair]) -> Iterator[ChangePart]:
    lows = [(before.lowest, after.lowest) for before, after in pairs]
    shares = minimum_shares(lows)
    total = exact_sum(before.weight + after.weight for before, after in pairs) / 2
    middle = (min(low for low, _ in lows) + min(low for _, low in lows)) / 2
    for (before, after), share in zip(pairs, shares, strict=True):
        carried = middle * (after.weight - before.weight)
        there = bool(before.leaves and after.leaves)
        yield _part(
            (before, after),
            rating=total * share,
            weight=carried if there else _ZERO,
            presence=_ZERO if there else carried,
        )
