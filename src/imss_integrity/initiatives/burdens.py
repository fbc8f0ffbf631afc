"""What a procedure costs people, and what making it simpler saves them.

Carga administrativa, costo burocrático.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

import attrs

from ..kernel.exact import shown_number
from ..kernel.fields import Each, InstanceOf, OneOf
from ..kernel.provenance import Source, Status
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value
from .procedures import Procedure, ProcedureVersion, exact_decimal

__all__ = ["AdministrativeBurden", "administrative_burden"]

_SOURCES = (
    Source(
        code="costeo-estandar",
        title=Text(
            "Modelo de Costeo Estándar, usado por la COFEMER desde 2010 (forma recordada, sin"
            " confirmar)",
            "Standard Cost Model, used by COFEMER since 2010 (its form recalled, not confirmed)",
        ),
    ),
)
_PARTS = {
    "tariff": Text("tarifa por unidad de tiempo", "tariff for a unit of time"),
    "time": Text("tiempo de un caso", "time of a case"),
    "outlays": Text("desembolsos de un caso", "outlays of a case"),
    "price": Text("precio de un caso", "price of a case"),
    "population": Text("población", "population"),
    "frequency": Text("frecuencia anual", "frequency in a year"),
    "quantity": Text("casos al año", "cases in a year"),
    "opportunity_cost": Text("costo de oportunidad", "opportunity cost"),
    "cost": Text("costo al año", "cost in a year"),
}


@attrs.frozen(kw_only=True, weakref_slot=False)
class AdministrativeBurden(Report, Value):
    """What a procedure costs people in a year, before and after, and what is saved.

    Carga administrativa. Records have one row for each part of the cost.

    Attributes:
        procedure: The procedure.
        status: ``OWN``: the form of the model is recalled, the saving is an own formula.
        sources: What the model rests on.

    Raises:
        InvalidValueError: If a field breaks its rule.
    """

    procedure: Procedure = attrs.field(validator=InstanceOf(Procedure))
    status: Status = attrs.field(validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(validator=Each(InstanceOf(Source)))

    @property
    def before(self) -> Decimal:
        """The cost in a year before, in pesos, exact."""
        return self.procedure.before.cost

    @property
    def after(self) -> Decimal:
        """The cost in a year after, in pesos, exact."""
        return self.procedure.after.cost

    @property
    def saving(self) -> Decimal:
        """What is saved in a year, in pesos, exact: before less after; negative: it costs more."""
        return exact_decimal(Fraction(self.before) - Fraction(self.after))

    @property
    def saving_share(self) -> Fraction | None:
        """What is saved of the cost before, exact, at most 1: one less after by before.

        ``None``: it cost nothing before.
        """
        if not self.before:
            return None
        return 1 - Fraction(self.after) / Fraction(self.before)

    def _table(self, language: Language) -> Table:
        title = Text("{code}, {name}: ahorro anual de {saving} pesos{share}", _TITLE)
        share = "" if self.saving_share is None else f" ({_percent(self.saving_share)})"
        return Table(
            title=title.format(
                code=self.procedure.code,
                name=self.procedure.name,
                saving=_shown(self.saving),
                share=share,
            ).to(language),
            lines=tuple(line.to(language) for line in self._digital()),
            header=_HEADER[language],
            rows=tuple(
                (label.to(language), *map(_shown, self._values(part)))
                for part, label in _PARTS.items()
            ),
        )

    def _digital(self) -> Iterator[Text]:
        line = Text("Pasos digitales: {before} antes, {after} después", _STEPS)
        versions = (self.procedure.before, self.procedure.after)
        if any(one.steps for one in versions):
            before, after = map(_shown_steps, versions)
            yield line.format(before=before, after=after)

    def _values(self, part: str) -> tuple[int | Decimal, int | Decimal]:
        return (getattr(self.procedure.before, part), getattr(self.procedure.after, part))

    def _records(self) -> list[dict[str, object]]:
        return [
            {
                "procedure": self.procedure.code,
                "part": part,
                "before": before,
                "after": after,
                "status": self.status.value,
            }
            for part in _PARTS
            for before, after in (self._values(part),)
        ]


_TITLE = "{code}, {name}: {saving} pesos saved in a year{share}"
_STEPS = "Digital steps: {before} before, {after} after"
_HEADER = {
    Language.ES: ("parte", "antes", "después"),
    Language.EN: ("part", "before", "after"),
}


def administrative_burden(procedure: Procedure) -> AdministrativeBurden:
    """Work out what a procedure costs people, and what making it simpler saves them.

    Carga administrativa: (tariff x time + outlays) x (population x frequency), and what
    waiting costs, before and after.

    Args:
        procedure: The procedure in both versions.

    Returns:
        Costs, saving and its share, exact; saving and cost after add up to the cost before.

    Raises:
        InvalidValueError: If *procedure* is none.

    Source:
        Standard Cost Model; its form is recalled and the share saved is own.

    >>> now = ProcedureVersion(tariff=Decimal(60), time=Decimal("2.5"), outlays=Decimal(50),
    ...     population=1_000, frequency=Decimal(1), steps=4)
    >>> digital = attrs.evolve(now, time=Decimal("0.5"), outlays=Decimal(0), digital_steps=3)
    >>> burden = administrative_burden(Procedure(code="IMSS-02-001",
    ...     name=Text("Alta", "Enrolment"), before=now, after=digital))
    >>> burden.before, burden.after, burden.saving, burden.saving_share
    (Decimal('200000.00'), Decimal('30000.00'), Decimal('170000.00'), Fraction(17, 20))
    >>> administrative_burden("IMSS-02-001")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'procedure' must be of type Procedure: got a...
    """
    InstanceOf(Procedure).check("procedure", procedure)
    return AdministrativeBurden(procedure=procedure, status=Status.OWN, sources=_SOURCES)


def _shown(value: int | Decimal) -> str:
    # As a fraction: a product of decimals has more digits than a number that is read may have.
    return shown_number(Fraction(value))


def _percent(share: Fraction) -> str:
    return f"{shown_number(100 * share)} %"


def _shown_steps(version: ProcedureVersion) -> str:
    share = version.digital_share
    return (
        "?" if share is None else f"{version.digital_steps} / {version.steps} ({_percent(share)})"
    )
