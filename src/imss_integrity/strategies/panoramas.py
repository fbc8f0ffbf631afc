"""Strategies of the rooms that join others: tallies and small panoramas."""

from __future__ import annotations

import attrs
from hypothesis import strategies as st

from ..competitiveness import Framework, StageRule, score
from ..kernel import Score
from ..organization import Ooad, Unit
from ..rollup import Panorama, Tally, panorama
from .competitiveness import assessments, frameworks, standings
from .kernel import codes, published_figures, scores
from .organization import ooads, units
from .reaches import initiative_records

__all__ = ["joined_panoramas", "tallies"]

_MOST_UNITS = 4


def tallies() -> st.SearchStrategy[Tally]:
    """Give tallies (conteos): of nothing, of one unit, and sums of some."""
    one = st.builds(Tally.of, units(), st.none() | scores(), rule=st.sampled_from(StageRule))
    return st.lists(one, max_size=_MOST_UNITS).map(Tally.sum)


@st.composite
def joined_panoramas(draw: st.DrawFn) -> Panorama:
    """Give small panoramas (panoramas) of no unit to four, scored by one framework or not."""
    known = draw(st.lists(ooads(), min_size=1, max_size=3, unique_by=lambda ooad: ooad.code))
    members = [draw(_placed(known, code)) for code in draw(_distinct_codes())]
    framework = draw(frameworks())
    scored = [draw(_scores(one, framework)) for one in members if draw(st.booleans())]
    return panorama(
        members,
        _of_one_year(scored),
        ooads=known,
        figures=draw(st.lists(published_figures(), max_size=2)),
        initiatives=draw(st.lists(initiative_records(), max_size=1)),
        standing=draw(st.none() | standings()),
        rule=draw(st.sampled_from(StageRule)),
    )


def _distinct_codes() -> st.SearchStrategy[list[str]]:
    return st.lists(codes(), max_size=_MOST_UNITS, unique_by=str.lower)


@st.composite
def _placed(draw: st.DrawFn, known: list[Ooad], code: str) -> Unit:
    """Give a unit of one of the OOADs that are known, under its own code."""
    return attrs.evolve(draw(units()), code=code, parent=draw(st.sampled_from(known)))


def _scores(unit: Unit, framework: Framework) -> st.SearchStrategy[Score]:
    rated = assessments(framework).map(lambda one: attrs.evolve(one, unit=unit.code))
    return rated.map(lambda one: score(one, missing="zero"))


def _of_one_year(scored: list[Score]) -> list[Score]:
    """Give all of them the period of the first, so that they can be compared."""
    return [attrs.evolve(one, period=scored[0].period) for one in scored]
