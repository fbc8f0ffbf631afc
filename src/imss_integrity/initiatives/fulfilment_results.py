"""Criteria that are fulfilled or not, and the two indices they make: of rules and of practice.

Criterios e índices de cumplimiento. What the rules say (de jure) and what is done (de facto)
are two numbers, and nothing here merges them.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

import attrs

from ..kernel.errors import Fault, InconsistentError, raise_any
from ..kernel.exact import shown_number
from ..kernel.explanation import Score
from ..kernel.fields import CODE, LABEL, Each, InstanceOf, OneOf, Optional
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value

__all__ = ["CriterionSide", "FulfilmentCriterion", "FulfilmentIndex"]


class CriterionSide(StrEnum):
    """What a criterion looks at (lado del criterio).

    Attributes:
        DE_JURE: What the rules say.
        DE_FACTO: What is done.
    """

    DE_JURE = "de_jure"
    DE_FACTO = "de_facto"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _SIDES[self]


_SIDES = {
    CriterionSide.DE_JURE: Text("normas (de jure)", "rules (de jure)"),
    CriterionSide.DE_FACTO: Text("práctica (de facto)", "practice (de facto)"),
}


@attrs.frozen(kw_only=True, weakref_slot=False)
class FulfilmentCriterion(Value):
    """One criterion: fulfilled, not fulfilled, or not known.

    Criterio.

    Attributes:
        code: Code, unique in the index.
        name: What is asked.
        side: Whether it looks at the rules or at practice.
        fulfilled: Whether it is met; ``None``: not known.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    code: str = attrs.field(validator=CODE)
    name: Text = attrs.field(validator=LABEL)
    side: CriterionSide = attrs.field(validator=OneOf(CriterionSide))
    fulfilled: bool | None = attrs.field(validator=Optional(InstanceOf(bool)))


@attrs.frozen(kw_only=True, weakref_slot=False)
class FulfilmentIndex(Report, Value):
    """Two indices of fulfilled criteria, one of the rules and one of practice.

    Índice de cumplimiento de criterios. There is no total of both.

    Attributes:
        subject: Code of what was judged.
        de_jure: Of the rules, 0 to 100, exact; ``None``: no criterion looks at them.
        de_facto: Of practice, likewise.
        status: ``DERIVED``: counted by the OECD's method from the given answers.
        sources: The method.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: If a part of a score is no criterion: met, not met, or not known.
    """

    subject: str = attrs.field(validator=CODE)
    de_jure: Score | None = attrs.field(validator=Optional(InstanceOf(Score)))
    de_facto: Score | None = attrs.field(validator=Optional(InstanceOf(Score)))
    status: Status = attrs.field(validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(validator=Each(InstanceOf(Source)))

    def __attrs_post_init__(self) -> None:
        faults = (
            Fault(f"{side.value}.parts[{part.code}].share", "criterion", _NO_CRITERION)
            for side, score in self._scores()
            for part in score.parts
            if part.share not in _ANSWERS
        )
        raise_any(faults, InconsistentError)

    def _scores(self) -> list[tuple[CriterionSide, Score]]:
        sides = zip(CriterionSide, (self.de_jure, self.de_facto), strict=True)
        return [(side, score) for side, score in sides if score is not None]

    def _table(self, language: Language) -> Table:
        title = Text("{code}: criterios cumplidos", "{code}: criteria fulfilled")
        return Table(
            title=title.format(code=self.subject).to(language),
            lines=tuple(
                f"{side.label.to(language)}: {score.sentence(language)}{_still(score).to(language)}"
                for side, score in self._scores()
            ),
            header=_HEADER[language],
            rows=tuple(
                (
                    part.code,
                    part.name.to(language),
                    side.label.to(language),
                    _ANSWERS[part.share].to(language),
                )
                for side, score in self._scores()
                for part in score.parts
            ),
            notes=(_APART.to(language),),
        )

    def _records(self) -> list[dict[str, object]]:
        return [
            {
                "subject": self.subject,
                "side": side.value,
                "value": score.value,
                "lowest": score.lowest,
                "highest": score.highest,
                "criteria": len(score.parts),
                "missing": " ".join(score.missing),
                "status": self.status.value,
            }
            for side, score in self._scores()
        ]


_HEADER = {
    Language.ES: ("criterio", "nombre", "lado", "¿cumplido?"),
    Language.EN: ("criterion", "name", "side", "fulfilled?"),
}
_ANSWERS = {
    None: Text("sin dato", "not known"),
    Fraction(0): Text("no", "no"),
    Fraction(1): Text("sí", "yes"),
}

_NO_CRITERION = Text(
    "un criterio debe cumplirse o no, o no constar",
    "a criterion must be met or not, or not be known",
)


def _still(score: Score) -> Text:
    if not score.missing:
        return Text("")
    words = Text("; puede llegar a {n}", "; it can come up to {n}")
    return words.format(n=shown_number(score.highest))


_APART = Text(
    "Normas y práctica no se suman: unas pueden cumplirse sin la otra.",
    "Rules and practice are not added up: the one can be fulfilled without the other.",
)
