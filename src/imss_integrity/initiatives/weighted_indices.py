"""Indices made of several measures: weights are stated, and incidents take points away.

Índices compuestos. Compliance, perception and effort answer different questions, and
incidents are none of them: they meet in one number only by weights that somebody states.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from fractions import Fraction

import attrs

from ..kernel.arguments import members_of, repeated_codes
from ..kernel.errors import Fault, InconsistentError, InvalidValueError, must, raise_any, shown
from ..kernel.exact import exact_sum, shown_number
from ..kernel.explanation import Aggregation, Part, Score
from ..kernel.fields import CODE, LABEL, ExactNumber, OneOf
from ..kernel.provenance import Source, Status
from ..kernel.text import Text
from ..kernel.values import Value

__all__ = [
    "IndexComponent",
    "IndexDeduction",
    "IndexDimension",
    "balanced_index",
    "weighed",
]

_SHARE = ExactNumber(0, 1)
_LONGEST = 24  # characters of a sum in an error
_FULL = Fraction(100)
_OWN = Text("índice balanceado, propio, no oficial", "balanced index, own, not official")


class IndexDimension(StrEnum):
    """The question that a component answers (dimensión); incidents are deductions instead.

    Attributes:
        COMPLIANCE: Whether what has to be done is done.
        PERCEPTION: What people see and say.
        EFFORT: What is undertaken.
    """

    COMPLIANCE = "cumplimiento"
    PERCEPTION = "percepcion"
    EFFORT = "esfuerzo"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _DIMENSIONS[self]


_DIMENSIONS = {
    IndexDimension.COMPLIANCE: Text("cumplimiento", "compliance"),
    IndexDimension.PERCEPTION: Text("percepción", "perception"),
    IndexDimension.EFFORT: Text("esfuerzo", "effort"),
}


@attrs.frozen(kw_only=True, weakref_slot=False)
class IndexComponent(Value):
    """One measure that enters an index, with its weight.

    Componente.

    Attributes:
        code: Code, unique in the index.
        name: Its name.
        dimension: The question that it answers.
        share: What was measured, as a share of the most there is, 0 to 1, exact.
        weight: Its share of the index, 0 to 1, exact; the weights of all add up to 1.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    code: str = attrs.field(validator=CODE)
    name: Text = attrs.field(validator=LABEL)
    dimension: IndexDimension = attrs.field(validator=OneOf(IndexDimension))
    share: Fraction = attrs.field(validator=_SHARE)
    weight: Fraction = attrs.field(validator=_SHARE)


@attrs.frozen(kw_only=True, weakref_slot=False)
class IndexDeduction(Value):
    """Points that incidents take away.

    Deducción por incidentes.

    Attributes:
        code: Code, unique in the index.
        name: What for.
        points: How many, 0 or more, exact, in points of the index.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    code: str = attrs.field(validator=CODE)
    name: Text = attrs.field(validator=LABEL)
    points: Fraction = attrs.field(validator=ExactNumber(0))


def balanced_index(
    components: Iterable[IndexComponent],
    *,
    subject: str,
    deductions: Iterable[IndexDeduction] = (),
    sources: Iterable[Source] = (),
) -> Score:
    """Bring several measures into one index by stated weights, less what incidents take away.

    Índice balanceado (own, not official).

    Args:
        components: At least one, with weights that add up to exactly 1.
        subject: Code of what is judged, such as that of an institution.
        deductions: What incidents take away; none by default.
        sources: What the measures rest on.

    Returns:
        0 to 100 points, exact: the weighted mean less the deductions, never below 0. Each
        component is a part that says its dimension; each deduction is a negative part, cut
        in proportion where all of them together would go below 0.

    Raises:
        InvalidValueError: If there is no component, or an argument is of the wrong kind.
        InconsistentError: If two parts share a code, or the weights do not add up to 1.

    Source:
        Own, after the index of the Korean ACRC since 2022 (0.6 / 0.4 less deductions).

    >>> done = IndexComponent(code="programa", name=Text("Programa"), share=Fraction(30, 31),
    ...     dimension=IndexDimension.COMPLIANCE, weight=Fraction(3, 5))
    >>> seen = IndexComponent(code="encuesta", name=Text("Encuesta"), share=Fraction(3, 4),
    ...     dimension=IndexDimension.PERCEPTION, weight=Fraction(2, 5))
    >>> incident = IndexDeduction(code="quejas", name=Text("Quejas fundadas"), points=Fraction(2))
    >>> str(balanced_index([done, seen], subject="IMSS", deductions=[incident]))
    '86.06 de 100 puntos'
    >>> balanced_index([done], subject="IMSS")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: the weights of the components must add up to...
    """
    return weighed(
        members_of("components", components, IndexComponent),
        members_of("deductions", deductions, IndexDeduction),
        subject=subject,
        definition=_OWN,
        out_of=_FULL,
        status=Status.OWN,
        sources=members_of("sources", sources, Source),
    )


def weighed(
    components: Sequence[IndexComponent],
    deductions: Sequence[IndexDeduction],
    *,
    subject: str,
    definition: Text,
    out_of: Fraction,
    status: Status,
    sources: tuple[Source, ...],
) -> Score:
    """Give the weighted mean of *components* in points *out_of*, less *deductions*, from 0 up."""
    if not components:
        rule = Text("tener al menos un componente", "have at least one component")
        raise InvalidValueError(must("components", "empty", rule, 0))
    raise_any(_faults(components, deductions), InconsistentError)
    gained = [_component_part(one, out_of) for one in components]
    total = exact_sum(part.value for part in gained)
    asked = exact_sum(one.points for one in deductions)
    # Where less is left than is asked for, each deduction takes effect in proportion.
    effect = min(Fraction(1), total / asked) if asked else Fraction(1)
    value = total - asked * effect
    return Score(
        subject=subject,
        definition=definition.es,
        value=value,
        out_of=out_of,
        parts=(*gained, *(_deduction_part(one, effect) for one in deductions)),
        method=Aggregation.ARITHMETIC,
        lowest=value,
        highest=value,
        status=status,
        sources=sources,
    )


def _faults(
    components: Sequence[IndexComponent], deductions: Sequence[IndexDeduction]
) -> Iterator[Fault]:
    yield from repeated_codes("components", (one.code for one in components))
    own = {one.code for one in components}
    codes = (one.code for one in deductions)
    yield from repeated_codes("deductions", [*own, *codes])
    total = exact_sum(one.weight for one in components)
    if total != 1:
        sentence = Text(
            "las ponderaciones de los componentes deben sumar 1: suman {total}",
            "the weights of the components must add up to 1: they add up to {total}",
        )
        yield Fault("components", "sum", sentence.format(total=shown(total, _LONGEST)))


def _component_part(one: IndexComponent, out_of: Fraction) -> Part:
    note = Text("{dimension}; ponderación {weight}", "{dimension}; weight {weight}")
    return Part(
        code=one.code,
        name=one.name,
        value=one.weight * one.share * out_of,
        out_of=one.weight * out_of,
        share=one.share,
        note=note.format(dimension=one.dimension.label, weight=shown_number(one.weight, 3)),
    )


def _deduction_part(one: IndexDeduction, effect: Fraction) -> Part:
    note = Text("incidentes", "incidents")
    if effect < 1:
        words = Text(
            "incidentes; de {n} puntos, lo que cabe hasta 0",
            "incidents; out of {n} points, what fits down to 0",
        )
        note = words.format(n=shown_number(one.points))
    return Part(
        code=one.code,
        name=one.name,
        value=-one.points * effect,
        out_of=Fraction(0),
        note=note,
    )
