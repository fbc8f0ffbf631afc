"""Several evaluators of one unit: how far they agree, and the assessment they agree on.

Consenso entre evaluadores. The proposal for each subcriterion is the lower median of its
ratings; raising or cutting it takes a reason. Agreement is measured on the individual sheets,
before any consensus, because agreed ratings are no longer independent.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

import attrs

from ..kernel.arguments import members_of, repeated_codes
from ..kernel.errors import (
    Fault,
    InconsistentError,
    InvalidValueError,
    MissingDataError,
    must,
    raise_any,
)
from ..kernel.exact import exact_sum
from ..kernel.fields import choice
from ..kernel.provenance import Status
from ..kernel.text import Text
from ..statistics import (
    DisagreementShares,
    MeasurementLevel,
    disagreement_shares,
    krippendorff_alpha,
)
from .assessing import AGREED, Assessment
from .chances import stage_chances
from .consensus_results import Adjustment, Consensus, Disagreement
from .scoring import score
from .stages import StageRule

__all__ = ["consensus"]

_Ratings = tuple[tuple[int | None, ...], ...]


def consensus(
    sheets: Iterable[Assessment],
    *,
    adjustments: Iterable[Adjustment] = (),
    rule: StageRule | str = StageRule.REACHED,
) -> Consensus:
    """Bring the assessments of several evaluators together into one that can be scored.

    Consenso.

    Args:
        sheets: Two or more assessments of one unit, period and framework, each by another
            evaluator; in any order.
        adjustments: Raises and cuts of the proposal, each with its reason.
        rule: How a total gets its stage, for the chances.

    Returns:
        The agreed assessment: for each subcriterion the lower median of its ratings, unless
        adjusted; not yet rated where nobody rated it. Beside it agreement, what drives the
        disagreement, the spread of the totals, and the chance of each stage.

    Raises:
        InvalidValueError: If there are fewer than two sheets, or one is already agreed.
        InconsistentError: If the sheets differ in unit, period or framework, an evaluator
            appears twice, or an adjustment repeats, names no subcriterion, changes nothing
            or lies off the lattice.

    Source:
        Own; Krippendorff's alpha is a known measure, and a form that justifies raises and
        cuts is known from FUNDIBEQ.

    >>> from imss_integrity.catalog import EXAMPLE_ASSESSMENTS
    >>> first = EXAMPLE_ASSESSMENTS[1]
    >>> second = attrs.evolve(first, evaluator="E2", percents=(60, *first.percents[1:]))
    >>> both = consensus([first, second])
    >>> both.agreed.percents[0], both.by_subcriterion[0].code
    (60, '1.1')
    >>> consensus([first])
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'sheets' must be at least two: got 1
    """
    given = members_of("sheets", sheets, Assessment)
    ordered = tuple(sorted(given, key=lambda sheet: sheet.evaluator))
    _check(ordered)
    first = ordered[0]
    ratings = tuple(sheet.percents for sheet in ordered)
    codes = [sub.code for sub in first.framework.subcriteria]
    columns = [[p for p in column if p is not None] for column in zip(*ratings, strict=True)]
    proposal = dict(zip(codes, (_lower_median(column) for column in columns), strict=True))
    asked = members_of("adjustments", adjustments, Adjustment)
    changes = tuple(sorted(asked, key=lambda one: one.subcriterion))
    _check_adjustments(first, changes, proposal)
    agreed = {**proposal, **{one.subcriterion: one.percent for one in changes}}
    shares = _shares(ratings)
    totals = [score(sheet, missing="zero") for sheet in ordered]
    chosen = choice(StageRule, rule, path="rule")
    return Consensus(
        agreed=attrs.evolve(first, evaluator=AGREED, percents=tuple(agreed[c] for c in codes)),
        proposal=tuple(proposal.items()),
        adjustments=changes,
        alpha_ordinal=_alpha(ratings, MeasurementLevel.ORDINAL),
        alpha_interval=_alpha(ratings, MeasurementLevel.INTERVAL),
        by_subcriterion=_ranked(
            Disagreement(code=code, share=share)
            for code, share in zip(codes, shares.by_unit, strict=True)
        ),
        by_evaluator=_ranked(
            Disagreement(code=sheet.evaluator, share=share, lean=_lean(ratings, place))
            for place, (sheet, share) in enumerate(zip(ordered, shares.by_observer, strict=True))
        ),
        lowest=min(total.lowest for total in totals),
        highest=max(total.highest for total in totals),
        chances=stage_chances(first.framework, columns, chosen) if all(columns) else (),
        rule=chosen,
        status=Status.OWN,
        sources=first.framework.all_sources,
    )


def _check(sheets: Sequence[Assessment]) -> None:
    if len(sheets) < 2:  # noqa: PLR2004 - one evaluator agrees with nobody
        rule = Text("ser al menos dos", "be at least two")
        raise InvalidValueError(must("sheets", "empty", rule, len(sheets)))
    if any(sheet.evaluator == AGREED for sheet in sheets):
        text = Text(
            "'sheets' debe llevar sólo hojas individuales: una ya es de consenso",
            "'sheets' must hold individual sheets only: one is already agreed",
        )
        raise InvalidValueError(Fault("sheets", "agreed", text))
    first = sheets[0]
    for what, same in (
        (Text("la unidad", "the unit"), all(s.unit == first.unit for s in sheets)),
        (Text("el periodo", "the period"), all(s.period == first.period for s in sheets)),
        (Text("el marco", "the framework"), all(s.framework == first.framework for s in sheets)),
    ):
        if not same:
            sentence = Text("'sheets' debe tener en común {what}", "'sheets' must share {what}")
            raise InconsistentError(Fault("sheets", "foreign", sentence.format(what=what)))

    repeated = repeated_codes("sheets", (sheet.evaluator for sheet in sheets))
    raise_any(repeated, InconsistentError)


def _check_adjustments(
    sheet: Assessment, adjustments: Sequence[Adjustment], proposal: dict[str, int | None]
) -> None:
    framework = sheet.framework
    foreign = Text("nombrar un subcriterio del marco", "name a subcriterion of the framework")
    twice = Text("ajustarse una vez", "be adjusted once")
    change = Text("cambiar la propuesta", "change the proposal")
    faults: list[Fault] = []
    seen: set[str] = set()
    for one in adjustments:
        code, path = one.subcriterion, f"adjustments[{one.subcriterion}]"
        if code not in framework.positions:
            faults.append(must("adjustments", "foreign", foreign, code))
        elif code in seen:
            faults.append(must(path, "duplicate", twice, one.percent, subject=code))
        elif one.percent == proposal[code]:
            faults.append(must(path, "no_change", change, one.percent, subject=code))
        elif (fault := framework.scale.percent_fault(path, one.percent)) is not None:
            faults.append(fault)
        seen.add(code)
    raise_any(faults, InconsistentError)


def _lower_median(percents: Sequence[int]) -> int | None:
    """Give the middle rating; of two middle ones the lower, which is on the lattice."""
    return sorted(percents)[(len(percents) - 1) // 2] if percents else None


def _alpha(ratings: _Ratings, level: MeasurementLevel) -> float | None:
    try:
        return krippendorff_alpha(ratings, level=level)
    except (MissingDataError, InconsistentError):  # nothing to compare, or nothing differs
        return None


def _shares(ratings: _Ratings) -> DisagreementShares:
    try:
        return disagreement_shares(ratings)
    except MissingDataError:  # no subcriterion has two ratings
        zero = (Fraction(0),)
        return DisagreementShares(by_unit=zero * len(ratings[0]), by_observer=zero * len(ratings))


def _lean(ratings: _Ratings, place: int) -> Fraction | None:
    """Give the mean distance of one evaluator from the mean of the others, in points."""
    distances: list[Fraction] = []
    for column in zip(*ratings, strict=True):
        own = column[place]
        others = [p for i, p in enumerate(column) if i != place and p is not None]
        if own is not None and others:
            distances.append(own - Fraction(sum(others), len(others)))
    return exact_sum(distances) / len(distances) if distances else None


def _ranked(drivers: Iterable[Disagreement]) -> tuple[Disagreement, ...]:
    return tuple(sorted(drivers, key=lambda one: (-one.share, one.code)))
