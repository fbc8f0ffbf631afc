"""Comparing two versions of a questionnaire: wording only, compatible, or breaking.

Álgebra de versiones. Each aspect of a question is judged by itself; the worst decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, cast

import attrs

from ..kernel.errors import Fault, InconsistentError
from ..kernel.fields import InstanceOf
from ..kernel.provenance import Source, Status
from ..kernel.text import Text
from ..kernel.values import Value
from .conditions import MonthsBack
from .questionnaires import Questionnaire
from .questions import Bound, Option, Question, Sensitivity
from .version_results import ChangeKind, VersionChange, VersionDifference

__all__ = ["check_same_questionnaire", "compare_versions"]

_WORDING, _COMPATIBLE, _BREAKING = (
    ChangeKind.WORDING,
    ChangeKind.COMPATIBLE,
    ChangeKind.BREAKING,
)


def compare_versions(old: Questionnaire, new: Questionnaire) -> VersionChange:
    """Say what differs between two versions of a questionnaire, and how much it matters.

    Comparación de dos versiones. *Wording*: what people read, what is cited, the order of
    questions, the section, the period. *Compatible*: an optional question is added, an option
    is added at the end, more answers or wider bounds are allowed, an answer is kept back
    further. *Breaking*: all else: a question is removed, is required where it is added, or
    lies in another group; its type, conditions, role, repetition or whether it is required
    changes; an option is removed, moved, or counts otherwise; bounds are narrowed; the policy
    counts otherwise.

    Args:
        old: The earlier version.
        new: The later version of the same questionnaire.

    Returns:
        Every difference with its kind, and the worst of them.

    Raises:
        InconsistentError: If they are different questionnaires.

    Source:
        Own; the classes extend the compliance rules of derived FHIR questionnaires.

    >>> from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE as one
    >>> compare_versions(one, attrs.evolve(one, version="2027", policy=None)).kind
    <ChangeKind.BREAKING: 'incompatible'>
    >>> compare_versions(one, attrs.evolve(one, code="otro"))
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'new' must be a version of 'conflictos-refer...
    """
    check_same_questionnaire(old, new)
    return VersionChange(
        code=old.code,
        old=old.version,
        new=new.version,
        differences=(*_of_whole(old, new), *_of_questions(old, new)),
    )


def check_same_questionnaire(old: Questionnaire, new: Questionnaire) -> None:
    """Refuse two definitions that are not versions of one questionnaire.

    Raises:
        InconsistentError: If their codes differ.
    """
    InstanceOf(Questionnaire).check("old", old)
    InstanceOf(Questionnaire).check("new", new)
    if old.code != new.code:
        sentence = Text(
            "'new' debe ser una versión de '{code}': se recibió '{other}'",
            "'new' must be a version of '{code}': got '{other}'",
        )
        text = sentence.format(code=old.code, other=new.code)
        raise InconsistentError(Fault("new", "foreign", text))


def _of_whole(old: Questionnaire, new: Questionnaire) -> Iterator[VersionDifference]:
    aspects = {
        aspect: _WORDING
        for aspect in ("title", "period", "status", "sources")
        if getattr(old, aspect) != getattr(new, aspect)
    }
    if _titles(old) != _titles(new) or _moved(_sections(old), _sections(new)):
        aspects["sections"] = _WORDING
    if old.policy != new.policy:
        aspects["policy"] = _WORDING if _bare(old.policy) == _bare(new.policy) else _BREAKING
    before, after = old.layout.places, new.layout.places
    if [code for code in before if code in after] != [code for code in after if code in before]:
        aspects["order"] = _WORDING
    for aspect, kind in aspects.items():
        yield VersionDifference(question=None, aspect=aspect, kind=kind)


def _titles(one: Questionnaire) -> list[tuple[str, Text]]:
    return [(section.code, section.title) for section in one.sections]


def _sections(one: Questionnaire) -> dict[str, str]:
    """Give the section of each question that stands directly in one."""
    return {question.code: part.code for part in one.sections for question in part.questions}


def _moved(before: Mapping[str, str], after: Mapping[str, str]) -> bool:
    return any(before[code] != after[code] for code in before if code in after)


def _of_questions(old: Questionnaire, new: Questionnaire) -> Iterator[VersionDifference]:
    before, after = old.layout, new.layout
    for code, place in before.places.items():
        if code not in after.places:
            yield VersionDifference(question=code, aspect="removed", kind=_BREAKING)
            continue
        for aspect, kind in _aspects(place.question, after.places[code].question):
            yield VersionDifference(question=code, aspect=aspect, kind=kind)
        if before.parents[code] != after.parents[code]:
            yield VersionDifference(question=code, aspect="group", kind=_BREAKING)
    for code, place in after.places.items():
        if code not in before.places:
            kind = _BREAKING if place.question.required else _COMPATIBLE
            yield VersionDifference(question=code, aspect="added", kind=kind)


def _bare(value: object) -> object:
    """Give *value* without what only people read: texts, sources, statuses."""
    if isinstance(value, Text | Source | Status):
        return None
    if isinstance(value, tuple):
        return tuple(_bare(member) for member in cast("tuple[object, ...]", value))
    if isinstance(value, Value):
        kind: Any = type(value)
        return kind, *(_bare(getattr(value, field.name)) for field in attrs.fields(kind))
    return value


def _aspects(old: Question, new: Question) -> Iterator[tuple[str, ChangeKind]]:
    """Go through the fields of a question that differ; the questions of a group apart."""
    for field in attrs.fields(Question):
        before, after = getattr(old, field.name), getattr(new, field.name)
        if field.name != "questions" and before != after:
            yield field.name, _JUDGES.get(field.name, _breaks)(before, after)


def _breaks(_: object, __: object) -> ChangeKind:
    return _BREAKING


def _is_read(_: object, __: object) -> ChangeKind:
    return _WORDING


def _compatible_if(is_wider: object) -> ChangeKind:
    return _COMPATIBLE if is_wider else _BREAKING


def _options(old: tuple[Option, ...], new: tuple[Option, ...]) -> ChangeKind:
    # An option that moves may stand for another rank to whoever reads the form.
    if _bare(old) != _bare(new[: len(old)]):
        return _BREAKING
    return _WORDING if len(old) == len(new) else _COMPATIBLE


def _wider(old: Bound | None, new: Bound | None, *, least: bool) -> bool:
    """Say whether every answer within the bound *old* is within *new*."""
    if old is None or new is None:
        return new is None
    if isinstance(old, MonthsBack) and isinstance(new, MonthsBack):
        return (new.months >= old.months) is least
    if isinstance(old, MonthsBack) or isinstance(new, MonthsBack) or type(old) is not type(new):
        return False
    return bool(new <= old if least else new >= old)  # type: ignore[operator]


_SENSITIVITY = tuple(Sensitivity)
_JUDGES: Mapping[str, Callable[[Any, Any], ChangeKind]] = {
    "text": _is_read,
    "rule": _is_read,
    "status": _is_read,
    "options": _options,
    "max_answers": lambda old, new: _compatible_if(new > old),
    "least": lambda old, new: _compatible_if(_wider(old, new, least=True)),
    "most": lambda old, new: _compatible_if(_wider(old, new, least=False)),
    "not_before": lambda _, new: _compatible_if(new is None),
    "sensitivity": lambda old, new: _compatible_if(
        _SENSITIVITY.index(new) > _SENSITIVITY.index(old)
    ),
}
"""How a difference in a field is judged; in any other it is breaking."""
