"""How the conflict questionnaire is screened: its interests, and the triggers of the laws.

Política de detección del cuestionario de referencia, propia, no oficial. Triggers are set by
the laws they cite; weights are own. What the words of a question fix is fixed here: whoever is
kin is asked for, a friend or an enemy is an associate, all else is the person's own.
"""

from __future__ import annotations

from ..conflicts import (
    Condition,
    InterestRule,
    Link,
    Operator,
    Proximity,
    Recency,
    ScreeningPolicy,
    Trigger,
    YesNo,
)
from ..kernel.provenance import merged_sources
from ..kernel.text import Text
from .conflict_bank import BANK, BankQuestion
from .conflict_follow_ups import group_of, part_of
from .conflict_levels import BANDS, REVIEWS, SAFEGUARDS
from .conflict_rules import CONFLICT_RULES, rule_of
from .legal_radii import get_radius
from .sources import CONFLICTS_2026, OECD_2003

__all__ = ["CONFLICT_POLICY"]

LAASSP_AFFINITY = 2  # LAASSP 71-I has no number of its own: that of 71-II, own reading
LAASSP_MONTHS = 24  # "the two previous years"

_RADII = {
    "FAM1": "LGRA-7-XII",
    "FAM2": "LGRA-63-Bis",
    "FAM3": "LFPA-21",
    "FAM4": "LGRA-63-Bis",
    "FAM5": "LAASSP-71-I",
}
_ASSOCIATES = {"PER1", "PER2"}
# At most apparent while facts show nothing (PER1, PER2); what another person would see (OTH1).
_PERCEPTIONS = {*_ASSOCIATES, "OTH1"}


def _interest(asked: BankQuestion) -> InterestRule:
    own = Proximity.ASSOCIATE if asked.code in _ASSOCIATES else Proximity.SELF
    radius = _RADII.get(asked.code)
    return InterestRule(
        question=asked.code,
        category=asked.category,
        base=asked.base,
        details=group_of(asked.code),
        proximity=None if "K" in asked.follow else own,
        recency=None if "D" in asked.follow else Recency.CURRENT,
        link=asked.link,
        perception=asked.code in _PERCEPTIONS,
        radius=None if radius is None else get_radius(radius),
        affinity_degree=LAASSP_AFFINITY if radius == "LAASSP-71-I" else None,
    )


def _yes(code: str, part: str) -> tuple[Condition]:
    return (Condition(part_of(code, part), Operator.EQUAL, YesNo.YES),)


_TRIGGERS = (
    Trigger(
        code="LGRA-63-Bis",
        questions=("FAM2", "FAM4"),
        rule=rule_of("LGRA-63-Bis"),
        effect=Text(
            "Posible nepotismo: no nombrar ni intervenir; turnar para su revisión",
            "Possible nepotism: neither appoint nor take part; refer for review",
        ),
        radius=get_radius("LGRA-63-Bis"),
        links=(Link.DECIDES,),
    ),
    Trigger(
        code="LAASSP-71-I",
        questions=("PRO1", "FAM5"),
        rule=rule_of("LAASSP-71-I"),
        effect=Text(
            "No intervenir en la contratación: la adjudicación está impedida",
            "Take no part in the procurement: the award is barred",
        ),
        radius=get_radius("LAASSP-71-I"),
        affinity_degree=LAASSP_AFFINITY,
        links=(Link.DECIDES, Link.SAME_UNIT),
        months=LAASSP_MONTHS,
    ),
    Trigger(
        code="LGRA-40",
        questions=("GIF1",),
        rule=rule_of("LGRA-40"),
        effect=Text(
            "Avisar de inmediato y entregar el bien recibido",
            "Report at once and hand over the good received",
        ),
        when=_yes("GIF1", "aceptado"),
    ),
    Trigger(
        code="LFPA-22",
        questions=("FAM3",),
        rule=rule_of("LFPA-22"),
        effect=Text(
            "Quien evalúa o decide debe excusarse de este proceso",
            "Whoever scores or decides must be excused from this process",
        ),
        radius=get_radius("LFPA-21"),
    ),
    Trigger(
        code="LFPA-21-IV",
        questions=("PER1",),
        rule=rule_of("LFPA-21-IV"),
        effect=Text(
            "Amistad manifiesta: excusarse de los asuntos de esa persona",
            "Manifest friendship: be excused from the matters of that person",
        ),
        when=_yes("PER1", "manifiesta"),
    ),
    Trigger(
        code="LFPA-21-I-IV",
        questions=("PER2",),
        rule=rule_of("LFPA-21-I-IV"),
        effect=Text(
            "Litigio o enemistad manifiesta: excusarse de los asuntos de esa persona",
            "Lawsuit or manifest enmity: be excused from the matters of that person",
        ),
        when=_yes("PER2", "manifiesta"),
    ),
)

CONFLICT_POLICY = ScreeningPolicy(
    interests=tuple(_interest(asked) for asked in BANK),
    triggers=_TRIGGERS,
    bands=BANDS,
    most_steps=1,
    safeguards=SAFEGUARDS,
    reviews=REVIEWS,
    contradiction=rule_of("LGRA-60"),
    sources=merged_sources((CONFLICTS_2026, OECD_2003), (rule.source for rule in CONFLICT_RULES)),
)
"""The policy of the conflict questionnaire: own, not official."""
