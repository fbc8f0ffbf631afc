"""The words in which a risk is classed and answered.

Tipos de riesgo, niveles de decisión, y estrategias.
"""

from __future__ import annotations

from enum import StrEnum

from ..kernel.text import Text

__all__ = ["DecisionLevel", "ResidualRule", "RiskKind", "RiskStrategy"]


class RiskKind(StrEnum):
    """What a risk touches (tipo de riesgo).

    Attributes:
        LEGAL: Laws and lawsuits.
        FINANCIAL: Money that comes and goes.
        BUDGETARY: The budget and how it is spent.
        SERVICE: Services to people.
        STAFF: Human resources.
        IMAGE: The trust of the public.
        TECHNOLOGY: Systems and telecommunication (TIC).
        HEALTH: The health of patients and staff.
        CORRUPTION: Abuse of the function for a private gain; it may not be assumed.
        OTHER: Any other; the official list is open.
    """

    LEGAL = "legal"
    FINANCIAL = "financiero"
    BUDGETARY = "presupuestal"
    SERVICE = "servicios"
    STAFF = "recursos_humanos"
    IMAGE = "imagen"
    TECHNOLOGY = "tic"
    HEALTH = "salud"
    CORRUPTION = "corrupcion"
    OTHER = "otro"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _KINDS[self]


_KINDS = {
    RiskKind.LEGAL: Text("legal", "legal"),
    RiskKind.FINANCIAL: Text("financiero", "financial"),
    RiskKind.BUDGETARY: Text("presupuestal", "budgetary"),
    RiskKind.SERVICE: Text("de servicios", "of services"),
    RiskKind.STAFF: Text("de recursos humanos", "of human resources"),
    RiskKind.IMAGE: Text("de imagen", "of image"),
    RiskKind.TECHNOLOGY: Text("de TIC", "of technology"),
    RiskKind.HEALTH: Text("de salud", "of health"),
    RiskKind.CORRUPTION: Text("de corrupción", "of corruption"),
    RiskKind.OTHER: Text("otro", "other"),
}


class DecisionLevel(StrEnum):
    """At which level of decisions a risk is exposed (nivel de decisión)."""

    STRATEGIC = "estrategico"
    MANAGERIAL = "directivo"
    OPERATIONAL = "operativo"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _LEVELS[self]


_LEVELS = {
    DecisionLevel.STRATEGIC: Text("estratégico", "strategic"),
    DecisionLevel.MANAGERIAL: Text("directivo", "managerial"),
    DecisionLevel.OPERATIONAL: Text("operativo", "operational"),
}


class RiskStrategy(StrEnum):
    """What is done about a risk (estrategia para administrar el riesgo).

    Attributes:
        AVOID: What brings it about is given up.
        REDUCE: Its impact or its probability is brought down.
        ASSUME: It is accepted as it is; refused for risks of corruption.
        TRANSFER: Somebody else bears it.
        SHARE: It is borne together with others.
    """

    AVOID = "evitar"
    REDUCE = "reducir"
    ASSUME = "asumir"
    TRANSFER = "transferir"
    SHARE = "compartir"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _STRATEGIES[self]


_STRATEGIES = {
    RiskStrategy.AVOID: Text("evitar", "avoid"),
    RiskStrategy.REDUCE: Text("reducir", "reduce"),
    RiskStrategy.ASSUME: Text("asumir", "assume"),
    RiskStrategy.TRANSFER: Text("transferir", "transfer"),
    RiskStrategy.SHARE: Text("compartir", "share"),
}


class ResidualRule(StrEnum):
    """When the final valuation may lie below the initial one (regla del riesgo residual).

    The rule of the federal text is recalled, not confirmed.

    Attributes:
        SUFFICIENT_CONTROL: Only if at least one control is sufficient. Own default, not
            official.
        JUDGEMENT: Always: whoever values the risk answers for it.
    """

    SUFFICIENT_CONTROL = "control_suficiente"
    JUDGEMENT = "criterio"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _RULES[self]


_RULES = {
    ResidualRule.SUFFICIENT_CONTROL: Text(
        "con al menos un control suficiente (propio, no oficial)",
        "with at least one sufficient control (own, not official)",
    ),
    ResidualRule.JUDGEMENT: Text("a criterio de quien valora", "by the judgement of the valuer"),
}
