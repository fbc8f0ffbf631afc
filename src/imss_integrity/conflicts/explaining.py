"""Findings of the interests that were counted: type, law, reason, safeguards.

Explicación de los hallazgos.
"""

from __future__ import annotations

from datetime import date, timedelta

from ..kernel.commitment import Commitment
from ..kernel.fields import LAST_DAY
from ..kernel.provenance import Rule, Source
from ..kernel.text import Text, join
from .counting import Counted, Instance
from .findings import ConflictType, Finding, FiredTrigger, Interest, Safeguard
from .levels import Level
from .measures import InterestScore
from .measuring import Measures, stated
from .policies import ScreeningPolicy
from .questionnaires import Questionnaire
from .questions import Role
from .scales import Link, Proximity, Recency
from .triggering import is_inside

__all__ = ["findings_of", "safeguards_of"]

_OPEN = Text("sin precisar", "not stated")
_CIRCLE = frozenset({Proximity.SELF, Proximity.BOND, Proximity.DEPENDANT})
_LONG_AGO = frozenset({Recency.ENDED_5Y, Recency.OLDER})


def safeguards_of(policy: ScreeningPolicy, level: Level, *, on: date) -> tuple[Safeguard, ...]:
    """Give what *level* asks for, with the last day of each, counted from the day *on*."""
    return tuple(
        Safeguard(
            commitment=Commitment(
                code=rule.code,
                what=rule.what,
                owner=rule.owner,
                due=min(on + timedelta(days=rule.days), LAST_DAY),
            ),
            level=level,
            rule=rule.rule,
        )
        for rule in policy.safeguards
        if rule.level is level
    )


def findings_of(questionnaire: Questionnaire, found: Counted, *, on: date) -> tuple[Finding, ...]:
    """Explain each counted interest, in the order of the policy."""
    return tuple(_finding(questionnaire, found, one, on) for one in found.instances)


def _finding(questionnaire: Questionnaire, found: Counted, one: Instance, on: date) -> Finding:
    rule = one.reader.rule
    level = Level.CRITICAL if one.fired else found.policy.level_alone(one.score)
    place = rule.question if one.row is None else f"{rule.details}[{one.row}]"
    kind = _type_of(one)
    interest = Interest(
        question=rule.question,
        row=one.row,
        category=rule.category,
        proximity=one.measures.proximity,
        recency=one.measures.recency,
        link=one.measures.link,
        score=_score(one, one.reader.mildest),
        highest=_score(one, one.reader.worst),
    )
    return Finding(
        place=place,
        interest=interest,
        type=kind,
        level=level,
        triggers=tuple(FiredTrigger(code=t.code, rule=t.rule, effect=t.effect) for t in one.fired),
        rule=one.fired[0].rule if one.fired else _ground(questionnaire, rule.question),
        reason=_reason(interest, kind, one),
        safeguards=safeguards_of(found.policy, level, on=on),
    )


def _score(one: Instance, ends: Measures) -> InterestScore:
    impact, probability = one.reader.score(one.measures, ends)
    return InterestScore(impact=impact, probability=probability)


def _ground(questionnaire: Questionnaire, code: str) -> Rule:
    """Give the rule that a question rests on; one of its own where it cites none."""
    question = questionnaire.question(code)
    if question.rule is not None:
        return question.rule
    source = Source(code=questionnaire.code, title=questionnaire.title)
    return Rule(code=code, text=question.text, source=source, status=question.status)


def _type_of(one: Instance) -> ConflictType:
    """Say what type of conflict an interest is; the order of the tests is the ruling (own)."""
    proximity, recency, link, _ = one.measures
    if one.fired:
        return ConflictType.REAL
    if one.reader.rule.perception or _is_no_kin(one) or recency in _LONG_AGO:
        return ConflictType.APPARENT
    decides_now = link is Link.DECIDES and recency is Recency.CURRENT
    if decides_now and (proximity in _CIRCLE or _is_in_radius(one)):
        return ConflictType.REAL
    return ConflictType.POTENTIAL


def _is_no_kin(one: Instance) -> bool:
    """Say whether the relation that was stated is none in law (a godchild, an in-law's spouse)."""
    return Role.KINSHIP in one.reader.slots and one.measures.proximity is Proximity.NONE


def _is_in_radius(one: Instance) -> bool:
    rule, slot = one.reader.rule, one.reader.slots.get(Role.KINSHIP)
    if rule.radius is None or slot is None:
        return False
    value, _ = stated(slot, one.values, one.mask)
    option = slot.question.option(value)
    return option is not None and is_inside(option, rule.radius, rule.affinity_degree)


def _reason(interest: Interest, kind: ConflictType, one: Instance) -> Text:
    sentence = Text(
        "conflicto {kind}: {proximity}; {recency}; {link}; impacto {i} x probabilidad {r} = {s}"
        " (propio){effects}",
        "{kind} conflict: {proximity}; {recency}; {link}; impact {i} x probability {r} = {s}"
        " (own){effects}",
    )
    effects = join(
        (Text("; {code}: {effect}").format(code=t.rule.code, effect=t.effect) for t in one.fired),
        "",
    )
    return sentence.format(
        kind=kind.label,
        proximity=_OPEN if interest.proximity is None else interest.proximity.label,
        recency=_OPEN if interest.recency is None else interest.recency.label,
        link=_OPEN if interest.link is None else interest.link.label,
        i=interest.score.impact,
        r=interest.score.probability,
        s=interest.score.score,
        effects=effects,
    )
