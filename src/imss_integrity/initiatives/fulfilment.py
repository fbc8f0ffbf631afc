"""Indices of fulfilled criteria, in the manner of the OECD: the share that is fulfilled.

Índices de cumplimiento de criterios. A criterion is fulfilled or not, and each weighs alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from fractions import Fraction

from ..kernel.arguments import members_of, repeated_codes
from ..kernel.errors import InconsistentError, InvalidValueError, MissingDataError, must, raise_any
from ..kernel.exact import exact_sum
from ..kernel.explanation import Aggregation, Part, Score
from ..kernel.fields import CODE, choice
from ..kernel.provenance import Source, Status
from ..kernel.text import Text
from .fulfilment_results import CriterionSide, FulfilmentCriterion, FulfilmentIndex

__all__ = ["UnknownCriteria", "fulfilment_index"]

_FULL = Fraction(100)
_OECD = Source(
    code="ocde-indicadores",
    title=Text("OCDE, Indicadores de Integridad Pública", "OECD Public Integrity Indicators"),
)


class UnknownCriteria(StrEnum):
    """What is done where it is not known whether a criterion is fulfilled (política).

    Attributes:
        REFUSE: No index is made.
        ZERO: It counts as not fulfilled; the index names it and says what could still be.
    """

    REFUSE = "refuse"
    ZERO = "zero"


def fulfilment_index(
    criteria: Iterable[FulfilmentCriterion],
    *,
    subject: str,
    unknown: UnknownCriteria | str = UnknownCriteria.REFUSE,
) -> FulfilmentIndex:
    """Count which share of the criteria is fulfilled, for the rules and for practice.

    Índice de cumplimiento: ``100 * fulfilled / criteria``, every criterion alike.

    Args:
        criteria: At least one, in any order.
        subject: Code of what is judged, such as that of an institution.
        unknown: What is done where a criterion is not known to be fulfilled or not.

    Returns:
        Two scores of 100 points, exact, with one part for each criterion; a side without
        criteria has none.

    Raises:
        InvalidValueError: If there is no criterion, or an argument is of the wrong kind.
        InconsistentError: If two criteria share a code.
        MissingDataError: If one is not known and that is refused; all are named.

    Source:
        OECD Public Integrity Indicators (share of fulfilled criteria); the parts are derived.

    >>> import attrs
    >>> rules = [FulfilmentCriterion(code=f"C{n}", name=Text("criterio"), fulfilled=n <= 5,
    ...     side=CriterionSide.DE_JURE) for n in range(1, 10)]
    >>> index = fulfilment_index(rules, subject="IMSS")
    >>> str(index.de_jure), index.de_facto
    ('55.56 de 100 puntos', None)
    >>> fulfilment_index([attrs.evolve(rules[0], fulfilled=None)], subject="IMSS")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.MissingDataError: 'fulfilled' must be known (unknown='zer...
    """
    CODE.check("subject", subject)
    policy = choice(UnknownCriteria, unknown, path="unknown")
    known = members_of("criteria", criteria, FulfilmentCriterion)
    if not known:
        rule = Text("tener al menos un criterio", "have at least one criterion")
        raise InvalidValueError(must("criteria", "empty", rule, 0))
    raise_any(repeated_codes("criteria", (one.code for one in known)), InconsistentError)
    if policy is UnknownCriteria.REFUSE:
        _refuse_unknown(known)
    de_jure, de_facto = (_score(subject, side, known) for side in CriterionSide)
    return FulfilmentIndex(
        subject=subject,
        de_jure=de_jure,
        de_facto=de_facto,
        status=Status.DERIVED,
        sources=(_OECD,),
    )


def _refuse_unknown(criteria: Sequence[FulfilmentCriterion]) -> None:
    rule = Text(
        "constar (unknown='zero' lo cuenta como no cumplido)",
        "be known (unknown='zero' counts it as not fulfilled)",
    )
    raise_any(
        (
            must(f"criteria[{place}].fulfilled", "missing", rule, None)
            for place, one in enumerate(criteria)
            if one.fulfilled is None
        ),
        MissingDataError,
    )


def _score(
    subject: str, side: CriterionSide, criteria: Sequence[FulfilmentCriterion]
) -> Score | None:
    own = [one for one in criteria if one.side is side]
    if not own:
        return None
    each = _FULL / len(own)
    parts = tuple(
        Part(
            code=one.code,
            name=one.name,
            value=each if one.fulfilled else Fraction(0),
            out_of=each,
            share=None if one.fulfilled is None else Fraction(one.fulfilled),
        )
        for one in own
    )
    value = exact_sum(part.value for part in parts)
    missing = tuple(part.code for part in parts if part.share is None)
    return Score(
        subject=subject,
        definition=side.label.es,
        value=value,
        out_of=_FULL,
        parts=parts,
        method=Aggregation.ARITHMETIC,
        lowest=value,
        highest=value + each * len(missing),
        missing=missing,
        status=Status.DERIVED,
        sources=(_OECD,),
    )
