"""The integrity gate: no strength elsewhere makes up for missing integrity.

Compuerta de integridad. The score is capped by the integrity requirement that is met least.
Own proposal, not official.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Self

import attrs

from ..kernel.arguments import check_mapping, repeated_codes
from ..kernel.errors import InconsistentError, MissingDataError, must, raise_any
from ..kernel.exact import parse_exact, shown_number
from ..kernel.explanation import Part, Score
from ..kernel.fields import CODE, LABEL, Each, ExactNumber, InstanceOf, OneOf
from ..kernel.provenance import Source, Status, merged_sources, weakest
from ..kernel.text import Text
from ..kernel.values import Value

__all__ = ["Gate", "IntegrityShare", "Requirement", "Standing", "apply_gate"]

_SHARE = ExactNumber(0, 1)


@attrs.frozen(kw_only=True, weakref_slot=False)
class IntegrityShare(Value):
    """How far one integrity requirement is met.

    Attributes:
        code: Code of the requirement, such as ``programa``.
        share: 0 (not at all) to 1 (fully), both included, exact.
    """

    code: str = attrs.field(validator=CODE)
    share: Fraction = attrs.field(validator=_SHARE)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Standing(Value):
    """The integrity standing of a unit: how far each requirement is met.

    Situación de integridad. A plain value; the panorama makes it from programmes, risks and
    screenings, and anyone may make it from what they know.

    Attributes:
        shares: One `IntegrityShare` for each requirement that is known.
        status: How far it can be trusted.
        sources: What it rests on.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: If a requirement appears twice.

    >>> Standing.of({"programa": "60/62"}).shares[0].share
    Fraction(30, 31)
    >>> Standing.of({"programa": 2})
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'programa' must be at most 1: got 2
    """

    shares: tuple[IntegrityShare, ...] = attrs.field(validator=Each(InstanceOf(IntegrityShare)))
    status: Status = attrs.field(default=Status.OWN, validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(default=(), validator=Each(InstanceOf(Source)))

    def __attrs_post_init__(self) -> None:
        raise_any(repeated_codes("shares", (one.code for one in self.shares)), InconsistentError)

    @classmethod
    def of(cls, shares: Mapping[str, object], *, status: Status = Status.OWN) -> Self:
        """Make a standing from code -> exact share (``int``, ``Fraction``, ``Decimal``, text)."""
        check_mapping("shares", shares)
        exact = {code: parse_exact(share, path=code) for code, share in shares.items()}
        raise_any(fault for code, share in exact.items() if (fault := _SHARE.fault(code, share)))
        read = (IntegrityShare(code=code, share=share) for code, share in exact.items())
        return cls(shares=tuple(read), status=status)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Requirement(Value):
    """One thing that integrity asks of a unit, and from where on it is enough.

    Attributes:
        code: Its code.
        name: Its name.
        full: Share from which it no longer limits the score; above 0, up to 1 included.
    """

    code: str = attrs.field(validator=CODE)
    name: Text = attrs.field(validator=LABEL)
    full: Fraction = attrs.field(default=Fraction(1), validator=ExactNumber(Fraction(1, 1000), 1))


@attrs.frozen(kw_only=True, weakref_slot=False)
class Gate(Value):
    """An integrity gate: a cap on scores, set by the requirement that is met least.

    Compuerta de integridad. The cap is all points times the lowest of share / full over the
    requirements, at most 1: it rises with every share, is 0 where a share is 0, and does not
    bind once every requirement is full.

    Attributes:
        code: Its code; the part of a score that it makes bears this code.
        name: Its name.
        requirements: At least one.
        status: How far it can be trusted; a gate is a proposal, so ``OWN`` unless told.
        sources: What it rests on.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: If a requirement appears twice.
    """

    code: str = attrs.field(validator=CODE)
    name: Text = attrs.field(validator=LABEL)
    requirements: tuple[Requirement, ...] = attrs.field(
        validator=Each(InstanceOf(Requirement), least=1)
    )
    status: Status = attrs.field(default=Status.OWN, validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(default=(), validator=Each(InstanceOf(Source)))

    def __attrs_post_init__(self) -> None:
        codes = (one.code for one in self.requirements)
        raise_any(repeated_codes("requirements", codes), InconsistentError)

    def weakest_requirement(self, standing: Standing) -> tuple[Fraction, Requirement]:
        """Give the cap as a share of all points, 0 to 1, and the requirement that sets it.

        Raises:
            MissingDataError: Naming every requirement that *standing* does not tell.
            InconsistentError: Naming every share of *standing* that no requirement asks for.
        """
        InstanceOf(Standing).check("standing", standing)
        known = {one.code: one.share for one in standing.shares}
        asked = {requirement.code for requirement in self.requirements}
        rule = Text("constar en la situación", "be told by the standing")
        raise_any(
            (
                must(
                    f"standing[{requirement.code}]", "missing", rule, None, subject=requirement.code
                )
                for requirement in self.requirements
                if requirement.code not in known
            ),
            MissingDataError,
        )
        alien = Text("ser un requisito de la compuerta", "be a requirement of the gate")
        raise_any(
            (must("standing", "foreign", alien, code) for code in known if code not in asked),
            InconsistentError,
        )
        met = [(min(Fraction(1), known[one.code] / one.full), one) for one in self.requirements]
        return min(met, key=lambda pair: pair[0])


def apply_gate(score: Score, standing: Standing, gate: Gate) -> Score:
    """Cap *score* by the integrity *standing* of the unit.

    Compuerta de integridad: ``min(score, cap(standing))``.

    Args:
        score: The score; one that already passed this gate comes out as it is.
        standing: How far each requirement of the gate is met.
        gate: The requirements.

    Returns:
        The score with one more part, the gate's: 0 where it passes, negative where it takes
        points away. Never above *score*, never lower for more integrity; its reachable range
        is capped alike. Its status is at best that of the gate.

    Raises:
        MissingDataError: If the standing does not tell a requirement: what is not known is
            neither 0 nor full.
        InconsistentError: If the standing tells what the gate does not ask, or a criterion
            bears the code of the gate.

    Source:
        Own; the Institute's model names integrity and ethics as its approach (reported, El
        Heraldo de México 2023), and says nothing of a cap.

    >>> from imss_integrity.catalog import EXAMPLE_ASSESSMENTS, REFERENCE_GATE
    >>> from imss_integrity.competitiveness import score
    >>> raw = score(EXAMPLE_ASSESSMENTS[1])
    >>> none = Standing.of({"cuestionarios": 0, "programa": 1, "riesgos": 1})
    >>> apply_gate(raw, none, REFERENCE_GATE).value
    Fraction(0, 1)
    >>> apply_gate(raw, Standing.of({"programa": 1, "riesgos": 1}), REFERENCE_GATE)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.MissingDataError: 'cuestionarios' must be told by the standing...
    """
    InstanceOf(Score).check("score", score)
    InstanceOf(Standing).check("standing", standing)
    InstanceOf(Gate).check("gate", gate)
    cap, requirement = gate.weakest_requirement(standing)
    limit = cap * score.out_of
    value = min(score.value, limit)
    earlier = next((part for part in score.parts if part.code == gate.code), None)
    if earlier is not None and earlier.out_of:
        rule = Text("no ser la clave de un criterio", "not be the code of a criterion")
        raise InconsistentError(must("gate", "duplicate", rule, gate.code))
    part = Part(
        code=gate.code,
        name=gate.name,
        value=value - score.value + (earlier.value if earlier else 0),
        out_of=Fraction(0),
        note=_note(cap, limit, requirement),
    )
    if earlier is not None and value == score.value:
        part = earlier  # what took the points away before is still the reason
    others = tuple(one for one in score.parts if one is not earlier)
    return attrs.evolve(
        score,
        value=value,
        parts=(*others, part),
        lowest=min(score.lowest, limit),
        highest=min(score.highest, limit),
        status=weakest((score.status, standing.status, gate.status)),
        sources=merged_sources(score.sources, standing.sources, gate.sources),
    )


def _note(cap: Fraction, limit: Fraction, requirement: Requirement) -> Text:
    if cap == 1:
        return Text("cumplida: no limita", "met: no limit")
    sentence = Text("tope de {limit} puntos por '{name}'", "cap of {limit} points set by '{name}'")
    return sentence.format(limit=shown_number(limit), name=requirement.name)
