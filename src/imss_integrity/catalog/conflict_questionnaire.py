"""The conflict-of-interest questionnaire to start from: the library's own, not official.

Cuestionario de conflicto de intereses de referencia, propio. The questionnaire that the
Institute applied is not public. Every question is answered yes, no or "no sé", and a *yes*
opens its details. No question depends on another: FAM2 and FAM3 are asked of everyone, so
that a relative overlooked in FAM1 is still found.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..conflicts import Question, Questionnaire, QuestionType, Section, Sensitivity
from ..kernel.text import Text
from .conflict_bank import BANK, CATEGORIES, BankQuestion
from .conflict_follow_ups import details_of
from .conflict_policy import CONFLICT_POLICY
from .conflict_rules import rule_of

__all__ = ["CONFLICT_QUESTIONNAIRE"]

# Health, political opinion, union membership, and relations of friendship and enmity.
_SENSITIVE = ("HEA", "PER", "POL")


def _asked(asked: BankQuestion) -> Iterator[Question]:
    """Make a question of the bank, and the group of its details."""
    is_sensitive = asked.code.startswith(_SENSITIVE)
    sensitivity = Sensitivity.SENSITIVE if is_sensitive else Sensitivity.PERSONAL
    yield Question(
        code=asked.code,
        text=asked.text,
        type=QuestionType.YES_NO,
        required=True,
        sensitivity=sensitivity,
        rule=rule_of(asked.anchor),
    )
    yield details_of(asked, sensitivity)


def _section(category: str, title: Text) -> Section:
    rows = (asked for asked in BANK if asked.category == category)
    return Section(
        code=category, title=title, questions=tuple(one for row in rows for one in _asked(row))
    )


CONFLICT_QUESTIONNAIRE = Questionnaire(
    code="conflictos-referencia",
    version="2026.1",
    title=Text(
        "Cuestionario de conflicto de intereses (propio, no oficial)",
        "Conflict-of-interest questionnaire (own, not official)",
    ),
    sections=tuple(_section(category, title) for category, title in CATEGORIES.items()),
    policy=CONFLICT_POLICY,
    sources=CONFLICT_POLICY.sources,
)
"""The questionnaire: 28 questions in 12 sections, each with its legal anchor; own, not official."""
