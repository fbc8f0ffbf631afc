"""The rules of law and of the national platform that the conflict questionnaire rests on.

Fundamento de los reactivos de conflicto de intereses. Codes are own: law, article, fraction.
Content is that of the articles (official); where one reading covers several fractions, the
split over single ones is derived; what the platform asks for is read from public repositories
(reported). No first day is known for them, so none is stated. A lawyer must confirm before a
document cites an article.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ..kernel.provenance import Rule, Source, Status
from ..kernel.text import Text
from .deadlines import LGRA
from .legal_radii import LFPA, get_radius
from .lookup import unknown_code
from .sources import PDN

__all__ = ["CONFLICT_RULES", "rule_of"]


def _law(
    code: str, es: str, en: str, *, source: Source = LGRA, status: Status = Status.OFFICIAL
) -> Rule:
    return Rule(code=code, text=Text(es, en), source=source, status=status)


def _platform(part: str, es: str, en: str) -> Rule:
    return _law(f"PDN-{part}", es, en, source=PDN, status=Status.REPORTED)


CONFLICT_RULES = (
    get_radius("LAASSP-71-I").rule,
    get_radius("LFAR-21-IV").rule,
    get_radius("LGRA-63-Bis").rule,
    get_radius("LGRA-7-XII").rule,
    _law(
        "LFPA-21-I-IV",
        "impedimento: litigio pendiente, o amistad o enemistad manifiesta en hechos",
        "impediment: a pending lawsuit, or friendship or enmity that facts show",
        source=LFPA,
    ),
    _law(
        "LFPA-21-III",
        "impedimento: parentesco con quien interviene, con sus representantes o asesores",
        "impediment: kinship with whoever takes part, with their representatives or advisers",
        source=LFPA,
    ),
    _law(
        "LFPA-21-IV",
        "impedimento: amistad o enemistad manifiesta, mostrada por hechos",
        "impediment: manifest friendship or enmity, shown by facts",
        source=LFPA,
    ),
    _law(
        "LFPA-22",
        "excusarse de inmediato; la persona superior resuelve en tres días",
        "ask to be excused at once; the superior resolves within three days",
        source=LFPA,
    ),
    _law(
        "LGRA-3-VI",
        "conflicto de interés: posible afectación del desempeño imparcial y objetivo por"
        " intereses personales, familiares o de negocios",
        "conflict of interest: possible effect on impartial, objective performance because of"
        " personal, family or business interests",
    ),
    _law(
        "LGRA-7-XI",
        "separarse, antes de asumir el cargo, de los activos e intereses que afecten la función",
        "divest, before taking office, of the assets and interests that affect the function",
        status=Status.DERIVED,
    ),
    _law(
        "LGRA-37",
        "evolución patrimonial; beneficios vinculados a la investigación, con opinión previa",
        "growth of assets; benefits linked to research, with a prior opinion",
    ),
    _law(
        "LGRA-40",
        "avisar de inmediato de todo bien recibido u ofrecido por el cargo y entregarlo, sin"
        " umbral de valor; tampoco LFAR 21-IV fija un mínimo",
        "report at once any good received or offered because of the post and hand it over,"
        " whatever its value; LFAR 21-IV sets no minimum either",
    ),
    _law(
        "LGRA-47",
        "declarar todo interés que pueda entrar en conflicto con la función",
        "declare every interest that may conflict with the function",
        status=Status.DERIVED,
    ),
    _law(
        "LGRA-52",
        "personas relacionadas: cónyuge, parientes, terceros con relación profesional, laboral"
        " o de negocios, socios y sociedades",
        "related persons: spouse, kin, third parties with professional, work or business ties,"
        " partners and companies",
    ),
    _law(
        "LGRA-52-72",
        "terceros con relación laboral, y contratación de quien deja el cargo con información"
        " privilegiada",
        "third parties with work ties, and hiring of whoever leaves office with privileged"
        " information",
    ),
    _law(
        "LGRA-55-56",
        "no usar información privilegiada, hasta un año después del cargo",
        "no use of privileged information, until one year after office",
    ),
    _law(
        "LGRA-58",
        "informar a la persona superior y pedir excusa al conocer el conflicto, a más tardar 48"
        " horas antes del plazo del asunto",
        "tell the superior and ask to be excused on knowing of the conflict, at the latest 48"
        " hours before the deadline of the matter",
    ),
    _law(
        "LGRA-60",
        "ocultar un conflicto en la declaración; una contradicción se remite a quien investiga,"
        " sin concluir culpa: lectura propia",
        "hiding a conflict in the declaration; a contradiction is referred to whoever"
        " investigates, without concluding guilt: own reading",
        status=Status.OWN,
    ),
    _platform("apoyos", "sección apoyos: dos años", "section on public support: two years"),
    _platform(
        "beneficiosPrivados",
        "sección beneficios privados: dos años",
        "section on private benefits: two years",
    ),
    _platform(
        "clientesPrincipales",
        "sección clientes principales: dos años, más de 250 UMA al mes",
        "section on main clients: two years, above 250 UMA a month",
    ),
    _platform("fideicomisos", "sección fideicomisos: dos años", "section on trusts: two years"),
    _platform(
        "participacion",
        "sección participación en empresas, sociedades o asociaciones: dos años",
        "section on shares or posts in firms and associations: two years",
    ),
    _platform(
        "participacionTomaDecisiones",
        "sección participación en la toma de decisiones de instituciones: dos años",
        "section on part in the decisions of institutions: two years",
    ),
    _platform(
        "representacion", "sección representación: dos años", "section on representation: two years"
    ),
    _platform(
        "tipoInstitucion-GS",
        "tipo de institución: gremio o sindicato",
        "type of institution: guild or union",
    ),
    _platform(
        "tipoInstitucion-PP", "tipo de institución: partido político", "type: political party"
    ),
)
"""All of them, by code within each source."""


@cache
def _by_code() -> Mapping[str, Rule]:
    return {rule.code: rule for rule in CONFLICT_RULES}


def rule_of(code: str) -> Rule:
    """Give the rule with that *code*, such as ``LGRA-58``.

    Raises:
        UnknownCodeError: If there is none; the message names near codes.

    >>> rule_of("PDN-apoyos").status
    <Status.REPORTED: 'reportado'>
    >>> rule_of("LGRA-0")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.UnknownCodeError: unknown rule code: 'LGRA-0'; did you ...
    """
    if (rule := _by_code().get(code)) is not None:
        return rule
    raise unknown_code(Text("clave de regla", "rule code"), code, _by_code())
