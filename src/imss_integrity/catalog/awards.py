"""Awards of the competitiveness model by year, as published.

Premios por año. Editions differ in what was published: rungs in 2018, modalities in 2020,
totals only in 2019 and 2021. 2022 and 2024 are not known. The ENSAT recognition of 2018 is
not part of the model's award and is kept apart.
"""

from __future__ import annotations

import attrs

from ..kernel.fields import LABEL, Each, InstanceOf, OneOf, WholeNumber
from ..kernel.provenance import Source, Status
from ..kernel.text import Text
from ..kernel.values import Value
from .sources import (
    JORNADA_2021,
    MERIDA_2019,
    MVS_2020,
    NOTIMEX_2011,
    PACIFICO_2019,
    PLENILUNIA_2018,
    SURESTE_2021,
)

__all__ = ["AWARDS", "AwardYear"]


@attrs.frozen(kw_only=True, weakref_slot=False)
class AwardYear(Value):
    """The awards of one year.

    Edición del Premio.

    Attributes:
        year: The year.
        counts: Pairs of what was counted and how many; they are disjoint, so they add up.
        note: What a reader must know.
        sources: Where it was published.
        status: How far it can be trusted.
    """

    year: int = attrs.field(validator=WholeNumber(1999, 2200))
    counts: tuple[tuple[Text, int], ...] = attrs.field(validator=Each(InstanceOf(tuple), least=1))
    note: Text = attrs.field(validator=LABEL)
    sources: tuple[Source, ...] = attrs.field(validator=Each(InstanceOf(Source), least=1))
    status: Status = attrs.field(default=Status.REPORTED, validator=OneOf(Status))

    @property
    def total(self) -> int:
        """All awards of the year."""
        return sum(count for _, count in self.counts)


_ALL = Text("en total", "in total")

AWARDS = (
    AwardYear(
        year=2011,
        counts=((Text("unidades nombradas", "units named"), 11),),
        note=Text("Premio IMSS de Calidad, su nombre anterior.", "Under its earlier name."),
        sources=(NOTIMEX_2011,),
    ),
    AwardYear(
        year=2018,
        counts=(
            (Text("Premio"), 24),
            (Text("Oro"), 13),
            (Text("Doble Oro"), 18),
            (Text("Triple Oro"), 4),
            (Text("Platino"), 2),
        ),
        note=Text(
            "Por escalón; aparte, 8 reconocimientos ENSAT.",
            "By rung; besides, 8 ENSAT recognitions.",
        ),
        sources=(PLENILUNIA_2018,),
    ),
    AwardYear(
        year=2019,
        counts=((_ALL, 52),),
        note=Text("Sólo el total.", "The total only."),
        sources=(PACIFICO_2019, MERIDA_2019),
    ),
    AwardYear(
        year=2020,
        counts=((Text("Premio"), 28), (Text("Distintivo Águila"), 27)),
        note=Text("Por modalidad; sin escalones.", "By modality; no rungs."),
        sources=(MVS_2020,),
    ),
    AwardYear(
        year=2021,
        counts=((_ALL, 51),),
        note=Text("Sólo el total; edición 22.", "The total only; 22nd edition."),
        sources=(SURESTE_2021, JORNADA_2021),
    ),
)
"""The years for which a number of awards was published, in order."""
