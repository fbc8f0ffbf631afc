"""Classes of competitiveness, each with the strategy of its values: results as verbs give them."""

from __future__ import annotations

import attrs
from hypothesis import strategies as st

from ..competitiveness import (
    Adjustment,
    Assessment,
    Change,
    ChangePart,
    Consensus,
    Criterion,
    Disagreement,
    FallRule,
    Framework,
    Gate,
    IntegrityShare,
    Raise,
    Recognition,
    RecognitionStep,
    Requirement,
    Route,
    Stage,
    StageRule,
    StageScale,
    Standing,
    Subcriterion,
    YearResult,
    change,
    cheapest_route,
    consensus,
    recognize,
    score,
)
from ..kernel import Aggregation
from .competitiveness import (
    assessments,
    evaluator_sheets,
    frameworks,
    gates,
    route_costs,
    stage_scales,
    standings,
    year_results,
)
from .kernel import exact_numbers
from .ruled import Types, built, parts_of

__all__ = ["COMPETITIVENESS_TYPES"]


@st.composite
def _changes(draw: st.DrawFn) -> Change:
    framework, method = draw(frameworks()), draw(st.sampled_from(Aggregation))
    before, after = draw(assessments(framework)), draw(assessments(framework))
    later = attrs.evolve(after, unit=before.unit)
    scored = [score(one, missing="zero", method=method) for one in (before, later)]
    return change(*scored)


@st.composite
def _routes(draw: st.DrawFn) -> Route:
    """Give routes to any target within reach of what is offered, from none to all of it."""
    rated = draw(assessments(complete=True))
    costs = draw(route_costs(rated.framework))
    most = sum(
        sub.points * max([rated.ratings[sub.code] or 0, *costs.get(sub.code, {})])
        for sub in rated.framework.subcriteria
    )
    return cheapest_route(rated, costs=costs, target=draw(exact_numbers(0, 1)) * most / 100)


COMPETITIVENESS_TYPES: Types = {
    Adjustment: built(Adjustment),
    Assessment: assessments(),
    Change: _changes(),
    ChangePart: parts_of(_changes(), lambda one: one.parts),
    Consensus: st.builds(consensus, evaluator_sheets(), rule=st.sampled_from(StageRule)),
    Criterion: parts_of(frameworks(), lambda framework: framework.criteria),
    Disagreement: built(Disagreement),
    Framework: frameworks(),
    Gate: gates(),
    IntegrityShare: built(IntegrityShare),
    Raise: built(Raise),
    Recognition: st.builds(recognize, year_results(), on_fall=st.sampled_from(FallRule)),
    RecognitionStep: built(RecognitionStep),
    Requirement: built(Requirement),
    Route: _routes(),
    Stage: parts_of(stage_scales(), lambda scale: scale.stages),
    StageScale: stage_scales(),
    Standing: standings(),
    Subcriterion: parts_of(frameworks(), lambda framework: framework.subcriteria),
    YearResult: built(YearResult),
}
