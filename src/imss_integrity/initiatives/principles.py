"""Principles of public service, and the texts that name each of them.

Principios. The law of responsibilities names thirteen, the code of ethics of 2025 twelve; ten
of them stand in both.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from ..kernel.provenance import Source
from ..kernel.text import Text

__all__ = ["Principle"]


class Principle(StrEnum):
    """A principle of public service (principio), by its official name in ASCII.

    Source:
        LGRA, art. 7, and Código de Ética e Integridad para un Buen Gobierno (DOF
        2025-11-18), both official; `sources` says which of them names a principle.

    >>> [source.code for source in Principle("transparencia").sources]
    ['codigo-etica-2025']
    >>> Principle("caridad")
    Traceback (most recent call last):
        ...
    ValueError: 'caridad' is not a valid Principle
    """

    ACCOUNTABILITY = "rendicion_de_cuentas"
    AUSTERITY = "austeridad"
    DISCIPLINE = "disciplina"
    EFFECTIVENESS = "eficacia"
    EFFICIENCY = "eficiencia"
    HONESTY = "honradez"
    HUMAN_RIGHTS = "derechos_humanos"
    IMPARTIALITY = "imparcialidad"
    INTEGRITY = "integridad"
    LEGALITY = "legalidad"
    LOYALTY = "lealtad"
    OBJECTIVITY = "objetividad"
    PROFESSIONALISM = "profesionalismo"
    RATIONALITY = "racionalidad"
    TRANSPARENCY = "transparencia"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _LABELS[self]

    @property
    def sources(self) -> tuple[Source, ...]:
        """The texts that name it, the law first; at least one."""
        return tuple(source for source, named in _NAMED_BY if self in named)


_LABELS = {
    Principle.ACCOUNTABILITY: Text("rendición de cuentas", "accountability"),
    Principle.AUSTERITY: Text("austeridad", "austerity"),
    Principle.DISCIPLINE: Text("disciplina", "discipline"),
    Principle.EFFECTIVENESS: Text("eficacia", "effectiveness"),
    Principle.EFFICIENCY: Text("eficiencia", "efficiency"),
    Principle.HONESTY: Text("honradez", "honesty"),
    Principle.HUMAN_RIGHTS: Text("derechos humanos", "human rights"),
    Principle.IMPARTIALITY: Text("imparcialidad", "impartiality"),
    Principle.INTEGRITY: Text("integridad", "integrity"),
    Principle.LEGALITY: Text("legalidad", "legality"),
    Principle.LOYALTY: Text("lealtad", "loyalty"),
    Principle.OBJECTIVITY: Text("objetividad", "objectivity"),
    Principle.PROFESSIONALISM: Text("profesionalismo", "professionalism"),
    Principle.RATIONALITY: Text("racionalidad", "rationality"),
    Principle.TRANSPARENCY: Text("transparencia", "transparency"),
}
_LGRA = Source(
    code="lgra-7",
    title=Text("Ley General de Responsabilidades Administrativas, art. 7", "LGRA, art. 7"),
)
_CODE_OF_ETHICS = Source(
    code="codigo-etica-2025",
    title=Text(
        "Código de Ética e Integridad para un Buen Gobierno, DOF",
        "Code of ethics and integrity for good government, DOF",
    ),
    issued=date(2025, 11, 18),
)
_NAMED_BY = (
    (_LGRA, frozenset(Principle) - {Principle.HUMAN_RIGHTS, Principle.TRANSPARENCY}),
    (
        _CODE_OF_ETHICS,
        frozenset(Principle) - {Principle.DISCIPLINE, Principle.INTEGRITY, Principle.RATIONALITY},
    ),
)
