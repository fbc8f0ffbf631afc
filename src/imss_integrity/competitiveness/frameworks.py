"""Evaluation frameworks as data: criteria, subcriteria and the points they carry.

Marcos de evaluación. The points and subcriteria of the Institute are not public, so a
framework is always an argument: bring your own from a spreadsheet, or use the reference
framework of the catalogue, which is the library's own and not official.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from operator import itemgetter
from typing import Self

import attrs

from ..kernel.arguments import repeated_codes
from ..kernel.canonical import digest
from ..kernel.errors import Fault, InconsistentError, must, raise_any
from ..kernel.fields import CODE, LABEL, Each, InstanceOf, OneOf, Optional
from ..kernel.plain import plain
from ..kernel.provenance import Source, Status, merged_sources, weakest
from ..kernel.text import Text
from ..kernel.values import Value
from .criteria import POINTS, Criterion, Subcriterion
from .framework_rows import criteria_of
from .stages import STAGES_2019, StageScale

__all__ = ["Framework"]

_DEFAULT_TOTAL = 1000

Percents = tuple[int | None, ...]


@attrs.frozen(kw_only=True, weakref_slot=False)
class Framework(Value):
    """What units are evaluated by: criteria whose points add up to a stated total.

    Marco de evaluación.

    Attributes:
        code: Code of the framework.
        name: Its name.
        version: Its version, such as ``2026``.
        criteria: At least one, in the order in which they are shown.
        total: All points; 1000 is customary in excellence models and is an own default.
        scale: The stages and the lattice in which subcriteria are rated.
        status: How far it can be trusted; a user's own framework is ``OWN``.
        source: What it rests on; ``None``: its author alone.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: Naming every criterion whose subcriteria do not add up, every
            repeated code and every reference to no other subcriterion, all at once.

    >>> rows = [{"criterion": "A", "criterion_points": 600, "subcriterion": "A1",
    ...          "subcriterion_points": 600, "name_es": "Planeación"},
    ...         {"criterion": "B", "criterion_points": 400, "subcriterion": "B1",
    ...          "subcriterion_points": 400, "name_es": "Procesos"}]
    >>> Framework.from_records(rows, version="2026").subcriteria[1].points
    400
    >>> Framework.from_records(rows[:1], version="2026")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: the points of the criteria must add up ...
    """

    code: str = attrs.field(validator=CODE)
    name: Text = attrs.field(validator=LABEL)
    version: str = attrs.field(validator=CODE)
    criteria: tuple[Criterion, ...] = attrs.field(validator=Each(InstanceOf(Criterion), least=1))
    total: int = attrs.field(default=_DEFAULT_TOTAL, validator=POINTS)
    scale: StageScale = attrs.field(default=STAGES_2019, validator=InstanceOf(StageScale))
    status: Status = attrs.field(default=Status.OWN, validator=OneOf(Status))
    source: Source | None = attrs.field(default=None, validator=Optional(InstanceOf(Source)))

    def __attrs_post_init__(self) -> None:
        raise_any(_faults(self), InconsistentError)

    @cached_property
    def subcriteria(self) -> tuple[Subcriterion, ...]:
        """All subcriteria, in order; ratings stand in the same order."""
        return tuple(sub for criterion in self.criteria for sub in criterion.subcriteria)

    @cached_property
    def positions(self) -> Mapping[str, int]:
        """Code of a subcriterion -> its place in *subcriteria*."""
        return {sub.code: place for place, sub in enumerate(self.subcriteria)}

    @cached_property
    def weights(self) -> tuple[tuple[int, Callable[[Percents], tuple[int, ...]]], ...]:
        """The points that subcriteria have, each with what picks their percents from all of them.

        Ponderaciones. Subcriteria often have the same points, so a total takes a product for
        each weight, not for each subcriterion. What is not rated is picked as ``None``.
        """
        places: dict[int, list[int]] = {}
        for place, sub in enumerate(self.subcriteria):
            places.setdefault(sub.points, []).append(place)
        # Of one place a slice, because `itemgetter` gives no tuple for a single one.
        return tuple(
            (points, itemgetter(*own) if len(own) > 1 else itemgetter(slice(own[0], own[0] + 1)))
            for points, own in places.items()
        )

    @cached_property
    def digest(self) -> str:
        """The digest of the whole definition, scale included."""
        return digest(plain(self, path="framework"))

    @property
    def identity(self) -> str:
        """Code and version, as results name the framework."""
        return f"{self.code} {self.version}"

    @property
    def weakest_status(self) -> Status:
        """The weaker of its own status and that of its scale."""
        return weakest((self.status, self.scale.status))

    @property
    def all_sources(self) -> tuple[Source, ...]:
        """Its source, where it has one, and that of its scale."""
        return merged_sources((self.scale.source,), (self.source,) if self.source else ())

    @classmethod
    def from_records(
        cls,
        rows: Iterable[Mapping[str, object]],
        *,
        version: str,
        code: str = "marco",
        name: Text | None = None,
        total: int = _DEFAULT_TOTAL,
        columns: Mapping[str, str] | None = None,
        scale: StageScale = STAGES_2019,
        source: Source | None = None,
        status: Status = Status.OWN,
    ) -> Self:
        """Make a framework from the rows of a spreadsheet or data frame.

        Marco desde filas. Columns: ``criterion, criterion_points, subcriterion,
        subcriterion_points, name_es, name_en``; other columns are ignored. A row without
        subcriterion names the criterion itself; the points of a criterion may stand in one
        of its rows only.

        Args:
            rows: Mappings from header to cell.
            version: Version of the framework.
            code: Code of the framework.
            name: Its name; ``None``: its code.
            total: What all points add up to.
            columns: Field -> header, for other headers.
            scale: The stages and the lattice in which subcriteria are rated.
            source: What it rests on.
            status: How far it can be trusted.

        Raises:
            InvalidValueError: Naming every bad row at once.
            InconsistentError: If points do not add up or codes are repeated.
        """
        return cls(
            code=code,
            name=name or Text(code),
            version=version,
            criteria=criteria_of(rows, columns=columns),
            total=total,
            scale=scale,
            source=source,
            status=status,
        )


def _faults(framework: Framework) -> Iterator[Fault]:
    """Go through all that does not fit together in *framework*."""
    for criterion in framework.criteria:
        subject = Text("los subcriterios de '{c}'", "the subcriteria of '{c}'")
        points = [sub.points for sub in criterion.subcriteria]
        yield from _sum_fault(subject.format(c=criterion.code), points, criterion.points)
    subject = Text("los criterios", "the criteria")
    yield from _sum_fault(subject, [c.points for c in framework.criteria], framework.total)
    yield from repeated_codes("criteria", (criterion.code for criterion in framework.criteria))
    subcriteria = [sub for criterion in framework.criteria for sub in criterion.subcriteria]
    yield from repeated_codes("subcriteria", (sub.code for sub in subcriteria))
    known = {sub.code for sub in subcriteria}
    for sub in subcriteria:
        for code in sub.cross_references:
            if code not in known or code == sub.code:
                rule = Text("nombrar otro subcriterio", "name another subcriterion")
                yield must(f"subcriteria[{sub.code}].cross_references", "unknown", rule, code)


def _sum_fault(subject: Text, points: list[int], stated: int) -> Iterator[Fault]:
    if sum(points) != stated:
        sentence = Text(
            "los puntos de {subject} deben sumar {stated}: suman {total}",
            "the points of {subject} must add up to {stated}: they add up to {total}",
        )
        text = sentence.format(subject=subject, stated=stated, total=sum(points))
        yield Fault("points", "sum", text)
