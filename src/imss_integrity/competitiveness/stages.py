"""The maturity stages of a subcriterion, their lattice, and the stage of an average.

Etapas de madurez. The table of 2019 gives five stages in steps of 5 %. Its ranges leave gaps
(20 to 25, 40 to 45 ...), so an average has an official stage only where it falls inside a
range; reading gaps otherwise is a choice that must be named.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

import attrs

from ..kernel.errors import Fault, InconsistentError, InvalidValueError, must
from ..kernel.exact import parse_whole
from ..kernel.explanation import Score
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

__all__ = ["STAGES_2019", "Stage", "StageRule", "StageScale", "stage_of"]

_PERCENT = WholeNumber(0, 100)
_SHARE = ExactNumber(0, 1)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Stage(Value):
    """One stage of maturity.

    Etapa.

    Attributes:
        code: The Spanish word in ASCII, such as ``diseno`` (own).
        name: Its name.
        low: Lowest percent, included, 0 to 100.
        high: Highest percent, included, 0 to 100.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    code: str = attrs.field(validator=CODE)
    name: Text = attrs.field(validator=LABEL)
    low: int = attrs.field(validator=_PERCENT)
    high: int = attrs.field(validator=_PERCENT)


class StageRule(StrEnum):
    """How the stage of an average is decided (regla de etapa para promedios).

    Attributes:
        IN_RANGE: The ranges of the table, literally: an average in a gap has no stage.
        REACHED: The highest stage whose lowest percent is reached: a gap belongs to the
            stage below it. Own, not official.
    """

    IN_RANGE = "en_rango"
    REACHED = "alcanzada"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _RULE_LABELS[self]


_RULE_LABELS = {
    StageRule.IN_RANGE: Text("dentro del rango de la tabla", "inside the range of the table"),
    StageRule.REACHED: Text(
        "límite inferior alcanzado; propia, no oficial", "lower end reached; own, not official"
    ),
}


@attrs.frozen(kw_only=True, weakref_slot=False)
class StageScale(Value):
    """Stages that follow each other on a lattice of percents.

    Escala de madurez. Every multiple of *step* from 0 to 100 lies in exactly one stage.

    Attributes:
        code: Code of the scale.
        stages: The stages, in order, from 0 to 100.
        step: Distance of two allowed percents: 1 to 100, a divisor of 100.
        source: What it rests on.
        status: How far it can be trusted.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: If the stages do not tile the lattice, or two share a code.

    >>> STAGES_2019.stage_at(STAGES_2019.parse_percent("60")).code
    'consolidado'
    >>> STAGES_2019.parse_percent(22)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'percent' must be a multiple of 5 from 0 ...
    """

    code: str = attrs.field(validator=CODE)
    stages: tuple[Stage, ...] = attrs.field(validator=Each(InstanceOf(Stage), least=1))
    step: int = attrs.field(validator=WholeNumber(1, 100))
    source: Source = attrs.field(validator=InstanceOf(Source))
    status: Status = attrs.field(validator=OneOf(Status))

    def __attrs_post_init__(self) -> None:
        ends = [(stage.low, stage.high) for stage in self.stages]
        joined = all(later[0] == earlier[1] + self.step for earlier, later in pairwise(ends))
        ordered = all(low <= high and high % self.step == 0 for low, high in ends)
        if not joined or not ordered or ends[0][0] != 0 or ends[-1][1] != 100:  # noqa: PLR2004 - %
            text = Text(
                "las etapas deben cubrir de 0 a 100 sin huecos ni traslapes en la retícula",
                "stages must tile the lattice from 0 to 100 without gap or overlap",
            )
            raise InconsistentError(Fault("stages", "gap", text))
        if len({stage.code for stage in self.stages}) < len(self.stages):
            text = Text(
                "las claves de las etapas deben ser distintas",
                "the codes of the stages must be distinct",
            )
            raise InconsistentError(Fault("stages", "duplicate", text))

    def percent_fault(self, path: str, value: object, *, subject: str = "") -> Fault | None:
        """Say what is wrong with *value* as a percent of the lattice; ``None``: nothing.

        Args:
            path: Where *value* was found.
            value: What was found.
            subject: What the message calls it; empty: the last field of *path*.
        """
        if type(value) is int and 0 <= value <= 100 and value % self.step == 0:  # noqa: PLR2004 - %
            return None
        rule = Text(
            "ser un múltiplo de {step} de 0 a 100 (no se redondea)",
            "be a multiple of {step} from 0 to 100 (nothing is rounded)",
        )
        return must(path, "lattice", rule.format(step=self.step), value, subject=subject)

    def parse_percent(self, value: object, *, path: str = "percent") -> int:
        """Read a percent of the lattice from an ``int`` or its text; refuse any other.

        Raises:
            InvalidValueError: If *value* is no whole number or lies off the lattice.
        """
        percent = parse_whole(value, path=path)
        if (fault := self.percent_fault(path, percent)) is not None:
            raise InvalidValueError(fault)
        return percent

    def stage_at(self, percent: int) -> Stage:
        """Give the stage of a *percent* of the lattice.

        Raises:
            InvalidValueError: If *percent* lies off the lattice.
        """
        known = self.parse_percent(percent)
        return next(stage for stage in self.stages if known <= stage.high)

    def stage_of_share(self, share: Fraction, rule: StageRule | str) -> Stage | None:
        """Give the stage of a *share*, 0 to 1, under *rule*; ``None``: it has no stage.

        Raises:
            InvalidValueError: If *share* is no ``Fraction`` from 0 to 1, or *rule* no rule.
        """
        _SHARE.check("share", share)
        percent = 100 * share
        chosen = choice(StageRule, rule, path="rule")
        reached = [stage for stage in self.stages if stage.low <= percent]
        highest = reached[-1] if reached else None
        if highest and percent > highest.high and chosen is StageRule.IN_RANGE:
            return None
        return highest

    def next_stage(self, share: Fraction) -> Stage | None:
        """Give the first stage whose lowest percent *share*, 0 to 1, has not reached."""
        _SHARE.check("share", share)
        return next((stage for stage in self.stages if stage.low > 100 * share), None)


