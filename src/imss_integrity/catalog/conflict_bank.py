"""The bank of 28 questions on conflicts of interest: wording, follow-ups, anchor and base.

Banco de reactivos de conflicto de intereses, propio, no oficial: the questionnaire of the
Institute is not public. Where the bank names two anchors of one law, one rule holds both; of
two laws the first stands here, the other in the trigger or in the text of the rule.
"""

from __future__ import annotations

import attrs

from ..conflicts import Link
from ..kernel.text import Text

__all__ = ["BANK", "CATEGORIES", "BankQuestion"]


@attrs.frozen(weakref_slot=False)
class BankQuestion:
    """One question of the bank; positional, as a row of its table.

    Reactivo del banco.

    Attributes:
        code: Code, such as ``FAM1``.
        category: Code of its category.
        base: What it weighs, 1 to 10 (own).
        follow: Letters of its follow-ups: K kinship, D days from and to, V value,
            O organisation, % share, L link with the function, U unit, N narrative, E evidence.
        anchor: Code of the rule it rests on.
        text: The question.
        link: The link, where the words of the question fix it; ``None``: it is asked for, even
            where the bank has no L, because without it a share in a supplier one decides on
            would measure as any share does (own).
    """

    code: str
    category: str
    base: int
    follow: str
    anchor: str
    text: Text
    link: Link | None = None


CATEGORIES = {
    "familia": Text("Familia", "Family"),
    "negocios": Text("Negocios", "Business"),
    "contrataciones": Text("Contrataciones", "Procurement"),
    "empleo": Text("Empleo", "Employment"),
    "regalos": Text("Regalos y atenciones", "Gifts and hospitality"),
    "finanzas": Text("Finanzas", "Finance"),
    "politica": Text("Política", "Politics"),
    "sindical": Text("Sindicatos y gremios", "Unions and guilds"),
    "personal": Text("Relaciones personales", "Personal relations"),
    "salud": Text("Salud", "Health"),
    "informacion": Text("Información", "Information"),
    "otros": Text("Otros", "Other"),
}
"""Titles of the categories, in the order of the questionnaire."""

