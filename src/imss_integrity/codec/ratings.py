"""The ratings of an assessment on the wire: percents by the code of their subcriterion.

Calificaciones. A subcriterion that is left out is not yet rated, and neither is ``null``.
"""

from __future__ import annotations

from operator import getitem, itemgetter
from typing import Any

from ..competitiveness.assessing import Assessment
from ..competitiveness.frameworks import Framework
from .defined import DefinedShape
from .doubt import Unsure
from .listing import BAD, Listing
from .records import opened
from .writers import Write, quoted

__all__ = ["ASSESSMENT", "RatingsPlan"]


class RatingsPlan:
    """What ratings may be by one framework."""

    def __init__(self, framework: Framework) -> None:
        self._scale = framework.scale
        self.codes: tuple[str, ...] = tuple(sub.code for sub in framework.subcriteria)
        # One more than there are, so that it gives a tuple for one as well.
        self._pick = itemgetter(*self.codes, self.codes[0])
        on_lattice = (one for one in range(101) if self._scale.percent_fault("", one) is None)
        self.percents: bytes = bytes(on_lattice)

    def read(self, given: object, path: str, listing: Listing) -> Any:  # noqa: ANN401
        """Read them, listing every fault."""
        before = listing.found
        ratings = opened(given, self.codes, path, listing)
        if ratings is None:
            return BAD
        for code in self.codes:
            percent = ratings.get(code)
            fault = self._scale.percent_fault(f"{path}[{code}]", percent, subject=code)
            if percent is not None and fault is not None:
                listing.add(fault)
        return BAD if listing.found > before else tuple(map(ratings.get, self.codes))

    def quick(self, given: Any) -> tuple[object, ...]:  # noqa: ANN401
        """Read them, raising at the first fault."""
        if given.__class__ is not dict:
            raise Unsure
        if len(given) == len(self.codes):
            percents: tuple[Any, ...] = self._pick(given)[:-1]
        else:
            percents = tuple(map(given.get, self.codes))
            if sum(map(given.__contains__, self.codes)) != len(given):
                raise Unsure
        _refuse_strange(percents, self.percents)
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


def _ratings_writer(framework: Framework) -> Write:
    """Give what writes percents as an object; all that may be said of a subcriterion is ready."""
    plan = RatingsPlan(framework)
    tables = [
        {None: "", **{percent: f",{quoted(code)}:{percent}" for percent in plan.percents}}
        for code in plan.codes
    ]
    pieces = "".join

    def write(percents: tuple[int | None, ...]) -> str:
        # Each piece begins with a comma; the first one goes.
        return f"{{{pieces(map(getitem, tables, percents))[1:]}}}"

    return write


ASSESSMENT: DefinedShape[Framework] = DefinedShape(
    cls=Assessment,
    kind=Framework,
    definition="framework",
    content="percents",
    key="ratings",
    plan=RatingsPlan,
    writer=_ratings_writer,
)
