"""Privacy: reserved values, keyed pseudonyms, hidden cells, and how far records can be told apart.

Privacidad. Helps to keep the principles of the LGPDPPSO (minimise, dissociate, reserve). It
stores no keys and offers no unkeyed hash of personal values, because a CURP, an RFC or a social
security number can be found by trying them all.
"""

from __future__ import annotations

from .anonymity import KAnonymity, QuasiIdentifier, k_anonymity
from .auditing import SuppressionAudit, audit_suppression
from .counts import PublishedTotals
from .pseudonyms import PseudonymKey, pseudonym
from .refusals import NotPublishableError
from .sensitive import Sensitive
from .suppression import suppress
from .suppression_results import SuppressedTable

__all__ = [
    "KAnonymity",
    "NotPublishableError",
    "PseudonymKey",
    "PublishedTotals",
    "QuasiIdentifier",
    "Sensitive",
    "SuppressedTable",
    "SuppressionAudit",
    "audit_suppression",
    "k_anonymity",
    "pseudonym",
    "suppress",
]
