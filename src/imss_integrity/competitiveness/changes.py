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

from ..kernel.arguments import check_mapping
from ..kernel.errors import InconsistentError, must
from ..kernel.exact import exact_sum
from ..kernel.explanation import Aggregation, Part, Score
from ..kernel.fields import InstanceOf
from ..kernel.provenance import Status, merged_sources, weakest
from ..kernel.text import Text, join
from .change_results import Change, ChangePart
from .crosswalks import Crosswalk, later_codes, matched_codes
from .shapley import minimum_shares

__all__ = ["change"]

_ZERO = Fraction(0)


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
    imss_integrity.kernel.errors.InconsistentError: 'after' must speak of the same unit: ...
    """
    _check_pair(before, after)
    if crosswalk is not None:
        check_mapping("crosswalk", crosswalk)
    old, new = _by_code(before), _by_code(after)
    groups = matched_codes(old, new, _carried(crosswalk or {}, before, after))
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


def _check_pair(before: Score, after: Score) -> None:
    InstanceOf(Score).check("before", before)
    InstanceOf(Score).check("after", after)
    if before.subject != after.subject:
        rule = Text("hablar de la misma unidad", "speak of the same unit")
        raise InconsistentError(must("after", "foreign", rule, after.subject))
    if before.method is not after.method:
        rule = Text("usar el mismo método ({m})", "use the same method ({m})")
        rule = rule.format(m=before.method.label)
        raise InconsistentError(must("after", "method", rule, None))


def _by_code(score: Score) -> dict[str, Part]:
    return {leaf.code: leaf for leaf in score.leaves() if leaf.out_of}


def _carried(crosswalk: Crosswalk, before: Score, after: Score) -> Crosswalk:
    """Leave out what carries no points, because `reweight` gave them to others."""
    idle_old, idle_new = (
        {leaf.code for leaf in score.leaves()} - _by_code(score).keys() for score in (before, after)
    )
    carried: dict[str, list[str]] = {}
    for earlier, later in crosswalk.items():
        codes = [code for code in later_codes(later) if code not in idle_new]
        if earlier not in idle_old and (codes or not later):
            carried[earlier] = codes
    return carried


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
