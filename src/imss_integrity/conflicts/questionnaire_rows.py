"""A questionnaire from the rows of a table.

Cuestionario desde una hoja de cálculo. Same manners as everywhere: blank cells are absent,
every bad row is named, and columns may be renamed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

import attrs

from ..kernel.errors import Fault, InvalidValueError, must, raise_any
from ..kernel.exact import parse_exact
from ..kernel.fields import choice
from ..kernel.rows import Row, read_rows
from ..kernel.text import Text
from .answers import QuestionType, parse_value
from .conditions import Condition, Match, MonthsBack, Operator
from .questions import Bound, Option, Question, Role, Section, Sensitivity

__all__ = ["sections_of"]

_FIELDS = ("section", "question", "type", "text_es")
_OPTIONAL = (
    *("text_en", "group", "required", "repeats", "options", "when", "match", "least", "most"),
    *("not_before", "role", "sensitivity"),
)
_CONDITION = re.compile(r"(\S+)\s+(exists|!=|>=|<=|=|>|<)\s+(.+)", re.ASCII | re.DOTALL)
_MONTHS = re.compile(r"-([0-9]{1,4})m", re.ASCII)
_TRUTHS = {"si": True, "sí": True, "true": True, "no": False, "false": False}


@attrs.frozen
class _Draft:
    """A row that was read, before its conditions know their sources."""

    number: int
    section: str
    group: str | None
    question: Question
    when: str | None


def sections_of(
    rows: Iterable[Mapping[str, object]],
    *,
    columns: Mapping[str, str] | None,
    relations: tuple[Option, ...],
) -> tuple[Section, ...]:
    """Read sections from rows; see `Questionnaire.from_records`."""
    drafts: list[_Draft] = []

    def read(row: Row) -> None:
        drafts.append(_draft(row, len(drafts), relations))

    read_rows(rows, read, fields=_FIELDS, optional=_OPTIONAL, columns=columns)
    types = {draft.question.code: draft.question.type for draft in drafts}
    faults: list[Fault] = []
    whole = [attrs.evolve(d, question=_with_conditions(d, types, faults)) for d in drafts]
    groups = {draft.question.code for draft in whole if draft.question.is_group}
    for draft in whole:
        if draft.group is not None and draft.group not in groups:
            rule = Text("nombrar un grupo de la hoja", "name a group of the sheet")
            faults.append(must(f"rows[{draft.number}].group", "unknown", rule, draft.group))
    raise_any(faults)
    names = dict.fromkeys(draft.section for draft in whole)
    return tuple(
        Section(
            code=f"S{place}",
            title=Text(name),
            questions=tuple(_nested([d for d in whole if d.section == name], None, depth=0)),
        )
        for place, name in enumerate(names, start=1)
    )


def _nested(drafts: list[_Draft], group: str | None, *, depth: int) -> Iterator[Question]:
    for draft in drafts:
        if draft.group == group and depth < len(drafts):  # a ring of groups ends here
            inside = tuple(_nested(drafts, draft.question.code, depth=depth + 1))
            yield attrs.evolve(draft.question, questions=inside)


def _draft(row: Row, number: int, relations: tuple[Option, ...]) -> _Draft:
    kind = choice(QuestionType, row.required("type", row.name), path="type")
    options = tuple(_options(row.name("options") or ""))
    role, match = row.name("role"), row.name("match")
    question = Question(
        code=row.required("question", row.code),
        text=Text(row.required("text_es", row.name), row.name("text_en")),
        type=kind,
        required=_truth(row, "required"),
        repeats=_truth(row, "repeats"),
        options=relations if kind is QuestionType.KINSHIP and not options else options,
        least=_bound(kind, row, "least"),
        most=_bound(kind, row, "most"),
        not_before=row.code("not_before"),
        match=None if match is None else choice(Match, match, path="match"),
        role=None if role is None else choice(Role, role, path="role"),
        sensitivity=choice(
            Sensitivity, row.name("sensitivity") or Sensitivity.PERSONAL, path="sensitivity"
        ),
    )
    section = row.required("section", row.name)
    return _Draft(number, section, row.code("group"), question, row.name("when"))


def _truth(row: Row, field: str) -> bool:
    cell = row.cell(field)
    if cell is None or isinstance(cell, bool):
        return bool(cell)
    known = _TRUTHS.get(cell.strip().lower()) if isinstance(cell, str) else None
    if known is None:
        raise InvalidValueError(must(field, "type", Text("ser sí o no", "be yes or no"), cell))
    return known


def _options(cell: str) -> Iterator[Option]:
    for piece in filter(None, (piece.strip() for piece in cell.split("|"))):
        code, _, label = piece.partition("=")
        name, colon, weight = label.rpartition(":")
        # A colon that no number follows belongs to the name.
        number = _number(weight) if colon else None
        text = (label if number is None else name).strip() or code.strip()
        yield Option(code=code.strip(), name=Text(text), weight=number)


def _number(text: str) -> Fraction | None:
    try:
        return parse_exact(text.strip())
    except InvalidValueError:
        return None


def _bound(kind: QuestionType, row: Row, field: str) -> Bound | None:
    cell = row.cell(field)
    if cell is None:
        return None
    if isinstance(cell, str) and (months := _MONTHS.fullmatch(cell.strip())):
        return MonthsBack(int(months[1]))
    if kind is QuestionType.INTEGER:
        return row.whole(field)
    if kind is QuestionType.DATE:
        return row.day(field)
    value: Bound = parse_value(kind, str(cell), path=field)  # type: ignore[assignment]
    return value


def _with_conditions(
    draft: _Draft, types: Mapping[str, QuestionType], faults: list[Fault]
) -> Question:
    conditions: list[Condition] = []
    for piece in filter(None, (piece.strip() for piece in (draft.when or "").split(";"))):
        read = _CONDITION.fullmatch(piece)
        kind = types.get(read[1]) if read else None
        if read is None or kind is None:
            rule = Text(
                "decir reactivo, operador y valor, como 'FAM1 = si'",
                "say question, operator and value, as in 'FAM1 = si'",
            )
            faults.append(must(f"rows[{draft.number}].when", "condition", rule, piece))
            continue
        try:
            conditions.append(_condition(read, kind))
        except InvalidValueError as error:
            faults.extend(error.under(f"rows[{draft.number}].when").faults)
    return attrs.evolve(draft.question, when=tuple(conditions))


def _condition(read: re.Match[str], kind: QuestionType) -> Condition:
    comparison, text = Operator(read[2]), read[3].strip()
    if comparison is Operator.EXISTS or kind is QuestionType.BOOLEAN:
        value = _TRUTHS.get(text.lower(), text)
        return Condition(read[1], comparison, value)
    if months := _MONTHS.fullmatch(text):
        return Condition(read[1], comparison, MonthsBack(int(months[1])))
    if kind is QuestionType.INTEGER:
        number = _number(text)
        whole = number is not None and number.denominator == 1
        return Condition(read[1], comparison, number.numerator if whole and number else text)
    return Condition(read[1], comparison, parse_value(kind, text, path="value"))
