"""The ratings of an assessment on the wire: percents by the code of their subcriterion.

Calificaciones. A subcriterion that is left out is not yet rated, and neither is ``null``.
"""

from __future__ import annotations

from collections.abc import Mapping
from operator import itemgetter
from typing import Any

from ..competitiveness.assessing import Assessment
from ..competitiveness.frameworks import Framework
from .defined import DefinedShape
from .listing import BAD, Listing
from .reading import Unsure
from .records import opened

__all__ = ["ASSESSMENT", "RatingsPlan"]


class RatingsPlan:
    """What ratings may be by one framework."""

    def __init__(self, framework: Framework) -> None:
        self._scale = framework.scale
        self._codes = tuple(sub.code for sub in framework.subcriteria)
        # One more than there are, so that it gives a tuple for one as well.
        self._pick = itemgetter(*self._codes, self._codes[0])
        on_lattice = (one for one in range(101) if self._scale.percent_fault("", one) is None)
        self._percents = bytes(on_lattice)

    def read(self, given: object, path: str, listing: Listing) -> Any:  # noqa: ANN401
        """Read them, listing every fault."""
        before = listing.found
        ratings = opened(given, self._codes, path, listing)
        if ratings is None:
            return BAD
        for code in self._codes:
            percent = ratings.get(code)
            fault = self._scale.percent_fault(f"{path}[{code}]", percent, subject=code)
            if percent is not None and fault is not None:
                listing.add(fault)
        return BAD if listing.found > before else tuple(map(ratings.get, self._codes))

    def quick(self, given: Any) -> tuple[object, ...]:  # noqa: ANN401
        """Read them, raising at the first fault."""
        if given.__class__ is not dict:
            raise Unsure
        if len(given) == len(self._codes):
            percents: tuple[Any, ...] = self._pick(given)[:-1]
        else:
            percents = tuple(map(given.get, self._codes))
            if sum(map(given.__contains__, self._codes)) != len(given):
                raise Unsure
        _refuse_strange(percents, self._percents)
        return percents


def _refuse_strange(percents: tuple[Any, ...], allowed: bytes) -> None:
    """Refuse what is no percent of *allowed*; in the interpreter's own loops."""
    rated = tuple(one for one in percents if one is not None) if None in percents else percents
    packed = bytes(rated)  # of whole numbers; what is none, or is no percent, raises
    if packed.translate(None, allowed):
        raise Unsure
    for truth in (False, True):  # which pass for 0 and 1
        at = packed.find(truth)
        while at >= 0:
            if rated[at] is truth:
                raise Unsure
            at = packed.find(truth, at + 1)


def _written(assessment: Assessment) -> Mapping[str, object]:
    codes, percents = assessment.framework.positions, assessment.percents
    if None not in percents:
        return dict(zip(codes, percents, strict=True))
    pairs = zip(codes, percents, strict=True)
    return {code: percent for code, percent in pairs if percent is not None}


ASSESSMENT: DefinedShape[Framework] = DefinedShape(
    cls=Assessment,
    kind=Framework,
    definition="framework",
    content="percents",
    key="ratings",
    plan=RatingsPlan,
    write=_written,
)
