"""Compliance of many programmes at once, from one column for each field of their lines.

Cumplimiento de muchos programas. Both readings, each exact and by itself; they are never mixed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import lcm

import attrs
import numpy as np
from numpy.typing import ArrayLike

from ..initiatives import ComplianceReading, TargetKind
from ..kernel.errors import InconsistentError, InvalidValueError, must, raise_any
from ..kernel.exact import shown_number
from ..kernel.fields import CODE, MAX_WHOLE, Each, ExactNumber, InstanceOf, OneOf, choice
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value
from .arrays import Whole, check_lengths, raise_rows, sums_by, whole_column
from .reading_codes import code_list, place_column

__all__ = ["ProgrammeShares", "comply_programmes"]

_SHARES = Each(ExactNumber(0, 1))
_LARGEST = 2**63 - 1


@attrs.frozen(kw_only=True, weakref_slot=False)
class ProgrammeShares(Report, Value):
    """How far each of many programmes is met, under both readings, exact.

    Cumplimiento por programa.

    Attributes:
        programmes: Their codes, in order.
        lines_met: Share of each, 0 to 1, where a line counts when its target is reached.
        mean_progress: Share of each, 0 to 1, where a line counts as far as it is reached.
        status: ``OWN``: both readings are proposals.
        sources: None.
    """

    programmes: tuple[str, ...] = attrs.field(validator=Each(CODE))
    lines_met: tuple[Fraction, ...] = attrs.field(validator=_SHARES)
    mean_progress: tuple[Fraction, ...] = attrs.field(validator=_SHARES)
    status: Status = attrs.field(default=Status.OWN, validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(default=(), validator=Each(InstanceOf(Source)))

    def shares(self, reading: ComplianceReading | str) -> tuple[Fraction, ...]:
        """Give the share of each programme, 0 to 1, exact, under one reading."""
        chosen = choice(ComplianceReading, reading, path="reading")
        return self.lines_met if chosen is ComplianceReading.LINES_MET else self.mean_progress

    def _table(self, language: Language) -> Table:
        title = Text("Cumplimiento de {n} programas", "Compliance of {n} programmes")
        shares = zip(self.programmes, self.lines_met, self.mean_progress, strict=True)
        code = Text("programa", "programme").to(language)
        return Table(
            title=title.format(n=len(self.programmes)).to(language),
            header=(code, *(f"{one.label.to(language)} %" for one in ComplianceReading)),
            rows=tuple(
                (code, shown_number(100 * met), shown_number(100 * mean))
                for code, met, mean in shares
            ),
        )

    def _records(self) -> list[dict[str, object]]:
        return [
            {
                "programme": code,
                ComplianceReading.LINES_MET.value: met,
                ComplianceReading.MEAN_PROGRESS.value: mean,
                "status": self.status.value,
            }
            for code, met, mean in zip(
                self.programmes, self.lines_met, self.mean_progress, strict=True
            )
        ]


def comply_programmes(
    programmes: Iterable[str],
    *,
    programme: ArrayLike,
    target: ArrayLike,
    advance: ArrayLike,
    weight: ArrayLike | None = None,
    target_kind: TargetKind | str = TargetKind.WHOLE,
) -> ProgrammeShares:
    """Say how far many programmes are met, from one row for each of their lines.

    Cumplimiento de muchos programas. As `initiatives.compliance` of each, under both readings.
    Time is linear in the lines, but for one sort.

    Args:
        programmes: Codes of the programmes, none twice, each with at least one line.
        programme: Of each line, the code of its programme or its position in *programmes*.
        target: Meta of each line, whole, 1 to 2^53 - 1, in a unit of its own.
        advance: Avance, whole, 0 or more, in the same unit.
        weight: What each line weighs in its programme, whole, 1 or more; ``None``: all the same.
        target_kind: Whether targets can be passed; they cannot, unless told.

    Returns:
        The share of each programme under each reading, exact.

    Raises:
        InvalidValueError: If a column breaks its range, by row; or a weight times an advance
            reaches 2^63.
        InconsistentError: If columns differ in length, a programme has no line, or an advance
            exceeds a target that is the whole.

    Source:
        Own; as `initiatives.compliance`.

    >>> shares = comply_programmes(["P-1", "P-2"], programme=["P-1", "P-1", "P-2"],
    ...     target=[1, 3, 100], advance=[1, 2, 0])
    >>> shares.lines_met, shares.mean_progress
    ((Fraction(1, 2), Fraction(0, 1)), (Fraction(5, 6), Fraction(0, 1)))
    >>> comply_programmes(["P-1"], programme=[0], target=[0], advance=[0])
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'target[0]' must be from 1 to 9007199254740...
    """
    codes = code_list("programmes", programmes)
    kind = choice(TargetKind, target_kind, path="target_kind")
    place = place_column("programme", programme, codes, book="programmes")
    aims = whole_column("target", target, low=1, high=MAX_WHOLE)
    reached = whole_column("advance", advance, low=0, high=MAX_WHOLE)
    weights = (
        np.ones(len(aims), dtype=np.int64)
        if weight is None
        else whole_column("weight", weight, low=1, high=MAX_WHOLE)
    )
    check_lengths({"programme": place, "target": aims, "advance": reached, "weight": weights})
    _check(codes, place, aims, reached, kind)
    counted = np.minimum(reached, aims)
    _check_products(weights, counted)
    carried = sums_by(place, weights, len(codes))
    met = sums_by(place, np.where(counted == aims, weights, 0), len(codes))
    means = _progress(place, aims, weights * counted, len(codes))
    return ProgrammeShares(
        programmes=codes,
        lines_met=tuple(map(Fraction, met, carried)),
        mean_progress=tuple(map(_divided, means, carried)),
    )


def _check(
    codes: tuple[str, ...], place: Whole, target: Whole, advance: Whole, kind: TargetKind
) -> None:
    empty = Text("tener al menos una línea", "have at least one line")
    counts = np.bincount(place, minlength=len(codes))
    bare = (must(f"programmes[{i}]", "empty", empty, 0) for i in np.flatnonzero(counts == 0))
    raise_any(bare, InconsistentError)
    if kind is TargetKind.WHOLE:
        rule = Text("ser a lo más la meta, que es el total", "not exceed the target, the whole")
        raise_rows(
            advance > target,
            lambda row: must(f"advance[{row}]", "range", rule, int(advance[row])),
            InconsistentError,
        )


def _check_products(weights: Whole, counted: Whole) -> None:
    if int(weights.max(initial=0)) * int(counted.max(initial=0)) > _LARGEST:
        rule = Text(
            "dar menos de 2^63 por el mayor avance", "give less than 2^63 times the largest advance"
        )
        raise InvalidValueError(must("weight", "range", rule, None))


def _progress(place: Whole, target: Whole, counted: Whole, count: int) -> Iterator[Fraction]:
    """Add what counts of each line by its target, by programme: one division for each target."""
    order = np.lexsort((target, place))
    places, targets = place[order], target[order]
    is_first = np.ones(len(order), dtype=np.bool_)
    is_first[1:] = (np.diff(places) != 0) | (np.diff(targets) != 0)
    sums = sums_by(np.cumsum(is_first) - 1, counted[order], int(is_first.sum()))
    terms: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    for at, aim, total in zip(places[is_first], targets[is_first], sums, strict=True):
        terms[int(at)].append((total, int(aim)))
    for own in terms:
        common = lcm(*(aim for _, aim in own))
        yield Fraction(sum(total * (common // aim) for total, aim in own), common)


def _divided(total: Fraction, weight: int) -> Fraction:
    return total / weight
