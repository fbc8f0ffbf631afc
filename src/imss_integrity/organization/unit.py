"""Units of the Institute: who they are, to whom they belong, where they stand.

Unidades. A unit has exactly one parent: an OOAD, a UMAE or the central level. Its place may
differ from its parent: the hospitals of a UMAE stand in an OOAD without belonging to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar, cast

import attrs

from ..kernel.arguments import alike_codes, members_of
from ..kernel.errors import Fault, InconsistentError, UnknownCodeError, raise_any
from ..kernel.fields import CODE, NAME, Each, FieldRule, InstanceOf, OneOf, Optional
from ..kernel.rows import Row, read_rows
from ..kernel.text import Text
from ..kernel.values import Value
from .bodies import CentralLevel, Ooad, Umae
from .keys import BudgetKey, Clues
from .kinds import UnitGroup, UnitKind

__all__ = ["Parent", "Unit", "place_of", "units"]

Parent = Ooad | Umae | CentralLevel
"""What a unit can belong to."""

Body = TypeVar("Body")


@attrs.frozen
class _ParentRule(FieldRule):
    """The value is an OOAD, a UMAE or the central level."""

    def fault(self, path: str, value: object) -> Fault | None:
        if isinstance(value, Ooad | Umae | CentralLevel):
            return None
        text = Text(
            f"'{path}' debe ser un Ooad, una Umae o el nivel central",
            f"'{path}' must be an Ooad, a Umae or the central level",
        )
        return Fault(path, "type", text)


_PARENT = _ParentRule()


@attrs.frozen(kw_only=True, weakref_slot=False)
class Unit(Value):
    """A unit that applies the competitiveness model.

    Unidad.

    Attributes:
        code: Code, unique in a portfolio; two codes may not differ by case alone.
        name: Name for people.
        kind: What it is.
        parent: The body it belongs to.
        place: The OOAD in which it stands, where that is stated; see `place_of`.
        clues: Its key as a health establishment; ``None``: it has none, or it is not known.
        budget_key: Its budget key; ``None``: not known.

    Raises:
        InvalidValueError: If a field breaks its rule.

    Source:
        One parent: derived from the unit master list and procedure 1280-003-004.

    >>> jalisco = Ooad(code="14", name="Jalisco", short_name="Jalisco", state_code="14",
    ...     iso="MX-JAL")
    >>> clinic = Unit(code="UMF-900", name="UMF 900", kind=UnitKind.UMF, parent=jalisco)
    >>> clinic.group, place_of(clinic)
    (<UnitGroup.MEDICAL: 'medica'>, '14')
    >>> attrs.evolve(clinic, parent="14")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'parent' must be an Ooad, a Umae or the ...
    """

    code: str = attrs.field(validator=CODE)
    name: str = attrs.field(validator=NAME)
    kind: UnitKind = attrs.field(validator=OneOf(UnitKind))
    parent: Parent = attrs.field(validator=_PARENT)
    place: Ooad | None = attrs.field(default=None, validator=Optional(InstanceOf(Ooad)))
    clues: Clues | None = attrs.field(default=None, validator=Optional(InstanceOf(Clues)))
    budget_key: BudgetKey | None = attrs.field(
        default=None, validator=Optional(InstanceOf(BudgetKey))
    )

    @property
    def group(self) -> UnitGroup | None:
        """The group of its kind; ``None`` where no source tells it."""
        return self.kind.group


def place_of(unit: Unit) -> str | None:
    """Give the code of the OOAD in which *unit* stands, which need not be its parent.

    Lugar de la unidad. What is stated comes first, then the budget key, then a parent that
    is an OOAD; ``None`` where none of them tells.

    Source:
        Derived from the unit master list: keys of UMAE begin with the OOAD of the place.

    >>> umae = Umae(code="4T", name="UMAE 20 HP CMN Occidente", state_code="14")
    >>> ward = Unit(code="HP-CMNO", name="HP", kind=UnitKind.HP, parent=umae,
    ...     budget_key=BudgetKey("14A601122153"))
    >>> place_of(ward), place_of(attrs.evolve(ward, budget_key=None))
    ('14', None)
    """
    InstanceOf(Unit).check("unit", unit)
    if unit.place is not None:
        return unit.place.code
    if unit.budget_key is not None:
        return unit.budget_key.ooad
    return unit.parent.code if isinstance(unit.parent, Ooad) else None


def units(
    rows: Iterable[Mapping[str, object]],
    *,
    parents: Iterable[Parent],
    columns: Mapping[str, str] | None = None,
) -> tuple[Unit, ...]:
    """Read units from the rows of a spreadsheet or data frame.

    Unidades desde filas. Columns: ``unit, name, kind, parent`` and, if there, ``place, clues,
    budget_key``; other columns are ignored. Kinds are read as people write them, parent and
    place by their codes.

    Args:
        rows: Mappings from header to cell.
        parents: The bodies that units may belong to, such as those of the catalogue.
        columns: Field -> header, for other headers.

    Returns:
        The units by code.

    Raises:
        InvalidValueError: Naming every bad row at once, or a parent that is none.
        InconsistentError: If a code appears twice, or two differ by case alone.

    >>> jalisco = Ooad(code="14", name="Jalisco", short_name="Jalisco", state_code="14",
    ...     iso="MX-JAL")
    >>> row = {"unit": "G-1", "name": "Guardería 1", "kind": "Guardería", "parent": "14"}
    >>> units([row], parents=[jalisco])[0].kind
    <UnitKind.GUARDERIA: 'guarderia'>
    >>> units([{**row, "parent": 14}], parents=[jalisco])
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: row 1: 'parent' must be text; read this ...
    """
    given = cast("tuple[Parent, ...]", members_of("parents", parents, object))
    Each(_PARENT).check("parents", given)
    bodies: dict[str, Parent] = {parent.code: parent for parent in given}
    ooads = {parent.code: parent for parent in given if isinstance(parent, Ooad)}

    def read(row: Row) -> Unit:
        place, clues, key = row.code("place"), row.code("clues"), row.code("budget_key")
        return Unit(
            code=row.required("unit", row.code),
            name=row.required("name", row.name),
            kind=UnitKind.parse(row.required("kind", row.name)),
            parent=_named("parent", row.required("parent", row.code), bodies),
            place=None if place is None else _named("place", place, ooads),
            clues=None if clues is None else Clues.parse(clues, path="clues"),
            budget_key=None if key is None else BudgetKey.parse(key, path="budget_key"),
        )

    found = read_rows(
        rows,
        read,
        fields=("unit", "name", "kind", "parent"),
        optional=("place", "clues", "budget_key"),
        columns=columns,
    )
    check_distinct(unit.code for unit in found)
    return tuple(sorted(found, key=lambda unit: unit.code))


def _named(field: str, code: str, known: Mapping[str, Body]) -> Body:
    """Give the one of the *known* bodies that *code* names."""
    if code in known:
        return known[code]
    sentence = Text(
        "'{field}' no está entre los órganos dados en 'parents'",
        "'{field}' is not among the bodies given in 'parents'",
    )
    raise UnknownCodeError(Fault(field, "unknown", sentence.format(field=field)))


def check_distinct(codes: Iterable[str]) -> None:
    """Refuse codes that appear twice or that differ by case alone: they print alike.

    Raises:
        InconsistentError: Naming every such code.
    """
    raise_any(alike_codes("unit", codes), InconsistentError)
