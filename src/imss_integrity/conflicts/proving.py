"""Prove what the conditions of a questionnaire mean together, before anyone answers it.

Prueba de un cuestionario. Each question is asked of a search: are there answers that show it,
and some that show its group but not it? Whatever has no answers is a defect with its reason.
"""

from __future__ import annotations

from ..kernel.fields import InstanceOf, WholeNumber
from .defects import DefectWriter
from .judging import Judge
from .proof_results import Proof
from .questionnaires import Questionnaire
from .searching import Budget

__all__ = ["prove"]

_LIMIT = WholeNumber(1, 10**9)


def prove(questionnaire: Questionnaire, *, limit: int = 500_000) -> Proof:
    """Prove what the conditions of a definition mean together.

    Prueba de un cuestionario. Complete over yes and no, options, numbers, days and texts, single
    or several, in groups that repeat or not, on every day of its period. Leaving a question
    unanswered is always possible, also where it is required. What lies in a group that repeats
    is judged in each instance.

    Args:
        questionnaire: The definition; its structure is sound, or it would not exist.
        limit: How many steps may be taken, 1 to 10^9; a step looks at one condition once.
            What they do not suffice for is listed as undecided. One finding may take half
            of what is left, so that it does not silence those after it.

    Returns:
        What is wrong, each with the answers that show it or the conditions that exclude each
        other; what deserves a look; what is undecided.

    Raises:
        InvalidValueError: If an argument is of another type, or *limit* out of range.

    Source:
        Own; the conditions mean what HL7 FHIR R5 says.

    >>> from imss_integrity.conflicts import Condition, Operator, Question, QuestionType, Section
    >>> from imss_integrity.kernel import Text
    >>> number = Question(code="N", text=Text("¿Cuántos?", "How many?"),
    ...     type=QuestionType.INTEGER, least=0, most=5)
    >>> more = Question(code="X", text=Text("¿Por qué?", "Why?"), type=QuestionType.TEXT,
    ...     when=(Condition("N", Operator.GREATER, 5),))
    >>> proof = prove(Questionnaire(code="mio", version="1", title=Text("Mío", "Mine"),
    ...     sections=(Section(code="A", title=Text("A"), questions=(number, more)),)))
    >>> proof.is_sound, proof.defects[0].text.en
    (False, "'X' is never shown: X: N > 5")
    >>> prove("mio")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'questionnaire' must be of type Questionnaire...
    """
    InstanceOf(Questionnaire).check("questionnaire", questionnaire)
    _LIMIT.check("limit", limit)
    judge = Judge(questionnaire, Budget(limit))
    judge.ask_all()
    writer = DefectWriter(questionnaire, judge)
    found = writer.found()
    places = questionnaire.layout.places
    return Proof(
        questionnaire=questionnaire.code,
        version=questionnaire.version,
        defects=tuple(one for one in found if one.asked is None),
        warnings=tuple(writer.forward_references()),
        undecided=tuple(one for one in found if one.asked is not None),
        never_shown=tuple(code for code in places if code in judge.dead),
        always_shown=tuple(
            code
            for code, place in places.items()
            if place.question.when and code in judge.always_on
        ),
        steps=judge.budget.steps,
        limit=limit,
        status=questionnaire.status,
        sources=questionnaire.sources,
    )
