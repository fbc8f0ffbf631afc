"""How a definition and its parts are called on both sides: codes here, link ids in FHIR.

Nombres. A link id that is a code stays as it is. Any other becomes a code that is the same every
time and like no other, so that answers find their question.
"""

from __future__ import annotations

import re

from ..conflicts import Question, Questionnaire, Section
from ..kernel.canonical import digest
from ..kernel.fields import CODE

__all__ = ["URL", "code_of", "is_bare", "link_of", "section_code", "url_of"]

URL = "urn:imss-integrity:questionnaire:"

_FOREIGN = re.compile(r"[^A-Za-z0-9.-]+", re.ASCII)
_KEPT = 40
_SECTION = "section/"  # a slash is in no code, so no question can have such a link id


def code_of(link: str) -> str:
    """Give the code for a link id or an option of FHIR: itself where it is a code."""
    if CODE.fault("", link) is None:
        return link
    kept = _FOREIGN.sub("-", link[:_KEPT]).strip(".-")
    # A lone surrogate has no digest; as it is written in Python, it has one.
    mark = digest(ascii(link)).removeprefix("sha256:")[:12]
    return f"{kept}.{mark}" if kept else mark


def url_of(code: str) -> str:
    """Give the canonical address of the questionnaire with that *code*."""
    return f"{URL}{code}"


def is_bare(questionnaire: Questionnaire) -> bool:
    """Say whether the one section of a definition has but the code and title of the whole.

    Its questions stand at the top of the document, in no group of their own; unless all of them
    are plain groups, which would be read as sections.
    """
    first, *others = questionnaire.sections
    is_same = (first.code, first.title) == (questionnaire.code, questionnaire.title)
    return is_same and not others and not all(map(_is_plain_group, first.questions))


def _is_plain_group(question: Question) -> bool:
    """Say whether a group says no more than a section does."""
    return question.is_group and not (question.required or question.repeats or question.when)


def link_of(section: Section, questionnaire: Questionnaire) -> str:
    """Give the link id of a section: its code, unless a question has the same."""
    is_taken = section.code in questionnaire.layout.places
    return f"{_SECTION}{section.code}" if is_taken else section.code


def section_code(link: str) -> str:
    """Give the code of the section with that link id."""
    return code_of(link.removeprefix(_SECTION))