BANK = (
    BankQuestion(
        "FAM1", "familia", 4, "KULD", "LGRA-7-XII",
        Text(
            "¿Alguien de su familia o su pareja trabaja hoy en el Instituto?",
            "Does any relative or your partner work in the Institute today?",
        ),
    ),
    BankQuestion(
        "FAM2", "familia", 8, "KLU", "LGRA-63-Bis",
        Text(
            "En el puesto, ¿una de esas personas le reportaría o usted le reportaría?",
            "In the post, would one report to the other?",
        ),
    ),
    BankQuestion(
        "FAM3", "familia", 8, "KL", "LFPA-21-III",
        Text(
            "¿Es pariente de quien convoca, evalúa o decide este proceso?",
            "Are you kin to anyone who calls, scores or decides this process?",
        ),
    ),
    BankQuestion(
        "FAM4", "familia", 9, "KDUN", "LGRA-63-Bis",
        Text(
            "¿Ha intervenido en que se contrate o nombre a un familiar?",
            "Have you had a part in hiring or appointing a relative?",
        ),
        Link.DECIDES,
    ),
    BankQuestion(
        "FAM5", "familia", 8, "KOVD", "LAASSP-71-I",
        Text(
            "¿Un familiar vende, contrata o gestiona asuntos ante el Instituto?",
            "Does a relative sell to, contract with or lobby the Institute?",
        ),
    ),
    BankQuestion(
        "BUS1", "negocios", 5, "O%VD", "PDN-participacion",
        Text(
            "¿Usted, su pareja o dependientes han tenido en dos años acciones o cargo en una"
            " empresa?",
            "In two years, have you, partner or dependants held shares or a post in a firm?",
        ),
    ),
    BankQuestion(
        "BUS2", "negocios", 4, "OD", "PDN-participacionTomaDecisiones",
        Text(
            "¿Decide o ha decidido en una asociación, fundación o sociedad civil?",
            "Do you decide, or have you, in an association or foundation?",
        ),
    ),
    BankQuestion(
        "BUS3", "negocios", 5, "ODV", "PDN-representacion",
        Text(
            "¿Representa a alguien, o alguien le representa, ante terceros?",
            "Do you act for someone, or someone for you?",
        ),
    ),
    BankQuestion(
        "BUS4", "negocios", 5, "OVD", "PDN-clientesPrincipales",
        Text(
            "¿Un cliente propio le deja más de 250 UMA al mes?",
            "Does one client of yours bring more than 250 UMA a month?",
        ),
    ),
    BankQuestion(
        "PRO1", "contrataciones", 9, "OLVD", "LGRA-58",
        Text(
            "¿Su función toca compras, pagos o supervisión de una empresa con la que tiene lazo?",
            "Does your function touch buying from, paying or overseeing a firm you are tied to?",
        ),
    ),
    BankQuestion(
        "EMP1", "empleo", 5, "ODVN", "LGRA-7-XI",
        Text(
            "¿Tiene otro empleo, consultorio o asesoría además de este cargo?",
            "Do you hold another job, practice or consultancy?",
        ),
    ),
    BankQuestion(
        "EMP2", "empleo", 5, "OD", "LAASSP-71-I",
        Text(
            "¿Trabajó en los últimos dos años para un proveedor, patrón revisado o regulado?",
            "In the last two years did you work for a supplier, audited employer or regulated"
            " body?",
        ),
    ),
    BankQuestion(
        "EMP3", "empleo", 7, "OD", "LGRA-52-72",
        Text(
            "¿Tiene una oferta de trabajo de quien depende de sus decisiones?",
            "Have you a job offer from someone your decisions affect?",
        ),
        Link.DECIDES,
    ),
    BankQuestion(
        "EMP4", "empleo", 3, "OVD", "LGRA-37",
        Text(
            "¿Cobra por dar clases, conferencias o investigar con fondos externos?",
            "Are you paid for teaching, talks or externally funded research?",
        ),
    ),
    BankQuestion(
        "GIF1", "regalos", 7, "OVDE", "LGRA-40",
        Text(
            "¿Le han dado u ofrecido un regalo por su cargo en 12 meses?",
            "In 12 months, were you given or offered a gift because of the post?",
        ),
    ),
    BankQuestion(
        "GIF2", "regalos", 6, "OVD", "LFAR-21-IV",
        Text(
            "¿Alguien con interés en el Instituto le pagó viaje, comida o evento?",
            "Has a party with an interest paid your travel, meal or event?",
        ),
    ),
    BankQuestion(
        "FIN1", "finanzas", 5, "OVD", "PDN-beneficiosPrivados",
        Text(
            "¿Recibió donaciones, premios o beneficios de particulares en dos años?",
            "In two years, donations, prizes or benefits from private parties?",
        ),
    ),
    BankQuestion(
        "FIN2", "finanzas", 4, "OD", "PDN-fideicomisos",
        Text("¿Participa en un fideicomiso?", "Do you take part in a trust?"),
    ),
    BankQuestion(
        "FIN3", "finanzas", 7, "OVDL", "LGRA-3-VI",
        Text(
            "¿Debe o presta dinero a alguien con quien trata por su función?",
            "Do you owe or lend to someone you deal with in your function?",
        ),
    ),
    BankQuestion(
        "FIN4", "finanzas", 4, "VD", "PDN-apoyos",
        Text(
            "¿Su hogar recibe apoyos públicos en los que usted decide o tramita?",
            "Does your household get public support you decide or process?",
        ),
        Link.DECIDES,
    ),
    BankQuestion(
        "POL1", "politica", 4, "OD", "PDN-tipoInstitucion-PP",
        Text(
            "¿Tiene o tuvo cargo en un partido o campaña en tres años?",
            "Party or campaign post in three years?",
        ),
    ),
    BankQuestion(
        "POL2", "sindical", 4, "OD", "PDN-tipoInstitucion-GS",
        Text(
            "¿Tiene cargo sindical o gremial que choque con la función?",
            "Union or guild post that clashes with the function?",
        ),
    ),
    BankQuestion(
        "PER1", "personal", 4, "LN", "LFPA-21-IV",
        Text(
            "¿Tiene amistad cercana con alguien a quien sus decisiones afectan?",
            "Close friendship with someone your decisions affect?",
        ),
    ),
    BankQuestion(
        "PER2", "personal", 5, "DN", "LFPA-21-I-IV",
        Text(
            "¿Tiene pleito, juicio o enemistad con alguien así?",
            "Dispute, lawsuit or enmity with such a person?",
        ),
    ),
    BankQuestion(
        "HEA1", "salud", 8, "O%VD", "LGRA-58",
        Text(
            "¿Tiene interés en clínica, laboratorio, farmacia o consultorio privado al que podría"
            " enviar derechohabientes?",
            "Interest in a private clinic, lab, pharmacy or practice to which insured patients"
            " could be sent?",
        ),
        Link.DECIDES,
    ),
    BankQuestion(
        "HEA2", "salud", 7, "OVD", "LGRA-52",
        Text(
            "¿Le paga o patrocina una farmacéutica o fabricante de dispositivos?",
            "Does a drug or device maker pay or sponsor you?",
        ),
    ),
    BankQuestion(
        "INF1", "informacion", 7, "DN", "LGRA-55-56",
        Text(
            "¿Conoce datos reservados que den ventaja a usted o a su círculo?",
            "Do you know non-public data that would give you or your circle an edge?",
        ),
    ),
    BankQuestion(
        "OTH1", "otros", 3, "N", "LGRA-47",
        Text(
            "¿Hay algo más que otra persona razonable vería como conflicto? (texto)",
            "Anything else a reasonable person would see as a conflict? (text)",
        ),
    ),
)  # fmt: skip
"""The 28 questions, in order."""
