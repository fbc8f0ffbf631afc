"""A matrix of risks from the rows of a spreadsheet or data frame.

Matriz de riesgos desde una hoja de cálculo: one row for each control, the cells of the risk
in the first of its rows. Factors and work plans are not here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any

import attrs

from ..kernel.errors import Fault, InconsistentError, InvalidValueError, must, raise_any
from ..kernel.fields import LABEL, Name, choice
from ..kernel.rows import Row, read_rows
from ..kernel.text import Text
from .quadrants import SCALE, RiskValuation
from .risk_controls import QUALITIES, ControlKind, RiskControl
from .risk_terms import DecisionLevel, ResidualRule, RiskKind, RiskStrategy
from .risks import Risk

__all__ = ["risk_matrix"]

_TERMS: Mapping[str, type[StrEnum]] = {
    "kind": RiskKind,
    "level": DecisionLevel,
    "strategy": RiskStrategy,
    "residual_rule": ResidualRule,
}
_SCALES = ("initial_impact", "initial_probability", "final_impact", "final_probability")
_FIELDS = ("code", "name_es", "kind", "level", *_SCALES, "strategy")
_OPTIONAL = (
    *("name_en", "residual_rule", "control", "control_es", "control_en", "control_kind"),
    *QUALITIES,
)
_WORDING = Name(LABEL.limit)
_TRUTHS = {"si": True, "sí": True, "no": False}


@attrs.frozen
class _Line:
    """One row as it was read: what it says of its risk, and its control."""

    code: str
    told: dict[str, Any]
    control: RiskControl | None


def risk_matrix(
    rows: Iterable[Mapping[str, object]], *, columns: Mapping[str, str] | None = None
) -> tuple[Risk, ...]:
    """Read the risks of a matrix, one control a row.

    Matriz de riesgos desde filas. Rows of one code are of one risk: what they say of it
    stands in any of them, and in none differently, as merged cells arrive.

    Args:
        rows: Mappings from header to cell. Columns `code`, `name_es`, `kind`, `level`,
            `initial_impact`, `initial_probability`, `final_impact`, `final_probability` and
            `strategy` must be there; `name_en`, `residual_rule`, and those of the control
            may be: `control` (its code; blank: no control), `control_es`, `control_en`,
            `control_kind`, and `documented`, `formalised`, `applied`, `effective` (``si`` or
            ``no``).
        columns: Field -> header, for headers that differ from the field names.

    Returns:
        The risks, in the order in which they come up first.

    Raises:
        InvalidValueError: Naming every bad row at once.
        InconsistentError: If a risk lacks a value or has two, or contradicts itself; all
            such risks are named.

    Source:
        Own.

    >>> row = {"Clave": "R1", "name_es": "Compra sin competencia", "kind": "corrupcion",
    ...     "level": "directivo", "initial_impact": 8.0, "initial_probability": 8,
    ...     "final_impact": 8, "final_probability": 3, "strategy": "reducir", "control": "C1",
    ...     "control_es": "Doble revisión", "control_kind": "preventivo", "documented": "si",
    ...     "formalised": "si", "applied": "si", "effective": "si"}
    >>> risk = risk_matrix([row], columns={"code": "Clave"})[0]
    >>> risk.initial.quadrant, risk.final.quadrant, risk.is_controlled
    (<Quadrant.I: 'I'>, <Quadrant.IV: 'IV'>, True)
    >>> risk_matrix([{**row, "effective": "no"}], columns={"code": "Clave"})
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'final' must equal the initial valuation wh...
    """
    lines = read_rows(rows, _line, fields=_FIELDS, optional=_OPTIONAL, columns=columns)
    by_risk: dict[str, list[_Line]] = {}
    for line in lines:
        by_risk.setdefault(line.code, []).append(line)
    risks: list[Risk] = []
    faults: list[Fault] = []
    for code, own in by_risk.items():
        try:
            risks.append(_risk(code, own))
        except InconsistentError as error:
            faults.extend(error.under(f"risks[{code}]").faults)
    raise_any(faults, InconsistentError)
    return tuple(risks)


def _line(row: Row) -> _Line:
    told: dict[str, Any] = {"name": _text(row, "name")}
    told |= {field: row.whole(field, SCALE) for field in _SCALES}
    for field, enum in _TERMS.items():
        term = row.name(field)
        told[field] = None if term is None else choice(enum, term, path=field)
    code = row.code("control")
    return _Line(
        code=row.required("code", row.code),
        told=told,
        control=None if code is None else _control(row, code),
    )


def _control(row: Row, code: str) -> RiskControl:
    kind = row.required("control_kind", row.name)
    qualities = {name: row.required(name, lambda field: _truth(row, field)) for name in QUALITIES}
    return RiskControl(
        code=code,
        what=row.required("control_es", lambda _: _text(row, "control")),
        kind=choice(ControlKind, kind, path="control_kind"),
        **qualities,
    )


def _text(row: Row, field: str) -> Text | None:
    es, en = row.name(f"{field}_es", _WORDING), row.name(f"{field}_en", _WORDING)
    return None if es is None else Text(es, en)


def _truth(row: Row, field: str) -> bool | None:
    cell = row.cell(field)
    if cell is None or isinstance(cell, bool):
        return cell
    truth = _TRUTHS.get(cell.strip().lower()) if isinstance(cell, str) else None
    if truth is None:
        raise InvalidValueError(must(field, "choice", Text("ser si o no", "be si or no"), cell))
    return truth


def _risk(code: str, lines: list[_Line]) -> Risk:
    told = {field: {line.told[field] for line in lines} - {None} for field in lines[0].told}
    raise_any(_told_faults(told), InconsistentError)
    one = {field: next(iter(values)) for field, values in told.items() if values}
    impact, probability, final_impact, final_probability = (one.pop(scale) for scale in _SCALES)
    return Risk(
        code=code,
        controls=tuple(line.control for line in lines if line.control is not None),
        initial=RiskValuation(impact=impact, probability=probability),
        final=RiskValuation(impact=final_impact, probability=final_probability),
        **one,
    )


def _told_faults(told: Mapping[str, set[Any]]) -> Iterator[Fault]:
    rule = Text(
        "tener un valor, el mismo en todas sus filas", "have one value, the same in all its rows"
    )
    for field, values in told.items():
        if len(values) > 1 or (not values and field != "residual_rule"):
            yield must(field, "inconsistent", rule, len(values))
