"""How long each step of a request for information may take under the LGTAIP.

Plazos de las solicitudes de información: LGTAIP 130 to 148, in force since 21 March 2025. A
lawyer must confirm before a document cites an article.
"""

from __future__ import annotations

from ..initiatives.request_rules import RequestRules
from .deadlines import get_deadline

__all__ = ["REQUEST_RULES"]

REQUEST_RULES = RequestRules(
    answer=get_deadline("LGTAIP-134"),
    extension=get_deadline("LGTAIP-134-prorroga"),
    already_public=get_deadline("LGTAIP-132"),
    not_competent=get_deadline("LGTAIP-138"),
    clarification=get_deadline("LGTAIP-130-I"),
    clarification_answer=get_deadline("LGTAIP-130-II"),
    appeal=get_deadline("LGTAIP-144"),
    decision=get_deadline("LGTAIP-148"),
    decision_extension=get_deadline("LGTAIP-148-prorroga"),
)
"""Reply, clarification, appeal and decision, with their extensions."""
