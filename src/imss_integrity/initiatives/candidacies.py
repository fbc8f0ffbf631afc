"""Candidates: what they scored so far, under a code that gives nobody away.

Candidaturas. A stage without points is not yet scored, which is not 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Self

import attrs

from ..kernel.arguments import check_mapping, members_of, repeated_codes
from ..kernel.errors import Fault, InconsistentError, must, raise_any
from ..kernel.exact import parse_exact
from ..kernel.fields import CODE, Each, ExactNumber, InstanceOf, Optional
from ..kernel.pseudonymous import PSEUDONYM
from ..kernel.text import Text
from ..kernel.values import Value
from .processes import SelectionProcess

__all__ = ["Candidate", "StageScore", "candidate_misfits", "checked_candidates"]

_POINTS = ExactNumber(0, 100)


@attrs.frozen(kw_only=True, weakref_slot=False)
class StageScore(Value):
    """What was scored in one stage.

    Attributes:
        stage: Code of the stage.
        points: 0 to 100, both included, exact.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    stage: str = attrs.field(validator=CODE)
    points: Fraction = attrs.field(validator=_POINTS)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Candidate(Value):
    """One candidate of a process, with the points so far.

    Candidatura. ``repr`` shows the code alone.

    Attributes:
        code: A pseudonymous code with at least one digit, such as the folio of registration;
            never a name, CURP, RFC or social security number.
        scores: One `StageScore` for each stage that was scored; a stage that is left out is
            not yet scored, which is not 0.
        reached: Code of the last stage that the candidate took part in, scored or not;
            ``None``: the last one that was scored.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: If a stage was scored twice.

    >>> Candidate.of("C-017", {"examen": "85.5", "ensayo": None}).points
    {'examen': Fraction(171, 2)}
    >>> Candidate.of("XEXX010101HNEXXXA4", {})
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'code' must be a pseudonymous code with a ...
    """

    code: str = attrs.field(validator=PSEUDONYM)
    scores: tuple[StageScore, ...] = attrs.field(
        default=(), validator=Each(InstanceOf(StageScore)), repr=False
    )
    reached: str | None = attrs.field(default=None, validator=Optional(CODE), repr=False)

    def __attrs_post_init__(self) -> None:
        stages = (one.stage for one in self.scores)
        raise_any(repeated_codes("scores", stages), InconsistentError)

    @classmethod
    def of(cls, code: str, scores: Mapping[str, object], *, reached: str | None = None) -> Self:
        """Make a candidate from *scores*: code of a stage -> points.

        Points are ``int``, ``Fraction``, ``Decimal`` or text such as ``85.5``; ``None``: not
        yet scored.

        Raises:
            InvalidValueError: As the constructor; every point off 0 to 100 is named at once.
        """
        check_mapping("scores", scores)
        raise_any(fault for stage in scores if (fault := CODE.fault("scores", stage)) is not None)
        exact = {
            stage: parse_exact(points, path=f"scores[{stage}]")
            for stage, points in scores.items()
            if points is not None
        }
        found = (_POINTS.fault(f"scores[{stage}]", points) for stage, points in exact.items())
        raise_any(fault for fault in found if fault is not None)
        read = (StageScore(stage=stage, points=points) for stage, points in exact.items())
        return cls(code=code, scores=tuple(read), reached=reached)

    @property
    def points(self) -> dict[str, Fraction]:
        """Code of each stage that was scored -> its points."""
        return {one.stage: one.points for one in self.scores}

    def stages_reached(self, process: SelectionProcess) -> int:
        """Count the stages of *process* that the candidate took part in, in their order.

        Who took part in a stage took part in those before it.
        """
        InstanceOf(SelectionProcess).check("process", process)
        scored = {one.stage for one in self.scores} | {self.reached}
        places = [n for n, stage in enumerate(process.stages, start=1) if stage.code in scored]
        return max(places, default=0)


def checked_candidates(
    process: SelectionProcess, candidates: Iterable[Candidate]
) -> tuple[Candidate, ...]:
    """Give the candidates, each of whom fits *process*.

    Raises:
        InvalidValueError: If *process* or a candidate is of another class.
        InconsistentError: If two share a code, or one has points of a stage that the process
            lacks or that comes after the one that was reached. All are named at once, a
            misfit by its place.
    """
    InstanceOf(SelectionProcess).check("process", process)
    known = members_of("candidates", candidates, Candidate)
    faults = repeated_codes("candidates", (one.code for one in known))
    for place, candidate in enumerate(known):
        faults.extend(candidate_misfits(f"candidates[{place}]", process, candidate))
    raise_any(faults, InconsistentError)
    return known


def candidate_misfits(
    path: str, process: SelectionProcess, candidate: Candidate
) -> Iterator[Fault]:
    """Give a fault for everything at *path* in which *candidate* does not fit *process*."""
    places = {stage.code: place for place, stage in enumerate(process.stages)}
    named = [("scores", one.stage) for one in candidate.scores]
    if candidate.reached is not None:
        named.append(("reached", candidate.reached))
    foreign = [(field, stage) for field, stage in named if stage not in places]
    rule = Text("nombrar etapas del proceso", "name stages of the process")
    yield from (must(f"{path}.{field}", "foreign", rule, stage) for field, stage in foreign)
    if not foreign and candidate.reached is not None:
        last = max(places[stage] for _, stage in named)
        if places[candidate.reached] < last:
            late = Text("no preceder a una etapa con puntos", "not precede a stage that has points")
            yield must(f"{path}.reached", "order", late, candidate.reached)
