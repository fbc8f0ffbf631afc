"""The integrity index of the Korean commission (ACRC), as it was to 2021 and is since 2022.

Índices de la comisión coreana. Kept to compare with, exact and explained. Not known, and so
not here: the cap of the deductions, the weights inside effort, and the cuts of its grades.
"""

from __future__ import annotations

from fractions import Fraction

from ..kernel.explanation import Score
from ..kernel.fields import ExactNumber
from ..kernel.provenance import Source, Status
from ..kernel.text import Text
from .exact_arguments import Exact, read_exact
from .weighted_indices import IndexComponent, IndexDeduction, IndexDimension, weighed

__all__ = ["acrc_index_since_2022", "acrc_index_until_2021"]

_OF_TEN = ExactNumber(0, 10)
_OF_HUNDRED = ExactNumber(0, 100)
_SHARE = ExactNumber(0, 1)
_AMOUNT = ExactNumber(0)
_COMMISSION = Text(
    "Comisión Anticorrupción y de Derechos Civiles de Corea (ACRC), evaluación de integridad",
    "Anti-Corruption and Civil Rights Commission of Korea (ACRC), integrity assessment",
)
_UNTIL_2021 = Source(
    code="acrc-2017", title=Text("{who}, 2017", "{who}, 2017").format(who=_COMMISSION)
)
_SINCE_2022 = Source(
    code="acrc-2022",
    title=Text("{who}, desde 2022", "{who}, since 2022").format(who=_COMMISSION),
)


def acrc_index_until_2021(
    *,
    subject: str,
    external: Exact,
    internal: Exact,
    deduction: Exact = 0,
    external_weight: Exact = "0.763",
) -> Score:
    """Give the index of the ACRC as it was to 2021, without policy customers.

    Índice de la ACRC hasta 2021: ``w * external + (1 - w) * internal - deduction``.

    Args:
        subject: Code of what is judged.
        external: What users of services say, 0 to 10, both included, exact.
        internal: What the staff says, 0 to 10, both included, exact.
        deduction: Points that incidents take away, 0 or more, exact.
        external_weight: Weight of *external*, 0 to 1, exact; the one of 2017 by default.

    Returns:
        0 to 10 points, exact; round only to show it.

    Raises:
        InvalidValueError: If an argument is no exact number or leaves its range.

    Source:
        ACRC, 2017 (reported); that it never falls below 0 is own.

    >>> index = acrc_index_until_2021(subject="KR-1", external="8.35", internal="7.87")
    >>> index.value, str(index)
    (Fraction(102953, 12500), '8.24 de 10 puntos')
    >>> acrc_index_until_2021(subject="KR-1", external=11, internal="7.87")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'external' must be at most 10: got 11
    """
    seen, told, weight, taken = read_exact(
        external=(external, _OF_TEN),
        internal=(internal, _OF_TEN),
        external_weight=(external_weight, _SHARE),
        deduction=(deduction, _AMOUNT),
    )
    parts = (_EXTERNAL, seen), (_INTERNAL, told)
    return _index(parts, weight, taken, subject=subject, out_of=10, source=_UNTIL_2021)


def acrc_index_since_2022(
    *,
    subject: str,
    perceived: Exact,
    effort: Exact,
    deduction: Exact = 0,
    perceived_weight: Exact = "0.6",
) -> Score:
    """Give the index of the ACRC since 2022.

    Índice de la ACRC desde 2022: ``w * perceived + (1 - w) * effort - deduction``.

    Args:
        subject: Code of what is judged.
        perceived: Perceived integrity, 0 to 100, both included, exact.
        effort: Effort for integrity, likewise; how it is made up is not known.
        deduction: Points that the corruption status takes away, 0 or more, exact; its cap is
            not known.
        perceived_weight: Weight of *perceived*, 0 to 1, exact; the published one by default.

    Returns:
        0 to 100 points, exact; round only to show it. Its grades 1 to 5 are not given: their
        cuts are not known.

    Raises:
        InvalidValueError: If an argument is no exact number or leaves its range.

    Source:
        ACRC, since 2022 (reported); that it never falls below 0 is own.

    >>> acrc_index_since_2022(subject="KR-1", perceived=80, effort=85, deduction="1.5").value
    Fraction(161, 2)
    >>> acrc_index_since_2022(subject="KR-1", perceived=80, effort=85, deduction=-1)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'deduction' must be at least 0: got -1
    """
    seen, done, weight, taken = read_exact(
        perceived=(perceived, _OF_HUNDRED),
        effort=(effort, _OF_HUNDRED),
        perceived_weight=(perceived_weight, _SHARE),
        deduction=(deduction, _AMOUNT),
    )
    parts = (_PERCEIVED, seen), (_EFFORT, done)
    return _index(parts, weight, taken, subject=subject, out_of=100, source=_SINCE_2022)


_Kind = tuple[str, Text, IndexDimension]

_EXTERNAL = "externa", Text("Integridad externa", "External integrity"), IndexDimension.PERCEPTION
_INTERNAL = "interna", Text("Integridad interna", "Internal integrity"), IndexDimension.PERCEPTION
_PERCEIVED = (
    "percibida",
    Text("Integridad percibida", "Perceived integrity"),
    IndexDimension.PERCEPTION,
)
_EFFORT = "esfuerzo", Text("Esfuerzo de integridad", "Effort for integrity"), IndexDimension.EFFORT
_INCIDENTS = Text("Incidentes de corrupción", "Incidents of corruption")


def _index(
    measures: tuple[tuple[_Kind, Fraction], tuple[_Kind, Fraction]],
    weight: Fraction,
    taken: Fraction,
    *,
    subject: str,
    out_of: int,
    source: Source,
) -> Score:
    components = [
        IndexComponent(
            code=code, name=name, dimension=dimension, share=points / out_of, weight=share
        )
        for ((code, name, dimension), points), share in zip(
            measures, (weight, 1 - weight), strict=True
        )
    ]
    deductions = [IndexDeduction(code="incidentes", name=_INCIDENTS, points=taken)]
    return weighed(
        components,
        deductions if taken else (),
        subject=subject,
        definition=source.title,
        out_of=Fraction(out_of),
        status=Status.DERIVED,
        sources=(source,),
    )
