"""A questionnaire from the rows of a table.

Cuestionario desde una hoja de cálculo. Same manners as everywhere: blank cells are absent,
every bad row is named, and columns may be renamed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

import attrs

from ..kernel.errors import Fault, InvalidValueError, must, raise_any
from ..kernel.exact import parse_exact
from ..kernel.fields import LABEL, Name, choice
from ..kernel.rows import Row, in_row, read_rows
from ..kernel.text import Text
from .answers import AnswerValue, QuestionType, parse_value
from .conditions import Condition, Match, MonthsBack, Operator
from .questions import MAX_LEVELS, Bound, Option, Question, Role, Section, Sensitivity

__all__ = ["sections_of"]

_FIELDS = ("section", "question", "type", "text_es")
_OPTIONAL = (
    *("text_en", "group", "required", "repeats", "options", "when", "match", "least", "most"),
    *("not_before", "role", "sensitivity"),
)
_WORDING = Name(LABEL.limit)
_LIST = Name(32_767, line_breaks=True)  # a whole cell of a spreadsheet
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

    def fault(self, field: str, code: str, rule: Text, value: object) -> Fault:
        return in_row(self.number, must(field, code, rule, value))


def sections_of(
    rows: Iterable[Mapping[str, object]],
    *,
    columns: Mapping[str, str] | None,
    relations: tuple[Option, ...],
) -> tuple[Section, ...]:
    """Read sections from rows; see `Questionnaire.from_records`."""
    drafts: list[_Draft] = []

    def read(row: Row) -> None:
        # Rows are numbered from 1; one that is refused refuses them all.
        drafts.append(_draft(row, len(drafts) + 1, relations))

    read_rows(rows, read, fields=_FIELDS, optional=_OPTIONAL, columns=columns)
    faults = [*_repeated(drafts), *_misplaced(drafts)]
    types = {draft.question.code: draft.question.type for draft in drafts}
    whole = [attrs.evolve(d, question=_with_conditions(d, types, faults)) for d in drafts]
    raise_any(faults)
    names = dict.fromkeys(draft.section for draft in whole)
    return tuple(
        Section(
            code=f"S{place}",
            title=Text(name),
            questions=tuple(_nested([d for d in whole if d.section == name], None)),
        )
        for place, name in enumerate(names, start=1)
    )


def _repeated(drafts: Sequence[_Draft]) -> Iterator[Fault]:
    seen: set[str] = set()
    for draft in drafts:
        if (code := draft.question.code) in seen:
            yield draft.fault(
                "question", "duplicate", Text("no repetir claves", "repeat no code"), code
            )
        seen.add(code)


def _misplaced(drafts: Sequence[_Draft]) -> Iterator[Fault]:
    """Go through the rows whose group is not there, lies too deep, or holds itself."""
    groups = {(d.section, d.question.code): d for d in drafts if d.question.is_group}
    for draft in drafts:
        if draft.group is None:
            continue
        if (draft.section, draft.group) not in groups:
            rule = Text("nombrar un grupo de su sección", "name a group of its section")
            yield draft.fault("group", "unknown", rule, draft.group)
        elif _is_too_deep(draft, groups):
            rule = Text(
                "estar a lo más a 16 niveles, sin anillos de grupos",
                "lie at most 16 levels deep, in no ring of groups",
            )
            yield draft.fault("group", "depth", rule, draft.group)


def _is_too_deep(draft: _Draft, groups: Mapping[tuple[str, str], _Draft]) -> bool:
    above: _Draft | None = draft
    for _ in range(MAX_LEVELS):
        if above is None or above.group is None:
            return False
        above = groups.get((above.section, above.group))
    return True


def _nested(drafts: Sequence[_Draft], group: str | None) -> Iterator[Question]:
    for draft in drafts:
        if draft.group == group:
            inside = tuple(_nested(drafts, draft.question.code))
            yield attrs.evolve(draft.question, questions=inside)


def _draft(row: Row, number: int, relations: tuple[Option, ...]) -> _Draft:
    kind = choice(QuestionType, row.required("type", row.name), path="type")
    options = tuple(_options(row.name("options", _LIST) or ""))
    role, match = row.name("role"), row.name("match")
    question = Question(
        code=row.required("question", row.code),
        text=Text(
            row.required("text_es", lambda field: row.name(field, _WORDING)),
            row.name("text_en", _WORDING),
        ),
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
    return _Draft(number, section, row.code("group"), question, row.name("when", _LIST))


def _truth(row: Row, field: str) -> bool:
    cell = row.cell(field)
    return False if cell is None else _read_truth(field, cell)


def _read_truth(field: str, cell: object) -> bool:
    known = _TRUTHS.get(cell.strip().lower()) if isinstance(cell, str) else cell
    if not isinstance(known, bool):
        raise InvalidValueError(must(field, "type", Text("ser sí o no", "be yes or no"), cell))
    return known


def _options(cell: str) -> Iterator[Option]:
    for piece in filter(None, (piece.strip() for piece in cell.split("|"))):
        code, _, label = piece.partition("=")
        name, colon, weight = label.rpartition(":")
        # A colon that no number follows belongs to the name.
        number = _number(weight) if colon else None
        text = (label if number is None else name).strip() or code.strip()
        try:
            yield Option(code=code.strip(), name=Text(text), weight=number)
        except InvalidValueError as error:
            placed = error.under("options")
            raise placed from None


def _number(text: str) -> Fraction | None:
    try:
        return parse_exact(text.strip())
    except InvalidValueError:
        return None


def _bound(kind: QuestionType, row: Row, field: str) -> Bound | None:
    cell = row.cell(field)
    if cell is None:
        return None
    if kind is QuestionType.INTEGER:
        return row.whole(field)
    if kind is QuestionType.DATE:
        return _months(cell) or row.day(field)
    value: Bound = parse_value(kind, str(cell), path=field)  # type: ignore[assignment]
    return value


def _months(cell: object) -> MonthsBack | None:
    """Read ``-24m``, the earliest day of a window of 24 months; ``None``: it is something else."""
    written = _MONTHS.fullmatch(cell.strip()) if isinstance(cell, str) else None
    return MonthsBack(int(written[1])) if written else None


def _with_conditions(
    draft: _Draft, types: Mapping[str, QuestionType], faults: list[Fault]
) -> Question:
    conditions: list[Condition] = []
    for piece in filter(None, (piece.strip() for piece in (draft.when or "").split(";"))):
        read = _CONDITION.fullmatch(piece)
        if read is None:
            rule = Text(
                "decir reactivo, operador y valor, como 'FAM1 = si'",
                "say question, operator and value, as in 'FAM1 = si'",
            )
            faults.append(draft.fault("when", "condition", rule, piece))
        elif read[1] not in types:
            rule = Text("depender de un reactivo de la hoja", "depend on a question of the sheet")
            faults.append(draft.fault("when", "unknown", rule, read[1]))
        else:
            try:
                conditions.append(_condition(read, types[read[1]]))
            except InvalidValueError as error:
                faults.extend(in_row(draft.number, one) for one in error.under("when").faults)
    try:
        return attrs.evolve(draft.question, when=tuple(conditions))
    except InvalidValueError as error:  # too many of them
        faults.extend(in_row(draft.number, one) for one in error.faults)
        return draft.question


def _condition(read: re.Match[str], kind: QuestionType) -> Condition:
    comparison, text = Operator(read[2]), read[3].strip()
    value: AnswerValue | MonthsBack
    if comparison is Operator.EXISTS or kind is QuestionType.BOOLEAN:
        value = _read_truth("value", text)
    elif kind is QuestionType.DATE:
        value = _months(text) or parse_value(kind, text)
    elif kind is QuestionType.INTEGER:
        value = parse_value(kind, parse_value(QuestionType.DECIMAL, text))
    else:
        value = parse_value(kind, text)
    return Condition(read[1], comparison, value)
