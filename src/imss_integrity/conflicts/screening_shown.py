"""How a screening is shown: lines, rows and records.

Presentación de la detección.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction

from ..kernel.exact import shown_number
from ..kernel.text import Language, Text
from .findings import Finding, FiredTrigger, Safeguard
from .levels import Level, Review

__all__ = [
    "HEADER",
    "NOTE",
    "formula_of",
    "listed",
    "records_of",
    "review_line",
    "row_of",
    "safeguard_line",
    "safeguard_record",
    "title_of",
    "trigger_line",
]

HEADER = {
    Language.ES: ("lugar", "categoría", "tipo", "I", "R", "I x R", "nivel", "fundamento", "medida"),
    Language.EN: ("place", "category", "type", "I", "R", "I x R", "level", "ground", "safeguard"),
}
NOTE = Text(
    "El puntaje es una propuesta propia, no oficial. La detección turna el caso a quien debe"
    " revisarlo; no declara culpable a nadie.",
    "The score is an own proposal, not official. The screening refers the case to whoever must"
    " look into it; it declares nobody guilty.",
)


def title_of(level: Level, lowest: Level, highest: Level) -> Text:
    """Say the level, and the range where answers are open."""
    if lowest is highest:
        return Text(
            "Conflicto de intereses: nivel {level}", "Conflict of interest: level {level}"
        ).format(level=level.label)
    sentence = Text(
        "Conflicto de intereses: pendiente; lo declarado da nivel {level}, y aún puede quedar de"
        " {low} a {high}",
        "Conflict of interest: pending; what is stated gives level {level}, and it can still end"
        " from {low} to {high}",
    )
    return sentence.format(level=level.label, low=lowest.label, high=highest.label)


def formula_of(scores: Sequence[int], total: Fraction) -> Text:
    """Write the combined score with each of its parts; it is no sum."""
    if not scores:
        return Text("Sin intereses declarados", "No interest declared")
    factors = " x ".join(f"(1 - {score}/100)" for score in scores)
    sentence = Text(
        "Puntaje combinado (propio, no aditivo): 100 x [1 - {factors}] = {total} de 100",
        "Combined score (own, not additive): 100 x [1 - {factors}] = {total} out of 100",
    )
    return sentence.format(factors=factors, total=shown_number(total))


def trigger_line(fired: FiredTrigger) -> Text:
    """Say which hard trigger fired, and what it demands."""
    return Text("Por ley, {code}: {effect}", "By law, {code}: {effect}").format(
        code=fired.rule.code, effect=fired.effect
    )


def listed(
    pending: Iterable[str], dropped: Iterable[str], contradictions: Iterable[str]
) -> Iterator[Text]:
    """List what is pending, dropped and contradictory, by place."""
    heads = {
        Text("Pendiente", "Pending"): tuple(pending),
        Text("Fuera por condición", "Dropped by a condition"): tuple(dropped),
        Text(
            "Contradice la declaración de intereses (se turna)",
            "Contradicts the declaration of interests (referred)",
        ): tuple(contradictions),
    }
    for head, places in heads.items():
        if places:
            yield Text("{head}: {places}").format(head=head, places=", ".join(places))


def safeguard_line(safeguard: Safeguard) -> Text:
    """Say what is to be done, by whom, by when."""
    promise = safeguard.commitment
    sentence = Text(
        "Medida del nivel, {code}: {what} ({owner}, a más tardar {due}){rule}",
        "Safeguard of the level, {code}: {what} ({owner}, by {due}){rule}",
    )
    rule = "" if safeguard.rule is None else f" [{safeguard.rule.code}]"
    return sentence.format(
        code=promise.code, what=promise.what, owner=promise.owner, due=promise.due, rule=rule
    )


def review_line(review: Review, on: date | None) -> Text:
    """Say when the level is to be looked at again."""
    day = "" if on is None else f" ({on})"
    return Text("Revisión: {when}{day}", "Review: {when}{day}").format(when=review.when, day=day)


def row_of(finding: Finding, language: Language) -> tuple[str, ...]:
    """Give the row of a finding."""
    score = finding.interest.score
    safeguard = finding.safeguard
    return (
        finding.place,
        finding.interest.category,
        finding.type.label.to(language),
        str(score.impact),
        str(score.probability),
        str(score.score),
        finding.level.label.to(language),
        finding.rule.code,
        "" if safeguard is None else safeguard.commitment.what.to(language),
    )


def safeguard_record(safeguard: Safeguard) -> dict[str, object]:
    """Give a safeguard as plain values."""
    promise = safeguard.commitment
    rule = None if safeguard.rule is None else safeguard.rule.code
    due = promise.due.isoformat()
    return {"code": promise.code, "owner": promise.owner, "due": due, "rule": rule}


def records_of(findings: Iterable[Finding]) -> list[dict[str, object]]:
    """Give one flat row for each finding."""
    return [
        {
            "place": finding.place,
            "question": finding.question,
            "category": finding.interest.category,
            "type": finding.type.value,
            "impact": finding.interest.score.impact,
            "probability": finding.interest.score.probability,
            "score": finding.interest.score.score,
            "highest": finding.interest.highest.score,
            "level": finding.level.value,
            "rule": finding.rule.code,
            "source": finding.rule.source.code,
            "triggers": ", ".join(trigger.code for trigger in finding.triggers),
            "safeguard": "" if finding.safeguard is None else finding.safeguard.commitment.code,
        }
        for finding in findings
    ]
