"""Selection processes: what is scored, by which weights, for how many seats, and how ties end.

Procesos de selección por mérito. Official weights and the rules for TAOD are not known, so
nothing here has a default that could pass for one of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from fractions import Fraction
from typing import Self

import attrs

from ..kernel.arguments import check_mapping, members_of, repeated_codes
from ..kernel.errors import Fault, InconsistentError, must, raise_any, shown
from ..kernel.exact import exact_sum, parse_exact
from ..kernel.fields import (
    CODE,
    LABEL,
    Each,
    ExactNumber,
    InstanceOf,
    OneOf,
    Optional,
    WholeNumber,
    choice,
)
from ..kernel.provenance import Source, Status
from ..kernel.text import Text
from ..kernel.values import Value

__all__ = ["Profile", "SelectionProcess", "SelectionStage", "TieRule"]

_LONGEST = 24  # characters of a sum in an error


class Profile(StrEnum):
    """The post that a process fills (perfil)."""

    TAOD = "taod"
    HEAD_OF_OOAD = "titular_ooad"
    COMPETITIVENESS_COORDINATOR = "coordinador_competitividad"

    @property
    def label(self) -> Text:
        """The name for people, in both languages; TAOD has no English one."""
        return _PROFILES[self]


_PROFILES = {
    Profile.TAOD: Text("TAOD"),
    Profile.HEAD_OF_OOAD: Text("titular de OOAD", "head of OOAD"),
    Profile.COMPETITIVENESS_COORDINATOR: Text(
        "coordinación de competitividad", "competitiveness coordinator"
    ),
}


class TieRule(StrEnum):
    """What decides between equal totals (regla de desempate); never chance, never a name.

    Attributes:
        BY_STAGES: The points of the named stages, one after the other; who is equal in all
            of them shares a place. Own, not official.
        SHARED: Nothing: equals share a place, and who called the process has to decide.
    """

    BY_STAGES = "por_etapas"
    SHARED = "lugar_compartido"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _TIE_RULES[self]


_TIE_RULES = {
    TieRule.BY_STAGES: Text("decide el puntaje por etapa", "the points by stage decide"),
    TieRule.SHARED: Text("comparten lugar", "they share a place"),
}
_STAGE_NAMES = {
    "examen": Text("Examen", "Exam"),
    "ensayo": Text("Ensayo", "Essay"),
    "entrevista": Text("Entrevista", "Interview"),
    "curriculum": Text("Currículum", "Curriculum"),
    "liderazgo": Text("Capacidad de liderazgo", "Leadership ability"),
}


@attrs.frozen(kw_only=True, weakref_slot=False)
class SelectionStage(Value):
    """One stage of a process, its weight, and the least that it asks for.

    Etapa de selección.

    Attributes:
        code: The Spanish word in ASCII, such as ``examen``.
        name: Its name.
        weight: Share of the total, 0 to 1, both included, exact; 0: it only sets a minimum
            or decides ties.
        minimum: Points from which on it is passed, 0 to 100, included; ``None``: none.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    code: str = attrs.field(validator=CODE)
    name: Text = attrs.field(validator=LABEL)
    weight: Fraction = attrs.field(validator=ExactNumber(0, 1))
    minimum: Fraction | None = attrs.field(default=None, validator=Optional(ExactNumber(0, 100)))