def stage_of(
    score: Score,
    *,
    rule: StageRule | str = StageRule.REACHED,
    scale: StageScale | None = None,
) -> Stage | None:
    """Give the stage of a total, under a named rule.

    Etapa de un puntaje. A total is an average of many subcriteria, for which the table has
    no rule: see `StageRule`. Nothing is rounded before the stage is decided.

    Args:
        score: The total.
        rule: How an average gets its stage.
        scale: The stages of the framework that was scored by, which a total does not
            carry; ``None``: those of 2019.

    Returns:
        The stage; ``None`` where the total lies in a gap and *rule* is ``IN_RANGE``.

    Raises:
        InvalidValueError: If *rule* is no `StageRule`.

    Source:
        Ranges: Tabla de Madurez 2019 (official). The rule for averages: own.

    >>> from imss_integrity.catalog import EXAMPLE_ASSESSMENTS
    >>> from imss_integrity.competitiveness import score
    >>> total = score(EXAMPLE_ASSESSMENTS[0])
    >>> str(total), stage_of(total).code, stage_of(total, rule="en_rango")
    ('413.75 de 1000 puntos', 'desarrollo', None)
    >>> stage_of(total, rule="redondear")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'rule' must be one of en_rango, alcanzada
    """
    InstanceOf(Score).check("score", score)
    Optional(InstanceOf(StageScale)).check("scale", scale)
    return (STAGES_2019 if scale is None else scale).stage_of_share(score.share, rule)


def _stage(code: str, es: str, en: str, low: int) -> Stage:
    return Stage(code=code, name=Text(es, en), low=low, high=low + (20 if low == 0 else 15))


STAGES_2019 = StageScale(
    code="etapas-2019",
    stages=(
        _stage("diseno", "Diseño", "Design", 0),
        _stage("desarrollo", "Desarrollo", "Development", 25),
        _stage("consolidado", "Consolidado", "Consolidated", 45),
        _stage("mejorado", "Mejorado", "Improved", 65),
        _stage("referencial", "Referencial", "Reference", 85),
    ),
    step=5,
    source=Source(
        code="tabla-madurez-2019",
        title=Text(
            "IMSS, Tabla de Madurez para Unidades Sociales y Administrativas 2019",
            "IMSS, Maturity Table for Social and Administrative Units 2019",
        ),
    ),
    status=Status.DERIVED,  # the ranges are official, the lattice of 5 % is derived from them
)
"""The five stages of 2019; the table for medical units is not known."""
