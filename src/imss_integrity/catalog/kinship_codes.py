"""The 23 codes of kinship of the national catalogue, and the kinship each one means.

Catálogo nacional de parentesco. The codes are those of the Plataforma Digital Nacional
(official); lines and degrees follow from the Código Civil Federal (derived).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ..conflicts import Bond, Kinship, Option, Relation
from ..kernel.text import Text
from .lookup import find_by_code, unknown_code

__all__ = ["RELATIONS", "RELATION_OPTIONS", "Relation", "find_relation", "get_relation"]


def _blood(code: str, es: str, en: str, up: int, down: int) -> Relation:
    return Relation(code=code, name=Text(es, en), kinship=Kinship.blood(up=up, down=down))


def _affine(code: str, es: str, en: str, up: int, down: int) -> Relation:
    return Relation(code=code, name=Text(es, en), kinship=Kinship.by_affinity(up=up, down=down))


def _other(code: str, es: str, en: str, kinship: Kinship | None = None) -> Relation:
    return Relation(code=code, name=Text(es, en), kinship=kinship or Kinship.none())


RELATIONS = (
    _blood("ABU", "abuela o abuelo", "grandparent", 2, 0),
    _other("AHI", "ahijada o ahijado", "godchild"),
    _blood("BISA", "bisabuela o bisabuelo", "great-grandparent", 3, 0),
    _blood("BISN", "bisnieta o bisnieto", "great-grandchild", 0, 3),
    _other("CONB", "concubina o concubinario", "concubine", Kinship.partner(Bond.CONCUBINAGE)),
    _other("CONC", "concuña o concuño", "spouse of a sibling-in-law"),
    _other("CONY", "cónyuge", "spouse", Kinship.partner(Bond.MARRIAGE)),
    _affine("CUN", "cuñada o cuñado", "sibling-in-law", 1, 1),
    _blood("HER", "hermana o hermano", "sibling", 1, 1),
    _blood("HIJ", "hija o hijo", "child", 0, 1),
    _blood("MAD", "madre", "mother", 1, 0),
    _blood("NIE", "nieta o nieto", "grandchild", 0, 2),
    _other("NIN", "ninguno", "none"),
    _affine("NUE", "nuera", "daughter-in-law", 0, 1),
    _other("OTRO", "otro", "other"),
    _blood("PAD", "padre", "father", 1, 0),
    _blood("PRI", "prima o primo", "first cousin", 2, 2),
    _blood("SOB", "sobrina o sobrino", "nephew or niece", 1, 2),
    _affine("SUE", "suegra o suegro", "parent-in-law", 1, 0),
    _blood("TATA", "tatarabuela o tatarabuelo", "great-great-grandparent", 4, 0),
    _blood("TATN", "tataranieta o tataranieto", "great-great-grandchild", 0, 4),
    _blood("TIOA", "tía o tío", "aunt or uncle", 2, 1),
    _affine("YER", "yerno", "son-in-law", 0, 1),
)
"""All 23, by code."""

RELATION_OPTIONS = tuple(
    Option(code=relation.code, name=relation.name, kinship=relation.kinship)
    for relation in RELATIONS
)
"""The same as options of a question that asks for a kinship; its proximity follows from it."""


@cache
def _by_code() -> Mapping[str, Relation]:
    return {relation.code: relation for relation in RELATIONS}


def find_relation(code: str) -> Relation | None:
    """Give the relation with that *code*; ``None`` if there is none.

    >>> find_relation("ZZZ") is None
    True
    """
    return find_by_code(_by_code(), code)


def get_relation(code: str) -> Relation:
    """Give the relation with that *code* of the national catalogue.

    Busca una relación de parentesco por su clave.

    Raises:
        UnknownCodeError: If there is none; the message names near codes.

    >>> get_relation("PRI").kinship.degree
    4
    >>> get_relation("ZZZ")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.UnknownCodeError: unknown kinship code: ...
    """
    if (relation := find_relation(code)) is not None:
        return relation
    raise unknown_code(Text("clave de parentesco", "kinship code"), code, _by_code())
