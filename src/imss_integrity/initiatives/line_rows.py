"""Action lines from the rows of a spreadsheet or data frame.

Líneas de acción desde una hoja de cálculo, one a row; the days on which a line was begun, met
or cancelled stand in a column each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from ..kernel.fields import LABEL, Name, choice
from ..kernel.rows import Row, read_rows
from ..kernel.text import Text
from .line_states import LineState, StateChange
from .lines import ActionLine, TargetKind

__all__ = ["action_lines"]

_FIELDS = ("strategy", "code", "what_es", "owner", "start", "due", "indicator_es", "target")
_CHANGES = {
    "begun": LineState.UNDER_WAY,
    "met": LineState.MET,
    "cancelled": LineState.CANCELLED,
}
_OPTIONAL = (
    *("what_en", "indicator_en", "advance", "target_kind", "weight"),
    *("verification_es", "verification_en", "evidence", "risks"),
    *_CHANGES,
)
_WORDING = Name(LABEL.limit)
_LIST = Name(32_767, line_breaks=True)  # a whole cell of a spreadsheet
_BETWEEN_CODES = re.compile(r"[\s,;|]+")


def action_lines(
    rows: Iterable[Mapping[str, object]], *, columns: Mapping[str, str] | None = None
) -> tuple[ActionLine, ...]:
    """Read action lines, one a row.

    Líneas de acción desde filas.

    Args:
        rows: Mappings from header to cell. Columns `strategy`, `code`, `what_es`, `owner`,
            `start`, `due`, `indicator_es` and `target` must be there; `what_en`,
            `indicator_en`, `advance`, `target_kind` (``total`` or ``minimo``), `weight`,
            `verification_es`, `verification_en`, `evidence` (separated by ``|``), `risks`
            (codes separated by spaces, commas, semicolons or ``|``), and the days `begun`,
            `met` and `cancelled` may be.
        columns: Field -> header, for headers that differ from the field names.

    Returns:
        The lines, in the order of the rows. A line without any of the three days is planned;
        of one that has any, the advance must be told, because what is not known is not 0.

    Raises:
        InvalidValueError: Naming every bad row at once.

    Source:
        Own.

    >>> row = {"Estrategia": "E1", "Línea": "L1", "Qué": "Capacitar", "Responsable": "uit",
    ...     "Inicio": "2026-01-01", "Vence": "2026-06-30", "Indicador": "personas", "Meta": 300.0,
    ...     "Avance": 120, "Empezó": "2026-02-01", "Riesgos": "R1, R2"}
    >>> headers = {"strategy": "Estrategia", "code": "Línea", "what_es": "Qué",
    ...     "owner": "Responsable", "start": "Inicio", "due": "Vence",
    ...     "indicator_es": "Indicador", "target": "Meta", "advance": "Avance",
    ...     "begun": "Empezó", "risks": "Riesgos"}
    >>> line = action_lines([row], columns=headers)[0]
    >>> line.share, line.state.value, line.risks
    (Fraction(2, 5), 'en_curso', ('R1', 'R2'))
    >>> action_lines([{**row, "Meta": 0}], columns=headers)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: row 1: 'target' must be above 0: got 0 @ row...
    """
    return read_rows(rows, _line, fields=_FIELDS, optional=_OPTIONAL, columns=columns)


def _line(row: Row) -> ActionLine:
    changes = tuple(_changes(row))
    advance = row.required("advance", row.exact) if changes else row.exact("advance")
    kind, weight = row.name("target_kind"), row.exact("weight")
    verification = row.name("verification_es", _WORDING)
    return ActionLine(
        strategy=row.required("strategy", row.code),
        code=row.required("code", row.code),
        what=_text(row, "what"),
        owner=row.required("owner", row.code),
        start=row.required("start", row.day),
        due=row.required("due", row.day),
        indicator=_text(row, "indicator"),
        target=row.required("target", row.exact),
        advance=advance or Fraction(0),
        target_kind=choice(TargetKind, kind or TargetKind.WHOLE, path="target_kind"),
        weight=Fraction(1) if weight is None else weight,
        verification=None if verification is None else _text(row, "verification"),
        evidence=tuple(_pieces(row.name("evidence", _LIST), "|")),
        risks=tuple(filter(None, _BETWEEN_CODES.split(row.name("risks", _LIST) or ""))),
        changes=changes,
    )


def _changes(row: Row) -> Iterator[StateChange]:
    for field, state in _CHANGES.items():
        if (day := row.day(field)) is not None:
            yield StateChange(state=state, on=day)


def _text(row: Row, field: str) -> Text:
    es = row.required(f"{field}_es", lambda name: row.name(name, _WORDING))
    return Text(es, row.name(f"{field}_en", _WORDING))


def _pieces(cell: str | None, separator: str) -> Iterator[str]:
    return (piece.strip() for piece in (cell or "").split(separator) if piece.strip())
