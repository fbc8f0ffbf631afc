"""The perception index: answers on a Likert scale, rescaled, with who answered and who did not.

Índice de percepción. A mean without its number of answers, its response rate and its margin
says little, so the four are one result.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

import attrs

from ..kernel.arguments import members_of
from ..kernel.errors import InconsistentError, InvalidValueError, MissingDataError, must
from ..kernel.exact import exact_sum, shown_number
from ..kernel.explanation import Aggregation, Part, Score
from ..kernel.fields import Each, InstanceOf, OneOf, WholeNumber
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value
from ..statistics.reading import read_series, whole_count
from ..statistics.survey_margins import SurveyMargin, survey_margin

__all__ = ["PerceptionIndex", "perception_index"]

_FULL = Fraction(100)
_FEWEST_POINTS = 2


@attrs.frozen(kw_only=True, weakref_slot=False)
class PerceptionIndex(Report, Value):
    """What people see, on a scale from 0 to 100, and how many of those asked said it.

    Índice de percepción.

    Attributes:
        score: The mean of the rescaled answers, 0 to 100 points, exact, with one part for
            each point of the scale.
        counts: How many chose each point, lowest first.
        margin: How many answered and were asked, and the margin of error.
        status: ``OWN``: the index is a proposal.
        sources: What the survey rests on.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: If the score has not one part for each point of the scale.
    """

    score: Score = attrs.field(validator=InstanceOf(Score))
    counts: tuple[int, ...] = attrs.field(validator=Each(WholeNumber(), least=_FEWEST_POINTS))
    margin: SurveyMargin = attrs.field(validator=InstanceOf(SurveyMargin))
    status: Status = attrs.field(validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(validator=Each(InstanceOf(Source)))

    def __attrs_post_init__(self) -> None:
        if len(self.counts) != len(self.score.parts):
            rule = Text("ser tantos como las partes ({n})", "be as many as the parts ({n})")
            filled = rule.format(n=len(self.score.parts))
            raise InconsistentError(must("counts", "length", filled, len(self.counts)))

    @property
    def response_rate(self) -> Fraction:
        """How many of those asked answered, as a share above 0 and up to 1, exact."""
        return Fraction(self.margin.answered, self.margin.invited)

    def _table(self, language: Language) -> Table:
        title = Text("{code}: percepción, {total}", "{code}: perception, {total}")
        return Table(
            title=title.format(code=self.score.subject, total=self.score.sentence(language)).to(
                language
            ),
            lines=(self._survey().to(language),),
            header=_HEADER[language],
            rows=tuple(
                (part.code, shown_number(count), shown_number(100 * (part.share or 0)))
                for part, count in zip(self.score.parts, self.counts, strict=True)
            ),
            notes=(_SILENT.to(language),),
        )

    def _survey(self) -> Text:
        said = Text(
            "Respondieron {n} de {all} ({rate} %); margen de error: {margin} puntos ({c} %)",
            "{n} of {all} answered ({rate} %); margin of error: {margin} points ({c} %)",
        )
        return said.format(
            n=shown_number(self.margin.answered),
            all=shown_number(self.margin.invited),
            rate=shown_number(100 * self.response_rate),
            margin=shown_number(100 * Fraction(self.margin.half_width)),
            c=shown_number(100 * Fraction(self.margin.confidence)),
        )

    def _records(self) -> list[dict[str, object]]:
        return [
            {
                "subject": self.score.subject,
                "value": self.score.value,
                "answered": self.margin.answered,
                "invited": self.margin.invited,
                "response_rate": self.response_rate,
                "margin": 100 * self.margin.half_width,
                "confidence": self.margin.confidence,
                "status": self.status.value,
            }
        ]


_HEADER = {
    Language.ES: ("respuesta", "personas", "valor"),
    Language.EN: ("answer", "people", "value"),
}
_SILENT = Text(
    "El margen mide sólo el azar: quienes no respondieron pueden pensar otra cosa.",
    "The margin measures chance alone: those who did not answer may think otherwise.",
)


def perception_index(
    counts: Iterable[int],
    *,
    subject: str,
    invited: int,
    confidence: float = 0.95,
    sources: Iterable[Source] = (),
) -> PerceptionIndex:
    """Give the mean of answers on a Likert scale of *k* points, rescaled to 0 to 100.

    Índice de percepción: the mean of ``100 * (x - 1) / (k - 1)``.

    Args:
        counts: How many chose each point, the least favourable first, shape ``(k,)``, at
            least 2 points; who did not answer is in none of them.
        subject: Code of what is judged.
        invited: How many were asked, no fewer than answered.
        confidence: Of the margin, between 0 and 1, neither included.
        sources: What the survey rests on.

    Returns:
        0 to 100 points, exact, with the number of answers, the response rate and the margin
        of error at its widest.

    Raises:
        InvalidValueError: If a count is none, there are fewer than 2 points, or an argument
            leaves its range.
        MissingDataError: If nobody answered.
        InconsistentError: If more answered than were invited.

    Source:
        Own; rescaling a Likert scale to 0 to 100 is common practice.

    >>> str(perception_index([0, 0, 0, 1, 0], subject="IMSS", invited=1).score)
    '75 de 100 puntos'
    >>> perception_index([0, 0, 0, 2, 0], subject="IMSS", invited=1)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'answered' must not be above 'invited' (1): ...
    """
    known = read_series(counts, path="counts", read=whole_count)
    if len(known) < _FEWEST_POINTS:
        rule = Text("tener al menos 2 respuestas posibles", "have at least 2 possible answers")
        raise InvalidValueError(must("counts", "few", rule, len(known)))
    answered = sum(known)
    if not answered:
        rule = Text("tener alguna respuesta", "hold an answer")
        raise MissingDataError(must("counts", "missing", rule, 0))
    margin = survey_margin(answered, invited, confidence=confidence)
    origins = members_of("sources", sources, Source)
    return PerceptionIndex(
        score=_score(known, answered, subject, origins),
        counts=known,
        margin=margin,
        status=Status.OWN,
        sources=origins,
    )


def _score(
    counts: Sequence[int], answered: int, subject: str, sources: tuple[Source, ...]
) -> Score:
    steps = len(counts) - 1
    name = Text("respuesta {x} de {k}", "answer {x} out of {k}")
    parts = tuple(
        Part(
            code=str(step + 1),
            name=name.format(x=step + 1, k=len(counts)),
            value=_FULL * Fraction(step * count, steps * answered),
            out_of=_FULL * Fraction(count, answered),
            share=Fraction(step, steps),
        )
        for step, count in enumerate(counts)
    )
    value = exact_sum(part.value for part in parts)
    return Score(
        subject=subject,
        definition="índice de percepción",
        value=value,
        out_of=_FULL,
        parts=parts,
        method=Aggregation.ARITHMETIC,
        lowest=value,
        highest=value,
        status=Status.OWN,
        sources=sources,
    )