@attrs.frozen(kw_only=True, weakref_slot=False)
class SelectionProcess(Value):
    """A selection by merit: stages whose weights add up to exactly 1, seats, a rule for ties.

    Proceso de selección por mérito.

    Attributes:
        code: Its code, such as ``TOOAD-2026``.
        profile: The post that it fills.
        stages: At least one, in the order in which they are held.
        seats: How many seats it fills, 1 or more.
        tie_rule: What decides between equal totals.
        tie_stages: Codes of the stages that decide, in order, under ``BY_STAGES``; empty
            under ``SHARED``.
        status: How far the weights can be trusted; the official ones are not known, so
            ``OWN`` unless told.
        sources: What it rests on.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: If a code appears twice, the weights do not add up to exactly 1, or
            the tie stages do not fit the stages or the rule.

    >>> process = SelectionProcess.of({"examen": "0.4", "entrevista": "3/5"}, code="P-1",
    ...     profile="taod", seats=1, tie_rule="lugar_compartido")
    >>> [str(stage.name) for stage in process.stages], process.stages[1].weight
    (['Examen', 'Entrevista'], Fraction(3, 5))
    >>> SelectionProcess.of({"examen": "0.4", "entrevista": "0.5"}, code="P-1", profile="taod",
    ...     seats=1, tie_rule="lugar_compartido")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: the weights of 'P-1' must add up to 1: the...
    """

    code: str = attrs.field(validator=CODE)
    profile: Profile = attrs.field(validator=OneOf(Profile))
    stages: tuple[SelectionStage, ...] = attrs.field(
        validator=Each(InstanceOf(SelectionStage), least=1)
    )
    seats: int = attrs.field(validator=WholeNumber(1))
    tie_rule: TieRule = attrs.field(validator=OneOf(TieRule))
    tie_stages: tuple[str, ...] = attrs.field(default=(), validator=Each(CODE))
    status: Status = attrs.field(default=Status.OWN, validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(default=(), validator=Each(InstanceOf(Source)))

    def __attrs_post_init__(self) -> None:
        codes = [stage.code for stage in self.stages]
        faults = [
            *repeated_codes("stages", codes),
            *_weight_faults(self.code, self.stages),
            *repeated_codes("tie_stages", self.tie_stages),
            *_tie_faults(self.tie_rule, self.tie_stages, codes),
        ]
        raise_any(faults, InconsistentError)

    @classmethod
    def of(
        cls,
        weights: Mapping[str, object],
        *,
        code: str,
        profile: Profile | str,
        seats: int,
        tie_rule: TieRule | str,
        tie_stages: Iterable[str] = (),
        minimums: Mapping[str, object] | None = None,
    ) -> Self:
        """Make a process from *weights*: code of a stage -> its exact share of the total.

        Args:
            weights: ``int``, ``Fraction``, ``Decimal`` or text such as ``0.4``; in the order
                in which the stages are held. ``examen``, ``ensayo``, ``entrevista``,
                ``curriculum`` and ``liderazgo`` get their names; another stage is named by
                its code.
            code: As the attribute; so are the next four.
            profile: The member or its value.
            seats: How many seats.
            tie_rule: The member or its value.
            tie_stages: Codes of the stages that decide ties, in order.
            minimums: Code of a stage -> points from which on it is passed, 0 to 100.

        Raises:
            InconsistentError: If *minimums* names another stage; and as the constructor.
            InvalidValueError: As the constructor.
        """
        check_mapping("weights", weights)
        least: Mapping[str, object] = {} if minimums is None else minimums
        check_mapping("minimums", least)
        raise_any(_named_faults("weights", weights))
        raise_any(_foreign_faults("minimums", least, weights), InconsistentError)
        stages = (
            SelectionStage(
                code=stage,
                name=_STAGE_NAMES.get(stage, Text(stage)),
                weight=parse_exact(weight, path=f"weights[{stage}]"),
                minimum=_points_or_none(least.get(stage), stage),
            )
            for stage, weight in weights.items()
        )
        return cls(
            code=code,
            profile=choice(Profile, profile, path="profile"),
            stages=tuple(stages),
            seats=seats,
            tie_rule=choice(TieRule, tie_rule, path="tie_rule"),
            tie_stages=members_of("tie_stages", tie_stages, str),
        )


def _points_or_none(value: object, stage: str) -> Fraction | None:
    return None if value is None else parse_exact(value, path=f"minimums[{stage}]")


def _named_faults(path: str, codes: Iterable[object]) -> Iterator[Fault]:
    return (fault for code in codes if (fault := CODE.fault(path, code)) is not None)


def _foreign_faults(path: str, codes: Iterable[str], known: Iterable[str]) -> list[Fault]:
    rule = Text("nombrar etapas del proceso", "name stages of the process")
    stages = {*known}
    return [must(path, "foreign", rule, code) for code in codes if code not in stages]


def _weight_faults(code: str, stages: tuple[SelectionStage, ...]) -> Iterator[Fault]:
    total = exact_sum(stage.weight for stage in stages)
    if total != 1:
        sentence = Text(
            "las ponderaciones de '{code}' deben sumar 1: suman {total}",
            "the weights of '{code}' must add up to 1: they add up to {total}",
        )
        text = sentence.format(code=code, total=shown(total, _LONGEST))
        yield Fault("stages", "sum", text)


def _tie_faults(rule: TieRule, named: tuple[str, ...], codes: list[str]) -> Iterator[Fault]:
    yield from _foreign_faults("tie_stages", named, codes)
    if bool(named) != (rule is TieRule.BY_STAGES):
        text = Text(
            "'tie_stages' debe nombrar etapas bajo la regla 'por_etapas', y sólo bajo ella",
            "'tie_stages' must name stages under the rule 'por_etapas', and under it alone",
        )
        yield Fault("tie_stages", "tie_rule", text)
