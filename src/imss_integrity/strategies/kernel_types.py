"""Every error, and the classes of kernel and organisation, each with the strategy of its values."""

from __future__ import annotations

from typing import TypeVar

from hypothesis import strategies as st

from ..kernel import (
    Calendar,
    Commitment,
    DeadlineRule,
    Fault,
    FigureRatio,
    ImssIntegrityError,
    InconsistentError,
    InvalidValueError,
    MissingDataError,
    NotInForceError,
    OutOfReachError,
    Part,
    Period,
    PublishedFigure,
    Report,
    Rule,
    Score,
    Source,
    Table,
    Text,
    UmaValue,
    UnknownCodeError,
    ratio_of,
)
from ..organization import (
    BudgetKey,
    CentralLevel,
    Clues,
    Ooad,
    Subdelegation,
    Umae,
    Unit,
)
from ..privacy import NotPublishableError
from .kernel import (
    calendars,
    codes,
    commitments,
    names,
    periods,
    published_figures,
    rules,
    scores,
    sources,
    texts,
)
from .organization import budget_keys, clues, ooads, subdelegations, umaes, units
from .ruled import Types, built, parts_of

__all__ = ["KERNEL_TYPES"]

E = TypeVar("E", bound=ImssIntegrityError)

_ERRORS = (
    ImssIntegrityError,
    InconsistentError,
    InvalidValueError,
    MissingDataError,
    NotInForceError,
    NotPublishableError,
    OutOfReachError,
    UnknownCodeError,
)
_FAULTS = st.builds(Fault, codes(), codes(), texts())
_SOME_NAMES = st.lists(names(), max_size=2).map(tuple)


def _errors(kind: type[E]) -> st.SearchStrategy[E]:
    return st.lists(_FAULTS, min_size=1, max_size=3).map(lambda faults: kind(*faults))


@st.composite
def _tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(0, 3))
    row = st.tuples(*[names()] * width)
    return Table(
        title=draw(names()),
        lines=draw(_SOME_NAMES),
        header=draw(row),
        rows=tuple(draw(st.lists(row, max_size=3))) if width else (),
        notes=draw(_SOME_NAMES),
    )


KERNEL_TYPES: Types = {
    **{kind: _errors(kind) for kind in _ERRORS},
    Calendar: calendars(),
    Commitment: commitments(),
    DeadlineRule: built(DeadlineRule),
    Fault: _FAULTS,
    # A figure below 1 could make a ratio that no exact number of the library holds.
    FigureRatio: st.builds(
        ratio_of, published_figures(), published_figures().filter(lambda one: one.value >= 1)
    ),
    Part: parts_of(scores(), lambda score: score.parts),
    Period: periods(),
    PublishedFigure: published_figures(),
    Report: scores() | published_figures(),
    Rule: rules(),
    Score: scores(),
    Source: sources(),
    Table: _tables(),
    Text: texts(),
    UmaValue: built(UmaValue),
    BudgetKey: budget_keys(),
    CentralLevel: st.builds(CentralLevel),
    Clues: clues(),
    Ooad: ooads(),
    Subdelegation: subdelegations(),
    Umae: umaes(),
    Unit: units(),
}
